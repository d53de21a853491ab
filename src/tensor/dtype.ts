// Element types. Storage and arithmetic differ in two cases: f16 is stored in two bytes and computed
// in f32, bool is stored as a 32-bit 0 or 1 so that every kernel can treat it as an integer lane.

/** Element type of a tensor. `f64` exists on the CPU only; `f16` is a storage type. */
export type DType = 'f32' | 'f64' | 'f16' | 'i32' | 'u32' | 'bool';

/** Type in which a kernel computes: f16 widens to f32. */
export type ScalarType = 'f32' | 'f64' | 'i32' | 'u32' | 'bool';

/** Host array that holds values of a dtype (bool: 0 or 1 a byte; f16: values, not bit patterns). */
export type HostArray = Float32Array | Float64Array | Int32Array | Uint32Array | Uint8Array;

/** Values on their way to a device; a Uint16Array holds the bit patterns of f16. */
export type HostValues = HostArray | Uint16Array;

/** Bytes an element takes on a device. */
export const byteSize: Record<DType, number> = { f32: 4, f64: 8, f16: 2, i32: 4, u32: 4, bool: 4 };

/** True for the dtypes that have gradients. */
export const isFloat = (d: DType): boolean => d === 'f32' || d === 'f64' || d === 'f16';

/** The type a kernel computes in for a stored dtype. */
export const computeType = (d: DType): ScalarType => (d === 'f16' ? 'f32' : d);

const rank: Record<DType, number> = { bool: 0, u32: 1, i32: 2, f16: 3, f32: 4, f64: 5 };

/** The smallest dtype that holds both: bool < u32 < i32 < f16 < f32 < f64. */
export const promote = (a: DType, b: DType): DType => (rank[a] >= rank[b] ? a : b);

/** A new host array for `n` values of a dtype. */
export function hostArray(dtype: DType, n: number): HostArray {
  switch (dtype) {
    case 'f32':
    case 'f16':
      return new Float32Array(n);
    case 'f64':
      return new Float64Array(n);
    case 'i32':
      return new Int32Array(n);
    case 'u32':
      return new Uint32Array(n);
    case 'bool':
      return new Uint8Array(n);
  }
}

/** A number as an integer type holds it, wrapped at 32 bits; floats as they are. */
export const wrap = (v: number, dtype: DType): number =>
  dtype === 'i32' ? v | 0 : dtype === 'u32' ? v >>> 0 : v;
