// Losses of diffusion models trained by rewards and preferences: DDPO, Diffusion-DPO, min-SNR. See losses.ts.
import { stopGradient } from '../../../src/autodiff/identity.ts';
import { rescaleGuidance } from '../../../src/diffusion/denoising-step.ts';
import { numbersAt } from '../../../src/diffusion/process.ts';
import type { DdimConfig } from '../../../src/diffusion/schedulers/ddim.ts';
import { ddimScheduler } from '../../../src/diffusion/schedulers/index.ts';
import { type Plan, snrTable } from '../../../src/diffusion/schedulers/scheduler.ts';
import * as losses from '../../../src/losses/index.ts';
import * as rl from '../../../src/rl/index.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import type { Call, Fn, Functions } from './losses-call.ts';

const ddim = (config: Call['config']) => {
  const scheduler = ddimScheduler(config.scheduler_config as Partial<DdimConfig>);
  const { eta, num_inference_steps: steps } = config;
  return { scheduler, plan: scheduler.plan(steps, { eta }) };
};

// the numbers of the steps at the times of the samples
function stepsOf({ steps, timesteps }: Plan, times: readonly number[], x: Tensor) {
  const index = times.map((t) => timesteps.indexOf(t));
  return numbersAt(steps, ops.tensor(Int32Array.from(index)), x);
}

const ddimLogProbability: Fn = ({ config, x, ints }) => {
  const { scheduler, plan } = ddim(config);
  const s = stepsOf(plan, ints('timestep'), x.sample);
  const { mean, next } = scheduler.step(s, x.sample, x.model_output, [], x.noise);
  return {
    log_prob: losses.denoisingLogProbability(x.prev_sample, mean, s.noise),
    drawn_prev_sample: next,
    drawn_log_prob: losses.denoisingLogProbability(next, mean, s.noise),
  };
};

const ddpoChain: Fn = ({ config, x }) => {
  const { scheduler, plan } = ddim(config);
  const { clip_range, adv_clip_max } = config;
  const policy = (a: Tensor, b: Tensor, latent: Tensor, t: number): Tensor =>
    ops.tanh(ops.add(ops.mul(a, latent), ops.mul(b, t)));
  const latents = [x.x];
  const [before, now, terms]: [Tensor[], Tensor[], Tensor[]] = [[], [], []];
  for (const [k, s] of plan.steps.entries()) {
    const from = stopGradient(latents[k]);
    const z = ops.squeeze(ops.sliceAxis(x.noise, 0, [k, k + 1]), 0);
    const old = scheduler.step(s, from, policy(x.old_a, x.old_b, from, s.time), [], z);
    const to = stopGradient(old.next);
    const { mean } = scheduler.step(s, from, policy(x.a, x.b, from, s.time), []);
    latents.push(to);
    before.push(losses.denoisingLogProbability(to, old.mean, s.noise));
    now.push(losses.denoisingLogProbability(to, mean, s.noise));
    const options = { clip: clip_range, advantageLimit: adv_clip_max };
    terms.push(rl.ddpoLoss(now[k], before[k], x.advantages, options).loss);
  }
  return {
    latents: ops.stack(latents),
    old_log_probs: ops.stack(before, 1),
    log_probs: ops.stack(now, 1),
    loss: ops.sum(ops.stack(terms)),
  };
};

const diffusionDpo: Fn = ({ config, x }) => {
  const all = rl.diffusionDpoLoss(x.model_pred, x.ref_pred, x.target, {
    beta: config.beta_dpo,
  });
  return {
    loss: all.loss,
    inside_term: all.inside,
    implicit_acc: all.accuracy,
    model_losses: all.modelErrors,
    ref_losses: all.referenceErrors,
  };
};

const minSnr: Fn = ({ config, x }) => {
  const table = snrTable(ddimScheduler(config.scheduler_config as Partial<DdimConfig>));
  const snr = ops.take(ops.tensor(table, { dtype: 'f32' }), x.t);
  return {
    snr,
    min_snr_weight_eps: losses.minSnrWeights('eps', snr),
    min_snr_weight_v: losses.minSnrWeights('v', snr),
  };
};

/** By a part of `reference`. */
export const diffusionFunctions: Functions = [
  ['ddim_step_with_logprob', ddimLogProbability],
  ['ddpo-pytorch sampling and PPO loss', ddpoChain],
  [
    'DDPOTrainer.loss',
    ({ config, x }) => ({
      loss: rl.ddpoLoss(x.log_prob, x.old_log_prob, x.advantages, {
        clip: config.clip_range,
        advantageLimit: Number.POSITIVE_INFINITY,
      }).loss,
    }),
  ],
  ['DiffusionDPO train.py', diffusionDpo],
  [
    'rescale_noise_cfg',
    ({ config, x }) => ({
      y: rescaleGuidance(x.noise_cfg, x.noise_pred_text, config.guidance_rescale),
    }),
  ],
  ['compute_snr', minSnr],
];
