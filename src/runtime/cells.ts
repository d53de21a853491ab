// Ownership of device memory. A cell is one allocation and belongs to a tensor, or to the work that was
// queued with it; it is freed when the last of them lets go: the tensor is disposed of, leaves its scope,
// is donated, or is collected as garbage. Nothing here waits.
import type { Backend } from '../backends/backend.ts';
import * as is from '../tensor/arguments.ts';
import type { Aval } from '../tensor/aval.ts';
import { byteSize } from '../tensor/dtype.ts';
import { DeviceError, OutOfMemoryError } from '../tensor/errors.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Past as AnyPast, Storage } from '../tensor/storage.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { enqueueFree } from './device.ts';

/** Memory of one value; `memory` is missing while the device is still being acquired. */
export interface Cell extends Storage {
  readonly aval: Aval;
  backend?: Backend;
  memory?: Storage;
  refs: number;
  label?: string;
  /** The tensor whose value it is, for `sweep`; small values are left to the garbage collector alone. */
  owner?: WeakRef<Tensor>;
  /** The scope that frees it at its end. */
  scope?: Set<Cell>;
  /** Why it never got its value: the work that was to compute it failed. */
  failure?: Error;
}

/** What the runtime remembers of a tensor. */
export interface Past extends AnyPast {
  /** It had a value once, which is gone: it cannot be computed again. */
  lost: boolean;
  /** A compiled function closes over it, so scopes leave it alone. */
  captured: boolean;
  /** How often it was computed on the way to another value without being kept. */
  times: number;
  /** The graph in which that was the first time, and its position there. */
  graph: { readonly keep: Set<number> } | undefined;
  position: number;
  /** It is needed again and again: the next time, its value stays. */
  keep: boolean;
}

/** The notes on a tensor, made if there are none. */
export function pastOf(t: Tensor): Past {
  if (t.past) return t.past as Past;
  const past: Past = {
    gone: undefined,
    lost: false,
    captured: false,
    times: 0,
    graph: undefined,
    position: -1,
    keep: false,
  };
  t.past = past;
  return past;
}

const living = new Set<Cell>();
const collected = new FinalizationRegistry<Cell>(release);
let budget = Number.POSITIVE_INFINITY;
let held = 0;

// smaller values are not worth the price of a weak reference
const leastSwept = 4096;

const setMemoryBudgetArgs = is.signature('setMemoryBudget', [
  'bytes',
  is.kind('a number >= 0 (Infinity for no limit)', (v) => typeof v === 'number' && v >= 0),
]);

/**
 * Limits the bytes that tensors may hold together (Infinity: no limit). @throws WgradError unless
 * `bytes` is a number >= 0; OutOfMemoryError on the next excess
 */
export function setMemoryBudget(bytes: number): void {
  setMemoryBudgetArgs(bytes);
  budget = bytes;
}

/** Bytes that may still be taken under the budget. */
export const budgetLeft = (): number => budget - held;

/** Bytes that a value of this type takes. */
export const bytesOf = (aval: Aval): number => sizeOf(aval.shape) * byteSize[aval.dtype];

/** A cell for a value of this type; its memory is taken when the device gets to it. */
export function newCell(aval: Aval, label?: string): Cell {
  const bytes = bytesOf(aval);
  makeRoom(bytes, budget - held);
  if (held + bytes > budget) {
    throw outOfMemory(
      `${bytes} bytes for ${label ?? 'a tensor'} exceed the memory budget: ${held} of ${budget} ` +
        'bytes are held',
    );
  }
  held += bytes;
  // not the tensor itself, which must stay collectable
  const own: Aval = { shape: aval.shape, dtype: aval.dtype };
  const cell: Cell = { aval: own, bytes, refs: 0, label };
  living.add(cell);
  return cell;
}

// Frees what is unreachable before more memory is taken; src/runtime/reclaim.ts fills this in.
let makeRoom: (bytes: number, left: number) => void = () => {};

/** Sets what runs before a cell of so many bytes is made, where so many are left of the budget. */
export const beforeGrowth = (f: (bytes: number, left: number) => void): void => {
  makeRoom = f;
};

