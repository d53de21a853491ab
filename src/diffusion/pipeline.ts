// A whole text-to-image model: generating encodes the prompts, denoises with guidance and decodes.
// pipeline-folder.ts reads and writes it.

import { encode, suggest, type Vocabulary } from '../data/vocabulary.ts';
import type { ImageBatch } from '../io/image.ts';
import { compile } from '../runtime/compile.ts';
import * as is from '../tensor/arguments.ts';
import { clip, random, tensor } from '../tensor/ops/index.ts';
import { quote } from '../tensor/quote.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { leaves } from '../tensor/tree.ts';
import * as kinds from './argument-kinds.ts';
import { type AutoencoderParams, autoencoder } from './autoencoder.ts';
import type { AutoencoderConfig } from './autoencoder-config.ts';
import { type LatentScale, restoreLatents } from './latents.ts';
import type { PromptStates } from './prompt-model.ts';
import { type Sampler, sampler } from './samplers.ts';
import type { Parametrization } from './schedule.ts';
import { ddimOver } from './schedulers/ddim.ts';
import { type DiffusionConfig, type DiffusionParams, diffusionModels } from './train.ts';

/** What config.json says. */
export interface PipelineConfig extends DiffusionConfig {
  readonly autoencoder: AutoencoderConfig;
  readonly prediction: Parametrization;
  /** Height and width of the latents. */
  readonly latentSize: readonly [number, number];
  /** How it was made, for people: command, steps, time. */
  readonly training?: unknown;
}

/** All tensors of a model. */
export interface PipelineParams extends DiffusionParams {
  readonly autoencoder: AutoencoderParams;
  readonly latents: LatentScale;
}

/** A model that can generate. */
export interface Pipeline {
  readonly config: PipelineConfig;
  readonly params: PipelineParams;
  readonly vocabulary: Vocabulary;
}

/** What decides how a prompt is read. */
type Reader = Pick<Pipeline, 'config' | 'vocabulary'>;

/** What to generate. */
export interface GenerateOptions {
  /** Default 20 for ddim, 250 for ddpm. */
  readonly steps?: number;
  /** Default 3; 1 switches guidance off. */
  readonly guidance?: number;
  /** phi of guidance rescaling (default 0). */
  readonly rescale?: number;
  /** ddim (default), or ddpm: ancestral sampling, eta 1. */
  readonly sampler?: 'ddim' | 'ddpm';
  /** Default 0 for ddim, 1 for ddpm. */
  readonly eta?: number;
  /** Another seed, other pictures (default 0). */
  readonly seed?: number;
  /** Pictures a prompt (default 1). */
  readonly count?: number;
  /** Pictures computed together (default 16). */
  readonly batchSize?: number;
  /** Told after every step of every batch. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Given the decoded estimates after each step of the first batch. */
  readonly onFrame?: (images: ImageBatch, step: number) => void | Promise<void>;
}

/** Generated pictures and what prompts said that the model does not know. */
export interface Generated {
  /** [prompts * count, h, w, 3] in [-1, 1], prompt by prompt. */
  readonly images: ImageBatch;
  /** For people: unknown words with suggestions, words cut off, empty prompts. */
  readonly notes: readonly string[];
}

interface Functions {
  readonly understand: (params: DiffusionParams['prompt'], ids: Tensor) => PromptStates;
  readonly decode: (params: PipelineParams, latents: Tensor) => Tensor;
  readonly sample: Sampler<DiffusionParams['unet'], PromptStates>;
}

// Compiled functions of a configuration, shared by all pipelines that have the same one.
const compiled = new Map<string, Functions>();

function functionsOf(config: PipelineConfig): Functions {
  const key = JSON.stringify([config.autoencoder, config.unet, config.prompt, config.prediction]);
  let found = compiled.get(key);
  if (!found) {
    const models = diffusionModels(config);
    const ae = autoencoder(config.autoencoder);
    found = {
      understand: compile(models.prompt.apply, { name: 'prompt model' }),
      decode: compile(
        (params: PipelineParams, z: Tensor) =>
          clip(ae.decode(params.autoencoder, restoreLatents(z, params.latents)), -1, 1),
        { name: 'decode' },
      ),
      sample: sampler(models.unet.apply, ddimOver(config.prediction)),
    };
    compiled.set(key, found);
  }
  return found;
}

const promptNotesArgs = is.signature(
  'diffusion.promptNotes',
  ['pipeline', kinds.promptReader],
  ['prompt', is.string],
);

/** Notes on a prompt: what the model will not understand of it. Weights are not needed. */
export function promptNotes(pipeline: Reader, prompt: string): string[] {
  promptNotesArgs(pipeline, prompt);
  const { vocabulary, config } = pipeline;
  const { unknown, cut, length } = encode(vocabulary, prompt, config.prompt.context);
  const notes = unknown.map((word) => {
    const near = suggest(vocabulary, word);
    return `the model does not know ${quote(word)}${near.length > 0 ? `; near: ${near.join(', ')}` : ''}`;
  });
  if (cut.length > 0) notes.push(`prompt too long; left out: ${cut.join(' ')}`);
  if (length === 2) notes.push('empty prompt: the model draws anything');
  return notes;
}

