// Losses of language models and preferences: minGPT, TRL, OpenRLHF, DPO. See losses.ts.

import * as losses from '../../../src/losses/index.ts';
import type { TokenMean } from '../../../src/losses/masked.ts';
import { gpt } from '../../../src/models/gpt.ts';
import type { GptConfig } from '../../../src/models/gpt-options.ts';
import { fromGptState } from '../../../src/models/gpt-state.ts';
import * as rl from '../../../src/rl/index.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { type Call, type Fn, type Functions, named } from './losses-call.ts';

const languageModel: Fn = ({ config, x, p }) => {
  const model = gpt(config as unknown as GptConfig);
  const params = fromGptState(model.init(ops.random.key(0)), p);
  const logits = model.apply(params, x.idx);
  return {
    logits,
    loss: losses.languageModelLoss(logits, x.targets),
    logprobs: losses.tokenLogProbabilities(
      ops.sliceAxis(logits, 1, [0, -1]),
      ops.sliceAxis(x.idx, 1, [1, null]),
    ),
    entropy: losses.tokenEntropy(logits),
  };
};

const ppoTrl: Fn = ({ config, x }) => {
  const all = losses.ppoLoss(
    {
      logp: x.logprobs,
      oldLogp: x.old_logprobs,
      advantages: x.advantages,
      values: x.vpreds,
      oldValues: x.values,
      returns: x.returns,
      logits: x.logits,
    },
    {
      mask: x.mask,
      clip: config.cliprange,
      valueClip: config.cliprange_value,
      valueWeight: config.vf_coef,
    },
  );
  return {
    pg_loss: all.policy.loss,
    vf_loss: ops.mul(all.value.loss, config.vf_coef),
    loss: all.loss,
    entropy: all.entropy as Tensor,
    approxkl: all.policy.approximateKl,
    policykl: all.policy.policyKl,
    pg_clipfrac: all.policy.clipFraction,
    vf_clipfrac: all.value.clipFraction,
  };
};

const tokenLevel = (config: Call['config']): TokenMean =>
  (config.token_level_loss ?? true) ? 'tokens' : 'sequences';

const policyOpenRlhf: Fn = ({ config, x }) => {
  named('policy_loss_type', config.policy_loss_type ?? 'ppo', { ppo: true });
  const { clip_eps_low: low = 0.2, clip_eps_high: high = 0.2, dual_clip } = config;
  const { loss, clipFraction, policyKl } = losses.ppoPolicyLoss(
    x.logprobs,
    x.old_logprobs,
    x.advantages,
    {
      mask: x.mask,
      clip: { low, high },
      dualClip: dual_clip ?? undefined,
      average: tokenLevel(config),
    },
  );
  return { loss, clip_ratio: clipFraction, ppo_kl: policyKl };
};

// TRL masks rewards and values before, and whitening moves masked rewards away from 0 again
const advantagesTrl: Fn = ({ config, x }) => {
  const { gamma, lam: lambda, whiten_rewards } = config;
  const given = ops.mul(x.rewards, x.mask);
  const rewards = whiten_rewards ? losses.whiten(given, { mask: x.mask, shiftMean: false }) : given;
  const values = ops.mul(x.values, x.mask);
  const { advantages, returns } = losses.generalizedAdvantages(rewards, values, { gamma, lambda });
  return {
    advantages,
    returns,
    advantages_whitened: losses.whiten(advantages, { mask: x.mask }),
  };
};

const preferences = { sigmoid: 'sigmoid', robust: 'robust', ipo: 'ipo', hinge: 'hinge' } as const;

const dpo: Fn = ({ config, x }) => {
  const { loss_type, label_smoothing = 0 } = config;
  const {
    loss,
    losses: each,
    chosenRewards,
    rejectedRewards,
  } = rl.dpoLoss(
    {
      policyChosen: x.policy_chosen_logps,
      policyRejected: x.policy_rejected_logps,
      referenceChosen: x.reference_chosen_logps,
      referenceRejected: x.reference_rejected_logps,
    },
    {
      beta: config.beta,
      kind: named('loss_type', loss_type, preferences),
      // the other kinds pass it over
      labelSmoothing: /sigmoid|robust/.test(loss_type) ? label_smoothing : 0,
      referenceFree: config.reference_free,
    },
  );
  return {
    loss,
    losses: each,
    chosen_rewards: chosenRewards,
    rejected_rewards: rejectedRewards,
  };
};

const estimators = { k1: 'k1', k2: 'k2', k3: 'k3' } as const;
const penalties = { kl: 'k1', abs: 'abs', mse: 'k2' } as const;

/** By a part of `reference`. */
export const languageFunctions: Functions = [
  ['minGPT GPT', languageModel],
  [
    '_get_batch_logps',
    ({ config, x }) => ({
      logps: losses.sequenceLogProbabilities(x.logits, x.labels, {
        average: config.average_log_prob,
      }),
    }),
  ],
  ['trl PPOTrainer.loss', ppoTrl],
  ['OpenRLHF PolicyLoss', policyOpenRlhf],
  [
    'OpenRLHF ValueLoss',
    ({ config, x }) => ({
      loss: losses.ppoValueLoss(x.values, x.old_values, x.returns, {
        mask: x.mask,
        clip: config.clip_eps ?? null,
        average: tokenLevel(config),
      }).loss,
    }),
  ],
  ['PPOTrainer.compute_advantages', advantagesTrl],
  [
    'get_advantages_and_returns',
    ({ config, x }) => {
      const { gamma, lambd: lambda } = config;
      return {
        ...losses.generalizedAdvantages(x.rewards, x.values, { gamma, lambda, mask: x.mask }),
      };
    },
  ],
  [
    'whiten',
    ({ config, x }) => ({
      y: losses.whiten(x.x, { mask: x.mask, shiftMean: config.shift_mean }),
    }),
  ],
  [
    'compute_approx_kl',
    ({ config, x }) => ({
      kl: losses.approximateKl(x.log_probs, x.log_probs_base, {
        estimator: named('kl_estimator', config.kl_estimator, estimators),
        limit: 10,
      }),
    }),
  ],
  [
    '_kl_penalty',
    ({ config, x }) => ({
      kl:
        config.kl_penalty === 'full'
          ? losses.categoricalKl(x.logprob, x.ref_logprob)
          : losses.approximateKl(x.logprob, x.ref_logprob, {
              estimator: named('kl_penalty', config.kl_penalty, penalties),
            }),
    }),
  ],
  ['dpo_loss', dpo],
  [
    'RewardTrainer.compute_loss',
    ({ x }) => ({ loss: rl.rewardModelLoss(x.chosen, x.rejected, { margin: x.margin }) }),
  ],
];
