import { longestKeyId } from '../canton/key-ids';
import { nodeNameProblem } from '../canton/node-names';
import { unseenCharacter } from './characters';
import { parseDuration } from './duration';
import { type Format, format, matching, optional, upTo, whole } from './format';
import { Answer } from './kms';

/** What the answers that reach a configuration look like. */

/** Any text that can be seen. */
export const Text = format();

export const NodeName = format(nodeNameProblem);

export const Region = matching(/^\S+$/, 'Write a region without blanks, such as eu-central-1.');

export const AccountNumber = matching(/^\d{12}$/, 'Write the twelve digits of the account, such as 123456789012.');

export const LocationId = matching(
  /^[a-z0-9-]+$/,
  'Write a location in small letters, digits and hyphens, such as europe-west6 or global.',
);

export const ProjectId = matching(
  /^[a-z0-9][a-z0-9.:-]*$/,
  "Write the project's id (not its display name), such as acme-prod: small letters, digits and hyphens.",
);

export const KeyRingId = matching(
  /^[A-Za-z0-9_-]{1,63}$/,
  'Write only the name of the key ring, such as canton: at most 63 letters, digits, hyphens and underscores.',
);

/** What holds for key ids of every provider; what a provider adds is in `core/canton/key-ids.ts`. */
export const KeyId = upTo(longestKeyId, 'a key id');

export const TagName = optional((text) => {
  if (/^aws:/i.test(text)) return 'Choose a name that does not begin with aws: AWS keeps those for itself.';
  return text.length > 128
    ? `Shorten it: the name of a tag has at most 128 characters, these are ${text.length}.`
    : undefined;
});
export const TagValue = upTo(256, 'the value of a tag');

/** Longest duration in milliseconds: Canton counts nanoseconds in 64 bits, and a longer one ends the loading. */
export const longestDuration = 9_223_372_036_854;

function duration(from: 'zero' | 'above-zero', example: string, wholeSeconds = false): Format {
  return optional((text) => {
    const ms = parseDuration(text);
    if (ms === undefined) return `Write a whole number and a unit (ms, s, m, h, d), such as ${example}.`;
    if (ms === 0 && from === 'above-zero') return `Write a duration above zero, such as ${example}.`;
    if (ms > longestDuration) return 'Write a shorter duration: Canton takes at most 106751d.';
    if (wholeSeconds && ms % 1_000 !== 0)
      return `Write whole seconds, such as ${example}: Canton 3.3 takes no fractions here.`;
    return undefined;
  });
}

export const Delay = duration('zero', '500ms');
export const HealthCheckPeriod = duration('above-zero', '10s');
export const SessionKeyDuration = duration('above-zero', '5m');
export const SessionKeyDurationOrZero = duration('zero', '2m');
export const SessionKeyWholeSeconds = duration('above-zero', '5m', true);

export const MaxRetries = whole(0, '20');
export const Parallelism = whole(1, '10');
export const RollingHistory = whole(0, '30');

export const VariableName = matching(
  /^[A-Za-z_][A-Za-z0-9_]*$/,
  'Write the name of an environment variable, such as HSM_PIN: letters, digits and underscores, no digit first. Never the secret itself.',
);

const plainNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** As JSON writes numbers: HOCON rewrites other spellings, and an account number would lose its leading zero. */
export const DriverNumber = optional((text) => {
  if (!plainNumber.test(text) || !Number.isFinite(Number(text))) {
    return 'Write a plain number, such as 3 or 0.5, without a leading zero; for anything else choose text.';
  }
  return isReadAsNumber(text)
    ? undefined
    : 'Choose text, or write it with an exponent: a whole number beyond 9223372036854775807 is not read as a number.';
});

/** Canton's parser reads whole numbers in 64 bits; a longer one silently becomes text. */
function isReadAsNumber(text: string): boolean {
  if (/[.e]/i.test(text)) return true;
  const whole = BigInt(text);
  return BigInt.asIntN(64, whole) === whole;
}

/** A driver's own text may begin or end with a blank; it may not hold what can't be seen. */
export const DriverText: Format = Answer.check(({ value: text, issues }) => {
  const point = unseenCharacter(text);
  if (point !== undefined)
    issues.push({ code: 'custom', input: text, message: `Remove the character ${point}: it can't be seen.` });
});
