import type { Node } from '../../plan/node';
import type { Path } from '../../plan/plan';
import type { ObservedKey, ObservedNode } from '../../plan/task';
import { nodeOn } from '../scala/console';
import { type Expression, ref, type Step, seq, text } from '../scala/expression';
import { stopIf, stopUnless } from '../scala/phrases';
import type { Key } from './identity-steps';
import { inConsole, type Subject } from './subject';

/** The node whose keys and namespace another one takes over. */
export type Predecessor = {
  readonly node: Node;
  readonly index: number;
  /** What was seen of it, and where the plan says so; nothing without an inventory. */
  readonly seen: { readonly row: ObservedNode; readonly path: Path } | undefined;
  /** Fingerprints of keys that were seen and can't be taken along: what took their place is not known. */
  readonly replaced: ReadonlySet<string>;
};

/** What applications send for a party has to reach one of the two only. One that doesn't answer is not asked. */
export function isOff({ settings }: Subject, { node, index }: Pick<Predecessor, 'node' | 'index'>): Expression {
  const at = nodeOn(settings.release, 'participant', inConsole(settings, node, index));
  return stopIf(
    at.call('health.is_running').and(at.call('synchronizers.list_connected').dot('nonEmpty')),
    node.name,
    ' is connected: run the script that exports its contracts, which takes it off the synchronizer',
  );
}

/** Each registered key is one that the old node had for its use. A use the inventory shows no key for is not asked for. */
export function areThose(own: readonly Key[], { node, seen, replaced }: Predecessor): readonly Step[] {
  if (seen === undefined) return [];
  return own.flatMap((key): Step[] => {
    const held = seen.row.keys.flatMap(({ fingerprint, ...held }, at) =>
      isFor(key, held) && !replaced.has(fingerprint) ? [text(fingerprint, `${seen.path}.keys.${at}.fingerprint`)] : [],
    );
    if (held.length === 0) return [];
    const registered = ref(key.public).dot('fingerprint.unwrap');
    return [
      stopUnless(
        seq(...held).dot('contains', registered),
        registered,
        ` is another key than the ${key.usage} key of ${node.name}: mend its id, and begin again with an empty database. Or the inventory in the plan is older than the keys`,
      ),
    ];
  });
}

function isFor({ usage }: Key, held: Omit<ObservedKey, 'fingerprint'>): boolean {
  if (usage === 'namespace') return held.root;
  return held.mapped && (usage === 'encryption' ? held.purpose === 'encryption' : held.usage.includes(usage));
}
