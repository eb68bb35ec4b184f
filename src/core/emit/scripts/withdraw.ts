import { blank, comment, fn, ifThen, it, not, ref, type Step } from '../scala/expression';
import { doneBefore, stepDone, stopUnless } from '../scala/phrases';
import { hasNamed } from './questions';
import type { Replacement } from './replacement';
import { eachRotation, preconditions, table, withdraw } from './replacements';
import type { Script } from './script';
import { showMapped, showPing } from './state';
import { nameOf, type Subject } from './subject';
import { limitVal, waitUntil } from './waiting';

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
  const { console } = subject;
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
    ...table(subject, replacements, [limitVal(console)]),
    ...preconditions(subject, ({ name }) => {
      const shown = fn('m', (m) => hasNamed(m.dot('item.keys'), name));
      return [
        stopUnless(hasNamed(ref('mapped'), name), 'no announced key of ', nameOf(subject), ' is called ', name),
        stopUnless(ref('onSynchronizers').dot('forall', shown), 'a synchronizer does not show ', name, ' yet'),
      ];
    }),
    blank,
    comment('2. Withdraw the old keys'),
    eachRotation((row) => [
      ifThen(row.oldKey.dot('isEmpty'), doneBefore(row.old, ' is not announced'), [
        withdraw(subject, row),
        stepDone('2', 'withdrawn ', row.old),
      ]),
    ]),
    blank,
    comment('3. Wait, with a limit, until no synchronizer shows them, then the new state'),
    waitUntil(console, gone, 'a synchronizer still shows an old key of ', nameOf(subject)),
    showMapped(),
    ...showPing(subject),
  ];
}
