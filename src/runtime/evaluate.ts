// Evaluation on demand. Asking a tensor for its values collects the pending graph behind it, plans it
// (or finds the plan of an equal graph) and runs it. The same planner serves `compile`.
import type { Backend } from '../backends/backend.ts';
import * as is from '../tensor/arguments.ts';
import type { HostArray, HostValues } from '../tensor/dtype.ts';
import { OutOfMemoryError, ShapeError, WgradError } from '../tensor/errors.ts';
import { topologicalOrder } from '../tensor/graph.ts';
import { halvesToFloats } from '../tensor/half.ts';
import { isLeaf, isPlaceholder } from '../tensor/ops/create.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { hooks } from '../tensor/tensor.ts';
import { keepsTape, transforming } from '../tensor/transform-depth.ts';
import { leaves } from '../tensor/tree.ts';
import {
  attach,
  type Cell,
  dispose,
  fail,
  materialize,
  newCell,
  type Past,
  release,
} from './cells.ts';
import { currentDevice, device, enqueue } from './device.ts';
import { toKeep } from './frontier.ts';
import { countOperations, executableOf, recordOf } from './plans.ts';
import { breathe, relieve, withRoom } from './reclaim.ts';
import { runProgram } from './run.ts';

// Why a tensor cannot be had, if so. `direct`: it is asked for itself, not for what is made of it. A value
// that is gone can be made again only while its operands are known.
function missing(t: Tensor, direct: boolean): string | undefined {
  if (t.storage || t.host) return undefined;
  const past = t.past as Past | undefined;
  if (past?.gone && (direct || isLeaf(t) || (past.lost && t.inputs.length === 0))) {
    return `has no value any more: ${past.gone}`;
  }
  if (!isPlaceholder(t)) return undefined;
  return (
    'has no value here: it is an argument of a function that is being traced, so its value cannot be ' +
    'read inside'
  );
}

/**
 * Checks that a graph can be computed. @throws WgradError that names a tensor whose value is gone, why,
 * and the operation that needs it
 */
export function checkPresent(
  order: readonly Tensor[],
  outputs: ReadonlySet<Tensor>,
  known: (t: Tensor) => boolean = () => false,
  what = '',
): void {
  for (const t of order) {
    if (known(t)) continue;
    const why = missing(t, outputs.has(t));
    if (why === undefined) continue;
    const reader = order.find((x) => x.inputs.includes(t));
    throw new WgradError(`${what}${t} ${why}${reader ? ` (${reader.op.name} needs it)` : ''}`);
  }
}

/** The cell of a tensor that has a value, uploading host values on first use. */
export function cellOf(t: Tensor): Cell {
  if (t.storage) return t.storage as Cell;
  const { host } = t;
  if (!host) throw new WgradError(`${t} ${missing(t, true) ?? 'has no value'}`);
  const cell = newCell(t, t.label);
  const aval = cell.aval;
  try {
    enqueue(
      (backend) =>
        backend.upload(
          withRoom(() => materialize(cell, backend)),
          aval,
          host,
        ),
      (error) => fail(cell, error),
      host.byteLength,
    );
  } catch (error) {
    release(cell);
    throw error;
  }
  attach(t, cell);
  t.host = undefined;
  return cell;
}

/** Whether a tensor's value exists already (computed or given). */
export const hasValue = (t: Tensor): boolean =>
  t.storage !== undefined || t.host !== undefined || isLeaf(t);

