// Random expression graphs: thirty operations on values of many shapes, as data that fast-check can
// shrink. Each value carries a bound on its magnitude; whatever grows beyond it is squashed, so that
// float32 stays close to float64 through the whole graph. Only smooth operations are drawn where
// derivatives are compared, for a tie broken the other way round would change them.
import fc from 'fast-check';
import * as ops from '../../src/tensor/ops/index.ts';
import { sizeOf } from '../../src/tensor/shape.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

/** One operation: which, on which earlier values, with which free choice. */
export interface Instruction {
  readonly op: number;
  readonly a: number;
  readonly b: number;
  readonly choice: number;
}

/** A drawn graph. */
export interface GraphPlan {
  readonly seed: number;
  readonly instructions: readonly Instruction[];
}

/** A value and the largest magnitude that it can have. */
export interface Bounded {
  readonly t: Tensor;
  readonly bound: number;
}

type Rule = (a: Bounded, b: Bounded, choice: number) => Bounded;

const limit = 4;
const squash = ({ t, bound }: Bounded): Bounded =>
  bound > limit ? { t: ops.tanh(ops.mul(t, 2 / bound)), bound: 1 } : { t, bound };

const axisOf = (t: Tensor, choice: number): number => choice % Math.max(1, t.rank);
const known = (t: Tensor, bound: number): Bounded => ({ t, bound });

const fits = (a: Tensor, b: Tensor): boolean =>
  Array.from({ length: Math.min(a.rank, b.rank) }, (_, i) => [
    a.shape.at(-1 - i),
    b.shape.at(-1 - i),
  ]).every(([m, n]) => m === n || m === 1 || n === 1) && sizeOf(a.shape) * sizeOf(b.shape) <= 4096;

// operands that do not broadcast meet as a tensor and the mean of the other
const pair =
  (f: (a: Tensor, b: Tensor) => Tensor, bound: (a: number, b: number) => number): Rule =>
  (a, b) =>
    known(f(a.t, fits(a.t, b.t) ? b.t : ops.mean(b.t)), bound(a.bound, b.bound));

const one =
  (f: (t: Tensor) => Tensor, bound: number | ((n: number) => number)): Rule =>
  (a) =>
    known(f(a.t), typeof bound === 'number' ? bound : bound(a.bound));

const atLeast =
  (rank: number, rule: Rule): Rule =>
  (a, b, choice) =>
    rule(
      a.t.rank >= rank
        ? a
        : known(ops.broadcastTo(a.t, [3, 2, ...a.t.shape].slice(0, 2 + a.t.rank)), a.bound),
      b,
      choice,
    );

const same = (n: number): number => n;

const smooth: readonly Rule[] = [
  pair(ops.add, (a, b) => a + b),
  pair(ops.sub, (a, b) => a + b),
  pair(ops.mul, (a, b) => a * b),
  pair((a, b) => ops.div(a, ops.add(ops.square(b), 1)), same),
  one(ops.sin, 1),
  one(ops.tanh, 1),
  one(ops.sigmoid, 1),
  one((t) => ops.exp(ops.neg(ops.square(t))), 1),
  one(
    (t) => ops.sqrt(ops.add(ops.square(t), 1)),
    (n) => n + 1,
  ),
  one(ops.silu, same),
  one(ops.gelu, same),
  one(ops.softplus, (n) => n + 1),
  one((t) => ops.log1p(ops.square(t)), same),
  one(ops.neg, same),
  one(ops.transpose, same),
  (a, _, choice) => known(ops.reshape(a.t, choice % 2 ? [a.t.size] : [1, a.t.size]), a.bound),
  atLeast(1, (a, _, c) =>
    known(
      ops.sum(a.t, axisOf(a.t, c), { keepDims: c % 2 === 0 }),
      a.bound * a.t.shape[axisOf(a.t, c)],
    ),
  ),
  atLeast(1, (a, _, c) => known(ops.mean(a.t, axisOf(a.t, c)), a.bound)),
  atLeast(1, (a, _, c) => known(ops.softmax(a.t, axisOf(a.t, c)), 1)),
  atLeast(1, (a, _, c) => known(ops.logSumExp(a.t, axisOf(a.t, c)), a.bound + 2)),
  atLeast(1, (a, _, c) =>
    known(ops.cumsum(a.t, axisOf(a.t, c)), a.bound * a.t.shape[axisOf(a.t, c)]),
  ),
  atLeast(1, (a, _, c) => known(ops.flip(a.t, axisOf(a.t, c)), a.bound)),
  atLeast(1, (a, _, c) => known(ops.roll(a.t, 1 + (c % 3), axisOf(a.t, c)), a.bound)),
  atLeast(1, (a, _, c) => known(ops.slice(a.t, { step: c % 2 ? 2 : -1 }), a.bound)),
  atLeast(1, (a, _, c) => known(ops.pad(a.t, [[c % 2, 1]]), a.bound)),
  atLeast(1, (a, _, c) => known(ops.concat([a.t, ops.mul(a.t, 0.5)], axisOf(a.t, c)), a.bound)),
  atLeast(1, (a) =>
    known(ops.take(a.t, ops.tensor(Int32Array.of(0, a.t.shape[0] - 1, 0))), a.bound),
  ),
  atLeast(2, (a) =>
    known(ops.matmul(a.t, ops.swapAxes(a.t, -1, -2)), a.bound ** 2 * (a.t.shape.at(-1) as number)),
  ),
  atLeast(2, (a, b) =>
    known(
      ops.matmul(a.t, ops.broadcastTo(ops.mean(b.t), [a.t.shape.at(-1) as number, 2])),
      a.bound * b.bound * (a.t.shape.at(-1) as number),
    ),
  ),
  atLeast(1, (a) => known(ops.layerNorm(a.t, { eps: 0.1 }), 4)),
];

