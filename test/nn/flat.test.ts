// Flat parameters: the layout and its inverse, the shape and value of the gradient, optimizers that step
// flat as they step tree by tree, and states that keep the names of their leaves in files.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkGradients } from '../../src/autodiff/check-gradients.ts';
import { grad, hvp, jvp, valueAndGrad } from '../../src/autodiff/transforms.ts';
import { loadCheckpoint, readCheckpoint, saveCheckpoint } from '../../src/io/checkpoint.ts';
import * as optim from '../../src/nn/optim/index.ts';
import type { AdamOptions } from '../../src/nn/optim/optimizers.ts';
import { compile } from '../../src/runtime/compile.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { leaves, leavesWithPaths, map } from '../../src/tensor/tree.ts';

beforeAll(async () => {
  await useDevice('cpu');
});

const { random, tensor } = ops;

// Leaves of 64, 15, 1, 0 and 128 elements, and a place that holds none.
const draw = (seed: number) => {
  const keys = random.splitKey(random.key(seed), 5);
  return {
    square: random.normal(keys[0], [8, 8]),
    list: [random.normal(keys[1], [3, 5]), random.normal(keys[2], [])],
    absent: null,
    none: random.normal(keys[3], [0, 4]),
    long: random.normal(keys[4], [128]),
  };
};
type Params = ReturnType<typeof draw>;

const values = (tree: unknown): Promise<number[][]> =>
  Promise.all(leaves(tree).map(async (t) => Array.from(await t.data())));

// A loss in which every leaf counts, one of them twice.
const loss = ({ square, list: [a, b], none, long }: Params, x: Tensor): Tensor => {
  const h = ops.tanh(ops.matmul(x, square)); // [4, 8]
  const tail = ops.sum(ops.mul(ops.square(long), ops.exp(b)));
  const middle = ops.sum(ops.sin(ops.matmul(ops.slice(h, null, [0, 3]), a)));
  return ops.add(ops.add(ops.sum(ops.mul(h, b)), ops.sum(none)), ops.add(middle, tail));
};
const x = tensor(
  Float32Array.from({ length: 32 }, (_, i) => Math.sin(i)),
  { shape: [4, 8] },
);

describe('the layout', () => {
  const layout = optim.flatLayout(draw(0));

  test('leaves start at multiples of 64 elements, gaps are zero, and unravel is the inverse', async () => {
    expect(layout.parts.map(({ path, start, size }) => [path, start, size])).toEqual([
      ['square', 0, 64],
      ['list.0', 64, 15],
      ['list.1', 128, 1],
      ['none', 192, 0],
      ['long', 192, 128],
    ]);
    const tree = draw(0);
    const flat = layout.ravel(tree);
    expect(flat.shape).toEqual([320]);
    const data = await flat.data();
    expect(Array.from(data.subarray(64, 79))).toEqual(Array.from(await tree.list[0].data()));
    expect(data.subarray(79, 128).every((v) => v === 0)).toBe(true);
    expect(data.subarray(129, 192).every((v) => v === 0)).toBe(true);
    const back = layout.unravel(flat);
    expect(await values(back)).toEqual(await values(tree));
    expect(back.absent).toBeNull();
    expect(leaves(back).map((t) => t.shape)).toEqual(leaves(tree).map((t) => t.shape));
  });

  test('another alignment', () => {
    const wide = optim.flatLayout(draw(0), { alignment: 128 });
    expect(wide.parts.map((p) => p.start)).toEqual([0, 128, 256, 384, 384]);
    expect(wide.size).toBe(512);
  });

  test('a tree of one leaf has memory of its own', async () => {
    const w = random.normal(random.key(1), [64]);
    const flat = optim.flatLayout({ w }).ravel({ w });
    await realize(w, flat);
    w.dispose();
    expect((await flat.data()).length).toBe(64);
  });

  test('an empty tree', async () => {
    const empty = optim.flatLayout({ a: null });
    expect(empty.size).toBe(0);
    expect(empty.unravel(empty.ravel({ a: null }))).toEqual({ a: null });
  });

  test('refuses what does not fit, naming it', () => {
    const mixed = { w: tensor([1]), n: tensor(Int32Array.of(1)) };
    expect(() => optim.flatLayout(mixed)).toThrow(/'w' is f32\[1\] and 'n' is i32\[1\]/);
    expect(() => optim.flatLayout(draw(0), { alignment: 0 })).toThrow(/alignment 0/);
    expect(() => layout.unravel(tensor([1, 2]))).toThrow(/f32\[2\] does not fit .*\[320\]/);
    const other = { ...draw(0), long: tensor([1, 2]) };
    expect(() => layout.ravel(other)).toThrow(/expected long \[128\], found long f32\[2\]/);
  });
});

