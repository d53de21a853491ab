// Damaged input of every kind for every reader: an error of the library, soon, or a value. 2,000 inputs a
// reader (WGRAD_FUZZ for another number; `npm run fuzz` for 100,000 each).
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import { attacks, cleanUp } from './attacks.ts';
import { attackReader } from './harness.ts';
import { picker } from './mutate.ts';

const count = Number(process.env.WGRAD_FUZZ ?? 2000);
const folder = mkdtempSync(join(tmpdir(), 'wgrad-fuzz-'));
const all = await attacks(folder);
beforeAll(async () => {
  await useDevice('cpu', { threads: 1 });
});
afterAll(() => cleanUp(folder));

test.each(all.map((attack) => [attack.name, attack] as const))(
  '%s',
  async (_, attack) => {
    for (const input of attack.sound) await attack.read(input, picker(0));
    const { faults, inputs, taken, grown } = await attackReader(attack, count);
    expect(faults).toEqual([]);
    expect(inputs).toBe(count);
    // most of it is damage, and damage differs
    expect(taken).toBeLessThan(0.9 * count);
    // the process also holds vitest and the readers before; by hand each has one of its own, of 500 MB
    expect(grown).toBeLessThan(300e6);
  },
  600_000,
);

test('an attack finds what it is there to find', async () => {
  const attack = {
    name: 'careless',
    sound: [],
    input: () => Uint8Array.of(1),
    read: async () => Promise.reject(new TypeError('x is undefined')),
  };
  expect((await attackReader(attack, 50)).faults).toHaveLength(20);
  const slow = { ...attack, read: () => new Promise((resolve) => setTimeout(resolve, 2100)) };
  expect((await attackReader(slow, 1)).faults).toEqual([expect.stringMatching(/seed 0: 2\.\d+ s/)]);
  const pick = picker(3);
  expect(Array.from({ length: 5 }, () => pick(100))).not.toEqual([0, 0, 0, 0, 0]);
});
