// Weight files of a folder: one safetensors file, or several with an index that says which tensor lies in
// which. Opening reads headers alone, checks them, and compares the shards with their index; values are
// read later, one tensor at a time, and written back into the same places. A file that carries a checksum is
// read through and compared with it before the first of its values is given out or copied.
// Names of files: huggingface/diffusers and huggingface/transformers, `save_pretrained`.

import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import { quote } from '../tensor/quote.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import { carriesSum, clearedStart, verifier, verifyBytes, withChecksum } from './checksum.ts';
import { type DecodeOptions, decodeEntry } from './decode.ts';
import { type FilePart, fileError, openFile, type ReadableFile, readJson } from './files.ts';
import { isJsonObject } from './json.ts';
import {
  type WeightFile,
  type WeightPlace,
  type Weights,
  weightFile,
  weights,
} from './opened-weights.ts';
import { type Entry, headerLength, parseHeader } from './safetensors-header.ts';

const openWeightFileArgs = is.signature('io.openWeightFile', ['path', is.path]);

/** Opens one safetensors file and checks its header. @throws FileError */
export async function openWeightFile(path: string): Promise<WeightFile> {
  openWeightFileArgs(path);
  const file = await openFile(path);
  try {
    const length = headerLength(await file.read(0, Math.min(8, file.size)), file.size, path);
    const start = await file.read(0, 8 + length);
    return {
      path,
      size: file.size,
      version: file.version,
      header: parseHeader(start.subarray(8), file.size, path),
      start,
    };
  } finally {
    await file.close();
  }
}

const openSingleArgs = is.signature('io.openSingle', ['path', is.path]);

/** The weights of a single file. @throws FileError */
export async function openSingle(path: string): Promise<Weights> {
  openSingleArgs(path);
  const file = await openWeightFile(path);
  const tensors = new Map(file.header.entries.map((entry) => [entry.name, { file, entry }]));
  return { path, files: [file], tensors };
}

async function readIndex(path: string): Promise<Map<string, string>> {
  const value = await readJson(path);
  const map = isJsonObject(value) ? value.weight_map : undefined;
  if (!isJsonObject(map)) throw new FileError(`${path}: has no "weight_map" from tensors to files`);
  const places = new Map<string, string>();
  for (const [name, shard] of Object.entries(map)) {
    // a plain name: nothing that leads into another folder
    if (typeof shard !== 'string' || !/^[^/\\:\0]+\.safetensors$/.test(shard)) {
      throw new FileError(
        `${path}: tensor ${quote(name)} is said to lie in ${quote(shard)}, ` +
          'which is not the name of a safetensors file in the same folder',
      );
    }
    places.set(name, shard);
  }
  if (places.size === 0) throw new FileError(`${path}: names no tensors`);
  return places;
}

const openShardsArgs = is.signature('io.openShards', ['path', is.path]);

/**
 * The weights of shards. @param path the index (`*.safetensors.index.json`)
 * @throws FileError if a shard is missing, or holds other tensors than the index says
 */
