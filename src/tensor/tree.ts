// Trees: parameters, optimizer states and batches are plain nested objects and arrays whose leaves are
// tensors. Strings, booleans, numbers, functions, null and undefined stay where they are; anything else
// (a Map, an instance of a class, a typed array, a Promise) is refused, because what it holds would be
// passed over in silence. Everything that walks trees goes through this file.

import * as is from './arguments.ts';
import { isPlain } from './describe.ts';
import { Tensor } from './tensor.ts';
import { maxDepth, notAlike, notATree, tooDeep } from './tree-errors.ts';

/** Nested objects and arrays with leaves of type L; null and undefined stay where they are. */
export type Tree<L> =
  | L
  | null
  | undefined
  | readonly Tree<L>[]
  | { readonly [key: string]: Tree<L> };

/** The same structure with every tensor leaf replaced by U. */
export type MapLeaves<T, U> = T extends Tensor
  ? U
  : T extends (...args: never[]) => unknown
    ? T
    : T extends object
      ? { [K in keyof T]: MapLeaves<T[K], U> }
      : T;

// The keys of a container; undefined for leaves that stay as they are.
function keysOf(x: unknown, depth: number, tree: unknown, what: string): string[] | undefined {
  if (typeof x !== 'object' || x === null) return undefined;
  if (!Array.isArray(x) && !isPlain(x)) throw notATree(tree, x, what);
  if (depth > maxDepth) throw tooDeep(tree, what);
  return Object.keys(x);
}

type Container = Record<string, unknown>;

// The walks look at trees themselves, and call them what their callers do; a test holds them to this.
const [tree, f] = [['tree', is.tree] as const, ['f', is.func] as const];
is.signature('tree.leaves', tree);
is.signature('tree.leavesWithPaths', tree);
is.signature('tree.map', tree, f);
is.signature('tree.leavesLike', tree, ['other', is.tree]);
is.signature('tree.zipWith', f, tree, ['others', is.list(is.tree)]);
is.signature('tree.structure', ['tree', is.anything]);
is.signature('tree.tensorsWithin', ['x', is.anything]);

/** Tensor leaves with their paths ('encoder.0.w'), keys in insertion order. @throws TreeError */
export function leavesWithPaths(
  tree: unknown,
  path = '',
  what = 'leavesWithPaths: the tree',
): [string, Tensor][] {
  const out: [string, Tensor][] = [];
  const walk = (x: unknown, at: string, depth: number): void => {
    if (x instanceof Tensor) out.push([at, x]);
    else {
      for (const k of keysOf(x, depth, tree, what) ?? [])
        walk((x as Container)[k], at ? `${at}.${k}` : k, depth + 1);
    }
  };
  walk(tree, path, 0);
  return out;
}

/** Tensor leaves in order. @throws TreeError if `tree` is none; `what` names it there */
export function leaves(tree: unknown, what = 'leaves: the tree'): Tensor[] {
  const out: Tensor[] = [];
  const walk = (x: unknown, depth: number): void => {
    if (x instanceof Tensor) out.push(x);
    else if (Array.isArray(x) && depth <= maxDepth) for (const v of x) walk(v, depth + 1);
    else {
      const keys = keysOf(x, depth, tree, what);
      if (keys) for (const k of keys) walk((x as Container)[k], depth + 1);
    }
  };
  walk(tree, 0);
  return out;
}

/**
 * A tree of the same structure with `f(leaf, path)` in place of each tensor; other leaves are kept.
 * @throws TreeError if `tree` is none; `what` names it there
 */
export function map<T, U = Tensor>(
  tree: T,
  f: (leaf: Tensor, path: string) => U,
  path = '',
  what = 'map: the tree',
): MapLeaves<T, U> {
  if (typeof f !== 'function') is.check('tree.map', 'f', is.func, f);
  const walk = (x: unknown, at: string, depth: number): unknown => {
    if (x instanceof Tensor) return f(x, at);
    const keys = keysOf(x, depth, tree, what);
    if (!keys) return x;
    const below = (k: string): unknown =>
      walk((x as Container)[k], at ? `${at}.${k}` : k, depth + 1);
    if (Array.isArray(x)) return x.map((_, i) => below(`${i}`));
    return Object.fromEntries(keys.map((k) => [k, below(k)]));
  };
  return walk(tree, path, 0) as MapLeaves<T, U>;
}

