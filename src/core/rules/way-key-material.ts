import {
  assetTransferSource,
  keyExportSource,
  keyExportTestSource,
  keysStayInKmsSource,
  localPartiesSource,
  oldIdentitySource,
  partyReplicationSource,
} from '../canton/migration';
import { kmsSupportSource } from '../canton/schemes';
import { concluded } from '../canton/sources';
import type { Roots } from './roots';
import { type Argument, argument, type Judgement, type State } from './way-judgements';

/** The ways on which the private keys of a node are used by another one. */

/** Whether the keys can be exported and imported into the KMS. */
export function takeAlong({ plan: { release }, facts, roots }: State): Judgement {
  return {
    against: [
      ...(facts.material === 'gone'
        ? [
            argument(
              'The private keys can’t be read from the old node, so there is nothing to import.',
              keyExportSource,
            ),
          ]
        : []),
      ...(facts.material === 'doubted'
        ? [
            argument(
              `Somebody else may have the keys. In the KMS they would be as exposed as before: ${newKeys}`,
              assetTransferSource,
            ),
          ]
        : []),
      ...(facts.parties === 'none'
        ? [argument('There is no party that would come along: set up a new node.', localPartiesSource)]
        : []),
      ...(facts.parties === 'external'
        ? [
            argument(
              'External parties have namespaces of their own, which these keys don’t speak for: each has to sign for its new host.',
              localPartiesSource,
            ),
          ]
        : []),
      ...roots.unheld.map((root) =>
        argument(
          `${unheld(roots, root)} A root key is never replaced, since it is the identity. The documentation says that all but ECIES keys can be imported; the code decides.`,
          kmsSupportSource(roots.type, release),
        ),
      ),
    ],
    mind: [
      ...(roots.unknown
        ? [
            argument(
              `What kind of key the root is decides whether this way is open: paste an inventory, or answer above. Canton makes EC-Curve25519 unless told otherwise, which ${roots.type === 'aws' ? 'AWS KMS can’t hold' : 'not every KMS can hold'}.`,
              kmsSupportSource(roots.type, release),
            ),
          ]
        : []),
      argument(
        'Only parties of the participant’s own namespace come along: any other has to sign for its new host itself.',
        localPartiesSource,
      ),
      argument(
        'The documentation gives the new node the identity of the old one. Here it gets an identifier of its own: begun anew with the old one it would have to answer for what came before, with keys that are retired by now, and what it changes about its keys would be lost without a word.',
        oldIdentitySource,
      ),
      argument(
        'Canton’s own test of this way goes to another synchronizer, with another identity: nobody has shown exactly this. Rehearse it with a node that matters to nobody.',
        keyExportTestSource,
      ),
      argument(
        'A party can’t be taken off a node yet: the old one stays named as a host, beside the new one.',
        partyReplicationSource,
      ),
      ...(facts.decentralized
        ? [
            argument(
              'For the nodes of a decentralized synchronizer the documentation advises against it: a new node with new keys joins instead.',
              keyExportSource,
            ),
          ]
        : []),
      argument(
        'Keys that the KMS can’t hold, such as ECIES keys, are replaced on the old node first.',
        keyExportSource,
      ),
      argument(
        'The way back is the exported material alone: keep an encrypted copy offline, of the root key above all.',
        keyExportSource,
      ),
      ...(roots.type === 'driver'
        ? [
            argument(
              'How material gets into the KMS behind a driver is the matter of its maker.',
              concluded(keyExportSource),
            ),
          ]
        : []),
    ],
  };
}

/** Whether a kept copy of the keys leads out of a KMS. */
export function kept({ facts, roots }: State): Judgement {
  const against: readonly Argument[] =
    facts.material === 'trusted'
      ? []
      : facts.material === 'doubted'
        ? [argument(`Somebody else may have that copy: ${newKeys}`, keyExportSource)]
        : [argument('A KMS never gives a private key back, and no copy was kept.', keysStayInKmsSource)];
  return {
    against: [
      ...against,
      ...(facts.wanted === 'external'
        ? roots.unheld.map((root) => argument(unheld(roots, root), keyExportSource))
        : []),
    ],
    mind: [
      argument(
        'All keys that are in use must have been kept, with their usages, names and identifiers. A key that the KMS made itself is in no copy.',
        keyExportSource,
      ),
      argument(
        'The new node needs an identifier of its own here, too. With the old one both are believed where both run, and contradict each other.',
        oldIdentitySource,
      ),
    ],
  };
}

const newKeys = 'a new node with new keys is the answer.';

function unheld({ kms }: Roots, { node, spec }: Roots['unheld'][number]): string {
  return `${kms} can’t hold ${spec}, the root key of ${node ?? 'the namespace'}.`;
}
