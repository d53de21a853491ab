// Configurations of CLIP's towers under the keys and with the defaults of transformers' CLIPTextConfig,
// CLIPVisionConfig and CLIPConfig, read from JSON as it stands in a model's folder. Keys that say nothing
// about the network (architectures, dtype, version, ...) are passed over; what would change the
// network and is not supported is an error.

import { isJsonObject } from '../io/json.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError, WgradError } from '../tensor/errors.ts';
import { gelu, geluTanh, sigmoid } from '../tensor/ops/activations.ts';
import { mul } from '../tensor/ops/arithmetic.ts';
import { quote } from '../tensor/quote.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { choose } from './config.ts';

/** What both towers have. */
export interface CLIPTowerConfig {
  readonly hidden_size: number;
  /** Width of the feed-forward networks. */
  readonly intermediate_size: number;
  /** Width of the space that pictures and texts share. */
  readonly projection_dim: number;
  readonly num_hidden_layers: number;
  readonly num_attention_heads: number;
  /** 'quick_gelu' (OpenAI's weights), 'gelu', 'gelu_new' or 'gelu_pytorch_tanh'. */
  readonly hidden_act: string;
  readonly layer_norm_eps: number;
  /** Standard deviation of tables and patches when parameters are drawn. */
  readonly initializer_range: number;
  /** Factor of every standard deviation when parameters are drawn. */
  readonly initializer_factor: number;
}

/** CLIPTextConfig; defaults are those of the text tower of ViT-B/32. */
export interface CLIPTextConfig extends CLIPTowerConfig {
  readonly vocab_size: number;
  readonly max_position_embeddings: number;
  /** The id at whose first place the features stand; 2 means the largest id, as old configurations do. */
  readonly eos_token_id: number;
}

/** CLIPVisionConfig; defaults are those of ViT-B/32. */
export interface CLIPVisionConfig extends CLIPTowerConfig {
  readonly num_channels: number;
  /** Height and width of pictures. */
  readonly image_size: number;
  readonly patch_size: number;
}

/** CLIPConfig: both towers. */
export interface CLIPConfig {
  readonly text_config: CLIPTextConfig;
  readonly vision_config: CLIPVisionConfig;
  readonly projection_dim: number;
  readonly logit_scale_init_value: number;
}

/** A configuration as JSON gives it: some of the keys, and others that do not concern the network. */
export type ConfigJson<T> = { readonly [K in keyof T]?: unknown } & {
  readonly [other: string]: unknown;
};

const shared = {
  projection_dim: 512,
  num_hidden_layers: 12,
  hidden_act: 'quick_gelu',
  layer_norm_eps: 1e-5,
  initializer_range: 0.02,
  initializer_factor: 1,
};

const textDefaults: CLIPTextConfig = {
  ...shared,
  vocab_size: 49408,
  hidden_size: 512,
  intermediate_size: 2048,
  num_attention_heads: 8,
  max_position_embeddings: 77,
  eos_token_id: 49407,
};

const visionDefaults: CLIPVisionConfig = {
  ...shared,
  hidden_size: 768,
  intermediate_size: 3072,
  num_attention_heads: 12,
  num_channels: 3,
  image_size: 224,
  patch_size: 32,
};

const quickGeluArgs = is.signature('models.quickGelu', ['x', is.tensor]);

/** x sigmoid(1.702 x): the cheap gelu that OpenAI's weights were trained with. */
export const quickGelu = (x: Tensor): Tensor => {
  quickGeluArgs(x);
  return mul(x, sigmoid(mul(x, 1.702)));
};

const activations: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  quick_gelu: quickGelu,
  gelu,
  gelu_new: geluTanh,
  gelu_pytorch_tanh: geluTanh,
};

const clipActivationArgs = is.signature('models.clipActivation', ['name', is.string]);

/** The activation of a configuration. @throws WgradError for names that are not known */
export const clipActivation = (name: string): ((x: Tensor) => Tensor) => {
  clipActivationArgs(name);
  return choose('CLIP', 'hidden_act', name, activations);
};

