// Reference values of other implementations (PyTorch, diffusers) as tensors: each group is a manifest of
// cases and a safetensors file of inputs, parameters, outputs and gradients.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

type Names = Readonly<Record<string, string>>;

/** One call with its expected results; roles map names to tensors of the file. */
export interface GoldenCase {
  readonly id: string;
  readonly op?: string;
  readonly module?: string;
  readonly kind?: string;
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
  readonly tol?: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
  readonly [other: string]: unknown;
}

/** A group of cases and access to its tensors. */
export interface Golden {
  readonly cases: readonly GoldenCase[];
  /** The case of an id. @throws if there is none */
  find(id: string): GoldenCase;
  /** A stored tensor (bool, i32 or f32). */
  tensor(name: string): Tensor;
  /** A stored tensor's values. */
  values(name: string): ArrayLike<number>;
  /** A stored tensor's shape. */
  shape(name: string): readonly number[];
}

const path = (file: string): string => fileURLToPath(new URL(`fixtures/${file}`, import.meta.url));

/** Reads a group: 'ops', 'second_order', 'nn' or 'optim'. */
export function readGolden(group: string): Golden {
  const manifest = JSON.parse(readFileSync(path(`${group}.json`), 'utf8')) as {
    cases: GoldenCase[];
  };
  const file = readFileSync(path(`${group}.safetensors`));
  const length = Number(file.readBigUInt64LE(0));
  const header = JSON.parse(file.subarray(8, 8 + length).toString()) as Record<
    string,
    { dtype: 'F32' | 'I32' | 'BOOL'; shape: number[]; data_offsets: [number, number] }
  >;
  const base = file.byteOffset + 8 + length;
  const read = (name: string) => {
    const { dtype, shape, data_offsets } = header[name];
    const bytes = file.buffer.slice(base + data_offsets[0], base + data_offsets[1]);
    const data =
      dtype === 'F32'
        ? new Float32Array(bytes)
        : dtype === 'I32'
          ? new Int32Array(bytes)
          : new Uint8Array(bytes);
    return { data, shape };
  };
  return {
    cases: manifest.cases,
    find: (id) => {
      const found = manifest.cases.find((c) => c.id === id);
      if (!found) throw new Error(`no case ${id} in ${group}`);
      return found;
    },
    tensor: (name) => {
      const { data, shape } = read(name);
      return tensor(data, { shape });
    },
    values: (name) => read(name).data,
    shape: (name) => header[name].shape,
  };
}

/** Tensors of one role of a case, by their short names. */
export const roleOf = (golden: Golden, names: Names | undefined): Record<string, Tensor> =>
  Object.fromEntries(Object.entries(names ?? {}).map(([k, name]) => [k, golden.tensor(name)]));

/** The first element outside |got - want| <= atol + rtol |want|, as text; '' if there is none. */
export function mismatch(
  got: ArrayLike<number>,
  want: ArrayLike<number>,
  [rtol, atol]: readonly [number, number] = [1e-5, 1e-6],
): string {
  if (got.length !== want.length) return `${got.length} values instead of ${want.length}`;
  for (let i = 0; i < got.length; i++) {
    if (Object.is(got[i], want[i]) || (Number.isNaN(got[i]) && Number.isNaN(want[i]))) continue;
    const close = Math.abs(got[i] - want[i]) <= atol + rtol * Math.abs(want[i]);
    if (!(close && Number.isFinite(want[i])) && got[i] !== want[i]) {
      return `element ${i}: ${got[i]} instead of ${want[i]}`;
    }
  }
  return '';
}
