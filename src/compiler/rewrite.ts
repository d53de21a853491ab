// Rewriting kernel expressions: axes are replaced by other index forms, loads read elsewhere. Everything is built anew through the interning constructors, so what simplifies does.
import type { Expr, Index } from '../tensor/expr.ts';
import * as ix from '../tensor/index-expr.ts';
import * as ir from '../tensor/ir.ts';

/** What to put in the place of what; the default is the same again. */
export interface Replacements {
  /** An axis of a size as another form. */
  axis?(name: string, size: number): Index;
  /** Where a load of a buffer reads; `at` has its axes replaced already. */
  position?(buffer: number, at: Index): Index;
}

/** A function that rewrites expressions; shared parts stay shared. */
export function rewriter(by: Replacements): (e: Expr) => Expr {
  const forms = new Map<number, Index>();
  const exprs = new Map<number, Expr>();
  const axis = by.axis ?? ix.axis;
  const form = (at: Index): Index => {
    let f = forms.get(at.id);
    if (!f) {
      const parts: (Index | number)[] = [at.constant];
      for (const { coefficient: c, atom } of at.terms) {
        if (atom.kind === 'axis') parts.push(ix.scale(axis(atom.axis as string, atom.max + 1), c));
        else if (atom.kind === 'data') {
          parts.push(ix.scale(ix.fromData(expr(atom.expr as Expr), atom.max + 1), c));
        } else {
          const arg = form(atom.arg as Index);
          const divisor = atom.by as number;
          parts.push(
            ix.scale(atom.kind === 'div' ? ix.div(arg, divisor) : ix.mod(arg, divisor), c),
          );
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
      out = rebuild(e, e.args.map(expr), form, by);
      exprs.set(e.id, out);
    }
    return out;
  };
  return expr;
}

function rebuild(
  e: Expr,
  args: readonly Expr[],
  form: (at: Index) => Index,
  by: Replacements,
): Expr {
  const n = e.buffer as number;
  switch (e.kind) {
    case 'const':
    case 'acc':
      return e;
    case 'index':
      return ir.index(form(e.at as Index));
    case 'load':
      return ir.load(
        n,
        by.position?.(n, form(e.at as Index)) ?? form(e.at as Index),
        e.type,
        args[0],
        args[1],
      );
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
