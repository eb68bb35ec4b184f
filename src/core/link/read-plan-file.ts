import { planDigest } from '../plan/digest';
import { isObject } from '../plan/json-object';
import { upgrade } from '../plan/upgrade';
import { type Decoded, failed } from './decoded';
import { heal } from './heal';
import { parseJson } from './json';
import { withTicks } from './read-ticks';
import { v2 } from './versions/v2';

/** The most characters of a file that are looked at: a plan with every node there may be has about half of it. */
const largestFile = 4_194_304;

/**
 * Opens the text of a `plan.json`, with the same care as a link: it may have been written by anybody. What was changed
 * by hand since the download is read, and said.
 */
export function readPlanFile(text: string): Decoded {
  if (text.length > largestFile) return failed('too-long', 'The file is larger than any plan of the wizard.');
  // Editors on Windows like to put a byte order mark in front.
  const json = parseJson(text.replace(/^\ufeff/, ''))?.value;
  if (!isObject(json)) return failed('not-ours', 'This file is not a plan of the wizard, or it was damaged.');
  const { digest, ticks, ...plan } = json;
  const upgraded = upgrade(plan);
  switch (upgraded.type) {
    case 'no-plan':
      return failed('not-ours', 'This file is not a plan of the wizard: it names no version.');
    case 'newer':
      return failed(
        'newer',
        'The file was made with a newer wizard. Open it there, or ask for one made with this one.',
      );
    case 'upgraded':
      return withTicks(checked(heal(v2, upgraded.plan), digest, upgraded.from === upgraded.plan.version), ticks);
  }
}

/** Adds that the file was changed, when its digest says so and nothing else has been said. */
function checked(decoded: Decoded, digest: unknown, sameVersion: boolean): Decoded {
  if (decoded.type === 'failure' || decoded.notices.length > 0 || digest === undefined || !sameVersion) return decoded;
  if (digest === planDigest(decoded.plan)) return decoded;
  return { ...decoded, notices: [{ message: 'The file was changed by hand since it was downloaded.' }] };
}
