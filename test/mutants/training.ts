// Faults in optimizers, schedules of the learning rate and learners.
import type { Fault } from './list.ts';

const recipe = ['test/train/recipe.test.ts'];
const steps = ['test/nn/optim-steps.test.ts'];
const optim = ['test/nn/optim.test.ts', 'test/nn/optim-options.test.ts'];
const clip = ['test/clip/train.test.ts'];
const mixed = ['test/nn/mixed-precision.test.ts'];

export const trainingFaults: readonly Fault[] = [
  {
    file: 'src/train/recipe.ts',
    find: '    clipByGlobalNorm(clip),\n',
    replace: '',
    tests: recipe,
  },
  {
    file: 'src/train/recipe.ts',
    find: '{ end: peak * finalShare }',
    replace: '{}',
    tests: recipe,
  },
  {
    file: 'src/train/recipe.ts',
    find: 'div(add(step, 1), Math.max(warmup, 1))',
    replace: 'div(step, Math.max(warmup, 1))',
    tests: recipe,
  },
  {
    file: 'src/train/learner.ts',
    find: 'average.update(old.ema, values)',
    replace: 'average.update(old.ema, old.values)',
    tests: recipe,
  },
  {
    file: 'src/train/learner.ts',
    find: '(losses.length > 1 ? div(sum, losses.length) : sum)',
    replace: 'sum',
    tests: ['test/train/learner.test.ts'],
  },
  {
    file: 'src/nn/optim/ema.ts',
    find: 'where(less(s, 0.5), 0, maximum(minimum(rising, decay), minDecay))',
    replace: 'maximum(minimum(rising, decay), minDecay)',
    tests: recipe,
  },
  {
    file: 'src/nn/optim/clip.ts',
    find: 'minimum(div(maxNorm, add(globalNorm(grads, p), 1e-6)), 1)',
    replace: 'div(maxNorm, add(globalNorm(grads, p), 1e-6))',
    tests: steps,
  },
  {
    file: 'src/nn/optim/optimizers.ts',
    find: 'neg(expm1(mul(cast(add(count, 1), ',
    replace: 'neg(expm1(mul(cast(add(count, 2), ',
    tests: recipe,
  },
  {
    file: 'src/nn/optim/optimizers.ts',
    find: 'if (decoupled) direction = decayed(direction, param, decay);',
    replace: '',
    tests: recipe,
  },
  {
    file: 'src/nn/optim/optimizers.ts',
    find: 'nesterov ? add(g, mul(v, momentum)) : v',
    replace: 'v',
    tests: steps,
  },
  {
    file: 'src/nn/optim/optimizers.ts',
    find: 'centered ? sub(v, square(means[0])) : v',
    replace: 'v',
    tests: optim,
  },
  {
    file: 'src/nn/optim/optimizers.ts',
    find: 'options.amsgrad ? [maximum(moments[2], v)] : []',
    replace: 'options.amsgrad ? [v] : []',
    tests: steps,
  },
  {
    file: 'src/nn/optim/schedules.ts',
    find: 'halfCosine(sub(1, passed))',
    replace: 'halfCosine(passed)',
    tests: ['test/nn/schedules.test.ts'],
  },
  {
    file: 'src/nn/optim/mixed-precision.ts',
    find: 'optimizer: choose(usable, next, optimizer)',
    replace: 'optimizer: next',
    tests: mixed,
  },
  {
    file: 'src/nn/optim/mixed-precision.ts',
    find: 'scale: where(usable, larger, smaller)',
    replace: 'scale: where(usable, larger, scale)',
    tests: mixed,
  },
  {
    file: 'src/clip/train.ts',
    find: "path === 'logit_scale' ? clampLogitScale(leaf) : leaf",
    replace: 'path === "logit_scale" ? leaf : leaf',
    tests: clip,
  },
  {
    file: 'src/clip/train.ts',
    find: 'leaf.rank > 1',
    replace: 'leaf.rank > 0',
    tests: clip,
  },
  {
    file: 'src/clip/train.ts',
    find: 'Math.min(at + chunkSize, n)',
    replace: 'Math.min(at + chunkSize, n - 1)',
    tests: clip,
  },
  {
    file: 'src/clip/batches.ts',
    find: 'Math.floor(concepts.length / batchSize)',
    replace: 'Math.ceil(concepts.length / batchSize)',
    tests: clip,
  },
  {
    file: 'src/clip/batches.ts',
    find: 'const list = lists.get(hexcode);',
    replace: 'const list = lists.get("");',
    tests: clip,
  },
  {
    file: 'src/clip/augment.ts',
    find: 'Math.max(1 + gain * (b / 127.5 - 2), -1)',
    replace: 'Math.max(1 + gain * (b / 127.5 - 1), -1)',
    tests: clip,
  },
  {
    file: 'src/clip/embed.ts',
    find: 'found.subarray(0, real * dim)',
    replace: 'found.subarray(dim, real * dim)',
    tests: ['test/clip/folder.test.ts'],
  },
  {
    file: 'src/io/fit-picture.ts',
    find: '(Math.min(to, pixel + 1) - Math.max(from, pixel)) / (to - from)',
    replace: '1 / (last - first)',
    tests: ['test/io/fit-picture.test.ts'],
  },
];
