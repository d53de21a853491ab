// The header of a safetensors file: which tensors it holds and where their bytes lie. Everything is checked
// against the size of the file before anything is allocated.
import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import { quote } from '../tensor/quote.ts';
import { isJsonObject, parseJsonObject } from './json.ts';

/** Element types of the format that are understood. */
export type FileDType = 'F64' | 'F32' | 'F16' | 'BF16' | 'I64' | 'I32' | 'U32' | 'U8' | 'BOOL';

export const bytesOf: Record<FileDType, number> = {
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

const mostAxes = 64; // NumPy's and PyTorch's limit
const longestHeader = 100_000_000;

const headerLengthArgs = is.signature(
  'io.headerLength',
  ['start', is.bytes],
  ['fileSize', is.size],
  ['source', is.string],
); // the format's own limit

/**
 * The length of the header that the first 8 bytes announce. `fileSize` in bytes.
 * @throws FileError if the file cannot hold it
 */
export function headerLength(start: Uint8Array, fileSize: number, source: string): number {
  headerLengthArgs(start, fileSize, source);

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

const parseHeaderArgs = is.signature(
  'io.parseHeader',
  ['header', is.bytes],
  ['fileSize', is.size],
  ['source', is.string],
);

/**
 * Parses and checks a header. `header` is the JSON text's bytes, `fileSize` that of the whole file,
 * `source` its name in errors. @throws FileError naming the tensor and the fault
 */
export function parseHeader(header: Uint8Array, fileSize: number, source: string): Header {
  parseHeaderArgs(header, fileSize, source);

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
