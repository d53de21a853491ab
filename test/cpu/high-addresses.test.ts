// Addresses beyond 2 GiB, which are negative as signed 32-bit integers: a large model's weights push
// everything else up there. A block of 2 GiB is taken and never touched, so it costs no memory; every kind
// of kernel then gives the bits that it gives below.
import { afterAll, describe, expect, it } from 'vitest';
import { CpuBackend } from '../../src/backends/cpu/cpu-backend.ts';
import {
  argsort,
  attention,
  cast,
  compile,
  conv2d,
  convTranspose2d,
  cumsum,
  exp,
  grad,
  matmul,
  mul,
  random,
  scatterAdd,
  softmax,
  sum,
  type Tensor,
  take,
  tensor,
  transpose,
  useDevice,
} from '../../src/index.ts';
import { useBackend } from '../../src/runtime/device.ts';

const half = 2 ** 31;

const draw = (seed: number, shape: number[]): Tensor => random.normal(random.key(seed), shape);

/** One value of each kind of kernel. */
function kernels(): Record<string, () => Tensor> {
  const x = draw(1, [60, 70]);
  const image = draw(2, [2, 16, 16, 32]);
  const [q, k, v] = [3, 4, 5].map((seed) => draw(seed, [2, 4, 100, 16]));
  const spread = (kernel: number, stride: number) =>
    conv2d(image, draw(6, [kernel, kernel, 32, 32]), { stride, padding: kernel >> 1 });
  return {
    elementwise: () => exp(mul(x, 0.1)),
    'sum of columns': () => sum(x, 0),
    'sum of all': () => sum(x),
    softmax: () => softmax(x),
    'product of blocks': () => matmul(draw(7, [300, 400]), draw(8, [400, 500])),
    'product with transposes': () => matmul(transpose(draw(9, [64, 48])), draw(10, [64, 80])),
    'product of one row': () => matmul(draw(11, [1, 333]), draw(12, [333, 77])),
    'convolution by tiles': () => spread(3, 1),
    'convolution with stride': () => spread(5, 2),
    'transposed convolution': () =>
      convTranspose2d(image, draw(13, [3, 3, 16, 32]), { stride: 2, padding: 1 }),
    'gradient of a convolution': () =>
      grad((w: Tensor) => sum(mul(conv2d(image, w, { padding: 1 }), 0.01)))(
        draw(14, [3, 3, 32, 16]),
      ),
    attention: () => attention(q, k, v),
    'gradient of attention': () => grad((t: Tensor) => sum(attention(t, k, v)))(q),
    cumsum: () => cumsum(x, 1),
    argsort: () => argsort(x, { axis: 1 }),
    gather: () => take(x, tensor(Int32Array.from([5, 0, 59]))),
    scatter: () => {
      const rows = Int32Array.from({ length: 210 }, (_, i) => i % 7);
      return scatterAdd(x, tensor(rows, { shape: [3, 70] }), draw(15, [3, 70]), 0);
    },
    'f16 and back': () => cast(mul(cast(x, 'f16'), 3), 'f32'),
  };
}

/** Values of everything, computed in compiled functions, with `taken` bytes held before. */
async function valuesAt(taken: number, threads: number): Promise<Record<string, number[]>> {
  const backend = new CpuBackend({ threads });
  await useBackend(backend);
  const block = taken > 0 ? backend.alloc({ shape: [taken / 4], dtype: 'f32' }) : undefined;
  const out: Record<string, number[]> = {};
  for (const [name, f] of Object.entries(kernels())) {
    const compiled = compile(f, { name });
    // several times, for threads to join
    for (let i = 0; i < 3; i++) out[name] = Array.from(await compiled().data());
  }
  if (block) {
    const { address } = backend.alloc({ shape: [1], dtype: 'f32' }) as unknown as {
      address: number;
    };
    expect(address).toBeGreaterThan(taken - 2 ** 20);
  }
  await useDevice('cpu');
  backend.dispose();
  return out;
}

describe('beyond 2 GiB', () => {
  afterAll(async () => {
    await useDevice('cpu');
  });

  it.each([
    [1, half],
    [2, half],
    // across the border
    [1, half - 65536],
  ])('%i threads, %i bytes taken: the same bits', async (threads, taken) => {
    const low = await valuesAt(0, threads);
    const high = await valuesAt(taken, threads);
    for (const [name, values] of Object.entries(low)) {
      expect(
        values.some((v) => v !== 0),
        name,
      ).toBe(true);
      expect(high[name], name).toEqual(values);
    }
  });
});
