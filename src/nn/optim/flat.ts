// Parameters as one flat tensor, as JAX's ravel_pytree. Every leaf starts at a multiple of 64 elements, so
// that it is also a buffer of its own on a GPU (bindings start at multiples of 256 bytes), and the gaps
// are zero. Optimizers, clipping and averages then see a single leaf: a kernel or two for the whole
// model instead of some for each tensor. Models see the tree, whose leaves are views of the flat one.
import * as is from '../../tensor/arguments.ts';
import { DTypeError, ShapeError } from '../../tensor/errors.ts';
import { assemble } from '../../tensor/ops/assemble.ts';
import { placeholder, tensor, zeros } from '../../tensor/ops/create.ts';
import { withGradient } from '../../tensor/ops/custom-gradient.ts';
import { slice } from '../../tensor/ops/layout.ts';
import { reshape } from '../../tensor/ops/views.ts';
import { formatShape, type Shape } from '../../tensor/shape.ts';
import { Tensor } from '../../tensor/tensor.ts';
import { leavesWithPaths, type MapLeaves, map } from '../../tensor/tree.ts';
import { rebuild } from './optimizer.ts';

/** Where a leaf stands in the flat tensor. */
export interface FlatPart {
  /** The leaf's path in the tree ('encoder.0.w'). */
  readonly path: string;
  /** The leaf's shape. */
  readonly shape: Shape;
  /** Its first element in the flat tensor. */
  readonly start: number;
  /** Its number of elements. */
  readonly size: number;
}

/** How trees of one structure and flat tensors [size] turn into each other. */
export interface FlatLayout<P> {
  /** Elements of the flat tensor, gaps included: a multiple of `alignment`. */
  readonly size: number;
  /** Every leaf starts at a multiple of this many elements. */
  readonly alignment: number;
  /** Every leaf in order. */
  readonly parts: readonly FlatPart[];
  /** The leaves of a tree side by side, zeros between: [size]. @throws ShapeError, DTypeError */
  ravel(tree: P): Tensor;
  /** The tree whose leaves are views of a flat tensor of any dtype. Its gradient is one concatenation. */
  unravel(flat: Tensor): P;
  /** A tree of tensors (a state) with every flat tensor in it unravelled. */
  unravelAll<S>(state: S): MapLeaves<S, P | Tensor>;
  /** The inverse: a state like `template`, whose flat tensors tell which of its trees to ravel. */
  ravelAll<S>(template: S, state: unknown): S;
  /**
   * A number for each leaf as an operand of flat arithmetic, for options such as `weightDecay`: one
   * number if all are equal, else one for each element, f32 [size].
   */
  perElement(value: (path: string, leaf: Tensor) => number): number | Tensor;
}

interface Piece {
  readonly start: number;
  readonly value: Tensor;
}

// Pieces in order, zeros between, before and behind: [size].
const join = (size: number, pieces: readonly Piece[]): Tensor =>
  assemble(
    pieces.map((p) => p.value),
    pieces.map((p) => p.start),
    size,
  );

// The pieces of a sum of pieces placed among zeros; undefined for any other tensor.
function placedPieces(total: Tensor): Piece[] | undefined {
  const pieces: Piece[] = [];
  const pending = [total];
  for (let t = pending.pop(); t; t = pending.pop()) {
    if (t.op.name === 'add') pending.push(...t.inputs);
    else if (t.op.name === 'place') {
      const { start, step, value } = t.attrs as { start: number[]; step: number[]; value: number };
      if (start.length !== 1 || step[0] !== 1 || value !== 0) return undefined;
      if (t.inputs[0].size > 0) pieces.push({ start: start[0], value: t.inputs[0] });
    } else return undefined;
  }
  pieces.sort((a, b) => a.start - b.start);
  const apart = pieces.every(
    ({ start, value }, i) => i + 1 === pieces.length || start + value.size <= pieces[i + 1].start,
  );
  return apart && pieces.length > 0 ? pieces : undefined;
}

// x, whose slices send back one concatenation in place of a sum of as many padded tensors. The tape has
// added them up when this node's turn comes; that sum is lazy, so nobody computes it.
const sliceable = (x: Tensor): Tensor =>
  withGradient(x, [x], (ct) => {
    const pieces = placedPieces(ct);
    return [pieces ? join(ct.size, pieces) : ct];
  });

