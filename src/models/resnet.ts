// The convolutional blocks of diffusers' networks: the residual block of DDPM (Ho et al. 2020,
// arXiv:2006.11239, appendix B) with the time embedding added or as scale and shift (Dhariwal & Nichol
// 2021, arXiv:2105.05233, section 3.1), and the steps between resolutions. Images are [n, h, w, c].

import {
  Conv2d,
  GroupNorm,
  initParts,
  Linear,
  type Module,
  type PartsParams,
} from '../nn/index.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  avgPool2d,
  chunk,
  div,
  expandDims,
  mul,
  resize,
  upsampleNearest,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { activationOf, type Configuration, choose, readConfig } from './config.ts';

/** Options of diffusers' ResnetBlock2D. */
export interface ResnetBlock2DOptions {
  readonly in_channels: number;
  /** Default: in_channels. */
  readonly out_channels: number | null;
  /** Width of the time embedding (512); null: the block hears of no time. */
  readonly temb_channels: number | null;
  /** Groups of both norms (32). */
  readonly groups: number;
  /** Groups of the second norm (groups). */
  readonly groups_out: number | null;
  /** 1e-6. */
  readonly eps: number;
  /** swish. */
  readonly non_linearity: string;
  /** 'default': the projected embedding is added; 'scale_shift': it scales and shifts the second norm. */
  readonly time_embedding_norm: string;
  /** What the sum of both branches is divided by (1). */
  readonly output_scale_factor: number;
  /** A 1x1 convolution on the skip; default: where the channels change. */
  readonly use_in_shortcut: boolean | null;
  /** The time embedding comes without an activation before its projection (default false). */
  readonly skip_time_act: boolean;
  /** Pixels are repeated 2 x 2 before the first convolution, on the skip too (default false). */
  readonly up: boolean;
  /** The size is halved there, by means of 2 x 2 pixels (default false). */
  readonly down: boolean;
}

const resnetDefaults = {
  out_channels: null,
  temb_channels: 512,
  groups: 32,
  groups_out: null,
  eps: 1e-6,
  non_linearity: 'swish',
  time_embedding_norm: 'default',
  output_scale_factor: 1,
  use_in_shortcut: null,
  skip_time_act: false,
  up: false,
  down: false,
};

// options of the reference that are not implemented
const resnetFixed = {
  conv_shortcut: false,
  dropout: 0,
  pre_norm: true,
  kernel: null,
  conv_shortcut_bias: true,
  conv_2d_out_channels: null,
};

function resnetParts(o: ResnetBlock2DOptions) {
  const c = o.in_channels;
  const out = o.out_channels ?? c;
  const projected = o.time_embedding_norm === 'scale_shift' ? 2 * out : out;
  return {
    norm1: GroupNorm(o.groups, c, { eps: o.eps }),
    conv1: Conv2d(c, out, 3, { padding: 1 }),
    time_emb_proj: o.temb_channels === null ? undefined : Linear(o.temb_channels, projected),
    norm2: GroupNorm(o.groups_out ?? o.groups, out, { eps: o.eps }),
    conv2: Conv2d(out, out, 3, { padding: 1 }),
    conv_shortcut: (o.use_in_shortcut ?? c !== out) ? Conv2d(c, out, 1) : undefined,
  };
}

/** Parameters of a residual block. */
export type ResnetBlock2DParams = PartsParams<ReturnType<typeof resnetParts>>;

const resnetBlock2DArgs = is.signature('models.resnetBlock2D', ['config', is.config]);

/**
 * A residual block: x [n, h, w, in_channels], time embedding [n, temb_channels] -> [n, h, w, out_channels];
 * h and w twice as large with `up` and half as large with `down`.
 * @throws WgradError for options that are not implemented, ShapeError where an embedding is needed and
 * missing
 */
export function resnetBlock2D(
  config: Configuration<ResnetBlock2DOptions, 'in_channels'>,
): Module<ResnetBlock2DParams, [x: Tensor, temb?: Tensor]> {
  resnetBlock2DArgs(config);
  const name = 'ResnetBlock2D';
  const o = readConfig(name, config, ['in_channels'], resnetDefaults, resnetFixed, [
    'temb_channels',
  ]);
  const parts = resnetParts(o);
  const act = activationOf(name, 'non_linearity', o.non_linearity);
  const scaleShift = choose(name, 'time_embedding_norm', o.time_embedding_norm, {
    default: false,
    scale_shift: true,
  });
  const { norm1, conv1, time_emb_proj, norm2, conv2, conv_shortcut } = parts;
  const resized = (image: Tensor): Tensor =>
    o.up ? upsampleNearest(image, 2) : o.down ? avgPool2d(image, 2) : image;

  const apply = (p: ResnetBlock2DParams, input: Tensor, temb?: Tensor): Tensor => {
    const x = resized(input);
    let h = conv1.apply(p.conv1, resized(act(norm1.apply(p.norm1, input)))); // [n, h, w, out]
    let e: Tensor | undefined; // [n, 1, 1, out or 2 out]
    if (time_emb_proj && p.time_emb_proj) {
      if (!temb) throw new ShapeError(`${name}: needs a time embedding [n, ${o.temb_channels}]`);
      e = expandDims(
        time_emb_proj.apply(p.time_emb_proj, o.skip_time_act ? temb : act(temb)),
        [1, 2],
      );
    }
    if (e && scaleShift) {
      const [scale, shift] = chunk(e, 2, -1);
      h = add(mul(norm2.apply(p.norm2, h), add(scale, 1)), shift);
    } else h = norm2.apply(p.norm2, e ? add(h, e) : h);
    h = conv2.apply(p.conv2, act(h));
    const skip = conv_shortcut && p.conv_shortcut ? conv_shortcut.apply(p.conv_shortcut, x) : x;
    const sum = add(skip, h);
    return o.output_scale_factor === 1 ? sum : div(sum, o.output_scale_factor);
  };
  return checked('models.resnetBlock2D', { init: (key) => initParts(parts, key), apply });
}

