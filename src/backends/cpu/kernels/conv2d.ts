// 2-D convolution generator, channels last: one trilinear form y = sum x w in three directions, each
// a matrix product over gathered pixels (see gather.ts) with the micro-kernel of tile.ts.
//   forward     y[p, o]      = sum_k gather(x)[p, k] w[k, o]          k = (ky, kx, channel)
//   inputGrad   dx[p, c]     = sum_k gather(dy)[p, k] w'[k, c]        w' flipped and transposed
//   weightGrad  dw[k, o]     = sum_p gather(x)[p, k] dy[p, o]
// A strided inputGrad splits the pixels of dx by their residues modulo the stride: each class meets
// only some taps, and is a convolution of stride 1 with those.

import type { ConvGeometry } from '../../../tensor/kernels.ts';
import { emitParts, productTime, type Split } from '../threads/split.ts';
import { type Local, ModuleBuilder, type Operand } from '../wasm/assembler.ts';
import { type Simd, usualSimd } from '../wasm/simd.ts';
import {
  type ConvKernelSpec,
  forwardGrid,
  groupChannels,
  type ResidueClass,
  residueClasses,
} from './conv-shape.ts';
import { depthwise, PASS_ARGS, pointwise } from './conv-simple.ts';
import { emitGather, emitScatter, type PixelGrid, type Taps } from './gather.ts';
import { emitPack } from './pack.ts';
import { emitBlock, type Kernel, roundUp, tileShape } from './tile.ts';

const GATHER_FLOATS = 48 * 1024;

/** Pixels per block: whole row tiles, the gathered rows within the second-level cache. */
const blockPixels = (rows: number, k: number, pixels: number): number => {
  const tiles = Math.min(Math.floor(GATHER_FLOATS / (k * rows)), Math.ceil(pixels / rows));
  return rows * Math.max(Math.ceil(48 / rows), Math.min(tiles, Math.floor(384 / rows)));
};

/** Row stride of the scratch: off the powers of two, which would share cache sets. */
const rowFloats = (k: number) => (k % 128 === 0 ? k + 16 : k);

/** Nanoseconds of gathering or packing a float. */
const COPY = 0.2;

/**
 * An emitted product(source, weights, target, scratch, from, to, fresh) of one group: a range of its
 * pixels, or in weightGrad of its columns.
 */
interface Part {
  readonly index: number;
  readonly scratchBytes: number;
  readonly split: Split;
}

const partParameters = ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'] as const;

interface GatheredProduct {
  readonly grid: PixelGrid;
  /** Channels of the source and of the target in this group, and all channels of the target. */
  readonly channels: number;
  readonly cols: number;
  readonly targetChannels: number;
  readonly images: number;
  /** Ranges end with images, not only with the last one: the tail of the tiles is that of an image. */
  readonly byImages?: boolean;
  /** Packs the weights if that pays or is needed. */
  readonly weights: { row: number; taps: readonly number[]; transposed: boolean };
  /** Where the rows go, if not one after the other into the target. */
  readonly scatter?: PixelGrid;
}

