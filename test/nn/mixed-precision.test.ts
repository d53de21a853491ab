// Mixed precision on both devices: an f16 training run that ends where the f32 run ends, an overflow that
// costs exactly one step, masters that keep what f16 would lose, states that resume bit for bit; and the
// layers and losses that must compute in f32 when they are fed f16.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { grad, valueAndGrad } from '../../src/autodiff/transforms.ts';
import { loadCheckpoint, saveCheckpoint } from '../../src/io/checkpoint.ts';
import * as nn from '../../src/nn/index.ts';
import * as optim from '../../src/nn/optim/index.ts';
import {
  allFinite,
  castFloats,
  type MixedPrecisionState,
} from '../../src/nn/optim/mixed-precision.ts';
import { compile } from '../../src/runtime/compile.ts';
import { type DeviceName, useDevice } from '../../src/runtime/device.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import { crossEntropy } from '../../src/tensor/ops/class-losses.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import { meanSquaredError } from '../../src/tensor/ops/losses.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { leaves, map } from '../../src/tensor/tree.ts';

const { random, tensor } = ops;

// y = sin of a sum, learned by a small network with a norm in it
const first = nn.Linear(4, 32);
const norm = nn.LayerNorm(32);
const last = nn.Linear(32, 1);
const init = (key: Tensor) => {
  const [a, b] = random.splitKey(key, 2);
  return { first: first.init(a), norm: norm.init(a), last: last.init(b) };
};
type Params = ReturnType<typeof init>;
const apply = (p: Params, x: Tensor): Tensor =>
  last.apply(p.last, ops.gelu(norm.apply(p.norm, first.apply(p.first, x))));

// host values, so that every test and device has tensors of its own
const points = Float32Array.from({ length: 256 }, (_, i) => Math.sin(i * 1.37) * 1.2);
const data = (): { x: Tensor; y: Tensor } => {
  const x = tensor(points, { shape: [64, 4] });
  return { x, y: ops.sin(ops.sum(x, 1, { keepDims: true })) };
};
const loss = (p: Params, spike: Tensor | number): Tensor => {
  const { x, y } = data();
  return ops.mul(meanSquaredError(apply(p, x), y), spike);
};

const values = (tree: unknown): Promise<number[][]> =>
  Promise.all(leaves(tree).map(async (t) => Array.from(await t.data())));

const adam = () =>
  optim.chain(optim.clipByGlobalNorm(1), optim.adamw({ learningRate: 0.01, weightDecay: 0.01 }));

// linear in the gradient, where Adam would blow tiny ones up
const momentum = () =>
  optim.chain(optim.clipByGlobalNorm(1), optim.sgd({ learningRate: 0.05, momentum: 0.9 }));

interface State<P> {
  readonly params: P;
  readonly opt: optim.OptimizerState;
}
type Step<P> = (state: State<P>, spike: number) => { loss: Tensor; state: State<P> };

function mixedStep<P>(mixed: optim.MixedPrecision, f: (p: P, spike: Tensor | number) => Tensor) {
  return compile(
    ({ params, opt }: State<P>, spike: Tensor) => {
      const [value, grads] = mixed.valueAndGrad(f)(opt, params, spike);
      const [updates, next] = mixed.update(grads, opt, params);
      return { loss: value, state: { params: optim.applyUpdates(params, updates), opt: next } };
    },
    { donate: [0] },
  ) as unknown as Step<P>;
}

const scaleOf = (state: State<unknown>): Promise<number> =>
  (state.opt as MixedPrecisionState).scale.item();
const goodOf = (state: State<unknown>): Promise<number> =>
  (state.opt as MixedPrecisionState).good.item();

async function drawn(): Promise<Params> {
  await useDevice('cpu');
  const params = init(random.key(1));
  await realize(params);
  return params;
}

