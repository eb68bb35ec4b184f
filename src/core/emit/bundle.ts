import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Plan } from '../plan/plan';
import { planFileName, writePlanFile } from '../plan/plan-file';
import { textOf } from './artefact';
import { checksumsName } from './bundle-names';
import { emitEach } from './emit';

/** A file as it is written to a disk or into a ZIP, in UTF-8. */
export type BundleFile = { readonly path: string; readonly text: string; readonly executable: boolean };

/**
 * Everything a plan comes to: its files, the plan itself, and the digest of each, as `sha256sum -c` reads them.
 * @param touched indices of nodes whose answers have errors; the files those stop are left out
 */
export function bundle(plan: Plan, touched: ReadonlySet<number> = new Set()): readonly BundleFile[] {
  const files = Array.from(emitEach(plan, touched), (artefact) => ({
    path: artefact.path,
    text: textOf(artefact),
    executable: artefact.mediaType === 'text/x-shellscript',
  }));
  const all = [...files, { path: planFileName, text: writePlanFile(plan), executable: false }];
  return [...all, { path: checksumsName, text: checksums(all), executable: false }];
}

function checksums(files: readonly BundleFile[]): string {
  return files.map(({ path, text }) => `${bytesToHex(sha256(utf8ToBytes(text)))}  ${path}\n`).join('');
}
