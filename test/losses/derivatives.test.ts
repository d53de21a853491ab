// Every loss once more: first and second derivatives against finite differences in float64, and compiled
// functions against plain ones.

import { beforeAll, describe, test } from 'vitest';
import { checkGradients } from '../../src/autodiff/check-gradients.ts';
import { grad } from '../../src/autodiff/transforms.ts';
import * as losses from '../../src/losses/index.ts';
import type { DpoOptions } from '../../src/rl/dpo.ts';
import * as rl from '../../src/rl/index.ts';
import { compile } from '../../src/runtime/compile.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';
import { expectNear, floats, ints, normal } from './support.ts';

const x = (i: number): Tensor => normal(i, [2, 3]);
const mask = floats([
  [1, 1, 0],
  [1, 0, 1],
]);
const logits = normal(20, [2, 3, 4]);
const ids = ints([
  [0, 3, 1],
  [2, -100, 1],
]);
const four = [1, 2, 3, 4].map((i) => normal(i, [5]));
const dpo =
  (options: DpoOptions) =>
  (a: Tensor, b: Tensor, c: Tensor, d: Tensor): Tensor =>
    rl.dpoLoss(
      { policyChosen: a, policyRejected: b, referenceChosen: c, referenceRejected: d },
      options,
    ).losses;
// a critic that bends, with its weights as inputs of the penalty
const critic =
  (w: Tensor) =>
  (y: Tensor): Tensor =>
    ops.sum(ops.tanh(ops.matmul(ops.flatten(y, 1), w)), 1);

type Case = readonly [name: string, f: (...xs: Tensor[]) => Tensor, inputs: readonly Tensor[]];

