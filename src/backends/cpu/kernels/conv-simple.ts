// Convolutions that are simpler than a product over gathered pixels: one filter a channel, and 1 x 1.
import type { ConvGeometry, ConvSpec } from '../../../tensor/kernels.ts';
import { ModuleBuilder } from '../wasm/assembler.ts';
import type { Simd } from '../wasm/simd.ts';
import { forwardGrid } from './conv-shape.ts';
import { emitDepthwise } from './depthwise.ts';
import { matmulKernel } from './matmul.ts';
import type { Kernel } from './tile.ts';

/** Operands and result of each pass. */
export const PASS_ARGS = { forward: 'x w y', inputGrad: 'dy w dx', weightGrad: 'x dy dw' } as const;

/** One filter per channel; the result is summed up in place. */
export const depthwise = (
  g: ConvGeometry,
  pass: ConvSpec['pass'],
  resultSize: number,
  simd: Simd,
): Kernel => {
  const m = new ModuleBuilder();
  const result = ({ forward: 'y', inputGrad: 'x', weightGrad: 'w' } as const)[pass];
  const product = emitDepthwise(m, forwardGrid(g), g.n, result, simd);
  m.func(
    ['i32', 'i32', 'i32', 'i32'],
    [],
    (f, [a, b, c]) => {
      f.get(c)
        .i32Const(0)
        .i32Const(4 * resultSize)
        .op('memory.fill');
      const [x, w, y] = { forward: [a, b, c], inputGrad: [c, b, a], weightGrad: [a, c, b] }[pass];
      f.get(x).get(w).get(y).call(product);
    },
    'run',
  );
  return { bytes: m.finish(), scratchBytes: 0, args: `${PASS_ARGS[pass]} scratch` };
};

/** A 1 x 1 convolution without stride or padding is a product of matrices. */
export const pointwise = (g: ConvGeometry, pass: ConvSpec['pass'], simd: Simd): Kernel => {
  const { c, oc: o } = g;
  const pixels = g.n * g.h * g.w;
  const [x, y] = [
    { row: c, col: 1 },
    { row: o, col: 1 },
  ];
  const common = { batch: [], simd };
  if (pass === 'forward')
    return matmulKernel({ m: pixels, k: c, n: o, a: x, b: { row: o, col: 1 }, ...common });
  if (pass === 'inputGrad')
    return matmulKernel({ m: pixels, k: o, n: c, a: y, b: { row: 1, col: o }, ...common });
  return matmulKernel({ m: c, k: pixels, n: o, a: { row: 1, col: c }, b: y, ...common });
};
