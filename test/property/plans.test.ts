// Memory plans: no two live values share memory. The check replays a plan with bytes that remember their
// writer; it is itself tested on plans that were broken on purpose.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkpoint } from '../../src/autodiff/checkpoint.ts';
import { grad, valueAndGrad } from '../../src/autodiff/transforms.ts';
import { planProgram } from '../../src/compiler/plan.ts';
import type { Program } from '../../src/compiler/program.ts';
import { topologicalOrder } from '../../src/tensor/graph.ts';
import { placeholder } from '../../src/tensor/ops/create.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { planFaults } from '../support/check-plan.ts';
import { use } from '../support/devices.ts';
import { graphInputs, graphLoss, graphOutputs, graphPlans } from './random-graph.ts';

const alignment = 256;
const capabilities = (special: boolean) => ({
  bytes: () => 4,
  alignment,
  maxInputs: 7,
  supports: (k: { kind: string }) => special || k.kind === 'nest',
});

function plan(outputs: Tensor[], inputs: Tensor[], donate: number[] = [], special = true): Program {
  const known = new Set(inputs);
  const constants = topologicalOrder(outputs, (t) => known.has(t)).filter(
    (t) => t.host && !known.has(t),
  );
  const graph = { inputs: [...inputs, ...constants], outputs };
  return planProgram(graph, {
    capabilities: capabilities(special),
    name: 'test',
    donate: new Set(donate),
  });
}

// A training step: every kind of sharing happens in it (temporaries, donation, recomputation).
function trainingStep(recompute: boolean): Program {
  const shapes = [
    [8, 16],
    [16, 16],
    [16, 8],
    [4, 8],
  ];
  const [w1, w2, w3, x] = shapes.map((shape) => placeholder({ shape, dtype: 'f32' }));
  const wrap: typeof checkpoint = recompute ? checkpoint : (f) => f;
  const [loss, g] = valueAndGrad((p: Tensor[]) => {
    const hidden = wrap((y: Tensor) => ops.gelu(ops.matmul(ops.tanh(ops.matmul(y, p[0])), p[1])));
    return ops.mean(ops.square(ops.matmul(hidden(x), p[2])));
  })([w1, w2, w3]);
  const next = [w1, w2, w3].map((w, i) => ops.sub(w, ops.mul(g[i], 0.1)));
  return plan([loss, ...next], [w1, w2, w3, x], [0, 1, 2]);
}

beforeAll(async () => {
  await use('interpret');
});

describe('memory plans', () => {
  it.each([false, true])('of a training step are sound (recomputing: %s)', (recompute) => {
    const program = trainingStep(recompute);
    expect(planFaults(program, alignment)).toEqual([]);
    expect([...program.donations.keys()].sort()).toEqual([1, 2, 3]);
    // the arena is shared: it is smaller than all temporaries together
    const temps = program.slots.filter((s) => s.kind === 'temp');
    const bytes = temps.reduce((n, s) => n + Math.ceil(s.bytes / alignment) * alignment, 0);
    expect(program.tempBytes).toBeLessThan(bytes);
  });

  it.each([false, true])('of random graphs are sound (special kernels: %s)', (special) => {
    const property = fc.property(graphPlans(), fc.subarray([0, 1, 2]), (drawn, donate) => {
      const inputs = graphInputs(drawn);
      const values = graphOutputs(drawn, inputs, true);
      const grads = grad((xs: Tensor[]) => graphLoss(drawn, xs))(inputs);
      const program = plan([...values, ...grads], inputs, donate, special);
      expect(planFaults(program, alignment)).toEqual([]);
    });
    fc.assert(property, { numRuns: 60, seed: 5, endOnFailure: true });
  });

  it('that let values overlap are found out', () => {
    const program = trainingStep(false);
    const temps = program.slots.flatMap((s, n) => (s.kind === 'temp' ? [n] : []));
    let found = 0;
    for (const n of temps) {
      // move one temporary onto the start of the arena
      const slots = program.slots.map((s, k) =>
        k === n && s.kind === 'temp' ? { ...s, offset: s.offset === 0 ? alignment : 0 } : s,
      );
      if (planFaults({ ...program, slots }, alignment).length > 0) found++;
    }
    expect(found).toBeGreaterThan(temps.length / 2);
    const stolen = new Map([...program.donations].map(([i]) => [i, 3] as const));
    expect(planFaults({ ...program, donations: stolen }, alignment).length).toBeGreaterThan(0);
  });
});
