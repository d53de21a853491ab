// Repairs of single characters: forms that carry layout rather than meaning, and characters that nobody
// types. What is repaired, and what is deliberately left alone, follows the documentation of ftfy 6.3.1
// (Speer 2019, doi:10.5281/zenodo.2591652).

/** Latin ligatures and digraphs of one code point as their letters: `ﬁ` -> `fi`, `Ǆ` -> `DŽ`. */
export const separateLigatures = (text: string): string =>
  // the compatibility form would take the long s of U+FB05 away as well
  text.replace(/[ĲĳŉǄ-ǌǱ-ǳﬀ-ﬆ]/g, (c) => (c === '\ufb05' ? 'ſt' : c.normalize('NFKC')));

/** Full-width and half-width forms, and the ideographic space, as their standard forms. */
export const standardWidths = (text: string): string =>
  text.replace(/[\u3000\uff01-\uffef]/g, (c) => c.normalize('NFKC'));

/** Curly and low quotation marks as straight ones. */
export const straightQuotes = (text: string): string =>
  text.replace(/[\u02bc\u2018-\u201b]/g, "'").replace(/[\u201c-\u201f]/g, '"');

/** Every kind of line break (CR LF, CR, U+0085, U+2028, U+2029) as a line feed. */
export const plainLineBreaks = (text: string): string =>
  text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n');

/** Surrogates without their other half as U+FFFD. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** Terminal escape sequences (colours, cursor) removed. */
export const withoutEscapes = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is the point
  text.replace(/\x1b\[[\d;]*[a-zA-Z]/g, '');

/**
 * Control characters removed: ASCII's other than tab, line feed, form feed and return; deprecated Arabic
 * ones; interlinear annotation, the object replacement character, the byte-order mark.
 */
export const withoutControls = (text: string): string =>
  text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
    /[\x00-\x08\x0b\x0e-\x1f\x7f\u206a-\u206f\ufeff\ufff9-\ufffc]/g,
    '',
  );
