// How many pixels a picture file can stand for at all. A header claims any number, and a decoder takes memory for
// all of them before it finds that the rest of the file is missing.
import { FileError } from '../tensor/errors.ts';

const begins = (bytes: Uint8Array, ...codes: readonly number[]): boolean =>
  codes.every((code, i) => bytes[i] === code);

/** Whether bytes begin as a PNG file does. */
export const isPng = (bytes: Uint8Array): boolean =>
  begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

// samples of a pixel by colour type (PNG, second edition, table 11.1)
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * The most pixels that a file of these bytes can hold, by the best that its compression does: Deflate makes 1,032
 * bytes of one (two bits for 258), LZW 4,096 of 12 bits, JPEG a block of 64 of a bit (twice
 * that passes). Infinity where a format has no such limit (WebP), or is unknown.
 */
function mostPixelsIn(bytes: Uint8Array): number {
  const n = bytes.length;
  if (isPng(bytes)) return Math.floor((1032 * 8 * n) / (bytes[24] * samples[bytes[25]] || 1));
  if (begins(bytes, 0x47, 0x49, 0x46, 0x38)) return Math.floor((4096 / 1.5) * n);
  return begins(bytes, 0xff, 0xd8, 0xff) ? 1024 * n : Number.POSITIVE_INFINITY;
}

/** @throws FileError if a file has more than `most` pixels, or claims more than its bytes can hold */
export function checkPixels(bytes: Uint8Array, width: number, height: number, most: number): void {
  if (width * height > most) {
    throw new FileError(`${width} x ${height} pixels are more than the ${most} that are read`);
  }
  if (width * height > mostPixelsIn(bytes)) {
    throw new FileError(
      `damaged: ${width} x ${height} pixels are more than ${bytes.length} bytes can hold`,
    );
  }
}
