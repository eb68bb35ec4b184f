import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { BundleFile } from '../core/emit/bundle';
import { checksumsName } from '../core/emit/bundle-names';

/** Whether it is a copy of `.env.example` that a person filled in. */
function isFilledIn(path: string): boolean {
  return path === '.env' || path.endsWith('/.env');
}

/**
 * Why a folder can't take a bundle: it holds something that an earlier bundle didn't put there, or that was changed
 * since. Nothing when it isn't there, is empty, or holds an earlier bundle as it was written.
 */
export function folderProblem(folder: string): string | undefined {
  const present = entries(folder).filter((path) => !isFilledIn(path));
  if (present.length === 0) return undefined;
  const written = earlier(folder);
  const foreign = present.find((name) => name !== checksumsName && !written.has(name));
  if (foreign !== undefined) return `${join(folder, foreign)} is not from an earlier run. Name an empty folder.`;
  const changed = present.find((name) => name !== checksumsName && written.get(name) !== digest(join(folder, name)));
  return changed && `${join(folder, changed)} was changed by hand. Put it aside first.`;
}

/** Writes the files, and takes away those of an earlier bundle that this one doesn't have. */
export function writeFolder(folder: string, files: readonly BundleFile[]): void {
  mkdirSync(folder, { recursive: true });
  for (const name of earlier(folder).keys()) rmSync(join(folder, name), { force: true });
  for (const { path, text, executable } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    if (executable) chmodSync(join(folder, path), 0o755);
  }
}

/** Everything in the folder that is no folder itself, by its path within; a link to another place is not followed. */
function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The files of an earlier bundle by name, with their digests as they were written. */
function earlier(folder: string): ReadonlyMap<string, string> {
  if (!entries(folder).includes(checksumsName)) return new Map();
  const lines = readFileSync(join(folder, checksumsName), 'utf8').split('\n');
  // A file of a bundle lies in it or in one folder of it: a list that was tampered with must not reach outside.
  return new Map(
    lines.flatMap((line) => {
      const [, sum, name] = /^([0-9a-f]{64}) {2}((?:[A-Za-z0-9_-]+\/)?[A-Za-z0-9_.-]+)$/.exec(line) ?? [];
      return sum === undefined || name === undefined ? [] : [[name, sum]];
    }),
  );
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
