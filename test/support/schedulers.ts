// What the tests of schedulers share: networks whose answers are known, a walk over the steps of a plan, and
// every scheduler by its name.
import { expect } from 'vitest';
import {
  type ConfiguredScheduler,
  type Plan,
  type StepNumbers,
  schedulerFromConfig,
} from '../../src/diffusion/schedulers/index.ts';
import { scaleModelInput, startHistory } from '../../src/diffusion/schedulers/scheduler.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

/** Numbers as a tensor [n] of float64. */
export const f64 = (...values: number[]): Tensor => ops.tensor(Float64Array.from(values));
/** The values of a tensor. */
export const list = async (t: Tensor): Promise<number[]> => Array.from(await t.data());

/** A network that sees x in front of it and the numbers of the step. */
export type Network = (input: Tensor, s: StepNumbers) => Tensor;

/** x after each of the steps; `z` is the noise of stochastic ones. */
export function walk(
  scheduler: ConfiguredScheduler,
  plan: Plan,
  start: Tensor,
  network: Network,
  z?: Tensor,
) {
  const passed: Tensor[] = [];
  let x = start;
  let history: readonly Tensor[] = startHistory(scheduler, x);
  for (const s of plan.steps) {
    const prediction = network(scaleModelInput(x, s), s);
    const noise = plan.stochastic ? z : undefined;
    ({ next: x, history } = scheduler.step(s, x, prediction, history, noise));
    passed.push(x);
  }
  return passed;
}

/** Expects equal lengths, and values within a tolerance, relative above 1. */
export async function near(got: Tensor, want: Tensor, tolerance: number): Promise<void> {
  const [a, b] = [await list(got), await list(want)];
  expect(a.length).toBe(b.length);
  a.forEach((v, i) => {
    expect(Math.abs(v - b[i])).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(b[i])));
  });
}

/** What a network that knows x_0 says of x = alpha x_0 + sigma eps. */
export function perfect(scheduler: ConfiguredScheduler, x0: Tensor): Network {
  return (input, s) => {
    if (scheduler.kind === 'x0') return x0;
    const eps = ops.div(ops.sub(input, ops.mul(x0, s.alpha)), s.sigma);
    return scheduler.kind === 'eps' ? eps : ops.sub(ops.mul(eps, s.alpha), ops.mul(x0, s.sigma));
  };
}

/** tanh(0.7 x + t / 1000). */
export const tanhNetwork: Network = (input, s) =>
  ops.tanh(ops.add(ops.mul(input, 0.7), 0.001 * s.time));

/** Stable Diffusion's betas. */
export const stable = { beta_start: 0.00085, beta_end: 0.012, beta_schedule: 'scaled_linear' };
/** Every scheduler. */
export const names = [
  'DDPMScheduler',
  'DDIMScheduler',
  'DPMSolverMultistepScheduler',
  'EulerDiscreteScheduler',
  'EulerAncestralDiscreteScheduler',
  'HeunDiscreteScheduler',
  'PNDMScheduler',
];
/** A scheduler by its class, without clipping, to no noise at the end. */
export const make = (name: string, options: object = {}): ConfiguredScheduler =>
  schedulerFromConfig({
    _class_name: name,
    ...stable,
    clip_sample: false,
    set_alpha_to_one: true,
    skip_prk_steps: true,
    ...options,
  });
