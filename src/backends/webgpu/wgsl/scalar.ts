// Scalar operations of the kernel IR as WGSL text. Literals are printed so that the shader compiler
// neither rejects them (NaN, infinities, the least i32) nor changes them (-0) nor folds an expression into an error:
// operations on nothing but literals go through `let`, which makes them run-time expressions.

import type { ScalarType } from '../../../tensor/dtype.ts';
import { DTypeError } from '../../../tensor/errors.ts';
import type { BinaryOp, ReduceOp, UnaryOp } from '../../../tensor/expr.ts';

/** WGSL's name of a compute type. @throws DTypeError for f64, which GPUs lack */
export function typeName(type: ScalarType): string {
  if (type === 'f64') {
    throw new DTypeError('float64 does not exist on WebGPU: use f32, or the cpu device');
  }
  return type;
}

/** A constant of a compute type as a WGSL expression. */
export function literal(value: number, type: ScalarType): string {
  switch (typeName(type)) {
    case 'bool':
      return value ? 'true' : 'false';
    case 'i32': {
      const v = value | 0;
      return v === -2147483648 ? 'bitcast<i32>(0x80000000u)' : v < 0 ? `(${v}i)` : `${v}i`;
    }
    case 'u32':
      return `${value >>> 0}u`;
    default:
      return floatLiteral(Math.fround(value));
  }
}

function floatLiteral(v: number): string {
  if (Number.isNaN(v)) return 'notNumber()';
  if (v === Infinity) return 'infinity()';
  if (v === -Infinity) return '(-infinity())';
  if (Object.is(v, -0)) return 'minusZero()';
  return v < 0 ? `(${v}f)` : `${v}f`;
}

const floatUnary: Partial<Record<UnaryOp, string>> = {
  log1p: 'log1p',
  expm1: 'expm1',
  rsqrt: 'inverseSqrt',
  sin: 'sinf',
  cos: 'cosf',
  tan: 'tanf',
  asin: 'asinf',
  acos: 'acosf',
  atan: 'atanf',
  sinh: 'sinhf',
  cosh: 'coshf',
  tanh: 'tanhf',
  exp: 'expf',
  log: 'logf',
  sqrt: 'sqrt',
  erf: 'erf',
  floor: 'floor',
  ceil: 'ceil',
  round: 'round',
  trunc: 'trunc',
  abs: 'abs',
};

/** `op(a)` for an operand of `type`. @throws DTypeError where the pair has no meaning */
export function unaryText(op: UnaryOp, type: ScalarType, a: string): string {
  if (op === 'not' || (op === 'bitNot' && type === 'bool')) {
    return type === 'bool' ? `!(${a})` : `~(${a})`;
  }
  if (type === 'f32') {
    if (op === 'neg') return `-(${a})`;
    const name = floatUnary[op];
    if (name) return `${name}(${a})`;
  }
  if (type === 'i32' || type === 'u32') {
    if (op === 'neg') return type === 'i32' ? `-(${a})` : `0u - (${a})`;
    if (op === 'abs') return type === 'i32' ? `abs(${a})` : a;
    if (op === 'bitNot') return `~(${a})`;
    if (op === 'floor' || op === 'ceil' || op === 'round' || op === 'trunc') return a;
  }
  throw new DTypeError(`the operation ${op} does not exist for ${type} on WebGPU`);
}

const infix: Partial<Record<BinaryOp, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  lt: '<',
  le: '<=',
};

