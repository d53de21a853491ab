// Contrastive pre-training (Radford et al. 2021, arXiv:2103.00020, section 2.3 and figure 3): pictures and texts of a
// batch are embedded, all pairs compared, and the n matching pairs are to win among n^2. Reads beside the paper:
//
//   I_f, T_f       features of the towers                        embedInChunks
//   I_e, T_e       l2_normalize(I_f W_i), l2_normalize(T_f W_t)  pairLogits (losses/contrastive.ts)
//   logits         I_e T_e^T exp(t)                              pairLogits
//   loss           (cross_entropy(rows) + cross_entropy(columns)) / 2   contrastiveLoss
//   t <= ln 100    after every update                            clampLogitScale

import { checkpoint } from '../autodiff/checkpoint.ts';
import type { ClipTokenizer } from '../data/clip-tokenizer.ts';
import type { EmojiSet } from '../data/emoji-set.ts';
import { clampLogitScale, contrastiveLoss, pairLogits } from '../losses/contrastive.ts';
import { adamw, chain, clipByGlobalNorm, flatLayout } from '../nn/optim/index.ts';
import * as is from '../tensor/arguments.ts';
import { concat, exp, random, sliceAxis } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Learner, type LearnerState, learner } from '../train/learner.ts';
import type { Algorithm } from '../train/loop.ts';
import { learningRate, type Recipe } from '../train/recipe.ts';
import type { Variation } from './augment.ts';
import { type ContrastiveBatch, contrastiveBatches } from './batches.ts';
import type { ContrastiveModel, ContrastiveParams } from './model.ts';

/** Hyper-parameters. */
export interface ContrastiveRecipe extends Recipe {
  /** Pairs embedded at a time; batchSize: all at once. A batch of any size needs the memory of one chunk. */
  readonly chunkSize: number;
  /** Tokens that captions are cut to: nine of ten have fewer than 16, and what is not there costs nothing. */
  readonly tokens: number;
}

/** The shipped model's: about half an hour on one core (weights/README.md). */
export const contrastiveRecipe: ContrastiveRecipe = {
  steps: 4000,
  batchSize: 128,
  chunkSize: 128,
  tokens: 16,
  learningRate: 2e-3,
  warmup: 100,
  finalShare: 0.02,
  betas: [0.9, 0.98],
  weightDecay: 0.1,
  clip: 1,
  emaDecay: 0.99,
  seed: 0,
  precision: 'f32',
};

const embedInChunksArgs = is.signature(
  'contrastive.embedInChunks',
  ['embed', is.func],
  ['inputs', is.tensor],
  ['chunkSize', is.count],
);

/**
 * embed(inputs) chunk by chunk: inputs [n, ...] -> [n, d]. This is gradient caching (Gao et al. 2021,
 * arXiv:2101.06983): each chunk is a call whose activations are dropped once its embeddings exist; the loss of all
 * n x n pairs gives the embeddings' gradients, and each chunk is embedded again on the way back. The gradient is that of
 * the whole batch, all negatives included, which accumulation over smaller batches is not.
 */
export function embedInChunks(
  embed: (inputs: Tensor) => Tensor,
  inputs: Tensor,
  chunkSize: number,
): Tensor {
  embedInChunksArgs(embed, inputs, chunkSize);
  const n = inputs.shape[0];
  if (chunkSize >= n) return embed(inputs);
  const one = checkpoint(embed);
  const starts = Array.from({ length: Math.ceil(n / chunkSize) }, (_, i) => i * chunkSize);
  return concat(
    starts.map((at) => one(sliceAxis(inputs, 0, [at, Math.min(at + chunkSize, n)]))),
    0,
  );
}

const batchLossArgs = is.signature(
  'contrastive.batchLoss',
  ['model', is.methods('a model', 'imageFeatures', 'textFeatures')],
  ['params', is.record('parameters', 'logit_scale')],
  ['batch', is.fields<ContrastiveBatch>({ images: is.tensor, ids: is.tensor })],
  ['chunkSize', is.count],
);

/** The loss of a batch whose row i of pictures matches row i of texts and no other: a scalar. */
export function batchLoss(
  model: Pick<ContrastiveModel, 'imageFeatures' | 'textFeatures'>,
  params: ContrastiveParams,
  { images, ids }: ContrastiveBatch,
  chunkSize: number,
): Tensor {
  batchLossArgs(model, params, { images, ids }, chunkSize);
  const pictures = embedInChunks((x) => model.imageFeatures(params, x), images, chunkSize);
  const texts = embedInChunks((x) => model.textFeatures(params, x), ids, chunkSize);
  return contrastiveLoss(pairLogits(pictures, texts, params.logit_scale));
}

/** Whether AdamW decays a parameter: matrices and tables, not gains, biases and the scale. */
export const decays = (leaf: Tensor): boolean => leaf.rank > 1;

/** What is learned from what. */
export interface ContrastiveTraining {
  readonly model: ContrastiveModel;
  readonly set: EmojiSet;
  readonly tokenizer: ClipTokenizer;
  readonly recipe: ContrastiveRecipe;
  /** Default `gentleVariation`. */
  readonly variation?: Variation;
}

const trainContrastiveArgs = is.signature('contrastive.trainContrastive', [
  'training',
  is.fields<ContrastiveTraining>({
    model: is.methods('a model', 'init', 'imageFeatures', 'textFeatures'),
    set: is.record('an emoji set', 'size', 'images', 'records', 'styles'),
    tokenizer: is.record('a tokenizer', 'contextLength', 'endId'),
    recipe: is.record('a recipe', 'steps', 'batchSize', 'learningRate', 'chunkSize'),
    variation: is.optional(is.object),
  }),
]);

/** Contrastive training on emoji, a batch being that of `contrastiveBatches`. @throws ShapeError */
export function trainContrastive(training: ContrastiveTraining): Algorithm<
  LearnerState,
  null,
  ContrastiveBatch
> & {
  readonly learner: Learner<ContrastiveParams>;
} {
  trainContrastiveArgs(training);
  const { model, set, tokenizer, recipe, variation } = training;
  const { chunkSize, tokens, ...common } = recipe;
  const { batchSize, seed, emaDecay: decay } = common;
  const template = model.init(random.key(seed));
  const weightDecay = flatLayout(template).perElement((_, leaf) =>
    decays(leaf) ? recipe.weightDecay : 0,
  );
  const net = learner(template, {
    optimizer: chain(
      clipByGlobalNorm(recipe.clip),
      adamw({ learningRate: learningRate(common), betas: recipe.betas, weightDecay }),
    ),
    ema: decay === undefined ? undefined : { decay },
    precision: recipe.precision,
    project: (path, leaf) => (path === 'logit_scale' ? clampLogitScale(leaf) : leaf),
  });
  return {
    name: 'clip step',
    learner: net,
    form: net.form as Algorithm<LearnerState>['form'],
    init: (key) => net.init(model.init(key)),
    batch: contrastiveBatches({ set, tokenizer, batchSize, seed, tokens, variation }),
    step: (old, _, batch) => {
      const made = net.update(old, (params) => batchLoss(model, params, batch, chunkSize));
      const factor = exp(net.params(made.state).logit_scale);
      return { state: made.state, metrics: { loss: made.loss, factor } };
    },
  };
}
