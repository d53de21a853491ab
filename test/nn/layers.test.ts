// Modules as values: what `init` draws, shapes, dropout, LoRA, partition, time embedding, training.
import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { grad, valueAndGrad } from '../../src/autodiff/transforms.ts';
import * as nn from '../../src/nn/index.ts';
import * as optim from '../../src/nn/optim/index.ts';
import { compile } from '../../src/runtime/compile.ts';
import '../../src/runtime/evaluate.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { ShapeError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { leavesWithPaths } from '../../src/tensor/tree.ts';

const { random } = ops;
const key = random.key(0);

beforeAll(async () => {
  await useDevice('interpret');
});

const spread = async (x: Tensor): Promise<{ mean: number; std: number; max: number }> => {
  const data = [...(await x.data())];
  const mean = data.reduce((a, b) => a + b, 0) / data.length;
  const square = data.reduce((a, b) => a + (b - mean) ** 2, 0) / data.length;
  return { mean, std: Math.sqrt(square), max: Math.max(...data.map(Math.abs)) };
};

describe('initialisers', () => {
  const shape = [3, 3, 20, 40]; // fanIn 180, fanOut 360
  test.each([
    ['normal', nn.initializers.normal(0.5), 0.5],
    ['xavier', nn.initializers.xavier(), Math.sqrt(2 / 540)],
    ['kaiming', nn.initializers.kaiming(), Math.sqrt(2 / 180)],
    ['lecun uniform', nn.initializers.lecun({ distribution: 'uniform' }), Math.sqrt(1 / 180)],
    ['uniform', nn.initializers.uniform(0.3), 0.3 / Math.sqrt(3)],
    ['fanInUniform', nn.initializers.fanInUniform(180), Math.sqrt(1 / 540)],
  ])('%s', async (_, init, std) => {
    const got = await spread(init(key, shape));
    expect(got.std / std).toBeGreaterThan(0.95);
    expect(got.std / std).toBeLessThan(1.05);
    expect(Math.abs(got.mean)).toBeLessThan(0.1 * std);
  });

  test('layers are deterministic in the key and bounded as PyTorch bounds them', async () => {
    const layer = nn.Linear(16, 8);
    const [a, b, c] = [key, key, random.key(1)].map((k) => layer.init(k));
    expect(await a.w.toArray()).toEqual(await b.w.toArray());
    expect(await a.w.toArray()).not.toEqual(await c.w.toArray());
    expect((await spread(a.w)).max).toBeLessThanOrEqual(0.25);
    expect(a.b?.shape).toEqual([8]);
    expect(nn.Linear(4, 2, { bias: false }).init(key).b).toBeUndefined();
  });
});

describe('modules', () => {
  test('Sequential types its parameters and applies in order', async () => {
    const model = nn.Sequential(nn.Linear(3, 4), nn.Lambda(ops.relu), nn.LayerNorm(4));
    const params = model.init(key);
    expectTypeOf(params[0]).toEqualTypeOf<nn.LinearParams>();
    expectTypeOf(params[2]).toEqualTypeOf<nn.NormParams>();
    expect(leavesWithPaths(params).map(([p]) => p)).toEqual(['0.w', '0.b', '2.scale', '2.bias']);
    const x = random.normal(key, [2, 3]);
    const want = ops.layerNorm(ops.relu(ops.affine(x, params[0].w, params[0].b)));
    expect(await model.apply(params, x).toArray()).toEqual(await want.toArray());
  });

  test('an encoder block keeps shapes and its dropout follows the key', async () => {
    const block = nn.EncoderBlock({ dim: 8, heads: 2, dropout: 0.5 });
    const params = block.init(key);
    const x = random.normal(key, [2, 3, 8]);
    const run = async (k?: Tensor) =>
      (await block.apply(params, x, { key: k }).toArray()) as unknown;
    expect(await run()).toEqual(await run());
    expect(await run(random.key(1))).toEqual(await run(random.key(1)));
    expect(await run(random.key(1))).not.toEqual(await run(random.key(2)));
    expect(() => nn.MultiHeadAttention({ dim: 8, heads: 3 })).toThrow(ShapeError);
  });

  test('dropout keeps the mean and drops the share', async () => {
    const y = await nn.dropout(ops.ones([4000]), 0.25, key).data();
    const zeros = [...y].filter((v) => v === 0).length;
    expect(zeros / 4000).toBeGreaterThan(0.22);
    expect(zeros / 4000).toBeLessThan(0.28);
    expect(new Set([...y].map((v) => v.toFixed(4)))).toEqual(new Set(['0.0000', '1.3333']));
    const x = ops.ones([3]);
    expect(nn.dropout(x, 0.5)).toBe(x);
    expect(() => nn.dropout(x, 1, key)).toThrow(/rate 1/);
  });

  test('sinusoidal time embedding: cosines and sines at geometric frequencies', async () => {
    const y = (await nn.sinusoidal(ops.tensor([0, 7]), 6).toArray()) as number[][];
    expect(y[0]).toEqual([1, 1, 1, 0, 0, 0]);
    const f = [0, 1, 2].map((i) => 10000 ** (-i / 3));
    [...f.map((w) => Math.cos(7 * w)), ...f.map((w) => Math.sin(7 * w))].forEach((v, i) => {
      expect(y[1][i]).toBeCloseTo(v, 5);
    });
    const ddpm = nn.sinusoidal(ops.tensor([7]), 5, { cosFirst: false, shift: 1 });
    const [row] = (await ddpm.toArray()) as number[][];
    [Math.sin(7), Math.sin(7 / 10000), Math.cos(7), Math.cos(7 / 10000), 0].forEach((v, i) => {
      expect(row[i]).toBeCloseTo(v, 5);
    });
    const module = nn.TimeEmbedding(6, { outputs: 10 });
    expect(module.apply(module.init(key), ops.tensor([1, 2, 3])).shape).toEqual([3, 10]);
  });

  test('batch norm in evaluation uses what training gathered', async () => {
    const layer = nn.BatchNorm(2, { momentum: 1 });
    const x = random.normal(key, [4, 3, 3, 2]);
    const params = layer.init(key);
    const [, state] = layer.train(params, x, layer.initState());
    const y = await spread(layer.apply(params, x, state));
    expect(Math.abs(y.mean)).toBeLessThan(1e-5);
    expect(y.std).toBeCloseTo(Math.sqrt(35 / 36), 4); // variance is unbiased
    expect(await state.count.item()).toBe(1);
  });
});

