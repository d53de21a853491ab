// Picture files where the optional package sharp is not installed.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readPicture, writePng } from '../../src/io/image.ts';
import { FileError } from '../../src/tensor/errors.ts';

vi.mock('sharp', () => {
  throw new Error('Cannot find package sharp');
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wgrad-no-sharp-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('PNG is written and read', async () => {
  const picture = { width: 2, height: 1, pixels: Uint8Array.of(1, 2, 3, 250, 251, 252) };
  const path = join(folder, 'a.png');
  await writePng(path, picture);
  expect(await readPicture(path)).toEqual(picture);
});

test('other formats say what to install; a broken PNG says that it is none', async () => {
  const path = join(folder, 'a.webp');
  await writeFile(path, 'RIFF....WEBP');
  const reading = readPicture(path);
  await expect(reading).rejects.toThrow(FileError);
  await expect(reading).rejects.toThrow(/a\.webp: not a PNG file; .*npm install sharp/);
  const bytes = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Array(60).fill(1)];
  await writeFile(path, Uint8Array.from(bytes));
  await expect(readPicture(path)).rejects.toThrow(/a\.webp: not a picture that can be read/);
});
