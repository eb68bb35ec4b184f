import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { missingJvmTools } from '../jvm/read-with-jvm';
import { compilerJars } from './scala-jars';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Scala compiler listens on loopback; none where there is no Java. */
    readonly compilerPort: number | undefined;
  }
}

/** Starts the one compiler that all files of a run ask, and says how it is ended. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (missingJvmTools().length > 0) {
    project.provide('compilerPort', undefined);
    return undefined;
  }
  const source = fileURLToPath(new URL('./CompileServer.java', import.meta.url));
  // Compiling the compiler's own code well would cost more than it brings.
  const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:MaxRAMPercentage=40'];
  const server = spawn('java', [...options, '-cp', compilerJars().join(':'), source], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const port = await Promise.race([
    once(server.stdout, 'data').then(([said]) => Number(String(said))),
    ended.then(([status]) => {
      throw new Error(`The Scala compiler ended with ${status} before it listened`);
    }),
  ]);
  project.provide('compilerPort', port);
  return async () => {
    server.stdin.end();
    await ended;
  };
}
