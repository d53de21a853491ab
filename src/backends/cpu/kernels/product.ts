// Matrices and their products, as the generators see them.
import type { MatmulSpec } from '../../../tensor/kernels.ts';
import type { Simd } from '../wasm/simd.ts';

/** Strides of rows and columns in elements: possibly 0 (broadcast), swapped (transposed) or negative (reversed). */
export interface MatrixStrides {
  readonly row: number;
  readonly col: number;
}

/** A product of the program, wherever its operands begin. */
export interface Product extends Pick<MatmulSpec, 'm' | 'n' | 'k' | 'batch'> {
  readonly a: MatrixStrides;
  readonly b: MatrixStrides;
  /** Vector instructions; by default 128 bits, with fused multiply-add where the machine has it. */
  readonly simd?: Simd;
}
