// Measures of generated pictures, point clouds and their features.
export {
  type CloudSetMeasures,
  cloudFeatures,
  cloudScores,
  cloudSetMeasures,
} from './cloud-sets.ts';
export {
  type FeatureRows,
  type FeatureStatistics,
  type Features,
  featureStatistics,
  mergeStatistics,
} from './features.ts';
export { fid, frechetDistance } from './frechet.ts';
export { type InceptionScore, inceptionScore } from './inception-score.ts';
export {
  bootstrapInterval,
  bootstrapMean,
  type Interval,
  wilsonInterval,
  winRate,
} from './intervals.ts';
export { kid, polynomialMmd } from './kernel-distance.ts';
export { type ManifoldMeasures, manifoldMeasures } from './manifold.ts';
export {
  chamferDistance,
  fScore,
  type NearestPoints,
  nearestPoints,
  normalizeClouds,
} from './point-clouds.ts';
export { codebookUsage, psnr } from './reconstruction.ts';
export { clipScore, rPrecision } from './text-alignment.ts';
