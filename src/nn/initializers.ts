// How weights start. Fans count what meets in one output or leaves one input: for a weight
// [..., in, out] (linear or convolution, channels last) fanIn = prod(...) in, fanOut = prod(...) out.
// Glorot & Bengio 2010; He et al. 2015 (arXiv:1502.01852); LeCun et al. 1998.
import * as is from '../tensor/arguments.ts';
import { ones as onesOf, zeros as zerosOf } from '../tensor/ops/create.ts';
import * as random from '../tensor/ops/random.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** Draws an f32 tensor of a shape from a key. */
export type Initializer = (key: Tensor, shape: Shape) => Tensor;

const fansArgs = is.signature('nn.initializers.fans', ['shape', is.shape]);

/** Inputs that meet in one output and outputs that one input reaches, for a weight [..., in, out]. */
export function fans(shape: Shape): { fanIn: number; fanOut: number } {
  fansArgs(shape);
  if (shape.length < 2) return { fanIn: sizeOf(shape), fanOut: sizeOf(shape) };
  const field = sizeOf(shape.slice(0, -2));
  const [input, output] = shape.slice(-2);
  return { fanIn: field * input, fanOut: field * output };
}

const zerosArgs = is.signature('nn.initializers.zeros', ['_', is.tensor], ['shape', is.shape]);

/** All zeros: output layers that should start silent. */
export const zeros: Initializer = (_, shape) => {
  zerosArgs(_, shape);
  return zerosOf(shape);
};

const onesArgs = is.signature('nn.initializers.ones', ['_', is.tensor], ['shape', is.shape]);

/** All ones. */
export const ones: Initializer = (_, shape) => {
  onesArgs(_, shape);
  return onesOf(shape);
};

const normalArgs = is.signature('nn.initializers.normal', ['std', is.number]);

/** Normal of mean 0. */
export const normal = (std = 0.02): Initializer => {
  normalArgs(std);
  return (key, shape) => random.normal(key, shape, { std });
};

const uniformArgs = is.signature('nn.initializers.uniform', ['bound', is.number]);

/** Uniform in [-bound, bound). */
export const uniform = (bound: number): Initializer => {
  uniformArgs(bound);
  return (key, shape) => random.uniform(key, shape, { low: -bound, high: bound });
};

/** How a variance-scaling initialiser draws; `gain` multiplies the standard deviation. */
interface ScalingOptions {
  /** 'normal' (default) or 'uniform' of the same variance. */
  readonly distribution?: 'normal' | 'uniform';
  /** Factor of the standard deviation; default: see each initialiser. */
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

const scalingOptionsKind = is.options<ScalingOptions>({
  distribution: is.optional(is.oneOf('normal', 'uniform')),
  gain: is.optional(is.number),
});
const xavierArgs = is.signature('nn.initializers.xavier', ['options', scalingOptionsKind]);

/** Glorot: variance gain^2 2 / (fanIn + fanOut), default gain 1; for tanh and attention. */
export const xavier = (options: ScalingOptions = {}): Initializer => {
  xavierArgs(options);
  return scaled((s) => (fans(s).fanIn + fans(s).fanOut) / 2, options, 1);
};

const kaimingArgs = is.signature('nn.initializers.kaiming', ['options', scalingOptionsKind]);

/** He: variance gain^2 / fanIn, default gain sqrt(2); for relu. */
export const kaiming = (options: ScalingOptions = {}): Initializer => {
  kaimingArgs(options);
  return scaled((s) => fans(s).fanIn, options, Math.SQRT2);
};

const lecunArgs = is.signature('nn.initializers.lecun', ['options', scalingOptionsKind]);

/** LeCun: variance 1 / fanIn. */
export const lecun = (options: ScalingOptions = {}): Initializer => {
  lecunArgs(options);
  return scaled((s) => fans(s).fanIn, options, 1);
};

const fanInUniformArgs = is.signature('nn.initializers.fanInUniform', ['fanIn', is.size]);

/** PyTorch's default for linear and convolution weights and biases: uniform in +-1 / sqrt(fanIn). */
export const fanInUniform = (fanIn: number): Initializer => {
  fanInUniformArgs(fanIn);
  return (key, shape) => uniform(1 / Math.sqrt(Math.max(fanIn, 1)))(key, shape);
};
