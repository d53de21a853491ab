// The generator against its published test vectors and JAX, distributions against their moments.
import { describe, expect, it } from 'vitest';
import * as wg from '../../src/tensor/ops/index.ts';
import { threefryReference } from '../../src/tensor/ops/threefry.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { checkDerivatives } from '../ops-a/support.ts';
import { byLowering, byReference, valuesOf } from './support.ts';

const { random } = wg;
const hex = (values: Iterable<number>): string[] =>
  [...values].map((v) => v.toString(16).padStart(8, '0'));
const keyOf = (a: number, b: number): Tensor => wg.tensor(Uint32Array.of(a, b));

function moments(values: readonly number[]): { mean: number; std: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const squares = values.reduce((a, b) => a + (b - mean) ** 2, 0);
  return { mean, std: Math.sqrt(squares / values.length) };
}

describe('threefry 2x32, 20 rounds', () => {
  // Random123 1.14, kat_vectors
  it.each([
    [0, 0, 0, 0, '6b200159', '99ba4efe'],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, '1cb996fc', 'bb002be7'],
    [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 'c4923a9c', '483df7a0'],
  ])('key %i %i, counter %i %i', (k0, k1, c0, c1, a, b) => {
    expect(hex(threefryReference([k0, k1], [c0, c1]))).toEqual([a, b]);
    const counters = wg.tensor(Uint32Array.of(c0, c1), { shape: [1, 2] });
    expect(hex(valuesOf(random.threefry(keyOf(k0, k1), counters)))).toEqual([a, b]);
  });

  it('makes keys of seeds', () => {
    expect(valuesOf(random.key(7))).toEqual([0, 7]);
    expect(valuesOf(random.key(2n ** 40n + 3n))).toEqual([256, 3]);
    expect(valuesOf(random.key(-1))).toEqual([0xffffffff, 0xffffffff]);
    expect(valuesOf(random.key(wg.tensor(7)))).toEqual([0, 7]);
    expect(() => random.key(0.5)).toThrow(/must be an integer.*not 0\.5/);
  });

  it('splits and folds', () => {
    const k = random.key(0);
    // the block of counter (0, 0) under key (0, 0) is the first published vector
    const keys = random.splitKey(k, 3);
    expect(hex(valuesOf(keys[0]))).toEqual(['6b200159', '99ba4efe']);
    expect(new Set(keys.map((t) => `${valuesOf(t)}`)).size).toBe(3);
    expect(valuesOf(random.foldIn(k, 5))).toEqual(valuesOf(random.foldIn(k, wg.tensor(5))));
    expect(valuesOf(random.foldIn(k, 5))).not.toEqual(valuesOf(random.foldIn(k, 6)));
    expect(() => random.foldIn(k, 0.5)).toThrow(/not an integer/);
  });

  it('gives bits that do not depend on the shape', () => {
    const k = random.key(3);
    const many = valuesOf(random.bits(k, [2, 3, 2]));
    expect(valuesOf(random.bits(k, [5]))).toEqual(many.slice(0, 5));
    const [a, b] = threefryReference([0, 3], [0, 4]);
    expect(many[4]).toBe((a ^ b) >>> 0);
    expect(new Set(many).size).toBe(12);
  });

  it('refuses what is not a key', () => {
    expect(() => random.bits(wg.tensor([0, 1]), [2])).toThrow(/u32\[2\], not f32\[2\]/);
    expect(() => random.normal(wg.zeros([3, 2], 'u32'), [2])).toThrow(/u32\[2\], not u32\[3, 2\]/);
  });
});

