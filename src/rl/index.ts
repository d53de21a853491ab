// Reinforcement learning and preferences: policies, rewards, a page for each algorithm.
export * from './ddpo.ts';
export * from './denoising-policy.ts';
export * from './diffusion-dpo.ts';
export * from './dpo.ts';
export * from './dpok.ts';
export * from './policy.ts';
export * from './reinforce.ts';
export * from './reward.ts';
export * from './reward-model.ts';
export * from './reward-weighted.ts';
export * from './token-policy.ts';
