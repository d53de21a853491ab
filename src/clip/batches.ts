// What a step of contrastive training sees: different concepts, each drawn in one of its styles and told in a caption of
// its own. Batch `step` is a function of seed and step, so a run resumes anywhere.

import { type ClipTokenizer, clipContext } from '../data/clip-tokenizer.ts';
import type { EmojiSet } from '../data/emoji-set.ts';
import { hostRandom, permutation } from '../data/random.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { gentleVariation, type Variation, variedBatch } from './augment.ts';
import { similarityCaption } from './words.ts';

/** Pictures and texts that match row by row. */
export interface ContrastiveBatch {
  /** [n, size, size, 3] in -1 .. 1. */
  readonly images: Tensor;
  /** i32 [n, tokens]. */
  readonly ids: Tensor;
}

// hostRandom(seed, epoch or step, stream): streams must not meet.
const stream = { order: 1, styles: 2, variation: 3, captions: 4 } as const;

/** The pictures of each concept of a set. */
function picturesByConcept({ records }: EmojiSet): readonly (readonly number[])[] {
  const lists = new Map<string, number[]>();
  for (const [i, { hexcode }] of records.entries()) {
    const list = lists.get(hexcode);
    if (list) list.push(i);
    else lists.set(hexcode, [i]);
  }
  return [...lists.values()];
}

const distinctPicturesArgs = is.signature(
  'contrastive.distinctPictures',
  ['set', is.record('an emoji set', 'size', 'images', 'records', 'styles')],
  ['batchSize', is.count],
  ['seed', is.integer],
);

/**
 * step -> batchSize pictures of as many different concepts, each in a style by chance. A concept that came twice would be
 * a match counted as none. Epochs are permutations of all concepts; what does not fill a batch is left out, since the
 * next epoch may begin with it. @throws ShapeError for a batch of more pictures than there are concepts
 */
export function distinctPictures(
  set: EmojiSet,
  batchSize: number,
  seed: number,
): (step: number) => Int32Array {
  distinctPicturesArgs(set, batchSize, seed);
  const concepts = picturesByConcept(set);
  const perEpoch = Math.floor(concepts.length / batchSize);
  if (perEpoch === 0) {
    throw new ShapeError(
      `distinctPictures: batchSize is ${batchSize}, but the set has ${concepts.length} concepts and a batch holds ` +
        'each at most once',
    );
  }
  let order: { readonly epoch: number; readonly concepts: Int32Array } | undefined;
  return (step) => {
    const epoch = Math.floor(step / perEpoch);
    if (order?.epoch !== epoch) {
      order = {
        epoch,
        concepts: permutation(concepts.length, hostRandom(seed, epoch, stream.order)),
      };
    }
    const first = (step - epoch * perEpoch) * batchSize;
    const styles = hostRandom(seed, step, stream.styles);
    return order.concepts.slice(first, first + batchSize).map((concept) => {
      const pictures = concepts[concept];
      return pictures[styles.integer(pictures.length)];
    });
  };
}

const contrastiveBatchesArgs = is.signature('contrastive.contrastiveBatches', [
  'options',
  is.options({
    set: is.record('an emoji set', 'size', 'images', 'records', 'styles'),
    tokenizer: is.record('a tokenizer', 'contextLength', 'endId'),
    batchSize: is.count,
    seed: is.integer,
    tokens: is.optional(is.wholeFrom(2)),
    variation: is.optional(is.object),
  }),
]);

/** step -> its batch: new tensors at each call. Captions are cut to `tokens` (default: the tokenizer's context). */
export function contrastiveBatches(options: {
  readonly set: EmojiSet;
  readonly tokenizer: ClipTokenizer;
  readonly batchSize: number;
  readonly seed: number;
  readonly tokens?: number;
  readonly variation?: Variation;
}): (step: number) => ContrastiveBatch {
  contrastiveBatchesArgs(options);
  const { set, tokenizer, batchSize, seed, variation = gentleVariation } = options;
  const { tokens: contextLength = tokenizer.contextLength } = options;
  const pictures = distinctPictures(set, batchSize, seed);
  return (step) => {
    const indices = pictures(step);
    const values = variedBatch(set, indices, hostRandom(seed, step, stream.variation), variation);
    const words = hostRandom(seed, step, stream.captions);
    const texts = Array.from(indices, (i) => similarityCaption(set.records[i], words));
    return {
      images: tensor(values, { shape: [batchSize, set.size, set.size, 3] }),
      ids: clipContext(tokenizer, texts, { contextLength, truncate: true }).ids,
    };
  };
}
