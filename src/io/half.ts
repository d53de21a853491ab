// Half-precision bit patterns on the host. f16 (IEEE 754 binary16: 5 exponent bits, 10 of mantissa) is
// what weights are shipped in; bf16 is the upper half of an f32. Tensors hold f16 as numbers, files as bits.
import * as is from '../tensor/arguments.ts';

const word = new DataView(new ArrayBuffer(4));

// These are called for millions of values: whoever passes one comparison is right, the rest is looked at.
const halfWord = is.kind(
  'a word of 16 bits (an integer from 0 to 65535)',
  (v) => Number.isInteger(v) && (v as number) >= 0 && (v as number) <= 0xffff,
);

const halfBitsArgs = is.signature('io.halfBits', ['value', is.anyNumber]);

/** The 16 bits of the f16 nearest to a number (ties to even; beyond 65504 infinity). */
export function halfBits(value: number): number {
  if (typeof value !== 'number') halfBitsArgs(value);
  word.setFloat32(0, value);
  const bits = word.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const exponent = (bits >>> 23) & 0xff;
  const mantissa = bits & 0x7fffff;
  if (exponent === 0xff) return sign | 0x7c00 | (mantissa ? 0x200 | (mantissa >>> 13) : 0);
  const e = exponent - 112;
  if (e >= 31) return sign | 0x7c00;
  // below 2^-14 the mantissa, with its leading 1, loses one more bit for every power of two
  const shift = e > 0 ? 13 : 14 - e;
  if (shift > 24) return sign;
  const full = e > 0 ? mantissa | (e << 23) : mantissa | 0x800000;
  const kept = full >>> shift;
  const rest = full & ((1 << shift) - 1);
  const tie = 1 << (shift - 1);
  // a carry runs into the exponent, which is what it should do
  return sign | (kept + +(rest > tie || (rest === tie && (kept & 1) === 1)));
}

const halfValueArgs = is.signature('io.halfValue', ['bits', halfWord]);

/** The value of an f16 bit pattern. */
export function halfValue(bits: number): number {
  if (typeof bits !== 'number' || (bits & 0xffff) !== bits) halfValueArgs(bits);
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 31;
  const mantissa = bits & 0x3ff;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  if (exponent === 31) return mantissa ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}

const bfloatValueArgs = is.signature('io.bfloatValue', ['bits', halfWord]);

/** The value of a bf16 bit pattern. */
export function bfloatValue(bits: number): number {
  if (typeof bits !== 'number' || (bits & 0xffff) !== bits) bfloatValueArgs(bits);
  word.setUint32(0, bits << 16);
  return word.getFloat32(0);
}

const bfloatBitsArgs = is.signature('io.bfloatBits', ['value', is.anyNumber]);

/** The 16 bits of the bf16 nearest to a number (ties to even; NaN stays NaN); exact for bf16 values. */
export function bfloatBits(value: number): number {
  if (typeof value !== 'number') bfloatBitsArgs(value);
  word.setFloat32(0, value);
  const bits = word.getUint32(0);
  if (Number.isNaN(value)) return (bits >>> 16) | 0x40;
  // a carry runs into the exponent, which is what it should do
  return ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16) & 0xffff;
}
