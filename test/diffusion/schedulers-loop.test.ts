// Schedulers in compiled steps, in the sampling loop, and under gradients.
import { beforeAll, describe, expect, test } from 'vitest';
import { checkGradients } from '../../src/autodiff/check-gradients.ts';
import { checkpoint } from '../../src/autodiff/checkpoint.ts';
import { valueAndGrad } from '../../src/autodiff/transforms.ts';
import { guide, rescaleGuidance } from '../../src/diffusion/denoising-step.ts';
import { type Progress, sampler } from '../../src/diffusion/samplers.ts';
import {
  type Plan,
  type Scheduler,
  schedulerFromConfig,
} from '../../src/diffusion/schedulers/index.ts';
import {
  addNoiseAt,
  scaleModelInput,
  startHistory,
} from '../../src/diffusion/schedulers/scheduler.ts';
import { memory } from '../../src/runtime/cells.ts';
import { compile } from '../../src/runtime/compile.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';

const stable = {
  beta_start: 0.00085,
  beta_end: 0.012,
  beta_schedule: 'scaled_linear',
  clip_sample: false,
  skip_prk_steps: true,
};
const schedulers: [string, Scheduler, { eta?: number }][] = (
  [
    ['DDPMScheduler'],
    ['DDIMScheduler'],
    ['DDIMScheduler', 1],
    ['DPMSolverMultistepScheduler'],
    ['EulerDiscreteScheduler'],
    ['EulerAncestralDiscreteScheduler'],
    ['HeunDiscreteScheduler'],
    ['PNDMScheduler'],
  ] as [string, number?][]
).map(([name, eta]) => [
  eta ? `${name} with eta ${eta}` : name,
  schedulerFromConfig({ _class_name: name, ...stable }),
  eta ? { eta } : {},
]);

const network = (a: TensorLike, input: Tensor, time: TensorLike): Tensor =>
  ops.tanh(ops.add(ops.mul(input, a), ops.mul(time, 0.001)));

// the plain loop; noise [steps, ...]
function walk(
  scheduler: Scheduler,
  plan: Plan,
  start: Tensor,
  a: TensorLike,
  noise: Tensor,
): Tensor {
  let x = start;
  let history: readonly Tensor[] = startHistory(scheduler, x);
  for (const [i, s] of plan.steps.entries()) {
    const prediction = network(a, scaleModelInput(x, s), s.time);
    const z = plan.stochastic ? ops.squeeze(ops.slice(noise, [i, i + 1]), 0) : undefined;
    ({ next: x, history } = scheduler.step(s, x, prediction, history, z));
  }
  return x;
}

const list = async (t: Tensor): Promise<number[]> => Array.from(await t.data());
async function near(got: Tensor, want: Tensor, tolerance: number): Promise<void> {
  const [a, b] = [await list(got), await list(want)];
  expect(a.length).toBe(b.length);
  a.forEach((v, i) => {
    expect(Math.abs(v - b[i])).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(b[i])));
  });
}

describe('compiled', () => {
  beforeAll(async () => {
    await use('cpu');
  });

  for (const [name, scheduler, options] of schedulers) {
    test(`${name}: one trace serves every step of every plan, with the eager values`, async () => {
      const plan = scheduler.plan(9, options);
      const [x0, noise] = [4, 5].map((k) => ops.random.normal(ops.random.key(k), [3, 4]));
      const start = ops.mul(x0, plan.initNoiseSigma);
      // inside, the numbers of a step are tensors
      type Rest = Parameters<typeof one> extends [unknown, ...infer R] ? R : never;
      const step = compile((s: Record<string, Tensor>, ...rest: Rest) =>
        one(s as unknown as Plan['steps'][number], ...rest),
      );
      function one(
        s: Plan['steps'][number],
        x: Tensor,
        a: TensorLike,
        history: readonly Tensor[],
        z: Tensor,
      ) {
        const prediction = network(a, scaleModelInput(x, s), s.time);
        const used = plan.stochastic ? z : undefined;
        const made = scheduler.step(s, x, prediction, history, used);
        return { x: made.next, history: made.history };
      }
      let now = { x: start, history: startHistory(scheduler, start) as readonly Tensor[] };
      let eager = now;
      for (const s of plan.steps) {
        now = step({ ...s }, now.x, 0.7, now.history, noise);
        eager = one(s, eager.x, 0.7, eager.history, noise);
      }
      await near(now.x, eager.x, 2e-5);
      for (const s of scheduler.plan(4, options).steps)
        now = step({ ...s }, now.x, 0.7, now.history, noise);
      expect((await step.stats()).traces).toBe(1);
      step.dispose();
    });
  }
});

