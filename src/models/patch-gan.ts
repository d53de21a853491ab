// The discriminator that judges patches (Isola et al. 2016, arXiv:1611.07004, section 3.3) as VQGAN and latent
// diffusion train against it: taming-transformers' NLayerDiscriminator, under its names. Convolutions of
// side 4 halve the image n_layers times, two more give a map of scores; each score sees a square of
// `receptiveField` pixels.

import {
  BatchNorm,
  Conv2d,
  initializers,
  initParts,
  type LinearParams,
  type NormParams,
} from '../nn/index.ts';
import { checked } from '../nn/params-check.ts';
import { WgradError } from '../tensor/errors.ts';
import { add, leakyRelu, random, zeros } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Configuration, readConfig } from './config.ts';

/** Options of NLayerDiscriminator. */
export interface PatchGanOptions {
  /** Channels of images (3). */
  readonly input_nc: number;
  /** Channels after the first convolution (64); they double with each, up to 8 times. */
  readonly ndf: number;
  /** Convolutions of stride 2 (3). */
  readonly n_layers: number;
}

/** Parameters of a place in the row: a convolution, a batch norm, or nothing (an activation). */
export type PatchGanLayerParams = Partial<LinearParams> & NormParams;

/** Parameters: `main.0.weight`, `main.0.bias`, `main.2.weight`, `main.3.weight`, ... */
export interface PatchGanParams {
  readonly main: readonly PatchGanLayerParams[];
}

/** Running statistics of a batch norm, under PyTorch's names: [c], [c], and batches seen (i32 scalar). */
export interface PatchGanNormState {
  readonly running_mean: Tensor;
  readonly running_var: Tensor;
  readonly num_batches_tracked: Tensor;
}

/** Running statistics by place: `main.3.running_mean`, ... */
export interface PatchGanState {
  readonly main: readonly Partial<PatchGanNormState>[];
}

/** A discriminator: `apply` uses the running statistics, `train` those of the batch. */
export interface PatchGan {
  readonly config: PatchGanOptions;
  /** Side of the square of pixels that one score depends on: 70 for three layers. */
  readonly receptiveField: number;
  /** Weights normal of deviation 0.02, gains of norms 1 + 0.02 normal, as the reference. */
  init(key: Tensor): PatchGanParams;
  /** Mean 0, variance 1, no batches. */
  initState(): PatchGanState;
  /** Scores [n, h', w', 1] of images [n, h, w, input_nc], h' about h / 2^n_layers. */
  apply(params: PatchGanParams, images: Tensor, state: PatchGanState): Tensor;
  /** The same by the batch's statistics, and the running ones after it. */
  train(params: PatchGanParams, images: Tensor, state: PatchGanState): [Tensor, PatchGanState];
}

type Place =
  | { readonly conv: ReturnType<typeof Conv2d>; readonly stride: number }
  | { readonly norm: ReturnType<typeof BatchNorm>; readonly channels: number }
  | 'leaky relu';

const kernel = 4;

// the first values of a batch norm
const gains = (channels: number) => ({
  init: (key: Tensor): NormParams => ({
    scale: add(random.normal(key, [channels], { std: 0.02 }), 1),
    bias: zeros([channels]),
  }),
});

// The row of layers; a place is a number in the reference's names.
function layers({ input_nc, ndf, n_layers }: PatchGanOptions): Place[] {
  const weightInit = initializers.normal(0.02);
  const conv = (inputs: number, outputs: number, stride: number, bias: boolean): Place => ({
    conv: Conv2d(inputs, outputs, kernel, { stride, padding: 1, bias, weightInit }),
    stride,
  });
  const width = (n: number): number => ndf * Math.min(2 ** n, 8);
  const row: Place[] = [conv(input_nc, ndf, 2, true), 'leaky relu'];
  for (let n = 1; n <= n_layers; n++) {
    const channels = width(n);
    // the last of these keeps the size; the norm behind has a bias of its own
    row.push(conv(width(n - 1), channels, n < n_layers ? 2 : 1, false));
    row.push({ norm: BatchNorm(channels), channels }, 'leaky relu');
  }
  return [...row, conv(width(n_layers), 1, 1, true)];
}

/** taming-transformers' NLayerDiscriminator. @throws WgradError for options that are not implemented */
export function patchGan(config: Configuration<PatchGanOptions> = {}): PatchGan {
  const name = 'NLayerDiscriminator';
  const defaults = { input_nc: 3, ndf: 64, n_layers: 3 };
  const o = readConfig<PatchGanOptions>(name, config, [], defaults, { use_actnorm: false });
  if (!Number.isInteger(o.n_layers) || o.n_layers < 1) {
    throw new WgradError(`${name}: n_layers = ${o.n_layers} is no number of layers`);
  }
  const row = layers(o);
  const strides = row.flatMap((l) => (typeof l === 'object' && 'stride' in l ? [l.stride] : []));

  const parts = row.map((layer) => {
    if (layer === 'leaky relu') return {};
    return 'conv' in layer ? layer.conv : gains(layer.channels);
  });
  const init = (key: Tensor): PatchGanParams => ({ main: initParts(parts, key) });

  const initState = (): PatchGanState => ({
    main: row.map((layer) => {
      if (layer === 'leaky relu' || 'conv' in layer) return {};
      const { mean, variance, count } = layer.norm.initState();
      return { running_mean: mean, running_var: variance, num_batches_tracked: count };
    }),
  });

  const run = (
    p: PatchGanParams,
    images: Tensor,
    state: PatchGanState,
    training: boolean,
  ): [Tensor, PatchGanState] => {
    let x = images;
    const main = row.map((layer, i): Partial<PatchGanNormState> => {
      if (layer === 'leaky relu') x = leakyRelu(x, 0.2);
      else if ('conv' in layer) x = layer.conv.apply(p.main[i] as LinearParams, x);
      else {
        const own = state.main[i] as PatchGanNormState;
        const running = {
          mean: own.running_mean,
          variance: own.running_var,
          count: own.num_batches_tracked,
        };
        if (!training) x = layer.norm.apply(p.main[i], x, running);
        else {
          const [y, { mean, variance, count }] = layer.norm.train(p.main[i], x, running);
          x = y;
          return { running_mean: mean, running_var: variance, num_batches_tracked: count };
        }
      }
      return state.main[i];
    });
    return [x, { main }];
  };

  return checked(
    'models.patchGan',
    {
      config: o,
      receptiveField: strides.reduceRight((field, stride) => field * stride + kernel - stride, 1),
      init,
      initState,
      apply: (p, images, state) => run(p, images, state, false)[0],
      train: (p, images, state) => run(p, images, state, true),
    },
    'train',
  );
}
