// A module is a value with two functions: `init` draws parameters (a plain tree of tensors), `apply`
// uses them. Nothing is hidden in it, so gradients, optimizers, LoRA and checkpoints see parameters as
// ordinary data, and their type flows through all of them.
import * as is from '../tensor/arguments.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A layer or network with parameters of type P. */
export interface Module<P = unknown, In extends readonly unknown[] = [Tensor], Out = Tensor> {
  /** Parameters drawn from a random key (u32 [2]). */
  init(key: Tensor): P;
  /** The module's value for given parameters. */
  apply(params: P, ...inputs: In): Out;
}

/** The parameters' type of a module. */
export type ParamsOf<M> = M extends { init(key: Tensor): infer P } ? P : never;

/** Parameters of a module that has none. */
export type NoParams = Record<string, never>;

const lambdaArgs = is.signature('nn.Lambda', ['f', is.func]);

/** A function as a module without parameters, e.g. an activation within `Sequential`. */
export const Lambda = (f: (x: Tensor) => Tensor): Module<NoParams> => {
  lambdaArgs(f);
  return {
    init: () => ({}),
    apply: (_, x) => f(x),
  };
};
