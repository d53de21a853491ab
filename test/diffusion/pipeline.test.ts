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
  generate,
  generateBatches,
  type Pipeline,
  type PipelineConfig,
  promptNotes,
} from '../../src/diffusion/pipeline.ts';
import {
  loadPipeline,
  openPipeline,
  pipelineTemplate,
  savePipeline,
} from '../../src/diffusion/pipeline-folder.ts';
import { unetOfWidth } from '../../src/diffusion/unet.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import { add, mul, random } from '../../src/tensor/ops/index.ts';
import { leaves, map } from '../../src/tensor/tree.ts';

const words = ['<pad>', '<bos>', '<eos>', '<unk>', 'noto', 'apple', 'heart', 'red'];
const config: PipelineConfig = {
  autoencoder: { channels: [8, 8], imageChannels: 3, latentChannels: 4 },
  unet: { ...unetOfWidth(8), promptDim: 8, heads: 2 },
  prompt: { vocabulary: 8, context: 5, dim: 8, layers: 1, heads: 2, hidden: 16, pad: 0 },
  prediction: 'v',
  latentSize: [4, 4],
  training: { command: 'none' },
};

let folder = '';
let pipeline: Pipeline;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wgrad-pipeline-'));
  await useDevice('cpu');
  const params = map(pipelineTemplate(config), (p, path) =>
    add(p, mul(random.normal(random.key(path.length), p.shape), 0.1)),
  );
  await realize(params);
  pipeline = { config, params, vocabulary: vocabularyFromJson({ words }) };
  await savePipeline(folder, pipeline);
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
    await savePipeline(exact, pipeline, { dtype: 'f32' });
    const [full, half] = [await loadPipeline(exact), await loadPipeline(folder)];
    expect(full.config.training).toEqual({ command: 'none' });
    expect(full.vocabulary.words).toEqual(words);
    const [given, same, rounded] = [pipeline, full, half].map((p) => leaves(p.params));
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
    expect(await half.params.latents.std.data()).toEqual(await pipeline.params.latents.std.data());
    const size = async (f: string) => (await stat(join(f, 'weights.safetensors'))).size;
    expect((await size(folder)) / (await size(exact))).toBeLessThan(0.8);
  });

  const broken = async (name: string, change: (dir: string) => Promise<void>) =>
    loadPipeline(await changed(name, change));
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

test('a folder with broken weights opens, tells what a prompt loses, and fails to load', async () => {
  const other = await changed('opened', (d) => truncate(join(d, 'weights.safetensors'), 40000));
  const opened = await openPipeline(other);
  expect(promptNotes(opened, 'red aple')).toEqual(['the model does not know "aple"; near: apple']);
  await expect(opened.load()).rejects.toThrow(/weights\.safetensors: tensor .* lies at bytes/);
});

describe('generating', () => {
  const options = { steps: 3, count: 2, seed: 5 };
  test('shapes, range, progress and frames', async () => {
    const progress: string[] = [];
    const frames: number[][] = [];
    const { images } = await generate(pipeline, ['red apple', 'heart'], {
      ...options,
      batchSize: 3,
      onProgress: (done, total) => progress.push(`${done}/${total}`),
      onFrame: (batch) => {
        frames.push([...batch.shape]);
      },
    });
    expect(images.shape).toEqual([4, 8, 8, 3]);
    expect(images.data.length).toBe(4 * 192);
    expect(Array.from(images.data).every((v) => v >= -1 && v <= 1)).toBe(true);
    expect(progress).toEqual(['1/6', '2/6', '3/6', '4/6', '5/6', '6/6']);
    expect(frames).toEqual(new Array(3).fill([3, 8, 8, 3]));
  });

  test('batches come one by one, before the next is drawn, and are what generate puts together', async () => {
    const prompts = ['red apple', 'heart', 'apple'];
    const steps: number[] = [];
    const parts: number[] = [];
    const onProgress = (done: number) => void steps.push(done);
    const how = { ...options, batchSize: 2, onProgress };
    let at = 0;
    for await (const { shape, data } of generateBatches(pipeline, prompts, how)) {
      expect(shape).toEqual([2, 8, 8, 3]);
      at += 3;
      expect(steps.at(-1)).toBe(at);
      parts.push(...Array.from(data));
    }
    const whole = await generate(pipeline, prompts, { ...options, batchSize: 2 });
    expect(parts).toEqual(Array.from(whole.images.data));
  });

  test('the same seed gives the same bits; seed, prompt, guidance and eta matter', async () => {
    const draw = async (prompt: string, more = {}) =>
      Array.from((await generate(pipeline, [prompt], { ...options, ...more })).images.data);
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

  test('notes say what a prompt loses', () => {
    expect(promptNotes(pipeline, 'noto red apple')).toEqual([]);
    expect(promptNotes(pipeline, 'red aple')).toEqual([
      'the model does not know "aple"; near: apple',
    ]);
    expect(promptNotes(pipeline, '')[0]).toMatch(/empty prompt/);
    expect(promptNotes(pipeline, 'red red red red apple')).toEqual([
      'prompt too long; left out: red apple',
    ]);
  });
});
