// Wide vectors change no bit. Programs and random graphs are computed in 128 bits, then in pairs of vectors, which V8
// of Node 24 joins to 256 bits. Joining is the optimising compiler's work, so that compiles everything at once here.
// Older Nodes compare what the generators write: nothing is joined there.
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import { createCpuBackend } from '../../src/backends/cpu/cpu-backend.ts';
import { hasRelaxedSimd } from '../../src/backends/cpu/wasm/assembler.ts';
import type { Simd } from '../../src/backends/cpu/wasm/simd.ts';
import { wideVectors, widthOn } from '../../src/backends/cpu/wide.ts';
import '../../src/index.ts';
import { useBackend } from '../../src/runtime/device.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { extend, type GraphPlan, graphPlans, total } from '../property/random-graph.ts';
import { randomValues } from './support.ts';

const values = (shape: number[], seed: number): Tensor =>
  ops.tensor(
    randomValues(
      shape.reduce((a, b) => a * b, 1),
      seed,
    ),
    { shape },
  );

/** The value of a function of some tensors, and the gradients of a weighted sum. */
const withGradients =
  (f: (...xs: Tensor[]) => Tensor, ...shapes: number[][]) =>
  (): Tensor[] => {
    const xs = shapes.map((shape, i) => values(shape, i + 1));
    return [f(...xs), ...grad((ys: Tensor[]) => total([f(...ys)]))(xs)];
  };

const heads = [2, 37, 24];
const programs: Record<string, () => Tensor[]> = {
  'products, all remainders': () =>
    [1, 5, 8, 12, 16, 23, 40, 67].flatMap((n) =>
      [1, 6, 13, 50].map((m) => ops.matmul(values([m, 31], n), values([31, n], m))),
    ),
  'products of large matrices': withGradients(ops.matmul, [70, 300], [300, 90]),
  'products in a batch': withGradients(ops.matmul, [3, 20, 33], [3, 33, 24]),
  convolution: withGradients(
    (x, w) => ops.conv2d(x, w, { padding: 1 }),
    [2, 9, 9, 6],
    [3, 3, 6, 20],
  ),
  'convolution with stride': withGradients(
    (x, w) => ops.conv2d(x, w, { stride: 2, padding: 1 }),
    ...[
      [2, 12, 12, 24],
      [4, 4, 24, 40],
    ],
  ),
  'convolution by Winograd': withGradients(
    (x, w) => ops.conv2d(x, w, { padding: 1 }),
    [2, 16, 16, 24],
    [3, 3, 24, 32],
  ),
  'convolution by Winograd, of what is not finite': () => {
    const x = randomValues(2 * 16 * 16 * 24, 3);
    x[700] = Number.POSITIVE_INFINITY;
    return [
      ops.conv2d(ops.tensor(x, { shape: [2, 16, 16, 24] }), values([3, 3, 24, 16], 4), {
        padding: 1,
      }),
    ];
  },
  attention: withGradients(
    (q, k, v) => ops.attention(q, k, v, { causal: true }),
    heads,
    heads,
    heads,
  ),
  'elementwise functions': withGradients(
    (x) =>
      ops.stack(
        [
          ops.exp,
          ops.expm1,
          ops.tanh,
          ops.erf,
          ops.sin,
          ops.cos,
          ops.gelu,
          ops.silu,
          ops.softplus,
          ops.rsqrt,
        ].map((f) => f(ops.add(x, 2))),
      ),
    [3, 107],
  ),
  'logarithms and powers': withGradients(
    (x) =>
      ops.add(
        ops.log(ops.add(ops.square(x), 0.1)),
        ops.mul(ops.log1p(ops.abs(x)), ops.pow(ops.abs(x), 1.5)),
      ),
    [411],
  ),
  normalisation: withGradients((x) => ops.layerNorm(ops.softmax(x), { eps: 0.1 }), [13, 100]),
  'reductions of both axes': withGradients(
    (x) => ops.mul(ops.sum(x, 0), ops.mean(ops.max(x, 1))),
    [45, 68],
  ),
  // accumulators in pairs by way of memory: rows of whole blocks, and columns longer than float32 sums are
  'long sums and extremes': withGradients(
    (x) =>
      ops.concat([
        ops.sum(ops.exp(x), 1),
        ops.max(ops.tanh(x), 1),
        ops.min(ops.sin(x), 1),
        ops.sum(ops.mul(x, ops.cos(x)), 0),
        ops.prod(ops.add(ops.mul(x, 0.01), 1), 1),
      ]),
    [300, 256],
  ),
  'extremes of what is not finite': () => {
    const x = randomValues(6 * 512, 9);
    x[700] = Number.NaN;
    x[1400] = Number.POSITIVE_INFINITY;
    const t = ops.tensor(x, { shape: [6, 512] });
    return [ops.max(t, 1), ops.min(t, 1), ops.sum(t, 1)];
  },
  'casts and random bits': () => {
    const x = values([77], 5);
    return [
      ops.cast(ops.cast(x, 'f16'), 'f32'),
      ops.cast(ops.mul(x, 100), 'i32'),
      ops.where(ops.less(x, 0), x, 1),
    ];
  },
};

