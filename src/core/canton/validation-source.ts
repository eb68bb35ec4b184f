import type { Release } from './releases';
import { code, type Source } from './sources';

/** Where Canton checks a configuration that it has read: values against each other, and consent to guarded settings. */
export function validationSource(release: Release): Source {
  const old = release === '3.3' || release === '3.4';
  return code('appConfig', old ? 'CommunityConfigValidations.scala' : 'ConfigValidations.scala', release);
}
