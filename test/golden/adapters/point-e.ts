// Cases of the group `point_e`: Point-E's networks under their original names, its Gaussian diffusion and its
// Karras samplers. The reference's clouds are [n, channels, points], ours [n, points, channels].

import { vjp } from '../../../src/autodiff/transforms.ts';
import { type DiffusionModel, denoisingSteps } from '../../../src/diffusion/denoising-step.ts';
import {
  type DiffusionLossType,
  type GaussianDiffusion,
  gaussianDiffusion,
  learnsVariance,
  type ModelMeanType,
  type ModelVarType,
  scaleChannels,
  unscaleChannels,
} from '../../../src/diffusion/gaussian-diffusion.ts';
import { namedBetas } from '../../../src/diffusion/gaussian-diffusion-config.ts';
import { trainingLosses } from '../../../src/diffusion/gaussian-diffusion-losses.ts';
import { gaussianScheduler } from '../../../src/diffusion/gaussian-diffusion-sampling.ts';
import {
  guidedDenoise,
  type KarrasOptions,
  karrasDenoise,
  karrasSteps,
} from '../../../src/diffusion/karras.ts';
import {
  type KarrasSchedulerOptions,
  karrasScheduler,
} from '../../../src/diffusion/schedulers/karras.ts';
import { addNoise } from '../../../src/diffusion/schedulers/scheduler.ts';
import * as models from '../../../src/models/point-e.ts';
import { pointETimeEmbedding } from '../../../src/models/point-e.ts';
import { simplePerceiver } from '../../../src/models/point-e-blocks.ts';
import { fromStateDict } from '../../../src/nn/state-dict.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import {
  type Adapter,
  type Golden,
  type GoldenCase,
  type Results,
  Unsupported,
} from '../contract.ts';
import { roleOf } from '../golden.ts';
import { given } from './torch-call.ts';
import { toFirst, toLast } from './torch-functions.ts';
import { watched } from './watched.ts';

type Named = Record<string, Tensor>;
type Config = Readonly<Record<string, never>>;

/** A network of a configuration on a case's inputs and its parameters under the original names. */
interface Network {
  init(key: Tensor): unknown;
  call(p: never, x: Named): Tensor;
}

const embedded = (x: Named) => ({
  embeddings: x.embeddings.rank === 3 ? toLast(x.embeddings) : x.embeddings,
});

const networks: Record<string, (config: Config) => Network> = {
  PointDiffusionTransformer: (config) => {
    const m = models.pointDiffusionTransformer(config);
    return { init: m.init, call: (p, x) => toFirst(m.apply(p, toLast(x.x), x.t)) };
  },
  CLIPImagePointDiffusionTransformer: (config) => {
    const m = models.clipImagePointDiffusionTransformer(config);
    return { init: m.init, call: (p, x) => toFirst(m.apply(p, toLast(x.x), x.t, embedded(x))) };
  },
  CLIPImageGridPointDiffusionTransformer: (config) => {
    const m = models.clipImageGridPointDiffusionTransformer(config);
    return { init: m.init, call: (p, x) => toFirst(m.apply(p, toLast(x.x), x.t, embedded(x))) };
  },
  UpsamplePointDiffusionTransformer: (config) => {
    const m = models.upsamplePointDiffusionTransformer(config);
    const low = (x: Named) => ({ low_res: toLast(x.low_res) });
    return { init: m.init, call: (p, x) => toFirst(m.apply(p, toLast(x.x), x.t, low(x))) };
  },
  SimplePerceiver: (config) => {
    const m = simplePerceiver(config as never);
    return { init: m.init, call: (p, x) => m.apply(p, x.x, x.data) };
  },
};

function network(c: GoldenCase, golden: Golden): Results | undefined {
  const make = networks[(c.module ?? '').split(' ').at(-1) ?? ''];
  if (!make) return undefined;
  const net = make((c.config ?? {}) as Config);
  const template = net.init(ops.random.key(0));
  const start = { x: roleOf(golden, c.inputs), p: roleOf(golden, c.params) };
  const f = ({ x, p }: typeof start): Tensor => {
    const inputs = watched(c.module as string, x);
    const y = net.call(fromStateDict(template, p) as never, inputs.values);
    inputs.done();
    return y;
  };
  const [y, pull] = vjp(f, start);
  const { x, p } = pull(roleOf(golden, c.proj).y);
  return { outputs: { y }, grads: x, param_grads: p };
}

interface DiffusionConfig {
  readonly schedule: string;
  readonly steps: number;
  readonly eta: number | null;
  readonly clip_denoised: boolean;
  readonly model_mean_type: ModelMeanType;
  readonly model_var_type: ModelVarType;
  readonly loss_type: DiffusionLossType;
  readonly channel_scales?: number[];
  readonly channel_biases?: number[];
}

// what gaussianDiffusion takes, and what belongs to sampling
const ofDiffusion = /^(model_(mean|var)_type|loss_type|channel_(scales|biases))$/;
const ofSampling = /^(schedule|steps|eta|clip_denoised)$/;

