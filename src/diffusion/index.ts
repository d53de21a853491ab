// Latent diffusion: the autoencoder, the denoiser, the prompt model, schedules, samplers, training and
// whole pipelines.
export * from './autoencoder.ts';
export * from './autoencoder-config.ts';
export { type Denoiser, guide, rescaleGuidance } from './denoising-step.ts';
export * from './diffusers-folder.ts';
export * from './diffusers-parts.ts';
export * from './diffusers-save.ts';
export * from './gaussian-diffusion.ts';
export * from './gaussian-diffusion-config.ts';
export * from './gaussian-diffusion-losses.ts';
export * from './gaussian-diffusion-sampling.ts';
export * from './karras.ts';
export * from './latents.ts';
export * from './lora-file.ts';
export * from './pipeline.ts';
export * from './pipeline-folder.ts';
export * from './point-cloud-sampler.ts';
export * from './prompt-model.ts';
export * from './random-model.ts';
export * from './random-model-configs.ts';
export * from './reverse-options.ts';
export * from './samplers.ts';
export * from './schedule.ts';
export * from './schedulers/index.ts';
export * from './stable-diffusion.ts';
export * from './train.ts';
export * from './unet.ts';
