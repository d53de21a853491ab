// Scalar code for one node: pushes its value, operands being in locals already. Used for kernels
// without vectors and for whatever is the same in all lanes.
import type { ScalarType } from '../../../tensor/dtype.ts';
import type { Atom, BinaryOp, Expr, Index, UnaryOp } from '../../../tensor/expr.ts';
import type { Op } from '../wasm/assembler.ts';
import { type Form, isAtom, type Node } from './analysis.ts';
import { type Context, localFor } from './context.ts';
import { isVectorFunction } from './float-math.ts';
import { pushHalf } from './half.ts';

/** WASM type of a scalar. */
export const wasmType = (t: ScalarType): 'i32' | 'f32' | 'f64' =>
  t === 'f32' || t === 'f64' ? t : 'i32';

/** Pushes a constant of a type. */
export function pushConstant(c: Context, value: number, type: ScalarType): void {
  if (type === 'f32') c.f.f32Const(value);
  else if (type === 'f64') c.f.f64Const(value);
  else c.f.i32Const(type === 'bool' ? Number(value !== 0) : value);
}

/** Pushes the scalar value of an expression that has been computed. */
export function pushScalar(c: Context, e: Expr): void {
  if (e.kind === 'const') pushConstant(c, e.value as number, e.type);
  else c.f.get(c.scalars.get(e) as NonNullable<ReturnType<typeof c.scalars.get>>);
}

/** Pushes an atom's scalar value. */
export function pushAtom(c: Context, atom: Atom): void {
  if (atom.kind === 'axis') {
    const counter = c.counters.get(atom.axis as string);
    if (counter) c.f.get(counter);
    else c.f.i32Const(0);
  } else if (atom.kind === 'data') pushScalar(c, atom.expr as Expr);
  else c.f.get(c.scalars.get(atom) as NonNullable<ReturnType<typeof c.scalars.get>>);
}

/** Multiple of `by` that makes `arg` non-negative when added. */
export const bias = (arg: Index, by: number): number =>
  arg.min < 0 ? Math.ceil(-arg.min / by) * by : 0;

const log2Exact = (n: number): number | undefined =>
  Number.isInteger(Math.log2(n)) ? Math.log2(n) : undefined;

function emitDivision(c: Context, atom: Atom): void {
  const { f } = c;
  const by = atom.by as number;
  const arg = atom.arg as Index;
  const shift = log2Exact(by);
  f.get(formLocal(c, c.a.formOf(atom)));
  if (shift !== undefined) {
    if (atom.kind === 'div') f.i32Const(shift).op('i32.shr_s');
    else f.i32Const(by - 1).op('i32.and');
    return;
  }
  const b = bias(arg, by);
  if (b) f.i32Const(b).op('i32.add');
  f.i32Const(by).op(atom.kind === 'div' ? 'i32.div_u' : 'i32.rem_u');
  if (b && atom.kind === 'div') f.i32Const(b / by).op('i32.sub');
}

/** Local that holds the part of a form that is equal in all lanes. */
export function formLocal(c: Context, form: Form): ReturnType<typeof localFor> {
  return c.scalars.get(form) as ReturnType<typeof localFor>;
}

const native: Partial<Record<UnaryOp, string>> = {
  neg: 'neg',
  abs: 'abs',
  sqrt: 'sqrt',
  floor: 'floor',
  ceil: 'ceil',
  round: 'nearest',
  trunc: 'trunc',
};

function emitUnary(c: Context, e: Expr): void {
  const { f } = c;
  const [x] = e.args;
  const op = e.op as UnaryOp;
  if (e.type === 'f32' || e.type === 'f64') {
    if (op === 'rsqrt') {
      pushConstant(c, 1, e.type);
      pushScalar(c, x);
      f.op(`${e.type}.sqrt`).op(`${e.type}.div`);
      return;
    }
    pushScalar(c, x);
    if (native[op]) f.op(`${e.type}.${native[op]}` as Op);
    else if (e.type === 'f64') f.call(c.fn(op));
    else if (isVectorFunction(op)) f.call(c.fn(`f32.${op}`));
    else f.op('f64.promote_f32').call(c.fn(op)).op('f32.demote_f64');
    return;
  }
  if (op === 'neg') {
    f.i32Const(0);
    pushScalar(c, x);
    f.op('i32.sub');
    return;
  }
  pushScalar(c, x);
  if (op === 'not') f.op('i32.eqz');
  else if (op === 'bitNot') f.i32Const(-1).op('i32.xor');
  else if (op === 'abs' && e.type === 'i32') {
    f.i32Const(0);
    pushScalar(c, x);
    f.op('i32.sub');
    pushScalar(c, x);
    f.i32Const(0).op('i32.ge_s').op('select');
  }
  // rounding functions leave integers as they are
}

const infix: Partial<Record<BinaryOp, string>> = {
  add: 'add',
  sub: 'sub',
  mul: 'mul',
  and: 'and',
  or: 'or',
  xor: 'xor',
  shl: 'shl',
  eq: 'eq',
  ne: 'ne',
  lt: 'lt',
  le: 'le',
  min: 'min',
  max: 'max',
  div: 'div',
};

