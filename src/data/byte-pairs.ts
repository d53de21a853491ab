// Byte-pair encoding over bytes (Sennrich et al. 2016, arXiv:1508.07909; over bytes: Radford et al. 2019,
// GPT-2). A word is the symbols of its UTF-8 bytes, the last one marked as the end of a word; the
// pair that was learned first is merged wherever it stands, again and again, until no pair is known.
import { FileError } from '../tensor/errors.ts';

/** The mark on the last symbol of a word. */
export const wordEnd = '</w>';

// Bytes as printable characters: visible Latin-1 characters stand for themselves, the others for 256 + n.
const printable = (b: number): boolean => (b > 32 && b < 127) || (b > 160 && b !== 173 && b < 256);
const bytes = Array.from({ length: 256 }, (_, b) => b);
const shown = bytes.filter(printable);
const hidden = bytes.filter((b) => !printable(b));
/** The bytes in the order of the vocabulary, and the character of each. */
const alphabet: readonly (readonly [byte: number, character: string])[] = [
  ...shown.map((b) => [b, String.fromCharCode(b)] as const),
  ...hidden.map((b, n) => [b, String.fromCharCode(256 + n)] as const),
];
const byteOfCharacter = new Map(alphabet.map(([byte, character]) => [character, byte]));
const placeOfByte = new Map(alphabet.map(([byte], place) => [byte, place]));

/** Symbols and merges, ready to encode words. */
export interface BytePairs {
  /** Every symbol: 256 bytes, 256 with the mark of a word's end, then one a merge. */
  readonly symbols: readonly string[];
  /** A word (not empty) as places in `symbols`. */
  encode(word: string): number[];
}

// pairs of symbols as one number
const stride = 2 ** 26;

/**
 * The encoder of a list of merges "left right", the first learned first. `source` names it in errors.
 * @throws FileError naming the line that is no merge or joins symbols that do not exist yet
 */
export function bytePairs(merges: readonly string[], source: string): BytePairs {
  const symbols = alphabet.map(([, character]) => character);
  symbols.push(...symbols.map((character) => character + wordEnd));
  const places = new Map(symbols.map((symbol, place) => [symbol, place]));
  const ranks = new Map<number, number>();
  const results = new Int32Array(merges.length);
  for (const [rank, line] of merges.entries()) {
    const [left, right, more] = line.split(' ');
    const [l, r] = [places.get(left), places.get(right ?? '')];
    if (l === undefined || r === undefined || more !== undefined) {
      throw new FileError(`${source}: merge ${rank} is ${JSON.stringify(line)}, not two symbols`);
    }
    const joined = left + right;
    let place = places.get(joined);
    if (place === undefined) {
      place = symbols.length;
      symbols.push(joined);
      places.set(joined, place);
    }
    results[rank] = place;
    if (!ranks.has(l * stride + r)) ranks.set(l * stride + r, rank);
  }

  const utf8 = new TextEncoder();
  const encode = (word: string): number[] => {
    let parts = Array.from(utf8.encode(word), (byte) => placeOfByte.get(byte) as number);
    parts[parts.length - 1] += 256;
    while (parts.length > 1) {
      let best = Number.POSITIVE_INFINITY;
      for (let i = 1; i < parts.length; i++) {
        best = Math.min(best, ranks.get(parts[i - 1] * stride + parts[i]) ?? best);
      }
      if (best === Number.POSITIVE_INFINITY) break;
      const next: number[] = [];
      for (let i = 0; i < parts.length; i++) {
        const merge = i + 1 < parts.length && ranks.get(parts[i] * stride + parts[i + 1]) === best;
        next.push(merge ? results[best] : parts[i]);
        if (merge) i++;
      }
      parts = next;
    }
    return parts;
  };
  return { symbols, encode };
}

/** The text of symbols in a row; bytes that are no UTF-8 become U+FFFD, marks of word ends spaces. */
export function textOfSymbols(symbols: readonly string[]): string {
  const out = Array.from(symbols.join(''), (c) => byteOfCharacter.get(c) ?? 0x3f);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(out));
  return text.replaceAll(wordEnd, ' ');
}
