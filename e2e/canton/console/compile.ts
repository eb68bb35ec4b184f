import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Release } from '../../../src/core/canton/releases';
import { type Depth, scalac } from './scalac';
import { type ConsoleScript, className, headerLength, scriptScala } from './script-scala';
import { standInClasses } from './stand-in';

export type CompileError = {
  /** The id of the script it is in. */
  readonly script: string;
  /** The script's own line, counted from 1. */
  readonly line: number;
  readonly message: string;
};

/**
 * Compiles scripts against the stand-in of a line's console, in one run of the compiler unless one of them is wrong, and
 * each once, however many plans have it.
 * @returns what is wrong, by script; empty when all is well.
 */
export function checkScripts(release: Release, scripts: readonly ConsoleScript[]): readonly CompileError[] {
  return inFolder((folder) => compileInto(folder, release, scripts, 'check'));
}

/** Hands a folder of its own to `work` and removes it afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'console-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As `checkScripts`; the classes, if wanted, go to `classes` in the folder. */
export function compileInto(
  folder: string,
  release: Release,
  scripts: readonly ConsoleScript[],
  depth: Depth,
): readonly CompileError[] {
  const classes = join(folder, 'classes');
  mkdirSync(classes);
  const written = new Map<string, string[]>();
  for (const script of scripts) {
    const file = join(folder, `${className(script)}.scala`);
    const alike = written.get(file);
    if (alike === undefined) {
      writeFileSync(file, scriptScala(release, script));
      written.set(file, [script.id]);
    } else alike.push(script.id);
  }

  let left = [...written.keys()];
  const errors: CompileError[] = [];
  while (left.length > 0) {
    const found = scalac(classes, left, { depth, classPath: [standInClasses(release)] });
    errors.push(
      ...found.flatMap(({ file, line, message }) =>
        (written.get(file) ?? [file]).map((script) => ({ script, line: line - headerLength, message })),
      ),
    );
    if (found.length === 0) break;
    // The compiler gives up after the phase that found an error: what is left is compiled again, to hear of the rest.
    const failed = new Set(found.map(({ file }) => file));
    left = left.filter((file) => !failed.has(file));
  }
  return errors;
}
