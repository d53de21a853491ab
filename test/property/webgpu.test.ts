// Every operation on the webgpu device against the float64 oracle: value, first and second order.
import { describe, it } from 'vitest';
import { agrees, operations } from './registry.ts';

describe('webgpu agrees with the oracle', () => {
  for (const op of operations()) {
    it(op.name, () => agrees(op, 'webgpu', 3e-5));
  }
});
