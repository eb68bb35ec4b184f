import { fingerprintSource, keyNameSource } from '../canton/identities';
import { announcedKeysSource } from '../canton/key-care';
import * as consoleFormats from '../plan/console-formats';
import { kind } from './format-kinds';

/** The kinds of answers that a rotation alone asks for. */
export const rotationKinds = {
  fingerprint: kind(
    'fingerprint-format',
    consoleFormats.Fingerprint,
    'A key is found by its whole fingerprint, never by the beginning of one. The script would stop before it changes anything.',
    fingerprintSource,
  ),
  keyName: kind(
    'key-name-format',
    consoleFormats.KeyName,
    'The command that makes or registers the key refuses it.',
    keyNameSource,
  ),
  retiredBefore: kind(
    'retired-before-format',
    consoleFormats.Instant,
    'The script cannot read it, and deletes nothing.',
    announcedKeysSource,
  ),
};
