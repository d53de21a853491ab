// Cases of the group `second_order`: Hessian-vector products, Jacobians, derivatives to the fourth order,
// gradient penalties and a step of MAML. Functions are named by their PyTorch text, as the manifest
// does; what is asked of them depends on the kind of case only.
import { grad, hvp, jacobian, jvp, vjp } from '../../../src/autodiff/transforms.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { type Golden, type GoldenCase, roleOf } from '../golden.ts';
import type { Adapter, Results } from '../suite.ts';
import { kernel, toFirst, toLast } from './torch-functions.ts';

type Named = Record<string, Tensor>;

const mse = ops.meanSquaredError;
const { matmul, tanh, sum, mean, square } = ops;
const conv = (x: Tensor, w: Tensor): Tensor =>
  toFirst(ops.conv2d(toLast(x), kernel(w), { stride: 2, padding: 1 }));

// biome-ignore format: a table
const functions: Record<string, (t: Named) => Tensor> = {
  '(torch.tanh(x @ w.t() + b) ** 2).sum()': ({ x, w, b }) =>
    sum(ops.pow(tanh(ops.add(matmul(x, ops.transpose(w)), b)), 2)),
  '(x**3 * torch.sin(x)).sum()': ({ x }) => sum(ops.mul(ops.pow(x, 3), ops.sin(x))),
  'torch.logsumexp(x @ w, dim=1).sum()': ({ x, w }) => sum(ops.logSumExp(matmul(x, w), 1)),
  'F.mse_loss(F.layer_norm(F.silu(x @ w1), (6,)) @ w2, t)': ({ x, w1, w2, t }) =>
    mse(matmul(ops.layerNorm(ops.silu(matmul(x, w1))), w2), t),
  'F.softplus(F.conv2d(x, w, stride=2, padding=1)).pow(2).mean()': ({ x, w }) =>
    mean(ops.pow(ops.softplus(conv(x, w)), 2)),
  '(torch.softmax(q @ k.transpose(-1, -2) / 2, -1) @ v).pow(2).sum()': ({ q, k, v }) =>
    sum(square(matmul(ops.softmax(ops.div(matmul(q, ops.swapAxes(k, -1, -2)), 2)), v))),
  'F.cross_entropy(torch.tanh(x @ w1) @ w2, torch.tensor([1, 0, 2]))': ({ x, w1, w2 }) =>
    ops.crossEntropy(matmul(tanh(matmul(x, w1)), w2), ops.tensor(Int32Array.of(1, 0, 2))),
  'torch.softmax(x, -1)': ({ x }) => ops.softmax(x),
  'F.layer_norm(x, (x.shape[-1],), w, b)': ({ x, w, b }) =>
    ops.layerNorm(x, { scale: w, bias: b }),
  'torch.tanh(x @ w)': ({ x, w }) => tanh(matmul(x, w)),
  'torch.tanh(x)': ({ x }) => tanh(x),
  'x.exp() * torch.sin(x)': ({ x }) => ops.mul(ops.exp(x), ops.sin(x)),
  'leaky_relu(conv2d(x, w1, stride=2, padding=1), 0.2).flatten(1) @ w2': ({ x, w1, w2 }) =>
    matmul(ops.flatten(ops.leakyRelu(conv(x, w1), 0.2), 1), w2),
  'tanh(x @ w1) @ w2': ({ x, w1, w2 }) => matmul(tanh(matmul(x, w1)), w2),
};

// the manifest adds explanations before 'D = ' and after '#'
const functionOf = (c: GoldenCase): ((t: Named) => Tensor) | undefined =>
  functions[(c.function as string).split('D = ').at(-1)?.split('  #')[0] ?? ''];

const prefixed = (prefix: string, tree: Named): Named =>
  Object.fromEntries(Object.entries(tree).map(([k, t]) => [`${prefix}.${k}`, t]));

const pick = (tree: Named, names: readonly string[], prefix = ''): Named =>
  Object.fromEntries(names.map((k) => [k, tree[`${prefix}${k}`]]));

function hessianProduct(f: (t: Named) => Tensor, x: Named, v: Named): Results {
  const products = hvp(f, x, v);
  return {
    outputs: { value: f(x), ...prefixed('grad', grad(f)(x)), ...prefixed('hvp', products) },
  };
}

function jacobians(f: (t: Named) => Tensor, x: Named, vectors: Named): Results {
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
function derivatives(f: (t: Named) => Tensor, { x }: Named): Results {
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
function gradientPenalty(critic: (t: Named) => Tensor, inputs: Named): Results {
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
  if (!f) return undefined;
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
