// Random numbers are functions of their keys: the generator gives the published vectors, and every device
// gives the same bits for the same key.
import { expect } from 'vitest';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type TestDevice, use } from '../support/devices.ts';

const { random } = ops;

// Known answers of Random123 (Salmon et al. 2011), threefry2x32 with 20 rounds: counter, key, result.
const published = [
  [
    [0, 0],
    [0, 0],
    [0x6b200159, 0x99ba4efe],
  ],
  [
    [0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0x1cb996fc, 0xbb002be7],
  ],
  [
    [0x243f6a88, 0x85a308d3],
    [0x13198a2e, 0x03707344],
    [0xc4923a9c, 0x483df7a0],
  ],
];

/** Threefry gives the published vectors on a device. */
export async function reproducesThreefry(device: TestDevice): Promise<void> {
  await use(device);
  for (const [counter, key, want] of published) {
    const k = ops.tensor(Uint32Array.from(key));
    const got = await random
      .threefry(k, ops.tensor(Uint32Array.from(counter), { shape: [1, 2] }))
      .data();
    expect([...got]).toEqual(want);
  }
}

const draws: Record<string, (k: Tensor) => Tensor> = {
  bits: (k) => random.bits(k, [37]),
  uniform: (k) => random.uniform(k, [5, 7]),
  randint: (k) => random.randint(k, [40], -3, 11),
  splitKey: (k) => ops.stack(random.splitKey(k, 5)),
  foldIn: (k) => random.foldIn(k, 12345),
  permutation: (k) => random.permutation(k, 33),
  bernoulli: (k) => random.bernoulli(k, [50], 0.3),
};

/** Bits, uniforms and what is made of them by comparisons are the same on a device as on the oracle. */
export async function sameBits(device: TestDevice): Promise<void> {
  for (const [name, draw] of Object.entries(draws)) {
    for (const seed of [0, 1, 2 ** 40 + 7]) {
      await use('interpret');
      const want = await draw(random.key(seed)).data();
      await use(device);
      const got = await draw(random.key(seed)).data();
      expect([...got], `${name}, seed ${seed}`).toEqual([...want]);
      expect([...(await draw(random.key(seed)).data())], 'again').toEqual([...got]);
    }
  }
}

/** Normal values agree to a few units in the last place. */
export async function closeNormals(device: TestDevice): Promise<void> {
  await use('interpret');
  const want = await random.normal(random.key(3), [512]).data();
  await use(device);
  const got = await random.normal(random.key(3), [512]).data();
  want.forEach((w, i) => {
    expect(Math.abs(got[i] - w)).toBeLessThanOrEqual(
      16 * 2 ** -24 * Math.max(Math.abs(w), 2 ** -6),
    );
  });
}
