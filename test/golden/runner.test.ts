// The golden runner on small folders made from two cases of the group `ops`, one of them spoiled in one
// way at a time: wrong values, shapes, NaN, missing answers, operations nobody knows, broken files.
// What passes and what does not, exit statuses, filters and the report are all checked by changing them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { golden } from './command.ts';
import type { GoldenCase } from './contract.ts';
import { fixtures, readGolden } from './golden.ts';
import { groupOf, groups } from './groups.ts';
import type { GroupReport } from './run-cases.ts';

type Values = Float32Array | Int32Array | Uint8Array;
type Stored = { values: Values; shape: number[] };
interface Folder {
  readonly cases: Record<string, unknown>[];
  readonly tensors: Map<string, Stored>;
}

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

const dtype = (v: Values): string =>
  v instanceof Float32Array ? 'F32' : v instanceof Int32Array ? 'I32' : 'BOOL';

function safetensors(tensors: Folder['tensors']): Buffer {
  const header: Record<string, unknown> = {};
  let at = 0;
  for (const [name, { values, shape }] of tensors) {
    header[name] = { dtype: dtype(values), shape, data_offsets: [at, at + values.byteLength] };
    at += values.byteLength;
  }
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  const data = [...tensors.values()].map(({ values: v }) => Buffer.from(v.buffer));
  return Buffer.concat([length, json, ...data]);
}

// a folder with the group `ops`, holding add.2 (a gradient by broadcasting) and softmax.1
function folderWith(edit: (folder: Folder) => void, group = 'ops'): string {
  const source = readGolden('ops');
  const cases = ['add.2', 'softmax.1'].map((id) => structuredClone(source.find(id)));
  const tensors: Folder['tensors'] = new Map();
  for (const c of cases) {
    for (const names of [c.inputs, c.outputs, c.proj, c.grads]) {
      for (const name of Object.values(names ?? {})) {
        const values = Float32Array.from(source.values(name));
        tensors.set(name, { values, shape: [...source.shape(name)] });
      }
    }
  }
  edit({ cases: cases as unknown as Folder['cases'], tensors });
  const folder = mkdtempSync(join(tmpdir(), 'wgrad-golden-'));
  made.push(folder);
  writeFileSync(join(folder, `${group}.json`), JSON.stringify({ group, cases }));
  writeFileSync(join(folder, `${group}.safetensors`), safetensors(tensors));
  return folder;
}

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await golden(args, { print: (l) => out.push(l), complain: (l) => err.push(l) });
  return { status, out: out.join('\n'), err: err.join('\n') };
}

const change = (name: string, at: number, by: (x: number) => number) => (folder: Folder) => {
  const { values } = folder.tensors.get(name) as Stored;
  values[at] = by(values[at]);
};

it('passes what agrees', async () => {
  const { status, out } = await run(folderWith(() => {}));
  expect(out).toMatch(/^ops: 2 passed, 0 failed, 0 unsupported, worst at \d+ % of its tolerance/);
  expect(status).toBe(0);
});

