// Habits of the references that an adapter has to share: what they drop, keep in a padding, or compute twice.
import { beforeAll, expect, it } from 'vitest';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';
import { expressionOf } from './adapters/expression.ts';
import { lossesAdapter } from './adapters/losses.ts';
import { pointEAdapter } from './adapters/point-e.ts';
import { scheduleOf } from './adapters/schedules.ts';
import { worst } from './compare.ts';
import type { Golden, GoldenCase, Results } from './contract.ts';
import { differencesOf } from './deliberate.ts';

beforeAll(async () => {
  await use('cpu');
});

const t = ops.tensor;
const held = (values: Record<string, Tensor>): Golden =>
  ({ tensor: (name: string) => values[name] }) as never;
const names = (values: object) => Object.fromEntries(Object.keys(values).map((k) => [k, k]));
const numbers = async (x: unknown): Promise<number[]> => Array.from(await (x as Tensor).data());

it('takes a list as positions, in an expression', async () => {
  const picked = expressionOf('x[[2, 0, 0, 1]]')({ x: t([5, 6, 7]) });
  expect(await numbers(picked)).toEqual([7, 5, 5, 6]);
  const both = expressionOf('x[0, [1, 0]] * x[:, [2]][1]')({ x: t([[1, 2, 3], [4, 5, 6]]) }); // biome-ignore format: a matrix
  expect(await numbers(both)).toEqual([12, 6]);
});

it("drops num_cycles from get_scheduler('cosine'), as diffusers does", async () => {
  const rates = async (text: string) => {
    const rate = scheduleOf(`diffusers get_scheduler('cosine', ${text})`, 1);
    return Promise.all([0, 2, 3, 5].map(async (k) => (await numbers(rate(t(k))))[0]));
  };
  const plain = await rates('num_warmup_steps=1, num_training_steps=6');
  expect(await rates('num_warmup_steps=1, num_training_steps=6, num_cycles=2')).toEqual(plain);
});

it('keeps what whitening puts into the padding of rewards, as TRL does', async () => {
  const inputs = { rewards: t([[1, 3, 9]]), values: t([[0, 0, 0]]), mask: t([[1, 1, 0]]) };
  const c = {
    id: 'gae',
    reference: 'trl PPOTrainer.compute_advantages',
    config: { gamma: 1, lam: 1, whiten_rewards: true },
    inputs: names(inputs),
  } as unknown as GoldenCase;
  const got = (await lossesAdapter(c, held(inputs))) as Results;
  // mean 2, unbiased variance 2: whitened to 2 -+ 1 / sqrt 2, and the masked 0 to 2 - 2 / sqrt 2
  const w = [2 - Math.SQRT1_2, 2 + Math.SQRT1_2, 2 - 2 * Math.SQRT1_2];
  const advantages = [w[0] + w[1] + w[2], w[1] + w[2], w[2]];
  const found = await numbers(got.outputs?.advantages);
  found.forEach((a, i) => {
    expect(a).toBeCloseTo(advantages[i], 5);
  });
});

it('guides between the two halves of a doubled batch, as Point-E does', async () => {
  const trajectory = async (guidance_scale: number, a: number[]) => {
    const inputs = {
      x: t(new Float32Array([0.5, -0.25, 1]), { shape: [1, 3, 1] }),
      noise: ops.zeros([2, 1, 3, 1]),
      a: t(a),
    };
    const config = { sampler: 'heun', steps: 3, sigma_data: 0.5, sigma_min: 0.1, sigma_max: 2 };
    const c = {
      id: 'karras',
      kind: 'karras_sample',
      config: { ...config, guidance_scale },
      inputs: names(inputs),
    } as unknown as GoldenCase;
    return numbers(((await pointEAdapter(c, held(inputs))) as Results).outputs?.trajectory);
  };
  const [plain, same, apart] = [
    await trajectory(0, [0.5]),
    await trajectory(3, [0.5, 0.5]),
    await trajectory(3, [0.5, 0.2]),
  ];
  same.forEach((v, i) => {
    expect(v).toBeCloseTo(plain[i], 5);
  });
  expect(Math.abs(apart[apart.length - 1] - plain[plain.length - 1])).toBeGreaterThan(1e-3);
});

it('forgives only what differs on purpose', () => {
  const c: GoldenCase = { id: 'abs', op: 'torch.abs' };
  const none = {} as Golden;
  const expected = { role: 'grads', name: 'x', shape: [2], tolerance: [0, 0] as const };
  const look = (got: number[], values: number[]) =>
    worst(got, { ...expected, values }, differencesOf(c, 'grads', none, 'x'));
  expect(look([Number.NaN, 1], [0, 1]).failure).toBeUndefined();
  expect(look([Number.NaN, 1], [0, 1]).deliberate.size).toBe(1);
  expect(look([Number.NaN, 1], [0, 2]).failure).toMatchObject({ want: 2, got: 1, off: 1 });
  expect(look([0, 1], [Number.NaN, 1]).failure).toBeDefined();
  expect(differencesOf(c, 'outputs', none, 'y')).toEqual([]);
});
