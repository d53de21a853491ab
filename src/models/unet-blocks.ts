// The levels of diffusers' U-Nets (Ronneberger et al. 2015, arXiv:1505.04597; Ho et al. 2020,
// arXiv:2006.11239, appendix B; Rombach et al. 2022, arXiv:2112.10752, section 3.3). Every level is a row of
// residual blocks, each followed by what its type names: nothing (DownBlock2D), attention among pixels
// (AttnDownBlock2D) or a transformer that also reads the prompt (CrossAttnDownBlock2D). All outputs on the
// way down are kept, and each block on the way up takes one of them back.

import { initParts, type Module, type PartsParams } from '../nn/index.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import { WgradError } from '../tensor/errors.ts';
import { concat } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type AttentionLayerParams, attentionLayer } from './attention.ts';
import { choose } from './config.ts';
import { downsample2D, resnetBlock2D, upsample2D } from './resnet.ts';
import { type Transformer2DParams, transformer2DModel } from './transformer-2d.ts';

/** What all blocks of a level share. */
export interface LevelOptions {
  /** Channels of the level's results. */
  readonly channels: number;
  /** Residual blocks on the way down; one more on the way up. */
  readonly layers: number;
  readonly temb_channels: number;
  /** Groups, epsilon, activation and use of the time embedding in residual blocks. */
  readonly groups: number;
  readonly eps: number;
  readonly act_fn: string;
  readonly time_scale_shift: string;
  /** Width of the heads of attention among pixels. */
  readonly head_dim: number;
  /** Heads, context and style of transformers. */
  readonly transformer?: {
    readonly heads: number;
    readonly layers: number;
    readonly cross_attention_dim: number;
    readonly use_linear_projection: boolean;
    readonly only_cross_attention: boolean;
  };
}

/** What follows a residual block: image [n, h, w, c], context [n, tokens, width] -> image. */
type Mixer = Module<AttentionLayerParams | Transformer2DParams, [x: Tensor, context?: Tensor]>;

const res = (o: LevelOptions, inputs: number, scale = 1) =>
  resnetBlock2D({
    in_channels: inputs,
    out_channels: o.channels,
    temb_channels: o.temb_channels,
    groups: o.groups,
    eps: o.eps,
    non_linearity: o.act_fn,
    time_embedding_norm: o.time_scale_shift,
    output_scale_factor: scale,
  });

/** Attention among pixels, with a norm of `groups` before (null: none) and the image added after. */
function pixels(o: LevelOptions, groups: number | null, scale = 1): Mixer {
  const layer = attentionLayer({
    query_dim: o.channels,
    heads: Math.floor(o.channels / o.head_dim),
    dim_head: o.head_dim,
    norm_num_groups: groups,
    eps: o.eps,
    bias: true,
    residual_connection: true,
    rescale_output_factor: scale,
  });
  return {
    init: layer.init,
    apply: (p: AttentionLayerParams, x: Tensor) => layer.apply(p, x), // whatever the context
  };
}

/** A transformer over pixels and context. @throws WgradError in a network without context */
function prompted(o: LevelOptions): Mixer {
  const t = o.transformer;
  if (!t) throw new WgradError('UNet2DModel: its blocks have no context to attend to');
  return transformer2DModel({
    in_channels: o.channels,
    num_attention_heads: t.heads,
    attention_head_dim: Math.floor(o.channels / t.heads),
    num_layers: t.layers,
    norm_num_groups: o.groups,
    cross_attention_dim: t.cross_attention_dim,
    use_linear_projection: t.use_linear_projection,
    only_cross_attention: t.only_cross_attention,
  });
}

type MixerOf = ((o: LevelOptions) => Mixer) | undefined;
const downTypes: Record<string, MixerOf> = {
  DownBlock2D: undefined,
  AttnDownBlock2D: (o) => pixels(o, o.groups),
  CrossAttnDownBlock2D: prompted,
};
const upTypes: Record<string, MixerOf> = {
  UpBlock2D: undefined,
  AttnUpBlock2D: (o) => pixels(o, o.groups),
  CrossAttnUpBlock2D: prompted,
};

/** A level on the way down. */
export interface DownBlockOptions extends LevelOptions {
  readonly type: string;
  /** Channels that come in. */
  readonly inputs: number;
  /** Whether the level ends at half the size, and the padding of that convolution. */
  readonly downsample: boolean;
  readonly downsample_padding: number;
}

function downParts(model: string, o: DownBlockOptions) {
  const mixer = choose(model, 'down_block_types', o.type, downTypes);
  const { channels } = o;
  const shrink = { channels, use_conv: true, padding: o.downsample_padding, name: 'op' };
  return {
    resnets: Array.from({ length: o.layers }, (_, i) => res(o, i === 0 ? o.inputs : channels)),
    attentions: mixer && Array.from({ length: o.layers }, () => mixer(o)),
    downsamplers: o.downsample ? [downsample2D(shrink)] : undefined,
  };
}

/** Parameters of a level on the way down. */
export type DownBlockParams = PartsParams<ReturnType<typeof downParts>>;

const downBlock2DArgs = is.signature(
  'models.downBlock2D',
  ['model', is.string],
  ['o', is.record('a down block options', 'type', 'inputs', 'downsample', 'downsample_padding')],
);

/**
 * Down: x [n, h, w, inputs], time embedding [n, temb], context -> the result of every block and, last,
 * the image that goes on.
 */
