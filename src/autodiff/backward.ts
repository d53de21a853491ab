// The tape walk. The graph is the tape: from the outputs backwards, each operation turns the cotangent
// of its result into cotangents of its operands, as new nodes of the same graph, so a derivative can
// be differentiated again. Only nodes that depend on `wrt` are visited: operands have smaller ids than
// results, so nothing older than the oldest `wrt` can depend on it. Linear in the visited nodes.
import { GradientError } from '../tensor/errors.ts';
import { topologicalOrder } from '../tensor/graph.ts';
import { add } from '../tensor/ops/arithmetic.ts';
import { isCall, isPick, pickIndex } from '../tensor/ops/call.ts';
import { zerosLike } from '../tensor/ops/create.ts';
import { formatShape, sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { callVjp } from './call.ts';

/** Nodes between `wrt` and `outputs` (both included), operands first. */
export function dependents(outputs: readonly Tensor[], wrt: ReadonlySet<Tensor>): Tensor[] {
  let oldest = Number.POSITIVE_INFINITY;
  for (const t of wrt) oldest = Math.min(oldest, t.id);
  const order = topologicalOrder(outputs, (t) => t.id <= oldest || wrt.has(t));
  const depends = new Set<Tensor>();
  for (const t of order) {
    if (wrt.has(t) || t.inputs.some((x) => depends.has(x))) depends.add(t);
  }
  return order.filter((t) => depends.has(t));
}

const noGradient = (t: Tensor): GradientError =>
  new GradientError(
    `${t.op.name} has no gradient: ${t.op.nondifferentiable ?? 'none is defined'} ` +
      `(asked for at ${t}; use stopGradient where it is not meant to be differentiated)`,
  );

/**
 * Cotangents of `wrt` for the cotangents `cts` of `outputs`; zeros where an input has no influence.
 * @throws GradientError where an operation on the way has no gradient, with its reason
 */
export function backward(
  outputs: readonly Tensor[],
  cts: readonly Tensor[],
  wrt: readonly Tensor[],
): Tensor[] {
  const targets = new Set(wrt);
  const order = dependents(outputs, targets);
  const depends = new Set(order);
  const total = new Map<Tensor, Tensor>();
  const tuples = new Map<Tensor, Map<number, Tensor>>();
  const give = (t: Tensor, ct: Tensor): void => {
    if (!sameShape(ct.shape, t.shape)) {
      throw new GradientError(
        `the gradient rule that feeds ${t.op.name} gave a cotangent of shape ` +
          `${formatShape(ct.shape)} for ${t}`,
      );
    }
    const before = total.get(t);
    total.set(t, before ? add(before, ct) : ct);
  };
  const reached = outputs.filter((out) => depends.has(out));
  if (reached.length > 0 && !reached.some((out) => out.isFloat)) throw noGradient(reached[0]);
  outputs.forEach((out, i) => {
    // integer results (positions of a maximum, say) carry no derivative
    if (depends.has(out) && out.isFloat) give(out, cts[i]);
  });
  for (let i = order.length - 1; i >= 0; i--) {
    const t = order[i];
    if (targets.has(t)) continue;
    if (isCall(t)) {
      const parts = tuples.get(t);
      if (!parts) continue;
      const needs = t.inputs.map((x) => depends.has(x) && x.isFloat);
      callVjp(t, parts, needs).forEach((ct, k) => {
        if (ct) give(t.inputs[k], ct);
      });
      continue;
    }
    const ct = total.get(t);
    if (!ct) continue;
    total.delete(t);
    if (isPick(t)) {
      const call = t.inputs[0];
      const parts = tuples.get(call) ?? new Map<number, Tensor>();
      // a rule may have made further nodes for the same result
      const before = parts.get(pickIndex(t));
      parts.set(pickIndex(t), before ? add(before, ct) : ct);
      tuples.set(call, parts);
      continue;
    }
    const needs = t.inputs.map((x) => depends.has(x) && x.isFloat);
    if (!needs.includes(true)) continue;
    if (!t.op.vjp) throw noGradient(t);
    const parts = t.op.vjp(ct, { inputs: t.inputs, out: t, attrs: t.attrs, needs });
    parts.forEach((part, k) => {
      if (part && needs[k]) give(t.inputs[k], part);
    });
  }
  return wrt.map((t) => total.get(t) ?? zerosLike(t));
}
