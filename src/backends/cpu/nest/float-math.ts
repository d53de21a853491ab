// Elementary functions of float32 on four lanes: log, sin, cos and tanh use the polynomials of Cephes
// (S. Moshier, single precision), erf uses minimax fits made for this file (errors below 1e-7
// relative), the exponential has a file of its own. Special values follow C99.
import type { Expr } from '../../../tensor/expr.ts';
import type { Local } from '../wasm/assembler.ts';
import {
  absolute,
  below,
  binary,
  boundedExp,
  exp,
  expm1,
  expNonPositive,
  fma,
  horner,
  type MathTarget,
  selectOp,
} from './exponential.ts';

export type { MathTarget } from './exponential.ts';

/** Names of the functions in this file. */
export type VectorFunction =
  | 'exp'
  | 'expNonPositive'
  | 'expm1'
  | 'log'
  | 'log1p'
  | 'tanh'
  | 'erf'
  | 'sin'
  | 'cos';

const LOG = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1,
  -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
];

function log(t: MathTarget, x: Local): void {
  const { f } = t;
  const [s, e, m, z, y, tiny] = f.several('v128', 6);
  // subnormals are scaled by 2^23
  f.get(x);
  t.f32(1.17549435e-38);
  f.op('f32x4.lt').set(tiny);
  f.get(x);
  t.f32(8388608);
  f.op('f32x4.mul').get(x).get(tiny).op(selectOp(t.relaxed)).set(s);
  // m in [sqrt(1/2), sqrt(2)): offset the exponent field by that of sqrt(1/2)
  f.get(s);
  t.i32(0x3f3504f3);
  f.op('i32x4.sub').tee(e);
  t.i32(0x7fffff);
  f.op('v128.and');
  t.i32(0x3f3504f3);
  f.op('i32x4.add');
  t.f32(1);
  f.op('f32x4.sub').set(m);
  f.get(e).i32Const(23).op('i32x4.shr_s').get(tiny);
  t.i32(23);
  f.op('v128.and').op('i32x4.sub').op('f32x4.convert_i32x4_s').set(e);
  binary(t, 'f32x4.mul', m, m);
  f.set(z);
  horner(t, m, LOG);
  f.get(m).op('f32x4.mul').get(z).op('f32x4.mul').set(y);
  fma(t, e, -2.1219444e-4, y);
  f.set(y);
  fma(t, z, -0.5, y);
  f.get(m).op('f32x4.add').set(y);
  fma(t, e, 0.693359375, y);
  f.set(y);
  // x > 0 finite: y; +inf and NaN: x; 0: -inf; below: NaN
  f.get(y).get(x).get(x);
  t.f32(Number.POSITIVE_INFINITY);
  f.op('f32x4.lt').op(selectOp(t.relaxed)).set(y);
  t.f32(Number.NEGATIVE_INFINITY);
  t.f32(Number.NaN);
  f.get(x);
  t.f32(0);
  f.op('f32x4.eq').op(selectOp(t.relaxed));
  f.get(y).get(x);
  t.f32(0);
  f.op('f32x4.le').set(s);
  f.get(s).op(selectOp(t.relaxed));
  f.free(s, e, m, z, y, tiny);
}

// Kahan: log(u) x / (u - 1) with u = 1 + x rounded
function log1p(t: MathTarget, x: Local): void {
  const { f } = t;
  const [u, d] = [f.local('v128'), f.local('v128')];
  f.get(x);
  t.f32(1);
  f.op('f32x4.add').tee(u);
  t.f32(1);
  f.op('f32x4.sub').set(d);
  f.get(x);
  log(t, u);
  f.get(x).get(d).op('f32x4.div').op('f32x4.mul').get(d);
  t.f32(0);
  f.op('f32x4.eq').get(x);
  t.f32(Number.POSITIVE_INFINITY);
  f.op('f32x4.eq').op('v128.or').op(selectOp(t.relaxed));
  f.free(u, d);
}

const TANH = [
  -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1,
];

// odd polynomial near 0, else sign(x) (1 - 2 / (e^(2|x|) + 1))
function tanh(t: MathTarget, x: Local): void {
  const { f } = t;
  const [z, y, e] = [f.local('v128'), f.local('v128'), f.local('v128')];
  absolute(t, x);
  t.f32(10);
  f.op('f32x4.pmin').tee(z).get(z).op('f32x4.add').set(y);
  boundedExp(t, y);
  t.f32(1);
  f.op('f32x4.add').set(e);
  t.f32(1);
  t.f32(2);
  f.get(e).op('f32x4.div').op('f32x4.sub').set(y);
  binary(t, 'f32x4.mul', x, x);
  f.set(z);
  horner(t, z, TANH);
  f.get(z).op('f32x4.mul').get(x).op('f32x4.mul').get(x).op('f32x4.add').get(y);
  below(t, x, 0.625);
  f.op(selectOp(t.relaxed)).get(x);
  t.i32(-0x80000000);
  f.op('v128.and').op('v128.or');
  f.free(z, y, e);
}

