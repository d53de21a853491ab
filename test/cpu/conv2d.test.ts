// Convolutions and their two gradients against float64 loops over the trilinear form.

import { describe, expect, it } from 'vitest';
import {
  type ConvPass,
  type ConvSpec,
  conv2dKernel,
} from '../../src/backends/cpu/kernels/conv2d.ts';
import { hasRelaxedSimd } from '../../src/backends/cpu/wasm/assembler.ts';
import { randomValues, relativeError, runKernel, withOutput } from './support.ts';

const sizes = (spec: ConvSpec) => {
  const [n, h, w, c] = spec.input;
  const [oh, ow] = spec.output;
  return {
    x: n * h * w * c,
    w: spec.kernel[0] * spec.kernel[1] * (c / spec.groups) * spec.outChannels,
    y: n * oh * ow * spec.outChannels,
  };
};

/** All three results in float64 from one walk over the products x w dy. */
const reference = (spec: ConvSpec, x: Float32Array, w: Float32Array, dy: Float32Array) => {
  const [n, height, width, c] = spec.input;
  const [kh, kw] = spec.kernel;
  const [oh, ow] = spec.output;
  const o = spec.outChannels;
  const [gc, go] = [c / spec.groups, o / spec.groups];
  const y = new Float64Array(dy.length);
  const dx = new Float64Array(x.length);
  const dw = new Float64Array(w.length);
  for (let b = 0; b < n; b++)
    for (let py = 0; py < oh; py++)
      for (let px = 0; px < ow; px++)
        for (let ky = 0; ky < kh; ky++)
          for (let kx = 0; kx < kw; kx++) {
            const iy = py * spec.stride[0] + ky * spec.dilation[0] - spec.padding[0];
            const ix = px * spec.stride[1] + kx * spec.dilation[1] - spec.padding[2];
            if (iy < 0 || iy >= height || ix < 0 || ix >= width) continue;
            for (let out = 0; out < o; out++)
              for (let i = 0; i < gc; i++) {
                const group = Math.floor(out / go);
                const xi = ((b * height + iy) * width + ix) * c + group * gc + i;
                const wi = ((ky * kw + kx) * gc + i) * o + out;
                const yi = ((b * oh + py) * ow + px) * o + out;
                y[yi]! += x[xi]! * w[wi]!;
                dx[xi]! += dy[yi]! * w[wi]!;
                dw[wi]! += dy[yi]! * x[xi]!;
              }
          }
  return { forward: y, inputGrad: dx, weightGrad: dw };
};

const check = (
  given: Omit<ConvSpec, 'output'> & Partial<ConvSpec>,
  variants = hasRelaxedSimd() ? [true, false] : [false],
) => {
  const spec = { ...withOutput(given), ...given };
  const size = sizes(spec);
  const x = randomValues(size.x, 1);
  const w = randomValues(size.w, 2);
  const dy = randomValues(size.y, 3);
  const expected = reference(spec, x, w, dy);
  const operands = { forward: [x, w], inputGrad: [dy, w], weightGrad: [x, dy] };
  for (const pass of ['forward', 'inputGrad', 'weightGrad'] as ConvPass[]) {
    for (const fma of variants) {
      const kernel = conv2dKernel({ ...spec, pass, fma });
      const result = runKernel(kernel, operands[pass], new Float32Array(expected[pass].length));
      const error = relativeError(result, expected[pass], 0.3);
      expect(error, JSON.stringify({ ...spec, pass, fma })).toBeLessThan(1e-5);
    }
  }
};

const plain = {
  kernel: [3, 3],
  stride: [1, 1],
  padding: [1, 1, 1, 1],
  dilation: [1, 1],
  groups: 1,
} as const;

describe('conv2d kernel', () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 12])('is right for %i input channels', (c) => {
    for (const outChannels of [1, 3, 4, 5, 8, 13, 16])
      check({ ...plain, input: [2, 5, 6, c], outChannels });
  });

  it('walks blocks of pixels across images', () => {
    check({ ...plain, input: [3, 13, 11, 20], outChannels: 24 });
    check({ ...plain, input: [1, 30, 30, 3], outChannels: 9 });
    check({ ...plain, input: [2, 9, 9, 40], outChannels: 3 });
    check({ ...plain, input: [2, 4, 4, 128], outChannels: 24 }, [hasRelaxedSimd()]);
  });

  it('takes any kernel size, stride, dilation and padding', () => {
    const input = [2, 9, 8, 6] as const;
    for (const kernel of [
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
            check({ input, outChannels: 10, kernel, stride, dilation, padding, groups: 1 }, [
              hasRelaxedSimd(),
            ]);
  });

  it('splits channels into groups', () => {
    for (const [c, outChannels, groups] of [
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
        check({ ...plain, input: [2, 7, 6, c], outChannels, groups, stride });
        check({ ...plain, input: [2, 7, 6, c], outChannels, groups, stride, kernel: [1, 1] });
        check({
          ...plain,
          input: [2, 7, 6, c],
          outChannels,
          groups,
          stride,
          kernel: [2, 3],
          dilation: [2, 2],
          padding: [1, 0, 2, 1],
        });
      }
  });

  it('handles empty operands', () => {
    check({ ...plain, input: [0, 5, 6, 3], outChannels: 4 });
    check({ ...plain, input: [2, 5, 6, 0], outChannels: 4 });
    check({ ...plain, input: [2, 5, 6, 3], outChannels: 0 });
    check({ ...plain, input: [2, 1, 1, 3], outChannels: 4, padding: [0, 0, 0, 0] });
    check({ ...plain, input: [2, 0, 4, 3], outChannels: 4 });
  });
});
