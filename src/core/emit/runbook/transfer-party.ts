import { partyReplicationSource } from '../../canton/migration';
import { type Block, codeBlock, list, paragraph, said } from '../markdown/printer';
import { signatureKinds } from '../scripts/host-parties';
import type { Settings } from '../settings';
import { type Ends, scripts, type TransferWay } from './moves';
import type { RunbookStep } from './runbook';
import { stagesOf } from './stages';

/** The parties come to be hosted by the new nodes, with their contracts; between two scripts a person has something to do. */
export function moveParties(settings: Settings, way: TransferWay, { old, next }: Ends): readonly RunbookStep[] {
  const { offer, host, take } = stagesOf.transfer;
  const run = (stage: string): Block => codeBlock('sh', scripts(settings, way, stage));
  return [
    {
      id: 'offer',
      title: 'The new node offers to host the parties, and is disconnected',
      nodes: next,
      does: [
        run(offer),
        paragraph(
          said(
            'The offer is to confirm for the party, and says that it is only being onboarded: ',
            partyReplicationSource,
          ),
          'without that mark the new node would confirm transactions on contracts that it does not have yet. Then the script takes the new node off its synchronizer, so that a restart does not connect it again, and writes down where the ledger of the old node ends.',
        ),
      ],
      sees: [
        'Two files for each party, ',
        { code: 'hosting-PARTY.proposal' },
        ' and ',
        { code: 'hosting-PARTY.hash' },
        ', with names that the ',
        { code: 'STEP' },
        ' lines tell, and ',
        { code: 'STATE' },
        ' that the new node is not connected.',
      ],
      otherwise: [
        ['It stops: what it relies on stands in the line. Nothing of a party has changed yet.'],
        [
          'You change your mind: let no party sign, and connect the new node again, with ',
          { code: 'synchronizers.modify' },
          ' (manualConnect = false) and ',
          { code: 'synchronizers.reconnect_all()' },
          '.',
        ],
      ],
    },
    {
      id: 'authorise',
      title: 'The parties agree, each with its own key',
      nodes: old,
      irreversible: [
        said('Canton can’t take a party off a node again. ', partyReplicationSource),
        'Nothing takes effect before the next step loads what was signed here.',
      ],
      does: signing(),
      sees: ['One file with a signature for each party, beside its hash, in the folder that the scripts run in.'],
      otherwise: [
        [
          'A party does not agree: take its line out of the file that lists the parties. It stays on the old node alone.',
        ],
      ],
    },
    {
      id: 'host',
      title: 'Load what was signed, and export the contracts',
      nodes: old,
      irreversible: [
        said('From here on both nodes host the parties, and stay named as hosts. ', partyReplicationSource),
        'The new node confirms nothing for them yet.',
      ],
      does: [
        run(host),
        paragraph(
          'It loads a signature only while the new node is disconnected, waits until the synchronizer names both nodes, and writes the contracts of each party, as they were at that moment, into ',
          { code: 'party-PARTY.acs.gz' },
          '. These files hold all that the party may see: keep them as you keep backups, and remove them at the end.',
        ),
      ],
      sees: ['A file with contracts for each party. Only then set the pruning schedule of the old node again.'],
      otherwise: [
        [
          { code: 'InvalidSignature' },
          ': another key signed, or other bytes. Replace the signature file, and run it again.',
        ],
        [
          'The wait runs out: run it again. If that ends alike, the hosting of the party was changed since the offer, or another key has to sign for it: take its line out of the file that lists the parties, and run the script again for the others. In the first case the party moves in a later round, in the second these scripts do not move it.',
        ],
      ],
    },
    {
      id: 'backup',
      title: 'Back up the new node',
      nodes: next,
      does: [paragraph('Its database, while it is disconnected and before the import changes it.')],
      sees: ['A backup from which you have restored before, in a test.'],
      otherwise: [['Without one an import that breaks off can’t be repeated: do not go on.']],
    },
    {
      id: 'take',
      title: 'The new node takes the contracts',
      nodes: next,
      does: [
        run(take),
        paragraph(
          'It imports each file once, connects the node again, and asks for the end of the onboarding until it is there. ',
          said(
            'That takes as long as transactions may still be decided which began before. Warnings about commitments that do not match are expected for a while.',
            partyReplicationSource,
          ),
        ),
      ],
      sees: [
        { code: 'STATE hosts' },
        ' for each party, with ',
        { code: 'false' },
        ' as its last word, and ',
        { code: 'STATE ping' },
        '. From then on the new node confirms for the parties.',
      ],
      otherwise: [
        [
          'An import breaks off: restore the backup, and remove the files that the next run names. It does not import twice into the same database by itself.',
        ],
        [
          said('It stops because a party is still being onboarded: ', partyReplicationSource),
          'the node goes on by itself. Run the script again after a while.',
        ],
      ],
    },
  ];
}

function signing(): readonly Block[] {
  const [ed25519, sha256, sha384] = signatureKinds;
  return [
    paragraph(
      said('The owner of each party signs the bytes of ', partyReplicationSource),
      { code: 'hosting-PARTY.hash' },
      said(' with the key of the namespace of the party, ', partyReplicationSource),
      'wherever that key is kept. With a key in a file, for example, and Ed25519:',
    ),
    codeBlock('sh', [
      `openssl pkeyutl -sign -rawin -inkey private_key.der -keyform DER -in hosting-PARTY.hash -out hosting-PARTY${ed25519.ending}`,
    ]),
    paragraph(
      'A KMS or a custodian does the same over the same bytes: they are the message that is signed, not the digest of one, and are 34 bytes long. The ending of the file tells the algorithm:',
    ),
    list([
      [{ code: ed25519.ending }, ': Ed25519, the 64 bytes of the signature.'],
      [{ code: sha256.ending }, ': ECDSA with SHA-256, on P-256 or secp256k1, in DER.'],
      [{ code: sha384.ending }, ': ECDSA with SHA-384, on P-384, in DER.'],
    ]),
    paragraph(
      'The file holds bytes, not Base64. A party whose namespace belongs to several owners needs several signatures, and one that signs with a delegated key that of another key: these scripts move neither.',
    ),
  ];
}
