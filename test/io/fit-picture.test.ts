// Pictures of any size as squares: means of what a pixel covers, white around, nothing stretched.
import { expect, it } from 'vitest';
import { fitPicture } from '../../src/io/fit-picture.ts';

const picture = (width: number, height: number, value: (x: number, y: number) => number) => ({
  width,
  height,
  pixels: Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3);
    return value(pixel % width, Math.floor(pixel / width)) + (i % 3);
  }),
});
const at = ({ width, pixels }: ReturnType<typeof fitPicture>, x: number, y: number) => [
  ...pixels.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

it('one of the same size stays as it is', () => {
  const p = picture(5, 5, (x, y) => 10 * x + y);
  expect(fitPicture(p, 5).pixels).toEqual(p.pixels);
});

it('pixels are means of what they cover, in parts too', () => {
  const half = fitPicture(
    picture(4, 4, (x, y) => 40 * x + 4 * y),
    2,
  );
  expect(at(half, 0, 0)).toEqual([22, 23, 24]);
  expect(at(half, 1, 1)).toEqual([110, 111, 112]);
  // three become two: the middle one is shared
  const parts = fitPicture(
    picture(3, 3, (x) => 60 * x),
    2,
  );
  expect(at(parts, 0, 1)).toEqual([20, 21, 22]);
  expect(at(parts, 1, 0)).toEqual([100, 101, 102]);
});

it('smaller ones are enlarged by whole pixels', () => {
  const p = fitPicture(
    picture(2, 2, (x, y) => 100 * x + 50 * y),
    4,
  );
  expect([0, 1, 2, 3].map((x) => at(p, x, 3)[0])).toEqual([50, 50, 150, 150]);
});

it('what is not square has white at both sides', () => {
  const wide = fitPicture(
    picture(8, 4, () => 100),
    4,
  );
  expect([0, 1, 2, 3].map((y) => at(wide, 0, y)[0])).toEqual([255, 100, 100, 255]);
  const high = fitPicture(
    picture(1, 400, () => 100),
    4,
  );
  expect([0, 1, 2, 3].map((x) => at(high, x, 2)[0])).toEqual([255, 100, 255, 255]);
});
