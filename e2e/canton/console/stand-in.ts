import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Release, releases } from '../../../src/core/canton/releases';
import { cache } from '../jvm/maven-jar';
import { commandsScala } from './commands-scala';
import { scalac } from './scalac';

const sources = fileURLToPath(new URL('./scala/', import.meta.url));

/** The folder with the classes of a line's console, compiled when its sources or the command data have changed. */
export function standInClasses(release: Release): string {
  const files = standInFiles(release);
  const commands = commandsScala(release);
  const hash = createHash('sha256').update([commands, ...files.map((file) => readFileSync(file))].join('\n'));
  const classes = join(cache, `console-${release}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(classes)) return classes;
  mkdirSync(cache, { recursive: true });
  // Compiled aside and moved, so that two tests that compile at once don't see half of it.
  const aside = mkdtempSync(join(cache, 'compile-'));
  const generated = join(aside, 'commands.scala');
  writeFileSync(generated, commands);
  const errors = scalac(aside, [...files, generated], { depth: 'classes' });
  if (errors.length > 0) {
    throw new Error(
      `${release}: ${errors.map(({ file, line, message }) => `${file}, line ${line}: ${message}`).join('\n')}`,
    );
  }
  try {
    renameSync(aside, classes);
  } catch (error) {
    if (!existsSync(classes)) throw error;
    rmSync(aside, { recursive: true });
  }
  return classes;
}

/** The stand-in's files for a line: all but those in a folder that names other lines, such as `3.3-3.5`. */
function standInFiles(release: Release): readonly string[] {
  const at = releases.indexOf(release);
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.scala'))
    .filter((file) =>
      file.split(sep).every((folder) => {
        const [, from, to = from] = /^(\d\.\d)(?:-(\d\.\d))?$/.exec(folder) ?? [];
        return from === undefined || (releases.indexOf(asRelease(from)) <= at && at <= releases.indexOf(asRelease(to)));
      }),
    )
    .sort()
    .map((file) => join(sources, file));
}

function asRelease(text: string | undefined): Release {
  const release = releases.find((known) => known === text);
  if (release === undefined) throw new Error(`A folder of the stand-in names no release line: ${text}`);
  return release;
}
