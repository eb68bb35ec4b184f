import type { DriverEntry, DriverValue } from '../../plan/kms';
import type { Path } from '../../plan/plan';
import type { Member, Value } from '../hocon/tree';

/** A driver's own settings, which Canton hands over unread. */
export function driverConfig(entries: readonly DriverEntry[], path: Path): readonly Member[] {
  return entries.map((entry, at) => ({
    kind: 'field',
    name: [{ text: entry.key, from: `${path}.${at}.key` }],
    value: driverValue(entry.value, `${path}.${at}.value`),
    key: 'crypto.kms.config',
  }));
}

function driverValue(value: DriverValue, path: Path): Value {
  switch (value.type) {
    case 'text':
      return { kind: 'text', text: value.value, from: `${path}.value` };
    case 'number':
      return { kind: 'number', text: value.value, from: `${path}.value` };
    case 'flag':
      return { kind: 'word', text: String(value.value), from: `${path}.value` };
    case 'secret':
      return { kind: 'variable', name: value.variable, from: `${path}.variable` };
    case 'list':
      return { kind: 'list', items: value.items.map((item, at) => driverValue(item, `${path}.items.${at}`)) };
    case 'group':
      return { kind: 'object', members: driverConfig(value.entries, `${path}.entries`) };
  }
}
