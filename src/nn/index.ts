// Layers as values: parameters in plain trees, functions that use them.
export {
  type MultiHeadAttention,
  type MultiHeadAttentionParams,
  multiHeadAttention,
} from './attention.ts';
export { conv2d, convTranspose2d } from './conv.ts';
export { dropout } from './dropout.ts';
/** First values of parameters: functions of a key and a shape. */
export * as initializers from './initializers.ts';
export { type EmbeddingParams, embedding, type LinearParams, linear } from './linear.ts';
export { applyLora, initLora, type LoraParams } from './lora.ts';
export { lambda, type Module, type NoParams, type ParamsOf } from './module.ts';
export {
  type BatchNorm,
  type BatchNormState,
  batchNorm,
  groupNorm,
  layerNorm,
  type NormParams,
  rmsNorm,
} from './norm.ts';
export { combine, partition } from './partition.ts';
export { initParts, type Parts, type PartsParams } from './parts.ts';
export { type GruParams, gruCell, prelu } from './recurrent.ts';
export { mlp, sequential } from './sequential.ts';
export {
  fromStateDict,
  type StateDict,
  type StateEntry,
  stateEntries,
  toStateDict,
} from './state-dict.ts';
export { type Summary, summary } from './summary.ts';
export { sinusoidal, type TimeEmbeddingParams, timeEmbedding } from './time-embedding.ts';
export {
  type BlockCallOptions,
  type DecoderBlockParams,
  decoderBlock,
  type EncoderBlockParams,
  encoderBlock,
  type FeedForwardParams,
  feedForward,
} from './transformer.ts';
