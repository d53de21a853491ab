// Classification without training (Radford et al. 2021, arXiv:2103.00020, section 3.1): a class is the mean
// direction of several sentences that name it, and a picture belongs to the class whose direction is
// nearest to its own. Pure functions of features; `clip.ts` makes them.

import { unitVectors } from '../losses/contrastive.ts';
import * as is from '../tensor/arguments.ts';
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

const promptsOfArgs = is.signature(
  'models.promptsOf',
  ['classes', is.list(is.string)],
  ['templates', is.list(is.string)],
);

/** A sentence of every template for every class, class by class; `{}` in a template is the class. */
export const promptsOf = (
  classes: readonly string[],
  templates: readonly string[] = ['a photo of a {}.'],
): string[] => {
  promptsOfArgs(classes, templates);
  return classes.flatMap((name) =>
    templates.map((template) => template.replaceAll('{}', () => name)),
  );
};

const zeroShotClassifierArgs = is.signature(
  'models.zeroShotClassifier',
  ['textFeatures', is.operand],
  ['templates', is.number],
);

/**
 * The classifier w [classes, d], unit vectors, of text features [classes * templates, d] in the order of
 * {@link promptsOf}: w_k = u(mean_j u(t_kj)) with u(x) = x / ||x||.
 * @throws ShapeError if the number of templates does not divide the features
 */
export function zeroShotClassifier(textFeatures: TensorLike, templates: number): Tensor {
  zeroShotClassifierArgs(textFeatures, templates);
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

const zeroShotLogitsArgs = is.signature(
  'models.zeroShotLogits',
  ['imageFeatures', is.operand],
  ['classifier', is.operand],
  ['factor', is.operand],
);

/** exp(s) u(x) w^T [n, classes] of image features x [n, d]; the factor exp(s) is 100 as in CLIP's weights. */
export const zeroShotLogits = (
  imageFeatures: TensorLike,
  classifier: TensorLike,
  factor: TensorLike = 100,
): Tensor => {
  zeroShotLogitsArgs(imageFeatures, classifier, factor);
  return mul(matmul(unitVectors(imageFeatures), transpose(toTensor(classifier))), factor);
};

const zeroShotPredictArgs = is.signature(
  'models.zeroShotPredict',
  ['imageFeatures', is.operand],
  ['classifier', is.operand],
  ['factor', is.operand],
);

/** The probabilities [n, classes] of {@link zeroShotLogits}, and the likeliest class [n] of each picture. */
export function zeroShotPredict(
  imageFeatures: TensorLike,
  classifier: TensorLike,
  factor: TensorLike = 100,
): { probabilities: Tensor; classes: Tensor } {
  zeroShotPredictArgs(imageFeatures, classifier, factor);
  const logits = zeroShotLogits(imageFeatures, classifier, factor);
  return { probabilities: softmax(logits, -1), classes: argmax(logits, 1) };
}
