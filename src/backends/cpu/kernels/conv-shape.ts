// Shapes of a 2-D convolution, channels last, and how its passes walk over pixels and taps.

import type { PixelGrid, Taps } from './gather.ts';

/** Which of the three operands is computed. */
export type ConvPass = 'forward' | 'inputGrad' | 'weightGrad';

/**
 * x [n, h, w, c], weights [kh, kw, c / groups, outChannels], y [n, oh, ow, outChannels]. The size of y is
 * given, not derived: a transposed convolution whose output padding reaches its stride has a y smaller than
 * all positions that a forward convolution of the same x would have.
 */
export interface ConvSpec {
  readonly input: readonly [n: number, h: number, w: number, c: number];
  /** Height and width of y. */
  readonly output: readonly [oh: number, ow: number];
  readonly kernel: readonly [kh: number, kw: number];
  readonly outChannels: number;
  readonly stride: readonly [number, number];
  readonly padding: readonly [top: number, bottom: number, left: number, right: number];
  readonly dilation: readonly [number, number];
  readonly groups: number;
}

/** Taps of the forward gather along one axis. */
const forwardTaps = (spec: ConvSpec, axis: 0 | 1): Taps => ({
  stride: spec.stride[axis],
  first: -spec.padding[2 * axis]!,
  step: spec.dilation[axis],
  count: spec.kernel[axis],
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
export const residueClasses = (spec: ConvSpec, axis: 0 | 1): ResidueClass[] => {
  const [stride, dilation] = [spec.stride[axis], spec.dilation[axis]];
  const length = spec.input[1 + axis]!;
  const classes: ResidueClass[] = [];
  for (let residue = 0; residue < Math.min(stride, length); residue++) {
    const kernel: number[] = [];
    const offsets: number[] = [];
    for (let tap = spec.kernel[axis] - 1; tap >= 0; tap--) {
      // y position = t + (residue + padding - tap * dilation) / stride, if that is whole
      const offset = (residue + spec.padding[2 * axis]! - tap * dilation) / stride;
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
export const groupChannels = (spec: ConvSpec) =>
  [spec.input[3] / spec.groups, spec.outChannels / spec.groups] as const;

/** The grid of y's pixels over x. */
export const forwardGrid = (spec: ConvSpec): PixelGrid => {
  const [outHeight, outWidth] = spec.output;
  const [, height, width, pixelStride] = spec.input;
  const [y, x] = [forwardTaps(spec, 0), forwardTaps(spec, 1)];
  return { outHeight, outWidth, height, width, pixelStride, y, x };
};
