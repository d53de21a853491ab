// Loop merging. Two neighbouring axes a (size m) and b (size n) are one axis of size m*n if every
// linear form in the kernel gives a exactly n times the coefficient of b; form by form, including the
// forms inside quotients and remainders.

import type { Expr, Index } from '../tensor/expr.ts';
import * as ix from '../tensor/index-expr.ts';
import { rewriter } from './rewrite.ts';
import { visit } from './visit.ts';

/** Expressions over fewer, longer axes. */
export interface Merged {
  readonly axes: readonly number[];
  readonly reduceAxes: readonly number[];
  readonly exprs: readonly Expr[];
}

interface Place {
  readonly name: string;
  /** What the coefficient is divided by: product of the sizes of the axes merged inside this one. */
  readonly inner: boolean;
  readonly size: number;
}

/** Merges axes i0.. of `shape` and r0.. of `reduceShape` in `exprs`. Drops axes of size 1. */
export function mergeAxes(
  shape: readonly number[],
  reduceShape: readonly number[],
  exprs: readonly Expr[],
): Merged {
  const forms = collectForms(exprs);
  const places = new Map<string, Place>();
  const axes = group('i', shape, forms, places);
  const reduceAxes = group('r', reduceShape, forms, places);
  // the innermost axis of a run carries the merged one; the others are part of it
  const rebuild = rewriter({
    axis: (name) => {
      const place = places.get(name) as Place;
      return place.inner ? ix.axis(place.name, place.size) : ix.constant(0);
    },
  });
  return { axes, reduceAxes, exprs: exprs.map(rebuild) };
}

function collectForms(exprs: readonly Expr[]): Index[] {
  const forms = new Map<number, Index>();
  const take = (at: Index): void => {
    if (forms.has(at.id)) return;
    forms.set(at.id, at);
    for (const { atom } of at.terms) if (atom.arg) take(atom.arg);
  };
  visit(exprs, (e) => {
    if (e.at) take(e.at);
  });
  return [...forms.values()];
}

const coefficient = (form: Index, name: string): number =>
  form.terms.find((t) => t.atom.axis === name)?.coefficient ?? 0;

// Sizes after merging; fills `places` with where each old axis went. Output axes are always stored
// row-major, so the output's own address never stands in the way.
function group(
  prefix: string,
  shape: readonly number[],
  forms: readonly Index[],
  places: Map<string, Place>,
): number[] {
  const real = shape.map((n, i) => ({ n, name: `${prefix}${i}` })).filter((a) => a.n !== 1);
  const runs: { n: number; name: string }[][] = [];
  real.forEach((axis, i) => {
    const before = real[i - 1];
    const joins =
      before !== undefined &&
      forms.every((f) => coefficient(f, before.name) === axis.n * coefficient(f, axis.name));
    if (joins) runs[runs.length - 1].push(axis);
    else runs.push([axis]);
  });
  return runs.map((run, k) => {
    const size = run.reduce((p, a) => p * a.n, 1);
    run.forEach((a, j) => {
      places.set(a.name, { name: `${prefix}${k}`, inner: j === run.length - 1, size });
    });
    return size;
  });
}
