// Encoder and decoder of latent diffusion's autoencoders (Rombach et al. 2022, arXiv:2112.10752, appendix G;
// after Esser et al. 2021, arXiv:2012.09841, table 7), under diffusers' names: residual blocks without time,
// a step between resolutions at the end of each level, and attention among pixels in the middle.

import { Conv2d, GroupNorm, initParts, type Module, type PartsParams } from '../nn/index.ts';
import { checked } from '../nn/params-check.ts';
import { WgradError } from '../tensor/errors.ts';
import { silu } from '../tensor/ops/index.ts';
import { quote } from '../tensor/quote.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type AttentionLayerParams, attentionLayer } from './attention.ts';
import { choose } from './config.ts';
import { downsample2D, type ResnetBlock2DParams, resnetBlock2D, upsample2D } from './resnet.ts';

/** Options that both halves of diffusers' autoencoders share. */
export interface AutoencoderOptions {
  /** Channels of images that come in (3). */
  readonly in_channels: number;
  /** Channels of images that come out (3). */
  readonly out_channels: number;
  /** A level each: DownEncoderBlock2D or AttnDownEncoderBlock2D. */
  readonly down_block_types: readonly string[];
  /** A level each: UpDecoderBlock2D or AttnUpDecoderBlock2D. */
  readonly up_block_types: readonly string[];
  /** Channels of the levels, from full size down; every level but the last halves the image. */
  readonly block_out_channels: readonly number[];
  /** Residual blocks a level of the encoder; the decoder has one more. */
  readonly layers_per_block: number;
  readonly act_fn: string;
  readonly latent_channels: number;
  readonly norm_num_groups: number;
  /** Taken and without effect: the size of images that the model was trained on. */
  readonly sample_size: number | readonly number[];
  /** What latents are multiplied by before diffusion and divided by before decoding (0.18215). */
  readonly scaling_factor: number;
  /** Taken and without effect: norms and softmax are always f32. */
  readonly force_upcast: boolean | number;
}

const eps = 1e-6;

const resnet = (o: AutoencoderOptions, inputs: number, outputs: number) =>
  resnetBlock2D({
    in_channels: inputs,
    out_channels: outputs,
    temb_channels: null,
    groups: o.norm_num_groups,
    eps,
    non_linearity: o.act_fn,
  });

// one head over all channels
const pixelAttention = (o: AutoencoderOptions, channels: number) =>
  attentionLayer({
    query_dim: channels,
    heads: 1,
    dim_head: channels,
    norm_num_groups: o.norm_num_groups,
    eps,
    bias: true,
    residual_connection: true,
  });

/** Residual blocks, each followed by attention or not: [n, h, w, inputs] -> [n, h, w, outputs]. */
function row(
  o: AutoencoderOptions,
  inputs: number,
  outputs: number,
  layers: number,
  attend: boolean,
) {
  const each = Array.from({ length: layers }, (_, i) => i);
  return {
    resnets: each.map((i) => resnet(o, i === 0 ? inputs : outputs, outputs)),
    attentions: attend ? each.map(() => pixelAttention(o, outputs)) : undefined,
  };
}

type Row = ReturnType<typeof row>;
type RowParams = {
  readonly resnets: readonly ResnetBlock2DParams[];
  readonly attentions?: readonly AttentionLayerParams[] | undefined;
};

const applyRow = (parts: Row, p: RowParams, x: Tensor): Tensor =>
  parts.resnets.reduce((h, block, i) => {
    const y = block.apply(p.resnets[i], h);
    const attention = p.attentions?.[i];
    return attention && parts.attentions ? parts.attentions[i].apply(attention, y) : y;
  }, x);

// residual block, attention, residual block
const middle = (o: AutoencoderOptions, channels: number) => ({
  attentions: [pixelAttention(o, channels)],
  resnets: [resnet(o, channels, channels), resnet(o, channels, channels)],
});
type Middle = ReturnType<typeof middle>;

function applyMiddle({ resnets, attentions }: Middle, p: PartsParams<Middle>, x: Tensor): Tensor {
  const h = attentions[0].apply(p.attentions[0], resnets[0].apply(p.resnets[0], x));
  return resnets[1].apply(p.resnets[1], h);
}

/** @throws WgradError if lists of levels have different lengths */
function checkLevels(model: string, o: AutoencoderOptions): void {
  for (const name of ['block_out_channels', 'down_block_types', 'up_block_types'] as const) {
    if (!Array.isArray(o[name]) || o[name].length === 0) {
      throw new WgradError(`${model}: ${name} = ${quote(o[name])} is no list of levels`);
    }
    if (o[name].length !== o.block_out_channels.length) {
      throw new WgradError(
        `${model}: ${name} has ${o[name].length} entries for ${o.block_out_channels.length} levels`,
      );
    }
  }
}

