// Walking expression graphs: each expression once, operands first.
import type { Expr, Index } from '../tensor/expr.ts';

/** Calls `f` on every expression below `roots`, each once, operands first; indices' data too. */
export function visit(roots: readonly Expr[], f: (e: Expr) => void): void {
  const seen = new Set<number>();
  const inIndex = (at: Index): void => {
    for (const { atom } of at.terms) {
      if (atom.arg) inIndex(atom.arg);
      if (atom.expr) walk(atom.expr);
    }
  };
  const walk = (e: Expr): void => {
    if (seen.has(e.id)) return;
    seen.add(e.id);
    for (const a of e.args) walk(a);
    if (e.at) inIndex(e.at);
    f(e);
  };
  for (const e of roots) walk(e);
}
