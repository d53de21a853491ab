// Policies at the size of tests: a denoiser of points and of latents as Stable Diffusion has them, a language model of
// a few tokens; and the property that all of them must have.
import { expect } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import { gaussianDiffusion } from '../../src/diffusion/gaussian-diffusion.ts';
import { gaussianScheduler } from '../../src/diffusion/gaussian-diffusion-sampling.ts';
import { cosineBetas } from '../../src/diffusion/schedule.ts';
import { ddimOver } from '../../src/diffusion/schedulers/ddim.ts';
import { eulerAncestralDiscreteScheduler } from '../../src/diffusion/schedulers/euler-ancestral.ts';
import { ddimScheduler, ddpmScheduler } from '../../src/diffusion/schedulers/index.ts';
import { gpt } from '../../src/models/gpt.ts';
import { initLora, MLP } from '../../src/nn/index.ts';
import { denoisingPolicy, type Policy, tokenPolicy, withLora } from '../../src/rl/index.ts';
import { compile } from '../../src/runtime/compile.ts';
import {
  concat,
  exp,
  mul,
  random,
  reshape,
  sin,
  sub,
  sum,
  tanh,
  tensor,
} from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { leaves } from '../../src/tensor/tree.ts';

const stable = { beta_schedule: 'scaled_linear', clip_sample: false } as const;
const net = MLP([4, 16, 2], { activation: tanh });
type Net = ReturnType<typeof net.init>;

/** A network of points [n, 2] that is told a time and a number. */
export const denoise = (p: Net, x: Tensor, time: Tensor, c: Tensor): Tensor => {
  const n = x.shape[0];
  return net.apply(p, concat([x, reshape(time, [n, 1]), c], 1));
};
export const netParams = (): Net => net.init(random.key(1));
const wishes = tensor([[0.5], [-1], [2]]);
const guided = { shape: [2], steps: 4, guidance: 3, unconditional: tensor([[0]]) };

const model = gpt({ vocab_size: 11, block_size: 12, n_layer: 2, n_head: 2, n_embd: 16 });

export interface Subject {
  readonly policy: Policy<unknown, unknown, unknown>;
  readonly params: unknown;
  /** [n, ...] */
  readonly condition: unknown;
  readonly decisions: number;
}
const subject = <P, A>(
  policy: Policy<P, Tensor, A>,
  params: P,
  condition: Tensor,
  decisions: number,
): Subject => ({ policy: policy as unknown as Subject['policy'], params, condition, decisions });

const lora = () => initLora(random.key(2), netParams(), { rank: 1 });
const prompts = tensor(Int32Array.of(1, 2, 3, 4, 5, 6), { shape: [3, 2] });

/** Policies by name, made on the device in use. */
export const subjects: Readonly<Record<string, () => Subject>> = {
  'DDIM over our own schedule, guided': () =>
    subject(
      denoisingPolicy(denoise, ddimOver('v'), { ...guided, eta: 1, rescale: 0.7 }),
      netParams(),
      wishes,
      3, // the last step leads to no noise
    ),
  'DDIM of diffusers with low-rank updates': () =>
    subject(
      denoisingPolicy(
        withLora(denoise, netParams()),
        ddimScheduler({ ...stable, set_alpha_to_one: false, steps_offset: 1 }),
        {
          ...guided,
          eta: 0.5,
        },
      ),
      lora(),
      wishes,
      4,
    ),
  'DDPM, unguided': () =>
    subject(
      denoisingPolicy(denoise, ddpmScheduler(stable), { shape: [2], steps: 4 }),
      netParams(),
      wishes,
      3, // nor does DDPM's
    ),
  'Euler ancestral, guided': () =>
    subject(
      denoisingPolicy(denoise, eulerAncestralDiscreteScheduler(stable), guided),
      netParams(),
      wishes,
      3,
    ),
  'Gaussian diffusion with learned variances': () =>
    subject(
      denoisingPolicy(
        (p: Net, x: Tensor, time: Tensor, c: Tensor) => {
          const y = denoise(p, x, mul(time, 0.25), c);
          return concat([y, sin(y)], -1);
        },
        gaussianScheduler(
          gaussianDiffusion({
            betas: cosineBetas(4),
            model_mean_type: 'epsilon',
            model_var_type: 'learned_range',
            loss_type: 'mse',
          }),
        ),
        { shape: [2], steps: 4 },
      ),
      netParams(),
      wishes,
      3,
    ),
  'a language model': () =>
    subject(
      tokenPolicy(model, { count: 5, temperature: 0.7, endToken: 3 }),
      model.init(random.key(3)),
      prompts,
      5,
    ),
};

const numbers = async (t: Tensor): Promise<number[]> => [...(await t.data())].map(Number);

/** How far from 1 the ratios of a first update are, inside of a compiled gradient and outside. */
export async function ratios(
  { policy, params, condition }: Subject,
  update: Policy<unknown, unknown, unknown> = policy,
): Promise<{ ratios: number[]; logp: number[]; samples: number[]; gradient: number }> {
  const { actions, logp, samples } = await policy.rollout(params, condition, random.key(4));
  const [n, k] = logp.shape;
  const ratio = (p: unknown, a: unknown, old: Tensor) =>
    exp(sub(update.logp(p, condition, a), old));
  const step = compile((p: unknown, a: unknown, old: Tensor) => ({
    ratio: ratio(p, a, old),
    gradient: grad((q: unknown) => sum(ratio(q, a, old)))(p),
  }));
  const made = step(params, actions, logp);
  const all = [...(await numbers(made.ratio))];
  all.push(...(await numbers(ratio(params, actions, logp))));
  for (let i = 0; i < k; i++) {
    const at = tensor(Int32Array.from({ length: n }, (_, row) => (row + i) % k));
    const some = await numbers(update.logp(params, condition, actions, at));
    const rows = await numbers(logp);
    all.push(...some.map((v, row) => Math.exp(v - rows[row * k + ((row + i) % k)])));
  }
  const gradients = await Promise.all(leaves(made.gradient).map(numbers));
  return {
    ratios: all,
    logp: await numbers(logp),
    samples: await numbers(samples),
    gradient: gradients.flat().reduce((most, v) => Math.max(most, Math.abs(v)), 0),
  };
}

/** The property: every ratio is exactly 1, though it depends on the parameters. */
export async function expectFirstRatios(made: Subject): Promise<void> {
  const found = await ratios(made);
  const [{ shape }] = leaves(made.condition);
  expect(found.logp.length).toBe(shape[0] * made.decisions);
  expect(found.logp.every(Number.isFinite)).toBe(true);
  expect(found.gradient).toBeGreaterThan(1e-3);
  expect([...new Set(found.ratios)]).toEqual([1]);
}
