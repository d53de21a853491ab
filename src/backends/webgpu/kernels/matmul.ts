// Batched matrix products with arbitrary strides (transposed and broadcast operands included).

import type { SpecialKernel } from '../../../compiler/program.ts';
import type { MatmulSpec } from '../../../tensor/kernels.ts';
import { sizeOf } from '../../../tensor/shape.ts';
import type { KernelOptions } from '../tuner.ts';
import { size } from '../wgsl/sizes.ts';
import type { Operand, Stages } from '../wgsl/stage.ts';
import { splitFlat } from './axes.ts';
import { gemmStages } from './gemm.ts';
import type { Gemm, GemmOperand } from './gemm-product.ts';

/** Operands of a special kernel with two inputs and one output. */
export const pairOperands = (kernel: SpecialKernel): [Operand, Operand, Operand] => [
  { arg: 0, dtype: kernel.inputs[0], write: false },
  { arg: 1, dtype: kernel.inputs[1], write: false },
  { arg: 2, dtype: kernel.outputs[0], write: true },
];

/** Elements of the inputs of such a kernel. */
export const pairSizes = (kernel: SpecialKernel): [number, number] => [
  kernel.inputSizes[0],
  kernel.inputSizes[1],
];

// Element (line, k) at start + line * lineStride + k * kStride; `others` are the offset and the strides
// of the batch dimensions, `lines` and `terms` the extents.
function strided(
  start: string,
  [lineStride, kStride]: readonly [number, number],
  [lines, terms]: readonly [number, number],
  others: readonly number[],
): GemmOperand {
  const fours = (...values: readonly number[]): boolean => values.every((v) => v % 4 === 0);
  const quads =
    kStride === 1 && fours(lineStride, terms, ...others)
      ? 'k'
      : lineStride === 1 && fours(kStride, lines, ...others)
        ? 'line'
        : undefined;
  return {
    line: (p, i) => [`let ${p}at = ${start} + ${i} * ${size(lineStride, `${start}.line`)};`],
    outer: () => [],
    inner: (p, k) => ({ at: `${p}at + ${k} * ${size(kStride, `${start}.k`)}` }),
    alongK: Math.abs(kStride) === 1,
    quads,
  };
}

/** A matrix product as a member of the product family. */
export function matmulGemm(kernel: SpecialKernel, spec: MatmulSpec): Gemm {
  const { m, n, k, a, b, batch } = spec;
  const sizes = batch.map((d) => d.size);
  const offset = (start: number, side: 'a' | 'b'): string =>
    [size(start), ...batch.map((d, i) => `z${i} * ${size(d[side])}`)].join(' + ');
  return {
    name: 'matmul',
    batches: sizeOf(sizes),
    m,
    n,
    outer: 1,
    inner: k,
    a: strided('za', [a.row, a.col], [m, k], [a.offset, ...batch.map((d) => d.a)]),
    b: strided('zb', [b.col, b.row], [n, k], [b.offset, ...batch.map((d) => d.b)]),
    batch: (z) => [
      ...splitFlat(z, sizes, (i) => `z${i}`),
      `let za = ${offset(a.offset, 'a')};`,
      `let zb = ${offset(b.offset, 'b')};`,
    ],
    out: (i, j) => `(z * ${size(m, 'm')} + ${i}) * ${size(n, 'n')} + ${j}`,
    outQuads: n % 4 === 0,
    operands: pairOperands(kernel),
    sizes: pairSizes(kernel),
  };
}

/** The dispatches of a matrix product. */
export const matmulStages = (
  kernel: SpecialKernel,
  spec: MatmulSpec,
  options: KernelOptions,
): Stages => gemmStages(matmulGemm(kernel, spec), options);
