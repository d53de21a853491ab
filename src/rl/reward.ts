// Rewards: numbers for samples, computed by tensors (then they have a gradient) or by any function on the host.
import * as is from '../tensor/arguments.ts';
import { ShapeError, WgradError } from '../tensor/errors.ts';
import { mean, neg, square, sub } from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

/** What samples X [n, ...] for conditions C [n, ...] are worth. */
export interface Reward<X = Tensor, C = unknown> {
  readonly name: string;
  /** Rewards [n], as tensors. @throws WgradError where only the host can tell */
  score(samples: X, condition: C): Tensor;
  /** The same by a function on the host, which may read values and wait: rollouts ask this one if there is one. */
  onHost?(samples: X, condition: C): Promise<Tensor>;
}

const hostRewardArgs = is.signature('rl.hostReward', ['name', is.string], ['onHost', is.func]);

/** A reward that only the host can compute: it has no gradient. */
export function hostReward<X, C>(
  name: string,
  onHost: (samples: X, condition: C) => Promise<Tensor>,
): Reward<X, C> {
  hostRewardArgs(name, onHost);
  return {
    name,
    score: () => {
      throw new WgradError(`${name}.score: the host computes this reward, so it has no gradient`);
    },
    onHost,
  };
}

const colorRewardArgs = is.signature('rl.colorReward', ['color', is.operand]);

/**
 * How near the pictures' (or points') mean is to a color [channels]: minus the mean squared distance, for samples
 * [n, ..., channels]. The smallest reward of pictures there is; for trying algorithms out.
 */
export function colorReward(color: TensorLike): Reward {
  colorRewardArgs(color);
  return {
    name: 'color',
    score: (samples) => {
      const inner = samples.shape.slice(1, -1).map((_, i) => i + 1);
      const means = inner.length > 0 ? mean(samples, inner) : samples;
      return neg(mean(square(sub(means, color)), 1));
    },
  };
}

const rewardsOfArgs = is.signature(
  'rl.rewardsOf',
  ['reward', is.record('a reward', 'name', 'score')],
  ['samples', is.anything],
  ['condition', is.anything],
);

/** Rewards [n] of a rollout, wherever they are computed. @throws ShapeError for any other shape */
export async function rewardsOf<X, C>(
  reward: Reward<X, C>,
  samples: X,
  condition: C,
): Promise<Tensor> {
  rewardsOfArgs(reward, samples, condition);
  const rewards = await (reward.onHost ?? reward.score)(samples, condition);
  if (rewards.rank !== 1) {
    throw new ShapeError(`rewardsOf: the reward ${reward.name} gave ${rewards}, which is not [n]`);
  }
  return rewards;
}
