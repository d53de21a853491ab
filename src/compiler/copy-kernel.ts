// The kernel that copies a value: for results that are arguments, or the same value twice.
import { computeType } from '../tensor/dtype.ts';
import * as ix from '../tensor/index-expr.ts';
import * as ir from '../tensor/ir.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Aval } from '../tensor/tensor.ts';
import { nestKey } from './nest-key.ts';
import type { NestKernel } from './program.ts';

/** Copies all elements of a value. */
export function copyKernel(aval: Aval): NestKernel {
  ir.resetExpressions();
  const n = sizeOf(aval.shape);
  const kernel = {
    kind: 'nest' as const,
    axes: n === 1 ? [] : [n],
    reduceAxes: [],
    reductions: [],
    results: [ir.load(0, ix.axis('i0', n), computeType(aval.dtype))],
    inputs: [aval.dtype],
    outputs: [aval.dtype],
    inputSizes: [n],
  };
  return { ...kernel, inPlace: [true], key: nestKey(kernel) };
}
