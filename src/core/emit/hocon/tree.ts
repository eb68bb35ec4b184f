import type { Path } from '../../plan/plan';

/** What the printer turns into HOCON. Nothing a person typed becomes syntax: it is a text, a number or a name in here. */
export type Value =
  /** Printed as a quoted string, always. */
  | { readonly kind: 'text'; readonly text: string; readonly from?: Path }
  /** One of Canton's own words, a flag or a duration: bare where that is safe. */
  | { readonly kind: 'word'; readonly text: string; readonly from?: Path }
  /** Printed as typed when it is a JSON number, else quoted. */
  | { readonly kind: 'number'; readonly text: string; readonly from?: Path }
  /** `${NAME}`: an environment variable that must exist when the node starts. */
  | { readonly kind: 'variable'; readonly name: string; readonly from?: Path }
  /** `${a.b}`, a section written elsewhere, and what is added to it here. */
  | {
      readonly kind: 'reference';
      readonly path: readonly string[];
      readonly from?: Path;
      readonly plus: readonly Member[];
    }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'object'; readonly members: readonly Member[] };

/** One step of a field's name: `canton`, `participants` and `bank1` of `canton.participants.bank1`. */
export type Step = { readonly text: string; readonly from?: Path };

export type Member =
  | {
      readonly kind: 'field';
      readonly name: readonly Step[];
      readonly value: Value;
      /** Its path in Canton's key tree. */
      readonly key?: string;
    }
  | { readonly kind: 'comment'; readonly text: string; readonly from?: Path; readonly key?: string }
  /** A file that must be there, or the whole configuration is refused. */
  | { readonly kind: 'include'; readonly file: string };

export function field(name: string, value: Value, key?: string, from?: Path): Member {
  const steps = name.split('.').map((text) => step(text, from));
  return key === undefined ? { kind: 'field', name: steps, value } : { kind: 'field', name: steps, value, key };
}

export function step(text: string, from?: Path): Step {
  return from === undefined ? { text } : { text, from };
}

export function word(text: string, from?: Path): Value {
  return from === undefined ? { kind: 'word', text } : { kind: 'word', text, from };
}

export function object(members: readonly Member[]): Value {
  return { kind: 'object', members };
}

export function comment(text: string): Member {
  return { kind: 'comment', text };
}
