// Numbers that come from shapes. Generators mark them: `#64i` in the text of a kernel is the i32 64 (`u` and
// `f` for the other types). The text is finished in one of two ways. For GPUs a size becomes a literal, since
// their compilers make good use of it. For software adapters sizes become elements of a small uniform
// buffer, in the order of appearance: kernels that differ in sizes only then have the same text and share
// one pipeline, and pipelines are what the first call costs there (50 to 600 ms of LLVM each).
// Every mark is an element of its own, so that sizes may agree by chance without changing the text; a size
// that is needed in many places has a label, `#rows:64i`, and is one element wherever label and number agree.
// Divisions by run-time numbers are slow, so quotients by powers of two are shifts: another text.

import { literal } from './scalar.ts';

const marks = /#(?:([\w.]+):)?(-?\d+)([iuf])/g;

/** A body whose sizes are read from a uniform buffer. */
export interface SharedBody {
  readonly body: string;
  /** The declaration of the buffer; empty if there are no sizes. */
  readonly declaration: string;
  /** What the buffer holds: vectors of four words. */
  readonly words: Int32Array;
}

const name = (label: string): string => (label ? `${label}:` : '');

/** The whole f32 `n` as a size. */
export const floatSize = (n: number): string => `#${n}f`;

/** The i32 `n` as a size. */
export const size = (n: number, label = ''): string => `#${name(label)}${n}i`;

const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));

/** floor(x / n) as an i32, for an i32 text `x` >= 0. */
export function quotient(x: string, n: number, label = ''): string {
  if (n === 1) return x;
  if (isPowerOfTwo(n)) return `((${x}) >> #${name(label && `${label}.log`)}${Math.log2(n)}u)`;
  return `i32(u32(${x}) / #${name(label)}${n}u)`;
}

/** x mod n as an i32, for an i32 text `x` >= 0; `q` is the quotient if there is one already. */
export function remainder(x: string, n: number, label = '', q = ''): string {
  if (n === 1) return '0i';
  if (isPowerOfTwo(n)) return `((${x}) & ${size(n - 1, label && `${label}.last`)})`;
  return q ? `(${x} - ${q} * ${size(n, label)})` : `i32(u32(${x}) % #${name(label)}${n}u)`;
}

/** The text with literals in place of sizes. */
export const bakeSizes = (text: string): string =>
  text.replace(marks, (_, _label, value: string, type: 'i' | 'u' | 'f') =>
    literal(Number(value), `${type}32`),
  );

/**
 * A body (everything after the bindings) with sizes read from uniform binding `binding`. They are loaded at
 * the top of `main`, outside of which no size may stand; drivers would load them anew in every loop.
 */
export function shareSizes(text: string, binding: number): SharedBody {
  const values: { value: number; type: string }[] = [];
  const named = new Map<string, number>();
  const marked = text.replace(
    marks,
    (_, label: string | undefined, value: string, type: string) => {
      const key = label && `${label} ${value}${type}`;
      const known = key ? named.get(key) : undefined;
      const at = known ?? values.push({ value: Number(value), type }) - 1;
      if (key) named.set(key, at);
      return `size${at}`;
    },
  );
  const words = new Int32Array(Math.ceil(values.length / 4) * 4);
  if (values.length === 0) return { body: text, declaration: '', words };
  const floats = new Float32Array(words.buffer);
  const loads = values.map(({ value, type }, k) => {
    if (type === 'f') floats[k] = value;
    else words[k] = value;
    const word = `sizes[${k >> 2}].${'xyzw'[k & 3]}`;
    return `  let size${k} = ${type === 'i' ? word : `bitcast<${type}32>(${word})`};\n`;
  });
  const inside = marked.indexOf('{\n', marked.indexOf('fn main(')) + 2;
  return {
    body: marked.slice(0, inside) + loads.join('') + marked.slice(inside),
    declaration: `@group(0) @binding(${binding}) var<uniform> sizes: array<vec4i, ${words.length / 4}>;\n`,
    words,
  };
}