it('names case, role, tensor, worst element, wanted, got, tolerance and how many are off', async () => {
  const folder = folderWith((f) => {
    change('softmax.1/grads/x', 4, () => 0.5)(f);
    change('softmax.1/grads/x', 5, () => 64)(f);
  });
  const [rows, columns] = readGolden('ops').shape('softmax.1/grads/x').slice(-2);
  const { status, out } = await run(folder);
  expect(out).toContain('ops: 1 passed, 1 failed');
  const line = out.split('\n').at(-1) as string;
  expect(rows * columns).toBeGreaterThan(5);
  expect(line).toContain('FAILED ops softmax.1: grads x[');
  expect(line).toContain(`${Math.floor(5 / columns)},${5 % columns}]: wanted 64, got `);
  expect(line).toMatch(/got -?0\.\d+, off by 6[345]\.\d, allowed 0\.00\d+ \(2 of 12 elements/);
  expect(status).toBe(1);
});

it('fails one unit beyond the tolerance and passes within it', async () => {
  const off = (factor: number) =>
    folderWith((f) => {
      (f.cases[0].tol as Record<string, unknown>) = { outputs: { y: [0, 0.5] } };
      change('add.2/outputs/y', 0, (x) => x + 0.5 * factor)(f);
    });
  expect((await run(off(0.99))).status).toBe(0);
  expect((await run(off(-0.99))).status).toBe(0);
  expect((await run(off(1.01))).status).toBe(1);
});

it('wants whole shapes, not just the values', async () => {
  const folder = folderWith((f) => {
    const stored = f.tensors.get('add.2/outputs/y') as Stored;
    stored.shape = [1, ...stored.shape];
  });
  const { status, out } = await run(folder);
  expect(out).toMatch(/FAILED ops add\.2: outputs y has shape \[[\d,]+\], not \[1,[\d,]+\]/);
  expect(status).toBe(1);
});

it('lets NaN meet only NaN and infinities only their own sign', async () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
    const { status, out } = await run(folderWith(change('add.2/outputs/y', 1, () => value)));
    expect(out).toContain(`wanted ${value}, got `);
    expect(status).toBe(1);
  }
  const through = (x: number, y: number) =>
    folderWith((f) => {
      const input = f.tensors.get('softmax.1/inputs/x') as Stored;
      f.cases[1].op = 'torch.abs';
      f.cases[1].kwargs = {};
      for (const role of ['grads', 'proj']) delete f.cases[1][role];
      input.values.fill(x);
      (f.tensors.get('softmax.1/outputs/y') as Stored).values.fill(y);
    });
  expect((await run(through(Number.NaN, Number.NaN))).status).toBe(0);
  expect((await run(through(-1 / 0, 1 / 0))).status).toBe(0);
  expect((await run(through(1 / 0, -1 / 0))).status).toBe(1);
});

it('fails what is asked for and not answered, and a case that asks for nothing', async () => {
  const extra = folderWith((f) => {
    f.cases[0].outputs = { ...(f.cases[0].outputs as object), more: 'add.2/outputs/y' };
  });
  expect((await run(extra)).out).toContain('FAILED ops add.2: outputs more was not computed');
  const number = folderWith((f) => {
    f.cases[0].sigmas = [1, 2];
  });
  expect((await run(number)).out).toContain('FAILED ops add.2: manifest sigmas was not computed');
  const nothing = folderWith((f) => {
    for (const role of ['outputs', 'grads', 'proj']) delete f.cases[0][role];
  });
  const { out, status } = await run(nothing);
  expect(out).toContain('FAILED ops add.2: case add.2 stores nothing to compare with');
  expect(status).toBe(1);
});

it('checks gradients that must be zero', async () => {
  const folder = folderWith((f) => {
    f.cases[0].no_grad = ['x'];
  });
  const { out, status } = await run(folder);
  expect(out).toMatch(/FAILED ops add\.2: grads x\[.*\]: wanted 0, got /);
  expect(status).toBe(1);
});

it('says unsupported, with the reason, of what the library does not have', async () => {
  const folder = folderWith((f) => {
    f.cases[0].op = 'torch.fft.fft';
  });
  const { out, status } = await run(folder);
  expect(out).toContain('ops: 1 passed, 0 failed, 1 unsupported');
  expect(out).toContain('unsupported ops add.2: ');
  expect(out).toContain('torch.fft.fft');
  expect(status).toBe(0);
});

it('passes on how a model or scheduler refuses an option', async () => {
  const refusing = (scheduler: string, config: object) =>
    folderWith((f) => {
      const call = { kind: 'timesteps', scheduler, config, num_inference_steps: 3 };
      f.cases.push({ id: 'times', ...call, timesteps: [2, 1, 0] });
    }, 'more');
  const unknown = await run(refusing('LMSDiscreteScheduler', {}), '--case', 'times');
  expect(unknown.out).toMatch(/unsupported more times: .*LMSDiscreteScheduler.* is not one of /);
  const option = await run(refusing('DDIMScheduler', { thresholding: true }), '--case', 'times');
  expect(option.out).toMatch(/unsupported more times: .*thresholding = true is not implemented/);
  const wrong = await run(refusing('DDIMScheduler', {}), '--case', 'times');
  expect(wrong.out).toMatch(/FAILED more times: manifest timesteps\[0\]: wanted 2, got \d+/);
  expect([unknown.status, option.status, wrong.status]).toEqual([0, 0, 1]);
});

it('reports an exception as a failure with its message', async () => {
  const folder = folderWith((f) => {
    f.cases[0].op = 'torch.reshape';
    f.cases[0].args = ['$x', [7, 11, 13]];
  });
  const { out, status } = await run(folder);
  expect(out).toMatch(/FAILED ops add\.2: .*7,\s?11,\s?13/);
  expect(status).toBe(1);
});

