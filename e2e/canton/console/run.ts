import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '../../../src/core/canton/releases';
import { z } from '../../../src/core/plan/z';
import { type CompileError, compileInto, inFolder, runtimeJars } from './compile';
import { type ConsoleScript, className } from './script-scala';
import { World } from './world';

/** Scripts that are run one after the other on the same world. */
export type Run = {
  readonly world: World;
  readonly scripts: readonly {
    /** Its id. */
    readonly script: string;
    /** Stops the script when it has made so many steps, as if the machine had stopped. */
    readonly faultAfter?: number;
  }[];
};

const Result = z.object({
  /** done; stopped by the script itself; refused by a command; fault as asked for; hang: it would never come back. */
  outcome: z.enum(['done', 'stopped', 'refused', 'fault', 'hang', 'crashed']),
  message: z.string(),
  /** What the console printed. */
  output: z.string(),
  /** What changed something, or waited for a change, in order. */
  steps: z.array(z.string()),
  /** What the nodes wrote into their logs, where the console shows no cause. */
  nodeLog: z.array(z.string()),
  world: World,
});
export type Result = z.infer<typeof Result>;
const Answer = z.object({ results: z.array(Result) });

/**
 * Compiles scripts for a line's console and runs them on the stand-in, all in one JVM.
 * @returns the results of each run, by its scripts, in the given order
 * @throws Error when a script does not compile
 */
export function runScripts(
  release: Release,
  scripts: readonly ConsoleScript[],
  runs: readonly Run[],
): readonly (readonly Result[])[] {
  return inFolder((folder) => {
    const errors = compileInto(folder, release, scripts, 'classes');
    if (errors.length > 0) throw new Error(`${release}: ${errors.map(describe).join('\n')}`);
    const [input, output] = [join(folder, 'input'), join(folder, 'output')];
    writeFileSync(input, runs.map((run) => `${toLine(run)}\n`).join(''));
    const classPath = [join(folder, 'classes'), ...runtimeJars()].join(':');
    const { status, stderr } = spawnSync(
      'java',
      ['-XX:+UseSerialGC', '-cp', classPath, 'com.digitalasset.canton.standin.Main', input, output],
      {
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`The stand-in failed: ${stderr}`);
    const lines = readFileSync(output, 'utf8').split('\n').slice(0, -1);
    if (lines.length !== runs.length) throw new Error(`${runs.length} runs went to the JVM, ${lines.length} came back`);
    return lines.map((line) => Answer.parse(JSON.parse(line)).results);
  });
}

function describe({ script, line, message }: CompileError): string {
  return `${script ?? 'stand-in'}, line ${line}: ${message}`;
}

function toLine({ world, scripts }: Run): string {
  return JSON.stringify({
    world,
    scripts: scripts.map(({ script, ...rest }) => ({ class: `scripts.${className(script)}.Script`, ...rest })),
  });
}
