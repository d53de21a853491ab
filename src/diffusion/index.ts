// Latent diffusion: the autoencoder, the denoiser, the prompt model, schedules, samplers, training and
// whole pipelines.
export {
  type Autoencoder,
  type AutoencoderParams,
  autoencoder,
  type LatentPosterior,
} from './autoencoder.ts';
export { a24 } from './autoencoder-config.ts';
export {
  type Denoiser,
  type DiffusionModel,
  denoisingSteps,
  type Taken,
} from './denoising-step.ts';
export {
  type DiffusersFolder,
  type DiffusersPart,
  type DiffusersPipeline,
  loadDiffusers,
  openDiffusers,
  openDiffusersPart,
  partOf,
} from './diffusers-folder.ts';
export { saveDiffusers } from './diffusers-save.ts';
export { type GaussianDiffusion, gaussianDiffusion } from './gaussian-diffusion.ts';
export {
  diffusionFromConfig,
  pointEDiffusionConfigs,
} from './gaussian-diffusion-config.ts';
export {
  type BitsPerDim,
  bitsPerDim,
  type DiffusionLosses,
  trainingLosses,
} from './gaussian-diffusion-losses.ts';
export { gaussianScheduler } from './gaussian-diffusion-sampling.ts';
export {
  gaussianDenoise,
  guidedDenoise,
  karrasDenoise,
  karrasTrainingLosses,
} from './karras.ts';
export {
  type LatentDiffusion,
  type LatentDiffusionConfig,
  type LatentDiffusionParams,
  latentDiffusionPipeline,
} from './latent-diffusion.ts';
export {
  latentDiffusionTemplate,
  loadLatentDiffusion,
  saveLatentDiffusion,
} from './latent-diffusion-folder.ts';
export { encodeLatents, type Latents } from './latents.ts';
export { readLora, writeLora } from './lora-file.ts';
export { openPipeline } from './open-pipeline.ts';
export type { DrawnPictures, Pipeline, PromptReading } from './pipeline.ts';
export {
  type PointCloudProgress,
  samplePointClouds,
  splitPointClouds,
} from './point-cloud-sampler.ts';
export { type Level, noised, targetOf, toX0 } from './process.ts';
export {
  type PromptConfig,
  type PromptParams,
  type PromptStates,
  promptModel,
  smallPrompt,
} from './prompt-model.ts';
export { type Sampler, sampler } from './samplers.ts';
export {
  continuousCosine,
  cosineBetas,
  cosineLevels,
  discreteSchedule,
  linearBetas,
  type NoiseSchedule,
  scaledLinearBetas,
  zeroTerminalSnr,
} from './schedule.ts';
export * from './schedulers/index.ts';
export { openStableDiffusion, type StableDiffusion } from './stable-diffusion.ts';
export {
  autoencoderRecipe,
  type DiffusionBatch,
  type DiffusionModels,
  type DiffusionParams,
  diffusionLoss,
  diffusionModels,
  diffusionRecipe,
  initDiffusionParams,
  trainAutoencoder,
  trainDiffusion,
} from './train.ts';
export { type UNet, type UNetParams, unet, unet64 } from './unet.ts';
