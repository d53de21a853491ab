// A walk through wgrad in reading order: from a number to a sampled picture's pipeline, each step with what it
// must give. It is meant to be read from top to bottom as the first documentation.

import { beforeAll, describe, expect, it } from 'vitest';
import * as w from '../src/index.ts';
import { data, diffusion, io, models, nn, optim, type Tensor } from '../src/index.ts';

beforeAll(async () => {
  // Optional: without it the first evaluation takes a GPU if there is one and the CPU otherwise.
  await w.useDevice('cpu');
});

const numbers = async (t: Tensor): Promise<number[]> => [...(await t.data())];

describe('1. tensors', () => {
  it('are made from nested arrays, typed arrays, or rules', async () => {
    const m = w.tensor([[1, 2, 3], [4, 5, 6]]); // biome-ignore format: a matrix
    expect([m.shape, m.dtype, m.rank, m.size]).toEqual([[2, 3], 'f32', 2, 6]);
    expect(w.tensor(Int32Array.of(1, 2)).dtype).toBe('i32');
    expect(w.tensor([true, false]).dtype).toBe('bool');
    expect(await numbers(w.arange(4))).toEqual([0, 1, 2, 3]);
    expect(await numbers(w.linspace(0, 1, 5))).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(await w.eye(2).toArray()).toEqual([[1, 0], [0, 1]]); // biome-ignore format: a matrix
  });

  it('are lazy and immutable: an operation makes a node, asking for values computes it', async () => {
    const x = w.tensor([1, 2]);
    const y = w.mul(w.add(x, 1), 10); // nothing has been computed
    expect(await numbers(y)).toEqual([20, 30]);
    expect(await w.sum(y).item()).toBe(50);
    expect(await numbers(x)).toEqual([1, 2]);
  });

  it('broadcast like NumPy and convert between dtypes', async () => {
    const column = w.tensor([[1], [2]]);
    expect(await w.add(column, w.tensor([10, 20])).toArray()).toEqual([[11, 21], [12, 22]]); // biome-ignore format: a matrix
    expect(w.add(w.tensor([1]), 1).dtype).toBe('f32'); // plain numbers adopt the tensor's dtype
    expect(await numbers(w.cast(w.tensor([1.7, -1.7]), 'i32'))).toEqual([1, -1]);
  });
});

describe('2. operations', () => {
  const m = w.tensor([[1, 2, 3], [4, 5, 6]]); // biome-ignore format: a matrix

  it('look at a tensor in another way', async () => {
    expect(await w.transpose(m).toArray()).toEqual([[1, 4], [2, 5], [3, 6]]); // biome-ignore format: a matrix
    expect(w.reshape(m, [3, -1]).shape).toEqual([3, 2]);
    expect(await numbers(w.slice(m, null, { step: -2 }))).toEqual([3, 1, 6, 4]); // m[:, ::-2]
    expect(await numbers(w.at(m, ['...', 0]))).toEqual([1, 4]); // m[..., 0]
    expect(w.concat([m, m], 1).shape).toEqual([2, 6]);
    expect(w.stack([m, m]).shape).toEqual([2, 2, 3]);
    expect(w.split(m, 1).map((t) => t.shape)).toEqual([[1, 3], [1, 3]]); // biome-ignore format: shapes
    expect(await numbers(w.pad(w.tensor([1, 2]), [[1, 2]]))).toEqual([0, 1, 2, 0, 0]);
  });

  it('reduce, sort and choose', async () => {
    expect(await numbers(w.sum(m, 0))).toEqual([5, 7, 9]);
    expect(await numbers(w.mean(m, -1))).toEqual([2, 5]);
    expect(w.max(m, 1, { keepDims: true }).shape).toEqual([2, 1]);
    expect(await numbers(w.argmax(m, 1))).toEqual([2, 2]);
    expect(await numbers(w.cumsum(w.tensor([1, 2, 3])))).toEqual([1, 3, 6]);
    expect(await numbers(w.topK(w.tensor([3, 9, 5]), 2).values)).toEqual([9, 5]);
    expect(await numbers(w.where(w.greater(m, 3), m, 0))).toEqual([0, 0, 0, 4, 5, 6]);
    expect(await numbers(w.take(m, w.tensor(Int32Array.of(1, 1)), 0))).toEqual([4, 5, 6, 4, 5, 6]);
  });

  it('multiply matrices and convolve pictures [batch, height, width, channels]', async () => {
    expect(await w.matmul(m, w.transpose(m)).toArray()).toEqual([[14, 32], [32, 77]]); // biome-ignore format: a matrix
    expect(await numbers(w.einsum('ij->j', m))).toEqual([5, 7, 9]);
    const picture = w.ones([1, 4, 4, 2]);
    const kernel = w.ones([3, 3, 2, 5]);
    const y = w.conv2d(picture, kernel, { padding: 1 });
    expect(y.shape).toEqual([1, 4, 4, 5]);
    expect(await w.max(y).item()).toBe(18);
    expect(w.avgPool2d(picture, 2).shape).toEqual([1, 2, 2, 2]);
    expect(w.resize(picture, [8, 8], { mode: 'bilinear' }).shape).toEqual([1, 8, 8, 2]);
  });

  it('say clearly what does not fit', () => {
    const a = w.tensor([1, 2, 3], { label: 'prices' });
    expect(() => w.add(a, w.tensor([1, 2]))).toThrow(/add of prices: f32\[3\] and f32\[2\]/);
  });
});

