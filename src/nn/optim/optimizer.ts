// Optimizers are pairs of pure functions: `init` makes a state for parameters, `update` turns gradients
// into updates (to be added to the parameters) and the next state. Updates, gradients and parameters
// are trees of one structure; states are trees of tensors, so all of it can run inside `compile`.
import * as is from '../../tensor/arguments.ts';
import { shown } from '../../tensor/describe.ts';
import { computeType, type DType } from '../../tensor/dtype.ts';
import { WgradError } from '../../tensor/errors.ts';
import { add } from '../../tensor/ops/arithmetic.ts';
import { zeros } from '../../tensor/ops/create.ts';
import { cast } from '../../tensor/ops/views.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { leaves, map, type Tree, zipWith } from '../../tensor/tree.ts';
import { checkLeaves } from './check-update.ts';

/** State of an optimizer: a tree of tensors; only its own optimizer looks inside. */
export type OptimizerState = Tree<Tensor>;

/** Turns gradients into updates. Optimizers, clipping and chains of them have this form. */
export interface Optimizer {
  /** The state before the first step. */
  init(params: unknown): OptimizerState;
  /** Updates to add to `params` and the state for the next step. */
  update<P>(grads: P, state: OptimizerState, params: P): [updates: P, state: OptimizerState];
}

/** Learning rate after `step` steps (scalar f32) -> scalar. */
export type Schedule = (step: Tensor) => Tensor;

/** A learning rate: a number, a scalar tensor, or a schedule. */
export type LearningRate = number | Tensor | Schedule;

/** The learning rate of a step, for `count` (i32 scalar) steps taken before. */
export const rateAt = (rate: LearningRate, count: Tensor): Tensor | number =>
  typeof rate === 'function' ? rate(cast(count, 'f32')) : rate;

/**
 * A rate or decay: one number for all leaves, a function of a leaf's path and value, or a tensor that
 * broadcasts against the leaf (`perElement` of a flat layout).
 */
export type PerLeaf = number | Tensor | ((path: string, leaf: Tensor) => number | Tensor);

/** The value of a PerLeaf for one leaf. */
export const forLeaf = (value: PerLeaf, path: string, leaf: Tensor): number | Tensor =>
  typeof value === 'function' ? value(path, leaf) : value;

/** dtype in which moments are kept: f16 parameters get f32 moments. */
export const momentDType = (leaf: Tensor): DType => computeType(leaf.dtype);

/** Zeros like each leaf, in the dtype of moments. */
export const zeroMoments = <P>(params: P): P =>
  map(params, (leaf) => zeros(leaf.shape, momentDType(leaf))) as P;

/** The tree with its leaves replaced, in order. */
export function rebuild<P>(tree: P, values: readonly Tensor[]): P {
  let i = 0;
  return map(tree, () => values[i++]) as P;
}

/** Leaves of a state's tree of moments. */
export const momentsOf = (tree: unknown): Tensor[] => leaves(tree);

const applyUpdatesArgs = is.signature(
  'optim.applyUpdates',
  ['params', is.tree],
  ['updates', is.tree],
);

/** params + updates, in the parameters' dtypes. */
export const applyUpdates = <P>(params: P, updates: P): P => {
  applyUpdatesArgs(params, updates);
  checkLeaves('optim.applyUpdates', 'updates', updates, leaves(params));
  return zipWith((p, u) => cast(add(p, u), p.dtype), params, updates);
};

const chainArgs = is.signature('optim.chain', [
  'parts',
  is.list(is.methods('an optimizer', 'init', 'update')),
]);

/** One after the other: the updates of each are the gradients of the next. */
export function chain(...parts: readonly Optimizer[]): Optimizer {
  chainArgs(parts);
  return {
    init: (params) => parts.map((p) => p.init(params)),
    update: (grads, state, params) => {
      if (!Array.isArray(state) || state.length !== parts.length) {
        const made = `a list of ${parts.length} states, as init made it`;
        throw new WgradError(`optim.chain.update: state must be ${made}, not ${shown(state)}`);
      }
      let updates = grads;
      const next = parts.map((part, i) => {
        const [u, s] = part.update(updates, (state as readonly OptimizerState[])[i], params);
        updates = u;
        return s;
      });
      return [updates, next];
    },
  };
}
