import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { exportFolder } from '../../../src/core/emit/scripts/export-keys';
import { type Exported, keys, pkcs8 } from './exported-keys';

export type Outcome = { readonly status: number; readonly out: string };

/** A folder for each test of a file, as an export leaves it, and what a person does and sees in it. */
export function besideExported() {
  let folder = '';
  const exported = () => join(folder, exportFolder('bank-1'));
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');

  /** The list of exported keys. */
  function writeRows(rows: readonly Exported[]): void {
    const lines = rows.map(
      ({ fingerprint, spec, usage }) =>
        `${fingerprint}\t${spec}\t${usage}\t${usage === 'signing' ? '' : `bank-1-${usage}`}\n`,
    );
    writeFileSync(join(exported(), 'keys.tsv'), lines.join(''));
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'import-'));
    mkdirSync(exported());
    for (const { fingerprint, key } of keys) writeFileSync(join(exported(), `${fingerprint}.der`), pkcs8(key));
    writeRows(keys);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  return {
    folder: () => folder,
    /** Where the exported files lie. */
    exported,
    writeRows,
    read,
    rowsOf: (name: string) =>
      read(name)
        .trimEnd()
        .split('\n')
        .map((row) => row.split('\t')),
    run(text: string, env: Record<string, string>, ...args: string[]): Promise<Outcome> {
      writeFileSync(join(folder, 'import.sh'), text);
      return new Promise((resolve) => {
        execFile('bash', ['import.sh', ...args], { cwd: folder, env: { ...process.env, ...env } }, (error, out, err) =>
          resolve({ status: error === null ? 0 : Number(error.code ?? 1), out: `${out}${err}` }),
        );
      });
    },
  };
}

/** What a tool says of its version; nothing where it is missing. */
export function versionOf(command: string): Promise<string> {
  return new Promise((resolve) =>
    execFile(command, ['--version'], (error, out, err) => resolve(error ? '' : `${out}${err}`)),
  );
}
