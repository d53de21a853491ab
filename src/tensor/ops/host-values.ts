// Numbers of the host on their way into a tensor of some dtype. Integers and bool hold few of them, and what
// an array would do with the others (wrap 3e9 to a negative number, make 0 of NaN, cut fractions) is no
// value that anybody asked for: it is an error that says which number it is. Floats round to the nearest.

import { shown } from '../describe.ts';
import { type DType, type HostArray, hostArray } from '../dtype.ts';
import { DTypeError } from '../errors.ts';

const held: Readonly<Partial<Record<DType, string>>> = {
  i32: 'integers from -2147483648 to 2147483647',
  u32: 'integers from 0 to 4294967295',
  bool: 'true and false (1 and 0)',
};

/** The error for a number that a dtype does not hold; `name` says where it stands ('tensor: values[3]'). */
export const notHeld = (name: string, value: number, dtype: DType): DTypeError =>
  new DTypeError(
    `${name} is ${shown(value)}, which ${dtype} does not hold: it has ${held[dtype]}; choose another dtype, ` +
      `or write cast(x, '${dtype}') of a float tensor, which truncates and saturates`,
  );

const fits: Readonly<Partial<Record<DType, (v: number) => boolean>>> = {
  i32: (v) => v === (v | 0),
  u32: (v) => v === v >>> 0,
  bool: (v) => v === 0 || v === 1,
};

/** @throws DTypeError if `dtype` does not hold a number */
export function checkHeld(name: string, value: number, dtype: DType): void {
  if (fits[dtype]?.(value) === false) throw notHeld(name, value, dtype);
}

/** @throws DTypeError if bytes that are to be a bool tensor are others than 0 and 1 */
export function checkBytes(bytes: Uint8Array, name: (index: number) => string): void {
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] > 1) throw notHeld(name(i), bytes[i], 'bool');
  }
}

/** Numbers as an array of a dtype. @throws DTypeError naming the first that it does not hold */
export function convert(
  values: ArrayLike<number>,
  dtype: DType,
  name: (index: number) => string,
): HostArray {
  const out = hostArray(dtype, values.length);
  if (dtype === 'bool') {
    for (let i = 0; i < out.length; i++) {
      const v = values[i];
      if (v !== 0 && v !== 1) throw notHeld(name(i), v, dtype);
      out[i] = v;
    }
  } else if (dtype === 'i32' || dtype === 'u32') {
    for (let i = 0; i < out.length; i++) {
      out[i] = values[i];
      if (out[i] !== values[i]) throw notHeld(name(i), values[i], dtype);
    }
  } else out.set(values);
  return out;
}
