// Convolution (cross-correlation, as everywhere in deep learning), channels last: images [n, h, w, c],
// weights [kh, kw, c / groups, oc]. The form  T(x, w, y) = sum y * conv(x, w)  is linear in each of its
// three arguments; its partial derivatives are the three operations here, and the gradient of each is
// made of the other two, so every order of derivative exists.

import { defineOp } from '../define.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import * as ix from '../index-expr.ts';
import * as ir from '../ir.ts';
import type { ConvGeometry, ConvSpec } from '../kernels.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import type { Conv1dOptions, Conv2dOptions, ConvTranspose2dOptions } from './conv-arguments.ts';
import {
  conv1dArgs,
  conv2dArgs,
  convTranspose1dArgs,
  convTranspose2dArgs,
} from './conv-arguments.ts';
import { toTensor } from './create.ts';
import { unifyDTypes } from './define-elementwise.ts';
import { matmul } from './matmul.ts';
import { cast, reshape } from './views.ts';
import { forEachTap, pair, tapPosition, windowPosition, windows } from './window.ts';

type Pass = (inputs: readonly Tensor[], attrs: ConvGeometry) => Tensor;

const xShape = (g: ConvGeometry): number[] => [g.n, g.h, g.w, g.c];
const wShape = (g: ConvGeometry): number[] => [g.kh, g.kw, g.c / g.groups, g.oc];
const yShape = (g: ConvGeometry): number[] => [g.n, g.oh, g.ow, g.oc];

const spec = (pass: ConvSpec['pass'], g: ConvGeometry): ConvSpec => ({
  kind: 'conv2d',
  pass,
  ...g,
});

const zero = (type: ir.Expr['type']): ir.Expr => ir.constant(0, type);

// Every product of the trilinear form, by flat positions in x, w and y: the float64 oracle.
function forEachProduct(g: ConvGeometry, visit: (x: number, w: number, y: number) => void): void {
  const cg = g.c / g.groups;
  const og = g.oc / g.groups;
  for (let n = 0; n < g.n; n++) {
    forEachTap(g, (oy, ox, ky, kx, iy, x) => {
      for (let o = 0; o < g.oc; o++) {
        for (let c = 0; c < cg; c++) {
          visit(
            ((n * g.h + iy) * g.w + x) * g.c + Math.floor(o / og) * cg + c,
            ((ky * g.kw + kx) * cg + c) * g.oc + o,
            ((n * g.oh + oy) * g.ow + ox) * g.oc + o,
          );
        }
      }
    });
  }
}

const sampleGeometries: ConvGeometry[] = [
  geometry([2, 4, 5, 2], [3, 3, 2, 3], { padding: 1 }),
  geometry([1, 5, 6, 4], [3, 2, 2, 4], {
    stride: [2, 1],
    padding: [
      [1, 0],
      [0, 2],
    ],
    groups: 2,
  }),
  geometry([1, 7, 5, 1], [2, 3, 1, 2], { stride: 2, dilation: [2, 1] }),
  geometry([0, 3, 3, 1], [2, 2, 1, 1], {}),
];

const samples = (a: (g: ConvGeometry) => number[], b: (g: ConvGeometry) => number[]) =>
  sampleGeometries.map((g) => ({ inputs: [{ shape: a(g) }, { shape: b(g) }], attrs: g }));

const forwardOp: Pass = defineOp<ConvGeometry>({
  name: 'conv2d',
  shape: ([x], g) => ({ shape: yShape(g), dtype: x.dtype }),
  vjp: (ct, { inputs: [x, w], attrs: g, needs }) => [
    needs[0] ? inputGradOp([ct, w], g) : null,
    needs[1] ? weightGradOp([x, ct], g) : null,
  ],
  lower: {
    kind: 'kernel',
    spec: ({ attrs }) => spec('forward', attrs),
    fallback: {
      kind: 'reduce',
      reuse: true,
      op: () => 'sum',
      extent: ({ attrs: g }) => [g.kh, g.kw, g.c / g.groups],
      body: ([x, w], [n, oy, ox, o], [ky, kx, c], { attrs: g }) => {
        const weight = w([ky, kx, c, o]);
        const at = tapPosition(g, oy, ox, ky, kx);
        const channel = ix.add(ix.scale(ix.div(o, g.oc / g.groups), g.c / g.groups), c);
        const guard = { condition: at.exists, otherwise: zero(weight.type) };
        return ir.mul(x([n, at.y, at.x, channel], guard), weight);
      },
    },
  },
  reference: ([x, w], { attrs: g }) => {
    const y = new Float64Array(g.n * g.oh * g.ow * g.oc);
    forEachProduct(g, (i, j, k) => {
      y[k] += x.data[i] * w.data[j];
    });
    return y;
  },
  samples: samples(xShape, wShape),
});

