import { nodeOn } from '../scala/console';
import { type Expression, fn, it, ref, type Step, some } from '../scala/expression';
import { stop, stopIf } from '../scala/phrases';
import { uidOf } from './questions';
import type { Subject } from './subject';

/**
 * Stops when a key is in use besides the node's own lists: by another member, for a namespace, by a party. Needs
 * `stores`, the lists that are asked.
 */
export function isUsedByNothing(subject: Subject, fingerprint: Expression): readonly Step[] {
  const { at, console } = subject;
  const store = ref('store');
  const has = (keys: Expression) => keys.dot('exists', it.dot('fingerprint.unwrap').eq(fingerprint));
  const each = (lists: Expression, item: string, body: (item: Expression) => Step) =>
    lists.dot('map', it.dot('item')).dot(
      'foreach',
      fn(item, (one) => body(one)),
    );
  const members = at.call('topology.owner_to_key_mappings.list');
  const delegations = at.call('topology.namespace_delegations.list', {
    store,
    filterTargetKey: some(console.call('Fingerprint.tryFromString', { str: fingerprint })),
  });
  const parties = at.call('topology.party_to_key_mappings.list', { store });
  const namespaces = at.call('topology.decentralized_namespaces.list', { store });
  return [
    each(members, 'm', (m) =>
      stopIf(
        m
          .dot('member')
          .ne(at.call('id').dot('member'))
          .and(has(m.dot('keys'))),
        fingerprint,
        ' is announced by ',
        m.dot('member'),
      ),
    ),
    // In every list: after a restore the node's own may not have what the synchronizer has.
    ref('stores').dot(
      'foreach',
      fn('store', () => [
        each(delegations, 'd', (d) => stop(fingerprint, ' holds a delegation of namespace ', d.dot('namespace'))),
        each(namespaces, 'n', (n) =>
          stopIf(has(n.dot('owners')), fingerprint, ' is an owner of namespace ', n.dot('namespace')),
        ),
        each(parties, 'p', (p) =>
          stopIf(has(p.dot('signingKeys')), 'party ', p.dot('party'), ' signs with ', fingerprint),
        ),
      ]),
    ),
    ...hostedHere(subject).map((lists) =>
      each(lists, 'p', (p) =>
        stopIf(has(p.dot('partySigningKeys')), 'party ', p.dot('partyId'), ' signs with ', fingerprint),
      ),
    ),
  ];
}

/** Since 3.4 a party's keys may stand where the party is hosted. Of all parties only those of the node are asked for. */
function hostedHere({ settings: { release }, node, at }: Subject): readonly Expression[] {
  if (release === '3.3' || node.kind !== 'participant') return [];
  const participant = nodeOn(release, node.kind, ref('node'));
  return [participant.call('topology.party_to_participant_mappings.list_from_all', { filterParticipant: uidOf(at) })];
}
