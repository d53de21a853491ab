// Every operation of this family: its lowering (for kernels the generic fallback) equals its oracle on
// its samples, and linear operations equal their adjoints' transpose: <A x, y> = <x, A* y>.
import { expect, test } from 'vitest';
import { type AnyOp, registry } from '../../src/tensor/define.ts';
import '../../src/tensor/ops/index.ts';
import { sizeOf } from '../../src/tensor/shape.ts';
import { runLowering } from './evaluate-lowering.ts';

let seed = 1;
const draw = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const names = [
  'matmul',
  'conv2d',
  'conv2dInputGrad',
  'conv2dWeightGrad',
  'unfold',
  'fold',
  'resizeAxis',
  'resizeAxisGrad',
];

const opNamed = (name: string): AnyOp => {
  const op = registry.get(name);
  if (!op) throw new Error(`${name} is not registered`);
  return op;
};

const arrays = (sample: AnyOp['samples'][number]) =>
  sample.inputs.map(({ shape, dtype = 'f32', domain = [-2, 2] }) => ({
    shape,
    dtype,
    data: Float64Array.from({ length: sizeOf(shape) }, () => {
      const v = domain[0] + draw() * (domain[1] - domain[0]);
      return dtype === 'f32' ? v : Math.round(v);
    }),
  }));

for (const name of names) {
  test(`${name}: lowering and oracle agree`, () => {
    const op = opNamed(name);
    expect(op.samples.length).toBeGreaterThan(2);
    for (const sample of op.samples) {
      const inputs = arrays(sample);
      const out = op.shape(inputs, sample.attrs);
      const call = { attrs: sample.attrs, inputs, out };
      const want = op.reference(inputs, call);
      const got = runLowering(
        op.lower,
        call,
        inputs.map((x) => x.data),
      );
      expect(want.length).toBe(sizeOf(out.shape));
      expect(got.length).toBe(want.length);
      got.forEach((v, i) => {
        expect(v).toBeCloseTo(want[i], 10);
      });
    }
  });
}

const adjoints = [
  ['unfold', 'fold'],
  ['resizeAxis', 'resizeAxisGrad'],
];

test.each(adjoints)('%s and %s are adjoint', (name, adjoint) => {
  const op = opNamed(name);
  // linear: with zeros around the image
  const linear = op.samples.filter(({ attrs }) => !(attrs as { outside?: number }).outside);
  for (const sample of linear) {
    const [x] = arrays(sample);
    const out = op.shape([x], sample.attrs);
    const y = { ...out, data: Float64Array.from({ length: sizeOf(out.shape) }, draw) };
    const ax = op.reference([x], { attrs: sample.attrs, inputs: [x], out });
    const ay = opNamed(adjoint).reference([y], { attrs: sample.attrs, inputs: [y], out: x });
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((s, v, i) => s + v * b[i], 0);
    expect(dot(ax, y.data)).toBeCloseTo(dot(x.data, ay), 10);
  }
});
