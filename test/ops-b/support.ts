// Values of tensors in these tests, twice: by the oracle's references, and by the lowerings planned
// into kernels (fusion included) that run as plain loops.
import type { Tensor } from '../../src/tensor/tensor.ts';
import { evaluate, evaluateCompiled } from '../ops-a/support.ts';

/** Float64 values by the references. */
export const byReference = (t: Tensor): number[] => Array.from(evaluate([t])[0]);

/** Float64 values by the lowerings; special kernels are replaced by their fallbacks. */
export const byLowering = (t: Tensor): number[] => Array.from(evaluateCompiled([t])[0]);

/** The values of a tensor, after checking that references and lowerings agree. */
export function valuesOf(t: Tensor): number[] {
  const want = byReference(t);
  const got = byLowering(t);
  const same = got.every((v, i) => Object.is(v, want[i]) || Math.abs(v - want[i]) <= 1e-9);
  if (!same || got.length !== want.length) {
    throw new Error(`lowering gives [${got}], reference [${want}]`);
  }
  return want;
}

/** Nested arrays of the values of a tensor. */
export function nested(t: Tensor, values = valuesOf(t)): unknown {
  let at = 0;
  const build = (axis: number): unknown =>
    axis === t.rank ? values[at++] : Array.from({ length: t.shape[axis] }, () => build(axis + 1));
  return build(0);
}
