// Pictures as files.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writePng } from '../io/image.ts';
import type { Picture } from '../io/picture.ts';

/** Writes a picture as PNG, in a folder that is made where there is none. @throws FileError */
export async function writePicture(path: string, picture: Picture): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writePng(path, picture);
}
