// 2-D convolution generator, channels last: one trilinear form y = sum x w in three directions, each
// a matrix product over gathered pixels (see gather.ts) with the micro-kernel of tile.ts.
//   forward     y[p, o]      = sum_k gather(x)[p, k] w[k, o]          k = (ky, kx, channel)
//   inputGrad   dx[p, c]     = sum_k gather(dy)[p, k] w'[k, c]        w' flipped and transposed
//   weightGrad  dw[k, o]     = sum_p gather(x)[p, k] dy[p, o]
// A strided inputGrad splits the pixels of dx by their residues modulo the stride: each class meets
// only some taps, and is a convolution of stride 1 with those.

import { hasRelaxedSimd, type Local, ModuleBuilder } from '../wasm/assembler.ts';
import { emitGather, emitScatter, type PixelGrid, type Taps } from './gather.ts';
import { matmulKernel } from './matmul.ts';
import { emitPack } from './pack.ts';
import { emitBlock, type Kernel, tileShape } from './tile.ts';

/** Which of the three operands is computed. */
export type ConvPass = 'forward' | 'inputGrad' | 'weightGrad';

/** x [n, h, w, c], weights [kh, kw, c / groups, outChannels], y [n, oh, ow, outChannels]. */
export interface ConvSpec {
  readonly input: readonly [n: number, h: number, w: number, c: number];
  readonly kernel: readonly [kh: number, kw: number];
  readonly outChannels: number;
  readonly stride: readonly [number, number];
  readonly padding: readonly [top: number, bottom: number, left: number, right: number];
  readonly dilation: readonly [number, number];
  readonly groups: number;
}

/** Height and width of y. */
export const convOutput = (spec: ConvSpec): [oh: number, ow: number] => {
  const { input, kernel, stride, padding, dilation } = spec;
  const size = (length: number, before: number, after: number, axis: 0 | 1) => {
    const span = (kernel[axis] - 1) * dilation[axis] + 1;
    return Math.max(0, Math.floor((length + before + after - span) / stride[axis]) + 1);
  };
  return [size(input[1], padding[0], padding[1], 0), size(input[2], padding[2], padding[3], 1)];
};

/** Taps of the forward gather along one axis. */
const forwardTaps = (spec: ConvSpec, axis: 0 | 1): Taps => ({
  stride: spec.stride[axis],
  first: -spec.padding[2 * axis]!,
  step: spec.dilation[axis],
  count: spec.kernel[axis],
});

/** Positions `residue + stride * t` of dx along one axis and the kernel taps that reach them. */
interface ResidueClass {
  readonly residue: number;
  readonly size: number;
  /** Kernel indices, in the order of ascending positions in dy. */
  readonly kernel: readonly number[];
  readonly taps: Taps;
}

