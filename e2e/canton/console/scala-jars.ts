import { mavenJar } from '../jvm/maven-jar';
import { libraryJar } from '../jvm/read-with-jvm';

/** Scala as Canton's own build compiles with it from 3.4 to 3.6. */
const version = '2.13.16';

function scalaJar(part: 'compiler' | 'library' | 'reflect'): string {
  return mavenJar(`org.scala-lang:scala-${part}:${version}`);
}

/** What the compiler itself is. */
export function compilerJars(): readonly string[] {
  return [scalaJar('compiler'), scalaJar('library'), scalaJar('reflect')];
}

/** The jars that compiled Scala needs to run: Scala's own, and the one that reads and writes JSON here. */
export function runtimeJars(): readonly string[] {
  return [scalaJar('library'), libraryJar()];
}
