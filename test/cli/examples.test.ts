// Every example runs to its end and prints what it promises.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle, root, start, temporaryFolder, wgrad } from './support.ts';

const folder = temporaryFolder();
const files = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.ts'));
const weights = join(root, 'weights', 'emoji', 'model_index.json');
const picture = join(folder, 'example.png');
const published = join(folder, 'published');

const expected: Record<string, { args?: string[]; says: RegExp }> = {
  '01-tensors.ts': { says: /product \[ \[ -2 \], \[ -2 \] \]/ },
  '02-gradients.ts': { says: /finite differences agree/ },
  '03-mlp-spiral.ts': { says: /(19[5-9]|200) of 200 right/ },
  '04-convolution.ts': { says: /(19\d|200) of 200 unseen bars/ },
  '05-sampling.ts': {
    args: [join(root, 'weights', 'emoji'), picture],
    says: /images \[ 8, 64, 64, 3 \]/,
  },
  '06-published-networks.ts': {
    args: [published],
    says: /208 gradients; conv_in\.weight \[ 16, 4, 3, 3 \]/,
  },
  '07-two-learners.ts': { says: /step 600 .* offRing 0\.[0-3]\d* {2}center 0\.[01]/ },
  '08-token-bandit.ts': { says: /step 10 {2}reward 0\.[0-6][\s\S]*step 60 {2}reward (0\.9|1\.0)/ },
  '09-denoising-policy.ts': {
    says: /step 10 {2}reward -0\.[5-9][\s\S]*step 30 {2}reward -0\.[0-2]/,
  },
};

// bundled once: reading the sources takes longer than most examples
const bundles = join(root, 'node_modules', '.cache', `wgrad-examples-${process.pid}`);

beforeAll(async () => {
  await bundle(
    files.map((file) => join(root, 'examples', file)),
    bundles,
  );
  const { code, stderr } = await wgrad(['random-model', published, '--preset', 'tiny']);
  expect(code, stderr).toBe(0);
}, 60_000);
afterAll(() => {
  for (const path of [folder, bundles]) rmSync(path, { recursive: true, force: true });
});

describe('examples', () => {
  test('each is known here and under 60 lines', () => {
    expect(files).toEqual(Object.keys(expected));
    for (const file of files) {
      const lines = readFileSync(join(root, 'examples', file), 'utf8').split('\n').length - 1;
      expect(lines, file).toBeLessThan(60);
    }
  });

  test.each(files)(
    '%s',
    async (file) => {
      const { args = [], says } = expected[file];
      const script = join(bundles, file.replace('.ts', '.js'));
      const { code, stdout, stderr } = await start([script, ...args]).result;
      if (file.startsWith('05') && !existsSync(weights)) {
        // a checkout without the shipped model: the error must say which file is missing
        expect(code).toBe(1);
        expect(stderr).toMatch(/weights.emoji.*no such/);
        return;
      }
      expect(code, stderr).toBe(0);
      expect(stdout).toMatch(says);
      if (file.startsWith('05')) expect(existsSync(picture)).toBe(true);
    },
    60_000,
  );
});
