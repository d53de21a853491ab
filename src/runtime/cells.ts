// Ownership of device memory. A cell is one allocation and counts the tensors that share it; it is freed
// when the last one is disposed of, leaves its scope, or is collected as garbage. Nothing here waits.
import type { Backend } from '../backends/backend.ts';
import { byteSize } from '../tensor/dtype.ts';
import { DeviceError, OutOfMemoryError } from '../tensor/errors.ts';
import type { Storage } from '../tensor/hooks.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Aval, Tensor } from '../tensor/tensor.ts';
import { leaves } from '../tensor/tree.ts';
import { currentDevice, enqueue } from './device.ts';

/** Memory of one value; `memory` is missing while the device is still being acquired. */
export interface Cell extends Storage {
  readonly aval: Aval;
  backend?: Backend;
  memory?: Storage;
  refs: number;
  label?: string;
}

const living = new Set<Cell>();
const collected = new FinalizationRegistry<Cell>(release);
let budget = Number.POSITIVE_INFINITY;
let held = 0;

/** Limits the bytes that tensors may hold together. @throws OutOfMemoryError on the next excess */
export function setMemoryBudget(bytes: number): void {
  budget = bytes;
}

/** A cell for a value of this type; its memory is taken when the device gets to it. */
export function newCell(aval: Aval, label?: string): Cell {
  const bytes = sizeOf(aval.shape) * byteSize[aval.dtype];
  if (held + bytes > budget) {
    throw new OutOfMemoryError(
      `${bytes} bytes for ${label ?? 'a tensor'} exceed the memory budget: ${held} of ${budget} ` +
        `bytes are held. Largest: ${largest()
          .map((c) => `${c.label ?? 'unlabelled'} ${c.aval.dtype}[${c.aval.shape}] ${c.bytes} B`)
          .join('; ')}`,
    );
  }
  held += bytes;
  // not the tensor itself, which must stay collectable
  const own: Aval = { shape: aval.shape, dtype: aval.dtype };
  const cell: Cell = { aval: own, bytes, refs: 0, label };
  living.add(cell);
  return cell;
}

/** The ten largest living cells. */
export const largest = (): Cell[] => [...living].sort((a, b) => b.bytes - a.bytes).slice(0, 10);

/** Bytes held by living tensors, and how many there are. */
export const memory = (): { bytes: number; tensors: number } => ({
  bytes: held,
  tensors: living.size,
});

/** Makes sure that a cell has memory on this backend, copying from another device if need be. */
export function materialize(cell: Cell, backend: Backend): Storage {
  if (cell.memory && cell.backend === backend) return cell.memory;
  const memory = backend.alloc(cell.aval);
  if (cell.memory && cell.backend) {
    const from = cell.backend;
    if (!from.downloadSync) {
      throw new DeviceError(
        `a ${cell.aval.dtype}[${cell.aval.shape}] tensor lives on ${from.name}, which cannot be read ` +
          `without waiting; copy it with \`tensor(await t.data())\` before switching devices`,
      );
    }
    backend.upload(memory, cell.aval, from.downloadSync(cell.memory, cell.aval));
    from.free(cell.memory);
  }
  cell.memory = memory;
  cell.backend = backend;
  return memory;
}

/** Gives a tensor its cell; scopes and the garbage collector watch it from now on. */
export function attach(t: Tensor, cell: Cell): void {
  cell.refs++;
  t.storage = cell;
  collected.register(t, cell, t);
  scopes.at(-1)?.add(t);
}

/** Takes the cell away from a tensor without freeing it (it was donated). */
export function detach(t: Tensor): Cell {
  const cell = t.storage as Cell;
  collected.unregister(t);
  t.storage = undefined;
  cell.refs--;
  return cell;
}

/** Frees a cell's memory once nobody shares it; queued work that uses it runs first. */
export function release(cell: Cell): void {
  if (--cell.refs > 0) return;
  living.delete(cell);
  held -= cell.bytes;
  if (!cell.memory && !currentDevice()) return;
  enqueue(() => {
    if (cell.memory) cell.backend?.free(cell.memory);
    cell.memory = undefined;
  });
}

const disposed = new WeakMap<Tensor, string>();

/** Why a tensor has no value any more, or undefined. */
export const goneBecause = (t: Tensor): string | undefined => disposed.get(t);

/** Remembers why a tensor lost its value, for the error of whoever uses it. */
export const markGone = (t: Tensor, why: string): void => {
  disposed.set(t, why);
};

/** Frees a tensor's memory; using it afterwards is an error. */
export function dispose(t: Tensor): void {
  if (t.storage) release(detach(t));
  t.host = undefined;
  markGone(t, 'it was disposed of');
}

const scopes: Set<Tensor>[] = [];

function leave(set: Set<Tensor>, result: unknown): void {
  const keep = new Set(leaves(result));
  const outer = scopes.at(-1);
  for (const t of set) {
    if (keep.has(t)) outer?.add(t);
    else if (t.storage) dispose(t);
  }
}

/**
 * Runs `f`; every value that was computed inside and is not part of its result is freed at the end.
 * `f` may be asynchronous; scopes must then not overlap.
 */
export function scope<T>(f: () => T): T {
  const set = new Set<Tensor>();
  scopes.push(set);
  const end = (result?: unknown): void => {
    scopes.splice(scopes.indexOf(set), 1);
    leave(set, result);
  };
  try {
    const result = f();
    if (result instanceof Promise) {
      return result.then(
        (r) => {
          end(r);
          return r;
        },
        (e) => {
          end();
          throw e;
        },
      ) as T;
    }
    end(result);
    return result;
  } catch (e) {
    if (scopes.includes(set)) end();
    throw e;
  }
}
