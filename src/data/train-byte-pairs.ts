// Learning byte pairs (Sennrich et al. 2016, arXiv:1508.07909): the pair of neighbouring symbols that occurs most
// often in a list of words becomes a symbol, again and again. What comes out is read by bytePairs (byte-pairs.ts)
// and by the tokenizers of transformers.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { byteSymbols } from './byte-pairs.ts';

interface Word {
  symbols: string[];
  readonly count: number;
}

const join = (left: string, right: string): string => `${left} ${right}`;

// Neighbours in a word, each time they occur.
const pairsOf = ({ symbols }: Word): string[] =>
  symbols.slice(1).map((right, i) => join(symbols[i], right));

function merged(symbols: readonly string[], left: string, right: string): string[] {
  const out: string[] = [];
  for (let i = 0; i < symbols.length; i++) {
    const both = symbols[i] === left && symbols[i + 1] === right;
    out.push(both ? left + right : symbols[i]);
    if (both) i++;
  }
  return out;
}

const trainBytePairsArgs = is.signature(
  'data.trainBytePairs',
  ['words', is.instance('a Map', Map)],
  ['count', is.size],
);

/**
 * Merges "left right" learned from words and how often each occurs, the first learned first: `count` of them, or
 * fewer if no pair is left that occurs twice. Of equally frequent pairs the first in order of characters is taken.
 * @throws ShapeError for counts of words that are not positive
 */
export function trainBytePairs(words: ReadonlyMap<string, number>, count: number): string[] {
  trainBytePairsArgs(words, count);
  const list = [...words].map(([text, n]): Word => {
    if (!(n > 0)) throw new ShapeError(`trainBytePairs: ${JSON.stringify(text)} occurs ${n} times`);
    return { symbols: byteSymbols(text), count: n };
  });
  const counts = new Map<string, number>();
  // where each pair stands, and may have stood
  const places = new Map<string, Set<Word>>();
  const tally = (word: Word, sign: 1 | -1): void => {
    for (const pair of pairsOf(word)) {
      counts.set(pair, (counts.get(pair) ?? 0) + sign * word.count);
      const known = places.get(pair);
      if (known) known.add(word);
      else places.set(pair, new Set([word]));
    }
  };
  for (const word of list) tally(word, 1);
  const merges: string[] = [];
  while (merges.length < count) {
    let [best, most] = ['', 1];
    for (const [pair, n] of counts) {
      if (n > most || (n === most && best && pair < best)) [best, most] = [pair, n];
    }
    if (!best) break;
    merges.push(best);
    const [left, right] = best.split(' ');
    for (const word of places.get(best) as Set<Word>) {
      tally(word, -1);
      word.symbols = merged(word.symbols, left, right);
      tally(word, 1);
    }
    counts.delete(best);
    places.delete(best);
  }
  return merges;
}
