// Attention as a fused call against products and a softmax: values, gradients and second derivatives, on
// the device with the kernel and on the one that runs plain operations.

import { describe, expect, it } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import { compile } from '../../src/runtime/compile.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import * as random from '../../src/tensor/ops/random.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use, worstError } from '../support/devices.ts';

type Operands = { q: Tensor; k: Tensor; v: Tensor; mask?: Tensor };

const normal = (seed: number, shape: readonly number[]): Tensor =>
  random.normal(random.key(seed), shape);

const composed = ({ q, k, v, mask }: Operands, causal: boolean): Tensor =>
  ops.matmul(ops.attentionWeights(q, k, { mask, causal }), v);

const fused = ({ q, k, v, mask }: Operands, causal: boolean): Tensor =>
  ops.attention(q, k, v, { mask, causal });

const cases: [name: string, make: () => Operands, causal: boolean][] = [
  [
    'heads',
    () => ({ q: normal(1, [2, 3, 11, 4]), k: normal(2, [2, 3, 9, 4]), v: normal(3, [2, 3, 9, 5]) }),
    false,
  ],
  [
    'causal, fewer keys than queries',
    () => ({ q: normal(1, [2, 12, 4]), k: normal(2, [2, 9, 4]), v: normal(3, [2, 9, 5]) }),
    true,
  ],
  [
    'a float mask, which is differentiated, and broadcast keys',
    () => ({
      q: normal(1, [2, 10, 4]),
      k: normal(2, [9, 4]),
      v: normal(3, [1, 9, 4]),
      mask: normal(4, [10, 9]),
    }),
    true,
  ],
];

describe.each(['cpu', 'interpret'] as const)('fused attention on %s', (device) => {
  it.each(cases)('agrees with products and a softmax: %s', async (_, make, causal) => {
    await use(device);
    const operands = make();
    // as parts of the loss that neither is linear nor symmetric
    const loss = (f: typeof fused) => (x: Operands) => ops.sum(ops.sin(f(x, causal)));
    const second = (f: typeof fused) => (x: Operands) =>
      Object.values(grad(loss(f))(x)).reduce(
        (total: Tensor, g) => ops.add(total, ops.sum(ops.square(g))),
        ops.toTensor(0),
      );
    const close = async (a: Tensor, b: Tensor) =>
      expect(worstError(await a.data(), await b.data())).toBeLessThan(2e-5);
    await close(fused(operands, causal), composed(operands, causal));
    for (const make of [loss, second]) {
      const [got, want] = [fused, composed].map((f) => grad(make(f))(operands));
      for (const name of Object.keys(operands) as (keyof Operands)[]) {
        await close(got[name] as Tensor, want[name] as Tensor);
      }
    }
  });

  it('gives zeros where nothing is seen, and finite gradients', async () => {
    await use(device);
    const { q, k, v } = cases[0][1]();
    const sees = ops.greater(ops.iota([11, 1], 0), 0);
    for (const mask of [sees, ops.where(sees, 0, Number.NEGATIVE_INFINITY)]) {
      const o = await ops.attention(q, k, v, { mask }).data();
      expect(o.every(Number.isFinite)).toBe(true);
      for (let z = 0; z < 6; z++)
        expect(o.slice(55 * z, 55 * z + 5).every((x) => x === 0)).toBe(true);
      const g = grad((x: Operands) => ops.sum(ops.attention(x.q, x.k, x.v, { mask })))({ q, k, v });
      for (const x of [g.q, g.k, g.v]) {
        expect((await (x as Tensor).data()).every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe('fused attention', () => {
  it('is one kernel forwards and few backwards, without the scores in memory', async () => {
    await use('cpu');
    const step = compile((x: Operands) =>
      grad((y: Operands) => ops.sum(ops.sin(fused(y, false))))(x),
    );
    const tokens = 256;
    const [q, k, v] = [1, 2, 3].map((i) => normal(i, [4, tokens, 8]));
    step({ q, k, v });
    const { kernels, tempBytes } = await step.stats();
    expect(kernels).toBeLessThan(8);
    expect(tempBytes).toBeLessThan((4 * 4 * tokens * tokens) / 4);
  });

  it('splits and joins heads without a copy', async () => {
    await use('cpu');
    const block = compile((qkv: Tensor, out: Tensor) => {
      const [q, k, v] = ops.split(qkv, 32, -1).map((x) => ops.splitHeads(x, 4));
      return ops.matmul(ops.mergeHeads(ops.attention(q, k, v)), out);
    });
    block(normal(1, [2, 16, 96]), normal(2, [32, 32]));
    expect((await block.stats()).kernels).toBe(2);
  });

  it('keeps f16 results in f16', async () => {
    await use('cpu');
    const { q, k, v } = cases[0][1]();
    const half = ops.attention(ops.cast(q, 'f16'), ops.cast(k, 'f16'), ops.cast(v, 'f16'));
    expect(half.dtype).toBe('f16');
    const want = await ops.attention(q, k, v).data();
    expect(worstError(await half.data(), want)).toBeLessThan(2e-3);
  });
});
