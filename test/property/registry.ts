// What every device must agree on with the float64 oracle, for every operation and each of its samples:
// the value, the gradient of a weighted sum, and the gradient of that gradient.
import assert from 'node:assert/strict';
import { grad, treeDot } from '../../src/autodiff/transforms.ts';
import { type AnyOp, registry } from '../../src/tensor/define.ts';
import type { Sample } from '../../src/tensor/operation.ts';
import { cast, mul, sum, tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type TestDevice, use, worstError } from '../support/devices.ts';
import { applyOp, sampleTensors } from '../support/samples.ts';

const tape = new Set([
  'data',
  'placeholder',
  'call',
  'pick',
  'stopGradient',

  'customVjp',
  'withGradient',
]);

/** Every operation that can be applied to samples. */
export const operations = (): AnyOp[] => [...registry.values()].filter((op) => !tape.has(op.name));

const wave = (n: number, phase: number): Float32Array =>
  Float32Array.from({ length: n }, (_, i) => Math.sin(1.7 * i + phase) + 0.3);

const weighted = (t: Tensor, phase: number): Tensor =>
  sum(mul(t, cast(tensor(wave(t.size, phase), { shape: t.shape }), t.dtype)));

/** Value, first- and second-order results of one sample, as plain numbers. */
async function results(
  op: AnyOp,
  sample: Sample<object>,
  seed: number,
): Promise<ArrayLike<number>[]> {
  const inputs = sampleTensors(sample, seed);
  const out = applyOp(op, inputs, sample.attrs);
  const values = [await out.data()];
  if (!op.vjp || !out.isFloat || !inputs.some((t) => t.isFloat)) return values;
  const place = (xs: readonly Tensor[]): Tensor[] => {
    let k = 0;
    return inputs.map((t) => (t.isFloat ? xs[k++] : t));
  };
  const floats = inputs.filter((t) => t.isFloat);
  const first = grad((xs: Tensor[]) => weighted(applyOp(op, place(xs), sample.attrs), 0.4));
  const v = floats.map((t, i) => tensor(wave(t.size, 2 + i), { shape: t.shape }));
  const second = grad((xs: Tensor[]) => treeDot(first(xs), v));
  for (const g of [...first(floats), ...second(floats)]) values.push(await g.data());
  return values;
}

/** Compares a device with the oracle on every sample of an operation. */
export async function agrees(op: AnyOp, device: TestDevice, tolerance: number): Promise<void> {
  assert(op.samples.length > 0, `${op.name} declares no samples`);
  for (const [k, sample] of op.samples.entries()) {
    await use('interpret');
    const want = await results(op, sample, 31 + k);
    await use(device);
    const got = await results(op, sample, 31 + k);
    got.forEach((g, i) => {
      const error = worstError(g, want[i]);
      assert(
        error <= tolerance,
        `${op.name} sample ${k} (${JSON.stringify(sample.attrs)}, ` +
          `${sample.inputs.map((x) => `[${x.shape}]`)}), result ${i}: ` +
          `got ${Array.from(g).slice(0, 8)}, want ${Array.from(want[i]).slice(0, 8)}`,
      );
    });
  }
}
