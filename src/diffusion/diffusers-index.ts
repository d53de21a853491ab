// model_index.json of a text-to-image pipeline, and the classes that it may name.

/**
 * What a U-Net sees beside the noisy latents, by the class of its pipeline: nothing, the latents of a picture with a hole
 * and the hole (inpainting, Rombach et al. 2022, section 4.5), or those of a picture to start from (InstructPix2Pix,
 * Brooks et al. 2022, arXiv:2211.09800, section 3.2).
 */
export type Sees = 'nothing' | 'hole' | 'picture';

/** Classes of pipelines that draw, and what their U-Nets see beside the noisy latents. */
export const pipelines = {
  StableDiffusionPipeline: 'nothing',
  StableDiffusionImg2ImgPipeline: 'nothing',
  StableDiffusionInpaintPipeline: 'hole',
  StableDiffusionInstructPix2PixPipeline: 'picture',
} as const satisfies Record<string, Sees>;

/** What it says where scheduler and pipeline are of these classes. */
export const modelIndex = (scheduler: string, pipeline = 'StableDiffusionPipeline'): object => ({
  _class_name: pipeline,
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