const idsOf = (pipeline: Pipeline, prompts: readonly string[]): Tensor => {
  const { context } = pipeline.config.prompt;
  const ids = new Int32Array(prompts.length * context);
  prompts.forEach((prompt, i) => {
    ids.set(encode(pipeline.vocabulary, prompt, context).ids, i * context);
  });
  return tensor(ids, { shape: [prompts.length, context] });
};

const free = (...trees: unknown[]): void => {
  for (const t of leaves(trees)) t.dispose();
};

const optionsKind = is.options<GenerateOptions>({
  steps: is.optional(is.count),
  guidance: is.optional(is.scalar),
  rescale: is.optional(is.scalar),
  sampler: is.optional(is.oneOf('ddim', 'ddpm')),
  eta: is.optional(is.scalar),
  seed: is.optional(is.integer),
  count: is.optional(is.count),
  batchSize: is.optional(is.count),
  onProgress: is.optional(is.func),
  onFrame: is.optional(is.func),
});
const generateArgs = is.signature(
  'diffusion.generate',
  ['pipeline', kinds.pipeline],
  ['prompts', is.list(is.string)],
  ['options', optionsKind],
);
const generateBatchesArgs = is.signature(
  'diffusion.generateBatches',
  ['pipeline', kinds.pipeline],
  ['prompts', is.list(is.string)],
  ['options', optionsKind],
);

/**
 * The pictures of {@link generate} batch by batch, [n, h, w, 3] with n up to `batchSize`, in the order of the
 * prompts: as many of them are in memory as the caller keeps.
 */
export function generateBatches(
  pipeline: Pipeline,
  prompts: readonly string[],
  options: GenerateOptions = {},
): AsyncGenerator<ImageBatch, void, undefined> {
  generateBatchesArgs(pipeline, prompts, options);
  return batches(pipeline, prompts, options);
}

async function* batches(
  pipeline: Pipeline,
  prompts: readonly string[],
  options: GenerateOptions,
): AsyncGenerator<ImageBatch & { data: Float32Array }, void, undefined> {
  const { config, params } = pipeline;
  const { sampler = 'ddim', guidance = 3, count = 1, seed = 0, batchSize = 16 } = options;
  const { steps = sampler === 'ddpm' ? 250 : 20, eta = sampler === 'ddpm' ? 1 : 0 } = options;
  const { understand, decode, sample } = functionsOf(config);
  const wanted = prompts.flatMap((p) => new Array<string>(count).fill(p));
  const [h, w] = config.latentSize;
  const total = Math.ceil(wanted.length / batchSize) * steps;
  const read = async (z: Tensor): Promise<ImageBatch & { data: Float32Array }> => {
    const images = decode(params, z);
    const data = (await images.data()) as Float32Array;
    images.dispose();
    return { data, shape: images.shape };
  };
  const first = random.key(seed);
  for (let at = 0, batch = 0; at < wanted.length; at += batchSize, batch++) {
    const now = wanted.slice(at, at + batchSize);
    const [ids, none] = [
      idsOf(pipeline, now),
      idsOf(
        pipeline,
        now.map(() => ''),
      ),
    ];
    const condition = understand(params.prompt, ids);
    const unconditional = understand(params.prompt, none);
    const key = random.foldIn(first, batch);
    const z = await sample(params.unet, {
      condition,
      unconditional,
      shape: [now.length, h, w, config.unet.latentChannels],
      steps,
      eta,
      guidance,
      rescale: options.rescale,
      key,
      onStep: async ({ step, x0 }) => {
        options.onProgress?.(batch * steps + step, total);
        if (batch === 0 && options.onFrame) await options.onFrame(await read(x0), step);
      },
    });
    const images = await read(z);
    free(ids, none, condition, unconditional, key, z);
    yield images;
  }
}

/** Notes on all prompts, each once; see {@link promptNotes}. */
const notesOn = (pipeline: Pipeline, prompts: readonly string[]): string[] => [
  ...new Set([...new Set(prompts)].flatMap((p) => promptNotes(pipeline, p))),
];

/**
 * Pictures for prompts. The same seed gives the same pictures (for the same prompts, counts and batch
 * size) on the same device. All of them are held in memory; {@link generateBatches} does not.
 */
export async function generate(
  pipeline: Pipeline,
  prompts: readonly string[],
  options: GenerateOptions = {},
): Promise<Generated> {
  generateArgs(pipeline, prompts, options);
  const total = prompts.length * (options.count ?? 1);
  let images = { data: new Float32Array(0), shape: [0] as readonly number[] };
  let at = 0;
  for await (const { data, shape } of batches(pipeline, prompts, options)) {
    if (at === 0) {
      const [, ...picture] = shape;
      const size = picture.reduce((a, b) => a * b, total);
      images = { data: new Float32Array(size), shape: [total, ...picture] };
    }
    images.data.set(data, at);
    at += data.length;
  }
  return { images, notes: notesOn(pipeline, prompts) };
}
