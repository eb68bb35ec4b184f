import { waitLimit } from '../../canton/console/waiting';
import { hoconSource } from '../../canton/hocon-source';
import { announcedKeysSeen, firstKeysSource, wrapperKeysSource } from '../../canton/key-care';
import type { Source } from '../../canton/sources';
import { type Block, type Inline, list, said, type Text } from '../markdown/printer';
import type { Placed } from '../scripts/scripts';
import type { Settings } from '../settings';
import { remoteConsoleName } from '../targets/remote-console';

/** How a script is run from outside of the nodes, and what it says. */

export function remoteCommand(path: string): string {
  return `canton run --no-tty ${path} -c ./${remoteConsoleName}`;
}

/** The script that lists every key. */
export function inventoryCommand(scripts: readonly Placed[]): Inline {
  const inventory = scripts.find(({ when }) => when === 'any-time');
  return { code: remoteCommand(inventory?.file.outline.path ?? '') };
}

/** What stands between a person and the first command line. */
export function aConsole({ release }: Settings): Text {
  return [
    'Get a console that reaches the nodes: ',
    { code: 'canton' },
    ' stands for ',
    { code: 'bin/canton' },
    ` of Canton ${release}, run in the folder of these files. Give `,
    { code: remoteConsoleName },
    ' the addresses and ports first, or set the variables it names; where one is missing, the console ends with ',
    { code: 'Could not resolve substitution to a value' },
    said('.', hoconSource('substitutions')),
  ];
}

/** What the part of a README is called that tells of it, where it is a part of its own. */
export const consolePart = 'A console that reaches the nodes';

/** The sentence by which a runbook leads there. */
export const toConsolePart: readonly Inline[] = [
  `README.md, “${consolePart}”, tells how to get one and how to fill `,
  { code: remoteConsoleName },
  '; without that the command ends before it has begun.',
];

/** What every script says, and what it leaves when it stops. */
export function outcomes(): Block {
  return list([...ofChecks, ranOut, failed]);
}

/** The same of scripts that wait for nothing. */
export function outcomesOfChecks(): Block {
  return list([...ofChecks, failed]);
}

const ofChecks: readonly Text[] = [
  [
    { code: 'STEP' },
    ' lines tell what was done, ',
    { code: 'DONE BEFORE' },
    ' what an earlier run had done, ',
    { code: 'STATE' },
    ' what is true at the end, ',
    { code: 'NEXT' },
    ' what you do now.',
  ],
  [
    { code: 'ERROR STOP: …' },
    ' with exit status 1: something the script relies on does not hold. What ',
    { code: 'STEP' },
    ' lines before it tell was done and stays; nothing after it was. Mend it and run the script again: it goes on from there.',
  ],
];

const ranOut: Text = [
  { code: 'STOP: … what was done stays, run this script again' },
  `: a wait has run out, after the limit at the script's top, `,
  said(`${waitLimit.minutes} minutes`, waitLimit.source),
  '. Commands that change the topology wait under the limit of the console itself, ',
  { code: 'canton.parameters.timeouts.console.bounded' },
  '. After either, run the script again.',
];

const failed: Text = [
  'An error block of a command, then ',
  { code: 'Command execution failed' },
  ': the command itself failed. What the console shows of it is often only ',
  { code: 'An error occurred' },
  ': the reason stands in the log of the node. Mend it and run the script again.',
];

type Ending = { readonly of: string; readonly what: string; readonly says: readonly Inline[]; readonly source: Source };

/** With what a script ends that got to its end, by the beginning of its id. */
const endings: readonly Ending[] = [
  {
    of: 'identity-',
    what: 'Identity',
    says: [
      { code: 'STATE uid' },
      ' and a line ',
      { code: 'STATE mapped' },
      ' for each announced key: three of a participant, two of the others. The root key is not among them.',
    ],
    source: firstKeysSource,
  },
  {
    of: 'bring-up',
    what: 'Bring-up',
    says: [{ code: 'STATE … ping' }, ' with a duration, for each participant.'],
    source: announcedKeysSeen,
  },
  {
    of: 'delegate-',
    what: 'Delegation',
    says: [{ code: 'STATE may sign' }, ' for the root key and for the intermediate key.'],
    source: announcedKeysSeen,
  },
  {
    of: 'announce-',
    what: 'Announcement',
    says: [{ code: 'STATE mapped' }, ' for the new keys and for the old ones, beside each other.'],
    source: announcedKeysSeen,
  },
  {
    of: 'withdraw-',
    what: 'Withdrawal',
    says: [
      { code: 'STATE mapped' },
      ' for the new keys, and no more for the old ones; of a participant also ',
      { code: 'STATE ping' },
      ' with a duration.',
    ],
    source: announcedKeysSeen,
  },
  {
    of: 'rotate-',
    what: 'Rotation',
    says: [
      { code: 'STATE mapped' },
      ' for the new keys, and none for the old ones; of a participant also ',
      { code: 'STATE ping' },
      ' with a duration.',
    ],
    source: announcedKeysSeen,
  },
  {
    of: 'wrapper-',
    what: 'Wrapper rotation',
    says: [{ code: 'STATE' }, ' with one id, the new one, and the number of all keys of the node.'],
    source: wrapperKeysSource,
  },
];

/** What the last lines of the scripts are when all went well. */
export function goodEnds(scripts: readonly Placed[]): Block {
  const rows = endings
    .filter(({ of }) => scripts.some(({ script }) => script.id.startsWith(of)))
    .map(({ what, says, source }): readonly Text[] => [[said(what, source)], says]);
  return { kind: 'table', head: ['Script', 'Ends with exit status 0 and'], rows };
}
