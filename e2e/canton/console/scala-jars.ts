import { mavenJars } from '../jvm/maven-jar';
import { libraryJar } from '../jvm/read-with-jvm';

/** Scala as Canton's own build compiles with it from 3.4 to 3.6. */
const version = '2.13.16';

const scalaJar = (part: 'compiler' | 'library' | 'reflect') => `org.scala-lang:scala-${part}:${version}`;

/** What the compiler itself is. */
export function compilerJars(): readonly string[] {
  return mavenJars([scalaJar('compiler'), scalaJar('library'), scalaJar('reflect')]);
}

/** The jars that compiled Scala needs to run: Scala's own, and the one that reads and writes JSON here. */
export function runtimeJars(): readonly string[] {
  return [...mavenJars([scalaJar('library')]), libraryJar()];
}
