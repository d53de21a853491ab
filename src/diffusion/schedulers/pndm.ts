// PNDMScheduler without Runge-Kutta steps (skip_prk_steps, as Stable Diffusion 1 uses it): the linear
// multistep method of pseudo numerical methods (Liu et al. 2022, arXiv:2202.09778). Predictions of up to
// four calls are combined as Adams and Bashforth do, and the combination makes a step of DDIM with
// eta = 0. Two calls make the first step: the second one, where the first led to, corrects it.
import * as is from '../../tensor/arguments.ts';
import { WgradError } from '../../tensor/errors.ts';
import { add, mul } from '../../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../../tensor/tensor.ts';
import { type CommonConfig, commonDefaults, readScheduler } from './config.ts';
import { estimator } from './estimates.ts';
import { type LevelStep, lastLevel, levelSteps } from './levels.ts';
import { type ConfiguredScheduler, refuseEta, type StepNumbers, withNoise } from './scheduler.ts';

/**
 * Numbers of a call: the step begins at b = fresh x + held b_before; p = now prediction + sum of p1..p4 times
 * the predictions of the four calls before, latest first; mean = xt b + eps êps(p).
 */
export interface PndmNumbers extends StepNumbers {
  readonly fresh: number;
  readonly held: number;
  readonly now: number;
  readonly p1: number;
  readonly p2: number;
  readonly p3: number;
  readonly p4: number;
  /** Level of b, which is that of x except in call 1. */
  readonly alphaFrom: number;
  readonly sigmaFrom: number;
  readonly xt: number;
  readonly eps: number;
}

/** Options of PNDMScheduler. */
export interface PndmConfig extends CommonConfig {
  /** Must be true: the Runge-Kutta steps of the paper are not implemented. */
  readonly skip_prk_steps: boolean;
  readonly set_alpha_to_one: boolean;
}

const defaults: PndmConfig = { ...commonDefaults, skip_prk_steps: false, set_alpha_to_one: false };

// Weights of the prediction of a call and of the four before it. Call 1 repeats the step of call 0 with the
// mean of both predictions, and its own is left out of what follows.
function weights(call: number): [number, number, number, number, number] {
  if (call === 0) return [1, 0, 0, 0, 0];
  if (call === 1) return [1 / 2, 1 / 2, 0, 0, 0];
  if (call === 2) return [3 / 2, 0, -1 / 2, 0, 0];
  if (call === 3) return [23 / 12, -16 / 12, 0, 5 / 12, 0];
  if (call === 4) return [55 / 24, -59 / 24, 37 / 24, 0, -9 / 24];
  return [55 / 24, -59 / 24, 37 / 24, -9 / 24, 0];
}

function pndmNumbers(call: number, { time, from, to }: LevelStep): PndmNumbers {
  const [now, p1, p2, p3, p4] = weights(call);
  const xt = to.alpha / from.alpha;
  return {
    time,
    input: 1,
    // call 1 looks at where call 0 led to
    ...(call === 1 ? to : from),
    noise: 0,
    fresh: call === 1 ? 0 : 1,
    held: call === 1 ? 1 : 0,
    now,
    p1,
    p2,
    p3,
    p4,
    alphaFrom: from.alpha,
    sigmaFrom: from.sigma,
    xt,
    eps: to.sigma - xt * from.sigma,
  };
}

// sum of w_i t_i
const combine = (ts: readonly Tensor[], ws: readonly TensorLike[]): Tensor =>
  ts.slice(1).reduce((total, t, i) => add(total, mul(t, ws[i + 1])), mul(ts[0], ws[0]));

const pndmSchedulerArgs = is.signature('diffusion.pndmScheduler', ['given', is.config]);

/** PNDMScheduler of diffusers with skip_prk_steps. @throws WgradError for options it has not */
export function pndmScheduler(given: Partial<PndmConfig> = {}): ConfiguredScheduler {
  pndmSchedulerArgs(given);
  const base = readScheduler('PNDMScheduler', given, defaults);
  const { name, kind, config } = base;
  if (!config.skip_prk_steps) {
    throw new WgradError(
      `${name}: the option skip_prk_steps = false is not implemented, only true`,
    );
  }
  if (kind === 'x0') {
    throw new WgradError(`${name}: prediction_type = "sample"; choose epsilon or v_prediction`);
  }
  const last = lastLevel(base, config.set_alpha_to_one);
  const estimate = estimator(kind);
  return {
    ...base,
    scalesInput: false,
    historyLength: 5,
    plan: (steps, options = {}) => {
      refuseEta(name, options);
      const way = levelSteps(base, steps, options, last);
      const numbers = way.map((s, i) => pndmNumbers(i === 0 ? 0 : i + 1, s));
      // the first step again, at the time that it led to
      if (way.length > 1) numbers.splice(1, 0, pndmNumbers(1, { ...way[0], time: way[1].time }));
      return {
        timesteps: numbers.map((s) => s.time),
        initNoiseSigma: 1,
        stochastic: false,
        steps: numbers,
      };
    },
    step: withNoise<PndmNumbers>((s, x, prediction, [begin, ...predictions]) => {
      const from = add(mul(x, s.fresh), mul(begin, s.held));
      const all = [prediction, ...predictions];
      const combined = combine(all, [s.now, s.p1, s.p2, s.p3, s.p4]);
      const level = { alpha: s.alphaFrom, sigma: s.sigmaFrom };
      const eps = estimate.eps(level, from, combined);
      const mean = add(mul(from, s.xt), mul(eps, s.eps));
      const x0 = estimate.x0(level, from, combined);
      return { mean, x0, history: [from, ...all.slice(0, 4)] };
    }),
  };
}
