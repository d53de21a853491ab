// Checkpoints and weights on disk: one safetensors file for a tree of tensors and what belongs to it as
// JSON, so that the two can never disagree. Reading streams: the header is checked against the file's
// size first, then each tensor is read by itself.
import { FileError } from '../tensor/errors.ts';
import { type FileSystem, openFile, writeFileSafely } from './files.ts';
import { parseJson } from './json.ts';
import { type FillOptions, fillTree } from './named.ts';
import {
  decodeEntry,
  headerLength,
  parseHeader,
  type Safetensors,
  type SafetensorsOptions,
  safetensorsParts,
} from './safetensors.ts';

/** Reads a safetensors file from disk, tensor by tensor. @throws FileError naming file, tensor, fault */
export async function readSafetensors(path: string): Promise<Safetensors> {
  const file = await openFile(path);
  try {
    const start = await file.read(0, Math.min(8, file.size));
    const length = headerLength(start, file.size, path);
    const header = parseHeader(await file.read(8, 8 + length), file.size, path);
    const tensors = new Map();
    for (const e of header.entries) {
      const bytes = await file.read(header.dataStart + e.begin, header.dataStart + e.end);
      tensors.set(e.name, decodeEntry(e, bytes, path));
    }
    return { tensors, metadata: header.metadata };
  } finally {
    await file.close();
  }
}

/**
 * Writes a tree of tensors as a safetensors file, all or nothing: on any error the file that was there
 * before stays as it was. @throws FileError
 */
export const writeSafetensors = (
  path: string,
  tree: unknown,
  options: SafetensorsOptions = {},
  fileSystem?: FileSystem,
): Promise<void> => writeFileSafely(path, safetensorsParts(tree, options), fileSystem);

const metadataKey = 'wgrad';

/**
 * Saves a tree of tensors with JSON metadata (step, configuration, seed) to one file, all or nothing.
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
    { metadata: { [metadataKey]: JSON.stringify(metadata) } },
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
