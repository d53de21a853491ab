// The transforms a user meets: gradients, products with Jacobians and Hessians, over trees of tensors,
// nested to any order. All of them are the one tape walk of backward.ts; forward mode is two reverse
// passes, because u -> vjp(u) is linear and its own vjp is the Jacobian-vector product.
import { GradientError, ShapeError } from '../tensor/errors.ts';
import { mul } from '../tensor/ops/arithmetic.ts';
import { full, onesLike, placeholder, tensor, zerosLike } from '../tensor/ops/create.ts';
import { stack } from '../tensor/ops/index.ts';
import { sum } from '../tensor/ops/reduce.ts';
import { reshape } from '../tensor/ops/views.ts';
import { sameShape } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';
import { keepTape, transform } from '../tensor/transform-depth.ts';
import { leaves, map } from '../tensor/tree.ts';
import { backward, dependents } from './backward.ts';
import { alias } from './identity.ts';

/** A function of a first tree argument that is differentiated, and others that are not. */
type Fn<P, A extends unknown[], R> = (params: P, ...args: A) => R;

function fresh<P>(tree: P): { tree: P; nodes: Tensor[] } {
  const nodes: Tensor[] = [];
  const out = map(tree, (leaf) => {
    const t = alias(leaf);
    nodes.push(t);
    return t;
  });
  return { tree: out as P, nodes };
}

const rebuild = <P>(tree: P, values: readonly Tensor[]): P => {
  let i = 0;
  return map(tree, () => values[i++]) as P;
};

function lossOf(value: unknown, hasAux: boolean): Tensor {
  const loss = hasAux ? (value as readonly unknown[])[0] : value;
  if (!(loss instanceof Tensor)) {
    throw new GradientError(
      `grad: the function must return a scalar tensor${hasAux ? ' and auxiliary values' : ''}, not ${
        Array.isArray(loss) ? 'an array' : typeof loss
      }${Array.isArray(loss) && !hasAux ? ' (pass { hasAux: true } for [loss, aux])' : ''}`,
    );
  }
  if (loss.size !== 1) {
    throw new ShapeError(`grad: the function must return a scalar, but returned ${loss}`);
  }
  if (!loss.isFloat) {
    const { name, nondifferentiable } = loss.op;
    throw new GradientError(
      `grad: the loss ${loss} (of ${name}) is not a floating-point tensor` +
        (nondifferentiable ? `: ${nondifferentiable}` : ''),
    );
  }
  return loss;
}

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
  return (params, ...args) =>
    transform(() => {
      const { tree, nodes } = fresh(params);
      const value = f(tree, ...args);
      const loss = lossOf(value, options.hasAux ?? false);
      return [value, rebuild(params, backward([loss], [onesLike(loss)], nodes))];
    });
}

/** The gradient of a scalar function with respect to its first argument (a tree). */
export function grad<P, A extends unknown[]>(f: Fn<P, A, Tensor>): Fn<P, A, P> {
  const both = valueAndGrad(f);
  return (params, ...args) => both(params, ...args)[1];
}

/** The value of `f` and the function that pulls a cotangent (a tree like the value) back to inputs. */
export function vjp<P, R>(f: (x: P) => R, x: P): [R, (ct: R) => P] {
  return transform(() => {
    const { tree, nodes } = fresh(x);
    const value = f(tree);
    const outs = leaves(value);
    // the value may be read before `pull` is called, which would cut the tape
    keepTape(dependents(outs, new Set(nodes)));
    const pull = (ct: R): P => {
      const cts = leaves(ct);
      cts.forEach((c, i) => {
        if (!outs[i] || !sameShape(c.shape, outs[i].shape)) {
          throw new ShapeError(`vjp: cotangent ${c} does not fit the output ${outs[i]}`);
        }
      });
      return rebuild(
        x,
        transform(() => backward(outs, cts, nodes)),
      );
    };
    return [rebuild(value, outs.map(alias)), pull];
  });
}

/** The value of `f` and the derivative of its value in the direction `v` (a tree like `x`). */
export function jvp<P, R>(f: (x: P) => R, x: P, v: P): [R, R] {
  return transform(() => {
    const { tree, nodes } = fresh(x);
    const value = f(tree);
    const outs = leaves(value);
    // u stands for a cotangent; nothing reads it, for vjp is linear in it
    const us = outs.map((o) => placeholder(o, 'cotangent'));
    const pulled = backward(outs, us, nodes);
    const tangents = backward(pulled, leaves(v), us);
    return [value, rebuild(value, tangents)];
  });
}

/** Hessian of a scalar function times a vector: the derivative of grad f in the direction `v`. */
export function hvp<P>(f: (x: P) => Tensor, x: P, v: P): P {
  return transform(() => {
    const { tree, nodes } = fresh(x);
    const loss = lossOf(f(tree), false);
    const first = backward([loss], [onesLike(loss)], nodes);
    return rebuild(x, backward(first, leaves(v), nodes));
  });
}

const basis = (t: Tensor, i: number): Tensor => {
  const flat = new Float32Array(t.size);
  flat[i] = 1;
  return tensor(flat, { shape: t.shape, dtype: t.dtype });
};

/** All derivatives of one tensor by another: shape `[...output, ...input]`. One vjp per output element. */
export function jacobian(f: (x: Tensor) => Tensor): (x: Tensor) => Tensor {
  return (x) =>
    transform(() => {
      const input = alias(x);
      const out = f(input);
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
  return jacobian((x) => grad(f)(x));
}

/** sum of a*b over all leaves of two trees. */
export function treeDot(a: unknown, b: unknown): Tensor {
  const others = leaves(b);
  const parts = leaves(a).map((t, i) => sum(mul(t, others[i])));
  if (parts.length === 0) return full([], 0);
  return sum(stack(parts));
}
