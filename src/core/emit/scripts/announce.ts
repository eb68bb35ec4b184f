import { blank, comment, fn, ifThen, ref, type Step } from '../scala/expression';
import { doneBefore, next, stepDone } from '../scala/phrases';
import { hasAnnouncedNew } from './announced';
import { defMake, makeKey, otherSpecs } from './new-key';
import { hasNamed } from './questions';
import type { Replacement } from './replacement';
import { eachRotation, preconditions, table } from './replacements';
import type { Script } from './script';
import { showMapped } from './state';
import { nameOf, type Subject } from './subject';
import { limitVal, waitUntil } from './waiting';

/** Makes the new keys known. The old ones stay in use until they are withdrawn, after a backup. */
export function announceKeys(subject: Subject, replacements: readonly Replacement[]): Script {
  const { index, stem, node } = subject;
  return {
    id: `announce-${index}`,
    name: `announce-${stem}`,
    purpose: `Makes the new keys of ${node.name} known; it goes on using the old ones.`,
    nodes: [index],
    runs: 'remote',
    about: [
      'First half of a rotation: makes the new keys and announces them. The node goes on using the old ones.',
      'Then comes a backup of the database, then the second half. A second run changes nothing.',
    ],
    body: () => body(subject, replacements),
  };
}

function body(subject: Subject, replacements: readonly Replacement[]): readonly Step[] {
  const { at, console } = subject;
  const everywhere = ref('onSynchronizers').dot(
    'forall',
    fn('m', (m) =>
      ref('rotations').dot(
        'forall',
        fn('r', (r) => hasNamed(m.dot('item.keys'), r.dot('_3'))),
      ),
    ),
  );
  return [
    ...table(subject, replacements, [...otherSpecs(subject, replacements), limitVal(console)]),
    ...preconditions(subject, (row) => [hasAnnouncedNew(row)]),
    defMake(subject, replacements),
    blank,
    comment('2. The new keys, each announced beside the old one'),
    eachRotation((row) => [
      ifThen(row.oldKey.dot('isEmpty'), doneBefore(row.old, ' is replaced by ', row.name), [
        ...makeKey(subject, '2', row),
        ifThen(ref('mapped').dot('contains', ref('newKey')), doneBefore('announced ', row.name), [
          at.call('topology.owner_to_key_mappings.add_key', {
            key: ref('newKey').dot('fingerprint'),
            purpose: ref('newKey').dot('purpose'),
          }),
          stepDone('2', 'announced ', row.name),
        ]),
      ]),
    ]),
    blank,
    comment('3. Wait, with a limit, until the synchronizers show them, then the new state'),
    waitUntil(console, everywhere, 'the synchronizers do not show the new keys of ', nameOf(subject)),
    showMapped(),
    next('back up the database of ', nameOf(subject), ' now, then run the script that withdraws the old keys'),
  ];
}
