// How pictures are packed and drawn again: what the script writes is what the reader draws, colours are
// left out within limits, and damage is named.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packed } from '../../scripts/data/emoji-pack.mjs';
import { banded, difference } from '../../scripts/data/emoji-palette.mjs';
import { bytesOfPictures, palettedPictures } from '../../src/data/paletted-pictures.ts';
import { hostRandom } from '../../src/data/random.ts';
import { FileError } from '../../src/tensor/errors.ts';

const area = (size: number) => size * size * 3;
const drawn = (part: Uint8Array, count: number, stored: number, size = stored) => {
  const pictures = palettedPictures(part, count, stored, 'a part');
  return Array.from({ length: count }, (_, i) => {
    const out = new Uint8Array(area(size));
    pictures.draw(i, size, out);
    return out;
  });
};

// f gives the channels of a pixel
const picture = (size: number, f: (x: number, y: number, c: number) => number) =>
  Uint8Array.from({ length: area(size) }, (_, i) => {
    const pixel = Math.floor(i / 3);
    return f(pixel % size, Math.floor(pixel / size), i % 3);
  });
// a sphere with light from above: more colours than a palette has
const ball = picture(64, (x, y, c) => {
  const [u, v] = [(x - 31.5) / 30, (y - 31.5) / 30];
  const height = 1 - u * u - v * v;
  if (height < 0) return 255;
  const lit = 0.4 + 0.6 * Math.max(0, 0.7 * Math.sqrt(height) - 0.6 * v + 0.3 * u);
  return Math.min(255, [250, 200 - y, 60 + 2 * x][c] * lit);
});
const random = hostRandom(1);
const noise = picture(64, () => random.integer(256));

describe('packing', () => {
  test('pictures of few colours come back as they were, in order', () => {
    const size = 8;
    const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
    const few = fc
      .tuple(
        fc.array(colour, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(), { minLength: 64, maxLength: 64 }),
      )
      .map(([colours, places]) =>
        Uint8Array.from(places.flatMap((k) => colours[k % colours.length])),
      );
    fc.assert(
      fc.property(fc.array(few, { minLength: 1, maxLength: 4 }), (pictures) => {
        const bands = pictures.map(banded);
        // what is not exact is not exact in the bands already
        const wanted = bands.map((list) =>
          Uint8Array.from(
            list.flatMap(({ palette, indices }) => [...indices].flatMap((i) => palette[i])),
          ),
        );
        expect(drawn(packed(bands, size), pictures.length, size)).toEqual(wanted);
        for (const [i, one] of pictures.entries()) {
          expect(difference(one, bands[i]).most).toBeLessThanOrEqual(16);
        }
      }),
    );
  });

  test('flat pictures are exact in one band, shaded ones are cut into bands and stay above 47 dB', () => {
    const flat = picture(64, (x, y, c) => (x + 2 * y < 70 ? 255 : [200, 30, 60][c]));
    expect(banded(flat).length).toBe(1);
    expect(difference(flat, banded(flat)).most).toBe(0);
    const bands = banded(ball);
    expect(bands.length).toBeGreaterThan(1);
    const { psnr, mean, most } = difference(ball, bands);
    expect(psnr).toBeGreaterThan(47);
    expect(mean).toBeLessThan(1);
    expect(most).toBeLessThan(20);
    expect(bands.every(({ palette }) => palette.length <= 256)).toBe(true);
  });

  test('noise gets as many colours as there may be, and its length is within the limits', () => {
    const bands = [noise, ball].map(banded);
    expect(bands[0].length).toBe(4);
    for (const { palette } of bands[0]) {
      expect(palette.length).toBeGreaterThan(250);
      expect(palette.length).toBeLessThanOrEqual(256);
    }
    const part = packed(bands, 64);
    const [least, most] = bytesOfPictures(2, 64);
    expect(part.length).toBeGreaterThan(least);
    expect(part.length).toBeLessThan(most);
    const [first, second] = drawn(part, 2, 64);
    expect(difference(noise, bands[0]).psnr).toBeGreaterThan(20);
    expect(difference(first, bands[0]).most).toBe(0);
    expect(difference(second, bands[1]).most).toBe(0);
  });

  test.each([1, 4, 32])('at %i pixels each is the rounded mean of a square', (size) => {
    const part = packed([noise, ball].map(banded), 64);
    const side = 64 / size;
    for (const [i, whole] of drawn(part, 2, 64).entries()) {
      const wanted = picture(size, (x, y, c) => {
        let sum = 0;
        for (let r = y * side; r < (y + 1) * side; r++) {
          for (let q = x * side; q < (x + 1) * side; q++) sum += whole[(r * 64 + q) * 3 + c];
        }
        return Math.round(sum / side ** 2);
      });
      expect(drawn(part, 2, 64, size)[i]).toEqual(wanted);
    }
  });
});

describe('damage', () => {
  const sound = packed([banded(ball.subarray(0, area(8))), banded(noise.subarray(0, area(8)))], 8);
  const lastColours = banded(noise.subarray(0, area(8))).at(-1)!.palette.length;
  const changed = (at: number, value: number) => {
    const copy = Uint8Array.from(sound);
    copy[at] = value;
    return copy;
  };
  const faults: [string, () => Uint8Array, RegExp][] = [
    ['no bands', () => changed(1, 0), /a part: picture 1 has 0 bands for 8 rows of pixels/],
    ['uneven bands', () => changed(0, 3), /a part: picture 0 has 3 bands for 8 rows of pixels/],
    [
      'other colours',
      () => changed(2, sound[2] + 1),
      /2 pictures need \d+ bytes, not \d+; rebuild/,
    ],
    ['cut', () => sound.subarray(0, 100), /2 pictures need \d+ bytes, not 100/],
    ['nothing', () => new Uint8Array(0), /a part: 0 bytes for 2 pictures/],
    [
      'one colour too many',
      () => changed(sound.length - 1, lastColours),
      new RegExp(`picture 1 has colour ${lastColours} of ${lastColours}; rebuild`),
    ],
  ];
  test.each(faults)('%s: one clear error', (_, part, message) => {
    expect(() => drawn(part(), 2, 8)).toThrow(message);
    expect(() => drawn(part(), 2, 8, 4)).toThrow(FileError);
  });
});
