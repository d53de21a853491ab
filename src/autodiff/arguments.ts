// What the transforms ask of the functions and trees that they are given, and what they say otherwise.
import * as is from '../tensor/arguments.ts';
import { GradientError, ShapeError, TreeError, WgradError } from '../tensor/errors.ts';
import { sameShape } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';
import { leaves, leavesLike } from '../tensor/tree.ts';
import { describe } from '../tensor/tree-errors.ts';

/** Nothing: there is no such argument. */
export const none = is.kind('nothing', (v) => v === undefined);

// What the transforms take. They look at their arguments themselves (`checkFunction` and what follows), since
// their errors are of kinds of their own; a test holds them to this.
const [f, x] = [['f', is.func] as const, ['x', is.tree] as const];
is.signature('grad', f, ['options', none]);
is.signature('vjp', f, x);
is.signature('jvp', f, x, ['v', is.tree]);
is.signature('hvp', f, x, ['v', is.tree]);
is.signature('jacobian', f);
is.signature('hessian', f);
is.signature('treeDot', ['a', is.tree], ['b', is.tree]);
is.signature('customVjp', f, ['rule', is.func]);
is.signature('checkpoint', f, ['options', none]);
is.signature('scope', f, ['options', none]);

/** @throws GradientError unless `f` can be called */
export function checkFunction(name: string, f: unknown): void {
  if (typeof f !== 'function') {
    throw new GradientError(`${name}: the first argument must be a function, not ${describe(f)}`);
  }
}

/** @throws WgradError if options are given to a function that has none; `hint` says what to write */
export function noOptions(fn: string, given: unknown, hint: string): void {
  if (typeof given !== 'object' || given === null) return;
  const names = Object.keys(given).map((k) => `"${k}"`);
  throw new WgradError(
    `${fn}: has no options, but was given ${names.join(', ') || 'some'}; ${hint}`,
  );
}

/** @throws WgradError if what a function returned is a promise: values cannot be waited for inside */
export function checkSync(name: string, result: unknown): void {
  if (typeof (result as { then?: unknown } | null | undefined)?.then !== 'function') return;
  (result as Promise<unknown>).then(undefined, () => {}); // what it fails with follows from this error
  throw new WgradError(
    `${name}: the function is asynchronous; it runs once to record its operations and cannot wait. ` +
      'Return tensors from a plain function, and await their values outside',
  );
}

/**
 * The leaves of an argument that is differentiated.
 * @throws TreeError if it is no tree, or holds numbers, whose gradient would be the numbers themselves
 */
export function differentiable(name: string, tree: unknown): Tensor[] {
  const what = `${name}: the argument to differentiate`;
  const found = leaves(tree, what);
  const number = firstNumber(tree, '');
  if (number) {
    throw new TreeError(
      `${what} has ${describe(number.value)}${number.path && ` at '${number.path}'`}: only tensors have ` +
        `gradients; write tensor(...) for values, and give constants as further arguments`,
    );
  }
  if (found.length === 0 && (typeof tree !== 'object' || tree === null)) {
    throw new TreeError(`${what} is ${describe(tree)}: it holds no tensor`);
  }
  return found;
}

function firstNumber(x: unknown, path: string): { path: string; value: unknown } | undefined {
  if (typeof x === 'number' || typeof x === 'bigint') return { path, value: x };
  if (typeof x !== 'object' || x === null || x instanceof Tensor) return undefined;
  for (const [k, v] of Object.entries(x)) {
    const found = firstNumber(v, path ? `${path}.${k}` : k);
    if (found) return found;
  }
  return undefined;
}

/**
 * Leaves of a tree of directions or cotangents, in the order of `like`.
 * @throws TreeError, ShapeError, GradientError where structure, shape or dtype differ
 */
export function directions(what: string, tree: unknown, like: unknown): Tensor[] {
  const wanted = leaves(like);
  const found = leavesLike(like, tree, what);
  found.forEach((t, i) => {
    if (!sameShape(t.shape, wanted[i].shape)) {
      throw new ShapeError(`${what}: ${t} does not have the shape of ${wanted[i]}`);
    }
    if (wanted[i].isFloat && t.dtype !== wanted[i].dtype && !t.weak) {
      throw new GradientError(
        `${what}: ${t} does not have the dtype of ${wanted[i]}; write cast(x, '${wanted[i].dtype}')`,
      );
    }
  });
  return found;
}

/** The scalar that a loss function returned (with auxiliary values beside it: the first of a pair). */
export function lossOf(name: string, value: unknown, hasAux = false): Tensor {
  checkSync(name, value);
  const loss = hasAux ? (value as readonly unknown[] | null | undefined)?.[0] : value;
  if (!(loss instanceof Tensor)) {
    checkSync(name, loss);
    throw new GradientError(
      `${name}: the function must return a scalar tensor${hasAux ? ' and auxiliary values' : ''}, not ${
        Array.isArray(loss) ? 'an array' : describe(loss)
      }${Array.isArray(loss) && !hasAux ? ' (pass { hasAux: true } for [loss, aux])' : ''}`,
    );
  }
  if (loss.size !== 1) {
    throw new ShapeError(`${name}: the function must return a scalar, but returned ${loss}`);
  }
  if (!loss.isFloat) {
    const { name: op, nondifferentiable } = loss.op;
    throw new GradientError(
      `${name}: the loss ${loss} (of ${op}) is not a floating-point tensor` +
        (nondifferentiable ? `: ${nondifferentiable}` : ''),
    );
  }
  return loss;
}
