// A nest evaluated by plain loops in float64: the meaning of the kernel IR, for tests. It shares no code
// with the generators. f32 arithmetic is rounded only if asked for; integers wrap as the IR says.

import { rowStrides } from '../../src/compiler/nest-rows.ts';
import type { NestKernel, RowsKernel } from '../../src/compiler/program.ts';
import { isFloat, type ScalarType } from '../../src/tensor/dtype.ts';
import type { Expr, Index } from '../../src/tensor/expr.ts';
import { sliceNest } from './slice-nest.ts';

interface Env {
  axes: Map<string, number>;
  buffers: readonly ArrayLike<number>[];
  acc: number[];
  /** Values at this point: expressions share parts, and threefry would take 2^20 visits without. */
  memo: Map<Expr, number>;
  rounded: boolean;
}

/** A number as a scalar type holds it. */
export const round = (x: number, type: ScalarType): number =>
  type === 'f32' ? Math.fround(x) : type === 'bool' ? +(x !== 0) : wrap(x, type);

// integers wrap at 32 bits
const wrap = (n: number, type: ScalarType): number =>
  type === 'i32' ? n | 0 : type === 'u32' ? n >>> 0 : n;

const f32 = new Float32Array(1);
const u32 = new Uint32Array(f32.buffer);

function evalIndex(at: Index, env: Env): number {
  let n = at.constant;
  for (const { coefficient, atom } of at.terms) {
    let v: number;
    if (atom.kind === 'axis') v = env.axes.get(atom.axis as string) ?? 0;
    else if (atom.kind === 'data') v = evalExpr(atom.expr as Expr, env);
    else {
      const arg = evalIndex(atom.arg as Index, env);
      const by = atom.by as number;
      const q = Math.floor(arg / by);
      v = atom.kind === 'div' ? q : arg - q * by;
    }
    n += coefficient * v;
  }
  return n;
}

