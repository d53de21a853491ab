// Samplers: from noise to data in steps of a network's estimates. DDIM (Song et al. 2021,
// arXiv:2010.02502, eq. 12 and 16) with any eta; eta = 1 is DDPM's ancestral sampling on the same grid.
// All coefficients are float64 numbers of the host, given to one compiled step as run-time scalars, so a
// step is traced once whatever schedule, number of steps or guidance is asked for.
import { compile } from '../runtime/compile.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  broadcastTo,
  concat,
  div,
  mul,
  random,
  reshape,
  slice,
  standardDeviation,
  sub,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { leaves, zipWith } from '../tensor/tree.ts';
import {
  clean,
  type Level,
  type NoiseSchedule,
  type Parametrization,
  toEps,
  toX0,
} from './schedule.ts';

/** x_next = x0 x̂_0 + eps êps + noise z. */
export interface StepCoefficients {
  readonly x0: number;
  readonly eps: number;
  readonly noise: number;
}

/**
 * DDIM's coefficients between two levels: noise² = eta² (s_p²/s_t²) (1 - a_t²/a_p²), and of sigma_p²
 * the rest stays with êps. eta 0: deterministic; eta 1: the posterior of DDPM.
 */
export function ddimCoefficients(from: Level, to: Level, eta = 0): StepCoefficients {
  const ratio = (from.alpha / to.alpha) ** 2;
  const variance = eta ** 2 * (to.sigma / from.sigma) ** 2 * (1 - ratio);
  return {
    x0: to.alpha,
    eps: Math.sqrt(Math.max(to.sigma ** 2 - variance, 0)),
    noise: Math.sqrt(variance),
  };
}

/** Mean of the next x for estimates of x_0 and eps. */
export const ddimMean = (
  x0: Tensor,
  eps: Tensor,
  c: { readonly x0: TensorLike; readonly eps: TensorLike },
): Tensor => add(mul(x0, c.x0), mul(eps, c.eps));

/** Classifier-free guidance (arXiv:2207.12598): u + w (c - u); w = 1 is the conditional prediction. */
export const guide = (conditional: Tensor, unconditional: Tensor, w: TensorLike): Tensor =>
  add(unconditional, mul(sub(conditional, unconditional), w));

/**
 * Guidance that keeps the conditional prediction's spread (arXiv:2305.08891, eq. 15-16): phi times the
 * guided prediction rescaled per sample, plus (1 - phi) of it as it is.
 */
export function rescaleGuidance(guided: Tensor, conditional: Tensor, phi: TensorLike): Tensor {
  const axes = guided.shape.map((_, i) => i).slice(1);
  const std = (t: Tensor): Tensor => standardDeviation(t, axes, { keepDims: true });
  const rescaled = mul(guided, div(std(conditional), std(guided)));
  return add(guided, mul(sub(rescaled, guided), phi));
}

/** A network at x [n, ...], times [n] and a condition (a tree of tensors [n, ...]). */
export type Denoiser<P, C> = (params: P, x: Tensor, time: Tensor, condition: C) => Tensor;

/** One denoising step as the caller sees it. */
export interface Progress {
  /** 1 after the first step. */
  readonly step: number;
  readonly steps: number;
  /** The current estimate of the data; freed after the callback. */
  readonly x0: Tensor;
}

/** What to sample and how. */
export interface SampleOptions<C> {
  readonly condition: C;
  /** Condition of the empty prompt, for guidance. */
  readonly unconditional?: C;
  /** [n, ...] of the samples. */
  readonly shape: readonly number[];
  readonly schedule: NoiseSchedule;
  readonly steps: number;
  /** 0 (default): DDIM; 1: ancestral. */
  readonly eta?: number;
  /** Default 1: none. Otherwise each step runs one batch of 2n. */
  readonly guidance?: number;
  /** phi of `rescaleGuidance`; default 0. */
  readonly rescale?: number;
  /** Key of the noise, u32 [2]. */
  readonly key: Tensor;
  /** Where to start instead of noise from the key. */
  readonly start?: Tensor;
  readonly onStep?: (progress: Progress) => void | Promise<void>;
}

/** Draws samples; its compiled step is kept between calls. */
export type Sampler<P, C> = (params: P, options: SampleOptions<C>) => Promise<Tensor>;

interface Scalars {
  readonly time: number;
  readonly alpha: number;
  readonly sigma: number;
  readonly x0: number;
  readonly eps: number;
  readonly noise: number;
  readonly guidance: number;
  readonly rescale: number;
  readonly index: number;
}

// Which of the optional parts a step has; part of the key of its program.
interface Parts {
  readonly guided: boolean;
  readonly rescaled: boolean;
  readonly stochastic: boolean;
}

/** A sampler around a network that predicts `kind`. */
export function makeSampler<P, C>(denoise: Denoiser<P, C>, kind: Parametrization): Sampler<P, C> {
  // inside, the numbers of Scalars are scalar tensors
  function denoisingStep(
    params: P,
    x: Tensor,
    condition: C,
    scalars: Scalars,
    key: Tensor,
    parts: Parts,
  ): { next: Tensor; x0: Tensor } {
    const s = scalars as unknown as Record<keyof Scalars, Tensor>;
    const n = x.shape[0];
    const rows = parts.guided ? 2 * n : n;
    const input = parts.guided ? concat([x, x]) : x;
    const time = broadcastTo(reshape(s.time, [1]), [rows]);
    let prediction = denoise(params, input, time, condition);
    if (parts.guided) {
      const conditional = slice(prediction, [0, n]);
      prediction = guide(conditional, slice(prediction, [n, 2 * n]), s.guidance);
      if (parts.rescaled) prediction = rescaleGuidance(prediction, conditional, s.rescale);
    }
    const x0 = toX0(kind, x, prediction, s.alpha, s.sigma);
    const eps = toEps(kind, x, prediction, s.alpha, s.sigma);
    const mean = ddimMean(x0, eps, s);
    if (!parts.stochastic) return { next: mean, x0 };
    const z = random.normal(random.foldIn(key, s.index), x.shape);
    return { next: add(mean, mul(z, s.noise)), x0 };
  }
  const step = compile(denoisingStep, { name: 'denoising step' });

  return async (params, options) => {
    const { schedule, steps, eta = 0, guidance = 1, rescale = 0, key, onStep } = options;
    const guided = guidance !== 1;
    if (guided && options.unconditional === undefined) {
      throw new ShapeError(`guidance ${guidance} needs the condition of the empty prompt`);
    }
    const condition = guided
      ? zipWith((c, u) => concat([c, u]), options.condition, options.unconditional)
      : options.condition;
    const times = schedule.times(steps);
    let x = options.start ?? random.normal(key, options.shape);
    for (const [i, time] of times.entries()) {
      const from = schedule.level(time);
      const to = i + 1 < times.length ? schedule.level(times[i + 1]) : clean;
      const coefficients = ddimCoefficients(from, to, eta);
      // noise of the steps comes from counters that the start does not use
      const scalars = { time, ...from, ...coefficients, guidance, rescale, index: i + 1 };
      const parts = { guided, rescaled: rescale !== 0, stochastic: coefficients.noise > 0 };
      const { next, x0 } = step(params, x, condition, scalars, key, parts);
      // lets signals, timers and a page's events through where the device is this very thread
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (onStep) await onStep({ step: i + 1, steps, x0 });
      x0.dispose();
      if (x !== options.start) x.dispose();
      x = next;
    }
    if (guided) for (const t of leaves(condition)) t.dispose();
    return x;
  };
}
