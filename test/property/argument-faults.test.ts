// The test of wrong arguments finds what it is for: each of these functions has a fault planted in it.
import { beforeAll, expect, it } from 'vitest';
import * as wgrad from '../../src/index.ts';
import { defineOp, ShapeError, type Tensor, tensor, WgradError } from '../../src/index.ts';
import * as is from '../../src/tensor/arguments.ts';
import { use } from '../support/devices.ts';
import { faultOf, settle } from './argument-faults.ts';
import { publicFunctions } from './wrong-arguments.ts';

beforeAll(async () => {
  await use('cpu');
});

const fault = (f: (x: never) => unknown, value: unknown = 'x') =>
  faultOf({
    name: 'losses.planted',
    f: f as never,
    args: [value],
    argument: { names: ['x'], value },
  });

it('an error of the engine is a fault, at once and in a promise', async () => {
  expect(await fault((x: { y: { z: number } }) => x.y.z)).toMatch(/^TypeError/);
  expect(await fault(async (x: { y: { z: number } }) => x.y.z)).toMatch(/^TypeError/);
  expect(await fault(() => new Array(-1))).toMatch(/^RangeError/);
});

it('an error in the name of an operation inside is one, and of no argument', async () => {
  const inner = (): never => {
    throw new ShapeError('reshape: [2] has 2 elements, which do not fill [3]');
  };
  expect(await fault(inner)).toMatch(/not in the function's name: reshape/);
  const nameless = (): never => {
    throw new WgradError('planted: something is wrong');
  };
  expect(await fault(nameless)).toMatch(/does not name the argument/);
  const good = (): never => {
    throw new WgradError('losses.planted: x must be a tensor, not "x"');
  };
  expect(await fault(good)).toBeUndefined();
});

it('a lazy result that fails when it is computed is one, wherever it is in the result', async () => {
  const broken = defineOp<object>({
    name: 'planted',
    shape: ([x]) => x,
    lower: {
      kind: 'map',
      body: () => {
        throw new TypeError('no lowering');
      },
    },
    reference: ([x]) => x.data,
    samples: [],
  });
  const lazy = (x: Tensor) => ({ of: [broken([x], {})] });
  expect(await fault(lazy, tensor([1, 2]))).toMatch(/TypeError: no lowering/);
  async function* parts(x: Tensor) {
    yield broken([x], {});
  }
  expect(await fault(parts, tensor([1, 2]))).toMatch(/TypeError: no lowering/);
});

it('a check that is bypassed is found: the body of a function met by what its signature refuses', async () => {
  const args = is.signature('losses.planted', ['x', is.tensor]);
  is.signatures.delete('losses.planted');
  const body = (x: Tensor) => x.shape.map((n) => n + 1);
  const checked = (x: Tensor) => {
    args(x);
    return body(x);
  };
  expect(await fault(checked, 3)).toBeUndefined();
  expect(await fault(body, 3)).toMatch(/^TypeError/);
});

it('a public function without a signature is found', () => {
  const planted = { ...wgrad, planted: (x: unknown) => x };
  const bare = [...publicFunctions(planted).keys()].filter((n) => !is.signatures.has(n));
  expect(bare).toContain('planted');
});

it('what works is no fault', async () => {
  expect(await fault((x: string) => x)).toBeUndefined();
  expect(await settle(Promise.resolve(3))).toBe(3);
});
