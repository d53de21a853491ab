// `wgrad evaluate`: folders, lists and models that draw, what it writes, and what it refuses.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawnWith, trainedOn } from '../../src/cli/evaluate-sets.ts';
import { saveClip } from '../../src/clip/folder.ts';
import { emojiTokenizer, emojiTokenizerFiles } from '../../src/clip/words.ts';
import { officialClipFiles } from '../../src/data/clip-vocabulary.ts';
import { hostRandom } from '../../src/data/random.ts';
import { writeRandomModel } from '../../src/diffusion/random-model.ts';
import { readPicture, writePng } from '../../src/io/image.ts';
import { modelIn } from '../../src/run/model-folder.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { random } from '../../src/tensor/ops/index.ts';
import { modelOf } from '../clip/models.ts';
import { refused, temporaryFolder, wgrad } from './support.ts';

const folder = temporaryFolder();
const [real, listed, clip, drawing] = ['real', 'listed', 'clip', 'drawing'].map((name) =>
  join(folder, name),
);
const names = ['apple', 'pear', 'moon', 'sun', 'cat', 'dog', 'cow', 'tree', 'rain', 'snow'];

// a square of a colour on white, at another place in every picture
async function square(path: string, seed: number): Promise<void> {
  const random = hostRandom(seed);
  const [side, left, top] = [4 + random.integer(6), random.integer(8), random.integer(8)];
  const colour = [0, 1, 2].map(() => random.integer(256));
  const pixels = new Uint8Array(20 * 20 * 3).fill(255);
  for (let y = top; y < top + side; y++) {
    for (let x = left; x < left + side; x++) pixels.set(colour, (y * 20 + x) * 3);
  }
  await writePng(path, { width: 20, height: 20, pixels });
}

beforeAll(async () => {
  await useDevice('cpu');
  for (const path of [real, listed, clip, join(folder, 'empty'), join(folder, 'one')]) {
    mkdirSync(path);
  }
  for (let i = 0; i < 24; i++) await square(join(real, `${i}.png`), i);
  const entries = names.map((name) => ({ file: `${name}.png`, name: `a ${name}` }));
  for (const [i, { file }] of entries.entries()) await square(join(listed, file), 100 + i);
  writeFileSync(join(listed, 'list.json'), JSON.stringify(entries));
  await square(join(folder, 'one', '1.png'), 1);
  const record = { hexcode: '1', name: names.join(' '), style: 'noto', group: 'a', subgroup: 'b' };
  const files = emojiTokenizerFiles([{ ...record, keywords: [], split: 'train' }], 20, 16);
  const model = modelOf('WgradResNetCLIPModel', await emojiTokenizer(files));
  await saveClip(clip, { config: model.config, params: model.init(random.key(1)) }, files);
  const tokenizer = await officialClipFiles();
  await writeRandomModel(drawing, { preset: 'tiny', width: 1, seed: 0, tokenizer });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const usual = ['--features', '', '--resamples', '20'];
const args = (...given: string[]): string[] => [
  ...['evaluate', ...given],
  ...usual.map((text) => text || clip),
];

test('a list of pictures with its prompts: a table, JSON, a sheet', async () => {
  const [json, sheet] = ['found.json', 'sheet.png'].map((name) => join(folder, name));
  const { code, stdout, stderr } = await wgrad(
    args(listed, '--against', real, '--json', json, '--sheet', sheet),
  );
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/^samples +.*listed: 10 pictures$/m);
  expect(stdout).toMatch(/^against +.*real: 24 pictures$/m);
  for (const name of ['fid', 'kid', 'is', 'clip', 'r-precision', 'precision', 'memorisation']) {
    expect(stdout).toMatch(new RegExp(`^${name} +-?[\\d.e-]+ +-?[\\d.e-]+ \\.\\. [\\d.e-]+`, 'm'));
  }
  expect(stdout).toMatch(
    /^warning: fid: 10 pictures are fewer than 5 times the 16 features \(80\)/m,
  );
  expect(stdout).toMatch(/^precision, recall, density, coverage: nearest k 3$/m);
  const found = JSON.parse(readFileSync(json, 'utf8'));
  expect(found).toMatchObject({
    ...{ format: 'wgrad-evaluation', seed: 0, resamples: 20 },
    features: { name: clip, version: expect.stringMatching(/^[0-9a-f]{12}$/), dim: 16 },
    samples: { count: 10 },
    reference: { compared: 24, training: 24 },
  });
  expect(found.figures).toHaveLength(10);
  const { width, height } = await readPicture(sheet);
  expect(width).toBeGreaterThan(600);
  expect(height).toBeGreaterThan(600);
  // the same figures again
  const again = await wgrad(args(listed, '--against', real, '--json', json));
  expect(again.code).toBe(0);
  expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual(found);
}, 60_000);

test('a model draws what a list asks for; its weights and options are told', async () => {
  const json = join(folder, 'drawn.json');
  const { code, stdout, stderr } = await wgrad([
    ...args(drawing, '--against', real, '--prompts', join(listed, 'list.json')),
    ...['--samples', '8', '--steps', '2', '--metrics', 'kid,clip', '--json', json],
  ]);
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(/^drawing 8\/8/m);
  expect(stdout).toMatch(/^kid /m);
  expect(stdout).not.toMatch(/^fid /m);
  const { model, drawing: drawn } = JSON.parse(readFileSync(json, 'utf8'));
  expect(model.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(model.parameters).toBeGreaterThan(203_204); // with text encoder and autoencoder
  expect(drawn).toEqual({ samples: 8, prompts: expect.any(String), steps: 2, guidance: 7.5 });
}, 120_000);

test('a list of another name beside its pictures is found; JSON that is none is not in the way', async () => {
  const [other, plain] = ['other', 'plain'].map((name) => join(folder, name));
  cpSync(listed, other, { recursive: true });
  renameSync(join(other, 'list.json'), join(other, 'mine.json'));
  const metric = ['--against', real, '--metrics', 'clip'];
  const { stdout, code, stderr } = await wgrad(args(other, ...metric));
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/^clip /m);
  cpSync(other, plain, { recursive: true });
  writeFileSync(join(plain, 'mine.json'), '{"a": 1}');
  const none = await wgrad(args(plain, ...metric));
  expect([none.code, none.stderr]).toEqual([1, expect.stringMatching(/clip needs the prompts/)]);
}, 60_000);

test('a run draws from its folder model, and is compared with what it was trained on', async () => {
  const run = join(folder, 'run');
  cpSync(drawing, join(run, 'model'), { recursive: true });
  const about = { format: 'wgrad-run', task: 'emoji-text-to-image' };
  const config = { styles: ['noto'], groups: ['food-drink'] };
  writeFileSync(join(run, 'run.json'), JSON.stringify({ ...about, config }));
  expect(modelIn(run)).toBe(join(run, 'model'));
  expect(await trainedOn(run)).toEqual(config);
  expect(await trainedOn(drawing)).toEqual({});
  expect(await drawnWith(drawing)).toEqual({ steps: 50, guidance: 7.5 });
  const few = ['--samples', '8', '--steps', '1', '--metrics', 'kid', '--reference', '20'];
  const { code, stdout, stderr } = await wgrad(args(run, ...few));
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/^samples +run: 8 pictures$/m);
  expect(stdout).toMatch(/^against +emoji noto food-drink: 20 pictures/m);
  rmSync(join(run, 'model'), { recursive: true });
  expect(() => modelIn(run)).toThrow(/this run has no weights yet/);
}, 60_000);

