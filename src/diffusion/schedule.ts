// Noise schedules: how much of the signal is left at a time, x_t = alpha x_0 + sigma eps with
// alpha² + sigma² = 1, and the conversions between what networks predict. Discrete tables follow Ho et
// al. 2020 (arXiv:2006.11239), Nichol and Dhariwal 2021 (2102.09672) and Lin et al. 2023 (2305.08891); the
// continuous cosine and v-prediction follow Salimans and Ho 2022 (2202.00512). Tables are float64 on the
// host: 1 - alphaBar near t = 0 would lose three digits in f32.

import { errorFactor } from '../losses/min-snr.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, cos, div, mul, sin, sub } from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

/** Signal and noise of a time; alpha² + sigma² = 1. */
export interface Level {
  readonly alpha: number;
  readonly sigma: number;
}

/** The end of every sampler's way: no noise. */
export const clean: Level = { alpha: 1, sigma: 0 };

const linearBetasArgs = is.signature(
  'diffusion.linearBetas',
  ['steps', is.count],
  ['start', is.scalar],
  ['end', is.scalar],
);

/** Betas in equal steps; by default DDPM's 1e-4 to 0.02 for 1000 steps, scaled by 1000 / steps. */
export function linearBetas(steps = 1000, start = 0.1 / steps, end = 20 / steps): Float64Array {
  linearBetasArgs(steps, start, end);
  return Float64Array.from(
    { length: steps },
    (_, i) => start + ((end - start) * i) / Math.max(steps - 1, 1),
  );
}

const scaledLinearBetasArgs = is.signature(
  'diffusion.scaledLinearBetas',
  ['steps', is.count],
  ['start', is.scalar],
  ['end', is.scalar],
);

/** Betas whose roots are in equal steps (Stable Diffusion: 0.00085 to 0.012). */
export function scaledLinearBetas(steps = 1000, start = 0.00085, end = 0.012): Float64Array {
  scaledLinearBetasArgs(steps, start, end);
  return linearBetas(steps, Math.sqrt(start), Math.sqrt(end)).map((b) => b * b);
}

const cosineBetasArgs = is.signature(
  'diffusion.cosineBetas',
  ['steps', is.count],
  ['max', is.scalar],
);

/** beta_i = min(1 - f((i+1)/T) / f(i/T), max) with f(u) = cos²((u + 0.008) / 1.008 pi/2). */
export function cosineBetas(steps = 1000, max = 0.999): Float64Array {
  cosineBetasArgs(steps, max);
  const f = (u: number): number => Math.cos((((u + 0.008) / 1.008) * Math.PI) / 2) ** 2;
  return Float64Array.from({ length: steps }, (_, i) =>
    Math.min(1 - f((i + 1) / steps) / f(i / steps), max),
  );
}

const alphaBarsArgs = is.signature('diffusion.alphaBars', [
  'betas',
  is.instance('a Float64Array', Float64Array),
]);

/** alphaBar_t = prod_{i <= t} (1 - beta_i). */
export function alphaBars(betas: Float64Array): Float64Array {
  alphaBarsArgs(betas);
  let product = 1;
  return betas.map((b) => {
    product *= 1 - b;
    return product;
  });
}

const zeroTerminalSnrArgs = is.signature('diffusion.zeroTerminalSnr', [
  'betas',
  is.instance('a Float64Array', Float64Array),
]);

/**
 * Betas shifted and scaled so that nothing of the signal is left at the last step (arXiv:2305.08891,
 * algorithm 1): sqrt(alphaBar) becomes (m_t - m_T) m_0 / (m_0 - m_T). Needs v- or x0-prediction.
 */
export function zeroTerminalSnr(betas: Float64Array): Float64Array {
  zeroTerminalSnrArgs(betas);
  const m = alphaBars(betas).map(Math.sqrt);
  const [first, last] = [m[0], m[m.length - 1]];
  const squares = m.map((v) => (((v - last) * first) / (first - last)) ** 2);
  return squares.map((v, i) => 1 - (i === 0 ? v : v / squares[i - 1]));
}

const levelKind = is.fields<Level>({ alpha: is.scalar, sigma: is.scalar });
const posteriorVarianceArgs = is.signature(
  'diffusion.posteriorVariance',
  ['from', levelKind],
  ['to', levelKind],
);

/**
 * beta~ = (s_p² / s_t²) (1 - a_t² / a_p²): the variance of q(x_p | x_t, x_0), from level t to a cleaner
 * level p (DDPM eq. 7).
 */
export const posteriorVariance = (from: Level, to: Level): number => {
  posteriorVarianceArgs(from, to);
  return (to.sigma / from.sigma) ** 2 * (1 - (from.alpha / to.alpha) ** 2);
};

const posteriorMeanArgs = is.signature(
  'diffusion.posteriorMean',
  ['from', levelKind],
  ['to', levelKind],
);

