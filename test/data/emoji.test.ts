// The shipped data set: what is in it, the split, and what loading says about files that are
// missing, cut short or damaged.

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emojiImage, loadEmoji, selectEmoji } from '../../src/data/emoji.ts';
import type { EmojiSet } from '../../src/data/emoji-set.ts';
import { FileError, ShapeError } from '../../src/tensor/errors.ts';

const folder = fileURLToPath(new URL('../../data/', import.meta.url));
const firstGroups = ['smileys-emotion', 'food-drink', 'animals-nature'];
let set: EmojiSet;
let json: string;
let bin: Uint8Array;
let scratch: string;

beforeAll(async () => {
  set = await loadEmoji();
  json = await readFile(join(folder, 'emoji.json'), 'utf8');
  bin = await readFile(join(folder, 'emoji.bin'));
  scratch = await mkdtemp(join(tmpdir(), 'wgrad-emoji-'));
});

afterAll(() => rm(scratch, { recursive: true, force: true }));

const countBy = (key: 'style' | 'split') => {
  const counts: Record<string, number> = {};
  for (const record of set.records) counts[record[key]] = (counts[record[key]] ?? 0) + 1;
  return counts;
};

describe('content', () => {
  test('pictures of every style, none of flags, components or skin tones', () => {
    expect(set.size).toBe(64);
    expect(set.images.length).toBe(set.records.length * 64 * 64 * 3);
    expect(countBy('style')).toEqual({
      noto: 1644,
      twemoji: 1644,
      fluent: 1585,
      fluent3d: 1599,
      blob: 1214,
      emojione: 1103,
      fxemoji: 580,
    });
    const groups = new Set(set.records.map((record) => record.group));
    expect(groups.size).toBe(8);
    expect(groups.has('flags') || groups.has('component')).toBe(false);
    expect(set.records.some((record) => /skin tone|flag:/.test(record.name))).toBe(false);
  });

  test('every (concept, style) pair is there once and every picture shows something', () => {
    const pairs = new Set(set.records.map((record) => `${record.hexcode}:${record.style}`));
    expect(pairs.size).toBe(set.records.length);
    for (const [i, record] of set.records.entries()) {
      const spread = new Set(emojiImage(set, i)).size;
      expect(spread, `${record.style} ${record.name}`).toBeGreaterThan(1);
    }
  });

  test('a red apple is red on white, a green heart green', () => {
    const colour = (name: string, style: string) => {
      const image = emojiImage(
        set,
        set.records.findIndex((record) => record.name === name && record.style === style),
      );
      expect([...image.subarray(0, 3)]).toEqual([255, 255, 255]);
      const middle = (36 * 64 + 32) * 3;
      return [...image.subarray(middle, middle + 3)];
    };
    for (const style of ['noto', 'twemoji', 'fluent', 'fluent3d', 'blob', 'emojione']) {
      const [red, , blue] = colour('red apple', style);
      expect(red - blue, style).toBeGreaterThan(80);
      const [r, green] = colour('green heart', style);
      expect(green - r, style).toBeGreaterThan(20);
    }
  });

  test('only licences that allow redistribution without share-alike', () => {
    for (const style of set.styles) {
      expect(['Apache-2.0', 'CC-BY-4.0', 'MIT']).toContain(style.licence);
    }
  });

  test('at most 13 MB on disk', () => {
    expect(bin.length + Buffer.byteLength(json)).toBeLessThan(13e6);
  });
});

describe('split', () => {
  test('sizes are near five per cent each', () => {
    const concepts = new Set(set.records.map((record) => record.hexcode));
    const held = new Set(
      set.records.filter((r) => r.split === 'heldOutConcept').map((r) => r.hexcode),
    );
    expect(held.size / concepts.size).toBeGreaterThan(0.04);
    expect(held.size / concepts.size).toBeLessThan(0.06);
    const { heldOutPair, train } = countBy('split');
    expect(heldOutPair / (heldOutPair + train)).toBeGreaterThan(0.04);
    expect(heldOutPair / (heldOutPair + train)).toBeLessThan(0.06);
  });

  test('held-out concepts are never trained on, held-out pairs in other styles only', () => {
    const splits = new Map<string, Set<string>>();
    for (const { hexcode, split } of set.records) {
      splits.set(hexcode, (splits.get(hexcode) ?? new Set()).add(split));
    }
    for (const found of splits.values()) {
      if (found.has('heldOutConcept')) expect(found.size).toBe(1);
      if (found.has('heldOutPair')) expect(found.has('train')).toBe(true);
    }
  });

  test('does not change: scores of different versions stay comparable', () => {
    const lines = set.records.map((r) => `${r.hexcode} ${r.style} ${r.split}`).sort();
    const digest = createHash('sha256').update(lines.join('\n')).digest('hex');
    expect(digest).toBe('da441701437e811e45bde569826e1c41ed52cee9c8d15b014d97aaff4b450780');
  });
});

