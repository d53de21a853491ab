// The random generator on the planner and the CPU.
import { describe, it } from 'vitest';
import { closeNormals, reproducesThreefry, sameBits } from './random.ts';

describe.each(['interpret', 'program', 'cpu'] as const)('random numbers on %s', (device) => {
  it('reproduce the published threefry vectors', () => reproducesThreefry(device));
  it('are the same bits for the same seed', () => sameBits(device));
  it('are normal to a few ulp', () => closeNormals(device));
});
