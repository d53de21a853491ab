// The benchmark's machinery on tiny workloads: its workloads give the oracle's values, and an engine that
// is missing, crashes, hangs or computes something else is reported as that and stops nothing. No times.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workloadsOf } from '../bench/engines/wgrad-workloads.ts';
import { casesFor } from '../bench/gpu/cases.ts';
import { runChecks } from '../bench/gpu/checks.ts';
import { describeSd, sd15 } from '../bench/gpu/sd-unet.ts';
import { type EngineCommand, prepareEngines } from '../bench/harness/engines.ts';
import { measure, median } from '../bench/harness/measure.ts';
import {
  diffusionStep,
  gptSampling,
  gptStep,
  smallDiffusion,
  smallGpt,
  smallVae,
  vaeStep,
} from '../bench/harness/networks.ts';
import { append, change, checkValues, type Row, read, recorded } from '../bench/harness/results.ts';
import { type Spec, smallUnet, specs, transformerBlock } from '../bench/harness/specs.ts';
import { report } from '../bench/harness/table.ts';
import * as wgrad from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'wgrad-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const timing = { rounds: 2, budget: 1, timeout: 5, lock: join(folder, 'lock') };
const header = { started: '2026-01-01T00:00:00Z', machine: 'm', node: 'v20.0.0', commit: 'abc' };

// an engine that speaks the protocol and misbehaves as its first argument says
const fake = `
import { createInterface } from 'node:readline';
const [, , behaviour, value] = process.argv;
for await (const line of createInterface({ input: process.stdin })) {
  const { cmd } = JSON.parse(line);
  if (behaviour === 'crash' && cmd === 'run') { console.error('boom: out of memory'); process.exit(3); }
  if (behaviour === 'refuse') console.log('@@' + JSON.stringify({ error: 'no such kernel\\n at x' }));
  else if (behaviour === 'hang') await new Promise((r) => setTimeout(r, 60_000));
  else if (cmd === 'setup') console.log('chatter\\n@@' + JSON.stringify({ version: 'fake 1',
    firstMs: 9, firstCpuMs: 8, value: Number(value), cpuMsSinceLaunch: 7, peakMiB: 6 }));
  else console.log('@@' + JSON.stringify({ ms: [1, 3], cpuMs: 2, peakMiB: 6 }));
}`;

function engine(name: string, behaviour: string, value = 1): EngineCommand {
  const command = [process.execPath, join(folder, 'fake.mjs'), behaviour, String(value)];
  return { name, command, env: {} };
}

beforeAll(() => writeFileSync(join(folder, 'fake.mjs'), fake));

const tinyGpt = { ...smallGpt, vocab_size: 16, n_positions: 8, n_layer: 1, n_head: 2, n_embd: 8 };

const tiny: Record<string, Spec> = {
  matmul: { op: 'matmul', a: [2, 5, 7], b: [2, 7, 3], grad: true },
  ew: { op: 'ew', n: 40, grad: true },
  sum: { op: 'sum', x: [3, 5], grad: true },
  softmax: { op: 'softmax', x: [3, 5], grad: true },
  layernorm: { op: 'layernorm', x: [3, 8], grad: true },
  conv: { op: 'conv', x: [1, 3, 4, 4], w: [2, 3, 3, 3], grad: true },
  convt: { op: 'convt', x: [1, 3, 2, 2], w: [3, 2, 4, 4], grad: true },
  gnsilu: { op: 'gnsilu', x: [2, 4, 2, 2], groups: 2, grad: true },
  tblock: transformerBlock(1, 3, 8, 2, true),
  unet: smallUnet(1, 2, 4, false, 32),
  ldm: diffusionStep(1, 4, {
    unet: { ...smallDiffusion.unet, block_out_channels: [8, 16], cross_attention_dim: 8 },
    text: { ...smallDiffusion.text, vocab_size: 16, hidden_size: 8, intermediate_size: 8 },
  }),
  vae: vaeStep(1, 8, { ...smallVae, block_out_channels: [8, 8, 16] }),
  gpt: gptStep(2, tinyGpt),
  gpt_sample: gptSampling(2, 2, 3, tinyGpt),
  dispatch: { op: 'dispatch', n: 4, ops: 10, jit: true },
};

