import { type AwsKeyId, readAwsKeyId, readGcpKeyName } from '../canton/key-ids';
import type { AwsKms, GcpKms, Kms } from '../plan/kms';

/**
 * What a key is in its cloud, whichever way its id is written and through whichever KMS of the plan it is
 * reached: two ids that have one of these in common are the same key. The other way round nothing is proven: which key
 * an alias stands for is known to AWS alone, and a bare alias means another one in each account.
 */
export function identitiesOf(kms: Kms, id: string): readonly string[] {
  switch (kms.type) {
    case 'aws':
      return inAws(kms, id);
    case 'gcp':
      return [inGcp(kms, id)];
    case 'driver':
      // What stands behind a driver only the driver knows; two may share an HSM, and one name two partitions of it.
      return [`${kms.id} ${id}`];
  }
}

/**
 * AWS makes ids at random, so the account and the endpoint tell no more than the id does; a multi-region key has the
 * same id, and the same key material, in each of its regions.
 */
function inAws(kms: AwsKms, text: string): readonly string[] {
  const key = readAwsKeyId(text);
  if (key === undefined) return [`${kms.id} ${text}`];
  const region = 'region' in key ? key.region : kms.region;
  switch (key.kind) {
    case 'id':
    case 'key-arn':
      return [key.multiRegion ? key.id : `${region} ${key.id}`];
    case 'alias':
    case 'alias-arn':
      return aliased(kms, key, region);
  }
}

/** Without an account an alias is one key only for those who sign in alike: the nodes of one KMS of the plan. */
function aliased(kms: AwsKms, key: Extract<AwsKeyId, { alias: string }>, region: string): readonly string[] {
  const here = `${kms.id} ${region} ${key.alias}`;
  const { keyAccount } = kms;
  const account = 'account' in key ? key.account : undefined;
  if (account === undefined) return [here];
  const there = `${account} ${region} ${key.alias}`;
  return keyAccount.type === 'same' ? [here, there] : [there];
}

/** Google's full name of the key. Where an answer is missing there is none, and the KMS of the plan has to do. */
function inGcp(kms: GcpKms, text: string): string {
  const name = readGcpKeyName(text);
  const { projectId, locationId, keyRingId } = name ?? kms;
  const place = [projectId, locationId, keyRingId];
  return `${place.includes('') ? kms.id : place.join('/')} ${name?.id ?? text}`;
}
