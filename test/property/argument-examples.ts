// Valid arguments of the kinds that only one folder knows: pictures, vocabularies, expressions.
import * as data from '../../src/data/index.ts';
import * as wgrad from '../../src/index.ts';
import { axis } from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { tensor } from '../../src/tensor/ops/create.ts';
import { relu } from '../../src/tensor/ops/index.ts';

const record: data.EmojiRecord = {
  hexcode: '1f34e',
  name: 'red apple',
  style: 'noto',
  group: 'food-drink',
  subgroup: 'food-fruit',
  keywords: ['apple', 'fruit'],
  split: 'train',
};
const words = data.buildVocabulary([record], 1);
const picture = { width: 2, height: 1, pixels: new Uint8Array(6) };

const diffusion = wgrad.diffusion.gaussianDiffusion({
  betas: Float64Array.of(0.1, 0.2),
  model_mean_type: 'epsilon',
  model_var_type: 'fixed_small',
  loss_type: 'mse',
});

/** Values by the beginning of what their kind expects. */
const made: readonly (readonly [RegExp, () => unknown])[] = [
  [/^a path/, () => 'x'],
  [/^bytes/, () => new Uint8Array(3072)],
  [/^a Float64Array/, () => Float64Array.of(0.1, 0.2)],
  [/^a Float32Array/, () => Float32Array.of(0.1, 0.2)],
  [/^an emoji record/, () => record],
  [
    /^an emoji set/,
    () => ({ size: 32, images: new Uint8Array(3072), records: [record], styles: [] }),
  ],
  [/^a random source/, () => data.hostRandom(1)],
  [/^a vocabulary/, () => words],
  [/^a CLIP tokenizer/, () => data.clipTokenizer({ merges: ['a b'] })],
  [/^a picture/, () => picture],
  [/^a Map of tensors/, () => new Map([['x', tensor([1, 2])]])],
  [/^a Map/, () => new Map()],
  [/^a value that JSON/, () => ({ a: 1 })],
  [/^an iterable of bytes/, () => [new Uint8Array(2)]],
  [/^an Error/, () => new Error('x')],
  [/^an entry/, () => ({ name: 'x', dtype: 'F32', shape: [2], begin: 0, end: 8 })],
  [/^an expression of ir/, () => ir.constant(1, 'f32')],
  [/^a position/, () => axis('i', 4)],
  [/^a word of 16 bits/, () => 1],
  [/^a gaussian diffusion/, () => diffusion],
  [/^a module/, () => ({ init: () => ({}), apply: (_: unknown, x: unknown) => x })],
  [/^an activation/, () => relu],
];

/** A value of a kind that is known by its name; undefined for others. */
export const known = (expected: string): unknown =>
  made.find(([pattern]) => pattern.test(expected))?.[1]();
