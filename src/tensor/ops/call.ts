// Calls: a closed graph as one node, and `pick` nodes that read its results. A call with a `kernel` is a
// fused computation: a device that has the kernel runs that, every other one runs the graph, which is
// the same in plain operations. With a `rule` the tape uses that instead of differentiating the graph.

import type { Aval } from '../aval.ts';
import { defineOp } from '../define.ts';
import { WgradError } from '../errors.ts';
import { type Graph, topologicalOrder } from '../graph.ts';
import type { KernelSpec } from '../kernels.ts';
import type { Tensor } from '../tensor.ts';
import { transform } from '../transform-depth.ts';
import { isLeaf, placeholder } from './create.ts';

/** What a fused call has beside its graph. */
export interface Fusion {
  /** Distinguishes computations whose graphs are alike; equal names and attributes mean equal kernels. */
  readonly name: string;
  /** The kernel for operands of these shapes, contiguous; the planner puts in the strides of views. */
  kernel(operands: readonly Aval[]): KernelSpec;
  /** Cotangents of the operands (null: none) from those of the results (undefined: none came). */
  rule?(
    cts: readonly (Tensor | undefined)[],
    call: {
      readonly operands: readonly Tensor[];
      readonly results: readonly Tensor[];
      readonly needs: readonly boolean[];
    },
  ): readonly (Tensor | null)[];
}

/** Attributes of a call. */
export interface CallAttrs {
  readonly graph: Graph;
  readonly fusion?: Fusion;
}

const never = (): never => {
  throw new Error('calls are handled by the compiler and the tape walk');
};

const callOp = defineOp<CallAttrs>({
  name: 'call',
  shape: () => ({ shape: [], dtype: 'f32' }),
  lower: { kind: 'call' },
  reference: never,
  samples: [],
});

const pickOp = defineOp<{ index: number; graph: Graph }>({
  name: 'pick',
  shape: (_, { index, graph }) => graph.outputs[index],
  lower: { kind: 'pick' },
  reference: never,
  samples: [],
});

/** True for call nodes. */
export const isCall = (t: Tensor): boolean => t.op.lower.kind === 'call';
/** True for results of calls. */
export const isPick = (t: Tensor): boolean => t.op.lower.kind === 'pick';
/** Which result of its call a pick node is. */
export const pickIndex = (t: Tensor): number => (t.attrs as { index: number }).index;
/** Attributes of a call node. */
export const callAttrs = (t: Tensor): CallAttrs => t.attrs as CallAttrs;

/** The results of a call node, as nodes. */
export const callResults = (node: Tensor): Tensor[] => {
  const { graph } = callAttrs(node);
  return graph.outputs.map((_, index) => pickOp([node], { index, graph }));
};

/** Results of running `graph` on `inputs`. */
export const call = (graph: Graph, inputs: readonly Tensor[], fusion?: Fusion): Tensor[] =>
  callResults(callOp(inputs, fusion ? { graph, fusion } : { graph }));

/**
 * `f` as one fused call: `f` writes the computation in plain operations of its operands alone, `fusion`
 * names the kernel that does the same.
 */
export function fusedCall(
  f: (operands: Tensor[]) => Tensor[],
  operands: readonly Tensor[],
  fusion: Fusion,
): Tensor[] {
  const inputs = operands.map((t) => placeholder(t, t.label));
  const outputs = transform(() => f(inputs));
  const known = new Set(inputs);
  const stray = topologicalOrder(outputs).find((t) => isLeaf(t) && !known.has(t));
  if (stray) throw new WgradError(`${fusion.name}: ${stray} must be an operand of the fused call`);
  return call({ inputs, outputs }, operands, fusion);
}
