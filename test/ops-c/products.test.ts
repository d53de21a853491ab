// Products: NumPy's shapes, errors that name the operands, dtypes, einsum against plain loops.
import { beforeAll, describe, expect, test } from 'vitest';
import { checkGradients } from '../../src/autodiff/check-gradients.ts';
import { grad } from '../../src/autodiff/transforms.ts';
import '../../src/runtime/evaluate.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { ShapeError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import { sizeOf } from '../../src/tensor/shape.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

// sin(1), sin(2), ...: different everywhere, no special values
const filled = (shape: readonly number[], from = 1): Tensor =>
  ops.tensor(
    Float64Array.from({ length: sizeOf(shape) }, (_, i) => Math.sin(i + from)),
    { shape },
  );

describe('matmul', () => {
  test.each([
    [[3], [3], []],
    [[3], [3, 2], [2]],
    [[2, 3], [3], [2]],
    [[4, 2, 3], [3], [4, 2]],
    [[3], [4, 3, 2], [4, 2]],
    [
      [4, 2, 3],
      [3, 5],
      [4, 2, 5],
    ],
    [
      [2, 3],
      [4, 3, 5],
      [4, 2, 5],
    ],
    [
      [4, 1, 2, 3],
      [5, 3, 2],
      [4, 5, 2, 2],
    ],
    [
      [2, 0],
      [0, 3],
      [2, 3],
    ],
    [
      [0, 2],
      [2, 3],
      [0, 3],
    ],
  ])('%j x %j -> %j', async (a, b, want) => {
    const y = ops.matmul(filled(a), filled(b));
    expect(y.shape).toEqual(want);
    expect((await y.data()).length).toBe(sizeOf(want));
  });

  test('an empty inner dimension gives zeros', async () => {
    expect(await ops.matmul(ops.zeros([2, 0]), ops.zeros([0, 2])).toArray()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('integers stay integers, bool counts, f16 stays f16', async () => {
    const i = ops.tensor(
      [
        [1, 2],
        [3, 4],
      ],
      { dtype: 'i32' },
    );
    const y = ops.matmul(i, i);
    expect(y.dtype).toBe('i32');
    expect(await y.toArray()).toEqual([
      [7, 10],
      [15, 22],
    ]);
    expect(
      await ops.matmul(ops.tensor([true, true, false]), ops.tensor([true, true, true])).item(),
    ).toBe(2);
    expect(ops.matmul(ops.cast(filled([2, 2]), 'f16'), ops.cast(filled([2, 2]), 'f16')).dtype).toBe(
      'f16',
    );
  });

  test('gradients through broadcast batches and vectors', async () => {
    const f64 = (s: number[], from: number) => ops.cast(filled(s, from), 'f64');
    await checkGradients((a, b) => ops.matmul(a, b), [f64([2, 1, 2, 3], 1), f64([2, 3, 2], 5)]);
    await checkGradients((a, b) => ops.matmul(a, b), [f64([3], 1), f64([2, 3, 2], 5)]);
    await checkGradients((a, b) => ops.dot(a, b), [f64([3], 1), f64([3], 5)]);
  });

  test('errors name both operands', () => {
    const bad = () => ops.matmul(ops.zeros([2, 3]), ops.zeros([4, 5]));
    expect(bad).toThrow(ShapeError);
    expect(bad).toThrow(/f32\[2, 3\].*f32\[4, 5\]/);
    expect(() => ops.matmul(ops.tensor(1), ops.zeros([2]))).toThrow(/at least one dimension/);
    expect(() => ops.matmul(ops.zeros([2, 2, 3]), ops.zeros([3, 3, 2]))).toThrow(
      /do not broadcast/,
    );
    expect(() => ops.bmm(ops.zeros([2, 2, 3]), ops.zeros([3, 3, 2]))).toThrow(ShapeError);
    expect(() => ops.dot(ops.zeros([2, 2]), ops.zeros([2]))).toThrow(ShapeError);
  });
});

// The sum over all labels by brute force.
async function loops(spec: string, operands: readonly Tensor[]): Promise<number[]> {
  const [left, out] = spec.split('->');
  const terms = left.split(',');
  const size = new Map<string, number>();
  terms.forEach((t, i) => [...t].forEach((l, d) => size.set(l, operands[i].shape[d])));
  const labels = [...size.keys()];
  const data = await Promise.all(operands.map((x) => x.data()));
  const result = new Array<number>([...out].reduce((n, l) => n * (size.get(l) ?? 1), 1)).fill(0);
  const total = labels.reduce((n, l) => n * (size.get(l) ?? 1), 1);
  for (let p = 0; p < total; p++) {
    const at = new Map<string, number>();
    let rest = p;
    for (const l of labels) {
      const n = size.get(l) as number;
      at.set(l, rest % n);
      rest = Math.floor(rest / n);
    }
    const flat = (term: string) =>
      [...term].reduce((i, l) => i * (size.get(l) as number) + (at.get(l) as number), 0);
    result[flat(out)] += terms.reduce((v, t, i) => v * data[i][flat(t)], 1);
  }
  return result;
}

describe('einsum', () => {
  test.each([
    ['ij,jk->ik', [2, 3], [3, 4]],
    ['bhqd,bhkd->bhqk', [2, 2, 3, 4], [2, 2, 2, 4]],
    ['ij,ij->', [2, 3], [2, 3]],
    ['ii->i', [3, 3]],
    ['ii->', [3, 3]],
    ['iji->j', [3, 2, 3]],
    ['i,j,k->kji', [2], [3], [4]],
    ['ij,jk,kl,lm->im', [2, 3], [3, 4], [4, 2], [2, 3]],
    ['abc,cd,ade->be', [2, 3, 2], [2, 4], [2, 4, 3]],
    ['ab,cd->ac', [2, 3], [4, 2]],
    ['abcd,cdef->abef', [2, 2, 3, 2], [3, 2, 2, 2]],
    ['ijk->kij', [2, 3, 4]],
  ])('%s', async (spec, ...shapes) => {
    const operands = shapes.map((s, i) => filled(s as number[], 3 * i + 1));
    const got = await ops.einsum(spec, ...operands).data();
    const want = await loops(spec, operands);
    expect(got.length).toBe(want.length);
    got.forEach((v, i) => {
      expect(v).toBeCloseTo(want[i], 5);
    });
  });

  test('implicit output, ellipsis with broadcasting, size-1 labels', async () => {
    const [a, b] = [filled([2, 3]), filled([3, 4], 7)];
    const same = async (x: Tensor, y: Tensor) => {
      expect(x.shape).toEqual(y.shape);
      const [u, v] = [await x.data(), await y.data()];
      u.forEach((value, i) => {
        expect(value).toBeCloseTo(v[i], 5);
      });
    };
    await same(ops.einsum('ij,jk', a, b), ops.matmul(a, b));
    await same(ops.einsum('ba', a), ops.transpose(a));
    const batch = filled([5, 1, 2, 3]);
    const other = filled([2, 3, 4]);
    await same(ops.einsum('...ij,...jk->...ik', batch, other), ops.matmul(batch, other));
    await same(ops.einsum('...i->...', batch), ops.sum(batch, -1));
    await same(ops.einsum('ij,ij->ij', a, filled([2, 1])), ops.mul(a, filled([2, 1])));
  });

  test('gradients', async () => {
    const x = ops.cast(filled([3, 2, 3]), 'f64');
    const y = ops.cast(filled([2, 3]), 'f64');
    await checkGradients((a, b) => ops.einsum('iji,jk->ik', a, b), [x, y]);
    const g = grad((a: Tensor) => ops.einsum('ij->', a))(filled([2, 2]));
    expect(await g.toArray()).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test.each([
    ['ij,jk->ik', /2 terms for 1 operands/],
    ['ijk->i', /does not fit operand 0/],
    ['ij->k', /no operand has/],
    ['ij->ii', /repeats a label/],
    ['i-j->i', /not letters/],
  ])('%s is refused', (spec, message) => {
    expect(() => ops.einsum(spec, ops.zeros([2, 2]))).toThrow(message);
  });
});
