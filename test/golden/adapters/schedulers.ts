// Cases of the group `schedulers`: whole trajectories of diffusers' schedulers around an analytic model, with
// gradients through the chain, and their tables, time steps and forward noising.
import { vjp } from '../../../src/autodiff/transforms.ts';
import {
  addNoise,
  type ConfiguredScheduler,
  type Plan,
  schedulerFromConfig,
  velocity,
} from '../../../src/diffusion/schedulers/index.ts';
import {
  addNoiseAt,
  scaleModelInput,
  startHistory,
} from '../../../src/diffusion/schedulers/scheduler.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import {
  type Adapter,
  type Golden,
  type GoldenCase,
  type Results,
  Unsupported,
} from '../contract.ts';
import { roleOf } from '../golden.ts';

type Named = Record<string, Tensor>;

/** The scheduler that a case names, with the configuration under `config` or `key`. */
export function schedulerOf(c: GoldenCase, key = 'config'): ConfiguredScheduler {
  const config = c[key] as Readonly<Record<string, unknown>>;
  return schedulerFromConfig({ ...config, _class_name: c.scheduler });
}

// Keywords of `step`: only eta is known, and it belongs to a plan here.
function planOf(c: GoldenCase, scheduler: ConfiguredScheduler): Plan {
  const { eta, ...unknown } = (c.step_kwargs ?? {}) as { eta?: number };
  const [other] = Object.keys(unknown);
  if (other) throw new Unsupported(`${scheduler.name}.step has no ${other}`);
  return scheduler.plan(c.num_inference_steps as number, { eta });
}

const row = (values: readonly number[]): Tensor => ops.tensor(Float32Array.from(values));

// The reference draws noise where its generator advances, which it does also for steps that multiply it by
// zero; here a step that needs none takes none. Only noise where the reference has none is wrong.
function noiseUsed(c: GoldenCase, plan: Plan): Tensor {
  const drawn = c.noise_used as readonly boolean[];
  const used = plan.steps.map((s, k) => (s.noise > 0 || drawn[k] ? 1 : 0));
  return ops.tensor(Uint8Array.from(used), { shape: [used.length] });
}

function trajectory(c: GoldenCase, golden: Golden): Results {
  const scheduler = schedulerOf(c);
  const plan = planOf(c, scheduler);
  const { noise, ...start } = roleOf(golden, c.inputs);
  const run = ({ x: unit, a, b }: Named): Named => {
    let x = ops.mul(unit, plan.initNoiseSigma);
    let history: readonly Tensor[] = startHistory(scheduler, x);
    const passed: Tensor[] = [];
    const estimates: Tensor[] = [];
    for (const [k, s] of plan.steps.entries()) {
      const model = ops.tanh(ops.add(ops.mul(a, scaleModelInput(x, s)), ops.mul(b, s.time)));
      const z = s.noise > 0 ? ops.squeeze(ops.slice(noise, [k, k + 1]), 0) : undefined;
      const made = scheduler.step(s, x, model, history, z);
      ({ next: x, history } = made);
      passed.push(x);
      estimates.push(made.x0);
    }
    return { trajectory: ops.stack(passed), x0: ops.stack(estimates) };
  };
  const [outputs, pull] = vjp(run, start);
  const proj = roleOf(golden, c.proj);
  const cts = Object.fromEntries(
    Object.entries(outputs).map(([k, y]) => [k, proj[k] ?? ops.zerosLike(y)]),
  );
  return {
    outputs,
    grads: pull(cts),
    manifest: {
      timesteps: row(plan.timesteps),
      ...(plan.sigmas && { sigmas: row(plan.sigmas) }),
      init_noise_sigma: ops.tensor([plan.initNoiseSigma], { shape: [] }),
      noise_used: noiseUsed(c, plan),
    },
  };
}

function noising(c: GoldenCase, golden: Golden): Results {
  const scheduler = schedulerOf(c);
  const { t, index, ...start } = roleOf(golden, c.inputs);
  const run = ({ x0, noise }: Named): Named =>
    index
      ? { noisy: addNoiseAt(planOf(c, scheduler), x0, noise, index) }
      : { noisy: addNoise(scheduler, x0, noise, t), velocity: velocity(scheduler, x0, noise, t) };
  const [outputs, pull] = vjp(run, start);
  return { outputs, grads: pull(roleOf(golden, c.proj)) };
}

const kinds: Record<string, (c: GoldenCase, golden: Golden) => Results> = {
  trajectory,
  add_noise: noising,
  table: (c) => {
    const { betas, alphasCumprod } = schedulerOf(c);
    return { outputs: { betas: row([...betas]), alphas_cumprod: row([...alphasCumprod]) } };
  },
  timesteps: (c) => {
    const scheduler = schedulerOf(c);
    return { manifest: { timesteps: row(planOf(c, scheduler).timesteps) } };
  },
};

/** Computes a case of `schedulers`. */
export const schedulersAdapter: Adapter = (c, golden) => kinds[c.kind ?? '']?.(c, golden);
