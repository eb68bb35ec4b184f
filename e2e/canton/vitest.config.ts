import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes, the longest first: begun last, one of them would keep a core waiting at the end. */
const long = ['scripts-run', 'scripts-compiled', 'differential', 'emitted', 'stand-in', 'import-into-aws', 'silent'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? long.length : at;
    };
    return files.toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    globalSetup: fileURLToPath(new URL('console/compile-server.ts', import.meta.url)),
    include: ['e2e/canton/**/*.test.ts'],
    // What is compared with the JVM is compared in batches.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // Each file has a process of its own: which of them comes first decides nothing but how long all of them take.
    sequence: { shuffle: { files: false, tests: true }, sequencer: LongestFirst },
    // A file mostly waits for a JVM: two of them take two cores.
    maxWorkers: 2,
  },
});
