// Reward models, DPO and Diffusion-DPO: limits, symmetries, gradients by hand, and a bandit whose answer is
// known in closed form.

import { beforeAll, describe, expect, test } from 'vitest';
import { grad, valueAndGrad } from '../../src/autodiff/transforms.ts';
import type { DpoOptions, PreferencePairs } from '../../src/rl/dpo.ts';
import * as rl from '../../src/rl/index.ts';
import { ShapeError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { expectFinite, expectNear, floats, normal } from '../losses/support.ts';
import { use } from '../support/devices.ts';

beforeAll(async () => {
  await use('cpu');
});

const ln2 = Math.LN2;

describe('reward models', () => {
  const [w, l] = [normal(1, [6]), normal(2, [6])];

  test('equal rewards cost ln 2, and a constant added to both changes nothing', async () => {
    await expectNear(rl.rewardModelLoss(w, w), ln2, 1e-7);
    const shifted = rl.rewardModelLoss(ops.add(w, 8), ops.add(l, 8));
    await expectNear(shifted, rl.rewardModelLoss(w, l));
  });

  test('the probabilities of both orders add up to 1', async () => {
    const p = (a: Tensor, b: Tensor) =>
      ops.stack(
        Array.from({ length: 6 }, (_, i) => {
          const one = (t: Tensor) => ops.sliceAxis(t, 0, [i, i + 1]);
          return ops.exp(ops.neg(rl.rewardModelLoss(one(a), one(b))));
        }),
      );
    await expectNear(ops.add(p(w, l), p(l, w)), [1, 1, 1, 1, 1, 1]);
  });

  test('a margin is taken off the difference; centering pulls the sum to 0', async () => {
    const margin = rl.rewardModelLoss(w, l, { margin: ops.sub(w, l) });
    await expectNear(margin, ln2);
    await expectNear(rl.rewardModelLoss([1], [1], { centering: 0.01 }), ln2 + 0.04);
    expect(() => rl.rewardModelLoss(w, l, { margin: [1, 2] })).toThrow(ShapeError);
    expect(() => rl.rewardModelLoss(w, [1, 2])).toThrow(/f32\[6\].*f32\[2\]/);
  });

  test('rankings are the mean over all their pairs', async () => {
    const r = floats([
      [2, 1, 0],
      [0, 5, 1],
    ]);
    const pairs = rl.rewardModelLoss([2, 2, 1, 0, 0, 5], [1, 0, 0, 5, 1, 1]);
    await expectNear(rl.rankedRewardLoss(r), pairs);
    await expectNear(rl.rankedRewardLoss(ops.zeros([2, 5])), ln2);
    expect(() => rl.rankedRewardLoss(ops.ones([3, 1]))).toThrow(ShapeError);
  });

  test('prompt classification: ln n at equal rewards; with one altered prompt it is the pair', async () => {
    await expectNear(rl.promptClassificationLoss(ops.ones([3, 5])), Math.log(5));
    const both = ops.stack([w, l], 1);
    const pair = rl.rewardModelLoss(ops.div(w, 0.5), ops.div(l, 0.5));
    await expectNear(rl.promptClassificationLoss(both, { temperature: 0.5 }), pair);
    const half = rl.promptClassificationLoss(ops.ones([4, 5]), { positive: [1, 0, 0, 1] });
    await expectNear(half, Math.log(5) / 2);
    expect(() => rl.promptClassificationLoss(w)).toThrow(ShapeError);
  });

  test('rewards of 1e4 neither overflow nor lose their gradient', async () => {
    const f = (x: Tensor) => rl.rewardModelLoss(x, ops.neg(x));
    await expectNear(f(floats([-1e4])), 2e4);
    await expectNear(grad(f)(floats([-1e4])), -2);
    await expectNear(f(floats([1e4])), 0);
  });
});

describe('DPO', () => {
  const pairs = {
    policyChosen: normal(1, [5]),
    policyRejected: normal(2, [5]),
    referenceChosen: normal(3, [5]),
    referenceRejected: normal(4, [5]),
  };
  const same = {
    ...pairs,
    referenceChosen: pairs.policyChosen,
    referenceRejected: pairs.policyRejected,
  };
  // h as a number: the other three log-probabilities are 0
  const at = (h: number | Tensor, options: DpoOptions = {}) =>
    rl.dpoLoss(
      {
        policyChosen: typeof h === 'number' ? [h] : h,
        policyRejected: [0],
        referenceChosen: [0],
        referenceRejected: [0],
      },
      options,
    ).loss;
  const slope = (h: number, options: DpoOptions = {}) =>
    grad((x: Tensor) => at(x, options))(floats([h]));

  test('policy = reference: ln 2, rewards 0, gradient -beta/2 for the chosen, +beta/2 for the rejected', async () => {
    const { loss, chosenRewards, rejectedRewards } = rl.dpoLoss(same, { beta: 0.3 });
    await expectNear(loss, ln2, 1e-7);
    await expectNear(ops.concat([chosenRewards, rejectedRewards]), new Array<number>(10).fill(0));
    const g = grad((p: PreferencePairs) => rl.dpoLoss(p, { beta: 0.3 }).loss)(same);
    await expectNear(g.policyChosen as Tensor, new Array<number>(5).fill(-0.15 / 5));
    await expectNear(g.policyRejected as Tensor, new Array<number>(5).fill(0.15 / 5));
  });

  test('the gradient is -beta sigmoid(-beta h) times the difference of gradients', async () => {
    for (const h of [-3, 0.5, 40]) {
      await expectNear(slope(h), -0.1 / (1 + Math.exp(0.1 * h)), 1e-6);
    }
  });

  test('the probabilities of both labels add up to 1', async () => {
    const p = ops.add(ops.exp(ops.neg(at(7))), ops.exp(ops.neg(at(-7))));
    await expectNear(p, 1);
  });

  test('minima: IPO at 1 / (2 beta), e = 1/2 at 0, smoothing at log((1-e)/e) / beta, hinge past 1 / beta', async () => {
    await expectNear(at(5, { kind: 'ipo' }), 0);
    await expectNear(slope(5, { kind: 'ipo' }), 0);
    await expectNear(slope(0, { labelSmoothing: 0.5 }), 0);
    await expectNear(slope(Math.log(9) / 0.1, { labelSmoothing: 0.1 }), 0);
    await expectNear(at(10.5, { kind: 'hinge' }), 0);
    await expectNear(at(5, { kind: 'hinge' }), 0.5);
  });

  test('the robust loss is unbiased under flipped labels', async () => {
    const robust = { kind: 'robust', labelSmoothing: 0.2 } as const;
    const mixed = ops.add(ops.mul(at(3, robust), 0.8), ops.mul(at(-3, robust), 0.2));
    await expectNear(mixed, at(3));
  });

  test('without a reference only the policy counts', async () => {
    const free = rl.dpoLoss(pairs, { referenceFree: true });
    const zero = ops.zeros([5]);
    const want = rl.dpoLoss({ ...pairs, referenceChosen: zero, referenceRejected: zero });
    await expectNear(free.loss, want.loss);
  });

  test('a bandit learns the reference times e^(r / beta)', async () => {
    // two answers, labels by Bradley and Terry from rewards r: the minimiser has h = (r1 - r2) / beta
    const [beta, difference] = [0.5, 0.8];
    const p = 1 / (1 + Math.exp(-difference));
    const reference = ops.logSoftmax(floats([0.3, -0.2]));
    let logits = floats([0.3, -0.2]);
    const loss = (x: Tensor) => {
      const pair = (i: number, j: number) => {
        const pick = (t: Tensor, k: number) => ops.sliceAxis(t, 0, [k, k + 1]);
        const policy = ops.logSoftmax(x);
        return rl.dpoLoss(
          {
            policyChosen: pick(policy, i),
            policyRejected: pick(policy, j),
            referenceChosen: pick(reference, i),
            referenceRejected: pick(reference, j),
          },
          { beta },
        ).loss;
      };
      return ops.add(ops.mul(pair(0, 1), p), ops.mul(pair(1, 0), 1 - p));
    };
    const step = valueAndGrad(loss);
    for (let i = 0; i < 150; i++) {
      logits = ops.sub(logits, ops.mul(step(logits)[1], 4));
      await logits.data();
    }
    const want = ops.softmax(ops.add(reference, floats([difference / beta, 0])));
    await expectNear(ops.softmax(logits), want, 1e-4);
  });

  test('odds of e^1e4 stay finite; faults are named', async () => {
    for (const kind of ['sigmoid', 'robust', 'ipo', 'hinge'] as const) {
      await expectFinite(at(1e4, { kind }), at(-1e4, { kind }), slope(-1e4, { kind }));
    }
    expect(() => rl.dpoLoss({ ...pairs, policyRejected: [1] })).toThrow(/f32\[5\].*f32\[1\]/);
    expect(() => at(0, { kind: 'ipo', labelSmoothing: 0.1 })).toThrow(ShapeError);
    expect(() => at(0, { labelSmoothing: 0.7 })).toThrow(ShapeError);
  });
});

describe('Diffusion-DPO', () => {
  const [prediction, reference, target] = [1, 2, 3].map((i) => normal(i, [4, 2, 2, 3]));

  test('policy = reference, or two equal pictures: no margin, ln 2', async () => {
    const start = rl.diffusionDpoLoss(prediction, prediction, target);
    await expectNear(start.inside, [0, 0]);
    await expectNear(start.loss, ln2, 1e-7);
    const twice = [prediction, reference, target].map((x) => {
      const half = ops.sliceAxis(x, 0, [0, 2]);
      return ops.concat([half, half]);
    });
    const equal = rl.diffusionDpoLoss(twice[0], twice[1], twice[2], { beta: 50 });
    await expectNear(equal.inside, [0, 0]);
  });

  test('is DPO with -1/2 the errors for log-probabilities', async () => {
    const got = rl.diffusionDpoLoss(prediction, reference, target, { beta: 20 });
    const logp = (x: Tensor) =>
      ops.split(ops.mul(ops.mean(ops.square(ops.sub(x, target)), [1, 2, 3]), -0.5), 2);
    const [[pc, pr], [rc, rr]] = [logp(prediction), logp(reference)];
    const want = rl.dpoLoss(
      { policyChosen: pc, policyRejected: pr, referenceChosen: rc, referenceRejected: rr },
      { beta: 20 },
    );
    await expectNear(got.loss, want.loss);
    await expectNear(got.inside, ops.mul(ops.sub(ops.sub(pc, pr), ops.sub(rc, rr)), 20));
  });

  test('an error added to all four terms changes nothing; the reference is constant', async () => {
    const f = (p: Tensor, r: Tensor) => rl.diffusionDpoLoss(p, r, target, { beta: 5 });
    const g = grad((r: Tensor) => f(prediction, r).loss)(reference);
    await expectNear(ops.max(ops.abs(g)), 0);
    const more = (x: Tensor) => ops.concat([x, ops.add(ops.zeros([4, 2, 2, 1]), 2)], 3);
    const wider = rl.diffusionDpoLoss(
      more(prediction),
      more(reference),
      ops.concat([target, ops.zeros([4, 2, 2, 1])], 3),
      { beta: (5 * 4) / 3 },
    );
    await expectNear(wider.inside, f(prediction, reference).inside);
  });

  test('batches must be pairs', () => {
    const odd = ops.ones([3, 2]);
    expect(() => rl.diffusionDpoLoss(odd, odd, odd)).toThrow(ShapeError);
    expect(() => rl.diffusionDpoLoss(odd, odd, ops.ones([3, 3]))).toThrow(/\[3, 2\].*\[3, 3\]/);
  });
});
