// Somebody who looks on while a graph is built (debugNaN). Unset, it costs a test for each node.
import type { Tensor } from './tensor.ts';

/** Who looks on. */
export interface Watch {
  /** Called with each new node, from its constructor. */
  created?: (t: Tensor) => void;
  /** While a gradient rule is at work: the node whose operands' cotangents are made. */
  backwardOf?: Tensor;
}

/** At most one looks on at a time. */
export const watch: Watch = {};
