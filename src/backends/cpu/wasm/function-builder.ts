// Emits one WebAssembly function body, instruction by instruction in stack order. The methods are
// described at the top of assembler.ts, which is also where to import from.

import { Bytes } from './bytes.ts';
import { type Op, opcodes } from './opcodes.ts';

/** Types of parameters, results and locals. */
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

/** The standard's number of a value type. */
export const typeCodes: Record<ValueType, number> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
};
const EMPTY_BLOCK = 0x40;

const scratch = new DataView(new ArrayBuffer(8));
const scratchBytes = new Uint8Array(scratch.buffer);

/** Emits one function body; see the top of assembler.ts. */
export class FunctionBuilder {
  private readonly code = new Bytes();
  private readonly types: ValueType[] = [];
  private readonly freed: Local[] = [];
  // vector locals that were set so far
  private readonly vectors = new Set<Local>();
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
    this.types.push(type);
    return { index: this.params.length + this.types.length - 1, type };
  }

  /** Several local variables of a type. */
  several(type: ValueType, count: number): Local[] {
    return Array.from({ length: count }, () => this.local(type));
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
    return this.assigned(local);
  }

  tee(local: Local): this {
    this.code.byte(0x22);
    return this.assigned(local);
  }

  private assigned(local: Local): this {
    this.code.unsigned(local.index);
    if (local.type === 'v128') this.vectors.add(local);
    return this;
  }

  /**
   * Emits the body of a loop and zeroes the vectors that it is the first to set. Whatever a local holds at the end
   * of a loop V8 counts as used by the next iteration, and does not join what is used elsewhere.
   */
  transient(body: () => void): this {
    const before = new Set(this.vectors);
    body();
    for (const local of this.vectors) if (!before.has(local)) this.i32x4Const(0).set(local);
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
    const body = new Bytes(this.code.length + 16 + 2 * this.types.length);
    body.unsigned(this.types.length);
    for (const type of this.types) {
      body.byte(1);
      body.byte(typeCodes[type]);
    }
    body.append(this.code.bytes());
    body.byte(0x0b);
    module.unsigned(body.length);
    module.append(body.bytes());
  }
}
