// wgrad's own kind of text-to-image model: autoencoder, prompt model and U-Net over latents, drawing with DDIM.
// Drawing reads the prompts, denoises with guidance and decodes. latent-diffusion-folder.ts reads and writes it.

import { encode, suggest, tokenize, type Vocabulary } from '../data/vocabulary.ts';
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
import {
  checkDraw,
  commonOptions,
  gathered,
  notesOn,
  type Pipeline,
  type PromptReading,
} from './pipeline.ts';
import type { Parametrization } from './process.ts';
import type { PromptStates } from './prompt-model.ts';
import { type Sampler, sampler } from './samplers.ts';
import { ddimOver } from './schedulers/ddim.ts';
import { type DiffusionConfig, type DiffusionParams, diffusionModels } from './train.ts';

/** What config.json says. */
export interface LatentDiffusionConfig extends DiffusionConfig {
  readonly autoencoder: AutoencoderConfig;
  readonly prediction: Parametrization;
  /** Height and width of the latents. */
  readonly latentSize: readonly [number, number];
  /** How it was made, for people: command, steps, time. */
  readonly training?: unknown;
}

/** All tensors of a model. */
export interface LatentDiffusionParams extends DiffusionParams {
  readonly autoencoder: AutoencoderParams;
  readonly latents: LatentScale;
}

/** A whole model. */
export interface LatentDiffusion {
  readonly config: LatentDiffusionConfig;
  readonly params: LatentDiffusionParams;
  readonly vocabulary: Vocabulary;
}

interface Functions {
  readonly understand: (params: DiffusionParams['prompt'], ids: Tensor) => PromptStates;
  readonly decode: (params: LatentDiffusionParams, latents: Tensor) => Tensor;
  readonly sample: Sampler<DiffusionParams['unet'], PromptStates>;
}

// Compiled functions of a configuration, shared by all pipelines that have the same one.
const compiled = new Map<string, Functions>();

function functionsOf(config: LatentDiffusionConfig): Functions {
  const key = JSON.stringify([config.autoencoder, config.unet, config.prompt, config.prediction]);
  let found = compiled.get(key);
  if (!found) {
    const models = diffusionModels(config);
    const ae = autoencoder(config.autoencoder);
    found = {
      understand: compile(models.prompt.apply, { name: 'prompt model' }),
      decode: compile(
        (params: LatentDiffusionParams, z: Tensor) =>
          clip(ae.decode(params.autoencoder, restoreLatents(z, params.latents)), -1, 1),
        { name: 'decode' },
      ),
      sample: sampler(models.unet.apply, ddimOver(config.prediction)),
    };
    compiled.set(key, found);
  }
  return found;
}

/** What a model reads in a prompt: unknown words with suggestions, and whether any word is known at all. */
function readPrompt(vocabulary: Vocabulary, context: number, prompt: string): PromptReading {
  const { unknown, cut, length } = encode(vocabulary, prompt, context);
  const notes = unknown.map((word) => {
    const near = suggest(vocabulary, word);
    return `the model does not know ${quote(word)}${near.length > 0 ? `; near: ${near.join(', ')}` : ''}`;
  });
  if (cut.length > 0) notes.push(`prompt too long; left out: ${cut.join(' ')}`);
  if (length === 2) notes.push('empty prompt: the model draws anything');
  const all = tokenize(prompt);
  if (all.some((word) => vocabulary.ids.has(word))) return { notes };
  if (all.length === 0) return { notes, fault: `no word in the prompt ${quote(prompt)}` };
  const near = [...new Set(all.flatMap((word) => suggest(vocabulary, word)))];
  const hint = near.length > 0 ? `; did you mean ${near.slice(0, 8).join(', ')}?` : '';
  return { notes, fault: `the model knows no word of the prompt ${quote(prompt)}${hint}` };
}

const free = (...trees: unknown[]): void => {
  for (const t of leaves(trees)) t.dispose();
};

const takes: Pipeline['takes'] = [...commonOptions, 'sampler', 'onFrame'];

const latentDiffusionPipelineArgs = is.signature('diffusion.latentDiffusionPipeline', [
  'model',
  kinds.opened,
]);

/**
 * A model as a pipeline. @param model its parameters, or a function that loads them when the first picture is asked
 * for: what it gives is the pipeline's, and freed by `dispose`
 */
export function latentDiffusionPipeline(
  model: Omit<LatentDiffusion, 'params'> & {
    readonly params: LatentDiffusionParams | (() => Promise<LatentDiffusionParams>);
  },
): Pipeline {
  latentDiffusionPipelineArgs(model);
  const { config, vocabulary, params: given } = model;
  const [h, w] = config.latentSize;
  const factor = 2 ** (config.autoencoder.channels.length - 1);
  const size = [factor * h, factor * w] as const;
  const { context } = config.prompt;
  let loaded: LatentDiffusionParams | undefined;

  const idsOf = (prompts: readonly string[]): Tensor => {
    const ids = new Int32Array(prompts.length * context);
    for (const [i, prompt] of prompts.entries()) {
      ids.set(encode(vocabulary, prompt, context).ids, i * context);
    }
    return tensor(ids, { shape: [prompts.length, context] });
  };
  const read: Pipeline['read'] = (prompt) => readPrompt(vocabulary, context, prompt);

  const draw: Pipeline['draw'] = async (prompts, options = {}) => {
    checkDraw({ takes }, prompts, options);
    const { guidance = 3, count = 1, seed = 0, batchSize = 16 } = options;
    const ancestral = options.sampler === 'ddpm';
    const { steps = ancestral ? 250 : 20, eta = ancestral ? 1 : 0 } = options;
    const { rescale, onProgress, onFrame } = options;
    if (typeof given === 'function') loaded ??= await given();
    const params = loaded ?? (given as LatentDiffusionParams);
    const { understand, decode, sample } = functionsOf(config);
    const pictures = async (z: Tensor): Promise<ImageBatch> => {
      const images = decode(params, z);
      const data = await images.data();
      images.dispose();
      return { data, shape: images.shape };
    };
    const wanted = prompts.flatMap((p) => new Array<string>(count).fill(p));
    const total = Math.ceil(wanted.length / batchSize) * steps;
    const made = gathered([wanted.length, ...size, config.autoencoder.imageChannels], options);
    const first = random.key(seed);
    for (let at = 0, batch = 0; at < wanted.length; at += batchSize, batch++) {
      const now = wanted.slice(at, at + batchSize);
      const [ids, none] = [idsOf(now), idsOf(now.map(() => ''))];
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
        rescale,
        key,
        onStep: async ({ step, x0 }) => {
          onProgress?.({ stage: 'denoising', done: batch * steps + step, total });
          if (batch === 0 && onFrame) await onFrame(await pictures(x0), step);
        },
      });
      await made.add(await pictures(z));
      free(ids, none, condition, unconditional, key, z);
    }
    return { images: made.images, notes: notesOn(read, prompts) };
  };
  const dispose = (): void => {
    free(loaded);
    loaded = undefined;
  };
  const description = `a model of wgrad, ${size[1]}x${size[0]}`;
  return { description, size, takes, read, draw, dispose };
}
