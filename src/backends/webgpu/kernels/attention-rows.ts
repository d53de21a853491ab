// The one kernel behind all passes of attention. A thread owns a row (a query, or a key for the gradients
// of keys and values) in registers and walks over the rows of the other side, a few at a time: dot
// products give scores, scores give weights, and weighted rows add up in registers. Forwards the maximum
// and the sum of exponentials are kept up to date on the way (online softmax, Milakov and Gimelshein
// 2018, arXiv:1805.02867). On GPUs a workgroup loads tiles of the other side into workgroup memory, where
// all threads read the same row at once; wide rows are cut into parts, one for each of several threads,
// which exchange their parts of the dot products. CPU adapters read memory directly.
import type { Access, Operand, Stage } from '../wgsl/stage.ts';
import { mainHead } from '../wgsl/stage.ts';
import { block } from './axes.ts';

/** Rows of vectors in an operand of the stage: element (i, c) at `base` + i * row + c * col. */
export interface Rows {
  readonly operand: number;
  /** Name of the variable that holds the start of this matrix. */
  readonly base: string;
  readonly row: number;
  readonly col: number;
  readonly columns: number;
  /** Addresses are in vectors of four elements. */
  readonly quads: boolean;
}

/** What a pass computes. `own` rows are a thread's, `tile` rows are walked over. */
export interface RowPass {
  readonly name: string;
  readonly operands: readonly Operand[];
  readonly batches: number;
  readonly rows: number;
  readonly others: number;
  readonly own: Readonly<Record<string, Rows>>;
  readonly tiles: Readonly<Record<string, Rows>>;
  /** Dot products s_j, g_j of an own row with row j of a tile. */
  readonly dots: readonly { readonly name: string; readonly own: string; readonly tile: string }[];
  /** Sums of rows of a tile with a weight, which is a name like those of dots. */
  readonly sums: readonly {
    readonly name: string;
    readonly tile: string;
    readonly weight: string;
  }[];
  /** Bounds of the walk, `first` and `end`, for the rows from `row0` up to `row1` (not included). */
  readonly bounds: readonly string[];
  /** After `z`, the index of the matrix. */
  readonly matrix: readonly string[];
  /** After `row`, the thread's own row; declares variables. */
  setup(access: Access): string[];
  /** Weights of `count` neighbouring rows, with indices i0, i1, ..., from their dot products. */
  weights(access: Access, count: number, sums: readonly string[]): string[];
  /** Stores the vectors of the sums, which `vectors` gives with their columns, and single numbers. */
  finish(access: Access, single: string, vectors: (sum: string) => SumVector[]): string[];
}

/** Vector `text` of a sum; its column `at + e` is a result if `guard` holds. */
export interface SumVector {
  readonly text: string;
  readonly column: (e: number) => { readonly at: string; readonly guard?: string };
}

const ELEMENTS = ['x', 'y', 'z', 'w'];
const MEMORY = 16384;
/** Vectors of each own row that a thread holds at most. */
const HELD = 16;
/** Widest rows: four threads hold one. */
export const widest = 4 * 4 * HELD;

const vectorsOf = (r: Rows): number => Math.ceil(r.columns / 4);

// vector c (text or number) of row i
function vectorText(access: Access, r: Rows, i: string, c: string | number): string {
  const known = typeof c === 'number';
  const whole = known && c < Math.floor(r.columns / 4);
  if (r.quads) {
    const text = access.load4(r.operand, `${r.base} + ${i} * ${r.row}i + ${c}${known ? 'i' : ''}`);
    return text;
  }
  const element = (e: number): string => {
    const column = known ? `${4 * c + e}i` : `(${c} * 4i + ${e}i)`;
    const at = (x: string): string =>
      access.load(r.operand, `${r.base} + ${i} * ${r.row}i + ${x} * ${r.col}i`);
    if (whole || (!known && r.columns % 4 === 0)) return at(column);
    if (known) return 4 * c + e < r.columns ? at(column) : '0f';
    return `select(0f, ${at(`min(${column}, ${r.columns - 1}i)`)}, ${column} < ${r.columns}i)`;
  };
  return `vec4f(${[0, 1, 2, 3].map(element).join(', ')})`;
}

/** How the work is laid out. */
interface Layout {
  /** Own rows of a workgroup, threads a row, rows of a tile, and rows that are unrolled. */
  readonly rows: number;
  readonly parts: number;
  readonly tile: number;
  readonly unroll: number;
}

