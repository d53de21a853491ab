// Products, convolutions, scans, sorts and scatters against plain loops, in both forms of the kernels.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createWebGPUBackend,
  type WebGPUBackend,
} from '../../src/backends/webgpu/webgpu-backend.ts';
import type { HostArray } from '../../src/tensor/dtype.ts';
import type { ConvGeometry, MatmulSpec, ScanSpec } from '../../src/tensor/kernels.ts';
import { convGeometry, eachTerm } from '../support/convolutions.ts';
import { randomValues, runKernel, special, worstError } from './support.ts';

function matmul(s: MatmulSpec, a: HostArray, b: HostArray): Float64Array {
  const batches = s.batch.reduce((n, d) => n * d.size, 1);
  const out = new Float64Array(batches * s.m * s.n);
  for (let z = 0; z < batches; z++) {
    let rest = z;
    let [za, zb] = [s.a.offset, s.b.offset];
    for (const d of [...s.batch].reverse()) {
      za += (rest % d.size) * d.a;
      zb += (rest % d.size) * d.b;
      rest = Math.floor(rest / d.size);
    }
    for (let i = 0; i < s.m; i++) {
      for (let j = 0; j < s.n; j++) {
        let sum = 0;
        for (let k = 0; k < s.k; k++) {
          sum += a[za + i * s.a.row + k * s.a.col] * b[zb + k * s.b.row + j * s.b.col];
        }
        out[(z * s.m + i) * s.n + j] = sum;
      }
    }
  }
  return out;
}

const row = (m: number, k: number, n: number): MatmulSpec => ({
  kind: 'matmul',
  m,
  k,
  n,
  a: { row: k, col: 1, offset: 0 },
  b: { row: n, col: 1, offset: 0 },
  batch: [],
});

describe.each([false, true])('kernels for GPUs: %s', (hardware) => {
  let backend: WebGPUBackend;
  beforeAll(async () => {
    backend = await createWebGPUBackend({ hardware });
  });
  afterAll(() => backend.dispose());

  const products: [string, MatmulSpec][] = [
    ['small, odd', row(5, 3, 7)],
    ['one row, one column', row(1, 9, 1)],
    ['several tiles with edges', row(70, 33, 131)],
    ['large register tiles with edges', row(91, 150, 131)],
    [
      'transposed, with offsets',
      {
        ...row(20, 17, 37),
        a: { row: 1, col: 21, offset: 3 },
        b: { row: 1, col: 19, offset: 5 },
      },
    ],
    [
      'batches, one broadcast, one reversed',
      {
        ...row(9, 8, 10),
        a: { row: -8, col: 1, offset: 64 },
        batch: [
          { size: 3, a: 0, b: 160 },
          { size: 2, a: 72, b: 80 },
        ],
      },
    ],
    ['split over k', row(6, 5000, 8)],
  ];
  test.each(products)('product: %s', async (_, spec) => {
    const [a, b] = [randomValues(40000, 1), randomValues(40000, 2)];
    const kernel = special(spec, [a.length, b.length]);
    const want = matmul(spec, a, b);
    const [got] = await runKernel(backend, kernel, [a, b], [want.length]);
    expect(worstError(got, want, Math.sqrt(spec.k))).toBeLessThan(3e-6);
    const [again] = await runKernel(backend, kernel, [a, b], [want.length]);
    expect(again).toEqual(got);
  });

  const geometries: [string, ConvGeometry][] = [
    ['3x3, padded', convGeometry({})],
    ['1x1', convGeometry({ kh: 1, kw: 1, padding: [0, 0, 0, 0] })],
    [
      'strided, dilated, asymmetric',
      convGeometry({
        stride: [2, 3],
        dilation: [2, 1],
        padding: [0, 2, 3, 1],
        h: 9,
        w: 11,
        kw: 2,
      }),
    ],
    ['groups', convGeometry({ groups: 2, stride: [2, 2] })],
    ['depthwise', convGeometry({ groups: 4, oc: 4, n: 1 })],
    ['many pixels, few weights', convGeometry({ n: 3, h: 40, w: 33, c: 7, oc: 9 })],
  ];
  // the tiled form takes a second to compile on CPU adapters: the telling half of the cases
  const chosen = hardware ? geometries.slice(2, 4).concat(geometries.slice(5)) : geometries;
  test.each(chosen)('convolution: %s', async (_, g) => {
    const sizes = {
      x: g.n * g.h * g.w * g.c,
      w: (g.kh * g.kw * g.c * g.oc) / g.groups,
      y: g.n * g.oh * g.ow * g.oc,
    };
    const [x, w, y] = [sizes.x, sizes.w, sizes.y].map((n, i) => randomValues(n, i + 5));
    const want = {
      forward: new Float64Array(sizes.y),
      inputGrad: new Float64Array(sizes.x),
      weightGrad: new Float64Array(sizes.w),
    };
    eachTerm(g, (i, j, k) => {
      want.forward[k] += x[i] * w[j];
      want.inputGrad[i] += y[k] * w[j];
      want.weightGrad[j] += x[i] * y[k];
    });
    const inputs = { forward: [x, w], inputGrad: [y, w], weightGrad: [x, y] };
    for (const pass of ['forward', 'inputGrad', 'weightGrad'] as const) {
      const kernel = special(
        { kind: 'conv2d', pass, ...g },
        inputs[pass].map((v) => v.length),
      );
      const [got] = await runKernel(backend, kernel, inputs[pass], [want[pass].length]);
      expect(worstError(got, want[pass], 10), pass).toBeLessThan(1e-5);
    }
  });
});

