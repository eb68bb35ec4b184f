import { blank, comment, fn, ifThen, it, not, ref, type Step } from '../scala/expression';
import { doneBefore, stepDone, stopUnless } from '../scala/phrases';
import { eachRotation, preconditions, type Replacement, table } from './replacements';
import type { Script } from './script';
import { showMapped, showPing } from './state';
import { nameOf, type Subject } from './subject';

/** Withdraws the old keys; from then on the new ones are used. */
export function withdrawKeys(subject: Subject, replacements: readonly Replacement[]): Script {
  const { index, stem, node } = subject;
  return {
    id: `withdraw-${index}`,
    name: `withdraw-${stem}`,
    purpose: `Withdraws the old keys of ${node.name}: from then on it uses the new ones. Run it after the backup.`,
    nodes: [index],
    runs: 'remote',
    about: [
      'Second half of a rotation, after the backup: withdraws the old keys. From then on the node uses the new ones.',
      'A second run changes nothing.',
    ],
    body: () => body(subject, replacements),
  };
}

function body(subject: Subject, replacements: readonly Replacement[]): readonly Step[] {
  const { at, console } = subject;
  const gone = not(
    ref('onSynchronizers').dot(
      'exists',
      it.dot('item.keys').dot(
        'exists',
        fn('k', (k) => ref('rotations').dot('exists', it.dot('_1').eq(k.dot('fingerprint.unwrap')))),
      ),
    ),
  );
  return [
    ...table(subject, replacements),
    ...preconditions(subject, ({ name }) => {
      const newKey = fn('k', (k) => ref('mapped').dot('contains', k.dot('publicKey')));
      const shown = fn('m', (m) =>
        ref('named')
          .of(name)
          .dot(
            'exists',
            fn('k', (k) => m.dot('item.keys').dot('contains', k.dot('publicKey'))),
          ),
      );
      return [
        stopUnless(
          ref('named').of(name).dot('exists', newKey),
          'no announced key of ',
          nameOf(subject),
          ' is called ',
          name,
        ),
        stopUnless(ref('onSynchronizers').dot('forall', shown), 'a synchronizer does not show ', name, ' yet'),
      ];
    }),
    blank,
    comment('2. Withdraw the old keys'),
    eachRotation(({ old, oldKey }) => [
      ifThen(oldKey.dot('isEmpty'), doneBefore(old, ' is not announced'), [
        at.call('topology.owner_to_key_mappings.remove_key', {
          key: oldKey.dot('get').dot('fingerprint'),
          purpose: oldKey.dot('get').dot('purpose'),
        }),
        stepDone('2', 'withdrawn ', old),
      ]),
    ]),
    blank,
    comment('3. Wait, with a limit, until no synchronizer shows them, then the new state'),
    console.call('utils.retry_until_true', { condition: gone }),
    showMapped(),
    ...showPing(subject),
  ];
}
