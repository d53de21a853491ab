// What a tree of parameters holds, as a table: path, shape, dtype, number of parameters and bytes.
import * as is from '../tensor/arguments.ts';
import { byteSize, type DType } from '../tensor/dtype.ts';
import { formatShape, type Shape } from '../tensor/shape.ts';
import { leavesWithPaths } from '../tensor/tree.ts';
import type { LeafPredicate } from './partition.ts';

/** One leaf of the tree. */
export interface SummaryRow {
  readonly path: string;
  readonly shape: Shape;
  readonly dtype: DType;
  /** Elements. */
  readonly parameters: number;
  readonly bytes: number;
  readonly trainable: boolean;
}

/** What `summary` gives; `${summary(params)}` is the table. */
export interface Summary {
  readonly rows: readonly SummaryRow[];
  readonly parameters: number;
  readonly bytes: number;
  /** Parameters of the leaves that are trained. */
  readonly trainable: number;
  /** The table as text, a leaf a line, and the totals. */
  toString(): string;
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

function table(rows: readonly SummaryRow[], totals: readonly string[], marked: boolean): string {
  const cells = rows.map((r) => [
    r.path || '(the tree itself)',
    formatShape(r.shape),
    r.dtype,
    grouped(r.parameters),
    grouped(r.bytes),
    ...(marked ? [r.trainable ? 'yes' : 'no'] : []),
  ]);
  const head = ['path', 'shape', 'dtype', 'parameters', 'bytes', ...(marked ? ['trained'] : [])];
  const all = [head, ...cells];
  const widths = head.map((_, c) => Math.max(...all.map((row) => row[c].length)));
  const numeric = (c: number): boolean => c === 3 || c === 4;
  const line = (row: readonly string[]): string =>
    row
      .map((cell, c) => (numeric(c) ? cell.padStart(widths[c]) : cell.padEnd(widths[c])))
      .join('  ')
      .trimEnd();
  const rule = '-'.repeat(widths.reduce((a, b) => a + b + 2, -2));
  return [line(head), rule, ...cells.map(line), rule, ...totals].join('\n');
}

const summaryArgs = is.signature(
  'nn.summary',
  ['params', is.tree],
  ['trainable', is.optional(is.func)],
);

/**
 * The leaves of a tree of parameters with their sizes, and totals: `console.log(String(nn.summary(params)))`.
 * Needs no values, so lazy parameters stay lazy. `trainable(path, leaf)` says which leaves are trained,
 * as for `partition`; default: those of floating-point dtype. @throws WgradError if `params` is no tree
 */
export function summary(params: unknown, trainable?: LeafPredicate): Summary {
  summaryArgs(params, trainable);
  const pick: LeafPredicate = trainable ?? ((_, leaf) => leaf.isFloat);
  const rows = leavesWithPaths(params, '', 'nn.summary: params').map(
    ([path, leaf]): SummaryRow => ({
      path,
      shape: leaf.shape,
      dtype: leaf.dtype,
      parameters: leaf.size,
      bytes: leaf.size * byteSize[leaf.dtype],
      trainable: Boolean(pick(path, leaf)),
    }),
  );
  const total = (f: (r: SummaryRow) => number): number => rows.reduce((n, r) => n + f(r), 0);
  const sums = {
    parameters: total((r) => r.parameters),
    bytes: total((r) => r.bytes),
    trainable: total((r) => (r.trainable ? r.parameters : 0)),
  };
  const totals = [
    `${grouped(sums.parameters)} parameters in ${grouped(rows.length)} tensors, ${grouped(sums.bytes)} bytes`,
    ...(sums.trainable === sums.parameters
      ? []
      : [
          `${grouped(sums.trainable)} trained, ${grouped(sums.parameters - sums.trainable)} not trained`,
        ]),
  ];
  const marked = sums.trainable !== sums.parameters;
  return { rows, ...sums, toString: () => table(rows, totals, marked) };
}
