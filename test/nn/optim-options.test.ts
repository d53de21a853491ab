// Options of optimizers, clipping and schedules that PyTorch and diffusers have. Wanted values are PyTorch's
// for these gradients; schedules are compared with their formulas.
import { beforeAll, describe, expect, it } from 'vitest';
import * as optim from '../../src/nn/optim/index.ts';
import '../../src/runtime/evaluate.ts';
import { useDevice } from '../../src/runtime/device.ts';
import * as ops from '../../src/tensor/ops/index.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const { schedules } = optim;
const learningRate = 0.1;

it.each<[string, optim.Optimizer, number[]]>([
  ['dampening', optim.sgd({ learningRate, momentum: 0.9, dampening: 0.5 }), [0.9065, -1.4345]],
  ['sgd up', optim.sgd({ learningRate, maximize: true, weightDecay: 0.1 }), [0.89531, -1.78513]],
  ['amsgrad', optim.adam({ learningRate, amsgrad: true }), [0.95763, -1.87184]],
  ['adamw up', optim.adamw({ learningRate, amsgrad: true, maximize: true }), [1.03921, -2.12192]],
  ['centered', optim.rmsprop({ learningRate, centered: true }), [0.77936, -1.96001]],
  [
    'centered with momentum',
    optim.rmsprop({ learningRate, centered: true, momentum: 0.9 }),
    [-0.13263, -0.39058],
  ],
])('%s', async (_, tx, want) => {
  let p = ops.tensor([1, -2]);
  let state = tx.init(p);
  for (const g of [
    [1, -3],
    [-2, 0.5],
    [0.25, 4],
  ]) {
    const [update, next] = tx.update(ops.tensor(g), state, p);
    p = optim.applyUpdates(p, update);
    state = next;
  }
  const got = Array.from(await p.data());
  got.forEach((v, i) => {
    expect(v).toBeCloseTo(want[i], 4);
  });
});

it.each([
  [1, 6],
  [2, Math.sqrt(14)],
  [3, Math.cbrt(36)],
  [Number.POSITIVE_INFINITY, 3],
])('clips by the global norm of order %d', async (p, size) => {
  const grads = { a: ops.tensor([1, -2]), b: ops.tensor([[3]]) };
  expect((await optim.globalNorm(grads, p).data())[0]).toBeCloseTo(size, 5);
  const [clipped] = optim.clipByGlobalNorm(0.5, p).update(grads, null, grads);
  expect((await clipped.b.data())[0]).toBeCloseTo(1.5 / size, 5);
});

describe('schedules', () => {
  const half = (x: number): number => (1 + Math.cos(Math.PI * x)) / 2;
  const rows: [string, optim.Schedule, (t: number) => number][] = [
    [
      'multiStepDecay',
      schedules.multiStepDecay(2, [3, 5], 0.1),
      (t) => 2 * 0.1 ** (+(t >= 3) + +(t >= 5)),
    ],
    ['polynomial', schedules.polynomial(2, 5, 2), (t) => 2 * Math.max(0, 1 - t / 5) ** 2],
    ['delayed', schedules.delayed(3, 0.5, 4), (t) => (t < 4 ? 1.5 : 3)],
    ['cosineRestarts', schedules.cosineRestarts(2, 3, { end: 1 }), (t) => 1 + half((t % 3) / 3)],
    [
      'cosineRestarts that grow',
      schedules.cosineRestarts(2, 2, { growth: 2 }),
      (t) => 2 * half(t < 2 ? t / 2 : t < 6 ? (t - 2) / 4 : (t - 6) / 8),
    ],
    [
      'warmupCosine of three halves',
      schedules.warmupCosine(2, 2, 8, { halves: 3 }),
      (t) => (t < 2 ? t : 2 * half((3 * Math.min(t - 2, 6)) / 6)),
    ],
    [
      'warmupCosineRestarts',
      schedules.warmupCosineRestarts(2, 2, 8, 2),
      (t) => (t < 2 ? t : t >= 8 ? 0 : 2 * half(((t - 2) / 3) % 1)),
    ],
    [
      'warmupPolynomial',
      schedules.warmupPolynomial(2, 2, 8, 2, 0.5),
      (t) => (t < 2 ? t : 1.5 * Math.max(0, 1 - (t - 2) / 6) ** 2 + 0.5),
    ],
  ];
  it.each(rows)('%s', async (_, schedule, want) => {
    for (let t = 0; t < 12; t++) {
      expect((await schedule(ops.tensor(t)).data())[0]).toBeCloseTo(want(t), 5);
    }
  });
});