const residueClasses = (spec: ConvSpec, axis: 0 | 1): ResidueClass[] => {
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

const GATHER_FLOATS = 48 * 1024;

/** Pixels per block: whole row tiles, the gathered rows within the second-level cache. */
const blockPixels = (rows: number, k: number, pixels: number): number => {
  const tiles = Math.min(Math.floor(GATHER_FLOATS / (k * rows)), Math.ceil(pixels / rows));
  return rows * Math.max(Math.ceil(48 / rows), Math.min(tiles, Math.floor(384 / rows)));
};

const roundUp = (bytes: number) => 16 * Math.ceil(bytes / 16);

/** Row stride of the scratch: off the powers of two, which would share cache sets. */
const rowFloats = (k: number) => (k % 128 === 0 ? k + 16 : k);

/** An emitted product(source, weights, target, scratch) of one group. */
interface Part {
  readonly index: number;
  readonly scratchBytes: number;
}

interface GatheredProduct {
  readonly grid: PixelGrid;
  /** Channels of the source and of the target in this group, and all channels of the target. */
  readonly channels: number;
  readonly cols: number;
  readonly targetChannels: number;
  readonly images: number;
  /** Packs the weights if that pays or is needed. */
  readonly weights: { row: number; taps: readonly number[]; transposed: boolean };
  /** Where the rows go, if not one after the other into the target. */
  readonly scatter?: PixelGrid;
}

/** target[p, :] = gather(source)[p, :] weights, for all pixels: forward, and one class of inputGrad. */
const emitGathered = (m: ModuleBuilder, product: GatheredProduct, fma: boolean): Part => {
  const { grid, channels, cols, weights, scatter } = product;
  const k = grid.y.count * grid.x.count * channels;
  const pixels = product.images * grid.outHeight * grid.outWidth;
  const tile = tileShape(cols, fma);
  const count = blockPixels(tile.rows, k, pixels);
  const stride = rowFloats(k);
  const pack = weights.transposed || pixels > 3 * tile.rows;
  const panelBytes = 4 * k * tile.cols;
  const bBytes = pack ? roundUp(Math.ceil(cols / tile.cols) * panelBytes) : 0;
  const aBytes = roundUp(4 * count * stride);
  const cRow = scatter ? cols : product.targetChannels;
  const gather = emitGather(m, grid, channels, stride);
  const block = emitBlock(m, {
    tile,
    a: { row: stride, col: 1 },
    b: pack ? { packed: true, step: panelBytes } : { row: weights.row },
    cRow,
    rows: pixels,
    cols,
    accumulate: false,
    fma,
  });
  const packing = pack
    ? emitPack(m, {
        width: tile.cols,
        kStride: weights.transposed ? 1 : weights.row,
        laneStride: weights.transposed ? weights.row : 1,
        lanes: cols,
        panelBytes,
      })
    : -1;
  const scattering = scatter ? emitScatter(m, scatter, cols) : -1;

  const index = m.func(['i32', 'i32', 'i32', 'i32'], [], (f, [source, w, target, scratch]) => {
    const [pixel, rows, rowsAt, to] = [1, 2, 3, 4].map(() => f.local('i32')) as [
      Local, Local, Local, Local,
    ];
    if (pack) {
      // Tap t of the gather is tap `taps[t]` of the weights; each is a matrix of its own.
      const tapFloats = weights.row * (weights.transposed ? cols : channels);
      weights.taps.forEach((tap, t) => {
        f.get(w).i32Const(4 * tap * tapFloats).op('i32.add').get(scratch);
        f.i32Const(channels).i32Const(cols).i32Const(t * channels).call(packing);
      });
      f.get(scratch).set(w);
    }
    f.get(scratch).i32Const(bBytes).op('i32.add').set(rowsAt);
    if (scatter) f.get(rowsAt).i32Const(aBytes).op('i32.add').set(to);
    f.for(pixel, 0, pixels, count, () => {
      f.i32Const(pixels).get(pixel).op('i32.sub').tee(rows).i32Const(count);
      f.get(rows).i32Const(count).op('i32.lt_u').op('select').set(rows);
      f.get(source).get(rowsAt).get(pixel).get(rows).call(gather);
      f.get(rowsAt).get(w);
      if (scatter) f.get(to);
      else f.get(target).get(pixel).i32Const(4 * cRow).op('i32.mul').op('i32.add');
      f.get(rows).i32Const(cols).i32Const(k).i32Const(0).call(block);
      if (scatter) f.get(to).get(target).get(pixel).get(rows).call(scattering);
    });
  });
  return { index, scratchBytes: bBytes + aBytes + (scatter ? roundUp(4 * count * cols) : 0) };
};

const groupChannels = (spec: ConvSpec) => [
  spec.input[3] / spec.groups,
  spec.outChannels / spec.groups,
] as const;

/** The grid of y's pixels over x. */
const forwardGrid = (spec: ConvSpec): PixelGrid => {
  const [outHeight, outWidth] = convOutput(spec);
  const [, height, width, pixelStride] = spec.input;
  const [y, x] = [forwardTaps(spec, 0), forwardTaps(spec, 1)];
  return { outHeight, outWidth, height, width, pixelStride, y, x };
};

const emitForward = (m: ModuleBuilder, spec: ConvSpec, fma: boolean): Part => {
  const [channels, cols] = groupChannels(spec);
  const taps = Array.from({ length: spec.kernel[0] * spec.kernel[1] }, (_, t) => t);
  return emitGathered(
    m,
    {
      grid: forwardGrid(spec),
      channels,
      cols,
      targetChannels: spec.outChannels,
      images: spec.input[0],
      weights: { row: spec.outChannels, taps, transposed: false },
    },
    fma,
  );
};

/** One part per pair of residues; parts without taps leave zeros, which `fill` asks for. */
const emitInputGrad = (m: ModuleBuilder, spec: ConvSpec, fma: boolean) => {
  const [cols, channels] = groupChannels(spec);
  const [images, height, width, targetChannels] = spec.input;
  const [oh, ow] = convOutput(spec);
  const parts: Part[] = [];
  let fill = false;
  for (const y of residueClasses(spec, 0)) {
    for (const x of residueClasses(spec, 1)) {
      if (y.taps.count * x.taps.count === 0) {
        fill = true;
        continue;
      }
      const at = { outHeight: y.size, outWidth: x.size };
      const grid = { ...at, height: oh, width: ow, pixelStride: spec.outChannels };
      const place = (c: ResidueClass, axis: 0 | 1): Taps => ({
        stride: spec.stride[axis],
        first: c.residue,
        step: 1,
        count: 1,
      });
      const target = { ...at, height, width, pixelStride: targetChannels };
      const taps = y.kernel.flatMap((ky) => x.kernel.map((kx) => ky * spec.kernel[1] + kx));
      const dense = spec.stride[0] === 1 && spec.stride[1] === 1;
      parts.push(
        emitGathered(
          m,
          {
            grid: { ...grid, y: y.taps, x: x.taps },
            channels,
            cols,
            targetChannels,
            images,
            weights: { row: spec.outChannels, taps, transposed: true },
            ...(dense ? {} : { scatter: { ...target, y: place(y, 0), x: place(x, 1) } }),
          },
          fma,
        ),
      );
    }
  }
  return { parts, fill };
};

/** dw (+)= gather(x)^T dy over blocks of pixels, accumulated in place. */
const emitWeightGrad = (m: ModuleBuilder, spec: ConvSpec, fma: boolean): Part => {
  const [channels, cols] = groupChannels(spec);
  const grid = forwardGrid(spec);
  const k = grid.y.count * grid.x.count * channels;
  const pixels = spec.input[0] * grid.outHeight * grid.outWidth;
  const tile = tileShape(cols, fma);
  const count = blockPixels(tile.rows, k, pixels);
  const stride = rowFloats(k);
  const pack = k > 3 * tile.rows;
  const panelBytes = 4 * count * tile.cols;
  const bBytes = pack ? roundUp(Math.ceil(cols / tile.cols) * panelBytes) : 0;
  const gather = emitGather(m, grid, channels, stride);
  const block = emitBlock(m, {
    tile,
    a: { row: 1, col: stride },
    b: pack ? { packed: true, step: panelBytes } : { row: spec.outChannels },
    cRow: spec.outChannels,
    rows: k,
    cols,
    accumulate: pixels > count,
    fma,
  });
  const packing = pack
    ? emitPack(m, {
        width: tile.cols,
        kStride: spec.outChannels,
        laneStride: 1,
        lanes: cols,
        panelBytes,
      })
    : -1;
  const index = m.func(['i32', 'i32', 'i32', 'i32'], [], (f, [x, dy, dw, scratch]) => {
    const [pixel, rows, rowsAt, from] = [1, 2, 3, 4].map(() => f.local('i32')) as [
      Local, Local, Local, Local,
    ];
    f.get(scratch).i32Const(bBytes).op('i32.add').set(rowsAt);
    f.for(pixel, 0, pixels, count, () => {
      f.i32Const(pixels).get(pixel).op('i32.sub').tee(rows).i32Const(count);
      f.get(rows).i32Const(count).op('i32.lt_u').op('select').set(rows);
      f.get(x).get(rowsAt).get(pixel).get(rows).call(gather);
      f.get(dy).get(pixel).i32Const(4 * spec.outChannels).op('i32.mul').op('i32.add').set(from);
      if (pack) {
        f.get(from).get(scratch).get(rows).i32Const(cols).i32Const(0).call(packing);
        f.get(scratch).set(from);
      }
      f.get(rowsAt).get(from).get(dw).i32Const(k).i32Const(cols).get(rows).get(pixel).call(block);
    });
  });
  return { index, scratchBytes: bBytes + roundUp(4 * count * stride) };
};

/** A 1 x 1 convolution without stride or padding is a product of matrices. */
const pointwise = (spec: ConvSpec, pass: ConvPass, fma: boolean): Kernel => {
  const [n, h, w, c] = spec.input;
  const [pixels, o] = [n * h * w, spec.outChannels];
  const [x, y] = [{ row: c, col: 1 }, { row: o, col: 1 }];
  const common = { batch: [], fma };
  if (pass === 'forward')
    return matmulKernel({ m: pixels, k: c, n: o, a: x, b: { row: o, col: 1 }, ...common });
  if (pass === 'inputGrad')
    return matmulKernel({ m: pixels, k: o, n: c, a: y, b: { row: 1, col: o }, ...common });
  return matmulKernel({ m: c, k: pixels, n: o, a: { row: 1, col: c }, b: y, ...common });
};

/**
 * Generates one pass: run(first, second, result, scratch), byte pointers. Operands in order:
 * forward (x, w) -> y, inputGrad (dy, w) -> dx, weightGrad (x, dy) -> dw. The result is overwritten.
 */
export const conv2dKernel = (
  spec: ConvSpec & { readonly pass: ConvPass; readonly fma?: boolean },
): Kernel => {
  const { pass, input, kernel, stride, padding, groups } = spec;
  const fma = spec.fma ?? hasRelaxedSimd();
  const one = kernel[0] * kernel[1] * stride[0] * stride[1] * groups === 1;
  if (one && padding.every((p) => p === 0)) return pointwise(spec, pass, fma);

  const [n, h, w, c] = input;
  const [oh, ow] = convOutput(spec);
  const ySize = n * oh * ow * spec.outChannels;
  const wSize = kernel[0] * kernel[1] * (c / groups) * spec.outChannels;
  const resultSize = { forward: ySize, inputGrad: n * h * w * c, weightGrad: wSize }[pass];
  const m = new ModuleBuilder();
  const empty = ySize * wSize * n * h * w * c === 0;
  let parts: Part[] = [];
  let fill = empty;
  if (!empty) {
    if (pass === 'forward') parts = [emitForward(m, spec, fma)];
    else if (pass === 'weightGrad') parts = [emitWeightGrad(m, spec, fma)];
    else ({ parts, fill } = emitInputGrad(m, spec, fma));
  }
  // Floats from one group to the next in the three operands.
  const [gc, go] = groupChannels(spec);
  const steps = { forward: [gc, go, go], inputGrad: [go, go, gc], weightGrad: [gc, go, go] }[pass];
  m.func(
    ['i32', 'i32', 'i32', 'i32'],
    [],
    (f, [a, b, result, scratch]) => {
      if (fill) f.get(result).i32Const(0).i32Const(4 * resultSize).op('memory.fill');
      if (parts.length === 0) return;
      const group = f.local('i32');
      f.i32Const(groups).set(group);
      f.repeat(group, () => {
        for (const { index } of parts) f.get(a).get(b).get(result).get(scratch).call(index);
        [a, b, result].forEach((p, i) => f.inc(p, 4 * steps[i]!));
      });
    },
    'run',
  );
  const scratchBytes = parts.reduce((most, p) => Math.max(most, p.scratchBytes), 0);
  return { bytes: m.finish(), scratchBytes, args: `${PASS_ARGS[pass]} scratch` };
};

const PASS_ARGS = { forward: 'x w y', inputGrad: 'dy w dx', weightGrad: 'x dy dw' } as const;