// sizes are positive integers; the rest may be any number of its kind
const sizes = /_(size|heads|dim|layers|embeddings|channels)$/;

function filled<T extends object>(model: string, defaults: T, json: ConfigJson<object>): T {
  if (!isJsonObject(json)) throw new WgradError(`${model}: ${quote(json)} is no configuration`);
  const fail = (key: string, value: unknown, expected: string): never => {
    throw new WgradError(`${model}: ${key} is ${quote(value)}; expected ${expected}`);
  };
  for (const key of ['attention_dropout', 'dropout']) {
    if (json[key] !== undefined && json[key] !== 0) fail(key, json[key], '0 (it is not supported)');
  }
  const entries = Object.entries(defaults).map(([key, standard]) => {
    const value = (Object.hasOwn(json, key) ? json[key] : undefined) ?? standard;
    if (typeof value !== typeof standard) fail(key, value, `a ${typeof standard}`);
    const count = Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= 1e9;
    if (sizes.test(key) && !count) fail(key, value, 'a positive integer of at most 1e9');
    if (key === 'num_hidden_layers' && (value as number) > 10_000) fail(key, value, 'fewer layers');
    if (typeof value === 'number' && !Number.isFinite(value)) fail(key, value, 'a finite number');
    return [key, value];
  });
  return Object.fromEntries(entries) as T;
}

function tower<T extends CLIPTowerConfig>(model: string, defaults: T, json: ConfigJson<object>): T {
  const config = filled(model, defaults, json);
  const { hidden_size: width, num_attention_heads: heads } = config;
  if (width % heads !== 0) {
    throw new ShapeError(
      `${model}: num_attention_heads ${heads} does not divide hidden_size ${width}`,
    );
  }
  clipActivation(config.hidden_act);
  return config;
}

const part = (json: ConfigJson<object>, key: string): ConfigJson<object> =>
  (json[key] as ConfigJson<object> | undefined) ?? json;

const clipTextConfigArgs = is.signature('models.clipTextConfig', ['json', is.object]);

/**
 * The text tower's configuration from JSON (its own, or a CLIPConfig with a `text_config`).
 * @throws WgradError naming a key that is not supported or not of its kind
 */
export const clipTextConfig = (json: ConfigJson<CLIPTextConfig> = {}): CLIPTextConfig => {
  clipTextConfigArgs(json);
  return tower('CLIPTextModel', textDefaults, part(json, 'text_config'));
};

const clipVisionConfigArgs = is.signature('models.clipVisionConfig', ['json', is.object]);

/** The vision tower's configuration from JSON; as {@link clipTextConfig}. */
export function clipVisionConfig(json: ConfigJson<CLIPVisionConfig> = {}): CLIPVisionConfig {
  clipVisionConfigArgs(json);
  const config = tower('CLIPVisionModel', visionDefaults, part(json, 'vision_config'));
  const { image_size: size, patch_size: patch } = config;
  if (patch > size) {
    throw new ShapeError(`CLIPVisionModel: patch_size ${patch} is beyond image_size ${size}`);
  }
  return config;
}

const clipConfigArgs = is.signature('models.clipConfig', ['json', is.object]);

/** The configuration of both towers from JSON; as {@link clipTextConfig}. */
export function clipConfig(json: ConfigJson<CLIPConfig> = {}): CLIPConfig {
  clipConfigArgs(json);
  const own = { projection_dim: 512, logit_scale_init_value: 2.6592 };
  const { projection_dim, logit_scale_init_value } = filled('CLIPModel', own, json);
  const text = (json.text_config ?? {}) as ConfigJson<CLIPTextConfig>;
  const vision = (json.vision_config ?? {}) as ConfigJson<CLIPVisionConfig>;
  return {
    text_config: { ...clipTextConfig(text), projection_dim },
    vision_config: { ...clipVisionConfig(vision), projection_dim },
    projection_dim,
    logit_scale_init_value,
  };
}
