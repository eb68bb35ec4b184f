import { consoleOn } from '../scala/console';
import {
  blank,
  block,
  comment,
  defWith,
  type Expression,
  fn,
  ifThen,
  imported,
  it,
  not,
  ref,
  type Step,
  seq,
  val,
} from '../scala/expression';
import { columns, doneBefore, next, stepDone, stopIf, stopUnless } from '../scala/phrases';
import { exists, inFolder } from './files';
import {
  areInitialised,
  defHost,
  type Ends,
  endVals,
  isIsolated,
  isNotPruning,
  oneSynchronizer,
  type Since34,
} from './moving';
import { contractsFile, defProposal, hostingFile, listedParties, listVal, offsetName, shown } from './moving-files';
import type { Script } from './script';
import { nameOf } from './subject';
import { limitVal, waitUntil } from './waiting';

/**
 * How a signature is told by the ending of its file. The format follows from the algorithm; `first` is the byte that
 * a signature in DER begins with, `length` that of one that is nothing but two numbers.
 */
export const signatureKinds = [
  { ending: '.sig-ed25519', format: 'SignatureFormat.Concat', spec: 'SigningAlgorithmSpec.Ed25519', length: 64 },
  { ending: '.sig-ecdsa-sha256', format: 'SignatureFormat.Der', spec: 'SigningAlgorithmSpec.EcDsaSha256', first: 48 },
  { ending: '.sig-ecdsa-sha384', format: 'SignatureFormat.Der', spec: 'SigningAlgorithmSpec.EcDsaSha384', first: 48 },
] as const;

/** The parties agree: their signatures take effect, and what they have is exported. */
export function hostParties(ends: Ends): Script {
  const { old, next: to } = ends;
  return {
    id: `host-parties-${old.index}`,
    name: `host-${old.stem}`,
    purpose: `Loads what the parties have signed, and writes the contracts of each into a file for ${to.node.name}.`,
    nodes: [old.index, to.index],
    runs: 'remote',
    about: [
      `Loads the signed offer of each party of parties-${old.stem}.txt: from then on both nodes host it, and that can not be taken back.`,
      'Then it writes the contracts of each, as they were when that took effect, into party-<party>.acs.gz.',
      'It overwrites nothing, and a second run changes nothing. After an interruption it goes on where the first one stopped.',
    ],
    body: () => hosting(ends),
  };
}

function hosting(ends: Ends): readonly Step[] {
  const { old, next: to, release } = ends;
  const { call } = consoleOn<Since34>(release);
  return [
    imported('com.google.protobuf.ByteString'),
    imported('java.nio.file.{Files, Paths}'),
    ...endVals(ends),
    listVal(ends),
    val('offset', inFolder(offsetName(ends))),
    limitVal(old.console),
    val('exportLimit', call('NonNegativeDuration.ofMinutes', { minutes: 60 }), {
      note: 'for the contracts of a party; more where there are very many',
    }),
    blank,
    comment('1. Preconditions'),
    ...areInitialised(ends),
    ...oneSynchronizer(ends),
    ...listedParties(ends),
    defProposal(ends),
    defHost(ends, ends.source),
    ...defSignatures(ends),
    val(
      'unfinished',
      ref('parties').dot(
        'filterNot',
        fn('p', (p) => exists(inFolder(contractsFile(p)))),
      ),
    ),
    ifThen(ref('unfinished').dot('isEmpty'), doneBefore('the contracts of every party are exported'), [
      ...isIsolated(ends),
      isNotPruning(ends),
      stopUnless(
        exists(ref('offset')),
        'there is no file ',
        ref('offset'),
        ': run the script that offers the hosting to its end',
      ),
      ref('unfinished').dot('foreach', fn('p', isSigned)),
      comment('2. The parties agree, and their contracts are exported'),
      ref('unfinished').dot(
        'foreach',
        fn('p', (p) => agreed(ends, p)),
      ),
    ]),
    columns('STATE', nameOf(to), 'connected', ends.target.call('synchronizers.list_connected').dot('nonEmpty')),
    next(
      'back up the database of ',
      nameOf(to),
      ' before anything is imported; a pruning schedule of ',
      nameOf(old),
      ' may be set again',
    ),
  ];
}

