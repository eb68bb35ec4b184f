import { isObject } from '../plan/json-object';
import { upgrade } from '../plan/upgrade';
import { fromBase64url } from './base64url';
import { checksum } from './checksum';
import { type Decoded, failed } from './decoded';
import { inflate } from './deflate';
import { heal } from './heal';
import { parseJson } from './json';
import { withTicks } from './read-ticks';
import { restore, type Shape } from './shape';
import { v1 } from './versions/v1';
import { v2 } from './versions/v2';

/** The most characters that are looked at, twice what an address of ours may hold. */
const longestLink = 16_384;
/** The most bytes a link may unpack to: several times a plan with every node there may be. */
const largestPlan = 1_048_576;

const form = /^v([1-9]\d{0,3})\./;

/**
 * Opens a link: the part of an address that `encodeLink` made. The text may come from anybody: this never throws, stops
 * at fixed sizes, and what it returns has passed the plan's schema.
 */
export async function decodeLink(text: string): Promise<Decoded> {
  if (text.length > longestLink) {
    return failed('too-long', 'The link is longer than any that the wizard makes. Ask the sender for the plan.json.');
  }
  const parts = form.exec(text);
  if (parts === null) return failed('not-ours', 'This is not a link of the wizard.');
  switch (Number(parts[1])) {
    case 1:
      return decode(text, v1, 1);
    case 2:
      return decode(text, v2, 2);
    default:
      return failed(
        'newer',
        'The link was made with a newer wizard. Open it there, or ask for one made with this one.',
      );
  }
}

async function decode(text: string, shape: Shape, version: number): Promise<Decoded> {
  const end = text.lastIndexOf('.');
  const body = text.slice(0, end);
  if (checksum(body) !== text.slice(end + 1)) {
    return failed(
      'damaged',
      'The link was cut or damaged on its way. Ask the sender for it again, or for the plan.json.',
    );
  }
  const content = await unpack(body.slice(body.indexOf('.') + 1));
  const { ticks, ...difference } = isObject(content) ? content : {};
  const upgraded = upgrade(isObject(content) ? restore(shape, difference) : undefined);
  // The version in front decides what the differences differ from, so another one inside is no work of ours.
  if (upgraded.type === 'upgraded' && upgraded.from === version) {
    return withTicks(heal(v2, upgraded.plan), ticks);
  }
  return failed('unreadable', 'The link holds no plan that the wizard could read. Ask the sender for it again.');
}

/** What the payload holds, nothing when it is not packed JSON. */
async function unpack(payload: string): Promise<unknown> {
  const packed = fromBase64url(payload);
  const bytes = packed && (await inflate(packed, largestPlan));
  return bytes && parseJson(new TextDecoder().decode(bytes))?.value;
}
