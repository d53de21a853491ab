// The emoji data set, its captions and vocabulary, and loading.
export * from './augment.ts';
export * from './captions.ts';
export * from './clip-tokenizer.ts';
export * from './clip-vocabulary.ts';
export * from './emoji.ts';
export * from './emoji-set.ts';
export * from './fix-text/fix-text.ts';
export { type EntityDecoder, loadEntities, unescapeHtml } from './fix-text/html.ts';
export * from './loader.ts';
export * from './random.ts';
export * from './vocabulary.ts';
