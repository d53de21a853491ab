// Every operation of part A: its lowering against its float64 reference, and its gradient to second
// order against finite differences, on its own samples.
import { describe, expect, it } from 'vitest';
import { type AnyOp, registry } from '../../src/tensor/define.ts';
import { isFloat } from '../../src/tensor/dtype.ts';
import '../../src/tensor/ops/index.ts';
import { placeholder, tensor } from '../../src/tensor/ops/create.ts';
import { Tensor } from '../../src/tensor/tensor.ts';
import { checkDerivatives, evaluate, evaluateCompiled, sampleValues } from './support.ts';

const names = [
  ...['add', 'sub', 'mul', 'div', 'floorDiv', 'rem', 'maximum', 'minimum', 'atan2', 'neg', 'abs'],
  ...['sign', 'square', 'reciprocal', 'floor', 'ceil', 'round', 'trunc', 'where', 'pow'],
  ...['powConstant', 'equal', 'notEqual', 'less', 'lessEqual', 'greater', 'greaterEqual'],
  ...['logicalAnd', 'logicalOr', 'logicalXor', 'logicalNot', 'isNan', 'isFinite', 'isInf'],
  ...['bitwiseAnd', 'bitwiseOr', 'bitwiseXor', 'bitwiseNot', 'shiftLeft', 'shiftRight'],
  ...['exp', 'log', 'log1p', 'expm1', 'sqrt', 'rsqrt', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan'],
  ...['sinh', 'cosh', 'tanh', 'erf', 'sigmoid', 'relu', 'silu', 'gelu', 'geluTanh', 'softplus'],
  ...['sum', 'prod', 'max', 'min', 'argmax', 'argmin', 'any', 'all', 'scan', 'logAddExp'],
];

describe.each(names)('%s', (name) => {
  const op = registry.get(name) as AnyOp;

  it('lowers to what its reference computes', () => {
    expect(op.samples.length).toBeGreaterThan(0);
    for (const sample of op.samples) {
      const buffers = sample.inputs.map((i, k) => sampleValues(i, k + 3));
      const inputs = sample.inputs.map((i) =>
        placeholder({ shape: i.shape, dtype: i.dtype ?? 'f32' }),
      );
      const out = new Tensor(op, inputs, sample.attrs, op.shape(inputs, sample.attrs));
      const feed = new Map(inputs.map((t, k) => [t, buffers[k]]));
      const [want] = evaluate([out], feed);
      const [got] = evaluateCompiled([out], feed);
      expect(want.length).toBe(got.length);
      got.forEach((v, i) => {
        expect(Math.abs(v - want[i])).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(want[i])));
      });
    }
  });

  it('has the right gradient to second order, or a reason for none', () => {
    if (!op.vjp) {
      expect(op.nondifferentiable).toMatch(/\w/);
      return;
    }
    for (const { inputs, attrs } of op.samples) {
      const fixed = inputs.map((i) => !isFloat(i.dtype ?? 'f32'));
      if (fixed.every(Boolean)) continue;
      const f = (...xs: Tensor[]): Tensor => {
        let next = 0;
        const operands = constants.map((c) => c ?? xs[next++]);
        return new Tensor(op, operands, attrs, op.shape(operands, attrs));
      };
      const constants = inputs.map((i, k) =>
        fixed[k] ? constantOf(i.shape, sampleValues(i, k + 3)) : undefined,
      );
      const domains = inputs.filter((_, k) => !fixed[k]);
      checkDerivatives(
        f,
        domains.map((i) => ({ shape: i.shape, domain: i.domain as [number, number] | undefined })),
      );
    }
  });
});

function constantOf(shape: readonly number[], values: Float64Array): Tensor {
  return tensor(Uint8Array.from(values), { shape, dtype: 'bool' });
}
