import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Release, releases } from '../../../src/core/canton/releases';
import { mavenJar } from '../jvm/maven-jar';
import { libraryJar } from '../jvm/read-with-jvm';
import { commandsScala } from './commands-scala';
import { type ConsoleScript, className, headerLength, scriptScala } from './script-scala';

/** Scala as Canton's own build compiles with it from 3.4 to 3.6. */
const scalaVersion = '2.13.16';
const sources = fileURLToPath(new URL('./scala/', import.meta.url));

export type CompileError = {
  /** The script it is in; null for an error in the stand-in itself. */
  readonly script: string | null;
  /** The script's own line, counted from 1. */
  readonly line: number;
  readonly message: string;
};

/** What of a compilation is needed: `check` stops when every type is known and every name found; `classes` makes what runs. */
export type Depth = 'check' | 'classes';

/**
 * Compiles scripts against the stand-in of a line's console, in one run of the compiler unless one of them is wrong.
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

/** As `checkScripts`; the classes of stand-in and scripts, if wanted, go to `classes` in the folder. */
export function compileInto(
  folder: string,
  release: Release,
  scripts: readonly ConsoleScript[],
  depth: Depth,
): readonly CompileError[] {
  mkdirSync(join(folder, 'scripts'));
  mkdirSync(join(folder, 'classes'));
  const commands = join(folder, 'commands.scala');
  writeFileSync(commands, commandsScala(release));
  const written = new Map(scripts.map((script) => [writeScript(folder, release, script), script.id]));

  let left = [...written.keys()];
  const errors: CompileError[] = [];
  for (;;) {
    const output = scalac(join(folder, 'classes'), depth, [...standIn(release), commands, ...left]);
    const found = readErrors(output, written);
    errors.push(...found);
    // The compiler gives up after the phase that found an error: what is left is compiled again, to hear of the rest.
    const failed = new Set(found.map(({ script }) => script));
    if (failed.size === 0 || failed.has(null)) return errors;
    left = left.filter((file) => !failed.has(written.get(file) ?? null));
  }
}

/** The jars that a compiled script needs to run. */
export function runtimeJars(): readonly string[] {
  return [scalaJar('library'), libraryJar()];
}

/** What the compiler says; it must have an opinion on every failure. */
function scalac(classes: string, depth: Depth, files: readonly string[]): string {
  const compiler = [scalaJar('compiler'), scalaJar('library'), scalaJar('reflect')].join(':');
  const list = join(classes, '..', 'files');
  writeFileSync(list, files.map((file) => `"${file}"`).join('\n'));
  const { stdout, stderr, status } = spawnSync(
    'java',
    [
      // It lives for seconds: compiling its own code well would cost more than it brings.
      ...['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xss8m', '-cp', compiler, 'scala.tools.nsc.Main'],
      ...['-classpath', runtimeJars().join(':'), '-d', classes, '-encoding', 'UTF-8', '-nowarn', '-Xmaxerrs', '100000'],
      ...(depth === 'check' ? ['-Ystop-after:refchecks'] : []),
      `@${list}`,
    ],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  const output = `${stdout}${stderr}`;
  if (status !== 0 && !/: error: /.test(output)) throw new Error(`The Scala compiler failed: ${output}`);
  return output;
}

function scalaJar(part: 'compiler' | 'library' | 'reflect'): string {
  return mavenJar(`org.scala-lang:scala-${part}:${scalaVersion}`);
}

function writeScript(folder: string, release: Release, script: ConsoleScript): string {
  const file = join(folder, 'scripts', `${className(script.id)}.scala`);
  writeFileSync(file, scriptScala(release, script));
  return file;
}

/** The stand-in's files for a line: all but those in a folder that names other lines, such as `3.3-3.5`. */
export function standIn(release: Release): readonly string[] {
  const at = releases.indexOf(release);
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.scala'))
    .filter((file) =>
      file.split(sep).every((folder) => {
        const [, from, to = from] = /^(\d\.\d)(?:-(\d\.\d))?$/.exec(folder) ?? [];
        return from === undefined || (releases.indexOf(asRelease(from)) <= at && at <= releases.indexOf(asRelease(to)));
      }),
    )
    .map((file) => join(sources, file));
}

function asRelease(text: string | undefined): Release {
  const release = releases.find((known) => known === text);
  if (release === undefined) throw new Error(`A folder of the stand-in names no release line: ${text}`);
  return release;
}

/** `path:line: error: message`, the message going on until the next one. */
function readErrors(output: string, written: ReadonlyMap<string, string>): CompileError[] {
  return [
    ...output.matchAll(/^(\/.+?\.scala):(\d+): error: ([\s\S]*?)(?=^\/.+?\.scala:\d+: |^\d+ errors?$|(?![\s\S]))/gm),
  ].map(([, file = '', line, message = '']) => {
    const script = written.get(file) ?? null;
    return {
      script,
      line: Number(line) - (script === null ? 0 : headerLength),
      message: script === null ? `${relative(sources, file)}: ${message.trim()}` : message.trim(),
    };
  });
}
