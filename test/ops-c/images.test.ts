// Convolution, pooling, resizing and attention: shapes, semantics that differ between libraries, errors.
import { beforeAll, describe, expect, test } from 'vitest';
import { checkGradients } from '../../src/autodiff/check-gradients.ts';
import { grad } from '../../src/autodiff/transforms.ts';
import '../../src/runtime/evaluate.ts';
import * as nn from '../../src/nn/index.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { ShapeError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import { sizeOf } from '../../src/tensor/shape.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const filled = (shape: readonly number[], from = 1, dtype: 'f32' | 'f64' = 'f64'): Tensor =>
  ops.tensor(
    Float64Array.from({ length: sizeOf(shape) }, (_, i) => Math.sin(i + from)),
    { shape, dtype },
  );

async function close(x: Tensor, y: Tensor): Promise<void> {
  expect(x.shape).toEqual(y.shape);
  const [u, v] = [await x.data(), await y.data()];
  u.forEach((value, i) => {
    expect(value).toBeCloseTo(v[i], 6);
  });
}

describe('convolution', () => {
  test.each([
    [{}, [1, 5, 4, 4]],
    [{ padding: 'same' as const }, [1, 7, 6, 4]],
    [{ padding: 'same' as const, stride: 2 }, [1, 4, 3, 4]],
    [
      {
        padding: [
          [1, 0],
          [0, 2],
        ] as const,
        stride: [2, 1] as const,
      },
      [1, 3, 6, 4],
    ],
    [{ dilation: 2, padding: 'valid' as const }, [1, 3, 2, 4]],
  ])('%j -> %j', (options, want) => {
    expect(ops.conv2d(ops.zeros([1, 7, 6, 2]), ops.zeros([3, 3, 2, 4]), options).shape).toEqual(
      want,
    );
  });

  test('is unfold times the weight', async () => {
    const [x, w] = [filled([2, 5, 6, 3]), filled([3, 2, 3, 4], 50)];
    const options = { stride: [2, 1] as const, padding: 1, dilation: [1, 2] as const };
    const patches = ops.unfold(x, [3, 2], options);
    await close(ops.conv2d(x, w, options), ops.matmul(patches, ops.reshape(w, [18, 4])));
  });

  test('a 1x1 convolution is a product of pixels', async () => {
    const [x, w] = [filled([2, 3, 3, 2]), filled([1, 1, 2, 5], 9)];
    await close(ops.conv2d(x, w), ops.matmul(x, ops.reshape(w, [2, 5])));
    const strided = ops.conv2d(x, w, { stride: 2 });
    await close(strided, ops.slice(ops.conv2d(x, w), null, { step: 2 }, { step: 2 }));
  });

  test('groups are separate convolutions', async () => {
    const [x, w] = [filled([1, 4, 4, 4]), filled([3, 3, 2, 6], 20)];
    const parts = [0, 1].map((g) =>
      ops.conv2d(ops.sliceAxis(x, 3, [2 * g, 2 * g + 2]), ops.sliceAxis(w, 3, [3 * g, 3 * g + 3]), {
        padding: 1,
      }),
    );
    await close(ops.conv2d(x, w, { padding: 1, groups: 2 }), ops.concat(parts, 3));
  });

  test('the transpose is the gradient of the convolution, and has gradients to second order', async () => {
    const [x, w, y] = [filled([1, 5, 5, 2]), filled([3, 3, 2, 3], 9), filled([1, 3, 3, 3], 70)];
    const options = { stride: 2, padding: 1 };
    const g = grad((v: Tensor) => ops.sum(ops.mul(ops.conv2d(v, w, options), y)))(x);
    await close(ops.convTranspose2d(y, w, options), g);
    await checkGradients(
      (a, b) => ops.convTranspose2d(a, b, { stride: 2, outputPadding: 1, dilation: 2 }),
      [filled([1, 2, 2, 2]), filled([2, 2, 1, 2], 5)],
    );
  });

  test('errors name the operands', () => {
    const x = ops.zeros([1, 4, 4, 3]);
    expect(() => ops.conv2d(x, ops.zeros([3, 3, 2, 4]))).toThrow(/\[1, 4, 4, 3\].*\[3, 3, 2, 4\]/);
    expect(() => ops.conv2d(ops.zeros([4, 4, 3]), ops.zeros([3, 3, 3, 4]))).toThrow(ShapeError);
    expect(() => ops.conv2d(x, ops.zeros([5, 5, 3, 4]))).toThrow(/does not fit/);
    expect(() => ops.conv2d(x, ops.zeros([3, 3, 3, 4]), { stride: 0 })).toThrow(/stride/);
    for (const name of ['stride', 'padding', 'dilation']) {
      const three = { [name]: [1, 1, 1] };
      expect(() => ops.conv2d(x, ops.zeros([3, 3, 3, 4]), three)).toThrow(
        new RegExp(`conv2d: ${name}.*\\[1,1,1\\]`),
      );
    }
    expect(() => nn.Conv2d(3, 4, [1, 2, 3] as never)).toThrow(/nn\.Conv2d: kernel.*\[1,2,3\]/);
    expect(() => ops.conv2d(x, ops.zeros([3, 3, 1, 4]), { groups: 2 })).toThrow(/groups/);
    expect(() => ops.convTranspose2d(x, ops.zeros([3, 3, 2, 3]), { outputPadding: 1 })).toThrow(
      /outputPadding/,
    );
  });
});

