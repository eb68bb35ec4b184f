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
  return [...bundleEach(plan, touched)];
}

/** The same one by one, for who has other things to do in between. */
export function* bundleEach(plan: Plan, touched: ReadonlySet<number> = new Set()): Generator<BundleFile> {
  let checksums = '';
  for (const file of filesOf(plan, touched)) {
    checksums += `${digestOf(file.text)}  ${file.path}\n`;
    yield file;
  }
  yield { path: checksumsName, text: checksums, executable: false };
}

function* filesOf(plan: Plan, touched: ReadonlySet<number>): Generator<BundleFile> {
  for (const artefact of emitEach(plan, touched)) {
    const executable = artefact.mediaType === 'text/x-shellscript';
    yield { path: artefact.path, text: textOf(artefact), executable };
  }
  yield { path: planFileName, text: writePlanFile(plan), executable: false };
}

/** The SHA-256 of a text in UTF-8, in hexadecimal digits. */
export function digestOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
