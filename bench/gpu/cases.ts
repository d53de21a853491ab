// What is timed on a GPU. Each case is data that PyTorch's half (torch-gpu.py) reads as well: an id, a kind,
// sizes and a dtype. Inputs are random numbers made on the device, so nothing large is uploaded; values are
// compared in checks.ts, at sizes where a float64 reference is affordable.
import { type Library, transformerModel, unetModel } from '../engines/wgrad-workloads.ts';
import { type SpecOf, smallUnet, transformerBlock } from '../harness/specs.ts';
import { describeSd, type SdConfig, sd15, sdParams, sdTiny, sdUnet } from './sd-unet.ts';
import { callTask, stepTask, type Task } from './timing.ts';

type Tensor = import('../../src/index.ts').Tensor;
type Dtype = 'f32' | 'f16';

/** One line of the table. */
export type Case = Readonly<
  { id: string; dtype: Dtype; flops: number } & (
    | { kind: 'matmul'; m: number; k: number; n: number }
    | { kind: 'conv'; images: number; side: number; inputs: number; outputs: number; grad: boolean }
    | {
        kind: 'attention';
        batch: number;
        heads: number;
        tokens: number;
        size: number;
        grad: boolean;
      }
    | { kind: 'tblock'; spec: SpecOf<'tblock'> }
    | { kind: 'unet'; spec: SpecOf<'unet'> }
    | { kind: 'sd'; config: SdConfig; batch: number; side: number; tokens: number }
  )
>;

type CaseOf<K extends Case['kind']> = Extract<Case, { kind: K }>;

const dtypes: Dtype[] = ['f32', 'f16'];

function products(sizes: readonly number[]): Case[] {
  return dtypes.flatMap((dtype) =>
    sizes.map((n): Case => {
      const id = `product ${dtype} ${n}`;
      return { id, kind: 'matmul', dtype, m: n, k: n, n, flops: 2 * n ** 3 };
    }),
  );
}

function convolutions(shapes: readonly (readonly [number, number, number, number])[]): Case[] {
  return shapes.flatMap(([images, side, inputs, outputs]) =>
    [false, true].flatMap((grad) =>
      dtypes.map((dtype): Case => {
        const id = `conv 3x3 ${images}x${side}x${side}x${inputs}->${outputs}${grad ? ' grad' : ''} ${dtype}`;
        const flops = 2 * images * side * side * inputs * outputs * 9 * (grad ? 3 : 1);
        return { id, kind: 'conv', dtype, images, side, inputs, outputs, grad, flops };
      }),
    ),
  );
}

function attentions(shapes: readonly (readonly [number, number, number, number])[]): Case[] {
  return shapes.flatMap(([batch, heads, tokens, size]) =>
    [false, true].flatMap((grad) =>
      dtypes.map((dtype): Case => {
        const id = `attention ${batch}x${heads}x${tokens}x${size}${grad ? ' grad' : ''} ${dtype}`;
        // two products forward, five backward
        const flops = 2 * batch * heads * tokens * tokens * size * (grad ? 7 : 2);
        return { id, kind: 'attention', dtype, batch, heads, tokens, size, grad, flops };
      }),
    ),
  );
}

function trainSteps(
  blocks: readonly (readonly [number, number, number, number])[],
  unets: readonly (readonly [number, number, number])[],
): Case[] {
  const transformers = blocks.map(([b, t, d, heads]): Case => {
    const spec = transformerBlock(b, t, d, heads, true) as SpecOf<'tblock'>;
    const id = `transformer block ${b}x${t}x${d} train step f32`;
    return { id, kind: 'tblock', dtype: 'f32', spec, flops: spec.flops ?? 0 };
  });
  const networks = unets.map(([images, side, width]): Case => {
    const spec = smallUnet(images, 4, side, true, width) as SpecOf<'unet'>;
    const id = `U-Net width ${width}, ${images}x${side}x${side} train step f32`;
    return { id, kind: 'unet', dtype: 'f32', spec, flops: spec.flops ?? 0 };
  });
  return [...transformers, ...networks];
}

function sdSteps(w: Library, config: SdConfig, batches: readonly number[], side: number): Case[] {
  const tokens = config === sd15 ? 77 : 7;
  return batches.flatMap((batch) =>
    dtypes.map((dtype): Case => {
      const { flops, parameters } = describeSd(w, config, batch, side, tokens);
      const size = `${(parameters / 1e6).toFixed(1)} M parameters`;
      const id = `SD 1.5 U-Net step (${size}) ${batch}x${side}x${side} ${dtype}`;
      return { id, kind: 'sd', dtype, config, batch, side, tokens, flops };
    }),
  );
}

/** The cases of a run: everything, a quick look, or sizes that a CPU adapter manages. */
export function casesFor(w: Library, size: 'full' | 'quick' | 'tiny'): Case[] {
  if (size === 'tiny') {
    return [
      ...products([64]),
      ...convolutions([[1, 8, 8, 8]]),
      ...attentions([[1, 2, 16, 8]]),
      ...trainSteps([[1, 8, 32, 2]], [[1, 8, 32]]),
      ...sdSteps(w, sdTiny, [1], 8),
    ];
  }
  const quick = size === 'quick';
  return [
    ...products(quick ? [1024, 4096] : [1024, 2048, 4096, 8192]),
    ...convolutions(
      quick
        ? [[8, 64, 320, 320]]
        : [
            [8, 32, 64, 128],
            [8, 64, 320, 320],
            [8, 16, 1280, 1280],
          ],
    ),
    ...attentions(
      quick
        ? [[2, 8, 4096, 40]]
        : [
            [8, 4, 64, 64],
            [2, 8, 4096, 40],
            [4, 16, 1024, 64],
          ],
    ),
    ...trainSteps(
      quick
        ? [[8, 64, 256, 4]]
        : [
            [8, 64, 256, 4],
            [32, 256, 512, 8],
          ],
      quick
        ? [[16, 16, 64]]
        : [
            [16, 16, 64],
            [64, 32, 64],
          ],
    ),
    ...sdSteps(w, sd15, quick ? [1] : [1, 2], 64),
  ];
}

