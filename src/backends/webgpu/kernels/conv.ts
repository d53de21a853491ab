// The three passes of a convolution as implicit matrix products (im2col without the copy), one batch a
// group. With output position (b, oy, ox) and tap (ky, kx), the input position is
//   iy = oy * stride - top + ky * dilation,   ix likewise.
//   forward      y[(b, oy, ox), o] = sum over (ky, kx), c of x[b, iy, ix, c] w[ky, kx, c, o]
//   inputGrad    x[(b, iy, ix), c] = sum over (ky, kx), o of y[b, oy, ox, o] w[ky, kx, c, o]
//   weightGrad   w[(ky, kx, c), o] = sum over (b, oy), ox of x[b, iy, ix, c] y[b, oy, ox, o]

import type { SpecialKernel } from '../../../compiler/program.ts';
import type { ConvGeometry, ConvSpec } from '../../../tensor/kernels.ts';
import type { KernelOptions } from '../tuner.ts';
import { quotient, remainder, size } from '../wgsl/sizes.ts';
import type { Stages } from '../wgsl/stage.ts';
import { gemmStages } from './gemm.ts';
import type { Gemm, GemmOperand } from './gemm-product.ts';
import { pairOperands, pairSizes } from './matmul.ts';

/** The dispatches of one pass of a convolution. */
export const convStages = (kernel: SpecialKernel, s: ConvSpec, options: KernelOptions): Stages =>
  gemmStages(convGemm(kernel, s), options);

/** One pass of a convolution as a product. */
export function convGemm(kernel: SpecialKernel, s: ConvSpec): Gemm {
  const cg = s.c / s.groups;
  const og = s.oc / s.groups;
  const shared = {
    name: `conv2d ${s.pass}`,
    batches: s.groups,
    batch: (z: string): string[] => [
      `let zc = ${z} * ${size(cg)};`,
      `let zo = ${z} * ${size(og)};`,
    ],
    operands: pairOperands(kernel),
    sizes: pairSizes(kernel),
  };
  // channels come last everywhere: fours of them are vectors if no group begins in between
  const cFours = cg % 4 === 0;
  const oFours = og % 4 === 0;
  if (s.pass === 'forward') {
    return {
      ...shared,
      m: s.n * s.oh * s.ow,
      n: og,
      outer: s.kh * s.kw,
      inner: cg,
      a: { ...inputWindow(s), quads: cFours ? 'k' : undefined },
      // w[tap, c, zo + o]
      b: {
        ...columns,
        outer: (p, tap) => [
          `let ${p}at = ${tap} * ${size(cg * s.oc, 'tap')} + zo + ${columnOf(p)};`,
        ],
        inner: (p, c) => ({ at: `${p}at + ${c} * ${size(s.oc, 'oc')}` }),
        alongK: false,
        quads: oFours ? 'line' : undefined,
      },
      outQuads: oFours,
      out: (m, o) => `${m} * ${size(s.oc, 'oc')} + zo + ${o}`,
    };
  }
  if (s.pass === 'inputGrad') {
    return {
      ...shared,
      m: s.n * s.h * s.w,
      n: cg,
      outer: s.kh * s.kw,
      inner: og,
      a: { ...outputWindow(s), quads: oFours ? 'k' : undefined },
      // w[tap, c, zo + o], k = o
      b: {
        ...columns,
        outer: (p, tap) => [
          `let ${p}at = (${tap} * ${size(cg, 'cg')} + ${columnOf(p)}) * ${size(s.oc, 'oc')} + zo;`,
        ],
        inner: (p, o) => ({ at: `${p}at + ${o}` }),
        alongK: true,
        quads: oFours ? 'k' : undefined,
      },
      outQuads: cFours,
      out: (m, c) => `${m} * ${size(s.c, 'c')} + zc + ${c}`,
    };
  }
  return {
    ...shared,
    m: s.kh * s.kw * cg,
    n: og,
    outer: s.n * s.oh,
    inner: s.ow,
    a: { ...tapWindow(s), quads: cFours ? 'line' : undefined },
    b: {
      ...columns,
      outer: (p, row) => [
        `let ${p}at = ${row} * ${size(s.ow * s.oc, 'row')} + zo + ${columnOf(p)};`,
      ],
      inner: (p, ox) => ({ at: `${p}at + ${ox} * ${size(s.oc, 'oc')}` }),
      alongK: false,
      quads: oFours ? 'line' : undefined,
    },
    outQuads: oFours,
    out: (m, o) => `${m} * ${size(s.oc, 'oc')} + zo + ${o}`,
  };
}

const columnOf = (p: string): string => `${p}n`;

// columns are used as they are
const columns = { line: (p: string, i: string): string[] => [`let ${p}n = ${i};`] };

const inside = (v: string, extent: number, label: string): string =>
  `(u32(${v}) < u32(${size(extent, label)}))`;

