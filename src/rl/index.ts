// Reinforcement learning and preferences: policies, rewards, a page for each algorithm.
export * from './ddpo.ts';
export * from './diffusion-dpo.ts';
export * from './dpo.ts';
export * from './dpok.ts';
export * from './reward-model.ts';
export * from './reward-weighted.ts';
