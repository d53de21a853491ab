// Learning byte pairs: the worked example of Sennrich et al., the greedy rule against a naive count, and
// that the encoder makes of every word what the learner left of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytePairs, byteSymbols } from '../../src/data/byte-pairs.ts';
import { clipTokenizer, clipWords } from '../../src/data/clip-tokenizer.ts';
import { clipTokenizerFiles, clipTokenizerOfFiles } from '../../src/data/clip-vocabulary.ts';
import { trainBytePairs } from '../../src/data/train-byte-pairs.ts';
import { ShapeError } from '../../src/tensor/errors.ts';

const words = new Map([
  ['low', 5],
  ['lower', 2],
  ['newest', 6],
  ['widest', 3],
]);

// one merge at a time, everything counted anew
function naive(given: ReadonlyMap<string, number>, count: number): string[] {
  const list = [...given].map(([word, n]) => ({ symbols: byteSymbols(word), n }));
  const merges: string[] = [];
  while (merges.length < count) {
    const counts = new Map<string, number>();
    for (const { symbols, n } of list) {
      for (let i = 0; i + 1 < symbols.length; i++) {
        const pair = `${symbols[i]} ${symbols[i + 1]}`;
        counts.set(pair, (counts.get(pair) ?? 0) + n);
      }
    }
    const [best] = [...counts]
      .filter(([, n]) => n > 1)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (!best) break;
    merges.push(best[0]);
    const [left, right] = best[0].split(' ');
    for (const entry of list) {
      const out: string[] = [];
      for (let i = 0; i < entry.symbols.length; i++) {
        const both = entry.symbols[i] === left && entry.symbols[i + 1] === right;
        out.push(both ? left + right : entry.symbols[i]);
        if (both) i++;
      }
      entry.symbols = out;
    }
  }
  return merges;
}

describe('trainBytePairs', () => {
  test('learns the endings of the example in the paper first', () => {
    expect(trainBytePairs(words, 4)).toEqual(['e s', 'es t</w>', 'l o', 'e w']);
  });

  test('stops where nothing occurs twice, and refuses counts that are none', () => {
    expect(trainBytePairs(new Map([['ab', 1]]), 5)).toEqual([]);
    expect(trainBytePairs(new Map([['aaaa', 2]]), 9)).toEqual(['a a', 'a a</w>', 'aa aa</w>']);
    expect(() => trainBytePairs(new Map([['ab', 0]]), 5)).toThrow(ShapeError);
  });

  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 9 });
  const corpora = fc.array(fc.tuple(text, fc.integer({ min: 1, max: 9 })), { maxLength: 12 });

  test('takes what counting everything anew takes, and the encoder agrees with it', () => {
    fc.assert(
      fc.property(corpora, fc.nat(30), (entries, count) => {
        const corpus = new Map(entries);
        const merges = trainBytePairs(corpus, count);
        expect(merges).toEqual(naive(corpus, count));
        const pairs = bytePairs(merges, 'test');
        for (const word of corpus.keys()) {
          const symbols = pairs.encode(word).map((place) => pairs.symbols[place]);
          expect(symbols.join('')).toBe(byteSymbols(word).join(''));
        }
      }),
    );
  });

  test('becomes the files of a tokenizer, which give the same ids', async () => {
    const merges = trainBytePairs(words, 20);
    const read = await clipTokenizerOfFiles(clipTokenizerFiles(merges, 16));
    const direct = clipTokenizer({ merges, cleaning: 'transformers' });
    for (const text of ['lowest', 'Newer, wider', 'été']) {
      expect(read.encode(text)).toEqual(direct.encode(text));
    }
    expect([read.contextLength, read.padId, read.size]).toEqual([16, read.endId, direct.size]);
  });

  test('makes a tokenizer for which a frequent word is one token and an unknown one is pieces', () => {
    const counts = new Map<string, number>();
    for (const word of clipWords("The red apple, the green apple; a dog's apple")) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    expect(counts.get('apple')).toBe(3);
    expect(counts.get("'s")).toBe(1);
    const tokenizer = clipTokenizer({
      merges: trainBytePairs(counts, 12),
      cleaning: 'transformers',
    });
    expect(tokenizer.encode('Apple')).toHaveLength(1);
    const unknown = tokenizer.encode('pineapple');
    expect(unknown.length).toBeGreaterThan(1);
    expect(tokenizer.decode(unknown)).toBe('pineapple ');
  });
});
