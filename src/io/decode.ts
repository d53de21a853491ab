// From the bytes of a stored tensor to a tensor, at about the speed of memory: whole typed arrays, no call a
// value. f16 stays the bit patterns that it is, from the file to the device, also where its axes change
// places: PyTorch's [out, in] and [out, in, kh, kw] are [in, out] and [kh, kw, in, out] here, and a weight
// is turned in blocks small enough for the cache while it is read.

import * as is from '../tensor/arguments.ts';
import type { DType } from '../tensor/dtype.ts';
import { FileError, ShapeError } from '../tensor/errors.ts';
import { floatsToHalves, halvesToFloats } from '../tensor/half.ts';
import { fromHalfBits, tensor } from '../tensor/ops/create.ts';
import { quote } from '../tensor/quote.ts';
import { formatShape, type Shape, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import type { Entry } from './safetensors-header.ts';

/** What a stored tensor becomes. */
export interface DecodeOptions {
  /** Axes of the stored tensor in the order of the result, as of `transpose`; default: as stored. */
  readonly axes?: readonly number[];
  /** Type of a floating-point tensor; default the stored one, f32 for BF16. Others keep theirs. */
  readonly dtype?: 'f16' | 'f32';
}

/** Arrays that stored values are viewed as. */
export type Elements =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Uint16Array
  | Uint8Array;

const block = 64;

// [a, b, c] -> [c, b, a]: every transposition of weights is one of these, with several axes as one. Written
// along rows of the result, which took half the time of reading along rows of the source.
function reverse<T extends Elements>(from: T, to: T, a: number, b: number, c: number): void {
  const step = b * c;
  for (let j0 = 0; j0 < b; j0 += block) {
    const j1 = Math.min(j0 + block, b);
    for (let i0 = 0; i0 < a; i0 += block) {
      const i1 = Math.min(i0 + block, a);
      for (let k0 = 0; k0 < c; k0 += block) {
        const k1 = Math.min(k0 + block, c);
        for (let j = j0; j < j1; j++) {
          for (let k = k0; k < k1; k++) {
            const row = (k * b + j) * a;
            let at = (i0 * b + j) * c + k;
            for (let i = i0; i < i1; i++) {
              to[row + i] = from[at];
              at += step;
            }
          }
        }
      }
    }
  }
}

/**
 * The elements of a row-major array of `shape` with its axes in another order: result axis i is axis
 * `axes[i]`. The array itself if the order is the same. @throws ShapeError
 */
export function permute<T extends Elements>(values: T, shape: Shape, axes: readonly number[]): T {
  const rank = shape.length;
  if (axes.length !== rank || new Set(axes).size !== rank || axes.some((d) => !(d in shape))) {
    throw new ShapeError(
      `axes ${formatShape(axes)} are no order of those of ${formatShape(shape)}`,
    );
  }
  // neighbours that stay neighbours count as one axis: [first axis, size] each
  const groups: { first: number; size: number }[] = [];
  axes.forEach((d, i) => {
    const last = groups.at(-1);
    if (last && d === axes[i - 1] + 1) last.size *= shape[d];
    else groups.push({ first: d, size: shape[d] });
  });
  if (groups.length <= 1) return values;
  const to = new (values.constructor as new (n: number) => T)(values.length);
  const stored = [...groups].sort((x, y) => x.first - y.first);
  if (groups.length <= 3 && groups.every((g, i) => g === stored[groups.length - 1 - i])) {
    const [a, b, c] = stored.length === 2 ? [stored[0], { size: 1 }, stored[1]] : stored;
    reverse(values, to, a.size, b.size, c.size);
    return to;
  }
  const strides = axes.map((d) => shape.slice(d + 1).reduce((n, s) => n * s, 1));
  const index = new Array<number>(rank).fill(0);
  for (let i = 0, at = 0; i < to.length; i++) {
    to[i] = values[at];
    for (let d = rank - 1; d >= 0; d--) {
      at += strides[d];
      if (++index[d] < shape[axes[d]]) break;
      at -= index[d] * strides[d];
      index[d] = 0;
    }
  }
  return to;
}

// bf16 is the upper half of an f32
function bfloatsToFloats(bits: Uint16Array): Float32Array {
  const words = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i++) words[i] = bits[i] << 16;
  return new Float32Array(words.buffer);
}

