import { retryDefaults } from '../../canton/retries';
import type { Backoff, Retries } from '../../plan/kms';
import { field, type Member, object } from '../hocon/tree';
import type { Settings } from '../settings';
import { setting } from './setting';

/** `retries`: a section for each kind that differs from Canton's, with all three keys. */
export function retries(settings: Settings, given: Retries, path: string): readonly Member[] {
  const sections = [
    ...section(settings, 'failures', given.failures, `${path}.failures`),
    ...section(settings, 'create-key-check', given.createKeyCheck, `${path}.createKeyCheck`),
  ];
  return sections.length === 0 ? [] : [field('retries', object(sections), 'crypto.kms.retries')];
}

function section(
  settings: Settings,
  kind: keyof typeof retryDefaults,
  given: Backoff,
  path: string,
): readonly Member[] {
  const standard = retryDefaults[kind];
  const key = `crypto.kms.retries.${kind}` as const;
  const keys = (all: boolean) => {
    const spelling = { ...settings, explicitDefaults: all };
    const [delay, most, times] = [standard['initial-delay'], standard['max-delay'], standard['max-retries']];
    return [
      ...setting(spelling, `${key}.initial-delay`, 'initial-delay', given.initialDelay, `${path}.initialDelay`, delay),
      ...setting(spelling, `${key}.max-delay`, 'max-delay', given.maxDelay, `${path}.maxDelay`, most),
      ...setting(spelling, `${key}.max-retries`, 'max-retries', given.maxRetries, `${path}.maxRetries`, times),
    ];
  };
  if (!settings.explicitDefaults && keys(false).length === 0) return [];
  return [field(kind, object(keys(true)), key)];
}
