// Cases of the group `clip`: OpenAI's CLIP under its own state names, its activation, and its loss of given
// features. Parameters pass through the conversion of names within what is differentiated, so gradients
// come out under OpenAI's names.
import { vjp } from '../../../src/autodiff/transforms.ts';
import { contrastiveLoss, pairLogits } from '../../../src/losses/index.ts';
import { clipFromOpenAI, quickGelu } from '../../../src/models/index.ts';
import { ones, transpose, zerosLike } from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import type { Adapter, GoldenCase } from '../contract.ts';
import { roleOf } from '../golden.ts';
import { toLast } from './torch-functions.ts';

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

const modules: Record<string, Compute> = {
  'openai CLIP': ({ image, text }, p, { config = {} }) => {
    const { model, params } = clipFromOpenAI(p, {
      textHeads: config.transformer_heads as number,
      visionHeads: config.vision_heads as number | undefined,
    });
    const image_features = model.imageFeatures(params, toLast(image));
    const text_features = model.textFeatures(params, text);
    const rest = compared(image_features, text_features, params.logit_scale);
    return { image_features, text_features, ...rest };
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
  const [outputs, pull] = vjp(({ x, p }) => compute(x, p, c), start);
  const seeds = roleOf(golden, c.proj);
  const loss = /^output:(.+)$/.exec(String(c.loss_kind))?.[1];
  if (loss) seeds[loss] = ones([]);
  const { x, p } = pull(
    Object.fromEntries(Object.entries(outputs).map(([k, y]) => [k, seeds[k] ?? zerosLike(y)])),
  );
  return { outputs, grads: x, param_grads: p };
};