it('runs only the groups and cases asked for', async () => {
  const folder = folderWith(change('softmax.1/outputs/y', 0, (x) => x + 1));
  expect((await run(folder, '--case', 'add.2')).status).toBe(0);
  expect((await run(folder, '--case', 'add.2', '--case', 'softmax.1')).status).toBe(1);
  expect((await run(folder, '--group', 'ops', '--case', 'softmax.1')).out).toContain(
    '0 passed, 1 f',
  );
});

it('finds the adapter of a group with another name by what its cases say', async () => {
  const { out, status } = await run(folderWith(() => {}, 'more_functions'));
  expect(out).toContain('more_functions: 2 passed');
  expect(status).toBe(0);
});

it('writes a report', async () => {
  const folder = folderWith(change('softmax.1/outputs/y', 0, (x) => x + 1));
  const file = join(folder, 'report.txt');
  expect((await run(folder, '--json', file)).status).toBe(1);
  const report = JSON.parse(readFileSync(file, 'utf8')) as { groups: GroupReport[] };
  const [{ group, counts, cases }] = report.groups;
  expect({ group, counts }).toEqual({
    group: 'ops',
    counts: { passed: 1, failed: 1, unsupported: 0, excepted: 0 },
  });
  expect(cases.map((c) => [c.id, c.state])).toEqual([
    ['add.2', 'passed'],
    ['softmax.1', 'failed'],
  ]);
  expect(cases[0].compared).toBeGreaterThan(1);
  expect(cases[1].failures[0]).toMatchObject({ role: 'outputs', name: 'y', off: 1 });
});

it('refuses folders and arguments that are at fault, naming file and tensor', async () => {
  const faults: [RegExp, string[]][] = [
    [/no folder/, ['/nowhere/at/all']],
    [/no group "nn"; known are ops/, [folderWith(() => {}), '--group', 'nn']],
    [/no case "add.9"; known are add.2, softmax.1/, [folderWith(() => {}), '--case', 'add.9']],
    [/unknown option '--devise'/, [folderWith(() => {}), '--devise', 'cpu']],
    [/argument 'cuda' is invalid/, [folderWith(() => {}), '--device', 'cuda']],
    [/missing required argument 'folder'/, []],
  ];
  const broken = (edit: (folder: string) => void): string => {
    const folder = folderWith(() => {});
    edit(folder);
    return folder;
  };
  const file = 'ops.safetensors';
  const cut = (folder: string): void => {
    const bytes = readFileSync(join(folder, file));
    writeFileSync(join(folder, file), bytes.subarray(0, bytes.length - 5));
  };
  const missing = folderWith((f) => {
    f.tensors.delete('add.2/grads/y');
  });
  faults.push(
    [/ops\.safetensors: .*(cut short|bytes)/, [broken(cut)]],
    [/ops\.safetensors has no tensor "add.2\/grads\/y".*grads of case add.2/, [missing]],
    [/ops\.safetensors cannot be read/, [broken((folder) => rmSync(join(folder, file)))]],
    [/ops\.json is not JSON/, [broken((d) => writeFileSync(join(d, 'ops.json'), '{"cases": ['))]],
    [/ops\.json has no list `cases`/, [broken((d) => writeFileSync(join(d, 'ops.json'), '[]'))]],
  );
  for (const [message, args] of faults) {
    const { status, out, err } = await run(...args);
    expect(err).toMatch(message);
    expect([status, out]).toEqual([2, '']);
  }
});

it('gives its status to the shell', () => {
  const command = fileURLToPath(new URL('run.ts', import.meta.url));
  const shell = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', command, ...args], { encoding: 'utf8' });
  const failed = shell(folderWith(change('add.2/outputs/y', 0, (x) => x + 1)));
  expect(failed.stdout).toContain('ops: 1 passed, 1 failed');
  expect(failed.status).toBe(1);
  const usage = shell('/nowhere/at/all');
  expect(usage.stderr).toContain('error: /nowhere/at/all is no folder');
  expect(usage.status).toBe(2);
});

it('knows every case of the repository by what it says of itself', () => {
  for (const group of Object.keys(groups)) {
    const strangers = readGolden(group, fixtures).cases.filter(
      (c: GoldenCase) => groupOf(c) !== group,
    );
    expect(strangers.map((c) => c.id)).toEqual([]);
  }
});
