// The kinds of arguments that functions take: numbers, shapes, dtypes, tensors, keys.
import { dtypeHint, dtypes, isPlain, nestedFault } from './describe.ts';
import { DTypeError, ShapeError } from './errors.ts';
import { type Fault, type Kind, kind, wrong } from './kind.ts';
import { Tensor } from './tensor.ts';

const isList = Array.isArray as (v: unknown) => v is readonly unknown[];

const numberHint = (value: unknown): string | undefined =>
  value instanceof Tensor
    ? 'it shapes the computation, so it cannot be a tensor; numbers given to a compiled function are ' +
      'tensors inside: close over this one instead'
    : typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value))
      ? `write ${Number(value)} without quotes`
      : undefined;

const isNumber = (v: unknown): v is number => typeof v === 'number';

/** Any number, NaN too. */
export const anyNumber = kind('a number', isNumber, numberHint);
/** A number that is not NaN. */
export const number = kind('a number', (v) => isNumber(v) && !Number.isNaN(v), numberHint);
/** A finite number. */
export const finite = kind('a finite number', Number.isFinite, numberHint);
/** A finite number above 0. */
export const positive = kind(
  'a positive number',
  (v) => Number.isFinite(v) && (v as number) > 0,
  numberHint,
);
/** A number >= 0, not NaN. */
export const notNegative = kind('a number >= 0', (v) => isNumber(v) && v >= 0, numberHint);
/** A number in [0, 1]. */
export const fraction = kind(
  'a number from 0 to 1',
  (v) => isNumber(v) && v >= 0 && v <= 1,
  numberHint,
);
/** A whole number. */
export const integer = kind('an integer', Number.isSafeInteger, numberHint);
/** A whole number >= `from`. */
export const wholeFrom = (from: number): Kind =>
  kind(
    `an integer >= ${from}`,
    (v) => Number.isSafeInteger(v) && (v as number) >= from,
    numberHint,
    ShapeError,
  );
/** A size of a dimension: a whole number >= 0. */
export const size = wholeFrom(0);
/** A count of things of which there is one at least. */
export const count = wholeFrom(1);
/** A position of an axis; its range is checked where the rank is known. */
export const axis = kind(
  'an axis (an integer; -1 is the last)',
  Number.isInteger,
  numberHint,
  ShapeError,
);

const shapeHint = (v: unknown): string | undefined =>
  isNumber(v) && Number.isInteger(v)
    ? `write [${v}] for one dimension`
    : v instanceof Tensor
      ? 'write .shape for the shape of a tensor'
      : undefined;

/** Sizes per dimension. */
export const shape: Kind = kind(
  'a shape (an array of integers >= 0)',
  (v) => isList(v) && v.every((n) => Number.isSafeInteger(n) && (n as number) >= 0),
  shapeHint,
  ShapeError,
);

/** Several whole numbers. */
export const integers: Kind = kind(
  'an array of integers',
  (v) => isList(v) && v.every(Number.isInteger),
  shapeHint,
  ShapeError,
);

const wholes = (v: unknown, from: number): boolean =>
  Number.isSafeInteger(v)
    ? (v as number) >= from
    : isList(v) && v.length > 0 && v.every((n) => Number.isSafeInteger(n) && (n as number) >= from);

/** A size for all dimensions or one for each, e.g. of a window. */
export const sizes: Kind = kind(
  'an integer >= 1 or an array of them',
  (v) => wholes(v, 1),
  numberHint,
  ShapeError,
);

/** Widths of padding: one for all sides, one for each dimension, pairs, or a rule's name. */
export const padding: Kind = kind(
  "an integer >= 0, an array of them or of pairs, 'same' or 'valid'",
  (v) =>
    v === 'same' || v === 'valid' || wholes(v, 0) || (isList(v) && v.every((p) => wholes(p, 0))),
  numberHint,
  ShapeError,
);

/** Widths of padding as numbers only. */
export const widths: Kind = kind(
  'an integer >= 0 or an array of them',
  (v) => wholes(v, 0),
  numberHint,
  ShapeError,
);

/** An axis or several. */
export const axes: Kind = kind(
  'an axis or an array of axes (integers)',
  (v) => Number.isInteger(v) || (isList(v) && v.every(Number.isInteger)),
  undefined,
  ShapeError,
);

/** true or false. */
export const boolean = kind('true or false', (v) => typeof v === 'boolean');
/** A string. */
export const string = kind('a string', (v) => typeof v === 'string');
/** Where a file or folder is. */
export const path = kind('a path (a string)', (v) => typeof v === 'string' && v !== '');
/** A bigint. */
export const bigint = kind('a bigint', (v) => typeof v === 'bigint');
/** A function. */
export const func = kind('a function', (v) => typeof v === 'function');
/** Whatever there is, even nothing. */
export const anything: Kind = { expected: 'anything', fault: () => undefined, optional: true };

