// What is known of a tensor before it is computed.
import type { DType } from './dtype.ts';
import type { Shape } from './shape.ts';

/** Shape and dtype: what is known of a tensor without computing it. */
export interface Aval {
  /** Sizes of the dimensions; [] is a scalar. */
  readonly shape: Shape;
  /** Type of the elements. */
  readonly dtype: DType;
}