describe('what is refused', () => {
  const said = async (...given: string[]): Promise<string> => {
    const { code, stderr } = await refused(args(...given));
    expect(code).toBe(1);
    return stderr;
  };

  test('no pictures, one picture, no folder, one file, pictures that are missing', async () => {
    expect(await said(join(folder, 'empty'), '--against', real)).toMatch(
      /empty: no pictures there/,
    );
    expect(await said(join(folder, 'one'), '--against', real)).toMatch(
      /one has one picture; figures need at least 8/,
    );
    expect(await said(join(folder, 'none'))).toMatch(/none: no such file or folder/);
    expect(await said(join(real, '1.png'))).toMatch(/one file; give a folder of pictures/);
    const list = join(folder, 'list.json');
    writeFileSync(list, JSON.stringify([{ file: 'gone', name: 'a' }]));
    expect(await said(list, '--against', real)).toMatch(/its picture "gone\.png" is missing/);
  });

  test('measures, parts of the data set and networks that are none', async () => {
    expect(await said(real, '--metrics', 'fid,recal')).toMatch(/no "recal"; did you mean recall\?/);
    expect(await said(real, '--against', 'emoji:trian')).toMatch(
      /no "emoji:trian"; there are emoji, emoji:train, emoji:held-out/,
    );
    expect(await said(real, '--against', real, '--metrics', 'clip')).toMatch(
      /clip needs the prompts of .*real/,
    );
    const wrong = await refused(['evaluate', real, '--against', real, '--features', listed]);
    expect(wrong.stderr).toMatch(/config\.json/);
  });

  test('a model as reference, a model without prompts, styles of a folder', async () => {
    expect(await said(real, '--against', drawing)).toMatch(/a model; samples are compared with/);
    expect(await said(drawing, '--against', real)).toMatch(
      /what should the model draw\? .*real has no prompts: name a list with --prompts/,
    );
    expect(await said(real, '--against', real, '--styles', 'noto')).toMatch(
      /go with --against emoji/,
    );
  });
});