const kinked: readonly Rule[] = [
  pair(ops.maximum, Math.max),
  pair(ops.minimum, Math.max),
  pair((a, b) => ops.where(ops.less(ops.sin(b), 2), a, b), Math.max),
  one(ops.relu, same),
  one(ops.abs, same),
  one((t) => ops.clip(t, -0.5, 1), 1),
  atLeast(1, (a, _, c) => known(ops.max(a.t, axisOf(a.t, c)), a.bound)),
  atLeast(1, (a, _, c) => known(ops.min(a.t, axisOf(a.t, c), { keepDims: true }), a.bound)),
  atLeast(1, (a, _, c) => known(ops.sort(a.t, { axis: axisOf(a.t, c) }).values, a.bound)),
];

/** Plans of `count` operations. */
export const graphPlans = (count = 30): fc.Arbitrary<GraphPlan> =>
  fc.record({
    seed: fc.nat(1e6),
    instructions: fc.array(
      fc.record({ op: fc.nat(999), a: fc.nat(999), b: fc.nat(999), choice: fc.nat(11) }),
      { minLength: count, maxLength: count },
    ),
  });

/** Values of the graph's three inputs: [2, 3], [3] and []. */
export function graphInputs({ seed }: GraphPlan): Tensor[] {
  const shapes = [[2, 3], [3], []];
  return shapes.map((shape, k) =>
    ops.tensor(
      Float32Array.from({ length: sizeOf(shape) }, (_, i) =>
        Math.sin((seed % 1000) * 0.37 + 1.9 * i + 5.1 * k),
      ),
      { shape },
    ),
  );
}

/** Applies instructions to values, giving all of them. */
export function extend(
  values: readonly Bounded[],
  instructions: readonly Instruction[],
  differentiable: boolean,
): Bounded[] {
  const rules = differentiable ? smooth : [...smooth, ...kinked];
  const out = [...values];
  for (const { op, a, b, choice } of instructions) {
    // recent values are more likely operands, so that the graph is deep as well as wide
    const operand = (n: number): Bounded =>
      n % 3 ? out[Math.max(0, out.length - 1 - (n % 5))] : out[n % out.length];
    let y = squash(rules[op % rules.length](operand(a), operand(b), choice));
    if (y.t.size > 256) y = { t: ops.mean(y.t, 0), bound: y.bound };
    out.push(y);
  }
  return out;
}

/** The values that a plan ends in: the last four, of any shapes. */
export const graphOutputs = (
  plan: GraphPlan,
  inputs: readonly Tensor[],
  differentiable: boolean,
): Tensor[] =>
  extend(
    inputs.map((t) => ({ t, bound: 1 })),
    plan.instructions,
    differentiable,
  )
    .slice(-4)
    .map((v) => v.t);

/** A scalar of those values, different in every element. */
export const graphLoss = (plan: GraphPlan, inputs: readonly Tensor[]): Tensor =>
  total(graphOutputs(plan, inputs, true));

/** Weighted sum of tensors as a scalar. */
export const total = (ts: readonly Tensor[]): Tensor =>
  ops.sum(
    ops.stack(
      ts.map((t, k) => {
        const w = Float32Array.from({ length: t.size }, (_, i) => Math.sin(1.3 * i + k) + 0.2);
        return ops.mean(ops.mul(t, ops.tensor(w, { shape: t.shape })));
      }),
    ),
  );
