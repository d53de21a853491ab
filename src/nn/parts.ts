// A network as a tree of modules: its parameters are a tree of the same shape, under the same names. A model
// file names its layers once, as its paper or reference implementation does, and uses the names in `apply`.
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import * as random from '../tensor/ops/random.ts';
import { Tensor } from '../tensor/tensor.ts';

/** Something that draws parameters: any module, whatever its inputs. */
interface Drawn<P> {
  init(key: Tensor): P;
}

/** Nested lists and records of modules; undefined where a configuration leaves one out. */
export type Parts =
  | Drawn<unknown>
  | undefined
  | readonly Parts[]
  | { readonly [name: string]: Parts };

/** The parameters of a tree of modules: the same tree with each module's parameters in its place. */
export type PartsParams<T> =
  T extends Drawn<infer P>
    ? P
    : T extends readonly unknown[]
      ? { [K in keyof T]: PartsParams<T[K]> }
      : T extends object
        ? { [K in keyof T]: PartsParams<T[K]> }
        : T;

const isModule = (x: object): x is Drawn<unknown> =>
  typeof (x as Partial<Drawn<unknown>>).init === 'function';

/** A key that is split among the parts below, or the key of each of them in their order. */
export type PartKeys = Tensor | readonly PartKeys[];

const initPartsArgs = is.signature(
  'nn.initParts',
  ['parts', is.anything],
  ['key', is.either(is.key, is.list(is.anything))],
);

/**
 * Draws the parameters of every module of a tree, each from a key of its own. A list in the place of a key
 * says which keys the parts of that place have; the others are split from theirs.
 * @throws ShapeError if such a list has not a key for each part
 */
export function initParts<const T>(parts: T, key: PartKeys): PartsParams<T> {
  initPartsArgs(parts, key);
  const walk = (part: unknown, k: PartKeys): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (isModule(part)) return part.init(k as Tensor);
    const names = Object.keys(part);
    if (names.length === 0) return Array.isArray(part) ? [] : {};
    const keys = k instanceof Tensor ? random.splitKey(k, names.length) : k;
    if (keys.length !== names.length) {
      throw new ShapeError(
        `initParts: ${keys.length} ${keys.length === 1 ? 'key' : 'keys'} for the ${names.length} parts ${names.join(', ')}`,
      );
    }
    const values = names.map((name, i) => walk((part as Record<string, unknown>)[name], keys[i]));
    return Array.isArray(part)
      ? values
      : Object.fromEntries(names.map((name, i) => [name, values[i]]));
  };
  return walk(parts, key) as PartsParams<T>;
}
