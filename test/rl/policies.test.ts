// Policies on the CPU: the ratio of a first update is exactly 1; what is drawn has the probability that is said.
import { beforeAll, describe, expect, test } from 'vitest';
import { checkGradients } from '../../src/autodiff/check-gradients.ts';
import { grad } from '../../src/autodiff/transforms.ts';
import { ddimOver } from '../../src/diffusion/schedulers/ddim.ts';
import { dpmSolverMultistepScheduler } from '../../src/diffusion/schedulers/index.ts';
import { denoisingPolicy } from '../../src/rl/index.ts';
import { random, square, sum, tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';
import { denoise, expectFirstRatios, netParams, ratios, subjects } from './policies.ts';

beforeAll(() => use('cpu'));

describe('a rollout and its first update', () => {
  test.each(Object.keys(subjects))('agree to the bit: %s', async (name) => {
    await expectFirstRatios(subjects[name]());
  });
});

describe('a denoising policy', () => {
  const how = { shape: [2], steps: 4, eta: 1, unconditional: tensor([[0]]) };
  const guided = (guidance: number) =>
    denoisingPolicy(denoise, ddimOver('v'), { ...how, guidance }) as ReturnType<
      (typeof subjects)[string]
    >['policy'];

  test('whose update is guided otherwise than its rollout is found out', async () => {
    const subject = { ...subjects['Euler ancestral, guided'](), policy: guided(3) };
    expect(new Set((await ratios(subject)).ratios)).toEqual(new Set([1]));
    for (const other of [1, 2.9]) {
      expect((await ratios(subject, guided(other))).ratios).not.toContain(1);
    }
  });

  test('says what an independent density of a standard normal says', async () => {
    // log N(mean + noise z; mean, noise²) = -z² / 2 - log noise - log(2 pi) / 2, with the z of the sampler
    const policy = denoisingPolicy(denoise, ddimOver('v'), how);
    const key = random.key(4);
    const { logp } = await policy.rollout(netParams(), tensor([[0.5], [-1], [2]]), key);
    const got = await logp.data();
    const plan = ddimOver('v').plan(4, { eta: 1 });
    for (const [k, i] of policy.decisions.entries()) {
      const z = await random.normal(random.foldIn(key, i + 1), [3, 2]).data();
      for (let row = 0; row < 3; row++) {
        const square = (Number(z[2 * row]) ** 2 + Number(z[2 * row + 1]) ** 2) / 2;
        const want = -square / 2 - Math.log(plan.steps[i].noise) - Math.log(2 * Math.PI) / 2;
        expect(Number(got[row * policy.decisions.length + k])).toBeCloseTo(want, 4);
      }
    }
  });

  test('gives the same samples as a function of its parameters, with gradients of the last steps', async () => {
    const policy = denoisingPolicy(denoise, ddimOver('v'), { ...how, guidance: 3 });
    const [c, key, p] = [tensor([[0.5], [-1], [2]]), random.key(4), netParams()];
    const { samples } = await policy.rollout(p, c, key);
    const again = await policy.differentiable(p, c, key).data();
    for (const [i, v] of (await samples.data()).entries())
      expect(again[i]).toBeCloseTo(Number(v), 5);
    const norms: number[] = [];
    for (const last of [0, 1, 4]) {
      const g = grad((q: typeof p) => sum(policy.differentiable(q, c, key, last)))(p);
      norms.push(await sum(square(g[0].w)).item());
    }
    expect(norms[0]).toBe(0);
    expect(norms[1]).toBeGreaterThan(0);
    expect(norms[2]).not.toBeCloseTo(norms[1], 6);
    await checkGradients(
      (w: Tensor) =>
        sum(square(policy.differentiable([{ ...p[0], w }, ...p.slice(1)] as typeof p, c, key))),
      [p[0].w],
    );
  });

  test('refuses plans without noise and guidance without the empty prompt', () => {
    const make = (more: object) => () =>
      denoisingPolicy(denoise, ddimOver('v'), { shape: [2], steps: 4, ...more });
    expect(make({})).toThrow(/denoisingPolicy: no step ends in noise \(eta 0\)/);
    expect(make({ eta: 1, guidance: 2 })).toThrow(/guidance 2 needs options\.unconditional/);
    const solver = dpmSolverMultistepScheduler({});
    expect(() => denoisingPolicy(denoise, solver, { shape: [2], steps: 4 })).toThrow(/multistep/);
  });
});
