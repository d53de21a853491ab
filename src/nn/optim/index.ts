// Optimizers, clipping, schedules and moving averages: pure functions on trees of parameters.
export * from './clip.ts';
export * from './ema.ts';
export * from './flat.ts';
export * from './mixed-precision.ts';
export type { LearningRate, Optimizer, OptimizerState, PerLeaf } from './optimizer.ts';
export { applyUpdates, chain } from './optimizer.ts';
export * from './optimizers.ts';
export type { Schedule } from './schedules.ts';
/** Learning rates as functions of the number of steps taken. */
export * as schedules from './schedules.ts';
