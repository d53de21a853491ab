// A number given to a compiled function is a tensor inside. The types say so, and what the language would
// do with it (arithmetic, comparisons) is an error, not NaN.
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { compile } from '../../src/runtime/compile.ts';
import { DTypeError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';

beforeAll(async () => {
  await use('cpu');
});

// as JavaScript, or a cast, would get there
const asNumber = (t: Tensor): number => t as unknown as number;
const x = ops.tensor([1, 2, 3], { label: 'x' });

describe('arithmetic of the language', () => {
  const uses: readonly [string, (n: number) => unknown][] = [
    ['-n', (n) => -n],
    ['n * 2', (n) => n * 2],
    ['n + 1', (n) => n + 1],
    ['n < 3', (n) => n < 3],
    ['3 >= n', (n) => 3 >= n],
    // biome-ignore lint/suspicious/noDoubleEquals: what is tested
    ['n == 1', (n) => n == 1],
    ['Math.sqrt(n)', (n) => Math.sqrt(n)],
    ['Number(n)', (n) => Number(n)],
    ['a loop', (n) => Array.from({ length: n })],
  ];
  it.each(uses)('%s throws and says what to write', (_, use) => {
    expect(() => use(asNumber(x))).toThrow(DTypeError);
    expect(() => use(asNumber(x))).toThrow(/x: f32\[3\] is a tensor.*neg\(x\).*less\(x, 3\)/);
    const f = compile((y: Tensor, n: Tensor) => ops.mul(y, use(asNumber(n)) as number));
    expect(() => f(x, 2)).toThrow(/argument 1: f32\[\] is a tensor.*from outside of its arguments/);
  });

  it('does not take numbers of a trace for indices, keys or texts', async () => {
    const uses: ((n: never) => unknown)[] = [
      (n) => ['a', 'b'][n],
      (n) => ({ a: 1 })[n],
      (n) => `step ${n}`,
      (n) => [n, n].join(),
      (n) => ({ [n as string]: 1 }),
    ];
    for (const use of uses) {
      for (const of of [(n: Tensor) => n, (n: Tensor) => ops.add(n, 1)]) {
        const f = compile((n: Tensor) => [n, use(of(n) as never)]);
        expect(() => f(1)).toThrow(DTypeError);
        expect(() => f(1)).toThrow(/f32\[\] is a number given to a compiled function.*no index/);
      }
    }
    // the library's own messages name it
    const wrong = compile((y: Tensor, n: Tensor) => ops.matmul(y, n));
    expect(() => wrong(x, 1)).toThrow(/matmul: .*argument 1: f32\[\]/);
    const text = compile((y: Tensor, n: Tensor) =>
      ops.mul(y, `${y}`.length + 0 * ops.add(n, 1).rank),
    );
    expect([...(await text(ops.tensor([1]), 2).data())]).toEqual([18]);
  });

  it('leaves texts and comparisons of identity alone', () => {
    expect(`${x}`).toBe('x: f32[3]');
    expect(String(x)).toBe('x: f32[3]');
    expect([x, x].join(' and ')).toBe('x: f32[3] and x: f32[3]');
    expect((x as unknown) === 1).toBe(false);
    expect((x as unknown) == null).toBe(false);
  });
});

describe('the types of compile', () => {
  it('take a number where the function takes a Tensor, in trees too', async () => {
    const f = compile((y: Tensor, { rates }: { rates: readonly Tensor[] }, mode?: 'up' | 'down') =>
      mode === 'down' ? ops.sub(y, rates[0]) : ops.add(y, rates[0]),
    );
    expect([...(await f(x, { rates: [1, 2] }).data())]).toEqual([2, 3, 4]);
    expect([...(await f(x, { rates: [x, 2] }, 'down').data())]).toEqual([0, 0, 0]);
    // @ts-expect-error a string is no tensor
    expect(() => f(x, { rates: ['1'] })).toThrow();
    const either = compile((n: number | Tensor) => ops.add(n, 1));
    expect(await either(3).item()).toBe(4);
  });

  it('give nothing that can be called for a function that declares numbers', () => {
    const plain = compile((y: Tensor, n: number) => ops.mul(y, n));
    // @ts-expect-error n is a tensor inside
    plain(x, 2);
    const deep = compile((o: { y: Tensor; list: readonly [Tensor, { n?: number }] }) => o.y);
    // @ts-expect-error list.1.n is a tensor inside
    deep({ y: x, list: [x, { n: 1 }] });
    const sizes = compile((y: Tensor, shape: readonly number[]) => ops.mul(y, shape.length));
    // @ts-expect-error numbers in arrays are tensors inside
    sizes(x, [3]);
    // @ts-expect-error a Tensor never equals a number
    compile((y: Tensor, n: Tensor) => (n === 1 ? y : ops.neg(y)));
    // @ts-expect-error a Tensor is no operand of the language
    compile((y: Tensor, n: Tensor) => ops.mul(y, n * 2));
    // @ts-expect-error a Tensor is no index
    compile((ys: readonly Tensor[], n: Tensor) => ys[n]);
  });

  it('stay usable in generic code and with parameters as trees', async () => {
    const stepper = <P extends { readonly w: Tensor }>(loss: (p: P) => Tensor) =>
      (
        (step) => (p: P) =>
          step(p, 0.5)
      )(compile((p: P, rate: Tensor) => ops.mul(loss(p), rate), { name: 'generic' }));
    expect(await stepper((p: { w: Tensor }) => ops.sum(p.w))({ w: x }).item()).toBe(3);
  });
});

describe('a number that nothing depends on', () => {
  it('is warned of once a trace, by its position', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const pick = compile(
      (y: Tensor, n: Tensor) => ((n as unknown) === 1 ? ops.neg(y) : ops.add(y, 1)),
      { name: 'pick' },
    );
    pick(x, 1);
    pick(x, 2);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0][0]).toMatch(/compile\(pick\): argument 1 .*nothing.*depends on it/);
    const used = compile((y: Tensor, n: Tensor) => [ops.mul(y, n), n]);
    used(x, 1);
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });
});
