import type { Release } from './releases';
import { code, type Source } from './sources';

/** What Canton takes as the name of a node, and which names its console can't hold. */

/** Where the rule for names stands. */
export function nodeNameSource(release: Release): Source {
  return code('config', 'CantonRequireTypes.scala', release);
}

/** Where the console refuses names. */
export function consoleNameSource(release: Release): Source {
  return code('console', 'ConsoleEnvironment.scala', release);
}

export const longestNodeName = 30;

/** Why Canton refuses a name, in words that say what to write instead. */
export function nodeNameProblem(name: string): string | undefined {
  if (name === '') return 'Write a name, such as participant1.';
  const wrong = /[^A-Za-z0-9_-]/u.exec(name)?.[0];
  if (wrong !== undefined) {
    const shown = wrong === ' ' ? 'a blank' : wrong;
    return `Take ${shown} out of the name: Canton takes letters a to z, digits, hyphens and underscores, such as bank-1.`;
  }
  if (name.length > longestNodeName) {
    return `Shorten the name: Canton takes at most ${longestNodeName} characters, these are ${name.length}.`;
  }
  return undefined;
}

/** The console keeps these for its groups of nodes and refuses to start beside a node of that name. */
export const reservedNodeNames: ReadonlySet<string> = new Set(['participants', 'sequencers', 'mediators', 'nodes']);

/** What the console offers under these names a node of that name would hide. */
export const consoleNames: ReadonlySet<string> = new Set([
  'health',
  'help',
  'utils',
  'bootstrap',
  'logger',
  'ec',
  'consoleEnvironment',
  'exit',
  // Only with a simulated clock, which is for tests.
  'clock',
]);

/** What every object of Scala's has: the console can't hold a node under such a name. */
export const objectMembers: ReadonlySet<string> = new Set(
  'asInstanceOf clone eq equals finalize getClass hashCode isInstanceOf ne notify notifyAll synchronized toString wait'.split(
    ' ',
  ),
);

/** What our scripts use of Scala and of the console, by its bare name: a node called so would stand in its place. */
export const scriptNames: ReadonlySet<string> = new Set(
  (
    'ByteString CanSignAllButNamespaceDelegations CanSignAllMappings CryptoKeyPair EncryptionKeySpec ' +
    'EncryptionPrivateKey EncryptionPublicKey Files Fingerprint Instant Left Map Namespace None NonEmpty ' +
    'NonNegativeDuration NonNegativeLong ParticipantId ParticipantPermission PartyId Paths PositiveInt ' +
    'PosixFilePermissions ProtocolVersion PublicKey Right Seq Set Signature SignatureFormat ' +
    'SignedTopologyTransaction SigningAlgorithmSpec SigningKeySpec SigningKeyUsage SigningPrivateKey ' +
    'SigningPublicKey Some StandardOpenOption StaticSynchronizerParameters String TimeQuery TopologyStoreId ' +
    'UniqueIdentifier bootstrap com identity java println scala sys utils'
  ).split(' '),
);

const scalaKeywords: ReadonlySet<string> = new Set(
  (
    'abstract case catch class def do else enum extends false final finally for forSome given if implicit import lazy ' +
    'macro match new null object override package private protected return sealed super then this throw trait true try ' +
    'type val var while with yield _'
  ).split(' '),
);

/** Whether a console script must write the name in back-ticks: it isn't a plain Scala identifier. */
export function needsBackticks(name: string): boolean {
  return !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || scalaKeywords.has(name);
}
