// Damaged input of every kind for the readers of a subject: an error of the library, soon, or a value. 2,000
// inputs a reader (WGRAD_FUZZ for another number; `npm run fuzz` for 100,000 each).
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import { attacks, cleanUp, type Subject } from './attacks.ts';
import { attackReader } from './harness.ts';
import { picker } from './mutate.ts';

const count = Number(process.env.WGRAD_FUZZ ?? 2000);

/** Registers the tests of a subject's readers. */
export async function attackSubject(subject: Subject): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wgrad-fuzz-'));
  const all = await attacks(folder, [subject]);
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
}
