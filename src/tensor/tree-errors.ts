// What is wrong with something that was given as a tree: found again with its path once a walk has met it,
// so that the walks themselves stay short and fast.
import { classOf, isPlain } from './describe.ts';
import { TreeError } from './errors.ts';
import { Tensor } from './tensor.ts';

/** Trees may be this deep; deeper ones are cyclic or a mistake, and would overflow the stack. */
export const maxDepth = 1000;

const advice =
  'a tree is made of plain objects and arrays with tensors in them (strings, booleans, null and undefined ' +
  'stay as they are)';

/** `a Map`, `an array`, `a number (3)`, `f32[2]`: what something is, for people. */
export function describe(x: unknown): string {
  if (x instanceof Tensor) return `the tensor ${x}`;
  if (x === null || x === undefined) return String(x);
  if (Array.isArray(x)) return `an array of ${x.length}`;
  if (typeof x === 'string') return `a string (${JSON.stringify(x.slice(0, 40))})`;
  if (typeof x === 'function') return `a function${x.name ? ` (${x.name.slice(0, 40)})` : ''}`;
  if (typeof x !== 'object') return `a ${typeof x} (${String(x).slice(0, 40)})`;
  return isPlain(x) ? 'an object' : classOf(x);
}

function remedy(x: object): string {
  if (x instanceof Promise)
    return 'await it first; a function that is differentiated or traced cannot wait';
  if (ArrayBuffer.isView(x)) return 'make a tensor of it: tensor(values)';
  if (x instanceof Map) return 'make a plain object of it: Object.fromEntries(map)';
  if (x instanceof Set) return 'make an array of it: [...set]';
  if (x.constructor?.name === 'Tensor') return 'it is a tensor of another copy of wgrad';
  return 'take a plain object or array with the tensors in it';
}

// The way to `wanted` (by identity), or to a container that contains itself; undefined if there is none.
function pathTo(tree: unknown, wanted: object | undefined): string[] | undefined {
  const above = new Set<object>();
  const path: string[] = [];
  const search = (x: unknown): boolean => {
    if (typeof x !== 'object' || x === null || x instanceof Tensor) return false;
    if (wanted ? x === wanted : above.has(x)) return true;
    if (path.length > maxDepth || !(Array.isArray(x) || isPlain(x))) return false;
    above.add(x);
    for (const [k, v] of Object.entries(x)) {
      path.push(k);
      if (search(v)) return true;
      path.pop();
    }
    above.delete(x);
    return false;
  };
  return search(tree) ? path : undefined;
}

// Long paths lose their middle.
const show = (path: readonly string[]): string => {
  const text = path.join('.');
  return text.length <= 120 ? text : `${text.slice(0, 60)} ... ${text.slice(-40)}`;
};

/** The error of a walk through `tree` that met `x`, which is neither a container nor a leaf. */
export function notATree(tree: unknown, x: object, what: string): TreeError {
  const path = pathTo(tree, x) ?? [];
  const place =
    path.length > 0 ? `${what} has ${describe(x)} at '${show(path)}'` : `${what} is ${describe(x)}`;
  return new TreeError(`${place}; ${advice}: ${remedy(x)}`);
}

/** The error of a walk that went deeper than `maxDepth`. */
export function tooDeep(tree: unknown, what: string): TreeError {
  const cycle = pathTo(tree, undefined);
  return new TreeError(
    cycle
      ? `${what} contains itself at '${show(cycle)}'; ${advice}, and no part of it is above itself`
      : `${what} is nested more than ${maxDepth} levels deep; ${advice}`,
  );
}

/** The error of trees that should have one structure and differ at `path`. */
export function notAlike(what: string, path: string, found: unknown, wanted: unknown): TreeError {
  const where = path ? ` at '${path}'` : '';
  const missing = found === undefined ? 'nothing' : describe(found);
  return new TreeError(
    `${what} does not fit${where}: it has ${missing} where ${describe(wanted)} is expected`,
  );
}
