// What the emoji data set consists of.

/**
 * What a picture may be used for: `train`, or evaluation only, because the concept is never trained
 * on in this style (`heldOutPair`) or in any style (`heldOutConcept`).
 */
export type Split = 'train' | 'heldOutPair' | 'heldOutConcept';

/** Groups of the whole data set. */
export const emojiGroups = [
  'smileys-emotion',
  'people-body',
  'animals-nature',
  'food-drink',
  'travel-places',
  'activities',
  'objects',
  'symbols',
] as const;
/** Ids of its styles. */
export const emojiStyles = [
  'noto',
  'twemoji',
  'fluent',
  'fluent3d',
  'blob',
  'emojione',
  'fxemoji',
] as const;

/** What is known of one picture. */
export type EmojiRecord = {
  /** Unicode code points in lower-case hex, joined by '-', without FE0F: '1f34e'. */
  readonly hexcode: string;
  /** Lower-case English name: 'red apple'. */
  readonly name: string;
  /** A style's id and caption word: 'noto', 'twemoji', 'fluent', 'fluent3d', 'blob', ... */
  readonly style: string;
  /** 'smileys-emotion', 'people-body', 'animals-nature', 'food-drink', 'travel-places', ... */
  readonly group: string;
  /** 'food-fruit', 'animal-mammal', ... */
  readonly subgroup: string;
  /** Words and short phrases, sorted: ['apple', 'diet', 'fruit', ...]. */
  readonly keywords: readonly string[];
  readonly split: Split;
};

/** A vendor's set. */
export type EmojiStyle = {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly url: string;
  /** SPDX identifier of the pictures' licence. */
  readonly licence: string;
};

/** Pictures of one size with their records: picture i is `images` from byte i * size * size * 3 on. */
export type EmojiSet = {
  /** Width and height of every picture. */
  readonly size: number;
  /** `[n, size, size, 3]`: red, green, blue in 0 .. 255 on white, rows from the top. */
  readonly images: Uint8Array;
  readonly records: readonly EmojiRecord[];
  readonly styles: readonly EmojiStyle[];
};

/** What to keep of a data set; a part left out keeps everything. */
export type EmojiFilter = {
  readonly groups?: readonly string[];
  readonly styles?: readonly string[];
  readonly splits?: readonly Split[];
  /** Any further condition. */
  readonly where?: (record: EmojiRecord) => boolean;
};

/**
 * Where the data set is: a folder (a path in Node, or an http(s) URL in Node and browsers) with
 * emoji.json and emoji.bin, or the contents of the two.
 */
export type EmojiSource = string | URL | { readonly json: string; readonly bin: Uint8Array };
