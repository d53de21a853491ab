// Cases of the group `integration`: whole procedures of models, schedulers and optimizers together.
// Gradients of a sample through all steps of DDIM, and steps of training.

import { stopGradient } from '../../../src/autodiff/identity.ts';
import { valueAndGrad, vjp } from '../../../src/autodiff/transforms.ts';
import { guide } from '../../../src/diffusion/denoising-step.ts';
import { addNoise, targetOf, velocity } from '../../../src/diffusion/index.ts';
import { scaleModelInput, startHistory } from '../../../src/diffusion/schedulers/scheduler.ts';
import * as models from '../../../src/models/index.ts';
import * as nn from '../../../src/nn/index.ts';
import * as optim from '../../../src/nn/optim/index.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../../../src/tensor/tensor.ts';
import {
  type Adapter,
  type Golden,
  type GoldenCase,
  type Results,
  Unsupported,
} from '../contract.ts';
import { roleOf } from '../golden.ts';
import { optimizerOf } from './optim.ts';
import { schedulerOf } from './schedulers.ts';
import { toFirst, toLast } from './torch-layout.ts';

type Named = Record<string, Tensor>;
// parameters by PyTorch's names, x [n, h, w, c]
type Network = (p: Named, x: Tensor, t: TensorLike, context: Tensor) => Tensor;

const key = ops.random.key(0);

const networks: Record<string, (config: never) => Network> = {
  UNet2DModel: (config) => {
    const model = models.unet2DModel(config);
    return (p, x, t) => model.apply(nn.fromStateDict(model.init(key), p), x, t);
  },
  UNet2DConditionModel: (config) => {
    const model = models.unet2DConditionModel(config);
    return (p, x, t, context) => model.apply(nn.fromStateDict(model.init(key), p), x, t, context);
  },
};

function networkOf(c: GoldenCase): Network {
  const build = networks[(c.module ?? '').split('.').at(-1) ?? ''];
  if (!build) throw new Unsupported(`no network ${c.module}`);
  return build(c.config as never);
}

// The condition that guidance leads away from: the one further input.
function unconditional(c: GoldenCase): string | undefined {
  const others = Object.keys(c.inputs ?? {}).filter((k) => !['x', 'target', 'context'].includes(k));
  const asked = typeof c.guidance_scale === 'number';
  if (asked && others.length === 1) return others[0];
  if (asked) throw new Unsupported('guidance without one input to lead away from');
  if (others.length > 0) throw new Unsupported(`ddim_backprop with the input ${others[0]}`);
  return undefined;
}

// x after all steps of DDIM; gradients flow through the last `truncate_to_last` predictions, or through all.
// An earlier prediction is a constant, while x itself goes on carrying its gradient (AlignProp), unless
// the case says that the loss does not depend on the first x.
function ddimBackprop(c: GoldenCase, golden: Golden): Results {
  const away = unconditional(c);
  const network = networkOf(c);
  const scheduler = schedulerOf(c, 'scheduler_config');
  const { steps } = scheduler.plan(c.num_inference_steps as number);
  const first = steps.length - ((c.truncate_to_last as number | null) ?? steps.length);
  const cut = (c.no_grad as string[] | undefined)?.includes('x');
  const { target, ...x } = roleOf(golden, c.inputs);
  const start = { x, p: roleOf(golden, c.params) };
  const [outputs, pull] = vjp(({ x, p }: { x: Named; p: Named }): Named => {
    let sample = toLast(x.x);
    let history: readonly Tensor[] = startHistory(scheduler, sample);
    for (const [k, s] of steps.entries()) {
      if (k === first && cut) sample = stopGradient(sample);
      const input = scaleModelInput(sample, s);
      let prediction = network(p, input, s.time, x.context);
      if (away !== undefined) {
        const free = network(p, input, s.time, x[away]);
        prediction = guide(prediction, free, c.guidance_scale as number);
      }
      if (k < first) prediction = stopGradient(prediction);
      ({ next: sample, history } = scheduler.step(s, sample, prediction, history));
    }
    const last = toFirst(sample);
    return { x: last, reward_loss: ops.meanSquaredError(last, target) };
  }, start);
  const cts = { x: ops.zerosLike(outputs.x), reward_loss: ops.onesLike(outputs.reward_loss) };
  const { x: grads, p: paramGrads } = pull(cts);
  return { outputs, grads, param_grads: paramGrads };
}

// Noising, loss, clipping and an optimizer's step, several times.
function train(c: GoldenCase, golden: Golden): Results {
  const network = networkOf(c);
  const scheduler = schedulerOf(c, 'scheduler_config');
  const clipping = (c.procedure as string).match(/clip_grad_norm ([\d.]+)/);
  const tx = optimizerOf({
    id: c.id,
    optimizer: c.optimizer,
    config: c.optimizer_config as GoldenCase['config'],
    ...(clipping && { clip_grad_norm: { max_norm: Number(clipping[1]) } }),
  });
  const x = roleOf(golden, c.inputs);
  let params: Named = roleOf(golden, c.params);
  let state = tx.init(params);
  const losses: Tensor[] = [];
  const norms: Tensor[] = [];
  for (let k = 0; k < (c.steps as number); k++) {
    const [latents, noise] = [toLast(x[`latents.${k}`]), toLast(x[`noise.${k}`])];
    const t = x[`t.${k}`];
    const noisy = addNoise(scheduler, latents, noise, t);
    const target =
      scheduler.kind === 'v'
        ? velocity(scheduler, latents, noise, t)
        : targetOf(scheduler.kind, latents, noise, 1, 1);
    const [loss, grads] = valueAndGrad((p: Named) =>
      ops.meanSquaredError(network(p, noisy, t, x[`context.${k}`]), target),
    )(params);
    losses.push(loss);
    norms.push(optim.globalNorm(grads));
    const [updates, next] = tx.update(grads, state, params);
    params = optim.applyUpdates(params, updates);
    state = next;
  }
  const outputs = { losses: ops.stack(losses), grad_norms: ops.stack(norms) };
  return { outputs, params_after: params };
}

const kinds: Record<string, (c: GoldenCase, golden: Golden) => Results> = {
  ddim_backprop: ddimBackprop,
  train,
};

/** Computes a case of `integration`. */
export const integrationAdapter: Adapter = (c, golden) => kinds[c.kind ?? '']?.(c, golden);