/** A function with `init` and `apply` or the like: an object that has these methods. */
export const methods = (what: string, ...names: readonly string[]): Kind =>
  kind(
    what,
    (v) =>
      typeof v === 'object' &&
      v !== null &&
      names.every((n) => typeof (v as Record<string, unknown>)[n] === 'function'),
  );

const isObject = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !isList(v) && !(v instanceof Tensor);

/** An object of any keys. */
export const object = kind('an object', (v) => isObject(v) && !(v instanceof Promise));

/** An object made elsewhere that has these fields. */
export const record = (what: string, ...names: readonly string[]): Kind =>
  kind(
    `${what} (an object with ${names.join(', ')})`,
    (v) => isObject(v) && names.every((n) => v[n] !== undefined),
    (v) => {
      const missing = isObject(v) ? names.find((n) => v[n] === undefined) : undefined;
      return missing && `${missing} is missing`;
    },
  );

/** A configuration whose entries `readConfig` checks. */
export const config = kind(
  'a configuration (a plain object)',
  (v) =>
    v === undefined || (isObject(v) && [Object.prototype, null].includes(Object.getPrototypeOf(v))),
);

/** An instance of one of some classes. */
export const instance = (
  expected: string,
  ...classes: readonly (abstract new (
    ...args: never[]
  ) => unknown)[]
): Kind => kind(expected, (v) => classes.some((c) => v instanceof c));

/** Bytes of a file. */
export const bytes = instance('bytes (a Uint8Array)', Uint8Array);
/** An array of numbers, typed or not. */
export const numbers = kind('an array of numbers', (v) =>
  isList(v)
    ? v.every(isNumber)
    : ArrayBuffer.isView(v) && !(v instanceof DataView) && !isBigArray(v),
);

const isBigArray = (v: unknown): boolean =>
  v instanceof BigInt64Array || v instanceof BigUint64Array;

/** Values of a tensor: a typed array of a dtype. */
export const hostValues = instance(
  'a typed array (Float32Array, Float64Array, Int32Array, Uint32Array or Uint8Array)',
  Float32Array,
  Float64Array,
  Int32Array,
  Uint32Array,
  Uint8Array,
);

/** An element type by its name. */
export const dtype = kind(
  `a dtype (${dtypes.join(', ')})`,
  (v) => (dtypes as readonly unknown[]).includes(v),
  dtypeHint,
  DTypeError,
);

/** A tensor. */
export const tensor = kind(
  'a tensor',
  (v) => v instanceof Tensor,
  (v) => (isNumber(v) || isList(v) ? 'make one with tensor(...)' : undefined),
);

const isOperand = (v: unknown): boolean =>
  v instanceof Tensor ||
  isNumber(v) ||
  typeof v === 'boolean' ||
  ((isList(v) || ArrayBuffer.isView(v)) && nestedFault(v) === undefined);

function valuesKind(expected: string, test: (v: unknown) => boolean): Kind {
  const hint = (v: unknown): string | undefined =>
    v instanceof Tensor
      ? 'it is a tensor already'
      : v instanceof Promise
        ? 'await it'
        : nestedFault(v);
  const fault = (v: unknown): Fault | undefined => {
    if (test(v)) return undefined;
    const reason = hint(v);
    return wrong(expected, v, reason, reason?.includes('ragged') ? ShapeError : DTypeError);
  };
  return { expected, fault, hint };
}

/** What operations take: a tensor, a number, a boolean or nested arrays of them. */
export const operand: Kind = valuesKind(
  'a tensor, a number or nested arrays of numbers',
  isOperand,
);

/** Values of a tensor: nested arrays or a typed array. */
export const values: Kind = valuesKind(
  'numbers or booleans in nested arrays, or a typed array',
  (v) => !(v instanceof Tensor) && isOperand(v),
);

/** A number that may be the value of a tensor of one element, as numbers are inside of `compile`. */
export const scalar = kind(
  'a number or a tensor of one element',
  (v) => (v instanceof Tensor ? v.size === 1 : isNumber(v) && !Number.isNaN(v)),
  (v) => (v instanceof Tensor ? undefined : numberHint(v)),
);

/** A number (not NaN) or a tensor that broadcasts. */
export const quantity = kind(
  'a number or a tensor',
  (v) => v instanceof Tensor || (isNumber(v) && !Number.isNaN(v)),
  numberHint,
);

/** A random key. */
export const key = kind(
  'a key made by random.key(42), u32[2]',
  (v) => v instanceof Tensor && v.dtype === 'u32' && v.rank === 1 && v.shape[0] === 2,
  (v) => (Number.isSafeInteger(v) ? `write random.key(${v})` : undefined),
  DTypeError,
);

/** Parameters, states or batches: nested objects and arrays of tensors. */
export const tree = kind(
  'a tree of tensors (nested objects and arrays)',
  (v) => v instanceof Tensor || isList(v) || (isObject(v) && isPlain(v)),
);