/** erf to float64 accuracy by its series and continued fraction. */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(x)) return x;
  if (a > 6) return Math.sign(x);
  if (a < 3) {
    let term = x;
    let sum = x;
    for (let n = 1; n < 200 && Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let f = 0;
  for (let n = 60; n > 0; n--) f = n / 2 / (a + f);
  return Math.sign(x) * (1 - Math.exp(-a * a) / (Math.sqrt(Math.PI) * (a + f)));
}

/** Halves to the even neighbour. */
export const roundEven = (x: number): number => {
  const r = Math.round(x);
  return Math.abs(x % 1) === 0.5 && r % 2 !== 0 ? r - 1 : r;
};

const unary: Record<string, (x: number, e: Expr) => number> = {
  neg: (x, e) => (e.type === 'i32' ? -x | 0 : e.type === 'u32' ? -x >>> 0 : -x),
  abs: Math.abs,
  exp: Math.exp,
  log: Math.log,
  log1p: Math.log1p,
  expm1: Math.expm1,
  sqrt: Math.sqrt,
  rsqrt: (x) => 1 / Math.sqrt(x),
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  erf,
  floor: Math.floor,
  ceil: Math.ceil,
  round: roundEven,
  trunc: Math.trunc,
  not: (x) => +!x,
  bitNot: (x, e) => (e.type === 'u32' ? ~x >>> 0 : ~x),
};

const binary: Record<string, (a: number, b: number, e: Expr) => number> = {
  add: (a, b, e) => wrap(a + b, e.type),
  sub: (a, b, e) => wrap(a - b, e.type),
  mul: (a, b, e) => (e.type === 'i32' || e.type === 'u32' ? wrap(Math.imul(a, b), e.type) : a * b),
  div: (a, b, e) =>
    e.type === 'i32' || e.type === 'u32' ? wrap(Math.trunc(a / b), e.type) : a / b,
  rem: (a, b, e) => wrap(a % b, e.type),
  // C's: 1 to any power is 1, also -1 to an infinite one
  pow: (a, b) => (a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b),
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  atan2: Math.atan2,
  and: (a, b, e) => (e.type === 'bool' ? +(a !== 0 && b !== 0) : wrap(a & b, e.type)),
  or: (a, b, e) => (e.type === 'bool' ? +(a !== 0 || b !== 0) : wrap(a | b, e.type)),
  xor: (a, b, e) => (e.type === 'bool' ? +(a !== b) : wrap(a ^ b, e.type)),
  shl: (a, b, e) => wrap(a << b, e.type),
  shr: (a, b, e) => (e.type === 'u32' ? (a >>> b) >>> 0 : a >> b),
  eq: (a, b) => +(a === b),
  ne: (a, b) => +(a !== b),
  lt: (a, b) => +(a < b),
  le: (a, b) => +(a <= b),
};

function castTo(v: number, from: string, to: string): number {
  if (to === 'bool') return +(v !== 0);
  if (to === 'f32' || to === 'f64' || from === 'bool') return v;
  if (from === 'i32' || from === 'u32') return to === 'i32' ? v | 0 : v >>> 0;
  const [lo, hi] = to === 'i32' ? [-(2 ** 31), 2 ** 31 - 1] : [0, 2 ** 32 - 1];
  return Number.isNaN(v) ? 0 : Math.min(Math.max(Math.trunc(v), lo), hi);
}

function bits(v: number, from: string, to: string): number {
  if (from === 'f32') f32[0] = v;
  else u32[0] = v >>> 0;
  return to === 'f32' ? f32[0] : to === 'i32' ? u32[0] | 0 : u32[0];
}

/** One expression at one point of the loops. */
export function evalExpr(e: Expr, env: Env): number {
  let v = env.memo.get(e);
  if (v === undefined) {
    v = compute(e, env);
    if (env.rounded) v = round(v, e.type);
    env.memo.set(e, v);
  }
  return v;
}

function compute(e: Expr, env: Env): number {
  const arg = (i: number): number => evalExpr(e.args[i], env);
  switch (e.kind) {
    case 'const':
      return e.value as number;
    case 'index':
      return evalIndex(e.at as Index, env);
    case 'acc':
      return env.acc[e.buffer as number];
    case 'load': {
      if (e.guard && !arg(0)) return arg(1);
      const at = evalIndex(e.at as Index, env);
      const buffer = env.buffers[e.buffer as number];
      if (!(at >= 0 && at < buffer.length)) throw new Error(`load at ${at} of ${buffer.length}`);
      return buffer[at];
    }
    case 'unary':
      return unary[e.op as string](arg(0), e);
    case 'binary':
      return binary[e.op as string](arg(0), arg(1), e);
    case 'select':
      return arg(0) ? arg(1) : arg(2);
    case 'cast':
      return castTo(arg(0), e.args[0].type, e.type);
    case 'bitcast':
      return bits(arg(0), e.args[0].type, e.type);
  }
}

function* points(
  sizes: readonly number[],
  prefix: string,
  axes: Map<string, number>,
): Generator<number> {
  const total = sizes.reduce((a, b) => a * b, 1);
  for (let flat = 0; flat < total; flat++) {
    let rest = flat;
    for (let i = sizes.length - 1; i >= 0; i--) {
      axes.set(`${prefix}${i}`, rest % sizes[i]);
      rest = Math.floor(rest / sizes[i]);
    }
    yield flat;
  }
}

function reduce(op: string, type: ScalarType, values: Iterable<[number, number]>): number {
  let best =
    op === 'prod' || op === 'all'
      ? 1
      : op === 'max' || op === 'argmax'
        ? -Infinity
        : op === 'min' || op === 'argmin'
          ? Infinity
          : 0;
  let at = 0;
  let first = true;
  for (const [flat, v] of values) {
    if (op === 'sum') best = wrap(best + v, type);
    else if (op === 'prod') best = isFloat(type) ? best * v : Math.imul(best, v);
    else if (op === 'any') best = +(best !== 0 || v !== 0);
    else if (op === 'all') best = +(best !== 0 && v !== 0);
    else if (op === 'max') best = Math.max(best, v);
    else if (op === 'min') best = Math.min(best, v);
    else {
      const better = op === 'argmax' ? v > best : v < best;
      if (first || better || (Number.isNaN(v) && !Number.isNaN(best))) {
        best = v;
        at = flat;
      }
      first = false;
    }
  }
  return op === 'argmax' || op === 'argmin' ? at : best;
}

/** The outputs of a nest for inputs held as float64; `rounded`: every value but sums as its type holds it. */
export function evalNest(
  kernel: NestKernel,
  buffers: readonly ArrayLike<number>[],
  rounded = false,
): Float64Array[] {
  const axes = new Map<string, number>();
  const size = kernel.axes.reduce((a, b) => a * b, 1);
  const out = kernel.outputs.map(() => new Float64Array(size));
  for (const flat of points(kernel.axes, 'i', axes)) {
    const env: Env = { axes, buffers, acc: [], memo: new Map(), rounded };
    const values = function* (body: Expr): Generator<[number, number]> {
      for (const r of points(kernel.reduceAxes, 'r', axes)) {
        env.memo.clear();
        yield [r, evalExpr(body, env)];
      }
    };
    for (const { op, body } of kernel.reductions) env.acc.push(reduce(op, body.type, values(body)));
    env.memo.clear();
    kernel.results.forEach((e, k) => {
      const v = evalExpr(e, env);
      out[k][flat] = e.type === 'bool' ? +(v !== 0) : v;
    });
  }
  return out;
}

/** A row group on its buffers (inputs, then outputs): every row goes through all stages. */
export function evalRows(kernel: RowsKernel, buffers: readonly Float64Array[]): void {
  for (let row = 0; row < kernel.rows; row++) {
    for (const { kernel: stage, args } of kernel.stages) {
      const strides = rowStrides(stage) as number[];
      const slice = sliceNest(stage, 1);
      const views = args.map((b, k) => buffers[b].subarray(row * strides[k]));
      evalNest(slice, views).forEach((r, k) => {
        views[stage.inputs.length + k].set(r);
      });
    }
  }
}
