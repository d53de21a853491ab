// Every operation of the registry on its samples, with zeros, infinities, NaN and ties mixed into the operands:
// value and first derivative on a device against the oracle. Both must agree where a result is NaN or
// infinite, too.
import assert from 'node:assert/strict';
import { grad } from '../../src/autodiff/transforms.ts';
import type { AnyOp } from '../../src/tensor/define.ts';
import type { DType } from '../../src/tensor/dtype.ts';
import type { Sample, SampleInput } from '../../src/tensor/operation.ts';
import { sum, tensor } from '../../src/tensor/ops/index.ts';
import { sizeOf } from '../../src/tensor/shape.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type TestDevice, use, worstError } from '../support/devices.ts';
import { applyOp, random, sampleValues } from '../support/samples.ts';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
const floats = [0, -0, inf, -inf, nan, 1, -1, 0.5, -0.5, 2, -2];
const integers: Partial<Record<DType, number[]>> = {
  i32: [0, 1, -1, 2 ** 31 - 1, -(2 ** 31), 31, 5],
  u32: [0, 1, 2 ** 32 - 1, 2 ** 31, 31, 5],
};

// Operands whose values an operation takes for granted (positions, values of a domain that it declares as given).
const extreme = (input: SampleInput, type: DType, next: () => number): number[] => {
  const values = sampleValues(input, next);
  if (input.values && type !== 'f32' && type !== 'f64') return values;
  const pool = type === 'f32' || type === 'f64' || type === 'f16' ? floats : integers[type];
  if (!pool) return values;
  return values.map((v) => (next() < 0.7 ? pool[Math.floor(next() * pool.length)] : v));
};

async function results(
  op: AnyOp,
  sample: Sample<object>,
  type: DType,
  seed: number,
): Promise<[inputs: number[][], outputs: ArrayLike<number>[]]> {
  const next = random(seed);
  const given: number[][] = [];
  const inputs = sample.inputs.map((input): Tensor => {
    const own = input.dtype ?? 'f32';
    const dtype = own === 'f32' ? type : own;
    const values = extreme(input, dtype, next);
    given.push(values);
    return tensor(Float64Array.from(values), { shape: input.shape, dtype });
  });
  const out = applyOp(op, inputs, sample.attrs);
  const outputs = [await out.data()];
  const wanted = inputs.filter((t) => t.isFloat);
  if (!op.vjp || !out.isFloat || wanted.length === 0 || sizeOf(out.shape) === 0) {
    return [given, outputs];
  }
  const first = grad((xs: Tensor[]) => {
    let k = 0;
    return sum(
      applyOp(
        op,
        inputs.map((t) => (t.isFloat ? xs[k++] : t)),
        sample.attrs,
      ),
    );
  });
  for (const g of first(wanted)) outputs.push(await g.data());
  return [given, outputs];
}

/** Disagreements of a device with the oracle on one operation, as texts. */
export async function disagreements(
  op: AnyOp,
  device: TestDevice,
  types: readonly DType[],
  tolerance: number,
  rounds: number,
): Promise<string[]> {
  const found: string[] = [];
  for (const type of types) {
    for (const [k, sample] of op.samples.entries()) {
      if (sample.inputs.every((x) => sizeOf(x.shape) === 0)) continue;
      for (let round = 0; round < rounds; round++) {
        const seed = 100 * round + k;
        await use('interpret');
        const [given, want] = await results(op, sample, type, seed);
        await use(device);
        const [, got] = await results(op, sample, type, seed);
        assert.equal(got.length, want.length);
        got.forEach((g, i) => {
          if (worstError(g, want[i]) <= tolerance) return;
          const at = Array.from(g).findIndex((v, j) => worstError([v], [want[i][j]]) > tolerance);
          found.push(
            `${op.name} ${type} sample ${k} round ${round}, result ${i}[${at}]: ${g[at]}, oracle ${want[i][at]}` +
              ` of ${given.map((v) => `[${v.slice(0, 8)}]`).join(' ')} ${JSON.stringify(sample.attrs).slice(0, 60)}`,
          );
        });
      }
    }
  }
  return found;
}
