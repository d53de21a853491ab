// Policies on WebGPU: the ratio of a first update is exactly 1 there, too.
import { beforeAll, describe, test } from 'vitest';
import { use } from '../support/devices.ts';
import { expectFirstRatios, subjects } from './policies.ts';

beforeAll(() => use('webgpu'));

describe('a rollout and its first update on WebGPU', () => {
  test.each(Object.keys(subjects))(
    'agree to the bit: %s',
    async (name) => {
      await expectFirstRatios(subjects[name]());
    },
    120_000,
  );
});
