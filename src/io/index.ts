// Files and formats: safetensors, checkpoints, pictures, GIFs.
export {
  type Checkpoint,
  loadCheckpoint,
  readCheckpoint,
  readSafetensors,
  saveCheckpoint,
  writeSafetensors,
} from './checkpoint.ts';
export type { FileSystem } from './files.ts';
export { encodeGif, writeGif } from './gif.ts';
export {
  encodePng,
  enlarge,
  grid,
  type ImageBatch,
  readPicture,
  toPictures,
  writePng,
} from './image.ts';
export { fillTree, type NamedTree, treeFromNames } from './named.ts';
export type { Weights } from './opened-weights.ts';
export type { Picture } from './picture.ts';
export { decodeSafetensors, encodeSafetensors, type Safetensors } from './safetensors.ts';
export { openWeights, readWeights } from './weights.ts';
