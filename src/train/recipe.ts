// What most runs have in common: AdamW behind clipping by the global norm, a learning rate that warms up and then
// falls along half a cosine, a moving average.
import {
  adamw,
  chain,
  clipByGlobalNorm,
  type Optimizer,
  type Schedule,
  schedules,
} from '../nn/optim/index.ts';
import * as is from '../tensor/arguments.ts';
import { add, div, minimum, mul } from '../tensor/ops/index.ts';
import { recipeParts } from './argument-kinds.ts';
import { type Learner, type LearnerOptions, learner } from './learner.ts';

/**
 * Hyper-parameters of a run; a plain JSON object. A recipe with keys of its own hands the others on without them:
 * unknown keys are refused, since a misspelt one would be passed over.
 */
export interface Recipe {
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

const recipe = is.options<Recipe>(recipeParts);
const learningRateArgs = is.signature('train.learningRate', ['recipe', recipe]);

/** Learning rate of a step: linear warm-up times half a cosine from the highest to the last. */
export function learningRate(options: Recipe): Schedule {
  learningRateArgs(options);
  const { learningRate: peak, warmup, finalShare, steps } = options;
  return (step) => {
    const rising = minimum(div(add(step, 1), Math.max(warmup, 1)), 1);
    return mul(rising, schedules.cosine(peak, steps, { end: peak * finalShare })(step));
  };
}

const optimizerOfArgs = is.signature('train.optimizerOf', ['recipe', recipe]);

/** Clipping and AdamW as a recipe says. */
export function optimizerOf(options: Recipe): Optimizer {
  optimizerOfArgs(options);
  const { betas, weightDecay, clip } = options;
  return chain(
    clipByGlobalNorm(clip),
    adamw({ learningRate: learningRate(options), betas, weightDecay }),
  );
}

const learnerOfArgs = is.signature(
  'train.learnerOf',
  ['template', is.tree],
  ['recipe', recipe],
  [
    'more',
    is.options<LearnerParts>({ trainable: is.optional(is.func), project: is.optional(is.func) }),
  ],
);
type LearnerParts = Pick<LearnerOptions, 'trainable' | 'project'>;

/** A learner of parameters like `template` as a recipe says. */
export function learnerOf<P>(template: P, options: Recipe, more: LearnerParts = {}): Learner<P> {
  learnerOfArgs(template, options, more);
  const { emaDecay: decay, precision } = options;
  return learner(template, {
    optimizer: optimizerOf(options),
    ema: decay === undefined ? undefined : { decay },
    precision,
    ...more,
  });
}
