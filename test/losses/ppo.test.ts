// PPO's losses: their limits, their statistics, their masks.

import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import * as losses from '../../src/losses/index.ts';
import type { TokenMean } from '../../src/losses/masked.ts';
import { ShapeError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';
import { expectFinite, expectNear, floats, normal } from './support.ts';

beforeAll(async () => {
  await use('cpu');
});

const mask = floats([
  [1, 1, 1, 0],
  [1, 0, 0, 0],
]);

describe('the policy', () => {
  test.each(['tokens', 'sequences'] as const)(
    'at ratio 1 nothing is clipped and the gradient is that of REINFORCE (%s)',
    async (average) => {
      const [logp, a] = [normal(1, [2, 4]), normal(2, [2, 4])];
      const ppo = (x: Tensor) => losses.ppoPolicyLoss(x, logp, a, { mask, average });
      await expectNear(ppo(logp).clipFraction, 0);
      await expectNear(ppo(logp).approximateKl, 0);
      const reinforce = grad((x: Tensor) => losses.reinforceLoss(x, a, { mask, average }));
      await expectNear(grad((x: Tensor) => ppo(x).loss)(logp), reinforce(logp));
    },
  );

  test('outside of the band the gradient is gone where moving on would pay, and only there', async () => {
    const old = ops.zeros([4]);
    const logp = floats([1, 1, -1, -1]);
    const a = floats([1, -1, 1, -1]);
    const ppo = (x: Tensor) => losses.ppoPolicyLoss(x, old, a);
    const g = await grad((x: Tensor) => ppo(x).loss)(logp).data();
    expect([g[0], g[3]]).toEqual([0, 0]);
    expect(g[1]).toBeCloseTo(Math.E / 4, 5);
    expect(g[2]).toBeCloseTo(-1 / Math.E / 4, 5);
    await expectNear(ppo(logp).clipFraction, 0.5);
    await expectNear(ppo(logp).approximateKl, 0.5);
  });

  test('the band may have two widths, and a dual clip bounds the loss of bad actions', async () => {
    const [old, a] = [ops.zeros([1]), floats([1])];
    const high = losses.ppoPolicyLoss([1], old, a, { clip: { low: 0.2, high: 0.28 } });
    await expectNear(high.loss, -1.28);
    const bad = (dualClip?: number) =>
      losses.ppoPolicyLoss([2], old, ops.neg(a), { dualClip }).loss;
    await expectNear(bad(), Math.E ** 2);
    await expectNear(bad(3), 3);
  });

  test('averages over sequences do not count long ones more', async () => {
    const [old, a] = [
      ops.zeros([2, 4]),
      floats([
        [1, 1, 1, 1],
        [4, 4, 4, 4],
      ]),
    ];
    const loss = (average: TokenMean) => losses.ppoPolicyLoss(old, old, a, { mask, average }).loss;
    await expectNear(loss('tokens'), -(3 + 4) / 4);
    await expectNear(loss('sequences'), -(1 + 4) / 2);
  });

  test('old log-probabilities and advantages are constants', async () => {
    const g = grad(
      ({ o, a }: Record<string, Tensor>) => losses.ppoPolicyLoss([0.1, 0.2], o, a).loss,
    );
    const { o, a } = g({ o: floats([0, 0]), a: floats([1, 2]) });
    await expectNear(o, [0, 0]);
    await expectNear(a, [0, 0]);
  });

  test('ratios that overflow and padding that is no number stay out', async () => {
    const logp = floats([
      [1e4, -1e4, 0, Number.NaN],
      [1e4, 0, 0, 0],
    ]);
    const a = floats([
      [1, 1, 1, Number.NaN],
      [-1, 0, 0, 0],
    ]);
    const f = (x: Tensor) => losses.ppoPolicyLoss(x, ops.zeros([2, 4]), a, { mask });
    const { loss, clipFraction, approximateKl, policyKl } = f(logp);
    await expectFinite(loss, clipFraction, approximateKl, policyKl);
    await expectFinite(grad((x: Tensor) => f(x).loss)(logp));
    await expectFinite(losses.ppoPolicyLoss(logp, logp, a, { mask: ops.zeros([2, 4]) }).loss);
  });

  test('shapes that differ are named', () => {
    expect(() => losses.ppoPolicyLoss([0, 0], [0], [1, 1])).toThrow(/f32\[2\].*f32\[1\]/);
    expect(() => losses.ppoPolicyLoss([0], [0], [1], { mask: [1, 1] })).toThrow(ShapeError);
  });
});

describe('the value', () => {
  test('is pulled to the return unless it left the band on the way there', async () => {
    const old = ops.zeros([3]);
    const values = floats([0.1, 0.5, 0.5]);
    const returns = floats([1, 1, -1]);
    const f = (v: Tensor) => losses.ppoValueLoss(v, old, returns);
    // (0.1-1)²; max((0.5-1)², (0.2-1)²); max(1.5², 1.2²)
    await expectNear(f(values).loss, (0.81 + 0.64 + 2.25) / 6);
    await expectNear(f(values).clipFraction, 1 / 3);
    await expectNear(grad((v: Tensor) => f(v).loss)(values), [-0.9 / 3, 0, 1.5 / 3]);
    const free = losses.ppoValueLoss(values, old, returns, { clip: null });
    await expectNear(free.loss, (0.81 + 0.25 + 2.25) / 6);
    await expectNear(free.clipFraction, 0);
  });
});

describe('the whole', () => {
  const batch = {
    logp: normal(1, [2, 4]),
    oldLogp: normal(2, [2, 4]),
    advantages: normal(3, [2, 4]),
    values: normal(4, [2, 4]),
    oldValues: normal(5, [2, 4]),
    returns: normal(6, [2, 4]),
    logits: normal(7, [2, 4, 5]),
  };

  test('is the weighted sum of its parts', async () => {
    const { loss, policy, value, entropy } = losses.ppoLoss(batch, {
      mask,
      valueWeight: 0.5,
      entropyWeight: 0.01,
    });
    const sum = ops.add(policy.loss, ops.mul(value.loss, 0.5));
    await expectNear(loss, ops.sub(sum, ops.mul(entropy as Tensor, 0.01)));
    await expectNear(entropy as Tensor, losses.maskedMean(losses.tokenEntropy(batch.logits), mask));
  });

  test('the entropy is watched without a weight and rewarded with one', async () => {
    const g = (entropyWeight?: number) =>
      grad((logits: Tensor) => losses.ppoLoss({ ...batch, logits }, { entropyWeight }).loss);
    await expectNear(g()(batch.logits), new Array<number>(40).fill(0));
    const away = ops.neg(grad((x: Tensor) => ops.mean(losses.tokenEntropy(x)))(batch.logits));
    await expectNear(g(1)(batch.logits), away);
  });
});
