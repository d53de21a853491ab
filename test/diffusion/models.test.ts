// Autoencoder, prompt model and U-Net: sizes of the recipe, what untrained networks do, what padding and
// prompts may change.
import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import { autoencoder, groupsOf, reconstructionLoss } from '../../src/diffusion/autoencoder.ts';
import { a24 } from '../../src/diffusion/autoencoder-config.ts';
import {
  channelStatistics,
  normalizeLatents,
  restoreLatents,
} from '../../src/diffusion/latents.ts';
import { promptModel, smallPrompt } from '../../src/diffusion/prompt-model.ts';
import { diffusionLoss, diffusionModels, initDiffusionParams } from '../../src/diffusion/train.ts';
import { unet, unet64, unetOfWidth } from '../../src/diffusion/unet.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import { add, mul, random, square, sum, tensor, zeros } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { leaves, leavesWithPaths, map } from '../../src/tensor/tree.ts';

beforeAll(async () => {
  await useDevice('cpu');
});

const parameters = (tree: unknown): number => leaves(tree).reduce((n, t) => n + t.size, 0);
const key = random.key(0);
// every parameter moved away from its start, so that zero-initialised parts take part
const stirred = <P>(params: P): P =>
  map(params, (p, path) => add(p, mul(random.normal(random.key(path.length), p.shape), 0.05))) as P;

describe('sizes', () => {
  test('parameters of the recipe', () => {
    const ae = autoencoder(a24).init(key);
    expect([parameters(ae), parameters(ae.encoder), parameters(ae.decoder)]).toEqual([
      719867, 278504, 441363,
    ]);
    const both = initDiffusionParams({ unet: unet64, prompt: smallPrompt(2445) }, key);
    expect(parameters(both)).toBe(3236420);
  });

  test('shapes of the full models, without computing them', () => {
    const ae = autoencoder(a24);
    const p = ae.init(key);
    const q = ae.encode(p, zeros([2, 32, 32, 3]));
    expect([q.mean.shape, q.logVariance.shape]).toEqual([
      [2, 8, 8, 4],
      [2, 8, 8, 4],
    ]);
    expect(ae.decode(p, q.mean).shape).toEqual([2, 32, 32, 3]);
    const [net, prompt] = [unet(unet64), promptModel(smallPrompt(50))];
    const states = prompt.apply(prompt.init(key), zeros([2, 14], 'i32'));
    expect([states.tokens.shape, states.mask.shape, states.pooled.shape]).toEqual([
      [2, 14, 128],
      [2, 1, 14],
      [2, 128],
    ]);
    const out = net.apply(net.init(key), zeros([2, 8, 8, 4]), zeros([2]), states);
    expect(out.shape).toEqual([2, 8, 8, 4]);
  });

  test('groups divide the channels', () => {
    expect([24, 48, 96, 64, 128, 256, 4, 20].map(groupsOf)).toEqual([3, 6, 12, 8, 16, 16, 1, 2]);
  });
});

const small = {
  unet: { ...unetOfWidth(8), latentChannels: 2, promptDim: 8, heads: 2 },
  prompt: { vocabulary: 12, context: 5, dim: 8, layers: 1, heads: 2, hidden: 16, pad: 0 },
};
const ids = (rows: number[][]): Tensor =>
  tensor(Int32Array.from(rows.flat()), { shape: [rows.length, 5] });

describe('an untrained network', () => {
  test('the U-Net is exactly 0 and its v-loss is E[v²]', async () => {
    const models = diffusionModels(small);
    const params = initDiffusionParams(small, key);
    const states = models.prompt.apply(params.prompt, ids([[1, 4, 5, 2, 0]]));
    const x = random.normal(random.key(1), [1, 4, 4, 2]);
    const out = await models.unet.apply(params.unet, x, tensor([0.3]), states).data();
    expect(Array.from(out).every((v) => v === 0)).toBe(true);
    // unit-variance latents: E[v²] = alpha² + sigma² = 1, up to sampling
    const latents = random.normal(random.key(2), [32, 4, 4, 2]);
    const batch = { latents, ids: ids(new Array(32).fill([1, 2, 0, 0, 0])) };
    const loss = await diffusionLoss(models, params, batch, random.key(3)).item();
    expect(Math.abs(loss - 1)).toBeLessThan(3 * Math.sqrt(2 / 1024));
  });

  test('blocks that add to a residual stream start as the identity', () => {
    const { unet: u } = initDiffusionParams(small, key);
    const silent = leavesWithPaths(u).filter(([path]) =>
      /conv2\.|(self|cross|mlp)\.out\.|^out\./.test(path),
    );
    expect(silent.length).toBeGreaterThan(30);
    return Promise.all(
      silent.map(async ([path, t]) => {
        expect(`${path} ${(await t.data()).every((v) => v === 0)}`).toBe(`${path} true`);
      }),
    );
  });
});

