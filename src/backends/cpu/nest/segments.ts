// Cutting a nest along its last axis where a comparison with a constant changes its outcome, as at the seams of
// a concatenation or at the edges of what padding puts in place: within a segment guards are decided when the
// code is made, and what is read on the other side of the seam is not computed. Without, [value, gate] of a
// gated layer's gradient costs both halves everywhere.
import type { NestKernel } from '../../../compiler/program.ts';
import { rewriter } from '../../../compiler/rewrite.ts';
import { visit } from '../../../compiler/visit.ts';
import type { Expr, Index } from '../../../tensor/expr.ts';
import * as ix from '../../../tensor/index-expr.ts';
import { sizeOf } from '../../../tensor/shape.ts';

/** A part of a kernel: a kernel over fewer places of the last axis. */
export interface Segment {
  readonly kernel: NestKernel;
  /** Where the current element stands in the outputs, if that is not its number. */
  readonly at?: Index;
}

/** What is worth code of its own. */
export interface Cuts {
  /** Elements in a row that a segment has at least. */
  readonly row: number;
  /** Elements of the whole kernel: compiling more code costs more than small ones do. */
  readonly size: number;
  readonly segments: number;
}

/** What is cut unless told otherwise; tests cut more. */
export const usualCuts: Cuts = { row: 16, size: 4096, segments: 6 };

// The place of `axis` from which on the outcome of a comparison with a constant is another one.
function seamOf(e: Expr, axis: string): number | undefined {
  if (e.kind !== 'binary' || (e.op !== 'lt' && e.op !== 'le')) return undefined;
  const [x, y] = e.args;
  const [form, limit] = x.kind === 'const' ? [y, x] : [x, y];
  if (limit.kind !== 'const' || form.kind !== 'index') return undefined;
  const { terms, constant } = form.at as Index;
  if (terms.length !== 1 || terms[0].coefficient !== 1 || terms[0].atom.axis !== axis)
    return undefined;
  // index < limit and limit <= index change at limit, the others one place later
  const later = (e.op === 'le') === (form === x) ? 1 : 0;
  return (limit.value as number) - constant + later;
}

/** The segments of a kernel; a kernel that has none is its only one. */
export function segmentsOf(kernel: NestKernel, least: Cuts): Segment[] {
  const whole = [{ kernel }];
  const last = kernel.axes.length - 1;
  // the outermost axis is what threads divide
  if (last < 1 || kernel.reductions.length > 0 || sizeOf(kernel.axes) < least.size) return whole;
  const [name, extent] = [`i${last}`, kernel.axes[last]];
  const seams = new Set([0, extent]);
  visit(kernel.results, (e) => {
    const seam = seamOf(e, name);
    if (seam !== undefined && seam > 0 && seam < extent) seams.add(seam);
  });
  const cuts = [...seams].sort((a, b) => a - b);
  const rows = cuts.slice(1).map((end, k) => ({ start: cuts[k], size: end - cuts[k] }));
  if (rows.length === 1 || rows.length > least.segments) return whole;
  if (rows.some(({ size }) => size < least.row)) return whole;
  return rows.map(({ start, size }): Segment => {
    const rewrite = rewriter({
      axis: (axis, n) => (axis === name ? ix.add(ix.axis(name, size), start) : ix.axis(axis, n)),
    });
    const place = kernel.axes.map((n, d) =>
      d === last ? ix.add(ix.axis(name, size), start) : ix.axis(`i${d}`, n),
    );
    return {
      kernel: {
        ...kernel,
        axes: kernel.axes.map((n, d) => (d === last ? size : n)),
        results: kernel.results.map(rewrite),
      },
      at: ix.flatten(place, kernel.axes),
    };
  });
}
