// The tensor: an immutable, lazy node of a graph. It knows which operation made it from which other
// tensors; it gets storage on a device only when somebody asks for its values. The graph is also the
// tape: gradients walk it backwards and build more of it.

import type { Aval } from './aval.ts';
import { calledFromOutside } from './call-site.ts';
import { type DType, type HostArray, type HostValues, isFloat } from './dtype.ts';
import { DTypeError } from './errors.ts';
import type { Operation } from './operation.ts';
import { formatShape, type Shape, sizeOf } from './shape.ts';
import type { Past, Storage } from './storage.ts';
import { transforming } from './transform-depth.ts';

/** Nested arrays of numbers or booleans. */
export type NestedArray = number | boolean | readonly NestedArray[];

/** What operations accept: a tensor, a number (takes the other operand's dtype) or nested arrays. */
export type TensorLike = Tensor | NestedArray;

/**
 * The one place where the tensor layer touches the world below: whoever evaluates graphs (src/runtime) fills
 * these in. Without a runtime, building graphs works and asking for values is an error.
 */
export interface TensorHooks {
  read(t: Tensor): Promise<HostArray>;
  readSync(t: Tensor): HostArray;
  dispose(t: Tensor): void;
  notScalar(t: Tensor): Error;
  /** Looks on while a graph is built (debugNaN): called with each new node, from its constructor. */
  created: ((t: Tensor) => void) | undefined;
}

const missing = (): never => {
  throw new Error('no runtime is loaded: import from "wgrad", not from its tensor folder alone');
};

/** Set by src/runtime. */
export const hooks: TensorHooks = {
  read: missing,
  readSync: missing,
  dispose: missing,
  notScalar: missing,
  created: undefined,
};

let nextId = 1;

/** The id that the next tensor will get: tensors made from now on have this one or a larger one. */
export const idOfNext = (): number => nextId;

/** An immutable n-dimensional array: a lazy node of the graph. Made by operations, never by `new`. */
export class Tensor implements Aval {
  /** Grows with creation: inputs have smaller ids than what is made of them. */
  readonly id: number = nextId++;
  /** The operation that makes it. */
  readonly op: Operation<object, Tensor>;
  /** What the operation was told besides its operands. */
  readonly attrs: object;
  /** Sizes of the dimensions; [] is a scalar. */
  readonly shape: Shape;
  /** Type of the elements. */
  readonly dtype: DType;
  /** Operands; dropped once the value exists and no transform is at work. */
  inputs: readonly Tensor[];
  /** Name shown in errors and memory reports. */
  label?: string;
  /** Device memory that holds the value, once computed. */
  storage?: Storage;
  /** Values given by the user, until they are uploaded. */
  host?: HostValues;
  /** What the runtime remembers of it. */
  past?: Past;
  /** A weakly typed constant (a plain number): takes the dtype of what it meets. */
  weak = false;

  constructor(op: Operation<object, Tensor>, inputs: readonly Tensor[], attrs: object, aval: Aval) {
    this.op = op;
    this.inputs = inputs;
    this.attrs = attrs;
    this.shape = aval.shape;
    this.dtype = aval.dtype;
    if (hooks.created) hooks.created(this);
  }

  /** Number of dimensions. */
  get rank(): number {
    return this.shape.length;
  }

  /** Number of elements. */
  get size(): number {
    return sizeOf(this.shape);
  }

  /** True for dtypes that have gradients. */
  get isFloat(): boolean {
    return isFloat(this.dtype);
  }

  /** The values, row-major, computed if need be (f16 as Float32Array, bool as 0/1 bytes). */
  data(): Promise<HostArray> {
    return hooks.read(this);
  }

  /** The values at once; only on devices that can answer without waiting (CPU). @throws DeviceError */
  dataSync(): HostArray {
    return hooks.readSync(this);
  }

  /** The value of a one-element tensor. @throws ShapeError if it has another size */
  async item(): Promise<number> {
    if (this.size !== 1) throw hooks.notScalar(this);
    return (await this.data())[0];
  }

  /** Nested arrays of the values (bool: true/false). */
  async toArray(): Promise<NestedArray> {
    const data = await this.data();
    let at = 0;
    const build = (axis: number): NestedArray => {
      if (axis === this.rank) return this.dtype === 'bool' ? data[at++] !== 0 : data[at++];
      return Array.from({ length: this.shape[axis] }, () => build(axis + 1));
    };
    return build(0);
  }

  /** Frees the device memory now; the tensor must not be used again. */
  dispose(): void {
    hooks.dispose(this);
  }

  /** The same at the end of the block of a `using` declaration. */
  [Symbol.dispose](): void {
    this.dispose();
  }

  /**
   * Arithmetic of the language does not reach tensors: `-x`, `x * 2`, `x < 3` and `x == 3` throw and say
   * what to write. `${x}` is the text of `toString`; but a number given to a compiled function has none
   * inside, because `list[n]` asks for it too. @throws DTypeError
   */
  [Symbol.toPrimitive](hint: 'string' | 'number' | 'default'): string {
    if (hint === 'string') {
      if (!this.weak || this.op.name === 'full' || transforming() === 0 || !calledFromOutside())
        return this.toString();
      throw new DTypeError(
        `${this.toString()} is a number given to a compiled function, and a tensor inside: it is no index, ` +
          'no key and no text. Use take or indexing operations, print(label, x) to see its value, or ' +
          'hand it to the function from outside of its arguments, or as a string',
      );
    }
    throw new DTypeError(
      `${this.toString()} is a tensor, not a number: write neg(x), add(x, 1), mul(x, 2), less(x, 3) or equal(x, 3) ` +
        'for -x, x + 1, x * 2, x < 3 and x == 3, and read a value with `await x.item()`. ' +
        'A number given to a compiled function is a tensor inside of it; one that must stay a number ' +
        '(a size, a count, an index into a list) comes from outside of its arguments, or as a string',
    );
  }

  /** `f32[2, 3]`, with the label if there is one. */
  toString(): string {
    return `${this.label ? `${this.label}: ` : ''}${this.dtype}${formatShape(this.shape)}`;
  }
}
