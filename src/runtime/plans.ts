// Plans of pending graphs, found by what the graph computes. Beside its plans, a graph's record keeps what was
// learned of it: nodes that turned out to be needed again after they had been computed on the way to
// somebody else's value. Equal graphs keep those from then on.
import type { Backend, Executable } from '../backends/backend.ts';
import { type GraphKey, graphKey, hashKey, sameKey } from '../compiler/key.ts';
import type { Graph } from '../tensor/graph.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** What is known of all graphs that compute the same. */
export interface GraphRecord {
  readonly key: GraphKey;
  /** Positions in topological order of nodes worth keeping beside the results. */
  readonly keep: Set<number>;
  /** By device: the plan for each list of kept positions. */
  readonly plans: WeakMap<Backend, Map<string, Executable>>;
  readonly backends: WeakRef<Backend>[];
}

const cacheSize = 512;
/** Plans of one graph that differ in what is kept. */
const mostVariants = 4;
const records = new Map<number, GraphRecord>();
let made = 0;
let planned = 0;

/** Plans made so far, and the nodes in them: neither grows in a steady loop. */
export const planCounts = (): { readonly plans: number; readonly operations: number } => ({
  plans: made,
  operations: planned,
});

function forget(record: GraphRecord): void {
  for (const ref of record.backends) {
    const backend = ref.deref();
    if (!backend) continue;
    for (const e of record.plans.get(backend)?.values() ?? []) e.dispose();
    record.plans.delete(backend);
  }
}

/** The record of a graph whose nodes are `order` (operands first). */
export function recordOf(order: readonly Tensor[], graph: Graph): GraphRecord {
  const key = graphKey(order, graph);
  // by hash, one each; a record is used only if its whole key is the same
  const hash = hashKey(key);
  let found = records.get(hash);
  if (found) records.delete(hash);
  if (!found || !sameKey(found.key, key)) {
    if (found) forget(found);
    found = { key, keep: new Set(), plans: new WeakMap(), backends: [] };
  }
  records.set(hash, found); // most recently used last
  if (records.size > cacheSize) {
    const [oldest, record] = records.entries().next().value as [number, GraphRecord];
    records.delete(oldest);
    forget(record);
  }
  return found;
}

/** The plan of a graph with this record; `kept`: what stands among its results beside those asked for. */
export function executableOf(
  record: GraphRecord,
  backend: Backend,
  graph: Graph,
  kept: readonly number[],
): Executable {
  let variants = record.plans.get(backend);
  if (!variants) {
    variants = new Map();
    record.plans.set(backend, variants);
    record.backends.push(new WeakRef(backend));
  }
  const name = kept.join();
  let found = variants.get(name);
  if (!found) {
    found = backend.compile(graph, { name: 'eager', donate: new Set() });
    made++;
    variants.set(name, found);
    if (variants.size > mostVariants) {
      const [oldest, executable] = variants.entries().next().value as [string, Executable];
      variants.delete(oldest);
      executable.dispose();
    }
  }
  return found;
}

/** Counts the nodes of a graph that is evaluated. */
export const countOperations = (n: number): void => {
  planned += n;
};
