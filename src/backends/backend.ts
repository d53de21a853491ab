// The interface between the engine and a device. Three stand behind it: the float64 interpreter (the
// oracle), WASM SIMD on CPUs and WebGPU. A backend owns memory and runs compiled graphs; it knows
// nothing of gradients or layers.

import type { Program } from '../compiler/program.ts';
import type { Aval } from '../tensor/aval.ts';
import type { HostArray, HostValues } from '../tensor/dtype.ts';
import type { Graph } from '../tensor/graph.ts';
import type { Storage } from '../tensor/storage.ts';

export type { Capabilities } from '../compiler/capabilities.ts';

/** A loaded computation. Outputs that are donated or passed through get the input's storage. */
export interface Executable {
  /** Queues the work; `outputs` were allocated by the caller (donations: the input's storage). */
  run(inputs: readonly Storage[], outputs: readonly Storage[]): void;
  /** Runs like `run` and measures: milliseconds of each step of the program, in order. */
  profile?(inputs: readonly Storage[], outputs: readonly Storage[]): Promise<number[]>;
  dispose(): void;
  /** The plan, where there is one. */
  readonly program?: Program;
}

/** A device. */
export interface Backend {
  readonly name: 'interpret' | 'cpu' | 'webgpu';
  /** One line for people: adapter or instruction set. */
  readonly description: string;
  /** More about how it computes and why, where there is a choice. */
  readonly note?: string;
  /** Memory for a tensor; contents undefined. @throws OutOfMemoryError */
  alloc(aval: Aval): Storage;
  /** Gives memory back; work that was queued before may still use it. */
  free(storage: Storage): void;
  /** Values of the dtype; f16 also as bit patterns. */
  upload(storage: Storage, aval: Aval, values: HostValues): void;
  /** The values, once everything queued before has run. */
  download(storage: Storage, aval: Aval): Promise<HostArray>;
  /** Only where no waiting is needed (interpret, cpu). */
  downloadSync?(storage: Storage, aval: Aval): HostArray;
  /** Plans and loads a graph. `donate`: inputs whose memory outputs may take. */
  compile(graph: Graph, options: { name: string; donate: ReadonlySet<number> }): Executable;
  /** Resolves when all queued work is done. */
  sync(): Promise<void>;
  /** Bytes held by tensors and by pools. */
  memory(): { readonly used: number; readonly pooled: number };
  /** Set once the device is gone or a program failed: every later read rejects with it. */
  readonly failure?: Error;
  /** Frees everything; the backend cannot be used again. */
  dispose(): void;
}