describe('pooling', () => {
  test('max gives its gradient to the first maximum', async () => {
    const x = ops.tensor([
      [1, 1],
      [1, 1],
    ]);
    const g = grad((v: Tensor) => ops.sum(ops.maxPool2d(ops.reshape(v, [1, 2, 2, 1]), 2)))(x);
    expect(await g.toArray()).toEqual([
      [1, 0],
      [0, 0],
    ]);
  });

  test('NaN wins, padding never does', async () => {
    const x = ops.tensor([-3, Number.NaN, -1, -2], { shape: [1, 2, 2, 1] });
    expect(await ops.maxPool2d(x, 2).item()).toBeNaN();
    const y = ops.maxPool2d(ops.full([1, 2, 2, 1], -5), 2, { padding: 1 });
    expect(new Set(await y.data())).toEqual(new Set([-5]));
  });

  test('average with and without counting the padding', async () => {
    const x = ops.ones([1, 2, 2, 1]);
    const counted = ops.avgPool2d(x, 2, { padding: 1 });
    expect([...(await counted.data())].slice(0, 2)).toEqual([0.25, 0.25]);
    const bare = ops.avgPool2d(x, 2, { padding: 1, countIncludePad: false });
    expect(new Set(await bare.data())).toEqual(new Set([1]));
    await close(ops.globalAvgPool(filled([2, 3, 4, 2])), ops.mean(filled([2, 3, 4, 2]), [1, 2]));
  });

  test('fold adds what unfold repeats', async () => {
    const x = ops.ones([1, 3, 3, 1]);
    const y = ops.fold(ops.unfold(x, 2), [3, 3], 2);
    expect(await ops.reshape(y, [3, 3]).toArray()).toEqual([
      [1, 2, 1],
      [2, 4, 2],
      [1, 2, 1],
    ]);
  });

  test('errors', () => {
    expect(() => ops.maxPool2d(ops.zeros([1, 4, 4, 1]), 2, { padding: 2 })).toThrow(
      /half of the kernel/,
    );
    expect(() => ops.avgPool2d(ops.zeros([4, 4, 1]), 2)).toThrow(ShapeError);
    expect(() => ops.fold(ops.zeros([1, 2, 2, 3]), [3, 3], 2)).toThrow(/fold/);
  });
});

