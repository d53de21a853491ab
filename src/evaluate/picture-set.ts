// Sets of pictures: files, the emoji data set, what a model draws.

import { join } from 'node:path';
import { caption } from '../data/captions.ts';
import { distinctEmoji } from '../data/distinct-emoji.ts';
import { emojiImage, loadEmoji } from '../data/emoji.ts';
import type { EmojiFilter, EmojiRecord } from '../data/emoji-set.ts';
import { hostRandom, permutation } from '../data/random.ts';
import type { DrawPicturesOptions, Pipeline } from '../diffusion/pipeline.ts';
import { type ImageBatch, readPicture, toPictures } from '../io/image.ts';
import type { Picture } from '../io/picture.ts';
import type { OnDone, Pictures } from './batches.ts';
import type { PictureText } from './figure.ts';

/** Pictures with a name for people, and their texts where they are known. */
export interface PictureSet extends Pictures {
  readonly name: string;
  readonly texts?: readonly PictureText[];
}

/** What samples are compared with. */
export interface Reference {
  /** All pictures that are needed. */
  readonly pictures: PictureSet;
  /** The numbers of those that are compared, of those that were trained on, and of those held out, if that is known. */
  readonly compared: readonly number[];
  readonly training: readonly number[];
  readonly heldOut?: readonly number[];
}

/** Picture files, which are read one by one. */
export const filesSet = (
  name: string,
  files: readonly string[],
  texts?: readonly PictureText[],
): PictureSet => ({ name, count: files.length, picture: (i) => readPicture(files[i]), texts });

/** The pictures of a list of prompts, beside it. */
export const listedSet = (
  name: string,
  folder: string,
  entries: readonly { readonly file: string; readonly name: string }[],
): PictureSet =>
  filesSet(
    name,
    entries.map(({ file }) => join(folder, file)),
    entries.map(({ name: prompt }) => ({ prompt, name: prompt })),
  );

/** A set of files as a reference: nothing is known of what a model has seen of it. */
export function filesReference(pictures: PictureSet): Reference {
  const all = [...Array(pictures.count).keys()];
  return { pictures, compared: all, training: all };
}

/** Which part of the data set samples are compared with. */
export const emojiParts = ['emoji', 'emoji:train', 'emoji:held-out'] as const;
/** A part by its name. */
export type EmojiPart = (typeof emojiParts)[number];

// 'noto red apple'
const promptOf = (record: EmojiRecord): string =>
  caption(record, hostRandom(0), { style: 1, subgroup: 0, keywords: 0 });

/** The distinct emoji of some styles and groups, at a size. @throws ShapeError for unknown names, FileError */
export async function emojiReference(
  part: EmojiPart,
  filter: Pick<EmojiFilter, 'styles' | 'groups'>,
  size: number,
): Promise<Reference> {
  const set = await loadEmoji(undefined, { ...distinctEmoji, ...filter, size });
  const all = [...set.records.keys()];
  const training = all.filter((i) => set.records[i].split === 'train');
  const heldOut = all.filter((i) => set.records[i].split !== 'train');
  const compared = { emoji: all, 'emoji:train': training, 'emoji:held-out': heldOut }[part];
  const { styles, groups } = filter;
  const pictures: PictureSet = {
    name: [part, ...[styles, groups].map((list) => list?.join(','))].filter(Boolean).join(' '),
    count: all.length,
    picture: (i) => ({ width: size, height: size, pixels: emojiImage(set, i) }),
    texts: set.records.map((record) => ({ prompt: promptOf(record), name: record.name })),
  };
  return { pictures, compared, training, ...(heldOut.length > 0 && { heldOut }) };
}

/** Some pictures of a set as a set of their own. */
export const partOf = (set: PictureSet, rows: readonly number[], name = set.name): PictureSet => ({
  name,
  count: rows.length,
  picture: (i) => set.picture(rows[i]),
  texts: set.texts && rows.map((i) => (set.texts as readonly PictureText[])[i]),
});

/** The subgroups of all emoji by their words. */
export async function emojiSubgroups(): Promise<string[]> {
  const { records } = await loadEmoji(undefined, { size: 1, styles: ['noto'] });
  return [...new Set(records.map(({ subgroup }) => subgroup.replace(/-/g, ' ')))];
}

/** `count` texts out of a list, each as often as any other, in a random order. */
export const drawnTexts = (
  texts: readonly PictureText[],
  count: number,
  seed: number,
): PictureText[] => {
  const out: PictureText[] = [];
  for (let round = 0; out.length < count; round++) {
    const order = permutation(texts.length, hostRandom(seed, round));
    out.push(...[...order].slice(0, count - out.length).map((i) => texts[i]));
  }
  return out;
};

// more than samples are drawn, so that different seeds have no noise in common
const seedsApart = 1_000_000;

/** A picture of each text, each from noise of its own, drawn by a model and rounded to bytes as files are. @throws WgradError */
export async function drawnSet(
  name: string,
  model: Pipeline,
  texts: readonly PictureText[],
  {
    seed,
    ...options
  }: Pick<DrawPicturesOptions, 'steps' | 'guidance' | 'onProgress'> & { readonly seed: number },
  onDone?: OnDone,
): Promise<PictureSet> {
  const pictures: Picture[] = [];
  const onPictures = (images: ImageBatch): void => {
    pictures.push(...toPictures(images));
    onDone?.(pictures.length, texts.length);
  };
  await model.draw(
    texts.map(({ prompt }) => prompt),
    { ...options, seed: texts.map((_, i) => seed * seedsApart + i), onPictures },
  );
  return { name, count: pictures.length, picture: (i) => pictures[i], texts };
}
