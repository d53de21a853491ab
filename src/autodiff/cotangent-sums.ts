// What has arrived at the nodes of a tape walk: contributions to one cotangent are summed in the order in
// which they come. A call has several results, so it gets a cotangent for each of them, from its pick nodes.
import { GradientError } from '../tensor/errors.ts';
import { add } from '../tensor/ops/arithmetic.ts';
import { isPick, pickIndex } from '../tensor/ops/call.ts';
import { formatShape, sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** Cotangents of a call's results, by their numbers. */
export type ResultCotangents = Map<number, Tensor>;

/** Cotangents under way. */
export interface CotangentSums {
  /** Adds to the cotangent of a node. @throws GradientError if the shapes differ */
  give(t: Tensor, ct: Tensor): void;
  /** Removes and returns what has arrived at a node that will get no more. */
  take(t: Tensor): Tensor | ResultCotangents | undefined;
  /** What has arrived at a node other than a call. */
  of(t: Tensor): Tensor | undefined;
}

/** Sums of nothing yet. */
export function cotangentSums(): CotangentSums {
  const total = new Map<Tensor, Tensor>();
  const results = new Map<Tensor, ResultCotangents>();
  const plus = (before: Tensor | undefined, ct: Tensor): Tensor => (before ? add(before, ct) : ct);
  return {
    give(t, ct) {
      if (!sameShape(ct.shape, t.shape)) {
        throw new GradientError(
          `the gradient rule that feeds ${t.op.name} gave a cotangent of shape ` +
            `${formatShape(ct.shape)} for ${t}`,
        );
      }
      total.set(t, plus(total.get(t), ct));
    },
    take(t) {
      const ct = total.get(t);
      if (!ct) return results.get(t);
      total.delete(t);
      if (!isPick(t)) return ct;
      // a rule may have made further nodes for the same result
      const [call] = t.inputs;
      const parts = results.get(call) ?? new Map<number, Tensor>();
      results.set(call, parts.set(pickIndex(t), plus(parts.get(pickIndex(t)), ct)));
      return undefined;
    },
    of: (t) => total.get(t),
  };
}
