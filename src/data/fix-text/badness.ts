// Does a text look as if UTF-8 had been read in another encoding? Such text is full of neighbours that
// nobody writes side by side: an accented capital and a currency sign, a lower-case letter and a
// superscript, a box-drawing character and a letter. Each character is put into one of a few classes,
// and rules look for such neighbours in the string of classes. The idea, and what counts as a false
// alarm (`NESTLÉ®`, `VOCÊ…`, `5×£35`), are those of ftfy 6.3.1 (Speer 2019, doi:10.5281/zenodo.2591652);
// classes and rules are written anew and agree with it on most, not on all, texts.

// Classes of characters by their letters in rules. A text's ends count as white space.
const members: readonly (readonly [letter: string, characters: string])[] = [
  // the first bytes of Latin, Greek and Cyrillic letters in UTF-8, read as Windows-1252
  ['M', 'ÂÃÎÐ'],
  // rare capitals: in faces (ÒwÓ) their neighbours say nothing
  ['W', 'ÒÓÔÕÖŌŐÙÚÛÞ'],
  ['o', 'Œœ'],
  ['s', 'ŠšŽžŸ'],
  ['$', '¢£¥₧€'],
  // signs that stand beside no letter
  ['!', 'ƒ†‡ˆ‰˜¤¦¨ª¬¯¸ºˇ˘˛⌐◊\ufffd'],
  ['#', '²³¹±¼½¾°µ¶§÷∂∆∏∑∞∫≈≠≤≥'],
  // marks that stand before a word, and behind one
  ['(', '‚„‹‘“•¡©«¿'],
  [')', '”™›®»˝'],
  // quiet marks: dashes and accents; ellipsis and apostrophe follow anything
  ['~', '–—·´\u00a0\u00ad'],
  ['-', '…’'],
  ['×', '×'],
  ['ß', 'ß'],
  ['√', '√'],
  // the first bytes of Greek letters read as Windows-1253, of Cyrillic ones as Windows-1251
  ['Y', 'ΞΟ'],
  ['R', 'РС'],
];
const classOfMember = new Map(
  members.flatMap(([letter, characters]) => [...characters].map((c) => [c, letter] as const)),
);

const kinds: readonly (readonly [letter: string, kind: RegExp])[] = [
  ['k', /[\x80-\x9f]/],
  ['a', /[a-z]/],
  ['A', /[A-Z]/],
  ['0', /\d/],
  ['_', /\p{White_Space}/u],
  ['.', /[!-~]/],
  ['l', /\p{Ll}(?<=\p{Script=Latin})/u],
  ['U', /\p{Lu}(?<=\p{Script=Latin})/u],
  ['g', /\p{Script=Greek}/u],
  // the letters of Russian, then those of its neighbours, which are continuation bytes in Windows-1251
  ['c', /[А-я]/],
  ['d', /\p{Script=Cyrillic}/u],
  // without the dash of boxes
  ['B', /[\u2502-\u259f]/],
];

const classes = new Map<string, string>();

function classOf(c: string): string {
  let found = classes.get(c) ?? classOfMember.get(c);
  if (found === undefined) {
    found = kinds.find(([, kind]) => kind.test(c))?.[0] ?? '?';
    // few characters matter; the others would fill the table with all of Unicode
    if (c < '\u2600') classes.set(c, found);
  }
  return found;
}

const word = '[AaUWMlos0gcdYR]';
const signs = '[$!#()~k]';
const unlikely = new RegExp(
  [
    'k', // control characters
    `M[$!#()~os]`,
    'U[!#]',
    '(?<![A0UWM])U\\$',
    '(?<=[al])U\\(',
    'U\\((?!_)',
    `U\\)(?=${word})`,
    '[UW]o(?![AaUWl])',
    '×[!(oslUW]',
    'ß[$!(osU]',
    'l[$!#o]',
    'l[()~][$!#]',
    'l\\([()]|l\\)\\(',
    'lU(?=[al])',
    '[cgR][()][$!#]',
    '(?=[cdR$#()~]{0,8}[$!#()~])(?:[cR][d$!#()~]{1,2}){3}',
    '[lUW][!#$][lUWMs]',
    '√[lUß!()~]',
    '[Aa][gYcR]!',
    `Y(?:${signs}|[g-])Y(?:${signs}|[g-])Y?`,
    `(?:R[d$!#()~]){3}`,
    'R[#!]R[d$!#()~]|R[d$!#()~]R[#!]',
    'B[lUWMosg$!#()]',
    'g[lUWos]',
  ].join('|'),
);

// Beginnings of punctuation (e2 80) and of emoji (f0 9f) as the encodings read them, signs before the
// letters of MacRoman, and `à` or a space whose second half became a space.
const heads = new RegExp(
  [
    'вЂ(?![А-я])|‚Ä(?=[^\\0-\\x7f])|ΓÇ(?=[^\\0-\\x7f])|Г[‚ѓ„](?=[^\\0-\\x7f])',
    'ðŸ|рџ|đź|≡ƒ|\uf8ffü',
    '[≈∆ƒ](?=[à-öø-ÿÀ-ÑØ])|√[±≤≥≠∂∫]',
    '(?<![A-Z] ?)[ÂÃ] (?![A-Z])',
  ].join('|'),
);

/** Whether some neighbours in a text are such as come from UTF-8 that was read in another encoding. */
export function looksMisread(text: string): boolean {
  if (/^[\0-\x7f]*$/.test(text)) return false;
  let all = '_';
  for (const c of text) all += classOf(c);
  return unlikely.test(`${all}_`) || heads.test(text);
}