// computed together: read one by one, equal graphs may be cut, and so rounded, otherwise the second time, since
// what several reads needed is kept from then on
const bitsOf = async (tensors: readonly Tensor[]): Promise<string[]> => {
  await realize(tensors);
  return Promise.all(
    tensors.map(async (t) => {
      const data = await t.data();
      return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64');
    }),
  );
};

const count = Number(process.env.WGRAD_WIDE_GRAPHS ?? 150);
const plans: readonly GraphPlan[] = fc.sample(graphPlans(20), { numRuns: count, seed: 24 });

// vectors of some length, as wide vectors come in pairs
function graph({ seed, instructions }: GraphPlan): Tensor[] {
  const inputs = [values([6, 40], seed), values([40], seed + 1), values([], seed + 2)];
  const last = (xs: readonly Tensor[], smooth: boolean): Tensor[] =>
    extend(
      xs.map((t) => ({ t, bound: 1 })),
      instructions,
      smooth,
    )
      .slice(-4)
      .map(({ t }) => t);
  return [...last(inputs, false), ...grad((xs: Tensor[]) => total(last(xs, true)))(inputs)];
}

type Bits = Record<string, string[]>;

async function everything(simd: Simd): Promise<{ programs: Bits; graphs: string[][] }> {
  await useBackend(createCpuBackend({ threads: 1, simd }));
  const found: Bits = {};
  for (const [name, program] of Object.entries(programs)) found[name] = await bitsOf(program());
  const graphs = [];
  for (const plan of plans) graphs.push(await bitsOf(graph(plan)));
  return { programs: found, graphs };
}

describe.skipIf(!hasRelaxedSimd())('wide vectors', () => {
  let narrow: Awaited<ReturnType<typeof everything>>;
  let wide: typeof narrow;

  beforeAll(async () => {
    setFlagsFromString('--no-liftoff');
    narrow = await everything('fused');
    wideVectors(); // from here on V8 joins
    setFlagsFromString('--no-liftoff');
    wide = await everything('wide');
  }, 600_000);

  afterAll(() => setFlagsFromString('--liftoff'));

  test.each(Object.keys(programs))('change no bit of %s', (name) => {
    expect(wide.programs[name]).toEqual(narrow.programs[name]);
    expect(narrow.programs[name].length).toBeGreaterThan(0);
  });

  test(`change no bit of ${count} random graphs and their gradients`, () => {
    expect(narrow.graphs.length).toBe(count);
    const different = plans.filter((_, i) =>
      narrow.graphs[i].some((t, k) => t !== wide.graphs[i][k]),
    );
    expect(different).toEqual([]);
  });
});

test('wide vectors are found on Node 24 where the processor has AVX2, and nowhere else', () => {
  const { wide, reason } = wideVectors();
  const info = process.platform === 'linux' ? readFileSync('/proc/cpuinfo', 'utf8') : '';
  const able = /\bavx2\b/.test(info) && /\bfma\b/.test(info) && process.arch === 'x64';
  if (Number.parseInt(process.versions.node, 10) < 24)
    expect(reason).toMatch(/does not join vectors, 24 does/);
  else if (able) expect(reason).toBe('256 bits: V8 joins vectors here');
  expect(wide).toBe(reason.startsWith('256'));
  expect(wideVectors(false)).toEqual({
    wide: false,
    reason: '128 bits: wide vectors were not wanted',
  });
});

test('what cannot join is told why, and nothing is thrown', () => {
  const broken = {
    setFlagsFromString: () => {
      throw new Error('not implemented');
    },
  };
  const node24 = { arch: 'x64', versions: { node: '24.1.0' }, getBuiltinModule: () => broken };
  const on = (part: object): string => widthOn({ ...node24, ...part }).reason;
  expect(widthOn(undefined).reason).toBe('128 bits: only Node 24 joins vectors');
  expect(on({ versions: { node: '22.3.0' } })).toMatch(
    'Node 22.3.0 does not join vectors, 24 does',
  );
  expect(on({ arch: 'arm64' })).toMatch('no vectors on arm64');
  if (!hasRelaxedSimd()) return;
  expect(on({})).toBe('128 bits: the trial failed (not implemented)');
  // a trial that fails half-way takes the flag back
  const flags: string[] = [];
  const failing = {
    setFlagsFromString: (flag: string) => {
      if (flags.push(flag) === 4) throw new Error('no more');
    },
  };
  expect(on({ getBuiltinModule: () => failing })).toBe('128 bits: the trial failed (no more)');
  expect(flags[2]).toBe('--experimental-wasm-revectorize');
  expect(flags.at(-1)).toBe('--no-experimental-wasm-revectorize');
  // flags that are taken and do nothing: another engine, or a V8 that joins no more
  const idle = on({ getBuiltinModule: () => ({ setFlagsFromString: () => {} }) });
  expect(idle).toMatch(/^(128 bits: .*gained only a factor of|256 bits)/);
});
