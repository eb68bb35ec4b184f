import type { AwsKms, DriverKms, GcpKms } from '../../plan/kms';
import { comment, field, type Member, object, word } from '../hocon/tree';
import type { Settings, UsedKms } from '../settings';
import { driverConfig } from './driver-config';
import { lookUp } from './lookup';
import { retries } from './retries';
import { setting } from './setting';

/** The `kms` section of a node. */
export function kmsSection(settings: Settings, used: UsedKms): readonly Member[] {
  const path = `kms.${used.index}`;
  const type = field('type', word(used.kms.type, `${path}.type`), 'crypto.kms.type', `${path}.type`);
  switch (used.kms.type) {
    case 'aws':
      return [type, ...aws(settings, used.kms, path)];
    case 'gcp':
      return [type, ...gcp(settings, used.kms, path)];
    case 'driver':
      return [type, ...driver(settings, used.kms, path)];
  }
}

function aws(settings: Settings, kms: AwsKms, path: string): readonly Member[] {
  return [
    ...setting(settings, 'crypto.kms.region', 'region', kms.region, `${path}.region`),
    ...setting(
      settings,
      'crypto.kms.multi-region-key',
      'multi-region-key',
      kms.multiRegionKey,
      `${path}.multiRegionKey`,
    ),
    ...auditLogging(settings, kms.auditLogging, path),
    ...customTags(settings, kms, path),
    ...endpointOverride(settings, kms.endpointOverride, path),
    ...setting(
      settings,
      'crypto.kms.disable-ssl-verification',
      'disable-ssl-verification',
      kms.disableSslVerification,
      `${path}.disableSslVerification`,
    ),
    ...retries(settings, kms.retries, `${path}.retries`),
  ];
}

function gcp(settings: Settings, kms: GcpKms, path: string): readonly Member[] {
  return [
    ...setting(settings, 'crypto.kms.location-id', 'location-id', kms.locationId, `${path}.locationId`),
    ...setting(settings, 'crypto.kms.project-id', 'project-id', kms.projectId, `${path}.projectId`),
    ...setting(settings, 'crypto.kms.key-ring-id', 'key-ring-id', kms.keyRingId, `${path}.keyRingId`),
    ...auditLogging(settings, kms.auditLogging, path),
    ...endpointOverride(settings, kms.endpointOverride, path),
    ...retries(settings, kms.retries, `${path}.retries`),
  ];
}

function driver(settings: Settings, kms: DriverKms, path: string): readonly Member[] {
  return [
    ...setting(settings, 'crypto.kms.name', 'name', kms.driverName, `${path}.driverName`),
    ...setting(
      settings,
      'crypto.kms.health-check-period',
      'health-check-period',
      kms.healthCheckPeriod,
      `${path}.healthCheckPeriod`,
    ),
    // Even a driver that needs no settings gets an empty section: Canton refuses to load without it.
    field('config', object(driverConfig(kms.config, `${path}.config`)), 'crypto.kms.config', `${path}.config`),
    ...retries(settings, kms.retries, `${path}.retries`),
  ];
}

function auditLogging(settings: Settings, given: boolean, path: string): readonly Member[] {
  return setting(settings, 'crypto.kms.audit-logging', 'audit-logging', given, `${path}.auditLogging`);
}

function endpointOverride(settings: Settings, given: string, path: string): readonly Member[] {
  const key = 'crypto.kms.endpoint-override';
  const members = setting(settings, key, 'endpoint-override', given, `${path}.endpointOverride`);
  const why = 'Whoever runs this address sees every call and signs in the name of the node.';
  return members.length > 0 && settings.comments ? [comment(why), ...members] : members;
}

function customTags(settings: Settings, kms: AwsKms, path: string): readonly Member[] {
  const key = 'crypto.kms.custom-tags';
  if (kms.customTags.length === 0 || lookUp(key, settings.release) === undefined) return [];
  const tags = kms.customTags.map(
    (tag, at): Member => ({
      kind: 'field',
      name: [{ text: tag.name, from: `${path}.customTags.${at}.name` }],
      value: { kind: 'text', text: tag.value, from: `${path}.customTags.${at}.value` },
      key,
    }),
  );
  return [field('custom-tags', object(tags), key, `${path}.customTags`)];
}
