import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Of files of half a minute none begins last, alone on one of the processes. vitest would go by the size of a
// file, which says little: those of the fuzz are short.
const long = ['/fuzz/', '/cli/', '/diffusion/', '/golden/webgpu', '/webgpu/', '/property/webgpu'];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex((part) => moduleId.includes(part));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Dawn crashes in worker threads, so every test file runs in a process of its own.
    pool: 'forks',
    poolOptions: { forks: { minForks: 1, maxForks: 2 } },
    sequence: { sequencer: LongFirst },
    // two processes on two cores already; tests of threads ask for them themselves
    env: { WGRAD_THREADS: '1' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
