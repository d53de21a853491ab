// What planning makes before memory is laid out: kernels and calls in order, over nodes instead of slots.
import type { Tensor } from '../tensor/tensor.ts';
import type { Kernel, Program } from './program.ts';

/** Memory of a node that a kernel reads or writes: all of it, or a stretch of whole elements. */
export interface Operand {
  readonly node: Tensor;
  /** First element and number of elements; default: all. */
  readonly part?: { readonly start: number; readonly size: number };
}

/** A kernel with the nodes whose memory it reads and writes. */
export interface KernelTask {
  readonly kind: 'kernel';
  readonly kernel: Kernel;
  readonly inputs: readonly Operand[];
  readonly outputs: readonly Operand[];
  readonly label: string;
}

/** A call whose program is spliced in. */
export interface CallTask {
  readonly kind: 'call';
  readonly program: Program;
  readonly inputs: readonly Tensor[];
  /** Nodes that read its results; their attribute `index` says which. */
  readonly picks: readonly Tensor[];
}

/** Operands joined into one flat value: computed there in the first place, or copied. */
export interface AssembleTask {
  readonly kind: 'assemble';
  readonly node: Tensor;
  readonly inputs: readonly Tensor[];
  /** First element of each operand; elements that none covers are zero. */
  readonly starts: readonly number[];
}

/** One unit of planning. */
export type Task = KernelTask | CallTask | AssembleTask;
