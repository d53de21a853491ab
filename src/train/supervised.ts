// The ordinary case: one learner, one loss, batches of data.
import * as is from '../tensor/arguments.ts';
import { random } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Learner, LearnerState } from './learner.ts';
import type { Algorithm } from './loop.ts';
import { learnerOf, type Recipe } from './recipe.ts';

/** What is learned from what. */
export interface SupervisedOptions<P, B> {
  /** In errors, profiles and progress. */
  readonly name: string;
  /** The first parameters; the key is that of the recipe's seed. */
  init(key: Tensor): P;
  /** How the parameters learn; its seed is that of `init`. */
  readonly recipe: Recipe;
  /** The batch of a step: new tensors, freed after use. */
  batch(step: number): B | Promise<B>;
  /** The loss of a batch: a scalar. The key is another one at each step. */
  loss(params: P, batch: B, key: Tensor): Tensor;
}

/** An algorithm of one learner. */
export interface Supervised<P, B> extends Algorithm<LearnerState, null, B> {
  readonly learner: Learner<P>;
}

const supervisedArgs = is.signature('train.supervised', [
  'options',
  is.options<SupervisedOptions<unknown, unknown>>({
    name: is.string,
    init: is.func,
    recipe: is.record('a recipe', 'steps', 'batchSize', 'learningRate'),
    batch: is.func,
    loss: is.func,
  }),
]);

/** Descent on a loss of data. Its one metric is `loss`. */
export function supervised<P, B>(options: SupervisedOptions<P, B>): Supervised<P, B> {
  supervisedArgs(options);
  const { name, init, recipe, batch, loss } = options;
  const net = learnerOf(init(random.key(recipe.seed)), recipe);
  return {
    name,
    learner: net,
    form: net.form as Algorithm<LearnerState>['form'],
    init: (key) => net.init(init(key)),
    batch,
    step: (old, _, given, _at, key) => {
      const made = net.update(old, (params) => loss(params, given, key));
      return { state: made.state, metrics: { loss: made.loss } };
    },
  };
}
