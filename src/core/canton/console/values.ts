import type { Command, File, Lines, Parameter } from './command';

/** Values and constructors that scripts take from Canton's own types; the console has them all imported. */

const base = 'community/base/src/main/scala/com/digitalasset/canton';
const data = 'community/app-base/src/main/scala/com/digitalasset/canton/admin/api/client/data';
const cryptoKeys: File = ['root', `${base}/crypto/CryptoKeys.scala`];
const signing: File = ['root', `${base}/crypto/Signing.scala`];
const encryption: File = ['root', `${base}/crypto/Encryption.scala`];
const identifier: File = ['root', `${base}/topology/Identifier.scala`];
const memberIds: File = ['root', `${base}/topology/Member.scala`];
const mapping: File = ['root', `${base}/topology/transaction/TopologyMapping.scala`];
const topologyStore: File = ['root', `${base}/topology/store/TopologyStore.scala`];
const protocolVersion: File = ['root', `${base}/version/ProtocolVersion.scala`];
const versioning: File = ['root', `${base}/version/VersioningCompanion.scala`];
const storeId: File = ['common', 'topology/admin/grpc/TopologyStoreId.scala'];
const synchronizerParameters: File = ['root', `${data}/SynchronizerParameters.scala`];
const durations: File = ['config', 'RefinedNonNegativeDuration.scala'];
const requireTypes: File = [
  'root',
  'base/util-external/src/main/scala/com/digitalasset/canton/config/RequireTypes.scala',
];

const synchronizerStore = 'TopologyStoreId.Synchronizer';
const usages = 'NonEmpty[Set[SigningKeyUsage]]';
const parameters = 'StaticSynchronizerParameters';
const version = { name: 'protocolVersion', type: 'ProtocolVersion' } as const;
const serial = { name: 'serial', type: 'NonNegativeInt', default: 'NonNegativeInt.zero' } as const;
/** Only moves of parties need these, for which 3.3 has other commands. */
const since34 = { '3.4': null, '3.5': null, '3.6': null } as const;
const topologyChangeDelay = {
  name: 'topologyChangeDelay',
  type: 'NonNegativeFiniteDuration',
  default: 'StaticSynchronizerParametersInternal.defaultTopologyChangeDelay.toConfig',
} as const;

