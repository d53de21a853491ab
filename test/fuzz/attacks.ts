// Every reader of the library with sound inputs to damage, in a folder of its own.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { progressOf } from '../../src/cli/checkpoints.ts';
import { readPromptList } from '../../src/cli/prompt-list.ts';
import { checkRun, defaultRun, merge } from '../../src/cli/run-config.ts';
import { cutMetrics, readMetrics } from '../../src/cli/run-folder.ts';
import { savedRun } from '../../src/cli/run-resume.ts';
import { clipTokenizerOfFiles } from '../../src/data/clip-vocabulary.ts';
import { parseManifest } from '../../src/data/manifest.ts';
import { vocabularyFromJson } from '../../src/data/vocabulary.ts';
import { openDiffusers, openDiffusersPart } from '../../src/diffusion/diffusers-folder.ts';
import { readLora } from '../../src/diffusion/lora-file.ts';
import { loadPipeline, pipelineTemplate, savePipeline } from '../../src/diffusion/pipeline.ts';
import { schedulerFromConfig } from '../../src/diffusion/schedulers/index.ts';
import { loadCheckpoint, saveCheckpoint } from '../../src/io/checkpoint.ts';
import { encodeGif } from '../../src/io/gif.ts';
import { readPicture } from '../../src/io/image.ts';
import { parseJson, parseJsonObject } from '../../src/io/json.ts';
import { treeFromNames } from '../../src/io/named.ts';
import { decodePlainPng, isPng } from '../../src/io/png.ts';
import { decodeSafetensors } from '../../src/io/safetensors.ts';
import { openWeights, readWeights, weightValues } from '../../src/io/weights.ts';
import { clipConfig, gptOptions } from '../../src/models/index.ts';
import { tensor } from '../../src/tensor/ops/index.ts';
import { leaves } from '../../src/tensor/tree.ts';
import { tinyConfigs, writeTinyPipeline } from '../support/tiny-pipeline.ts';
import {
  randomStored,
  type Stored,
  seeded,
  weightFile,
  writeWeights,
} from '../support/weight-files.ts';
import type { Attack } from './harness.ts';
import { mutatedBytes, mutatedJson } from './mutate.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const json = (...values: unknown[]): string[] => values.map((value) => JSON.stringify(value));
const root = new URL('../../', import.meta.url);

const bytesAttack = (name: string, sound: readonly Uint8Array[], read: Attack['read']): Attack => ({
  name,
  sound,
  input: (pick) => mutatedBytes(sound, pick),
  read,
});

const jsonAttack = (name: string, sound: readonly string[], read: Attack['read']): Attack => ({
  name,
  sound: sound.map((t) => new TextEncoder().encode(t)),
  input: (pick) => mutatedJson(sound, pick),
  read,
});

// Files of all element types, and one with a header of our own making.
function safetensorsSeeds(): Uint8Array[] {
  const next = seeded(7);
  const zeros = (dtype: string, shape: number[], bytes: number): Stored => ({
    dtype,
    shape,
    bytes: new Uint8Array(bytes),
  });
  const mixed = {
    'a.0.w': randomStored('F32', [2, 3], next),
    'a.1.w': randomStored('F16', [4], next),
    b: randomStored('BF16', [2, 2], next),
    wide: zeros('I64', [2], 16),
    flag: zeros('BOOL', [3], 3),
    small: zeros('U8', [5], 5),
    scalar: randomStored('F32', [], next),
  };
  return [weightFile(mixed), weightFile({ w: randomStored('F32', [8, 8], next) }), weightFile({})];
}

