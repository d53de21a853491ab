// Plain evaluation of nests for tests: loops over every point and evaluates expressions in float64,
// rounding to float32 where the expression type says so. Also runs the generated module.
import { generateNest } from '../../src/backends/cpu/nest/generate.ts';
import { erf } from '../../src/backends/cpu/nest/js-math.ts';
import {
  createMemory,
  hasRelaxedSimd,
  instantiate,
} from '../../src/backends/cpu/wasm/assembler.ts';
import type { NestKernel } from '../../src/compiler/program.ts';
import { byteSize, type DType, type ScalarType } from '../../src/tensor/dtype.ts';
import type { Atom, Expr, Index, ReduceOp } from '../../src/tensor/expr.ts';
import { sizeOf } from '../../src/tensor/shape.ts';

/** Values of the inputs, as plain numbers. */
export type Values = readonly (readonly number[] | Float64Array)[];

type Env = { axes: Map<string, number>; acc: number[]; inputs: Values; memo: Map<Expr, number> };

/** Rounds to what a scalar type can hold. */
export function round(x: number, t: ScalarType): number {
  if (t === 'f32') return Math.fround(x);
  if (t === 'i32') return x | 0;
  if (t === 'u32') return x >>> 0;
  if (t === 'bool') return Number(x !== 0);
  return x;
}

const bits = new DataView(new ArrayBuffer(4));
function bitcast(x: number, from: ScalarType, to: ScalarType): number {
  if (from === 'f32') bits.setFloat32(0, x);
  else if (from === 'u32') bits.setUint32(0, x);
  else bits.setInt32(0, x);
  return to === 'f32' ? bits.getFloat32(0) : to === 'u32' ? bits.getUint32(0) : bits.getInt32(0);
}

const nearestEven = (x: number): number => {
  const r = Math.round(x);
  return Math.abs(x % 1) === 0.5 && r % 2 !== 0 ? r - 1 : r;
};

const saturate = (x: number, t: ScalarType): number => {
  if (Number.isNaN(x)) return 0;
  const [lo, hi] = t === 'i32' ? [-(2 ** 31), 2 ** 31 - 1] : [0, 2 ** 32 - 1];
  return Math.min(Math.max(Math.trunc(x), lo), hi);
};

function atomValue(a: Atom, env: Env): number {
  if (a.kind === 'axis') return env.axes.get(a.axis as string) ?? 0;
  if (a.kind === 'data') return evaluate(a.expr as Expr, env);
  const x = indexValue(a.arg as Index, env);
  const q = Math.floor(x / (a.by as number));
  return a.kind === 'div' ? q : x - q * (a.by as number);
}

const indexValue = (ix: Index, env: Env): number =>
  ix.terms.reduce((s, t) => s + t.coefficient * atomValue(t.atom, env), ix.constant);

function unary(op: string, x: number, t: ScalarType): number {
  switch (op) {
    case 'neg':
      return -x;
    case 'abs':
      return Math.abs(x);
    case 'rsqrt':
      return 1 / Math.sqrt(x);
    case 'erf':
      return erf(x);
    case 'round':
      return nearestEven(x);
    case 'not':
      return Number(x === 0);
    case 'bitNot':
      return ~x;
    default:
      return t === 'f32' || t === 'f64'
        ? (Math as never as Record<string, (x: number) => number>)[op](x)
        : x;
  }
}

function binary(op: string, x: number, y: number, t: ScalarType): number {
  const float = t === 'f32' || t === 'f64';
  switch (op) {
    case 'add':
      return t === 'bool' ? x | y : x + y;
    case 'sub':
      return x - y;
    case 'mul':
      return float ? x * y : Math.imul(x, y);
    case 'div':
      return float ? x / y : y === 0 ? 0 : Math.trunc(x / y);
    case 'rem':
      return float ? x % y : y === 0 ? 0 : x % y;
    case 'pow':
      return x ** y;
    case 'min':
      return Math.min(x, y);
    case 'max':
      return Math.max(x, y);
    case 'atan2':
      return Math.atan2(x, y);
    case 'and':
      return x & y;
    case 'or':
      return x | y;
    case 'xor':
      return x ^ y;
    case 'shl':
      return x << y;
    case 'shr':
      return t === 'u32' ? x >>> y : x >> y;
    case 'eq':
      return Number(x === y);
    case 'ne':
      return Number(x !== y);
    case 'lt':
      return Number(x < y);
    default:
      return Number(x <= y);
  }
}

