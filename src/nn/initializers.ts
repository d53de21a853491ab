// How weights start. Fans count what meets in one output or leaves one input: for a weight
// [..., in, out] (linear or convolution, channels last) fanIn = prod(...) in, fanOut = prod(...) out.
// Glorot & Bengio 2010; He et al. 2015 (arXiv:1502.01852); LeCun et al. 1998.
import { ones as onesOf, zeros as zerosOf } from '../tensor/ops/create.ts';
import * as random from '../tensor/ops/random.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** Draws an f32 tensor of a shape from a key. */
export type Initializer = (key: Tensor, shape: Shape) => Tensor;

/** Inputs that meet in one output and outputs that one input reaches, for a weight [..., in, out]. */
export function fans(shape: Shape): { fanIn: number; fanOut: number } {
  if (shape.length < 2) return { fanIn: sizeOf(shape), fanOut: sizeOf(shape) };
  const field = sizeOf(shape.slice(0, -2));
  const [input, output] = shape.slice(-2);
  return { fanIn: field * input, fanOut: field * output };
}

/** All zeros: output layers that should start silent. */
export const zeros: Initializer = (_, shape) => zerosOf(shape);

/** All ones. */
export const ones: Initializer = (_, shape) => onesOf(shape);

/** Normal of mean 0. */
export const normal =
  (std = 0.02): Initializer =>
  (key, shape) =>
    random.normal(key, shape, { std });

/** Uniform in [-bound, bound). */
export const uniform =
  (bound: number): Initializer =>
  (key, shape) =>
    random.uniform(key, shape, { low: -bound, high: bound });

/** How a variance-scaling initialiser draws; `gain` multiplies the standard deviation. */
export interface ScalingOptions {
  readonly distribution?: 'normal' | 'uniform';
  readonly gain?: number;
}

// Variance gain^2 / fan: normal with that variance, or uniform over +-sqrt(3) standard deviations.
const scaled =
  (fan: (shape: Shape) => number, options: ScalingOptions, gain: number): Initializer =>
  (key, shape) => {
    const std = (options.gain ?? gain) / Math.sqrt(Math.max(fan(shape), 1));
    return options.distribution === 'uniform'
      ? uniform(Math.sqrt(3) * std)(key, shape)
      : normal(std)(key, shape);
  };

/** Glorot: variance gain^2 2 / (fanIn + fanOut), default gain 1; for tanh and attention. */
export const xavier = (options: ScalingOptions = {}): Initializer =>
  scaled((s) => (fans(s).fanIn + fans(s).fanOut) / 2, options, 1);

/** He: variance gain^2 / fanIn, default gain sqrt(2); for relu. */
export const kaiming = (options: ScalingOptions = {}): Initializer =>
  scaled((s) => fans(s).fanIn, options, Math.SQRT2);

/** LeCun: variance 1 / fanIn. */
export const lecun = (options: ScalingOptions = {}): Initializer =>
  scaled((s) => fans(s).fanIn, options, 1);

/** PyTorch's default for linear and convolution weights and biases: uniform in +-1 / sqrt(fanIn). */
export const fanInUniform =
  (fanIn: number): Initializer =>
  (key, shape) =>
    uniform(1 / Math.sqrt(Math.max(fanIn, 1)))(key, shape);
