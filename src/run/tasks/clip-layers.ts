// Features that a perceptual loss compares: the levels of the image tower of weights/clip. The other two that ship only
// score, so that no score was trained for.
import type { ResNetVisionConfig } from '../../clip/config.ts';
import { loadClip } from '../../clip/folder.ts';
import { resNetVisionModel } from '../../clip/resnet-vision.ts';
import type { Features } from '../../diffusion/train-vae.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { packageFolder } from '../package-files.ts';
import { UsageError } from '../usage-error.ts';

type Tower = ReturnType<typeof resNetVisionModel>;

/**
 * Layers of features of the CLIP that ships, or of another folder. @throws UsageError where there is none, or its image
 * tower is no residual one; FileError for a damaged one
 */
export async function clipLayers(
  given: string | undefined = packageFolder('weights/clip', 'config.json'),
): Promise<Features> {
  if (given === undefined) {
    throw new UsageError(
      'autoencoder.perceptual: the CLIP that it compares features of (weights/clip/) is missing; set it to 0, or ' +
        'make one with `wgrad train emoji-clip` and put its folder there',
    );
  }
  const { model, params } = await loadClip(given);
  if (model.config.architectures[0] === 'CLIPModel') {
    throw new UsageError(
      `autoencoder.perceptual: the image tower of ${given} is a ViT, whose patches are no layers of features; ` +
        'a residual one is needed',
    );
  }
  const tower: Tower = resNetVisionModel(model.config.vision_config as ResNetVisionConfig);
  const weights = params.vision_model as ReturnType<Tower['init']>;
  return (images: Tensor) => tower.levels(weights, images);
}
