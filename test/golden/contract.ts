// What the parts of the golden runner agree on. A group of reference cases is a manifest and a safetensors
// file (golden.ts reads them); an adapter computes a case with this library (adapters/); the answers
// are compared with what the manifest stores or says (compare.ts).
import type { Tensor } from '../../src/tensor/tensor.ts';

/** Short name -> name of a tensor in the group's file. */
export type Names = Readonly<Record<string, string>>;

/** [rtol, atol] of |got - want| <= atol + rtol |want|; [0, 0] is exact. */
export type Tolerance = readonly [number, number];

/** One call with its expected results; roles map names to tensors of the file. */
export interface GoldenCase {
  readonly id: string;
  readonly op?: string;
  readonly module?: string;
  readonly kind?: string;
  readonly reference?: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly args?: readonly unknown[];
  readonly kwargs?: Readonly<Record<string, unknown>>;
  readonly inputs?: Names;
  readonly params?: Names;
  readonly buffers?: Names;
  readonly buffers_after?: Names;
  readonly outputs?: Names;
  readonly proj?: Names;
  readonly grads?: Names;
  readonly param_grads?: Names;
  readonly params_after?: Names;
  readonly tol?: Readonly<Record<string, Readonly<Record<string, Tolerance>>>>;
  readonly [other: string]: unknown;
}

/** A group of cases and access to its tensors. */
export interface Golden {
  readonly group: string;
  readonly cases: readonly GoldenCase[];
  /** The case of an id. @throws if there is none */
  find(id: string): GoldenCase;
  /** A stored tensor (bool, i32, f32 or f64). @throws FileError if there is none */
  tensor(name: string): Tensor;
  /** A stored tensor's values. @throws FileError if there is none */
  values(name: string): ArrayLike<number>;
  /** A stored tensor's shape. @throws FileError if there is none */
  shape(name: string): readonly number[];
}

/**
 * What an adapter answers, by role and short name.
 *
 * - `outputs`, `grads`, `param_grads`, `params_after`, `buffers_after`, ...: tensors, compared with the
 *   stored ones of these names. Answers that nothing is stored for are not looked at.
 * - `manifest`: tensors, compared with numbers, booleans or (nested) lists of them that stand in the
 *   manifest itself under that name: `timesteps`, `sigmas`, `lr`, `ids`; `values.recall` is an entry
 *   of an object. `expectedOf` in compare.ts says which must be answered, and with what tolerance.
 * - `texts`: strings, compared exactly (`decoded`).
 */
export interface Results {
  readonly manifest?: Readonly<Record<string, Tensor>>;
  readonly texts?: Readonly<Record<string, string>>;
  readonly [role: string]:
    | Readonly<Record<string, Tensor>>
    | Readonly<Record<string, string>>
    | undefined;
}

type Answer = Results | undefined;

/**
 * Computes a case. Undefined, or {@link Unsupported} thrown, means that this library has no such
 * operation, module, kind or option; every other error is a failure of the case.
 */
export type Adapter = (c: GoldenCase, golden: Golden) => Answer | Promise<Answer>;

/** Thrown by adapters for what the library does not offer; the message is the reason. */
export class Unsupported extends Error {}
