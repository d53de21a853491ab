// Gaussian diffusion over discrete steps with fixed or learned variances, as improved diffusion (Nichol and
// Dhariwal 2021, arXiv:2102.09672) and Point-E (arXiv:2212.08751) use it: the forward process q, the reverse
// process p of a network. Tables are float64 on the host and
// are rounded once, where a step looks them up; noise is always an argument. Everything is built of operations,
// so it may stand inside `compile` and `grad`. Steps are code indices 0 .. T-1 and data is channels last.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, clip, div, mul, sub } from '../tensor/ops/arithmetic.ts';
import { tensor } from '../tensor/ops/create.ts';
import { take } from '../tensor/ops/indexing.ts';
import { sliceAxis } from '../tensor/ops/layout.ts';
import { exp } from '../tensor/ops/transcendental.ts';
import { broadcastTo, cast, reshape } from '../tensor/ops/views.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import type { DiffusionModel, ReverseOptions } from './reverse-options.ts';
import { alphaBars, posterior } from './schedule.ts';

/** What the network predicts: the noise, the data, or the mean of the step before. */
export type ModelMeanType = 'epsilon' | 'x_start' | 'x_prev';
/**
 * The reverse variance: the posterior's, beta, the network's logarithm of it, or the network's position
 * f in [-1, 1] between the logarithms of the first two (arXiv:2102.09672, eq. 15).
 */
export type ModelVarType = 'fixed_small' | 'fixed_large' | 'learned' | 'learned_range';
/** `rescaled_` brings losses of different numbers of steps to one size. */
export type DiffusionLossType = 'mse' | 'rescaled_mse' | 'kl' | 'rescaled_kl';

/** How a diffusion is set up; names and defaults are point-e's. */
export interface GaussianDiffusionOptions {
  /** beta_t in (0, 1], one a step. */
  readonly betas: Float64Array;
  /** What the network predicts. */
  readonly model_mean_type: ModelMeanType;
  /** Whether the variance is fixed or learned. */
  readonly model_var_type: ModelVarType;
  /** What training minimises. */
  readonly loss_type: DiffusionLossType;
  /** Step 0 of the variational bound is the likelihood of 8-bit data (default false: 0). */
  readonly discretized_t0?: boolean;
  /** Data x is diffused as x scale + bias, by channel. */
  readonly channel_scales?: readonly number[] | null;
  /** Added after `channel_scales`, by channel. */
  readonly channel_biases?: readonly number[] | null;
  /** Steps of the original chain to keep, any order (default all); the network is told their numbers. */
  readonly use_timesteps?: Iterable<number>;
}

/** A diffusion: its options and float64 tables by step. */
export interface GaussianDiffusion extends Required<GaussianDiffusionOptions> {
  /** Steps of the chain (those that are kept). */
  readonly steps: number;
  /** Their numbers in the original chain, which the network is told. */
  readonly timesteps: readonly number[];
  /** alphaBar_t and alphaBar_{t-1}, the latter 1 at step 0. */
  readonly alphaBars: Float64Array;
  readonly alphaBarsBefore: Float64Array;
  /** sqrt(alphaBar), sqrt(1 - alphaBar), 1 / sqrt(alphaBar) and sqrt(1 / alphaBar - 1). */
  readonly signal: Float64Array;
  readonly noise: Float64Array;
  readonly inverseSignal: Float64Array;
  readonly noiseToSignal: Float64Array;
  /** Coefficients of the posterior's mean for x_0 and x_t (DDPM eq. 7). */
  readonly meanOfX0: Float64Array;
  readonly meanOfXt: Float64Array;
  readonly posteriorVariance: Float64Array;
  /** ln of the posterior's variance; at step 0, where it is 0, that of step 1 (beta in a chain of one). */
  readonly posteriorLogVariance: Float64Array;
}

