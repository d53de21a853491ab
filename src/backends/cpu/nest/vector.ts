// Four-lane code for one node. Booleans are masks (all bits or none); integers and float32 fill their
// lanes. What has no vector form is computed lane by lane.
import type { Atom, BinaryOp, Expr, Index, UnaryOp } from '../../../tensor/expr.ts';
import type { Local, Op } from '../wasm/assembler.ts';
import { isAtom, type Node } from './analysis.ts';
import { SIGN } from './constants.ts';
import { type Context, varies, vectorLocal } from './context.ts';
import { selectOp } from './exponential.ts';
import { emitVectorFunction, TRIG_LIMIT, vectorFunctionOf } from './float-math.ts';
import { emitFormLanes, emitVectorLoad, pushLane, pushVector } from './memory.ts';
import { bias, pushScalar } from './scalar.ts';

const lanes = (active: number): number[] => [0, 1, 2, 3].slice(0, active);

// quotient or remainder of four indices by a constant: shifts, or a multiplication by the inverse
// scaled to 63 bits (exact for arguments below 2^31)
function emitDivision(c: Context, atom: Atom, u: number): void {
  const { f } = c;
  const by = atom.by as number;
  f.get((c.vectors.get(c.a.formOf(atom)) as Local[])[u]);
  const shift = Math.log2(by);
  if (Number.isInteger(shift)) {
    if (atom.kind === 'div') f.i32Const(shift).op('i32x4.shr_s');
    else {
      c.i32(by - 1);
      f.op('v128.and');
    }
    return;
  }
  const b = bias(atom.arg as Index, by);
  const [x, q, m] = [f.local('v128'), f.local('v128'), f.local('v128')];
  if (b) {
    c.i32(b);
    f.op('i32x4.add');
  }
  f.set(x);
  const bits = 31 + Math.ceil(shift);
  c.i32(Number(((1n << BigInt(bits)) / BigInt(by) + 1n) & 0xffffffffn) | 0);
  f.set(m);
  f.get(x).get(m).op('i64x2.extmul_low_i32x4_u').i32Const(bits).op('i64x2.shr_u');
  f.get(x).get(m).op('i64x2.extmul_high_i32x4_u').i32Const(bits).op('i64x2.shr_u');
  f.shuffle32([0, 2, 4, 6]).set(q);
  if (atom.kind === 'div') {
    f.get(q);
    if (b) {
      c.i32(b / by);
      f.op('i32x4.sub');
    }
  } else {
    f.get(x).get(q);
    c.i32(by);
    f.op('i32x4.mul').op('i32x4.sub');
  }
  f.free(x, q, m);
}

// each active lane through a function of scalars
function lanewise(
  c: Context,
  e: Expr,
  u: number,
  active: number,
  apply: () => void,
  operand: (x: Expr, lane: number) => void = (x, lane) => pushLane(c, x, u, lane),
): void {
  const { f } = c;
  const to = f.local('v128');
  c.i32(0);
  f.set(to);
  for (const lane of lanes(active)) {
    f.get(to);
    for (const x of e.args) operand(x, lane);
    apply();
    f.lane(e.type === 'f32' ? 'f32x4.replace_lane' : 'i32x4.replace_lane', lane).set(to);
  }
  f.get(to);
  f.free(to);
}

function imported(c: Context, e: Expr, u: number, active: number): void {
  const { f } = c;
  const sign = e.type === 'i32' ? 's' : 'u';
  lanewise(
    c,
    e,
    u,
    active,
    () => {
      f.call(c.fn(e.op as string));
      f.op(e.type === 'f32' ? 'f32.demote_f64' : `i32.trunc_sat_f64_${sign}`);
    },
    (x, lane) => {
      pushLane(c, x, u, lane);
      f.op(e.type === 'f32' ? 'f64.promote_f32' : `f64.convert_i32_${sign}`);
    },
  );
}

const unaryOps: Partial<Record<UnaryOp, Op>> = {
  sqrt: 'f32x4.sqrt',
  floor: 'f32x4.floor',
  ceil: 'f32x4.ceil',
  round: 'f32x4.nearest',
  trunc: 'f32x4.trunc',
};

function emitUnary(c: Context, e: Expr, u: number, active: number): void {
  const { f } = c;
  const [x] = e.args;
  const op = e.op as UnaryOp;
  if (e.type !== 'f32') {
    pushVector(c, x, u);
    if (op === 'neg') f.op('i32x4.neg');
    else if (op === 'abs' && e.type === 'i32') f.op('i32x4.abs');
    else if (op === 'not' || op === 'bitNot') f.op('v128.not');
    return;
  }
  const fn = vectorFunctionOf(e);
  if (op === 'neg' || op === 'abs') {
    // one instruction with the mask in a register, where V8's own forms make the mask each time
    pushVector(c, x, u);
    c.i32(op === 'neg' ? SIGN : ~SIGN);
    f.op(op === 'neg' ? 'v128.xor' : 'v128.and');
  } else if (unaryOps[op]) {
    pushVector(c, x, u);
    f.op(unaryOps[op]);
  } else if (op === 'rsqrt') {
    c.f32(1);
    pushVector(c, x, u);
    f.op('f32x4.sqrt').op('f32x4.div');
  } else if (fn) {
    const v = (c.vectors.get(x) as Local[])[u];
    const fast = (): void => emitVectorFunction(c, fn, v);
    if (op !== 'sin' && op !== 'cos') {
      fast();
      return;
    }
    f.get(v).op('f32x4.abs');
    c.f32(TRIG_LIMIT);
    f.op('f32x4.gt').op('v128.any_true');
    f.if(() => imported(c, e, u, active), fast, 'v128');
  } else imported(c, e, u, active);
}

