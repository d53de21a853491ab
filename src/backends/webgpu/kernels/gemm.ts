// Matrix products with pluggable operands: c[z, m, n] = sum_k a(z, m, k) b(z, k, n), where a and b say
// how an element is addressed (strides, or the gathered window of a convolution: an implicit GEMM).
// k runs over `outer` steps of `inner` elements each (the taps of a convolution and its channels).
// gemm-choice.ts picks the tile; gemm-registers.ts, gemm-tiles.ts and subgroup-matrix.ts write its
// text. Few outputs and a long k (weight gradients) are split over workgroups, whose parts a second
// dispatch adds up in order: the same bits every time.

import type { KernelOptions } from '../tuner.ts';
import { size } from '../wgsl/sizes.ts';
import { type Access, mainHead, type Operand, type Stage, type Stages } from '../wgsl/stage.ts';
import { block, splitFlat } from './axes.ts';
import {
  candidateTiles,
  defaultTraits,
  type GemmShape,
  splitsFor,
  type Tile,
  tileExtent,
  tileFor,
} from './gemm-choice.ts';
import type { Gemm, GemmCut } from './gemm-product.ts';
import { registerBody } from './gemm-registers.ts';
import { tilesBody } from './gemm-tiles.ts';
import { matrixBody, matrixDirectives } from './subgroup-matrix.ts';

function cutOf(g: Gemm, tile: Tile, splits: number): GemmCut {
  const terms = g.outer * g.inner;
  // what a split's bounds must be multiples of
  const unit = tile.form !== 'registers' ? tile.depth : g.outer > 1 ? g.inner : 1;
  const chunk = Math.ceil(terms / splits / unit) * unit;
  return { splits: Math.ceil(terms / chunk), chunk };
}

/** A product with the roles of a and b, rows and columns exchanged. */
function exchanged(g: Gemm): Gemm {
  const [a, b, c] = g.operands;
  return {
    ...g,
    m: g.n,
    n: g.m,
    a: g.b,
    b: g.a,
    out: (m, n) => g.out(n, m),
    outQuads: false,
    operands: [b, a, c],
    sizes: [g.sizes[1], g.sizes[0]],
  };
}

/** The dispatches of a product. */
export function gemmStages(given: Gemm, options: KernelOptions): Stages {
  // register tiles put columns side by side in vector lanes: there should be many
  const g = !options.hardware && given.n < 8 && given.m > given.n ? exchanged(given) : given;
  const half = options.f16 && g.operands[0].dtype === 'f16' && g.operands[1].dtype === 'f16';
  const shape: GemmShape = {
    batches: g.batches,
    m: g.m,
    n: g.n,
    k: g.outer * g.inner,
    inner: g.inner,
    half,
  };
  const adapter = options.adapter ?? defaultTraits(options.hardware);
  const withTile = (tile: Tile): Stages =>
    tiledStages(g, tile, splitsFor(shape, tile, adapter), adapter.unroll);
  const tuned =
    options.hardware && options.tuner
      ? options.tuner.choose({
          name: `${g.name} ${g.a.quads}/${g.b.quads} ${g.operands.map((o) => o.dtype)}`,
          shape,
          tiles: candidateTiles(shape, adapter),
          stages: withTile,
          elements: [...g.sizes, g.batches * g.m * g.n],
          options,
        })
      : undefined;
  return withTile(tuned ?? tileFor(shape, options));
}

function directivesOf(tile: Tile): readonly string[] {
  if (tile.form === 'matrix') return matrixDirectives;
  return tile.form === 'registers' && tile.spread ? ['enable subgroups;'] : [];
}

/** The dispatches of a product with a given tile, its k in up to `wantedSplits` parts. */
export function tiledStages(g: Gemm, tile: Tile, wantedSplits: number, unroll: boolean): Stages {
  const [rows, columns] = tileExtent(tile);
  const cut = cutOf(g, tile, wantedSplits);
  const parted = cut.splits > 1;
  const quads = parted ? g.n % 4 === 0 : g.outQuads;
  const vectors = tile.form === 'shared';
  const [a, b, c] = g.operands;
  const target: Operand = parted ? { arg: 'scratch', dtype: 'f32', write: true } : c;
  const inputQuads = tile.form !== 'registers';
  const first: Stage = {
    name: parted ? `${g.name}, parts` : g.name,
    operands: [
      { ...a, quads: inputQuads && g.a.quads !== undefined },
      { ...b, quads: inputQuads && g.b.quads !== undefined },
      { ...target, quads: vectors && quads },
    ],
    workgroups: Math.ceil(g.m / rows) * Math.ceil(g.n / columns) * cut.splits * g.batches,
    body: (access) =>
      tile.form === 'registers'
        ? registerBody(g, cut, tile, access)
        : tile.form === 'shared'
          ? tilesBody(g, cut, tile, { quads, unroll }, access)
          : matrixBody(g, cut, tile, access),
    directives: directivesOf(tile),
  };
  if (!parted) return { scratchBytes: 0, stages: [first] };
  return {
    scratchBytes: g.batches * cut.splits * g.m * g.n * 4,
    stages: [first, sumStage(g, cut)],
  };
}

// out[z, m, n] = sum of the splits' parts, in order
function sumStage(g: Gemm, cut: GemmCut): Stage {
  const quads = g.outQuads && g.n % 4 === 0;
  const width = quads ? 4 : 1;
  const columns = g.n / width;
  const total = g.batches * g.m * columns;
  return {
    name: `${g.name}, sum of parts`,
    operands: [
      { arg: 'scratch', dtype: 'f32', write: false, quads },
      { ...g.operands[2], quads },
    ],
    workgroups: Math.ceil(total / 64),
    body(access: Access) {
      const at = `(((z * ${size(cut.splits)} + s) * ${size(g.m)} + m) * ${size(columns)} + q)`;
      const part = quads ? access.load4(0, at) : access.load(0, at);
      const store = quads
        ? access.store4(1, `((${g.out('m', 'n')}) >> 2u)`, 'sum')
        : access.store(1, g.out('m', 'n'), 'sum');
      return `${mainHead(64)}  let flat = i32(group * 64u + lid);
  if (flat >= ${size(total)}) { return; }
${block(splitFlat('flat', [g.batches, g.m, columns], (i) => 'zmq'[i]))}${block(g.batch('z'))}
  let n = q * ${width}i;
  var sum = ${quads ? 'vec4f()' : '0f'};
  for (var s = 0i; s < ${size(cut.splits)}; s++) { sum += ${part}; }
  ${store}
}
`;
    },
  };
}
