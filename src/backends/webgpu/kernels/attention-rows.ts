// The one kernel behind all passes of attention. A thread owns a row (a query, or a key for the gradients
// of keys and values) in registers and walks over the rows of the other side, a few at a time: dot
// products give scores, scores give weights, and weighted rows add up. Forwards the maximum and the sum of
// exponentials are kept up to date on the way (online softmax, Milakov and Gimelshein 2018,
// arXiv:1805.02867). On GPUs a workgroup loads tiles of the other side into workgroup memory, where all
// threads read the same row at once; wide rows are cut into parts, one for each of several threads, which
// exchange their parts of the dot products. On CPU adapters a thread owns four rows and reads memory.
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

/** A variable of the thread's row: its name, or one lane of it where a thread owns four rows. */
export type Variable = (name: string) => string;

/** What a pass computes. `own` rows are a thread's, `tiles` are walked over. */
export interface RowPass {
  readonly name: string;
  readonly operands: readonly Operand[];
  readonly batches: number;
  readonly rows: number;
  readonly others: number;
  readonly own: Readonly<Record<string, Rows>>;
  readonly tiles: Readonly<Record<string, Rows>>;
  /** Dot products of an own row with row j of a tile, as variables `name`j. */
  readonly dots: readonly { readonly name: string; readonly own: string; readonly tile: string }[];
  /** The result: the sum of rows of a tile with weights, which are variables named like dots. */
  readonly sum: { readonly tile: string; readonly weight: string };
  /** The weights also give `fade`, a factor for the sum so far. */
  readonly fades: boolean;
  /** Statements after `z`, the index of the matrix. */
  readonly matrix: readonly string[];
  /** `let first` and `let end`, the walk for the own rows from `row0` up to `row1` (not included). */
  readonly bounds: readonly string[];
  /** Further variables of a row, and their first values. */
  state(access: Access, row: string): readonly (readonly [name: string, value: string])[];
  /** Makes weights of `count` neighbouring rows i0, i1, ... of their dot products, for own row `row`. */
  weights(access: Access, count: number, v: Variable): string[];
  /** Statements before row `mine` is stored. */
  ending(v: Variable): readonly string[];
  /** Where column `c` of row `mine` goes, and a factor. */
  readonly result: { readonly operand: number; at(c: string): string; readonly factor?: string };
  /** A number beside it. */
  readonly single?: { readonly operand: number; readonly at: string; value(v: Variable): string };
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

// vectors a thread holds of a row, and of the row with what fills up the parts
const heldOf = (r: Rows, parts: number): number => Math.ceil(vectorsOf(r) / parts);
const widthOf = (r: Rows, parts: number): number => heldOf(r, parts) * parts;

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const indent = (lines: readonly string[]): string[] => lines.map((l) => `  ${l}`);

/** The dispatch of a pass. */
export function rowStage(p: RowPass, hardware: boolean): Stage {
  const { name } = p;
  if (!hardware) {
    const sums: Operand = { arg: 'scratch', dtype: 'f32', write: true };
    return {
      name,
      operands: [...p.operands, sums],
      workgroups: blocksOf(p) * p.batches,
      body: (access) => loopBody(p, access),
    };
  }
  const layout = layoutOf(p);
  const blocks = Math.ceil(p.rows / layout.rows);
  return {
    name,
    operands: p.operands,
    workgroups: blocks * p.batches,
    body: (access) => tiledBody(p, layout, blocks, access),
  };
}

const head = (p: RowPass, blocks: number, rows: number): string[] => [
  `let z = i32(group / ${blocks}u);`,
  `let row0 = i32(group % ${blocks}u) * ${rows}i;`,
  `let row1 = min(row0 + ${rows}i, ${p.rows}i);`,
  ...p.matrix,
  ...p.bounds,
];

/** Statements that say which rows are walked over next; rows behind the last one are read as that. */
const walked = (p: RowPass, count: number, start: string): string[] =>
  range(count).flatMap((j) => [
    `let i${j} = ${start} + ${j}i;`,
    `let x${j} = min(i${j}, ${p.others - 1}i);`,
  ]);

const singleStore = (p: RowPass, access: Access, v: Variable): string[] =>
  p.single ? [access.store(p.single.operand, p.single.at, p.single.value(v))] : [];

const scaled = (p: RowPass, value: string): string =>
  p.result.factor ? `${value} * ${p.result.factor}` : value;

// Tiles in workgroup memory

/** Own rows of a workgroup, threads a row, and rows of a tile. */
interface Layout {
  readonly rows: number;
  readonly parts: number;
  readonly tile: number;
}

/** Rows of a tile that are worked on at once. */
const UNROLL = 4;

function layoutOf(p: RowPass): Layout {
  const all = [...Object.values(p.own), ...Object.values(p.tiles)];
  const most = Math.max(...all.map(vectorsOf));
  const parts = most > 2 * HELD ? 4 : most > HELD ? 2 : 1;
  const rows = p.rows * p.batches >= 16384 ? 64 : 32;
  const exchanged = parts > 1 ? 4 * p.dots.length * UNROLL * rows * parts : 0;
  const width = Object.values(p.tiles).reduce((n, r) => n + widthOf(r, parts), 0);
  const fits = Math.floor((MEMORY - exchanged) / (16 * width));
  return { rows, parts, tile: Math.max(UNROLL, Math.min(32, fits - (fits % UNROLL))) };
}

function tiledBody(p: RowPass, layout: Layout, blocks: number, access: Access): string {
  const { rows, parts, tile } = layout;
  const threads = rows * parts;
  const same: Variable = (name) => name;
  // vector c of the thread's part
  const place = (r: Rows, c: number): string | number =>
    parts === 1 ? c : `(part * ${heldOf(r, parts)}i + ${c}i)`;
  // vector c of row i, zeros in what fills up the parts
  const filled = (r: Rows, i: string, c: string | number): string => {
    const n = vectorsOf(r);
    if (typeof c === 'number' || widthOf(r, parts) === n) return vectorText(access, r, i, c);
    return `select(vec4f(0f), ${vectorText(access, r, i, `min(${c}, ${n - 1}i)`)}, ${c} < ${n}i)`;
  };
  const from = p.tiles[p.sum.tile];
  const held = range(heldOf(from, parts));
  const setup = [
    ...head(p, blocks, rows),
    `let mine = row0 + i32(lid % ${rows}u);`,
    `let row = min(mine, ${p.rows - 1}i);`,
    ...(parts > 1 ? [`let part = i32(lid / ${rows}u);`] : []),
    ...p.state(access, 'row').map(([name, value]) => `var ${name} = ${value};`),
    ...Object.entries(p.own).flatMap(([name, r]) =>
      range(heldOf(r, parts)).map((c) => `let ${name}${c} = ${filled(r, 'row', place(r, c))};`),
    ),
    ...held.map((c) => `var o${c} = vec4f(0f);`),
  ];

  const tileVector = (name: string, j: number, c: number): string => {
    const r = p.tiles[name];
    const at = place(r, c);
    return `tile_${name}[(j0 + ${j}i) * ${widthOf(r, parts)}i + ${at}${parts === 1 ? 'i' : ''}]`;
  };
  const dots = p.dots.flatMap(({ name, own, tile: other }) =>
    range(UNROLL).map((j) => {
      const terms = range(heldOf(p.own[own], parts)).map(
        (c) => `dot(${own}${c}, ${tileVector(other, j, c)})`,
      );
      return `var ${name}${j} = ${terms.join(' + ')};`;
    }),
  );
  const names = p.dots.flatMap(({ name }) => range(UNROLL).map((j) => `${name}${j}`));
  const slot = (k: number, q: number): string =>
    `exchanged[${(k * parts + q) * rows}u + lid % ${rows}u]`;
  const exchange = [
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
  const chunk = [
    ...walked(p, UNROLL, 't0 + j0'),
    ...dots,
    ...(parts > 1 ? exchange : []),
    ...p.weights(access, UNROLL, same),
    ...held.flatMap((c) => [
      ...(p.fades ? [`o${c} *= fade;`] : []),
      ...range(UNROLL).map(
        (j) => `o${c} = fma(vec4f(${p.sum.weight}${j}), ${tileVector(p.sum.tile, j, c)}, o${c});`,
      ),
    ]),
  ];
  const fill = Object.entries(p.tiles).flatMap(([name, r]) => {
    const width = widthOf(r, parts);
    return [
      `for (var t = i32(lid); t < ${tile * width}i; t += ${threads}i) {`,
      `  let line = min(t0 + t / ${width}i, ${p.others - 1}i);`,
      `  tile_${name}[t] = ${filled(r, 'line', `(t % ${width}i)`)};`,
      '}',
    ];
  });
  const store = held.flatMap((c) =>
    ELEMENTS.flatMap((element, e) => {
      const known = parts === 1;
      if (known && 4 * c + e >= from.columns) return [];
      const column = known ? `${4 * c + e}i` : `(${place(from, c)} * 4i + ${e}i)`;
      const text = access.store(
        p.result.operand,
        p.result.at(column),
        scaled(p, `o${c}.${element}`),
      );
      const exact = known || 4 * widthOf(from, parts) === from.columns;
      return [exact ? text : `if (${column} < ${from.columns}i) { ${text} }`];
    }),
  );
  const single = singleStore(p, access, same);
  const memory = Object.entries(p.tiles).map(
    ([name, r]) => `var<workgroup> tile_${name}: array<vec4f, ${tile * widthOf(r, parts)}>;\n`,
  );
  if (parts > 1) {
    memory.push(`var<workgroup> exchanged: array<f32, ${names.length * threads}>;\n`);
  }
  return `${memory.join('')}${mainHead(threads)}${block([
    ...setup,
    `for (var t0 = first; t0 < end; t0 += ${tile}i) {`,
    ...indent([
      ...fill,
      'workgroupBarrier();',
      `for (var j0 = 0i; j0 < ${tile}i; j0 += ${UNROLL}i) {`,
      ...indent(chunk),
      '}',
      'workgroupBarrier();',
    ]),
    '}',
    ...p.ending(same),
    `if (mine < ${p.rows}i) {`,
    ...indent([
      ...(parts > 1 && single.length > 0 ? [`if (part == 0i) { ${single.join(' ')} }`] : single),
      ...store,
    ]),
    '}',
  ])}}
`;
}

// Plain loops: a thread owns four rows, the lanes of its vectors, and sums up in memory. Compilers for
// CPUs write out every load for every thread of a group, and unroll loops of known length around them, so
// the text has few loads and the loops have lengths that they cannot know.

const LOOP_THREADS = 8;
const LOOP_ROWS = 4 * LOOP_THREADS;

const blocksOf = (p: RowPass): number => Math.ceil(p.rows / LOOP_ROWS);

/** Bytes of memory for the sums of a pass on CPU adapters. */
export const loopBytes = (p: RowPass): number =>
  4 * p.batches * blocksOf(p) * LOOP_ROWS * p.tiles[p.sum.tile].columns;

function loopBody(p: RowPass, access: Access): string {
  const blocks = blocksOf(p);
  const lanes = range(4);
  const lane: Variable = (name) => `${name}[r]`;
  const element = (r: Rows, i: string): string =>
    access.load(r.operand, `${r.base} + ${i} * ${r.row}i + c * ${r.col}i`);
  const four = (text: (r: number) => string): string => `vec4f(${lanes.map(text).join(', ')})`;
  const from = p.tiles[p.sum.tile];
  const states = lanes.map((r) => p.state(access, `row_${r}`));
  // the sums of a workgroup: [column][lane of the vector][thread]
  const memory = p.operands.length;
  const sumAt = (r: string): string =>
    `(i32(group) * ${from.columns}i + c) * ${LOOP_ROWS}i + ${r} * ${LOOP_THREADS}i + i32(lid)`;
  const each = (columns: number, body: readonly string[]): string[] => [
    `for (var c = 0i; c < ${columns}i + none; c++) {`,
    ...indent(body),
    '}',
  ];
  const storeSums = (value: (r: number) => string): string[] =>
    lanes.map((r) => access.store(memory, sumAt(`${r}i`), value(r)));
  return `${mainHead(LOOP_THREADS)}${block([
    'let none = min(i32(group), 0i);',
    ...head(p, blocks, LOOP_ROWS),
    ...lanes.map(
      (r) => `let row_${r} = min(row0 + i32(lid) + ${LOOP_THREADS * r}i, ${p.rows - 1}i);`,
    ),
    `let rows = vec4i(${lanes.map((r) => `row_${r}`).join(', ')});`,
    ...states[0].map(
      ([name], k) => `var ${name} = vec4f(${states.map((s) => s[k][1]).join(', ')});`,
    ),
    ...each(
      from.columns,
      storeSums(() => '0f'),
    ),
    `for (var t0 = first; t0 < end + none; t0 += ${UNROLL}i) {`,
    ...indent([
      ...walked(p, UNROLL, 't0'),
      ...p.dots.flatMap(({ name, own, tile: other }) => [
        ...range(UNROLL).map((j) => `var ${name}${j} = vec4f(0f);`),
        ...each(p.own[own].columns, [
          `let own = ${four((r) => element(p.own[own], `row_${r}`))};`,
          ...range(UNROLL).map(
            (j) =>
              `${name}${j} = fma(own, vec4f(${element(p.tiles[other], `x${j}`)}), ${name}${j});`,
          ),
        ]),
      ]),
      'for (var r = 0i; r < 4i + none; r++) {',
      '  let row = rows[r];',
      ...indent(p.weights(access, UNROLL, lane)),
      '}',
      ...each(from.columns, [
        `var a = ${four((r) => access.load(memory, sumAt(`${r}i`)))}${p.fades ? ' * fade' : ''};`,
        ...range(UNROLL).map(
          (j) => `a = fma(${p.sum.weight}${j}, vec4f(${element(from, `x${j}`)}), a);`,
        ),
        ...storeSums((r) => `a[${r}]`),
      ]),
    ]),
    '}',
    'for (var r = 0i; r < 4i + none; r++) {',
    `  let mine = row0 + i32(lid) + r * ${LOOP_THREADS}i;`,
    `  if (mine >= ${p.rows}i) { continue; }`,
    ...indent([
      ...p.ending(lane),
      ...singleStore(p, access, lane),
      ...each(from.columns, [
        access.store(
          p.result.operand,
          p.result.at('c'),
          scaled(p, access.load(memory, sumAt('r'))),
        ),
      ]),
    ]),
    '}',
  ])}}
`;
}