function layoutOf(p: RowPass, hardware: boolean): Layout {
  const all = [...Object.values(p.own), ...Object.values(p.tiles)];
  const most = Math.max(...all.map(vectorsOf));
  const each = Object.values(p.tiles).reduce((n, r) => n + vectorsOf(r), 0);
  if (!hardware) return { rows: 32, parts: 1, tile: 1, unroll: each <= 16 ? 2 : 1 };
  const parts = most > 2 * HELD ? 4 : most > HELD ? 2 : 1;
  const rows = p.rows * p.batches >= 16384 ? 64 : 32;
  const unroll = 4;
  const exchanged = parts > 1 ? 4 * p.dots.length * unroll * rows * parts : 0;
  const width = Object.values(p.tiles).reduce((n, r) => n + widthOf(r, parts), 0);
  const fits = Math.floor((MEMORY - exchanged) / (16 * width));
  return { rows, parts, tile: Math.max(unroll, Math.min(32, fits - (fits % unroll))), unroll };
}

// vectors a thread holds of a row, and of the row with what fills up the parts
const heldOf = (r: Rows, parts: number): number => Math.ceil(vectorsOf(r) / parts);
const widthOf = (r: Rows, parts: number): number => heldOf(r, parts) * parts;

/** The dispatch of a pass. */
export function rowStage(p: RowPass, hardware: boolean): Stage {
  const layout = layoutOf(p, hardware);
  const blocks = Math.ceil(p.rows / layout.rows);
  return {
    name: p.name,
    operands: p.operands,
    workgroups: blocks * p.batches,
    body: (access) => rowBody(p, layout, blocks, hardware, access),
  };
}

