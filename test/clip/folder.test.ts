// A CLIP as a folder: what is written is what is read, under transformers' names; faults are named by file.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedder } from '../../src/clip/embed.ts';
import { loadClip, saveClip } from '../../src/clip/folder.ts';
import { emojiTokenizer, emojiTokenizerFiles } from '../../src/clip/words.ts';
import { classifyPictures, searchPictures } from '../../src/clip/zero-shot.ts';
import { clipContext } from '../../src/data/clip-tokenizer.ts';
import type { EmojiRecord } from '../../src/data/emoji-set.ts';
import { readSafetensors } from '../../src/io/checkpoint.ts';
import { unitVectors } from '../../src/losses/contrastive.ts';
import { clipModel } from '../../src/models/clip.ts';
import { stateEntries } from '../../src/nn/index.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { random, tensor } from '../../src/tensor/ops/index.ts';
import { kinds, modelOf, size } from './models.ts';

let folder: string;
beforeAll(async () => {
  await useDevice('cpu');
  folder = await mkdtemp(join(tmpdir(), 'wgrad-clip-'));
});
afterAll(() => rm(folder, { recursive: true }));

const record: EmojiRecord = {
  ...{ hexcode: '1f34e', name: 'red apple', style: 'noto', group: 'food-drink' },
  ...{ subgroup: 'food-fruit', keywords: ['apple', 'fruit'], split: 'train' },
};
const files = emojiTokenizerFiles([record], 40, 16);
const written = async (kind: (typeof kinds)[number]) => {
  const tokenizer = await emojiTokenizer(files);
  const model = modelOf(kind, tokenizer);
  const params = model.init(random.key(4));
  await saveClip(folder, { config: model.config, params }, files);
  return { model, params, tokenizer };
};
const pixels = (seed: number, n: number): Float32Array =>
  Float32Array.from({ length: n * size * size * 3 }, (_, i) => Math.sin(seed + i * 0.37));

describe.each(kinds)('%s', (kind) => {
  it('comes back from its folder, rounded to f16', async () => {
    const { model, params, tokenizer } = await written(kind);
    const back = await loadClip(folder);
    expect(back.model.config).toEqual(model.config);
    expect(back.tokenizer.encode('red apple fruit')).toEqual(tokenizer.encode('red apple fruit'));
    const vectors = async (clip: Parameters<typeof embedder>[0], p: typeof params) => {
      const embed = embedder(clip, p, tokenizer, 2);
      const [images, texts] = [
        await embed.images(3, (first, n) => pixels(first, n)),
        await embed.texts(['red apple', 'apple', 'fruit']),
      ];
      embed.dispose();
      return [...images.values, ...texts.values];
    };
    const [got, want] = [await vectors(back.model, back.params), await vectors(model, params)];
    expect(got.length).toBe(2 * 3 * 16);
    for (const [i, v] of want.entries()) expect(Math.abs(got[i] - v)).toBeLessThan(0.01);
    // what the towers give for all at once
    const images = tensor(pixels(0, 1), { shape: [1, size, size, 3] });
    const alone = await unitVectors(model.imageFeatures(params, images)).data();
    for (const [j, v] of alone.entries()) expect(want[j]).toBeCloseTo(Number(v), 4);
    const ids = clipContext(tokenizer, ['red apple', 'apple', 'fruit']).ids;
    const texts = await unitVectors(model.textFeatures(params, ids)).data();
    for (const [j, v] of texts.entries()) expect(want[3 * 16 + j]).toBeCloseTo(Number(v), 4);
  });

  it('classifies: the probabilities that its vectors have, in order of the labels', async () => {
    const clip = await written(kind);
    const picture = { width: size, height: size, pixels: new Uint8Array(size * size * 3).fill(90) };
    const labels = ['apple', 'red', 'fruit'];
    const [shares] = await classifyPictures(clip, [picture], labels, ['{}']);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
    const cosines = await Promise.all(
      labels.map(async (label) => (await searchPictures(clip, [picture], label, ['{}']))[0]),
    );
    const weights = cosines.map((c) => Math.exp(c / 0.07));
    const all = weights.reduce((a, b) => a + b, 0);
    for (const [i, w] of weights.entries()) expect(shares[i]).toBeCloseTo(w / all, 3);
    await expect(classifyPictures(clip, [picture], ['a', 'a'])).rejects.toThrow(/"a" twice/);
  });
});

it('a ViT has the names of transformers, the residual tower its own class', async () => {
  await written('CLIPModel');
  const { tensors, metadata } = await readSafetensors(`${folder}/model.safetensors`);
  const { model } = await loadClip(folder);
  const entries = stateEntries(clipModel({ ...model.config }).init(random.key(0)));
  expect([...tensors.keys()].sort()).toEqual(entries.map(({ name }) => name).sort());
  expect(tensors.has('vision_model.pre_layrnorm.weight')).toBe(true);
  expect(metadata).toMatchObject({ format: 'pt' });
  // transformers refuses whole numbers in fields of floats ("Field 'initializer_factor' expected float, got int")
  const text = await readFile(`${folder}/config.json`, 'utf8');
  expect(text).not.toMatch(/"(initializer_\w+|layer_norm_eps|logit_scale_init_value)": \d+[,\n]/);
  const marks = { bos_token_id: model.config.text_config.eos_token_id - 1 };
  expect(JSON.parse(text).text_config).toMatchObject(marks);
  await written('WgradResNetCLIPModel');
  const config = JSON.parse(await readFile(`${folder}/config.json`, 'utf8'));
  expect(config).toMatchObject({
    architectures: ['WgradResNetCLIPModel'],
    model_type: 'wgrad_resnet_clip',
  });
});

it('faults are told with the file and what is wrong', async () => {
  await written('WgradResNetCLIPModel');
  const path = `${folder}/config.json`;
  const config = JSON.parse(await readFile(path, 'utf8'));
  const withConfig = async (change: object): Promise<unknown> => {
    await writeFile(path, JSON.stringify({ ...config, ...change }));
    return loadClip(folder).catch((error: Error) => `${error.constructor.name}: ${error.message}`);
  };
  const vision = (change: object) => ({ vision_config: { ...config.vision_config, ...change } });
  expect(await withConfig({ architectures: ['BertModel'] })).toMatch(
    /^FileError: .*config\.json: architectures is .*BertModel.*; expected CLIPModel or Wgrad/,
  );
  expect(await withConfig(vision({ widths: [8, 12] }))).toMatch(/widths is .*multiples of 8/);
  expect(await withConfig(vision({ stem: -1 }))).toMatch(/vision_config\.stem is -1/);
  expect(await withConfig(vision({ image_size: 20 }))).toMatch(/20 cannot be halved 3 times/);
  expect(await withConfig(vision({ blocks: 2 }))).toMatch(
    /^FileError: .*model\.safetensors: does not fit the model; missing: vision_model\.levels/,
  );
  expect(await withConfig({ text_config: { ...config.text_config, vocab_size: 100 } })).toMatch(
    /vocab\.json: \d+ entries, but the model was trained with 100/,
  );
  await rm(path);
  await expect(loadClip(folder)).rejects.toThrow(/config\.json/);
});

it('pictures of the wrong size are refused by the tower', async () => {
  const { model, params } = await written('WgradResNetCLIPModel');
  expect(() =>
    model.imageFeatures(params, tensor(new Float32Array(192), { shape: [1, 8, 8, 3] })),
  ).toThrow(/resNetVisionModel: pictures f32\[1, 8, 8, 3\].* are not \[n, 16, 16, 3\]/);
});
