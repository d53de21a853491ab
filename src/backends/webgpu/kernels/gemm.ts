// Matrix products with pluggable operands: c[z, m, n] = sum_k a(z, m, k) b(z, k, n), where a and b say
// how an element is addressed (strides, or the gathered window of a convolution: an implicit GEMM).
// k runs over `outer` steps of `inner` elements each (the taps of a convolution and its channels).
// Two forms: tiles in workgroup memory for GPUs (gemm-tiles.ts), and 8x4 register tiles without
// workgroup memory for CPU adapters (8x8 spills there), where a workgroup shares its rows so that
// their addresses are computed once. Few outputs and a long k are split over workgroups, whose parts a
// second dispatch adds up.
import type { Access, Operand, ShaderOptions, Stage, Stages } from '../wgsl/stage.ts';
import { mainHead } from '../wgsl/stage.ts';
import { block, nextPowerOfTwo, splitFlat } from './axes.ts';
import { tileSizes, tilesBody } from './gemm-tiles.ts';

/** One side of a product. Names of local variables start with the given prefix. */
export interface GemmOperand {
  /** Statements for row (a) or column (b) `i`, an i32 text, in range. */
  line(p: string, i: string): string[];
  /** Statements for outer step `ko`, after `line`. */
  outer(p: string, ko: string): string[];
  /** Address of inner element `ki`, and the condition without which it counts as 0. */
  inner(p: string, ki: string): { readonly at: string; readonly guard?: string };
  /** Neighbouring k are neighbours in memory. */
  readonly alongK: boolean;
}

/** A product; `batch` declares whatever the operands and `out` need for batch `z` (an i32 text). */
export interface Gemm {
  readonly name: string;
  readonly batches: number;
  readonly m: number;
  readonly n: number;
  readonly outer: number;
  readonly inner: number;
  readonly a: GemmOperand;
  readonly b: GemmOperand;
  batch(z: string): string[];
  /** Flat index of output (m, n) in batch z. */
  out(m: string, n: string): string;
  /** a, b and the output of the kernel. */
  readonly operands: readonly [Operand, Operand, Operand];
}

/** How a product is cut. */
export interface GemmCut {
  readonly rows: number;
  readonly columns: number;
  readonly splits: number;
  /** Outer steps (inner elements if there is one outer step) of each split. */
  readonly chunk: number;
}

/** Text that gives an operand's element or 0. */
export function elementText(load: (at: string) => string, at: string, guard?: string): string {
  return guard ? `select(0f, ${load(`select(0i, ${at}, ${guard})`)}, ${guard})` : load(at);
}

/** Bounds of k for split `s`, as `k0`/`k1` (outer) and `j0`/`j1` (inner). */
export function splitBounds(g: Gemm, cut: GemmCut): string[] {
  if (cut.splits === 1) {
    return [`let k0 = 0i; let k1 = ${g.outer}i;`, `let j0 = 0i; let j1 = ${g.inner}i;`];
  }
  const range = (name: string, extent: number): string =>
    `let ${name}0 = s * ${cut.chunk}i; let ${name}1 = min(${name}0 + ${cut.chunk}i, ${extent}i);`;
  return g.outer > 1
    ? [range('k', g.outer), `let j0 = 0i; let j1 = ${g.inner}i;`]
    : ['let k0 = 0i; let k1 = 1i;', range('j', g.inner)];
}

/** Statements that take the folded workgroup index apart into tile column, tile row, split, batch. */
export const tileIndices = (tilesN: number, tilesM: number, splits: number): string[] => [
  `let tn = i32(group % ${tilesN}u);`,
  `let tm = i32(group / ${tilesN}u % ${tilesM}u);`,
  `let s = i32(group / ${tilesN * tilesM}u % ${splits}u);`,
  `let z = i32(group / ${tilesN * tilesM * splits}u);`,
];

/** The store of one result, to the output or to the split's part of the scratch memory. */
export function storeText(
  g: Gemm,
  cut: GemmCut,
  access: Access,
  m: string,
  n: string,
  v: string,
): string {
  if (cut.splits === 1) return access.store(2, g.out(m, n), v);
  const at = `((z * ${cut.splits}i + s) * ${g.m}i + ${m}) * ${g.n}i + ${n}`;
  return access.store(2, at, `bitcast<u32>(${v})`);
}

function cutOf(g: Gemm, rows: number, columns: number, wanted: number): GemmCut {
  const tiles = Math.ceil(g.m / rows) * Math.ceil(g.n / columns) * g.batches;
  const extent = g.outer > 1 ? g.outer : g.inner;
  const terms = g.outer * g.inner;
  const most = Math.min(Math.floor(wanted / tiles), Math.floor(terms / 256), extent, 256);
  if (most < 2) return { rows, columns, splits: 1, chunk: extent };
  const chunk = Math.ceil(extent / most);
  return { rows, columns, splits: Math.ceil(extent / chunk), chunk };
}

