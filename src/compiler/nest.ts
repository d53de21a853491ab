// From a node and everything that dissolves into it to one nest: expressions are pulled through the
// graph at symbolic indices, then neighbouring loops are merged wherever all accesses allow it, so that
// e.g. [16, 16, 16, 64] + bias runs as two loops and a plain sum of arrays as one.

import { computeType } from '../tensor/dtype.ts';
import type { Expr, Index, ReduceOp } from '../tensor/expr.ts';
import * as ix from '../tensor/index-expr.ts';
import * as ir from '../tensor/ir.ts';
import type { Call, Guard, MapLowering, Read } from '../tensor/operation.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Decision, reductionOf } from './fusion.ts';
import { mergeAxes } from './merge-axes.ts';
import { nestKey } from './nest-key.ts';
import type { NestKernel } from './program.ts';
import { rewriter } from './rewrite.ts';
import type { Operand } from './task.ts';
import { visit } from './visit.ts';

/** A nest and the memory it reads, in the order of its inputs. */
export interface BuiltNest {
  readonly kernel: NestKernel;
  readonly inputs: readonly Operand[];
  /** Names of the operations inside, for profiles. */
  readonly label: string;
}

/** What building kernels needs to know of a program. */
export interface Finder {
  readonly decisions: Map<Tensor, Decision>;
  isInput(t: Tensor): boolean;
  /** Elements of a node's dtype to which the start of a part of its memory is aligned. */
  grain(t: Tensor): number;
}

/** A node as lowerings see it. */
export const callOf = (t: Tensor): Call<object> => ({ attrs: t.attrs, inputs: t.inputs, out: t });

/** Loop axes over a shape, e.g. i0, i1, ... */
export const axesOf = (prefix: string, shape: readonly number[]): Index[] =>
  shape.map((n, i) => ix.axis(`${prefix}${i}`, n));

/** Reads nodes as expressions over memory that exists. */
export interface Reader {
  /** The nodes whose memory is read, in the order of the kernel's inputs. */
  readonly buffers: Tensor[];
  /** Names of the operations computed on the way. */
  readonly names: Set<string>;
  /** Element `index` of a node. */
  read(t: Tensor, index: readonly Index[], guard?: Guard): Expr;
  /** Element `index` of a node computed in place, even if the node has memory. */
  inline(t: Tensor, index: readonly Index[], guard?: Guard): Expr;
  /** The operands of a node as functions of an index. */
  reads(t: Tensor): Read[];
}

/**
 * A reader; `reduce` is called for a reduction that dissolves into what reads it, or is among the nodes
 * that are computed `here` although they have memory.
 */
export function createReader(
  decisions: Map<Tensor, Decision>,
  reduce: (t: Tensor, index: readonly Index[]) => Expr = (t) => {
    throw new Error(`${t.op.name} cannot dissolve here`);
  },
  here: ReadonlySet<Tensor> = new Set(),
): Reader {
  const buffers: Tensor[] = [];
  const names = new Set<string>();
  const numbers = new Map<Tensor, number>();
  const memo = new Map<Tensor, Map<string, Expr>>();

  const number = (t: Tensor): number => {
    let n = numbers.get(t);
    if (n === undefined) {
      n = buffers.length;
      numbers.set(t, n);
      buffers.push(t);
    }
    return n;
  };
  const read: Reader['read'] = (t, index, guard) => {
    if (!(decisions.get(t) as Decision).root || here.has(t)) return inline(t, index, guard);
    const type = computeType(t.dtype);
    const at = ix.flatten(index, t.shape);
    return ir.load(number(t), at, type, guard?.condition, guard?.otherwise);
  };
  const inline: Reader['inline'] = (t, index, guard) => {
    const known = memo.get(t) ?? new Map<string, Expr>();
    memo.set(t, known);
    const key = `${index.map((i) => i.id)}|${guard?.condition.id}|${guard?.otherwise.id}`;
    let e = known.get(key);
    if (!e) {
      e = compute(t, index, guard);
      known.set(key, e);
    }
    return e;
  };
  const compute = (t: Tensor, index: readonly Index[], guard?: Guard): Expr => {
    const lower = t.op.lower;
    if (lower.kind !== 'map') return reduce(t, index);
    if (!lower.free) names.add(t.op.name);
    const value = (lower as MapLowering<object>).body(reads(t, guard), index, callOf(t));
    // a view has handed the guard to its operand; a constant or a count has none
    const handed = lower.free && t.inputs.length > 0;
    return guard && !handed ? ir.select(guard.condition, value, guard.otherwise) : value;
  };
  const reads = (t: Tensor, guard?: Guard): Read[] =>
    t.inputs.map((x) => (index, own) => read(x, index, joined(guard, own, t, x)));
  return { buffers, names, read, inline, reads };
}

