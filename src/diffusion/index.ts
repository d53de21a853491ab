// Latent diffusion: schedules, samplers, training, and whole pipelines in their folders.
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
export { encodeLatents, type Latents } from './latents.ts';
export { readLora, writeLora } from './lora-file.ts';
export type { DrawnPictures, Pipeline, PromptReading } from './pipeline.ts';
export {
  type PointCloudProgress,
  samplePointClouds,
  splitPointClouds,
} from './point-cloud-sampler.ts';
export { type Level, noised, targetOf, toX0 } from './process.ts';
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
export { openPipeline, type StableDiffusion } from './stable-diffusion.ts';
export { withStandardLatents } from './standard-latents.ts';
export {
  type TextToImageBatch,
  type TextToImageModels,
  type TextToImageParams,
  type TextToImageRecipe,
  textToImageLoss,
  trainTextToImage,
} from './train-text-to-image.ts';
export { type TrainedVae, trainVae, type VaeState, vaeWeights } from './train-vae.ts';
export { type NewPipeline, writePipeline } from './write-pipeline.ts';
