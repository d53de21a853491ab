// Every operation of part B on its own samples: lowering against reference, and gradients to second
// order against finite differences.
import { describe, expect, it } from 'vitest';
import { type AnyOp, registry } from '../../src/tensor/define.ts';
import { isFloat } from '../../src/tensor/dtype.ts';
import '../../src/tensor/ops/index.ts';
import { tensor } from '../../src/tensor/ops/create.ts';
import { Tensor } from '../../src/tensor/tensor.ts';
import { checkDerivatives, sampleValues } from '../ops-a/support.ts';
import { byLowering, byReference } from './support.ts';

const names = [
  ...['slice', 'place', 'concat', 'roll', 'triangle', 'iota', 'eye', 'oneHot', 'ravelIndex'],
  ...['gatherSlices', 'gatherElements', 'scatterAdd', 'lastWriter', 'threefry', 'randomBits'],
  ...['randomIntegers', 'erfInv', 'argsort'],
];

describe.each(names)('%s', (name) => {
  const op = registry.get(name) as AnyOp;

  it('lowers to what its reference computes', () => {
    expect(op.samples.length).toBeGreaterThan(0);
    for (const { inputs, attrs } of op.samples) {
      const operands = inputs.map((x, k) =>
        tensor(sampleValues(x, k + 3), { shape: x.shape, dtype: x.dtype ?? 'f32' }),
      );
      const t = new Tensor(op, operands, attrs, op.shape(operands, attrs));
      const want = byReference(t);
      expect(want).toHaveLength(t.size);
      if (op.lower.kind === 'kernel' && !op.lower.fallback) continue; // see sort.test.ts
      const got = byLowering(t);
      const tolerance = name === 'erfInv' ? 1e-6 : 1e-12;
      got.forEach((v, i) => {
        if (Number.isNaN(want[i])) expect(v).toBeNaN();
        else
          expect(Math.abs(v - want[i])).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(v)));
      });
    }
  });

  it('has the right gradient to second order, or a reason for none', () => {
    if (!op.vjp) {
      expect(op.nondifferentiable).toMatch(/\w/);
      return;
    }
    for (const { inputs, attrs } of op.samples) {
      const drawn = inputs.filter((x) => isFloat(x.dtype ?? 'f32'));
      const avals = inputs.map((x) => ({ shape: x.shape, dtype: x.dtype ?? ('f32' as const) }));
      const { dtype } = op.shape(avals, attrs);
      const operands = inputs.map((x, k) => ({ ...x, values: sampleValues(x, k + 3) }));
      const data = byReference(
        new Tensor(
          op,
          operands.map((x) => tensor(x.values, { shape: x.shape, dtype: x.dtype ?? 'f32' })),
          attrs,
          op.shape(avals, attrs),
        ),
      );
      // NaN for positions out of range has no finite differences
      if (drawn.length === 0 || !isFloat(dtype) || data.some(Number.isNaN)) continue;
      const f = (...xs: Tensor[]): Tensor => {
        let next = 0;
        const all = operands.map((x) =>
          isFloat(x.dtype ?? 'f32')
            ? xs[next++]
            : tensor(x.values, { shape: x.shape, dtype: x.dtype }),
        );
        return new Tensor(op, all, attrs, op.shape(all, attrs));
      };
      checkDerivatives(
        f,
        drawn.map((x) => ({ shape: x.shape, domain: x.domain as [number, number] | undefined })),
      );
    }
  });
});
