// What arguments of several modules must be, said once.
import * as is from '../tensor/arguments.ts';

/** The keys of a recipe; recipes of a model add their own. */
export const recipeParts = {
  steps: is.scalar,
  batchSize: is.scalar,
  learningRate: is.scalar,
  warmup: is.scalar,
  finalShare: is.scalar,
  betas: is.list(is.scalar),
  weightDecay: is.scalar,
  clip: is.scalar,
  emaDecay: is.optional(is.scalar),
  seed: is.scalar,
  precision: is.optional(is.oneOf('f32', 'f16')),
};
