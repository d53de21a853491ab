// A WebAssembly assembler: generators name standard instructions in stack order, and bytes come out.
// One growable buffer per function body and one per module; no syntax tree, since emission is most
// of the cost of a just-in-time kernel (shared notes, kernels A5).
//
//   const m = new ModuleBuilder();                            // imports env.memory
//   const exp = m.importFunction('exp', ['f64'], ['f64']);    // env.exp; before any m.func
//   const helper = m.func(['i32'], ['i32'], (f, [x]) => { f.get(x).i32Const(1).op('i32.add'); });
//   m.func(['i32', 'i32', 'i32'], [], (f, [a, out, n]) => {   // out[i] = 2 * a[i], four at a time
//     const i = f.local('i32');
//     const two = f.local('v128');
//     f.f32x4Const(2).set(two);
//     f.for(i, 0, n, 4, () => {
//       f.get(out);
//       f.get(a).mem('v128.load').get(two).op('f32x4.mul');
//       f.mem('v128.store');
//       f.inc(a, 16).inc(out, 16);
//     });
//   }, 'run');                                                // the last argument exports it
//   const { run } = instantiate(m.finish(), memory);
//
// Every emitting method returns the builder. Locals are handles `{ index, type }`, from parameters
// or `f.local(type)`; `f.free(x)` lets a later `f.local` of that type reuse x (contents undefined).
// An `Operand` is an i32 constant, a local or a closure that pushes one value.
//
//   f.op(name)                      any instruction without immediates
//   f.mem(name, offset = 0, lane?)  loads, stores, splat/zero/lane loads with a byte offset
//   f.lane(name, lane)              extract_lane / replace_lane
//   f.shuffle([16 byte indices]), f.shuffle32([4 lanes of 0..7])
//   f.i32Const i64Const f32Const f64Const v128Const(16 bytes) f32x4Const i32x4Const f64x2Const
//   f.get set tee, f.push(operand), f.inc(local, operand), f.call(functionIndex)
//   f.block((exit) => ...), f.loop((again) => ...), f.if(then, otherwise?, resultType?)
//   f.br(label), f.brIf(label)      labels are what block/loop/if hand to their bodies
//   f.for(i, start, limit, step, body)   i = start; while (i < limit, unsigned) { body; i += step }
//   f.repeat(n, body)               counts the local n down to 0; the shortest loop there is
//   f.madd(a, b, c, relaxed, 'f32x4')    pushes a * b + c, fused if `relaxed`
//
// Loops are bottom-tested. V8 unrolls small loops itself: emit ONE step per iteration in register-
// heavy kernels, and pass trip counts as parameters, never as constants (shared notes, kernels A1).

import { Bytes } from './bytes.ts';
import { FunctionBuilder, type Local, typeCodes, type ValueType } from './function-builder.ts';

export type { Label, Local, Operand, ValueType } from './function-builder.ts';
export { FunctionBuilder } from './function-builder.ts';
export type { Op } from './opcodes.ts';

/** How every kernel imports `env.memory`, and how the backend must create it. The one place. */
export const memoryLimits = { maximum: 65536 } as const;

/** The memory that kernels import. `initial` counts 64 KiB pages; `shared` between threads or not. */
export const createMemory = (initial = 16, shared = false): WebAssembly.Memory =>
  new WebAssembly.Memory({ initial, shared, ...memoryLimits });

const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));

/** Collects functions into a module; see the top of the file. */
export class ModuleBuilder {
  private readonly types: string[] = [];
  private readonly typeBytes = new Bytes(64);
  private readonly imports = new Bytes(64);
  private readonly exports = new Bytes(64);
  private readonly bodies = new Bytes(1024);
  private readonly functionTypes: number[] = [];
  private importCount = 0;
  private exportCount = 0;

  private type(params: readonly ValueType[], results: readonly ValueType[]): number {
    const key = `${params}>${results}`;
    const found = this.types.indexOf(key);
    if (found >= 0) return found;
    this.typeBytes.byte(0x60);
    for (const list of [params, results]) {
      this.typeBytes.unsigned(list.length);
      for (const t of list) this.typeBytes.byte(typeCodes[t]);
    }
    return this.types.push(key) - 1;
  }

  /** Imports `env.<name>` and returns its function index. Only before the first `func`. */
  importFunction(
    name: string,
    params: readonly ValueType[],
    results: readonly ValueType[],
  ): number {
    if (this.functionTypes.length > 0) throw new Error('assembler: imports come before functions');
    this.imports.text('env');
    this.imports.text(name);
    this.imports.byte(0x00);
    this.imports.unsigned(this.type(params, results));
    return this.importCount++;
  }

