import type { WrapperRotation } from '../../plan/task';
import { blank, comment, def, fn, ifThen, not, ref, type Step, text, val } from '../scala/expression';
import { columns, doneBefore, next, say, stepDone, stopIf, stopUnless } from '../scala/phrases';
import { isInitialised, isOfInventory } from './preconditions';
import { wrapperCounts, wrappersShown } from './questions';
import type { Script } from './script';
import { nameOf, nodeVal, type Subject } from './subject';

/**
 * Encrypts all stored private keys of a node with another wrapper key. The wrapper in use is read from the keys:
 * `get_wrapper_key_id` may repeat what is configured.
 * @param seen the wrapper keys that the inventory found: of several, all are replaced, which mends a mixed store
 */
export function rotateWrapper(
  subject: Subject,
  rotation: WrapperRotation,
  seen: readonly string[],
  path: string,
): Script {
  const { index, stem, node } = subject;
  return {
    id: `wrapper-${index}`,
    name: `rotate-wrapper-${stem}`,
    purpose: `Encrypts all keys of ${node.name} with another wrapper key.`,
    nodes: [index],
    runs: 'remote',
    about: ['Encrypts all stored private keys of the node with another wrapper key. A second run changes nothing.'],
    body: () => body(subject, rotation, seen, path),
  };
}

function body(subject: Subject, { from, to }: WrapperRotation, seen: readonly string[], path: string): readonly Step[] {
  const { at } = subject;
  const [before, old] = [ref('before'), ref('oldWrappers')];
  const given = to.type === 'given';
  const others = seen.filter((id) => id !== '' && id !== from && !(given && id === to.id));
  const olds = ref('Set').of(text(from, `${path}.from`), ...others.map((id) => text(id, `${path}.from`)));
  const shown = (word: string, counts: string) => columns(word, wrappersShown(ref(counts)));
  const known = given ? old.op('+', ref('newWrapper')) : old;
  const isOld = (id: string) =>
    ref(id)
      .dot('keySet')
      .dot(
        'exists',
        fn('id', (key) => old.dot('contains', key)),
      );
  return [
    nodeVal(subject),
    val('oldWrappers', olds, { note: 'in use when this was written' }),
    ...(given ? [val('newWrapper', text(to.id, `${path}.to.id`))] : []),
    blank,
    comment(
      '1. Preconditions. The wrapper keys are read from the keys: get_wrapper_key_id may name the configured one',
    ),
    ...isInitialised(subject),
    ...isOfInventory(subject),
    def('wrappers', wrapperCounts(subject)),
    val('before', ref('wrappers')),
    shown('BEFORE', 'before'),
    stopIf(before.dot('isEmpty'), nameOf(subject), ' holds no key'),
    stopIf(before.dot('contains', 'clear'), nameOf(subject), ' holds keys that are not encrypted with a wrapper key'),
    blank,
    comment('2. Rotate, if an old wrapper key is still in use'),
    ifThen(
      not(isOld('before')),
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
        doneBefore('no key is under ', old.dot('mkString', ', ')),
      ],
      [
        stopUnless(
          before.dot('keySet').dot('subsetOf', known),
          'there is another wrapper key: ',
          before.dot('keySet').dot('mkString', ', '),
        ),
        // Canton makes the key first, and doesn't tell its id when it fails afterwards.
        ...(given ? [] : [say('STEP 2: a key is made in the KMS; if the rotation fails, it is left there unused')]),
        at.call('keys.secret.rotate_wrapper_key', given ? { newWrapperKeyId: ref('newWrapper') } : {}),
        stepDone('2', 'rotated'),
      ],
    ),
    blank,
    comment('3. The new state: one wrapper key for all keys, and none of the old ones'),
    val('after', ref('wrappers')),
    shown('STATE', 'after'),
    stopIf(ref('after').dot('size').ne(1).or(isOld('after')), 'not all keys are under one new wrapper key'),
    next(
      'wrapper-key-id in the configuration must be ',
      ref('after').dot('keys.head'),
      ' or absent from now on; keep the old key while a backup needs it',
    ),
  ];
}
