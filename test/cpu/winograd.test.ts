// Winograd's convolution against the direct sum in float64: the matrices, every pass over ragged
// shapes, the accuracy that training relies on, and the choice between the algorithms.

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { conv2dKernel } from '../../src/backends/cpu/kernels/conv2d.ts';
import { winogradKernel } from '../../src/backends/cpu/kernels/winograd.ts';
import { cookToom, f43, type Matrix } from '../../src/backends/cpu/kernels/winograd-matrices.ts';
import { prefersWinograd, supportsWinograd } from '../../src/backends/cpu/kernels/winograd-plan.ts';
import { generateSpecial } from '../../src/backends/cpu/special.ts';
import { type Simd, usualSimd } from '../../src/backends/cpu/wasm/simd.ts';
import type { ConvGeometry, ConvSpec } from '../../src/tensor/kernels.ts';
import { convGeometry, eachTerm, lengthsOf } from '../support/convolutions.ts';
import { runKernel, simdVariants } from './support.ts';

const passes: readonly ConvSpec['pass'][] = ['forward', 'inputGrad', 'weightGrad'];

/** Standard normal values (Box and Muller) times `scale`. */
const normals = (count: number, seed: number, scale = 1): Float32Array => {
  let state = seed * 2654435761;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
  return Float32Array.from(
    { length: count },
    () => scale * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  );
};

type Operands = Record<'x' | 'w' | 'dy', Float32Array>;

const operandsOf = (g: ConvGeometry): Operands => {
  const { x, w, y } = lengthsOf(g);
  return { x: normals(x, 1), w: normals(w, 2, 1 / Math.sqrt(9 * g.c)), dy: normals(y, 3) };
};

/** One pass of the direct sum in float64. */
const direct = (g: ConvGeometry, pass: ConvSpec['pass'], { x, w, dy }: Operands): Float64Array => {
  const result = new Float64Array({ forward: dy, inputGrad: x, weightGrad: w }[pass].length);
  eachTerm(g, (i, j, k) => {
    if (pass === 'forward') result[k]! += x[i]! * w[j]!;
    else if (pass === 'inputGrad') result[i]! += dy[k]! * w[j]!;
    else result[j]! += dy[k]! * x[i]!;
  });
  return result;
};

/** Largest and root mean square error of one pass, relative to the result's root mean square. */
const errorOf = (g: ConvGeometry, pass: ConvSpec['pass'], simd: Simd, operands: Operands) => {
  const { x, w, dy } = operands;
  const expected = direct(g, pass, operands);
  const inputs = { forward: [x, w], inputGrad: [dy, w], weightGrad: [x, dy] }[pass];
  const kernel = winogradKernel({ ...g, pass, simd });
  const actual = runKernel(kernel, inputs, new Float32Array(expected.length));
  const rms = (values: Float64Array) =>
    Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);
  const difference = expected.map((v, i) => Math.abs(v - actual[i]!));
  const scale = rms(expected);
  return {
    max: difference.reduce((a, b) => (a >= b ? a : b)) / scale,
    rms: rms(difference) / scale,
  };
};

const geometry = (
  [n, h, w, c]: readonly [number, number, number, number],
  oc: number,
  padding: ConvGeometry['padding'] = [1, 1, 1, 1],
): ConvGeometry => convGeometry({ n, h, w, c, oc, padding });

const check = (s: ConvGeometry, variants: readonly Simd[] = [usualSimd()]) => {
  const operands = operandsOf(s);
  for (const pass of passes)
    for (const simd of variants) {
      const error = errorOf(s, pass, simd, operands);
      const name = JSON.stringify({ ...s, pass, simd });
      expect(error.rms, name).toBeLessThan(3e-6);
      expect(error.max, name).toBeLessThan(3e-5);
    }
};

