// Returns, advantages and token rewards; REINFORCE and its baselines.
import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import * as losses from '../../src/losses/index.ts';
import { compile } from '../../src/runtime/compile.ts';
import { ShapeError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';
import { expectNear, floats, normal } from './support.ts';

beforeAll(async () => {
  await use('cpu');
});

// the recurrence as it is written, in float64
function byLoop(x: readonly number[], c: number | readonly number[]): number[] {
  const y = new Array<number>(x.length + 1).fill(0);
  for (let t = x.length - 1; t >= 0; t--) {
    y[t] = x[t] + (typeof c === 'number' ? c : c[t]) * y[t + 1];
  }
  return y.slice(0, -1);
}

describe('discounted sums', () => {
  test.each([1, 2, 3, 8, 13, 100])('agree with the recurrence over %i tokens', async (n) => {
    const x = normal(n, [n]);
    const c = ops.random.uniform(ops.random.key(n), [n]);
    const [xs, cs] = [[...(await x.data())], [...(await c.data())]];
    await expectNear(losses.discountedSum(x, 0.97), byLoop(xs, 0.97));
    await expectNear(losses.discountedSum(x, c), byLoop(xs, cs));
    await expectNear(losses.rewardToGo(x), byLoop(xs, 1));
    await expectNear(losses.rewardToGo(x, 0), xs);
  });

  test('long sequences keep their digits in a few kernels', async () => {
    const x = normal(7, [4096]);
    const xs = [...(await x.data())];
    const worst = async (got: Tensor, c: number) => {
      const values = await got.data();
      return Math.max(...byLoop(xs, c).map((w, i) => Math.abs(w - values[i])));
    };
    expect(await worst(losses.discountedSum(x, 0.99), 0.99)).toBeLessThan(1e-5);
    // a factor of the run is in f32, and so are its powers
    const f = compile((y: Tensor, c: Tensor) => losses.discountedSum(y, c), { name: 'returns' });
    expect(await worst(f(x, 0.99), Math.fround(0.99))).toBeLessThan(3e-5);
    expect((await f.stats()).kernels).toBeLessThanOrEqual(8);
  });

  test('wrong factors are refused', () => {
    expect(() => losses.discountedSum(ops.ones([2, 3]), ops.ones([3]))).toThrow(ShapeError);
    expect(() => losses.discountedSum(1, 0.5)).toThrow(ShapeError);
  });
});

describe('generalised advantages', () => {
  const rewards = floats([[0, 0, 1]]);
  const values = floats([[0.5, 0.6, 0.7]]);
  test.each([
    [0.95, [0.46575, 0.385, 0.3]],
    [1, [0.5, 0.4, 0.3]],
    [0, [0.1, 0.1, 0.3]],
  ])('lambda %f', async (lambda, want) => {
    const { advantages, returns } = losses.generalizedAdvantages(rewards, values, { lambda });
    await expectNear(advantages, want, 1e-6);
    await expectNear(returns, ops.add(advantages, values));
  });

  test('lambda 1 is reward to go less value, lambda 0 the one-step error, under any discount', async () => {
    const [r, v] = [normal(1, [3, 9]), normal(2, [3, 9])];
    const gamma = 0.9;
    const one = losses.generalizedAdvantages(r, v, { gamma, lambda: 1 });
    await expectNear(one.advantages, ops.sub(losses.rewardToGo(r, gamma), v));
    await expectNear(one.returns, losses.rewardToGo(r, gamma));
    const zero = losses.generalizedAdvantages(r, v, { gamma, lambda: 0 });
    const next = ops.concat([ops.sliceAxis(v, 1, [1, null]), ops.zeros([3, 1])], 1);
    await expectNear(zero.advantages, ops.sub(ops.add(r, ops.mul(next, gamma)), v));
  });

  test('padding behind the end changes nothing, whatever it holds', async () => {
    const [r, v] = [normal(1, [2, 5]), normal(2, [2, 5])];
    const junk = ops.full([2, 3], Number.NaN);
    const mask = ops.concat([ops.ones([2, 5]), ops.zeros([2, 3])], 1);
    const padded = losses.generalizedAdvantages(
      ops.concat([r, junk], 1),
      ops.concat([v, junk], 1),
      {
        gamma: 0.9,
        mask,
      },
    );
    const plain = losses.generalizedAdvantages(r, v, { gamma: 0.9 });
    await expectNear(ops.sliceAxis(padded.advantages, 1, [0, 5]), plain.advantages);
  });

  test('the value behind the last step counts as the next value', async () => {
    const got = losses.generalizedAdvantages([[1, 2]], [[3, 4]], {
      gamma: 0.5,
      lambda: 1,
      bootstrap: floats([10]),
    });
    await expectNear(got.returns, [1 + 0.5 * (2 + 5), 2 + 5]);
  });

  test('an episode that ends in the middle separates what is before and behind', async () => {
    const [r, v] = [normal(1, [1, 6]), normal(2, [1, 6])];
    const continues = floats([[1, 1, 0, 1, 1, 1]]);
    const bootstrap = floats([0.7]);
    const options = { gamma: 0.9, lambda: 0.8 };
    const whole = losses.generalizedAdvantages(r, v, { ...options, continues, bootstrap });
    const [r1, r2] = ops.split(r, 3, 1);
    const [v1, v2] = ops.split(v, 3, 1);
    const first = losses.generalizedAdvantages(r1, v1, options);
    const second = losses.generalizedAdvantages(r2, v2, { ...options, bootstrap });
    await expectNear(whole.advantages, ops.concat([first.advantages, second.advantages], 1));
  });

  test('shapes must agree', () => {
    expect(() => losses.generalizedAdvantages(rewards, ops.ones([3]))).toThrow(
      /f32\[1, 3\].*f32\[3\]/,
    );
  });
});

test('token rewards: the penalty on every token, the score on the last that counts', async () => {
  const logp = floats([
    [-1, -2, -3, -4],
    [-1, -1, -1, -1],
  ]);
  const reference = floats([
    [-1.5, -2, -2, 9],
    [-1, -1, -1, 9],
  ]);
  const mask = floats([
    [1, 1, 1, 0],
    [0, 0, 0, 0],
  ]);
  const got = losses.tokenRewards(logp, reference, floats([10, 20]), { beta: 0.1, mask });
  await expectNear(got, [-0.05, 0, 0.1 + 10, 0, 0, 0, 0, 0], 1e-6);
  const all = losses.tokenRewards(logp, logp, floats([10, 20]), { beta: 0.1 });
  await expectNear(all, [0, 0, 0, 10, 0, 0, 0, 20]);
});

describe('REINFORCE', () => {
  test('a baseline changes the expected gradient over all actions by nothing', async () => {
    const rewards = floats([1, -2, 0.5, 3]);
    const logits = normal(1, [4]);
    const p = ops.softmax(logits);
    const expected = (baseline: number) =>
      grad((x: Tensor) => {
        const terms = ops.mul(ops.logSoftmax(x), ops.sub(rewards, baseline));
        return ops.neg(ops.sum(ops.mul(p, terms)));
      })(logits);
    await expectNear(expected(5), expected(0));
    // and the loss is that expectation if every action is taken once, weighted by its probability
    const loss = grad((x: Tensor) =>
      losses.reinforceLoss(ops.logSoftmax(x), ops.mul(ops.mul(rewards, p), 4)),
    );
    await expectNear(loss(logits), expected(0));
  });

  test('with the divergence in the reward, a bandit ends at the reference times e^(R / beta)', async () => {
    const [rewards, beta] = [floats([1, 0.2, -0.5]), 0.5];
    const reference = ops.logSoftmax(floats([0, 1, 0.5]));
    // every arm once, weighted by its probability: the expected gradient
    const loss = (x: Tensor) => {
      const logp = ops.logSoftmax(x);
      const score = ops.sub(rewards, ops.mul(ops.sub(logp, reference), beta));
      return losses.reinforceLoss(logp, ops.mul(ops.mul(score, ops.exp(logp)), 3));
    };
    const step = compile((x: Tensor) => ops.sub(x, ops.mul(grad(loss)(x), 2)));
    let logits = ops.zeros([3]);
    for (let i = 0; i < 200; i++) logits = step(logits);
    const want = ops.softmax(ops.add(reference, ops.div(rewards, beta)));
    await expectNear(ops.softmax(logits), want, 1e-4);
  });

  test('rewards and baselines are constants; padding is none', async () => {
    const g = grad((r: Tensor) => losses.reinforceLoss(ops.mul(r, 2), r, { baseline: r }));
    await expectNear(g(floats([1, 2])), [0, 0]);
    const junk = floats([
      [1, Number.NaN],
      [2, Number.NaN],
    ]);
    const mask = floats([
      [1, 0],
      [1, 0],
    ]);
    await expectNear(losses.reinforceLoss(junk, junk, { mask }), -2.5);
    await expectNear(losses.reinforceLoss(junk, junk, { mask, average: 'sequences' }), -2.5);
  });

  test('leave-one-out advantages: opposite for two, zero in sum, and as defined', async () => {
    const two = await losses.leaveOneOutAdvantages(floats([[1, 5]])).data();
    expect([...two]).toEqual([-4, 4]);
    const got = losses.leaveOneOutAdvantages(floats([1, 2, 6]));
    await expectNear(got, [1 - 4, 2 - 3.5, 6 - 1.5]);
    expect(() => losses.leaveOneOutAdvantages(floats([[1], [2]]))).toThrow(ShapeError);
  });

  test('group advantages are 0 for equal rewards, else of deviation 1', async () => {
    await expectNear(losses.groupAdvantages(floats([[3, 3, 3]])), [0, 0, 0]);
    const a = losses.groupAdvantages(normal(1, [2, 8]));
    await expectNear(ops.standardDeviation(a, -1), [1, 1]);
  });

  test('reward weights have mean 1 and are 1 at beta 0', async () => {
    await expectNear(ops.mean(losses.rewardWeights(normal(1, [3, 4]), 2)), 1);
    await expectNear(losses.rewardWeights(floats([1e4, -1e4]), 0), [1, 1]);
    await expectNear(losses.rewardWeights(floats([1e4, -1e4])), [2, 0]);
  });
});
