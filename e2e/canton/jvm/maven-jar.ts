import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where what is fetched or compiled once lies, beside these tests. */
export const cache = fileURLToPath(new URL('../.cache/', import.meta.url));

/**
 * The path of a jar from Maven Central, fetched once with Maven into the folder beside these tests.
 * @param artifact `group:name:version`
 */
export function mavenJar(artifact: string): string {
  const [jar = ''] = mavenJars([artifact]);
  return jar;
}

/** As `mavenJar`; what is missing is fetched in one run of Maven, whose start takes longer than the download. */
export function mavenJars(artifacts: readonly string[]): readonly string[] {
  const missing = artifacts.filter((artifact) => !existsSync(jarOf(artifact)));
  if (missing.length > 0) fetchJars(missing);
  return artifacts.map(jarOf);
}

function jarOf(artifact: string): string {
  return join(cache, fileOf(artifact));
}

function fileOf(artifact: string): string {
  const [, name, version] = artifact.split(':');
  return `${name}-${version}.jar`;
}

function fetchJars(artifacts: readonly string[]): void {
  mkdirSync(cache, { recursive: true });
  // Fetched aside and moved, so that two tests that fetch at once don't see half a file.
  const aside = mkdtempSync(join(cache, 'fetch-'));
  const wanted = artifacts.map((artifact) => {
    const [group, name, version] = artifact.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`;
  });
  const project =
    '<modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version>';
  writeFileSync(
    join(aside, 'pom.xml'),
    `<project>${project}<packaging>pom</packaging><dependencies>${wanted.join('')}</dependencies></project>`,
  );
  const options = ['-DexcludeTransitive=true', `-DoutputDirectory=${aside}`];
  execFileSync('mvn', ['-q', '-B', 'dependency:copy-dependencies', ...options], { stdio: 'inherit', cwd: aside });
  for (const artifact of artifacts) renameSync(join(aside, fileOf(artifact)), jarOf(artifact));
  rmSync(aside, { recursive: true });
}