// erf(x) / x in x^2 on [0, 1], and -log(erfc(x)) on [1, 4]
const ERF_SMALL = [
  7.889119496635305e-5, -8.020841272273058e-4, 5.189535338961432e-3, -2.685444459203447e-2,
  0.1128360017626985, -0.37612627135967724, 1.1283791659137496,
];
const ERFC_LOG = [
  -1.8550930213307484e-4, 2.9389645544433793e-3, -2.18027315033404e-2, 0.10303195895008757,
  0.6382318885447279, 1.1270363174800742, 3.5462779669443237e-4,
];

function erf(t: MathTarget, x: Local): void {
  const { f } = t;
  const [z, y] = [f.local('v128'), f.local('v128')];
  absolute(t, x);
  t.f32(4);
  f.op('f32x4.pmin').set(z);
  horner(t, z, ERFC_LOG);
  f.op('f32x4.neg').set(y);
  t.f32(1);
  boundedExp(t, y);
  f.op('f32x4.sub').get(x);
  t.i32(-0x80000000);
  f.op('v128.and').op('v128.or').set(y);
  binary(t, 'f32x4.mul', x, x);
  f.set(z);
  f.get(x);
  horner(t, z, ERF_SMALL);
  f.op('f32x4.mul').get(y);
  below(t, x, 1);
  f.op(selectOp(t.relaxed));
  f.free(z, y);
}

const SIN = [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1];
const COS = [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2];

// x = q pi/2 + r, |r| <= pi/4; quadrant q (+1 for cos) picks the polynomial and the sign.
// Good to 1e-7 absolute for |x| < 8192; callers compute larger arguments lane by lane.
function sinOrCos(t: MathTarget, x: Local, quadrant: 0 | 1): void {
  const { f } = t;
  const [q, r, z, s] = f.several('v128', 4);
  f.get(x);
  t.f32(2 / Math.PI);
  f.op('f32x4.mul').op('f32x4.nearest').set(q);
  fma(t, q, -1.5703125, x);
  f.set(r);
  fma(t, q, -4.837512969970703e-4, r);
  f.set(r);
  fma(t, q, -7.549789948768648e-8, r);
  f.tee(r).get(r).op('f32x4.mul').set(z);
  f.get(q).op('i32x4.trunc_sat_f32x4_s');
  if (quadrant) {
    t.i32(1);
    f.op('i32x4.add');
  }
  f.set(q);
  horner(t, z, COS);
  f.get(z).op('f32x4.mul').get(z).op('f32x4.mul').set(s);
  fma(t, z, -0.5, s);
  t.f32(1);
  f.op('f32x4.add');
  horner(t, z, SIN);
  f.get(z).op('f32x4.mul').get(r).op('f32x4.mul').get(r).op('f32x4.add');
  // odd quadrants take the cosine, quadrants 2 and 3 a minus sign
  f.get(q);
  t.i32(1);
  f.op('v128.and');
  t.i32(1);
  f.op('i32x4.eq').op(selectOp(t.relaxed));
  f.get(q);
  t.i32(2);
  f.op('v128.and').i32Const(30).op('i32x4.shl').op('v128.xor');
  f.free(q, r, z, s);
}

/** Arguments from which on sin and cos are left to imported functions. */
export const TRIG_LIMIT = 8192;

/** Pushes fn(x) for four lanes of float32; x is read only. */
export function emitVectorFunction(t: MathTarget, name: VectorFunction, x: Local): void {
  switch (name) {
    case 'exp':
      exp(t, x);
      return;
    case 'expNonPositive':
      expNonPositive(t, x);
      return;
    case 'expm1':
      expm1(t, x);
      return;
    case 'log':
      log(t, x);
      return;
    case 'log1p':
      log1p(t, x);
      return;
    case 'tanh':
      tanh(t, x);
      return;
    case 'erf':
      erf(t, x);
      return;
    case 'sin':
      sinOrCos(t, x, 0);
      return;
    case 'cos':
      sinOrCos(t, x, 1);
      return;
  }
}

/** The function that computes a unary expression in lanes: exp is cheaper of -|x|. */
export const vectorFunctionOf = (e: Expr): VectorFunction | undefined => {
  if (!isVectorFunction(e.op)) return undefined;
  const [x] = e.args;
  return e.op === 'exp' && x.op === 'neg' && x.args[0].op === 'abs' ? 'expNonPositive' : e.op;
};

const names = new Set<string>(['exp', 'expm1', 'log', 'log1p', 'tanh', 'erf', 'sin', 'cos']);

/** True if float32 has a vector form of the function here. */
export const isVectorFunction = (op: string | undefined): op is VectorFunction =>
  op !== undefined && names.has(op);
