// State shared by the parts of the nest generator while one function body is written: which local
// holds which node in scalar form, splatted over lanes, or per vector copy; constants; helpers.
import type { FunctionBuilder, Local } from '../wasm/assembler.ts';
import type { Analysis, Form, Node } from './analysis.ts';
import type { Schedule } from './schedule.ts';

/** Pushes constants that live in locals set before the first loop. */
export interface Constants {
  f32(value: number): void;
  i32(value: number): void;
}

/** What every emitter needs. */
export interface Context extends Constants {
  readonly f: FunctionBuilder;
  readonly a: Analysis;
  readonly s: Schedule;
  readonly relaxed: boolean;
  /** Whether neighbouring copies are to be joined to vectors of twice the width. */
  readonly wide: boolean;
  /** Pointer parameters. */
  readonly pointers: readonly Local[];
  /** Loop counters by axis name. */
  readonly counters: ReadonlyMap<string, Local>;
  readonly scalars: Map<Node, Local>;
  readonly splats: Map<Node, Local>;
  /** vectors.get(node)[copy] */
  readonly vectors: Map<Node, Local[]>;
  /** Eight neighbouring halves of a load in f16, for two copies in step. */
  readonly halves: Map<Node, Local>;
  /** Address (or value) of lane 0 of copy 0 for forms that vary along the vector axis. */
  readonly firsts: Map<Form, Local>;
  /** Finished reductions: [reduction][copy]; scalars unless the mode is 'block'. */
  readonly finished: Local[][];
  /** Index of a helper or import by name, e.g. 'f32.exp', 'sin'. */
  fn(name: string): number;
}

/** True if a node differs between lanes. */
export const varies = (c: Context, n: Node): boolean =>
  c.s.vector !== undefined && ((c.a.masks.get(n) as number) & c.s.vector.bit) !== 0;

/**
 * Copies that are computed in step, operation by operation: neighbours where V8 is to join them. It does where they
 * end in stores, as sums that move into float64 or along the lanes do by way of memory only (`spill`): without, pairs
 * only cost registers.
 */
export function inStep(c: Context, copies: number): number[][] {
  const all = Array.from({ length: copies }, (_, u) => u);
  const stored =
    c.s.mode === 'map' || (c.s.mode === 'block' && !c.s.flush && !c.s.tall) || c.s.spill;
  if (!c.wide || !stored) return all.map((u) => [u]);
  return all.filter((u) => u % 2 === 0).map((u) => (u + 1 < copies ? [u, u + 1] : [u]));
}

/** The local of `n` in a map, made on first use. */
export function localFor(
  c: Context,
  map: Map<Node, Local>,
  n: Node,
  type: 'i32' | 'f32' | 'f64' | 'v128',
): Local {
  let l = map.get(n);
  if (!l) {
    l = c.f.local(type);
    map.set(n, l);
  }
  return l;
}

/** The local of copy `u` of a vector node, made on first use. */
export function vectorLocal(c: Context, n: Node, u: number): Local {
  let list = c.vectors.get(n);
  if (!list) {
    list = [];
    c.vectors.set(n, list);
  }
  list[u] ??= c.f.local('v128');
  return list[u];
}
