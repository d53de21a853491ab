// CLIP (Radford et al. 2021, arXiv:2103.00020): a transformer over the patches of a picture and one over
// the tokens of a text, projected into one space. Parameters and results have the names of
// transformers' CLIPTextModel, CLIPVisionModel (both also ...WithProjection) and CLIPModel, down to
// `pre_layrnorm`. The text tower alone conditions Stable Diffusion 1 and 2.

import { unitVectors } from '../losses/contrastive.ts';
import { Conv2d, initializers, initParts, LayerNorm, type ParamsOf } from '../nn/index.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  arange,
  argmax,
  broadcastTo,
  cast,
  concat,
  embedding,
  equal,
  exp,
  full,
  matmul,
  mul,
  reshape,
  sliceAxis,
  take,
  toTensor,
  transpose,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import {
  type CLIPConfig,
  type CLIPTextConfig,
  type CLIPTowerConfig,
  type CLIPVisionConfig,
  type ConfigJson,
  clipConfig,
  clipTextConfig,
  clipVisionConfig,
} from './clip-config.ts';
import { clipEncoder, table } from './clip-encoder.ts';
import { normalLinear } from './normal-linear.ts';

/** What the text tower gives for ids [n, tokens]. */
export interface CLIPTextOutput {
  /** After the final norm, [n, tokens, hidden_size]. */
  readonly last_hidden_state: Tensor;
  /** The same at the end-of-text token, [n, hidden_size]. */
  readonly pooler_output: Tensor;
  /** The embeddings, then the output of each block before the final norm. */
  readonly hidden_states: readonly Tensor[];
  /** What conditions a diffusion model: the final norm of hidden_states[-(clipSkip + 1)]. */
  readonly prompt_embeds: Tensor;
}

/** How the text tower reads. */
export interface CLIPTextOptions {
  /** [n, tokens], 0 or false at tokens that nothing may attend to; default: all count. */
  readonly attentionMask?: TensorLike;
  /** Blocks left out at the end of `prompt_embeds` (default 0). */
  readonly clipSkip?: number;
}

/** What the vision tower gives for pictures [n, h, w, c]. */
export interface CLIPVisionOutput {
  /** After the last block, [n, 1 + patches, hidden_size], the class token first. */
  readonly last_hidden_state: Tensor;
  /** The class token after the norm `post_layernorm`, [n, hidden_size]. */
  readonly pooler_output: Tensor;
  /** The normed embeddings, then the output of each block. */
  readonly hidden_states: readonly Tensor[];
}

/** What both towers say of n pictures and m texts. */
export interface CLIPOutput {
  /** Unit vectors [n, projection_dim]. */
  readonly image_embeds: Tensor;
  /** Unit vectors [m, projection_dim]. */
  readonly text_embeds: Tensor;
  /** exp(logit_scale) image_embeds text_embeds^T, [n, m]. */
  readonly logits_per_image: Tensor;
  /** [m, n]. */
  readonly logits_per_text: Tensor;
}

// The places [n] of the end-of-text token in ids [n, tokens].
const endOf = (ids: Tensor, eos: number): Tensor =>
  argmax(eos === 2 ? ids : cast(equal(ids, eos), 'i32'), 1);

// Rows of x [n, tokens, d] at one place [n] each -> [n, d].
function rowsAt(x: Tensor, places: Tensor): Tensor {
  const [n, tokens, d] = x.shape;
  const starts = mul(arange(0, n, 1, 'i32'), tokens);
  return take(reshape(x, [n * tokens, d]), add(starts, cast(places, 'i32')));
}

const clipTextModelArgs = is.signature('models.clipTextModel', ['json', is.object]);