/** `signaturesOf`: the files with signatures of a party, and `signatureOf`: the one there has to be. */
function defSignatures({ release }: Ends): readonly Step[] {
  const { call } = consoleOn<Since34>(release);
  const [one, two, three] = signatureKinds;
  const read = ({ format, spec }: (typeof signatureKinds)[number]) =>
    call('Signature.fromExternalSigning', {
      format: call(format),
      signature: ref('bytes'),
      signedBy: ref('party').dot('fingerprint'),
      signingAlgorithmSpec: call(spec),
    });
  const isOf = ({ ending }: (typeof signatureKinds)[number]) => ref('file').dot('toString').dot('endsWith', ending);
  return [
    defWith('signaturesOf', { name: 'party', type: 'PartyId' }, (party) =>
      seq(...signatureKinds.map(({ ending }) => inFolder(hostingFile(party, ending)))).dot('filter', fn('f', exists)),
    ),
    defWith('signatureOf', { name: 'party', type: 'PartyId' }, (party) =>
      block([
        val('file', ref('signaturesOf').of(party).dot('head')),
        val('bytes', ref('ByteString').dot('copyFrom', ref('Files').dot('readAllBytes', ref('file')))),
        ifThen(isOf(one), read(one), ifThen(isOf(two), read(two), read(three))),
      ]),
    ),
  ];
}

/** What a person has put into the folder; the node only says of a wrong one that it is wrong. */
function isSigned(p: Expression): readonly Step[] {
  const bytes = (ending: string) => ref('Files').dot('readAllBytes', inFolder(hostingFile(p, ending)));
  const { length } = signatureKinds[0];
  return [
    stopUnless(exists(inFolder(hostingFile(p, '.proposal'))), 'there is no file ', hostingFile(p, '.proposal')),
    stopIf(
      ref('signaturesOf').of(p).dot('size').ne(1),
      'there must be one file with the signature of ',
      shown(p),
      ', and there are ',
      ref('signaturesOf').of(p).dot('size'),
      ': ',
      hostingFile(p, signatureKinds.map(({ ending }) => ending).join(' or ')),
    ),
    ...signatureKinds.map((kind) =>
      stopIf(
        exists(inFolder(hostingFile(p, kind.ending))).and(
          'length' in kind
            ? bytes(kind.ending).dot('length').ne(kind.length)
            : not(bytes(kind.ending).dot('headOption').dot('exists', it.eq(kind.first))),
        ),
        hostingFile(p, kind.ending),
        'length' in kind
          ? ` is not a signature of Ed25519, which is ${length} bytes and nothing else`
          : ' is not a signature in DER, which is what ECDSA gives; it is bytes, not text',
      ),
    ),
  ];
}

function agreed(ends: Ends, p: Expression): readonly Step[] {
  const { old, next: to, source, target } = ends;
  const isHost = ref('hostOf').of(p).dot('nonEmpty');
  const partial = inFolder(contractsFile(p, '.part'));
  const signed = ref('proposalOf')
    .of(p)
    .dot('addSingleSignatures', ref('NonEmpty').of(ref('Set'), ref('signatureOf').of(p)));
  return [
    ifThen(isHost, doneBefore(shown(p), ' has agreed'), [
      source.call('topology.transactions.load', {
        transactions: seq(signed),
        store: ref('store'),
        synchronize: ref('None'),
      }),
      waitUntil(
        old.console,
        isHost,
        'the synchronizer does not name ',
        nameOf(to),
        ' as a host of ',
        shown(p),
        ' (is the signature one of the key of its namespace?)',
      ),
      stepDone('2', shown(p), ' is hosted by both'),
    ]),
    ref('Files').dot('deleteIfExists', partial),
    source.call('parties.export_party_acs', {
      party: p,
      synchronizerId: ref('synchronizerId'),
      targetParticipantId: target.call('id'),
      beginOffsetExclusive: ref('Files').dot('readString', ref('offset')).dot('trim.toLong'),
      exportFilePath: partial.dot('toString'),
      timeout: ref('exportLimit'),
    }),
    ref('Files').dot('move', partial, inFolder(contractsFile(p))),
    stepDone('2', 'its contracts are in ', contractsFile(p)),
  ];
}
