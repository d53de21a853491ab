// A convolutional network on pictures made here: is the bar upright or lying? Images are channels-last,
// [batch, height, width, channels].

import * as w from 'wgrad';

const size = 12;

// A bright bar of random place, length and direction on a noisy ground: pixels and labels (1: upright).
function bars(count: number, seed: number): { images: w.Tensor; labels: w.Tensor } {
  const chance = w.data.hostRandom(seed);
  const next = (n: number): number => chance.integer(n);
  const pixels = Float32Array.from({ length: count * size * size }, () => next(100) / 250);
  const labels = Int32Array.from({ length: count }, () => next(2));
  labels.forEach((upright, i) => {
    const [row, column, length] = [next(size - 6), next(size - 6), 4 + next(3)];
    for (let k = 0; k < length; k++) {
      const [y, x] = upright ? [row + k, column] : [row, column + k];
      pixels[(i * size + y) * size + x] = 1;
    }
  });
  return { images: w.tensor(pixels, { shape: [count, size, size, 1] }), labels: w.tensor(labels) };
}

const model = w.nn.Sequential(
  w.nn.Conv2d(1, 8, 3, { padding: 1 }), // [n, 12, 12, 8]
  w.nn.Lambda(w.relu),
  w.nn.Conv2d(8, 16, 3, { stride: 2, padding: 1 }), // [n, 6, 6, 16]
  w.nn.Lambda((h) => w.mean(w.relu(h), [1, 2])), // [n, 16]
  w.nn.Linear(16, 2),
);
type Params = ReturnType<typeof model.init>;

const optimizer = w.optim.adamw({ learningRate: 1e-2 });
const step = w.compile(
  (state: { params: Params; opt: w.optim.OptimizerState }, images: w.Tensor, labels: w.Tensor) => {
    const loss = (p: Params): w.Tensor => w.crossEntropy(model.apply(p, images), labels);
    const [value, grads] = w.valueAndGrad(loss)(state.params);
    const [updates, opt] = optimizer.update(grads, state.opt, state.params);
    return { state: { params: w.optim.applyUpdates(state.params, updates), opt }, value };
  },
  { donate: [0] },
);

const params = model.init(w.random.key(1));
let state = { params, opt: optimizer.init(params) };
for (let i = 1; i <= 150; i++) {
  const { images, labels } = bars(32, i);
  const result = step(state, images, labels);
  state = result.state;
  if (i % 50 === 0) console.log(`step ${i}  loss ${(await result.value.item()).toFixed(4)}`);
}
const test = bars(200, 999983);
const truth = await test.labels.data();
const scores = await model.apply(state.params, test.images).data();
const right = truth.filter((t, i) => Number(scores[2 * i + 1] > scores[2 * i]) === t).length;
console.log(`${right} of 200 unseen bars named rightly`);