export async function openShards(path: string): Promise<Weights> {
  openShardsArgs(path);
  const places = await readIndex(path);
  const folder = path.slice(0, path.length - (path.split(/[\\/]/).at(-1) as string).length);
  const files: WeightFile[] = [];
  const tensors = new Map<string, WeightPlace>();
  for (const shard of [...new Set(places.values())].sort()) {
    let file: WeightFile;
    try {
      file = await openWeightFile(folder + shard);
    } catch (error) {
      throw new FileError(`${path}: shard ${shard} cannot be used: ${(error as Error).message}`);
    }
    files.push(file);
    for (const entry of file.header.entries) {
      const said = places.get(entry.name);
      if (said !== shard) {
        throw new FileError(
          `${file.path}: holds tensor ${quote(entry.name)}, ` +
            `${said === undefined ? 'which the index does not name' : `which the index puts into ${said}`}`,
        );
      }
      tensors.set(entry.name, { file, entry });
    }
  }
  for (const [name, shard] of places) {
    if (!tensors.has(name)) {
      throw new FileError(`${folder}${shard}: tensor ${quote(name)} of the index is missing`);
    }
  }
  return { path, files, tensors };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const openWeightsArgs = is.signature(
  'io.openWeights',
  ['folder', is.path],
  ['stem', is.string],
  ['variant', is.optional(is.string)],
);

/**
 * The weights that a folder holds under a stem ('diffusion_pytorch_model', 'model').
 * @param variant such as 'fp16': `stem.fp16.safetensors` where there is one, else the plain file. Without
 * it the plain file, or the only variant there is.
 * @throws FileError if there are none, or only files in another format
 */
export async function openWeights(
  folder: string,
  stem: string,
  variant?: string,
): Promise<Weights> {
  openWeightsArgs(folder, stem, variant);
  const fs = await import('node:fs/promises');
  let names: string[];
  try {
    names = await fs.readdir(folder);
  } catch (error) {
    throw fileError(folder, error);
  }
  const named = (v: string): Promise<Weights> | undefined => {
    const [file, index] = v
      ? [`${stem}.${v}.safetensors`, `${stem}.safetensors.index.${v}.json`]
      : [`${stem}.safetensors`, `${stem}.safetensors.index.json`];
    if (names.includes(file)) return openSingle(`${folder}/${file}`);
    return names.includes(index) ? openShards(`${folder}/${index}`) : undefined;
  };
  const found = (variant ? named(variant) : undefined) ?? named('');
  if (found) return found;
  const s = escaped(stem);
  const pattern = new RegExp(
    `^${s}\\.(?:([\\w-]+)\\.safetensors|safetensors\\.index\\.([\\w-]+)\\.json)$`,
  );
  const variants = new Set(names.flatMap((n) => n.match(pattern)?.slice(1).filter(Boolean) ?? []));
  const [only] = variants;
  if (variants.size === 1 && !variant) return named(only) as Promise<Weights>;
  if (variants.size > 0) {
    throw new FileError(
      `${folder}: has no ${stem}.safetensors but the variants ${[...variants].join(', ')}; ask for one`,
    );
  }
  const pickled = names.find((n) => /\.(bin|pt|ckpt|msgpack|h5)$/.test(n));
  throw new FileError(
    `${folder}: has no ${stem}.safetensors${
      pickled
        ? `, only ${pickled}, a format that is not read; convert it to safetensors, in Python with ` +
          '`pipeline.save_pretrained(folder, safe_serialization=True)`'
        : ''
    }`,
  );
}

// Bits of the exponent, all ones in NaN and infinities: in 16-bit words of F16 and BF16 and 32-bit words
// of F32 and (the upper half of) F64.
const exponents: Readonly<Record<string, readonly [bytes: number, mask: number]>> = {
  F16: [2, 0x7c00],
  BF16: [2, 0x7f80],
  F32: [4, 0x7f800000],
  F64: [8, 0x7ff00000],
};

const checkFiniteArgs = is.signature(
  'io.checkFinite',
  ['entry', kinds.entry],
  ['bytes', is.bytes],
  ['path', is.string],
);

/** @throws FileError if stored floating-point values are NaN or infinite */
export function checkFinite(entry: Entry, bytes: Uint8Array, path: string): void {
  checkFiniteArgs(entry, bytes, path);
  const { name, dtype, shape } = entry;
  const found = exponents[dtype];
  if (!found) return;
  const [size, mask] = found;
  // views start at multiples of their width; `slice` of a Buffer would be such a view again
  const aligned = bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes);
  const { buffer, byteOffset } = aligned;
  const words =
    size === 2
      ? new Uint16Array(buffer, byteOffset, bytes.length / 2)
      : new Uint32Array(buffer, byteOffset, bytes.length / 4);
  const step = size === 8 ? 2 : 1;
  let [count, first] = [0, 0];
  for (let i = step - 1; i < words.length; i += step) {
    if ((words[i] & mask) === mask && count++ === 0) first = (i - step + 1) / step;
  }
  if (count === 0) return;
  const position = shape.map((_, d) => {
    const inner = shape.slice(d + 1).reduce((a, b) => a * b, 1);
    return Math.floor(first / inner) % shape[d];
  });
  throw new FileError(
    `${path}: tensor ${quote(name)} holds ${count} value${count > 1 ? 's' : ''} that ` +
      `${count > 1 ? 'are' : 'is'} NaN or infinite, the first at [${position}]`,
  );
}

async function readValue(
  open: ReadableFile,
  file: WeightFile,
  entry: Entry,
  options: DecodeOptions,
): Promise<Tensor> {
  const { dataStart } = file.header;
  const bytes = await open.read(dataStart + entry.begin, dataStart + entry.end);
  checkFinite(entry, bytes, file.path);
  return decodeEntry(entry, bytes, file.path, options);
}

const weightValuesArgs = is.signature('io.weightValues', ['weights', weights], ['how', is.func]);

/**
 * Stored tensors, one at a time and in the order of the files, so that no more than one is in memory if the
 * caller lets go of it. @param how axes and type of a tensor; undefined to pass over it
 * @throws FileError on NaN and infinite values, and on damage in a file that carries a checksum: before any
 * value of it is given out
 */
