// Losses of adversarial networks: taming-transformers, PyTorch-GAN, GAN-CLS. See losses.ts.
import type { GanKind } from '../../../src/losses/gan.ts';
import * as losses from '../../../src/losses/index.ts';
import { patchGan } from '../../../src/models/patch-gan.ts';
import { fromStateDict, toStateDict } from '../../../src/nn/index.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import type { Fn, Functions } from './losses-call.ts';
import { kernel, toFirst, toLast } from './torch-functions.ts';

const both =
  (kind: GanKind): Fn =>
  ({ x }) => ({
    loss: losses.discriminatorLoss(kind, x.real, x.fake),
    d_loss: losses.discriminatorLoss(kind, x.real, x.fake),
    g_loss: losses.generatorLoss(kind, x.fake),
  });

const wassersteinPenalty: Fn = ({ x }) => {
  const critic = (pictures: Tensor): Tensor => {
    const y = ops.conv2d(toLast(pictures), kernel(x.w1), { padding: 1 });
    return ops.matmul(ops.flatten(toFirst(ops.leakyRelu(y, 0.2)), 1), x.w2);
  };
  const gradient_penalty = losses.gradientPenalty(critic, x.real, x.fake, x.alpha);
  const critics = losses.discriminatorLoss('wasserstein', critic(x.real), critic(x.fake));
  return { gradient_penalty, critic_loss: ops.add(critics, ops.mul(gradient_penalty, 10)) };
};

// running statistics after the call are outputs as well, under the names of the state dict
const discriminator: Fn = ({ config, x, p, buffers }) => {
  const model = patchGan(config);
  const params = fromStateDict(model.init(ops.random.key(0)), p);
  const [y, state] = model.train(params, toLast(x.x), fromStateDict(model.initState(), buffers));
  return { logits: toFirst(y), ...toStateDict(state) };
};

/** By a part of `reference`. */
export const ganFunctions: Functions = [
  ['hinge_d_loss', both('hinge')],
  ['vanilla_d_loss', both('bce')],
  ['BCEWithLogits', both('bce')],
  ['MSELoss', both('leastSquares')],
  [
    'BCELoss in the form of reedscot',
    ({ config, x }) => {
      const options = { wrongWeight: config.cls_weight, probabilities: true };
      return {
        d_loss: losses.matchingDiscriminatorLoss(
          { real: x.real, wrong: x.wrong, fake: x.fake },
          options,
        ),
        g_loss: losses.matchingGeneratorLoss(x.fake, undefined, options),
      };
    },
  ],
  ['compute_gradient_penalty', wassersteinPenalty],
  ['NLayerDiscriminator', discriminator],
];
