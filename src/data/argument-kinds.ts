// What arguments that several functions of this folder share must be, said once. Sets and vocabularies are
// looked at from outside only: checking thousands of records at each call would cost more than the call.
import * as is from '../tensor/arguments.ts';
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
  { size: is.count, images: is.bytes, records: array, styles: array },
  'an emoji set',
);

/** What to keep of a set. */
export const emojiFilter = {
  groups: is.optional(is.list(is.string)),
  styles: is.optional(is.list(is.string)),
  splits: is.optional(is.list(is.oneOf('train', 'heldOutPair', 'heldOutConcept'))),
  where: is.optional(is.func),
};

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

/** What both a vocabulary and the options of a loaded tokenizer may say. */
export const clipBehaviour = {
  cleaning: is.optional(is.oneOf('openai', 'transformers')),
  padId: is.optional(is.size),
  contextLength: is.optional(is.wholeFrom(2)),
};

/** One text or several. */
export const texts = is.either(is.string, is.list(is.string));

/** Where a vocabulary comes from. */
export const clipSource = is.either(is.bytes, is.path, is.instance('a URL', URL));

/** A folder in Node, or an address. */
export const pathOrUrl = is.either(is.path, is.instance('a URL', URL));
