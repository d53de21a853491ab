// The WASM assembler: every instruction in its table is known to the engine, and structured code runs.

import { describe, expect, it } from 'vitest';
import {
  createMemory,
  hasRelaxedSimd,
  instantiate,
  ModuleBuilder,
  type ValueType,
} from '../../src/backends/cpu/wasm/assembler.ts';
import { type Op, opcodes } from '../../src/backends/cpu/wasm/opcodes.ts';

/** Operand and result types of an instruction, from its name. */
const signature = (name: Op): { params: ValueType[]; results: ValueType[] } => {
  const [shape, action = ''] = name.split('.') as [string, string?];
  const vector = shape.includes('x') || shape === 'v128';
  const own: ValueType = vector ? 'v128' : (shape as ValueType);
  const lanes: ValueType = shape.startsWith('f64')
    ? 'f64'
    : shape.startsWith('f32')
      ? 'f32'
      : shape.startsWith('i64')
        ? 'i64'
        : 'i32';
  if (action === 'splat') return { params: [lanes], results: ['v128'] };
  if (action.startsWith('extract_lane')) return { params: ['v128'], results: [lanes] };
  if (action === 'replace_lane') return { params: ['v128', lanes], results: ['v128'] };
  if (/any_true|all_true|bitmask/.test(action)) return { params: ['v128'], results: ['i32'] };
  if (/^(shl|shr_[su])$/.test(action) && vector)
    return { params: ['v128', 'i32'], results: ['v128'] };
  if (/madd|bitselect|laneselect/.test(action))
    return { params: ['v128', 'v128', 'v128'], results: ['v128'] };
  const conversion =
    /^(?:trunc|trunc_sat|convert|reinterpret|wrap|extend|demote|promote)_([if]\d\d)/;
  const source = conversion.exec(action);
  if (source && !vector) return { params: [source[1] as ValueType], results: [own] };
  const unary =
    /^(abs|neg|sqrt|ceil|floor|trunc|nearest|not|clz|ctz|popcnt|extend\d+_s|extend_|convert_|trunc_sat|demote|promote)/;
  if (unary.test(action)) return { params: [own], results: [own] };
  if (action === 'eqz') return { params: [own], results: ['i32'] };
  if (/^(eq|ne|[lg][te](_[su])?)$/.test(action))
    return { params: [own, own], results: [vector ? 'v128' : 'i32'] };
  return { params: [own, own], results: [own] };
};

const build = (name: Op): Uint8Array<ArrayBuffer> => {
  const m = new ModuleBuilder();
  if (/\.(load|store)/.test(name)) {
    const lane = name.endsWith('_lane') ? 0 : undefined;
    const store = name.includes('.store');
    const own = name.split('.')[0] as ValueType;
    const params: ValueType[] = store || lane === 0 ? ['i32', own] : ['i32'];
    m.func(params, store ? [] : [own], (f, all) => {
      for (const p of all) f.get(p);
      f.mem(name, 300, lane);
    });
  } else if (name === 'v128.const') {
    m.func([], ['v128'], (f) => void f.f32x4Const(1));
  } else if (name === 'i8x16.shuffle') {
    m.func(['v128', 'v128'], ['v128'], (f, [a, b]) => void f.get(a).get(b).shuffle32([0, 5, 2, 7]));
  } else if (name.startsWith('memory.')) {
    m.func(['i32', 'i32', 'i32'], [], (f, [a, b, c]) => void f.get(a).get(b).get(c).op(name));
  } else if (!name.includes('.')) {
    m.func(['i32'], [], (f, [a]) => {
      if (name === 'drop') f.get(a);
      if (name === 'select') f.get(a).get(a).get(a);
      f.op(name);
      if (name === 'select') f.op('drop');
    });
  } else {
    const { params, results } = signature(name);
    m.func(params, results, (f, all) => {
      for (const p of all) f.get(p);
      if (name.endsWith('_lane') || /extract_lane/.test(name)) f.lane(name, 1);
      else f.op(name);
    });
  }
  return m.finish();
};