// Rows (b, oy, ox), outer steps taps, inner elements input channels.
function inputWindow(s: ConvGeometry): GemmOperand {
  const [sy, sx] = s.stride;
  const [top, , left] = s.padding;
  const [dy, dx] = s.dilation;
  const padded =
    top > 0 ||
    left > 0 ||
    (s.oh - 1) * sy + (s.kh - 1) * dy - top >= s.h ||
    (s.ow - 1) * sx + (s.kw - 1) * dx - left >= s.w;
  return {
    line: (p, m) => [
      `let ${p}b = ${quotient(m, s.oh * s.ow, 'image')};`,
      `let ${p}y = ${remainder(quotient(m, s.ow, 'ow'), s.oh, 'oh')} * ${size(sy, 'sy')} - ${size(top, 'top')};`,
      `let ${p}x = ${remainder(m, s.ow, 'ow')} * ${size(sx, 'sx')} - ${size(left, 'left')};`,
    ],
    outer: (p, tap) => [
      `let ${p}iy = ${p}y + ${tap} / ${s.kw}i * ${dy}i;`,
      `let ${p}ix = ${p}x + ${tap} % ${s.kw}i * ${dx}i;`,
      `let ${p}in = ${inside(`${p}iy`, s.h, 'h')} & ${inside(`${p}ix`, s.w, 'w')};`,
      `let ${p}at = ((${p}b * ${size(s.h, 'h')} + ${p}iy) * ${size(s.w, 'w')} + ${p}ix) * ${size(s.c, 'c')} + zc;`,
    ],
    inner: (p, c) => ({ at: `${p}at + ${c}`, ...(padded ? { guard: `${p}in` } : {}) }),
    alongK: true,
  };
}

// Rows (b, iy, ix), outer steps taps, inner elements output channels: oy * stride = iy + top - ky * d.
function outputWindow(s: ConvGeometry): GemmOperand {
  const [sy, sx] = s.stride;
  const [top, , left] = s.padding;
  const [dy, dx] = s.dilation;
  // a negative numerator is excluded before the division, which would round it to 0
  const whole = (v: string, stride: number, extent: number, label: string): string =>
    stride === 1
      ? inside(v, extent, label)
      : `(${v} >= 0i) & (${v} % ${stride}i == 0i) & (${v} / ${stride}i < ${size(extent, label)})`;
  return {
    line: (p, m) => [
      `let ${p}b = ${quotient(m, s.h * s.w, 'image')};`,
      `let ${p}y = ${remainder(quotient(m, s.w, 'w'), s.h, 'h')} + ${size(top, 'top')};`,
      `let ${p}x = ${remainder(m, s.w, 'w')} + ${size(left, 'left')};`,
    ],
    outer: (p, tap) => [
      `let ${p}oy = ${p}y - ${tap} / ${s.kw}i * ${dy}i;`,
      `let ${p}ox = ${p}x - ${tap} % ${s.kw}i * ${dx}i;`,
      `let ${p}in = ${whole(`${p}oy`, sy, s.oh, 'oh')} & ${whole(`${p}ox`, sx, s.ow, 'ow')};`,
      `let ${p}at = ((${p}b * ${size(s.oh, 'oh')} + ${p}oy / ${sy}i) * ${size(s.ow, 'ow')} + ` +
        `${p}ox / ${sx}i) * ${size(s.oc, 'oc')} + zo;`,
    ],
    inner: (p, o) => ({ at: `${p}at + ${o}`, guard: `${p}in` }),
    alongK: true,
  };
}

// Rows (ky, kx, c), outer steps (b, oy), inner elements ox.
function tapWindow(s: ConvGeometry): GemmOperand {
  const cg = s.c / s.groups;
  const [sy, sx] = s.stride;
  const [top, , left] = s.padding;
  const [dy, dx] = s.dilation;
  return {
    line: (p, m) => [
      `let ${p}t = ${quotient(m, cg, 'cg')};`,
      `let ${p}y = ${p}t / ${s.kw}i * ${dy}i - ${size(top, 'top')};`,
      `let ${p}x = ${p}t % ${s.kw}i * ${dx}i - ${size(left, 'left')};`,
      `let ${p}c = ${remainder(m, cg, 'cg', `${p}t`)} + zc;`,
    ],
    outer: (p, row) => [
      `let ${p}iy = ${remainder(row, s.oh, 'oh')} * ${size(sy, 'sy')} + ${p}y;`,
      `let ${p}in = ${inside(`${p}iy`, s.h, 'h')};`,
      `let ${p}at = (${quotient(row, s.oh, 'oh')} * ${size(s.h, 'h')} + ${p}iy) * ${size(s.w, 'w')};`,
    ],
    inner: (p, ox) => {
      const ix = `(${ox} * ${size(sx, 'sx')} + ${p}x)`;
      return {
        at: `(${p}at + ${ix}) * ${size(s.c, 'c')} + ${p}c`,
        guard: `(${p}in & ${inside(ix, s.w, 'w')})`,
      };
    },
    alongK: false,
  };
}