describe('resize', () => {
  test('nearest by a factor repeats pixels and sums gradients', async () => {
    const x = ops.tensor([[1, 2]]);
    const up = (v: Tensor): Tensor => ops.upsampleNearest(ops.reshape(v, [1, 1, 2, 1]), 2);
    expect(await ops.reshape(up(x), [2, 4]).toArray()).toEqual([
      [1, 1, 2, 2],
      [1, 1, 2, 2],
    ]);
    expect(await grad((v: Tensor) => ops.sum(up(v)))(x).toArray()).toEqual([[4, 4]]);
  });

  test('bilinear keeps constants and its corners', async () => {
    const flat = ops.resize(ops.full([1, 3, 5, 2], 0.7), [7, 4], { mode: 'bilinear' });
    for (const v of await flat.data()) expect(v).toBeCloseTo(0.7, 6);
    const x = filled([1, 3, 3, 1]);
    const y = ops.resize(x, [5, 7], { mode: 'bilinear', alignCorners: true });
    const [a, b] = [await x.data(), await y.data()];
    expect([b[0], b[6], b[34]]).toEqual([a[0], a[2], a[8]]);
    await checkGradients(
      (v) => ops.resize(v, [2, 7], { mode: 'bilinear' }),
      [filled([1, 5, 3, 1])],
    );
  });
});

describe('attention', () => {
  const [q, k, v] = [filled([2, 3, 4]), filled([2, 5, 4], 30), filled([2, 5, 2], 60)];

  test('is softmax(q k^T / sqrt(d)) v', async () => {
    const scores = ops.mul(ops.einsum('bqd,bkd->bqk', q, k), 0.5);
    await close(ops.attention(q, k, v), ops.matmul(ops.softmax(scores), v));
  });

  test('causal: the last query sees everything, earlier ones do not see later keys', async () => {
    const w = ops.attentionWeights(q, k, { causal: true });
    const rows = (await w.toArray()) as number[][][];
    expect(rows[0].map((r) => r.filter((p) => p > 0).length)).toEqual([3, 4, 5]);
    for (const r of rows.flat()) expect(r.reduce((a, b) => a + b)).toBeCloseTo(1, 6);
  });

  test('a fully masked row gives zeros and zero gradients', async () => {
    const mask = ops.tensor([
      [true, false, true, true, true],
      [false, false, false, false, false],
      [true, true, true, true, true],
    ]);
    const additive = ops.where(mask, 0, Number.NEGATIVE_INFINITY);
    for (const m of [mask, additive]) {
      const rows = (await ops.attention(q, k, v, { mask: m }).toArray()) as number[][][];
      expect(rows[0][1]).toEqual([0, 0]);
      expect(rows[1][0].every((x) => Number.isFinite(x) && x !== 0)).toBe(true);
      const g = grad((x: Tensor) => ops.sum(ops.attention(x, k, v, { mask: m })))(q);
      const gr = (await g.toArray()) as number[][][];
      expect(gr[0][1]).toEqual([0, 0, 0, 0]);
      expect(gr.flat(2).every(Number.isFinite)).toBe(true);
    }
    await close(ops.attention(q, k, v, { mask }), ops.attention(q, k, v, { mask: additive }));
  });

  test('heads side by side: split, attended to one by one, joined; a mask of three dimensions is each’s', async () => {
    const [x, y] = [filled([2, 9, 6]), filled([2, 10, 6], 40)];
    const mask = ops.greater(filled([2, 9, 10], 7), -0.5);
    const heads = 3;
    const [a, b] = [x, y].map((t) => ops.splitHeads(t, heads));
    const each = { mask: ops.reshape(mask, [2, 1, 9, 10]) };
    await close(
      ops.attention(x, y, y, { mask, heads }),
      ops.mergeHeads(ops.attention(a, b, b, each)),
    );
    await close(ops.attentionWeights(x, y, { mask, heads }), ops.attentionWeights(a, b, each));
    expect(() => ops.attention(x, y, y, { heads: 4 })).toThrow(/4 \* dim/);
  });

  test('gradients, heads, errors', async () => {
    await checkGradients((a, b, c) => ops.attention(a, b, c, { causal: true }), [q, k, v], {
      elements: 6,
    });
    const x = filled([2, 3, 6]);
    await close(ops.mergeHeads(ops.splitHeads(x, 3)), x);
    expect(() => ops.attention(q, filled([2, 5, 3]), v)).toThrow(ShapeError);
    expect(() => ops.attention(q, k, filled([2, 4, 2]))).toThrow(/tokens/);
    expect(() => ops.attention(q, k, v, { mask: ops.ones([7, 3, 5], 'bool') })).toThrow(ShapeError);
    expect(() => ops.splitHeads(x, 4)).toThrow(ShapeError);
  });
});