async function safetensorsAttacks(folder: string): Promise<Attack[]> {
  const seeds = safetensorsSeeds();
  const path = join(folder, 'x.safetensors');
  const state = () => ({ p: { w: tensor([1, 2, 3]) }, n: tensor(Int32Array.of(7), { shape: [] }) });
  await saveCheckpoint(path, state(), { step: 5, seconds: 2.5 });
  const checkpoint = new Uint8Array(await readFile(path));
  const shards = join(folder, 'shards');
  const next = seeded(3);
  const names = ['a', 'b', 'c', 'd'].map((n) => [n, randomStored('F16', [3], next)] as const);
  await writeWeights(shards, 'model', Object.fromEntries(names), { shards: 2 });
  const index = join(shards, 'model.safetensors.index.json');
  return [
    bytesAttack('safetensors', seeds, async (input, pick) => {
      // at any alignment
      const held = new Uint8Array(input.length + 8);
      const at = pick(8);
      held.set(input, at);
      const bytes = held.subarray(at, at + input.length);
      treeFromNames((await readWeights(bytes)) as never);
      return decodeSafetensors(bytes);
    }),
    bytesAttack('checkpoint', [checkpoint], async (input) => {
      await writeFile(path, input);
      const { metadata } = await loadCheckpoint(path, state());
      return progressOf(metadata, path, 10);
    }),
    jsonAttack('shard index', [await readFile(index, 'utf8')], async (input) => {
      await writeFile(index, input);
      const weights = await openWeights(shards, 'model');
      for await (const { value } of weightValues(weights, () => ({}))) value.dispose();
    }),
  ];
}

// A PNG file whose chunks (length, type, data, CRC-32 of type and data) have the sums of what they hold.
function withSums(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes);
  const view = new DataView(out.buffer);
  for (let at = 8; at + 12 <= out.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > out.length) break;
    view.setUint32(end, crc32(out.subarray(at + 4, end)));
    at = end + 4;
  }
  return out;
}

async function pictureAttacks(folder: string): Promise<Attack[]> {
  const pixels = Uint8Array.from({ length: 9 * 7 * 3 }, (_, i) => (i * 37) % 256);
  const raw = sharp(pixels, { raw: { width: 9, height: 7, channels: 3 } });
  const seeds = await Promise.all([
    raw.clone().png().toBuffer(),
    raw.clone().png({ palette: true }).toBuffer(),
    raw.clone().greyscale().ensureAlpha(0.5).png({ progressive: true }).toBuffer(),
    raw.clone().jpeg().toBuffer(),
    raw.clone().webp().toBuffer(),
  ]);
  const gif = await encodeGif([{ width: 9, height: 7, pixels }]);
  const path = join(folder, 'picture');
  const files = seeds.map((b) => new Uint8Array(b));
  return [
    bytesAttack('pictures', [...files, gif], async (input, pick) => {
      await writeFile(path, isPng(input) && pick(2) ? withSums(input) : input);
      const picture = await readPicture(path);
      if (picture.pixels.length !== picture.width * picture.height * 3) throw new Error('size');
    }),
    // half of them with sums that hold, so that the damage gets further than to the sums
    bytesAttack('PNG without sharp', files.slice(0, 3), (input, pick) =>
      decodePlainPng(pick(2) ? withSums(input) : input, 2 ** 22),
    ),
  ];
}

async function diffusersAttacks(folder: string): Promise<Attack[]> {
  const model = join(folder, 'pipeline');
  await writeTinyPipeline(model);
  const parts = (['unet', 'vae', 'text_encoder'] as const).map((part) =>
    jsonAttack(`configuration of ${part}`, json(tinyConfigs[part]), async (input) => {
      const path = join(model, part, 'config.json');
      await writeFile(path, input);
      return openDiffusersPart(join(model, part), {
        className: (tinyConfigs[part] as { _class_name?: string })._class_name ?? 'CLIPTextModel',
      });
    }),
  );
  const shell = join(folder, 'shell');
  await mkdir(join(shell, 'scheduler'), { recursive: true });
  await mkdir(join(shell, 'tokenizer'));
  await writeFile(join(shell, 'scheduler', 'scheduler_config.json'), '{}');
  const index = json({
    _class_name: 'StableDiffusionPipeline',
    scheduler: ['diffusers', 'PNDMScheduler'],
    tokenizer: ['transformers', 'CLIPTokenizer'],
    image_encoder: [null, null],
    requires_safety_checker: false,
  });
  return [
    ...parts,
    jsonAttack('model_index.json', index, async (input) => {
      await writeFile(join(shell, 'model_index.json'), input);
      return openDiffusers(shell);
    }),
  ];
}

