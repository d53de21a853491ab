// What must not change a value: the device, fusion, compilation, recomputation. Each property takes a
// random graph and computes it in two ways.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkpoint } from '../../src/autodiff/checkpoint.ts';
import { grad, treeDot } from '../../src/autodiff/transforms.ts';
import { compile } from '../../src/runtime/compile.ts';
import { hasValue, realize } from '../../src/runtime/evaluate.ts';
import { topologicalOrder } from '../../src/tensor/graph.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type TestDevice, use, worstError } from '../support/devices.ts';
import {
  extend,
  type GraphPlan,
  graphInputs,
  graphLoss,
  graphOutputs,
  graphPlans,
  total,
} from './random-graph.ts';

type Values = readonly ArrayLike<number>[];

const read = (ts: readonly Tensor[]): Promise<Values> => Promise.all(ts.map((t) => t.data()));

// Errors are relative to the largest element of a tensor: gradients of thirty operations cancel.
function close(got: Values, want: Values, tolerance: number, what: string): void {
  assert.equal(got.length, want.length);
  got.forEach((g, i) => {
    const scale = Math.max(1, ...Array.from(want[i], Math.abs));
    const scaled = (x: ArrayLike<number>): number[] => Array.from(x, (v) => v / scale);
    const error = worstError(scaled(g), scaled(want[i]));
    assert(
      error <= tolerance,
      `${what}, result ${i}: off by ${error}: ${Array.from(g).slice(0, 6)} against ` +
        `${Array.from(want[i]).slice(0, 6)}`,
    );
  });
}

/** Value, gradient, and derivative of the gradient in a direction, as nodes. */
function derivatives(loss: (xs: Tensor[]) => Tensor, xs: Tensor[]): Tensor[] {
  const direction = xs.map((x, k) => ops.full(x.shape, 0.3 + 0.2 * k));
  const slope = (ys: Tensor[]): Tensor => treeDot(grad(loss)(ys), direction);
  return [loss(xs), ...grad(loss)(xs), ...grad(slope)(xs)];
}

const check = (runs: number, property: (plan: GraphPlan) => Promise<void>, count = 30) =>
  fc.assert(fc.asyncProperty(graphPlans(count), property), {
    numRuns: runs,
    seed: 20,
    endOnFailure: true,
  });

/** The values of random graphs agree with the oracle's. */
export const valuesAgree = (
  device: TestDevice,
  tolerance: number,
  runs: number,
  count = 30,
): Promise<void> =>
  check(
    runs,
    async (plan) => {
      const compute = (): Promise<Values> => read(graphOutputs(plan, graphInputs(plan), false));
      await use('interpret');
      const want = await compute();
      await use(device);
      close(await compute(), want, tolerance, `${device} against interpret`);
    },
    count,
  );

/** First and second derivatives of random graphs agree with the oracle's. */
export const gradientsAgree = (
  device: TestDevice,
  tolerance: number,
  runs: number,
  count = 30,
): Promise<void> =>
  check(
    runs,
    async (plan) => {
      const compute = (): Promise<Values> =>
        read(derivatives((xs) => graphLoss(plan, xs), graphInputs(plan)));
      await use('interpret');
      const want = await compute();
      await use(device);
      close(await compute(), want, tolerance, `${device} against interpret`);
    },
    count,
  );

/** Evaluating node by node, so that nothing is fused, gives the same as one fused program. */
export const fusionChangesNothing = (
  device: TestDevice,
  tolerance: number,
  runs: number,
  count = 30,
) =>
  check(
    runs,
    async (plan) => {
      await use(device);
      const nodes = (): Tensor[] => {
        const xs = graphInputs(plan);
        return [
          ...graphOutputs(plan, xs, false),
          ...grad((ys: Tensor[]) => graphLoss(plan, ys))(xs),
        ];
      };
      const fused = nodes();
      await realize(fused);
      const single = nodes();
      for (const t of topologicalOrder(single)) if (!hasValue(t)) await realize(t);
      close(await read(fused), await read(single), tolerance, 'fused against unfused');
    },
    count,
  );

/** A compiled function gives what the plain one gives, twice, also with other inputs. */
export const compilingChangesNothing = (
  device: TestDevice,
  tolerance: number,
  runs: number,
  count = 30,
) =>
  check(
    runs,
    async (plan) => {
      await use(device);
      const f = (xs: Tensor[]): Tensor[] => derivatives((ys) => graphLoss(plan, ys), xs);
      const compiled = compile(f);
      for (const seed of [plan.seed, plan.seed + 1]) {
        const xs = graphInputs({ ...plan, seed });
        close(await read(compiled(xs)), await read(f(xs)), tolerance, 'compiled against plain');
      }
      assert.equal((await compiled.stats()).traces, 1);
      compiled.dispose();
    },
    count,
  );

/** Recomputing both halves of a graph, one inside the other, changes no derivative. */
export const checkpointChangesNothing = (
  device: TestDevice,
  tolerance: number,
  runs: number,
  count = 30,
) =>
  check(
    runs,
    async (plan) => {
      await use(device);
      const half = plan.instructions.length / 2;
      const loss =
        (wrap: typeof checkpoint) =>
        (xs: Tensor[]): Tensor => {
          const bounds: number[] = [];
          const first = wrap((ys: Tensor[]): Tensor[] => {
            const values = extend(
              ys.map((t) => ({ t, bound: 1 })),
              plan.instructions.slice(0, half),
              true,
            );
            bounds.splice(0, bounds.length, ...values.map((v) => v.bound));
            return values.map((v) => v.t);
          });
          const second = wrap((ys: Tensor[]): Tensor => {
            const start = ys.map((t, i) => ({ t, bound: bounds[i] }));
            const rest = plan.instructions.slice(half);
            return wrap((zs: Tensor[]) => total(zs))(
              extend(start, rest, true)
                .slice(-4)
                .map((v) => v.t),
            );
          });
          return second(first(xs));
        };
      const plain: typeof checkpoint = (f) => f;
      const xs = graphInputs(plan);
      const got = derivatives(loss(checkpoint), xs);
      const want = derivatives(loss(plain), xs);
      close(await read(got), await read(want), tolerance, 'checkpointed against plain');
    },
    count,
  );
