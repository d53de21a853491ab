// What compiled functions give when arguments are donated must not depend on the donation: results that are
// arguments, the same argument several times, views of arguments, and values computed from them.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compile } from '../../src/runtime/compile.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type TestDevice, use } from '../support/devices.ts';

// Three arguments of one shape and one of another with as many elements.
const shapes = [
  [4, 6],
  [4, 6],
  [4, 6],
  [6, 4],
];

type Form = (x: Tensor, other: Tensor) => Tensor;

const forms: Form[] = [
  (x) => x,
  (x) => ops.reshape(x, [24]),
  (x) => ops.reshape(ops.reshape(x, [2, 12]), [3, 8]),
  (x) => ops.transpose(x),
  (x) => ops.at(x, [1]),
  (x) => ops.add(x, 1),
  (x, other) => ops.mul(ops.reshape(x, [24]), ops.reshape(other, [24])),
  (x, other) => ops.concat([ops.reshape(x, [24]), ops.reshape(other, [24])]),
  (x) => ops.sum(x, 0),
  (x) => ops.cumsum(x, 0),
];

const result = fc.record({
  form: fc.nat(forms.length - 1),
  // the identity often: that is where results and arguments share memory
  plain: fc.boolean(),
  x: fc.nat(3),
  other: fc.nat(3),
});

const drawn = fc.record({
  results: fc.array(result, { minLength: 1, maxLength: 7 }),
  donate: fc.subarray([0, 1, 2, 3]),
});

const values = (k: number): Float32Array =>
  Float32Array.from({ length: 24 }, (_, i) => 100 * k + i + 0.5);
const given = (): Tensor[] => shapes.map((shape, k) => ops.tensor(values(k), { shape }));

/** Results of random functions are the same with and without donation. */
export async function donationChangesNothing(device: TestDevice, runs: number): Promise<void> {
  await use(device);
  const property = fc.asyncProperty(drawn, async ({ results, donate }) => {
    const f = (...xs: Tensor[]): Tensor[] =>
      results.map(({ form, plain, x, other }) => (plain ? xs[x] : forms[form](xs[x], xs[other])));
    const want = await Promise.all(f(...given()).map((t) => t.data()));
    const step = compile(f, { donate });
    for (let call = 0; call < 2; call++) {
      const inputs = given();
      const got = await Promise.all(step(...inputs).map((t) => t.data()));
      assert.deepEqual(
        got.map((g) => [...g]),
        want.map((w) => [...w]),
      );
      // arguments that were not donated are as they were
      for (const [k, t] of inputs.entries()) {
        if (!donate.includes(k)) assert.deepEqual([...(await t.data())], [...values(k)]);
      }
    }
    step.dispose();
  });
  await fc.assert(property, { numRuns: runs, seed: 9, endOnFailure: true });
}
