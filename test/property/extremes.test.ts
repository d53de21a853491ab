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
    const { n, h, w, c, oh, ow, kh, kw, oc, ...rest } = geometries.winograd;
    const spec = {
      input: [n, h, w, c],
      output: [oh, ow],
      kernel: [kh, kw],
      outChannels: oc,
      ...rest,
    };
    for (const pass of ['forward', 'inputGrad', 'weightGrad'] as const) {
      expect(prefersWinograd(spec as never, pass)).toBe(true);
    }
  });
});
