// One part of emoji.bin, decompressed: pictures as bands of rows, each with a palette of at most 256 colours
// and a byte a pixel. One byte a picture says how many bands it has, of equally many rows; one byte a band how many
// colours, less one; the palettes follow, each as its reds, greens and blues, each of these as differences
// (modulo 256) from the colour before; then the pixels as places in the palette, band after band, column
// after column (scripts/data/emoji-pack.mjs writes it).

import { FileError } from '../tensor/errors.ts';
import { rebuild } from './files.ts';

/** The least and the most bytes of `count` pictures of `size` x `size` pixels. */
export const bytesOfPictures = (count: number, size: number): [least: number, most: number] => [
  count * (1 + 4 + size * size),
  count * (1 + (1 + 3 * 256) * size + size * size),
];

/** The colours of a band from byte `at` on, as red, green and blue one after the other. */
function paletteAt(part: Uint8Array, at: number, colours: number): Uint8Array {
  const palette = new Uint8Array(3 * colours);
  for (let c = 0; c < 3; c++) {
    let value = 0;
    for (let i = 0; i < colours; i++) {
      value += part[at + c * colours + i];
      palette[3 * i + c] = value;
    }
  }
  return palette;
}

/** The mean of each square of `[stored, stored, 3]` bytes, rounded, as `[size, size, 3]`. */
function average(pixels: Uint8Array, stored: number, size: number, out: Uint8Array): void {
  const side = stored / size;
  const whole = side * side;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let r = whole >> 1;
      let g = r;
      let b = r;
      for (let row = y * side; row < (y + 1) * side; row++) {
        const first = 3 * (row * stored + x * side);
        for (let i = first; i < first + 3 * side; i += 3) {
          r += pixels[i];
          g += pixels[i + 1];
          b += pixels[i + 2];
        }
      }
      const to = 3 * (y * size + x);
      out[to] = r / whole;
      out[to + 1] = g / whole;
      out[to + 2] = b / whole;
    }
  }
}

/** Pictures that can be drawn at any size that divides the one they are stored at. */
export interface PalettedPictures {
  /**
   * Writes picture `place` as `[size, size, 3]` bytes. Each pixel is the mean of a square of stored ones, as
   * their light is encoded, rounded. @throws FileError if a pixel has no colour
   */
  draw(place: number, size: number, out: Uint8Array): void;
}

/**
 * The `count` pictures of a part, `stored` x `stored` pixels each. `name` is what errors call the part.
 * @throws FileError if the numbers of bands and colours do not fit the pictures or the part's length
 */
export function palettedPictures(
  part: Uint8Array,
  count: number,
  stored: number,
  name: string,
): PalettedPictures {
  const damaged = (fault: string): never => {
    throw new FileError(`${name}: ${fault}; ${rebuild}`);
  };
  if (part.length < count) damaged(`${part.length} bytes for ${count} pictures`);
  // the first band of each picture, and the first byte of the palette of each band
  const bands = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) {
    if (part[i] < 1 || stored % part[i] !== 0) {
      damaged(`picture ${i} has ${part[i]} bands for ${stored} rows of pixels`);
    }
    bands[i + 1] = bands[i] + part[i];
  }
  const starts = new Int32Array(bands[count] + 1);
  starts[0] = count + bands[count];
  for (let i = 0; i < bands[count]; i++) starts[i + 1] = starts[i] + 3 * (part[count + i] + 1);
  const pixels = starts[bands[count]];
  const needed = pixels + count * stored * stored;
  if (needed !== part.length) damaged(`${count} pictures need ${needed} bytes, not ${part.length}`);

  const drawStored = (place: number, out: Uint8Array): void => {
    const rows = stored / part[place];
    let from = pixels + place * stored * stored;
    for (let band = 0; band < part[place]; band++) {
      const first = bands[place] + band;
      const colours = part[count + first] + 1;
      const palette = paletteAt(part, starts[first], colours);
      let highest = 0;
      for (let x = 0; x < stored; x++) {
        for (let y = band * rows; y < (band + 1) * rows; y++) {
          const index = part[from++];
          if (index > highest) highest = index;
          const to = 3 * (y * stored + x);
          out[to] = palette[3 * index];
          out[to + 1] = palette[3 * index + 1];
          out[to + 2] = palette[3 * index + 2];
        }
      }
      if (highest >= colours) damaged(`picture ${place} has colour ${highest} of ${colours}`);
    }
  };
  const whole = new Uint8Array(3 * stored * stored);
  return {
    draw(place, size, out) {
      if (size === stored) return drawStored(place, out);
      drawStored(place, whole);
      average(whole, stored, size, out);
    },
  };
}