describe('the loop', () => {
  beforeAll(async () => {
    await use('cpu');
  });
  const key = ops.random.key(3);
  type Shift = { shift: Tensor };
  // counts how often it is traced
  const counted = () => {
    let calls = 0;
    const denoise = (a: Tensor, x: Tensor, time: Tensor, c: Shift): Tensor => {
      calls++;
      const t = ops.reshape(time, [time.size, 1]);
      return ops.add(network(a, x, t), ops.mul(c.shift, x));
    };
    return { denoise, calls: () => calls };
  };
  const a = ops.tensor([0.7], { shape: [] });
  const shift = (v: number): Shift => ({ shift: ops.full([3, 1], v) });

  for (const [name, scheduler, options] of schedulers) {
    test(`samples with ${name} as a plain loop does, and frees what it made`, async () => {
      const { denoise, calls } = counted();
      const sample = sampler(denoise, scheduler);
      const given = { condition: shift(0.2), shape: [3, 4], key, ...options };
      const seen: string[] = [];
      const onStep = async ({ step, steps, x0 }: Progress) => {
        seen.push(`${step}/${steps} ${(await x0.data()).length}`);
      };
      const got = await sample(a, { ...given, steps: 5, onStep });
      const plan = scheduler.plan(5, options);
      const n = plan.steps.length;
      expect(seen).toEqual(Array.from({ length: n }, (_, i) => `${i + 1}/${n} 12`));

      let x = ops.mul(ops.random.normal(key, [3, 4]), plan.initNoiseSigma);
      let history: readonly Tensor[] = startHistory(scheduler, x);
      for (const [i, s] of plan.steps.entries()) {
        const input = scaleModelInput(x, s);
        const prediction = denoise(a, input, ops.full([3], s.time), given.condition);
        const z = ops.random.normal(ops.random.foldIn(key, i + 1), [3, 4]);
        const used = plan.stochastic ? z : undefined;
        ({ next: x, history } = scheduler.step(s, x, prediction, history, used));
      }
      await near(got, x, 2e-5);
      const drawn = await list(got);
      expect(calls()).toBe(1 + n);
      got.dispose();

      const other = await sample(a, { ...given, steps: 5, key: ops.random.key(4) });
      const same = await sample(a, { ...given, steps: 5 });
      expect(await list(same)).toEqual(drawn);
      expect(await list(other)).not.toEqual(drawn);
      other.dispose();
      same.dispose();

      const before = memory();
      const again = await sample(a, { ...given, steps: 12 });
      expect(memory().tensors).toBeLessThanOrEqual(before.tensors + 1); // less if garbage went
      expect(calls()).toBe(1 + n); // other numbers of steps run the same program
      again.dispose();
    });
  }

  test('guides and rescales with every scheduler', async () => {
    const { denoise } = counted();
    for (const [, scheduler, options] of schedulers) {
      const sample = sampler(denoise, scheduler);
      const given = { condition: shift(0.2), unconditional: shift(-0.1), shape: [3, 4], key };
      const plan = scheduler.plan(4, options);
      for (const rescale of [0, 0.7]) {
        const all = { ...given, ...options, steps: 4, guidance: 3, rescale };
        const got = await sample(a, all);
        let x = ops.mul(ops.random.normal(key, [3, 4]), plan.initNoiseSigma);
        let history: readonly Tensor[] = startHistory(scheduler, x);
        for (const [i, s] of plan.steps.entries()) {
          const [c, u] = [given.condition, given.unconditional].map((condition) =>
            denoise(a, scaleModelInput(x, s), ops.full([3], s.time), condition),
          );
          const guided = rescaleGuidance(guide(c, u, 3), c, rescale);
          const z = ops.random.normal(ops.random.foldIn(key, i + 1), [3, 4]);
          const used = plan.stochastic ? z : undefined;
          ({ next: x, history } = scheduler.step(s, x, guided, history, used));
        }
        await near(got, x, 5e-5);
      }
    }
  });

  test('image to image starts from the picture, noised as far as its strength says', async () => {
    const { denoise } = counted();
    const picture = ops.random.normal(ops.random.key(8), [3, 4]);
    for (const [, scheduler, options] of schedulers) {
      const sample = sampler(denoise, scheduler);
      const steps: number[] = [];
      const given = { condition: shift(0), shape: [3, 4], key, steps: 10, ...options };
      const onStep = ({ step }: Progress) => {
        steps.push(step);
      };
      const got = await sample(a, { ...given, image: { x0: picture, strength: 0.35 }, onStep });
      const plan = scheduler.plan(10, { ...options, start: 7 });
      expect(steps.length).toBe(plan.steps.length);
      // the same from the noised picture, given as it is
      const start = addNoiseAt(plan, picture, ops.random.normal(key, [3, 4]), 0);
      const noise = ops.stack(
        plan.steps.map((_, i) => ops.random.normal(ops.random.foldIn(key, i + 1), [3, 4])),
      );
      await near(got, walk(scheduler, plan, start, a, noise), 2e-5);
    }
    const sample = sampler(denoise, schedulers[0][1]);
    const given = { condition: shift(0), shape: [3, 4], key, steps: 10 };
    await expect(sample(a, { ...given, image: { x0: picture, strength: 0.01 } })).rejects.toThrow(
      /start 10 of 10/,
    );
  });
});

