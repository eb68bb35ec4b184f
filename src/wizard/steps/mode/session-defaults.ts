import { find, sessionSigningKeysAt } from '../../../core/canton/keys';
import { defaultIn } from '../../../core/canton/keys-model';
import type { Release } from '../../../core/canton/releases';

/** Canton's default for a setting of session signing keys; `undefined` where the line has no such setting. */
export function sessionDefault(key: string, release: Release): string | undefined {
  const setting = find(`${sessionSigningKeysAt(release)}.${key}`);
  const value = setting && defaultIn(setting, release);
  return value === undefined ? undefined : String(value);
}
