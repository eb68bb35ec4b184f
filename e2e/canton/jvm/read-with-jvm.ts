import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HoconResult } from '../../../src/core/read/hocon-value';
import { JvmResult } from './jvm-result';
import { mavenJar } from './maven-jar';

export type JvmDocument = {
  readonly id: string;
  /** The files given with `-c`, relative to the folder the JVM works in; a later one wins. */
  readonly names: readonly string[];
  readonly files: ReadonlyMap<string, string>;
  readonly env?: Readonly<Record<string, string>>;
  /** `${NAME}` without a value becomes a reference instead of an error. */
  readonly mark?: boolean;
};

const here = fileURLToPath(new URL('.', import.meta.url));
const utf8 = { encoding: 'utf8', maxBuffer: 1 << 30, env: { ...process.env, LC_ALL: 'C.UTF-8' } } as const;

/** The tools without which there is no JVM library; empty where all is there. CI must have them, so there it throws. */
export function missingJvmTools(): string[] {
  const missing = ['java', 'javac', 'mvn'].filter((tool) => !runs(tool));
  if (missing.length > 0 && process.env.CI === 'true') {
    throw new Error(`CI holds the parser to the JVM's, but these are missing: ${missing.join(', ')}`);
  }
  return missing;
}

function runs(tool: string): boolean {
  try {
    execFileSync(tool, ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads documents with `com.typesafe:config` itself, in the version that `hocon/pom.xml` compiles for the page: one JVM for all,
 * real files in a folder of its own, results in the order of the documents. Needs Java 11 or newer and Maven.
 */
export function readWithJvm(documents: readonly JvmDocument[]): HoconResult[] {
  const folder = mkdtempSync(join(tmpdir(), 'read-with-jvm-'));
  try {
    const jar = libraryJar();
    const classes = join(folder, 'classes');
    execFileSync('javac', ['-cp', jar, '-d', classes, join(here, 'ReadHocon.java')], { stdio: 'inherit' });
    const [input, output, work] = [join(folder, 'input'), join(folder, 'output'), join(folder, 'work')];
    mkdirSync(work);
    writeFileSync(input, documents.map((document) => `${toLine(document)}\n`).join(''));
    const options = ['-Dsun.jnu.encoding=UTF-8', '-Dfile.encoding=UTF-8', '-cp', `${jar}:${classes}`];
    execFileSync('java', [...options, 'com.typesafe.config.impl.ReadHocon', input, output], { ...utf8, cwd: work });
    const lines = readFileSync(output, 'utf8').split('\n').slice(0, -1);
    if (lines.length !== documents.length) {
      throw new Error(`${documents.length} documents went to the JVM, ${lines.length} answers came back`);
    }
    return lines.map((line) => JvmResult.parse(JSON.parse(line)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toLine({ names, files, env, mark }: JvmDocument): string {
  // Java would write half a surrogate pair as `?`, everyone else as the replacement character.
  const written = [...files].map(([path, text]) => [path, text.replace(/\p{Surrogate}/gu, '\uFFFD')]);
  return JSON.stringify({ names, files: Object.fromEntries(written), env: env ?? {}, mark: mark ?? false });
}

/** The jar of Lightbend's library, in the version that the page compiles. */
export function libraryJar(): string {
  const pom = readFileSync(new URL('../../../hocon/pom.xml', import.meta.url), 'utf8');
  const version = /<config\.version>(.+)<\/config\.version>/.exec(pom)?.[1];
  if (version === undefined) throw new Error('hocon/pom.xml names no config.version');
  return mavenJar(`com.typesafe:config:${version}`);
}
