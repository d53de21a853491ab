// Pipelines as diffusers writes them: model_index.json names the parts, each part is a folder with its
// configuration and its weights or vocabulary. Opening checks all of that - names, shapes, byte ranges -
// against the models that the configurations describe and reads no values; loading reads them, one tensor
// at a time.
// Layout: huggingface/diffusers 0.27, `DiffusionPipeline.save_pretrained`.

import { fileError, readJson } from '../io/files.ts';
import { isJsonObject, type Json } from '../io/json.ts';
import type { Weights } from '../io/opened-weights.ts';
import { openWeights } from '../io/weights.ts';
import * as is from '../tensor/arguments.ts';
import { FileError, WgradError } from '../tensor/errors.ts';
import { key } from '../tensor/ops/random.ts';
import { quote } from '../tensor/quote.ts';
import {
  networkParts,
  type PartClass,
  type PartKind,
  type PartModel,
  type PartParams,
  partClasses,
} from './diffusers-parts.ts';
import {
  type LoadOptions,
  loadWeights,
  matchWeights,
  type PartEntry,
} from './diffusers-weights.ts';

export type { Json } from '../io/json.ts';

/** A network of a pipeline: what its folder says and holds. */
export interface DiffusersPart<C extends PartClass = PartClass> {
  /** Its name in the pipeline ('unet'), also that of its folder. */
  readonly name: string;
  readonly className: C;
  readonly folder: string;
  /** config.json. */
  readonly config: Json;
  readonly model: PartModel<C>;
  /** The model's parameters as a tree of lazy tensors: structure and shapes without values. */
  readonly template: PartParams<C>;
  /** Every parameter with its name and layout in the files. */
  readonly entries: readonly PartEntry[];
  readonly weights: Weights;
  /** Reads the weights, one tensor at a time. @throws FileError on NaN and infinite values */
  load(options?: LoadOptions): Promise<PartParams<C>>;
}

/** A part without weights: a tokenizer's files, a feature extractor, a class that is not loaded. */
export interface DiffusersFiles {
  readonly name: string;
  /** Class that model_index.json names. */
  readonly className: string;
  readonly folder: string;
  /** Names of the files in the folder, sorted. */
  readonly files: readonly string[];
}

/** A scheduler's class and scheduler_config.json. */
export interface DiffusersScheduler {
  readonly name: string;
  readonly className: string;
  readonly config: Json;
}

/** A pipeline's folder, checked, without values. */
export interface DiffusersFolder {
  readonly folder: string;
  /** model_index.json. */
  readonly index: Json;
  /** Class of the pipeline, such as 'StableDiffusionPipeline'. */
  readonly className: string;
  readonly parts: Readonly<Record<string, DiffusersPart>>;
  readonly schedulers: Readonly<Record<string, DiffusersScheduler>>;
  /** Parts that are kept as files: tokenizers, feature extractors, safety checkers, unknown classes. */
  readonly files: Readonly<Record<string, DiffusersFiles>>;
}

/** How a folder is opened. */
export interface OpenOptions {
  /** Which of several weight files: 'fp16' for `*.fp16.safetensors`, where a part has such a file. */
  readonly variant?: string;
}

async function readObject(path: string): Promise<Json> {
  const value = await readJson(path);
  if (isJsonObject(value)) return value;
  throw new FileError(`${path}: not a JSON object`);
}

// What went wrong while a model was built, as a fault of its configuration.
function configFault(path: string, error: unknown): FileError {
  const { message } = error as Error;
  const lines = error instanceof WgradError ? message.split('\n  at ')[0] : message;
  return new FileError(`${path}: ${lines}`);
}

// Options that count layers: each layer has tensors of its own, so files bound what is built from them.
const layerCounts = ['layers_per_block', 'transformer_layers_per_block', 'num_hidden_layers'];

function checkLayers(path: string, config: Json, weights: Weights): void {
  for (const name of layerCounts) {
    for (const n of [config[name]].flat(2)) {
      if (typeof n === 'number' && n > weights.tensors.size) {
        throw new FileError(
          `${path}: ${name} = ${n}, but ${weights.path} holds ${weights.tensors.size} tensors`,
        );
      }
    }
  }
}

const openDiffusersPartArgs = is.signature(
  'diffusion.openDiffusersPart',
  ['folder', is.path],
  [
    'options',
    is.options({
      variant: is.optional(is.string),
      className: is.optional(is.string),
      name: is.optional(is.string),
    }),
  ],
);

/**
 * Opens one part's folder (config.json and weights) without reading values.
 * @param options.className the class that the pipeline names; default the one in config.json
 * @throws FileError if the class is not known, the configuration asks for something that is not
 * implemented, or the weights are not those of the model
 */
