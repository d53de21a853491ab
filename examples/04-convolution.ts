// A convolutional network on pictures made here: is the bar upright or lying? Images are channels-last,
// [batch, height, width, channels].

import type { Tensor } from '../src/index.ts';
import { compile, mean, nn, optim, random, relu, tensor, valueAndGrad } from '../src/index.ts';

const size = 12;

// A bright bar of random place, length and direction on a noisy ground: pixels and labels (1: upright).
function bars(count: number, seed: number): { images: Tensor; labels: Tensor } {
  let s = seed;
  const next = (n: number): number => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return (s >>> 8) % n;
  };
  const pixels = Float32Array.from({ length: count * size * size }, () => next(100) / 250);
  const labels = Int32Array.from({ length: count }, () => next(2));
  labels.forEach((upright, i) => {
    const [row, column, length] = [next(size - 6), next(size - 6), 4 + next(3)];
    for (let k = 0; k < length; k++) {
      const [y, x] = upright ? [row + k, column] : [row, column + k];
      pixels[(i * size + y) * size + x] = 1;
    }
  });
  return { images: tensor(pixels, { shape: [count, size, size, 1] }), labels: tensor(labels) };
}

const first = nn.conv2d(1, 8, 3, { padding: 1 });
const second = nn.conv2d(8, 16, 3, { stride: 2, padding: 1 });
const head = nn.linear(16, 2);
const init = (key: Tensor) => {
  const [a, b, c] = random.split(key, 3);
  return { first: first.init(a), second: second.init(b), head: head.init(c) };
};
type Params = ReturnType<typeof init>;
const apply = (p: Params, images: Tensor): Tensor => {
  const h = relu(first.apply(p.first, images)); // [n, 12, 12, 8]
  const pooled = mean(relu(second.apply(p.second, h)), [1, 2]); // [n, 16]
  return head.apply(p.head, pooled); // [n, 2]
};

const optimizer = optim.adamw({ learningRate: 1e-2 });
const step = compile(
  (state: { params: Params; opt: optim.OptimizerState }, images: Tensor, labels: Tensor) => {
    const loss = (p: Params): Tensor => nn.crossEntropy(apply(p, images), labels);
    const [value, grads] = valueAndGrad(loss)(state.params);
    const [updates, opt] = optimizer.update(grads, state.opt, state.params);
    return { state: { params: optim.applyUpdates(state.params, updates), opt }, value };
  },
  { donate: [0] },
);

const params = init(random.key(1));
let state = { params, opt: optimizer.init(params) };
for (let i = 1; i <= 150; i++) {
  const { images, labels } = bars(32, i);
  const result = step(state, images, labels);
  state = result.state;
  if (i % 50 === 0) console.log(`step ${i}  loss ${(await result.value.item()).toFixed(4)}`);
}
const test = bars(200, 999983);
const [scores, truth] = [await apply(state.params, test.images).data(), await test.labels.data()];
const right = truth.filter((t, i) => Number(scores[2 * i + 1] > scores[2 * i]) === t).length;
console.log(`${right} of 200 unseen bars named rightly`);
