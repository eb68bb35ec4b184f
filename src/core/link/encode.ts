import { isObject } from '../plan/json-object';
import type { Plan } from '../plan/plan';
import type { Ticks } from '../plan/ticks';
import { toBase64url } from './base64url';
import { checksum } from './checksum';
import { deflate } from './deflate';
import { difference } from './shape';
import { v2 } from './versions/v2';

/** Up to this many characters a link stands in the address; past it the plan travels as `plan.json`. */
export const longestAddress = 8_000;

/**
 * The whole plan as a piece of text for the fragment of an address: `v2.<payload>.<checksum>`, all of it characters that
 * no address, chat or shell changes. It starts with the release line and holds what differs from the defaults of its
 * version.
 * @param ticks what is done of its runbook; only a link that was asked to takes it along
 */
export async function encodeLink(plan: Plan, ticks: Ticks = []): Promise<string> {
  const changed = difference(v2, plan);
  const json = JSON.stringify(isObject(changed) && ticks.length > 0 ? { ...changed, ticks } : changed);
  const body = `v2.${toBase64url(await deflate(new TextEncoder().encode(json)))}`;
  return `${body}.${checksum(body)}`;
}