/** target[p, :] = gather(source)[p, :] weights, for all pixels: forward, and one class of inputGrad. */
const emitGathered = (m: ModuleBuilder, product: GatheredProduct, simd: Simd): Part => {
  const { grid, channels, cols, weights, scatter } = product;
  const k = grid.y.count * grid.x.count * channels;
  const pixels = product.images * grid.outHeight * grid.outWidth;
  const tile = tileShape(cols, simd);
  const count = blockPixels(tile.rows, k, pixels);
  const stride = rowFloats(k);
  const pack = weights.transposed || pixels > 3 * tile.rows;
  const panelBytes = 4 * k * tile.cols;
  const bBytes = pack ? roundUp(Math.ceil(cols / tile.cols) * panelBytes, 16) : 0;
  const aBytes = roundUp(4 * count * stride, 16);
  const cRow = scatter ? cols : product.targetChannels;
  const gather = emitGather(m, grid, channels, stride);
  const block = emitBlock(m, {
    tile,
    a: { row: stride, col: 1 },
    b: pack ? { packed: true, step: panelBytes } : { row: weights.row },
    cRow,
    rows: product.byImages ? pixels / product.images : pixels,
    cols,
    accumulate: false,
    simd,
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

  const index = m.func(partParameters, [], (f, [source, w, target, scratch, from, end, fresh]) => {
    const [pixel, rows, rowsAt, to] = f.several('i32', 4);
    if (pack) {
      // Tap t of the gather is tap `taps[t]` of the weights; each is a matrix of its own.
      const tapFloats = weights.row * (weights.transposed ? cols : channels);
      f.get(fresh).if(() => {
        weights.taps.forEach((tap, t) => {
          f.get(w)
            .i32Const(4 * tap * tapFloats)
            .op('i32.add')
            .get(scratch);
          f.i32Const(channels)
            .i32Const(cols)
            .i32Const(t * channels)
            .call(packing);
        });
      });
      f.get(scratch).set(w);
    }
    f.get(scratch).i32Const(bBytes).op('i32.add').set(rowsAt);
    if (scatter) f.get(rowsAt).i32Const(aBytes).op('i32.add').set(to);
    f.for(pixel, from, end, count, () => {
      f.get(end).get(pixel).op('i32.sub').tee(rows).i32Const(count);
      f.get(rows).i32Const(count).op('i32.lt_u').op('select').set(rows);
      f.get(source).get(rowsAt).get(pixel).get(rows).call(gather);
      f.get(rowsAt).get(w);
      if (scatter) f.get(to);
      else
        f.get(target)
          .get(pixel)
          .i32Const(4 * cRow)
          .op('i32.mul')
          .op('i32.add');
      f.get(rows).i32Const(cols).i32Const(k).i32Const(0).call(block);
      if (scatter) f.get(to).get(target).get(pixel).get(rows).call(scattering);
    });
  });
  const split = {
    extent: pixels,
    step: tile.rows,
    work: productTime(2 * pixels * k * cols) + COPY * pixels * k,
    repeated: 0,
  };
  const scratchBytes = bBytes + aBytes + (scatter ? roundUp(4 * count * cols, 16) : 0);
  return { index, scratchBytes, split };
};

const emitForward = (m: ModuleBuilder, g: ConvGeometry, simd: Simd): Part => {
  const [channels, cols] = groupChannels(g);
  const taps = Array.from({ length: g.kh * g.kw }, (_, t) => t);
  return emitGathered(
    m,
    {
      grid: forwardGrid(g),
      channels,
      cols,
      targetChannels: g.oc,
      images: g.n,
      weights: { row: g.oc, taps, transposed: false },
    },
    simd,
  );
};

// Threads divide the images where there are several parts, or zeros to fill in.
const dividesImages = ({ groups }: ConvGeometry, parts: number, fill: boolean): boolean =>
  groups === 1 && parts > 0 && (parts > 1 || fill);

/** One part per pair of residues; parts without taps leave zeros, which `fill` asks for. */
const emitInputGrad = (m: ModuleBuilder, g: ConvGeometry, simd: Simd) => {
  const [cols, channels] = groupChannels(g);
  const pairs = residueClasses(g, 0).flatMap((y) => residueClasses(g, 1).map((x) => ({ y, x })));
  const reached = pairs.filter(({ y, x }) => y.taps.count * x.taps.count > 0);
  const fill = reached.length < pairs.length;
  const byImages = dividesImages(g, reached.length, fill);
  const parts = reached.map(({ y, x }) => {
    const at = { outHeight: y.size, outWidth: x.size };
    const grid = { ...at, height: g.oh, width: g.ow, pixelStride: g.oc };
    const place = (c: ResidueClass, axis: 0 | 1): Taps => ({
      stride: g.stride[axis],
      first: c.residue,
      step: 1,
      count: 1,
    });
    const target = { ...at, height: g.h, width: g.w, pixelStride: g.c };
    const taps = y.kernel.flatMap((ky) => x.kernel.map((kx) => ky * g.kw + kx));
    const dense = g.stride[0] === 1 && g.stride[1] === 1;
    return emitGathered(
      m,
      {
        grid: { ...grid, y: y.taps, x: x.taps },
        channels,
        cols,
        targetChannels: g.c,
        images: g.n,
        byImages,
        weights: { row: g.oc, taps, transposed: true },
        ...(dense ? {} : { scatter: { ...target, y: place(y, 0), x: place(x, 1) } }),
      },
      simd,
    );
  });
  return { parts, fill };
};

/** dw (+)= gather(x)^T dy over blocks of pixels, accumulated in place. */
const emitWeightGrad = (m: ModuleBuilder, g: ConvGeometry, simd: Simd): Part => {
  const [channels, cols] = groupChannels(g);
  const grid = forwardGrid(g);
  const k = grid.y.count * grid.x.count * channels;
  const pixels = g.n * grid.outHeight * grid.outWidth;
  const tile = tileShape(cols, simd);
  const count = blockPixels(tile.rows, k, pixels);
  const stride = rowFloats(k);
  const pack = k > 3 * tile.rows;
  const panelBytes = 4 * count * tile.cols;
  const bBytes = pack ? roundUp(Math.ceil(cols / tile.cols) * panelBytes, 16) : 0;
  const gather = emitGather(m, grid, channels, stride);
  const block = emitBlock(m, {
    tile,
    a: { row: 1, col: stride },
    b: pack ? { packed: true, step: panelBytes } : { row: g.oc },
    cRow: g.oc,
    rows: k,
    cols,
    accumulate: pixels > count,
    simd,
  });
  const packing = pack
    ? emitPack(m, {
        width: tile.cols,
        kStride: g.oc,
        laneStride: 1,
        lanes: cols,
        panelBytes,
      })
    : -1;
  const index = m.func(partParameters, [], (f, [x, dy, dw, scratch, start, end]) => {
    const [pixel, rows, rowsAt, from, width] = f.several('i32', 5);
    const skipColumns = () => f.get(start).i32Const(4).op('i32.mul').op('i32.add');
    f.get(end).get(start).op('i32.sub').set(width);
    f.get(dy);
    skipColumns().set(dy).get(dw);
    skipColumns().set(dw);
    f.get(scratch).i32Const(bBytes).op('i32.add').set(rowsAt);
    f.for(pixel, 0, pixels, count, () => {
      f.i32Const(pixels).get(pixel).op('i32.sub').tee(rows).i32Const(count);
      f.get(rows).i32Const(count).op('i32.lt_u').op('select').set(rows);
      f.get(x).get(rowsAt).get(pixel).get(rows).call(gather);
      f.get(dy)
        .get(pixel)
        .i32Const(4 * g.oc)
        .op('i32.mul')
        .op('i32.add')
        .set(from);
      if (pack) {
        f.get(from).get(scratch).get(rows).get(width).i32Const(0).call(packing);
        f.get(scratch).set(from);
      }
      f.get(rowsAt).get(from).get(dw).i32Const(k).get(width).get(rows).get(pixel).call(block);
    });
  });
  const split = {
    extent: cols,
    step: tile.cols,
    work: productTime(2 * pixels * k * cols) + COPY * pixels * k,
    repeated: COPY * pixels * k,
  };
  return { index, scratchBytes: bBytes + roundUp(4 * count * stride, 16), split };
};

/**
 * Generates one pass: run(first, second, result, scratch), byte pointers. Operands in order:
 * forward (x, w) -> y, inputGrad (dy, w) -> dx, weightGrad (x, dy) -> dw. The result is overwritten.
 */
export const conv2dKernel = (g: ConvKernelSpec): Kernel => {
  const { pass, n, h, w, c, oc, kh, kw, oh, ow, stride, padding, groups } = g;
  const simd = g.simd ?? usualSimd();
  const one = kh * kw * stride[0] * stride[1] * groups === 1;
  if (one && padding.every((p) => p === 0) && oh === h && ow === w) return pointwise(g, pass, simd);

  const ySize = n * oh * ow * oc;
  const wSize = kh * kw * (c / groups) * oc;
  const resultSize = { forward: ySize, inputGrad: n * h * w * c, weightGrad: wSize }[pass];
  const m = new ModuleBuilder();
  const empty = ySize * wSize * n * h * w * c === 0;
  if (!empty && groups > 1 && c === groups && oc === groups)
    return depthwise(g, pass, resultSize, simd);
  let parts: Part[] = [];
  let fill = empty;
  if (!empty) {
    if (pass === 'forward') parts = [emitForward(m, g, simd)];
    else if (pass === 'weightGrad') parts = [emitWeightGrad(m, g, simd)];
    else ({ parts, fill } = emitInputGrad(m, g, simd));
  }
  // Floats from one group to the next in the three operands.
  const [gc, go] = groupChannels(g);
  const steps = { forward: [gc, go, go], inputGrad: [go, go, gc], weightGrad: [gc, go, go] }[pass];
  // Threads divide the one part there is, or the images.
  const byImagesOrPart = dividesImages(g, parts.length, fill) ? 'images' : 'part';
  const by = groups > 1 || parts.length === 0 ? 'nothing' : byImagesOrPart;
  const work = parts.reduce((sum, p) => sum + p.split.work, 0);
  const byImages = { extent: n, step: 1, work, repeated: COPY * wSize };
  const split = { nothing: undefined, part: parts[0]?.split, images: byImages }[by];
  emitParts(m, 4, split?.extent ?? 1, (f, pointers, from, to, fresh) => {
    const [a, b, result, scratch] = pointers;
    const imageTimes = (image: Local, size: number) => () =>
      void f.get(image).i32Const(size).op('i32.mul');
    if (fill) {
      const bytes = 4 * (resultSize / n);
      if (by === 'images') {
        f.get(result).push(imageTimes(from, bytes)).op('i32.add').i32Const(0);
        f.push(imageTimes(to, bytes)).push(imageTimes(from, bytes)).op('i32.sub');
      } else
        f.get(result)
          .i32Const(0)
          .i32Const(4 * resultSize);
      f.op('memory.fill');
    }
    const call = ({ index }: Part, range: readonly Operand[]) => {
      f.get(a).get(b).get(result).get(scratch);
      for (const operand of range) f.push(operand);
      f.call(index);
    };
    const image = f.local('i32');
    const group = f.local('i32');
    f.i32Const(parts.length === 0 ? 0 : groups).set(group);
    f.repeat(group, () => {
      for (const p of parts) {
        const { extent } = p.split;
        if (by === 'part') call(p, [from, to, fresh]);
        else if (by === 'nothing') call(p, [0, extent, 1]);
        else {
          // image by image, so that the last tile of each is the one that was made for it
          f.for(image, from, to, 1, () => {
            const start = imageTimes(image, extent / n);
            const end = () =>
              void f
                .push(start)
                .i32Const(extent / n)
                .op('i32.add');
            call(p, [start, end, () => void f.get(image).get(from).op('i32.eq')]);
          });
        }
      }
      [a, b, result].forEach((p, i) => f.inc(p, 4 * steps[i]!));
    });
  });
  const scratchBytes = parts.reduce((most, p) => Math.max(most, p.scratchBytes), 0);
  return { bytes: m.finish(), scratchBytes, args: `${PASS_ARGS[pass]} scratch`, split };
};
