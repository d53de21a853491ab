// One declaration per operation (operation.ts). `defineOp` puts them in a registry; the property tests loop
// over it, so an operation cannot exist without its value and its gradient being checked to second order
// on every backend.

import type { Aval } from './aval.ts';
import type { Operation } from './operation.ts';
import { largestSize, sizeOf, tooLarge } from './shape.ts';
import { Tensor } from './tensor.ts';

/** The declaration of an operation. */
export type OpDef<A> = Operation<A, Tensor>;

/** An operation whose attributes are not known here. */
export type AnyOp = OpDef<object>;

/** Every operation, by name. */
export const registry = new Map<string, AnyOp>();

// Every tensor passes here, also those that are never stored: a loop over their elements counts in 32 bits.
function fitting(aval: Aval, name: string): Aval {
  const size = sizeOf(aval.shape);
  if (size > largestSize) throw tooLarge(name, aval);
  return aval;
}

/** Registers an operation and returns the function that applies it to tensors. */
export function defineOp<A extends object>(
  def: OpDef<A>,
): ((inputs: readonly Tensor[], attrs: A) => Tensor) & { readonly def: OpDef<A> } {
  if (registry.has(def.name)) throw new Error(`operation ${def.name} is defined twice`);
  registry.set(def.name, def as unknown as AnyOp);
  const op = def as unknown as AnyOp;
  const apply = (inputs: readonly Tensor[], attrs: A): Tensor =>
    new Tensor(op, inputs, attrs, fitting(def.shape(inputs, attrs), def.name));
  return Object.assign(apply, { def });
}
