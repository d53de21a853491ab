// The emoji data set, its captions and vocabulary, and loading.
export { imageBatch, withMirrored } from './augment.ts';
export { caption } from './captions.ts';
export {
  type ClipContext,
  type ClipTokenizer,
  clipContext,
  clipTokenize,
  clipTokenizer,
} from './clip-tokenizer.ts';
export {
  loadClipTokenizer,
  loadClipTokenizerFolder,
  officialClipFiles,
} from './clip-vocabulary.ts';
export { distinctEmoji } from './distinct-emoji.ts';
export { emojiImage, loadEmoji, selectEmoji } from './emoji.ts';
export type { EmojiRecord, EmojiSet } from './emoji-set.ts';
export { fixText } from './fix-text/fix-text.ts';
export { type Batch, batchAt, batches } from './loader.ts';
export { type HostRandom, hostRandom } from './random.ts';
export { trainBytePairs } from './train-byte-pairs.ts';
export {
  buildVocabulary,
  decode,
  type Encoded,
  encode,
  suggest,
  tokenize,
  type Vocabulary,
  vocabularyFromJson,
  vocabularyToJson,
} from './vocabulary.ts';
