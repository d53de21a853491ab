import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Dawn crashes in worker threads, so every test file runs in a process of its own.
    pool: 'forks',
    // one more than two cores: tests also wait, for processes, adapters and garbage collections
    poolOptions: { forks: { minForks: 1, maxForks: 3 } },
    // a process for each core already; tests of threads ask for them themselves
    env: { WGRAD_THREADS: '1' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
