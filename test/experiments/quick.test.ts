// Claims in the size of CI, in one folder, so that autoencoder and model are trained once: whole rows of finite numbers.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { experiments } from '../../src/experiments/index.ts';
import { tryClaim } from '../../src/run/experiment.ts';
import { packageFolder } from '../../src/run/package-files.ts';
import { useDevice } from '../../src/runtime/device.ts';

const folder = mkdtempSync(join(tmpdir(), 'wgrad-claims-'));
beforeAll(() => useDevice('cpu', { threads: 1 }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(experiments.map((experiment) => [experiment.name, experiment] as const))(
  '%s',
  async (name, experiment) => {
    expect(packageFolder('weights/clip-b', 'config.json')).toBeDefined();
    const seeds = experiment.seeds.slice(0, 1);
    const found = await tryClaim(experiment, { quick: true, seeds, folder, say: () => {} });
    const [row] = readFileSync(join(folder, `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n');
    const numbers = Object.entries(JSON.parse(row)).filter(([key]) => key !== 'quick');
    for (const [key, value] of numbers) expect(Number.isFinite(value), key).toBe(true);
    expect(numbers.map(([key]) => key)).toContain(found.measure);
    expect(existsSync(found.page)).toBe(true);
  },
  600_000,
);

test('what claims share is trained once', () => {
  const kept = readdirSync(join(folder, 'kept')).map((file) => file.replace(/-\w+\.\w+$/, ''));
  expect(kept.filter((name) => name === 'model-0')).toHaveLength(1);
  expect(kept.filter((name) => name === 'autoencoder-f4')).toHaveLength(1);
});
