// Faults in the generators of kernels, for the CPU and for WebGPU.
import type { Fault } from './list.ts';

const sequences = ['test/cpu/scan-sort-scatter.test.ts'];
const special = ['test/webgpu/special.test.ts'];
const scalar = ['test/webgpu/scalar.test.ts'];

export const kernelFaults: readonly Fault[] = [
  {
    file: 'src/backends/cpu/kernels/scan.ts',
    find: 'if (exclusive) column.store(to);',
    replace: '',
    tests: sequences,
  },
  {
    file: 'src/backends/cpu/kernels/scan.ts',
    find: '(reverse ? -1 : 1) * inner',
    replace: 'inner',
    tests: sequences,
  },
  {
    file: 'src/backends/cpu/kernels/argsort.ts',
    find: 'f.f64Const(0).op(',
    replace: 'f.f64Const(-0).op(',
    tests: sequences,
  },
  {
    file: 'src/backends/cpu/kernels/argsort.ts',
    find: "f.get(b).mem('i64.load').get(a).mem('i64.load').op('i64.lt_u').set(right);",
    replace: "f.get(b).mem('i64.load').get(a).mem('i64.load').op('i64.le_u').set(right);",
    tests: sequences,
  },
  {
    file: 'src/backends/cpu/kernels/scatter-add.ts',
    find: "        .op('i32.lt_u')\n        .if(",
    replace: "        .op('i32.le_u')\n        .if(",
    tests: sequences,
  },
  {
    file: 'src/backends/cpu/kernels/scatter-add.ts',
    find: '() => f.inc(src, rowBytes),',
    replace: '() => f.inc(src, 0),',
    tests: sequences,
  },
  {
    file: 'src/backends/cpu/kernels/matmul.ts',
    find: 'const exchanged = batch.map((d) => ({ size: d.size, a: d.b, b: d.a }));',
    replace: 'const exchanged = batch;',
    tests: ['test/cpu/matmul.test.ts'],
  },
  {
    file: 'src/backends/cpu/kernels/matmul.ts',
    find: 'const accumulate = spec.k > K_BLOCK;',
    replace: 'const accumulate = false;',
    tests: ['test/cpu/matmul.test.ts'],
  },
  {
    file: 'src/backends/cpu/nest/reduce.ts',
    find: "if (op === 'prod') return 1;",
    replace: "if (op === 'prod') return 0;",
    tests: ['test/cpu-nest/reductions.test.ts'],
  },
  {
    file: 'src/backends/cpu/nest/reduce.ts',
    find: 'return low ? -Infinity : Infinity;',
    replace: 'return 0;',
    tests: ['test/cpu-nest/reductions.test.ts'],
  },
  {
    file: 'src/backends/cpu/nest/float-math.ts',
    find: '1.4249322787e-1',
    replace: '1.4349322787e-1',
    tests: ['test/cpu-nest/functions.test.ts'],
  },
  {
    file: 'src/backends/webgpu/kernels/scan.ts',
    find: "s.exclusive ? 'acc' : 'next'",
    replace: "'next'",
    tests: special,
  },
  {
    file: 'src/backends/webgpu/kernels/scan.ts',
    find: "'if (lid > 0u) { acc = shared0[lid - 1u]; }',",
    replace: '',
    tests: special,
  },
  {
    file: 'src/backends/webgpu/kernels/sort.ts',
    find: '((other == own) & (j < i))',
    replace: '((other == own) & (j > i))',
    tests: special,
  },
  {
    file: 'src/backends/webgpu/kernels/sort.ts',
    find: 'if (isNaN(x)) { return 0xffffffffu; }',
    replace: '',
    tests: special,
  },
  {
    file: 'src/backends/webgpu/kernels/reduce.ts',
    find: "'if ((lane == 0i) & live) {',",
    replace: "'if (live) {',",
    tests: ['test/webgpu/reduce.test.ts'],
    equivalent: 'all lanes hold the same sum after `joinSubgroup`, and write it to the same place',
  },
  {
    file: 'src/backends/webgpu/wgsl/math.ts',
    find: '2.0 * s * p, (x > -0.4) & (x < 0.6)',
    replace: '2.0 * s * p, (x > -4.0) & (x < 6.0)',
    tests: scalar,
  },
  {
    file: 'src/backends/webgpu/wgsl/math.ts',
    find: 'select(value, -value, quadrant >= 2)',
    replace: 'select(value, -value, quadrant == 2)',
    tests: scalar,
  },
  {
    file: 'src/backends/webgpu/wgsl/scalar.ts',
    find: "if (Object.is(v, -0)) return 'minusZero()';",
    replace: '',
    tests: scalar,
  },
];
