// What is no tree, no function to differentiate or no fitting direction is refused by name, and never taken
// for something without gradients.
import { beforeAll, describe, expect, it } from 'vitest';
import { checkpoint } from '../../src/autodiff/checkpoint.ts';
import { customVjp, stopGradient } from '../../src/autodiff/identity.ts';
import {
  grad,
  hvp,
  jacobian,
  jvp,
  treeDot,
  valueAndGrad,
  vjp,
} from '../../src/autodiff/transforms.ts';

import { compile } from '../../src/runtime/compile.ts';
import { scope } from '../../src/runtime/scope.ts';
import { GradientError, ShapeError, TreeError, WgradError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import * as tree from '../../src/tensor/tree.ts';
import { use } from '../support/devices.ts';

const w = ops.tensor([1, 2, 3], { label: 'w' });
const strangers: readonly [string, unknown, RegExp][] = [
  ['a Map', new Map([['w', w]]), /a Map.*Object\.fromEntries/],
  ['a Set', new Set([w]), /a Set.*\[\.\.\.set\]/],
  ['a typed array', new Float32Array(3), /a Float32Array.*tensor\(values\)/],
  ['a Date', new Date(0), /a Date/],
  ['a Promise', Promise.resolve(w), /a Promise.*await it/],
];

beforeAll(async () => {
  await use('cpu');
});

type Any = (x: unknown) => Tensor;
const loss: Any = () => ops.sum(w);

describe('what is no tree', () => {
  it.each(strangers)('%s is refused by every transform, with its path', (_, stranger, text) => {
    const takers: readonly [string, (x: unknown) => unknown][] = [
      ['grad', (x) => grad(loss)(x)],
      ['valueAndGrad', (x) => valueAndGrad(loss)(x)],
      ['vjp', (x) => vjp(loss, x)],
      ['jvp', (x) => jvp(loss, x, x)],
      ['hvp', (x) => hvp(loss, x, x)],
      ['compile', (x) => compile(loss)(x)],
      ['compile', (x) => compile(() => x)()],
      ['checkpoint', (x) => checkpoint(loss)(x)],
      ['tree', (x) => tree.leaves(x)],
      ['tree', (x) => tree.map(x, (t) => t)],
      ['tree', (x) => tree.leavesWithPaths(x)],
    ];
    for (const [name, take] of takers) {
      for (const [x, at] of [
        [stranger, ''],
        [{ a: [w, { deep: stranger }] }, "at 'a.1.deep'"],
      ] as const) {
        if (at === '' && name === 'compile' && stranger instanceof Promise) continue; // says more
        const run = (): unknown => take(x);
        expect(run).toThrow(TreeError);
        expect(run).toThrow(text);
        expect(run).toThrow(name);
        if (at) expect(run).toThrow(/a\.1\.deep/);
      }
    }
  });

  it('is an instance of a class, of whatever it holds', () => {
    class Model {
      w = w;
    }
    expect(() => grad(loss)(new Model())).toThrow(/grad: the argument to differentiate is a Model/);
    const bare = Object.assign(Object.create(null), { w });
    expect(Object.keys(grad((p: { w: Tensor }) => ops.sum(p.w))(bare))).toEqual(['w']);
  });

  it('is a number where gradients are asked for: it would come back as its own gradient', () => {
    const square = (x: unknown): Tensor => ops.square(x as Tensor);
    expect(() => grad(square)(3)).toThrow(/grad: .*a number \(3\).*tensor/);
    expect(() => grad(loss)({ w, at: [1] })).toThrow(/a number \(1\) at 'at\.0'/);
    expect(() => grad(loss)('w')).toThrow(/a string \("w"\): it holds no tensor/);
    expect(grad(loss)({})).toEqual({});
    const kept = grad((p: { w: Tensor; name: string; off: null }) => ops.sum(p.w));
    expect(kept({ w, name: 'layer', off: null })).toMatchObject({ name: 'layer', off: null });
  });

  it('is a cycle or a tower of 20,000 levels: a typed error, not a stack overflow', () => {
    const cycle: Record<string, unknown> = { w };
    cycle.list = [w, { again: cycle }];
    let tower: unknown = w;
    for (let i = 0; i < 20_000; i++) tower = i % 2 ? [tower] : { down: tower };
    for (const take of [
      tree.leaves,
      tree.leavesWithPaths,
      (x: unknown) => tree.map(x, (t) => t),
      (x: unknown) => tree.zipWith((a) => a, x, x),
      (x: unknown) => grad(loss)(x),
      (x: unknown) => compile(loss)(x),
      (x: unknown) => compile(() => x)(),
      (x: unknown) => vjp(loss, x),
    ]) {
      expect(() => take(cycle)).toThrow(TreeError);
      expect(() => take(cycle)).toThrow(/contains itself at '[\w.]*list\.1\.again'/);
      expect(() => take(tower)).toThrow(TreeError);
      expect(() => take(tower)).toThrow(/more than 1000 levels deep/);
    }
    let allowed: unknown = w;
    for (let i = 0; i < 900; i++) allowed = [allowed];
    expect(tree.leaves(allowed)).toEqual([w]);
  });
});

describe('functions as arguments', () => {
  it('are equal to themselves only, so another function is another trace', async () => {
    const f = compile((x: Tensor, g: (x: Tensor) => Tensor) => g(x));
    expect([...(await f(w, ops.neg).data())]).toEqual([-1, -2, -3]);
    expect([...(await f(w, ops.square).data())]).toEqual([1, 4, 9]);
    expect([...(await f(w, ops.neg).data())]).toEqual([-1, -2, -3]);
    expect((await f.stats()).traces).toBe(2);
  });
});

describe('trees of several arguments', () => {
  it('are matched by their keys, in whatever order', async () => {
    const [a, b] = [ops.tensor([1]), ops.tensor([2])];
    const sum = tree.zipWith((x, y) => ops.sub(x, y), { a, b }, { b, a });
    expect([await sum.a.item(), await sum.b.item()]).toEqual([0, 0]);
    expect(await treeDot({ a, b }, { b, a }).item()).toBe(5);
  });

  it('of another structure are refused with the path', () => {
    const zip = (other: unknown) => () => tree.zipWith((a) => a, { a: w, b: [w, null] }, other);
    expect(zip({ a: w, b: [w, w] })).toThrow(
      /tree 2 of 2.*'b\.1'.*f32\[3\] where null is expected/,
    );
    expect(zip({ a: w })).toThrow(/at 'b': it has nothing where an array of 2/);
    expect(zip({ a: w, b: [w, null], c: w })).toThrow(/at 'c'.*undefined is expected/);
    expect(zip([w, w])).toThrow(TreeError);
    expect(() => treeDot([w], [w, w])).toThrow(/treeDot.*'1'/);
  });
});

describe('directions and cotangents', () => {
  const f = (p: { a: Tensor; b: Tensor }): { s: Tensor; t: Tensor } => ({
    s: ops.mul(p.a, p.b),
    t: ops.sum(p.a),
  });
  const scalar = (p: { a: Tensor; b: Tensor }): Tensor => ops.sum(f(p).s);
  const x = { a: w, b: w };
  type X = typeof x;

  it('of another structure, shape or dtype are refused', () => {
    const [, pull] = vjp(f, x);
    const one = ops.tensor(1);
    type Y = ReturnType<typeof f>;
    expect(() => pull({ s: w } as Y)).toThrow(
      /vjp: the cotangent does not fit at 't': it has nothing/,
    );
    expect(() => pull({ s: w, t: one, u: w } as Y)).toThrow(/at 'u'/);
    expect(() => pull({ s: one, t: w } as Y)).toThrow(ShapeError);
    expect(() => pull({ s: ops.cast(w, 'f64'), t: one } as Y)).toThrow(/dtype.*cast\(x, 'f32'\)/);
    expect(pull({ t: one, s: w } as Y).a.shape).toEqual([3]);
    for (const [name, go] of [
      ['jvp', (v: unknown) => jvp(f, x, v as X)],
      ['hvp', (v: unknown) => hvp(scalar, x, v as X)],
    ] as const) {
      expect(() => go({ a: w })).toThrow(
        new RegExp(`${name}: the direction v does not fit at 'b'`),
      );
      expect(() => go({ a: w, b: w, c: w })).toThrow(TreeError);
      expect(() => go(w)).toThrow(TreeError);
      expect(() => go({ a: w, b: one })).toThrow(ShapeError);
      expect(() => go({ a: w, b: 1 })).toThrow(/a number \(1\)/);
    }
  });

  it('work after the values have been read', async () => {
    const [y, pull] = vjp(f, x);
    await y.s.data();
    await y.t.data();
    const { a } = pull({ s: ops.ones([3]), t: ops.tensor(10) });
    expect([...(await a.data())]).toEqual([11, 12, 13]);
    await a.data();
    expect([...(await pull({ s: ops.zeros([3]), t: ops.tensor(1) }).b.data())]).toEqual([0, 0, 0]);
  });
});

describe('functions that cannot be differentiated', () => {
  const late = async (x: Tensor): Promise<Tensor> => ops.sum(x);
  const as = late as unknown as (x: Tensor) => Tensor;
  const failing = (async () => {
    throw new Error('after');
  }) as unknown as typeof as;

  it.each([
    ['grad', () => grad(as)(w)],
    ['grad', () => grad(failing)(w)],
    ['valueAndGrad', () => valueAndGrad(as)(w)],
    ['valueAndGrad', () => valueAndGrad((x: Tensor) => [as(x), 1] as const, { hasAux: true })(w)],
    ['vjp', () => vjp(as, w)],
    ['jvp', () => jvp(as, w, w)],
    ['hvp', () => hvp(as, w, w)],
    ['jacobian', () => jacobian(as)(w)],
    ['compile', () => compile(as)(w)],
    ['checkpoint', () => checkpoint(as)(w)],
  ])('%s refuses asynchronous ones and says so', (name, run) => {
    expect(run).toThrow(WgradError);
    expect(run).toThrow(new RegExp(`^${name}.*asynchronous.*await their values outside`));
  });

  it('are named when they are no functions, or give no scalar', () => {
    const no = 3 as unknown as typeof as;
    for (const make of [grad, valueAndGrad, jacobian, compile, checkpoint] as const) {
      expect(() => (make as (f: unknown) => unknown)(no)).toThrow(
        /must be a function, not a number/,
      );
    }
    expect(() => grad((() => ({ loss: w })) as unknown as typeof as)(w)).toThrow(/not an object/);
    expect(() => hvp((x: Tensor) => x, w, w)).toThrow(/hvp: .*scalar, but returned w: f32\[3\]/);
  });

  it('lose every gradient in integers: an error, unless that is asked for', async () => {
    const through = (x: Tensor): Tensor => ops.sum(ops.cast(ops.cast(x, 'i32'), 'f32'));
    expect(() => grad(through)(w)).toThrow(GradientError);
    expect(() => grad(through)(w)).toThrow(
      /only through cast \(i32\[3\]\), so every gradient is zero/,
    );
    const accuracy = (p: { w: Tensor }): Tensor =>
      ops.mean(ops.cast(ops.equal(ops.argmax(p.w, 0), 2), 'f32'));
    expect(() => grad(accuracy)({ w })).toThrow(/only through argmax.*piecewise constant/);
    const meant = grad((x: Tensor) => through(stopGradient(x)))(w);
    expect([...(await meant.data())]).toEqual([0, 0, 0]);
    const both = grad((x: Tensor) => ops.add(through(x), ops.sum(x)))(w);
    expect([...(await both.data())]).toEqual([1, 1, 1]);
    // second derivatives of piecewise linear functions are zero
    const kinks = hvp((x: Tensor) => ops.sum(ops.relu(x)), w, w);
    expect([...(await kinks.data())]).toEqual([0, 0, 0]);
    const nested = grad((x: Tensor) => ops.sum(grad((y: Tensor) => ops.sum(ops.relu(y)))(x)))(w);
    expect([...(await nested.data())]).toEqual([0, 0, 0]);
  });
});

describe('customVjp', () => {
  const product = (rule: (ct: Tensor, inputs: readonly Tensor[]) => unknown) =>
    customVjp(
      function times(a, b) {
        return ops.mul(a, b);
      },
      rule as () => (Tensor | null)[],
    );
  const run = (f: ReturnType<typeof product>) => () => grad((x: Tensor) => ops.sum(f(x, w)))(w);

  it('refuses rules that do not give a cotangent for each input', () => {
    expect(run(product((ct, [, b]) => [ops.mul(ct, b)]))).toThrow(
      /customVjp\(times\): the rule must return an array of 2 cotangents.*returned 1/,
    );
    expect(run(product((ct) => [ct, ct, ct]))).toThrow(/returned 3/);
    expect(run(product((ct) => ct))).toThrow(/returned the tensor/);
    expect(run(product(() => undefined))).toThrow(/returned undefined/);
    expect(run(product(() => [1, null]))).toThrow(/cotangent 0 must be null or a tensor.*a number/);
    expect(run(product(() => [ops.tensor(1), null]))).toThrow(/cotangent 0.*f32\[\]/);
    expect(run(product(() => [null, null]))).not.toThrow();
  });

  it('refuses functions that close over what is differentiated, by name', async () => {
    const scaled = (p: { x: Tensor; w: Tensor }): Tensor => {
      const f = customVjp(
        function scale(x) {
          return ops.mul(x, ops.exp(p.w));
        },
        (ct) => [ct],
      );
      return ops.sum(f(p.x));
    };
    const unlabelled = { x: ops.tensor([1, 2]), w: ops.tensor([3, 4]) };
    for (const go of [grad(scaled), grad(checkpoint(scaled)), compile(grad(scaled))]) {
      expect(() => go(unlabelled)).toThrow(GradientError);
      expect(() => go(unlabelled)).toThrow(
        /customVjp\(scale\): the function closes over.*w.*argument/,
      );
    }
    // not differentiated, or cut: fine
    const only = grad((x: Tensor) => scaled({ x, w: unlabelled.w }))(unlabelled.x);
    expect([...(await only.data())]).toEqual([1, 1]);
    const cut = grad((p: typeof unlabelled) => scaled({ x: p.x, w: stopGradient(p.w) }))(
      unlabelled,
    );
    expect([...(await cut.w.data())]).toEqual([0, 0]);
  });

  it('lets rules close over what is differentiated, inside checkpoints too', async () => {
    const slope = (s: Tensor): Tensor => {
      const scaled = customVjp(
        (x) => ops.mul(x, 2),
        (ct) => [ops.mul(ct, ops.square(s))],
      );
      return ops.sum(grad((x: Tensor) => ops.sum(wrapped(scaled)(x)))(w));
    };
    let wrapped = (f: (x: Tensor) => Tensor) => f;
    expect([...(await grad(slope)(w).data())]).toEqual([2, 4, 6]);
    wrapped = checkpoint;
    expect([...(await grad(slope)(w).data())]).toEqual([2, 4, 6]);
  });

  it('refuses what is no function and gives no tensor', () => {
    expect(() => customVjp(ops.neg as never, undefined as never)).toThrow(
      /f and rule must be functions/,
    );
    expect(() => customVjp((() => 3) as never, () => [])()).toThrow(
      /must return a tensor, not a number/,
    );
  });
});

describe('scope', () => {
  it('keeps what a Map, a Set or an object of a class holds', async () => {
    const made = scope(() => {
      const y = ops.mul(w, 2);
      y.dataSync();
      return new Map([['y', y]]);
    });
    expect([...(made.get('y') as Tensor).dataSync()]).toEqual([2, 4, 6]);
  });
});
