// Special kernels of a graph: which nodes get one, and how their operands are found. A product sees
// through views: transposes, slices and broadcasts of memory become strides of the packing, never
// copies. The other kernels take contiguous operands, for which a reshape of memory is as good.

import type { Index } from '../tensor/expr.ts';
import * as ix from '../tensor/index-expr.ts';
import * as ir from '../tensor/ir.ts';
import type { KernelSpec, StridedView } from '../tensor/kernels.ts';
import type { KernelLowering } from '../tensor/operation.ts';
import { callAttrs, type Fusion, isCall } from '../tensor/ops/call.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { behindViews, type Decision, type Support } from './fusion.ts';
import { factsOf } from './kernel-facts.ts';
import { axesOf, callOf, createReader, type Finder } from './nest.ts';
import type { SpecialKernel } from './program.ts';
import type { Operand } from './task.ts';

// The kernel's description with operands taken as contiguous.
const specOf = (t: Tensor): KernelSpec =>
  isCall(t)
    ? (callAttrs(t).fusion as Fusion).kernel(t.inputs)
    : (t.op.lower as KernelLowering<object>).spec(callOf(t));

function kernelFor(t: Tensor, spec: KernelSpec, operands: readonly Operand[]): SpecialKernel {
  const inputs = operands.map((x) => x.node.dtype);
  const inputSizes = operands.map(({ node, part }) => part?.size ?? sizeOf(node.shape));
  const outputs = isCall(t) ? callAttrs(t).graph.outputs.map((o) => o.dtype) : [t.dtype];
  return {
    kind: 'special',
    spec,
    inputs,
    outputs,
    inputSizes,
    key: `${JSON.stringify(spec)} ${inputs} -> ${outputs}`,
  };
}

/**
 * Whether a device has a kernel for a node, operands taken as contiguous, and whether it reads f16 where
 * the graph widens operands to f32 for it.
 */
export function supportOf(
  t: Tensor,
  supports: (kernel: SpecialKernel) => boolean,
  isInput: (t: Tensor) => boolean,
): Support {
  const own = t.inputs.map((node) => ({ node }));
  if (!supports(kernelFor(t, specOf(t), own))) return 'no';
  const stored = t.inputs.map((x) => {
    const base = behindViews(x, isInput, true);
    return { node: base.dtype === 'f16' ? base : x, part: { start: 0, size: x.size } };
  });
  if (stored.every(({ node }, k) => node.dtype === t.inputs[k].dtype)) return 'yes';
  return supports(kernelFor(t, specOf(t), stored)) ? 'narrow' : 'yes';
}

/** Where an operand stands: memory of `base`, element (index over its shape) at a linear form. */
interface View {
  readonly base: Tensor;
  readonly at: Index;
}

/** Sees an operand as a view of memory, or not at all if it must be copied first. */
function viewOf(
  x: Tensor,
  decisions: Map<Tensor, Decision>,
  isInput: (t: Tensor) => boolean,
  narrow: boolean,
): View | undefined {
  const base = behindViews(x, isInput, narrow);
  if (!(decisions.get(base) as Decision).root) return undefined;
  const reader = createReader(decisions);
  const e = reader.read(x, axesOf('i', x.shape));
  if (e.kind !== 'load' || e.guard || reader.buffers.length !== 1) return undefined;
  return { base: reader.buffers[0], at: e.at as Index };
}

// Stride of each dimension if the form is linear in the axes; undefined otherwise.
function linear(at: Index, rank: number): number[] | undefined {
  const strides = new Array<number>(rank).fill(0);
  for (const { coefficient, atom } of at.terms) {
    if (atom.kind !== 'axis') return undefined;
    strides[Number((atom.axis as string).slice(1))] = coefficient;
  }
  return strides;
}

/** A special kernel with the memory it reads; operands that `copies` names must be copied first. */
export interface BuiltSpecial {
  readonly kernel: SpecialKernel;
  readonly inputs: readonly Operand[];
  readonly copies: readonly Tensor[];
}

interface Found {
  readonly operand: Operand;
  /** Strides of a view; none: contiguous. */
  readonly view?: StridedView;
}

/** Where an operand lies in memory; undefined if it has to be copied first. */
export function find(
  x: Tensor,
  sees: { readonly strided: boolean; readonly narrow: boolean },
  finder: Finder,
): Found | undefined {
  const { decisions, isInput } = finder;
  if ((decisions.get(x) as Decision).root) return { operand: { node: x } };
  const view = viewOf(x, decisions, isInput, sees.narrow);
  if (!view) return undefined;
  const { base, at } = view;
  const grain = finder.grain(base);
  const start = at.min - (at.min % grain);
  const size = sizeOf(base.shape);
  const whole = start === 0;
  const rest = whole ? { node: base } : { node: base, part: { start, size: size - start } };
  const own = ix.flatten(axesOf('i', x.shape), x.shape);
  if (ix.sub(at, at.constant).id === own.id && start === at.constant) {
    const n = sizeOf(x.shape);
    return { operand: whole && n === size ? rest : { node: base, part: { start, size: n } } };
  }
  const strides = sees.strided ? linear(at, x.shape.length) : undefined;
  return strides && { operand: rest, view: { strides, offset: at.constant - start } };
}

/** Builds the kernel of a node, seeing through views where it can. */
export function buildSpecial(t: Tensor, finder: Finder): BuiltSpecial {
  ir.resetExpressions();
  const spec = specOf(t);
  const { withStrides } = factsOf(spec);
  const strided = withStrides !== undefined;
  const { narrow } = finder.decisions.get(t) as Decision;
  const copies: Tensor[] = [];
  const found = t.inputs.map((x) => {
    const place = find(x, { strided, narrow }, finder);
    if (!place) copies.push(x);
    return place ?? { operand: { node: x } };
  });
  const views = found.map((f) => f.view);
  const inputs = found.map((f) => f.operand);
  const seen = withStrides?.(spec, views, t.inputs) ?? spec;
  return { kernel: kernelFor(t, seen, inputs), inputs, copies };
}