describe.each<DeviceName>(['cpu', 'webgpu'])('training on %s', (device) => {
  beforeEach(async () => {
    await useDevice(device);
  });

  const start = async (mixed: optim.Optimizer): Promise<State<Params>> => {
    const params = await drawn();
    await useDevice(device);
    return { params, opt: mixed.init(params) };
  };

  test('ends at about the loss of f32, with f32 parameters', async () => {
    const tx = adam();
    const mixed = optim.mixedPrecision(adam());
    let a = await start(tx);
    let b = await start(mixed);
    const exact = compile(({ params, opt }: State<Params>) => {
      const [value, grads] = valueAndGrad((p: Params) => loss(p, 1))(params);
      const [updates, next] = tx.update(grads, opt, params);
      return { loss: value, state: { params: optim.applyUpdates(params, updates), opt: next } };
    });
    const step = mixedStep(mixed, loss);
    const [wide, half]: number[][] = [[], []];
    for (let i = 0; i < 150; i++) {
      const [p, q] = [exact(a), step(b, 1)];
      [a, b] = [p.state, q.state];
      if (i % 149 === 0) {
        wide.push(await p.loss.item());
        half.push(await q.loss.item());
      }
    }
    expect(wide[1]).toBeLessThan(wide[0] / 20);
    expect(half[0]).not.toBe(wide[0]); // f16 was at work
    expect(Math.abs(half[0] - wide[0])).toBeLessThan(2e-3 * wide[0]);
    expect(half[1]).toBeLessThan(2 * wide[1] + 1e-4);
    expect(leaves(b.params).map((t) => t.dtype)).toEqual(leaves(b.params).map(() => 'f32'));
  }, 120_000);

  test('an overflow leaves exactly one step out and halves the scale', async () => {
    const mixed = optim.mixedPrecision(momentum());
    const step = mixedStep(mixed, loss);
    // with a spike in step 2, and the same without that step
    let spiked = await start(mixed);
    let plain = await start(mixed);
    let before: number[][] = [];
    for (const [i, spike] of [1, 1, 1e35, 1, 1].entries()) {
      if (i === 2) before = await values([spiked.params, optimizerOf(spiked)]);
      spiked = step(spiked, spike).state;
      if (i === 2) {
        expect(await values([spiked.params, optimizerOf(spiked)])).toEqual(before);
        expect([await scaleOf(spiked), await goodOf(spiked)]).toEqual([2 ** 14, 0]);
      } else plain = step(plain, 1).state;
    }
    expect([await scaleOf(spiked), await goodOf(spiked)]).toEqual([2 ** 14, 2]);
    expect([await scaleOf(plain), await goodOf(plain)]).toEqual([2 ** 15, 4]);
    // the same but for rounding: parameters move by tenths
    const [a, b] = [await values(spiked.params), await values(plain.params)];
    a.flat().forEach((v, i) => {
      expect(Math.abs(v - b.flat()[i])).toBeLessThan(1e-3);
    });
  }, 120_000);

  test('flat parameters take the same steps', async () => {
    const mixed = optim.mixedPrecision(momentum());
    let tree = await start(mixed);
    const layout = optim.flatLayout(tree.params, { alignment: 128 });
    const params = layout.ravel(await drawn());
    await useDevice(device);
    let flat: State<Tensor> = { params, opt: mixed.init(params) };
    const treeStep = mixedStep(mixed, loss);
    const flatStep = mixedStep(mixed, (p: Tensor, spike) => loss(layout.unravel(p), spike));
    for (let i = 0; i < 5; i++) {
      tree = treeStep(tree, i === 3 ? 1e35 : 1).state;
      flat = flatStep(flat, i === 3 ? 1e35 : 1).state;
    }
    expect(await scaleOf(flat)).toBe(2 ** 14);
    const want = (await values(tree.params)).flat();
    (await values(layout.unravel(flat.params))).flat().forEach((v, i) => {
      expect(Math.abs(v - want[i])).toBeLessThan(1e-3);
    });
  }, 120_000);

  test('f32 masters keep updates that f16 would lose', async () => {
    const mixed = optim.mixedPrecision(optim.sgd({ learningRate: 1 }));
    const slope = (p: Tensor): Tensor => ops.mul(ops.sum(p), -1e-4); // each step adds 1e-4
    const step = mixedStep<Tensor>(mixed, slope);
    let state: State<Tensor> = { params: ops.ones([3]), opt: mixed.init(ops.ones([3])) };
    for (let i = 0; i < 10; i++) state = step(state, 1).state;
    for (const v of await state.params.data()) expect(v).toBeCloseTo(1.001, 5);
    // in f16 the neighbours of 1 are 2^-10 and 2^-11 away
    const half = ops.cast(ops.add(ops.cast(ops.ones([1]), 'f16'), 1e-4), 'f16');
    expect(await half.item()).toBe(1);
  });
});

