const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const form = /^(\d{1,9})\s*(ms|s|m|h|d)$/;

/**
 * A duration as the wizard takes it: a whole number and a unit, `500ms`, `30s`, `5m`, `1h` or `1d`. Canton reads more
 * spellings, but these mean the same in every release line and setting.
 * @returns milliseconds, or nothing when the text is something else
 */
export function parseDuration(text: string): number | undefined {
  const parts = form.exec(text.trim());
  const unit = parts?.[2];
  if (parts === null || !isUnit(unit)) return undefined;
  return Number(parts[1]) * units[unit];
}

function isUnit(text: string | undefined): text is keyof typeof units {
  return text !== undefined && Object.hasOwn(units, text);
}