const flatLayoutArgs = is.signature(
  'optim.flatLayout',
  ['tree', is.tree],
  ['options', is.options({ alignment: is.optional(is.scalar) })],
);

/**
 * The layout of a tree of parameters, of which shapes and order count. Leaves start at multiples of
 * `alignment` elements (default 64: 256 bytes in f32; 128 also suits f16 copies).
 * @throws DTypeError if the leaves differ in dtype; ShapeError for an alignment below 1
 */
export function flatLayout<P>(
  tree: P,
  options: { readonly alignment?: number } = {},
): FlatLayout<P> {
  flatLayoutArgs(tree, options);
  const { alignment = 64 } = options;
  if (!Number.isInteger(alignment) || alignment < 1) {
    throw new ShapeError(`flatLayout: alignment ${alignment} is not a whole number of elements`);
  }
  const template = map(tree, (leaf) => placeholder(leaf)) as P; // keeps no memory alive
  const named = leavesWithPaths(template);
  const parts: FlatPart[] = [];
  let size = 0;
  for (const [path, leaf] of named) {
    parts.push({ path, shape: leaf.shape, start: size, size: leaf.size });
    size += Math.ceil(leaf.size / alignment) * alignment;
  }
  const checkDTypes = (leaves: readonly [string, Tensor][]): void => {
    const other = leaves.find(([, t]) => t.dtype !== leaves[0][1].dtype);
    if (other) {
      const [path, first] = leaves[0];
      throw new DTypeError(
        `flatLayout: '${path}' is ${first} and '${other[0]}' is ${other[1]}; one flat tensor holds ` +
          'one dtype, so cast the leaves or give each dtype a layout of its own (partition)',
      );
    }
  };
  checkDTypes(named);

  const isFlat = (t: Tensor): boolean => t.rank === 1 && t.size === size;

  const ravel = (given: P): Tensor => {
    const leaves = leavesWithPaths(given);
    const wrong = parts.findIndex(
      ({ shape }, i) => formatShape(leaves[i]?.[1].shape ?? []) !== formatShape(shape),
    );
    if (wrong >= 0 || leaves.length !== parts.length) {
      const { path, shape } = parts[wrong] ?? { path: 'nothing more', shape: [] };
      throw new ShapeError(
        `ravel: the tree does not fit its layout of ${parts.length} leaves: expected ${path} ` +
          `${formatShape(shape)}, found ${leaves.at(wrong)?.join(' ') ?? 'nothing'}`,
      );
    }
    checkDTypes(leaves);
    const pieces = parts.flatMap(({ start, size: n }, i) =>
      n > 0 ? [{ start, value: leaves[i][1] }] : [],
    );
    return pieces.length > 0 ? join(size, pieces) : zeros([0], leaves[0]?.[1].dtype);
  };

  const unravel = (flat: Tensor): P => {
    if (!isFlat(flat)) {
      throw new ShapeError(`unravel: ${flat} does not fit a layout of [${size}] elements`);
    }
    const whole = sliceable(flat);
    const views = parts.map(({ start, size: n, shape }) =>
      reshape(slice(whole, [start, start + n]), shape),
    );
    return rebuild(template, views);
  };

  const ravelAll = (like: unknown, state: unknown): unknown => {
    if (like instanceof Tensor) return isFlat(like) ? ravel(state as P) : state;
    if (typeof like !== 'object' || like === null) return like;
    const source = state as Record<string, unknown>;
    if (Array.isArray(like)) return like.map((x, i) => ravelAll(x, source[i]));
    return Object.fromEntries(Object.entries(like).map(([k, x]) => [k, ravelAll(x, source[k])]));
  };

  return {
    size,
    alignment,
    parts,
    ravel,
    unravel,
    unravelAll: (state) => map(state, (t) => (isFlat(t) ? unravel(t) : t)),
    ravelAll: <S>(like: S, state: unknown) => ravelAll(like, state) as S,
    perElement: (value) => {
      const values = named.map(([path, leaf]) => value(path, leaf));
      if (values.every((v) => v === values[0])) return values[0] ?? 0;
      const all = new Float32Array(size);
      parts.forEach(({ start, size: n }, i) => {
        all.fill(values[i], start, start + n);
      });
      return tensor(all);
    },
  };
}
