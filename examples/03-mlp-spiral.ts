// Training: two spiral arms that no line separates, a small network, AdamW. The whole step (loss,
// gradients, optimizer) is one compiled function that is planned once and takes over its state's memory.

import type { Tensor } from 'wgrad';
import {
  binaryCrossEntropyWithLogits,
  compile,
  io,
  nn,
  optim,
  random,
  tensor,
  valueAndGrad,
} from 'wgrad';

const points = 200;
const position = new Float32Array(2 * points);
const arm = new Float32Array(points);
for (let i = 0; i < points; i++) {
  const [r, side] = [(i + 10) / points, i % 2];
  const angle = 6 * r + side * Math.PI;
  position.set([r * Math.cos(angle), r * Math.sin(angle)], 2 * i);
  arm[i] = side;
}
const x = tensor(position, { shape: [points, 2] });
const y = tensor(arm, { shape: [points, 1] });

const model = nn.MLP([2, 48, 48, 1]);
const optimizer = optim.adamw({ learningRate: 1e-2 });
type Params = ReturnType<typeof model.init>;

const loss = (params: Params, inputs: Tensor, targets: Tensor): Tensor =>
  binaryCrossEntropyWithLogits(model.apply(params, inputs), targets);

const step = compile(
  (state: { params: Params; opt: optim.OptimizerState }, inputs: Tensor, targets: Tensor) => {
    const [value, grads] = valueAndGrad((p: Params) => loss(p, inputs, targets))(state.params);
    const [updates, opt] = optimizer.update(grads, state.opt, state.params);
    return { state: { params: optim.applyUpdates(state.params, updates), opt }, value };
  },
  { name: 'spiral step', donate: [0] },
);

const params = model.init(random.key(0));
let state = { params, opt: optimizer.init(params) };
for (let i = 1; i <= 300; i++) {
  const result = step(state, x, y); // returns at once
  state = result.state;
  if (i % 100 === 0) console.log(`step ${i}  loss ${(await result.value.item()).toFixed(4)}`);
}

const logits = await model.apply(state.params, x).data();
const right = arm.filter((side, i) => (logits[i] > 0 ? 1 : 0) === side).length;
console.log(`${right} of ${points} right; a step is ${(await step.stats()).kernels} kernels`);

// parameters are a plain tree: any checkpoint is one call
const bytes = await io.encodeSafetensors(state.params);
console.log(`as safetensors: ${bytes.length} bytes`);
