// PNG files in plain JavaScript, for installations without sharp: its native parts are optional, and what
// the command draws has to be written anyway.
import { FileError } from '../tensor/errors.ts';
import type { Picture } from './picture.ts';
import { checkPixels, isPng } from './picture-size.ts';

/** A picture as the bytes of a PNG file, three channels of 8 bits. */
export async function encodePlainPng({ width, height, pixels }: Picture): Promise<Uint8Array> {
  const { PNG } = await import('pngjs');
  const png = new PNG({ width, height });
  png.data = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  return PNG.sync.write(png, {
    colorType: 2,
    inputColorType: 2,
    inputHasAlpha: false,
    deflateLevel: 9,
  });
}

/** The picture of a PNG file, transparent parts on white. @throws FileError if it is none or too large */
export async function decodePlainPng(bytes: Uint8Array, mostPixels: number): Promise<Picture> {
  if (!isPng(bytes) || bytes.length < 33) throw new FileError('it does not begin as a PNG file');
  // the header comes first: a small file may claim any size
  if (String.fromCharCode(...bytes.subarray(12, 16)) !== 'IHDR') {
    throw new FileError('a PNG file begins with its header (IHDR)');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  checkPixels(bytes, width, height, mostPixels);
  const { PNG } = await import('pngjs');
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let png: InstanceType<typeof PNG>;
  try {
    png = PNG.sync.read(whole);
  } catch (error) {
    throw new FileError(`damaged (${(error as Error).message.split('\n')[0]})`);
  }
  const { data } = png;
  if (png.width !== width || png.height !== height || data.length !== width * height * 4) {
    throw new FileError('damaged (its headers disagree about its size)');
  }
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const at = Math.floor(i / 3) * 4;
    const alpha = data[at + 3] / 255;
    return Math.round(data[at + (i % 3)] * alpha + 255 * (1 - alpha));
  });
  return { width, height, pixels };
}
