// Optimizers, schedules and averages against torch.optim and diffusers, step by step; and what is ours:
// chains, per-leaf rates, the same trajectory inside `compile`.
import { beforeAll, expect, test } from 'vitest';
import * as optim from '../../src/nn/optim/index.ts';
import { compile } from '../../src/runtime/compile.ts';
import '../../src/runtime/evaluate.ts';
import { useDevice } from '../../src/runtime/device.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type GoldenCase, mismatch, readGolden } from '../golden/golden.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const golden = readGolden('optim');
const { schedules } = optim;
type Params = { w: Tensor; b: Tensor };

const of = (path: string, table: Record<string, number>): number => table[path];
const makers: Record<string, () => optim.Optimizer> = {
  'sgd.0': () => optim.sgd({ learningRate: 0.1 }),
  'sgd.momentum.0': () => optim.sgd({ learningRate: 0.1, momentum: 0.9 }),
  'sgd.nesterov.0': () =>
    optim.sgd({ learningRate: 0.05, momentum: 0.9, nesterov: true, weightDecay: 0.01 }),
  'adam.0': () => optim.adam({ learningRate: 0.01 }),
  'adam.clip.0': () =>
    optim.chain(
      optim.clipByGlobalNorm(1),
      optim.adam({ learningRate: 0.01, betas: [0.5, 0.9], eps: 1e-6 }),
    ),
  'adamw.0': () => optim.adamw({ learningRate: ops.tensor(0.01), weightDecay: 0.1 }),
  'adamw.groups.0': () =>
    optim.adamw({
      learningRate: 0.01,
      rateScale: (path) => of(path, { w: 1, b: 3 }),
      weightDecay: (path) => of(path, { w: 0.2, b: 0 }),
    }),
  'rmsprop.0': () => optim.rmsprop({ learningRate: 0.01, alpha: 0.9 }),
  'adamw.cosine.0': () =>
    optim.chain(
      optim.clipByGlobalNorm(1),
      optim.adamw({ learningRate: schedules.cosine(0.01, 6, { end: 0.001 }), weightDecay: 0.1 }),
    ),
  'adam.warmup.0': () => optim.adam({ learningRate: schedules.warmupCosine(0.01, 2, 6) }),
};

const trajectories = golden.cases.filter((c) => c.kind === 'trajectory');

const nameIn = (names: GoldenCase['inputs'], key: string): string => {
  const name = names?.[key];
  if (!name) throw new Error(`the golden case has no ${key}`);
  return name;
};

const gradsOf = (c: GoldenCase, step: number): Params => {
  const at = (k: string): Tensor => golden.tensor(nameIn(c.inputs, `grad.${step}.${k}`));
  return { w: at('w'), b: at('b') };
};
const startOf = (c: GoldenCase): Params => ({
  w: golden.tensor(nameIn(c.inputs, 'w')),
  b: golden.tensor(nameIn(c.inputs, 'b')),
});

test('every trajectory has its optimizer', () => {
  expect(trajectories.map((c) => c.id).sort()).toEqual(Object.keys(makers).sort());
});

async function follow(
  c: GoldenCase,
  step: (
    params: Params,
    state: optim.OptimizerState,
    grads: Params,
  ) => [Params, optim.OptimizerState],
): Promise<void> {
  let params = startOf(c);
  let state = makers[c.id]().init(params);
  for (let k = 0; k < (c.steps as number); k++) {
    [params, state] = step(params, state, gradsOf(c, k));
    for (const name of ['w', 'b'] as const) {
      const key = `${name}.${k}`;
      const want = golden.values(nameIn(c.outputs, key));
      const why = mismatch(await params[name].data(), want, c.tol?.outputs?.[key]);
      expect(why, `${key}`).toBe('');
    }
  }
}

test.each(trajectories.map((c) => [c.id, c] as const))('%s', async (id, c) => {
  const tx = makers[id]();
  await follow(c, (params, state, grads) => {
    const [updates, next] = tx.update(grads, state, params);
    return [optim.applyUpdates(params, updates), next];
  });
});

