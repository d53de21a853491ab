// KID over all pairs: the mean that random subsets estimate, without their noise, and of any subset of the samples at
// the cost of adding numbers. k(x, y) = (x y / d + 1)³ (Binkowski et al. 2018, arXiv:1801.01401, eq. 4).

import { onDevice } from '../metrics/distances.ts';
import { add, matmul, mul, transpose } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Rows } from './rows.ts';

const most = 2 ** 22; // elements of a block

async function* kernelBlocks(x: Rows, y: Tensor): AsyncGenerator<[number, ArrayLike<number>]> {
  const rows = Math.max(1, Math.floor(most / y.shape[0]));
  for (let first = 0; first < x.count; first += rows) {
    const part = onDevice(x, first, Math.min(first + rows, x.count));
    const k = add(mul(matmul(part, transpose(y)), 1 / x.dim), 1);
    const cubes = mul(mul(k, k), k);
    yield [first, await cubes.data()];
    for (const t of [part, cubes]) t.dispose();
  }
}

// over pairs of different rows
async function meanOfPairs(x: Rows): Promise<number> {
  const n = x.count;
  const all = onDevice(x);
  let sum = 0;
  for await (const [first, k] of kernelBlocks(x, all)) {
    for (let at = 0; at < k.length; at++) sum += k[at];
    for (let i = 0; i < k.length / n; i++) sum -= k[i * n + first + i];
  }
  all.dispose();
  return sum / (n * (n - 1));
}

/** KID of any of the samples with the whole reference. */
export type KidOf = (rows: readonly number[]) => number;

/** What KID of samples and of their subsets is read off; the samples' kernel has count² numbers. */
export async function kidOf(samples: Rows, reference: Rows): Promise<KidOf> {
  const n = samples.count;
  const within = new Float32Array(n * n);
  const all = onDevice(samples);
  for await (const [first, k] of kernelBlocks(samples, all)) within.set(k, first * n);
  all.dispose();
  const across = new Float64Array(n); // mean over the reference
  const real = onDevice(reference);
  for await (const [first, k] of kernelBlocks(samples, real)) {
    const m = reference.count;
    for (let i = 0, at = 0; at < k.length; i++) {
      let sum = 0;
      for (const end = at + m; at < end; at++) sum += k[at];
      across[first + i] = sum / m;
    }
  }
  real.dispose();
  const ofReal = await meanOfPairs(reference);
  return (rows) => {
    let [own, other] = [0, 0];
    for (const i of rows) {
      other += across[i];
      for (const j of rows) if (i !== j) own += within[i * n + j];
    }
    const m = rows.length;
    return own / (m * (m - 1)) + ofReal - (2 * other) / m;
  };
}
