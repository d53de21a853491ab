// Random shapes with broadcasting and zero sizes, on the planner and the CPU.
import { describe, it } from 'vitest';
import * as shapes from './shapes.ts';

describe.each(['program', 'cpu'] as const)('random shapes on %s', (device) => {
  it('elementwise operations broadcast', () => shapes.elementwise(device, 80));
  it('reductions take any axes', () => shapes.reduced(device, 80));
  it('matrix products take vectors, batches and zero sizes', () => shapes.products(device, 60));
});