describe('scans, sorts and scatters', () => {
  let backend: WebGPUBackend;
  beforeAll(async () => {
    backend = await createWebGPUBackend();
  });

  const scans: ScanSpec[] = [
    { kind: 'scan', op: 'sum', outer: 3, length: 7, inner: 4, reverse: false, exclusive: false },
    { kind: 'scan', op: 'sum', outer: 2, length: 1001, inner: 3, reverse: true, exclusive: true },
    { kind: 'scan', op: 'prod', outer: 1, length: 300, inner: 1, reverse: false, exclusive: true },
    { kind: 'scan', op: 'max', outer: 2, length: 65, inner: 1, reverse: true, exclusive: false },
  ];
  test.each(scans)('%o', async (s) => {
    for (const dtype of ['f32', 'i32'] as const) {
      const n = s.outer * s.length * s.inner;
      const random = randomValues(n, 4);
      const values =
        dtype === 'f32'
          ? random.map((v) => (s.op === 'prod' ? 1 + v / 10 : v))
          : Int32Array.from(random, (v) =>
              s.op === 'prod' ? (v > 0 ? 1 : -1) : Math.round(v * 9),
            );
      const least = dtype === 'f32' ? -Infinity : -2147483648;
      const start = s.op === 'sum' ? 0 : s.op === 'prod' ? 1 : least;
      const want = new Float64Array(n);
      for (let o = 0; o < s.outer; o++)
        for (let i = 0; i < s.inner; i++) {
          let acc = start;
          for (let t = 0; t < s.length; t++) {
            const at = (o * s.length + (s.reverse ? s.length - 1 - t : t)) * s.inner + i;
            const v = values[at];
            const next = s.op === 'sum' ? acc + v : s.op === 'prod' ? acc * v : Math.max(acc, v);
            want[at] = s.exclusive ? acc : next;
            acc = next;
          }
        }
      const [got] = await runKernel(backend, special(s, [n], [dtype], dtype), [values], [n]);
      expect(worstError(got, want)).toBeLessThan(dtype === 'f32' ? 3e-6 : 1e-12);
    }
  });

  test.each([
    [1, 1],
    [3, 17],
    [2, 256],
    [2, 257],
    [1, 5000],
  ])('argsort of %i rows of %i', async (rows, n) => {
    const random = randomValues(rows * n, 6);
    // many ties, zeros of both signs, infinities and NaN
    const floats = random.map((v, i) =>
      i % 13 === 5
        ? NaN
        : i % 17 === 3
          ? -0
          : i % 29 === 1
            ? -Infinity
            : i % 31 === 2
              ? Infinity
              : Math.round(v * 20) / 2,
    );
    const ints = Int32Array.from(random, (v) => Math.round(v * 30) * 71582788);
    const orders = (v: ArrayLike<number>, descending: boolean): number[] =>
      Array.from({ length: rows }, (_, r) =>
        Array.from({ length: n }, (_, i) => i).sort((p, q) => {
          const [a, b] = [v[r * n + p], v[r * n + q]];
          if (Number.isNaN(a) || Number.isNaN(b)) return +Number.isNaN(a) - +Number.isNaN(b);
          return a === b ? 0 : (descending ? b > a : a > b) ? 1 : -1;
        }),
      ).flat();
    for (const descending of [false, true]) {
      const spec = { kind: 'argsort' as const, rows, n, descending };
      const total = rows * n;
      const [f] = await runKernel(
        backend,
        special(spec, [total], ['f32'], 'i32'),
        [floats],
        [total],
      );
      expect([...f]).toEqual(orders(floats, descending));
      const [i] = await runKernel(backend, special(spec, [total], ['i32'], 'i32'), [ints], [total]);
      expect([...i]).toEqual(orders(ints, descending));
    }
  });

  test.each([
    [5, 3, 4],
    [7, 2, 300],
    [1000, 5, 2000],
  ])('scatter-add into %i rows of %i from %i', async (rows, inner, count) => {
    const index = Int32Array.from(randomValues(count, 8), (v) =>
      Math.floor(v * rows * 0.6 + rows / 2),
    );
    for (const dtype of ['f32', 'i32'] as const) {
      const convert = (v: Float32Array): HostArray =>
        dtype === 'f32' ? v : Int32Array.from(v, (x) => Math.round(x * 100));
      const base = convert(randomValues(rows * inner, 9));
      const source = convert(randomValues(count * inner, 10));
      const want = Float64Array.from(base);
      index.forEach((r, i) => {
        if (r < 0 || r >= rows) return;
        for (let c = 0; c < inner; c++) want[r * inner + c] += source[i * inner + c];
      });
      const spec = { kind: 'scatterAdd' as const, rows, inner, count };
      const kernel = special(
        spec,
        [base.length, count, source.length],
        [dtype, 'i32', dtype],
        dtype,
      );
      const [got] = await runKernel(backend, kernel, [base, index, source], [base.length]);
      expect(worstError(got, want)).toBeLessThan(2e-6);
      expect((await runKernel(backend, kernel, [base, index, source], [base.length]))[0]).toEqual(
        got,
      );
    }
  });
});
