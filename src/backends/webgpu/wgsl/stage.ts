// A stage is one dispatch: operands, a number of workgroups and the text of a shader. Which operands
// share a binding is known only when memory is known (an output may overwrite an input, two inputs
// may be one tensor), so the text is finished against a `Pattern`: operand -> binding. Elements are
// read and written through accessors that hide the stored type (bool as u32, f16 native or rounded), one
// at a time or, for operands marked `quads`, four neighbours at a time.
import type { DType } from '../../../tensor/dtype.ts';
import { DTypeError } from '../../../tensor/errors.ts';
import { helpersFor } from './math.ts';
import { bakeSizes, type SharedBody, shareSizes, size as sizeText } from './sizes.ts';

/** Most workgroups in one dimension of a dispatch, in every implementation. */
export const maxGroupsPerDimension = 65535;

/** A buffer a stage uses: argument `arg` of the kernel, or its scratch memory. */
export interface Operand {
  readonly arg: number | 'scratch';
  readonly dtype: DType;
  readonly write: boolean;
  /** f32 or f16, reached only through `load4` and `store4`: bound as an array of vectors. */
  readonly quads?: boolean;
}

/** Element access as WGSL text; `at` is an i32 or u32 expression. */
export interface Access {
  load(operand: number, at: string): string;
  store(operand: number, at: string, value: string): string;
  /** Elements 4 at .. 4 at + 3 of a `quads` operand, as vec4f. */
  load4(operand: number, at: string): string;
  store4(operand: number, at: string, value: string): string;
}

/** One dispatch. `body` is everything after the bindings; `workgroup()` gives the folded index. */
export interface Stage {
  readonly name: string;
  readonly operands: readonly Operand[];
  readonly workgroups: number;
  readonly body: (access: Access) => string;
  /** Directives that the text needs beyond f16, such as `enable subgroups;`. */
  readonly directives?: readonly string[];
}

/** A kernel as dispatches in order, with `scratchBytes` of memory of their own. */
export interface Stages {
  readonly stages: readonly Stage[];
  readonly scratchBytes: number;
}

/** Sizes of an adapter that the choice of tiles depends on. */
export interface AdapterTraits {
  /** Compute units that want work; WebGPU does not tell, so this is a guess by the kind of adapter. */
  readonly units: number;
  /** Most threads of a workgroup. */
  readonly threads: number;
  /** Most bytes of workgroup memory. */
  readonly workgroupBytes: number;
  /** Loops of known length may be unrolled; software adapters take seconds to compile that. */
  readonly unroll: boolean;
  /**
   * The driver optimises what it compiles (GPUs, and lavapipe by LLVM). Other CPU adapters (SwiftShader)
   * translate every line as it stands: they get small tiles and no subgroup shuffles.
   */
  readonly optimizes: boolean;
  /** Threads of a subgroup that can multiply 16x16 matrices of f16 into f32 (self-tested), if any. */
  readonly matrixSubgroup?: number;
}

/** What shaders may use. */
export interface ShaderOptions {
  /** Native `array<f16>`; otherwise f16 is stored as f32 values rounded to f16. */
  readonly f16: boolean;
  /** Tiles in workgroup memory and many threads; false for CPU adapters. */
  readonly hardware: boolean;
  /** Subgroup operations, and numbers of subgroups (the language feature subgroup_id). */
  readonly subgroups?: boolean;
  /** The adapter's sizes; WebGPU's guaranteed limits if it is left out. */
  readonly adapter?: AdapterTraits;
}

/** How operands share bindings: operand -> binding and place in it; binding -> whether it is written. */
export interface Pattern {
  readonly binding: readonly number[];
  /** Bytes from the start of the binding to the operand, multiples of 16; default: none. */
  readonly start?: readonly number[];
  readonly write: readonly boolean[];
}

/** Two numbers x, y <= 65535 with x * y >= groups. */
export const gridOf = (groups: number): [number, number] =>
  groups <= maxGroupsPerDimension
    ? [groups, 1]
    : [maxGroupsPerDimension, Math.ceil(groups / maxGroupsPerDimension)];

/** Opening of the entry point: `group` (u32, unfolded workgroup index), `lid` (u32), other parameters. */
export const mainHead = (size: number, parameters: readonly string[] = []): string =>
  `@compute @workgroup_size(${size})
fn main(${['@builtin(workgroup_id) wid: vec3u', '@builtin(local_invocation_index) lid: u32', ...parameters].join(', ')}) {
  let group = wid.y * ${maxGroupsPerDimension}u + wid.x;
`;

/**
 * An i32 that the driver cannot see through, for bounds of short loops that it would otherwise unroll;
 * reads `group`.
 */
export const opaque = (n: number): string => `select(${sizeText(n)}, 0i, group == 0xffffffffu)`;

const storedType = (d: DType, f16: boolean): string => {
  if (d === 'f64')
    throw new DTypeError('float64 does not exist on WebGPU: use f32, or the cpu device');
  return d === 'bool' ? 'u32' : d === 'f16' ? (f16 ? 'f16' : 'f32') : d;
};

