// Texts in PNG files: they are found again, other programs read the file as before, and damage is no crash.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodePng, readPicture } from '../../src/io/image.ts';
import { decodePlainPng } from '../../src/io/png.ts';
import { readPngText, withPngText } from '../../src/io/png-text.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wgrad-png-text-'));
});
afterAll(() => rm(folder, { recursive: true }));

const picture = {
  width: 5,
  height: 3,
  pixels: Uint8Array.from({ length: 45 }, (_, i) => (i * 37) % 256),
};

test('a text is found under its keyword, and the picture is the same to both readers', async () => {
  const path = join(folder, 'noted.png');
  const bytes = await withPngText(await encodePng(picture), 'about', '{"seed":7}');
  await writeFile(path, await withPngText(bytes, 'abou', 'another'));
  expect(await readPngText(path, 'about')).toBe('{"seed":7}');
  expect(await readPngText(path, 'abou')).toBe('another');
  expect(await readPngText(path, 'nothing')).toBeUndefined();
  expect((await readPicture(path)).pixels).toEqual(picture.pixels);
  expect((await decodePlainPng(await readFile(path), 100)).pixels).toEqual(picture.pixels);
});

test('other files are refused; cut and crafted ones end quietly', async () => {
  const path = join(folder, 'odd.png');
  await writeFile(path, 'GIF89a');
  await expect(readPngText(path, 'about')).rejects.toThrow(/odd\.png: not a PNG file/);
  const whole = Buffer.from(await withPngText(await encodePng(picture), 'about', 'long text'));
  for (let end = 8; end < whole.length; end++) {
    await writeFile(path, whole.subarray(0, end));
    expect([undefined, 'long text']).toContain(await readPngText(path, 'about'));
  }
  whole.writeUInt32BE(0xffffffff, 33); // a chunk that claims 4 GB
  await writeFile(path, whole);
  expect(await readPngText(path, 'about')).toBeUndefined();
});
