// Byte pairs: the same symbols as the algorithm of the paper, which looks through the whole word for every
// merge, on random vocabularies; and words of any length in time that hardly grows faster than they do.
import { describe, expect, test } from 'vitest';
import { bytePairs } from '../../src/data/byte-pairs.ts';
import { loadClipTokenizer } from '../../src/data/index.ts';
import { buildVocabulary, suggest } from '../../src/data/vocabulary.ts';
import { seeded } from '../support/weight-files.ts';

/** Symbols of a word of ASCII letters by the book: the pair learned first, everywhere, until none is known. */
function byTheBook(merges: readonly string[], word: string): string[] {
  let parts = [...word];
  parts[parts.length - 1] += '</w>';
  for (;;) {
    const pairs = parts.slice(1).map((right, i) => merges.indexOf(`${parts[i]} ${right}`));
    const best = Math.min(...pairs.filter((rank) => rank >= 0));
    if (best === Number.POSITIVE_INFINITY) return parts;
    const next: string[] = [];
    for (let i = 0; i < parts.length; i++) {
      if (`${parts[i]} ${parts[i + 1]}` === merges[best]) next.push(parts[i] + parts[++i]);
      else next.push(parts[i]);
    }
    parts = next;
  }
}

/** Merges of symbols that exist, in an order in which one text may arise from several pairs. */
function randomMerges(next: () => number, letters: string, count: number): string[] {
  const symbols = [...letters].flatMap((c) => [c, `${c}</w>`]);
  const any = (list: readonly string[]): string =>
    list[Math.floor((next() + 0.5) * list.length)] as string;
  const merges = new Set<string>();
  for (let tries = 0; merges.size < count && tries < 20 * count; tries++) {
    const left = any(symbols.filter((s) => !s.endsWith('</w>')));
    const right = any(symbols);
    if ((left + right).length > 16) continue;
    merges.add(`${left} ${right}`);
    symbols.push(left + right);
  }
  return [...merges];
}

describe('byte pairs', () => {
  test('are those of the paper', () => {
    const next = seeded(11);
    let merged = 0;
    for (let round = 0; round < 60; round++) {
      const letters = round % 2 ? 'ab' : 'abcd';
      const merges = randomMerges(next, letters, 40);
      const pairs = bytePairs(merges, 'test');
      for (let i = 0; i < 40; i++) {
        const length = 1 + Math.floor((next() + 0.5) * 40);
        const word = Array.from(
          { length },
          () => letters[Math.floor((next() + 0.5) * letters.length)],
        ).join('');
        const expected = byTheBook(merges, word);
        expect(
          pairs.encode(word).map((place) => pairs.symbols[place]),
          word,
        ).toEqual(expected);
        merged += word.length - expected.length;
      }
    }
    expect(merged).toBeGreaterThan(10_000);
  });

  test('of a word of 100,000 letters take no time to speak of', async () => {
    const tokenizer = await loadClipTokenizer();
    const next = seeded(5);
    const letters = (n: number): string =>
      Array.from({ length: n }, () =>
        String.fromCharCode(97 + Math.floor((next() + 0.5) * 26)),
      ).join('');
    for (const word of [letters(100_000), 'a'.repeat(100_000), '\u00e9'.repeat(50_000)]) {
      const began = performance.now();
      const ids = tokenizer.encode(word);
      expect(performance.now() - began).toBeLessThan(2000); // it was 20 s
      expect(tokenizer.decode(ids).trim()).toBe(word);
    }
  });
});

test('suggestions for a word of 100,000 letters take no time either', () => {
  const keywords = Array.from({ length: 3000 }, (_, i) => `word${i}`);
  const vocabulary = buildVocabulary(
    [0, 1].map((i) => ({
      hexcode: `${i}`,
      name: 'apple',
      style: 'noto',
      group: 'g',
      subgroup: 's',
      keywords,
      split: 'train' as const,
    })),
  );
  const began = performance.now();
  expect(suggest(vocabulary, 'a'.repeat(100_000))).toEqual([]);
  expect(performance.now() - began).toBeLessThan(500);
  expect(suggest(vocabulary, 'aple')).toEqual(['apple']);
  expect(suggest(vocabulary, 'wrod77')[0]).toBe('word77');
});
