// A whole model in a folder: saved, loaded, generating; and every way a folder can be wrong.
import {
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vocabularyFromJson } from '../../src/data/vocabulary.ts';
import {
  type LatentDiffusion,
  type LatentDiffusionConfig,
  latentDiffusionPipeline,
} from '../../src/diffusion/latent-diffusion.ts';
import {
  latentDiffusionTemplate,
  loadLatentDiffusion,
  saveLatentDiffusion,
} from '../../src/diffusion/latent-diffusion-folder.ts';
import { openPipeline } from '../../src/diffusion/open-pipeline.ts';
import type { DrawPicturesOptions, Pipeline } from '../../src/diffusion/pipeline.ts';
import { unetOfWidth } from '../../src/diffusion/unet.ts';
import { device, useDevice } from '../../src/runtime/device.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import { add, mul, random } from '../../src/tensor/ops/index.ts';
import { leaves, map } from '../../src/tensor/tree.ts';

const words = ['<pad>', '<bos>', '<eos>', '<unk>', 'noto', 'apple', 'heart', 'red'];
const config: LatentDiffusionConfig = {
  autoencoder: { channels: [8, 8], imageChannels: 3, latentChannels: 4 },
  unet: { ...unetOfWidth(8), promptDim: 8, heads: 2 },
  prompt: { vocabulary: 8, context: 5, dim: 8, layers: 1, heads: 2, hidden: 16, pad: 0 },
  prediction: 'v',
  latentSize: [4, 4],
  training: { command: 'none' },
};

let folder = '';
let model: LatentDiffusion;
let pipeline: Pipeline;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wgrad-pipeline-'));
  await useDevice('cpu');
  const params = map(latentDiffusionTemplate(config), (p, path) =>
    add(p, mul(random.normal(random.key(path.length), p.shape), 0.1)),
  );
  await realize(params);
  model = { config, params, vocabulary: vocabularyFromJson({ words }) };
  pipeline = latentDiffusionPipeline(model);
  await saveLatentDiffusion(folder, model);
});
afterAll(() => rm(folder, { recursive: true }));

async function changed(name: string, change: (dir: string) => Promise<void>): Promise<string> {
  const dir = join(folder, name);
  await mkdir(dir);
  for (const file of ['config.json', 'vocabulary.json', 'weights.safetensors']) {
    await copyFile(join(folder, file), join(dir, file));
  }
  await change(dir);
  return dir;
}

