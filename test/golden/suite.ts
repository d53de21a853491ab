// The golden cases of a group as tests on one device. A case is computed by the adapter of its group,
// which knows operations and modules, never single cases; compare.ts says what is wrong with the answer.
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDevice, use } from '../support/devices.ts';
import type { GoldenCase } from './contract.ts';
import { readGolden } from './golden.ts';
import { adapterOf } from './groups.ts';
import { failureText } from './report.ts';
import { runCase } from './run-cases.ts';

/** A device and how much more than the f32 tolerance it may be off. */
export interface Setting {
  readonly device: TestDevice;
  readonly factor: number;
  /** Cases that the device does not promise, by their flags. */
  readonly except?: (c: GoldenCase) => boolean;
}

/** Declares a test for every case of a group; also a case that no adapter knows fails. */
export function goldenSuite(group: string, count: number, setting: Setting): void {
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
        const report = await runCase(c, golden, adapterOf(group), setting.factor);
        const wrong = report.failures.map(failureText);
        const { state, reason } = report;
        expect({ state, reason, wrong }).toEqual({ state: 'passed', reason: undefined, wrong: [] });
      });
    }
  });
}
