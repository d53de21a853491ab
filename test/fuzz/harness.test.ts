// What the harness of the attacks is there to find, it finds.
import { expect, test } from 'vitest';
import { attackReader } from './harness.ts';
import { picker } from './mutate.ts';

test('an attack finds what it is there to find', async () => {
  const attack = {
    name: 'careless',
    sound: [],
    input: () => Uint8Array.of(1),
    read: async () => Promise.reject(new TypeError('x is undefined')),
  };
  expect((await attackReader(attack, 50)).faults).toHaveLength(20);
  const slow = {
    ...attack,
    read: async () => {
      const before = process.cpuUsage();
      for (let busy = 0; busy < 2e5; ) {
        const { user, system } = process.cpuUsage(before);
        busy = user + system;
      }
    },
  };
  expect((await attackReader(slow, 1, 0, 0.05)).faults).toEqual([
    expect.stringMatching(/seed 0: [\d.]+ s/),
  ]);
  const pick = picker(3);
  expect(Array.from({ length: 5 }, () => pick(100))).not.toEqual([0, 0, 0, 0, 0]);
});
