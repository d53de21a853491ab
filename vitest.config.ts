import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Dawn crashes in worker threads, so every test file runs in a process of its own.
    pool: 'forks',
    poolOptions: { forks: { minForks: 1, maxForks: 2 } },
    // two processes on two cores already; tests of threads ask for them themselves
    env: { WGRAD_THREADS: '1' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
