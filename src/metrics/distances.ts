// Distances between rows of features, from the device in blocks of rows, as sums of squared differences, so that
// near samples keep their digits.
import { square, sub } from '../tensor/ops/arithmetic.ts';
import { tensor } from '../tensor/ops/create.ts';
import { expandDims } from '../tensor/ops/rearrange.ts';
import { sum } from '../tensor/ops/reduce.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { FeatureRows } from './features.ts';

// elements of a block of distances
const most = 2 ** 22;

/** Rows as a tensor of f32. */
export const onDevice = ({ values, count, dim }: FeatureRows, first = 0, last = count): Tensor =>
  tensor(
    Float32Array.from({ length: (last - first) * dim }, (_, i) => values[first * dim + i]),
    {
      shape: [last - first, dim],
    },
  );

/** Squared distances of blocks of rows of x to all rows of y, on the host. */
export async function* squaredDistances(
  x: FeatureRows,
  y: Tensor,
): AsyncGenerator<[first: number, ArrayLike<number>]> {
  const rows = Math.max(1, Math.floor(most / y.shape[0]));
  for (let first = 0; first < x.count; first += rows) {
    const part = onDevice(x, first, Math.min(first + rows, x.count));
    const squares = sum(square(sub(expandDims(part, 1), expandDims(y, 0))), 2);
    yield [first, await squares.data()];
    for (const t of [part, squares]) t.dispose();
  }
}
