// Rows of nests. A nest whose every access moves by a fixed stride from one row (axis 0) to the next does
// the same work on every row, so it can be a stage of a row group (rows.ts).
import type { Index } from '../tensor/expr.ts';
import * as ix from '../tensor/index-expr.ts';
import * as ir from '../tensor/ir.ts';
import { nestKey } from './nest-key.ts';
import type { NestKernel } from './program.ts';
import { rewriter } from './rewrite.ts';
import { visit } from './visit.ts';

const row = 'i0';

// Coefficient of the row axis; undefined if a quotient, remainder or gathered value depends on it.
function rowStride(at: Index): number | undefined {
  let stride = 0;
  for (const { coefficient, atom } of at.terms) {
    if (atom.axis === row) stride = coefficient;
    else if (atom.kind === 'data') return undefined;
    else if (atom.arg && rowStride(atom.arg) !== 0) return undefined;
  }
  return stride;
}

/**
 * Elements that each buffer (inputs, then outputs) advances from row to row; undefined if rows are not
 * alike: an access that is not linear in axis 0 or goes backwards, or two accesses to one buffer with
 * different strides.
 */
export function rowStrides(kernel: NestKernel): number[] | undefined {
  const [rows] = kernel.axes;
  if (rows === undefined) return undefined;
  const strides = new Array<number | undefined>(kernel.inputs.length).fill(undefined);
  let alike = true;
  visit([...kernel.reductions.map((r) => r.body), ...kernel.results], (e) => {
    if (!e.at) return;
    const stride = rowStride(e.at);
    if (e.kind === 'index') alike &&= stride === 0;
    else {
      const n = e.buffer as number;
      alike &&= stride !== undefined && stride >= 0 && (strides[n] ?? stride) === stride;
      strides[n] = stride;
    }
  });
  if (!alike) return undefined;
  const size = kernel.axes.reduce((a, b) => a * b, 1);
  return [...strides.map((s) => s ?? 0), ...kernel.outputs.map(() => size / rows)];
}

/** The nest with axis 0 of size `rows`; undefined if axis 0 is not made of that many equal runs. */
export function splitRows(kernel: NestKernel, rows: number): NestKernel | undefined {
  const [size, ...rest] = kernel.axes;
  if (size === rows) return kernel;
  if (size === undefined || size % rows !== 0) return undefined;
  ir.resetExpressions();
  const run = size / rows;
  const rewrite = rewriter({
    axis: (name, n) => {
      if (name === row) return ix.add(ix.scale(ix.axis(row, rows), run), ix.axis('i1', run));
      return name[0] === 'i' ? ix.axis(`i${Number(name.slice(1)) + 1}`, n) : ix.axis(name, n);
    },
  });
  const { key: _, inPlace, ...others } = kernel;
  const split = {
    ...others,
    axes: [rows, run, ...rest],
    reductions: kernel.reductions.map((r) => ({ op: r.op, body: rewrite(r.body) })),
    results: kernel.results.map(rewrite),
  };
  return { ...split, inPlace, key: nestKey(split) };
}
