// What the adapters of losses share: how a function sees a case, and options of references by their names.
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { Unsupported } from '../contract.ts';

/** Tensors by the names of a case. */
export type Named = Readonly<Record<string, Tensor>>;

/** What a function sees of a case; `ints` gives the host values of an integer input. */
export interface Call {
  readonly config: Readonly<Record<string, never>>;
  readonly x: Named;
  readonly p: Named;
  readonly buffers: Named;
  readonly ints: (name: string) => readonly number[];
}

/** Computes the results of a case. */
export type Fn = (call: Call) => Named;

/** Functions by a part of `reference`; the first that fits is taken. */
export type Functions = readonly (readonly [name: string, fn: Fn])[];

/** An entry of a table by its name in a reference. @throws Unsupported */
export function named<T>(what: string, name: string, table: Readonly<Record<string, T>>): T {
  if (Object.hasOwn(table, name)) return table[name];
  throw new Unsupported(`${what} '${name}'`);
}
