import { type KeyType, valuesIn } from '../../canton/keys-model';
import type { Release } from '../../canton/releases';
import type { HoconValue } from '../hocon-value';
import { type Duration, formatDuration, parseDuration } from './duration';
import { parseDouble, parseLong } from './java';

/**
 * Values that are one word, as Canton's readers take them: what they accept in place of the type they want, and the
 * words they refuse the rest with. Source: PureConfig's `ConfigCursor`, and the readers in Canton's `CantonConfig`.
 */

export type Refusal = { readonly ok: false; readonly message: string; readonly crash?: true };
export type Scalar<T> = { readonly ok: true; readonly value: T } | Refusal;

const ok = <T>(value: T): Scalar<T> => ({ ok: true, value });
const refused = (message: string): Refusal => ({ ok: false, message });

/** The name Canton's messages have for a type of value. A variable of the environment is always text. */
function typeName(value: HoconValue): string {
  return value.type === 'reference' ? 'STRING' : value.type.toUpperCase();
}

export function wrongType(expected: 'STRING' | 'BOOLEAN' | 'NUMBER' | 'OBJECT' | 'LIST', value: HoconValue): Refusal {
  return refused(`Expected type ${expected}. Found ${typeName(value)} instead.`);
}

/** Text; a number or a boolean is taken as text, rewritten as the library prints it. */
export function readText(value: HoconValue): Scalar<string> {
  if (value.type === 'string') return ok(value.value);
  if (value.type === 'number') return ok(value.text);
  if (value.type === 'boolean') return ok(String(value.value));
  return wrongType('STRING', value);
}

export function readFlag(value: HoconValue): Scalar<boolean> {
  if (value.type === 'boolean') return ok(value.value);
  if (value.type !== 'string') return wrongType('BOOLEAN', value);
  if (['true', 'yes', 'on'].includes(value.value)) return ok(true);
  if (['false', 'no', 'off'].includes(value.value)) return ok(false);
  return wrongType('BOOLEAN', value);
}

const intMax = 2 ** 31 - 1;

export function readWhole(value: HoconValue, positive: boolean): Scalar<number> {
  const text = value.type === 'number' ? value.text : value.type === 'string' ? value.value : undefined;
  const long = text === undefined ? undefined : parseLong(text);
  const number = long !== undefined ? Number(long) : text === undefined ? undefined : parseDouble(text);
  if (number === undefined) return wrongType('NUMBER', value);
  if (!Number.isInteger(number) || number > intMax || number < -intMax - 1) {
    return refused(`Cannot convert '${text}' to Int: Unable to convert Number to Int.`);
  }
  if (positive && number < 0) {
    return refused(
      `The value you gave for this configuration setting (${number}) was non-positive, but we require a positive value for this configuration setting`,
    );
  }
  if (positive && number === 0) {
    return {
      ok: false,
      message: 'Received the non-positive 0 as argument, but we require a positive value here.',
      crash: true,
    };
  }
  return ok(number === 0 ? 0 : number);
}

type DurationType = Extract<KeyType, { kind: 'duration' }>;

export function readDuration(value: HoconValue, type: DurationType): Scalar<Duration> {
  const text = readText(value);
  if (!text.ok) return text;
  const parsed = parseDuration(text.value);
  if (!parsed.ok && parsed.crash) return { ok: false, message: parsed.reason, crash: true };
  const reason = parsed.ok ? outside(parsed.duration, type) : parsed.reason;
  if (reason === undefined && parsed.ok) return ok(parsed.duration);
  const wanted = type.from === 'zero' ? 'non-negative' : 'positive';
  return refused(`Cannot convert \`${text.value}\` to a ${wanted}${type.endless ? '' : ' finite'} duration: ${reason}`);
}

/** Why a duration is outside what its key takes. */
function outside(duration: Duration, type: DurationType): string | undefined {
  if ('endless' in duration) {
    return type.endless && duration.endless === 'ahead' ? undefined : 'Duration is not a finite duration';
  }
  if (duration.nanos < 0n && type.from === 'zero') return `Duration ${formatDuration(duration.nanos)} is negative!`;
  if (duration.nanos <= 0n && type.from === 'above-zero') {
    return `Duration ${formatDuration(duration.nanos)} is not positive!`;
  }
  if (type.wholeSeconds && duration.nanos % 1_000_000_000n !== 0n) {
    return `Duration ${formatDuration(duration.nanos)} is not rounded to the second.`;
  }
  return undefined;
}

type ChoiceType = Extract<KeyType, { kind: 'choice' | 'choices' }>;

export function readChoice(value: HoconValue, type: ChoiceType, release: Release): Scalar<string> {
  const text = readText(value);
  if (!text.ok) return text;
  const known = valuesIn(type.values, release);
  if (known.includes(text.value)) return text;
  const shown = value.type === 'string' ? JSON.stringify(text.value) : text.value;
  return refused(`No valid coproduct option found for '${shown}'. Known here: ${known.join(', ')}.`);
}

export function checkLength(text: string, length: { readonly from: number; readonly to: number }): Refusal | undefined {
  if (text.length >= length.from && text.length <= length.to) return undefined;
  const shown = text.length > 5 ? `${text.slice(0, 5)}…` : text;
  // Canton's own message names another limit than the one it applies.
  return refused(
    `The string you gave for this configuration setting ('${shown}') had size ${text.length}: it takes ${length.from} to ${length.to}.`,
  );
}

/**
 * The items of a list. Canton also takes an object whose keys are all numbers as one, in their order.
 */
export function readItems(value: HoconValue): Scalar<readonly HoconValue[]> {
  if (value.type === 'list') return ok(value.items);
  if (value.type !== 'object' || value.fields.size === 0) return wrongType('LIST', value);
  const numbered = [...value.fields].map(([name, item]) => ({ index: Number(name), name, item }));
  if (numbered.some(({ name }) => !/^\d+$/.test(name))) return wrongType('LIST', value);
  return ok(numbered.sort((a, b) => a.index - b.index).map(({ item }) => item));
}