/** The text tower (transformers' CLIPTextModel): ids i32 [n, tokens] -> {@link CLIPTextOutput}. */
export function clipTextModel(json: ConfigJson<CLIPTextConfig> = {}) {
  clipTextModelArgs(json);
  const config = clipTextConfig(json);
  const { hidden_size: d, max_position_embeddings: longest, layer_norm_eps: eps } = config;
  const { initializer_range: range, initializer_factor: factor } = config;
  const norm = LayerNorm(d, { eps });
  const blocks = clipEncoder(config);
  const parts = {
    text_model: {
      embeddings: {
        token_embedding: { weight: table([config.vocab_size, d], range * factor) },
        position_embedding: { weight: table([longest, d], range * factor) },
      },
      encoder: blocks,
      final_layer_norm: norm,
    },
  };
  const init = (key: Tensor) => initParts(parts, key);

  const apply = (
    { text_model: p }: ReturnType<typeof init>,
    input: TensorLike,
    options: CLIPTextOptions = {},
  ): CLIPTextOutput => {
    const ids = toTensor(input);
    const { attentionMask, clipSkip = 0 } = options;
    if (ids.rank !== 2 || ids.shape[1] > longest) {
      throw new ShapeError(`CLIPTextModel: ids ${ids} are not [n, tokens], tokens <= ${longest}`);
    }
    if (!(Number.isInteger(clipSkip) && clipSkip >= 0 && clipSkip <= config.num_hidden_layers)) {
      throw new ShapeError(
        `CLIPTextModel: clipSkip ${clipSkip} is not 0 .. ${config.num_hidden_layers}`,
      );
    }
    const [n, tokens] = ids.shape;
    const { token_embedding, position_embedding } = p.embeddings;
    const positions = sliceAxis(position_embedding.weight, 0, [0, tokens]);
    const x = add(embedding(token_embedding.weight, ids), positions); // [n, tokens, d]
    const mask =
      attentionMask === undefined
        ? undefined
        : reshape(cast(toTensor(attentionMask), 'bool'), [n, 1, 1, tokens]);
    const states = blocks.apply(p.encoder, x, { causal: true, mask });
    const normed = (back: number): Tensor =>
      norm.apply(p.final_layer_norm, states[states.length - 1 - back]);
    const last = normed(0);
    return {
      last_hidden_state: last,
      pooler_output: rowsAt(last, endOf(ids, config.eos_token_id)),
      hidden_states: states,
      prompt_embeds: clipSkip === 0 ? last : normed(clipSkip),
    };
  };
  return checked('models.clipTextModel', { config, init, apply });
}

const clipVisionModelArgs = is.signature('models.clipVisionModel', ['json', is.object]);

/** The vision tower (transformers' CLIPVisionModel): pictures [n, h, w, c] -> {@link CLIPVisionOutput}. */
export function clipVisionModel(json: ConfigJson<CLIPVisionConfig> = {}) {
  clipVisionModelArgs(json);
  const config = clipVisionConfig(json);
  const { hidden_size: d, image_size: size, patch_size: patch, num_channels: channels } = config;
  const { initializer_range: range, initializer_factor: factor, layer_norm_eps: eps } = config;
  const patches = Math.floor(size / patch) ** 2;
  const norm = LayerNorm(d, { eps });
  const blocks = clipEncoder(config);
  const toPatches = Conv2d(channels, d, patch, {
    stride: patch,
    bias: false,
    weightInit: initializers.normal(range * factor),
  });
  const parts = {
    vision_model: {
      embeddings: {
        class_embedding: table([d], factor * d ** -0.5),
        patch_embedding: toPatches,
        position_embedding: { weight: table([patches + 1, d], range * factor) },
      },
      pre_layrnorm: norm,
      encoder: blocks,
      post_layernorm: norm,
    },
  };
  const init = (key: Tensor) => initParts(parts, key);

  const apply = (
    { vision_model: p }: ReturnType<typeof init>,
    images: Tensor,
  ): CLIPVisionOutput => {
    const [n, h, w, c] = images.shape;
    if (images.rank !== 4 || h !== size || w !== size || c !== channels) {
      throw new ShapeError(
        `CLIPVisionModel: pictures ${images} are not [n, ${size}, ${size}, ${channels}]`,
      );
    }
    const { class_embedding, patch_embedding, position_embedding } = p.embeddings;
    const grid = reshape(toPatches.apply(patch_embedding, images), [n, patches, d]);
    const first = cast(broadcastTo(class_embedding, [n, 1, d]), grid.dtype);
    const x = add(concat([first, grid], 1), position_embedding.weight); // [n, 1 + patches, d]
    const states = blocks.apply(p.encoder, norm.apply(p.pre_layrnorm, x), {});
    const last = states[states.length - 1];
    const token = reshape(sliceAxis(last, 1, [0, 1]), [n, d]);
    return {
      last_hidden_state: last,
      pooler_output: norm.apply(p.post_layernorm, token),
      hidden_states: states,
    };
  };
  return checked('models.clipVisionModel', { config, init, apply });
}

