// Byte-pair encoding over bytes (Sennrich et al. 2016, arXiv:1508.07909; over bytes: Radford et al. 2019,
// GPT-2). A word is the symbols of its UTF-8 bytes, the last one marked as the end of a word; the
// pair that was learned first is merged wherever it stands, again and again, until no pair is known.
// Known pairs wait in a heap and symbols stand in a linked list, so a word of n bytes takes n log n steps.
import { FileError } from '../tensor/errors.ts';
import { quote } from '../tensor/quote.ts';

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
const utf8 = new TextEncoder();
const byteOfCharacter = new Map(alphabet.map(([byte, character]) => [character, byte]));
const placeOfByte = new Map(alphabet.map(([byte], place) => [byte, place]));

/** The symbols of a word before any merge: one for each byte of UTF-8, the last with the mark of a word's end. */
export function byteSymbols(word: string): string[] {
  const symbols = Array.from(utf8.encode(word), (b) => alphabet[placeOfByte.get(b) as number][1]);
  if (symbols.length > 0) symbols[symbols.length - 1] += wordEnd;
  return symbols;
}

/** Symbols and merges, ready to encode words. */
export interface BytePairs {
  /** Every symbol: 256 bytes, 256 with the mark of a word's end, then one a merge. */
  readonly symbols: readonly string[];
  /** A word (not empty) as places in `symbols`. */
  encode(word: string): number[];
}

// pairs of symbols as one number
const stride = 2 ** 26;
// a rank and a place as one number, in the order of ranks and, among equals, of places
const places32 = 2 ** 32;
const mostMerges = 2 ** 20;

// The smallest of some numbers first.
function minHeap() {
  const heap: number[] = [];
  const push = (value: number): void => {
    let at = heap.push(value) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent] <= value) break;
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = value;
  };
  const pop = (): number => {
    const top = heap[0];
    const value = heap.pop() as number;
    const { length } = heap;
    if (length === 0) return top;
    let at = 0;
    for (let child = 1; child < length; child = 2 * at + 1) {
      if (child + 1 < length && heap[child + 1] < heap[child]) child++;
      if (heap[child] >= value) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = value;
    return top;
  };
  return { push, pop, first: () => heap[0], size: () => heap.length };
}

/**
 * The encoder of a list of merges "left right", the first learned first. `source` names it in errors.
 * @throws FileError naming the line that is no merge or joins symbols that do not exist yet
 */
export function bytePairs(merges: readonly string[], source: string): BytePairs {
  if (merges.length > mostMerges) {
    throw new FileError(`${source}: ${merges.length} merges, more than ${mostMerges}`);
  }
  const symbols = alphabet.map(([, character]) => character);
  symbols.push(...symbols.map((character) => character + wordEnd));
  const places = new Map(symbols.map((symbol, place) => [symbol, place]));
  const ranks = new Map<number, number>();
  const results = new Int32Array(merges.length);
  for (const [rank, line] of merges.entries()) {
    const [left, right, more] = line.split(' ');
    const [l, r] = [places.get(left), places.get(right ?? '')];
    if (l === undefined || r === undefined || more !== undefined) {
      throw new FileError(`${source}: merge ${rank} is ${quote(line)}, not two symbols`);
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

  const encode = (word: string): number[] => {
    const symbol = Int32Array.from(utf8.encode(word), (byte) => placeOfByte.get(byte) as number);
    const n = symbol.length;
    symbol[n - 1] += 256;
    // neighbours in the list; a symbol that was merged into the one before it is its own next
    const next = Int32Array.from(symbol, (_, i) => i + 1);
    const before = Int32Array.from(symbol, (_, i) => i - 1);
    const rankAt = (i: number): number | undefined =>
      next[i] < n ? ranks.get(symbol[i] * stride + symbol[next[i]]) : undefined;
    const known = minHeap();
    const announce = (i: number): void => {
      const rank = rankAt(i);
      if (rank !== undefined) known.push(rank * places32 + i);
    };
    for (let i = 0; i + 1 < n; i++) announce(i);
    while (known.size() > 0) {
      // every place of the pair, from the left, before any pair that arises thereby
      const rank = Math.floor(known.first() / places32);
      const merged: number[] = [];
      while (known.size() > 0 && Math.floor(known.first() / places32) === rank) {
        const i = known.pop() % places32;
        if (next[i] === i || rankAt(i) !== rank) continue;
        const gone = next[i];
        symbol[i] = results[rank];
        next[i] = next[gone];
        if (next[i] < n) before[next[i]] = i;
        next[gone] = gone;
        merged.push(i);
      }
      for (const i of merged) {
        announce(i);
        if (before[i] >= 0) announce(before[i]);
      }
    }
    const parts: number[] = [];
    for (let i = 0; i < n; i = next[i]) parts.push(symbol[i]);
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
