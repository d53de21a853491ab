// Contrastive training: the identities of the loss, gradient caching as the whole batch, batches without a concept twice,
// pictures that keep what words speak of, and a tiny set that is learned.
import { beforeAll, describe, expect, it } from 'vitest';
import { grad, valueAndGrad } from '../../src/autodiff/transforms.ts';
import { variedBatch } from '../../src/clip/augment.ts';
import { contrastiveBatches, distinctPictures } from '../../src/clip/batches.ts';
import { batchLoss, contrastiveRecipe, trainContrastive } from '../../src/clip/train.ts';
import { emojiTokenizer, emojiTokenizerFiles, similarityCaption } from '../../src/clip/words.ts';
import type { EmojiRecord, EmojiSet } from '../../src/data/emoji-set.ts';
import { hostRandom } from '../../src/data/random.ts';
import { contrastiveLoss, pairLogits } from '../../src/losses/contrastive.ts';
import { compile } from '../../src/runtime/compile.ts';
import { useDevice } from '../../src/runtime/device.ts';
import {
  eye,
  full,
  random,
  sliceAxis,
  take,
  tensor,
  transpose,
  zeros,
} from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { leavesWithPaths } from '../../src/tensor/tree.ts';
import { loop } from '../../src/train/loop.ts';
import { kinds, modelOf, size } from './models.ts';

beforeAll(async () => {
  await useDevice('cpu');
});

// Six concepts in two styles: each picture of one colour, its style a frame.
const colours = ['red', 'green', 'blue', 'yellow', 'black', 'grey'];
const rgb = [
  [220, 20, 20],
  [20, 200, 40],
  [20, 40, 220],
  [230, 220, 20],
  [10, 10, 10],
  [128, 128, 128],
];
const records = ['noto', 'fluent'].flatMap((style) =>
  colours.map(
    (colour, i): EmojiRecord => ({
      hexcode: `${i}`,
      name: `${colour} square`,
      style,
      group: 'symbols',
      subgroup: 'geometric',
      keywords: [colour],
      split: 'train',
    }),
  ),
);
const images = new Uint8Array(records.length * size * size * 3).fill(255);
records.forEach((_, i) => {
  for (let y = 2; y < size - 2; y++)
    for (let x = 2; x < size - 2; x++) images.set(rgb[i % 6], ((i * size + y) * size + x) * 3);
});
const set: EmojiSet = { size, images, records, styles: [] };
const files = emojiTokenizerFiles(records, 60, 16);

const features = (seed: number, n = 5) => random.normal(random.key(seed), [n, 8]);
const lossOf = (u: Tensor, v: Tensor, s: number) => contrastiveLoss(pairLogits(u, v, s));

describe('the loss', () => {
  it('of three pairs is the number worked out by hand', async () => {
    // by plain loops in float64
    const u = [
      [3, 4],
      [1, 0],
      [0, 2],
    ];
    const v = [
      [1, 1],
      [2, 0],
      [-1, 1],
    ];
    const s = Math.log(5);
    const unit = (x: number[]) => x.map((a) => a / Math.hypot(...x));
    const [a, b] = [u.map(unit), v.map(unit)];
    const logits = a.map((x) => b.map((y) => Math.exp(s) * (x[0] * y[0] + x[1] * y[1])));
    const nll = (row: number[], own: number) =>
      Math.log(row.reduce((sum, z) => sum + Math.exp(z), 0)) - row[own];
    const columns = [0, 1, 2].map((j) => logits.map((row) => row[j]));
    const mean = (rows: number[][]) => rows.reduce((sum, row, i) => sum + nll(row, i), 0) / 3;
    const want = (mean(logits) + mean(columns)) / 2;
    expect(want).toBeCloseTo(0.2748, 3); // and not something else that both compute
    expect(await lossOf(tensor(u), tensor(v), s).item()).toBeCloseTo(want, 5);
  });

  it('keeps to the identities', async () => {
    const [u, v, s] = [features(1), features(2), 1.5];
    const loss = await lossOf(u, v, s).item();
    expect(await lossOf(v, u, s).item()).toBeCloseTo(loss, 5);
    const order = tensor([3, 0, 4, 1, 2], { dtype: 'i32' });
    expect(await lossOf(take(u, order), take(v, order), s).item()).toBeCloseTo(loss, 5);
    expect(Math.abs((await lossOf(take(u, order), v, s).item()) - loss)).toBeGreaterThan(0.01);
    expect(await lossOf(features(1, 1), features(2, 1), s).item()).toBeCloseTo(0, 6);
    const same = await lossOf(eye(5), eye(5), s).item();
    expect(same).toBeCloseTo(Math.log(1 + 4 * Math.exp(-Math.exp(s))), 5);
  });

  it('has the gradient of the scale that the softmax gives', async () => {
    const [u, v] = [features(3), features(4)];
    const s = Math.log(4);
    const got = await grad((t: Tensor) => contrastiveLoss(pairLogits(u, v, t)))(tensor(s)).item();
    const rows = await pairLogits(u, v, s).data();
    const columns = await transpose(pairLogits(u, v, s)).data();
    let want = 0;
    for (const m of [rows, columns]) {
      for (let i = 0; i < 5; i++) {
        const row = [...m.slice(5 * i, 5 * i + 5)].map(Number);
        const all = row.reduce((sum, z) => sum + Math.exp(z), 0);
        const expected = row.reduce((sum, z) => sum + (Math.exp(z) / all) * z, 0);
        want += (expected - row[i]) / 10;
      }
    }
    expect(got).toBeCloseTo(want, 4);
  });
});