export function downBlock2D(
  model: string,
  o: DownBlockOptions,
): Module<DownBlockParams, [x: Tensor, temb: Tensor, context?: Tensor], Tensor[]> {
  downBlock2DArgs(model, o);
  const parts = downParts(model, o);
  const apply = (p: DownBlockParams, x: Tensor, temb: Tensor, context?: Tensor): Tensor[] => {
    const outputs: Tensor[] = [];
    let h = x;
    parts.resnets.forEach((resnet, i) => {
      h = resnet.apply(p.resnets[i], h, temb);
      if (parts.attentions && p.attentions) {
        h = parts.attentions[i].apply(p.attentions[i], h, context);
      }
      outputs.push(h);
    });
    parts.downsamplers?.forEach((down, i) => {
      if (p.downsamplers) outputs.push(down.apply(p.downsamplers[i], h));
    });
    return outputs;
  };
  return checked('models.downBlock2D', { init: (key) => initParts(parts, key), apply });
}

/** A level on the way up. */
export interface UpBlockOptions extends LevelOptions {
  readonly type: string;
  /** Channels that come in from below. */
  readonly inputs: number;
  /** Channels of the last kept image, which comes from the level above; the others have this level's. */
  readonly lastSkip: number;
  /** Whether the level ends at twice the size. */
  readonly upsample: boolean;
}

function upParts(model: string, o: UpBlockOptions) {
  const mixer = choose(model, 'up_block_types', o.type, upTypes);
  const { channels } = o;
  const last = o.layers; // of layers + 1 blocks
  const block = (i: number) =>
    res(o, (i === 0 ? o.inputs : channels) + (i === last ? o.lastSkip : channels));
  return {
    resnets: Array.from({ length: last + 1 }, (_, i) => block(i)),
    attentions: mixer && Array.from({ length: last + 1 }, () => mixer(o)),
    upsamplers: o.upsample ? [upsample2D({ channels, use_conv: true })] : undefined,
  };
}

/** Parameters of a level on the way up. */
export type UpBlockParams = PartsParams<ReturnType<typeof upParts>>;

const upBlock2DArgs = is.signature(
  'models.upBlock2D',
  ['model', is.string],
  ['o', is.record('an up block options', 'type', 'inputs', 'lastSkip', 'upsample')],
);

/** Up: x [n, h, w, inputs], the kept images (taken from the end of the list), embedding, context -> image. */
export function upBlock2D(
  model: string,
  o: UpBlockOptions,
): Module<UpBlockParams, [x: Tensor, skips: Tensor[], temb: Tensor, context?: Tensor]> {
  upBlock2DArgs(model, o);
  const parts = upParts(model, o);
  const apply = (
    p: UpBlockParams,
    x: Tensor,
    skips: Tensor[],
    temb: Tensor,
    context?: Tensor,
  ): Tensor => {
    let h = x;
    parts.resnets.forEach((resnet, i) => {
      h = resnet.apply(p.resnets[i], concat([h, skips.pop() as Tensor], 3), temb);
      if (parts.attentions && p.attentions) {
        h = parts.attentions[i].apply(p.attentions[i], h, context);
      }
    });
    parts.upsamplers?.forEach((up, i) => {
      // twice the size, but for odd sides: to that of the image kept next
      const [, height, width] = skips[skips.length - 1].shape;
      if (p.upsamplers) h = up.apply(p.upsamplers[i], h, [height, width]);
    });
    return h;
  };
  return checked('models.upBlock2D', { init: (key) => initParts(parts, key), apply });
}

/** The bottom of the U-Net. */
export interface MidBlockOptions extends LevelOptions {
  /** What stands between two residual blocks; 'alone': one residual block and nothing else. */
  readonly between: 'transformer' | 'pixels' | 'nothing' | 'alone';
  /** Groups of the norm before attention among pixels; null: no norm. */
  readonly attention_groups: number | null;
  /** What each sum with a residual is divided by. */
  readonly scale: number;
}

function midParts(o: MidBlockOptions) {
  const mixers = {
    transformer: () => [prompted(o)],
    pixels: () => [pixels(o, o.attention_groups, o.scale)],
    nothing: () => undefined,
    alone: () => undefined,
  };
  return {
    attentions: mixers[o.between](),
    resnets: Array.from({ length: o.between === 'alone' ? 1 : 2 }, () =>
      res(o, o.channels, o.scale),
    ),
  };
}

/** Parameters of the bottom. */
export type MidBlockParams = PartsParams<ReturnType<typeof midParts>>;

const midBlock2DArgs = is.signature('models.midBlock2D', [
  'o',
  is.record('a mid block options', 'between', 'attention_groups', 'scale', 'channels'),
]);

/** Bottom: x [n, h, w, channels], time embedding, context -> x's shape. */
export function midBlock2D(
  o: MidBlockOptions,
): Module<MidBlockParams, [x: Tensor, temb: Tensor, context?: Tensor]> {
  midBlock2DArgs(o);
  const { attentions, resnets } = midParts(o);
  const apply = (p: MidBlockParams, x: Tensor, temb: Tensor, context?: Tensor): Tensor => {
    let h = resnets[0].apply(p.resnets[0], x, temb);
    if (attentions && p.attentions) h = attentions[0].apply(p.attentions[0], h, context);
    return resnets.length > 1 ? resnets[1].apply(p.resnets[1], h, temb) : h;
  };
  return checked('models.midBlock2D', {
    init: (key) => initParts({ attentions, resnets }, key),
    apply,
  });
}
