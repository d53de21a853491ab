// The safetensors format: eight bytes with the length of a JSON header, the header (name -> dtype, shape,
// byte range), then the values, little-endian and without holes. A header is a claim: everything it says
// is checked against the size of the file before anything is allocated for it.
// Format: huggingface/safetensors, README, "Format".

import * as is from '../tensor/arguments.ts';
import type { DType, HostArray } from '../tensor/dtype.ts';
import { FileError } from '../tensor/errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { leavesWithPaths } from '../tensor/tree.ts';
import * as kinds from './argument-kinds.ts';
import { verifyBytes, withoutChecksum } from './checksum.ts';
import { decodeEntry } from './decode.ts';
import { bfloatBits, halfBits } from './half.ts';
import { bytesOf, type FileDType, headerLength, parseHeader } from './safetensors-header.ts';

export { type DecodeOptions, decodeEntry } from './decode.ts';

const storedAs: Record<DType, FileDType> = {
  f64: 'F64',
  f32: 'F32',
  f16: 'F16',
  i32: 'I32',
  u32: 'U32',
  bool: 'BOOL',
};

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

// How tensors are written.
const safetensorsOptions = is.options<SafetensorsOptions>({
  metadata: is.optional(is.object),
  store: is.optional(is.func),
});

const encodeValuesArgs = is.signature(
  'io.encodeValues',
  ['values', is.numbers],
  ['dtype', kinds.fileDType],
);

/** Values as a file stores them; floats go to the nearest F16 or BF16. */
export function encodeValues(values: HostArray, dtype: FileDType): Uint8Array {
  encodeValuesArgs(values, dtype);
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

const safetensorsPartsArgs = is.signature(
  'io.safetensorsParts',
  ['tree', is.tree],
  ['options', safetensorsOptions],
);

/**
 * The parts of a file, in order: the header, then each tensor's values, read from the device one at a
 * time. `tree` is a tree of tensors; names are paths ('encoder.0.w').
 * @throws FileError if two paths are equal or a type cannot be stored
 */
export async function* safetensorsParts(
  tree: unknown,
  options: SafetensorsOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  safetensorsPartsArgs(tree, options);
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

const encodeSafetensorsArgs = is.signature(
  'io.encodeSafetensors',
  ['tree', is.tree],
  ['options', safetensorsOptions],
);

/**
 * A tree of tensors as the bytes of a safetensors file; names are paths ('encoder.0.w').
 * @throws FileError if two paths are equal or a type cannot be stored
 */
export async function encodeSafetensors(
  tree: unknown,
  options: SafetensorsOptions = {},
): Promise<Uint8Array> {
  encodeSafetensorsArgs(tree, options);
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

const decodeSafetensorsArgs = is.signature(
  'io.decodeSafetensors',
  ['bytes', is.bytes],
  ['source', is.string],
);

/**
 * The tensors in the bytes of a file. `source` names it in errors.
 * @throws FileError; also if the file carries a checksum and any bit of it is another than when it was written
 */
export function decodeSafetensors(bytes: Uint8Array, source = 'safetensors'): Safetensors {
  decodeSafetensorsArgs(bytes, source);
  const length = headerLength(bytes, bytes.length, source);
  const header = parseHeader(bytes.subarray(8, 8 + length), bytes.length, source);
  verifyBytes(bytes, header.dataStart, header.metadata, source);
  const tensors = new Map(
    header.entries.map((e) => {
      const part = bytes.subarray(header.dataStart + e.begin, header.dataStart + e.end);
      return [e.name, decodeEntry(e, part, source)];
    }),
  );
  return { tensors, metadata: withoutChecksum(header.metadata) };
}
