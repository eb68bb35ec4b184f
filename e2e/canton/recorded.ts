import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Release } from '../../src/core/canton/releases';
import type { Settled } from './settled';

/** The recorded verdicts; `verdicts/README.md` tells how they were made. */

const Refusal = z.object({ ok: z.boolean(), errors: z.array(z.string()).default([]) });
const Nodes = z.record(z.string(), z.record(z.string(), z.custom<Settled>()));
const Verdict = Refusal.extend({
  start: z.array(z.string()).default([]),
  community: Refusal.optional(),
  value: Nodes.optional(),
});
export type Verdict = z.infer<typeof Verdict>;

const Line = z.union([Verdict, z.enum(['3.3', '3.4', '3.5'])]);
const Recorded = z.object({
  id: z.string(),
  topic: z.string(),
  hocon: z.string(),
  lines: z.object({ '3.3': Line, '3.4': Line, '3.5': Line, '3.6': Line }),
});
export type Recorded = z.infer<typeof Recorded>;

export function recorded(): readonly Recorded[] {
  const text = readFileSync(new URL('verdicts/verdicts.jsonl', import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Recorded.parse(JSON.parse(line)));
}

/** The verdict of a line, which may be that of an earlier one. */
export function verdictOf({ lines }: Recorded, release: Release): Verdict {
  const line = lines[release];
  if (typeof line !== 'string') return line;
  const earlier = lines[line];
  if (typeof earlier === 'string') throw new Error('A verdict refers to one that refers on');
  return earlier;
}
