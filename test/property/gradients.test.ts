// Every operation's gradient rule, first and second order, against finite differences in float64, from
// the samples that the operation itself declares.
import { beforeAll, describe, expect, it } from 'vitest';
import { checkGradients } from '../../src/autodiff/check-gradients.ts';
import '../../src/runtime/evaluate.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { applyOp, sampleTensors } from '../support/samples.ts';
import { operations } from './registry.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

describe('gradients', () => {
  for (const op of operations()) {
    it(op.name, async () => {
      expect(op.samples.length, 'samples').toBeGreaterThan(0);
      if (!op.vjp) {
        expect(op.nondifferentiable, 'a reason for having no gradient').toBeTruthy();
        return;
      }
      for (const [k, sample] of op.samples.entries()) {
        const inputs = sampleTensors(sample, 17 + k, 'f64');
        if (!inputs.some((t) => t.isFloat)) continue;
        const out = applyOp(op, inputs, sample.attrs);
        if (!out.isFloat) continue;
        await checkGradients((...xs) => applyOp(op, xs, sample.attrs), inputs, { elements: 8 });
      }
    });
  }
});
