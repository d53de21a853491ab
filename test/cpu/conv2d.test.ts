// Convolutions and their two gradients against float64 loops over the trilinear form.

import { describe, expect, it } from 'vitest';
import { conv2dKernel } from '../../src/backends/cpu/kernels/conv2d.ts';
import { usualSimd } from '../../src/backends/cpu/wasm/simd.ts';
import type { ConvGeometry } from '../../src/tensor/kernels.ts';
import { convGeometry, eachTerm, lengthsOf } from '../support/convolutions.ts';
import { randomValues, relativeError, runKernel, simdVariants } from './support.ts';

/** All three results in float64 from one walk over the products x w dy. */
const reference = (g: ConvGeometry, x: Float32Array, w: Float32Array, dy: Float32Array) => {
  const y = new Float64Array(dy.length);
  const dx = new Float64Array(x.length);
  const dw = new Float64Array(w.length);
  eachTerm(g, (i, j, k) => {
    y[k]! += x[i]! * w[j]!;
    dx[i]! += dy[k]! * w[j]!;
    dw[j]! += dy[k]! * x[i]!;
  });
  return { forward: y, inputGrad: dx, weightGrad: dw };
};

type Size = readonly [n: number, h: number, w: number, c: number];

const check = ([n, h, w, c]: Size, given: Partial<ConvGeometry>, variants = simdVariants) => {
  const g = convGeometry({ n, h, w, c, ...given });
  const length = lengthsOf(g);
  const x = randomValues(length.x, 1);
  const weights = randomValues(length.w, 2);
  const dy = randomValues(length.y, 3);
  const expected = reference(g, x, weights, dy);
  const operands = { forward: [x, weights], inputGrad: [dy, weights], weightGrad: [x, dy] };
  for (const pass of ['forward', 'inputGrad', 'weightGrad'] as const) {
    for (const simd of variants) {
      const kernel = conv2dKernel({ ...g, pass, simd });
      const result = runKernel(kernel, operands[pass], new Float32Array(expected[pass].length));
      const error = relativeError(result, expected[pass], 0.3);
      expect(error, JSON.stringify({ ...g, pass, simd })).toBeLessThan(1e-5);
    }
  }
};

describe('conv2d kernel', () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 12])('is right for %i input channels', (c) => {
    for (const oc of [1, 3, 4, 5, 8, 13, 16]) check([2, 5, 6, c], { oc });
  });

  it('walks blocks of pixels across images', () => {
    check([3, 13, 11, 20], { oc: 24 });
    check([1, 30, 30, 3], { oc: 9 });
    check([2, 9, 9, 40], { oc: 3 });
    check([2, 4, 4, 128], { oc: 24 }, [usualSimd()]);
  });

  it('takes any kernel size, stride, dilation and padding', () => {
    for (const [kh, kw] of [
      [1, 1],
      [2, 3],
      [4, 4],
      [5, 1],
      [7, 7],
    ] as const)
      for (const stride of [
        [1, 1],
        [2, 2],
        [3, 1],
        [2, 5],
      ] as const)
        for (const dilation of [
          [1, 1],
          [2, 1],
          [3, 2],
        ] as const)
          for (const padding of [
            [0, 0, 0, 0],
            [1, 1, 1, 1],
            [2, 0, 1, 3],
            [6, 7, 5, 9],
          ] as const)
            check([2, 9, 8, 6], { oc: 10, kh, kw, stride, dilation, padding }, [usualSimd()]);
  });

  it('splits channels into groups', () => {
    for (const [c, oc, groups] of [
      [8, 8, 2],
      [12, 6, 3],
      [8, 8, 8],
      [6, 12, 6],
      [16, 48, 4],
      [5, 5, 5],
      [20, 20, 20],
    ] as const)
      for (const stride of [
        [1, 1],
        [2, 2],
      ] as const) {
        check([2, 7, 6, c], { oc, groups, stride });
        check([2, 7, 6, c], { oc, groups, stride, kh: 1, kw: 1 });
        check([2, 7, 6, c], {
          oc,
          groups,
          stride,
          kh: 2,
          kw: 3,
          dilation: [2, 2],
          padding: [1, 0, 2, 1],
        });
      }
  });

  it('handles empty operands', () => {
    check([0, 5, 6, 3], { oc: 4 });
    check([2, 5, 6, 0], { oc: 4 });
    check([2, 5, 6, 3], { oc: 0 });
    check([2, 1, 1, 3], { oc: 4, padding: [0, 0, 0, 0] });
    check([2, 0, 4, 3], { oc: 4 });
  });
});
