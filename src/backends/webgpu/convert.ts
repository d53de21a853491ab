// Host values to device bytes and back: bool as u32, f16 as bit patterns where the device has native
// f16 and as f32 values rounded to f16 where it has not.
import { type DType, type HostArray, hostArray } from '../../tensor/dtype.ts';

const word = new Float32Array(1);
const bits = new Uint32Array(word.buffer);

/** The bit pattern of the f16 nearest to x, ties to even. */
export function toF16Bits(x: number): number {
  word[0] = x;
  const u = bits[0];
  const sign = (u >>> 16) & 0x8000;
  const a = u & 0x7fffffff;
  if (a > 0x7f800000) return sign | 0x7e00;
  if (a >= 0x477ff000) return sign | 0x7c00;
  if (a < 0x38800000) {
    // subnormal: multiples of 2^-24
    const m = Math.abs(word[0]) * 16777216;
    const r = Math.round(m);
    return sign | (r - m === 0.5 && r % 2 === 1 ? r - 1 : r);
  }
  const rounded = a + 0x0fff + ((a >>> 13) & 1);
  return sign | ((rounded - 0x38000000) >>> 13);
}

/** The value of an f16 bit pattern. */
export function fromF16Bits(h: number): number {
  const sign = h & 0x8000 ? -1 : 1;
  const exponent = (h >>> 10) & 31;
  const m = h & 1023;
  if (exponent === 31) return m ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * m * 2 ** -24 : sign * (1024 + m) * 2 ** (exponent - 25);
}

type Bytes =
  | Float32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>;

/** Values as the device stores them, in unshared memory, a multiple of 4 bytes long. */
export function toDevice(values: HostArray, dtype: DType, nativeF16: boolean): Bytes {
  switch (dtype) {
    case 'f16': {
      if (!nativeF16) return Float32Array.from(values, (x) => fromF16Bits(toF16Bits(x)));
      const out = new Uint16Array(values.length + (values.length & 1));
      for (let i = 0; i < values.length; i++) out[i] = toF16Bits(values[i]);
      return out;
    }
    case 'bool':
      return Uint32Array.from(values, (x) => Number(x !== 0));
    case 'i32':
      return unshared(values instanceof Int32Array ? values : Int32Array.from(values));
    case 'u32':
      return unshared(values instanceof Uint32Array ? values : Uint32Array.from(values));
    default:
      return unshared(values instanceof Float32Array ? values : Float32Array.from(values));
  }
}

// Dawn in Node 20 crashes on views of shared memory
function unshared<T extends Float32Array | Int32Array | Uint32Array>(a: T): Bytes {
  const shared = typeof SharedArrayBuffer !== 'undefined' && a.buffer instanceof SharedArrayBuffer;
  return (shared ? a.slice() : a) as Bytes;
}

/** Device bytes as host values. */
export function fromDevice(
  data: ArrayBuffer,
  dtype: DType,
  n: number,
  nativeF16: boolean,
): HostArray {
  const out = hostArray(dtype, n);
  switch (dtype) {
    case 'f16': {
      if (!nativeF16) break;
      const half = new Uint16Array(data, 0, n);
      for (let i = 0; i < n; i++) out[i] = fromF16Bits(half[i]);
      return out;
    }
    case 'bool':
      out.set(new Uint32Array(data, 0, n));
      return out;
    case 'i32':
      out.set(new Int32Array(data, 0, n));
      return out;
    case 'u32':
      out.set(new Uint32Array(data, 0, n));
      return out;
  }
  out.set(new Float32Array(data, 0, n));
  return out;
}
