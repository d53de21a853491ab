// What a step of a Gaussian diffusion can be told besides its operands.
import type { Tensor } from '../tensor/tensor.ts';

/** Options of the reverse process. */
export interface ReverseOptions {
  /** The estimate of x_0 is kept within [-1, 1] (default false). */
  readonly clip_denoised?: boolean;
  /** Applied to the estimate of x_0, before it is clipped. */
  readonly denoised_fn?: (x0: Tensor) => Tensor;
  /** Gradient of ln p(y | x_t) for guidance by a classifier; sees what the network sees. */
  readonly cond_fn?: DiffusionModel;
}

/** A network on noisy data x [n, ..., c] at times [n] (f32, of the original chain). */
export type DiffusionModel = (x: Tensor, t: Tensor) => Tensor;
