import type { Release } from './releases';
import type { KmsType } from './schemes';
import { code, documented, type Source } from './sources';

/**
 * Which editions can use a KMS: what the documentation says, and what the open code does. They disagree from 3.4 on,
 * where the documentation still asks for Enterprise and the code no longer does.
 */
export type EditionFacts = {
  readonly documented: 'every edition' | 'Enterprise';
  readonly documentedIn: Source;
  /** Whether the open-source edition runs it. */
  readonly open: boolean;
  readonly openIn: Source;
};

const pages = {
  aws: 'howtos/secure/kms/configuration/kms_aws_config.rst',
  gcp: 'howtos/secure/kms/configuration/kms_gcp_config.rst',
  driver: 'howtos/secure/kms/configuration/kms_driver_config.rst',
} as const satisfies Record<KmsType, string>;

export function editionsOf(type: KmsType, release: Release): EditionFacts {
  return {
    documented: type === 'driver' ? 'every edition' : 'Enterprise',
    documentedIn: documented(pages[type], 'Configure a KMS', release),
    open: type === 'driver' || release !== '3.3',
    openIn: code('config', 'KmsConfig.scala', release),
  };
}
