// What `compile` promises: one trace per combination of shapes, numbers as run-time values, a bounded cache,
// donation with clear errors, and clear errors for what cannot be traced.
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { compile } from '../../src/runtime/compile.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';

beforeAll(async () => {
  await use('cpu');
});

const traces = async (f: { stats(): Promise<{ traces: number }> }): Promise<number> =>
  (await f.stats()).traces;

describe('compile', () => {
  it('traces once per shape and dtype', async () => {
    const f = compile((x: Tensor) => ops.sum(ops.square(x)));
    expect(await f(ops.tensor([1, 2])).item()).toBe(5);
    expect(await f(ops.tensor([3, 4])).item()).toBe(25);
    expect(await traces(f)).toBe(1);
    expect(await f(ops.tensor([1, 2, 2])).item()).toBe(9);
    expect(await f(ops.tensor(Int32Array.of(1, 2))).item()).toBe(5);
    expect(await traces(f)).toBe(3);
  });

  it('takes numbers as run-time scalars, also inside trees', async () => {
    const f = compile((x: Tensor, { rate }: { rate: Tensor }, shift: Tensor) =>
      ops.add(ops.mul(x, rate), shift),
    );
    for (let k = 0; k < 20; k++) {
      expect(await f(ops.tensor([2]), { rate: k / 4 }, -k).item()).toBe(k / 2 - k);
    }
    expect(await traces(f)).toBe(1);
  });

  it('keeps numbers from changing the dtype of tensors', () => {
    const f = compile((x: Tensor, rate: Tensor) => ops.mul(x, rate));
    expect(f(ops.tensor([1], { dtype: 'f16' }), 2).dtype).toBe('f16');
    expect(f(ops.tensor([1]), 2).dtype).toBe('f32');
  });

  it('makes strings and booleans part of the key', async () => {
    const f = compile((x: Tensor, mode: 'double' | 'half', negate: boolean) => {
      const y = ops.mul(x, mode === 'double' ? 2 : 0.5);
      return negate ? ops.neg(y) : y;
    });
    expect(await f(ops.tensor([3]), 'double', false).item()).toBe(6);
    expect(await f(ops.tensor([3]), 'half', true).item()).toBe(-1.5);
    expect(await traces(f)).toBe(2);
  });

  it('bounds its cache and forgets the least recently used program', async () => {
    const f = compile((x: Tensor) => ops.mul(x, 2), { cacheSize: 3 });
    const call = async (n: number): Promise<void> => {
      expect([...(await f(ops.ones([n])).data())]).toEqual(new Array(n).fill(2));
    };
    for (const n of [1, 2, 3]) await call(n);
    await call(1); // now 2 is the oldest
    await call(4);
    expect(await traces(f)).toBe(4);
    await call(1);
    await call(3);
    expect(await traces(f)).toBe(4);
    await call(2);
    expect(await traces(f)).toBe(5);
  });

  it('warns with the name of a function that keeps recompiling', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    try {
      const f = compile(function growing(x: Tensor) {
        return ops.sum(x);
      });
      for (let n = 1; n <= 20; n++) expect(await f(ops.ones([n])).item()).toBe(n);
      const said = warn.mock.calls.map((c) => String(c[0]));
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(/compile\(growing\).*16 times.*f32\[16\]/);
    } finally {
      warn.mockRestore();
    }
  });

  it('sees tensors that it closes over, as they are at each call', async () => {
    const w = ops.tensor([10]);
    const f = compile((x: Tensor) => ops.mul(x, w));
    expect(await f(ops.tensor([2])).item()).toBe(20);
    expect(await f(ops.tensor([3])).item()).toBe(30);
  });

  it('passes arguments and captured values through, and repeats results', async () => {
    const w = ops.tensor([7]);
    const f = compile((x: Tensor) => {
      const y = ops.add(x, 1);
      return { x, w, y, again: y, constant: ops.full([2], 4) };
    });
    const out = f(ops.tensor([1]));
    expect(await Promise.all([out.x, out.w, out.y, out.again].map((t) => t.item()))).toEqual([
      1, 7, 2, 2,
    ]);
    expect([...(await out.constant.data())]).toEqual([4, 4]);
  });

  it('works inside another compiled function and under a transform', async () => {
    const inner = compile((x: Tensor) => ops.square(x));
    const outer = compile((x: Tensor) => ops.add(inner(x), 1));
    expect(await outer(ops.tensor([3])).item()).toBe(10);
  });
});