test('a compiled step follows the same trajectory with one trace', async () => {
  const c = golden.find('adamw.cosine.0');
  const tx = makers[c.id]();
  const step = compile(
    (params: Params, state: optim.OptimizerState, grads: Params) => {
      const [updates, next] = tx.update(grads, state, params);
      return [optim.applyUpdates(params, updates), next] as [Params, optim.OptimizerState];
    },
    { donate: [1] },
  );
  await follow(c, step);
  expect((await step.stats()).traces).toBe(1);
});

const lr: Record<string, optim.Schedule> = {
  'lr.cosine.0': schedules.cosine(0.5, 20, { end: 0.01, mirror: true }),
  'lr.linear.0': schedules.linear(0.05, 0.5, 8),
  'lr.hf_cosine.0': schedules.warmupCosine(0.5, 5, 30, { mirror: true }),
  'lr.hf_linear.0': schedules.warmupLinear(0.5, 4, 20),
  'lr.step.0': schedules.stepDecay(0.5, 4, 0.3),
};

test.each(golden.cases.filter((c) => c.kind === 'lr').map((c) => [c.id, c] as const))(
  '%s',
  async (id, c) => {
    const want = c.lr as number[];
    const steps = want.map((_, k) => lr[id](ops.tensor(k)));
    const got = await ops.stack(steps).data();
    expect(mismatch(got, want, [1e-6, 1e-8])).toBe('');
  },
);

test('schedules hold their end value by default', async () => {
  const at = (s: optim.Schedule, k: number): Promise<number> => s(ops.tensor(k)).item();
  expect(await at(schedules.cosine(1, 10, { end: 0.25 }), 17)).toBeCloseTo(0.25, 6);
  expect(await at(schedules.warmupCosine(1, 2, 10), 30)).toBeCloseTo(0, 6);
  expect(await at(schedules.linearWarmup(2, 4), 1)).toBeCloseTo(0.5, 6);
  expect(await at(schedules.linearWarmup(2, 4), 9)).toBeCloseTo(2, 6);
  expect(await at(schedules.constant(0.3), 5)).toBeCloseTo(0.3, 6);
});

const emas: Record<string, optim.EmaOptions> = {
  'ema.0': { decay: 0.9 },
  'ema.warmup.0': { decay: 0.999, warmup: 'power', invGamma: 1, power: 0.75 },
};

test.each(Object.entries(emas))('%s', async (id, options) => {
  const c = golden.find(id);
  const average = optim.ema(options);
  const at = (k: number): { p: Tensor } => ({ p: golden.tensor(nameIn(c.inputs, `p.${k}`)) });
  let state = average.init(at(0));
  const decays = c.decay_used as number[];
  const outputs = Object.keys(c.outputs ?? {});
  expect(outputs.length).toBe(decays.length);
  for (let k = 0; k < decays.length; k++) {
    expect(await average.decayAt(state.count).item()).toBeCloseTo(decays[k], 6);
    state = average.update(state, at(k + 1));
    const want = golden.values(nameIn(c.outputs, outputs[k]));
    expect(mismatch(await state.average.p.data(), want, c.tol?.outputs?.[outputs[k]])).toBe('');
  }
});

test('clipping by value and the global norm of a tree', async () => {
  const grads = { a: ops.tensor([3, -0.5]), b: [ops.tensor([[-4]])] };
  expect(await optim.globalNorm(grads).item()).toBeCloseTo(Math.sqrt(9 + 0.25 + 16), 6);
  const [clipped] = optim.clipByValue(1).update(grads, null, grads);
  expect(await clipped.a.toArray()).toEqual([1, -0.5]);
  expect(await clipped.b[0].toArray()).toEqual([[-1]]);
});

test('null leaves of a partition pass through an optimizer', async () => {
  const params = { trained: ops.tensor([1, 2]), frozen: null };
  const tx = optim.adamw({ learningRate: 0.1, weightDecay: 0 });
  const grads = { trained: ops.tensor([1, -1]), frozen: null };
  const [updates] = tx.update(grads, tx.init(params), params);
  const next = optim.applyUpdates(params, updates);
  expect(next.frozen).toBeNull();
  const [a, b] = (await next.trained.toArray()) as number[];
  expect(a).toBeCloseTo(0.9, 5);
  expect(b).toBeCloseTo(2.1, 5);
});
