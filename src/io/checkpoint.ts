// Checkpoints and weights on disk: one safetensors file for a tree of tensors and what belongs to it as
// JSON, so that the two can never disagree. Reading streams: the header is checked against the file's
// size first, then each tensor is read by itself. Checkpoints carry a SHA-256 of themselves (checksum.ts), and
// a file that carries one is read only if it holds.

import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import { carriesSum, verifier, withChecksum, withoutChecksum, withoutSum } from './checksum.ts';
import { type FileSystem, openFile, writeFileSafely } from './files.ts';
import type { FillOptions } from './fill-options.ts';
import { parseJson } from './json.ts';
import { fillTree } from './named.ts';
import {
  decodeEntry,
  type Safetensors,
  type SafetensorsOptions,
  safetensorsParts,
} from './safetensors.ts';
import { headerLength, parseHeader } from './safetensors-header.ts';

const readSafetensorsArgs = is.signature('io.readSafetensors', ['path', is.path]);

/**
 * Reads a safetensors file from disk, tensor by tensor. @throws FileError naming file, tensor, fault; also if
 * the file carries a checksum and any bit of it is another than when it was written
 */
export async function readSafetensors(path: string): Promise<Safetensors> {
  readSafetensorsArgs(path);
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

const writeSafetensorsArgs = is.signature(
  'io.writeSafetensors',
  ['path', is.path],
  ['tree', is.tree],
  [
    'options',
    is.options<WriteOptions>({
      metadata: is.optional(is.object),
      store: is.optional(is.func),
      checksum: is.optional(is.boolean),
    }),
  ],
  ['fileSystem', kinds.fileSystem],
);

/**
 * Writes a tree of tensors as a safetensors file, all or nothing: on any error the file that was there
 * before stays as it was. @throws FileError
 */
export const writeSafetensors = async (
  path: string,
  tree: unknown,
  options: WriteOptions = {},
  fileSystem?: FileSystem,
): Promise<void> => {
  writeSafetensorsArgs(path, tree, options, fileSystem);
  const { checksum, ...format } = options;
  if (!checksum) return writeFileSafely(path, safetensorsParts(tree, format), fileSystem);
  const parts = safetensorsParts(tree, { ...format, metadata: withoutSum(format.metadata) });
  return writeFileSafely(path, withChecksum(parts), fileSystem);
};

const metadataKey = 'wgrad';

const saveCheckpointArgs = is.signature(
  'io.saveCheckpoint',
  ['path', is.path],
  ['tree', is.tree],
  ['metadata', kinds.json],
  ['fileSystem', kinds.fileSystem],
);

/**
 * Saves a tree of tensors with JSON metadata (step, configuration, seed) to one file with a checksum, all or
 * nothing.
 * @throws FileError
 */
export const saveCheckpoint = async (
  path: string,
  tree: unknown,
  metadata: unknown,
  fileSystem?: FileSystem,
): Promise<void> => {
  saveCheckpointArgs(path, tree, metadata, fileSystem);
  return writeSafetensors(
    path,
    tree,
    { metadata: { [metadataKey]: JSON.stringify(metadata) }, checksum: true },
    fileSystem,
  );
};

/** A checkpoint as read: the tensors by name and the metadata. */
export interface Checkpoint {
  readonly tensors: Safetensors['tensors'];
  readonly metadata: unknown;
}

const readCheckpointArgs = is.signature('io.readCheckpoint', ['path', is.path]);

/** Reads a checkpoint without knowing its structure. @throws FileError */
export async function readCheckpoint(path: string): Promise<Checkpoint> {
  readCheckpointArgs(path);
  const { tensors, metadata } = await readSafetensors(path);
  if (!Object.hasOwn(metadata, metadataKey)) {
    throw new FileError(`${path}: a safetensors file, but no checkpoint of wgrad`);
  }
  return { tensors, metadata: parseJson(metadata[metadataKey], `${path}: its metadata`) };
}

const loadCheckpointArgs = is.signature(
  'io.loadCheckpoint',
  ['path', is.path],
  ['template', is.tree],
  ['options', kinds.fillOptions],
);

/**
 * Reads a checkpoint into the structure of `template`, a tree whose tensors have the shapes and dtypes
 * that are expected. @throws FileError listing what is missing, surplus or different
 */
export async function loadCheckpoint<T>(
  path: string,
  template: T,
  options: FillOptions = {},
): Promise<{ tree: T; metadata: unknown }> {
  loadCheckpointArgs(path, template, options);
  const { tensors, metadata } = await readCheckpoint(path);
  return { tree: fillTree(template, tensors, path, options), metadata };
}
