// Pictures: floats in [-1, 1] to bytes, grids, and PNG files through sharp (an optional dependency that
// also reads every other common format) or without it (png.ts).

import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import { printable } from '../tensor/quote.ts';
import * as kinds from './argument-kinds.ts';
import { readWhole, writeFileSafely } from './files.ts';
import type { Picture } from './picture.ts';
import { checkPixels, isPng } from './picture-size.ts';
import { decodePlainPng, encodePlainPng } from './png.ts';

/** Floats `[n, height, width, 3]` in [-1, 1] on the host (values beyond are clamped). */
export interface ImageBatch {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
}

const toByte = (v: number): number => Math.round(Math.min(Math.max((v + 1) * 127.5, 0), 255));

const toPicturesArgs = is.signature('io.toPictures', [
  'images',
  is.fields<ImageBatch>({ data: is.numbers, shape: is.shape }),
]);

/** The pictures of a batch. @throws FileError if the shape is not `[n, height, width, 3]` */
export function toPictures(images: ImageBatch): Picture[] {
  toPicturesArgs(images);
  const { data, shape } = images;
  const [n, height, width, channels] = shape;
  if (shape.length !== 4 || channels !== 3 || data.length !== n * height * width * 3) {
    throw new FileError(`images must be [n, height, width, 3], not [${shape}]`);
  }
  const size = height * width * 3;
  return Array.from({ length: n }, (_, i) => ({
    width,
    height,
    pixels: Uint8Array.from({ length: size }, (_, k) => toByte(data[i * size + k])),
  }));
}

/** How pictures are laid out. */
export interface GridOptions {
  /** Pictures a row; default the ceiling of the square root of their number. */
  readonly columns?: number;
  /** Every pixel becomes a square of this many; default 1. */
  readonly scale?: number;
  /** White pixels (after scaling) between and around pictures; default 2, 0 for none. */
  readonly gap?: number;
}

const enlargeArgs = is.signature('io.enlarge', ['picture', kinds.picture], ['scale', is.count]);

/** Every pixel repeated `scale` times in both directions. */
export function enlarge(picture: Picture, scale: number): Picture {
  enlargeArgs(picture, scale);
  if (scale === 1) return picture;
  const width = picture.width * scale;
  const height = picture.height * scale;
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (Math.floor(y / scale) * picture.width + Math.floor(x / scale)) * 3;
      pixels.set(picture.pixels.subarray(from, from + 3), (y * width + x) * 3);
    }
  }
  return { width, height, pixels };
}

const gridArgs = is.signature(
  'io.grid',
  ['pictures', is.list(kinds.picture, 1)],
  [
    'options',
    is.options<GridOptions>({
      columns: is.optional(is.count),
      scale: is.optional(is.count),
      gap: is.optional(is.size),
    }),
  ],
);

/** Pictures of equal size side by side on white. @throws FileError if there are none or sizes differ */
export function grid(pictures: readonly Picture[], options: GridOptions = {}): Picture {
  gridArgs(pictures, options);
  const first = pictures[0];
  if (!first) throw new FileError('a grid needs at least one picture');
  const { columns = Math.ceil(Math.sqrt(pictures.length)), scale = 1, gap = 2 } = options;
  const [w, h] = [first.width * scale, first.height * scale];
  const rows = Math.ceil(pictures.length / columns);
  const width = gap + columns * (w + gap);
  const height = gap + rows * (h + gap);
  const pixels = new Uint8Array(width * height * 3).fill(255);
  pictures.forEach((picture, i) => {
    if (picture.width !== first.width || picture.height !== first.height) {
      throw new FileError(
        `picture ${i} of a grid is ${picture.width} x ${picture.height}, ` +
          `the first ${first.width} x ${first.height}`,
      );
    }
    const big = enlarge(picture, scale);
    const left = gap + (i % columns) * (w + gap);
    const top = gap + Math.floor(i / columns) * (h + gap);
    for (let y = 0; y < h; y++) {
      pixels.set(big.pixels.subarray(y * w * 3, (y + 1) * w * 3), ((top + y) * width + left) * 3);
    }
  });
  return { width, height, pixels };
}

const firstLine = (error: unknown): string =>
  printable((error as Error).message.split('\n')[0], 120);

// undefined where it was left out (`npm install --omit=optional`) or has no build for the platform
const loadSharp = async (): Promise<typeof import('sharp')['default'] | undefined> =>
  import('sharp').then(
    (module) => module.default,
    () => undefined,
  );

const encodePngArgs = is.signature('io.encodePng', ['picture', kinds.picture]);

/** A picture as the bytes of a PNG file. */
export async function encodePng(picture: Picture): Promise<Uint8Array> {
  encodePngArgs(picture);
  const sharp = await loadSharp();
  if (!sharp) return encodePlainPng(picture);
  const { width, height } = picture;
  return sharp(picture.pixels, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

const writePngArgs = is.signature('io.writePng', ['path', is.path], ['picture', kinds.picture]);

/** Writes a PNG file, all or nothing. @throws FileError */
export const writePng = async (path: string, picture: Picture): Promise<void> => {
  writePngArgs(path, picture);
  return writeFileSafely(path, [await encodePng(picture)]);
};

const mostBytes = 2 ** 28;
// photographs of 24 and 32 megapixels, 100 MB, and a few times that while they are decoded
const mostPixels = 2 ** 25;

const readPictureArgs = is.signature('io.readPicture', ['path', is.path]);

/**
 * Reads a picture file, transparent parts on white: PNG, and with the optional package sharp JPEG, WebP
 * and others; at most 2^25 pixels. @throws FileError if it is missing or no picture, or needs sharp
 */
export async function readPicture(path: string): Promise<Picture> {
  readPictureArgs(path);
  const bytes = await readWhole(path, mostBytes);
  const sharp = await loadSharp();
  if (!sharp && !isPng(bytes)) {
    throw new FileError(
      `${path}: not a PNG file; other pictures need the optional package sharp (npm install sharp)`,
    );
  }
  try {
    if (!sharp) return await decodePlainPng(bytes, mostPixels);
    const picture = sharp(bytes, { limitInputPixels: false });
    const claimed = await picture.metadata(); // of the header alone
    checkPixels(bytes, claimed.width, claimed.height, mostPixels);
    const { data, info } = await picture
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    // a view: the largest pictures have 100 MB
    if (channels === 3) {
      return { width, height, pixels: new Uint8Array(data.buffer, data.byteOffset, data.length) };
    }
    const pixels = new Uint8Array(width * height * 3);
    for (let i = 0; i < width * height; i++) {
      for (let c = 0; c < 3; c++) pixels[3 * i + c] = data[channels * i + (channels < 3 ? 0 : c)];
    }
    return { width, height, pixels };
  } catch (error) {
    throw new FileError(`${path}: not a picture that can be read (${firstLine(error)})`);
  }
}
