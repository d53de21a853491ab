// Faults in gradient rules.
import type { Fault } from './list.ts';

const registry = ['test/ops-a/registry.test.ts'];
const composed = ['test/ops-a/gradients.test.ts'];

export const gradientFaults: readonly Fault[] = [
  {
    file: 'src/tensor/ops/transcendental.ts',
    find: 'vjp: (ct, x) => mul(ct, cos(x)),',
    replace: 'vjp: (ct, x) => neg(mul(ct, cos(x))),',
    tests: registry,
  },
  {
    file: 'src/tensor/ops/transcendental.ts',
    find: 'mul(ct, sub(1, square(out)))',
    replace: 'mul(ct, sub(1, out))',
    tests: registry,
  },
  {
    file: 'src/tensor/ops/arithmetic.ts',
    find: 'neg(mul(ct, div(out, b)))',
    replace: 'mul(ct, div(out, b))',
    tests: registry,
  },
  {
    file: 'src/tensor/ops/arithmetic.ts',
    find: 'where(equal(self, other), mul(ct, 0.5), ct)',
    replace: 'ct',
    tests: ['test/ops-a/edges.test.ts', ...composed],
  },
  {
    file: 'src/tensor/ops/activations.ts',
    find: 'add(distribution, mul(x, density))',
    replace: 'distribution',
    tests: registry,
  },
  {
    file: 'src/tensor/ops/activations.ts',
    find: 'where(lessEqual(out, 0), zerosLike(ct), ct)',
    replace: 'where(lessEqual(out, -1), zerosLike(ct), ct)',
    tests: ['test/ops-a/edges.test.ts', ...composed],
  },
  {
    file: 'src/tensor/ops/softmax.ts',
    find: 'sub(weighted, mul(out, sum(weighted, a, keep)))',
    replace: 'weighted',
    tests: composed,
  },
  {
    file: 'src/tensor/ops/softmax.ts',
    find: 'sub(ct, mul(exp(out), sum(ct, a, keep)))',
    replace: 'sub(ct, exp(out))',
    tests: composed,
  },
  {
    file: 'src/tensor/ops/softmax.ts',
    find: 'exp(sub(x, max(x, a, keep)))',
    replace: 'exp(x)',
    tests: ['test/ops-a/edges.test.ts', 'test/ops-a/values.test.ts'],
  },
  {
    file: 'src/tensor/ops/reduce.ts',
    find: 'const after = cumprod(x, axes[0], { exclusive: true, reverse: true });',
    replace: 'const after = cumprod(x, axes[0], { reverse: true });',
    tests: registry,
  },
  {
    file: 'src/tensor/ops/cumulative.ts',
    find: '[part(sigmoid(gap)), part(sigmoid(neg(gap)))]',
    replace: '[part(sigmoid(neg(gap))), part(sigmoid(gap))]',
    tests: registry,
  },
  {
    file: 'src/tensor/ops/matmul.ts',
    find: 'sumTo(product(swapLast(a), ct), b.shape)',
    replace: 'product(swapLast(a), ct)',
    tests: ['test/ops-c/products.test.ts'],
  },
  {
    file: 'src/tensor/ops/pow.ts',
    find: 'mul(ct, mul(out, logBase))',
    replace: 'mul(ct, out)',
    tests: registry,
  },
  {
    file: 'src/tensor/ops/concat.ts',
    find: '      start = stop;\n      return part;',
    replace: '      return part;',
    tests: ['test/ops-b/registry.test.ts'],
  },
  {
    file: 'src/tensor/ops/norms.ts',
    find: 'const products = grouping.partial(mul(ct, distance));',
    replace: 'const products = grouping.partial(ct);',
    tests: composed,
  },
  {
    file: 'src/tensor/ops/pool.ts',
    find: 'where(logicalAnd(exists, same), tap',
    replace: 'where(same, tap',
    tests: ['test/ops-a/edges.test.ts'],
  },
];
