import type { Reason } from './reason';
import { code, documented, type Source } from './sources';

/**
 * What a node must be allowed to do in its KMS. The documentation's lists, completed with what the calls in the code
 * need, and without what a node can do without.
 */
export type Permission = {
  readonly name: string;
  /** `creating`: only where the node creates keys itself; every node needs the others. */
  readonly for: 'using' | 'creating';
  /** Whether the documentation lists it, or only the code shows the call. */
  readonly from: 'docs' | 'code';
};

/** How the KMS is used: it wraps the keys in the database, or holds them all. */
export type Mode = 'envelope' | 'external';

const using = (name: string, from: Permission['from'] = 'docs'): Permission => ({ name, for: 'using', from });
const creating = (name: string, from: Permission['from'] = 'docs'): Permission => ({ name, for: 'creating', from });

export const awsPermissions: Record<Mode, readonly Permission[]> = {
  envelope: [
    using('kms:DescribeKey'),
    using('kms:Encrypt'),
    using('kms:Decrypt'),
    creating('kms:CreateKey'),
    // Every key that Canton creates carries a tag, and AWS asks for this permission then.
    creating('kms:TagResource', 'code'),
  ],
  external: [
    using('kms:DescribeKey'),
    using('kms:GetPublicKey'),
    using('kms:Sign'),
    using('kms:Decrypt'),
    creating('kms:CreateKey'),
    creating('kms:TagResource'),
  ],
};

export const gcpPermissions: Record<Mode, readonly Permission[]> = {
  envelope: [
    using('cloudkms.cryptoKeys.get'),
    // Whether a key exists is asked by reading its version 1.
    using('cloudkms.cryptoKeyVersions.get', 'code'),
    using('cloudkms.cryptoKeyVersions.useToEncrypt'),
    using('cloudkms.cryptoKeyVersions.useToDecrypt'),
    creating('cloudkms.cryptoKeys.create', 'code'),
    creating('cloudkms.cryptoKeyVersions.create'),
  ],
  external: [
    using('cloudkms.cryptoKeyVersions.get'),
    using('cloudkms.cryptoKeyVersions.viewPublicKey'),
    using('cloudkms.cryptoKeyVersions.useToSign'),
    using('cloudkms.cryptoKeyVersions.useToDecrypt'),
    creating('cloudkms.cryptoKeys.create', 'code'),
    creating('cloudkms.cryptoKeyVersions.create'),
  ],
};

/** What `keys.secret.delete` needs on a node with external keys, where it destroys the key in the KMS as well. */
export const deletePermission = {
  aws: 'kms:ScheduleKeyDeletion',
  gcp: 'cloudkms.cryptoKeyVersions.destroy',
} as const;

export const permissionSources: Record<'aws' | 'gcp', { readonly docs: Source; readonly code: Source }> = {
  aws: {
    docs: documented('howtos/secure/kms/configuration/kms_aws_config.rst', 'Canton: AWS KMS'),
    code: code('crypto', 'kms/aws/AwsKms.scala'),
  },
  gcp: {
    docs: documented('howtos/secure/kms/configuration/kms_gcp_config.rst', 'Canton: GCP KMS'),
    code: code('crypto', 'kms/gcp/GcpKms.scala'),
  },
};

/** Why a permission stands in the list. */
export function permissionReason({ for: purpose, from }: Permission, type: 'aws' | 'gcp'): Reason {
  const who = purpose === 'creating' ? 'A node that creates its keys in the KMS needs it' : 'Every node needs it';
  return {
    about:
      from === 'docs'
        ? `${who}; the documentation lists it.`
        : `${who}: the documentation does not list it, but the calls of Canton need it.`,
    source: permissionSources[type][from],
  };
}
