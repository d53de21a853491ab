// What the tasks that begin with a picture show of it: coarse pixels, a hole, another style.
import type { EmojiSet } from '../../data/emoji-set.ts';
import type { HostRandom } from '../../data/random.ts';

/** Pictures as they are shown to the network, and holes in them: 1 where something is missing, [n, size, size]. */
export interface Shown {
  readonly set: EmojiSet;
  readonly holes?: Uint8Array;
}

/** A way of changing pictures. */
export interface Edit {
  readonly sees: 'picture' | 'hole';
  /** How many ways of showing a picture are tried: other holes, other styles. */
  readonly ways: number;
  /** Whether what is shown of a picture comes from other ones of the set. */
  readonly ofOthers: boolean;
  /** What is shown of each picture of a set. */
  shown(set: EmojiSet, chance: HostRandom): Shown;
}

/** Every pixel the mean of the block of 4 x 4 that it lies in. */
function coarse(set: EmojiSet): Shown {
  const { size } = set;
  const block = 4;
  const images = new Uint8Array(set.images.length);
  for (let at = 0; at < images.length; at += size * size * 3) {
    for (let y = 0; y < size; y += block) {
      for (let x = 0; x < size; x += block) {
        const places: number[] = [];
        for (let v = 0; v < block; v++) {
          for (let u = 0; u < block; u++) places.push(at + ((y + v) * size + x + u) * 3);
        }
        for (let c = 0; c < 3; c++) {
          const sum = places.reduce((n, place) => n + set.images[place + c], 0);
          for (const place of places) images[place + c] = Math.round(sum / places.length);
        }
      }
    }
  }
  return { set: { ...set, images } };
}

// the byte of 0 in [-1, 1], which stands where a hole is
const nothing = 128;

/** A rectangle of a quarter to all of each side is missing. */
function holed(set: EmojiSet, chance: HostRandom): Shown {
  const { size } = set;
  const images = set.images.slice();
  const holes = new Uint8Array(set.images.length / 3);
  const span = (): [number, number] => {
    const length = Math.round(size * (0.25 + 0.75 * chance.uniform()));
    const from = Math.floor(chance.uniform() * (size - length + 1));
    return [from, from + length];
  };
  for (let at = 0; at < holes.length; at += size * size) {
    const [[top, below], [left, right]] = [span(), span()];
    for (let y = top; y < below; y++) {
      holes.fill(1, at + y * size + left, at + y * size + right);
      images.fill(nothing, (at + y * size + left) * 3, (at + y * size + right) * 3);
    }
  }
  return { set: { ...set, images }, holes };
}

/** Each picture is shown as another picture of the same thing, mirrored where it is; itself where there is none. */
function restyled(set: EmojiSet, chance: HostRandom): Shown {
  const same = new Map<string, number[]>();
  const seen = new Set<string>();
  const keys = set.records.map(({ hexcode, style }) => {
    // the second of a thing and style is the mirrored one
    const own = `${hexcode} ${style}`;
    const key = `${hexcode} ${seen.has(own)}`;
    seen.add(own);
    return key;
  });
  for (const [i, key] of keys.entries()) same.set(key, [...(same.get(key) ?? []), i]);
  const bytes = set.size * set.size * 3;
  const images = new Uint8Array(set.images.length);
  for (const [i, key] of keys.entries()) {
    const others = (same.get(key) ?? []).filter((k) => k !== i);
    const from = others.length > 0 ? others[Math.floor(chance.uniform() * others.length)] : i;
    images.set(set.images.subarray(from * bytes, (from + 1) * bytes), i * bytes);
  }
  return { set: { ...set, images } };
}

/** By the names of their tasks. */
export const edits = {
  'emoji-super-resolution': { sees: 'picture', ways: 1, ofOthers: false, shown: coarse },
  'emoji-inpainting': { sees: 'hole', ways: 2, ofOthers: false, shown: holed },
  'emoji-style-transfer': { sees: 'picture', ways: 2, ofOthers: true, shown: restyled },
} as const satisfies Record<string, Edit>;

/** The hole at the corner of every latent's pixels, then the latents, [n, h, w, 1 + c]. */
export function besideHole(
  holes: Uint8Array,
  latents: Float32Array,
  { size, factor, channels }: { size: number; factor: number; channels: number },
): Float32Array {
  const side = size / factor;
  const out = new Float32Array((latents.length / channels) * (channels + 1));
  for (let at = 0, cell = 0; at < holes.length; at += size * size) {
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++, cell++) {
        const to = cell * (channels + 1);
        out[to] = holes[at + (y * size + x) * factor];
        out.set(latents.subarray(cell * channels, (cell + 1) * channels), to + 1);
      }
    }
  }
  return out;
}
