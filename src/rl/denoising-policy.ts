// Denoising as a policy: a step that ends in noise is a decision, drawn from N(mean, noise²), so its density is known
// (arXiv:2305.13301, section 4.2). A rollout is a run of a sampler that hands out its path; an update takes the same
// step (diffusion/denoising-step.ts) from the same x again, guided alike. Steps without noise decide nothing.
import { checkpoint } from '../autodiff/checkpoint.ts';
import { stopGradient } from '../autodiff/identity.ts';
import {
  bothConditions,
  type Denoiser,
  guidanceParts,
  guidedStep,
  noiseIndex,
  numbersOf,
  takeSteps,
} from '../diffusion/denoising-step.ts';
import { numbersAt, type ScalarTensors } from '../diffusion/process.ts';
import { type StepTaken, sampler } from '../diffusion/samplers.ts';
import type { Scheduler, StepNumbers } from '../diffusion/schedulers/scheduler.ts';
import { denoisingLogProbability } from '../losses/diffusion-policy.ts';
import { applyLora, type LoraParams } from '../nn/lora.ts';
import { compile } from '../runtime/compile.ts';
import { realize } from '../runtime/evaluate.ts';
import * as is from '../tensor/arguments.ts';
import { WgradError } from '../tensor/errors.ts';
import {
  broadcastTo,
  full,
  mul,
  random,
  reshape,
  squeeze,
  stack,
  takeAlongAxis,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { leaves, map } from '../tensor/tree.ts';
import type { Policy } from './policy.ts';

/** The x in front of each step with noise, and what was drawn: [n, decisions, ...]. */
export type DenoisingActions = { readonly x: Tensor; readonly next: Tensor };

/** What is sampled, and how. */
export interface DenoisingPolicyOptions<C> {
  /** Denoising steps. */
  readonly steps: number;
  /** DDIM's; others have none. */
  readonly eta?: number;
  /** Of one sample: [h, w, channels]. */
  readonly shape: readonly number[];
  /** Classifier-free, in rollouts and updates alike; default 1: none. */
  readonly guidance?: number;
  /** phi of `diffusion.rescaleGuidance`, default 0. */
  readonly rescale?: number;
  /** Condition of the empty prompt, [1, ...]; for guidance. */
  readonly unconditional?: C;
}

// Of the normal distribution that a step draws from; the deviation where the network learns it.
type Spread = Pick<StepTaken, 'mean' | 'deviation'>;
const spreadOf = ({ mean, deviation }: StepTaken): Spread => ({ mean, deviation });

/** A policy over samples of a diffusion model. */
export interface DenoisingPolicy<P, C> extends Policy<P, C, DenoisingActions> {
  /** Steps of the plan that end in noise, in order: the decisions. */
  readonly decisions: readonly number[];
  /**
   * The samples that `rollout` draws with this key, as a function of the parameters through the last `last` steps
   * (default all); those before are constants. Keeps one x a step and computes the rest again.
   */
  differentiable(params: P, condition: C, key: Tensor, last?: number): Tensor;
}

const denoisingPolicyArgs = is.signature(
  'rl.denoisingPolicy',
  ['denoise', is.func],
  ['scheduler', is.methods('a scheduler', 'plan', 'step')],
  [
    'options',
    is.options<DenoisingPolicyOptions<unknown>>({
      steps: is.count,
      eta: is.optional(is.notNegative),
      shape: is.shape,
      guidance: is.optional(is.finite),
      rescale: is.optional(is.fraction),
      unconditional: is.optional(is.anything),
    }),
  ],
);

function checkPlan(
  decisions: readonly number[],
  { historyLength }: Pick<Scheduler, 'historyLength'>,
  { guidance = 1, unconditional, eta = 0 }: DenoisingPolicyOptions<unknown>,
): void {
  if (historyLength > 0) {
    throw new WgradError(
      'denoisingPolicy: a scheduler that remembers its steps (multistep, Heun) decides by more than the x of a step; ' +
        'take DDIM with an eta, DDPM or Euler ancestral',
    );
  }
  if (decisions.length === 0) {
    throw new WgradError(
      `denoisingPolicy: no step ends in noise (eta ${eta}); DDIM takes an eta above 0, e.g. 1`,
    );
  }
  if (guidance !== 1 && unconditional === undefined) {
    throw new WgradError(
      `denoisingPolicy: guidance ${guidance} needs options.unconditional, the empty prompt's condition [1, ...]`,
    );
  }
}

/**
 * A policy around a network and a scheduler that draws noise: one of a folder with the folder's scheduler, or any
 * network with `diffusion.ddimOver('v')`. @throws WgradError where no step ends in noise
 */
export function denoisingPolicy<P, C, S extends StepNumbers>(
  denoise: Denoiser<P, C>,
  scheduler: Scheduler<S>,
  options: DenoisingPolicyOptions<C>,
): DenoisingPolicy<P, C> {
  denoisingPolicyArgs(denoise, scheduler, options);
  const { steps, eta, shape, guidance = 1, rescale = 0, unconditional } = options;
  const plan = scheduler.plan(steps, { eta });
  const decisions = plan.steps.flatMap((s, i) => (s.noise > 0 ? [i] : []));
  checkPlan(decisions, scheduler, options);
  const sample = sampler(denoise, scheduler);
  const step = guidedStep(denoise, scheduler);
  const parts = guidanceParts({ guidance, rescale });
  const decided = decisions.map((i) => plan.steps[i]);

  const emptyFor = (condition: C): C | undefined => {
    const n = leaves(condition)[0]?.shape[0] ?? 1;
    const rows = (t: Tensor) => broadcastTo(t, [n, ...t.shape.slice(1)]);
    return unconditional === undefined ? undefined : (map(unconditional, rows) as C);
  };
  const told = (condition: C): C =>
    parts.guided ? bothConditions(condition, emptyFor(condition) as C) : condition;
  const numbered = (numbers: ScalarTensors<S>) =>
    ({
      ...numbers,
      guidance: full([], guidance),
      rescale: full([], rescale),
    }) as unknown as ScalarTensors<S & { guidance: number; rescale: number }>;

  // log N(next; mean, noise²) [n] of the means of decision `at` [n]; a call is planned on its own: the same kernels in
  // a rollout and in an update, so the same bits
  const density = checkpoint((next: Tensor, mean: Tensor, noise: Tensor) =>
    denoisingLogProbability(next, mean, noise),
  );
  const drawnFrom = checkpoint(
    (params: P, condition: C, x: Tensor, numbers: ScalarTensors<S>): Spread => {
      const how = numbered(numbers);
      const { mean, deviation } = step(params, x, [], told(condition), how, undefined, parts);
      return { mean, deviation };
    },
  );
  const pick = (all: Tensor, at: Tensor): Tensor => {
    const index = reshape(at, [at.size, 1, ...shape.map(() => 1)]);
    const wide = broadcastTo(index, [at.size, 1, ...shape]);
    return squeeze(takeAlongAxis(all, wide, 1), 1);
  };
  const one = (params: P, condition: C, { x, next }: DenoisingActions, at: Tensor): Tensor => {
    const from = pick(x, at);
    const numbers = numbersAt(decided, at, from);
    const { mean, deviation = numbers.noise } = drawnFrom(params, condition, from, numbers);
    return density(pick(next, at), mean, deviation);
  };
  const score = compile((next: Tensor, { mean, deviation }: Spread, at: Tensor) =>
    density(next, mean, deviation ?? numbersAt(decided, at, next).noise),
  );
  const every = (n: number) => decisions.map((_, k) => full([n], k, 'i32'));

  return {
    decisions,
    rollout: async (params, condition, key) => {
      const n = leaves(condition)[0]?.shape[0] ?? 1;
      const path: StepTaken[] = [];
      const samples = await sample(params, {
        condition,
        unconditional: emptyFor(condition),
        shape: [n, ...shape],
        steps,
        eta,
        guidance,
        rescale,
        key,
        keep: (taken) => path.push(taken),
      });
      const xs = [...path.map(({ x }) => x), samples];
      const logp = stack(
        every(n).map((at, k) => score(xs[decisions[k] + 1], spreadOf(path[decisions[k]]), at)),
        1,
      );
      const actions = {
        x: stack(
          decisions.map((i) => xs[i]),
          1,
        ),
        next: stack(
          decisions.map((i) => xs[i + 1]),
          1,
        ),
      };
      await realize(actions, logp);
      for (const taken of path) for (const t of leaves(taken)) t.dispose();
      return { actions, logp, samples };
    },
    logp: (params, condition, actions, at) => {
      if (at) return one(params, condition, actions, at);
      const n = actions.x.shape[0];
      return stack(
        every(n).map((k) => one(params, condition, actions, k)),
        1,
      );
    },
    differentiable: (params, condition, key, last = steps) => {
      const n = leaves(condition)[0]?.shape[0] ?? 1;
      const walk = checkpoint(
        (p: P, x: Tensor, c: C, numbers: ScalarTensors<S>, z: Tensor | null): Tensor =>
          step(p, x, [], told(c), numbered(numbers), z ?? undefined, parts).next,
      );
      const constant = map(params, (t) => stopGradient(t)) as P;
      let x = mul(random.normal(key, [n, ...shape]), plan.initNoiseSigma);
      const way = takeSteps(scheduler, plan, x, (s, at, _, i) => {
        const z = plan.stochastic
          ? random.normal(random.foldIn(key, noiseIndex(i)), at.shape)
          : null;
        const numbers = numbersOf(s, 'f32');
        const learned = i < plan.steps.length - last ? constant : params;
        return { next: walk(learned, at, condition, numbers, z), history: [] };
      });
      for (const { next } of way) x = next;
      return x;
    },
  };
}

const withLoraArgs = is.signature(
  'rl.withLora',
  ['denoise', is.func],
  ['base', is.tree],
  ['scale', is.finite],
);

/** A network with low-rank updates as the policy's parameters; `base` stays as it is (`nn.initLora`). */
export function withLora<P, C>(
  denoise: Denoiser<P, C>,
  base: P,
  scale = 1,
): Denoiser<LoraParams, C> {
  withLoraArgs(denoise, base, scale);
  return (adapters, x, time, condition) =>
    denoise(applyLora(base, adapters, scale), x, time, condition);
}
