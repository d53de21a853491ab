// Gradients: the tape is the graph, and gradients are graphs again, so every order of derivative works.

import type { Tensor } from 'wgrad';
import { checkGradients, grad, hvp, jvp, mul, sin, sum, tensor, valueAndGrad } from 'wgrad';

// f(x) = sum x sin x;  f' = sin x + x cos x;  f'' = 2 cos x - x sin x
const f = (x: Tensor): Tensor => sum(mul(x, sin(x)));
const x = tensor([0.5, 1, 2]);

const [value, slope] = valueAndGrad(f)(x);
console.log('f', await value.item());
console.log("f'", await slope.toArray());

// gradient of a gradient
const second = grad((y: Tensor) => sum(grad(f)(y)))(x);
console.log("f''", await second.toArray());
console.log(
  'expected',
  [0.5, 1, 2].map((v) => 2 * Math.cos(v) - v * Math.sin(v)),
);

// directional derivatives: J v forwards, H v without the Hessian
const v = tensor([1, 0, 0]);
const [, along] = jvp(f, x, v);
console.log('directional derivative', await along.item());
console.log('Hessian times v', await hvp(f, x, v).toArray());

// parameters are plain trees; the gradient has the same structure
const loss = (p: { w: Tensor; b: Tensor }): Tensor => sum(sin(mul(p.w, p.b)));
const grads = grad(loss)({ w: tensor([1, 2]), b: tensor([3, 4]) });
console.log('tree', await grads.w.toArray(), await grads.b.toArray());

// any function can be compared with finite differences in float64
const report = await checkGradients(f, [x]);
console.log('finite differences agree', report);
