// What learns: parameters with their optimizer, one flat tensor each, so that clipping, moments and averages are
// a kernel or two for the whole model (nn/optim/flat.ts). A learner is pure functions on a state that is a tree of
// tensors; an algorithm holds as many as it needs (policy and value, generator and discriminator) and calls
// `update` inside of its compiled step.
//
//   const net = learner(model.init(random.key(0)), { optimizer: optim.adamw({ learningRate: 1e-3 }) });
//   let state = net.init(model.init(random.key(1)));
//   const step = compile((s: LearnerState, x: Tensor) => net.update(s, (p) => loss(p, x)), { donate: [0] });

import { checkpoint } from '../autodiff/checkpoint.ts';
import { valueAndGrad } from '../autodiff/transforms.ts';
import type { EmaOptions } from '../nn/optim/ema.ts';
import {
  applyUpdates,
  type EmaState,
  ema,
  flatLayout,
  mixedPrecision,
  type Optimizer,
  type OptimizerState,
} from '../nn/optim/index.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { placeholder } from '../tensor/ops/create.ts';
import { add, div } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { leavesWithPaths, map } from '../tensor/tree.ts';

/** How parameters learn. */
export interface LearnerOptions {
  /** Clipping belongs inside: `chain(clipByGlobalNorm(1), adamw(...))`. */
  readonly optimizer: Optimizer;
  /** A moving average of the parameters; absent: none is kept. */
  readonly ema?: EmaOptions;
  /** 'f16': forward and backward pass on f16 copies, with a loss scale (nn/optim/mixed-precision.ts). Default f32. */
  readonly precision?: 'f32' | 'f16';
  /** Which leaves train, by path ('blocks.0.w'); the others keep their values. Default: all. */
  readonly trainable?: (path: string, leaf: Tensor) => boolean;
  /** Where a trained leaf is put after every update, of its shape (a scale within bounds). Default: where it is. */
  readonly project?: (path: string, leaf: Tensor) => Tensor;
}

/** A learner's state: a tree of tensors. `form` turns it into trees that people can read. */
export type LearnerState = {
  /** The trainable parameters, flat. */
  readonly values: Tensor;
  readonly opt: OptimizerState;
  readonly ema: EmaState<Tensor> | null;
  /** Leaves that do not train, by path. */
  readonly fixed: Readonly<Record<string, Tensor>>;
};

/** The same as trees: what checkpoints hold, whose names are those of the parameters. */
export type LearnerTrees<P> = {
  readonly params: P;
  /** Moments are trees of the trainable leaves. */
  readonly opt: OptimizerState;
  readonly ema: EmaState<P> | null;
};

/** A loss of parameters: a scalar. */
export type Loss<P> = (params: P) => Tensor;

/** Two forms of a state, each made of the other's tensors: `trees` for checkpoints and people. */
export interface Form<S, T = unknown> {
  /** The state as trees; views where possible. */
  trees(state: S): T;
  /** The state of trees. */
  state(trees: T): S;
}

/** Parameters of type P and how they learn: pure functions. */
export interface Learner<P> {
  /** The state before the first update. @throws ShapeError if `params` are not of the template's form */
  init(params: P): LearnerState;
  /** The parameters, views of the flat ones: copied when they are read. */
  params(state: LearnerState): P;
  /** Their moving average; the parameters themselves where none is kept. */
  average(state: LearnerState): P;
  /**
   * One step of the optimizer on the gradient of a loss, or of the mean of several: one for each micro-batch, whose
   * activations then need to exist one after the other only. The loss returned is that of the old parameters.
   */
  update(
    state: LearnerState,
    loss: Loss<P> | readonly Loss<P>[],
  ): { readonly loss: Tensor; readonly state: LearnerState };
  readonly form: Form<LearnerState, LearnerTrees<P>>;
}

const learnerArgs = is.signature(
  'train.learner',
  ['template', is.tree],
  [
    'options',
    is.options<LearnerOptions>({
      optimizer: is.methods('an optimizer', 'init', 'update'),
      ema: is.optional(is.record('options of an average', 'decay')),
      precision: is.optional(is.oneOf('f32', 'f16')),
      trainable: is.optional(is.func),
      project: is.optional(is.func),
    }),
  ],
);

