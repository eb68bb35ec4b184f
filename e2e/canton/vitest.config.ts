import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['e2e/canton/**/*.test.ts'],
    // What is compared with the JVM is compared in batches.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    sequence: { shuffle: true },
    // A file mostly waits for a JVM: two of them take two cores.
    maxWorkers: 2,
  },
});
