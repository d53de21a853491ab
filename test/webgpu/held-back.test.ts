// Runs that wait for their pipelines: what is freed meanwhile must not come back as the memory of a run
// that is still to be recorded (its arena or its scratch), for that run may be the last to read it.
import { expect, test } from 'vitest';
import { compile } from '../../src/runtime/compile.ts';
import { useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

test('a number passed to a compiled function outlives the scratch of a reduction', async () => {
  await useDevice('webgpu');
  const x = ops.add(ops.iota([128], 0, 'f32'), 0.125); // pending: its pipeline holds the next run back
  const f = compile((t: Tensor, s: number | Tensor) => [
    ops.all(ops.isFinite(t)), // in two stages, with scratch memory
    ops.mul(s, 3),
  ]);
  const [finite, product] = f(x, 0.5);
  expect(await finite.item()).toBe(1);
  expect(await product.item()).toBe(1.5);
});
