import { exitStatus, exitStatusSource } from '../../canton/command-line';
import { inPlaceTried, passiveWaitsSource } from '../../canton/migration';
import { encryptedKeysSource } from '../../canton/operation-sources';
import { movingNodes, withoutKms } from '../../plan/migration';
import type { Node } from '../../plan/node';
import type { Line } from '../artefact';
import { printHocon } from '../hocon/printer';
import { type Block, codeBlock, paragraph, said, type Text } from '../markdown/printer';
import { remoteCommand, toConsolePart } from '../readme/console';
import { nodeNames } from '../readme/names';
import { isShared, type Settings, settingsOf, usedBy } from '../settings';
import { sharedKms } from '../targets/hocon-files';
import { nodeSection } from '../targets/node';
import { remoteConsoleName } from '../targets/remote-console';
import { asksForNode, startScriptName } from '../targets/start-script';
import type { RunbookStep } from './runbook';

/** What the ways within the database have in common: each node converts its own keys at a restart. */

/** The nodes on the move, with their places in the plan. */
export function moving(settings: Settings): readonly { readonly node: Node; readonly index: number }[] {
  return movingNodes(settings.plan).flatMap((index) => {
    const node = settings.plan.nodes[index];
    return node === undefined ? [] : [{ node, index }];
  });
}

/** Which of this ran on real nodes. */
export function triedInPlace(settings: Settings): Text {
  const replicated = moving(settings).some(({ node }) => node.replicas);
  const gcp = settings.used.some(({ kms }) => kms.type === 'gcp');
  const unseen = [...(replicated ? ['replicas'] : []), ...(gcp ? ['calls to Google Cloud'] : [])];
  const rest = unseen.length === 0 ? '' : ` Not tried: ${unseen.join(' and ')}; what is said of that was read.`;
  if (settings.release !== inPlaceTried) {
    return [
      said(
        `It ran on Canton ${inPlaceTried}, on a participant, a sequencer and a mediator, with an emulator of AWS KMS. For ${settings.release} it was read in the code, which is the same, and not tried.${rest}`,
        encryptedKeysSource,
      ),
    ];
  }
  return [
    said(
      `It ran on Canton ${inPlaceTried}, on a participant, a sequencer and a mediator, with an emulator of AWS KMS: it was not AWS itself.${rest}`,
      encryptedKeysSource,
    ),
  ];
}

/** A script run on each of the nodes. */
export function runs(settings: Settings, number: string, script: string): readonly Block[] {
  const lines = moving(settings).map(({ index }) =>
    remoteCommand(`${number}-${script}-${settings.stems[index] ?? index}.sc`),
  );
  return [paragraph('From a console that reaches the nodes: ', ...toConsolePart), codeBlock('sh', lines)];
}

/** A restart of each of the nodes with the configuration of a folder. */
export function restarts(settings: Settings, folder: string): readonly Block[] {
  const asks = asksForNode(settings);
  const lines = moving(settings).map(
    ({ index }) => `./${folder}/${startScriptName} ${asks ? `${settings.stems[index] ?? index} ` : ''}-c own.conf`,
  );
  const shown = settings.plan.output.layout === 'one-file' ? lines.slice(0, 1) : lines;
  return [
    paragraph('Stop the node, and start it with your own configuration (', { code: 'own.conf' }, ') and this one:'),
    codeBlock('sh', shown),
  ];
}

export const notStarted: readonly Text[] = [
  [
    said(`Exit status ${exitStatus.configuration}: `, exitStatusSource),
    'the configuration was refused and nothing was changed. The message names the path.',
  ],
  [
    said(`Exit status ${exitStatus.node}, `, exitStatusSource),
    { code: 'Fatal error occurred, crashing the node' },
    ': the cause stands above the thread dump, and other nodes of the process end with it. README.md lists causes.',
  ],
];

export const stopped: readonly Text[] = [
  [
    { code: 'ERROR STOP: …' },
    ' with exit status 1 says what does not hold. The scripts change nothing, so they may be run again at any time.',
  ],
  [
    { code: 'does not answer' },
    ': the node is not up, or ',
    { code: remoteConsoleName },
    ' has another address or port than it.',
  ],
];

/** Passive replicas are out of the way while the active one converts, since they could take over in the middle of it. */
export function stopPassive(settings: Settings): readonly RunbookStep[] {
  const replicated = moving(settings).filter(({ node }) => node.replicas);
  if (replicated.length === 0) return [];
  return [
    {
      id: 'stop-passive',
      title: 'Stop the passive replicas',
      nodes: replicated.map(({ index }) => index),
      does: [
        paragraph(
          'Stop every replica of ',
          ...nodeNames(replicated.map(({ node }) => node)),
          ' but the active one. ',
          said('Only the active one converts keys; none may take over while it does.', passiveWaitsSource),
        ),
      ],
      sees: ['One replica of each node runs, and ', { code: 'health.active' }, ' is true on it.'],
      otherwise: [['Another one became active: go on with that one, and stop the rest.']],
    },
  ];
}

/** The other replicas come back with what the active one was started with. */
export function startPassive(settings: Settings, folder: string): readonly RunbookStep[] {
  const replicated = moving(settings).filter(({ node }) => node.replicas);
  if (replicated.length === 0) return [];
  return [
    {
      id: 'start-passive',
      title: 'Start the other replicas, with the same configuration',
      nodes: replicated.map(({ index }) => index),
      does: [
        paragraph(
          'Each replica of ',
          ...nodeNames(replicated.map(({ node }) => node)),
          ' gets the files of ',
          { code: folder },
          ', the same as the active one.',
        ),
      ],
      sees: ['They start and stay passive.'],
      otherwise: [
        [
          said(
            'One that finds the keys stored otherwise than its configuration says waits, and gives up after a while: see that it has the same files, then start it again.',
            passiveWaitsSource,
          ),
        ],
      ],
    },
  ];
}

/** What a node is configured with in a state of the migration, without the head of the file. */
export function configured(settings: Settings, index: number): readonly Line[] {
  const node = settings.plan.nodes[index];
  if (node === undefined) return [];
  const used = usedBy(settings, node);
  const shared = used !== undefined && isShared(used) ? [...printHocon(sharedKms(settings, used)), []] : [];
  return [...shared, ...printHocon(nodeSection(settings, node, index))];
}

/** The state before a node is encrypted, and after encryption was taken back. */
export function clearState(settings: Settings): Settings {
  return settingsOf(withoutKms(settings.plan));
}