// Guards add up. A view hands its reader's guard down as it is; a computation needs only that its
// operands are not read, and selects the reader's value afterwards.
function joined(
  outer: Guard | undefined,
  own: Guard | undefined,
  t: Tensor,
  x: Tensor,
): Guard | undefined {
  if (!outer) return own;
  const free = t.op.lower.kind === 'map' && t.op.lower.free;
  const otherwise = free ? outer.otherwise : ir.constant(0, computeType(x.dtype));
  if (!own) return { condition: outer.condition, otherwise };
  return {
    condition: ir.and(outer.condition, own.condition),
    otherwise: ir.select(outer.condition, own.otherwise, otherwise),
  };
}

/**
 * The nest that computes roots of one shape into memory of their own. Roots that reduce do so over the
 * same extent; a root that is read by another is computed there and not read back.
 */
export function buildNest(roots: readonly Tensor[], finder: Finder): BuiltNest {
  ir.resetExpressions();
  const { decisions } = finder;
  const { shape } = roots[0];
  const index = axesOf('i', shape);
  const reductions: { op: ReduceOp; body: Expr }[] = [];
  let reduceShape: readonly number[] = [];
  const reader = createReader(
    decisions,
    (t, at) => {
      const lower = reductionOf(t, false);
      if (!lower) throw new Error(`${t.op.name} cannot dissolve here`);
      const call = callOf(t);
      reader.names.add(t.op.name);
      reduceShape = lower.extent(call);
      const op = lower.op(call);
      if (reduceShape.includes(0)) return ir.constant(emptyValue(op), computeType(t.dtype));
      const axes = axesOf('r', reduceShape);
      const body = lower.body(reader.reads(t), at, axes, call);
      reductions.push({ op, body });
      return ir.acc(reductions.length - 1, computeType(t.dtype));
    },
    new Set(roots),
  );
  const values = roots.map((t) => reader.inline(t, index));
  if (reductions.length === 0) reduceShape = [];
  const merged = mergeAxes(shape, reduceShape, [...reductions.map((r) => r.body), ...values]);
  const results = merged.exprs.slice(reductions.length);
  const bodies = merged.exprs.slice(0, reductions.length);
  const windows = windowsOf(reader.buffers, [...bodies, ...results], finder);
  const shift = rewriter({
    position: (buffer, at) => ix.add(at, -(windows[buffer].part?.start ?? 0)),
  });
  const shifted = windows.some((w) => w.part);
  const kernel = {
    kind: 'nest' as const,
    axes: merged.axes,
    reduceAxes: merged.reduceAxes,
    reductions: reductions.map((r, i) => ({
      op: r.op,
      body: shifted ? shift(bodies[i]) : bodies[i],
    })),
    results: shifted ? results.map(shift) : results,
    inputs: reader.buffers.map((t) => t.dtype),
    outputs: roots.map((t) => t.dtype),
    inputSizes: windows.map(({ node, part }) => part?.size ?? sizeOf(node.shape)),
  };
  const elsewhere = readElsewhere(bodies, results, merged.axes);
  const inPlace = reader.buffers.map((_, k) => !elsewhere.has(k));
  return {
    kernel: { ...kernel, inPlace, key: nestKey(kernel) },
    inputs: windows,
    label: [...reader.names].join('+') || roots[0].op.name,
  };
}

// The part of each buffer that is read at all, from an aligned start, where that is not the beginning:
// kernels that read equal slices at different places are then the same kernel.
function windowsOf(buffers: readonly Tensor[], exprs: readonly Expr[], finder: Finder): Operand[] {
  const low = new Array<number>(buffers.length).fill(Number.POSITIVE_INFINITY);
  const high = new Array<number>(buffers.length).fill(0);
  visit(exprs, (e) => {
    if (e.kind !== 'load') return;
    const at = e.at as Index;
    const b = e.buffer as number;
    low[b] = Math.min(low[b], Math.max(at.min, 0));
    high[b] = Math.max(high[b], at.max + 1);
  });
  return buffers.map((node, b) => {
    const start = low[b] - (low[b] % finder.grain(node));
    if (!Number.isFinite(start) || start === 0) return { node };
    return { node, part: { start, size: Math.min(high[b], sizeOf(node.shape)) - start } };
  });
}

function emptyValue(op: ReduceOp): number {
  switch (op) {
    case 'sum':
    case 'any':
    case 'argmax':
    case 'argmin':
      return 0;
    case 'prod':
    case 'all':
      return 1;
    case 'max':
      return Number.NEGATIVE_INFINITY;
    case 'min':
      return Number.POSITIVE_INFINITY;
  }
}

// The buffers that are read anywhere else than at the place that is written.
function readElsewhere(
  bodies: readonly Expr[],
  results: readonly Expr[],
  axes: readonly number[],
): Set<number> {
  const own = ix.flatten(axesOf('i', axes), axes);
  const found = new Set<number>();
  visit(bodies, (e) => {
    if (e.kind === 'load') found.add(e.buffer as number);
  });
  visit(results, (e) => {
    if (e.kind === 'load' && e.at?.id !== own.id) found.add(e.buffer as number);
  });
  return found;
}
