// The one place where the tensor layer touches the world below: whoever evaluates graphs (src/runtime)
// fills these in. Without a runtime, building graphs works and asking for values is an error.
import type { HostArray } from './dtype.ts';
import type { Print } from './prints.ts';
import type { Tensor } from './tensor.ts';

/** Device memory, as its owner sees it; opaque here. */
export interface Storage {
  readonly bytes: number;
}

/** What the runtime remembers of a tensor, opaque here: why its value is gone, how often it was computed. */
export interface Past {
  /** Why the tensor has no value any more. */
  gone?: string;
}

/** What the runtime provides to tensors. */
export interface TensorHooks {
  read(t: Tensor): Promise<HostArray>;
  readSync(t: Tensor): HostArray;
  dispose(t: Tensor): void;
  notScalar(t: Tensor): Error;
  show(print: Print): void;
}

const missing = (): never => {
  throw new Error('no runtime is loaded: import from "wgrad", not from its tensor folder alone');
};

/** Set once by src/runtime. */
export const hooks: TensorHooks = {
  read: missing,
  readSync: missing,
  dispose: missing,
  notScalar: missing,
  show: missing,
};
