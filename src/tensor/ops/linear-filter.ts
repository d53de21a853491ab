// Filters along one axis: each output is a weighted sum of a few inputs, known on the host. Only the inputs
// that a filter names are read, so an infinity or a NaN reaches the outputs that it is part of and no
// others, which a product with a matrix full of zeros would not promise.
import type { Tensor } from '../tensor.ts';
import { mul, where } from './arithmetic.ts';
import { constant, tensor } from './create.ts';
import { withGradient } from './custom-gradient.ts';
import { take } from './indexing.ts';
import { sum } from './reduce.ts';
import { reshape } from './views.ts';

/** What one output is made of. */
export type Taps = readonly (readonly [position: number, weight: number])[];

// What each of `size` inputs is part of: the adjoint filter.
function adjoint(filter: readonly Taps[], size: number): Taps[] {
  const back: [number, number][][] = Array.from({ length: size }, () => []);
  filter.forEach((taps, i) => {
    for (const [position, weight] of taps) back[position].push([i, weight]);
  });
  return back;
}

/**
 * Filters `x` along `axis`: the result has filter.length elements there. Positions lie within the axis,
 * weights are rounded to x's dtype; an output without taps is 0. Linear, and so is its gradient, the
 * adjoint filter.
 */
export function filterAxis(x: Tensor, axis: number, filter: readonly Taps[]): Tensor {
  const size = x.shape[axis];
  const most = Math.max(1, ...filter.map((taps) => taps.length));
  const spread = (t: Tensor): Tensor =>
    reshape(t, [filter.length, most, ...x.shape.slice(axis + 1).map(() => 1)]);
  const places = new Int32Array(filter.length * most);
  const weights = new Float64Array(filter.length * most);
  const there = new Uint8Array(filter.length * most);
  filter.forEach((taps, i) => {
    taps.forEach(([position, weight], k) => {
      places[i * most + k] = position;
      weights[i * most + k] = weight;
      there[i * most + k] = 1;
    });
  });
  // [..., outputs, taps, ...]
  const read = take(x, tensor(places, { shape: [filter.length, most] }), axis);
  const weighted = mul(read, spread(tensor(weights, { dtype: x.dtype })));
  const all = there.includes(0)
    ? where(spread(tensor(there)), weighted, constant([], 0, x.dtype))
    : weighted;
  return withGradient(sum(all, axis + 1), [x], (ct) => [
    filterAxis(ct, axis, adjoint(filter, size)),
  ]);
}

/** The means over an even partition of `from` inputs into `to` cells, which overlap where sizes do not divide. */
export const averages = (from: number, to: number): Taps[] =>
  Array.from({ length: to }, (_, i) => {
    const [start, end] = [Math.floor((i * from) / to), Math.ceil(((i + 1) * from) / to)];
    return Array.from({ length: end - start }, (_, k) => [start + k, 1 / (end - start)] as const);
  });
