// Files and formats: safetensors, checkpoints, pictures, GIFs.
export * from './checkpoint.ts';
export * from './files.ts';
export * from './gif.ts';
export * from './half.ts';
export * from './image.ts';
export * from './named.ts';
export * from './safetensors.ts';
export * from './weights.ts';