/** The mean of q(x_p | x_t, x_0): x0 x_0 + xt x_t (DDPM eq. 7). */
export function posteriorMean(
  from: Level,
  to: Level,
): { readonly x0: number; readonly xt: number } {
  posteriorMeanArgs(from, to);
  const ratio = from.alpha / to.alpha;
  return {
    x0: (to.alpha * (1 - ratio ** 2)) / from.sigma ** 2,
    xt: ratio * (to.sigma / from.sigma) ** 2,
  };
}

/** q(x_{t-1} | x_t, x_0) = N(x0 x_0 + xt x_t, variance), at each code index t. */
export interface Posterior {
  /** beta~_t = beta_t (1 - alphaBar_{t-1}) / (1 - alphaBar_t); 0 at t = 0. */
  readonly variance: Float64Array;
  readonly x0: Float64Array;
  readonly xt: Float64Array;
}

const posteriorArgs = is.signature('diffusion.posterior', [
  'betas',
  is.instance('a Float64Array', Float64Array),
]);

/** The posterior's tables (DDPM eq. 7). */
export function posterior(betas: Float64Array): Posterior {
  posteriorArgs(betas);
  const bars = alphaBars(betas);
  const level = (t: number): Level =>
    t < 0 ? clean : { alpha: Math.sqrt(bars[t]), sigma: Math.sqrt(1 - bars[t]) };
  const means = Array.from(bars, (_, t) => posteriorMean(level(t), level(t - 1)));
  return {
    variance: bars.map((_, t) => posteriorVariance(level(t), level(t - 1))),
    x0: Float64Array.from(means, (m) => m.x0),
    xt: Float64Array.from(means, (m) => m.xt),
  };
}

/** A schedule as samplers see it: times from noisy to clean, and the level at each. */
export interface NoiseSchedule {
  /** `steps` times, noisiest first; the step after the last one leads to `clean`. */
  times(steps: number): number[];
  /** How much of image and noise there is at a time. */
  level(time: number): Level;
}

/** How a sampler with fewer steps than the training picks its times. */
export type Spacing = 'leading' | 'trailing' | 'linspace';

const roundHalfEvenArgs = is.signature('diffusion.roundHalfEven', ['x', is.scalar]);

/** The nearest integer, of two the even one: as NumPy and PyTorch round. */
export function roundHalfEven(x: number): number {
  roundHalfEvenArgs(x);
  const up = Math.round(x);
  return up - x === 0.5 && up % 2 !== 0 ? up - 1 : up;
}

const timeGridArgs = is.signature(
  'diffusion.timeGrid',
  ['total', is.count],
  ['steps', is.count],
  ['spacing', is.oneOf('leading', 'trailing', 'linspace')],
  ['offset', is.integer],
);

/**
 * `steps` of the code indices 0 .. total-1, largest first. leading: i floor(total/steps) + offset;
 * trailing: round(total - i total/steps) - 1; linspace: both ends included, rounded. Halves go to the
 * even neighbour.
 * @throws ShapeError unless 1 <= steps <= total
 */
export function timeGrid(
  total: number,
  steps: number,
  spacing: Spacing = 'trailing',
  offset = 0,
): number[] {
  timeGridArgs(total, steps, spacing, offset);
  if (!Number.isInteger(steps) || steps < 1 || steps > total) {
    throw new ShapeError(`a sampler with ${steps} steps; choose 1 to ${total}`);
  }
  const stride = total / steps;
  // as NumPy's arange steps, which matters where a step falls on a half
  const down = total - stride - total;
  const gap = (total - 1) / Math.max(steps - 1, 1);
  const descending = Array.from({ length: steps }, (_, i) => {
    if (spacing === 'leading') return (steps - 1 - i) * Math.floor(stride) + offset;
    if (spacing === 'trailing') return roundHalfEven(total + i * down) - 1;
    return steps === 1 ? total - 1 : roundHalfEven((steps - 1 - i) * gap);
  });
  return descending.map((t) => Math.min(t, total - 1));
}

const discreteScheduleArgs = is.signature(
  'diffusion.discreteSchedule',
  ['betas', is.instance('a Float64Array', Float64Array)],
  ['spacing', is.oneOf('leading', 'trailing', 'linspace')],
);

/** A table of betas as a schedule; times are code indices. */
export function discreteSchedule(
  betas: Float64Array,
  spacing: Spacing = 'trailing',
): NoiseSchedule {
  discreteScheduleArgs(betas, spacing);
  const bars = alphaBars(betas);
  return {
    times: (steps) => timeGrid(betas.length, steps, spacing),
    level: (t) => ({ alpha: Math.sqrt(bars[t]), sigma: Math.sqrt(1 - bars[t]) }),
  };
}

// Keeps both ends away from the singular 0 and 1.
const cosineStart = 0.002;
const cosineRange = 0.996;

/**
 * Times in [0, 1]: alpha = cos(pi t'/2), sigma = sin(pi t'/2) with t' = 0.002 + 0.996 t. A grid of n
 * steps is 1, 1 - 1/n, ..., 1/n.
 */
