// The safetensors format: round trips of every type, and headers that lie.
import { describe, expect, test } from 'vitest';
import { bfloatValue, halfBits, halfValue } from '../../src/io/half.ts';
import { fillTree, treeFromNames } from '../../src/io/named.ts';
import { decodeSafetensors, encodeSafetensors } from '../../src/io/safetensors.ts';
import { useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import { add, cast, tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

/** A file made by hand: any header and any bytes. */
function file(header: unknown, data = new Uint8Array(0), length?: bigint): Uint8Array {
  const json = new TextEncoder().encode(
    typeof header === 'string' ? header : JSON.stringify(header),
  );
  const out = new Uint8Array(8 + json.length + data.length);
  new DataView(out.buffer).setBigUint64(0, length ?? BigInt(json.length), true);
  out.set(json, 8);
  out.set(data, 8 + json.length);
  return out;
}

const entry = (dtype: string, shape: unknown, range: unknown) => ({
  dtype,
  shape,
  data_offsets: range,
});

const read = async (bytes: Uint8Array, name: string): Promise<number[]> =>
  Array.from(await (decodeSafetensors(bytes).tensors.get(name) as Tensor).data());

describe('half precision', () => {
  test('every f16 bit pattern survives the way to a number and back', () => {
    for (let bits = 0; bits < 65536; bits++) {
      const value = halfValue(bits);
      if (Number.isNaN(value)) expect(halfBits(value) & 0x7fff).toBeGreaterThan(0x7c00);
      else if (halfBits(value) !== bits) expect(`${bits}: ${halfBits(value)}`).toBe(`${bits}`);
    }
  });

  test('rounds to nearest, ties to even', () => {
    expect(halfBits(1 + 2 ** -11)).toBe(0x3c00); // halfway between 1 and 1 + 2^-10
    expect(halfBits(1 + 3 * 2 ** -11)).toBe(0x3c02);
    expect(halfBits(1 + 2 ** -11 + 2 ** -20)).toBe(0x3c01);
    expect(halfBits(65519)).toBe(0x7bff);
    expect(halfBits(65520)).toBe(0x7c00);
    expect(halfBits(2 ** -25)).toBe(0); // halfway between 0 and the smallest
    expect(halfBits(1.5 * 2 ** -25)).toBe(1);
    expect(halfBits(-0)).toBe(0x8000);
  });
});

describe('round trips', () => {
  test('every dtype, zero sizes and scalars, names of a tree, metadata', async () => {
    await useDevice('interpret');
    const tree = {
      a: [
        { w: tensor([1.5, -2, 65504], { dtype: 'f16' }) },
        { w: tensor(Float64Array.of(Math.PI)) },
      ],
      f: tensor([[1, 2, 3]]),
      i: tensor(Int32Array.of(-5, 2 ** 31 - 1)),
      u: tensor(Uint32Array.of(2 ** 32 - 1)),
      b: tensor([true, false, true]),
      scalar: tensor([7], { shape: [] }),
      none: tensor(new Float32Array(0), { shape: [0, 3] }),
      computed: add(tensor([1, 2]), 1),
    };
    const bytes = await encodeSafetensors(tree, { metadata: { made: 'by hand' } });
    const { tensors, metadata } = decodeSafetensors(bytes);
    expect(metadata).toEqual({ made: 'by hand' });
    const back = fillTree(tree, tensors, 'test');
    expect(Array.from(await back.a[0].w.data())).toEqual([1.5, -2, 65504]);
    expect([back.a[0].w.dtype, back.a[1].w.dtype, back.b.dtype]).toEqual(['f16', 'f64', 'bool']);
    expect(await back.a[1].w.item()).toBe(Math.PI);
    expect(Array.from(await back.i.data())).toEqual([-5, 2 ** 31 - 1]);
    expect(Array.from(await back.u.data())).toEqual([2 ** 32 - 1]);
    expect(await back.b.toArray()).toEqual([true, false, true]);
    expect([back.scalar.shape, back.none.shape, back.f.shape]).toEqual([[], [0, 3], [1, 3]]);
    expect(Array.from(await back.computed.data())).toEqual([2, 3]);
    const named = treeFromNames(tensors) as { a: { w?: Tensor }[] };
    expect(named.a[1].w?.dtype).toBe('f64');
  });

  test('stores f32 as F16 on request', async () => {
    const bytes = await encodeSafetensors({ w: tensor([1 / 3]) }, { store: () => 'F16' });
    expect((await read(bytes, 'w'))[0]).toBeCloseTo(1 / 3, 3);
    expect((await read(bytes, 'w'))[0]).not.toBe(Math.fround(1 / 3));
  });

  test('reads BF16, I64 and U8', async () => {
    const data = new Uint8Array(2 + 16 + 2);
    const view = new DataView(data.buffer);
    view.setUint16(0, 0xc049, true); // -3.140625
    view.setBigInt64(2, -7n, true);
    view.setBigInt64(10, 2n ** 31n - 1n, true);
    data.set([3, 255], 18);
    const bytes = file(
      {
        h: entry('BF16', [1], [0, 2]),
        l: entry('I64', [2], [2, 18]),
        b: entry('U8', [2], [18, 20]),
      },
      data,
    );
    expect(await read(bytes, 'h')).toEqual([-3.140625]);
    expect(bfloatValue(0xc049)).toBe(-3.140625);
    expect(await read(bytes, 'l')).toEqual([-7, 2 ** 31 - 1]);
    expect(await read(bytes, 'b')).toEqual([3, 255]);
  });

  test('refuses I64 values beyond 32 bits', () => {
    const data = new Uint8Array(8);
    new DataView(data.buffer).setBigInt64(0, 2n ** 31n, true);
    expect(() => decodeSafetensors(file({ n: entry('I64', [1], [0, 8]) }, data), 'x.st')).toThrow(
      /x\.st: tensor "n" holds 2147483648/,
    );
  });
});

describe('lying files', () => {
  const eight = new Uint8Array(8);
  const cases: [string, Uint8Array, RegExp][] = [
    ['too short', new Uint8Array(5), /5 bytes are too few/],
    ['header beyond the file', file({}, eight, 1n << 40n), /claims 1099511627776 bytes/],
    ['header that is no JSON', file('{"a":'), /not JSON/],
    ['header that is a list', file('[]'), /not a JSON object/],
    ['unknown dtype', file({ w: entry('F8', [8], [0, 8]) }, eight), /"w" has dtype "F8"/],
    ['negative size', file({ w: entry('F32', [-2], [0, 8]) }, eight), /"w" has no valid shape/],
    ['range beyond the file', file({ w: entry('F32', [4], [0, 16]) }, eight), /holds 8 bytes/],
    ['range backwards', file({ w: entry('F32', [2], [8, 0]) }, eight), /"w" lies at bytes 8 to 0/],
    [
      'shape that claims terabytes',
      file({ w: entry('F32', [1e6, 1e6], [0, 8]) }, eight),
      /takes 4000000000000 bytes, but 8/,
    ],
    [
      'more bytes than the shape takes',
      file({ w: entry('F32', [1], [0, 8]) }, eight),
      /takes 4 bytes, but 8/,
    ],
    [
      'overlap',
      file({ a: entry('F32', [2], [0, 8]), b: entry('F32', [1], [4, 8]) }, eight),
      /"b" overlaps "a"/,
    ],
    ['hole', file({ a: entry('F32', [1], [4, 8]) }, eight), /"a" leaves a hole after the start/],
    ['bytes nobody uses', file({ a: entry('F32', [1], [0, 4]) }, eight), /of which tensors use 4/],
  ];
  for (const [name, bytes, fault] of cases) {
    test(name, () => {
      expect(() => decodeSafetensors(bytes, 'bad.safetensors')).toThrow(fault);
      expect(() => decodeSafetensors(bytes, 'bad.safetensors')).toThrow(/^bad\.safetensors/);
    });
  }
});

test('names that no tree can have are refused', () => {
  const named = (name: string) => treeFromNames(new Map([[name, tensor([1])]]), 'w.st');
  expect(() => named('a.__proto__.b')).toThrow(/w\.st: "a\.__proto__\.b" has a part "__proto__"/);
  expect(() => named('a.'.repeat(20_000))).toThrow(/w\.st: "a\.a\..* has more than 64 parts/);
  expect(() => named('x'.repeat(100))).not.toThrow();
});

test('descriptions without end are cut in messages', () => {
  const long = file({ w: entry('x'.repeat(5_000_000), [1], [0, 4]) }, new Uint8Array(4));
  const axes = file({ w: entry('F32', new Array(70).fill(1), [0, 4]) }, new Uint8Array(4));
  const message = (bytes: Uint8Array): string => {
    try {
      decodeSafetensors(bytes, 'w.st');
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  expect(message(long)).toMatch(/^w\.st: tensor "w" has dtype "xxx/);
  expect(message(long).length).toBeLessThan(400);
  expect(message(axes)).toMatch(/^w\.st: tensor "w" has 70 axes, more than 64/);
});

test('fillTree lists what is missing, surplus and of another shape or dtype', () => {
  const template = { a: tensor([1, 2]), b: { c: tensor([1]) } };
  const given = new Map([
    ['a', tensor([1, 2, 3])],
    ['extra', tensor([1])],
  ]);
  expect(() => fillTree(template, given, 'w.st')).toThrow(
    /w\.st: .*missing: b\.c; not in the model: extra; a is f32\[3\], not f32\[2\]/,
  );
  const half = new Map([
    ['a', tensor([1, 2], { dtype: 'f16' })],
    ['b.c', tensor([1])],
  ]);
  expect(() => fillTree(template, half, 'w.st')).toThrow(/a is f16\[2\], not f32\[2\]/);
  const widened = fillTree(template, half, 'w.st', { cast: (t, like) => cast(t, like.dtype) });
  expect(widened.a.dtype).toBe('f32');
});