// @throws ShapeError naming the first leaf that differs
function checkForm(named: readonly (readonly [string, Tensor])[], params: unknown): void {
  const given = new Map(leavesWithPaths(params));
  for (const [path, leaf] of named) {
    const other = given.get(path);
    if (other && other.dtype === leaf.dtype && `${other.shape}` === `${leaf.shape}`) continue;
    throw new ShapeError(
      `learner.init: params.${path} is ${other ?? 'missing'}, the learner was made for ${leaf}`,
    );
  }
  const surplus = [...given.keys()].find((path) => !named.some(([p]) => p === path));
  if (surplus !== undefined) {
    throw new ShapeError(`learner.init: params.${surplus} is not among those of the learner`);
  }
}

/** A learner of parameters with the structure, shapes and dtypes of `template`, whose values are not read. */
export function learner<P>(template: P, options: LearnerOptions): Learner<P> {
  learnerArgs(template, options);
  const { trainable = () => true, project } = options;
  const mixed = options.precision === 'f16' ? mixedPrecision(options.optimizer) : undefined;
  const optimizer = mixed ?? options.optimizer;
  const average = options.ema && ema(options.ema);
  const shapes = map(template, (leaf) => placeholder(leaf)) as P; // keeps no memory alive
  const named = leavesWithPaths(shapes);
  const learns = new Set(named.filter(([path, leaf]) => trainable(path, leaf)).map(([p]) => p));

  type Named = Readonly<Record<string, Tensor>>;
  const part = (params: P, trained: boolean): Named =>
    Object.fromEntries(leavesWithPaths(params).filter(([p]) => learns.has(p) === trained));
  // 256 bytes, of f16 copies too
  const layout = flatLayout<Named>(part(shapes, true), { alignment: mixed ? 128 : 64 });
  const ravel = (params: P): Tensor => layout.ravel(part(params, true));
  const unravel = (flat: Tensor, fixed: Named): P => {
    const all: Named = { ...fixed, ...layout.unravel(flat) };
    return map(shapes, (_, path) => all[path]) as P;
  };
  const projected = (flat: Tensor): Tensor =>
    layout.ravel(map(layout.unravel(flat), (t, path) => project?.(path, t) ?? t) as Named);
  // their own memory: a step takes over that of its state
  const fixedOf = (params: P): Named => map(part(params, false), (t) => add(t, 0)) as Named;

  return {
    init: (params) => {
      checkForm(named, params);
      const values = ravel(params);
      return {
        values,
        opt: optimizer.init(values),
        // memory of its own, for the same reason
        ema: average ? average.init(add(values, 0)) : null,
        fixed: fixedOf(params),
      };
    },
    params: (s) => unravel(s.values, s.fixed),
    average: (s) => unravel(s.ema?.average ?? s.values, s.fixed),
    update: (old, given) => {
      const losses = typeof given === 'function' ? [given] : given;
      if (losses.length === 0) throw new ShapeError('learner.update: there is no loss');
      const one = (loss: Loss<P>): readonly [Tensor, Tensor] => {
        const flat = (values: Tensor): Tensor => loss(unravel(values, old.fixed));
        return mixed
          ? mixed.valueAndGrad(flat)(old.opt, old.values)
          : valueAndGrad(flat)(old.values);
      };
      const [first, ...others] = losses;
      let sums = one(first);
      for (const loss of others) {
        // a graph of its own, whose results exist before the next one's activations do
        const further = checkpoint((value: Tensor, gradient: Tensor) => {
          const [v, g] = one(loss);
          return [add(value, v), add(gradient, g)] as const;
        });
        sums = further(...sums);
      }
      const mean = (sum: Tensor): Tensor => (losses.length > 1 ? div(sum, losses.length) : sum);
      const [value, gradient] = sums;
      const [updates, opt] = optimizer.update(mean(gradient), old.opt, old.values);
      const moved = applyUpdates(old.values, updates);
      const values = project ? projected(moved) : moved;
      const next = old.ema && average ? average.update(old.ema, values) : null;
      return { loss: mean(value), state: { values, opt, ema: next, fixed: old.fixed } };
    },
    form: {
      trees: (s) => ({
        params: unravel(s.values, s.fixed),
        opt: layout.unravelAll<unknown>(s.opt) as OptimizerState,
        ema: s.ema && { ...s.ema, average: unravel(s.ema.average, s.fixed) },
      }),
      state: ({ params, opt, ema: averages }) => {
        const values = ravel(params);
        return {
          values,
          opt: layout.ravelAll(optimizer.init(values), opt),
          ema: averages && { ...averages, average: ravel(averages.average) },
          fixed: fixedOf(params),
        };
      },
    },
  };
}
