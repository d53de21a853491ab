// How PyTorch's functions are called: arguments by position or by name, in the order of the function's
// signature. A table gives each function its signature and what it is in terms of ours; an argument that
// the signature lacks, or a value that ours does not take, is unsupported and never ignored.
import type { DType } from '../../../src/tensor/dtype.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import { Tensor, type TensorLike } from '../../../src/tensor/tensor.ts';
import { Unsupported } from '../contract.ts';

/** Arguments by name. Values have the types that PyTorch documents; `never` fits them all. */
export type Args = Readonly<Record<string, never>>;

/** What a function gives: one tensor, several, or sorted values with their positions. */
export type Returned = Tensor | readonly Tensor[] | { values: Tensor; indices: Tensor };

/** Names of a function's arguments, separated by spaces, and what it does with them. */
export type Definition = readonly [signature: string, apply: (args: Args) => Returned];

/** Functions by their names without module. */
export type Definitions = Readonly<Record<string, Definition>>;

/** Whether an argument was given; None counts as not given. */
export const has = (x: unknown): boolean => x !== undefined && x !== null;

/** The value if it is one of `known`. @throws Unsupported naming function and argument */
export function oneOf<T extends string>(value: unknown, known: readonly T[], what: string): T {
  if (!known.includes(value as T)) throw new Unsupported(`${what}=${JSON.stringify(value)}`);
  return value as T;
}

/** Refuses an option unless it has its default. @throws Unsupported */
export function only(value: unknown, fallback: unknown, what: string): void {
  if (has(value) && value !== fallback) throw new Unsupported(`${what}=${JSON.stringify(value)}`);
}

const dtypes: Readonly<Record<string, DType>> = {
  float64: 'f64',
  float32: 'f32',
  int64: 'i32',
  int32: 'i32',
  bool: 'bool',
};

/** Our dtype of 'torch.float32' and the like. @throws Unsupported */
export function dtypeOf(name: unknown): DType {
  const dtype = dtypes[String(name).replace(/^torch\./, '')];
  if (!dtype) throw new Unsupported(`the dtype ${JSON.stringify(name)}`);
  return dtype;
}

/** x converted first, where a function is told to compute in another dtype. */
export const typed = <T extends TensorLike>(x: T, dtype: unknown): T | Tensor =>
  has(dtype) ? ops.cast(ops.toTensor(x), dtypeOf(dtype)) : x;

/** Whole numbers that PyTorch takes as a tensor (positions, counts). @throws Unsupported if computed */
export function wholeNumbers(x: unknown): number[] {
  if (!(x instanceof Tensor)) return [x].flat() as number[];
  if (!x.host) throw new Unsupported('positions that are computed');
  return Array.from(x.host);
}

/** Options without those that were not given. */
export const given = <T extends object>(options: T): T =>
  Object.fromEntries(Object.entries(options).filter(([, v]) => has(v))) as T;

const modules =
  /^(torch\.nn\.functional|torch\.special|torch\.linalg|torch\.Tensor|torch|Tensor|F)\./;

// names that mean something else in one module than in the others
const renamed: Readonly<Record<string, string>> = {
  'torch.linalg.norm': 'linalg_norm',
  'Tensor.unfold': 'sliding_windows',
  'torch.Tensor.unfold': 'sliding_windows',
};

/** The definition of 'torch.sum', 'F.relu', 'Tensor.repeat', ...; undefined if there is none. */
export function definitionOf(name: string, table: Definitions): Definition | undefined {
  const bare = renamed[name] ?? name.replace(modules, '');
  return bare !== name && Object.hasOwn(table, bare) ? table[bare] : undefined;
}

/** Calls a function with resolved arguments. @throws Unsupported for an argument it does not have */
export function call(
  name: string,
  [signature, apply]: Definition,
  args: readonly unknown[],
  kwargs: Readonly<Record<string, unknown>>,
): Returned {
  const given = signature.split(' ');
  // a name with a star takes the rest (sizes of `expand(2, 3)` and `expand([2, 3])`); names after it are
  // keywords only
  const star = given.findIndex((n) => n.startsWith('*'));
  const names = given.map((n) => (n.startsWith('*') ? n.slice(1) : n));
  const bound: Record<string, unknown> = {};
  if (star >= 0) {
    const rest = args.slice(star);
    if (!(names[star] in kwargs)) {
      bound[names[star]] = rest.length === 1 && Array.isArray(rest[0]) ? rest[0] : rest;
    }
    args = args.slice(0, star);
  }
  if (args.length > names.length) throw new Unsupported(`${name} with ${args.length} arguments`);
  args.forEach((value, i) => {
    if (has(value)) bound[names[i]] = value;
  });
  for (const [key, value] of Object.entries(kwargs)) {
    if (!names.includes(key)) throw new Unsupported(`${name} with the argument ${key}`);
    if (has(value)) bound[key] = value;
  }
  return apply(bound as Args);
}
