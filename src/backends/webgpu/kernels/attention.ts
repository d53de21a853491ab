// Attention and its gradients as passes over rows (attention-rows.ts): forwards one dispatch, backwards
// one for each of dq, dk and dv, since there are no float atomics. Scores are made again in each, so
// that nothing of the size queries x keys is ever stored.
import type { SpecialKernel } from '../../../compiler/program.ts';
import type { AttentionSpec } from '../../../tensor/kernels.ts';
import { literal } from '../wgsl/scalar.ts';
import type { Access, Operand, ShaderOptions, Stage, Stages } from '../wgsl/stage.ts';
import { type RowPass, type Rows, rowStage, storeRows, widest } from './attention-rows.ts';
import { product, splitFlat } from './axes.ts';

// a score where a query may not look, and the least maximum of a row: e^(HIDDEN - FLOOR) = 0
const HIDDEN = '-1e30f';
const FLOOR = '-1e20f';

/** True if the kernels can hold these rows and types. */
export const supportsAttention = (kernel: SpecialKernel, spec: AttentionSpec): boolean =>
  Math.max(spec.dim, spec.valueDim) <= widest &&
  [...kernel.inputs, ...kernel.outputs].every((t) => t === 'f32' || t === 'f16');

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
  ): Stage => {
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
    return rowStage({ name, operands, batches: product(batch), matrix, ...own }, options.hardware);
  };

  // element (i, j) of an operand that is not walked over in vectors
  const element = (access: Access, r: Rows, i: string, j: string): string =>
    access.load(r.operand, `${r.base} + ${i} * ${r.row}i + ${j} * ${r.col}i`);
  // s = score of query i and key j, hidden where it may not look; `inside`: the walked row exists
  const score = (
    access: Access,
    mask: Rows | undefined,
    s: string,
    [i, j]: readonly [string, string],
    inside: string,
  ): string[] => {
    const sees = [inside, ...(causal ? [`${j} <= ${i} + ${behind}i`] : [])];
    const scaled = `${s} * ${factor}`;
    if (!mask) return [`${s} = select(${HIDDEN}, ${scaled}, ${sees.join(' && ')});`];
    const at = (x: string, size: number): string => `min(${x}, ${size - 1}i)`;
    return [
      `let ${s}m = ${element(access, mask, at(i, queries), at(j, keys))};`,
      `${s} = select(${HIDDEN}, ${scaled} + ${s}m, ${[...sees, `${s}m > ${FLOOR}`].join(' && ')});`,
    ];
  };
  const maskRows = (rowsOf: (name: Name) => Rows): Rows | undefined =>
    spec.mask ? rowsOf('mask') : undefined;
  const range = (count: number): number[] => Array.from({ length: count }, (_, j) => j);
  const resultAt =
    (rows: number, width: number) =>
    (column: string): string =>
      `((z / ${heads}i * ${rows}i + mine) * ${heads}i + z % ${heads}i) * ${width}i + ${column}`;
  // keys that the block's queries see, and queries that see the block's keys
  const overKeys = [
    'let first = 0i;',
    `let end = ${causal ? `min(${keys}i, row1 + ${behind}i)` : `${keys}i`};`,
  ];
  const overQueries = [
    `let first = ${causal ? `max(0i, row0 - ${behind}i)` : '0i'};`,
    `let end = ${queries}i;`,
  ];

  if (forward) {
    const stage = pass('attention', ['q', 'k', 'v'], [0, 1], (rowsOf, result) => ({
      rows: queries,
      others: keys,
      own: { q: rowsOf('q') },
      tiles: { k: rowsOf('k'), v: rowsOf('v') },
      dots: [{ name: 's', own: 'q', tile: 'k' }],
      sums: [{ name: 'o', tile: 'v', weight: 's' }],
      bounds: overKeys,
      setup: () => [`var top = ${FLOOR};`, 'var total = 0f;'],
      weights: (access, count, sums) => [
        ...range(count).flatMap((j) =>
          score(access, maskRows(rowsOf), `s${j}`, ['row', `i${j}`], `i${j} < ${keys}i`),
        ),
        `let next = ${range(count).reduce((most, j) => `max(${most}, s${j})`, 'top')};`,
        `let fade = ${exponential('(top - next)')};`,
        'top = next;',
        ...range(count).map((j) => `s${j} = ${exponential(`(s${j} - next)`)};`),
        `total = total * fade + (${range(count)
          .map((j) => `s${j}`)
          .join(' + ')});`,
        ...sums.map((o) => `${o} *= fade;`),
      ],
      finish: (access, single, vectors) => [
        'let empty = total == 0f;',
        'let inverse = select(1f / total, 0f, empty);',
        `if (${single}) {`,
        `  ${access.store(result(1), `z * ${queries}i + mine`, 'select(top + log(total), 0f, empty)')}`,
        '}',
        ...storeRows(
          access,
          result(0),
          queries,
          vectors('o'),
          resultAt(queries, valueDim),
          'inverse',
        ),
      ],
    }));
    return { stages: [stage], scratchBytes: 0 };
  }

  const weight = (j: number, lse: string): string => `s${j} = ${exponential(`(s${j} - ${lse})`)};`;
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
      sums: [{ name: 'o', tile: 'k', weight: 'd' }],
      bounds: overKeys,
      setup: (access) => [
        `let lse = ${element(access, rowsOf('lse'), 'row', '0i')};`,
        `let delta = ${element(access, rowsOf('delta'), 'row', '0i')};`,
      ],
      weights: (access, count) =>
        range(count).flatMap((j) => [
          ...score(access, maskRows(rowsOf), `s${j}`, ['row', `i${j}`], `i${j} < ${keys}i`),
          weight(j, 'lse'),
          `d${j} = s${j} * (d${j} - delta) * ${factor};`,
        ]),
      finish: (access, _, vectors) =>
        storeRows(access, result(0), queries, vectors('o'), resultAt(queries, dim)),
    }),
  );

  // dk and dv: a thread owns a key and walks over the queries
  const overAllQueries = (name: string, used: readonly Name[], which: 1 | 2): Stage =>
    pass(name, used, [which], (rowsOf, result) => {
      const withKey = which === 1;
      return {
        rows: keys,
        others: queries,
        own: { k: rowsOf('k'), ...(withKey && { v: rowsOf('v') }) },
        tiles: { q: rowsOf('q'), g: rowsOf('g') },
        dots: [
          { name: 's', own: 'k', tile: 'q' },
          ...(withKey ? [{ name: 'd', own: 'v', tile: 'g' }] : []),
        ],
        sums: [
          withKey ? { name: 'o', tile: 'q', weight: 'd' } : { name: 'o', tile: 'g', weight: 's' },
        ],
        bounds: overQueries,
        setup: () => [],
        weights: (access, count) =>
          range(count).flatMap((j) => [
            ...score(access, maskRows(rowsOf), `s${j}`, [`i${j}`, 'row'], `i${j} < ${queries}i`),
            weight(j, element(access, rowsOf('lse'), `x${j}`, '0i')),
            ...(withKey
              ? [
                  `d${j} = s${j} * (d${j} - ${element(access, rowsOf('delta'), `x${j}`, '0i')}) * ` +
                    `${factor};`,
                ]
              : []),
          ]),
        finish: (access, _, vectors) =>
          storeRows(
            access,
            result(which),
            keys,
            vectors('o'),
            resultAt(keys, withKey ? dim : valueDim),
          ),
      };
    });
  return {
    stages: [
      queryGrad,
      overAllQueries('attention, dk', ['q', 'k', 'v', 'g', 'lse', 'delta'], 1),
      overAllQueries('attention, dv', ['q', 'k', 'g', 'lse'], 2),
    ],
    scratchBytes: 0,
  };
}
