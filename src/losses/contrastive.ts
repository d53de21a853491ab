// Losses that pull matching pairs of two kinds (pictures and texts) together and push all others apart:
// the symmetric cross entropy of CLIP (Radford et al. 2021, arXiv:2103.00020, figure 3) and the pairwise
// sigmoid loss of SigLIP (Zhai et al. 2023, arXiv:2303.15343, algorithm 1). Row i of one kind matches
// row i of the other.
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  clip,
  crossEntropy,
  div,
  exp,
  eye,
  logSigmoid,
  matmul,
  maximum,
  mean,
  minimum,
  mul,
  neg,
  sqrt,
  square,
  sub,
  sum,
  toTensor,
  transpose,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

/** exp(logit_scale) of CLIP never exceeds this. */
export const largestLogitFactor = 100;

const unitVectorsArgs = is.signature('losses.unitVectors', ['x', is.operand]);

/** x / ||x|| along the last axis; vectors shorter than 1e-12 are divided by that. */
export const unitVectors = (x: TensorLike): Tensor => {
  unitVectorsArgs(x);
  const v = toTensor(x);
  return div(v, sqrt(maximum(sum(square(v), -1, { keepDims: true }), 1e-24)));
};

const clampLogitScaleArgs = is.signature('losses.clampLogitScale', ['s', is.operand]);

/** A logit scale s (log of a factor) within 0 .. ln 100, where CLIP puts it back after every step. */
export const clampLogitScale = (s: TensorLike): Tensor => {
  clampLogitScaleArgs(s);
  return clip(s, 0, Math.log(largestLogitFactor));
};

/** How logits are scaled. */
export interface LogitOptions {
  /** exp(logitScale) is at most this (CLIP: 100); no limit by default. No gradient flows beyond it. */
  readonly largestFactor?: number;
}

const pairLogitsArgs = is.signature(
  'losses.pairLogits',
  ['a', is.operand],
  ['b', is.operand],
  ['logitScale', is.operand],
  ['options', is.options<LogitOptions>({ largestFactor: is.optional(is.scalar) })],
);

/**
 * exp(s) u v^T [n, m] of the directions u of a [n, d] and v of b [m, d], s = `logitScale` (scalar).
 * @throws ShapeError if widths differ
 */
export function pairLogits(
  a: TensorLike,
  b: TensorLike,
  logitScale: TensorLike,
  options: LogitOptions = {},
): Tensor {
  pairLogitsArgs(a, b, logitScale, options);
  const [x, y] = [toTensor(a), toTensor(b)];
  if (x.rank !== 2 || y.rank !== 2 || x.shape[1] !== y.shape[1]) {
    throw new ShapeError(`pairLogits: features ${x} and ${y} are not [n, d] and [m, d]`);
  }
  const { largestFactor } = options;
  const s = toTensor(logitScale);
  const limited = largestFactor === undefined ? s : minimum(s, Math.log(largestFactor));
  return matmul(mul(unitVectors(x), exp(limited)), transpose(unitVectors(y)));
}

const squareOf = (logits: TensorLike, name: string): Tensor => {
  const s = toTensor(logits);
  if (s.rank !== 2 || s.shape[0] !== s.shape[1]) {
    throw new ShapeError(`${name}: logits ${s} are not [n, n]; row i has to match column i`);
  }
  return s;
};

const contrastiveLossArgs = is.signature(
  'losses.contrastiveLoss',
  ['logits', is.operand],
  ['options', is.options({ targets: is.optional(is.operand) })],
);

/**
 * L = (CE(S, T) + CE(S^T, T^T)) / 2, means over rows, of logits S [n, n] (CLIP, figure 3). T is the identity,
 * or `targets` [n, n], weights of matching pairs where several rows fit (each direction's rows are
 * brought to a sum of 1). @throws ShapeError for logits that are not square
 */
export function contrastiveLoss(
  logits: TensorLike,
  options: { readonly targets?: TensorLike } = {},
): Tensor {
  contrastiveLossArgs(logits, options);
  const s = squareOf(logits, 'contrastiveLoss');
  const weights = options.targets === undefined ? eye(s.shape[0]) : toTensor(options.targets);
  const direction = (rows: Tensor, t: Tensor): Tensor =>
    crossEntropy(rows, div(t, sum(t, 1, { keepDims: true })));
  return mul(add(direction(s, weights), direction(transpose(s), transpose(weights))), 0.5);
}

/** Options of {@link sigmoidContrastiveLoss}. */
export interface SigmoidContrastiveOptions {
  /** b, added to every logit (SigLIP starts it at -10); default 0. */
  readonly bias?: TensorLike;
  /** 'rows' (default, as published): the sum over pairs divided by n; 'pairs': divided by n^2. */
  readonly per?: 'rows' | 'pairs';
}

const sigmoidContrastiveLossArgs = is.signature(
  'losses.sigmoidContrastiveLoss',
  ['logits', is.operand],
  [
    'options',
    is.options<SigmoidContrastiveOptions>({
      bias: is.optional(is.operand),
      per: is.optional(is.oneOf('rows', 'pairs')),
    }),
  ],
);

/**
 * L = -(1/n) sum_ij log sigmoid(z_ij (S_ij + b)) of logits S [n, n] with z = 1 on the diagonal and -1
 * elsewhere (SigLIP, algorithm 1): every pair by itself, no softmax over the batch.
 * @throws ShapeError for logits that are not square
 */
export function sigmoidContrastiveLoss(
  logits: TensorLike,
  options: SigmoidContrastiveOptions = {},
): Tensor {
  sigmoidContrastiveLossArgs(logits, options);
  const s = squareOf(logits, 'sigmoidContrastiveLoss');
  const n = s.shape[0];
  const z = sub(mul(eye(n), 2), 1);
  const terms = logSigmoid(mul(z, add(s, options.bias ?? 0)));
  return options.per === 'pairs' ? neg(mean(terms)) : neg(div(sum(terms), n));
}
