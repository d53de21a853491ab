// A network as a tree of modules: its parameters are a tree of the same shape, under the same names. A model
// file names its layers once, as its paper or reference implementation does, and uses the names in `apply`.
import * as is from '../tensor/arguments.ts';
import * as random from '../tensor/ops/random.ts';
import type { Tensor } from '../tensor/tensor.ts';

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

const initPartsArgs = is.signature('nn.initParts', ['parts', is.anything], ['key', is.key]);

/** Draws the parameters of every module of a tree, each from a key of its own. */
export function initParts<const T>(parts: T, key: Tensor): PartsParams<T> {
  initPartsArgs(parts, key);
  const walk = (part: unknown, k: Tensor): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (isModule(part)) return part.init(k);
    const names = Object.keys(part);
    if (names.length === 0) return Array.isArray(part) ? [] : {};
    const keys = random.split(k, names.length);
    const values = names.map((name, i) => walk((part as Record<string, unknown>)[name], keys[i]));
    return Array.isArray(part)
      ? values
      : Object.fromEntries(names.map((name, i) => [name, values[i]]));
  };
  return walk(parts, key) as PartsParams<T>;
}
