// Layers as values: parameters in plain trees, functions that use them.
export {
  MultiHeadAttention,
  type MultiHeadAttentionParams,
} from './attention.ts';
export { Conv2d, ConvTranspose2d } from './conv.ts';
export { dropout } from './dropout.ts';
/** First values of parameters: functions of a key and a shape. */
export * as initializers from './initializers.ts';
export { Embedding, type EmbeddingParams, Linear, type LinearParams } from './linear.ts';
export { applyLora, initLora, type LoraParams } from './lora.ts';
export { Lambda, type Module, type NoParams, type ParamsOf } from './module.ts';
export {
  BatchNorm,
  type BatchNormState,
  GroupNorm,
  LayerNorm,
  type NormParams,
  RMSNorm,
} from './norm.ts';
export { combine, partition } from './partition.ts';
export { initParts, type Parts, type PartsParams } from './parts.ts';
export { GRUCell, type GruParams, PReLU } from './recurrent.ts';
export { MLP, Sequential } from './sequential.ts';
export {
  fromStateDict,
  type StateDict,
  type StateEntry,
  stateEntries,
  toStateDict,
} from './state-dict.ts';
export { type Summary, summary } from './summary.ts';
export { sinusoidal, TimeEmbedding, type TimeEmbeddingParams } from './time-embedding.ts';
export {
  type BlockCallOptions,
  DecoderBlock,
  type DecoderBlockParams,
  EncoderBlock,
  type EncoderBlockParams,
  FeedForward,
  type FeedForwardParams,
} from './transformer.ts';
