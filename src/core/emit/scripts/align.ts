import { nodeOn } from '../scala/console';
import {
  blank,
  comment,
  concat,
  def,
  defWith,
  type Expression,
  fn,
  ifThen,
  it,
  ref,
  type Step,
  seq,
  some,
  tuple,
  val,
} from '../scala/expression';
import { doneBefore, stepDone, stop, stopIf } from '../scala/phrases';
import { isInitialised } from './preconditions';
import { announcements, defHeld, ever, fingerprints, isHeld, uidOf } from './questions';
import type { Script } from './script';
import { showPing } from './state';
import { nodeVal, type Subject } from './subject';
import { isConnected, leftVal, withoutLeft } from './synchronizers';

/**
 * After a restore: brings the node's own list of announced keys up to the synchronizer's. Until then a change of the
 * node's keys says that it succeeded, and is lost.
 */
export function align(subject: Subject): Script {
  const { index, stem, node } = subject;
  return {
    id: `align-${index}`,
    name: `align-${stem}`,
    purpose: `Only after a restore of ${node.name}: brings its own list of announced keys up to the synchronizer's.`,
    nodes: [index],
    runs: 'remote',
    about: [
      "After a restore: brings the node's own list of announced keys up to the synchronizer's. Until then a change of its",
      'keys would be lost without a message. Nothing changes on the synchronizer. A second run changes nothing.',
    ],
    body: () => body(subject),
  };
}

function body(subject: Subject): readonly Step[] {
  const { at, console } = subject;
  const authorized = console.call('TopologyStoreId.Authorized');
  const [own, target, others] = [ref('own'), ref('target'), ref('others')];
  const serialOf = (list: Expression) => list.dot('context.serial');
  const numberOf = (list: Expression) => serialOf(list).dot('value');
  const agree = serialOf(own)
    .eq(serialOf(target))
    .and(own.dot('item.keys.toSet').eq(target.dot('item.keys.toSet')));
  return [
    nodeVal(subject),
    ...leftVal(subject),
    blank,
    comment('1. Preconditions'),
    ...isInitialised(subject),
    defHeld(subject),
    def('lists', announcements(subject)),
    defWith('show', { name: 'word', type: 'String' }, (word) =>
      ref('lists').dot(
        'foreach',
        fn('m', (m) =>
          ref('println').of(
            seq(
              word,
              m.dot('context.storeId.toString'),
              concat('serial ', serialOf(m)),
              fingerprints(m.dot('item.keys')),
            ).dot('mkString', '\t'),
          ),
        ),
      ),
    ),
    ref('show').of('BEFORE'),
    def(
      'own',
      ref('lists')
        .dot('find', it.dot('context.storeId').eq(authorized))
        .dot('getOrElse', stop('the node has announced no key')),
    ),
    val('others', withoutLeft(subject, ref('lists').dot('filter', it.dot('context.storeId').ne(authorized)))),
    ...isConnected(subject, others),
    stopIf(
      others
        .dot(
          'map',
          fn('m', (m) => tuple(serialOf(m), m.dot('item.keys'))),
        )
        .dot('distinct.size')
        .op('>', 1),
      'the synchronizers differ among themselves',
    ),
    val('target', others.dot('head')),
    stopIf(numberOf(own).op('>', numberOf(target)), 'the node is ahead of the synchronizer: wait, or connect it'),
    val('missing', target.dot('item.keys').dot('filterNot', fn('k', isHeld))),
    stopIf(ref('missing').dot('nonEmpty'), 'the node does not hold ', fingerprints(ref('missing'))),
    blank,
    comment('2. Repeat in its own list what it lost, one after the other: the same list twice would be refused'),
    ifThen(agree, doneBefore('the lists agree'), [
      stopIf(serialOf(own).eq(serialOf(target)), 'the same serial, and other keys'),
      val(
        'lost',
        at
          .call('topology.owner_to_key_mappings.list', {
            store: some(target.dot('context.storeId')),
            timeQuery: ever(console),
            filterKeyOwnerUid: uidOf(at),
          })
          .dot(
            'filter',
            fn('m', (m) => numberOf(m).op('>', numberOf(own))),
          )
          .dot('sortBy', fn('m', numberOf)),
      ),
      val('between', ref('lost').dot('flatMap', it.dot('item.keys')).dot('distinct').dot('filterNot', fn('k', isHeld))),
      stopIf(
        ref('between').dot('nonEmpty'),
        'the node does not hold what was announced in between: ',
        fingerprints(ref('between')),
      ),
      ref('lost').dot(
        'foreach',
        fn('m', (m) => [repeat(subject, m), stepDone('2', 'own list written with serial ', serialOf(m))]),
      ),
    ]),
    blank,
    comment('3. The new state'),
    ref('show').of('STATE'),
    ...showPing(subject),
  ];
}

/** The list as the synchronizer has it, under the same serial. */
function repeat({ settings: { release }, node, at }: Subject, list: Expression): Expression {
  const serial = some(list.dot('context.serial'));
  if (release === '3.3') {
    return nodeOn(release, node.kind, ref('node')).call('topology.owner_to_key_mappings.propose', {
      proposedMapping: list.dot('item'),
      serial,
    });
  }
  return nodeOn(release, node.kind, ref('node')).call('topology.owner_to_key_mappings.propose', {
    member: at.call('id').dot('member'),
    keys: list.dot('item.keys'),
    serial,
  });
}
