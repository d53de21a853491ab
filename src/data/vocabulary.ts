// A word-level tokenizer for short captions. With a few thousand distinct words, one token a word
// keeps prompts at a dozen tokens and lets a small prompt model learn each word's look directly;
// sub-word pieces would spend its capacity on spelling.

import * as is from '../tensor/arguments.ts';
import { FileError, ShapeError } from '../tensor/errors.ts';
import { editDistance } from '../tensor/nearest.ts';
import * as kinds from './argument-kinds.ts';
import type { EmojiRecord } from './emoji-set.ts';

/** Ids of the four special tokens; words follow from 4 on. */
export const special = { pad: 0, bos: 1, eos: 2, unk: 3 } as const;

const specialWords = ['<pad>', '<bos>', '<eos>', '<unk>'];
const stopWords = new Set(['a', 'an', 'the', 'of', 'with', 'and', 'in', 'on', 'to', 'for']);

/** Tokens a caption has unless told otherwise, `<bos>` and `<eos>` included. */
export const defaultContext = 14;

/** A fixed list of words; a word's position is its id. Made by {@link buildVocabulary}. */
export type Vocabulary = {
  readonly words: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
};

/** A caption as ids, with what did not make it into them. */
export type Encoded = {
  /** `[context]` ids: `<bos>`, words, `<eos>`, then `<pad>`. */
  readonly ids: Int32Array;
  /** Number of ids before the padding. */
  readonly length: number;
  /** Words that the vocabulary lacks (encoded as `<unk>`), each once, in order. */
  readonly unknown: readonly string[];
  /** Words cut off because the caption was longer than the context. */
  readonly cut: readonly string[];
};

const tokenizeArgs = is.signature('data.tokenize', ['text', is.string]);

/** The words of a text: lower case, runs of letters, digits, `#`, `*` and `+`, no stop words. */
export function tokenize(text: string): string[] {
  tokenizeArgs(text);
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return (plain.match(/[a-z0-9#*+]+/g) ?? []).filter((word) => !stopWords.has(word));
}

const buildVocabularyArgs = is.signature(
  'data.buildVocabulary',
  ['records', is.list(kinds.emojiRecord)],
  ['minCount', is.size],
);

/**
 * The vocabulary of a set of records: specials, style words, then in alphabetical order every word
 * of a name and every subgroup word or keyword that at least `minCount` (default 2) concepts have.
 */
export function buildVocabulary(records: readonly EmojiRecord[], minCount = 2): Vocabulary {
  buildVocabularyArgs(records, minCount);
  const styles = new Set<string>();
  const names = new Set<string>();
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const record of records) {
    for (const word of tokenize(record.style)) styles.add(word);
    if (seen.has(record.hexcode)) continue;
    seen.add(record.hexcode);
    const own = tokenize(record.name);
    for (const word of own) names.add(word);
    const all = [...own, ...tokenize(record.subgroup), ...record.keywords.flatMap(tokenize)];
    for (const word of new Set(all)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const kept = [...counts].filter(
    ([word, n]) => (n >= minCount || names.has(word)) && !styles.has(word),
  );
  const sorted = kept.map(([word]) => word).sort();
  return fromWords([...specialWords, ...styles, ...sorted]);
}

const encodeArgs = is.signature(
  'data.encode',
  ['vocabulary', kinds.vocabulary],
  ['text', is.string],
  ['context', is.wholeFrom(2)],
);

/**
 * A text as `context` ids (default 14): `<bos> words <eos> <pad> ...`. Never fails: unknown words
 * become `<unk>` and are listed, words beyond the context are cut and listed. The empty text is the
 * unconditional prompt of classifier-free guidance.
 */
export function encode(vocabulary: Vocabulary, text: string, context = defaultContext): Encoded {
  encodeArgs(vocabulary, text, context);
  if (!Number.isInteger(context) || context < 2) {
    throw new ShapeError(
      `encode: a context of ${context} tokens; expected an integer of at least 2`,
    );
  }
  const words = tokenize(text);
  const used = words.slice(0, context - 2);
  const ids = new Int32Array(context).fill(special.pad);
  ids[0] = special.bos;
  for (const [i, word] of used.entries()) ids[i + 1] = vocabulary.ids.get(word) ?? special.unk;
  ids[used.length + 1] = special.eos;
  const unknown = [...new Set(words)].filter((word) => !vocabulary.ids.has(word));
  return { ids, length: used.length + 2, unknown, cut: words.slice(context - 2) };
}

const decodeArgs = is.signature(
  'data.decode',
  ['vocabulary', kinds.vocabulary],
  ['ids', is.numbers],
);

/** The words of a list of ids, without padding, `<bos>` and `<eos>`. */
export function decode(vocabulary: Vocabulary, ids: ArrayLike<number>): string {
  decodeArgs(vocabulary, ids);
  return Array.from(ids)
    .filter((id) => id !== special.pad && id !== special.bos && id !== special.eos)
    .map((id) => vocabulary.words[id] ?? specialWords[special.unk])
    .join(' ');
}

const suggestArgs = is.signature(
  'data.suggest',
  ['vocabulary', kinds.vocabulary],
  ['word', is.string],
  ['count', is.size],
);

/**
 * The known words nearest to an unknown one, best first: at most `count` (default 3) within an edit
 * distance of a third of the word's length (at least 1). May be empty.
 */
export function suggest(vocabulary: Vocabulary, word: string, count = 3): string[] {
  suggestArgs(vocabulary, word, count);
  const limit = Math.max(1, Math.floor(word.length / 3));
  const letters = word.toLowerCase();
  return vocabulary.words
    .slice(specialWords.length)
    .filter((known) => Math.abs(known.length - letters.length) <= limit)
    .map((known) => ({ known, distance: editDistance(letters, known) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.known < b.known ? -1 : 1))
    .slice(0, count)
    .map(({ known }) => known);
}

const vocabularyToJsonArgs = is.signature('data.vocabularyToJson', [
  'vocabulary',
  kinds.vocabulary,
]);

/** The vocabulary as plain JSON, for checkpoints. */
export const vocabularyToJson = (vocabulary: Vocabulary): { words: string[] } => {
  vocabularyToJsonArgs(vocabulary);
  return {
    words: [...vocabulary.words],
  };
};

const vocabularyFromJsonArgs = is.signature(
  'data.vocabularyFromJson',
  ['value', is.anything],
  ['source', is.string],
);

/**
 * The inverse of {@link vocabularyToJson}. `source` names the file in errors. Throws FileError if
 * the value is not a vocabulary.
 */
export function vocabularyFromJson(value: unknown, source = 'vocabulary'): Vocabulary {
  vocabularyFromJsonArgs(value, source);
  const words = (value as { words?: unknown } | null | undefined)?.words;
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) {
    throw new FileError(`${source}: not a vocabulary (expected {"words": [strings]})`);
  }
  if (specialWords.some((word, id) => words[id] !== word)) {
    throw new FileError(`${source}: a vocabulary starts with ${specialWords.join(' ')}`);
  }
  const vocabulary = fromWords(words);
  const twice = words.find((word, id) => vocabulary.ids.get(word) !== id);
  if (twice !== undefined) throw new FileError(`${source}: the word "${twice}" is there twice`);
  return vocabulary;
}

function fromWords(words: readonly string[]): Vocabulary {
  return { words, ids: new Map(words.map((word, id) => [word, id])) };
}
