// A plain evaluator of scalar expressions, so that lowerings can be compared with oracles without a
// compiler. It checks that loads whose guard holds stay inside the operand.

import { computeType } from '../../src/tensor/dtype.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import type { Call, Lowering, Read } from '../../src/tensor/operation.ts';
import { sizeOf } from '../../src/tensor/shape.ts';

type Axes = ReadonlyMap<string, number>;

function indexValue(at: ix.Index, axes: Axes): number {
  let total = at.constant;
  for (const { coefficient, atom } of at.terms) total += coefficient * atomValue(atom, axes);
  return total;
}

function atomValue(atom: ix.Atom, axes: Axes): number {
  if (atom.kind === 'axis') return axes.get(atom.axis as string) as number;
  const arg = indexValue(atom.arg as ix.Index, axes);
  const by = atom.by as number;
  const quotient = Math.floor(arg / by);
  return atom.kind === 'div' ? quotient : arg - by * quotient;
}

const binary: Partial<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  min: Math.min,
  max: Math.max,
  and: (a, b) => (a & b) >>> 0,
  or: (a, b) => (a | b) >>> 0,
  eq: (a, b) => +(a === b),
  ne: (a, b) => +(a !== b),
  lt: (a, b) => +(a < b),
  le: (a, b) => +(a <= b),
};

function value(e: ir.Expr, axes: Axes, buffers: readonly Float64Array[]): number {
  const arg = (i: number): number => value(e.args[i], axes, buffers);
  switch (e.kind) {
    case 'const':
      return e.value as number;
    case 'index':
      return indexValue(e.at as ix.Index, axes);
    case 'load': {
      if (e.guard && !value(e.guard, axes, buffers)) return arg(1);
      const at = indexValue(e.at as ix.Index, axes);
      const buffer = buffers[e.buffer as number];
      if (at < 0 || at >= buffer.length) throw new Error(`load at ${at} of ${buffer.length}`);
      return buffer[at];
    }
    case 'select':
      return arg(0) ? arg(1) : arg(2);
    case 'cast':
      return arg(0);
    case 'bitcast':
      return new Uint32Array(Float32Array.of(arg(0)).buffer)[0];
    case 'binary': {
      const f = binary[e.op as string];
      if (!f) throw new Error(`no ${e.op}`);
      return f(arg(0), arg(1));
    }
    default:
      throw new Error(`no ${e.kind}`);
  }
}

function* points(shape: readonly number[]): Generator<number[]> {
  const total = sizeOf(shape);
  for (let i = 0; i < total; i++) {
    const at = new Array<number>(shape.length);
    for (let d = shape.length - 1, rest = i; d >= 0; d--) {
      at[d] = rest % shape[d];
      rest = Math.floor(rest / shape[d]);
    }
    yield at;
  }
}

/** Runs a lowering (of a kernel: its fallback) element by element in float64. */
export function runLowering(
  lowering: Lowering<object>,
  call: Call<object>,
  buffers: readonly Float64Array[],
): Float64Array {
  ir.resetExpressions();
  const lower = lowering.kind === 'kernel' ? lowering.fallback : lowering;
  if (!lower || (lower.kind !== 'map' && lower.kind !== 'reduce')) throw new Error('no fallback');
  const axesOf = (name: string, shape: readonly number[]) =>
    shape.map((n, i) => ix.axis(`${name}${i}`, n));
  const reads: Read[] = call.inputs.map((x, b) => (index, guard) => {
    const at = ix.flatten(index, x.shape);
    return ir.load(b, at, computeType(x.dtype), guard?.condition, guard?.otherwise);
  });
  const extent = lower.kind === 'reduce' ? lower.extent(call) : [];
  const index = axesOf('i', call.out.shape);
  const body =
    lower.kind === 'reduce'
      ? lower.body(reads, index, axesOf('r', extent), call)
      : lower.body(reads, index, call);
  const op = lower.kind === 'reduce' ? lower.op(call) : 'sum';
  const out = new Float64Array(sizeOf(call.out.shape));
  let o = 0;
  for (const at of points(call.out.shape)) {
    const axes = new Map(at.map((v, d) => [`i${d}`, v]));
    let total = op === 'sum' ? 0 : Number.NEGATIVE_INFINITY;
    let best = 0;
    let r = 0;
    for (const over of points(extent)) {
      over.forEach((v, d) => {
        axes.set(`r${d}`, v);
      });
      const v = value(body, axes, buffers);
      if (op === 'sum') total += v;
      else if (v > total) {
        total = v;
        best = r;
      }
      r++;
    }
    out[o++] = op === 'argmax' ? best : total;
  }
  return out;
}
