// Parameters under the names and in the layouts of PyTorch's state dicts. Trees name their leaves as the
// layers here do; this file knows the difference, for every model at once:
//
//   leaf      state dict   layout
//   w         weight       axes turned: [in, out] <-> [out, in], [kh, kw, in, out] <-> [out, in, kh, kw]
//   b         bias         the same
//   scale     weight       the same (norms)
//   others    same name    the same (tables, positions, class tokens, running statistics)
//
// Transposed convolutions fit the rule: [kh, kw, out, in] <-> [in, out, kh, kw]. Conversions are
// operations, so gradients flow through them.
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { transpose } from '../tensor/ops/views.ts';
import { printable } from '../tensor/quote.ts';
import { formatShape, type Shape, sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { leavesWithPaths, map } from '../tensor/tree.ts';

/** Tensors by PyTorch's names ('down_blocks.0.resnets.0.conv1.weight'). */
export type StateDict = Readonly<Record<string, Tensor>>;

const stateNames: Readonly<Record<string, string>> = { w: 'weight', b: 'bias', scale: 'weight' };
// axes of a weight of rank 2, 3 and 4 as PyTorch has them, and back
const outward = [[], [], [1, 0], [2, 1, 0], [3, 2, 0, 1]] as const;
const inward = [[], [], [1, 0], [2, 1, 0], [2, 3, 1, 0]] as const;

/** How one leaf of a tree stands in a state dict. */
export interface StateEntry {
  /** Path of the leaf in the tree ('conv_in.w'). */
  readonly path: string;
  /** Its name in the state dict ('conv_in.weight'). */
  readonly name: string;
  /** Its shape there. */
  readonly shape: Shape;
  /** Axes of the stored tensor in the order of ours; undefined where the layouts agree. */
  readonly axes: readonly number[] | undefined;
}

/** The entry of a leaf. @throws ShapeError for weights of more than four dimensions */
function entryOf(path: string, leaf: Tensor): StateEntry {
  const dot = path.lastIndexOf('.') + 1;
  const key = path.slice(dot);
  const name = path.slice(0, dot) + (stateNames[key] ?? key);
  if (key !== 'w' || leaf.rank < 2) return { path, name, shape: leaf.shape, axes: undefined };
  if (leaf.rank > 4) throw new ShapeError(`${path}: no layout is known for a weight ${leaf}`);
  const shape = outward[leaf.rank].map((axis) => leaf.shape[axis]);
  return { path, name, shape, axes: inward[leaf.rank] };
}

const stateEntriesArgs = is.signature('nn.stateEntries', ['params', is.tree]);

/** Every leaf of a tree with its name and shape in PyTorch's state dict, in order of the tree. */
export const stateEntries = (params: unknown): StateEntry[] => {
  stateEntriesArgs(params);
  return leavesWithPaths(params).map(([path, leaf]) => entryOf(path, leaf));
};

const toStateDictArgs = is.signature('nn.toStateDict', ['params', is.tree]);

/** A tree of parameters as a state dict: PyTorch's names and layouts. */
export const toStateDict = (params: unknown): StateDict => {
  toStateDictArgs(params);
  return Object.fromEntries(
    leavesWithPaths(params).map(([path, leaf]) => {
      const { name, axes } = entryOf(path, leaf);
      return [name, axes ? transpose(leaf, [...outward[leaf.rank]]) : leaf];
    }),
  );
};

const listed = (names: readonly string[]): string =>
  `${names
    .slice(0, 8)
    .map((name) => printable(name, 160))
    .join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`;

const stateFaultsArgs = is.signature(
  'nn.stateFaults',
  ['entries', is.list(is.record('a state entry', 'path', 'name', 'shape'))],
  ['given', is.instance('a Map', Map)],
);

/** What is wrong with a file's tensors for a model: missing, surplus, of another shape; '' if nothing. */
export function stateFaults(
  entries: readonly StateEntry[],
  given: ReadonlyMap<string, Shape>,
): string {
  stateFaultsArgs(entries, given);
  const wanted = new Set(entries.map((e) => e.name));
  const missing = entries.filter((e) => !given.has(e.name)).map((e) => e.name);
  const surplus = [...given.keys()].filter((name) => !wanted.has(name));
  const wrong = entries.flatMap(({ name, shape }) => {
    const found = given.get(name);
    if (!found || sameShape(found, shape)) return [];
    return [`${name} is ${formatShape(found)}, not ${formatShape(shape)}`];
  });
  const faults = [
    missing.length > 0 ? `missing: ${listed(missing)}` : '',
    surplus.length > 0 ? `not in the model: ${listed(surplus)}` : '',
    listed(wrong),
  ];
  return faults.filter(Boolean).join('; ');
}

const fromStateDictArgs = is.signature(
  'nn.fromStateDict',
  ['template', is.tree],
  ['state', is.object],
  ['source', is.string],
);

/**
 * The tree of `template` (any parameters of the model; only names and shapes are looked at) with the
 * values of a state dict. @throws ShapeError listing what is missing, surplus or of another shape
 */
export function fromStateDict<P>(template: P, state: StateDict, source = 'state dict'): P {
  fromStateDictArgs(template, state, source);
  const entries = stateEntries(template);
  const shapes = new Map(Object.entries(state).map(([name, t]) => [name, t.shape]));
  const faults = stateFaults(entries, shapes);
  if (faults) throw new ShapeError(`${source}: does not fit the model; ${faults}`);
  const byPath = new Map(entries.map((e) => [e.path, e]));
  return map(template, (_, path) => {
    const { name, axes } = byPath.get(path) as StateEntry;
    return axes ? transpose(state[name], [...axes]) : state[name];
  }) as P;
}
