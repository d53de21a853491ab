// wgrad's own text-to-image model as a folder: config.json, weights.safetensors, vocabulary.json. Opening checks
// configuration and vocabulary, loading checks the weights against them.

import { vocabularyFromJson, vocabularyToJson } from '../data/vocabulary.ts';
import { readSafetensors, writeSafetensors } from '../io/checkpoint.ts';
import { readJson, writeJson } from '../io/files.ts';
import { isJsonObject } from '../io/json.ts';
import { anything, count, object, oneOf, pair, shaped } from '../io/json-shape.ts';
import { fillTree } from '../io/named.ts';
import { realize } from '../runtime/evaluate.ts';
import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import { cast, random, zeros } from '../tensor/ops/index.ts';
import { quote } from '../tensor/quote.ts';
import * as kinds from './argument-kinds.ts';
import { autoencoder } from './autoencoder.ts';
import type {
  LatentDiffusion,
  LatentDiffusionConfig,
  LatentDiffusionParams,
} from './latent-diffusion.ts';
import { autoencoderShape, promptShape, unetShape } from './model-shapes.ts';
import type { Parametrization } from './process.ts';
import { initDiffusionParams } from './train.ts';

const format = 'wgrad-latent-diffusion';

/** How a model is stored. */
export interface SaveOptions {
  /** 'f16' (default) halves the file; 'f32' keeps every bit. */
  readonly dtype?: 'f16' | 'f32';
}

const saveLatentDiffusionArgs = is.signature(
  'diffusion.saveLatentDiffusion',
  ['folder', is.path],
  ['model', kinds.latentDiffusion],
  ['options', is.options<SaveOptions>({ dtype: is.optional(is.oneOf('f32', 'f16')) })],
);

/** Writes a model into an existing folder, each file all or nothing. @throws FileError */
export async function saveLatentDiffusion(
  folder: string,
  model: LatentDiffusion,
  options: SaveOptions = {},
): Promise<void> {
  saveLatentDiffusionArgs(folder, model, options);
  const { config, params, vocabulary } = model;
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

const configShape = object<
  LatentDiffusionConfig & { readonly format: string; readonly version: number }
>({
  format: oneOf(format),
  version: oneOf(1),
  autoencoder: autoencoderShape,
  unet: unetShape,
  prompt: promptShape,
  prediction: oneOf<Parametrization>('eps', 'x0', 'v'),
  latentSize: pair(count(1, 1024)),
  training: anything,
});

function checkConfig(value: unknown, path: string): LatentDiffusionConfig {
  const { format: given, version } = isJsonObject(value) ? value : {};
  if (given !== format) throw new FileError(`${path}: not the configuration of a ${format} model`);
  if (version !== 1)
    throw new FileError(`${path}: version ${quote(version)}; this program reads 1`);
  const { format: _, version: __, ...config } = shaped(value, configShape, path);
  return config;
}

/** The structure, shapes and dtypes of a configuration's parameters (lazy; nothing is computed). */
export function latentDiffusionTemplate(config: LatentDiffusionConfig): LatentDiffusionParams {
  const key = random.key(0);
  const scale = zeros([config.autoencoder.latentChannels]);
  return {
    autoencoder: autoencoder(config.autoencoder).init(key),
    latents: { mean: scale, std: scale },
    ...initDiffusionParams(config, key),
  };
}

/**
 * Reads configuration and vocabulary of a folder, and checks them; the weights come, as f32, when `params` is called.
 * @throws FileError naming the file and the fault; `params` with what is missing, surplus, damaged or of another shape
 */
export async function openLatentDiffusion(folder: string) {
  const config = checkConfig(await readJson(`${folder}/config.json`), `${folder}/config.json`);
  const words = `${folder}/vocabulary.json`;
  const vocabulary = vocabularyFromJson(await readJson(words), words);
  if (vocabulary.words.length !== config.prompt.vocabulary) {
    throw new FileError(
      `${words}: ${vocabulary.words.length} words, but the model was trained with ` +
        `${config.prompt.vocabulary}`,
    );
  }
  const params = async (): Promise<LatentDiffusionParams> => {
    const path = `${folder}/weights.safetensors`;
    const { tensors } = await readSafetensors(path);
    const found = fillTree(latentDiffusionTemplate(config), tensors, path, {
      cast: (value, like) => cast(value, like.dtype),
    });
    await realize(found);
    return found;
  };
  return { config, vocabulary, params };
}

const loadLatentDiffusionArgs = is.signature('diffusion.loadLatentDiffusion', ['folder', is.path]);

/**
 * Reads a whole model from a folder; weights become f32. To draw with it alone, `openPipeline` is enough.
 * @throws FileError naming the file and the fault, with what is missing, surplus or of another shape
 */
export async function loadLatentDiffusion(folder: string): Promise<LatentDiffusion> {
  loadLatentDiffusionArgs(folder);
  const opened = await openLatentDiffusion(folder);
  return { ...opened, params: await opened.params() };
}
