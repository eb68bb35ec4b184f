import type { File } from '../file';
import { header } from '../header';
import { blank, comment, type Step, statements } from '../scala/expression';
import { printScala } from '../scala/printer';
import type { Settings } from '../settings';

/** A script for Canton's console, before it has a place in the order of things. */
export type Script = {
  /** Stable while answers change: `rotate-0`. */
  readonly id: string;
  /** What it does and to which node, without number and ending: `rotate-bank-1`. */
  readonly name: string;
  readonly purpose: string;
  /** Indices of the nodes it is for. */
  readonly nodes: readonly number[];
  /** In which console it runs: one that reaches the running nodes, or the node's own, which starts it unconnected. */
  readonly runs: 'remote' | 'manual-start';
  /** What it does, for the person who signs it off. */
  readonly about: readonly string[];
  readonly body: () => readonly Step[];
};

/** The script as a file; its number says when it is its turn. */
export function scriptFile(settings: Settings, script: Script, path: string): File {
  const { id, purpose, nodes, about, body } = script;
  return {
    outline: { id, path, mediaType: 'text/x-scala', purpose, nodes, stoppedBy: 'any' },
    write: () =>
      printScala(statements([...[...header(settings), ...about].map((text) => comment(text)), blank, ...body()])),
  };
}
