// Learners: the steps of a plain optimizer, which leaves train, micro-batches that are one batch, two forms of a
// state that are one.
import { beforeAll, describe, expect, it } from 'vitest';
import { valueAndGrad } from '../../src/autodiff/transforms.ts';
import { MLP } from '../../src/nn/index.ts';
import { adamw, applyUpdates, ema } from '../../src/nn/optim/index.ts';
import { compile } from '../../src/runtime/compile.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import { clip, meanSquaredError, random, slice, tanh, tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { leaves, leavesWithPaths } from '../../src/tensor/tree.ts';
import { type LearnerState, learner } from '../../src/train/learner.ts';

beforeAll(async () => {
  await useDevice('cpu');
});

const model = MLP([3, 8, 2], { activation: tanh });
type Params = ReturnType<typeof model.init>;
const start = (): Params => model.init(random.key(1));
const x = random.normal(random.key(2), [8, 3]);
const y = random.normal(random.key(3), [8, 2]);
const lossOf =
  (a: Tensor, b: Tensor) =>
  (p: Params): Tensor =>
    meanSquaredError(model.apply(p, a), b);
const optimizer = adamw({ learningRate: 0.05 });

const values = async (tree: unknown): Promise<number[]> =>
  (await Promise.all(leaves(tree).map(async (t) => [...(await t.data())].map(Number)))).flat();

const near = (got: number[], want: number[], by = 1e-6): void => {
  expect(got.length).toBe(want.length);
  for (const [i, v] of got.entries()) expect(Math.abs(v - want[i])).toBeLessThan(by);
};

describe('a learner', () => {
  it('takes the steps of the optimizer over trees, and averages', async () => {
    const net = learner(start(), { optimizer, ema: { decay: 0.9 } });
    let state = net.init(start());
    const step = compile((s: LearnerState) => net.update(s, lossOf(x, y)), { donate: [0] });
    let params = start();
    let opt = optimizer.init(params);
    const average = ema({ decay: 0.9 });
    let averages = average.init(params);
    await realize(state);
    for (let i = 0; i < 4; i++) {
      const made = step(state);
      state = made.state;
      const [loss, grads] = valueAndGrad(lossOf(x, y))(params);
      expect(await made.loss.item()).toBeCloseTo(await loss.item(), 6);
      const [updates, next] = optimizer.update(grads, opt, params);
      params = applyUpdates(params, updates);
      opt = next;
      averages = average.update(averages, params);
    }
    near(await values(net.params(state)), await values(params));
    near(await values(net.average(state)), await values(averages.average));
  });

  it('of several micro-batches is that of the whole batch, in less memory', async () => {
    const net = learner(start(), { optimizer });
    const parts = [0, 2, 4, 6].map((i) => lossOf(slice(x, [i, i + 2]), slice(y, [i, i + 2])));
    const one = net.update(net.init(start()), lossOf(x, y));
    const four = net.update(net.init(start()), parts);
    expect(await four.loss.item()).toBeCloseTo(await one.loss.item(), 6);
    near(await values(net.params(four.state)), await values(net.params(one.state)));

    const wide = MLP([64, 512, 512, 1], { activation: tanh });
    const template = wide.init(random.key(0));
    const big = learner(template, { optimizer });
    const input = random.normal(random.key(4), [512, 64]);
    const target = random.normal(random.key(5), [512, 1]);
    await realize(input, target);
    const temporaries = async (pieces: number): Promise<number> => {
      const n = 512 / pieces;
      const losses = Array.from({ length: pieces }, (_, i) => (p: typeof template) => {
        const at = [i * n, (i + 1) * n] as const;
        return meanSquaredError(wide.apply(p, slice(input, at)), slice(target, at));
      });
      const step = compile((s: LearnerState) => big.update(s, losses), { donate: [0] });
      const state = big.init(template);
      await realize(state);
      await realize(step(state));
      return (await step.stats()).tempBytes;
    };
    // the gradient itself stays; the activations of a batch are four times those of a quarter
    expect(await temporaries(8)).toBeLessThan(0.7 * (await temporaries(1)));
  });

  it('trains the leaves that it is told to, and leaves the others bit for bit', async () => {
    const net = learner(start(), { optimizer, trainable: (path) => path.startsWith('1.') });
    const { state } = net.update(net.init(start()), lossOf(x, y));
    const before = new Map(leavesWithPaths(start()));
    for (const [path, leaf] of leavesWithPaths(net.params(state))) {
      const same = `${await leaf.data()}` === `${await before.get(path)?.data()}`;
      expect(same, path).toBe(!path.startsWith('1.'));
    }
  });

  it('has two forms of a state that are one, in f16 too', async () => {
    for (const precision of ['f32', 'f16'] as const) {
      const options = { optimizer, precision, ema: { decay: 0.5 } };
      const net = learner(start(), { ...options, trainable: (path) => !path.endsWith('0.b') });
      const { state } = net.update(net.init(start()), lossOf(x, y));
      const trees = net.form.trees(state);
      expect(leavesWithPaths(trees.params).map(([p]) => p)).toEqual(
        leavesWithPaths(start()).map(([p]) => p),
      );
      expect(await values(net.form.state(trees))).toEqual(await values(state));
    }
  });

  it('refuses parameters of another form, by their path', () => {
    const net = learner(start(), { optimizer });
    const other = MLP([3, 7, 2], { activation: tanh }).init(random.key(0));
    expect(() => net.init(other)).toThrow(
      /learner\.init: params\.0\.w is f32\[3, 7\], the learner was made for f32\[3, 8\]/,
    );
    const more = { ...start(), more: tensor([1]) } as unknown as Params;
    expect(() => net.init(more)).toThrow(/params\.more is not among those of the learner/);
    expect(() => net.update(net.init(start()), [])).toThrow(/there is no loss/);
  });

  it('puts a leaf where `project` says after every update, and no other', async () => {
    const bound = (path: string, t: Tensor): Tensor =>
      path.endsWith('0.w') ? clip(t, -0.1, 0.1) : t;
    const free = learner(start(), { optimizer });
    const held = learner(start(), { optimizer, project: bound });
    const step = (net: typeof free) => net.update(net.init(start()), lossOf(x, y)).state;
    const [wild, tame] = [free.params(step(free)), held.params(step(held))];
    const want = leavesWithPaths(wild).map(([path, t]) => bound(path, t));
    near(await values(tame), await values(want));
    expect(Math.max(...(await values(wild)).map(Math.abs))).toBeGreaterThan(0.1);
  });
});
