import type { Release } from '../releases';
import { code, type Folder, type Source } from '../sources';

/**
 * The commands of Canton's console that our scripts call, as their declarations say. Types and defaults are the words of
 * the declaration, without the prefixes `config.` and `data.`, which only tell where its file looked for the type.
 */
export type Command = {
  /** How it is called on a reference to a node, or at the top of a script. */
  readonly path: string;
  readonly on: readonly Receiver[];
  /** A command without a parameter list is called without parentheses. */
  readonly parens?: false;
  readonly params: readonly Parameter[];
  /** Parameters that the console fills in by itself. */
  readonly implicits?: readonly string[];
  readonly returns: string;
  /** The switch without which it is refused, `canton.features.enable-<needs>-commands`; in a remote console of its own, too. */
  readonly needs?: 'preview' | 'repair' | 'testing';
  readonly file: File;
  /** The release lines that have it in this form, each with the line of the file where it is declared. */
  readonly at: Lines;
};

export type NodeKind = 'participant' | 'sequencer' | 'mediator';

/**
 * What a command is called on: a node's reference; one of a node in the console's own process; or, as `console`, nothing,
 * at the top of a script.
 */
export type Receiver = NodeKind | `${NodeKind}.local` | 'console';

export type Parameter = {
  readonly name: string;
  readonly type: string;
  /** Missing where a caller has to say it. */
  readonly default?: string;
  /** The second list of parameters; the first, where missing. */
  readonly list?: 2;
};

export type File = readonly [folder: Folder, path: string];
/** `null`: the file was read, in a copy that doesn't tell the line at this commit. */
export type Lines = Readonly<Partial<Record<Release, number | null>>>;

export const anyNode = ['participant', 'sequencer', 'mediator'] as const;
export const anyLocalNode = ['participant.local', 'sequencer.local', 'mediator.local'] as const;

/** Where a command is declared on a release line that has it. */
export function commandSource(command: Pick<Command, 'file' | 'at'>, release: Release): Source {
  const [folder, path] = command.file;
  return code(folder, path, release, command.at[release] ?? undefined);
}
