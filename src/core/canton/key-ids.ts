import { code, type Source } from './sources';

/**
 * How the keys of each KMS are named. Canton passes an id on as it stands and checks only its length, so a wrong one
 * fails at the first call; the grammar here is the cloud's.
 */

/** Canton counts UTF-16 units; its own message says 255, and 300 pass. */
export const longestKeyId = 300;
export const keyIdSource: Source = code('crypto', 'kms/Kms.scala');

/** AWS: what stands where a `KeyId` is asked for. */
export const awsKeyIdSource: Source = {
  label: 'AWS KMS: KeyId',
  url: 'https://docs.aws.amazon.com/kms/latest/developerguide/concepts-key-id.html',
  kind: 'docs',
};

/** Google: the resource name of a key, of which Canton wants the last part alone. */
export const gcpKeyIdSource: Source = code('crypto', 'kms/gcp/GcpKms.scala');

export type AwsKeyId =
  | { readonly kind: 'id'; readonly id: string; readonly multiRegion: boolean }
  | { readonly kind: 'alias'; readonly alias: string }
  | {
      readonly kind: 'key-arn';
      readonly region: string;
      readonly account: string;
      readonly id: string;
      readonly multiRegion: boolean;
    }
  | { readonly kind: 'alias-arn'; readonly region: string; readonly account: string; readonly alias: string };

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}';
const alias = 'alias/[A-Za-z0-9/_-]{1,250}';
const bareId = new RegExp(`^(?:${id})$`);
const bareAlias = new RegExp(`^${alias}$`);
const arn = new RegExp(`^arn:aws[a-z-]*:kms:([a-z0-9-]+):(\\d{12}):(?:key/(${id})|(${alias}))$`);

/** Reads an AWS key id in any of its four forms; nothing when it is none of them. */
export function readAwsKeyId(text: string): AwsKeyId | undefined {
  if (bareId.test(text)) return { kind: 'id', id: text, multiRegion: isMultiRegion(text) };
  if (bareAlias.test(text)) return { kind: 'alias', alias: text };
  const [, region, account, keyId, aliasName] = arn.exec(text) ?? [];
  if (region === undefined || account === undefined) return undefined;
  if (keyId !== undefined) return { kind: 'key-arn', region, account, id: keyId, multiRegion: isMultiRegion(keyId) };
  return aliasName === undefined ? undefined : { kind: 'alias-arn', region, account, alias: aliasName };
}

function isMultiRegion(keyId: string): boolean {
  return keyId.startsWith('mrk-');
}

/** AWS's own alias for its managed keys, which no one may use for a node. */
const managedAlias = /^(?:arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:)?alias\/aws\//;

/** Where a Google key lies. A node looks for all its keys in one such place. */
export type GcpKeyRing = { readonly projectId: string; readonly locationId: string; readonly keyRingId: string };
export type GcpKeyName = GcpKeyRing & { readonly id: string };

const gcpName =
  /^(?:\/\/cloudkms\.googleapis\.com\/)?projects\/([^/]+)\/locations\/([^/]+)\/keyRings\/([^/]+)\/cryptoKeys\/([A-Za-z0-9_-]{1,63})(?:\/cryptoKeyVersions\/\d+)?$/;

/** Reads Google's full name of a key, `projects/p/locations/l/keyRings/r/cryptoKeys/ID`, and what may stand around it. */
export function readGcpKeyName(text: string): GcpKeyName | undefined {
  const [, projectId, locationId, keyRingId, name] = gcpName.exec(text) ?? [];
  if (projectId === undefined || locationId === undefined || keyRingId === undefined || name === undefined) {
    return undefined;
  }
  return { projectId, locationId, keyRingId, id: name };
}

/** Why a key id can't be one of this KMS, in words that say what to write instead. A driver defines its own ids. */
export function keyIdProblem(type: 'aws' | 'gcp', text: string): string | undefined {
  return type === 'aws' ? awsProblem(text) : gcpProblem(text);
}

function awsProblem(text: string): string | undefined {
  if (managedAlias.test(text)) {
    return 'Choose a key of your own: those under alias/aws/ belong to AWS services, and a node may not use them.';
  }
  if (readAwsKeyId(text) !== undefined) return undefined;
  return 'Write a key id (1234abcd-12ab-34cd-56ef-1234567890ab or mrk-...), its ARN (arn:aws:kms:eu-central-1:123456789012:key/...), or alias/name.';
}

function gcpProblem(text: string): string | undefined {
  if (/^[A-Za-z0-9_-]{1,63}$/.test(text)) return undefined;
  if (text.includes('/')) {
    return 'Write only the id of the key, the part behind cryptoKeys/, such as bank1-wrapper: Canton adds project, location and key ring itself.';
  }
  return 'Write the id of the key, such as bank1-wrapper: at most 63 letters, digits, hyphens and underscores.';
}

/** The ARN of a key in another account. The partition follows from the region. */
export function awsArn(region: string, account: string, resource: string): string {
  return `arn:${awsPartition(region)}:kms:${region}:${account}:${resource}`;
}

function awsPartition(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('us-isob-')) return 'aws-iso-b';
  if (region.startsWith('us-iso-')) return 'aws-iso';
  return region.startsWith('eusc-') ? 'aws-eusc' : 'aws';
}
