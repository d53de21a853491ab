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
import { describe } from '../tensor/tree-errors.ts';
import { watch } from '../tensor/watch.ts';
import { callVjp } from './call.ts';
import { closesOver, isCustom, isStop } from './identity.ts';

/** Nodes between `wrt` and `outputs` (both included), operands first. */
export function dependents(outputs: readonly Tensor[], wrt: ReadonlySet<Tensor>): Tensor[] {
  let oldest = Number.POSITIVE_INFINITY;
  for (const t of wrt) oldest = Math.min(oldest, t.id);
  const order = topologicalOrder(outputs, (t) => t.id <= oldest || wrt.has(t));
  const depends = new Set<Tensor>();
  for (const t of order) {
    if (wrt.has(t) || (!isStop(t) && t.inputs.some((x) => depends.has(x)))) depends.add(t);
  }
  return order.filter((t) => depends.has(t));
}

const noGradient = (t: Tensor): GradientError =>
  new GradientError(
    `${t.op.name} has no gradient: ${t.op.nondifferentiable ?? 'none is defined'} ` +
      `(asked for at ${t}; use stopGradient where it is not meant to be differentiated)`,
  );

let walked = 0;

/** How many walks have been made: tells whether a derivative was taken since. */
export const walks = (): number => walked;

/**
 * A loss that depends on what it is differentiated by, but only through integers or booleans: its
 * gradient would be zero everywhere. @throws GradientError naming the operation
 */
export function checkFloatPath(name: string, loss: Tensor, wrt: readonly Tensor[]): void {
  const targets = new Set(wrt);
  const reached = new Set<Tensor>(wrt.filter((t) => t.isFloat));
  let lost: Tensor | undefined;
  let depends = reached.size > 0 && targets.has(loss);
  for (const t of dependents([loss], targets)) {
    if (targets.has(t)) continue;
    const fromFloat = t.inputs.some((x) => reached.has(x));
    if (fromFloat && (t.isFloat || isCall(t))) reached.add(t);
    else if (fromFloat) lost ??= t;
    if (t === loss) depends = true;
  }
  if (!depends || reached.has(loss) || !lost) return;
  throw new GradientError(
    `${name}: the loss ${loss} depends on what it is differentiated by only through ${lost.op.name} ` +
      `(${lost}), so every gradient is zero${
        lost.op.nondifferentiable ? `: ${lost.op.nondifferentiable}` : ''
      }. Use stopGradient there if that is meant`,
  );
}

// A rule's answer must be one cotangent (or null) for each operand.
function checkCount(t: Tensor, parts: readonly (Tensor | null)[]): void {
  if (Array.isArray(parts) && parts.length === t.inputs.length) return;
  throw new GradientError(
    `the gradient rule of ${t.op.name} must return an array of ${t.inputs.length} cotangents (or null), one ` +
      `for each operand, and returned ${Array.isArray(parts) ? parts.length : describe(parts)}`,
  );
}

/**
 * Cotangents of `wrt` for the cotangents `cts` of `outputs`; none where an input has no influence.
 * @throws GradientError where an operation on the way has no gradient, with its reason
 */
export function cotangents(
  outputs: readonly Tensor[],
  cts: readonly Tensor[],
  wrt: readonly Tensor[],
): (Tensor | undefined)[] {
  walked++;
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
      watch.backwardOf = t;
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
    if (isCustom(t) && needs[0]) throw closesOver(t, targets);
    watch.backwardOf = t;
    const parts = t.op.vjp(ct, { inputs: t.inputs, out: t, attrs: t.attrs, needs });
    checkCount(t, parts);
    parts.forEach((part, k) => {
      if (part && needs[k]) give(t.inputs[k], part);
    });
  }
  watch.backwardOf = undefined;
  return wrt.map((t) => total.get(t));
}

/** `cotangents` with zeros where an input has no influence. */
export const backward = (
  outputs: readonly Tensor[],
  cts: readonly Tensor[],
  wrt: readonly Tensor[],
): Tensor[] => cotangents(outputs, cts, wrt).map((ct, i) => ct ?? zerosLike(wrt[i]));
