// Repairs text that is UTF-8 read in another encoding (`sÃ³` for `só`), as often as that happened to it. Text
// that looks misread is written back into bytes in each encoding that has its characters; where the
// bytes are UTF-8, that was it. Failing that, single runs of characters are read anew, and left-over
// control characters are taken as Windows-1252, as browsers do.
// What is repaired follows the documentation of ftfy 6.3.1 (fix_encoding).
import { looksMisread } from './badness.ts';
import { type ByteEncoding, byteEncodings, decodeUtf8, encodeBytes, lost } from './encodings.ts';
import { windowsOfNumber } from './html.ts';

/**
 * Byte a0, a space that does not break, is often replaced by a space although it is half of `à` (c3 a0), or a
 * part of a Thai letter (e0 b8 a0) or of an emoji (f0 9f .. a0). The word `à` keeps a space behind it.
 */
const restoreSpaces = (bytes: string): string =>
  bytes
    .replace(/\xc3 (?= |s\b|$)/g, '\xc3\xa0')
    .replace(/\xc3 /g, '\xc3\xa0 ')
    .replace(/\xc2 /g, '\xc2\xa0')
    .replace(/(\xe0[\xb8\xb9]|\xf0\x9f[\x80-\xbf]) /g, '$1\xa0')
    .replace(/\xf0\x9f (?=[\x80-\xbf])/g, '\xf0\x9f\xa0');

const gone = `[${lost}?]`;
const more = '[\\x80-\\xbf]';
const incomplete = new RegExp(
  [
    `[\\xc2-\\xdf]${lost}|[\\xc2\\xc3]\\?`,
    `[\\xe0-\\xef](?:${gone}(?:${more}|${lost})|${more}${gone}|${lost})`,
    `[\\xf0-\\xf4](?:${gone}(?:${more}|${lost}){2}|${more}${gone}(?:${more}|${lost})|${more}{2}${gone})`,
    lost,
  ].join('|'),
  'g',
);

/** UTF-8 in which bytes were lost, some of them replaced by question marks: U+FFFD for each sequence. */
const replaceLost = (bytes: string): string => bytes.replace(incomplete, '\xef\xbf\xbd');

function readAnew(text: string, encoding: ByteEncoding): string | undefined {
  const bytes = encodeBytes(text, encoding);
  if (bytes === undefined) return undefined;
  const spaced = restoreSpaces(bytes);
  return decodeUtf8(encoding.sloppy ? replaceLost(spaced) : spaced);
}

const escaped = (characters: readonly string[]): string =>
  characters.map((c) => `\\u{${(c.codePointAt(0) as number).toString(16)}}`).join('');

// Encodings whose runs are found in a text of which the rest is not misread.
const mixed = /^(latin-1|iso-8859-2|windows-125[0-47])$/;

/** Runs of characters that are UTF-8 in one of these encodings, with none of its higher bytes before them. */
function makeRuns(): RegExp {
  const tables = byteEncodings().filter(({ name }) => mixed.test(name));
  const part = (from: number, to: number): string =>
    `[${escaped([...new Set(tables.flatMap(({ upper }) => upper.slice(from - 128, to - 127)))])}]`;
  const rest = part(0x80, 0xbf);
  const two = `${part(0xc2, 0xdf)}${rest}`;
  const three = `${part(0xe0, 0xef)}${rest}{2}`;
  const four = `${part(0xf0, 0xf3)}${rest}{3}`;
  return new RegExp(`(?<!${part(0xc2, 0xf3)})(?:${two}|${three}|${four})+`, 'gu');
}

// a letter and what may follow any letter (`CAFÉ™`): too little to read a part of a text anew
const ordinary = /^[^ÂÃÎÐâ][¢£€©®™“”‘’‚„›‹»«•–—…¡¿]{1,2}$/u;

let misreadRuns: RegExp | undefined;

function rereadRuns(text: string): string {
  misreadRuns ??= makeRuns();
  return text.replace(misreadRuns, (run) => {
    if (ordinary.test(run) || !looksMisread(run)) return run;
    for (const encoding of byteEncodings()) {
      const fixed = readAnew(run, encoding);
      if (fixed !== undefined) return fixed;
    }
    return run;
  });
}

const controlsAsWindows = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, (c) =>
    String.fromCharCode(windowsOfNumber.get(c.charCodeAt(0)) ?? c.charCodeAt(0)),
  );

function step(text: string): string {
  for (const encoding of byteEncodings()) {
    const fixed = readAnew(text, encoding);
    if (fixed !== undefined && fixed !== text) return fixed;
  }
  const fixed = rereadRuns(text);
  return fixed === text ? controlsAsWindows(text) : fixed;
}

/** A text with misread UTF-8 repaired, or as it is if it does not look misread. */
export function repairEncoding(text: string): string {
  let now = text;
  while (looksMisread(now)) {
    const next = step(now);
    if (next === now) break;
    now = next;
  }
  return now;
}
