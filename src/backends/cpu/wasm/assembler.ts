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

import { type Op, opcodes } from './opcodes.ts';

export type { Op } from './opcodes.ts';

/** How every kernel imports `env.memory`, and how the backend must create it. The one place. */
export const memoryLimits = { shared: false, maximum: 65536 } as const;

/** The memory that kernels import. `initial` counts 64 KiB pages. */
export const createMemory = (initial = 16): WebAssembly.Memory =>
  new WebAssembly.Memory({ initial, ...memoryLimits });

export type ValueType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128';

/** A parameter or local variable of the function under construction. */
export interface Local {
  readonly index: number;
  readonly type: ValueType;
}

/** Something that pushes one value: an i32 constant, a local, or code. */
export type Operand = number | Local | (() => void);

/** A branch target: the nesting depth of its block. */
export type Label = number & { readonly label: unique symbol };

const typeCodes: Record<ValueType, number> = {
  i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b,
};
const EMPTY_BLOCK = 0x40;

const scratch = new DataView(new ArrayBuffer(8));
const scratchBytes = new Uint8Array(scratch.buffer);

/** A growable byte buffer with LEB128 integers. */
class Bytes {
  data: Uint8Array;
  length = 0;

  constructor(capacity = 256) {
    this.data = new Uint8Array(capacity);
  }

  private reserve(count: number): void {
    if (this.length + count <= this.data.length) return;
    const grown = new Uint8Array(Math.max(this.data.length * 2, this.length + count));
    grown.set(this.data.subarray(0, this.length));
    this.data = grown;
  }

  byte(value: number): void {
    if (this.length === this.data.length) this.reserve(1);
    this.data[this.length++] = value;
  }

  append(source: Uint8Array): void {
    this.reserve(source.length);
    this.data.set(source, this.length);
    this.length += source.length;
  }

  /** Unsigned LEB128 of 0..2^32-1. */
  unsigned(value: number): void {
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** Signed LEB128 of an i32 (0..2^32-1 is taken modulo 2^32). */
  signed(value: number): void {
    let rest = value | 0;
    while (rest < -64 || rest > 63) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    this.byte(rest & 0x7f);
  }

  signed64(value: bigint): void {
    let rest = BigInt.asIntN(64, value);
    while (rest < -64n || rest > 63n) {
      this.byte(Number(rest & 0x7fn) | 0x80);
      rest >>= 7n;
    }
    this.byte(Number(rest & 0x7fn));
  }

  text(value: string): void {
    const encoded = new TextEncoder().encode(value);
    this.unsigned(encoded.length);
    this.append(encoded);
  }

  bytes(): Uint8Array {
    return this.data.subarray(0, this.length);
  }
}

/** Emits one function body; see the top of the file. */
export class FunctionBuilder {
  private readonly code = new Bytes();
  private readonly locals: ValueType[] = [];
  private readonly freed: Local[] = [];
  private depth = 0;
  readonly params: readonly Local[];

  constructor(params: readonly ValueType[]) {
    this.params = params.map((type, index) => ({ index, type }));
  }

  /** A local variable. A fresh one starts at zero; a reused one holds its last value. */
  local(type: ValueType): Local {
    const found = this.freed.findIndex((l) => l.type === type);
    const reused = found >= 0 ? this.freed.splice(found, 1)[0] : undefined;
    if (reused) return reused;
    this.locals.push(type);
    return { index: this.params.length + this.locals.length - 1, type };
  }

  /** Lets later calls of `local` reuse these. */
  free(...locals: Local[]): this {
    this.freed.push(...locals);
    return this;
  }

  op(name: Op): this {
    const code = opcodes[name];
    if (code < 0x100) {
      this.code.byte(code);
    } else {
      this.code.byte(code >>> 16);
      this.code.unsigned(code & 0xffff);
      // Memory indices of the bulk instructions.
      if (name === 'memory.copy') this.code.byte(0);
      if (name === 'memory.copy' || name === 'memory.fill') this.code.byte(0);
    }
    return this;
  }

  /** A load or store; the address (and value) are on the stack. Alignment hints are left out. */
  mem(name: Op, offset = 0, lane?: number): this {
    this.op(name);
    this.code.byte(0);
    this.code.unsigned(offset);
    if (lane !== undefined) this.code.byte(lane);
    return this;
  }

  lane(name: Op, lane: number): this {
    this.op(name);
    this.code.byte(lane);
    return this;
  }

  /** Bytes 0..15 are the first operand's, 16..31 the second's. */
  shuffle(lanes: readonly number[]): this {
    this.op('i8x16.shuffle');
    for (const lane of lanes) this.code.byte(lane);
    return this;
  }

  /** 32-bit lanes: 0..3 of the first operand, 4..7 of the second. */
  shuffle32(lanes: readonly number[]): this {
    return this.shuffle(lanes.flatMap((l) => [4 * l, 4 * l + 1, 4 * l + 2, 4 * l + 3]));
  }

  i32Const(value: number): this {
    this.code.byte(0x41);
    this.code.signed(value);
    return this;
  }

  i64Const(value: bigint | number): this {
    this.code.byte(0x42);
    this.code.signed64(BigInt(value));
    return this;
  }

