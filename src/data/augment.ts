// Augmentation on the host: mirrored and shifted copies. Mirroring doubles the data for nothing but
// must spare pictures whose meaning has a side: writing, arrows, clocks, left and right.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import * as kinds from './argument-kinds.ts';
import { emojiBytes, emojiImage, emojiSize } from './emoji.ts';
import type { EmojiRecord, EmojiSet } from './emoji-set.ts';
import type { HostRandom } from './random.ts';

const sidedName = /\b(left|right|leftwards?|rightwards?|clock|clockwise|counterclockwise|oclock)\b/;
const sidedTime =
  /o['’]clock|^(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)-thirty$/;
const sidedThings = new Set([
  'hundred points',
  'calendar',
  'tear-off calendar',
  'spiral calendar',
  'newspaper',
  'atm sign',
  'rolled-up newspaper',
  'zzz',
  'pool 8 ball',
  'abacus',
  'chart increasing',
  'chart decreasing',
  'bar chart',
  'musical score',
  'musical note',
  'musical notes',
  'alarm clock',
  'watch',
  'stopwatch',
  'timer clock',
  'mantelpiece clock',
  'keyboard',
  'input numbers',
  'face with symbols on mouth',
  'bookmark tabs',
  'page facing up',
  'scroll',
  'memo',
  'mahjong red dragon',
  'joker',
  'sleeping face',
  'sleepy face',
  'clapper board',
  'no one under eighteen',
  'label',
  'ledger',
]);

const mirrorableArgs = is.signature('data.mirrorable', ['record', kinds.emojiRecord]);

/** True if the mirrored picture is still a picture of the same thing. */
export function mirrorable(record: EmojiRecord): boolean {
  mirrorableArgs(record);
  const { group, name } = record;
  return (
    group !== 'symbols' && !sidedName.test(name) && !sidedTime.test(name) && !sidedThings.has(name)
  );
}

const mirrorArgs = is.signature('data.mirror', ['image', is.bytes], ['out', is.optional(is.bytes)]);

/** `[32, 32, 3]` pixels mirrored left to right, into `out` (a new array by default). */
export function mirror(image: Uint8Array, out = new Uint8Array(emojiBytes)): Uint8Array {
  mirrorArgs(image, out);
  for (let y = 0; y < emojiSize; y++) {
    for (let x = 0; x < emojiSize; x++) {
      const from = (y * emojiSize + x) * 3;
      const to = (y * emojiSize + emojiSize - 1 - x) * 3;
      for (let c = 0; c < 3; c++) out[to + c] = image[from + c];
    }
  }
  return out;
}

const shiftArgs = is.signature(
  'data.shift',
  ['image', is.bytes],
  ['right', is.integer],
  ['down', is.integer],
);

/** `[32, 32, 3]` pixels moved by whole pixels (right and down), white where nothing is left. */
export function shift(image: Uint8Array, right: number, down: number): Uint8Array {
  shiftArgs(image, right, down);
  const out = new Uint8Array(emojiBytes).fill(255);
  const columns = emojiSize - Math.abs(right);
  if (columns <= 0) return out;
  for (let y = Math.max(0, down); y < Math.min(emojiSize, emojiSize + down); y++) {
    const from = ((y - down) * emojiSize + Math.max(0, -right)) * 3;
    out.set(image.subarray(from, from + columns * 3), (y * emojiSize + Math.max(0, right)) * 3);
  }
  return out;
}

const withMirroredArgs = is.signature('data.withMirrored', ['set', kinds.emojiSet]);

/**
 * The set followed by a mirrored copy of every picture that may be mirrored, with the same records:
 * for code that encodes each picture once, such as latents.
 */
export function withMirrored(set: EmojiSet): EmojiSet {
  withMirroredArgs(set);
  const sources = [...set.records.keys()].filter((i) => mirrorable(set.records[i]));
  const images = new Uint8Array(set.images.length + sources.length * emojiBytes);
  images.set(set.images);
  for (const [k, i] of sources.entries()) {
    const to = set.images.length + k * emojiBytes;
    mirror(emojiImage(set, i), images.subarray(to, to + emojiBytes));
  }
  const records = [...set.records, ...sources.map((i) => set.records[i])];
  return { images, records, styles: set.styles };
}

/** How {@link imageBatch} varies pictures. */
export type Augmentation = {
  /** Mirror, with probability 1/2, the pictures that may be mirrored. Default false. */
  readonly mirror?: boolean;
  /** Move by up to this many pixels either way, white coming in. Default 0. */
  readonly shift?: number;
};

const imageBatchArgs = is.signature(
  'data.imageBatch',
  ['set', kinds.emojiSet],
  ['indices', is.numbers],
  ['random', is.optional(kinds.hostRandom)],
  [
    'augmentation',
    is.options<Augmentation>({ mirror: is.optional(is.boolean), shift: is.optional(is.size) }),
  ],
);

/**
 * Pictures as a network takes them: `[indices.length, 32, 32, 3]` in -1 .. 1, row-major. Without
 * `random` nothing is varied. Throws ShapeError on an index outside the set.
 */
export function imageBatch(
  set: EmojiSet,
  indices: ArrayLike<number>,
  random?: HostRandom,
  augmentation: Augmentation = {},
): Float32Array {
  imageBatchArgs(set, indices, random, augmentation);
  const out = new Float32Array(indices.length * emojiBytes);
  const reach = augmentation.shift ?? 0;
  for (let i = 0; i < indices.length; i++) {
    const record = set.records[indices[i]];
    if (!record) {
      throw new ShapeError(`imageBatch: picture ${indices[i]} of a set of ${set.records.length}`);
    }
    let image = emojiImage(set, indices[i]);
    // Both draws always happen, so that one option does not change the other's random numbers.
    if (random) {
      const flip = random.chance(0.5);
      const [right, down] = [random.uniform(), random.uniform()].map(
        (u) => Math.floor(u * (2 * reach + 1)) - reach,
      );
      if (augmentation.mirror && flip && mirrorable(record)) image = mirror(image);
      if (reach > 0) image = shift(image, right, down);
    }
    for (let k = 0; k < emojiBytes; k++) out[i * emojiBytes + k] = image[k] / 127.5 - 1;
  }
  return out;
}
