// Pictures of a folder of diffusers that are drawn together: each is what it is alone, they are handed on as soon as they
// are made, and they are shown on the way.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { officialClipFiles } from '../../src/data/clip-vocabulary.ts';
import type { DrawPicturesOptions, Pipeline } from '../../src/diffusion/pipeline.ts';
import { writeRandomModel } from '../../src/diffusion/random-model.ts';
import { openPipeline } from '../../src/diffusion/stable-diffusion.ts';
import { picturesAtOnce } from '../../src/diffusion/stable-diffusion-drawing.ts';
import { useDevice } from '../../src/runtime/device.ts';

const folder = mkdtempSync(join(tmpdir(), 'wgrad-together-'));
let model: Pipeline;
beforeAll(async () => {
  await useDevice('cpu');
  await writeRandomModel(join(folder, 'tiny'), {
    preset: 'tiny',
    tokenizer: await officialClipFiles(),
  });
  model = await openPipeline(join(folder, 'tiny'));
}, 120_000);
afterAll(() => {
  model.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const draw = async (prompts: string[], options: DrawPicturesOptions = {}) => {
  const { images } = await model.draw(prompts, { steps: 2, size: [32, 48], ...options });
  return { data: images.data as Float32Array, shape: images.shape };
};

const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  let worst = 0;
  for (let i = 0; i < a.length; i++) worst = Math.max(worst, Math.abs(a[i] - b[i]));
  return worst;
};

test('is the same for a seed, alone or among others, and another for another seed', async () => {
  const size = 32 * 48 * 3;
  const all = await draw(['a fox', 'a hen'], { count: 2, seed: 1 });
  expect(all.shape).toEqual([4, 32, 48, 3]);
  const alone = await draw(['a hen'], { count: 2, seed: 1 });
  expect(furthest(alone.data, all.data.slice(2 * size))).toBeLessThan(1e-5);
  const { data, shape } = await draw(['a hen'], { seed: 1 });
  expect(shape).toEqual([1, 32, 48, 3]);
  expect(furthest(data, alone.data.slice(0, size))).toBeLessThan(1e-5);
  expect(furthest(alone.data.slice(0, size), alone.data.slice(size))).toBeGreaterThan(0.1);
  const other = await draw(['a hen'], { seed: 2 });
  expect(furthest(other.data, alone.data.slice(0, size))).toBeGreaterThan(0.1);
});

test('has a seed of its own for each prompt, if there is a list of them', async () => {
  const size = 32 * 48 * 3;
  const both = await draw(['a fox', 'a fox'], { seed: [4, 9] });
  const alone = await draw(['a fox'], { seed: 9 });
  expect(furthest(both.data.slice(size), alone.data)).toBeLessThan(1e-5);
  expect(furthest(both.data.slice(0, size), alone.data)).toBeGreaterThan(0.1);
  await expect(draw(['a fox', 'a hen'], { seed: [1] })).rejects.toThrow(
    /^draw: options\.seed lists 1 seeds for 2 prompts/,
  );
});

test('is handed on as soon as it is made, whatever is made together', async () => {
  const whole = await draw(['a fox', 'a hen', 'a fox'], { seed: 1 });
  const size = 32 * 48 * 3;
  const parts: { shape: readonly number[]; data: number[] }[] = [];
  const progress: string[] = [];
  const made = await draw(['a fox', 'a hen', 'a fox'], {
    seed: 1,
    batchSize: 2,
    onPictures: ({ shape, data }) => void parts.push({ shape, data: Array.from(data) }),
    onProgress: ({ stage, done, total }) => {
      if (stage === 'denoising' || stage === 'decoding') {
        progress.push(`${stage} ${done}/${total} after ${parts.length}`);
      }
    },
  });
  expect(made.shape).toEqual([0, 32, 48, 3]);
  expect(parts.map(({ shape }) => shape)).toEqual([
    [2, 32, 48, 3],
    [1, 32, 48, 3],
  ]);
  expect(
    furthest(
      parts.flatMap(({ data }) => data),
      whole.data,
    ),
  ).toBeLessThan(1e-5);
  expect(furthest(parts[1].data, whole.data.slice(0, size))).toBeLessThan(1e-5);
  expect(progress).toEqual([
    ...[2, 4, 6].map((k) => `denoising ${k}/9 after 0`), // PNDM takes 3 steps for 2
    'decoding 2/3 after 0',
    ...[7, 8, 9].map((k) => `denoising ${k}/9 after 1`),
    'decoding 3/3 after 1',
  ]);
  // as many as 256 MB hold, and not more than 64
  expect([picturesAtOnce([8, 8]), picturesAtOnce([512, 1024])]).toEqual([64, 42]);
  expect(picturesAtOnce([8192, 8192])).toBe(1);
});

test('shows what it is going to be after each step, at last what it is', async () => {
  const frames: { step: number; shape: readonly number[]; data: Float32Array }[] = [];
  const { data } = await draw(['a fox', 'a hen'], {
    onFrame: (images, step) =>
      void frames.push({ step, shape: images.shape, data: Float32Array.from(images.data) }),
  });
  expect(frames.map(({ step }) => step)).toEqual([1, 2, 3]);
  expect(frames[0].shape).toEqual([2, 32, 48, 3]);
  expect(furthest(frames[0].data, data)).toBeGreaterThan(0.1);
  expect(furthest(frames[2].data, data)).toBeLessThan(furthest(frames[0].data, data));
  const few: number[] = [];
  await draw(['a fox'], { steps: 21, onFrame: (_, step) => void few.push(step) });
  expect(few).toEqual([3, 6, 9, 12, 15, 18, 21, 22]); // PNDM takes 22 steps for 21
});

test('goes from prompt to prompt, from the same noise', async () => {
  const size = 32 * 48 * 3;
  const ends = await draw(['a fox', 'a hen', 'a cat'], { count: 2 });
  const way = await draw(['a fox', 'a hen', 'a cat'], { count: 2, between: 3 });
  expect(way.shape).toEqual([18, 32, 48, 3]);
  const at = ({ data }: typeof way, stop: number) =>
    data.slice(stop * 2 * size, (stop + 1) * 2 * size);
  for (const stop of [0, 1, 2]) {
    expect(furthest(at(way, 4 * stop), at(ends, stop))).toBeLessThan(1e-5);
  }
  // on the way each step is part of the whole change
  const whole = furthest(at(way, 0), at(way, 4));
  for (const stop of [0, 1, 2, 3]) {
    const step = furthest(at(way, stop), at(way, stop + 1));
    expect(step).toBeGreaterThan(0);
    expect(step).toBeLessThan(whole);
  }
});