export async function* weightValues(
  weights: Weights,
  how: (name: string) => DecodeOptions | undefined,
): AsyncGenerator<{ readonly entry: Entry; readonly value: Tensor }, void, undefined> {
  weightValuesArgs(weights, how);
  for (const file of weights.files) {
    const entries = file.header.entries.filter((e) => how(e.name));
    // a damaged name is no reason to pass over a file
    if (entries.length === 0 && !carriesSum(file.header.metadata)) continue;
    const open = await reopen(file);
    try {
      await verify(open, file);
      for (const entry of entries.sort((a, b) => a.begin - b.begin)) {
        yield { entry, value: await readValue(open, file, entry, how(entry.name) ?? {}) };
      }
    } finally {
      await open.close();
    }
  }
}

const readWeightsArgs = is.signature(
  'io.readWeights',
  ['file', is.either(is.path, is.bytes)],
  ['source', is.string],
);

/**
 * All tensors of one safetensors file of weights, a path or its bytes (`source` names those in errors).
 * @throws FileError on what does not hold of the header, on NaN and infinite values, and on damage if the file
 * carries a checksum
 */
export async function readWeights(
  file: string | Uint8Array,
  source = 'weights',
): Promise<ReadonlyMap<string, Tensor>> {
  readWeightsArgs(file, source);
  const tensors = new Map<string, Tensor>();
  if (typeof file === 'string') {
    const weights = await openSingle(file);
    for await (const { entry, value } of weightValues(weights, () => ({}))) {
      tensors.set(entry.name, value);
    }
    return tensors;
  }
  const start = 8 + headerLength(file, file.length, source);
  const header = parseHeader(file.subarray(8, start), file.length, source);
  verifyBytes(file, start, header.metadata, source);
  for (const entry of header.entries) {
    const bytes = file.subarray(start + entry.begin, start + entry.end);
    checkFinite(entry, bytes, source);
    tensors.set(entry.name, decodeEntry(entry, bytes, source));
  }
  return tensors;
}

// The file again, provided that it is the one whose header was checked.
async function reopen(file: WeightFile): Promise<ReadableFile> {
  const open = await openFile(file.path);
  if (open.version === file.version) return open;
  await open.close();
  throw new FileError(`${file.path}: has changed since it was opened; open it again`);
}

const checkUnchangedArgs = is.signature('io.checkUnchanged', ['file', weightFile]);

/** @throws FileError if a file is not any more what it was when it was opened */
export const checkUnchanged = async (file: WeightFile): Promise<void> => {
  checkUnchangedArgs(file);
  return (await reopen(file)).close();
};

const block = 8 << 20; // bytes copied at a time

async function* blocks(
  open: ReadableFile,
  begin: number,
  end: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = begin; at < end; at += block) yield await open.read(at, Math.min(at + block, end));
}

const verified = new WeakSet<WeightFile>(); // as long as their version is the same, which reopen sees to

/** @throws FileError if a file carries a checksum and any bit of it is another than when it was written */
async function verify(open: ReadableFile, file: WeightFile): Promise<void> {
  const { metadata, dataStart } = file.header;
  if (!carriesSum(metadata) || verified.has(file)) return;
  const check = verifier(file.start, metadata, file.path);
  for await (const bytes of blocks(open, dataStart, file.size)) check.update(bytes);
  check.end();
  verified.add(file);
}

const rewrittenFileArgs = is.signature(
  'io.rewrittenFile',
  ['file', weightFile],
  ['replaced', is.func],
);

/**
 * The bytes of a weight file with some tensors replaced: header, order and everything else as they are, but for
 * the checksum of a file that carries one, which is made anew and comes last. `replaced` gives the stored bytes
 * of a tensor, or undefined where the old ones stay. @throws FileError
 */
export function rewrittenFile(
  file: WeightFile,
  replaced: (entry: Entry) => Promise<Uint8Array> | undefined,
): AsyncGenerator<FilePart, void, undefined> {
  rewrittenFileArgs(file, replaced);
  const sums = carriesSum(file.header.metadata);
  const parts = rewrittenParts(file, sums ? clearedStart(file.start) : file.start, replaced);
  return sums ? withChecksum(parts) : parts;
}

async function* rewrittenParts(
  file: WeightFile,
  start: Uint8Array,
  replaced: (entry: Entry) => Promise<Uint8Array> | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const open = await reopen(file);
  try {
    await verify(open, file);
    yield start;
    for (const entry of [...file.header.entries].sort((a, b) => a.begin - b.begin)) {
      const bytes = await replaced(entry);
      if (bytes) yield bytes;
      else {
        const { dataStart } = file.header;
        yield* blocks(open, dataStart + entry.begin, dataStart + entry.end);
      }
    }
  } finally {
    await open.close();
  }
}
