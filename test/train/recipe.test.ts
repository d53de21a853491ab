// The steps of a recipe against PyTorch in float64 (scripts/golden/recipe.py made recipe.json).
import { beforeAll, expect, test } from 'vitest';
import { valueAndGrad } from '../../src/autodiff/transforms.ts';
import { mul, square, sum, tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { learnerOf, learningRate, type Recipe } from '../../src/train/recipe.ts';
import { use, worstError } from '../support/devices.ts';
import given from './recipe.json';

beforeAll(async () => {
  await use('cpu');
});

async function expectAlike(got: Tensor, want: readonly number[]): Promise<void> {
  expect(worstError(await got.data(), want)).toBeLessThan(2e-5);
}

const recipe = given.recipe as unknown as Recipe;

test('learning rate, clipping, AdamW and the average, step by step', async () => {
  const curvature = tensor([1, 4, 0.1]);
  const start = { x: tensor([3, -2, 0.5]) };
  const loss = ({ x }: typeof start): Tensor => sum(mul(curvature, square(x)));
  const net = learnerOf(start, recipe);
  let state = net.init(start);
  for (const [i, want] of given.steps.entries()) {
    await expectAlike(learningRate(recipe)(tensor(i, { dtype: 'i32' })), [want.rate]);
    const [before] = valueAndGrad(loss)(net.params(state));
    const next = net.update(state, loss);
    await expectAlike(next.loss, [await before.item()]);
    state = next.state;
    await expectAlike(net.params(state).x, want.params);
    await expectAlike(net.average(state).x, want.average);
  }
});

test('keys that recipes do not have are refused, optional ones misspelt too', () => {
  const misspelt = { ...recipe, emaDeacy: 0.9 };
  expect(() => learningRate(misspelt)).toThrow(
    /train\.learningRate: recipe has no option "emaDeacy"; did you mean emaDecay\?/,
  );
});

test('the learning rate warms up, peaks and ends at its last share', async () => {
  const rate = learningRate({
    ...recipe,
    ...{ learningRate: 1e-3, steps: 100, warmup: 10, finalShare: 0.05 },
  });
  const at = (step: number) => rate(tensor([step], { shape: [] })).item();
  expect(await at(0)).toBeCloseTo(1e-4, 5);
  expect(await at(9)).toBeGreaterThan(0.97e-3);
  expect(await at(100)).toBeCloseTo(5e-5, 8);
});
