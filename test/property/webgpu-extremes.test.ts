// WebGPU against the oracle at zeros, infinities, NaN and ties, for every operation. WGSL lets a device
// assume that there are no infinities and NaN (15.7.2); ours hides its constants and tests bits where that
// would show, so nothing is left out here. FEATURES.md says what hardware may still do.
import { describe, expect, it } from 'vitest';
import { convDisagreements, convolutions } from './conv-extremes.ts';
import { disagreements } from './extremes.ts';
import { operations } from './registry.ts';

describe('extreme operands on webgpu', () => {
  for (const op of operations()) {
    it(op.name, async () => {
      expect(
        convolutions.has(op.name)
          ? await convDisagreements(op, 'webgpu')
          : await disagreements(op, 'webgpu', ['f32'], 3e-5, 3),
      ).toEqual([]);
    });
  }
});
