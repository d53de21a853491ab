// What the browser test runs inside the page. Each case is an asynchronous function whose arguments
// and answer are plain data (they cross a process boundary); add a case by adding a function.

import * as wgrad from '../../src/index.ts';

const {
  add,
  data,
  diffusion,
  grad,
  io,
  matmul,
  meanSquaredError,
  models,
  nn,
  optim,
  random,
  realize,
  tensor,
  train,
  tree,
  useDevice,
} = wgrad;

/** The devices that browsers have. */
export type BrowserDevice = 'cpu' | 'webgpu';

// repeatable numbers in [-1, 1)
const numbers = (n: number, seed: number): Float32Array =>
  Float32Array.from({ length: n }, (_, i) => {
    const x = Math.sin(12.9898 * (i + 1) + 78.233 * seed) * 43758.5453;
    return 2 * (x - Math.floor(x)) - 1;
  });

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

// Few kernels of different shapes: a software adapter spends its time on compiling them.
const tiny = {
  unet: models.unet2DConditionModel({
    ...{ in_channels: 2, out_channels: 2, sample_size: 4, norm_num_groups: 4 },
    ...{ block_out_channels: [8, 8], cross_attention_dim: 8, attention_head_dim: 2 },
    ...{ layers_per_block: 1, down_block_types: ['DownBlock2D', 'CrossAttnDownBlock2D'] },
    up_block_types: ['CrossAttnUpBlock2D', 'UpBlock2D'],
  }),
  text: models.clipTextModel({
    ...{ vocab_size: 12, hidden_size: 8, intermediate_size: 16, num_hidden_layers: 1 },
    ...{ num_attention_heads: 2, max_position_embeddings: 5, eos_token_id: 2 },
  }),
};