describe.each(kinds)('%s', (name) => {
  it('has the gradient of the whole batch from chunks', async () => {
    const tokenizer = await emojiTokenizer(files);
    const model = modelOf(name, tokenizer);
    const params = model.init(random.key(1));
    const batch = contrastiveBatches({ set, tokenizer, batchSize: 6, seed: 3 })(0);
    const withChunks = (chunkSize: number) =>
      compile((p: typeof params) =>
        valueAndGrad((q: typeof p) => batchLoss(model, q, batch, chunkSize))(p),
      );
    const [whole, cached] = [withChunks(6), withChunks(2)];
    const [loss, gradient] = whole(params);
    const [again, chunked] = cached(params);
    expect(await again.item()).toBeCloseTo(await loss.item(), 5);
    const found = new Map(leavesWithPaths(chunked));
    for (const [path, leaf] of leavesWithPaths(gradient)) {
      const [a, b] = [await leaf.data(), await (found.get(path) as Tensor).data()];
      const most = Math.max(1e-3, ...Array.from(a, (v) => Math.abs(Number(v))));
      for (let i = 0; i < a.length; i++) {
        expect(Math.abs(Number(a[i]) - Number(b[i])) / most, path).toBeLessThan(1e-4);
      }
    }
  });

  it('is not what accumulation over smaller batches gives: their negatives are fewer', async () => {
    const tokenizer = await emojiTokenizer(files);
    const model = modelOf(name, tokenizer);
    const params = model.init(random.key(1));
    const { images: pictures, ids } = contrastiveBatches({ set, tokenizer, batchSize: 6, seed: 3 })(
      0,
    );
    const part = (from: number, to: number) =>
      batchLoss(
        model,
        params,
        { images: sliceAxis(pictures, 0, [from, to]), ids: sliceAxis(ids, 0, [from, to]) },
        2,
      ).item();
    const accumulated = ((await part(0, 2)) + (await part(2, 4)) + (await part(4, 6))) / 3;
    expect(await part(0, 6)).toBeGreaterThan(accumulated + 0.3);
  });

  it('learns six colours', async () => {
    const tokenizer = await emojiTokenizer(files);
    const model = modelOf(name, tokenizer);
    const recipe = {
      ...contrastiveRecipe,
      ...{ steps: 60, batchSize: 6, chunkSize: 6, warmup: 5, learningRate: 5e-3 },
    };
    const algorithm = trainContrastive({ model, set, tokenizer, recipe });
    let last = { loss: 10, factor: 0 } as Readonly<Record<string, number>>;
    for await (const { metrics } of loop(algorithm, { steps: 60, seed: 0 })) last = metrics;
    expect(last.loss).toBeLessThan(0.5);
  }, 30_000);
});

it('the factor of similarities is put back to 100 after every step', async () => {
  const tokenizer = await emojiTokenizer(files);
  const model = modelOf('WgradResNetCLIPModel', tokenizer, {}, { logit_scale_init_value: 5 });
  const recipe = {
    ...contrastiveRecipe,
    ...{ steps: 2, batchSize: 6, chunkSize: 6, warmup: 0 },
  };
  const algorithm = trainContrastive({ model, set, tokenizer, recipe });
  const factors: number[] = [];
  for await (const { metrics } of loop(algorithm, { steps: 2, seed: 0, reportEvery: 1 })) {
    factors.push(metrics.factor);
  }
  expect(factors[0]).toBeCloseTo(100, 2); // it started at 148
  expect(factors[1]).toBeLessThan(100.01);
}, 30_000);

