// The safetensors format: eight bytes with the length of a JSON header, the header (name -> dtype, shape,
// byte range), then the values, little-endian and without holes. A header is a claim: everything it says
// is checked against the size of the file before anything is allocated for it.
// Format: huggingface/safetensors, README, "Format".
import type { DType, HostArray } from '../tensor/dtype.ts';
import { FileError } from '../tensor/errors.ts';
import { quote } from '../tensor/quote.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { leavesWithPaths } from '../tensor/tree.ts';
import { decodeEntry } from './decode.ts';
import { bfloatBits, halfBits } from './half.ts';
import { isJsonObject, parseJsonObject } from './json.ts';

export { type DecodeOptions, decodeEntry } from './decode.ts';

/** Element types of the format that are understood. */
export type FileDType = 'F64' | 'F32' | 'F16' | 'BF16' | 'I64' | 'I32' | 'U32' | 'U8' | 'BOOL';

const bytesOf: Record<FileDType, number> = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  I64: 8,
  I32: 4,
  U32: 4,
  U8: 1,
  BOOL: 1,
};

const storedAs: Record<DType, FileDType> = {
  f64: 'F64',
  f32: 'F32',
  f16: 'F16',
  i32: 'I32',
  u32: 'U32',
  bool: 'BOOL',
};

