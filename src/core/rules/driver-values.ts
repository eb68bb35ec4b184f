import type { DriverEntry, DriverValue } from '../plan/kms';
import type { Path } from '../plan/plan';

/** One value of a driver's own settings, wherever it stands. */
export type PlacedValue = {
  /** Where the value stands, below its KMS: `config.0.value.entries.1.value`. */
  readonly at: Path;
  /** Name of the setting it belongs to; items of a list belong to the name of the list. */
  readonly key: string;
  /** Where that name stands, for a value that has one of its own. */
  readonly keyAt?: Path;
  readonly value: DriverValue;
};

/** Every value of a driver's settings, groups and lists included, in the order of the file. */
export function driverValues(config: readonly DriverEntry[], at: Path = 'config'): PlacedValue[] {
  return config.flatMap(({ key, value }, index) => {
    const valueAt = `${at}.${index}.value`;
    return [{ at: valueAt, key, keyAt: `${at}.${index}.key`, value }, ...within(key, value, valueAt)];
  });
}

function within(key: string, value: DriverValue, at: Path): PlacedValue[] {
  if (value.type === 'group') return driverValues(value.entries, `${at}.entries`);
  if (value.type !== 'list') return [];
  return value.items.flatMap((item, index) => {
    const itemAt = `${at}.items.${index}`;
    return [{ at: itemAt, key, value: item }, ...within(key, item, itemAt)];
  });
}
