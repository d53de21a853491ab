// Captions, the tokenizer and augmentation.

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { imageBatch, mirror, mirrorable, shift, withMirrored } from '../../src/data/augment.ts';
import { caption, diffusionCaptions } from '../../src/data/captions.ts';
import { emojiImage, loadEmoji, selectEmoji } from '../../src/data/emoji.ts';
import type { EmojiSet } from '../../src/data/emoji-set.ts';
import { hostRandom } from '../../src/data/random.ts';
import {
  buildVocabulary,
  decode,
  encode,
  special,
  suggest,
  tokenize,
  type Vocabulary,
  vocabularyFromJson,
  vocabularyToJson,
} from '../../src/data/vocabulary.ts';

const firstGroups = ['smileys-emotion', 'food-drink', 'animals-nature'];
let set: EmojiSet;
let vocabulary: Vocabulary;

beforeAll(async () => {
  set = await loadEmoji(undefined, { size: 32, groups: firstGroups });
  vocabulary = buildVocabulary(set.records);
});

const find = (name: string, style: string) =>
  set.records.find((record) => record.name === name && record.style === style)!;

describe('captions', () => {
  test('are a function of the random source', () => {
    const draw = (seed: number) => {
      const random = hostRandom(seed);
      return set.records.slice(0, 50).map((record) => caption(record, random));
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test('have the parts asked for, in order', () => {
    const apple = find('red apple', 'twemoji');
    const random = hostRandom(3);
    const none = { style: 0, subgroup: 0, keywords: 0 };
    expect(caption(apple, random, none)).toBe('red apple');
    expect(caption(apple, random, { ...none, style: 1 })).toBe('twemoji red apple');
    expect(caption(apple, random, { ...none, subgroup: 1 })).toBe('red apple food fruit');
    const words = caption(apple, random, { ...none, keywords: 1 }).replace('red apple ', '');
    expect(apple.keywords.some((keyword) => words.startsWith(keyword))).toBe(true);
  });

  test('name the style as often as asked', () => {
    const apple = find('red apple', 'noto');
    const random = hostRandom(5);
    const drawn = Array.from({ length: 4000 }, () => caption(apple, random));
    const share = drawn.filter((text) => text.startsWith('noto ')).length / drawn.length;
    expect(Math.abs(share - diffusionCaptions.style)).toBeLessThan(0.03);
  });

  test('fit the context nearly always', () => {
    const random = hostRandom(9);
    const long = set.records.filter((r) => encode(vocabulary, caption(r, random)).cut.length > 0);
    expect(long.length / set.records.length).toBeLessThan(0.005);
  });
});

describe('vocabulary', () => {
  test('knows every name and style', () => {
    for (const record of set.records) {
      expect(encode(vocabulary, `${record.style} ${record.name}`).unknown).toEqual([]);
    }
    expect(vocabulary.words.slice(0, 5)).toEqual(['<pad>', '<bos>', '<eos>', '<unk>', 'noto']);
    expect(new Set(vocabulary.words).size).toBe(vocabulary.words.length);
  });

  test('does not depend on the order or number of styles of a concept', () => {
    const words = buildVocabulary([...set.records].reverse()).words;
    expect([...words].sort()).toEqual([...vocabulary.words].sort());
    const one = buildVocabulary(set.records.filter((record) => record.style === 'noto'));
    expect(one.words.length).toBe(vocabulary.words.length - 6);
  });

  test('tokenize keeps letters, digits and keycap signs', () => {
    expect(tokenize('A Piñata, on the keycap: #')).toEqual(['pinata', 'keycap', '#']);
    expect(tokenize('')).toEqual([]);
  });

  test('encode frames, pads, reports and cuts', () => {
    const { ids, length, unknown, cut } = encode(vocabulary, 'a red zebu, apple zebu', 8);
    expect([...ids]).toEqual([
      special.bos,
      vocabulary.ids.get('red'),
      special.unk,
      vocabulary.ids.get('apple'),
      special.unk,
      special.eos,
      special.pad,
      special.pad,
    ]);
    expect([length, unknown, cut]).toEqual([6, ['zebu'], []]);
    expect(encode(vocabulary, 'red blue green', 4).cut).toEqual(['green']);
    expect([...encode(vocabulary, '', 3).ids]).toEqual([special.bos, special.eos, special.pad]);
    expect(encode(vocabulary, 'red').ids.length).toBe(14);
    expect(() => encode(vocabulary, 'red', 1)).toThrow(/context.* must be an integer >= 2, not 1/);
  });

  test('any text encodes to valid ids; known words come back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { ids } = encode(vocabulary, text);
        expect(ids.length).toBe(14);
        expect(ids.every((id) => id >= 0 && id < vocabulary.words.length)).toBe(true);
      }),
    );
    expect(decode(vocabulary, encode(vocabulary, 'Smiling cat with heart-eyes').ids)).toBe(
      'smiling cat heart eyes',
    );
  });

  test('words of Object.prototype are words like any other', () => {
    expect(encode(vocabulary, 'constructor').unknown).toEqual(['constructor']);
  });

  test('suggests the nearest words', () => {
    expect(suggest(vocabulary, 'aple')[0]).toBe('apple');
    expect(suggest(vocabulary, 'elefant')).toEqual(['elephant']);
    expect(suggest(vocabulary, 'twemoij')[0]).toBe('twemoji');
    expect(suggest(vocabulary, 'xylophonist')).toEqual([]);
  });

  test('survives JSON, and damage is named', () => {
    const back = vocabularyFromJson(JSON.parse(JSON.stringify(vocabularyToJson(vocabulary))));
    expect(back).toEqual(vocabulary);
    const read = (value: unknown) => () => vocabularyFromJson(value, 'run.json');
    expect(read(null)).toThrow(/run\.json: not a vocabulary/);
    expect(read({ words: [1] })).toThrow(/run\.json: not a vocabulary/);
    expect(read({ words: ['apple'] })).toThrow(/run\.json: a vocabulary starts with <pad>/);
    const twice = [...vocabulary.words, 'apple'];
    expect(read({ words: twice })).toThrow(/run\.json: the word "apple" is there twice/);
  });
});