// an f32 value as f16, native or rounded in place: conversions may round in any direction
const narrow = (type: string, v: string): string =>
  type === 'f16' ? `f16(roundF16(${v}))` : `roundF16(${v})`;

/** The whole shader of a stage for one pattern, with literals for its sizes. */
export const shaderText = (stage: Stage, pattern: Pattern, options: ShaderOptions): string =>
  writeShader(stage, pattern, options, (body) => ({ body: bakeSizes(body), declaration: '' })).code;

/** The shader with its sizes in uniform binding `pattern.write.length`: their values are `words`. */
export const sharedShaderText = (
  stage: Stage,
  pattern: Pattern,
  options: ShaderOptions,
): { code: string; words: Int32Array } =>
  writeShader(stage, pattern, options, (body) => shareSizes(body, pattern.write.length));

// `&&` and `||` are branches. SwiftShader's compiler doubles its time and memory with every one of them
// in a loop (20 take 3 s, 24 never end), and GPUs diverge. `&` and `|` of bools are plain arithmetic;
// reads out of range, which they may lead to, are clamped by WebGPU.
function refuseShortCircuits(name: string, code: string): void {
  const line = code.split('\n').find((l) => /&&|\|\|/.test(l));
  if (line) throw new Error(`webgpu: the kernel ${name} branches on && or ||: ${line.trim()}`);
}

function writeShader<S extends Pick<SharedBody, 'body' | 'declaration'>>(
  stage: Stage,
  pattern: Pattern,
  options: ShaderOptions,
  finish: (body: string) => S,
): S & { code: string } {
  const stored = stage.operands.map((o) => storedType(o.dtype, options.f16));
  // operands of different types in one binding see each other's bits
  const bound = pattern.write.map((_, b) => {
    const types = new Set(stored.filter((_, i) => pattern.binding[i] === b));
    return types.size === 1 ? [...types][0] : 'u32';
  });
  // vectors only where every operand of the binding wants them; others fall back to four elements
  const vectors = pattern.write.map((_, b) =>
    stage.operands.every((o, i) => pattern.binding[i] !== b || (o.quads && bound[b] === stored[i])),
  );
  // element `at` of operand i, whose binding may start before it
  const element = (i: number, at: string): string => {
    const b = pattern.binding[i];
    const size = (bound[b] === 'f16' ? 2 : 4) * (vectors[b] ? 4 : 1);
    const skipped = (pattern.start?.[i] ?? 0) / size;
    return skipped === 0 ? `b${b}[${at}]` : `b${b}[i32(${at}) + ${sizeText(skipped)}]`;
  };
  const access: Access = {
    load(i, at) {
      const b = pattern.binding[i];
      const raw = element(i, at);
      const value = bound[b] === stored[i] ? raw : `bitcast<${stored[i]}>(${raw})`;
      if (stage.operands[i].dtype === 'bool') return `(${value} != 0u)`;
      return stored[i] === 'f16' ? `f32(${value})` : value;
    },
    store(i, at, value) {
      const b = pattern.binding[i];
      const dtype = stage.operands[i].dtype;
      let v = value;
      if (dtype === 'bool') v = `select(0u, 1u, ${value})`;
      if (dtype === 'f16') v = narrow(stored[i], v);
      return `${element(i, at)} = ${bound[b] === stored[i] ? v : `bitcast<${bound[b]}>(${v})`};`;
    },
    load4(i, at) {
      const b = pattern.binding[i];
      if (vectors[b]) return `vec4f(${element(i, at)})`;
      const each = [0, 1, 2, 3].map((e) => access.load(i, `(${at}) * 4i + ${e}i`));
      return `vec4f(${each.join(', ')})`;
    },
    store4(i, at, value) {
      const b = pattern.binding[i];
      if (vectors[b] && stored[i] === 'f32' && stage.operands[i].dtype === 'f32') {
        return `${element(i, at)} = ${value};`;
      }
      const parts = ['v.x', 'v.y', 'v.z', 'v.w'];
      const store = vectors[b]
        ? `${element(i, at)} = vec4<${stored[i]}>(${parts.map((v) => narrow(stored[i], v)).join(', ')});`
        : parts.map((v, e) => access.store(i, `(${at}) * 4i + ${e}i`, v)).join(' ');
      return `{ let v = ${value}; ${store} }`;
    },
  };
  const finished = finish(stage.body(access));
  const { body, declaration } = finished;
  const bindings = bound.map(
    (type, b) =>
      `@group(0) @binding(${b}) var<storage, ${pattern.write[b] ? 'read_write' : 'read'}> ` +
      `b${b}: array<${vectors[b] ? `vec4<${type}>` : type}>;\n`,
  );
  const enable = stored.includes('f16') ? 'enable f16;\n' : '';
  const directives = (stage.directives ?? []).map((d) => `${d}\n`).join('');
  const code = `${enable}${directives}${bindings.join('')}${declaration}${helpersFor(body)}${body}`;
  refuseShortCircuits(stage.name, code);
  return { ...finished, code };
}
