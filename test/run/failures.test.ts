// Runs that fail leave a page that says why and go on where they were; what is a run, and what is not.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRun, readDescription } from '../../src/run/description.ts';
import { record } from '../../src/run/schemas.ts';
import { defineTask, stage } from '../../src/run/task.ts';
import { trainRun } from '../../src/run/train.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { add, sum, tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import type { Algorithm } from '../../src/train/loop.ts';
import { temporaryFolder, wgrad } from '../cli/support.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  await useDevice('cpu');
});

let failsAt = Number.POSITIVE_INFINITY;
const counting: Algorithm<Tensor, unknown, Tensor> = {
  name: 'counting',
  init: () => tensor([0]),
  batch: (at) => {
    if (at >= failsAt) throw new Error(`no <batch> ${at}\n    at somewhere`);
    return tensor([at]);
  },
  step: (state, _, batch) => ({ state: add(state, batch), metrics: { loss: sum(batch) } }),
};
const task = defineTask({
  name: 'toy',
  summary: '',
  paper: '',
  schema: record({}),
  defaults: {},
  reportEvery: () => 2,
  stages: async function* () {
    const common = { algorithm: counting, seed: 0, counts: {} };
    yield stage({ ...common, name: 'first', steps: 2 });
    yield stage({ ...common, name: 'second', steps: 8 });
  },
});
const options = {
  folder: join(folder, 'run'),
  config: {},
  command: ['train', 'toy'],
  checkpointEvery: 2,
  sampleEvery: 2,
  say: () => undefined,
};

test('a stage that fails leaves the error in run.json, in report.html and in the list of runs', async () => {
  failsAt = 5;
  await expect(trainRun(task, { ...options, resume: false })).rejects.toThrow(/no <batch> 5/);
  const error = 'second: no <batch> 5';
  expect(await readDescription(options.folder)).toMatchObject({ error, ended: undefined });
  const page = (): string => readFileSync(join(options.folder, 'report.html'), 'utf8');
  expect(page()).toContain('<td>error</td><td>second: no &#60;batch&#62; 5</td>');
  expect(page()).toContain('"steps":[2,4]'); // what was reached
  const { stdout } = await wgrad(['runs', folder]);
  expect(stdout).toMatch(/toy +failed +second 4/);

  failsAt = Number.POSITIVE_INFINITY;
  await trainRun(task, { ...options, resume: true });
  const description = await readDescription(options.folder);
  expect(description.error).toBeUndefined();
  expect(description.ended).toBeDefined();
  expect(page()).not.toContain('<td>error</td>');
  expect(page()).toContain('"steps":[2,4,6,8]');
}, 60_000);

test('only run.json makes a folder a run', async () => {
  const at = join(folder, 'others');
  const is = (name: string, file: string, text: string): boolean => {
    mkdirSync(join(at, name), { recursive: true });
    writeFileSync(join(at, name, file), text);
    return isRun(join(at, name));
  };
  expect(is('other', 'config.json', '{"_class_name": "AutoencoderKL"}')).toBe(false);
  expect(is('empty', 'notes.txt', '')).toBe(false);
  expect(is('new', 'run.json', '{')).toBe(true); // a damaged run is one
  const { stdout } = await wgrad(['runs', at]);
  expect(stdout).toMatch(/\bnew +.*run\.json: not JSON/);
  expect(stdout).not.toMatch(/other\b|empty/);
  // and may be trained into
  const own = { ...options, folder: join(at, 'other'), resume: false };
  await trainRun(task, own);
  await expect(trainRun(task, own)).rejects.toThrow(/there is a run already/);
}, 60_000);
