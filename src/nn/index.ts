// Layers as values: parameters in plain trees, functions that use them.

export { crossEntropy } from '../tensor/ops/class-losses.ts';
export { binaryCrossEntropy, meanSquaredError } from '../tensor/ops/losses.ts';
export * from './attention.ts';
export * from './conv.ts';
export * from './dropout.ts';
/** First values of parameters: functions of a key and a shape. */
export * as initializers from './initializers.ts';
export * from './linear.ts';
export * from './lora.ts';
export * from './module.ts';
export * from './norm.ts';
export * from './partition.ts';
export * from './parts.ts';
export * from './recurrent.ts';
export * from './sequential.ts';
export * from './state-dict.ts';
export * from './summary.ts';
export * from './time-embedding.ts';
export * from './transformer.ts';