describe('selection', () => {
  test('keeps order, pictures and records together', () => {
    const some = selectEmoji(set, { groups: firstGroups, styles: ['noto'], splits: ['train'] });
    expect(some.images.length).toBe(some.records.length * 64 * 64 * 3);
    for (const i of [0, 7, some.records.length - 1]) {
      const from = set.records.indexOf(some.records[i]);
      expect(some.records[i].style).toBe('noto');
      expect(emojiImage(some, i)).toEqual(emojiImage(set, from));
    }
  });

  test('names a style or group that does not exist, and refuses to be empty', () => {
    expect(() => selectEmoji(set, { styles: ['notto'] })).toThrow(/no emoji style "notto".*noto/);
    expect(() => selectEmoji(set, { groups: ['food'] })).toThrow(/no emoji group "food"/);
    expect(() => selectEmoji(set, { where: () => false })).toThrow(/no emoji passes/);
  });
});

// The pictures of a style and group, which a filter of `loadEmoji` leaves.
const fruit = { styles: ['noto', 'fluent3d'], groups: ['food-drink'] };

describe('size and filter at loading', () => {
  test('what is loaded in part is what is selected of all', async () => {
    const where = (r: { subgroup: string }) => r.subgroup === 'food-fruit';
    for (const filter of [fruit, { ...fruit, splits: ['train'], where }, { where }] as const) {
      const part = await loadEmoji({ json, bin }, filter);
      const same = selectEmoji(set, filter);
      expect(part.records).toEqual(same.records);
      expect(Buffer.compare(part.images, same.images)).toBe(0);
    }
  });

  test('pictures that are not asked for are not decompressed', async () => {
    const copy = Uint8Array.from(bin);
    const last = copy.length - 1000;
    copy.fill(0, last - 64, last);
    const part = await loadEmoji({ json, bin: copy }, fruit);
    expect(part.records.length).toBeGreaterThan(200);
    const broken = loadEmoji({ json, bin: copy }, { styles: ['fxemoji'] });
    await expect(broken).rejects.toThrow(/emoji\.bin \(fxemoji, symbols\): damaged/);
  });

  test.each([32, 16, 4, 1])('%i pixels are means of squares of pixels', async (size) => {
    const small = await loadEmoji({ json, bin }, { ...fruit, size });
    const large = selectEmoji(set, fruit);
    expect(small.size).toBe(size);
    expect(small.records).toEqual(large.records);
    expect(small.images.length).toBe(small.records.length * size * size * 3);
    const side = 64 / size;
    const step = Math.max(1, Math.floor(small.records.length / 20));
    for (let i = 0; i < small.records.length; i += step) {
      const [from, to] = [emojiImage(large, i), emojiImage(small, i)];
      const expected = Array.from(to, (_, k) => {
        const [y, x, c] = [Math.floor(k / 3 / size), Math.floor(k / 3) % size, k % 3];
        let sum = 0;
        for (let r = y * side; r < (y + 1) * side; r++) {
          for (let q = x * side; q < (x + 1) * side; q++) sum += from[(r * 64 + q) * 3 + c];
        }
        return Math.round(sum / side ** 2);
      });
      expect([...to], small.records[i].name).toEqual(expected);
    }
  });

  test('a size that does not divide 64, a style that is not there, nothing: one clear error', async () => {
    const faults: [object, RegExp][] = [
      [{ size: 48 }, /loadEmoji: size is 48, which does not divide the 64 pixels of the pictures/],
      [{ size: 128 }, /loadEmoji: size is 128, which does not divide the 64 pixels/],
      [{ styles: ['notto'] }, /no emoji style "notto"; there are noto, /],
      [{ where: () => false }, /no emoji passes/],
    ];
    for (const [options, message] of faults) {
      const loading = loadEmoji({ json, bin }, options);
      await expect(loading).rejects.toThrow(message);
      await expect(loading).rejects.toBeInstanceOf(ShapeError);
    }
    await expect(loadEmoji({ json, bin }, { size: 0 })).rejects.toThrow(
      /data\.loadEmoji: options\.size/,
    );
  });
});

