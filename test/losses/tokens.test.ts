// Masked means, log-probabilities of tokens, entropies, estimates of divergence.

import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import * as losses from '../../src/losses/index.ts';
import type { KlEstimator } from '../../src/losses/kl.ts';
import { DTypeError, ShapeError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';
import { expectFinite, expectNear, floats, ints, normal } from './support.ts';

beforeAll(async () => {
  await use('cpu');
});

const mask = floats([
  [1, 1, 0],
  [0, 0, 0],
]);

describe('masks', () => {
  test('means take what is named, and empty rows give 0 without a NaN in the gradient', async () => {
    const x = floats([
      [1, 3, Number.NaN],
      [Number.POSITIVE_INFINITY, Number.NaN, 5],
    ]);
    await expectNear(losses.maskedMean(x, mask), 2);
    await expectNear(losses.maskedMean(x, mask, -1), [2, 0]);
    await expectNear(losses.maskedMean(x, ops.zeros([2, 3])), 0);
    await expectNear(losses.maskedSum(x, mask), 4);
    const g = grad((y: Tensor) => losses.maskedMean(ops.exp(y), mask))(
      floats([
        [0, 0, 9],
        [9, 9, 9],
      ]),
    );
    await expectNear(g, [0.5, 0.5, 0, 0, 0, 0]);
    expect(() => losses.maskedMean(x, ops.ones([2]))).toThrow(/f32\[2\].*f32\[2, 3\]/);
  });

  test('whitening gives mean 0 and unbiased deviation 1 over the mask', async () => {
    const x = normal(1, [4, 6]);
    const m = ops.less(normal(2, [4, 6]), 0.4);
    const y = losses.whiten(x, { mask: m });
    await expectNear(losses.maskedMean(y, m), 0);
    await expectNear(losses.maskedVariance(y, m), 1);
    const shifted = losses.whiten(x, { mask: m, shiftMean: false });
    await expectNear(losses.maskedMean(shifted, m), losses.maskedMean(x, m));
    await expectFinite(
      losses.whiten(floats([3]), {}),
      losses.whiten(x, { mask: ops.zeros([4, 6]) }),
    );
  });
});

describe('log-probabilities', () => {
  const logits = normal(3, [2, 4, 5]);
  const ids = ints([
    [0, 4, 2, -100],
    [1, 1, -100, -100],
  ]);

  test('are gathered from the log-softmax; ignored ids give 0', async () => {
    const all = (await ops.logSoftmax(logits).toArray()) as number[][][];
    const want = [
      [0, 4, 2, -100],
      [1, 1, -100, -100],
    ].flatMap((row, b) => row.map((id, t) => (id < 0 ? 0 : all[b][t][id])));
    await expectNear(losses.tokenLogProbabilities(logits, ids), want);
    const cold = losses.tokenLogProbabilities(logits, ids, { temperature: 0.5 });
    await expectNear(cold, losses.tokenLogProbabilities(ops.mul(logits, 2), ids));
  });

  test('of sequences shift by one, sum over the answer, and give 0 for an empty answer', async () => {
    const labels = ints([
      [-100, 4, 2, -100],
      [1, -100, -100, -100],
    ]);
    const all = (await ops.logSoftmax(logits).toArray()) as number[][][];
    const sum = all[0][0][4] + all[0][1][2];
    await expectNear(losses.sequenceLogProbabilities(logits, labels), [sum, 0]);
    const average = losses.sequenceLogProbabilities(logits, labels, { average: true });
    await expectNear(average, [sum / 2, 0]);
    const g = grad((x: Tensor) =>
      ops.sum(losses.sequenceLogProbabilities(x, labels, { average: true })),
    );
    await expectFinite(g(logits));
    expect(() => losses.sequenceLogProbabilities(logits, ints([1, 2]))).toThrow(ShapeError);
    expect(() => losses.tokenLogProbabilities(logits, ops.ones([2, 4]))).toThrow(DTypeError);
    expect(() => losses.tokenLogProbabilities(logits, ints([1, 2]))).toThrow(ShapeError);
  });

  test('the language model loss is the cross entropy of what counts, and 0 if nothing does', async () => {
    const targets = ops.where(ops.equal(ids, -100), -1, ids);
    const want = ops.crossEntropy(logits, targets, { ignoreIndex: -1 });
    await expectNear(losses.languageModelLoss(logits, targets), want);
    await expectNear(losses.languageModelLoss(logits, ops.full([2, 4], -1, 'i32')), 0);
  });

  test('entropy is log V for equal logits and 0 for a certain token, also with infinities', async () => {
    await expectNear(losses.tokenEntropy(ops.zeros([2, 7])), [Math.log(7), Math.log(7)]);
    const certain = floats([0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    await expectNear(losses.tokenEntropy(certain), 0);
    await expectNear(losses.tokenEntropy(floats([1e4, -1e4, 0])), 0);
    await expectFinite(grad((x: Tensor) => losses.tokenEntropy(x))(certain));
  });
});

describe('divergences', () => {
  test('k1, k3 of the sheet; all are 0 at p = q; k3 is never negative', async () => {
    const q = floats([-1, -1, -1]);
    const p = ops.add(q, floats([0.5, -0.1, 0])); // d = log q - log p of -0.5, 0.1 and 0
    await expectNear(losses.approximateKl(p, q), [0.5, -0.1, 0], 1e-6);
    await expectNear(
      losses.approximateKl(p, q, { estimator: 'k3' }),
      [0.1065307, 0.0051709, 0],
      1e-6,
    );
    const [a, b] = [normal(1, [400]), normal(2, [400])];
    const k3 = await losses.approximateKl(a, b, { estimator: 'k3' }).data();
    expect(Math.min(...k3)).toBeGreaterThanOrEqual(0);
  });

  test('k1, k3 and k2 in small steps agree with the exact divergence in expectation', async () => {
    const [x, y] = [normal(5, [6]), ops.add(normal(5, [6]), ops.mul(normal(6, [6]), 0.05))];
    const [p, logp, logq] = [ops.softmax(x), ops.logSoftmax(x), ops.logSoftmax(y)];
    const exact = losses.categoricalKl(x, y);
    const mean = (estimator: KlEstimator) =>
      ops.sum(ops.mul(p, losses.approximateKl(logp, logq, { estimator })));
    await expectNear(mean('k1'), exact, 1e-6);
    await expectNear(mean('k3'), exact, 1e-6);
    expect(await mean('k2').item()).toBeCloseTo(await exact.item(), 4);
  });

  test('limits clamp the values and stop the gradient', async () => {
    const [p, q] = [floats([0, 0, 0]), floats([1e4, 0.5, -1e4])];
    const k3 = (x: Tensor) => losses.approximateKl(x, q, { estimator: 'k3', limit: 10 });
    await expectNear(k3(p), [10, Math.expm1(0.5) - 0.5, 10]);
    const g = await grad((x: Tensor) => ops.sum(k3(x)))(p).data();
    expect([g[0], g[2]]).toEqual([0, 0]);
    expect(() => losses.approximateKl(p, ops.ones([2]))).toThrow(/f32\[3\].*f32\[2\]/);
  });

  test('the exact one ignores tokens of probability 0', async () => {
    const p = floats([0, 0, Number.NEGATIVE_INFINITY]);
    await expectNear(losses.categoricalKl(p, floats([0, 0, 0])), Math.log(1.5));
    await expectNear(losses.categoricalKl(p, p), 0);
  });

  test('Gaussians: 0 at the same, and the known value elsewhere', async () => {
    await expectNear(losses.standardNormalKl([0, 1], [0, 0]), [0, 0.5]);
    await expectNear(losses.standardNormalKl([0], [Math.log(4)]), (4 - 1 - Math.log(4)) / 2);
    await expectNear(losses.standardNormalKl([3], [2]), (9 + Math.exp(2) - 1 - 2) / 2);
    await expectNear(losses.equalVarianceKl([[0, 3]], [[0, 0]], 2), 9 / 8);
  });

  test('the controller turns the coefficient by at most 20 % of steps / horizon', async () => {
    const next = (kl: number) =>
      losses.adaptiveKlCoefficient(0.2, kl, { target: 6, horizon: 100, steps: 10 });
    await expectNear(next(6), 0.2);
    await expectNear(next(60), 0.2 * 1.02);
    await expectNear(next(0), 0.2 * 0.98);
    await expectNear(next(6.6), 0.2 * 1.01);
  });
});
