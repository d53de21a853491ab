// Products of f16 on matrix units: the tiles of gemm-tiles.ts in f16, multiplied by whole subgroups as
// 16x16 matrices with f32 sums (Chromium's experimental subgroup matrices; tensor cores on NVIDIA).
// Operands pass through workgroup memory, so every addressing of the product family works, transposes
// and convolutions included, and edges are zeros. Results pass through 16x16 pieces of workgroup memory
// to bounds-checked stores.
import { type Access, mainHead } from '../wgsl/stage.ts';
import { block } from './axes.ts';
import { type MatrixTile, tileThreads } from './gemm-choice.ts';
import { fillTile } from './gemm-fill.ts';
import { type Gemm, type GemmCut, resultIndex, tileIndices } from './gemm-product.ts';
import { flatBounds } from './gemm-tiles.ts';

/** The device feature behind these kernels. */
export const matrixFeature = 'chromium-experimental-subgroup-matrix';

/** What the text of such a stage needs. */
export const matrixDirectives: readonly string[] = [
  'enable chromium_experimental_subgroup_matrix;',
  // offsets are the same for all threads of a subgroup, which the analysis cannot see
  'diagnostic(off, chromium.subgroup_matrix_uniformity);',
];

const side = 16;
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Body of a product on matrix units. */
export function matrixBody(g: Gemm, cut: GemmCut, tile: MatrixTile, access: Access): string {
  const { rows, columns, depth, down, across, subgroup } = tile;
  const threads = tileThreads(tile);
  const [ownRows, ownColumns] = [rows / down, columns / across];
  const ri = range(ownRows / side);
  const cj = range(ownColumns / side);
  const pairs = ri.flatMap((i) => cj.map((j) => ({ i, j, name: `c${i}_${j}` })));
  const write =
    (array: string, lines: number) =>
    (k: string, q: string, value: string): string =>
      `{ let at = ${k} * ${lines}i + ${q} * 4i; let h = vec4<f16>(${value}); ` +
      `${[...'xyzw'].map((c, e) => `${array}[at + ${e}i] = h.${c};`).join(' ')} }`;
  const common = { g, depth, threads, access };
  const fillA = fillTile({ ...common, side: 'a', lines: rows, write: write('tileA', rows) });
  const fillB = fillTile({ ...common, side: 'b', lines: columns, write: write('tileB', columns) });
  const matrix = (kind: string): string => `subgroup_matrix_${kind}<f16, ${side}, ${side}>`;
  const steps = range(depth / side).flatMap((t) => [
    '{',
    ...ri.map(
      (i) =>
        `  let ma${i} = subgroupMatrixLoad<${matrix('left')}, col_major>(&tileA, ` +
        `${t * side * rows}u + rowAt + ${i * side}u, ${rows}u);`,
    ),
    ...cj.map(
      (j) =>
        `  let mb${j} = subgroupMatrixLoad<${matrix('right')}, row_major>(&tileB, ` +
        `${t * side * columns}u + columnAt + ${j * side}u, ${columns}u);`,
    ),
    ...pairs.map(
      ({ i, j, name }) => `  ${name} = subgroupMatrixMultiplyAccumulate(ma${i}, mb${j}, ${name});`,
    ),
    '}',
  ]);
  const stores = pairs.flatMap(({ i, j, name }) => [
    `subgroupMatrixStore<row_major>(&results, ownAt, ${name}, ${side}u);`,
    'workgroupBarrier();',
    `for (var e = lane; e < ${side * side}u; e += ${subgroup}u) {`,
    `  let m = tm * ${rows}i + i32(rowAt + ${i * side}u + e / ${side}u);`,
    `  let n = tn * ${columns}i + i32(columnAt + ${j * side}u + e % ${side}u);`,
    `  if ((m < ${g.m}i) & (n < ${g.n}i)) { ` +
      `${access.store(2, resultIndex(g, cut, 'm', 'n'), 'results[ownAt + e]')} }`,
    '}',
    'workgroupBarrier();',
  ]);
  return `var<workgroup> tileA: array<f16, ${rows * depth}>;
var<workgroup> tileB: array<f16, ${columns * depth}>;
var<workgroup> results: array<f32, ${down * across * side * side}>;
${mainHead(threads)}${block([
  ...tileIndices(g, tile, cut),
  `let lane = lid % ${subgroup}u;`,
  `let own = lid / ${subgroup}u;`,
  `let rowAt = own / ${across}u * ${ownRows}u;`,
  `let columnAt = own % ${across}u * ${ownColumns}u;`,
  `let ownAt = own * ${side * side}u;`,
  ...g.batch('z'),
  ...flatBounds(g, cut),
  ...fillA.setup,
  ...fillB.setup,
  ...pairs.map(({ name }) => `var ${name} = subgroup_matrix_result<f32, ${side}, ${side}>();`),
])}  for (var kAt = kStart; kAt < kEnd; kAt += ${depth}i) {
${block([...fillA.fetch, ...fillB.fetch, ...fillA.put, ...fillB.put], 2)}    workgroupBarrier();
${block(steps, 2)}    workgroupBarrier();
  }
${block(stores)}}
`;
}
