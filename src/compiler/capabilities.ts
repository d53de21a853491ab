// What the compiler must know of a device before it plans.

import type { DType } from '../tensor/dtype.ts';
import type { Kernel } from './program.ts';

/** Element sizes, alignment and kernels of a device. */
export interface Capabilities {
  /** Bytes per element in device memory; undefined: the device lacks the dtype. */
  bytes(dtype: DType): number | undefined;
  /** Alignment of every slot in bytes. */
  readonly alignment: number;
  /** Most distinct input buffers of one kernel. */
  readonly maxInputs: number;
  /**
   * Set where row groups (RowsKernel) run: at least so many rows, of at most `maxRow` elements, and
   * `minSize` elements in all. Smaller work is not worth a group.
   */
  readonly rows?: { readonly minRows: number; readonly maxRow: number; readonly minSize: number };
  /** True if a special kernel exists; otherwise the compiler uses the operation's fallback. */
  supports(kernel: Kernel): boolean;
}