describe('3. random numbers', () => {
  it('are functions of keys, so that nothing is hidden and everything repeats', async () => {
    const key = w.random.key(42);
    const [forWeights, forNoise] = w.random.splitKey(key);
    const a = w.random.normal(forWeights, [3]);
    expect(await numbers(a)).toEqual(await numbers(w.random.normal(forWeights, [3])));
    expect(await numbers(a)).not.toEqual(await numbers(w.random.normal(forNoise, [3])));
    const die = w.random.randint(w.random.foldIn(key, 7), [100], 1, 7);
    expect(await w.min(die).item()).toBe(1);
    expect(await w.max(die).item()).toBe(6);
  });
});

describe('4. gradients', () => {
  const f = (x: Tensor): Tensor => w.sum(w.mul(x, w.square(x))); // sum x^3
  const x = w.tensor([1, 2]);

  it('of any order, as ordinary functions', async () => {
    expect(await numbers(w.grad(f)(x))).toEqual([3, 12]); // 3 x^2
    expect(await numbers(w.grad((y: Tensor) => w.sum(w.grad(f)(y)))(x))).toEqual([6, 12]); // 6 x
    expect(await w.hessian(f)(x).toArray()).toEqual([[6, 0], [0, 12]]); // biome-ignore format: a matrix
    expect(await numbers(w.hvp(f, x, w.tensor([1, -1])))).toEqual([6, -12]);
  });

  it('over trees of parameters, with the value and with what else was computed', async () => {
    const loss = (p: { a: Tensor; b: [Tensor] }, y: Tensor): [Tensor, { error: Tensor }] => {
      const error = w.sub(w.add(w.mul(p.a, 2), p.b[0]), y);
      return [w.sum(w.square(error)), { error }];
    };
    const p = { a: w.tensor([1]), b: [w.tensor([3])] as [Tensor] };
    const [[value, aux], g] = w.valueAndGrad(loss, { hasAux: true })(p, w.tensor([4]));
    expect([await value.item(), await aux.error.item()]).toEqual([1, 1]);
    expect([await g.a.item(), await g.b[0].item()]).toEqual([4, 2]);
  });

  it('forwards, backwards, in full, or by hand', async () => {
    const g = (y: Tensor): Tensor => w.mul(y, w.flip(y)); // [y0 y1, y1 y0]
    const [value, pull] = w.vjp(g, x);
    expect(await numbers(value)).toEqual([2, 2]);
    expect(await numbers(pull(w.tensor([1, 0])))).toEqual([2, 1]);
    expect(await numbers(w.jvp(g, x, w.tensor([1, 0]))[1])).toEqual([2, 2]);
    expect(await w.jacobian(g)(x).toArray()).toEqual([[2, 1], [2, 1]]); // biome-ignore format: a matrix
    expect(await numbers(w.grad((y: Tensor) => w.sum(w.mul(y, w.stopGradient(y))))(x))).toEqual([
      1, 2,
    ]);
    const clipped = w.customVjp(
      (y) => y,
      (ct) => [w.clip(ct, -1, 1)],
    );
    expect(await numbers(w.grad((y: Tensor) => w.sum(w.mul(clipped(y), 5)))(x))).toEqual([1, 1]);
  });

  it('with recomputation instead of memory, and checked against finite differences', async () => {
    const deep = (y: Tensor): Tensor => w.sum(w.sin(w.exp(w.sin(y))));
    const same = await numbers(w.grad(w.checkpoint(deep))(x));
    const want = await numbers(w.grad(deep)(x));
    for (const [i, v] of same.entries()) expect(v).toBeCloseTo(want[i], 6);
    const report = await w.checkGradients(deep, [x]);
    expect(Math.max(...report.worst)).toBeLessThan(1e-6);
  });
});