const names = ['PNDM', 'DDIM', 'DDPM', 'EulerDiscrete', 'EulerAncestralDiscrete', 'HeunDiscrete'];

function schedulerAttack(): Attack {
  const seeds = [...names, 'DPMSolverMultistep'].map((name) => ({
    _class_name: `${name}Scheduler`,
    beta_end: 0.012,
    beta_schedule: 'scaled_linear',
    beta_start: 0.00085,
    num_train_timesteps: 1000,
    prediction_type: 'epsilon',
    steps_offset: 1,
    timestep_spacing: 'leading',
    trained_betas: null,
    ...(name === 'PNDM' ? { skip_prk_steps: true } : {}),
    ...(name === 'DPMSolverMultistep' ? { solver_order: 2, algorithm_type: 'dpmsolver++' } : {}),
  }));
  return jsonAttack('schedulers', json(...seeds), async (input) =>
    schedulerFromConfig(parseJsonObject(text(input), 'scheduler_config.json')).plan(20),
  );
}

function modelConfigAttack(): Attack {
  const gpt = { vocab_size: 50257, n_positions: 1024, n_layer: 2, n_head: 4, n_embd: 32 };
  const clip = { text_config: { hidden_size: 64 }, vision_config: { patch_size: 16 } };
  return jsonAttack(
    'gpt and clip',
    json({ ...gpt, activation_function: 'gelu' }, clip),
    async (input) => {
      const value = parseJsonObject(text(input), 'config.json');
      return 'text_config' in value ? clipConfig(value as never) : gptOptions(value as never);
    },
  );
}

async function pipelineAttacks(folder: string): Promise<Attack[]> {
  // the shipped model's configuration, narrow
  const model = join(folder, 'own');
  await mkdir(model);
  const shipped = JSON.parse(await readFile(new URL('weights/config.json', root), 'utf8'));
  const small = {
    ...shipped,
    autoencoder: { ...shipped.autoencoder, channels: [4, 8] },
    unet: { ...shipped.unet, base: 8, embedding: 8, timeDim: 8, heads: 2, promptDim: 8 },
    prompt: { ...shipped.prompt, dim: 8, layers: 1, heads: 2, hidden: 8, vocabulary: 5 },
    training: { run: shipped.training.run },
  };
  const words = { words: ['<pad>', '<bos>', '<eos>', '<unk>', 'apple'] };
  const vocabulary = vocabularyFromJson(words);
  await savePipeline(model, { config: small, vocabulary, params: pipelineTemplate(small) });
  return [
    jsonAttack('pipeline configuration', json(small), async (input) => {
      await writeFile(join(model, 'config.json'), input);
      const { params } = await loadPipeline(model);
      for (const t of leaves(params)) t.dispose();
    }),
    jsonAttack('run configuration', json(small), async (input) => {
      await writeFile(join(model, 'config.json'), input);
      return savedRun(model);
    }),
    jsonAttack('options of a run', json(small.training.run), async (input) =>
      checkRun(merge(defaultRun, parseJson(text(input), 'c.json'), 'c.json'), 'c.json'),
    ),
    jsonAttack('vocabulary', json(words), async (input) =>
      vocabularyFromJson(parseJson(text(input), 'v.json'), 'v.json'),
    ),
  ];
}

function tokenizerAttacks(): Attack[] {
  const vocab = { a: 0, b: 1, 'b</w>': 2, 'ab</w>': 3, '<|startoftext|>': 4, '<|endoftext|>': 5 };
  const files = {
    vocab: JSON.stringify(vocab),
    merges: '#version: 0.2\na b</w>\na b\n',
    config: JSON.stringify({ model_max_length: 77, pad_token: { content: 'a' } }),
    specialTokens: JSON.stringify({ pad_token: '<|endoftext|>' }),
  };
  const read = async (changed: Partial<typeof files>) => {
    const tokenizer = await clipTokenizerOfFiles({ ...files, ...changed });
    return tokenizer.decode(tokenizer.encode('ab abba caf\u00e9'));
  };
  const attack = (key: keyof typeof files): Attack =>
    jsonAttack(`tokenizer, ${key}`, [files[key]], (input) => read({ [key]: text(input) }));
  return [
    attack('vocab'),
    attack('config'),
    attack('specialTokens'),
    bytesAttack('tokenizer, merges', [new TextEncoder().encode(files.merges)], (input) =>
      read({ merges: text(input) }),
    ),
  ];
}