describe('donation', () => {
  it('hands memory on, and using a donated tensor names it and says why', async () => {
    const step = compile((w: Tensor, g: Tensor) => ops.sub(w, g), { name: 'step', donate: [0] });
    const w = ops.tensor([5, 6], { label: 'weights' });
    const next = step(w, ops.tensor([1, 1]));
    expect([...(await next.data())]).toEqual([4, 5]);
    await expect(w.data()).rejects.toThrow(/weights: f32\[2\].*donated to step/);
    expect(() => step(w, ops.tensor([1, 1]))).toThrow(/weights.*donated to step/);
    expect(() => ops.add(w, 1).dataSync()).toThrow(/weights.*donated to step/);
  });

  it('refuses a tensor that is passed twice', () => {
    const step = compile((a: Tensor, b: Tensor) => ops.add(a, b), { name: 'twice', donate: [0] });
    const w = ops.tensor([1], { label: 'weights' });
    expect(() => step(w, w)).toThrow(/compile\(twice\).*weights: f32\[1\].*twice/);
    expect(w.dataSync()[0]).toBe(1);
  });

  it('refuses a tensor that the function closes over as well', () => {
    const w = ops.tensor([1], { label: 'weights' });
    const step = compile((a: Tensor) => ops.add(a, w), { name: 'closure', donate: [0] });
    expect(() => step(w)).toThrow(/compile\(closure\).*weights.*captured/);
  });

  it('gives right values when results swap places', async () => {
    const swap = compile((a: Tensor, b: Tensor) => [ops.add(b, 1), ops.add(a, 2), a], {
      donate: [0, 1],
    });
    const [x, y, z] = swap(ops.tensor([1, 2]), ops.tensor([10, 20]));
    expect([...(await x.data())]).toEqual([11, 21]);
    expect([...(await y.data())]).toEqual([3, 4]);
    expect([...(await z.data())]).toEqual([1, 2]);
  });
});

describe('donation of arguments that are results', () => {
  const list = async (ts: readonly Tensor[]): Promise<number[][]> =>
    Promise.all(ts.map(async (t) => [...(await t.data())]));

  it('copies what one argument cannot give twice', async () => {
    const twice = compile((a: Tensor) => [a, a], { donate: [0] });
    expect(await list(twice(ops.tensor([5, 6])))).toEqual([
      [5, 6],
      [5, 6],
    ]);
    const around = compile((a: Tensor) => [a, ops.add(a, 1), a], { donate: [0] });
    expect(await list(around(ops.tensor([5, 6])))).toEqual([
      [5, 6],
      [6, 7],
      [5, 6],
    ]);
  });

  it('copies views of the argument too', async () => {
    const f = compile((a: Tensor) => [a, ops.reshape(a, [2, 2]), ops.add(a, 1)], { donate: [0] });
    expect(await list(f(ops.tensor([1, 2, 3, 4])))).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [2, 3, 4, 5],
    ]);
  });
});

describe('what cannot be traced', () => {
  it('reading a value says that the function is being traced', () => {
    const f = compile((x: Tensor) => ops.mul(x, x.dataSync()[0]));
    expect(() => f(ops.tensor([2], { label: 'batch' }))).toThrow(
      /batch: f32\[1\].*being traced.*cannot be read/,
    );
    const g = compile((x: Tensor) => ops.mul(x, ops.add(x, 1).dataSync()[0]));
    expect(() => g(ops.tensor([2], { label: 'batch' }))).toThrow(/batch.*being traced/);
  });

  it('an asynchronous function is refused', () => {
    const f = compile(async (x: Tensor) => ops.mul(x, await x.item()));
    expect(() => f(ops.tensor([2]))).toThrow(/asynchronous/);
  });

  it('an argument that escaped is refused later', async () => {
    let kept: Tensor | undefined;
    const f = compile((x: Tensor) => {
      kept = ops.add(x, 1);
      return x;
    });
    f(ops.tensor([2]));
    await expect((kept as Tensor).data()).rejects.toThrow(/being traced|argument/);
    const g = compile((y: Tensor) => ops.add(y, kept as Tensor));
    expect(() => g(ops.tensor([1]))).toThrow(/argument of another traced function/);
  });
});
