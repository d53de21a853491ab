// Checks emoji.json by hand before anything trusts it: the first fault is reported with its place.

import { isJsonObject, parseJson } from '../io/json.ts';
import { FileError } from '../tensor/errors.ts';
import { printable, quote } from '../tensor/quote.ts';
import type { EmojiRecord, EmojiStyle } from './emoji-set.ts';

/** A concept as the file lists it: `heldOut` is true (in every style) or the styles held out. */
export type ManifestConcept = {
  readonly hexcode: string;
  readonly name: string;
  readonly group: string;
  readonly subgroup: string;
  readonly keywords: readonly string[];
  readonly styles: readonly string[];
  readonly heldOut: true | readonly string[];
};

/** One gzip stream of emoji.bin: the pictures of one style and group. */
export type ManifestPart = {
  readonly style: string;
  readonly group: string;
  /** Pictures in it. */
  readonly count: number;
  /** Bytes in the file. */
  readonly packed: number;
  /** Bytes once decompressed, and their CRC-32. */
  readonly bytes: number;
  readonly crc32: number;
};

/** The content of emoji.json. */
export type Manifest = {
  /** Width and height of the pictures as they are stored. */
  readonly size: number;
  readonly count: number;
  readonly styles: readonly EmojiStyle[];
  /** In the order of the file. */
  readonly parts: readonly ManifestPart[];
  readonly concepts: readonly ManifestConcept[];
};

const styleTexts = ['id', 'title', 'author', 'url', 'licence'];
const partTexts = ['style', 'group'];
const partCounts = ['count', 'packed', 'bytes', 'crc32'];
const conceptTexts = ['hexcode', 'name', 'group', 'subgroup'];

const mostSize = 1024;

/** Parses and checks emoji.json; `name` is what errors call the file. */
export function parseManifest(text: string, name: string): Manifest {
  const fail = (fault: string): never => {
    throw new FileError(`${name}: ${fault}`);
  };
  const value = parseJson(text, name);
  if (!isJsonObject(value) || value.format !== 'wgrad-emoji') return fail('not an emoji data set');
  if (value.version !== 2)
    return fail(`version ${quote(value.version)}; this program reads version 2`);
  if (!isCount(value.size) || value.size < 1 || value.size > mostSize) {
    return fail(`pictures of ${quote(value.size)} pixels; expected 1 to ${mostSize}`);
  }
  if (!isCount(value.count)) return fail('"count" is not a count');
  const { styles, parts, concepts } = value;
  if (!Array.isArray(styles) || !Array.isArray(parts) || !Array.isArray(concepts)) {
    return fail('"styles", "parts" and "concepts" must be lists');
  }
  for (const [i, style] of styles.entries()) {
    if (!hasTexts(style, styleTexts)) fail(`style ${i} lacks one of ${styleTexts.join(', ')}`);
  }
  const ids = new Set(styles.map((style) => style.id));
  const areStyles = (list: unknown): boolean => isTexts(list) && list.every((id) => ids.has(id));
  for (const [i, part] of parts.entries()) {
    if (!hasTexts(part, partTexts)) fail(`part ${i} lacks one of ${partTexts.join(', ')}`);
    const wrong = partCounts.find((key) => !isCount(part[key]));
    if (wrong !== undefined) fail(`part ${i}: "${wrong}" is not a count`);
  }
  for (const [i, concept] of concepts.entries()) {
    if (!hasTexts(concept, conceptTexts)) {
      return fail(`concept ${i} lacks one of ${conceptTexts.join(', ')}`);
    }
    const place = `concept ${i} (${printable(concept.name as string, 60)})`;
    if (!isTexts(concept.keywords)) fail(`${place}: "keywords" is not a list of texts`);
    if (!areStyles(concept.styles)) fail(`${place}: "styles" is not a list of known styles`);
    if (concept.heldOut !== true && !areStyles(concept.heldOut)) {
      fail(`${place}: "heldOut" is neither true nor a list of known styles`);
    }
  }
  return value as unknown as Manifest;
}

/** The record of every picture, style after style, in the order of the concepts. */
export const recordsOf = (manifest: Manifest): EmojiRecord[] =>
  manifest.styles.flatMap((style) =>
    manifest.concepts
      .filter((concept) => concept.styles.includes(style.id))
      .map((concept): EmojiRecord => {
        const { hexcode, name, group, subgroup, keywords, heldOut } = concept;
        const pair = heldOut !== true && heldOut.includes(style.id);
        const split = heldOut === true ? 'heldOutConcept' : pair ? 'heldOutPair' : 'train';
        return { hexcode, name, style: style.id, group, subgroup, keywords, split };
      }),
  );

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function hasTexts(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
  return isJsonObject(value) && keys.every((key) => typeof value[key] === 'string');
}
