// How errors show a value that is wrong, and what to write in its place.
import { plainName } from './nearest.ts';
import { Tensor } from './tensor.ts';

/** All element types. */
export const dtypes = ['f32', 'f64', 'f16', 'i32', 'u32', 'bool'] as const;

const short = (text: string, most = 60): string =>
  text.length > most ? `${text.slice(0, most - 3)}...` : text;

/** Plain objects: literals, those without a prototype, and those of other realms. */
export function isPlain(x: object): boolean {
  const proto = Object.getPrototypeOf(x);
  return proto === null || Object.getPrototypeOf(proto) === null;
}

/** `a Map`, `an Uint8Array`: the class of an object. */
export function classOf(x: object): string {
  const name = String((x as { constructor?: { name?: unknown } }).constructor?.name || 'object');
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${short(name, 40)}`;
}

/** A value in a few words: `f32[2, 3]`, `"x"`, `an array of 3`, `a Map`. */
export function shown(value: unknown): string {
  if (value instanceof Tensor) return String(value);
  switch (typeof value) {
    case 'string':
      return short(JSON.stringify(value));
    case 'bigint':
      return short(`${value}n`);
    case 'function':
      return short(value.name ? `the function ${value.name}` : 'a function');
    case 'object':
      return value === null ? 'null' : shownObject(value);
    default:
      return String(value);
  }
}

function shownObject(value: object): string {
  if (Array.isArray(value)) {
    const plain = value.length <= 8 && value.every((v) => v === null || typeof v !== 'object');
    const simple = value.map((v) => (typeof v === 'function' ? 'a function' : shown(v)));
    return plain ? short(`[${simple.join(', ')}]`) : `an array of ${value.length}`;
  }
  if (!isPlain(value)) return classOf(value);
  const keys = Object.keys(value);
  return keys.length === 0 ? '{}' : short(`an object with ${keys.join(', ')}`);
}

const dtypeNames: Readonly<Record<string, string>> = {
  float: 'f32',
  float32: 'f32',
  double: 'f64',
  float64: 'f64',
  half: 'f16',
  float16: 'f16',
  int: 'i32',
  int32: 'i32',
  long: 'i32',
  int64: 'i32',
  uint32: 'u32',
  boolean: 'bool',
};

/** What to write in place of a wrong dtype. */
export function dtypeHint(value: unknown): string | undefined {
  if (typeof value === 'string') {
    const name = plainName(value);
    if (Object.hasOwn(dtypeNames, name)) return `write '${dtypeNames[name]}'`;
    if (name === 'bfloat16' || name === 'bf16') return 'there is no bfloat16; f16 is the nearest';
    return undefined;
  }
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'dtype')) {
    const { dtype } = value as { dtype: unknown };
    if ((dtypes as readonly unknown[]).includes(dtype)) {
      return `the dtype stands alone here: write '${dtype}'`;
    }
  }
  return undefined;
}

/** What is wrong with nested arrays or a typed array as values of a tensor; undefined if nothing. */
export function nestedFault(value: unknown): string | undefined {
  if (ArrayBuffer.isView(value)) {
    if (value instanceof BigInt64Array || value instanceof BigUint64Array) {
      return 'BigInt arrays have no dtype here: convert with Int32Array.from(values, Number)';
    }
    return value instanceof DataView ? 'a DataView has no values of a type' : undefined;
  }
  if (typeof value === 'bigint') return 'convert it with Number(...)';
  if (!Array.isArray(value)) return undefined;
  const shape: number[] = [];
  for (let y: unknown = value; Array.isArray(y); y = y[0]) {
    shape.push(y.length);
    if (y.length === 0) break;
    if (shape.length > 64) return 'arrays are nested deeper than 64 levels, or in a circle';
  }
  let fault: string | undefined;
  const walk = (y: unknown, depth: number): boolean => {
    if (Array.isArray(y)) {
      if (depth < shape.length && y.length === shape[depth])
        return y.every((v) => walk(v, depth + 1));
      fault = `nested arrays are ragged (${y.length} values at depth ${depth})`;
    } else if (typeof y !== 'number' && typeof y !== 'boolean') {
      fault =
        y instanceof Tensor
          ? 'an array of tensors is joined by stack(...) or concat(...)'
          : `values are numbers or booleans, and one is ${shown(y)}`;
    } else if (depth === shape.length) return true;
    else fault = 'nested arrays are ragged';
    return false;
  };
  walk(value, 0);
  return fault;
}