describe('augmentation', () => {
  test('mirroring twice and shifting by nothing change nothing', () => {
    const image = emojiImage(set, 100);
    expect(mirror(mirror(image, 32), 32)).toEqual(Uint8Array.from(image));
    expect(mirror(image, 32)).not.toEqual(Uint8Array.from(image));
    expect(shift(image, 32, 0, 0)).toEqual(Uint8Array.from(image));
  });

  test('shifting moves pixels and brings in white', () => {
    const image = (size: number) => Uint8Array.from({ length: size * size * 3 }, (_, i) => i % 251);
    fc.assert(
      fc.property(
        fc.constantFrom(8, 32, 64),
        fc.integer({ min: -65, max: 65 }),
        fc.integer({ min: -65, max: 65 }),
        (size, dx, dy) => {
          const still = image(size);
          const moved = shift(still, size, dx, dy);
          for (let y = 0; y < size; y++) {
            for (let x = 0; x < size; x++) {
              const [sx, sy] = [x - dx, y - dy];
              const inside = sx >= 0 && sx < size && sy >= 0 && sy < size;
              const expected = inside ? still[(sy * size + sx) * 3 + 1] : 255;
              if (moved[(y * size + x) * 3 + 1] !== expected) return false;
            }
          }
          return true;
        },
      ),
    );
  });

  test('what has a side is not mirrored', () => {
    expect(mirrorable(find('red apple', 'noto'))).toBe(true);
    expect(mirrorable(find('hundred points', 'noto'))).toBe(false);
    const sided = ['right arrow', 'left-facing fist', 'one o’clock', 'two-thirty', 'alarm clock'];
    for (const name of sided) {
      expect(mirrorable({ ...find('red apple', 'noto'), name }), name).toBe(false);
    }
  });

  test('mirrored copies follow the originals', () => {
    const small = selectEmoji(set, { styles: ['noto'], where: (r) => r.subgroup === 'food-fruit' });
    const both = withMirrored(small);
    const n = small.records.length;
    expect(both.records.length).toBe(2 * n);
    expect(both.images.length).toBe(2 * n * 32 * 32 * 3);
    expect(both.records[n + 3]).toBe(small.records[3]);
    expect(emojiImage(both, n + 3)).toEqual(mirror(emojiImage(small, 3), 32));
    expect(emojiImage(both, 3)).toEqual(emojiImage(small, 3));
  });

  test('batches are floats in -1 .. 1, varied by the random source alone', () => {
    const bytes = 32 * 32 * 3;
    const plain = imageBatch(set, [5, 0]);
    expect(plain.length).toBe(2 * bytes);
    const back = Uint8Array.from(plain.subarray(bytes), (v) => Math.round((v + 1) * 127.5));
    expect(back).toEqual(Uint8Array.from(emojiImage(set, 0)));
    const vary = { mirror: true, shift: 2 };
    const draw = (seed: number) => imageBatch(set, [5, 0, 9], hostRandom(seed), vary);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(1).every((v) => v >= -1 && v <= 1)).toBe(true);
    expect(imageBatch(set, [5], hostRandom(1))).toEqual(plain.slice(0, bytes));
    expect(() => imageBatch(set, [1e6])).toThrow(/picture 1000000 of a set of/);
  });

  test('batches move pictures right by the first draw and down by the second', () => {
    const draws = [0.9, 0.1];
    const random = { ...hostRandom(1), chance: () => false, uniform: () => draws.shift() ?? 0 };
    const moved = imageBatch(set, [5], random, { shift: 2 });
    const wanted = shift(emojiImage(set, 5), 32, 2, -2);
    expect(Uint8Array.from(moved, (v) => Math.round((v + 1) * 127.5))).toEqual(wanted);
  });

  test('batches, copies and parts have the size of the set', () => {
    const { length } = set.records;
    const images = Uint8Array.from({ length: length * 8 * 8 * 3 }, (_, i) => i % 253);
    const small: EmojiSet = { ...set, size: 8, images };
    const back = (values: Float32Array) =>
      Uint8Array.from(values, (v) => Math.round((v + 1) * 127.5));
    expect(back(imageBatch(small, [7, 3]))).toEqual(
      Uint8Array.from([...emojiImage(small, 7), ...emojiImage(small, 3)]),
    );
    const some = selectEmoji(small, { styles: ['twemoji'] });
    expect(some.size).toBe(8);
    const first = small.records.indexOf(some.records[0]);
    expect(emojiImage(some, 0)).toEqual(images.subarray(first * 192, first * 192 + 192));
    const both = withMirrored(some);
    const copy = emojiImage(both, some.records.length);
    const source = some.records.indexOf(both.records[some.records.length]);
    expect(both.size).toBe(8);
    expect(mirror(copy, 8)).toEqual(Uint8Array.from(emojiImage(some, source)));
    const wrong = new Uint8Array(3072);
    expect(() => mirror(wrong, 8)).toThrow(/mirror: 3072 bytes are no picture of 8 x 8 pixels/);
    expect(() => shift(wrong, 64, 1, 1)).toThrow(/shift: 3072 bytes are no picture of 64 x 64/);
  });
});
