// Reinforcement learning and preferences: policies, rewards, a page for each algorithm.
export { type DdpoBatch, ddpo, ddpoLoss } from './ddpo.ts';
export {
  type DenoisingActions,
  type DenoisingPolicy,
  denoisingPolicy,
  withLora,
} from './denoising-policy.ts';
export { type DiffusionDpoLoss, diffusionDpoLoss } from './diffusion-dpo.ts';
export { type DpoLoss, dpoLoss } from './dpo.ts';
export { type DpokLoss, dpokLoss } from './dpok.ts';
export type { Policy, Rollout } from './policy.ts';
export { type ReinforceBatch, reinforce } from './reinforce.ts';
export { colorReward, hostReward, type Reward } from './reward.ts';
export { promptClassificationLoss, rankedRewardLoss, rewardModelLoss } from './reward-model.ts';
export { rewardWeightedError } from './reward-weighted.ts';
export { type TokenPolicy, tokenPolicy } from './token-policy.ts';
