// Scalar expressions: the vocabulary in which an operation says what one output element is. Loads
// name a buffer and an index form; everything else is arithmetic. Expressions are interned, so equal
// subexpressions are one object and a generator that emits each object once gets common
// subexpressions for free. One code generator per target turns them into WASM, WGSL or JavaScript.
import * as is from './arguments.ts';
import type { ScalarType } from './dtype.ts';
import { WgradError } from './errors.ts';
import type { BinaryOp, Expr, Index, UnaryOp } from './expr.ts';
import { resetIndices } from './index-expr.ts';
import * as kinds from './ir-arguments.ts';

export type { BinaryOp, Expr, ReduceOp, UnaryOp } from './expr.ts';

let table = new Map<string, Expr>();
let nextId = 1;

/** Forget interned expressions and indices; the compiler calls this before each kernel. */
export function resetExpressions(): void {
  table = new Map();
  resetIndices();
}

function intern(key: string, make: () => Omit<Expr, 'id'>): Expr {
  const found = table.get(key);
  if (found) return found;
  const e = { id: nextId++, ...make() };
  table.set(key, e);
  return e;
}

const constantArgs = is.signature(
  'ir.expr.constant',
  ['value', is.anyNumber],
  ['type', kinds.type],
);

/** A constant of a type. */
export const constant = (value: number, type: ScalarType): Expr => {
  constantArgs(value, type);
  return intern(`const ${Object.is(value, -0) ? '-0' : value} ${type}`, () => ({
    kind: 'const',
    type,
    args: [],
    value,
  }));
};

const indexArgs = is.signature('ir.expr.index', ['at', kinds.position]);

/** An index form as an i32 value. */
export const index = (at: Index): Expr => {
  indexArgs(at);
  return at.terms.length === 0
    ? constant(at.constant, 'i32')
    : intern(`index ${at.id}`, () => ({ kind: 'index', type: 'i32', args: [], at }));
};

const loadArgs = is.signature(
  'ir.expr.load',
  ['buffer', is.size],
  ['at', kinds.position],
  ['type', kinds.type],
  ['guard', is.optional(kinds.expr)],
  ['otherwise', is.optional(kinds.expr)],
);

/** Element `at` of input buffer `buffer`. With a guard: `otherwise` where the guard is false. */
export function load(
  buffer: number,
  at: Index,
  type: ScalarType,
  guard?: Expr,
  otherwise?: Expr,
): Expr {
  loadArgs(buffer, at, type, guard, otherwise);
  if ((guard === undefined) !== (otherwise === undefined)) {
    throw new WgradError('ir.expr.load: guard and otherwise come together');
  }
  if (guard && guard.kind === 'const')
    return guard.value ? load(buffer, at, type) : (otherwise as Expr);
  const args = guard && otherwise ? [guard, otherwise] : [];
  return intern(`load ${buffer} ${at.id} ${type} ${args.map((a) => a.id)}`, () => ({
    kind: 'load',
    type,
    args,
    buffer,
    at,
    guard,
  }));
}

const accArgs = is.signature('ir.expr.acc', ['n', is.size], ['type', kinds.type]);

/** The value of reduction `n` of the kernel, in its results. */
export const acc = (n: number, type: ScalarType): Expr => {
  accArgs(n, type);
  return intern(`acc ${n} ${type}`, () => ({ kind: 'acc', type, args: [], buffer: n }));
};

const applied = (op: UnaryOp, a: Expr): Expr =>
  intern(`${op} ${a.id}`, () => ({ kind: 'unary', op, type: a.type, args: [a] }));

const unaryArgs = is.signature('ir.expr.unary', ['op', kinds.unaryOp], ['a', kinds.expr]);

/** `op(a)`. */
export const unary = (op: UnaryOp, a: Expr): Expr => {
  unaryArgs(op, a);
  return applied(op, a);
};

const comparisons = new Set<BinaryOp>(['eq', 'ne', 'lt', 'le']);

