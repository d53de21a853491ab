// The CPU backend below the compiler: memory blocks never overlap and merge again, values survive the
// way to the device and back, programs run on donated memory, errors name what failed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockBytes, createAllocator } from '../../src/backends/cpu/allocator.ts';
import { createCpuBackend } from '../../src/backends/cpu/cpu-backend.ts';
import { detectCpu } from '../../src/backends/cpu/detect.ts';
import type { Program } from '../../src/compiler/program.ts';
import { type DType, hostArray } from '../../src/tensor/dtype.ts';
import { floatsToHalves, halvesToFloats } from '../../src/tensor/half.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { halfBits, halfValue, nest } from './run-nest.ts';

describe('allocator', () => {
  it('keeps living blocks apart, aligned and inside memory, and merges what comes back', () => {
    const step = fc.record({ bytes: fc.nat(300_000), free: fc.nat(1000) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const a = createAllocator();
        const live: { address: number; bytes: number }[] = [];
        for (const { bytes, free } of steps) {
          if (free % 3 === 0 && live.length > 0) {
            const [gone] = live.splice(free % live.length, 1);
            a.give(gone.address, gone.bytes);
          }
          const address = a.take(bytes);
          expect(address % 64).toBe(0);
          expect(address).toBeGreaterThan(0);
          expect(address + bytes).toBeLessThanOrEqual(a.memory.buffer.byteLength);
          for (const b of live) {
            const apart =
              address >= b.address + blockBytes(b.bytes) ||
              b.address >= address + blockBytes(bytes);
            expect(apart).toBe(true);
          }
          live.push({ address, bytes });
        }
        expect(a.counts().used).toBe(live.reduce((s, b) => s + blockBytes(b.bytes), 0));
        for (const b of live) a.give(b.address, b.bytes);
        const { used, pooled } = a.counts();
        expect(used).toBe(0);
        // one block again: all of it can be taken without growing
        const size = a.memory.buffer.byteLength;
        if (pooled > 0) a.take(pooled);
        expect(a.memory.buffer.byteLength).toBe(size);
      }),
      { numRuns: 50 },
    );
  });

  it('says how much was asked for when memory ends', () => {
    const a = createAllocator();
    expect(() => a.take(5 * 2 ** 30)).toThrow(/cannot hold 5368709120 bytes in one piece/);
    expect(a.counts().used).toBe(0);
    expect(a.take(100)).toBeGreaterThan(0);
  });
});

describe('values', () => {
  it('float16 patterns convert both ways', () => {
    const patterns = Uint16Array.from({ length: 65536 }, (_, h) => h);
    const values = halvesToFloats(patterns);
    const back = floatsToHalves(values);
    for (let h = 0; h < 65536; h++) {
      const v = halfValue(h);
      if (!Object.is(values[h], v)) expect.fail(`${h} gave ${values[h]}, not ${v}`);
      const own = Number.isNaN(v) ? (h & 0x8000) | 0x7e00 : h;
      if (back[h] !== own) expect.fail(`${v} gave ${back[h]}, not ${own}`);
    }
    // between neighbours, exactly and by one unit of f32 to either side
    const between = Float32Array.from(patterns.subarray(0, 31744), (h) =>
      h === 31743 ? 65520 : (halfValue(h) + halfValue(h + 1)) / 2,
    );
    for (const units of [-1, 0, 1]) {
      const words = new Uint32Array(between.buffer.slice(0)).map((word) => word + units);
      const points = new Float32Array(words.buffer);
      const found = floatsToHalves(points);
      points.forEach((x, i) => {
        if (found[i] !== halfBits(x)) expect.fail(`${x} gave ${found[i]}, not ${halfBits(x)}`);
      });
    }
  });

  it.each(['f32', 'f64', 'f16', 'i32', 'u32', 'bool'] as DType[])('%s survives', (dtype) => {
    const cpu = createCpuBackend();
    const aval = { shape: [5], dtype };
    const values = hostArray(dtype, 5);
    values.set([0, 1, 1, dtype === 'bool' ? 1 : 3, 0]);
    const s = cpu.alloc(aval);
    cpu.upload(s, aval, values);
    // memory grows in between
    const big = cpu.alloc({ shape: [16 * 2 ** 20], dtype: 'f32' });
    expect(cpu.downloadSync(s, aval)).toEqual(values);
    cpu.free(big);
    cpu.free(s);
    expect(cpu.memory().used).toBe(0);
    expect(() => cpu.downloadSync(s, aval)).toThrow(/freed/);
  });
});

const N = 50;
const at = ix.axis('i0', N);
const x = ir.load(0, at, 'f32');
const double = nest({
  axes: [N],
  inputs: ['f32'],
  outputs: ['f32'],
  results: [ir.add(x, x)],
  inPlace: [true],
  key: 'double',
});
const aval = { shape: [N], dtype: 'f32' as const };

const program = (part: Partial<Program>): Program => ({
  name: 'test',
  inputs: [aval],
  outputs: [aval],
  slots: [],
  steps: [],
  tempBytes: 0,
  donations: new Map(),
  ...part,
});

describe('programs', () => {
  it('run through temporaries and over donated memory', () => {
    const cpu = createCpuBackend();
    const s = cpu.alloc(aval);
    const values = Float32Array.from({ length: N }, (_, j) => j - 3);
    cpu.upload(s, aval, values);
    const step = { kernel: double, label: 'double' };
    const executable = cpu.executable(
      program({
        slots: [
          { kind: 'input', index: 0, offset: 0, bytes: 4 * N, value: 0 },
          { kind: 'temp', offset: 256, bytes: 4 * N, value: 1 },
          { kind: 'output', index: 0, offset: 0, bytes: 4 * N, value: 2 },
        ],
        steps: [
          { ...step, args: [0, 1] },
          { ...step, args: [1, 2] },
          { ...step, args: [2, 2] },
        ],
        tempBytes: 512,
        donations: new Map([[0, 0]]),
      }),
    );
    const before = cpu.memory().used;
    executable.run([s], [s]);
    expect(cpu.memory().used).toBe(before);
    expect(cpu.downloadSync(s, aval)).toEqual(values.map((v) => 8 * v));
  });

  it('name the kernel that fails', () => {
    const cpu = createCpuBackend();
    const wild = nest({
      axes: [N],
      inputs: ['f32'],
      outputs: ['f32'],
      results: [ir.load(0, ix.add(ix.scale(at, 2 ** 20), 2 ** 28), 'f32')],
      key: 'wild',
    });
    const s = cpu.alloc(aval);
    const executable = cpu.executable(
      program({
        slots: [{ kind: 'input', index: 0, offset: 0, bytes: 4 * N, value: 0 }],
        steps: [{ kernel: wild, label: 'wild gather', args: [0, 0] }],
      }),
    );
    expect(() => executable.run([s], [s])).toThrow(/test: kernel wild gather failed/);
  });
});

it('describes the machine', () => {
  const features = detectCpu();
  expect(features.simd).toBe(true);
  expect(features.processors).toBeGreaterThan(0);
  expect(features.memoryLimit).toBe(2 ** 32);
});
