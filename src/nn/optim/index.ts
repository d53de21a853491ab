// Optimizers, clipping, schedules and moving averages: pure functions on trees of parameters.
export { clipByGlobalNorm, clipByValue, globalNorm } from './clip.ts';
export { type Ema, type EmaState, ema } from './ema.ts';
export { type FlatLayout, flatLayout } from './flat.ts';
export {
  type MixedPrecision,
  type MixedPrecisionState,
  mixedPrecision,
} from './mixed-precision.ts';
export {
  applyUpdates,
  chain,
  type Optimizer,
  type OptimizerState,
  type Schedule,
} from './optimizer.ts';
export { adam, adamw, rmsprop, sgd } from './optimizers.ts';
/** Learning rates as functions of the number of steps taken. */
export * as schedules from './schedules.ts';
