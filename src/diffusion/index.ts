// Latent diffusion: the autoencoder, the denoiser, the prompt model, schedules, samplers, training and
// whole pipelines.
export * from './autoencoder.ts';
export * from './latents.ts';
export * from './pipeline.ts';
export * from './prompt-model.ts';
export * from './samplers.ts';
export * from './schedule.ts';
export * from './train.ts';
export * from './trainer.ts';
export * from './unet.ts';
