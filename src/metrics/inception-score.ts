// The inception score (Salimans et al. 2016, arXiv:1606.03498): exp E_x KL(p(y|x) || p(y)) of a classifier's
// probabilities, from 1 (all alike) to the number of classes (sure of each, and all equally often).
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { type Features, featureRows } from './features.ts';

/** Mean and standard deviation over the splits, and their scores. */
export interface InceptionScore {
  readonly mean: number;
  /** Of the splits as they are (divided by their number); 0 for one split. */
  readonly std: number;
  readonly scores: readonly number[];
}

// how far the probabilities of a sample may be from a sum of 1: f16 classifiers are about there
const slack = 1e-2;

const inceptionScoreArgs = is.signature(
  'metrics.inceptionScore',
  [
    'probabilities',
    is.either(is.tensor, is.fields({ values: is.numbers, count: is.count, dim: is.size })),
  ],
  ['options', is.options({ split_size: is.optional(is.size) })],
);

/**
 * Scores of probabilities [samples, classes] in splits of `split_size` (the last one may be smaller);
 * p(y) is the mean of a split. Zero probabilities contribute nothing.
 * @throws ShapeError for rows that are no probabilities
 */
export async function inceptionScore(
  probabilities: Features,
  options: { readonly split_size?: number } = {},
): Promise<InceptionScore> {
  inceptionScoreArgs(probabilities, options);
  const { split_size = 5000 } = options;
  const { values, count, dim } = await featureRows(probabilities, 'inceptionScore');
  if (!(split_size >= 1)) throw new ShapeError(`inceptionScore: splits of ${split_size} samples`);
  for (let i = 0; i < count; i++) {
    let total = 0;
    for (let j = 0; j < dim; j++) {
      if (values[i * dim + j] < 0) total = Number.NaN;
      total += values[i * dim + j];
    }
    if (!(Math.abs(total - 1) <= slack)) {
      throw new ShapeError(
        `inceptionScore: row ${i} holds no probabilities (negative, or not 1 together); ` +
          'give the softmax of logits',
      );
    }
  }
  const scores: number[] = [];
  for (let first = 0; first < count; first += split_size) {
    const last = Math.min(first + split_size, count);
    const marginal = new Float64Array(dim);
    for (let i = first; i < last; i++) {
      for (let j = 0; j < dim; j++) marginal[j] += values[i * dim + j] / (last - first);
    }
    let divergence = 0;
    for (let i = first; i < last; i++) {
      for (let j = 0; j < dim; j++) {
        const p = values[i * dim + j];
        if (p > 0) divergence += p * Math.log(p / marginal[j]);
      }
    }
    scores.push(Math.exp(divergence / (last - first)));
  }
  const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
  const std = Math.sqrt(scores.reduce((a, b) => a + (b - mean) ** 2, 0) / scores.length);
  return { mean, std, scores };
}
