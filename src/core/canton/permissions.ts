import type { Reason } from './reason';
import { code, documented, type Source } from './sources';

/**
 * What a node must be allowed to do in its KMS. The documentation's lists, completed with what the calls in the code
 * need, and without what a node can do without.
 */
export type Permission = {
  readonly name: string;
  /** `creating` and `deleting`: only where the node makes or destroys keys itself; every node needs the others. */
  readonly for: 'using' | 'creating' | 'deleting';
  /** Which keys it is needed for: those that sign, those that encrypt, or all. */
  readonly keys: 'signing' | 'encryption' | 'all';
  /** Whether the documentation lists it, or only the code shows the call. */
  readonly from: 'docs' | 'code';
};

/** How the KMS is used: it wraps the keys in the database, or holds them all. */
export type Mode = 'envelope' | 'external';

type Rest = Partial<Pick<Permission, 'keys' | 'from'>>;
const using = (name: string, rest: Rest = {}): Permission => ({
  name,
  for: 'using',
  keys: 'all',
  from: 'docs',
  ...rest,
});
const creating = (name: string, rest: Rest = {}): Permission => ({ ...using(name, rest), for: 'creating' });
const deleting = (name: string): Permission => ({ ...using(name, { from: 'code' }), for: 'deleting' });

export const awsPermissions: Record<Mode, readonly Permission[]> = {
  envelope: [
    using('kms:DescribeKey'),
    using('kms:Encrypt'),
    using('kms:Decrypt'),
    creating('kms:CreateKey'),
    // Every key that Canton creates carries a tag, and AWS asks for this permission then.
    creating('kms:TagResource', { from: 'code' }),
  ],
  external: [
    using('kms:DescribeKey'),
    using('kms:GetPublicKey'),
    using('kms:Sign', { keys: 'signing' }),
    using('kms:Decrypt', { keys: 'encryption' }),
    creating('kms:CreateKey'),
    creating('kms:TagResource'),
  ],
};

export const gcpPermissions: Record<Mode, readonly Permission[]> = {
  envelope: [
    using('cloudkms.cryptoKeys.get'),
    // Whether a key exists is asked by reading its version 1.
    using('cloudkms.cryptoKeyVersions.get', { from: 'code' }),
    using('cloudkms.cryptoKeyVersions.useToEncrypt'),
    using('cloudkms.cryptoKeyVersions.useToDecrypt'),
    creating('cloudkms.cryptoKeys.create', { from: 'code' }),
    creating('cloudkms.cryptoKeyVersions.create'),
  ],
  external: [
    using('cloudkms.cryptoKeyVersions.get'),
    using('cloudkms.cryptoKeyVersions.viewPublicKey'),
    using('cloudkms.cryptoKeyVersions.useToSign', { keys: 'signing' }),
    using('cloudkms.cryptoKeyVersions.useToDecrypt', { keys: 'encryption' }),
    creating('cloudkms.cryptoKeys.create', { from: 'code' }),
    creating('cloudkms.cryptoKeyVersions.create'),
  ],
};

/** What `keys.secret.delete` needs on a node with external keys, where it destroys the key in the KMS as well. */
export const deletePermission = {
  aws: deleting('kms:ScheduleKeyDeletion'),
  gcp: deleting('cloudkms.cryptoKeyVersions.destroy'),
} as const;

/** Of all permissions those that keys of one purpose need, to be used or to be created. */
export function neededFor(
  all: readonly Permission[],
  purpose: 'using' | 'creating',
  keys: Permission['keys'] = 'all',
): readonly Permission[] {
  return all.filter(
    (permission) =>
      permission.for === purpose && (keys === 'all' || permission.keys === 'all' || permission.keys === keys),
  );
}

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
  const who = {
    using: 'Every node needs it',
    creating: 'A node that creates its keys in the KMS needs it',
    deleting: 'Deleting a key of a node destroys it in the KMS and needs it',
  }[purpose];
  return {
    about:
      from === 'docs'
        ? `${who}; the documentation lists it.`
        : `${who}: the documentation does not list it, but the calls of Canton need it.`,
    source: permissionSources[type][from],
  };
}
