// How the threads of a workgroup bring a tile of an operand into workgroup memory. A tile lies k-major:
// vector (k, q) holds lines 4q .. 4q + 3 (rows of a, columns of b) at one k. Work is handed out in
// units, by what lies together in memory:
//
//   quads 'line'   one vector read gives one vector of the tile
//   quads 'k'      four vector reads, one a line, are a 4x4 block: transposed, four vectors of the tile
//   otherwise      four single reads give one vector; neighbouring threads follow memory
//
// Reading (`fetch`, into registers) and writing (`put`) are separate, so that a step's reads can be
// started before the step before it is computed.
import type { Access } from '../wgsl/stage.ts';
import { elementText, type Gemm } from './gemm-product.ts';

/** Which tile is filled. */
export interface FillOptions {
  readonly g: Gemm;
  readonly side: 'a' | 'b';
  /** Rows or columns of the tile, and its depth in k. */
  readonly lines: number;
  readonly depth: number;
  readonly threads: number;
  readonly access: Access;
  /** Statement that writes a vec4f text as vector (k, q) of the tile. */
  readonly write: (k: string, q: string, value: string) => string;
}

/** Statements: once; reading the step from flat k `kAt`, below `kEnd`; writing what was read. */
export interface Fill {
  readonly setup: readonly string[];
  readonly fetch: readonly string[];
  readonly put: readonly string[];
}

/** The statements that fill one tile. */
export function fillTile(o: FillOptions): Fill {
  const { g, lines, depth, threads, access } = o;
  const operand = g[o.side];
  const [number, tile, extent] =
    o.side === 'a' ? ([0, 'tm', g.m] as const) : ([1, 'tn', g.n] as const);
  const blocks = operand.quads === 'k';
  const groups = lines / 4;
  const steps = blocks ? depth / 4 : depth;
  const units = groups * steps;
  const setup: string[] = [];
  const fetch: string[] = [];
  const put: string[] = [];
  for (let i = 0; i * threads < units; i++) {
    const v = `${o.side}v${i}`;
    const partial = (i + 1) * threads > units;
    // neighbouring threads read neighbouring memory
    const [k, q] =
      blocks || (operand.alongK && operand.quads === undefined)
        ? [`${v} % ${steps}i`, `${v} / ${steps}i`]
        : [`${v} / ${groups}i`, `${v} % ${groups}i`];
    setup.push(
      `let ${v} = i32(lid) + ${i * threads}i;`,
      `let ${v}k = ${blocks ? `(${k}) * 4i` : k};`,
      `let ${v}q = ${q};`,
    );
    const line = (e: number, last: number): string[] => {
      const p = `${v}e${e}_`;
      const at = `${tile} * ${lines}i + ${v}q * 4i + ${e}i`;
      return [`let ${p}i = min(${at}, ${last}i);`, ...operand.line(p, `${p}i`)];
    };
    const guarded = (statements: readonly string[]): string[] =>
      partial
        ? [`if (${v} < ${units}i) {`, ...statements.map((s) => `  ${s}`), '}']
        : ['{', ...statements.map((s) => `  ${s}`), '}'];
    const inside = (guard?: string): string => (guard ? `(inside & ${guard})` : 'inside');
    const element = (e: number): string => {
      const { at, guard } = operand.inner(`${v}e${e}_`, 'kj');
      return elementText((x) => access.load(number, x), at, inside(guard));
    };
    const vector = (e: number): string => {
      const { at, guard } = operand.inner(`${v}e${e}_`, 'kj');
      const all = inside(guard);
      return `select(vec4f(), ${access.load4(number, `(select(0i, ${at}, ${all}) >> 2u)`)}, ${all})`;
    };
    const prologue = [
      `let kf = kAt + ${v}k;`,
      'let inside = kf < kEnd;',
      // in range also past the end, where the guard discards what is read
      `let kx = min(kf, kEnd - ${blocks ? 4 : 1}i);`,
      ...(g.outer > 1
        ? [`let ko = i32(u32(kx) / ${g.inner}u);`, `let kj = i32(u32(kx) % ${g.inner}u);`]
        : ['let kj = kx;']),
    ];
    const outer = (e: number): string[] => operand.outer(`${v}e${e}_`, g.outer > 1 ? 'ko' : '0i');
    const four = [0, 1, 2, 3];
    if (operand.quads === 'line') {
      setup.push(...line(0, extent - 4), `var ${v}r0 = vec4f();`);
      fetch.push(...guarded([...prologue, ...outer(0), `${v}r0 = ${vector(0)};`]));
      put.push(...guarded([o.write(`${v}k`, `${v}q`, `${v}r0`)]));
    } else if (blocks) {
      setup.push(...four.flatMap((e) => [...line(e, extent - 1), `var ${v}r${e} = vec4f();`]));
      fetch.push(
        ...guarded([
          ...prologue,
          ...four.flatMap((e) => [...outer(e), `${v}r${e} = ${vector(e)};`]),
        ]),
      );
      const column = (c: string): string =>
        `vec4f(${four.map((e) => `${v}r${e}.${c}`).join(', ')})`;
      put.push(
        ...guarded([...'xyzw'].map((c, e) => o.write(`(${v}k + ${e}i)`, `${v}q`, column(c)))),
      );
    } else {
      setup.push(...four.flatMap((e) => line(e, extent - 1)), `var ${v}r0 = vec4f();`);
      fetch.push(
        ...guarded([
          ...prologue,
          ...four.flatMap(outer),
          `${v}r0 = vec4f(`,
          ...four.map((e) => `  ${element(e)}${e < 3 ? ',' : ');'}`),
        ]),
      );
      put.push(...guarded([o.write(`${v}k`, `${v}q`, `${v}r0`)]));
    }
  }
  return { setup, fetch, put };
}
