// The loop around an algorithm: two learners against each other, several updates a batch, going on where it stopped,
// metrics that stop being numbers; data sets that load in advance.
import { beforeAll, describe, expect, it } from 'vitest';
import { add, log, mul, random, square, stopGradient, sub, sum, tensor } from '../../src/index.ts';
import { sgd } from '../../src/nn/optim/index.ts';
import { useDevice } from '../../src/runtime/device.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { dataset } from '../../src/train/dataset.ts';
import { type LearnerState, learner } from '../../src/train/learner.ts';
import { type Algorithm, loop, type Report } from '../../src/train/loop.ts';

beforeAll(async () => {
  await useDevice('cpu');
});

// x descends on x y + x^2 / 2, y ascends on x y - y^2 / 2: to the saddle at 0
type Pair = { x: LearnerState; y: LearnerState };
const point = learner(tensor([0]), { optimizer: sgd({ learningRate: 0.1 }) });
const saddle: Algorithm<Pair, { pull: Tensor }, Tensor> = {
  name: 'saddle',
  init: () => ({ x: point.init(tensor([1])), y: point.init(tensor([-2])) }),
  batch: (at) => tensor([at / 1e6]),
  step: (s, { pull }, noise, _at, key) => {
    const [x, y] = [point.params(s.x), point.params(s.y)];
    const jitter = mul(random.normal(key, [1]), 1e-3);
    const game = (a: Tensor, b: Tensor): Tensor => add(mul(mul(a, b), pull), add(noise, jitter));
    const one = point.update(s.x, (p) => sum(add(game(p, y), mul(square(p), 0.5))));
    const two = point.update(s.y, (p) => sum(sub(mul(square(p), 0.5), game(x, p))));
    return {
      state: { x: one.state, y: two.state },
      metrics: { x: one.loss, distance: sum(add(square(x), square(y))) },
    };
  },
};
const frozen = { pull: tensor([1]) };

const run = async (options: Partial<Parameters<typeof loop<Pair, typeof frozen, Tensor>>[1]>) => {
  const reports: Report<Pair>[] = [];
  for await (const report of loop(saddle, { steps: 60, seed: 3, frozen, ...options })) {
    reports.push(report);
  }
  return reports;
};
const rows = (reports: Report<Pair>[]) => reports.map(({ at, metrics }) => ({ at, ...metrics }));

describe('the loop', () => {
  it('runs two learners against each other to their saddle', async () => {
    const reports = await run({});
    expect(reports.map((r) => r.at)).toEqual([10, 20, 30, 40, 50, 60]);
    expect(reports[0].metrics.distance).toBeGreaterThan(1);
    expect(reports[5].metrics.distance).toBeLessThan(0.05);
    expect(Object.keys(reports[0].metrics)).toEqual(['x', 'distance']);
  });

  it('goes on to the same numbers', async () => {
    const whole = rows(await run({}));
    let state: Pair | undefined;
    for await (const report of loop(saddle, { steps: 60, seed: 3, frozen })) {
      state = report.state;
      if (report.at === 30) break;
    }
    expect(rows(await run({ state, at: 30 }))).toEqual(whole.slice(3));
    expect(rows(await run({ seed: 4 }))).not.toEqual(whole);
    expect(await run({ steps: 5, at: 5 })).toEqual([]);
  });

  it('makes several updates with a batch, each with a key and a number of its own', async () => {
    const seen: Algorithm<{ n: Tensor }, null, Tensor> = {
      name: 'count',
      init: () => ({ n: tensor([0]) }),
      batch: () => tensor([1, 2, 3]),
      updates: (_, at) => [tensor([at]), tensor([10 + at])],
      step: (s, _, part, at, key) => ({
        state: { n: add(s.n, part) },
        metrics: { at, noise: random.uniform(key, []), part: sum(part) },
      }),
    };
    const found: Report<{ n: Tensor }>[] = [];
    for await (const r of loop(seen, { steps: 2, seed: 0, reportEvery: 1 })) found.push(r);
    expect(found.map((r) => [r.metrics.at, r.metrics.part])).toEqual([
      [0.5, 5],
      [2.5, 6],
    ]);
    expect(found[0].metrics.noise).not.toBe(found[1].metrics.noise);
    expect(await found[1].state.n.item()).toBe(22);
  });

  it('refuses options that it has not, as learners, data sets and algorithms do', async () => {
    const misspelt = { steps: 1, seed: 0, frozen, reportevery: 3 };
    await expect(loop(saddle, misspelt).next()).rejects.toThrow(
      /loop: options has no option "reportevery"; did you mean reportEvery\?/,
    );
    const sgdOptions = { optimizer: sgd({ learningRate: 1 }), trainible: () => true };
    expect(() => learner(tensor([1]), sgdOptions)).toThrow(/did you mean trainable\?/);
    const data = { count: 1, batchSize: 1, seed: 0, load: () => 1, shufle: false };
    expect(() => dataset(data)).toThrow(/did you mean shuffle\?/);
  });

  it('ends where a metric is no number, and says which', async () => {
    const bad: Algorithm<Tensor> = {
      name: 'bad',
      init: () => tensor([0.5]),
      batch: () => null,
      step: (s) => ({ state: sub(s, 0.3), metrics: { fine: sum(s), entropy: sum(log(s)) } }),
    };
    const all = async () => {
      for await (const _ of loop(bad, { steps: 9, seed: 0, reportEvery: 3 }));
    };
    await expect(all()).rejects.toThrow(/bad: the entropy is NaN by step 3; .*debugNaN/);
  });

  it('may look at the state in `batch`: a rollout', async () => {
    const chase: Algorithm<{ at: Tensor }, null, Tensor> = {
      name: 'chase',
      init: () => ({ at: tensor([8]) }),
      batch: async (_, state) => tensor(await stopGradient(state.at).data()),
      step: (s, _, seen) => ({
        state: { at: sub(s.at, mul(seen, 0.5)) },
        metrics: { gap: sum(sub(s.at, seen)) },
      }),
    };
    let last: Tensor | undefined;
    for await (const { state, metrics } of loop(chase, { steps: 3, seed: 0, reportEvery: 1 })) {
      expect(metrics.gap).toBe(0);
      last = state.at;
    }
    expect(await last?.item()).toBe(1);
  });
});

describe('a data set', () => {
  it('gives each step its examples, whatever was asked for before, and loads in advance', async () => {
    const loads: number[] = [];
    const make = () =>
      dataset({
        count: 5,
        batchSize: 3,
        seed: 1,
        ahead: 2,
        load: async (indices, step) => {
          loads.push(step);
          return [...indices];
        },
      });
    const one = make();
    const batches = [];
    for (let step = 0; step < 5; step++) batches.push(await one.batch(step));
    expect(loads).toEqual([0, 1, 2, 3, 4, 5, 6]);
    // three epochs of five, each whole
    const all = batches.flat();
    for (const epoch of [0, 1, 2]) {
      expect(all.slice(5 * epoch, 5 * epoch + 5).sort()).toEqual([0, 1, 2, 3, 4]);
    }
    const resumed = make();
    expect(await resumed.batch(3)).toEqual(batches[3]);
    expect(await resumed.batch(0)).toEqual(batches[0]);
  });

  it('tells of a batch that cannot be loaded when it is asked for', async () => {
    const broken = dataset({
      count: 2,
      batchSize: 1,
      seed: 0,
      load: (_, step) => {
        if (step === 1) throw new Error('no such picture');
        return step;
      },
    });
    expect(await broken.batch(0)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(broken.batch(1)).rejects.toThrow('no such picture');
  });
});
