import { isFingerprint } from '../canton/identities';
import { inventoryColumns, inventoryHeading, inventoryMarks, nodeStates } from '../canton/inventory';
import { noFingerprint, readKey } from './inventory-key';
import { type NodeKind, nodeKinds } from './node';
import type { PasteProblem } from './paste-nodes';
import type { ObservedNode } from './task';

export type ReadInventory = {
  readonly nodes: readonly ObservedNode[];
  readonly problems: readonly PasteProblem[];
  /** Lines around the inventory that are not part of it: prompts, log lines. */
  readonly skipped: number;
};

/** Longest text that is read, in characters: far above what the largest plan comes to. */
export const longestInventory = 16_000_000;

/** What a plan can hold; see task.ts. */
const limits = { nodes: 2_000, keys: 500, lost: 500, cell: 2_000 } as const;

const heading = inventoryHeading.join('\t');
/** A prompt may stand before the mark when the console was typed into. */
const marked = /^[\s@>]*(KEY|NODE|LOST)\t(.*)$/s;
/** What is left of such a line when a terminal has turned its tabs into blanks. */
const withoutTabs = /^[\s@>]*(KEY|NODE|LOST)\s+\S+\s+(participant|sequencer|mediator)\s/;

const noTabs =
  'The tabs of this line became blanks, so its cells can no longer be told apart. Write the output into a file, and drop that here.';

type Seen = { -readonly [K in keyof ObservedNode]: ObservedNode[K] } & { run: number; line: number };

/**
 * Reads what the inventory script printed, as it comes from a console or a file. What stands around its lines is skipped;
 * a line of its own that can't be taken is a problem with its number. A heading begins a new run: what it says about a
 * node replaces what an earlier run in the same text said.
 */
export function readInventory(text: string): ReadInventory {
  if (text.length > longestInventory) {
    const message = 'This is too long for an inventory. Take only what the script printed.';
    return { nodes: [], problems: [{ line: 1, text: text.slice(0, 200), message }], skipped: 0 };
  }
  const seen = new Map<string, Seen>();
  const problems: PasteProblem[] = [];
  let run = 0;
  let skipped = 0;
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = raw.replace(/^\uFEFF/, '');
    if (line.trim() === '') return;
    if (line.trimEnd().endsWith(heading)) {
      run += 1;
      return;
    }
    const [, mark, rest = ''] = marked.exec(line) ?? [];
    const message =
      mark === undefined ? (withoutTabs.test(line) ? noTabs : skip()) : take(mark, rest.split('\t'), index + 1);
    if (message !== undefined) problems.push({ line: index + 1, text: line.slice(0, 200), message });
  });
  return { nodes: [...seen.values()].map(observed), problems, skipped };

  function skip(): undefined {
    skipped += 1;
  }

  /** Takes a line; says what is wrong with it when it can't. */
  function take(mark: string, cells: readonly string[], line: number): string | undefined {
    const wanted = mark === inventoryMarks.key ? inventoryColumns.length : 3;
    if (cells.length !== wanted) return cutMessage(cells.length + 1, wanted + 1);
    if (cells.some((cell) => cell.length > limits.cell)) return 'A cell of this line is too long to be true.';
    const [name = '', kindWord = ''] = cells;
    const kind = nodeKinds.find((one) => one === kindWord);
    if (name === '') return 'The name of the node is missing.';
    if (kind === undefined) return `“${kindWord}” is no kind of node.`;
    if (mark === inventoryMarks.key) return takeKey(name, kind, cells, line);
    return mark === inventoryMarks.lost
      ? takeLost(name, kind, cells[2] ?? '', line)
      : takeState(name, kind, cells[2] ?? '', line);
  }

  function takeKey(name: string, kind: NodeKind, cells: readonly string[], line: number): string | undefined {
    const read = readKey(cells);
    if (typeof read === 'string') return read;
    const node = nodeAt(name, kind, line);
    if (typeof node === 'string') return node;
    const { key, uid, namespace } = read;
    if (node.uid !== '' && uid !== '' && node.uid !== uid) {
      return `In line ${node.line}, ${name} is ${node.uid}: these are two nodes of one name.`;
    }
    const known = node.keys.find(({ fingerprint }) => fingerprint === key.fingerprint);
    if (known !== undefined) {
      return JSON.stringify(known) === JSON.stringify(key)
        ? undefined
        : 'An earlier line says something else of this key.';
    }
    if (node.keys.length >= limits.keys) return `A plan holds at most ${limits.keys} keys of a node.`;
    node.uid = uid;
    node.namespace = namespace;
    node.keys.push(key);
    return undefined;
  }

  function takeLost(name: string, kind: NodeKind, fingerprint: string, line: number): string | undefined {
    if (!isFingerprint(fingerprint)) return noFingerprint(fingerprint);
    const node = nodeAt(name, kind, line);
    if (typeof node === 'string') return node;
    if (node.lost.includes(fingerprint)) return undefined;
    if (node.lost.length >= limits.lost) return `A plan holds at most ${limits.lost} lost keys of a node.`;
    node.lost.push(fingerprint);
    return undefined;
  }

  function takeState(name: string, kind: NodeKind, state: string, line: number): string | undefined {
    if (state === nodeStates.silent) {
      return `${name} did not answer. See that it runs and that the console reaches it, then run the script again.`;
    }
    if (state === nodeStates.passive) {
      return `${name} is a passive replica. Run the script again where the console reaches the active one.`;
    }
    if (state !== nodeStates.empty) return `“${state}” says nothing about a node: the line seems to be cut.`;
    const node = nodeAt(name, kind, line);
    return typeof node === 'string' ? node : undefined;
  }

  /** The node a line is about, begun anew by the first line of a run. */
  function nodeAt(name: string, kind: NodeKind, line: number): Seen | string {
    const known = seen.get(name);
    if (known?.run === run) {
      return known.kind === kind ? known : `In line ${known.line}, ${name} is a ${known.kind}.`;
    }
    if (known === undefined && seen.size >= limits.nodes) return `A plan holds at most ${limits.nodes} nodes.`;
    const node: Seen = { kind, name, uid: '', namespace: '', keys: [], lost: [], run, line };
    seen.set(name, node);
    return node;
  }
}

function cutMessage(found: number, wanted: number): string {
  return found < wanted
    ? `The line ends after ${found} of ${wanted} cells: it was cut. Copy it whole, or write the output into a file and drop that here.`
    : `The line has ${found} cells instead of ${wanted}: two lines seem to have run together.`;
}

function observed({ kind, name, uid, namespace, keys, lost }: Seen): ObservedNode {
  return { kind, name, uid, namespace, keys, lost };
}
