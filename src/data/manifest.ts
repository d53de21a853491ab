// Checks emoji.json by hand before anything trusts it: the first fault is reported with its place.

import { isJsonObject, parseJson } from '../io/json.ts';
import { FileError } from '../tensor/errors.ts';
import { printable, quote } from '../tensor/quote.ts';
import type { EmojiStyle } from './emoji-set.ts';

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

/** The content of emoji.json. */
export type Manifest = {
  readonly count: number;
  /** CRC-32 of the unpacked pictures. */
  readonly crc32: number;
  readonly styles: readonly EmojiStyle[];
  readonly concepts: readonly ManifestConcept[];
};

const styleTexts = ['id', 'title', 'author', 'url', 'licence'];
const conceptTexts = ['hexcode', 'name', 'group', 'subgroup'];

/** Parses and checks emoji.json; `name` is what errors call the file. */
export function parseManifest(text: string, name: string): Manifest {
  const fail = (fault: string): never => {
    throw new FileError(`${name}: ${fault}`);
  };
  const value = parseJson(text, name);
  if (!isJsonObject(value) || value.format !== 'wgrad-emoji') return fail('not an emoji data set');
  if (value.version !== 1)
    return fail(`version ${quote(value.version)}; this program reads version 1`);
  if (value.size !== 32) return fail(`pictures of ${quote(value.size)} pixels; expected 32`);
  for (const key of ['count', 'crc32']) {
    if (!Number.isInteger(value[key]) || Number(value[key]) < 0) fail(`"${key}" is not a count`);
  }
  const { styles, concepts } = value;
  if (!Array.isArray(styles) || !Array.isArray(concepts)) {
    return fail('"styles" and "concepts" must be lists');
  }
  for (const [i, style] of styles.entries()) {
    if (!hasTexts(style, styleTexts)) fail(`style ${i} lacks one of ${styleTexts.join(', ')}`);
  }
  const ids = new Set(styles.map((style) => style.id));
  const areStyles = (list: unknown): boolean => isTexts(list) && list.every((id) => ids.has(id));
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

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function hasTexts(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
  return isJsonObject(value) && keys.every((key) => typeof value[key] === 'string');
}
