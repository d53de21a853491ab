// The emoji data set: one concept (a Unicode emoji) drawn by up to seven vendors, so that a model
// can learn what a thing is apart from the style it is drawn in. Two files: emoji.json lists styles
// and concepts, emoji.bin holds the pictures, a gzip stream for each style and group in the order of the
// concepts. Where it comes from: data/ATTRIBUTION.md and scripts/data/build-emoji.mjs.

import * as is from '../tensor/arguments.ts';
import { FileError, ShapeError } from '../tensor/errors.ts';
import * as kinds from './argument-kinds.ts';
import type { EmojiFilter, EmojiRecord, EmojiSet, EmojiSource } from './emoji-set.ts';
import { readSource, rebuild, type SourceFiles, unpack } from './files.ts';
import { type Manifest, parseManifest, recordsOf } from './manifest.ts';
import { bytesOfPictures, palettedPictures } from './paletted-pictures.ts';

const loadEmojiArgs = is.signature(
  'data.loadEmoji',
  ['source', is.optional(kinds.emojiSource)],
  [
    'options',
    is.options<EmojiFilter & { size?: number }>({
      ...kinds.emojiFilter,
      size: is.optional(is.count),
    }),
  ],
);

/**
 * Reads the data set, or the pictures that pass a filter: only what holds some of these is decompressed, so a
 * few styles or groups cost as much less time and memory. Pictures are stored at 64 x 64 pixels; a `size`
 * that divides 64 gives the means of squares of pixels. All of it has 115 MB at 64 and 29 MB at 32.
 *
 * Without a source, reads the `data/` folder of this package, which only Node can find. Throws FileError,
 * naming the file, if one is missing, cut short, damaged or does not belong to the other, and ShapeError on a
 * size that does not divide 64, on a group or style that the data set does not have, and if nothing is left.
 */
export async function loadEmoji(
  source?: EmojiSource,
  options: EmojiFilter & { readonly size?: number } = {},
): Promise<EmojiSet> {
  loadEmojiArgs(source, options);
  const files = await readSource(source);
  const manifest = parseManifest(files.json, files.jsonName);
  const { size = manifest.size, ...filter } = options;
  if (manifest.size % size !== 0) {
    throw new ShapeError(
      `loadEmoji: size is ${size}, which does not divide the ${manifest.size} pixels of the pictures`,
    );
  }
  const records = recordsOf(manifest);
  checkParts(manifest, records, files);
  const kept = passing(records, filter);
  const bytes = size * size * 3;
  const images = new Uint8Array(kept.length * bytes);
  // the next one of `kept`, the first picture of the part, and where the part begins in the file
  let [next, first, at] = [0, 0, 0];
  for (const part of manifest.parts) {
    const end = first + part.count;
    if (kept[next] < end) {
      const packed = files.bin.subarray(at, at + part.packed);
      const name = `${files.binName} (${part.style}, ${part.group})`;
      const raw = await unpack(packed, name, part.bytes, part.crc32, files.jsonName);
      const pictures = palettedPictures(raw, part.count, manifest.size, name);
      for (; kept[next] < end; next++) {
        const out = images.subarray(next * bytes, (next + 1) * bytes);
        pictures.draw(kept[next] - first, size, out);
      }
    }
    first = end;
    at += part.packed;
  }
  return { size, images, records: kept.map((i) => records[i]), styles: manifest.styles };
}

// What emoji.json says of the parts must fit its own list of pictures and the other file.
function checkParts(
  { parts, count, size }: Manifest,
  records: readonly EmojiRecord[],
  { bin, jsonName, binName }: SourceFiles,
): void {
  const damaged = (fault: string): never => {
    throw new FileError(`${jsonName}: ${fault}; the file is damaged, ${rebuild}`);
  };
  if (records.length !== count) damaged(`lists ${records.length} pictures but counts ${count}`);
  const total = (key: 'count' | 'packed'): number =>
    parts.reduce((sum, part) => sum + part[key], 0);
  if (total('count') !== count) damaged(`its parts have ${total('count')} of ${count} pictures`);
  let first = 0;
  for (const [i, part] of parts.entries()) {
    const place = `part ${i} (${part.style}, ${part.group})`;
    const isOther = (r: EmojiRecord) => r.style !== part.style || r.group !== part.group;
    const other = records.slice(first, first + part.count).find(isOther);
    if (other) damaged(`${place} would hold ${other.name} in ${other.style}, of ${other.group}`);
    const [least, most] = bytesOfPictures(part.count, size);
    if (part.bytes < least || part.bytes > most) {
      damaged(`${place}: ${part.count} pictures cannot have ${part.bytes} bytes`);
    }
    first += part.count;
  }
  if (total('packed') !== bin.length) {
    throw new FileError(
      `${binName}: ${bin.length} of ${total('packed')} bytes: cut short, or not the file that ` +
        `${jsonName} describes; ${rebuild}`,
    );
  }
}

const selectEmojiArgs = is.signature(
  'data.selectEmoji',
  ['set', kinds.emojiSet],
  ['filter', is.options<EmojiFilter>(kinds.emojiFilter)],
);

/**
 * The pictures that pass a filter, copied, in the same order. Throws ShapeError on a group or style
 * that the data set does not have, and if nothing is left.
 */
export function selectEmoji(set: EmojiSet, filter: EmojiFilter): EmojiSet {
  selectEmojiArgs(set, filter);
  const kept = passing(set.records, filter);
  const bytes = set.size * set.size * 3;
  const images = new Uint8Array(kept.length * bytes);
  for (const [to, from] of kept.entries()) images.set(emojiImage(set, from), to * bytes);
  return { ...set, images, records: kept.map((i) => set.records[i]) };
}

const emojiImageArgs = is.signature('data.emojiImage', ['set', kinds.emojiSet], ['index', is.size]);

/** The bytes of picture `index`, `[size, size, 3]`: a view, not a copy. */
export function emojiImage(set: EmojiSet, index: number): Uint8Array {
  emojiImageArgs(set, index);
  const bytes = set.size * set.size * 3;
  return set.images.subarray(index * bytes, (index + 1) * bytes);
}

// The places of the records that pass.
function passing(records: readonly EmojiRecord[], filter: EmojiFilter): number[] {
  const { groups, styles, splits, where } = filter;
  requireKnown('group', groups, new Set(records.map((record) => record.group)));
  requireKnown('style', styles, new Set(records.map((record) => record.style)));
  const kept: number[] = [];
  for (const [i, record] of records.entries()) {
    if (groups && !groups.includes(record.group)) continue;
    if (styles && !styles.includes(record.style)) continue;
    if (splits && !splits.includes(record.split)) continue;
    if (where && !where(record)) continue;
    kept.push(i);
  }
  if (kept.length === 0) throw new ShapeError('no emoji passes the filter');
  return kept;
}

function requireKnown(
  what: string,
  asked: readonly string[] | undefined,
  known: Set<string>,
): void {
  const wrong = asked?.find((name) => !known.has(name));
  if (wrong === undefined) return;
  throw new ShapeError(`no emoji ${what} "${wrong}"; there are ${[...known].join(', ')}`);
}