/** Builds the tables of a diffusion. @throws ShapeError for betas outside (0, 1] or steps outside the chain */
export function gaussianDiffusion(options: GaussianDiffusionOptions): GaussianDiffusion {
  const { betas: original } = options;
  const wrong = original.findIndex((b) => !(b > 0 && b <= 1));
  if (original.length === 0 || wrong >= 0) {
    throw new ShapeError(`a diffusion needs betas in (0, 1], not ${original[wrong]} at ${wrong}`);
  }
  const all = Array.from(original, (_, t) => t);
  const timesteps = [...new Set(options.use_timesteps ?? all)].sort((a, b) => a - b);
  const outside = timesteps.find((t) => !(t in all));
  if (timesteps.length === 0 || outside !== undefined) {
    throw new ShapeError(`step ${outside} is not one of 0 .. ${original.length - 1}`);
  }
  const everyBar = alphaBars(original);
  const bars = Float64Array.from(timesteps, (t) => everyBar[t]);
  const before = bars.map((_, i) => (i === 0 ? 1 : bars[i - 1]));
  const betas =
    timesteps.length === original.length ? original : bars.map((a, i) => 1 - a / before[i]);
  const { variance, x0, xt } = posterior(betas);
  const logVariance = variance.map((v, t) => Math.log(t > 0 ? v : (variance[1] ?? betas[0])));
  return {
    discretized_t0: false,
    channel_scales: null,
    channel_biases: null,
    ...options,
    use_timesteps: timesteps,
    betas,
    timesteps,
    steps: betas.length,
    alphaBars: bars,
    alphaBarsBefore: before,
    signal: bars.map(Math.sqrt),
    noise: bars.map((a) => Math.sqrt(1 - a)),
    inverseSignal: bars.map((a) => Math.sqrt(1 / a)),
    noiseToSignal: bars.map((a) => Math.sqrt(1 / a - 1)),
    meanOfX0: x0,
    meanOfXt: xt,
    posteriorVariance: variance,
    posteriorLogVariance: logVariance,
  };
}

/** A step for the whole batch, or one for each sample: i32 [n]. */
export type Steps = Tensor | number;

const stepIndicesArgs = is.signature(
  'diffusion.stepIndices',
  ['d', kinds.gaussianDiffusion],
  ['t', is.quantity],
);

/** Steps as i32 [1] or [n]; numbers become data, so that graphs of different steps are equal. @throws ShapeError */
export function stepIndices(d: GaussianDiffusion, t: Steps): Tensor {
  stepIndicesArgs(d, t);
  if (typeof t !== 'number') return cast(reshape(t, [t.size]), 'i32');
  if (!Number.isInteger(t) || t < 0 || t >= d.steps) {
    throw new ShapeError(`step ${t} is not one of 0 .. ${d.steps - 1}`);
  }
  return tensor(Int32Array.of(t));
}

const atStepsArgs = is.signature(
  'diffusion.atSteps',
  ['d', kinds.gaussianDiffusion],
  ['table', is.instance('a Float64Array', Float64Array)],
  ['t', is.quantity],
  ['x', is.tensor],
);

/** A table's values at steps, shaped to broadcast against x [n, ...]. */
export function atSteps(d: GaussianDiffusion, table: Float64Array, t: Steps, x: Tensor): Tensor {
  atStepsArgs(d, table, t, x);
  const at = stepIndices(d, t);
  const values = take(tensor(x.dtype === 'f64' ? table : Float32Array.from(table)), at);
  return cast(reshape(values, [at.size, ...x.shape.slice(1).map(() => 1)]), x.dtype);
}

const modelTimesArgs = is.signature(
  'diffusion.modelTimes',
  ['d', kinds.gaussianDiffusion],
  ['t', is.quantity],
  ['n', is.size],
);

/** The times [n] that the network is told. */
export const modelTimes = (d: GaussianDiffusion, t: Steps, n: number): Tensor => {
  modelTimesArgs(d, t, n);
  return broadcastTo(take(tensor(Float32Array.from(d.timesteps)), stepIndices(d, t)), [n]);
};

const timesTableArgs = is.signature(
  'diffusion.timesTable',
  ['d', kinds.gaussianDiffusion],
  ['table', is.instance('a Float64Array', Float64Array)],
  ['t', is.quantity],
  ['x', is.tensor],
);

/** x times a table's values at steps. */
export const timesTable = (
  d: GaussianDiffusion,
  table: Float64Array,
  t: Steps,
  x: Tensor,
): Tensor => {
  timesTableArgs(d, table, t, x);
  return mul(atSteps(d, table, t, x), x);
};

