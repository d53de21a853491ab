// Which loss a case differentiates: the sum of output * proj over its outputs, or one scalar output.
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import type { Golden, GoldenCase } from '../contract.ts';
import { roleOf } from '../golden.ts';

type Named = Readonly<Record<string, Tensor>>;

/** The gradient of a case's loss with respect to each of its outputs. */
export function cotangents(c: GoldenCase, golden: Golden, outputs: Named): Record<string, Tensor> {
  const proj = roleOf(golden, c.proj);
  const scalar = /^output:(.+)$/.exec(String(c.loss_kind))?.[1];
  return Object.fromEntries(
    Object.entries(outputs).map(([k, y]) => [
      k,
      // an output may be wider or narrower than its case
      k === scalar ? ops.onesLike(y) : proj[k] ? ops.cast(proj[k], y.dtype) : ops.zerosLike(y),
    ]),
  );
}
