// The latents of a training set, each channel brought to mean 0 and standard deviation 1 over it: what an autoencoder
// gives is between 0.9 and 1.8 wide and off centre. standard-latents.ts makes its autoencoder give them so.

import { imageBatch } from '../data/augment.ts';
import type { EmojiSet } from '../data/emoji-set.ts';
import { compile } from '../runtime/compile.ts';
import * as is from '../tensor/arguments.ts';
import { tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';

/** Mean and standard deviation of each latent channel, f32 [c]. */
export interface LatentScale {
  readonly mean: Tensor;
  readonly std: Tensor;
}

/** Latents of a set of pictures on the host, normalised. */
export interface Latents {
  /** [count, ...shape], row-major. */
  readonly data: Float32Array;
  /** [h, w, c] of one picture's latents. */
  readonly shape: readonly number[];
  readonly count: number;
  readonly scale: LatentScale;
}

/** Indices 0 .. count-1 in runs of at most `size`. */
function* runs(count: number, size: number): Generator<number[]> {
  for (let at = 0; at < count; at += size) {
    yield Array.from({ length: Math.min(size, count - at) }, (_, i) => at + i);
  }
}

const pictures = (set: EmojiSet, indices: readonly number[]): Tensor =>
  tensor(imageBatch(set, indices), { shape: [indices.length, set.size, set.size, 3] });

const channelStatisticsArgs = is.signature(
  'diffusion.channelStatistics',
  ['values', is.instance('a Float32Array', Float32Array)],
  ['channels', is.size],
);

/** Mean and standard deviation of each of `channels` interleaved channels, summed in float64. */
export function channelStatistics(
  values: Float32Array,
  channels: number,
): { mean: Float32Array; std: Float32Array } {
  channelStatisticsArgs(values, channels);
  const n = values.length / channels;
  const [sums, squares] = [new Float64Array(channels), new Float64Array(channels)];
  for (let i = 0; i < values.length; i++) sums[i % channels] += values[i];
  const mean = sums.map((s) => s / n);
  for (let i = 0; i < values.length; i++)
    squares[i % channels] += (values[i] - mean[i % channels]) ** 2;
  return {
    mean: Float32Array.from(mean),
    std: Float32Array.from(squares, (s) => Math.sqrt(s / n)),
  };
}

const encodeLatentsArgs = is.signature(
  'diffusion.encodeLatents',
  ['model', is.methods('an autoencoder', 'apply', 'encode')],
  ['params', is.record('parameters of an autoencoder', 'encoder', 'decoder')],
  ['set', kinds.emojiSet],
  [
    'options',
    is.options({
      batchSize: is.optional(is.count),
      scale: is.optional(is.record('a latent scale', 'mean', 'std')),
      alike: is.optional(is.boolean),
    }),
  ],
);

/** What encodes pictures [n, h, w, 3] to a distribution over latents, and back. */
export interface LatentAutoencoder<P> {
  /** Reconstructions of images [n, h, w, 3] in [-1, 1]. */
  apply(params: P, images: Tensor): Tensor;
  /** The mean of the latents of images, [n, h / f, w / f, c]. */
  encode(params: P, images: Tensor): { readonly mean: Tensor };
}

/**
 * Encodes every picture once (the posterior's mean) and normalises: with the `scale` given, or with
 * statistics of these latents; where channels are to stay `alike`, with one deviation for all of them.
 */
export async function encodeLatents<P>(
  model: LatentAutoencoder<P>,
  params: P,
  set: EmojiSet,
  options: {
    readonly batchSize?: number;
    readonly scale?: LatentScale;
    readonly alike?: boolean;
  } = {},
): Promise<Latents> {
  encodeLatentsArgs(model, params, set, options);
  const { batchSize = 64 } = options;
  const count = set.records.length;
  const encode = compile((p: P, images: Tensor) => model.encode(p, images).mean, {
    name: 'encode',
  });
  let data = new Float32Array(0);
  let shape: readonly number[] = [];
  let at = 0;
  for (const indices of runs(count, batchSize)) {
    const images = pictures(set, indices);
    const z = encode(params, images);
    const values = await z.data();
    if (at === 0) {
      shape = z.shape.slice(1);
      data = new Float32Array((count * z.size) / indices.length);
    }
    data.set(values, at);
    at += values.length;
    images.dispose();
    z.dispose();
  }
  encode.dispose();
  const channels = shape[shape.length - 1];
  const measured = options.scale
    ? { mean: await options.scale.mean.data(), std: await options.scale.std.data() }
    : channelStatistics(data, channels);
  if (options.alike) {
    measured.std.fill(Math.hypot(...measured.std) / Math.sqrt(channels));
  }
  for (let i = 0; i < data.length; i++) {
    const c = i % channels;
    data[i] = (data[i] - measured.mean[c]) / measured.std[c];
  }
  const scale = options.scale ?? { mean: tensor(measured.mean), std: tensor(measured.std) };
  return { data, shape, count, scale };
}

const reconstructionPsnrArgs = is.signature(
  'diffusion.reconstructionPsnr',
  ['model', is.methods('an autoencoder', 'apply', 'encode')],
  ['params', is.record('parameters of an autoencoder', 'encoder', 'decoder')],
  ['set', kinds.emojiSet],
  ['indices', is.numbers],
);

/**
 * Reconstruction quality: the mean over pictures of 10 log10(4 / mean squared error) in dB (images in
 * [-1, 1]; reconstructions clamped). `indices` default to all.
 */
export async function reconstructionPsnr<P>(
  model: LatentAutoencoder<P>,
  params: P,
  set: EmojiSet,
  indices: readonly number[] = [...set.records.keys()],
): Promise<number> {
  reconstructionPsnrArgs(model, params, set, indices);
  const reconstruct = compile((p: P, x: Tensor) => model.apply(p, x), {
    name: 'reconstruct',
  });
  let total = 0;
  for (const run of runs(indices.length, 64)) {
    const images = pictures(
      set,
      run.map((i) => indices[i]),
    );
    const out = reconstruct(params, images);
    const [x, y] = [await images.data(), await out.data()];
    const values = x.length / run.length;
    for (let i = 0; i < run.length; i++) {
      let error = 0;
      for (let k = i * values; k < (i + 1) * values; k++) {
        error += (x[k] - Math.min(Math.max(y[k], -1), 1)) ** 2;
      }
      total += 10 * Math.log10(4 / Math.max(error / values, 1e-12));
    }
    images.dispose();
    out.dispose();
  }
  reconstruct.dispose();
  return total / indices.length;
}
