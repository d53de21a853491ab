// Policies: what samples, and says how probable a sample was. Text and denoising are the same to an algorithm: a
// rollout brings decisions and their log-probabilities, an update asks for those of the same decisions again.
import type { Tensor } from '../tensor/tensor.ts';

/** What was sampled; tensors are the caller's. */
export interface Rollout<A> {
  /** The decisions, a tree of tensors [n, ...]: what `logp` needs to know of them. */
  readonly actions: A;
  /** Their log-probabilities [n, decisions], as `logp` gives them, to the bit. */
  readonly logp: Tensor;
  /** What came of them [n, ...]: tokens, pictures. */
  readonly samples: Tensor;
}

/** A distribution over samples with parameters P, given conditions C [n, ...]: pure but for compiled programs. */
export interface Policy<P, C, A> {
  /** Samples one sample for each of n conditions. */
  rollout(params: P, condition: C, key: Tensor): Promise<Rollout<A>>;
  /**
   * Log-probabilities [n, decisions] of decisions that were made. With `at` (i32 [n]) that of one decision of each
   * sample, [n]: what a step of an update computes where a decision costs a pass of a network.
   */
  logp(params: P, condition: C, actions: A, at?: Tensor): Tensor;
}