const binaryArgs = is.signature('ir.expr.binary', ['op', kinds.binaryOp], ...kinds.pair);

/** `op(a, b)`; both have the same type (shifts: any integer amounts of the same type). */
export function binary(op: BinaryOp, a: Expr, b: Expr): Expr {
  binaryArgs(op, a, b);
  return combined(op, a, b, 'ir.expr.binary');
}

function combined(op: BinaryOp, a: Expr, b: Expr, fn: string): Expr {
  if (a.type !== b.type) {
    throw new WgradError(`${fn}: the types of a and b differ: ${a.type} and ${b.type}`);
  }
  if (op === 'mul' && isConst(b, 1)) return a;
  if (op === 'mul' && isConst(a, 1)) return b;
  if (op === 'and' && a.type === 'bool') {
    if (isConst(a, 1) || isConst(b, 0)) return b;
    if (isConst(b, 1) || isConst(a, 0)) return a;
  }
  if (a.type === 'i32' && a.kind === 'const' && b.kind === 'const') {
    const x = a.value as number;
    const y = b.value as number;
    if (op === 'add') return constant((x + y) | 0, 'i32');
    if (op === 'lt') return constant(+(x < y), 'bool');
    if (op === 'le') return constant(+(x <= y), 'bool');
    if (op === 'eq') return constant(+(x === y), 'bool');
  }
  const range = comparisons.has(op) ? compareRanges(op, a, b) : undefined;
  if (range !== undefined) return constant(range, 'bool');
  const type = comparisons.has(op) ? 'bool' : a.type;
  return intern(`${op} ${a.id} ${b.id}`, () => ({ kind: 'binary', op, type, args: [a, b] }));
}

const isConst = (e: Expr, v: number): boolean => e.kind === 'const' && e.value === v;

// Bounds tests of padding and concatenation that hold for the whole loop vanish.
function compareRanges(op: BinaryOp, a: Expr, b: Expr): number | undefined {
  const x = bounds(a);
  const y = bounds(b);
  if (!x || !y) return undefined;
  if (op === 'lt') return x[1] < y[0] ? 1 : x[0] >= y[1] ? 0 : undefined;
  if (op === 'le') return x[1] <= y[0] ? 1 : x[0] > y[1] ? 0 : undefined;
  return undefined;
}

function bounds(e: Expr): [number, number] | undefined {
  if (e.type !== 'i32') return undefined;
  if (e.kind === 'const') return [e.value as number, e.value as number];
  return e.kind === 'index' && e.at ? [e.at.min, e.at.max] : undefined;
}

// What an expression is where a condition is false, as far as guards and selections say: a computation behind a
// guard that comes to the reader's own value anyway needs no selection.
function whenFalse(e: Expr, condition: Expr, depth = 4): Expr | undefined {
  const [x, y, z] = e.args;
  if (e.kind === 'const') return e;
  if (e.kind === 'load' && e.guard === condition) return y;
  if (depth === 0) return undefined;
  if (e.kind === 'select') {
    const no = whenFalse(z, condition, depth - 1);
    return x === condition || whenFalse(y, condition, depth - 1) === no ? no : undefined;
  }
  if (e.kind !== 'binary' || e.op !== 'mul' || e.type === 'i32' || e.type === 'u32')
    return undefined;
  const [u, v] = [x, y].map((f) => whenFalse(f, condition, depth - 1)?.value);
  if (u === undefined || v === undefined) return undefined;
  return constant(e.type === 'f64' ? u * v : Math.fround(u * v), e.type);
}

const selectArgs = is.signature('ir.expr.select', ['condition', kinds.expr], ...kinds.pair);

/** `condition ? a : b`, without branching: both are computed. */
export function select(condition: Expr, a: Expr, b: Expr): Expr {
  selectArgs(condition, a, b);
  if (condition.kind === 'const') return condition.value ? a : b;
  if (a === b || whenFalse(a, condition) === b) return a;
  return intern(`select ${condition.id} ${a.id} ${b.id}`, () => ({
    kind: 'select',
    type: a.type,
    args: [condition, a, b],
  }));
}

