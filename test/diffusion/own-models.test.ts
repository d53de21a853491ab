// U-Net, prompt model, autoencoder and the steps of a recipe against PyTorch in float64
// (scripts/golden/own_models.py made own-models.json), with every parameter away from its silent start.
import { beforeAll, expect, test } from 'vitest';
import { valueAndGrad } from '../../src/autodiff/transforms.ts';
import { autoencoder } from '../../src/diffusion/autoencoder.ts';
import { promptModel } from '../../src/diffusion/prompt-model.ts';
import { unet } from '../../src/diffusion/unet.ts';
import { mul, random, square, sum, tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { map } from '../../src/tensor/tree.ts';
import { learnerOf, learningRate, type Recipe } from '../../src/train/recipe.ts';
import { use, worstError } from '../support/devices.ts';
import given from './own-models.json';

beforeAll(async () => {
  await use('cpu');
});

// 0.4 sin(1.3 i + the sum of the path's character codes), scales around 1
function wave(path: string, shape: readonly number[]): Tensor {
  const code = [...path].reduce((total, c) => total + c.charCodeAt(0), 0);
  const size = shape.reduce((a, b) => a * b, 1);
  const near = path.endsWith('scale') ? 1 : 0;
  const values = Array.from({ length: size }, (_, i) => 0.4 * Math.sin(1.3 * i + code) + near);
  return tensor(values, { shape });
}

const paramsOf = <P>(model: { init(key: Tensor): P }): P =>
  map(model.init(random.key(0)), (leaf, path) => wave(path, leaf.shape)) as P;

async function expectAlike(got: Tensor, want: readonly number[]): Promise<void> {
  expect(worstError(await got.data(), want)).toBeLessThan(2e-5);
}

const promptStates = () => {
  const { config, ids } = given.prompt;
  const model = promptModel(config);
  return model.apply(paramsOf(model), tensor(Int32Array.from(ids.flat()), { shape: [2, 4] }));
};

test('the prompt model: states of tokens and their mean without padding', async () => {
  const { tokens, mask, pooled } = promptStates();
  await expectAlike(tokens, given.prompt.tokens);
  await expectAlike(pooled, given.prompt.pooled);
  const seen = given.prompt.ids.flat().map((id) => id !== 0);
  expect(Array.from(await mask.data(), Boolean)).toEqual(seen);
});

test('the U-Net: time, prompt and words reach the prediction as they should', async () => {
  const model = unet(given.unet.config);
  const times = tensor(given.unet.times);
  const got = model.apply(paramsOf(model), wave('x', [2, 4, 4, 2]), times, promptStates());
  expect(got.shape).toEqual([2, 4, 4, 2]);
  await expectAlike(got, given.unet.prediction);
});

test('the autoencoder: mean, log variance and the picture of the mean', async () => {
  const model = autoencoder(given.autoencoder.config);
  const [params, images] = [paramsOf(model), wave('images', [1, 4, 4, 3])];
  const q = model.encode(params, images);
  await expectAlike(q.mean, given.autoencoder.mean);
  await expectAlike(q.logVariance, given.autoencoder.logVariance);
  await expectAlike(model.apply(params, images), given.autoencoder.reconstruction);
});

test('a recipe: learning rate, clipping, AdamW and the average, step by step', async () => {
  const recipe = given.training.recipe as unknown as Recipe;
  const curvature = tensor([1, 4, 0.1]);
  const start = { x: tensor([3, -2, 0.5]) };
  const loss = ({ x }: typeof start): Tensor => sum(mul(curvature, square(x)));
  const net = learnerOf(start, recipe);
  let state = net.init(start);
  for (const [i, want] of given.training.steps.entries()) {
    await expectAlike(learningRate(recipe)(tensor(i, { dtype: 'i32' })), [want.rate]);
    const [before] = valueAndGrad(loss)(net.params(state));
    const next = net.update(state, loss);
    await expectAlike(next.loss, [await before.item()]);
    state = next.state;
    await expectAlike(net.params(state).x, want.params);
    await expectAlike(net.average(state).x, want.average);
  }
});