describe('trees of parameters', () => {
  const model = nn.Sequential(
    nn.Linear(4, 6),
    nn.Lambda(ops.relu),
    nn.Conv2d(6, 2, 3, { padding: 1 }),
  );
  const params = model.init(key);
  const x = random.normal(key, [1, 4, 4, 4]);

  test('parts are drawn from split keys, or from the keys of a list', async () => {
    const parts = { a: nn.Linear(2, 3), b: [nn.Linear(3, 2)] };
    const [k1, k2] = random.splitKey(key, 2);
    const equal = (x: unknown, y: unknown) => {
      const values = (tree: unknown) =>
        Promise.all(leavesWithPaths(tree).map(async ([p, t]) => [p, [...(await t.data())]]));
      return Promise.all([values(x), values(y)]).then(([u, v]) => expect(u).toEqual(v));
    };
    const own = { a: parts.a.init(k1), b: [parts.b[0].init(random.splitKey(k2, 1)[0])] };
    await equal(nn.initParts(parts, key), own);
    await equal(nn.initParts(parts, [k1, k2]), own);
    await equal(nn.initParts(parts, [k2, [key]]), {
      a: parts.a.init(k2),
      b: [parts.b[0].init(key)],
    });
    expect(() => nn.initParts(parts, [key])).toThrow(/initParts: 1 key for the 2 parts a, b/);
  });

  test('partition and combine', () => {
    const [weights, rest] = nn.partition(params, (path) => path.endsWith('w'));
    expect(leavesWithPaths(weights).map(([p]) => p)).toEqual(['0.w', '2.w']);
    expect(leavesWithPaths(rest).map(([p]) => p)).toEqual(['0.b', '2.b']);
    expect(leavesWithPaths(nn.combine(weights, rest))).toEqual(leavesWithPaths(params));
    expect(() => nn.combine<unknown>({ a: null }, { b: null })).toThrow(ShapeError);
  });

  test('LoRA starts silent, trains alone and names what is missing', async () => {
    const adapters = nn.initLora(key, params, { rank: 2 });
    expect(Object.keys(adapters)).toEqual(['0.w', '2.w']);
    expect(adapters['2.w'].a.shape).toEqual([3, 3, 6, 2]);
    const base = model.apply(params, x);
    const run = (a: nn.LoraParams): Tensor => model.apply(nn.applyLora(params, a, 0.5), x);
    expect(await run(adapters).toArray()).toEqual(await base.toArray());
    const g = grad((a: nn.LoraParams) => ops.sum(ops.square(run(a))))(adapters);
    expect((await spread(g['0.w'].b)).max).toBeGreaterThan(0);
    expect((await spread(g['0.w'].a)).max).toBe(0); // b is zero
    expect(() => nn.applyLora(params, { nowhere: adapters['0.w'] })).toThrow(/nowhere/);
    expect(() => nn.initLora(key, params, { rank: 1, match: () => false })).toThrow(/no weight/);
  });
});

test('a small network learns xor inside compile', async () => {
  const model = nn.MLP([2, 8, 1], { activation: ops.tanh });
  const tx = optim.adamw({ learningRate: 0.05 });
  const x = ops.tensor([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
  const y = ops.tensor([[0], [1], [1], [0]]);
  const step = compile((params: nn.LinearParams[], state: optim.OptimizerState) => {
    const loss = (p: nn.LinearParams[]): Tensor => ops.meanSquaredError(model.apply(p, x), y);
    const [value, grads] = valueAndGrad(loss)(params);
    const [updates, next] = tx.update(grads, state, params);
    return { params: optim.applyUpdates(params, updates), state: next, value };
  });
  let params = model.init(key);
  let state = tx.init(params);
  let value: Tensor | undefined;
  for (let k = 0; k < 150; k++) ({ params, state, value } = step(params, state));
  expect(await value?.item()).toBeLessThan(0.01);
  expect((await step.stats()).traces).toBe(1);
});
