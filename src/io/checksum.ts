// SHA-256 of a safetensors file within its own metadata, so that file and sum are replaced together. The sum
// is over the whole file with 64 zeros in the place of the sum itself; it is written last, over those. Other
// readers see two texts more in `__metadata__`, and files without them are as good as ever.
import { FileError } from '../tensor/errors.ts';
import type { FilePart } from './files.ts';
import { sha256 } from './sha256.ts';

// two keys: a flipped bit in one of them cannot make the file look like one without a sum
const sumKey = 'wgrad.sha256';
const saysKey = 'wgrad.checksum';
const blank = '0'.repeat(64);
const before = `"${sumKey}":"`;

/** Metadata of a file that is going to carry its sum. */
export const withoutSum = (
  metadata: Readonly<Record<string, string>> = {},
): Record<string, string> => ({ ...metadata, [saysKey]: 'sha256', [sumKey]: blank });

type Metadata = Readonly<Record<string, string>>;

/** Whether a file says that it carries a sum. */
export const carriesSum = (metadata: Metadata): boolean =>
  Object.hasOwn(metadata, sumKey) || Object.hasOwn(metadata, saysKey);

/** Metadata without what this file puts there. */
export const withoutChecksum = (metadata: Metadata): Metadata => {
  const { [sumKey]: _, [saysKey]: __, ...rest } = metadata;
  return rest;
};

// Where the sum's digits stand in the start of a file, the length and the header; -1 if nowhere.
function placeOf(start: Uint8Array): number {
  // a character a byte
  const at = new TextDecoder('latin1').decode(start).indexOf(before);
  return at < 0 ? -1 : at + before.length;
}

/** The start of a file with zeros in the place of the sum, as it is hashed. */
export function clearedStart(start: Uint8Array): Uint8Array {
  const at = placeOf(start);
  const cleared = new Uint8Array(start);
  if (at >= 0) cleared.fill(0x30, at, at + blank.length);
  return cleared;
}

/** The parts of a file made with {@link withoutSum} in its metadata, and at last the sum, in its place. */
export async function* withChecksum(
  parts: AsyncIterable<Uint8Array>,
): AsyncGenerator<FilePart, void, undefined> {
  const hash = sha256();
  let position = -1;
  for await (const part of parts) {
    if (position < 0) position = placeOf(part); // the header is the first part
    hash.update(part);
    yield part;
  }
  yield { bytes: new TextEncoder().encode(hash.digest()), position };
}

/** Takes a file's bytes in order and tells at the end whether they are those that were written. */
export interface Verifier {
  update(bytes: Uint8Array): void;
  /** @throws FileError if a byte of the file is another than when it was written */
  end(): void;
}

/** @param start length and header of the file named `path`, with `metadata` in it */
export function verifier(start: Uint8Array, metadata: Metadata, path: string): Verifier {
  const hash = sha256();
  const given = Object.hasOwn(metadata, sumKey) ? metadata[sumKey] : '';
  hash.update(clearedStart(start));
  return {
    update: (bytes) => hash.update(bytes),
    end: () => {
      if (placeOf(start) >= 0 && hash.digest() === given) return;
      throw new FileError(
        `${path}: damaged: its bytes are not those that were written (the SHA-256 in it differs)`,
      );
    },
  };
}

/** @throws FileError if the bytes of a whole file, with `metadata` in its header, carry another sum than theirs */
export function verifyBytes(
  bytes: Uint8Array,
  dataStart: number,
  metadata: Metadata,
  path: string,
): void {
  if (!carriesSum(metadata)) return;
  const check = verifier(bytes.subarray(0, dataStart), metadata, path);
  check.update(bytes.subarray(dataStart));
  check.end();
}
