// What the types of `compile` know about numbers. Inside a traced function a number is a Tensor, so the
// function declares Tensor there and its callers may pass a number.
import type { Tensor } from '../tensor/tensor.ts';

/** What callers may pass for an argument of type T: a number wherever the traced function takes a Tensor. */
export type Given<T> = [Tensor] extends [T]
  ? T | number
  : T extends (...args: never[]) => unknown
    ? T
    : T extends object
      ? { readonly [K in keyof T]: Given<T[K]> }
      : T;

/** The arguments of a compiled function, from those of the traced one. */
export type GivenArguments<A extends unknown[]> = { [K in keyof A]: A[K] | Given<A[K]> };

// How deep arguments are searched: types may be recursive.
type Below = [never, 0, 1, 2, 3, 4, 5, 6, 7];

/** The numbers among the leaves of T where no Tensor is allowed; never if there are none. */
export type NumbersIn<T, Depth extends number = 7> = [Depth] extends [never]
  ? never
  : [Tensor] extends [T]
    ? never
    : T extends number
      ? T
      : T extends string | boolean | bigint | symbol | null | undefined | Tensor
        ? never
        : T extends (...args: never[]) => unknown
          ? never
          : T extends readonly unknown[]
            ? { [K in keyof T]-?: NumbersIn<T[K], Below[Depth]> }[number]
            : T extends object
              ? { [K in keyof T]-?: NumbersIn<T[K], Below[Depth]> }[keyof T]
              : never;

/** unknown if a traced function with arguments A declares numbers, never if it does not. */
export type DeclaresNumbers<A extends unknown[]> = [NumbersIn<A>] extends [never] ? never : unknown;

/** What `compile` gives for a function that declares numbers: nothing that can be called. */
export type NumbersAreTensors =
  'a number is a Tensor inside a compiled function: declare Tensor there, and pass numbers as before';
