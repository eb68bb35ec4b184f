import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mavenJar } from '../jvm/maven-jar';
import { libraryJar } from '../jvm/read-with-jvm';

/** Scala as Canton's own build compiles with it from 3.4 to 3.6. */
const version = '2.13.16';

export type ScalaError = { readonly file: string; readonly line: number; readonly message: string };

/** What of a compilation is needed: `check` stops when every type is known and every name found; `classes` makes what runs. */
export type Depth = 'check' | 'classes';

/** The jars that compiled Scala needs to run: Scala's own, and the one that reads and writes JSON here. */
export function runtimeJars(): readonly string[] {
  return [scalaJar('library'), libraryJar()];
}

/**
 * Runs the Scala compiler once.
 * @param folder where the classes go
 * @param classPath classes to compile against, beside the library
 * @returns what it refuses; it gives up after the phase that finds the first errors
 */
export function scalac(
  folder: string,
  files: readonly string[],
  { depth, classPath = [] }: { readonly depth: Depth; readonly classPath?: readonly string[] },
): readonly ScalaError[] {
  const compiler = [scalaJar('compiler'), scalaJar('library'), scalaJar('reflect')].join(':');
  const list = join(folder, 'files');
  writeFileSync(list, files.map((file) => `"${file}"`).join('\n'));
  const { stdout, stderr, status } = spawnSync(
    'java',
    [
      // It lives for seconds: compiling its own code well would cost more than it brings.
      ...['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xss8m', '-cp', compiler, 'scala.tools.nsc.Main'],
      ...['-classpath', [...runtimeJars(), ...classPath].join(':'), '-d', folder, '-encoding', 'UTF-8', '-nowarn'],
      ...['-Xmaxerrs', '100000', ...(depth === 'check' ? ['-Ystop-after:refchecks'] : []), `@${list}`],
    ],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  const errors = readErrors(`${stdout}${stderr}`);
  if ((status === 0) !== (errors.length === 0)) {
    throw new Error(`The Scala compiler ended with ${status} and said: ${stdout}${stderr}`);
  }
  return errors;
}

function scalaJar(part: 'compiler' | 'library' | 'reflect'): string {
  return mavenJar(`org.scala-lang:scala-${part}:${version}`);
}

/** `path:line: error: message`, the message going on until the next one. */
function readErrors(output: string): readonly ScalaError[] {
  const error = /^(\/.+?\.scala):(\d+): error: ([\s\S]*?)(?=^\/.+?\.scala:\d+: |^\d+ errors?$|(?![\s\S]))/gm;
  return [...output.matchAll(error)].map(([, file = '', line, message = '']) => ({
    ...{ file, line: Number(line), message: message.trim() },
  }));
}