function longsToInts(entry: Entry, values: BigInt64Array, source: string): Int32Array {
  // low and high words, little-endian; a value that fits has the sign of its low word in the high one
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  const out = new Int32Array(values.length);
  for (let i = 0; i < out.length; i++) {
    out[i] = words[2 * i];
    if (words[2 * i + 1] !== out[i] >> 31) {
      throw new FileError(
        `${source}: tensor ${quote(entry.name)} holds ${values[i]}, which does not fit 32 bits`,
      );
    }
  }
  return out;
}

// The stored words as an array of the type of the result, f16 as bits.
function convert(
  entry: Entry,
  bytes: Uint8Array,
  source: string,
  wanted: 'f16' | 'f32' | undefined,
): { values: Elements; dtype: DType } {
  // a copy: the bytes are the caller's, and views need aligned starts
  const { buffer } = new Uint8Array(bytes);
  const n = sizeOf(entry.shape);
  const float = (values: Float32Array | Float64Array, own: 'f32' | 'f64') => {
    if (wanted === 'f16') return { values: floatsToHalves(values), dtype: 'f16' as const };
    if (wanted === 'f32' && own === 'f64')
      return { values: Float32Array.from(values), dtype: 'f32' as const };
    return { values, dtype: own };
  };
  switch (entry.dtype) {
    case 'F64':
      return float(new Float64Array(buffer, 0, n), 'f64');
    case 'F32':
      return float(new Float32Array(buffer, 0, n), 'f32');
    case 'BF16':
      return float(bfloatsToFloats(new Uint16Array(buffer, 0, n)), 'f32');
    case 'F16': {
      const bits = new Uint16Array(buffer, 0, n);
      return wanted === 'f32'
        ? { values: halvesToFloats(bits), dtype: 'f32' }
        : { values: bits, dtype: 'f16' };
    }
    case 'I64':
      return { values: longsToInts(entry, new BigInt64Array(buffer, 0, n), source), dtype: 'i32' };
    case 'I32':
      return { values: new Int32Array(buffer, 0, n), dtype: 'i32' };
    case 'U32':
      return { values: new Uint32Array(buffer, 0, n), dtype: 'u32' };
    case 'U8':
      return { values: Uint32Array.from(bytes), dtype: 'u32' };
    case 'BOOL':
      return { values: Uint8Array.from(bytes, (b) => +(b !== 0)), dtype: 'bool' };
  }
}

// What a stored tensor becomes.
const decodeOptions = is.options<DecodeOptions>({
  axes: is.optional(is.integers),
  dtype: is.optional(is.oneOf('f16', 'f32')),
});

const decodeEntryArgs = is.signature(
  'io.decodeEntry',
  ['entry', kinds.entry],
  ['bytes', is.bytes],
  ['source', is.string],
  ['options', decodeOptions],
);

/**
 * A tensor from the bytes of an entry of a safetensors file, with other axes or another floating-point
 * type if asked for. @throws FileError on I64 values beyond 32 bits; ShapeError for axes that do not fit
 */
export function decodeEntry(
  entry: Entry,
  bytes: Uint8Array,
  source: string,
  options: DecodeOptions = {},
): Tensor {
  decodeEntryArgs(entry, bytes, source, options);
  const { values, dtype } = convert(entry, bytes, source, options.dtype);
  const { axes } = options;
  const turned = axes ? permute(values, entry.shape, axes) : values;
  const shape = axes ? axes.map((d) => entry.shape[d]) : entry.shape;
  const label = entry.name;
  if (turned instanceof Uint16Array) return fromHalfBits(turned, { shape, label });
  return tensor(turned, { shape, dtype, label });
}
