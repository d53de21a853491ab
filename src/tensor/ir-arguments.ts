// What the functions of ir.ts take.
import * as is from './arguments.ts';
import type { ScalarType } from './dtype.ts';

const has = (v: unknown, ...names: readonly string[]): boolean =>
  typeof v === 'object' && v !== null && names.every((n) => n in v);

/** A scalar expression. */
export const expr = is.kind('an expression of ir', (v) => has(v, 'id', 'kind', 'type', 'args'));

/** A linear form of loop indices. */
export const position = is.kind('a position (an index form)', (v) => has(v, 'id', 'terms', 'min'));

const scalarTypes: readonly ScalarType[] = ['f32', 'f64', 'i32', 'u32', 'bool'];
/** What kernels compute in. */
export const type = is.oneOf(...scalarTypes);
/** Types of 32 bits. */
export const wordType = is.oneOf('f32', 'i32', 'u32');

const unaryOps =
  'neg abs exp log log1p expm1 sqrt rsqrt sin cos tan asin acos atan sinh cosh tanh erf floor ceil round ' +
  'trunc not bitNot';
const binaryOps = 'add sub mul div rem pow min max atan2 and or xor shl shr eq ne lt le';
/** Names of functions of one and of two arguments. */
export const unaryOp = is.oneOf(...unaryOps.split(' '));
export const binaryOp = is.oneOf(...binaryOps.split(' '));

/** Two expressions as arguments. */
export const pair = [
  ['a', expr],
  ['b', expr],
] as const;
