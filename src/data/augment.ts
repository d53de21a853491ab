// Augmentation on the host: mirrored and shifted copies. Mirroring doubles the data for nothing but
// must spare pictures whose meaning has a side: writing, arrows, clocks, left and right.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import * as kinds from './argument-kinds.ts';
import { emojiImage } from './emoji.ts';
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

const mirrorArgs = is.signature(
  'data.mirror',
  ['image', is.bytes],
  ['size', is.count],
  ['out', is.optional(is.bytes)],
);

/** `[size, size, 3]` pixels mirrored left to right, into `out` (a new array by default). */
export function mirror(
  image: Uint8Array,
  size: number,
  out = new Uint8Array(image.length),
): Uint8Array {
  mirrorArgs(image, size, out);
  checkPixels('mirror', image, size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = (y * size + x) * 3;
      const to = (y * size + size - 1 - x) * 3;
      for (let c = 0; c < 3; c++) out[to + c] = image[from + c];
    }
  }
  return out;
}

const shiftArgs = is.signature(
  'data.shift',
  ['image', is.bytes],
  ['size', is.count],
  ['right', is.integer],
  ['down', is.integer],
);

/** `[size, size, 3]` pixels moved by whole pixels (right and down), white where nothing is left. */
export function shift(image: Uint8Array, size: number, right: number, down: number): Uint8Array {
  shiftArgs(image, size, right, down);
  checkPixels('shift', image, size);
  const out = new Uint8Array(image.length).fill(255);
  const columns = size - Math.abs(right);
  if (columns <= 0) return out;
  for (let y = Math.max(0, down); y < Math.min(size, size + down); y++) {
    const from = ((y - down) * size + Math.max(0, -right)) * 3;
    out.set(image.subarray(from, from + columns * 3), (y * size + Math.max(0, right)) * 3);
  }
  return out;
}

function checkPixels(what: string, image: Uint8Array, size: number): void {
  if (image.length === size * size * 3) return;
  throw new ShapeError(
    `${what}: ${image.length} bytes are no picture of ${size} x ${size} pixels, which has ${size * size * 3}`,
  );
}

const withMirroredArgs = is.signature('data.withMirrored', ['set', kinds.emojiSet]);

/**
 * The set followed by a mirrored copy of every picture that may be mirrored, with the same records:
 * for code that encodes each picture once, such as latents.
 */
export function withMirrored(set: EmojiSet): EmojiSet {
  withMirroredArgs(set);
  const sources = [...set.records.keys()].filter((i) => mirrorable(set.records[i]));
  const bytes = set.size * set.size * 3;
  const images = new Uint8Array(set.images.length + sources.length * bytes);
  images.set(set.images);
  for (const [k, i] of sources.entries()) {
    const to = set.images.length + k * bytes;
    mirror(emojiImage(set, i), set.size, images.subarray(to, to + bytes));
  }
  const records = [...set.records, ...sources.map((i) => set.records[i])];
  return { ...set, images, records };
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
 * Pictures as a network takes them: `[indices.length, size, size, 3]` in -1 .. 1, row-major. Without
 * `random` nothing is varied. Throws ShapeError on an index outside the set.
 */
export function imageBatch(
  set: EmojiSet,
  indices: ArrayLike<number>,
  random?: HostRandom,
  augmentation: Augmentation = {},
): Float32Array {
  imageBatchArgs(set, indices, random, augmentation);
  const bytes = set.size * set.size * 3;
  const out = new Float32Array(indices.length * bytes);
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
      if (augmentation.mirror && flip && mirrorable(record)) image = mirror(image, set.size);
      if (reach > 0) image = shift(image, set.size, right, down);
    }
    for (let k = 0; k < bytes; k++) out[i * bytes + k] = image[k] / 127.5 - 1;
  }
  return out;
}