/** Where a tensor lies in the file; `begin` and `end` count bytes from the end of the header. */
export interface Entry {
  readonly name: string;
  readonly dtype: FileDType;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/** A checked header. */
export interface Header {
  readonly entries: readonly Entry[];
  /** The free texts of `__metadata__`. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Bytes before the values: the eight of the length and the header itself. */
  readonly dataStart: number;
}

/** What a file holds. */
export interface Safetensors {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** How tensors are written. */
export interface SafetensorsOptions {
  /** Free texts kept with the tensors. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Stored type of a tensor; default its own. 'F16' halves f32 weights. */
  readonly store?: (name: string, value: Tensor) => FileDType | undefined;
}

const mostAxes = 64; // NumPy's and PyTorch's limit
const longestHeader = 100_000_000; // the format's own limit

/**
 * The length of the header that the first 8 bytes announce. `fileSize` in bytes.
 * @throws FileError if the file cannot hold it
 */
export function headerLength(start: Uint8Array, fileSize: number, source: string): number {
  if (fileSize < 8 || start.length < 8) {
    throw new FileError(`${source}: ${fileSize} bytes are too few for a safetensors file`);
  }
  const length = new DataView(start.buffer, start.byteOffset, 8).getBigUint64(0, true);
  if (length > BigInt(Math.min(fileSize - 8, longestHeader))) {
    throw new FileError(
      `${source}: the header claims ${length} bytes but the file has ${fileSize}; ` +
        'it is cut short or no safetensors file',
    );
  }
  return Number(length);
}

const isCount = (x: unknown): x is number => Number.isSafeInteger(x) && (x as number) >= 0;

function parseEntry(name: string, value: unknown, dataBytes: number, source: string): Entry {
  const fail = (fault: string): never => {
    throw new FileError(`${source}: tensor ${quote(name)} ${fault}`);
  };
  if (!isJsonObject(value)) return fail('has no description');
  const { dtype, shape, data_offsets: range } = value;
  if (typeof dtype !== 'string' || !Object.hasOwn(bytesOf, dtype)) {
    return fail(`has dtype ${quote(dtype)}; known are ${Object.keys(bytesOf).join(', ')}`);
  }
  if (!Array.isArray(shape) || !shape.every(isCount)) {
    return fail(`has no valid shape: ${quote(shape)}`);
  }
  if (shape.length > mostAxes) return fail(`has ${shape.length} axes, more than ${mostAxes}`);
  if (!Array.isArray(range) || range.length !== 2 || !range.every(isCount)) {
    return fail(`has no valid byte range: ${quote(range)}`);
  }
  const [begin, end] = range as [number, number];
  if (begin > end || end > dataBytes) {
    return fail(
      `lies at bytes ${begin} to ${end}, but the file holds ${dataBytes} bytes of values`,
    );
  }
  let needed = bytesOf[dtype as FileDType];
  for (const size of shape) {
    needed *= size;
    if (!Number.isSafeInteger(needed)) {
      return fail(`is ${dtype} ${quote(shape)}, more bytes than can be counted`);
    }
  }
  if (needed !== end - begin) {
    return fail(
      `is ${dtype} ${quote(shape)}, which takes ${needed} bytes, but ${end - begin} are given`,
    );
  }
  return { name, dtype: dtype as FileDType, shape: shape as number[], begin, end };
}

/**
 * Parses and checks a header. `header` is the JSON text's bytes, `fileSize` that of the whole file,
 * `source` its name in errors. @throws FileError naming the tensor and the fault
 */
export function parseHeader(header: Uint8Array, fileSize: number, source: string): Header {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(header);
  } catch {
    throw new FileError(`${source}: the header: not JSON (it is not UTF-8)`);
  }
  const value = parseJsonObject(text, `${source}: the header`, longestHeader);
  const dataStart = 8 + header.length;
  const dataBytes = fileSize - dataStart;
  const metadata: Record<string, string> = {};
  const entries: Entry[] = [];
  for (const [name, given] of Object.entries(value)) {
    if (name !== '__metadata__') entries.push(parseEntry(name, given, dataBytes, source));
    else {
      if (!isJsonObject(given)) {
        throw new FileError(`${source}: __metadata__ is not a JSON object`);
      }
      for (const [k, free] of Object.entries(given)) {
        if (typeof free !== 'string') {
          throw new FileError(`${source}: metadata ${quote(k)} is not a text`);
        }
        metadata[k] = free;
      }
    }
  }
  let at = 0;
  let before = 'the start';
  for (const e of [...entries].sort((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (e.begin !== at) {
      throw new FileError(
        `${source}: tensor ${quote(e.name)} ${e.begin < at ? 'overlaps' : 'leaves a hole after'} ` +
          `${before} (it starts at byte ${e.begin}, not ${at})`,
      );
    }
    at = e.end;
    before = quote(e.name);
  }
  if (at !== dataBytes) {
    throw new FileError(`${source}: ${dataBytes} bytes of values, of which tensors use ${at}`);
  }
  return { entries, metadata, dataStart };
}

/** Values as a file stores them; floats go to the nearest F16 or BF16. */
export function encodeValues(values: HostArray, dtype: FileDType): Uint8Array {
  const out = new Uint8Array(values.length * bytesOf[dtype]);
  const view = new DataView(out.buffer);
  const writers: Record<FileDType, (i: number, v: number) => void> = {
    F64: (i, v) => view.setFloat64(8 * i, v, true),
    F32: (i, v) => view.setFloat32(4 * i, v, true),
    F16: (i, v) => view.setUint16(2 * i, halfBits(v), true),
    BF16: (i, v) => view.setUint16(2 * i, bfloatBits(v), true),
    I64: (i, v) => view.setBigInt64(8 * i, BigInt(v), true),
    I32: (i, v) => view.setInt32(4 * i, v, true),
    U32: (i, v) => view.setUint32(4 * i, v, true),
    U8: (i, v) => view.setUint8(i, v),
    BOOL: (i, v) => view.setUint8(i, +(v !== 0)),
  };
  const write = writers[dtype];
  for (let i = 0; i < values.length; i++) write(i, values[i]);
  return out;
}

/**
 * The parts of a file, in order: the header, then each tensor's values, read from the device one at a
 * time. `tree` is a tree of tensors; names are paths ('encoder.0.w').
 * @throws FileError if two paths are equal or a type cannot be stored
 */
export async function* safetensorsParts(
  tree: unknown,
  options: SafetensorsOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const items = leavesWithPaths(tree).map(([name, value]) => {
    const dtype = options.store?.(name, value) ?? storedAs[value.dtype];
    return { name, value, dtype };
  });
  // wide elements first keeps every tensor aligned
  items.sort((a, b) => bytesOf[b.dtype] - bytesOf[a.dtype]);
  const header: Record<string, unknown> = {};
  if (options.metadata) header.__metadata__ = options.metadata;
  let at = 0;
  for (const { name, value, dtype } of items) {
    if (Object.hasOwn(header, name)) throw new FileError(`safetensors: two tensors named ${name}`);
    const end = at + value.size * bytesOf[dtype];
    header[name] = { dtype, shape: value.shape, data_offsets: [at, end] };
    at = end;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const padded = Math.ceil(json.length / 8) * 8;
  const start = new Uint8Array(8 + padded).fill(0x20);
  new DataView(start.buffer).setBigUint64(0, BigInt(padded), true);
  start.set(json, 8);
  yield start;
  for (const { value, dtype } of items) yield encodeValues(await value.data(), dtype);
}

/** A tree of tensors as the bytes of a safetensors file; see {@link safetensorsParts}. */
export async function encodeSafetensors(
  tree: unknown,
  options: SafetensorsOptions = {},
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of safetensorsParts(tree, options)) parts.push(part);
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** The tensors in the bytes of a file. `source` names it in errors. @throws FileError */
export function decodeSafetensors(bytes: Uint8Array, source = 'safetensors'): Safetensors {
  const length = headerLength(bytes, bytes.length, source);
  const header = parseHeader(bytes.subarray(8, 8 + length), bytes.length, source);
  const tensors = new Map(
    header.entries.map((e) => {
      const part = bytes.subarray(header.dataStart + e.begin, header.dataStart + e.end);
      return [e.name, decodeEntry(e, part, source)];
    }),
  );
  return { tensors, metadata: header.metadata };
}
