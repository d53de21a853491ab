// CLIP trained here: contrastive pre-training on emoji, models as folders, embeddings.
export { gentleVariation, type Variation, variedBatch } from './augment.ts';
export { type ContrastiveBatch, contrastiveBatches, distinctPictures } from './batches.ts';
export { type ContrastiveConfig, contrastiveConfig, type ResNetVisionConfig } from './config.ts';
export { type Embedder, type Embeddings, embedder } from './embed.ts';
export { type Clip, loadClip, saveClip } from './folder.ts';
export { type ContrastiveModel, type ContrastiveParams, contrastiveModel } from './model.ts';
export { resNetVisionModel } from './resnet-vision.ts';
export {
  batchLoss,
  type ContrastiveRecipe,
  type ContrastiveTraining,
  embedInChunks,
  trainContrastive,
} from './train.ts';
export {
  emojiTemplates,
  emojiTokenizer,
  emojiTokenizerFiles,
  similarityCaption,
} from './words.ts';
