// Every operation on the program device against the float64 oracle: value, first and second order.
import { describe, it } from 'vitest';
import { agrees, operations } from './registry.ts';

describe('program agrees with the oracle', () => {
  for (const op of operations()) {
    it(op.name, () => agrees(op, 'program', 1e-6));
  }
});
