// Helpers of these tests: values through the float64 oracle and through the compiler (fused kernels
// run by plain loops), and gradients against finite differences.
import { expect } from 'vitest';
import { backward } from '../../src/autodiff/backward.ts';
import type { Backend } from '../../src/backends/backend.ts';
import { InterpretBackend } from '../../src/backends/interpret/interpret-backend.ts';
import type { Program } from '../../src/compiler/program.ts';
import type { DType } from '../../src/tensor/dtype.ts';
import { topologicalOrder } from '../../src/tensor/graph.ts';
import type { SampleInput } from '../../src/tensor/operation.ts';
import { add, mul } from '../../src/tensor/ops/arithmetic.ts';
import { isPlaceholder, placeholder, tensor } from '../../src/tensor/ops/create.ts';
import { sum } from '../../src/tensor/ops/reduce.ts';
import { type Shape, sizeOf } from '../../src/tensor/shape.ts';
import type { Storage } from '../../src/tensor/storage.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { programBackend } from '../support/program-backend.ts';

type Float64Storage = Storage & { data: Float64Array };

function runOn(
  backend: Backend,
  outputs: readonly Tensor[],
  feed: ReadonlyMap<Tensor, Float64Array>,
): Float64Array[] {
  const inputs = topologicalOrder(outputs).filter((t) => t.host || isPlaceholder(t));
  const given = inputs.map((t): Float64Storage => {
    const data = feed.get(t) ?? Float64Array.from(t.host ?? []);
    return Object.assign(backend.alloc(t), { data });
  });
  const results = outputs.map((t) => backend.alloc(t));
  const options = { name: 'test', donate: new Set<number>() };
  backend.compile({ inputs, outputs }, options).run(given, results);
  return results.map((r) => (r as Float64Storage).data);
}

/** Float64 values of tensors by the oracle, given those of placeholders. */
export const evaluate = (
  outputs: readonly Tensor[],
  feed: ReadonlyMap<Tensor, Float64Array> = new Map(),
): Float64Array[] => runOn(new InterpretBackend(), outputs, feed);

/** The same by way of the compiler; `programs` collects the plans. */
export const evaluateCompiled = (
  outputs: readonly Tensor[],
  feed: ReadonlyMap<Tensor, Float64Array> = new Map(),
  programs: Program[] = [],
): Float64Array[] => runOn(programBackend(programs), outputs, feed);

/** Values of one tensor, as an array. */
export const valuesOf = (t: Tensor): number[] => Array.from(evaluate([t])[0]);

/** Reproducible numbers in lo..hi (a linear congruential generator). */
export function numbers(n: number, lo = -2, hi = 2, seed = 1): Float64Array {
  let state = (seed * 2654435761) >>> 0;
  return Float64Array.from({ length: n }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return lo + ((hi - lo) * state) / 2 ** 32;
  });
}

/** A tensor-valued function of tensors, all given by their values. */
export type Case = (...inputs: Tensor[]) => Tensor;

const scale = (a: number): number => Math.max(1, Math.abs(a));

/**
 * Compares first and second derivatives of sum(f(inputs) * projection) with central differences of
 * value and gradient, element by element.
 */
export function checkDerivatives(
  f: Case,
  inputs: readonly { shape: Shape; values?: readonly number[]; domain?: [number, number] }[],
  { second = true, tolerance = 1e-5 } = {},
): void {
  const xs = inputs.map((i) => placeholder({ shape: i.shape, dtype: 'f64' }));
  const at = inputs.map((i, k) =>
    i.values
      ? Float64Array.from(i.values)
      : numbers(sizeOf(i.shape), ...(i.domain ?? [-2, 2]), k + 1),
  );
  const project = (t: Tensor, seed: number): Tensor =>
    sum(mul(t, tensor(numbers(t.size, -1, 1, seed), { shape: t.shape })));
  let loss = project(f(...xs), 7);
  for (let order = 1; order <= (second ? 2 : 1); order++) {
    const grads = backward([loss], [tensor(Float64Array.of(1), { shape: [] })], xs);
    const feed = (values: Float64Array[]) => new Map(xs.map((x, k) => [x, values[k]]));
    const got = evaluate(grads, feed(at));
    xs.forEach((_, k) => {
      for (let j = 0; j < at[k].length; j++) {
        const h = 1e-5;
        const sides = [h, -h].map((d) => {
          const moved = at.map((v) => v.slice());
          moved[k][j] += d;
          return evaluate([loss], feed(moved))[0][0];
        });
        const want = (sides[0] - sides[1]) / (2 * h);
        const error = Math.abs(got[k][j] - want) / scale(want);
        if (!(error < tolerance)) {
          expect.fail(
            `order ${order}, input ${k}[${j}]: gradient ${got[k][j]}, difference ${want}`,
          );
        }
      }
    });
    loss = grads.map((g, k) => project(g, 11 + k)).reduce((a, b) => add(a, b));
  }
}

/** Values drawn for a sample: integers and booleans for those dtypes. */
export function sampleValues(sample: SampleInput, seed: number): Float64Array {
  const dtype: DType = sample.dtype ?? 'f32';
  if (sample.values) return Float64Array.from(sample.values);
  const [lo, hi] = sample.domain ?? (dtype === 'bool' ? [0, 1.999] : [-2, 2]);
  const values = numbers(sizeOf(sample.shape), lo, hi, seed);
  return dtype === 'f32' || dtype === 'f64' || dtype === 'f16' ? values : values.map(Math.floor);
}
