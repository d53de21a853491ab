// CLIP's tokenizer beyond the golden cases: contexts, foreign vocabularies, and what holds for every text.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clipTokenizerOfFiles } from '../../src/data/clip-vocabulary.ts';
import {
  type ClipTokenizer,
  clipContext,
  clipTokenize,
  clipTokenizer,
  loadClipTokenizer,
  loadClipTokenizerFolder,
} from '../../src/data/index.ts';
import { use } from '../support/devices.ts';

const official = new URL('../../data/clip/merges.txt.gz', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'wgrad-tokenizer-'));
let tokenizer: ClipTokenizer;

beforeAll(async () => {
  await use('cpu');
  tokenizer = await loadClipTokenizer();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('vocabulary', () => {
  test('is the official one, from wherever it comes', async () => {
    expect([tokenizer.size, tokenizer.startId, tokenizer.endId]).toEqual([49408, 49406, 49407]);
    const bytes = await readFile(official);
    const url = new URL('.', official);
    for (const source of [new Uint8Array(bytes), url]) {
      const other = await loadClipTokenizer(source);
      expect(other.encode('a photo of a cat')).toEqual([320, 1125, 539, 320, 2368]);
    }
  });

  test('damage is named', async () => {
    const bytes = new Uint8Array(await readFile(official));
    await expect(loadClipTokenizer(bytes.subarray(0, 1000))).rejects.toThrow(/damaged/);
    await expect(loadClipTokenizer(join(folder, 'none'))).rejects.toThrow(/no such file/);
    expect(() => clipTokenizer({ merges: ['a b', 'ab'] })).toThrow(/merge 1 is "ab"/);
    expect(() => clipTokenizer({ merges: ['a bc'] })).toThrow(/merge 0 is "a bc"/);
    expect(() => clipTokenizer({ merges: [], ids: new Map() })).toThrow(/has no <\|endoftext\|>/);
  });

  test('every entry encodes to itself', () => {
    // an entry with the mark of a word's end, spelled in plain letters, is a word
    for (let id = 0; id < tokenizer.size; id += 97) {
      const text = tokenizer.decode([id]);
      if (!/^[a-z]+ $/.test(text)) continue;
      expect(tokenizer.encode(text), text).toEqual([id]);
    }
    expect(() => tokenizer.decode([49408])).toThrow(/no token 49408/);
  });
});

describe('contexts', () => {
  test('are framed and padded as OpenAI does, or as asked', async () => {
    const ids = clipTokenize(tokenizer, ['a cat', '']);
    expect(ids.shape).toEqual([2, 77]);
    expect(ids.dtype).toBe('i32');
    const rows = [...(await ids.data())];
    expect(rows.slice(0, 6)).toEqual([49406, 320, 2368, 49407, 0, 0]);
    expect(rows.slice(77, 81)).toEqual([49406, 49407, 0, 0]);
    const { ids: padded, lengths } = clipContext(tokenizer, 'a cat', {
      contextLength: 6,
      padId: tokenizer.endId,
    });
    expect([...(await padded.data())]).toEqual([49406, 320, 2368, 49407, 49407, 49407]);
    expect(lengths).toEqual([4]);
  });

  test('refuse long texts, or cut them', async () => {
    const long = 'cat '.repeat(80);
    expect(() => clipTokenize(tokenizer, long)).toThrow(/has 82 tokens, more than a context of 77/);
    const cut = await clipTokenize(tokenizer, long, { truncate: true }).data();
    expect([cut[0], cut[75], cut[76]]).toEqual([49406, 2368, 49407]);
    expect(() => clipTokenize(tokenizer, 'a', { contextLength: 1 })).toThrow(
      /contextLength must be an integer >= 2, not 1/,
    );
  });
});

describe('folders of transformers', () => {
  // two merges, and ids in an order of their own
  const symbols = ['!', 'c', 'a', 't</w>', 'at</w>', 'cat</w>', '<|startoftext|>', '<|endoftext|>'];
  const vocab = JSON.stringify(Object.fromEntries(symbols.map((s, i) => [s, 2 * i])));
  const merges = '#version: 0.2\na t</w>\nc at</w>\n';

  test('give ids, padding and length of context', async () => {
    writeFileSync(join(folder, 'vocab.json'), vocab);
    writeFileSync(join(folder, 'merges.txt'), merges);
    const plain = await loadClipTokenizerFolder(folder);
    expect(plain.encode('CAT  at')).toEqual([10, 8]);
    expect(plain.decode([10, 8])).toBe('cat at ');
    expect([plain.padId, plain.contextLength]).toEqual([plain.endId, 77]);
    // what the vocabulary lacks is unknown: the end of a text
    expect(plain.encode('x')).toEqual([plain.endId]);
    writeFileSync(join(folder, 'tokenizer_config.json'), '{"model_max_length": 5}');
    writeFileSync(join(folder, 'special_tokens_map.json'), '{"pad_token": {"content": "!"}}');
    const second = await loadClipTokenizerFolder(folder);
    const ids = await clipTokenize(second, 'cat').data();
    expect([...ids]).toEqual([12, 10, 14, 0, 0]);
  });

  test('read texts as transformers does', async () => {
    // ids of transformers 5.17 (CLIPTokenizer)
    const cases: [string, number[]][] = [
      ['a photo of a cat', [320, 1125, 539, 320, 2368]],
      ['ΑΣ', [138, 109, 139, 481]],
      ['<|ENDOFTEXT|>', [27, 347, 40786, 4160, 91, 285]],
      ['… <|startoftext|>', [959, 49406]],
      ["'ſⒶ", [262, 129, 379, 27400, 494]],
      ['&nbsp;', [261, 6459, 4393, 282]],
    ];
    const same = await loadClipTokenizer(undefined, { cleaning: 'transformers' });
    for (const [text, ids] of cases) expect(same.encode(text), text).toEqual(ids);
  });

  test('damage is named', async () => {
    const of = (files: { vocab?: string; config?: string; specialTokens?: string }) =>
      clipTokenizerOfFiles({ vocab, merges, ...files }, {}, 'tok');
    for (const longest of ['0', '1', '3.5', '-2', '"77"', '[]']) {
      const config = `{"model_max_length": ${longest}}`;
      await expect(of({ config })).rejects.toThrow(
        /tok\/tokenizer_config\.json: model_max_length is /,
      );
    }
    for (const longest of ['2', '77', '1e30', 'null']) {
      await of({ config: `{"model_max_length": ${longest}}` });
    }
    await expect(of({ vocab: '{"a": 4294967296}' })).rejects.toThrow(/"a" has the id 4294967296/);
    await expect(of({ vocab: '['.repeat(20_000) })).rejects.toThrow(/vocab\.json: nests more than/);
    await expect(of({ vocab: '[' })).rejects.toThrow(/tok\/vocab.json: not JSON/);
    await expect(of({ vocab: '{"a": -1}' })).rejects.toThrow(/"a" has the id -1/);
    await expect(of({ specialTokens: '{"pad_token": "[PAD]"}' })).rejects.toThrow(
      /padding token "\[PAD\]" is not in vocab.json/,
    );
    await expect(loadClipTokenizerFolder(join(folder, 'none'))).rejects.toThrow(/no such file/);
  });
});

describe('any text', () => {
  const units = fc.string({ unit: 'binary', maxLength: 40 });
  const anything = fc.oneof(
    units,
    // halves of surrogate pairs included
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
      .map((codes) => String.fromCharCode(...codes)),
    fc.string({ unit: 'grapheme' }),
  );

  test('has ids of the vocabulary', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const ids = tokenizer.encode(text);
        expect(ids.every((id) => Number.isInteger(id) && id >= 0 && id < 49408)).toBe(true);
        expect(typeof tokenizer.decode(ids)).toBe('string');
      }),
      { numRuns: 400 },
    );
  });

  test('comes back from its ids as it was cleaned, but for spaces', () => {
    const plain = (text: string): string => text.replace(/\p{White_Space}|\u0345/gu, '');
    fc.assert(
      fc.property(anything, (text) => {
        const clean = tokenizer.clean(text);
        expect(plain(tokenizer.decode(tokenizer.encode(clean)))).toBe(
          plain(tokenizer.clean(clean)),
        );
      }),
      { numRuns: 400 },
    );
  });

  test('words of letters come back exactly, with single spaces', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        expect(tokenizer.decode(tokenizer.encode(words.join('  ')))).toBe(`${words.join(' ')} `);
      }),
    );
  });

  test('a word is encoded the same wherever it stands', () => {
    const word = fc.stringMatching(/^[a-zé漢]{1,10}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        const both = [...tokenizer.encode(a), ...tokenizer.encode(b)];
        expect(tokenizer.encode(`${a} ${b}`)).toEqual(both);
      }),
    );
  });
});