describe('loading', () => {
  test('from memory, a folder, a file URL and a server, all alike', async () => {
    const server = createServer((request, response) => {
      const body = { '/d/emoji.json': json, '/d/emoji.bin': bin }[request.url ?? ''];
      response.statusCode = body ? 200 : 404;
      response.end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const some = selectEmoji(set, { styles: ['fluent'] });
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const sources = [{ json, bin }, folder, new URL('../../data/', import.meta.url), `${base}/d`];
      for (const source of sources) {
        const again = await loadEmoji(source, { styles: ['fluent'] });
        expect(Buffer.compare(again.images, some.images)).toBe(0);
        expect(again.records).toEqual(some.records);
      }
      await expect(loadEmoji(`${base}/x`)).rejects.toThrow(/emoji\.json: the server answered 404/);
    } finally {
      server.close();
    }
  });

  test('a missing folder and a missing file are named', async () => {
    await expect(loadEmoji(join(scratch, 'none'))).rejects.toThrow(/emoji\.json: no such file/);
    await writeFile(join(scratch, 'emoji.json'), json);
    await rm(join(scratch, 'emoji.bin'), { force: true });
    await expect(loadEmoji(scratch)).rejects.toThrow(/emoji\.bin: no such file/);
  });

  const damaged = (at: number) => {
    const copy = Uint8Array.from(bin);
    for (let i = 0; i < 64; i++) copy[at + i] ^= 0x5a;
    return copy;
  };
  const faults: [string, () => { json: string; bin: Uint8Array }, RegExp][] = [
    ['empty pictures', () => ({ json, bin: new Uint8Array(0) }), /emoji\.bin: 0 of \d+ bytes: cut/],
    [
      'cut pictures',
      () => ({ json, bin: bin.subarray(0, 1e6) }),
      /emoji\.bin: 1000000 of \d+ bytes/,
    ],
    ['damaged start', () => ({ json, bin: damaged(100) }), /emoji\.bin \(noto, smil.*\): damaged/],
    ['damaged middle', () => ({ json, bin: damaged(3e6) }), /emoji\.bin \(\w+, [\w-]+\): damaged/],
    ['cut list', () => ({ json: json.slice(0, 9999), bin }), /emoji\.json: not JSON/],
    ['another file', () => ({ json: '{"words":[]}', bin }), /emoji\.json: not an emoji data set/],
    [
      'another version',
      () => ({ json: json.replace('"version":2', '"version":1'), bin }),
      /emoji\.json: version 1; this program reads version 2/,
    ],
    [
      'wrong count',
      () => ({ json: json.replace('"count":9369', '"count":9368'), bin }),
      /emoji\.json: lists 9369 pictures but counts 9368/,
    ],
    [
      'the file of another list',
      () => ({ json: json.replace(/"crc32":\d+/, '"crc32":7'), bin }),
      /emoji\.bin \(noto, smil.*\): cut short, or not the file that emoji\.json describes/,
    ],
    [
      'a size that cannot be',
      () => ({ json: json.replace('"size":64', '"size":1e9'), bin }),
      /emoji\.json: pictures of 1000000000 pixels; expected 1 to 1024/,
    ],
    [
      'another size',
      () => ({ json: json.replace('"size":64', '"size":128'), bin }),
      /emoji\.json: part 0 \(noto, smil.*\): \d+ pictures cannot have \d+ bytes/,
    ],
    [
      'parts in another order',
      () => ({
        json: json.replace('"style":"noto","group":"smileys', '"style":"blob","group":"smileys'),
        bin,
      }),
      /emoji\.json: part 0 \(blob, smil.*\) would hold grinning face in noto, of smileys-emotion/,
    ],
    [
      'a part too few',
      () => ({ json: json.replace(/"parts": \[\n.*\n/, '"parts": [\n'), bin }),
      /emoji\.json: its parts have \d+ of 9369 pictures/,
    ],
    [
      'a part without its length',
      () => ({ json: json.replace('"packed"', '"paced"'), bin }),
      /emoji\.json: part 0: "packed" is not a count/,
    ],
    [
      'a style that is not listed',
      () => ({ json: json.replace('"styles":["noto"', '"styles":["nota"'), bin }),
      /emoji\.json: concept 0 \(grinning face\): "styles" is not a list of known styles/,
    ],
    [
      'a concept short of a style',
      () => ({ json: json.replace('"styles":["noto",', '"styles":['), bin }),
      /emoji\.json: lists 9368 pictures but counts 9369/,
    ],
  ];
  test.each(faults)('%s: one clear error', async (_, source, message) => {
    const loading = loadEmoji(source());
    await expect(loading).rejects.toThrow(message);
    await expect(loading).rejects.toBeInstanceOf(FileError);
  });
});
