// Measures of generated pictures, point clouds and their features.
export * from './cloud-sets.ts';
export * from './features.ts';
export * from './frechet.ts';
export * from './inception-score.ts';
export * from './intervals.ts';
export * from './kernel-distance.ts';
export * from './manifold.ts';
export { type SymmetricEigen, symmetricEigen } from './matrices.ts';
export * from './point-clouds.ts';
export * from './reconstruction.ts';
export * from './text-alignment.ts';