describe('gradients', () => {
  const layout = optim.flatLayout(draw(0));
  const flatLoss = (flat: Tensor): Tensor => loss(layout.unravel(flat), x);

  test('are those of the tree, side by side, in one piece', async () => {
    const tree = draw(1);
    const expected = layout.ravel(grad((p: Params) => loss(p, x))(tree));
    const got = grad(flatLoss)(layout.ravel(tree));
    expect(got.op.name).toBe('assemble');
    expect(Array.from(await got.data())).toEqual(Array.from(await expected.data()));
  });

  test('of two leaves that are one and the same value stand in both places', async () => {
    const two = optim.flatLayout({ a: ops.zeros([64]), b: ops.zeros([64]) });
    const g = compile(
      grad((flat: Tensor) => {
        const { a, b } = two.unravel(flat);
        return ops.sum(ops.exp(ops.add(a, b))); // exp(a + b) for both
      }),
    );
    const data = Array.from(await g(ops.zeros([128])).data());
    expect(data).toEqual(data.map(() => 1));
  });

  test('leave zeros where a leaf has no influence', async () => {
    const g = grad((flat: Tensor) => ops.sum(layout.unravel(flat).list[0]))(ops.ones([320]));
    const data = Array.from(await g.data());
    expect(data).toEqual(data.map((_, i) => (i >= 64 && i < 79 ? 1 : 0)));
  });

  test('add up with what else reads the flat tensor', async () => {
    const g = grad((flat: Tensor) => {
      const { list } = layout.unravel(flat);
      const again = layout.unravel(flat).list[0];
      return ops.add(ops.sum(ops.mul(list[0], again)), ops.sum(flat));
    })(ops.full([320], 3));
    const data = Array.from(await g.data());
    expect(data).toEqual(data.map((_, i) => (i >= 64 && i < 79 ? 7 : 1)));
  });

  test('agree with finite differences, first and second order', async () => {
    const small = optim.flatLayout(
      { a: ops.zeros([2, 3]), b: ops.zeros([4]), c: ops.zeros([]) },
      { alignment: 8 },
    );
    const f = (flat: Tensor): Tensor => {
      const { a, b, c } = small.unravel(flat);
      const h = ops.mul(ops.tanh(ops.matmul(ops.transpose(a), a)), c);
      return ops.add(ops.sum(ops.exp(h)), ops.sum(ops.mul(ops.sin(b), ops.square(c))));
    };
    const at = random.normal(random.key(4), [small.size]);
    const { compared } = await checkGradients(f, [at]);
    expect(compared).toBeGreaterThan(24);
  });

  test('forward and second derivatives pass through', async () => {
    const at = layout.ravel(draw(2));
    const v = layout.ravel(draw(3));
    const treeLoss = (p: Params): Tensor => loss(p, x);
    const [, slope] = jvp(flatLoss, at, v);
    const [, expected] = jvp(treeLoss, draw(2), draw(3));
    expect(await slope.item()).toBeCloseTo(await expected.item(), 3);
    const curved = Array.from(await hvp(flatLoss, at, v).data());
    const wanted = await layout.ravel(hvp(treeLoss, draw(2), draw(3))).data();
    curved.forEach((c, i) => {
      expect(Math.abs(c - wanted[i])).toBeLessThan(1e-3 * (1 + Math.abs(wanted[i])));
    });
  });
});

