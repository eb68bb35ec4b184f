import type { Node } from '../../plan/node';
import type { Path } from '../../plan/plan';
import type { ObservedNode } from '../../plan/task';
import { nodeOn } from '../scala/console';
import { type Expression, ref, type Step, text } from '../scala/expression';
import { stopIf } from '../scala/phrases';
import type { Key } from './identity-steps';
import { inConsole, type Subject } from './subject';

/** The node whose identity another one takes over. */
export type Predecessor = {
  readonly node: Node;
  readonly index: number;
  /** What was seen of it, and where the plan says so; nothing without an inventory. */
  readonly seen: { readonly row: ObservedNode; readonly path: Path } | undefined;
};

/** Two nodes that sign as one member contradict each other, and nothing warns of it. */
export function isStopped({ settings }: Subject, { node, index }: Predecessor): Expression {
  const at = nodeOn(settings.release, node.kind, inConsole(settings, node, index));
  return stopIf(
    at.call('health.is_running'),
    node.name,
    ' still runs: stop it for good first, since both would be the same member',
  );
}

/** Each registered key is the one that the old node had for it. A key the inventory doesn't show is not asked for. */
export function areThose(own: readonly Key[], { node, seen }: Predecessor): readonly Step[] {
  if (seen === undefined) return [];
  return own.flatMap((key): Step[] => {
    const at = seen.row.keys.findIndex((held) =>
      key.usage === 'namespace'
        ? held.root
        : held.mapped && (key.usage === 'encryption' ? held.purpose === 'encryption' : held.usage.includes(key.usage)),
    );
    const held = seen.row.keys[at];
    if (held === undefined) return [];
    const registered = ref(key.public).dot('fingerprint.unwrap');
    return [
      stopIf(
        registered.ne(text(held.fingerprint, `${seen.path}.keys.${at}.fingerprint`)),
        registered,
        ` is another key than the ${key.usage} key of ${node.name}: mend its id, and begin again with an empty database`,
      ),
    ];
  });
}