it('AdamW decays matrices and tables alone', async () => {
  const tokenizer = await emojiTokenizer(files);
  const model = modelOf('CLIPModel', tokenizer);
  // gradients count for nothing beside a decay of this size
  const recipe = {
    ...contrastiveRecipe,
    ...{ steps: 1, batchSize: 6, chunkSize: 6, warmup: 0, learningRate: 1e-6, weightDecay: 5e5 },
  };
  const { learner, step, batch } = trainContrastive({ model, set, tokenizer, recipe });
  const before = learner.init(model.init(random.key(0)));
  const { state } = step(before, null, await batch(0, before, null), tensor(0), random.key(1));
  const shrunk = new Map(leavesWithPaths(learner.params(state)));
  for (const [path, leaf] of leavesWithPaths(learner.params(before))) {
    const [a, b] = [await leaf.data(), await (shrunk.get(path) as Tensor).data()];
    const at = a.findIndex((v) => Math.abs(Number(v)) > 0.01);
    if (at < 0) continue; // biases that start at zero
    expect(Number(b[at]) / Number(a[at]), path).toBeCloseTo(leaf.rank > 1 ? 0.5 : 1, 2);
  }
});

it('a batch in chunks needs less memory: that of a chunk', async () => {
  const model = modelOf('CLIPModel', { size: 300, endId: 299 }, { image_size: 32, patch_size: 4 });
  const params = model.init(random.key(0));
  const batch = { images: zeros([32, 32, 32, 3]), ids: full([32, 8], 299, 'i32') };
  const bytes = async (chunkSize: number): Promise<number> => {
    const step = compile((p: typeof params) =>
      valueAndGrad((q: typeof p) => batchLoss(model, q, batch, chunkSize))(p),
    );
    await step(params)[0].item();
    return (await step.stats()).tempBytes;
  };
  expect(await bytes(8)).toBeLessThan(0.5 * (await bytes(32)));
});

describe('a batch', () => {
  it('holds no concept twice, across the ends of epochs too, and every style comes', () => {
    const pictures = distinctPictures(set, 4, 7);
    const styles = new Set<string>();
    for (let step = 0; step < 40; step++) {
      const seen = [...pictures(step)].map((i) => records[i].hexcode);
      expect(new Set(seen).size, `step ${step}`).toBe(4);
      for (const i of pictures(step)) styles.add(records[i].style);
    }
    expect(styles).toEqual(new Set(['noto', 'fluent']));
    expect([...distinctPictures(set, 4, 7)(23)]).toEqual([...pictures(23)]);
  });

  it('cannot be larger than there are concepts', () => {
    expect(() => distinctPictures(set, 7, 0)).toThrow(/batchSize is 7, .* 6 concepts/);
  });
});

describe('variation', () => {
  const none = { shift: 0, zoom: 0, contrast: 0 };
  it('of nothing gives the picture', () => {
    const [picture] = [variedBatch(set, [1], hostRandom(1), none)];
    const bytes = images.subarray(size * size * 3, 2 * size * size * 3);
    for (let k = 0; k < bytes.length; k++) {
      expect(Math.abs(picture[k] - (bytes[k] / 127.5 - 1))).toBeLessThan(0.003);
    }
  });

  it('keeps hue and sides: green stays green, what is left stays left', () => {
    const marked = images.slice();
    // a black bar at the left of the first picture, at the top of it a white one
    for (let y = 2; y < 14; y++) marked.fill(0, (y * size + 2) * 3, (y * size + 5) * 3);
    for (let seed = 0; seed < 20; seed++) {
      const x = variedBatch({ ...set, images: marked }, [0, 1], hostRandom(seed));
      const columns = Array.from({ length: size }, (_, c) => x[(8 * size + c) * 3 + 1]);
      const darkest = columns.indexOf(Math.min(...columns));
      const reds = Array.from({ length: size }, (_, c) => c).filter((c) => {
        const at = (8 * size + c) * 3;
        return x[at] > x[at + 1] + 0.5;
      });
      expect(darkest).toBeLessThan(Math.min(...reds) + 2);
      const middle = (size * size + 8 * size + 8) * 3; // of the green one
      expect(x[middle + 1]).toBeGreaterThan(Math.max(x[middle], x[middle + 2]) + 0.5);
    }
  });
});

it('captions name the thing in other words each time and are never empty', () => {
  const texts = Array.from({ length: 200 }, (_, i) => similarityCaption(records[0], hostRandom(i)));
  expect(new Set(texts).size).toBeGreaterThan(30);
  expect(texts.every((text) => /\w/.test(text) && !text.includes('{}'))).toBe(true);
  expect(texts.filter((text) => text.includes('red')).length).toBeGreaterThan(150);
});
