// Values of the host that a dtype does not hold: an error that says which, never another number.
import { beforeAll, describe, expect, it } from 'vitest';
import { arange, DTypeError, full, iota, pad, take, tensor, zeros } from '../../src/index.ts';
import { use } from '../support/devices.ts';

beforeAll(async () => {
  await use('cpu');
});

const refused = (f: () => unknown, message: RegExp): void => {
  expect(f).toThrow(DTypeError);
  expect(f).toThrow(message);
};

describe('values that a dtype does not hold', () => {
  it('are refused in nested arrays, by their position', () => {
    refused(
      () => tensor([1, 3e9], { dtype: 'i32' }),
      /^tensor: values\[1\] is 3000000000, which i32/,
    );
    refused(
      () =>
        tensor(
          [
            [1, 2],
            [3, 0.5],
          ],
          { dtype: 'i32' },
        ),
      /values\[1\]\[1\] is 0\.5/,
    );
    refused(() => tensor([Number.NaN], { dtype: 'u32' }), /values\[0\] is NaN, which u32/);
    refused(() => tensor([-1], { dtype: 'u32' }), /values\[0\] is -1/);
    refused(() => tensor([0, 2], { dtype: 'bool' }), /values\[1\] is 2, which bool/);
    refused(() => tensor([Number.POSITIVE_INFINITY], { dtype: 'i32' }), /Infinity/);
  });

  it('are refused in typed arrays of another type', () => {
    refused(() => tensor(new Float32Array([1, 1.5]), { dtype: 'i32' }), /values\[1\] is 1\.5/);
    refused(() => tensor(new Uint32Array([2 ** 31]), { dtype: 'i32' }), /values\[0\]/);
    refused(() => tensor(new Int32Array([0, -1]), { dtype: 'u32' }), /values\[1\] is -1/);
    refused(() => tensor(new Float64Array([0.5]), { dtype: 'bool' }), /values\[0\] is 0\.5/);
    // a Uint8Array is bool unless a dtype is named
    refused(() => tensor(new Uint8Array([0, 7])), /values\[1\] is 7, which bool/);
  });

  it('are refused by what makes constants', () => {
    refused(() => full([2], 0.5, 'i32'), /^full: value is 0\.5/);
    refused(() => full([2], -1, 'u32'), /^full: value is -1/);
    refused(() => full([2], 2, 'bool'), /^full: value is 2/);
    refused(() => arange(0, 2, 0.5, 'i32'), /^arange: .* is (0|1)\.5/);
    refused(() => arange(-2, 2, 1, 'u32'), /^arange: start is -2/);
    refused(() => arange(5, undefined, 1, 'bool'), /^arange: the last value is 4/);
    refused(() => iota([3], 0, 'bool'), /^iota: the last position is 2/);
    refused(() => pad(zeros([2], 'i32'), [[1, 1]], { value: 0.5 }), /^pad: options\.value is 0\.5/);
  });

  it('and those that it holds stay as they are', async () => {
    const ends = [-(2 ** 31), 2 ** 31 - 1, -0];
    expect([...(await tensor(ends, { dtype: 'i32' }).data())]).toEqual([
      -(2 ** 31),
      2 ** 31 - 1,
      0,
    ]);
    expect([...(await tensor([2 ** 32 - 1], { dtype: 'u32' }).data())]).toEqual([2 ** 32 - 1]);
    expect([...(await tensor(new Uint8Array([0, 7]), { dtype: 'u32' }).data())]).toEqual([0, 7]);
    expect([...(await tensor([0, true, 1], { dtype: 'bool' }).data())]).toEqual([0, 1, 1]);
    expect([...(await arange(3, -1, -1).data())]).toEqual([3, 2, 1, 0]);
    expect((await iota([2], 0, 'bool').data())[1]).toBe(1);
  });

  it('positions beyond 2^24 are not rounded on their way to an index', () => {
    // in f32 the position would be 2^24, which is there
    const x = zeros([2 ** 24 + 1]);
    expect(() => take(x, [2 ** 24 + 1], 0)).toThrow(/16777217/);
  });
});
