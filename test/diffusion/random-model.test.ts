// Folders with random weights: the names, shapes and counts of the public checkpoints, the same bytes for a
// seed, all or nothing on disk.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  loadClipTokenizer,
  loadClipTokenizerFolder,
  officialClipFiles,
} from '../../src/data/clip-vocabulary.ts';
import { type PartKind, partClasses } from '../../src/diffusion/diffusers-parts.ts';
import { writeRandomModel } from '../../src/diffusion/random-model.ts';
import { type PartPlan, pipelinePlan } from '../../src/diffusion/random-model-configs.ts';
import { diffusion, io, nn, random } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'wgrad-random-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Fixture = Record<string, { parameters: number; tensors: Record<string, number[]> }>;
const sd15: Fixture = JSON.parse(
  readFileSync(new URL('../models/sd15.json', import.meta.url), 'utf8'),
);

const entriesOf = (part: PartPlan) => {
  const kind = partClasses[part.className] as PartKind;
  return nn.stateEntries(kind.build(part.config as never).init(random.key(0)));
};
const count = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);

test('the preset sd15 has the tensors of Stable Diffusion 1.5', () => {
  for (const part of pipelinePlan('sd15').networks) {
    const { parameters, tensors } = sd15[part.name];
    const own = entriesOf(part);
    expect(Object.fromEntries(own.map((e) => [e.name, e.shape]))).toEqual(tensors);
    expect(own.reduce((n, e) => n + count(e.shape), 0)).toBe(parameters);
  }
});

test('the preset sd21 has as many parameters as Stable Diffusion 2.1', () => {
  const counts = pipelinePlan('sd21').networks.map((part) => [
    part.name,
    entriesOf(part).reduce((n, e) => n + count(e.shape), 0),
  ]);
  expect(Object.fromEntries(counts)).toEqual({
    text_encoder: 340_387_840,
    unet: 865_910_724,
    vae: 83_653_863,
  });
});

test('a part of the width keeps depth, and a part of nothing is refused', () => {
  for (const preset of ['sd15', 'sd21'] as const) {
    for (const width of [1 / 2, 1 / 8, 0.3]) {
      const whole = pipelinePlan(preset).networks.map(entriesOf);
      const part = pipelinePlan(preset, width).networks.map(entriesOf);
      expect(part.map((list) => list.map((e) => e.name))).toEqual(
        whole.map((list) => list.map((e) => e.name)),
      );
    }
  }
  for (const width of [0, -1, 2, Number.NaN]) {
    expect(() => pipelinePlan('sd15', width)).toThrow(/no part of the channels/);
  }
});

describe('a folder', () => {
  const files = (path: string): string[] =>
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile())
      .map((f) => join(f.parentPath, f.name).slice(path.length + 1))
      .sort();

  test('is the same for a seed, opens, and has finite weights and identity norms', async () => {
    const tokenizer = await officialClipFiles();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => join(folder, name));
    const told: number[] = [];
    const options = { preset: 'tiny', tokenizer } as const;
    const { parameters, bytes } = await writeRandomModel(a, {
      ...options,
      onProgress: (_, done) => told.push(done),
    });
    expect(told.at(-1)).toBe(bytes);
    await writeRandomModel(b, options);
    mkdirSync(c); // an empty folder is as good as none
    await writeRandomModel(c, { ...options, seed: 1 });
    expect(files(a)).toEqual(files(b));
    const weights = files(a).filter((file) => file.endsWith('.safetensors'));
    expect(weights).toHaveLength(3);
    for (const file of files(a)) {
      expect(readFileSync(join(a, file)).equals(readFileSync(join(b, file))), file).toBe(true);
    }
    for (const file of weights) {
      expect(readFileSync(join(a, file)).equals(readFileSync(join(c, file))), file).toBe(false);
    }
    const opened = await diffusion.openDiffusers(a);
    for (const [name, n] of Object.entries(parameters)) {
      expect(opened.parts[name].entries.reduce((sum, e) => sum + count(e.shape), 0)).toBe(n);
    }
    const { tensors, metadata } = await io.readSafetensors(join(a, weights[1]));
    expect(metadata).toEqual({ format: 'pt' });
    let seen = 0;
    for (const [name, t] of tensors) {
      const values = (await t.data()) as Float32Array;
      expect(values.every(Number.isFinite), name).toBe(true);
      if (/norm\d?\.weight$/.test(name)) expect(values.every((v) => v === 1)).toBe(true);
      else if (/conv\d?\.weight$/.test(name)) {
        seen++;
        const variance = values.reduce((s, v) => s + v * v, 0) / values.length;
        const fanIn = count(t.shape.slice(1));
        expect(variance * fanIn).toBeGreaterThan(0.6);
        expect(variance * fanIn).toBeLessThan(1.6);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  test('has a tokenizer that reads as the official one', async () => {
    const there = await loadClipTokenizerFolder(join(folder, 'a', 'tokenizer'));
    const official = await loadClipTokenizer();
    expect([there.size, there.padId, official.size]).toEqual([49408, 49407, 49408]);
    for (const text of ['a red fox, 24 hens', 'Ünïcödé 🦊!!', "it's 0123456789"]) {
      expect(there.encode(text)).toEqual(official.encode(text));
    }
  });

  test('takes no place of anything, and leaves nothing behind', async () => {
    const tokenizer = { vocab: '{}', merges: '' };
    await expect(writeRandomModel(join(folder, 'a'), { tokenizer })).rejects.toThrow(
      /holds something already \(model_index.json\); name a new folder/,
    );
    const file = join(folder, 'file');
    writeFileSync(file, 'x');
    await expect(writeRandomModel(file, { tokenizer })).rejects.toThrow(/file/);
    const fails = writeRandomModel(join(folder, 'd'), {
      preset: 'tiny',
      tokenizer,
      onProgress: () => {
        throw new Error('stop');
      },
    });
    await expect(fails).rejects.toThrow('stop');
    expect(existsSync(join(folder, 'd'))).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'c', 'file']);
  });
});
