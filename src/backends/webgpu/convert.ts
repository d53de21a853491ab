// Host values to device bytes and back: bool as u32, f16 as bit patterns where the device has native
// f16 and as f32 values rounded to f16 where it has not.
import { type DType, type HostArray, type HostValues, hostArray } from '../../tensor/dtype.ts';
import { floatsToHalves, halvesToFloats } from '../../tensor/half.ts';

type Bytes =
  | Float32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>;

/** Values as the device stores them, in unshared memory, a multiple of 4 bytes long. */
export function toDevice(values: HostValues, dtype: DType, nativeF16: boolean): Bytes {
  switch (dtype) {
    case 'f16': {
      const bits = values instanceof Uint16Array ? values : floatsToHalves(values);
      if (!nativeF16) return halvesToFloats(bits) as Float32Array<ArrayBuffer>;
      const out = new Uint16Array(bits.length + (bits.length & 1));
      out.set(bits);
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
      return halvesToFloats(new Uint16Array(data, 0, n));
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