function emitBinary(c: Context, e: Expr): void {
  const { f } = c;
  const op = e.op as BinaryOp;
  const [x, y] = e.args;
  const both = (): void => {
    pushScalar(c, x);
    pushScalar(c, y);
  };
  const t = x.type;
  if (t === 'f32' || t === 'f64') {
    if (infix[op]) {
      both();
      f.op(`${t}.${infix[op]}` as Op);
      return;
    }
    for (const v of [x, y]) {
      pushScalar(c, v);
      if (t === 'f32') f.op('f64.promote_f32');
    }
    f.call(c.fn(op));
    if (t === 'f32') f.op('f32.demote_f64');
    return;
  }
  const sign = t === 'i32' ? 's' : 'u';
  if (op === 'div' || op === 'rem') {
    both();
    f.call(c.fn(`i32.${op}_${sign}`));
  } else if (op === 'min' || op === 'max') {
    both();
    both();
    f.op(`i32.${op === 'min' ? 'lt' : 'gt'}_${sign}`).op('select');
  } else if (op === 'pow' || op === 'atan2') {
    for (const v of [x, y]) {
      pushScalar(c, v);
      f.op(`f64.convert_i32_${sign}`);
    }
    f.call(c.fn(op)).op(`i32.trunc_sat_f64_${sign}`);
  } else {
    both();
    if (op === 'shr') f.op(`i32.shr_${sign}`);
    else if (op === 'lt' || op === 'le') f.op(`i32.${op}_${sign}`);
    else if (t === 'bool' && op === 'add') f.op('i32.or');
    else f.op(`i32.${infix[op]}` as Op);
  }
}

function emitCast(c: Context, e: Expr): void {
  const { f } = c;
  const [x] = e.args;
  const from = x.type;
  const to = e.type;
  pushScalar(c, x);
  const float = from === 'f32' || from === 'f64';
  if (to === 'bool') {
    if (float) {
      pushConstant(c, 0, from);
      f.op(`${from}.ne`);
    } else f.i32Const(0).op('i32.ne');
  } else if (to === 'f32' || to === 'f64') {
    if (!float) f.op(`${to}.convert_i32_${from === 'i32' ? 's' : 'u'}`);
    else f.op(to === 'f64' ? 'f64.promote_f32' : 'f32.demote_f64');
  } else if (float) f.op(`i32.trunc_sat_${from}_${to === 'i32' ? 's' : 'u'}`);
}

/** Pushes the element at the address on the stack. */
export function loadScalar(c: Context, buffer: number): void {
  const d = c.a.dtypes[buffer];
  if (d === 'f16') {
    c.f.mem('i32.load16_u').op('i32x4.splat');
    pushHalf(c, 'widen');
    c.f.lane('f32x4.extract_lane', 0);
  } else c.f.mem(d === 'f32' ? 'f32.load' : d === 'f64' ? 'f64.load' : 'i32.load');
}

function emitLoad(c: Context, e: Expr): void {
  const buffer = e.buffer as number;
  const read = (): void => {
    c.f.get(formLocal(c, c.a.formOf(e)));
    loadScalar(c, buffer);
    if (e.type === 'bool') c.f.i32Const(0).op('i32.ne');
  };
  if (!e.guard) {
    read();
    return;
  }
  pushScalar(c, e.guard);
  c.f.if(read, () => pushScalar(c, e.args[1]), wasmType(e.type));
}

/** Computes a node that is equal in all lanes into its local. Forms: see `emitForm`. */
export function emitScalar(c: Context, n: Node): void {
  const { f } = c;
  if (n.kind === 'form' || n.kind === 'const') return;
  if (isAtom(n)) {
    if (n.kind === 'data' || n.kind === 'axis') return;
    emitDivision(c, n);
    f.set(localFor(c, c.scalars, n, 'i32'));
    return;
  }
  if (n.kind === 'index') f.get(formLocal(c, c.a.formOf(n)));
  else if (n.kind === 'load') emitLoad(c, n);
  else if (n.kind === 'acc') f.get(c.finished[n.buffer as number][0]);
  else if (n.kind === 'unary') emitUnary(c, n);
  else if (n.kind === 'binary') emitBinary(c, n);
  else if (n.kind === 'cast') emitCast(c, n);
  else if (n.kind === 'select') {
    pushScalar(c, n.args[1]);
    pushScalar(c, n.args[2]);
    pushScalar(c, n.args[0]);
    f.op('select');
  } else {
    pushScalar(c, n.args[0]);
    const from = wasmType(n.args[0].type);
    const to = wasmType(n.type);
    if (from !== to) f.op(to === 'f32' ? 'f32.reinterpret_i32' : 'i32.reinterpret_f32');
  }
  f.set(localFor(c, c.scalars, n, wasmType(n.type)));
}
