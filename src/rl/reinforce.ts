// REINFORCE (Williams 1992) over any policy: grad E[R] = E[(R - b) grad log p]. The baseline of a sample is the mean
// reward of the other samples of its prompt (RLOO, arXiv:2402.14740). One update a rollout: the policy that is
// updated is the one that sampled.
import { leaveOneOutAdvantages, reinforceLoss } from '../losses/reinforce.ts';
import { realize } from '../runtime/evaluate.ts';
import * as is from '../tensor/arguments.ts';
import { WgradError } from '../tensor/errors.ts';
import { broadcastTo, mean, random, reshape } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Learner, LearnerState } from '../train/learner.ts';
import type { Algorithm } from '../train/loop.ts';
import type { Policy } from './policy.ts';
import { type Reward, rewardsOf } from './reward.ts';

/** What learns from what. */
export interface PolicyGradientOptions<P, C, A> {
  /** What acts. */
  readonly policy: Policy<P, C, A>;
  /** Of the policy's parameters. */
  readonly learner: Learner<P>;
  /** The first parameters. */
  init(key: Tensor): P;
  /** What samples are worth. */
  readonly reward: Reward<Tensor, C>;
  /** Conditions [n, ...] of a rollout, new tensors: `group` rows in a row are of one prompt. */
  conditions(at: number, key: Tensor): C | Promise<C>;
  /** Samples of one prompt, which are compared with each other; divides n. */
  readonly group: number;
  /** Determines conditions and samples. */
  readonly seed: number;
}

/** What an update sees. */
export interface ReinforceBatch<C, A> {
  readonly condition: C;
  readonly actions: A;
  /** [n] both. */
  readonly advantages: Tensor;
  readonly rewards: Tensor;
}

const reinforceArgs = is.signature('rl.reinforce', [
  'options',
  is.options<PolicyGradientOptions<unknown, unknown, unknown>>({
    policy: is.methods('a policy', 'rollout', 'logp'),
    learner: is.methods('a learner', 'init', 'params', 'update'),
    init: is.func,
    reward: is.record('a reward', 'name', 'score'),
    conditions: is.func,
    group: is.wholeFrom(2),
    seed: is.integer,
  }),
]);

/** REINFORCE. Metrics: `reward`, the mean of a rollout, and `loss`, whose value says little. */
export function reinforce<P, C, A>(
  options: PolicyGradientOptions<P, C, A>,
): Algorithm<LearnerState, null, ReinforceBatch<C, A>> {
  reinforceArgs(options);
  const { policy, learner, init, reward, conditions, group, seed } = options;
  return {
    name: 'reinforce',
    form: learner.form as Algorithm<LearnerState>['form'],
    init: (key) => learner.init(init(key)),
    batch: async (at, state) => {
      const [forConditions, forSamples] = random.splitKey(random.foldIn(random.key(seed), at), 2);
      const condition = await conditions(at, forConditions);
      const { actions, samples } = await policy.rollout(
        learner.params(state),
        condition,
        forSamples,
      );
      const rewards = await rewardsOf(reward, samples, condition);
      const n = rewards.size;
      if (n % group !== 0) {
        throw new WgradError(`reinforce: ${n} conditions are not whole groups of ${group}`);
      }
      const advantages = reshape(leaveOneOutAdvantages(reshape(rewards, [n / group, group])), [n]);
      await realize(condition, actions, rewards, advantages);
      return { condition, actions, rewards, advantages };
    },
    step: (old, _, { condition, actions, advantages, rewards }) => {
      const made = learner.update(old, (params) => {
        const logp = policy.logp(params, condition, actions); // [n, decisions]
        const each = broadcastTo(reshape(advantages, [advantages.size, 1]), logp.shape);
        return reinforceLoss(logp, each);
      });
      return { state: made.state, metrics: { reward: mean(rewards), loss: made.loss } };
    },
  };
}
