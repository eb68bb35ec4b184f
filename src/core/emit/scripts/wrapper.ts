import type { WrapperRotation } from '../../plan/task';
import {
  blank,
  cases,
  comment,
  concat,
  def,
  ifThen,
  it,
  not,
  ref,
  type Step,
  text,
  tuple,
  val,
  when,
} from '../scala/expression';
import { columns, doneBefore, next, stepDone, stopIf, stopUnless } from '../scala/phrases';
import { isInitialised } from './preconditions';
import type { Script } from './script';
import { nameOf, nodeVal, type Subject } from './subject';

/**
 * Encrypts all stored private keys of a node with another wrapper key. The wrapper in use is read from the keys:
 * `get_wrapper_key_id` may repeat what is configured.
 */
export function rotateWrapper(subject: Subject, rotation: WrapperRotation, path: string): Script {
  const { index, stem, node } = subject;
  return {
    id: `wrapper-${index}`,
    name: `rotate-wrapper-${stem}`,
    purpose: `Encrypts all keys of ${node.name} with another wrapper key.`,
    nodes: [index],
    runs: 'remote',
    about: ['Encrypts all stored private keys of the node with another wrapper key. A second run changes nothing.'],
    body: () => body(subject, rotation, path),
  };
}

function body(subject: Subject, { from, to }: WrapperRotation, path: string): readonly Step[] {
  const { at } = subject;
  const [before, old] = [ref('before'), ref('oldWrapper')];
  const given = to.type === 'given';
  // One entry a wrapper key, with how many keys it encrypts; "clear" for keys that none does.
  const wrappers = at
    .call('keys.secret.list')
    .dot('map', it.dot('wrapperKeyId').dot('map', it.dot('unwrap')).dot('getOrElse', 'clear'))
    .dot('groupBy', ref('identity'))
    .dot('map', cases(when(['id', 'keys'], tuple(ref('id'), ref('keys').dot('size')))));
  const shown = (word: string, counts: string) =>
    columns(
      word,
      ref(counts)
        .dot('map', cases(when(['id', 'count'], concat(ref('id'), ': ', ref('count'), ' keys'))))
        .dot('mkString', ', '),
    );
  const kept = given ? ref('Set').of(old, ref('newWrapper')) : ref('Set').of(old);
  return [
    nodeVal(subject),
    val('oldWrapper', text(from, `${path}.from`), { note: 'the wrapper key in use when this was written' }),
    ...(given ? [val('newWrapper', text(to.id, `${path}.to.id`))] : []),
    blank,
    comment(
      '1. Preconditions. The wrapper keys are read from the keys: get_wrapper_key_id may name the configured one',
    ),
    ...isInitialised(subject),
    def('wrappers', wrappers),
    val('before', ref('wrappers')),
    shown('BEFORE', 'before'),
    stopIf(before.dot('isEmpty'), nameOf(subject), ' holds no key'),
    stopIf(before.dot('contains', 'clear'), nameOf(subject), ' holds keys in the clear: it does not encrypt them'),
    blank,
    comment('2. Rotate, if the old wrapper key is still in use'),
    ifThen(
      not(before.dot('contains', old)),
      [
        ...(given
          ? [
              stopUnless(
                before.dot('keySet').eq(ref('Set').of(ref('newWrapper'))),
                'the keys are under neither of the two: ',
                before.dot('keySet').dot('mkString', ', '),
              ),
            ]
          : [
              stopIf(
                before.dot('size').op('>', 1),
                'the keys are under several wrapper keys: ',
                before.dot('keySet').dot('mkString', ', '),
              ),
            ]),
        doneBefore('no key is under ', old),
      ],
      [
        stopUnless(
          before.dot('keySet').dot('subsetOf', kept),
          'there is another wrapper key: ',
          before.dot('keySet').dot('mkString', ', '),
        ),
        at.call('keys.secret.rotate_wrapper_key', given ? { newWrapperKeyId: ref('newWrapper') } : {}),
        stepDone('2', 'rotated'),
      ],
    ),
    blank,
    comment('3. The new state: one wrapper key for all keys, and not the old one'),
    val('after', ref('wrappers')),
    shown('STATE', 'after'),
    stopIf(
      ref('after').dot('size').ne(1).or(ref('after').dot('contains', old)),
      'not all keys are under one new wrapper key',
    ),
    next(
      'wrapper-key-id in the configuration must be ',
      ref('after').dot('keys.head'),
      ' or absent from now on; keep the old key while a backup needs it',
    ),
  ];
}