const inputGradOp: Pass = defineOp<ConvGeometry>({
  name: 'conv2dInputGrad',
  shape: ([y], g) => ({ shape: xShape(g), dtype: y.dtype }),
  vjp: (ct, { inputs: [y, w], attrs: g, needs }) => [
    needs[0] ? forwardOp([ct, w], g) : null,
    needs[1] ? weightGradOp([ct, y], g) : null,
  ],
  lower: {
    kind: 'kernel',
    spec: ({ attrs }) => spec('inputGrad', attrs),
    fallback: {
      kind: 'reduce',
      reuse: true,
      op: () => 'sum',
      extent: ({ attrs: g }) => [g.kh, g.kw, g.oc / g.groups],
      body: ([y, w], [n, iy, ixx, c], [ky, kx, o], { attrs: g }) => {
        const cg = g.c / g.groups;
        const channel = ix.add(ix.scale(ix.div(c, cg), g.oc / g.groups), o);
        const weight = w([ky, kx, ix.mod(c, cg), channel]);
        const at = windowPosition(g, iy, ixx, ky, kx);
        const guard = { condition: at.exists, otherwise: zero(weight.type) };
        return ir.mul(y([n, at.y, at.x, channel], guard), weight);
      },
    },
  },
  reference: ([y, w], { attrs: g }) => {
    const x = new Float64Array(g.n * g.h * g.w * g.c);
    forEachProduct(g, (i, j, k) => {
      x[i] += y.data[k] * w.data[j];
    });
    return x;
  },
  samples: samples(yShape, wShape),
});

const weightGradOp: Pass = defineOp<ConvGeometry>({
  name: 'conv2dWeightGrad',
  shape: ([x], g) => ({ shape: wShape(g), dtype: x.dtype }),
  vjp: (ct, { inputs: [x, y], attrs: g, needs }) => [
    needs[0] ? inputGradOp([y, ct], g) : null,
    needs[1] ? forwardOp([x, ct], g) : null,
  ],
  lower: {
    kind: 'kernel',
    spec: ({ attrs }) => spec('weightGrad', attrs),
    fallback: {
      kind: 'reduce',
      reuse: true,
      op: () => 'sum',
      extent: ({ attrs: g }) => [g.n, g.oh, g.ow],
      body: ([x, y], [ky, kx, c, o], [n, oy, ox], { attrs: g }) => {
        const grad = y([n, oy, ox, o]);
        const at = tapPosition(g, oy, ox, ky, kx);
        const channel = ix.add(ix.scale(ix.div(o, g.oc / g.groups), g.c / g.groups), c);
        const guard = { condition: at.exists, otherwise: zero(grad.type) };
        return ir.mul(x([n, at.y, at.x, channel], guard), grad);
      },
    },
  },
  reference: ([x, y], { attrs: g }) => {
    const w = new Float64Array(g.kh * g.kw * (g.c / g.groups) * g.oc);
    forEachProduct(g, (i, j, k) => {
      w[j] += x.data[i] * y.data[k];
    });
    return w;
  },
  samples: samples(xShape, yShape),
});

function geometry(
  x: readonly number[],
  w: readonly number[],
  options: Conv2dOptions,
  names: { x: string; w: string } = { x: `[${x}]`, w: `[${w}]` },
): ConvGeometry {
  const groups = options.groups ?? 1;
  const [n, h, width, c] = x;
  const [kh, kw, cg, oc] = w;
  if (x.length !== 4 || w.length !== 4) {
    throw new ShapeError(
      `conv2d: needs x [n, h, w, c] and w [kh, kw, c, oc], got ${names.x} and ${names.w}`,
    );
  }
  if (!Number.isInteger(groups) || groups < 1 || cg * groups !== c || oc % groups !== 0) {
    throw new ShapeError(
      `conv2d: ${names.x} and ${names.w} do not fit with ${groups} groups ` +
        `(${c} input channels, ${cg} a group in the weight, ${oc} output channels)`,
    );
  }
  return { n, c, oc, groups, ...windows([h, width], [kh, kw], options, 'conv2d') };
}

// f16 computes in f32; other dtypes as they are.
function inFloat(
  x: TensorLike,
  w: TensorLike,
  what: string,
  f: (x: Tensor, w: Tensor) => Tensor,
): Tensor {
  const [a, b] = unifyDTypes(toTensor(x), toTensor(w));
  if (a.dtype === 'bool') throw new DTypeError(`${what}: takes numbers, not ${a}`);
  if (a.dtype !== 'f16') return f(a, b);
  return cast(f(cast(a, 'f32'), cast(b, 'f32')), 'f16');
}

/**
 * Convolution: x [n, h, w, c], weight [kh, kw, c / groups, oc] -> [n, oh, ow, oc]. A 1x1 convolution is
 * a matrix product.
 * @throws ShapeError if ranks, channels or kernel do not fit; DTypeError for bool
 */
export function conv2d(x: TensorLike, w: TensorLike, options: Conv2dOptions = {}): Tensor {
  conv2dArgs(x, w, options);
  return inFloat(x, w, 'conv2d', (a, b) => {
    const g = geometry(a.shape, b.shape, options, { x: String(a), w: String(b) });
    const pointwise = g.kh * g.kw * g.groups * g.stride[0] * g.stride[1] === 1;
    if (pointwise && g.padding.every((p) => p === 0)) return matmul(a, reshape(b, [g.c, g.oc]));
    return forwardOp([a, b], g);
  });
}

