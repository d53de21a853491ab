// Steps of optimizers by hand, where fixtures do not tell options apart.
import { beforeAll, expect, test } from 'vitest';
import { adam, clipByGlobalNorm, type Optimizer, sgd } from '../../src/nn/optim/index.ts';
import { tensor } from '../../src/tensor/ops/index.ts';
import { use } from '../support/devices.ts';

beforeAll(async () => {
  await use('cpu');
});

// updates of one parameter at 0 for a sequence of gradients
async function updates(optimizer: Optimizer, gradients: readonly number[]): Promise<number[]> {
  const param = tensor([0]);
  let state = optimizer.init(param);
  const found: number[] = [];
  for (const g of gradients) {
    const [update, next] = optimizer.update(tensor([g]), state, param);
    state = next;
    found.push((await update.data())[0]);
  }
  return found;
}

test('clipping leaves gradients below the limit as they are', async () => {
  const got = await updates(clipByGlobalNorm(2), [0.5, 4]);
  expect(got[0]).toBe(0.5);
  expect(got[1]).toBeCloseTo(2, 5);
});

test('Nesterov looks ahead by one velocity', async () => {
  // v = 1, 0.5 + 2; g + v / 2 = 1.5, 2 + 1.25
  const got = await updates(sgd({ learningRate: 1, momentum: 0.5, nesterov: true }), [1, 2]);
  expect(got).toEqual([-1.5, -3.25]);
});

test('AMSGrad divides by the largest second moment so far', async () => {
  const got = await updates(adam({ learningRate: 1, betas: [0.5, 0.5], amsgrad: true }), [4, 0]);
  // v: 8, then 4 (the largest stays 8); m: 2, then 1; corrections 1/2 and 3/4
  expect(got[0]).toBeCloseTo(-4 / Math.sqrt(16), 5);
  expect(got[1]).toBeCloseTo(-(1 / 0.75) / Math.sqrt(8 / 0.75), 5);
});
