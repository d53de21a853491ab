// Measures engines on workloads: a process for each pair, all processes of a workload alive together, and
// their rounds in turn (A B C A B C ...), so that what else the machine does meets all of them alike. Each
// timed part holds a lock file, which keeps two benchmarks on one machine from timing at once. A process
// that crashes, hangs or lacks the workload becomes a row with an error.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { EngineCommand } from './engines.ts';
import type { Row } from './results.ts';
import type { Spec } from './specs.ts';

/** How long and how often to measure. */
export interface MeasureOptions {
  /** Turns of each engine per workload (launches of a cold start: two more). */
  readonly rounds: number;
  /** Milliseconds of repetitions per turn. */
  readonly budget: number;
  /** Seconds after which a set-up or a turn counts as hung. */
  readonly timeout: number;
  /** The lock file that timed parts hold; by default one for the whole machine. */
  readonly lock?: string;
  /** Called when a cell (engine x workload) has its row. */
  readonly progress?: (row: Row) => void;
}

type Answer = { error: string } | ({ error?: undefined } & Record<string, unknown>);

interface Setup {
  version: string;
  firstMs: number;
  firstCpuMs: number;
  value: number;
  cpuMsSinceLaunch: number;
  peakMiB: number;
}

interface Round {
  ms: number[];
  cpuMs: number;
  peakMiB: number;
}

/** The middle value (of an even number, the mean of two). */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

const machineLock = process.env.BENCH_LOCK ?? join(tmpdir(), 'wgrad-bench.lock');
let haveFlock: boolean | undefined;

/** Runs f while holding the lock, where the system has flock(1). */
async function locked<T>({ lock = machineLock }: MeasureOptions, f: () => Promise<T>): Promise<T> {
  haveFlock ??= spawnSync('flock', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!haveFlock) return f();
  const holder = spawn('flock', [lock, 'sh', '-c', 'echo held; cat >/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  await new Promise((resolve) => {
    holder.stdout.once('data', resolve);
    holder.once('close', resolve); // a lock file that cannot be opened must not stop the run
  });
  try {
    return await f();
  } finally {
    holder.stdin.end();
  }
}

