// CLIP on emoji: contrastive training, models as folders, pictures told apart and found by words.
export { contrastiveBatches } from './batches.ts';
export { contrastiveConfig } from './config.ts';
export { embedder } from './embed.ts';
export { type Clip, loadClip, saveClip } from './folder.ts';
export { type ContrastiveModel, contrastiveModel } from './model.ts';
export { batchLoss, contrastiveRecipe, embedInChunks, trainContrastive } from './train.ts';
export { emojiTokenizer, emojiTokenizerFiles } from './words.ts';
export { classifyPictures, searchPictures } from './zero-shot.ts';
