// Faults in losses and estimators.
import type { Fault } from './list.ts';

const diffusion = ['test/losses/diffusion.test.ts'];
const gan = ['test/losses/gan.test.ts'];
const tokens = ['test/losses/tokens.test.ts', 'test/losses/ppo.test.ts'];

export const lossFaults: readonly Fault[] = [
  {
    file: 'src/rl/dpok.ts',
    find: 'klWeight = 0.01',
    replace: 'klWeight = 0.1',
    tests: diffusion,
  },
  {
    file: 'src/rl/dpok.ts',
    find: 'rewardWeight = 10',
    replace: 'rewardWeight = 1',
    tests: diffusion,
  },
  {
    file: 'src/rl/dpok.ts',
    find: 'mul(rho, stopGradient(advantages))',
    replace: 'mul(rho, advantages)',
    tests: diffusion,
  },
  {
    file: 'src/rl/dpo.ts',
    find: 'beta = 0.1,',
    replace: 'beta = 1,',
    tests: ['test/rl/preference.test.ts'],
  },
  {
    file: 'src/rl/dpo.ts',
    find: 'square(sub(h, div(0.5, beta)))',
    replace: 'square(sub(h, div(1, beta)))',
    tests: ['test/rl/preference.test.ts'],
  },
  {
    file: 'src/losses/gan-penalties.ts',
    find: 'square(sub(norm(g, ownAxes(g)), 1))',
    replace: 'square(norm(g, ownAxes(g)))',
    tests: gan,
  },
  {
    file: 'src/losses/gan-penalties.ts',
    find: 'mul(mean(sum(square(g), ownAxes(g))), 0.5)',
    replace: 'mean(sum(square(g), ownAxes(g)))',
    tests: gan,
  },
  {
    file: 'src/losses/gan.ts',
    find: 'where(less(step, start), 0, weight)',
    replace: 'where(less(start, step), weight, 0)',
    tests: gan,
  },
  {
    file: 'src/losses/contrastive.ts',
    find: 'add(direction(s, weights), direction(transpose(s), transpose(weights)))',
    replace: 'add(direction(s, weights), direction(transpose(s), weights))',
    tests: ['test/models/clip.test.ts'],
  },
  {
    file: 'src/losses/contrastive.ts',
    find: 'neg(div(sum(terms), n))',
    replace: 'neg(mean(terms))',
    tests: ['test/models/clip.test.ts'],
  },
  {
    file: 'src/losses/kl.ts',
    find: 'k2: (d) => mul(square(d), 0.5)',
    replace: 'k2: (d) => square(d)',
    tests: tokens,
  },
  {
    file: 'src/losses/kl.ts',
    find: 'sub(expm1(v), v)',
    replace: 'expm1(v)',
    tests: ['test/losses/tokens.test.ts', 'test/losses/returns.test.ts'],
  },
  {
    file: 'src/losses/min-snr.ts',
    find: 'const limited = minimum(ratio, gamma);',
    replace: 'const limited = ratio;',
    tests: diffusion,
  },
  {
    file: 'src/losses/tokens.ts',
    find: 'const { ignoreIndex = -1 } = options;',
    replace: 'const { ignoreIndex = -100 } = options;',
    tests: tokens,
  },
  {
    file: 'src/losses/tokens.ts',
    find: 'sliceAxis(x, 1, [0, -1])',
    replace: 'sliceAxis(x, 1, [1, null])',
    tests: tokens,
  },
  {
    file: 'src/tensor/ops/losses.ts',
    find: 'mul(inner, sub(d, mul(inner, 0.5)))',
    replace: 'mul(inner, d)',
    tests: ['test/ops-a/values.test.ts', 'test/ops-a/edges.test.ts'],
  },
  {
    file: 'src/tensor/ops/losses.ts',
    find: "reduction = 'batchMean'",
    replace: "reduction = 'mean'",
    tests: ['test/ops-a/values.test.ts', 'test/ops-a/edges.test.ts'],
  },
];
