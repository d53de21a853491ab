// What the two passes of attention are generated from: one matrix of the batch.

import type { AttentionSpec } from '../../../tensor/kernels.ts';
import type { Simd } from '../wasm/simd.ts';
import type { MatrixStrides } from './product.ts';

/** One matrix of the batch, as the passes see it. */
export interface AttentionMatrix
  extends Pick<
    AttentionSpec,
    'heads' | 'queries' | 'keys' | 'dim' | 'valueDim' | 'scale' | 'causal'
  > {
  readonly q: MatrixStrides;
  readonly k: MatrixStrides;
  readonly v: MatrixStrides;
  readonly mask?: MatrixStrides;
  readonly simd: Simd;
}

/** The same with what the gradients read. */
export interface AttentionGradients extends AttentionMatrix {
  readonly cotangent: MatrixStrides;
  readonly lse: MatrixStrides;
  readonly delta: MatrixStrides;
}

/** A function over (operands..., results..., scratch) of one matrix. */
export interface Pass {
  readonly index: number;
  readonly scratchBytes: number;
}
