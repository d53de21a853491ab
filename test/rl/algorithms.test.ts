// Algorithms over policies: a first update sees ratios of exactly 1 and moves the reward; rollouts are cut into whole
// minibatches; rewards of the host have no gradient.
import { beforeAll, describe, expect, test } from 'vitest';
import { ddimOver } from '../../src/diffusion/schedulers/ddim.ts';
import { sgd } from '../../src/nn/optim/index.ts';
import { colorReward, ddpo, denoisingPolicy, hostReward, reinforce } from '../../src/rl/index.ts';
import { random, tensor, zeros } from '../../src/tensor/ops/index.ts';
import { learner } from '../../src/train/learner.ts';
import { type Algorithm, loop } from '../../src/train/loop.ts';
import { use } from '../support/devices.ts';
import { denoise, netParams } from './policies.ts';

beforeAll(() => use('cpu'));

const options = {
  policy: denoisingPolicy(denoise, ddimOver('v'), { shape: [2], steps: 4, eta: 1 }),
  learner: learner(netParams(), { optimizer: sgd({ learningRate: 0.05 }) }),
  init: netParams,
  reward: colorReward([1, -1]),
  conditions: () => zeros([64, 1]),
  group: 64,
  seed: 5,
};

async function metricsOf<S, B>(algorithm: Algorithm<S, null, B>, steps: number, reportEvery = 1) {
  const found = [];
  for await (const { metrics } of loop(algorithm, { steps, seed: 0, reportEvery })) {
    found.push(metrics);
  }
  return found;
}

describe('ddpo', () => {
  test('starts at ratios of exactly 1, and leaves them with the second update', async () => {
    const [one] = await metricsOf(ddpo(options), 1);
    expect(one).toMatchObject({ clipFraction: 0, approximateKl: 0 });
    const [two] = await metricsOf(ddpo({ ...options, epochs: 2 }), 1);
    expect(two.approximateKl).toBeGreaterThan(0);
  });

  test('cuts rollouts into minibatches, and refuses parts that are not whole', async () => {
    const algorithm = ddpo({ ...options, minibatches: 4 });
    const batch = await algorithm.batch(0, await algorithm.init(random.key(0)), null);
    const parts = algorithm.updates?.(batch, 0) ?? [];
    expect(parts.map((p) => p.actions.x.shape)).toEqual(Array(4).fill([16, 3, 2]));
    const all = (await Promise.all(parts.map((p) => p.rewards.data()))).flatMap((v) => [...v]);
    expect(all.sort()).toEqual([...(await batch.rewards.data())].sort());
    await expect(metricsOf(ddpo({ ...options, minibatches: 3 }), 1)).rejects.toThrow(
      /ddpo: 64 conditions are not whole groups of 64 and 3 equal minibatches/,
    );
  });

  test.each([
    ['ddpo', ddpo({ ...options, clip: 0.2 })],
    ['reinforce', reinforce(options)],
  ] as [string, Algorithm<never, null, never>][])('%s raises the reward', async (_, algorithm) => {
    const found = await metricsOf(algorithm, 40, 10);
    expect(found[3].reward).toBeGreaterThan(0.7 * found[0].reward); // both are below 0
  });
});

test('reinforce refuses groups that are not whole', async () => {
  const algorithm = reinforce({ ...options, conditions: () => zeros([6, 1]), group: 4 });
  await expect(metricsOf(algorithm, 1)).rejects.toThrow(
    /reinforce: 6 conditions are not whole groups of 4/,
  );
});

test('a reward of the host says that it has no gradient', () => {
  const reward = hostReward('size', async () => tensor([1]));
  expect(() => reward.score(zeros([1]), null)).toThrow(
    /size\.score: the host computes this reward/,
  );
});
