// What arguments that several functions of this folder share must be, said once. Sets and vocabularies are
// looked at from outside only: checking thousands of records at each call would cost more than the call.
import * as is from '../tensor/arguments.ts';
import type { ClipContextOptions, ClipVocabulary } from './clip-tokenizer.ts';
import type { ClipTokenizerFiles, ClipTokenizerOptions } from './clip-vocabulary.ts';
import type { EmojiRecord } from './emoji-set.ts';

/** What is known of one picture. */
export const emojiRecord = is.fields<EmojiRecord>(
  {
    hexcode: is.string,
    name: is.string,
    style: is.string,
    group: is.string,
    subgroup: is.string,
    keywords: is.list(is.string),
    split: is.oneOf('train', 'heldOutPair', 'heldOutConcept'),
  },
  'an emoji record',
);

const array = is.kind('an array', Array.isArray);

/** Pictures with their records. */
export const emojiSet = is.fields(
  { images: is.bytes, records: array, styles: array },
  'an emoji set',
);

/** Where the data set is. */
export const emojiSource = is.either(
  is.path,
  is.instance('a URL', URL),
  is.fields({ json: is.string, bin: is.bytes }),
);

/** A source of random numbers. */
export const hostRandom = is.methods(
  'a random source, made by hostRandom(42)',
  'bits',
  'uniform',
  'integer',
  'chance',
  'pick',
);

/** Words with their ids. */
export const vocabulary = is.fields(
  { words: array, ids: is.instance('a Map', Map) },
  'a vocabulary',
);

/** A tokenizer of CLIP. */
export const clipTokenizer = is.methods('a CLIP tokenizer', 'clean', 'encode', 'decode');

const behaviour = {
  cleaning: is.optional(is.oneOf('openai', 'transformers')),
  padId: is.optional(is.size),
  contextLength: is.optional(is.wholeFrom(2)),
};

/** How a loaded tokenizer behaves. */
export const clipTokenizerOptions = is.options<ClipTokenizerOptions>(behaviour);

/** What a tokenizer is made of. */
export const clipVocabulary = is.options<ClipVocabulary>({
  ...behaviour,
  merges: is.list(is.string),
  ids: is.optional(is.instance('a Map', Map)),
  entities: is.optional(is.func),
  source: is.optional(is.string),
});

/** How texts become a context. */
export const clipContextOptions = is.options<ClipContextOptions>({
  contextLength: is.optional(is.wholeFrom(2)),
  truncate: is.optional(is.boolean),
  padId: is.optional(is.integer),
});

/** One text or several. */
export const texts = is.either(is.string, is.list(is.string));

/** Where a vocabulary comes from. */
export const clipSource = is.either(is.bytes, is.path, is.instance('a URL', URL));

/** A folder in Node, or an address. */
export const pathOrUrl = is.either(is.path, is.instance('a URL', URL));

/** Contents of a tokenizer's files. */
export const clipFiles = is.options<ClipTokenizerFiles>({
  vocab: is.string,
  merges: is.string,
  config: is.optional(is.string),
  specialTokens: is.optional(is.string),
});
