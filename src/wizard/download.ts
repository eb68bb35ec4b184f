import type { Zippable } from 'fflate';
import { bundle } from '../core/emit/bundle';
import { planDigest } from '../core/plan/digest';
import type { Plan } from '../core/plan/plan';

/** Hands bytes to the browser as a file. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([content], { type }));
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the bytes once the click's task is over.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

/**
 * One moment for all files of all archives: the same plan gives the same bytes. A ZIP holds local time, and nothing
 * before this; so it is asked for anew, should the page have travelled to another time zone.
 */
const moment = () => new Date(1980, 0, 1);

/** Unix file modes, as a ZIP's external attributes carry them. */
const plainFile = 0o100644 << 16;
const executableFile = 0o100755 << 16;

/**
 * The bundle as a ZIP.
 * @param touched nodes whose files are left out, since errors stop them
 */
export async function zipBundle(plan: Plan, touched: ReadonlySet<number>): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await import('fflate');
  const files: Zippable = {};
  for (const { path, text, executable } of bundle(plan, touched)) {
    // `os: 3` says Unix, so that the attributes are read as a mode.
    files[path] = [strToU8(text), { mtime: moment(), os: 3, attrs: executable ? executableFile : plainFile }];
  }
  return new Uint8Array(zipSync(files));
}

/** `bank1-production-0a1b2c3d4e5f.zip`: what a person called it, and the digest that says which answers are inside. */
export function archiveName(plan: Plan): string {
  const words = plan.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${words === '' ? 'canton-kms' : words.slice(0, 60)}-${planDigest(plan)}.zip`;
}