describe('5. compile', () => {
  it('plans a function once and replays it; numbers stay run-time values', async () => {
    const step = w.compile((x: Tensor, rate: Tensor) => w.sub(x, w.mul(w.square(x), rate)));
    expect(await step(w.tensor([2]), 0.25).item()).toBe(1);
    expect(await step(w.tensor([2]), 0.5).item()).toBe(0);
    const { traces, kernels } = await step.stats();
    expect([traces, kernels]).toEqual([1, 1]); // three operations became one kernel
  });

  it('owns its temporaries; donated arguments lend their memory to results', async () => {
    const update = w.compile((p: Tensor, g: Tensor) => w.sub(p, g), { donate: [0] });
    const p = w.tensor([5]);
    const next = update(p, w.tensor([1]));
    expect(await next.item()).toBe(4);
    await expect(p.data()).rejects.toThrow(/donated/);
  });

  it('elsewhere, scopes free what is not kept', () => {
    const before = w.memory().tensors;
    const result = w.scope(() => {
      const big = w.add(w.zeros([100]), 1);
      return w.sum(big).dataSync()[0] + big.dataSync()[0];
    });
    expect(result).toBe(101);
    expect(w.memory().tensors).toBe(before);
  });
});

describe('6. layers', () => {
  it('are values with `init` and `apply`; parameters are plain trees', async () => {
    const model = nn.Sequential(
      nn.Linear(3, 8),
      nn.Lambda(w.gelu),
      nn.LayerNorm(8),
      nn.Linear(8, 2),
    );
    const params = model.init(w.random.key(0));
    expect(params[0].w.shape).toEqual([3, 8]);
    expect(model.apply(params, w.ones([5, 3])).shape).toEqual([5, 2]);
    expect(w.tree.leavesWithPaths(params).map(([path]) => path)).toContain('2.scale');
  });

  it('attend, embed and convolve', () => {
    const [k1, k2, k3] = w.random.splitKey(w.random.key(1), 3);
    const attention = nn.MultiHeadAttention({ dim: 8, heads: 2 });
    expect(attention.apply(attention.init(k1), w.ones([2, 5, 8])).shape).toEqual([2, 5, 8]);
    const words = nn.Embedding(10, 4);
    expect(words.apply(words.init(k2), w.tensor(Int32Array.of(1, 7))).shape).toEqual([2, 4]);
    const conv = nn.Conv2d(3, 6, 3, { stride: 2, padding: 1 });
    expect(conv.apply(conv.init(k3), w.ones([1, 8, 8, 3])).shape).toEqual([1, 4, 4, 6]);
  });

  it('are adapted by transforming their trees', async () => {
    const model = nn.MLP([4, 8, 1]);
    const base = model.init(w.random.key(2));
    const lora = nn.initLora(w.random.key(3), base, { rank: 2 });
    const x = w.ones([1, 4]);
    const before = await model.apply(base, x).item();
    expect(await model.apply(nn.applyLora(base, lora), x).item()).toBeCloseTo(before, 6);
    const [biases, rest] = nn.partition(base, (path) => path.endsWith('.b'));
    expect(w.tree.leaves(biases)).toHaveLength(2);
    expect(await model.apply(nn.combine(biases, rest), x).item()).toBeCloseTo(before, 6);
  });
});

