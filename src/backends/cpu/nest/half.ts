// float16 in memory, float32 in registers: conversion of four lanes in either direction, to nearest
// even, with subnormals, infinities and NaN.
import type { MathTarget } from './exponential.ts';

const MAGIC = 0x3f000000; // 0.5f: its ulp is the smallest f16 subnormal
const TWO_112 = 2 ** 112;

// i32x4 of 16-bit patterns -> f32x4
function widen(c: MathTarget): void {
  const { f } = c;
  const [h, m] = [f.local('v128'), f.local('v128')];
  f.tee(h);
  c.i32(0x7fff);
  // exponent and mantissa in place, rescaled by 2^(127-15); also right for subnormals
  f.op('v128.and').tee(m).i32Const(13).op('i32x4.shl');
  c.f32(TWO_112);
  f.op('f32x4.mul').get(m);
  c.i32(0x7bff);
  f.op('i32x4.gt_s');
  c.i32(0x7f800000);
  f.op('v128.and').op('v128.or').get(h);
  c.i32(0x8000);
  f.op('v128.and').i32Const(16).op('i32x4.shl').op('v128.or');
  f.free(h, m);
}

// f32x4 -> i32x4 of 16-bit patterns
function narrow(c: MathTarget): void {
  const { f } = c;
  const [x, a, y] = [f.local('v128'), f.local('v128'), f.local('v128')];
  f.tee(x);
  c.i32(0x7fffffff);
  f.op('v128.and').set(a);
  // normal: rebias and round to even at bit 13; 65520 and more become infinity
  f.get(a);
  c.i32(0xc8000fff | 0);
  f.op('i32x4.add').get(a).i32Const(13).op('i32x4.shr_u');
  c.i32(1);
  f.op('v128.and').op('i32x4.add').i32Const(13).op('i32x4.shr_u').set(y);
  // below 2^-14: the addition rounds
  f.get(a);
  c.i32(MAGIC);
  f.op('f32x4.add');
  c.i32(MAGIC);
  f.op('i32x4.sub').get(y).get(a);
  c.i32(0x38800000);
  f.op('i32x4.lt_s').op('v128.bitselect').set(y);
  c.i32(0x7c00);
  f.get(y).get(a);
  c.i32(0x477fffff);
  f.op('i32x4.gt_s').op('v128.bitselect').set(y);
  c.i32(0x7e00);
  f.get(y).get(a);
  c.i32(0x7f800000);
  f.op('i32x4.gt_s').op('v128.bitselect').get(x).i32Const(16).op('i32x4.shr_u');
  c.i32(0x8000);
  f.op('v128.and').op('v128.or');
  f.free(x, a, y);
}

/** Converts the four lanes on the stack: 'widen' bits to f32, 'narrow' f32 to bits. */
export function pushHalf(c: MathTarget, direction: 'widen' | 'narrow'): void {
  if (direction === 'widen') widen(c);
  else narrow(c);
}
