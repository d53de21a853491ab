// The tokenizer of CLIP (Radford et al. 2021, arXiv:2103.00020; openai/CLIP, clip/simple_tokenizer.py): a
// text is repaired, lower-cased and split into words, words become byte pairs of a vocabulary of
// 49,408 entries. `clip-vocabulary.ts` loads the vocabulary.

import * as is from '../tensor/arguments.ts';
import { FileError, ShapeError } from '../tensor/errors.ts';
import { tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import { bytePairs, textOfSymbols } from './byte-pairs.ts';
import { fixText } from './fix-text/fix-text.ts';
import { type EntityDecoder, unescapeHtml } from './fix-text/html.ts';

/**
 * What happens to a text before it is split. 'openai': the repairs of ftfy, HTML entities twice, white
 * space, lower case, as OpenAI's own tokenizer. 'transformers': composed characters (NFC), white
 * space, lower case, as the tokenizers of transformers.
 */
export type ClipCleaning = 'openai' | 'transformers';

/** What a tokenizer is made of. */
export interface ClipVocabulary {
  /** Lines "left right", the first learned first. */
  readonly merges: readonly string[];
  /** Ids of symbols; default: bytes, bytes that end a word, merges, start and end of text. */
  readonly ids?: ReadonlyMap<string, number>;
  /** Decodes named HTML entities; without it they stay as they are. */
  readonly entities?: EntityDecoder;
  /** Default 'openai'. */
  readonly cleaning?: ClipCleaning;
  /** What fills up a context; default 0, as OpenAI's. */
  readonly padId?: number;
  /** Tokens of a context, start and end included; default 77. */
  readonly contextLength?: number;
  /** Names the vocabulary in errors. */
  readonly source?: string;
}

/** A tokenizer; its functions never fail on any text. */
export interface ClipTokenizer {
  /** Entries of the vocabulary, those without a symbol included: ids are below. */
  readonly size: number;
  /** <|startoftext|>. */
  readonly startId: number;
  /** <|endoftext|>. */
  readonly endId: number;
  readonly padId: number;
  readonly contextLength: number;
  /** The text as words are split from it: repaired, lower case. */
  clean(text: string): string;
  /** Ids of a text, without start and end. */
  encode(text: string): number[];
  /** The text of ids, words followed by a space. @throws ShapeError for ids beyond the vocabulary */
  decode(ids: ArrayLike<number>): string;
}

const start = '<|startoftext|>';
const end = '<|endoftext|>';
const specialTokens = /(<\|startoftext\|>|<\|endoftext\|>)/;

const collapse = (text: string): string => text.replace(/\p{White_Space}+/gu, ' ');
// what Python's str.strip takes away
const strip = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: separators count as white space there
  text.replace(/^[\p{White_Space}\x1c-\x1f]+|[\p{White_Space}\x1c-\x1f]+$/gu, '');

interface Reading {
  readonly clean: (text: string, entities?: EntityDecoder) => string;
  /** English clitics, runs of letters, single digits, runs of everything else that is no white space. */
  readonly words: RegExp;
  /** Special tokens are taken out of the text before it is cleaned, and only then; else they are words. */
  readonly specialFirst: boolean;
}

const readings: Record<ClipCleaning, Reading> = {
  openai: {
    clean: (text, entities) => {
      const fixed = fixText(text, { entities });
      const plain = strip(unescapeHtml(unescapeHtml(fixed, entities), entities));
      return strip(collapse(plain)).toLowerCase();
    },
    // the original ignores case: the long s takes part, and U+0345, whose capital is a letter, vanishes
    words:
      /<\|[sſ]tartoftext\|>|<\|endoftext\|>|'[sſ]|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|(?:(?!\u0345)[^\p{White_Space}\p{L}\p{N}])+/gu,
    specialFirst: false,
  },
  transformers: {
    // each character by itself: no final sigma
    clean: (text) => Array.from(collapse(text.normalize('NFC')), (c) => c.toLowerCase()).join(''),
    words:
      /<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\p{White_Space}\p{L}\p{N}]+/gu,
    specialFirst: true,
  },
};

const clipWordsArgs = is.signature(
  'data.clipWords',
  ['text', is.string],
  ['cleaning', is.oneOf('openai', 'transformers')],
);

/** The words of a text as the tokenizer sees them, cleaned: what byte pairs are learned from. */
export function clipWords(text: string, cleaning: ClipCleaning = 'transformers'): string[] {
  clipWordsArgs(text, cleaning);
  const { clean, words } = readings[cleaning];
  return clean(text).match(words) ?? [];
}

// Words that come again are looked up: captions share most of theirs.
const cachedWords = 100_000;
const longestCached = 64;

// What a tokenizer is made of.
const clipVocabulary = is.options<ClipVocabulary>({
  ...kinds.clipBehaviour,
  merges: is.list(is.string),
  ids: is.optional(is.instance('a Map', Map)),
  entities: is.optional(is.func),
  source: is.optional(is.string),
});

// How texts become a context.
const clipContextOptions = is.options<ClipContextOptions>({
  contextLength: is.optional(is.wholeFrom(2)),
  truncate: is.optional(is.boolean),
  padId: is.optional(is.integer),
});

const clipTokenizerArgs = is.signature('data.clipTokenizer', ['vocabulary', clipVocabulary]);

/**
 * The tokenizer of a vocabulary.
 * @throws FileError for merges of unknown symbols, or ids that lack a symbol or the special tokens
 */
