// Policies over real networks on the CPU: ratios of a first update are exactly 1, one update of DDPO moves what trains
// and nothing else, and makes the rewarded sample likelier; differentiable rollouts have the gradient that
// differences show.
import { beforeAll, describe, expect, test } from 'vitest';
import { valueAndGrad } from '../../src/autodiff/transforms.ts';
import { chain, clipByGlobalNorm, sgd } from '../../src/nn/optim/index.ts';
import { ddpo, hostReward } from '../../src/rl/index.ts';
import { compile } from '../../src/runtime/compile.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import { add, mul, random, sqrt, square, sum, tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { leaves, leavesWithPaths, zipWith } from '../../src/tensor/tree.ts';
import { learner } from '../../src/train/learner.ts';
import { loop } from '../../src/train/loop.ts';
import { use } from '../support/devices.ts';
import { type NetworkSubject, networkSubjects } from './networks.ts';
import { expectFirstRatios } from './policies.ts';

beforeAll(() => use('cpu'));

const bits = (tree: unknown): Promise<[string, readonly number[]][]> =>
  Promise.all(leavesWithPaths(tree).map(async ([path, t]) => [path, [...(await t.data())]]));

// attention alone of a whole network; all of the updates
const trains = (path: string, adapted: boolean): boolean => adapted || /attn/.test(path);

async function oneUpdate({ policy, params, conditions, base }: NetworkSubject) {
  const adapted = base !== undefined;
  const net = learner(params, {
    optimizer: chain(clipByGlobalNorm(1), sgd({ learningRate: 1e-3 })), // as far as slopes reach
    trainable: (path) => trains(path, adapted),
  });
  const algorithm = ddpo({
    policy,
    learner: net,
    init: () => params,
    reward: hostReward('first', async () => tensor([1, 0])),
    conditions,
    group: 2,
    seed: 5,
  });
  const batch = await algorithm.batch(0, await algorithm.init(random.key(0)), null);
  const likelihood = async (p: unknown): Promise<number[]> => {
    const logp = [...(await policy.logp(p, batch.condition, batch.actions).data())];
    const each = logp.length / 2;
    return [0, 1].map((i) => logp.slice(i * each, (i + 1) * each).reduce((a, b) => a + b, 0));
  };
  const [before, kept] = [await likelihood(params), await bits([base ?? null])];
  for await (const { metrics, state } of loop(algorithm, { steps: 1, seed: 0, reportEvery: 1 })) {
    const now = net.params(state);
    const [old, made] = [await bits(params), await bits(now)];
    const moved = old.filter(([, v], i) => v.some((x, k) => x !== made[i][1][k])).map(([p]) => p);
    return { metrics, before, after: await likelihood(now), moved, old, kept };
  }
  throw new Error('no report');
}

describe.each(Object.keys(networkSubjects))('a policy over %s', (name) => {
  test('samples what an update sees, to the bit', async () => {
    const made = await networkSubjects[name]();
    await expectFirstRatios({ ...made, condition: await made.conditions() });
  }, 120_000);

  test('moves what trains and nothing else, and makes the rewarded sample likelier', async () => {
    const made = await networkSubjects[name]();
    const { metrics, before, after, moved, old, kept } = await oneUpdate(made);
    expect(metrics).toMatchObject({ clipFraction: 0, approximateKl: 0, reward: 0.5 });
    expect(after[0]).toBeGreaterThan(before[0]);
    expect(after[1]).toBeLessThan(before[1]);
    const adapted = made.base !== undefined;
    expect(await bits([made.base ?? null])).toEqual(kept);
    expect(moved.filter((path) => !trains(path, adapted))).toEqual([]);
    // a: its gradient goes through b, which is zero at first; k: queries see no shift of all keys
    const still = (path: string) => adapted && path.endsWith('.a');
    const should = old
      .map(([path]) => path)
      .filter((path) => trains(path, adapted) && !still(path));
    expect(moved.length).toBeGreaterThan(0.8 * should.length);
    expect(should.length).toBeGreaterThan(8);
  }, 120_000);

  test('draws the samples of a rollout as a function of its parameters', async () => {
    const { policy, params, conditions } = await networkSubjects[name]();
    const [condition, key] = [await conditions(), random.key(4)];
    const { samples } = await policy.rollout(params, condition, key);
    const weights = random.normal(random.key(6), samples.shape);
    const scalar = (p: unknown) => {
      const made = policy.differentiable(p, condition, key);
      return [sum(mul(made, weights)), made] as const;
    };
    const value = compile((p: unknown) => scalar(p));
    const slope = compile((p: unknown) => {
      const [, g] = valueAndGrad((q: unknown) => scalar(q)[0])(p);
      const size = leaves(g).reduce((n, t) => add(n, sum(square(t))), tensor(0));
      return { g, size: sqrt(size) };
    });
    const again = await value(params)[1].data();
    const drawn = await samples.data();
    const widest = Math.max(...drawn.map(Math.abs));
    for (const [i, v] of drawn.entries())
      expect(Math.abs(again[i] - v) / widest).toBeLessThan(1e-4);

    // along the gradient the slope is its size
    const { g, size } = slope(params);
    const steepest = Number(await size.item());
    expect(steepest).toBeGreaterThan(1e-2);
    const at = async (h: number): Promise<number> => {
      const moved = zipWith((p: Tensor, d: Tensor) => add(p, mul(d, h / steepest)), params, g);
      await realize(moved);
      return Number(await value(moved)[0].item());
    };
    const h = 3e-3;
    const ratio = ((await at(h)) - (await at(-h))) / (2 * h) / steepest;
    expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
  }, 120_000);
});
