// Point-E's signed distance function of a point cloud (Nichol et al. 2022, arXiv:2212.08751, section 4.4): a
// transformer encodes the cloud's coordinates, queries look at the code and not at each other. Marching cubes
// over its zero set gives a mesh.

import { Linear } from '../nn/linear.ts';
import { LayerNorm } from '../nn/norm.ts';
import { checked } from '../nn/params-check.ts';
import { initParts, type PartsParams } from '../nn/parts.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { reshape } from '../tensor/ops/views.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { readConfig } from './config.ts';
import { pointETransformer, simplePerceiver } from './point-e-blocks.ts';

/** Options of {@link crossAttentionPointCloudSdf}; names and defaults are point-e's. */
export interface PointCloudSdfConfig {
  /** Points of a cloud. Default 4096; any number works. */
  readonly n_ctx: number;
  /** Default 512. */
  readonly width: number;
  /** Default 12. */
  readonly encoder_layers: number;
  /** Default 8. */
  readonly encoder_heads: number;
  /** Default 4. */
  readonly decoder_layers: number;
  /** Default 8. */
  readonly decoder_heads: number;
  /** Default 0.25. */
  readonly init_scale: number;
}

const defaults: PointCloudSdfConfig = {
  n_ctx: 4096,
  width: 512,
  encoder_layers: 12,
  encoder_heads: 8,
  decoder_layers: 4,
  decoder_heads: 8,
  init_scale: 0.25,
};

const crossAttentionPointCloudSdfArgs = is.signature('models.crossAttentionPointCloudSdf', [
  'given',
  is.config,
]);

/**
 * Point-E's `CrossAttentionPointCloudSDFModel`: `encode` takes clouds [n, points, 3] to latents
 * [n, points, width], `apply` these and queries [n, queries, 3] to distances [n, queries].
 * @throws ShapeError
 */
export function crossAttentionPointCloudSdf(given: Partial<PointCloudSdfConfig> = {}) {
  crossAttentionPointCloudSdfArgs(given);
  const model = 'CrossAttentionPointCloudSDFModel';
  const config = readConfig(model, given, [], defaults, { name: model });
  const { width, init_scale, encoder_layers, encoder_heads, decoder_layers, decoder_heads } =
    config;
  const parts = {
    encoder_input_proj: Linear(3, width),
    encoder: pointETransformer({
      width,
      init_scale,
      layers: encoder_layers,
      heads: encoder_heads,
    }),
    decoder_input_proj: Linear(3, width),
    decoder: simplePerceiver({ width, init_scale, layers: decoder_layers, heads: decoder_heads }),
    ln_post: LayerNorm(width),
    output_proj: Linear(width, 1),
  };
  type Params = PartsParams<typeof parts>;
  const check = (x: Tensor, what: string): void => {
    if (x.rank !== 3 || x.shape[2] !== 3) {
      throw new ShapeError(`${model}: ${what} are ${x}, not [n, points, 3]`);
    }
  };
  return checked(
    'models.crossAttentionPointCloudSdf',
    {
      init: (key: Tensor) => initParts(parts, key),
      encode: (p: Params, clouds: Tensor): Tensor => {
        check(clouds, 'clouds');
        const h = parts.encoder_input_proj.apply(p.encoder_input_proj, clouds);
        return parts.encoder.apply(p.encoder, h);
      },
      apply: (p: Params, queries: Tensor, latents: Tensor): Tensor => {
        check(queries, 'queries');
        const h = parts.decoder_input_proj.apply(p.decoder_input_proj, queries);
        const seen = parts.ln_post.apply(p.ln_post, parts.decoder.apply(p.decoder, h, latents));
        const distances = parts.output_proj.apply(p.output_proj, seen); // [n, queries, 1]
        return reshape(distances, [queries.shape[0], queries.shape[1]]);
      },
    },
    'encode',
  );
}