const optimizerOf = (state: State<unknown>): unknown =>
  (state.opt as MixedPrecisionState).optimizer;

describe('the loss scale', () => {
  beforeAll(async () => {
    await useDevice('cpu');
  });

  test('doubles after the interval, counts anew, and stays within its bounds', async () => {
    const mixed = optim.mixedPrecision(optim.sgd({ learningRate: 0 }), {
      initialScale: 4,
      growthInterval: 3,
      maxScale: 8,
      minScale: 2,
    });
    const step = mixedStep<Tensor>(mixed, (p, spike) => ops.mul(ops.sum(p), spike));
    let state: State<Tensor> = { params: ops.ones([2]), opt: mixed.init(ops.ones([2])) };
    const seen: number[][] = [];
    for (const spike of [1, 1, 1, 1, 1, 1, 1e39, 1e39, 1e39, 1]) {
      state = step(state, spike).state;
      seen.push([await scaleOf(state), await goodOf(state)]);
    }
    expect(seen).toEqual([
      [4, 1],
      [4, 2],
      [8, 0],
      [8, 1],
      [8, 2],
      [8, 0],
      [4, 0],
      [2, 0],
      [2, 0],
      [2, 1],
    ]);
  });

  test('reports the loss without the scale', async () => {
    const mixed = optim.mixedPrecision(optim.sgd({ learningRate: 1 }));
    const p = tensor([1, 2]);
    const [value, scaled] = mixed.valueAndGrad((x: Tensor) => ops.sum(ops.square(x)))(
      mixed.init(p),
      p,
    );
    expect([value.dtype, await value.item()]).toEqual(['f32', 5]);
    expect(Array.from(await scaled.data())).toEqual([2 ** 16, 2 ** 17]);
    const [updates] = mixed.update(tensor([2 ** 16, 2 ** 15]), mixed.init(p), p);
    expect(Array.from(await updates.data())).toEqual([-2, -1]);
  });

  test('a run resumed from a checkpoint equals an unbroken one, bit for bit', async () => {
    const mixed = optim.mixedPrecision(adam(), { growthInterval: 3 });
    const step = mixedStep(mixed, loss);
    const fresh = async (): Promise<State<Params>> => {
      const params = await drawn();
      return { params, opt: mixed.init(params) };
    };
    const run = (from: State<Params>, spikes: number[]): State<Params> =>
      spikes.reduce((s, spike) => step(s, spike).state, from);
    const unbroken = await values(run(await fresh(), [1, 1, 1e35, 1, 1, 1, 1]));
    const folder = await mkdtemp(join(tmpdir(), 'wgrad-mixed-'));
    const path = join(folder, 'c.safetensors');
    await saveCheckpoint(path, run(await fresh(), [1, 1, 1e35]), {});
    const { tree } = await loadCheckpoint(path, await fresh());
    expect(await values(run(tree, [1, 1, 1, 1]))).toEqual(unbroken);
    await rm(folder, { recursive: true });
  });

  test('f16 parameters are refused', () => {
    const mixed = optim.mixedPrecision(optim.sgd({ learningRate: 1 }));
    expect(() => mixed.init({ w: ops.zeros([2], 'f16') })).toThrow(/'w' is f16\[2\].*f32 param/);
  });

  test('castFloats leaves integers, allFinite sees every leaf', async () => {
    const tree = { a: tensor([1]), n: tensor(Int32Array.of(3)), none: null };
    expect(map(castFloats(tree, 'f16'), (t) => t.dtype)).toEqual({
      a: 'f16',
      n: 'i32',
      none: null,
    });
    const bad = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const v of bad) {
      expect(await allFinite([tensor([1, 2]), tensor([0, v])]).item()).toBe(0);
    }
    expect(await allFinite([tensor([1, 2]), tensor([3e38])]).item()).toBe(1);
    expect(await allFinite({}).item()).toBe(1);
  });
});

