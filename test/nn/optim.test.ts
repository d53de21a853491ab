// What is ours of the optimizers: the same trajectory inside `compile`, schedules that hold their end, clipping,
// trees with gaps. That trajectories, schedules and averages are those of torch.optim and diffusers is checked
// in test/golden (group optim).
import { beforeAll, expect, test } from 'vitest';
import * as optim from '../../src/nn/optim/index.ts';
import { compile } from '../../src/runtime/compile.ts';
import '../../src/runtime/evaluate.ts';
import { useDevice } from '../../src/runtime/device.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { worstError } from '../support/devices.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const { schedules } = optim;
type Params = { w: Tensor; b: Tensor };

test('a compiled step follows the same trajectory with one trace', async () => {
  const tx = optim.chain(
    optim.clipByGlobalNorm(1),
    optim.adamw({ learningRate: schedules.cosine(0.01, 6, { end: 0.001 }), weightDecay: 0.1 }),
  );
  const step = (
    params: Params,
    state: optim.OptimizerState,
    grads: Params,
  ): [Params, optim.OptimizerState] => {
    const [updates, next] = tx.update(grads, state, params);
    return [optim.applyUpdates(params, updates), next];
  };
  const compiled = compile(step, { donate: [1] });
  const draw = (seed: number): Params => ({
    w: ops.random.normal(ops.random.key(seed), [3, 2]),
    b: ops.random.normal(ops.random.key(seed + 100), [2]),
  });
  let [eager, there] = [draw(0), draw(0)];
  let [state, stateThere] = [tx.init(eager), tx.init(there)];
  for (let k = 1; k <= 6; k++) {
    const before = eager;
    [eager, state] = step(eager, state, draw(k));
    [there, stateThere] = compiled(there, stateThere, draw(k));
    for (const name of ['w', 'b'] as const) {
      const values = await eager[name].data();
      expect(worstError(await there[name].data(), values)).toBeLessThan(1e-6);
      expect(worstError(values, await before[name].data())).toBeGreaterThan(1e-5); // it moves
    }
  }
  expect((await compiled.stats()).traces).toBe(1);
});

test('schedules hold their end value by default', async () => {
  const at = (s: optim.Schedule, k: number): Promise<number> => s(ops.tensor(k)).item();
  expect(await at(schedules.cosine(1, 10, { end: 0.25 }), 17)).toBeCloseTo(0.25, 6);
  expect(await at(schedules.warmupCosine(1, 2, 10), 30)).toBeCloseTo(0, 6);
  expect(await at(schedules.linearWarmup(2, 4), 1)).toBeCloseTo(0.5, 6);
  expect(await at(schedules.linearWarmup(2, 4), 9)).toBeCloseTo(2, 6);
  expect(await at(schedules.constant(0.3), 5)).toBeCloseTo(0.3, 6);
});

test('clipping by value and the global norm of a tree', async () => {
  const grads = { a: ops.tensor([3, -0.5]), b: [ops.tensor([[-4]])] };
  expect(await optim.globalNorm(grads).item()).toBeCloseTo(Math.sqrt(9 + 0.25 + 16), 6);
  const [clipped] = optim.clipByValue(1).update(grads, null, grads);
  expect(await clipped.a.toArray()).toEqual([1, -0.5]);
  expect(await clipped.b[0].toArray()).toEqual([[-1]]);
});

test('null leaves of a partition pass through an optimizer', async () => {
  const params = { trained: ops.tensor([1, 2]), frozen: null };
  const tx = optim.adamw({ learningRate: 0.1, weightDecay: 0 });
  const grads = { trained: ops.tensor([1, -1]), frozen: null };
  const [updates] = tx.update(grads, tx.init(params), params);
  const next = optim.applyUpdates(params, updates);
  expect(next.frozen).toBeNull();
  const [a, b] = (await next.trained.toArray()) as number[];
  expect(a).toBeCloseTo(0.9, 5);
  expect(b).toBeCloseTo(2.1, 5);
});
