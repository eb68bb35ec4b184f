import type { Release } from '../../canton/releases';
import { consoleOn, nodeOn } from '../scala/console';
import { def, type Expression, fn, it, ref, type Step, seq, val } from '../scala/expression';
import { stopIf, stopUnless } from '../scala/phrases';
import type { Statement } from '../scala/tree';
import { announcements } from './questions';
import { nameOf, type Subject } from './subject';

/**
 * Which synchronizers count. A participant keeps the list of one that it is no longer connected to, as it was when it
 * last was: there a change would be waited for in vain. A sequencer or mediator belongs to one.
 */

/** `left`: the synchronizers that a participant has left for good; empty, until a person says so. */
export function leftVal({ node }: Subject): readonly Step[] {
  if (node.kind !== 'participant') return [];
  const note = 'synchronizers that the node has left for good, each as a STOP below names it';
  return [val('left', ref('Set').of(), { type: 'Set[String]', note })];
}

/** Those of the node's lists of keys that count. Needs `left`. */
export function withoutLeft({ node }: Subject, lists: Expression): Expression {
  return node.kind === 'participant' ? lists.dot('filterNot', fn('m', isLeft)) : lists;
}

/** `onSynchronizers`: what the synchronizers that count know of the node's keys. Needs `left`. */
export function defOnSynchronizers(subject: Subject): Statement {
  const authorized = subject.console.call('TopologyStoreId.Authorized');
  const shown = announcements(subject).dot('filter', it.dot('context.storeId').ne(authorized));
  return def('onSynchronizers', withoutLeft(subject, shown));
}

function isLeft(list: Expression): Expression {
  return ref('left').dot('contains', list.dot('context.storeId.toString'));
}

/**
 * Without a connection a change would be told to nobody.
 * @param lists the node's lists of keys on the synchronizers that count
 */
export function isConnected(subject: Subject, lists = ref('onSynchronizers')): readonly Step[] {
  const none = (those: Expression) => stopIf(those.dot('isEmpty'), nameOf(subject), ' is connected to no synchronizer');
  const { settings, node } = subject;
  if (node.kind !== 'participant') return [none(lists)];
  const connected = nodeOn(settings.release, node.kind, ref('node')).call('synchronizers.list_connected');
  const store = (list: Expression) => list.dot('context.storeId');
  return [
    val(
      'connected',
      connected.dot(
        'map',
        fn('s', (s) => seq(...namesOf(settings.release, s))),
      ),
    ),
    none(ref('connected')),
    lists.dot(
      'foreach',
      fn('m', (m) =>
        stopUnless(
          ref('connected').dot('exists', it.dot('contains', store(m))),
          nameOf(subject),
          ' is not connected to ',
          store(m),
          ': run synchronizers.reconnect_all() on it; if it has left that synchronizer for good, write this name into left, at the top of this script',
        ),
      ),
    ),
    ref('connected').dot(
      'foreach',
      fn('names', (names) => [
        stopIf(
          names.dot(
            'exists',
            fn('s', (s) => ref('left').dot('contains', s.dot('toString'))),
          ),
          'left names ',
          names.dot('head'),
          ', to which ',
          nameOf(subject),
          ' is connected',
        ),
        stopUnless(
          lists.dot(
            'exists',
            fn('m', (m) => names.dot('contains', store(m))),
          ),
          nameOf(subject),
          ' is connected to ',
          names.dot('head'),
          ', which does not show its keys',
        ),
      ]),
    ),
  ];
}

/** What is known of a synchronizer that a participant is connected to. */
export function storeOf(release: Release, synchronizer: Expression): Expression {
  return namesOf(release, synchronizer)[0];
}

/** What a list may call such a synchronizer: 3.3 knows its logical id alone, since 3.4 there is a physical one as well. */
function namesOf(release: Release, synchronizer: Expression): readonly [Expression, ...Expression[]] {
  if (release === '3.3') {
    return [consoleOn(release).call('TopologyStoreId.Synchronizer', { id: synchronizer.dot('synchronizerId') })];
  }
  const of = consoleOn(release);
  return [
    of.call('TopologyStoreId.Synchronizer', { physicalSynchronizerId: synchronizer.dot('physicalSynchronizerId') }),
    of.call('TopologyStoreId.Synchronizer', { synchronizerId: synchronizer.dot('synchronizerId') }),
  ];
}
