// CLIP as a pair of towers and a scale, whichever the vision tower is. Parameters have the names of transformers'
// CLIPModel: logit_scale, text_model, text_projection, vision_model, visual_projection.

import { clipModel, clipTextModelWithProjection } from '../models/clip.ts';
import { normalLinear } from '../models/normal-linear.ts';
import { initParts } from '../nn/index.ts';
import * as is from '../tensor/arguments.ts';
import { full } from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import type { ContrastiveConfig, ResNetCLIPConfig } from './config.ts';
import { resNetVisionModel } from './resnet-vision.ts';

/** Parameters of a model: a tree of tensors with a `logit_scale`. */
export interface ContrastiveParams {
  /** s; similarities are scaled by exp(s). */
  readonly logit_scale: Tensor;
  readonly text_model: object;
  readonly text_projection: object;
  readonly vision_model: object;
  readonly visual_projection: object;
}

/** Two towers; features are not yet unit vectors. */
export interface ContrastiveModel {
  readonly config: ContrastiveConfig;
  /** Parameters, drawn from a key. */
  init(key: Tensor): ContrastiveParams;
  /** Pictures [n, h, w, 3] in -1 .. 1 -> [n, projection_dim]. */
  imageFeatures(params: ContrastiveParams, images: Tensor): Tensor;
  /** Ids i32 [n, tokens] -> [n, projection_dim]. */
  textFeatures(params: ContrastiveParams, ids: TensorLike): Tensor;
}

function resNetClipModel(config: ResNetCLIPConfig) {
  const { projection_dim: dim, vision_config, logit_scale_init_value } = config;
  const text = clipTextModelWithProjection({ ...config.text_config });
  const vision_model = resNetVisionModel(vision_config);
  const width = vision_config.widths[vision_config.widths.length - 1];
  const visual_projection = normalLinear(width, dim, width ** -0.5, false);
  const init = (key: Tensor) => {
    const { text: towers, ...rest } = initParts({ text, vision_model, visual_projection }, key);
    return { logit_scale: full([], logit_scale_init_value), ...towers, ...rest };
  };
  type Params = ReturnType<typeof init>;
  const imageFeatures = (p: Params, images: Tensor): Tensor =>
    visual_projection.apply(p.visual_projection, vision_model.apply(p.vision_model, images));
  const textFeatures = ({ text_model, text_projection }: Params, ids: TensorLike): Tensor =>
    text.apply({ text_model, text_projection }, ids).text_embeds;
  return { init, imageFeatures, textFeatures };
}

const contrastiveModelArgs = is.signature('contrastive.contrastiveModel', [
  'config',
  is.record('a configuration', 'architectures', 'text_config', 'vision_config'),
]);

/** The model of a configuration. */
export function contrastiveModel(config: ContrastiveConfig): ContrastiveModel {
  contrastiveModelArgs(config);
  const made =
    config.architectures[0] === 'CLIPModel'
      ? clipModel({ ...config })
      : resNetClipModel(config as ResNetCLIPConfig);
  const { init, imageFeatures, textFeatures } = made as unknown as Omit<ContrastiveModel, 'config'>;
  return { config, init, imageFeatures, textFeatures };
}
