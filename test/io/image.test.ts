// Pictures: float to byte, grids, PNG and GIF files.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeGif } from '../../src/io/gif.ts';
import { enlarge, grid, readPicture, toPictures, writePng } from '../../src/io/image.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wgrad-image-'));
});
afterAll(() => rm(folder, { recursive: true }));

// two pictures of 2 x 1 pixels
const batch = {
  shape: [2, 1, 2, 3],
  data: [-1, 0, 1, -2, 2, 0.5, 1, 1, 1, -1, -1, -1],
};

test('floats in [-1, 1] become bytes, values beyond are clamped', () => {
  const [a, b] = toPictures(batch);
  expect(Array.from(a.pixels)).toEqual([0, 128, 255, 0, 255, 191]);
  expect(Array.from(b.pixels)).toEqual([255, 255, 255, 0, 0, 0]);
  expect([a.width, a.height]).toEqual([2, 1]);
  expect(() => toPictures({ shape: [2, 3], data: [] })).toThrow(/\[n, height, width, 3\]/);
});

test('enlarging repeats pixels', () => {
  const big = enlarge(toPictures(batch)[0], 2);
  expect([big.width, big.height]).toEqual([4, 2]);
  const row = [0, 128, 255, 0, 128, 255, 0, 255, 191, 0, 255, 191];
  expect(Array.from(big.pixels)).toEqual([...row, ...row]);
});

test('a grid places pictures row by row between white gaps', () => {
  const [a, b] = toPictures(batch);
  const sheet = grid([a, b, a], { columns: 2, gap: 1 });
  expect([sheet.width, sheet.height]).toEqual([7, 5]);
  const pixel = (x: number, y: number): number[] =>
    Array.from(sheet.pixels.subarray((y * 7 + x) * 3, (y * 7 + x) * 3 + 3));
  expect(pixel(0, 0)).toEqual([255, 255, 255]);
  expect(pixel(1, 1)).toEqual([0, 128, 255]);
  expect(pixel(5, 1)).toEqual([0, 0, 0]);
  expect(pixel(2, 3)).toEqual([0, 255, 191]);
  expect(pixel(5, 3)).toEqual([255, 255, 255]);
  expect(() => grid([])).toThrow(/at least one/);
  expect(() => grid([a, enlarge(b, 2)])).toThrow(/picture 1 of a grid is 4 x 2/);
});

test('PNG files come back pixel for pixel', async () => {
  const path = join(folder, 'a.png');
  const [a] = toPictures(batch);
  await writePng(path, a);
  expect(await readPicture(path)).toEqual(a);
  await expect(readPicture(join(folder, 'none.png'))).rejects.toThrow(/none\.png: no such file/);
  await writeFile(path, 'not a picture');
  await expect(readPicture(path)).rejects.toThrow(/a\.png: not a picture/);
  await expect(writePng(join(folder, 'no/such/folder.png'), a)).rejects.toThrow(/no such file/);
});

test('a GIF has its frames, its size and loops', async () => {
  const frames = toPictures(batch).map((p) => enlarge(p, 4));
  const bytes = await encodeGif(frames, { delay: 50 });
  const text = Buffer.from(bytes).toString('latin1');
  expect(text.slice(0, 6)).toBe('GIF89a');
  expect([bytes[6] + 256 * bytes[7], bytes[8] + 256 * bytes[9]]).toEqual([8, 4]);
  expect(text).toContain('NETSCAPE2.0');
  // a graphic control block for each frame: delay in hundredths of a second
  const delays: number[] = [];
  for (let i = 0; i + 5 < bytes.length; i++) {
    const control = bytes[i] === 0x21 && bytes[i + 1] === 0xf9 && bytes[i + 2] === 4;
    if (control) delays.push(bytes[i + 4] + 256 * bytes[i + 5]);
  }
  expect(delays).toEqual([5, 50]);
  const path = join(folder, 'a.gif');
  await writeFile(path, bytes);
  const first = await readPicture(path);
  expect([first.width, first.height]).toEqual([8, 4]);
  expect((await readFile(path)).length).toBe(bytes.length);
  await expect(encodeGif([])).rejects.toThrow(/at least one frame/);
});