function compute(e: Expr, env: Env): number {
  const at = (i: number): number => evaluate(e.args[i], env);
  switch (e.kind) {
    case 'const':
      return e.value as number;
    case 'index':
      return indexValue(e.at as Index, env);
    case 'acc':
      return env.acc[e.buffer as number];
    case 'load': {
      if (e.guard && !evaluate(e.guard, env)) return at(1);
      const i = indexValue(e.at as Index, env);
      const data = env.inputs[e.buffer as number];
      if (i < 0 || i >= data.length) throw new Error(`test: load at ${i} of ${data.length}`);
      return data[i];
    }
    case 'unary':
      return unary(e.op as string, at(0), e.type);
    case 'binary':
      return binary(e.op as string, at(0), at(1), e.args[0].type);
    case 'select':
      return at(0) ? at(1) : at(2);
    case 'bitcast':
      return bitcast(at(0), e.args[0].type, e.type);
    case 'cast': {
      const from = e.args[0].type;
      const integer = e.type === 'i32' || e.type === 'u32';
      return integer && (from === 'f32' || from === 'f64') ? saturate(at(0), e.type) : at(0);
    }
  }
}

function evaluate(e: Expr, env: Env): number {
  let v = env.memo.get(e);
  if (v === undefined) {
    v = round(compute(e, env), e.type);
    env.memo.set(e, v);
  }
  return v;
}

const better = (op: ReduceOp, x: number, y: number): boolean =>
  Number.isNaN(x) ? !Number.isNaN(y) : op === 'argmax' ? x > y : x < y;

function* points(prefix: string, sizes: readonly number[], axes: Map<string, number>) {
  const n = sizeOf(sizes);
  for (let flat = 0; flat < n; flat++) {
    let rest = flat;
    for (let i = sizes.length - 1; i >= 0; i--) {
      axes.set(`${prefix}${i}`, rest % sizes[i]);
      rest = Math.floor(rest / sizes[i]);
    }
    yield flat;
  }
}

/** Values of every output, by plain loops. Sums are float64. */
export function evaluateNest(k: NestKernel, inputs: Values): number[][] {
  const axes = new Map<string, number>();
  const out = k.outputs.map(() => [] as number[]);
  for (const _ of points('i', k.axes, axes)) {
    const acc = k.reductions.map(() => 0);
    for (const flat of points('r', k.reduceAxes, axes)) {
      const env = { axes, acc, inputs, memo: new Map<Expr, number>() };
      k.reductions.forEach(({ op, body }, j) => {
        const x = evaluate(body, env);
        const integer = body.type === 'i32' || body.type === 'u32';
        if (flat === 0) best[j] = x;
        if (op === 'argmax' || op === 'argmin') {
          if (flat === 0 || better(op, x, best[j])) {
            best[j] = x;
            acc[j] = flat;
          }
        } else if (flat === 0) acc[j] = op === 'any' || op === 'all' ? Number(x !== 0) : x;
        else if (op === 'sum') acc[j] = integer ? round(acc[j] + x, body.type) : acc[j] + x;
        else if (op === 'prod')
          acc[j] = integer ? round(Math.imul(acc[j], x), body.type) : acc[j] * x;
        else if (op === 'max') acc[j] = Math.max(acc[j], x);
        else if (op === 'min') acc[j] = Math.min(acc[j], x);
        else acc[j] = op === 'any' ? acc[j] | Number(x !== 0) : acc[j] & Number(x !== 0);
      });
    }
    const env = { axes, acc, inputs, memo: new Map<Expr, number>() };
    k.results.forEach((r, j) => out[j].push(evaluate(r, env)));
  }
  return out;
}
const best: number[] = [];