describe('gradients', () => {
  beforeAll(async () => {
    await use('interpret');
  });

  for (const [name, scheduler, options] of schedulers) {
    test(`flow through three steps of ${name}`, async () => {
      const plan = scheduler.plan(3, options);
      const scale = plan.initNoiseSigma;
      const f = (x: Tensor, a: Tensor, noise: Tensor): Tensor =>
        walk(scheduler, plan, ops.mul(x, scale), a, noise);
      const report = await checkGradients(
        f,
        [[0.3, -0.8], 0.7, ops.random.normal(ops.random.key(2), [5, 2])],
        { tolerance: 1e-5 },
      );
      expect(report.compared).toBeGreaterThan(10);
    });
  }

  test('of a chain whose network is checkpointed are the same', async () => {
    const { 1: scheduler } = schedulers[3];
    const plan = scheduler.plan(6);
    const start = ops.tensor(Float64Array.of(0.3, -0.8));
    const once = checkpoint(network);
    const run = (net: typeof network) => (a: Tensor) => {
      let x = start;
      let history: readonly Tensor[] = startHistory(scheduler, x);
      for (const s of plan.steps) {
        const time = ops.tensor(Float64Array.of(s.time));
        ({ next: x, history } = scheduler.step(s, x, net(a, x, time), history));
      }
      return ops.sum(ops.square(x));
    };
    const a = ops.tensor(Float64Array.of(0.7), { shape: [] });
    const [value, gradient] = valueAndGrad(run(network))(a);
    const [value2, gradient2] = valueAndGrad(run(once))(a);
    await near(value2, value, 1e-12);
    await near(gradient2, gradient, 1e-12);
  });
});
