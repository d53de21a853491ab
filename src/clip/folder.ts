// A CLIP as a folder, as transformers writes a CLIPModel: config.json, model.safetensors under PyTorch's names, the
// tokenizer's files and preprocessor_config.json. The residual kind has the same files, and its own name in
// `architectures`.

import type { ClipTokenizer } from '../data/clip-tokenizer.ts';
import { type ClipTokenizerFiles, loadClipTokenizerFolder } from '../data/clip-vocabulary.ts';
import { packageFolder } from '../data/files.ts';
import { readSafetensors, writeSafetensors } from '../io/checkpoint.ts';
import { readJson, writeFileSafely, writeJson } from '../io/files.ts';
import { isJsonObject } from '../io/json.ts';
import { fromStateDict, toStateDict } from '../nn/index.ts';
import { realize } from '../runtime/evaluate.ts';
import * as is from '../tensor/arguments.ts';
import { FileError, ShapeError } from '../tensor/errors.ts';
import { cast, random } from '../tensor/ops/index.ts';
import { map } from '../tensor/tree.ts';
import { type ContrastiveConfig, contrastiveConfig } from './config.ts';
import { type ContrastiveModel, type ContrastiveParams, contrastiveModel } from './model.ts';

/** A model with its weights and words. */
export interface Clip {
  readonly model: ContrastiveModel;
  readonly params: ContrastiveParams;
  readonly tokenizer: ClipTokenizer;
}

// CLIPImageProcessor: bytes to -1 .. 1, which is what the towers are trained on.
const preprocessor = (size: number) => ({
  image_processor_type: 'CLIPImageProcessor',
  do_convert_rgb: true,
  do_resize: true,
  size: { shortest_edge: size },
  resample: 3,
  do_center_crop: true,
  crop_size: { height: size, width: size },
  do_rescale: true,
  rescale_factor: 1 / 255,
  do_normalize: true,
  image_mean: [0.5, 0.5, 0.5],
  image_std: [0.5, 0.5, 0.5],
});

const modelTypes = { CLIPModel: 'clip', WgradResNetCLIPModel: 'wgrad_resnet_clip' } as const;

// transformers wants a point in every number of its float fields, which JSON of ours cannot give to whole ones; what only
// says how parameters were drawn may be left out.
const drawn = new Set(['initializer_factor', 'initializer_range', 'logit_scale_init_value']);
const withoutDrawn = (json: object): object =>
  Object.fromEntries(Object.entries(json).filter(([key, v]) => !(drawn.has(key) && v % 1 === 0)));

function configJson(config: ContrastiveConfig): object {
  const [name] = config.architectures;
  const { eos_token_id } = config.text_config;
  const marks = { bos_token_id: eos_token_id - 1, pad_token_id: eos_token_id };
  return {
    ...withoutDrawn(config),
    text_config: { ...withoutDrawn(config.text_config), ...marks },
    vision_config: withoutDrawn(config.vision_config),
    model_type: modelTypes[name],
    torch_dtype: 'float16',
  };
}

const saveClipArgs = is.signature(
  'contrastive.saveClip',
  ['folder', is.path],
  ['model', is.record('a model', 'config', 'params')],
  ['tokenizer', is.record('files of a tokenizer', 'vocab', 'merges', 'config', 'specialTokens')],
);

/** Writes a model into an existing folder, weights as f16, each file all or nothing. @throws FileError */
export async function saveClip(
  folder: string,
  model: { readonly config: ContrastiveConfig; readonly params: ContrastiveParams },
  tokenizer: Required<ClipTokenizerFiles>,
): Promise<void> {
  saveClipArgs(folder, model, tokenizer);
  const { config, params } = model;
  await writeSafetensors(`${folder}/model.safetensors`, toStateDict(params), {
    // one number, which scales all of them
    store: (name) => (name === 'logit_scale' ? undefined : 'F16'),
    metadata: { format: 'pt' },
    checksum: true,
  });
  await writeJson(
    `${folder}/preprocessor_config.json`,
    preprocessor(config.vision_config.image_size),
  );
  const texts = {
    'vocab.json': tokenizer.vocab,
    'merges.txt': tokenizer.merges,
    'tokenizer_config.json': tokenizer.config,
    'special_tokens_map.json': tokenizer.specialTokens,
  };
  for (const [name, text] of Object.entries(texts)) {
    await writeFileSafely(`${folder}/${name}`, [new TextEncoder().encode(text)]);
  }
  await writeJson(`${folder}/config.json`, configJson(config)); // last: with it the folder is a model
}

// The package's own model, beside its data.
async function shippedFolder(): Promise<string> {
  const inBrowsers = 'the shipped CLIP: Node only; folders are not read in browsers';
  const hint = 'train one with `wgrad train emoji-clip`';
  const beside = '../weights/clip';
  const data = await packageFolder(`${beside}/config.json`, inBrowsers, hint);
  return `${data.replace(/[\\/]$/, '')}/${beside}`;
}

const loadClipArgs = is.signature('contrastive.loadClip', ['folder', is.optional(is.path)]);

/**
 * Reads a model from a folder that `saveClip` or transformers wrote, by default the shipped one; weights become f32.
 * @throws FileError naming the file and the fault, with what is missing, surplus or of another shape
 */
export async function loadClip(given?: string): Promise<Clip> {
  loadClipArgs(given);
  const folder = given ?? (await shippedFolder());
  const path = `${folder}/config.json`;
  const json = await readJson(path);
  if (!isJsonObject(json)) throw new FileError(`${path}: not the configuration of a model`);
  const model = contrastiveModel(contrastiveConfig(json, path));
  const tokenizer = await loadClipTokenizerFolder(folder);
  const { vocab_size } = model.config.text_config;
  if (tokenizer.size > vocab_size) {
    throw new FileError(
      `${folder}/vocab.json: ${tokenizer.size} entries, but the model was trained with ${vocab_size}`,
    );
  }
  const weights = `${folder}/model.safetensors`;
  const { tensors } = await readSafetensors(weights);
  // older versions of transformers stored the numbers 0, 1, 2, ...
  const named = [...tensors].filter(([name]) => !name.endsWith('.position_ids'));
  let params: ContrastiveParams;
  try {
    params = fromStateDict(model.init(random.key(0)), Object.fromEntries(named), weights);
  } catch (error) {
    throw error instanceof ShapeError ? new FileError(error.message) : error;
  }
  const floats = map(params, (leaf) => cast(leaf, 'f32')) as unknown as ContrastiveParams;
  await realize(floats);
  return { model, params: floats, tokenizer };
}
