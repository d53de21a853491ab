// Losses as pure functions of tensors, each with its equation.
export * from './contrastive.ts';
export * from './diffusion-policy.ts';
export * from './gan.ts';
export * from './gan-penalties.ts';
export * from './kl.ts';
export {
  maskedMean,
  maskedSum,
  maskedVariance,
  type TokenMean,
  whiten,
} from './masked.ts';
export * from './min-snr.ts';
export * from './ppo.ts';
export * from './quantization.ts';
export * from './reinforce.ts';
export * from './returns.ts';
export * from './tokens.ts';