/** float16 bits of a number, by search in float64 arithmetic (slow, independent of the kernel). */
export function halfBits(x: number): number {
  if (Number.isNaN(x)) return 0x7e00;
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const a = Math.abs(x);
  if (a >= 65520) return sign | 0x7c00;
  const e = Math.max(-14, Math.floor(Math.log2(a || 1e-30)));
  const ulp = 2 ** (e - 10);
  return sign | (nearestEven(a / ulp) + (e === -14 ? 0 : (e + 14) * 1024));
}

/** The number behind float16 bits. */
export function halfValue(h: number): number {
  const e = (h >> 10) & 31;
  const m = h & 1023;
  const a =
    e === 31 ? (m ? Number.NaN : Infinity) : e ? (1 + m / 1024) * 2 ** (e - 15) : m * 2 ** -24;
  return h & 0x8000 ? -a : a;
}

const memory = createMemory(1024);

function view(d: DType, at: number, n: number) {
  if (d === 'f32') return new Float32Array(memory.buffer, at, n);
  if (d === 'f64') return new Float64Array(memory.buffer, at, n);
  if (d === 'f16') return new Uint16Array(memory.buffer, at, n);
  return d === 'u32' ? new Uint32Array(memory.buffer, at, n) : new Int32Array(memory.buffer, at, n);
}

/** Generates, runs and reads back. Guard words around outputs must survive. */
export function runNest(k: NestKernel, inputs: Values, relaxed = hasRelaxedSimd()): number[][] {
  const { bytes, imports, scratchBytes } = generateNest(k, relaxed);
  let at = 1024;
  const place = (d: DType, n: number): number => {
    const here = at;
    at += Math.ceil((n * byteSize[d] + 64) / 64) * 64;
    if (at > memory.buffer.byteLength) throw new Error('test: memory too small');
    return here;
  };
  const ptrs = k.inputs.map((d, i) => {
    const p = place(d, inputs[i].length);
    const v = view(d, p, inputs[i].length);
    inputs[i].forEach((x, j) => {
      v[j] = d === 'f16' ? halfBits(x) : x;
    });
    return p;
  });
  const n = sizeOf(k.axes);
  const outs = k.outputs.map((d) => {
    const p = place(d, n);
    const words = new Uint8Array(memory.buffer, p - 8, n * byteSize[d] + 40);
    words.fill(0xa5);
    return p;
  });
  const scratch = scratchBytes > 0 ? [place('i32', scratchBytes / 4)] : [];
  const beyond = new Uint8Array(memory.buffer, (scratch[0] ?? 0) + scratchBytes, 32);
  if (scratchBytes > 0) beyond.fill(0xa5);
  // guards are painted last, so that none is overwritten by a neighbour's
  instantiate(bytes, memory, imports).run(...ptrs, ...outs, ...scratch);
  if (scratchBytes > 0 && beyond.some((b) => b !== 0xa5)) throw new Error('test: scratch overran');
  return k.outputs.map((d, j) => {
    const tail = new Uint8Array(memory.buffer, outs[j] + n * byteSize[d], 32);
    const head = new Uint8Array(memory.buffer, outs[j] - 8, 8);
    if ([...head, ...tail].some((b) => b !== 0xa5)) throw new Error(`test: output ${j} overran`);
    return Array.from(view(d, outs[j], n), (x) => (d === 'f16' ? halfValue(x) : x));
  });
}

/** A kernel with defaults for what a test does not care about. */
export const nest = (
  part: Partial<NestKernel> & Pick<NestKernel, 'axes' | 'results' | 'inputs' | 'outputs'>,
): NestKernel => ({
  kind: 'nest',
  reduceAxes: [],
  reductions: [],
  inputSizes: part.inputs.map(() => 0),
  inPlace: part.inputs.map(() => false),
  key: '',
  ...part,
});
