import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    benchmark: { include: ['src/**/*.bench.ts'] },
    // For what hangs. How fast something is, is for benchmarks to say: a busy machine must not fail a test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Nobody may depend on the order in which tests run.
    sequence: { shuffle: true },
    // No test leaves anything behind in a module, so files share what they import: loading it for each takes as long as
    // the tests.
    isolate: false,
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
