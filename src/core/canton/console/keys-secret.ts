import { anyNode, type Command } from './command';

/**
 * The private keys of a node. How each behaves: a rotation looks for the old key in the node's own key mapping, and
 * deleting a key of an external node deletes it in the KMS too.
 */

const vaultAdministration = ['console', 'commands/VaultAdministration.scala'] as const;

export const keysSecretCommands = [
  {
    path: 'keys.secret.list',
    on: anyNode,
    params: [
      { name: 'filterFingerprint', type: 'String', default: '""' },
      { name: 'filterName', type: 'String', default: '""' },
      { name: 'filterPurpose', type: 'Set[KeyPurpose]', default: 'Set.empty' },
      { name: 'filterUsage', type: 'Set[SigningKeyUsage]', default: 'Set.empty' },
    ],
    returns: 'Seq[PrivateKeyMetadata]',
    file: vaultAdministration,
    at: { '3.3': 65, '3.4': 74, '3.5': 78, '3.6': 79 },
  },
  {
    path: 'keys.secret.generate_signing_key',
    on: anyNode,
    params: [
      { name: 'name', type: 'String', default: '""' },
      { name: 'usage', type: 'Set[SigningKeyUsage]' },
      { name: 'keySpec', type: 'Option[SigningKeySpec]', default: 'None' },
    ],
    returns: 'SigningPublicKey',
    file: vaultAdministration,
    at: { '3.3': 87, '3.4': 96, '3.5': 106, '3.6': 119 },
  },
  {
    path: 'keys.secret.generate_encryption_key',
    on: anyNode,
    params: [
      { name: 'name', type: 'String', default: '""' },
      { name: 'keySpec', type: 'Option[EncryptionKeySpec]', default: 'None' },
    ],
    returns: 'EncryptionPublicKey',
    file: vaultAdministration,
    at: { '3.3': 106, '3.4': 115, '3.5': 128, '3.6': 153 },
  },
  {
    path: 'keys.secret.register_kms_signing_key',
    on: anyNode,
    params: [
      { name: 'kmsKeyId', type: 'String' },
      { name: 'usage', type: 'Set[SigningKeyUsage]' },
      { name: 'name', type: 'String', default: '""' },
    ],
    returns: 'SigningPublicKey',
    file: vaultAdministration,
    at: { '3.3': 126, '3.4': 135, '3.5': 153, '3.6': 178 },
  },
  {
    path: 'keys.secret.register_kms_encryption_key',
    on: anyNode,
    params: [
      { name: 'kmsKeyId', type: 'String' },
      { name: 'name', type: 'String', default: '""' },
    ],
    returns: 'EncryptionPublicKey',
    file: vaultAdministration,
    at: { '3.3': 147, '3.4': 156, '3.5': 176, '3.6': 213 },
  },
  {
    path: 'keys.secret.rotate_kms_node_key',
    on: anyNode,
    params: [
      { name: 'fingerprint', type: 'String' },
      { name: 'newKmsKeyId', type: 'String' },
      { name: 'name', type: 'String', default: '""' },
    ],
    returns: 'PublicKey',
    file: vaultAdministration,
    at: { '3.3': 176, '3.4': 185, '3.5': 210, '3.6': 244 },
  },
  {
    path: 'keys.secret.rotate_node_key',
    on: anyNode,
    params: [
      { name: 'fingerprint', type: 'String' },
      { name: 'name', type: 'String', default: '""' },
    ],
    returns: 'PublicKey',
    file: vaultAdministration,
    at: { '3.3': 210, '3.4': 219, '3.5': 248, '3.6': 282 },
  },
  {
    path: 'keys.secret.rotate_wrapper_key',
    on: anyNode,
    params: [{ name: 'newWrapperKeyId', type: 'String', default: '""' }],
    returns: 'Unit',
    file: vaultAdministration,
    at: { '3.3': 306, '3.4': 322, '3.5': 359, '3.6': 393 },
  },
  {
    path: 'keys.secret.get_wrapper_key_id',
    on: anyNode,
    params: [],
    returns: 'String',
    file: vaultAdministration,
    at: { '3.3': 314, '3.4': 330, '3.5': 367, '3.6': 401 },
  },
  {
    path: 'keys.secret.delete',
    on: anyNode,
    params: [
      { name: 'fingerprint', type: 'Fingerprint' },
      { name: 'force', type: 'Boolean', default: 'false' },
    ],
    returns: 'Unit',
    file: vaultAdministration,
    at: { '3.3': 387, '3.4': 403, '3.5': 455, '3.6': 489 },
  },
] as const satisfies readonly Command[];
