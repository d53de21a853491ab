// What the compiler hands to a backend: a program is a list of kernels over numbered memory slots.
// A kernel is either a nest (loops whose body is a scalar expression) or one of the special kernels.
import type { DType } from '../tensor/dtype.ts';
import type { Expr, ReduceOp } from '../tensor/ir.ts';
import type { KernelSpec } from '../tensor/kernels.ts';
import type { Aval } from '../tensor/tensor.ts';

/**
 * for i0 < axes[0], i1 < axes[1], ...:                      output loops, row-major
 *   acc_k = reduce over r0 < reduceAxes[0], ... of reductions[k].body
 *   output_j[flat(i)] = cast(results[j])                    in terms of i, acc and loads
 *
 * Loop axes are merged where every access allows it. Every output has one element per point of
 * `axes`, contiguous. Bodies may use axes 'i*' and 'r*', results only 'i*'. Sizes are all >= 1.
 */
export interface NestKernel {
  readonly kind: 'nest';
  readonly axes: readonly number[];
  readonly reduceAxes: readonly number[];
  readonly reductions: readonly { readonly op: ReduceOp; readonly body: Expr }[];
  readonly results: readonly Expr[];
  /** Stored dtypes of the input buffers (loads give their compute type) and of the outputs. */
  readonly inputs: readonly DType[];
  readonly outputs: readonly DType[];
  /** Elements of each input buffer, for bounds. */
  readonly inputSizes: readonly number[];
  /** inputs[k] is read at the output's own flat index only, so an output may overwrite it. */
  readonly inPlace: readonly boolean[];
  /** Equal keys mean equal code. */
  readonly key: string;
}

/** A special kernel on operands of one dtype (indices are i32). */
export interface SpecialKernel {
  readonly kind: 'special';
  readonly spec: KernelSpec;
  readonly inputs: readonly DType[];
  readonly outputs: readonly DType[];
  readonly inputSizes: readonly number[];
  readonly key: string;
}

/** One unit of work for a backend. */
export type Kernel = NestKernel | SpecialKernel;

/** A range of memory: an argument, a result, or a stretch of the program's scratch arena. */
export type Slot =
  | { readonly kind: 'input'; readonly index: number; readonly bytes: number }
  | { readonly kind: 'output'; readonly index: number; readonly bytes: number }
  | { readonly kind: 'temp'; readonly offset: number; readonly bytes: number };

/** Runs a kernel on slots: inputs in the kernel's order, then outputs. */
export interface Step {
  readonly kernel: Kernel;
  /** Slot numbers: kernel.inputs.length inputs, then kernel.outputs.length outputs. */
  readonly args: readonly number[];
  /** Operation names for profiles and errors. */
  readonly label: string;
}

/** A planned computation. */
export interface Program {
  readonly name: string;
  readonly inputs: readonly Aval[];
  readonly outputs: readonly Aval[];
  readonly slots: readonly Slot[];
  readonly steps: readonly Step[];
  /** Size of the scratch arena; temp offsets are multiples of `alignment` of the capabilities. */
  readonly tempBytes: number;
  /** donations[i] = j: output i takes over the memory of input j (same slot range). */
  readonly donations: ReadonlyMap<number, number>;
}
