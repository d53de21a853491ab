// Operands for the samples that operations declare, from a seed; and operations applied by their
// declaration, as the registry-driven tests do it.
import type { AnyOp } from '../../src/tensor/define.ts';
import type { DType } from '../../src/tensor/dtype.ts';
import type { Sample, SampleInput } from '../../src/tensor/operation.ts';
import { tensor } from '../../src/tensor/ops/index.ts';
import { sizeOf } from '../../src/tensor/shape.ts';
import { Tensor } from '../../src/tensor/tensor.ts';

/** Uniform numbers in [0, 1) (mulberry32). */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Values for one declared operand. */
export function sampleValues(input: SampleInput, next: () => number): number[] {
  if (input.values) return [...input.values];
  const dtype = input.dtype ?? 'f32';
  const [lo, hi] = input.domain ?? (dtype === 'bool' ? [0, 1] : dtype === 'u32' ? [0, 4] : [-2, 2]);
  return Array.from({ length: sizeOf(input.shape) }, () => {
    const v = lo + next() * (hi - lo);
    if (dtype === 'f32' || dtype === 'f64' || dtype === 'f16') return Math.fround(v);
    return Math.min(hi, Math.floor(lo + next() * (hi - lo + 1)));
  });
}

/** Operand tensors of a sample; `as` replaces f32. */
export function sampleTensors(sample: Sample<object>, seed: number, as: DType = 'f32'): Tensor[] {
  const next = random(seed);
  return sample.inputs.map((input) => {
    const dtype = input.dtype ?? 'f32';
    return tensor(Float64Array.from(sampleValues(input, next)), {
      shape: input.shape,
      dtype: dtype === 'f32' ? as : dtype,
    });
  });
}

/** The operation on tensors, straight from its declaration. */
export const applyOp = (op: AnyOp, inputs: readonly Tensor[], attrs: object): Tensor =>
  new Tensor(op, inputs, attrs, op.shape(inputs, attrs));
