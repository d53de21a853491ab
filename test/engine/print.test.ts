// print(label, x) shows values eagerly, in gradients, in checkpoints and after each run of a compiled
// function, in order, and changes nothing.
import { beforeAll, describe, expect, it } from 'vitest';
import { checkpoint } from '../../src/autodiff/checkpoint.ts';
import { customVjp } from '../../src/autodiff/identity.ts';
import { grad, jvp, valueAndGrad } from '../../src/autodiff/transforms.ts';
import { memory } from '../../src/runtime/cells.ts';
import { compile } from '../../src/runtime/compile.ts';
import { print } from '../../src/runtime/print.ts';
import { scope } from '../../src/runtime/scope.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';

const x = (): Tensor => ops.tensor([1, 2, 3]);

for (const device of ['cpu', 'webgpu', 'interpret'] as const) {
  describe(`print on ${device}`, () => {
    beforeAll(async () => {
      await use(device);
    });
    let shown: string[] = [];
    const see = (text: string): number => shown.push(text);
    // what was shown by the time that a later read resolves
    const taken = async (): Promise<string[]> => {
      await scope(() => ops.add(x(), 1).data());
      await new Promise((resolve) => setTimeout(resolve, 0));
      const all = shown;
      shown = [];
      return all;
    };

    it('shows values as text, and returns them', async () => {
      const y = print('y', ops.mul(x(), 0.1), see);
      expect([...(await y.data())].map((v) => v.toFixed(1))).toEqual(['0.1', '0.2', '0.3']);
      print('n', 2, see);
      print('mask', ops.reshape(ops.greater(ops.iota([4]), 1), [2, 2]), see);
      print('long', ops.iota([1200]), see);
      expect(await taken()).toEqual([
        'y: f32[3] [0.1, 0.2, 0.3]',
        'n: f32[] 2',
        'mask: bool[2, 2]\n[[false, false],\n [true, true]]',
        'long: i32[1200] [0, 1, 2, ..., 1197, 1198, 1199]',
      ]);
    });

    it('shows values after every run of a compiled function, in order, used or not', async () => {
      const f = compile((y: Tensor, rate: Tensor) => {
        print('rate', rate, see);
        const z = print('z', ops.mul(y, rate), see);
        print('unused', ops.sum(z), see);
        return { z, name: 'kept' };
      });
      const { z, name } = f(x(), 2);
      expect(name).toBe('kept');
      expect([...(await z.data())]).toEqual([2, 4, 6]);
      const first = ['rate: f32[] 2', 'z: f32[3] [2, 4, 6]', 'unused: f32[] 12'];
      expect(await taken()).toEqual(first);
      await f(x(), 0.5).z.data();
      expect(await taken()).toEqual([
        'rate: f32[] 0.5',
        'z: f32[3] [0.5, 1, 1.5]',
        'unused: f32[] 3',
      ]);
      expect((await f.stats()).traces).toBe(1);
    });

    it('leaves no memory behind and sees what is donated', async () => {
      const step = compile((w: Tensor) => ops.sub(print('w', w, see), 1), { donate: [0] });
      let w = ops.add(x(), 0);
      await w.data();
      const run = (): void => {
        w = scope(() => step(w));
      };
      run();
      await taken();
      const held = memory();
      for (let i = 0; i < 3; i++) run();
      expect((await taken()).map((t) => t.slice(0, 18))).toEqual([
        'w: f32[3] [0, 1, 2',
        'w: f32[3] [-1, 0, ',
        'w: f32[3] [-2, -1,',
      ]);
      // not equal: the garbage collector may take what earlier tests have left
      expect(memory().tensors).toBeLessThanOrEqual(held.tensors);
      expect(memory().bytes).toBeLessThanOrEqual(held.bytes);
      expect([...(await w.data())]).toEqual([-3, -2, -1]);
    });

    it('does not change gradients, and shows a forward value once', async () => {
      const loss = (a: Tensor): Tensor => ops.sum(ops.square(print('a', a, see)));
      expect([...(await grad(loss)(x()).data())]).toEqual([2, 4, 6]);
      expect(await taken()).toEqual(['a: f32[3] [1, 2, 3]']);
      const both = compile((a: Tensor) => valueAndGrad(loss)(a));
      const [value, g] = both(x());
      expect([await value.item(), ...(await g.data())]).toEqual([14, 2, 4, 6]);
      expect(await taken()).toEqual(['a: f32[3] [1, 2, 3]']);
      const inside = checkpoint((a: Tensor) => ops.exp(print('inside', ops.mul(a, 0), see)));
      for (const go of [grad, (f: typeof loss) => compile(grad(f))]) {
        await go((a: Tensor) => ops.sum(inside(a)))(x()).data();
        expect(await taken()).toEqual(['inside: f32[3] [0, 0, 0]']);
      }
    });

    it('shows cotangents in a gradient rule, but not the stand-ins of jvp', async () => {
      const watched = customVjp(
        (a) => ops.mul(a, 3),
        (ct) => [ops.mul(print('ct', ct, see), 3)],
      );
      await grad((a: Tensor) => ops.sum(watched(a)))(x()).data();
      expect(await taken()).toEqual(['ct: f32[3] [1, 1, 1]']);
      const [, tangent] = jvp((a: Tensor) => watched(a), x(), x());
      expect([...(await tangent.data())]).toEqual([3, 6, 9]);
      expect(await taken()).toEqual([]);
    });
  });
}