describe('distributions', () => {
  const k = random.key(11);
  const n = 4000;

  it('uniform stays below its upper end', () => {
    const u = byReference(random.uniform(k, [n]));
    expect(Math.min(...u)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...u)).toBeLessThan(1);
    expect(u.every((v) => Number.isInteger(v * 2 ** 24))).toBe(true);
    expect(moments(u).mean).toBeCloseTo(0.5, 1);
    expect(moments(u).std).toBeCloseTo(Math.sqrt(1 / 12), 1);
    const v = byReference(random.uniform(k, [n], { low: 3, high: 5 }));
    expect(v[7]).toBeCloseTo(3 + 2 * u[7], 12);
    expect(() => random.uniform(k, [2], { dtype: 'i32' })).toThrow(/i32/);
  });

  it('normal agrees with JAX and has the right moments', () => {
    // jax.random.normal(jax.random.key(0)) and of key(42), with jax_threefry_partitionable
    expect(byLowering(random.normal(random.key(0)))[0]).toBeCloseTo(1.6226422, 5);
    expect(byLowering(random.normal(random.key(42)))[0]).toBeCloseTo(-0.028304616, 5);
    const z = byReference(random.normal(k, [n], { mean: 2, std: 3 }));
    expect(Math.abs(moments(z).mean - 2)).toBeLessThan(0.2);
    expect(Math.abs(moments(z).std - 3)).toBeLessThan(0.15);
    expect(z.every(Number.isFinite)).toBe(true);
  });

  it('truncated normal stays inside', () => {
    const z = byReference(random.truncatedNormal(k, [500], { low: -1, high: 0.5 }));
    expect(Math.min(...z)).toBeGreaterThanOrEqual(-1);
    expect(Math.max(...z)).toBeLessThanOrEqual(0.5);
    expect(moments(z).mean).toBeCloseTo(-0.2066, 1);
  });

  it('gumbel, exponential and bernoulli have their means', () => {
    expect(Math.abs(moments(byReference(random.gumbel(k, [n]))).mean - 0.5772)).toBeLessThan(0.08);
    expect(Math.abs(moments(byReference(random.exponential(k, [n]))).mean - 1)).toBeLessThan(0.06);
    expect(moments(byReference(random.bernoulli(k, [n], 0.2))).mean).toBeCloseTo(0.2, 1);
    expect(moments(byReference(random.dropoutMask(k, [n], 0.3))).mean).toBeCloseTo(0.7, 1);
    expect(() => random.dropoutMask(k, [1], 1)).toThrow(/rate 1/);
  });

  it('categorical follows the logits and never draws what is impossible', () => {
    const p = [0.1, 0, 0.6, 0.3];
    const draws = byReference(random.categorical(k, wg.log(wg.tensor(p)), { shape: [2000] }));
    p.forEach((want, i) => {
      expect(draws.filter((d) => d === i).length / 2000).toBeCloseTo(want, 1);
    });
    expect(draws).not.toContain(1);
    expect(random.categorical(k, wg.zeros([3, 5]), { axis: 0 }).shape).toEqual([5]);
  });

  it('integers cover their range evenly', () => {
    const v = byReference(random.randint(k, [3000], -2, 4));
    for (let i = -2; i < 4; i++) {
      expect(v.filter((x) => x === i).length / 3000).toBeCloseTo(1 / 6, 1);
    }
    expect(() => random.randint(k, [1], 3, 3)).toThrow(/3..3/);
  });

  it('permutations hold every number once', () => {
    const p = byReference(random.permutation(k, 100));
    expect([...p].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(p).not.toEqual([...p].sort((a, b) => a - b));
    const x = wg.tensor([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    const rows = byReference(random.shuffle(k, x));
    expect([...rows].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(rows[1] - rows[0]).toBe(1);
  });

  it('chooses with and without replacement', () => {
    const without = byReference(random.choice(k, 6, [6], { replace: false }));
    expect(new Set(without).size).toBe(6);
    const weighted = byReference(random.choice(k, 3, [50], { probabilities: [0, 1, 0] }));
    expect(new Set(weighted)).toEqual(new Set([1]));
    expect(random.choice(k, wg.zeros([4, 2]), [3]).shape).toEqual([3, 2]);
    expect(() => random.choice(k, 2, [3], { replace: false })).toThrow(/3 of 2/);
  });

  it('passes gradients to parameters', () => {
    checkDerivatives(
      (mean, std) => wg.square(random.normal(k, [3], { mean, std, dtype: 'f64' })),
      [{ shape: [] }, { shape: [3] }],
    );
    checkDerivatives(
      (low, high) => wg.square(random.uniform(k, [3], { low, high, dtype: 'f64' })),
      [
        { shape: [], domain: [-2, -1] },
        { shape: [], domain: [1, 2] },
      ],
    );
  });

  it('erfInv is the inverse of erf', () => {
    const x = wg.tensor([-0.999, -0.3, 0, 0.7, 1 - 2 ** -24], { dtype: 'f64' });
    const back = byLowering(wg.erf(wg.erfInv(x)));
    x.host?.forEach((v, i) => {
      expect(back[i]).toBeCloseTo(v, 12);
    });
    expect(byLowering(wg.erfInv(wg.tensor([1, -1])))).toEqual([
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]);
    expect(byLowering(wg.erfInv(wg.tensor(2)))[0]).toBeNaN();
  });
});