export const values = [
  value('SigningKeyUsage.NamespaceOnly', usages, signing, { '3.3': 650, '3.4': 703, '3.5': 768, '3.6': 803 }),
  value('SigningKeyUsage.SequencerAuthenticationOnly', usages, signing, {
    '3.3': 653,
    '3.4': 706,
    '3.5': 771,
    '3.6': 806,
  }),
  value('SigningKeyUsage.ProtocolOnly', usages, signing, { '3.3': 655, '3.4': 708, '3.5': 773, '3.6': 808 }),
  value('SigningKeySpec.EcCurve25519', 'SigningKeySpec', signing, { '3.3': 831, '3.4': 894, '3.5': 952, '3.6': 1044 }),
  value('SigningKeySpec.EcP256', 'SigningKeySpec', signing, { '3.3': 842, '3.4': 905, '3.5': 963, '3.6': 1056 }),
  value('SigningKeySpec.EcP384', 'SigningKeySpec', signing, { '3.3': 853, '3.4': 916, '3.5': 973, '3.6': 1067 }),
  value('SigningKeySpec.EcSecp256k1', 'SigningKeySpec', signing, { '3.3': 864, '3.4': 927, '3.5': 983, '3.6': 1078 }),
  value('SigningKeySpec.MlDsa65', 'SigningKeySpec', signing, { '3.6': 1091 }),
  value('EncryptionKeySpec.EcP256', 'EncryptionKeySpec', encryption, {
    '3.3': 263,
    '3.4': 270,
    '3.5': 296,
    '3.6': 307,
  }),
  value('EncryptionKeySpec.Rsa2048', 'EncryptionKeySpec', encryption, {
    '3.3': 272,
    '3.4': 279,
    '3.5': 305,
    '3.6': 317,
  }),
  value('CanSignAllMappings', 'DelegationRestriction', mapping, { '3.3': 371, '3.4': 462, '3.5': 462, '3.6': 528 }),
  value('CanSignAllButNamespaceDelegations', 'DelegationRestriction', mapping, {
    '3.3': 384,
    '3.4': 475,
    '3.5': 475,
    '3.6': 545,
  }),
  value('TopologyStoreId.Authorized', 'TopologyStoreId', storeId, { '3.3': 75, '3.4': 145, '3.5': 152, '3.6': 152 }),
  value('PositiveInt.one', 'PositiveInt', requireTypes, { '3.3': 264, '3.4': 269, '3.5': 271, '3.6': 271 }),
  made('NonNegativeLong.tryCreate', [{ name: 'n', type: 'Long' }], 'NonNegativeLong', requireTypes, {
    '3.3': 230,
    '3.4': 233,
    '3.5': 236,
    '3.6': 236,
  }),
  value('ProtocolVersion.latest', 'ProtocolVersion', protocolVersion, {
    '3.3': 271,
    '3.4': 266,
    '3.5': 290,
    '3.6': 290,
  }),
  made('Fingerprint.tryFromString', [{ name: 'str', type: 'String' }], 'Fingerprint', cryptoKeys, {
    '3.3': 89,
    '3.4': 93,
    '3.5': 93,
    '3.6': 94,
  }),
  made('Namespace', [{ name: 'fingerprint', type: 'Fingerprint' }], 'Namespace', identifier, {
    '3.3': 48,
    '3.4': 33,
    '3.5': 33,
    '3.6': 33,
  }),
  made(
    'UniqueIdentifier.tryCreate',
    [
      { name: 'id', type: 'String' },
      { name: 'namespace', type: 'Namespace' },
    ],
    'UniqueIdentifier',
    identifier,
    { '3.3': 140, '3.4': 132, '3.5': 132, '3.6': 132 },
  ),
  made('NonNegativeDuration.ofMinutes', [{ name: 'minutes', type: 'Long' }], 'NonNegativeDuration', durations, {
    '3.3': 155,
    '3.4': 152,
    '3.5': 153,
    '3.6': 153,
  }),
  made(
    'TimeQuery.Range',
    [
      { name: 'from', type: 'Option[CantonTimestamp]' },
      { name: 'until', type: 'Option[CantonTimestamp]' },
    ],
    'TimeQuery',
    topologyStore,
    { '3.3': 752, '3.4': 761, '3.5': 865, '3.6': 952 },
  ),
  made('TopologyStoreId.Synchronizer', [{ name: 'id', type: 'SynchronizerId' }], synchronizerStore, storeId, {
    '3.3': 45,
  }),
  made(
    'TopologyStoreId.Synchronizer',
    [{ name: 'synchronizerId', type: 'SynchronizerId' }],
    synchronizerStore,
    storeId,
    { '3.4': 117, '3.5': 124, '3.6': 124 },
  ),
  made(
    'TopologyStoreId.Synchronizer',
    [{ name: 'physicalSynchronizerId', type: 'PhysicalSynchronizerId' }],
    synchronizerStore,
    storeId,
    { '3.4': 118, '3.5': 125, '3.6': 125 },
  ),
  made(
    'TopologyStoreId.Temporary.tryCreate',
    [{ name: 'name', type: 'String' }],
    'TopologyStoreId.Temporary',
    storeId,
    { '3.3': 66, '3.4': 136, '3.5': 143, '3.6': 143 },
  ),
  made(
    'OwnerToKeyMapping',
    [
      { name: 'member', type: 'Member' },
      { name: 'keys', type: 'NonEmpty[Seq[PublicKey]]' },
    ],
    'OwnerToKeyMapping',
    mapping,
    { '3.3': 680 },
  ),
  value('ParticipantPermission.Submission', 'ParticipantPermission', mapping, {
    '3.3': 963,
    '3.4': 1157,
    '3.5': 1232,
    '3.6': 1452,
  }),
  value('ParticipantPermission.Confirmation', 'ParticipantPermission', mapping, {
    '3.3': 968,
    '3.4': 1162,
    '3.5': 1237,
    '3.6': 1457,
  }),
  value('ParticipantPermission.Observation', 'ParticipantPermission', mapping, {
    '3.3': 973,
    '3.4': 1167,
    '3.5': 1242,
    '3.6': 1462,
  }),
  made('PartyId.tryFromProtoPrimitive', [{ name: 'str', type: 'String' }], 'PartyId', memberIds, {
    '3.3': 275,
    '3.4': 447,
    '3.5': 484,
    '3.6': 495,
  }),
  made(
    'Signature.fromExternalSigning',
    [
      { name: 'format', type: 'SignatureFormat' },
      { name: 'signature', type: 'ByteString' },
      { name: 'signedBy', type: 'Fingerprint' },
      { name: 'signingAlgorithmSpec', type: 'SigningAlgorithmSpec' },
    ],
    'Signature',
    signing,
    since34,
  ),
  value('SignatureFormat.Concat', 'SignatureFormat', signing, since34),
  value('SignatureFormat.Der', 'SignatureFormat', signing, since34),
  value('SigningAlgorithmSpec.Ed25519', 'SigningAlgorithmSpec', signing, since34),
  value('SigningAlgorithmSpec.EcDsaSha256', 'SigningAlgorithmSpec', signing, since34),
  value('SigningAlgorithmSpec.EcDsaSha384', 'SigningAlgorithmSpec', signing, since34),
  made(
    'SignedTopologyTransaction.readFromTrustedFilePVV',
    [{ name: 'inputFile', type: 'String' }],
    'Either[String, SignedTopologyTransaction[TopologyChangeOp, TopologyMapping]]',
    versioning,
    { '3.3': 253, '3.4': 253, '3.5': 253, '3.6': 249 },
  ),
  made('StaticSynchronizerParameters.defaultsWithoutKMS', [version], parameters, synchronizerParameters, { '3.3': 87 }),
  made(
    'StaticSynchronizerParameters.defaultsWithoutKMS',
    [version, serial, topologyChangeDelay],
    parameters,
    synchronizerParameters,
    { '3.4': 99, '3.5': 100, '3.6': 104 },
  ),
  made('StaticSynchronizerParameters.defaults', [version], parameters, synchronizerParameters, { '3.6': 130 }),
] as const satisfies readonly Command[];

/** A value, which takes no arguments. */
function value<const P extends string, const L extends Lines>(path: P, returns: string, file: File, at: L) {
  return { path, on: ['console'], parens: false, params: [], returns, file, at } as const;
}

function made<const P extends string, const A extends readonly Parameter[], const L extends Lines>(
  path: P,
  params: A,
  returns: string,
  file: File,
  at: L,
) {
  return { path, on: ['console'], params, returns, file, at } as const;
}
