// Latent diffusion: the autoencoder, the denoiser, the prompt model, schedules, samplers, training and
// whole pipelines.
export {
  type AutoencoderParams,
  autoencoder,
  autoencoderLoss,
  reconstructionLoss,
} from './autoencoder.ts';
export { type AutoencoderConfig, a24 } from './autoencoder-config.ts';
export {
  type Denoiser,
  type DiffusionModel,
  denoisingSteps,
  guide,
  type NoiseSource,
  rescaleGuidance,
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
export {
  type GaussianDiffusion,
  gaussianDiffusion,
  scaleChannels,
  unscaleChannels,
} from './gaussian-diffusion.ts';
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
export {
  encodeLatents,
  type LatentScale,
  type Latents,
  normalizeLatents,
  reconstructionPsnr,
  restoreLatents,
} from './latents.ts';
export { readLora, writeLora } from './lora-file.ts';
export { openPipeline } from './open-pipeline.ts';
export type {
  DrawnPictures,
  DrawPicturesOptions,
  Pipeline,
  PipelineProgress,
  PromptReading,
} from './pipeline.ts';
export {
  type PointCloudProgress,
  type PointCloudStage,
  samplePointClouds,
  splitPointClouds,
} from './point-cloud-sampler.ts';
export {
  type Level,
  noised,
  type Parametrization,
  type Scalars,
  targetOf,
  toEps,
  toX0,
} from './process.ts';
export {
  type PromptConfig,
  type PromptParams,
  type PromptStates,
  promptModel,
  smallPrompt,
} from './prompt-model.ts';
export { type SampleOptions, type Sampler, type StepTaken, sampler } from './samplers.ts';
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
export { openStableDiffusion, type StableDiffusion, schedulerNames } from './stable-diffusion.ts';
export {
  autoencoderRecipe,
  type DiffusionBatch,
  type DiffusionConfig,
  type DiffusionModels,
  type DiffusionParams,
  type DiffusionRecipe,
  diffusionLoss,
  diffusionLossAt,
  diffusionModels,
  diffusionRecipe,
  initDiffusionParams,
  trainAutoencoder,
  trainDiffusion,
} from './train.ts';
export { type UNetConfig, type UNetParams, unet, unet64, unetOfWidth } from './unet.ts';
