// What a CLIP of emoji can do, measured: retrieval among all names, zero-shot groups and subgroups. Each split by itself,
// since a concept or style that was never seen is another question than one that was.

import type { Embedder, Embeddings } from '../../clip/embed.ts';
import { emojiTemplates, plain } from '../../clip/words.ts';
import { imageBatch } from '../../data/augment.ts';
import type { EmojiRecord, EmojiSet } from '../../data/emoji-set.ts';
import { rPrecision } from '../../metrics/text-alignment.ts';
import { promptsOf, zeroShotClassifier, zeroShotLogits } from '../../models/clip-zero-shot.ts';
import { argmax, tensor } from '../../tensor/ops/index.ts';

/** Pictures of a set that are measured together. */
export interface Part {
  readonly name: string;
  readonly set: EmojiSet;
  readonly indices: readonly number[];
}

/** Shares between 0 and 1. */
export interface Measures {
  readonly pictures: number;
  /** The own name is among the first 1 and 5 of all names. */
  readonly imageToText: readonly [number, number];
  /** By its name the own picture is among the first 1 and 5 of the pictures of its style. */
  readonly textToImage: readonly [number, number];
  /** The right group of 8, and subgroup of 95, by sentences of all templates. */
  readonly group: number;
  readonly subgroup: number;
  /** The right subgroup by its bare words. */
  readonly bareSubgroup: number;
}

const tensorOf = ({ values, count, dim }: Embeddings) => tensor(values, { shape: [count, dim] });

/** Embeddings of some pictures of a set, as they are. */
export const embedPictures = (
  embed: Embedder,
  set: EmojiSet,
  indices: readonly number[],
): Promise<Embeddings> =>
  embed.images(indices.length, (first, n) => imageBatch(set, indices.slice(first, first + n)));

/** Rows of embeddings. */
export const rowsOf = ({ values, dim }: Embeddings, rows: readonly number[]): Embeddings => {
  const out = new Float32Array(rows.length * dim);
  rows.forEach((row, i) => {
    out.set(values.subarray(row * dim, (row + 1) * dim), i * dim);
  });
  return { values: out, count: rows.length, dim };
};

// The predicted class of each picture by the mean of all templates.
async function predicted(
  embed: Embedder,
  images: Embeddings,
  classes: readonly string[],
  templates: readonly string[],
): Promise<ArrayLike<number>> {
  const texts = await embed.texts(promptsOf(classes, templates));
  const classifier = zeroShotClassifier(tensorOf(texts), templates.length);
  return argmax(zeroShotLogits(tensorOf(images), classifier), 1).data();
}

// Each subgroup with its group.
function subgroupsOf(records: readonly EmojiRecord[]): ReadonlyMap<string, string> {
  return new Map(records.map(({ subgroup, group }) => [subgroup, group]));
}

/** The subgroup that each picture is taken for, with its group: the nearest of all subgroups' words. */
async function guesses(
  embed: Embedder,
  images: Embeddings,
  subgroups: ReadonlyMap<string, string>,
  templates: readonly string[] = emojiTemplates,
): Promise<{ group: string; subgroup: string }[]> {
  const classes = [...subgroups.keys()];
  const found = await predicted(embed, images, classes.map(plain), templates);
  return Array.from(found, (k) => ({
    subgroup: classes[k],
    group: subgroups.get(classes[k]) as string,
  }));
}

/** The same of some pictures of a set. */
export const predictedSubgroups = async (
  embed: Embedder,
  set: EmojiSet,
  indices: readonly number[],
) => guesses(embed, await embedPictures(embed, set, indices), subgroupsOf(set.records));

// Share of the part's pictures that are among the first `top` of all pictures of their style by their name.
async function textToImage(own: Embedded, all: readonly Embedded[], top: number): Promise<number> {
  let sum = 0;
  for (const style of new Set(own.styles)) {
    const rowsIn = ({ styles }: Embedded): number[] =>
      [...styles.keys()].filter((i) => styles[i] === style);
    const texts = rowsOf(own.texts, rowsIn(own));
    // the part's own pictures come first, in the order of the texts
    const pool = [own, ...all.filter((other) => other !== own)].map((part) =>
      rowsOf(part.images, rowsIn(part)),
    );
    sum += texts.count * (await rPrecision(texts, joined(pool), { top }));
  }
  return sum / own.images.count;
}

const joined = (list: readonly Embeddings[]): Embeddings => {
  const count = list.reduce((n, e) => n + e.count, 0);
  const values = new Float32Array(count * list[0].dim);
  let at = 0;
  for (const e of list) {
    values.set(e.values, at);
    at += e.values.length;
  }
  return { values, count, dim: list[0].dim };
};

// A part with its pictures and the names of these, row by row.
interface Embedded {
  readonly records: readonly EmojiRecord[];
  readonly styles: readonly string[];
  readonly images: Embeddings;
  readonly texts: Embeddings;
  readonly truth: readonly number[];
}

/**
 * Measures of each part by its name. Names are told apart from those of `all` records, pictures from those of their style
 * in all parts.
 */
export async function measureParts(
  embed: Embedder,
  parts: readonly Part[],
  all: readonly EmojiRecord[],
): Promise<Readonly<Record<string, Measures>>> {
  const concepts = [...new Map(all.map((record) => [record.hexcode, record])).values()];
  const names = await embed.texts(concepts.map(({ name }) => name));
  const rowOf = new Map(concepts.map(({ hexcode }, row) => [hexcode, row]));
  const embedded: Embedded[] = [];
  for (const { set, indices } of parts) {
    const records = indices.map((i) => set.records[i]);
    const truth = records.map(({ hexcode }) => rowOf.get(hexcode) as number);
    const images = await embedPictures(embed, set, indices);
    const styles = records.map(({ style }) => style);
    embedded.push({ records, styles, images, texts: rowsOf(names, truth), truth });
  }
  const subgroups = subgroupsOf(concepts);
  const out: Record<string, Measures> = {};
  for (const [i, own] of embedded.entries()) {
    const { images, truth, records } = own;
    const guessed = await guesses(embed, images, subgroups);
    const bare = await guesses(embed, images, subgroups, ['{}']);
    const right = (what: 'group' | 'subgroup', of = guessed): number =>
      records.filter((record, k) => record[what] === of[k][what]).length / records.length;
    const toText = (top: number) => rPrecision(images, names, { truth, top });
    const toImage = (top: number) => textToImage(own, embedded, top);
    out[parts[i].name] = {
      pictures: records.length,
      imageToText: [await toText(1), await toText(5)],
      textToImage: [await toImage(1), await toImage(5)],
      group: right('group'),
      subgroup: right('subgroup'),
      bareSubgroup: right('subgroup', bare),
    };
  }
  return out;
}

/** Measures as a table of text. */
export function measuresTable(measures: Readonly<Record<string, Measures>>): string {
  const share = (x: number): string => x.toFixed(3).padStart(9);
  const head = ['R@1', 'R@5', 'R@1', 'R@5', 'group', 'subgroup', 'bare']
    .map((h) => h.padStart(9))
    .join('');
  const rows = Object.entries(measures).map(([name, m]) => {
    const shares = [...m.imageToText, ...m.textToImage, m.group, m.subgroup, m.bareSubgroup]
      .map(share)
      .join('');
    return `${name.padEnd(24)}${`${m.pictures}`.padStart(8)}${shares}`;
  });
  const kinds = `${' '.repeat(32)}${'to name'.padStart(18)}${'to picture'.padStart(18)}${'zero-shot'.padStart(27)}`;
  return [kinds, `${' '.repeat(24)}pictures${head}`, ...rows, ''].join('\n');
}
