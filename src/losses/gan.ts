// Losses of generative adversarial networks, for scores (logits) of any shape: a discriminator that tells
// real from made, a generator that wants what it makes taken for real. -log sigmoid(s) is softplus(-s),
// which never overflows. A generator's loss looks at the scores of its own pictures alone; in a
// discriminator's step they are constants: pictures behind `stopGradient`.

import * as is from '../tensor/arguments.ts';
import {
  add,
  binaryCrossEntropy,
  less,
  mean,
  mul,
  neg,
  onesLike,
  relu,
  softplus,
  square,
  sub,
  where,
  zerosLike,
} from '../tensor/ops/index.ts';
import { asFloat } from '../tensor/ops/precision.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

/**
 * - bce: -log D(real) - log(1 - D(fake)), halved; generator -log D(fake), the non-saturating form (Goodfellow et
 *   al. 2014, arXiv:1406.2661). 'vanilla' in VQGAN's code.
 * - hinge: max(0, 1 - real) + max(0, 1 + fake), halved; generator -fake (Lim and Ye 2017,
 *   arXiv:1705.02894; halved as in VQGAN's code).
 * - leastSquares: (real - 1)² + fake², halved; generator (fake - 1)² (Mao et al. 2016,
 *   arXiv:1611.04076).
 * - wasserstein: fake - real, of a critic kept 1-Lipschitz by `gradientPenalty`; generator -fake
 *   (Arjovsky et al. 2017, arXiv:1701.07875).
 */
export type GanKind = 'bce' | 'hinge' | 'leastSquares' | 'wasserstein';

// a loss of scores that should be high, and one of scores that should be low
const sides: Record<GanKind, { high(s: Tensor): Tensor; low(s: Tensor): Tensor; factor: number }> =
  {
    bce: { high: (s) => softplus(neg(s)), low: (s) => softplus(s), factor: 0.5 },
    hinge: { high: (s) => relu(sub(1, s)), low: (s) => relu(add(1, s)), factor: 0.5 },
    leastSquares: { high: (s) => square(sub(s, 1)), low: (s) => square(s), factor: 0.5 },
    wasserstein: { high: (s) => neg(s), low: (s) => s, factor: 1 },
  };

const discriminatorLossArgs = is.signature(
  'losses.discriminatorLoss',
  ['kind', is.oneOf('bce', 'hinge', 'leastSquares', 'wasserstein')],
  ['real', is.operand],
  ['fake', is.operand],
);

/** The discriminator's loss, a scalar, of scores of real and made pictures (shapes may differ). */
export function discriminatorLoss(kind: GanKind, real: TensorLike, fake: TensorLike): Tensor {
  discriminatorLossArgs(kind, real, fake);
  const { high, low, factor } = sides[kind];
  return mul(add(mean(high(asFloat(real))), mean(low(asFloat(fake)))), factor);
}

const generatorLossArgs = is.signature(
  'losses.generatorLoss',
  ['kind', is.oneOf('bce', 'hinge', 'leastSquares', 'wasserstein')],
  ['fake', is.operand],
);

/** The generator's loss, a scalar, of the scores of what it made. */
export function generatorLoss(kind: GanKind, fake: TensorLike): Tensor {
  generatorLossArgs(kind, fake);
  if (kind === 'hinge' || kind === 'wasserstein') return neg(mean(asFloat(fake)));
  return mean(sides[kind].high(asFloat(fake)));
}

/** Options of the matching-aware losses. */
export interface MatchingOptions {
  /** Share of the wrong pairs in what should score low, default 0.5; 0 is a conditional GAN. */
  readonly wrongWeight?: TensorLike;
  /** The scores are probabilities, not logits: logarithms stop at -100. Default false. */
  readonly probabilities?: boolean;
}

const matching = ({ probabilities = false }: MatchingOptions) =>
  probabilities
    ? {
        high: (s: Tensor): Tensor => binaryCrossEntropy(s, onesLike(s)),
        low: (s: Tensor): Tensor => binaryCrossEntropy(s, zerosLike(s)),
      }
    : {
        high: (s: Tensor): Tensor => mean(softplus(neg(s))),
        low: (s: Tensor): Tensor => mean(softplus(s)),
      };

const matchingDiscriminatorLossArgs = is.signature(
  'losses.matchingDiscriminatorLoss',
  ['scores', is.fields({ real: is.operand, wrong: is.operand, fake: is.operand })],
  [
    'options',
    is.options<MatchingOptions>({
      wrongWeight: is.optional(is.operand),
      probabilities: is.optional(is.boolean),
    }),
  ],
);

/**
 * GAN-CLS: -log s_r - w log(1 - s_w) - (1 - w) log(1 - s_f), each a mean over scores of real pictures with their
 * text, real pictures with another's text, and made pictures (Reed et al. 2016, arXiv:1605.05396,
 * algorithm 1, whose updates have the wrong sign: its losses are to be raised). A scalar.
 */
export function matchingDiscriminatorLoss(
  scores: { readonly real: TensorLike; readonly wrong: TensorLike; readonly fake: TensorLike },
  options: MatchingOptions = {},
): Tensor {
  matchingDiscriminatorLossArgs(scores, options);
  const { wrongWeight: w = 0.5 } = options;
  const { high, low } = matching(options);
  const [real, wrong, fake] = [scores.real, scores.wrong, scores.fake].map(asFloat);
  return add(high(real), add(mul(low(wrong), w), mul(low(fake), sub(1, w))));
}

const matchingGeneratorLossArgs = is.signature(
  'losses.matchingGeneratorLoss',
  ['fake', is.operand],
  ['interpolated', is.optional(is.operand)],
  [
    'options',
    is.options({
      wrongWeight: is.optional(is.operand),
      probabilities: is.optional(is.boolean),
      weight: is.optional(is.operand),
    }),
  ],
);

/**
 * GAN-INT-CLS: -log s_f, plus `weight` (1) times the same of pictures made for texts halfway between two
 * (arXiv:1605.05396, eq. 5), if there are any. A scalar.
 */
export function matchingGeneratorLoss(
  fake: TensorLike,
  interpolated?: TensorLike,
  options: MatchingOptions & { readonly weight?: TensorLike } = {},
): Tensor {
  matchingGeneratorLossArgs(fake, interpolated, options);
  const { high } = matching(options);
  const loss = high(asFloat(fake));
  if (interpolated === undefined) return loss;
  return add(loss, mul(high(asFloat(interpolated)), options.weight ?? 1));
}

const delayedWeightArgs = is.signature(
  'losses.delayedWeight',
  ['step', is.operand],
  ['start', is.operand],
  ['weight', is.operand],
);

/**
 * 0 before step `start`, `weight` (1) from then on: VQGAN's discriminator joins late (`adopt_weight`). A
 * scalar; the step may be a tensor, so a compiled step is traced once.
 */
export const delayedWeight = (
  step: TensorLike,
  start: TensorLike,
  weight: TensorLike = 1,
): Tensor => {
  delayedWeightArgs(step, start, weight);
  return where(less(step, start), 0, weight);
};
