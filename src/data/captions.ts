// Captions for emoji. One picture gets many captions: `[style] name [subgroup] [keywords]`, each
// part but the name present by chance, so that a model understands a bare "red apple", "noto red
// apple" and "red apple fruit healthy" alike, and style words mean the style and nothing else.

import * as is from '../tensor/arguments.ts';
import * as kinds from './argument-kinds.ts';
import type { EmojiRecord } from './emoji-set.ts';
import type { HostRandom } from './random.ts';

/** Probabilities of a caption's optional parts. */
export type CaptionOptions = {
  /** The style's word in front, as in "twemoji red apple". */
  readonly style: number;
  /** The words of the subgroup, as in "red apple food fruit". */
  readonly subgroup: number;
  /** One to three keywords at the end. */
  readonly keywords: number;
};

/** For training text-to-image models: the style is mostly named. */
export const diffusionCaptions: CaptionOptions = { style: 0.8, subgroup: 0.3, keywords: 0.3 };

const captionArgs = is.signature(
  'data.caption',
  ['record', kinds.emojiRecord],
  ['random', kinds.hostRandom],
  [
    'options',
    is.options<CaptionOptions>({
      style: is.fraction,
      subgroup: is.fraction,
      keywords: is.fraction,
    }),
  ],
);

/**
 * A random caption of one record: the style, its name, its subgroup's words and up to three
 * keywords, joined by spaces. A function of the record, the options and the state of `random`.
 */
export function caption(
  record: EmojiRecord,
  random: HostRandom,
  options: CaptionOptions = diffusionCaptions,
): string {
  captionArgs(record, random, options);
  const parts = [record.name];
  if (random.chance(options.style)) parts.unshift(record.style);
  if (random.chance(options.subgroup)) parts.push(record.subgroup.replace(/-/g, ' '));
  if (random.chance(options.keywords)) {
    parts.push(...random.pick(record.keywords, 1 + random.integer(3)));
  }
  return parts.join(' ');
}