const qSampleArgs = is.signature(
  'diffusion.qSample',
  ['d', kinds.gaussianDiffusion],
  ['x0', is.tensor],
  ['t', is.quantity],
  ['noise', is.tensor],
);

/** x_t = sqrt(alphaBar) x_0 + sqrt(1 - alphaBar) noise, for scaled x_0 [n, ..., c]. */
export const qSample = (d: GaussianDiffusion, x0: Tensor, t: Steps, noise: Tensor): Tensor => {
  qSampleArgs(d, x0, t, noise);
  return add(timesTable(d, d.signal, t, x0), timesTable(d, d.noise, t, noise));
};

const qPosteriorMeanArgs = is.signature(
  'diffusion.qPosteriorMean',
  ['d', kinds.gaussianDiffusion],
  ['x0', is.tensor],
  ['xt', is.tensor],
  ['t', is.quantity],
);

/** Mean of q(x_{t-1} | x_t, x_0). */
export const qPosteriorMean = (d: GaussianDiffusion, x0: Tensor, xt: Tensor, t: Steps): Tensor => {
  qPosteriorMeanArgs(d, x0, xt, t);
  return add(timesTable(d, d.meanOfX0, t, x0), timesTable(d, d.meanOfXt, t, xt));
};

const x0FromEpsArgs = is.signature(
  'diffusion.x0FromEps',
  ['d', kinds.gaussianDiffusion],
  ['xt', is.tensor],
  ['t', is.quantity],
  ['eps', is.tensor],
);

/** x_0 = x_t / sqrt(alphaBar) - sqrt(1 / alphaBar - 1) eps. */
export const x0FromEps = (d: GaussianDiffusion, xt: Tensor, t: Steps, eps: Tensor): Tensor => {
  x0FromEpsArgs(d, xt, t, eps);
  return sub(timesTable(d, d.inverseSignal, t, xt), timesTable(d, d.noiseToSignal, t, eps));
};

const epsFromX0Args = is.signature(
  'diffusion.epsFromX0',
  ['d', kinds.gaussianDiffusion],
  ['xt', is.tensor],
  ['t', is.quantity],
  ['x0', is.tensor],
);

/** The noise of an estimate of x_0: the same equation the other way round. */
export const epsFromX0 = (d: GaussianDiffusion, xt: Tensor, t: Steps, x0: Tensor): Tensor => {
  epsFromX0Args(d, xt, t, x0);
  return div(sub(timesTable(d, d.inverseSignal, t, xt), x0), atSteps(d, d.noiseToSignal, t, xt));
};

function x0FromMean(d: GaussianDiffusion, xt: Tensor, t: Steps, mean: Tensor): Tensor {
  const ofMean = d.meanOfX0.map((c) => 1 / c);
  const ofXt = d.meanOfX0.map((c, i) => d.meanOfXt[i] / c);
  return sub(timesTable(d, ofMean, t, mean), timesTable(d, ofXt, t, xt));
}

/** p(x_{t-1} | x_t): all of x's shape. */
export interface ReverseStep {
  readonly mean: Tensor;
  readonly variance: Tensor;
  readonly logVariance: Tensor;
  /** The estimate of x_0. */
  readonly predXStart: Tensor;
}

function variances(d: GaussianDiffusion, values: Tensor | undefined, x: Tensor, t: Steps) {
  const look = (table: Float64Array): Tensor => broadcastTo(atSteps(d, table, t, x), x.shape);
  if (values && d.model_var_type === 'learned')
    return { variance: exp(values), logVariance: values };
  if (values) {
    const low = atSteps(d, d.posteriorLogVariance, t, x);
    const range = d.posteriorLogVariance.map((v, i) => Math.log(d.betas[i]) - v);
    const share = mul(add(values, 1), 0.5); // of [-1, 1]
    const logVariance = add(low, mul(share, atSteps(d, range, t, x)));
    return { variance: exp(logVariance), logVariance };
  }
  if (d.model_var_type === 'fixed_small') {
    return { variance: look(d.posteriorVariance), logVariance: look(d.posteriorLogVariance) };
  }
  // at step 0 the posterior's of step 1: a better likelihood of the data
  const large = d.betas.map((b, i) => (i > 0 ? b : (d.posteriorVariance[1] ?? b)));
  return { variance: look(large), logVariance: look(large.map(Math.log)) };
}

