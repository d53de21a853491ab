// Work that is asked for before the device is there: it runs in order, frees what is let go of, is bounded, and
// what fails in it reaches whoever asked for it.
import { describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { InterpretBackend } from '../../src/backends/interpret/interpret-backend.ts';
import { memory } from '../../src/runtime/cells.ts';
import { compile } from '../../src/runtime/compile.ts';
import { currentDevice, useBackend, useDevice } from '../../src/runtime/device.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import { DeviceError, OutOfMemoryError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

// Runs `f` while a device is being acquired, and gives that device once it is there.
async function beforeDevice<T>(f: () => T): Promise<{ backend: Backend; result: T }> {
  const coming = useDevice('cpu', { threads: 1 });
  await Promise.resolve(); // the device is not there yet
  expect(currentDevice()).toBeUndefined();
  const result = f();
  return { backend: await coming, result };
}

describe('before the device is there', () => {
  it('work waits in order, and what was disposed of is freed', async () => {
    const before = memory();
    const step = compile((x: Tensor) => ops.add(x, 1), { donate: [0] });
    const { backend, result } = await beforeDevice(() => {
      let x = ops.tensor(new Float32Array(1000));
      for (let k = 0; k < 50; k++) x = step(x);
      for (let k = 0; k < 50; k++) {
        const y = ops.mul(ops.add(x, k), 2);
        void realize(y);
        y.dispose();
      }
      return x;
    });
    expect((await result.data())[999]).toBe(50);
    result.dispose();
    expect(memory()).toEqual(before);
    expect(backend.memory().used).toBe(0);
  });

  it('too much work is refused, saying what to do', async () => {
    const { result } = await beforeDevice(() => {
      const x = ops.tensor([1]);
      const f = compile((a: Tensor) => ops.add(a, 1));
      try {
        for (let k = 0; k < 200_000; k++) f(x).dispose();
      } catch (error) {
        return error as Error;
      }
      return undefined;
    });
    expect(result).toBeInstanceOf(DeviceError);
    expect(result?.message).toMatch(/pieces of work.*wait for a device.*await useDevice/);
    // it is refused only while the device is missing
    expect(await ops.add(ops.tensor([1]), 1).item()).toBe(2);
  });

  it('failing work fails the reads of its results, and nothing else', async () => {
    const { result } = await beforeDevice(() => {
      const bad = ops.cast(ops.tensor([1, 2]), 'f32');
      const huge = ops.add(ops.full([2 ** 15, 40_000], 1), ops.reshape(ops.sum(bad), [1, 1]));
      const good = ops.add(ops.tensor([1, 2]), 1);
      const all = Promise.allSettled([huge.data(), realize(huge), good.data()]);
      return { all, held: memory().bytes, huge };
    });
    const [read, realized, good] = await result.all;
    for (const x of [read, realized]) {
      expect(x).toMatchObject({ status: 'rejected', reason: expect.any(OutOfMemoryError) });
    }
    expect(good).toMatchObject({ status: 'fulfilled', value: Float32Array.of(2, 3) });
    await expect(ops.mul(result.huge, 2).data()).rejects.toThrow(/cannot hold 5242880000 bytes/);
    expect(memory().bytes).toBeLessThan(result.held - 2 ** 32); // what failed holds nothing
    expect(await ops.add(ops.tensor([4]), 1).item()).toBe(5);
  });

  it('a device that cannot be had leaves the one before in place', async () => {
    const cpu = await useDevice('cpu', { threads: 1 });
    await expect(useDevice('abacus' as 'cpu')).rejects.toThrow(DeviceError);
    expect(currentDevice()).toBe(cpu);
    expect(await ops.add(ops.tensor([4]), 1).item()).toBe(5);
  });
});

describe('a call that fails', () => {
  it('gives donated arguments back and holds no memory', async () => {
    const base = new InterpretBackend();
    let full = false;
    const alloc = base.alloc.bind(base);
    base.alloc = (aval) => {
      if (full) throw new OutOfMemoryError('the test device is full');
      return alloc(aval);
    };
    await useBackend(base);
    const step = compile((w: Tensor) => [ops.add(w, 1), ops.mul(w, 2)], { donate: [0] });
    const w = ops.tensor([1, 2], { label: 'weights' });
    await realize(w);
    const before = memory();
    full = true;
    expect(() => step(w)).toThrow(
      /the test device is full.*Largest: .*weights f32\[2\] 8 B.*scope/,
    );
    await expect(ops.add(w, 1).data()).rejects.toThrow(/the test device is full.*dispose/);
    expect(memory()).toEqual(before);
    full = false;
    const [a, b] = step(w);
    expect([...(await a.data()), ...(await b.data())]).toEqual([2, 3, 2, 4]);
    await expect(w.data()).rejects.toThrow(/donated/);
  });
});
