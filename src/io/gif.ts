// Animated GIFs, for watching a sampler at work: 256 colours chosen for each frame (gifenc).

import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import * as kinds from './argument-kinds.ts';
import { writeFileSafely } from './files.ts';
import type { Picture } from './picture.ts';

/** How a GIF plays. */
export interface GifOptions {
  /** Milliseconds a frame; default 100. */
  readonly delay?: number;
  /** Milliseconds of the last frame; default ten times `delay`. */
  readonly lastDelay?: number;
}

// How a GIF plays.
const gifOptions = is.options<GifOptions>({
  delay: is.optional(is.notNegative),
  lastDelay: is.optional(is.notNegative),
});

const encodeGifArgs = is.signature(
  'io.encodeGif',
  ['frames', is.list(kinds.picture, 1)],
  ['options', gifOptions],
);

/** Frames of equal size as the bytes of an endlessly looping GIF. @throws FileError */
export async function encodeGif(
  frames: readonly Picture[],
  options: GifOptions = {},
): Promise<Uint8Array> {
  encodeGifArgs(frames, options);
  const first = frames[0];
  if (!first) throw new FileError('a GIF needs at least one frame');
  const { delay = 100, lastDelay = 10 * delay } = options;
  // a CommonJS module: whoever loads it decides whether its names stand beside or under `default`
  const module = await import('gifenc');
  const { GIFEncoder, quantize, applyPalette } =
    'quantize' in module ? (module as unknown as typeof module.default) : module.default;
  const gif = GIFEncoder();
  for (const [i, { width, height, pixels }] of frames.entries()) {
    if (width !== first.width || height !== first.height) {
      throw new FileError(
        `frame ${i} of a GIF is ${width} x ${height}, the first ${first.width} x ${first.height}`,
      );
    }
    const rgba = new Uint8Array(width * height * 4).fill(255);
    for (let p = 0; p < width * height; p++) rgba.set(pixels.subarray(3 * p, 3 * p + 3), 4 * p);
    const palette = quantize(rgba, 256);
    gif.writeFrame(applyPalette(rgba, palette), width, height, {
      palette,
      delay: i === frames.length - 1 ? lastDelay : delay,
      repeat: 0,
    });
  }
  gif.finish();
  return gif.bytes();
}

const writeGifArgs = is.signature(
  'io.writeGif',
  ['path', is.path],
  ['frames', is.list(kinds.picture, 1)],
  ['options', gifOptions],
);

/** Writes an animated GIF, all or nothing. @throws FileError */
export const writeGif = async (
  path: string,
  frames: readonly Picture[],
  options: GifOptions = {},
): Promise<void> => {
  writeGifArgs(path, frames, options);
  return writeFileSafely(path, [await encodeGif(frames, options)]);
};