describe('prompts', () => {
  test('padding changes nothing, words do', async () => {
    const models = diffusionModels(small);
    const params = stirred(initDiffusionParams(small, key));
    const x = random.normal(random.key(1), [1, 4, 4, 2]);
    const predict = (row: number[], prompt = params.prompt) =>
      models.unet
        .apply(params.unet, x, tensor([0.3]), models.prompt.apply(prompt, ids([row])))
        .data();
    const a = await predict([1, 4, 2, 0, 0]);
    // another vector for the padding token must not be noticed
    const words = params.prompt.words.w;
    const marked = add(words, tensor([[5], ...new Array(11).fill([0])]));
    const b = await predict([1, 4, 2, 0, 0], { ...params.prompt, words: { w: marked } });
    expect(b).toEqual(a);
    const c = await predict([1, 5, 2, 0, 0]);
    expect(Math.max(...a.map((v, i) => Math.abs(v - c[i])))).toBeGreaterThan(1e-4);
  });

  test('every parameter that can matter has a gradient', async () => {
    const models = diffusionModels(small);
    const params = stirred(initDiffusionParams(small, key));
    const batch = {
      latents: random.normal(random.key(2), [2, 4, 4, 2]),
      ids: ids([
        [1, 4, 5, 6, 2],
        [1, 7, 2, 0, 0],
      ]),
    };
    const g = grad((p: typeof params) => diffusionLoss(models, p, batch, random.key(3)))(params);
    const norms = leavesWithPaths(g).map(([path, t]) => [path, sum(square(t))] as const);
    await realize(norms);
    for (const [path, t] of norms) {
      const norm = await t.item();
      // a constant added to all keys moves no softmax
      const free = /(self|cross|attention)\.k\.b$/.test(path);
      if (free) expect(norm).toBeLessThan(1e-8);
      else expect(`${path} ${norm > 0}`).toBe(`${path} true`);
    }
  });
});

// a run's key gives the parameters that it gave before layers drew theirs by one function
describe('the sixth of the first values of', () => {
  test.each([
    [
      'the autoencoder',
      () => autoencoder(a24).init(random.key(7)),
      {
        'encoder.levels.1.conv.w': -0.011955395340919495,
        'encoder.levels.1.block.conv1.w': -0.028283139690756798,
        'encoder.out.conv.w': 0.012314941734075546,
        'decoder.start.w': 0.041040077805519104,
        'decoder.first.conv1.b': -0.025934342294931412,
        'decoder.levels.1.conv.w': -0.012086382135748863,
        'decoder.levels.2.block.conv1.w': -0.013055771589279175,
        'decoder.out.conv.w': -0.003342770040035248,
      },
    ],
    [
      'the U-Net',
      () => unet().init(random.key(7)),
      {
        'time.hidden.w': -0.01702272891998291,
        'down.0.shrink.w': 0.012890398502349854,
        'down.1.attend.self.q.w': -0.02609214559197426,
        'middle.attend.cross.k.w': 0.05168662220239639,
        'up.1.res.skip.w': -0.056163668632507324,
        'up.1.attend.mlp.hidden.w': 0.026254385709762573,
        'finish.film.w': 0.018700070679187775,
      },
    ],
    [
      'the prompt model',
      () => promptModel(smallPrompt(50)).init(random.key(7)),
      {
        'words.w': -0.8214735984802246,
        'positions.w': 0.0011656597489491105,
        'blocks.1.attention.out.w': -0.07722626626491547,
      },
    ],
  ] as const)('%s', async (_, init, sixth) => {
    const drawn = new Map(leavesWithPaths(init()));
    for (const [path, value] of Object.entries(sixth)) {
      expect([path, (await drawn.get(path)?.data())?.[5]]).toEqual([
        path,
        expect.closeTo(value, 6),
      ]);
    }
  });
});

describe('the autoencoder’s loss', () => {
  test('L1, squared and gradient differences by hand', async () => {
    // differences: rows [1 2], [4 8] in one channel
    const x = tensor([1, 2, 4, 8], { shape: [1, 2, 2, 1] });
    const rows = (Math.abs(4 - 1) + Math.abs(8 - 2)) / 2;
    const columns = (Math.abs(2 - 1) + Math.abs(8 - 4)) / 2;
    const expected = 15 / 4 + (1 + 4 + 16 + 64) / 4 + 0.5 * (rows + columns);
    expect(await reconstructionLoss(x, zeros([1, 2, 2, 1])).item()).toBeCloseTo(expected, 5);
    expect(await reconstructionLoss(x, x).item()).toBe(0);
  });
});

test('latent statistics are per channel and can be undone', async () => {
  const values = Float32Array.of(1, 10, 3, 20, 5, 60); // [3 pixels, 2 channels]
  const { mean, std } = channelStatistics(values, 2);
  expect(Array.from(mean)).toEqual([3, 30]);
  expect(std[0]).toBeCloseTo(Math.sqrt(8 / 3), 6);
  const scale = { mean: tensor(mean), std: tensor(std) };
  const z = tensor(values, { shape: [3, 2] });
  const back = await restoreLatents(normalizeLatents(z, scale), scale).data();
  back.forEach((v, i) => {
    expect(v).toBeCloseTo(values[i], 4);
  });
});