const cases: readonly Case[] = [
  ['maskedMean', (a) => losses.maskedMean(ops.square(a), mask, -1), [x(1)]],
  ['whiten', (a) => losses.whiten(a, { mask }), [x(1)]],
  ['tokenLogProbabilities', (a) => losses.tokenLogProbabilities(a, ids), [logits]],
  ['sequenceLogProbabilities', (a) => losses.sequenceLogProbabilities(a, ids), [logits]],
  ['tokenEntropy', (a) => losses.tokenEntropy(a), [logits]],
  ['languageModelLoss', (a) => losses.languageModelLoss(a, ids, { ignoreIndex: -100 }), [logits]],
  ...(['k1', 'k2', 'k3', 'abs'] as const).map(
    (estimator): Case => [
      estimator,
      (a, b) => losses.approximateKl(a, b, { estimator }),
      [x(1), x(2)],
    ],
  ),
  ['categoricalKl', losses.categoricalKl, [logits, normal(21, [2, 3, 4])]],
  ['standardNormalKl', losses.standardNormalKl, [x(1), x(2)]],
  ['equalVarianceKl', losses.equalVarianceKl, [x(1), x(2), floats(0.7)]],
  ['discountedSum', losses.discountedSum, [x(1), floats(0.8)]],
  [
    'generalizedAdvantages',
    (r, v) => losses.generalizedAdvantages(r, v, { gamma: 0.9, mask }).advantages,
    [x(1), x(2)],
  ],
  [
    'tokenRewards',
    (a, b, r) => losses.tokenRewards(a, b, r, { beta: 0.2, mask, estimator: 'k3' }),
    [x(1), x(2), normal(3, [2])],
  ],
  ['reinforceLoss', (a) => losses.reinforceLoss(ops.square(a), x(2), { mask }), [x(1)]],
  ['ppoPolicyLoss', (a) => losses.ppoPolicyLoss(a, x(2), x(3), { mask }).loss, [x(1)]],
  [
    'ppoPolicyLoss, dual clip',
    (a) => losses.ppoPolicyLoss(a, x(2), x(3), { dualClip: 2, average: 'sequences' }).loss,
    [x(1)],
  ],
  ['ppoValueLoss', (a) => losses.ppoValueLoss(a, x(2), x(3), { mask }).loss, [x(1)]],
  [
    'ppoLoss',
    (logp, values, z) =>
      losses.ppoLoss(
        {
          logp,
          values,
          oldLogp: x(3),
          advantages: x(4),
          oldValues: x(5),
          returns: x(6),
          logits: z,
        },
        { mask, entropyWeight: 0.1 },
      ).loss,
    [x(1), x(2), logits],
  ],
  ['rewardModelLoss', (a, b) => rl.rewardModelLoss(a, b, { centering: 0.1 }), [x(1), x(2)]],
  ['promptClassificationLoss', (a) => rl.promptClassificationLoss(a), [x(1)]],
  ['rankedRewardLoss', rl.rankedRewardLoss, [x(1)]],
  ['dpo', dpo({ beta: 0.7 }), four],
  ['dpo, smoothed', dpo({ labelSmoothing: 0.1 }), four],
  ['dpo, robust', dpo({ kind: 'robust', labelSmoothing: 0.1 }), four],
  ['ipo', dpo({ kind: 'ipo', beta: 0.7 }), four],
  ['dpo, hinge', dpo({ kind: 'hinge', beta: 0.7 }), four],
  ['diffusionDpoLoss', (a) => rl.diffusionDpoLoss(a, x(2), x(3), { beta: 3 }).loss, [x(1)]],
  ['gaussianLogDensity', losses.gaussianLogDensity, [x(1), x(2), floats(0.6)]],
  ['denoisingLogProbability', (m) => losses.denoisingLogProbability(x(1), m, 0.6, 'sum'), [x(2)]],
  ['ddpoLoss', (a) => rl.ddpoLoss(a, x(2), x(3), { clip: 0.5 }).loss, [x(1)]],
  [
    'dpokLoss',
    (logp, prediction) =>
      rl.dpokLoss(
        {
          logp,
          oldLogp: ops.zeros([4]),
          advantages: normal(3, [4]),
          prediction,
          reference: normal(5, [4, 3]),
        },
        { clip: 0.5, kappa: [1, 2, 3, 4] },
      ).loss,
    [normal(1, [4]), normal(2, [4, 3])],
  ],
  ['rewardWeightedError', (p) => rl.rewardWeightedError(p, x(2), [1, 2]), [x(1)]],
  ...(['bce', 'hinge', 'leastSquares', 'wasserstein'] as const).map(
    (kind): Case => [
      kind,
      (a, b) => ops.add(losses.discriminatorLoss(kind, a, b), losses.generatorLoss(kind, b)),
      [x(1), x(2)],
    ],
  ),
  [
    'matching',
    (real, wrong, fake) =>
      ops.add(
        losses.matchingDiscriminatorLoss({ real, wrong, fake }),
        losses.matchingGeneratorLoss(fake, wrong),
      ),
    [x(1), x(2), x(3)],
  ],
  [
    'gradientPenalty',
    (w, real, fake) => losses.gradientPenalty(critic(w), real, fake, [[0.3], [0.8]]),
    [normal(1, [3, 2]), x(2), x(3)],
  ],
  ['r1Penalty', (w, real) => losses.r1Penalty(critic(w), real), [normal(1, [3, 2]), x(2)]],
  ['leCamPenalty', (a, b) => losses.leCamPenalty(a, b, { real: 0.2, fake: -0.1 }), [x(1), x(2)]],
  ['minSnrWeights', (s) => losses.minSnrWeights('v', ops.exp(s)), [x(1)]],
];

describe('derivatives', () => {
  beforeAll(async () => {
    await use('interpret');
  });
  test.each(cases)('%s', async (_, f, inputs) => {
    await checkGradients(f, inputs, { tolerance: 3e-6 });
  });

  test('of vector quantisation stop where they should', async () => {
    // with z kept back the loss is a plain square of the codes, and the other way round
    const e = (b: Tensor) => losses.vectorQuantizationLoss(x(1), b, { beta: 0 });
    await checkGradients(e, [x(2)]);
    const z = (a: Tensor) => losses.vectorQuantizationLoss(a, x(2), { beta: 0, legacy: true });
    await checkGradients(z, [x(1)]);
  });
});

describe('compiled', () => {
  beforeAll(async () => {
    await use('cpu');
  });
  test.each(cases)('%s', async (_, f, inputs) => {
    const both = (...xs: Tensor[]): Tensor[] => [
      f(...xs),
      ...grad((ys: Tensor[]) => ops.sum(f(...ys)))([...xs]),
    ];
    const got = compile(both)(...inputs);
    for (const [i, want] of both(...inputs).entries()) await expectNear(got[i], want, 1e-6);
  });
});