/** Builds cases as tasks on the device in use. */
export function tasksOf(w: Library): (c: Case) => Promise<Task> {
  let seed = 0;
  // numbers of standard deviation `scale`, made on the device and stored as `dtype`
  const random = async (shape: readonly number[], dtype: Dtype, scale = 1): Promise<Tensor> => {
    const key = w.random.key(seed++);
    const x = w.cast(w.mul(w.random.normal(key, [...shape]), scale), dtype);
    await w.realize(x);
    return x;
  };

  const withGradients = (f: (...xs: Tensor[]) => Tensor) => (xs: Tensor[], weights: Tensor) =>
    w.valueAndGrad((inner: Tensor[]) => w.sum(w.cast(w.mul(f(...inner), weights), 'f32')))(xs);

  async function matmul(c: CaseOf<'matmul'>) {
    const { m, k, n, dtype, id } = c;
    const args = [await random([m, k], dtype), await random([k, n], dtype)] as [Tensor, Tensor];
    return callTask(w, (a: Tensor, b: Tensor) => w.matmul(a, b), args, id);
  }

  async function conv(c: CaseOf<'conv'>) {
    const { images, side, inputs, outputs, dtype, grad, id } = c;
    const x = await random([images, side, side, inputs], dtype);
    const kernel = await random([3, 3, inputs, outputs], dtype, 1 / Math.sqrt(9 * inputs));
    const f = (...[image, weights]: Tensor[]) => w.conv2d(image, weights, { padding: 1 });
    if (!grad) return callTask(w, f, [x, kernel], id);
    const weights = await random([images, side, side, outputs], dtype);
    return callTask(w, withGradients(f), [[x, kernel], weights], id);
  }

  async function attention(c: CaseOf<'attention'>) {
    const { batch, heads, tokens, size, dtype, grad, id } = c;
    const shape = [batch, heads, tokens, size];
    const qkv = [
      await random(shape, dtype),
      await random(shape, dtype),
      await random(shape, dtype),
    ];
    const f = (...[q, k, v]: Tensor[]) => w.attention(q, k, v);
    if (!grad) return callTask(w, f, qkv, id);
    return callTask(w, withGradients(f), [qkv, await random(shape, dtype)], id);
  }

  async function trainStep(c: CaseOf<'tblock'> | CaseOf<'unet'>) {
    const params: Record<string, Tensor> = {};
    for (const [name, shape, start] of c.spec.params) {
      const [first, second, ...rest] = shape;
      const own = rest.length ? [...rest, second, first] : shape; // [kh, kw, in, out]
      if (start === 'ones' || start === 'zeros') params[name] = w[start]([...own]);
      else {
        const fanIn = start === 'conv' ? second * rest[0] * rest[1] : first;
        params[name] = await random(own, 'f32', 1 / Math.sqrt(3 * fanIn));
      }
    }
    await w.realize(params);
    const s = c.spec;
    const model = s.op === 'tblock' ? transformerModel(w, s.H) : unetModel(w);
    const shape = s.op === 'tblock' ? [s.B, s.T, s.D] : [s.N, s.S, s.S, s.C];
    const [x, y] = [await random(shape, 'f32'), await random(shape, 'f32')];
    const tx = w.optim.adamw({ learningRate: 1e-3, weightDecay: 0.01 });
    type State = { p: typeof params; moments: ReturnType<typeof tx.init> };
    const step = ({ p, moments }: State) => {
      const lossOf = (q: typeof params) => w.mean(w.square(w.sub(model(q, x), y)));
      const [loss, grads] = w.valueAndGrad(lossOf)(p);
      const [updates, next] = tx.update(grads, moments, p);
      return { state: { p: w.optim.applyUpdates(p, updates), moments: next }, loss };
    };
    return stepTask<State>(w, step, { p: params, moments: tx.init(params) }, c.id);
  }

  async function sd(c: CaseOf<'sd'>) {
    const { config, batch, side, tokens, dtype, id } = c;
    const params = await sdParams(w, config, (shape, scale) => random(shape, dtype, scale));
    const model = sdUnet(w, config);
    const f = (p: typeof params, x: Tensor, times: Tensor, prompt: Tensor) =>
      model.apply(p, x, times, prompt);
    const x = await random([batch, side, side, 4], dtype);
    const prompt = await random([batch, tokens, config.context], dtype);
    return callTask(w, f, [params, x, w.full([batch], 500), prompt], id);
  }

  return async (c) => {
    switch (c.kind) {
      case 'matmul':
        return matmul(c);
      case 'conv':
        return conv(c);
      case 'attention':
        return attention(c);
      case 'sd':
        return sd(c);
      default:
        return trainStep(c);
    }
  };
}
