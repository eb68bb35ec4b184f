import { isFingerprint, isIdentifier, longestIdentifier, longestKeyName } from '../canton/identities';
import { type Format, matching, optional, upTo, whole } from './format';

/** What the answers look like that only scripts and consoles read; see `formats.ts`. */

export const Identifier = optional((text) =>
  isIdentifier(text)
    ? undefined
    : `Write at most ${longestIdentifier} letters a to z, digits, hyphens and underscores, such as bank-1.`,
);

export const Address = matching(
  /^(?:[A-Za-z0-9._-]+|[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)$/,
  'Write a host name or an address alone, such as 127.0.0.1, without scheme, path or port.',
);

export const Port = whole(1, '5002', 65_535);

export const SequencerUrl = optional((text) => {
  const [, port] = /^https?:\/\/(?:[^\s/@:?#[\]]+|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?$/.exec(text) ?? [undefined, '0'];
  if (port === undefined || (Number(port) >= 1 && Number(port) <= 65_535)) return undefined;
  return 'Write scheme, host and port of the public API, such as https://sequencer1.example.com:5001, without a path.';
});

export const Fingerprint: Format = optional((text) => {
  if (isFingerprint(text)) return undefined;
  if (/^1220[0-9a-f]*(\.\.|…)?$/.test(text) && text.length < 68) {
    return `Write the fingerprint in full: it has 68 characters, these are ${text.length}.`;
  }
  return 'Write a fingerprint: 1220 and 64 more digits and letters a to f, as the inventory prints it.';
});

export const KeyName = upTo(longestKeyName, 'the name of a key');

/** Canton's script reads it as Java does; a day that the month doesn't have is refused there. */
export const Instant = optional((text) => {
  const [, day] = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/.exec(text) ?? [];
  const read = day === undefined ? Number.NaN : Date.parse(text);
  if (!Number.isNaN(read) && new Date(read).toISOString().slice(0, 10) === day) return undefined;
  return 'Write an instant in UTC, such as 2026-11-01T00:00:00Z.';
});
