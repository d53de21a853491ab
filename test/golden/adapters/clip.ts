// Cases of the group `clip`: OpenAI's CLIP under its own state names, its activation, and its loss of given
// features. Parameters pass through the conversion of names within what is differentiated, so gradients
// come out under OpenAI's names.

import { vjp } from '../../../src/autodiff/transforms.ts';
import { contrastiveLoss, pairLogits } from '../../../src/losses/index.ts';
import { quickGelu } from '../../../src/models/clip-config.ts';
import { type CLIPConfig, clipFromOpenAI } from '../../../src/models/index.ts';
import { ones, transpose, zerosLike } from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { type Adapter, type GoldenCase, Unsupported } from '../contract.ts';
import { roleOf } from '../golden.ts';
import { toLast } from './torch-functions.ts';
import { watched } from './watched.ts';

type Named = Record<string, Tensor>;
type Compute = (x: Named, p: Named, c: GoldenCase) => Named;

// the notes of the group: loss = (CE(logits_per_image, arange) + CE(logits_per_text, arange)) / 2
function compared(image: Tensor, text: Tensor, scale: Tensor): Named {
  const logits = pairLogits(image, text, scale);
  return {
    logits_per_image: logits,
    logits_per_text: transpose(logits),
    loss: contrastiveLoss(logits),
  };
}

// OpenAI's constructor arguments; all but the heads are read off the parameters, and must agree with them
function checked(config: GoldenCase['config'] = {}, found: CLIPConfig): void {
  const { text_config: text, vision_config: vision } = found;
  const known: Readonly<Record<string, number>> = {
    embed_dim: found.projection_dim,
    image_resolution: vision.image_size,
    vision_layers: vision.num_hidden_layers,
    vision_width: vision.hidden_size,
    vision_patch_size: vision.patch_size,
    vision_heads: vision.num_attention_heads,
    context_length: text.max_position_embeddings,
    vocab_size: text.vocab_size,
    transformer_width: text.hidden_size,
    transformer_heads: text.num_attention_heads,
    transformer_layers: text.num_hidden_layers,
  };
  for (const [key, value] of Object.entries(config)) {
    if (value === known[key]) continue;
    const why = key in known ? `its parameters have ${known[key]}` : 'there is no such option';
    throw new Unsupported(`openai CLIP with ${key}=${JSON.stringify(value)}: ${why}`);
  }
}

const modules: Record<string, Compute> = {
  'openai CLIP': ({ image, text }, p, { config = {} }) => {
    if (Array.isArray(config.vision_layers)) throw new Unsupported('openai CLIP of ResNet towers');
    const { model, params } = clipFromOpenAI(p, {
      textHeads: config.transformer_heads as number,
      visionHeads: config.vision_heads as number | undefined,
    });
    checked(config, model.config);
    const one: Named = {
      ...(image && { image_features: model.imageFeatures(params, toLast(image)) }),
      ...(text && { text_features: model.textFeatures(params, text) }),
    };
    if (!image || !text) return one;
    return { ...one, ...compared(one.image_features, one.text_features, params.logit_scale) };
  },
  'openai CLIP QuickGELU': ({ x }) => ({ y: quickGelu(x) }),
};

const kinds: Record<string, Compute> = {
  contrastive_loss: ({ image_features, text_features, logit_scale }) =>
    compared(image_features, text_features, logit_scale),
};

/** Computes a case of the group `clip`. */
export const clipAdapter: Adapter = (c, golden) => {
  const compute = modules[c.module ?? ''] ?? kinds[c.kind ?? ''];
  if (!compute) return undefined;
  const start = { x: roleOf(golden, c.inputs), p: roleOf(golden, c.params) };
  const [outputs, pull] = vjp(({ x, p }) => {
    const inputs = watched(c.module ?? c.kind ?? '', x);
    const made = compute(inputs.values, p, c);
    inputs.done();
    return made;
  }, start);
  const seeds = roleOf(golden, c.proj);
  const loss = /^output:(.+)$/.exec(String(c.loss_kind))?.[1];
  if (loss) seeds[loss] = ones([]);
  const { x, p } = pull(
    Object.fromEntries(Object.entries(outputs).map(([k, y]) => [k, seeds[k] ?? zerosLike(y)])),
  );
  return { outputs, grads: x, param_grads: p };
};
