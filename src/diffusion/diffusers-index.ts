// model_index.json of a text-to-image pipeline.

/** What it says where the scheduler is of a class. */
export const modelIndex = (scheduler: string): object => ({
  _class_name: 'StableDiffusionPipeline',
  _diffusers_version: '0.27.2',
  feature_extractor: [null, null],
  image_encoder: [null, null],
  requires_safety_checker: false,
  safety_checker: [null, null],
  scheduler: ['diffusers', scheduler],
  text_encoder: ['transformers', 'CLIPTextModel'],
  tokenizer: ['transformers', 'CLIPTokenizer'],
  unet: ['diffusers', 'UNet2DConditionModel'],
  vae: ['diffusers', 'AutoencoderKL'],
});