export async function openDiffusersPart(
  folder: string,
  options: OpenOptions & { readonly className?: string; readonly name?: string } = {},
): Promise<DiffusersPart> {
  openDiffusersPartArgs(folder, options);
  const path = `${folder}/config.json`;
  const config = await readObject(path);
  const said = config._class_name ?? (config.architectures as string[] | undefined)?.[0];
  const className = options.className ?? said;
  const known = Object.keys(partClasses).join(', ');
  if (typeof className !== 'string' || !Object.hasOwn(partClasses, className)) {
    throw new FileError(`${path}: class ${quote(className)} is not known; known: ${known}`);
  }
  if (config._class_name !== undefined && config._class_name !== className) {
    throw new FileError(
      `${path}: is of class ${quote(config._class_name)}, not ${className} as the pipeline says`,
    );
  }
  const kind = partClasses[className as PartClass] as PartKind;
  const weights = await openWeights(folder, kind.stem, options.variant);
  checkLayers(path, config, weights);
  let model: ReturnType<PartKind['build']>;
  let template: unknown;
  try {
    model = kind.build(config as never);
    template = model.init(key(0));
  } catch (error) {
    throw configFault(path, error);
  }
  const entries = matchWeights(template, weights, `the ${className} of ${path}`, kind.rename);
  return {
    name: options.name ?? '',
    className: className as PartClass,
    folder,
    config,
    model: model as never,
    template: template as never,
    entries,
    weights,
    load: (how) => loadWeights(template, entries, weights, how) as never,
  };
}

async function listFiles(folder: string): Promise<string[]> {
  const fs = await import('node:fs/promises');
  try {
    return (await fs.readdir(folder)).sort();
  } catch (error) {
    throw fileError(folder, error);
  }
}

const openDiffusersArgs = is.signature(
  'diffusion.openDiffusers',
  ['folder', is.path],
  ['options', is.options<OpenOptions>({ variant: is.optional(is.string) })],
);

/**
 * Opens a pipeline's folder and checks everything in it but values.
 * @throws FileError naming the file and the fault
 */
export async function openDiffusers(
  folder: string,
  options: OpenOptions = {},
): Promise<DiffusersFolder> {
  openDiffusersArgs(folder, options);
  const path = `${folder}/model_index.json`;
  const index = await readObject(path);
  const className = index._class_name;
  if (typeof className !== 'string') {
    throw new FileError(`${path}: names no pipeline ("_class_name")`);
  }
  const parts: Record<string, DiffusersPart> = {};
  const schedulers: Record<string, DiffusersScheduler> = {};
  const files: Record<string, DiffusersFiles> = {};
  for (const [name, value] of Object.entries(index)) {
    if (name.startsWith('_') || !Array.isArray(value)) continue; // options of the pipeline
    const [library, kind] = value as unknown[];
    if (library === null && kind === null) continue; // a part that was left out
    if (value.length !== 2 || typeof library !== 'string' || typeof kind !== 'string') {
      throw new FileError(`${path}: part ${name} is ${quote(value)}, not [library, class]`);
    }
    if (!/^[\w-]+$/.test(name)) {
      throw new FileError(`${path}: part ${quote(name)} is not the name of a folder in it`);
    }
    const at = `${folder}/${name}`;
    const known = Object.hasOwn(partClasses, kind) ? partClasses[kind as PartClass] : undefined;
    if ((known as PartKind | undefined)?.library === library) {
      parts[name] = await openDiffusersPart(at, { ...options, className: kind, name });
    } else if (networkParts.includes(name)) {
      throw new FileError(
        `${path}: part ${name} is of class ${library}.${kind}, which is not known; known: ` +
          Object.keys(partClasses).join(', '),
      );
    } else if (library === 'diffusers' && kind.endsWith('Scheduler')) {
      const config = await readObject(`${at}/scheduler_config.json`);
      schedulers[name] = { name, className: kind, config };
    } else files[name] = { name, className: kind, folder: at, files: await listFiles(at) };
  }
  return { folder, index, className, parts, schedulers, files };
}

const partOfArgs = is.signature(
  'diffusion.partOf',
  [
    'opened',
    is.fields<DiffusersFolder>({
      folder: is.string,
      index: is.object,
      className: is.string,
      parts: is.object,
      schedulers: is.object,
      files: is.object,
    }),
  ],
  ['name', is.string],
  ['className', is.string],
);

/**
 * A part of a known class. @throws FileError if the pipeline has no such part or it is of another class
 */
export function partOf<C extends PartClass>(
  opened: DiffusersFolder,
  name: string,
  className: C,
): DiffusersPart<C> {
  partOfArgs(opened, name, className);
  const { folder, parts } = opened;
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (part?.className === className) return part as unknown as DiffusersPart<C>;
  throw new FileError(
    `${folder}/model_index.json: ${name} is ${part ? `of class ${part.className}` : 'not there'}; ` +
      `${className} is needed`,
  );
}

/** A pipeline with its weights. */
export interface DiffusersPipeline {
  readonly folder: DiffusersFolder;
  /** Parameters by the names of the parts. */
  readonly params: Readonly<Record<string, unknown>>;
}

const loadDiffusersArgs = is.signature(
  'diffusion.loadDiffusers',
  ['folder', is.path],
  [
    'options',
    is.options({
      variant: is.optional(is.string),
      dtype: is.optional(is.oneOf('f32', 'f16')),
      onProgress: is.optional(is.func),
    }),
  ],
);

/** Opens a pipeline's folder and loads every part. @throws FileError */
export async function loadDiffusers(
  folder: string,
  options: OpenOptions & LoadOptions = {},
): Promise<DiffusersPipeline> {
  loadDiffusersArgs(folder, options);
  const { variant, ...loading } = options;
  const opened = await openDiffusers(folder, { variant });
  const params: Record<string, unknown> = {};
  for (const part of Object.values(opened.parts)) params[part.name] = await part.load(loading);
  return { folder: opened, params };
}
