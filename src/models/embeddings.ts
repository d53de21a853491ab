// How diffusers' networks are told the time: sines and cosines at geometric frequencies (Vaswani et al. 2017,
// arXiv:1706.03762, section 3.5; Ho et al. 2020, arXiv:2006.11239, appendix B), and two linear layers behind.

import {
  initParts,
  Lambda,
  Linear,
  type LinearParams,
  type Module,
  type PartsParams,
  sinusoidal,
} from '../nn/index.ts';
import type { NoParams } from '../nn/module.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError, WgradError } from '../tensor/errors.ts';
import { broadcastTo, cast, embedding, random, reshape, toTensor } from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { activationOf, type Configuration, choose, readConfig } from './config.ts';

/** Options of diffusers' Timesteps. */
export interface TimestepsOptions {
  /** Width of the embedding. */
  readonly num_channels: number;
  /** Cosines before sines. */
  readonly flip_sin_to_cos: boolean;
  /** Frequency i is 10000^(-i / (num_channels / 2 - shift)). */
  readonly downscale_freq_shift: number;
}

const timestepsArgs = is.signature(
  'models.timesteps',
  ['t', is.operand],
  [
    'options',
    is.fields<TimestepsOptions>({
      num_channels: is.size,
      flip_sin_to_cos: is.boolean,
      downscale_freq_shift: is.number,
    }),
  ],
);

/** Times [n] -> [n, num_channels], f32. An odd width ends with a zero. */
export const timesteps = (t: TensorLike, options: TimestepsOptions): Tensor => {
  timestepsArgs(t, options);
  return sinusoidal(t, options.num_channels, {
    cosFirst: options.flip_sin_to_cos,
    shift: options.downscale_freq_shift,
  });
};

const timeOfEachArgs = is.signature(
  'models.timeOfEach',
  ['model', is.string],
  ['t', is.operand],
  ['n', is.size],
);

/** One time for each of n samples as f32 [n], from a number or [n]. @throws ShapeError for other shapes */
export function timeOfEach(model: string, t: TensorLike, n: number): Tensor {
  timeOfEachArgs(model, t, n);
  const times = cast(toTensor(t), 'f32');
  if (times.size === 1) return broadcastTo(reshape(times, [1]), [n]);
  if (times.rank !== 1 || times.shape[0] !== n) {
    throw new ShapeError(
      `${model}: times ${times} are not a number or [${n}], one for each sample`,
    );
  }
  return times;
}

/** Options of diffusers' TimestepEmbedding. */
export interface TimestepEmbeddingOptions {
  readonly in_channels: number;
  readonly time_embed_dim: number;
  /** silu. */
  readonly act_fn: string;
  /** Default: time_embed_dim. */
  readonly out_dim: number | null;
}

const embeddingParts = (o: TimestepEmbeddingOptions) => ({
  linear_1: Linear(o.in_channels, o.time_embed_dim),
  linear_2: Linear(o.time_embed_dim, o.out_dim ?? o.time_embed_dim),
});

/** Parameters of `timestepEmbedding`. */
export type TimestepEmbeddingParams = PartsParams<ReturnType<typeof embeddingParts>>;

const timestepEmbeddingArgs = is.signature('models.timestepEmbedding', ['config', is.config]);

/** x [n, in_channels] -> linear, activation, linear -> [n, out_dim]. @throws WgradError for other options */
export function timestepEmbedding(
  config: Configuration<TimestepEmbeddingOptions, 'in_channels' | 'time_embed_dim'>,
): Module<TimestepEmbeddingParams> {
  timestepEmbeddingArgs(config);
  const name = 'TimestepEmbedding';
  const required = ['in_channels', 'time_embed_dim'] as const;
  const defaults = { act_fn: 'silu', out_dim: null };
  const fixed = { post_act_fn: null, cond_proj_dim: null, sample_proj_bias: true };
  const o = readConfig(name, config, required, defaults, fixed);
  const parts = embeddingParts(o);
  const act = activationOf(name, 'act_fn', o.act_fn);
  return checked('models.timestepEmbedding', {
    init: (key) => initParts(parts, key),
    apply: (p, x) => parts.linear_2.apply(p.linear_2, act(parts.linear_1.apply(p.linear_1, x))),
  });
}

/** How a class is given to a network. */
export interface ClassEmbeddingOptions {
  /**
   * null: a table of num_class_embeds vectors; 'timestep': labels [n] like times; 'projection': vectors
   * [n, projection_class_embeddings_input_dim] through two layers, 'simple_projection' through one;
   * 'identity': the embedding itself.
   */
  readonly class_embed_type: string | null;
  /** Number of classes of the table; null without a type: the network hears of no class. */
  readonly num_class_embeds: number | null;
  readonly projection_class_embeddings_input_dim: number | null;
}

// a union without a name of its own, which declarations of others could not name
type ClassEmbedding = Module<
  { readonly weight: Tensor } | TimestepEmbeddingParams | LinearParams | NoParams
>;

const classEmbeddingArgs = is.signature(
  'models.classEmbedding',
  ['model', is.string],
  [
    'o',
    is.fields<ClassEmbeddingOptions>({
      class_embed_type: is.either(is.string, is.oneOf(null)),
      num_class_embeds: is.either(is.number, is.oneOf(null)),
      projection_class_embeddings_input_dim: is.either(is.size, is.oneOf(null)),
    }),
  ],
  ['dim', is.size],
  ['waveDim', is.size],
  ['waves', is.func],
  ['act_fn', is.string],
);

/**
 * The layers of a class embedding, labels -> [n, dim]; undefined for a network that hears of no class.
 * @param waves what times become for the network, [n] -> [n, waveDim]
 * @throws WgradError for other types or a missing width, ShapeError for labels that are missing
 */
export function classEmbedding(
  model: string,
  o: ClassEmbeddingOptions,
  dim: number,
  waveDim: number,
  waves: (t: Tensor) => Tensor,
  act_fn = 'silu',
): ClassEmbedding | undefined {
  classEmbeddingArgs(model, o, dim, waveDim, waves, act_fn);
  const inputs = (): number => {
    const width = o.projection_class_embeddings_input_dim;
    if (width !== null) return width;
    const type = o.class_embed_type;
    throw new WgradError(`${model}: ${type} needs projection_class_embeddings_input_dim`);
  };
  const layers: Record<string, () => ClassEmbedding> = {
    timestep: () => {
      const layer = timestepEmbedding({ in_channels: waveDim, time_embed_dim: dim, act_fn });
      const apply = (p: TimestepEmbeddingParams, t: Tensor) => layer.apply(p, waves(t));
      return checked('models.classEmbedding', { init: layer.init, apply });
    },
    identity: () => Lambda((x) => x),
    projection: () =>
      timestepEmbedding({ in_channels: inputs(), time_embed_dim: dim, act_fn: 'silu' }),
    simple_projection: () => Linear(inputs(), dim),
  };
  if (o.class_embed_type !== null) {
    return choose(model, 'class_embed_type', o.class_embed_type, layers)();
  }
  const classes = o.num_class_embeds;
  if (classes === null) return undefined;
  return checked('models.classEmbedding', {
    init: (key) => ({ weight: random.normal(key, [classes, dim]) }),
    apply: ({ weight }: { weight: Tensor }, labels: Tensor) =>
      embedding(weight, cast(labels, 'i32')),
  });
}