/** `op(a, b)` for operands of `type`. @throws DTypeError where the pair has no meaning */
export function binaryText(op: BinaryOp, type: ScalarType, a: string, b: string): string {
  if (op === 'eq') return `${a} == ${b}`;
  // the negation of an ordered comparison holds for NaN
  if (op === 'ne') return type === 'f32' ? `!(${a} == ${b})` : `${a} != ${b}`;
  if (type === 'bool') return boolBinary(op, a, b);
  const sign = infix[op];
  if (sign) return `${a} ${sign} ${b}`;
  if (type === 'f32') {
    switch (op) {
      case 'div':
        return `${a} / ${b}`;
      case 'rem':
        return `fmod(${a}, ${b})`;
      case 'pow':
        return `powf(${a}, ${b})`;
      case 'min':
        return `minNumber(${a}, ${b})`;
      case 'max':
        return `maxNumber(${a}, ${b})`;
      case 'atan2':
        return `atan2f(${a}, ${b})`;
    }
  } else {
    const suffix = type === 'i32' ? 'I32' : 'U32';
    switch (op) {
      case 'div':
        return `div${suffix}(${a}, ${b})`;
      case 'rem':
        return `rem${suffix}(${a}, ${b})`;
      case 'min':
        return `min(${a}, ${b})`;
      case 'max':
        return `max(${a}, ${b})`;
      case 'and':
        return `${a} & ${b}`;
      case 'or':
        return `${a} | ${b}`;
      case 'xor':
        return `${a} ^ ${b}`;
      case 'shl':
        return `${a} << (${type === 'i32' ? `bitcast<u32>(${b})` : b} & 31u)`;
      case 'shr':
        return `${a} >> (${type === 'i32' ? `bitcast<u32>(${b})` : b} & 31u)`;
    }
  }
  throw new DTypeError(`the operation ${op} does not exist for ${type} on WebGPU`);
}

function boolBinary(op: BinaryOp, a: string, b: string): string {
  switch (op) {
    case 'and':
    case 'mul':
    case 'min':
      return `${a} & ${b}`;
    case 'or':
    case 'add':
    case 'max':
      return `${a} | ${b}`;
    case 'xor':
    case 'sub':
      return `${a} != ${b}`;
    case 'lt':
      return `!${a} & ${b}`;
    case 'le':
      return `!${a} | ${b}`;
  }
  throw new DTypeError(`the operation ${op} does not exist for bool on WebGPU`);
}

/** Conversion of value between compute types (see `cast` in ir.ts for the rules). */
export function castText(a: string, from: ScalarType, to: ScalarType): string {
  typeName(from);
  typeName(to);
  if (from === to) return a;
  if (from === 'f32') {
    return to === 'bool' ? `!(${a} == 0f)` : to === 'i32' ? `toI32(${a})` : `toU32(${a})`;
  }
  if (to === 'bool') return `${a} != ${literal(0, from)}`;
  return `${to}(${a})`;
}

/** Start value of a reduction over a body of `type`. */
export function identity(op: ReduceOp, type: ScalarType): string {
  switch (op) {
    case 'sum':
      return type === 'bool' ? 'false' : literal(0, type);
    case 'prod':
      return type === 'bool' ? 'true' : literal(1, type);
    case 'any':
      return literal(0, type);
    case 'all':
      return literal(1, type);
    case 'max':
    case 'argmax':
      return literal(type === 'f32' ? -Infinity : type === 'i32' ? -2147483648 : 0, type);
    case 'min':
    case 'argmin':
      return literal(type === 'f32' ? Infinity : type === 'i32' ? 2147483647 : 0xffffffff, type);
  }
}

/** `a` and `b` joined by a reduction that is not argmax or argmin. */
export function combineText(op: ReduceOp, type: ScalarType, a: string, b: string): string {
  if (op === 'any') return binaryText('or', type, a, b);
  if (op === 'all') return binaryText('and', type, a, b);
  const binary = op === 'sum' ? 'add' : op === 'prod' ? 'mul' : op === 'max' ? 'max' : 'min';
  return binaryText(binary, type, a, b);
}

/** True where candidate `b` beats `a` in an argmax or argmin: larger (smaller), or NaN first. */
export function beatsText(op: ReduceOp, type: ScalarType, a: string, b: string): string {
  const better = op === 'argmax' ? `${b} > ${a}` : `${b} < ${a}`;
  if (type === 'bool') return op === 'argmax' ? `(${b} & !${a})` : `(!${b} & ${a})`;
  return type === 'f32' ? `((${better}) | (isNaN(${b}) & !isNaN(${a})))` : `(${better})`;
}

/** True where `a` and `b` rank the same in an argmax or argmin. */
export function tiesText(type: ScalarType, a: string, b: string): string {
  return type === 'f32' ? `((${a} == ${b}) | (isNaN(${a}) & isNaN(${b})))` : `(${a} == ${b})`;
}