describe('7. training', () => {
  it('is an ordinary loop around one compiled step', async () => {
    const x = w.linspace(-2, 2, 64);
    const inputs = w.reshape(x, [64, 1]);
    const targets = w.sin(w.mul(inputs, 2));
    const model = nn.MLP([1, 32, 1], { activation: w.tanh });
    const tx = optim.chain(
      optim.clipByGlobalNorm(1),
      optim.adamw({ learningRate: optim.schedules.warmupCosine(3e-2, 10, 200), weightDecay: 1e-4 }),
    );
    const average = optim.ema({ decay: 0.9 });
    const start = model.init(w.random.key(4));
    let state = { params: start, opt: tx.init(start), ema: average.init(start) };
    const step = w.compile(
      (s: typeof state) => {
        const [loss, grads] = w.valueAndGrad((p: typeof s.params) =>
          w.meanSquaredError(model.apply(p, inputs), targets),
        )(s.params);
        const [updates, opt] = tx.update(grads, s.opt, s.params);
        const params = optim.applyUpdates(s.params, updates);
        return { state: { params, opt, ema: average.update(s.ema, params) }, loss };
      },
      { donate: [0] },
    );
    const losses: number[] = [];
    for (let k = 0; k < 200; k++) {
      const out = step(state);
      state = out.state;
      losses.push(await out.loss.item());
    }
    expect(losses[0]).toBeGreaterThan(0.2);
    expect(losses[199]).toBeLessThan(0.02);
    const smooth = model.apply(state.ema.average, inputs);
    expect(await w.meanSquaredError(smooth, targets).item()).toBeLessThan(0.02);
    expect((await step.stats()).traces).toBe(1);
  });

  it('reads shuffled batches that depend on a seed and the step alone', () => {
    const options = { count: 10, batchSize: 4, seed: 1 };
    const [first, second] = data.batches({ ...options, endStep: 2 });
    expect(new Set([...first.indices, ...second.indices]).size).toBe(8);
    expect(data.batchAt(options, 1).indices).toEqual(second.indices);
  });

  it('keeps its parameters in safetensors', async () => {
    const model = nn.Linear(2, 3);
    const params = model.init(w.random.key(5));
    const bytes = await io.encodeSafetensors(params, { metadata: { note: 'tiny' } });
    const file = io.decodeSafetensors(bytes);
    expect([...file.tensors.keys()].sort()).toEqual(['b', 'w']);
    const again = io.fillTree(model.init(w.random.key(6)), file.tensors, 'tiny.safetensors');
    expect(await numbers(again.w)).toEqual(await numbers(params.w));
  });
});