const projection = (config: CLIPTowerConfig) =>
  normalLinear(
    config.hidden_size,
    config.projection_dim,
    config.initializer_factor * config.hidden_size ** -0.5,
    false,
  );

const clipTextModelWithProjectionArgs = is.signature('models.clipTextModelWithProjection', [
  'json',
  is.object,
]);

/** The text tower with its projection (CLIPTextModelWithProjection): `text_embeds` [n, projection_dim]. */
export function clipTextModelWithProjection(json: ConfigJson<CLIPTextConfig> = {}) {
  clipTextModelWithProjectionArgs(json);
  const tower = clipTextModel(json);
  const text_projection = projection(tower.config);
  const init = (key: Tensor) => {
    const { own, ...rest } = initParts({ own: tower, text_projection }, key);
    return { ...own, ...rest };
  };
  const apply = (params: ReturnType<typeof init>, ids: TensorLike, options?: CLIPTextOptions) => {
    const output = tower.apply(params, ids, options);
    const text_embeds = text_projection.apply(params.text_projection, output.pooler_output);
    return { ...output, text_embeds };
  };
  return checked('models.clipTextModelWithProjection', { config: tower.config, init, apply });
}

const clipVisionModelWithProjectionArgs = is.signature('models.clipVisionModelWithProjection', [
  'json',
  is.object,
]);

/** The vision tower with its projection (CLIPVisionModelWithProjection): `image_embeds` [n, projection_dim]. */
export function clipVisionModelWithProjection(json: ConfigJson<CLIPVisionConfig> = {}) {
  clipVisionModelWithProjectionArgs(json);
  const tower = clipVisionModel(json);
  const visual_projection = projection(tower.config);
  const init = (key: Tensor) => {
    const { own, ...rest } = initParts({ own: tower, visual_projection }, key);
    return { ...own, ...rest };
  };
  const apply = (params: ReturnType<typeof init>, images: Tensor) => {
    const output = tower.apply(params, images);
    const image_embeds = visual_projection.apply(params.visual_projection, output.pooler_output);
    return { ...output, image_embeds };
  };
  return checked('models.clipVisionModelWithProjection', { config: tower.config, init, apply });
}

const clipModelArgs = is.signature('models.clipModel', ['json', is.object]);

/**
 * Both towers (transformers' CLIPModel): `apply` compares pictures [n, h, w, c] with ids [m, tokens];
 * `imageFeatures` and `textFeatures` are the projections before they are made unit vectors.
 */
export function clipModel(json: ConfigJson<CLIPConfig> = {}) {
  clipModelArgs(json);
  const config = clipConfig(json);
  const text = clipTextModelWithProjection({ ...config.text_config });
  const vision = clipVisionModelWithProjection({ ...config.vision_config });
  const init = (key: Tensor) => {
    const towers = initParts({ text, vision }, key);
    const logit_scale = full([], config.logit_scale_init_value);
    return { logit_scale, ...towers.text, ...towers.vision };
  };
  type Params = ReturnType<typeof init>;
  const imageFeatures = (params: Params, images: Tensor): Tensor =>
    vision.apply(params, images).image_embeds;
  const textFeatures = (params: Params, ids: TensorLike, options?: CLIPTextOptions): Tensor =>
    text.apply(params, ids, options).text_embeds;
  const apply = (
    params: Params,
    images: Tensor,
    ids: TensorLike,
    options?: CLIPTextOptions,
  ): CLIPOutput => {
    const image_embeds = unitVectors(imageFeatures(params, images));
    const text_embeds = unitVectors(textFeatures(params, ids, options));
    const factor = exp(params.logit_scale);
    const logits_per_image = matmul(mul(image_embeds, factor), transpose(text_embeds)); // [n, m]
    return {
      image_embeds,
      text_embeds,
      logits_per_image,
      logits_per_text: transpose(logits_per_image),
    };
  };
  return checked(
    'models.clipModel',
    { config, init, apply, imageFeatures, textFeatures },
    'imageFeatures',
    'textFeatures',
  );
}

/** Parameters of {@link clipModel}. */
export type CLIPParams = ParamsOf<ReturnType<typeof clipModel>>;
/** Parameters of {@link clipTextModel}. */
export type CLIPTextParams = ParamsOf<ReturnType<typeof clipTextModel>>;
