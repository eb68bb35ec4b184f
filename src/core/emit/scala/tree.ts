import type { Source } from '../../canton/sources';
import type { Path } from '../../plan/plan';

/**
 * The part of Scala that scripts for Canton's console are written in. Nothing a person typed becomes syntax: it is a
 * text, a comment or a name in here, and the printer spells each so that it stays one. Types, operators and the words of
 * the language are ours.
 */
export type Tree =
  /** An identifier; in back-ticks where it has to be. */
  | { readonly kind: 'name'; readonly name: string; readonly from?: Path }
  | { readonly kind: 'text'; readonly text: string; readonly from?: Path }
  /** A whole number, `true`, `false`, or the `_` of a short function. */
  | { readonly kind: 'word'; readonly word: string }
  /** `source`: of a command of the console, where it is declared. */
  | { readonly kind: 'select'; readonly of: Tree; readonly name: string; readonly source?: Source }
  | { readonly kind: 'apply'; readonly of: Tree; readonly args: readonly Argument[] }
  | { readonly kind: 'lambda'; readonly params: readonly string[]; readonly body: readonly Statement[] }
  /** `{ case .. => .. }`, a function by cases. */
  | { readonly kind: 'cases'; readonly cases: readonly Case[] }
  | { readonly kind: 'match'; readonly of: Tree; readonly cases: readonly Case[] }
  /** `{ .. }`: the value of a `val` or `def`, or an argument that the callee runs. Never a statement by itself. */
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | {
      readonly kind: 'if';
      readonly condition: Tree;
      readonly yes: readonly Statement[];
      readonly no: readonly Statement[];
    }
  | { readonly kind: 'tuple'; readonly items: readonly Tree[] }
  | { readonly kind: 'not'; readonly of: Tree }
  | { readonly kind: 'infix'; readonly left: Tree; readonly operator: Operator; readonly right: Tree };

export type Argument = { readonly name?: string; readonly value: Tree };

export type Case = { readonly pattern: Pattern; readonly guard?: Tree; readonly body: readonly Statement[] };

/** `id` or `_`; `k: SigningPublicKey`; `(id, keys)`; `SigningPrivateKey(id, _)`. */
export type Pattern =
  | string
  | { readonly name: string; readonly type: string }
  | { readonly made: string; readonly of: readonly Pattern[] }
  | readonly Pattern[];

export type Operator = '||' | '&&' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '++' | '->';

export type Statement =
  | { readonly kind: 'run'; readonly value: Tree }
  | {
      readonly kind: 'val';
      readonly name: string;
      readonly type?: string;
      readonly value: Tree;
      /** Said in a comment behind it. */
      readonly note?: string;
    }
  | {
      readonly kind: 'def';
      readonly name: string;
      readonly params: readonly { readonly name: string; readonly type: string }[];
      readonly type?: string;
      readonly value: Tree;
    }
  | { readonly kind: 'comment'; readonly text: string; readonly from?: Path }
  /** What the console has not imported; the path is ours. */
  | { readonly kind: 'import'; readonly path: string }
  | { readonly kind: 'blank' };
