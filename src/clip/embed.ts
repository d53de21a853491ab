// Unit vectors of many pictures and texts, a compiled batch at a time.

import { type ClipTokenizer, clipContext } from '../data/clip-tokenizer.ts';
import { unitVectors } from '../losses/contrastive.ts';
import { compile } from '../runtime/compile.ts';
import * as is from '../tensor/arguments.ts';
import { tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { ContrastiveModel, ContrastiveParams } from './model.ts';

/** Rows of embeddings on the host. */
export interface Embeddings {
  /** [count, dim], row-major; every row has length 1. */
  readonly values: Float32Array;
  readonly count: number;
  readonly dim: number;
}

/** Embeds with fixed parameters; `dispose` frees what was compiled. */
export interface Embedder {
  /** Pixels [count, size, size, 3] in -1 .. 1, read when `pixels(first, count)` asks for some. */
  images(
    count: number,
    pixels: (first: number, count: number) => Float32Array,
  ): Promise<Embeddings>;
  /** Texts; what is beyond the context is cut off. */
  texts(list: readonly string[]): Promise<Embeddings>;
  /** Frees what was compiled. */
  dispose(): void;
}

const embedderArgs = is.signature(
  'contrastive.embedder',
  ['model', is.methods('a model', 'imageFeatures', 'textFeatures')],
  ['params', is.record('parameters', 'logit_scale')],
  ['tokenizer', is.record('a tokenizer', 'contextLength', 'endId')],
  ['batchSize', is.count],
);

/** An embedder of a model, whose batches have `batchSize` rows or, in steps of powers of two, fewer. */
export function embedder(
  model: ContrastiveModel,
  params: ContrastiveParams,
  tokenizer: ClipTokenizer,
  batchSize = 64,
): Embedder {
  embedderArgs(model, params, tokenizer, batchSize);
  const size = model.config.vision_config.image_size;
  const dim = model.config.projection_dim;
  const ofImages = compile(
    (p: ContrastiveParams, x: Tensor) => unitVectors(model.imageFeatures(p, x)),
    { name: 'embed pictures' },
  );
  const ofTexts = compile(
    (p: ContrastiveParams, x: Tensor) => unitVectors(model.textFeatures(p, x)),
    { name: 'embed texts' },
  );
  const run = async (
    count: number,
    embed: (rows: number, first: number, real: number) => [input: Tensor, output: Tensor],
  ): Promise<Embeddings> => {
    const values = new Float32Array(count * dim);
    for (let first = 0; first < count; first += batchSize) {
      const real = Math.min(batchSize, count - first);
      // few shapes, so that few programs are made
      const rows = Math.min(2 ** Math.ceil(Math.log2(real)), batchSize);
      const [input, output] = embed(rows, first, real);
      const found = (await output.data()) as Float32Array;
      values.set(found.subarray(0, real * dim), first * dim);
      input.dispose();
      output.dispose();
    }
    return { values, count, dim };
  };
  return {
    images: (count, pixels) =>
      run(count, (rows, first, real) => {
        const values = new Float32Array(rows * size * size * 3);
        values.set(pixels(first, real));
        const input = tensor(values, { shape: [rows, size, size, 3] });
        return [input, ofImages(params, input)];
      }),
    texts: (list) =>
      run(list.length, (rows, first, real) => {
        const texts = list.slice(first, first + real);
        while (texts.length < rows) texts.push('');
        const input = clipContext(tokenizer, texts, { truncate: true }).ids;
        return [input, ofTexts(params, input)];
      }),
    dispose: () => {
      ofImages.dispose();
      ofTexts.dispose();
    },
  };
}
