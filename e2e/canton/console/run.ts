import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '../../../src/core/canton/releases';
import { z } from '../../../src/core/plan/z';
import { type CompileError, compileInto, inFolder } from './compile';
import { runtimeJars } from './scala-jars';
import { type ConsoleScript, className } from './script-scala';
import { standInClasses } from './stand-in';
import { World } from './world';

export type ScriptRun =
  | {
      /** Its id. */
      readonly script: string;
      /** Stops the script when it has made so many steps, as if the machine had stopped. */
      readonly faultAfter?: number;
    }
  /** Between two scripts, all nodes are started as usual. */
  | { readonly restart: true };

/** Scripts that are run one after the other on the same world. */
export type Run = {
  readonly world: World;
  /** Whether the world after each script is wanted too. */
  readonly withWorlds?: boolean;
  readonly scripts: readonly ScriptRun[];
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
  /** Whether anything is different afterwards. */
  changed: z.boolean(),
  world: z.optional(World),
});
export type Result = z.infer<typeof Result>;

const Answer = z.object({
  /** One for each script. */
  results: z.array(Result),
  /** The state after the last one. */
  world: World,
});
export type Answer = z.infer<typeof Answer>;

/** Runs on the stand-in, all in one JVM, in a folder of its own; the answers are in the order of the runs. */
export type RunAll = (runs: readonly Run[]) => readonly Answer[];

/**
 * Compiles scripts for a line's console, once, and hands out what runs them, and the folder in which they run.
 * @throws Error when a script does not compile
 */
export function inConsole<T>(
  release: Release,
  scripts: readonly ConsoleScript[],
  use: (runAll: RunAll, folder: string) => T,
): T {
  return inFolder((folder) => {
    const errors = compileInto(folder, release, scripts, 'classes');
    if (errors.length > 0) throw new Error(`${release}: ${errors.map(describe).join('\n')}`);
    const classes = new Map(scripts.map((script) => [script.id, `scripts.${className(script)}.Script`]));
    return use((runs) => runIn(folder, standInClasses(release), classes, runs), folder);
  });
}

function runIn(
  folder: string,
  standIn: string,
  /** Of the scripts, by their ids. */
  classes: ReadonlyMap<string, string>,
  runs: readonly Run[],
): readonly Answer[] {
  const [input, output] = [join(folder, 'input'), join(folder, 'output')];
  writeFileSync(input, runs.map((run) => `${toLine(classes, run)}\n`).join(''));
  const classPath = [join(folder, 'classes'), standIn, ...runtimeJars()].join(':');
  const command = ['-XX:+UseSerialGC', '-cp', classPath, 'com.digitalasset.canton.standin.Main', input, output];
  const { status, stderr } = spawnSync('java', command, { encoding: 'utf8', cwd: folder });
  if (status !== 0) throw new Error(`The stand-in failed: ${stderr}`);
  const lines = readFileSync(output, 'utf8').split('\n').slice(0, -1);
  if (lines.length !== runs.length) throw new Error(`${runs.length} runs went to the JVM, ${lines.length} came back`);
  return lines.map((line) => Answer.parse(JSON.parse(line)));
}

function describe({ script, line, message }: CompileError): string {
  return `${script}, line ${line}: ${message}`;
}

function toLine(classes: ReadonlyMap<string, string>, { world, scripts, withWorlds = false }: Run): string {
  return JSON.stringify({
    world,
    withWorlds,
    scripts: scripts.map((run) =>
      'restart' in run ? {} : { class: classes.get(run.script) ?? run.script, faultAfter: run.faultAfter },
    ),
  });
}
