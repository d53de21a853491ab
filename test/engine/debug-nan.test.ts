// debugNaN names the first operation whose result is not finite, its line and its operands, in gradients
// with the operation that they belong to.
import { beforeAll, describe, expect, it } from 'vitest';
import { checkpoint } from '../../src/autodiff/checkpoint.ts';
import { grad, jvp, valueAndGrad } from '../../src/autodiff/transforms.ts';
import { compile } from '../../src/runtime/compile.ts';
import { debugNaN } from '../../src/runtime/debug-nan.ts';
import { NonFiniteError, WgradError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';

const x = ops.tensor([-1, 0, 4], { label: 'x' });

const failureOf = async (f: () => unknown, infinities = true): Promise<NonFiniteError> => {
  const error: unknown = await debugNaN(f, { infinities }).then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(NonFiniteError);
  return error as NonFiniteError;
};

for (const device of ['cpu', 'webgpu'] as const) {
  describe(`debugNaN on ${device}`, () => {
    beforeAll(async () => {
      await use(device);
    });

    it('gives the result of what is finite, with compiled functions, checkpoints and gradients', async () => {
      const inside = checkpoint((a: Tensor) => ops.tanh(ops.mul(a, 2)));
      const step = compile((a: Tensor, rate: Tensor) =>
        ops.sub(a, ops.mul(grad((b: Tensor) => ops.sum(inside(b)))(a), rate)),
      );
      const want = [...(await step(x, 0.5).data())];
      const got = await debugNaN(() => ({ y: step(x, 0.5) }));
      expect([...(await got.y.data())]).toEqual(want);
      const [, tangent] = await debugNaN(() => jvp((a: Tensor) => ops.sin(a), x, x));
      expect((await tangent.data())[1]).toBe(0);
    });

    it('names the first operation, its line and its operands', async () => {
      const error = await failureOf(() => {
        const y = ops.add(x, 0.5);
        const z = ops.log(y);
        return ops.sum(ops.mul(z, 2));
      });
      expect(error.operation).toBe('log');
      expect(error.site).toMatch(/debug-nan\.test\.ts:\d+:\d+/);
      expect(error.message).toMatch(
        /^debugNaN: log gave 1 NaN of 3 elements, the first at flat position 0/,
      );
      expect(error.message).toMatch(
        /operand 0: f32\[3\] \(of add\).*from -0\.5 to 4\.5: \[-0\.5, 0\.5, 4\.5\]/,
      );
    });

    it('looks into compiled functions and checkpoints', async () => {
      const f = compile((a: Tensor) => ops.exp(ops.mul(a, 100)));
      expect((await failureOf(() => f(x))).operation).toBe('exp');
      const g = checkpoint((a: Tensor) => ops.div(a, ops.sub(a, a)));
      expect((await failureOf(() => ops.sum(g(x)))).operation).toBe('div');
    });

    it('names the operation whose gradient is not finite', async () => {
      const loss = (a: Tensor): Tensor => ops.sum(ops.sqrt(ops.abs(a)));
      const error = await failureOf(() => valueAndGrad(loss)(x));
      expect(error.message).toMatch(
        /in the gradient of sqrt \(f32\[3\]\), called at .*debug-nan\.test\.ts/,
      );
    });

    it('lets masks of -inf be, until they make a NaN', async () => {
      const masked = ops.where(ops.tensor([true, false, true]), x, Number.NEGATIVE_INFINITY);
      await debugNaN(() => ops.softmax(masked));
      await debugNaN(() => ops.softmax(ops.where(ops.greater(x, 0), x, Number.NEGATIVE_INFINITY)));
      const error = await failureOf(() => {
        const none = ops.where(ops.greater(x, 9), x, Number.NEGATIVE_INFINITY);
        return ops.sub(none, ops.max(none));
      });
      expect(error.operation).toBe('sub');
      expect(error.message).toMatch(/3 infinite of 3 elements/);
    });

    it('tells inputs and constants that are not finite from operations', async () => {
      const bad = ops.tensor([1, Number.NaN], { label: 'w' });
      const error = await failureOf(() => ops.sum(ops.mul(bad, 2)));
      expect(error.message).toMatch(
        /the input w: f32\[2\] is not finite to begin with: 1 NaN of 2.*\n.*used by mul/,
      );
      const constant = await failureOf(() => ops.mul(x, ops.full([3], Number.NaN)));
      expect(constant.message).toMatch(/a constant \(f32\[3\]\) is not finite/);
      const huge = ops.tensor([Number.POSITIVE_INFINITY], { label: 'h' });
      expect((await failureOf(() => ops.mul(huge, 2))).message).toMatch(/the input h: f32\[1\]/);
    });

    it('leaves infinities alone if asked to', async () => {
      const y = await debugNaN(() => ops.exp(ops.mul(x, 100)), { infinities: false });
      expect((await y.data())[2]).toBe(Number.POSITIVE_INFINITY);
      const error = await failureOf(() => {
        const big = ops.exp(ops.mul(x, 100));
        return ops.sub(big, big);
      }, false);
      expect(error.operation).toBe('sub');
    });

    it('refuses what is asynchronous or no function', async () => {
      await expect(debugNaN(async () => ops.sum(x))).rejects.toThrow(/debugNaN: .*asynchronous/);
      await expect(debugNaN(3 as never)).rejects.toThrow(WgradError);
    });
  });
}