function textAttacks(folder: string): Attack[] {
  const list = join(folder, 'prompts.json');
  const entries = ['one.png', 'deep/two', 'three'].map((file) => ({ file, name: 'red apple' }));
  const line = (step: number) => ({
    stage: step % 2 ? 'autoencoder' : 'diffusion',
    step,
    loss: 0.5,
    imagesPerSecond: 40.5,
    seconds: step * 2,
  });
  const lines = (first: number): string =>
    json(line(first), line(first + 1), line(first + 2))
      .map((l) => `${l}\n`)
      .join('');
  const encode = (t: string) => new TextEncoder().encode(t);
  const manifest = {
    format: 'wgrad-emoji',
    version: 1,
    size: 32,
    count: 1,
    crc32: 5,
    styles: [{ id: 'noto', title: 't', author: 'a', url: 'u', licence: 'l' }],
    concepts: [
      {
        ...{ hexcode: '1f34e', name: 'red apple', group: 'food', subgroup: 'fruit' },
        ...{ keywords: ['apple'], styles: ['noto'], heldOut: ['noto'] },
      },
    ],
  };
  return [
    jsonAttack('prompt lists', json(entries), async (input) => {
      await writeFile(list, input);
      return readPromptList(list);
    }),
    bytesAttack('metrics', [encode(lines(1)), encode(lines(20))], async (input, pick) => {
      await writeFile(join(folder, 'metrics.jsonl'), input);
      const found = await readMetrics(folder);
      // which flushes to the disk
      if (pick(50) === 0) await cutMetrics(folder, { autoencoder: 10, diffusion: 20 });
      return found;
    }),
    jsonAttack('emoji list', json(manifest), async (input) =>
      parseManifest(text(input), 'emoji.json'),
    ),
  ];
}

function loraAttack(folder: string): Attack {
  const next = seeded(9);
  const layer = 'unet.mid.attn.to_q';
  const models = {
    unet: { mid: { attn: { to_q: { w: tensor(new Float32Array(48), { shape: [8, 6] }) } } } },
  };
  const file = (spelling: readonly [down: string, up: string], alpha: boolean): Uint8Array =>
    weightFile({
      [`${layer}.${spelling[0]}`]: randomStored('F32', [2, 8], next),
      [`${layer}.${spelling[1]}`]: randomStored('F32', [6, 2], next),
      ...(alpha ? { [`${layer}.alpha`]: randomStored('F32', [], next) } : {}),
    });
  const path = join(folder, 'lora.safetensors');
  const seeds = [
    file(['lora.down.weight', 'lora.up.weight'], true),
    file(['lora_A.weight', 'lora_B.weight'], false),
  ];
  return bytesAttack('LoRA', seeds, async (input) => {
    await writeFile(path, input);
    return readLora(path, models);
  });
}

/** All attacks; `folder` is made, used and left behind. */
export async function attacks(folder: string): Promise<Attack[]> {
  await mkdir(folder, { recursive: true });
  return [
    ...(await safetensorsAttacks(folder)),
    loraAttack(folder),
    ...(await pictureAttacks(folder)),
    ...(await diffusersAttacks(folder)),
    schedulerAttack(),
    modelConfigAttack(),
    ...(await pipelineAttacks(folder)),
    ...tokenizerAttacks(),
    ...textAttacks(folder),
  ];
}

/** Removes a folder of attacks. @throws if something was written beside what they use */
export async function cleanUp(folder: string): Promise<void> {
  const names = await readdir(folder);
  await rm(folder, { recursive: true });
  const odd = names.filter((name) => /tmp$/.test(name));
  if (odd.length > 0) throw new Error(`left behind: ${odd}`);
}
