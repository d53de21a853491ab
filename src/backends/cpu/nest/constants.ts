// Constants of the vector code. Those of elementary functions are put into locals before the first
// loop, since V8 builds a vector constant in three instructions wherever it stands.
import { FunctionBuilder, type Local } from '../wasm/assembler.ts';
import type { Analysis } from './analysis.ts';
import type { Constants } from './context.ts';
import {
  emitVectorFunction,
  TRIG_LIMIT,
  type VectorFunction,
  vectorFunctionOf,
} from './float-math.ts';
import { pushHalf } from './half.ts';
import type { Schedule } from './schedule.ts';

/** The sign bit of a float32. */
export const SIGN = -0x80000000;

const bitsOf = new DataView(new ArrayBuffer(4));
const f32Bits = (value: number): number => {
  bitsOf.setFloat32(0, value);
  return bitsOf.getInt32(0);
};

// Constants of the vector functions and of conversions of halves, found by letting them write into the void.
const functionConstants = new Map<string, readonly number[]>();
function constantsOf(
  name: VectorFunction | 'widen' | 'narrow',
  relaxed: boolean,
): readonly number[] {
  const key = `${name} ${relaxed}`;
  let found = functionConstants.get(key);
  if (!found) {
    const bits = new Set<number>();
    const f = new FunctionBuilder([]);
    const note = { f32: (v: number) => bits.add(f32Bits(v)), i32: (v: number) => bits.add(v | 0) };
    const target = { f, relaxed, ...note };
    if (name === 'widen' || name === 'narrow') pushHalf(target, name);
    else emitVectorFunction(target, name, f.local('v128'));
    if (name === 'sin' || name === 'cos') note.f32(TRIG_LIMIT);
    found = [...bits];
    functionConstants.set(key, found);
  }
  return found;
}

/** Sets up the constants of a kernel's vector functions in locals; what is not there is pushed anew. */
export function constantPool(
  f: FunctionBuilder,
  a: Analysis,
  s: Schedule,
  relaxed: boolean,
): Constants {
  const locals = new Map<number, Local>();
  const keep = (bits: number): void => {
    if (locals.has(bits)) return;
    const l = f.local('v128');
    locals.set(bits, l);
    f.i32x4Const(bits).set(l);
  };
  if (s.vector) {
    for (const n of a.nodes) {
      if (!((a.masks.get(n) as number) & s.vector.bit)) continue;
      if (n.kind !== 'unary' || n.type !== 'f32') continue;
      const fn = vectorFunctionOf(n);
      if (fn) for (const bits of constantsOf(fn, relaxed)) keep(bits);
      else if (n.op === 'neg') keep(SIGN);
      else if (n.op === 'abs') keep(~SIGN);
    }
    const half = (buffer: number): boolean => a.dtypes[buffer] === 'f16';
    const loads = a.nodes.some((n) => n.kind === 'load' && half(n.buffer as number));
    if (loads) for (const bits of constantsOf('widen', relaxed)) keep(bits);
    if (a.stores.some((s) => half(s.buffer)))
      for (const bits of constantsOf('narrow', relaxed)) keep(bits);
  }
  const push = (bits: number): void => {
    const l = locals.get(bits);
    if (l) f.get(l);
    else f.i32x4Const(bits);
  };
  return { f32: (v) => push(f32Bits(v)), i32: (v) => push(v | 0) };
}
