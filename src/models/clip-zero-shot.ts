// Classification without training (Radford et al. 2021, arXiv:2103.00020, section 3.1): a class is the mean
// direction of several sentences that name it, and a picture belongs to the class whose direction is
// nearest to its own. Pure functions of features; `clip.ts` makes them.
import { unitVectors } from '../losses/contrastive.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  argmax,
  matmul,
  mean,
  mul,
  reshape,
  softmax,
  toTensor,
  transpose,
} from '../tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

/** A sentence of every template for every class, class by class; `{}` in a template is the class. */
export const promptsOf = (
  classes: readonly string[],
  templates: readonly string[] = ['a photo of a {}.'],
): string[] =>
  classes.flatMap((name) => templates.map((template) => template.replaceAll('{}', () => name)));

/**
 * The classifier w [classes, d], unit vectors, of text features [classes * templates, d] in the order of
 * {@link promptsOf}: w_k = u(mean_j u(t_kj)) with u(x) = x / ||x||.
 * @throws ShapeError if the number of templates does not divide the features
 */
export function zeroShotClassifier(textFeatures: TensorLike, templates: number): Tensor {
  const features = toTensor(textFeatures);
  const [rows, d] = features.shape;
  if (features.rank !== 2 || !(templates >= 1) || rows % templates !== 0) {
    throw new ShapeError(
      `zeroShotClassifier: features ${features} are not [classes * ${templates} templates, d]`,
    );
  }
  const each = reshape(unitVectors(features), [rows / templates, templates, d]);
  return unitVectors(mean(each, 1));
}

/** exp(s) u(x) w^T [n, classes] of image features x [n, d]; the factor exp(s) is 100 as in CLIP's weights. */
export const zeroShotLogits = (
  imageFeatures: TensorLike,
  classifier: TensorLike,
  factor: TensorLike = 100,
): Tensor => mul(matmul(unitVectors(imageFeatures), transpose(toTensor(classifier))), factor);

/** The probabilities [n, classes] of {@link zeroShotLogits}, and the likeliest class [n] of each picture. */
export function zeroShotPredict(
  imageFeatures: TensorLike,
  classifier: TensorLike,
  factor: TensorLike = 100,
): { probabilities: Tensor; classes: Tensor } {
  const logits = zeroShotLogits(imageFeatures, classifier, factor);
  return { probabilities: softmax(logits, -1), classes: argmax(logits, 1) };
}
