// Files and formats: safetensors, checkpoints, pictures, GIFs.
export * from './checkpoint.ts';
export * from './files.ts';
export * from './fill-options.ts';
export * from './gif.ts';
export * from './half.ts';
export * from './image.ts';
export * from './named.ts';
export type { WeightFile, WeightPlace, Weights } from './opened-weights.ts';
export * from './picture.ts';
export * from './safetensors.ts';
export {
  type Entry,
  type FileDType,
  type Header,
  headerLength,
  parseHeader,
} from './safetensors-header.ts';
export * from './weights.ts';