describe('workloads', () => {
  const values = async (device: 'cpu' | 'interpret') => {
    await wgrad.useDevice(device);
    const of: Record<string, number> = {};
    for (const [id, spec] of Object.entries(tiny)) {
      const workload = workloadsOf(wgrad)(spec);
      await workload.run();
      of[id] = await workload.value();
    }
    return of;
  };

  test('give the values of the float64 oracle', async () => {
    const [ours, right] = [await values('cpu'), await values('interpret')];
    for (const id of Object.keys(tiny)) {
      expect(Math.abs(ours[id] - right[id]), id).toBeLessThan(1e-4 * (1 + Math.abs(right[id])));
    }
  });

  test('have the sizes that their names say', () => {
    const parameters = (spec: Spec) =>
      'params' in spec
        ? spec.params.reduce((n, [, shape]) => n + shape.reduce((a, b) => a * b, 1), 0)
        : 0;
    expect(Object.keys(specs)).toHaveLength(38);
    expect(specs.mm_512_g.flops).toBe(6 * 512 ** 3);
    expect(parameters(specs.unet)).toBe(parameters(specs.unet_fwd));
    expect(Math.round((specs.unet.flops ?? 0) / 1e8)).toBe(241);
    expect(parameters(specs.gpt)).toBe(parameters(specs.gpt_sample_64));
    expect(Math.round(parameters(specs.gpt) / 1e4)).toBe(375);
    expect(specs.tblock.flops).toBe(3 * (2 * 512 * 12 * 256 ** 2 + 4 * 8 * 64 ** 2 * 256));
  });

  test('run in a process of their own from a bundle', async () => {
    const others = [process.execPath, join(folder, 'no-node')];
    const { engines, cleanUp } = await prepareEngines(['wgrad-cpu'], () => {}, others);
    const { version } = process;
    try {
      expect(engines.map((e) => e.name)).toEqual([
        'wgrad-cpu',
        `wgrad-cpu@node${version.slice(1)}`,
        'wgrad-cpu@node',
      ]);
      expect(engines.map((e) => e.missing)).toEqual([
        undefined,
        undefined,
        `${others[1]} does not run`,
      ]);
      const [row] = await measure(engines.slice(0, 1), 'tiny', tiny.matmul, {
        ...timing,
        timeout: 30,
      });
      expect(row.error).toBeUndefined();
      expect(row.runs).toBeGreaterThan(1);
      expect(row.peakMiB).toBeGreaterThan(10);
      await wgrad.useDevice('interpret');
      const right = workloadsOf(wgrad)(tiny.matmul);
      await right.run();
      expect(row.value).toBeCloseTo(await right.value(), 4);
    } finally {
      cleanUp();
    }
  });
});