const cases = {
  environment: async () => ({
    adapter: Boolean(await navigator.gpu?.requestAdapter()),
    isolated: globalThis.crossOriginIsolated,
    secure: globalThis.isSecureContext,
  }),

  /** Which device is taken, and what it says of itself. */
  choose: async (name: wgrad.DeviceName) => {
    try {
      const { name: device, description } = await useDevice(name);
      return { device, description, reason: wgrad.deviceReason() };
    } catch (error) {
      return { device: 'none', description: '', reason: messageOf(error) };
    }
  },

  /** One thread, then two until the other has computed 20 parts; whether any bits differ. */
  threads: async () => {
    const runs = async (threads: number) => {
      const cpu = await useDevice('cpu', { threads });
      const { pool } = cpu as unknown as { pool?: { helped: number } };
      const w = tensor(numbers(9 * 32 * 48, 2), { shape: [3, 3, 32, 48] });
      const x = tensor(numbers(4 * 16 * 16 * 32, 1), { shape: [4, 16, 16, 32] });
      const step = wgrad.compile((a: wgrad.Tensor) =>
        wgrad.tanh(wgrad.conv2d(a, w, { padding: 1 })),
      );
      const values: string[] = [];
      const until = performance.now() + 15_000;
      do {
        values.push(String(await step(x).data()));
        await new Promise((resolve) => setTimeout(resolve, 1));
      } while (pool && pool.helped < 20 && performance.now() < until);
      return { values, helped: pool?.helped ?? 0, description: cpu.description };
    };
    const one = await runs(1);
    const { values, helped, description } = await runs(2);
    const differing = values.filter((v) => v !== one.values[0]).length;
    return { description, helped, runs: values.length, differing };
  },

  /** Largest error of a product [m, k] x [k, n] against three loops in float64. */
  product: async (device: BrowserDevice, [m, k, n]: [number, number, number]) => {
    await useDevice(device);
    const [a, b] = [numbers(m * k, 1), numbers(k * n, 2)];
    const got = await matmul(tensor(a, { shape: [m, k] }), tensor(b, { shape: [k, n] })).data();
    let worst = 0;
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let want = 0;
        for (let l = 0; l < k; l++) want += a[i * k + l] * b[l * n + j];
        worst = Math.max(worst, Math.abs(got[i * n + j] - want));
      }
    }
    return worst;
  },

  /** The gradient of an MLP's mean squared error, all parameters in one list. */
  mlpGradient: async (device: BrowserDevice) => {
    await useDevice(device);
    const model = nn.MLP([3, 16, 16, 2], { activation: wgrad.tanh });
    const params = tree.map(model.init(random.key(1)), (p) =>
      tensor(numbers(p.size, p.size), { shape: p.shape }),
    );
    const x = tensor(numbers(24, 3), { shape: [8, 3] });
    const y = tensor(numbers(16, 4), { shape: [8, 2] });
    const grads = grad((p: typeof params) => meanSquaredError(model.apply(p, x), y))(params);
    const lists = await Promise.all(tree.leaves(grads).map(async (g) => [...(await g.data())]));
    return lists.flat();
  },

  /** Losses of training U-Net and text encoder on one batch with the same noise every step. */
  train: async (device: BrowserDevice, steps: number) => {
    const recipe = {
      ...{ steps, batchSize: 4, learningRate: 4e-3, warmup: 1, finalShare: 0.05 },
      ...{ betas: [0.9, 0.99] as const, weightDecay: 0.01, clip: 1, seed: 5 },
    };
    const { unet, text } = tiny;
    type Params = wgrad.diffusion.TextToImageParams;
    const scheduler = diffusion.ddimScheduler({ prediction_type: 'v_prediction' });
    const task = {
      name: 'browser step',
      recipe,
      init: (key: wgrad.Tensor): Params => ({ unet: unet.init(key), text: text.init(key) }),
      loss: (params: Params, batch: wgrad.diffusion.TextToImageBatch) =>
        diffusion.textToImageLoss(tiny, params, batch, random.key(9), scheduler),
      batch: () => ({
        latents: tensor(numbers(4 * 32, 6), { shape: [4, 4, 4, 2] }),
        ids: tensor(
          Int32Array.from({ length: 20 }, (_, i) => (i % 5 === 0 ? 1 : i % 12)),
          {
            shape: [4, 5],
          },
        ),
      }),
    };
    const losses: number[] = [];
    // the state moves to the device when it is used, which spares the kernels of initialisation
    await useDevice('cpu');
    const algorithm = train.supervised(task);
    const state = await algorithm.init(random.key(5));
    await realize(state);
    await useDevice(device);
    for await (const { metrics } of train.loop(algorithm, {
      steps,
      seed: 5,
      state,
      reportEvery: 1,
    })) {
      losses.push(metrics.loss);
    }
    return losses;
  },

  /** Adam on a compiled step that takes its state over: first and last loss. */
  compiled: async (device: BrowserDevice) => {
    await useDevice(device);
    const tx = optim.adam({ learningRate: 0.1 });
    const target = tensor([1, -2, 3]);
    const step = wgrad.compile(
      ({ w, opt }: { w: wgrad.Tensor; opt: wgrad.optim.OptimizerState }) => {
        const [loss, g] = wgrad.valueAndGrad((v: wgrad.Tensor) => meanSquaredError(v, target))(w);
        const [updates, next] = tx.update(g, opt, w);
        return { state: { w: add(w, updates as wgrad.Tensor), opt: next }, loss };
      },
      { donate: [0] },
    );
    const w = tensor([0, 0, 0]);
    let state = { w, opt: tx.init(w) };
    const losses: number[] = [];
    for (let i = 0; i < 60; i++) {
      const result = step(state);
      state = result.state;
      if (i % 59 === 0) losses.push(await result.loss.item());
    }
    return losses;
  },

  /** A loop that frees nothing itself: most bytes held while it makes `steps` batches of a megabyte. */
  garbage: async (device: BrowserDevice, steps: number, budget: number) => {
    await useDevice(device);
    wgrad.setMemoryBudget(budget);
    const batch = new Float32Array(2 ** 18).fill(1);
    let most = 0;
    try {
      for (let i = 0; i < steps; i++) {
        if ((await wgrad.sum(tensor(batch)).item()) !== 2 ** 18) throw new Error('a wrong sum');
        most = Math.max(most, wgrad.memory().bytes);
      }
    } finally {
      wgrad.setMemoryBudget(Number.POSITIVE_INFINITY);
    }
    return most;
  },

  /** Names and sums of the tensors of a safetensors file at a URL, and of the same written again. */
  safetensors: async (url: string) => {
    await useDevice('cpu');
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const sums = async (from: Uint8Array) => {
      const { tensors } = io.decodeSafetensors(from, url);
      const entries = [...tensors].map(async ([name, t]): Promise<[string, number]> => {
        let sum = 0;
        for (const x of await t.data()) sum += Number(x);
        return [name, sum];
      });
      return Object.fromEntries(await Promise.all(entries));
    };
    const { tensors } = io.decodeSafetensors(bytes, url);
    const again = await io.encodeSafetensors(Object.fromEntries(tensors));
    return { first: await sums(bytes), again: await sums(again) };
  },

  /** The emoji data set from a URL: how many, what the first one is, and a sum over all bytes. */
  emoji: async (url: string) => {
    const { images, records } = await data.loadEmoji(new URL(url, location.href));
    return { count: records.length, first: records[0], sum: images.reduce((s, x) => s + x, 0) };
  },

  /** The message of a failing load. */
  emojiError: async (url: string | null) => {
    try {
      await data.loadEmoji(url === null ? undefined : new URL(url, location.href));
    } catch (error) {
      return messageOf(error);
    }
    return 'loaded';
  },

  /** What a read says after the device is gone, and whether a new device works. */
  lose: async () => {
    const lost = (await useDevice('webgpu')) as wgrad.Backend & { device: GPUDevice };
    const before = add(tensor([1, 2]), 1);
    await before.data();
    lost.device.destroy();
    await lost.device.lost;
    const read = await before.data().then(
      () => 'a value',
      (error: unknown) => messageOf(error),
    );
    const { name } = await useDevice('webgpu');
    return { read, again: name, value: [...(await add(tensor([1, 2]), 1).data())] };
  },
};

/** Names of the cases. */
export type CaseName = keyof typeof cases;
/** A case as a function. */
export type Answer<N extends CaseName> = (typeof cases)[N];

/** Runs one case. @throws if it fails */
export function run(name: CaseName, args: readonly unknown[]): Promise<unknown> {
  const found = cases[name] as (...args: readonly unknown[]) => Promise<unknown>;
  return found(...args);
}
