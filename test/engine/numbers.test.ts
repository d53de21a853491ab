// Sums of millions of numbers, NaN and infinities, on the CPU and the oracle.
import { describe, it } from 'vitest';
import { followsNumPy, longSums, nonFinite } from './numbers.ts';

describe('numbers', () => {
  it('sums of 4,194,304 squares are within 1e-6 of float64', () => longSums('cpu'));
  describe.each(['interpret', 'program', 'cpu'] as const)('NaN and infinities on %s', (device) => {
    it.each(Object.keys(nonFinite))('%s', (name) => followsNumPy(device, name));
  });
});
