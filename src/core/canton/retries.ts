import { code, type Source } from './sources';

/**
 * What Canton does when a section of `crypto.kms.retries` is left out. The sections have defaults, the keys in them have
 * none: whoever writes one key writes all three.
 */
export const retryDefaults = {
  failures: { 'initial-delay': '500ms', 'max-delay': '10s', 'max-retries': 2147483647 },
  'create-key-check': { 'initial-delay': '100ms', 'max-delay': '10s', 'max-retries': 20 },
} as const;

export const retryDefaultsSource: Source = code('config', 'KmsConfig.scala');
