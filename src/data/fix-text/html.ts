// HTML character references. Two readings of them: the lenient one of HTML5 (and of Python's
// html.unescape), in which `&ampx` is `&x`; and the strict one that is safe for text of unknown
// origin, in which only what ends in a semicolon counts. Names come from the package `entities`,
// which is loaded on demand.
// HTML Living Standard, 13.2.5.72 ff.
import * as is from '../../tensor/arguments.ts';

/** Replaces the named references in a text; `strict` wants them to end in semicolons. */
export type EntityDecoder = (text: string, strict: boolean) => string;

/** Loads the table of names. */
export async function loadEntities(): Promise<EntityDecoder> {
  const { decodeHTML, decodeHTMLStrict } = await import('entities/decode');
  return (text, strict) => (strict ? decodeHTMLStrict(text) : decodeHTML(text));
}

/** Numbers that HTML reads as other characters: 0x80 .. 0x9f mean Windows-1252. */
export const windowsOfNumber = new Map<number, number>(
  (
    '80:20ac 82:201a 83:192 84:201e 85:2026 86:2020 87:2021 88:2c6 89:2030 8a:160 8b:2039 8c:152 ' +
    '8e:17d 91:2018 92:2019 93:201c 94:201d 95:2022 96:2013 97:2014 98:2dc 99:2122 9a:161 9b:203a ' +
    '9c:153 9e:17e 9f:178 81:81 8d:8d 8f:8f 90:90 9d:9d 0:fffd d:d'
  )
    .split(' ')
    .map((pair) => pair.split(':').map((hex) => Number.parseInt(hex, 16)) as [number, number]),
);

const isControl = (n: number): boolean =>
  (n >= 1 && n <= 8) || n === 0xb || (n >= 0xe && n <= 0x1f) || (n >= 0x7f && n <= 0x9f);
const isNonCharacter = (n: number): boolean =>
  (n >= 0xfdd0 && n <= 0xfdef) || (n & 0xfffe) === 0xfffe;

// The character of a number as HTML5 reads it; controls and non-characters vanish.
function numbered(digits: string): string {
  const hex = /^[xX]/.test(digits);
  const n = Number.parseInt(hex ? digits.slice(1) : digits, hex ? 16 : 10);
  const other = windowsOfNumber.get(n);
  if (other !== undefined) return String.fromCodePoint(other);
  if ((n >= 0xd800 && n <= 0xdfff) || !(n <= 0x10ffff)) return '\ufffd';
  return isControl(n) || isNonCharacter(n) ? '' : String.fromCodePoint(n);
}

const unescapeHtmlArgs = is.signature(
  'data.unescapeHtml',
  ['text', is.string],
  ['entities', is.optional(is.func)],
);

/**
 * Every character reference replaced as HTML5 and Python's html.unescape do: numbers and names, with or
 * without semicolon. Names need `entities`.
 */
export const unescapeHtml = (text: string, entities?: EntityDecoder): string => {
  unescapeHtmlArgs(text, entities);
  return text.includes('&')
    ? text.replace(
        /&(?:#(\d+|[xX][\da-fA-F]+);?|[^\t\n\f <&#;]{1,32};?)/g,
        (all: string, digits: string | undefined) =>
          digits === undefined ? (entities?.(all, false) ?? all) : numbered(digits),
      )
    : text;
};

/**
 * The references that are meant for certain: those that end in a semicolon, and names in capitals
 * (`&EACUTE;`) whose small form is one.
 */
export const unescapeCertain = (text: string, entities?: EntityDecoder): string =>
  text.includes('&')
    ? text.replace(/&#?[\da-zA-Z]{1,24};/g, (all) => {
        if (all[1] === '#') {
          const plain = unescapeHtml(all);
          return plain.includes(';') ? all : plain;
        }
        const named = entities?.(all, true) ?? all;
        if (named !== all || all !== all.toUpperCase()) return named;
        // capitals, unless HTML5 would read the start of the name (`&LTIMES;`)
        const small = entities?.(all.toLowerCase(), true) ?? all;
        const certain = small !== all.toLowerCase() && unescapeHtml(all, entities) === all;
        return certain ? small.toUpperCase() : all;
      })
    : text;
