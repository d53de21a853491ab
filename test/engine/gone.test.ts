// Tensors whose value is gone (disposed of, donated, left behind by a scope) are refused wherever they are used,
// with the operation that needs them and the reason. A computed tensor forgets its operands once it has a
// value, so computing it again would compute something from nothing.
import { beforeAll, describe, expect, it } from 'vitest';
import { grad, vjp } from '../../src/autodiff/transforms.ts';
import { memory } from '../../src/runtime/cells.ts';
import { compile } from '../../src/runtime/compile.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import { scope } from '../../src/runtime/scope.ts';
import { WgradError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { operations } from '../property/registry.ts';
import { type TestDevice, use } from '../support/devices.ts';
import { applyOp, sampleTensors } from '../support/samples.ts';

beforeAll(async () => {
  await use('cpu');
});

const gone = /has no value any more.*it was disposed of/;

/** Tensors that were computed, not given: copies of these. */
async function computed(given: readonly Tensor[]): Promise<Tensor[]> {
  const made = given.map((t) => ops.reshape(ops.concat([ops.reshape(t, [t.size])]), t.shape));
  await realize(made);
  return made;
}

async function used(label = 'x'): Promise<Tensor> {
  const t = ops.add(ops.tensor([1, 2, 3]), 1);
  t.label = label;
  await realize(t);
  t.dispose();
  return t;
}

describe('a disposed tensor that was computed', () => {
  it.each(['cpu', 'program', 'interpret'] as TestDevice[])(
    'is refused by every operation, on %s',
    async (device) => {
      await use(device);
      let checked = 0;
      for (const op of operations()) {
        const sample = op.samples.find((s) => s.inputs.length > 0 && s.inputs[0].shape.length > 0);
        if (!sample) continue;
        for (let k = 0; k < sample.inputs.length; k++) {
          const inputs = await computed(sampleTensors(sample, 3));
          inputs[k].label = 'the one';
          inputs[k].dispose();
          const out = applyOp(op, inputs, sample.attrs);
          await expect(out.data(), op.name).rejects.toThrow(gone);
          await expect(out.data(), op.name).rejects.toThrow('the one');
          await expect(out.data(), op.name).rejects.toThrow(`(${op.name} needs it)`);
          await expect(out.data(), op.name).rejects.toThrow(WgradError);
          checked++;
        }
      }
      expect(checked).toBeGreaterThan(100);
      await use('cpu');
    },
  );

  it('is refused when its own value is asked for', async () => {
    const x = await used();
    await expect(x.data()).rejects.toThrow(/x: f32\[3\] has no value any more: it was disposed of/);
    expect(() => x.dataSync()).toThrow(gone);
    await expect(realize({ x })).rejects.toThrow(gone);
  });

  it('is refused by compiled functions as argument and as captured value', async () => {
    const x = await used();
    const f = compile((a: Tensor) => ops.mul(a, 2));
    expect(() => f(x)).toThrow(gone);
    const g = compile((a: Tensor) => ops.mul(a, x), { name: 'g' });
    expect(() => g(ops.tensor([1, 2, 3]))).toThrow(/compile: x: f32\[3\].*mul needs it/);
  });

  it('that a compiled function captured is refused at the next call', async () => {
    const x = ops.add(ops.tensor([1]), 1);
    await realize(x);
    const f = compile((a: Tensor) => ops.mul(a, x));
    expect(await f(ops.tensor([3])).item()).toBe(6);
    x.dispose();
    expect(() => f(ops.tensor([3]))).toThrow(gone);
  });

  it('is refused by gradients', async () => {
    const x = await used();
    await expect(grad((p: Tensor) => ops.sum(ops.mul(p, p)))(x).data()).rejects.toThrow(gone);
    const one = ops.tensor([1, 2, 3]);
    await expect(grad((p: Tensor) => ops.sum(ops.mul(p, x)))(one).data()).rejects.toThrow(gone);
  });

  it('may be computed again while its operands are known', async () => {
    const a = ops.tensor([1, 2]);
    const b = ops.add(a, 1);
    const c = ops.mul(b, 2);
    b.dispose(); // never had a value: c can be computed as if nothing had happened
    expect([...(await c.data())]).toEqual([4, 6]);
    await expect(b.data()).rejects.toThrow(gone);
    // the tape of a pull-back stays, whatever becomes of the value
    const [y, pull] = vjp((x: Tensor) => ops.exp(x), ops.tensor([0, 0]));
    await realize(y);
    y.dispose();
    expect([...(await pull(ops.tensor([1, 2])).data())]).toEqual([1, 2]);
  });

  it('leaves values that were asked for before as they were', async () => {
    const x = ops.add(ops.tensor([1, 2]), 1);
    const reading = x.data();
    x.dispose();
    const other = ops.add(ops.tensor([8, 9]), 1); // takes the memory that was freed
    await realize(other);
    expect([...(await reading)]).toEqual([2, 3]);
    const y = ops.add(ops.tensor([1, 2]), 1);
    const second = y.data();
    compile((a: Tensor) => ops.mul(a, 5), { donate: [0] })(y);
    expect([...(await second)]).toEqual([2, 3]);
  });
});

describe('a donated tensor', () => {
  it('that was computed is refused', async () => {
    const step = compile((w: Tensor) => ops.mul(w, 2), { name: 'step', donate: [0] });
    const w = ops.add(ops.tensor([1, 2]), 1);
    await realize(w);
    step(w);
    const why = /has no value any more.*it was donated to step/;
    expect(() => step(w)).toThrow(why);
    await expect(ops.concat([w, w]).data()).rejects.toThrow(why);
    await expect(w.data()).rejects.toThrow(why);
    w.dispose();
    await expect(w.data()).rejects.toThrow(why);
  });
});

describe('a scope', () => {
  const v = (): Tensor => ops.tensor([1, 2, 3], { label: 'v' });

  it('leaves tensors alone that live outside, wherever they were moved to the device', async () => {
    const given = v();
    const lazy = ops.add(v(), 1);
    const before = memory().tensors;
    const result = scope(() => {
      lazy.dataSync();
      return ops.add(given, lazy).dataSync();
    });
    expect([...result]).toEqual([3, 5, 7]);
    expect(memory().tensors).toBe(before + 3); // given, lazy and what lazy was made of
    expect([...(await given.data())]).toEqual([1, 2, 3]);
    expect([...(await ops.mul(lazy, 1).data())]).toEqual([2, 3, 4]);
  });

  it('leaves what lies in an outer scope to that one', async () => {
    const before = memory();
    scope(() => {
      const outer = v();
      scope(() => ops.sum(outer).dataSync());
      expect([...outer.dataSync()]).toEqual([1, 2, 3]);
    });
    expect(memory()).toEqual(before);
  });

  it('computes lazy results before it frees what they need', async () => {
    const before = memory().tensors;
    const { y } = scope(() => {
      const x = ops.add(v(), 1);
      x.dataSync();
      return { y: ops.mul(x, 10) };
    });
    expect(memory().tensors).toBe(before + 1);
    expect([...(await y.data())]).toEqual([20, 30, 40]);
    y.dispose();
  });

  it('says that it freed what is used after it', async () => {
    let kept: Tensor | undefined;
    scope(() => {
      kept = ops.add(v(), 1);
      kept.dataSync();
    });
    const after = ops.mul(kept as Tensor, 2);
    await expect(after.data()).rejects.toThrow(/freed at the end of the scope.*\(mul needs it\)/);
  });

  it('does not take from compiled functions what they close over', async () => {
    const f = compile((x: Tensor) => ops.add(x, ops.tensor([10, 20, 30])));
    for (let k = 0; k < 3; k++) {
      expect([...scope(() => f(v()).dataSync())]).toEqual([11, 22, 33]);
    }
  });

  it('holds nothing that was dropped inside of it', async () => {
    await scope(async () => {
      let most = 0;
      for (let k = 0; k < 60; k++) {
        await ops.add(ops.full([2 ** 20], k), 1).data(); // 4 MiB
        most = Math.max(most, memory().bytes);
      }
      expect(most).toBeLessThan(180 * 2 ** 20);
    });
  });
});
