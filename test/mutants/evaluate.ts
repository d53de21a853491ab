// Faults in the measuring of pictures.
import type { Fault } from './list.ts';

const figures = ['test/evaluate/figures.test.ts'];
const ladder = ['test/evaluate/ladder.test.ts'];
const inception = ['test/evaluate/inception.test.ts'];

export const evaluateFaults: readonly Fault[] = [
  {
    file: 'src/evaluate/half-samples.ts',
    find: 'low: estimate - (quantile(values, 1 - tail) - mean)',
    replace: 'low: quantile(values, tail)',
    tests: figures,
  },
  {
    file: 'src/evaluate/half-samples.ts',
    find: 'const half = count >> 1;',
    replace: 'const half = count >> 2;',
    tests: figures,
  },
  {
    file: 'src/evaluate/kernel-sums.ts',
    find: 'if (i !== j) own +=',
    replace: 'own +=',
    tests: figures,
  },
  {
    file: 'src/evaluate/kernel-sums.ts',
    find: 'mul(mul(k, k), k)',
    replace: 'mul(k, k)',
    tests: figures,
  },
  {
    file: 'src/evaluate/distribution-measures.ts',
    find: 'Math.min(samples, reference >> 1)',
    replace: '(reference >> 1)',
    tests: figures,
  },
  {
    file: 'src/evaluate/neighbour-measures.ts',
    find: '(x === y && i === j) ||',
    replace: '',
    tests: figures,
  },
  {
    file: 'src/evaluate/neighbour-measures.ts',
    find: 'nearestRows(heldOut ?? training, training)',
    replace: 'nearestRows(training, training)',
    tests: figures,
  },
  {
    file: 'src/evaluate/text-measures.ts',
    find: 'holds(mine, words[row]) || ',
    replace: '',
    tests: figures,
  },
  {
    file: 'src/evaluate/text-measures.ts',
    find: 'b.product - a.product',
    replace: 'a.product - b.product',
    tests: figures,
  },
  {
    file: 'src/evaluate/batches.ts',
    find: 'first * rows[k].dim',
    replace: '0',
    tests: ladder,
  },
  {
    file: 'src/evaluate/bilinear.ts',
    find: 'Math.max(scale, 1)',
    replace: '1',
    tests: inception,
  },
  {
    file: 'src/models/keras-graph.ts',
    find: 'countIncludePad: false',
    replace: 'countIncludePad: true',
    tests: inception,
  },
  {
    file: 'src/io/keras-files.ts',
    find: 'bytes[i] * scale + min',
    replace: '(bytes[i] + min) * scale',
    tests: inception,
  },
];