/** Computes what is pending of `tensors` in one go. Returns at once; reads wait. */
export function evaluate(tensors: readonly Tensor[]): void {
  if (tensors.every(hasValue)) return;
  const wanted = new Set(tensors.filter((t) => !hasValue(t)));
  const order = topologicalOrder([...wanted], hasValue);
  checkPresent(order, wanted);
  const inputs = order.filter(hasValue);
  const asked = [...wanted];
  const record = recordOf(order, { inputs, outputs: asked });
  countOperations(order.length - inputs.length);
  const forget = transforming() === 0;
  const kept = forget ? toKeep(order, wanted, record, hasValue) : [];
  const inCells = inputs.map(cellOf);
  const run = (positions: readonly number[]): void => {
    const outputs = [...asked, ...positions.map((i) => order[i])];
    const outCells: Cell[] = [];
    try {
      for (const t of outputs) outCells.push(newCell(t, t.label));
      const graph = { inputs, outputs };
      enqueue(
        (backend) => {
          const executable = executableOf(record, backend, graph, positions);
          withRoom(() => {
            const ins = inCells.map((c) => materialize(c, backend));
            const outs = outCells.map((c) => materialize(c, backend));
            runProgram(executable, ins, outs);
          });
          if (forget) for (const t of outputs) if (!keepsTape(t)) t.inputs = [];
        },
        (error) => {
          for (const c of outCells) fail(c, error);
        },
      );
    } catch (error) {
      for (const c of outCells) release(c);
      throw error;
    }
    outputs.forEach((t, i) => {
      attach(t, outCells[i]);
    });
  };
  try {
    run(kept);
  } catch (error) {
    // what need not be kept is not what memory runs out for
    if (kept.length === 0 || !(error instanceof OutOfMemoryError)) throw error;
    run([]);
  }
}

const hostCopy = (values: HostValues): HostArray =>
  values instanceof Uint16Array ? halvesToFloats(values) : values.slice();

// Evaluates at once; where memory is exhausted, once more after garbage had its chance to be collected.
function evaluateSoon(tensors: readonly Tensor[]): Promise<void> | undefined {
  try {
    evaluate(tensors);
    return undefined;
  } catch (error) {
    if (!(error instanceof OutOfMemoryError)) throw error;
    return relieve().then(() => evaluate(tensors));
  }
}

// Does something on the device when its turn comes, behind the work that was asked for before.
const onDevice = <T>(work: (backend: Backend) => T | Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    enqueue((backend) => {
      if (backend.failure) throw backend.failure;
      resolve(work(backend));
    }, reject);
    if (!currentDevice()) device().catch(reject);
  });

async function read(t: Tensor): Promise<HostArray> {
  if (t.host) return hostCopy(t.host);
  const later = evaluateSoon([t]);
  if (later) await later;
  // asked for now: whatever happens to the tensor meanwhile, these are its values
  const cell = cellOf(t);
  const values = await onDevice((backend) =>
    backend.download(materialize(cell, backend), cell.aval),
  );
  await breathe();
  return values;
}

function readSync(t: Tensor): HostArray {
  if (t.host) return hostCopy(t.host);
  evaluate([t]);
  const cell = cellOf(t);
  const backend = currentDevice();
  if (!backend?.downloadSync) {
    throw new WgradError(
      backend
        ? `dataSync: ${backend.name} cannot be read without waiting; use \`await t.data()\``
        : 'dataSync: no device yet; call `await useDevice(...)` first or use `await t.data()`',
    );
  }
  return backend.downloadSync(materialize(cell, backend), t);
}

hooks.read = read;
hooks.readSync = readSync;
hooks.dispose = (t) => dispose(t);
hooks.notScalar = (t) => new ShapeError(`item: ${t} has ${t.size} elements, not one`);

is.signature('realize', ['trees', is.list(is.tree)]);

/** Computes every tensor of the trees now, together, and resolves when the device is done. */
export async function realize(...trees: unknown[]): Promise<void> {
  const tensors = leaves(trees, 'realize: the list of trees');
  await evaluateSoon(tensors);
  const backend = await device();
  await backend.sync();
  if (backend.failure) throw backend.failure;
  for (const t of tensors) {
    const { failure } = (t.storage ?? {}) as Partial<Cell>;
    if (failure) throw failure;
  }
  await breathe();
}
