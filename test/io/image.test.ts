// Pictures: float to byte, grids, PNG and GIF files.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeGif } from '../../src/io/gif.ts';
import { encodePng, enlarge, grid, readPicture, toPictures, writePng } from '../../src/io/image.ts';
import { decodePlainPng, encodePlainPng } from '../../src/io/png.ts';

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
  expect(() => grid([])).toThrow(/pictures is empty/);
  expect(() => grid([a, enlarge(b, 2)])).toThrow(/picture 1 of a grid is 4 x 2/);
});

describe('PNG without sharp', () => {
  const picture = toPictures({
    shape: [1, 9, 7, 3],
    data: Float32Array.from({ length: 189 }, (_, i) => Math.sin(i)),
  })[0];

  test('what is written is what sharp reads, and the other way round', async () => {
    const path = join(folder, 'plain.png');
    await writeFile(path, await encodePlainPng(picture));
    expect(await readPicture(path)).toEqual(picture);
    expect(await decodePlainPng(await encodePng(picture), 63)).toEqual(picture);
  });

  test.each([
    ['transparent', { channels: 4 as const }, {}],
    ['grey', { channels: 1 as const }, {}],
    ['of a palette', { channels: 3 as const }, { palette: true, colours: 8 }],
    ['of 16 bits', { channels: 3 as const, depth: 'ushort' as const }, {}],
    ['interlaced', { channels: 3 as const }, { progressive: true }],
  ])('%s files are read as sharp reads them', async (_, { channels, ...depth }, options) => {
    const { default: sharp } = await import('sharp');
    const pixels = Uint8Array.from({ length: 63 * channels }, (_, i) => (i * 37) % 256);
    let made = sharp(pixels, { raw: { width: 9, height: 7, channels } });
    if ('depth' in depth) made = made.toColourspace('rgb16');
    const bytes = await made.png(options).toBuffer();
    const path = join(folder, 'made.png');
    await writeFile(path, bytes);
    const want = await readPicture(path);
    const got = await decodePlainPng(bytes, 63);
    expect([got.width, got.height]).toEqual([want.width, want.height]);
    // blending may round either way
    got.pixels.forEach((v, i) => {
      expect(Math.abs(v - want.pixels[i]), `${i}`).toBeLessThanOrEqual(1);
    });
  });

  test('more pixels than allowed, and what is none, are refused', async () => {
    const bytes = await encodePlainPng(picture);
    await expect(decodePlainPng(bytes, 62)).rejects.toThrow(/7 x 9 pixels are more than the 62/);
    await expect(decodePlainPng(bytes.subarray(0, 60), 63)).rejects.toThrow();
    await expect(decodePlainPng(new Uint8Array(99), 63)).rejects.toThrow(/does not begin as a PNG/);
  });
});

describe('the size of a picture', () => {
  const solid = async (width: number, height: number) => {
    const { default: sharp } = await import('sharp');
    return sharp({ create: { width, height, channels: 3, background: '#f80' } });
  };
  const sized = async (bytes: Uint8Array): Promise<number[]> => {
    const path = join(folder, 'sized');
    await writeFile(path, bytes);
    const { width, height, pixels } = await readPicture(path);
    expect([...pixels.subarray(0, 3), ...pixels.subarray(-3)].map((v) => v >> 4)).toEqual([
      ...[15, 8, 0],
      ...[15, 8, 0],
    ]);
    return [width, height];
  };

  test('may be that of a photograph of 24 megapixels', async () => {
    expect(await sized(await (await solid(6000, 4000)).jpeg().toBuffer())).toEqual([6000, 4000]);
    const large = await (await solid(6000, 6000)).webp().toBuffer();
    await expect(sized(large)).rejects.toThrow(/6000 x 6000 pixels are more than the 33554432/);
  });

  test('may be what the format’s best compression gives', async () => {
    for (const options of [{ compressionLevel: 9 }, { palette: true, colours: 2 }]) {
      const made = (await solid(2000, 1500)).png(options);
      expect(await sized(await made.toBuffer())).toEqual([2000, 1500]);
    }
    const flat = await solid(2000, 1500);
    expect(await sized(await flat.clone().gif().toBuffer())).toEqual([2000, 1500]);
    expect(await sized(await flat.clone().webp({ lossless: true }).toBuffer())).toEqual([
      2000, 1500,
    ]);
    const jpeg = await flat.clone().jpeg({ progressive: true, quality: 20 }).toBuffer();
    expect(await sized(jpeg)).toEqual([2000, 1500]);
  });

  test('is no more than the bytes can hold: a header claims anything', async () => {
    const { default: sharp } = await import('sharp');
    const small = (await solid(9, 7)).withMetadata({ exif: {} });
    const big = async (format: 'png' | 'gif' | 'jpeg', at: (b: Buffer) => number) => {
      const bytes = await small.clone().toFormat(format).toBuffer();
      // width and height, two bytes each
      if (format === 'gif') bytes.writeUInt32LE(0x0fff0fff, at(bytes));
      else if (format === 'jpeg') bytes.writeUInt32BE(0x0fff0fff, at(bytes));
      else {
        bytes.writeUInt32BE(4095, at(bytes));
        bytes.writeUInt32BE(4095, at(bytes) + 4);
        bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
      }
      expect((await sharp(bytes).metadata()).width).toBe(4095);
      return bytes;
    };
    const claims = /4095 x 4095 pixels are more than \d+ bytes can hold/;
    const png = await big('png', () => 16);
    await expect(sized(png)).rejects.toThrow(claims);
    await expect(decodePlainPng(png, 2 ** 25)).rejects.toThrow(claims);
    // of the frame, behind the end of the extensions and its place
    const descriptor = (b: Buffer): number => b.indexOf(Buffer.of(0, 0x2c)) + 6;
    await expect(sized(await big('gif', descriptor))).rejects.toThrow(claims);
    // behind the start of frame: its length and the precision
    const frame = (b: Buffer): number => b.indexOf(Buffer.of(0xff, 0xc0)) + 5;
    await expect(sized(await big('jpeg', frame))).rejects.toThrow(claims);
  });
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
  await expect(encodeGif([])).rejects.toThrow(/frames is empty/);
});