/** Options of diffusers' Downsample2D. */
export interface Downsample2DOptions {
  readonly channels: number;
  /** A convolution of stride 2; else (the default) the mean of 2x2 pixels. */
  readonly use_conv: boolean;
  /** Default: channels. */
  readonly out_channels: number | null;
  /** Zeros around the image (1); 0: one row below and one column to the right, as in autoencoders. */
  readonly padding: number;
  /** Side of the kernel (3). */
  readonly kernel_size: number;
  /** What the reference calls the layer inside (both 'conv' and 'op' are stored as `conv`). */
  readonly name: string;
}

const downFixed = { norm_type: null, eps: null, elementwise_affine: null, bias: true };

function downParts(o: Downsample2DOptions) {
  const padding =
    o.padding === 0
      ? ([
          [0, 1],
          [0, 1],
        ] as const)
      : o.padding;
  const out = o.out_channels ?? o.channels;
  return {
    conv: o.use_conv ? Conv2d(o.channels, out, o.kernel_size, { stride: 2, padding }) : undefined,
  };
}

/** Parameters of `downsample2D`. */
export type Downsample2DParams = PartsParams<ReturnType<typeof downParts>>;

const downsample2DArgs = is.signature('models.downsample2D', ['config', is.config]);

/**
 * Half the size: x [n, h, w, channels] -> [n, ceil(h / 2), ceil(w / 2), out_channels] (rounded down
 * without padding). @throws WgradError for options that are not implemented or do not fit together
 */
export function downsample2D(
  config: Configuration<Downsample2DOptions, 'channels'>,
): Module<Downsample2DParams> {
  downsample2DArgs(config);
  const defaults = {
    use_conv: false,
    out_channels: null,
    padding: 1,
    kernel_size: 3,
    name: 'conv',
  };
  const o = readConfig('Downsample2D', config, ['channels'], defaults, downFixed);
  const parts = downParts(o);
  if (!parts.conv && (o.out_channels ?? o.channels) !== o.channels) {
    throw new ShapeError(`Downsample2D: ${o.channels} channels can become others by use_conv only`);
  }
  return checked('models.downsample2D', {
    init: (key) => initParts(parts, key),
    apply: (p, x) => (parts.conv && p.conv ? parts.conv.apply(p.conv, x) : avgPool2d(x, 2)),
  });
}

/** Options of diffusers' Upsample2D. */
export interface Upsample2DOptions {
  readonly channels: number;
  /** A 3x3 convolution after pixels are repeated (default false). */
  readonly use_conv: boolean;
  /** Default: channels. */
  readonly out_channels: number | null;
  readonly name: string;
}

const upFixed = {
  use_conv_transpose: false,
  kernel_size: null,
  padding: 1,
  norm_type: null,
  eps: null,
  elementwise_affine: null,
  bias: true,
  interpolate: true,
};

const upParts = (o: Upsample2DOptions) => ({
  conv: o.use_conv
    ? Conv2d(o.channels, o.out_channels ?? o.channels, 3, { padding: 1 })
    : undefined,
});

/** Parameters of `upsample2D`. */
export type Upsample2DParams = PartsParams<ReturnType<typeof upParts>>;

const upsample2DArgs = is.signature('models.upsample2D', ['config', is.config]);

/**
 * Twice the size: x [n, h, w, channels] -> [n, 2 h, 2 w, out_channels], or another `size` [height, width]
 * where what was halved had an odd side: the nearest pixel and, with use_conv, a convolution.
 * @throws WgradError for options that are not implemented
 */
export function upsample2D(
  config: Configuration<Upsample2DOptions, 'channels'>,
): Module<Upsample2DParams, [x: Tensor, size?: readonly [number, number]]> {
  upsample2DArgs(config);
  const defaults = { use_conv: false, out_channels: null, name: 'conv' };
  const o = readConfig('Upsample2D', config, ['channels'], defaults, upFixed);
  const parts = upParts(o);
  return checked('models.upsample2D', {
    init: (key) => initParts(parts, key),
    apply: (p, x, size) => {
      const large = resize(x, size ?? [2 * x.shape[1], 2 * x.shape[2]]);
      return parts.conv && p.conv ? parts.conv.apply(p.conv, large) : large;
    },
  });
}
