// The worker's half of the protocol: one process measures one engine on one workload and answers JSON
// lines that start with @@ (whatever else it prints is the engine's own chatter). A line of input is
//   {"cmd":"setup","spec":{...}}            build, first call     -> version, times, value, memory
//   {"cmd":"run","budget":ms,"max":n}       repeat                -> wall ms of each, CPU ms per run
// An engine in another language speaks the same lines (torch-engine.py).
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Spec } from '../harness/specs.ts';

/** One workload, built: `run` ends when the result is ready, `value` reads its first element. */
export interface Workload {
  run(): Promise<void>;
  value(): Promise<number>;
}

/** What an engine module makes. */
export interface Engine {
  readonly version: string;
  workload(spec: Spec): Workload | Promise<Workload>;
}

const say = (answer: object) => process.stdout.write(`\n@@${JSON.stringify(answer)}\n`);

const cpuMs = (since?: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000; // of all threads
};

// VmHWM starts afresh with the program; getrusage would count what was there before exec
function peakMiB(): number {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

async function setUp(create: () => Promise<Engine>, spec: Spec) {
  const start = performance.now();
  const engine = await create();
  const created = performance.now();
  const workload = await engine.workload(spec);
  const [built, before] = [performance.now(), process.cpuUsage()];
  await workload.run();
  const answer = {
    version: engine.version,
    initMs: created - start,
    buildMs: built - created,
    firstMs: performance.now() - built,
    firstCpuMs: cpuMs(before),
    value: await workload.value(),
    cpuMsSinceLaunch: cpuMs(),
    peakMiB: peakMiB(),
  };
  return { workload, answer };
}

async function repeat(workload: Workload, budget: number, max: number) {
  const ms: number[] = [];
  const before = process.cpuUsage();
  const end = performance.now() + budget;
  do {
    const start = performance.now();
    await workload.run();
    ms.push(performance.now() - start);
  } while (ms.length < max && performance.now() < end);
  return { ms, cpuMs: cpuMs(before) / ms.length, peakMiB: peakMiB() };
}

/** Answers the lines on standard input until it ends. Any failure is an answer, then the end. */
export async function serve(create: () => Promise<Engine>): Promise<void> {
  const fail = (error: unknown): never => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ error: text.slice(0, 900) });
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  let workload: Workload | undefined;
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      const message = JSON.parse(line);
      if (message.cmd === 'setup') {
        const made = await setUp(create, message.spec);
        workload = made.workload;
        say(made.answer);
      } else if (workload) {
        say(await repeat(workload, message.budget, message.max));
      }
    } catch (error) {
      fail(error);
    }
  }
  process.exit(0);
}