describe('optimizers on flat parameters', () => {
  const layout = optim.flatLayout(draw(0));
  const decayOf = (path: string): number => (path.startsWith('list') ? 0 : 0.1);
  const rateOf = (path: string): number => (path === 'long' ? 3 : 1);
  type Options = Pick<AdamOptions, 'weightDecay' | 'rateScale'>;
  const byPath: Options = { weightDecay: decayOf, rateScale: rateOf };
  const byElement: Options = {
    weightDecay: layout.perElement(decayOf),
    rateScale: layout.perElement(rateOf),
  };
  const makers: Record<string, (o: Options) => optim.Optimizer> = {
    adamw: (o) => optim.adamw({ learningRate: 0.01, ...o }),
    'clipped adamw': (o) =>
      optim.chain(optim.clipByGlobalNorm(1), optim.adamw({ learningRate: 0.01, ...o })),
    adam: (o) => optim.adam({ learningRate: 0.01, ...o }),
    sgd: (o) => optim.sgd({ learningRate: 0.01, momentum: 0.9, nesterov: true, ...o }),
    rmsprop: (o) => optim.rmsprop({ learningRate: 0.01, momentum: 0.5, ...o }),
  };
  const average = optim.ema({ decay: 0.99 });

  test.each(Object.keys(makers))('%s steps as it does tree by tree', async (name) => {
    const [txTree, txFlat] = [makers[name](byPath), makers[name](byElement)];
    type State<P> = { params: P; opt: optim.OptimizerState; ema: optim.EmaState<P> };
    const stepper = <P>(tx: optim.Optimizer, f: (p: P) => Tensor) =>
      compile((s: State<P>): State<P> => {
        const [, g] = valueAndGrad(f)(s.params);
        const [updates, opt] = tx.update(g, s.opt, s.params);
        const params = optim.applyUpdates(s.params, updates);
        return { params, opt, ema: average.update(s.ema, params) };
      });
    const tree = stepper<Params>(txTree, (p) => loss(p, x));
    const flat = stepper<Tensor>(txFlat, (f) => loss(layout.unravel(f), x));
    const begin = <P>(tx: optim.Optimizer, params: P): State<P> => ({
      params,
      opt: tx.init(params),
      ema: average.init(params),
    });
    let a = begin(txTree, draw(5));
    let b = begin(txFlat, layout.ravel(draw(5)));
    for (let i = 0; i < 8; i++) [a, b] = [tree(a), flat(b)];
    const want = await values(a);
    const got = await values(layout.unravelAll(b));
    expect(got.map((v) => v.length)).toEqual(want.map((v) => v.length));
    got.flat().forEach((v, i) => {
      expect(Math.abs(v - want.flat()[i])).toBeLessThan(1e-6 * (1 + Math.abs(v)));
    });
    // gaps stay zero
    const data = await b.params.data();
    expect(data.subarray(79, 128).every((v) => v === 0)).toBe(true);
  });

  test('equal numbers for all leaves stay a number', () => {
    expect(layout.perElement(() => 0.3)).toBe(0.3);
    expect(layout.perElement(decayOf)).toMatchObject({ shape: [320] });
  });

  test('the global norm of a flat gradient is one reduction', async () => {
    const norm = compile((g: Tensor) => optim.globalNorm(g));
    const g = layout.ravel(draw(6));
    await realize(g);
    const got = await norm(g).item();
    expect((await norm.stats()).kernels).toBe(1);
    expect(got).toBeCloseTo(await optim.globalNorm(draw(6)).item(), 4);
  });
});

describe('files', () => {
  test('states keep the names of their leaves, and come back flat', async () => {
    const layout = optim.flatLayout(draw(0));
    const tx = optim.chain(optim.clipByGlobalNorm(1), optim.adamw({ learningRate: 0.01 }));
    const flat = layout.ravel(draw(7));
    const [updates, opt] = tx.update(ops.sin(flat), tx.init(flat), flat);
    const state = { params: optim.applyUpdates(flat, updates), opt };
    const folder = await mkdtemp(join(tmpdir(), 'wgrad-flat-'));
    const path = join(folder, 'c.safetensors');
    await saveCheckpoint(path, layout.unravelAll(state), { step: 1 });
    const names = [...(await readCheckpoint(path)).tensors.keys()].sort();
    const treeState = { params: draw(0), opt: tx.init(draw(0)) };
    expect(names).toEqual(
      leavesWithPaths(treeState)
        .map(([name]) => name)
        .sort(),
    );
    const { tree } = await loadCheckpoint(path, treeState);
    const again = layout.ravelAll(state, tree);
    expect(await values(again)).toEqual(await values(state));
    expect(map(again, (t) => t.shape)).toEqual(map(state, (t) => t.shape));
    await rm(folder, { recursive: true });
  });
});