describe('assembler', () => {
  it('encodes every instruction of the table', () => {
    const relaxed = hasRelaxedSimd();
    const wrong = (Object.keys(opcodes) as Op[]).filter(
      (name) => !(name.includes('relaxed') && !relaxed) && !WebAssembly.validate(build(name)),
    );
    expect(wrong).toEqual([]);
  });

  it('encodes integer constants of any size', () => {
    const values = [0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, -8192, 2 ** 31 - 1, -(2 ** 31)];
    for (const value of values) {
      const m = new ModuleBuilder();
      m.func([], ['i32'], (f) => void f.i32Const(value), 'small');
      m.func([], ['i64'], (f) => void f.i64Const(BigInt(value) * 4294967297n), 'large');
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(m.finish()), {
        env: { memory: createMemory(1) },
      });
      const { small, large } = exports as Record<string, () => number | bigint>;
      expect(small?.()).toBe(value);
      expect(large?.()).toBe(BigInt.asIntN(64, BigInt(value) * 4294967297n));
    }
  });

  it('runs loops, calls, imports and the example of its documentation', () => {
    const m = new ModuleBuilder();
    const half = m.importFunction('half', ['f64'], ['f64']);
    const twice = m.func(['i32'], ['i32'], (f, [x]) => void f.get(x).i32Const(1).op('i32.shl'));
    m.func(
      ['i32', 'i32', 'i32'],
      [],
      (f, [a, out, n]) => {
        const i = f.local('i32');
        const two = f.local('v128');
        f.f32x4Const(2).set(two);
        f.for(i, 0, n, 4, () => {
          f.get(out).get(a).mem('v128.load').get(two).op('f32x4.mul').mem('v128.store');
          f.inc(a, 16).inc(out, 16);
        });
      },
      'double',
    );
    m.func(
      ['i32', 'i32'],
      [],
      (f, [n, out]) => {
        const sum = f.local('i32');
        f.repeat(n, () => f.inc(sum, () => f.get(n).call(twice)));
        f.get(out).get(sum).op('f64.convert_i32_s').call(half).mem('f64.store', 8);
      },
      'triangle',
    );
    const memory = createMemory(1);
    const { double, triangle } = instantiate(m.finish(), memory, { half: (x) => x / 2 });
    const data = new Float32Array(memory.buffer, 0, 64);
    data.set([1, 2, 3, 4, 5, 6, 7, 8]);
    double?.(0, 64, 8);
    expect([...data.subarray(16, 24)]).toEqual([2, 4, 6, 8, 10, 12, 14, 16]);
    triangle?.(10, 128);
    expect(new Float64Array(memory.buffer)[17]).toBe(55);
    triangle?.(0, 128);
    expect(new Float64Array(memory.buffer)[17]).toBe(0);
  });

  it('branches and reuses freed locals by type', () => {
    const m = new ModuleBuilder();
    m.func(
      ['i32', 'i32'],
      [],
      (f, [x, out]) => {
        const a = f.local('i32');
        f.free(a);
        expect(f.local('f32')).not.toBe(a);
        expect(f.local('i32')).toBe(a);
        f.get(out);
        f.get(x).i32Const(3).op('i32.gt_s');
        f.if(
          () => f.i32Const(100),
          () => f.i32Const(200),
          'i32',
        );
        f.set(a);
        f.block((exit) => {
          f.loop((again) => {
            f.inc(a, 1);
            f.get(a).i32Const(7).op('i32.rem_u').op('i32.eqz').brIf(exit);
            f.br(again);
          });
        });
        f.get(a).mem('i32.store');
      },
      'run',
    );
    const memory = createMemory(1);
    const { run } = instantiate(m.finish(), memory);
    const out = new Int32Array(memory.buffer);
    run?.(4, 0);
    expect(out[0]).toBe(105);
    run?.(3, 0);
    expect(out[0]).toBe(203);
  });
});
