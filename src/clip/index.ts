// CLIP on emoji: contrastive training, models as folders, pictures told apart and found by words.
export type { ClipTokenizerFiles } from '../data/clip-vocabulary.ts';
export { type ContrastiveBatch, contrastiveBatches } from './batches.ts';
export { type ContrastiveConfig, contrastiveConfig } from './config.ts';
export { type Embedder, type Embeddings, embedder } from './embed.ts';
export { type Clip, loadClip, saveClip } from './folder.ts';
export { type ContrastiveModel, type ContrastiveParams, contrastiveModel } from './model.ts';
export { batchLoss, contrastiveRecipe, embedInChunks, trainContrastive } from './train.ts';
export { emojiTokenizer, emojiTokenizerFiles } from './words.ts';
export { classifyPictures, searchPictures } from './zero-shot.ts';