const learnsVarianceArgs = is.signature('diffusion.learnsVariance', ['d', kinds.gaussianDiffusion]);

/** Whether the network predicts variances beside means. */
export const learnsVariance = (d: GaussianDiffusion): boolean => {
  learnsVarianceArgs(d);
  return d.model_var_type === 'learned' || d.model_var_type === 'learned_range';
};

const splitOutputArgs = is.signature(
  'diffusion.splitOutput',
  ['d', kinds.gaussianDiffusion],
  ['output', is.tensor],
  ['x', is.tensor],
);

/** The network's output [n, ..., c or 2c] as means and, where it learns them, variances. @throws ShapeError */
export function splitOutput(
  d: GaussianDiffusion,
  output: Tensor,
  x: Tensor,
): [means: Tensor, variances: Tensor | undefined] {
  splitOutputArgs(d, output, x);
  const c = x.shape[x.rank - 1];
  const wanted = [...x.shape.slice(0, -1), learnsVariance(d) ? 2 * c : c];
  if (output.rank !== x.rank || output.shape.some((size, i) => size !== wanted[i])) {
    throw new ShapeError(
      `the network gave ${output} for ${x}; ${d.model_var_type} variances need [${wanted}]`,
    );
  }
  if (!learnsVariance(d)) return [output, undefined];
  return [sliceAxis(output, -1, [0, c]), sliceAxis(output, -1, [c, 2 * c])];
}

const pMeanVarianceArgs = is.signature(
  'diffusion.pMeanVariance',
  ['d', kinds.gaussianDiffusion],
  ['model', is.func],
  ['x', is.tensor],
  ['t', is.quantity],
  ['options', kinds.denoiseOptions],
);

/** The network's p(x_{t-1} | x_t) at x [n, ..., c]. @throws ShapeError if the output does not fit */
export function pMeanVariance(
  d: GaussianDiffusion,
  model: DiffusionModel,
  x: Tensor,
  t: Steps,
  options: ReverseOptions = {},
): ReverseStep {
  pMeanVarianceArgs(d, model, x, t, options);
  const output = model(x, modelTimes(d, t, x.shape[0]));
  const [means, values] = splitOutput(d, output, x);
  const { clip_denoised = false, denoised_fn = (x0) => x0 } = options;
  const processed = (x0: Tensor): Tensor => {
    const y = denoised_fn(x0);
    return clip_denoised ? clip(y, -1, 1) : y;
  };
  const spread = variances(d, values, x, t);
  if (d.model_mean_type === 'x_prev') {
    return { ...spread, mean: means, predXStart: processed(x0FromMean(d, x, t, means)) };
  }
  const x0 = d.model_mean_type === 'x_start' ? means : x0FromEps(d, x, t, means);
  const predXStart = processed(x0);
  return { ...spread, mean: qPosteriorMean(d, predXStart, x, t), predXStart };
}

const scaleChannelsArgs = is.signature(
  'diffusion.scaleChannels',
  ['d', kinds.gaussianDiffusion],
  ['x', is.tensor],
);

/** Data [..., c] into the diffusion's scale: x scale + bias by channel. */
export function scaleChannels(d: GaussianDiffusion, x: Tensor): Tensor {
  scaleChannelsArgs(d, x);
  const scaled = d.channel_scales ? mul(x, tensor([...d.channel_scales])) : x;
  return d.channel_biases ? add(scaled, tensor([...d.channel_biases])) : scaled;
}

const unscaleChannelsArgs = is.signature(
  'diffusion.unscaleChannels',
  ['d', kinds.gaussianDiffusion],
  ['x', is.tensor],
);

/** Back from the diffusion's scale: (x - bias) / scale by channel. */
export function unscaleChannels(d: GaussianDiffusion, x: Tensor): Tensor {
  unscaleChannelsArgs(d, x);
  const y = d.channel_biases ? sub(x, tensor([...d.channel_biases])) : x;
  return d.channel_scales ? div(y, tensor([...d.channel_scales])) : y;
}
