// The GPU benchmark, one script for a machine with a hardware GPU: checks that the kernels are right, then
// prints one table with PyTorch beside it where python3 has it, and what the runtime itself costs. How to
// run it with and without Node on the machine: README.md.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as wgrad from '../../src/index.ts';
import { type Case, casesFor, tasksOf } from './cases.ts';
import { runChecks } from './checks.ts';
import { measureRuntime, type RuntimeCost } from './runtime-costs.ts';
import { describeRow, type Row, table } from './table.ts';
import { time } from './timing.ts';
import torchScript from './torch-gpu.py';

const usage = `usage: gpu-bench [options]
  --quick          fewer cases, shorter turns
  --tiny           sizes that a CPU adapter manages: to test this script, not to compare
  --only GLOBS     cases, checks and costs by name, such as 'product*,SD*'
  --torch DEVICE   cuda (default), cpu, or none
  --python FILE    the Python that has PyTorch (default: python3)
  --budget MS      time for each case (default 1000)
  --no-checks      time at once
  --json FILE      write everything there too`;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    tiny: { type: 'boolean' },
    only: { type: 'string', default: '*' },
    torch: { type: 'string', default: 'cuda' },
    python: { type: 'string', default: 'python3' },
    budget: { type: 'string' },
    'no-checks': { type: 'boolean' },
    json: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const note = (line: string) => process.stderr.write(`${line}\n`);
const patterns = options.only
  .split(',')
  .map((glob) => new RegExp(`^${glob.replace(/[.+()]/g, '\\$&').replace(/\*/g, '.*')}$`));
const wanted = (name: string) => patterns.some((pattern) => pattern.test(name));
const brief = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0].slice(0, 160);

/** A device of its own for each use: one that failed stays failed. */
const freshDevice = () => wgrad.useDevice('webgpu');

async function timeCases(cases: readonly Case[], budget: number): Promise<Row[]> {
  const rows: Row[] = [];
  const start = performance.now();
  for (const [done, c] of cases.entries()) {
    const { id, flops } = c;
    let row: Row;
    try {
      const task = await tasksOf(wgrad)(c);
      try {
        row = { id, flops, wgrad: await time(task, budget), torch: {} };
      } finally {
        task.dispose();
      }
    } catch (error) {
      row = { id, flops, wgrad: { error: brief(error) }, torch: {} };
      await freshDevice();
    }
    rows.push(row);
    const left = ((performance.now() - start) / (done + 1)) * (cases.length - done - 1);
    note(`[${done + 1}/${cases.length}] ${describeRow(row)} · ETA ${(left / 1000).toFixed(0)} s`);
  }
  return rows;
}

/** Adds PyTorch's times to the rows; what it is, or why it is not there. */
async function timeTorch(cases: readonly Case[], rows: Row[], budgetMs: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'wgrad-gpu-'));
  const file = join(folder, 'torch-gpu.py');
  writeFileSync(file, torchScript);
  const child = spawn(options.python, [file, options.torch], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (text) => {
    complaints = (complaints + text).slice(-2000);
  });
  child.stdin.on('error', () => {}); // it ended before it read: its complaint tells why
  child.stdin.end(JSON.stringify({ cases, budgetMs }));
  const closed = new Promise<string | undefined>((resolve) => {
    child.on('error', (error) => resolve(brief(error)));
    child.on('close', (code) =>
      resolve(
        code === 0 ? undefined : (complaints.trim().split('\n').at(-1) ?? `it ended (${code})`),
      ),
    );
  });
  let version = '';
  for await (const line of createInterface({ input: child.stdout })) {
    const { id, mode, ...result } = JSON.parse(line);
    if (id === undefined) version = `PyTorch ${result.version} on ${result.device}`;
    const row = rows.find((r) => r.id === id);
    if (!row) continue;
    row.torch[mode as keyof Row['torch']] = result;
    note(`torch ${mode}, ${id}: ${result.error ?? `${result.ms.toFixed(3)} ms`}`);
  }
  const failure = await closed;
  rmSync(folder, { recursive: true });
  return failure ? `${version || 'no PyTorch'} (${failure})` : version;
}

async function main() {
  if (options.help) return console.log(usage);
  const size = options.tiny ? 'tiny' : options.quick ? 'quick' : 'full';
  const budget = Number(options.budget ?? { tiny: 20, quick: 400, full: 1000 }[size]);
  if (!(budget > 0)) throw new Error(`--budget is ${options.budget}, not a positive number`);
  const { description } = await freshDevice();
  note(`device: ${description}`);

  const checks = options['no-checks']
    ? []
    : await runChecks(wgrad, freshDevice, { tiny: size === 'tiny', wanted, note });
  const wrong = checks.filter((c) => !(c.error !== undefined && c.error <= c.tolerance));
  const cases = casesFor(wgrad, size).filter((c) => wanted(c.id));
  const rows = await timeCases(cases, budget);
  const costs: RuntimeCost[] = await measureRuntime(wgrad, { tiny: size === 'tiny', wanted, note });
  const torch =
    options.torch === 'none' || cases.length === 0 ? '' : await timeTorch(cases, rows, budget);

  console.log(`${description}; Node ${process.version.slice(1)}; ${torch || 'without PyTorch'}\n`);
  const worst = checks.reduce((m, c) => Math.max(m, c.error ?? 0), 0);
  console.log(
    `Checks: ${checks.length - wrong.length} of ${checks.length} right` +
      `${checks.length ? `, largest error ${worst.toExponential(1)}` : ''}`,
  );
  for (const { name, error, failure, reference } of wrong) {
    console.log(`  WRONG ${name}: ${failure ?? `${error?.toExponential(1)} off ${reference}`}`);
  }
  if (rows.length) console.log(`\n${table(rows)}`);
  if (costs.length) console.log();
  for (const { name, value, unit } of costs)
    console.log(`${name}: ${value.toPrecision(3)} ${unit}`);
  if (options.json) {
    const date = new Date().toISOString();
    const everything = { date, device: description, torch, size, checks, rows, costs };
    writeFileSync(options.json, `${JSON.stringify(everything, null, 1)}\n`);
  }
  process.exit(wrong.length ? 1 : 0);
}

main().catch((error) => {
  console.error(`gpu-bench: ${brief(error)}`);
  process.exit(2);
});
