// The exponential on four lanes of float32, and what it shares with the other functions: polynomials,
// selections, masks. Its range is reduced by Cody and Waite's method; 2^n is made of the bits of a sum
// with a large number, whose rounding is that of n.
import type { FunctionBuilder, Local, Op } from '../wasm/assembler.ts';
import type { Constants } from './context.ts';

/** Where the functions write: a builder, constants, and whether fused multiply-add exists. */
export interface MathTarget extends Constants {
  readonly f: FunctionBuilder;
  readonly relaxed: boolean;
}

/** Pushes a polynomial at z; coefficients from the highest power down. */
export function horner(t: MathTarget, z: Local, coefficients: readonly number[]): void {
  t.f32(coefficients[0]);
  for (const k of coefficients.slice(1)) {
    t.f.get(z);
    if (t.relaxed) {
      t.f32(k);
      t.f.op('f32x4.relaxed_madd');
    } else {
      t.f.op('f32x4.mul');
      t.f32(k);
      t.f.op('f32x4.add');
    }
  }
}

/** Pushes a * k + b. */
export function fma(t: MathTarget, a: Local, k: number, b: Local): void {
  t.f.get(a);
  t.f32(k);
  if (t.relaxed) t.f.get(b).op('f32x4.relaxed_madd');
  else t.f.op('f32x4.mul').get(b).op('f32x4.add');
}

/** Pushes a op b. */
export const binary = (t: MathTarget, op: Op, a: Local, b: Local): void => {
  t.f.get(a).get(b).op(op);
};

/** Pushes |x|; V8's own form makes the mask anew each time. */
export const absolute = (t: MathTarget, x: Local): void => {
  t.f.get(x);
  t.i32(0x7fffffff);
  t.f.op('v128.and');
};

/** mask ? a : b where each lane of the mask has all bits or none, in one instruction if `relaxed`. */
export const selectOp = (relaxed: boolean): Op =>
  relaxed ? 'i32x4.relaxed_laneselect' : 'v128.bitselect';

/** Pushes the mask |x| < limit. */
export const below = (t: MathTarget, x: Local, limit: number): void => {
  absolute(t, x);
  t.f32(limit);
  t.f.op('f32x4.lt');
};

// (e^r - 1) / r on |r| <= ln2 / 2, a minimax fit of e^r to 3e-9 relative
const EXP = [
  1.381453825160861e-3, 8.36874544620514e-3, 4.166838899254799e-2, 0.1666652113199234,
  0.4999999403953552, 1,
];

// Added to a float32 below 2^22, this rounds it to an integer, which then stands in the lowest bits.
const ROUND = 12582912;

// x = n ln2 + r, |r| <= ln2 / 2; k = n + bias + ROUND, of which `power2` makes 2^(n + bias - 127)
function reduceExp(t: MathTarget, x: Local, bias: number): { k: Local; n: Local; r: Local } {
  const { f } = t;
  const [k, n, r] = [f.local('v128'), f.local('v128'), f.local('v128')];
  scaled(t, x, Math.LOG2E, ROUND + bias);
  f.tee(k);
  t.f32(ROUND + bias);
  f.op('f32x4.sub').set(n);
  fma(t, n, -0.693359375, x);
  f.set(r);
  fma(t, n, 2.1219444e-4, r);
  f.set(r);
  return { k, n, r };
}

// pushes a * k + c, both constant
function scaled(t: MathTarget, a: Local, k: number, c: number): void {
  t.f.get(a);
  t.f32(k);
  if (!t.relaxed) t.f.op('f32x4.mul');
  t.f32(c);
  t.f.op(t.relaxed ? 'f32x4.relaxed_madd' : 'f32x4.add');
}

// pushes the float whose exponent field is in the lowest bits of the float on the stack
const power2 = (t: MathTarget): void => {
  t.f.i32Const(23).op('i32x4.shl');
};

// pushes x within [low, high]; NaN stays, since pmin and pmax then return their first operand
function clamp(t: MathTarget, x: Local, low: number, high: number): void {
  t.f.get(x);
  t.f32(low);
  t.f.op('f32x4.pmax');
  t.f32(high);
  t.f.op('f32x4.pmin');
}

/** Pushes e^x. */
export function exp(t: MathTarget, x: Local): void {
  const { f } = t;
  // 2^n in two factors: below -106 the product rounds to 0, above 88.8 to infinity
  const [y, half] = [f.local('v128'), f.local('v128')];
  clamp(t, x, -106, 89);
  f.set(y);
  const { k, n, r } = reduceExp(t, y, 127);
  scaled(t, y, Math.LOG2E / 2, ROUND + 127);
  f.set(half);
  horner(t, r, [...EXP, 1]);
  f.get(half);
  power2(t);
  f.op('f32x4.mul').get(k).get(half);
  t.f32(ROUND + 127);
  f.op('f32x4.sub').op('f32x4.sub');
  power2(t);
  f.op('f32x4.mul');
  f.free(y, half, k, n, r);
}

/** Pushes e^x for x <= 0: one factor 2^(n + 24), always normal, then 2^-24. */
export function expNonPositive(t: MathTarget, x: Local): void {
  const { f } = t;
  const y = f.local('v128');
  f.get(x);
  t.f32(-104);
  f.op('f32x4.pmax').set(y);
  const { k, n, r } = reduceExp(t, y, 127 + 24);
  horner(t, r, [...EXP, 1]);
  f.get(k);
  power2(t);
  f.op('f32x4.mul');
  t.f32(2 ** -24);
  f.op('f32x4.mul');
  f.free(y, k, n, r);
}

/** Pushes e^x for |x| < 87. */
export function boundedExp(t: MathTarget, x: Local): void {
  const { f } = t;
  const { k, n, r } = reduceExp(t, x, 127);
  horner(t, r, [...EXP, 1]);
  f.get(k);
  power2(t);
  f.op('f32x4.mul');
  f.free(k, n, r);
}

/** Pushes e^x - 1 = 2 (h q + (h - 1/2)) with h = 2^(n-1), q = e^r - 1. */
export function expm1(t: MathTarget, x: Local): void {
  const { f } = t;
  const y = f.local('v128');
  clamp(t, x, -20, 89);
  f.set(y);
  const { k: h, n, r } = reduceExp(t, y, 126);
  f.get(h);
  power2(t);
  f.set(h);
  horner(t, r, EXP);
  f.get(r).op('f32x4.mul').get(h).op('f32x4.mul').get(h);
  t.f32(0.5);
  f.op('f32x4.sub').op('f32x4.add');
  t.f32(2);
  f.op('f32x4.mul').set(h);
  // keep -0 and subnormals
  f.get(x).get(h);
  below(t, x, 1e-10);
  f.op(selectOp(t.relaxed));
  f.free(y, n, r, h);
}
