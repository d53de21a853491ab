// Latent diffusion: the autoencoder, the denoiser, the prompt model, schedules, samplers, training and
// whole pipelines.
export * from './autoencoder.ts';
export * from './autoencoder-config.ts';
export { type Denoiser, guide, rescaleGuidance } from './denoising-step.ts';
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
export * from './gaussian-diffusion.ts';
export * from './gaussian-diffusion-config.ts';
export * from './gaussian-diffusion-losses.ts';
export * from './gaussian-diffusion-sampling.ts';
export * from './karras.ts';
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
export * from './point-cloud-sampler.ts';
export {
  type PromptConfig,
  type PromptParams,
  type PromptStates,
  promptModel,
  smallPrompt,
} from './prompt-model.ts';
export * from './reverse-options.ts';
export * from './samplers.ts';
export * from './schedule.ts';
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
export * from './unet.ts';
