// Tensors by name and tensors in trees. A path joins keys and list positions by dots ('blocks.0.w');
// files know names, programs know trees.

import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import { printable, quote } from '../tensor/quote.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { leavesWithPaths, map } from '../tensor/tree.ts';
import * as kinds from './argument-kinds.ts';
import type { FillOptions } from './fill-options.ts';

/** A tree made of names alone: containers whose keys are 0 .. n-1 become lists. */
export type NamedTree = Tensor | NamedTree[] | { [key: string]: NamedTree };

const deepest = 64;

interface Node {
  readonly children: Map<string, Node>;
  leaf?: Tensor;
}

const treeFromNamesArgs = is.signature(
  'io.treeFromNames',
  ['tensors', kinds.tensorsByName],
  ['source', is.string],
);

/**
 * The tree that a file's names spell. @throws FileError if a name is both a tensor and a container
 */
export function treeFromNames(tensors: ReadonlyMap<string, Tensor>, source = 'tensors'): NamedTree {
  treeFromNamesArgs(tensors, source);
  const root: Node = { children: new Map() };
  for (const [name, value] of tensors) {
    let node = root;
    const path = name.split('.');
    if (path.includes('__proto__')) {
      throw new FileError(`${source}: ${quote(name)} has a part "__proto__", which no tree has`);
    }
    if (path.length > deepest) {
      throw new FileError(`${source}: ${quote(name)} has more than ${deepest} parts`);
    }
    for (const key of path) {
      const next: Node = node.children.get(key) ?? { children: new Map() };
      node.children.set(key, next);
      node = next;
    }
    node.leaf = value;
  }
  const build = (node: Node, path: string): NamedTree => {
    if (node.leaf) {
      if (node.children.size === 0) return node.leaf;
      throw new FileError(`${source}: ${path} is a tensor and the name of a group as well`);
    }
    const at = (k: string): NamedTree =>
      build(node.children.get(k) as Node, path ? `${path}.${k}` : k);
    const keys = [...node.children.keys()];
    const isList = keys.length > 0 && keys.every((_, i) => node.children.has(`${i}`));
    return isList
      ? keys.map((_, i) => at(`${i}`))
      : Object.fromEntries(keys.map((k) => [k, at(k)]));
  };
  return build(root, '');
}

const listed = (names: readonly string[]): string =>
  `${names
    .slice(0, 8)
    .map((name) => printable(name, 160))
    .join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`;

const fillTreeArgs = is.signature(
  'io.fillTree',
  ['template', is.tree],
  ['tensors', kinds.tensorsByName],
  ['source', is.string],
  ['options', kinds.fillOptions],
);

/**
 * A tree like `template` (whose tensors give names, shapes and dtypes) with the values of a file.
 * @throws FileError listing what is missing, surplus or of another shape or dtype
 */
export function fillTree<T>(
  template: T,
  tensors: ReadonlyMap<string, Tensor>,
  source: string,
  options: FillOptions = {},
): T {
  fillTreeArgs(template, tensors, source, options);
  const wanted = new Map(leavesWithPaths(template));
  const missing = [...wanted.keys()].filter((name) => !tensors.has(name));
  const surplus = options.surplus ? [] : [...tensors.keys()].filter((name) => !wanted.has(name));
  const faults: string[] = [];
  if (missing.length > 0) faults.push(`missing: ${listed(missing)}`);
  if (surplus.length > 0) faults.push(`not in the model: ${listed(surplus)}`);
  const wrong: string[] = [];
  for (const [name, like] of wanted) {
    const given = tensors.get(name);
    if (!given) continue;
    const shapes = given.shape.join() === like.shape.join();
    const types = given.dtype === like.dtype || (options.cast && given.isFloat && like.isFloat);
    if (!shapes || !types) {
      wrong.push(`${name} is ${given.dtype}[${given.shape}], not ${like.dtype}[${like.shape}]`);
    }
  }
  if (wrong.length > 0) faults.push(listed(wrong));
  if (faults.length > 0) {
    throw new FileError(`${source}: does not fit the model; ${faults.join('; ')}`);
  }
  return map(template, (like, path) => {
    const given = tensors.get(path) as Tensor;
    return given.dtype === like.dtype || !options.cast ? given : options.cast(given, like);
  }) as T;
}