  /** Adds a function, exported if named, and returns its index for `call`. */
  func<const P extends readonly ValueType[]>(
    params: P,
    results: readonly ValueType[],
    body: (f: FunctionBuilder, params: { readonly [K in keyof P]: Local }) => void,
    exportName?: string,
  ): number {
    const index = this.importCount + this.functionTypes.length;
    this.functionTypes.push(this.type(params, results));
    const f = new FunctionBuilder(params);
    body(f, f.params as { readonly [K in keyof P]: Local });
    f.finishInto(this.bodies);
    if (exportName !== undefined) {
      this.exports.text(exportName);
      this.exports.byte(0x00);
      this.exports.unsigned(index);
      this.exportCount++;
    }
    return index;
  }

  /** The module's bytes. */
  finish(): Uint8Array<ArrayBuffer> {
    const out = new Bytes(this.bodies.length + 256);
    out.append(new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]));
    const section = (id: number, count: number, content: Bytes) => {
      const head = new Bytes(8);
      head.unsigned(count);
      out.byte(id);
      out.unsigned(head.length + content.length);
      out.append(head.bytes());
      out.append(content.bytes());
    };
    const imports = new Bytes(64);
    imports.append(this.imports.bytes());
    imports.text('env');
    imports.text('memory');
    imports.byte(0x02);
    imports.byte(0x01); // has a maximum; `compileKernel` adds that it is shared
    imports.unsigned(0);
    imports.unsigned(memoryLimits.maximum);
    const functions = new Bytes(16);
    for (const t of this.functionTypes) functions.unsigned(t);
    section(1, this.types.length, this.typeBytes);
    section(2, this.importCount + 1, imports);
    section(3, this.functionTypes.length, functions);
    section(7, this.exportCount, this.exports);
    section(10, this.functionTypes.length, this.bodies);
    return new Uint8Array(out.bytes());
  }
}

/** A kernel: byte pointers and scalars in, nothing out. */
export type KernelFunction = (...args: number[]) => void;

// The import `env.memory` as bytes, up to the flags of its limits.
const memoryImport = [3, ...ascii('env'), 6, ...ascii('memory'), 2];

/** Compiles synchronously for a memory: an import must say whether what it gets is shared. */
export const compileKernel = (
  bytes: Uint8Array<ArrayBuffer>,
  memory: WebAssembly.Memory,
): WebAssembly.Module => {
  if (memory.buffer instanceof ArrayBuffer) return new WebAssembly.Module(bytes);
  const at = bytes.findIndex((_, i) => memoryImport.every((b, k) => bytes[i + k] === b));
  const shared = bytes.slice();
  shared[at + memoryImport.length] = 0x03;
  return new WebAssembly.Module(shared);
};

/** Compiles and instantiates synchronously; returns the exported functions. */
export const instantiate = (
  kernel: Uint8Array<ArrayBuffer> | WebAssembly.Module,
  memory: WebAssembly.Memory,
  functions: Record<string, (...args: number[]) => number> = {},
): Record<string, KernelFunction> => {
  const module = kernel instanceof WebAssembly.Module ? kernel : compileKernel(kernel, memory);
  const instance = new WebAssembly.Instance(module, { env: { memory, ...functions } });
  return instance.exports as Record<string, KernelFunction>;
};

let relaxedSimd: boolean | undefined;

interface NodeLike {
  versions?: { node?: string };
  getBuiltinModule?: (name: string) => { setFlagsFromString?: (flags: string) => void } | undefined;
}

/**
 * Whether fused multiply-add (relaxed SIMD) can be compiled. Node before 22 has it behind a V8
 * flag, which this sets; call it before the first kernel is generated.
 */
export const hasRelaxedSimd = (): boolean => {
  if (relaxedSimd !== undefined) return relaxedSimd;
  const node = (globalThis as { process?: NodeLike }).process;
  if (Number.parseInt(node?.versions?.node ?? '99', 10) < 22) {
    const v8 = node?.getBuiltinModule?.('node:v8');
    v8?.setFlagsFromString?.('--experimental-wasm-relaxed-simd');
  }
  const m = new ModuleBuilder();
  m.func(['v128'], ['v128'], (f, [x]) => {
    f.madd(x, x, x, true);
  });
  relaxedSimd = WebAssembly.validate(m.finish());
  return relaxedSimd;
};