function rowBody(
  p: RowPass,
  layout: Layout,
  blocks: number,
  hardware: boolean,
  access: Access,
): string {
  const { rows, parts, tile, unroll } = layout;
  const threads = rows * parts;
  const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
  // vector c of the thread's part
  const place = (r: Rows, c: number): string | number =>
    parts === 1 ? c : `(part * ${heldOf(r, parts)}i + ${c}i)`;
  const guarded = (r: Rows, c: string | number, text: string): string =>
    typeof c === 'number' || widthOf(r, parts) === vectorsOf(r)
      ? text
      : `select(vec4f(0f), ${text}, ${c} < ${vectorsOf(r)}i)`;
  const clamped = (r: Rows, c: string | number): string | number =>
    typeof c === 'number' || widthOf(r, parts) === vectorsOf(r)
      ? c
      : `min(${c}, ${vectorsOf(r) - 1}i)`;

  const head = [
    `let z = i32(group / ${blocks}u);`,
    `let row0 = i32(group % ${blocks}u) * ${rows}i;`,
    `let row1 = min(row0 + ${rows}i, ${p.rows}i);`,
    `let mine = row0 + i32(lid % ${rows}u);`,
    `let row = min(mine, ${p.rows - 1}i);`,
    ...(parts > 1 ? [`let part = i32(lid / ${rows}u);`] : []),
    ...p.matrix,
    ...p.bounds,
    ...p.setup(access),
    ...Object.entries(p.own).flatMap(([name, r]) =>
      range(heldOf(r, parts)).map((c) => {
        const at = place(r, c);
        return `let ${name}${c} = ${guarded(r, at, vectorText(access, r, 'row', clamped(r, at)))};`;
      }),
    ),
    ...p.sums.flatMap(({ name, tile: from }) =>
      range(heldOf(p.tiles[from], parts)).map((c) => `var ${name}${c} = vec4f(0f);`),
    ),
  ];

  const tileVector = (name: string, j: number, c: number): string => {
    const r = p.tiles[name];
    if (!hardware) return `${name}_${j}_${c}`;
    const at = `(j0 + ${j}i) * ${widthOf(r, parts)}i + ${place(r, c)}${parts === 1 ? 'i' : ''}`;
    return `tile_${name}[${at}]`;
  };
  const direct = hardware
    ? []
    : Object.entries(p.tiles).flatMap(([name, r]) =>
        range(unroll).flatMap((j) =>
          range(vectorsOf(r)).map(
            (c) => `let ${name}_${j}_${c} = ${vectorText(access, r, `x${j}`, c)};`,
          ),
        ),
      );
  const dots = p.dots.flatMap(({ name, own, tile: other }) =>
    range(unroll).map((j) => {
      const terms = range(heldOf(p.own[own], parts)).map(
        (c) => `dot(${own}${c}, ${tileVector(other, j, c)})`,
      );
      return `var ${name}${j} = ${terms.join(' + ')};`;
    }),
  );
  const exchange = (): string[] => {
    const names = p.dots.flatMap(({ name }) => range(unroll).map((j) => `${name}${j}`));
    const slot = (k: number, q: number): string =>
      `exchanged[${(k * parts + q) * rows}u + lid % ${rows}u]`;
    return [
      ...names.map((n, k) => `exchanged[${k * threads}u + lid] = ${n};`),
      'workgroupBarrier();',
      ...names.map(
        (n, k) =>
          `${n} = ${range(parts)
            .map((q) => slot(k, q))
            .join(' + ')};`,
      ),
      'workgroupBarrier();',
    ];
  };
  const sums = p.sums.flatMap(({ name, tile: from, weight }) =>
    range(heldOf(p.tiles[from], parts)).flatMap((c) =>
      range(unroll).map(
        (j) => `${name}${c} = fma(vec4f(${weight}${j}), ${tileVector(from, j, c)}, ${name}${c});`,
      ),
    ),
  );
  const sumNames = p.sums.flatMap(({ name, tile: from }) =>
    range(heldOf(p.tiles[from], parts)).map((c) => `${name}${c}`),
  );
  const chunk = [
    ...range(unroll).flatMap((j) => [
      `let i${j} = t0 + ${hardware ? 'j0 + ' : ''}${j}i;`,
      `let x${j} = min(i${j}, ${p.others - 1}i);`,
    ]),
    ...direct,
    ...dots,
    ...(parts > 1 ? exchange() : []),
    ...p.weights(access, unroll, sumNames),
    ...sums,
  ];

  const fill = Object.entries(p.tiles).flatMap(([name, r]) => {
    const width = widthOf(r, parts);
    const c = `(t % ${width}i)`;
    const text = vectorText(access, r, 'from', clamped(r, c));
    return [
      `for (var t = i32(lid); t < ${tile * width}i; t += ${threads}i) {`,
      `  let from = min(t0 + t / ${width}i, ${p.others - 1}i);`,
      `  tile_${name}[t] = ${guarded(r, c, text)};`,
      '}',
    ];
  });
  const walk = hardware
    ? [
        `for (var t0 = first; t0 < end; t0 += ${tile}i) {`,
        ...fill.map((l) => `  ${l}`),
        '  workgroupBarrier();',
        `  for (var j0 = 0i; j0 < ${tile}i; j0 += ${unroll}i) {`,
        ...chunk.map((l) => `    ${l}`),
        '  }',
        '  workgroupBarrier();',
        '}',
      ]
    : [`for (var t0 = first; t0 < end; t0 += ${unroll}i) {`, ...chunk.map((l) => `  ${l}`), '}'];

  const vectors = (name: string): SumVector[] => {
    const r = p.tiles[p.sums.find((s) => s.name === name)?.tile as string];
    return range(heldOf(r, parts)).map((c) => ({
      text: `${name}${c}`,
      column(e) {
        if (parts === 1) {
          return 4 * c + e < r.columns ? { at: `${4 * c + e}i` } : { at: '0i', guard: 'false' };
        }
        const at = `(${place(r, c)} * 4i + ${e}i)`;
        return 4 * widthOf(r, parts) === r.columns
          ? { at }
          : { at, guard: `${at} < ${r.columns}i` };
      },
    }));
  };
  const single = `mine < ${p.rows}i${parts > 1 ? ' && part == 0i' : ''}`;
  const memory = hardware
    ? [
        ...Object.entries(p.tiles).map(
          ([name, r]) =>
            `var<workgroup> tile_${name}: array<vec4f, ${tile * widthOf(r, parts)}>;\n`,
        ),
        parts > 1
          ? `var<workgroup> exchanged: array<f32, ${p.dots.length * unroll * threads}>;\n`
          : '',
      ].join('')
    : '';
  return `${memory}${mainHead(threads)}${block([...head, ...walk])}${block(p.finish(access, single, vectors))}}
`;
}

/** Stores a sum's vectors, scaled by `factor`, where the own row exists. */
export function storeRows(
  access: Access,
  operand: number,
  rows: number,
  vectors: readonly SumVector[],
  at: (column: string) => string,
  factor?: string,
): string[] {
  const stores = vectors.flatMap(({ text, column }) =>
    ELEMENTS.flatMap((element, e) => {
      const { at: c, guard } = column(e);
      if (guard === 'false') return [];
      const value = `${text}.${element}${factor ? ` * ${factor}` : ''}`;
      const store = access.store(operand, at(c), value);
      return [guard ? `if (${guard}) { ${store} }` : store];
    }),
  );
  return [`if (mine < ${rows}i) {`, ...stores.map((s) => `  ${s}`), '}'];
}
