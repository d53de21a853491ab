// The three passes of a convolution as implicit matrix products (im2col without the copy), one batch a
// group. With output position (b, oy, ox) and tap (ky, kx), the input position is
//   iy = oy * stride - top + ky * dilation,   ix likewise.
//   forward      y[(b, oy, ox), o] = sum over (ky, kx), c of x[b, iy, ix, c] w[ky, kx, c, o]
//   inputGrad    x[(b, iy, ix), c] = sum over (ky, kx), o of y[b, oy, ox, o] w[ky, kx, c, o]
//   weightGrad   w[(ky, kx, c), o] = sum over (b, oy), ox of x[b, iy, ix, c] y[b, oy, ox, o]
import type { SpecialKernel } from '../../../compiler/program.ts';
import type { ConvGeometry, ConvSpec } from '../../../tensor/kernels.ts';
import type { ShaderOptions, Stages } from '../wgsl/stage.ts';
import { type GemmOperand, gemmStages } from './gemm.ts';
import { pairOperands, pairSizes } from './matmul.ts';

/** The dispatches of one pass of a convolution. */
export function convStages(kernel: SpecialKernel, s: ConvSpec, options: ShaderOptions): Stages {
  const cg = s.c / s.groups;
  const og = s.oc / s.groups;
  const shared = {
    name: `conv2d ${s.pass}`,
    batches: s.groups,
    batch: (z: string): string[] => [`let zc = ${z} * ${cg}i;`, `let zo = ${z} * ${og}i;`],
    operands: pairOperands(kernel),
    sizes: pairSizes(kernel),
  };
  // channels come last everywhere: fours of them are vectors if no group begins in between
  const cFours = cg % 4 === 0;
  const oFours = og % 4 === 0;
  if (s.pass === 'forward') {
    return gemmStages(
      {
        ...shared,
        m: s.n * s.oh * s.ow,
        n: og,
        outer: s.kh * s.kw,
        inner: cg,
        a: { ...inputWindow(s), quads: cFours ? 'k' : undefined },
        // w[tap, c, zo + o]
        b: {
          ...columns,
          outer: (p, tap) => [`let ${p}at = ${tap} * ${cg * s.oc}i + zo + ${columnOf(p)};`],
          inner: (p, c) => ({ at: `${p}at + ${c} * ${s.oc}i` }),
          alongK: false,
          quads: oFours ? 'line' : undefined,
        },
        outQuads: oFours,
        out: (m, o) => `${m} * ${s.oc}i + zo + ${o}`,
      },
      options,
    );
  }
  if (s.pass === 'inputGrad') {
    return gemmStages(
      {
        ...shared,
        m: s.n * s.h * s.w,
        n: cg,
        outer: s.kh * s.kw,
        inner: og,
        a: { ...outputWindow(s), quads: oFours ? 'k' : undefined },
        // w[tap, c, zo + o], k = o
        b: {
          ...columns,
          outer: (p, tap) => [`let ${p}at = (${tap} * ${cg}i + ${columnOf(p)}) * ${s.oc}i + zo;`],
          inner: (p, o) => ({ at: `${p}at + ${o}` }),
          alongK: true,
          quads: oFours ? 'k' : undefined,
        },
        outQuads: cFours,
        out: (m, c) => `${m} * ${s.c}i + zc + ${c}`,
      },
      options,
    );
  }
  return gemmStages(
    {
      ...shared,
      m: s.kh * s.kw * cg,
      n: og,
      outer: s.n * s.oh,
      inner: s.ow,
      a: { ...tapWindow(s), quads: cFours ? 'line' : undefined },
      b: {
        ...columns,
        outer: (p, row) => [`let ${p}at = ${row} * ${s.ow * s.oc}i + zo + ${columnOf(p)};`],
        inner: (p, ox) => ({ at: `${p}at + ${ox} * ${s.oc}i` }),
        alongK: false,
        quads: oFours ? 'line' : undefined,
      },
      outQuads: oFours,
      out: (m, o) => `${m} * ${s.oc}i + zo + ${o}`,
    },
    options,
  );
}

const columnOf = (p: string): string => `${p}n`;

// columns are used as they are
const columns = { line: (p: string, i: string): string[] => [`let ${p}n = ${i};`] };

const inside = (v: string, size: number): string => `u32(${v}) < ${size}u`;

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
      `let ${p}b = ${m} / ${s.oh * s.ow}i;`,
      `let ${p}y = ${m} / ${s.ow}i % ${s.oh}i * ${sy}i - ${top}i;`,
      `let ${p}x = ${m} % ${s.ow}i * ${sx}i - ${left}i;`,
    ],
    outer: (p, tap) => [
      `let ${p}iy = ${p}y + ${tap} / ${s.kw}i * ${dy}i;`,
      `let ${p}ix = ${p}x + ${tap} % ${s.kw}i * ${dx}i;`,
      `let ${p}in = ${inside(`${p}iy`, s.h)} && ${inside(`${p}ix`, s.w)};`,
      `let ${p}at = ((${p}b * ${s.h}i + ${p}iy) * ${s.w}i + ${p}ix) * ${s.c}i + zc;`,
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
  const whole = (v: string, stride: number, size: number): string =>
    stride === 1
      ? inside(v, size)
      : `${v} >= 0i && ${v} % ${stride}i == 0i && ${v} / ${stride}i < ${size}i`;
  return {
    line: (p, m) => [
      `let ${p}b = ${m} / ${s.h * s.w}i;`,
      `let ${p}y = ${m} / ${s.w}i % ${s.h}i + ${top}i;`,
      `let ${p}x = ${m} % ${s.w}i + ${left}i;`,
    ],
    outer: (p, tap) => [
      `let ${p}oy = ${p}y - ${tap} / ${s.kw}i * ${dy}i;`,
      `let ${p}ox = ${p}x - ${tap} % ${s.kw}i * ${dx}i;`,
      `let ${p}in = ${whole(`${p}oy`, sy, s.oh)} && ${whole(`${p}ox`, sx, s.ow)};`,
      `let ${p}at = ((${p}b * ${s.oh}i + ${p}oy / ${sy}i) * ${s.ow}i + ${p}ox / ${sx}i)` +
        ` * ${s.oc}i + zo;`,
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
      `let ${p}y = ${m} / ${s.kw * cg}i * ${dy}i - ${top}i;`,
      `let ${p}x = ${m} / ${cg}i % ${s.kw}i * ${dx}i - ${left}i;`,
      `let ${p}c = ${m} % ${cg}i + zc;`,
    ],
    outer: (p, row) => [
      `let ${p}iy = ${row} % ${s.oh}i * ${sy}i + ${p}y;`,
      `let ${p}in = ${inside(`${p}iy`, s.h)};`,
      `let ${p}at = (${row} / ${s.oh}i * ${s.h}i + ${p}iy) * ${s.w}i;`,
    ],
    inner: (p, ox) => {
      const ix = `(${ox} * ${sx}i + ${p}x)`;
      return {
        at: `(${p}at + ${ix}) * ${s.c}i + ${p}c`,
        guard: `(${p}in && ${inside(ix, s.w)})`,
      };
    },
    alongK: false,
  };
}
