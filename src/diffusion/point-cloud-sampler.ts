// Point clouds from a stack of diffusion models, as Point-E samples them (Nichol et al. 2022, arXiv:2212.08751,
// section 4): the first stage makes a coarse cloud, each further one sees the cloud so far as `low_res` and adds
// its points after it. Guidance sees every condition once as it is and once as zeros, the coarse cloud too.

import { realize } from '../runtime/evaluate.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { clip, round } from '../tensor/ops/arithmetic.ts';
import { concat } from '../tensor/ops/concat.ts';
import { zerosLike } from '../tensor/ops/create.ts';
import { sliceAxis } from '../tensor/ops/layout.ts';
import * as random from '../tensor/ops/random.ts';
import { chunk } from '../tensor/ops/rearrange.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type DiffusionModel, denoisingSteps, guide, type NoiseSource } from './denoising-step.ts';
import { type GaussianDiffusion, unscaleChannels } from './gaussian-diffusion.ts';
import { gaussianScheduler } from './gaussian-diffusion-sampling.ts';
import { gaussianDenoise, guidedDenoise, karrasSteps } from './karras.ts';

/** Conditions of a stage by name, [n, ...] each; `low_res` is added by the sampler. */
export type CloudConditions = Readonly<Record<string, Tensor>>;

/** One model of the stack and how to sample from it; names and defaults are point-e's. */
export interface PointCloudStage {
  /** The network at x [m, points, c], t [m] and its conditions [m, ...]; m is n, or 2 n with guidance. */
  readonly model: (x: Tensor, t: Tensor, conditions: CloudConditions) => Tensor;
  readonly diffusion: GaussianDiffusion;
  /** Points that this stage makes. */
  readonly num_points: number;
  /** Conditions of this stage (default none). */
  readonly conditions?: CloudConditions;
  /** Default 3 for the first stage and, if that is all that is given, 1 for the others. */
  readonly guidance_scale?: number;
  /** Karras's sampler (default) or the diffusion's own ancestral steps. */
  readonly use_karras?: boolean;
  /** Default 64. */
  readonly karras_steps?: number;
  /** Default 0.001. */
  readonly sigma_min?: number;
  /** Default 120, of later stages 160. */
  readonly sigma_max?: number;
  /** Default 3, of later stages 0. */
  readonly s_churn?: number;
}

/** Where sampling stands. */
export interface PointCloudProgress {
  readonly stage: number;
  /** The clouds as far as they are known, [n, points, c] in the data's units: coarse points first. */
  readonly samples: Tensor;
}

/** What all stages share. */
export interface PointCloudOptions {
  /** Clouds to make. */
  readonly batch_size: number;
  /** Channels of a point. Default 6: coordinates and colours. */
  readonly channels?: number;
  /** Estimates are kept within [-1, 1] in the diffusion's scale. Default true. */
  readonly clip_denoised?: boolean;
  /** Of the noise, u32 [2]. */
  readonly key: Tensor;
}

const both = (x: Tensor): Tensor => concat([x, zerosLike(x)]);

// Ancestral steps guide the prediction of the coordinates alone: the first three channels.
const guidedModel =
  (model: DiffusionModel, scale: number): DiffusionModel =>
  (x, t) => {
    const output = model(concat([x, x]), concat([t, t]));
    const [conditional, unconditional] = chunk(output, 2);
    const xyz = (y: Tensor): Tensor => sliceAxis(y, -1, [0, 3]);
    const rest = sliceAxis(conditional, -1, [3, output.shape[2]]);
    return concat([guide(xyz(conditional), xyz(unconditional), scale), rest], -1);
  };

// Estimates of x_0, and what else must be computed before the next step is asked for.
function* stageSteps(
  stage: PointCloudStage,
  conditions: CloudConditions,
  index: number,
  { batch_size: n, channels = 6, clip_denoised = true, key }: PointCloudOptions,
): Generator<{ x0: Tensor; rest: Tensor }> {
  const { diffusion, guidance_scale = index === 0 ? 3 : 1, use_karras = true } = stage;
  const guided = guidance_scale !== 0 && guidance_scale !== 1;
  const seen = guided
    ? Object.fromEntries(Object.entries(conditions).map(([name, c]) => [name, both(c)]))
    : conditions;
  const model: DiffusionModel = (x, t) => stage.model(x, t, seen);
  const unit = random.normal(random.foldIn(key, 0), [n, stage.num_points, channels]);
  const noise: NoiseSource = (step, shape) => random.normal(random.foldIn(key, step + 1), shape);
  const options = { clip_denoised };
  if (!use_karras) {
    const network = guided ? guidedModel(model, guidance_scale) : model;
    const scheduler = gaussianScheduler(diffusion, options);
    const steps = denoisingSteps(network, scheduler, scheduler.plan(diffusion.steps), unit, noise);
    for (const { x0, next } of steps) yield { x0, rest: next };
    return;
  }
  const denoise = guidedDenoise(gaussianDenoise(diffusion, model, options), guidance_scale);
  const steps = karrasSteps(denoise, unit, noise, {
    steps: stage.karras_steps ?? 64,
    sigma_min: stage.sigma_min ?? 1e-3,
    sigma_max: stage.sigma_max ?? (index === 0 ? 120 : 160),
    s_churn: stage.s_churn ?? (index === 0 ? 3 : 0),
  });
  for (const { x0, x } of steps) yield { x0, rest: x };
}

const samplePointCloudsArgs = is.signature(
  'diffusion.samplePointClouds',
  ['stages', is.list(is.methods('a point cloud stage', 'model'))],
  [
    'options',
    is.fields<PointCloudOptions>({
      batch_size: is.size,
      channels: is.optional(is.size),
      clip_denoised: is.optional(is.boolean),
      key: is.key,
    }),
  ],
);

/**
 * Samples clouds stage by stage, computing each step before it is shown; the last one shown is the
 * result. @throws ShapeError for no stages
 */
export async function* samplePointClouds(
  stages: readonly PointCloudStage[],
  options: PointCloudOptions,
): AsyncGenerator<PointCloudProgress> {
  samplePointCloudsArgs(stages, options);
  if (stages.length === 0) throw new ShapeError('samplePointClouds: there are no stages');
  let low: Tensor | undefined;
  for (const [index, stage] of stages.entries()) {
    const conditions = { ...stage.conditions, ...(low && { low_res: low }) };
    const key = random.foldIn(options.key, index);
    let samples = low;
    for (const found of stageSteps(stage, conditions, index, { ...options, key })) {
      const points = unscaleChannels(stage.diffusion, found.x0);
      samples = low ? concat([low, points], 1) : points;
      await realize(samples, found); // what the next step builds upon, too
      yield { stage: index, samples };
    }
    low = samples;
  }
}

const splitPointCloudsArgs = is.signature('diffusion.splitPointClouds', ['samples', is.tensor]);

/** Coordinates [n, points, 3] and colours [n, points, c - 3], those rounded within 0 .. 255, of clouds. */
export const splitPointClouds = (samples: Tensor): { xyz: Tensor; colors: Tensor } => {
  splitPointCloudsArgs(samples);
  return {
    xyz: sliceAxis(samples, -1, [0, 3]),
    colors: round(clip(sliceAxis(samples, -1, [3, samples.shape[samples.rank - 1]]), 0, 255)),
  };
};
