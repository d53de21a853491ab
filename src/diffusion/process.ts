// The forward process x = alpha x_0 + sigma eps: its levels, what follows from two of them, the conversions between all
// that networks predict, and the levels of a table at the steps of a batch. Everything here that diffuses or
// denoises goes through this file. Variance is kept (alpha² + sigma² = 1) for Ho et al. 2020 (arXiv:2006.11239) and
// those after them; alpha = 1 is the sigma space of Karras et al. 2022 (arXiv:2206.00364).
import * as is from '../tensor/arguments.ts';
import { isFloat } from '../tensor/dtype.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, cast, div, mul, reshape, sub, take, tensor } from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

/** Signal and noise of a time. */
export interface Level {
  readonly alpha: number;
  readonly sigma: number;
}

/** The end of every sampler's way: no noise. */
export const clean: Level = { alpha: 1, sigma: 0 };

/** The level with a share alphaBar of the variance left to the signal. */
export const levelOf = (alphaBar: number): Level => ({
  alpha: Math.sqrt(alphaBar),
  sigma: Math.sqrt(1 - alphaBar),
});

/**
 * beta~ = (s_p² / s_t²) (1 - a_t² / a_p²): the variance of q(x_p | x_t, x_0), from level t to a cleaner
 * level p (DDPM eq. 7).
 */
export const posteriorVariance = (from: Level, to: Level): number =>
  (to.sigma / from.sigma) ** 2 * (1 - (from.alpha / to.alpha) ** 2);

/** The mean of q(x_p | x_t, x_0): x0 x_0 + xt x_t (DDPM eq. 7). */
export function posteriorMean(
  from: Level,
  to: Level,
): { readonly x0: number; readonly xt: number } {
  const ratio = from.alpha / to.alpha;
  return {
    x0: (to.alpha * (1 - ratio ** 2)) / from.sigma ** 2,
    xt: ratio * (to.sigma / from.sigma) ** 2,
  };
}

/** What a network predicts: the noise, the data, or v = alpha eps - sigma x_0, where alpha² + sigma² = 1 (arXiv:2202.00512). */
export type Parametrization = 'eps' | 'x0' | 'v';
/** The same, and the score, the gradient of ln q(x | x_0): -eps / sigma. */
export type Quantity = Parametrization | 'score';

const quantity = ['kind', is.oneOf('eps', 'x0', 'v', 'score')] as const;
const level = [
  ['alpha', is.operand],
  ['sigma', is.operand],
] as const;
const ofData = [['x0', is.tensor], ['eps', is.tensor], ...level] as const;
const noisedArgs = is.signature('diffusion.noised', ...ofData);

/** x = alpha x_0 + sigma eps; levels broadcast against x. */
export const noised = (x0: Tensor, eps: Tensor, alpha: TensorLike, sigma: TensorLike): Tensor => {
  noisedArgs(x0, eps, alpha, sigma);
  return add(mul(x0, alpha), mul(eps, sigma));
};

const targetOfArgs = is.signature('diffusion.targetOf', quantity, ...ofData);

/** What the network should have said for x_0 and eps. */
export function targetOf(
  kind: Quantity,
  x0: Tensor,
  eps: Tensor,
  alpha: TensorLike,
  sigma: TensorLike,
): Tensor {
  targetOfArgs(kind, x0, eps, alpha, sigma);
  if (kind === 'eps') return eps;
  if (kind === 'score') return mul(div(eps, sigma), -1);
  return kind === 'x0' ? x0 : sub(mul(eps, alpha), mul(x0, sigma));
}

const ofPrediction = [quantity, ['x', is.tensor], ['prediction', is.tensor], ...level] as const;
const toX0Args = is.signature('diffusion.toX0', ...ofPrediction);

/** The estimate of x_0 in a prediction at x. */
export function toX0(
  kind: Quantity,
  x: Tensor,
  prediction: Tensor,
  alpha: TensorLike,
  sigma: TensorLike,
): Tensor {
  toX0Args(kind, x, prediction, alpha, sigma);
  if (kind === 'x0') return prediction;
  if (kind === 'v') return sub(mul(x, alpha), mul(prediction, sigma));
  return div(sub(x, mul(toEps(kind, x, prediction, alpha, sigma), sigma)), alpha);
}

const toEpsArgs = is.signature('diffusion.toEps', ...ofPrediction);

/** The estimate of eps in a prediction at x. */
export function toEps(
  kind: Quantity,
  x: Tensor,
  prediction: Tensor,
  alpha: TensorLike,
  sigma: TensorLike,
): Tensor {
  toEpsArgs(kind, x, prediction, alpha, sigma);
  if (kind === 'eps') return prediction;
  if (kind === 'score') return mul(mul(prediction, sigma), -1);
  if (kind === 'v') return add(mul(x, sigma), mul(prediction, alpha));
  return div(sub(x, mul(prediction, alpha)), sigma);
}

/** The numbers of a step, plain or as tensors that broadcast against x. */
export type Scalars<S> = { readonly [K in keyof S]: TensorLike };
/** The same as tensors: scalars, or [n, 1, ...] with a step of its own for each sample. */
export type ScalarTensors<S> = { readonly [K in keyof S]: Tensor };

/**
 * The numbers of a step for each sample of a batch: of i32 [n] tensors [n, 1, ...] that broadcast against x [n, ...]
 * and have its dtype (f32 for integers), of one number the record itself. Errors speak of `what`. @throws ShapeError for a number that is no step
 */
export function numbersAt<S extends object>(
  steps: readonly S[],
  step: Tensor,
  x: Tensor,
): ScalarTensors<S>;
export function numbersAt<S extends object>(
  steps: readonly S[],
  step: TensorLike,
  x: Tensor,
  what?: string,
): Scalars<S>;
export function numbersAt<S extends object>(
  steps: readonly S[],
  step: TensorLike,
  x: Tensor,
  what = 'step',
): Scalars<S> {
  if (typeof step === 'number') {
    if (step in steps) return steps[step] as Scalars<S>;
    throw new ShapeError(`${what} ${step} is not one of 0 .. ${steps.length - 1}`);
  }
  const index = cast(step, 'i32');
  const dtype = isFloat(x.dtype) ? x.dtype : 'f32';
  const ones = x.shape.slice(Math.max(index.rank, 1)).map(() => 1);
  const shape = [index.size, ...ones];
  const names = Object.keys(steps[0]) as (keyof S)[];
  const at = (name: keyof S): Tensor => {
    const table = Float64Array.from(steps, (s) => s[name] as number);
    return reshape(take(tensor(table, { dtype }), index), shape);
  };
  return Object.fromEntries(names.map((name) => [name, at(name)])) as Scalars<S>;
}
