// Convolutions for tests of kernels: a geometry with defaults, the lengths of its operands, and the terms of
// its trilinear form sum x w y, which all three passes are sums of.
import type { ConvGeometry } from '../../src/tensor/kernels.ts';

/** Elements of x, w and y. */
export const lengthsOf = (g: ConvGeometry): { x: number; w: number; y: number } => ({
  x: g.n * g.h * g.w * g.c,
  w: g.kh * g.kw * (g.c / g.groups) * g.oc,
  y: g.n * g.oh * g.ow * g.oc,
});

/** Calls `visit` with flat positions of x, w and y for every term of the trilinear form. */
export function eachTerm(s: ConvGeometry, visit: (x: number, w: number, y: number) => void): void {
  const cg = s.c / s.groups;
  const og = s.oc / s.groups;
  for (let b = 0; b < s.n; b++)
    for (let oy = 0; oy < s.oh; oy++)
      for (let ox = 0; ox < s.ow; ox++)
        for (let ky = 0; ky < s.kh; ky++)
          for (let kx = 0; kx < s.kw; kx++) {
            const iy = oy * s.stride[0] - s.padding[0] + ky * s.dilation[0];
            const ix = ox * s.stride[1] - s.padding[2] + kx * s.dilation[1];
            if (iy < 0 || iy >= s.h || ix < 0 || ix >= s.w) continue;
            const pixel = ((b * s.h + iy) * s.w + ix) * s.c;
            const out = ((b * s.oh + oy) * s.ow + ox) * s.oc;
            const tap = (ky * s.kw + kx) * cg * s.oc;
            for (let o = 0; o < s.oc; o++) {
              const first = pixel + Math.floor(o / og) * cg;
              for (let c = 0; c < cg; c++) visit(first + c, tap + c * s.oc + o, out + o);
            }
          }
}

/** A convolution with defaults and the output sizes that follow. */
export const convGeometry = (g: Partial<ConvGeometry>): ConvGeometry => {
  const s = {
    n: 2,
    h: 7,
    w: 6,
    c: 4,
    kh: 3,
    kw: 3,
    oc: 6,
    oh: 0,
    ow: 0,
    groups: 1,
    stride: [1, 1] as const,
    padding: [1, 1, 1, 1] as const,
    dilation: [1, 1] as const,
    ...g,
  };
  const out = (n: number, pad: number, k: number, d: number, stride: number): number =>
    Math.max(0, Math.floor((n + pad - d * (k - 1) - 1) / stride) + 1);
  return {
    ...s,
    oh: out(s.h, s.padding[0] + s.padding[1], s.kh, s.dilation[0], s.stride[0]),
    ow: out(s.w, s.padding[2] + s.padding[3], s.kw, s.dilation[1], s.stride[1]),
  };
};