/** A process of an engine: `ask` sends a line and waits for the answer. */
function start({ command, env }: EngineCommand) {
  const [file, ...args] = command;
  const child: ChildProcess = spawn(file, args, {
    env: { XDG_RUNTIME_DIR: tmpdir(), ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let waiting: ((answer: Answer) => void) | undefined;
  let complaints = '';
  let gone: string | undefined;
  const answer = (a: Answer) => {
    waiting?.(a);
    waiting = undefined;
  };
  const end = (how: string) => {
    const last = complaints.trim().split('\n').at(-1);
    gone ??= last ? `${how}: ${last}` : how;
    answer({ error: gone });
  };
  child.stderr?.on('data', (text) => {
    complaints = (complaints + text).slice(-2000);
  });
  child.stdin?.on('error', () => {}); // a dead process is reported by its end
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    if (line.startsWith('@@')) answer(JSON.parse(line.slice(2)));
  });
  child.on('error', (error) => end(`it did not start (${error.message})`));
  child.on('close', (code, signal) => end(`it ended (${signal ?? code}) without an answer`));
  return {
    stop: () => child.kill('SIGKILL'),
    ask: (message: object, seconds: number) =>
      new Promise<Answer>((resolve) => {
        if (gone) return resolve({ error: gone });
        const timer = setTimeout(() => {
          end(`no answer in ${seconds} s`);
          child.kill('SIGKILL');
        }, seconds * 1000);
        waiting = (a) => {
          clearTimeout(timer);
          resolve(a);
        };
        child.stdin?.write(`${JSON.stringify(message)}\n`);
      }),
  };
}

const brief = (error: string) => error.split('\n')[0].slice(0, 300);

interface Live {
  readonly row: Row;
  readonly process: ReturnType<typeof start>;
  readonly cpuMsSinceLaunch: number;
  readonly rounds: Round[];
}

/** Starts a process and builds the workload in it: a live one, or a row that says why not. */
async function setUp(
  engine: EngineCommand,
  workload: string,
  spec: Spec,
  timeout: number,
): Promise<Live | Row> {
  const process = start(engine);
  const answer = await process.ask({ cmd: 'setup', spec }, timeout);
  const row: Row = { engine: engine.name, workload };
  if (answer.error !== undefined) {
    process.stop();
    return { ...row, error: brief(answer.error) };
  }
  const { cpuMsSinceLaunch, ...known } = answer as unknown as Setup;
  const { version, firstMs, firstCpuMs, value, peakMiB } = known;
  const measured = { ...row, version, firstMs, firstCpuMs, value, peakMiB };
  return { row: measured, process, cpuMsSinceLaunch, rounds: [] };
}

function finished(row: Row, rounds: readonly Round[]): Row {
  if (rounds.length === 0) return row;
  const wall = rounds.flatMap((r) => r.ms);
  const cpu = rounds.map((r) => r.cpuMs);
  return {
    ...row,
    cpuMs: median(cpu),
    cpuLeastMs: Math.min(...cpu),
    wallMs: median(wall),
    wallLeastMs: Math.min(...wall),
    runs: wall.length,
    peakMiB: rounds[rounds.length - 1].peakMiB,
  };
}

/** A workload's rows, engines in turn. */
async function inTurns(
  engines: readonly EngineCommand[],
  workload: string,
  spec: Spec,
  options: MeasureOptions,
): Promise<Row[]> {
  const { rounds, budget, timeout } = options;
  const rows = new Map<string, Row>();
  const done = (row: Row) => {
    rows.set(row.engine, row);
    options.progress?.(row);
  };
  const lives: Live[] = [];
  for (const engine of engines) {
    const made = await locked(options, () => setUp(engine, workload, spec, timeout));
    if ('process' in made) lives.push(made);
    else done(made);
  }
  const failed = new Map<Live, string>();
  for (let round = 0; round < rounds; round++) {
    for (const live of lives) {
      const slow = live.rounds.length > 0 && median(live.rounds[0].ms) > 8000;
      if (failed.has(live) || slow) continue; // one turn says enough about seconds
      const answer = await locked(options, () =>
        live.process.ask({ cmd: 'run', budget, max: 500 }, timeout),
      );
      if (answer.error === undefined) live.rounds.push(answer as unknown as Round);
      else failed.set(live, brief(answer.error));
    }
  }
  for (const live of lives) {
    live.process.stop();
    const error = failed.get(live);
    done(error === undefined ? finished(live.row, live.rounds) : { ...live.row, error });
  }
  return engines.map(({ name }) => rows.get(name) as Row);
}

/** Rows of a cold start: from the launch of a process to the value, CPU and wall, several launches. */
async function coldStarts(
  engines: readonly EngineCommand[],
  workload: string,
  spec: Spec,
  options: MeasureOptions,
): Promise<Row[]> {
  const kept = new Map<string, { row: Row; rounds: Round[] }>();
  for (let launch = 0; launch < options.rounds + 2; launch++) {
    for (const engine of engines) {
      const { row: before, rounds = [] } = kept.get(engine.name) ?? {};
      if (before?.error) continue;
      const [made, wall] = await locked(options, async () => {
        const since = performance.now();
        const made = await setUp(engine, workload, spec, options.timeout);
        return [made, performance.now() - since] as const;
      });
      if ('process' in made) {
        made.process.stop();
        const cpuMs = made.cpuMsSinceLaunch;
        rounds.push({ ms: [wall], cpuMs, peakMiB: made.row.peakMiB ?? 0 });
      }
      kept.set(engine.name, { row: 'process' in made ? made.row : made, rounds });
    }
  }
  return [...kept.values()].map(({ row, rounds }) => {
    const result = row.error ? row : finished(row, rounds);
    options.progress?.(result);
    return result;
  });
}

/** Rows of one workload for every engine; engines that are missing get theirs at once. */
export async function measure(
  engines: readonly EngineCommand[],
  workload: string,
  spec: Spec,
  options: MeasureOptions,
): Promise<Row[]> {
  const missing = engines
    .filter((e) => e.missing)
    .map((e): Row => ({ engine: e.name, workload, error: e.missing }));
  for (const row of missing) options.progress?.(row);
  const there = engines.filter((e) => !e.missing);
  const run = spec.cold ? coldStarts : inTurns;
  return [...missing, ...(await run(there, workload, spec, options))];
}