describe('saving and loading', () => {
  test('f32 keeps every bit, f16 rounds, and latent statistics stay exact', async () => {
    const exact = await mkdtemp(join(folder, 'exact-'));
    await saveLatentDiffusion(exact, model, { dtype: 'f32' });
    const [full, half] = [await loadLatentDiffusion(exact), await loadLatentDiffusion(folder)];
    expect(full.config.training).toEqual({ command: 'none' });
    expect(full.vocabulary.words).toEqual(words);
    const [given, same, rounded] = [model, full, half].map((p) => leaves(p.params));
    for (const [i, t] of given.entries()) {
      const bits = await t.data();
      expect(await same[i].data()).toEqual(bits);
      expect(rounded[i].dtype).toBe('f32');
      const close = await rounded[i].data();
      close.forEach((v, k) => {
        // half a unit in the last place, or of the smallest subnormal
        const bound = Math.max(Math.abs(bits[k]) * 2 ** -11, 2 ** -25);
        expect(Math.abs(v - bits[k])).toBeLessThanOrEqual(bound);
      });
    }
    expect(await half.params.latents.std.data()).toEqual(await model.params.latents.std.data());
    const size = async (f: string) => (await stat(join(f, 'weights.safetensors'))).size;
    expect((await size(folder)) / (await size(exact))).toBeLessThan(0.8);
  });

  const broken = async (name: string, change: (dir: string) => Promise<void>) =>
    loadLatentDiffusion(await changed(name, change));
  const rewrite = async (path: string, from: RegExp, to: string) =>
    writeFile(path, (await readFile(path, 'utf8')).replace(from, to));

  const cases: [string, (dir: string) => Promise<void>, RegExp][] = [
    ['no-config', (d) => rm(join(d, 'config.json')), /config\.json: no such file/],
    ['bad-json', (d) => writeFile(join(d, 'config.json'), '{'), /config\.json: not JSON/],
    ['foreign', (d) => writeFile(join(d, 'config.json'), '{}'), /not the configuration of/],
    [
      'no-unet',
      (d) => rewrite(join(d, 'config.json'), /"unet"/, '"net"'),
      /config\.json: there is no "net"; there are .*unet/,
    ],
    [
      'other-size',
      (d) => rewrite(join(d, 'config.json'), /"base": 8/, '"base": 16'),
      /weights\.safetensors: does not fit the model; .*unet\..* is f16\[/,
    ],
    [
      'fewer-words',
      (d) => rewrite(join(d, 'vocabulary.json'), /,\s*"red"/, ''),
      /vocabulary\.json: 7 words, but the model was trained with 8/,
    ],
    [
      'truncated',
      (d) => truncate(join(d, 'weights.safetensors'), 40000),
      /weights\.safetensors: tensor .* lies at bytes/,
    ],
    ['no-weights', (d) => rm(join(d, 'weights.safetensors')), /weights\.safetensors: no such file/],
  ];
  for (const [name, change, fault] of cases) {
    test(`${name} is one clear error`, async () => {
      await expect(broken(name, change)).rejects.toThrow(fault);
    });
  }
});

test('a folder with broken weights opens, tells what a prompt loses, and draws nothing', async () => {
  const other = await changed('opened', (d) => truncate(join(d, 'weights.safetensors'), 40000));
  const opened = await openPipeline(other);
  expect(opened.read('red aple').notes).toEqual(['the model does not know "aple"; near: apple']);
  await expect(opened.draw(['red aple'])).rejects.toThrow(
    /weights\.safetensors: tensor .* lies at bytes/,
  );
});

test('an opened folder draws what the model that was saved draws, and gives its memory back', async () => {
  const exact = await mkdtemp(join(folder, 'drawn-'));
  await saveLatentDiffusion(exact, model, { dtype: 'f32' });
  const backend = await device();
  const options = { steps: 2, count: 2 };
  const wanted = await pipeline.draw(['red apple'], options);
  const opened = await openPipeline(exact);
  expect([opened.size, opened.description]).toEqual([[8, 8], 'a model of wgrad, 8x8']);
  expect(await opened.draw(['red apple'], options)).toEqual(wanted);
  const held = backend.memory().used;
  opened.dispose();
  const bytes = leaves(model.params).reduce((n, t) => n + 4 * t.size, 0);
  expect(held - backend.memory().used).toBeGreaterThanOrEqual(bytes);
  expect(await opened.draw(['red apple'], options)).toEqual(wanted); // loaded again
  opened.dispose();
});

describe('options that one kind of model has', () => {
  test('are refused by name', async () => {
    const drawn = (options: DrawPicturesOptions) => pipeline.draw(['apple'], options);
    await expect(drawn({ negative: 'snow' })).rejects.toThrow(
      /^draw: options\.negative is for folders of diffusers \(with model_index\.json\); this one takes steps, /,
    );
    await expect(drawn({ size: [8, 8] })).rejects.toThrow(/options\.size is for folders/);
    await expect(drawn({ clipSkip: 1 })).rejects.toThrow(/options\.clipSkip is for folders/);
    await expect(drawn({ step: 3 } as object)).rejects.toThrow(/"step"; did you mean steps\?/);
    await expect(pipeline.draw('apple' as never)).rejects.toThrow(/draw: prompts must be an array/);
    await expect(openPipeline(folder, { scheduler: 'ddim' })).rejects.toThrow(
      /openPipeline: options\.scheduler is for folders of diffusers/,
    );
    // what is not given is not refused
    await openPipeline(folder, { scheduler: undefined });
    expect((await drawn({ steps: 1, negative: undefined })).images.shape).toEqual([1, 8, 8, 3]);
  });

  test('folders without a model say so', async () => {
    await expect(openPipeline(join(folder, 'nowhere'))).rejects.toThrow(/nowhere: no such file/);
    const empty = await mkdtemp(join(folder, 'empty-'));
    await expect(openPipeline(empty)).rejects.toThrow(/not a model folder \(it has no config/);
  });
});

describe('generating', () => {
  const options = { steps: 3, count: 2, seed: 5 };
  test('shapes, range, progress and frames', async () => {
    const progress: string[] = [];
    const frames: number[][] = [];
    const { images } = await pipeline.draw(['red apple', 'heart'], {
      ...options,
      batchSize: 3,
      onProgress: ({ stage, done, total }) => progress.push(`${stage} ${done}/${total}`),
      onFrame: (batch) => {
        frames.push([...batch.shape]);
      },
    });
    expect(images.shape).toEqual([4, 8, 8, 3]);
    expect(images.data.length).toBe(4 * 192);
    expect(Array.from(images.data).every((v) => v >= -1 && v <= 1)).toBe(true);
    expect(progress).toEqual([1, 2, 3, 4, 5, 6].map((k) => `denoising ${k}/6`));
    expect(frames).toEqual(new Array(3).fill([3, 8, 8, 3]));
  });

  test('pictures are handed on batch by batch, before the next is drawn, and are those of the result', async () => {
    const prompts = ['red apple', 'heart', 'apple'];
    const steps: number[] = [];
    const parts: number[] = [];
    const made = await pipeline.draw(prompts, {
      ...options,
      batchSize: 2,
      onProgress: ({ done }) => void steps.push(done),
      onPictures: async ({ shape, data }) => {
        expect(shape).toEqual([2, 8, 8, 3]);
        expect(steps.at(-1)).toBe(3 * (parts.length / 384 + 1));
        await new Promise((resolve) => setTimeout(resolve, 1));
        parts.push(...Array.from(data));
      },
    });
    expect(made.images).toEqual({ data: new Float32Array(0), shape: [0, 8, 8, 3] });
    const whole = await pipeline.draw(prompts, { ...options, batchSize: 2 });
    expect(parts).toEqual(Array.from(whole.images.data));
  });

  test('the same seed gives the same bits; seed, prompt, guidance and eta matter', async () => {
    const draw = async (prompt: string, more: DrawPicturesOptions = {}) =>
      Array.from((await pipeline.draw([prompt], { ...options, ...more })).images.data);
    const first = await draw('red apple');
    expect(await draw('red apple')).toEqual(first);
    expect(first.slice(0, 192)).not.toEqual(first.slice(192));
    for (const other of [
      draw('heart'),
      draw('red apple', { seed: 6 }),
      draw('red apple', { guidance: 1 }),
      draw('red apple', { sampler: 'ddpm' }),
      draw('red apple', { eta: 0.5 }),
    ]) {
      expect(await other).not.toEqual(first);
    }
  });

  test('readings say what a prompt loses, and when nothing is left', async () => {
    expect(pipeline.read('noto red apple')).toEqual({ notes: [] });
    expect(pipeline.read('red aple')).toEqual({
      notes: ['the model does not know "aple"; near: apple'],
    });
    expect(pipeline.read('').notes[0]).toMatch(/empty prompt/);
    expect(pipeline.read('...').fault).toBe('no word in the prompt "..."');
    expect(pipeline.read('aple').fault).toMatch(/knows no word of the prompt "aple".*mean apple\?/);
    const long = 'prompt too long; left out: red apple';
    expect(pipeline.read('red red red red apple')).toEqual({ notes: [long] });
    const { notes } = await pipeline.draw(['red red red red apple', 'red red red red apple'], {
      steps: 1,
    });
    expect(notes).toEqual([long]);
  });
});
