// Cases of the group `second_order`: Hessian-vector products, Jacobians, derivatives to the fourth order,
// gradient penalties and a step of MAML. Functions are Python expressions, as the manifest gives them;
// what is asked of them depends on the kind of case only.
import { grad, hvp, jacobian, jvp, vjp } from '../../../src/autodiff/transforms.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import type { Adapter, Golden, GoldenCase, Results } from '../contract.ts';
import { roleOf } from '../golden.ts';
import { expressionOf } from './expression.ts';

type Named = Record<string, Tensor>;
type Fn = (t: Named) => Tensor;

const mse = ops.meanSquaredError;
const { matmul, tanh, sum, mean, square } = ops;

// the manifest adds explanations before 'D = ' and after '#'
const functionOf = (c: GoldenCase): Fn =>
  expressionOf((c.function as string).split('D = ').at(-1)?.split('#')[0] ?? '');

const prefixed = (prefix: string, tree: Named): Named =>
  Object.fromEntries(Object.entries(tree).map(([k, t]) => [`${prefix}.${k}`, t]));

const pick = (tree: Named, names: readonly string[], prefix = ''): Named =>
  Object.fromEntries(names.map((k) => [k, tree[`${prefix}${k}`]]));

function hessianProduct(f: Fn, x: Named, v: Named): Results {
  const products = hvp(f, x, v);
  return {
    outputs: { value: f(x), ...prefixed('grad', grad(f)(x)), ...prefixed('hvp', products) },
  };
}

function jacobians(f: Fn, x: Named, vectors: Named): Results {
  const [value, pull] = vjp(f, x);
  const [, tangent] = jvp(f, x, pick(vectors, Object.keys(x), 'v.'));
  const full = Object.keys(x).map((k) => [k, jacobian((xk) => f({ ...x, [k]: xk }))(x[k])]);
  return {
    outputs: {
      value,
      jvp: tangent,
      ...prefixed('vjp', pull(vectors.u)),
      ...prefixed('jac', Object.fromEntries(full)),
    },
  };
}

// f is elementwise, so the derivative of its sum is its derivative
function derivatives(f: Fn, { x }: Named): Results {
  let d = (t: Tensor): Tensor => f({ x: t });
  const outputs: Named = { d0: d(x) };
  for (let k = 1; k <= 4; k++) {
    const before = d;
    d = grad((t: Tensor) => sum(before(t)));
    outputs[`d${k}`] = d(x);
  }
  return { outputs };
}

// mean over samples of (|d critic / d x| - 1)^2, the penalty of WGAN-GP
function gradientPenalty(critic: Fn, inputs: Named): Results {
  const slope = (t: Named): Tensor => grad((x: Tensor) => sum(critic({ ...t, x })))(t.x);
  const penalty = (t: Named): Tensor => {
    const g = slope(t);
    return mean(square(ops.sub(ops.norm(ops.reshape(g, [g.shape[0], -1]), 1), 1)));
  };
  const outputs = { critic: critic(inputs), input_grad: slope(inputs), penalty: penalty(inputs) };
  return { outputs, grads: grad(penalty)(inputs) };
}

function maml(c: GoldenCase, inputs: Named): Results {
  const model = (x: Tensor, p: Named): Tensor => tanh(ops.add(matmul(x, p.w), p.b));
  const adapt = (t: Named): Named => {
    let p = pick(t, ['w', 'b']);
    for (let k = 0; k < (c.steps as number); k++) {
      const g = grad((q: Named) => mse(model(t.xs, q), t.ts))(p);
      const step = (name: string): Tensor => ops.sub(p[name], ops.mul(g[name], c.lr as number));
      p = { w: step('w'), b: step('b') };
    }
    return p;
  };
  const outer = (t: Named): Tensor => mse(model(t.xq, adapt(t)), t.tq);
  return {
    outputs: { w_after: adapt(inputs).w, outer: outer(inputs) },
    grads: grad(outer)(inputs),
  };
}

/** Computes a case of `second_order`. */
export const secondOrderAdapter: Adapter = (c, golden: Golden): Results | undefined => {
  const inputs = roleOf(golden, c.inputs);
  if (c.kind === 'maml') return maml(c, inputs);
  const f = functionOf(c);
  const vectors = roleOf(golden, c.vectors as Record<string, string> | undefined);
  const order = (c.order ?? []) as string[];
  switch (c.kind) {
    case 'hvp':
      return hessianProduct(f, pick(inputs, order), pick(vectors, order));
    case 'jacobian':
      return jacobians(f, pick(inputs, order), vectors);
    case 'derivatives':
      return derivatives(f, inputs);
    case 'grad_penalty':
      return gradientPenalty(f, inputs);
    default:
      return undefined;
  }
};
