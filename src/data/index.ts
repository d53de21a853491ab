// The emoji data set, its captions and vocabulary, and loading.
export * from './augment.ts';
export * from './captions.ts';
export * from './emoji.ts';
export * from './loader.ts';
export * from './random.ts';
export * from './vocabulary.ts';
