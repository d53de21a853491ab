// A whole text-to-image model as a folder: config.json, weights.safetensors, vocabulary.json. Loading
// checks everything against the configuration; generating encodes the prompts, denoises with guidance
// and decodes.

import {
  encode,
  suggest,
  type Vocabulary,
  vocabularyFromJson,
  vocabularyToJson,
} from '../data/vocabulary.ts';
import { readSafetensors, writeSafetensors } from '../io/checkpoint.ts';
import { readJson, writeJson } from '../io/files.ts';
import type { ImageBatch } from '../io/image.ts';
import { isJsonObject } from '../io/json.ts';
import { anything, count, object, oneOf, pair, shaped } from '../io/json-shape.ts';
import { fillTree } from '../io/named.ts';
import { compile } from '../runtime/compile.ts';
import { realize } from '../runtime/evaluate.ts';
import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import { cast, clip, random, tensor, zeros } from '../tensor/ops/index.ts';
import { quote } from '../tensor/quote.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { leaves } from '../tensor/tree.ts';
import { type AutoencoderParams, autoencoder } from './autoencoder.ts';
import type { AutoencoderConfig } from './autoencoder-config.ts';
import { type LatentScale, restoreLatents } from './latents.ts';
import { autoencoderShape, promptShape, unetShape } from './model-shapes.ts';
import type { PromptStates } from './prompt-model.ts';
import { makeSampler } from './samplers.ts';
import { continuousCosine, type Parametrization } from './schedule.ts';
import {
  type DiffusionConfig,
  type DiffusionParams,
  diffusionModels,
  initDiffusionParams,
} from './train.ts';

const format = 'wgrad-latent-diffusion';

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
  readonly sample: ReturnType<typeof makeSampler<DiffusionParams['unet'], PromptStates>>;
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
      sample: makeSampler(models.unet.apply, config.prediction),
    };
    compiled.set(key, found);
  }
  return found;
}

const pipelineKind = is.fields<Pipeline>({
  config: is.record('a pipeline config', 'autoencoder', 'prediction', 'latentSize', 'unet'),
  params: is.record('a pipeline params', 'autoencoder', 'latents', 'unet', 'prompt'),
  vocabulary: is.record('a vocabulary', 'words', 'ids'),
});
const promptNotesArgs = is.signature(
  'diffusion.promptNotes',
  ['pipeline', pipelineKind],
  ['prompt', is.string],
);

/** Notes on a prompt: what the model will not understand of it. */
export function promptNotes(pipeline: Pipeline, prompt: string): string[] {
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

const generateArgs = is.signature(
  'diffusion.generate',
  ['pipeline', pipelineKind],
  ['prompts', is.list(is.string)],
  [
    'options',
    is.options<GenerateOptions>({
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
    }),
  ],
);

/**
 * Pictures for prompts. The same seed gives the same pictures (for the same prompts, counts and batch
 * size) on the same device.
 */
export async function generate(
  pipeline: Pipeline,
  prompts: readonly string[],
  options: GenerateOptions = {},
): Promise<Generated> {
  generateArgs(pipeline, prompts, options);
  const { config, params } = pipeline;
  const { sampler = 'ddim', guidance = 3, count = 1, seed = 0, batchSize = 16 } = options;
  const { steps = sampler === 'ddpm' ? 250 : 20, eta = sampler === 'ddpm' ? 1 : 0 } = options;
  const { understand, decode, sample } = functionsOf(config);
  const wanted = prompts.flatMap((p) => new Array<string>(count).fill(p));
  const [h, w] = config.latentSize;
  const total = Math.ceil(wanted.length / batchSize) * steps;
  const parts: Float32Array[] = [];
  let shape: readonly number[] = [];
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
      schedule: continuousCosine,
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
    shape = images.shape.slice(1);
    parts.push(images.data);
    free(ids, none, condition, unconditional, key, z);
  }
  const data = new Float32Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    data.set(part, at);
    at += part.length;
  }
  const notes = [...new Set(prompts)].flatMap((p) => promptNotes(pipeline, p));
  return { images: { data, shape: [wanted.length, ...shape] }, notes: [...new Set(notes)] };
}

