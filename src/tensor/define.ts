// One declaration per operation (operation.ts). `defineOp` puts them in a registry; the property tests loop
// over it, so an operation cannot exist without its value and its gradient being checked to second order
// on every backend.
import * as is from './arguments.ts';
import type { Aval } from './aval.ts';
import { WgradError } from './errors.ts';
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

const defineOpArgs = is.signature('defineOp', [
  'def',
  is.fields({
    name: is.string,
    shape: is.func,
    lower: is.record('a lowering', 'kind'),
    reference: is.func,
    samples: is.kind('an array of samples', Array.isArray),
    vjp: is.optional(is.func),
  }),
]);

/** Registers an operation and returns the function that applies it to tensors. */
export function defineOp<A extends object>(
  def: OpDef<A>,
): ((inputs: readonly Tensor[], attrs: A) => Tensor) & { readonly def: OpDef<A> } {
  defineOpArgs(def);
  if (registry.has(def.name)) {
    throw new WgradError(`defineOp: def.name, there is an operation ${def.name} already`);
  }
  registry.set(def.name, def as unknown as AnyOp);
  const op = def as unknown as AnyOp;
  const apply = (inputs: readonly Tensor[], attrs: A): Tensor =>
    new Tensor(op, inputs, attrs, fitting(def.shape(inputs, attrs), def.name));
  return Object.assign(apply, { def });
}
