// Costs against counts by hand, profiles, and what WGRAD_DEBUG prints.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { valueAndGrad } from '../../src/autodiff/transforms.ts';
import { kernelCost } from '../../src/compiler/cost.ts';
import { planProgram } from '../../src/compiler/plan.ts';
import { compile } from '../../src/runtime/compile.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import { profile } from '../../src/runtime/profile.ts';
import { placeholder } from '../../src/tensor/ops/create.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

const f32 = (...shape: number[]): Tensor => placeholder({ shape, dtype: 'f32' });

const costs = (inputs: Tensor[], outputs: Tensor[]) =>
  planProgram(
    { inputs, outputs },
    {
      capabilities: { bytes: () => 4, alignment: 64, maxInputs: 24, supports: () => true },
      name: 'test',
      donate: new Set(),
    },
  ).steps.map((s) => kernelCost(s.kernel));

describe('costs', () => {
  it('of a product', () => {
    const [a, b] = [f32(5, 10, 20), f32(20, 30)];
    expect(costs([a, b], [ops.matmul(a, b)])).toEqual([
      { flops: 2 * 5 * 10 * 20 * 30, bytes: 4 * (1000 + 600 + 1500) },
    ]);
  });

  it('of the three passes of a convolution', () => {
    const [x, w] = [f32(2, 8, 8, 4), f32(3, 3, 4, 6)];
    const y = ops.conv2d(x, w, { padding: 1 });
    const flops = 2 * (2 * 8 * 8) * 6 * (3 * 3 * 4);
    const [nx, nw, ny] = [512, 216, 768];
    expect(costs([x, w], [y])).toEqual([{ flops, bytes: 4 * (nx + nw + ny) }]);
    const [, grads] = valueAndGrad((t: Tensor[]) =>
      ops.sum(ops.mul(ops.conv2d(t[0], t[1], { padding: 1 }), y)),
    )([x, w]);
    const passes = costs([x, w], grads).filter((c) => c.flops === flops);
    expect(passes.length).toBe(3);
  });

  it('of nests: operations as often as their loops go round', () => {
    const [x, bias] = [f32(32, 64), f32(64)];
    // what is read of the bias does not depend on rows
    expect(costs([x, bias], [ops.exp(ops.mul(x, bias))])).toEqual([
      { flops: 2 * 32 * 64, bytes: 4 * (2048 + 64 + 2048) },
    ]);
    expect(costs([x], [ops.sum(ops.square(x), 1)])).toEqual([
      { flops: 2 * 2048, bytes: 4 * (2048 + 32) },
    ]);
    // a slice reads only what it takes
    expect(costs([x], [ops.exp(ops.slice(x, [0, 8]))])).toEqual([
      { flops: 512, bytes: 4 * (512 + 512) },
    ]);
  });

  it('of layer norm', () => {
    const x = f32(32, 64);
    const [mean, variance, rest, ...more] = costs([x], [ops.layerNorm(x)]);
    expect(more).toEqual([]);
    expect(mean).toEqual({ flops: 2048 + 32, bytes: 4 * (2048 + 32) });
    expect(variance.flops).toBeGreaterThanOrEqual(3 * 2048);
    expect(rest.bytes).toBe(4 * (2048 + 32 + 32 + 2048));
  });
});

describe('stats', () => {
  it('give kernels, operations, arithmetic and traffic', async () => {
    await useDevice('cpu');
    const f = compile((a: Tensor, b: Tensor) => ops.tanh(ops.add(ops.matmul(a, b), 1)));
    await realize(f(ops.ones([16, 32]), ops.ones([32, 8])));
    const s = await f.stats();
    expect(s.operations).toBe(3);
    expect(s.kernels).toBe(2);
    expect(s.perKernel.map((k) => k.label)).toEqual(['matmul', 'tanh+add']);
    expect(s.flops).toBe(2 * 16 * 32 * 8 + 2 * 16 * 8);
    expect(s.bytes).toBe(4 * (512 + 256 + 128) + 4 * 256);
  });
});

const roof = { flops: 1e12, bytes: 1e12 };

