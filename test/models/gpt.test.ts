// GPT-2: names and layouts of both kinds of checkpoints, causality, decoding with a cache against the whole
// forward pass, drawing of tokens, the value head.

import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import * as losses from '../../src/losses/index.ts';
import type { GptConfig } from '../../src/models/gpt-options.ts';
import { filteredLogits } from '../../src/models/gpt-sampling.ts';
import {
  fromGptState,
  gpt,
  gptGenerator,
  gptWithValue,
  sampleToken,
  toGptState,
} from '../../src/models/index.ts';
import * as optim from '../../src/nn/optim/index.ts';
import { toStateDict } from '../../src/nn/state-dict.ts';
import { compile } from '../../src/runtime/compile.ts';
import { FileError, ShapeError, WgradError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { leaves } from '../../src/tensor/tree.ts';
import { expectNear, floats, ints } from '../losses/support.ts';
import { use } from '../support/devices.ts';

const { random } = ops;
const config: GptConfig = {
  n_layer: 2,
  n_head: 2,
  n_embd: 16,
  vocab_size: 13,
  block_size: 12,
  initializer_range: 0.3, // far from the uniform start, so that tokens matter
};
const model = gpt(config);
let params: ReturnType<typeof model.init>;
let ids: Tensor;

beforeAll(async () => {
  await use('cpu');
  params = model.init(random.key(1));
  ids = random.randint(random.key(2), [3, 12], 0, 13);
});

describe('names and sizes', () => {
  test('are minGPT’s', () => {
    const names = Object.keys(toStateDict(params));
    expect(names).toContain('transformer.wte.weight');
    expect(names).toContain('transformer.h.1.attn.c_attn.bias');
    expect(names).toContain('lm_head.weight');
    expect(toStateDict(params)['transformer.h.0.attn.c_attn.weight'].shape).toEqual([48, 16]);
  });

  test('GPT-2 has 124,439,808 parameters, its head being the token table', () => {
    // counted from shapes: nothing is drawn
    const small = gpt({
      n_layer: 12,
      n_head: 12,
      n_embd: 768,
      vocab_size: 50257,
      n_positions: 1024,
    });
    const shapes = leaves(small.init(random.key(0))).map((t) => t.size);
    expect(shapes.reduce((a, b) => a + b)).toBe(124_439_808);
  });

  test('options are read, or refused by name', () => {
    const published = {
      ...{ n_layer: 1, n_head: 2, n_embd: 8, vocab_size: 5, n_positions: 4, n_ctx: 4 },
      ...{ model_type: 'gpt2', architectures: ['GPT2LMHeadModel'], bos_token_id: 3 },
      ...{ activation_function: 'gelu_new', summary_type: 'cls_index', scale_attn_weights: true },
    };
    expect(gpt(published).options).toMatchObject({ block_size: 4, tie_word_embeddings: true });
    expect(model.options.tie_word_embeddings).toBe(false);
    const scaled = { ...published, scale_attn_by_inverse_layer_idx: true };
    expect(() => gpt(scaled)).toThrow(/scale_attn_by_inverse_layer_idx/);
    expect(() => gpt({ ...config, activation_function: 'tanhh' })).toThrow(/tanhh/);
    expect(() => gpt({ ...config, n_head: 3 })).toThrow(/n_head 3/);
    expect(() => gpt({ ...config, block_size: undefined })).toThrow(WgradError);
    expect(() => gpt({ ...config, layers: 3 } as GptConfig)).toThrow(/layers/);
  });
});

describe('state dicts', () => {
  test('of both layouts, with and without prefix and buffers, give the same parameters', async () => {
    const want = model.apply(params, ids);
    for (const layout of ['linear', 'conv1d'] as const) {
      const state = Object.fromEntries(
        Object.entries(toGptState(params, layout)).map(([name, t]) => [
          name.replace('transformer.', ''),
          t,
        ]),
      );
      const shape = layout === 'linear' ? [48, 16] : [16, 48];
      expect(state['h.0.attn.c_attn.weight'].shape).toEqual(shape);
      const buffers = {
        'h.0.attn.bias': ops.ones([1, 1, 12, 12]),
        'h.0.attn.masked_bias': floats(0),
      };
      const read = fromGptState(model.init(random.key(9)), { ...state, ...buffers });
      await expectNear(model.apply(read, ids), want, 0);
    }
  });

  test('a tied model passes over a copy of its table, and takes the gradient from both uses', async () => {
    const tied = gpt({ ...config, tie_word_embeddings: true });
    const own = tied.init(random.key(1));
    expect(own.lm_head).toBeUndefined();
    const table = own.transformer.wte.weight;
    const read = fromGptState(tied.init(random.key(3)), {
      ...toGptState(own, 'conv1d'),
      'lm_head.weight': table,
    });
    const untied = { ...own, lm_head: { w: ops.transpose(table) } };
    await expectNear(tied.apply(read, ids), model.apply(untied, ids), 1e-6);
    const loss = (m: typeof model) => (p: typeof params) =>
      losses.languageModelLoss(m.apply(p, ids), ids);
    const both = grad(loss(model))(untied);
    const sum = ops.add(both.transformer.wte.weight, ops.transpose(both.lm_head?.w as Tensor));
    await expectNear(grad(loss(tied))(own).transformer.wte.weight, sum);
  });

  test('what is missing or of another kind is named', () => {
    const { 'lm_head.weight': _, ...rest } = toGptState(params);
    expect(() => fromGptState(params, rest)).toThrow(/missing: lm_head.weight/);
    expect(() => fromGptState(params, { 'lm_head.weight': ops.ones([2]) })).toThrow(FileError);
  });
});

describe('the forward pass', () => {
  test('is causal: later tokens change nothing before them', async () => {
    const other = ops.concat([ops.sliceAxis(ids, 1, [0, 7]), ops.zeros([3, 5], 'i32')], 1);
    const [a, b] = [ids, other].map((x) => ops.sliceAxis(model.apply(params, x), 1, [0, 7]));
    await expectNear(a, b, 1e-6);
  });

  test('refuses more tokens than it has positions', () => {
    expect(() => model.apply(params, ops.zeros([1, 13], 'i32'))).toThrow(/at most 12/);
    expect(() => model.apply(params, ops.zeros([12], 'i32'))).toThrow(ShapeError);
  });

  test('drops out with a key only, and the same with the same key', async () => {
    const run = async (key?: Tensor) => [...(await model.apply(params, ids, { key }).data())];
    expect(await run(random.key(1))).toEqual(await run(random.key(1)));
    expect(await run(random.key(1))).not.toEqual(await run(random.key(2)));
    expect(await run()).toEqual(await run());
  });

  test('learns a text by heart', async () => {
    const small = gpt({ ...config, initializer_range: 0.02, n_layer: 1 });
    const tx = optim.adamw({ learningRate: 0.02 });
    let p = small.init(random.key(1));
    let state = tx.init(p);
    const text = ints([[1, 2, 3, 1, 4, 5, 1, 2, 6, 1, 7, 8]]);
    const [x, y] = [ops.sliceAxis(text, 1, [0, -1]), ops.sliceAxis(text, 1, [1, null])];
    const loss = (q: typeof p) => losses.languageModelLoss(small.apply(q, x), y);
    const step = compile((q: typeof p, s: typeof state) => {
      const [updates, next] = tx.update(grad(loss)(q), s, q);
      return { q: optim.applyUpdates(q, updates), next };
    });
    expect(await loss(p).item()).toBeGreaterThan(2);
    for (let i = 0; i < 80; i++) ({ q: p, next: state } = step(p, state));
    expect(await loss(p).item()).toBeLessThan(0.1);
    const write = gptGenerator(small, { temperature: 0 });
    const got = await write(p, ops.sliceAxis(text, 1, [0, 4]), 8).data();
    expect([...got]).toEqual([...(await text.data())]);
  });
});

describe('decoding with a cache', () => {
  test('a token at a time gives the whole forward pass at every position, from one trace', async () => {
    const whole = model.apply(params, ids);
    const step = compile(model.decode, { name: 'decode', donate: [2] });
    let cache = model.cache(3);
    const logits: Tensor[] = [];
    for (let t = 0; t < 12; t++) {
      const next = step(params, ops.sliceAxis(ids, 1, [t, t + 1]), cache, t);
      logits.push(next.logits);
      cache = next.cache;
    }
    await expectNear(ops.concat(logits, 1), whole, 1e-5);
    expect((await step.stats()).traces).toBe(1);
  });

  test.each([[[12]], [[5, 7]], [[4, 1, 3, 4]]])('in pieces of %j too', async (pieces) => {
    const whole = model.apply(params, ids);
    let [cache, at] = [model.cache(3), 0];
    for (const s of pieces) {
      const next = model.decode(params, ops.sliceAxis(ids, 1, [at, at + s]), cache, at);
      await expectNear(next.logits, ops.sliceAxis(whole, 1, [at, at + s]), 1e-5);
      cache = next.cache;
      at += s;
    }
  });

  test('a cache as long as the text gives the same as one of block_size', async () => {
    const tight = model.decode(params, ids, model.cache(3, 12), 0);
    await expectNear(tight.logits, model.decode(params, ids, model.cache(3), 0).logits, 1e-6);
    expect(tight.cache.k[0].shape[2]).toBe(12);
    for (const length of [0, 2.5, model.options.block_size + 1]) {
      expect(() => model.cache(3, length)).toThrow(/a cache of .* tokens; this model takes 1 to/);
    }
  });

  test('what the cache held behind the position does not matter', async () => {
    const { cache } = model.decode(params, ids, model.cache(3), 0);
    const first = ops.sliceAxis(ids, 1, [0, 3]);
    const fresh = model.decode(params, first, model.cache(3), 0);
    await expectNear(model.decode(params, first, cache, 0).logits, fresh.logits, 1e-6);
  });
});

describe('drawing', () => {
  const logits = floats([1, 3, 2, 0]);
  const survivors = async (options: Parameters<typeof filteredLogits>[1]) =>
    [...(await filteredLogits(logits, options).data())]
      .map((v, i) => (v > -1e20 ? i : -1))
      .filter((i) => i >= 0);

  test('keeps the top k, and the fewest that reach p', async () => {
    expect(await survivors({})).toEqual([0, 1, 2, 3]);
    expect(await survivors({ topK: 2 })).toEqual([1, 2]);
    expect(await survivors({ topK: 9 })).toEqual([0, 1, 2, 3]);
    // probabilities 0.087, 0.644, 0.237, 0.032
    expect(await survivors({ topP: 0.6 })).toEqual([1]);
    expect(await survivors({ topP: 0.65 })).toEqual([1, 2]);
    expect(await survivors({ topP: 0.9 })).toEqual([0, 1, 2]);
    expect(await survivors({ topP: 1e-9 })).toEqual([1]);
    // of the two most likely the first alone has 0.73
    expect(await survivors({ topK: 2, topP: 0.7 })).toEqual([1]);
    // a low temperature sharpens before p is counted
    expect(await survivors({ temperature: 0.25, topP: 0.95 })).toEqual([1]);
    await expectNear(filteredLogits(logits, { temperature: 2 }), [0.5, 1.5, 1, 0]);
    for (const bad of [{ temperature: -1 }, { topP: 0 }, { topP: 1.1 }, { topK: 0 }]) {
      expect(() => filteredLogits(logits, bad)).toThrow(ShapeError);
    }
  });

  test('follows the probabilities, and with temperature 0 the largest', async () => {
    const many = ops.broadcastTo(logits, [20000, 4]);
    const drawn = sampleToken(many, random.key(1), { topK: 2 });
    const share = await ops.mean(ops.cast(ops.equal(drawn, 1), 'f32')).item();
    expect(Math.abs(share - 1 / (1 + Math.exp(-1)))).toBeLessThan(0.015);
    await expectNear(sampleToken(many, random.key(1), { temperature: 0 }), ops.full([20000], 1));
  });

  test('greedy generation is the argmax of the whole forward pass, token by token', async () => {
    const write = gptGenerator(model, { temperature: 0 });
    let text = ops.sliceAxis(ids, 1, [0, 4]);
    const got = await write(params, text, 8).data();
    for (let i = 0; i < 8; i++) {
      const last = ops.sliceAxis(model.apply(params, text), 1, [-1, null]);
      text = ops.concat([text, ops.argmax(last, -1)], 1);
    }
    expect([...got]).toEqual([...(await text.data())]);
  });

  test('a key fixes the text; after the end token nothing else follows', async () => {
    const write = gptGenerator(model, { temperature: 1.5, endToken: 3 });
    const prompt = ops.sliceAxis(ids, 1, [0, 2]);
    const run = async (k: number) =>
      (await write(params, prompt, 10, random.key(k)).toArray()) as number[][];
    expect(await run(1)).toEqual(await run(1));
    expect(await run(1)).not.toEqual(await run(2));
    const texts = (await Promise.all([1, 2, 3, 4].map(run))).flat().map((t) => t.slice(2));
    const ended = texts.filter((t) => t.includes(3));
    expect(ended.length).toBeGreaterThan(0);
    for (const t of ended) expect(new Set(t.slice(t.indexOf(3)))).toEqual(new Set([3]));
    expect(() => write(params, prompt, 11)).toThrow(/at most 12/);
    expect((await write(params, prompt, 0).data()).length).toBe(6);
  });
});

test('a policy with a value head: zero values at the start, the same logits, TRL’s names', async () => {
  const both = gptWithValue(config);
  const p = both.init(random.key(1));
  const { logits, values } = both.apply(p, ids);
  await expectNear(values, ops.zeros([3, 12]));
  await expectNear(logits, both.model.apply(p, ids), 0);
  const names = Object.keys(toGptState(p));
  expect(names.filter((n) => n.startsWith('v_head'))).toEqual([
    'v_head.summary.weight',
    'v_head.summary.bias',
  ]);
  const g = grad((q: typeof p) => ops.mean(ops.square(ops.sub(both.apply(q, ids).values, 1))))(p);
  await expectNear(g.v_head.summary.b as Tensor, -2);
  await expectNear(
    fromGptState(p, toGptState(p, 'conv1d')).v_head.summary.w,
    p.v_head.summary.w,
    0,
  );
});
