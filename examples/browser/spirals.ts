// Two spirals wound around each other, and a network [2, 32, 32, 1] that learns which one a point of the
// plane belongs to. One compiled function does a whole training step and takes the state's memory over.

import {
  binaryCrossEntropy,
  compile,
  nn,
  optim,
  random,
  sigmoid,
  type Tensor,
  tensor,
  valueAndGrad,
} from 'wgrad';

/** Points [n, 2] in [-1, 1]² with labels [n, 1]: 0 or 1. */
export interface Points {
  readonly xy: Float32Array;
  readonly label: Float32Array;
}

/** `n` points, half on each spiral, of one and a half turns. */
export function makeSpirals(n: number): Points {
  const xy = new Float32Array(2 * n);
  const label = Float32Array.from({ length: n }, (_, i) => i % 2);
  for (let i = 0; i < n; i++) {
    const t = Math.floor(i / 2) / (n / 2);
    const radius = 0.1 + 0.85 * t;
    const angle = 3 * Math.PI * t + Math.PI * label[i];
    xy.set([radius * Math.cos(angle), radius * Math.sin(angle)], 2 * i);
  }
  return { xy, label };
}

/** A network in training. */
export interface Trainer {
  /** Takes `steps` steps and waits for the loss of the last. */
  train(steps: number): Promise<number>;
  /** Probabilities of the second spiral on a grid [size, size] over [-1, 1]², rows from the top. */
  look(size: number): Promise<ArrayLike<number>>;
}

/** Everything lives on the device in use; make a new trainer after changing it. */
export function spiralTrainer(points: Points): Trainer {
  const model = nn.MLP([2, 32, 32, 1]);
  const tx = optim.adam({ learningRate: 0.01 });
  const params = model.init(random.key(0));
  let state = { params, opt: tx.init(params) };
  const x = tensor(points.xy.slice(), { shape: [points.label.length, 2] });
  const y = tensor(points.label.slice(), { shape: [points.label.length, 1] });

  const step = compile(
    (s: typeof state, inputs: Tensor, labels: Tensor) => {
      const [loss, grads] = valueAndGrad((p: typeof params) =>
        binaryCrossEntropy(sigmoid(model.apply(p, inputs)), labels),
      )(s.params);
      const [updates, opt] = tx.update(grads, s.opt, s.params);
      return { state: { params: optim.applyUpdates(s.params, updates), opt }, loss };
    },
    { name: 'spiral step', donate: [0] },
  );
  const predict = compile((p: typeof params, inputs: Tensor) => sigmoid(model.apply(p, inputs)));

  return {
    train: async (steps) => {
      let last: Tensor | undefined;
      for (let i = 0; i < steps; i++) {
        last?.dispose();
        const result = step(state, x, y);
        state = result.state;
        last = result.loss;
      }
      const loss = (await last?.item()) ?? Number.NaN;
      last?.dispose();
      return loss;
    },
    look: async (size) => {
      const grid = new Float32Array(2 * size * size);
      for (let i = 0; i < size * size; i++) {
        const [row, column] = [Math.floor(i / size), i % size];
        grid.set([(2 * column + 1) / size - 1, 1 - (2 * row + 1) / size], 2 * i);
      }
      const inputs = tensor(grid, { shape: [size * size, 2] });
      const output = predict(state.params, inputs);
      const values = await output.data();
      inputs.dispose();
      output.dispose();
      return values;
    },
  };
}
