// Loop merging. Two neighbouring axes a (size m) and b (size n) are one axis of size m*n if every
// linear form in the kernel gives a exactly n times the coefficient of b; form by form, including the
// forms inside quotients and remainders.

import type { Index } from '../tensor/index-expr.ts';
import * as ix from '../tensor/index-expr.ts';
import type { Expr } from '../tensor/ir.ts';
import * as ir from '../tensor/ir.ts';
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
  const rebuild = substitute(places);
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

function substitute(places: ReadonlyMap<string, Place>): (e: Expr) => Expr {
  const forms = new Map<number, Index>();
  const exprs = new Map<number, Expr>();
  const form = (at: Index): Index => {
    let f = forms.get(at.id);
    if (!f) {
      const parts: (Index | number)[] = [at.constant];
      for (const { coefficient: c, atom } of at.terms) {
        if (atom.kind === 'axis') {
          const place = places.get(atom.axis as string) as Place;
          // the innermost axis of a run carries the merged one; the others are part of it
          if (place.inner) parts.push(ix.scale(ix.axis(place.name, place.size), c));
        } else if (atom.kind === 'data') {
          parts.push(ix.scale(ix.fromData(expr(atom.expr as Expr), atom.max + 1), c));
        } else {
          const arg = form(atom.arg as Index);
          const by = atom.by as number;
          parts.push(ix.scale(atom.kind === 'div' ? ix.div(arg, by) : ix.mod(arg, by), c));
        }
      }
      f = ix.add(...parts);
      forms.set(at.id, f);
    }
    return f;
  };
  const expr = (e: Expr): Expr => {
    let out = exprs.get(e.id);
    if (!out) {
      out = rebuildExpr(e, expr, form);
      exprs.set(e.id, out);
    }
    return out;
  };
  return expr;
}

function rebuildExpr(e: Expr, expr: (e: Expr) => Expr, form: (at: Index) => Index): Expr {
  const args = e.args.map(expr);
  switch (e.kind) {
    case 'const':
    case 'acc':
      return e;
    case 'index':
      return ir.index(form(e.at as Index));
    case 'load':
      return ir.load(e.buffer as number, form(e.at as Index), e.type, args[0], args[1]);
    case 'unary':
      return ir.unary(e.op as ir.UnaryOp, args[0]);
    case 'binary':
      return ir.binary(e.op as ir.BinaryOp, args[0], args[1]);
    case 'select':
      return ir.select(args[0], args[1], args[2]);
    case 'cast':
      return ir.cast(args[0], e.type);
    case 'bitcast':
      return ir.bitcast(args[0], e.type);
  }
}
