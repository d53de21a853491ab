// Attention and its gradients as passes over rows (attention-rows.ts): forwards one dispatch, backwards
// one for each of dq, dk and dv, since there are no float atomics. Scores are made again in each, so
// that nothing of the size queries x keys is ever stored.

import type { SpecialKernel } from '../../../compiler/program.ts';
import type { AttentionSpec } from '../../../tensor/kernels.ts';
import { sizeOf } from '../../../tensor/shape.ts';
import { literal } from '../wgsl/scalar.ts';
import type { Access, Operand, ShaderOptions, Stages } from '../wgsl/stage.ts';
import { loopBytes, type RowPass, type Rows, rowStage, widest } from './attention-rows.ts';
import { splitFlat } from './axes.ts';

// a score where a query may not look, and the least maximum of a row: e^(HIDDEN - FLOOR) = 0
const HIDDEN = '-1e30f';
const FLOOR = '-1e20f';

/** Scores of this many bytes are not stored on CPU adapters, whose products are faster than this. */
const MANY = 2 ** 25;

/** True if the kernels can hold these rows and types, and should. */
export const supportsAttention = (
  kernel: SpecialKernel,
  spec: AttentionSpec,
  hardware: boolean,
): boolean =>
  Math.max(spec.dim, spec.valueDim) <= widest &&
  [...kernel.inputs, ...kernel.outputs].every((t) => t === 'f32' || t === 'f16') &&
  (hardware || 4 * sizeOf(spec.batch) * spec.queries * spec.keys >= MANY);

type Name = 'q' | 'k' | 'v' | 'g' | 'lse' | 'delta' | 'mask';

const exponential = (x: string): string => `select(exp(${x}), 0f, ${x} < -87f)`;

