// What filling a tree with named tensors forgives.
import type { Tensor } from '../tensor/tensor.ts';

/** What `fillTree` forgives. */
export interface FillOptions {
  /** Take tensors of another floating-point dtype and convert them (f16 weights for an f32 model). */
  readonly cast?: (value: Tensor, like: Tensor) => Tensor;
  /** Ignore tensors that the tree does not ask for. */
  readonly surplus?: boolean;
}
