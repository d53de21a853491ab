// `npm run bench`: the tables of RESULTS.md in one command. Engines and workloads are in harness/; this
// file reads the options, runs the cells with progress on standard error, keeps the rows, and prints the
// tables with ratios and what changed since the last recorded run. See NOTES.md.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { known, onRequest, onWebGPU, prepareEngines } from './harness/engines.ts';
import { measure } from './harness/measure.ts';
import {
  append,
  checkValues,
  headerOf,
  type Metric,
  type Row,
  recorded,
} from './harness/results.ts';
import { type Spec, specs } from './harness/specs.ts';
import { report } from './harness/table.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const byDefault = Object.keys(known).filter((name) => !onRequest(name));

const command = new Command('npm run bench --')
  .description('Measure wgrad beside PyTorch, jax-js and TensorFlow.js.')
  .option('--engines <globs>', `engines, comma separated (${Object.keys(known).join(', ')})`)
  .option('--workloads <globs>', 'workloads, comma separated, such as mm_*,unet')
  .option('--nodes <paths>', 'other Node executables to measure wgrad under, comma separated')
  .option('--rounds <n>', 'turns of each engine', '3')
  .option('--budget <ms>', 'time of each turn', '400')
  .option('--timeout <s>', 'longest set-up or turn', '75')
  .option('--metric <cpu|wall>', 'the figure in the tables', 'cpu')
  .option('--quick', 'a few workloads, one short turn, no WebGPU')
  .option('--save', 'record in bench/results (else in out/bench)')
  .option('--markdown', 'print markdown')
  .option('--list', 'print the workloads and end');

const options = command.parse().opts<{
  engines?: string;
  workloads?: string;
  nodes?: string;
  rounds: string;
  budget: string;
  timeout: string;
  metric: string;
  quick?: boolean;
  save?: boolean;
  markdown?: boolean;
  list?: boolean;
}>();

const note = (line: string) => process.stderr.write(`${line}\n`);
const fail = (message: string): never => command.error(`error: ${message}`);

function positive(name: 'rounds' | 'budget' | 'timeout'): number {
  const n = Number(options[name]);
  return n > 0 ? n : fail(`--${name} is ${JSON.stringify(options[name])}, not a positive number`);
}

/** The names that comma-separated globs pick, in the order of `all`; other names are kept if allowed. */
function pick(globs: string, all: readonly string[], what: string): string[] {
  return globs.split(',').flatMap((glob) => {
    if (glob.includes('@')) return [glob];
    const pattern = new RegExp(`^${glob.replace(/[.+]/g, '\\$&').replace(/\*/g, '.*')}$`);
    const found = all.filter((name) => pattern.test(name));
    return found.length
      ? found
      : fail(`no ${what} is called '${glob}'; there are ${all.join(', ')}`);
  });
}

function cells(): { names: string[]; wanted: (engine: string, workload: string) => boolean } {
  const few = 'wgrad-cpu,torch-1t,jaxjs-wasm';
  const names = pick(
    options.engines ?? (options.quick ? few : byDefault.join(',')),
    Object.keys(known),
    'engine',
  );
  const ids = options.workloads ?? (options.quick ? 'cold,mm_512,ew_1m_g,tblock,dispatch' : '*');
  const picked = new Set(pick(ids, Object.keys(specs), 'workload'));
  const named = options.workloads !== undefined;
  const wanted = (engine: string, workload: string) =>
    picked.has(workload) && (named || !onWebGPU(engine) || specs[workload].webgpu === true);
  return { names, wanted };
}

/** Progress: how many cells are done, how fast, and when the rest will be. */
function counter(total: number) {
  const since = performance.now();
  let done = 0;
  return (row: Row) => {
    done++;
    const minutes = (performance.now() - since) / 60_000;
    const left = (minutes / done) * (total - done);
    const clock = `${Math.floor(left)}:${String(Math.floor((left % 1) * 60)).padStart(2, '0')}`;
    const what = row.error
      ? `failed: ${row.error.slice(0, 80)}`
      : `${row.cpuMs?.toPrecision(3)} ms CPU, first call ${row.firstMs?.toFixed(0)} ms`;
    const rate = (done / minutes).toFixed(1);
    note(`[${done}/${total}] ${row.workload} ${row.engine}: ${what} · ${rate}/min · ETA ${clock}`);
  };
}

async function main() {
  if (options.metric !== 'cpu' && options.metric !== 'wall') {
    fail(`--metric is ${JSON.stringify(options.metric)}, not cpu or wall`);
  }
  const metric = options.metric as Metric;
  const { names, wanted } = cells();
  const timing = options.quick
    ? { rounds: 1, budget: 150, timeout: positive('timeout') }
    : { rounds: positive('rounds'), budget: positive('budget'), timeout: positive('timeout') };
  // read before anything is written: the last recorded run is not this one
  const before = recorded(root, join('bench', 'results'));
  const { engines, adapter, cleanUp } = await prepareEngines(
    names,
    note,
    options.nodes?.split(','),
  );
  process.on('SIGINT', () => {
    cleanUp();
    process.exit(130);
  });
  const header = { ...headerOf(root, new Date()), adapter };
  const day = header.started.slice(0, 10);
  const file = join(
    root,
    options.save ? join('bench', 'results') : join('out', 'bench'),
    `${day}.jsonl`,
  );
  append(file, [header]);
  const plan = Object.entries(specs)
    .map(([id, spec]): [string, Spec, typeof engines] => [
      id,
      spec,
      engines.filter((e) => wanted(e.name, id)),
    ])
    .filter(([, , of]) => of.length > 0);
  const progress = counter(plan.reduce((n, [, , of]) => n + of.length, 0));
  const all: Row[] = [];
  try {
    for (const [id, spec, of] of plan) {
      const rows = checkValues(await measure(of, id, spec, { ...timing, progress }));
      append(file, rows);
      all.push(...rows);
    }
  } finally {
    cleanUp();
  }
  console.log(report(header, all, { metric, markdown: options.markdown, before: before.rows }));
  for (const old of before.headers) {
    const elsewhere = old.machine === header.machine ? '' : ` on another machine (${old.machine})`;
    note(`compared with ${old.started}, wgrad at ${old.commit}${elsewhere}`);
  }
  note(`rows are in ${file}`);
}

if (options.list)
  for (const [id, spec] of Object.entries(specs)) console.log(id, describeSpec(spec));
else await main();

function describeSpec({ flops, bytes }: Spec): string {
  if (flops) return `${(flops / 1e9).toFixed(2)} GFLOP`;
  return bytes ? `${(bytes / 2 ** 20).toFixed(0)} MiB` : '';
}
