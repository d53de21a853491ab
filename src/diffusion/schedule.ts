// Noise schedules: how much of the signal is left at a time. Discrete tables follow Ho et
// al. 2020 (arXiv:2006.11239), Nichol and Dhariwal 2021 (2102.09672) and Lin et al. 2023 (2305.08891); the
// continuous cosine follows Salimans and Ho 2022 (2202.00512). Tables are float64 on the host: 1 - alphaBar near
// t = 0 would lose three digits in f32.

import { errorFactor } from '../losses/min-snr.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, cos, mul, sin } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Level, levelOf, type Parametrization } from './process.ts';

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

/** alphaBar_t = prod_{i <= t} (1 - beta_i). */
export function alphaBars(betas: Float64Array): Float64Array {
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

/** A schedule as samplers see it: times from noisy to clean, and the level at each. */
export interface NoiseSchedule {
  /** `steps` times, noisiest first; the step after the last one leads to `clean`. */
  times(steps: number): number[];
  /** How much of image and noise there is at a time. */
  level(time: number): Level;
}

/** How a sampler with fewer steps than the training picks its times. */
export type Spacing = 'leading' | 'trailing' | 'linspace';

/** The nearest integer, of two the even one: as NumPy and PyTorch round. */
export function roundHalfEven(x: number): number {
  const up = Math.round(x);
  return up - x === 0.5 && up % 2 !== 0 ? up - 1 : up;
}

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
    level: (t) => levelOf(bars[t]),
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

/** Signal-to-noise ratio alpha² / sigma². */
export const snr = (level: Level): number => {
  const { alpha, sigma } = level;
  return (alpha / sigma) ** 2;
};

const _levelKind = is.fields<Level>({ alpha: is.scalar, sigma: is.scalar });
/**
 * Weight of the squared error under min-SNR-gamma (arXiv:2303.09556): min(SNR, gamma) for x0,
 * divided by SNR for eps (1 where it is 0) and by SNR + 1 for v. For tensors: `losses.minSnrWeights`.
 */
export function minSnrWeight(kind: Parametrization, level: Level, gamma = 5): number {
  const ratio = snr(level);
  const [a, b] = errorFactor[kind];
  if (a === 0 && ratio === 0) return 1;
  return Math.min(ratio, gamma) / (b === 0 ? a : a + b * ratio);
}
