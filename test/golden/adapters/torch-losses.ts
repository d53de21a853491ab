// PyTorch's losses and similarities in terms of ours.
import { stopGradient } from '../../../src/autodiff/identity.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Reduction } from '../../../src/tensor/ops/reduce-loss.ts';
import { broadcastShapes } from '../../../src/tensor/shape.ts';
import type { Tensor, TensorLike } from '../../../src/tensor/tensor.ts';
import { type Args, type Definition, type Definitions, given, has, oneOf } from './torch-call.ts';
import { logOnePlusExp } from './torch-edges.ts';

const reductionOf = (a: Args) => oneOf(a.reduction ?? 'mean', ['mean', 'sum', 'none'], 'reduction');

// PyTorch broadcasts inputs and targets, with a warning
function alike(a: Args): [Tensor, Tensor] {
  const [x, t] = [a.input as Tensor, a.target as Tensor];
  const shape = broadcastShapes(x.shape, t.shape, 'a loss');
  return [ops.broadcastTo(x, shape), ops.broadcastTo(t, shape)];
}

const pairwise = (f: (x: Tensor, t: Tensor, o: { reduction: Reduction }) => Tensor): Definition => [
  'input target reduction',
  (a) => f(...alike(a), { reduction: reductionOf(a) }),
];

const reduce = (x: Tensor, a: Args): Tensor => {
  const how = reductionOf(a);
  return how === 'none' ? x : how === 'sum' ? ops.sum(x) : ops.mean(x);
};

// classes lie along axis 1, or 0 for a single sample
const classAxis = (x: Tensor): number => (x.rank === 1 ? 0 : 1);

const classes =
  (f: typeof ops.crossEntropy) =>
  (a: Args): Tensor =>
    f(a.input, a.target, {
      axis: classAxis(a.input),
      reduction: reductionOf(a),
      ...given({
        ignoreIndex: a.ignore_index as number,
        labelSmoothing: a.label_smoothing as number,
        classWeights: a.weight as Tensor,
      }),
    });

// max(0, margin - x), for losses of signs and distances
// (PyTorch clamps, and the gradient of that at NaN is 0)
function hinge(x: TensorLike, margin: number): Tensor {
  const room = ops.sub(margin, x);
  return ops.where(ops.isNan(room), stopGradient(room), ops.relu(room));
}

const distance = (x: Tensor, y: Tensor, p: number | undefined, eps: number): Tensor =>
  ops.norm(ops.add(ops.sub(x, y), eps), -1, given({ p }));

function triplet(a: Args): Tensor {
  const apart = (x: Tensor, y: Tensor): Tensor => distance(x, y, a.p, a.eps ?? 1e-6);
  const near = apart(a.anchor, a.positive);
  const far = apart(a.anchor, a.negative);
  const nearest = a.swap ? ops.minimum(far, apart(a.positive, a.negative)) : far;
  return reduce(hinge(ops.sub(nearest, near), a.margin ?? 1), a);
}

function poisson(a: Args): Tensor {
  const { input: x, target: t } = a;
  const loss =
    (a.log_input ?? true)
      ? ops.sub(ops.exp(x), ops.mul(t, x))
      : ops.sub(x, ops.mul(t, ops.log(ops.add(x, a.eps ?? 1e-8))));
  if (!a.full) return reduce(loss, a);
  // Stirling's approximation of log(t!), where t > 1
  const many = ops.greater(t, 1);
  const safe = ops.where(many, t, 1);
  const stirling = ops.add(
    ops.sub(ops.mul(safe, ops.log(safe)), safe),
    ops.mul(ops.log(ops.mul(safe, 2 * Math.PI)), 0.5),
  );
  return reduce(ops.add(loss, ops.where(many, stirling, 0)), a);
}

