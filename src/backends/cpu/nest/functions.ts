// Functions a nest calls: imports for what only JavaScript has (one argument or two, float64), and
// helpers for scalar float32 functions (the vector code on one lane) and integer division, which
// gives 0 for a zero divisor, as NumPy does, where WebAssembly would trap.
import type { Expr } from '../../../tensor/expr.ts';
import type { ModuleBuilder } from '../wasm/assembler.ts';
import { isAtom } from './analysis.ts';
import { emitVectorFunction, isVectorFunction, type VectorFunction } from './float-math.ts';
import { jsMath } from './js-math.ts';
import type { Part } from './parts.ts';

/** Imported functions by name. */
export type Imports = Record<string, (...args: number[]) => number>;

const NATIVE = new Set(['neg', 'abs', 'sqrt', 'rsqrt', 'floor', 'ceil', 'round', 'trunc']);
const NATIVE2 = new Set(['add', 'sub', 'mul', 'div', 'min', 'max', 'eq', 'ne', 'lt', 'le']);

// names of the functions that an expression may call
function calls(e: Expr, vector: boolean): string[] {
  const op = e.op as string;
  if (e.kind !== 'unary' && e.kind !== 'binary') return [];
  const t = e.args[0].type;
  if (t === 'f32' || t === 'f64') {
    if (NATIVE.has(op) || NATIVE2.has(op)) return [];
    if (t === 'f64') return [op];
    if (!isVectorFunction(op)) return [op];
    const trig = op === 'sin' || op === 'cos';
    return vector ? (trig ? [op] : []) : trig ? [`f32.${op}`, op] : [`f32.${op}`];
  }
  if (op === 'pow' || op === 'atan2') return [op];
  if (op === 'div' || op === 'rem') return [`i32.${op}_${t === 'i32' ? 's' : 'u'}`];
  return [];
}

// x op y, 0 if y is 0; the one overflow, -2^31 / -1, wraps
function emitDivision(m: ModuleBuilder, op: 'div' | 'rem', sign: 's' | 'u'): number {
  return m.func(['i32', 'i32'], ['i32'], (f, [x, y]) => {
    const divide = (): void => {
      if (sign === 'u') {
        f.get(x).get(y).op(`i32.${op}_u`);
        return;
      }
      f.get(y).i32Const(-1).op('i32.eq');
      f.if(
        () => {
          if (op === 'div') f.i32Const(0).get(x).op('i32.sub');
          else f.i32Const(0);
        },
        () => void f.get(x).get(y).op(`i32.${op}_s`),
        'i32',
      );
    };
    f.get(y).if(divide, () => void f.i32Const(0), 'i32');
  });
}

function emitScalarFunction(m: ModuleBuilder, name: VectorFunction, relaxed: boolean): number {
  return m.func(['f32'], ['f32'], (f, [x]) => {
    const v = f.local('v128');
    f.get(x).op('f32x4.splat').set(v);
    const constants = {
      f32: (k: number) => void f.f32x4Const(k),
      i32: (k: number) => void f.i32x4Const(k),
    };
    emitVectorFunction({ f, relaxed, ...constants }, name, v);
    f.lane('f32x4.extract_lane', 0);
  });
}

// sin and cos of large arguments need a longer pi
function emitTrig(m: ModuleBuilder, fast: number, slow: number, limit: number): number {
  return m.func(['f32'], ['f32'], (f, [x]) => {
    f.get(x).op('f32.abs').f32Const(limit).op('f32.gt');
    f.if(
      () => void f.get(x).op('f64.promote_f32').call(slow).op('f32.demote_f64'),
      () => void f.get(x).call(fast),
      'f32',
    );
  });
}

/** Declares all imports and helpers of a kernel's parts; `index` finds them by name. */
export function declareFunctions(
  m: ModuleBuilder,
  parts: readonly Part[],
  relaxed: boolean,
): { index: (name: string) => number; imports: Imports } {
  const names = new Set<string>();
  for (const { a, s } of parts) {
    for (const n of a.nodes) {
      if (n.kind === 'form' || isAtom(n)) continue;
      const vector = s.vector !== undefined && ((a.masks.get(n) as number) & s.vector.bit) !== 0;
      for (const name of calls(n, vector)) names.add(name);
    }
  }
  const table = new Map<string, number>();
  const imports: Imports = {};
  for (const name of names) {
    if (name.includes('.')) continue;
    const fn = jsMath[name];
    imports[name] = fn;
    const params = fn.length === 2 ? (['f64', 'f64'] as const) : (['f64'] as const);
    table.set(name, m.importFunction(name, params, ['f64']));
  }
  for (const name of names) {
    const [type, op] = name.split('.');
    if (op === undefined) continue;
    if (type === 'i32') {
      const [kind, sign] = op.split('_') as ['div' | 'rem', 's' | 'u'];
      table.set(name, emitDivision(m, kind, sign));
    } else {
      const fast = emitScalarFunction(m, op as VectorFunction, relaxed);
      const slow = table.get(op);
      const trig = op === 'sin' || op === 'cos';
      table.set(name, trig ? emitTrig(m, fast, slow as number, 8192) : fast);
    }
  }
  const index = (name: string): number => {
    const found = table.get(name);
    if (found === undefined) throw new Error(`nest generator: function ${name} was not declared`);
    return found;
  };
  return { index, imports };
}
