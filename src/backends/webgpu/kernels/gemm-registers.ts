// Products on CPU adapters: no workgroup memory (there it is ordinary memory with barriers on top). Each
// thread keeps a block of outputs. The threads of a workgroup share their rows, so that a driver that
// turns threads into vector lanes reads a once for all of them; columns stand side by side in the lanes.
// Every read costs far more than a multiplication there, the same address in all lanes no less than
// different ones. So with subgroups, its threads read a at different k and hand the values round. Bounds
// of loops are opaque: unrolling gains nothing and takes such drivers seconds.

import { size as sizeText } from '../wgsl/sizes.ts';
import { type Access, mainHead, opaque } from '../wgsl/stage.ts';
import { block } from './axes.ts';
import type { RegisterTile } from './gemm-choice.ts';
import {
  elementText,
  type Gemm,
  type GemmCut,
  type GemmOperand,
  resultIndex,
  tileIndices,
} from './gemm-product.ts';

// Bounds of k, as `k0`/`k1` (outer steps) and `j0`/`j1` (inner elements).
function splitBounds(g: Gemm, cut: GemmCut): string[] {
  const range = (name: string, chunk: number, extent: number): string =>
    `let ${name}0 = s * ${sizeText(chunk, 'chunk')}; ` +
    `let ${name}1 = min(${name}0 + ${sizeText(chunk, 'chunk')}, ${sizeText(extent)});`;
  const whole = (name: string, extent: number): string =>
    `let ${name}0 = 0i; let ${name}1 = ${opaque(extent)};`;
  if (cut.splits === 1) return [whole('k', g.outer), whole('j', g.inner)];
  return g.outer > 1
    ? [range('k', cut.chunk / g.inner, g.outer), whole('j', g.inner)]
    : [whole('k', 1), range('j', cut.chunk, g.inner)];
}

/** Body of a product with a block of outputs in each thread. */
export function registerBody(g: Gemm, cut: GemmCut, tile: RegisterTile, access: Access): string {
  const { rows, columns, size, spread } = tile;
  const r = Array.from({ length: rows }, (_, i) => i);
  const c = Array.from({ length: columns }, (_, j) => j);
  const rowText = (i: number): string => `tm * ${rows}i + ${i}i`;
  const columnText = (j: number): string => `tn * ${columns * size}i + ${j * size}i + i32(lid)`;
  const setup = [
    ...tileIndices(g, tile, cut),
    ...g.batch('z'),
    ...splitBounds(g, cut),
    ...r.flatMap((i) => [
      `let m${i} = min(${rowText(i)}, ${sizeText(g.m - 1, 'lastRow')});`,
      ...g.a.line(`a${i}_`, `m${i}`),
    ]),
    ...c.flatMap((j) => [
      `let n${j} = min(${columnText(j)}, ${sizeText(g.n - 1, 'lastColumn')});`,
      ...g.b.line(`b${j}_`, `n${j}`),
    ]),
    ...r.flatMap((i) => c.map((j) => `var c${i}_${j} = 0f;`)),
  ];
  const load = (operand: number, side: GemmOperand, p: string, k: string): string => {
    const { at, guard } = side.inner(p, k);
    return elementText((x) => access.load(operand, x), at, guard);
  };
  const reads = c.map((j) => `let y${j} = ${load(1, g.b, `b${j}_`, 'kj')};`);
  const products = r.flatMap((i) => c.map((j) => `c${i}_${j} = fma(x${i}, y${j}, c${i}_${j});`));
  const steps = spread
    ? [
        'for (var kFirst = j0; kFirst < j1; kFirst += width) {',
        '  let kOwn = min(kFirst + i32(lane), j1 - 1i);',
        ...r.map((i) => `  let s${i} = ${load(0, g.a, `a${i}_`, 'kOwn')};`),
        '  let kLast = min(kFirst + width, j1);',
        '  for (var kj = kFirst; kj < kLast; kj++) {',
        '    let owner = u32(kj - kFirst);',
        ...r.map((i) => `    let x${i} = subgroupShuffle(s${i}, owner);`),
        ...[...reads, ...products].map((l) => `    ${l}`),
        '  }',
        '}',
      ]
    : [
        'for (var kj = j0; kj < j1; kj++) {',
        ...r.map((i) => `  let x${i} = ${load(0, g.a, `a${i}_`, 'kj')};`),
        ...[...reads, ...products].map((l) => `  ${l}`),
        '}',
      ];
  // a loop over rows that picks its row by selects: 64 stores are most of the time to compile
  const picked = (j: number): string =>
    r.slice(1).reduce((rest, i) => `select(${rest}, c${i}_${j}, i == ${i}i)`, `c0_${j}`);
  const stores = c.map((j) => {
    const n = `(${columnText(j)})`;
    const store = access.store(2, resultIndex(g, cut, 'm', n), picked(j));
    return `if (${n} < ${sizeText(g.n, 'n')}) { ${store} }`;
  });
  const outer = [
    ...r.flatMap((i) => g.a.outer(`a${i}_`, 'ko')),
    ...c.flatMap((j) => g.b.outer(`b${j}_`, 'ko')),
  ];
  const head = spread
    ? mainHead(size, [
        '@builtin(subgroup_invocation_id) lane: u32',
        '@builtin(subgroup_size) subgroupSize: u32',
      ])
    : mainHead(size);
  // a subgroup may be larger than the workgroup
  const width = spread ? [`let width = i32(min(subgroupSize, ${size}u));`] : [];
  return `${head}${block([...width, ...setup])}  for (var ko = k0; ko < k1; ko++) {
${block([...outer, ...steps], 2)}  }
  let rows = min(${opaque(rows)}, ${sizeText(g.m, 'm')} - tm * ${rows}i);
  for (var i = 0i; i < rows; i++) {
    let m = tm * ${rows}i + i;
${block(stores, 2)}  }
}
`;
}
