import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanScript } from './plan-scripts';
import type { Answer, RunAll, ScriptRun } from './run';
import type { Files } from './transfer-world';
import type { World } from './world';

/** Runs the scripts of a move, which hand over to each other by files in the folder they run in. */

const isHandedOver = (name: string) => /^(parties|hosting|party|reconnecting)-/.test(name);

export type Turn = string | readonly [stage: string, faultAfter: number] | 'restart';

export type Ended = { readonly answer: Answer; readonly files: Files };

/** Scripts are run by their stage, in a folder that holds these files and no others of theirs; several worlds at once, if nothing is written. */
export type Runner = (on: readonly World[], files: Files, turns: (at: number) => readonly Turn[]) => readonly Ended[];

export function runner(scripts: readonly PlanScript[], runAll: RunAll, folder: string): Runner {
  const idOf = (stage: string) => scripts.find(({ path }) => path.startsWith(stage))?.id ?? stage;
  const scriptRun = (turn: Turn): ScriptRun => {
    if (turn === 'restart') return { restart: true };
    return typeof turn === 'string' ? { script: idOf(turn) } : { script: idOf(turn[0]), faultAfter: turn[1] };
  };
  return (on, files, turns) => {
    for (const name of readdirSync(folder).filter(isHandedOver)) rmSync(join(folder, name));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const answers = runAll(on.map((each, at) => ({ world: each, scripts: turns(at).map(scriptRun) })));
    const left = Object.fromEntries(
      readdirSync(folder)
        .filter(isHandedOver)
        .map((name) => [name, readFileSync(join(folder, name))]),
    );
    return answers.map((answer) => ({ answer, files: left }));
  };
}
