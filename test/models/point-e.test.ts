// Point-E's networks: what holds whatever the weights are. That they agree with the original is checked in
// test/golden (group point_e).
import { beforeAll, describe, expect, test } from 'vitest';
import { vjp } from '../../src/autodiff/transforms.ts';
import {
  clipImageGridPointDiffusionTransformer,
  clipImageGridUpsamplePointDiffusionTransformer,
  clipImagePointDiffusionTransformer,
  pointDiffusionTransformer,
  pointETimeEmbedding,
  upsamplePointDiffusionTransformer,
  withoutChannelBuffers,
} from '../../src/models/point-e.ts';
import { simplePerceiver } from '../../src/models/point-e-blocks.ts';
import { pointEConfigs } from '../../src/models/point-e-config.ts';
import { crossAttentionPointCloudSdf } from '../../src/models/point-e-sdf.ts';
import { fromStateDict, stateEntries, toStateDict } from '../../src/nn/state-dict.ts';
import { compile } from '../../src/runtime/compile.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { WgradError } from '../../src/tensor/errors.ts';
import {
  add,
  concat,
  flip,
  mul,
  ones,
  random,
  slice,
  take,
  tensor,
  zeros,
} from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { map } from '../../src/tensor/tree.ts';
import { worstError } from '../support/devices.ts';

beforeAll(async () => {
  await useDevice('cpu');
});

const normal = (seed: number, shape: number[]): Tensor => random.normal(random.key(seed), shape);
// the output projection starts at zero; these weights are not
const shaken = <P>(params: P): P => {
  let i = 0;
  return map(params, (p) => add(p, mul(normal(1000 + i++, [...p.shape]), 0.2))) as P;
};
const small = { width: 16, layers: 2, heads: 4, n_ctx: 9, input_channels: 6, output_channels: 12 };
const grid = { clip_grid_feature_dim: 10, clip_grid_size: 3 };
const times = tensor([3, 700]);

async function near(got: Tensor, want: Tensor, tolerance = 1e-5): Promise<void> {
  expect(got.shape).toEqual(want.shape);
  expect(worstError(await got.data(), await want.data())).toBeLessThan(tolerance);
}

describe('a cloud is a set', () => {
  const order = tensor(Int32Array.of(4, 0, 8, 2, 6, 1, 7, 3, 5));
  const x = normal(1, [2, 9, 6]);

  test('an untrained network gives zeros', async () => {
    const net = pointDiffusionTransformer(small);
    const y = net.apply(net.init(random.key(0)), x, times);
    expect(y.shape).toEqual([2, 9, 12]);
    expect(Array.from(await y.data()).every((v) => v === 0)).toBe(true);
  });

  test('points in another order give the same results in that order, every condition', async () => {
    const low_res = normal(5, [2, 4, 6]);
    const vector = { embeddings: normal(2, [2, 7]) };
    const cells = { embeddings: normal(3, [2, 9, 10]) };
    const key = random.key(4);
    const plain = pointDiffusionTransformer({ ...small, time_token_cond: true });
    const onVector = clipImagePointDiffusionTransformer({ ...small, clip_feature_dim: 7 });
    const onGrid = clipImageGridPointDiffusionTransformer({ ...small, ...grid });
    const up = upsamplePointDiffusionTransformer({ ...small, cond_ctx: 4 });
    const [p0, p1] = [shaken(plain.init(key)), shaken(onVector.init(key))];
    const [p2, p3] = [shaken(onGrid.init(key)), shaken(up.init(key))];
    const runs = [
      (c: Tensor) => plain.apply(p0, c, times),
      (c: Tensor) => onVector.apply(p1, c, times, vector),
      (c: Tensor) => onGrid.apply(p2, c, times, cells),
      (c: Tensor) => up.apply(p3, c, times, { low_res }),
    ];
    for (const run of runs) await near(run(take(x, order, 1)), take(run(x), order, 1));
  });

  test('the order of coarse points does not matter, their values do', async () => {
    const up = upsamplePointDiffusionTransformer({ ...small, cond_ctx: 4 });
    const p = shaken(up.init(random.key(6)));
    const low = normal(7, [2, 4, 6]);
    const turned = take(low, tensor(Int32Array.of(2, 3, 0, 1)), 1);
    const y = up.apply(p, x, times, { low_res: low });
    await near(up.apply(p, x, times, { low_res: turned }), y);
    const other = await up.apply(p, x, times, { low_res: mul(low, 2) }).data();
    expect(worstError(other, await y.data())).toBeGreaterThan(1e-3);
  });
});

