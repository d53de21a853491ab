// From stored bytes to tensors: every order of axes, every element type, and f16 that keeps its bits.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { transpose, useDevice } from '../../src/index.ts';
import { decodeEntry, permute } from '../../src/io/decode.ts';
import { bfloatBits, bfloatValue } from '../../src/io/half.ts';
import type { Entry, FileDType } from '../../src/io/safetensors-header.ts';
import { floatsToHalves, halvesToFloats } from '../../src/tensor/half.ts';
import { fromHalfBits, tensor } from '../../src/tensor/ops/create.ts';

const size = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);

const shapeWithAxes = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 5 }).chain((shape) =>
  fc.record({
    shape: fc.constant(shape),
    axes: fc.shuffledSubarray(
      shape.map((_, i) => i),
      { minLength: shape.length },
    ),
  }),
);

describe('permute', () => {
  beforeAll(async () => {
    await useDevice('interpret');
  });

  it('is transpose, for any shape and order', async () => {
    await fc.assert(
      fc.asyncProperty(shapeWithAxes, async ({ shape, axes }) => {
        const values = Float32Array.from({ length: size(shape) }, (_, i) => i);
        const wanted = await transpose(tensor(values, { shape }), axes).data();
        expect(permute(values, shape, axes)).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });

  it('turns weights that are larger than its blocks', async () => {
    for (const [shape, axes] of [
      [
        [130, 201],
        [1, 0],
      ],
      [
        [70, 67, 3, 3],
        [2, 3, 1, 0],
      ],
      [
        [3, 3, 67, 70],
        [3, 2, 0, 1],
      ],
      [
        [66, 5, 129],
        [2, 1, 0],
      ],
    ]) {
      const values = Float32Array.from({ length: size(shape) }, (_, i) => i);
      const wanted = await transpose(tensor(values, { shape }), axes).data();
      expect(permute(values, shape, axes)).toEqual(wanted);
    }
  });

  it('refuses axes that are no order', () => {
    const values = new Float32Array(6);
    for (const axes of [[0], [0, 0], [1, 2], [0, 1, 2]]) {
      expect(() => permute(values, [2, 3], axes)).toThrow(/no order/);
    }
  });
});

const entry = (dtype: FileDType, shape: readonly number[], bytes: number): Entry => ({
  name: 'w',
  dtype,
  shape,
  begin: 0,
  end: bytes,
});

describe('decodeEntry', () => {
  // every f16 pattern, from an odd address
  const patterns = Uint16Array.from({ length: 65536 }, (_, i) => i);
  const odd = new Uint8Array(2 * 65536 + 1);
  odd.set(new Uint8Array(patterns.buffer), 1);
  const bytes = odd.subarray(1);

  it('keeps the bits of f16, in any layout', () => {
    const plain = decodeEntry(entry('F16', [65536], bytes.length), bytes, 'file');
    expect(plain.dtype).toBe('f16');
    expect(plain.host).toEqual(patterns);
    const e = entry('F16', [256, 256], bytes.length);
    const turned = decodeEntry(e, bytes, 'file', { axes: [1, 0] });
    const wanted = patterns.map((_, i) => 256 * (i % 256) + (i >> 8));
    expect(turned.host).toEqual(wanted);
    expect(turned.shape).toEqual([256, 256]);
  });

  it('does not hold on to the bytes it was given', () => {
    const given = new Uint8Array(floatsToHalves([1, 2, 3]).buffer);
    const t = decodeEntry(entry('F16', [3], 6), given, 'file');
    given.fill(0);
    expect(t.host).toEqual(floatsToHalves([1, 2, 3]));
  });

  it('converts between floating-point types, and only those', async () => {
    await useDevice('cpu');
    const values = [1.5, -2, 65504, 2 ** -24, 0.1];
    const stored: [FileDType, ArrayBufferLike][] = [
      ['F16', floatsToHalves(values).buffer],
      ['F32', Float32Array.from(values).buffer],
      ['F64', Float64Array.from(values).buffer],
      ['BF16', Uint16Array.from(Float32Array.from(values), bfloatBits).buffer],
    ];
    for (const [dtype, buffer] of stored) {
      const raw = new Uint8Array(buffer);
      for (const as of ['f16', 'f32'] as const) {
        const t = decodeEntry(entry(dtype, [5], raw.length), raw, 'file', { dtype: as });
        expect(t.dtype).toBe(as);
        const exact =
          dtype === 'BF16'
            ? values.map((v) => bfloatValue(bfloatBits(v)))
            : dtype === 'F16'
              ? [...halvesToFloats(floatsToHalves(values))]
              : values.map(Math.fround);
        const wanted = as === 'f16' ? [...halvesToFloats(floatsToHalves(exact))] : exact;
        expect([...(await t.data())]).toEqual(wanted);
      }
    }
    const ids = new Uint8Array(BigInt64Array.of(-1n, 2147483647n, -2147483648n).buffer);
    const t = decodeEntry(entry('I64', [3], 24), ids, 'file', { dtype: 'f16' });
    expect([t.dtype, ...(await t.data())]).toEqual(['i32', -1, 2147483647, -2147483648]);
    for (const beyond of [2147483648n, -2147483649n]) {
      const raw = new Uint8Array(BigInt64Array.of(0n, beyond).buffer);
      expect(() => decodeEntry(entry('I64', [2], 16), raw, 'file')).toThrow(
        `tensor "w" holds ${beyond}, which does not fit 32 bits`,
      );
    }
  });
});

describe('f16 bits as a tensor', () => {
  it.each(['interpret', 'cpu', 'webgpu'] as const)('compute on %s', async (device) => {
    await useDevice(device);
    const values = [1, -2.5, 65504, 2 ** -24, 0];
    const make = () => fromHalfBits(floatsToHalves(values), { shape: [5] });
    expect([...(await make().data())]).toEqual(values); // still on the host
    const { mul, cast } = await import('../../src/index.ts');
    expect([...(await mul(cast(make(), 'f32'), 2).data())]).toEqual(values.map((v) => 2 * v));
  });

  it('need as many as the shape says', () => {
    expect(() => fromHalfBits(new Uint16Array(3), { shape: [2] })).toThrow(/3 values for shape/);
  });
});
