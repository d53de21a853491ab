// Files in Node: reading parts of a file, and writing so that a name always holds either the old or the
// new content, whatever happens in between (a full disk, kill -9, a power cut): everything goes to a
// temporary name in the same folder, is flushed, and then takes the place of the old file in one rename.

import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import * as kinds from './argument-kinds.ts';
import { longestJson, parseJson } from './json.ts';

/** An open file that is being written. */
export interface WritableFile {
  /** Appends. */
  write(bytes: Uint8Array): Promise<void>;
  /** Writes over what has been written. */
  patch(bytes: Uint8Array, position: number): Promise<void>;
  /** Flushes to the disk. */
  sync(): Promise<void>;
  /** Closes without flushing. */
  close(): Promise<void>;
}

/** The operations that a safe write needs; tests put failing ones in. */
export interface FileSystem {
  /** A new empty file; one that is there is emptied. */
  create(path: string): Promise<WritableFile>;
  /** Moves a file over another in one step. */
  rename(from: string, to: string): Promise<void>;
  /** Deletes a file if it is there. */
  remove(path: string): Promise<void>;
  /** Makes a rename in this folder durable. */
  syncFolder(path: string): Promise<void>;
}

/** The file system of Node. */
export async function nodeFileSystem(): Promise<FileSystem> {
  const fs = await import('node:fs/promises');
  return {
    create: async (path) => {
      const file = await fs.open(path, 'w');
      return {
        write: async (bytes) => {
          for (let at = 0; at < bytes.length; ) {
            at += (await file.write(bytes, at, bytes.length - at)).bytesWritten;
          }
        },
        patch: async (bytes, position) => {
          for (let at = 0; at < bytes.length; ) {
            at += (await file.write(bytes, at, bytes.length - at, position + at)).bytesWritten;
          }
        },
        sync: () => file.sync(),
        close: () => file.close(),
      };
    },
    rename: (from, to) => fs.rename(from, to),
    remove: (path) => fs.rm(path, { force: true }),
    syncFolder: async (path) => {
      // some systems cannot open folders; the rename itself has happened by then
      const folder = await fs.open(path, 'r').catch(() => undefined);
      await folder?.sync().catch(() => undefined);
      await folder?.close();
    },
  };
}

const reasons: Record<string, string> = {
  ENOENT: 'no such file or folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'no permission',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder',
};

const fileErrorArgs = is.signature(
  'io.fileError',
  ['path', is.string],
  ['error', is.instance('an Error', Error)],
);

