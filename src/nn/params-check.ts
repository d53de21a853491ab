// Whether parameters are those of the module that they are given to. Parameters are plain trees, so nothing
// but their structure and shapes says whose they are, and much goes well by chance: a missing bias would be
// left out, one of another width broadcast. So the module that a caller calls compares what it is given with
// what its `init` draws (of which only shapes are kept), once for each call from outside; modules inside of
// modules are part of that.

import { ShapeError, type WgradError } from '../tensor/errors.ts';
import * as random from '../tensor/ops/random.ts';
import { type Shape, sameShape } from '../tensor/shape.ts';
import { hooks, Tensor } from '../tensor/tensor.ts';
import { leavesLike, leavesWithPaths } from '../tensor/tree.ts';

/** The structure of drawn parameters: shapes in place of tensors. */
type Wanted =
  | { readonly shape: Shape }
  | { readonly keys: readonly string[]; readonly below: readonly Wanted[] }
  | undefined;

function wantedOf(x: unknown): Wanted {
  if (x instanceof Tensor) return { shape: x.shape };
  if (typeof x !== 'object' || x === null) return undefined;
  const tree = x as Record<string, unknown>;
  const keys = Object.keys(tree).filter((k) => typeof tree[k] === 'object' && tree[k] !== null);
  return { keys, below: keys.map((k) => wantedOf(tree[k])) };
}

// The fast answer; false may still be fine (keys without a value).
function fits(wanted: Wanted, x: unknown): boolean {
  if (wanted === undefined) return x === undefined || x === null || typeof x !== 'object';
  if ('shape' in wanted) return x instanceof Tensor && sameShape(x.shape, wanted.shape);
  if (typeof x !== 'object' || x === null || x instanceof Tensor) return false;
  const { keys, below } = wanted;
  let more = -keys.length;
  for (const _ in x) more++;
  if (more !== 0) return false;
  for (let i = 0; i < keys.length; i++) {
    if (!fits(below[i], (x as Record<string, unknown>)[keys[i]])) return false;
  }
  return true;
}

/** What a module's `init` draws. Of no value where it cannot be called with a key alone. */
function draw(init: (key: Tensor) => unknown): unknown {
  const { created } = hooks;
  hooks.created = undefined; // these nodes are no part of what `debugNaN` looks at
  try {
    return init(random.key(0));
  } catch {
    return undefined;
  } finally {
    hooks.created = created;
  }
}

const hint = 'parameters come from init(key) of the same module, or from a file of the same model';

function faultOf(name: string, drawn: unknown, params: unknown): WgradError | undefined {
  const what = `${name}: params`;
  let given: Tensor[];
  try {
    given = leavesLike(drawn, params, what);
  } catch (error) {
    (error as WgradError).message = (error as WgradError).message.replace(/(\n|$)/, `; ${hint}$1`);
    return error as WgradError;
  }
  for (const [i, [path, like]] of leavesWithPaths(drawn).entries()) {
    if (!sameShape(given[i].shape, like.shape)) {
      return new ShapeError(
        `${what} does not fit at '${path}': it has the tensor ${given[i]} where ${like} is expected; ${hint}`,
      );
    }
  }
  return undefined;
}

let inside = 0; // calls of modules that are at work

type Method = (params: unknown, ...inputs: unknown[]) => unknown;

/**
 * The module with `apply` (and `others`, functions whose first argument is the parameters too) refusing what
 * are not its parameters. @throws TreeError, ShapeError naming the module and the path
 */
export function checked<M extends { init(key: Tensor): unknown }>(
  name: string,
  module: M,
  ...others: readonly (keyof M & string)[]
): M {
  let wanted: Wanted;
  let known = false;
  const check = (params: unknown): void => {
    if (!known) {
      wanted = wantedOf(draw(module.init));
      known = true;
    }
    if (wanted === undefined || fits(wanted, params)) return;
    const fault = faultOf(name, draw(module.init), params);
    if (fault) throw fault;
  };
  const guarded = (f: Method): Method => {
    return (params, ...inputs) => {
      if (inside === 0) check(params);
      inside++;
      try {
        return f(params, ...inputs);
      } finally {
        inside--;
      }
    };
  };
  const methods = ['apply', ...others].map((k) => [
    k,
    guarded((module as Record<string, unknown>)[k] as Method),
  ]);
  return { ...module, ...Object.fromEntries(methods) };
}
