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
  LDMTextToImagePipeline: 'nothing',
} as const satisfies Record<string, Sees>;

/** What a pipeline's class calls its autoencoder and its text encoder. */
export const partNames = (pipeline: string): { readonly vae: string; readonly text: string } =>
  pipeline === 'LDMTextToImagePipeline'
    ? { vae: 'vqvae', text: 'bert' }
    : { vae: 'vae', text: 'text_encoder' };

// Parts of Stable Diffusion that are left out.
const leftOut = {
  feature_extractor: [null, null],
  image_encoder: [null, null],
  requires_safety_checker: false,
  safety_checker: [null, null],
};

/** What it says where scheduler, pipeline and autoencoder are of these classes. */
export function modelIndex(
  scheduler: string,
  pipeline = 'StableDiffusionPipeline',
  autoencoder = 'AutoencoderKL',
): object {
  const names = partNames(pipeline);
  return {
    _class_name: pipeline,
    _diffusers_version: '0.27.2',
    ...(pipeline !== 'LDMTextToImagePipeline' && leftOut),
    scheduler: ['diffusers', scheduler],
    [names.text]: ['transformers', 'CLIPTextModel'],
    tokenizer: ['transformers', 'CLIPTokenizer'],
    unet: ['diffusers', 'UNet2DConditionModel'],
    [names.vae]: ['diffusers', autoencoder],
  };
}
