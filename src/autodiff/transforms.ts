// The transforms a user meets: gradients, products with Jacobians and Hessians, over trees of tensors,
// nested to any order. All of them are the one tape walk of backward.ts; forward mode is two reverse
// passes, because u -> vjp(u) is linear and its own vjp is the Jacobian-vector product.
import * as is from '../tensor/arguments.ts';
import { GradientError } from '../tensor/errors.ts';
import { mul } from '../tensor/ops/arithmetic.ts';
import { full, onesLike, placeholder, tensor, zerosLike } from '../tensor/ops/create.ts';
import { stack } from '../tensor/ops/index.ts';
import { sum } from '../tensor/ops/reduce.ts';
import { reshape } from '../tensor/ops/views.ts';
import { collectPrints } from '../tensor/prints.ts';
import { Tensor } from '../tensor/tensor.ts';
import { keepTape, transform } from '../tensor/transform-depth.ts';
import { leaves, leavesLike, map } from '../tensor/tree.ts';
import { describe } from '../tensor/tree-errors.ts';
import {
  checkFunction,
  checkSync,
  differentiable,
  directions,
  lossOf,
  noOptions,
} from './arguments.ts';
import { backward, cotangents, walks } from './backward.ts';
import { checkFloatPath, dependents } from './dependents.ts';
import { alias } from './identity.ts';

/** A function of a first tree argument that is differentiated, and others that are not. */
type Fn<P, A extends unknown[], R> = (params: P, ...args: A) => R;

// A node of its own for each leaf; errors name it by its path if it has no label.
function fresh<P>(name: string, tree: P): { tree: P; nodes: Tensor[] } {
  differentiable(name, tree);
  const nodes: Tensor[] = [];
  const out = map(tree, (leaf, path) => {
    const t = alias(leaf);
    if (path) t.label ??= path;
    nodes.push(t);
    return t;
  });
  return { tree: out as P, nodes };
}

const rebuild = <P>(tree: P, values: readonly Tensor[]): P => {
  let i = 0;
  return map(tree, () => values[i++]) as P;
};

const valueAndGradArgs = is.signature(
  'valueAndGrad',
  ['f', is.func],
  ['options', is.options({ hasAux: is.optional(is.boolean) })],
);

/**
 * The value and the gradient with respect to the first argument. With `hasAux` the function returns
 * `[loss, aux]` and the result is `[[loss, aux], gradient]`. Integer leaves get zeros.
 */
export function valueAndGrad<P, A extends unknown[], X>(
  f: Fn<P, A, readonly [Tensor, X]>,
  options: { hasAux: true },
): Fn<P, A, [readonly [Tensor, X], P]>;
export function valueAndGrad<P, A extends unknown[]>(
  f: Fn<P, A, Tensor>,
  options?: { hasAux?: false },
): Fn<P, A, [Tensor, P]>;
export function valueAndGrad<P, A extends unknown[]>(
  f: Fn<P, A, unknown>,
  options: { hasAux?: boolean } = {},
): Fn<P, A, [unknown, P]> {
  checkFunction('valueAndGrad', f);
  valueAndGradArgs(f, options);
  return gradientOf('valueAndGrad', f, options.hasAux ?? false);
}

function gradientOf<P, A extends unknown[]>(
  name: string,
  f: Fn<P, A, unknown>,
  hasAux: boolean,
): Fn<P, A, [unknown, P]> {
  checkFunction(name, f);
  return (params, ...args) =>
    transform(() => {
      const { tree, nodes } = fresh(name, params);
      const before = walks();
      const value = f(tree, ...args);
      const loss = lossOf(name, value, hasAux);
      // the derivative of a derivative may well be zero everywhere (that of a ReLU's)
      const first = walks() === before;
      const cts = cotangents([loss], [onesLike(loss)], nodes);
      if (first && !cts.some((ct) => ct)) checkFloatPath(name, loss, nodes);
      return [
        value,
        rebuild(
          params,
          cts.map((ct, i) => ct ?? zerosLike(nodes[i])),
        ),
      ];
    });
}

/** The gradient of a scalar function with respect to its first argument (a tree). */
export function grad<P, A extends unknown[]>(f: Fn<P, A, Tensor>, none?: undefined): Fn<P, A, P> {
  noOptions(
    'grad',
    none,
    'it differentiates the first argument; valueAndGrad(f, { hasAux: true }) takes [loss, aux]',
  );
  const both = gradientOf('grad', f, false);
  return (params, ...args) => both(params, ...args)[1];
}