describe('measuring', () => {
  test('reports what fails beside what works', async () => {
    const engines = [
      engine('torch-1t', 'work', 2),
      engine('wgrad-cpu', 'work', 2.0001),
      engine('jaxjs-wasm', 'work', 2.1),
      engine('tfjs-wasm', 'crash', 2),
      engine('wgrad-webgpu', 'refuse'),
      { ...engine('tfjs-webgpu', 'work'), missing: 'no adapter' },
      { name: 'jaxjs-webgpu', command: [join(folder, 'nothing')], env: {} },
    ];
    const rows = checkValues(await measure(engines, 'mm_256', specs.mm_256, timing));
    const of = (name: string) => rows.find((r) => r.engine === name);
    expect(rows).toHaveLength(engines.length);
    expect(of('torch-1t')).toMatchObject({ cpuMs: 2, wallMs: 2, wallLeastMs: 1, runs: 4 });
    expect(of('wgrad-cpu')?.differs).toBeUndefined();
    expect(of('jaxjs-wasm')?.differs).toBeCloseTo(0.05);
    expect(of('tfjs-wasm')?.error).toMatch(/ended \(3\).*boom: out of memory/);
    expect(of('tfjs-wasm')?.cpuMs).toBeUndefined();
    expect(of('wgrad-webgpu')?.error).toBe('no such kernel');
    expect(of('tfjs-webgpu')?.error).toBe('no adapter');
    expect(of('jaxjs-webgpu')?.error).toMatch(/did not start/);

    const text = report(header, rows, { metric: 'cpu', before: [] });
    expect(text).toMatch(/mm_256 .*2\.00 ≠/);
    expect(text).toMatch(/mm_256 .*failed/);
    expect(text).toContain('mm_256, tfjs-webgpu: no adapter');
    expect(text).toContain('mm_256, jaxjs-wasm: value 2.1 is 5.0e-2 off');
  });

  test('gives up on an engine that hangs', async () => {
    const engines = [engine('jaxjs-wasm', 'hang'), engine('wgrad-cpu', 'work')];
    const rows = await measure(engines, 'sum', specs.sum, { ...timing, timeout: 0.5 });
    expect(rows.map((r) => r.error)).toEqual(['no answer in 0.5 s', undefined]);
  });

  test('a cold start counts from the launch of each process', async () => {
    const [row] = await measure([engine('wgrad-cpu', 'work')], 'cold', specs.cold, timing);
    expect(row).toMatchObject({ cpuMs: 7, runs: timing.rounds + 2, value: 1 });
    expect(row.wallLeastMs).toBeGreaterThan(5); // a process does not start in less
  });

  test('the median', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});

describe('comparing with what was recorded', () => {
  const row = (engine: string, cpuMs: number, workload = 'mm_512'): Row => ({
    engine,
    workload,
    cpuMs,
    wallMs: cpuMs,
  });
  const before = [row('wgrad-cpu', 20), row('torch-1t', 10), row('jaxjs-wasm', 40)];

  test('marks a ratio that got worse, not a machine that got slower', () => {
    const slower = [row('wgrad-cpu', 60), row('torch-1t', 30)];
    const worse = [row('wgrad-cpu', 24), row('torch-1t', 10)];
    expect(change(slower, before, 'wgrad-cpu', 'cpu')).toBeCloseTo(1);
    expect(change(worse, before, 'wgrad-cpu', 'cpu')).toBeCloseTo(1.2);
    expect(report(header, slower, { metric: 'cpu', before })).not.toContain('1.00 WORSE');
    expect(report(header, worse, { metric: 'cpu', before })).toContain('1.20 WORSE');
  });

  test('takes the peers where there is no PyTorch, and nothing where nothing is comparable', () => {
    const now = [row('wgrad-cpu', 10), row('jaxjs-wasm', 40), row('tfjs-wasm', 10)];
    expect(change(now, before, 'wgrad-cpu', 'cpu')).toBeCloseTo(2); // the cheapest peer counts
    expect(change([row('wgrad-cpu', 10)], before, 'wgrad-cpu', 'cpu')).toBeUndefined();
  });

  test('reads the newest rows of each workload from the files', () => {
    const file = (name: string) => join(folder, 'results', name);
    const later = { ...header, started: '2026-02-01T00:00:00Z' };
    append(file('2026-01-01.jsonl'), [header, ...before, row('wgrad-cpu', 5, 'sum')]);
    append(file('2026-02-01.jsonl'), [later, row('wgrad-cpu', 30), row('torch-1t', 10)]);
    expect(read(file('2026-01-01.jsonl'))[0].rows).toHaveLength(4);
    const { rows, headers } = recorded(folder, 'results');
    expect(rows.map((r) => [r.workload, r.engine, r.cpuMs])).toEqual([
      ['mm_512', 'wgrad-cpu', 30],
      ['mm_512', 'torch-1t', 10],
      ['sum', 'wgrad-cpu', 5],
    ]);
    expect(headers.map((h) => h.started)).toEqual([later.started, header.started]);
  });
});

describe('the GPU benchmark', () => {
  test('has a U-Net of the size of Stable Diffusion 1.5', () => {
    const { parameters, shapes, flops } = describeSd(wgrad, sd15, 1, 64, 77);
    expect(parameters).toBe(859_520_964);
    expect(shapes.size).toBe(686);
    expect(Math.round(flops / 1e9)).toBe(803);
    const ids = casesFor(wgrad, 'full').map((c) => c.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('finds kernels that are wrong', async () => {
    let factor = 1;
    const broken: typeof wgrad = {
      ...wgrad,
      softmax: (x) => wgrad.mul(wgrad.softmax(x), factor),
      cumsum: (...args) => {
        if (factor !== 1) throw new Error('no such kernel\nhere');
        return wgrad.cumsum(...args);
      },
    };
    const device = async () => {
      await wgrad.useDevice('cpu');
      factor = 1.001; // from now on it is the device that is checked
    };
    const wanted = (name: string) => /^(softmax|cumulative sum|product batched).* f32/.test(name);
    const results = await runChecks(broken, device, { tiny: true, wanted, note: () => {} });
    const of = (name: string) => results.find((r) => r.name === name);
    expect(results).toHaveLength(5);
    expect(of('product batched f32')?.error).toBeLessThan(2e-5);
    expect(of('product batched, gradients f32')?.error).toBeLessThan(2e-5);
    expect(of('softmax f32')?.error).toBeCloseTo(1e-3, 5);
    expect(of('softmax, gradients f32')?.error).toBeCloseTo(1e-3, 5);
    expect(of('cumulative sum f32')?.failure).toBe('no such kernel');
  });
});
