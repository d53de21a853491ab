// The training loop that both stages share. A state is plain data; a step is one compiled function that
// takes its memory over (gradient, clipping, AdamW, moving average). Between steps parameters, moments
// and averages are one flat tensor each; whoever reads a report sees trees. Step s sees batch(s) and the
// key foldIn(key(seed), s), so a run that is stopped and resumed at any step goes on as if nothing had
// been.

import { valueAndGrad } from '../autodiff/transforms.ts';
import {
  adamw,
  applyUpdates,
  chain,
  clipByGlobalNorm,
  type EmaState,
  ema,
  type FlatLayout,
  flatLayout,
  type MixedPrecision,
  mixedPrecision,
  type Optimizer,
  type OptimizerState,
  schedules,
} from '../nn/optim/index.ts';
import { compile } from '../runtime/compile.ts';
import { realize } from '../runtime/evaluate.ts';
import * as is from '../tensor/arguments.ts';
import { WgradError } from '../tensor/errors.ts';
import { add, div, minimum, mul, random, tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { leaves, map } from '../tensor/tree.ts';
import * as kinds from './argument-kinds.ts';

/** Hyper-parameters of a run; a plain JSON object. */
export interface TrainOptions {
  /** Length of the run, which the learning rate's cosine is stretched over. */
  readonly steps: number;
  /** Samples a step. */
  readonly batchSize: number;
  /** The highest learning rate, reached after `warmup` steps. */
  readonly learningRate: number;
  /** Steps over which the learning rate rises from 0. */
  readonly warmup: number;
  /** The last learning rate as a share of the highest. */
  readonly finalShare: number;
  /** Decays of AdamW's moments. */
  readonly betas: readonly [number, number];
  /** AdamW's, applied to the parameters. */
  readonly weightDecay: number;
  /** Largest global norm of the gradient. */
  readonly clip: number;
  /** Decay of the moving average of the parameters; absent: none is kept. */
  readonly emaDecay?: number;
  /** Determines initial parameters, batches, captions and noise. */
  readonly seed: number;
  /** 'f16': forward and backward pass on f16 copies of the parameters, with a loss scale. Default f32. */
  readonly precision?: 'f32' | 'f16';
}

/** Everything that a run needs to go on: trees of tensors and the number of steps taken. */
export interface TrainState<P> {
  readonly params: P;
  readonly opt: OptimizerState;
  readonly ema: EmaState<P> | null;
  readonly step: number;
}

/** What a run tells between steps. */
export interface TrainReport<P> {
  /** Steps taken. */
  readonly step: number;
  /** Mean loss since the report before. */
  readonly loss: number;
  readonly imagesPerSecond: number;
  /** Belongs to this moment: the next step takes over its memory. */
  readonly state: TrainState<P>;
}

/** What is trained: a scalar loss of parameters, a batch (a tree of tensors) and a key. */
export interface Task<P, B> {
  readonly name: string;
  /** The loss of a batch: a scalar f32 tensor. The key is another one at each step. */
  loss(params: P, batch: B, key: Tensor): Tensor;
  /** The batch of a step: new tensors, freed after use. */
  batch(step: number): B;
}

const learningRateArgs = is.signature('diffusion.learningRate', ['options', kinds.trainOptions]);

/** Learning rate of a step: linear warm-up times half a cosine from the highest to the last. */
export const learningRate = (options: TrainOptions): schedules.Schedule => {
  learningRateArgs(options);
  return (step) => {
    const { learningRate: peak, warmup, finalShare, steps } = options;
    const rising = minimum(div(add(step, 1), Math.max(warmup, 1)), 1);
    return mul(rising, schedules.cosine(peak, steps, { end: peak * finalShare })(step));
  };
};

const clippedAdamw = (options: TrainOptions): Optimizer =>
  chain(
    clipByGlobalNorm(options.clip),
    adamw({
      learningRate: learningRate(options),
      betas: options.betas,
      weightDecay: options.weightDecay,
    }),
  );

const mixedOf = (options: TrainOptions): MixedPrecision | undefined =>
  options.precision === 'f16' ? mixedPrecision(clippedAdamw(options)) : undefined;

const optimizerOfArgs = is.signature('diffusion.optimizerOf', ['options', kinds.trainOptions]);

/** Clipping and AdamW as the options say, in mixed precision if they ask for f16. */
export const optimizerOf = (options: TrainOptions): Optimizer => {
  optimizerOfArgs(options);
  return mixedOf(options) ?? clippedAdamw(options);
};

const initialStateArgs = is.signature(
  'diffusion.initialState',
  ['params', is.tree],
  ['options', kinds.trainOptions],
);

/** The state before the first step. */
export async function initialState<P>(params: P, options: TrainOptions): Promise<TrainState<P>> {
  initialStateArgs(params, options);
  const { emaDecay: decay } = options;
  // a step takes over the memory of its state, so the average may not share the parameters'
  const copy = map(params, (p) => add(p, 0)) as P;
  const state = {
    params,
    opt: optimizerOf(options).init(params),
    ema: decay === undefined ? null : ema({ decay }).init(copy),
    step: 0,
  };
  await realize(state);
  return state;
}

/** The parameters to use for results: the moving average if there is one. */
export const bestParams = <P>(state: TrainState<P>): P => state.ema?.average ?? state.params;

// Parameters, moments and averages flat.
type FlatValues = Pick<TrainState<Tensor>, 'params' | 'opt' | 'ema'>;

function flattened<P>(
  layout: FlatLayout<P>,
  { params, opt, ema: averages }: TrainState<P>,
  optimizer: Optimizer,
): FlatValues {
  const flat = layout.ravel(params);
  return {
    params: flat,
    opt: layout.ravelAll(optimizer.init(flat), opt),
    ema: averages && { ...averages, average: layout.ravel(averages.average) },
  };
}

// Trees of views: a leaf is copied out when it is read.
const unflattened = <P>(layout: FlatLayout<P>, values: FlatValues) =>
  layout.unravelAll(values) as unknown as Omit<TrainState<P>, 'step'>;

function disposeExcept(tree: unknown, kept: unknown): void {
  const living = new Set(leaves(kept));
  for (const t of leaves(tree)) if (!living.has(t)) t.dispose();
}

const trainArgs = is.signature(
  'diffusion.train',
  ['task', is.methods('a task', 'loss', 'batch')],
  ['options', kinds.trainOptions],
  [
    'state',
    is.fields({
      params: is.tree,
      opt: is.anything,
      ema: is.either(is.record('an ema state', 'count', 'average'), is.oneOf(null)),
      step: is.scalar,
    }),
  ],
  ['reportEvery', is.scalar],
);

/**
 * Trains from `state` up to `options.steps`, yielding every `reportEvery` (default 10) steps and at the
 * end. The state given is used up. @throws WgradError if the loss stops being a finite number
 */
export async function* train<P, B>(
  task: Task<P, B>,
  options: TrainOptions,
  state: TrainState<P>,
  reportEvery = 10,
): AsyncGenerator<TrainReport<P>, TrainState<P>, undefined> {
  trainArgs(task, options, state, reportEvery);
  if (state.step >= options.steps) return state;
  const mixed = mixedOf(options);
  const optimizer = mixed ?? clippedAdamw(options);
  const average = options.emaDecay === undefined ? undefined : ema({ decay: options.emaDecay });
  // 256 bytes, of f16 copies too
  const layout = flatLayout(state.params, { alignment: mixed ? 128 : 64 });

  function trainStep(old: FlatValues, batch: B, seed: Tensor, step: Tensor) {
    const key = random.foldIn(seed, step);
    const loss = (flat: Tensor): Tensor => task.loss(layout.unravel(flat), batch, key);
    const [value, grad] = mixed
      ? mixed.valueAndGrad(loss)(old.opt, old.params)
      : valueAndGrad(loss)(old.params);
    const [updates, opt] = optimizer.update(grad, old.opt, old.params);
    const params = applyUpdates(old.params, updates);
    const next = old.ema && average ? average.update(old.ema, params) : null;
    // the loss first: what reads the old parameters comes before the kernel that overwrites them
    return { loss: value, values: { params, opt, ema: next } satisfies FlatValues };
  }
  const compiled = compile(trainStep, { name: task.name, donate: [0] });

  let { step } = state;
  let values = flattened(layout, state, optimizer);
  await realize(values);
  disposeExcept(state, values);
  let losses: Tensor[] = [];
  let since = performance.now();
  const seed = random.key(options.seed);
  try {
    for (;;) {
      const batch = task.batch(step);
      const index = tensor(Int32Array.of(step), { shape: [] });
      const { loss, values: next } = compiled(values, batch, seed, index);
      for (const t of [...leaves(batch), index]) t.dispose();
      values = next;
      losses.push(loss);
      step++;
      if (step % reportEvery !== 0 && step !== options.steps) continue;
      let total = 0;
      for (const l of losses) {
        total += await l.item();
        l.dispose();
      }
      const mean = total / losses.length;
      if (!Number.isFinite(mean)) {
        throw new WgradError(
          `${task.name}: the loss is ${mean} between steps ${step - losses.length} and ${step}; ` +
            'lower the learning rate or go back to an earlier checkpoint',
        );
      }
      const seconds = (performance.now() - since) / 1000;
      const imagesPerSecond = (losses.length * options.batchSize) / seconds;
      losses = [];
      // on a CPU nothing above lets signals, timers or a page's events through
      await new Promise((resolve) => setTimeout(resolve, 0));
      const now = { ...unflattened(layout, values), step };
      if (step === options.steps) {
        await realize(now);
        disposeExcept(values, now);
        yield { step, loss: mean, imagesPerSecond, state: now };
        return now;
      }
      yield { step, loss: mean, imagesPerSecond, state: now };
      disposeExcept(now, values);
      since = performance.now();
    }
  } finally {
    compiled.dispose();
  }
}
