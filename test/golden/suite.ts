// The golden cases of a group as tests on one device. A case is computed by the adapter of its group,
// which knows operations and modules, never single cases; what it gives is compared, role by role,
// with what PyTorch stored, within the tolerance that the manifest states for f32.
import { beforeAll, describe, expect, it } from 'vitest';
import { realize } from '../../src/runtime/evaluate.ts';
import { sameShape } from '../../src/tensor/shape.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type TestDevice, use } from '../support/devices.ts';
import { type Golden, type GoldenCase, mismatch, readGolden } from './golden.ts';

/** Results of a case: role ('outputs', 'grads', ...) -> short name -> tensor. */
export type Results = Readonly<Record<string, Readonly<Record<string, Tensor>>>>;

/** Computes a case, or gives undefined if it knows nothing of that kind of case. */
export type Adapter = (c: GoldenCase, golden: Golden) => Results | undefined;

/** A device and how much more than the f32 tolerance it may be off. */
export interface Setting {
  readonly device: TestDevice;
  readonly factor: number;
  /** Cases that the device does not promise, by their flags. */
  readonly except?: (c: GoldenCase) => boolean;
}

const roles = ['outputs', 'grads', 'param_grads', 'buffers_after'] as const;

async function check(c: GoldenCase, golden: Golden, got: Results, factor: number): Promise<number> {
  await realize(got);
  let compared = 0;
  for (const role of roles) {
    for (const [name, stored] of Object.entries(c[role] ?? {})) {
      const where = `${role} ${name}`;
      const t = got[role]?.[name];
      expect(t, `${where} was not computed`).toBeDefined();
      const want = golden.shape(stored);
      expect(sameShape(t.shape, want), `${where}: shape [${t.shape}], not [${want}]`).toBe(true);
      const [rtol, atol] = c.tol?.[role]?.[name] ?? [1e-5, 1e-6];
      const tolerance = [rtol * factor, atol * factor] as const;
      expect(mismatch(await t.data(), golden.values(stored), tolerance), where).toBe('');
      compared++;
    }
  }
  // sequences of learning rates stand in the manifest itself, with a tolerance of float64
  if (c.kind === 'lr') {
    const [rtol, atol] = [Math.max(c.rtol as number, 2e-6), c.atol as number];
    const lr = await got.outputs.lr.data();
    expect(mismatch(lr, c.lr as number[], [rtol * factor, Math.max(atol, 1e-7) * factor])).toBe('');
    compared++;
  }
  return compared;
}

/** Declares a test for every case of a group; a case that no adapter knows fails. */
export function goldenSuite(
  group: string,
  count: number,
  adapter: Adapter,
  setting: Setting,
): void {
  describe(`${group} on ${setting.device}`, () => {
    const golden = readGolden(group);
    beforeAll(async () => {
      await use(setting.device);
    });
    const cases = golden.cases.filter((c) => !setting.except?.(c));

    it(`has all ${count} cases of the manifest`, () => {
      expect(cases.length).toBe(count);
    });
    for (const c of cases) {
      it(c.id, async () => {
        const got = adapter(c, golden);
        expect(got, `no adapter for ${c.op ?? c.module ?? c.kind}`).toBeDefined();
        expect(await check(c, golden, got as Results, setting.factor)).toBeGreaterThan(0);
      });
    }
  });
}
