// What a run leaves behind: JSON lines, a header with machine and commit and then a row for each engine
// and workload. Two runs are compared by ratios within each (wgrad against PyTorch, or against the
// cheapest peer), because machines and their moods differ and ratios much less.
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isPeer, onTwoThreads, onWebGPU } from './engines.ts';

/** One engine on one workload. Times in milliseconds; CPU time counts all threads of the process. */
export interface Row {
  readonly engine: string;
  readonly workload: string;
  readonly version?: string;
  /** Per run, median and least of the turns. */
  readonly cpuMs?: number;
  readonly cpuLeastMs?: number;
  /** Per run, median and least of all runs. */
  readonly wallMs?: number;
  readonly wallLeastMs?: number;
  /** The first call: trace, plan, compile, run. */
  readonly firstMs?: number;
  readonly firstCpuMs?: number;
  readonly peakMiB?: number;
  readonly runs?: number;
  /** First element of the result, or the loss before training. */
  readonly value?: number;
  /** Another value than the reference's, by this much relative to it. */
  readonly differs?: number;
  /** Why there are no times. */
  readonly error?: string;
}

/** Where and with what a run was made. */
export interface Header {
  readonly started: string;
  readonly machine: string;
  readonly node: string;
  readonly commit: string;
  readonly adapter?: string;
}

/** A recorded run. */
export interface Run {
  readonly header: Header;
  readonly rows: readonly Row[];
}

const git = (root: string, ...args: string[]): string => {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return ''; // not a checkout
  }
};

/** The header of a run that starts now. */
export function headerOf(root: string, started: Date): Header {
  const [cpu] = cpus();
  const changed = git(root, 'status', '--porcelain', '--', 'src') ? ' with changes' : '';
  const memory = Math.round(totalmem() / 2 ** 30);
  return {
    started: started.toISOString(),
    machine: `${cpu?.model.trim()}, ${cpus().length} cores, ${memory} GiB, ${platform()} ${arch()}`,
    node: process.version,
    commit: (git(root, 'rev-parse', '--short', 'HEAD') || 'unknown') + changed,
  };
}

/** Appends JSON lines to a file, making its folder. */
export function append(file: string, lines: readonly object[]): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** The runs in a file of JSON lines, in order: a line with `started` begins one. */
export function read(file: string): Run[] {
  const runs: { header: Header; rows: Row[] }[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const entry = JSON.parse(line);
    if ('started' in entry) runs.push({ header: entry, rows: [] });
    else runs.at(-1)?.rows.push(entry);
  }
  return runs;
}

/**
 * The recorded rows to compare with, newest first taken: from the files in `folder` that git knows (all of
 * them outside of a checkout), each engine and workload from the last run that has it without an error.
 */
export function recorded(root: string, folder: string): { rows: Row[]; headers: Header[] } {
  const known = git(root, 'ls-files', '--', folder)
    .split('\n')
    .filter(Boolean)
    .map((f) => basename(f));
  const all = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  const files = all.filter(
    (f) => f.endsWith('.jsonl') && (known.length === 0 || known.includes(f)),
  );
  const runs = files.sort().flatMap((f) => read(join(root, folder, f)));
  const newest = new Map<string, { rows: readonly Row[]; header: Header }>();
  // a ratio needs its rows from one run, so a workload comes from one run as a whole
  for (const { header, rows } of runs) {
    for (const workload of new Set(rows.map((r) => `${isGpuRow(r)} ${r.workload}`))) {
      const own = rows.filter((r) => `${isGpuRow(r)} ${r.workload}` === workload);
      if (own.some((r) => !isPeer(r.engine) && r.cpuMs !== undefined)) {
        newest.set(workload, { rows: own, header });
      }
    }
  }
  const picked = [...newest.values()];
  return {
    rows: picked.flatMap((p) => p.rows),
    headers: [...new Set(picked.map((p) => p.header))],
  };
}

const isGpuRow = (row: Row) => onWebGPU(row.engine);

/** The engine whose value counts as right: PyTorch if it answered, else wgrad, else the first. */
function referenceValue(rows: readonly Row[]): number | undefined {
  const valued = rows.filter((r) => r.value !== undefined && r.value !== null && !r.error);
  const first = (name: RegExp) => valued.find((r) => name.test(r.engine));
  return (first(/^torch/) ?? first(/^wgrad-cpu$/) ?? first(/^wgrad/) ?? valued[0])?.value;
}

/** The rows of one workload with `differs` where a value is more than 1e-3 off the reference. */
export function checkValues(rows: readonly Row[], tolerance = 1e-3): Row[] {
  const right = referenceValue(rows);
  return rows.map((row) => {
    if (row.error || right === undefined || row.value === undefined) return row;
    const off = Math.abs(row.value - right) / (Math.abs(right) + 1e-9);
    return off <= tolerance ? row : { ...row, differs: Number.isFinite(off) ? off : 1e9 };
  });
}

/** Which figure of a row is compared. */
export type Metric = 'cpu' | 'wall';

/** A row's figure: the median per run. */
export const figureOf = (row: Row | undefined, metric: Metric): number | undefined =>
  row?.error ? undefined : metric === 'cpu' ? row?.cpuMs : row?.wallMs;

/** wgrad's cost in a workload as multiples of PyTorch's and of the cheapest peer's. */
export interface Ratios {
  readonly torch?: number;
  readonly peer?: number;
}

/** The ratios of `engine` among the rows of one workload; peers on the same kind of device only. */
export function ratiosOf(rows: readonly Row[], engine: string, metric: Metric): Ratios {
  const at = (name: string) =>
    figureOf(
      rows.find((r) => r.engine === name),
      metric,
    );
  const own = at(engine);
  if (own === undefined) return {};
  const gpu = onWebGPU(engine);
  const costs = rows
    .filter((r) => isPeer(r.engine) && isGpuRow(r) === gpu && r.differs === undefined)
    .map((r) => figureOf(r, metric))
    .filter((c) => c !== undefined);
  const torch = gpu ? undefined : at(onTwoThreads(engine) ? 'torch-2t' : 'torch-1t');
  return {
    torch: torch === undefined ? undefined : own / torch,
    peer: costs.length ? own / Math.min(...costs) : undefined,
  };
}

/**
 * How much dearer `engine` got on one workload since the recorded rows: the quotient of its ratios to
 * PyTorch, or to the cheapest peer where there is no PyTorch; undefined if nothing can be compared.
 */
export function change(
  now: readonly Row[],
  before: readonly Row[],
  engine: string,
  metric: Metric,
): number | undefined {
  const [a, b] = [ratiosOf(now, engine, metric), ratiosOf(before, engine, metric)];
  if (a.torch && b.torch) return a.torch / b.torch;
  return a.peer && b.peer ? a.peer / b.peer : undefined;
}

/** A change beyond this is marked. */
export const worseThan = 1.1;
