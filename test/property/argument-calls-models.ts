// Valid calls of functions of models, diffusion, training and policies: parts of one small model each.
import { mkdir } from 'node:fs/promises';
import { clipTokenizerOfFiles } from '../../src/data/clip-vocabulary.ts';
import * as wgrad from '../../src/index.ts';
import { untrainedPipeline } from '../support/untrained-pipeline.ts';
import type { Calls } from './argument-calls.ts';

const { contrastive, data, diffusion, models, nn, optim, random, rl, tensor, train } = wgrad;
const filled = (...shape: number[]) => wgrad.full(shape, 0.5);

const recipe = {
  ...{ steps: 1, batchSize: 1, learningRate: 0.1, warmup: 0, finalShare: 1, betas: [0.9, 0.99] },
  ...{ weightDecay: 0, clip: 1, seed: 1 },
};
const record = {
  ...{ hexcode: '1f34e', name: 'red apple', style: 'noto', group: 'food-drink' },
  ...{ subgroup: 'food-fruit', keywords: ['apple'], split: 'train' },
};
const emoji = () => ({
  ...{ size: 32, images: new Uint8Array(2 * 3072), records: [record, record], styles: [] },
});
const gpt = models.gpt({ vocab_size: 5, block_size: 4, n_layer: 1, n_head: 1, n_embd: 4 });

function trainingCalls(): Calls {
  const net = nn.Linear(2, 1);
  const params = () => net.init(random.key(1));
  const supervised = {
    name: 'x',
    init: net.init,
    recipe,
    batch: () => filled(3, 2),
    loss: (p: ReturnType<typeof params>, x: wgrad.Tensor) =>
      wgrad.mean(wgrad.square(net.apply(p, x))),
  };
  const denoise = (p: ReturnType<typeof params>, x: wgrad.Tensor) => wgrad.mul(x, net.apply(p, x));
  const policy = rl.denoisingPolicy(denoise as never, diffusion.ddimOver('v'), {
    ...{ shape: [2], steps: 3, eta: 1 },
  });
  const options = () => ({
    policy,
    learner: train.learner(params(), { optimizer: optim.sgd({ learningRate: 0.1 }) }),
    init: params,
    reward: rl.colorReward([1, -1]),
    conditions: () => wgrad.zeros([4, 1]),
    ...{ group: 4, seed: 1 },
  });
  return {
    'train.learner': () => [params(), { optimizer: optim.sgd({ learningRate: 0.1 }) }],
    'train.supervised': () => [supervised],
    'train.loop': () => [train.supervised(supervised as never), { steps: 1, seed: 1 }],
    'rl.ddpo': () => [options()],
    'rl.reinforce': () => [options()],
    'rl.denoisingPolicy': () => [
      denoise,
      diffusion.ddimOver('v'),
      { shape: [2], steps: 3, eta: 1 },
    ],
    'rl.tokenPolicy': () => [gpt, { count: 2 }],
  };
}

async function diffusionCalls(folder: string): Promise<Calls> {
  const pipeline = await untrainedPipeline();
  const { unet, vae, text_encoder } = pipeline;
  const coder = models.autoencoderKL(vae.config);
  const both = {
    unet: models.unet2DConditionModel(unet.config),
    text: models.clipTextModel(text_encoder.config),
  };
  const params = { unet: unet.params, text: text_encoder.params };
  const batch = () => ({ latents: filled(2, 8, 8, 4), ids: wgrad.zeros([2, 8], 'i32') });
  const key = random.key(1);
  const scheduler = diffusion.ddimScheduler({});
  const tokenizer = await clipTokenizerOfFiles(pipeline.tokenizer);
  const d = diffusion.gaussianDiffusion({
    ...{ betas: Float64Array.of(0.1, 0.2), model_mean_type: 'epsilon' },
    ...{ model_var_type: 'fixed_small', loss_type: 'mse' },
  });
  const cloud = { model: (x: wgrad.Tensor) => x, diffusion: d, num_points: 2 };
  return {
    'diffusion.encodeLatents': () => [coder, vae.params, emoji()],
    'diffusion.withStandardLatents': () => [vae.params, filled(4), filled(4)],
    'diffusion.writePipeline': () => [`${folder}/written`, pipeline],
    'diffusion.textToImageLoss': () => [both, params, batch(), key, scheduler, { minSnr: null }],
    'diffusion.trainVae': () => [
      { model: coder, set: emoji(), recipe, weights: diffusion.vaeWeights },
    ],
    'diffusion.denoisingSteps': () => [
      ...[(x: wgrad.Tensor) => x, scheduler, scheduler.plan(4), filled(1, 2)],
      () => filled(1, 2),
    ],
    'diffusion.sampler': () => [(x: wgrad.Tensor) => x, scheduler],
    'diffusion.schedulerFromConfig': () => [{ _class_name: 'DDIMScheduler' }],
    'diffusion.pndmScheduler': () => [{ skip_prk_steps: true }],
    'diffusion.addNoise': () => [
      tables,
      filled(2, 3),
      filled(2, 3),
      tensor([1, 0], { dtype: 'i32' }),
    ],
    'diffusion.velocity': () => [
      tables,
      filled(2, 3),
      filled(2, 3),
      tensor([1, 0], { dtype: 'i32' }),
    ],
    'diffusion.diffusionFromConfig': () => [{ schedule: 'linear', timesteps: 1000 }],
    'diffusion.samplePointClouds': () => [
      [{ ...cloud, use_karras: false }],
      { batch_size: 1, key },
    ],
    'diffusion.writeLora': () => [`${folder}/lora.safetensors`, {}],
    'data.imageBatch': () => [emoji(), [0, 1], data.hostRandom(1)],
    'diffusion.trainTextToImage': () => [
      {
        ...{ models: both, scheduler, tokenizer, records: [record] },
        latents: { data: new Float32Array(256), shape: [8, 8, 4] },
        recipe: { ...recipe, promptDropout: 0, minSnr: null },
      },
    ],
  };
}