/** The dispatches of an attention kernel. */
export function attentionStages(
  kernel: SpecialKernel,
  spec: AttentionSpec,
  options: ShaderOptions,
): Stages {
  const { batch, heads, queries, keys, dim, valueDim, scale, causal } = spec;
  const forward = spec.pass === 'forward';
  const names: Name[] = forward ? ['q', 'k', 'v'] : ['q', 'k', 'v', 'g', 'lse', 'delta'];
  if (spec.mask) names.push('mask');
  const columns: Record<Name, number> = {
    q: dim,
    k: dim,
    v: valueDim,
    g: valueDim,
    lse: 1,
    delta: 1,
    mask: keys,
  };
  const n = batch.length;
  const behind = keys - queries;
  const factor = literal(scale, 'f32');

  // whole vectors wherever a row is, so that they can be loaded as such
  const quads = (name: Name): boolean => {
    const { strides, offset } = spec.operands[names.indexOf(name)];
    const [row, col] = strides.slice(n);
    return (
      options.hardware &&
      'qkvg'.includes(name) &&
      col === 1 &&
      columns[name] % 4 === 0 &&
      [...strides.slice(0, n), row, offset].every((s) => s % 4 === 0)
    );
  };

  const pass = (
    name: string,
    used: readonly Name[],
    results: readonly number[],
    make: (
      rowsOf: (name: Name) => Rows,
      result: (k: number) => number,
    ) => Omit<RowPass, 'name' | 'operands' | 'batches' | 'matrix'>,
  ): RowPass => {
    const reads = [...used, ...(spec.mask ? (['mask'] as const) : [])];
    const operands: Operand[] = [
      ...reads.map((r) => {
        const arg = names.indexOf(r);
        return { arg, dtype: kernel.inputs[arg], write: false, quads: quads(r) };
      }),
      ...results.map((k) => ({
        arg: names.length + k,
        dtype: kernel.outputs[k],
        write: true,
      })),
    ];
    const rowsOf = (r: Name): Rows => {
      const { strides } = spec.operands[names.indexOf(r)];
      const by = quads(r) ? 4 : 1;
      return {
        operand: reads.indexOf(r),
        base: `${r}At`,
        row: strides[n] / by,
        col: strides[n + 1],
        columns: columns[r],
        quads: quads(r),
      };
    };
    const matrix = [
      ...splitFlat('z', batch, (i) => `z${i}`),
      ...reads.map((r) => {
        const { strides, offset } = spec.operands[names.indexOf(r)];
        const by = quads(r) ? 4 : 1;
        const terms = batch.map((_, i) => `z${i} * ${strides[i] / by}i`);
        return `let ${r}At = ${[`${offset / by}i`, ...terms].join(' + ')};`;
      }),
    ];
    const own = make(rowsOf, (k) => reads.length + results.indexOf(k));
    return { name, operands, batches: sizeOf(batch), matrix, ...own };
  };

  // element (i, j) of an operand that is not read in vectors
  const element = (access: Access, r: Rows, i: string, j: string): string =>
    access.load(r.operand, `${r.base} + ${i} * ${r.row}i + ${j} * ${r.col}i`);
  const range = (count: number): number[] => Array.from({ length: count }, (_, j) => j);
  // dot product s becomes the score of query i and key j, hidden where it may not look
  const score = (
    access: Access,
    rowsOf: (name: Name) => Rows,
    s: string,
    tag: number,
    [i, j]: readonly [string, string],
    inside: string,
  ): string[] => {
    const sees = [`(${inside})`, ...(causal ? [`(${j} <= ${i} + ${behind}i)`] : [])];
    if (!spec.mask) return [`${s} = select(${HIDDEN}, ${s} * ${factor}, ${sees.join(' & ')});`];
    const at = [`min(${i}, ${queries - 1}i)`, `min(${j}, ${keys - 1}i)`] as const;
    const m = `mask${tag}`;
    return [
      `let ${m} = ${element(access, rowsOf('mask'), ...at)};`,
      `${s} = select(${HIDDEN}, ${s} * ${factor} + ${m}, ${[...sees, `(${m} > ${FLOOR})`].join(' & ')});`,
    ];
  };
  const resultAt =
    (rows: number, width: number) =>
    (c: string): string =>
      `((z / ${heads}i * ${rows}i + mine) * ${heads}i + z % ${heads}i) * ${width}i + ${c}`;
  // keys that a block's queries see, and queries that see a block's keys
  const overKeys = [
    'let first = 0i;',
    `let end = ${causal ? `min(${keys}i, row1 + ${behind}i)` : `${keys}i`};`,
  ];
  const overQueries = [
    `let first = ${causal ? `max(0i, row0 - ${behind}i)` : '0i'};`,
    `let end = ${queries}i;`,
  ];

  const stagesOf = (passes: readonly RowPass[]): Stages => ({
    stages: passes.map((p) => rowStage(p, options.hardware)),
    scratchBytes: options.hardware ? 0 : Math.max(...passes.map(loopBytes)),
  });

  if (forward) {
    const all = pass('attention', ['q', 'k', 'v'], [0, 1], (rowsOf, result) => ({
      rows: queries,
      others: keys,
      own: { q: rowsOf('q') },
      tiles: { k: rowsOf('k'), v: rowsOf('v') },
      dots: [{ name: 's', own: 'q', tile: 'k' }],
      sum: { tile: 'v', weight: 's' },
      fades: true,
      bounds: overKeys,
      state: () => [
        ['top', FLOOR],
        ['total', '0f'],
        ['fade', '1f'],
      ],
      weights: (access, count, v) => {
        const s = range(count).map((j) => v(`s${j}`));
        return [
          ...s.flatMap((x, j) => score(access, rowsOf, x, j, ['row', `i${j}`], `i${j} < ${keys}i`)),
          `let next = ${s.reduce((most, x) => `max(${most}, ${x})`, v('top'))};`,
          `${v('fade')} = ${exponential(`${v('top')} - next`)};`,
          `${v('top')} = next;`,
          ...s.map((x) => `${x} = ${exponential(`${x} - next`)};`),
          `${v('total')} = ${v('total')} * ${v('fade')} + (${s.join(' + ')});`,
        ];
      },
      ending: (v) => [
        `let empty = ${v('total')} == 0f;`,
        `let inverse = select(1f / ${v('total')}, 0f, empty);`,
      ],
      result: { operand: result(0), at: resultAt(queries, valueDim), factor: 'inverse' },
      single: {
        operand: result(1),
        at: `z * ${queries}i + mine`,
        value: (v) => `select(${v('top')} + log(${v('total')}), 0f, empty)`,
      },
    }));
    return stagesOf([all]);
  }

  const slope = (d: string, p: string, delta: string): string =>
    `${d} = ${p} * (${d} - ${delta}) * ${factor};`;
  const queryGrad = pass(
    'attention, dq',
    ['q', 'k', 'v', 'g', 'lse', 'delta'],
    [0],
    (rowsOf, result) => ({
      rows: queries,
      others: keys,
      own: { q: rowsOf('q'), g: rowsOf('g') },
      tiles: { k: rowsOf('k'), v: rowsOf('v') },
      dots: [
        { name: 's', own: 'q', tile: 'k' },
        { name: 'd', own: 'g', tile: 'v' },
      ],
      sum: { tile: 'k', weight: 'd' },
      fades: false,
      bounds: overKeys,
      state: (access, row) => [
        ['lse', element(access, rowsOf('lse'), row, '0i')],
        ['delta', element(access, rowsOf('delta'), row, '0i')],
      ],
      weights: (access, count, v) =>
        range(count).flatMap((j) => {
          const [s, d] = [v(`s${j}`), v(`d${j}`)];
          return [
            ...score(access, rowsOf, s, j, ['row', `i${j}`], `i${j} < ${keys}i`),
            slope(d, exponential(`${s} - ${v('lse')}`), v('delta')),
          ];
        }),
      ending: () => [],
      result: { operand: result(0), at: resultAt(queries, dim) },
    }),
  );
  // a thread owns a key and walks over the queries
  const keyGrad = (of: 'k' | 'v'): RowPass => {
    const used: readonly Name[] =
      of === 'k' ? ['q', 'k', 'v', 'g', 'lse', 'delta'] : ['q', 'k', 'g', 'lse'];
    const k = of === 'k' ? 1 : 2;
    return pass(`attention, d${of}`, used, [k], (rowsOf, result) => ({
      rows: keys,
      others: queries,
      own: { k: rowsOf('k'), ...(of === 'k' && { v: rowsOf('v') }) },
      tiles: { q: rowsOf('q'), g: rowsOf('g') },
      dots: [
        { name: 's', own: 'k', tile: 'q' },
        ...(of === 'k' ? [{ name: 'd', own: 'v', tile: 'g' }] : []),
      ],
      sum: of === 'k' ? { tile: 'q', weight: 'd' } : { tile: 'g', weight: 's' },
      fades: false,
      bounds: overQueries,
      state: () => [],
      weights: (access, count, v) =>
        range(count).flatMap((j) => {
          const [s, d] = [v(`s${j}`), v(`d${j}`)];
          const p = exponential(`${s} - ${element(access, rowsOf('lse'), `x${j}`, '0i')}`);
          return [
            ...score(access, rowsOf, s, j, [`i${j}`, 'row'], `i${j} < ${queries}i`),
            of === 'k'
              ? slope(d, p, element(access, rowsOf('delta'), `x${j}`, '0i'))
              : `${s} = ${p};`,
          ];
        }),
      ending: () => [],
      result: { operand: result(k), at: resultAt(keys, of === 'k' ? dim : valueDim) },
    }));
  };
  return stagesOf([queryGrad, keyGrad('k'), keyGrad('v')]);
}
