// Arguments of wrong kinds for every public function: valid ones are made from its signature, and each is
// replaced in turn by something else.
import type { Arguments, Kind } from '../../src/tensor/arguments.ts';
import * as is from '../../src/tensor/arguments.ts';
import { expr } from '../../src/tensor/expression-builder.ts';
import { tensor, zeros } from '../../src/tensor/ops/create.ts';
import { key } from '../../src/tensor/ops/random.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { known as named } from './argument-examples.ts';

/** Things that people pass by mistake. */
export const wrongValues = (): unknown[] => [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  0,
  1.5,
  1e300,
  '',
  'x',
  '0.1',
  'float32',
  true,
  {},
  { nonsense: 1 },
  [],
  [[1, 2], [3]],
  ['a'],
  [Number.NaN],
  [-1],
  [1n],
  10n,
  new Map(),
  new Date(0),
  () => 1,
  Symbol('x'),
  new BigInt64Array(2),
  new Float32Array(2),
  Promise.resolve(1),
  tensor([1, 2, 3], { dtype: 'i32' }),
  tensor([true, false]),
  zeros([0]),
  zeros([1, 2, 1, 3, 1]),
];

/** Operands of the shapes that operations ask for; the first set that a function takes is used. */
const operands: readonly (() => Tensor)[] = [
  () =>
    tensor([
      [0.5, 1, 1.5],
      [0.25, 2, 0.75],
    ]),
  () => tensor([1, 0, 2], { dtype: 'i32' }),
  () =>
    tensor([
      [1, 2],
      [3, 4],
    ]),
  () => tensor(new Float32Array(32).fill(0.5), { shape: [2, 2, 2, 4] }),
  () => tensor(new Float32Array(24).fill(0.5), { shape: [2, 3, 4] }),
  () => tensor([0.5, 0.25, 1]),
];
export const exampleSets = operands.length;

const isOneOf = (k: Kind): boolean => /^("|\d|null|true|false)/.test(k.expected);

/** A value of a kind; undefined where none can be made here. */
export function example(k: Kind, set: number): unknown {
  const known = new Map<Kind, unknown>([
    [is.boolean, true],
    [is.string, 'x'],
    [is.func, (x: unknown) => x],
    [is.dtype, 'f32'],
    [is.axis, 0],
    [is.axes, 0],
    [is.shape, [2, 3]],
    [is.integers, [0]],
    [is.sizes, 1],
    [is.padding, 0],
    [is.widths, 0],
    [is.numbers, [1, 2]],
    [is.values, [1, 2]],
    [is.bigint, 1n],
    [is.integer, 1],
    [is.fraction, 0.5],
  ]);
  if (known.has(k)) return known.get(k);
  const special = named(k.expected);
  if (special !== undefined && !k.optional) return special;
  if (k.expected === is.key.expected) return key(1);
  if ([is.operand, is.tensor, is.tree].some((t) => t.expected === k.expected))
    return operands[set]();
  if (/number/.test(k.expected) && !k.parts) return 1;
  if (/integer >= /.test(k.expected) && !k.parts) return 2;
  if (k.optional) return undefined;
  if (isOneOf(k)) return JSON.parse(k.expected.split(' or ')[0]);
  if (!k.parts) return undefined;
  if (Array.isArray(k.parts)) {
    const [first] = k.parts as readonly Kind[];
    return k.expected.startsWith('an array (') ? [example(first, set)] : example(first, set);
  }
  return Object.fromEntries(
    Object.entries(k.parts as Record<string, Kind>)
      .filter(([, part]) => !part.optional)
      .map(([name, part]) => [name, example(part, set)]),
  );
}

const _isSpace = (x: unknown): x is object =>
  /^\[object (Module|Object)\]$/.test(Object.prototype.toString.call(x));

// a module, or the one value that stands for one
const isSpace = (x: unknown): x is object =>
  x === expr || Object.prototype.toString.call(x) === '[object Module]';

/** The functions of the library's public name space, by dotted path. */
export function publicFunctions(root: object): Map<string, (...args: unknown[]) => unknown> {
  const found = new Map<string, (...args: unknown[]) => unknown>();
  const seen = new Set<unknown>();
  const walk = (space: object, path: string): void => {
    const entries = Object.entries(space).sort(
      ([, a], [, b]) => +(typeof b === 'function') - +(typeof a === 'function'),
    );
    for (const [name, value] of entries) {
      const at = path ? `${path}.${name}` : name;
      if (typeof value === 'function' && !seen.has(value)) {
        seen.add(value);
        found.set(at, value as (...args: unknown[]) => unknown);
      } else if (isSpace(value)) walk(value, at);
    }
  };
  walk(root, '');
  return found;
}

/** Valid arguments, as far as they can be made. */
export const examplesOf = (args: Arguments, set: number): unknown[] =>
  args.map(([, k]) => example(k, set));

/** A value in a few words, symbols and bigints too. */
export const shownValue = (value: unknown): string =>
  `${typeof value} ${String(
    typeof value === 'symbol'
      ? 'symbol'
      : JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}n` : v)),
  ).slice(0, 40)}`;
