// The tape walk. The graph is the tape: from the outputs backwards, each operation turns the cotangent
// of its result into cotangents of its operands, as new nodes of the same graph, so a derivative can
// be differentiated again. Only nodes that depend on `wrt` are visited.
import { zerosLike } from '../tensor/ops/create.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { callRule } from './call-rule.ts';
import { cotangentSums } from './cotangent-sums.ts';
import { dependents } from './dependents.ts';
import { noGradient, ruleOf } from './gradient-rule.ts';
import { closesOver, isCustom } from './identity.ts';

/** While a gradient rule is at work: the node whose operands' cotangents are made. */
export const atWork: { node?: Tensor } = {};

let walked = 0;

/** How many walks have been made: tells whether a derivative was taken since. */
export const walks = (): number => walked;

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
  const sums = cotangentSums();
  const reached = outputs.filter((out) => depends.has(out));
  if (reached.length > 0 && !reached.some((out) => out.isFloat)) throw noGradient(reached[0]);
  outputs.forEach((out, i) => {
    // integer results (positions of a maximum, say) carry no derivative
    if (depends.has(out) && out.isFloat) sums.give(out, cts[i]);
  });
  for (let i = order.length - 1; i >= 0; i--) {
    const t = order[i];
    const ct = targets.has(t) ? undefined : sums.take(t);
    if (!ct) continue;
    const needs = t.inputs.map((x) => depends.has(x) && x.isFloat);
    if (!needs.includes(true)) continue;
    if (isCustom(t) && needs[0]) throw closesOver(t, targets);
    atWork.node = t;
    const parts = ct instanceof Map ? callRule(t, ct, needs, backward) : ruleOf(t, ct, needs);
    parts.forEach((part, k) => {
      if (part && needs[k]) sums.give(t.inputs[k], part);
    });
  }
  atWork.node = undefined;
  return wrt.map((t) => sums.of(t));
}

/** `cotangents` with zeros where an input has no influence. */
export const backward = (
  outputs: readonly Tensor[],
  cts: readonly Tensor[],
  wrt: readonly Tensor[],
): Tensor[] => cotangents(outputs, cts, wrt).map((ct, i) => ct ?? zerosLike(wrt[i]));
