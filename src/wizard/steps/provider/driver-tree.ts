import { asVariable, looksSecret } from '../../../core/plan/driver-secrets';
import type { DriverEntry, DriverValue } from '../../../core/plan/kms';

export type ValueType = DriverValue['type'];

export const valueTypes = ['text', 'number', 'flag', 'secret', 'group', 'list'] as const satisfies readonly ValueType[];

export const valueWords = {
  text: 'Text',
  number: 'Number',
  flag: 'Yes or no',
  secret: 'Secret',
  group: 'Group',
  list: 'List',
} as const satisfies Record<ValueType, string>;

/** The value of a setting that has got its name: one that sounds like a secret becomes one, unless it was filled in. */
export function shapedByName({ key, value }: DriverEntry, driver: string): DriverValue {
  const untouched = value.type === 'text' && value.value === '';
  return untouched && looksSecret(key) ? { type: 'secret', variable: variableFor(driver, key) } : value;
}

/** An empty value of a type; what can be carried over from the value before it is. */
export function emptyValue(type: ValueType, before?: DriverValue): DriverValue {
  const text = before?.type === 'text' || before?.type === 'number' ? before.value : '';
  switch (type) {
    case 'text':
    case 'number':
      return { type, value: text };
    case 'flag':
      return { type, value: text === 'true' };
    // What was typed as a plain text may be the secret itself: it must not become a variable's name.
    case 'secret':
      return { type, variable: '' };
    case 'list':
      return { type, items: [] };
    case 'group':
      return { type, entries: [] };
  }
}

/** A name for an environment variable that says which setting it is for: `hsm.pin` becomes `HSM_PIN`. */
export function variableFor(driver: string, key: string): string {
  return asVariable(`${driver} ${key}`).replace(/^(\d)/, '_$1');
}

/** The settings that a driver in Canton's own repository reads, as a start. */
export const presets = {
  'aws-kms': [
    { key: 'region', value: { type: 'text', value: '' } },
    { key: 'multi-region-key', value: { type: 'flag', value: false } },
    { key: 'audit-logging', value: { type: 'flag', value: false } },
  ],
  'mock-kms': [{ key: 'audit-logging', value: { type: 'flag', value: false } }],
} as const satisfies Record<string, readonly DriverEntry[]>;

export function presetOf(name: keyof typeof presets): DriverEntry[] {
  return presets[name].map((entry) => ({ key: entry.key, value: { ...entry.value } }));
}