function encoderParts(model: string, o: AutoencoderOptions, outputs: number) {
  const c = o.block_out_channels;
  const last = c.length - 1;
  const attends = { DownEncoderBlock2D: false, AttnDownEncoderBlock2D: true };
  const down = o.down_block_types.map((type, i) => ({
    ...row(
      o,
      c[Math.max(i - 1, 0)],
      c[i],
      o.layers_per_block,
      choose(model, 'down_block_types', type, attends),
    ),
    // one row of zeros below and one column on the right (padding 0)
    downsamplers:
      i < last ? [downsample2D({ channels: c[i], use_conv: true, padding: 0 })] : undefined,
  }));
  return {
    conv_in: Conv2d(o.in_channels, c[0], 3, { padding: 1 }),
    down_blocks: down,
    mid_block: middle(o, c[last]),
    conv_norm_out: GroupNorm(o.norm_num_groups, c[last], { eps }),
    conv_out: Conv2d(c[last], outputs, 3, { padding: 1 }),
  };
}

/** Parameters of an encoder. */
export type EncoderParams = PartsParams<ReturnType<typeof encoderParts>>;

/**
 * diffusers' Encoder: images [n, h, w, in_channels] -> [n, h / f, w / f, outputs], f = 2^(levels - 1).
 * @throws WgradError for levels that do not fit together or are not known
 */
export function encoder(
  model: string,
  o: AutoencoderOptions,
  outputs: number,
): Module<EncoderParams> {
  checkLevels(model, o);
  const parts = encoderParts(model, o, outputs);
  const apply = (p: EncoderParams, images: Tensor): Tensor => {
    let h = parts.conv_in.apply(p.conv_in, images);
    parts.down_blocks.forEach((level, i) => {
      const q = p.down_blocks[i];
      h = applyRow(level, q, h);
      if (level.downsamplers && q.downsamplers) {
        h = level.downsamplers[0].apply(q.downsamplers[0], h);
      }
    });
    h = applyMiddle(parts.mid_block, p.mid_block, h);
    return parts.conv_out.apply(p.conv_out, silu(parts.conv_norm_out.apply(p.conv_norm_out, h)));
  };
  return checked('models.encoder', { init: (key) => initParts(parts, key), apply });
}

function decoderParts(model: string, o: AutoencoderOptions) {
  const c = [...o.block_out_channels].reverse();
  const last = c.length - 1;
  const attends = { UpDecoderBlock2D: false, AttnUpDecoderBlock2D: true };
  const up = o.up_block_types.map((type, i) => ({
    ...row(
      o,
      c[Math.max(i - 1, 0)],
      c[i],
      o.layers_per_block + 1,
      choose(model, 'up_block_types', type, attends),
    ),
    upsamplers: i < last ? [upsample2D({ channels: c[i], use_conv: true })] : undefined,
  }));
  return {
    conv_in: Conv2d(o.latent_channels, c[0], 3, { padding: 1 }),
    up_blocks: up,
    mid_block: middle(o, c[0]),
    conv_norm_out: GroupNorm(o.norm_num_groups, c[last], { eps }),
    conv_out: Conv2d(c[last], o.out_channels, 3, { padding: 1 }),
  };
}

/** Parameters of a decoder. */
export type DecoderParams = PartsParams<ReturnType<typeof decoderParts>>;

/**
 * diffusers' Decoder: latents [n, h, w, latent_channels] -> images [n, f h, f w, out_channels].
 * @throws WgradError for levels that do not fit together or are not known
 */
export function decoder(model: string, o: AutoencoderOptions): Module<DecoderParams> {
  checkLevels(model, o);
  const parts = decoderParts(model, o);
  const apply = (p: DecoderParams, z: Tensor): Tensor => {
    let h = parts.conv_in.apply(p.conv_in, z);
    h = applyMiddle(parts.mid_block, p.mid_block, h);
    parts.up_blocks.forEach((level, i) => {
      const q = p.up_blocks[i];
      h = applyRow(level, q, h);
      if (level.upsamplers && q.upsamplers) h = level.upsamplers[0].apply(q.upsamplers[0], h);
    });
    return parts.conv_out.apply(p.conv_out, silu(parts.conv_norm_out.apply(p.conv_norm_out, h)));
  };
  return checked('models.decoder', { init: (key) => initParts(parts, key), apply });
}
