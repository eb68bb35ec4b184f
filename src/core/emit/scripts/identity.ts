import type { GivenKeys } from '../../plan/node';
import {
  blank,
  comment,
  type Expression,
  fn,
  ifThen,
  it,
  not,
  ref,
  type Step,
  seq,
  text,
  tuple,
  val,
} from '../scala/expression';
import { columns, doneBefore, stopIf } from '../scala/phrases';
import { areFree } from './given-keys';
import { announce, certify, identify, type Key, keys, last, register } from './identity-steps';
import { isActive, isInMode, isRunning } from './preconditions';
import { areThose, type Predecessor } from './predecessor';
import { defHeld, defUsageOf, isInKms, ownAnnouncements, uidOf } from './questions';
import type { Script } from './script';
import { nameOf, nodeVal, type Subject } from './subject';
import { limitVal } from './waiting';

/** Gives a new node its identity from KMS keys that exist already; they may be those of a node whose namespace it shares. */
export function identity(subject: Subject, given: GivenKeys, old?: Predecessor): Script {
  const { index, stem, node } = subject;
  return {
    id: `identity-${index}`,
    name: `identity-${stem}`,
    purpose: `Gives ${node.name} its identity, from keys that exist in the KMS.`,
    nodes: [index],
    runs: 'remote',
    about: [
      'Gives the new node its identity from KMS keys that exist already, and announces them.',
      'A second run changes nothing; after an interruption it goes on where the first one stopped.',
    ],
    body: () => body(subject, given, old),
  };
}

function body(subject: Subject, given: GivenKeys, old: Predecessor | undefined): readonly Step[] {
  const { at, console, index, node } = subject;
  const own = node.kind === 'participant' ? keys : keys.slice(0, 3);
  const path = `nodes.${index}`;
  const hasIdentity = at.call('health.has_identity');
  const rootKey = fn('k', (k) => k.dot('publicKey.fingerprint').eq(at.call('namespace').dot('fingerprint')));
  const nameOfKey = (key: Key): Expression => nameOf(subject).op('+', key.suffix);
  return [
    nodeVal(subject),
    limitVal(console),
    val('identifier', text(node.identifier === '' ? node.name : node.identifier, `${path}.identifier`)),
    comment('What each key is for, its name, its id in the KMS'),
    val(
      'keys',
      seq(
        ...own.map((key) =>
          tuple(key.usage, nameOfKey(key), text(given[key.answer], `${path}.custody.keys.${key.answer}`)),
        ),
      ),
    ),
    blank,
    comment('1. Show what will be used, before anything is changed'),
    columns('KEY', 'usage', 'name', 'kmsKeyId'),
    ref('keys').dot(
      'foreach',
      fn('k', (k) => columns('KEY', k.dot('_1'), k.dot('_2'), k.dot('_3'))),
    ),
    blank,
    comment('2. Preconditions'),
    stopIf(
      ref('keys').dot('map', it.dot('_3')).dot('distinct.size').ne(ref('keys').dot('size')),
      'one KMS key stands in two roles',
    ),
    isRunning(subject),
    isActive(subject),
    defHeld(subject),
    isInMode(subject),
    ifThen(hasIdentity, [
      stopIf(at.call('uid').dot('identifier.unwrap').ne(ref('identifier')), 'the node is ', uidOf(at), ' already'),
      stopIf(
        not(
          ref('held')
            .dot('filter', rootKey)
            .dot('exists', isInKms(it, ref('keys').dot('head._3'))),
        ),
        'the root key of the node is not ',
        ref('keys').dot('head._3'),
      ),
      doneBefore('identity ', uidOf(at)),
    ]),
    defUsageOf(),
    val('announced', ifThen(hasIdentity, ownAnnouncements(subject), seq())),
    ifThen(ref('announced').dot('isEmpty'), areFree()),
    blank,
    ifThen(ref('announced').dot('nonEmpty'), doneBefore('keys announced, nothing is left to do'), [
      ...register(subject, own),
      ...(old === undefined ? [] : areThose(own, old)),
      ...identify(subject),
      ...certify(subject),
      ...announce(subject, own),
    ]),
    blank,
    ...last(subject),
  ];
}
