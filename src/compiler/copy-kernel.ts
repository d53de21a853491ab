// Kernels that copy a value (results that are arguments, say), fill one with zeros, or write into a part.

import type { Aval } from '../tensor/aval.ts';
import { computeType } from '../tensor/dtype.ts';
import * as ix from '../tensor/index-expr.ts';
import * as ir from '../tensor/ir.ts';
import { sizeOf } from '../tensor/shape.ts';
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

/** Sets all elements to zero. */
export function fillKernel(aval: Aval): NestKernel {
  ir.resetExpressions();
  const kernel = {
    kind: 'nest' as const,
    axes: [sizeOf(aval.shape)],
    reduceAxes: [],
    reductions: [],
    results: [ir.constant(0, computeType(aval.dtype))],
    inputs: [],
    outputs: [aval.dtype],
    inputSizes: [],
  };
  return { ...kernel, inPlace: [], key: nestKey(kernel) };
}

/** A flat value (operand 0, in place) with the elements of operand 1 from `start` on. */
export function patchKernel(target: Aval, part: Aval, start: number): NestKernel {
  ir.resetExpressions();
  const [size, count] = [sizeOf(target.shape), sizeOf(part.shape)];
  const type = computeType(target.dtype);
  const i = ix.axis('i0', size);
  const inside = ir.and(
    ir.le(ir.constant(start, 'i32'), ir.index(i)),
    ir.lt(ir.index(i), ir.constant(start + count, 'i32')),
  );
  const kernel = {
    kind: 'nest' as const,
    axes: [size],
    reduceAxes: [],
    reductions: [],
    results: [ir.load(1, ix.sub(i, start), type, inside, ir.load(0, i, type))],
    inputs: [target.dtype, part.dtype],
    outputs: [target.dtype],
    inputSizes: [size, count],
  };
  return { ...kernel, inPlace: [true, false], key: nestKey(kernel) };
}
