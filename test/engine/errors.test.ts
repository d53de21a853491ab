// Errors name the operation, the operands and the line of the caller; a missing gradient says why.
import { beforeAll, describe, expect, it } from 'vitest';
import { grad, vjp } from '../../src/autodiff/transforms.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { defineOp } from '../../src/tensor/define.ts';
import { DTypeError, GradientError, ShapeError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';

beforeAll(async () => {
  await use('cpu');
});

const a = ops.tensor(
  [
    [1, 2, 3],
    [4, 5, 6],
  ],
  { label: 'a' },
);
const b = ops.tensor([1, 2, 3, 4], { label: 'b' });

type Kind = typeof ShapeError | typeof DTypeError;
const wrong: readonly [string, () => unknown, Kind, RegExp][] = [
  ['add', () => ops.add(a, b), ShapeError, /add of a: f32\[2, 3\] and b: f32\[4\].*3 against 4/],
  ['matmul', () => ops.matmul(a, a), ShapeError, /matmul: a: f32\[2, 3\] and a: f32\[2, 3\]/],
  ['concat', () => ops.concat([a, b]), ShapeError, /concat: .*\[2, 3\].*\[4\]/],
  ['reshape', () => ops.reshape(a, [4]), ShapeError, /reshape: a: f32\[2, 3\].*\[4\]/],
  ['sum', () => ops.sum(a, 5), ShapeError, /sum: axis 5.*rank 2/],
  ['transpose', () => ops.transpose(a, [0, 0]), ShapeError, /transpose: axes \[0, 0\].*a: f32/],
  ['conv2d', () => ops.conv2d(a, b), ShapeError, /conv2d: .*a: f32\[2, 3\] and b: f32\[4\]/],
  ['einsum', () => ops.einsum('ij,jk->ik', a, b), ShapeError, /einsum: .*"jk".*b: f32\[4\]/],
  ['max', () => ops.max(ops.zeros([0])), ShapeError, /max: .*no elements.*f32\[0\]/],
  ['tensor', () => ops.tensor([[1, 2], [3]]), ShapeError, /tensor: .*ragged/],
  ['bitwiseAnd', () => ops.bitwiseAnd(a, a), DTypeError, /bitwiseAnd: a: f32\[2, 3\].*integer/],
  ['take', () => ops.take(a, ops.tensor([0.5])), DTypeError, /take .*a: f32.*f32\[1\]/],
  ['random', () => ops.random.normal(b, [2]), DTypeError, /random.*u32/],
];

describe('errors', () => {
  it.each(wrong)('of %s name the operation, its operands and the caller', (_, f, kind, text) => {
    expect(f).toThrow(kind);
    expect(f).toThrow(text);
    expect(f).toThrow(/\n {2}at .*errors\.test\.ts:\d+:\d+/);
  });

  it('of an unknown device list the devices', async () => {
    const name = 'abacus' as unknown as 'cpu';
    await expect(useDevice(name)).rejects.toThrow(
      /useDevice: name must be .*cpu.*webgpu.*not "abacus"/,
    );
    await use('cpu');
  });

  it('of item and dataSync say what is wrong', async () => {
    await expect(a.item()).rejects.toThrow(/a: f32\[2, 3\] has 6 elements/);
  });
});

const floorless = defineOp<object>({
  name: 'test.quantize',
  shape: ([x]) => x,
  nondifferentiable: 'rounding to a grid is piecewise constant',
  lower: { kind: 'map', elementwise: true, body: ([x], index) => x(index) },
  reference: ([x]) => x.data.slice(),
  samples: [],
});

describe('gradients that do not exist', () => {
  it('repeat the reason of the operation', () => {
    const f = (x: Tensor): Tensor => ops.sum(floorless([x], {}));
    expect(() => grad(f)(b)).toThrow(GradientError);
    expect(() => grad(f)(b)).toThrow(
      /test\.quantize has no gradient: rounding to a grid.*f32\[4\]/,
    );
  });

  it('of integer losses say which operation made them so', () => {
    expect(() => grad((x: Tensor) => ops.argmax(x))(b)).toThrow(
      /i32\[\] \(of argmax\).*argmax is piecewise constant/,
    );
  });

  it('of anything but a scalar are refused', () => {
    expect(() => grad((x: Tensor) => ops.mul(x, 2))(b)).toThrow(/must return a scalar.*f32\[4\]/);
    const pair = (x: Tensor): Tensor => [ops.sum(x), x] as unknown as Tensor;
    expect(() => grad(pair)(b)).toThrow(/hasAux/);
  });

  it('are zero for integer leaves and for what has no influence', async () => {
    const tree = { x: ops.tensor([2]), i: ops.tensor(Int32Array.of(3)), unused: ops.ones([2]) };
    const g = grad((t: typeof tree) => ops.sum(ops.mul(t.x, ops.cast(t.i, 'f32'))))(tree);
    expect(await g.x.item()).toBe(3);
    expect(await g.i.item()).toBe(0);
    expect([...(await g.unused.data())]).toEqual([0, 0]);
  });

  it('of integer results beside others are left out', async () => {
    const [out, pull] = vjp((x: Tensor) => ops.sort(x), ops.tensor([3, 1, 2]));
    const ct = { values: ops.tensor([10, 20, 30]), indices: ops.zerosLike(out.indices) };
    expect([...(await pull(ct).data())]).toEqual([30, 10, 20]);
  });
});
