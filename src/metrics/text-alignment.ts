// How well pictures fit their texts by the embeddings of a model like CLIP (Radford et al. 2021,
// arXiv:2103.00020): the CLIP score (Hessel et al. 2021, arXiv:2104.08718, without their factor 2.5) and
// R-precision (Park et al. 2021). A model that was trained against these embeddings is not judged by them.
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { maximum, mul } from '../tensor/ops/arithmetic.ts';
import { cosineSimilarity } from '../tensor/ops/losses.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { checkDims, type Features, featureRows } from './features.ts';

const clipScoreArgs = is.signature(
  'metrics.clipScore',
  ['images', is.tensor],
  ['texts', is.tensor],
  ['options', is.options({ raw: is.optional(is.boolean) })],
);

/**
 * 100 max(cos, 0) of each picture's embedding with its text's, [n, d] each -> [n]; with `raw` the cosine
 * itself. Differentiable. @throws ShapeError
 */
export function clipScore(
  images: Tensor,
  texts: Tensor,
  options: { readonly raw?: boolean } = {},
): Tensor {
  clipScoreArgs(images, texts, options);
  const { raw = false } = options;
  const same = images.rank === 2 && images.shape.every((n, i) => n === texts.shape[i]);
  if (!same || texts.rank !== 2) {
    throw new ShapeError(`clipScore: needs embeddings [n, d] twice, got ${images} and ${texts}`);
  }
  const cos = cosineSimilarity(images, texts);
  return raw ? cos : mul(maximum(cos, 0), 100);
}

/** Which texts belong to the pictures, and how many guesses count. */
export interface RPrecisionOptions {
  /** Row of each picture's own text; default: its own row. */
  readonly truth?: ArrayLike<number>;
  /** Default 1. */
  readonly top?: number;
}

const rPrecisionArgs = is.signature(
  'metrics.rPrecision',
  [
    'images',
    is.either(is.tensor, is.fields({ values: is.numbers, count: is.count, dim: is.size })),
  ],
  ['texts', is.either(is.tensor, is.fields({ values: is.numbers, count: is.count, dim: is.size }))],
  [
    'options',
    is.options<RPrecisionOptions>({ truth: is.optional(is.numbers), top: is.optional(is.scalar) }),
  ],
);

/**
 * Share of pictures [n, d] whose own text is among the `top` most similar of all texts [r, d], which may
 * hold distractors. Ties are broken evenly, so a scorer that sees nothing gets top / r. @throws ShapeError
 */
export async function rPrecision(
  images: Features,
  texts: Features,
  options: RPrecisionOptions = {},
): Promise<number> {
  rPrecisionArgs(images, texts, options);
  const a = await featureRows(images, 'rPrecision (images)');
  const b = await featureRows(texts, 'rPrecision (texts)');
  checkDims('rPrecision', a, b);
  const { truth = Array.from({ length: a.count }, (_, i) => i), top = 1 } = options;
  if (truth.length !== a.count) {
    throw new ShapeError(`rPrecision: ${truth.length} true texts for ${a.count} pictures`);
  }
  const dim = a.dim;
  const lengths = Float64Array.from({ length: b.count }, (_, r) => {
    let s = 0;
    for (let j = 0; j < dim; j++) s += b.values[r * dim + j] ** 2;
    return Math.max(Math.sqrt(s), 1e-12);
  });
  let total = 0;
  for (let i = 0; i < a.count; i++) {
    const own = truth[i];
    if (!(Number.isInteger(own) && own >= 0 && own < b.count)) {
      throw new ShapeError(`rPrecision: picture ${i} belongs to text ${own} of ${b.count}`);
    }
    const score = (r: number): number => {
      let s = 0;
      for (let j = 0; j < dim; j++) s += a.values[i * dim + j] * b.values[r * dim + j];
      return s / lengths[r];
    };
    const mine = score(own);
    let [better, equal] = [0, 0]; // of all texts, the own one included in the latter
    for (let r = 0; r < b.count; r++) {
      const s = r === own ? mine : score(r);
      if (s > mine) better++;
      else if (s === mine) equal++;
    }
    total += Math.min(Math.max((top - better) / equal, 0), 1);
  }
  return total / a.count;
}
