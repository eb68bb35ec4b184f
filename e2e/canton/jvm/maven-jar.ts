import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where what is fetched or compiled once lies, beside these tests. */
export const cache = fileURLToPath(new URL('../.cache/', import.meta.url));

/**
 * The path of a jar from Maven Central, fetched once with Maven into the folder beside these tests.
 * @param artifact `group:name:version`
 */
export function mavenJar(artifact: string): string {
  const [, name, version] = artifact.split(':');
  const file = `${name}-${version}.jar`;
  const jar = join(cache, file);
  if (existsSync(jar)) return jar;
  mkdirSync(cache, { recursive: true });
  // Fetched aside and moved, so that two tests that fetch at once don't see half a file.
  const aside = mkdtempSync(join(cache, 'fetch-'));
  const options = [`-Dartifact=${artifact}`, `-DoutputDirectory=${aside}`];
  execFileSync('mvn', ['-q', '-B', 'dependency:copy', ...options], { stdio: 'inherit' });
  renameSync(join(aside, file), jar);
  rmSync(aside, { recursive: true });
  return jar;
}
