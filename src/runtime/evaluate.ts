// Evaluation on demand. Asking a tensor for its values collects the pending graph behind it, plans it
// (or finds the plan of an equal graph) and runs it. The same planner serves `compile`.
import type { Backend, Executable } from '../backends/backend.ts';
import { type Graph, topologicalOrder } from '../compiler/graph.ts';
import { type GraphKey, graphKey, hashKey, sameKey } from '../compiler/key.ts';
import type { HostArray, HostValues } from '../tensor/dtype.ts';
import { ShapeError, WgradError } from '../tensor/errors.ts';
import { halvesToFloats } from '../tensor/half.ts';
import { hooks } from '../tensor/hooks.ts';
import { isLeaf, isPlaceholder } from '../tensor/ops/create.ts';
import { Tensor } from '../tensor/tensor.ts';
import { keepsTape, transforming } from '../tensor/transform-depth.ts';
import { leaves } from '../tensor/tree.ts';
import { attach, type Cell, dispose, goneBecause, materialize, newCell } from './cells.ts';
import { currentDevice, device, enqueue, idle } from './device.ts';
import { runProgram } from './run.ts';

interface Plan {
  readonly key: GraphKey;
  readonly executable: Executable;
}

const cacheSize = 512;
const plans = new WeakMap<Backend, Map<number, Plan>>();

// By hash, one plan each; a plan is used only if its whole key is the same.
function planFor(backend: Backend, key: GraphKey, graph: Graph): Executable {
  let cache = plans.get(backend);
  if (!cache) {
    cache = new Map();
    plans.set(backend, cache);
  }
  const hash = hashKey(key);
  let found = cache.get(hash);
  if (found) cache.delete(hash);
  if (!found || !sameKey(found.key, key)) {
    found?.executable.dispose();
    found = { key, executable: backend.compile(graph, { name: 'eager', donate: new Set() }) };
  }
  cache.set(hash, found); // most recently used last
  if (cache.size > cacheSize) {
    const [oldest, { executable }] = cache.entries().next().value as [number, Plan];
    cache.delete(oldest);
    executable.dispose();
  }
  return found.executable;
}

/** The cell of a tensor that has a value, uploading host values on first use. */
export function cellOf(t: Tensor): Cell {
  if (t.storage) return t.storage as Cell;
  const { host } = t;
  if (!host) {
    const why = goneBecause(t);
    throw new WgradError(
      why
        ? `${t} has no value any more: ${why}`
        : `${t} has no value here: it is an argument of a function that is being traced, ` +
            'so its value cannot be read inside',
    );
  }
  const cell = newCell(t, t.label);
  attach(t, cell);
  enqueue((backend) => backend.upload(materialize(cell, backend), t, host));
  t.host = undefined;
  return cell;
}

/** Whether a tensor's value exists already (computed or given). */
export const hasValue = (t: Tensor): boolean =>
  t.storage !== undefined || t.host !== undefined || isLeaf(t);

/** Computes what is pending of `tensors` in one go. Returns at once; reads wait. */
export function evaluate(tensors: readonly Tensor[]): void {
  if (tensors.every(hasValue)) return;
  const pending = [...new Set(tensors)].filter((t) => !hasValue(t));
  const order = topologicalOrder(pending, hasValue);
  const inputs = order.filter(hasValue);
  for (const t of inputs) if (isPlaceholder(t)) cellOf(t); // throws, saying why
  const graph: Graph = { inputs, outputs: pending };
  const key = graphKey(order, graph);
  const inCells = inputs.map(cellOf);
  const outCells = pending.map((t) => newCell(t, t.label));
  const forget = transforming() === 0;
  enqueue((backend) => {
    const executable = planFor(backend, key, graph);
    const ins = inCells.map((c) => materialize(c, backend));
    runProgram(
      executable,
      ins,
      outCells.map((c) => materialize(c, backend)),
    );
    if (forget) for (const t of pending) if (!keepsTape(t)) t.inputs = [];
  });
  pending.forEach((t, i) => {
    attach(t, outCells[i]);
  });
}

const hostCopy = (values: HostValues): HostArray =>
  values instanceof Uint16Array ? halvesToFloats(values) : values.slice();

async function read(t: Tensor): Promise<HostArray> {
  if (t.host) return hostCopy(t.host);
  evaluate([t]);
  const cell = cellOf(t);
  await device();
  await idle();
  const backend = cell.backend as Backend;
  if (backend.failure) throw backend.failure;
  return backend.download(materialize(cell, backend), t);
}

function readSync(t: Tensor): HostArray {
  if (t.host) return hostCopy(t.host);
  evaluate([t]);
  const cell = cellOf(t);
  const backend = currentDevice();
  if (!backend?.downloadSync || !cell.memory) {
    throw new WgradError(
      backend
        ? `dataSync: ${backend.name} cannot be read without waiting; use \`await t.data()\``
        : 'dataSync: no device yet; call `await useDevice(...)` first or use `await t.data()`',
    );
  }
  return backend.downloadSync(cell.memory, t);
}

hooks.read = read;
hooks.readSync = readSync;
hooks.dispose = dispose;
hooks.notScalar = (t) => new ShapeError(`item: ${t} has ${t.size} elements, not one`);

/** Computes every tensor of the trees now, together, and resolves when the device is done. */
export async function realize(...trees: unknown[]): Promise<void> {
  evaluate(leaves(trees).filter((t) => t instanceof Tensor));
  const backend = await device();
  await idle();
  await backend.sync();
  if (backend.failure) throw backend.failure;
}
