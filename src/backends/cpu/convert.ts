// Values on their way between host arrays and device memory: float16 as 16-bit patterns, bool as 32-bit
// integers, everything else as it is.
import { type DType, type HostArray, hostArray } from '../../tensor/dtype.ts';

const float = new Float32Array(1);
const word = new Int32Array(float.buffer);

/** float16 bit pattern of a number, to nearest even. */
export function toHalf(value: number): number {
  float[0] = value;
  const x = word[0];
  const sign = (x >>> 16) & 0x8000;
  const a = x & 0x7fffffff;
  if (a > 0x7f800000) return sign | 0x7e00;
  if (a > 0x477fffff) return sign | 0x7c00;
  if (a < 0x38800000) {
    // subnormal: adding 1/2 rounds at the right bit
    word[0] = a;
    float[0] += 0.5;
    return sign | (word[0] - 0x3f000000);
  }
  return sign | ((a + (0xc8000fff | 0) + ((a >>> 13) & 1)) >>> 13);
}

/** Value of a float16 bit pattern. */
export function fromHalf(bits: number): number {
  word[0] = (bits & 0x7fff) << 13;
  float[0] *= 2 ** 112;
  if ((bits & 0x7fff) > 0x7bff) word[0] |= 0x7f800000;
  return bits & 0x8000 ? -float[0] : float[0];
}

/** Writes host values to device memory at a byte address. */
export function store(buffer: ArrayBuffer, at: number, dtype: DType, values: HostArray): void {
  const n = values.length;
  switch (dtype) {
    case 'f32':
      new Float32Array(buffer, at, n).set(values);
      return;
    case 'f64':
      new Float64Array(buffer, at, n).set(values);
      return;
    case 'i32':
      new Int32Array(buffer, at, n).set(values);
      return;
    case 'u32':
      new Uint32Array(buffer, at, n).set(values);
      return;
    case 'bool': {
      const to = new Int32Array(buffer, at, n);
      for (let i = 0; i < n; i++) to[i] = values[i] === 0 ? 0 : 1;
      return;
    }
    case 'f16': {
      const to = new Uint16Array(buffer, at, n);
      for (let i = 0; i < n; i++) to[i] = toHalf(values[i]);
    }
  }
}

/** Copies `n` values out of device memory. */
export function fetch(buffer: ArrayBuffer, at: number, dtype: DType, n: number): HostArray {
  const out = hostArray(dtype, n);
  switch (dtype) {
    case 'f32':
      out.set(new Float32Array(buffer, at, n));
      break;
    case 'f64':
      out.set(new Float64Array(buffer, at, n));
      break;
    case 'u32':
      out.set(new Uint32Array(buffer, at, n));
      break;
    case 'i32':
    case 'bool':
      out.set(new Int32Array(buffer, at, n));
      break;
    case 'f16': {
      const from = new Uint16Array(buffer, at, n);
      for (let i = 0; i < n; i++) out[i] = fromHalf(from[i]);
    }
  }
  return out;
}
