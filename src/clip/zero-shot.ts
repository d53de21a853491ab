// Pictures of one's own told apart by labels, and found by words (Radford et al. 2021, arXiv:2103.00020, section 3.1).

import { fitPicture } from '../io/fit-picture.ts';
import type { Picture } from '../io/picture.ts';
import { promptsOf, zeroShotClassifier, zeroShotPredict } from '../models/clip-zero-shot.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { exp, matmul, tensor, transpose } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Embeddings, embedder } from './embed.ts';
import type { Clip } from './folder.ts';
import { emojiTemplates } from './words.ts';

const tensorOf = ({ values, count, dim }: Embeddings): Tensor =>
  tensor(values, { shape: [count, dim] });

const clipKind = is.record('a CLIP', 'model', 'params', 'tokenizer');
const picturesKind = is.list(is.record('a picture', 'width', 'height', 'pixels'));

const embedPicturesArgs = is.signature(
  'contrastive.embedPictures',
  ['clip', clipKind],
  ['pictures', picturesKind],
);

/** Unit vectors of pictures of any size, which are fitted into the model's square on white. */
export async function embedPictures(clip: Clip, pictures: readonly Picture[]): Promise<Embeddings> {
  embedPicturesArgs(clip, pictures);
  const { image_size: side } = clip.model.config.vision_config;
  const embed = embedder(clip.model, clip.params, clip.tokenizer);
  try {
    return await embed.images(pictures.length, (first, count) => {
      const values = new Float32Array(count * side * side * 3);
      for (let i = 0; i < count; i++) {
        const { pixels } = fitPicture(pictures[first + i], side);
        for (let k = 0; k < pixels.length; k++)
          values[i * pixels.length + k] = pixels[k] / 127.5 - 1;
      }
      return values;
    });
  } finally {
    embed.dispose();
  }
}

const classifyPicturesArgs = is.signature(
  'contrastive.classifyPictures',
  ['clip', clipKind],
  ['pictures', picturesKind],
  ['labels', is.list(is.string, 1)],
  ['templates', is.list(is.string, 1)],
);

/**
 * For each picture the probability of each label, softmax(exp(s) u w): w is the mean direction of the sentences that the
 * templates make of a label (`{}` is the label). @throws ShapeError for labels that are given twice
 */
export async function classifyPictures(
  clip: Clip,
  pictures: readonly Picture[],
  labels: readonly string[],
  templates: readonly string[] = emojiTemplates,
): Promise<number[][]> {
  classifyPicturesArgs(clip, pictures, labels, templates);
  const twice = labels.find((label, i) => labels.indexOf(label) < i);
  if (twice !== undefined) {
    throw new ShapeError(`contrastive.classifyPictures: labels has "${twice}" twice; give it once`);
  }
  const images = await embedPictures(clip, pictures);
  const texts = await textsOf(clip, promptsOf(labels, templates));
  const classifier = zeroShotClassifier(tensorOf(texts), templates.length);
  const { probabilities } = zeroShotPredict(
    tensorOf(images),
    classifier,
    exp(clip.params.logit_scale),
  );
  const values = await probabilities.data();
  const n = labels.length;
  return pictures.map((_, i) => Array.from(values.slice(i * n, (i + 1) * n), Number));
}

async function textsOf(clip: Clip, texts: readonly string[]): Promise<Embeddings> {
  const embed = embedder(clip.model, clip.params, clip.tokenizer);
  try {
    return await embed.texts(texts);
  } finally {
    embed.dispose();
  }
}

const searchPicturesArgs = is.signature(
  'contrastive.searchPictures',
  ['clip', clipKind],
  ['pictures', picturesKind],
  ['text', is.string],
  ['templates', is.list(is.string, 1)],
);

/** The cosine of each picture with a text in its templates: the picture that the text describes has the largest. */
export async function searchPictures(
  clip: Clip,
  pictures: readonly Picture[],
  text: string,
  templates: readonly string[] = emojiTemplates,
): Promise<number[]> {
  searchPicturesArgs(clip, pictures, text, templates);
  const images = tensorOf(await embedPictures(clip, pictures));
  const query = zeroShotClassifier(
    tensorOf(await textsOf(clip, promptsOf([text], templates))),
    templates.length,
  );
  return Array.from(await matmul(images, transpose(query)).data(), Number);
}
