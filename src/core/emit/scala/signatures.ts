import type { Receiver } from '../../canton/console/command';
import type { commands } from '../../canton/console/commands';
import type { values } from '../../canton/console/values';
import type { Release } from '../../canton/releases';
import type { Arg } from './expression';

/**
 * What may be called, worked out by the compiler from the command data. Where the release line or the kind of node is one
 * of several, what is right for each of them. Forms are looked up by their path first: whatever looks at all commands for
 * each line and kind takes the compiler minutes.
 */

type Entry = (typeof commands)[number] | (typeof values)[number];

/** The forms of each path. */
type Forms = { readonly [E in Entry as E['path']]: E };

/** Arguments by the names of their parameters; one that is `undefined` is left to its default. */
export type NamedArgs = Readonly<Record<string, Arg | undefined>>;

/** A node in the console's own process has what every reference to a node has. */
type Reached<K extends Receiver> = K extends `${infer Kind}.local` ? K | Kind : K;

/** The lines in which one of these forms can be called on this receiver. */
type LinesOf<E extends Entry, K extends Receiver> = E extends Entry
  ? Extract<E['on'][number], Reached<K>> extends never
    ? never
    : keyof E['at']
  : never;

/** Those of the receivers that lack the path in one of the lines. */
type Lacking<R extends Release, K extends Receiver, P extends keyof Forms> = K extends Receiver
  ? [R] extends [LinesOf<Forms[P], K>]
    ? never
    : K
  : never;

/** The paths that can be called on every one of these lines and receivers. */
export type Path<R extends Release, K extends Receiver> = {
  [P in keyof Forms]: [Lacking<R, K, P>] extends [never] ? P : never;
}[keyof Forms];

/** The arguments of a call by name; the braces may be left out together with the arguments when none is required. */
export type Args<R extends Release, P extends keyof Forms> =
  Common<R extends Release ? (each: Shape<Form<R, P>, P>) => void : never> extends infer Named
    ? object extends Named
      ? [args?: Named]
      : [args: Named]
    : never;

/** The forms of a path on a line. */
type Form<R extends Release, P extends keyof Forms> = Extract<Forms[P], { readonly at: Readonly<Record<R, number>> }>;

/** The arguments that one form takes. What only other forms have is told apart, so that no line takes it by mistake. */
type Shape<E extends Entry, P extends keyof Forms> = E extends Entry
  ? { readonly [N in Required<E>]: Arg } & { readonly [N in Exclude<Names<E>, Required<E>>]?: Arg | undefined } & {
      readonly [N in Exclude<Names<Forms[P]>, Names<E>>]?: never;
    }
  : never;

type Parameters<E extends Entry> = E['params'][number];
type Names<E extends Entry> = E extends Entry ? Parameters<E>['name'] : never;
type Required<E extends Entry> = Exclude<Parameters<E>, { readonly default: string }>['name'];

/** What all of these functions take. */
type Common<F> = [F] extends [(each: infer Each) => void] ? Each : never;
