// The operations behind random.ts: threefry over given counters, and arrays of random bits,
// fractions or integers. Element i of an array comes from the counter (0, i) alone, and both output
// words are used (as JAX does with `jax_threefry_partitionable`), so bits depend neither on the
// shape nor on the device.

import type { Aval } from '../aval.ts';
import { defineOp } from '../define.ts';
import { computeType, type DType } from '../dtype.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import * as ix from '../index-expr.ts';
import * as ir from '../ir.ts';
import { formatShape, type Shape, sizeOf } from '../shape.ts';
import { threefryBlock, threefryReference } from './threefry.ts';

/** @throws DTypeError, ShapeError unless `key` is what `random.key` makes: u32 [2] */
export function checkKey(key: Aval, what: string): void {
  const text = `${key.dtype}${formatShape(key.shape)}`;
  if (key.dtype !== 'u32') throw new DTypeError(`${what}: a random key is u32[2], not ${text}`);
  if (key.shape.length !== 1 || key.shape[0] !== 2) {
    throw new ShapeError(
      `${what}: a random key is u32[2], not ${text} (use random.splitKey for several)`,
    );
  }
}

const keySamples = [
  [0, 0],
  [0x13198a2e, 0x03707344],
] as const;

/** Threefry of key u32 [2] and counters u32 [n, 2], giving u32 [n, 2]. */
export const threefryOp = defineOp<object>({
  name: 'threefry',
  costly: true,
  shape: ([key, counters]) => {
    checkKey(key, 'threefry');
    if (counters.dtype !== 'u32' || counters.shape.length !== 2 || counters.shape[1] !== 2) {
      throw new ShapeError(
        `threefry: counters are u32[n, 2], not ${counters.dtype}${formatShape(counters.shape)}`,
      );
    }
    return { shape: counters.shape, dtype: 'u32' };
  },
  vjp: () => [null, null],
  lower: {
    kind: 'map',
    reuse: true,
    body: ([key, counters], [i, word]) => {
      const [a, b] = [ix.constant(0), ix.constant(1)];
      const block = threefryBlock([key([a]), key([b])], [counters([i, a]), counters([i, b])]);
      return ir.select(ir.eq(ir.index(word), ir.constant(0, 'i32')), block[0], block[1]);
    },
  },
  reference: ([key, counters]) => {
    const data = new Float64Array(counters.data.length);
    for (let i = 0; i < data.length; i += 2) {
      const counter = [counters.data[i], counters.data[i + 1]] as const;
      data.set(threefryReference([key.data[0], key.data[1]], counter), i);
    }
    return data;
  },
  samples: keySamples.map((values) => ({
    inputs: [
      { shape: [2], dtype: 'u32' as const, values },
      {
        shape: [3, 2],
        dtype: 'u32' as const,
        values: [0, 0, 0xffffffff, 0xffffffff, 0x243f6a88, 0x85a308d3],
      },
    ],
    attrs: {},
  })),
});

/**
 * What to make of 32 random bits: themselves; k 2^-24 in [0, 1) with k of 24 bits; (2k + 1) 2^-24
 * in (0, 1) with k of 23 bits; the same in (-1, 1). All are exact in f32.
 */
export type BitsAs = 'bits' | 'unit' | 'open' | 'signed';

interface BitsAttrs {
  readonly shape: Shape;
  readonly as: BitsAs;
  /** u32 for bits, else f32 or f64. */
  readonly dtype: DType;
}

const ulp = 2 ** -24;

function fromBits(bits: ir.Expr, as: BitsAs, dtype: DType): ir.Expr {
  if (as === 'bits') return bits;
  const type = computeType(dtype);
  const u32 = (v: number): ir.Expr => ir.constant(v, 'u32');
  const i32 = (v: number): ir.Expr => ir.constant(v, 'i32');
  const top = ir.cast(ir.shr(bits, u32(as === 'open' ? 9 : 8)), 'i32');
  const odd = (k: ir.Expr): ir.Expr => ir.add(ir.add(k, k), i32(1));
  const whole = as === 'unit' ? top : as === 'open' ? odd(top) : odd(ir.sub(top, i32(2 ** 23)));
  return ir.mul(ir.cast(whole, type), ir.constant(ulp, type));
}

