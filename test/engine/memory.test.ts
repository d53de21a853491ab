// Ownership: tensors live until they are disposed of, leave their scope, or are donated; a training loop holds
// no more memory after two hundred steps than after one.
import { beforeAll, describe, expect, it } from 'vitest';
import { valueAndGrad } from '../../src/autodiff/transforms.ts';
import type { Backend } from '../../src/backends/backend.ts';
import { memory, setMemoryBudget } from '../../src/runtime/cells.ts';
import { compile } from '../../src/runtime/compile.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import { scope } from '../../src/runtime/scope.ts';
import { WgradError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';

let cpu: Backend;
beforeAll(async () => {
  cpu = await use('cpu');
});

describe('memory', () => {
  it('is freed by dispose, and later uses name the tensor', async () => {
    const before = memory();
    const x = ops.tensor([1, 2, 3, 4], { label: 'x' });
    const y = ops.add(x, 1);
    await realize(y);
    expect(memory()).toEqual({ bytes: before.bytes + 32, tensors: before.tensors + 2 });
    x.dispose();
    y.dispose();
    expect(memory()).toEqual(before);
    await expect(x.data()).rejects.toThrow(/x: f32\[4\] has no value any more.*disposed/);
    await expect(ops.add(x, 1).data()).rejects.toThrow(/x: f32\[4\].*disposed/);
    x.dispose(); // a second time changes nothing
    expect(memory()).toEqual(before);
  });

  it('is freed at the end of a `using` block', async () => {
    const before = memory().tensors;
    {
      using x = ops.add(ops.tensor([1]), 1);
      expect(await x.item()).toBe(2);
      expect(memory().tensors).toBeGreaterThan(before);
      for (const t of x.inputs) t.dispose();
    }
    expect(memory().tensors).toBeLessThanOrEqual(before + 1);
  });

  it('is freed by a scope, except for its result', async () => {
    const before = memory();
    const kept = await scope(async () => {
      const a = ops.tensor([1, 2]);
      const b = ops.add(a, 1);
      const c = ops.mul(b, 2);
      await realize(b, c);
      return { c };
    });
    expect(memory().tensors).toBe(before.tensors + 1);
    expect([...(await kept.c.data())]).toEqual([4, 6]);
    kept.c.dispose();
    expect(memory()).toEqual(before);
  });

  it('is freed by a scope that throws, and by nested ones', async () => {
    const before = memory();
    expect(() =>
      scope(() => {
        ops.tensor([1, 2, 3]).dataSync();
        void realize(ops.add(ops.tensor([1]), 1));
        throw new Error('inside');
      }),
    ).toThrow('inside');
    const result = scope(() => {
      const y = scope(() => {
        const x = ops.add(ops.tensor([1]), 1);
        const z = ops.mul(x, 3);
        x.dataSync();
        z.dataSync();
        return z;
      });
      return ops.add(y, 1).dataSync()[0];
    });
    expect(result).toBe(7);
    expect(memory()).toEqual(before);
  });

  it('of a training loop does not grow', async () => {
    const x = ops.random.normal(ops.random.key(1), [16, 4]);
    const y = ops.sum(ops.sin(x), 1, { keepDims: true });
    await realize(x, y);
    type Params = { w1: Tensor; b: Tensor; w2: Tensor };
    const loss = (p: Params): Tensor =>
      ops.meanSquaredError(ops.matmul(ops.tanh(ops.affine(x, p.w1, p.b)), p.w2), y);
    const step = compile(
      (p: Params, rate: Tensor): [Params, Tensor] => {
        const [value, g] = valueAndGrad(loss)(p);
        const update = (a: Tensor, d: Tensor): Tensor => ops.sub(a, ops.mul(d, rate));
        return [{ w1: update(p.w1, g.w1), b: update(p.b, g.b), w2: update(p.w2, g.w2) }, value];
      },
      { donate: [0] },
    );
    let params: Params = {
      w1: ops.mul(ops.random.normal(ops.random.key(2), [4, 8]), 0.5),
      b: ops.zeros([8]),
      w2: ops.mul(ops.random.normal(ops.random.key(3), [8, 1]), 0.5),
    };
    const losses: number[] = [];
    let held = { bytes: 0, used: 0 };
    for (let k = 0; k < 200; k++) {
      const [next, value] = step(params, 0.05);
      params = next;
      losses.push(await value.item());
      value.dispose();
      if (k === 0) held = { bytes: memory().bytes, used: cpu.memory().used };
    }
    expect(losses[199]).toBeLessThan(losses[0] / 4);
    expect({ bytes: memory().bytes, used: cpu.memory().used }).toEqual(held);
    expect((await step.stats()).traces).toBe(1);
  });

  it('has a budget that is a number', () => {
    for (const bad of [Number.NaN, -1, Number.NEGATIVE_INFINITY, '1e9', undefined, null, 10n, {}]) {
      expect(() => setMemoryBudget(bad as number), String(bad)).toThrow(WgradError);
      expect(() => setMemoryBudget(bad as number)).toThrow(/setMemoryBudget: bytes must be/);
    }
  });

  it('that nobody can reach makes room under a budget, also in synchronous loops', async () => {
    setMemoryBudget(memory().bytes + 4 * 2 ** 20);
    try {
      for (let k = 0; k < 40; k++) {
        const x = ops.add(ops.full([2 ** 18], k), 1); // 1 MiB
        expect(x.dataSync()[5]).toBe(k + 1);
        const y = ops.add(ops.full([2 ** 18], k), 2);
        expect((await y.data())[5]).toBe(k + 2);
      }
    } finally {
      setMemoryBudget(Number.POSITIVE_INFINITY);
    }
  });

  it('beyond the budget is refused with the largest tensors by label', async () => {
    const big = ops.ones([1000]);
    big.label = 'the big one';
    await realize(big);
    setMemoryBudget(5500);
    try {
      expect(() => ops.add(ops.ones([500]), 1).dataSync()).toThrow(
        /2000 bytes.*exceed the memory budget.*the big one f32\[1000\] 4000 B.*x\.dispose\(\).*scope/,
      );
    } finally {
      setMemoryBudget(Number.POSITIVE_INFINITY);
    }
    expect(ops.add(ops.ones([500]), 1).dataSync()[499]).toBe(2);
  });
});
