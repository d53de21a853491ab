// Batched matrix products with arbitrary strides (transposed and broadcast operands included).
import type { SpecialKernel } from '../../../compiler/program.ts';
import type { MatmulSpec } from '../../../tensor/kernels.ts';
import type { Operand, ShaderOptions, Stages } from '../wgsl/stage.ts';
import { product, splitFlat } from './axes.ts';
import { type GemmOperand, gemmStages } from './gemm.ts';

/** Operands of a special kernel with two inputs and one output. */
export const pairOperands = (kernel: SpecialKernel): [Operand, Operand, Operand] => [
  { arg: 0, dtype: kernel.inputs[0], write: false },
  { arg: 1, dtype: kernel.inputs[1], write: false },
  { arg: 2, dtype: kernel.outputs[0], write: true },
];

// element (line, k) at start + line * lineStride + k * kStride
function strided(start: string, lineStride: number, kStride: number): GemmOperand {
  return {
    line: (p, i) => [`let ${p}at = ${start} + ${i} * ${lineStride}i;`],
    outer: () => [],
    inner: (p, k) => ({ at: `${p}at + ${k} * ${kStride}i` }),
    alongK: Math.abs(kStride) === 1,
  };
}

/** The dispatches of a matrix product. */
export function matmulStages(
  kernel: SpecialKernel,
  spec: MatmulSpec,
  options: ShaderOptions,
): Stages {
  const { m, n, k, a, b, batch } = spec;
  const sizes = batch.map((d) => d.size);
  const offset = (start: number, side: 'a' | 'b'): string =>
    [`${start}i`, ...batch.map((d, i) => `z${i} * ${d[side]}i`)].join(' + ');
  return gemmStages(
    {
      name: 'matmul',
      batches: product(sizes),
      m,
      n,
      outer: 1,
      inner: k,
      a: strided('za', a.row, a.col),
      b: strided('zb', b.col, b.row),
      batch: (z) => [
        ...splitFlat(z, sizes, (i) => `z${i}`),
        `let za = ${offset(a.offset, 'a')};`,
        `let zb = ${offset(b.offset, 'b')};`,
      ],
      out: (i, j) => `(z * ${m}i + ${i}) * ${n}i + ${j}`,
      operands: pairOperands(kernel),
    },
    options,
  );
}
