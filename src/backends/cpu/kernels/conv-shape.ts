// How the passes of a 2-D convolution walk over pixels and taps.

import type { ConvGeometry, ConvSpec } from '../../../tensor/kernels.ts';
import type { Simd } from '../wasm/simd.ts';
import type { PixelGrid, Taps } from './gather.ts';

/** A pass as a kernel's generator takes it: by default with fused multiply-add where there is one. */
export type ConvKernelSpec = Omit<ConvSpec, 'kind'> & { readonly simd?: Simd };

/** Taps of the forward gather along one axis. */
const forwardTaps = (g: ConvGeometry, axis: 0 | 1): Taps => ({
  stride: g.stride[axis],
  first: -g.padding[2 * axis]!,
  step: g.dilation[axis],
  count: axis === 0 ? g.kh : g.kw,
});

/** Positions `residue + stride * t` of dx along one axis and the kernel taps that reach them. */
export interface ResidueClass {
  readonly residue: number;
  readonly size: number;
  /** Kernel indices, in the order of ascending positions in dy. */
  readonly kernel: readonly number[];
  readonly taps: Taps;
}

/** The classes along one axis; one for stride 1. */
export const residueClasses = (g: ConvGeometry, axis: 0 | 1): ResidueClass[] => {
  const [stride, dilation] = [g.stride[axis], g.dilation[axis]];
  const [length, count] = axis === 0 ? [g.h, g.kh] : [g.w, g.kw];
  const classes: ResidueClass[] = [];
  for (let residue = 0; residue < Math.min(stride, length); residue++) {
    const kernel: number[] = [];
    const offsets: number[] = [];
    for (let tap = count - 1; tap >= 0; tap--) {
      // y position = t + (residue + padding - tap * dilation) / stride, if that is whole
      const offset = (residue + g.padding[2 * axis]! - tap * dilation) / stride;
      if (!Number.isInteger(offset)) continue;
      kernel.push(tap);
      offsets.push(offset);
    }
    const step = offsets.length > 1 ? offsets[1]! - offsets[0]! : 1;
    const taps = { stride: 1, first: offsets[0] ?? 0, step, count: offsets.length };
    classes.push({ residue, size: Math.ceil((length - residue) / stride), kernel, taps });
  }
  return classes;
};

/** Input and output channels of one group. */
export const groupChannels = (g: ConvGeometry) => [g.c / g.groups, g.oc / g.groups] as const;

/** The grid of y's pixels over x. */
export const forwardGrid = (g: ConvGeometry): PixelGrid => {
  const [y, x] = [forwardTaps(g, 0), forwardTaps(g, 1)];
  return { outHeight: g.oh, outWidth: g.ow, height: g.h, width: g.w, pixelStride: g.c, y, x };
};
