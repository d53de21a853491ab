// Declares a reduction over axes: the kernel form is "reduce this element expression over these axes", the
// oracle works on the groups of values themselves.
import { defineOp } from '../define.ts';
import type { DType } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import type { Expr, Index, ReduceOp } from '../expr.ts';
import type { RefArray, Sample, SampleInput } from '../operation.ts';
import { formatShape, type Shape, sizeOf, stridesOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';

/** What a reduction is told. */
export interface ReduceAttrs {
  /** Sorted, not negative. */
  readonly axes: readonly number[];
  readonly keepDims: boolean;
}

/** `shape` with size 1 at `axes`. */
export const keptShape = (shape: Shape, axes: readonly number[]): number[] =>
  shape.map((n, i) => (axes.includes(i) ? 1 : n));

/** `shape` reduced over axes. */
export const reducedShape = (shape: Shape, { axes, keepDims }: ReduceAttrs): number[] =>
  keepDims ? keptShape(shape, axes) : shape.filter((_, i) => !axes.includes(i));

// Values of each reduced group, in row-major order of the output, reduced by `f`.
function groups(x: RefArray, { axes }: ReduceAttrs, f: (values: number[]) => number): Float64Array {
  const rank = x.shape.length;
  const kept = Array.from({ length: rank }, (_, i) => i).filter((i) => !axes.includes(i));
  const strides = stridesOf(x.shape);
  const lists: number[][] = Array.from({ length: sizeOf(kept.map((i) => x.shape[i])) }, () => []);
  for (let flat = 0; flat < x.data.length; flat++) {
    let out = 0;
    for (const i of kept) out = out * x.shape[i] + (Math.floor(flat / strides[i]) % x.shape[i]);
    lists[out].push(x.data[flat]);
  }
  return Float64Array.from(lists, f);
}

interface ReductionDef {
  readonly name: string;
  readonly op: ReduceOp;
  /** dtype of the result; the operand's by default. */
  readonly result?: DType;
  /** True if the reduction of nothing is an error. */
  readonly needsElements?: boolean;
  vjp?(ct: Tensor, x: Tensor, out: Tensor, attrs: ReduceAttrs): Tensor;
  readonly nondifferentiable?: string;
  reference(values: number[], dtype: DType): number;
  readonly dtype?: DType;
  /** Single-axis operations only. */
  readonly single?: boolean;
}

function sampleCalls(def: ReductionDef): Sample<ReduceAttrs>[] {
  const dtype = def.dtype;
  const call = (shape: Shape, axes: number[], keepDims = false): Sample<ReduceAttrs> => ({
    inputs: [{ shape, dtype } satisfies SampleInput],
    attrs: { axes, keepDims },
  });
  const calls = [
    call([5], [0]),
    call([2, 3, 4], [1]),
    call([2, 3, 4], [2], true),
    call([0, 3], [1]),
  ];
  if (!def.single) calls.push(call([2, 3, 4], [0, 2]), call([2, 3, 2], [0, 1, 2], true));
  if (!def.needsElements) calls.push(call([2, 0, 3], [1]), call([0], [0]));
  return calls;
}

/** Registers a reduction and returns the function that applies it. */
export function defineReduction(def: ReductionDef): (x: Tensor, attrs: ReduceAttrs) => Tensor {
  const apply = defineOp<ReduceAttrs>({
    name: def.name,
    shape: ([x], attrs) => {
      const shape = reducedShape(x.shape, attrs);
      if (def.needsElements && sizeOf(x.shape) === 0 && sizeOf(shape) > 0) {
        throw new ShapeError(
          `${def.name}: no value for the reduction of no elements (${x.dtype}` +
            `${formatShape(x.shape)} over axes ${formatShape(attrs.axes)})`,
        );
      }
      return { shape, dtype: def.result ?? x.dtype };
    },
    vjp:
      def.vjp &&
      ((ct, { inputs: [x], out, attrs }) => [def.vjp ? def.vjp(ct, x, out, attrs) : null]),
    nondifferentiable: def.nondifferentiable,
    lower: {
      kind: 'reduce',
      op: () => def.op,
      extent: ({ attrs, inputs }) => attrs.axes.map((a) => inputs[0].shape[a]),
      body: ([x], index, over, { attrs: { axes, keepDims }, inputs }): Expr => {
        let kept = 0;
        const at = inputs[0].shape.map((_, i): Index => {
          const k = axes.indexOf(i);
          if (k < 0) return index[kept++];
          if (keepDims) kept++;
          return over[k];
        });
        return x(at);
      },
    },
    reference: ([x], { attrs }) => groups(x, attrs, (values) => def.reference(values, x.dtype)),
    samples: sampleCalls(def),
  });
  return (x, attrs) => apply([x], attrs);
}
