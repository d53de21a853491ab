// Readers of pictures, and of texts: tokenizers, lists of prompts, metrics, the emoji
// data set.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { readPromptList } from '../../src/cli/prompt-list.ts';
import { clipTokenizerOfFiles } from '../../src/data/clip-vocabulary.ts';
import { loadEmoji } from '../../src/data/emoji.ts';
import { palettedPictures } from '../../src/data/paletted-pictures.ts';
import { encodeGif } from '../../src/io/gif.ts';
import { readPicture } from '../../src/io/image.ts';
import { isPng } from '../../src/io/picture-size.ts';
import { decodePlainPng } from '../../src/io/png.ts';
import { cutMetrics, readMetrics } from '../../src/run/folder.ts';
import { type Attack, bytesAttack, json, jsonAttack, text } from './harness.ts';

// A PNG file whose chunks (length, type, data, CRC-32 of type and data) have the sums of what they hold.
function withSums(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes);
  const view = new DataView(out.buffer);
  for (let at = 8; at + 12 <= out.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > out.length) break;
    view.setUint32(end, crc32(out.subarray(at + 4, end)));
    at = end + 4;
  }
  return out;
}

async function pictureAttacks(folder: string): Promise<Attack[]> {
  const pixels = Uint8Array.from({ length: 9 * 7 * 3 }, (_, i) => (i * 37) % 256);
  const raw = sharp(pixels, { raw: { width: 9, height: 7, channels: 3 } });
  const seeds = await Promise.all([
    raw.clone().png().toBuffer(),
    raw.clone().png({ palette: true }).toBuffer(),
    raw.clone().greyscale().ensureAlpha(0.5).png({ progressive: true }).toBuffer(),
    raw.clone().jpeg().toBuffer(),
    raw.clone().webp().toBuffer(),
  ]);
  const gif = await encodeGif([{ width: 9, height: 7, pixels }]);
  const path = join(folder, 'picture');
  const files = seeds.map((b) => new Uint8Array(b));
  return [
    bytesAttack('pictures', [...files, gif], async (input, pick) => {
      await writeFile(path, isPng(input) && pick(2) ? withSums(input) : input);
      const picture = await readPicture(path);
      if (picture.pixels.length !== picture.width * picture.height * 3) throw new Error('size');
    }),
    // half of them with sums that hold, so that the damage gets further than to the sums
    bytesAttack('PNG without sharp', files.slice(0, 3), (input, pick) =>
      decodePlainPng(pick(2) ? withSums(input) : input, 2 ** 22),
    ),
  ];
}

function tokenizerAttacks(): Attack[] {
  const vocab = { a: 0, b: 1, 'b</w>': 2, 'ab</w>': 3, '<|startoftext|>': 4, '<|endoftext|>': 5 };
  const files = {
    vocab: JSON.stringify(vocab),
    merges: '#version: 0.2\na b</w>\na b\n',
    config: JSON.stringify({ model_max_length: 77, pad_token: { content: 'a' } }),
    specialTokens: JSON.stringify({ pad_token: '<|endoftext|>' }),
  };
  const read = async (changed: Partial<typeof files>) => {
    const tokenizer = await clipTokenizerOfFiles({ ...files, ...changed });
    return tokenizer.decode(tokenizer.encode('ab abba caf\u00e9'));
  };
  const attack = (key: keyof typeof files): Attack =>
    jsonAttack(`tokenizer, ${key}`, [files[key]], (input) => read({ [key]: text(input) }));
  return [
    attack('vocab'),
    attack('config'),
    attack('specialTokens'),
    bytesAttack('tokenizer, merges', [new TextEncoder().encode(files.merges)], (input) =>
      read({ merges: text(input) }),
    ),
  ];
}

function listAttacks(folder: string): Attack[] {
  const list = join(folder, 'prompts.json');
  const entries = ['one.png', 'deep/two', 'three'].map((file) => ({ file, name: 'red apple' }));
  const line = (step: number) => ({
    stage: step % 2 ? 'autoencoder' : 'diffusion',
    step,
    loss: 0.5,
    imagesPerSecond: 40.5,
    seconds: step * 2,
  });
  const lines = (first: number): string =>
    json(line(first), line(first + 1), line(first + 2))
      .map((l) => `${l}\n`)
      .join('');
  const encode = (t: string) => new TextEncoder().encode(t);
  return [
    jsonAttack('prompt lists', json(entries), async (input) => {
      await writeFile(list, input);
      return readPromptList(list);
    }),
    bytesAttack('metrics', [encode(lines(1)), encode(lines(20))], async (input, pick) => {
      await writeFile(join(folder, 'metrics.jsonl'), input);
      const found = await readMetrics(folder);
      // which flushes to the disk
      if (pick(50) === 0) await cutMetrics(folder, 'autoencoder', 10);
      return found;
    }),
  ];
}

// A part of the emoji data set: two pictures of 8 x 8 pixels, the second in two bands.
const emojiPart = Uint8Array.from([
  ...[1, 2, 2, 0, 1], // bands, colours less one
  ...[255, 1, 255, 255, 1, 254, 255, 1, 253], // differences of reds, greens and blues
  ...[7, 8, 9, 255, 246, 255, 246, 255, 246],
  ...Array.from({ length: 64 }, (_, i) => i % 3),
  ...Array.from({ length: 64 }, (_, i) => (i < 32 ? 0 : i % 2)),
]);

// The list of a data set whose file is one stream.
function emojiList(stream: Uint8Array): string {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.length);
  const end = (back: number) =>
    stream.length < 8 ? 0 : view.getUint32(stream.length - back, true);
  const concept = {
    ...{ name: 'red apple', group: 'food', subgroup: 'fruit' },
    ...{ keywords: ['apple'], styles: ['noto'], heldOut: ['noto'] },
  };
  return JSON.stringify({
    ...{ format: 'wgrad-emoji', version: 2, size: 8, count: 2 },
    styles: [{ id: 'noto', title: 't', author: 'a', url: 'u', licence: 'l' }],
    parts: [
      {
        ...{ style: 'noto', group: 'food', count: 2, packed: stream.length },
        ...{ bytes: end(4), crc32: end(8) },
      },
    ],
    concepts: ['1f34e', '1f34f'].map((hexcode) => ({ hexcode, ...concept })),
  });
}

function emojiAttacks(): Attack[] {
  const bin = new Uint8Array(gzipSync(emojiPart));
  const list = emojiList(bin);
  return [
    jsonAttack('emoji list', [list], (input, pick) =>
      loadEmoji({ json: text(input), bin }, pick(2) ? { size: 4 } : {}),
    ),
    // half of them with the lengths and sums of what they are
    bytesAttack('emoji pictures, packed', [bin], (input, pick) =>
      loadEmoji({ json: pick(2) ? emojiList(input) : list, bin: input }),
    ),
    bytesAttack('emoji pictures', [emojiPart], async (input, pick) => {
      const pictures = palettedPictures(input, 2, 8, 'emoji.bin');
      const size = 8 >> pick(4);
      for (const place of [0, 1]) pictures.draw(place, size, new Uint8Array(size * size * 3));
    }),
  ];
}

/** Attacks on readers of pictures and texts, in an existing folder. */
export const textAttacks = async (folder: string): Promise<Attack[]> => [
  ...(await pictureAttacks(folder)),
  ...tokenizerAttacks(),
  ...listAttacks(folder),
  ...emojiAttacks(),
];