const castArgs = is.signature('ir.expr.cast', ['a', kinds.expr], ['type', kinds.type]);

/**
 * Conversion of value. Float to integer truncates and saturates (NaN gives 0); to bool is `!= 0`;
 * between i32 and u32 keeps the bits.
 */
export function cast(a: Expr, type: ScalarType): Expr {
  castArgs(a, type);
  if (a.type === type) return a;
  if (a.kind === 'const' && (type === 'f64' || type === 'f32'))
    return constant(a.value as number, type);
  return intern(`cast ${a.id} ${type}`, () => ({ kind: 'cast', type, args: [a] }));
}

const bitcastArgs = is.signature('ir.expr.bitcast', ['a', kinds.expr], ['type', kinds.wordType]);

/** Same 32 bits, other type (f32, i32, u32). */
export const bitcast = (a: Expr, type: ScalarType): Expr => {
  bitcastArgs(a, type);
  if (a.type === type) return a;
  return intern(`bitcast ${a.id} ${type}`, () => ({ kind: 'bitcast', type, args: [a] }));
};

function un(op: UnaryOp): (a: Expr) => Expr {
  const args = is.signature(`ir.expr.${op}`, ['a', kinds.expr]);
  return (a) => {
    args(a);
    return applied(op, a);
  };
}
function bin(op: BinaryOp): (a: Expr, b: Expr) => Expr {
  const fn = `ir.expr.${op}`;
  const args = is.signature(fn, ...kinds.pair);
  return (a, b) => {
    args(a, b);
    return combined(op, a, b, fn);
  };
}

/** -a. */
export const neg = un('neg');
/** |a|. */
export const abs = un('abs');
/** e to the a. */
export const exp = un('exp');
/** Natural logarithm. */
export const log = un('log');
/** Square root. */
export const sqrt = un('sqrt');
/** Hyperbolic tangent. */
export const tanh = un('tanh');
/** Negation of a bool. */
export const not = un('not');
/** a + b. */
export const add = bin('add');
/** a - b. */
export const sub = bin('sub');
/** a b. */
export const mul = bin('mul');
/** a / b; truncates on integers, where a division by zero gives 0. */
export const div = bin('div');
/** The smaller; NaN if either is NaN. */
export const min = bin('min');
/** The larger; NaN if either is NaN. */
export const max = bin('max');
/** Both, or bitwise and. */
export const and = bin('and');
/** Either, or bitwise or. */
export const or = bin('or');
/** One of two, or bitwise exclusive or. */
export const xor = bin('xor');
/** a = b. */
export const eq = bin('eq');
/** a differs from b; true on NaN. */
export const ne = bin('ne');
/** a < b. */
export const lt = bin('lt');
/** a <= b. */
export const le = bin('le');
/** Bits of a moved left by b. */
export const shl = bin('shl');
/** Bits of a moved right by b; u32 fills with zeros. */
export const shr = bin('shr');

const magnitudeBitsArgs = is.signature('ir.expr.magnitudeBits', ['x', kinds.expr]);

/** The bits of an f32 without the sign, as u32. */
export const magnitudeBits = (x: Expr): Expr => {
  magnitudeBitsArgs(x);
  return and(bitcast(x, 'u32'), constant(0x7fffffff, 'u32'));
};
/** Those of infinity; NaN has larger ones. */
export const infinityBits = (): Expr => constant(0x7f800000, 'u32');

const isNanArgs = is.signature('ir.expr.isNan', ['x', kinds.expr]);

/** Whether a float is NaN: by its bits in f32, since shader compilers may assume that it never is. */
export const isNan = (x: Expr): Expr => {
  isNanArgs(x);
  return x.type === 'f64' ? ne(x, x) : lt(infinityBits(), magnitudeBits(x));
};
