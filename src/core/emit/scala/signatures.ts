import type { Receiver } from '../../canton/console/command';
import type { commands } from '../../canton/console/commands';
import type { values } from '../../canton/console/values';
import type { Release } from '../../canton/releases';
import type { Arg } from './expression';

/**
 * What may be called, worked out by the compiler from the command data. Where the release line or the kind of node is one
 * of several, what is right for each of them. Forms are looked up by their path first, and each path is worked out only
 * when it is called: anything that looks at all commands for each line and kind takes the compiler minutes.
 */

/** The calls that are right on every one of these lines and receivers: a path and what it takes. */
export type Calls<R extends Release, K extends Receiver> = {
  readonly [P in keyof Forms as [Lacking<R, K, P>] extends [never] ? P : never]: Args<R, K, P>;
};

/** Arguments by the names of their parameters; one that is `undefined` is left to its default. */
export type NamedArgs = Readonly<Record<string, Arg | undefined>>;

type Entry = (typeof commands)[number] | (typeof values)[number];

/** The forms of each path. */
type Forms = { readonly [E in Entry as E['path']]: E };

/** A node in the console's own process has what every reference to a node has. */
type Reached<K extends Receiver> = K extends `${infer Kind}.local` ? K | Kind : K;

/** Those of the forms that this receiver has. */
type FormsOf<E extends Entry, K extends Receiver> = E extends Entry
  ? Extract<E['on'][number], Reached<K>> extends never
    ? never
    : E
  : never;

/** The lines that have one of these forms. */
type LinesOf<E extends Entry> = E extends Entry ? keyof E['at'] : never;

/** Those of the receivers that lack the path in one of the lines. */
type Lacking<R extends Release, K extends Receiver, P extends keyof Forms> = K extends Receiver
  ? [R] extends [LinesOf<FormsOf<Forms[P], K>>]
    ? never
    : K
  : never;

/** The arguments of a call by name, or nothing, where none is required. */
type Args<R extends Release, K extends Receiver, P extends keyof Forms> =
  Common<R extends Release ? (each: Shape<Extract<FormsOf<Forms[P], K>, At<R>>, P>) => void : never> extends infer Named
    ? object extends Named
      ? [args?: Named]
      : [args: Named]
    : never;

type At<R extends Release> = { readonly at: Readonly<Record<R, number | null>> };

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
