// Values on their way between host arrays and device memory: float16 as 16-bit patterns, bool as 32-bit
// integers, everything else as it is.
import { type DType, type HostArray, type HostValues, hostArray } from '../../tensor/dtype.ts';
import { floatsToHalves, halvesToFloats } from '../../tensor/half.ts';

/** Writes host values to device memory at a byte address. */
export function store(buffer: ArrayBuffer, at: number, dtype: DType, values: HostValues): void {
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
      const bits = values instanceof Uint16Array ? values : floatsToHalves(values);
      new Uint16Array(buffer, at, n).set(bits);
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
    case 'f16':
      return halvesToFloats(new Uint16Array(buffer, at, n));
  }
  return out;
}
