// Where the time of a computation goes: every kernel's time beside its arithmetic and memory traffic, and
// how near that comes to what the device can do at best (its roof: Williams et al. 2009). Kernels are
// timed one by one, by the clock on the CPU and by timestamp queries on GPUs that have them.
import { type Cost, kernelCost } from '../compiler/cost.ts';
import { describeKernel } from '../compiler/describe.ts';
import type { Kernel } from '../compiler/program.ts';
import * as is from '../tensor/arguments.ts';
import { WgradError } from '../tensor/errors.ts';
import { add } from '../tensor/ops/arithmetic.ts';
import { full } from '../tensor/ops/create.ts';
import { matmul } from '../tensor/ops/matmul.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { compile } from './compile.ts';
import { device } from './device.ts';
import { realize } from './evaluate.ts';
import { type RecordedRun, record } from './run.ts';

/** The most that a device reaches: arithmetic (operations a second) and memory (bytes a second). */
export interface Roof {
  readonly flops: number;
  readonly bytes: number;
}

/** Equal kernels of one operation, together. Times are means over the repetitions. */
export interface ProfileRow {
  /** Names of the operations inside. */
  readonly label: string;
  /** Shape and types of the kernel. */
  readonly kernel: string;
  /** Launches in one repetition. */
  readonly count: number;
  /** Milliseconds, all launches of one repetition together. */
  readonly ms: number;
  /** Operations and bytes, all launches of one repetition together. */
  readonly flops: number;
  readonly bytes: number;
  /** Least time that the roof allows, divided by the time taken. */
  readonly share: number;
}

/** What `profile` gives. */
export interface Profile {
  readonly device: string;
  readonly roof: Roof;
  /** By time, longest first. */
  readonly rows: readonly ProfileRow[];
  /** Milliseconds in kernels, and by the clock on the wall, of one repetition. */
  readonly kernelMs: number;
  readonly wallMs: number;
  /** A table for people. */
  table(options?: { rows?: number }): string;
  /** The last repetition in Chrome's trace format (JSON); opens in Perfetto or chrome://tracing. */
  chromeTrace(): object;
}

/** Options of `profile`. */
export interface ProfileOptions {
  /** Repetitions that are measured (default 3). */
  readonly repeats?: number;
  /** Repetitions before, in which kernels are compiled (default 1). */
  readonly warmup?: number;
  /** What the device can do; measured (once for each device) if it is not given. */
  readonly roof?: Roof;
}

const roofs = new Map<string, Roof>();

async function timed(f: () => void): Promise<RecordedRun[]> {
  const stop = record();
  try {
    f();
  } finally {
    await realize();
  }
  return stop();
}

// The best of a few large products and of a few passes over memory.
async function measureRoof(): Promise<Roof> {
  const backend = await device();
  const known = roofs.get(backend.description);
  if (known) return known;
  const software = backend.name !== 'webgpu';
  const n = software ? 512 : 2048;
  const a = full([n, n], 0.5);
  const big = full([software ? 2 ** 22 : 2 ** 25], 0.5);
  await realize(a, big);
  const product = compile((x: Tensor) => matmul(x, x), { name: 'roof: product' });
  const pass = compile((x: Tensor) => add(x, 1), { name: 'roof: pass' });
  let [flops, bytes] = [0, 0];
  for (let i = 0; i < 4; i++) {
    const results: Tensor[] = [];
    const runs = await timed(() => {
      results.push(product(a), pass(big));
    });
    for (const r of results) r.dispose();
    for (const { program, times } of runs) {
      program.steps.forEach(({ kernel }, k) => {
        const cost = kernelCost(kernel);
        if (kernel.kind === 'special') flops = Math.max(flops, (cost.flops / times[k]) * 1000);
        else bytes = Math.max(bytes, (cost.bytes / times[k]) * 1000);
      });
    }
  }
  a.dispose();
  big.dispose();
  product.dispose();
  pass.dispose();
  const roof = { flops, bytes };
  roofs.set(backend.description, roof);
  return roof;
}

interface Group {
  readonly label: string;
  readonly kernel: Kernel;
  readonly cost: Cost;
  count: number;
  ms: number;
}

function group(runs: readonly RecordedRun[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { program, times } of runs) {
    program.steps.forEach(({ kernel, label }, k) => {
      const key = `${label}\n${kernel.kind} ${kernel.key}`;
      const known = groups.get(key);
      const g = known ?? { label, kernel, cost: kernelCost(kernel), count: 0, ms: 0 };
      g.count++;
      g.ms += times[k];
      groups.set(key, g);
    });
  }
  return [...groups.values()];
}

const profileArgs = is.signature(
  'profile',
  ['f', is.func],
  [
    'options',
    is.options<ProfileOptions>({
      repeats: is.optional(is.count),
      warmup: is.optional(is.size),
      roof: is.optional(is.fields<Roof>({ flops: is.positive, bytes: is.positive })),
    }),
  ],
);

/**
 * Runs `f` and measures every kernel that it starts, compiled or not, until its results are there. `f` is
 * called several times: a step with donated state takes the state of the call before.
 *
 *     const p = await profile(() => { state = step(state, batch); });
 *     console.log(p.table());
 *
 * @throws WgradError on a device that cannot tell its kernels apart (the interpreter)
 */
