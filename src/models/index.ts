// Published networks under their original names and configurations, channels last.
export {
  type AutoencoderKL,
  autoencoderKL,
  type DiagonalGaussian,
  sampleGaussian,
} from './autoencoder-kl.ts';
export {
  type CLIPOutput,
  type CLIPTextOptions,
  type CLIPTextOutput,
  type CLIPVisionOutput,
  clipModel,
  clipTextModel,
  clipTextModelWithProjection,
  clipVisionModel,
  clipVisionModelWithProjection,
} from './clip.ts';
export type { CLIPConfig, CLIPTextConfig, CLIPVisionConfig } from './clip-config.ts';
export { clipFromOpenAI, clipToOpenAI, type LoadedClip, loadOpenAIClip } from './clip-openai.ts';
export {
  promptsOf,
  zeroShotClassifier,
  zeroShotLogits,
  zeroShotPredict,
} from './clip-zero-shot.ts';
export {
  type Gpt,
  type GptCache,
  type GptParams,
  type GptValueParams,
  type GptWithValue,
  gpt,
  gptWithValue,
} from './gpt.ts';

export { type Generator, gptGenerator, sampleToken } from './gpt-sampling.ts';
export { fromGptState, toGptState } from './gpt-state.ts';
export { type PatchGan, type PatchGanParams, type PatchGanState, patchGan } from './patch-gan.ts';
export {
  type ClipCondition,
  clipImageGridPointDiffusionTransformer,
  clipImageGridUpsamplePointDiffusionTransformer,
  clipImagePointDiffusionTransformer,
  pointDiffusionTransformer,
  upsamplePointDiffusionTransformer,
  withoutChannelBuffers,
} from './point-e.ts';
export { pointEConfigs } from './point-e-config.ts';
export { crossAttentionPointCloudSdf } from './point-e-sdf.ts';
export { type UNetCallOptions, unet2DModel } from './unet-2d.ts';
export { unet2DConditionModel } from './unet-2d-condition.ts';
export { type Quantized, type VQModel, vqModel } from './vq-model.ts';