/** How a pipeline is stored. */
export interface SaveOptions {
  /** 'f16' (default) halves the file; 'f32' keeps every bit. */
  readonly dtype?: 'f16' | 'f32';
}

const savePipelineArgs = is.signature(
  'diffusion.savePipeline',
  ['folder', is.path],
  ['pipeline', pipelineKind],
  ['options', is.options<SaveOptions>({ dtype: is.optional(is.oneOf('f32', 'f16')) })],
);

/** Writes a pipeline into an existing folder, each file all or nothing. @throws FileError */
export async function savePipeline(
  folder: string,
  pipeline: Pipeline,
  options: SaveOptions = {},
): Promise<void> {
  savePipelineArgs(folder, pipeline, options);
  const { config, params, vocabulary } = pipeline;
  const { dtype = 'f16' } = options;
  const store = (name: string) =>
    // statistics of the latents are few and matter
    dtype === 'f16' && !name.startsWith('latents.') ? ('F16' as const) : undefined;
  await writeSafetensors(`${folder}/weights.safetensors`, params, {
    store,
    metadata: { format },
    checksum: true,
  });
  await writeJson(`${folder}/vocabulary.json`, vocabularyToJson(vocabulary));
  await writeJson(`${folder}/config.json`, { format, version: 1, ...config });
}

const configShape = object<PipelineConfig & { readonly format: string; readonly version: number }>({
  format: oneOf(format),
  version: oneOf(1),
  autoencoder: autoencoderShape,
  unet: unetShape,
  prompt: promptShape,
  prediction: oneOf<Parametrization>('eps', 'x0', 'v'),
  latentSize: pair(count(1, 1024)),
  training: anything,
});

function checkConfig(value: unknown, path: string): PipelineConfig {
  const { format: given, version } = isJsonObject(value) ? value : {};
  if (given !== format) throw new FileError(`${path}: not the configuration of a ${format} model`);
  if (version !== 1)
    throw new FileError(`${path}: version ${quote(version)}; this program reads 1`);
  const { format: _, version: __, ...config } = shaped(value, configShape, path);
  return config;
}

/** The structure, shapes and dtypes of a configuration's parameters (lazy; nothing is computed). */
export function pipelineTemplate(config: PipelineConfig): PipelineParams {
  const key = random.key(0);
  const scale = zeros([config.autoencoder.latentChannels]);
  return {
    autoencoder: autoencoder(config.autoencoder).init(key),
    latents: { mean: scale, std: scale },
    ...initDiffusionParams(config, key),
  };
}

const loadPipelineArgs = is.signature('diffusion.loadPipeline', ['folder', is.path]);

/**
 * Reads a pipeline from a folder; weights become f32. @throws FileError naming the file and the fault,
 * with what is missing, surplus or of another shape
 */
export async function loadPipeline(folder: string): Promise<Pipeline> {
  loadPipelineArgs(folder);
  const config = checkConfig(await readJson(`${folder}/config.json`), `${folder}/config.json`);
  const words = `${folder}/vocabulary.json`;
  const vocabulary = vocabularyFromJson(await readJson(words), words);
  if (vocabulary.words.length !== config.prompt.vocabulary) {
    throw new FileError(
      `${words}: ${vocabulary.words.length} words, but the model was trained with ` +
        `${config.prompt.vocabulary}`,
    );
  }
  const path = `${folder}/weights.safetensors`;
  const { tensors } = await readSafetensors(path);
  const params = fillTree(pipelineTemplate(config), tensors, path, {
    cast: (value, like) => cast(value, like.dtype),
  });
  await realize(params);
  return { config, params, vocabulary };
}