function fromBitsReference(bits: number, as: BitsAs): number {
  switch (as) {
    case 'bits':
      return bits;
    case 'unit':
      return (bits >>> 8) * ulp;
    case 'open':
      return (2 * (bits >>> 9) + 1) * ulp;
    case 'signed':
      return (2 * ((bits >>> 8) - 2 ** 23) + 1) * ulp;
  }
}

/** Random values of a shape from a key u32 [2]. */
export const randomBitsOp = defineOp<BitsAttrs>({
  name: 'randomBits',
  costly: true,
  shape: ([key], { shape, dtype }) => {
    checkKey(key, 'random');
    return { shape, dtype };
  },
  vjp: () => [null],
  lower: {
    kind: 'map',
    reuse: true,
    body: ([key], index, { attrs: { as, dtype }, out }) => {
      const at = ir.cast(ir.index(ix.flatten(index, out.shape)), 'u32');
      const words = [key([ix.constant(0)]), key([ix.constant(1)])] as const;
      const [a, b] = threefryBlock(words, [ir.constant(0, 'u32'), at]);
      return fromBits(ir.xor(a, b), as, dtype);
    },
  },
  reference: ([key], { attrs: { shape, as } }) =>
    new Float64Array(sizeOf(shape)).map((_, i) => {
      const [a, b] = threefryReference([key.data[0], key.data[1]], [0, i]);
      return fromBitsReference((a ^ b) >>> 0, as);
    }),
  samples: (['bits', 'unit', 'open', 'signed'] as const).flatMap((as) =>
    [[5], [2, 3], [], [0]].map((shape, k) => ({
      inputs: [{ shape: [2], dtype: 'u32' as const, values: keySamples[k % 2] }],
      attrs: { shape, as, dtype: as === 'bits' ? ('u32' as const) : ('f32' as const) },
    })),
  ),
});

interface IntegerAttrs {
  readonly shape: Shape;
  readonly low: number;
  /** Number of different values, 1..2^32-1. */
  readonly span: number;
}

// 2^32 mod span, by which the upper of two words counts; 0 beyond 2^16, where one word is enough
const upperWeight = (span: number): number => ((2 ** 16 % span) ** 2 % 2 ** 32) % span;

/** i32 integers low..low+span-1 of a shape from two keys u32 [2, 2]: 64 random bits modulo span. */
export const randomIntegersOp = defineOp<IntegerAttrs>({
  name: 'randomIntegers',
  costly: true,
  shape: (_, { shape }) => ({ shape, dtype: 'i32' }),
  vjp: () => [null],
  lower: {
    kind: 'map',
    reuse: true,
    body: ([keys], index, { attrs: { low, span }, out }) => {
      const at = ir.cast(ir.index(ix.flatten(index, out.shape)), 'u32');
      const size = ir.constant(span, 'u32');
      const rem = (x: ir.Expr): ir.Expr => ir.binary('rem', x, size);
      const word = (k: number): ir.Expr => {
        const row = [0, 1].map((j) => keys([ix.constant(k), ix.constant(j)]));
        const [a, b] = threefryBlock([row[0], row[1]], [ir.constant(0, 'u32'), at]);
        return rem(ir.xor(a, b));
      };
      const upper = ir.mul(word(0), ir.constant(upperWeight(span), 'u32'));
      const offset = ir.cast(rem(ir.add(upper, word(1))), 'i32');
      return ir.add(offset, ir.constant(low, 'i32'));
    },
  },
  reference: ([{ data: keys }], { attrs: { shape, low, span } }) =>
    new Float64Array(sizeOf(shape)).map((_, i) => {
      const word = (k: number): number => {
        const [a, b] = threefryReference([keys[2 * k], keys[2 * k + 1]], [0, i]);
        return ((a ^ b) >>> 0) % span;
      };
      const upper = Math.imul(word(0), upperWeight(span)) >>> 0;
      return low + (((upper + word(1)) >>> 0) % span);
    }),
  samples: [
    { shape: [6], low: 0, span: 10 },
    { shape: [2, 2], low: -3, span: 65537 },
    { shape: [3], low: -(2 ** 31), span: 2 ** 32 - 1 },
    { shape: [0], low: 0, span: 1 },
    { shape: [], low: 5, span: 1 },
  ].map((attrs) => ({
    inputs: [{ shape: [2, 2], dtype: 'u32' as const, values: [1, 2, 0xffffffff, 4] }],
    attrs,
  })),
});