function gaussian(a: Args): Tensor {
  const x = a.input as Tensor;
  const given1 = a.var as Tensor;
  // one variance for each row may come without its last dimension
  const each = given1.rank === x.rank - 1 ? ops.unsqueeze(given1, -1) : given1;
  // the limit is none for the gradient
  const v = ops.add(each, stopGradient(ops.relu(ops.sub(a.eps ?? 1e-6, each))));
  const loss = ops.mul(ops.add(ops.log(v), ops.div(ops.square(ops.sub(x, a.target)), v)), 0.5);
  return reduce(a.full ? ops.add(loss, 0.5 * Math.log(2 * Math.PI)) : loss, a);
}

// a single sample is a batch of one
function multiMargin(a: Args): Tensor {
  const single = (a.input as Tensor).rank < 2;
  const x = single ? ops.reshape(a.input, [1, -1]) : (a.input as Tensor);
  const target = ops.reshape(a.target, [x.shape[0]]);
  const right = ops.takeAlongAxis(x, ops.unsqueeze(target, 1), 1);
  const room = ops.sub(a.margin ?? 1, ops.sub(right, x));
  const short = ops.where(ops.greater(room, 0), room, 0); // NaN is passed over
  const each = a.p === 2 ? ops.square(short) : short;
  const weighted = has(a.weight)
    ? ops.mul(each, ops.unsqueeze(ops.take(a.weight, target), 1))
    : each;
  const other = ops.where(ops.oneHot(target, x.shape[1], 'bool'), 0, weighted);
  const losses = ops.mean(other, 1);
  return reduce(single ? ops.reshape(losses, []) : losses, a);
}

/** Losses and similarities. */
export const losses: Definitions = {
  mse_loss: pairwise(ops.meanSquaredError),
  l1_loss: pairwise(ops.l1Loss),
  smooth_l1_loss: [
    'input target reduction beta',
    (a) =>
      ops.smoothL1Loss(...alike(a), {
        reduction: reductionOf(a),
        ...given({ beta: a.beta as number }),
      }),
  ],
  huber_loss: [
    'input target reduction delta',
    (a) =>
      ops.huberLoss(...alike(a), {
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
  margin_ranking_loss: [
    'input1 input2 target margin reduction',
    (a) =>
      reduce(hinge(ops.mul(a.target, ops.sub(a.input1, a.input2)), (a.margin as number) ?? 0), a),
  ],
  hinge_embedding_loss: [
    'input target margin reduction',
    (a) => {
      const apart = hinge(a.input, a.margin ?? 1);
      const zero = ops.zerosLike(apart);
      const near = ops.where(ops.equal(a.target, -1), zero, a.input);
      return reduce(ops.add(near, ops.where(ops.equal(a.target, 1), zero, apart)), a);
    },
  ],
  cosine_embedding_loss: [
    'input1 input2 target margin reduction',
    (a) => {
      const [x, y] = [a.input1 as Tensor, a.input2 as Tensor];
      // as PyTorch has it, 1e-12 beside the squares
      const length = (t: Tensor): Tensor => ops.add(ops.sum(ops.square(t), -1), 1e-12);
      const both = ops.sqrt(ops.mul(length(x), length(y)));
      const cosine = ops.div(ops.sum(ops.mul(x, y), -1), both);
      const apart = ops.relu(ops.sub(cosine, a.margin ?? 0));
      const far = ops.where(ops.equal(a.target, -1), apart, 0);
      return reduce(ops.where(ops.equal(a.target, 1), ops.sub(1, cosine), far), a);
    },
  ],
  triplet_margin_loss: ['anchor positive negative margin p eps swap reduction', triplet],
  poisson_nll_loss: ['input target log_input full eps reduction', poisson],
  gaussian_nll_loss: ['input target var full eps reduction', gaussian],
  multi_margin_loss: ['input target p margin weight reduction', multiMargin],
  multilabel_soft_margin_loss: [
    'input target weight reduction',
    (a) => {
      const options = { reduction: 'none' } as const;
      const each = ops.binaryCrossEntropyWithLogits(a.input, a.target, options);
      return reduce(ops.mean(has(a.weight) ? ops.mul(each, a.weight) : each, -1), a);
    },
  ],
  soft_margin_loss: [
    'input target reduction',
    // PyTorch's formula, overflow included
    (a) => reduce(logOnePlusExp(ops.neg(ops.mul(a.target, a.input))), a),
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
