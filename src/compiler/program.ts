// What the compiler hands to a backend: a program is a list of kernels over numbered memory slots.
// A kernel is either a nest (loops whose body is a scalar expression) or one of the special kernels.

import type { Aval } from '../tensor/aval.ts';
import type { DType } from '../tensor/dtype.ts';
import type { Expr, ReduceOp } from '../tensor/expr.ts';
import type { KernelSpec } from '../tensor/kernels.ts';

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

/** A nest of a row group; `args` are numbers of the group's buffers, inputs then outputs. */
export interface RowStage {
  readonly kernel: NestKernel;
  readonly args: readonly number[];
  readonly label: string;
}

/**
 * for r < rows:  for each stage:  the stage restricted to row r.  Axis 0 of every stage has size `rows`,
 * and what a stage reads of an earlier one lies in the same row, so a row stays in cache from stage to
 * stage. Buffers written by a stage are outputs, also if only later stages read them.
 */
export interface RowsKernel {
  readonly kind: 'rows';
  readonly rows: number;
  readonly stages: readonly RowStage[];
  readonly inputs: readonly DType[];
  readonly outputs: readonly DType[];
  readonly inputSizes: readonly number[];
  readonly key: string;
}

/** One unit of work for a backend. */
export type Kernel = NestKernel | SpecialKernel | RowsKernel;

/** A range of memory: a stretch of an argument, of a result, or of the program's scratch arena. */
export type Slot = {
  /** In bytes; a multiple of the alignment of the capabilities. */
  readonly offset: number;
  readonly bytes: number;
  /** Slots with equal numbers are stretches of one value. */
  readonly value: number;
} & ({ readonly kind: 'input' | 'output'; readonly index: number } | { readonly kind: 'temp' });

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
