import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Plan } from '../plan/plan';
import { Ticks } from '../plan/ticks';
import { z } from '../plan/z';
import { decodeLink } from './decode';
import { encodeLink } from './encode';

const folder = new URL('../../../e2e/links/', import.meta.url);

/** A link that somebody may have kept, and what it means: its plan with the places that had to be replaced, or why not. */
const Entry = z.union([
  z.strictObject({
    name: z.string(),
    link: z.string(),
    plan: Plan,
    ticks: z.optional(Ticks),
    replaced: z.array(z.string()),
  }),
  z.strictObject({ name: z.string(), link: z.string(), failure: z.string() }),
]);

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

test('there is a corpus for each version', () => {
  expect(files).toEqual(['v1.json', 'v2.json']);
});

describe.each(files)('the links in %s open as they always did', (file) => {
  const entries = z
    .array(Entry)
    .check(z.minLength(20))
    .parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

  test.each(entries)('$name', async (entry) => {
    const decoded = await decodeLink(entry.link);
    if ('failure' in entry) {
      expect(decoded).toMatchObject({ type: 'failure', failure: { reason: entry.failure } });
      return;
    }
    expect(decoded).toMatchObject({ type: 'plan', plan: entry.plan });
    expect(decoded.type === 'plan' && decoded.ticks).toEqual(entry.ticks);
    const replaced = decoded.type === 'plan' ? decoded.notices.map(({ path }) => path ?? '') : [];
    expect(replaced).toEqual(entry.replaced);
    // What has been opened can be sent on, with nothing left to say.
    expect(await decodeLink(await encodeLink(entry.plan))).toEqual({ type: 'plan', plan: entry.plan, notices: [] });
  });
});