// Outputs of a function that is differentiated, beside the tree that they stand in.
function outputsOf<P, R>(name: string, f: (x: P) => R, x: P): { value: R; outs: Tensor[] } {
  const value = f(x);
  checkSync(name, value);
  const outs = leaves(value, `${name}: what the function returned`);
  // an integer argument, given back as it is; other integers come of operations that say why
  const [own] = leaves(x, name).filter((leaf) => outs.includes(leaf));
  if (own && !outs.some((out) => out.isFloat)) {
    throw new GradientError(
      `${name}: the function returned ${own}, and integers have no derivative`,
    );
  }
  return { value, outs };
}

/**
 * The value of `f` and the function that pulls a cotangent (a tree like the value) back to inputs.
 * @throws TreeError, ShapeError, GradientError where a cotangent does not fit its output
 */
export function vjp<P, R>(f: (x: P) => R, x: P): [R, (ct: R) => P] {
  checkFunction('vjp', f);
  return transform(() => {
    const { tree, nodes } = fresh('vjp', x);
    const { value, outs } = outputsOf('vjp', f, tree);
    // the value may be read before `pull` is called, which would cut the tape
    keepTape(dependents(outs, new Set(nodes)));
    const pull = (ct: R): P => {
      const cts = directions('vjp: the cotangent', ct, value);
      return rebuild(
        x,
        transform(() => backward(outs, cts, nodes)),
      );
    };
    return [rebuild(value, outs.map(alias)), pull];
  });
}

/**
 * The value of `f` and the derivative of its value in the direction `v` (a tree like `x`).
 * @throws TreeError, ShapeError, GradientError where `v` does not fit `x`
 */
export function jvp<P, R>(f: (x: P) => R, x: P, v: P): [R, R] {
  checkFunction('jvp', f);
  return transform(() => {
    const { tree, nodes } = fresh('jvp', x);
    const along = directions('jvp: the direction v', v, x);
    const { value, outs } = outputsOf('jvp', f, tree);
    // u stands for a cotangent; nothing reads it, for vjp is linear in it
    const us = outs.map((o) => placeholder(o, 'cotangent'));
    const { result: pulled } = collectPrints(() => backward(outs, us, nodes)); // of no value
    const tangents = backward(pulled, along, us);
    return [value, rebuild(value, tangents)];
  });
}

/**
 * Hessian of a scalar function times a vector: the derivative of grad f in the direction `v`.
 * @throws TreeError, ShapeError, GradientError where `v` does not fit `x`
 */
export function hvp<P>(f: (x: P) => Tensor, x: P, v: P): P {
  checkFunction('hvp', f);
  return transform(() => {
    const { tree, nodes } = fresh('hvp', x);
    const along = directions('hvp: the direction v', v, x);
    const loss = lossOf('hvp', f(tree));
    const first = backward([loss], [onesLike(loss)], nodes);
    return rebuild(x, backward(first, along, nodes));
  });
}

const basis = (t: Tensor, i: number): Tensor => {
  const flat = new Float32Array(t.size);
  flat[i] = 1;
  return tensor(flat, { shape: t.shape, dtype: t.dtype });
};

/** All derivatives of one tensor by another: shape `[...output, ...input]`. One vjp per output element. */
export function jacobian(f: (x: Tensor) => Tensor): (x: Tensor) => Tensor {
  return jacobianOf('jacobian', f);
}

function jacobianOf(name: string, f: (x: Tensor) => Tensor): (x: Tensor) => Tensor {
  checkFunction(name, f);
  return (x) =>
    transform(() => {
      if (!(x instanceof Tensor)) {
        throw new GradientError(`${name}: the argument x must be a tensor, not ${describe(x)}`);
      }
      const input = alias(x);
      const out = f(input);
      checkSync(name, out);
      if (!(out instanceof Tensor)) {
        throw new GradientError(`${name}: the function must return a tensor, not ${describe(out)}`);
      }
      const rows = Array.from(
        { length: out.size },
        (_, i) => backward([out], [basis(out, i)], [input])[0],
      );
      if (rows.length === 0) return zerosLike(reshape(x, [0]));
      return reshape(stack(rows), [...out.shape, ...x.shape]);
    });
}

/** Second derivatives of a scalar function of one tensor: shape `[...input, ...input]`. */
export function hessian(f: (x: Tensor) => Tensor): (x: Tensor) => Tensor {
  checkFunction('hessian', f);
  const slope = gradientOf('hessian', f, false);
  return jacobianOf('hessian', (x) => slope(x)[1]);
}

/** sum of a*b over all leaves of two trees. @throws TreeError if their structures differ */
export function treeDot(a: unknown, b: unknown): Tensor {
  const others = leavesLike(a, b, 'treeDot: the second tree');
  const parts = leaves(a).map((t, i) => sum(mul(t, others[i])));
  if (parts.length === 0) return full([], 0);
  return sum(stack(parts));
}
