import { strToU8, type Zippable, zipSync } from 'fflate';
import type { BundleFile } from '../core/emit/bundle';

/**
 * One moment for all files of all archives: the same plan gives the same bytes. A ZIP holds local time, and nothing
 * before this; so it is asked for anew, should the page have travelled to another time zone.
 */
const moment = () => new Date(1980, 0, 1);

/** Unix file modes, as a ZIP's external attributes carry them. */
const plainFile = 0o100644 << 16;
const executableFile = 0o100755 << 16;

/** Files as a ZIP, in their order. */
export function zip(files: readonly BundleFile[]): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const { path, text, executable } of files) {
    // `os: 3` says Unix, so that the attributes are read as a mode.
    entries[path] = [strToU8(text), { mtime: moment(), os: 3, attrs: executable ? executableFile : plainFile }];
  }
  return new Uint8Array(zipSync(entries));
}
