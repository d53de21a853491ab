// The emoji data set: one concept (a Unicode emoji) drawn by up to seven vendors, so that a model
// can learn what a thing is apart from the style it is drawn in. Two files: emoji.json lists styles
// and concepts, emoji.bin is one gzip stream of RGB bytes, style after style in the order of the
// concepts. Where it comes from: data/ATTRIBUTION.md and scripts/data/build-emoji.mjs.

import * as is from '../tensor/arguments.ts';
import { FileError, ShapeError } from '../tensor/errors.ts';
import * as kinds from './argument-kinds.ts';
import type { EmojiRecord, EmojiSet, EmojiSource, Split } from './emoji-set.ts';
import { readSource, unpack } from './files.ts';
import { parseManifest } from './manifest.ts';

/** Width and height of every picture. */
export const emojiSize = 32;

/** Bytes of one picture. */
export const emojiBytes = emojiSize * emojiSize * 3;

/** The three groups that the shipped model is trained on: faces and hearts, food, nature. */
export const firstGroups = ['smileys-emotion', 'food-drink', 'animals-nature'] as const;

const loadEmojiArgs = is.signature('data.loadEmoji', ['source', is.optional(kinds.emojiSource)]);

/**
 * Reads the whole data set (28 MB unpacked). Without a source, the `data/` folder of this package,
 * which only Node can find. Throws FileError, naming the file, if one is missing, cut short,
 * damaged or does not belong to the other.
 */
export async function loadEmoji(source?: EmojiSource): Promise<EmojiSet> {
  loadEmojiArgs(source);
  const { json, bin, jsonName, binName } = await readSource(source);
  const manifest = parseManifest(json, jsonName);
  const bytes = manifest.count * emojiBytes;
  const images = await unpack(bin, binName, bytes, manifest.crc32, jsonName);
  const records = manifest.styles.flatMap((style) =>
    manifest.concepts
      .filter((concept) => concept.styles.includes(style.id))
      .map((concept): EmojiRecord => {
        const { hexcode, name, group, subgroup, keywords, heldOut } = concept;
        const pair = heldOut !== true && heldOut.includes(style.id);
        const split = heldOut === true ? 'heldOutConcept' : pair ? 'heldOutPair' : 'train';
        return { hexcode, name, style: style.id, group, subgroup, keywords, split };
      }),
  );
  if (records.length !== manifest.count) {
    throw new FileError(
      `${jsonName}: lists ${records.length} pictures but counts ${manifest.count}; ` +
        'the file is damaged, rebuild it with scripts/data/build-emoji.mjs',
    );
  }
  return { images, records, styles: manifest.styles };
}

/** What to keep of a data set; a part left out keeps everything. */
export type EmojiFilter = {
  readonly groups?: readonly string[];
  readonly styles?: readonly string[];
  readonly splits?: readonly Split[];
  /** Any further condition. */
  readonly where?: (record: EmojiRecord) => boolean;
};

const selectEmojiArgs = is.signature(
  'data.selectEmoji',
  ['set', kinds.emojiSet],
  [
    'filter',
    is.options<EmojiFilter>({
      groups: is.optional(is.list(is.string)),
      styles: is.optional(is.list(is.string)),
      splits: is.optional(is.list(is.oneOf('train', 'heldOutPair', 'heldOutConcept'))),
      where: is.optional(is.func),
    }),
  ],
);

/**
 * The pictures that pass a filter, copied, in the same order. Throws ShapeError on a group or style
 * that the data set does not have, and if nothing is left.
 */
export function selectEmoji(set: EmojiSet, filter: EmojiFilter): EmojiSet {
  selectEmojiArgs(set, filter);
  const { groups, styles, splits, where } = filter;
  requireKnown('group', groups, new Set(set.records.map((record) => record.group)));
  requireKnown('style', styles, new Set(set.records.map((record) => record.style)));
  const kept: number[] = [];
  for (const [i, record] of set.records.entries()) {
    if (groups && !groups.includes(record.group)) continue;
    if (styles && !styles.includes(record.style)) continue;
    if (splits && !splits.includes(record.split)) continue;
    if (where && !where(record)) continue;
    kept.push(i);
  }
  if (kept.length === 0) throw new ShapeError('no emoji passes the filter');
  const images = new Uint8Array(kept.length * emojiBytes);
  for (const [to, from] of kept.entries()) images.set(emojiImage(set, from), to * emojiBytes);
  return { images, records: kept.map((i) => set.records[i]), styles: set.styles };
}

const emojiImageArgs = is.signature('data.emojiImage', ['set', kinds.emojiSet], ['index', is.size]);

/** The bytes of picture `index`, `[32, 32, 3]`: a view, not a copy. */
export function emojiImage(set: EmojiSet, index: number): Uint8Array {
  emojiImageArgs(set, index);
  return set.images.subarray(index * emojiBytes, (index + 1) * emojiBytes);
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
