// Checkpoints and weights on disk: one safetensors file for a tree of tensors and what belongs to it as
// JSON, so that the two can never disagree. Reading streams: the header is checked against the file's
// size first, then each tensor is read by itself. Checkpoints carry a SHA-256 of themselves (checksum.ts), and
// a file that carries one is read only if it holds.
import { FileError } from '../tensor/errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { carriesSum, verifier, withChecksum, withoutChecksum, withoutSum } from './checksum.ts';
import { type FileSystem, openFile, writeFileSafely } from './files.ts';
import { parseJson } from './json.ts';
import { type FillOptions, fillTree } from './named.ts';
import {
  decodeEntry,
  type Safetensors,
  type SafetensorsOptions,
  safetensorsParts,
} from './safetensors.ts';
import { headerLength, parseHeader } from './safetensors-header.ts';

/**
 * Reads a safetensors file from disk, tensor by tensor. @throws FileError naming file, tensor, fault; also if
 * the file carries a checksum and any bit of it is another than when it was written
 */
export async function readSafetensors(path: string): Promise<Safetensors> {
  const file = await openFile(path);
  try {
    const length = headerLength(await file.read(0, Math.min(8, file.size)), file.size, path);
    const start = await file.read(0, 8 + length);
    const header = parseHeader(start.subarray(8), file.size, path);
    const { entries, metadata, dataStart } = header;
    const check = carriesSum(metadata) ? verifier(start, metadata, path) : undefined;
    const tensors = new Map<string, Tensor>();
    // in the order of the file
    for (const e of [...entries].sort((a, b) => a.begin - b.begin)) {
      const bytes = await file.read(dataStart + e.begin, dataStart + e.end);
      check?.update(bytes);
      tensors.set(e.name, decodeEntry(e, bytes, path));
    }
    check?.end();
    return { tensors, metadata: withoutChecksum(metadata) };
  } finally {
    await file.close();
  }
}

/** How a file is written. */
export interface WriteOptions extends SafetensorsOptions {
  /** Put a SHA-256 of the file into its metadata, which `readSafetensors` checks. Default false. */
  readonly checksum?: boolean;
}

/**
 * Writes a tree of tensors as a safetensors file, all or nothing: on any error the file that was there
 * before stays as it was. @throws FileError
 */
export const writeSafetensors = (
  path: string,
  tree: unknown,
  { checksum, ...options }: WriteOptions = {},
  fileSystem?: FileSystem,
): Promise<void> => {
  if (!checksum) return writeFileSafely(path, safetensorsParts(tree, options), fileSystem);
  const parts = safetensorsParts(tree, { ...options, metadata: withoutSum(options.metadata) });
  return writeFileSafely(path, withChecksum(parts), fileSystem);
};

const metadataKey = 'wgrad';

/**
 * Saves a tree of tensors with JSON metadata (step, configuration, seed) to one file with a checksum, all or
 * nothing.
 * @throws FileError
 */
export const saveCheckpoint = (
  path: string,
  tree: unknown,
  metadata: unknown,
  fileSystem?: FileSystem,
): Promise<void> =>
  writeSafetensors(
    path,
    tree,
    { metadata: { [metadataKey]: JSON.stringify(metadata) }, checksum: true },
    fileSystem,
  );

/** A checkpoint as read: the tensors by name and the metadata. */
export interface Checkpoint {
  readonly tensors: Safetensors['tensors'];
  readonly metadata: unknown;
}

/** Reads a checkpoint without knowing its structure. @throws FileError */
export async function readCheckpoint(path: string): Promise<Checkpoint> {
  const { tensors, metadata } = await readSafetensors(path);
  if (!Object.hasOwn(metadata, metadataKey)) {
    throw new FileError(`${path}: a safetensors file, but no checkpoint of wgrad`);
  }
  return { tensors, metadata: parseJson(metadata[metadataKey], `${path}: its metadata`) };
}

/**
 * Reads a checkpoint into the structure of `template`, a tree whose tensors have the shapes and dtypes
 * that are expected. @throws FileError listing what is missing, surplus or different
 */
export async function loadCheckpoint<T>(
  path: string,
  template: T,
  options: FillOptions = {},
): Promise<{ tree: T; metadata: unknown }> {
  const { tensors, metadata } = await readCheckpoint(path);
  return { tree: fillTree(template, tensors, path, options), metadata };
}