/** An error that says what holds the memory and how to let go of it. */
export const outOfMemory = (message: string): OutOfMemoryError =>
  new OutOfMemoryError(
    `${message}. Largest: ${largest()
      .map((c) => `${c.label ?? 'unlabelled'} ${c.aval.dtype}[${c.aval.shape}] ${c.bytes} B`)
      .join('; ')}. Free what is not needed any more with \`x.dispose()\`, \`using\` or ` +
      '`scope(() => ...)`, and `await` something in long loops (docs/memory.md)',
  );

/** The ten largest living cells. */
const largest = (): Cell[] => [...living].sort((a, b) => b.bytes - a.bytes).slice(0, 10);

/** Bytes held by living tensors, and how many there are. */
export const memory = (): { bytes: number; tensors: number } => ({
  bytes: held,
  tensors: living.size,
});

/** Makes sure that a cell has memory on this backend, copying from another device if need be. */
export function materialize(cell: Cell, backend: Backend): Storage {
  if (cell.failure) throw cell.failure;
  if (cell.memory && cell.backend === backend) return cell.memory;
  const memory = backend.alloc(cell.aval);
  if (cell.memory && cell.backend) {
    const from = cell.backend;
    if (!from.downloadSync) {
      backend.free(memory);
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

/** What frees cells at its end: the innermost scope, if there is one. */
export const scopes: Set<Cell>[] = [];

/** Gives a tensor its cell; scopes and the garbage collector watch it from now on. */
export function attach(t: Tensor, cell: Cell): void {
  cell.refs++;
  t.storage = cell;
  collected.register(t, cell, cell);
  const scope = scopes.at(-1);
  if (scope || cell.bytes >= leastSwept) cell.owner = new WeakRef(t);
  if (scope) watch(scope, cell);
}

/** Lets a scope free this cell. */
export function watch(scope: Set<Cell>, cell: Cell): void {
  cell.scope = scope;
  scope.add(cell);
}

/** Takes the cell away from a tensor without freeing it (it was donated). */
export function detach(t: Tensor): Cell {
  const cell = t.storage as Cell;
  collected.unregister(cell);
  cell.owner = undefined;
  cell.scope?.delete(cell);
  cell.scope = undefined;
  t.storage = undefined;
  cell.refs--;
  return cell;
}

/** Frees a cell's memory once nobody shares it; queued work that uses it runs first. */
export function release(cell: Cell): void {
  if (--cell.refs > 0) return;
  if (!living.delete(cell)) return;
  held -= cell.bytes;
  cell.scope?.delete(cell);
  enqueueFree(() => {
    if (cell.memory) cell.backend?.free(cell.memory);
    cell.memory = undefined;
  });
}

/** Notes that a cell will never get its value: whoever asks for it is told, and it holds no memory. */
export function fail(cell: Cell, error: Error): void {
  cell.failure = error;
  if (living.delete(cell)) held -= cell.bytes;
  if (cell.memory) cell.backend?.free(cell.memory);
  cell.memory = undefined;
}

/** Frees the cells of tensors that the garbage collector has taken already, without waiting to be told. */
export function sweep(): void {
  for (const cell of living) {
    if (!cell.owner || cell.owner.deref()) continue;
    collected.unregister(cell);
    cell.owner = undefined;
    release(cell);
  }
}

/** Remembers why a tensor lost its value, for the error of whoever uses it. */
export function markGone(t: Tensor, why: string): void {
  const past = pastOf(t);
  past.gone ??= why;
  past.lost = true;
}

/** Takes back `markGone` and `detach`: the tensor has its value as before. */
export function giveBack(t: Tensor, cell: Cell): void {
  const past = pastOf(t);
  past.gone = undefined;
  past.lost = false;
  attach(t, cell);
}

/** Frees a tensor's memory; using it afterwards is an error. */
export function dispose(t: Tensor, why = 'it was disposed of'): void {
  const past = pastOf(t);
  past.gone ??= why;
  if (t.storage || t.host) past.lost = true;
  if (t.storage) release(detach(t));
  t.host = undefined;
}