describe('profile', () => {
  it('measures compiled steps with donated state and work outside of compile', async () => {
    await useDevice('cpu');
    const step = compile((s: Tensor, x: Tensor) => ops.add(s, ops.matmul(x, x)), {
      donate: [0],
      name: 'step',
    });
    let state = ops.zeros([64, 64]);
    const x = ops.full([64, 64], 0.125);
    await realize(state, x);
    const p = await profile(
      () => {
        state = step(state, x);
        return ops.sum(state);
      },
      { repeats: 2, roof },
    );
    expect(p.rows.map((r) => r.label).sort()).toEqual(['add', 'matmul', 'sum']);
    const product = p.rows.find((r) => r.label === 'matmul');
    expect(product?.flops).toBe(2 * 64 ** 3);
    expect(product?.count).toBe(1);
    expect(product?.ms).toBeGreaterThan(0);
    expect(product?.share).toBeCloseTo((2 * 64 ** 3) / 1e12 / ((product?.ms ?? 0) / 1000), 6);
    expect(p.kernelMs).toBeLessThanOrEqual(p.wallMs);
    // 3 calls, and 64 * 0.125^2 = 1 is added in each
    expect(await ops.sum(state).item()).toBe(3 * 64 * 64);
    const lines = p.table().split('\n');
    expect(lines[0]).toMatch(/ms +time +runs +GFLOP\/s +GB\/s +roof/);
    expect(lines.length).toBe(1 + 3 + 2);
  });

  it('writes a trace that Chrome reads', async () => {
    await useDevice('cpu');
    const f = compile((x: Tensor) => ops.sum(ops.exp(x)), { name: 'f' });
    const p = await profile(() => f(ops.ones([100])), { roof });
    const trace = JSON.parse(JSON.stringify(p.chromeTrace())) as {
      traceEvents: { ph: string; name: string; ts?: number; dur?: number; tid: number }[];
    };
    const spans = trace.traceEvents.filter((e) => e.ph === 'X');
    expect(spans.map((e) => e.name)).toContain('f');
    const whole = spans.find((e) => e.name === 'f');
    for (const e of spans) {
      expect(e.ts).toBeGreaterThanOrEqual(0);
      expect(e.dur).toBeGreaterThanOrEqual(0);
    }
    const kernels = spans.filter((e) => e.tid === 2 && (e.ts ?? 0) >= (whole?.ts ?? 0));
    expect(kernels.length).toBeGreaterThan(0);
  });

  it('says what it cannot do', async () => {
    await useDevice('interpret');
    await expect(profile(() => ops.ones([2]))).rejects.toThrow(/interpreter has no kernels/);
    await useDevice('cpu');
    await expect(profile(() => ops.ones([2]), { repeats: 0 })).rejects.toThrow(
      /repeats must be an integer >= 1, not 0/,
    );
  });
});

describe('WGRAD_DEBUG', () => {
  const program = `
    import { compile, exp, ones, realize, sum, useDevice } from './src/index.ts';
    await useDevice('cpu');
    const f = compile((x) => sum(exp(x), 0), { name: 'example' });
    await realize(f(ones([40, 30])));
  `;
  const printed = (level: number): string =>
    spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      encoding: 'utf8',
      env: { ...process.env, WGRAD_DEBUG: `${level}` },
    }).stderr;

  it('prints times, passes and loops by its level', () => {
    const [none, times, passes, code] = [0, 1, 2, 3].map(printed);
    expect(none).not.toContain('example');
    expect(times).toMatch(/example: 1 kernels, .* ms/);
    expect(times).toMatch(/us {2}\S*exp\S* +nest \[30\] over \[40\] f32 -> f32/);
    expect(times).not.toContain('equal nodes merged');
    expect(passes).toContain('example: given');
    expect(passes).toMatch(/example: equal nodes merged, \d+ -> \d+ nodes/);
    expect(passes).toMatch(/sum f32\[30\]: reduce; inside: %\d+ exp/);
    expect(passes).toMatch(/example: laid out\n {2}0 .*nest \[30\] over \[40\]/);
    expect(passes).not.toContain('4 lanes');
    expect(code).toContain('4 lanes');
  });
});
