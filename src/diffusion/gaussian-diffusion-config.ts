// Gaussian diffusions by configuration, as Point-E's released models name theirs (arXiv:2212.08751, openai/
// point-e), and which steps of a long chain a short one keeps (arXiv:2102.09672, section 4).
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { quote } from '../tensor/quote.ts';
import {
  type GaussianDiffusion,
  gaussianDiffusion,
  type ModelMeanType,
} from './gaussian-diffusion.ts';
import { cosineBetas, linearBetas, roundHalfEven } from './schedule.ts';

/** A diffusion as point-e's configurations describe it; variances are learned as a range. */
export interface GaussianDiffusionConfig {
  /** linear: 1e-4 .. 0.02 for 1000 steps, scaled by 1000 / timesteps; cosine: Nichol and Dhariwal's. */
  readonly schedule: 'linear' | 'cosine';
  readonly timesteps: number;
  /** Default epsilon. */
  readonly mean_type?: ModelMeanType;
  readonly channel_scales?: readonly number[] | null;
  readonly channel_biases?: readonly number[] | null;
  /**
   * Steps to keep: 'ddimN' an equal integer stride that gives N, 'exactA,B,...' these, '10,15,20' (or a list) so
   * many from each of equal sections; default: all.
   */
  readonly respacing?: string | readonly number[] | null;
}

const schedules: Readonly<Record<string, (steps: number) => Float64Array>> = {
  linear: (steps) => linearBetas(steps),
  cosine: (steps) => cosineBetas(steps),
};

/** Betas of a named schedule. @throws ShapeError for a name that is not linear or cosine */
export function namedBetas(schedule: string, steps: number): Float64Array {
  if (!Object.hasOwn(schedules, schedule)) {
    throw new ShapeError(
      `diffusion.namedBetas: no schedule ${schedule}: there are ${Object.keys(schedules).join(', ')}`,
    );
  }
  return schedules[schedule](steps);
}

const wholeNumbers = (list: string, what: string): number[] =>
  list.split(',').map((item) => {
    if (!/^\s*\d+\s*$/.test(item)) throw new ShapeError(`${what}: ${item} is no whole number`);
    return Number(item);
  });

/**
 * Steps to keep of a chain of `total`, ascending: 'ddimN' an equal integer stride that gives N of them,
 * 'exactA,B,...' these, '10,15,20' (or a list) so many from each of equal sections, ends included.
 * @throws ShapeError for what cannot be had
 */
export function spaceTimesteps(total: number, respacing: string | readonly number[]): number[] {
  const what = `spaceTimesteps(${total}, ${quote(respacing)})`;
  if (typeof respacing === 'string' && respacing.startsWith('ddim')) {
    const [count] = wholeNumbers(respacing.slice(4), what);
    for (let stride = 1; stride < total; stride++) {
      if (Math.ceil(total / stride) !== count) continue;
      return Array.from({ length: count }, (_, i) => i * stride);
    }
    throw new ShapeError(`${what}: no integer stride gives ${count} steps`);
  }
  if (typeof respacing === 'string' && respacing.startsWith('exact')) {
    const steps = [...new Set(wholeNumbers(respacing.slice(5), what))].sort((a, b) => a - b);
    const outside = steps.find((t) => t >= total);
    if (outside !== undefined) throw new ShapeError(`${what}: there is no step ${outside}`);
    return steps;
  }
  const counts = typeof respacing === 'string' ? wholeNumbers(respacing, what) : respacing;
  const [size, extra] = [Math.floor(total / counts.length), total % counts.length];
  const steps = new Set<number>();
  let start = 0;
  for (const [i, count] of counts.entries()) {
    const length = size + (i < extra ? 1 : 0);
    if (count > length)
      throw new ShapeError(`${what}: a section of ${length} has no ${count} steps`);
    const stride = count <= 1 ? 1 : (length - 1) / (count - 1);
    for (let k = 0; k < count; k++) steps.add(start + roundHalfEven(k * stride));
    start += length;
  }
  return [...steps].sort((a, b) => a - b);
}

const diffusionFromConfigArgs = is.signature('diffusion.diffusionFromConfig', [
  'config',
  is.fields<GaussianDiffusionConfig>({
    schedule: is.oneOf('linear', 'cosine'),
    timesteps: is.count,
    mean_type: is.optional(is.oneOf('epsilon', 'x_start', 'x_prev')),
    channel_scales: is.optional(is.either(is.numbers, is.oneOf(null))),
    channel_biases: is.optional(is.either(is.numbers, is.oneOf(null))),
    respacing: is.optional(is.either(is.string, is.numbers, is.oneOf(null))),
  }),
]);

/** The diffusion of a configuration. @throws ShapeError */
export function diffusionFromConfig(config: GaussianDiffusionConfig): GaussianDiffusion {
  diffusionFromConfigArgs(config);
  const { schedule, timesteps, mean_type = 'epsilon', respacing } = config;
  return gaussianDiffusion({
    betas: namedBetas(schedule, timesteps),
    model_mean_type: mean_type,
    model_var_type: 'learned_range',
    loss_type: 'mse',
    channel_scales: config.channel_scales,
    channel_biases: config.channel_biases,
    ...(respacing ? { use_timesteps: spaceTimesteps(timesteps, respacing) } : {}),
  });
}

const scaling = {
  channel_scales: [2, 2, 2, 0.007843137255, 0.007843137255, 0.007843137255],
  channel_biases: [0, 0, 0, -1, -1, -1],
};
const base: GaussianDiffusionConfig = {
  ...scaling,
  mean_type: 'epsilon',
  schedule: 'cosine',
  timesteps: 1024,
};

/** The diffusions of Point-E's released models, by their names. */
export const pointEDiffusionConfigs: Readonly<Record<string, GaussianDiffusionConfig>> = {
  'base40M-imagevec': base,
  'base40M-textvec': base,
  'base40M-uncond': base,
  base40M: base,
  base300M: base,
  base1B: base,
  upsample: { ...base, schedule: 'linear' },
};
