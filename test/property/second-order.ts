// A function of tensors at the same operands on a device and on the oracle: its value, and its first and
// second derivatives along fixed directions.
import assert from 'node:assert/strict';
import { grad, treeDot } from '../../src/autodiff/transforms.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import { type Shape, sizeOf } from '../../src/tensor/shape.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type TestDevice, use, worstError } from '../support/devices.ts';

/** Values in [-0.9, 1.5] that differ from each other, so that maxima have no ties. */
export const wave = (shape: Shape, phase: number): Tensor =>
  ops.tensor(
    Float32Array.from({ length: sizeOf(shape) }, (_, i) => 1.2 * Math.sin(1.7 * i + phase) + 0.3),
    { shape },
  );

/** @throws AssertionError naming `what` and the result that differs by more than `tolerance` */
export async function sameToSecondOrder(
  device: TestDevice,
  f: (...xs: Tensor[]) => Tensor,
  shapes: readonly Shape[],
  what: string,
  tolerance = 3e-5,
): Promise<void> {
  const compute = async (): Promise<ArrayLike<number>[]> => {
    const xs = shapes.map((s, i) => wave(s, i));
    const y = f(...xs);
    const first = grad((zs: Tensor[]) => ops.sum(ops.mul(f(...zs), wave(y.shape, 5))));
    const v = shapes.map((s, i) => wave(s, 7 + i));
    // squared, so that functions that are linear in each operand have a second derivative in all of them
    const second = grad((zs: Tensor[]) => ops.square(treeDot(first(zs), v)));
    return Promise.all([y, ...first(xs), ...second(xs)].map((t) => t.data()));
  };
  await use('interpret');
  const want = await compute();
  await use(device);
  const got = await compute();
  got.forEach((g, i) => {
    // relative to the result's size: sums of many terms of either sign have small ones among them
    const scale = Math.max(1, ...Array.from(want[i], Math.abs));
    const part = (x: ArrayLike<number>) => Array.from(x, (v) => v / scale);
    assert(
      worstError(part(g), part(want[i])) <= tolerance,
      `${what}, result ${i}: ${Array.from(g).slice(0, 6)} against ${Array.from(want[i]).slice(0, 6)}`,
    );
  });
}
