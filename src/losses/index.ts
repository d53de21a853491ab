// Losses as pure functions of tensors, each with its equation.
export {
  clampLogitScale,
  contrastiveLoss,
  pairLogits,
  sigmoidContrastiveLoss,
} from './contrastive.ts';
export { denoisingLogProbability, gaussianLogDensity } from './diffusion-policy.ts';
export {
  delayedWeight,
  discriminatorLoss,
  generatorLoss,
  matchingDiscriminatorLoss,
  matchingGeneratorLoss,
} from './gan.ts';
export { adaptiveWeight, gradientPenalty, leCamPenalty, r1Penalty } from './gan-penalties.ts';
export {
  adaptiveKlCoefficient,
  approximateKl,
  categoricalKl,
  equalVarianceKl,
  standardNormalKl,
} from './kl.ts';
export { maskedMean, maskedSum, maskedVariance, whiten } from './masked.ts';
export { minSnrWeights } from './min-snr.ts';
export {
  type PolicyLoss,
  type PpoLoss,
  ppoLoss,
  ppoPolicyLoss,
  ppoValueLoss,
  type ValueLoss,
} from './ppo.ts';
export { straightThrough, vectorQuantizationLoss } from './quantization.ts';
export {
  groupAdvantages,
  leaveOneOutAdvantages,
  reinforceLoss,
  rewardWeights,
} from './reinforce.ts';
export { discountedSum, generalizedAdvantages, rewardToGo, tokenRewards } from './returns.ts';
export {
  languageModelLoss,
  sequenceLogProbabilities,
  tokenEntropy,
  tokenLogProbabilities,
} from './tokens.ts';
