// The task emoji-text-to-image end to end at 16 pixels: stages, pictures, the folder it writes (which opens and
// draws), a resumed run to the same weights, an autoencoder taken over, and configurations that cannot be.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDiffusers } from '../../src/diffusion/diffusers-folder.ts';
import { openPipeline } from '../../src/diffusion/stable-diffusion.ts';
import type { VQModelParams } from '../../src/models/vq-model.ts';
import { configure } from '../../src/run/config.ts';
import type { Config } from '../../src/run/task.ts';
import { emojiTextToImage } from '../../src/run/tasks/emoji-text-to-image.ts';
import { trainRun } from '../../src/run/train.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { zeros } from '../../src/tensor/ops/index.ts';
import { tinyRun } from '../cli/support.ts';

const small = {
  ...tinyRun,
  autoencoder: { steps: 12, batchSize: 4 },
  diffusion: { steps: 12, batchSize: 4 },
  reportEvery: 4,
};
const config = (change: unknown = {}): Config =>
  configure(
    emojiTextToImage,
    configure(emojiTextToImage, emojiTextToImage.defaults, small, 'test'),
    change,
    'test',
  );

let folder = '';
const lines: string[] = [];
const run = (name: string, given: Config, resume = false): Promise<unknown> =>
  trainRun(emojiTextToImage, {
    folder: join(folder, name),
    config: given,
    resume,
    command: ['train', 'emoji-text-to-image'],
    checkpointEvery: 6,
    sampleEvery: 12,
    say: (line) => lines.push(line),
  });

const weights = (name: string): Buffer =>
  readFileSync(join(folder, name, 'model/unet/diffusion_pytorch_model.safetensors'));

beforeAll(async () => {
  await useDevice('cpu', { threads: 1 });
  folder = await mkdtemp(join(tmpdir(), 'wgrad-t2i-task-'));
  await run('whole', config());
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a run', () => {
  test('says what it learns from and makes pictures of both stages', () => {
    expect(lines.join('\n')).toMatch(/data: 1\d\d pictures of 1\d\d concepts in 1 styles/);
    const pictures = ['autoencoder-000012-reconstructions', 'diffusion-000012-samples'];
    for (const name of pictures) {
      const png = readFileSync(join(folder, 'whole', 'samples', `${name}.png`));
      expect(png.readUInt32BE(16), name).toBeGreaterThan(100); // the width
    }
  });

  test('ends in a folder of diffusers that draws, unknown words included', async () => {
    const model = join(folder, 'whole', 'model');
    const opened = await openDiffusers(model);
    expect(opened.parts.vae.config.scaling_factor).toBe(1);
    expect(opened.schedulers.scheduler.config.prediction_type).toBe('v_prediction');
    const pipeline = await openPipeline(model);
    expect(pipeline.size).toEqual([16, 16]);
    const { images, notes } = await pipeline.draw(['quetzal'], { steps: 2, guidance: 2 });
    expect([images.shape, notes]).toEqual([[1, 16, 16, 3], []]);
    pipeline.dispose();
  });

  test('has latents of mean 0 and deviation 1', async () => {
    const { parts } = await openDiffusers(join(folder, 'whole', 'model'));
    const { loadEmoji } = await import('../../src/data/emoji.ts');
    const { distinctEmoji } = await import('../../src/data/distinct-emoji.ts');
    const { encodeLatents } = await import('../../src/diffusion/latents.ts');
    const { styles, groups } = small;
    const set = await loadEmoji(undefined, {
      ...{ size: 16, styles, groups, splits: ['train'] },
      ...distinctEmoji,
    });
    const { scale } = await encodeLatents(
      parts.vae.model as never,
      await parts.vae.load({ dtype: 'f32' }),
      set,
    );
    const [mean, std] = [await scale.mean.data(), await scale.std.data()];
    // mirrored pictures were measured too, and weights are f16
    for (const m of mean) expect(Math.abs(m)).toBeLessThan(0.15);
    for (const s of std) expect(Math.abs(s - 1)).toBeLessThan(0.1);
  });

  test('takes over the autoencoder of another, and goes the same way from there', async () => {
    await run('second', config({ autoencoder: { from: join(folder, 'whole') } }));
    expect(weights('second').equals(weights('whole'))).toBe(true);
  }, 60_000);
});

test('a run with a codebook ends in a folder that draws, and its autoencoder is taken over with its codes', async () => {
  const discrete = { kind: 'vq', steps: 6 };
  const vq = { models: { vae: { codes: 16 } }, autoencoder: discrete, diffusion: { steps: 6 } };
  await run('vq', config(vq));
  const model = join(folder, 'vq', 'model');
  const opened = await openDiffusers(model);
  expect(opened.className).toBe('LDMTextToImagePipeline');
  const { className, config: written, load } = opened.parts.vqvae;
  expect([className, written.num_vq_embeddings, written.scaling_factor]).toEqual([
    'VQModel',
    16,
    1,
  ]);
  expect(opened.parts.bert.className).toBe('CLIPTextModel');
  const { quantize } = (await load({ dtype: 'f32' })) as VQModelParams;
  expect(new Set(await quantize.embedding.weight.data()).size).toBeGreaterThan(16);
  const pipeline = await openPipeline(model);
  const { images } = await pipeline.draw(['apple'], { steps: 2 });
  expect(images.shape).toEqual([1, 16, 16, 3]);
  const picture = zeros([1, 16, 16, 3]);
  const edited = await pipeline.draw(['apple'], { steps: 2, image: { picture, strength: 0.5 } });
  expect(Array.from(edited.images.data).every(Number.isFinite)).toBe(true);
  pipeline.dispose();
  await run('vq2', config({ ...vq, autoencoder: { ...discrete, from: join(folder, 'vq') } }));
  expect(weights('vq2').equals(weights('vq'))).toBe(true);
}, 120_000);

test.each([
  [{ models: { unet: { attention: [true] } } }, /attention and models\.unet\.channels have/],
  [{ models: { text: { heads: 3 } } }, /heads does not divide models\.text\.width/],
  [{ models: { vae: { groups: 5 } } }, /vae\.groups does not divide/],
  [{ models: { vae: { channels: [8, 8, 8, 8, 8] } } }, /cannot be halved 4 times/],
  [{ size: 24 }, /size/],
])('configurations like %j are refused', (change, fault) => {
  expect(() => config(change)).toThrow(fault);
});
