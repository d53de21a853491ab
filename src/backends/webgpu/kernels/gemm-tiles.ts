// Products on GPUs: a workgroup loads tiles of a and b into workgroup memory as vectors of four rows
// (columns), and each thread keeps tm x tn outputs in quads that are spread over the tile, so that
// neighbouring threads read neighbouring vectors. Optionally the next step is read ahead.
import { type Access, mainHead, opaque } from '../wgsl/stage.ts';
import { block } from './axes.ts';
import { type SharedTile, tileThreads } from './gemm-choice.ts';
import { fillTile } from './gemm-fill.ts';
import { type Gemm, type GemmCut, resultIndex, tileIndices } from './gemm-product.ts';

/** Statements that declare the range of flat k of a split, as `kStart` and `kEnd`. */
export const flatBounds = (g: Gemm, cut: GemmCut): string[] => [
  `let kStart = s * ${cut.chunk}i;`,
  `let kEnd = min(kStart + ${cut.chunk}i, ${g.outer * g.inner}i);`,
];

/** Body of the tiled product; `quads`: results are stored as vectors. `unroll`: drivers may unroll. */
export function tilesBody(
  g: Gemm,
  cut: GemmCut,
  tile: SharedTile,
  { quads, unroll }: { readonly quads: boolean; readonly unroll: boolean },
  access: Access,
): string {
  const { rows, columns, depth, tm, tn } = tile;
  const across = columns / tn;
  const down = rows / tm;
  const threads = tileThreads(tile);
  // a vector of padding where blocks are transposed into the tile, against bank conflicts
  const pitch = (lines: number, side: 'a' | 'b'): number =>
    lines / 4 + (g[side].quads === 'k' ? 1 : 0);
  const [pitchA, pitchB] = [pitch(rows, 'a'), pitch(columns, 'b')];
  const fillA = fillTile({
    ...{ g, side: 'a', lines: rows, depth, threads, access },
    write: (k, q, value) => `tileA[${k} * ${pitchA}i + ${q}] = ${value};`,
  });
  const fillB = fillTile({
    ...{ g, side: 'b', lines: columns, depth, threads, access },
    write: (k, q, value) => `tileB[${k} * ${pitchB}i + ${q}] = ${value};`,
  });
  const rowQuads = Array.from({ length: tm / 4 }, (_, i) => i);
  const columnQuads = Array.from({ length: tn / 4 }, (_, j) => j);
  const lanes = ['x', 'y', 'z', 'w'];
  const accumulators = rowQuads.flatMap((i) =>
    lanes.flatMap((l, e) => columnQuads.map((j) => ({ i, l, e, j, name: `c${i}${l}${j}` }))),
  );
  const compute = [
    ...rowQuads.map((i) => `let p${i} = tileA[k * ${pitchA}i + ty + ${i * down}i];`),
    ...columnQuads.map((j) => `let q${j} = tileB[k * ${pitchB}i + tx + ${j * across}i];`),
    ...accumulators.map(({ i, l, j, name }) => `${name} = fma(vec4f(p${i}.${l}), q${j}, ${name});`),
  ];
  const stores = accumulators.flatMap(({ i, e, j, name }) => {
    const m = `(tm * ${rows}i + (ty + ${i * down}i) * 4i + ${e}i)`;
    const n = `(tn * ${columns}i + (tx + ${j * across}i) * 4i)`;
    if (quads) {
      const store = access.store4(2, `((${resultIndex(g, cut, m, n)}) >> 2u)`, name);
      return [`if ((${m} < ${g.m}i) & (${n} < ${g.n}i)) { ${store} }`];
    }
    return lanes.map((l, column) => {
      const at = `(${n} + ${column}i)`;
      const store = access.store(2, resultIndex(g, cut, m, at), `${name}.${l}`);
      return `if ((${m} < ${g.m}i) & (${at} < ${g.n}i)) { ${store} }`;
    });
  });
  const fetch = [...fillA.fetch, ...fillB.fetch];
  const ahead = tile.prefetch;
  return `var<workgroup> tileA: array<vec4f, ${pitchA * depth}>;
var<workgroup> tileB: array<vec4f, ${pitchB * depth}>;
${mainHead(threads)}${block([
  ...tileIndices(g, tile, cut),
  `let tx = i32(lid % ${across}u);`,
  `let ty = i32(lid / ${across}u);`,
  ...g.batch('z'),
  ...flatBounds(g, cut),
  ...fillA.setup,
  ...fillB.setup,
  ...accumulators.map(({ name }) => `var ${name} = vec4f();`),
  'var kAt = kStart;',
  ...(ahead ? fetch : []),
])}  while (kAt < kEnd) {
${block([...(ahead ? [] : fetch), ...fillA.put, ...fillB.put], 2)}    workgroupBarrier();
    kAt += ${depth}i;
${block(ahead ? fetch : [], 2)}    for (var k = 0i; k < ${unroll ? `${depth}i` : opaque(depth)}; k++) {
${block(compute, 3)}    }
    workgroupBarrier();
  }
${block(stores)}}
`;
}
