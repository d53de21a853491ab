// What a JSON value must look like, said once and checked with the path of what does not: numbers within
// bounds, texts, lists, objects without unknown keys.
import { FileError } from '../tensor/errors.ts';
import { quote } from '../tensor/quote.ts';
import { isJsonObject } from './json.ts';

/** Returns the value as T, or says where it is not one. */
export type JsonShape<T> = (value: unknown, path: string) => T;

const fail = (value: unknown, path: string, expected: string): never => {
  const given = value === undefined ? 'missing' : quote(value);
  throw new FileError(`${path || 'the value'} is ${given}; expected ${expected}`);
};

/** A number between two bounds (inclusive). */
export const number =
  (least: number, most: number): JsonShape<number> =>
  (value, path) =>
    typeof value === 'number' && value >= least && value <= most
      ? value
      : fail(value, path, `a number from ${least} to ${most}`);

/** A whole number between two bounds (inclusive). */
export const count =
  (least: number, most: number): JsonShape<number> =>
  (value, path) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
      ? (value as number)
      : fail(value, path, `a whole number from ${least} to ${most}`);

/** A text of at most so many characters. */
export const text =
  (most = 10_000): JsonShape<string> =>
  (value, path) =>
    typeof value === 'string' && value.length <= most
      ? value
      : fail(value, path, `a text of at most ${most} characters`);

/** True or false. */
export const flag: JsonShape<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : fail(value, path, 'true or false');

/** One of some words. */
export const oneOf =
  <T extends string | number>(...words: readonly T[]): JsonShape<T> =>
  (value, path) =>
    words.includes(value as T)
      ? (value as T)
      : fail(value, path, words.map((w) => quote(w)).join(' or '));

/** A list of so many things of one kind. */
export const list =
  <T>(of: JsonShape<T>, least = 0, most = 1000): JsonShape<readonly T[]> =>
  (value, path) =>
    Array.isArray(value) && value.length >= least && value.length <= most
      ? value.map((entry, i) => of(entry, `${path}[${i}]`))
      : fail(value, path, `a list of ${least} to ${most} entries`);

/** Two things of one kind. */
export const pair = <T>(of: JsonShape<T>): JsonShape<readonly [T, T]> =>
  list(of, 2, 2) as JsonShape<unknown> as JsonShape<readonly [T, T]>;

/** Anything, or nothing: notes for people. */
export const anything: JsonShape<unknown> = (value) => value;

/** What may be left out. */
export const optional =
  <T>(of: JsonShape<T>): JsonShape<T | undefined> =>
  (value, path) =>
    value === undefined ? undefined : of(value, path);

/** An object of these keys and no others. */
export const object =
  <T>(shapes: { readonly [K in keyof T]-?: JsonShape<T[K]> }): JsonShape<T> =>
  (value, path) => {
    if (!isJsonObject(value)) return fail(value, path, 'an object');
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(shapes, key));
    if (unknown !== undefined) {
      const known = Object.keys(shapes).join(', ');
      throw new FileError(
        `${path ? `${path}: ` : ''}there is no ${quote(unknown)}; there are ${known}`,
      );
    }
    const out: Record<string, unknown> = {};
    for (const [key, shape] of Object.entries<JsonShape<unknown>>(shapes)) {
      const given = Object.hasOwn(value, key) ? value[key] : undefined;
      const checked = shape(given, path ? `${path}.${key}` : key);
      if (checked !== undefined) out[key] = checked;
    }
    return out as T;
  };

/** A value of a shape. `source` names the file. @throws FileError with the path of what is not so */
export function shaped<T>(value: unknown, shape: JsonShape<T>, source: string): T {
  try {
    return shape(value, '');
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new FileError(`${source}: ${error.message.split('\n')[0]}`);
  }
}
