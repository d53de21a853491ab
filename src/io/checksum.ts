// SHA-256 of a safetensors file within its own metadata, so that file and sum are replaced together. The sum
// is over the whole file with 64 zeros in the place of the sum itself; it is written last, over those. Other
// readers see two texts more in `__metadata__`, and files without them are as good as ever.
// Files only: SHA-256 comes from Node.
import { FileError } from '../tensor/errors.ts';
import type { FilePart } from './files.ts';

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
  const at = Buffer.from(start.buffer, start.byteOffset, start.length).indexOf(before);
  return at < 0 ? -1 : at + before.length;
}

async function sha256() {
  const { createHash } = await import('node:crypto');
  return createHash('sha256');
}

/** The parts of a file made with {@link withoutSum} in its metadata, and at last the sum, in its place. */
export async function* withChecksum(
  parts: AsyncIterable<Uint8Array>,
): AsyncGenerator<FilePart, void, undefined> {
  const hash = await sha256();
  let position = -1;
  for await (const part of parts) {
    if (position < 0) position = placeOf(part); // the header is the first part
    hash.update(part);
    yield part;
  }
  yield { bytes: new TextEncoder().encode(hash.digest('hex')), position };
}

/** Takes a file's bytes in order and tells at the end whether they are those that were written. */
export interface Verifier {
  update(bytes: Uint8Array): void;
  /** @throws FileError if a byte of the file is another than when it was written */
  end(): void;
}

/** @param start length and header of the file named `path`, with `metadata` in it */
export async function verifier(
  start: Uint8Array,
  metadata: Metadata,
  path: string,
): Promise<Verifier> {
  const hash = await sha256();
  const at = placeOf(start);
  const given = Object.hasOwn(metadata, sumKey) ? metadata[sumKey] : '';
  const cleared = new Uint8Array(start);
  if (at >= 0) cleared.fill(0x30, at, at + blank.length);
  hash.update(cleared);
  return {
    update: (bytes) => void hash.update(bytes),
    end: () => {
      if (at >= 0 && hash.digest('hex') === given) return;
      throw new FileError(
        `${path}: damaged: its bytes are not those that were written (the SHA-256 in it differs)`,
      );
    },
  };
}
