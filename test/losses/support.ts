// Numbers for tests of losses, and how two lists of numbers are compared.
import { expect } from 'vitest';
import { random, tensor } from '../../src/tensor/ops/index.ts';
import type { Shape } from '../../src/tensor/shape.ts';
import type { Tensor, TensorLike } from '../../src/tensor/tensor.ts';

/** Standard normal numbers that depend on the seed only. */
export const normal = (seed: number, shape: Shape): Tensor =>
  random.normal(random.key(seed), shape);

/** Expects |got - want| <= tolerance (1 + |want|) for every element. */
export async function expectNear(
  got: Tensor,
  want: Tensor | readonly number[] | number,
  tolerance = 1e-5,
): Promise<void> {
  const wanted =
    typeof want === 'number' ? [want] : 'data' in want ? [...(await want.data())] : want;
  const found = [...(await got.data())];
  expect(found.length).toBe(wanted.length);
  for (const [i, w] of wanted.entries()) {
    const off = Math.abs(found[i] - w) / (1 + Math.abs(w));
    expect(off, `element ${i}: ${found[i]} instead of ${w}`).toBeLessThanOrEqual(tolerance);
  }
}

/** Expects numbers only, no NaN and no infinities. */
export async function expectFinite(...tensors: readonly Tensor[]): Promise<void> {
  for (const t of tensors) {
    expect([...(await t.data())].filter((v) => !Number.isFinite(v))).toEqual([]);
  }
}

/** Integers as a tensor. */
export const ints = (values: number[] | number[][]): Tensor => tensor(values, { dtype: 'i32' });

/** Like `tensor`, in f32. */
export const floats = (values: Exclude<TensorLike, Tensor>): Tensor =>
  tensor(values, { dtype: 'f32' });