describe('winograd', () => {
  it('has matrices that make a correlation out of products', () => {
    const apply = (matrix: Matrix, v: readonly number[]) =>
      matrix.map((row) => row.reduce((sum, k, i) => sum + k * v[i]!, 0));
    const d = [3, -1, 4, 1, -5, 9];
    const g = [2, -7, 1.5];
    const expected = [0, 1, 2, 3].map((i) => g.reduce((sum, v, j) => sum + v * d[i + j]!, 0));
    for (const { inputT, weights, outputT } of [f43, cookToom(4, 3, [0, 1, -1, 2, -2])]) {
      const [v, u] = [apply(inputT, d), apply(weights, g)];
      apply(
        outputT,
        v.map((value, i) => value * u[i]!),
      ).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 10));
    }
    // The textbook's matrix of the points 0, 1, -1, 2, -2 and infinity.
    expect(cookToom(4, 3, [0, 1, -1, 2, -2]).inputT[0]).toEqual([4, 0, -5, 0, 1, 0]);
  });

  it('is as exact as training needs on the shapes of a U-Net', () => {
    check(geometry([4, 8, 8, 64], 64), simdVariants);
    check(geometry([3, 4, 4, 128], 128));
    check(geometry([1, 16, 16, 24], 48));
  });

  it('takes blocks of tiles, chunks of columns and both orders of the loops', () => {
    check(geometry([2, 21, 18, 16], 104), simdVariants);
    check(geometry([5, 4, 4, 136], 72));
    check(geometry([1, 6, 9, 80], 136));
    check(geometry([2, 4, 4, 104], 144));
    check(geometry([9, 13, 16, 24], 16));
  });

  it('is right for any size, padding and number of channels', () => {
    const size = fc.integer({ min: 4, max: 11 });
    const pad = fc.integer({ min: 0, max: 2 });
    const channels = fc.integer({ min: 2, max: 6 }).map((v) => 8 * v);
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 1, max: 3 }), size, size, channels),
        channels,
        fc.tuple(pad, pad, pad, pad),
        (input, outChannels, padding) => check(geometry(input, outChannels, padding)),
      ),
      { numRuns: 25 },
    );
  });

  // by the definition, padding left out: no tile is spoiled, no infinity turns into NaN
  it.each([
    ['blocks of tiles', geometry([2, 9, 10, 16], 24)],
    ['weights outside, several chunks', geometry([1, 6, 9, 80], 136)],
    ['other padding', geometry([1, 8, 7, 24], 16, [0, 2, 1, 0])],
    ['several blocks of tiles', geometry([9, 13, 16, 24], 16)],
  ] as const)('is the direct sum where something is not finite: %s', (_, s) => {
    const rare = (values: Float32Array, seed: number) => {
      const specials = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 3e38];
      const next = Math.max(1, Math.floor(values.length / 4));
      return values.map((v, i) =>
        (i + seed) % next === 1 ? specials[Math.floor((i + seed) / next) % 4]! : v,
      );
    };
    const clean = operandsOf(s);
    for (const spoiled of ['x', 'w', 'dy'] as const) {
      const operands = { ...clean, [spoiled]: rare(clean[spoiled], 5) };
      for (const pass of passes) {
        const expected = Float32Array.from(direct(s, pass, operands));
        const { x, w, dy } = operands;
        const inputs = { forward: [x, w], inputGrad: [dy, w], weightGrad: [x, dy] }[pass];
        const actual = runKernel(
          winogradKernel({ ...s, pass }),
          inputs,
          new Float32Array(expected.length),
        );
        const wrong = Array.from(expected.keys()).filter((i) =>
          Number.isFinite(expected[i]!)
            ? !(Math.abs(actual[i]! - expected[i]!) <= 1e-3 * (1 + Math.abs(expected[i]!)))
            : !Object.is(actual[i], expected[i]),
        );
        expect(
          wrong.slice(0, 5).map((i) => `${i}: ${actual[i]}, not ${expected[i]}`),
          `${pass}, ${spoiled}`,
        ).toEqual([]);
      }
    }
  });

  it('is chosen where it pays', () => {
    for (const pass of passes) {
      for (const s of [
        geometry([64, 8, 8, 64], 64),
        geometry([64, 4, 4, 256], 128),
        geometry([32, 32, 32, 24], 24),
      ])
        expect(prefersWinograd(s, pass)).toBe(true);
      expect(prefersWinograd(geometry([1, 4, 4, 256], 256), pass)).toBe(false);
    }
    const s = geometry([64, 8, 8, 64], 64);
    for (const other of [
      { ...s, stride: [2, 2] as const },
      { ...s, groups: 2 },
      { ...s, kh: 1, kw: 1 },
      { ...s, dilation: [2, 1] as const },
      geometry([64, 8, 8, 60], 64),
      geometry([64, 8, 8, 8], 64),
      geometry([64, 3, 8, 64], 64),
      geometry([64, 8, 8, 64], 64, [3, 1, 1, 1]),
    ]) {
      expect(supportsWinograd(other)).toBe(false);
      expect(() => winogradKernel({ ...other, pass: 'forward' })).toThrow('winograd');
    }
  });

  it('is left out with WGRAD_CONV=direct', () => {
    const given = { ...geometry([2, 8, 8, 24], 16), pass: 'forward' } as const;
    const { x, w } = lengthsOf(given);
    const of = (setting: string | undefined) => {
      vi.stubEnv('WGRAD_CONV', setting);
      const kernel = {
        kind: 'special',
        key: 'conv',
        spec: { kind: 'conv2d', ...given },
        inputs: ['f32', 'f32'],
        inputSizes: [x, w],
        outputs: ['f32'],
      } as const;
      return generateSpecial(kernel, usualSimd()).bytes;
    };
    expect(of(undefined)).toEqual(winogradKernel(given).bytes);
    expect(of('direct')).toEqual(conv2dKernel(given).bytes);
    vi.unstubAllEnvs();
  });
});
