// PyTorch's losses and similarities in terms of ours.
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { Unsupported } from '../contract.ts';
import { type Args, type Definition, type Definitions, given, has, oneOf } from './torch-call.ts';

const reductionOf = (a: Args) => oneOf(a.reduction ?? 'mean', ['mean', 'sum', 'none'], 'reduction');

const pairwise = (
  f: (x: Tensor, t: Tensor, o: { reduction: ops.Reduction }) => Tensor,
): Definition => [
  'input target reduction',
  (a) => f(a.input, a.target, { reduction: reductionOf(a) }),
];

const reduce = (x: Tensor, a: Args): Tensor => {
  const how = reductionOf(a);
  return how === 'none' ? x : how === 'sum' ? ops.sum(x) : ops.mean(x);
};

// classes lie along axis 1, or 0 for a single sample
const classAxis = (x: Tensor): number => (x.rank === 1 ? 0 : 1);

// a weight for each class: the mean is over the weights
function weighted(losses: Tensor, a: Args): Tensor {
  const target = a.target as Tensor;
  const counted = ops.notEqual(target, a.ignore_index ?? -100);
  const w = ops.where(counted, ops.take(a.weight, ops.where(counted, target, 0)), 0);
  const how = reductionOf(a);
  const all = ops.mul(losses, w);
  if (how === 'none') return all;
  return how === 'sum' ? ops.sum(all) : ops.div(ops.sum(all), ops.sum(w));
}

const classes =
  (f: typeof ops.crossEntropy) =>
  (a: Args): Tensor => {
    const options = {
      axis: classAxis(a.input),
      ...given({
        ignoreIndex: a.ignore_index as number,
        labelSmoothing: a.label_smoothing as number,
      }),
    };
    if (!has(a.weight)) return f(a.input, a.target, { ...options, reduction: reductionOf(a) });
    if (a.label_smoothing) throw new Unsupported('cross_entropy: weight with label_smoothing');
    if ((a.target as Tensor).isFloat)
      throw new Unsupported('cross_entropy: weight of probabilities');
    return weighted(f(a.input, a.target, { ...options, reduction: 'none' }), a);
  };

/** Losses and similarities. */
export const losses: Definitions = {
  mse_loss: pairwise(ops.meanSquaredError),
  l1_loss: pairwise(ops.l1Loss),
  smooth_l1_loss: [
    'input target reduction beta',
    (a) =>
      ops.smoothL1Loss(a.input, a.target, {
        reduction: reductionOf(a),
        ...given({ beta: a.beta as number }),
      }),
  ],
  huber_loss: [
    'input target reduction delta',
    (a) =>
      ops.huberLoss(a.input, a.target, {
        reduction: reductionOf(a),
        ...given({ delta: a.delta as number }),
      }),
  ],
  cross_entropy: [
    'input target weight ignore_index reduction label_smoothing',
    classes(ops.crossEntropy),
  ],
  nll_loss: ['input target weight ignore_index reduction', classes(ops.nllLoss)],
  binary_cross_entropy: [
    'input target weight reduction',
    (a) => {
      const loss = ops.binaryCrossEntropy(a.input, a.target, { reduction: 'none' });
      return reduce(has(a.weight) ? ops.mul(loss, a.weight) : loss, a);
    },
  ],
  binary_cross_entropy_with_logits: [
    'input target weight reduction pos_weight',
    (a) => {
      const loss = ops.binaryCrossEntropyWithLogits(a.input, a.target, {
        reduction: 'none',
        ...given({ positiveWeight: a.pos_weight as Tensor }),
      });
      return reduce(has(a.weight) ? ops.mul(loss, a.weight) : loss, a);
    },
  ],
  kl_div: [
    'input target reduction log_target',
    (a) => {
      const how = oneOf(a.reduction ?? 'mean', ['mean', 'sum', 'none', 'batchmean'], 'reduction');
      return ops.klDivergence(a.input, a.target, {
        reduction: how === 'batchmean' ? 'batchMean' : how,
        ...given({ logTarget: a.log_target as boolean }),
      });
    },
  ],
  soft_margin_loss: [
    'input target reduction',
    (a) => reduce(ops.softplus(ops.neg(ops.mul(a.target, a.input))), a),
  ],
  pairwise_distance: [
    'x1 x2 p eps keepdim',
    ({ x1, x2, p, eps, keepdim }) =>
      ops.norm(
        ops.add(ops.sub(x1, x2), eps ?? 1e-6),
        -1,
        given({ p: p as number, keepDims: keepdim as boolean }),
      ),
  ],
  cosine_similarity: [
    'x1 x2 dim eps',
    ({ x1, x2, dim, eps }) =>
      ops.cosineSimilarity(x1, x2, { axis: dim ?? 1, ...given({ eps: eps as number }) }),
  ],
};
