// Special kernels of a graph: which nodes get one, and how their operands are found. A product sees
// through views: transposes, slices and broadcasts of memory become strides of the packing, never
// copies. The other kernels take contiguous operands, for which a reshape of memory is as good.
import type { Call, KernelLowering } from '../tensor/define.ts';
import type { Index } from '../tensor/index-expr.ts';
import * as ix from '../tensor/index-expr.ts';
import * as ir from '../tensor/ir.ts';
import type { KernelSpec, MatmulSpec } from '../tensor/kernels.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { behindViews, type Decision } from './fusion.ts';
import { axesOf, createReader } from './nest.ts';
import type { SpecialKernel } from './program.ts';

const callOf = (t: Tensor): Call<object> => ({ attrs: t.attrs, inputs: t.inputs, out: t });

function kernelFor(t: Tensor, spec: KernelSpec, operands: readonly Tensor[]): SpecialKernel {
  const inputs = operands.map((x) => x.dtype);
  const inputSizes = operands.map((x) => sizeOf(x.shape));
  return {
    kind: 'special',
    spec,
    inputs,
    outputs: [t.dtype],
    inputSizes,
    key: `${JSON.stringify(spec)} ${inputs} -> ${t.dtype}`,
  };
}

/** The kernel of a node with its operands taken as contiguous; asks whether a backend has it. */
export function contiguousKernel(t: Tensor): SpecialKernel {
  const lower = t.op.lower as KernelLowering<object>;
  return kernelFor(t, lower.spec(callOf(t)), t.inputs);
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
): View | undefined {
  const base = behindViews(x, isInput);
  if (!(decisions.get(base) as Decision).root) return undefined;
  const reader = createReader(decisions);
  const e = reader.read(x, axesOf('i', x.shape));
  if (e.kind !== 'load' || e.guard || reader.buffers.length !== 1) return undefined;
  return { base: reader.buffers[0], at: e.at as Index };
}

// Stride of each dimension if the form is linear in the axes; undefined otherwise.
function linear(at: Index, rank: number): { strides: number[]; offset: number } | undefined {
  const strides = new Array<number>(rank).fill(0);
  for (const { coefficient, atom } of at.terms) {
    if (atom.kind !== 'axis') return undefined;
    strides[Number((atom.axis as string).slice(1))] = coefficient;
  }
  return { strides, offset: at.constant };
}

/** A special kernel with the memory it reads; operands that `copies` names must be copied first. */
export interface BuiltSpecial {
  readonly kernel: SpecialKernel;
  readonly inputs: readonly Tensor[];
  readonly copies: readonly Tensor[];
}

/** Builds the kernel of a node, seeing through views where it can. */
export function buildSpecial(
  t: Tensor,
  decisions: Map<Tensor, Decision>,
  isInput: (t: Tensor) => boolean,
): BuiltSpecial {
  ir.resetExpressions();
  const lower = t.op.lower as KernelLowering<object>;
  let spec = lower.spec(callOf(t));
  const copies: Tensor[] = [];
  const strides: ({ strides: number[]; offset: number } | undefined)[] = [];
  const inputs = t.inputs.map((x) => {
    if ((decisions.get(x) as Decision).root) {
      strides.push(undefined);
      return x;
    }
    const view = viewOf(x, decisions, isInput);
    const dims = view && spec.kind === 'matmul' ? linear(view.at, x.shape.length) : undefined;
    const plain =
      view &&
      view.at.id === ix.flatten(axesOf('i', x.shape), x.shape).id &&
      sizeOf(view.base.shape) === sizeOf(x.shape);
    if (view && (dims || plain)) {
      strides.push(dims);
      return view.base;
    }
    strides.push(undefined);
    copies.push(x);
    return x;
  });
  if (spec.kind === 'matmul') spec = withStrides(spec, strides, t);
  return { kernel: kernelFor(t, spec, inputs), inputs, copies };
}

// Puts the strides of views in place of the contiguous ones. Operands: [...batch, rows, columns].
function withStrides(
  spec: MatmulSpec,
  views: readonly ({ strides: number[]; offset: number } | undefined)[],
  t: Tensor,
): MatmulSpec {
  const side = (
    k: 0 | 1,
    own: MatmulSpec['a'],
    batchKey: 'a' | 'b',
  ): { matrix: MatmulSpec['a']; batch: number[] } => {
    const view = views[k];
    if (!view) return { matrix: own, batch: spec.batch.map((b) => b[batchKey]) };
    const n = view.strides.length;
    const shape = t.inputs[k].shape;
    const matrix = { row: view.strides[n - 2], col: view.strides[n - 1], offset: view.offset };
    const skip = spec.batch.length - (n - 2);
    const batch = spec.batch.map((_, i) =>
      i < skip || shape[i - skip] === 1 ? 0 : view.strides[i - skip],
    );
    return { matrix, batch };
  };
  const a = side(0, spec.a, 'a');
  const b = side(1, spec.b, 'b');
  return {
    ...spec,
    a: a.matrix,
    b: b.matrix,
    batch: spec.batch.map((dim, i) => ({ size: dim.size, a: a.batch[i], b: b.batch[i] })),
  };
}