/** An error of the file system as one that names the file and the fault. */
export function fileError(path: string, error: unknown): FileError {
  fileErrorArgs(path, error);
  if (error instanceof FileError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new FileError(`${path}: ${(code && reasons[code]) ?? message}`);
}

/** Bytes that come next, or bytes over earlier ones. */
export type FilePart = Uint8Array | { readonly bytes: Uint8Array; readonly position: number };

const writeFileSafelyArgs = is.signature(
  'io.writeFileSafely',
  ['path', is.path],
  ['parts', kinds.parts],
  ['fileSystem', kinds.fileSystem],
);

/**
 * Writes `parts` one after the other to `path`, all or nothing: after an error the file is what it was
 * before. @throws FileError
 */
export async function writeFileSafely(
  path: string,
  parts: AsyncIterable<FilePart> | Iterable<FilePart>,
  fileSystem?: FileSystem,
): Promise<void> {
  writeFileSafelyArgs(path, parts, fileSystem);
  const fs = fileSystem ?? (await nodeFileSystem());
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = await fs.create(temporary);
    try {
      for await (const part of parts) {
        if (part instanceof Uint8Array) await file.write(part);
        else await file.patch(part.bytes, part.position);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await fs.rename(temporary, path);
  } catch (error) {
    await fs.remove(temporary).catch(() => undefined);
    throw fileError(path, error);
  }
  await fs.syncFolder(path.replace(/[\\/]?[^\\/]*$/, '') || '.');
}

/** A file that is read in parts. */
export interface ReadableFile {
  /** Bytes. */
  readonly size: number;
  /** Another text as soon as the file is another or has been written to. */
  readonly version: string;
  /** Bytes `begin` to `end` (exclusive). @throws FileError if the file ends before */
  read(begin: number, end: number): Promise<Uint8Array>;
  /** Closes the file; nothing can be read afterwards. */
  close(): Promise<void>;
}

const openFileArgs = is.signature('io.openFile', ['path', is.path]);

/** Opens a file for reading. @throws FileError */
export async function openFile(path: string): Promise<ReadableFile> {
  openFileArgs(path);
  const fs = await import('node:fs/promises');
  try {
    const file = await fs.open(path, 'r');
    const stat = await file.stat();
    if (stat.isDirectory()) {
      await file.close();
      throw new FileError(`${path}: it is a folder`);
    }
    return {
      size: stat.size,
      version: `${stat.dev} ${stat.ino} ${stat.size} ${stat.mtimeMs}`,
      read: async (begin, end) => {
        const out = new Uint8Array(end - begin);
        for (let at = 0; at < out.length; ) {
          const { bytesRead } = await file.read(out, at, out.length - at, begin + at);
          if (bytesRead === 0) throw new FileError(`${path}: ends at byte ${begin + at}`);
          at += bytesRead;
        }
        return out;
      },
      close: () => file.close(),
    };
  } catch (error) {
    throw fileError(path, error);
  }
}

const formatBytesArgs = is.signature('io.formatBytes', ['bytes', is.notNegative]);

/** A number of bytes for people. */
export const formatBytes = (bytes: number): string => {
  formatBytesArgs(bytes);
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${Math.round(bytes / 1e6)} MB`;
};

const chunk = 1 << 16;

const readWholeArgs = is.signature(
  'io.readWhole',
  ['path', kinds.pathOrUrl],
  ['most', is.notNegative],
);

/**
 * All bytes of a file, a pipe or a device that is expected to hold at most `most`, which ends the reading of
 * those that never end. @throws FileError
 */
export async function readWhole(path: string | URL, most: number): Promise<Uint8Array> {
  readWholeArgs(path, most);
  const fs = await import('node:fs/promises');
  const tooLong = (): FileError =>
    new FileError(`${path}: has more than ${formatBytes(most)}, which such a file never has`);
  try {
    const file = await fs.open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > most) throw tooLong();
      let out = new Uint8Array(size > 0 ? size + 1 : chunk);
      for (let at = 0; ; ) {
        const { bytesRead } = await file.read(out, at, out.length - at, null);
        at += bytesRead;
        if (at > most) throw tooLong();
        if (bytesRead === 0) return out.subarray(0, at);
        if (at < out.length) continue;
        const longer = new Uint8Array(2 * out.length);
        longer.set(out);
        out = longer;
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileError(String(path), error);
  }
}

const readTextArgs = is.signature('io.readText', ['path', is.path], ['most', is.notNegative]);

/** A text file; see {@link readWhole}. @throws FileError */
export const readText = async (path: string, most: number): Promise<string> => {
  readTextArgs(path, most);
  return new TextDecoder().decode(await readWhole(path, most));
};

const readJsonArgs = is.signature('io.readJson', ['path', is.path]);

/** A JSON file's value. @throws FileError if it is missing or cannot be taken; see `parseJson` */
export const readJson = async (path: string): Promise<unknown> => {
  readJsonArgs(path);
  return parseJson(await readText(path, longestJson), path);
};

const writeJsonArgs = is.signature('io.writeJson', ['path', is.path], ['value', kinds.json]);

/** Writes a value as JSON, all or nothing. @throws FileError */
export const writeJson = async (path: string, value: unknown): Promise<void> => {
  writeJsonArgs(path, value);
  return writeFileSafely(path, [new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)]);
};
