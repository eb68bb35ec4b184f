import type { Release } from '../../canton/releases';
import type { Node, NodeKind } from '../../plan/node';
import type { Path } from '../../plan/plan';
import { type Console, consoleOn, type NodeReference, nodeOn } from '../scala/console';
import { type Expression, it, ref, text, val } from '../scala/expression';
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
  /** Which node the inventory was of, and where the plan says it; of a new node there is none. */
  readonly seen: { readonly uid: string; readonly path: Path } | undefined;
};

export function subjectOf(settings: Settings, node: Node, index: number, seen?: Subject['seen']): Subject {
  const { release, stems } = settings;
  const at = nodeOn(release, node.kind, ref('node'));
  return { settings, index, node, stem: stems[index] ?? '', at, console: consoleOn(release), seen };
}

/** Gives the node its name within the script. */
export function nodeVal({ settings, node, index }: Subject, where?: 'local'): Statement {
  return val('node', inConsole(settings, node, index, where));
}

/** The names that a script defines at its top: there they hide a node that is called so. */
export const ownNames: ReadonlySet<string> = new Set(
  (
    'after alias announced before begun cell connected contracts dars delegated done encryptionKeys ' +
    'encryptionSpecs exported exportLimit external fileOf fingerprints folder held history holdable ' +
    'holding hosted hostOf identifier judged key keys kmsKeyId known left limit list lists make mapped ' +
    'members missing most name named newWrapper node offset oldWrappers onSynchronizers others own ' +
    'ownerOnly partial parties permissions proposalOf retired rotations rows sequencerUrl setup ' +
    'show signatureOf signaturesOf signingKeys signingSpecs source specs started store stores ' +
    'synchronizerId synchronizerMediators synchronizerSequencers target there unfinished usageOf ' +
    'vettedBy wanted wrappers'
  ).split(' '),
);

/**
 * A node as the console has it: by its name, or looked up where the script uses that name itself.
 * @param where `local` for a node in the console's own process
 */
export function inConsole({ release }: Settings, { name, kind }: Node, index: number, where?: 'local'): Expression {
  const path = `nodes.${index}.name`;
  if (!ownNames.has(name)) return ref(name, path);
  return consoleOn(release)
    .call(`${kind}s.${where ?? 'all'}`)
    .dot('find', it.dot('name').eq(text(name, path)))
    .dot('get');
}

/** The node's name, when the script runs. */
export function nameOf({ at }: Subject): Expression {
  return at.call('name');
}