function diffusionOf({ schedule, steps, ...options }: DiffusionConfig): GaussianDiffusion {
  const entries = Object.entries(options);
  const other = entries.find(([k, v]) => !(ofDiffusion.test(k) || ofSampling.test(k)) && v);
  if (other) throw new Unsupported(`a diffusion with ${other[0]}=${JSON.stringify(other[1])}`);
  return gaussianDiffusion({ ...options, betas: namedBetas(schedule, steps) });
}

// the analytic network: tanh(a x + 0.001 t) and, for learned variances, sin(b x) on the channels
const analytic =
  ({ a, b }: Named, learned = false): DiffusionModel =>
  (x, t) => {
    const means = ops.tanh(ops.add(ops.mul(a, x), ops.mul(ops.reshape(t, [-1, 1, 1]), 0.001)));
    return learned ? ops.concat([means, ops.sin(ops.mul(b, x))], -1) : means;
  };

// [steps, n, channels, points] -> the noise of a call
const drawnFrom =
  ({ noise }: Named) =>
  (call: number): Tensor =>
    toLast(ops.squeeze(ops.slice(noise, [call, call + 1]), 0));

function losses(c: GoldenCase, inputs: Named): Results {
  const d = diffusionOf(c.config as never);
  const { t, ...floats } = inputs;
  const f = (x: Named): Named => {
    const [data, noise] = [toLast(x.x), toLast(x.noise)];
    const terms = trainingLosses(d, analytic(x, learnsVariance(d)), data, t, noise);
    const x_t = toFirst(addNoise(d, scaleChannels(d, data), noise, t));
    return { ...terms, x_t, mean_loss: ops.mean(terms.loss) };
  };
  const [outputs, pull] = vjp(f, floats);
  const cts = Object.entries(outputs).map(([k, y]) => [
    k,
    `output:${k}` === c.loss_kind ? ops.onesLike(y) : ops.zerosLike(y),
  ]);
  return { outputs, grads: pull(Object.fromEntries(cts)) };
}

const sampled =
  (method: 'ancestral' | 'ddim') =>
  (c: GoldenCase, x: Named): Results => {
    const config = c.config as unknown as DiffusionConfig;
    const d = diffusionOf(config);
    const scheduler = gaussianScheduler(d, { clip_denoised: config.clip_denoised, method });
    const plan = scheduler.plan(d.steps, { eta: config.eta ?? 0 });
    const model = analytic(x, learnsVariance(d));
    const all = [...denoisingSteps(model, scheduler, plan, toLast(x.x), drawnFrom(x))];
    const samples = all.map(({ next }) => toFirst(unscaleChannels(d, next)));
    return { outputs: { trajectory: ops.stack(samples), unscaled: samples[samples.length - 1] } };
  };

// the network that `analytic` is; a case that tells of another one cannot be computed
const told = 'model(x, t) = tanh(a x + 0.001 t)';

// what has the network's layout [n, channels, points], or one value for each of the batch
const alongBatch = (a: Tensor): Tensor =>
  a.rank === 3 ? toLast(a) : a.rank === 1 && a.size > 1 ? ops.reshape(a, [-1, 1, 1]) : a;

function karras(c: GoldenCase, x: Named): Results {
  type Config = KarrasSchedulerOptions & { readonly steps?: number } & KarrasOptions & {
      readonly clip_denoised?: boolean;
      readonly guidance_scale?: number;
    };
  const model = String(c.call ?? told).match(/model\(.*?\) = [^;]*/)?.[0];
  if (model !== undefined && model.trim() !== told) throw new Unsupported(model);
  const { values: config, done } = watched('karras_sample', c.config as Config & object);
  const { values: inputs, done: readAll } = watched('karras_sample', x);
  const network = analytic({ a: alongBatch(inputs.a) });
  // with guidance the network sees the batch twice: with its conditions, and without them
  const { sigma_data, clip_denoised, guidance_scale, ...sampling } = config;
  const { sigmas } = sampling;
  const steps = sampling.steps ?? (sigmas?.length ?? 0) - 1;
  const options = given({ sigma_data, clip_denoised });
  const denoise = guidedDenoise(karrasDenoise(network, options), guidance_scale ?? 0);
  const all = [
    ...karrasSteps(denoise, toLast(inputs.x), drawnFrom(inputs), { ...sampling, steps }),
  ];
  done();
  readAll();
  const trajectory = ops.stack(all.map((step) => toFirst(step.x)));
  const { steps: _, ...grid } = sampling;
  const levels = karrasScheduler(grid).plan(steps).sigmas ?? [];
  return { outputs: { trajectory, sigmas: ops.tensor([...levels]) } };
}

type Compute = (c: GoldenCase, x: Named) => Results;

const kinds: Record<string, Compute> = {
  timestep_embedding: (c, { t }) => {
    const { dim, max_period } = c.config as { dim: number; max_period: number };
    return { outputs: { y: pointETimeEmbedding(t, dim, max_period) } };
  },
  training_losses: losses,
  p_sample: sampled('ancestral'),
  ddim_sample: sampled('ddim'),
  karras_sample: karras,
};

/** Computes a case of `point_e`. */
export const pointEAdapter: Adapter = (c, golden) => {
  if (c.module) return network(c, golden);
  return kinds[c.kind ?? '']?.(c, roleOf(golden, c.inputs));
};
