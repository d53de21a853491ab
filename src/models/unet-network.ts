// The whole U-Net around its embeddings (Ronneberger et al. 2015, arXiv:1505.04597): a convolution in, levels
// down to the bottom and up again with the kept images, a norm and a convolution out. UNet2DModel and
// UNet2DConditionModel are this with embeddings of time, class and prompt.

import { Conv2d, GroupNorm, type PartsParams } from '../nn/index.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError, WgradError } from '../tensor/errors.ts';
import { silu } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import {
  downBlock2D,
  type LevelOptions,
  type MidBlockOptions,
  midBlock2D,
  upBlock2D,
} from './unet-blocks.ts';

/** A whole U-Net without its embeddings. */
export interface UNetOptions {
  readonly in_channels: number;
  readonly out_channels: number;
  readonly conv_in_kernel: number;
  readonly conv_out_kernel: number;
  readonly down_block_types: readonly string[];
  readonly up_block_types: readonly string[];
  /** From the top down; every level after the first has half the size. */
  readonly levels: readonly LevelOptions[];
  readonly mid: MidBlockOptions | undefined;
  readonly downsample_padding: number;
}

const unetPartsArgs = is.signature(
  'models.unetParts',
  ['model', is.string],
  [
    'o',
    is.record(
      'an unet options',
      'in_channels',
      'out_channels',
      'conv_in_kernel',
      'conv_out_kernel',
    ),
  ],
);

/** The layers of a U-Net, under the reference's names. @throws WgradError for other types of blocks */
export function unetParts(model: string, o: UNetOptions) {
  unetPartsArgs(model, o);
  const { levels } = o;
  const n = levels.length;
  for (const name of ['down_block_types', 'up_block_types'] as const) {
    if (o[name].length !== n) {
      throw new WgradError(`${model}: ${name} lists ${o[name].length} blocks for ${n} widths`);
    }
  }
  const widths = levels.map((level) => level.channels);
  const [top, bottom] = [levels[0], levels[n - 1]];
  const same = (kernel: number) => ({ padding: (kernel - 1) >> 1 });
  return {
    conv_in: Conv2d(o.in_channels, top.channels, o.conv_in_kernel, same(o.conv_in_kernel)),
    down_blocks: levels.map((level, i) =>
      downBlock2D(model, {
        ...level,
        type: o.down_block_types[i],
        inputs: widths[Math.max(i - 1, 0)],
        downsample: i < n - 1,
        downsample_padding: o.downsample_padding,
      }),
    ),
    mid_block: o.mid && midBlock2D(o.mid),
    up_blocks: [...levels].reverse().map((level, i) =>
      upBlock2D(model, {
        ...level,
        type: o.up_block_types[i],
        inputs: i === 0 ? bottom.channels : widths[n - i],
        lastSkip: widths[Math.max(n - 2 - i, 0)],
        upsample: i < n - 1,
      }),
    ),
    conv_norm_out: GroupNorm(top.groups, top.channels, { eps: top.eps }),
    conv_out: Conv2d(top.channels, o.out_channels, o.conv_out_kernel, same(o.conv_out_kernel)),
  };
}

/** The layers of a U-Net. */
export type UNetParts = ReturnType<typeof unetParts>;

/** Their parameters. */
export type UNetPartsParams = PartsParams<UNetParts>;

const applyUNetArgs = is.signature(
  'models.applyUNet',
  [
    'u',
    is.fields({
      conv_in: is.methods('a module', 'init', 'apply'),
      down_blocks: is.list(is.methods('a module', 'init', 'apply')),
      mid_block: is.optional(is.methods('a module', 'init', 'apply')),
      up_blocks: is.list(is.methods('a module', 'init', 'apply')),
      conv_norm_out: is.methods('a module', 'init', 'apply'),
      conv_out: is.methods('a module', 'init', 'apply'),
    }),
  ],
  [
    'p',
    is.fields({
      conv_in: is.record('a linear params', 'w'),
      down_blocks: is.list(is.record('an object', 'resnets')),
      mid_block: is.optional(is.record('an object', 'resnets')),
      up_blocks: is.list(is.record('an object', 'resnets')),
      conv_norm_out: is.object,
      conv_out: is.record('a linear params', 'w'),
    }),
  ],
  ['x', is.tensor],
  ['temb', is.tensor],
  ['context', is.optional(is.tensor)],
);

/** x [n, h, w, in_channels], time embedding [n, temb], context -> [n, h, w, out_channels]. */
export function applyUNet(
  u: UNetParts,
  p: UNetPartsParams,
  x: Tensor,
  temb: Tensor,
  context?: Tensor,
): Tensor {
  applyUNetArgs(u, p, x, temb, context);
  let h = u.conv_in.apply(p.conv_in, x);
  const skips = [h];
  u.down_blocks.forEach((block, i) => {
    skips.push(...block.apply(p.down_blocks[i], h, temb, context));
    h = skips[skips.length - 1];
  });
  if (u.mid_block && p.mid_block) h = u.mid_block.apply(p.mid_block, h, temb, context);
  u.up_blocks.forEach((block, i) => {
    h = block.apply(p.up_blocks[i], h, skips, temb, context);
  });
  return u.conv_out.apply(p.conv_out, silu(u.conv_norm_out.apply(p.conv_norm_out, h)));
}

const checkImageArgs = is.signature(
  'models.checkImage',
  ['model', is.string],
  ['x', is.tensor],
  ['channels', is.size],
  ['step', is.number],
);

/**
 * Checks an image for a U-Net.
 * @param step its height and width must be multiples of this
 * @throws ShapeError unless x is [n, h, w, channels] with such sides
 */
export function checkImage(model: string, x: Tensor, channels: number, step = 1): void {
  checkImageArgs(model, x, channels, step);
  if (x.rank !== 4 || x.shape[3] !== channels || x.size === 0) {
    throw new ShapeError(`${model}: ${x} is not an image [n, h, w, ${channels}], channels last`);
  }
  if (x.shape[1] % step !== 0 || x.shape[2] % step !== 0) {
    throw new ShapeError(`${model}: height and width of ${x} must be multiples of ${step}`);
  }
}