describe('f16 inputs compute in f32', () => {
  beforeAll(async () => {
    await useDevice('cpu');
  });

  // Rows of 4096 elements around 12: sums of squares overflow f16, exponents need all its digits.
  const wave = Float32Array.from({ length: 4 * 4096 }, (_, i) => 12 + 4 * Math.sin(i * 0.91));
  const classes = tensor(Int32Array.of(3, 1000, 17, 4095));
  const zeros = (x: Tensor): Tensor => ops.zeros(x.shape, x.dtype);
  const functions: Record<string, (x: Tensor) => Tensor> = {
    mean: (x) => ops.mean(x, 1),
    variance: (x) => ops.variance(x, 1),
    norm: (x) => ops.norm(x, 1),
    softmax: (x) => ops.softmax(x),
    logSoftmax: (x) => ops.logSoftmax(x),
    logSumExp: (x) => ops.logSumExp(x, 1),
    layerNorm: (x) => ops.layerNorm(x),
    rmsNorm: (x) => ops.rmsNorm(x),
    groupNorm: (x) => ops.groupNorm(ops.reshape(x, [4, 64, 64]), 8),
    batchNorm: (x) => ops.batchNorm(ops.reshape(x, [1024, 16])).y,
    crossEntropy: (x) => crossEntropy(x, classes),
    meanSquaredError: (x) => meanSquaredError(x, zeros(x)),
    l1Loss: (x) => ops.l1Loss(x, zeros(x)),
    klDivergence: (x) => ops.klDivergence(ops.logSoftmax(x), ops.softmax(ops.neg(x))),
    cosineSimilarity: (x) => ops.cosineSimilarity(x, ops.sin(x)),
  };

  // Rounding the result to f16 costs 2^-11 of it; derivatives are compared to the largest.
  test.each(Object.keys(functions))('%s, value and gradient', async (name) => {
    const f = functions[name];
    const half = tensor(wave, { shape: [4, 4096], dtype: 'f16' });
    const exact = ops.cast(half, 'f64');
    const compare = async (got: Tensor, want: Tensor, share: number): Promise<void> => {
      const [a, b] = [Array.from(await got.data()), Array.from(await want.data())];
      const largest = b.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
      const worst = b.reduce((m, v, i) => Math.max(m, Math.abs(v - a[i])), 0);
      expect(largest).toBeGreaterThan(0);
      expect(worst / largest).toBeLessThan(share);
    };
    await compare(f(half), f(exact), 2 ** -11);
    const weighed = (x: Tensor): Tensor => {
      const y = ops.cast(f(x), 'f64');
      const weights = Float64Array.from({ length: y.size }, (_, i) => Math.cos(i * 0.7));
      // large, as under a loss scale, so that small derivatives are not subnormal in f16
      return ops.mul(ops.sum(ops.mul(y, tensor(weights, { shape: y.shape }))), 256);
    };
    await compare(grad(weighed)(half), grad(weighed)(exact), 2 ** -9);
  });

  test('losses of f16 are f32; layers follow the precision of their weights', () => {
    const half = tensor(wave, { shape: [4, 4096], dtype: 'f16' });
    expect(meanSquaredError(half, zeros(half)).dtype).toBe('f32');
    expect(crossEntropy(half, classes).dtype).toBe('f32');
    const layer = nn.Linear(8, 4);
    const wide = layer.init(random.key(0));
    const narrow = castFloats(wide, 'f16');
    const x = ops.ones([2, 8]);
    expect(layer.apply(narrow, x).dtype).toBe('f16');
    expect(layer.apply(wide, x).dtype).toBe('f32');
    expect(layer.apply(wide, ops.cast(x, 'f16')).dtype).toBe('f32');
    const conv = nn.Conv2d(8, 4, 3);
    const image = ops.ones([1, 4, 4, 8]);
    expect(conv.apply(castFloats(conv.init(random.key(0)), 'f16'), image).dtype).toBe('f16');
  });
});
