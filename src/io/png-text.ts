// Texts in PNG files (PNG, second edition, 11.3.4): chunks tEXt, a keyword and its text, in front of the pixels.
// Programs that do not know the keyword pass them over.
import { FileError } from '../tensor/errors.ts';
import { readWhole } from './files.ts';
import { isPng } from './picture-size.ts';

const signature = 8;
const header = 25; // the chunk IHDR, which comes first

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A PNG file with a text added. The text is ASCII (JSON with escapes, say), the keyword of 1 to 79 letters. */
export async function withPngText(
  png: Uint8Array,
  keyword: string,
  text: string,
): Promise<Uint8Array> {
  const { crc32 } = await import('node:zlib');
  const body = latin(`tEXt${keyword}\0${text}`);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  const at = signature + header;
  return Buffer.concat([png.subarray(0, at), chunk, png.subarray(at)]);
}

const mostBytes = 2 ** 28;

/** The text under a keyword in a PNG file; undefined if it has none. @throws FileError if it is no PNG file */
export async function readPngText(path: string, keyword: string): Promise<string | undefined> {
  const bytes = await readWhole(path, mostBytes);
  if (!isPng(bytes)) throw new FileError(`${path}: not a PNG file`);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wanted = latin(`tEXt${keyword}\0`);
  for (let at = signature; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const end = at + 8 + length;
    if (end > file.length) break;
    const begin = at + 4;
    if (file.subarray(begin, begin + wanted.length).equals(wanted)) {
      return file.toString('latin1', begin + wanted.length, end);
    }
    at = end + 4;
  }
  return undefined;
}
