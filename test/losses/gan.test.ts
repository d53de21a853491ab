// Losses and penalties of adversarial networks: values at known scores, optima, Lipschitz critics.
import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import * as losses from '../../src/losses/index.ts';
import { compile } from '../../src/runtime/compile.ts';
import { ShapeError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';
import { expectFinite, expectNear, floats, normal } from './support.ts';

beforeAll(async () => {
  await use('cpu');
});

const kinds = ['bce', 'hinge', 'leastSquares', 'wasserstein'] as const;
const none = ops.zeros([4, 1]);

describe('scores', () => {
  test.each([
    ['bce', Math.LN2, Math.LN2],
    ['hinge', 1, 0],
    ['leastSquares', 0.5, 1],
    ['wasserstein', 0, 0],
  ] as const)('of 0: %s', async (kind, d, g) => {
    await expectNear(losses.discriminatorLoss(kind, none, none), d);
    await expectNear(losses.generatorLoss(kind, none), g);
  });

  test('a better discriminator loses less, a fooled one more', async () => {
    const [high, low] = [ops.full([3], 0.5), ops.full([3], -0.5)];
    for (const kind of kinds) {
      const good = await losses.discriminatorLoss(kind, high, low).item();
      const bad = await losses.discriminatorLoss(kind, low, high).item();
      expect(good, kind).toBeLessThan(bad);
      const fooled = await losses.generatorLoss(kind, high).item();
      expect(fooled, kind).toBeLessThan(await losses.generatorLoss(kind, low).item());
    }
  });

  test('of +-1e4 stay finite, gradients too', async () => {
    const s = floats([1e4, -1e4]);
    for (const kind of kinds) {
      const f = (x: Tensor) =>
        ops.add(losses.discriminatorLoss(kind, x, x), losses.generatorLoss(kind, x));
      await expectFinite(f(s), grad(f)(s));
    }
    await expectNear(losses.generatorLoss('bce', floats([-1e4])), 1e4);
    const matching = losses.matchingDiscriminatorLoss({ real: s, wrong: s, fake: s });
    await expectFinite(matching, losses.matchingGeneratorLoss(s, s));
  });

  test('the best discriminator of a toy is p_r / (p_r + p_f)', async () => {
    // two kinds of picture; weights stand for how often each is seen
    const optimum = Math.log(0.7 / 0.4);
    const f = (s: Tensor) =>
      ops.add(
        ops.mul(losses.discriminatorLoss('bce', s, floats([-1e4])), 0.7),
        ops.mul(losses.discriminatorLoss('bce', floats([1e4]), s), 0.4),
      );
    await expectNear(grad(f)(floats([optimum])), 0);
  });
});

describe('matching', () => {
  test('at D = 1/2: 2 ln 2 and ln 2, from logits as from probabilities', async () => {
    const half = ops.full([4], 0.5);
    const zero = ops.zeros([4]);
    const [logits, p] = [zero, half].map((s) => ({ real: s, wrong: s, fake: s }));
    await expectNear(losses.matchingDiscriminatorLoss(logits), 2 * Math.LN2);
    await expectNear(losses.matchingDiscriminatorLoss(p, { probabilities: true }), 2 * Math.LN2);
    await expectNear(losses.matchingGeneratorLoss(zero), Math.LN2);
    await expectNear(losses.matchingGeneratorLoss(zero, zero, { weight: 0.5 }), 1.5 * Math.LN2);
  });

  test('probabilities and logits agree; without wrong pairs it is twice the plain loss', async () => {
    const [real, wrong, fake] = [1, 2, 3].map((i) => normal(i, [5]));
    const logits = losses.matchingDiscriminatorLoss({ real, wrong, fake });
    const p = { real: ops.sigmoid(real), wrong: ops.sigmoid(wrong), fake: ops.sigmoid(fake) };
    await expectNear(losses.matchingDiscriminatorLoss(p, { probabilities: true }), logits);
    const plain = ops.mul(losses.discriminatorLoss('bce', real, fake), 2);
    await expectNear(
      losses.matchingDiscriminatorLoss({ real, wrong, fake }, { wrongWeight: 0 }),
      plain,
    );
  });

  test('the best discriminator is p_r / (p_r + p_w / 2 + p_f / 2)', async () => {
    // one score, seen as real, wrong and fake with weights 0.6, 0.2, 0.4
    const s = floats([Math.log(0.6 / 0.3)]);
    const far = { up: floats([1e4]), down: floats([-1e4]) };
    const f = (x: Tensor) => {
      const d = losses.matchingDiscriminatorLoss;
      const asReal = ops.mul(d({ real: x, wrong: far.down, fake: far.down }), 0.6);
      const asWrong = ops.mul(d({ real: far.up, wrong: x, fake: far.down }), 0.2);
      return ops.add(
        ops.add(asReal, asWrong),
        ops.mul(d({ real: far.up, wrong: far.down, fake: x }), 0.4),
      );
    };
    await expectNear(grad(f)(s), 0);
  });
});

describe('penalties', () => {
  const [real, fake] = [normal(1, [3, 2, 2]), normal(2, [3, 2, 2])];
  const alpha = ops.random.uniform(ops.random.key(1), [3, 1, 1]);

  test('a critic of slope 1 everywhere costs nothing, one of slope k (k - 1)²', async () => {
    const w = ops.full([4, 1], 0.5);
    const linear = (k: number) => (x: Tensor) => ops.mul(ops.matmul(ops.flatten(x, 1), w), k);
    await expectNear(losses.gradientPenalty(linear(1), real, fake, alpha), 0);
    await expectNear(losses.gradientPenalty(linear(3), real, fake, alpha), 4);
    await expectNear(losses.gradientPenalty(linear(0), real, fake, alpha), 1);
    await expectNear(losses.r1Penalty(linear(3), real), 4.5);
  });

  test('its gradient reaches the critic, in a compiled step too', async () => {
    const w = normal(3, [4, 1]);
    // |grad| = |w| for every picture
    const f = (v: Tensor) =>
      losses.gradientPenalty((x) => ops.matmul(ops.flatten(x, 1), v), real, fake, alpha);
    const size = ops.norm(w);
    const want = ops.mul(w, ops.div(ops.mul(ops.sub(size, 1), 2), size));
    await expectNear(grad(f)(w), want);
    await expectNear(compile(grad(f))(w), want);
    await expectFinite(grad(f)(ops.zeros([4, 1])));
  });

  test('alpha picks the place', async () => {
    const critic = (x: Tensor) => ops.mul(ops.sum(ops.square(x), [1, 2]), 0.5); // gradient x
    const at = (a: Tensor) => losses.gradientPenalty(critic, real, fake, a);
    const direct = (x: Tensor) => ops.mean(ops.square(ops.sub(ops.norm(x, [1, 2]), 1)));
    await expectNear(at(ops.ones([3, 1, 1])), direct(real));
    await expectNear(at(ops.zeros([3, 1, 1])), direct(fake));
    expect(() => losses.gradientPenalty(critic, real, ops.ones([2, 2, 2]), alpha)).toThrow(
      /\[3, 2, 2\].*\[2, 2, 2\]/,
    );
    expect(() => losses.gradientPenalty(critic, real, fake, ops.ones([5, 3, 1, 1]))).toThrow(
      ShapeError,
    );
  });

  test('LeCam: nothing while scores stay below the other anchor', async () => {
    const anchors = { real: 1, fake: -1 };
    await expectNear(losses.leCamPenalty([-2], [2], anchors), 0);
    await expectNear(losses.leCamPenalty([1], [-1], anchors), 8);
  });

  test('the adaptive weight balances gradients and is limited', async () => {
    const trees = [{ w: floats([3, 4]) }, { w: floats([0, 2]) }];
    await expectNear(losses.adaptiveWeight(trees[0], trees[1]), 5 / 2.0001);
    await expectNear(losses.adaptiveWeight(floats([1e9]), floats([0])), 1e4);
    const g = grad((x: Tensor) => losses.adaptiveWeight(x, floats([1])))(floats([3]));
    await expectNear(g, 0);
  });

  test('a weight that joins late, also at a step of the run', async () => {
    const f = compile((step: Tensor) => losses.delayedWeight(step, 10, 0.8));
    await expectNear(f(9), 0);
    await expectNear(f(10), 0.8);
    expect((await f.stats()).traces).toBe(1);
  });
});

describe('vector quantisation', () => {
  test('codes follow outputs, outputs commit to codes, each by its own term', async () => {
    const [z, e] = [floats([[1, 2]]), floats([[0, 0]])];
    await expectNear(losses.vectorQuantizationLoss(z, e), 2.5 * 1.25);
    const g = (options: { legacy?: boolean }) =>
      grad(({ a, b }: Record<string, Tensor>) => losses.vectorQuantizationLoss(a, b, options))({
        a: z,
        b: e,
      });
    await expectNear(g({}).a, [0.25, 0.5]);
    await expectNear(g({}).b, [-1, -2]);
    await expectNear(g({ legacy: true }).a, [1, 2]);
    await expectNear(g({ legacy: true }).b, [-0.25, -0.5]);
  });

  test('straight through: the value of the codes, the gradient of the outputs', async () => {
    const [z, e] = [floats([1, 2]), floats([5, 7])];
    await expectNear(losses.straightThrough(z, e), [5, 7]);
    await expectNear(grad((x: Tensor) => ops.sum(losses.straightThrough(x, e)))(z), [1, 1]);
  });
});
