// JSON of strangers: the only way in. A text is bounded in length and in depth (so that nothing that walks
// its value can run out of stack), an object names a key once (`JSON.parse` keeps the last in silence, so a
// file could say one thing to one reader and another to the next), and no key is `__proto__`, which copies of
// an object would take for something else. What a value must look like is said with json-shape.ts.
import { FileError } from '../tensor/errors.ts';
import { printable, quote } from '../tensor/quote.ts';

/** Levels of objects and lists within each other. */
export const deepestJson = 64;
/** Characters of a text; headers of weights have a limit of their own. */
export const longestJson = 2 ** 24;

const codes = (signs: string): number[] => [...signs].map((c) => c.charCodeAt(0));
const [quoteSign, openObject, openList, closeObject, closeList, colon] = codes('"{[}]:');

// Position of the quote that ends the string that begins at `start`; the text's length if none does.
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/** Whether a text, JSON or not, nests deeper than `most`. */
function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === quoteSign) at = stringEnd(text, at);
    else if (sign === openObject || sign === openList) {
      if (++depth > most) return true;
    } else if (sign === closeObject || sign === closeList) depth--;
  }
  return false;
}

/** What is wrong with the keys of a valid JSON text, or undefined. */
function keyFault(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = []; // keys of the objects around, undefined for lists
  let last = [0, 0]; // where the string before a colon stands
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === quoteSign) {
      const end = stringEnd(text, at);
      last = [at, end + 1];
      at = end;
    } else if (sign === openObject) open.push(new Set());
    else if (sign === openList) open.push(undefined);
    else if (sign === closeObject || sign === closeList) open.pop();
    else if (sign === colon) {
      const key = JSON.parse(text.slice(last[0], last[1])) as string;
      if (key === '__proto__') return 'has a key "__proto__"';
      const keys = open.at(-1);
      if (keys?.has(key)) return `names ${quote(key)} twice`;
      keys?.add(key);
    }
  }
  return undefined;
}

/**
 * The value of a JSON text. `source` names it in errors.
 * @throws FileError if it is not JSON, too long or too deep, or names a key twice or `__proto__`
 */
export function parseJson(text: string, source: string, longest = longestJson): unknown {
  const fail = (fault: string): never => {
    throw new FileError(`${source}: ${fault}`);
  };
  if (text.length > longest) fail(`${text.length} characters of JSON, more than ${longest}`);
  if (isDeeper(text, deepestJson)) fail(`nests more than ${deepestJson} levels deep`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fail(`not JSON (${printable((error as Error).message, 120)})`);
  }
  const fault = keyFault(text);
  return fault === undefined ? value : fail(fault);
}

/** The content of a JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** True for objects that are no lists. */
export const isJsonObject = (x: unknown): x is Json =>
  typeof x === 'object' && x !== null && !Array.isArray(x);

/** As {@link parseJson}, of a text that must be an object. @throws FileError */
export function parseJsonObject(text: string, source: string, longest = longestJson): Json {
  const value = parseJson(text, source, longest);
  if (isJsonObject(value)) return value;
  throw new FileError(`${source}: not a JSON object`);
}