describe('8. diffusion', () => {
  it('adds noise on a schedule and takes it away again', async () => {
    const { alpha, sigma } = diffusion.continuousCosine.level(0.4);
    expect(alpha ** 2 + sigma ** 2).toBeCloseTo(1, 10);
    const [x0, eps] = w.random.splitKey(w.random.key(7)).map((k) => w.random.normal(k, [2, 3]));
    const x = diffusion.noised(x0, eps, alpha, sigma);
    const v = diffusion.targetOf('v', x0, eps, alpha, sigma);
    const back = await numbers(diffusion.toX0('v', x, v, alpha, sigma));
    for (const [i, value] of (await numbers(x0)).entries()) expect(back[i]).toBeCloseTo(value, 5);
  });

  it('samples with DDIM: a perfect denoiser leads to its picture', async () => {
    const picture = w.reshape(w.linspace(-1, 1, 12), [1, 2, 2, 3]);
    const sampler = diffusion.sampler(
      (p: Tensor, x: Tensor) => w.broadcastTo(p, x.shape),
      diffusion.ddimOver('x0'),
    );
    let steps = 0;
    const samples = await sampler(picture, {
      condition: {},
      shape: [2, 2, 2, 3],
      steps: 5,
      key: w.random.key(8),
      onStep: () => {
        steps++;
      },
    });
    expect([samples.shape, steps]).toEqual([[2, 2, 2, 3], 5]);
    const want = await numbers(picture);
    for (const [i, v] of (await numbers(samples)).entries()) expect(v).toBeCloseTo(want[i % 12], 5);
  });

  it('works in the latents of an autoencoder, with a text encoder and a U-Net of published kind', async () => {
    const [ka, kt, ku, kx] = w.random.splitKey(w.random.key(9), 4);
    const vae = models.autoencoderKL({
      block_out_channels: [8, 16],
      down_block_types: ['DownEncoderBlock2D', 'DownEncoderBlock2D'],
      up_block_types: ['UpDecoderBlock2D', 'UpDecoderBlock2D'],
      norm_num_groups: 4,
    });
    const text = models.clipTextModel({
      ...{ vocab_size: 50, hidden_size: 16, intermediate_size: 32, num_attention_heads: 2 },
      ...{ num_hidden_layers: 1, max_position_embeddings: 8, eos_token_id: 49 },
    });
    const unet = models.unet2DConditionModel({
      block_out_channels: [16],
      down_block_types: ['CrossAttnDownBlock2D'],
      up_block_types: ['CrossAttnUpBlock2D'],
      ...{ cross_attention_dim: 16, attention_head_dim: 2, norm_num_groups: 4 },
    });
    const latents = vae.encode(vae.init(ka), w.random.normal(kx, [2, 16, 16, 3])).mean;
    expect(latents.shape).toEqual([2, 8, 8, 4]);
    const ids = w.full([2, 8], 49, 'i32');
    const params = { unet: unet.init(ku), text: text.init(kt) };
    const states = text.apply(params.text, ids).prompt_embeds;
    expect(unet.apply(params.unet, latents, 500, states).shape).toEqual([2, 8, 8, 4]);
    // what training makes smaller: the error of the noise that the U-Net sees
    const scheduler = diffusion.ddimScheduler({ beta_schedule: 'squaredcos_cap_v2' });
    const loss = (p: typeof params) =>
      diffusion.textToImageLoss({ unet, text }, p, { latents, ids }, w.random.key(1), scheduler);
    const [value, gradients] = w.valueAndGrad(loss)(params);
    expect(await value.item()).toBeGreaterThan(0);
    const size = w.sum(w.square(gradients.text.text_model.final_layer_norm.scale as Tensor));
    expect(await size.item()).toBeGreaterThan(0); // the text encoder learns, too
  });
});

describe('9. your own operation', () => {
  it('is one declaration: shape, gradient in operations, kernel, oracle and samples', async () => {
    const cube = w.defineOp<object>({
      name: 'tiny.cube',
      shape: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
      vjp: (ct, { inputs: [x] }) => [w.mul(ct, w.mul(3, w.square(x)))],
      lower: {
        kind: 'map',
        elementwise: true,
        body: ([x], i) => w.ir.expr.mul(x(i), w.ir.expr.mul(x(i), x(i))),
      },
      reference: ([x]) => x.data.map((v) => v ** 3),
      samples: [{ inputs: [{ shape: [3] }], attrs: {} }],
    });
    const x = w.tensor([1, 2]);
    expect(await numbers(cube([x], {}))).toEqual([1, 8]);
    expect(await numbers(w.grad((y: Tensor) => w.sum(cube([y], {})))(x))).toEqual([3, 12]);
  });
});
