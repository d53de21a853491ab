// Trees: parameters, optimizer states and batches are plain nested objects and arrays whose leaves are
// tensors (or numbers). Everything that walks them goes through this file.
import { Tensor } from './tensor.ts';

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

const isContainer = (x: unknown): x is Record<string, unknown> | unknown[] =>
  Array.isArray(x) ||
  (typeof x === 'object' && x !== null && Object.getPrototypeOf(x) === Object.prototype);

/** Tensor leaves with their paths ('encoder.0.w'), keys in insertion order. */
export function leavesWithPaths(tree: unknown, path = ''): [string, Tensor][] {
  const out: [string, Tensor][] = [];
  const walk = (x: unknown, at: string): void => {
    if (x instanceof Tensor) out.push([at, x]);
    else if (isContainer(x)) {
      for (const [k, v] of Object.entries(x)) walk(v, at ? `${at}.${k}` : k);
    }
  };
  walk(tree, path);
  return out;
}

/** Tensor leaves in order. */
export function leaves(tree: unknown): Tensor[] {
  const out: Tensor[] = [];
  const walk = (x: unknown): void => {
    if (x instanceof Tensor) out.push(x);
    else if (Array.isArray(x)) for (const v of x) walk(v);
    else if (isContainer(x))
      for (const k of Object.keys(x)) walk((x as Record<string, unknown>)[k]);
  };
  walk(tree);
  return out;
}

/** A tree of the same structure with `f(leaf, path)` in place of each tensor; other leaves are kept. */
export function map<T, U = Tensor>(
  tree: T,
  f: (leaf: Tensor, path: string) => U,
  path = '',
): MapLeaves<T, U> {
  const walk = (x: unknown, at: string): unknown => {
    if (x instanceof Tensor) return f(x, at);
    if (Array.isArray(x)) return x.map((v, i) => walk(v, at ? `${at}.${i}` : `${i}`));
    if (isContainer(x)) {
      return Object.fromEntries(
        Object.entries(x).map(([k, v]) => [k, walk(v, at ? `${at}.${k}` : k)]),
      );
    }
    return x;
  };
  return walk(tree, path) as MapLeaves<T, U>;
}

/** Leaf-wise function of several trees of the structure of the first. */
export function zipWith<T>(
  f: (leaf: Tensor, ...others: Tensor[]) => Tensor,
  tree: T,
  ...others: unknown[]
): T {
  const lists = others.map(leaves);
  let i = 0;
  return map(tree, (leaf) => {
    const row = lists.map((l) => l[i]);
    i++;
    return f(leaf, ...row);
  }) as T;
}

/**
 * The structure as a string: equal strings mean equal structures and equal non-tensor leaves. Keys
 * come with their lengths, so that none can pass for something else.
 */
export function structure(tree: unknown): string {
  if (tree instanceof Tensor) return '*';
  if (Array.isArray(tree)) {
    let text = '[';
    for (const v of tree) text += `${structure(v)},`;
    return `${text}]`;
  }
  if (isContainer(tree)) {
    let text = '{';
    for (const k of Object.keys(tree))
      text += `${k.length} ${k}:${structure((tree as Record<string, unknown>)[k])},`;
    return `${text}}`;
  }
  return typeof tree === 'function' ? 'function' : (JSON.stringify(tree) ?? 'undefined');
}
