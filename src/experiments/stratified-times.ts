// Does it help to draw the times of a batch evenly? The loss of the shipped model on pictures of the data set, with
// the same noise, once at one time in each of n equal parts of the schedule and once at n independent ones.

import { imageBatch } from '../data/augment.ts';
import { caption } from '../data/captions.ts';
import { loadEmoji } from '../data/emoji.ts';
import { hostRandom } from '../data/random.ts';
import { openDiffusers, partOf } from '../diffusion/diffusers-folder.ts';
import { schedulerFromConfig } from '../diffusion/schedulers/index.ts';
import { openPromptTokenizer } from '../diffusion/stable-diffusion-prompts.ts';
import { stratifiedSteps, textToImageLossAt } from '../diffusion/train-text-to-image.ts';
import type { Experiment } from '../run/experiment.ts';
import { packageFolder } from '../run/package-files.ts';
import { UsageError } from '../run/usage-error.ts';
import { compile } from '../runtime/compile.ts';
import { mul, random, tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';

const batch = 32;

const variance = (values: readonly number[]): number => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
};

// The parts of the shipped model with their weights.
async function shipped() {
  const folder = packageFolder('weights/emoji', 'model_index.json');
  if (!folder) throw new UsageError('stratified-times: the shipped weights are not there');
  const opened = await openDiffusers(folder);
  const unet = partOf(opened, 'unet', 'UNet2DConditionModel');
  const text = partOf(opened, 'text_encoder', 'CLIPTextModel');
  const vae = partOf(opened, 'vae', 'AutoencoderKL');
  const { max_position_embeddings: longest, vocab_size: entries } = text.model.config;
  const load = { dtype: 'f32' } as const;
  return {
    models: { unet: unet.model, text: text.model },
    params: { unet: await unet.load(load), text: await text.load(load) },
    vae: vae.model,
    vaeParams: await vae.load(load),
    scheduler: schedulerFromConfig(opened.schedulers.scheduler.config),
    tokenizer: await openPromptTokenizer(opened, longest, entries),
    size: Number(vae.config.sample_size),
  };
}

// Latents and captions of pictures of food, others for another seed.
async function pairs(model: Awaited<ReturnType<typeof shipped>>, seed: number) {
  const { vae, vaeParams, tokenizer, size } = model;
  const set = await loadEmoji(undefined, { size, styles: ['noto'], groups: ['food-drink'] });
  const n = set.records.length;
  const indices = Array.from({ length: batch }, (_, i) => (i * 7 + seed) % n);
  const chance = hostRandom(seed, 0);
  const ids = indices.map((i) => [...tokenizer.encode(caption(set.records[i], chance)).ids]);
  const images = tensor(imageBatch(set, indices), { shape: [batch, size, size, 3] });
  const encode = compile((p: typeof vaeParams, x: Tensor) =>
    mul(vae.encode(p, x).mean, vae.config.scaling_factor),
  );
  return {
    latents: encode(vaeParams, images),
    ids: tensor(Int32Array.from(ids.flat()), { shape: [batch, ids[0].length] }),
  };
}

/** `wgrad claim stratified-times`. */
export const stratified: Experiment = {
  name: 'stratified-times',
  claim:
    'one time in each of n equal parts makes the loss of a batch less noisy than n independent times',
  paper: 'Kingma et al. 2021, arXiv:2107.00630, appendix I.1',
  seeds: [0, 1, 2, 3, 4],
  async run(seed, { quick }) {
    const model = await shipped();
    const { models, params, scheduler } = model;
    const data = await pairs(model, seed);
    const steps = scheduler.alphasCumprod.length;
    const loss = (t: Tensor, key: Tensor): Tensor =>
      textToImageLossAt(models, params, data, t, key, scheduler);
    const even = compile((key: Tensor) =>
      loss(stratifiedSteps(random.foldIn(key, 1), batch, steps), key),
    );
    const free = compile((key: Tensor) =>
      loss(random.randint(random.foldIn(key, 1), [batch], 0, steps), key),
    );
    const draws = quick ? 24 : 200;
    const [evenly, freely]: [number[], number[]] = [[], []];
    for (let i = 0; i < draws; i++) {
      const key = random.foldIn(random.key(seed), i);
      evenly.push(await even(key).item());
      freely.push(await free(key).item());
    }
    const [a, b] = [variance(evenly), variance(freely)];
    return { 'variance ratio': a / b, 'variance, evenly': a, 'variance, independently': b };
  },
  holds: (rows) => ({
    holds: rows.reduce((sum, row) => sum + row['variance ratio'], 0) / rows.length <= 0.5,
    measure: 'variance ratio',
    wanted: 'at most 0.5',
  }),
};
