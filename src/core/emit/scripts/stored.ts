import { blank, comment, fn, ref, type Step, text, val } from '../scala/expression';
import { columns, next, stopIf } from '../scala/phrases';
import { isInitialised, isOfInventory } from './preconditions';
import { defHeld, wrapperCounts, wrappersShown } from './questions';
import type { Script } from './script';
import { nameOf, nodeVal, type Subject } from './subject';

/** How a node stores its private keys, checked and told. Nothing is changed, so these may be run at any time. */

/** That all private keys of a node lie in its database in the clear. */
export function checkClear(subject: Subject, then: string): Script {
  return {
    ...framed(subject, 'clear'),
    purpose: `Checks that all keys of ${subject.node.name} are stored in the clear.`,
    about: ['Checks that all private keys of the node are stored in the clear. It changes nothing.'],
    body: () => [
      ...begun(subject),
      blank,
      comment('2. None is in a KMS, and none is encrypted'),
      ...notInKms(subject),
      stopIf(
        ref('wrappers').dot('keySet').ne(ref('Set').of('clear')),
        nameOf(subject),
        ' holds keys that are encrypted with a wrapper key',
      ),
      columns('STATE', 'clear', ref('held').dot('size')),
      next(then),
    ],
  };
}

/** That all private keys of a node are encrypted with one wrapper key, the planned one where the plan names it. */
export function checkEncrypted(subject: Subject, then: string): Script {
  const { custody } = subject.node;
  const planned =
    custody.type === 'envelope' && custody.wrapperKey.type === 'given' ? custody.wrapperKey.id : undefined;
  const path = `nodes.${subject.index}.custody.wrapperKey.id`;
  const wrappers = ref('wrappers');
  return {
    ...framed(subject, 'encrypted'),
    purpose: `Checks that all keys of ${subject.node.name} are encrypted with one wrapper key.`,
    about: ['Checks that all private keys of the node are encrypted with one wrapper key. It changes nothing.'],
    body: () => [
      ...begun(subject),
      blank,
      comment(
        '2. All are encrypted, with the same wrapper key. get_wrapper_key_id may name the configured one instead',
      ),
      ...notInKms(subject),
      stopIf(wrappers.dot('contains', 'clear'), nameOf(subject), ' holds keys in the clear'),
      stopIf(
        wrappers.dot('size').op('>', 1),
        nameOf(subject),
        ' holds keys under several wrapper keys: rotate them to one',
      ),
      ...(planned === undefined
        ? []
        : [
            val('planned', text(planned, path)),
            stopIf(
              wrappers.dot('head').dot('_1').ne(ref('planned')),
              nameOf(subject),
              ' has encrypted its keys with ',
              wrappers.dot('head').dot('_1'),
              ', the plan names ',
              ref('planned'),
            ),
          ]),
      columns('STATE', 'encrypted', wrappersShown(wrappers)),
      next(then),
    ],
  };
}

function framed({ index, stem }: Subject, state: 'clear' | 'encrypted') {
  return { id: `check-${state}-${index}`, name: `check-${state}-${stem}`, nodes: [index], runs: 'remote' } as const;
}

function begun(subject: Subject): readonly Step[] {
  return [
    nodeVal(subject),
    blank,
    comment('1. The node, and how its keys are stored: by wrapper key, with "clear" for none'),
    ...isInitialised(subject),
    ...isOfInventory(subject),
    defHeld(subject),
    val('wrappers', wrapperCounts(subject)),
    stopIf(ref('held').dot('isEmpty'), nameOf(subject), ' holds no key'),
    columns('KEYS', wrappersShown(ref('wrappers'))),
  ];
}

function notInKms(subject: Subject): readonly Step[] {
  return [
    stopIf(
      ref('held').dot(
        'exists',
        fn('k', (k) => k.dot('kmsKeyId.isDefined')),
      ),
      nameOf(subject),
      ' holds keys that are in a KMS: it is no node for this way',
    ),
  ];
}
