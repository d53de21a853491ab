// Gets the data set's two files from wherever they are: the package's own data/ folder, another
// folder, a URL, or memory. Node's modules are imported only when a path needs them, so that one
// bundle serves Node and browsers.

import { formatBytes, readWhole } from '../io/files.ts';
import { FileError } from '../tensor/errors.ts';
import type { EmojiSource } from './emoji-set.ts';

const jsonFile = 'emoji.json';
const binFile = 'emoji.bin';
/** What errors about the files tell people to do. */
export const rebuild = 'rebuild it with scripts/data/build-emoji.mjs';

/** The two files' contents, with the names that errors use. */
export type SourceFiles = {
  readonly json: string;
  readonly bin: Uint8Array;
  readonly jsonName: string;
  readonly binName: string;
};

/** Reads the files of a source; see `loadEmoji`. */
export async function readSource(source: EmojiSource | undefined): Promise<SourceFiles> {
  if (typeof source === 'object' && 'json' in source) {
    return { json: source.json, bin: source.bin, jsonName: jsonFile, binName: binFile };
  }
  const folder = source === undefined ? await packageFolder() : String(source);
  const separator = folder.endsWith('/') || folder.endsWith('\\') ? '' : '/';
  const [jsonName, binName] = [jsonFile, binFile].map((name) => folder + separator + name);
  const json = new TextDecoder().decode(await readBytes(jsonName));
  return { json, bin: await readBytes(binName), jsonName, binName };
}

// The data set has 10 MB, vocabularies have 1.
const mostBytes = 2 ** 28;

async function readStream(stream: ReadableStream<Uint8Array>, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    size += part.value.length;
    if (size > mostBytes) {
      await reader.cancel();
      throw new FileError(`${name}: has more than ${formatBytes(mostBytes)}`);
    }
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** The bytes of a file: a path or file: URL in Node, or anything fetch takes. @throws FileError */
export async function readBytes(name: string): Promise<Uint8Array> {
  if (/^https?:/.test(name)) {
    const response = await fetch(name).catch((error: Error) => {
      throw new FileError(`${name}: cannot fetch it (${error.message})`);
    });
    if (!response.ok) throw new FileError(`${name}: the server answered ${response.status}`);
    return readStream(response.body as ReadableStream<Uint8Array>, name);
  }
  return readWhole(name.startsWith('file:') ? new URL(name) : name, mostBytes);
}

/**
 * The nearest folder data/ that holds `file`, upwards from this one: src/data/ when run from sources,
 * dist/ when bundled. @throws FileError if there is none, or in browsers, saying what to do
 */
export async function packageFolder(
  file = jsonFile,
  inBrowsers = 'the emoji data set: in a browser, give loadEmoji the URL of its folder',
  hint = rebuild,
): Promise<string> {
  if (!import.meta.url?.startsWith('file:')) throw new FileError(inBrowsers);
  const { existsSync } = await import('node:fs');
  const { fileURLToPath } = await import('node:url');
  let folder = new URL('.', import.meta.url);
  for (;;) {
    const data = new URL('data/', folder);
    if (existsSync(new URL(file, data))) return fileURLToPath(data);
    const parent = new URL('..', folder);
    if (parent.href === folder.href) break;
    folder = parent;
  }
  throw new FileError(
    `data/${file}: not found in any folder above ${fileURLToPath(import.meta.url)}; ${hint}`,
  );
}

/**
 * Decompresses a gzip stream that must give exactly `bytes` bytes with this CRC-32 (as
 * `manifestName` says). `name` is what errors call the file.
 */
export async function unpack(
  packed: Uint8Array,
  name: string,
  bytes: number,
  crc32: number,
  manifestName: string,
): Promise<Uint8Array> {
  if (packed.length < 18 || packed[0] !== 0x1f || packed[1] !== 0x8b) {
    throw new FileError(`${name}: not a gzip file (${packed.length} bytes); ${rebuild}`);
  }
  const end = new DataView(packed.buffer, packed.byteOffset + packed.length - 8, 8);
  if (end.getUint32(0, true) !== crc32 || end.getUint32(4, true) !== bytes) {
    throw new FileError(
      `${name}: cut short, or not the file that ${manifestName} describes; ${rebuild}`,
    );
  }
  // gzip makes 1032 bytes of one at most: what claims more is not worth the memory
  if (bytes > 1032 * packed.length) {
    throw new FileError(`${name}: ${packed.length} bytes cannot hold ${bytes}; ${rebuild}`);
  }
  const images = new Uint8Array(bytes);
  let filled = 0;
  try {
    const stream = new Blob([packed as BlobPart]).stream();
    const reader = stream.pipeThrough(new DecompressionStream('gzip')).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (filled + part.value.length > bytes) throw new Error('more data than expected');
      images.set(part.value, filled);
      filled += part.value.length;
    }
  } catch (error) {
    throw new FileError(`${name}: damaged (${(error as Error).message}); ${rebuild}`);
  }
  if (filled !== bytes) throw new FileError(`${name}: ${filled} of ${bytes} bytes; ${rebuild}`);
  return images;
}
