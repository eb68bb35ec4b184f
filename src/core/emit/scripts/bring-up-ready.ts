import type { Release } from '../../canton/releases';
import type { NodeKind } from '../../plan/node';
import { consoleOn, nodeOn } from '../scala/console';
import { comment, fn, it, ref, type Step, seq, some, val } from '../scala/expression';
import { stopIf, stopUnless } from '../scala/phrases';
import { uidOf } from './questions';

const groups: readonly (readonly [name: string, kind: NodeKind])[] = [
  ['synchronizerSequencers', 'sequencer'],
  ['synchronizerMediators', 'mediator'],
  ['members', 'participant'],
];

/** What the bring-up relies on. Leaves which sequencers have begun in `begun`, and which mediators belong to one in `judged`. */
export function canBeBroughtUp(release: Release): readonly Step[] {
  const console = consoleOn(release);
  const begun = it.dot('health.initialized').of();
  return [
    comment('1. Preconditions: all answer, have their identity and have announced their keys'),
    ...groups.map(([name, kind]) => {
      const each = nodeOn(release, kind, ref('n'));
      return ref(name).dot(
        'foreach',
        fn('n', () => [
          stopUnless(each.call('health.is_running'), each.call('name'), ' does not answer'),
          stopUnless(
            each.call('health.active'),
            each.call('name'),
            ' is a passive replica: run this against the active one',
          ),
          stopUnless(each.call('health.has_identity'), each.call('name'), ' has no identity yet'),
          stopUnless(
            each.call('health.initialized').or(each.call('health.is_ready_for_initialization')),
            each.call('name'),
            ' has not announced its keys yet',
          ),
        ]),
      );
    }),
    comment(
      'An interrupted bootstrap is taken up for the mediators: another sequencer would get a beginning of its own',
    ),
    val('begun', ref('synchronizerSequencers').dot('map', begun).dot('distinct')),
    val('judged', ref('synchronizerMediators').dot('map', begun)),
    stopIf(ref('begun').dot('size').op('>', 1), 'only some of the sequencers belong to a synchronizer'),
    stopIf(
      ref('begun').dot('contains', false).and(ref('judged').dot('contains', true)),
      'a mediator belongs to a synchronizer, and the sequencers do not',
    ),
    comment('Two nodes with the same key would both run without a warning; by their ids in the KMS, nobody can tell'),
    val(
      'fingerprints',
      groups
        .map(([name, kind]) => {
          const each = nodeOn(release, kind, ref('n'));
          const own = each.call('topology.owner_to_key_mappings.list', {
            store: some(console.call('TopologyStoreId.Authorized')),
            filterKeyOwnerUid: uidOf(each),
          });
          const announced = own.dot('flatMap', it.dot('item.keys')).dot('map', it.dot('fingerprint.unwrap'));
          const root = each.call('namespace').dot('fingerprint.unwrap');
          return ref(name).dot(
            'flatMap',
            fn('n', () => announced.op('++', seq(root))),
          );
        })
        .reduce((all, more) => all.op('++', more)),
    ),
    stopIf(
      ref('fingerprints').dot('distinct.size').ne(ref('fingerprints').dot('size')),
      'two of the nodes have the same key: ',
      ref('fingerprints').dot('diff', ref('fingerprints').dot('distinct')).dot('mkString', ', '),
    ),
  ];
}