const tables = { betas: Float64Array.of(0.1, 0.2), alphasCumprod: Float64Array.of(0.9, 0.72) };

// OpenAI's smallest conceivable: heads are 64 wide there.
const tower = { intermediate_size: 8, num_hidden_layers: 1 };
const clip = models.clipModel({
  projection_dim: 4,
  text_config: {
    ...{ ...tower, vocab_size: 5, hidden_size: 64, num_attention_heads: 1 },
    ...{ max_position_embeddings: 4, eos_token_id: 2 },
  },
  vision_config: {
    ...{ ...tower, hidden_size: 64, num_attention_heads: 1, image_size: 4, patch_size: 2 },
  },
});

async function clipCalls(): Promise<Calls> {
  const params = clip.init(random.key(1));
  const state = models.clipToOpenAI(params);
  const bytes = await wgrad.io.encodeSafetensors(state);
  return {
    'models.clipToOpenAI': () => [params],
    'models.clipFromOpenAI': () => [state],
    'models.loadOpenAIClip': () => [bytes],
  };
}

// A CLIP of ours that tells four pixels apart.
async function contrastiveCalls(folder: string): Promise<Calls> {
  const files = contrastive.emojiTokenizerFiles([record] as never, 2, 4);
  const tokenizer = await contrastive.emojiTokenizer(files);
  const config = contrastive.contrastiveConfig({
    projection_dim: 4,
    text_config: {
      ...{ ...tower, vocab_size: tokenizer.size, hidden_size: 4, num_attention_heads: 1 },
      ...{ max_position_embeddings: 4, eos_token_id: tokenizer.endId },
    },
    vision_config: {
      ...{ ...tower, hidden_size: 4, num_attention_heads: 1, image_size: 4, patch_size: 2 },
    },
  });
  const model = contrastive.contrastiveModel(config);
  const params = model.init(random.key(1));
  const loaded = { model, params, tokenizer };
  const batch = { images: filled(1, 4, 4, 3), ids: wgrad.full([1, 4], tokenizer.endId, 'i32') };
  const set = { ...emoji(), size: 4, images: new Uint8Array(96) };
  const picture = { width: 1, height: 1, pixels: new Uint8Array(3) };
  const target = `${folder}/contrastive`;
  await mkdir(target);
  await contrastive.saveClip(target, { config, params }, files);
  return {
    'contrastive.contrastiveConfig': () => [{ projection_dim: 4 }],
    'contrastive.contrastiveModel': () => [config],
    'contrastive.embedder': () => [model, params, tokenizer],
    'contrastive.saveClip': () => [target, { config, params }, files],
    'contrastive.loadClip': () => [target],
    'contrastive.contrastiveBatches': () => [{ set, tokenizer, batchSize: 1, seed: 0 }],
    'contrastive.embedInChunks': () => [(x: wgrad.Tensor) => x, filled(2, 3), 1],
    'contrastive.batchLoss': () => [model, params, batch, 1],
    'contrastive.trainContrastive': () => [
      { model, set, tokenizer, recipe: { ...recipe, chunkSize: 1, tokens: 4 } },
    ],
    'contrastive.emojiTokenizer': () => [files],
    'contrastive.emojiTokenizerFiles': () => [[record], 2, 4],
    'contrastive.classifyPictures': () => [loaded, [picture], ['apple']],
    'contrastive.searchPictures': () => [loaded, [picture], 'apple'],
  };
}

/** The calls, and the files that they read in `folder`. */
export const modelCalls = async (folder: string): Promise<Calls> => ({
  ...trainingCalls(),
  ...(await diffusionCalls(folder)),
  ...(await clipCalls()),
  ...(await contrastiveCalls(folder)),
  'models.gpt': () => [{ vocab_size: 5, block_size: 4, n_layer: 1, n_head: 1, n_embd: 4 }],
  'models.gptWithValue': () => [{ vocab_size: 5, block_size: 4, n_layer: 1, n_head: 1, n_embd: 4 }],
  'models.gptGenerator': () => [gpt, { temperature: 0 }],
  'models.fromGptState': () => {
    const params = gpt.init(random.key(1));
    return [params, models.toGptState(params), 'x'];
  },
});