  f32Const(value: number): this {
    this.code.byte(0x43);
    scratch.setFloat32(0, value, true);
    this.code.append(scratchBytes.subarray(0, 4));
    return this;
  }

  f64Const(value: number): this {
    this.code.byte(0x44);
    scratch.setFloat64(0, value, true);
    this.code.append(scratchBytes);
    return this;
  }

  v128Const(bytes: Uint8Array): this {
    this.op('v128.const');
    this.code.append(bytes);
    return this;
  }

  /** The value in all lanes. */
  f32x4Const(value: number): this {
    return this.v128Const(new Uint8Array(new Float32Array(4).fill(value).buffer));
  }

  /** The value in all lanes. */
  i32x4Const(value: number): this {
    return this.v128Const(new Uint8Array(new Int32Array(4).fill(value).buffer));
  }

  /** The value in all lanes. */
  f64x2Const(value: number): this {
    return this.v128Const(new Uint8Array(new Float64Array(2).fill(value).buffer));
  }

  get(local: Local): this {
    this.code.byte(0x20);
    this.code.unsigned(local.index);
    return this;
  }

  set(local: Local): this {
    this.code.byte(0x21);
    this.code.unsigned(local.index);
    return this;
  }

  tee(local: Local): this {
    this.code.byte(0x22);
    this.code.unsigned(local.index);
    return this;
  }

  push(value: Operand): this {
    if (typeof value === 'number') return this.i32Const(value);
    if (typeof value === 'object') return this.get(value);
    value();
    return this;
  }

  /** local += amount, for i32 locals. */
  inc(local: Local, amount: Operand): this {
    return this.get(local).push(amount).op('i32.add').set(local);
  }

  call(functionIndex: number): this {
    this.code.byte(0x10);
    this.code.unsigned(functionIndex);
    return this;
  }

  private nest(opcode: number, body: (label: Label) => void, result?: ValueType): this {
    this.code.byte(opcode);
    this.code.byte(result ? typeCodes[result] : EMPTY_BLOCK);
    this.depth++;
    body(this.depth as Label);
    this.depth--;
    this.code.byte(0x0b);
    return this;
  }

  /** A branch to the label leaves the block. */
  block(body: (exit: Label) => void, result?: ValueType): this {
    return this.nest(0x02, body, result);
  }

  /** A branch to the label repeats the loop; falling through leaves it. */
  loop(body: (again: Label) => void): this {
    return this.nest(0x03, body);
  }

  /** Takes an i32 condition from the stack. */
  if(then: (exit: Label) => void, otherwise?: (exit: Label) => void, result?: ValueType): this {
    const both = (exit: Label) => {
      then(exit);
      if (!otherwise) return;
      this.code.byte(0x05);
      otherwise(exit);
    };
    return this.nest(0x04, both, result);
  }

  br(label: Label): this {
    this.code.byte(0x0c);
    this.code.unsigned(this.depth - label);
    return this;
  }

  brIf(label: Label): this {
    this.code.byte(0x0d);
    this.code.unsigned(this.depth - label);
    return this;
  }

  /** i = start; while (i < limit) { body; i += step }, unsigned. The body gets a break label. */
  for(i: Local, start: Operand, limit: Operand, step: Operand, body: (exit: Label) => void): this {
    this.push(start).set(i);
    return this.block((exit) => {
      this.get(i).push(limit).op('i32.ge_u').brIf(exit);
      this.loop((again) => {
        body(exit);
        this.get(i).push(step).op('i32.add').tee(i).push(limit).op('i32.lt_u').brIf(again);
      });
    });
  }

  /** Runs the body n times, counting the i32 local n down to 0. */
  repeat(n: Local, body: () => void): this {
    return this.get(n).if(() => {
      this.loop((again) => {
        body();
        this.get(n).i32Const(-1).op('i32.add').tee(n).brIf(again);
      });
    });
  }

  /** Pushes a * b + c, rounded once if `relaxed` (and the machine has fused arithmetic). */
  madd(a: Operand, b: Operand, c: Operand, relaxed: boolean, lanes: 'f32x4' | 'f64x2' = 'f32x4') {
    if (relaxed) return this.push(a).push(b).push(c).op(`${lanes}.relaxed_madd`);
    return this.push(a).push(b).op(`${lanes}.mul`).push(c).op(`${lanes}.add`);
  }

  /** Appends `size, locals, code, end` to a module. */
  finishInto(module: Bytes): void {
    const body = new Bytes(this.code.length + 16 + 2 * this.locals.length);
    body.unsigned(this.locals.length);
    for (const type of this.locals) {
      body.byte(1);
      body.byte(typeCodes[type]);
    }
    body.append(this.code.bytes());
    body.byte(0x0b);
    module.unsigned(body.length);
    module.append(body.bytes());
  }
}

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
    imports.byte(memoryLimits.shared ? 0x03 : 0x01);
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

/** Compiles and instantiates synchronously; returns the exported functions. */
export const instantiate = (
  bytes: Uint8Array<ArrayBuffer>,
  memory: WebAssembly.Memory,
  functions: Record<string, (...args: number[]) => number> = {},
): Record<string, KernelFunction> => {
  const module = new WebAssembly.Module(bytes);
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
