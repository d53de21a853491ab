// The gradient rule that an operation declares, and what there is to say where it declares none.
import { GradientError } from '../tensor/errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { describe } from '../tensor/tree-errors.ts';

/** The error for a node without a gradient. */
export const noGradient = (t: Tensor): GradientError =>
  new GradientError(
    `${t.op.name} has no gradient: ${t.op.nondifferentiable ?? 'none is defined'} ` +
      `(asked for at ${t}; use stopGradient where it is not meant to be differentiated)`,
  );

// A rule's answer must be one cotangent (or null) for each operand.
function checkCount(t: Tensor, parts: readonly (Tensor | null)[]): void {
  if (Array.isArray(parts) && parts.length === t.inputs.length) return;
  throw new GradientError(
    `the gradient rule of ${t.op.name} must return an array of ${t.inputs.length} cotangents (or null), one ` +
      `for each operand, and returned ${Array.isArray(parts) ? parts.length : describe(parts)}`,
  );
}

/**
 * Cotangents of a node's operands for the cotangent `ct` of its value; null: none.
 * @throws GradientError if the operation has no gradient, or its rule does not answer for each operand
 */
export function ruleOf(
  t: Tensor,
  ct: Tensor,
  needs: readonly boolean[],
): readonly (Tensor | null)[] {
  if (!t.op.vjp) throw noGradient(t);
  const parts = t.op.vjp(ct, { inputs: t.inputs, out: t, attrs: t.attrs, needs });
  checkCount(t, parts);
  return parts;
}
