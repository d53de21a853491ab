// The encodings whose mix-ups with UTF-8 are repaired: one-byte encodings, in which each byte stands for a
// character, and UTF-8 with the variants that exist in the wild. Tables are the platform's own
// (Encoding Standard, 9), made when they are first needed.
import { windowsOfNumber } from './html.ts';

/** A one-byte encoding. */
export interface ByteEncoding {
  readonly name: string;
  /** The byte of each character that has one. */
  readonly bytes: ReadonlyMap<string, number>;
  /** The characters of bytes 0x80 .. 0xff. */
  readonly upper: readonly string[];
  /** Whether all 256 bytes stand for a character, so that text never fails to be decoded. */
  readonly sloppy: boolean;
}

// The characters of the IBM PC, which the platform does not know.
const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const upperBytes = Array.from({ length: 128 }, (_, i) => 128 + i);

// A byte without a character stands for the control character of its number, as in old programs.
function decoded(label: string): string[] {
  const decoder = new TextDecoder(label);
  return upperBytes.map((byte) => {
    const c = decoder.decode(Uint8Array.of(byte));
    return c === '\ufffd' ? String.fromCharCode(byte) : c;
  });
}

// the platform may take this label for Latin-1
const windows1252 = upperBytes.map((byte) =>
  String.fromCharCode(windowsOfNumber.get(byte) ?? byte),
);

// In the order in which they are tried: the commonest first.
const sources: readonly (readonly [name: string, upper: () => string[], sloppy: boolean])[] = [
  ['latin-1', () => upperBytes.map((byte) => String.fromCharCode(byte)), false],
  ['windows-1252', () => windows1252, true],
  ['windows-1251', () => decoded('windows-1251'), true],
  ['windows-1250', () => decoded('windows-1250'), true],
  ['windows-1253', () => decoded('windows-1253'), true],
  ['windows-1254', () => decoded('windows-1254'), true],
  ['windows-1257', () => decoded('windows-1257'), true],
  ['iso-8859-2', () => decoded('iso-8859-2'), false],
  ['macintosh', () => decoded('macintosh'), false],
  ['cp437', () => [...cp437], false],
];

let made: readonly ByteEncoding[] | undefined;

/** The one-byte encodings in the order in which they are tried. */
export function byteEncodings(): readonly ByteEncoding[] {
  made ??= sources.map(([name, characters, sloppy]) => {
    const upper = characters();
    const bytes = new Map<string, number>();
    for (let b = 0; b < 128; b++) bytes.set(String.fromCharCode(b), b);
    for (const [i, c] of upper.entries()) bytes.set(c, 128 + i);
    return { name, bytes, upper, sloppy };
  });
  return made;
}

/** Stands, in a string of bytes, for a byte that was lost. */
export const lost = '\ufffd';

/**
 * The bytes of a text as characters U+0000 .. U+00FF, or undefined if the encoding lacks one of its
 * characters. In a sloppy encoding U+FFFD is a {@link lost} byte.
 */
export function encodeBytes(text: string, { bytes, sloppy }: ByteEncoding): string | undefined {
  let out = '';
  for (const c of text) {
    const byte = bytes.get(c);
    if (byte !== undefined) out += String.fromCharCode(byte);
    else if (c === lost && sloppy) out += lost;
    else return undefined;
  }
  return out;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const surrogate = (high: number, low: number): string =>
  String.fromCodePoint(0xd000 | ((high & 63) << 6) | (low & 63));

/**
 * Text of UTF-8 (bytes as characters U+0000 .. U+00FF), or undefined if it is none. Characters beyond
 * U+FFFF may be written as two surrogates of three bytes each (CESU-8), and U+0000 as c0 80 (Java).
 */
export function decodeUtf8(bytes: string): string | undefined {
  const plain = bytes
    .replace(/\xed([\xa0-\xaf])([\x80-\xbf])\xed([\xb0-\xbf])([\x80-\xbf])/g, (_, ...four) => {
      const [a, b, c, d] = four.map((byte) => String(byte).charCodeAt(0));
      const utf8 = new TextEncoder().encode(surrogate(a, b) + surrogate(c, d));
      return String.fromCharCode(...utf8);
    })
    .replace(/\xc0\x80/g, '\0');
  try {
    return strictUtf8.decode(Uint8Array.from(plain, (c) => c.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
