// What a prediction says of x_0 and eps, for all schedulers.
import { clip, mul } from '../../tensor/ops/index.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { type Level, type Parametrization, type Scalars, toEps, toX0 } from '../process.ts';
import type { StepNumbers } from './scheduler.ts';

/** Options of schedulers that clip. */
export interface ClipConfig {
  /** Whether estimates of x_0 are clipped: right for pixels in [-range, range], wrong for latents. */
  readonly clip_sample: boolean;
  readonly clip_sample_range: number;
}

/** Estimates of x_0 (clipped if `config` says so) and of eps (never) in a prediction at x. */
export function estimator(kind: Parametrization, config?: ClipConfig) {
  const range = config?.clip_sample ? config.clip_sample_range : undefined;
  const x0 = (s: Scalars<Level>, input: Tensor, prediction: Tensor): Tensor => {
    const estimate = toX0(kind, input, prediction, s.alpha, s.sigma);
    return range === undefined ? estimate : clip(estimate, -range, range);
  };
  const eps = (s: Scalars<Level>, input: Tensor, prediction: Tensor): Tensor =>
    toEps(kind, input, prediction, s.alpha, s.sigma);
  /** x_0 for x in sigma space, x = x_0 + sigma eps. */
  const x0InSigmaSpace = (s: Scalars<StepNumbers>, x: Tensor, prediction: Tensor): Tensor =>
    x0(s, mul(x, s.input), prediction);
  return { x0, eps, x0InSigmaSpace };
}
