// The autoencoder whose latents are entries of a codebook (van den Oord et al. 2017, arXiv:1711.00937; Esser
// et al. 2021, arXiv:2012.09841; in latent diffusion, Rombach et al. 2022, appendix G, quantisation belongs
// to the decoder and diffusion runs on latents before it). Names and configuration are those of diffusers
// 0.27's VQModel.

import { straightThrough, vectorQuantizationLoss } from '../losses/quantization.ts';
import { Conv2d, initializers, initParts, type Module, type PartsParams } from '../nn/index.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError, WgradError } from '../tensor/errors.ts';
import {
  argmin,
  cast,
  embedding,
  matmul,
  mul,
  reshape,
  square,
  sub,
  sum,
  transpose,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type AutoencoderOptions, decoder, encoder } from './autoencoder-blocks.ts';
import { type Configuration, readConfig } from './config.ts';

/** Options of VQModel. */
export interface VQModelOptions extends AutoencoderOptions {
  /** Entries of the codebook (256). */
  readonly num_vq_embeddings: number;
  /** Width of an entry; default latent_channels. */
  readonly vq_embed_dim: number | null;
  /** `decode` takes indices i32 [n, h, w] instead of latents (default false). */
  readonly lookup_from_codebook: boolean;
}

const defaults: VQModelOptions = {
  in_channels: 3,
  out_channels: 3,
  down_block_types: ['DownEncoderBlock2D'],
  up_block_types: ['UpDecoderBlock2D'],
  block_out_channels: [64],
  layers_per_block: 1,
  act_fn: 'silu',
  latent_channels: 3,
  norm_num_groups: 32,
  sample_size: 32,
  scaling_factor: 0.18215,
  force_upcast: false,
  num_vq_embeddings: 256,
  vq_embed_dim: null,
  lookup_from_codebook: false,
};

// options of the reference that are not implemented
const fixed = { norm_type: 'group', mid_block_add_attention: true };

function vqParts(o: VQModelOptions) {
  const width = o.vq_embed_dim ?? o.latent_channels;
  const bound = 1 / o.num_vq_embeddings;
  const codes: Module<Tensor> = {
    init: (key) => initializers.uniform(bound)(key, [o.num_vq_embeddings, width]),
    apply: (table, indices) => embedding(table, indices),
  };
  return {
    encoder: encoder('VQModel', o, o.latent_channels),
    quant_conv: Conv2d(o.latent_channels, width, 1),
    quantize: { embedding: { weight: codes } },
    post_quant_conv: Conv2d(width, o.latent_channels, 1),
    decoder: decoder('VQModel', o),
  };
}

/** Parameters of VQModel. */
export type VQModelParams = PartsParams<ReturnType<typeof vqParts>>;

/** Latents replaced by entries of the codebook. */
export interface Quantized {
  /** Entries in the shape of the latents; gradients pass straight through to these. */
  readonly quantized: Tensor;
  /** Pulls codes and latents together; scalar. */
  readonly loss: Tensor;
  /** Of the nearest entries, i32 [n, h, w]. */
  readonly indices: Tensor;
}

/** How the loss of the codebook is weighted. */
export interface QuantizeOptions {
  /** 0.25. */
  readonly beta?: number;
  /**
   * True (default), as the reference: beta weights the codes' way to the latents. False, as the paper
   * (eq. 3): beta weights the latents' commitment to the codes.
   */
  readonly legacy?: boolean;
}

/** A vector-quantising autoencoder and its configuration, completed by the defaults. */
export interface VQModel extends Module<VQModelParams> {
  readonly config: VQModelOptions;
  /** Images [n, h, w, in_channels] in [-1, 1] -> latents [n, h / f, w / f, vq_embed_dim]. */
  encode(params: VQModelParams, images: Tensor): Tensor;
  /** The nearest entries of latents [n, h, w, vq_embed_dim]. @throws ShapeError */
  quantize(params: VQModelParams, latents: Tensor, options?: QuantizeOptions): Quantized;
  /**
   * Latents [n, h, w, vq_embed_dim], quantised first unless `quantized` is false, or indices [n, h, w] with
   * lookup_from_codebook -> images [n, f h, f w, out_channels]. @throws WgradError for integers without it
   */
  decode(params: VQModelParams, latents: Tensor, options?: { quantized?: boolean }): Tensor;
}

const vqModelArgs = is.signature('models.vqModel', ['config', is.config]);

/** diffusers' VQModel; `apply` encodes, quantises and decodes. @throws WgradError */
export function vqModel(config: Configuration<VQModelOptions> = {}): VQModel {
  vqModelArgs(config);
  const o = readConfig('VQModel', config, [], defaults, fixed);
  const parts = vqParts(o);
  const { weight: codes } = parts.quantize.embedding;
  const encode = (p: VQModelParams, images: Tensor): Tensor =>
    parts.quant_conv.apply(p.quant_conv, parts.encoder.apply(p.encoder, images));

  const quantize = (
    p: VQModelParams,
    latents: Tensor,
    options: QuantizeOptions = {},
  ): Quantized => {
    const table = cast(p.quantize.embedding.weight, 'f32'); // [codes, width]
    const z = cast(latents, 'f32');
    const [n, h, w, width] = z.shape;
    if (z.rank !== 4 || width !== table.shape[1]) {
      throw new ShapeError(`VQModel: latents ${latents} for codes of width ${table.shape[1]}`);
    }
    // argmin |z - e|^2 = argmin |e|^2 - 2 z e: |z|^2 is the same for every code
    const products = matmul(reshape(z, [-1, width]), transpose(table)); // [n h w, codes]
    const nearest = argmin(sub(sum(square(table), 1), mul(products, 2)), 1);
    const indices = reshape(nearest, [n, h, w]);
    const chosen = codes.apply(table, indices);
    const { beta, legacy = true } = options;
    return {
      quantized: straightThrough(z, chosen),
      loss: vectorQuantizationLoss(z, chosen, { beta, legacy }),
      indices,
    };
  };

  const decode = (
    p: VQModelParams,
    latents: Tensor,
    options: { quantized?: boolean } = {},
  ): Tensor => {
    let z = latents;
    if (!latents.isFloat) {
      if (!o.lookup_from_codebook) {
        throw new WgradError(
          `VQModel: indices ${latents} are decoded with lookup_from_codebook only`,
        );
      }
      z = codes.apply(p.quantize.embedding.weight, latents);
    } else if (options.quantized !== false) z = quantize(p, latents).quantized;
    return parts.decoder.apply(p.decoder, parts.post_quant_conv.apply(p.post_quant_conv, z));
  };
  return checked(
    'models.vqModel',
    {
      config: o,
      init: (key) => initParts(parts, key),
      encode,
      quantize,
      decode,
      apply: (p, images) => decode(p, encode(p, images)),
    },
    'encode',
    'quantize',
    'decode',
  );
}