export async function profile(
  f: () => unknown | Promise<unknown>,
  options: ProfileOptions = {},
): Promise<Profile> {
  profileArgs(f, options);
  const { repeats = 3, warmup = 1 } = options;
  const backend = await device();
  if (backend.name === 'interpret') {
    throw new WgradError('profile: the interpreter has no kernels to measure; use cpu or webgpu');
  }
  const roof = options.roof ?? (await measureRoof());
  for (let i = 0; i < warmup; i++) await realize(await f());
  const started = performance.now();
  let runs: RecordedRun[] = [];
  let last: RecordedRun[] = [];
  for (let i = 0; i < repeats; i++) {
    const stop = record();
    try {
      await realize(await f());
    } finally {
      last = await stop();
    }
    runs = [...runs, ...last];
  }
  const wallMs = (performance.now() - started) / repeats;
  const rows = group(runs)
    .map(({ label, kernel, cost, count, ms }): ProfileRow => {
      const n = count / repeats;
      const [flops, bytes] = [cost.flops * n, cost.bytes * n];
      const least = 1000 * Math.max(flops / roof.flops, bytes / roof.bytes);
      const mean = ms / repeats;
      const share = mean > 0 ? least / mean : 0;
      return { label, kernel: describeKernel(kernel), count: n, ms: mean, flops, bytes, share };
    })
    .sort((a, b) => b.ms - a.ms);
  const kernelMs = rows.reduce((t, r) => t + r.ms, 0);
  const result = { device: backend.description, roof, rows, kernelMs, wallMs };
  return {
    ...result,
    table: (shown = {}) => tableOf(result, shown.rows ?? 40),
    chromeTrace: () => traceOf(result.device, last),
  };
}

const giga = (perMs: number): string => (perMs / 1e6).toFixed(1);

function tableOf(p: Omit<Profile, 'table' | 'chromeTrace'>, most: number): string {
  const line = (cells: readonly string[]): string => {
    const [ms, share, count, gflops, gbytes, roof, label, kernel] = cells;
    return (
      `${ms.padStart(9)} ${share.padStart(6)} ${count.padStart(6)} ${gflops.padStart(8)} ` +
      `${gbytes.padStart(7)} ${roof.padStart(6)}  ${label.padEnd(28)} ${kernel}`
    );
  };
  const percent = (x: number): string => `${(100 * x).toFixed(1)}%`;
  const shorten = (text: string, n: number): string =>
    text.length > n ? `${text.slice(0, n - 1)}…` : text;
  const shown = p.rows.slice(0, most);
  const rest = p.rows.slice(most);
  const restMs = rest.reduce((t, r) => t + r.ms, 0);
  const flops = p.rows.reduce((t, r) => t + r.flops, 0);
  const bytes = p.rows.reduce((t, r) => t + r.bytes, 0);
  const count = p.rows.reduce((t, r) => t + r.count, 0);
  return [
    line(['ms', 'time', 'runs', 'GFLOP/s', 'GB/s', 'roof', 'operations', 'kernel']),
    ...shown.map((r) =>
      line([
        r.ms.toFixed(3),
        percent(r.ms / p.kernelMs),
        `${r.count}`,
        giga(r.flops / r.ms),
        giga(r.bytes / r.ms),
        percent(r.share),
        shorten(r.label, 28),
        shorten(r.kernel, 60),
      ]),
    ),
    ...(rest.length > 0
      ? [
          line([
            restMs.toFixed(3),
            percent(restMs / p.kernelMs),
            `${rest.length}`,
            '',
            '',
            '',
            'other kernels',
            '',
          ]),
        ]
      : []),
    line([
      p.kernelMs.toFixed(3),
      '100%',
      `${count}`,
      giga(flops / p.kernelMs),
      giga(bytes / p.kernelMs),
      '',
      'all kernels',
      '',
    ]),
    `${p.device}; ${p.wallMs.toFixed(3)} ms on the wall, of which kernels ` +
      `${percent(p.kernelMs / p.wallMs)}; roof ${giga(p.roof.flops / 1000)} GFLOP/s, ` +
      `${giga(p.roof.bytes / 1000)} GB/s`,
  ].join('\n');
}

// Kernels one after the other from the moment their program was started.
function traceOf(deviceName: string, runs: readonly RecordedRun[]): object {
  const origin = runs[0]?.started ?? 0;
  const names = [
    { name: 'process_name', ph: 'M', pid: 1, tid: 0, args: { name: `wgrad on ${deviceName}` } },
    { name: 'thread_name', ph: 'M', pid: 1, tid: 1, args: { name: 'programs' } },
    { name: 'thread_name', ph: 'M', pid: 1, tid: 2, args: { name: 'kernels' } },
  ];
  let clock = 0;
  const events = runs.flatMap(({ program, times, started }) => {
    clock = Math.max(clock, 1000 * (started - origin));
    const from = clock;
    const kernels = program.steps.map(({ kernel, label }, k) => {
      const { flops, bytes } = kernelCost(kernel);
      const ts = clock;
      const dur = 1000 * times[k];
      clock += dur;
      const args = { kernel: describeKernel(kernel), flops, bytes };
      return { name: label, cat: kernel.kind, ph: 'X', pid: 1, tid: 2, ts, dur, args };
    });
    const whole = { name: program.name, cat: 'program', ph: 'X', pid: 1, tid: 1, ts: from };
    return [{ ...whole, dur: clock - from, args: { kernels: kernels.length } }, ...kernels];
  });
  return { displayTimeUnit: 'ms', traceEvents: [...names, ...events] };
}
