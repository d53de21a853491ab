// What the tests of the adapters share: a PyTorch function called by name, and its results as numbers.
import * as ops from '../../src/tensor/ops/index.ts';
import { Tensor } from '../../src/tensor/tensor.ts';
import { call, type Returned } from './adapters/torch-call.ts';
import { torchFunction } from './adapters/torch-functions.ts';
import { Unsupported } from './contract.ts';

/** A call and the values that it must give. */
export type Row = [name: string, args: unknown[], kwargs: Record<string, unknown>, want: unknown];

/** Integers as a tensor [n]. */
export const i32 = (...v: number[]): Tensor => ops.tensor(Int32Array.from(v));

/** Calls a function of PyTorch's by its name. @throws Unsupported for one that no adapter knows */
export function run(name: string, args: unknown[], kwargs: Record<string, unknown> = {}): Returned {
  const definition = torchFunction(name);
  if (!definition) throw new Unsupported(name);
  return call(name, definition, args, kwargs);
}

/** Values to four decimals: a list, or one for each of several results. */
export async function values(out: Returned): Promise<unknown> {
  const flat = async (y: Tensor) =>
    Array.from(await y.data(), (v) => Math.round(v * 1e4) / 1e4 + 0);
  if (out instanceof Tensor) return flat(out);
  return Promise.all(Object.values(out as Record<string, Tensor>).map(flat));
}
