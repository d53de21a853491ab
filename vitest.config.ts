import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { testsAlone } from './scripts/test-parts.mjs';

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

// A process of its own for every file costs a third of a second.
const alone = testsAlone(fileURLToPath(new URL('.', import.meta.url)));
const all = ['test/**/*.test.ts'];

export default defineConfig({
  test: {
    // Dawn crashes in worker threads
    pool: 'forks',
    maxWorkers: 2,
    // flags of V8 for every test
    execArgv: process.env.WGRAD_TEST_FLAGS?.split(' ').filter(Boolean),
    sequence: { sequencer: LongFirst },
    // two processes on two cores already; tests of threads ask for them themselves
    env: { WGRAD_THREADS: '1' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      { extends: true, test: { name: 'together', include: all, exclude: alone, isolate: false } },
    ],
  },
});
