// Which nodes depend on which: operands have smaller ids than results, so nothing older than the oldest of
// the ones asked for can depend on them, and the search is linear in the nodes between.
import { GradientError } from '../tensor/errors.ts';
import { topologicalOrder } from '../tensor/graph.ts';
import { isCall } from '../tensor/ops/call.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { isStop } from './identity.ts';

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
