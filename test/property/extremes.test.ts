// The CPU against the oracle at zeros, infinities, NaN and ties, for every operation.
import { describe, expect, it } from 'vitest';
import { prefersWinograd } from '../../src/backends/cpu/kernels/winograd-plan.ts';
import { convDisagreements, convolutions, geometries } from './conv-extremes.ts';
import { disagreements } from './extremes.ts';
import { operations } from './registry.ts';

describe('extreme operands', () => {
  for (const op of operations()) {
    if (convolutions.has(op.name)) {
      it(op.name, async () => {
        expect(await convDisagreements(op, 'cpu')).toEqual([]);
      });
      continue;
    }
    it(op.name, async () => {
      expect(await disagreements(op, 'cpu', ['f32', 'f64'], 3e-5, 3)).toEqual([]);
    });
    // `sort` and its like cast f16 first
    if (op.name === 'argsort') continue;
    it(`${op.name}, f16`, async () => {
      expect(await disagreements(op, 'cpu', ['f16'], 2e-3, 3)).toEqual([]);
    });
  }

  it("meets Winograd's algorithm", () => {
    for (const pass of ['forward', 'inputGrad', 'weightGrad'] as const) {
      expect(prefersWinograd(geometries.winograd, pass)).toBe(true);
    }
  });
});
