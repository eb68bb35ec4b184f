import type { Release } from '../../canton/releases';
import type { Node, NodeKind } from '../../plan/node';
import { type Console, consoleOn, type NodeReference, nodeOn } from '../scala/console';
import { type Expression, ref, val } from '../scala/expression';
import type { Statement } from '../scala/tree';
import type { Settings } from '../settings';

/** The node that a script is about, and how the script speaks of it. */
export type Subject = {
  readonly settings: Settings;
  readonly index: number;
  readonly node: Node;
  /** What its files are named after. */
  readonly stem: string;
  readonly at: NodeReference<Release, NodeKind>;
  readonly console: Console<Release>;
};

export function subjectOf(settings: Settings, node: Node, index: number): Subject {
  const { release, stems } = settings;
  const at = nodeOn(release, node.kind, ref('node'));
  return { settings, index, node, stem: stems[index] ?? '', at, console: consoleOn(release) };
}

/** Gives the node its name within the script. */
export function nodeVal({ node, index }: Subject): Statement {
  return val('node', ref(node.name, `nodes.${index}.name`));
}

/** The node's name, when the script runs. */
export function nameOf({ at }: Subject): Expression {
  return at.call('name');
}
