// The CPU against the oracle at zeros, infinities, NaN and ties, for every operation.
import { describe, expect, it } from 'vitest';
import { disagreements } from './extremes.ts';
import { operations } from './registry.ts';

// Products over windows: taps in the padding may count zero times a weight or cotangent, or be left out. So an
// infinity may make NaN at the border (FEATURES.md, Known limits).
const left = new Set(['conv2d', 'conv2dInputGrad', 'conv2dWeightGrad']);

describe('extreme operands', () => {
  for (const op of operations()) {
    if (left.has(op.name)) continue;
    it(op.name, async () => {
      expect(await disagreements(op, 'cpu', ['f32', 'f64'], 3e-5, 3)).toEqual([]);
    });
  }
});
