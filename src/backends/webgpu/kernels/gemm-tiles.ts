// Products on GPUs: a workgroup of 16x16 (8x8 for small products) threads loads tiles of a and b into
// workgroup memory as vectors of four rows (columns) and each thread accumulates 4x4 or 8x8 outputs.
// Sizes follow what tfjs, ONNX Runtime and llama.cpp report for WebGPU; they are not tuned here.
import type { Access } from '../wgsl/stage.ts';
import { mainHead } from '../wgsl/stage.ts';
import { block } from './axes.ts';
import {
  elementText,
  type Gemm,
  type GemmCut,
  type GemmOperand,
  splitBounds,
  storeText,
  tileIndices,
} from './gemm.ts';

/** Output tile of a workgroup, depth of a step, and outputs per thread in each direction. */
export interface TileSizes {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly perThread: number;
}

/** Large tiles where they still fill a large GPU, small ones for small products. */
export function tileSizes(g: Gemm): TileSizes {
  const tiles = (size: number): number => Math.ceil(g.m / size) * Math.ceil(g.n / size) * g.batches;
  if (tiles(128) >= 256) return { rows: 128, columns: 128, depth: 8, perThread: 8 };
  if (g.m > 32 && g.n > 32) return { rows: 64, columns: 64, depth: 16, perThread: 4 };
  return { rows: 32, columns: 32, depth: 16, perThread: 4 };
}

/** Body of the tiled product. */
export function tilesBody(g: Gemm, cut: GemmCut, tile: TileSizes, access: Access): string {
  const { rows, columns, depth, perThread } = tile;
  const across = columns / perThread;
  const down = rows / perThread;
  const size = across * down;
  const quads = perThread / 4;
  const a = side('a', g.a, 0, rows, depth, size, g.m, 'tm', access);
  const b = side('b', g.b, 1, columns, depth, size, g.n, 'tn', access);
  const q = Array.from({ length: quads }, (_, i) => i);
  const lanes = ['x', 'y', 'z', 'w'];
  const accumulators = q.flatMap((i) => lanes.flatMap((l) => q.map((j) => ({ i, l, j }))));
  // k as one flat index, so that tiles may straddle outer steps
  const first = g.outer > 1 ? `k0 * ${g.inner}i` : 'j0';
  const last = g.outer > 1 ? `k1 * ${g.inner}i` : 'j1';
  const compute = [
    ...q.map((i) => `let p${i} = tileA[k * ${rows / 4} + ty + ${i * down}];`),
    ...q.map((j) => `let q${j} = tileB[k * ${columns / 4} + tx + ${j * across}];`),
    ...accumulators.map(
      ({ i, l, j }) => `c${i}${l}${j} = fma(vec4f(p${i}.${l}), q${j}, c${i}${l}${j});`,
    ),
  ];
  const stores = accumulators.flatMap(({ i, l, j }) =>
    lanes.map((e, column) => {
      const m = `(tm * ${rows}i + (ty + ${i * down}i) * 4i + ${lanes.indexOf(l)}i)`;
      const n = `(tn * ${columns}i + (tx + ${j * across}i) * 4i + ${column}i)`;
      const store = storeText(g, cut, access, m, n, `c${i}${l}${j}.${e}`);
      return `if (${m} < ${g.m}i && ${n} < ${g.n}i) { ${store} }`;
    }),
  );
  return `var<workgroup> tileA: array<vec4f, ${(rows * depth) / 4}>;
var<workgroup> tileB: array<vec4f, ${(columns * depth) / 4}>;
${mainHead(size)}${block([
  ...tileIndices(Math.ceil(g.n / columns), Math.ceil(g.m / rows), cut.splits),
  `let tx = i32(lid % ${across}u);`,
  `let ty = i32(lid / ${across}u);`,
  ...g.batch('z'),
  ...splitBounds(g, cut),
  ...a.setup,
  ...b.setup,
  ...accumulators.map(({ i, l, j }) => `var c${i}${l}${j} = vec4f(0f);`),
])}  let kEnd = ${last};
  for (var kTile = ${first}; kTile < kEnd; kTile += ${depth}i) {
${block([...a.fill, ...b.fill], 2)}    workgroupBarrier();
    for (var k = 0i; k < ${depth}i; k++) {
${block(compute, 3)}    }
    workgroupBarrier();
  }
${block(stores)}}
`;

  // Thread t fills vectors t, t + size, ... of a tile: four lines at one k each.
  function side(
    name: string,
    operand: GemmOperand,
    number: number,
    lines: number,
    tileDepth: number,
    threads: number,
    extent: number,
    tileName: string,
    from: Access,
  ): { setup: string[]; fill: string[] } {
    const setup: string[] = [];
    const fill: string[] = [];
    const vectors = (lines * tileDepth) / 4;
    for (let i = 0; i * threads < vectors; i++) {
      const v = `${name}v${i}`;
      const [k, line] = operand.alongK
        ? [`${v} % ${tileDepth}i`, `${v} / ${tileDepth}i`]
        : [`${v} / ${lines / 4}i`, `${v} % ${lines / 4}i`];
      setup.push(
        `let ${v} = i32(lid) + ${i * threads}i;`,
        `let ${v}k = ${k};`,
        `let ${v}l = ${line};`,
      );
      const loads: string[] = [];
      fill.push(
        `if (${v} < ${vectors}i) {`,
        `  let kf = kTile + ${v}k;`,
        '  let inside = kf < kEnd;',
        '  let kx = min(kf, kEnd - 1i);',
        ...(g.outer > 1
          ? [`  let ko = i32(u32(kx) / ${g.inner}u);`, `  let kj = i32(u32(kx) % ${g.inner}u);`]
          : ['  let ko = 0i;', '  let kj = kx;']),
      );
      for (let e = 0; e < 4; e++) {
        const p = `${v}e${e}_`;
        const at = `${tileName} * ${lines}i + ${v}l * 4i + ${e}i`;
        setup.push(`let ${p}i = min(${at}, ${extent - 1}i);`, ...operand.line(p, `${p}i`));
        fill.push(...operand.outer(p, 'ko').map((l) => `  ${l}`));
        const element = operand.inner(p, 'kj');
        const guard = element.guard ? `(inside && ${element.guard})` : 'inside';
        loads.push(elementText((x) => from.load(number, x), element.at, guard));
      }
      const array = name === 'a' ? 'tileA' : 'tileB';
      fill.push(`  ${array}[${v}k * ${lines / 4}i + ${v}l] = vec4f(`);
      fill.push(...loads.map((l, e) => `    ${l}${e < 3 ? ',' : ');'}`), '}');
    }
    return { setup, fill };
  }
}