/**
 * The tensors of `other` in the order of the leaves of `tree`, by their paths.
 * @throws TreeError naming the path where the structures differ, and `other` by `what`
 */
export function leavesLike(
  tree: unknown,
  other: unknown,
  what = 'leavesLike: the other tree',
): Tensor[] {
  const out: Tensor[] = [];
  const walk = (x: unknown, y: unknown, at: string, depth: number): void => {
    if (x instanceof Tensor || y instanceof Tensor) {
      if (!(x instanceof Tensor) || !(y instanceof Tensor)) throw notAlike(what, at, y, x);
      out.push(y);
      return;
    }
    const [own, others] = [keysOf(x, depth, tree, what), keysOf(y, depth, other, what)];
    if (!own && !others) return;
    if (!own || !others || Array.isArray(x) !== Array.isArray(y)) throw notAlike(what, at, y, x);
    const [a, b] = [x as Container, y as Container];
    for (const k of new Set([...own, ...others]))
      walk(a[k], b[k], at ? `${at}.${k}` : k, depth + 1);
  };
  walk(tree, other, '', 0);
  return out;
}

/**
 * Leaf-wise function of several trees of the structure of the first. @throws TreeError if they differ
 */
export function zipWith<T>(
  f: (leaf: Tensor, ...others: Tensor[]) => Tensor,
  tree: T,
  ...others: unknown[]
): T {
  if (typeof f !== 'function') is.check('tree.zipWith', 'f', is.func, f);
  const lists = others.map((other, k) =>
    leavesLike(tree, other, `zipWith: tree ${k + 2} of ${others.length + 1}`),
  );
  let i = 0;
  return map(tree, (leaf) => {
    const row = lists.map((l) => l[i]);
    i++;
    return f(leaf, ...row);
  }) as T;
}

const functionIds = new WeakMap<object, number>();
let functions = 0;

/**
 * The structure as a string: equal strings mean equal structures and equal non-tensor leaves (functions
 * are equal to themselves only). Keys come with their lengths, so that none can pass for something else.
 */
export function structure(tree: unknown): string {
  if (tree instanceof Tensor) return '*';
  if (Array.isArray(tree)) {
    let text = '[';
    for (const v of tree) text += `${structure(v)},`;
    return `${text}]`;
  }
  if (typeof tree === 'object' && tree !== null) {
    let text = '{';
    for (const k of Object.keys(tree))
      text += `${k.length} ${k}:${structure((tree as Container)[k])},`;
    return `${text}}`;
  }
  if (typeof tree === 'function') {
    const id = functionIds.get(tree) ?? ++functions;
    functionIds.set(tree, id);
    return `function ${id}`;
  }
  // JSON knows neither NaN nor bigint
  return typeof tree === 'string' ? JSON.stringify(tree) : `${typeof tree} ${String(tree)}`;
}

/**
 * Every tensor that `x` holds, be it a tree or not: through Maps, Sets and instances of classes too. For
 * whoever must not free what a caller still has.
 */
export function tensorsWithin(x: unknown): Tensor[] {
  const out: Tensor[] = [];
  const seen = new Set<unknown>();
  const todo: unknown[] = [x];
  while (todo.length > 0) {
    const y = todo.pop();
    if (typeof y !== 'object' || y === null || seen.has(y) || ArrayBuffer.isView(y)) continue;
    seen.add(y);
    if (y instanceof Tensor) out.push(y);
    else {
      if (y instanceof Map) for (const pair of y) todo.push(pair);
      if (y instanceof Set) for (const item of y) todo.push(item);
      for (const k of Object.keys(y)) todo.push((y as Container)[k]);
    }
  }
  return out;
}