/**
 * Transposed convolution, the gradient of `conv2d` in its input: x [n, h, w, c], weight
 * [kh, kw, oc / groups, c] (the weight of the convolution from oc to c channels) -> [n, oh, ow, oc],
 * oh = (h - 1) stride - 2 padding + dilation (kh - 1) + outputPadding + 1, as in PyTorch.
 * @throws ShapeError if ranks, channels or options do not fit; DTypeError for bool
 */
export function convTranspose2d(
  x: TensorLike,
  w: TensorLike,
  options: ConvTranspose2dOptions = {},
): Tensor {
  convTranspose2dArgs(x, w, options);
  return inFloat(x, w, 'convTranspose2d', (a, b) => {
    const what = 'convTranspose2d';
    const groups = options.groups ?? 1;
    const stride = pair(options.stride ?? 1, `${what}: stride`);
    const dilation = pair(options.dilation ?? 1, `${what}: dilation`);
    const pad = pair(options.padding ?? 0, `${what}: padding`, 0);
    const extra = pair(options.outputPadding ?? 0, `${what}: outputPadding`, 0);
    const [n, oh, ow, oc] = a.shape;
    const [kh, kw, cg, oc2] = b.shape;
    if (a.rank !== 4 || b.rank !== 4 || oc !== oc2 || oc % groups !== 0) {
      throw new ShapeError(
        `${what}: needs x [n, h, w, c] and w [kh, kw, oc / groups, c], got ${a} and ${b} ` +
          `with ${groups} groups`,
      );
    }
    const [h, width] = [0, 1].map((i) => {
      if (extra[i] > 0 && extra[i] >= Math.max(stride[i], dilation[i])) {
        throw new ShapeError(`${what}: outputPadding ${extra[i]} must be below stride or dilation`);
      }
      const reach = dilation[i] * ([kh, kw][i] - 1) + 1;
      return ([oh, ow][i] - 1) * stride[i] - 2 * pad[i] + reach + extra[i];
    });
    if (h < 1 || width < 1) {
      throw new ShapeError(`${what}: ${a} with ${b} and padding ${pad} leaves nothing`);
    }
    const padding = [pad[0], pad[0], pad[1], pad[1]] as const;
    const c = cg * groups;
    return inputGradOp([a, b], {
      n,
      h,
      w: width,
      c,
      kh,
      kw,
      oc,
      oh,
      ow,
      stride,
      padding,
      dilation,
      groups,
    });
  });
}

const row = (x: Tensor, what: string): Tensor => {
  if (x.rank !== 3) throw new ShapeError(`${what}: needs three dimensions, got ${x}`);
  return reshape(x, [x.shape[0], 1, x.shape[1], x.shape[2]]);
};
const unrow = (y: Tensor): Tensor => reshape(y, [y.shape[0], y.shape[2], y.shape[3]]);

/** Convolution of sequences: x [n, l, c], w [k, c / groups, oc] -> [n, ol, oc]. @throws ShapeError */
export function conv1d(x: TensorLike, w: TensorLike, options: Conv1dOptions = {}): Tensor {
  conv1dArgs(x, w, options);
  const a = row(toTensor(x), 'conv1d');
  const kernel = toTensor(w);
  if (kernel.rank !== 3) throw new ShapeError(`conv1d: needs w [k, c, oc], got ${kernel}`);
  const p = options.padding ?? 0;
  const sides = typeof p === 'number' ? ([p, p] as const) : p;
  const y = conv2d(a, reshape(kernel, [1, ...kernel.shape]), {
    stride: [1, options.stride ?? 1],
    padding: typeof sides === 'string' ? sides : [[0, 0], sides],
    dilation: [1, options.dilation ?? 1],
    groups: options.groups,
  });
  return unrow(y);
}

/**
 * Transposed convolution of sequences: x [n, l, c], w [k, oc / groups, c] -> [n, ol, oc].
 * @throws ShapeError
 */
export function convTranspose1d(
  x: TensorLike,
  w: TensorLike,
  options: {
    stride?: number;
    padding?: number;
    outputPadding?: number;
    dilation?: number;
    groups?: number;
  } = {},
): Tensor {
  convTranspose1dArgs(x, w, options);
  const a = row(toTensor(x), 'convTranspose1d');
  const kernel = toTensor(w);
  if (kernel.rank !== 3) throw new ShapeError(`convTranspose1d: needs w [k, oc, c], got ${kernel}`);
  const y = convTranspose2d(a, reshape(kernel, [1, ...kernel.shape]), {
    stride: [1, options.stride ?? 1],
    padding: [0, options.padding ?? 0],
    outputPadding: [0, options.outputPadding ?? 0],
    dilation: [1, options.dilation ?? 1],
    groups: options.groups,
  });
  return unrow(y);
}
