import { spawnSync } from 'node:child_process';
import { inject } from 'vitest';
import { runtimeJars } from './scala-jars';

export type ScalaError = { readonly file: string; readonly line: number; readonly message: string };

/** What of a compilation is needed: `check` stops when every type is known and every name found; `classes` makes what runs. */
export type Depth = 'check' | 'classes';

/**
 * Has the Scala compiler compile.
 * @param folder where the classes go
 * @param classPath classes to compile against, beside the library
 * @returns what it refuses; it gives up after the phase that finds the first errors
 */
export function scalac(
  folder: string,
  files: readonly string[],
  { depth, classPath = [] }: { readonly depth: Depth; readonly classPath?: readonly string[] },
): readonly ScalaError[] {
  const answer = ask([
    ...['-classpath', [...runtimeJars(), ...classPath].join(':'), '-d', folder, '-encoding', 'UTF-8', '-nowarn'],
    ...['-Xmaxerrs', '100000', ...(depth === 'check' ? ['-Ystop-after:refchecks'] : []), ...files],
  ]);
  const errors = readErrors(answer.output);
  if (answer.isRight !== (errors.length === 0)) throw new Error(`The Scala compiler said: ${answer.output}`);
  return errors;
}

/** Asks the compiler that runs beside the tests. Bash waits for its answer, as nothing in Node does. */
function ask(compilerArguments: readonly string[]): { readonly isRight: boolean; readonly output: string } {
  const talk = `exec 3<>/dev/tcp/127.0.0.1/${inject('compilerPort')} && cat >&3 && cat <&3`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', talk], {
    input: `${compilerArguments.join('\n')}\n\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const [, word, output = ''] = /^(ok|refused)\n([\s\S]*)$/.exec(stdout) ?? [];
  if (word === undefined) throw new Error(`The Scala compiler gave no answer: ${stderr}`);
  return { isRight: word === 'ok', output };
}

/** `path:line: error: message`, the message going on until the next one. */
function readErrors(output: string): readonly ScalaError[] {
  const error = /^(\/.+?\.scala):(\d+): error: ([\s\S]*?)(?=^\/.+?\.scala:\d+: |^\d+ errors?$|(?![\s\S]))/gm;
  return [...output.matchAll(error)].map(([, file = '', line, message = '']) => ({
    ...{ file, line: Number(line), message: message.trim() },
  }));
}
