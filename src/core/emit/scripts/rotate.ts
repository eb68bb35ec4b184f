import { blank, comment, ifThen, not, ref, type Step } from '../scala/expression';
import { doneBefore, stepDone } from '../scala/phrases';
import { hasAnnouncedNew } from './announced';
import { defMake, makeKey, otherSpecs } from './new-key';
import type { Replacement } from './replacement';
import { eachRotation, preconditions, table, withdraw } from './replacements';
import type { Script } from './script';
import { showMapped, showPing } from './state';
import type { Subject } from './subject';

/** Puts new keys in the place of announced ones, in one go. */
export function rotateKeys(subject: Subject, replacements: readonly Replacement[]): Script {
  const { index, stem, node } = subject;
  return {
    id: `rotate-${index}`,
    name: `rotate-${stem}`,
    purpose: `Puts new keys in the place of announced ones of ${node.name}.`,
    nodes: [index],
    runs: 'remote',
    about: [
      'Puts new keys in the place of announced ones: the new key is announced, then the old one is withdrawn.',
      'A second run changes nothing; after an interruption it goes on where the first one stopped.',
    ],
    body: () => body(subject, replacements),
  };
}

function body(subject: Subject, replacements: readonly Replacement[]): readonly Step[] {
  const { at } = subject;
  return [
    ...table(subject, replacements, otherSpecs(subject, replacements)),
    ...preconditions(subject, (row) => [hasAnnouncedNew(row)]),
    defMake(subject, replacements),
    blank,
    comment('2. One after the other'),
    eachRotation((row) => [
      ifThen(row.oldKey.dot('isEmpty'), doneBefore(row.old, ' is replaced by ', row.name), [
        ...makeKey(subject, '2', row),
        ifThen(
          not(ref('mapped').dot('contains', ref('newKey'))),
          [
            comment('Announces the new key, waits until the synchronizers show it, withdraws the old one'),
            comment("It waits no longer than the console's own limit; when that runs out, run this script again"),
            at.call('topology.owner_to_key_mappings.rotate_key', {
              member: at.call('id').dot('member'),
              currentKey: row.oldKey.dot('get'),
              newKey: ref('newKey'),
            }),
            stepDone('2', row.old, ' replaced by ', row.name),
          ],
          [
            comment('An earlier run was interrupted after the new key was announced'),
            withdraw(subject, row),
            stepDone('2', row.old, ' withdrawn, ', row.name, ' was announced before'),
          ],
        ),
      ]),
    ]),
    blank,
    comment('3. The new state'),
    showMapped(),
    ...showPing(subject),
  ];
}
