// Winograd's convolution against the direct sum in float64: the matrices, every pass over ragged
// shapes, the accuracy that training relies on, and the choice between the algorithms.

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ConvPass, ConvSpec } from '../../src/backends/cpu/kernels/conv-shape.ts';
import { conv2dKernel } from '../../src/backends/cpu/kernels/conv2d.ts';
import { winogradKernel } from '../../src/backends/cpu/kernels/winograd.ts';
import { cookToom, f43, type Matrix } from '../../src/backends/cpu/kernels/winograd-matrices.ts';
import { prefersWinograd, supportsWinograd } from '../../src/backends/cpu/kernels/winograd-plan.ts';
import { generateSpecial } from '../../src/backends/cpu/special.ts';
import { hasRelaxedSimd } from '../../src/backends/cpu/wasm/assembler.ts';
import { runKernel, withOutput } from './support.ts';

const passes: readonly ConvPass[] = ['forward', 'inputGrad', 'weightGrad'];

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

const operandsOf = (spec: ConvSpec): Operands => {
  const [n, h, w, c] = spec.input;
  const [oh, ow] = spec.output;
  return {
    x: normals(n * h * w * c, 1),
    w: normals(9 * c * spec.outChannels, 2, 1 / Math.sqrt(9 * c)),
    dy: normals(n * oh * ow * spec.outChannels, 3),
  };
};

/** One pass of the direct sum in float64. */
const direct = (spec: ConvSpec, pass: ConvPass, { x, w, dy }: Operands): Float64Array => {
  const [n, height, width, c] = spec.input;
  const [oh, ow] = spec.output;
  const o = spec.outChannels;
  const result = new Float64Array({ forward: dy, inputGrad: x, weightGrad: w }[pass].length);
  for (let p = 0; p < n * oh * ow; p++) {
    const [image, py, px] = [Math.floor(p / (oh * ow)), Math.floor(p / ow) % oh, p % ow];
    for (let tap = 0; tap < 9; tap++) {
      const iy = py + Math.floor(tap / 3) - spec.padding[0];
      const ix = px + (tap % 3) - spec.padding[2];
      if (iy < 0 || iy >= height || ix < 0 || ix >= width) continue;
      for (let i = 0; i < c; i++) {
        const xi = ((image * height + iy) * width + ix) * c + i;
        const wi = (tap * c + i) * o;
        if (pass === 'forward')
          for (let k = 0; k < o; k++) result[p * o + k]! += x[xi]! * w[wi + k]!;
        else if (pass === 'weightGrad')
          for (let k = 0; k < o; k++) result[wi + k]! += x[xi]! * dy[p * o + k]!;
        else for (let k = 0; k < o; k++) result[xi]! += dy[p * o + k]! * w[wi + k]!;
      }
    }
  }
  return result;
};

/** Largest and root mean square error of one pass, relative to the result's root mean square. */
const errorOf = (spec: ConvSpec, pass: ConvPass, fma: boolean, operands: Operands) => {
  const { x, w, dy } = operands;
  const expected = direct(spec, pass, operands);
  const inputs = { forward: [x, w], inputGrad: [dy, w], weightGrad: [x, dy] }[pass];
  const kernel = winogradKernel({ ...spec, pass, fma });
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

const spec = (
  input: readonly [number, number, number, number],
  outChannels: number,
  padding: readonly [number, number, number, number] = [1, 1, 1, 1],
): ConvSpec =>
  withOutput({
    input,
    outChannels,
    padding,
    kernel: [3, 3],
    stride: [1, 1],
    dilation: [1, 1],
    groups: 1,
  });

const check = (s: ConvSpec, variants: readonly boolean[] = [hasRelaxedSimd()]) => {
  const operands = operandsOf(s);
  for (const pass of passes)
    for (const fma of variants) {
      const error = errorOf(s, pass, fma, operands);
      const name = JSON.stringify({ ...s, pass, fma });
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
    check(spec([4, 8, 8, 64], 64), [true, false].slice(hasRelaxedSimd() ? 0 : 1));
    check(spec([3, 4, 4, 128], 128));
    check(spec([1, 16, 16, 24], 48));
  });

  it('takes blocks of tiles, chunks of columns and both orders of the loops', () => {
    check(spec([2, 21, 18, 16], 104), [true, false].slice(hasRelaxedSimd() ? 0 : 1));
    check(spec([5, 4, 4, 136], 72));
    check(spec([1, 6, 9, 80], 136));
    check(spec([2, 4, 4, 104], 144));
    check(spec([9, 13, 16, 24], 16));
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
        (input, outChannels, padding) => check(spec(input, outChannels, padding)),
      ),
      { numRuns: 25 },
    );
  });

  // by the definition, padding left out: no tile is spoiled, no infinity turns into NaN
  it.each([
    ['blocks of tiles', spec([2, 9, 10, 16], 24)],
    ['weights outside, several chunks', spec([1, 6, 9, 80], 136)],
    ['other padding', spec([1, 8, 7, 24], 16, [0, 2, 1, 0])],
    ['several blocks of tiles', spec([9, 13, 16, 24], 16)],
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
        spec([64, 8, 8, 64], 64),
        spec([64, 4, 4, 256], 128),
        spec([32, 32, 32, 24], 24),
      ])
        expect(prefersWinograd(s, pass)).toBe(true);
      expect(prefersWinograd(spec([1, 4, 4, 256], 256), pass)).toBe(false);
    }
    const s = spec([64, 8, 8, 64], 64);
    for (const other of [
      { ...s, stride: [2, 2] as const },
      { ...s, groups: 2 },
      { ...s, kernel: [1, 1] as const },
      { ...s, dilation: [2, 1] as const },
      spec([64, 8, 8, 60], 64),
      spec([64, 8, 8, 8], 64),
      spec([64, 3, 8, 64], 64),
      spec([64, 8, 8, 64], 64, [3, 1, 1, 1]),
    ]) {
      expect(supportsWinograd(other)).toBe(false);
      expect(() => winogradKernel({ ...other, pass: 'forward' })).toThrow('winograd');
    }
  });

  it('is left out with WGRAD_CONV=direct', () => {
    const [oh, ow] = [8, 8];
    const { input, kernel, ...rest } = spec([2, oh, ow, 24], 16);
    const [n, h, w, c] = input;
    const shape = { n, h, w, c, kh: kernel[0], kw: kernel[1], oc: rest.outChannels, oh, ow };
    const { stride, padding, dilation, groups } = rest;
    const of = (setting: string | undefined) => {
      vi.stubEnv('WGRAD_CONV', setting);
      return generateSpecial({
        kind: 'special',
        key: 'conv',
        spec: { kind: 'conv2d', pass: 'forward', ...shape, stride, padding, dilation, groups },
        inputs: ['f32', 'f32'],
        inputSizes: [n * h * w * c, 9 * c * rest.outChannels],
        outputs: ['f32'],
      }).bytes;
    };
    const given = { ...spec(input, rest.outChannels), pass: 'forward' } as const;
    expect(of(undefined)).toEqual(winogradKernel(given).bytes);
    expect(of('direct')).toEqual(conv2dKernel(given).bytes);
    vi.unstubAllEnvs();
  });
});