export function clipTokenizer(vocabulary: ClipVocabulary): ClipTokenizer {
  clipTokenizerArgs(vocabulary);
  const { source = 'CLIP vocabulary', entities, cleaning = 'openai', padId = 0 } = vocabulary;
  const { contextLength = 77 } = vocabulary;
  const pairs = bytePairs(vocabulary.merges, source);
  const standard = (): Map<string, number> =>
    new Map([...pairs.symbols, start, end].map((symbol, id) => [symbol, id]));
  const ids = vocabulary.ids ?? standard();
  const endId = idOf(ids, end, source);
  const startId = idOf(ids, start, source);
  // a symbol that a foreign vocabulary lacks is unknown, which CLIP writes as the end of a text
  const idOfPlace = pairs.symbols.map((symbol) => ids.get(symbol) ?? endId);
  const size = [...ids.values()].reduce((most, id) => Math.max(most, id + 1), 0);
  const symbolOf = new Map([...ids].map(([symbol, id]) => [id, symbol]));
  const { clean, words, specialFirst } = readings[cleaning];
  const special = new Map<string, readonly number[]>([
    [start, [startId]],
    [end, [endId]],
  ]);
  const cache = new Map<string, readonly number[]>(specialFirst ? [] : special);

  const encodeWord = (word: string): readonly number[] => {
    const known = cache.get(word);
    if (known) return known;
    // a special token that only lower case made one
    const parts = special.has(word) ? ['<|', word.slice(2, -2), '|>'] : [word];
    const found = parts.flatMap((part) => pairs.encode(part)).map((place) => idOfPlace[place]);
    if (word.length <= longestCached && cache.size < cachedWords) cache.set(word, found);
    return found;
  };
  return {
    size,
    startId,
    endId,
    padId,
    contextLength,
    clean: (text) => clean(text, entities),
    encode: (text) => {
      const out: number[] = [];
      for (const part of specialFirst ? text.split(specialTokens) : [text]) {
        const known = specialFirst ? special.get(part) : undefined;
        if (known) out.push(...known);
        else {
          for (const [word] of clean(part, entities).matchAll(words)) {
            for (const id of encodeWord(word)) out.push(id);
          }
        }
      }
      return out;
    },
    decode: (list) =>
      textOfSymbols(
        Array.from(list, (id) => {
          const symbol = symbolOf.get(id);
          if (symbol !== undefined) return symbol;
          throw new ShapeError(`decode: there is no token ${id}; the vocabulary has ${size}`);
        }),
      ),
  };
}

function idOf(ids: ReadonlyMap<string, number>, symbol: string, source: string): number {
  const id = ids.get(symbol);
  if (id === undefined) throw new FileError(`${source}: has no ${symbol}`);
  return id;
}

/** How texts become a tensor. */
export interface ClipContextOptions {
  /** Columns; default the tokenizer's (77). */
  readonly contextLength?: number;
  /** Cut longer texts, ending them with the end token; default false: they are an error. */
  readonly truncate?: boolean;
  /** What follows the end token; default the tokenizer's: 0 for OpenAI's. */
  readonly padId?: number;
}

/** Texts in a context: start, ids, end, padding. */
export interface ClipContext {
  /** i32 [texts, contextLength]. */
  readonly ids: Tensor;
  /** Tokens before the padding, start and end included, for each text. */
  readonly lengths: readonly number[];
}

const clipContextArgs = is.signature(
  'data.clipContext',
  ['tokenizer', kinds.clipTokenizer],
  ['texts', kinds.texts],
  ['options', clipContextOptions],
);

/**
 * Texts as ids i32 [texts, contextLength], each between start and end of text and padded.
 * @throws ShapeError for a text that is too long, unless truncate is given, and for a context under 2
 */
export function clipContext(
  tokenizer: ClipTokenizer,
  texts: string | readonly string[],
  options: ClipContextOptions = {},
): ClipContext {
  clipContextArgs(tokenizer, texts, options);
  const { contextLength = tokenizer.contextLength, truncate = false } = options;
  if (!Number.isInteger(contextLength) || contextLength < 2) {
    throw new ShapeError(`tokenize: a context of ${contextLength}; expected an integer >= 2`);
  }
  const list = typeof texts === 'string' ? [texts] : texts;
  const rows = new Int32Array(list.length * contextLength).fill(options.padId ?? tokenizer.padId);
  const lengths = list.map((text, row) => {
    const ids = [tokenizer.startId, ...tokenizer.encode(text), tokenizer.endId];
    if (ids.length > contextLength) {
      if (!truncate) {
        const shown = text.length > 60 ? `${text.slice(0, 60)}...` : text;
        throw new ShapeError(
          `tokenize: ${JSON.stringify(shown)} has ${ids.length} tokens, more than a context of ` +
            `${contextLength}; shorten it, or give { truncate: true }`,
        );
      }
      ids.length = contextLength;
      ids[contextLength - 1] = tokenizer.endId;
    }
    rows.set(ids, row * contextLength);
    return ids.length;
  });
  return { ids: tensor(rows, { shape: [list.length, contextLength] }), lengths };
}

const clipTokenizeArgs = is.signature(
  'data.clipTokenize',
  ['tokenizer', kinds.clipTokenizer],
  ['texts', kinds.texts],
  ['options', clipContextOptions],
);

/** The ids of {@link clipContext} alone: OpenAI's `tokenize`. */
export const clipTokenize = (
  tokenizer: ClipTokenizer,
  texts: string | readonly string[],
  options: ClipContextOptions = {},
): Tensor => {
  clipTokenizeArgs(tokenizer, texts, options);
  return clipContext(tokenizer, texts, options).ids;
};