const floatOps: Partial<Record<BinaryOp, Op>> = {
  add: 'f32x4.add',
  sub: 'f32x4.sub',
  mul: 'f32x4.mul',
  div: 'f32x4.div',
  min: 'f32x4.min',
  max: 'f32x4.max',
  eq: 'f32x4.eq',
  ne: 'f32x4.ne',
  lt: 'f32x4.lt',
  le: 'f32x4.le',
};

const integerOps: Partial<Record<BinaryOp, string>> = {
  add: 'i32x4.add',
  sub: 'i32x4.sub',
  mul: 'i32x4.mul',
  and: 'v128.and',
  or: 'v128.or',
  xor: 'v128.xor',
  eq: 'i32x4.eq',
  ne: 'i32x4.ne',
  lt: 'i32x4.lt_',
  le: 'i32x4.le_',
  min: 'i32x4.min_',
  max: 'i32x4.max_',
};

// masks: min, mul and `and` agree, as do max, add and `or`; false < true
const boolOps: Partial<Record<BinaryOp, Op>> = {
  and: 'v128.and',
  mul: 'v128.and',
  min: 'v128.and',
  or: 'v128.or',
  add: 'v128.or',
  max: 'v128.or',
  xor: 'v128.xor',
  ne: 'v128.xor',
  eq: 'i32x4.eq',
  lt: 'i32x4.gt_s',
  le: 'i32x4.ge_s',
  sub: 'v128.xor',
};

const plainNumber = (e: Expr): boolean =>
  e.kind === 'const' && !Number.isNaN(e.value as number) && !Object.is(e.value, -0);

function emitBinary(c: Context, e: Expr, u: number, active: number): void {
  const { f } = c;
  const [x, y] = e.args;
  const op = e.op as BinaryOp;
  const both = (): void => {
    pushVector(c, x, u);
    pushVector(c, y, u);
  };
  const t = x.type;
  if (t === 'f32') {
    if ((op === 'min' || op === 'max') && (plainNumber(x) || plainNumber(y))) {
      // pmin and pmax return their first operand if it is NaN, in one instruction
      const [first, second] = plainNumber(y) ? [x, y] : [y, x];
      pushVector(c, first, u);
      pushVector(c, second, u);
      f.op(op === 'min' ? 'f32x4.pmin' : 'f32x4.pmax');
    } else if (floatOps[op]) {
      both();
      f.op(floatOps[op]);
    } else if (op === 'pow' && y.kind === 'const' && y.value === 2) {
      pushVector(c, x, u);
      pushVector(c, x, u);
      f.op('f32x4.mul');
    } else imported(c, e, u, active);
    return;
  }
  const sign = t === 'i32' ? 's' : 'u';
  if (t === 'bool' && boolOps[op]) {
    both();
    f.op(boolOps[op]);
  } else if (op === 'shl' || op === 'shr') {
    const name = op === 'shl' ? 'shl' : (`shr_${sign}` as const);
    if (varies(c, y)) lanewise(c, e, u, active, () => f.op(`i32.${name}`));
    else {
      pushVector(c, x, u);
      pushScalar(c, y);
      f.op(`i32x4.${name}`);
    }
  } else if (op === 'div' || op === 'rem') {
    lanewise(c, e, u, active, () => f.call(c.fn(`i32.${op}_${sign}`)));
  } else if (integerOps[op]) {
    both();
    const name = integerOps[op];
    f.op((name.endsWith('_') ? name + sign : name) as Op);
  } else imported(c, e, u, active);
}

function emitCast(c: Context, e: Expr, u: number): void {
  const { f } = c;
  const [x] = e.args;
  pushVector(c, x, u);
  if (e.type === 'bool') {
    c.i32(0);
    f.op(x.type === 'f32' ? 'f32x4.ne' : 'i32x4.ne');
  } else if (x.type === 'bool') {
    if (e.type === 'f32') c.f32(1);
    else c.i32(1);
    f.op('v128.and');
  } else if (e.type === 'f32') f.op(`f32x4.convert_i32x4_${x.type === 'i32' ? 's' : 'u'}`);
  else if (x.type === 'f32') f.op(`i32x4.trunc_sat_f32x4_${e.type === 'i32' ? 's' : 'u'}`);
}

/** Computes copy `u` of a node that varies between lanes into its local; `paired`: one of two in step. */
export function emitVector(c: Context, n: Node, u: number, active: number, paired = false): void {
  const { f } = c;
  if (n.kind === 'form') {
    emitFormLanes(c, n, u);
    return;
  }
  if (isAtom(n)) {
    if (n.kind === 'data' || n.kind === 'axis') return;
    emitDivision(c, n, u);
    f.set(vectorLocal(c, n, u));
    return;
  }
  if (n.kind === 'index') f.get((c.vectors.get(c.a.formOf(n)) as Local[])[u]);
  else if (n.kind === 'load') emitVectorLoad(c, n, u, active, paired);
  else if (n.kind === 'acc') f.get(c.finished[n.buffer as number][u]);
  else if (n.kind === 'unary') emitUnary(c, n, u, active);
  else if (n.kind === 'binary') emitBinary(c, n, u, active);
  else if (n.kind === 'cast') emitCast(c, n, u);
  else if (n.kind === 'select') {
    pushVector(c, n.args[1], u);
    pushVector(c, n.args[2], u);
    pushVector(c, n.args[0], u);
    f.op(selectOp(c.relaxed));
  } else pushVector(c, n.args[0], u);
  f.set(vectorLocal(c, n, u));
}
