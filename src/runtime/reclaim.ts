// Memory of tensors that nobody can reach any more. The JavaScript engine knows nothing of device memory, so
// it sees no reason to collect garbage; and finalizers run between jobs only, never inside of a loop that
// awaits nothing but promises that are already resolved. So, once enough was allocated:
//
// - reads let the event loop turn, which is when finalizers run;
// - under pressure garbage is collected: at once where the engine offers it (Node), from within any loop,
//   synchronous ones included; elsewhere by an array of the size of what is held and dropped, which the
//   engine does know of (it is never written, so it takes no memory).
import { OutOfMemoryError } from '../tensor/errors.ts';
import { beforeGrowth, memory, outOfMemory, sweep } from './cells.ts';

/** Bytes and values made after which a read lets the event loop turn. */
const turnAfter = { bytes: 16 * 2 ** 20, cells: 512 };
/** ... and growth after which garbage is collected: at least this much, at least as much as was in use then. */
const leastGrowth = 128 * 2 ** 20;

interface Collector {
  /** Collects garbage now; what is unreachable is unreachable for weak references at once. */
  collect(): void;
}

// Weak references hold what they were asked for until the job ends. The end of a microtask queue is as good
// as the end of a job, and a context of its own has a queue of its own.
function nodeCollector(): Collector | undefined {
  try {
    const v8 = process.getBuiltinModule('node:v8');
    const vm = process.getBuiltinModule('node:vm');
    v8.setFlagsFromString('--expose-gc');
    const gc = vm.runInNewContext('gc') as () => void;
    v8.setFlagsFromString('--no-expose-gc');
    const job = new vm.Script('Promise.resolve().then(() => {})');
    const context = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
    return {
      collect: () => {
        job.runInContext(context);
        gc();
      },
    };
  } catch {
    return undefined; // browsers, other engines
  }
}

let collector: Collector | undefined | null = null;
let inUse = 0; // after the last collection
let since = { bytes: 0, cells: 0 }; // the last turn
let owed = 0; // bytes that the engine has not been told of
let collecting = false;

const grown = (): boolean => memory().bytes > inUse + Math.max(leastGrowth, inUse);

function hasCollector(): boolean {
  if (collector === null) collector = nodeCollector();
  return collector !== undefined;
}

/** Collects garbage and frees the memory of unreachable tensors, at once. False where that is not possible. */
export function collectNow(): boolean {
  if (!hasCollector() || collecting) return false;
  collecting = true;
  try {
    collector?.collect();
    sweep();
  } finally {
    collecting = false;
  }
  inUse = memory().bytes;
  return true;
}

beforeGrowth((bytes, left) => {
  since.bytes += bytes;
  since.cells++;
  const { bytes: held } = memory();
  if (held < inUse) inUse = held;
  if (bytes > left || grown()) collectNow();
});

const macrotask: (then: () => void) => void =
  typeof setImmediate === 'function'
    ? setImmediate
    : typeof MessageChannel === 'function'
      ? (then) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            then();
          };
          port2.postMessage(0);
        }
      : (then) => setTimeout(then, 0);

const turn = (): Promise<void> => new Promise((resolve) => macrotask(resolve));

// Makes the engine count `bytes` as its own for a moment.
function weigh(bytes: number): ArrayBuffer | undefined {
  try {
    return new ArrayBuffer(Math.min(bytes, 2 ** 30));
  } catch {
    return undefined; // no address space for it: then there is none to win either
  }
}

/** Lets the event loop turn if much was allocated since it last did. */
export async function breathe(): Promise<void> {
  if (since.bytes < turnAfter.bytes && since.cells < turnAfter.cells) return;
  owed += since.bytes;
  since = { bytes: 0, cells: 0 };
  const { bytes } = memory();
  if (owed >= Math.max(leastGrowth / 4, bytes / 8)) {
    if (!hasCollector() && bytes >= leastGrowth / 4) weigh(owed);
    owed = 0;
  }
  await turn();
}

/** Before giving up: frees whatever garbage holds. */
export async function relieve(): Promise<void> {
  if (collectNow()) return;
  for (let k = 0; k < 3; k++) {
    weigh(Math.max(memory().bytes, leastGrowth));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Runs work that takes device memory; where that is exhausted, once more after a collection. */
export function withRoom<T>(work: () => T): T {
  const failed = (error: unknown): Error =>
    error instanceof OutOfMemoryError
      ? outOfMemory(error.message.split('\n')[0])
      : (error as Error);
  try {
    return work();
  } catch (error) {
    if (!(error instanceof OutOfMemoryError) || !collectNow()) throw failed(error);
  }
  try {
    return work();
  } catch (error) {
    throw failed(error);
  }
}