describe('conditions', () => {
  const x = normal(1, [2, 9, 6]);

  test('dropping everything is a condition of zeros; a share of 0 drops nothing', async () => {
    const net = clipImageGridPointDiffusionTransformer({ ...small, ...grid, cond_drop_prob: 1 });
    const p = shaken(net.init(random.key(1)));
    const embeddings = normal(2, [2, 9, 10]);
    const dropped = net.apply(p, x, times, { embeddings, dropKey: random.key(3) });
    await near(dropped, net.apply(p, x, times, { embeddings: zeros([2, 9, 10]) }), 1e-7);
    const never = clipImageGridPointDiffusionTransformer({ ...small, ...grid });
    const kept = never.apply(p, x, times, { embeddings, dropKey: random.key(3) });
    await near(kept, net.apply(p, x, times, { embeddings }), 1e-7);
  });

  test('the share of dropped samples is the asked one, whole samples at a time', async () => {
    const n = 4000;
    const config = { ...small, width: 4, layers: 0, heads: 1, n_ctx: 1, clip_feature_dim: 2 };
    const net = clipImagePointDiffusionTransformer({ ...config, cond_drop_prob: 0.1 });
    const start = net.init(random.key(1));
    // the gradient of a condition is zero exactly where it was dropped
    const p = shaken(start);
    const [y, pull] = vjp(
      (embeddings: Tensor) =>
        net.apply(p, zeros([n, 1, 6]), zeros([n]), { embeddings, dropKey: random.key(9) }),
      ones([n, 2]),
    );
    const gradient = await (pull(ones(y.shape)) as Tensor).data();
    let dropped = 0;
    for (let i = 0; i < n; i++) {
      expect(gradient[2 * i] === 0).toBe(gradient[2 * i + 1] === 0);
      if (gradient[2 * i] === 0) dropped++;
    }
    expect(Math.abs(dropped / n - 0.1)).toBeLessThan(3.5 * Math.sqrt((0.1 * 0.9) / n));
  });

  test("ViT-L/14's sizes are the defaults: 768 numbers, or 256 cells of 1024", async () => {
    const sizes = { ...small, width: 8, layers: 1 };
    const onVector = clipImagePointDiffusionTransformer({ ...sizes, token_cond: true });
    const p = shaken(onVector.init(random.key(1)));
    const vector = normal(2, [2, 768]);
    const y = onVector.apply(p, x, times, { embeddings: vector });
    expect(y.shape).toEqual([2, 9, 12]);
    const onGrid = clipImageGridPointDiffusionTransformer({ ...sizes, time_token_cond: true });
    const q = shaken(onGrid.init(random.key(1)));
    const cells = normal(3, [2, 256, 1024]);
    const z = onGrid.apply(q, x, times, { embeddings: cells });
    expect(z.shape).toEqual([2, 9, 12]);
    // every cell counts, its place in the grid does not
    const turned = onGrid.apply(q, x, times, { embeddings: flip(cells, 1) });
    await near(turned, z, 1e-4);
    const without = onGrid.apply(q, x, times, { embeddings: mul(cells, 0) });
    expect(worstError(await without.data(), await z.data())).toBeGreaterThan(1e-4);
    const short = normal(3, [2, 255, 1024]);
    expect(() => onGrid.apply(q, x, times, { embeddings: short })).toThrow(/256 tokens/);
  });

  test('the upsampler on a grid takes no embeddings for a grid of zeros', async () => {
    const config = { ...small, ...grid, cond_ctx: 4, channel_scales: [2, 2, 2, 0.1, 0.1, 0.1] };
    const net = clipImageGridUpsamplePointDiffusionTransformer(config);
    const p = shaken(net.init(random.key(1)));
    const low_res = normal(2, [2, 4, 6]);
    const embeddings = zeros([2, 9, 10]);
    await near(
      net.apply(p, x, times, { low_res }),
      net.apply(p, x, times, { low_res, embeddings }),
      1e-7,
    );
  });
});

describe('perceiver and signed distances', () => {
  test('queries do not see each other', async () => {
    const net = simplePerceiver({ width: 8, layers: 2, heads: 2, data_width: 6 });
    const p = shaken(net.init(random.key(1)));
    const [x, data] = [normal(2, [2, 5, 8]), normal(3, [2, 11, 6])];
    const alone = [0, 1, 2, 3, 4].map((i) => net.apply(p, slice(x, null, [i, i + 1]), data));
    await near(net.apply(p, x, data), concat(alone, 1));
  });

  test('a distance for each query, whatever the order of the cloud', async () => {
    const config = { width: 8, encoder_layers: 1, encoder_heads: 2, decoder_layers: 1 };
    const net = crossAttentionPointCloudSdf({ ...config, decoder_heads: 2 });
    const p = shaken(net.init(random.key(1)));
    const cloud = normal(2, [2, 6, 3]);
    const queries = normal(3, [2, 4, 3]);
    const y = net.apply(p, queries, net.encode(p, cloud));
    expect(y.shape).toEqual([2, 4]);
    const turned = take(cloud, tensor(Int32Array.of(5, 3, 1, 0, 2, 4)), 1);
    await near(net.apply(p, queries, net.encode(p, turned)), y);
  });
});

