// A stage is one dispatch: operands, a number of workgroups and the text of a shader. Which operands
// share a binding is known only when memory is known (an output may overwrite an input, two inputs
// may be one tensor), so the text is finished against a `Pattern`: operand -> binding. Elements are
// read and written through accessors that hide the stored type (bool as u32, f16 native or rounded).
import type { DType } from '../../../tensor/dtype.ts';
import { DTypeError } from '../../../tensor/errors.ts';
import { helpersFor } from './math.ts';

/** Most workgroups in one dimension of a dispatch, in every implementation. */
export const maxGroupsPerDimension = 65535;

/** A buffer a stage uses: argument `arg` of the kernel, or its scratch memory. */
export interface Operand {
  readonly arg: number | 'scratch';
  readonly dtype: DType;
  readonly write: boolean;
}

/** Element access as WGSL text; `at` is an i32 or u32 expression. */
export interface Access {
  load(operand: number, at: string): string;
  store(operand: number, at: string, value: string): string;
}

/** One dispatch. `body` is everything after the bindings; `workgroup()` gives the folded index. */
export interface Stage {
  readonly name: string;
  readonly operands: readonly Operand[];
  readonly workgroups: number;
  readonly body: (access: Access) => string;
}

/** A kernel as dispatches in order, with `scratchBytes` of memory of their own. */
export interface Stages {
  readonly stages: readonly Stage[];
  readonly scratchBytes: number;
}

/** What shaders may use. */
export interface ShaderOptions {
  /** Native `array<f16>`; otherwise f16 is stored as f32 values rounded to f16. */
  readonly f16: boolean;
  /** Tiles in workgroup memory and many threads; false for CPU adapters. */
  readonly hardware: boolean;
}

/** How operands share bindings: operand -> binding, and per binding whether it is written. */
export interface Pattern {
  readonly binding: readonly number[];
  readonly write: readonly boolean[];
}

/** Two numbers x, y <= 65535 with x * y >= groups. */
export const gridOf = (groups: number): [number, number] =>
  groups <= maxGroupsPerDimension
    ? [groups, 1]
    : [maxGroupsPerDimension, Math.ceil(groups / maxGroupsPerDimension)];

/** Opening of the entry point: `group` (u32, unfolded workgroup index) and `lid` (u32). */
export const mainHead = (size: number): string =>
  `@compute @workgroup_size(${size})
fn main(@builtin(workgroup_id) wid: vec3u, @builtin(local_invocation_index) lid: u32) {
  let group = wid.y * ${maxGroupsPerDimension}u + wid.x;
`;

const storedType = (d: DType, f16: boolean): string => {
  if (d === 'f64')
    throw new DTypeError('float64 does not exist on WebGPU: use f32, or the cpu device');
  return d === 'bool' ? 'u32' : d === 'f16' ? (f16 ? 'f16' : 'f32') : d;
};

/** The whole shader of a stage for one pattern. */
export function shaderText(stage: Stage, pattern: Pattern, options: ShaderOptions): string {
  const stored = stage.operands.map((o) => storedType(o.dtype, options.f16));
  // operands of different types in one binding see each other's bits
  const bound = pattern.write.map((_, b) => {
    const types = new Set(stored.filter((_, i) => pattern.binding[i] === b));
    return types.size === 1 ? [...types][0] : 'u32';
  });
  const access: Access = {
    load(i, at) {
      const b = pattern.binding[i];
      const raw = `b${b}[${at}]`;
      const value = bound[b] === stored[i] ? raw : `bitcast<${stored[i]}>(${raw})`;
      if (stage.operands[i].dtype === 'bool') return `(${value} != 0u)`;
      return stored[i] === 'f16' ? `f32(${value})` : value;
    },
    store(i, at, value) {
      const b = pattern.binding[i];
      const dtype = stage.operands[i].dtype;
      let v = value;
      if (dtype === 'bool') v = `select(0u, 1u, ${value})`;
      if (dtype === 'f16') v = stored[i] === 'f16' ? `f16(roundF16(${v}))` : `roundF16(${v})`;
      return `b${b}[${at}] = ${bound[b] === stored[i] ? v : `bitcast<${bound[b]}>(${v})`};`;
    },
  };
  const body = stage.body(access);
  const bindings = bound.map(
    (type, b) =>
      `@group(0) @binding(${b}) var<storage, ${pattern.write[b] ? 'read_write' : 'read'}> ` +
      `b${b}: array<${type}>;\n`,
  );
  const enable = stored.includes('f16') ? 'enable f16;\n' : '';
  return `${enable}${bindings.join('')}${helpersFor(body)}${body}`;
}
