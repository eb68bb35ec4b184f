import { wrapperKeysSource } from '../canton/key-care';
import {
  assetTransferSource,
  encryptedMigrationSource,
  keyExportSource,
  localPartiesSource,
  newNodeSource,
} from '../canton/migration';
import { wrappedRowsSource } from '../canton/operation-sources';
import { concluded, type Source } from '../canton/sources';
import type { KeyPlace, MigrationFacts, MigrationWay } from '../plan/task';
import { argument, type Judgement, newNode, rewrite, type State, transfer } from './way-judgements';
import { kept, takeAlong } from './way-key-material';

/** Everything that leads from where keys are to where they should be, with a runbook of ours or without. */
export type WayId = MigrationWay['type'] | 'rotate-wrapper' | 'new-node' | 'rewrite' | 'kept-material';

export type End = readonly [today: KeyPlace, wanted: KeyPlace];

/** A way before it is judged. */
export type KnownWay = {
  readonly id: WayId;
  readonly title: string;
  /** What is done, in one or two sentences. */
  readonly about: string;
  readonly ends: readonly End[];
  /** Where a runbook of ours leads along it, the arm of the plan that it comes from. */
  readonly runbook?: (facts: MigrationFacts) => MigrationWay['type'] | undefined;
  readonly source: Source;
  readonly judge: (state: State) => Judgement;
};

const intoKms: readonly End[] = [
  ['plain', 'external'],
  ['envelope', 'external'],
];
const outOfKms: readonly End[] = [
  ['external', 'plain'],
  ['external', 'envelope'],
];
const betweenKms: End = ['external', 'external'];

/** What asks least comes first. */
export const knownWays: readonly KnownWay[] = [
  {
    id: 'encrypt',
    title: 'Encrypt the keys where they are',
    about:
      'The node encrypts what it has at its next start. Its identity and its keys stay the same, and it can be taken back.',
    ends: [['plain', 'envelope']],
    runbook: () => 'encrypt',
    source: encryptedMigrationSource,
    judge: () => ({
      against: [],
      mind: [
        argument('Backups from before still hold the keys in the clear.', encryptedMigrationSource),
        argument(
          'From then on the wrapper key has to live as long as the node, and as long as a backup that needs it.',
          wrappedRowsSource,
        ),
      ],
    }),
  },
  {
    id: 'revert',
    title: 'Take the encryption back',
    about:
      'The node decrypts what it has at its next start. From then on whoever reads the database can copy the keys.',
    ends: [['envelope', 'plain']],
    runbook: () => 'revert',
    source: encryptedMigrationSource,
    judge: () => ({
      against: [],
      mind: [
        argument(
          'The KMS must still decrypt with the wrapper key, and its section stays for one more start.',
          encryptedMigrationSource,
        ),
        argument(
          'Backups from before stay encrypted: keep the wrapper key as long as one of them may be needed.',
          wrappedRowsSource,
        ),
      ],
    }),
  },
  {
    id: 'rotate-wrapper',
    title: 'Give the keys another wrapper key',
    about:
      'In the same KMS that is a rotation, a task of its own on the start page. Into another KMS it takes two migrations: the encryption is taken back with the old KMS, then made with the new one.',
    ends: [['envelope', 'envelope']],
    source: wrapperKeysSource,
    judge: () => ({
      against: [],
      mind: [
        argument(
          'Between the two the keys lie in the clear. The old wrapper key has to stay as long as a backup from before may be needed.',
          concluded(wrapperKeysSource),
        ),
      ],
    }),
  },
  {
    id: 'export',
    title: 'Take the keys along',
    about:
      'The private keys are exported, imported into the KMS and used by a new node. Parties and contracts keep their names; the participant gets a new identifier in the old namespace.',
    ends: intoKms,
    runbook: () => 'export',
    source: keyExportSource,
    judge: takeAlong,
  },
  {
    id: 'transfer',
    title: 'Move the external parties to a new node',
    about:
      'A new node makes keys of its own in the KMS and has a new identity. Parties with keys and a namespace of their own are hosted there instead, and the old node is given up.',
    ends: [...intoKms, betweenKms, ...outOfKms],
    runbook: ({ wanted }) => (wanted === 'external' ? 'transfer' : undefined),
    source: assetTransferSource,
    judge: transfer,
  },
  {
    id: 'new-node',
    title: 'Set up a new node, and give the old one up',
    about:
      'For sequencers and mediators, which join the synchronizer as new members, and for participants that host nobody. That is the task for a new node on the start page.',
    ends: [...intoKms, betweenKms, ...outOfKms],
    source: newNodeSource,
    judge: newNode,
  },
  {
    id: 'rewrite',
    title: 'Rewrite the contracts to new parties',
    about:
      'A party of the participant’s own namespace can’t leave it. Daml transactions of your own model move its contracts to a new party on the new node: a plan for each application, which no wizard can write.',
    ends: [...intoKms, betweenKms, ...outOfKms],
    source: localPartiesSource,
    judge: rewrite,
  },
  {
    id: 'kept-material',
    title: 'Use key material that was kept',
    about:
      'Where the private keys were imported and an encrypted copy was kept, a new node is initialised with that copy: imported into the other KMS, or stored by the node itself. Contracts move as when keys are taken along.',
    ends: [...outOfKms, betweenKms],
    source: keyExportSource,
    judge: kept,
  },
];
