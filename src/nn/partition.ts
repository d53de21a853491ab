// Choosing what is trained: a tree splits into the leaves that a predicate picks and the others, each
// with null in the other's places, and joins again. Gradients, optimizers and files see one part.
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { Tensor } from '../tensor/tensor.ts';
import { map } from '../tensor/tree.ts';

/** Says whether a leaf is picked; paths are like 'encoder.0.w'. */
export type LeafPredicate = (path: string, leaf: Tensor) => boolean;

const partitionArgs = is.signature('nn.partition', ['tree', is.tree], ['pick', is.func]);

/** Two trees, [picked, others], of the structure of `tree`, with null where a leaf is in the other. */
export function partition<T>(tree: T, pick: LeafPredicate): [picked: T, others: T] {
  partitionArgs(tree, pick);
  const picked = map(tree, (leaf, path) => (pick(path, leaf) ? leaf : null));
  const others = map(tree, (leaf, path) => (pick(path, leaf) ? null : leaf));
  return [picked as T, others as T];
}

const combineArgs = is.signature('nn.combine', ['a', is.tree], ['b', is.tree]);

/** The tree whose leaves two parts of it hold. @throws ShapeError if the structures differ */
export function combine<T>(a: T, b: T): T {
  combineArgs(a, b);
  const join = (x: unknown, y: unknown, path: string): unknown => {
    if (x instanceof Tensor || y === null || y === undefined) return x;
    if (x === null || x === undefined || y instanceof Tensor) return y;
    if (typeof x !== 'object' || typeof y !== 'object') return x;
    const [u, v] = [x as Record<string, unknown>, y as Record<string, unknown>];
    const keys = Object.keys(u);
    if (keys.length !== Object.keys(v).length || keys.some((k) => !(k in v))) {
      throw new ShapeError(`combine: the trees differ at '${path}'`);
    }
    if (Array.isArray(x)) return x.map((_, i) => join(u[i], v[i], `${path}.${i}`));
    return Object.fromEntries(keys.map((k) => [k, join(u[k], v[k], path ? `${path}.${k}` : k)]));
  };
  return join(a, b, '') as T;
}