describe('time', () => {
  test('cosines before sines, the first frequency 1, the last but one step from 1 / 10000', async () => {
    const y = await pointETimeEmbedding(tensor([0, 2]), 8).data();
    const rates = [1, 0.1, 0.01, 0.001];
    const want = [1, 1, 1, 1, 0, 0, 0, 0];
    for (const f of [Math.cos, Math.sin]) for (const r of rates) want.push(f(2 * r));
    expect(worstError(y, want)).toBeLessThan(1e-6);
  });
});

describe('weights and configurations', () => {
  test('a state dict of the original names reads back', async () => {
    const net = clipImageGridPointDiffusionTransformer({ ...small, ...grid });
    const p = shaken(net.init(random.key(1)));
    const state = toStateDict(p);
    expect(state['backbone.resblocks.1.attn.c_qkv.weight'].shape).toEqual([48, 16]);
    expect(state['clip_embed.0.bias'].shape).toEqual([10]);
    const buffers = { channel_scales: ones([6]), channel_biases: zeros([6]) };
    const back = fromStateDict(
      net.init(random.key(2)),
      withoutChannelBuffers({ ...state, ...buffers }),
    );
    const x = normal(3, [2, 9, 6]);
    const embeddings = normal(4, [2, 9, 10]);
    await near(
      net.apply(back, x, times, { embeddings }),
      net.apply(p, x, times, { embeddings }),
      1e-7,
    );
  });

  test('the released sizes have as many parameters as their names say', () => {
    const count = (params: unknown): number =>
      stateEntries(params).reduce((n, { shape }) => n + shape.reduce((a, b) => a * b, 1), 0);
    const sizes = (c: { width: number; layers: number }): number => {
      const { width: w, layers } = c;
      const block = 12 * w * w + 13 * w; // qkv, projection, mlp, two norms, biases
      const mlp = 8 * w * w + 5 * w;
      const ends = 4 * w + (6 * w + w) + (12 * w + 12); // norms, input, output
      return layers * block + mlp + ends;
    };
    const gridPart = (w: number): number => 2 * 1024 + (1024 * w + w);
    const { base40M, base300M, upsample } = pointEConfigs;
    const net = (c: typeof base40M | typeof base300M) =>
      count(clipImageGridPointDiffusionTransformer(c).init(random.key(0)));
    expect(net(base40M)).toBe(sizes(base40M) + gridPart(512));
    expect(Math.round(net(base40M) / 1e6)).toBe(40);
    expect(net(base300M)).toBe(sizes(base300M) + gridPart(1024));
    const up = clipImageGridUpsamplePointDiffusionTransformer(upsample).init(random.key(0));
    expect(count(up)).toBe(sizes(upsample) + gridPart(512) + 7 * 512);
    const vector = clipImagePointDiffusionTransformer(pointEConfigs['base40M-textvec']);
    expect(count(vector.init(random.key(0)))).toBe(sizes(base40M) + 769 * 512);
  });

  test('options that do not exist, other networks and ill-fitting inputs are errors', () => {
    const odd = { ...small, dropout: 0.1 };
    expect(() => pointDiffusionTransformer(odd)).toThrow(/dropout/);
    expect(() => pointDiffusionTransformer(pointEConfigs.base40M)).toThrow(WgradError);
    const frozen = { ...small, frozen_clip: false };
    expect(() => clipImagePointDiffusionTransformer(frozen)).toThrow(/frozen_clip/);
    expect(() => pointDiffusionTransformer({ ...small, heads: 3 })).toThrow(/3 heads/);
    const net = pointDiffusionTransformer(small);
    const p = net.init(random.key(0));
    expect(() => net.apply(p, zeros([2, 8, 6]), times)).toThrow(/9 tokens, 6 channels/);
    const onGrid = clipImageGridPointDiffusionTransformer({ ...small, ...grid });
    const q = onGrid.init(random.key(0));
    const embeddings = zeros([2, 10, 9]);
    expect(() => onGrid.apply(q, zeros([2, 9, 6]), times, { embeddings })).toThrow(/embeddings/);
  });

  test('compiled is as eager', async () => {
    const net = clipImageGridPointDiffusionTransformer({ ...small, ...grid });
    const p = shaken(net.init(random.key(1)));
    const [x, embeddings] = [normal(2, [2, 9, 6]), normal(3, [2, 9, 10])];
    const f = (params: typeof p, c: Tensor, t: Tensor, e: Tensor): Tensor =>
      net.apply(params, c, t, { embeddings: e });
    await near(compile(f)(p, x, times, embeddings), f(p, x, times, embeddings), 1e-6);
  });
});
