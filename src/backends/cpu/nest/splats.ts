// Values that are the same in all lanes but meet vectors: they are kept in all lanes of a local, set
// where the value is computed.
import type { Expr } from '../../../tensor/expr.ts';
import { isAtom, type Node } from './analysis.ts';
import { type Context, localFor, varies } from './context.ts';
import { pushScalar } from './scalar.ts';

/** The uniform operands of vector nodes. */
export function splatted(c: Context): Set<Node> {
  const wanted = new Set<Node>();
  if (!c.s.vector) return wanted;
  const want = (e: Expr): void => {
    if (!varies(c, e)) wanted.add(e);
  };
  for (const n of c.a.nodes) {
    if (n.kind !== 'form' && !isAtom(n) && varies(c, n)) n.args.forEach(want);
  }
  for (const r of c.a.reductions) {
    want(r.body);
    if (r.position) want(r.position);
  }
  if (c.s.vector.output) c.a.results.forEach(want);
  return wanted;
}

/** Computes a uniform expression into its local of four lanes. */
export function emitSplat(c: Context, e: Expr): void {
  const { f } = c;
  if (e.kind === 'const') {
    if (e.type === 'f32') c.f32(e.value as number);
    else c.i32(e.type === 'bool' ? -Number(e.value !== 0) : (e.value as number));
  } else {
    if (e.type === 'bool') f.i32Const(0);
    pushScalar(c, e);
    if (e.type === 'bool') f.op('i32.sub');
    f.op(e.type === 'f32' ? 'f32x4.splat' : 'i32x4.splat');
  }
  f.set(localFor(c, c.splats, e, 'v128'));
}
