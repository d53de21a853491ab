// DDPO (Black et al. 2023, arXiv:2305.13301): denoising steps as decisions, whose ratios are clipped as PPO's. A
// rollout samples several pictures for each prompt, compares their rewards within the prompt and is then used for
// `epochs` times `minibatches` updates; an update takes the decisions of its samples in an order of its own, with one
// pass of the network for each (gradient accumulation over time steps).
import { type PolicyLoss, ppoPolicyLoss } from '../losses/ppo.ts';
import { groupAdvantages } from '../losses/reinforce.ts';
import { realize } from '../runtime/evaluate.ts';
import * as is from '../tensor/arguments.ts';
import { WgradError } from '../tensor/errors.ts';
import {
  argsort,
  clip,
  expandDims,
  mean,
  random,
  reshape,
  sliceAxis,
  split,
  squeeze,
  take,
  takeAlongAxis,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { map } from '../tensor/tree.ts';
import type { LearnerState } from '../train/learner.ts';
import type { Algorithm } from '../train/loop.ts';
import type { DenoisingActions, DenoisingPolicy } from './denoising-policy.ts';
import type { PolicyGradientOptions } from './reinforce.ts';
import { rewardsOf } from './reward.ts';

const ddpoLossArgs = is.signature(
  'rl.ddpoLoss',
  ['logp', is.operand],
  ['oldLogp', is.operand],
  ['advantages', is.operand],
  [
    'options',
    is.options({ clip: is.optional(is.operand), advantageLimit: is.optional(is.scalar) }),
  ],
);

/**
 * mean max(-A rho, -A clip(rho, 1 - c, 1 + c)), rho = exp(logp - oldLogp), of denoising steps [...]; advantages are
 * limited to +-`advantageLimit` (5). `clip` c is 1e-4 by default for means over d = 16384 numbers;
 * for the same band of true ratios at other sizes take 1.64 / d. @throws ShapeError
 */
export function ddpoLoss(
  logp: TensorLike,
  oldLogp: TensorLike,
  advantages: TensorLike,
  options: { readonly clip?: TensorLike; readonly advantageLimit?: number } = {},
): PolicyLoss {
  ddpoLossArgs(logp, oldLogp, advantages, options);
  const { clip: c = 1e-4, advantageLimit: limit = 5 } = options;
  return ppoPolicyLoss(logp, oldLogp, clip(advantages, -limit, limit), { clip: c });
}

/** What learns from what, and how far it may move on one rollout. */
export interface DdpoOptions<P, C> extends PolicyGradientOptions<P, C, DenoisingActions> {
  /** Over whatever draws. */
  readonly policy: DenoisingPolicy<P, C>;
  /** Parts that a rollout is cut into, an update each; divides n. Default 1. */
  readonly minibatches?: number;
  /** Times that a rollout is gone through. Default 1. */
  readonly epochs?: number;
  /** Half width of the band of ratios: 1.64 / d for samples of d numbers is the paper's. Default 1e-4. */
  readonly clip?: number;
  /** Default 5. */
  readonly advantageLimit?: number;
}

/** What an update sees, [n, ...] each. */
export interface DdpoBatch<C> {
  readonly condition: C;
  readonly actions: DenoisingActions;
  /** [n, decisions], when they were made. */
  readonly logp: Tensor;
  readonly advantages: Tensor;
  readonly rewards: Tensor;
}

const ddpoArgs = is.signature('rl.ddpo', [
  'options',
  is.options<DdpoOptions<unknown, unknown>>({
    policy: is.methods('a denoising policy', 'rollout', 'logp', 'differentiable'),
    learner: is.methods('a learner', 'init', 'params', 'update'),
    init: is.func,
    reward: is.record('a reward', 'name', 'score'),
    conditions: is.func,
    group: is.wholeFrom(2),
    seed: is.integer,
    minibatches: is.optional(is.count),
    epochs: is.optional(is.count),
    clip: is.optional(is.positive),
    advantageLimit: is.optional(is.positive),
  }),
]);

/** DDPO with importance sampling. Metrics: `reward` (of the rollout), `loss`, `clipFraction`, `approximateKl`. */
export function ddpo<P, C>(
  options: DdpoOptions<P, C>,
): Algorithm<LearnerState, null, DdpoBatch<C>> {
  ddpoArgs(options);
  const { policy, learner, init, reward, conditions, group, seed } = options;
  const { minibatches = 1, epochs = 1, clip: band = 1e-4, advantageLimit } = options;
  const keyOf = (at: number): Tensor => random.foldIn(random.key(seed), at);
  return {
    name: 'ddpo',
    form: learner.form as Algorithm<LearnerState>['form'],
    init: (key) => learner.init(init(key)),
    batch: async (at, state) => {
      const [forConditions, forSamples] = random.splitKey(keyOf(at), 2);
      const condition = await conditions(at, forConditions);
      const params = learner.params(state);
      const { actions, logp, samples } = await policy.rollout(params, condition, forSamples);
      const rewards = await rewardsOf(reward, samples, condition);
      const n = rewards.size;
      if (n % group !== 0 || n % minibatches !== 0) {
        throw new WgradError(
          `ddpo: ${n} conditions are not whole groups of ${group} and ${minibatches} equal minibatches`,
        );
      }
      const grouped = groupAdvantages(reshape(rewards, [n / group, group]), { correction: 0 });
      const advantages = reshape(grouped, [n]);
      await realize(condition, actions, rewards, advantages);
      return { condition, actions, logp, rewards, advantages };
    },
    updates: (batch, at) => {
      const n = batch.rewards.size;
      return Array.from({ length: epochs }, (_, epoch) => {
        const key = random.foldIn(keyOf(at), 2 + epoch); // splitKey takes 0 and 1
        const order = argsort(random.uniform(key, [n]));
        return split(order, n / minibatches, 0).map((rows) => map(batch, (t) => take(t, rows)));
      }).flat() as DdpoBatch<C>[];
    },
    step: (old, _, { condition, actions, logp, advantages, rewards }, _at, key) => {
      const [n, decisions] = logp.shape;
      const order = argsort(random.uniform(key, [n, decisions]), { axis: 1 });
      const losses = Array.from({ length: decisions }, (_, k) => {
        const at = squeeze(sliceAxis(order, 1, [k, k + 1]), 1); // i32 [n]
        const before = squeeze(takeAlongAxis(logp, expandDims(at, 1), 1), 1);
        return (params: P): PolicyLoss => {
          const now = policy.logp(params, condition, actions, at);
          return ddpoLoss(now, before, advantages, { clip: band, advantageLimit });
        };
      });
      const params = learner.params(old);
      const first = losses[0](params); // shares its kernels with the update's
      const made = learner.update(
        old,
        losses.map((loss) => (p: P) => loss(p).loss),
      );
      return {
        state: made.state,
        metrics: {
          reward: mean(rewards),
          loss: made.loss,
          clipFraction: first.clipFraction,
          approximateKl: first.approximateKl,
        },
      };
    },
  };
}