/** The dispatches of a product. */
export function gemmStages(g: Gemm, options: ShaderOptions): Stages {
  let cut: GemmCut;
  let body: (access: Access) => string;
  if (options.hardware) {
    const tile = tileSizes(g);
    cut = cutOf(g, tile.rows, tile.columns, 512);
    body = (access) => tilesBody(g, cut, tile, access);
  } else {
    const size = Math.min(32, nextPowerOfTwo(Math.ceil(g.n / 4)));
    // small products are over before a large tile would be compiled
    const small = g.batches * g.m * g.n * g.outer * g.inner < 2 ** 20;
    const perRow = Math.min(small ? 1 : 8, nextPowerOfTwo(g.m));
    const perColumn = Math.min(small ? 1 : 4, nextPowerOfTwo(Math.ceil(g.n / size)));
    cut = cutOf(g, perRow, perColumn * size, 16);
    body = (access) => registerBody(g, cut, size, access);
  }
  const tiles = Math.ceil(g.m / cut.rows) * Math.ceil(g.n / cut.columns);
  const [a, b, c] = g.operands;
  const target: Operand = cut.splits === 1 ? c : { arg: 'scratch', dtype: 'u32', write: true };
  const first: Stage = {
    name: cut.splits === 1 ? g.name : `${g.name}, parts`,
    operands: [a, b, target],
    workgroups: tiles * cut.splits * g.batches,
    body,
  };
  if (cut.splits === 1) return { scratchBytes: 0, stages: [first] };
  return {
    scratchBytes: g.batches * cut.splits * g.m * g.n * 4,
    stages: [first, sumStage(g, cut)],
  };
}

function registerBody(g: Gemm, cut: GemmCut, size: number, access: Access): string {
  const { rows } = cut;
  const columns = cut.columns / size;
  const r = Array.from({ length: rows }, (_, i) => i);
  const c = Array.from({ length: columns }, (_, j) => j);
  const setup = [
    ...tileIndices(Math.ceil(g.n / cut.columns), Math.ceil(g.m / rows), cut.splits),
    ...g.batch('z'),
    ...splitBounds(g, cut),
    ...r.flatMap((i) => [
      `let m${i} = min(tm * ${rows}i + ${i}i, ${g.m - 1}i);`,
      ...g.a.line(`a${i}_`, `m${i}`),
    ]),
    ...c.flatMap((j) => [
      `let n${j} = min(tn * ${cut.columns}i + ${j * size}i + i32(lid), ${g.n - 1}i);`,
      ...g.b.line(`b${j}_`, `n${j}`),
    ]),
    ...r.flatMap((i) => c.map((j) => `var c${i}_${j} = 0f;`)),
  ];
  const load = (operand: number, side: GemmOperand, p: string): string => {
    const { at, guard } = side.inner(p, 'kj');
    return elementText((x) => access.load(operand, x), at, guard);
  };
  const steps = [
    ...r.map((i) => `let x${i} = ${load(0, g.a, `a${i}_`)};`),
    ...c.map((j) => `let y${j} = ${load(1, g.b, `b${j}_`)};`),
    ...r.flatMap((i) => c.map((j) => `c${i}_${j} = fma(x${i}, y${j}, c${i}_${j});`)),
  ];
  const stores = r.flatMap((i) =>
    c.map((j) => {
      const m = `(tm * ${rows}i + ${i}i)`;
      const n = `(tn * ${cut.columns}i + ${j * size}i + i32(lid))`;
      return `if (${m} < ${g.m}i && ${n} < ${g.n}i) { ${storeText(g, cut, access, m, n, `c${i}_${j}`)} }`;
    }),
  );
  return `${mainHead(size)}${block(setup)}  for (var ko = k0; ko < k1; ko++) {
${block([...r.flatMap((i) => g.a.outer(`a${i}_`, 'ko')), ...c.flatMap((j) => g.b.outer(`b${j}_`, 'ko'))], 2)}
    for (var kj = j0; kj < j1; kj++) {
${block(steps, 3)}    }
  }
${block(stores)}}
`;
}

// out[z, m, n] = sum of the splits' parts, in order
function sumStage(g: Gemm, cut: GemmCut): Stage {
  const total = g.batches * g.m * g.n;
  return {
    name: `${g.name}, sum of parts`,
    operands: [{ arg: 'scratch', dtype: 'u32', write: false }, g.operands[2]],
    workgroups: Math.ceil(total / 64),
    body(access) {
      const at = `((z * ${cut.splits}i + s) * ${g.m}i + m) * ${g.n}i + n`;
      return `${mainHead(64)}  let flat = i32(group * 64u + lid);
  if (flat >= ${total}i) { return; }
${block(splitFlat('flat', [g.batches, g.m, g.n], (i) => 'zmn'[i]))}${block(g.batch('z'))}
  var sum = 0f;
  for (var s = 0i; s < ${cut.splits}i; s++) { sum += bitcast<f32>(${access.load(0, at)}); }
  ${access.store(1, g.out('m', 'n'), 'sum')}
}
`;
    },
  };
}