export const continuousCosine: NoiseSchedule = {
  times: (steps) => {
    if (!Number.isInteger(steps) || steps < 1) {
      throw new ShapeError(`a sampler with ${steps} steps; choose at least 1`);
    }
    return Array.from({ length: steps }, (_, i) => 1 - i / steps);
  },
  level: (t) => {
    const angle = (Math.PI / 2) * (cosineStart + cosineRange * t);
    return { alpha: Math.cos(angle), sigma: Math.sin(angle) };
  },
};

const cosineLevelsArgs = is.signature('diffusion.cosineLevels', ['t', is.tensor]);

/** `continuousCosine.level` for a tensor of times of any shape, for training. */
export function cosineLevels(t: Tensor): { alpha: Tensor; sigma: Tensor } {
  cosineLevelsArgs(t);
  const angle = mul(add(mul(t, cosineRange), cosineStart), Math.PI / 2);
  return { alpha: cos(angle), sigma: sin(angle) };
}

/** What a network predicts: the noise, the data, or v = alpha eps - sigma x_0. */
export type Parametrization = 'eps' | 'x0' | 'v';

const noisedArgs = is.signature(
  'diffusion.noised',
  ['x0', is.tensor],
  ['eps', is.tensor],
  ['alpha', is.operand],
  ['sigma', is.operand],
);

/** x_t = alpha x_0 + sigma eps; levels broadcast against x. */
export const noised = (x0: Tensor, eps: Tensor, alpha: TensorLike, sigma: TensorLike): Tensor => {
  noisedArgs(x0, eps, alpha, sigma);
  return add(mul(x0, alpha), mul(eps, sigma));
};

const targetOfArgs = is.signature(
  'diffusion.targetOf',
  ['kind', is.oneOf('eps', 'x0', 'v')],
  ['x0', is.tensor],
  ['eps', is.tensor],
  ['alpha', is.operand],
  ['sigma', is.operand],
);

/** What the network should have said for x_0 and eps. */
export function targetOf(
  kind: Parametrization,
  x0: Tensor,
  eps: Tensor,
  alpha: TensorLike,
  sigma: TensorLike,
): Tensor {
  targetOfArgs(kind, x0, eps, alpha, sigma);
  if (kind === 'eps') return eps;
  return kind === 'x0' ? x0 : sub(mul(eps, alpha), mul(x0, sigma));
}

const toX0Args = is.signature(
  'diffusion.toX0',
  ['kind', is.oneOf('eps', 'x0', 'v')],
  ['x', is.tensor],
  ['prediction', is.tensor],
  ['alpha', is.operand],
  ['sigma', is.operand],
);

/** The estimate of x_0 in a prediction at x_t. */
export function toX0(
  kind: Parametrization,
  x: Tensor,
  prediction: Tensor,
  alpha: TensorLike,
  sigma: TensorLike,
): Tensor {
  toX0Args(kind, x, prediction, alpha, sigma);
  if (kind === 'x0') return prediction;
  if (kind === 'v') return sub(mul(x, alpha), mul(prediction, sigma));
  return div(sub(x, mul(prediction, sigma)), alpha);
}

const toEpsArgs = is.signature(
  'diffusion.toEps',
  ['kind', is.oneOf('eps', 'x0', 'v')],
  ['x', is.tensor],
  ['prediction', is.tensor],
  ['alpha', is.operand],
  ['sigma', is.operand],
);

/** The estimate of eps in a prediction at x_t. */
export function toEps(
  kind: Parametrization,
  x: Tensor,
  prediction: Tensor,
  alpha: TensorLike,
  sigma: TensorLike,
): Tensor {
  toEpsArgs(kind, x, prediction, alpha, sigma);
  if (kind === 'eps') return prediction;
  if (kind === 'v') return add(mul(x, sigma), mul(prediction, alpha));
  return div(sub(x, mul(prediction, alpha)), sigma);
}

const snrArgs = is.signature('diffusion.snr', ['level', levelKind]);

/** Signal-to-noise ratio alpha² / sigma². */
export const snr = (level: Level): number => {
  snrArgs(level);
  const { alpha, sigma } = level;
  return (alpha / sigma) ** 2;
};

const minSnrWeightArgs = is.signature(
  'diffusion.minSnrWeight',
  ['kind', is.oneOf('eps', 'x0', 'v')],
  ['level', levelKind],
  ['gamma', is.scalar],
);

/**
 * Weight of the squared error under min-SNR-gamma (arXiv:2303.09556): min(SNR, gamma) for x0,
 * divided by SNR for eps (1 where it is 0) and by SNR + 1 for v. For tensors: `losses.minSnrWeights`.
 */
export function minSnrWeight(kind: Parametrization, level: Level, gamma = 5): number {
  minSnrWeightArgs(kind, level, gamma);
  const ratio = snr(level);
  const [a, b] = errorFactor[kind];
  if (a === 0 && ratio === 0) return 1;
  return Math.min(ratio, gamma) / (b === 0 ? a : a + b * ratio);
}
