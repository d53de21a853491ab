import {
  planProgram
} from "./chunk-3UXWWBJG.js";
import {
  axis,
  cast,
  flatten,
  index
} from "./chunk-RS7EB5HQ.js";
import {
  byteSize,
  computeType,
  hostArray,
  sizeOf
} from "./chunk-KPJ5WLQH.js";
import {
  DeviceError,
  OutOfMemoryError
} from "./chunk-6LKKJNI5.js";
import "./chunk-AXQFWXYZ.js";

// src/backends/cpu/wasm/bytes.ts
var Bytes = class {
  data;
  length = 0;
  constructor(capacity = 256) {
    this.data = new Uint8Array(capacity);
  }
  reserve(count) {
    if (this.length + count <= this.data.length) return;
    const grown = new Uint8Array(Math.max(this.data.length * 2, this.length + count));
    grown.set(this.data.subarray(0, this.length));
    this.data = grown;
  }
  byte(value) {
    if (this.length === this.data.length) this.reserve(1);
    this.data[this.length++] = value;
  }
  append(source) {
    this.reserve(source.length);
    this.data.set(source, this.length);
    this.length += source.length;
  }
  /** Unsigned LEB128 of 0..2^32-1. */
  unsigned(value) {
    let rest = value >>> 0;
    while (rest >= 128) {
      this.byte(rest & 127 | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }
  /** Signed LEB128 of an i32 (0..2^32-1 is taken modulo 2^32). */
  signed(value) {
    let rest = value | 0;
    while (rest < -64 || rest > 63) {
      this.byte(rest & 127 | 128);
      rest >>= 7;
    }
    this.byte(rest & 127);
  }
  signed64(value) {
    let rest = BigInt.asIntN(64, value);
    while (rest < -64n || rest > 63n) {
      this.byte(Number(rest & 0x7fn) | 128);
      rest >>= 7n;
    }
    this.byte(Number(rest & 0x7fn));
  }
  text(value) {
    const encoded = new TextEncoder().encode(value);
    this.unsigned(encoded.length);
    this.append(encoded);
  }
  bytes() {
    return this.data.subarray(0, this.length);
  }
};

// src/backends/cpu/wasm/opcodes.ts
var scalar = {
  unreachable: 0,
  nop: 1,
  return: 15,
  drop: 26,
  select: 27,
  "i32.load": 40,
  "i64.load": 41,
  "f32.load": 42,
  "f64.load": 43,
  "i32.load8_s": 44,
  "i32.load8_u": 45,
  "i32.load16_s": 46,
  "i32.load16_u": 47,
  "i64.load8_s": 48,
  "i64.load8_u": 49,
  "i64.load16_s": 50,
  "i64.load16_u": 51,
  "i64.load32_s": 52,
  "i64.load32_u": 53,
  "i32.store": 54,
  "i64.store": 55,
  "f32.store": 56,
  "f64.store": 57,
  "i32.store8": 58,
  "i32.store16": 59,
  "i64.store8": 60,
  "i64.store16": 61,
  "i64.store32": 62,
  "i32.eqz": 69,
  "i32.eq": 70,
  "i32.ne": 71,
  "i32.lt_s": 72,
  "i32.lt_u": 73,
  "i32.gt_s": 74,
  "i32.gt_u": 75,
  "i32.le_s": 76,
  "i32.le_u": 77,
  "i32.ge_s": 78,
  "i32.ge_u": 79,
  "i64.eqz": 80,
  "i64.eq": 81,
  "i64.ne": 82,
  "i64.lt_s": 83,
  "i64.lt_u": 84,
  "i64.gt_s": 85,
  "i64.gt_u": 86,
  "i64.le_s": 87,
  "i64.le_u": 88,
  "i64.ge_s": 89,
  "i64.ge_u": 90,
  "f32.eq": 91,
  "f32.ne": 92,
  "f32.lt": 93,
  "f32.gt": 94,
  "f32.le": 95,
  "f32.ge": 96,
  "f64.eq": 97,
  "f64.ne": 98,
  "f64.lt": 99,
  "f64.gt": 100,
  "f64.le": 101,
  "f64.ge": 102,
  "i32.clz": 103,
  "i32.ctz": 104,
  "i32.popcnt": 105,
  "i32.add": 106,
  "i32.sub": 107,
  "i32.mul": 108,
  "i32.div_s": 109,
  "i32.div_u": 110,
  "i32.rem_s": 111,
  "i32.rem_u": 112,
  "i32.and": 113,
  "i32.or": 114,
  "i32.xor": 115,
  "i32.shl": 116,
  "i32.shr_s": 117,
  "i32.shr_u": 118,
  "i32.rotl": 119,
  "i32.rotr": 120,
  "i64.clz": 121,
  "i64.ctz": 122,
  "i64.popcnt": 123,
  "i64.add": 124,
  "i64.sub": 125,
  "i64.mul": 126,
  "i64.div_s": 127,
  "i64.div_u": 128,
  "i64.rem_s": 129,
  "i64.rem_u": 130,
  "i64.and": 131,
  "i64.or": 132,
  "i64.xor": 133,
  "i64.shl": 134,
  "i64.shr_s": 135,
  "i64.shr_u": 136,
  "i64.rotl": 137,
  "i64.rotr": 138,
  "f32.abs": 139,
  "f32.neg": 140,
  "f32.ceil": 141,
  "f32.floor": 142,
  "f32.trunc": 143,
  "f32.nearest": 144,
  "f32.sqrt": 145,
  "f32.add": 146,
  "f32.sub": 147,
  "f32.mul": 148,
  "f32.div": 149,
  "f32.min": 150,
  "f32.max": 151,
  "f32.copysign": 152,
  "f64.abs": 153,
  "f64.neg": 154,
  "f64.ceil": 155,
  "f64.floor": 156,
  "f64.trunc": 157,
  "f64.nearest": 158,
  "f64.sqrt": 159,
  "f64.add": 160,
  "f64.sub": 161,
  "f64.mul": 162,
  "f64.div": 163,
  "f64.min": 164,
  "f64.max": 165,
  "f64.copysign": 166,
  "i32.wrap_i64": 167,
  "i32.trunc_f32_s": 168,
  "i32.trunc_f32_u": 169,
  "i32.trunc_f64_s": 170,
  "i32.trunc_f64_u": 171,
  "i64.extend_i32_s": 172,
  "i64.extend_i32_u": 173,
  "i64.trunc_f32_s": 174,
  "i64.trunc_f32_u": 175,
  "i64.trunc_f64_s": 176,
  "i64.trunc_f64_u": 177,
  "f32.convert_i32_s": 178,
  "f32.convert_i32_u": 179,
  "f32.convert_i64_s": 180,
  "f32.convert_i64_u": 181,
  "f32.demote_f64": 182,
  "f64.convert_i32_s": 183,
  "f64.convert_i32_u": 184,
  "f64.convert_i64_s": 185,
  "f64.convert_i64_u": 186,
  "f64.promote_f32": 187,
  "i32.reinterpret_f32": 188,
  "i64.reinterpret_f64": 189,
  "f32.reinterpret_i32": 190,
  "f64.reinterpret_i64": 191,
  "i32.extend8_s": 192,
  "i32.extend16_s": 193,
  "i64.extend8_s": 194,
  "i64.extend16_s": 195,
  "i64.extend32_s": 196
};
var bulk = {
  "i32.trunc_sat_f32_s": 16515072,
  "i32.trunc_sat_f32_u": 16515073,
  "i32.trunc_sat_f64_s": 16515074,
  "i32.trunc_sat_f64_u": 16515075,
  "i64.trunc_sat_f32_s": 16515076,
  "i64.trunc_sat_f32_u": 16515077,
  "i64.trunc_sat_f64_s": 16515078,
  "i64.trunc_sat_f64_u": 16515079,
  "memory.copy": 16515082,
  "memory.fill": 16515083
};
var simd = {
  "v128.load": 0,
  "v128.load8x8_s": 1,
  "v128.load8x8_u": 2,
  "v128.load16x4_s": 3,
  "v128.load16x4_u": 4,
  "v128.load32x2_s": 5,
  "v128.load32x2_u": 6,
  "v128.load8_splat": 7,
  "v128.load16_splat": 8,
  "v128.load32_splat": 9,
  "v128.load64_splat": 10,
  "v128.store": 11,
  "v128.const": 12,
  "i8x16.shuffle": 13,
  "i8x16.swizzle": 14,
  "i8x16.splat": 15,
  "i16x8.splat": 16,
  "i32x4.splat": 17,
  "i64x2.splat": 18,
  "f32x4.splat": 19,
  "f64x2.splat": 20,
  "i8x16.extract_lane_s": 21,
  "i8x16.extract_lane_u": 22,
  "i8x16.replace_lane": 23,
  "i16x8.extract_lane_s": 24,
  "i16x8.extract_lane_u": 25,
  "i16x8.replace_lane": 26,
  "i32x4.extract_lane": 27,
  "i32x4.replace_lane": 28,
  "i64x2.extract_lane": 29,
  "i64x2.replace_lane": 30,
  "f32x4.extract_lane": 31,
  "f32x4.replace_lane": 32,
  "f64x2.extract_lane": 33,
  "f64x2.replace_lane": 34,
  "i8x16.eq": 35,
  "i8x16.ne": 36,
  "i8x16.lt_s": 37,
  "i8x16.lt_u": 38,
  "i8x16.gt_s": 39,
  "i8x16.gt_u": 40,
  "i8x16.le_s": 41,
  "i8x16.le_u": 42,
  "i8x16.ge_s": 43,
  "i8x16.ge_u": 44,
  "i16x8.eq": 45,
  "i16x8.ne": 46,
  "i16x8.lt_s": 47,
  "i16x8.lt_u": 48,
  "i16x8.gt_s": 49,
  "i16x8.gt_u": 50,
  "i16x8.le_s": 51,
  "i16x8.le_u": 52,
  "i16x8.ge_s": 53,
  "i16x8.ge_u": 54,
  "i32x4.eq": 55,
  "i32x4.ne": 56,
  "i32x4.lt_s": 57,
  "i32x4.lt_u": 58,
  "i32x4.gt_s": 59,
  "i32x4.gt_u": 60,
  "i32x4.le_s": 61,
  "i32x4.le_u": 62,
  "i32x4.ge_s": 63,
  "i32x4.ge_u": 64,
  "f32x4.eq": 65,
  "f32x4.ne": 66,
  "f32x4.lt": 67,
  "f32x4.gt": 68,
  "f32x4.le": 69,
  "f32x4.ge": 70,
  "f64x2.eq": 71,
  "f64x2.ne": 72,
  "f64x2.lt": 73,
  "f64x2.gt": 74,
  "f64x2.le": 75,
  "f64x2.ge": 76,
  "v128.not": 77,
  "v128.and": 78,
  "v128.andnot": 79,
  "v128.or": 80,
  "v128.xor": 81,
  "v128.bitselect": 82,
  "v128.any_true": 83,
  "v128.load8_lane": 84,
  "v128.load16_lane": 85,
  "v128.load32_lane": 86,
  "v128.load64_lane": 87,
  "v128.store8_lane": 88,
  "v128.store16_lane": 89,
  "v128.store32_lane": 90,
  "v128.store64_lane": 91,
  "v128.load32_zero": 92,
  "v128.load64_zero": 93,
  "f32x4.demote_f64x2_zero": 94,
  "f64x2.promote_low_f32x4": 95,
  "i8x16.abs": 96,
  "i8x16.neg": 97,
  "i8x16.popcnt": 98,
  "i8x16.all_true": 99,
  "i8x16.bitmask": 100,
  "i8x16.narrow_i16x8_s": 101,
  "i8x16.narrow_i16x8_u": 102,
  "f32x4.ceil": 103,
  "f32x4.floor": 104,
  "f32x4.trunc": 105,
  "f32x4.nearest": 106,
  "i8x16.shl": 107,
  "i8x16.shr_s": 108,
  "i8x16.shr_u": 109,
  "i8x16.add": 110,
  "i8x16.sub": 113,
  "f64x2.ceil": 116,
  "f64x2.floor": 117,
  "i8x16.min_s": 118,
  "i8x16.min_u": 119,
  "i8x16.max_s": 120,
  "i8x16.max_u": 121,
  "f64x2.trunc": 122,
  "i16x8.abs": 128,
  "i16x8.neg": 129,
  "i16x8.all_true": 131,
  "i16x8.bitmask": 132,
  "i16x8.narrow_i32x4_s": 133,
  "i16x8.narrow_i32x4_u": 134,
  "i16x8.extend_low_i8x16_s": 135,
  "i16x8.extend_high_i8x16_s": 136,
  "i16x8.extend_low_i8x16_u": 137,
  "i16x8.extend_high_i8x16_u": 138,
  "i16x8.shl": 139,
  "i16x8.shr_s": 140,
  "i16x8.shr_u": 141,
  "i16x8.add": 142,
  "i16x8.sub": 145,
  "f64x2.nearest": 148,
  "i16x8.mul": 149,
  "i16x8.min_s": 150,
  "i16x8.min_u": 151,
  "i16x8.max_s": 152,
  "i16x8.max_u": 153,
  "i32x4.abs": 160,
  "i32x4.neg": 161,
  "i32x4.all_true": 163,
  "i32x4.bitmask": 164,
  "i32x4.extend_low_i16x8_s": 167,
  "i32x4.extend_high_i16x8_s": 168,
  "i32x4.extend_low_i16x8_u": 169,
  "i32x4.extend_high_i16x8_u": 170,
  "i32x4.shl": 171,
  "i32x4.shr_s": 172,
  "i32x4.shr_u": 173,
  "i32x4.add": 174,
  "i32x4.sub": 177,
  "i32x4.mul": 181,
  "i32x4.min_s": 182,
  "i32x4.min_u": 183,
  "i32x4.max_s": 184,
  "i32x4.max_u": 185,
  "i32x4.dot_i16x8_s": 186,
  "i64x2.abs": 192,
  "i64x2.neg": 193,
  "i64x2.all_true": 195,
  "i64x2.bitmask": 196,
  "i64x2.extend_low_i32x4_s": 199,
  "i64x2.extend_high_i32x4_s": 200,
  "i64x2.extend_low_i32x4_u": 201,
  "i64x2.extend_high_i32x4_u": 202,
  "i64x2.shl": 203,
  "i64x2.shr_s": 204,
  "i64x2.shr_u": 205,
  "i64x2.add": 206,
  "i64x2.sub": 209,
  "i64x2.mul": 213,
  "i64x2.eq": 214,
  "i64x2.ne": 215,
  "i64x2.lt_s": 216,
  "i64x2.gt_s": 217,
  "i64x2.le_s": 218,
  "i64x2.ge_s": 219,
  "i64x2.extmul_low_i32x4_s": 220,
  "i64x2.extmul_high_i32x4_s": 221,
  "i64x2.extmul_low_i32x4_u": 222,
  "i64x2.extmul_high_i32x4_u": 223,
  "f32x4.abs": 224,
  "f32x4.neg": 225,
  "f32x4.sqrt": 227,
  "f32x4.add": 228,
  "f32x4.sub": 229,
  "f32x4.mul": 230,
  "f32x4.div": 231,
  "f32x4.min": 232,
  "f32x4.max": 233,
  "f32x4.pmin": 234,
  "f32x4.pmax": 235,
  "f64x2.abs": 236,
  "f64x2.neg": 237,
  "f64x2.sqrt": 239,
  "f64x2.add": 240,
  "f64x2.sub": 241,
  "f64x2.mul": 242,
  "f64x2.div": 243,
  "f64x2.min": 244,
  "f64x2.max": 245,
  "f64x2.pmin": 246,
  "f64x2.pmax": 247,
  "i32x4.trunc_sat_f32x4_s": 248,
  "i32x4.trunc_sat_f32x4_u": 249,
  "f32x4.convert_i32x4_s": 250,
  "f32x4.convert_i32x4_u": 251,
  "i32x4.trunc_sat_f64x2_s_zero": 252,
  "i32x4.trunc_sat_f64x2_u_zero": 253,
  "f64x2.convert_low_i32x4_s": 254,
  "f64x2.convert_low_i32x4_u": 255,
  "f32x4.relaxed_madd": 261,
  "f32x4.relaxed_nmadd": 262,
  "f64x2.relaxed_madd": 263,
  "f64x2.relaxed_nmadd": 264
};
var SIMD_PREFIX = 16580608;
var opcodes = {
  ...scalar,
  ...bulk,
  ...Object.fromEntries(
    Object.entries(simd).map(([name, code]) => [name, SIMD_PREFIX + code])
  )
};

// src/backends/cpu/wasm/function-builder.ts
var typeCodes = {
  i32: 127,
  i64: 126,
  f32: 125,
  f64: 124,
  v128: 123
};
var EMPTY_BLOCK = 64;
var scratch = new DataView(new ArrayBuffer(8));
var scratchBytes = new Uint8Array(scratch.buffer);
var FunctionBuilder = class {
  code = new Bytes();
  locals = [];
  freed = [];
  depth = 0;
  params;
  constructor(params) {
    this.params = params.map((type, index2) => ({ index: index2, type }));
  }
  /** A local variable. A fresh one starts at zero; a reused one holds its last value. */
  local(type) {
    const found = this.freed.findIndex((l) => l.type === type);
    const reused = found >= 0 ? this.freed.splice(found, 1)[0] : void 0;
    if (reused) return reused;
    this.locals.push(type);
    return { index: this.params.length + this.locals.length - 1, type };
  }
  /** Lets later calls of `local` reuse these. */
  free(...locals) {
    this.freed.push(...locals);
    return this;
  }
  op(name) {
    const code = opcodes[name];
    if (code < 256) {
      this.code.byte(code);
    } else {
      this.code.byte(code >>> 16);
      this.code.unsigned(code & 65535);
      if (name === "memory.copy") this.code.byte(0);
      if (name === "memory.copy" || name === "memory.fill") this.code.byte(0);
    }
    return this;
  }
  /** A load or store; the address (and value) are on the stack. Alignment hints are left out. */
  mem(name, offset = 0, lane) {
    this.op(name);
    this.code.byte(0);
    this.code.unsigned(offset);
    if (lane !== void 0) this.code.byte(lane);
    return this;
  }
  lane(name, lane) {
    this.op(name);
    this.code.byte(lane);
    return this;
  }
  /** Bytes 0..15 are the first operand's, 16..31 the second's. */
  shuffle(lanes2) {
    this.op("i8x16.shuffle");
    for (const lane of lanes2) this.code.byte(lane);
    return this;
  }
  /** 32-bit lanes: 0..3 of the first operand, 4..7 of the second. */
  shuffle32(lanes2) {
    return this.shuffle(lanes2.flatMap((l) => [4 * l, 4 * l + 1, 4 * l + 2, 4 * l + 3]));
  }
  i32Const(value) {
    this.code.byte(65);
    this.code.signed(value);
    return this;
  }
  i64Const(value) {
    this.code.byte(66);
    this.code.signed64(BigInt(value));
    return this;
  }
  f32Const(value) {
    this.code.byte(67);
    scratch.setFloat32(0, value, true);
    this.code.append(scratchBytes.subarray(0, 4));
    return this;
  }
  f64Const(value) {
    this.code.byte(68);
    scratch.setFloat64(0, value, true);
    this.code.append(scratchBytes);
    return this;
  }
  v128Const(bytes) {
    this.op("v128.const");
    this.code.append(bytes);
    return this;
  }
  /** The value in all lanes. */
  f32x4Const(value) {
    return this.v128Const(new Uint8Array(new Float32Array(4).fill(value).buffer));
  }
  /** The value in all lanes. */
  i32x4Const(value) {
    return this.v128Const(new Uint8Array(new Int32Array(4).fill(value).buffer));
  }
  /** The value in all lanes. */
  f64x2Const(value) {
    return this.v128Const(new Uint8Array(new Float64Array(2).fill(value).buffer));
  }
  get(local) {
    this.code.byte(32);
    this.code.unsigned(local.index);
    return this;
  }
  set(local) {
    this.code.byte(33);
    this.code.unsigned(local.index);
    return this;
  }
  tee(local) {
    this.code.byte(34);
    this.code.unsigned(local.index);
    return this;
  }
  push(value) {
    if (typeof value === "number") return this.i32Const(value);
    if (typeof value === "object") return this.get(value);
    value();
    return this;
  }
  /** local += amount, for i32 locals. */
  inc(local, amount) {
    return this.get(local).push(amount).op("i32.add").set(local);
  }
  call(functionIndex) {
    this.code.byte(16);
    this.code.unsigned(functionIndex);
    return this;
  }
  nest(opcode, body, result) {
    this.code.byte(opcode);
    this.code.byte(result ? typeCodes[result] : EMPTY_BLOCK);
    this.depth++;
    body(this.depth);
    this.depth--;
    this.code.byte(11);
    return this;
  }
  /** A branch to the label leaves the block. */
  block(body, result) {
    return this.nest(2, body, result);
  }
  /** A branch to the label repeats the loop; falling through leaves it. */
  loop(body) {
    return this.nest(3, body);
  }
  /** Takes an i32 condition from the stack. */
  if(then, otherwise, result) {
    const both = (exit) => {
      then(exit);
      if (!otherwise) return;
      this.code.byte(5);
      otherwise(exit);
    };
    return this.nest(4, both, result);
  }
  br(label) {
    this.code.byte(12);
    this.code.unsigned(this.depth - label);
    return this;
  }
  brIf(label) {
    this.code.byte(13);
    this.code.unsigned(this.depth - label);
    return this;
  }
  /** i = start; while (i < limit) { body; i += step }, unsigned. The body gets a break label. */
  for(i, start, limit, step, body) {
    this.push(start).set(i);
    return this.block((exit) => {
      this.get(i).push(limit).op("i32.ge_u").brIf(exit);
      this.loop((again) => {
        body(exit);
        this.get(i).push(step).op("i32.add").tee(i).push(limit).op("i32.lt_u").brIf(again);
      });
    });
  }
  /** Runs the body n times, counting the i32 local n down to 0. */
  repeat(n, body) {
    return this.get(n).if(() => {
      this.loop((again) => {
        body();
        this.get(n).i32Const(-1).op("i32.add").tee(n).brIf(again);
      });
    });
  }
  /** Pushes a * b + c, rounded once if `relaxed` (and the machine has fused arithmetic). */
  madd(a, b, c, relaxed, lanes2 = "f32x4") {
    if (relaxed) return this.push(a).push(b).push(c).op(`${lanes2}.relaxed_madd`);
    return this.push(a).push(b).op(`${lanes2}.mul`).push(c).op(`${lanes2}.add`);
  }
  /** Appends `size, locals, code, end` to a module. */
  finishInto(module) {
    const body = new Bytes(this.code.length + 16 + 2 * this.locals.length);
    body.unsigned(this.locals.length);
    for (const type of this.locals) {
      body.byte(1);
      body.byte(typeCodes[type]);
    }
    body.append(this.code.bytes());
    body.byte(11);
    module.unsigned(body.length);
    module.append(body.bytes());
  }
};

// src/backends/cpu/wasm/assembler.ts
var memoryLimits = { shared: false, maximum: 65536 };
var createMemory = (initial = 16) => new WebAssembly.Memory({ initial, ...memoryLimits });
var ModuleBuilder = class {
  types = [];
  typeBytes = new Bytes(64);
  imports = new Bytes(64);
  exports = new Bytes(64);
  bodies = new Bytes(1024);
  functionTypes = [];
  importCount = 0;
  exportCount = 0;
  type(params, results) {
    const key = `${params}>${results}`;
    const found = this.types.indexOf(key);
    if (found >= 0) return found;
    this.typeBytes.byte(96);
    for (const list of [params, results]) {
      this.typeBytes.unsigned(list.length);
      for (const t of list) this.typeBytes.byte(typeCodes[t]);
    }
    return this.types.push(key) - 1;
  }
  /** Imports `env.<name>` and returns its function index. Only before the first `func`. */
  importFunction(name, params, results) {
    if (this.functionTypes.length > 0) throw new Error("assembler: imports come before functions");
    this.imports.text("env");
    this.imports.text(name);
    this.imports.byte(0);
    this.imports.unsigned(this.type(params, results));
    return this.importCount++;
  }
  /** Adds a function, exported if named, and returns its index for `call`. */
  func(params, results, body, exportName) {
    const index2 = this.importCount + this.functionTypes.length;
    this.functionTypes.push(this.type(params, results));
    const f = new FunctionBuilder(params);
    body(f, f.params);
    f.finishInto(this.bodies);
    if (exportName !== void 0) {
      this.exports.text(exportName);
      this.exports.byte(0);
      this.exports.unsigned(index2);
      this.exportCount++;
    }
    return index2;
  }
  /** The module's bytes. */
  finish() {
    const out = new Bytes(this.bodies.length + 256);
    out.append(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    const section = (id, count, content) => {
      const head = new Bytes(8);
      head.unsigned(count);
      out.byte(id);
      out.unsigned(head.length + content.length);
      out.append(head.bytes());
      out.append(content.bytes());
    };
    const imports = new Bytes(64);
    imports.append(this.imports.bytes());
    imports.text("env");
    imports.text("memory");
    imports.byte(2);
    imports.byte(memoryLimits.shared ? 3 : 1);
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
};
var instantiate = (bytes, memory, functions = {}) => {
  const module = new WebAssembly.Module(bytes);
  const instance = new WebAssembly.Instance(module, { env: { memory, ...functions } });
  return instance.exports;
};
var relaxedSimd;
var hasRelaxedSimd = () => {
  if (relaxedSimd !== void 0) return relaxedSimd;
  const node = globalThis.process;
  if (Number.parseInt(node?.versions?.node ?? "99", 10) < 22) {
    const v8 = node?.getBuiltinModule?.("node:v8");
    v8?.setFlagsFromString?.("--experimental-wasm-relaxed-simd");
  }
  const m = new ModuleBuilder();
  m.func(["v128"], ["v128"], (f, [x]) => {
    f.madd(x, x, x, true);
  });
  relaxedSimd = WebAssembly.validate(m.finish());
  return relaxedSimd;
};

// src/backends/cpu/allocator.ts
var ALIGNMENT = 64;
var PAGE = 65536;
var LIMIT = 65536 * PAGE;
var FIRST = 1024;
var roundUp = (bytes) => Math.max(ALIGNMENT, Math.ceil(bytes / ALIGNMENT) * ALIGNMENT);
function binOf(size) {
  const units = size / ALIGNMENT;
  const octave = 31 - Math.clz32(units);
  return 4 * octave + Math.floor(4 * units / 2 ** octave) - 4;
}
function createAllocator() {
  const memory = createMemory();
  const starts = /* @__PURE__ */ new Map();
  const ends = /* @__PURE__ */ new Map();
  const bins = Array.from({ length: 4 * 28 }, () => /* @__PURE__ */ new Set());
  let used = 0;
  let pooled = 0;
  let end = FIRST;
  const remove = (address) => {
    const size = starts.get(address);
    starts.delete(address);
    ends.delete(address + size);
    bins[binOf(size)].delete(address);
    pooled -= size;
    return size;
  };
  const insert = (from, bytes) => {
    let address = from;
    let size = bytes;
    const before = ends.get(address);
    if (before !== void 0) {
      size += remove(before);
      address = before;
    }
    if (starts.has(address + size)) size += remove(address + size);
    starts.set(address, size);
    ends.set(address + size, address);
    bins[binOf(size)].add(address);
    pooled += size;
  };
  const grow = (size) => {
    const have = memory.buffer.byteLength;
    const start = ends.get(end) ?? end;
    const need = start + size - have;
    if (need > 0) {
      const wanted = Math.max(need, Math.min(have / 4, 256 * 1024 * 1024), 4 * 1024 * 1024);
      const most = LIMIT - have;
      const pages = Math.ceil(Math.min(wanted, Math.max(most, 0)) / PAGE);
      try {
        if (need > most) throw new RangeError("4 GiB");
        memory.grow(pages);
      } catch {
        throw new OutOfMemoryError(
          `the CPU backend cannot take ${size} bytes more: ${used} bytes are in use, ${pooled} free in smaller blocks, and its memory of ${have} bytes cannot grow (limit ${LIMIT})`
        );
      }
    }
    const top = memory.buffer.byteLength;
    if (top > end) insert(end, top - end);
    end = top;
  };
  const find = (size) => {
    const first = binOf(size);
    for (const address of bins[first]) if (starts.get(address) >= size) return address;
    for (let b = first + 1; b < bins.length; b++) {
      for (const address of bins[b]) return address;
    }
    return void 0;
  };
  return {
    memory,
    take(bytes) {
      const size = roundUp(bytes);
      let address = find(size);
      if (address === void 0) {
        grow(size);
        address = find(size);
      }
      const rest = remove(address) - size;
      if (rest > 0) insert(address + size, rest);
      used += size;
      return address;
    },
    give(address, bytes) {
      const size = roundUp(bytes);
      used -= size;
      insert(address, size);
    },
    counts: () => ({ used, pooled })
  };
}

// src/backends/cpu/convert.ts
var float = new Float32Array(1);
var word = new Int32Array(float.buffer);
function toHalf(value) {
  float[0] = value;
  const x = word[0];
  const sign = x >>> 16 & 32768;
  const a = x & 2147483647;
  if (a > 2139095040) return sign | 32256;
  if (a > 1199570943) return sign | 31744;
  if (a < 947912704) {
    word[0] = a;
    float[0] += 0.5;
    return sign | word[0] - 1056964608;
  }
  return sign | a + (3355447295 | 0) + (a >>> 13 & 1) >>> 13;
}
function fromHalf(bits) {
  word[0] = (bits & 32767) << 13;
  float[0] *= 2 ** 112;
  if ((bits & 32767) > 31743) word[0] |= 2139095040;
  return bits & 32768 ? -float[0] : float[0];
}
function store(buffer, at, dtype, values) {
  const n = values.length;
  switch (dtype) {
    case "f32":
      new Float32Array(buffer, at, n).set(values);
      return;
    case "f64":
      new Float64Array(buffer, at, n).set(values);
      return;
    case "i32":
      new Int32Array(buffer, at, n).set(values);
      return;
    case "u32":
      new Uint32Array(buffer, at, n).set(values);
      return;
    case "bool": {
      const to = new Int32Array(buffer, at, n);
      for (let i = 0; i < n; i++) to[i] = values[i] === 0 ? 0 : 1;
      return;
    }
    case "f16": {
      const to = new Uint16Array(buffer, at, n);
      for (let i = 0; i < n; i++) to[i] = toHalf(values[i]);
    }
  }
}
function fetch(buffer, at, dtype, n) {
  const out = hostArray(dtype, n);
  switch (dtype) {
    case "f32":
      out.set(new Float32Array(buffer, at, n));
      break;
    case "f64":
      out.set(new Float64Array(buffer, at, n));
      break;
    case "u32":
      out.set(new Uint32Array(buffer, at, n));
      break;
    case "i32":
    case "bool":
      out.set(new Int32Array(buffer, at, n));
      break;
    case "f16": {
      const from = new Uint16Array(buffer, at, n);
      for (let i = 0; i < n; i++) out[i] = fromHalf(from[i]);
    }
  }
  return out;
}

// src/backends/cpu/debug.ts
function debugLevel() {
  const { process } = globalThis;
  return Number(process?.env?.WGRAD_DEBUG ?? 0) || 0;
}
function describeKernel(k) {
  const types = `${k.inputs.join(", ")} -> ${k.outputs.join(", ")}`;
  if (k.kind === "special") {
    const { kind, ...spec } = k.spec;
    return `${kind} ${JSON.stringify(spec)} ${types}`;
  }
  const over = k.reduceAxes.length > 0 ? ` over [${k.reduceAxes.join(", ")}]` : "";
  return `nest [${k.axes.join(", ")}]${over} ${types}`;
}
function describeNest(k, s, bytes) {
  const loops = s.order.map((l) => {
    const lanes2 = l === s.vector ? ` (4 lanes x ${s.copies})` : "";
    return `${l.name} < ${l.size}${lanes2}`;
  });
  return `${describeKernel(k)}
  ${s.mode}: ${loops.join(", ") || "no loops"}; ${bytes} bytes`;
}
function printProfile(program, times) {
  const total = times.reduce((a, b) => a + b, 0);
  const lines = program.steps.map(
    ({ label, kernel }, i) => `${(times[i] * 1e3).toFixed(1).padStart(10)} us  ${label.padEnd(32)} ${describeKernel(kernel)}`
  );
  console.error(
    `${program.name}: ${times.length} kernels, ${total.toFixed(3)} ms, ${program.tempBytes} bytes of temporaries
${lines.join("\n")}`
  );
}

// src/backends/cpu/detect.ts
var simdModule = new Uint8Array([
  0,
  97,
  115,
  109,
  1,
  0,
  0,
  0,
  1,
  5,
  1,
  96,
  0,
  1,
  123,
  3,
  2,
  1,
  0,
  10,
  8,
  1,
  6,
  0,
  65,
  0,
  253,
  15,
  11
]);
function detectCpu() {
  const simd2 = typeof WebAssembly === "object" && WebAssembly.validate(simdModule);
  const { navigator, crossOriginIsolated, process } = globalThis;
  const node = process?.versions?.node !== void 0;
  return {
    simd: simd2,
    relaxedSimd: simd2 && hasRelaxedSimd(),
    processors: navigator?.hardwareConcurrency ?? nodeProcessors() ?? 1,
    sharedMemory: typeof SharedArrayBuffer === "function" && (node || crossOriginIsolated === true),
    memoryLimit: memoryLimits.maximum * 65536
  };
}
function nodeProcessors() {
  const { process } = globalThis;
  return process?.getBuiltinModule?.("node:os")?.availableParallelism?.();
}
var describeCpu = (f) => `WebAssembly SIMD${f.relaxedSimd ? " with fused multiply-add" : ""}, 1 thread`;

// src/backends/cpu/nest/analysis.ts
var isAtom = (n) => n.kind === "axis" || n.kind === "div" || n.kind === "mod" || n.kind === "data";
var flatAxes = (prefix, sizes) => flatten(
  sizes.map((n, i) => axis(`${prefix}${i}`, n)),
  sizes
);
function analyse(kernel) {
  const loops = [];
  const collect = (prefix, sizes, output) => {
    sizes.forEach((size, i) => {
      if (size > 1) loops.push({ name: `${prefix}${i}`, size, bit: 1 << loops.length, output });
    });
  };
  collect("i", kernel.axes, true);
  collect("r", kernel.reduceAxes, false);
  const bits = new Map(loops.map((l) => [l.name, l.bit]));
  const outputMask = loops.reduce((m, l) => l.output ? m | l.bit : m, 0);
  const dtypes = [...kernel.inputs, ...kernel.outputs];
  const forms = /* @__PURE__ */ new Map();
  const form = (buffer, index2) => {
    const key = `${buffer},${index2.id}`;
    let found = forms.get(key);
    if (!found) {
      found = { kind: "form", buffer, index: index2, bytes: buffer < 0 ? 1 : byteSize[dtypes[buffer]] };
      forms.set(key, found);
    }
    return found;
  };
  const formOf = (n) => {
    if (n.kind === "load") return form(n.buffer, n.at);
    return form(-1, n.kind === "index" ? n.at : n.arg);
  };
  const children = (n) => {
    if (n.kind === "form") {
      return n.index.terms.map((t) => t.atom).filter((a) => a.kind !== "axis");
    }
    if (isAtom(n)) return n.kind === "data" ? [n.expr] : [formOf(n)];
    if (n.kind === "load") return [...n.args, formOf(n)];
    return n.kind === "index" ? [formOf(n)] : n.args;
  };
  const masks = /* @__PURE__ */ new Map();
  const post = /* @__PURE__ */ new Set();
  const nodes = [];
  const finish = (n, operands) => {
    let mask = n.kind === "acc" ? outputMask : 0;
    if (n.kind === "acc") post.add(n);
    for (const o of operands) {
      mask |= masks.get(o);
      if (post.has(o)) post.add(n);
    }
    if (n.kind === "form") {
      for (const { atom } of n.index.terms) {
        if (atom.kind === "axis") mask |= bits.get(atom.axis) ?? 0;
      }
    }
    masks.set(n, mask);
    nodes.push(n);
  };
  const visit = (root) => {
    if (masks.has(root)) return;
    const stack = [{ node: root, operands: children(root), next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      if (top.next === top.operands.length) {
        stack.pop();
        if (!masks.has(top.node)) finish(top.node, top.operands);
        continue;
      }
      const child = top.operands[top.next++];
      if (!masks.has(child)) stack.push({ node: child, operands: children(child), next: 0 });
    }
  };
  const reductions = kernel.reductions.map(({ op, body }) => {
    if (op === "any" || op === "all") return { op, body: cast(body, "bool") };
    if (op !== "argmax" && op !== "argmin") return { op, body };
    return { op, body, position: index(flatAxes("r", kernel.reduceAxes)) };
  });
  const results = kernel.results.map((r, j) => cast(r, computeType(kernel.outputs[j])));
  const stores = results.map((_, j) => form(kernel.inputs.length + j, flatAxes("i", kernel.axes)));
  for (const r of reductions) {
    visit(r.body);
    if (r.position) visit(r.position);
  }
  for (const r of results) visit(r);
  for (const s of stores) visit(s);
  return { kernel, loops, nodes, masks, post, reductions, results, dtypes, stores, formOf };
}

// src/backends/cpu/nest/context.ts
var varies = (c, n) => c.s.vector !== void 0 && (c.a.masks.get(n) & c.s.vector.bit) !== 0;
function localFor(c, map, n, type) {
  let l = map.get(n);
  if (!l) {
    l = c.f.local(type);
    map.set(n, l);
  }
  return l;
}
function vectorLocal(c, n, u) {
  let list = c.vectors.get(n);
  if (!list) {
    list = [];
    c.vectors.set(n, list);
  }
  list[u] ??= c.f.local("v128");
  return list[u];
}

// src/backends/cpu/nest/float-math.ts
function horner(t, z, coefficients) {
  t.f32(coefficients[0]);
  for (const k of coefficients.slice(1)) {
    t.f.get(z);
    if (t.relaxed) {
      t.f32(k);
      t.f.op("f32x4.relaxed_madd");
    } else {
      t.f.op("f32x4.mul");
      t.f32(k);
      t.f.op("f32x4.add");
    }
  }
}
function fma(t, a, k, b) {
  t.f.get(a);
  t.f32(k);
  if (t.relaxed) t.f.get(b).op("f32x4.relaxed_madd");
  else t.f.op("f32x4.mul").get(b).op("f32x4.add");
}
var binary = (t, op, a, b) => {
  t.f.get(a).get(b).op(op);
};
var below = (t, x, limit) => {
  t.f.get(x).op("f32x4.abs");
  t.f32(limit);
  t.f.op("f32x4.lt");
};
var EXP = [
  198756915e-12,
  0.0013981999507,
  0.0083334519073,
  0.041665795894,
  0.16666665459,
  0.50000001201
];
function reduceExp(t, x, low, high) {
  const { f } = t;
  const [n, r, q, y] = [f.local("v128"), f.local("v128"), f.local("v128"), f.local("v128")];
  f.get(x);
  t.f32(low);
  f.op("f32x4.pmax");
  t.f32(high);
  f.op("f32x4.pmin").tee(y);
  t.f32(Math.LOG2E);
  f.op("f32x4.mul").op("f32x4.nearest").set(n);
  fma(t, n, -0.693359375, y);
  f.set(r);
  fma(t, n, 21219444e-11, r);
  f.set(r);
  horner(t, r, EXP);
  f.get(r).op("f32x4.mul").get(r).op("f32x4.mul").get(r).op("f32x4.add").set(q);
  f.free(r, y);
  return { n, q };
}
var power2 = (t) => {
  t.i32(127);
  t.f.op("i32x4.add").i32Const(23).op("i32x4.shl");
};
function exp(t, x) {
  const { f } = t;
  const { n, q } = reduceExp(t, x, -106, 89);
  const [k, half] = [f.local("v128"), f.local("v128")];
  f.get(n).op("i32x4.trunc_sat_f32x4_s").tee(k).i32Const(1).op("i32x4.shr_s").set(half);
  f.get(q);
  t.f32(1);
  f.op("f32x4.add").get(half);
  power2(t);
  f.op("f32x4.mul").get(k).get(half).op("i32x4.sub");
  power2(t);
  f.op("f32x4.mul");
  f.free(n, q, k, half);
}
function expm1(t, x) {
  const { f } = t;
  const { n, q } = reduceExp(t, x, -20, 89);
  const h = f.local("v128");
  f.get(n).op("i32x4.trunc_sat_f32x4_s");
  t.i32(126);
  f.op("i32x4.add").i32Const(23).op("i32x4.shl").set(h);
  binary(t, "f32x4.mul", h, q);
  f.get(h);
  t.f32(0.5);
  f.op("f32x4.sub").op("f32x4.add");
  t.f32(2);
  f.op("f32x4.mul").set(h);
  f.get(x).get(h);
  below(t, x, 1e-10);
  f.op("v128.bitselect");
  f.free(n, q, h);
}
var LOG = [
  0.070376836292,
  -0.1151461031,
  0.1167699874,
  -0.12420140846,
  0.14249322787,
  -0.16668057665,
  0.20000714765,
  -0.24999993993,
  0.33333331174
];
function log(t, x) {
  const { f } = t;
  const [s, e, m, z, y, tiny] = Array.from({ length: 6 }, () => f.local("v128"));
  f.get(x);
  t.f32(117549435e-46);
  f.op("f32x4.lt").set(tiny);
  f.get(x);
  t.f32(8388608);
  f.op("f32x4.mul").get(x).get(tiny).op("v128.bitselect").set(s);
  f.get(s);
  t.i32(1060439283);
  f.op("i32x4.sub").tee(e);
  t.i32(8388607);
  f.op("v128.and");
  t.i32(1060439283);
  f.op("i32x4.add");
  t.f32(1);
  f.op("f32x4.sub").set(m);
  f.get(e).i32Const(23).op("i32x4.shr_s").get(tiny);
  t.i32(23);
  f.op("v128.and").op("i32x4.sub").op("f32x4.convert_i32x4_s").set(e);
  binary(t, "f32x4.mul", m, m);
  f.set(z);
  horner(t, m, LOG);
  f.get(m).op("f32x4.mul").get(z).op("f32x4.mul").set(y);
  fma(t, e, -21219444e-11, y);
  f.set(y);
  fma(t, z, -0.5, y);
  f.get(m).op("f32x4.add").set(y);
  fma(t, e, 0.693359375, y);
  f.set(y);
  f.get(y).get(x).get(x);
  t.f32(Number.POSITIVE_INFINITY);
  f.op("f32x4.lt").op("v128.bitselect").set(y);
  t.f32(Number.NEGATIVE_INFINITY);
  t.f32(Number.NaN);
  f.get(x);
  t.f32(0);
  f.op("f32x4.eq").op("v128.bitselect");
  f.get(y).get(x);
  t.f32(0);
  f.op("f32x4.le").set(s);
  f.get(s).op("v128.bitselect");
  f.free(s, e, m, z, y, tiny);
}
function log1p(t, x) {
  const { f } = t;
  const [u, d] = [f.local("v128"), f.local("v128")];
  f.get(x);
  t.f32(1);
  f.op("f32x4.add").tee(u);
  t.f32(1);
  f.op("f32x4.sub").set(d);
  f.get(x);
  log(t, u);
  f.get(x).get(d).op("f32x4.div").op("f32x4.mul").get(d);
  t.f32(0);
  f.op("f32x4.eq").get(x);
  t.f32(Number.POSITIVE_INFINITY);
  f.op("f32x4.eq").op("v128.or").op("v128.bitselect");
  f.free(u, d);
}
var TANH = [
  -0.00570498872745,
  0.0206390887954,
  -0.0537397155531,
  0.133314422036,
  -0.333332819422
];
function tanh(t, x) {
  const { f } = t;
  const [z, y, e] = [f.local("v128"), f.local("v128"), f.local("v128")];
  f.get(x).op("f32x4.abs");
  t.f32(10);
  f.op("f32x4.pmin").tee(z).get(z).op("f32x4.add").set(y);
  exp(t, y);
  t.f32(1);
  f.op("f32x4.add").set(e);
  t.f32(1);
  t.f32(2);
  f.get(e).op("f32x4.div").op("f32x4.sub").set(y);
  binary(t, "f32x4.mul", x, x);
  f.set(z);
  horner(t, z, TANH);
  f.get(z).op("f32x4.mul").get(x).op("f32x4.mul").get(x).op("f32x4.add").get(y);
  below(t, x, 0.625);
  f.op("v128.bitselect").get(x);
  t.i32(-2147483648);
  f.op("v128.and").op("v128.or");
  f.free(z, y, e);
}
var ERF_SMALL = [
  7889119496635305e-20,
  -8020841272273058e-19,
  0.005189535338961432,
  -0.02685444459203447,
  0.1128360017626985,
  -0.37612627135967724,
  1.1283791659137496
];
var ERFC_LOG = [
  -18550930213307484e-20,
  0.0029389645544433793,
  -0.0218027315033404,
  0.10303195895008757,
  0.6382318885447279,
  1.1270363174800742,
  35462779669443237e-20
];
function erf(t, x) {
  const { f } = t;
  const [z, y] = [f.local("v128"), f.local("v128")];
  f.get(x).op("f32x4.abs");
  t.f32(4);
  f.op("f32x4.pmin").set(z);
  horner(t, z, ERFC_LOG);
  f.op("f32x4.neg").set(y);
  t.f32(1);
  exp(t, y);
  f.op("f32x4.sub").get(x);
  t.i32(-2147483648);
  f.op("v128.and").op("v128.or").set(y);
  binary(t, "f32x4.mul", x, x);
  f.set(z);
  f.get(x);
  horner(t, z, ERF_SMALL);
  f.op("f32x4.mul").get(y);
  below(t, x, 1);
  f.op("v128.bitselect");
  f.free(z, y);
}
var SIN = [-19515295891e-14, 0.0083321608736, -0.16666654611];
var COS = [2443315711809948e-20, -0.001388731625493765, 0.04166664568298827];
function sinOrCos(t, x, quadrant) {
  const { f } = t;
  const [q, r, z, s] = Array.from({ length: 4 }, () => f.local("v128"));
  f.get(x);
  t.f32(2 / Math.PI);
  f.op("f32x4.mul").op("f32x4.nearest").set(q);
  fma(t, q, -1.5703125, x);
  f.set(r);
  fma(t, q, -4837512969970703e-19, r);
  f.set(r);
  fma(t, q, -7549789948768648e-23, r);
  f.tee(r).get(r).op("f32x4.mul").set(z);
  f.get(q).op("i32x4.trunc_sat_f32x4_s");
  if (quadrant) {
    t.i32(1);
    f.op("i32x4.add");
  }
  f.set(q);
  horner(t, z, COS);
  f.get(z).op("f32x4.mul").get(z).op("f32x4.mul").set(s);
  fma(t, z, -0.5, s);
  t.f32(1);
  f.op("f32x4.add");
  horner(t, z, SIN);
  f.get(z).op("f32x4.mul").get(r).op("f32x4.mul").get(r).op("f32x4.add");
  f.get(q);
  t.i32(1);
  f.op("v128.and");
  t.i32(1);
  f.op("i32x4.eq").op("v128.bitselect");
  f.get(q);
  t.i32(2);
  f.op("v128.and").i32Const(30).op("i32x4.shl").op("v128.xor");
  f.free(q, r, z, s);
}
var TRIG_LIMIT = 8192;
function emitVectorFunction(t, name, x) {
  switch (name) {
    case "exp":
      exp(t, x);
      return;
    case "expm1":
      expm1(t, x);
      return;
    case "log":
      log(t, x);
      return;
    case "log1p":
      log1p(t, x);
      return;
    case "tanh":
      tanh(t, x);
      return;
    case "erf":
      erf(t, x);
      return;
    case "sin":
      sinOrCos(t, x, 0);
      return;
    case "cos":
      sinOrCos(t, x, 1);
      return;
  }
}
var names = /* @__PURE__ */ new Set(["exp", "expm1", "log", "log1p", "tanh", "erf", "sin", "cos"]);
var isVectorFunction = (op) => op !== void 0 && names.has(op);

// src/backends/cpu/nest/js-math.ts
function erf2(x) {
  const z = Math.abs(x);
  if (!(z < 6)) return Number.isNaN(x) ? x : Math.sign(x);
  const scale = Math.exp(-z * z) / Math.sqrt(Math.PI);
  if (z < 3) {
    let term = z;
    let sum = 0;
    for (let n = 1; sum + term !== sum; n++) {
      sum += term;
      term *= 2 * z * z / (2 * n + 1);
    }
    return Math.sign(x) * 2 * scale * sum;
  }
  let tail = z;
  for (let k = 60; k > 0; k--) tail = z + k / 2 / tail;
  return Math.sign(x) * (1 - scale / tail);
}
var jsMath = {
  exp: (x) => Math.exp(x),
  log: (x) => Math.log(x),
  log1p: (x) => Math.log1p(x),
  expm1: (x) => Math.expm1(x),
  sin: (x) => Math.sin(x),
  cos: (x) => Math.cos(x),
  tan: (x) => Math.tan(x),
  asin: (x) => Math.asin(x),
  acos: (x) => Math.acos(x),
  atan: (x) => Math.atan(x),
  sinh: (x) => Math.sinh(x),
  cosh: (x) => Math.cosh(x),
  tanh: (x) => Math.tanh(x),
  erf: erf2,
  // C99: pow(1, NaN) and pow(-1, inf) are 1
  pow: (x, y) => x === 1 || x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY ? 1 : x ** y,
  atan2: (y, x) => Math.atan2(y, x),
  rem: (x, y) => x % y
};

// src/backends/cpu/nest/functions.ts
var NATIVE = /* @__PURE__ */ new Set(["neg", "abs", "sqrt", "rsqrt", "floor", "ceil", "round", "trunc"]);
var NATIVE2 = /* @__PURE__ */ new Set(["add", "sub", "mul", "div", "min", "max", "eq", "ne", "lt", "le"]);
function calls(e, vector) {
  const op = e.op;
  if (e.kind !== "unary" && e.kind !== "binary") return [];
  const t = e.args[0].type;
  if (t === "f32" || t === "f64") {
    if (NATIVE.has(op) || NATIVE2.has(op)) return [];
    if (t === "f64") return [op];
    if (!isVectorFunction(op)) return [op];
    const trig = op === "sin" || op === "cos";
    return vector ? trig ? [op] : [] : trig ? [`f32.${op}`, op] : [`f32.${op}`];
  }
  if (op === "pow" || op === "atan2") return [op];
  if (op === "div" || op === "rem") return [`i32.${op}_${t === "i32" ? "s" : "u"}`];
  return [];
}
function emitDivision(m, op, sign) {
  return m.func(["i32", "i32"], ["i32"], (f, [x, y]) => {
    const divide = () => {
      if (sign === "u") {
        f.get(x).get(y).op(`i32.${op}_u`);
        return;
      }
      f.get(y).i32Const(-1).op("i32.eq");
      f.if(
        () => {
          if (op === "div") f.i32Const(0).get(x).op("i32.sub");
          else f.i32Const(0);
        },
        () => void f.get(x).get(y).op(`i32.${op}_s`),
        "i32"
      );
    };
    f.get(y).if(divide, () => void f.i32Const(0), "i32");
  });
}
function emitScalarFunction(m, name, relaxed) {
  return m.func(["f32"], ["f32"], (f, [x]) => {
    const v = f.local("v128");
    f.get(x).op("f32x4.splat").set(v);
    const constants = {
      f32: (k) => void f.f32x4Const(k),
      i32: (k) => void f.i32x4Const(k)
    };
    emitVectorFunction({ f, relaxed, ...constants }, name, v);
    f.lane("f32x4.extract_lane", 0);
  });
}
function emitTrig(m, fast, slow, limit) {
  return m.func(["f32"], ["f32"], (f, [x]) => {
    f.get(x).op("f32.abs").f32Const(limit).op("f32.gt");
    f.if(
      () => void f.get(x).op("f64.promote_f32").call(slow).op("f32.demote_f64"),
      () => void f.get(x).call(fast),
      "f32"
    );
  });
}
function declareFunctions(m, a, s, relaxed) {
  const names2 = /* @__PURE__ */ new Set();
  for (const n of a.nodes) {
    if (n.kind === "form" || isAtom(n)) continue;
    const vector = s.vector !== void 0 && (a.masks.get(n) & s.vector.bit) !== 0;
    for (const name of calls(n, vector)) names2.add(name);
  }
  const table = /* @__PURE__ */ new Map();
  const imports = {};
  for (const name of names2) {
    if (name.includes(".")) continue;
    const fn = jsMath[name];
    imports[name] = fn;
    const params = fn.length === 2 ? ["f64", "f64"] : ["f64"];
    table.set(name, m.importFunction(name, params, ["f64"]));
  }
  for (const name of names2) {
    const [type, op] = name.split(".");
    if (op === void 0) continue;
    if (type === "i32") {
      const [kind, sign] = op.split("_");
      table.set(name, emitDivision(m, kind, sign));
    } else {
      const fast = emitScalarFunction(m, op, relaxed);
      const slow = table.get(op);
      const trig = op === "sin" || op === "cos";
      table.set(name, trig ? emitTrig(m, fast, slow, 8192) : fast);
    }
  }
  const index2 = (name) => {
    const found = table.get(name);
    if (found === void 0) throw new Error(`nest generator: function ${name} was not declared`);
    return found;
  };
  return { index: index2, imports };
}

// src/backends/cpu/nest/half.ts
var MAGIC = 1056964608;
var TWO_112 = 2 ** 112;
function widen(c) {
  const { f } = c;
  const [h, m] = [f.local("v128"), f.local("v128")];
  f.tee(h);
  c.i32(32767);
  f.op("v128.and").tee(m).i32Const(13).op("i32x4.shl");
  c.f32(TWO_112);
  f.op("f32x4.mul").get(m);
  c.i32(31743);
  f.op("i32x4.gt_s");
  c.i32(2139095040);
  f.op("v128.and").op("v128.or").get(h);
  c.i32(32768);
  f.op("v128.and").i32Const(16).op("i32x4.shl").op("v128.or");
  f.free(h, m);
}
function narrow(c) {
  const { f } = c;
  const [x, a, y] = [f.local("v128"), f.local("v128"), f.local("v128")];
  f.tee(x);
  c.i32(2147483647);
  f.op("v128.and").set(a);
  f.get(a);
  c.i32(3355447295 | 0);
  f.op("i32x4.add").get(a).i32Const(13).op("i32x4.shr_u");
  c.i32(1);
  f.op("v128.and").op("i32x4.add").i32Const(13).op("i32x4.shr_u").set(y);
  f.get(a);
  c.i32(MAGIC);
  f.op("f32x4.add");
  c.i32(MAGIC);
  f.op("i32x4.sub").get(y).get(a);
  c.i32(947912704);
  f.op("i32x4.lt_s").op("v128.bitselect").set(y);
  c.i32(31744);
  f.get(y).get(a);
  c.i32(1199570943);
  f.op("i32x4.gt_s").op("v128.bitselect").set(y);
  c.i32(32256);
  f.get(y).get(a);
  c.i32(2139095040);
  f.op("i32x4.gt_s").op("v128.bitselect").get(x).i32Const(16).op("i32x4.shr_u");
  c.i32(32768);
  f.op("v128.and").op("v128.or");
  f.free(x, a, y);
}
function pushHalf(c, direction) {
  if (direction === "widen") widen(c);
  else narrow(c);
}

// src/backends/cpu/nest/scalar.ts
var wasmType = (t) => t === "f32" || t === "f64" ? t : "i32";
function pushConstant(c, value, type) {
  if (type === "f32") c.f.f32Const(value);
  else if (type === "f64") c.f.f64Const(value);
  else c.f.i32Const(type === "bool" ? Number(value !== 0) : value);
}
function pushScalar(c, e) {
  if (e.kind === "const") pushConstant(c, e.value, e.type);
  else c.f.get(c.scalars.get(e));
}
function pushAtom(c, atom) {
  if (atom.kind === "axis") {
    const counter = c.counters.get(atom.axis);
    if (counter) c.f.get(counter);
    else c.f.i32Const(0);
  } else if (atom.kind === "data") pushScalar(c, atom.expr);
  else c.f.get(c.scalars.get(atom));
}
var bias = (arg, by) => arg.min < 0 ? Math.ceil(-arg.min / by) * by : 0;
var log2Exact = (n) => Number.isInteger(Math.log2(n)) ? Math.log2(n) : void 0;
function emitDivision2(c, atom) {
  const { f } = c;
  const by = atom.by;
  const arg = atom.arg;
  const shift = log2Exact(by);
  f.get(formLocal(c, c.a.formOf(atom)));
  if (shift !== void 0) {
    if (atom.kind === "div") f.i32Const(shift).op("i32.shr_s");
    else f.i32Const(by - 1).op("i32.and");
    return;
  }
  const b = bias(arg, by);
  if (b) f.i32Const(b).op("i32.add");
  f.i32Const(by).op(atom.kind === "div" ? "i32.div_u" : "i32.rem_u");
  if (b && atom.kind === "div") f.i32Const(b / by).op("i32.sub");
}
function formLocal(c, form) {
  return c.scalars.get(form);
}
var native = {
  neg: "neg",
  abs: "abs",
  sqrt: "sqrt",
  floor: "floor",
  ceil: "ceil",
  round: "nearest",
  trunc: "trunc"
};
function emitUnary(c, e) {
  const { f } = c;
  const [x] = e.args;
  const op = e.op;
  if (e.type === "f32" || e.type === "f64") {
    if (op === "rsqrt") {
      pushConstant(c, 1, e.type);
      pushScalar(c, x);
      f.op(`${e.type}.sqrt`).op(`${e.type}.div`);
      return;
    }
    pushScalar(c, x);
    if (native[op]) f.op(`${e.type}.${native[op]}`);
    else if (e.type === "f64") f.call(c.fn(op));
    else if (isVectorFunction(op)) f.call(c.fn(`f32.${op}`));
    else f.op("f64.promote_f32").call(c.fn(op)).op("f32.demote_f64");
    return;
  }
  if (op === "neg") {
    f.i32Const(0);
    pushScalar(c, x);
    f.op("i32.sub");
    return;
  }
  pushScalar(c, x);
  if (op === "not") f.op("i32.eqz");
  else if (op === "bitNot") f.i32Const(-1).op("i32.xor");
  else if (op === "abs" && e.type === "i32") {
    f.i32Const(0);
    pushScalar(c, x);
    f.op("i32.sub");
    pushScalar(c, x);
    f.i32Const(0).op("i32.ge_s").op("select");
  }
}
var infix = {
  add: "add",
  sub: "sub",
  mul: "mul",
  and: "and",
  or: "or",
  xor: "xor",
  shl: "shl",
  eq: "eq",
  ne: "ne",
  lt: "lt",
  le: "le",
  min: "min",
  max: "max",
  div: "div"
};
function emitBinary(c, e) {
  const { f } = c;
  const op = e.op;
  const [x, y] = e.args;
  const both = () => {
    pushScalar(c, x);
    pushScalar(c, y);
  };
  const t = x.type;
  if (t === "f32" || t === "f64") {
    if (infix[op]) {
      both();
      f.op(`${t}.${infix[op]}`);
      return;
    }
    for (const v of [x, y]) {
      pushScalar(c, v);
      if (t === "f32") f.op("f64.promote_f32");
    }
    f.call(c.fn(op));
    if (t === "f32") f.op("f32.demote_f64");
    return;
  }
  const sign = t === "i32" ? "s" : "u";
  if (op === "div" || op === "rem") {
    both();
    f.call(c.fn(`i32.${op}_${sign}`));
  } else if (op === "min" || op === "max") {
    both();
    both();
    f.op(`i32.${op === "min" ? "lt" : "gt"}_${sign}`).op("select");
  } else if (op === "pow" || op === "atan2") {
    for (const v of [x, y]) {
      pushScalar(c, v);
      f.op(`f64.convert_i32_${sign}`);
    }
    f.call(c.fn(op)).op(`i32.trunc_sat_f64_${sign}`);
  } else {
    both();
    if (op === "shr") f.op(`i32.shr_${sign}`);
    else if (op === "lt" || op === "le") f.op(`i32.${op}_${sign}`);
    else if (t === "bool" && op === "add") f.op("i32.or");
    else f.op(`i32.${infix[op]}`);
  }
}
function emitCast(c, e) {
  const { f } = c;
  const [x] = e.args;
  const from = x.type;
  const to = e.type;
  pushScalar(c, x);
  const float2 = from === "f32" || from === "f64";
  if (to === "bool") {
    if (float2) {
      pushConstant(c, 0, from);
      f.op(`${from}.ne`);
    } else f.i32Const(0).op("i32.ne");
  } else if (to === "f32" || to === "f64") {
    if (!float2) f.op(`${to}.convert_i32_${from === "i32" ? "s" : "u"}`);
    else f.op(to === "f64" ? "f64.promote_f32" : "f32.demote_f64");
  } else if (float2) f.op(`i32.trunc_sat_${from}_${to === "i32" ? "s" : "u"}`);
}
function loadScalar(c, buffer) {
  const d = c.a.dtypes[buffer];
  if (d === "f16") {
    c.f.mem("i32.load16_u").op("i32x4.splat");
    pushHalf(c, "widen");
    c.f.lane("f32x4.extract_lane", 0);
  } else c.f.mem(d === "f32" ? "f32.load" : d === "f64" ? "f64.load" : "i32.load");
}
function emitLoad(c, e) {
  const buffer = e.buffer;
  const read = () => {
    c.f.get(formLocal(c, c.a.formOf(e)));
    loadScalar(c, buffer);
    if (e.type === "bool") c.f.i32Const(0).op("i32.ne");
  };
  if (!e.guard) {
    read();
    return;
  }
  pushScalar(c, e.guard);
  c.f.if(read, () => pushScalar(c, e.args[1]), wasmType(e.type));
}
function emitScalar(c, n) {
  const { f } = c;
  if (n.kind === "form" || n.kind === "const") return;
  if (isAtom(n)) {
    if (n.kind === "data" || n.kind === "axis") return;
    emitDivision2(c, n);
    f.set(localFor(c, c.scalars, n, "i32"));
    return;
  }
  if (n.kind === "index") f.get(formLocal(c, c.a.formOf(n)));
  else if (n.kind === "load") emitLoad(c, n);
  else if (n.kind === "acc") f.get(c.finished[n.buffer][0]);
  else if (n.kind === "unary") emitUnary(c, n);
  else if (n.kind === "binary") emitBinary(c, n);
  else if (n.kind === "cast") emitCast(c, n);
  else if (n.kind === "select") {
    pushScalar(c, n.args[1]);
    pushScalar(c, n.args[2]);
    pushScalar(c, n.args[0]);
    f.op("select");
  } else {
    pushScalar(c, n.args[0]);
    const from = wasmType(n.args[0].type);
    const to = wasmType(n.type);
    if (from !== to) f.op(to === "f32" ? "f32.reinterpret_i32" : "i32.reinterpret_f32");
  }
  f.set(localFor(c, c.scalars, n, wasmType(n.type)));
}

// src/backends/cpu/nest/schedule.ts
var LANE_TERMS = 256;
var LANEWISE = /* @__PURE__ */ new Set([
  "tan",
  "asin",
  "acos",
  "atan",
  "sinh",
  "cosh",
  "atan2"
]);
var MATH = {
  exp: 16,
  expm1: 20,
  log: 24,
  log1p: 30,
  tanh: 30,
  erf: 50,
  sin: 30,
  cos: 30,
  pow: 80,
  div: 4,
  sqrt: 4,
  rsqrt: 8
};
function isLanewise(e) {
  if (e.op === void 0) return false;
  if (LANEWISE.has(e.op)) return true;
  const float2 = e.args[0].type === "f32" || e.args[0].type === "f64";
  return e.op === "rem" || e.op === "div" && !float2;
}
function price(n, a, lanes2) {
  if (n.kind === "form" || n.kind === "const" || n.kind === "acc") return 0.5;
  const vector = lanes2 !== void 0 && (a.masks.get(n) & lanes2.bit) !== 0;
  if (isAtom(n)) return vector ? 6 : 2;
  if (n.kind === "load") {
    const f = a.formOf(n);
    const f16 = a.dtypes[n.buffer] === "f16" ? 6 : 0;
    if (!vector) return 1 + f16 + (n.guard ? 2 : 0);
    const guard = n.guard && a.masks.get(n.guard) & lanes2.bit ? 4 : n.guard ? 2 : 0;
    const stride = laneStride(f, a, lanes2);
    return guard + f16 + (stride === 1 || stride === 0 ? 1 : stride === void 0 ? 9 : 5);
  }
  if (n.op !== void 0 && isLanewise(n)) return vector ? 90 : 20;
  const cost2 = (n.op && MATH[n.op]) ?? 1;
  return !vector && cost2 > 10 ? cost2 * 1.5 : cost2;
}
function laneStride(form, a, lanes2) {
  let stride = 0;
  for (const { coefficient, atom } of form.index.terms) {
    if (atom.kind === "axis") {
      if (atom.axis === lanes2.name) stride += coefficient;
    } else if (a.masks.get(atom) & lanes2.bit) return void 0;
  }
  return stride;
}
function arrange(a, vector) {
  const rest = a.loops.filter((l) => l !== vector);
  const outer = rest.filter((l) => l.output);
  const inner = rest.filter((l) => !l.output);
  if (vector) (vector.output ? outer : inner).push(vector);
  const order = [...outer, ...inner];
  const mode = !vector ? "scalar" : !vector.output ? "inner" : a.reductions.length > 0 ? "block" : "map";
  const levelOf = (mask) => {
    for (let i = order.length; i > 0; i--) if (mask & order[i - 1].bit) return i;
    return 0;
  };
  return { mode, vector, order, outputLoops: outer.length, levelOf };
}
function cost(a, vector) {
  const s = arrange(a, vector);
  const trips = [1];
  for (const l of s.order) {
    const n = l === vector ? Math.ceil(l.size / 4) : l.size;
    trips.push(trips[trips.length - 1] * n);
  }
  let total = 0;
  for (const t of trips) total += 2 * t;
  for (const n of a.nodes)
    total += trips[s.levelOf(a.masks.get(n))] * price(n, a, vector);
  const points = trips[s.outputLoops];
  for (const f of a.stores) {
    total += points * (vector?.output && laneStride(f, a, vector) !== 1 ? 8 : 1);
  }
  if (s.mode === "inner") total += points * 12 * a.reductions.length;
  total += trips[s.order.length] * a.reductions.length * (s.mode === "scalar" ? 3 : 1);
  return total;
}
function copiesOf(a, s) {
  const { vector } = s;
  if (!vector) return 1;
  const vectors = Math.floor(vector.size / 4);
  let weight = 0;
  for (const n of a.nodes) {
    if (a.masks.get(n) & vector.bit) weight += price(n, a, vector);
  }
  let most = weight <= 60 ? 4 : weight <= 120 ? 2 : 1;
  if (s.mode === "block") {
    most = Math.max(1, Math.floor((weight <= 8 ? 8 : most) / a.reductions.length));
  }
  if (a.reductions.some((r) => r.position)) most = 1;
  if (vectors <= most) return Math.max(1, vectors);
  for (let u = most; u > most / 2; u--) if (vectors % u === 0) return u;
  return most;
}
function flushOf(a, s, copies) {
  const sums = a.reductions.some((r) => r.op === "sum" && r.body.type === "f32");
  if (!sums || s.mode === "scalar") return void 0;
  let terms = 1;
  for (let i = s.order.length - 1; i >= s.outputLoops; i--) {
    const l = s.order[i];
    const lane = l === s.vector ? 4 * copies : 1;
    const n = Math.ceil(l.size / lane);
    if (terms * n > LANE_TERMS) {
      return { loop: i, chunk: Math.max(1, Math.floor(LANE_TERMS / terms)) * lane };
    }
    terms *= n;
  }
  return void 0;
}
function schedule(a) {
  const wide = a.dtypes.includes("f64") || a.nodes.some((n) => "type" in n && n.type === "f64");
  const lastReduce = a.loops.filter((l) => !l.output).at(-1);
  const arg = a.reductions.some((r) => r.position);
  let best;
  if (!wide) {
    let least = cost(a, void 0);
    for (const l of [...a.loops].reverse()) {
      if (l.size < 3 || arg && !l.output && l !== lastReduce) continue;
      const c = cost(a, l);
      if (c < least) {
        least = c;
        best = l;
      }
    }
  }
  const s = arrange(a, best);
  const copies = copiesOf(a, s);
  return { ...s, copies, flush: flushOf(a, s, copies) };
}

// src/backends/cpu/nest/memory.ts
var LANES = [0, 1, 2, 3];
function pushVector(c, e, u) {
  if (varies(c, e)) c.f.get(c.vectors.get(e)[u]);
  else c.f.get(c.splats.get(e));
}
function pushLane(c, e, u, lane) {
  if (!varies(c, e)) {
    pushScalar(c, e);
    return;
  }
  pushVector(c, e, u);
  c.f.lane(e.type === "f32" ? "f32x4.extract_lane" : "i32x4.extract_lane", lane);
}
var strideOf = (c, form) => c.s.vector ? laneStride(form, c.a, c.s.vector) : 0;
var bytesOf = (c, buffer) => c.a.dtypes[buffer] === "f16" ? 2 : 4;
function loadRow(c, buffer, at, offset, active) {
  const { f } = c;
  if (bytesOf(c, buffer) === 2) {
    if (active === 4) f.get(at).mem("v128.load64_zero", offset);
    else {
      f.get(at);
      if (active > 1) f.mem("v128.load32_zero", offset);
      else f.mem("i32.load16_u", offset).op("i32x4.splat");
      if (active === 3) {
        const v = f.local("v128");
        f.set(v).get(at).get(v).mem("v128.load16_lane", offset + 4, 2);
        f.free(v);
      }
    }
    f.op("i32x4.extend_low_i16x8_u");
    pushHalf(c, "widen");
    return;
  }
  f.get(at);
  if (active === 4) f.mem("v128.load", offset);
  else if (active === 1) f.mem("v128.load32_zero", offset);
  else f.mem("v128.load64_zero", offset);
  if (active === 3) {
    const v = f.local("v128");
    f.set(v).get(at).get(v).mem("v128.load32_lane", offset + 8, 2);
    f.free(v);
  }
}
function loadLane(c, buffer, to, lane, offset) {
  const { f } = c;
  if (bytesOf(c, buffer) === 2) {
    f.mem("i32.load16_u", offset).op("i32x4.splat");
    pushHalf(c, "widen");
    const v = f.local("v128");
    const pick = LANES.map((l) => l === lane ? 4 + l : l);
    f.set(v).get(to).get(v).shuffle32(pick).set(to);
    f.free(v);
  } else {
    const address = f.local("i32");
    f.set(address).get(address).get(to).mem("v128.load32_lane", offset, lane).set(to);
    f.free(address);
  }
}
function pushLaneAddress(c, form, u, lane) {
  const { f } = c;
  const stride = strideOf(c, form);
  if (stride === void 0) {
    f.get(c.vectors.get(form)[u]).lane("i32x4.extract_lane", lane);
    return;
  }
  f.get(stride === 0 ? formLocal(c, form) : c.firsts.get(form));
  const offset = (4 * u + lane) * stride * form.bytes;
  if (offset) f.i32Const(offset).op("i32.add");
}
function emitPlain(c, e, u, active) {
  const { f } = c;
  const form = c.a.formOf(e);
  const buffer = e.buffer;
  const stride = strideOf(c, form);
  if (stride === 0) {
    f.get(formLocal(c, form));
    loadScalar(c, buffer);
    f.op(e.type === "f32" ? "f32x4.splat" : "i32x4.splat");
    return;
  }
  if (stride === 1) {
    loadRow(c, buffer, c.firsts.get(form), 4 * u * form.bytes, active);
    return;
  }
  if (stride === -1 && active === 4 && form.bytes === 4) {
    pushLaneAddress(c, form, u, 3);
    const v = f.local("v128");
    f.mem("v128.load").set(v).get(v).get(v).shuffle32([3, 2, 1, 0]);
    f.free(v);
    return;
  }
  const to = f.local("v128");
  c.i32(0);
  f.set(to);
  for (const lane of LANES.slice(0, active)) {
    if (stride !== void 0 && stride > 0) {
      f.get(c.firsts.get(form));
      loadLane(c, buffer, to, lane, (4 * u + lane) * stride * form.bytes);
    } else {
      pushLaneAddress(c, form, u, lane);
      loadLane(c, buffer, to, lane, 0);
    }
  }
  f.get(to);
  f.free(to);
}
function emitPartial(c, e, guard, u, active) {
  const { f } = c;
  const form = c.a.formOf(e);
  const to = f.local("v128");
  pushVector(c, e.args[1], u);
  if (e.type === "bool") {
    c.i32(1);
    f.op("v128.and");
  }
  f.set(to);
  for (const lane of LANES.slice(0, active)) {
    pushLane(c, guard, u, lane);
    f.if(() => {
      pushLaneAddress(c, form, u, lane);
      loadLane(c, e.buffer, to, lane, 0);
    });
  }
  f.get(to);
  f.free(to);
}
function emitVectorLoad(c, e, u, active) {
  const { f } = c;
  const { guard } = e;
  if (!guard) emitPlain(c, e, u, active);
  else if (!varies(c, guard)) {
    pushScalar(c, guard);
    f.if(
      () => emitPlain(c, e, u, active),
      () => pushVector(c, e.args[1], u),
      "v128"
    );
  } else if (active < 4) emitPartial(c, e, guard, u, active);
  else {
    pushVector(c, guard, u);
    f.op("i32x4.all_true").if(
      () => emitPlain(c, e, u, 4),
      () => emitPartial(c, e, guard, u, 4),
      "v128"
    );
  }
  if (e.type === "bool") {
    c.i32(0);
    f.op("i32x4.ne");
  }
}
function emitVectorStore(c, j, u, active) {
  const { f } = c;
  const form = c.a.stores[j];
  const e = c.a.results[j];
  const half = c.a.dtypes[form.buffer] === "f16";
  const stride = strideOf(c, form);
  const at = c.firsts.get(form);
  const value = f.local("v128");
  pushVector(c, e, u);
  if (e.type === "bool") {
    c.i32(1);
    f.op("v128.and");
  }
  if (half) pushHalf(c, "narrow");
  f.set(value);
  const offset = 4 * u * stride * form.bytes;
  if (stride === 1 && active === 4) {
    if (half) {
      f.get(at).get(value).get(value).op("i16x8.narrow_i32x4_u").mem("v128.store64_lane", offset, 0);
    } else f.get(at).get(value).mem("v128.store", offset);
  } else {
    for (const lane of LANES.slice(0, active)) {
      const position = offset + lane * stride * form.bytes;
      f.get(at).get(value);
      if (half) f.mem("v128.store16_lane", position, 2 * lane);
      else f.mem("v128.store32_lane", position, lane);
    }
  }
  f.free(value);
}
function emitScalarStore(c, j) {
  const { f } = c;
  const form = c.a.stores[j];
  const d = c.a.dtypes[form.buffer];
  f.get(formLocal(c, form));
  pushScalar(c, c.a.results[j]);
  if (d === "f16") {
    f.op("f32x4.splat");
    pushHalf(c, "narrow");
    f.mem("v128.store16_lane", 0, 0);
  } else f.mem(d === "f32" ? "f32.store" : d === "f64" ? "f64.store" : "i32.store");
}
function emitFirst(c, form) {
  const { f } = c;
  const axis2 = c.s.vector;
  if (!axis2) return;
  let along = 0;
  for (const { coefficient, atom } of form.index.terms) {
    if (atom.kind === "axis" && atom.axis === axis2.name) along += coefficient;
  }
  const first = localFor(c, c.firsts, form, "i32");
  f.get(formLocal(c, form));
  if (along) {
    f.get(c.counters.get(axis2.name)).i32Const(along * form.bytes);
    f.op("i32.mul").op("i32.add");
  }
  f.set(first);
}
function emitFormLanes(c, form, u) {
  const { f } = c;
  const axis2 = c.s.vector;
  if (!axis2 || form.buffer >= 0 && strideOf(c, form) !== void 0) return;
  let along = 0;
  for (const { coefficient, atom } of form.index.terms) {
    if (atom.kind === "axis" && atom.axis === axis2.name) along += coefficient;
  }
  f.get(c.firsts.get(form)).op("i32x4.splat");
  if (along) {
    const lanes2 = LANES.map((l) => (4 * u + l) * along * form.bytes);
    f.v128Const(new Uint8Array(new Int32Array(lanes2).buffer)).op("i32x4.add");
  }
  for (const { coefficient, atom } of form.index.terms) {
    if (atom.kind === "axis" || !varies(c, atom)) continue;
    if (atom.kind === "data") pushVector(c, atom.expr, u);
    else f.get(c.vectors.get(atom)[u]);
    const k = coefficient * form.bytes;
    if (k !== 1) {
      c.i32(k);
      f.op("i32x4.mul");
    }
    f.op("i32x4.add");
  }
  f.set(vectorLocal(c, form, u));
}

// src/backends/cpu/nest/reduce.ts
function identity(op, type) {
  if (op === "sum" || op === "any") return 0;
  if (op === "prod") return 1;
  if (op === "all") return 1;
  const low = op === "max" || op === "argmax";
  if (type === "f32" || type === "f64") return low ? -Infinity : Infinity;
  if (type === "i32") return low ? -2147483648 : 2147483647;
  return low ? 0 : type === "bool" ? 1 : -1;
}
var isArg = (r) => r.position !== void 0;
var watchesNaN = (r) => r.body.type === "f32" && (r.op === "max" || r.op === "min");
var isWide = (r) => r.op === "sum" && r.body.type === "f32";
function join(r) {
  const t = r.body.type;
  const sign = t === "i32" ? "s" : "u";
  if (t === "f32") {
    const names2 = { sum: "add", prod: "mul", max: "max", min: "min" };
    return `f32x4.${names2[r.op]}`;
  }
  if (t === "bool") {
    return r.op === "any" || r.op === "max" || r.op === "sum" ? "v128.or" : "v128.and";
  }
  if (r.op === "sum") return "i32x4.add";
  if (r.op === "prod") return "i32x4.mul";
  return `i32x4.${r.op === "max" ? "max" : "min"}_${sign}`;
}
function pushIdentity(c, r) {
  const v = identity(r.op, r.body.type);
  if (r.body.type === "f32") c.f32(v);
  else c.i32(r.body.type === "bool" ? -v : v);
}
function joinScalar(c, r, acc, push) {
  const { f } = c;
  const t = wasmType(r.body.type);
  const extreme = r.op === "max" || r.op === "min";
  if (t === "i32" && extreme) {
    const x = f.local("i32");
    push();
    f.set(x).get(x).get(acc).get(x).get(acc);
    f.op(`i32.${r.op === "max" ? "gt" : "lt"}_${r.body.type === "i32" ? "s" : "u"}`);
    f.op("select").set(acc);
    f.free(x);
    return;
  }
  f.get(acc);
  push();
  if (r.op === "any") f.op("i32.or");
  else if (r.op === "all") f.op("i32.and");
  else if (r.op === "sum") f.op(`${acc.type}.add`);
  else if (r.op === "prod") f.op(`${t}.mul`);
  else f.op(`${t}.${r.op}`);
  f.set(acc);
}
function takeBetter(c, r, to, x, i, ties) {
  const { f } = c;
  const t = wasmType(r.body.type);
  const [value, index2] = to;
  const more = r.op === "argmax" ? "gt" : "lt";
  f.get(x).get(value);
  if (t === "i32") f.op(`i32.${more}_${r.body.type === "i32" ? "s" : "u"}`);
  else {
    f.op(`${t}.${more}`);
    f.get(x).get(x).op(`${t}.ne`).get(value).get(value).op(`${t}.eq`).op("i32.and").op("i32.or");
  }
  if (ties) {
    f.get(x).get(value).op(`${t}.eq`);
    if (t !== "i32") {
      f.get(x).get(x).op(`${t}.ne`).get(value).get(value).op(`${t}.ne`).op("i32.and").op("i32.or");
    }
    f.get(i).get(index2).op("i32.lt_s").op("i32.and").op("i32.or");
  }
  f.if(() => {
    f.get(x).set(value).get(i).set(index2);
  });
}
function scalarAccumulators(c) {
  const { f } = c;
  const list = c.a.reductions.map((r) => {
    const type = isWide(r) ? "f64" : wasmType(r.body.type);
    return { r, value: f.local(type), index: f.local("i32") };
  });
  return {
    init() {
      for (const { r, value, index: index2 } of list) {
        pushConstant(c, identity(r.op, r.body.type), isWide(r) ? "f64" : r.body.type);
        f.set(value);
        if (isArg(r)) f.i32Const(0).set(index2);
      }
    },
    add() {
      for (const { r, value, index: index2 } of list) {
        if (r.position) {
          const [x, i] = [f.local(wasmType(r.body.type)), f.local("i32")];
          pushScalar(c, r.body);
          f.set(x);
          pushScalar(c, r.position);
          f.set(i);
          takeBetter(c, r, [value, index2], x, i, false);
          f.free(x, i);
        } else {
          joinScalar(c, r, value, () => {
            pushScalar(c, r.body);
            if (isWide(r)) f.op("f64.promote_f32");
          });
        }
      }
    },
    flush() {
    },
    finish() {
      list.forEach(({ r, value, index: index2 }, k) => {
        if (isArg(r)) c.finished[k] = [index2];
        else if (isWide(r)) {
          c.finished[k] = [f.local("f32")];
          f.get(value).op("f32.demote_f64").set(c.finished[k][0]);
        } else c.finished[k] = [value];
      });
    }
  };
}
function addArg(c, acc, u, active) {
  const { f } = c;
  const { r } = acc;
  const t = r.body.type;
  const [x, i, better] = [f.local("v128"), f.local("v128"), f.local("v128")];
  pushVector(c, r.body, u);
  f.set(x);
  pushVector(c, r.position, u);
  f.set(i);
  const more = r.op === "argmax" ? "gt" : "lt";
  const v = acc.value[u];
  f.get(x).get(v);
  if (t === "f32") {
    f.op(`f32x4.${more}`).get(x).get(x).op("f32x4.ne").get(v).get(v).op("f32x4.eq");
    f.op("v128.and").op("v128.or");
  } else if (t === "bool") f.op(r.op === "argmax" ? "i32x4.lt_s" : "i32x4.gt_s");
  else f.op(`i32x4.${more}_${t === "i32" ? "s" : "u"}`);
  if (active < 4) f.v128Const(laneMask(active)).op("v128.and");
  f.set(better);
  f.get(x).get(v).get(better).op("v128.bitselect").set(v);
  f.get(i).get(acc.index[u]).get(better).op("v128.bitselect").set(acc.index[u]);
  f.free(x, i, better);
}
var laneMask = (active) => new Uint8Array(new Int32Array([0, 1, 2, 3].map((l) => l < active ? -1 : 0)).buffer);
function collapse(c, acc) {
  const { f } = c;
  const { r } = acc;
  const v = acc.value[0];
  const type = wasmType(r.body.type);
  const extract = type === "f32" ? "f32x4.extract_lane" : "i32x4.extract_lane";
  if (isArg(r)) {
    const [x, i] = [f.local(type), f.local("i32")];
    const best = [f.local(type), f.local("i32")];
    f.get(v).lane(extract, 0).set(best[0]);
    f.get(acc.index[0]).lane("i32x4.extract_lane", 0).set(best[1]);
    for (const lane of [1, 2, 3]) {
      f.get(v).lane(extract, lane).set(x);
      f.get(acc.index[0]).lane("i32x4.extract_lane", lane).set(i);
      takeBetter(c, r, best, x, i, true);
    }
    f.free(x, i, best[0]);
    return best[1];
  }
  const result = f.local(type);
  if (isWide(r)) {
    f.get(acc.low[0]).get(acc.high[0]).op("f64x2.add").set(acc.low[0]);
    f.get(acc.low[0]).lane("f64x2.extract_lane", 0);
    f.get(acc.low[0]).lane("f64x2.extract_lane", 1).op("f64.add").op("f32.demote_f64").set(result);
    return result;
  }
  for (const half of [
    [2, 3, 2, 3],
    [1, 0, 1, 0]
  ]) {
    f.get(v).get(v).get(v).shuffle32(half).op(join(r)).set(v);
  }
  f.get(v).lane(extract, 0);
  if (r.body.type === "bool") f.i32Const(1).op("i32.and");
  f.set(result);
  return result;
}
function vectorAccumulators(c) {
  const { f, s } = c;
  const block = s.mode === "block";
  const list = c.a.reductions.map((r) => ({
    r,
    value: [],
    index: [],
    low: [],
    high: []
  }));
  const wide = (r) => isWide(r) && (!block || s.flush !== void 0);
  const zero = (l) => {
    c.i32(0);
    f.set(l);
  };
  const flush = (copies) => {
    for (const { r, value, low, high } of list) {
      if (!wide(r)) continue;
      if (!block)
        for (let u = 1; u < copies; u++)
          f.get(value[0]).get(value[u]).op("f32x4.add").set(value[0]);
      for (let u = 0; u < (block ? copies : 1); u++) {
        f.get(value[u]).op("f64x2.promote_low_f32x4").get(low[u]).op("f64x2.add").set(low[u]);
        f.get(value[u]).get(value[u]).shuffle32([2, 3, 2, 3]).op("f64x2.promote_low_f32x4");
        f.get(high[u]).op("f64x2.add").set(high[u]);
      }
      for (let u = 0; u < copies; u++) zero(value[u]);
    }
  };
  return {
    init(copies) {
      for (const { r, value, index: index2, low, high } of list) {
        for (let u = 0; u < copies; u++) {
          value[u] ??= f.local("v128");
          pushIdentity(c, r);
          f.set(value[u]);
          if (isArg(r) || watchesNaN(r)) {
            index2[u] ??= f.local("v128");
            zero(index2[u]);
          }
          if (wide(r) && (block || u === 0)) {
            low[u] ??= f.local("v128");
            high[u] ??= f.local("v128");
            zero(low[u]);
            zero(high[u]);
          }
        }
      }
    },
    add(u, active) {
      for (const acc of list) {
        const { r, value, index: index2 } = acc;
        if (isArg(r)) {
          addArg(c, acc, u, block ? 4 : active);
          continue;
        }
        const x = f.local("v128");
        pushVector(c, r.body, u);
        if (active < 4 && !block) {
          pushIdentity(c, r);
          f.v128Const(laneMask(active)).op("v128.bitselect");
        }
        f.set(x).get(value[u]).get(x);
        if (watchesNaN(r)) {
          f.op(`f32x4.p${r.op}`).set(value[u]);
          f.get(x).get(x).op("f32x4.ne").get(index2[u]).op("v128.or").set(index2[u]);
        } else f.op(join(r)).set(value[u]);
        f.free(x);
      }
    },
    flush,
    finish(copies) {
      flush(copies);
      list.forEach((acc, k) => {
        const { r, value, index: index2, low, high } = acc;
        if (watchesNaN(r)) {
          for (let u = 0; u < copies; u++)
            f.get(value[u]).get(index2[u]).op("v128.or").set(value[u]);
        }
        if (!block) {
          if (!isArg(r) && !wide(r)) {
            for (let u = 1; u < copies; u++)
              f.get(value[0]).get(value[u]).op(join(r)).set(value[0]);
          }
          c.finished[k] = [collapse(c, acc)];
        } else if (wide(r)) {
          for (let u = 0; u < copies; u++) {
            f.get(low[u]).op("f32x4.demote_f64x2_zero").get(high[u]).op("f32x4.demote_f64x2_zero");
            f.shuffle32([0, 1, 4, 5]).set(value[u]);
          }
          c.finished[k] = value;
        } else c.finished[k] = isArg(r) ? index2 : value;
      });
    }
  };
}
var accumulators = (c) => c.s.mode === "scalar" ? scalarAccumulators(c) : vectorAccumulators(c);

// src/backends/cpu/nest/vector.ts
var lanes = (active) => [0, 1, 2, 3].slice(0, active);
function emitDivision3(c, atom, u) {
  const { f } = c;
  const by = atom.by;
  f.get(c.vectors.get(c.a.formOf(atom))[u]);
  const shift = Math.log2(by);
  if (Number.isInteger(shift)) {
    if (atom.kind === "div") f.i32Const(shift).op("i32x4.shr_s");
    else {
      c.i32(by - 1);
      f.op("v128.and");
    }
    return;
  }
  const b = bias(atom.arg, by);
  const [x, q, m] = [f.local("v128"), f.local("v128"), f.local("v128")];
  if (b) {
    c.i32(b);
    f.op("i32x4.add");
  }
  f.set(x);
  const bits = 31 + Math.ceil(shift);
  c.i32(Number((1n << BigInt(bits)) / BigInt(by) + 1n & 0xffffffffn) | 0);
  f.set(m);
  f.get(x).get(m).op("i64x2.extmul_low_i32x4_u").i32Const(bits).op("i64x2.shr_u");
  f.get(x).get(m).op("i64x2.extmul_high_i32x4_u").i32Const(bits).op("i64x2.shr_u");
  f.shuffle32([0, 2, 4, 6]).set(q);
  if (atom.kind === "div") {
    f.get(q);
    if (b) {
      c.i32(b / by);
      f.op("i32x4.sub");
    }
  } else {
    f.get(x).get(q);
    c.i32(by);
    f.op("i32x4.mul").op("i32x4.sub");
  }
  f.free(x, q, m);
}
function lanewise(c, e, u, active, apply, operand = (x, lane) => pushLane(c, x, u, lane)) {
  const { f } = c;
  const to = f.local("v128");
  c.i32(0);
  f.set(to);
  for (const lane of lanes(active)) {
    f.get(to);
    for (const x of e.args) operand(x, lane);
    apply();
    f.lane(e.type === "f32" ? "f32x4.replace_lane" : "i32x4.replace_lane", lane).set(to);
  }
  f.get(to);
  f.free(to);
}
function imported(c, e, u, active) {
  const { f } = c;
  const sign = e.type === "i32" ? "s" : "u";
  lanewise(
    c,
    e,
    u,
    active,
    () => {
      f.call(c.fn(e.op));
      f.op(e.type === "f32" ? "f32.demote_f64" : `i32.trunc_sat_f64_${sign}`);
    },
    (x, lane) => {
      pushLane(c, x, u, lane);
      f.op(e.type === "f32" ? "f64.promote_f32" : `f64.convert_i32_${sign}`);
    }
  );
}
var unaryOps = {
  neg: "f32x4.neg",
  abs: "f32x4.abs",
  sqrt: "f32x4.sqrt",
  floor: "f32x4.floor",
  ceil: "f32x4.ceil",
  round: "f32x4.nearest",
  trunc: "f32x4.trunc"
};
function emitUnary2(c, e, u, active) {
  const { f } = c;
  const [x] = e.args;
  const op = e.op;
  if (e.type !== "f32") {
    pushVector(c, x, u);
    if (op === "neg") f.op("i32x4.neg");
    else if (op === "abs" && e.type === "i32") f.op("i32x4.abs");
    else if (op === "not" || op === "bitNot") f.op("v128.not");
    return;
  }
  if (unaryOps[op]) {
    pushVector(c, x, u);
    f.op(unaryOps[op]);
  } else if (op === "rsqrt") {
    c.f32(1);
    pushVector(c, x, u);
    f.op("f32x4.sqrt").op("f32x4.div");
  } else if (isVectorFunction(op)) {
    const v = c.vectors.get(x)[u];
    const fast = () => emitVectorFunction(c, op, v);
    if (op !== "sin" && op !== "cos") {
      fast();
      return;
    }
    f.get(v).op("f32x4.abs");
    c.f32(TRIG_LIMIT);
    f.op("f32x4.gt").op("v128.any_true");
    f.if(() => imported(c, e, u, active), fast, "v128");
  } else imported(c, e, u, active);
}
var floatOps = {
  add: "f32x4.add",
  sub: "f32x4.sub",
  mul: "f32x4.mul",
  div: "f32x4.div",
  min: "f32x4.min",
  max: "f32x4.max",
  eq: "f32x4.eq",
  ne: "f32x4.ne",
  lt: "f32x4.lt",
  le: "f32x4.le"
};
var integerOps = {
  add: "i32x4.add",
  sub: "i32x4.sub",
  mul: "i32x4.mul",
  and: "v128.and",
  or: "v128.or",
  xor: "v128.xor",
  eq: "i32x4.eq",
  ne: "i32x4.ne",
  lt: "i32x4.lt_",
  le: "i32x4.le_",
  min: "i32x4.min_",
  max: "i32x4.max_"
};
var boolOps = {
  and: "v128.and",
  mul: "v128.and",
  min: "v128.and",
  or: "v128.or",
  add: "v128.or",
  max: "v128.or",
  xor: "v128.xor",
  ne: "v128.xor",
  eq: "i32x4.eq",
  lt: "i32x4.gt_s",
  le: "i32x4.ge_s",
  sub: "v128.xor"
};
var plainNumber = (e) => e.kind === "const" && !Number.isNaN(e.value) && !Object.is(e.value, -0);
function emitBinary2(c, e, u, active) {
  const { f } = c;
  const [x, y] = e.args;
  const op = e.op;
  const both = () => {
    pushVector(c, x, u);
    pushVector(c, y, u);
  };
  const t = x.type;
  if (t === "f32") {
    if ((op === "min" || op === "max") && (plainNumber(x) || plainNumber(y))) {
      const [first, second] = plainNumber(y) ? [x, y] : [y, x];
      pushVector(c, first, u);
      pushVector(c, second, u);
      f.op(op === "min" ? "f32x4.pmin" : "f32x4.pmax");
    } else if (floatOps[op]) {
      both();
      f.op(floatOps[op]);
    } else if (op === "pow" && y.kind === "const" && y.value === 2) {
      pushVector(c, x, u);
      pushVector(c, x, u);
      f.op("f32x4.mul");
    } else imported(c, e, u, active);
    return;
  }
  const sign = t === "i32" ? "s" : "u";
  if (t === "bool" && boolOps[op]) {
    both();
    f.op(boolOps[op]);
  } else if (op === "shl" || op === "shr") {
    const name = op === "shl" ? "shl" : `shr_${sign}`;
    if (varies(c, y)) lanewise(c, e, u, active, () => f.op(`i32.${name}`));
    else {
      pushVector(c, x, u);
      pushScalar(c, y);
      f.op(`i32x4.${name}`);
    }
  } else if (op === "div" || op === "rem") {
    lanewise(c, e, u, active, () => f.call(c.fn(`i32.${op}_${sign}`)));
  } else if (integerOps[op]) {
    both();
    const name = integerOps[op];
    f.op(name.endsWith("_") ? name + sign : name);
  } else imported(c, e, u, active);
}
function emitCast2(c, e, u) {
  const { f } = c;
  const [x] = e.args;
  pushVector(c, x, u);
  if (e.type === "bool") {
    c.i32(0);
    f.op(x.type === "f32" ? "f32x4.ne" : "i32x4.ne");
  } else if (x.type === "bool") {
    if (e.type === "f32") c.f32(1);
    else c.i32(1);
    f.op("v128.and");
  } else if (e.type === "f32") f.op(`f32x4.convert_i32x4_${x.type === "i32" ? "s" : "u"}`);
  else if (x.type === "f32") f.op(`i32x4.trunc_sat_f32x4_${e.type === "i32" ? "s" : "u"}`);
}
function emitVector(c, n, u, active) {
  const { f } = c;
  if (n.kind === "form") {
    emitFormLanes(c, n, u);
    return;
  }
  if (isAtom(n)) {
    if (n.kind === "data" || n.kind === "axis") return;
    emitDivision3(c, n, u);
    f.set(vectorLocal(c, n, u));
    return;
  }
  if (n.kind === "index") f.get(c.vectors.get(c.a.formOf(n))[u]);
  else if (n.kind === "load") emitVectorLoad(c, n, u, active);
  else if (n.kind === "acc") f.get(c.finished[n.buffer][u]);
  else if (n.kind === "unary") emitUnary2(c, n, u, active);
  else if (n.kind === "binary") emitBinary2(c, n, u, active);
  else if (n.kind === "cast") emitCast2(c, n, u);
  else if (n.kind === "select") {
    pushVector(c, n.args[1], u);
    pushVector(c, n.args[2], u);
    pushVector(c, n.args[0], u);
    f.op("v128.bitselect");
  } else pushVector(c, n.args[0], u);
  f.set(vectorLocal(c, n, u));
}

// src/backends/cpu/nest/generate.ts
var bitsOf = new DataView(new ArrayBuffer(4));
var f32Bits = (value) => {
  bitsOf.setFloat32(0, value);
  return bitsOf.getInt32(0);
};
var functionConstants = /* @__PURE__ */ new Map();
function constantsOf(name, relaxed) {
  const key = `${name} ${relaxed}`;
  let found = functionConstants.get(key);
  if (!found) {
    const bits = /* @__PURE__ */ new Set();
    const f = new FunctionBuilder([]);
    const note = { f32: (v) => bits.add(f32Bits(v)), i32: (v) => bits.add(v | 0) };
    if (isVectorFunction(name)) emitVectorFunction({ f, relaxed, ...note }, name, f.local("v128"));
    if (name === "sin" || name === "cos") note.f32(TRIG_LIMIT);
    found = [...bits];
    functionConstants.set(key, found);
  }
  return found;
}
function constantPool(f, a, s, relaxed) {
  const locals = /* @__PURE__ */ new Map();
  const keep = (bits) => {
    if (locals.has(bits)) return;
    const l = f.local("v128");
    locals.set(bits, l);
    f.i32x4Const(bits).set(l);
  };
  if (s.vector) {
    for (const n of a.nodes) {
      if (!(a.masks.get(n) & s.vector.bit)) continue;
      if (n.kind === "unary" && n.type === "f32") {
        for (const bits of constantsOf(n.op, relaxed)) keep(bits);
      }
    }
  }
  const push = (bits) => {
    const l = locals.get(bits);
    if (l) f.get(l);
    else f.i32x4Const(bits);
  };
  return { f32: (v) => push(f32Bits(v)), i32: (v) => push(v | 0) };
}
function splatted(c) {
  const wanted = /* @__PURE__ */ new Set();
  if (!c.s.vector) return wanted;
  const want = (e) => {
    if (!varies(c, e)) wanted.add(e);
  };
  for (const n of c.a.nodes) {
    if (n.kind !== "form" && !isAtom(n) && varies(c, n)) n.args.forEach(want);
  }
  for (const r of c.a.reductions) {
    want(r.body);
    if (r.position) want(r.position);
  }
  if (c.s.vector.output) c.a.results.forEach(want);
  return wanted;
}
function emitSplat(c, e) {
  const { f } = c;
  if (e.kind === "const") {
    if (e.type === "f32") c.f32(e.value);
    else c.i32(e.type === "bool" ? -Number(e.value !== 0) : e.value);
  } else {
    if (e.type === "bool") f.i32Const(0);
    pushScalar(c, e);
    if (e.type === "bool") f.op("i32.sub");
    f.op(e.type === "f32" ? "f32x4.splat" : "i32x4.splat");
  }
  f.set(localFor(c, c.splats, e, "v128"));
}
var NestWriter = class {
  uniform;
  vector;
  forms = /* @__PURE__ */ new Map();
  wanted;
  c;
  constructor(c) {
    this.c = c;
    const { s, a } = c;
    const levels = s.order.length + 1;
    this.uniform = Array.from({ length: levels }, () => []);
    this.vector = Array.from({ length: levels }, () => []);
    this.wanted = splatted(c);
    for (const n of a.nodes) {
      const level = s.levelOf(a.masks.get(n));
      if (n.kind === "form") this.placeForm(n);
      else if (!varies(c, n)) this.uniform[level].push(n);
      if (varies(c, n)) this.vector[level].push(n);
    }
  }
  placeForm(form) {
    const { s, a } = this.c;
    const terms = /* @__PURE__ */ new Map([[0, []]]);
    for (const term of form.index.terms) {
      const { atom } = term;
      const loop = s.order.find((l) => l.name === atom.axis);
      const mask = atom.kind === "axis" ? loop?.bit ?? 0 : a.masks.get(atom);
      if (s.vector && mask & s.vector.bit) continue;
      const level = s.levelOf(mask);
      const list = terms.get(level);
      if (list) list.push(term);
      else terms.set(level, [term]);
    }
    this.forms.set(form, { terms, locals: /* @__PURE__ */ new Map() });
    for (const level of terms.keys()) this.uniform[level].push(form);
  }
  // base at `level` = base at the level above + terms of this level
  emitForm(form, level) {
    const { c } = this;
    const { f } = c;
    const { terms, locals } = this.forms.get(form);
    let to = locals.get(level);
    if (!to) {
      to = f.local("i32");
      locals.set(level, to);
    }
    const pointer = form.buffer < 0 ? void 0 : c.pointers[form.buffer];
    const above = [...locals.keys()].filter((l) => l < level);
    if (level > 0) f.get(locals.get(Math.max(...above)));
    else {
      const offset = form.index.constant * form.bytes;
      if (pointer) f.get(pointer);
      if (!pointer || offset) f.i32Const(offset);
      if (pointer && offset) f.op("i32.add");
    }
    for (const { coefficient, atom } of terms.get(level)) {
      pushAtom(c, atom);
      const k = coefficient * form.bytes;
      if (k !== 1) f.i32Const(k).op("i32.mul");
      f.op("i32.add");
    }
    f.set(to);
    c.scalars.set(form, to);
  }
  /** Computes what belongs to a depth: before reductions (post false) or after them. */
  level(level, post, copies, active, after) {
    const { c } = this;
    const here = (n) => c.a.post.has(n) === post;
    for (const n of this.uniform[level]) {
      if (!here(n)) continue;
      if (n.kind === "form") this.emitForm(n, level);
      else emitScalar(c, n);
      if (this.wanted.has(n)) emitSplat(c, n);
    }
    for (const n of this.vector[level]) if (n.kind === "form" && here(n)) emitFirst(c, n);
    for (let u = 0; u < copies; u++) {
      for (const n of this.vector[level]) if (here(n)) emitVector(c, n, u, active);
      after?.(u);
    }
  }
  // counter = start; while (counter < limit) { body; counter += step }; straight code for one trip
  loop(counter, start, limit, step, body) {
    if (limit <= start) return;
    if (start + step >= limit) {
      this.c.f.i32Const(start).set(counter);
      body();
    } else this.c.f.for(counter, start, limit, step, body);
  }
  vectorLoop(l, body, chunked) {
    const { f, s } = this.c;
    const v = this.c.counters.get(l.name);
    const step = 4 * s.copies;
    const main = l.size - l.size % step;
    const rest = l.size - l.size % 4;
    if (chunked && s.flush) {
      const { chunk } = s.flush;
      const [from, to] = [f.local("i32"), f.local("i32")];
      f.for(from, 0, main, chunk, () => {
        f.get(from).i32Const(chunk).op("i32.add").set(to);
        f.get(to).i32Const(main).get(to).i32Const(main).op("i32.lt_u").op("select").set(to);
        f.for(v, from, to, step, () => body(s.copies, 4));
        chunked();
      });
    } else this.loop(v, 0, main, step, () => body(s.copies, 4));
    this.loop(v, main, rest, 4, () => body(1, 4));
    if (rest < l.size) {
      f.i32Const(rest).set(v);
      body(1, l.size - rest);
    }
  }
  /** The whole kernel. */
  write() {
    const { c } = this;
    const { s, a } = c;
    for (const n of this.wanted) if (n.kind === "const") emitSplat(c, n);
    const outputs = (depth) => {
      if (depth === s.outputLoops) {
        this.point(1, 4);
        return;
      }
      const l = s.order[depth];
      if (l === s.vector) {
        this.vectorLoop(l, (copies, active) => {
          const store2 = (u) => a.results.forEach((_, j) => emitVectorStore(c, j, u, active));
          if (s.mode === "map") this.level(depth + 1, false, copies, active, store2);
          else {
            this.level(depth + 1, false, copies, active);
            this.point(copies, active);
          }
        });
        return;
      }
      this.loop(c.counters.get(l.name), 0, l.size, 1, () => {
        this.level(depth + 1, false, 1, 4);
        outputs(depth + 1);
      });
    };
    this.level(0, false, 1, 4);
    outputs(0);
  }
  // one output element, or one block of them
  point(copies, active) {
    const { c } = this;
    const { s, a } = c;
    if (a.reductions.length > 0) this.reduce(copies, active);
    this.level(s.outputLoops, true, copies, active);
    a.results.forEach((_, j) => {
      if (s.mode === "block") {
        for (let u = 0; u < copies; u++) emitVectorStore(c, j, u, active);
      } else emitScalarStore(c, j);
    });
  }
  reduce(copies, active) {
    const { c } = this;
    const { s } = c;
    const { f } = c;
    const acc = accumulators(c);
    const total = s.mode === "inner" ? s.copies : copies;
    acc.init(total);
    const flush = () => acc.flush(total);
    const loops = (depth) => {
      const l = s.order[depth];
      const last = depth + 1 === s.order.length;
      if (l === s.vector) {
        const body2 = (n, lanes2) => this.level(depth + 1, false, n, lanes2, (u) => acc.add(u, lanes2));
        this.vectorLoop(l, body2, s.flush?.loop === depth ? flush : void 0);
        return;
      }
      const body = () => {
        this.level(depth + 1, false, copies, active, last ? (u) => acc.add(u, active) : void 0);
        if (!last) loops(depth + 1);
      };
      const counter = c.counters.get(l.name);
      if (s.flush?.loop !== depth) {
        this.loop(counter, 0, l.size, 1, body);
        return;
      }
      const { chunk } = s.flush;
      const [from, to] = [f.local("i32"), f.local("i32")];
      f.for(from, 0, l.size, chunk, () => {
        f.get(from).i32Const(chunk).op("i32.add").set(to);
        f.get(to).i32Const(l.size).get(to).i32Const(l.size).op("i32.lt_u").op("select").set(to);
        f.for(counter, from, to, 1, body);
        flush();
      });
    };
    if (s.order.length > s.outputLoops) loops(s.outputLoops);
    else for (let u = 0; u < copies; u++) acc.add(u, active);
    acc.finish(total);
  }
};
function generateNest(kernel, relaxed) {
  const a = analyse(kernel);
  const s = schedule(a);
  const m = new ModuleBuilder();
  const { index: index2, imports } = declareFunctions(m, a, s, relaxed);
  m.func(
    a.dtypes.map(() => "i32"),
    [],
    (f, pointers) => {
      const counters = new Map(s.order.map((l) => [l.name, f.local("i32")]));
      const c = {
        f,
        a,
        s,
        relaxed,
        pointers,
        counters,
        scalars: /* @__PURE__ */ new Map(),
        splats: /* @__PURE__ */ new Map(),
        vectors: /* @__PURE__ */ new Map(),
        firsts: /* @__PURE__ */ new Map(),
        finished: [],
        fn: index2,
        ...constantPool(f, a, s, relaxed)
      };
      new NestWriter(c).write();
    },
    "run"
  );
  return { bytes: m.finish(), imports, schedule: s };
}

// src/backends/cpu/kernels/lanes.ts
var i32 = {
  type: "i32",
  bytes: 4,
  perVector: 4,
  load: "i32.load",
  store: "i32.store",
  add: "i32.add",
  vectorAdd: "i32x4.add"
};
var lanesOf = {
  i32,
  u32: i32,
  f32: {
    type: "f32",
    bytes: 4,
    perVector: 4,
    load: "f32.load",
    store: "f32.store",
    add: "f32.add",
    vectorAdd: "f32x4.add"
  },
  f64: {
    type: "f64",
    bytes: 8,
    perVector: 2,
    load: "f64.load",
    store: "f64.store",
    add: "f64.add",
    vectorAdd: "f64x2.add"
  }
};

// src/backends/cpu/kernels/argsort.ts
var PAIR = 16;
var pushKey = (f, src, spec) => {
  const { dtype } = spec;
  const flip = spec.descending ?? false;
  if (dtype === "i32" || dtype === "u32") {
    f.get(src).mem("i32.load");
    f.i32Const((dtype === "i32" ? 2147483648 : 0) ^ (flip ? 4294967295 : 0)).op("i32.xor");
    f.op("i64.extend_i32_u");
    return;
  }
  const [value, bits] = [f.local("f64"), f.local("i64")];
  f.get(src).mem(dtype === "f32" ? "f32.load" : "f64.load");
  if (dtype === "f32") f.op("f64.promote_f32");
  f.f64Const(0).op("f64.add").tee(value).op("i64.reinterpret_f64").tee(bits);
  f.get(bits).i64Const(63).op("i64.shr_s").i64Const(-(2n ** 63n)).op("i64.or").op("i64.xor");
  if (flip) f.i64Const(-1).op("i64.xor");
  f.set(bits);
  f.get(bits).i64Const(-1).get(value).get(value).op("f64.eq").op("select");
  f.free(value, bits);
};
var emitMerge = (m) => m.func(["i32", "i32", "i32", "i32"], [], (f, [a, aEnd, bEnd, to]) => {
  const [b, right] = [f.local("i32"), f.local("i32")];
  f.get(aEnd).set(b);
  f.block((exit) => {
    f.get(b).get(bEnd).op("i32.ge_u").brIf(exit);
    f.loop((again) => {
      f.get(b).mem("i64.load").get(a).mem("i64.load").op("i64.lt_u").set(right);
      f.get(to).get(b).get(a).get(right).op("select").mem("v128.load").mem("v128.store");
      f.inc(to, PAIR);
      f.inc(b, () => f.get(right).i32Const(4).op("i32.shl"));
      f.inc(a, () => f.i32Const(1).get(right).op("i32.sub").i32Const(4).op("i32.shl"));
      f.get(a).get(aEnd).op("i32.lt_u").get(b).get(bEnd).op("i32.lt_u").op("i32.and").brIf(again);
    });
  });
  f.get(to).get(a).get(aEnd).get(a).op("i32.sub").op("memory.copy");
  f.get(to).get(aEnd).op("i32.add").get(a).op("i32.sub");
  f.get(b).get(bEnd).get(b).op("i32.sub").op("memory.copy");
});
var argsortKernel = (spec) => {
  const { rows, n, dtype } = spec;
  const { bytes } = lanesOf[dtype];
  const m = new ModuleBuilder();
  const merge = emitMerge(m);
  const total = n * PAIR;
  m.func(
    ["i32", "i32", "i32"],
    [],
    (f, [src, dst, scratch2]) => {
      if (rows * n === 0) return;
      const [row, i, at, width] = [1, 2, 3, 4].map(() => f.local("i32"));
      const [from, to, swap, end] = [1, 2, 3, 4].map(() => f.local("i32"));
      f.i32Const(rows).set(row);
      f.repeat(row, () => {
        f.get(scratch2).tee(from).tee(at).i32Const(total).op("i32.add").set(to);
        f.for(i, 0, n, 1, () => {
          f.get(at);
          pushKey(f, src, spec);
          f.mem("i64.store").get(at).get(i).mem("i32.store", 8);
          f.inc(src, bytes).inc(at, PAIR);
        });
        f.for(
          width,
          PAIR,
          total,
          () => f.get(width),
          () => {
            f.get(from).i32Const(total).op("i32.add").set(end);
            f.get(to).set(at);
            const clipped = (steps) => {
              f.get(i).get(width).i32Const(steps).op("i32.mul").op("i32.add").tee(swap).get(end);
              f.get(swap).get(end).op("i32.lt_u").op("select");
            };
            f.for(
              i,
              () => f.get(from),
              end,
              () => f.get(width).i32Const(1).op("i32.shl"),
              () => {
                f.get(i);
                clipped(1);
                clipped(2);
                f.get(at).call(merge);
                f.inc(at, () => f.get(width).i32Const(1).op("i32.shl"));
              }
            );
            f.get(from).get(to).set(from).set(to);
          }
        );
        f.for(i, 0, n, 1, () => {
          f.get(dst).get(from).mem("i32.load", 8).mem("i32.store");
          f.inc(dst, 4).inc(from, PAIR);
        });
      });
    },
    "run"
  );
  return { bytes: m.finish(), scratchBytes: 2 * total, args: "src dst scratch" };
};

// src/backends/cpu/kernels/convShape.ts
var convOutput = (spec) => {
  const { input, kernel, stride, padding, dilation } = spec;
  const size = (length, before, after, axis2) => {
    const span = (kernel[axis2] - 1) * dilation[axis2] + 1;
    return Math.max(0, Math.floor((length + before + after - span) / stride[axis2]) + 1);
  };
  return [size(input[1], padding[0], padding[1], 0), size(input[2], padding[2], padding[3], 1)];
};
var forwardTaps = (spec, axis2) => ({
  stride: spec.stride[axis2],
  first: -spec.padding[2 * axis2],
  step: spec.dilation[axis2],
  count: spec.kernel[axis2]
});
var residueClasses = (spec, axis2) => {
  const [stride, dilation] = [spec.stride[axis2], spec.dilation[axis2]];
  const length = spec.input[1 + axis2];
  const classes = [];
  for (let residue = 0; residue < Math.min(stride, length); residue++) {
    const kernel = [];
    const offsets = [];
    for (let tap = spec.kernel[axis2] - 1; tap >= 0; tap--) {
      const offset = (residue + spec.padding[2 * axis2] - tap * dilation) / stride;
      if (!Number.isInteger(offset)) continue;
      kernel.push(tap);
      offsets.push(offset);
    }
    const step = offsets.length > 1 ? offsets[1] - offsets[0] : 1;
    const taps = { stride: 1, first: offsets[0] ?? 0, step, count: offsets.length };
    classes.push({ residue, size: Math.ceil((length - residue) / stride), kernel, taps });
  }
  return classes;
};
var groupChannels = (spec) => [spec.input[3] / spec.groups, spec.outChannels / spec.groups];
var forwardGrid = (spec) => {
  const [outHeight, outWidth] = convOutput(spec);
  const [, height, width, pixelStride] = spec.input;
  const [y, x] = [forwardTaps(spec, 0), forwardTaps(spec, 1)];
  return { outHeight, outWidth, height, width, pixelStride, y, x };
};

// src/backends/cpu/kernels/tile.ts
var tileShape = (cols, fma2) => {
  if (cols <= 4) return { rows: fma2 ? 12 : 10, cols: 4 };
  return { rows: fma2 ? 6 : 5, cols: 8 };
};
var loadFloats = (f, from, offset, count) => {
  if (count >= 4) f.get(from).mem("v128.load", offset);
  else if (count === 1) f.get(from).mem("v128.load32_zero", offset);
  else {
    if (count === 3) f.get(from);
    f.get(from).mem("v128.load64_zero", offset);
    if (count === 3) f.mem("v128.load32_lane", offset + 8, 2);
  }
};
var storeFloats = (f, to, value, offset, count) => {
  f.get(to).get(value);
  if (count >= 4) f.mem("v128.store", offset);
  else if (count === 1) f.mem("v128.store32_lane", offset, 0);
  else f.mem("v128.store64_lane", offset, 0);
  if (count === 3)
    f.get(to).get(value).mem("v128.store32_lane", offset + 8, 2);
};
var emitTile = (m, spec) => {
  const { rows, cols, aRow, cRow } = spec;
  const vectors = Math.ceil(cols / 4);
  const width = (v) => Math.min(4, cols - 4 * v);
  const params = spec.accumulate ? ["i32", "i32", "i32", "i32", "i32"] : ["i32", "i32", "i32", "i32"];
  return m.func(params, [], (f, [a, b, c, k, add]) => {
    const bs = Array.from({ length: vectors }, () => f.local("v128"));
    const splat = f.local("v128");
    const acc = Array.from({ length: rows * vectors }, () => f.local("v128"));
    const eachAcc = (body) => {
      acc.forEach((value, t) => {
        const v = t % vectors;
        body(value, 4 * ((t - v) / vectors * cRow + 4 * v), width(v));
      });
    };
    if (add) {
      f.get(add).if(() => {
        eachAcc((value, offset, count) => {
          loadFloats(f, c, offset, count);
          f.set(value);
        });
      });
    }
    const cut = acc.length > 8;
    f.block((never) => {
      f.loop((again) => {
        bs.forEach((value, v) => {
          loadFloats(f, b, 16 * v, width(v));
          f.set(value);
        });
        for (let i = 0; i < rows; i++) {
          f.get(a).mem("v128.load32_splat", 4 * i * aRow).set(splat);
          bs.forEach((value, v) => {
            const sum = acc[i * vectors + v];
            f.madd(splat, value, sum, spec.fma).set(sum);
          });
          if (cut && i % 2 === 0 && i < rows - 1) f.get(k).op("i32.eqz").brIf(never);
        }
        f.inc(a, 4 * spec.aCol).inc(b, 4 * spec.bRow);
        f.get(k).i32Const(-1).op("i32.add").tee(k).brIf(again);
      });
    });
    eachAcc((value, offset, count) => storeFloats(f, c, value, offset, count));
  });
};
var emitBlock = (m, spec) => {
  const { tile, a, b, cRow, accumulate } = spec;
  const makeTile = (rows, cols) => emitTile(m, {
    rows,
    cols,
    aRow: "packed" in a ? 1 : a.row,
    aCol: "packed" in a ? rows : a.col,
    bRow: "packed" in b ? cols : b.row,
    cRow,
    accumulate,
    fma: spec.fma
  });
  const aStep = "packed" in a ? a.step : 4 * tile.rows * a.row;
  const rowTail = spec.rows % tile.rows;
  const colTail = spec.cols % tile.cols;
  const sixI32 = ["i32", "i32", "i32", "i32", "i32", "i32"];
  const emitStrip = (cols) => {
    const full = spec.rows >= tile.rows ? makeTile(tile.rows, cols) : -1;
    const tail = rowTail ? makeTile(rowTail, cols) : -1;
    return m.func(sixI32, [], (f, [ap, bp, cp, rows, k, add]) => {
      const callTile = (index2) => {
        f.get(ap).get(bp).get(cp).get(k);
        if (accumulate) f.get(add);
        f.call(index2);
      };
      if (full >= 0) {
        f.block((exit) => {
          f.loop((again) => {
            f.get(rows).i32Const(tile.rows).op("i32.lt_s").brIf(exit);
            callTile(full);
            f.inc(ap, aStep).inc(cp, 4 * tile.rows * cRow).inc(rows, -tile.rows);
            f.br(again);
          });
        });
      }
      if (tail >= 0) f.get(rows).if(() => callTile(tail));
    });
  };
  const fullStrip = spec.cols >= tile.cols ? emitStrip(tile.cols) : -1;
  const tailStrip = colTail ? emitStrip(colTail) : -1;
  const bStep = "packed" in b ? b.step : 4 * tile.cols;
  return m.func([...sixI32, "i32"], [], (f, [ap, bp, cp, rows, cols, k, add]) => {
    const callStrip = (index2) => f.get(ap).get(bp).get(cp).get(rows).get(k).get(add).call(index2);
    if (fullStrip >= 0) {
      f.block((exit) => {
        f.loop((again) => {
          f.get(cols).i32Const(tile.cols).op("i32.lt_s").brIf(exit);
          callStrip(fullStrip);
          f.inc(bp, bStep).inc(cp, 4 * tile.cols).inc(cols, -tile.cols);
          f.br(again);
        });
      });
    }
    if (tailStrip >= 0) f.get(cols).if(() => callStrip(tailStrip));
  });
};

// src/backends/cpu/kernels/pack.ts
var copyFloats = (f, to, from, count, temp) => {
  for (let v = 0; v < count; v += 4) {
    loadFloats(f, from, 4 * v, Math.min(4, count - v));
    f.set(temp);
    storeFloats(f, to, temp, 4 * v, Math.min(4, count - v));
  }
};
var transpose4 = (f, to, toOffset, toStride, lanes2, t) => {
  const [a, b, c, d] = lanes2;
  const [ab, cd] = t;
  const halves = [
    [[0, 4, 1, 5], 0, 1],
    [[2, 6, 3, 7], 2, 3]
  ];
  for (const [pairs, low, high] of halves) {
    f.get(a).get(b).shuffle32(pairs).set(ab);
    f.get(c).get(d).shuffle32(pairs).set(cd);
    f.get(to).get(ab).get(cd).shuffle32([0, 1, 4, 5]).mem("v128.store", toOffset + low * toStride);
    f.get(to).get(ab).get(cd).shuffle32([2, 3, 6, 7]).mem("v128.store", toOffset + high * toStride);
  }
};
var emitPanel = (m, spec, width) => {
  const { kStride, laneStride: laneStride2 } = spec;
  return m.func(["i32", "i32", "i32"], [], (f, [src, dst, k]) => {
    const temp = f.local("v128");
    if (kStride === 1 && width % 4 === 0) {
      const lanes2 = Array.from({ length: 4 }, () => f.local("v128"));
      const pairs = [temp, f.local("v128")];
      const source = f.local("i32");
      const count = f.local("i32");
      f.get(k).i32Const(2).op("i32.shr_u").set(count);
      f.get(k).i32Const(3).op("i32.and").set(k);
      f.repeat(count, () => {
        f.get(src).set(source);
        for (let j = 0; j < width; j += 4) {
          for (const lane2 of lanes2) {
            f.get(source).mem("v128.load").set(lane2);
            f.inc(source, 4 * laneStride2);
          }
          transpose4(f, dst, 4 * j, 4 * width, lanes2, pairs);
        }
        f.inc(src, 16).inc(dst, 16 * width);
      });
    }
    const lane = f.local("i32");
    f.repeat(k, () => {
      if (laneStride2 === 1) copyFloats(f, dst, src, width, temp);
      else {
        f.get(src).set(lane);
        for (let j = 0; j < width; j++) {
          f.get(dst).get(lane).mem("f32.load").mem("f32.store", 4 * j);
          f.inc(lane, 4 * laneStride2);
        }
      }
      f.inc(src, 4 * kStride).inc(dst, 4 * width);
    });
  });
};
var emitPack = (m, spec) => {
  const { width, lanes: lanes2 } = spec;
  const full = lanes2 >= width ? emitPanel(m, spec, width) : -1;
  const tail = lanes2 % width ? emitPanel(m, spec, lanes2 % width) : -1;
  return m.func(["i32", "i32", "i32", "i32", "i32"], [], (f, [src, dst, k, count, from]) => {
    const callPanel = (index2, columns) => {
      f.get(src).get(dst).get(from).i32Const(4 * columns).op("i32.mul").op("i32.add");
      f.get(k).call(index2);
    };
    if (full >= 0) {
      f.block((exit) => {
        f.loop((again) => {
          f.get(count).i32Const(width).op("i32.lt_s").brIf(exit);
          callPanel(full, width);
          f.inc(src, 4 * width * spec.laneStride).inc(dst, spec.panelBytes).inc(count, -width);
          f.br(again);
        });
      });
    }
    if (tail >= 0) f.get(count).if(() => callPanel(tail, lanes2 % width));
  });
};

// src/backends/cpu/kernels/gather.ts
var emitPixels = (f, grid, base, pixel, count, body) => {
  const { outHeight, outWidth, y, x } = grid;
  const imageBytes = 4 * grid.height * grid.width * grid.pixelStride;
  const [ox, oy, iy, ix, image] = [1, 2, 3, 4, 5].map(() => f.local("i32"));
  f.get(pixel).i32Const(outWidth).op("i32.rem_u").set(ox);
  f.get(pixel).i32Const(outWidth).op("i32.div_u").tee(oy);
  f.i32Const(outHeight).op("i32.div_u").i32Const(imageBytes).op("i32.mul");
  f.get(base).op("i32.add").set(image);
  f.get(oy).i32Const(outHeight).op("i32.rem_u").set(oy);
  f.get(ox).i32Const(x.stride).op("i32.mul").i32Const(x.first).op("i32.add").set(ix);
  f.get(oy).i32Const(y.stride).op("i32.mul").i32Const(y.first).op("i32.add").set(iy);
  f.repeat(count, () => {
    body(image, iy, ix);
    f.inc(ix, x.stride).inc(ox, 1);
    f.get(ox).i32Const(outWidth).op("i32.eq").if(() => {
      f.i32Const(0).set(ox).i32Const(x.first).set(ix);
      f.inc(iy, y.stride).inc(oy, 1);
      f.get(oy).i32Const(outHeight).op("i32.eq").if(() => {
        f.i32Const(0).set(oy).i32Const(y.first).set(iy);
        f.inc(image, imageBytes);
      });
    });
  });
};
var STRAIGHT = 64;
var emitCopy = (f, to, from, count) => {
  const temp = f.local("v128");
  const loops = count > STRAIGHT ? Math.floor(count / 16) : 0;
  if (loops) {
    const left = f.local("i32");
    f.i32Const(loops).set(left);
    f.repeat(left, () => {
      copyFloats(f, to, from, 16, temp);
      f.inc(to, 64).inc(from, 64);
    });
    f.free(left);
  }
  copyFloats(f, to, from, count - 16 * loops, temp);
  f.free(temp);
};
var emitGather = (m, grid, channels, rowFloats2) => {
  const { y, x, width, pixelStride } = grid;
  const run = x.count * channels;
  const i32x3 = ["i32", "i32", "i32"];
  const line = m.func(i32x3, [], (f, [row, ix, to]) => {
    const from = f.local("i32");
    const address = () => {
      f.get(row).get(ix).i32Const(4 * pixelStride).op("i32.mul").op("i32.add").set(from);
    };
    if (x.count > 1 && x.step === 1 && channels === pixelStride && width >= x.count) {
      f.get(ix).i32Const(width - x.count).op("i32.le_u").if(() => {
        address();
        emitCopy(f, to, from, run);
        f.op("return");
      });
    }
    const taps = f.local("i32");
    const [source, target] = [f.local("i32"), f.local("i32")];
    f.i32Const(x.count).set(taps);
    f.repeat(taps, () => {
      f.get(to).set(target);
      f.get(ix).i32Const(width).op("i32.lt_u").if(
        () => {
          address();
          f.get(from).set(source);
          emitCopy(f, target, source, channels);
        },
        () => f.get(to).i32Const(0).i32Const(4 * channels).op("memory.fill")
      );
      f.inc(ix, x.step).inc(to, 4 * channels);
    });
  });
  return m.func([...i32x3, "i32"], [], (f, [source, to, pixel, count]) => {
    const [taps, row, target] = [f.local("i32"), f.local("i32"), f.local("i32")];
    emitPixels(f, grid, source, pixel, count, (image, iy, ix) => {
      f.get(to).set(target).get(iy).set(row).i32Const(y.count).set(taps);
      f.repeat(taps, () => {
        f.get(row).i32Const(grid.height).op("i32.lt_u").if(
          () => {
            f.get(row).i32Const(4 * width * pixelStride).op("i32.mul").get(image).op("i32.add");
            f.get(ix).get(target).call(line);
          },
          () => f.get(target).i32Const(0).i32Const(4 * run).op("memory.fill")
        );
        f.inc(row, y.step).inc(target, 4 * run);
      });
      f.inc(to, 4 * rowFloats2);
    });
  });
};
var emitScatter = (m, grid, channels) => m.func(["i32", "i32", "i32", "i32"], [], (f, [from, target, pixel, count]) => {
  const [source, to] = [f.local("i32"), f.local("i32")];
  emitPixels(f, grid, target, pixel, count, (image, iy, ix) => {
    f.get(iy).i32Const(grid.width).op("i32.mul").get(ix).op("i32.add");
    f.i32Const(4 * grid.pixelStride).op("i32.mul").get(image).op("i32.add").set(to);
    f.get(from).set(source);
    emitCopy(f, to, source, channels);
    f.inc(from, 4 * channels);
  });
});

// src/backends/cpu/kernels/depthwise.ts
var emitChannels = (m, channels, result, fma2) => m.func(["i32", "i32", "i32"], [], (f, [x, w, y]) => {
  const sum = f.local("v128");
  const order = { x: [w, y, x], w: [x, y, w], y: [x, w, y] };
  const [first, second, target] = order[result];
  const vector = (offset, count) => {
    const load = (from) => () => loadFloats(f, from, offset, count);
    f.madd(load(first), load(second), load(target), fma2).set(sum);
    storeFloats(f, target, sum, offset, count);
  };
  const loops = Math.floor(channels / 16);
  if (loops > 1) {
    const left = f.local("i32");
    f.i32Const(loops).set(left);
    f.repeat(left, () => {
      for (let v = 0; v < 4; v++) vector(16 * v, 4);
      for (const p of [x, w, y]) f.inc(p, 64);
    });
  }
  const rest = loops > 1 ? channels % 16 : channels;
  for (let c = 0; c < rest; c += 4) vector(4 * c, Math.min(4, rest - c));
});
var eachInside = (f, position, taps, limit, body, always) => {
  const left = f.local("i32");
  f.i32Const(taps.count).set(left);
  f.repeat(left, () => {
    f.get(position).i32Const(limit).op("i32.lt_u").if(() => body());
    always();
    f.inc(position, taps.step);
  });
  f.free(left);
};
var emitDepthwise = (m, grid, images, result, fma2) => {
  const channels = grid.pixelStride;
  const bytes = 4 * channels;
  const step = emitChannels(m, channels, result, fma2);
  return m.func(["i32", "i32", "i32"], [], (f, [x, w, y]) => {
    const [pixel, count, row] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const [column, line, tap] = [f.local("i32"), f.local("i32"), f.local("i32")];
    f.i32Const(images * grid.outHeight * grid.outWidth).set(count);
    emitPixels(f, grid, x, pixel, count, (image, iy, ix) => {
      f.get(iy).set(row).get(w).set(line);
      const taps = () => {
        f.get(ix).set(column).get(line).set(tap);
        const channelsAt = () => {
          f.get(row).i32Const(grid.width).op("i32.mul").get(column).op("i32.add");
          f.i32Const(bytes).op("i32.mul").get(image).op("i32.add");
          f.get(tap).get(y).call(step);
        };
        eachInside(f, column, grid.x, grid.width, channelsAt, () => f.inc(tap, bytes));
      };
      eachInside(f, row, grid.y, grid.height, taps, () => f.inc(line, grid.x.count * bytes));
      f.inc(y, bytes);
    });
  });
};

// src/backends/cpu/kernels/matvec.ts
var MAX_ROWS = 3;
var matvecKind = (spec) => {
  const { m, n, k, a, b } = spec;
  if (m > MAX_ROWS || a.row < 0) return void 0;
  const alongN = b.col === 1 || n === 1;
  if (alongN && n > 1) return "rows";
  if (b.row === 1 && a.col === 1 && k >= 8) return "dots";
  return alongN ? "rows" : void 0;
};
var emitRows = (m, spec, fma2) => {
  const wide = 4 * Math.floor((fma2 ? 12 : 10) / spec.m);
  const make = (cols) => emitTile(m, {
    rows: spec.m,
    cols,
    aRow: spec.a.row,
    aCol: spec.a.col,
    bRow: spec.b.row,
    cRow: spec.n,
    accumulate: false,
    fma: fma2
  });
  const full = Math.floor(spec.n / wide);
  const fullTile = full ? make(wide) : -1;
  const tailTile = spec.n % wide ? make(spec.n % wide) : -1;
  return m.func(["i32", "i32", "i32", "i32"], [], (f, [a, b, c]) => {
    const count = f.local("i32");
    if (full) {
      f.i32Const(full).set(count);
      f.repeat(count, () => {
        f.get(a).get(b).get(c).i32Const(spec.k).call(fullTile);
        f.inc(b, 4 * wide).inc(c, 4 * wide);
      });
    }
    if (tailTile >= 0) f.get(a).get(b).get(c).i32Const(spec.k).call(tailTile);
  });
};
var emitDotTile = (m, spec, cols, fma2) => m.func(["i32", "i32", "i32", "i32"], [], (f, [a, b, c, k]) => {
  const [x, y] = [f.local("v128"), f.local("v128")];
  const acc = Array.from({ length: spec.m * cols }, () => f.local("v128"));
  const total = f.local("f32");
  const column = Array.from({ length: cols }, () => f.local("i32"));
  column.forEach(
    (p, j) => f.get(b).i32Const(4 * j * spec.b.col).op("i32.add").set(p)
  );
  f.loop((again) => {
    column.forEach((p, j) => {
      f.get(p).mem("v128.load").set(y);
      f.inc(p, 16);
      for (let i = 0; i < spec.m; i++) {
        f.get(a).mem("v128.load", 4 * i * spec.a.row).set(x);
        const sum = acc[i * cols + j];
        f.madd(x, y, sum, fma2).set(sum);
      }
    });
    f.inc(a, 16);
    f.get(k).i32Const(-4).op("i32.add").tee(k).i32Const(4).op("i32.ge_u").brIf(again);
  });
  for (let i = 0; i < spec.m; i++) {
    for (let j = 0; j < cols; j++) {
      const sum = acc[i * cols + j];
      f.get(sum).get(sum).get(sum).shuffle32([2, 3, 2, 3]).op("f32x4.add").set(sum);
      f.get(sum).lane("f32x4.extract_lane", 0).get(sum).lane("f32x4.extract_lane", 1);
      f.op("f32.add").set(total);
      for (let t = 0; t < spec.k % 4; t++) {
        f.get(total).get(a).mem("f32.load", 4 * (i * spec.a.row + t));
        f.get(column[j]).mem("f32.load", 4 * t).op("f32.mul").op("f32.add").set(total);
      }
      f.get(c).get(total).mem("f32.store", 4 * (i * spec.n + j));
    }
  }
});
var emitDots = (m, spec, fma2) => {
  const wide = 4;
  const full = Math.floor(spec.n / wide);
  const fullTile = full ? emitDotTile(m, spec, wide, fma2) : -1;
  const single = spec.n % wide ? emitDotTile(m, spec, 1, fma2) : -1;
  return m.func(["i32", "i32", "i32", "i32"], [], (f, [a, b, c]) => {
    const count = f.local("i32");
    const each = (times, cols, index2) => {
      f.i32Const(times).set(count);
      f.repeat(count, () => {
        f.get(a).get(b).get(c).i32Const(spec.k).call(index2);
        f.inc(b, 4 * cols * spec.b.col).inc(c, 4 * cols);
      });
    };
    if (full) each(full, wide, fullTile);
    if (single >= 0) each(spec.n % wide, 1, single);
  });
};
var emitMatvec = (m, spec, kind, fma2) => kind === "rows" ? emitRows(m, spec, fma2) : emitDots(m, spec, fma2);

// src/backends/cpu/kernels/matmul.ts
var K_BLOCK = 256;
var N_BLOCK = 1024;
var normaliseMatmul = (spec) => {
  const batch = [];
  for (const dim of spec.batch) {
    if (dim.size === 1) continue;
    const outer = batch.at(-1);
    if (outer && outer.a === dim.size * dim.a && outer.b === dim.size * dim.b) {
      batch[batch.length - 1] = { size: outer.size * dim.size, a: dim.a, b: dim.b };
    } else batch.push(dim);
  }
  let { m, n, a, b } = spec;
  const last = batch.at(-1);
  if (last && last.b === 0 && (m === 1 || last.a === m * a.row)) {
    batch.pop();
    a = { row: m === 1 ? last.a : a.row, col: a.col };
    m *= last.size;
  }
  if (n === 1 && m > 1) {
    [a, b] = [
      { row: b.col, col: b.row },
      { row: a.col, col: a.row }
    ];
    [m, n] = [n, m];
    const exchanged = batch.map((d) => ({ size: d.size, a: d.b, b: d.a }));
    return { ...spec, m, n, a, b, batch: exchanged, swapped: true };
  }
  return { ...spec, m, n, a, b, batch, swapped: false };
};
var emitProduct = (m, spec, fma2) => {
  const { a, b } = spec;
  const kind = matvecKind(spec);
  if (kind) return { product: emitMatvec(m, spec, kind, fma2), scratchBytes: 0 };
  const tile = tileShape(spec.n, fma2);
  const mBlock = tile.rows * Math.floor(192 / tile.rows);
  const accumulate = spec.k > K_BLOCK;
  const kBlock = Math.min(K_BLOCK, spec.k);
  const packA = a.row < 0 || a.col !== 1 && spec.n > 2 * tile.cols;
  const packB = b.col !== 1 || spec.m > 3 * tile.rows;
  const aStep = 4 * tile.rows * kBlock;
  const bStep = 4 * tile.cols * kBlock;
  const bPanels = Math.ceil(Math.min(spec.n, N_BLOCK) / tile.cols);
  const aPanels = Math.ceil(Math.min(spec.m, mBlock) / tile.rows);
  const bBytes = packB ? bPanels * bStep : 0;
  const block = emitBlock(m, {
    tile,
    a: packA ? { packed: true, step: aStep } : a,
    b: packB ? { packed: true, step: bStep } : { row: b.row },
    cRow: spec.n,
    rows: spec.m,
    cols: spec.n,
    accumulate,
    fma: fma2
  });
  const aPack = packA ? emitPack(m, {
    width: tile.rows,
    kStride: a.col,
    laneStride: a.row,
    lanes: spec.m,
    panelBytes: aStep
  }) : -1;
  const bPack = packB ? emitPack(m, {
    width: tile.cols,
    kStride: b.row,
    laneStride: b.col,
    lanes: spec.n,
    panelBytes: bStep
  }) : -1;
  const product = m.func(["i32", "i32", "i32", "i32"], [], (f, [ap, bp, cp, scratch2]) => {
    const [j, p, i] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const [cols, depth, rows] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const [aFrom, bFrom, aPacked] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const clip = (position, size, total, to) => {
      f.i32Const(total).get(position).op("i32.sub").tee(to);
      f.i32Const(size).get(to).i32Const(size).op("i32.lt_u").op("select").set(to);
    };
    const at = (base, row, rowStride, col, colStride) => {
      f.get(base).get(row).i32Const(4 * rowStride).op("i32.mul").op("i32.add");
      return f.get(col).i32Const(4 * colStride).op("i32.mul").op("i32.add");
    };
    f.get(scratch2).i32Const(bBytes).op("i32.add").set(aPacked);
    f.for(j, 0, spec.n, N_BLOCK, () => {
      clip(j, N_BLOCK, spec.n, cols);
      f.for(p, 0, spec.k, K_BLOCK, () => {
        clip(p, K_BLOCK, spec.k, depth);
        at(bp, p, b.row, j, b.col).set(bFrom);
        if (packB) {
          f.get(bFrom).get(scratch2).get(depth).get(cols).i32Const(0).call(bPack);
          f.get(scratch2).set(bFrom);
        }
        f.for(i, 0, spec.m, mBlock, () => {
          clip(i, mBlock, spec.m, rows);
          at(ap, i, a.row, p, a.col).set(aFrom);
          if (packA) {
            f.get(aFrom).get(aPacked).get(depth).get(rows).i32Const(0).call(aPack);
            f.get(aPacked).set(aFrom);
          }
          f.get(aFrom).get(bFrom);
          at(cp, i, spec.n, j, 1);
          f.get(rows).get(cols).get(depth).get(p).call(block);
        });
      });
    });
  });
  return { product, scratchBytes: bBytes + (packA ? aPanels * aStep : 0) };
};
var emitBatch = (f, batch, [a, b], body) => {
  const [dim, ...rest] = batch;
  if (!dim) {
    body();
    return;
  }
  const count = f.local("i32");
  f.i32Const(dim.size).set(count);
  f.repeat(count, () => {
    emitBatch(f, rest, [a, b], body);
    f.inc(a, 4 * dim.a).inc(b, 4 * dim.b);
  });
  f.inc(a, -4 * dim.size * dim.a).inc(b, -4 * dim.size * dim.b);
};
var matmulKernel = (given) => {
  const spec = normaliseMatmul(given);
  const fma2 = given.fma ?? hasRelaxedSimd();
  const m = new ModuleBuilder();
  const matrix = spec.m * spec.n;
  const total = spec.batch.reduce((size, d) => size * d.size, matrix);
  const args = "a b c scratch";
  if (total === 0 || spec.k === 0) {
    m.func(
      ["i32", "i32", "i32", "i32"],
      [],
      (f, [, , c]) => void f.get(c).i32Const(0).i32Const(4 * total).op("memory.fill"),
      "run"
    );
    return { bytes: m.finish(), scratchBytes: 0, args };
  }
  const { product, scratchBytes: scratchBytes2 } = emitProduct(m, spec, fma2);
  m.func(
    ["i32", "i32", "i32", "i32"],
    [],
    (f, [first, second, c, scratch2]) => {
      const [a, b] = spec.swapped ? [second, first] : [first, second];
      emitBatch(f, spec.batch, [a, b], () => {
        f.get(a).get(b).get(c).get(scratch2).call(product);
        f.inc(c, 4 * matrix);
      });
    },
    "run"
  );
  return { bytes: m.finish(), scratchBytes: scratchBytes2, args };
};

// src/backends/cpu/kernels/conv2d.ts
var GATHER_FLOATS = 48 * 1024;
var blockPixels = (rows, k, pixels) => {
  const tiles = Math.min(Math.floor(GATHER_FLOATS / (k * rows)), Math.ceil(pixels / rows));
  return rows * Math.max(Math.ceil(48 / rows), Math.min(tiles, Math.floor(384 / rows)));
};
var roundUp2 = (bytes) => 16 * Math.ceil(bytes / 16);
var rowFloats = (k) => k % 128 === 0 ? k + 16 : k;
var emitGathered = (m, product, fma2) => {
  const { grid, channels, cols, weights, scatter } = product;
  const k = grid.y.count * grid.x.count * channels;
  const pixels = product.images * grid.outHeight * grid.outWidth;
  const tile = tileShape(cols, fma2);
  const count = blockPixels(tile.rows, k, pixels);
  const stride = rowFloats(k);
  const pack = weights.transposed || pixels > 3 * tile.rows;
  const panelBytes = 4 * k * tile.cols;
  const bBytes = pack ? roundUp2(Math.ceil(cols / tile.cols) * panelBytes) : 0;
  const aBytes = roundUp2(4 * count * stride);
  const cRow = scatter ? cols : product.targetChannels;
  const gather = emitGather(m, grid, channels, stride);
  const block = emitBlock(m, {
    tile,
    a: { row: stride, col: 1 },
    b: pack ? { packed: true, step: panelBytes } : { row: weights.row },
    cRow,
    rows: pixels,
    cols,
    accumulate: false,
    fma: fma2
  });
  const packing = pack ? emitPack(m, {
    width: tile.cols,
    kStride: weights.transposed ? 1 : weights.row,
    laneStride: weights.transposed ? weights.row : 1,
    lanes: cols,
    panelBytes
  }) : -1;
  const scattering = scatter ? emitScatter(m, scatter, cols) : -1;
  const index2 = m.func(["i32", "i32", "i32", "i32"], [], (f, [source, w, target, scratch2]) => {
    const [pixel, rows, rowsAt, to] = [1, 2, 3, 4].map(() => f.local("i32"));
    if (pack) {
      const tapFloats = weights.row * (weights.transposed ? cols : channels);
      weights.taps.forEach((tap, t) => {
        f.get(w).i32Const(4 * tap * tapFloats).op("i32.add").get(scratch2);
        f.i32Const(channels).i32Const(cols).i32Const(t * channels).call(packing);
      });
      f.get(scratch2).set(w);
    }
    f.get(scratch2).i32Const(bBytes).op("i32.add").set(rowsAt);
    if (scatter) f.get(rowsAt).i32Const(aBytes).op("i32.add").set(to);
    f.for(pixel, 0, pixels, count, () => {
      f.i32Const(pixels).get(pixel).op("i32.sub").tee(rows).i32Const(count);
      f.get(rows).i32Const(count).op("i32.lt_u").op("select").set(rows);
      f.get(source).get(rowsAt).get(pixel).get(rows).call(gather);
      f.get(rowsAt).get(w);
      if (scatter) f.get(to);
      else
        f.get(target).get(pixel).i32Const(4 * cRow).op("i32.mul").op("i32.add");
      f.get(rows).i32Const(cols).i32Const(k).i32Const(0).call(block);
      if (scatter) f.get(to).get(target).get(pixel).get(rows).call(scattering);
    });
  });
  return { index: index2, scratchBytes: bBytes + aBytes + (scatter ? roundUp2(4 * count * cols) : 0) };
};
var emitForward = (m, spec, fma2) => {
  const [channels, cols] = groupChannels(spec);
  const taps = Array.from({ length: spec.kernel[0] * spec.kernel[1] }, (_, t) => t);
  return emitGathered(
    m,
    {
      grid: forwardGrid(spec),
      channels,
      cols,
      targetChannels: spec.outChannels,
      images: spec.input[0],
      weights: { row: spec.outChannels, taps, transposed: false }
    },
    fma2
  );
};
var emitInputGrad = (m, spec, fma2) => {
  const [cols, channels] = groupChannels(spec);
  const [images, height, width, targetChannels] = spec.input;
  const [oh, ow] = convOutput(spec);
  const parts = [];
  let fill = false;
  for (const y of residueClasses(spec, 0)) {
    for (const x of residueClasses(spec, 1)) {
      if (y.taps.count * x.taps.count === 0) {
        fill = true;
        continue;
      }
      const at = { outHeight: y.size, outWidth: x.size };
      const grid = { ...at, height: oh, width: ow, pixelStride: spec.outChannels };
      const place = (c, axis2) => ({
        stride: spec.stride[axis2],
        first: c.residue,
        step: 1,
        count: 1
      });
      const target = { ...at, height, width, pixelStride: targetChannels };
      const taps = y.kernel.flatMap((ky) => x.kernel.map((kx) => ky * spec.kernel[1] + kx));
      const dense = spec.stride[0] === 1 && spec.stride[1] === 1;
      parts.push(
        emitGathered(
          m,
          {
            grid: { ...grid, y: y.taps, x: x.taps },
            channels,
            cols,
            targetChannels,
            images,
            weights: { row: spec.outChannels, taps, transposed: true },
            ...dense ? {} : { scatter: { ...target, y: place(y, 0), x: place(x, 1) } }
          },
          fma2
        )
      );
    }
  }
  return { parts, fill };
};
var emitWeightGrad = (m, spec, fma2) => {
  const [channels, cols] = groupChannels(spec);
  const grid = forwardGrid(spec);
  const k = grid.y.count * grid.x.count * channels;
  const pixels = spec.input[0] * grid.outHeight * grid.outWidth;
  const tile = tileShape(cols, fma2);
  const count = blockPixels(tile.rows, k, pixels);
  const stride = rowFloats(k);
  const pack = k > 3 * tile.rows;
  const panelBytes = 4 * count * tile.cols;
  const bBytes = pack ? roundUp2(Math.ceil(cols / tile.cols) * panelBytes) : 0;
  const gather = emitGather(m, grid, channels, stride);
  const block = emitBlock(m, {
    tile,
    a: { row: 1, col: stride },
    b: pack ? { packed: true, step: panelBytes } : { row: spec.outChannels },
    cRow: spec.outChannels,
    rows: k,
    cols,
    accumulate: pixels > count,
    fma: fma2
  });
  const packing = pack ? emitPack(m, {
    width: tile.cols,
    kStride: spec.outChannels,
    laneStride: 1,
    lanes: cols,
    panelBytes
  }) : -1;
  const index2 = m.func(["i32", "i32", "i32", "i32"], [], (f, [x, dy, dw, scratch2]) => {
    const [pixel, rows, rowsAt, from] = [1, 2, 3, 4].map(() => f.local("i32"));
    f.get(scratch2).i32Const(bBytes).op("i32.add").set(rowsAt);
    f.for(pixel, 0, pixels, count, () => {
      f.i32Const(pixels).get(pixel).op("i32.sub").tee(rows).i32Const(count);
      f.get(rows).i32Const(count).op("i32.lt_u").op("select").set(rows);
      f.get(x).get(rowsAt).get(pixel).get(rows).call(gather);
      f.get(dy).get(pixel).i32Const(4 * spec.outChannels).op("i32.mul").op("i32.add").set(from);
      if (pack) {
        f.get(from).get(scratch2).get(rows).i32Const(cols).i32Const(0).call(packing);
        f.get(scratch2).set(from);
      }
      f.get(rowsAt).get(from).get(dw).i32Const(k).i32Const(cols).get(rows).get(pixel).call(block);
    });
  });
  return { index: index2, scratchBytes: bBytes + roundUp2(4 * count * stride) };
};
var depthwise = (spec, pass, resultSize, fma2) => {
  const m = new ModuleBuilder();
  const result = { forward: "y", inputGrad: "x", weightGrad: "w" }[pass];
  const product = emitDepthwise(m, forwardGrid(spec), spec.input[0], result, fma2);
  m.func(
    ["i32", "i32", "i32", "i32"],
    [],
    (f, [a, b, c]) => {
      f.get(c).i32Const(0).i32Const(4 * resultSize).op("memory.fill");
      const [x, w, y] = { forward: [a, b, c], inputGrad: [c, b, a], weightGrad: [a, c, b] }[pass];
      f.get(x).get(w).get(y).call(product);
    },
    "run"
  );
  return { bytes: m.finish(), scratchBytes: 0, args: `${PASS_ARGS[pass]} scratch` };
};
var pointwise = (spec, pass, fma2) => {
  const [n, h, w, c] = spec.input;
  const [pixels, o] = [n * h * w, spec.outChannels];
  const [x, y] = [
    { row: c, col: 1 },
    { row: o, col: 1 }
  ];
  const common = { batch: [], fma: fma2 };
  if (pass === "forward")
    return matmulKernel({ m: pixels, k: c, n: o, a: x, b: { row: o, col: 1 }, ...common });
  if (pass === "inputGrad")
    return matmulKernel({ m: pixels, k: o, n: c, a: y, b: { row: 1, col: o }, ...common });
  return matmulKernel({ m: c, k: pixels, n: o, a: { row: 1, col: c }, b: y, ...common });
};
var conv2dKernel = (spec) => {
  const { pass, input, kernel, stride, padding, groups } = spec;
  const fma2 = spec.fma ?? hasRelaxedSimd();
  const one = kernel[0] * kernel[1] * stride[0] * stride[1] * groups === 1;
  if (one && padding.every((p) => p === 0)) return pointwise(spec, pass, fma2);
  const [n, h, w, c] = input;
  const [oh, ow] = convOutput(spec);
  const ySize = n * oh * ow * spec.outChannels;
  const wSize = kernel[0] * kernel[1] * (c / groups) * spec.outChannels;
  const resultSize = { forward: ySize, inputGrad: n * h * w * c, weightGrad: wSize }[pass];
  const m = new ModuleBuilder();
  const empty = ySize * wSize * n * h * w * c === 0;
  if (!empty && groups > 1 && c === groups && spec.outChannels === groups)
    return depthwise(spec, pass, resultSize, fma2);
  let parts = [];
  let fill = empty;
  if (!empty) {
    if (pass === "forward") parts = [emitForward(m, spec, fma2)];
    else if (pass === "weightGrad") parts = [emitWeightGrad(m, spec, fma2)];
    else ({ parts, fill } = emitInputGrad(m, spec, fma2));
  }
  const [gc, go] = groupChannels(spec);
  const steps = { forward: [gc, go, go], inputGrad: [go, go, gc], weightGrad: [gc, go, go] }[pass];
  m.func(
    ["i32", "i32", "i32", "i32"],
    [],
    (f, [a, b, result, scratch2]) => {
      if (fill)
        f.get(result).i32Const(0).i32Const(4 * resultSize).op("memory.fill");
      if (parts.length === 0) return;
      const group = f.local("i32");
      f.i32Const(groups).set(group);
      f.repeat(group, () => {
        for (const { index: index2 } of parts) f.get(a).get(b).get(result).get(scratch2).call(index2);
        [a, b, result].forEach((p, i) => f.inc(p, 4 * steps[i]));
      });
    },
    "run"
  );
  const scratchBytes2 = parts.reduce((most, p) => Math.max(most, p.scratchBytes), 0);
  return { bytes: m.finish(), scratchBytes: scratchBytes2, args: `${PASS_ARGS[pass]} scratch` };
};
var PASS_ARGS = { forward: "x w y", inputGrad: "dy w dx", weightGrad: "x dy dw" };

// src/backends/cpu/kernels/scan.ts
var scalarColumn = (f, dtype) => {
  const lanes2 = lanesOf[dtype];
  const wide = dtype === "f32";
  const sum = f.local(wide ? "f64" : lanes2.type);
  return {
    elements: 1,
    reset: () => {
      if (sum.type === "i32") f.i32Const(0);
      else f.f64Const(0);
      f.set(sum);
    },
    add: (src) => {
      f.get(sum).get(src).mem(lanes2.load);
      if (wide) f.op("f64.promote_f32");
      f.op(wide ? "f64.add" : lanes2.add).set(sum);
    },
    store: (dst) => {
      f.get(dst).get(sum);
      if (wide) f.op("f32.demote_f64");
      f.mem(lanes2.store);
    }
  };
};
var vectorColumn = (f, dtype, vectors) => {
  const lanes2 = lanesOf[dtype];
  const wide = dtype === "f32";
  const sums = Array.from({ length: wide ? 2 * vectors : vectors }, () => f.local("v128"));
  return {
    elements: vectors * lanes2.perVector,
    reset: () => {
      for (const sum of sums) f.i32x4Const(0).set(sum);
    },
    add: (src) => {
      sums.forEach((sum, i) => {
        f.get(sum).get(src);
        if (wide)
          f.mem("v128.load64_zero", 8 * i).op("f64x2.promote_low_f32x4").op("f64x2.add");
        else f.mem("v128.load", 16 * i).op(lanes2.vectorAdd);
        f.set(sum);
      });
    },
    store: (dst) => {
      sums.forEach((sum, i) => {
        f.get(dst).get(sum);
        if (wide) f.op("f32x4.demote_f64x2_zero").mem("v128.store64_lane", 8 * i, 0);
        else f.mem("v128.store", 16 * i);
      });
    }
  };
};
var scanKernel = (spec) => {
  const { outer, length, inner, dtype, exclusive = false, reverse = false } = spec;
  const { bytes, perVector } = lanesOf[dtype];
  const m = new ModuleBuilder();
  const step = (reverse ? -1 : 1) * inner * bytes;
  const start = reverse ? (length - 1) * inner * bytes : 0;
  m.func(
    ["i32", "i32"],
    [],
    (f, [src, dst]) => {
      if (outer * length * inner === 0) return;
      const [rows, times, count] = [f.local("i32"), f.local("i32"), f.local("i32")];
      const [from, to] = [f.local("i32"), f.local("i32")];
      const scan = (column, columns) => {
        f.i32Const(columns).set(times);
        f.repeat(times, () => {
          f.get(src).i32Const(start).op("i32.add").set(from);
          f.get(dst).i32Const(start).op("i32.add").set(to);
          column.reset();
          f.i32Const(length).set(count);
          f.repeat(count, () => {
            if (exclusive) column.store(to);
            column.add(from);
            if (!exclusive) column.store(to);
            f.inc(from, step).inc(to, step);
          });
          f.inc(src, column.elements * bytes).inc(dst, column.elements * bytes);
        });
      };
      f.i32Const(outer).set(rows);
      f.repeat(rows, () => {
        let rest = inner;
        for (const vectors of [4, 1]) {
          const elements2 = vectors * perVector;
          if (rest >= elements2) scan(vectorColumn(f, dtype, vectors), Math.floor(rest / elements2));
          rest %= elements2;
        }
        if (rest) scan(scalarColumn(f, dtype), rest);
        f.inc(src, (length - 1) * inner * bytes).inc(dst, (length - 1) * inner * bytes);
      });
    },
    "run"
  );
  return { bytes: m.finish(), scratchBytes: 0, args: "src dst" };
};

// src/backends/cpu/kernels/scatterAdd.ts
var scatterAddKernel = (spec) => {
  const { rows, count, inner } = spec;
  const lanes2 = lanesOf[spec.dtype];
  const rowBytes = inner * lanes2.bytes;
  const m = new ModuleBuilder();
  const add = m.func(["i32", "i32", "i32"], [], (f, [index2, src, out]) => {
    const [i, to, row, left] = [f.local("i32"), f.local("i32"), f.local("i32"), f.local("i32")];
    const addVector = (offset) => {
      f.get(to).get(to).mem("v128.load", offset).get(src).mem("v128.load", offset);
      f.op(lanes2.vectorAdd).mem("v128.store", offset);
    };
    const vectors = Math.floor(inner / lanes2.perVector);
    f.i32Const(count).set(i);
    f.repeat(i, () => {
      f.get(index2).mem("i32.load").tee(row).i32Const(rows).op("i32.lt_u").if(
        () => {
          f.get(row).i32Const(rowBytes).op("i32.mul").get(out).op("i32.add").set(to);
          if (vectors >= 4) {
            f.i32Const(Math.floor(vectors / 4)).set(left);
            f.repeat(left, () => {
              for (let v = 0; v < 4; v++) addVector(16 * v);
              f.inc(to, 64).inc(src, 64);
            });
          }
          for (let v = 0; v < vectors % 4; v++) addVector(16 * v);
          const done = 16 * (vectors % 4);
          for (let e = 0; e < inner % lanes2.perVector; e++) {
            const offset = done + e * lanes2.bytes;
            f.get(to).get(to).mem(lanes2.load, offset).get(src).mem(lanes2.load, offset);
            f.op(lanes2.add).mem(lanes2.store, offset);
          }
          f.inc(src, rowBytes - 64 * Math.floor(vectors / 4));
        },
        () => f.inc(src, rowBytes)
      );
      f.inc(index2, 4);
    });
  });
  if (spec.base) {
    m.func(
      ["i32", "i32", "i32", "i32"],
      [],
      (f, [base, index2, src, out]) => {
        f.get(out).get(base).i32Const(rows * rowBytes).op("memory.copy");
        f.get(index2).get(src).get(out).call(add);
      },
      "run"
    );
  } else {
    m.func(
      ["i32", "i32", "i32"],
      [],
      (f, [index2, src, out]) => {
        f.get(out).i32Const(0).i32Const(rows * rowBytes).op("memory.fill");
        f.get(index2).get(src).get(out).call(add);
      },
      "run"
    );
  }
  const args = spec.base ? "base index src out" : "index src out";
  return { bytes: m.finish(), scratchBytes: 0, args };
};

// src/backends/cpu/kernels/winogradMatrices.ts
var polynomial = (roots) => roots.reduce(
  (p, root) => Array.from({ length: p.length + 1 }, (_, i) => (p[i - 1] ?? 0) - root * (p[i] ?? 0)),
  [1]
);
var transpose = (matrix) => matrix[0].map((_, j) => matrix.map((row) => row[j]));
var cookToom = (m, r, points) => {
  const powers = (p, count) => Array.from({ length: count }, (_, i) => p ** i);
  const infinity = (count) => powers(0, count).reverse();
  const others = (p) => points.filter((q) => q !== p);
  const norm = (p) => others(p).reduce((product, q) => product * (p - q), 1);
  return {
    inputT: [...points.map((p) => [...polynomial(others(p)), 0]), polynomial(points)],
    weights: [...points.map((p) => powers(p, r).map((v) => v / norm(p))), infinity(r)],
    outputT: transpose([...points.map((p) => powers(p, m)), infinity(m)])
  };
};
var f43 = cookToom(4, 3, [0, 3 / 4, -3 / 4, 3 / 2, -3 / 2]);

// src/backends/cpu/kernels/winogradPlan.ts
var PLANES = 36;
var PAD = 16;
var planTiles = (spec, pass) => {
  const [images, h, w, c] = spec.input;
  const output = convOutput(spec);
  const [top, , left] = spec.padding;
  const back = pass === "inputGrad";
  const [height, width] = back ? output : [h, w];
  const [outHeight, outWidth] = back ? [h, w] : output;
  const [channels, cols] = back ? [spec.outChannels, c] : [c, spec.outChannels];
  const tiling = { tilesY: Math.ceil(outHeight / 4), tilesX: Math.ceil(outWidth / 4) };
  return {
    tiles: images * tiling.tilesY * tiling.tilesX,
    source: {
      ...tiling,
      height,
      width,
      pixelBytes: 4 * channels,
      top: back ? 2 - top : top,
      left: back ? 2 - left : left,
      size: 6
    },
    result: {
      ...tiling,
      height: outHeight,
      width: outWidth,
      pixelBytes: 4 * cols,
      top: 0,
      left: 0,
      size: 4
    },
    channels,
    cols
  };
};
var supportsWinograd = (spec) => {
  const { kernel, stride, dilation, groups, padding, outChannels, input } = spec;
  const [n, h, w, c] = input;
  return kernel.every((v) => v === 3) && [...stride, ...dilation, groups].every((v) => v === 1) && padding.every((p) => p >= 0 && p <= 2) && [c, outChannels].every((v) => v >= 16 && v % 8 === 0) && Math.min(h, w) >= 4 && n > 0;
};
var prefersWinograd = (spec, pass) => {
  if (!supportsWinograd(spec)) return false;
  const { tiles, result, channels, cols } = planTiles(spec, pass);
  const pairs = channels * cols;
  const pixels = spec.input[0] * result.height * result.width;
  const direct = 18 / 56 * pixels * pairs + 0.9 * pairs;
  const transforms = 5.2 * pairs + 5.5 * tiles * channels + 4.3 * tiles * cols;
  return 72 / 56 * tiles * pairs + transforms < direct;
};
var scratchRegions = () => {
  let end = 0;
  const take = (bytes) => {
    const at = end;
    end += 64 * Math.ceil(bytes / 64);
    return at;
  };
  return { take, bytes: () => end };
};
var planes = (bytes, count) => ({ row: count * bytes, column: bytes });

// src/backends/cpu/kernels/winogradTransform.ts
var CHUNK = 64;
var TRANSFORM_BYTES = 4 * 36 * CHUNK;
var combiner = (f, fma2) => {
  const constants = /* @__PURE__ */ new Map();
  const constant = (value) => {
    const known = constants.get(value);
    if (known) return known;
    const local = f.local("v128");
    f.f32x4Const(value).set(local);
    constants.set(value, local);
    return local;
  };
  const push = (given) => {
    const terms = given.filter(([k]) => k !== 0).sort((a, b) => Number(b[0] === 1) - Number(a[0] === 1));
    const sum = (count) => {
      const [k, value] = terms[count - 1];
      if (count === 1) {
        f.get(value);
        if (k !== 1) f.get(constant(k)).op("f32x4.mul");
      } else if (Math.abs(k) === 1) {
        sum(count - 1);
        f.get(value).op(k === 1 ? "f32x4.add" : "f32x4.sub");
      } else f.madd(value, constant(k), () => sum(count - 1), fma2);
    };
    sum(terms.length);
  };
  return { constant, push };
};
var opposite = (a, b) => a.every((v, i) => Math.abs(v) === Math.abs(b[i])) && a.some((v, i) => v !== b[i]);
var rowPairs = (matrix) => {
  const firsts = [];
  for (let i = 1; i + 1 < matrix.length; i += 2)
    if (opposite(matrix[i], matrix[i + 1])) firsts.push(i);
  return firsts;
};
var splitPair = (row, next) => {
  const common = row.map((k, j) => k === next[j] ? k : 0);
  const odd = row.map((k, j) => k === next[j] ? 0 : k);
  const known = /* @__PURE__ */ new Set([0, 1, -1, ...common]);
  const fresh = (factor2) => odd.filter((k) => !known.has(k / factor2)).length;
  const factor = odd.filter((k) => k !== 0).reduce((a, b) => fresh(b) < fresh(a) ? b : a);
  return { common, changing: odd.map((k) => k / factor), factor };
};
var constantsOf2 = (matrix) => {
  const pairs = rowPairs(matrix);
  const all = matrix.flatMap((row, i) => {
    if (pairs.includes(i - 1)) return [];
    if (!pairs.includes(i)) return row;
    const { common, changing, factor } = splitPair(row, matrix[i + 1]);
    return [...common, ...changing, factor];
  });
  return new Set(all.filter((k) => k !== 0 && k !== 1));
};
var emitProduct2 = (f, matrix, values, combine, fma2, store2) => {
  const columns = matrix[0].map((_, j) => matrix.map((row) => row[j]));
  const byColumns = rowPairs(columns);
  const terms = (row) => row.map((k, j) => [k, values[j]]);
  if (byColumns.length > 0) {
    const [sums, differences] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
    for (const j of byColumns) {
      const [sum, difference] = [f.local("v128"), f.local("v128")];
      f.get(values[j]).get(values[j + 1]).op("f32x4.add").set(sum);
      f.get(values[j]).get(values[j + 1]).op("f32x4.sub").set(difference);
      sums.set(j, sum);
      differences.set(j, difference);
    }
    matrix.forEach((row, i) => {
      const list = row.flatMap((k, j) => {
        if (byColumns.includes(j - 1)) return [];
        const half = k === row[j + 1] ? sums.get(j) : differences.get(j);
        return [[k, half ?? values[j]]];
      });
      store2(i, () => combine.push(list));
    });
    f.free(...sums.values(), ...differences.values());
    return;
  }
  const pairs = rowPairs(matrix);
  matrix.forEach((row, i) => {
    if (pairs.includes(i - 1)) return;
    if (!pairs.includes(i)) {
      store2(i, () => combine.push(terms(row)));
      return;
    }
    const { common, changing, factor } = splitPair(row, matrix[i + 1]);
    const [even, odd] = [f.local("v128"), f.local("v128")];
    combine.push(terms(common));
    f.set(even);
    combine.push(terms(changing));
    f.set(odd);
    store2(
      i,
      () => combine.push([
        [1, even],
        [factor, odd]
      ])
    );
    store2(i + 1, () => {
      if (factor === 1) f.get(even).get(odd).op("f32x4.sub");
      else if (fma2) f.get(odd).get(combine.constant(factor)).get(even).op("f32x4.relaxed_nmadd");
      else {
        f.get(even).get(odd).get(combine.constant(factor)).op("f32x4.mul").op("f32x4.sub");
      }
    });
    f.free(even, odd);
  });
};
var emitPass = (m, matrix, from, to, fma2) => m.func(["i32", "i32", "i32", "i32"], [], (f, [source, target, shift, n]) => {
  const pointers = (base, line, count) => {
    if (!line.table) return [base];
    return Array.from({ length: count }, (_, i) => {
      const pointer = f.local("i32");
      f.get(base).mem("i32.load", i * line.step).get(shift).op("i32.add").set(pointer);
      return pointer;
    });
  };
  const sources = pointers(source, from, matrix[0].length);
  const targets = pointers(target, to, matrix.length);
  const combine = combiner(f, fma2);
  for (const k of constantsOf2(matrix)) combine.constant(k);
  const values = matrix[0].map(() => f.local("v128"));
  const address = (list, line, i, offset) => [list.length > 1 ? list[i] : list[0], (line.table ? 0 : i * line.step) + offset];
  f.block((never) => {
    f.loop((again) => {
      for (const offset of [0, 16]) {
        if (offset > 0) f.get(n).op("i32.eqz").brIf(never);
        values.forEach((value, i) => {
          const [pointer, at] = address(sources, from, i, offset);
          f.get(pointer).mem("v128.load", at).set(value);
        });
        emitProduct2(f, matrix, values, combine, fma2, (i, push) => {
          const [pointer, at] = address(targets, to, i, offset);
          f.get(pointer);
          push();
          f.mem("v128.store", at);
        });
      }
      for (const pointer of [...sources, ...targets]) f.inc(pointer, 32);
      f.get(n).i32Const(-1).op("i32.add").tee(n).brIf(again);
    });
  });
});
var emitTransform = (m, matrix, from, to, fma2) => {
  const [rows, columns] = [matrix.length, matrix[0].length];
  const [fromTable, toTable] = [from === "table", to === "table"];
  const fromRow = from === "table" ? 4 * columns : from.row;
  const fromColumn = from === "table" ? 4 : from.column;
  const toRow = to === "table" ? 4 * rows : to.row;
  const toColumn = to === "table" ? 4 : to.column;
  const line = 4 * CHUNK;
  const vertical = emitPass(
    m,
    matrix,
    { table: fromTable, step: fromRow },
    { table: false, step: columns * line },
    fma2
  );
  const horizontal = emitPass(
    m,
    matrix,
    { table: false, step: line },
    { table: toTable, step: toColumn },
    fma2
  );
  return m.func(["i32", "i32", "i32", "i32"], [], (f, [source, target, bytes, temp]) => {
    const [shift, n] = [f.local("i32"), f.local("i32")];
    f.for(shift, 0, bytes, line, () => {
      f.get(bytes).get(shift).op("i32.sub").tee(n).i32Const(line);
      f.get(n).i32Const(line).op("i32.lt_u").op("select");
      f.i32Const(5).op("i32.shr_u").set(n);
      for (let x = 0; x < columns; x++) {
        f.get(source).i32Const(x * fromColumn).op("i32.add");
        f.get(temp).i32Const(x * line).op("i32.add");
        f.get(shift).get(n).call(vertical);
      }
      for (let y = 0; y < rows; y++) {
        f.get(temp).i32Const(y * columns * line).op("i32.add");
        f.get(target).i32Const(y * toRow).op("i32.add");
        f.get(shift).get(n).call(horizontal);
      }
      if (!fromTable) f.inc(source, line);
      if (!toTable) f.inc(target, line);
    });
  });
};
var emitAddresses = (m, grid) => m.func(["i32", "i32", "i32", "i32"], [], (f, [at, tile, table, outside]) => {
  const { height, width, pixelBytes, tilesY, tilesX, size } = grid;
  const [image, y, x, row, rows] = Array.from({ length: 5 }, () => f.local("i32"));
  const inside = Array.from({ length: size }, () => f.local("i32"));
  f.get(tile).i32Const(tilesX).op("i32.div_u").tee(y);
  f.i32Const(tilesY).op("i32.div_u").set(image);
  f.get(tile).get(y).i32Const(tilesX).op("i32.mul").op("i32.sub");
  f.i32Const(4).op("i32.mul").i32Const(grid.left).op("i32.sub").set(x);
  f.get(y).get(image).i32Const(tilesY).op("i32.mul").op("i32.sub");
  f.i32Const(4).op("i32.mul").i32Const(grid.top).op("i32.sub").set(y);
  f.get(image).i32Const(height).op("i32.mul").get(y).op("i32.add");
  f.i32Const(width).op("i32.mul").get(x).op("i32.add");
  f.i32Const(pixelBytes).op("i32.mul").get(at).op("i32.add").set(at);
  inside.forEach((local, j) => {
    f.get(x).i32Const(j).op("i32.add").i32Const(width).op("i32.lt_u").set(local);
  });
  f.i32Const(size).set(rows);
  f.repeat(rows, () => {
    f.get(y).i32Const(height).op("i32.lt_u").set(row);
    inside.forEach((local, j) => {
      f.get(table);
      f.get(at).i32Const(j * pixelBytes).op("i32.add").get(outside);
      f.get(row).get(local).op("i32.and").op("select");
      f.mem("i32.store", 4 * j);
    });
    f.inc(table, 4 * size).inc(at, width * pixelBytes).inc(y, 1);
  });
});

// src/backends/cpu/kernels/winogradWeights.ts
var BLOCK_FLOATS = 192 * 1024;
var U_FLOATS = 128 * 1024;
var winogradWeightGrad = (spec, fma2) => {
  const { tiles, source, result, channels, cols } = planTiles(spec, "weightGrad");
  const tile = tileShape(cols, fma2);
  const pairs = channels * cols;
  const byChannels = pairs >= tiles * (channels + cols) && PLANES * pairs > 2 * U_FLOATS;
  const fitting = Math.floor(BLOCK_FLOATS / (PLANES * (channels + cols)));
  const blockTiles = Math.min(tiles, byChannels ? tiles : Math.max(32, Math.min(128, fitting)));
  const single = blockTiles === tiles;
  const rowTiles = Math.max(1, Math.floor(U_FLOATS / (PLANES * cols * tile.rows)));
  const chunk = byChannels ? Math.min(channels, rowTiles * tile.rows) : channels;
  const [vRow, yRow] = [4 * (channels + PAD), 4 * (cols + PAD)];
  const [vPlane, yPlane] = [blockTiles * vRow, blockTiles * yRow];
  const uPlane = 4 * (chunk * cols + PAD);
  const region = scratchRegions();
  const zeros = region.take(4 * Math.max(channels, cols));
  const table = region.take(4 * PLANES);
  const temp = region.take(TRANSFORM_BYTES);
  const u = region.take(PLANES * uPlane);
  const v = region.take(PLANES * vPlane);
  const y = region.take(PLANES * yPlane);
  const m = new ModuleBuilder();
  const xTable = emitAddresses(m, source);
  const dyTable = emitAddresses(m, result);
  const transformX = emitTransform(m, f43.inputT, "table", planes(vPlane, 6), fma2);
  const transformDy = emitTransform(m, transpose(f43.outputT), "table", planes(yPlane, 6), fma2);
  const transformU = emitTransform(
    m,
    transpose(f43.weights),
    planes(uPlane, 6),
    planes(4 * pairs, 3),
    fma2
  );
  const block = emitBlock(m, {
    tile,
    a: { row: 1, col: vRow / 4 },
    b: { row: yRow / 4 },
    cRow: cols,
    rows: channels,
    cols,
    accumulate: !single,
    fma: fma2
  });
  m.func(
    ["i32", "i32", "i32", "i32"],
    [],
    (f, [x, dy, dw, scratch2]) => {
      const locals = Array.from({ length: 5 }, () => f.local("i32"));
      const [first, rows, i, channel, count] = locals;
      const inScratch = (offset) => f.get(scratch2).i32Const(offset).op("i32.add");
      const plus = (index2, step) => f.get(index2).i32Const(step).op("i32.mul").op("i32.add");
      const transform = ([from, addresses, routine], to, row, bytes) => {
        f.get(from).get(first).get(i).op("i32.add");
        inScratch(table);
        inScratch(zeros).call(addresses);
        inScratch(table);
        inScratch(to);
        plus(i, row).i32Const(bytes);
        inScratch(temp).call(routine);
      };
      const clip = (start, step, total, size) => {
        f.i32Const(total).get(start).op("i32.sub").tee(size).i32Const(step);
        f.get(size).i32Const(step).op("i32.lt_u").op("select").set(size);
      };
      const inverse = (start, bytes) => {
        inScratch(u);
        f.get(dw);
        start();
        bytes();
        inScratch(temp).call(transformU);
      };
      inScratch(zeros).i32Const(0).i32Const(4 * Math.max(channels, cols)).op("memory.fill");
      f.for(first, 0, tiles, blockTiles, () => {
        clip(first, blockTiles, tiles, rows);
        f.for(i, 0, rows, 1, () => {
          transform([x, xTable, transformX], v, vRow, 4 * channels);
          transform([dy, dyTable, transformDy], y, yRow, 4 * cols);
        });
        f.for(channel, 0, channels, chunk, () => {
          clip(channel, chunk, channels, count);
          f.for(i, 0, PLANES, 1, () => {
            inScratch(v);
            plus(channel, 4);
            plus(i, vPlane);
            inScratch(y);
            plus(i, yPlane);
            inScratch(u);
            plus(i, uPlane);
            f.get(count).i32Const(cols).get(rows).get(first).call(block);
          });
          if (single)
            inverse(
              () => plus(channel, 4 * cols),
              () => {
                f.get(count).i32Const(4 * cols).op("i32.mul");
              }
            );
        });
      });
      if (!single)
        inverse(
          () => {
          },
          () => {
            f.i32Const(4 * pairs);
          }
        );
    },
    "run"
  );
  return { bytes: m.finish(), scratchBytes: region.bytes(), args: "x dy dw scratch" };
};

// src/backends/cpu/kernels/winograd.ts
var emitPrepare = (m, s, fma2) => {
  const { channels, cols, width, flipped } = s;
  const plane = 4 * channels * width;
  const transform = emitTransform(m, f43.weights, planes(plane, 3), planes(plane, 6), fma2);
  const pack = emitPack(m, {
    width,
    kStride: flipped ? 1 : cols,
    laneStride: flipped ? channels : 1,
    lanes: width,
    panelBytes: plane
  });
  return m.func(["i32", "i32", "i32"], [], (f, [w, scratch2, u]) => {
    const panel = f.local("i32");
    f.get(scratch2).i32Const(s.packed).op("i32.add").set(panel);
    for (let tap = 0; tap < 9; tap++) {
      f.get(w).i32Const(4 * (flipped ? 8 - tap : tap) * channels * cols).op("i32.add");
      f.get(panel).i32Const(tap * plane).op("i32.add");
      f.i32Const(channels).i32Const(width).i32Const(0).call(pack);
    }
    f.get(panel).get(u).i32Const(plane);
    f.get(scratch2).i32Const(s.temp).op("i32.add").call(transform);
  });
};
var productKernel = (spec, flipped, fma2) => {
  const { tiles, source, result, channels, cols } = planTiles(
    spec,
    flipped ? "inputGrad" : "forward"
  );
  const tile = tileShape(cols, fma2);
  const width = tile.cols;
  const weightsOutside = tiles <= 128 && 4 * PLANES * channels * cols > 1 << 20;
  const chunk = Math.min(cols, weightsOutside ? 32 : 64);
  const wanted = tile.rows * Math.floor((channels >= 256 ? 96 : 48) / tile.rows);
  const blockTiles = weightsOutside ? tiles : Math.min(wanted, tiles);
  const [vRow, mRow] = [4 * (channels + PAD), 4 * (chunk + PAD)];
  const [vPlane, mPlane, uPlane] = [blockTiles * vRow, blockTiles * mRow, 4 * channels * width];
  const uPanel = PLANES * uPlane;
  const region = scratchRegions();
  const zeros = region.take(4 * channels);
  const waste = region.take(4 * cols);
  const table = region.take(4 * PLANES);
  const temp = region.take(TRANSFORM_BYTES);
  const packed = region.take(9 * uPlane);
  const u = region.take((weightsOutside ? chunk : cols) / width * uPanel);
  const v = region.take(PLANES * vPlane);
  const products = region.take(PLANES * mPlane);
  const m = new ModuleBuilder();
  const prepare = emitPrepare(m, { channels, cols, width, flipped, packed, temp }, fma2);
  const sourceTable = emitAddresses(m, source);
  const resultTable = emitAddresses(m, result);
  const transformSource = emitTransform(m, f43.inputT, "table", planes(vPlane, 6), fma2);
  const transformResult = emitTransform(m, f43.outputT, planes(mPlane, 6), "table", fma2);
  const block = emitBlock(m, {
    tile,
    a: { row: vRow / 4, col: 1 },
    b: { packed: true, step: uPanel },
    cRow: mRow / 4,
    rows: tiles,
    cols,
    accumulate: false,
    fma: fma2
  });
  m.func(
    ["i32", "i32", "i32", "i32"],
    [],
    (f, [from, w, to, scratch2]) => {
      const locals = Array.from({ length: 7 }, () => f.local("i32"));
      const [first, rows, col, count, i, panel, at] = locals;
      const inScratch = (offset) => f.get(scratch2).i32Const(offset).op("i32.add");
      const plus = (index2, step) => f.get(index2).i32Const(step).op("i32.mul").op("i32.add");
      const clip = (start, step, total, size) => {
        f.i32Const(total).get(start).op("i32.sub").tee(size).i32Const(step);
        f.get(size).i32Const(step).op("i32.lt_u").op("select").set(size);
      };
      const prepareColumns = (start, count2) => {
        start();
        f.set(at);
        inScratch(u).set(panel);
        f.for(i, 0, count2, width, () => {
          f.get(at).get(scratch2).get(panel).call(prepare);
          f.inc(at, flipped ? 4 * width * channels : 4 * width).inc(panel, uPanel);
        });
      };
      inScratch(zeros).i32Const(0).i32Const(4 * channels).op("memory.fill");
      if (!weightsOutside)
        prepareColumns(
          () => f.get(w),
          () => f.i32Const(cols)
        );
      f.for(first, 0, tiles, blockTiles, () => {
        clip(first, blockTiles, tiles, rows);
        f.for(i, 0, rows, 1, () => {
          f.get(from).get(first).get(i).op("i32.add");
          inScratch(table);
          inScratch(zeros).call(sourceTable);
          inScratch(table);
          inScratch(v);
          plus(i, vRow).i32Const(4 * channels);
          inScratch(temp).call(transformSource);
        });
        f.for(col, 0, cols, chunk, () => {
          clip(col, chunk, cols, count);
          if (weightsOutside)
            prepareColumns(
              () => {
                f.get(w);
                plus(col, flipped ? 4 * channels : 4);
              },
              () => f.get(count)
            );
          f.for(i, 0, PLANES, 1, () => {
            inScratch(v);
            plus(i, vPlane);
            inScratch(u);
            if (!weightsOutside) plus(col, uPanel / width);
            plus(i, uPlane);
            inScratch(products);
            plus(i, mPlane);
            f.get(rows).get(count).i32Const(channels).i32Const(0).call(block);
          });
          f.for(i, 0, rows, 1, () => {
            f.get(to);
            plus(col, 4).get(first).get(i).op("i32.add");
            inScratch(table);
            inScratch(waste).call(resultTable);
            inScratch(products);
            plus(i, mRow);
            inScratch(table);
            f.get(count).i32Const(4).op("i32.mul");
            inScratch(temp).call(transformResult);
          });
        });
      });
    },
    "run"
  );
  return { bytes: m.finish(), scratchBytes: region.bytes(), args: "source weights target scratch" };
};
var winogradKernel = (spec) => {
  if (!supportsWinograd(spec)) throw new Error("winograd: not a 3 x 3 convolution it can compute");
  const fma2 = spec.fma ?? hasRelaxedSimd();
  if (spec.pass === "weightGrad") return winogradWeightGrad(spec, fma2);
  return productKernel(spec, spec.pass === "inputGrad", fma2);
};

// src/backends/cpu/special.ts
var elements = /* @__PURE__ */ new Set(["f32", "f64", "i32", "u32"]);
var elementOf = (dtype) => dtype === "bool" ? "i32" : dtype;
function supportsSpecial(k) {
  const [x, , source] = k.inputs;
  switch (k.spec.kind) {
    case "matmul":
    case "conv2d":
      return k.inputs.every((d) => d === "f32") && k.outputs[0] === "f32";
    case "scan":
      return k.spec.op === "sum" && elements.has(x) && k.outputs[0] === x;
    case "argsort":
      return elements.has(x) || x === "bool";
    case "scatterAdd":
      return elements.has(x) && source === x;
  }
}
function matmul(spec) {
  const { m, n, k, a, b, batch } = spec;
  const { bytes, scratchBytes: scratchBytes2 } = matmulKernel({ m, n, k, a, b, batch });
  return { bytes, scratchBytes: scratchBytes2, offsets: [4 * a.offset, 4 * b.offset] };
}
function winogradAllowed() {
  const { process } = globalThis;
  return process?.env?.WGRAD_CONV !== "direct";
}
function conv2d(s) {
  const { pass, stride, padding, dilation, groups } = s;
  const spec = {
    pass,
    input: [s.n, s.h, s.w, s.c],
    kernel: [s.kh, s.kw],
    outChannels: s.oc,
    stride,
    padding,
    dilation,
    groups
  };
  const fast = winogradAllowed() && prefersWinograd(spec, pass);
  return { ...fast ? winogradKernel(spec) : conv2dKernel(spec), offsets: [] };
}
function generateSpecial(k) {
  const { spec } = k;
  const dtype = elementOf(k.inputs[0]);
  const offsets = [];
  switch (spec.kind) {
    case "matmul":
      return matmul(spec);
    case "conv2d":
      return conv2d(spec);
    case "scan":
      return { ...scanKernel({ ...spec, dtype }), offsets };
    case "argsort":
      return { ...argsortKernel({ ...spec, dtype }), offsets };
    case "scatterAdd":
      return { ...scatterAddKernel({ ...spec, dtype, base: true }), offsets };
  }
}

// src/backends/cpu/cpu-backend.ts
var CACHE_SIZE = 8192;
var capabilities = {
  bytes: (dtype) => byteSize[dtype],
  alignment: ALIGNMENT,
  maxInputs: 24,
  supports: (kernel) => kernel.kind === "nest" || supportsSpecial(kernel)
};
function binder(run, slots, at) {
  const [a, b, c, d, e] = slots;
  switch (slots.length) {
    case 1:
      return () => run(at[a]);
    case 2:
      return () => run(at[a], at[b]);
    case 3:
      return () => run(at[a], at[b], at[c]);
    case 4:
      return () => run(at[a], at[b], at[c], at[d]);
    case 5:
      return () => run(at[a], at[b], at[c], at[d], at[e]);
    default: {
      const args = new Array(slots.length).fill(0);
      return () => {
        for (let i = 0; i < args.length; i++) args[i] = at[slots[i]];
        run(...args);
      };
    }
  }
}
var CpuBackend = class {
  name = "cpu";
  description;
  capabilities = capabilities;
  heap = createAllocator();
  kernels = /* @__PURE__ */ new Map();
  scratch = { address: 0, bytes: 0 };
  debug = debugLevel();
  constructor() {
    const features = detectCpu();
    if (!features.simd) throw new DeviceError("this WebAssembly engine has no 128-bit SIMD");
    this.description = describeCpu(features);
  }
  alloc(aval) {
    const bytes = sizeOf(aval.shape) * byteSize[aval.dtype];
    const storage = { bytes, address: this.heap.take(bytes) };
    return storage;
  }
  free(storage) {
    const { address, bytes } = this.own(storage);
    this.heap.give(address, bytes);
    storage.address = -1;
  }
  own(storage) {
    const s = storage;
    if (s.address < 0) throw new DeviceError("the memory of this tensor has been freed");
    return s;
  }
  upload(storage, aval, values) {
    store(this.heap.memory.buffer, this.own(storage).address, aval.dtype, values);
  }
  downloadSync(storage, aval) {
    const n = sizeOf(aval.shape);
    return fetch(this.heap.memory.buffer, this.own(storage).address, aval.dtype, n);
  }
  async download(storage, aval) {
    return this.downloadSync(storage, aval);
  }
  load(kernel) {
    const key = `${kernel.kind} ${kernel.key}`;
    const found = this.kernels.get(key);
    if (found) return found;
    const { memory } = this.heap;
    let loaded;
    if (kernel.kind === "nest") {
      const { bytes, imports, schedule: schedule2 } = generateNest(kernel, hasRelaxedSimd());
      if (this.debug >= 3) console.error(describeNest(kernel, schedule2, bytes.length));
      loaded = { run: instantiate(bytes, memory, imports).run, scratchBytes: 0, offsets: [] };
    } else {
      const { bytes, scratchBytes: scratchBytes2, offsets } = generateSpecial(kernel);
      loaded = { run: instantiate(bytes, memory).run, scratchBytes: scratchBytes2, offsets };
    }
    if (this.kernels.size >= CACHE_SIZE) {
      this.kernels.delete(this.kernels.keys().next().value);
    }
    this.kernels.set(key, loaded);
    return loaded;
  }
  compile(graph, options) {
    return this.executable(planProgram(graph, { capabilities, ...options }));
  }
  /** Loads a program that is already planned. */
  executable(program) {
    const shifted = [];
    const { slots, steps, tempBytes, name } = program;
    const loaded = steps.map(({ kernel, label }) => {
      try {
        return this.load(kernel);
      } catch (e) {
        throw new DeviceError(`${name}: kernel ${label} cannot be built: ${e.message}`);
      }
    });
    let scratchBytes2 = 0;
    const operands = steps.map(({ args }, i) => {
      const { offsets, scratchBytes: need } = loaded[i];
      const list = args.map((slot, k) => {
        if (!offsets[k]) return slot;
        shifted.push({ slot, offset: offsets[k] });
        return slots.length + shifted.length - 1;
      });
      const { kernel } = steps[i];
      scratchBytes2 = Math.max(scratchBytes2, need);
      return kernel.kind === "special" ? { list, scratch: true } : { list, scratch: false };
    });
    const last = slots.length + shifted.length;
    const at = new Float64Array(last + 1);
    const calls2 = operands.map(
      ({ list, scratch: scratch2 }, i) => binder(loaded[i].run, scratch2 ? [...list, last] : list, at)
    );
    const run = (inputs, outputs) => {
      if (calls2.length === 0) return;
      const arena = tempBytes > 0 ? this.heap.take(tempBytes) : 0;
      try {
        at[last] = this.scratchFor(scratchBytes2);
        for (let i = 0; i < slots.length; i++) {
          const s = slots[i];
          at[i] = s.kind === "temp" ? arena + s.offset : this.own(s.kind === "input" ? inputs[s.index] : outputs[s.index]).address;
        }
        for (let i = 0; i < shifted.length; i++) {
          at[slots.length + i] = at[shifted[i].slot] + shifted[i].offset;
        }
        this.runAll(program, calls2);
      } finally {
        if (tempBytes > 0) this.heap.give(arena, tempBytes);
      }
    };
    return { program, run, dispose: () => {
    } };
  }
  runAll(program, calls2) {
    let i = 0;
    try {
      if (this.debug > 0) {
        const times = new Array(calls2.length);
        for (; i < calls2.length; i++) {
          const start = performance.now();
          calls2[i]();
          times[i] = performance.now() - start;
        }
        printProfile(program, times);
      } else for (; i < calls2.length; i++) calls2[i]();
    } catch (e) {
      const { label } = program.steps[i];
      throw new DeviceError(`${program.name}: kernel ${label} failed: ${e.message}`);
    }
  }
  scratchFor(bytes) {
    if (bytes > this.scratch.bytes) {
      if (this.scratch.bytes > 0) this.heap.give(this.scratch.address, this.scratch.bytes);
      this.scratch = { address: 0, bytes: 0 };
      this.scratch = { address: this.heap.take(bytes), bytes };
    }
    return this.scratch.address;
  }
  async sync() {
  }
  memory() {
    const { used, pooled } = this.heap.counts();
    return { used: used - this.scratch.bytes, pooled: pooled + this.scratch.bytes };
  }
  dispose() {
    this.kernels.clear();
  }
};
var createCpuBackend = () => new CpuBackend();
export {
  CpuBackend,
  createCpuBackend
};
//# sourceMappingURL=data:application/json;base64,ewogICJ2ZXJzaW9uIjogMywKICAic291cmNlcyI6IFsiLi4vLi4vc3JjL2JhY2tlbmRzL2NwdS93YXNtL2J5dGVzLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUvd2FzbS9vcGNvZGVzLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUvd2FzbS9mdW5jdGlvbi1idWlsZGVyLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUvd2FzbS9hc3NlbWJsZXIudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL2NwdS9hbGxvY2F0b3IudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL2NwdS9jb252ZXJ0LnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUvZGVidWcudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL2NwdS9kZXRlY3QudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL2NwdS9uZXN0L2FuYWx5c2lzLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUvbmVzdC9jb250ZXh0LnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUvbmVzdC9mbG9hdC1tYXRoLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUvbmVzdC9qcy1tYXRoLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUvbmVzdC9mdW5jdGlvbnMudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL2NwdS9uZXN0L2hhbGYudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL2NwdS9uZXN0L3NjYWxhci50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvY3B1L25lc3Qvc2NoZWR1bGUudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL2NwdS9uZXN0L21lbW9yeS50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvY3B1L25lc3QvcmVkdWNlLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUvbmVzdC92ZWN0b3IudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL2NwdS9uZXN0L2dlbmVyYXRlLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUva2VybmVscy9sYW5lcy50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvY3B1L2tlcm5lbHMvYXJnc29ydC50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvY3B1L2tlcm5lbHMvY29udlNoYXBlLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUva2VybmVscy90aWxlLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUva2VybmVscy9wYWNrLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUva2VybmVscy9nYXRoZXIudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL2NwdS9rZXJuZWxzL2RlcHRod2lzZS50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvY3B1L2tlcm5lbHMvbWF0dmVjLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUva2VybmVscy9tYXRtdWwudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL2NwdS9rZXJuZWxzL2NvbnYyZC50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvY3B1L2tlcm5lbHMvc2Nhbi50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvY3B1L2tlcm5lbHMvc2NhdHRlckFkZC50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvY3B1L2tlcm5lbHMvd2lub2dyYWRNYXRyaWNlcy50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvY3B1L2tlcm5lbHMvd2lub2dyYWRQbGFuLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUva2VybmVscy93aW5vZ3JhZFRyYW5zZm9ybS50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvY3B1L2tlcm5lbHMvd2lub2dyYWRXZWlnaHRzLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy9jcHUva2VybmVscy93aW5vZ3JhZC50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvY3B1L3NwZWNpYWwudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL2NwdS9jcHUtYmFja2VuZC50cyJdLAogICJzb3VyY2VzQ29udGVudCI6IFsiLy8gQSBncm93YWJsZSBieXRlIGJ1ZmZlciB3aXRoIHRoZSBpbnRlZ2VyIGVuY29kaW5nIG9mIFdlYkFzc2VtYmx5IChMRUIxMjgpLiBPbmUgYnVmZmVyIHBlciBmdW5jdGlvblxuLy8gYm9keSBhbmQgcGVyIG1vZHVsZTogbmVzdGVkIGFycmF5cyB3ZXJlIG1vc3Qgb2YgdGhlIGNvc3Qgb2YgYSBqdXN0LWluLXRpbWUga2VybmVsLlxuXG4vKiogQSBncm93YWJsZSBieXRlIGJ1ZmZlciB3aXRoIExFQjEyOCBpbnRlZ2Vycy4gKi9cbmV4cG9ydCBjbGFzcyBCeXRlcyB7XG4gIGRhdGE6IFVpbnQ4QXJyYXk7XG4gIGxlbmd0aCA9IDA7XG5cbiAgY29uc3RydWN0b3IoY2FwYWNpdHkgPSAyNTYpIHtcbiAgICB0aGlzLmRhdGEgPSBuZXcgVWludDhBcnJheShjYXBhY2l0eSk7XG4gIH1cblxuICBwcml2YXRlIHJlc2VydmUoY291bnQ6IG51bWJlcik6IHZvaWQge1xuICAgIGlmICh0aGlzLmxlbmd0aCArIGNvdW50IDw9IHRoaXMuZGF0YS5sZW5ndGgpIHJldHVybjtcbiAgICBjb25zdCBncm93biA9IG5ldyBVaW50OEFycmF5KE1hdGgubWF4KHRoaXMuZGF0YS5sZW5ndGggKiAyLCB0aGlzLmxlbmd0aCArIGNvdW50KSk7XG4gICAgZ3Jvd24uc2V0KHRoaXMuZGF0YS5zdWJhcnJheSgwLCB0aGlzLmxlbmd0aCkpO1xuICAgIHRoaXMuZGF0YSA9IGdyb3duO1xuICB9XG5cbiAgYnl0ZSh2YWx1ZTogbnVtYmVyKTogdm9pZCB7XG4gICAgaWYgKHRoaXMubGVuZ3RoID09PSB0aGlzLmRhdGEubGVuZ3RoKSB0aGlzLnJlc2VydmUoMSk7XG4gICAgdGhpcy5kYXRhW3RoaXMubGVuZ3RoKytdID0gdmFsdWU7XG4gIH1cblxuICBhcHBlbmQoc291cmNlOiBVaW50OEFycmF5KTogdm9pZCB7XG4gICAgdGhpcy5yZXNlcnZlKHNvdXJjZS5sZW5ndGgpO1xuICAgIHRoaXMuZGF0YS5zZXQoc291cmNlLCB0aGlzLmxlbmd0aCk7XG4gICAgdGhpcy5sZW5ndGggKz0gc291cmNlLmxlbmd0aDtcbiAgfVxuXG4gIC8qKiBVbnNpZ25lZCBMRUIxMjggb2YgMC4uMl4zMi0xLiAqL1xuICB1bnNpZ25lZCh2YWx1ZTogbnVtYmVyKTogdm9pZCB7XG4gICAgbGV0IHJlc3QgPSB2YWx1ZSA+Pj4gMDtcbiAgICB3aGlsZSAocmVzdCA+PSAweDgwKSB7XG4gICAgICB0aGlzLmJ5dGUoKHJlc3QgJiAweDdmKSB8IDB4ODApO1xuICAgICAgcmVzdCA+Pj49IDc7XG4gICAgfVxuICAgIHRoaXMuYnl0ZShyZXN0KTtcbiAgfVxuXG4gIC8qKiBTaWduZWQgTEVCMTI4IG9mIGFuIGkzMiAoMC4uMl4zMi0xIGlzIHRha2VuIG1vZHVsbyAyXjMyKS4gKi9cbiAgc2lnbmVkKHZhbHVlOiBudW1iZXIpOiB2b2lkIHtcbiAgICBsZXQgcmVzdCA9IHZhbHVlIHwgMDtcbiAgICB3aGlsZSAocmVzdCA8IC02NCB8fCByZXN0ID4gNjMpIHtcbiAgICAgIHRoaXMuYnl0ZSgocmVzdCAmIDB4N2YpIHwgMHg4MCk7XG4gICAgICByZXN0ID4+PSA3O1xuICAgIH1cbiAgICB0aGlzLmJ5dGUocmVzdCAmIDB4N2YpO1xuICB9XG5cbiAgc2lnbmVkNjQodmFsdWU6IGJpZ2ludCk6IHZvaWQge1xuICAgIGxldCByZXN0ID0gQmlnSW50LmFzSW50Tig2NCwgdmFsdWUpO1xuICAgIHdoaWxlIChyZXN0IDwgLTY0biB8fCByZXN0ID4gNjNuKSB7XG4gICAgICB0aGlzLmJ5dGUoTnVtYmVyKHJlc3QgJiAweDdmbikgfCAweDgwKTtcbiAgICAgIHJlc3QgPj49IDduO1xuICAgIH1cbiAgICB0aGlzLmJ5dGUoTnVtYmVyKHJlc3QgJiAweDdmbikpO1xuICB9XG5cbiAgdGV4dCh2YWx1ZTogc3RyaW5nKTogdm9pZCB7XG4gICAgY29uc3QgZW5jb2RlZCA9IG5ldyBUZXh0RW5jb2RlcigpLmVuY29kZSh2YWx1ZSk7XG4gICAgdGhpcy51bnNpZ25lZChlbmNvZGVkLmxlbmd0aCk7XG4gICAgdGhpcy5hcHBlbmQoZW5jb2RlZCk7XG4gIH1cblxuICBieXRlcygpOiBVaW50OEFycmF5IHtcbiAgICByZXR1cm4gdGhpcy5kYXRhLnN1YmFycmF5KDAsIHRoaXMubGVuZ3RoKTtcbiAgfVxufVxuIiwgIi8vIEluc3RydWN0aW9uIG5hbWVzIGFuZCBudW1iZXJzIG9mIFdlYkFzc2VtYmx5OiB0aGUgc2NhbGFyIGNvcmUsIDEyOC1iaXQgU0lNRCwgcmVsYXhlZCBTSU1ELCBidWxrXG4vLyBtZW1vcnkuIE5hbWVzIGFyZSB0aGUgc3RhbmRhcmQncywgc28gdGhhdCBhIGtlcm5lbCBnZW5lcmF0b3IgY2FuIGJlIHJlYWQgYmVzaWRlIGl0LlxuLy8gU291cmNlOiBodHRwczovL3dlYmFzc2VtYmx5LmdpdGh1Yi5pby9zcGVjL2NvcmUvYXBwZW5kaXgvaW5kZXgtaW5zdHJ1Y3Rpb25zLmh0bWxcblxuLy8gYmlvbWUtaWdub3JlIGZvcm1hdDogYSB0YWJsZVxuY29uc3Qgc2NhbGFyID0ge1xuICB1bnJlYWNoYWJsZTogMHgwMCwgbm9wOiAweDAxLCByZXR1cm46IDB4MGYsIGRyb3A6IDB4MWEsIHNlbGVjdDogMHgxYixcbiAgJ2kzMi5sb2FkJzogMHgyOCwgJ2k2NC5sb2FkJzogMHgyOSwgJ2YzMi5sb2FkJzogMHgyYSwgJ2Y2NC5sb2FkJzogMHgyYixcbiAgJ2kzMi5sb2FkOF9zJzogMHgyYywgJ2kzMi5sb2FkOF91JzogMHgyZCwgJ2kzMi5sb2FkMTZfcyc6IDB4MmUsICdpMzIubG9hZDE2X3UnOiAweDJmLFxuICAnaTY0LmxvYWQ4X3MnOiAweDMwLCAnaTY0LmxvYWQ4X3UnOiAweDMxLCAnaTY0LmxvYWQxNl9zJzogMHgzMiwgJ2k2NC5sb2FkMTZfdSc6IDB4MzMsXG4gICdpNjQubG9hZDMyX3MnOiAweDM0LCAnaTY0LmxvYWQzMl91JzogMHgzNSxcbiAgJ2kzMi5zdG9yZSc6IDB4MzYsICdpNjQuc3RvcmUnOiAweDM3LCAnZjMyLnN0b3JlJzogMHgzOCwgJ2Y2NC5zdG9yZSc6IDB4MzksXG4gICdpMzIuc3RvcmU4JzogMHgzYSwgJ2kzMi5zdG9yZTE2JzogMHgzYiwgJ2k2NC5zdG9yZTgnOiAweDNjLCAnaTY0LnN0b3JlMTYnOiAweDNkLFxuICAnaTY0LnN0b3JlMzInOiAweDNlLFxuICAnaTMyLmVxeic6IDB4NDUsICdpMzIuZXEnOiAweDQ2LCAnaTMyLm5lJzogMHg0NywgJ2kzMi5sdF9zJzogMHg0OCwgJ2kzMi5sdF91JzogMHg0OSxcbiAgJ2kzMi5ndF9zJzogMHg0YSwgJ2kzMi5ndF91JzogMHg0YiwgJ2kzMi5sZV9zJzogMHg0YywgJ2kzMi5sZV91JzogMHg0ZCwgJ2kzMi5nZV9zJzogMHg0ZSxcbiAgJ2kzMi5nZV91JzogMHg0ZixcbiAgJ2k2NC5lcXonOiAweDUwLCAnaTY0LmVxJzogMHg1MSwgJ2k2NC5uZSc6IDB4NTIsICdpNjQubHRfcyc6IDB4NTMsICdpNjQubHRfdSc6IDB4NTQsXG4gICdpNjQuZ3Rfcyc6IDB4NTUsICdpNjQuZ3RfdSc6IDB4NTYsICdpNjQubGVfcyc6IDB4NTcsICdpNjQubGVfdSc6IDB4NTgsICdpNjQuZ2Vfcyc6IDB4NTksXG4gICdpNjQuZ2VfdSc6IDB4NWEsXG4gICdmMzIuZXEnOiAweDViLCAnZjMyLm5lJzogMHg1YywgJ2YzMi5sdCc6IDB4NWQsICdmMzIuZ3QnOiAweDVlLCAnZjMyLmxlJzogMHg1ZiwgJ2YzMi5nZSc6IDB4NjAsXG4gICdmNjQuZXEnOiAweDYxLCAnZjY0Lm5lJzogMHg2MiwgJ2Y2NC5sdCc6IDB4NjMsICdmNjQuZ3QnOiAweDY0LCAnZjY0LmxlJzogMHg2NSwgJ2Y2NC5nZSc6IDB4NjYsXG4gICdpMzIuY2x6JzogMHg2NywgJ2kzMi5jdHonOiAweDY4LCAnaTMyLnBvcGNudCc6IDB4NjksICdpMzIuYWRkJzogMHg2YSwgJ2kzMi5zdWInOiAweDZiLFxuICAnaTMyLm11bCc6IDB4NmMsICdpMzIuZGl2X3MnOiAweDZkLCAnaTMyLmRpdl91JzogMHg2ZSwgJ2kzMi5yZW1fcyc6IDB4NmYsICdpMzIucmVtX3UnOiAweDcwLFxuICAnaTMyLmFuZCc6IDB4NzEsICdpMzIub3InOiAweDcyLCAnaTMyLnhvcic6IDB4NzMsICdpMzIuc2hsJzogMHg3NCwgJ2kzMi5zaHJfcyc6IDB4NzUsXG4gICdpMzIuc2hyX3UnOiAweDc2LCAnaTMyLnJvdGwnOiAweDc3LCAnaTMyLnJvdHInOiAweDc4LFxuICAnaTY0LmNseic6IDB4NzksICdpNjQuY3R6JzogMHg3YSwgJ2k2NC5wb3BjbnQnOiAweDdiLCAnaTY0LmFkZCc6IDB4N2MsICdpNjQuc3ViJzogMHg3ZCxcbiAgJ2k2NC5tdWwnOiAweDdlLCAnaTY0LmRpdl9zJzogMHg3ZiwgJ2k2NC5kaXZfdSc6IDB4ODAsICdpNjQucmVtX3MnOiAweDgxLCAnaTY0LnJlbV91JzogMHg4MixcbiAgJ2k2NC5hbmQnOiAweDgzLCAnaTY0Lm9yJzogMHg4NCwgJ2k2NC54b3InOiAweDg1LCAnaTY0LnNobCc6IDB4ODYsICdpNjQuc2hyX3MnOiAweDg3LFxuICAnaTY0LnNocl91JzogMHg4OCwgJ2k2NC5yb3RsJzogMHg4OSwgJ2k2NC5yb3RyJzogMHg4YSxcbiAgJ2YzMi5hYnMnOiAweDhiLCAnZjMyLm5lZyc6IDB4OGMsICdmMzIuY2VpbCc6IDB4OGQsICdmMzIuZmxvb3InOiAweDhlLCAnZjMyLnRydW5jJzogMHg4ZixcbiAgJ2YzMi5uZWFyZXN0JzogMHg5MCwgJ2YzMi5zcXJ0JzogMHg5MSwgJ2YzMi5hZGQnOiAweDkyLCAnZjMyLnN1Yic6IDB4OTMsICdmMzIubXVsJzogMHg5NCxcbiAgJ2YzMi5kaXYnOiAweDk1LCAnZjMyLm1pbic6IDB4OTYsICdmMzIubWF4JzogMHg5NywgJ2YzMi5jb3B5c2lnbic6IDB4OTgsXG4gICdmNjQuYWJzJzogMHg5OSwgJ2Y2NC5uZWcnOiAweDlhLCAnZjY0LmNlaWwnOiAweDliLCAnZjY0LmZsb29yJzogMHg5YywgJ2Y2NC50cnVuYyc6IDB4OWQsXG4gICdmNjQubmVhcmVzdCc6IDB4OWUsICdmNjQuc3FydCc6IDB4OWYsICdmNjQuYWRkJzogMHhhMCwgJ2Y2NC5zdWInOiAweGExLCAnZjY0Lm11bCc6IDB4YTIsXG4gICdmNjQuZGl2JzogMHhhMywgJ2Y2NC5taW4nOiAweGE0LCAnZjY0Lm1heCc6IDB4YTUsICdmNjQuY29weXNpZ24nOiAweGE2LFxuICAnaTMyLndyYXBfaTY0JzogMHhhNywgJ2kzMi50cnVuY19mMzJfcyc6IDB4YTgsICdpMzIudHJ1bmNfZjMyX3UnOiAweGE5LFxuICAnaTMyLnRydW5jX2Y2NF9zJzogMHhhYSwgJ2kzMi50cnVuY19mNjRfdSc6IDB4YWIsICdpNjQuZXh0ZW5kX2kzMl9zJzogMHhhYyxcbiAgJ2k2NC5leHRlbmRfaTMyX3UnOiAweGFkLCAnaTY0LnRydW5jX2YzMl9zJzogMHhhZSwgJ2k2NC50cnVuY19mMzJfdSc6IDB4YWYsXG4gICdpNjQudHJ1bmNfZjY0X3MnOiAweGIwLCAnaTY0LnRydW5jX2Y2NF91JzogMHhiMSwgJ2YzMi5jb252ZXJ0X2kzMl9zJzogMHhiMixcbiAgJ2YzMi5jb252ZXJ0X2kzMl91JzogMHhiMywgJ2YzMi5jb252ZXJ0X2k2NF9zJzogMHhiNCwgJ2YzMi5jb252ZXJ0X2k2NF91JzogMHhiNSxcbiAgJ2YzMi5kZW1vdGVfZjY0JzogMHhiNiwgJ2Y2NC5jb252ZXJ0X2kzMl9zJzogMHhiNywgJ2Y2NC5jb252ZXJ0X2kzMl91JzogMHhiOCxcbiAgJ2Y2NC5jb252ZXJ0X2k2NF9zJzogMHhiOSwgJ2Y2NC5jb252ZXJ0X2k2NF91JzogMHhiYSwgJ2Y2NC5wcm9tb3RlX2YzMic6IDB4YmIsXG4gICdpMzIucmVpbnRlcnByZXRfZjMyJzogMHhiYywgJ2k2NC5yZWludGVycHJldF9mNjQnOiAweGJkLCAnZjMyLnJlaW50ZXJwcmV0X2kzMic6IDB4YmUsXG4gICdmNjQucmVpbnRlcnByZXRfaTY0JzogMHhiZiwgJ2kzMi5leHRlbmQ4X3MnOiAweGMwLCAnaTMyLmV4dGVuZDE2X3MnOiAweGMxLFxuICAnaTY0LmV4dGVuZDhfcyc6IDB4YzIsICdpNjQuZXh0ZW5kMTZfcyc6IDB4YzMsICdpNjQuZXh0ZW5kMzJfcyc6IDB4YzQsXG59IGFzIGNvbnN0O1xuXG4vLyBQcmVmaXggMHhmYy5cbi8vIGJpb21lLWlnbm9yZSBmb3JtYXQ6IGEgdGFibGVcbmNvbnN0IGJ1bGsgPSB7XG4gICdpMzIudHJ1bmNfc2F0X2YzMl9zJzogMHhmYzAwMDAsICdpMzIudHJ1bmNfc2F0X2YzMl91JzogMHhmYzAwMDEsXG4gICdpMzIudHJ1bmNfc2F0X2Y2NF9zJzogMHhmYzAwMDIsICdpMzIudHJ1bmNfc2F0X2Y2NF91JzogMHhmYzAwMDMsXG4gICdpNjQudHJ1bmNfc2F0X2YzMl9zJzogMHhmYzAwMDQsICdpNjQudHJ1bmNfc2F0X2YzMl91JzogMHhmYzAwMDUsXG4gICdpNjQudHJ1bmNfc2F0X2Y2NF9zJzogMHhmYzAwMDYsICdpNjQudHJ1bmNfc2F0X2Y2NF91JzogMHhmYzAwMDcsXG4gICdtZW1vcnkuY29weSc6IDB4ZmMwMDBhLCAnbWVtb3J5LmZpbGwnOiAweGZjMDAwYixcbn0gYXMgY29uc3Q7XG5cbi8vIFByZWZpeCAweGZkLiBUaGUgbnVtYmVycyBiZWxvdyBhcmUgdGhlIG9uZXMgYWZ0ZXIgdGhlIHByZWZpeC5cbi8vIGJpb21lLWlnbm9yZSBmb3JtYXQ6IGEgdGFibGVcbmNvbnN0IHNpbWQgPSB7XG4gICd2MTI4LmxvYWQnOiAwLCAndjEyOC5sb2FkOHg4X3MnOiAxLCAndjEyOC5sb2FkOHg4X3UnOiAyLCAndjEyOC5sb2FkMTZ4NF9zJzogMyxcbiAgJ3YxMjgubG9hZDE2eDRfdSc6IDQsICd2MTI4LmxvYWQzMngyX3MnOiA1LCAndjEyOC5sb2FkMzJ4Ml91JzogNiwgJ3YxMjgubG9hZDhfc3BsYXQnOiA3LFxuICAndjEyOC5sb2FkMTZfc3BsYXQnOiA4LCAndjEyOC5sb2FkMzJfc3BsYXQnOiA5LCAndjEyOC5sb2FkNjRfc3BsYXQnOiAxMCwgJ3YxMjguc3RvcmUnOiAxMSxcbiAgJ3YxMjguY29uc3QnOiAxMiwgJ2k4eDE2LnNodWZmbGUnOiAxMywgJ2k4eDE2LnN3aXp6bGUnOiAxNCxcbiAgJ2k4eDE2LnNwbGF0JzogMTUsICdpMTZ4OC5zcGxhdCc6IDE2LCAnaTMyeDQuc3BsYXQnOiAxNywgJ2k2NHgyLnNwbGF0JzogMTgsXG4gICdmMzJ4NC5zcGxhdCc6IDE5LCAnZjY0eDIuc3BsYXQnOiAyMCxcbiAgJ2k4eDE2LmV4dHJhY3RfbGFuZV9zJzogMjEsICdpOHgxNi5leHRyYWN0X2xhbmVfdSc6IDIyLCAnaTh4MTYucmVwbGFjZV9sYW5lJzogMjMsXG4gICdpMTZ4OC5leHRyYWN0X2xhbmVfcyc6IDI0LCAnaTE2eDguZXh0cmFjdF9sYW5lX3UnOiAyNSwgJ2kxNng4LnJlcGxhY2VfbGFuZSc6IDI2LFxuICAnaTMyeDQuZXh0cmFjdF9sYW5lJzogMjcsICdpMzJ4NC5yZXBsYWNlX2xhbmUnOiAyOCwgJ2k2NHgyLmV4dHJhY3RfbGFuZSc6IDI5LFxuICAnaTY0eDIucmVwbGFjZV9sYW5lJzogMzAsICdmMzJ4NC5leHRyYWN0X2xhbmUnOiAzMSwgJ2YzMng0LnJlcGxhY2VfbGFuZSc6IDMyLFxuICAnZjY0eDIuZXh0cmFjdF9sYW5lJzogMzMsICdmNjR4Mi5yZXBsYWNlX2xhbmUnOiAzNCxcbiAgJ2k4eDE2LmVxJzogMzUsICdpOHgxNi5uZSc6IDM2LCAnaTh4MTYubHRfcyc6IDM3LCAnaTh4MTYubHRfdSc6IDM4LCAnaTh4MTYuZ3Rfcyc6IDM5LFxuICAnaTh4MTYuZ3RfdSc6IDQwLCAnaTh4MTYubGVfcyc6IDQxLCAnaTh4MTYubGVfdSc6IDQyLCAnaTh4MTYuZ2Vfcyc6IDQzLCAnaTh4MTYuZ2VfdSc6IDQ0LFxuICAnaTE2eDguZXEnOiA0NSwgJ2kxNng4Lm5lJzogNDYsICdpMTZ4OC5sdF9zJzogNDcsICdpMTZ4OC5sdF91JzogNDgsICdpMTZ4OC5ndF9zJzogNDksXG4gICdpMTZ4OC5ndF91JzogNTAsICdpMTZ4OC5sZV9zJzogNTEsICdpMTZ4OC5sZV91JzogNTIsICdpMTZ4OC5nZV9zJzogNTMsICdpMTZ4OC5nZV91JzogNTQsXG4gICdpMzJ4NC5lcSc6IDU1LCAnaTMyeDQubmUnOiA1NiwgJ2kzMng0Lmx0X3MnOiA1NywgJ2kzMng0Lmx0X3UnOiA1OCwgJ2kzMng0Lmd0X3MnOiA1OSxcbiAgJ2kzMng0Lmd0X3UnOiA2MCwgJ2kzMng0LmxlX3MnOiA2MSwgJ2kzMng0LmxlX3UnOiA2MiwgJ2kzMng0LmdlX3MnOiA2MywgJ2kzMng0LmdlX3UnOiA2NCxcbiAgJ2YzMng0LmVxJzogNjUsICdmMzJ4NC5uZSc6IDY2LCAnZjMyeDQubHQnOiA2NywgJ2YzMng0Lmd0JzogNjgsICdmMzJ4NC5sZSc6IDY5LCAnZjMyeDQuZ2UnOiA3MCxcbiAgJ2Y2NHgyLmVxJzogNzEsICdmNjR4Mi5uZSc6IDcyLCAnZjY0eDIubHQnOiA3MywgJ2Y2NHgyLmd0JzogNzQsICdmNjR4Mi5sZSc6IDc1LCAnZjY0eDIuZ2UnOiA3NixcbiAgJ3YxMjgubm90JzogNzcsICd2MTI4LmFuZCc6IDc4LCAndjEyOC5hbmRub3QnOiA3OSwgJ3YxMjgub3InOiA4MCwgJ3YxMjgueG9yJzogODEsXG4gICd2MTI4LmJpdHNlbGVjdCc6IDgyLCAndjEyOC5hbnlfdHJ1ZSc6IDgzLFxuICAndjEyOC5sb2FkOF9sYW5lJzogODQsICd2MTI4LmxvYWQxNl9sYW5lJzogODUsICd2MTI4LmxvYWQzMl9sYW5lJzogODYsICd2MTI4LmxvYWQ2NF9sYW5lJzogODcsXG4gICd2MTI4LnN0b3JlOF9sYW5lJzogODgsICd2MTI4LnN0b3JlMTZfbGFuZSc6IDg5LCAndjEyOC5zdG9yZTMyX2xhbmUnOiA5MCxcbiAgJ3YxMjguc3RvcmU2NF9sYW5lJzogOTEsICd2MTI4LmxvYWQzMl96ZXJvJzogOTIsICd2MTI4LmxvYWQ2NF96ZXJvJzogOTMsXG4gICdmMzJ4NC5kZW1vdGVfZjY0eDJfemVybyc6IDk0LCAnZjY0eDIucHJvbW90ZV9sb3dfZjMyeDQnOiA5NSxcbiAgJ2k4eDE2LmFicyc6IDk2LCAnaTh4MTYubmVnJzogOTcsICdpOHgxNi5wb3BjbnQnOiA5OCwgJ2k4eDE2LmFsbF90cnVlJzogOTksXG4gICdpOHgxNi5iaXRtYXNrJzogMTAwLCAnaTh4MTYubmFycm93X2kxNng4X3MnOiAxMDEsICdpOHgxNi5uYXJyb3dfaTE2eDhfdSc6IDEwMixcbiAgJ2YzMng0LmNlaWwnOiAxMDMsICdmMzJ4NC5mbG9vcic6IDEwNCwgJ2YzMng0LnRydW5jJzogMTA1LCAnZjMyeDQubmVhcmVzdCc6IDEwNixcbiAgJ2k4eDE2LnNobCc6IDEwNywgJ2k4eDE2LnNocl9zJzogMTA4LCAnaTh4MTYuc2hyX3UnOiAxMDksICdpOHgxNi5hZGQnOiAxMTAsICdpOHgxNi5zdWInOiAxMTMsXG4gICdmNjR4Mi5jZWlsJzogMTE2LCAnZjY0eDIuZmxvb3InOiAxMTcsICdpOHgxNi5taW5fcyc6IDExOCwgJ2k4eDE2Lm1pbl91JzogMTE5LFxuICAnaTh4MTYubWF4X3MnOiAxMjAsICdpOHgxNi5tYXhfdSc6IDEyMSwgJ2Y2NHgyLnRydW5jJzogMTIyLFxuICAnaTE2eDguYWJzJzogMTI4LCAnaTE2eDgubmVnJzogMTI5LCAnaTE2eDguYWxsX3RydWUnOiAxMzEsICdpMTZ4OC5iaXRtYXNrJzogMTMyLFxuICAnaTE2eDgubmFycm93X2kzMng0X3MnOiAxMzMsICdpMTZ4OC5uYXJyb3dfaTMyeDRfdSc6IDEzNCwgJ2kxNng4LmV4dGVuZF9sb3dfaTh4MTZfcyc6IDEzNSxcbiAgJ2kxNng4LmV4dGVuZF9oaWdoX2k4eDE2X3MnOiAxMzYsICdpMTZ4OC5leHRlbmRfbG93X2k4eDE2X3UnOiAxMzcsXG4gICdpMTZ4OC5leHRlbmRfaGlnaF9pOHgxNl91JzogMTM4LCAnaTE2eDguc2hsJzogMTM5LCAnaTE2eDguc2hyX3MnOiAxNDAsICdpMTZ4OC5zaHJfdSc6IDE0MSxcbiAgJ2kxNng4LmFkZCc6IDE0MiwgJ2kxNng4LnN1Yic6IDE0NSwgJ2Y2NHgyLm5lYXJlc3QnOiAxNDgsICdpMTZ4OC5tdWwnOiAxNDksXG4gICdpMTZ4OC5taW5fcyc6IDE1MCwgJ2kxNng4Lm1pbl91JzogMTUxLCAnaTE2eDgubWF4X3MnOiAxNTIsICdpMTZ4OC5tYXhfdSc6IDE1MyxcbiAgJ2kzMng0LmFicyc6IDE2MCwgJ2kzMng0Lm5lZyc6IDE2MSwgJ2kzMng0LmFsbF90cnVlJzogMTYzLCAnaTMyeDQuYml0bWFzayc6IDE2NCxcbiAgJ2kzMng0LmV4dGVuZF9sb3dfaTE2eDhfcyc6IDE2NywgJ2kzMng0LmV4dGVuZF9oaWdoX2kxNng4X3MnOiAxNjgsXG4gICdpMzJ4NC5leHRlbmRfbG93X2kxNng4X3UnOiAxNjksICdpMzJ4NC5leHRlbmRfaGlnaF9pMTZ4OF91JzogMTcwLFxuICAnaTMyeDQuc2hsJzogMTcxLCAnaTMyeDQuc2hyX3MnOiAxNzIsICdpMzJ4NC5zaHJfdSc6IDE3MywgJ2kzMng0LmFkZCc6IDE3NCwgJ2kzMng0LnN1Yic6IDE3NyxcbiAgJ2kzMng0Lm11bCc6IDE4MSwgJ2kzMng0Lm1pbl9zJzogMTgyLCAnaTMyeDQubWluX3UnOiAxODMsICdpMzJ4NC5tYXhfcyc6IDE4NCxcbiAgJ2kzMng0Lm1heF91JzogMTg1LCAnaTMyeDQuZG90X2kxNng4X3MnOiAxODYsXG4gICdpNjR4Mi5hYnMnOiAxOTIsICdpNjR4Mi5uZWcnOiAxOTMsICdpNjR4Mi5hbGxfdHJ1ZSc6IDE5NSwgJ2k2NHgyLmJpdG1hc2snOiAxOTYsXG4gICdpNjR4Mi5leHRlbmRfbG93X2kzMng0X3MnOiAxOTksICdpNjR4Mi5leHRlbmRfaGlnaF9pMzJ4NF9zJzogMjAwLFxuICAnaTY0eDIuZXh0ZW5kX2xvd19pMzJ4NF91JzogMjAxLCAnaTY0eDIuZXh0ZW5kX2hpZ2hfaTMyeDRfdSc6IDIwMixcbiAgJ2k2NHgyLnNobCc6IDIwMywgJ2k2NHgyLnNocl9zJzogMjA0LCAnaTY0eDIuc2hyX3UnOiAyMDUsICdpNjR4Mi5hZGQnOiAyMDYsICdpNjR4Mi5zdWInOiAyMDksXG4gICdpNjR4Mi5tdWwnOiAyMTMsICdpNjR4Mi5lcSc6IDIxNCwgJ2k2NHgyLm5lJzogMjE1LCAnaTY0eDIubHRfcyc6IDIxNiwgJ2k2NHgyLmd0X3MnOiAyMTcsXG4gICdpNjR4Mi5sZV9zJzogMjE4LCAnaTY0eDIuZ2Vfcyc6IDIxOSwgJ2k2NHgyLmV4dG11bF9sb3dfaTMyeDRfcyc6IDIyMCxcbiAgJ2k2NHgyLmV4dG11bF9oaWdoX2kzMng0X3MnOiAyMjEsICdpNjR4Mi5leHRtdWxfbG93X2kzMng0X3UnOiAyMjIsXG4gICdpNjR4Mi5leHRtdWxfaGlnaF9pMzJ4NF91JzogMjIzLFxuICAnZjMyeDQuYWJzJzogMjI0LCAnZjMyeDQubmVnJzogMjI1LCAnZjMyeDQuc3FydCc6IDIyNywgJ2YzMng0LmFkZCc6IDIyOCwgJ2YzMng0LnN1Yic6IDIyOSxcbiAgJ2YzMng0Lm11bCc6IDIzMCwgJ2YzMng0LmRpdic6IDIzMSwgJ2YzMng0Lm1pbic6IDIzMiwgJ2YzMng0Lm1heCc6IDIzMywgJ2YzMng0LnBtaW4nOiAyMzQsXG4gICdmMzJ4NC5wbWF4JzogMjM1LFxuICAnZjY0eDIuYWJzJzogMjM2LCAnZjY0eDIubmVnJzogMjM3LCAnZjY0eDIuc3FydCc6IDIzOSwgJ2Y2NHgyLmFkZCc6IDI0MCwgJ2Y2NHgyLnN1Yic6IDI0MSxcbiAgJ2Y2NHgyLm11bCc6IDI0MiwgJ2Y2NHgyLmRpdic6IDI0MywgJ2Y2NHgyLm1pbic6IDI0NCwgJ2Y2NHgyLm1heCc6IDI0NSwgJ2Y2NHgyLnBtaW4nOiAyNDYsXG4gICdmNjR4Mi5wbWF4JzogMjQ3LFxuICAnaTMyeDQudHJ1bmNfc2F0X2YzMng0X3MnOiAyNDgsICdpMzJ4NC50cnVuY19zYXRfZjMyeDRfdSc6IDI0OSwgJ2YzMng0LmNvbnZlcnRfaTMyeDRfcyc6IDI1MCxcbiAgJ2YzMng0LmNvbnZlcnRfaTMyeDRfdSc6IDI1MSwgJ2kzMng0LnRydW5jX3NhdF9mNjR4Ml9zX3plcm8nOiAyNTIsXG4gICdpMzJ4NC50cnVuY19zYXRfZjY0eDJfdV96ZXJvJzogMjUzLCAnZjY0eDIuY29udmVydF9sb3dfaTMyeDRfcyc6IDI1NCxcbiAgJ2Y2NHgyLmNvbnZlcnRfbG93X2kzMng0X3UnOiAyNTUsXG4gICdmMzJ4NC5yZWxheGVkX21hZGQnOiAweDEwNSwgJ2YzMng0LnJlbGF4ZWRfbm1hZGQnOiAweDEwNiwgJ2Y2NHgyLnJlbGF4ZWRfbWFkZCc6IDB4MTA3LFxuICAnZjY0eDIucmVsYXhlZF9ubWFkZCc6IDB4MTA4LFxufSBhcyBjb25zdDtcblxuLyoqIFRoZSBzdGFuZGFyZCBuYW1lIG9mIGFuIGluc3RydWN0aW9uLiAqL1xuZXhwb3J0IHR5cGUgT3AgPSBrZXlvZiB0eXBlb2Ygc2NhbGFyIHwga2V5b2YgdHlwZW9mIGJ1bGsgfCBrZXlvZiB0eXBlb2Ygc2ltZDtcblxuY29uc3QgU0lNRF9QUkVGSVggPSAweGZkMDAwMDtcblxuLyoqIEluc3RydWN0aW9uIG51bWJlciBieSBuYW1lOiBgcHJlZml4IDw8IDE2IHwgbnVtYmVyYCwgd2l0aCBwcmVmaXggMCBmb3Igb25lLWJ5dGUgb3Bjb2Rlcy4gKi9cbmV4cG9ydCBjb25zdCBvcGNvZGVzOiBSZWFkb25seTxSZWNvcmQ8T3AsIG51bWJlcj4+ID0ge1xuICAuLi5zY2FsYXIsXG4gIC4uLmJ1bGssXG4gIC4uLihPYmplY3QuZnJvbUVudHJpZXMoXG4gICAgT2JqZWN0LmVudHJpZXMoc2ltZCkubWFwKChbbmFtZSwgY29kZV0pID0+IFtuYW1lLCBTSU1EX1BSRUZJWCArIGNvZGVdKSxcbiAgKSBhcyBSZWNvcmQ8a2V5b2YgdHlwZW9mIHNpbWQsIG51bWJlcj4pLFxufTtcbiIsICIvLyBFbWl0cyBvbmUgV2ViQXNzZW1ibHkgZnVuY3Rpb24gYm9keSwgaW5zdHJ1Y3Rpb24gYnkgaW5zdHJ1Y3Rpb24gaW4gc3RhY2sgb3JkZXIuIFRoZSBtZXRob2RzIGFyZVxuLy8gZGVzY3JpYmVkIGF0IHRoZSB0b3Agb2YgYXNzZW1ibGVyLnRzLCB3aGljaCBpcyBhbHNvIHdoZXJlIHRvIGltcG9ydCBmcm9tLlxuXG5pbXBvcnQgeyBCeXRlcyB9IGZyb20gJy4vYnl0ZXMudHMnO1xuaW1wb3J0IHsgdHlwZSBPcCwgb3Bjb2RlcyB9IGZyb20gJy4vb3Bjb2Rlcy50cyc7XG5cbi8qKiBUeXBlcyBvZiBwYXJhbWV0ZXJzLCByZXN1bHRzIGFuZCBsb2NhbHMuICovXG5leHBvcnQgdHlwZSBWYWx1ZVR5cGUgPSAnaTMyJyB8ICdpNjQnIHwgJ2YzMicgfCAnZjY0JyB8ICd2MTI4JztcblxuLyoqIEEgcGFyYW1ldGVyIG9yIGxvY2FsIHZhcmlhYmxlIG9mIHRoZSBmdW5jdGlvbiB1bmRlciBjb25zdHJ1Y3Rpb24uICovXG5leHBvcnQgaW50ZXJmYWNlIExvY2FsIHtcbiAgcmVhZG9ubHkgaW5kZXg6IG51bWJlcjtcbiAgcmVhZG9ubHkgdHlwZTogVmFsdWVUeXBlO1xufVxuXG4vKiogU29tZXRoaW5nIHRoYXQgcHVzaGVzIG9uZSB2YWx1ZTogYW4gaTMyIGNvbnN0YW50LCBhIGxvY2FsLCBvciBjb2RlLiAqL1xuZXhwb3J0IHR5cGUgT3BlcmFuZCA9IG51bWJlciB8IExvY2FsIHwgKCgpID0+IHZvaWQpO1xuXG4vKiogQSBicmFuY2ggdGFyZ2V0OiB0aGUgbmVzdGluZyBkZXB0aCBvZiBpdHMgYmxvY2suICovXG5leHBvcnQgdHlwZSBMYWJlbCA9IG51bWJlciAmIHsgcmVhZG9ubHkgbGFiZWw6IHVuaXF1ZSBzeW1ib2wgfTtcblxuLyoqIFRoZSBzdGFuZGFyZCdzIG51bWJlciBvZiBhIHZhbHVlIHR5cGUuICovXG5leHBvcnQgY29uc3QgdHlwZUNvZGVzOiBSZWNvcmQ8VmFsdWVUeXBlLCBudW1iZXI+ID0ge1xuICBpMzI6IDB4N2YsXG4gIGk2NDogMHg3ZSxcbiAgZjMyOiAweDdkLFxuICBmNjQ6IDB4N2MsXG4gIHYxMjg6IDB4N2IsXG59O1xuY29uc3QgRU1QVFlfQkxPQ0sgPSAweDQwO1xuXG5jb25zdCBzY3JhdGNoID0gbmV3IERhdGFWaWV3KG5ldyBBcnJheUJ1ZmZlcig4KSk7XG5jb25zdCBzY3JhdGNoQnl0ZXMgPSBuZXcgVWludDhBcnJheShzY3JhdGNoLmJ1ZmZlcik7XG5cbi8qKiBFbWl0cyBvbmUgZnVuY3Rpb24gYm9keTsgc2VlIHRoZSB0b3Agb2YgYXNzZW1ibGVyLnRzLiAqL1xuZXhwb3J0IGNsYXNzIEZ1bmN0aW9uQnVpbGRlciB7XG4gIHByaXZhdGUgcmVhZG9ubHkgY29kZSA9IG5ldyBCeXRlcygpO1xuICBwcml2YXRlIHJlYWRvbmx5IGxvY2FsczogVmFsdWVUeXBlW10gPSBbXTtcbiAgcHJpdmF0ZSByZWFkb25seSBmcmVlZDogTG9jYWxbXSA9IFtdO1xuICBwcml2YXRlIGRlcHRoID0gMDtcbiAgcmVhZG9ubHkgcGFyYW1zOiByZWFkb25seSBMb2NhbFtdO1xuXG4gIGNvbnN0cnVjdG9yKHBhcmFtczogcmVhZG9ubHkgVmFsdWVUeXBlW10pIHtcbiAgICB0aGlzLnBhcmFtcyA9IHBhcmFtcy5tYXAoKHR5cGUsIGluZGV4KSA9PiAoeyBpbmRleCwgdHlwZSB9KSk7XG4gIH1cblxuICAvKiogQSBsb2NhbCB2YXJpYWJsZS4gQSBmcmVzaCBvbmUgc3RhcnRzIGF0IHplcm87IGEgcmV1c2VkIG9uZSBob2xkcyBpdHMgbGFzdCB2YWx1ZS4gKi9cbiAgbG9jYWwodHlwZTogVmFsdWVUeXBlKTogTG9jYWwge1xuICAgIGNvbnN0IGZvdW5kID0gdGhpcy5mcmVlZC5maW5kSW5kZXgoKGwpID0+IGwudHlwZSA9PT0gdHlwZSk7XG4gICAgY29uc3QgcmV1c2VkID0gZm91bmQgPj0gMCA/IHRoaXMuZnJlZWQuc3BsaWNlKGZvdW5kLCAxKVswXSA6IHVuZGVmaW5lZDtcbiAgICBpZiAocmV1c2VkKSByZXR1cm4gcmV1c2VkO1xuICAgIHRoaXMubG9jYWxzLnB1c2godHlwZSk7XG4gICAgcmV0dXJuIHsgaW5kZXg6IHRoaXMucGFyYW1zLmxlbmd0aCArIHRoaXMubG9jYWxzLmxlbmd0aCAtIDEsIHR5cGUgfTtcbiAgfVxuXG4gIC8qKiBMZXRzIGxhdGVyIGNhbGxzIG9mIGBsb2NhbGAgcmV1c2UgdGhlc2UuICovXG4gIGZyZWUoLi4ubG9jYWxzOiBMb2NhbFtdKTogdGhpcyB7XG4gICAgdGhpcy5mcmVlZC5wdXNoKC4uLmxvY2Fscyk7XG4gICAgcmV0dXJuIHRoaXM7XG4gIH1cblxuICBvcChuYW1lOiBPcCk6IHRoaXMge1xuICAgIGNvbnN0IGNvZGUgPSBvcGNvZGVzW25hbWVdO1xuICAgIGlmIChjb2RlIDwgMHgxMDApIHtcbiAgICAgIHRoaXMuY29kZS5ieXRlKGNvZGUpO1xuICAgIH0gZWxzZSB7XG4gICAgICB0aGlzLmNvZGUuYnl0ZShjb2RlID4+PiAxNik7XG4gICAgICB0aGlzLmNvZGUudW5zaWduZWQoY29kZSAmIDB4ZmZmZik7XG4gICAgICAvLyBNZW1vcnkgaW5kaWNlcyBvZiB0aGUgYnVsayBpbnN0cnVjdGlvbnMuXG4gICAgICBpZiAobmFtZSA9PT0gJ21lbW9yeS5jb3B5JykgdGhpcy5jb2RlLmJ5dGUoMCk7XG4gICAgICBpZiAobmFtZSA9PT0gJ21lbW9yeS5jb3B5JyB8fCBuYW1lID09PSAnbWVtb3J5LmZpbGwnKSB0aGlzLmNvZGUuYnl0ZSgwKTtcbiAgICB9XG4gICAgcmV0dXJuIHRoaXM7XG4gIH1cblxuICAvKiogQSBsb2FkIG9yIHN0b3JlOyB0aGUgYWRkcmVzcyAoYW5kIHZhbHVlKSBhcmUgb24gdGhlIHN0YWNrLiBBbGlnbm1lbnQgaGludHMgYXJlIGxlZnQgb3V0LiAqL1xuICBtZW0obmFtZTogT3AsIG9mZnNldCA9IDAsIGxhbmU/OiBudW1iZXIpOiB0aGlzIHtcbiAgICB0aGlzLm9wKG5hbWUpO1xuICAgIHRoaXMuY29kZS5ieXRlKDApO1xuICAgIHRoaXMuY29kZS51bnNpZ25lZChvZmZzZXQpO1xuICAgIGlmIChsYW5lICE9PSB1bmRlZmluZWQpIHRoaXMuY29kZS5ieXRlKGxhbmUpO1xuICAgIHJldHVybiB0aGlzO1xuICB9XG5cbiAgbGFuZShuYW1lOiBPcCwgbGFuZTogbnVtYmVyKTogdGhpcyB7XG4gICAgdGhpcy5vcChuYW1lKTtcbiAgICB0aGlzLmNvZGUuYnl0ZShsYW5lKTtcbiAgICByZXR1cm4gdGhpcztcbiAgfVxuXG4gIC8qKiBCeXRlcyAwLi4xNSBhcmUgdGhlIGZpcnN0IG9wZXJhbmQncywgMTYuLjMxIHRoZSBzZWNvbmQncy4gKi9cbiAgc2h1ZmZsZShsYW5lczogcmVhZG9ubHkgbnVtYmVyW10pOiB0aGlzIHtcbiAgICB0aGlzLm9wKCdpOHgxNi5zaHVmZmxlJyk7XG4gICAgZm9yIChjb25zdCBsYW5lIG9mIGxhbmVzKSB0aGlzLmNvZGUuYnl0ZShsYW5lKTtcbiAgICByZXR1cm4gdGhpcztcbiAgfVxuXG4gIC8qKiAzMi1iaXQgbGFuZXM6IDAuLjMgb2YgdGhlIGZpcnN0IG9wZXJhbmQsIDQuLjcgb2YgdGhlIHNlY29uZC4gKi9cbiAgc2h1ZmZsZTMyKGxhbmVzOiByZWFkb25seSBudW1iZXJbXSk6IHRoaXMge1xuICAgIHJldHVybiB0aGlzLnNodWZmbGUobGFuZXMuZmxhdE1hcCgobCkgPT4gWzQgKiBsLCA0ICogbCArIDEsIDQgKiBsICsgMiwgNCAqIGwgKyAzXSkpO1xuICB9XG5cbiAgaTMyQ29uc3QodmFsdWU6IG51bWJlcik6IHRoaXMge1xuICAgIHRoaXMuY29kZS5ieXRlKDB4NDEpO1xuICAgIHRoaXMuY29kZS5zaWduZWQodmFsdWUpO1xuICAgIHJldHVybiB0aGlzO1xuICB9XG5cbiAgaTY0Q29uc3QodmFsdWU6IGJpZ2ludCB8IG51bWJlcik6IHRoaXMge1xuICAgIHRoaXMuY29kZS5ieXRlKDB4NDIpO1xuICAgIHRoaXMuY29kZS5zaWduZWQ2NChCaWdJbnQodmFsdWUpKTtcbiAgICByZXR1cm4gdGhpcztcbiAgfVxuXG4gIGYzMkNvbnN0KHZhbHVlOiBudW1iZXIpOiB0aGlzIHtcbiAgICB0aGlzLmNvZGUuYnl0ZSgweDQzKTtcbiAgICBzY3JhdGNoLnNldEZsb2F0MzIoMCwgdmFsdWUsIHRydWUpO1xuICAgIHRoaXMuY29kZS5hcHBlbmQoc2NyYXRjaEJ5dGVzLnN1YmFycmF5KDAsIDQpKTtcbiAgICByZXR1cm4gdGhpcztcbiAgfVxuXG4gIGY2NENvbnN0KHZhbHVlOiBudW1iZXIpOiB0aGlzIHtcbiAgICB0aGlzLmNvZGUuYnl0ZSgweDQ0KTtcbiAgICBzY3JhdGNoLnNldEZsb2F0NjQoMCwgdmFsdWUsIHRydWUpO1xuICAgIHRoaXMuY29kZS5hcHBlbmQoc2NyYXRjaEJ5dGVzKTtcbiAgICByZXR1cm4gdGhpcztcbiAgfVxuXG4gIHYxMjhDb25zdChieXRlczogVWludDhBcnJheSk6IHRoaXMge1xuICAgIHRoaXMub3AoJ3YxMjguY29uc3QnKTtcbiAgICB0aGlzLmNvZGUuYXBwZW5kKGJ5dGVzKTtcbiAgICByZXR1cm4gdGhpcztcbiAgfVxuXG4gIC8qKiBUaGUgdmFsdWUgaW4gYWxsIGxhbmVzLiAqL1xuICBmMzJ4NENvbnN0KHZhbHVlOiBudW1iZXIpOiB0aGlzIHtcbiAgICByZXR1cm4gdGhpcy52MTI4Q29uc3QobmV3IFVpbnQ4QXJyYXkobmV3IEZsb2F0MzJBcnJheSg0KS5maWxsKHZhbHVlKS5idWZmZXIpKTtcbiAgfVxuXG4gIC8qKiBUaGUgdmFsdWUgaW4gYWxsIGxhbmVzLiAqL1xuICBpMzJ4NENvbnN0KHZhbHVlOiBudW1iZXIpOiB0aGlzIHtcbiAgICByZXR1cm4gdGhpcy52MTI4Q29uc3QobmV3IFVpbnQ4QXJyYXkobmV3IEludDMyQXJyYXkoNCkuZmlsbCh2YWx1ZSkuYnVmZmVyKSk7XG4gIH1cblxuICAvKiogVGhlIHZhbHVlIGluIGFsbCBsYW5lcy4gKi9cbiAgZjY0eDJDb25zdCh2YWx1ZTogbnVtYmVyKTogdGhpcyB7XG4gICAgcmV0dXJuIHRoaXMudjEyOENvbnN0KG5ldyBVaW50OEFycmF5KG5ldyBGbG9hdDY0QXJyYXkoMikuZmlsbCh2YWx1ZSkuYnVmZmVyKSk7XG4gIH1cblxuICBnZXQobG9jYWw6IExvY2FsKTogdGhpcyB7XG4gICAgdGhpcy5jb2RlLmJ5dGUoMHgyMCk7XG4gICAgdGhpcy5jb2RlLnVuc2lnbmVkKGxvY2FsLmluZGV4KTtcbiAgICByZXR1cm4gdGhpcztcbiAgfVxuXG4gIHNldChsb2NhbDogTG9jYWwpOiB0aGlzIHtcbiAgICB0aGlzLmNvZGUuYnl0ZSgweDIxKTtcbiAgICB0aGlzLmNvZGUudW5zaWduZWQobG9jYWwuaW5kZXgpO1xuICAgIHJldHVybiB0aGlzO1xuICB9XG5cbiAgdGVlKGxvY2FsOiBMb2NhbCk6IHRoaXMge1xuICAgIHRoaXMuY29kZS5ieXRlKDB4MjIpO1xuICAgIHRoaXMuY29kZS51bnNpZ25lZChsb2NhbC5pbmRleCk7XG4gICAgcmV0dXJuIHRoaXM7XG4gIH1cblxuICBwdXNoKHZhbHVlOiBPcGVyYW5kKTogdGhpcyB7XG4gICAgaWYgKHR5cGVvZiB2YWx1ZSA9PT0gJ251bWJlcicpIHJldHVybiB0aGlzLmkzMkNvbnN0KHZhbHVlKTtcbiAgICBpZiAodHlwZW9mIHZhbHVlID09PSAnb2JqZWN0JykgcmV0dXJuIHRoaXMuZ2V0KHZhbHVlKTtcbiAgICB2YWx1ZSgpO1xuICAgIHJldHVybiB0aGlzO1xuICB9XG5cbiAgLyoqIGxvY2FsICs9IGFtb3VudCwgZm9yIGkzMiBsb2NhbHMuICovXG4gIGluYyhsb2NhbDogTG9jYWwsIGFtb3VudDogT3BlcmFuZCk6IHRoaXMge1xuICAgIHJldHVybiB0aGlzLmdldChsb2NhbCkucHVzaChhbW91bnQpLm9wKCdpMzIuYWRkJykuc2V0KGxvY2FsKTtcbiAgfVxuXG4gIGNhbGwoZnVuY3Rpb25JbmRleDogbnVtYmVyKTogdGhpcyB7XG4gICAgdGhpcy5jb2RlLmJ5dGUoMHgxMCk7XG4gICAgdGhpcy5jb2RlLnVuc2lnbmVkKGZ1bmN0aW9uSW5kZXgpO1xuICAgIHJldHVybiB0aGlzO1xuICB9XG5cbiAgcHJpdmF0ZSBuZXN0KG9wY29kZTogbnVtYmVyLCBib2R5OiAobGFiZWw6IExhYmVsKSA9PiB2b2lkLCByZXN1bHQ/OiBWYWx1ZVR5cGUpOiB0aGlzIHtcbiAgICB0aGlzLmNvZGUuYnl0ZShvcGNvZGUpO1xuICAgIHRoaXMuY29kZS5ieXRlKHJlc3VsdCA/IHR5cGVDb2Rlc1tyZXN1bHRdIDogRU1QVFlfQkxPQ0spO1xuICAgIHRoaXMuZGVwdGgrKztcbiAgICBib2R5KHRoaXMuZGVwdGggYXMgTGFiZWwpO1xuICAgIHRoaXMuZGVwdGgtLTtcbiAgICB0aGlzLmNvZGUuYnl0ZSgweDBiKTtcbiAgICByZXR1cm4gdGhpcztcbiAgfVxuXG4gIC8qKiBBIGJyYW5jaCB0byB0aGUgbGFiZWwgbGVhdmVzIHRoZSBibG9jay4gKi9cbiAgYmxvY2soYm9keTogKGV4aXQ6IExhYmVsKSA9PiB2b2lkLCByZXN1bHQ/OiBWYWx1ZVR5cGUpOiB0aGlzIHtcbiAgICByZXR1cm4gdGhpcy5uZXN0KDB4MDIsIGJvZHksIHJlc3VsdCk7XG4gIH1cblxuICAvKiogQSBicmFuY2ggdG8gdGhlIGxhYmVsIHJlcGVhdHMgdGhlIGxvb3A7IGZhbGxpbmcgdGhyb3VnaCBsZWF2ZXMgaXQuICovXG4gIGxvb3AoYm9keTogKGFnYWluOiBMYWJlbCkgPT4gdm9pZCk6IHRoaXMge1xuICAgIHJldHVybiB0aGlzLm5lc3QoMHgwMywgYm9keSk7XG4gIH1cblxuICAvKiogVGFrZXMgYW4gaTMyIGNvbmRpdGlvbiBmcm9tIHRoZSBzdGFjay4gKi9cbiAgaWYodGhlbjogKGV4aXQ6IExhYmVsKSA9PiB2b2lkLCBvdGhlcndpc2U/OiAoZXhpdDogTGFiZWwpID0+IHZvaWQsIHJlc3VsdD86IFZhbHVlVHlwZSk6IHRoaXMge1xuICAgIGNvbnN0IGJvdGggPSAoZXhpdDogTGFiZWwpID0+IHtcbiAgICAgIHRoZW4oZXhpdCk7XG4gICAgICBpZiAoIW90aGVyd2lzZSkgcmV0dXJuO1xuICAgICAgdGhpcy5jb2RlLmJ5dGUoMHgwNSk7XG4gICAgICBvdGhlcndpc2UoZXhpdCk7XG4gICAgfTtcbiAgICByZXR1cm4gdGhpcy5uZXN0KDB4MDQsIGJvdGgsIHJlc3VsdCk7XG4gIH1cblxuICBicihsYWJlbDogTGFiZWwpOiB0aGlzIHtcbiAgICB0aGlzLmNvZGUuYnl0ZSgweDBjKTtcbiAgICB0aGlzLmNvZGUudW5zaWduZWQodGhpcy5kZXB0aCAtIGxhYmVsKTtcbiAgICByZXR1cm4gdGhpcztcbiAgfVxuXG4gIGJySWYobGFiZWw6IExhYmVsKTogdGhpcyB7XG4gICAgdGhpcy5jb2RlLmJ5dGUoMHgwZCk7XG4gICAgdGhpcy5jb2RlLnVuc2lnbmVkKHRoaXMuZGVwdGggLSBsYWJlbCk7XG4gICAgcmV0dXJuIHRoaXM7XG4gIH1cblxuICAvKiogaSA9IHN0YXJ0OyB3aGlsZSAoaSA8IGxpbWl0KSB7IGJvZHk7IGkgKz0gc3RlcCB9LCB1bnNpZ25lZC4gVGhlIGJvZHkgZ2V0cyBhIGJyZWFrIGxhYmVsLiAqL1xuICBmb3IoaTogTG9jYWwsIHN0YXJ0OiBPcGVyYW5kLCBsaW1pdDogT3BlcmFuZCwgc3RlcDogT3BlcmFuZCwgYm9keTogKGV4aXQ6IExhYmVsKSA9PiB2b2lkKTogdGhpcyB7XG4gICAgdGhpcy5wdXNoKHN0YXJ0KS5zZXQoaSk7XG4gICAgcmV0dXJuIHRoaXMuYmxvY2soKGV4aXQpID0+IHtcbiAgICAgIHRoaXMuZ2V0KGkpLnB1c2gobGltaXQpLm9wKCdpMzIuZ2VfdScpLmJySWYoZXhpdCk7XG4gICAgICB0aGlzLmxvb3AoKGFnYWluKSA9PiB7XG4gICAgICAgIGJvZHkoZXhpdCk7XG4gICAgICAgIHRoaXMuZ2V0KGkpLnB1c2goc3RlcCkub3AoJ2kzMi5hZGQnKS50ZWUoaSkucHVzaChsaW1pdCkub3AoJ2kzMi5sdF91JykuYnJJZihhZ2Fpbik7XG4gICAgICB9KTtcbiAgICB9KTtcbiAgfVxuXG4gIC8qKiBSdW5zIHRoZSBib2R5IG4gdGltZXMsIGNvdW50aW5nIHRoZSBpMzIgbG9jYWwgbiBkb3duIHRvIDAuICovXG4gIHJlcGVhdChuOiBMb2NhbCwgYm9keTogKCkgPT4gdm9pZCk6IHRoaXMge1xuICAgIHJldHVybiB0aGlzLmdldChuKS5pZigoKSA9PiB7XG4gICAgICB0aGlzLmxvb3AoKGFnYWluKSA9PiB7XG4gICAgICAgIGJvZHkoKTtcbiAgICAgICAgdGhpcy5nZXQobikuaTMyQ29uc3QoLTEpLm9wKCdpMzIuYWRkJykudGVlKG4pLmJySWYoYWdhaW4pO1xuICAgICAgfSk7XG4gICAgfSk7XG4gIH1cblxuICAvKiogUHVzaGVzIGEgKiBiICsgYywgcm91bmRlZCBvbmNlIGlmIGByZWxheGVkYCAoYW5kIHRoZSBtYWNoaW5lIGhhcyBmdXNlZCBhcml0aG1ldGljKS4gKi9cbiAgbWFkZChhOiBPcGVyYW5kLCBiOiBPcGVyYW5kLCBjOiBPcGVyYW5kLCByZWxheGVkOiBib29sZWFuLCBsYW5lczogJ2YzMng0JyB8ICdmNjR4MicgPSAnZjMyeDQnKSB7XG4gICAgaWYgKHJlbGF4ZWQpIHJldHVybiB0aGlzLnB1c2goYSkucHVzaChiKS5wdXNoKGMpLm9wKGAke2xhbmVzfS5yZWxheGVkX21hZGRgKTtcbiAgICByZXR1cm4gdGhpcy5wdXNoKGEpLnB1c2goYikub3AoYCR7bGFuZXN9Lm11bGApLnB1c2goYykub3AoYCR7bGFuZXN9LmFkZGApO1xuICB9XG5cbiAgLyoqIEFwcGVuZHMgYHNpemUsIGxvY2FscywgY29kZSwgZW5kYCB0byBhIG1vZHVsZS4gKi9cbiAgZmluaXNoSW50byhtb2R1bGU6IEJ5dGVzKTogdm9pZCB7XG4gICAgY29uc3QgYm9keSA9IG5ldyBCeXRlcyh0aGlzLmNvZGUubGVuZ3RoICsgMTYgKyAyICogdGhpcy5sb2NhbHMubGVuZ3RoKTtcbiAgICBib2R5LnVuc2lnbmVkKHRoaXMubG9jYWxzLmxlbmd0aCk7XG4gICAgZm9yIChjb25zdCB0eXBlIG9mIHRoaXMubG9jYWxzKSB7XG4gICAgICBib2R5LmJ5dGUoMSk7XG4gICAgICBib2R5LmJ5dGUodHlwZUNvZGVzW3R5cGVdKTtcbiAgICB9XG4gICAgYm9keS5hcHBlbmQodGhpcy5jb2RlLmJ5dGVzKCkpO1xuICAgIGJvZHkuYnl0ZSgweDBiKTtcbiAgICBtb2R1bGUudW5zaWduZWQoYm9keS5sZW5ndGgpO1xuICAgIG1vZHVsZS5hcHBlbmQoYm9keS5ieXRlcygpKTtcbiAgfVxufVxuIiwgIi8vIEEgV2ViQXNzZW1ibHkgYXNzZW1ibGVyOiBnZW5lcmF0b3JzIG5hbWUgc3RhbmRhcmQgaW5zdHJ1Y3Rpb25zIGluIHN0YWNrIG9yZGVyLCBhbmQgYnl0ZXMgY29tZSBvdXQuXG4vLyBPbmUgZ3Jvd2FibGUgYnVmZmVyIHBlciBmdW5jdGlvbiBib2R5IGFuZCBvbmUgcGVyIG1vZHVsZTsgbm8gc3ludGF4IHRyZWUsIHNpbmNlIGVtaXNzaW9uIGlzIG1vc3Rcbi8vIG9mIHRoZSBjb3N0IG9mIGEganVzdC1pbi10aW1lIGtlcm5lbCAoc2hhcmVkIG5vdGVzLCBrZXJuZWxzIEE1KS5cbi8vXG4vLyAgIGNvbnN0IG0gPSBuZXcgTW9kdWxlQnVpbGRlcigpOyAgICAgICAgICAgICAgICAgICAgICAgICAgICAvLyBpbXBvcnRzIGVudi5tZW1vcnlcbi8vICAgY29uc3QgZXhwID0gbS5pbXBvcnRGdW5jdGlvbignZXhwJywgWydmNjQnXSwgWydmNjQnXSk7ICAgIC8vIGVudi5leHA7IGJlZm9yZSBhbnkgbS5mdW5jXG4vLyAgIGNvbnN0IGhlbHBlciA9IG0uZnVuYyhbJ2kzMiddLCBbJ2kzMiddLCAoZiwgW3hdKSA9PiB7IGYuZ2V0KHgpLmkzMkNvbnN0KDEpLm9wKCdpMzIuYWRkJyk7IH0pO1xuLy8gICBtLmZ1bmMoWydpMzInLCAnaTMyJywgJ2kzMiddLCBbXSwgKGYsIFthLCBvdXQsIG5dKSA9PiB7ICAgLy8gb3V0W2ldID0gMiAqIGFbaV0sIGZvdXIgYXQgYSB0aW1lXG4vLyAgICAgY29uc3QgaSA9IGYubG9jYWwoJ2kzMicpO1xuLy8gICAgIGNvbnN0IHR3byA9IGYubG9jYWwoJ3YxMjgnKTtcbi8vICAgICBmLmYzMng0Q29uc3QoMikuc2V0KHR3byk7XG4vLyAgICAgZi5mb3IoaSwgMCwgbiwgNCwgKCkgPT4ge1xuLy8gICAgICAgZi5nZXQob3V0KTtcbi8vICAgICAgIGYuZ2V0KGEpLm1lbSgndjEyOC5sb2FkJykuZ2V0KHR3bykub3AoJ2YzMng0Lm11bCcpO1xuLy8gICAgICAgZi5tZW0oJ3YxMjguc3RvcmUnKTtcbi8vICAgICAgIGYuaW5jKGEsIDE2KS5pbmMob3V0LCAxNik7XG4vLyAgICAgfSk7XG4vLyAgIH0sICdydW4nKTsgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAvLyB0aGUgbGFzdCBhcmd1bWVudCBleHBvcnRzIGl0XG4vLyAgIGNvbnN0IHsgcnVuIH0gPSBpbnN0YW50aWF0ZShtLmZpbmlzaCgpLCBtZW1vcnkpO1xuLy9cbi8vIEV2ZXJ5IGVtaXR0aW5nIG1ldGhvZCByZXR1cm5zIHRoZSBidWlsZGVyLiBMb2NhbHMgYXJlIGhhbmRsZXMgYHsgaW5kZXgsIHR5cGUgfWAsIGZyb20gcGFyYW1ldGVyc1xuLy8gb3IgYGYubG9jYWwodHlwZSlgOyBgZi5mcmVlKHgpYCBsZXRzIGEgbGF0ZXIgYGYubG9jYWxgIG9mIHRoYXQgdHlwZSByZXVzZSB4IChjb250ZW50cyB1bmRlZmluZWQpLlxuLy8gQW4gYE9wZXJhbmRgIGlzIGFuIGkzMiBjb25zdGFudCwgYSBsb2NhbCBvciBhIGNsb3N1cmUgdGhhdCBwdXNoZXMgb25lIHZhbHVlLlxuLy9cbi8vICAgZi5vcChuYW1lKSAgICAgICAgICAgICAgICAgICAgICBhbnkgaW5zdHJ1Y3Rpb24gd2l0aG91dCBpbW1lZGlhdGVzXG4vLyAgIGYubWVtKG5hbWUsIG9mZnNldCA9IDAsIGxhbmU/KSAgbG9hZHMsIHN0b3Jlcywgc3BsYXQvemVyby9sYW5lIGxvYWRzIHdpdGggYSBieXRlIG9mZnNldFxuLy8gICBmLmxhbmUobmFtZSwgbGFuZSkgICAgICAgICAgICAgIGV4dHJhY3RfbGFuZSAvIHJlcGxhY2VfbGFuZVxuLy8gICBmLnNodWZmbGUoWzE2IGJ5dGUgaW5kaWNlc10pLCBmLnNodWZmbGUzMihbNCBsYW5lcyBvZiAwLi43XSlcbi8vICAgZi5pMzJDb25zdCBpNjRDb25zdCBmMzJDb25zdCBmNjRDb25zdCB2MTI4Q29uc3QoMTYgYnl0ZXMpIGYzMng0Q29uc3QgaTMyeDRDb25zdCBmNjR4MkNvbnN0XG4vLyAgIGYuZ2V0IHNldCB0ZWUsIGYucHVzaChvcGVyYW5kKSwgZi5pbmMobG9jYWwsIG9wZXJhbmQpLCBmLmNhbGwoZnVuY3Rpb25JbmRleClcbi8vICAgZi5ibG9jaygoZXhpdCkgPT4gLi4uKSwgZi5sb29wKChhZ2FpbikgPT4gLi4uKSwgZi5pZih0aGVuLCBvdGhlcndpc2U/LCByZXN1bHRUeXBlPylcbi8vICAgZi5icihsYWJlbCksIGYuYnJJZihsYWJlbCkgICAgICBsYWJlbHMgYXJlIHdoYXQgYmxvY2svbG9vcC9pZiBoYW5kIHRvIHRoZWlyIGJvZGllc1xuLy8gICBmLmZvcihpLCBzdGFydCwgbGltaXQsIHN0ZXAsIGJvZHkpICAgaSA9IHN0YXJ0OyB3aGlsZSAoaSA8IGxpbWl0LCB1bnNpZ25lZCkgeyBib2R5OyBpICs9IHN0ZXAgfVxuLy8gICBmLnJlcGVhdChuLCBib2R5KSAgICAgICAgICAgICAgIGNvdW50cyB0aGUgbG9jYWwgbiBkb3duIHRvIDA7IHRoZSBzaG9ydGVzdCBsb29wIHRoZXJlIGlzXG4vLyAgIGYubWFkZChhLCBiLCBjLCByZWxheGVkLCAnZjMyeDQnKSAgICBwdXNoZXMgYSAqIGIgKyBjLCBmdXNlZCBpZiBgcmVsYXhlZGBcbi8vXG4vLyBMb29wcyBhcmUgYm90dG9tLXRlc3RlZC4gVjggdW5yb2xscyBzbWFsbCBsb29wcyBpdHNlbGY6IGVtaXQgT05FIHN0ZXAgcGVyIGl0ZXJhdGlvbiBpbiByZWdpc3Rlci1cbi8vIGhlYXZ5IGtlcm5lbHMsIGFuZCBwYXNzIHRyaXAgY291bnRzIGFzIHBhcmFtZXRlcnMsIG5ldmVyIGFzIGNvbnN0YW50cyAoc2hhcmVkIG5vdGVzLCBrZXJuZWxzIEExKS5cblxuaW1wb3J0IHsgQnl0ZXMgfSBmcm9tICcuL2J5dGVzLnRzJztcbmltcG9ydCB7IEZ1bmN0aW9uQnVpbGRlciwgdHlwZSBMb2NhbCwgdHlwZUNvZGVzLCB0eXBlIFZhbHVlVHlwZSB9IGZyb20gJy4vZnVuY3Rpb24tYnVpbGRlci50cyc7XG5cbmV4cG9ydCB0eXBlIHsgTGFiZWwsIExvY2FsLCBPcGVyYW5kLCBWYWx1ZVR5cGUgfSBmcm9tICcuL2Z1bmN0aW9uLWJ1aWxkZXIudHMnO1xuZXhwb3J0IHsgRnVuY3Rpb25CdWlsZGVyIH0gZnJvbSAnLi9mdW5jdGlvbi1idWlsZGVyLnRzJztcbmV4cG9ydCB0eXBlIHsgT3AgfSBmcm9tICcuL29wY29kZXMudHMnO1xuXG4vKiogSG93IGV2ZXJ5IGtlcm5lbCBpbXBvcnRzIGBlbnYubWVtb3J5YCwgYW5kIGhvdyB0aGUgYmFja2VuZCBtdXN0IGNyZWF0ZSBpdC4gVGhlIG9uZSBwbGFjZS4gKi9cbmV4cG9ydCBjb25zdCBtZW1vcnlMaW1pdHMgPSB7IHNoYXJlZDogZmFsc2UsIG1heGltdW06IDY1NTM2IH0gYXMgY29uc3Q7XG5cbi8qKiBUaGUgbWVtb3J5IHRoYXQga2VybmVscyBpbXBvcnQuIGBpbml0aWFsYCBjb3VudHMgNjQgS2lCIHBhZ2VzLiAqL1xuZXhwb3J0IGNvbnN0IGNyZWF0ZU1lbW9yeSA9IChpbml0aWFsID0gMTYpOiBXZWJBc3NlbWJseS5NZW1vcnkgPT5cbiAgbmV3IFdlYkFzc2VtYmx5Lk1lbW9yeSh7IGluaXRpYWwsIC4uLm1lbW9yeUxpbWl0cyB9KTtcblxuLyoqIENvbGxlY3RzIGZ1bmN0aW9ucyBpbnRvIGEgbW9kdWxlOyBzZWUgdGhlIHRvcCBvZiB0aGUgZmlsZS4gKi9cbmV4cG9ydCBjbGFzcyBNb2R1bGVCdWlsZGVyIHtcbiAgcHJpdmF0ZSByZWFkb25seSB0eXBlczogc3RyaW5nW10gPSBbXTtcbiAgcHJpdmF0ZSByZWFkb25seSB0eXBlQnl0ZXMgPSBuZXcgQnl0ZXMoNjQpO1xuICBwcml2YXRlIHJlYWRvbmx5IGltcG9ydHMgPSBuZXcgQnl0ZXMoNjQpO1xuICBwcml2YXRlIHJlYWRvbmx5IGV4cG9ydHMgPSBuZXcgQnl0ZXMoNjQpO1xuICBwcml2YXRlIHJlYWRvbmx5IGJvZGllcyA9IG5ldyBCeXRlcygxMDI0KTtcbiAgcHJpdmF0ZSByZWFkb25seSBmdW5jdGlvblR5cGVzOiBudW1iZXJbXSA9IFtdO1xuICBwcml2YXRlIGltcG9ydENvdW50ID0gMDtcbiAgcHJpdmF0ZSBleHBvcnRDb3VudCA9IDA7XG5cbiAgcHJpdmF0ZSB0eXBlKHBhcmFtczogcmVhZG9ubHkgVmFsdWVUeXBlW10sIHJlc3VsdHM6IHJlYWRvbmx5IFZhbHVlVHlwZVtdKTogbnVtYmVyIHtcbiAgICBjb25zdCBrZXkgPSBgJHtwYXJhbXN9PiR7cmVzdWx0c31gO1xuICAgIGNvbnN0IGZvdW5kID0gdGhpcy50eXBlcy5pbmRleE9mKGtleSk7XG4gICAgaWYgKGZvdW5kID49IDApIHJldHVybiBmb3VuZDtcbiAgICB0aGlzLnR5cGVCeXRlcy5ieXRlKDB4NjApO1xuICAgIGZvciAoY29uc3QgbGlzdCBvZiBbcGFyYW1zLCByZXN1bHRzXSkge1xuICAgICAgdGhpcy50eXBlQnl0ZXMudW5zaWduZWQobGlzdC5sZW5ndGgpO1xuICAgICAgZm9yIChjb25zdCB0IG9mIGxpc3QpIHRoaXMudHlwZUJ5dGVzLmJ5dGUodHlwZUNvZGVzW3RdKTtcbiAgICB9XG4gICAgcmV0dXJuIHRoaXMudHlwZXMucHVzaChrZXkpIC0gMTtcbiAgfVxuXG4gIC8qKiBJbXBvcnRzIGBlbnYuPG5hbWU+YCBhbmQgcmV0dXJucyBpdHMgZnVuY3Rpb24gaW5kZXguIE9ubHkgYmVmb3JlIHRoZSBmaXJzdCBgZnVuY2AuICovXG4gIGltcG9ydEZ1bmN0aW9uKFxuICAgIG5hbWU6IHN0cmluZyxcbiAgICBwYXJhbXM6IHJlYWRvbmx5IFZhbHVlVHlwZVtdLFxuICAgIHJlc3VsdHM6IHJlYWRvbmx5IFZhbHVlVHlwZVtdLFxuICApOiBudW1iZXIge1xuICAgIGlmICh0aGlzLmZ1bmN0aW9uVHlwZXMubGVuZ3RoID4gMCkgdGhyb3cgbmV3IEVycm9yKCdhc3NlbWJsZXI6IGltcG9ydHMgY29tZSBiZWZvcmUgZnVuY3Rpb25zJyk7XG4gICAgdGhpcy5pbXBvcnRzLnRleHQoJ2VudicpO1xuICAgIHRoaXMuaW1wb3J0cy50ZXh0KG5hbWUpO1xuICAgIHRoaXMuaW1wb3J0cy5ieXRlKDB4MDApO1xuICAgIHRoaXMuaW1wb3J0cy51bnNpZ25lZCh0aGlzLnR5cGUocGFyYW1zLCByZXN1bHRzKSk7XG4gICAgcmV0dXJuIHRoaXMuaW1wb3J0Q291bnQrKztcbiAgfVxuXG4gIC8qKiBBZGRzIGEgZnVuY3Rpb24sIGV4cG9ydGVkIGlmIG5hbWVkLCBhbmQgcmV0dXJucyBpdHMgaW5kZXggZm9yIGBjYWxsYC4gKi9cbiAgZnVuYzxjb25zdCBQIGV4dGVuZHMgcmVhZG9ubHkgVmFsdWVUeXBlW10+KFxuICAgIHBhcmFtczogUCxcbiAgICByZXN1bHRzOiByZWFkb25seSBWYWx1ZVR5cGVbXSxcbiAgICBib2R5OiAoZjogRnVuY3Rpb25CdWlsZGVyLCBwYXJhbXM6IHsgcmVhZG9ubHkgW0sgaW4ga2V5b2YgUF06IExvY2FsIH0pID0+IHZvaWQsXG4gICAgZXhwb3J0TmFtZT86IHN0cmluZyxcbiAgKTogbnVtYmVyIHtcbiAgICBjb25zdCBpbmRleCA9IHRoaXMuaW1wb3J0Q291bnQgKyB0aGlzLmZ1bmN0aW9uVHlwZXMubGVuZ3RoO1xuICAgIHRoaXMuZnVuY3Rpb25UeXBlcy5wdXNoKHRoaXMudHlwZShwYXJhbXMsIHJlc3VsdHMpKTtcbiAgICBjb25zdCBmID0gbmV3IEZ1bmN0aW9uQnVpbGRlcihwYXJhbXMpO1xuICAgIGJvZHkoZiwgZi5wYXJhbXMgYXMgeyByZWFkb25seSBbSyBpbiBrZXlvZiBQXTogTG9jYWwgfSk7XG4gICAgZi5maW5pc2hJbnRvKHRoaXMuYm9kaWVzKTtcbiAgICBpZiAoZXhwb3J0TmFtZSAhPT0gdW5kZWZpbmVkKSB7XG4gICAgICB0aGlzLmV4cG9ydHMudGV4dChleHBvcnROYW1lKTtcbiAgICAgIHRoaXMuZXhwb3J0cy5ieXRlKDB4MDApO1xuICAgICAgdGhpcy5leHBvcnRzLnVuc2lnbmVkKGluZGV4KTtcbiAgICAgIHRoaXMuZXhwb3J0Q291bnQrKztcbiAgICB9XG4gICAgcmV0dXJuIGluZGV4O1xuICB9XG5cbiAgLyoqIFRoZSBtb2R1bGUncyBieXRlcy4gKi9cbiAgZmluaXNoKCk6IFVpbnQ4QXJyYXk8QXJyYXlCdWZmZXI+IHtcbiAgICBjb25zdCBvdXQgPSBuZXcgQnl0ZXModGhpcy5ib2RpZXMubGVuZ3RoICsgMjU2KTtcbiAgICBvdXQuYXBwZW5kKG5ldyBVaW50OEFycmF5KFsweDAwLCAweDYxLCAweDczLCAweDZkLCAweDAxLCAweDAwLCAweDAwLCAweDAwXSkpO1xuICAgIGNvbnN0IHNlY3Rpb24gPSAoaWQ6IG51bWJlciwgY291bnQ6IG51bWJlciwgY29udGVudDogQnl0ZXMpID0+IHtcbiAgICAgIGNvbnN0IGhlYWQgPSBuZXcgQnl0ZXMoOCk7XG4gICAgICBoZWFkLnVuc2lnbmVkKGNvdW50KTtcbiAgICAgIG91dC5ieXRlKGlkKTtcbiAgICAgIG91dC51bnNpZ25lZChoZWFkLmxlbmd0aCArIGNvbnRlbnQubGVuZ3RoKTtcbiAgICAgIG91dC5hcHBlbmQoaGVhZC5ieXRlcygpKTtcbiAgICAgIG91dC5hcHBlbmQoY29udGVudC5ieXRlcygpKTtcbiAgICB9O1xuICAgIGNvbnN0IGltcG9ydHMgPSBuZXcgQnl0ZXMoNjQpO1xuICAgIGltcG9ydHMuYXBwZW5kKHRoaXMuaW1wb3J0cy5ieXRlcygpKTtcbiAgICBpbXBvcnRzLnRleHQoJ2VudicpO1xuICAgIGltcG9ydHMudGV4dCgnbWVtb3J5Jyk7XG4gICAgaW1wb3J0cy5ieXRlKDB4MDIpO1xuICAgIGltcG9ydHMuYnl0ZShtZW1vcnlMaW1pdHMuc2hhcmVkID8gMHgwMyA6IDB4MDEpO1xuICAgIGltcG9ydHMudW5zaWduZWQoMCk7XG4gICAgaW1wb3J0cy51bnNpZ25lZChtZW1vcnlMaW1pdHMubWF4aW11bSk7XG4gICAgY29uc3QgZnVuY3Rpb25zID0gbmV3IEJ5dGVzKDE2KTtcbiAgICBmb3IgKGNvbnN0IHQgb2YgdGhpcy5mdW5jdGlvblR5cGVzKSBmdW5jdGlvbnMudW5zaWduZWQodCk7XG4gICAgc2VjdGlvbigxLCB0aGlzLnR5cGVzLmxlbmd0aCwgdGhpcy50eXBlQnl0ZXMpO1xuICAgIHNlY3Rpb24oMiwgdGhpcy5pbXBvcnRDb3VudCArIDEsIGltcG9ydHMpO1xuICAgIHNlY3Rpb24oMywgdGhpcy5mdW5jdGlvblR5cGVzLmxlbmd0aCwgZnVuY3Rpb25zKTtcbiAgICBzZWN0aW9uKDcsIHRoaXMuZXhwb3J0Q291bnQsIHRoaXMuZXhwb3J0cyk7XG4gICAgc2VjdGlvbigxMCwgdGhpcy5mdW5jdGlvblR5cGVzLmxlbmd0aCwgdGhpcy5ib2RpZXMpO1xuICAgIHJldHVybiBuZXcgVWludDhBcnJheShvdXQuYnl0ZXMoKSk7XG4gIH1cbn1cblxuLyoqIEEga2VybmVsOiBieXRlIHBvaW50ZXJzIGFuZCBzY2FsYXJzIGluLCBub3RoaW5nIG91dC4gKi9cbmV4cG9ydCB0eXBlIEtlcm5lbEZ1bmN0aW9uID0gKC4uLmFyZ3M6IG51bWJlcltdKSA9PiB2b2lkO1xuXG4vKiogQ29tcGlsZXMgYW5kIGluc3RhbnRpYXRlcyBzeW5jaHJvbm91c2x5OyByZXR1cm5zIHRoZSBleHBvcnRlZCBmdW5jdGlvbnMuICovXG5leHBvcnQgY29uc3QgaW5zdGFudGlhdGUgPSAoXG4gIGJ5dGVzOiBVaW50OEFycmF5PEFycmF5QnVmZmVyPixcbiAgbWVtb3J5OiBXZWJBc3NlbWJseS5NZW1vcnksXG4gIGZ1bmN0aW9uczogUmVjb3JkPHN0cmluZywgKC4uLmFyZ3M6IG51bWJlcltdKSA9PiBudW1iZXI+ID0ge30sXG4pOiBSZWNvcmQ8c3RyaW5nLCBLZXJuZWxGdW5jdGlvbj4gPT4ge1xuICBjb25zdCBtb2R1bGUgPSBuZXcgV2ViQXNzZW1ibHkuTW9kdWxlKGJ5dGVzKTtcbiAgY29uc3QgaW5zdGFuY2UgPSBuZXcgV2ViQXNzZW1ibHkuSW5zdGFuY2UobW9kdWxlLCB7IGVudjogeyBtZW1vcnksIC4uLmZ1bmN0aW9ucyB9IH0pO1xuICByZXR1cm4gaW5zdGFuY2UuZXhwb3J0cyBhcyBSZWNvcmQ8c3RyaW5nLCBLZXJuZWxGdW5jdGlvbj47XG59O1xuXG5sZXQgcmVsYXhlZFNpbWQ6IGJvb2xlYW4gfCB1bmRlZmluZWQ7XG5cbmludGVyZmFjZSBOb2RlTGlrZSB7XG4gIHZlcnNpb25zPzogeyBub2RlPzogc3RyaW5nIH07XG4gIGdldEJ1aWx0aW5Nb2R1bGU/OiAobmFtZTogc3RyaW5nKSA9PiB7IHNldEZsYWdzRnJvbVN0cmluZz86IChmbGFnczogc3RyaW5nKSA9PiB2b2lkIH0gfCB1bmRlZmluZWQ7XG59XG5cbi8qKlxuICogV2hldGhlciBmdXNlZCBtdWx0aXBseS1hZGQgKHJlbGF4ZWQgU0lNRCkgY2FuIGJlIGNvbXBpbGVkLiBOb2RlIGJlZm9yZSAyMiBoYXMgaXQgYmVoaW5kIGEgVjhcbiAqIGZsYWcsIHdoaWNoIHRoaXMgc2V0czsgY2FsbCBpdCBiZWZvcmUgdGhlIGZpcnN0IGtlcm5lbCBpcyBnZW5lcmF0ZWQuXG4gKi9cbmV4cG9ydCBjb25zdCBoYXNSZWxheGVkU2ltZCA9ICgpOiBib29sZWFuID0+IHtcbiAgaWYgKHJlbGF4ZWRTaW1kICE9PSB1bmRlZmluZWQpIHJldHVybiByZWxheGVkU2ltZDtcbiAgY29uc3Qgbm9kZSA9IChnbG9iYWxUaGlzIGFzIHsgcHJvY2Vzcz86IE5vZGVMaWtlIH0pLnByb2Nlc3M7XG4gIGlmIChOdW1iZXIucGFyc2VJbnQobm9kZT8udmVyc2lvbnM/Lm5vZGUgPz8gJzk5JywgMTApIDwgMjIpIHtcbiAgICBjb25zdCB2OCA9IG5vZGU/LmdldEJ1aWx0aW5Nb2R1bGU/Lignbm9kZTp2OCcpO1xuICAgIHY4Py5zZXRGbGFnc0Zyb21TdHJpbmc/LignLS1leHBlcmltZW50YWwtd2FzbS1yZWxheGVkLXNpbWQnKTtcbiAgfVxuICBjb25zdCBtID0gbmV3IE1vZHVsZUJ1aWxkZXIoKTtcbiAgbS5mdW5jKFsndjEyOCddLCBbJ3YxMjgnXSwgKGYsIFt4XSkgPT4ge1xuICAgIGYubWFkZCh4LCB4LCB4LCB0cnVlKTtcbiAgfSk7XG4gIHJlbGF4ZWRTaW1kID0gV2ViQXNzZW1ibHkudmFsaWRhdGUobS5maW5pc2goKSk7XG4gIHJldHVybiByZWxheGVkU2ltZDtcbn07XG4iLCAiLy8gTWVtb3J5IG9mIHRoZSBDUFUgYmFja2VuZDogb25lIFdlYkFzc2VtYmx5IG1lbW9yeSwgY3V0IGludG8gYmxvY2tzIGFsaWduZWQgdG8gNjQgYnl0ZXMuIEZyZWUgYmxvY2tzXG4vLyBoYW5nIGluIGJpbnMgYnkgc2l6ZSAoZm91ciBzdGVwcyBwZXIgb2N0YXZlKSBhbmQgbWVyZ2Ugd2l0aCBmcmVlIG5laWdoYm91cnMsIHNvIHRoYXQgYW55IG1peCBvZlxuLy8gc2l6ZXMgY2FuIGJlIHNlcnZlZCBhZ2FpbjsgdGhlIG1lbW9yeSBncm93cyB3aGVuIG5vdGhpbmcgZml0cy5cbmltcG9ydCB7IE91dE9mTWVtb3J5RXJyb3IgfSBmcm9tICcuLi8uLi90ZW5zb3IvZXJyb3JzLnRzJztcbmltcG9ydCB7IGNyZWF0ZU1lbW9yeSB9IGZyb20gJy4vd2FzbS9hc3NlbWJsZXIudHMnO1xuXG4vKiogQWxpZ25tZW50IG9mIGV2ZXJ5IGJsb2NrIGluIGJ5dGVzLiAqL1xuZXhwb3J0IGNvbnN0IEFMSUdOTUVOVCA9IDY0O1xuXG5jb25zdCBQQUdFID0gNjU1MzY7XG5jb25zdCBMSU1JVCA9IDY1NTM2ICogUEFHRTtcbi8qKiBBZGRyZXNzIDAgaXMgbmV2ZXIgaGFuZGVkIG91dC4gKi9cbmNvbnN0IEZJUlNUID0gMTAyNDtcblxuLyoqIEJ5dGVzIG9mIGEgYmxvY2sgdGhhdCBzZXJ2ZXMgYSByZXF1ZXN0LiAqL1xuZXhwb3J0IGNvbnN0IHJvdW5kVXAgPSAoYnl0ZXM6IG51bWJlcik6IG51bWJlciA9PlxuICBNYXRoLm1heChBTElHTk1FTlQsIE1hdGguY2VpbChieXRlcyAvIEFMSUdOTUVOVCkgKiBBTElHTk1FTlQpO1xuXG4vLyBpbmRleCBvZiB0aGUgYmluIHdob3NlIGJsb2NrcyBhbGwgaGF2ZSBhdCBsZWFzdCAyXihiLzQpIDY0LWJ5dGUgdW5pdHMsIHJvdW5kZWQgZG93blxuZnVuY3Rpb24gYmluT2Yoc2l6ZTogbnVtYmVyKTogbnVtYmVyIHtcbiAgY29uc3QgdW5pdHMgPSBzaXplIC8gQUxJR05NRU5UO1xuICBjb25zdCBvY3RhdmUgPSAzMSAtIE1hdGguY2x6MzIodW5pdHMpO1xuICByZXR1cm4gNCAqIG9jdGF2ZSArIE1hdGguZmxvb3IoKDQgKiB1bml0cykgLyAyICoqIG9jdGF2ZSkgLSA0O1xufVxuXG4vKiogSGFuZHMgb3V0IHN0cmV0Y2hlcyBvZiBvbmUgZ3Jvd2luZyBXZWJBc3NlbWJseSBtZW1vcnkuICovXG5leHBvcnQgaW50ZXJmYWNlIEFsbG9jYXRvciB7XG4gIHJlYWRvbmx5IG1lbW9yeTogV2ViQXNzZW1ibHkuTWVtb3J5O1xuICAvKiogQnl0ZSBhZGRyZXNzIG9mIGBieXRlc2AgYnl0ZXMsIGNvbnRlbnRzIHVuZGVmaW5lZC4gQHRocm93cyBPdXRPZk1lbW9yeUVycm9yICovXG4gIHRha2UoYnl0ZXM6IG51bWJlcik6IG51bWJlcjtcbiAgLyoqIEdpdmVzIGJhY2sgd2hhdCBgdGFrZShieXRlcylgIHJldHVybmVkLiAqL1xuICBnaXZlKGFkZHJlc3M6IG51bWJlciwgYnl0ZXM6IG51bWJlcik6IHZvaWQ7XG4gIC8qKiBCeXRlcyBpbiB1c2UgYW5kIGJ5dGVzIHRoYXQgYXJlIGZyZWUgaW5zaWRlIHRoZSBtZW1vcnkgYXMgaXQgaXMuICovXG4gIGNvdW50cygpOiB7IHJlYWRvbmx5IHVzZWQ6IG51bWJlcjsgcmVhZG9ubHkgcG9vbGVkOiBudW1iZXIgfTtcbn1cblxuLyoqIEEgbmV3IG1lbW9yeSB3aXRoIG5vdGhpbmcgaW4gaXQuICovXG5leHBvcnQgZnVuY3Rpb24gY3JlYXRlQWxsb2NhdG9yKCk6IEFsbG9jYXRvciB7XG4gIGNvbnN0IG1lbW9yeSA9IGNyZWF0ZU1lbW9yeSgpO1xuICBjb25zdCBzdGFydHMgPSBuZXcgTWFwPG51bWJlciwgbnVtYmVyPigpOyAvLyBmcmVlIGJsb2NrOiBhZGRyZXNzIC0+IHNpemVcbiAgY29uc3QgZW5kcyA9IG5ldyBNYXA8bnVtYmVyLCBudW1iZXI+KCk7IC8vIGZyZWUgYmxvY2s6IGVuZCAtPiBhZGRyZXNzXG4gIGNvbnN0IGJpbnM6IFNldDxudW1iZXI+W10gPSBBcnJheS5mcm9tKHsgbGVuZ3RoOiA0ICogMjggfSwgKCkgPT4gbmV3IFNldCgpKTtcbiAgbGV0IHVzZWQgPSAwO1xuICBsZXQgcG9vbGVkID0gMDtcbiAgbGV0IGVuZCA9IEZJUlNUO1xuXG4gIGNvbnN0IHJlbW92ZSA9IChhZGRyZXNzOiBudW1iZXIpOiBudW1iZXIgPT4ge1xuICAgIGNvbnN0IHNpemUgPSBzdGFydHMuZ2V0KGFkZHJlc3MpIGFzIG51bWJlcjtcbiAgICBzdGFydHMuZGVsZXRlKGFkZHJlc3MpO1xuICAgIGVuZHMuZGVsZXRlKGFkZHJlc3MgKyBzaXplKTtcbiAgICBiaW5zW2Jpbk9mKHNpemUpXS5kZWxldGUoYWRkcmVzcyk7XG4gICAgcG9vbGVkIC09IHNpemU7XG4gICAgcmV0dXJuIHNpemU7XG4gIH07XG4gIGNvbnN0IGluc2VydCA9IChmcm9tOiBudW1iZXIsIGJ5dGVzOiBudW1iZXIpOiB2b2lkID0+IHtcbiAgICBsZXQgYWRkcmVzcyA9IGZyb207XG4gICAgbGV0IHNpemUgPSBieXRlcztcbiAgICBjb25zdCBiZWZvcmUgPSBlbmRzLmdldChhZGRyZXNzKTtcbiAgICBpZiAoYmVmb3JlICE9PSB1bmRlZmluZWQpIHtcbiAgICAgIHNpemUgKz0gcmVtb3ZlKGJlZm9yZSk7XG4gICAgICBhZGRyZXNzID0gYmVmb3JlO1xuICAgIH1cbiAgICBpZiAoc3RhcnRzLmhhcyhhZGRyZXNzICsgc2l6ZSkpIHNpemUgKz0gcmVtb3ZlKGFkZHJlc3MgKyBzaXplKTtcbiAgICBzdGFydHMuc2V0KGFkZHJlc3MsIHNpemUpO1xuICAgIGVuZHMuc2V0KGFkZHJlc3MgKyBzaXplLCBhZGRyZXNzKTtcbiAgICBiaW5zW2Jpbk9mKHNpemUpXS5hZGQoYWRkcmVzcyk7XG4gICAgcG9vbGVkICs9IHNpemU7XG4gIH07XG4gIGNvbnN0IGdyb3cgPSAoc2l6ZTogbnVtYmVyKTogdm9pZCA9PiB7XG4gICAgY29uc3QgaGF2ZSA9IG1lbW9yeS5idWZmZXIuYnl0ZUxlbmd0aDtcbiAgICBjb25zdCBzdGFydCA9IGVuZHMuZ2V0KGVuZCkgPz8gZW5kO1xuICAgIGNvbnN0IG5lZWQgPSBzdGFydCArIHNpemUgLSBoYXZlO1xuICAgIGlmIChuZWVkID4gMCkge1xuICAgICAgY29uc3Qgd2FudGVkID0gTWF0aC5tYXgobmVlZCwgTWF0aC5taW4oaGF2ZSAvIDQsIDI1NiAqIDEwMjQgKiAxMDI0KSwgNCAqIDEwMjQgKiAxMDI0KTtcbiAgICAgIGNvbnN0IG1vc3QgPSBMSU1JVCAtIGhhdmU7XG4gICAgICBjb25zdCBwYWdlcyA9IE1hdGguY2VpbChNYXRoLm1pbih3YW50ZWQsIE1hdGgubWF4KG1vc3QsIDApKSAvIFBBR0UpO1xuICAgICAgdHJ5IHtcbiAgICAgICAgaWYgKG5lZWQgPiBtb3N0KSB0aHJvdyBuZXcgUmFuZ2VFcnJvcignNCBHaUInKTtcbiAgICAgICAgbWVtb3J5Lmdyb3cocGFnZXMpO1xuICAgICAgfSBjYXRjaCB7XG4gICAgICAgIHRocm93IG5ldyBPdXRPZk1lbW9yeUVycm9yKFxuICAgICAgICAgIGB0aGUgQ1BVIGJhY2tlbmQgY2Fubm90IHRha2UgJHtzaXplfSBieXRlcyBtb3JlOiAke3VzZWR9IGJ5dGVzIGFyZSBpbiB1c2UsICR7cG9vbGVkfSBgICtcbiAgICAgICAgICAgIGBmcmVlIGluIHNtYWxsZXIgYmxvY2tzLCBhbmQgaXRzIG1lbW9yeSBvZiAke2hhdmV9IGJ5dGVzIGNhbm5vdCBncm93IChsaW1pdCAke0xJTUlUfSlgLFxuICAgICAgICApO1xuICAgICAgfVxuICAgIH1cbiAgICBjb25zdCB0b3AgPSBtZW1vcnkuYnVmZmVyLmJ5dGVMZW5ndGg7XG4gICAgaWYgKHRvcCA+IGVuZCkgaW5zZXJ0KGVuZCwgdG9wIC0gZW5kKTtcbiAgICBlbmQgPSB0b3A7XG4gIH07XG4gIGNvbnN0IGZpbmQgPSAoc2l6ZTogbnVtYmVyKTogbnVtYmVyIHwgdW5kZWZpbmVkID0+IHtcbiAgICBjb25zdCBmaXJzdCA9IGJpbk9mKHNpemUpO1xuICAgIC8vIGJsb2NrcyBvZiB0aGUgcmVxdWVzdCdzIG93biBiaW4gbWF5IGJlIHRvbyBzbWFsbFxuICAgIGZvciAoY29uc3QgYWRkcmVzcyBvZiBiaW5zW2ZpcnN0XSkgaWYgKChzdGFydHMuZ2V0KGFkZHJlc3MpIGFzIG51bWJlcikgPj0gc2l6ZSkgcmV0dXJuIGFkZHJlc3M7XG4gICAgZm9yIChsZXQgYiA9IGZpcnN0ICsgMTsgYiA8IGJpbnMubGVuZ3RoOyBiKyspIHtcbiAgICAgIGZvciAoY29uc3QgYWRkcmVzcyBvZiBiaW5zW2JdKSByZXR1cm4gYWRkcmVzcztcbiAgICB9XG4gICAgcmV0dXJuIHVuZGVmaW5lZDtcbiAgfTtcblxuICByZXR1cm4ge1xuICAgIG1lbW9yeSxcbiAgICB0YWtlKGJ5dGVzKSB7XG4gICAgICBjb25zdCBzaXplID0gcm91bmRVcChieXRlcyk7XG4gICAgICBsZXQgYWRkcmVzcyA9IGZpbmQoc2l6ZSk7XG4gICAgICBpZiAoYWRkcmVzcyA9PT0gdW5kZWZpbmVkKSB7XG4gICAgICAgIGdyb3coc2l6ZSk7XG4gICAgICAgIGFkZHJlc3MgPSBmaW5kKHNpemUpIGFzIG51bWJlcjtcbiAgICAgIH1cbiAgICAgIGNvbnN0IHJlc3QgPSByZW1vdmUoYWRkcmVzcykgLSBzaXplO1xuICAgICAgaWYgKHJlc3QgPiAwKSBpbnNlcnQoYWRkcmVzcyArIHNpemUsIHJlc3QpO1xuICAgICAgdXNlZCArPSBzaXplO1xuICAgICAgcmV0dXJuIGFkZHJlc3M7XG4gICAgfSxcbiAgICBnaXZlKGFkZHJlc3MsIGJ5dGVzKSB7XG4gICAgICBjb25zdCBzaXplID0gcm91bmRVcChieXRlcyk7XG4gICAgICB1c2VkIC09IHNpemU7XG4gICAgICBpbnNlcnQoYWRkcmVzcywgc2l6ZSk7XG4gICAgfSxcbiAgICBjb3VudHM6ICgpID0+ICh7IHVzZWQsIHBvb2xlZCB9KSxcbiAgfTtcbn1cbiIsICIvLyBWYWx1ZXMgb24gdGhlaXIgd2F5IGJldHdlZW4gaG9zdCBhcnJheXMgYW5kIGRldmljZSBtZW1vcnk6IGZsb2F0MTYgYXMgMTYtYml0IHBhdHRlcm5zLCBib29sIGFzIDMyLWJpdFxuLy8gaW50ZWdlcnMsIGV2ZXJ5dGhpbmcgZWxzZSBhcyBpdCBpcy5cbmltcG9ydCB7IHR5cGUgRFR5cGUsIHR5cGUgSG9zdEFycmF5LCBob3N0QXJyYXkgfSBmcm9tICcuLi8uLi90ZW5zb3IvZHR5cGUudHMnO1xuXG5jb25zdCBmbG9hdCA9IG5ldyBGbG9hdDMyQXJyYXkoMSk7XG5jb25zdCB3b3JkID0gbmV3IEludDMyQXJyYXkoZmxvYXQuYnVmZmVyKTtcblxuLyoqIGZsb2F0MTYgYml0IHBhdHRlcm4gb2YgYSBudW1iZXIsIHRvIG5lYXJlc3QgZXZlbi4gKi9cbmV4cG9ydCBmdW5jdGlvbiB0b0hhbGYodmFsdWU6IG51bWJlcik6IG51bWJlciB7XG4gIGZsb2F0WzBdID0gdmFsdWU7XG4gIGNvbnN0IHggPSB3b3JkWzBdO1xuICBjb25zdCBzaWduID0gKHggPj4+IDE2KSAmIDB4ODAwMDtcbiAgY29uc3QgYSA9IHggJiAweDdmZmZmZmZmO1xuICBpZiAoYSA+IDB4N2Y4MDAwMDApIHJldHVybiBzaWduIHwgMHg3ZTAwO1xuICBpZiAoYSA+IDB4NDc3ZmZmZmYpIHJldHVybiBzaWduIHwgMHg3YzAwO1xuICBpZiAoYSA8IDB4Mzg4MDAwMDApIHtcbiAgICAvLyBzdWJub3JtYWw6IGFkZGluZyAxLzIgcm91bmRzIGF0IHRoZSByaWdodCBiaXRcbiAgICB3b3JkWzBdID0gYTtcbiAgICBmbG9hdFswXSArPSAwLjU7XG4gICAgcmV0dXJuIHNpZ24gfCAod29yZFswXSAtIDB4M2YwMDAwMDApO1xuICB9XG4gIHJldHVybiBzaWduIHwgKChhICsgKDB4YzgwMDBmZmYgfCAwKSArICgoYSA+Pj4gMTMpICYgMSkpID4+PiAxMyk7XG59XG5cbi8qKiBWYWx1ZSBvZiBhIGZsb2F0MTYgYml0IHBhdHRlcm4uICovXG5leHBvcnQgZnVuY3Rpb24gZnJvbUhhbGYoYml0czogbnVtYmVyKTogbnVtYmVyIHtcbiAgd29yZFswXSA9IChiaXRzICYgMHg3ZmZmKSA8PCAxMztcbiAgZmxvYXRbMF0gKj0gMiAqKiAxMTI7XG4gIGlmICgoYml0cyAmIDB4N2ZmZikgPiAweDdiZmYpIHdvcmRbMF0gfD0gMHg3ZjgwMDAwMDtcbiAgcmV0dXJuIGJpdHMgJiAweDgwMDAgPyAtZmxvYXRbMF0gOiBmbG9hdFswXTtcbn1cblxuLyoqIFdyaXRlcyBob3N0IHZhbHVlcyB0byBkZXZpY2UgbWVtb3J5IGF0IGEgYnl0ZSBhZGRyZXNzLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHN0b3JlKGJ1ZmZlcjogQXJyYXlCdWZmZXIsIGF0OiBudW1iZXIsIGR0eXBlOiBEVHlwZSwgdmFsdWVzOiBIb3N0QXJyYXkpOiB2b2lkIHtcbiAgY29uc3QgbiA9IHZhbHVlcy5sZW5ndGg7XG4gIHN3aXRjaCAoZHR5cGUpIHtcbiAgICBjYXNlICdmMzInOlxuICAgICAgbmV3IEZsb2F0MzJBcnJheShidWZmZXIsIGF0LCBuKS5zZXQodmFsdWVzKTtcbiAgICAgIHJldHVybjtcbiAgICBjYXNlICdmNjQnOlxuICAgICAgbmV3IEZsb2F0NjRBcnJheShidWZmZXIsIGF0LCBuKS5zZXQodmFsdWVzKTtcbiAgICAgIHJldHVybjtcbiAgICBjYXNlICdpMzInOlxuICAgICAgbmV3IEludDMyQXJyYXkoYnVmZmVyLCBhdCwgbikuc2V0KHZhbHVlcyk7XG4gICAgICByZXR1cm47XG4gICAgY2FzZSAndTMyJzpcbiAgICAgIG5ldyBVaW50MzJBcnJheShidWZmZXIsIGF0LCBuKS5zZXQodmFsdWVzKTtcbiAgICAgIHJldHVybjtcbiAgICBjYXNlICdib29sJzoge1xuICAgICAgY29uc3QgdG8gPSBuZXcgSW50MzJBcnJheShidWZmZXIsIGF0LCBuKTtcbiAgICAgIGZvciAobGV0IGkgPSAwOyBpIDwgbjsgaSsrKSB0b1tpXSA9IHZhbHVlc1tpXSA9PT0gMCA/IDAgOiAxO1xuICAgICAgcmV0dXJuO1xuICAgIH1cbiAgICBjYXNlICdmMTYnOiB7XG4gICAgICBjb25zdCB0byA9IG5ldyBVaW50MTZBcnJheShidWZmZXIsIGF0LCBuKTtcbiAgICAgIGZvciAobGV0IGkgPSAwOyBpIDwgbjsgaSsrKSB0b1tpXSA9IHRvSGFsZih2YWx1ZXNbaV0pO1xuICAgIH1cbiAgfVxufVxuXG4vKiogQ29waWVzIGBuYCB2YWx1ZXMgb3V0IG9mIGRldmljZSBtZW1vcnkuICovXG5leHBvcnQgZnVuY3Rpb24gZmV0Y2goYnVmZmVyOiBBcnJheUJ1ZmZlciwgYXQ6IG51bWJlciwgZHR5cGU6IERUeXBlLCBuOiBudW1iZXIpOiBIb3N0QXJyYXkge1xuICBjb25zdCBvdXQgPSBob3N0QXJyYXkoZHR5cGUsIG4pO1xuICBzd2l0Y2ggKGR0eXBlKSB7XG4gICAgY2FzZSAnZjMyJzpcbiAgICAgIG91dC5zZXQobmV3IEZsb2F0MzJBcnJheShidWZmZXIsIGF0LCBuKSk7XG4gICAgICBicmVhaztcbiAgICBjYXNlICdmNjQnOlxuICAgICAgb3V0LnNldChuZXcgRmxvYXQ2NEFycmF5KGJ1ZmZlciwgYXQsIG4pKTtcbiAgICAgIGJyZWFrO1xuICAgIGNhc2UgJ3UzMic6XG4gICAgICBvdXQuc2V0KG5ldyBVaW50MzJBcnJheShidWZmZXIsIGF0LCBuKSk7XG4gICAgICBicmVhaztcbiAgICBjYXNlICdpMzInOlxuICAgIGNhc2UgJ2Jvb2wnOlxuICAgICAgb3V0LnNldChuZXcgSW50MzJBcnJheShidWZmZXIsIGF0LCBuKSk7XG4gICAgICBicmVhaztcbiAgICBjYXNlICdmMTYnOiB7XG4gICAgICBjb25zdCBmcm9tID0gbmV3IFVpbnQxNkFycmF5KGJ1ZmZlciwgYXQsIG4pO1xuICAgICAgZm9yIChsZXQgaSA9IDA7IGkgPCBuOyBpKyspIG91dFtpXSA9IGZyb21IYWxmKGZyb21baV0pO1xuICAgIH1cbiAgfVxuICByZXR1cm4gb3V0O1xufVxuIiwgIi8vIFdHUkFEX0RFQlVHPTEgcHJpbnRzIHRoZSBrZXJuZWxzIG9mIGVhY2ggcHJvZ3JhbSBydW4gd2l0aCB0aGVpciB0aW1lcywgMyBhbHNvIHRoZSBsb29wcyBvZiBlYWNoXG4vLyBnZW5lcmF0ZWQgbmVzdC5cbmltcG9ydCB0eXBlIHsgS2VybmVsLCBOZXN0S2VybmVsLCBQcm9ncmFtIH0gZnJvbSAnLi4vLi4vY29tcGlsZXIvcHJvZ3JhbS50cyc7XG5pbXBvcnQgdHlwZSB7IFNjaGVkdWxlIH0gZnJvbSAnLi9uZXN0L3NjaGVkdWxlLnRzJztcblxuLyoqIFRoZSBsZXZlbCBhc2tlZCBmb3IgYnkgdGhlIGVudmlyb25tZW50IHZhcmlhYmxlIFdHUkFEX0RFQlVHOyAwIHdpdGhvdXQgb25lLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGRlYnVnTGV2ZWwoKTogbnVtYmVyIHtcbiAgY29uc3QgeyBwcm9jZXNzIH0gPSBnbG9iYWxUaGlzIGFzIHtcbiAgICBwcm9jZXNzPzogeyBlbnY/OiBSZWNvcmQ8c3RyaW5nLCBzdHJpbmcgfCB1bmRlZmluZWQ+IH07XG4gIH07XG4gIHJldHVybiBOdW1iZXIocHJvY2Vzcz8uZW52Py5XR1JBRF9ERUJVRyA/PyAwKSB8fCAwO1xufVxuXG4vKiogU2hhcGUgb2YgYSBrZXJuZWwgb24gb25lIGxpbmU6IGBuZXN0IFszMiwgNjRdIG92ZXIgWzEyOF0gZjMyLCBmMzIgLT4gZjMyYC4gKi9cbmV4cG9ydCBmdW5jdGlvbiBkZXNjcmliZUtlcm5lbChrOiBLZXJuZWwpOiBzdHJpbmcge1xuICBjb25zdCB0eXBlcyA9IGAke2suaW5wdXRzLmpvaW4oJywgJyl9IC0+ICR7ay5vdXRwdXRzLmpvaW4oJywgJyl9YDtcbiAgaWYgKGsua2luZCA9PT0gJ3NwZWNpYWwnKSB7XG4gICAgY29uc3QgeyBraW5kLCAuLi5zcGVjIH0gPSBrLnNwZWM7XG4gICAgcmV0dXJuIGAke2tpbmR9ICR7SlNPTi5zdHJpbmdpZnkoc3BlYyl9ICR7dHlwZXN9YDtcbiAgfVxuICBjb25zdCBvdmVyID0gay5yZWR1Y2VBeGVzLmxlbmd0aCA+IDAgPyBgIG92ZXIgWyR7ay5yZWR1Y2VBeGVzLmpvaW4oJywgJyl9XWAgOiAnJztcbiAgcmV0dXJuIGBuZXN0IFske2suYXhlcy5qb2luKCcsICcpfV0ke292ZXJ9ICR7dHlwZXN9YDtcbn1cblxuLyoqIFRoZSBsb29wcyBvZiBhIG5lc3QsIG91dGVybW9zdCBmaXJzdDsgdGhlIHZlY3RvciBheGlzIGlzIG1hcmtlZCB3aXRoIGl0cyBjb3BpZXMuICovXG5leHBvcnQgZnVuY3Rpb24gZGVzY3JpYmVOZXN0KGs6IE5lc3RLZXJuZWwsIHM6IFNjaGVkdWxlLCBieXRlczogbnVtYmVyKTogc3RyaW5nIHtcbiAgY29uc3QgbG9vcHMgPSBzLm9yZGVyLm1hcCgobCkgPT4ge1xuICAgIGNvbnN0IGxhbmVzID0gbCA9PT0gcy52ZWN0b3IgPyBgICg0IGxhbmVzIHggJHtzLmNvcGllc30pYCA6ICcnO1xuICAgIHJldHVybiBgJHtsLm5hbWV9IDwgJHtsLnNpemV9JHtsYW5lc31gO1xuICB9KTtcbiAgcmV0dXJuIGAke2Rlc2NyaWJlS2VybmVsKGspfVxcbiAgJHtzLm1vZGV9OiAke2xvb3BzLmpvaW4oJywgJykgfHwgJ25vIGxvb3BzJ307ICR7Ynl0ZXN9IGJ5dGVzYDtcbn1cblxuLyoqIFByaW50cyBvbmUgcnVuOiB0aW1lLCBvcGVyYXRpb24gbmFtZXMgYW5kIHNoYXBlIG9mIGV2ZXJ5IGtlcm5lbC4gKi9cbmV4cG9ydCBmdW5jdGlvbiBwcmludFByb2ZpbGUocHJvZ3JhbTogUHJvZ3JhbSwgdGltZXM6IHJlYWRvbmx5IG51bWJlcltdKTogdm9pZCB7XG4gIGNvbnN0IHRvdGFsID0gdGltZXMucmVkdWNlKChhLCBiKSA9PiBhICsgYiwgMCk7XG4gIGNvbnN0IGxpbmVzID0gcHJvZ3JhbS5zdGVwcy5tYXAoXG4gICAgKHsgbGFiZWwsIGtlcm5lbCB9LCBpKSA9PlxuICAgICAgYCR7KHRpbWVzW2ldICogMTAwMCkudG9GaXhlZCgxKS5wYWRTdGFydCgxMCl9IHVzICAke2xhYmVsLnBhZEVuZCgzMil9ICR7ZGVzY3JpYmVLZXJuZWwoa2VybmVsKX1gLFxuICApO1xuICBjb25zb2xlLmVycm9yKFxuICAgIGAke3Byb2dyYW0ubmFtZX06ICR7dGltZXMubGVuZ3RofSBrZXJuZWxzLCAke3RvdGFsLnRvRml4ZWQoMyl9IG1zLCBgICtcbiAgICAgIGAke3Byb2dyYW0udGVtcEJ5dGVzfSBieXRlcyBvZiB0ZW1wb3Jhcmllc1xcbiR7bGluZXMuam9pbignXFxuJyl9YCxcbiAgKTtcbn1cbiIsICIvLyBXaGF0IHRoaXMgbWFjaGluZSBvZmZlcnMgdGhlIENQVSBiYWNrZW5kOyBwcmludGVkIGJ5IGBkb2N0b3JgIGFuZCBieSB0aGUgYmFja2VuZCdzIGRlc2NyaXB0aW9uLlxuaW1wb3J0IHsgaGFzUmVsYXhlZFNpbWQsIG1lbW9yeUxpbWl0cyB9IGZyb20gJy4vd2FzbS9hc3NlbWJsZXIudHMnO1xuXG4vKiogRmVhdHVyZXMgYW5kIHNpemVzIHRoYXQgbWF0dGVyIHRvIHRoZSBDUFUgYmFja2VuZC4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgQ3B1RmVhdHVyZXMge1xuICAvKiogMTI4LWJpdCBTSU1ELCB3aXRob3V0IHdoaWNoIHRoZSBiYWNrZW5kIGRvZXMgbm90IHJ1bi4gKi9cbiAgcmVhZG9ubHkgc2ltZDogYm9vbGVhbjtcbiAgLyoqIEZ1c2VkIG11bHRpcGx5LWFkZCAocmVsYXhlZCBTSU1EKS4gKi9cbiAgcmVhZG9ubHkgcmVsYXhlZFNpbWQ6IGJvb2xlYW47XG4gIC8qKiBMb2dpY2FsIHByb2Nlc3NvcnMuIFRoZSBiYWNrZW5kIHVzZXMgb25lLiAqL1xuICByZWFkb25seSBwcm9jZXNzb3JzOiBudW1iZXI7XG4gIC8qKiBXaGV0aGVyIG1lbW9yeSBjb3VsZCBiZSBzaGFyZWQgYmV0d2VlbiB0aHJlYWRzIGhlcmUuICovXG4gIHJlYWRvbmx5IHNoYXJlZE1lbW9yeTogYm9vbGVhbjtcbiAgLyoqIE1vc3QgYnl0ZXMgdGhhdCB0aGUgYmFja2VuZCdzIG1lbW9yeSBjYW4gaG9sZC4gKi9cbiAgcmVhZG9ubHkgbWVtb3J5TGltaXQ6IG51bWJlcjtcbn1cblxuLy8gKGZ1bmMgKHJlc3VsdCB2MTI4KSBpMzIuY29uc3QgMCwgaTh4MTYuc3BsYXQpXG5jb25zdCBzaW1kTW9kdWxlID0gbmV3IFVpbnQ4QXJyYXkoW1xuICAwLCA5NywgMTE1LCAxMDksIDEsIDAsIDAsIDAsIDEsIDUsIDEsIDk2LCAwLCAxLCAxMjMsIDMsIDIsIDEsIDAsIDEwLCA4LCAxLCA2LCAwLCA2NSwgMCwgMjUzLCAxNSxcbiAgMTEsXG5dKTtcblxuaW50ZXJmYWNlIFByb2Nlc3NMaWtlIHtcbiAgcmVhZG9ubHkgdmVyc2lvbnM/OiB7IHJlYWRvbmx5IG5vZGU/OiBzdHJpbmcgfTtcbn1cblxuLyoqIExvb2tzIGF0IHRoZSBtYWNoaW5lOyBjaGVhcC4gKi9cbmV4cG9ydCBmdW5jdGlvbiBkZXRlY3RDcHUoKTogQ3B1RmVhdHVyZXMge1xuICBjb25zdCBzaW1kID0gdHlwZW9mIFdlYkFzc2VtYmx5ID09PSAnb2JqZWN0JyAmJiBXZWJBc3NlbWJseS52YWxpZGF0ZShzaW1kTW9kdWxlKTtcbiAgY29uc3QgeyBuYXZpZ2F0b3IsIGNyb3NzT3JpZ2luSXNvbGF0ZWQsIHByb2Nlc3MgfSA9IGdsb2JhbFRoaXMgYXMgdHlwZW9mIGdsb2JhbFRoaXMgJiB7XG4gICAgY3Jvc3NPcmlnaW5Jc29sYXRlZD86IGJvb2xlYW47XG4gICAgcHJvY2Vzcz86IFByb2Nlc3NMaWtlO1xuICB9O1xuICBjb25zdCBub2RlID0gcHJvY2Vzcz8udmVyc2lvbnM/Lm5vZGUgIT09IHVuZGVmaW5lZDtcbiAgcmV0dXJuIHtcbiAgICBzaW1kLFxuICAgIHJlbGF4ZWRTaW1kOiBzaW1kICYmIGhhc1JlbGF4ZWRTaW1kKCksXG4gICAgcHJvY2Vzc29yczogbmF2aWdhdG9yPy5oYXJkd2FyZUNvbmN1cnJlbmN5ID8/IG5vZGVQcm9jZXNzb3JzKCkgPz8gMSxcbiAgICBzaGFyZWRNZW1vcnk6IHR5cGVvZiBTaGFyZWRBcnJheUJ1ZmZlciA9PT0gJ2Z1bmN0aW9uJyAmJiAobm9kZSB8fCBjcm9zc09yaWdpbklzb2xhdGVkID09PSB0cnVlKSxcbiAgICBtZW1vcnlMaW1pdDogbWVtb3J5TGltaXRzLm1heGltdW0gKiA2NTUzNixcbiAgfTtcbn1cblxuLy8gTm9kZSAyMCBoYXMgbm8gZ2xvYmFsIG5hdmlnYXRvclxuZnVuY3Rpb24gbm9kZVByb2Nlc3NvcnMoKTogbnVtYmVyIHwgdW5kZWZpbmVkIHtcbiAgY29uc3QgeyBwcm9jZXNzIH0gPSBnbG9iYWxUaGlzIGFzIHtcbiAgICBwcm9jZXNzPzoge1xuICAgICAgZ2V0QnVpbHRpbk1vZHVsZT86IChuYW1lOiBzdHJpbmcpID0+IHsgYXZhaWxhYmxlUGFyYWxsZWxpc20/OiAoKSA9PiBudW1iZXIgfSB8IHVuZGVmaW5lZDtcbiAgICB9O1xuICB9O1xuICByZXR1cm4gcHJvY2Vzcz8uZ2V0QnVpbHRpbk1vZHVsZT8uKCdub2RlOm9zJyk/LmF2YWlsYWJsZVBhcmFsbGVsaXNtPy4oKTtcbn1cblxuLyoqIE9uZSBsaW5lIGZvciBwZW9wbGUuICovXG5leHBvcnQgY29uc3QgZGVzY3JpYmVDcHUgPSAoZjogQ3B1RmVhdHVyZXMpOiBzdHJpbmcgPT5cbiAgYFdlYkFzc2VtYmx5IFNJTUQke2YucmVsYXhlZFNpbWQgPyAnIHdpdGggZnVzZWQgbXVsdGlwbHktYWRkJyA6ICcnfSwgMSB0aHJlYWRgO1xuIiwgIi8vIFdoYXQgYSBuZXN0IGNvbXB1dGVzLCBhcyBhIGxpc3Qgb2Ygbm9kZXMgaW4gdG9wb2xvZ2ljYWwgb3JkZXI6IHNjYWxhciBleHByZXNzaW9ucywgdGhlIGxpbmVhciBpbmRleFxuLy8gZm9ybXMgYmVoaW5kIHRoZWlyIGxvYWRzLCBhbmQgdGhlIHF1b3RpZW50cywgcmVtYWluZGVycyBhbmQgZ2F0aGVyZWQgdmFsdWVzIGluc2lkZSB0aG9zZSBmb3Jtcy4gRWFjaFxuLy8gbm9kZSBrbm93cyB0aGUgc2V0IG9mIGxvb3BzIGl0IGRlcGVuZHMgb24gKGEgYml0IG1hc2spLCBmcm9tIHdoaWNoIGV2ZXJ5dGhpbmcgZWxzZSBmb2xsb3dzOiBob3cgZmFyXG4vLyBpdCBjYW4gYmUgaG9pc3RlZCwgYW5kIHdoZXRoZXIgaXQgZGlmZmVycyBiZXR3ZWVuIHRoZSBsYW5lcyBvZiBhIHZlY3Rvci5cbmltcG9ydCB0eXBlIHsgTmVzdEtlcm5lbCB9IGZyb20gJy4uLy4uLy4uL2NvbXBpbGVyL3Byb2dyYW0udHMnO1xuaW1wb3J0IHsgYnl0ZVNpemUsIGNvbXB1dGVUeXBlLCB0eXBlIERUeXBlIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2R0eXBlLnRzJztcbmltcG9ydCB7IHR5cGUgQXRvbSwgYXhpcywgZmxhdHRlbiwgdHlwZSBJbmRleCB9IGZyb20gJy4uLy4uLy4uL3RlbnNvci9pbmRleC1leHByLnRzJztcbmltcG9ydCB7IGNhc3QsIHR5cGUgRXhwciwgaW5kZXggYXMgaW5kZXhFeHByLCB0eXBlIFJlZHVjZU9wIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2lyLnRzJztcblxuLyoqIEEgbG9vcCBvZiBtb3JlIHRoYW4gb25lIGl0ZXJhdGlvbi4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgTG9vcCB7XG4gIHJlYWRvbmx5IG5hbWU6IHN0cmluZztcbiAgcmVhZG9ubHkgc2l6ZTogbnVtYmVyO1xuICByZWFkb25seSBiaXQ6IG51bWJlcjtcbiAgcmVhZG9ubHkgb3V0cHV0OiBib29sZWFuO1xufVxuXG4vKipcbiAqIEFuIGluZGV4IGZvcm0gaW4gdXNlOiBhbiBhZGRyZXNzIChgYnVmZmVyYCBpcyB0aGUgbnVtYmVyIG9mIGEgcG9pbnRlciBwYXJhbWV0ZXIsIGBieXRlc2AgdGhlIHNpemUgb2ZcbiAqIGFuIGVsZW1lbnQpIG9yIGEgcGxhaW4gaTMyIHZhbHVlIChgYnVmZmVyYCBpcyAtMSwgYGJ5dGVzYCAxKS5cbiAqL1xuZXhwb3J0IGludGVyZmFjZSBGb3JtIHtcbiAgcmVhZG9ubHkga2luZDogJ2Zvcm0nO1xuICByZWFkb25seSBidWZmZXI6IG51bWJlcjtcbiAgcmVhZG9ubHkgYnl0ZXM6IG51bWJlcjtcbiAgcmVhZG9ubHkgaW5kZXg6IEluZGV4O1xufVxuXG4vKiogQW55dGhpbmcgdGhhdCBpcyBjb21wdXRlZCBpbnRvIGEgbG9jYWwgdmFyaWFibGUuICovXG5leHBvcnQgdHlwZSBOb2RlID0gRXhwciB8IEF0b20gfCBGb3JtO1xuXG4vKiogQSByZWR1Y3Rpb24gd2l0aCBpdHMgb3BlcmFuZHMgY2FzdCBhbmQsIGZvciBhcmdtYXgvYXJnbWluLCB0aGUgZmxhdCBpbmRleCB0aGF0IGlzIHJlbWVtYmVyZWQuICovXG5leHBvcnQgaW50ZXJmYWNlIFJlZHVjdGlvbiB7XG4gIHJlYWRvbmx5IG9wOiBSZWR1Y2VPcDtcbiAgcmVhZG9ubHkgYm9keTogRXhwcjtcbiAgcmVhZG9ubHkgcG9zaXRpb24/OiBFeHByO1xufVxuXG4vKiogQSBrZXJuZWwsIGFuYWx5c2VkLiAqL1xuZXhwb3J0IGludGVyZmFjZSBBbmFseXNpcyB7XG4gIHJlYWRvbmx5IGtlcm5lbDogTmVzdEtlcm5lbDtcbiAgcmVhZG9ubHkgbG9vcHM6IHJlYWRvbmx5IExvb3BbXTtcbiAgLyoqIE9wZXJhbmRzIGJlZm9yZSB1c2Vycy4gKi9cbiAgcmVhZG9ubHkgbm9kZXM6IHJlYWRvbmx5IE5vZGVbXTtcbiAgcmVhZG9ubHkgbWFza3M6IFJlYWRvbmx5TWFwPE5vZGUsIG51bWJlcj47XG4gIC8qKiBOb2RlcyB0aGF0IGRlcGVuZCBvbiBhIGZpbmlzaGVkIHJlZHVjdGlvbi4gKi9cbiAgcmVhZG9ubHkgcG9zdDogUmVhZG9ubHlTZXQ8Tm9kZT47XG4gIHJlYWRvbmx5IHJlZHVjdGlvbnM6IHJlYWRvbmx5IFJlZHVjdGlvbltdO1xuICByZWFkb25seSByZXN1bHRzOiByZWFkb25seSBFeHByW107XG4gIC8qKiBTdG9yZWQgZHR5cGUgb2YgZWFjaCBwb2ludGVyIHBhcmFtZXRlcjogaW5wdXRzLCB0aGVuIG91dHB1dHMuICovXG4gIHJlYWRvbmx5IGR0eXBlczogcmVhZG9ubHkgRFR5cGVbXTtcbiAgLyoqIEFkZHJlc3Mgb2YgdGhlIGN1cnJlbnQgZWxlbWVudCBvZiBlYWNoIG91dHB1dC4gKi9cbiAgcmVhZG9ubHkgc3RvcmVzOiByZWFkb25seSBGb3JtW107XG4gIC8qKiBUaGUgZm9ybSBiZWhpbmQgYSBsb2FkLCBhbiBpbmRleCBleHByZXNzaW9uLCBvciBhIHF1b3RpZW50IG9yIHJlbWFpbmRlci4gKi9cbiAgZm9ybU9mKG5vZGU6IEV4cHIgfCBBdG9tKTogRm9ybTtcbn1cblxuLyoqIFRydWUgZm9yIGluZGV4IGF0b21zIChsb29wIGF4ZXMsIHF1b3RpZW50cywgcmVtYWluZGVycywgZ2F0aGVyZWQgdmFsdWVzKS4gKi9cbmV4cG9ydCBjb25zdCBpc0F0b20gPSAobjogTm9kZSk6IG4gaXMgQXRvbSA9PlxuICBuLmtpbmQgPT09ICdheGlzJyB8fCBuLmtpbmQgPT09ICdkaXYnIHx8IG4ua2luZCA9PT0gJ21vZCcgfHwgbi5raW5kID09PSAnZGF0YSc7XG5cbmNvbnN0IGZsYXRBeGVzID0gKHByZWZpeDogc3RyaW5nLCBzaXplczogcmVhZG9ubHkgbnVtYmVyW10pOiBJbmRleCA9PlxuICBmbGF0dGVuKFxuICAgIHNpemVzLm1hcCgobiwgaSkgPT4gYXhpcyhgJHtwcmVmaXh9JHtpfWAsIG4pKSxcbiAgICBzaXplcyxcbiAgKTtcblxuLyoqIExpc3RzIHRoZSBub2RlcyBvZiBhIGtlcm5lbDsgbGluZWFyIGluIHRoZWlyIG51bWJlciwgd2l0aG91dCByZWN1cnNpb24uICovXG5leHBvcnQgZnVuY3Rpb24gYW5hbHlzZShrZXJuZWw6IE5lc3RLZXJuZWwpOiBBbmFseXNpcyB7XG4gIGNvbnN0IGxvb3BzOiBMb29wW10gPSBbXTtcbiAgY29uc3QgY29sbGVjdCA9IChwcmVmaXg6IHN0cmluZywgc2l6ZXM6IHJlYWRvbmx5IG51bWJlcltdLCBvdXRwdXQ6IGJvb2xlYW4pOiB2b2lkID0+IHtcbiAgICBzaXplcy5mb3JFYWNoKChzaXplLCBpKSA9PiB7XG4gICAgICBpZiAoc2l6ZSA+IDEpIGxvb3BzLnB1c2goeyBuYW1lOiBgJHtwcmVmaXh9JHtpfWAsIHNpemUsIGJpdDogMSA8PCBsb29wcy5sZW5ndGgsIG91dHB1dCB9KTtcbiAgICB9KTtcbiAgfTtcbiAgY29sbGVjdCgnaScsIGtlcm5lbC5heGVzLCB0cnVlKTtcbiAgY29sbGVjdCgncicsIGtlcm5lbC5yZWR1Y2VBeGVzLCBmYWxzZSk7XG4gIGNvbnN0IGJpdHMgPSBuZXcgTWFwKGxvb3BzLm1hcCgobCkgPT4gW2wubmFtZSwgbC5iaXRdKSk7XG4gIGNvbnN0IG91dHB1dE1hc2sgPSBsb29wcy5yZWR1Y2UoKG0sIGwpID0+IChsLm91dHB1dCA/IG0gfCBsLmJpdCA6IG0pLCAwKTtcblxuICBjb25zdCBkdHlwZXMgPSBbLi4ua2VybmVsLmlucHV0cywgLi4ua2VybmVsLm91dHB1dHNdO1xuICBjb25zdCBmb3JtcyA9IG5ldyBNYXA8c3RyaW5nLCBGb3JtPigpO1xuICBjb25zdCBmb3JtID0gKGJ1ZmZlcjogbnVtYmVyLCBpbmRleDogSW5kZXgpOiBGb3JtID0+IHtcbiAgICBjb25zdCBrZXkgPSBgJHtidWZmZXJ9LCR7aW5kZXguaWR9YDtcbiAgICBsZXQgZm91bmQgPSBmb3Jtcy5nZXQoa2V5KTtcbiAgICBpZiAoIWZvdW5kKSB7XG4gICAgICBmb3VuZCA9IHsga2luZDogJ2Zvcm0nLCBidWZmZXIsIGluZGV4LCBieXRlczogYnVmZmVyIDwgMCA/IDEgOiBieXRlU2l6ZVtkdHlwZXNbYnVmZmVyXV0gfTtcbiAgICAgIGZvcm1zLnNldChrZXksIGZvdW5kKTtcbiAgICB9XG4gICAgcmV0dXJuIGZvdW5kO1xuICB9O1xuICBjb25zdCBmb3JtT2YgPSAobjogRXhwciB8IEF0b20pOiBGb3JtID0+IHtcbiAgICBpZiAobi5raW5kID09PSAnbG9hZCcpIHJldHVybiBmb3JtKG4uYnVmZmVyIGFzIG51bWJlciwgbi5hdCBhcyBJbmRleCk7XG4gICAgcmV0dXJuIGZvcm0oLTEsIChuLmtpbmQgPT09ICdpbmRleCcgPyBuLmF0IDogKG4gYXMgQXRvbSkuYXJnKSBhcyBJbmRleCk7XG4gIH07XG4gIGNvbnN0IGNoaWxkcmVuID0gKG46IE5vZGUpOiByZWFkb25seSBOb2RlW10gPT4ge1xuICAgIGlmIChuLmtpbmQgPT09ICdmb3JtJykge1xuICAgICAgcmV0dXJuIG4uaW5kZXgudGVybXMubWFwKCh0KSA9PiB0LmF0b20pLmZpbHRlcigoYSkgPT4gYS5raW5kICE9PSAnYXhpcycpO1xuICAgIH1cbiAgICBpZiAoaXNBdG9tKG4pKSByZXR1cm4gbi5raW5kID09PSAnZGF0YScgPyBbbi5leHByIGFzIEV4cHJdIDogW2Zvcm1PZihuKV07XG4gICAgaWYgKG4ua2luZCA9PT0gJ2xvYWQnKSByZXR1cm4gWy4uLm4uYXJncywgZm9ybU9mKG4pXTtcbiAgICByZXR1cm4gbi5raW5kID09PSAnaW5kZXgnID8gW2Zvcm1PZihuKV0gOiBuLmFyZ3M7XG4gIH07XG4gIGNvbnN0IG1hc2tzID0gbmV3IE1hcDxOb2RlLCBudW1iZXI+KCk7XG4gIGNvbnN0IHBvc3QgPSBuZXcgU2V0PE5vZGU+KCk7XG4gIGNvbnN0IG5vZGVzOiBOb2RlW10gPSBbXTtcbiAgY29uc3QgZmluaXNoID0gKG46IE5vZGUsIG9wZXJhbmRzOiByZWFkb25seSBOb2RlW10pOiB2b2lkID0+IHtcbiAgICBsZXQgbWFzayA9IG4ua2luZCA9PT0gJ2FjYycgPyBvdXRwdXRNYXNrIDogMDtcbiAgICBpZiAobi5raW5kID09PSAnYWNjJykgcG9zdC5hZGQobik7XG4gICAgZm9yIChjb25zdCBvIG9mIG9wZXJhbmRzKSB7XG4gICAgICBtYXNrIHw9IG1hc2tzLmdldChvKSBhcyBudW1iZXI7XG4gICAgICBpZiAocG9zdC5oYXMobykpIHBvc3QuYWRkKG4pO1xuICAgIH1cbiAgICBpZiAobi5raW5kID09PSAnZm9ybScpIHtcbiAgICAgIGZvciAoY29uc3QgeyBhdG9tIH0gb2Ygbi5pbmRleC50ZXJtcykge1xuICAgICAgICBpZiAoYXRvbS5raW5kID09PSAnYXhpcycpIG1hc2sgfD0gYml0cy5nZXQoYXRvbS5heGlzIGFzIHN0cmluZykgPz8gMDtcbiAgICAgIH1cbiAgICB9XG4gICAgbWFza3Muc2V0KG4sIG1hc2spO1xuICAgIG5vZGVzLnB1c2gobik7XG4gIH07XG4gIGNvbnN0IHZpc2l0ID0gKHJvb3Q6IE5vZGUpOiB2b2lkID0+IHtcbiAgICBpZiAobWFza3MuaGFzKHJvb3QpKSByZXR1cm47XG4gICAgY29uc3Qgc3RhY2sgPSBbeyBub2RlOiByb290LCBvcGVyYW5kczogY2hpbGRyZW4ocm9vdCksIG5leHQ6IDAgfV07XG4gICAgd2hpbGUgKHN0YWNrLmxlbmd0aCA+IDApIHtcbiAgICAgIGNvbnN0IHRvcCA9IHN0YWNrW3N0YWNrLmxlbmd0aCAtIDFdO1xuICAgICAgaWYgKHRvcC5uZXh0ID09PSB0b3Aub3BlcmFuZHMubGVuZ3RoKSB7XG4gICAgICAgIHN0YWNrLnBvcCgpO1xuICAgICAgICBpZiAoIW1hc2tzLmhhcyh0b3Aubm9kZSkpIGZpbmlzaCh0b3Aubm9kZSwgdG9wLm9wZXJhbmRzKTtcbiAgICAgICAgY29udGludWU7XG4gICAgICB9XG4gICAgICBjb25zdCBjaGlsZCA9IHRvcC5vcGVyYW5kc1t0b3AubmV4dCsrXTtcbiAgICAgIGlmICghbWFza3MuaGFzKGNoaWxkKSkgc3RhY2sucHVzaCh7IG5vZGU6IGNoaWxkLCBvcGVyYW5kczogY2hpbGRyZW4oY2hpbGQpLCBuZXh0OiAwIH0pO1xuICAgIH1cbiAgfTtcblxuICBjb25zdCByZWR1Y3Rpb25zID0ga2VybmVsLnJlZHVjdGlvbnMubWFwKCh7IG9wLCBib2R5IH0pOiBSZWR1Y3Rpb24gPT4ge1xuICAgIGlmIChvcCA9PT0gJ2FueScgfHwgb3AgPT09ICdhbGwnKSByZXR1cm4geyBvcCwgYm9keTogY2FzdChib2R5LCAnYm9vbCcpIH07XG4gICAgaWYgKG9wICE9PSAnYXJnbWF4JyAmJiBvcCAhPT0gJ2FyZ21pbicpIHJldHVybiB7IG9wLCBib2R5IH07XG4gICAgcmV0dXJuIHsgb3AsIGJvZHksIHBvc2l0aW9uOiBpbmRleEV4cHIoZmxhdEF4ZXMoJ3InLCBrZXJuZWwucmVkdWNlQXhlcykpIH07XG4gIH0pO1xuICBjb25zdCByZXN1bHRzID0ga2VybmVsLnJlc3VsdHMubWFwKChyLCBqKSA9PiBjYXN0KHIsIGNvbXB1dGVUeXBlKGtlcm5lbC5vdXRwdXRzW2pdKSkpO1xuICBjb25zdCBzdG9yZXMgPSByZXN1bHRzLm1hcCgoXywgaikgPT4gZm9ybShrZXJuZWwuaW5wdXRzLmxlbmd0aCArIGosIGZsYXRBeGVzKCdpJywga2VybmVsLmF4ZXMpKSk7XG4gIGZvciAoY29uc3QgciBvZiByZWR1Y3Rpb25zKSB7XG4gICAgdmlzaXQoci5ib2R5KTtcbiAgICBpZiAoci5wb3NpdGlvbikgdmlzaXQoci5wb3NpdGlvbik7XG4gIH1cbiAgZm9yIChjb25zdCByIG9mIHJlc3VsdHMpIHZpc2l0KHIpO1xuICBmb3IgKGNvbnN0IHMgb2Ygc3RvcmVzKSB2aXNpdChzKTtcbiAgcmV0dXJuIHsga2VybmVsLCBsb29wcywgbm9kZXMsIG1hc2tzLCBwb3N0LCByZWR1Y3Rpb25zLCByZXN1bHRzLCBkdHlwZXMsIHN0b3JlcywgZm9ybU9mIH07XG59XG4iLCAiLy8gU3RhdGUgc2hhcmVkIGJ5IHRoZSBwYXJ0cyBvZiB0aGUgbmVzdCBnZW5lcmF0b3Igd2hpbGUgb25lIGZ1bmN0aW9uIGJvZHkgaXMgd3JpdHRlbjogd2hpY2ggbG9jYWxcbi8vIGhvbGRzIHdoaWNoIG5vZGUgaW4gc2NhbGFyIGZvcm0sIHNwbGF0dGVkIG92ZXIgbGFuZXMsIG9yIHBlciB2ZWN0b3IgY29weTsgY29uc3RhbnRzOyBoZWxwZXJzLlxuaW1wb3J0IHR5cGUgeyBGdW5jdGlvbkJ1aWxkZXIsIExvY2FsIH0gZnJvbSAnLi4vd2FzbS9hc3NlbWJsZXIudHMnO1xuaW1wb3J0IHR5cGUgeyBBbmFseXNpcywgRm9ybSwgTm9kZSB9IGZyb20gJy4vYW5hbHlzaXMudHMnO1xuaW1wb3J0IHR5cGUgeyBTY2hlZHVsZSB9IGZyb20gJy4vc2NoZWR1bGUudHMnO1xuXG4vKiogUHVzaGVzIGNvbnN0YW50cyB0aGF0IGxpdmUgaW4gbG9jYWxzIHNldCBiZWZvcmUgdGhlIGZpcnN0IGxvb3AuICovXG5leHBvcnQgaW50ZXJmYWNlIENvbnN0YW50cyB7XG4gIGYzMih2YWx1ZTogbnVtYmVyKTogdm9pZDtcbiAgaTMyKHZhbHVlOiBudW1iZXIpOiB2b2lkO1xufVxuXG4vKiogV2hhdCBldmVyeSBlbWl0dGVyIG5lZWRzLiAqL1xuZXhwb3J0IGludGVyZmFjZSBDb250ZXh0IGV4dGVuZHMgQ29uc3RhbnRzIHtcbiAgcmVhZG9ubHkgZjogRnVuY3Rpb25CdWlsZGVyO1xuICByZWFkb25seSBhOiBBbmFseXNpcztcbiAgcmVhZG9ubHkgczogU2NoZWR1bGU7XG4gIHJlYWRvbmx5IHJlbGF4ZWQ6IGJvb2xlYW47XG4gIC8qKiBQb2ludGVyIHBhcmFtZXRlcnMuICovXG4gIHJlYWRvbmx5IHBvaW50ZXJzOiByZWFkb25seSBMb2NhbFtdO1xuICAvKiogTG9vcCBjb3VudGVycyBieSBheGlzIG5hbWUuICovXG4gIHJlYWRvbmx5IGNvdW50ZXJzOiBSZWFkb25seU1hcDxzdHJpbmcsIExvY2FsPjtcbiAgcmVhZG9ubHkgc2NhbGFyczogTWFwPE5vZGUsIExvY2FsPjtcbiAgcmVhZG9ubHkgc3BsYXRzOiBNYXA8Tm9kZSwgTG9jYWw+O1xuICAvKiogdmVjdG9ycy5nZXQobm9kZSlbY29weV0gKi9cbiAgcmVhZG9ubHkgdmVjdG9yczogTWFwPE5vZGUsIExvY2FsW10+O1xuICAvKiogQWRkcmVzcyAob3IgdmFsdWUpIG9mIGxhbmUgMCBvZiBjb3B5IDAgZm9yIGZvcm1zIHRoYXQgdmFyeSBhbG9uZyB0aGUgdmVjdG9yIGF4aXMuICovXG4gIHJlYWRvbmx5IGZpcnN0czogTWFwPEZvcm0sIExvY2FsPjtcbiAgLyoqIEZpbmlzaGVkIHJlZHVjdGlvbnM6IFtyZWR1Y3Rpb25dW2NvcHldOyBzY2FsYXJzIHVubGVzcyB0aGUgbW9kZSBpcyAnYmxvY2snLiAqL1xuICByZWFkb25seSBmaW5pc2hlZDogTG9jYWxbXVtdO1xuICAvKiogSW5kZXggb2YgYSBoZWxwZXIgb3IgaW1wb3J0IGJ5IG5hbWUsIGUuZy4gJ2YzMi5leHAnLCAnc2luJy4gKi9cbiAgZm4obmFtZTogc3RyaW5nKTogbnVtYmVyO1xufVxuXG4vKiogVHJ1ZSBpZiBhIG5vZGUgZGlmZmVycyBiZXR3ZWVuIGxhbmVzLiAqL1xuZXhwb3J0IGNvbnN0IHZhcmllcyA9IChjOiBDb250ZXh0LCBuOiBOb2RlKTogYm9vbGVhbiA9PlxuICBjLnMudmVjdG9yICE9PSB1bmRlZmluZWQgJiYgKChjLmEubWFza3MuZ2V0KG4pIGFzIG51bWJlcikgJiBjLnMudmVjdG9yLmJpdCkgIT09IDA7XG5cbi8qKiBUaGUgbG9jYWwgb2YgYG5gIGluIGEgbWFwLCBtYWRlIG9uIGZpcnN0IHVzZS4gKi9cbmV4cG9ydCBmdW5jdGlvbiBsb2NhbEZvcihcbiAgYzogQ29udGV4dCxcbiAgbWFwOiBNYXA8Tm9kZSwgTG9jYWw+LFxuICBuOiBOb2RlLFxuICB0eXBlOiAnaTMyJyB8ICdmMzInIHwgJ2Y2NCcgfCAndjEyOCcsXG4pOiBMb2NhbCB7XG4gIGxldCBsID0gbWFwLmdldChuKTtcbiAgaWYgKCFsKSB7XG4gICAgbCA9IGMuZi5sb2NhbCh0eXBlKTtcbiAgICBtYXAuc2V0KG4sIGwpO1xuICB9XG4gIHJldHVybiBsO1xufVxuXG4vKiogVGhlIGxvY2FsIG9mIGNvcHkgYHVgIG9mIGEgdmVjdG9yIG5vZGUsIG1hZGUgb24gZmlyc3QgdXNlLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHZlY3RvckxvY2FsKGM6IENvbnRleHQsIG46IE5vZGUsIHU6IG51bWJlcik6IExvY2FsIHtcbiAgbGV0IGxpc3QgPSBjLnZlY3RvcnMuZ2V0KG4pO1xuICBpZiAoIWxpc3QpIHtcbiAgICBsaXN0ID0gW107XG4gICAgYy52ZWN0b3JzLnNldChuLCBsaXN0KTtcbiAgfVxuICBsaXN0W3VdID8/PSBjLmYubG9jYWwoJ3YxMjgnKTtcbiAgcmV0dXJuIGxpc3RbdV07XG59XG4iLCAiLy8gRWxlbWVudGFyeSBmdW5jdGlvbnMgb2YgZmxvYXQzMiBvbiBmb3VyIGxhbmVzLiBSYW5nZXMgYXJlIHJlZHVjZWQgYnkgQ29keSBhbmQgV2FpdGUncyBtZXRob2Q7XG4vLyBleHAsIGxvZywgc2luLCBjb3MgYW5kIHRhbmggdXNlIHRoZSBwb2x5bm9taWFscyBvZiBDZXBoZXMgKFMuIE1vc2hpZXIsIHNpbmdsZSBwcmVjaXNpb24pLCBlcmYgdXNlc1xuLy8gbWluaW1heCBmaXRzIG1hZGUgZm9yIHRoaXMgZmlsZSAoZXJyb3JzIGJlbG93IDFlLTcgcmVsYXRpdmUpLiBTcGVjaWFsIHZhbHVlcyBmb2xsb3cgQzk5LlxuaW1wb3J0IHR5cGUgeyBGdW5jdGlvbkJ1aWxkZXIsIExvY2FsLCBPcCB9IGZyb20gJy4uL3dhc20vYXNzZW1ibGVyLnRzJztcbmltcG9ydCB0eXBlIHsgQ29uc3RhbnRzIH0gZnJvbSAnLi9jb250ZXh0LnRzJztcblxuLyoqIFdoZXJlIHRoZSBmdW5jdGlvbnMgd3JpdGU6IGEgYnVpbGRlciwgY29uc3RhbnRzLCBhbmQgd2hldGhlciBmdXNlZCBtdWx0aXBseS1hZGQgZXhpc3RzLiAqL1xuZXhwb3J0IGludGVyZmFjZSBNYXRoVGFyZ2V0IGV4dGVuZHMgQ29uc3RhbnRzIHtcbiAgcmVhZG9ubHkgZjogRnVuY3Rpb25CdWlsZGVyO1xuICByZWFkb25seSByZWxheGVkOiBib29sZWFuO1xufVxuXG4vKiogTmFtZXMgb2YgdGhlIGZ1bmN0aW9ucyBpbiB0aGlzIGZpbGUuICovXG5leHBvcnQgdHlwZSBWZWN0b3JGdW5jdGlvbiA9ICdleHAnIHwgJ2V4cG0xJyB8ICdsb2cnIHwgJ2xvZzFwJyB8ICd0YW5oJyB8ICdlcmYnIHwgJ3NpbicgfCAnY29zJztcblxuLy8gY29lZmZpY2llbnRzIGZyb20gdGhlIGhpZ2hlc3QgcG93ZXIgZG93biwgYXQgelxuZnVuY3Rpb24gaG9ybmVyKHQ6IE1hdGhUYXJnZXQsIHo6IExvY2FsLCBjb2VmZmljaWVudHM6IHJlYWRvbmx5IG51bWJlcltdKTogdm9pZCB7XG4gIHQuZjMyKGNvZWZmaWNpZW50c1swXSk7XG4gIGZvciAoY29uc3QgayBvZiBjb2VmZmljaWVudHMuc2xpY2UoMSkpIHtcbiAgICB0LmYuZ2V0KHopO1xuICAgIGlmICh0LnJlbGF4ZWQpIHtcbiAgICAgIHQuZjMyKGspO1xuICAgICAgdC5mLm9wKCdmMzJ4NC5yZWxheGVkX21hZGQnKTtcbiAgICB9IGVsc2Uge1xuICAgICAgdC5mLm9wKCdmMzJ4NC5tdWwnKTtcbiAgICAgIHQuZjMyKGspO1xuICAgICAgdC5mLm9wKCdmMzJ4NC5hZGQnKTtcbiAgICB9XG4gIH1cbn1cblxuLy8gcHVzaGVzIGEgKiBrICsgYlxuZnVuY3Rpb24gZm1hKHQ6IE1hdGhUYXJnZXQsIGE6IExvY2FsLCBrOiBudW1iZXIsIGI6IExvY2FsKTogdm9pZCB7XG4gIHQuZi5nZXQoYSk7XG4gIHQuZjMyKGspO1xuICBpZiAodC5yZWxheGVkKSB0LmYuZ2V0KGIpLm9wKCdmMzJ4NC5yZWxheGVkX21hZGQnKTtcbiAgZWxzZSB0LmYub3AoJ2YzMng0Lm11bCcpLmdldChiKS5vcCgnZjMyeDQuYWRkJyk7XG59XG5cbmNvbnN0IGJpbmFyeSA9ICh0OiBNYXRoVGFyZ2V0LCBvcDogT3AsIGE6IExvY2FsLCBiOiBMb2NhbCk6IHZvaWQgPT4ge1xuICB0LmYuZ2V0KGEpLmdldChiKS5vcChvcCk7XG59O1xuXG4vLyB8eHwgPCBsaW1pdFxuY29uc3QgYmVsb3cgPSAodDogTWF0aFRhcmdldCwgeDogTG9jYWwsIGxpbWl0OiBudW1iZXIpOiB2b2lkID0+IHtcbiAgdC5mLmdldCh4KS5vcCgnZjMyeDQuYWJzJyk7XG4gIHQuZjMyKGxpbWl0KTtcbiAgdC5mLm9wKCdmMzJ4NC5sdCcpO1xufTtcblxuY29uc3QgRVhQID0gW1xuICAxLjk4NzU2OTE1ZS00LCAxLjM5ODE5OTk1MDdlLTMsIDguMzMzNDUxOTA3M2UtMywgNC4xNjY1Nzk1ODk0ZS0yLCAxLjY2NjY2NjU0NTllLTEsXG4gIDUuMDAwMDAwMTIwMWUtMSxcbl07XG5cbi8vIHggPSBuIGxuMiArIHI7IG4gYXMgZmxvYXQgYW5kIHRoZSBwb2x5bm9taWFsIHEgPSBlXnIgLSAxID0gciArIHJeMiBwKHIpXG5mdW5jdGlvbiByZWR1Y2VFeHAodDogTWF0aFRhcmdldCwgeDogTG9jYWwsIGxvdzogbnVtYmVyLCBoaWdoOiBudW1iZXIpOiB7IG46IExvY2FsOyBxOiBMb2NhbCB9IHtcbiAgY29uc3QgeyBmIH0gPSB0O1xuICBjb25zdCBbbiwgciwgcSwgeV0gPSBbZi5sb2NhbCgndjEyOCcpLCBmLmxvY2FsKCd2MTI4JyksIGYubG9jYWwoJ3YxMjgnKSwgZi5sb2NhbCgndjEyOCcpXTtcbiAgZi5nZXQoeCk7XG4gIHQuZjMyKGxvdyk7XG4gIGYub3AoJ2YzMng0LnBtYXgnKTsgLy8geCBmaXJzdDogTmFOIHN0YXlzXG4gIHQuZjMyKGhpZ2gpO1xuICBmLm9wKCdmMzJ4NC5wbWluJykudGVlKHkpO1xuICB0LmYzMihNYXRoLkxPRzJFKTtcbiAgZi5vcCgnZjMyeDQubXVsJykub3AoJ2YzMng0Lm5lYXJlc3QnKS5zZXQobik7XG4gIGZtYSh0LCBuLCAtMC42OTMzNTkzNzUsIHkpO1xuICBmLnNldChyKTtcbiAgZm1hKHQsIG4sIDIuMTIxOTQ0NGUtNCwgcik7XG4gIGYuc2V0KHIpO1xuICBob3JuZXIodCwgciwgRVhQKTtcbiAgZi5nZXQocikub3AoJ2YzMng0Lm11bCcpLmdldChyKS5vcCgnZjMyeDQubXVsJykuZ2V0KHIpLm9wKCdmMzJ4NC5hZGQnKS5zZXQocSk7XG4gIGYuZnJlZShyLCB5KTtcbiAgcmV0dXJuIHsgbiwgcSB9O1xufVxuXG4vLyBwdXNoZXMgMl5uIGZvciBhbiBpMzJ4NCBvbiB0aGUgc3RhY2tcbmNvbnN0IHBvd2VyMiA9ICh0OiBNYXRoVGFyZ2V0KTogdm9pZCA9PiB7XG4gIHQuaTMyKDEyNyk7XG4gIHQuZi5vcCgnaTMyeDQuYWRkJykuaTMyQ29uc3QoMjMpLm9wKCdpMzJ4NC5zaGwnKTtcbn07XG5cbmZ1bmN0aW9uIGV4cCh0OiBNYXRoVGFyZ2V0LCB4OiBMb2NhbCk6IHZvaWQge1xuICBjb25zdCB7IGYgfSA9IHQ7XG4gIC8vIGJlbG93IC0xMDYgdGhlIHByb2R1Y3Qgb2YgdGhlIHR3byBoYWx2ZXMgcm91bmRzIHRvIDAsIGFib3ZlIDg4LjggdG8gaW5maW5pdHlcbiAgY29uc3QgeyBuLCBxIH0gPSByZWR1Y2VFeHAodCwgeCwgLTEwNiwgODkpO1xuICBjb25zdCBbaywgaGFsZl0gPSBbZi5sb2NhbCgndjEyOCcpLCBmLmxvY2FsKCd2MTI4JyldO1xuICBmLmdldChuKS5vcCgnaTMyeDQudHJ1bmNfc2F0X2YzMng0X3MnKS50ZWUoaykuaTMyQ29uc3QoMSkub3AoJ2kzMng0LnNocl9zJykuc2V0KGhhbGYpO1xuICBmLmdldChxKTtcbiAgdC5mMzIoMSk7XG4gIGYub3AoJ2YzMng0LmFkZCcpLmdldChoYWxmKTtcbiAgcG93ZXIyKHQpO1xuICBmLm9wKCdmMzJ4NC5tdWwnKS5nZXQoaykuZ2V0KGhhbGYpLm9wKCdpMzJ4NC5zdWInKTtcbiAgcG93ZXIyKHQpO1xuICBmLm9wKCdmMzJ4NC5tdWwnKTtcbiAgZi5mcmVlKG4sIHEsIGssIGhhbGYpO1xufVxuXG4vLyBlXnggLSAxID0gMiAoaCBxICsgKGggLSAxLzIpKSB3aXRoIGggPSAyXihuLTEpXG5mdW5jdGlvbiBleHBtMSh0OiBNYXRoVGFyZ2V0LCB4OiBMb2NhbCk6IHZvaWQge1xuICBjb25zdCB7IGYgfSA9IHQ7XG4gIGNvbnN0IHsgbiwgcSB9ID0gcmVkdWNlRXhwKHQsIHgsIC0yMCwgODkpO1xuICBjb25zdCBoID0gZi5sb2NhbCgndjEyOCcpO1xuICBmLmdldChuKS5vcCgnaTMyeDQudHJ1bmNfc2F0X2YzMng0X3MnKTtcbiAgdC5pMzIoMTI2KTtcbiAgZi5vcCgnaTMyeDQuYWRkJykuaTMyQ29uc3QoMjMpLm9wKCdpMzJ4NC5zaGwnKS5zZXQoaCk7XG4gIGJpbmFyeSh0LCAnZjMyeDQubXVsJywgaCwgcSk7XG4gIGYuZ2V0KGgpO1xuICB0LmYzMigwLjUpO1xuICBmLm9wKCdmMzJ4NC5zdWInKS5vcCgnZjMyeDQuYWRkJyk7XG4gIHQuZjMyKDIpO1xuICBmLm9wKCdmMzJ4NC5tdWwnKS5zZXQoaCk7XG4gIC8vIGtlZXAgLTAgYW5kIHN1Ym5vcm1hbHNcbiAgZi5nZXQoeCkuZ2V0KGgpO1xuICBiZWxvdyh0LCB4LCAxZS0xMCk7XG4gIGYub3AoJ3YxMjguYml0c2VsZWN0Jyk7XG4gIGYuZnJlZShuLCBxLCBoKTtcbn1cblxuY29uc3QgTE9HID0gW1xuICA3LjAzNzY4MzYyOTJlLTIsIC0xLjE1MTQ2MTAzMWUtMSwgMS4xNjc2OTk4NzRlLTEsIC0xLjI0MjAxNDA4NDZlLTEsIDEuNDI0OTMyMjc4N2UtMSxcbiAgLTEuNjY2ODA1NzY2NWUtMSwgMi4wMDAwNzE0NzY1ZS0xLCAtMi40OTk5OTkzOTkzZS0xLCAzLjMzMzMzMzExNzRlLTEsXG5dO1xuXG5mdW5jdGlvbiBsb2codDogTWF0aFRhcmdldCwgeDogTG9jYWwpOiB2b2lkIHtcbiAgY29uc3QgeyBmIH0gPSB0O1xuICBjb25zdCBbcywgZSwgbSwgeiwgeSwgdGlueV0gPSBBcnJheS5mcm9tKHsgbGVuZ3RoOiA2IH0sICgpID0+IGYubG9jYWwoJ3YxMjgnKSk7XG4gIC8vIHN1Ym5vcm1hbHMgYXJlIHNjYWxlZCBieSAyXjIzXG4gIGYuZ2V0KHgpO1xuICB0LmYzMigxLjE3NTQ5NDM1ZS0zOCk7XG4gIGYub3AoJ2YzMng0Lmx0Jykuc2V0KHRpbnkpO1xuICBmLmdldCh4KTtcbiAgdC5mMzIoODM4ODYwOCk7XG4gIGYub3AoJ2YzMng0Lm11bCcpLmdldCh4KS5nZXQodGlueSkub3AoJ3YxMjguYml0c2VsZWN0Jykuc2V0KHMpO1xuICAvLyBtIGluIFtzcXJ0KDEvMiksIHNxcnQoMikpOiBvZmZzZXQgdGhlIGV4cG9uZW50IGZpZWxkIGJ5IHRoYXQgb2Ygc3FydCgxLzIpXG4gIGYuZ2V0KHMpO1xuICB0LmkzMigweDNmMzUwNGYzKTtcbiAgZi5vcCgnaTMyeDQuc3ViJykudGVlKGUpO1xuICB0LmkzMigweDdmZmZmZik7XG4gIGYub3AoJ3YxMjguYW5kJyk7XG4gIHQuaTMyKDB4M2YzNTA0ZjMpO1xuICBmLm9wKCdpMzJ4NC5hZGQnKTtcbiAgdC5mMzIoMSk7XG4gIGYub3AoJ2YzMng0LnN1YicpLnNldChtKTtcbiAgZi5nZXQoZSkuaTMyQ29uc3QoMjMpLm9wKCdpMzJ4NC5zaHJfcycpLmdldCh0aW55KTtcbiAgdC5pMzIoMjMpO1xuICBmLm9wKCd2MTI4LmFuZCcpLm9wKCdpMzJ4NC5zdWInKS5vcCgnZjMyeDQuY29udmVydF9pMzJ4NF9zJykuc2V0KGUpO1xuICBiaW5hcnkodCwgJ2YzMng0Lm11bCcsIG0sIG0pO1xuICBmLnNldCh6KTtcbiAgaG9ybmVyKHQsIG0sIExPRyk7XG4gIGYuZ2V0KG0pLm9wKCdmMzJ4NC5tdWwnKS5nZXQoeikub3AoJ2YzMng0Lm11bCcpLnNldCh5KTtcbiAgZm1hKHQsIGUsIC0yLjEyMTk0NDRlLTQsIHkpO1xuICBmLnNldCh5KTtcbiAgZm1hKHQsIHosIC0wLjUsIHkpO1xuICBmLmdldChtKS5vcCgnZjMyeDQuYWRkJykuc2V0KHkpO1xuICBmbWEodCwgZSwgMC42OTMzNTkzNzUsIHkpO1xuICBmLnNldCh5KTtcbiAgLy8geCA+IDAgZmluaXRlOiB5OyAraW5mIGFuZCBOYU46IHg7IDA6IC1pbmY7IGJlbG93OiBOYU5cbiAgZi5nZXQoeSkuZ2V0KHgpLmdldCh4KTtcbiAgdC5mMzIoTnVtYmVyLlBPU0lUSVZFX0lORklOSVRZKTtcbiAgZi5vcCgnZjMyeDQubHQnKS5vcCgndjEyOC5iaXRzZWxlY3QnKS5zZXQoeSk7XG4gIHQuZjMyKE51bWJlci5ORUdBVElWRV9JTkZJTklUWSk7XG4gIHQuZjMyKE51bWJlci5OYU4pO1xuICBmLmdldCh4KTtcbiAgdC5mMzIoMCk7XG4gIGYub3AoJ2YzMng0LmVxJykub3AoJ3YxMjguYml0c2VsZWN0Jyk7XG4gIGYuZ2V0KHkpLmdldCh4KTtcbiAgdC5mMzIoMCk7XG4gIGYub3AoJ2YzMng0LmxlJykuc2V0KHMpO1xuICBmLmdldChzKS5vcCgndjEyOC5iaXRzZWxlY3QnKTtcbiAgZi5mcmVlKHMsIGUsIG0sIHosIHksIHRpbnkpO1xufVxuXG4vLyBLYWhhbjogbG9nKHUpIHggLyAodSAtIDEpIHdpdGggdSA9IDEgKyB4IHJvdW5kZWRcbmZ1bmN0aW9uIGxvZzFwKHQ6IE1hdGhUYXJnZXQsIHg6IExvY2FsKTogdm9pZCB7XG4gIGNvbnN0IHsgZiB9ID0gdDtcbiAgY29uc3QgW3UsIGRdID0gW2YubG9jYWwoJ3YxMjgnKSwgZi5sb2NhbCgndjEyOCcpXTtcbiAgZi5nZXQoeCk7XG4gIHQuZjMyKDEpO1xuICBmLm9wKCdmMzJ4NC5hZGQnKS50ZWUodSk7XG4gIHQuZjMyKDEpO1xuICBmLm9wKCdmMzJ4NC5zdWInKS5zZXQoZCk7XG4gIGYuZ2V0KHgpO1xuICBsb2codCwgdSk7XG4gIGYuZ2V0KHgpLmdldChkKS5vcCgnZjMyeDQuZGl2Jykub3AoJ2YzMng0Lm11bCcpLmdldChkKTtcbiAgdC5mMzIoMCk7XG4gIGYub3AoJ2YzMng0LmVxJykuZ2V0KHgpO1xuICB0LmYzMihOdW1iZXIuUE9TSVRJVkVfSU5GSU5JVFkpO1xuICBmLm9wKCdmMzJ4NC5lcScpLm9wKCd2MTI4Lm9yJykub3AoJ3YxMjguYml0c2VsZWN0Jyk7XG4gIGYuZnJlZSh1LCBkKTtcbn1cblxuY29uc3QgVEFOSCA9IFtcbiAgLTUuNzA0OTg4NzI3NDVlLTMsIDIuMDYzOTA4ODc5NTRlLTIsIC01LjM3Mzk3MTU1NTMxZS0yLCAxLjMzMzE0NDIyMDM2ZS0xLCAtMy4zMzMzMjgxOTQyMmUtMSxcbl07XG5cbi8vIG9kZCBwb2x5bm9taWFsIG5lYXIgMCwgZWxzZSBzaWduKHgpICgxIC0gMiAvIChlXigyfHh8KSArIDEpKVxuZnVuY3Rpb24gdGFuaCh0OiBNYXRoVGFyZ2V0LCB4OiBMb2NhbCk6IHZvaWQge1xuICBjb25zdCB7IGYgfSA9IHQ7XG4gIGNvbnN0IFt6LCB5LCBlXSA9IFtmLmxvY2FsKCd2MTI4JyksIGYubG9jYWwoJ3YxMjgnKSwgZi5sb2NhbCgndjEyOCcpXTtcbiAgZi5nZXQoeCkub3AoJ2YzMng0LmFicycpO1xuICB0LmYzMigxMCk7XG4gIGYub3AoJ2YzMng0LnBtaW4nKS50ZWUoeikuZ2V0KHopLm9wKCdmMzJ4NC5hZGQnKS5zZXQoeSk7XG4gIGV4cCh0LCB5KTtcbiAgdC5mMzIoMSk7XG4gIGYub3AoJ2YzMng0LmFkZCcpLnNldChlKTtcbiAgdC5mMzIoMSk7XG4gIHQuZjMyKDIpO1xuICBmLmdldChlKS5vcCgnZjMyeDQuZGl2Jykub3AoJ2YzMng0LnN1YicpLnNldCh5KTtcbiAgYmluYXJ5KHQsICdmMzJ4NC5tdWwnLCB4LCB4KTtcbiAgZi5zZXQoeik7XG4gIGhvcm5lcih0LCB6LCBUQU5IKTtcbiAgZi5nZXQoeikub3AoJ2YzMng0Lm11bCcpLmdldCh4KS5vcCgnZjMyeDQubXVsJykuZ2V0KHgpLm9wKCdmMzJ4NC5hZGQnKS5nZXQoeSk7XG4gIGJlbG93KHQsIHgsIDAuNjI1KTtcbiAgZi5vcCgndjEyOC5iaXRzZWxlY3QnKS5nZXQoeCk7XG4gIHQuaTMyKC0weDgwMDAwMDAwKTtcbiAgZi5vcCgndjEyOC5hbmQnKS5vcCgndjEyOC5vcicpO1xuICBmLmZyZWUoeiwgeSwgZSk7XG59XG5cbi8vIGVyZih4KSAvIHggaW4geF4yIG9uIFswLCAxXSwgYW5kIC1sb2coZXJmYyh4KSkgb24gWzEsIDRdXG5jb25zdCBFUkZfU01BTEwgPSBbXG4gIDcuODg5MTE5NDk2NjM1MzA1ZS01LCAtOC4wMjA4NDEyNzIyNzMwNThlLTQsIDUuMTg5NTM1MzM4OTYxNDMyZS0zLCAtMi42ODU0NDQ0NTkyMDM0NDdlLTIsXG4gIDAuMTEyODM2MDAxNzYyNjk4NSwgLTAuMzc2MTI2MjcxMzU5Njc3MjQsIDEuMTI4Mzc5MTY1OTEzNzQ5Nixcbl07XG5jb25zdCBFUkZDX0xPRyA9IFtcbiAgLTEuODU1MDkzMDIxMzMwNzQ4NGUtNCwgMi45Mzg5NjQ1NTQ0NDMzNzkzZS0zLCAtMi4xODAyNzMxNTAzMzQwNGUtMiwgMC4xMDMwMzE5NTg5NTAwODc1NyxcbiAgMC42MzgyMzE4ODg1NDQ3Mjc5LCAxLjEyNzAzNjMxNzQ4MDA3NDIsIDMuNTQ2Mjc3OTY2OTQ0MzIzN2UtNCxcbl07XG5cbmZ1bmN0aW9uIGVyZih0OiBNYXRoVGFyZ2V0LCB4OiBMb2NhbCk6IHZvaWQge1xuICBjb25zdCB7IGYgfSA9IHQ7XG4gIGNvbnN0IFt6LCB5XSA9IFtmLmxvY2FsKCd2MTI4JyksIGYubG9jYWwoJ3YxMjgnKV07XG4gIGYuZ2V0KHgpLm9wKCdmMzJ4NC5hYnMnKTtcbiAgdC5mMzIoNCk7XG4gIGYub3AoJ2YzMng0LnBtaW4nKS5zZXQoeik7XG4gIGhvcm5lcih0LCB6LCBFUkZDX0xPRyk7XG4gIGYub3AoJ2YzMng0Lm5lZycpLnNldCh5KTtcbiAgdC5mMzIoMSk7XG4gIGV4cCh0LCB5KTtcbiAgZi5vcCgnZjMyeDQuc3ViJykuZ2V0KHgpO1xuICB0LmkzMigtMHg4MDAwMDAwMCk7XG4gIGYub3AoJ3YxMjguYW5kJykub3AoJ3YxMjgub3InKS5zZXQoeSk7XG4gIGJpbmFyeSh0LCAnZjMyeDQubXVsJywgeCwgeCk7XG4gIGYuc2V0KHopO1xuICBmLmdldCh4KTtcbiAgaG9ybmVyKHQsIHosIEVSRl9TTUFMTCk7XG4gIGYub3AoJ2YzMng0Lm11bCcpLmdldCh5KTtcbiAgYmVsb3codCwgeCwgMSk7XG4gIGYub3AoJ3YxMjguYml0c2VsZWN0Jyk7XG4gIGYuZnJlZSh6LCB5KTtcbn1cblxuY29uc3QgU0lOID0gWy0xLjk1MTUyOTU4OTFlLTQsIDguMzMyMTYwODczNmUtMywgLTEuNjY2NjY1NDYxMWUtMV07XG5jb25zdCBDT1MgPSBbMi40NDMzMTU3MTE4MDk5NDhlLTUsIC0xLjM4ODczMTYyNTQ5Mzc2NWUtMywgNC4xNjY2NjQ1NjgyOTg4MjdlLTJdO1xuXG4vLyB4ID0gcSBwaS8yICsgciwgfHJ8IDw9IHBpLzQ7IHF1YWRyYW50IHEgKCsxIGZvciBjb3MpIHBpY2tzIHRoZSBwb2x5bm9taWFsIGFuZCB0aGUgc2lnbi5cbi8vIEdvb2QgdG8gMWUtNyBhYnNvbHV0ZSBmb3IgfHh8IDwgODE5MjsgY2FsbGVycyBjb21wdXRlIGxhcmdlciBhcmd1bWVudHMgbGFuZSBieSBsYW5lLlxuZnVuY3Rpb24gc2luT3JDb3ModDogTWF0aFRhcmdldCwgeDogTG9jYWwsIHF1YWRyYW50OiAwIHwgMSk6IHZvaWQge1xuICBjb25zdCB7IGYgfSA9IHQ7XG4gIGNvbnN0IFtxLCByLCB6LCBzXSA9IEFycmF5LmZyb20oeyBsZW5ndGg6IDQgfSwgKCkgPT4gZi5sb2NhbCgndjEyOCcpKTtcbiAgZi5nZXQoeCk7XG4gIHQuZjMyKDIgLyBNYXRoLlBJKTtcbiAgZi5vcCgnZjMyeDQubXVsJykub3AoJ2YzMng0Lm5lYXJlc3QnKS5zZXQocSk7XG4gIGZtYSh0LCBxLCAtMS41NzAzMTI1LCB4KTtcbiAgZi5zZXQocik7XG4gIGZtYSh0LCBxLCAtNC44Mzc1MTI5Njk5NzA3MDNlLTQsIHIpO1xuICBmLnNldChyKTtcbiAgZm1hKHQsIHEsIC03LjU0OTc4OTk0ODc2ODY0OGUtOCwgcik7XG4gIGYudGVlKHIpLmdldChyKS5vcCgnZjMyeDQubXVsJykuc2V0KHopO1xuICBmLmdldChxKS5vcCgnaTMyeDQudHJ1bmNfc2F0X2YzMng0X3MnKTtcbiAgaWYgKHF1YWRyYW50KSB7XG4gICAgdC5pMzIoMSk7XG4gICAgZi5vcCgnaTMyeDQuYWRkJyk7XG4gIH1cbiAgZi5zZXQocSk7XG4gIGhvcm5lcih0LCB6LCBDT1MpO1xuICBmLmdldCh6KS5vcCgnZjMyeDQubXVsJykuZ2V0KHopLm9wKCdmMzJ4NC5tdWwnKS5zZXQocyk7XG4gIGZtYSh0LCB6LCAtMC41LCBzKTtcbiAgdC5mMzIoMSk7XG4gIGYub3AoJ2YzMng0LmFkZCcpO1xuICBob3JuZXIodCwgeiwgU0lOKTtcbiAgZi5nZXQoeikub3AoJ2YzMng0Lm11bCcpLmdldChyKS5vcCgnZjMyeDQubXVsJykuZ2V0KHIpLm9wKCdmMzJ4NC5hZGQnKTtcbiAgLy8gb2RkIHF1YWRyYW50cyB0YWtlIHRoZSBjb3NpbmUsIHF1YWRyYW50cyAyIGFuZCAzIGEgbWludXMgc2lnblxuICBmLmdldChxKTtcbiAgdC5pMzIoMSk7XG4gIGYub3AoJ3YxMjguYW5kJyk7XG4gIHQuaTMyKDEpO1xuICBmLm9wKCdpMzJ4NC5lcScpLm9wKCd2MTI4LmJpdHNlbGVjdCcpO1xuICBmLmdldChxKTtcbiAgdC5pMzIoMik7XG4gIGYub3AoJ3YxMjguYW5kJykuaTMyQ29uc3QoMzApLm9wKCdpMzJ4NC5zaGwnKS5vcCgndjEyOC54b3InKTtcbiAgZi5mcmVlKHEsIHIsIHosIHMpO1xufVxuXG4vKiogQXJndW1lbnRzIGZyb20gd2hpY2ggb24gc2luIGFuZCBjb3MgYXJlIGxlZnQgdG8gaW1wb3J0ZWQgZnVuY3Rpb25zLiAqL1xuZXhwb3J0IGNvbnN0IFRSSUdfTElNSVQgPSA4MTkyO1xuXG4vKiogUHVzaGVzIGZuKHgpIGZvciBmb3VyIGxhbmVzIG9mIGZsb2F0MzI7IHggaXMgcmVhZCBvbmx5LiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGVtaXRWZWN0b3JGdW5jdGlvbih0OiBNYXRoVGFyZ2V0LCBuYW1lOiBWZWN0b3JGdW5jdGlvbiwgeDogTG9jYWwpOiB2b2lkIHtcbiAgc3dpdGNoIChuYW1lKSB7XG4gICAgY2FzZSAnZXhwJzpcbiAgICAgIGV4cCh0LCB4KTtcbiAgICAgIHJldHVybjtcbiAgICBjYXNlICdleHBtMSc6XG4gICAgICBleHBtMSh0LCB4KTtcbiAgICAgIHJldHVybjtcbiAgICBjYXNlICdsb2cnOlxuICAgICAgbG9nKHQsIHgpO1xuICAgICAgcmV0dXJuO1xuICAgIGNhc2UgJ2xvZzFwJzpcbiAgICAgIGxvZzFwKHQsIHgpO1xuICAgICAgcmV0dXJuO1xuICAgIGNhc2UgJ3RhbmgnOlxuICAgICAgdGFuaCh0LCB4KTtcbiAgICAgIHJldHVybjtcbiAgICBjYXNlICdlcmYnOlxuICAgICAgZXJmKHQsIHgpO1xuICAgICAgcmV0dXJuO1xuICAgIGNhc2UgJ3Npbic6XG4gICAgICBzaW5PckNvcyh0LCB4LCAwKTtcbiAgICAgIHJldHVybjtcbiAgICBjYXNlICdjb3MnOlxuICAgICAgc2luT3JDb3ModCwgeCwgMSk7XG4gICAgICByZXR1cm47XG4gIH1cbn1cblxuY29uc3QgbmFtZXMgPSBuZXcgU2V0PHN0cmluZz4oWydleHAnLCAnZXhwbTEnLCAnbG9nJywgJ2xvZzFwJywgJ3RhbmgnLCAnZXJmJywgJ3NpbicsICdjb3MnXSk7XG5cbi8qKiBUcnVlIGlmIGZsb2F0MzIgaGFzIGEgdmVjdG9yIGZvcm0gb2YgdGhlIGZ1bmN0aW9uIGhlcmUuICovXG5leHBvcnQgY29uc3QgaXNWZWN0b3JGdW5jdGlvbiA9IChvcDogc3RyaW5nIHwgdW5kZWZpbmVkKTogb3AgaXMgVmVjdG9yRnVuY3Rpb24gPT5cbiAgb3AgIT09IHVuZGVmaW5lZCAmJiBuYW1lcy5oYXMob3ApO1xuIiwgIi8vIEZ1bmN0aW9ucyBvZiBmbG9hdDY0IHRoYXQga2VybmVscyBpbXBvcnQgZnJvbSBKYXZhU2NyaXB0LCBsYW5lIGJ5IGxhbmUuIEFsbCBidXQgZXJmIGFyZSB0aGUgaG9zdCdzLlxuXG4vKiogZXJmIGluIGZsb2F0NjQ6IEt1bW1lcidzIHNlcmllcyBiZWxvdyAzIChhbGwgdGVybXMgcG9zaXRpdmUpLCBhIGNvbnRpbnVlZCBmcmFjdGlvbiBhYm92ZS4gKi9cbmV4cG9ydCBmdW5jdGlvbiBlcmYoeDogbnVtYmVyKTogbnVtYmVyIHtcbiAgY29uc3QgeiA9IE1hdGguYWJzKHgpO1xuICBpZiAoISh6IDwgNikpIHJldHVybiBOdW1iZXIuaXNOYU4oeCkgPyB4IDogTWF0aC5zaWduKHgpO1xuICBjb25zdCBzY2FsZSA9IE1hdGguZXhwKC16ICogeikgLyBNYXRoLnNxcnQoTWF0aC5QSSk7XG4gIGlmICh6IDwgMykge1xuICAgIC8vIGVyZih6KSA9IDIvc3FydChwaSkgZV4oLXpeMikgc3VtIDJebiB6XigybisxKSAvICgybisxKSEhICAgKERMTUYgNy42LjIpXG4gICAgbGV0IHRlcm0gPSB6O1xuICAgIGxldCBzdW0gPSAwO1xuICAgIGZvciAobGV0IG4gPSAxOyBzdW0gKyB0ZXJtICE9PSBzdW07IG4rKykge1xuICAgICAgc3VtICs9IHRlcm07XG4gICAgICB0ZXJtICo9ICgyICogeiAqIHopIC8gKDIgKiBuICsgMSk7XG4gICAgfVxuICAgIHJldHVybiBNYXRoLnNpZ24oeCkgKiAyICogc2NhbGUgKiBzdW07XG4gIH1cbiAgLy8gZXJmYyh6KSA9IGVeKC16XjIpL3NxcnQocGkpIC8gKHogKyAoMS8yKS8oeiArIDEvKHogKyAoMy8yKS8oeiArIC4uLikpKSkgICAoRExNRiA3LjkuMSlcbiAgbGV0IHRhaWwgPSB6O1xuICBmb3IgKGxldCBrID0gNjA7IGsgPiAwOyBrLS0pIHRhaWwgPSB6ICsgayAvIDIgLyB0YWlsO1xuICByZXR1cm4gTWF0aC5zaWduKHgpICogKDEgLSBzY2FsZSAvIHRhaWwpO1xufVxuXG4vKiogSW1wb3J0cyBvZiBnZW5lcmF0ZWQga2VybmVscywgYnkgb3BlcmF0aW9uIG5hbWUuICovXG5leHBvcnQgY29uc3QganNNYXRoOiBSZWFkb25seTxSZWNvcmQ8c3RyaW5nLCAoLi4uYXJnczogbnVtYmVyW10pID0+IG51bWJlcj4+ID0ge1xuICBleHA6ICh4OiBudW1iZXIpID0+IE1hdGguZXhwKHgpLFxuICBsb2c6ICh4OiBudW1iZXIpID0+IE1hdGgubG9nKHgpLFxuICBsb2cxcDogKHg6IG51bWJlcikgPT4gTWF0aC5sb2cxcCh4KSxcbiAgZXhwbTE6ICh4OiBudW1iZXIpID0+IE1hdGguZXhwbTEoeCksXG4gIHNpbjogKHg6IG51bWJlcikgPT4gTWF0aC5zaW4oeCksXG4gIGNvczogKHg6IG51bWJlcikgPT4gTWF0aC5jb3MoeCksXG4gIHRhbjogKHg6IG51bWJlcikgPT4gTWF0aC50YW4oeCksXG4gIGFzaW46ICh4OiBudW1iZXIpID0+IE1hdGguYXNpbih4KSxcbiAgYWNvczogKHg6IG51bWJlcikgPT4gTWF0aC5hY29zKHgpLFxuICBhdGFuOiAoeDogbnVtYmVyKSA9PiBNYXRoLmF0YW4oeCksXG4gIHNpbmg6ICh4OiBudW1iZXIpID0+IE1hdGguc2luaCh4KSxcbiAgY29zaDogKHg6IG51bWJlcikgPT4gTWF0aC5jb3NoKHgpLFxuICB0YW5oOiAoeDogbnVtYmVyKSA9PiBNYXRoLnRhbmgoeCksXG4gIGVyZixcbiAgLy8gQzk5OiBwb3coMSwgTmFOKSBhbmQgcG93KC0xLCBpbmYpIGFyZSAxXG4gIHBvdzogKHg6IG51bWJlciwgeTogbnVtYmVyKSA9PlxuICAgIHggPT09IDEgfHwgKHggPT09IC0xICYmIE1hdGguYWJzKHkpID09PSBOdW1iZXIuUE9TSVRJVkVfSU5GSU5JVFkpID8gMSA6IHggKiogeSxcbiAgYXRhbjI6ICh5OiBudW1iZXIsIHg6IG51bWJlcikgPT4gTWF0aC5hdGFuMih5LCB4KSxcbiAgcmVtOiAoeDogbnVtYmVyLCB5OiBudW1iZXIpID0+IHggJSB5LFxufTtcbiIsICIvLyBGdW5jdGlvbnMgYSBuZXN0IGNhbGxzOiBpbXBvcnRzIGZvciB3aGF0IG9ubHkgSmF2YVNjcmlwdCBoYXMgKG9uZSBhcmd1bWVudCBvciB0d28sIGZsb2F0NjQpLCBhbmRcbi8vIGhlbHBlcnMgZm9yIHNjYWxhciBmbG9hdDMyIGZ1bmN0aW9ucyAodGhlIHZlY3RvciBjb2RlIG9uIG9uZSBsYW5lKSBhbmQgaW50ZWdlciBkaXZpc2lvbiwgd2hpY2hcbi8vIGdpdmVzIDAgZm9yIGEgemVybyBkaXZpc29yLCBhcyBOdW1QeSBkb2VzLCB3aGVyZSBXZWJBc3NlbWJseSB3b3VsZCB0cmFwLlxuaW1wb3J0IHR5cGUgeyBFeHByIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2lyLnRzJztcbmltcG9ydCB0eXBlIHsgTW9kdWxlQnVpbGRlciB9IGZyb20gJy4uL3dhc20vYXNzZW1ibGVyLnRzJztcbmltcG9ydCB7IHR5cGUgQW5hbHlzaXMsIGlzQXRvbSB9IGZyb20gJy4vYW5hbHlzaXMudHMnO1xuaW1wb3J0IHsgZW1pdFZlY3RvckZ1bmN0aW9uLCBpc1ZlY3RvckZ1bmN0aW9uLCB0eXBlIFZlY3RvckZ1bmN0aW9uIH0gZnJvbSAnLi9mbG9hdC1tYXRoLnRzJztcbmltcG9ydCB7IGpzTWF0aCB9IGZyb20gJy4vanMtbWF0aC50cyc7XG5pbXBvcnQgdHlwZSB7IFNjaGVkdWxlIH0gZnJvbSAnLi9zY2hlZHVsZS50cyc7XG5cbi8qKiBJbXBvcnRlZCBmdW5jdGlvbnMgYnkgbmFtZS4gKi9cbmV4cG9ydCB0eXBlIEltcG9ydHMgPSBSZWNvcmQ8c3RyaW5nLCAoLi4uYXJnczogbnVtYmVyW10pID0+IG51bWJlcj47XG5cbmNvbnN0IE5BVElWRSA9IG5ldyBTZXQoWyduZWcnLCAnYWJzJywgJ3NxcnQnLCAncnNxcnQnLCAnZmxvb3InLCAnY2VpbCcsICdyb3VuZCcsICd0cnVuYyddKTtcbmNvbnN0IE5BVElWRTIgPSBuZXcgU2V0KFsnYWRkJywgJ3N1YicsICdtdWwnLCAnZGl2JywgJ21pbicsICdtYXgnLCAnZXEnLCAnbmUnLCAnbHQnLCAnbGUnXSk7XG5cbi8vIG5hbWVzIG9mIHRoZSBmdW5jdGlvbnMgdGhhdCBhbiBleHByZXNzaW9uIG1heSBjYWxsXG5mdW5jdGlvbiBjYWxscyhlOiBFeHByLCB2ZWN0b3I6IGJvb2xlYW4pOiBzdHJpbmdbXSB7XG4gIGNvbnN0IG9wID0gZS5vcCBhcyBzdHJpbmc7XG4gIGlmIChlLmtpbmQgIT09ICd1bmFyeScgJiYgZS5raW5kICE9PSAnYmluYXJ5JykgcmV0dXJuIFtdO1xuICBjb25zdCB0ID0gZS5hcmdzWzBdLnR5cGU7XG4gIGlmICh0ID09PSAnZjMyJyB8fCB0ID09PSAnZjY0Jykge1xuICAgIGlmIChOQVRJVkUuaGFzKG9wKSB8fCBOQVRJVkUyLmhhcyhvcCkpIHJldHVybiBbXTtcbiAgICBpZiAodCA9PT0gJ2Y2NCcpIHJldHVybiBbb3BdO1xuICAgIGlmICghaXNWZWN0b3JGdW5jdGlvbihvcCkpIHJldHVybiBbb3BdO1xuICAgIGNvbnN0IHRyaWcgPSBvcCA9PT0gJ3NpbicgfHwgb3AgPT09ICdjb3MnO1xuICAgIHJldHVybiB2ZWN0b3IgPyAodHJpZyA/IFtvcF0gOiBbXSkgOiB0cmlnID8gW2BmMzIuJHtvcH1gLCBvcF0gOiBbYGYzMi4ke29wfWBdO1xuICB9XG4gIGlmIChvcCA9PT0gJ3BvdycgfHwgb3AgPT09ICdhdGFuMicpIHJldHVybiBbb3BdO1xuICBpZiAob3AgPT09ICdkaXYnIHx8IG9wID09PSAncmVtJykgcmV0dXJuIFtgaTMyLiR7b3B9XyR7dCA9PT0gJ2kzMicgPyAncycgOiAndSd9YF07XG4gIHJldHVybiBbXTtcbn1cblxuLy8geCBvcCB5LCAwIGlmIHkgaXMgMDsgdGhlIG9uZSBvdmVyZmxvdywgLTJeMzEgLyAtMSwgd3JhcHNcbmZ1bmN0aW9uIGVtaXREaXZpc2lvbihtOiBNb2R1bGVCdWlsZGVyLCBvcDogJ2RpdicgfCAncmVtJywgc2lnbjogJ3MnIHwgJ3UnKTogbnVtYmVyIHtcbiAgcmV0dXJuIG0uZnVuYyhbJ2kzMicsICdpMzInXSwgWydpMzInXSwgKGYsIFt4LCB5XSkgPT4ge1xuICAgIGNvbnN0IGRpdmlkZSA9ICgpOiB2b2lkID0+IHtcbiAgICAgIGlmIChzaWduID09PSAndScpIHtcbiAgICAgICAgZi5nZXQoeCkuZ2V0KHkpLm9wKGBpMzIuJHtvcH1fdWApO1xuICAgICAgICByZXR1cm47XG4gICAgICB9XG4gICAgICBmLmdldCh5KS5pMzJDb25zdCgtMSkub3AoJ2kzMi5lcScpO1xuICAgICAgZi5pZihcbiAgICAgICAgKCkgPT4ge1xuICAgICAgICAgIGlmIChvcCA9PT0gJ2RpdicpIGYuaTMyQ29uc3QoMCkuZ2V0KHgpLm9wKCdpMzIuc3ViJyk7XG4gICAgICAgICAgZWxzZSBmLmkzMkNvbnN0KDApO1xuICAgICAgICB9LFxuICAgICAgICAoKSA9PiB2b2lkIGYuZ2V0KHgpLmdldCh5KS5vcChgaTMyLiR7b3B9X3NgKSxcbiAgICAgICAgJ2kzMicsXG4gICAgICApO1xuICAgIH07XG4gICAgZi5nZXQoeSkuaWYoZGl2aWRlLCAoKSA9PiB2b2lkIGYuaTMyQ29uc3QoMCksICdpMzInKTtcbiAgfSk7XG59XG5cbmZ1bmN0aW9uIGVtaXRTY2FsYXJGdW5jdGlvbihtOiBNb2R1bGVCdWlsZGVyLCBuYW1lOiBWZWN0b3JGdW5jdGlvbiwgcmVsYXhlZDogYm9vbGVhbik6IG51bWJlciB7XG4gIHJldHVybiBtLmZ1bmMoWydmMzInXSwgWydmMzInXSwgKGYsIFt4XSkgPT4ge1xuICAgIGNvbnN0IHYgPSBmLmxvY2FsKCd2MTI4Jyk7XG4gICAgZi5nZXQoeCkub3AoJ2YzMng0LnNwbGF0Jykuc2V0KHYpO1xuICAgIGNvbnN0IGNvbnN0YW50cyA9IHtcbiAgICAgIGYzMjogKGs6IG51bWJlcikgPT4gdm9pZCBmLmYzMng0Q29uc3QoayksXG4gICAgICBpMzI6IChrOiBudW1iZXIpID0+IHZvaWQgZi5pMzJ4NENvbnN0KGspLFxuICAgIH07XG4gICAgZW1pdFZlY3RvckZ1bmN0aW9uKHsgZiwgcmVsYXhlZCwgLi4uY29uc3RhbnRzIH0sIG5hbWUsIHYpO1xuICAgIGYubGFuZSgnZjMyeDQuZXh0cmFjdF9sYW5lJywgMCk7XG4gIH0pO1xufVxuXG4vLyBzaW4gYW5kIGNvcyBvZiBsYXJnZSBhcmd1bWVudHMgbmVlZCBhIGxvbmdlciBwaVxuZnVuY3Rpb24gZW1pdFRyaWcobTogTW9kdWxlQnVpbGRlciwgZmFzdDogbnVtYmVyLCBzbG93OiBudW1iZXIsIGxpbWl0OiBudW1iZXIpOiBudW1iZXIge1xuICByZXR1cm4gbS5mdW5jKFsnZjMyJ10sIFsnZjMyJ10sIChmLCBbeF0pID0+IHtcbiAgICBmLmdldCh4KS5vcCgnZjMyLmFicycpLmYzMkNvbnN0KGxpbWl0KS5vcCgnZjMyLmd0Jyk7XG4gICAgZi5pZihcbiAgICAgICgpID0+IHZvaWQgZi5nZXQoeCkub3AoJ2Y2NC5wcm9tb3RlX2YzMicpLmNhbGwoc2xvdykub3AoJ2YzMi5kZW1vdGVfZjY0JyksXG4gICAgICAoKSA9PiB2b2lkIGYuZ2V0KHgpLmNhbGwoZmFzdCksXG4gICAgICAnZjMyJyxcbiAgICApO1xuICB9KTtcbn1cblxuLyoqIERlY2xhcmVzIGFsbCBpbXBvcnRzIGFuZCBoZWxwZXJzIG9mIGEga2VybmVsOyBgaW5kZXhgIGZpbmRzIHRoZW0gYnkgbmFtZS4gKi9cbmV4cG9ydCBmdW5jdGlvbiBkZWNsYXJlRnVuY3Rpb25zKFxuICBtOiBNb2R1bGVCdWlsZGVyLFxuICBhOiBBbmFseXNpcyxcbiAgczogU2NoZWR1bGUsXG4gIHJlbGF4ZWQ6IGJvb2xlYW4sXG4pOiB7IGluZGV4OiAobmFtZTogc3RyaW5nKSA9PiBudW1iZXI7IGltcG9ydHM6IEltcG9ydHMgfSB7XG4gIGNvbnN0IG5hbWVzID0gbmV3IFNldDxzdHJpbmc+KCk7XG4gIGZvciAoY29uc3QgbiBvZiBhLm5vZGVzKSB7XG4gICAgaWYgKG4ua2luZCA9PT0gJ2Zvcm0nIHx8IGlzQXRvbShuKSkgY29udGludWU7XG4gICAgY29uc3QgdmVjdG9yID0gcy52ZWN0b3IgIT09IHVuZGVmaW5lZCAmJiAoKGEubWFza3MuZ2V0KG4pIGFzIG51bWJlcikgJiBzLnZlY3Rvci5iaXQpICE9PSAwO1xuICAgIGZvciAoY29uc3QgbmFtZSBvZiBjYWxscyhuLCB2ZWN0b3IpKSBuYW1lcy5hZGQobmFtZSk7XG4gIH1cbiAgY29uc3QgdGFibGUgPSBuZXcgTWFwPHN0cmluZywgbnVtYmVyPigpO1xuICBjb25zdCBpbXBvcnRzOiBJbXBvcnRzID0ge307XG4gIGZvciAoY29uc3QgbmFtZSBvZiBuYW1lcykge1xuICAgIGlmIChuYW1lLmluY2x1ZGVzKCcuJykpIGNvbnRpbnVlO1xuICAgIGNvbnN0IGZuID0ganNNYXRoW25hbWVdO1xuICAgIGltcG9ydHNbbmFtZV0gPSBmbjtcbiAgICBjb25zdCBwYXJhbXMgPSBmbi5sZW5ndGggPT09IDIgPyAoWydmNjQnLCAnZjY0J10gYXMgY29uc3QpIDogKFsnZjY0J10gYXMgY29uc3QpO1xuICAgIHRhYmxlLnNldChuYW1lLCBtLmltcG9ydEZ1bmN0aW9uKG5hbWUsIHBhcmFtcywgWydmNjQnXSkpO1xuICB9XG4gIGZvciAoY29uc3QgbmFtZSBvZiBuYW1lcykge1xuICAgIGNvbnN0IFt0eXBlLCBvcF0gPSBuYW1lLnNwbGl0KCcuJyk7XG4gICAgaWYgKG9wID09PSB1bmRlZmluZWQpIGNvbnRpbnVlO1xuICAgIGlmICh0eXBlID09PSAnaTMyJykge1xuICAgICAgY29uc3QgW2tpbmQsIHNpZ25dID0gb3Auc3BsaXQoJ18nKSBhcyBbJ2RpdicgfCAncmVtJywgJ3MnIHwgJ3UnXTtcbiAgICAgIHRhYmxlLnNldChuYW1lLCBlbWl0RGl2aXNpb24obSwga2luZCwgc2lnbikpO1xuICAgIH0gZWxzZSB7XG4gICAgICBjb25zdCBmYXN0ID0gZW1pdFNjYWxhckZ1bmN0aW9uKG0sIG9wIGFzIFZlY3RvckZ1bmN0aW9uLCByZWxheGVkKTtcbiAgICAgIGNvbnN0IHNsb3cgPSB0YWJsZS5nZXQob3ApO1xuICAgICAgY29uc3QgdHJpZyA9IG9wID09PSAnc2luJyB8fCBvcCA9PT0gJ2Nvcyc7XG4gICAgICB0YWJsZS5zZXQobmFtZSwgdHJpZyA/IGVtaXRUcmlnKG0sIGZhc3QsIHNsb3cgYXMgbnVtYmVyLCA4MTkyKSA6IGZhc3QpO1xuICAgIH1cbiAgfVxuICBjb25zdCBpbmRleCA9IChuYW1lOiBzdHJpbmcpOiBudW1iZXIgPT4ge1xuICAgIGNvbnN0IGZvdW5kID0gdGFibGUuZ2V0KG5hbWUpO1xuICAgIGlmIChmb3VuZCA9PT0gdW5kZWZpbmVkKSB0aHJvdyBuZXcgRXJyb3IoYG5lc3QgZ2VuZXJhdG9yOiBmdW5jdGlvbiAke25hbWV9IHdhcyBub3QgZGVjbGFyZWRgKTtcbiAgICByZXR1cm4gZm91bmQ7XG4gIH07XG4gIHJldHVybiB7IGluZGV4LCBpbXBvcnRzIH07XG59XG4iLCAiLy8gZmxvYXQxNiBpbiBtZW1vcnksIGZsb2F0MzIgaW4gcmVnaXN0ZXJzOiBjb252ZXJzaW9uIG9mIGZvdXIgbGFuZXMgaW4gZWl0aGVyIGRpcmVjdGlvbiwgdG8gbmVhcmVzdFxuLy8gZXZlbiwgd2l0aCBzdWJub3JtYWxzLCBpbmZpbml0aWVzIGFuZCBOYU4uXG5pbXBvcnQgdHlwZSB7IENvbnRleHQgfSBmcm9tICcuL2NvbnRleHQudHMnO1xuXG5jb25zdCBNQUdJQyA9IDB4M2YwMDAwMDA7IC8vIDAuNWY6IGl0cyB1bHAgaXMgdGhlIHNtYWxsZXN0IGYxNiBzdWJub3JtYWxcbmNvbnN0IFRXT18xMTIgPSAyICoqIDExMjtcblxuLy8gaTMyeDQgb2YgMTYtYml0IHBhdHRlcm5zIC0+IGYzMng0XG5mdW5jdGlvbiB3aWRlbihjOiBDb250ZXh0KTogdm9pZCB7XG4gIGNvbnN0IHsgZiB9ID0gYztcbiAgY29uc3QgW2gsIG1dID0gW2YubG9jYWwoJ3YxMjgnKSwgZi5sb2NhbCgndjEyOCcpXTtcbiAgZi50ZWUoaCk7XG4gIGMuaTMyKDB4N2ZmZik7XG4gIC8vIGV4cG9uZW50IGFuZCBtYW50aXNzYSBpbiBwbGFjZSwgcmVzY2FsZWQgYnkgMl4oMTI3LTE1KTsgYWxzbyByaWdodCBmb3Igc3Vibm9ybWFsc1xuICBmLm9wKCd2MTI4LmFuZCcpLnRlZShtKS5pMzJDb25zdCgxMykub3AoJ2kzMng0LnNobCcpO1xuICBjLmYzMihUV09fMTEyKTtcbiAgZi5vcCgnZjMyeDQubXVsJykuZ2V0KG0pO1xuICBjLmkzMigweDdiZmYpO1xuICBmLm9wKCdpMzJ4NC5ndF9zJyk7XG4gIGMuaTMyKDB4N2Y4MDAwMDApO1xuICBmLm9wKCd2MTI4LmFuZCcpLm9wKCd2MTI4Lm9yJykuZ2V0KGgpO1xuICBjLmkzMigweDgwMDApO1xuICBmLm9wKCd2MTI4LmFuZCcpLmkzMkNvbnN0KDE2KS5vcCgnaTMyeDQuc2hsJykub3AoJ3YxMjgub3InKTtcbiAgZi5mcmVlKGgsIG0pO1xufVxuXG4vLyBmMzJ4NCAtPiBpMzJ4NCBvZiAxNi1iaXQgcGF0dGVybnNcbmZ1bmN0aW9uIG5hcnJvdyhjOiBDb250ZXh0KTogdm9pZCB7XG4gIGNvbnN0IHsgZiB9ID0gYztcbiAgY29uc3QgW3gsIGEsIHldID0gW2YubG9jYWwoJ3YxMjgnKSwgZi5sb2NhbCgndjEyOCcpLCBmLmxvY2FsKCd2MTI4JyldO1xuICBmLnRlZSh4KTtcbiAgYy5pMzIoMHg3ZmZmZmZmZik7XG4gIGYub3AoJ3YxMjguYW5kJykuc2V0KGEpO1xuICAvLyBub3JtYWw6IHJlYmlhcyBhbmQgcm91bmQgdG8gZXZlbiBhdCBiaXQgMTM7IDY1NTIwIGFuZCBtb3JlIGJlY29tZSBpbmZpbml0eVxuICBmLmdldChhKTtcbiAgYy5pMzIoMHhjODAwMGZmZiB8IDApO1xuICBmLm9wKCdpMzJ4NC5hZGQnKS5nZXQoYSkuaTMyQ29uc3QoMTMpLm9wKCdpMzJ4NC5zaHJfdScpO1xuICBjLmkzMigxKTtcbiAgZi5vcCgndjEyOC5hbmQnKS5vcCgnaTMyeDQuYWRkJykuaTMyQ29uc3QoMTMpLm9wKCdpMzJ4NC5zaHJfdScpLnNldCh5KTtcbiAgLy8gYmVsb3cgMl4tMTQ6IHRoZSBhZGRpdGlvbiByb3VuZHNcbiAgZi5nZXQoYSk7XG4gIGMuaTMyKE1BR0lDKTtcbiAgZi5vcCgnZjMyeDQuYWRkJyk7XG4gIGMuaTMyKE1BR0lDKTtcbiAgZi5vcCgnaTMyeDQuc3ViJykuZ2V0KHkpLmdldChhKTtcbiAgYy5pMzIoMHgzODgwMDAwMCk7XG4gIGYub3AoJ2kzMng0Lmx0X3MnKS5vcCgndjEyOC5iaXRzZWxlY3QnKS5zZXQoeSk7XG4gIGMuaTMyKDB4N2MwMCk7XG4gIGYuZ2V0KHkpLmdldChhKTtcbiAgYy5pMzIoMHg0NzdmZmZmZik7XG4gIGYub3AoJ2kzMng0Lmd0X3MnKS5vcCgndjEyOC5iaXRzZWxlY3QnKS5zZXQoeSk7XG4gIGMuaTMyKDB4N2UwMCk7XG4gIGYuZ2V0KHkpLmdldChhKTtcbiAgYy5pMzIoMHg3ZjgwMDAwMCk7XG4gIGYub3AoJ2kzMng0Lmd0X3MnKS5vcCgndjEyOC5iaXRzZWxlY3QnKS5nZXQoeCkuaTMyQ29uc3QoMTYpLm9wKCdpMzJ4NC5zaHJfdScpO1xuICBjLmkzMigweDgwMDApO1xuICBmLm9wKCd2MTI4LmFuZCcpLm9wKCd2MTI4Lm9yJyk7XG4gIGYuZnJlZSh4LCBhLCB5KTtcbn1cblxuLyoqIENvbnZlcnRzIHRoZSBmb3VyIGxhbmVzIG9uIHRoZSBzdGFjazogJ3dpZGVuJyBiaXRzIHRvIGYzMiwgJ25hcnJvdycgZjMyIHRvIGJpdHMuICovXG5leHBvcnQgZnVuY3Rpb24gcHVzaEhhbGYoYzogQ29udGV4dCwgZGlyZWN0aW9uOiAnd2lkZW4nIHwgJ25hcnJvdycpOiB2b2lkIHtcbiAgaWYgKGRpcmVjdGlvbiA9PT0gJ3dpZGVuJykgd2lkZW4oYyk7XG4gIGVsc2UgbmFycm93KGMpO1xufVxuIiwgIi8vIFNjYWxhciBjb2RlIGZvciBvbmUgbm9kZTogcHVzaGVzIGl0cyB2YWx1ZSwgb3BlcmFuZHMgYmVpbmcgaW4gbG9jYWxzIGFscmVhZHkuIFVzZWQgZm9yIGtlcm5lbHNcbi8vIHdpdGhvdXQgdmVjdG9ycyBhbmQgZm9yIHdoYXRldmVyIGlzIHRoZSBzYW1lIGluIGFsbCBsYW5lcy5cbmltcG9ydCB0eXBlIHsgU2NhbGFyVHlwZSB9IGZyb20gJy4uLy4uLy4uL3RlbnNvci9kdHlwZS50cyc7XG5pbXBvcnQgdHlwZSB7IEF0b20sIEluZGV4IH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2luZGV4LWV4cHIudHMnO1xuaW1wb3J0IHR5cGUgeyBCaW5hcnlPcCwgRXhwciwgVW5hcnlPcCB9IGZyb20gJy4uLy4uLy4uL3RlbnNvci9pci50cyc7XG5pbXBvcnQgdHlwZSB7IE9wIH0gZnJvbSAnLi4vd2FzbS9hc3NlbWJsZXIudHMnO1xuaW1wb3J0IHsgdHlwZSBGb3JtLCBpc0F0b20sIHR5cGUgTm9kZSB9IGZyb20gJy4vYW5hbHlzaXMudHMnO1xuaW1wb3J0IHsgdHlwZSBDb250ZXh0LCBsb2NhbEZvciB9IGZyb20gJy4vY29udGV4dC50cyc7XG5pbXBvcnQgeyBpc1ZlY3RvckZ1bmN0aW9uIH0gZnJvbSAnLi9mbG9hdC1tYXRoLnRzJztcbmltcG9ydCB7IHB1c2hIYWxmIH0gZnJvbSAnLi9oYWxmLnRzJztcblxuLyoqIFdBU00gdHlwZSBvZiBhIHNjYWxhci4gKi9cbmV4cG9ydCBjb25zdCB3YXNtVHlwZSA9ICh0OiBTY2FsYXJUeXBlKTogJ2kzMicgfCAnZjMyJyB8ICdmNjQnID0+XG4gIHQgPT09ICdmMzInIHx8IHQgPT09ICdmNjQnID8gdCA6ICdpMzInO1xuXG4vKiogUHVzaGVzIGEgY29uc3RhbnQgb2YgYSB0eXBlLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHB1c2hDb25zdGFudChjOiBDb250ZXh0LCB2YWx1ZTogbnVtYmVyLCB0eXBlOiBTY2FsYXJUeXBlKTogdm9pZCB7XG4gIGlmICh0eXBlID09PSAnZjMyJykgYy5mLmYzMkNvbnN0KHZhbHVlKTtcbiAgZWxzZSBpZiAodHlwZSA9PT0gJ2Y2NCcpIGMuZi5mNjRDb25zdCh2YWx1ZSk7XG4gIGVsc2UgYy5mLmkzMkNvbnN0KHR5cGUgPT09ICdib29sJyA/IE51bWJlcih2YWx1ZSAhPT0gMCkgOiB2YWx1ZSk7XG59XG5cbi8qKiBQdXNoZXMgdGhlIHNjYWxhciB2YWx1ZSBvZiBhbiBleHByZXNzaW9uIHRoYXQgaGFzIGJlZW4gY29tcHV0ZWQuICovXG5leHBvcnQgZnVuY3Rpb24gcHVzaFNjYWxhcihjOiBDb250ZXh0LCBlOiBFeHByKTogdm9pZCB7XG4gIGlmIChlLmtpbmQgPT09ICdjb25zdCcpIHB1c2hDb25zdGFudChjLCBlLnZhbHVlIGFzIG51bWJlciwgZS50eXBlKTtcbiAgZWxzZSBjLmYuZ2V0KGMuc2NhbGFycy5nZXQoZSkgYXMgTm9uTnVsbGFibGU8UmV0dXJuVHlwZTx0eXBlb2YgYy5zY2FsYXJzLmdldD4+KTtcbn1cblxuLyoqIFB1c2hlcyBhbiBhdG9tJ3Mgc2NhbGFyIHZhbHVlLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHB1c2hBdG9tKGM6IENvbnRleHQsIGF0b206IEF0b20pOiB2b2lkIHtcbiAgaWYgKGF0b20ua2luZCA9PT0gJ2F4aXMnKSB7XG4gICAgY29uc3QgY291bnRlciA9IGMuY291bnRlcnMuZ2V0KGF0b20uYXhpcyBhcyBzdHJpbmcpO1xuICAgIGlmIChjb3VudGVyKSBjLmYuZ2V0KGNvdW50ZXIpO1xuICAgIGVsc2UgYy5mLmkzMkNvbnN0KDApO1xuICB9IGVsc2UgaWYgKGF0b20ua2luZCA9PT0gJ2RhdGEnKSBwdXNoU2NhbGFyKGMsIGF0b20uZXhwciBhcyBFeHByKTtcbiAgZWxzZSBjLmYuZ2V0KGMuc2NhbGFycy5nZXQoYXRvbSkgYXMgTm9uTnVsbGFibGU8UmV0dXJuVHlwZTx0eXBlb2YgYy5zY2FsYXJzLmdldD4+KTtcbn1cblxuLyoqIE11bHRpcGxlIG9mIGBieWAgdGhhdCBtYWtlcyBgYXJnYCBub24tbmVnYXRpdmUgd2hlbiBhZGRlZC4gKi9cbmV4cG9ydCBjb25zdCBiaWFzID0gKGFyZzogSW5kZXgsIGJ5OiBudW1iZXIpOiBudW1iZXIgPT5cbiAgYXJnLm1pbiA8IDAgPyBNYXRoLmNlaWwoLWFyZy5taW4gLyBieSkgKiBieSA6IDA7XG5cbmNvbnN0IGxvZzJFeGFjdCA9IChuOiBudW1iZXIpOiBudW1iZXIgfCB1bmRlZmluZWQgPT5cbiAgTnVtYmVyLmlzSW50ZWdlcihNYXRoLmxvZzIobikpID8gTWF0aC5sb2cyKG4pIDogdW5kZWZpbmVkO1xuXG5mdW5jdGlvbiBlbWl0RGl2aXNpb24oYzogQ29udGV4dCwgYXRvbTogQXRvbSk6IHZvaWQge1xuICBjb25zdCB7IGYgfSA9IGM7XG4gIGNvbnN0IGJ5ID0gYXRvbS5ieSBhcyBudW1iZXI7XG4gIGNvbnN0IGFyZyA9IGF0b20uYXJnIGFzIEluZGV4O1xuICBjb25zdCBzaGlmdCA9IGxvZzJFeGFjdChieSk7XG4gIGYuZ2V0KGZvcm1Mb2NhbChjLCBjLmEuZm9ybU9mKGF0b20pKSk7XG4gIGlmIChzaGlmdCAhPT0gdW5kZWZpbmVkKSB7XG4gICAgaWYgKGF0b20ua2luZCA9PT0gJ2RpdicpIGYuaTMyQ29uc3Qoc2hpZnQpLm9wKCdpMzIuc2hyX3MnKTtcbiAgICBlbHNlIGYuaTMyQ29uc3QoYnkgLSAxKS5vcCgnaTMyLmFuZCcpO1xuICAgIHJldHVybjtcbiAgfVxuICBjb25zdCBiID0gYmlhcyhhcmcsIGJ5KTtcbiAgaWYgKGIpIGYuaTMyQ29uc3QoYikub3AoJ2kzMi5hZGQnKTtcbiAgZi5pMzJDb25zdChieSkub3AoYXRvbS5raW5kID09PSAnZGl2JyA/ICdpMzIuZGl2X3UnIDogJ2kzMi5yZW1fdScpO1xuICBpZiAoYiAmJiBhdG9tLmtpbmQgPT09ICdkaXYnKSBmLmkzMkNvbnN0KGIgLyBieSkub3AoJ2kzMi5zdWInKTtcbn1cblxuLyoqIExvY2FsIHRoYXQgaG9sZHMgdGhlIHBhcnQgb2YgYSBmb3JtIHRoYXQgaXMgZXF1YWwgaW4gYWxsIGxhbmVzLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGZvcm1Mb2NhbChjOiBDb250ZXh0LCBmb3JtOiBGb3JtKTogUmV0dXJuVHlwZTx0eXBlb2YgbG9jYWxGb3I+IHtcbiAgcmV0dXJuIGMuc2NhbGFycy5nZXQoZm9ybSkgYXMgUmV0dXJuVHlwZTx0eXBlb2YgbG9jYWxGb3I+O1xufVxuXG5jb25zdCBuYXRpdmU6IFBhcnRpYWw8UmVjb3JkPFVuYXJ5T3AsIHN0cmluZz4+ID0ge1xuICBuZWc6ICduZWcnLFxuICBhYnM6ICdhYnMnLFxuICBzcXJ0OiAnc3FydCcsXG4gIGZsb29yOiAnZmxvb3InLFxuICBjZWlsOiAnY2VpbCcsXG4gIHJvdW5kOiAnbmVhcmVzdCcsXG4gIHRydW5jOiAndHJ1bmMnLFxufTtcblxuZnVuY3Rpb24gZW1pdFVuYXJ5KGM6IENvbnRleHQsIGU6IEV4cHIpOiB2b2lkIHtcbiAgY29uc3QgeyBmIH0gPSBjO1xuICBjb25zdCBbeF0gPSBlLmFyZ3M7XG4gIGNvbnN0IG9wID0gZS5vcCBhcyBVbmFyeU9wO1xuICBpZiAoZS50eXBlID09PSAnZjMyJyB8fCBlLnR5cGUgPT09ICdmNjQnKSB7XG4gICAgaWYgKG9wID09PSAncnNxcnQnKSB7XG4gICAgICBwdXNoQ29uc3RhbnQoYywgMSwgZS50eXBlKTtcbiAgICAgIHB1c2hTY2FsYXIoYywgeCk7XG4gICAgICBmLm9wKGAke2UudHlwZX0uc3FydGApLm9wKGAke2UudHlwZX0uZGl2YCk7XG4gICAgICByZXR1cm47XG4gICAgfVxuICAgIHB1c2hTY2FsYXIoYywgeCk7XG4gICAgaWYgKG5hdGl2ZVtvcF0pIGYub3AoYCR7ZS50eXBlfS4ke25hdGl2ZVtvcF19YCBhcyBPcCk7XG4gICAgZWxzZSBpZiAoZS50eXBlID09PSAnZjY0JykgZi5jYWxsKGMuZm4ob3ApKTtcbiAgICBlbHNlIGlmIChpc1ZlY3RvckZ1bmN0aW9uKG9wKSkgZi5jYWxsKGMuZm4oYGYzMi4ke29wfWApKTtcbiAgICBlbHNlIGYub3AoJ2Y2NC5wcm9tb3RlX2YzMicpLmNhbGwoYy5mbihvcCkpLm9wKCdmMzIuZGVtb3RlX2Y2NCcpO1xuICAgIHJldHVybjtcbiAgfVxuICBpZiAob3AgPT09ICduZWcnKSB7XG4gICAgZi5pMzJDb25zdCgwKTtcbiAgICBwdXNoU2NhbGFyKGMsIHgpO1xuICAgIGYub3AoJ2kzMi5zdWInKTtcbiAgICByZXR1cm47XG4gIH1cbiAgcHVzaFNjYWxhcihjLCB4KTtcbiAgaWYgKG9wID09PSAnbm90JykgZi5vcCgnaTMyLmVxeicpO1xuICBlbHNlIGlmIChvcCA9PT0gJ2JpdE5vdCcpIGYuaTMyQ29uc3QoLTEpLm9wKCdpMzIueG9yJyk7XG4gIGVsc2UgaWYgKG9wID09PSAnYWJzJyAmJiBlLnR5cGUgPT09ICdpMzInKSB7XG4gICAgZi5pMzJDb25zdCgwKTtcbiAgICBwdXNoU2NhbGFyKGMsIHgpO1xuICAgIGYub3AoJ2kzMi5zdWInKTtcbiAgICBwdXNoU2NhbGFyKGMsIHgpO1xuICAgIGYuaTMyQ29uc3QoMCkub3AoJ2kzMi5nZV9zJykub3AoJ3NlbGVjdCcpO1xuICB9XG4gIC8vIHJvdW5kaW5nIGZ1bmN0aW9ucyBsZWF2ZSBpbnRlZ2VycyBhcyB0aGV5IGFyZVxufVxuXG5jb25zdCBpbmZpeDogUGFydGlhbDxSZWNvcmQ8QmluYXJ5T3AsIHN0cmluZz4+ID0ge1xuICBhZGQ6ICdhZGQnLFxuICBzdWI6ICdzdWInLFxuICBtdWw6ICdtdWwnLFxuICBhbmQ6ICdhbmQnLFxuICBvcjogJ29yJyxcbiAgeG9yOiAneG9yJyxcbiAgc2hsOiAnc2hsJyxcbiAgZXE6ICdlcScsXG4gIG5lOiAnbmUnLFxuICBsdDogJ2x0JyxcbiAgbGU6ICdsZScsXG4gIG1pbjogJ21pbicsXG4gIG1heDogJ21heCcsXG4gIGRpdjogJ2RpdicsXG59O1xuXG5mdW5jdGlvbiBlbWl0QmluYXJ5KGM6IENvbnRleHQsIGU6IEV4cHIpOiB2b2lkIHtcbiAgY29uc3QgeyBmIH0gPSBjO1xuICBjb25zdCBvcCA9IGUub3AgYXMgQmluYXJ5T3A7XG4gIGNvbnN0IFt4LCB5XSA9IGUuYXJncztcbiAgY29uc3QgYm90aCA9ICgpOiB2b2lkID0+IHtcbiAgICBwdXNoU2NhbGFyKGMsIHgpO1xuICAgIHB1c2hTY2FsYXIoYywgeSk7XG4gIH07XG4gIGNvbnN0IHQgPSB4LnR5cGU7XG4gIGlmICh0ID09PSAnZjMyJyB8fCB0ID09PSAnZjY0Jykge1xuICAgIGlmIChpbmZpeFtvcF0pIHtcbiAgICAgIGJvdGgoKTtcbiAgICAgIGYub3AoYCR7dH0uJHtpbmZpeFtvcF19YCBhcyBPcCk7XG4gICAgICByZXR1cm47XG4gICAgfVxuICAgIGZvciAoY29uc3QgdiBvZiBbeCwgeV0pIHtcbiAgICAgIHB1c2hTY2FsYXIoYywgdik7XG4gICAgICBpZiAodCA9PT0gJ2YzMicpIGYub3AoJ2Y2NC5wcm9tb3RlX2YzMicpO1xuICAgIH1cbiAgICBmLmNhbGwoYy5mbihvcCkpO1xuICAgIGlmICh0ID09PSAnZjMyJykgZi5vcCgnZjMyLmRlbW90ZV9mNjQnKTtcbiAgICByZXR1cm47XG4gIH1cbiAgY29uc3Qgc2lnbiA9IHQgPT09ICdpMzInID8gJ3MnIDogJ3UnO1xuICBpZiAob3AgPT09ICdkaXYnIHx8IG9wID09PSAncmVtJykge1xuICAgIGJvdGgoKTtcbiAgICBmLmNhbGwoYy5mbihgaTMyLiR7b3B9XyR7c2lnbn1gKSk7XG4gIH0gZWxzZSBpZiAob3AgPT09ICdtaW4nIHx8IG9wID09PSAnbWF4Jykge1xuICAgIGJvdGgoKTtcbiAgICBib3RoKCk7XG4gICAgZi5vcChgaTMyLiR7b3AgPT09ICdtaW4nID8gJ2x0JyA6ICdndCd9XyR7c2lnbn1gKS5vcCgnc2VsZWN0Jyk7XG4gIH0gZWxzZSBpZiAob3AgPT09ICdwb3cnIHx8IG9wID09PSAnYXRhbjInKSB7XG4gICAgZm9yIChjb25zdCB2IG9mIFt4LCB5XSkge1xuICAgICAgcHVzaFNjYWxhcihjLCB2KTtcbiAgICAgIGYub3AoYGY2NC5jb252ZXJ0X2kzMl8ke3NpZ259YCk7XG4gICAgfVxuICAgIGYuY2FsbChjLmZuKG9wKSkub3AoYGkzMi50cnVuY19zYXRfZjY0XyR7c2lnbn1gKTtcbiAgfSBlbHNlIHtcbiAgICBib3RoKCk7XG4gICAgaWYgKG9wID09PSAnc2hyJykgZi5vcChgaTMyLnNocl8ke3NpZ259YCk7XG4gICAgZWxzZSBpZiAob3AgPT09ICdsdCcgfHwgb3AgPT09ICdsZScpIGYub3AoYGkzMi4ke29wfV8ke3NpZ259YCk7XG4gICAgZWxzZSBpZiAodCA9PT0gJ2Jvb2wnICYmIG9wID09PSAnYWRkJykgZi5vcCgnaTMyLm9yJyk7XG4gICAgZWxzZSBmLm9wKGBpMzIuJHtpbmZpeFtvcF19YCBhcyBPcCk7XG4gIH1cbn1cblxuZnVuY3Rpb24gZW1pdENhc3QoYzogQ29udGV4dCwgZTogRXhwcik6IHZvaWQge1xuICBjb25zdCB7IGYgfSA9IGM7XG4gIGNvbnN0IFt4XSA9IGUuYXJncztcbiAgY29uc3QgZnJvbSA9IHgudHlwZTtcbiAgY29uc3QgdG8gPSBlLnR5cGU7XG4gIHB1c2hTY2FsYXIoYywgeCk7XG4gIGNvbnN0IGZsb2F0ID0gZnJvbSA9PT0gJ2YzMicgfHwgZnJvbSA9PT0gJ2Y2NCc7XG4gIGlmICh0byA9PT0gJ2Jvb2wnKSB7XG4gICAgaWYgKGZsb2F0KSB7XG4gICAgICBwdXNoQ29uc3RhbnQoYywgMCwgZnJvbSk7XG4gICAgICBmLm9wKGAke2Zyb219Lm5lYCk7XG4gICAgfSBlbHNlIGYuaTMyQ29uc3QoMCkub3AoJ2kzMi5uZScpO1xuICB9IGVsc2UgaWYgKHRvID09PSAnZjMyJyB8fCB0byA9PT0gJ2Y2NCcpIHtcbiAgICBpZiAoIWZsb2F0KSBmLm9wKGAke3RvfS5jb252ZXJ0X2kzMl8ke2Zyb20gPT09ICdpMzInID8gJ3MnIDogJ3UnfWApO1xuICAgIGVsc2UgZi5vcCh0byA9PT0gJ2Y2NCcgPyAnZjY0LnByb21vdGVfZjMyJyA6ICdmMzIuZGVtb3RlX2Y2NCcpO1xuICB9IGVsc2UgaWYgKGZsb2F0KSBmLm9wKGBpMzIudHJ1bmNfc2F0XyR7ZnJvbX1fJHt0byA9PT0gJ2kzMicgPyAncycgOiAndSd9YCk7XG59XG5cbi8qKiBQdXNoZXMgdGhlIGVsZW1lbnQgYXQgdGhlIGFkZHJlc3Mgb24gdGhlIHN0YWNrLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGxvYWRTY2FsYXIoYzogQ29udGV4dCwgYnVmZmVyOiBudW1iZXIpOiB2b2lkIHtcbiAgY29uc3QgZCA9IGMuYS5kdHlwZXNbYnVmZmVyXTtcbiAgaWYgKGQgPT09ICdmMTYnKSB7XG4gICAgYy5mLm1lbSgnaTMyLmxvYWQxNl91Jykub3AoJ2kzMng0LnNwbGF0Jyk7XG4gICAgcHVzaEhhbGYoYywgJ3dpZGVuJyk7XG4gICAgYy5mLmxhbmUoJ2YzMng0LmV4dHJhY3RfbGFuZScsIDApO1xuICB9IGVsc2UgYy5mLm1lbShkID09PSAnZjMyJyA/ICdmMzIubG9hZCcgOiBkID09PSAnZjY0JyA/ICdmNjQubG9hZCcgOiAnaTMyLmxvYWQnKTtcbn1cblxuZnVuY3Rpb24gZW1pdExvYWQoYzogQ29udGV4dCwgZTogRXhwcik6IHZvaWQge1xuICBjb25zdCBidWZmZXIgPSBlLmJ1ZmZlciBhcyBudW1iZXI7XG4gIGNvbnN0IHJlYWQgPSAoKTogdm9pZCA9PiB7XG4gICAgYy5mLmdldChmb3JtTG9jYWwoYywgYy5hLmZvcm1PZihlKSkpO1xuICAgIGxvYWRTY2FsYXIoYywgYnVmZmVyKTtcbiAgICBpZiAoZS50eXBlID09PSAnYm9vbCcpIGMuZi5pMzJDb25zdCgwKS5vcCgnaTMyLm5lJyk7XG4gIH07XG4gIGlmICghZS5ndWFyZCkge1xuICAgIHJlYWQoKTtcbiAgICByZXR1cm47XG4gIH1cbiAgcHVzaFNjYWxhcihjLCBlLmd1YXJkKTtcbiAgYy5mLmlmKHJlYWQsICgpID0+IHB1c2hTY2FsYXIoYywgZS5hcmdzWzFdKSwgd2FzbVR5cGUoZS50eXBlKSk7XG59XG5cbi8qKiBDb21wdXRlcyBhIG5vZGUgdGhhdCBpcyBlcXVhbCBpbiBhbGwgbGFuZXMgaW50byBpdHMgbG9jYWwuIEZvcm1zOiBzZWUgYGVtaXRGb3JtYC4gKi9cbmV4cG9ydCBmdW5jdGlvbiBlbWl0U2NhbGFyKGM6IENvbnRleHQsIG46IE5vZGUpOiB2b2lkIHtcbiAgY29uc3QgeyBmIH0gPSBjO1xuICBpZiAobi5raW5kID09PSAnZm9ybScgfHwgbi5raW5kID09PSAnY29uc3QnKSByZXR1cm47XG4gIGlmIChpc0F0b20obikpIHtcbiAgICBpZiAobi5raW5kID09PSAnZGF0YScgfHwgbi5raW5kID09PSAnYXhpcycpIHJldHVybjtcbiAgICBlbWl0RGl2aXNpb24oYywgbik7XG4gICAgZi5zZXQobG9jYWxGb3IoYywgYy5zY2FsYXJzLCBuLCAnaTMyJykpO1xuICAgIHJldHVybjtcbiAgfVxuICBpZiAobi5raW5kID09PSAnaW5kZXgnKSBmLmdldChmb3JtTG9jYWwoYywgYy5hLmZvcm1PZihuKSkpO1xuICBlbHNlIGlmIChuLmtpbmQgPT09ICdsb2FkJykgZW1pdExvYWQoYywgbik7XG4gIGVsc2UgaWYgKG4ua2luZCA9PT0gJ2FjYycpIGYuZ2V0KGMuZmluaXNoZWRbbi5idWZmZXIgYXMgbnVtYmVyXVswXSk7XG4gIGVsc2UgaWYgKG4ua2luZCA9PT0gJ3VuYXJ5JykgZW1pdFVuYXJ5KGMsIG4pO1xuICBlbHNlIGlmIChuLmtpbmQgPT09ICdiaW5hcnknKSBlbWl0QmluYXJ5KGMsIG4pO1xuICBlbHNlIGlmIChuLmtpbmQgPT09ICdjYXN0JykgZW1pdENhc3QoYywgbik7XG4gIGVsc2UgaWYgKG4ua2luZCA9PT0gJ3NlbGVjdCcpIHtcbiAgICBwdXNoU2NhbGFyKGMsIG4uYXJnc1sxXSk7XG4gICAgcHVzaFNjYWxhcihjLCBuLmFyZ3NbMl0pO1xuICAgIHB1c2hTY2FsYXIoYywgbi5hcmdzWzBdKTtcbiAgICBmLm9wKCdzZWxlY3QnKTtcbiAgfSBlbHNlIHtcbiAgICBwdXNoU2NhbGFyKGMsIG4uYXJnc1swXSk7XG4gICAgY29uc3QgZnJvbSA9IHdhc21UeXBlKG4uYXJnc1swXS50eXBlKTtcbiAgICBjb25zdCB0byA9IHdhc21UeXBlKG4udHlwZSk7XG4gICAgaWYgKGZyb20gIT09IHRvKSBmLm9wKHRvID09PSAnZjMyJyA/ICdmMzIucmVpbnRlcnByZXRfaTMyJyA6ICdpMzIucmVpbnRlcnByZXRfZjMyJyk7XG4gIH1cbiAgZi5zZXQobG9jYWxGb3IoYywgYy5zY2FsYXJzLCBuLCB3YXNtVHlwZShuLnR5cGUpKSk7XG59XG4iLCAiLy8gVGhlIG9yZGVyIG9mIHRoZSBsb29wcyBhbmQgdGhlIGF4aXMgdGhhdCBydW5zIGFsb25nIHRoZSBsYW5lcyBvZiBhIHZlY3Rvci4gRm91ciBzaGFwZXMgb2YgY29kZTpcbi8vICAgc2NhbGFyICBubyB2ZWN0b3JzIChmbG9hdDY0LCB0aW55IG9yIGhvcGVsZXNzIGtlcm5lbHMpXG4vLyAgIG1hcCAgICAgbm8gcmVkdWN0aW9uOyB0aGUgdmVjdG9yIGF4aXMgaXMgdGhlIGlubmVybW9zdCBsb29wXG4vLyAgIGlubmVyICAgdGhlIHZlY3RvciBheGlzIGlzIGEgcmVkdWN0aW9uIGF4aXMsIGlubmVybW9zdDsgbGFuZXMgYXJlIGNvbWJpbmVkIGF0IHRoZSBlbmRcbi8vICAgYmxvY2sgICB0aGUgdmVjdG9yIGF4aXMgaXMgYW4gb3V0cHV0IGF4aXM7IGEgYmxvY2sgb2YgdmVjdG9ycyBpcyBrZXB0IGluIHJlZ2lzdGVycyB3aGlsZSB0aGVcbi8vICAgICAgICAgICByZWR1Y3Rpb24gbG9vcHMgcnVuIGluc2lkZVxuLy8gRXZlcnkgY2FuZGlkYXRlIGlzIHByaWNlZCBieSBhIHNpbXBsZSBtb2RlbCAoaW5zdHJ1Y3Rpb25zIHBlciB0cmlwLCB0aW1lcyB0cmlwcyBhZnRlciBob2lzdGluZykuXG5pbXBvcnQgdHlwZSB7IEF0b20gfSBmcm9tICcuLi8uLi8uLi90ZW5zb3IvaW5kZXgtZXhwci50cyc7XG5pbXBvcnQgdHlwZSB7IEJpbmFyeU9wLCBFeHByLCBVbmFyeU9wIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2lyLnRzJztcbmltcG9ydCB7IHR5cGUgQW5hbHlzaXMsIHR5cGUgRm9ybSwgaXNBdG9tLCB0eXBlIExvb3AsIHR5cGUgTm9kZSB9IGZyb20gJy4vYW5hbHlzaXMudHMnO1xuXG4vKiogSG93IGEga2VybmVsJ3MgbG9vcHMgYXJlIGFycmFuZ2VkLiAqL1xuZXhwb3J0IGludGVyZmFjZSBTY2hlZHVsZSB7XG4gIHJlYWRvbmx5IG1vZGU6ICdzY2FsYXInIHwgJ21hcCcgfCAnaW5uZXInIHwgJ2Jsb2NrJztcbiAgcmVhZG9ubHkgdmVjdG9yPzogTG9vcDtcbiAgLyoqIExvb3BzLCBvdXRlcm1vc3QgZmlyc3Q7IHRoZSBmaXJzdCBgb3V0cHV0TG9vcHNgIGFyZSBvdXRwdXQgbG9vcHMuICovXG4gIHJlYWRvbmx5IG9yZGVyOiByZWFkb25seSBMb29wW107XG4gIHJlYWRvbmx5IG91dHB1dExvb3BzOiBudW1iZXI7XG4gIC8qKiBWZWN0b3JzIHBlciBpdGVyYXRpb24gb2YgdGhlIHZlY3RvciBsb29wLiAqL1xuICByZWFkb25seSBjb3BpZXM6IG51bWJlcjtcbiAgLyoqIERlcHRoIGF0IHdoaWNoIGEgbm9kZSBpcyBjb21wdXRlZDogMCBvdXRzaWRlIGFsbCBsb29wcywgayBpbnNpZGUgb3JkZXJbayAtIDFdLiAqL1xuICBsZXZlbE9mKG1hc2s6IG51bWJlcik6IG51bWJlcjtcbiAgLyoqIGYzMiBzdW1zIG1vdmUgaW50byBmNjQgYWZ0ZXIgZWFjaCBgY2h1bmtgIGl0ZXJhdGlvbnMgb2Ygb3JkZXJbbG9vcF0uICovXG4gIHJlYWRvbmx5IGZsdXNoPzogeyByZWFkb25seSBsb29wOiBudW1iZXI7IHJlYWRvbmx5IGNodW5rOiBudW1iZXIgfTtcbn1cblxuLyoqIFRlcm1zIHRoYXQgYSBmbG9hdDMyIGxhbmUgc3VtcyB1cCBiZWZvcmUgaXRzIHZhbHVlIG1vdmVzIGludG8gZmxvYXQ2NC4gKi9cbmNvbnN0IExBTkVfVEVSTVMgPSAyNTY7XG5cbmNvbnN0IExBTkVXSVNFID0gbmV3IFNldDxVbmFyeU9wIHwgQmluYXJ5T3A+KFtcbiAgJ3RhbicsXG4gICdhc2luJyxcbiAgJ2Fjb3MnLFxuICAnYXRhbicsXG4gICdzaW5oJyxcbiAgJ2Nvc2gnLFxuICAnYXRhbjInLFxuXSk7XG5jb25zdCBNQVRIOiBQYXJ0aWFsPFJlY29yZDxVbmFyeU9wIHwgQmluYXJ5T3AsIG51bWJlcj4+ID0ge1xuICBleHA6IDE2LFxuICBleHBtMTogMjAsXG4gIGxvZzogMjQsXG4gIGxvZzFwOiAzMCxcbiAgdGFuaDogMzAsXG4gIGVyZjogNTAsXG4gIHNpbjogMzAsXG4gIGNvczogMzAsXG4gIHBvdzogODAsXG4gIGRpdjogNCxcbiAgc3FydDogNCxcbiAgcnNxcnQ6IDgsXG59O1xuXG4vKiogVHJ1ZSBmb3Igb3BlcmF0aW9ucyB0aGF0IGhhdmUgbm8gdmVjdG9yIGZvcm0gYW5kIGFyZSBjb21wdXRlZCBsYW5lIGJ5IGxhbmUuICovXG5leHBvcnQgZnVuY3Rpb24gaXNMYW5ld2lzZShlOiBFeHByKTogYm9vbGVhbiB7XG4gIGlmIChlLm9wID09PSB1bmRlZmluZWQpIHJldHVybiBmYWxzZTtcbiAgaWYgKExBTkVXSVNFLmhhcyhlLm9wKSkgcmV0dXJuIHRydWU7XG4gIGNvbnN0IGZsb2F0ID0gZS5hcmdzWzBdLnR5cGUgPT09ICdmMzInIHx8IGUuYXJnc1swXS50eXBlID09PSAnZjY0JztcbiAgcmV0dXJuIGUub3AgPT09ICdyZW0nIHx8IChlLm9wID09PSAnZGl2JyAmJiAhZmxvYXQpO1xufVxuXG4vLyBJbnN0cnVjdGlvbnMgb2YgYSBub2RlOiBzY2FsYXIgZm9ybSwgYW5kIHZlY3RvciBmb3JtIGZvciBmb3VyIGxhbmVzLlxuZnVuY3Rpb24gcHJpY2UobjogTm9kZSwgYTogQW5hbHlzaXMsIGxhbmVzOiBMb29wIHwgdW5kZWZpbmVkKTogbnVtYmVyIHtcbiAgaWYgKG4ua2luZCA9PT0gJ2Zvcm0nIHx8IG4ua2luZCA9PT0gJ2NvbnN0JyB8fCBuLmtpbmQgPT09ICdhY2MnKSByZXR1cm4gMC41O1xuICBjb25zdCB2ZWN0b3IgPSBsYW5lcyAhPT0gdW5kZWZpbmVkICYmICgoYS5tYXNrcy5nZXQobikgYXMgbnVtYmVyKSAmIGxhbmVzLmJpdCkgIT09IDA7XG4gIGlmIChpc0F0b20obikpIHJldHVybiB2ZWN0b3IgPyA2IDogMjtcbiAgaWYgKG4ua2luZCA9PT0gJ2xvYWQnKSB7XG4gICAgY29uc3QgZiA9IGEuZm9ybU9mKG4pO1xuICAgIGNvbnN0IGYxNiA9IGEuZHR5cGVzW24uYnVmZmVyIGFzIG51bWJlcl0gPT09ICdmMTYnID8gNiA6IDA7XG4gICAgaWYgKCF2ZWN0b3IpIHJldHVybiAxICsgZjE2ICsgKG4uZ3VhcmQgPyAyIDogMCk7XG4gICAgY29uc3QgZ3VhcmQgPSBuLmd1YXJkICYmIChhLm1hc2tzLmdldChuLmd1YXJkKSBhcyBudW1iZXIpICYgbGFuZXMuYml0ID8gNCA6IG4uZ3VhcmQgPyAyIDogMDtcbiAgICBjb25zdCBzdHJpZGUgPSBsYW5lU3RyaWRlKGYsIGEsIGxhbmVzKTtcbiAgICByZXR1cm4gZ3VhcmQgKyBmMTYgKyAoc3RyaWRlID09PSAxIHx8IHN0cmlkZSA9PT0gMCA/IDEgOiBzdHJpZGUgPT09IHVuZGVmaW5lZCA/IDkgOiA1KTtcbiAgfVxuICBpZiAobi5vcCAhPT0gdW5kZWZpbmVkICYmIGlzTGFuZXdpc2UobikpIHJldHVybiB2ZWN0b3IgPyA5MCA6IDIwO1xuICBjb25zdCBjb3N0ID0gKG4ub3AgJiYgTUFUSFtuLm9wXSkgPz8gMTtcbiAgcmV0dXJuICF2ZWN0b3IgJiYgY29zdCA+IDEwID8gY29zdCAqIDEuNSA6IGNvc3Q7XG59XG5cbi8qKiBFbGVtZW50cyBiZXR3ZWVuIG5laWdoYm91cmluZyBsYW5lczsgdW5kZWZpbmVkIGlmIHRoYXQgaXMgbm90IGEgY29uc3RhbnQuICovXG5leHBvcnQgZnVuY3Rpb24gbGFuZVN0cmlkZShmb3JtOiBGb3JtLCBhOiBBbmFseXNpcywgbGFuZXM6IExvb3ApOiBudW1iZXIgfCB1bmRlZmluZWQge1xuICBsZXQgc3RyaWRlID0gMDtcbiAgZm9yIChjb25zdCB7IGNvZWZmaWNpZW50LCBhdG9tIH0gb2YgZm9ybS5pbmRleC50ZXJtcykge1xuICAgIGlmIChhdG9tLmtpbmQgPT09ICdheGlzJykge1xuICAgICAgaWYgKGF0b20uYXhpcyA9PT0gbGFuZXMubmFtZSkgc3RyaWRlICs9IGNvZWZmaWNpZW50O1xuICAgIH0gZWxzZSBpZiAoKGEubWFza3MuZ2V0KGF0b20gYXMgQXRvbSkgYXMgbnVtYmVyKSAmIGxhbmVzLmJpdCkgcmV0dXJuIHVuZGVmaW5lZDtcbiAgfVxuICByZXR1cm4gc3RyaWRlO1xufVxuXG5mdW5jdGlvbiBhcnJhbmdlKGE6IEFuYWx5c2lzLCB2ZWN0b3I6IExvb3AgfCB1bmRlZmluZWQpOiBPbWl0PFNjaGVkdWxlLCAnY29waWVzJyB8ICdmbHVzaCc+IHtcbiAgY29uc3QgcmVzdCA9IGEubG9vcHMuZmlsdGVyKChsKSA9PiBsICE9PSB2ZWN0b3IpO1xuICBjb25zdCBvdXRlciA9IHJlc3QuZmlsdGVyKChsKSA9PiBsLm91dHB1dCk7XG4gIGNvbnN0IGlubmVyID0gcmVzdC5maWx0ZXIoKGwpID0+ICFsLm91dHB1dCk7XG4gIGlmICh2ZWN0b3IpICh2ZWN0b3Iub3V0cHV0ID8gb3V0ZXIgOiBpbm5lcikucHVzaCh2ZWN0b3IpO1xuICBjb25zdCBvcmRlciA9IFsuLi5vdXRlciwgLi4uaW5uZXJdO1xuICBjb25zdCBtb2RlID0gIXZlY3RvclxuICAgID8gJ3NjYWxhcidcbiAgICA6ICF2ZWN0b3Iub3V0cHV0XG4gICAgICA/ICdpbm5lcidcbiAgICAgIDogYS5yZWR1Y3Rpb25zLmxlbmd0aCA+IDBcbiAgICAgICAgPyAnYmxvY2snXG4gICAgICAgIDogJ21hcCc7XG4gIGNvbnN0IGxldmVsT2YgPSAobWFzazogbnVtYmVyKTogbnVtYmVyID0+IHtcbiAgICBmb3IgKGxldCBpID0gb3JkZXIubGVuZ3RoOyBpID4gMDsgaS0tKSBpZiAobWFzayAmIG9yZGVyW2kgLSAxXS5iaXQpIHJldHVybiBpO1xuICAgIHJldHVybiAwO1xuICB9O1xuICByZXR1cm4geyBtb2RlLCB2ZWN0b3IsIG9yZGVyLCBvdXRwdXRMb29wczogb3V0ZXIubGVuZ3RoLCBsZXZlbE9mIH07XG59XG5cbmZ1bmN0aW9uIGNvc3QoYTogQW5hbHlzaXMsIHZlY3RvcjogTG9vcCB8IHVuZGVmaW5lZCk6IG51bWJlciB7XG4gIGNvbnN0IHMgPSBhcnJhbmdlKGEsIHZlY3Rvcik7XG4gIGNvbnN0IHRyaXBzID0gWzFdO1xuICBmb3IgKGNvbnN0IGwgb2Ygcy5vcmRlcikge1xuICAgIGNvbnN0IG4gPSBsID09PSB2ZWN0b3IgPyBNYXRoLmNlaWwobC5zaXplIC8gNCkgOiBsLnNpemU7XG4gICAgdHJpcHMucHVzaCh0cmlwc1t0cmlwcy5sZW5ndGggLSAxXSAqIG4pO1xuICB9XG4gIGxldCB0b3RhbCA9IDA7XG4gIGZvciAoY29uc3QgdCBvZiB0cmlwcykgdG90YWwgKz0gMiAqIHQ7XG4gIGZvciAoY29uc3QgbiBvZiBhLm5vZGVzKVxuICAgIHRvdGFsICs9IHRyaXBzW3MubGV2ZWxPZihhLm1hc2tzLmdldChuKSBhcyBudW1iZXIpXSAqIHByaWNlKG4sIGEsIHZlY3Rvcik7XG4gIGNvbnN0IHBvaW50cyA9IHRyaXBzW3Mub3V0cHV0TG9vcHNdO1xuICBmb3IgKGNvbnN0IGYgb2YgYS5zdG9yZXMpIHtcbiAgICB0b3RhbCArPSBwb2ludHMgKiAodmVjdG9yPy5vdXRwdXQgJiYgbGFuZVN0cmlkZShmLCBhLCB2ZWN0b3IpICE9PSAxID8gOCA6IDEpO1xuICB9XG4gIGlmIChzLm1vZGUgPT09ICdpbm5lcicpIHRvdGFsICs9IHBvaW50cyAqIDEyICogYS5yZWR1Y3Rpb25zLmxlbmd0aDtcbiAgdG90YWwgKz0gdHJpcHNbcy5vcmRlci5sZW5ndGhdICogYS5yZWR1Y3Rpb25zLmxlbmd0aCAqIChzLm1vZGUgPT09ICdzY2FsYXInID8gMyA6IDEpO1xuICByZXR1cm4gdG90YWw7XG59XG5cbi8vIFVucm9sbGluZyBieSBgbW9zdGAgd2hlcmUgaXQgZGl2aWRlcyB3ZWxsOyBmZXdlciBjb3BpZXMgb2YgaGVhdnkgYm9kaWVzLlxuZnVuY3Rpb24gY29waWVzT2YoYTogQW5hbHlzaXMsIHM6IHsgbW9kZTogc3RyaW5nOyB2ZWN0b3I/OiBMb29wIH0pOiBudW1iZXIge1xuICBjb25zdCB7IHZlY3RvciB9ID0gcztcbiAgaWYgKCF2ZWN0b3IpIHJldHVybiAxO1xuICBjb25zdCB2ZWN0b3JzID0gTWF0aC5mbG9vcih2ZWN0b3Iuc2l6ZSAvIDQpO1xuICBsZXQgd2VpZ2h0ID0gMDtcbiAgZm9yIChjb25zdCBuIG9mIGEubm9kZXMpIHtcbiAgICBpZiAoKGEubWFza3MuZ2V0KG4pIGFzIG51bWJlcikgJiB2ZWN0b3IuYml0KSB3ZWlnaHQgKz0gcHJpY2UobiwgYSwgdmVjdG9yKTtcbiAgfVxuICBsZXQgbW9zdCA9IHdlaWdodCA8PSA2MCA/IDQgOiB3ZWlnaHQgPD0gMTIwID8gMiA6IDE7XG4gIGlmIChzLm1vZGUgPT09ICdibG9jaycpIHtcbiAgICBtb3N0ID0gTWF0aC5tYXgoMSwgTWF0aC5mbG9vcigod2VpZ2h0IDw9IDggPyA4IDogbW9zdCkgLyBhLnJlZHVjdGlvbnMubGVuZ3RoKSk7XG4gIH1cbiAgaWYgKGEucmVkdWN0aW9ucy5zb21lKChyKSA9PiByLnBvc2l0aW9uKSkgbW9zdCA9IDE7XG4gIGlmICh2ZWN0b3JzIDw9IG1vc3QpIHJldHVybiBNYXRoLm1heCgxLCB2ZWN0b3JzKTtcbiAgZm9yIChsZXQgdSA9IG1vc3Q7IHUgPiBtb3N0IC8gMjsgdS0tKSBpZiAodmVjdG9ycyAlIHUgPT09IDApIHJldHVybiB1O1xuICByZXR1cm4gbW9zdDtcbn1cblxuZnVuY3Rpb24gZmx1c2hPZihcbiAgYTogQW5hbHlzaXMsXG4gIHM6IHsgbW9kZTogc3RyaW5nOyB2ZWN0b3I/OiBMb29wOyBvcmRlcjogcmVhZG9ubHkgTG9vcFtdOyBvdXRwdXRMb29wczogbnVtYmVyIH0sXG4gIGNvcGllczogbnVtYmVyLFxuKTogU2NoZWR1bGVbJ2ZsdXNoJ10ge1xuICBjb25zdCBzdW1zID0gYS5yZWR1Y3Rpb25zLnNvbWUoKHIpID0+IHIub3AgPT09ICdzdW0nICYmIHIuYm9keS50eXBlID09PSAnZjMyJyk7XG4gIGlmICghc3VtcyB8fCBzLm1vZGUgPT09ICdzY2FsYXInKSByZXR1cm4gdW5kZWZpbmVkO1xuICBsZXQgdGVybXMgPSAxO1xuICBmb3IgKGxldCBpID0gcy5vcmRlci5sZW5ndGggLSAxOyBpID49IHMub3V0cHV0TG9vcHM7IGktLSkge1xuICAgIGNvbnN0IGwgPSBzLm9yZGVyW2ldO1xuICAgIGNvbnN0IGxhbmUgPSBsID09PSBzLnZlY3RvciA/IDQgKiBjb3BpZXMgOiAxO1xuICAgIGNvbnN0IG4gPSBNYXRoLmNlaWwobC5zaXplIC8gbGFuZSk7XG4gICAgaWYgKHRlcm1zICogbiA+IExBTkVfVEVSTVMpIHtcbiAgICAgIHJldHVybiB7IGxvb3A6IGksIGNodW5rOiBNYXRoLm1heCgxLCBNYXRoLmZsb29yKExBTkVfVEVSTVMgLyB0ZXJtcykpICogbGFuZSB9O1xuICAgIH1cbiAgICB0ZXJtcyAqPSBuO1xuICB9XG4gIHJldHVybiB1bmRlZmluZWQ7XG59XG5cbi8qKiBDaG9vc2VzIGxvb3Agb3JkZXIsIHZlY3RvciBheGlzIGFuZCB1bnJvbGxpbmcgZm9yIGEga2VybmVsLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHNjaGVkdWxlKGE6IEFuYWx5c2lzKTogU2NoZWR1bGUge1xuICBjb25zdCB3aWRlID0gYS5kdHlwZXMuaW5jbHVkZXMoJ2Y2NCcpIHx8IGEubm9kZXMuc29tZSgobikgPT4gJ3R5cGUnIGluIG4gJiYgbi50eXBlID09PSAnZjY0Jyk7XG4gIGNvbnN0IGxhc3RSZWR1Y2UgPSBhLmxvb3BzLmZpbHRlcigobCkgPT4gIWwub3V0cHV0KS5hdCgtMSk7XG4gIGNvbnN0IGFyZyA9IGEucmVkdWN0aW9ucy5zb21lKChyKSA9PiByLnBvc2l0aW9uKTtcbiAgbGV0IGJlc3Q6IExvb3AgfCB1bmRlZmluZWQ7XG4gIGlmICghd2lkZSkge1xuICAgIGxldCBsZWFzdCA9IGNvc3QoYSwgdW5kZWZpbmVkKTtcbiAgICBmb3IgKGNvbnN0IGwgb2YgWy4uLmEubG9vcHNdLnJldmVyc2UoKSkge1xuICAgICAgaWYgKGwuc2l6ZSA8IDMgfHwgKGFyZyAmJiAhbC5vdXRwdXQgJiYgbCAhPT0gbGFzdFJlZHVjZSkpIGNvbnRpbnVlO1xuICAgICAgY29uc3QgYyA9IGNvc3QoYSwgbCk7XG4gICAgICBpZiAoYyA8IGxlYXN0KSB7XG4gICAgICAgIGxlYXN0ID0gYztcbiAgICAgICAgYmVzdCA9IGw7XG4gICAgICB9XG4gICAgfVxuICB9XG4gIGNvbnN0IHMgPSBhcnJhbmdlKGEsIGJlc3QpO1xuICBjb25zdCBjb3BpZXMgPSBjb3BpZXNPZihhLCBzKTtcbiAgcmV0dXJuIHsgLi4ucywgY29waWVzLCBmbHVzaDogZmx1c2hPZihhLCBzLCBjb3BpZXMpIH07XG59XG4iLCAiLy8gTG9hZHMgYW5kIHN0b3JlcyBvZiB1cCB0byBmb3VyIGxhbmVzOiBjb250aWd1b3VzLCB0aGUgc2FtZSBmb3IgYWxsIGxhbmVzLCByZXZlcnNlZCwgc3RyaWRlZCwgb3IgYXRcbi8vIGNvbXB1dGVkIGFkZHJlc3NlczsgZ3VhcmRlZCB3aGVyZSBhc2tlZC4gYGFjdGl2ZWAgPCA0IGlzIHRoZSBlbmQgb2YgYSByb3c6IHRoZSBvdGhlciBsYW5lcyBhcmUgbm90XG4vLyB0b3VjaGVkIGluIG1lbW9yeS5cbmltcG9ydCB0eXBlIHsgRXhwciB9IGZyb20gJy4uLy4uLy4uL3RlbnNvci9pci50cyc7XG5pbXBvcnQgdHlwZSB7IExvY2FsIH0gZnJvbSAnLi4vd2FzbS9hc3NlbWJsZXIudHMnO1xuaW1wb3J0IHR5cGUgeyBGb3JtIH0gZnJvbSAnLi9hbmFseXNpcy50cyc7XG5pbXBvcnQgeyB0eXBlIENvbnRleHQsIGxvY2FsRm9yLCB2YXJpZXMsIHZlY3RvckxvY2FsIH0gZnJvbSAnLi9jb250ZXh0LnRzJztcbmltcG9ydCB7IHB1c2hIYWxmIH0gZnJvbSAnLi9oYWxmLnRzJztcbmltcG9ydCB7IGZvcm1Mb2NhbCwgbG9hZFNjYWxhciwgcHVzaFNjYWxhciB9IGZyb20gJy4vc2NhbGFyLnRzJztcbmltcG9ydCB7IGxhbmVTdHJpZGUgfSBmcm9tICcuL3NjaGVkdWxlLnRzJztcblxuY29uc3QgTEFORVMgPSBbMCwgMSwgMiwgM10gYXMgY29uc3Q7XG5cbi8qKiBQdXNoZXMgYW4gZXhwcmVzc2lvbiBhcyBmb3VyIGxhbmVzIChib29sOiBtYXNrcyk7IHNwbGF0cyBsaXZlIGluIGxvY2Fscy4gKi9cbmV4cG9ydCBmdW5jdGlvbiBwdXNoVmVjdG9yKGM6IENvbnRleHQsIGU6IEV4cHIsIHU6IG51bWJlcik6IHZvaWQge1xuICBpZiAodmFyaWVzKGMsIGUpKSBjLmYuZ2V0KChjLnZlY3RvcnMuZ2V0KGUpIGFzIExvY2FsW10pW3VdKTtcbiAgZWxzZSBjLmYuZ2V0KGMuc3BsYXRzLmdldChlKSBhcyBMb2NhbCk7XG59XG5cbi8qKiBQdXNoZXMgbGFuZSBgbGFuZWAgb2YgYW4gZXhwcmVzc2lvbiBhcyBhIHNjYWxhciAoYm9vbDogMCBvciBub3QgMCkuICovXG5leHBvcnQgZnVuY3Rpb24gcHVzaExhbmUoYzogQ29udGV4dCwgZTogRXhwciwgdTogbnVtYmVyLCBsYW5lOiBudW1iZXIpOiB2b2lkIHtcbiAgaWYgKCF2YXJpZXMoYywgZSkpIHtcbiAgICBwdXNoU2NhbGFyKGMsIGUpO1xuICAgIHJldHVybjtcbiAgfVxuICBwdXNoVmVjdG9yKGMsIGUsIHUpO1xuICBjLmYubGFuZShlLnR5cGUgPT09ICdmMzInID8gJ2YzMng0LmV4dHJhY3RfbGFuZScgOiAnaTMyeDQuZXh0cmFjdF9sYW5lJywgbGFuZSk7XG59XG5cbi8qKiBFbGVtZW50cyBiZXR3ZWVuIGxhbmVzIG9mIGEgZm9ybTsgdW5kZWZpbmVkOiBlYWNoIGxhbmUgaGFzIGl0cyBvd24gYWRkcmVzcy4gKi9cbmV4cG9ydCBjb25zdCBzdHJpZGVPZiA9IChjOiBDb250ZXh0LCBmb3JtOiBGb3JtKTogbnVtYmVyIHwgdW5kZWZpbmVkID0+XG4gIGMucy52ZWN0b3IgPyBsYW5lU3RyaWRlKGZvcm0sIGMuYSwgYy5zLnZlY3RvcikgOiAwO1xuXG5jb25zdCBieXRlc09mID0gKGM6IENvbnRleHQsIGJ1ZmZlcjogbnVtYmVyKTogMiB8IDQgPT4gKGMuYS5kdHlwZXNbYnVmZmVyXSA9PT0gJ2YxNicgPyAyIDogNCk7XG5cbi8vIGZvdXIgKG9yIGBhY3RpdmVgKSBuZWlnaGJvdXJpbmcgZWxlbWVudHMgYXQgdGhlIGFkZHJlc3MgaW4gYGF0YFxuZnVuY3Rpb24gbG9hZFJvdyhjOiBDb250ZXh0LCBidWZmZXI6IG51bWJlciwgYXQ6IExvY2FsLCBvZmZzZXQ6IG51bWJlciwgYWN0aXZlOiBudW1iZXIpOiB2b2lkIHtcbiAgY29uc3QgeyBmIH0gPSBjO1xuICBpZiAoYnl0ZXNPZihjLCBidWZmZXIpID09PSAyKSB7XG4gICAgaWYgKGFjdGl2ZSA9PT0gNCkgZi5nZXQoYXQpLm1lbSgndjEyOC5sb2FkNjRfemVybycsIG9mZnNldCk7XG4gICAgZWxzZSB7XG4gICAgICBmLmdldChhdCk7XG4gICAgICBpZiAoYWN0aXZlID4gMSkgZi5tZW0oJ3YxMjgubG9hZDMyX3plcm8nLCBvZmZzZXQpO1xuICAgICAgZWxzZSBmLm1lbSgnaTMyLmxvYWQxNl91Jywgb2Zmc2V0KS5vcCgnaTMyeDQuc3BsYXQnKTtcbiAgICAgIGlmIChhY3RpdmUgPT09IDMpIHtcbiAgICAgICAgY29uc3QgdiA9IGYubG9jYWwoJ3YxMjgnKTtcbiAgICAgICAgZi5zZXQodilcbiAgICAgICAgICAuZ2V0KGF0KVxuICAgICAgICAgIC5nZXQodilcbiAgICAgICAgICAubWVtKCd2MTI4LmxvYWQxNl9sYW5lJywgb2Zmc2V0ICsgNCwgMik7XG4gICAgICAgIGYuZnJlZSh2KTtcbiAgICAgIH1cbiAgICB9XG4gICAgZi5vcCgnaTMyeDQuZXh0ZW5kX2xvd19pMTZ4OF91Jyk7XG4gICAgcHVzaEhhbGYoYywgJ3dpZGVuJyk7XG4gICAgcmV0dXJuO1xuICB9XG4gIGYuZ2V0KGF0KTtcbiAgaWYgKGFjdGl2ZSA9PT0gNCkgZi5tZW0oJ3YxMjgubG9hZCcsIG9mZnNldCk7XG4gIGVsc2UgaWYgKGFjdGl2ZSA9PT0gMSkgZi5tZW0oJ3YxMjgubG9hZDMyX3plcm8nLCBvZmZzZXQpO1xuICBlbHNlIGYubWVtKCd2MTI4LmxvYWQ2NF96ZXJvJywgb2Zmc2V0KTtcbiAgaWYgKGFjdGl2ZSA9PT0gMykge1xuICAgIGNvbnN0IHYgPSBmLmxvY2FsKCd2MTI4Jyk7XG4gICAgZi5zZXQodilcbiAgICAgIC5nZXQoYXQpXG4gICAgICAuZ2V0KHYpXG4gICAgICAubWVtKCd2MTI4LmxvYWQzMl9sYW5lJywgb2Zmc2V0ICsgOCwgMik7XG4gICAgZi5mcmVlKHYpO1xuICB9XG59XG5cbi8vIHB1dHMgdGhlIGVsZW1lbnQgYXQgdGhlIGFkZHJlc3Mgb24gdGhlIHN0YWNrIGludG8gbGFuZSBgbGFuZWAgb2YgYHRvYFxuZnVuY3Rpb24gbG9hZExhbmUoYzogQ29udGV4dCwgYnVmZmVyOiBudW1iZXIsIHRvOiBMb2NhbCwgbGFuZTogbnVtYmVyLCBvZmZzZXQ6IG51bWJlcik6IHZvaWQge1xuICBjb25zdCB7IGYgfSA9IGM7XG4gIGlmIChieXRlc09mKGMsIGJ1ZmZlcikgPT09IDIpIHtcbiAgICBmLm1lbSgnaTMyLmxvYWQxNl91Jywgb2Zmc2V0KS5vcCgnaTMyeDQuc3BsYXQnKTtcbiAgICBwdXNoSGFsZihjLCAnd2lkZW4nKTtcbiAgICBjb25zdCB2ID0gZi5sb2NhbCgndjEyOCcpO1xuICAgIGNvbnN0IHBpY2sgPSBMQU5FUy5tYXAoKGwpID0+IChsID09PSBsYW5lID8gNCArIGwgOiBsKSk7XG4gICAgZi5zZXQodikuZ2V0KHRvKS5nZXQodikuc2h1ZmZsZTMyKHBpY2spLnNldCh0byk7XG4gICAgZi5mcmVlKHYpO1xuICB9IGVsc2Uge1xuICAgIGNvbnN0IGFkZHJlc3MgPSBmLmxvY2FsKCdpMzInKTtcbiAgICBmLnNldChhZGRyZXNzKS5nZXQoYWRkcmVzcykuZ2V0KHRvKS5tZW0oJ3YxMjgubG9hZDMyX2xhbmUnLCBvZmZzZXQsIGxhbmUpLnNldCh0byk7XG4gICAgZi5mcmVlKGFkZHJlc3MpO1xuICB9XG59XG5cbi8vIGFkZHJlc3Mgb2YgbGFuZSBgbGFuZWAgb2YgY29weSB1LCB3aXRob3V0IGNvbnN0YW50IG9mZnNldHMgKHRoZXkgY291bGQgd3JhcCB3aGVyZSBndWFyZGVkKVxuZnVuY3Rpb24gcHVzaExhbmVBZGRyZXNzKGM6IENvbnRleHQsIGZvcm06IEZvcm0sIHU6IG51bWJlciwgbGFuZTogbnVtYmVyKTogdm9pZCB7XG4gIGNvbnN0IHsgZiB9ID0gYztcbiAgY29uc3Qgc3RyaWRlID0gc3RyaWRlT2YoYywgZm9ybSk7XG4gIGlmIChzdHJpZGUgPT09IHVuZGVmaW5lZCkge1xuICAgIGYuZ2V0KChjLnZlY3RvcnMuZ2V0KGZvcm0pIGFzIExvY2FsW10pW3VdKS5sYW5lKCdpMzJ4NC5leHRyYWN0X2xhbmUnLCBsYW5lKTtcbiAgICByZXR1cm47XG4gIH1cbiAgZi5nZXQoc3RyaWRlID09PSAwID8gZm9ybUxvY2FsKGMsIGZvcm0pIDogKGMuZmlyc3RzLmdldChmb3JtKSBhcyBMb2NhbCkpO1xuICBjb25zdCBvZmZzZXQgPSAoNCAqIHUgKyBsYW5lKSAqIHN0cmlkZSAqIGZvcm0uYnl0ZXM7XG4gIGlmIChvZmZzZXQpIGYuaTMyQ29uc3Qob2Zmc2V0KS5vcCgnaTMyLmFkZCcpO1xufVxuXG4vLyB0aGUgbG9hZCB3aXRob3V0IGl0cyBndWFyZFxuZnVuY3Rpb24gZW1pdFBsYWluKGM6IENvbnRleHQsIGU6IEV4cHIsIHU6IG51bWJlciwgYWN0aXZlOiBudW1iZXIpOiB2b2lkIHtcbiAgY29uc3QgeyBmIH0gPSBjO1xuICBjb25zdCBmb3JtID0gYy5hLmZvcm1PZihlKTtcbiAgY29uc3QgYnVmZmVyID0gZS5idWZmZXIgYXMgbnVtYmVyO1xuICBjb25zdCBzdHJpZGUgPSBzdHJpZGVPZihjLCBmb3JtKTtcbiAgaWYgKHN0cmlkZSA9PT0gMCkge1xuICAgIGYuZ2V0KGZvcm1Mb2NhbChjLCBmb3JtKSk7XG4gICAgbG9hZFNjYWxhcihjLCBidWZmZXIpO1xuICAgIGYub3AoZS50eXBlID09PSAnZjMyJyA/ICdmMzJ4NC5zcGxhdCcgOiAnaTMyeDQuc3BsYXQnKTtcbiAgICByZXR1cm47XG4gIH1cbiAgaWYgKHN0cmlkZSA9PT0gMSkge1xuICAgIGxvYWRSb3coYywgYnVmZmVyLCBjLmZpcnN0cy5nZXQoZm9ybSkgYXMgTG9jYWwsIDQgKiB1ICogZm9ybS5ieXRlcywgYWN0aXZlKTtcbiAgICByZXR1cm47XG4gIH1cbiAgaWYgKHN0cmlkZSA9PT0gLTEgJiYgYWN0aXZlID09PSA0ICYmIGZvcm0uYnl0ZXMgPT09IDQpIHtcbiAgICBwdXNoTGFuZUFkZHJlc3MoYywgZm9ybSwgdSwgMyk7XG4gICAgY29uc3QgdiA9IGYubG9jYWwoJ3YxMjgnKTtcbiAgICBmLm1lbSgndjEyOC5sb2FkJykuc2V0KHYpLmdldCh2KS5nZXQodikuc2h1ZmZsZTMyKFszLCAyLCAxLCAwXSk7XG4gICAgZi5mcmVlKHYpO1xuICAgIHJldHVybjtcbiAgfVxuICBjb25zdCB0byA9IGYubG9jYWwoJ3YxMjgnKTtcbiAgYy5pMzIoMCk7XG4gIGYuc2V0KHRvKTtcbiAgZm9yIChjb25zdCBsYW5lIG9mIExBTkVTLnNsaWNlKDAsIGFjdGl2ZSkpIHtcbiAgICBpZiAoc3RyaWRlICE9PSB1bmRlZmluZWQgJiYgc3RyaWRlID4gMCkge1xuICAgICAgZi5nZXQoYy5maXJzdHMuZ2V0KGZvcm0pIGFzIExvY2FsKTtcbiAgICAgIGxvYWRMYW5lKGMsIGJ1ZmZlciwgdG8sIGxhbmUsICg0ICogdSArIGxhbmUpICogc3RyaWRlICogZm9ybS5ieXRlcyk7XG4gICAgfSBlbHNlIHtcbiAgICAgIHB1c2hMYW5lQWRkcmVzcyhjLCBmb3JtLCB1LCBsYW5lKTtcbiAgICAgIGxvYWRMYW5lKGMsIGJ1ZmZlciwgdG8sIGxhbmUsIDApO1xuICAgIH1cbiAgfVxuICBmLmdldCh0byk7XG4gIGYuZnJlZSh0byk7XG59XG5cbi8vIGxhbmUgYnkgbGFuZSB3aGVyZSB0aGUgZ3VhcmQgaG9sZHMgaW4gc29tZSBsYW5lcyBvbmx5XG5mdW5jdGlvbiBlbWl0UGFydGlhbChjOiBDb250ZXh0LCBlOiBFeHByLCBndWFyZDogRXhwciwgdTogbnVtYmVyLCBhY3RpdmU6IG51bWJlcik6IHZvaWQge1xuICBjb25zdCB7IGYgfSA9IGM7XG4gIGNvbnN0IGZvcm0gPSBjLmEuZm9ybU9mKGUpO1xuICBjb25zdCB0byA9IGYubG9jYWwoJ3YxMjgnKTtcbiAgcHVzaFZlY3RvcihjLCBlLmFyZ3NbMV0sIHUpO1xuICBpZiAoZS50eXBlID09PSAnYm9vbCcpIHtcbiAgICBjLmkzMigxKTtcbiAgICBmLm9wKCd2MTI4LmFuZCcpO1xuICB9XG4gIGYuc2V0KHRvKTtcbiAgZm9yIChjb25zdCBsYW5lIG9mIExBTkVTLnNsaWNlKDAsIGFjdGl2ZSkpIHtcbiAgICBwdXNoTGFuZShjLCBndWFyZCwgdSwgbGFuZSk7XG4gICAgZi5pZigoKSA9PiB7XG4gICAgICBwdXNoTGFuZUFkZHJlc3MoYywgZm9ybSwgdSwgbGFuZSk7XG4gICAgICBsb2FkTGFuZShjLCBlLmJ1ZmZlciBhcyBudW1iZXIsIHRvLCBsYW5lLCAwKTtcbiAgICB9KTtcbiAgfVxuICBmLmdldCh0byk7XG4gIGYuZnJlZSh0byk7XG59XG5cbi8qKiBQdXNoZXMgYSBsb2FkIGFzIGZvdXIgbGFuZXMgKGJvb2w6IG1hc2tzKS4gKi9cbmV4cG9ydCBmdW5jdGlvbiBlbWl0VmVjdG9yTG9hZChjOiBDb250ZXh0LCBlOiBFeHByLCB1OiBudW1iZXIsIGFjdGl2ZTogbnVtYmVyKTogdm9pZCB7XG4gIGNvbnN0IHsgZiB9ID0gYztcbiAgY29uc3QgeyBndWFyZCB9ID0gZTtcbiAgaWYgKCFndWFyZCkgZW1pdFBsYWluKGMsIGUsIHUsIGFjdGl2ZSk7XG4gIGVsc2UgaWYgKCF2YXJpZXMoYywgZ3VhcmQpKSB7XG4gICAgcHVzaFNjYWxhcihjLCBndWFyZCk7XG4gICAgZi5pZihcbiAgICAgICgpID0+IGVtaXRQbGFpbihjLCBlLCB1LCBhY3RpdmUpLFxuICAgICAgKCkgPT4gcHVzaFZlY3RvcihjLCBlLmFyZ3NbMV0sIHUpLFxuICAgICAgJ3YxMjgnLFxuICAgICk7XG4gIH0gZWxzZSBpZiAoYWN0aXZlIDwgNCkgZW1pdFBhcnRpYWwoYywgZSwgZ3VhcmQsIHUsIGFjdGl2ZSk7XG4gIGVsc2Uge1xuICAgIHB1c2hWZWN0b3IoYywgZ3VhcmQsIHUpO1xuICAgIGYub3AoJ2kzMng0LmFsbF90cnVlJykuaWYoXG4gICAgICAoKSA9PiBlbWl0UGxhaW4oYywgZSwgdSwgNCksXG4gICAgICAoKSA9PiBlbWl0UGFydGlhbChjLCBlLCBndWFyZCwgdSwgNCksXG4gICAgICAndjEyOCcsXG4gICAgKTtcbiAgfVxuICBpZiAoZS50eXBlID09PSAnYm9vbCcpIHtcbiAgICBjLmkzMigwKTtcbiAgICBmLm9wKCdpMzJ4NC5uZScpO1xuICB9XG59XG5cbi8qKiBTdG9yZXMgbGFuZXMgb2YgcmVzdWx0IGBqYCBhdCB0aGUgY3VycmVudCBlbGVtZW50IG9mIGl0cyBvdXRwdXQuICovXG5leHBvcnQgZnVuY3Rpb24gZW1pdFZlY3RvclN0b3JlKGM6IENvbnRleHQsIGo6IG51bWJlciwgdTogbnVtYmVyLCBhY3RpdmU6IG51bWJlcik6IHZvaWQge1xuICBjb25zdCB7IGYgfSA9IGM7XG4gIGNvbnN0IGZvcm0gPSBjLmEuc3RvcmVzW2pdO1xuICBjb25zdCBlID0gYy5hLnJlc3VsdHNbal07XG4gIGNvbnN0IGhhbGYgPSBjLmEuZHR5cGVzW2Zvcm0uYnVmZmVyXSA9PT0gJ2YxNic7XG4gIGNvbnN0IHN0cmlkZSA9IHN0cmlkZU9mKGMsIGZvcm0pIGFzIG51bWJlcjtcbiAgY29uc3QgYXQgPSBjLmZpcnN0cy5nZXQoZm9ybSkgYXMgTG9jYWw7XG4gIGNvbnN0IHZhbHVlID0gZi5sb2NhbCgndjEyOCcpO1xuICBwdXNoVmVjdG9yKGMsIGUsIHUpO1xuICBpZiAoZS50eXBlID09PSAnYm9vbCcpIHtcbiAgICBjLmkzMigxKTtcbiAgICBmLm9wKCd2MTI4LmFuZCcpO1xuICB9XG4gIGlmIChoYWxmKSBwdXNoSGFsZihjLCAnbmFycm93Jyk7XG4gIGYuc2V0KHZhbHVlKTtcbiAgY29uc3Qgb2Zmc2V0ID0gNCAqIHUgKiBzdHJpZGUgKiBmb3JtLmJ5dGVzO1xuICBpZiAoc3RyaWRlID09PSAxICYmIGFjdGl2ZSA9PT0gNCkge1xuICAgIGlmIChoYWxmKSB7XG4gICAgICBmLmdldChhdClcbiAgICAgICAgLmdldCh2YWx1ZSlcbiAgICAgICAgLmdldCh2YWx1ZSlcbiAgICAgICAgLm9wKCdpMTZ4OC5uYXJyb3dfaTMyeDRfdScpXG4gICAgICAgIC5tZW0oJ3YxMjguc3RvcmU2NF9sYW5lJywgb2Zmc2V0LCAwKTtcbiAgICB9IGVsc2UgZi5nZXQoYXQpLmdldCh2YWx1ZSkubWVtKCd2MTI4LnN0b3JlJywgb2Zmc2V0KTtcbiAgfSBlbHNlIHtcbiAgICBmb3IgKGNvbnN0IGxhbmUgb2YgTEFORVMuc2xpY2UoMCwgYWN0aXZlKSkge1xuICAgICAgY29uc3QgcG9zaXRpb24gPSBvZmZzZXQgKyBsYW5lICogc3RyaWRlICogZm9ybS5ieXRlcztcbiAgICAgIGYuZ2V0KGF0KS5nZXQodmFsdWUpO1xuICAgICAgaWYgKGhhbGYpIGYubWVtKCd2MTI4LnN0b3JlMTZfbGFuZScsIHBvc2l0aW9uLCAyICogbGFuZSk7XG4gICAgICBlbHNlIGYubWVtKCd2MTI4LnN0b3JlMzJfbGFuZScsIHBvc2l0aW9uLCBsYW5lKTtcbiAgICB9XG4gIH1cbiAgZi5mcmVlKHZhbHVlKTtcbn1cblxuLyoqIFN0b3JlcyBzY2FsYXIgcmVzdWx0IGBqYC4gKi9cbmV4cG9ydCBmdW5jdGlvbiBlbWl0U2NhbGFyU3RvcmUoYzogQ29udGV4dCwgajogbnVtYmVyKTogdm9pZCB7XG4gIGNvbnN0IHsgZiB9ID0gYztcbiAgY29uc3QgZm9ybSA9IGMuYS5zdG9yZXNbal07XG4gIGNvbnN0IGQgPSBjLmEuZHR5cGVzW2Zvcm0uYnVmZmVyXTtcbiAgZi5nZXQoZm9ybUxvY2FsKGMsIGZvcm0pKTtcbiAgcHVzaFNjYWxhcihjLCBjLmEucmVzdWx0c1tqXSk7XG4gIGlmIChkID09PSAnZjE2Jykge1xuICAgIGYub3AoJ2YzMng0LnNwbGF0Jyk7XG4gICAgcHVzaEhhbGYoYywgJ25hcnJvdycpO1xuICAgIGYubWVtKCd2MTI4LnN0b3JlMTZfbGFuZScsIDAsIDApO1xuICB9IGVsc2UgZi5tZW0oZCA9PT0gJ2YzMicgPyAnZjMyLnN0b3JlJyA6IGQgPT09ICdmNjQnID8gJ2Y2NC5zdG9yZScgOiAnaTMyLnN0b3JlJyk7XG59XG5cbi8qKlxuICogQ29tcHV0ZXMgdGhlIHBhcnQgb2YgYSBmb3JtIHRoYXQgdmFyaWVzIGFsb25nIHRoZSB2ZWN0b3IgYXhpczogdGhlIGFkZHJlc3Mgb2YgbGFuZSAwIHdoZXJlIGxhbmVzXG4gKiBhcmUgZXZlbmx5IHNwYWNlZCwgZWxzZSAob3IgZm9yIHBsYWluIHZhbHVlcykgZm91ciBhZGRyZXNzZXMgb3IgdmFsdWVzIHBlciBjb3B5LlxuICovXG5leHBvcnQgZnVuY3Rpb24gZW1pdEZpcnN0KGM6IENvbnRleHQsIGZvcm06IEZvcm0pOiB2b2lkIHtcbiAgY29uc3QgeyBmIH0gPSBjO1xuICBjb25zdCBheGlzID0gYy5zLnZlY3RvcjtcbiAgaWYgKCFheGlzKSByZXR1cm47XG4gIGxldCBhbG9uZyA9IDA7XG4gIGZvciAoY29uc3QgeyBjb2VmZmljaWVudCwgYXRvbSB9IG9mIGZvcm0uaW5kZXgudGVybXMpIHtcbiAgICBpZiAoYXRvbS5raW5kID09PSAnYXhpcycgJiYgYXRvbS5heGlzID09PSBheGlzLm5hbWUpIGFsb25nICs9IGNvZWZmaWNpZW50O1xuICB9XG4gIGNvbnN0IGZpcnN0ID0gbG9jYWxGb3IoYywgYy5maXJzdHMgYXMgTWFwPEZvcm0sIExvY2FsPiBhcyBuZXZlciwgZm9ybSwgJ2kzMicpO1xuICBmLmdldChmb3JtTG9jYWwoYywgZm9ybSkpO1xuICBpZiAoYWxvbmcpIHtcbiAgICBmLmdldChjLmNvdW50ZXJzLmdldChheGlzLm5hbWUpIGFzIExvY2FsKS5pMzJDb25zdChhbG9uZyAqIGZvcm0uYnl0ZXMpO1xuICAgIGYub3AoJ2kzMi5tdWwnKS5vcCgnaTMyLmFkZCcpO1xuICB9XG4gIGYuc2V0KGZpcnN0KTtcbn1cblxuLyoqIFB1c2hlcyBub3RoaW5nOyBzZXRzIHRoZSBsYW5lcyBvZiBhIHBsYWluIG9yIGlycmVndWxhciBmb3JtIGZvciBjb3B5IHUuICovXG5leHBvcnQgZnVuY3Rpb24gZW1pdEZvcm1MYW5lcyhjOiBDb250ZXh0LCBmb3JtOiBGb3JtLCB1OiBudW1iZXIpOiB2b2lkIHtcbiAgY29uc3QgeyBmIH0gPSBjO1xuICBjb25zdCBheGlzID0gYy5zLnZlY3RvcjtcbiAgaWYgKCFheGlzIHx8IChmb3JtLmJ1ZmZlciA+PSAwICYmIHN0cmlkZU9mKGMsIGZvcm0pICE9PSB1bmRlZmluZWQpKSByZXR1cm47XG4gIGxldCBhbG9uZyA9IDA7XG4gIGZvciAoY29uc3QgeyBjb2VmZmljaWVudCwgYXRvbSB9IG9mIGZvcm0uaW5kZXgudGVybXMpIHtcbiAgICBpZiAoYXRvbS5raW5kID09PSAnYXhpcycgJiYgYXRvbS5heGlzID09PSBheGlzLm5hbWUpIGFsb25nICs9IGNvZWZmaWNpZW50O1xuICB9XG4gIGYuZ2V0KGMuZmlyc3RzLmdldChmb3JtKSBhcyBMb2NhbCkub3AoJ2kzMng0LnNwbGF0Jyk7XG4gIGlmIChhbG9uZykge1xuICAgIGNvbnN0IGxhbmVzID0gTEFORVMubWFwKChsKSA9PiAoNCAqIHUgKyBsKSAqIGFsb25nICogZm9ybS5ieXRlcyk7XG4gICAgZi52MTI4Q29uc3QobmV3IFVpbnQ4QXJyYXkobmV3IEludDMyQXJyYXkobGFuZXMpLmJ1ZmZlcikpLm9wKCdpMzJ4NC5hZGQnKTtcbiAgfVxuICBmb3IgKGNvbnN0IHsgY29lZmZpY2llbnQsIGF0b20gfSBvZiBmb3JtLmluZGV4LnRlcm1zKSB7XG4gICAgaWYgKGF0b20ua2luZCA9PT0gJ2F4aXMnIHx8ICF2YXJpZXMoYywgYXRvbSkpIGNvbnRpbnVlO1xuICAgIGlmIChhdG9tLmtpbmQgPT09ICdkYXRhJykgcHVzaFZlY3RvcihjLCBhdG9tLmV4cHIgYXMgRXhwciwgdSk7XG4gICAgZWxzZSBmLmdldCgoYy52ZWN0b3JzLmdldChhdG9tKSBhcyBMb2NhbFtdKVt1XSk7XG4gICAgY29uc3QgayA9IGNvZWZmaWNpZW50ICogZm9ybS5ieXRlcztcbiAgICBpZiAoayAhPT0gMSkge1xuICAgICAgYy5pMzIoayk7XG4gICAgICBmLm9wKCdpMzJ4NC5tdWwnKTtcbiAgICB9XG4gICAgZi5vcCgnaTMyeDQuYWRkJyk7XG4gIH1cbiAgZi5zZXQodmVjdG9yTG9jYWwoYywgZm9ybSwgdSkpO1xufVxuIiwgIi8vIEFjY3VtdWxhdG9ycyBvZiByZWR1Y3Rpb25zLiBGbG9hdDMyIHN1bXMgcnVuIGluIGZsb2F0MzIgbGFuZXMgYW5kIG1vdmUgaW50byBmbG9hdDY0IGFmdGVyIGEgZmV3XG4vLyBodW5kcmVkIHRlcm1zLCBzbyB0aGF0IHRoZWlyIGVycm9yIGRvZXMgbm90IGdyb3cgd2l0aCBsZW5ndGg7IGFyZ21heCBhbmQgYXJnbWluIGNhcnJ5IHRoZSBmbGF0XG4vLyBpbmRleCBvZiB0aGUgZmlyc3QgZXh0cmVtZSwgTmFOIGNvdW50aW5nIGFzIHRoZSBleHRyZW1lIChOdW1QeSkuXG5cbmltcG9ydCB0eXBlIHsgU2NhbGFyVHlwZSB9IGZyb20gJy4uLy4uLy4uL3RlbnNvci9kdHlwZS50cyc7XG5pbXBvcnQgdHlwZSB7IFJlZHVjZU9wIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2lyLnRzJztcbmltcG9ydCB0eXBlIHsgTG9jYWwsIE9wIH0gZnJvbSAnLi4vd2FzbS9hc3NlbWJsZXIudHMnO1xuaW1wb3J0IHR5cGUgeyBSZWR1Y3Rpb24gfSBmcm9tICcuL2FuYWx5c2lzLnRzJztcbmltcG9ydCB0eXBlIHsgQ29udGV4dCB9IGZyb20gJy4vY29udGV4dC50cyc7XG5pbXBvcnQgeyBwdXNoVmVjdG9yIH0gZnJvbSAnLi9tZW1vcnkudHMnO1xuaW1wb3J0IHsgcHVzaENvbnN0YW50LCBwdXNoU2NhbGFyLCB3YXNtVHlwZSB9IGZyb20gJy4vc2NhbGFyLnRzJztcblxuLyoqIExvY2FscyBvZiBvbmUgcmVkdWN0aW9uOiBwZXIgY29weSBhIHZlY3RvciAob3IgYSBzY2FsYXIpLCBpdHMgaW5kZXgsIGFuZCB0d28gd2lkZSBzdW1zLiAqL1xuaW50ZXJmYWNlIEFjY3VtdWxhdG9yIHtcbiAgcmVhZG9ubHkgcjogUmVkdWN0aW9uO1xuICByZWFkb25seSB2YWx1ZTogTG9jYWxbXTtcbiAgcmVhZG9ubHkgaW5kZXg6IExvY2FsW107XG4gIHJlYWRvbmx5IGxvdzogTG9jYWxbXTtcbiAgcmVhZG9ubHkgaGlnaDogTG9jYWxbXTtcbn1cblxuLyoqIEVtaXRzIHRoZSBsaWZlIG9mIGEga2VybmVsJ3MgYWNjdW11bGF0b3JzOyBzZWUgYGFjY3VtdWxhdG9yc2AuICovXG5leHBvcnQgaW50ZXJmYWNlIEFjY3VtdWxhdG9ycyB7XG4gIGluaXQoY29waWVzOiBudW1iZXIpOiB2b2lkO1xuICAvKiogQWRkcyBjb3B5IGB1YCBvZiB0aGUgYm9kaWVzOyBpbiBsYW5lcyBhdCBvciBiZXlvbmQgYGFjdGl2ZWAgbm90aGluZy4gKi9cbiAgYWRkKHU6IG51bWJlciwgYWN0aXZlOiBudW1iZXIpOiB2b2lkO1xuICAvKiogTW92ZXMgZmxvYXQzMiBzdW1zIGludG8gZmxvYXQ2NC4gKi9cbiAgZmx1c2goY29waWVzOiBudW1iZXIpOiB2b2lkO1xuICAvKiogTGVhdmVzIHJlc3VsdHMgaW4gYGZpbmlzaGVkYCBvZiB0aGUgY29udGV4dC4gKi9cbiAgZmluaXNoKGNvcGllczogbnVtYmVyKTogdm9pZDtcbn1cblxuZnVuY3Rpb24gaWRlbnRpdHkob3A6IFJlZHVjZU9wLCB0eXBlOiBTY2FsYXJUeXBlKTogbnVtYmVyIHtcbiAgaWYgKG9wID09PSAnc3VtJyB8fCBvcCA9PT0gJ2FueScpIHJldHVybiAwO1xuICBpZiAob3AgPT09ICdwcm9kJykgcmV0dXJuIDE7XG4gIGlmIChvcCA9PT0gJ2FsbCcpIHJldHVybiAxO1xuICBjb25zdCBsb3cgPSBvcCA9PT0gJ21heCcgfHwgb3AgPT09ICdhcmdtYXgnO1xuICBpZiAodHlwZSA9PT0gJ2YzMicgfHwgdHlwZSA9PT0gJ2Y2NCcpIHJldHVybiBsb3cgPyAtSW5maW5pdHkgOiBJbmZpbml0eTtcbiAgaWYgKHR5cGUgPT09ICdpMzInKSByZXR1cm4gbG93ID8gLTB4ODAwMDAwMDAgOiAweDdmZmZmZmZmO1xuICByZXR1cm4gbG93ID8gMCA6IHR5cGUgPT09ICdib29sJyA/IDEgOiAtMTtcbn1cblxuY29uc3QgaXNBcmcgPSAocjogUmVkdWN0aW9uKTogYm9vbGVhbiA9PiByLnBvc2l0aW9uICE9PSB1bmRlZmluZWQ7XG4vLyBwbWF4IGFuZCBwbWluIGFyZSBvbmUgaW5zdHJ1Y3Rpb24gd2hlcmUgbWF4IGFuZCBtaW4gYXJlIHNldmVuLCBidXQgZHJvcCBOYU46IHdoZXRoZXIgdGhlcmUgd2FzIG9uZVxuLy8gaXMga2VwdCBiZXNpZGUgdGhlbSwgaW4gYGluZGV4YFxuY29uc3Qgd2F0Y2hlc05hTiA9IChyOiBSZWR1Y3Rpb24pOiBib29sZWFuID0+XG4gIHIuYm9keS50eXBlID09PSAnZjMyJyAmJiAoci5vcCA9PT0gJ21heCcgfHwgci5vcCA9PT0gJ21pbicpO1xuY29uc3QgaXNXaWRlID0gKHI6IFJlZHVjdGlvbik6IGJvb2xlYW4gPT4gci5vcCA9PT0gJ3N1bScgJiYgci5ib2R5LnR5cGUgPT09ICdmMzInO1xuXG4vLyB0aGUgdmVjdG9yIGluc3RydWN0aW9uIHRoYXQgam9pbnMgdHdvIHBhcnRpYWwgcmVzdWx0c1xuZnVuY3Rpb24gam9pbihyOiBSZWR1Y3Rpb24pOiBPcCB7XG4gIGNvbnN0IHQgPSByLmJvZHkudHlwZTtcbiAgY29uc3Qgc2lnbiA9IHQgPT09ICdpMzInID8gJ3MnIDogJ3UnO1xuICBpZiAodCA9PT0gJ2YzMicpIHtcbiAgICBjb25zdCBuYW1lcyA9IHsgc3VtOiAnYWRkJywgcHJvZDogJ211bCcsIG1heDogJ21heCcsIG1pbjogJ21pbicgfSBhcyBjb25zdDtcbiAgICByZXR1cm4gYGYzMng0LiR7bmFtZXNbci5vcCBhcyBrZXlvZiB0eXBlb2YgbmFtZXNdfWA7XG4gIH1cbiAgaWYgKHQgPT09ICdib29sJykge1xuICAgIHJldHVybiByLm9wID09PSAnYW55JyB8fCByLm9wID09PSAnbWF4JyB8fCByLm9wID09PSAnc3VtJyA/ICd2MTI4Lm9yJyA6ICd2MTI4LmFuZCc7XG4gIH1cbiAgaWYgKHIub3AgPT09ICdzdW0nKSByZXR1cm4gJ2kzMng0LmFkZCc7XG4gIGlmIChyLm9wID09PSAncHJvZCcpIHJldHVybiAnaTMyeDQubXVsJztcbiAgcmV0dXJuIGBpMzJ4NC4ke3Iub3AgPT09ICdtYXgnID8gJ21heCcgOiAnbWluJ31fJHtzaWdufWA7XG59XG5cbmZ1bmN0aW9uIHB1c2hJZGVudGl0eShjOiBDb250ZXh0LCByOiBSZWR1Y3Rpb24pOiB2b2lkIHtcbiAgY29uc3QgdiA9IGlkZW50aXR5KHIub3AsIHIuYm9keS50eXBlKTtcbiAgaWYgKHIuYm9keS50eXBlID09PSAnZjMyJykgYy5mMzIodik7XG4gIGVsc2UgYy5pMzIoci5ib2R5LnR5cGUgPT09ICdib29sJyA/IC12IDogdik7XG59XG5cbi8vIHNjYWxhcjogYWNjID0gYWNjIG9wIHgsIGJvdGggb2YgdGhlIHNjYWxhciB0eXBlIGB0YFxuZnVuY3Rpb24gam9pblNjYWxhcihjOiBDb250ZXh0LCByOiBSZWR1Y3Rpb24sIGFjYzogTG9jYWwsIHB1c2g6ICgpID0+IHZvaWQpOiB2b2lkIHtcbiAgY29uc3QgeyBmIH0gPSBjO1xuICBjb25zdCB0ID0gd2FzbVR5cGUoci5ib2R5LnR5cGUpO1xuICBjb25zdCBleHRyZW1lID0gci5vcCA9PT0gJ21heCcgfHwgci5vcCA9PT0gJ21pbic7XG4gIGlmICh0ID09PSAnaTMyJyAmJiBleHRyZW1lKSB7XG4gICAgY29uc3QgeCA9IGYubG9jYWwoJ2kzMicpO1xuICAgIHB1c2goKTtcbiAgICBmLnNldCh4KS5nZXQoeCkuZ2V0KGFjYykuZ2V0KHgpLmdldChhY2MpO1xuICAgIGYub3AoYGkzMi4ke3Iub3AgPT09ICdtYXgnID8gJ2d0JyA6ICdsdCd9XyR7ci5ib2R5LnR5cGUgPT09ICdpMzInID8gJ3MnIDogJ3UnfWApO1xuICAgIGYub3AoJ3NlbGVjdCcpLnNldChhY2MpO1xuICAgIGYuZnJlZSh4KTtcbiAgICByZXR1cm47XG4gIH1cbiAgZi5nZXQoYWNjKTtcbiAgcHVzaCgpO1xuICBpZiAoci5vcCA9PT0gJ2FueScpIGYub3AoJ2kzMi5vcicpO1xuICBlbHNlIGlmIChyLm9wID09PSAnYWxsJykgZi5vcCgnaTMyLmFuZCcpO1xuICBlbHNlIGlmIChyLm9wID09PSAnc3VtJykgZi5vcChgJHthY2MudHlwZSBhcyAnaTMyJyB8ICdmMzInIHwgJ2Y2NCd9LmFkZGApO1xuICBlbHNlIGlmIChyLm9wID09PSAncHJvZCcpIGYub3AoYCR7dH0ubXVsYCk7XG4gIGVsc2UgZi5vcChgJHt0fS4ke3Iub3B9YCBhcyBPcCk7XG4gIGYuc2V0KGFjYyk7XG59XG5cbi8vIHNjYWxhciBhcmdtYXgvYXJnbWluOiB0YWtlcyAoeCwgaSkgaWYgeCBpcyBiZXR0ZXI7IGB0aWVzYCBhbHNvIGlmIGl0IGlzIGVxdWFsIGFuZCBpIGlzIHNtYWxsZXJcbmZ1bmN0aW9uIHRha2VCZXR0ZXIoXG4gIGM6IENvbnRleHQsXG4gIHI6IFJlZHVjdGlvbixcbiAgdG86IFtMb2NhbCwgTG9jYWxdLFxuICB4OiBMb2NhbCxcbiAgaTogTG9jYWwsXG4gIHRpZXM6IGJvb2xlYW4sXG4pIHtcbiAgY29uc3QgeyBmIH0gPSBjO1xuICBjb25zdCB0ID0gd2FzbVR5cGUoci5ib2R5LnR5cGUpO1xuICBjb25zdCBbdmFsdWUsIGluZGV4XSA9IHRvO1xuICBjb25zdCBtb3JlID0gci5vcCA9PT0gJ2FyZ21heCcgPyAnZ3QnIDogJ2x0JztcbiAgZi5nZXQoeCkuZ2V0KHZhbHVlKTtcbiAgaWYgKHQgPT09ICdpMzInKSBmLm9wKGBpMzIuJHttb3JlfV8ke3IuYm9keS50eXBlID09PSAnaTMyJyA/ICdzJyA6ICd1J31gKTtcbiAgZWxzZSB7XG4gICAgZi5vcChgJHt0fS4ke21vcmV9YCk7XG4gICAgZi5nZXQoeCkuZ2V0KHgpLm9wKGAke3R9Lm5lYCkuZ2V0KHZhbHVlKS5nZXQodmFsdWUpLm9wKGAke3R9LmVxYCkub3AoJ2kzMi5hbmQnKS5vcCgnaTMyLm9yJyk7XG4gIH1cbiAgaWYgKHRpZXMpIHtcbiAgICBmLmdldCh4KS5nZXQodmFsdWUpLm9wKGAke3R9LmVxYCk7XG4gICAgaWYgKHQgIT09ICdpMzInKSB7XG4gICAgICBmLmdldCh4KS5nZXQoeCkub3AoYCR7dH0ubmVgKS5nZXQodmFsdWUpLmdldCh2YWx1ZSkub3AoYCR7dH0ubmVgKS5vcCgnaTMyLmFuZCcpLm9wKCdpMzIub3InKTtcbiAgICB9XG4gICAgZi5nZXQoaSkuZ2V0KGluZGV4KS5vcCgnaTMyLmx0X3MnKS5vcCgnaTMyLmFuZCcpLm9wKCdpMzIub3InKTtcbiAgfVxuICBmLmlmKCgpID0+IHtcbiAgICBmLmdldCh4KS5zZXQodmFsdWUpLmdldChpKS5zZXQoaW5kZXgpO1xuICB9KTtcbn1cblxuZnVuY3Rpb24gc2NhbGFyQWNjdW11bGF0b3JzKGM6IENvbnRleHQpOiBBY2N1bXVsYXRvcnMge1xuICBjb25zdCB7IGYgfSA9IGM7XG4gIGNvbnN0IGxpc3QgPSBjLmEucmVkdWN0aW9ucy5tYXAoKHIpID0+IHtcbiAgICBjb25zdCB0eXBlID0gaXNXaWRlKHIpID8gJ2Y2NCcgOiB3YXNtVHlwZShyLmJvZHkudHlwZSk7XG4gICAgcmV0dXJuIHsgciwgdmFsdWU6IGYubG9jYWwodHlwZSksIGluZGV4OiBmLmxvY2FsKCdpMzInKSB9O1xuICB9KTtcbiAgcmV0dXJuIHtcbiAgICBpbml0KCkge1xuICAgICAgZm9yIChjb25zdCB7IHIsIHZhbHVlLCBpbmRleCB9IG9mIGxpc3QpIHtcbiAgICAgICAgcHVzaENvbnN0YW50KGMsIGlkZW50aXR5KHIub3AsIHIuYm9keS50eXBlKSwgaXNXaWRlKHIpID8gJ2Y2NCcgOiByLmJvZHkudHlwZSk7XG4gICAgICAgIGYuc2V0KHZhbHVlKTtcbiAgICAgICAgaWYgKGlzQXJnKHIpKSBmLmkzMkNvbnN0KDApLnNldChpbmRleCk7XG4gICAgICB9XG4gICAgfSxcbiAgICBhZGQoKSB7XG4gICAgICBmb3IgKGNvbnN0IHsgciwgdmFsdWUsIGluZGV4IH0gb2YgbGlzdCkge1xuICAgICAgICBpZiAoci5wb3NpdGlvbikge1xuICAgICAgICAgIGNvbnN0IFt4LCBpXSA9IFtmLmxvY2FsKHdhc21UeXBlKHIuYm9keS50eXBlKSksIGYubG9jYWwoJ2kzMicpXTtcbiAgICAgICAgICBwdXNoU2NhbGFyKGMsIHIuYm9keSk7XG4gICAgICAgICAgZi5zZXQoeCk7XG4gICAgICAgICAgcHVzaFNjYWxhcihjLCByLnBvc2l0aW9uKTtcbiAgICAgICAgICBmLnNldChpKTtcbiAgICAgICAgICB0YWtlQmV0dGVyKGMsIHIsIFt2YWx1ZSwgaW5kZXhdLCB4LCBpLCBmYWxzZSk7XG4gICAgICAgICAgZi5mcmVlKHgsIGkpO1xuICAgICAgICB9IGVsc2Uge1xuICAgICAgICAgIGpvaW5TY2FsYXIoYywgciwgdmFsdWUsICgpID0+IHtcbiAgICAgICAgICAgIHB1c2hTY2FsYXIoYywgci5ib2R5KTtcbiAgICAgICAgICAgIGlmIChpc1dpZGUocikpIGYub3AoJ2Y2NC5wcm9tb3RlX2YzMicpO1xuICAgICAgICAgIH0pO1xuICAgICAgICB9XG4gICAgICB9XG4gICAgfSxcbiAgICBmbHVzaCgpIHt9LFxuICAgIGZpbmlzaCgpIHtcbiAgICAgIGxpc3QuZm9yRWFjaCgoeyByLCB2YWx1ZSwgaW5kZXggfSwgaykgPT4ge1xuICAgICAgICBpZiAoaXNBcmcocikpIGMuZmluaXNoZWRba10gPSBbaW5kZXhdO1xuICAgICAgICBlbHNlIGlmIChpc1dpZGUocikpIHtcbiAgICAgICAgICBjLmZpbmlzaGVkW2tdID0gW2YubG9jYWwoJ2YzMicpXTtcbiAgICAgICAgICBmLmdldCh2YWx1ZSkub3AoJ2YzMi5kZW1vdGVfZjY0Jykuc2V0KGMuZmluaXNoZWRba11bMF0pO1xuICAgICAgICB9IGVsc2UgYy5maW5pc2hlZFtrXSA9IFt2YWx1ZV07XG4gICAgICB9KTtcbiAgICB9LFxuICB9O1xufVxuXG4vLyBhY2MsIGluZGV4ID0gYmV0dGVyKHgsIGkpIGluIGxhbmVzIGJlbG93IGBhY3RpdmVgXG5mdW5jdGlvbiBhZGRBcmcoYzogQ29udGV4dCwgYWNjOiBBY2N1bXVsYXRvciwgdTogbnVtYmVyLCBhY3RpdmU6IG51bWJlcik6IHZvaWQge1xuICBjb25zdCB7IGYgfSA9IGM7XG4gIGNvbnN0IHsgciB9ID0gYWNjO1xuICBjb25zdCB0ID0gci5ib2R5LnR5cGU7XG4gIGNvbnN0IFt4LCBpLCBiZXR0ZXJdID0gW2YubG9jYWwoJ3YxMjgnKSwgZi5sb2NhbCgndjEyOCcpLCBmLmxvY2FsKCd2MTI4JyldO1xuICBwdXNoVmVjdG9yKGMsIHIuYm9keSwgdSk7XG4gIGYuc2V0KHgpO1xuICBwdXNoVmVjdG9yKGMsIHIucG9zaXRpb24gYXMgTm9uTnVsbGFibGU8dHlwZW9mIHIucG9zaXRpb24+LCB1KTtcbiAgZi5zZXQoaSk7XG4gIGNvbnN0IG1vcmUgPSByLm9wID09PSAnYXJnbWF4JyA/ICdndCcgOiAnbHQnO1xuICBjb25zdCB2ID0gYWNjLnZhbHVlW3VdO1xuICBmLmdldCh4KS5nZXQodik7XG4gIGlmICh0ID09PSAnZjMyJykge1xuICAgIGYub3AoYGYzMng0LiR7bW9yZX1gKS5nZXQoeCkuZ2V0KHgpLm9wKCdmMzJ4NC5uZScpLmdldCh2KS5nZXQodikub3AoJ2YzMng0LmVxJyk7XG4gICAgZi5vcCgndjEyOC5hbmQnKS5vcCgndjEyOC5vcicpO1xuICB9IGVsc2UgaWYgKHQgPT09ICdib29sJykgZi5vcChyLm9wID09PSAnYXJnbWF4JyA/ICdpMzJ4NC5sdF9zJyA6ICdpMzJ4NC5ndF9zJyk7XG4gIGVsc2UgZi5vcChgaTMyeDQuJHttb3JlfV8ke3QgPT09ICdpMzInID8gJ3MnIDogJ3UnfWApO1xuICBpZiAoYWN0aXZlIDwgNCkgZi52MTI4Q29uc3QobGFuZU1hc2soYWN0aXZlKSkub3AoJ3YxMjguYW5kJyk7XG4gIGYuc2V0KGJldHRlcik7XG4gIGYuZ2V0KHgpLmdldCh2KS5nZXQoYmV0dGVyKS5vcCgndjEyOC5iaXRzZWxlY3QnKS5zZXQodik7XG4gIGYuZ2V0KGkpLmdldChhY2MuaW5kZXhbdV0pLmdldChiZXR0ZXIpLm9wKCd2MTI4LmJpdHNlbGVjdCcpLnNldChhY2MuaW5kZXhbdV0pO1xuICBmLmZyZWUoeCwgaSwgYmV0dGVyKTtcbn1cblxuY29uc3QgbGFuZU1hc2sgPSAoYWN0aXZlOiBudW1iZXIpOiBVaW50OEFycmF5ID0+XG4gIG5ldyBVaW50OEFycmF5KG5ldyBJbnQzMkFycmF5KFswLCAxLCAyLCAzXS5tYXAoKGwpID0+IChsIDwgYWN0aXZlID8gLTEgOiAwKSkpLmJ1ZmZlcik7XG5cbi8vIGxhbmVzIG9mIGNvcHkgMCAtPiBvbmUgc2NhbGFyXG5mdW5jdGlvbiBjb2xsYXBzZShjOiBDb250ZXh0LCBhY2M6IEFjY3VtdWxhdG9yKTogTG9jYWwge1xuICBjb25zdCB7IGYgfSA9IGM7XG4gIGNvbnN0IHsgciB9ID0gYWNjO1xuICBjb25zdCB2ID0gYWNjLnZhbHVlWzBdO1xuICBjb25zdCB0eXBlID0gd2FzbVR5cGUoci5ib2R5LnR5cGUpO1xuICBjb25zdCBleHRyYWN0ID0gdHlwZSA9PT0gJ2YzMicgPyAnZjMyeDQuZXh0cmFjdF9sYW5lJyA6ICdpMzJ4NC5leHRyYWN0X2xhbmUnO1xuICBpZiAoaXNBcmcocikpIHtcbiAgICBjb25zdCBbeCwgaV0gPSBbZi5sb2NhbCh0eXBlKSwgZi5sb2NhbCgnaTMyJyldO1xuICAgIGNvbnN0IGJlc3Q6IFtMb2NhbCwgTG9jYWxdID0gW2YubG9jYWwodHlwZSksIGYubG9jYWwoJ2kzMicpXTtcbiAgICBmLmdldCh2KS5sYW5lKGV4dHJhY3QsIDApLnNldChiZXN0WzBdKTtcbiAgICBmLmdldChhY2MuaW5kZXhbMF0pLmxhbmUoJ2kzMng0LmV4dHJhY3RfbGFuZScsIDApLnNldChiZXN0WzFdKTtcbiAgICBmb3IgKGNvbnN0IGxhbmUgb2YgWzEsIDIsIDNdKSB7XG4gICAgICBmLmdldCh2KS5sYW5lKGV4dHJhY3QsIGxhbmUpLnNldCh4KTtcbiAgICAgIGYuZ2V0KGFjYy5pbmRleFswXSkubGFuZSgnaTMyeDQuZXh0cmFjdF9sYW5lJywgbGFuZSkuc2V0KGkpO1xuICAgICAgdGFrZUJldHRlcihjLCByLCBiZXN0LCB4LCBpLCB0cnVlKTtcbiAgICB9XG4gICAgZi5mcmVlKHgsIGksIGJlc3RbMF0pO1xuICAgIHJldHVybiBiZXN0WzFdO1xuICB9XG4gIGNvbnN0IHJlc3VsdCA9IGYubG9jYWwodHlwZSk7XG4gIGlmIChpc1dpZGUocikpIHtcbiAgICBmLmdldChhY2MubG93WzBdKS5nZXQoYWNjLmhpZ2hbMF0pLm9wKCdmNjR4Mi5hZGQnKS5zZXQoYWNjLmxvd1swXSk7XG4gICAgZi5nZXQoYWNjLmxvd1swXSkubGFuZSgnZjY0eDIuZXh0cmFjdF9sYW5lJywgMCk7XG4gICAgZi5nZXQoYWNjLmxvd1swXSkubGFuZSgnZjY0eDIuZXh0cmFjdF9sYW5lJywgMSkub3AoJ2Y2NC5hZGQnKS5vcCgnZjMyLmRlbW90ZV9mNjQnKS5zZXQocmVzdWx0KTtcbiAgICByZXR1cm4gcmVzdWx0O1xuICB9XG4gIGZvciAoY29uc3QgaGFsZiBvZiBbXG4gICAgWzIsIDMsIDIsIDNdLFxuICAgIFsxLCAwLCAxLCAwXSxcbiAgXSkge1xuICAgIGYuZ2V0KHYpLmdldCh2KS5nZXQodikuc2h1ZmZsZTMyKGhhbGYpLm9wKGpvaW4ocikpLnNldCh2KTtcbiAgfVxuICBmLmdldCh2KS5sYW5lKGV4dHJhY3QsIDApO1xuICBpZiAoci5ib2R5LnR5cGUgPT09ICdib29sJykgZi5pMzJDb25zdCgxKS5vcCgnaTMyLmFuZCcpO1xuICBmLnNldChyZXN1bHQpO1xuICByZXR1cm4gcmVzdWx0O1xufVxuXG5mdW5jdGlvbiB2ZWN0b3JBY2N1bXVsYXRvcnMoYzogQ29udGV4dCk6IEFjY3VtdWxhdG9ycyB7XG4gIGNvbnN0IHsgZiwgcyB9ID0gYztcbiAgY29uc3QgYmxvY2sgPSBzLm1vZGUgPT09ICdibG9jayc7XG4gIGNvbnN0IGxpc3Q6IEFjY3VtdWxhdG9yW10gPSBjLmEucmVkdWN0aW9ucy5tYXAoKHIpID0+ICh7XG4gICAgcixcbiAgICB2YWx1ZTogW10sXG4gICAgaW5kZXg6IFtdLFxuICAgIGxvdzogW10sXG4gICAgaGlnaDogW10sXG4gIH0pKTtcbiAgLy8gc3VtcyBhcmUgd2lkZW5lZCBhdCB0aGUgZW5kIGluICdpbm5lcicgbW9kZSBhbnl3YXk7IGluIGJsb2NrcyBvbmx5IGlmIHRoZXkgYXJlIGxvbmdcbiAgY29uc3Qgd2lkZSA9IChyOiBSZWR1Y3Rpb24pOiBib29sZWFuID0+IGlzV2lkZShyKSAmJiAoIWJsb2NrIHx8IHMuZmx1c2ggIT09IHVuZGVmaW5lZCk7XG4gIGNvbnN0IHplcm8gPSAobDogTG9jYWwpOiB2b2lkID0+IHtcbiAgICBjLmkzMigwKTtcbiAgICBmLnNldChsKTtcbiAgfTtcbiAgY29uc3QgZmx1c2ggPSAoY29waWVzOiBudW1iZXIpOiB2b2lkID0+IHtcbiAgICBmb3IgKGNvbnN0IHsgciwgdmFsdWUsIGxvdywgaGlnaCB9IG9mIGxpc3QpIHtcbiAgICAgIGlmICghd2lkZShyKSkgY29udGludWU7XG4gICAgICBpZiAoIWJsb2NrKVxuICAgICAgICBmb3IgKGxldCB1ID0gMTsgdSA8IGNvcGllczsgdSsrKVxuICAgICAgICAgIGYuZ2V0KHZhbHVlWzBdKS5nZXQodmFsdWVbdV0pLm9wKCdmMzJ4NC5hZGQnKS5zZXQodmFsdWVbMF0pO1xuICAgICAgZm9yIChsZXQgdSA9IDA7IHUgPCAoYmxvY2sgPyBjb3BpZXMgOiAxKTsgdSsrKSB7XG4gICAgICAgIGYuZ2V0KHZhbHVlW3VdKS5vcCgnZjY0eDIucHJvbW90ZV9sb3dfZjMyeDQnKS5nZXQobG93W3VdKS5vcCgnZjY0eDIuYWRkJykuc2V0KGxvd1t1XSk7XG4gICAgICAgIGYuZ2V0KHZhbHVlW3VdKS5nZXQodmFsdWVbdV0pLnNodWZmbGUzMihbMiwgMywgMiwgM10pLm9wKCdmNjR4Mi5wcm9tb3RlX2xvd19mMzJ4NCcpO1xuICAgICAgICBmLmdldChoaWdoW3VdKS5vcCgnZjY0eDIuYWRkJykuc2V0KGhpZ2hbdV0pO1xuICAgICAgfVxuICAgICAgZm9yIChsZXQgdSA9IDA7IHUgPCBjb3BpZXM7IHUrKykgemVybyh2YWx1ZVt1XSk7XG4gICAgfVxuICB9O1xuICByZXR1cm4ge1xuICAgIGluaXQoY29waWVzKSB7XG4gICAgICBmb3IgKGNvbnN0IHsgciwgdmFsdWUsIGluZGV4LCBsb3csIGhpZ2ggfSBvZiBsaXN0KSB7XG4gICAgICAgIGZvciAobGV0IHUgPSAwOyB1IDwgY29waWVzOyB1KyspIHtcbiAgICAgICAgICB2YWx1ZVt1XSA/Pz0gZi5sb2NhbCgndjEyOCcpO1xuICAgICAgICAgIHB1c2hJZGVudGl0eShjLCByKTtcbiAgICAgICAgICBmLnNldCh2YWx1ZVt1XSk7XG4gICAgICAgICAgaWYgKGlzQXJnKHIpIHx8IHdhdGNoZXNOYU4ocikpIHtcbiAgICAgICAgICAgIGluZGV4W3VdID8/PSBmLmxvY2FsKCd2MTI4Jyk7XG4gICAgICAgICAgICB6ZXJvKGluZGV4W3VdKTtcbiAgICAgICAgICB9XG4gICAgICAgICAgaWYgKHdpZGUocikgJiYgKGJsb2NrIHx8IHUgPT09IDApKSB7XG4gICAgICAgICAgICBsb3dbdV0gPz89IGYubG9jYWwoJ3YxMjgnKTtcbiAgICAgICAgICAgIGhpZ2hbdV0gPz89IGYubG9jYWwoJ3YxMjgnKTtcbiAgICAgICAgICAgIHplcm8obG93W3VdKTtcbiAgICAgICAgICAgIHplcm8oaGlnaFt1XSk7XG4gICAgICAgICAgfVxuICAgICAgICB9XG4gICAgICB9XG4gICAgfSxcbiAgICBhZGQodSwgYWN0aXZlKSB7XG4gICAgICBmb3IgKGNvbnN0IGFjYyBvZiBsaXN0KSB7XG4gICAgICAgIGNvbnN0IHsgciwgdmFsdWUsIGluZGV4IH0gPSBhY2M7XG4gICAgICAgIGlmIChpc0FyZyhyKSkge1xuICAgICAgICAgIGFkZEFyZyhjLCBhY2MsIHUsIGJsb2NrID8gNCA6IGFjdGl2ZSk7XG4gICAgICAgICAgY29udGludWU7XG4gICAgICAgIH1cbiAgICAgICAgY29uc3QgeCA9IGYubG9jYWwoJ3YxMjgnKTtcbiAgICAgICAgcHVzaFZlY3RvcihjLCByLmJvZHksIHUpO1xuICAgICAgICBpZiAoYWN0aXZlIDwgNCAmJiAhYmxvY2spIHtcbiAgICAgICAgICBwdXNoSWRlbnRpdHkoYywgcik7XG4gICAgICAgICAgZi52MTI4Q29uc3QobGFuZU1hc2soYWN0aXZlKSkub3AoJ3YxMjguYml0c2VsZWN0Jyk7XG4gICAgICAgIH1cbiAgICAgICAgZi5zZXQoeCkuZ2V0KHZhbHVlW3VdKS5nZXQoeCk7XG4gICAgICAgIGlmICh3YXRjaGVzTmFOKHIpKSB7XG4gICAgICAgICAgZi5vcChgZjMyeDQucCR7ci5vcCBhcyAnbWF4JyB8ICdtaW4nfWApLnNldCh2YWx1ZVt1XSk7XG4gICAgICAgICAgZi5nZXQoeCkuZ2V0KHgpLm9wKCdmMzJ4NC5uZScpLmdldChpbmRleFt1XSkub3AoJ3YxMjgub3InKS5zZXQoaW5kZXhbdV0pO1xuICAgICAgICB9IGVsc2UgZi5vcChqb2luKHIpKS5zZXQodmFsdWVbdV0pO1xuICAgICAgICBmLmZyZWUoeCk7XG4gICAgICB9XG4gICAgfSxcbiAgICBmbHVzaCxcbiAgICBmaW5pc2goY29waWVzKSB7XG4gICAgICBmbHVzaChjb3BpZXMpO1xuICAgICAgbGlzdC5mb3JFYWNoKChhY2MsIGspID0+IHtcbiAgICAgICAgY29uc3QgeyByLCB2YWx1ZSwgaW5kZXgsIGxvdywgaGlnaCB9ID0gYWNjO1xuICAgICAgICBpZiAod2F0Y2hlc05hTihyKSkge1xuICAgICAgICAgIC8vIGFsbCBiaXRzIHNldCBpcyBhIE5hTlxuICAgICAgICAgIGZvciAobGV0IHUgPSAwOyB1IDwgY29waWVzOyB1KyspXG4gICAgICAgICAgICBmLmdldCh2YWx1ZVt1XSkuZ2V0KGluZGV4W3VdKS5vcCgndjEyOC5vcicpLnNldCh2YWx1ZVt1XSk7XG4gICAgICAgIH1cbiAgICAgICAgaWYgKCFibG9jaykge1xuICAgICAgICAgIGlmICghaXNBcmcocikgJiYgIXdpZGUocikpIHtcbiAgICAgICAgICAgIGZvciAobGV0IHUgPSAxOyB1IDwgY29waWVzOyB1KyspXG4gICAgICAgICAgICAgIGYuZ2V0KHZhbHVlWzBdKS5nZXQodmFsdWVbdV0pLm9wKGpvaW4ocikpLnNldCh2YWx1ZVswXSk7XG4gICAgICAgICAgfVxuICAgICAgICAgIGMuZmluaXNoZWRba10gPSBbY29sbGFwc2UoYywgYWNjKV07XG4gICAgICAgIH0gZWxzZSBpZiAod2lkZShyKSkge1xuICAgICAgICAgIGZvciAobGV0IHUgPSAwOyB1IDwgY29waWVzOyB1KyspIHtcbiAgICAgICAgICAgIGYuZ2V0KGxvd1t1XSkub3AoJ2YzMng0LmRlbW90ZV9mNjR4Ml96ZXJvJykuZ2V0KGhpZ2hbdV0pLm9wKCdmMzJ4NC5kZW1vdGVfZjY0eDJfemVybycpO1xuICAgICAgICAgICAgZi5zaHVmZmxlMzIoWzAsIDEsIDQsIDVdKS5zZXQodmFsdWVbdV0pO1xuICAgICAgICAgIH1cbiAgICAgICAgICBjLmZpbmlzaGVkW2tdID0gdmFsdWU7XG4gICAgICAgIH0gZWxzZSBjLmZpbmlzaGVkW2tdID0gaXNBcmcocikgPyBpbmRleCA6IHZhbHVlO1xuICAgICAgfSk7XG4gICAgfSxcbiAgfTtcbn1cblxuLyoqIEFjY3VtdWxhdG9ycyBmb3IgdGhlIHJlZHVjdGlvbnMgb2YgYSBrZXJuZWwsIGFzIHNjYWxhcnMgb3IgdmVjdG9ycyBieSBpdHMgc2NoZWR1bGUuICovXG5leHBvcnQgY29uc3QgYWNjdW11bGF0b3JzID0gKGM6IENvbnRleHQpOiBBY2N1bXVsYXRvcnMgPT5cbiAgYy5zLm1vZGUgPT09ICdzY2FsYXInID8gc2NhbGFyQWNjdW11bGF0b3JzKGMpIDogdmVjdG9yQWNjdW11bGF0b3JzKGMpO1xuIiwgIi8vIEZvdXItbGFuZSBjb2RlIGZvciBvbmUgbm9kZS4gQm9vbGVhbnMgYXJlIG1hc2tzIChhbGwgYml0cyBvciBub25lKTsgaW50ZWdlcnMgYW5kIGZsb2F0MzIgZmlsbCB0aGVpclxuLy8gbGFuZXMuIFdoYXQgaGFzIG5vIHZlY3RvciBmb3JtIGlzIGNvbXB1dGVkIGxhbmUgYnkgbGFuZS5cbmltcG9ydCB0eXBlIHsgQXRvbSwgSW5kZXggfSBmcm9tICcuLi8uLi8uLi90ZW5zb3IvaW5kZXgtZXhwci50cyc7XG5pbXBvcnQgdHlwZSB7IEJpbmFyeU9wLCBFeHByLCBVbmFyeU9wIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2lyLnRzJztcbmltcG9ydCB0eXBlIHsgTG9jYWwsIE9wIH0gZnJvbSAnLi4vd2FzbS9hc3NlbWJsZXIudHMnO1xuaW1wb3J0IHsgaXNBdG9tLCB0eXBlIE5vZGUgfSBmcm9tICcuL2FuYWx5c2lzLnRzJztcbmltcG9ydCB7IHR5cGUgQ29udGV4dCwgdmFyaWVzLCB2ZWN0b3JMb2NhbCB9IGZyb20gJy4vY29udGV4dC50cyc7XG5pbXBvcnQgeyBlbWl0VmVjdG9yRnVuY3Rpb24sIGlzVmVjdG9yRnVuY3Rpb24sIFRSSUdfTElNSVQgfSBmcm9tICcuL2Zsb2F0LW1hdGgudHMnO1xuaW1wb3J0IHsgZW1pdEZvcm1MYW5lcywgZW1pdFZlY3RvckxvYWQsIHB1c2hMYW5lLCBwdXNoVmVjdG9yIH0gZnJvbSAnLi9tZW1vcnkudHMnO1xuaW1wb3J0IHsgYmlhcywgcHVzaFNjYWxhciB9IGZyb20gJy4vc2NhbGFyLnRzJztcblxuY29uc3QgbGFuZXMgPSAoYWN0aXZlOiBudW1iZXIpOiBudW1iZXJbXSA9PiBbMCwgMSwgMiwgM10uc2xpY2UoMCwgYWN0aXZlKTtcblxuLy8gcXVvdGllbnQgb3IgcmVtYWluZGVyIG9mIGZvdXIgaW5kaWNlcyBieSBhIGNvbnN0YW50OiBzaGlmdHMsIG9yIGEgbXVsdGlwbGljYXRpb24gYnkgdGhlIGludmVyc2Vcbi8vIHNjYWxlZCB0byA2MyBiaXRzIChleGFjdCBmb3IgYXJndW1lbnRzIGJlbG93IDJeMzEpXG5mdW5jdGlvbiBlbWl0RGl2aXNpb24oYzogQ29udGV4dCwgYXRvbTogQXRvbSwgdTogbnVtYmVyKTogdm9pZCB7XG4gIGNvbnN0IHsgZiB9ID0gYztcbiAgY29uc3QgYnkgPSBhdG9tLmJ5IGFzIG51bWJlcjtcbiAgZi5nZXQoKGMudmVjdG9ycy5nZXQoYy5hLmZvcm1PZihhdG9tKSkgYXMgTG9jYWxbXSlbdV0pO1xuICBjb25zdCBzaGlmdCA9IE1hdGgubG9nMihieSk7XG4gIGlmIChOdW1iZXIuaXNJbnRlZ2VyKHNoaWZ0KSkge1xuICAgIGlmIChhdG9tLmtpbmQgPT09ICdkaXYnKSBmLmkzMkNvbnN0KHNoaWZ0KS5vcCgnaTMyeDQuc2hyX3MnKTtcbiAgICBlbHNlIHtcbiAgICAgIGMuaTMyKGJ5IC0gMSk7XG4gICAgICBmLm9wKCd2MTI4LmFuZCcpO1xuICAgIH1cbiAgICByZXR1cm47XG4gIH1cbiAgY29uc3QgYiA9IGJpYXMoYXRvbS5hcmcgYXMgSW5kZXgsIGJ5KTtcbiAgY29uc3QgW3gsIHEsIG1dID0gW2YubG9jYWwoJ3YxMjgnKSwgZi5sb2NhbCgndjEyOCcpLCBmLmxvY2FsKCd2MTI4JyldO1xuICBpZiAoYikge1xuICAgIGMuaTMyKGIpO1xuICAgIGYub3AoJ2kzMng0LmFkZCcpO1xuICB9XG4gIGYuc2V0KHgpO1xuICBjb25zdCBiaXRzID0gMzEgKyBNYXRoLmNlaWwoc2hpZnQpO1xuICBjLmkzMihOdW1iZXIoKCgxbiA8PCBCaWdJbnQoYml0cykpIC8gQmlnSW50KGJ5KSArIDFuKSAmIDB4ZmZmZmZmZmZuKSB8IDApO1xuICBmLnNldChtKTtcbiAgZi5nZXQoeCkuZ2V0KG0pLm9wKCdpNjR4Mi5leHRtdWxfbG93X2kzMng0X3UnKS5pMzJDb25zdChiaXRzKS5vcCgnaTY0eDIuc2hyX3UnKTtcbiAgZi5nZXQoeCkuZ2V0KG0pLm9wKCdpNjR4Mi5leHRtdWxfaGlnaF9pMzJ4NF91JykuaTMyQ29uc3QoYml0cykub3AoJ2k2NHgyLnNocl91Jyk7XG4gIGYuc2h1ZmZsZTMyKFswLCAyLCA0LCA2XSkuc2V0KHEpO1xuICBpZiAoYXRvbS5raW5kID09PSAnZGl2Jykge1xuICAgIGYuZ2V0KHEpO1xuICAgIGlmIChiKSB7XG4gICAgICBjLmkzMihiIC8gYnkpO1xuICAgICAgZi5vcCgnaTMyeDQuc3ViJyk7XG4gICAgfVxuICB9IGVsc2Uge1xuICAgIGYuZ2V0KHgpLmdldChxKTtcbiAgICBjLmkzMihieSk7XG4gICAgZi5vcCgnaTMyeDQubXVsJykub3AoJ2kzMng0LnN1YicpO1xuICB9XG4gIGYuZnJlZSh4LCBxLCBtKTtcbn1cblxuLy8gZWFjaCBhY3RpdmUgbGFuZSB0aHJvdWdoIGEgZnVuY3Rpb24gb2Ygc2NhbGFyc1xuZnVuY3Rpb24gbGFuZXdpc2UoXG4gIGM6IENvbnRleHQsXG4gIGU6IEV4cHIsXG4gIHU6IG51bWJlcixcbiAgYWN0aXZlOiBudW1iZXIsXG4gIGFwcGx5OiAoKSA9PiB2b2lkLFxuICBvcGVyYW5kOiAoeDogRXhwciwgbGFuZTogbnVtYmVyKSA9PiB2b2lkID0gKHgsIGxhbmUpID0+IHB1c2hMYW5lKGMsIHgsIHUsIGxhbmUpLFxuKTogdm9pZCB7XG4gIGNvbnN0IHsgZiB9ID0gYztcbiAgY29uc3QgdG8gPSBmLmxvY2FsKCd2MTI4Jyk7XG4gIGMuaTMyKDApO1xuICBmLnNldCh0byk7XG4gIGZvciAoY29uc3QgbGFuZSBvZiBsYW5lcyhhY3RpdmUpKSB7XG4gICAgZi5nZXQodG8pO1xuICAgIGZvciAoY29uc3QgeCBvZiBlLmFyZ3MpIG9wZXJhbmQoeCwgbGFuZSk7XG4gICAgYXBwbHkoKTtcbiAgICBmLmxhbmUoZS50eXBlID09PSAnZjMyJyA/ICdmMzJ4NC5yZXBsYWNlX2xhbmUnIDogJ2kzMng0LnJlcGxhY2VfbGFuZScsIGxhbmUpLnNldCh0byk7XG4gIH1cbiAgZi5nZXQodG8pO1xuICBmLmZyZWUodG8pO1xufVxuXG5mdW5jdGlvbiBpbXBvcnRlZChjOiBDb250ZXh0LCBlOiBFeHByLCB1OiBudW1iZXIsIGFjdGl2ZTogbnVtYmVyKTogdm9pZCB7XG4gIGNvbnN0IHsgZiB9ID0gYztcbiAgY29uc3Qgc2lnbiA9IGUudHlwZSA9PT0gJ2kzMicgPyAncycgOiAndSc7XG4gIGxhbmV3aXNlKFxuICAgIGMsXG4gICAgZSxcbiAgICB1LFxuICAgIGFjdGl2ZSxcbiAgICAoKSA9PiB7XG4gICAgICBmLmNhbGwoYy5mbihlLm9wIGFzIHN0cmluZykpO1xuICAgICAgZi5vcChlLnR5cGUgPT09ICdmMzInID8gJ2YzMi5kZW1vdGVfZjY0JyA6IGBpMzIudHJ1bmNfc2F0X2Y2NF8ke3NpZ259YCk7XG4gICAgfSxcbiAgICAoeCwgbGFuZSkgPT4ge1xuICAgICAgcHVzaExhbmUoYywgeCwgdSwgbGFuZSk7XG4gICAgICBmLm9wKGUudHlwZSA9PT0gJ2YzMicgPyAnZjY0LnByb21vdGVfZjMyJyA6IGBmNjQuY29udmVydF9pMzJfJHtzaWdufWApO1xuICAgIH0sXG4gICk7XG59XG5cbmNvbnN0IHVuYXJ5T3BzOiBQYXJ0aWFsPFJlY29yZDxVbmFyeU9wLCBPcD4+ID0ge1xuICBuZWc6ICdmMzJ4NC5uZWcnLFxuICBhYnM6ICdmMzJ4NC5hYnMnLFxuICBzcXJ0OiAnZjMyeDQuc3FydCcsXG4gIGZsb29yOiAnZjMyeDQuZmxvb3InLFxuICBjZWlsOiAnZjMyeDQuY2VpbCcsXG4gIHJvdW5kOiAnZjMyeDQubmVhcmVzdCcsXG4gIHRydW5jOiAnZjMyeDQudHJ1bmMnLFxufTtcblxuZnVuY3Rpb24gZW1pdFVuYXJ5KGM6IENvbnRleHQsIGU6IEV4cHIsIHU6IG51bWJlciwgYWN0aXZlOiBudW1iZXIpOiB2b2lkIHtcbiAgY29uc3QgeyBmIH0gPSBjO1xuICBjb25zdCBbeF0gPSBlLmFyZ3M7XG4gIGNvbnN0IG9wID0gZS5vcCBhcyBVbmFyeU9wO1xuICBpZiAoZS50eXBlICE9PSAnZjMyJykge1xuICAgIHB1c2hWZWN0b3IoYywgeCwgdSk7XG4gICAgaWYgKG9wID09PSAnbmVnJykgZi5vcCgnaTMyeDQubmVnJyk7XG4gICAgZWxzZSBpZiAob3AgPT09ICdhYnMnICYmIGUudHlwZSA9PT0gJ2kzMicpIGYub3AoJ2kzMng0LmFicycpO1xuICAgIGVsc2UgaWYgKG9wID09PSAnbm90JyB8fCBvcCA9PT0gJ2JpdE5vdCcpIGYub3AoJ3YxMjgubm90Jyk7XG4gICAgcmV0dXJuO1xuICB9XG4gIGlmICh1bmFyeU9wc1tvcF0pIHtcbiAgICBwdXNoVmVjdG9yKGMsIHgsIHUpO1xuICAgIGYub3AodW5hcnlPcHNbb3BdKTtcbiAgfSBlbHNlIGlmIChvcCA9PT0gJ3JzcXJ0Jykge1xuICAgIGMuZjMyKDEpO1xuICAgIHB1c2hWZWN0b3IoYywgeCwgdSk7XG4gICAgZi5vcCgnZjMyeDQuc3FydCcpLm9wKCdmMzJ4NC5kaXYnKTtcbiAgfSBlbHNlIGlmIChpc1ZlY3RvckZ1bmN0aW9uKG9wKSkge1xuICAgIGNvbnN0IHYgPSAoYy52ZWN0b3JzLmdldCh4KSBhcyBMb2NhbFtdKVt1XTtcbiAgICBjb25zdCBmYXN0ID0gKCk6IHZvaWQgPT4gZW1pdFZlY3RvckZ1bmN0aW9uKGMsIG9wLCB2KTtcbiAgICBpZiAob3AgIT09ICdzaW4nICYmIG9wICE9PSAnY29zJykge1xuICAgICAgZmFzdCgpO1xuICAgICAgcmV0dXJuO1xuICAgIH1cbiAgICBmLmdldCh2KS5vcCgnZjMyeDQuYWJzJyk7XG4gICAgYy5mMzIoVFJJR19MSU1JVCk7XG4gICAgZi5vcCgnZjMyeDQuZ3QnKS5vcCgndjEyOC5hbnlfdHJ1ZScpO1xuICAgIGYuaWYoKCkgPT4gaW1wb3J0ZWQoYywgZSwgdSwgYWN0aXZlKSwgZmFzdCwgJ3YxMjgnKTtcbiAgfSBlbHNlIGltcG9ydGVkKGMsIGUsIHUsIGFjdGl2ZSk7XG59XG5cbmNvbnN0IGZsb2F0T3BzOiBQYXJ0aWFsPFJlY29yZDxCaW5hcnlPcCwgT3A+PiA9IHtcbiAgYWRkOiAnZjMyeDQuYWRkJyxcbiAgc3ViOiAnZjMyeDQuc3ViJyxcbiAgbXVsOiAnZjMyeDQubXVsJyxcbiAgZGl2OiAnZjMyeDQuZGl2JyxcbiAgbWluOiAnZjMyeDQubWluJyxcbiAgbWF4OiAnZjMyeDQubWF4JyxcbiAgZXE6ICdmMzJ4NC5lcScsXG4gIG5lOiAnZjMyeDQubmUnLFxuICBsdDogJ2YzMng0Lmx0JyxcbiAgbGU6ICdmMzJ4NC5sZScsXG59O1xuXG5jb25zdCBpbnRlZ2VyT3BzOiBQYXJ0aWFsPFJlY29yZDxCaW5hcnlPcCwgc3RyaW5nPj4gPSB7XG4gIGFkZDogJ2kzMng0LmFkZCcsXG4gIHN1YjogJ2kzMng0LnN1YicsXG4gIG11bDogJ2kzMng0Lm11bCcsXG4gIGFuZDogJ3YxMjguYW5kJyxcbiAgb3I6ICd2MTI4Lm9yJyxcbiAgeG9yOiAndjEyOC54b3InLFxuICBlcTogJ2kzMng0LmVxJyxcbiAgbmU6ICdpMzJ4NC5uZScsXG4gIGx0OiAnaTMyeDQubHRfJyxcbiAgbGU6ICdpMzJ4NC5sZV8nLFxuICBtaW46ICdpMzJ4NC5taW5fJyxcbiAgbWF4OiAnaTMyeDQubWF4XycsXG59O1xuXG4vLyBtYXNrczogbWluLCBtdWwgYW5kIGBhbmRgIGFncmVlLCBhcyBkbyBtYXgsIGFkZCBhbmQgYG9yYDsgZmFsc2UgPCB0cnVlXG5jb25zdCBib29sT3BzOiBQYXJ0aWFsPFJlY29yZDxCaW5hcnlPcCwgT3A+PiA9IHtcbiAgYW5kOiAndjEyOC5hbmQnLFxuICBtdWw6ICd2MTI4LmFuZCcsXG4gIG1pbjogJ3YxMjguYW5kJyxcbiAgb3I6ICd2MTI4Lm9yJyxcbiAgYWRkOiAndjEyOC5vcicsXG4gIG1heDogJ3YxMjgub3InLFxuICB4b3I6ICd2MTI4LnhvcicsXG4gIG5lOiAndjEyOC54b3InLFxuICBlcTogJ2kzMng0LmVxJyxcbiAgbHQ6ICdpMzJ4NC5ndF9zJyxcbiAgbGU6ICdpMzJ4NC5nZV9zJyxcbiAgc3ViOiAndjEyOC54b3InLFxufTtcblxuY29uc3QgcGxhaW5OdW1iZXIgPSAoZTogRXhwcik6IGJvb2xlYW4gPT5cbiAgZS5raW5kID09PSAnY29uc3QnICYmICFOdW1iZXIuaXNOYU4oZS52YWx1ZSBhcyBudW1iZXIpICYmICFPYmplY3QuaXMoZS52YWx1ZSwgLTApO1xuXG5mdW5jdGlvbiBlbWl0QmluYXJ5KGM6IENvbnRleHQsIGU6IEV4cHIsIHU6IG51bWJlciwgYWN0aXZlOiBudW1iZXIpOiB2b2lkIHtcbiAgY29uc3QgeyBmIH0gPSBjO1xuICBjb25zdCBbeCwgeV0gPSBlLmFyZ3M7XG4gIGNvbnN0IG9wID0gZS5vcCBhcyBCaW5hcnlPcDtcbiAgY29uc3QgYm90aCA9ICgpOiB2b2lkID0+IHtcbiAgICBwdXNoVmVjdG9yKGMsIHgsIHUpO1xuICAgIHB1c2hWZWN0b3IoYywgeSwgdSk7XG4gIH07XG4gIGNvbnN0IHQgPSB4LnR5cGU7XG4gIGlmICh0ID09PSAnZjMyJykge1xuICAgIGlmICgob3AgPT09ICdtaW4nIHx8IG9wID09PSAnbWF4JykgJiYgKHBsYWluTnVtYmVyKHgpIHx8IHBsYWluTnVtYmVyKHkpKSkge1xuICAgICAgLy8gcG1pbiBhbmQgcG1heCByZXR1cm4gdGhlaXIgZmlyc3Qgb3BlcmFuZCBpZiBpdCBpcyBOYU4sIGluIG9uZSBpbnN0cnVjdGlvblxuICAgICAgY29uc3QgW2ZpcnN0LCBzZWNvbmRdID0gcGxhaW5OdW1iZXIoeSkgPyBbeCwgeV0gOiBbeSwgeF07XG4gICAgICBwdXNoVmVjdG9yKGMsIGZpcnN0LCB1KTtcbiAgICAgIHB1c2hWZWN0b3IoYywgc2Vjb25kLCB1KTtcbiAgICAgIGYub3Aob3AgPT09ICdtaW4nID8gJ2YzMng0LnBtaW4nIDogJ2YzMng0LnBtYXgnKTtcbiAgICB9IGVsc2UgaWYgKGZsb2F0T3BzW29wXSkge1xuICAgICAgYm90aCgpO1xuICAgICAgZi5vcChmbG9hdE9wc1tvcF0pO1xuICAgIH0gZWxzZSBpZiAob3AgPT09ICdwb3cnICYmIHkua2luZCA9PT0gJ2NvbnN0JyAmJiB5LnZhbHVlID09PSAyKSB7XG4gICAgICBwdXNoVmVjdG9yKGMsIHgsIHUpO1xuICAgICAgcHVzaFZlY3RvcihjLCB4LCB1KTtcbiAgICAgIGYub3AoJ2YzMng0Lm11bCcpO1xuICAgIH0gZWxzZSBpbXBvcnRlZChjLCBlLCB1LCBhY3RpdmUpO1xuICAgIHJldHVybjtcbiAgfVxuICBjb25zdCBzaWduID0gdCA9PT0gJ2kzMicgPyAncycgOiAndSc7XG4gIGlmICh0ID09PSAnYm9vbCcgJiYgYm9vbE9wc1tvcF0pIHtcbiAgICBib3RoKCk7XG4gICAgZi5vcChib29sT3BzW29wXSk7XG4gIH0gZWxzZSBpZiAob3AgPT09ICdzaGwnIHx8IG9wID09PSAnc2hyJykge1xuICAgIGNvbnN0IG5hbWUgPSBvcCA9PT0gJ3NobCcgPyAnc2hsJyA6IChgc2hyXyR7c2lnbn1gIGFzIGNvbnN0KTtcbiAgICBpZiAodmFyaWVzKGMsIHkpKSBsYW5ld2lzZShjLCBlLCB1LCBhY3RpdmUsICgpID0+IGYub3AoYGkzMi4ke25hbWV9YCkpO1xuICAgIGVsc2Uge1xuICAgICAgcHVzaFZlY3RvcihjLCB4LCB1KTtcbiAgICAgIHB1c2hTY2FsYXIoYywgeSk7XG4gICAgICBmLm9wKGBpMzJ4NC4ke25hbWV9YCk7XG4gICAgfVxuICB9IGVsc2UgaWYgKG9wID09PSAnZGl2JyB8fCBvcCA9PT0gJ3JlbScpIHtcbiAgICBsYW5ld2lzZShjLCBlLCB1LCBhY3RpdmUsICgpID0+IGYuY2FsbChjLmZuKGBpMzIuJHtvcH1fJHtzaWdufWApKSk7XG4gIH0gZWxzZSBpZiAoaW50ZWdlck9wc1tvcF0pIHtcbiAgICBib3RoKCk7XG4gICAgY29uc3QgbmFtZSA9IGludGVnZXJPcHNbb3BdO1xuICAgIGYub3AoKG5hbWUuZW5kc1dpdGgoJ18nKSA/IG5hbWUgKyBzaWduIDogbmFtZSkgYXMgT3ApO1xuICB9IGVsc2UgaW1wb3J0ZWQoYywgZSwgdSwgYWN0aXZlKTtcbn1cblxuZnVuY3Rpb24gZW1pdENhc3QoYzogQ29udGV4dCwgZTogRXhwciwgdTogbnVtYmVyKTogdm9pZCB7XG4gIGNvbnN0IHsgZiB9ID0gYztcbiAgY29uc3QgW3hdID0gZS5hcmdzO1xuICBwdXNoVmVjdG9yKGMsIHgsIHUpO1xuICBpZiAoZS50eXBlID09PSAnYm9vbCcpIHtcbiAgICBjLmkzMigwKTtcbiAgICBmLm9wKHgudHlwZSA9PT0gJ2YzMicgPyAnZjMyeDQubmUnIDogJ2kzMng0Lm5lJyk7XG4gIH0gZWxzZSBpZiAoeC50eXBlID09PSAnYm9vbCcpIHtcbiAgICBpZiAoZS50eXBlID09PSAnZjMyJykgYy5mMzIoMSk7XG4gICAgZWxzZSBjLmkzMigxKTtcbiAgICBmLm9wKCd2MTI4LmFuZCcpO1xuICB9IGVsc2UgaWYgKGUudHlwZSA9PT0gJ2YzMicpIGYub3AoYGYzMng0LmNvbnZlcnRfaTMyeDRfJHt4LnR5cGUgPT09ICdpMzInID8gJ3MnIDogJ3UnfWApO1xuICBlbHNlIGlmICh4LnR5cGUgPT09ICdmMzInKSBmLm9wKGBpMzJ4NC50cnVuY19zYXRfZjMyeDRfJHtlLnR5cGUgPT09ICdpMzInID8gJ3MnIDogJ3UnfWApO1xufVxuXG4vKiogQ29tcHV0ZXMgY29weSBgdWAgb2YgYSBub2RlIHRoYXQgdmFyaWVzIGJldHdlZW4gbGFuZXMgaW50byBpdHMgbG9jYWwuICovXG5leHBvcnQgZnVuY3Rpb24gZW1pdFZlY3RvcihjOiBDb250ZXh0LCBuOiBOb2RlLCB1OiBudW1iZXIsIGFjdGl2ZTogbnVtYmVyKTogdm9pZCB7XG4gIGNvbnN0IHsgZiB9ID0gYztcbiAgaWYgKG4ua2luZCA9PT0gJ2Zvcm0nKSB7XG4gICAgZW1pdEZvcm1MYW5lcyhjLCBuLCB1KTtcbiAgICByZXR1cm47XG4gIH1cbiAgaWYgKGlzQXRvbShuKSkge1xuICAgIGlmIChuLmtpbmQgPT09ICdkYXRhJyB8fCBuLmtpbmQgPT09ICdheGlzJykgcmV0dXJuO1xuICAgIGVtaXREaXZpc2lvbihjLCBuLCB1KTtcbiAgICBmLnNldCh2ZWN0b3JMb2NhbChjLCBuLCB1KSk7XG4gICAgcmV0dXJuO1xuICB9XG4gIGlmIChuLmtpbmQgPT09ICdpbmRleCcpIGYuZ2V0KChjLnZlY3RvcnMuZ2V0KGMuYS5mb3JtT2YobikpIGFzIExvY2FsW10pW3VdKTtcbiAgZWxzZSBpZiAobi5raW5kID09PSAnbG9hZCcpIGVtaXRWZWN0b3JMb2FkKGMsIG4sIHUsIGFjdGl2ZSk7XG4gIGVsc2UgaWYgKG4ua2luZCA9PT0gJ2FjYycpIGYuZ2V0KGMuZmluaXNoZWRbbi5idWZmZXIgYXMgbnVtYmVyXVt1XSk7XG4gIGVsc2UgaWYgKG4ua2luZCA9PT0gJ3VuYXJ5JykgZW1pdFVuYXJ5KGMsIG4sIHUsIGFjdGl2ZSk7XG4gIGVsc2UgaWYgKG4ua2luZCA9PT0gJ2JpbmFyeScpIGVtaXRCaW5hcnkoYywgbiwgdSwgYWN0aXZlKTtcbiAgZWxzZSBpZiAobi5raW5kID09PSAnY2FzdCcpIGVtaXRDYXN0KGMsIG4sIHUpO1xuICBlbHNlIGlmIChuLmtpbmQgPT09ICdzZWxlY3QnKSB7XG4gICAgcHVzaFZlY3RvcihjLCBuLmFyZ3NbMV0sIHUpO1xuICAgIHB1c2hWZWN0b3IoYywgbi5hcmdzWzJdLCB1KTtcbiAgICBwdXNoVmVjdG9yKGMsIG4uYXJnc1swXSwgdSk7XG4gICAgZi5vcCgndjEyOC5iaXRzZWxlY3QnKTtcbiAgfSBlbHNlIHB1c2hWZWN0b3IoYywgbi5hcmdzWzBdLCB1KTtcbiAgZi5zZXQodmVjdG9yTG9jYWwoYywgbiwgdSkpO1xufVxuIiwgIi8vIEZyb20gYSBuZXN0IHRvIGEgV2ViQXNzZW1ibHkgbW9kdWxlIHdpdGggb25lIGZ1bmN0aW9uIHJ1bihpbnB1dHMuLi4sIG91dHB1dHMuLi4pIG9mIGJ5dGUgcG9pbnRlcnMuXG4vLyBFdmVyeSBub2RlIGlzIGNvbXB1dGVkIG9uY2UsIGF0IHRoZSBkZXB0aCBvZiB0aGUgaW5uZXJtb3N0IGxvb3AgaXQgZGVwZW5kcyBvbiAod2hpY2ggaG9pc3RzXG4vLyBpbnZhcmlhbnRzIGFuZCBhZGRyZXNzIGFyaXRobWV0aWMpOyBub2RlcyB0aGF0IGRpZmZlciBiZXR3ZWVuIGxhbmVzIGJlY29tZSB2ZWN0b3JzLCB0aGUgcmVzdFxuLy8gc2NhbGFycyB0aGF0IGFyZSBzcGxhdHRlZCB3aGVyZSBhIHZlY3RvciBuZWVkcyB0aGVtLlxuaW1wb3J0IHR5cGUgeyBOZXN0S2VybmVsIH0gZnJvbSAnLi4vLi4vLi4vY29tcGlsZXIvcHJvZ3JhbS50cyc7XG5pbXBvcnQgdHlwZSB7IEV4cHIgfSBmcm9tICcuLi8uLi8uLi90ZW5zb3IvaXIudHMnO1xuaW1wb3J0IHsgRnVuY3Rpb25CdWlsZGVyLCB0eXBlIExvY2FsLCBNb2R1bGVCdWlsZGVyIH0gZnJvbSAnLi4vd2FzbS9hc3NlbWJsZXIudHMnO1xuaW1wb3J0IHsgdHlwZSBBbmFseXNpcywgYW5hbHlzZSwgdHlwZSBGb3JtLCBpc0F0b20sIHR5cGUgTG9vcCwgdHlwZSBOb2RlIH0gZnJvbSAnLi9hbmFseXNpcy50cyc7XG5pbXBvcnQgeyB0eXBlIENvbnN0YW50cywgdHlwZSBDb250ZXh0LCBsb2NhbEZvciwgdmFyaWVzIH0gZnJvbSAnLi9jb250ZXh0LnRzJztcbmltcG9ydCB7IGVtaXRWZWN0b3JGdW5jdGlvbiwgaXNWZWN0b3JGdW5jdGlvbiwgVFJJR19MSU1JVCB9IGZyb20gJy4vZmxvYXQtbWF0aC50cyc7XG5pbXBvcnQgeyBkZWNsYXJlRnVuY3Rpb25zLCB0eXBlIEltcG9ydHMgfSBmcm9tICcuL2Z1bmN0aW9ucy50cyc7XG5pbXBvcnQgeyBlbWl0Rmlyc3QsIGVtaXRTY2FsYXJTdG9yZSwgZW1pdFZlY3RvclN0b3JlIH0gZnJvbSAnLi9tZW1vcnkudHMnO1xuaW1wb3J0IHsgYWNjdW11bGF0b3JzIH0gZnJvbSAnLi9yZWR1Y2UudHMnO1xuaW1wb3J0IHsgZW1pdFNjYWxhciwgcHVzaEF0b20sIHB1c2hTY2FsYXIgfSBmcm9tICcuL3NjYWxhci50cyc7XG5pbXBvcnQgeyB0eXBlIFNjaGVkdWxlLCBzY2hlZHVsZSB9IGZyb20gJy4vc2NoZWR1bGUudHMnO1xuaW1wb3J0IHsgZW1pdFZlY3RvciB9IGZyb20gJy4vdmVjdG9yLnRzJztcblxuLyoqIEEgZ2VuZXJhdGVkIG1vZHVsZS4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgTmVzdE1vZHVsZSB7XG4gIHJlYWRvbmx5IGJ5dGVzOiBVaW50OEFycmF5PEFycmF5QnVmZmVyPjtcbiAgcmVhZG9ubHkgaW1wb3J0czogSW1wb3J0cztcbiAgcmVhZG9ubHkgc2NoZWR1bGU6IFNjaGVkdWxlO1xufVxuXG5jb25zdCBiaXRzT2YgPSBuZXcgRGF0YVZpZXcobmV3IEFycmF5QnVmZmVyKDQpKTtcbmNvbnN0IGYzMkJpdHMgPSAodmFsdWU6IG51bWJlcik6IG51bWJlciA9PiB7XG4gIGJpdHNPZi5zZXRGbG9hdDMyKDAsIHZhbHVlKTtcbiAgcmV0dXJuIGJpdHNPZi5nZXRJbnQzMigwKTtcbn07XG5cbi8vIENvbnN0YW50cyBvZiB0aGUgdmVjdG9yIGZ1bmN0aW9ucywgZm91bmQgYnkgbGV0dGluZyB0aGVtIHdyaXRlIGludG8gdGhlIHZvaWQuXG5jb25zdCBmdW5jdGlvbkNvbnN0YW50cyA9IG5ldyBNYXA8c3RyaW5nLCByZWFkb25seSBudW1iZXJbXT4oKTtcbmZ1bmN0aW9uIGNvbnN0YW50c09mKG5hbWU6IHN0cmluZywgcmVsYXhlZDogYm9vbGVhbik6IHJlYWRvbmx5IG51bWJlcltdIHtcbiAgY29uc3Qga2V5ID0gYCR7bmFtZX0gJHtyZWxheGVkfWA7XG4gIGxldCBmb3VuZCA9IGZ1bmN0aW9uQ29uc3RhbnRzLmdldChrZXkpO1xuICBpZiAoIWZvdW5kKSB7XG4gICAgY29uc3QgYml0cyA9IG5ldyBTZXQ8bnVtYmVyPigpO1xuICAgIGNvbnN0IGYgPSBuZXcgRnVuY3Rpb25CdWlsZGVyKFtdKTtcbiAgICBjb25zdCBub3RlID0geyBmMzI6ICh2OiBudW1iZXIpID0+IGJpdHMuYWRkKGYzMkJpdHModikpLCBpMzI6ICh2OiBudW1iZXIpID0+IGJpdHMuYWRkKHYgfCAwKSB9O1xuICAgIGlmIChpc1ZlY3RvckZ1bmN0aW9uKG5hbWUpKSBlbWl0VmVjdG9yRnVuY3Rpb24oeyBmLCByZWxheGVkLCAuLi5ub3RlIH0sIG5hbWUsIGYubG9jYWwoJ3YxMjgnKSk7XG4gICAgaWYgKG5hbWUgPT09ICdzaW4nIHx8IG5hbWUgPT09ICdjb3MnKSBub3RlLmYzMihUUklHX0xJTUlUKTtcbiAgICBmb3VuZCA9IFsuLi5iaXRzXTtcbiAgICBmdW5jdGlvbkNvbnN0YW50cy5zZXQoa2V5LCBmb3VuZCk7XG4gIH1cbiAgcmV0dXJuIGZvdW5kO1xufVxuXG5mdW5jdGlvbiBjb25zdGFudFBvb2woZjogRnVuY3Rpb25CdWlsZGVyLCBhOiBBbmFseXNpcywgczogU2NoZWR1bGUsIHJlbGF4ZWQ6IGJvb2xlYW4pOiBDb25zdGFudHMge1xuICBjb25zdCBsb2NhbHMgPSBuZXcgTWFwPG51bWJlciwgTG9jYWw+KCk7XG4gIGNvbnN0IGtlZXAgPSAoYml0czogbnVtYmVyKTogdm9pZCA9PiB7XG4gICAgaWYgKGxvY2Fscy5oYXMoYml0cykpIHJldHVybjtcbiAgICBjb25zdCBsID0gZi5sb2NhbCgndjEyOCcpO1xuICAgIGxvY2Fscy5zZXQoYml0cywgbCk7XG4gICAgZi5pMzJ4NENvbnN0KGJpdHMpLnNldChsKTtcbiAgfTtcbiAgaWYgKHMudmVjdG9yKSB7XG4gICAgZm9yIChjb25zdCBuIG9mIGEubm9kZXMpIHtcbiAgICAgIGlmICghKChhLm1hc2tzLmdldChuKSBhcyBudW1iZXIpICYgcy52ZWN0b3IuYml0KSkgY29udGludWU7XG4gICAgICBpZiAobi5raW5kID09PSAndW5hcnknICYmIG4udHlwZSA9PT0gJ2YzMicpIHtcbiAgICAgICAgZm9yIChjb25zdCBiaXRzIG9mIGNvbnN0YW50c09mKG4ub3AgYXMgc3RyaW5nLCByZWxheGVkKSkga2VlcChiaXRzKTtcbiAgICAgIH1cbiAgICB9XG4gIH1cbiAgY29uc3QgcHVzaCA9IChiaXRzOiBudW1iZXIpOiB2b2lkID0+IHtcbiAgICBjb25zdCBsID0gbG9jYWxzLmdldChiaXRzKTtcbiAgICBpZiAobCkgZi5nZXQobCk7XG4gICAgZWxzZSBmLmkzMng0Q29uc3QoYml0cyk7XG4gIH07XG4gIHJldHVybiB7IGYzMjogKHYpID0+IHB1c2goZjMyQml0cyh2KSksIGkzMjogKHYpID0+IHB1c2godiB8IDApIH07XG59XG5cbi8vIFVuaWZvcm0gb3BlcmFuZHMgb2YgdmVjdG9yIG5vZGVzOiB0aGVpciB2YWx1ZXMgYXJlIHdhbnRlZCBpbiBhbGwgbGFuZXMuXG5mdW5jdGlvbiBzcGxhdHRlZChjOiBDb250ZXh0KTogU2V0PE5vZGU+IHtcbiAgY29uc3Qgd2FudGVkID0gbmV3IFNldDxOb2RlPigpO1xuICBpZiAoIWMucy52ZWN0b3IpIHJldHVybiB3YW50ZWQ7XG4gIGNvbnN0IHdhbnQgPSAoZTogRXhwcik6IHZvaWQgPT4ge1xuICAgIGlmICghdmFyaWVzKGMsIGUpKSB3YW50ZWQuYWRkKGUpO1xuICB9O1xuICBmb3IgKGNvbnN0IG4gb2YgYy5hLm5vZGVzKSB7XG4gICAgaWYgKG4ua2luZCAhPT0gJ2Zvcm0nICYmICFpc0F0b20obikgJiYgdmFyaWVzKGMsIG4pKSBuLmFyZ3MuZm9yRWFjaCh3YW50KTtcbiAgfVxuICBmb3IgKGNvbnN0IHIgb2YgYy5hLnJlZHVjdGlvbnMpIHtcbiAgICB3YW50KHIuYm9keSk7XG4gICAgaWYgKHIucG9zaXRpb24pIHdhbnQoci5wb3NpdGlvbik7XG4gIH1cbiAgaWYgKGMucy52ZWN0b3Iub3V0cHV0KSBjLmEucmVzdWx0cy5mb3JFYWNoKHdhbnQpO1xuICByZXR1cm4gd2FudGVkO1xufVxuXG5mdW5jdGlvbiBlbWl0U3BsYXQoYzogQ29udGV4dCwgZTogRXhwcik6IHZvaWQge1xuICBjb25zdCB7IGYgfSA9IGM7XG4gIGlmIChlLmtpbmQgPT09ICdjb25zdCcpIHtcbiAgICBpZiAoZS50eXBlID09PSAnZjMyJykgYy5mMzIoZS52YWx1ZSBhcyBudW1iZXIpO1xuICAgIGVsc2UgYy5pMzIoZS50eXBlID09PSAnYm9vbCcgPyAtTnVtYmVyKGUudmFsdWUgIT09IDApIDogKGUudmFsdWUgYXMgbnVtYmVyKSk7XG4gIH0gZWxzZSB7XG4gICAgaWYgKGUudHlwZSA9PT0gJ2Jvb2wnKSBmLmkzMkNvbnN0KDApO1xuICAgIHB1c2hTY2FsYXIoYywgZSk7XG4gICAgaWYgKGUudHlwZSA9PT0gJ2Jvb2wnKSBmLm9wKCdpMzIuc3ViJyk7XG4gICAgZi5vcChlLnR5cGUgPT09ICdmMzInID8gJ2YzMng0LnNwbGF0JyA6ICdpMzJ4NC5zcGxhdCcpO1xuICB9XG4gIGYuc2V0KGxvY2FsRm9yKGMsIGMuc3BsYXRzLCBlLCAndjEyOCcpKTtcbn1cblxuaW50ZXJmYWNlIEZvcm1MZXZlbHMge1xuICAvKiogVGVybXMgd2l0aCBhbiBhdG9tIHRoYXQgaXMgZXF1YWwgaW4gYWxsIGxhbmVzLCBieSB0aGUgbGV2ZWwgYXQgd2hpY2ggdGhleSBhcmUgYWRkZWQuICovXG4gIHJlYWRvbmx5IHRlcm1zOiBNYXA8bnVtYmVyLCBGb3JtWydpbmRleCddWyd0ZXJtcyddPjtcbiAgcmVhZG9ubHkgbG9jYWxzOiBNYXA8bnVtYmVyLCBMb2NhbD47XG59XG5cbi8qKiBXcml0ZXMgdGhlIGJvZHkgb2YgYHJ1bmAuICovXG5jbGFzcyBOZXN0V3JpdGVyIHtcbiAgcHJpdmF0ZSByZWFkb25seSB1bmlmb3JtOiBOb2RlW11bXTtcbiAgcHJpdmF0ZSByZWFkb25seSB2ZWN0b3I6IE5vZGVbXVtdO1xuICBwcml2YXRlIHJlYWRvbmx5IGZvcm1zID0gbmV3IE1hcDxGb3JtLCBGb3JtTGV2ZWxzPigpO1xuICBwcml2YXRlIHJlYWRvbmx5IHdhbnRlZDogU2V0PE5vZGU+O1xuICBwcml2YXRlIHJlYWRvbmx5IGM6IENvbnRleHQ7XG5cbiAgY29uc3RydWN0b3IoYzogQ29udGV4dCkge1xuICAgIHRoaXMuYyA9IGM7XG4gICAgY29uc3QgeyBzLCBhIH0gPSBjO1xuICAgIGNvbnN0IGxldmVscyA9IHMub3JkZXIubGVuZ3RoICsgMTtcbiAgICB0aGlzLnVuaWZvcm0gPSBBcnJheS5mcm9tKHsgbGVuZ3RoOiBsZXZlbHMgfSwgKCkgPT4gW10pO1xuICAgIHRoaXMudmVjdG9yID0gQXJyYXkuZnJvbSh7IGxlbmd0aDogbGV2ZWxzIH0sICgpID0+IFtdKTtcbiAgICB0aGlzLndhbnRlZCA9IHNwbGF0dGVkKGMpO1xuICAgIGZvciAoY29uc3QgbiBvZiBhLm5vZGVzKSB7XG4gICAgICBjb25zdCBsZXZlbCA9IHMubGV2ZWxPZihhLm1hc2tzLmdldChuKSBhcyBudW1iZXIpO1xuICAgICAgaWYgKG4ua2luZCA9PT0gJ2Zvcm0nKSB0aGlzLnBsYWNlRm9ybShuKTtcbiAgICAgIGVsc2UgaWYgKCF2YXJpZXMoYywgbikpIHRoaXMudW5pZm9ybVtsZXZlbF0ucHVzaChuKTtcbiAgICAgIGlmICh2YXJpZXMoYywgbikpIHRoaXMudmVjdG9yW2xldmVsXS5wdXNoKG4pO1xuICAgIH1cbiAgfVxuXG4gIHByaXZhdGUgcGxhY2VGb3JtKGZvcm06IEZvcm0pOiB2b2lkIHtcbiAgICBjb25zdCB7IHMsIGEgfSA9IHRoaXMuYztcbiAgICBjb25zdCB0ZXJtcyA9IG5ldyBNYXA8bnVtYmVyLCBGb3JtWydpbmRleCddWyd0ZXJtcyddW251bWJlcl1bXT4oW1swLCBbXV1dKTtcbiAgICBmb3IgKGNvbnN0IHRlcm0gb2YgZm9ybS5pbmRleC50ZXJtcykge1xuICAgICAgY29uc3QgeyBhdG9tIH0gPSB0ZXJtO1xuICAgICAgY29uc3QgbG9vcCA9IHMub3JkZXIuZmluZCgobCkgPT4gbC5uYW1lID09PSBhdG9tLmF4aXMpO1xuICAgICAgY29uc3QgbWFzayA9IGF0b20ua2luZCA9PT0gJ2F4aXMnID8gKGxvb3A/LmJpdCA/PyAwKSA6IChhLm1hc2tzLmdldChhdG9tKSBhcyBudW1iZXIpO1xuICAgICAgaWYgKHMudmVjdG9yICYmIG1hc2sgJiBzLnZlY3Rvci5iaXQpIGNvbnRpbnVlO1xuICAgICAgY29uc3QgbGV2ZWwgPSBzLmxldmVsT2YobWFzayk7XG4gICAgICBjb25zdCBsaXN0ID0gdGVybXMuZ2V0KGxldmVsKTtcbiAgICAgIGlmIChsaXN0KSBsaXN0LnB1c2godGVybSk7XG4gICAgICBlbHNlIHRlcm1zLnNldChsZXZlbCwgW3Rlcm1dKTtcbiAgICB9XG4gICAgdGhpcy5mb3Jtcy5zZXQoZm9ybSwgeyB0ZXJtcywgbG9jYWxzOiBuZXcgTWFwKCkgfSk7XG4gICAgZm9yIChjb25zdCBsZXZlbCBvZiB0ZXJtcy5rZXlzKCkpIHRoaXMudW5pZm9ybVtsZXZlbF0ucHVzaChmb3JtKTtcbiAgfVxuXG4gIC8vIGJhc2UgYXQgYGxldmVsYCA9IGJhc2UgYXQgdGhlIGxldmVsIGFib3ZlICsgdGVybXMgb2YgdGhpcyBsZXZlbFxuICBwcml2YXRlIGVtaXRGb3JtKGZvcm06IEZvcm0sIGxldmVsOiBudW1iZXIpOiB2b2lkIHtcbiAgICBjb25zdCB7IGMgfSA9IHRoaXM7XG4gICAgY29uc3QgeyBmIH0gPSBjO1xuICAgIGNvbnN0IHsgdGVybXMsIGxvY2FscyB9ID0gdGhpcy5mb3Jtcy5nZXQoZm9ybSkgYXMgRm9ybUxldmVscztcbiAgICBsZXQgdG8gPSBsb2NhbHMuZ2V0KGxldmVsKTtcbiAgICBpZiAoIXRvKSB7XG4gICAgICB0byA9IGYubG9jYWwoJ2kzMicpO1xuICAgICAgbG9jYWxzLnNldChsZXZlbCwgdG8pO1xuICAgIH1cbiAgICBjb25zdCBwb2ludGVyID0gZm9ybS5idWZmZXIgPCAwID8gdW5kZWZpbmVkIDogYy5wb2ludGVyc1tmb3JtLmJ1ZmZlcl07XG4gICAgY29uc3QgYWJvdmUgPSBbLi4ubG9jYWxzLmtleXMoKV0uZmlsdGVyKChsKSA9PiBsIDwgbGV2ZWwpO1xuICAgIGlmIChsZXZlbCA+IDApIGYuZ2V0KGxvY2Fscy5nZXQoTWF0aC5tYXgoLi4uYWJvdmUpKSBhcyBMb2NhbCk7XG4gICAgZWxzZSB7XG4gICAgICBjb25zdCBvZmZzZXQgPSBmb3JtLmluZGV4LmNvbnN0YW50ICogZm9ybS5ieXRlcztcbiAgICAgIGlmIChwb2ludGVyKSBmLmdldChwb2ludGVyKTtcbiAgICAgIGlmICghcG9pbnRlciB8fCBvZmZzZXQpIGYuaTMyQ29uc3Qob2Zmc2V0KTtcbiAgICAgIGlmIChwb2ludGVyICYmIG9mZnNldCkgZi5vcCgnaTMyLmFkZCcpO1xuICAgIH1cbiAgICBmb3IgKGNvbnN0IHsgY29lZmZpY2llbnQsIGF0b20gfSBvZiB0ZXJtcy5nZXQobGV2ZWwpIGFzIEZvcm1bJ2luZGV4J11bJ3Rlcm1zJ10pIHtcbiAgICAgIHB1c2hBdG9tKGMsIGF0b20pO1xuICAgICAgY29uc3QgayA9IGNvZWZmaWNpZW50ICogZm9ybS5ieXRlcztcbiAgICAgIGlmIChrICE9PSAxKSBmLmkzMkNvbnN0KGspLm9wKCdpMzIubXVsJyk7XG4gICAgICBmLm9wKCdpMzIuYWRkJyk7XG4gICAgfVxuICAgIGYuc2V0KHRvKTtcbiAgICBjLnNjYWxhcnMuc2V0KGZvcm0sIHRvKTtcbiAgfVxuXG4gIC8qKiBDb21wdXRlcyB3aGF0IGJlbG9uZ3MgdG8gYSBkZXB0aDogYmVmb3JlIHJlZHVjdGlvbnMgKHBvc3QgZmFsc2UpIG9yIGFmdGVyIHRoZW0uICovXG4gIGxldmVsKGxldmVsOiBudW1iZXIsIHBvc3Q6IGJvb2xlYW4sIGNvcGllczogbnVtYmVyLCBhY3RpdmU6IG51bWJlciwgYWZ0ZXI/OiAodTogbnVtYmVyKSA9PiB2b2lkKSB7XG4gICAgY29uc3QgeyBjIH0gPSB0aGlzO1xuICAgIGNvbnN0IGhlcmUgPSAobjogTm9kZSk6IGJvb2xlYW4gPT4gYy5hLnBvc3QuaGFzKG4pID09PSBwb3N0O1xuICAgIGZvciAoY29uc3QgbiBvZiB0aGlzLnVuaWZvcm1bbGV2ZWxdKSB7XG4gICAgICBpZiAoIWhlcmUobikpIGNvbnRpbnVlO1xuICAgICAgaWYgKG4ua2luZCA9PT0gJ2Zvcm0nKSB0aGlzLmVtaXRGb3JtKG4sIGxldmVsKTtcbiAgICAgIGVsc2UgZW1pdFNjYWxhcihjLCBuKTtcbiAgICAgIGlmICh0aGlzLndhbnRlZC5oYXMobikpIGVtaXRTcGxhdChjLCBuIGFzIEV4cHIpO1xuICAgIH1cbiAgICBmb3IgKGNvbnN0IG4gb2YgdGhpcy52ZWN0b3JbbGV2ZWxdKSBpZiAobi5raW5kID09PSAnZm9ybScgJiYgaGVyZShuKSkgZW1pdEZpcnN0KGMsIG4pO1xuICAgIGZvciAobGV0IHUgPSAwOyB1IDwgY29waWVzOyB1KyspIHtcbiAgICAgIGZvciAoY29uc3QgbiBvZiB0aGlzLnZlY3RvcltsZXZlbF0pIGlmIChoZXJlKG4pKSBlbWl0VmVjdG9yKGMsIG4sIHUsIGFjdGl2ZSk7XG4gICAgICBhZnRlcj8uKHUpO1xuICAgIH1cbiAgfVxuXG4gIC8vIGNvdW50ZXIgPSBzdGFydDsgd2hpbGUgKGNvdW50ZXIgPCBsaW1pdCkgeyBib2R5OyBjb3VudGVyICs9IHN0ZXAgfTsgc3RyYWlnaHQgY29kZSBmb3Igb25lIHRyaXBcbiAgcHJpdmF0ZSBsb29wKGNvdW50ZXI6IExvY2FsLCBzdGFydDogbnVtYmVyLCBsaW1pdDogbnVtYmVyLCBzdGVwOiBudW1iZXIsIGJvZHk6ICgpID0+IHZvaWQpOiB2b2lkIHtcbiAgICBpZiAobGltaXQgPD0gc3RhcnQpIHJldHVybjtcbiAgICBpZiAoc3RhcnQgKyBzdGVwID49IGxpbWl0KSB7XG4gICAgICB0aGlzLmMuZi5pMzJDb25zdChzdGFydCkuc2V0KGNvdW50ZXIpO1xuICAgICAgYm9keSgpO1xuICAgIH0gZWxzZSB0aGlzLmMuZi5mb3IoY291bnRlciwgc3RhcnQsIGxpbWl0LCBzdGVwLCBib2R5KTtcbiAgfVxuXG4gIHByaXZhdGUgdmVjdG9yTG9vcChcbiAgICBsOiBMb29wLFxuICAgIGJvZHk6IChjb3BpZXM6IG51bWJlciwgYWN0aXZlOiBudW1iZXIpID0+IHZvaWQsXG4gICAgY2h1bmtlZD86ICgpID0+IHZvaWQsXG4gICkge1xuICAgIGNvbnN0IHsgZiwgcyB9ID0gdGhpcy5jO1xuICAgIGNvbnN0IHYgPSB0aGlzLmMuY291bnRlcnMuZ2V0KGwubmFtZSkgYXMgTG9jYWw7XG4gICAgY29uc3Qgc3RlcCA9IDQgKiBzLmNvcGllcztcbiAgICBjb25zdCBtYWluID0gbC5zaXplIC0gKGwuc2l6ZSAlIHN0ZXApO1xuICAgIGNvbnN0IHJlc3QgPSBsLnNpemUgLSAobC5zaXplICUgNCk7XG4gICAgaWYgKGNodW5rZWQgJiYgcy5mbHVzaCkge1xuICAgICAgY29uc3QgeyBjaHVuayB9ID0gcy5mbHVzaDtcbiAgICAgIGNvbnN0IFtmcm9tLCB0b10gPSBbZi5sb2NhbCgnaTMyJyksIGYubG9jYWwoJ2kzMicpXTtcbiAgICAgIGYuZm9yKGZyb20sIDAsIG1haW4sIGNodW5rLCAoKSA9PiB7XG4gICAgICAgIGYuZ2V0KGZyb20pLmkzMkNvbnN0KGNodW5rKS5vcCgnaTMyLmFkZCcpLnNldCh0byk7XG4gICAgICAgIGYuZ2V0KHRvKS5pMzJDb25zdChtYWluKS5nZXQodG8pLmkzMkNvbnN0KG1haW4pLm9wKCdpMzIubHRfdScpLm9wKCdzZWxlY3QnKS5zZXQodG8pO1xuICAgICAgICBmLmZvcih2LCBmcm9tLCB0bywgc3RlcCwgKCkgPT4gYm9keShzLmNvcGllcywgNCkpO1xuICAgICAgICBjaHVua2VkKCk7XG4gICAgICB9KTtcbiAgICB9IGVsc2UgdGhpcy5sb29wKHYsIDAsIG1haW4sIHN0ZXAsICgpID0+IGJvZHkocy5jb3BpZXMsIDQpKTtcbiAgICB0aGlzLmxvb3AodiwgbWFpbiwgcmVzdCwgNCwgKCkgPT4gYm9keSgxLCA0KSk7XG4gICAgaWYgKHJlc3QgPCBsLnNpemUpIHtcbiAgICAgIGYuaTMyQ29uc3QocmVzdCkuc2V0KHYpO1xuICAgICAgYm9keSgxLCBsLnNpemUgLSByZXN0KTtcbiAgICB9XG4gIH1cblxuICAvKiogVGhlIHdob2xlIGtlcm5lbC4gKi9cbiAgd3JpdGUoKTogdm9pZCB7XG4gICAgY29uc3QgeyBjIH0gPSB0aGlzO1xuICAgIGNvbnN0IHsgcywgYSB9ID0gYztcbiAgICBmb3IgKGNvbnN0IG4gb2YgdGhpcy53YW50ZWQpIGlmICgobiBhcyBFeHByKS5raW5kID09PSAnY29uc3QnKSBlbWl0U3BsYXQoYywgbiBhcyBFeHByKTtcbiAgICBjb25zdCBvdXRwdXRzID0gKGRlcHRoOiBudW1iZXIpOiB2b2lkID0+IHtcbiAgICAgIGlmIChkZXB0aCA9PT0gcy5vdXRwdXRMb29wcykge1xuICAgICAgICB0aGlzLnBvaW50KDEsIDQpO1xuICAgICAgICByZXR1cm47XG4gICAgICB9XG4gICAgICBjb25zdCBsID0gcy5vcmRlcltkZXB0aF07XG4gICAgICBpZiAobCA9PT0gcy52ZWN0b3IpIHtcbiAgICAgICAgdGhpcy52ZWN0b3JMb29wKGwsIChjb3BpZXMsIGFjdGl2ZSkgPT4ge1xuICAgICAgICAgIGNvbnN0IHN0b3JlID0gKHU6IG51bWJlcik6IHZvaWQgPT5cbiAgICAgICAgICAgIGEucmVzdWx0cy5mb3JFYWNoKChfLCBqKSA9PiBlbWl0VmVjdG9yU3RvcmUoYywgaiwgdSwgYWN0aXZlKSk7XG4gICAgICAgICAgaWYgKHMubW9kZSA9PT0gJ21hcCcpIHRoaXMubGV2ZWwoZGVwdGggKyAxLCBmYWxzZSwgY29waWVzLCBhY3RpdmUsIHN0b3JlKTtcbiAgICAgICAgICBlbHNlIHtcbiAgICAgICAgICAgIHRoaXMubGV2ZWwoZGVwdGggKyAxLCBmYWxzZSwgY29waWVzLCBhY3RpdmUpO1xuICAgICAgICAgICAgdGhpcy5wb2ludChjb3BpZXMsIGFjdGl2ZSk7XG4gICAgICAgICAgfVxuICAgICAgICB9KTtcbiAgICAgICAgcmV0dXJuO1xuICAgICAgfVxuICAgICAgdGhpcy5sb29wKGMuY291bnRlcnMuZ2V0KGwubmFtZSkgYXMgTG9jYWwsIDAsIGwuc2l6ZSwgMSwgKCkgPT4ge1xuICAgICAgICB0aGlzLmxldmVsKGRlcHRoICsgMSwgZmFsc2UsIDEsIDQpO1xuICAgICAgICBvdXRwdXRzKGRlcHRoICsgMSk7XG4gICAgICB9KTtcbiAgICB9O1xuICAgIHRoaXMubGV2ZWwoMCwgZmFsc2UsIDEsIDQpO1xuICAgIG91dHB1dHMoMCk7XG4gIH1cblxuICAvLyBvbmUgb3V0cHV0IGVsZW1lbnQsIG9yIG9uZSBibG9jayBvZiB0aGVtXG4gIHByaXZhdGUgcG9pbnQoY29waWVzOiBudW1iZXIsIGFjdGl2ZTogbnVtYmVyKTogdm9pZCB7XG4gICAgY29uc3QgeyBjIH0gPSB0aGlzO1xuICAgIGNvbnN0IHsgcywgYSB9ID0gYztcbiAgICBpZiAoYS5yZWR1Y3Rpb25zLmxlbmd0aCA+IDApIHRoaXMucmVkdWNlKGNvcGllcywgYWN0aXZlKTtcbiAgICB0aGlzLmxldmVsKHMub3V0cHV0TG9vcHMsIHRydWUsIGNvcGllcywgYWN0aXZlKTtcbiAgICBhLnJlc3VsdHMuZm9yRWFjaCgoXywgaikgPT4ge1xuICAgICAgaWYgKHMubW9kZSA9PT0gJ2Jsb2NrJykge1xuICAgICAgICBmb3IgKGxldCB1ID0gMDsgdSA8IGNvcGllczsgdSsrKSBlbWl0VmVjdG9yU3RvcmUoYywgaiwgdSwgYWN0aXZlKTtcbiAgICAgIH0gZWxzZSBlbWl0U2NhbGFyU3RvcmUoYywgaik7XG4gICAgfSk7XG4gIH1cblxuICBwcml2YXRlIHJlZHVjZShjb3BpZXM6IG51bWJlciwgYWN0aXZlOiBudW1iZXIpOiB2b2lkIHtcbiAgICBjb25zdCB7IGMgfSA9IHRoaXM7XG4gICAgY29uc3QgeyBzIH0gPSBjO1xuICAgIGNvbnN0IHsgZiB9ID0gYztcbiAgICBjb25zdCBhY2MgPSBhY2N1bXVsYXRvcnMoYyk7XG4gICAgY29uc3QgdG90YWwgPSBzLm1vZGUgPT09ICdpbm5lcicgPyBzLmNvcGllcyA6IGNvcGllcztcbiAgICBhY2MuaW5pdCh0b3RhbCk7XG4gICAgY29uc3QgZmx1c2ggPSAoKTogdm9pZCA9PiBhY2MuZmx1c2godG90YWwpO1xuICAgIGNvbnN0IGxvb3BzID0gKGRlcHRoOiBudW1iZXIpOiB2b2lkID0+IHtcbiAgICAgIGNvbnN0IGwgPSBzLm9yZGVyW2RlcHRoXTtcbiAgICAgIGNvbnN0IGxhc3QgPSBkZXB0aCArIDEgPT09IHMub3JkZXIubGVuZ3RoO1xuICAgICAgaWYgKGwgPT09IHMudmVjdG9yKSB7XG4gICAgICAgIGNvbnN0IGJvZHkgPSAobjogbnVtYmVyLCBsYW5lczogbnVtYmVyKTogdm9pZCA9PlxuICAgICAgICAgIHRoaXMubGV2ZWwoZGVwdGggKyAxLCBmYWxzZSwgbiwgbGFuZXMsICh1KSA9PiBhY2MuYWRkKHUsIGxhbmVzKSk7XG4gICAgICAgIHRoaXMudmVjdG9yTG9vcChsLCBib2R5LCBzLmZsdXNoPy5sb29wID09PSBkZXB0aCA/IGZsdXNoIDogdW5kZWZpbmVkKTtcbiAgICAgICAgcmV0dXJuO1xuICAgICAgfVxuICAgICAgY29uc3QgYm9keSA9ICgpOiB2b2lkID0+IHtcbiAgICAgICAgdGhpcy5sZXZlbChkZXB0aCArIDEsIGZhbHNlLCBjb3BpZXMsIGFjdGl2ZSwgbGFzdCA/ICh1KSA9PiBhY2MuYWRkKHUsIGFjdGl2ZSkgOiB1bmRlZmluZWQpO1xuICAgICAgICBpZiAoIWxhc3QpIGxvb3BzKGRlcHRoICsgMSk7XG4gICAgICB9O1xuICAgICAgY29uc3QgY291bnRlciA9IGMuY291bnRlcnMuZ2V0KGwubmFtZSkgYXMgTG9jYWw7XG4gICAgICBpZiAocy5mbHVzaD8ubG9vcCAhPT0gZGVwdGgpIHtcbiAgICAgICAgdGhpcy5sb29wKGNvdW50ZXIsIDAsIGwuc2l6ZSwgMSwgYm9keSk7XG4gICAgICAgIHJldHVybjtcbiAgICAgIH1cbiAgICAgIGNvbnN0IHsgY2h1bmsgfSA9IHMuZmx1c2g7XG4gICAgICBjb25zdCBbZnJvbSwgdG9dID0gW2YubG9jYWwoJ2kzMicpLCBmLmxvY2FsKCdpMzInKV07XG4gICAgICBmLmZvcihmcm9tLCAwLCBsLnNpemUsIGNodW5rLCAoKSA9PiB7XG4gICAgICAgIGYuZ2V0KGZyb20pLmkzMkNvbnN0KGNodW5rKS5vcCgnaTMyLmFkZCcpLnNldCh0byk7XG4gICAgICAgIGYuZ2V0KHRvKS5pMzJDb25zdChsLnNpemUpLmdldCh0bykuaTMyQ29uc3QobC5zaXplKS5vcCgnaTMyLmx0X3UnKS5vcCgnc2VsZWN0Jykuc2V0KHRvKTtcbiAgICAgICAgZi5mb3IoY291bnRlciwgZnJvbSwgdG8sIDEsIGJvZHkpO1xuICAgICAgICBmbHVzaCgpO1xuICAgICAgfSk7XG4gICAgfTtcbiAgICBpZiAocy5vcmRlci5sZW5ndGggPiBzLm91dHB1dExvb3BzKSBsb29wcyhzLm91dHB1dExvb3BzKTtcbiAgICBlbHNlIGZvciAobGV0IHUgPSAwOyB1IDwgY29waWVzOyB1KyspIGFjYy5hZGQodSwgYWN0aXZlKTtcbiAgICBhY2MuZmluaXNoKHRvdGFsKTtcbiAgfVxufVxuXG4vKiogR2VuZXJhdGVzIHRoZSBtb2R1bGUgb2YgYSBuZXN0OyBgcmVsYXhlZGAgYWxsb3dzIGZ1c2VkIG11bHRpcGx5LWFkZCBpbnNpZGUgZnVuY3Rpb25zLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGdlbmVyYXRlTmVzdChrZXJuZWw6IE5lc3RLZXJuZWwsIHJlbGF4ZWQ6IGJvb2xlYW4pOiBOZXN0TW9kdWxlIHtcbiAgY29uc3QgYSA9IGFuYWx5c2Uoa2VybmVsKTtcbiAgY29uc3QgcyA9IHNjaGVkdWxlKGEpO1xuICBjb25zdCBtID0gbmV3IE1vZHVsZUJ1aWxkZXIoKTtcbiAgY29uc3QgeyBpbmRleCwgaW1wb3J0cyB9ID0gZGVjbGFyZUZ1bmN0aW9ucyhtLCBhLCBzLCByZWxheGVkKTtcbiAgbS5mdW5jKFxuICAgIGEuZHR5cGVzLm1hcCgoKSA9PiAnaTMyJyBhcyBjb25zdCksXG4gICAgW10sXG4gICAgKGYsIHBvaW50ZXJzKSA9PiB7XG4gICAgICBjb25zdCBjb3VudGVycyA9IG5ldyBNYXAocy5vcmRlci5tYXAoKGwpID0+IFtsLm5hbWUsIGYubG9jYWwoJ2kzMicpXSkpO1xuICAgICAgY29uc3QgYzogQ29udGV4dCA9IHtcbiAgICAgICAgZixcbiAgICAgICAgYSxcbiAgICAgICAgcyxcbiAgICAgICAgcmVsYXhlZCxcbiAgICAgICAgcG9pbnRlcnMsXG4gICAgICAgIGNvdW50ZXJzLFxuICAgICAgICBzY2FsYXJzOiBuZXcgTWFwKCksXG4gICAgICAgIHNwbGF0czogbmV3IE1hcCgpLFxuICAgICAgICB2ZWN0b3JzOiBuZXcgTWFwKCksXG4gICAgICAgIGZpcnN0czogbmV3IE1hcCgpLFxuICAgICAgICBmaW5pc2hlZDogW10sXG4gICAgICAgIGZuOiBpbmRleCxcbiAgICAgICAgLi4uY29uc3RhbnRQb29sKGYsIGEsIHMsIHJlbGF4ZWQpLFxuICAgICAgfTtcbiAgICAgIG5ldyBOZXN0V3JpdGVyKGMpLndyaXRlKCk7XG4gICAgfSxcbiAgICAncnVuJyxcbiAgKTtcbiAgcmV0dXJuIHsgYnl0ZXM6IG0uZmluaXNoKCksIGltcG9ydHMsIHNjaGVkdWxlOiBzIH07XG59XG4iLCAiLy8gRWxlbWVudCB0eXBlcyBhcyB0aGUgaGFuZC13cml0dGVuIGtlcm5lbHMgc2VlIHRoZW06IHNpemVzIGFuZCBpbnN0cnVjdGlvbiBuYW1lcy5cblxuaW1wb3J0IHR5cGUgeyBPcCwgVmFsdWVUeXBlIH0gZnJvbSAnLi4vd2FzbS9hc3NlbWJsZXIudHMnO1xuXG4vKiogRWxlbWVudCB0eXBlcyBvZiB0aGUgc2Nhbiwgc29ydCBhbmQgc2NhdHRlciBrZXJuZWxzOyB1MzIgYWRkcyBhcyBpMzIgZG9lcy4gKi9cbmV4cG9ydCB0eXBlIEVsZW1lbnQgPSAnZjMyJyB8ICdmNjQnIHwgJ2kzMicgfCAndTMyJztcblxuLyoqIEluc3RydWN0aW9ucyBvZiBvbmUgZWxlbWVudCB0eXBlOyBgcGVyVmVjdG9yYCBlbGVtZW50cyBmaWxsIGEgdjEyOC4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgTGFuZXMge1xuICByZWFkb25seSB0eXBlOiBWYWx1ZVR5cGU7XG4gIHJlYWRvbmx5IGJ5dGVzOiBudW1iZXI7XG4gIHJlYWRvbmx5IHBlclZlY3RvcjogbnVtYmVyO1xuICByZWFkb25seSBsb2FkOiBPcDtcbiAgcmVhZG9ubHkgc3RvcmU6IE9wO1xuICByZWFkb25seSBhZGQ6IE9wO1xuICByZWFkb25seSB2ZWN0b3JBZGQ6IE9wO1xufVxuXG5jb25zdCBpMzI6IExhbmVzID0ge1xuICB0eXBlOiAnaTMyJyxcbiAgYnl0ZXM6IDQsXG4gIHBlclZlY3RvcjogNCxcbiAgbG9hZDogJ2kzMi5sb2FkJyxcbiAgc3RvcmU6ICdpMzIuc3RvcmUnLFxuICBhZGQ6ICdpMzIuYWRkJyxcbiAgdmVjdG9yQWRkOiAnaTMyeDQuYWRkJyxcbn07XG5cbi8qKiBJbnN0cnVjdGlvbnMgYnkgZWxlbWVudCB0eXBlLiAqL1xuZXhwb3J0IGNvbnN0IGxhbmVzT2Y6IFJlYWRvbmx5PFJlY29yZDxFbGVtZW50LCBMYW5lcz4+ID0ge1xuICBpMzIsXG4gIHUzMjogaTMyLFxuICBmMzI6IHtcbiAgICB0eXBlOiAnZjMyJyxcbiAgICBieXRlczogNCxcbiAgICBwZXJWZWN0b3I6IDQsXG4gICAgbG9hZDogJ2YzMi5sb2FkJyxcbiAgICBzdG9yZTogJ2YzMi5zdG9yZScsXG4gICAgYWRkOiAnZjMyLmFkZCcsXG4gICAgdmVjdG9yQWRkOiAnZjMyeDQuYWRkJyxcbiAgfSxcbiAgZjY0OiB7XG4gICAgdHlwZTogJ2Y2NCcsXG4gICAgYnl0ZXM6IDgsXG4gICAgcGVyVmVjdG9yOiAyLFxuICAgIGxvYWQ6ICdmNjQubG9hZCcsXG4gICAgc3RvcmU6ICdmNjQuc3RvcmUnLFxuICAgIGFkZDogJ2Y2NC5hZGQnLFxuICAgIHZlY3RvckFkZDogJ2Y2NHgyLmFkZCcsXG4gIH0sXG59O1xuIiwgIi8vIFN0YWJsZSBhcmdzb3J0IG9mIHRoZSByb3dzIG9mIGEgbWF0cml4LiBWYWx1ZXMgYmVjb21lIHVuc2lnbmVkIDY0LWJpdCBrZXlzIHdob3NlIG9yZGVyIGlzIHRoZSB3YW50ZWRcbi8vIG9uZSAoYml0cyBvZiBhIGZsb2F0IHdpdGggdGhlIHNpZ24gZm9sZGVkIGluOyBOYU4gdGhlIGxhcmdlc3Qga2V5IGluIGVpdGhlciBkaXJlY3Rpb24pLCB0aGVuIGFcbi8vIGJvdHRvbS11cCBtZXJnZSBzb3J0IHdpdGhvdXQgZGF0YS1kZXBlbmRlbnQgYnJhbmNoZXMgbW92ZXMgKGtleSwgaW5kZXgpIHBhaXJzIG9mIDE2IGJ5dGVzLlxuXG5pbXBvcnQgeyB0eXBlIEZ1bmN0aW9uQnVpbGRlciwgdHlwZSBMb2NhbCwgTW9kdWxlQnVpbGRlciB9IGZyb20gJy4uL3dhc20vYXNzZW1ibGVyLnRzJztcbmltcG9ydCB7IHR5cGUgRWxlbWVudCwgbGFuZXNPZiB9IGZyb20gJy4vbGFuZXMudHMnO1xuaW1wb3J0IHR5cGUgeyBLZXJuZWwgfSBmcm9tICcuL3RpbGUudHMnO1xuXG4vKiogU29ydHMgZWFjaCBvZiBgcm93c2Agcm93cyBvZiBuIHZhbHVlczsgZXF1YWwgdmFsdWVzIChhbmQgMCwgLTApIGtlZXAgdGhlaXIgb3JkZXIsIE5hTiBpcyBsYXN0LiAqL1xuZXhwb3J0IGludGVyZmFjZSBBcmdzb3J0U3BlYyB7XG4gIHJlYWRvbmx5IHJvd3M6IG51bWJlcjtcbiAgcmVhZG9ubHkgbjogbnVtYmVyO1xuICByZWFkb25seSBkdHlwZTogRWxlbWVudDtcbiAgcmVhZG9ubHkgZGVzY2VuZGluZz86IGJvb2xlYW47XG59XG5cbmNvbnN0IFBBSVIgPSAxNjtcblxuLyoqIFB1c2hlcyB0aGUgaTY0IGtleSBvZiB0aGUgdmFsdWUgYXQgYHNyY2AuICovXG5jb25zdCBwdXNoS2V5ID0gKGY6IEZ1bmN0aW9uQnVpbGRlciwgc3JjOiBMb2NhbCwgc3BlYzogQXJnc29ydFNwZWMpID0+IHtcbiAgY29uc3QgeyBkdHlwZSB9ID0gc3BlYztcbiAgY29uc3QgZmxpcCA9IHNwZWMuZGVzY2VuZGluZyA/PyBmYWxzZTtcbiAgaWYgKGR0eXBlID09PSAnaTMyJyB8fCBkdHlwZSA9PT0gJ3UzMicpIHtcbiAgICBmLmdldChzcmMpLm1lbSgnaTMyLmxvYWQnKTtcbiAgICBmLmkzMkNvbnN0KChkdHlwZSA9PT0gJ2kzMicgPyAweDgwMDAwMDAwIDogMCkgXiAoZmxpcCA/IDB4ZmZmZmZmZmYgOiAwKSkub3AoJ2kzMi54b3InKTtcbiAgICBmLm9wKCdpNjQuZXh0ZW5kX2kzMl91Jyk7XG4gICAgcmV0dXJuO1xuICB9XG4gIC8vIGYzMiBhcyBmNjQ6IGV4YWN0LCBhbmQgdGhlIG9yZGVyIGlzIHRoZSBzYW1lLiBBZGRpbmcgMCB0dXJucyAtMCBpbnRvIDAuXG4gIGNvbnN0IFt2YWx1ZSwgYml0c10gPSBbZi5sb2NhbCgnZjY0JyksIGYubG9jYWwoJ2k2NCcpXTtcbiAgZi5nZXQoc3JjKS5tZW0oZHR5cGUgPT09ICdmMzInID8gJ2YzMi5sb2FkJyA6ICdmNjQubG9hZCcpO1xuICBpZiAoZHR5cGUgPT09ICdmMzInKSBmLm9wKCdmNjQucHJvbW90ZV9mMzInKTtcbiAgZi5mNjRDb25zdCgwKS5vcCgnZjY0LmFkZCcpLnRlZSh2YWx1ZSkub3AoJ2k2NC5yZWludGVycHJldF9mNjQnKS50ZWUoYml0cyk7XG4gIGYuZ2V0KGJpdHMpXG4gICAgLmk2NENvbnN0KDYzKVxuICAgIC5vcCgnaTY0LnNocl9zJylcbiAgICAuaTY0Q29uc3QoLSgybiAqKiA2M24pKVxuICAgIC5vcCgnaTY0Lm9yJylcbiAgICAub3AoJ2k2NC54b3InKTtcbiAgaWYgKGZsaXApIGYuaTY0Q29uc3QoLTEpLm9wKCdpNjQueG9yJyk7XG4gIGYuc2V0KGJpdHMpO1xuICBmLmdldChiaXRzKS5pNjRDb25zdCgtMSkuZ2V0KHZhbHVlKS5nZXQodmFsdWUpLm9wKCdmNjQuZXEnKS5vcCgnc2VsZWN0Jyk7XG4gIGYuZnJlZSh2YWx1ZSwgYml0cyk7XG59O1xuXG4vKiogRW1pdHMgbWVyZ2UoYSwgYUVuZCwgYkVuZCwgdG8pOiB0aGUgcnVucyBbYSwgYUVuZCkgYW5kIFthRW5kLCBiRW5kKS4gKi9cbmNvbnN0IGVtaXRNZXJnZSA9IChtOiBNb2R1bGVCdWlsZGVyKTogbnVtYmVyID0+XG4gIG0uZnVuYyhbJ2kzMicsICdpMzInLCAnaTMyJywgJ2kzMiddLCBbXSwgKGYsIFthLCBhRW5kLCBiRW5kLCB0b10pID0+IHtcbiAgICBjb25zdCBbYiwgcmlnaHRdID0gW2YubG9jYWwoJ2kzMicpLCBmLmxvY2FsKCdpMzInKV07XG4gICAgZi5nZXQoYUVuZCkuc2V0KGIpO1xuICAgIGYuYmxvY2soKGV4aXQpID0+IHtcbiAgICAgIGYuZ2V0KGIpLmdldChiRW5kKS5vcCgnaTMyLmdlX3UnKS5icklmKGV4aXQpO1xuICAgICAgZi5sb29wKChhZ2FpbikgPT4ge1xuICAgICAgICAvLyBUYWtlIGZyb20gYiBvbmx5IGlmIHN0cmljdGx5IHNtYWxsZXI6IHN0YWJsZS5cbiAgICAgICAgZi5nZXQoYikubWVtKCdpNjQubG9hZCcpLmdldChhKS5tZW0oJ2k2NC5sb2FkJykub3AoJ2k2NC5sdF91Jykuc2V0KHJpZ2h0KTtcbiAgICAgICAgZi5nZXQodG8pLmdldChiKS5nZXQoYSkuZ2V0KHJpZ2h0KS5vcCgnc2VsZWN0JykubWVtKCd2MTI4LmxvYWQnKS5tZW0oJ3YxMjguc3RvcmUnKTtcbiAgICAgICAgZi5pbmModG8sIFBBSVIpO1xuICAgICAgICBmLmluYyhiLCAoKSA9PiBmLmdldChyaWdodCkuaTMyQ29uc3QoNCkub3AoJ2kzMi5zaGwnKSk7XG4gICAgICAgIGYuaW5jKGEsICgpID0+IGYuaTMyQ29uc3QoMSkuZ2V0KHJpZ2h0KS5vcCgnaTMyLnN1YicpLmkzMkNvbnN0KDQpLm9wKCdpMzIuc2hsJykpO1xuICAgICAgICBmLmdldChhKS5nZXQoYUVuZCkub3AoJ2kzMi5sdF91JykuZ2V0KGIpLmdldChiRW5kKS5vcCgnaTMyLmx0X3UnKS5vcCgnaTMyLmFuZCcpLmJySWYoYWdhaW4pO1xuICAgICAgfSk7XG4gICAgfSk7XG4gICAgZi5nZXQodG8pLmdldChhKS5nZXQoYUVuZCkuZ2V0KGEpLm9wKCdpMzIuc3ViJykub3AoJ21lbW9yeS5jb3B5Jyk7XG4gICAgZi5nZXQodG8pLmdldChhRW5kKS5vcCgnaTMyLmFkZCcpLmdldChhKS5vcCgnaTMyLnN1YicpO1xuICAgIGYuZ2V0KGIpLmdldChiRW5kKS5nZXQoYikub3AoJ2kzMi5zdWInKS5vcCgnbWVtb3J5LmNvcHknKTtcbiAgfSk7XG5cbi8qKiBHZW5lcmF0ZXMgcnVuKHNyYywgZHN0LCBzY3JhdGNoKSwgYnl0ZSBwb2ludGVyczsgZHN0IHJlY2VpdmVzIGkzMiBpbmRpY2VzIHdpdGhpbiBlYWNoIHJvdy4gKi9cbmV4cG9ydCBjb25zdCBhcmdzb3J0S2VybmVsID0gKHNwZWM6IEFyZ3NvcnRTcGVjKTogS2VybmVsID0+IHtcbiAgY29uc3QgeyByb3dzLCBuLCBkdHlwZSB9ID0gc3BlYztcbiAgY29uc3QgeyBieXRlcyB9ID0gbGFuZXNPZltkdHlwZV07XG4gIGNvbnN0IG0gPSBuZXcgTW9kdWxlQnVpbGRlcigpO1xuICBjb25zdCBtZXJnZSA9IGVtaXRNZXJnZShtKTtcbiAgY29uc3QgdG90YWwgPSBuICogUEFJUjtcbiAgbS5mdW5jKFxuICAgIFsnaTMyJywgJ2kzMicsICdpMzInXSxcbiAgICBbXSxcbiAgICAoZiwgW3NyYywgZHN0LCBzY3JhdGNoXSkgPT4ge1xuICAgICAgaWYgKHJvd3MgKiBuID09PSAwKSByZXR1cm47XG4gICAgICBjb25zdCBbcm93LCBpLCBhdCwgd2lkdGhdID0gWzEsIDIsIDMsIDRdLm1hcCgoKSA9PiBmLmxvY2FsKCdpMzInKSkgYXMgW1xuICAgICAgICBMb2NhbCxcbiAgICAgICAgTG9jYWwsXG4gICAgICAgIExvY2FsLFxuICAgICAgICBMb2NhbCxcbiAgICAgIF07XG4gICAgICBjb25zdCBbZnJvbSwgdG8sIHN3YXAsIGVuZF0gPSBbMSwgMiwgMywgNF0ubWFwKCgpID0+IGYubG9jYWwoJ2kzMicpKSBhcyBbXG4gICAgICAgIExvY2FsLFxuICAgICAgICBMb2NhbCxcbiAgICAgICAgTG9jYWwsXG4gICAgICAgIExvY2FsLFxuICAgICAgXTtcbiAgICAgIGYuaTMyQ29uc3Qocm93cykuc2V0KHJvdyk7XG4gICAgICBmLnJlcGVhdChyb3csICgpID0+IHtcbiAgICAgICAgZi5nZXQoc2NyYXRjaCkudGVlKGZyb20pLnRlZShhdCkuaTMyQ29uc3QodG90YWwpLm9wKCdpMzIuYWRkJykuc2V0KHRvKTtcbiAgICAgICAgZi5mb3IoaSwgMCwgbiwgMSwgKCkgPT4ge1xuICAgICAgICAgIGYuZ2V0KGF0KTtcbiAgICAgICAgICBwdXNoS2V5KGYsIHNyYywgc3BlYyk7XG4gICAgICAgICAgZi5tZW0oJ2k2NC5zdG9yZScpLmdldChhdCkuZ2V0KGkpLm1lbSgnaTMyLnN0b3JlJywgOCk7XG4gICAgICAgICAgZi5pbmMoc3JjLCBieXRlcykuaW5jKGF0LCBQQUlSKTtcbiAgICAgICAgfSk7XG4gICAgICAgIGYuZm9yKFxuICAgICAgICAgIHdpZHRoLFxuICAgICAgICAgIFBBSVIsXG4gICAgICAgICAgdG90YWwsXG4gICAgICAgICAgKCkgPT4gZi5nZXQod2lkdGgpLFxuICAgICAgICAgICgpID0+IHtcbiAgICAgICAgICAgIGYuZ2V0KGZyb20pLmkzMkNvbnN0KHRvdGFsKS5vcCgnaTMyLmFkZCcpLnNldChlbmQpO1xuICAgICAgICAgICAgZi5nZXQodG8pLnNldChhdCk7XG4gICAgICAgICAgICBjb25zdCBjbGlwcGVkID0gKHN0ZXBzOiBudW1iZXIpID0+IHtcbiAgICAgICAgICAgICAgZi5nZXQoaSkuZ2V0KHdpZHRoKS5pMzJDb25zdChzdGVwcykub3AoJ2kzMi5tdWwnKS5vcCgnaTMyLmFkZCcpLnRlZShzd2FwKS5nZXQoZW5kKTtcbiAgICAgICAgICAgICAgZi5nZXQoc3dhcCkuZ2V0KGVuZCkub3AoJ2kzMi5sdF91Jykub3AoJ3NlbGVjdCcpO1xuICAgICAgICAgICAgfTtcbiAgICAgICAgICAgIGYuZm9yKFxuICAgICAgICAgICAgICBpLFxuICAgICAgICAgICAgICAoKSA9PiBmLmdldChmcm9tKSxcbiAgICAgICAgICAgICAgZW5kLFxuICAgICAgICAgICAgICAoKSA9PiBmLmdldCh3aWR0aCkuaTMyQ29uc3QoMSkub3AoJ2kzMi5zaGwnKSxcbiAgICAgICAgICAgICAgKCkgPT4ge1xuICAgICAgICAgICAgICAgIGYuZ2V0KGkpO1xuICAgICAgICAgICAgICAgIGNsaXBwZWQoMSk7XG4gICAgICAgICAgICAgICAgY2xpcHBlZCgyKTtcbiAgICAgICAgICAgICAgICBmLmdldChhdCkuY2FsbChtZXJnZSk7XG4gICAgICAgICAgICAgICAgZi5pbmMoYXQsICgpID0+IGYuZ2V0KHdpZHRoKS5pMzJDb25zdCgxKS5vcCgnaTMyLnNobCcpKTtcbiAgICAgICAgICAgICAgfSxcbiAgICAgICAgICAgICk7XG4gICAgICAgICAgICBmLmdldChmcm9tKS5nZXQodG8pLnNldChmcm9tKS5zZXQodG8pO1xuICAgICAgICAgIH0sXG4gICAgICAgICk7XG4gICAgICAgIGYuZm9yKGksIDAsIG4sIDEsICgpID0+IHtcbiAgICAgICAgICBmLmdldChkc3QpLmdldChmcm9tKS5tZW0oJ2kzMi5sb2FkJywgOCkubWVtKCdpMzIuc3RvcmUnKTtcbiAgICAgICAgICBmLmluYyhkc3QsIDQpLmluYyhmcm9tLCBQQUlSKTtcbiAgICAgICAgfSk7XG4gICAgICB9KTtcbiAgICB9LFxuICAgICdydW4nLFxuICApO1xuICByZXR1cm4geyBieXRlczogbS5maW5pc2goKSwgc2NyYXRjaEJ5dGVzOiAyICogdG90YWwsIGFyZ3M6ICdzcmMgZHN0IHNjcmF0Y2gnIH07XG59O1xuIiwgIi8vIFNoYXBlcyBvZiBhIDItRCBjb252b2x1dGlvbiwgY2hhbm5lbHMgbGFzdCwgYW5kIGhvdyBpdHMgcGFzc2VzIHdhbGsgb3ZlciBwaXhlbHMgYW5kIHRhcHMuXG5cbmltcG9ydCB0eXBlIHsgUGl4ZWxHcmlkLCBUYXBzIH0gZnJvbSAnLi9nYXRoZXIudHMnO1xuXG4vKiogV2hpY2ggb2YgdGhlIHRocmVlIG9wZXJhbmRzIGlzIGNvbXB1dGVkLiAqL1xuZXhwb3J0IHR5cGUgQ29udlBhc3MgPSAnZm9yd2FyZCcgfCAnaW5wdXRHcmFkJyB8ICd3ZWlnaHRHcmFkJztcblxuLyoqIHggW24sIGgsIHcsIGNdLCB3ZWlnaHRzIFtraCwga3csIGMgLyBncm91cHMsIG91dENoYW5uZWxzXSwgeSBbbiwgb2gsIG93LCBvdXRDaGFubmVsc10uICovXG5leHBvcnQgaW50ZXJmYWNlIENvbnZTcGVjIHtcbiAgcmVhZG9ubHkgaW5wdXQ6IHJlYWRvbmx5IFtuOiBudW1iZXIsIGg6IG51bWJlciwgdzogbnVtYmVyLCBjOiBudW1iZXJdO1xuICByZWFkb25seSBrZXJuZWw6IHJlYWRvbmx5IFtraDogbnVtYmVyLCBrdzogbnVtYmVyXTtcbiAgcmVhZG9ubHkgb3V0Q2hhbm5lbHM6IG51bWJlcjtcbiAgcmVhZG9ubHkgc3RyaWRlOiByZWFkb25seSBbbnVtYmVyLCBudW1iZXJdO1xuICByZWFkb25seSBwYWRkaW5nOiByZWFkb25seSBbdG9wOiBudW1iZXIsIGJvdHRvbTogbnVtYmVyLCBsZWZ0OiBudW1iZXIsIHJpZ2h0OiBudW1iZXJdO1xuICByZWFkb25seSBkaWxhdGlvbjogcmVhZG9ubHkgW251bWJlciwgbnVtYmVyXTtcbiAgcmVhZG9ubHkgZ3JvdXBzOiBudW1iZXI7XG59XG5cbi8qKiBIZWlnaHQgYW5kIHdpZHRoIG9mIHkuICovXG5leHBvcnQgY29uc3QgY29udk91dHB1dCA9IChzcGVjOiBDb252U3BlYyk6IFtvaDogbnVtYmVyLCBvdzogbnVtYmVyXSA9PiB7XG4gIGNvbnN0IHsgaW5wdXQsIGtlcm5lbCwgc3RyaWRlLCBwYWRkaW5nLCBkaWxhdGlvbiB9ID0gc3BlYztcbiAgY29uc3Qgc2l6ZSA9IChsZW5ndGg6IG51bWJlciwgYmVmb3JlOiBudW1iZXIsIGFmdGVyOiBudW1iZXIsIGF4aXM6IDAgfCAxKSA9PiB7XG4gICAgY29uc3Qgc3BhbiA9IChrZXJuZWxbYXhpc10gLSAxKSAqIGRpbGF0aW9uW2F4aXNdICsgMTtcbiAgICByZXR1cm4gTWF0aC5tYXgoMCwgTWF0aC5mbG9vcigobGVuZ3RoICsgYmVmb3JlICsgYWZ0ZXIgLSBzcGFuKSAvIHN0cmlkZVtheGlzXSkgKyAxKTtcbiAgfTtcbiAgcmV0dXJuIFtzaXplKGlucHV0WzFdLCBwYWRkaW5nWzBdLCBwYWRkaW5nWzFdLCAwKSwgc2l6ZShpbnB1dFsyXSwgcGFkZGluZ1syXSwgcGFkZGluZ1szXSwgMSldO1xufTtcblxuLyoqIFRhcHMgb2YgdGhlIGZvcndhcmQgZ2F0aGVyIGFsb25nIG9uZSBheGlzLiAqL1xuY29uc3QgZm9yd2FyZFRhcHMgPSAoc3BlYzogQ29udlNwZWMsIGF4aXM6IDAgfCAxKTogVGFwcyA9PiAoe1xuICBzdHJpZGU6IHNwZWMuc3RyaWRlW2F4aXNdLFxuICBmaXJzdDogLXNwZWMucGFkZGluZ1syICogYXhpc10hLFxuICBzdGVwOiBzcGVjLmRpbGF0aW9uW2F4aXNdLFxuICBjb3VudDogc3BlYy5rZXJuZWxbYXhpc10sXG59KTtcblxuLyoqIFBvc2l0aW9ucyBgcmVzaWR1ZSArIHN0cmlkZSAqIHRgIG9mIGR4IGFsb25nIG9uZSBheGlzIGFuZCB0aGUga2VybmVsIHRhcHMgdGhhdCByZWFjaCB0aGVtLiAqL1xuZXhwb3J0IGludGVyZmFjZSBSZXNpZHVlQ2xhc3Mge1xuICByZWFkb25seSByZXNpZHVlOiBudW1iZXI7XG4gIHJlYWRvbmx5IHNpemU6IG51bWJlcjtcbiAgLyoqIEtlcm5lbCBpbmRpY2VzLCBpbiB0aGUgb3JkZXIgb2YgYXNjZW5kaW5nIHBvc2l0aW9ucyBpbiBkeS4gKi9cbiAgcmVhZG9ubHkga2VybmVsOiByZWFkb25seSBudW1iZXJbXTtcbiAgcmVhZG9ubHkgdGFwczogVGFwcztcbn1cblxuLyoqIFRoZSBjbGFzc2VzIGFsb25nIG9uZSBheGlzOyBvbmUgZm9yIHN0cmlkZSAxLiAqL1xuZXhwb3J0IGNvbnN0IHJlc2lkdWVDbGFzc2VzID0gKHNwZWM6IENvbnZTcGVjLCBheGlzOiAwIHwgMSk6IFJlc2lkdWVDbGFzc1tdID0+IHtcbiAgY29uc3QgW3N0cmlkZSwgZGlsYXRpb25dID0gW3NwZWMuc3RyaWRlW2F4aXNdLCBzcGVjLmRpbGF0aW9uW2F4aXNdXTtcbiAgY29uc3QgbGVuZ3RoID0gc3BlYy5pbnB1dFsxICsgYXhpc10hO1xuICBjb25zdCBjbGFzc2VzOiBSZXNpZHVlQ2xhc3NbXSA9IFtdO1xuICBmb3IgKGxldCByZXNpZHVlID0gMDsgcmVzaWR1ZSA8IE1hdGgubWluKHN0cmlkZSwgbGVuZ3RoKTsgcmVzaWR1ZSsrKSB7XG4gICAgY29uc3Qga2VybmVsOiBudW1iZXJbXSA9IFtdO1xuICAgIGNvbnN0IG9mZnNldHM6IG51bWJlcltdID0gW107XG4gICAgZm9yIChsZXQgdGFwID0gc3BlYy5rZXJuZWxbYXhpc10gLSAxOyB0YXAgPj0gMDsgdGFwLS0pIHtcbiAgICAgIC8vIHkgcG9zaXRpb24gPSB0ICsgKHJlc2lkdWUgKyBwYWRkaW5nIC0gdGFwICogZGlsYXRpb24pIC8gc3RyaWRlLCBpZiB0aGF0IGlzIHdob2xlXG4gICAgICBjb25zdCBvZmZzZXQgPSAocmVzaWR1ZSArIHNwZWMucGFkZGluZ1syICogYXhpc10hIC0gdGFwICogZGlsYXRpb24pIC8gc3RyaWRlO1xuICAgICAgaWYgKCFOdW1iZXIuaXNJbnRlZ2VyKG9mZnNldCkpIGNvbnRpbnVlO1xuICAgICAga2VybmVsLnB1c2godGFwKTtcbiAgICAgIG9mZnNldHMucHVzaChvZmZzZXQpO1xuICAgIH1cbiAgICBjb25zdCBzdGVwID0gb2Zmc2V0cy5sZW5ndGggPiAxID8gb2Zmc2V0c1sxXSEgLSBvZmZzZXRzWzBdISA6IDE7XG4gICAgY29uc3QgdGFwcyA9IHsgc3RyaWRlOiAxLCBmaXJzdDogb2Zmc2V0c1swXSA/PyAwLCBzdGVwLCBjb3VudDogb2Zmc2V0cy5sZW5ndGggfTtcbiAgICBjbGFzc2VzLnB1c2goeyByZXNpZHVlLCBzaXplOiBNYXRoLmNlaWwoKGxlbmd0aCAtIHJlc2lkdWUpIC8gc3RyaWRlKSwga2VybmVsLCB0YXBzIH0pO1xuICB9XG4gIHJldHVybiBjbGFzc2VzO1xufTtcblxuLyoqIElucHV0IGFuZCBvdXRwdXQgY2hhbm5lbHMgb2Ygb25lIGdyb3VwLiAqL1xuZXhwb3J0IGNvbnN0IGdyb3VwQ2hhbm5lbHMgPSAoc3BlYzogQ29udlNwZWMpID0+XG4gIFtzcGVjLmlucHV0WzNdIC8gc3BlYy5ncm91cHMsIHNwZWMub3V0Q2hhbm5lbHMgLyBzcGVjLmdyb3Vwc10gYXMgY29uc3Q7XG5cbi8qKiBUaGUgZ3JpZCBvZiB5J3MgcGl4ZWxzIG92ZXIgeC4gKi9cbmV4cG9ydCBjb25zdCBmb3J3YXJkR3JpZCA9IChzcGVjOiBDb252U3BlYyk6IFBpeGVsR3JpZCA9PiB7XG4gIGNvbnN0IFtvdXRIZWlnaHQsIG91dFdpZHRoXSA9IGNvbnZPdXRwdXQoc3BlYyk7XG4gIGNvbnN0IFssIGhlaWdodCwgd2lkdGgsIHBpeGVsU3RyaWRlXSA9IHNwZWMuaW5wdXQ7XG4gIGNvbnN0IFt5LCB4XSA9IFtmb3J3YXJkVGFwcyhzcGVjLCAwKSwgZm9yd2FyZFRhcHMoc3BlYywgMSldO1xuICByZXR1cm4geyBvdXRIZWlnaHQsIG91dFdpZHRoLCBoZWlnaHQsIHdpZHRoLCBwaXhlbFN0cmlkZSwgeSwgeCB9O1xufTtcbiIsICIvLyBUaGUgbWljcm8ta2VybmVsIG9mIGV2ZXJ5IHByb2R1Y3QgaGVyZTogQ1tyb3dzLCBjb2xzXSAoKyk9IEFbcm93cywgS10gQltLLCBjb2xzXSwgYWxsIG9mIEMgaW5cbi8vIHJlZ2lzdGVycy4gVjggbW92ZXMgYWxsIGxvYWRzIG9mIGEgYmFzaWMgYmxvY2sgYmVmb3JlIGl0cyBhcml0aG1ldGljIGFuZCB0aGVuIHJ1bnMgb3V0IG9mIHJlZ2lzdGVycyxcbi8vIHNvIHRoZSBrIHN0ZXAgaXMgY3V0IGludG8gYmxvY2tzIGJ5IGJyYW5jaGVzIHRoYXQgYXJlIG5ldmVyIHRha2VuICg2eDg6IDI2IC0+IDU3IEdGTE9QL3MpLlxuXG5pbXBvcnQgdHlwZSB7IEZ1bmN0aW9uQnVpbGRlciwgTG9jYWwsIE1vZHVsZUJ1aWxkZXIgfSBmcm9tICcuLi93YXNtL2Fzc2VtYmxlci50cyc7XG5cbi8qKiBXaGF0IGEgZ2VuZXJhdG9yIHJldHVybnM6IGEgbW9kdWxlIHRoYXQgaW1wb3J0cyBlbnYubWVtb3J5IGFuZCBleHBvcnRzIGBydW4oLi4ucG9pbnRlcnMpYC4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgS2VybmVsIHtcbiAgcmVhZG9ubHkgYnl0ZXM6IFVpbnQ4QXJyYXk8QXJyYXlCdWZmZXI+O1xuICAvKiogQnl0ZXMgYmVoaW5kIHRoZSBsYXN0IHBvaW50ZXIsIDE2LWJ5dGUgYWxpZ25lZDsgMCBpZiB0aGUgcG9pbnRlciBpcyBub3QgdXNlZC4gKi9cbiAgcmVhZG9ubHkgc2NyYXRjaEJ5dGVzOiBudW1iZXI7XG4gIC8qKiBOYW1lcyBvZiB0aGUgcGFyYW1ldGVycyBvZiBgcnVuYCwgYWxsIGkzMi4gKi9cbiAgcmVhZG9ubHkgYXJnczogc3RyaW5nO1xufVxuXG4vKiogUm93cyBhbmQgY29sdW1ucyBvZiB0aGUgcmVnaXN0ZXIgdGlsZS4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgVGlsZVNoYXBlIHtcbiAgcmVhZG9ubHkgcm93czogbnVtYmVyO1xuICByZWFkb25seSBjb2xzOiBudW1iZXI7XG59XG5cbi8qKlxuICogMTIgYWNjdW11bGF0b3JzLCBhIHNwbGF0IGFuZCBCIGluIDE1IHJlZ2lzdGVyczsgbXVsdGlwbHktdGhlbi1hZGQgbmVlZHMgb25lIG1vcmUuIE5hcnJvdyByZXN1bHRzXG4gKiAodXAgdG8gNCBjb2x1bW5zKSB0cmFkZSBjb2x1bW5zIGZvciByb3dzLlxuICovXG5leHBvcnQgY29uc3QgdGlsZVNoYXBlID0gKGNvbHM6IG51bWJlciwgZm1hOiBib29sZWFuKTogVGlsZVNoYXBlID0+IHtcbiAgaWYgKGNvbHMgPD0gNCkgcmV0dXJuIHsgcm93czogZm1hID8gMTIgOiAxMCwgY29sczogNCB9O1xuICByZXR1cm4geyByb3dzOiBmbWEgPyA2IDogNSwgY29sczogOCB9O1xufTtcblxuLyoqIFB1c2hlcyBgY291bnRgICgxLi40KSBmbG9hdHMgZnJvbSBtZW1vcnkgYXMgYSB2ZWN0b3IsIHJlYWRpbmcgbm90aGluZyBiZXlvbmQgdGhlbS4gKi9cbmV4cG9ydCBjb25zdCBsb2FkRmxvYXRzID0gKGY6IEZ1bmN0aW9uQnVpbGRlciwgZnJvbTogTG9jYWwsIG9mZnNldDogbnVtYmVyLCBjb3VudDogbnVtYmVyKSA9PiB7XG4gIGlmIChjb3VudCA+PSA0KSBmLmdldChmcm9tKS5tZW0oJ3YxMjgubG9hZCcsIG9mZnNldCk7XG4gIGVsc2UgaWYgKGNvdW50ID09PSAxKSBmLmdldChmcm9tKS5tZW0oJ3YxMjgubG9hZDMyX3plcm8nLCBvZmZzZXQpO1xuICBlbHNlIHtcbiAgICBpZiAoY291bnQgPT09IDMpIGYuZ2V0KGZyb20pO1xuICAgIGYuZ2V0KGZyb20pLm1lbSgndjEyOC5sb2FkNjRfemVybycsIG9mZnNldCk7XG4gICAgaWYgKGNvdW50ID09PSAzKSBmLm1lbSgndjEyOC5sb2FkMzJfbGFuZScsIG9mZnNldCArIDgsIDIpO1xuICB9XG59O1xuXG4vKiogU3RvcmVzIHRoZSBmaXJzdCBgY291bnRgICgxLi40KSBmbG9hdHMgb2YgYSB2ZWN0b3IuICovXG5leHBvcnQgY29uc3Qgc3RvcmVGbG9hdHMgPSAoXG4gIGY6IEZ1bmN0aW9uQnVpbGRlcixcbiAgdG86IExvY2FsLFxuICB2YWx1ZTogTG9jYWwsXG4gIG9mZnNldDogbnVtYmVyLFxuICBjb3VudDogbnVtYmVyLFxuKSA9PiB7XG4gIGYuZ2V0KHRvKS5nZXQodmFsdWUpO1xuICBpZiAoY291bnQgPj0gNCkgZi5tZW0oJ3YxMjguc3RvcmUnLCBvZmZzZXQpO1xuICBlbHNlIGlmIChjb3VudCA9PT0gMSkgZi5tZW0oJ3YxMjguc3RvcmUzMl9sYW5lJywgb2Zmc2V0LCAwKTtcbiAgZWxzZSBmLm1lbSgndjEyOC5zdG9yZTY0X2xhbmUnLCBvZmZzZXQsIDApO1xuICBpZiAoY291bnQgPT09IDMpXG4gICAgZi5nZXQodG8pXG4gICAgICAuZ2V0KHZhbHVlKVxuICAgICAgLm1lbSgndjEyOC5zdG9yZTMyX2xhbmUnLCBvZmZzZXQgKyA4LCAyKTtcbn07XG5cbi8qKiBTdHJpZGVzIGluIGVsZW1lbnRzLiAqL1xuZXhwb3J0IGludGVyZmFjZSBUaWxlU3BlYyBleHRlbmRzIFRpbGVTaGFwZSB7XG4gIHJlYWRvbmx5IGFSb3c6IG51bWJlcjtcbiAgcmVhZG9ubHkgYUNvbDogbnVtYmVyO1xuICByZWFkb25seSBiUm93OiBudW1iZXI7XG4gIHJlYWRvbmx5IGNSb3c6IG51bWJlcjtcbiAgLyoqIFdoZXRoZXIgQyBtYXkgYmUgYWRkZWQgdG86IHRoZSBmdW5jdGlvbiB0aGVuIHRha2VzIGEgZmlmdGggYXJndW1lbnQsIDAgdG8gb3ZlcndyaXRlLiAqL1xuICByZWFkb25seSBhY2N1bXVsYXRlOiBib29sZWFuO1xuICByZWFkb25seSBmbWE6IGJvb2xlYW47XG59XG5cbi8qKiBFbWl0cyBhIHRpbGUgZnVuY3Rpb24gKGEsIGIsIGMsIGtbLCBhZGRdKSBhbmQgcmV0dXJucyBpdHMgaW5kZXg7IGsgPiAwLiAqL1xuZXhwb3J0IGNvbnN0IGVtaXRUaWxlID0gKG06IE1vZHVsZUJ1aWxkZXIsIHNwZWM6IFRpbGVTcGVjKTogbnVtYmVyID0+IHtcbiAgY29uc3QgeyByb3dzLCBjb2xzLCBhUm93LCBjUm93IH0gPSBzcGVjO1xuICBjb25zdCB2ZWN0b3JzID0gTWF0aC5jZWlsKGNvbHMgLyA0KTtcbiAgY29uc3Qgd2lkdGggPSAodjogbnVtYmVyKSA9PiBNYXRoLm1pbig0LCBjb2xzIC0gNCAqIHYpO1xuICBjb25zdCBwYXJhbXMgPSBzcGVjLmFjY3VtdWxhdGVcbiAgICA/IChbJ2kzMicsICdpMzInLCAnaTMyJywgJ2kzMicsICdpMzInXSBhcyBjb25zdClcbiAgICA6IChbJ2kzMicsICdpMzInLCAnaTMyJywgJ2kzMiddIGFzIGNvbnN0KTtcbiAgcmV0dXJuIG0uZnVuYyhwYXJhbXMsIFtdLCAoZiwgW2EsIGIsIGMsIGssIGFkZF0pID0+IHtcbiAgICBjb25zdCBicyA9IEFycmF5LmZyb20oeyBsZW5ndGg6IHZlY3RvcnMgfSwgKCkgPT4gZi5sb2NhbCgndjEyOCcpKTtcbiAgICBjb25zdCBzcGxhdCA9IGYubG9jYWwoJ3YxMjgnKTtcbiAgICBjb25zdCBhY2MgPSBBcnJheS5mcm9tKHsgbGVuZ3RoOiByb3dzICogdmVjdG9ycyB9LCAoKSA9PiBmLmxvY2FsKCd2MTI4JykpO1xuICAgIGNvbnN0IGVhY2hBY2MgPSAoYm9keTogKHZhbHVlOiBMb2NhbCwgb2Zmc2V0OiBudW1iZXIsIGNvdW50OiBudW1iZXIpID0+IHZvaWQpID0+IHtcbiAgICAgIGFjYy5mb3JFYWNoKCh2YWx1ZSwgdCkgPT4ge1xuICAgICAgICBjb25zdCB2ID0gdCAlIHZlY3RvcnM7XG4gICAgICAgIGJvZHkodmFsdWUsIDQgKiAoKCh0IC0gdikgLyB2ZWN0b3JzKSAqIGNSb3cgKyA0ICogdiksIHdpZHRoKHYpKTtcbiAgICAgIH0pO1xuICAgIH07XG4gICAgaWYgKGFkZCkge1xuICAgICAgZi5nZXQoYWRkKS5pZigoKSA9PiB7XG4gICAgICAgIGVhY2hBY2MoKHZhbHVlLCBvZmZzZXQsIGNvdW50KSA9PiB7XG4gICAgICAgICAgbG9hZEZsb2F0cyhmLCBjLCBvZmZzZXQsIGNvdW50KTtcbiAgICAgICAgICBmLnNldCh2YWx1ZSk7XG4gICAgICAgIH0pO1xuICAgICAgfSk7XG4gICAgfVxuICAgIGNvbnN0IGN1dCA9IGFjYy5sZW5ndGggPiA4O1xuICAgIGYuYmxvY2soKG5ldmVyKSA9PiB7XG4gICAgICBmLmxvb3AoKGFnYWluKSA9PiB7XG4gICAgICAgIGJzLmZvckVhY2goKHZhbHVlLCB2KSA9PiB7XG4gICAgICAgICAgbG9hZEZsb2F0cyhmLCBiLCAxNiAqIHYsIHdpZHRoKHYpKTtcbiAgICAgICAgICBmLnNldCh2YWx1ZSk7XG4gICAgICAgIH0pO1xuICAgICAgICBmb3IgKGxldCBpID0gMDsgaSA8IHJvd3M7IGkrKykge1xuICAgICAgICAgIGYuZ2V0KGEpXG4gICAgICAgICAgICAubWVtKCd2MTI4LmxvYWQzMl9zcGxhdCcsIDQgKiBpICogYVJvdylcbiAgICAgICAgICAgIC5zZXQoc3BsYXQpO1xuICAgICAgICAgIGJzLmZvckVhY2goKHZhbHVlLCB2KSA9PiB7XG4gICAgICAgICAgICBjb25zdCBzdW0gPSBhY2NbaSAqIHZlY3RvcnMgKyB2XSE7XG4gICAgICAgICAgICBmLm1hZGQoc3BsYXQsIHZhbHVlLCBzdW0sIHNwZWMuZm1hKS5zZXQoc3VtKTtcbiAgICAgICAgICB9KTtcbiAgICAgICAgICAvLyBrID4gMCBoZXJlOyB0aGUgYnJhbmNoIG9ubHkgZW5kcyB0aGUgYmFzaWMgYmxvY2suXG4gICAgICAgICAgaWYgKGN1dCAmJiBpICUgMiA9PT0gMCAmJiBpIDwgcm93cyAtIDEpIGYuZ2V0KGspLm9wKCdpMzIuZXF6JykuYnJJZihuZXZlcik7XG4gICAgICAgIH1cbiAgICAgICAgZi5pbmMoYSwgNCAqIHNwZWMuYUNvbCkuaW5jKGIsIDQgKiBzcGVjLmJSb3cpO1xuICAgICAgICBmLmdldChrKS5pMzJDb25zdCgtMSkub3AoJ2kzMi5hZGQnKS50ZWUoaykuYnJJZihhZ2Fpbik7XG4gICAgICB9KTtcbiAgICB9KTtcbiAgICBlYWNoQWNjKCh2YWx1ZSwgb2Zmc2V0LCBjb3VudCkgPT4gc3RvcmVGbG9hdHMoZiwgYywgdmFsdWUsIG9mZnNldCwgY291bnQpKTtcbiAgfSk7XG59O1xuXG4vKiogV2hlcmUgdGhlIG9wZXJhbmRzIG9mIGEgYmxvY2sgbGllLiBTdHJpZGVzIGluIGVsZW1lbnRzIHVubGVzcyB0aGV5IHNheSBieXRlcy4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgQmxvY2tTcGVjIHtcbiAgcmVhZG9ubHkgdGlsZTogVGlsZVNoYXBlO1xuICAvKiogUGFja2VkIEE6IHBhbmVscyBvZiB0aWxlLnJvd3Mgcm93cywgW3BhbmVsXVtrXVtyb3ddLCBgc3RlcGAgYnl0ZXMgYXBhcnQuICovXG4gIHJlYWRvbmx5IGE6IHsgcm93OiBudW1iZXI7IGNvbDogbnVtYmVyIH0gfCB7IHBhY2tlZDogdHJ1ZTsgc3RlcDogbnVtYmVyIH07XG4gIC8qKiBQYWNrZWQgQjogcGFuZWxzIG9mIHRpbGUuY29scyBjb2x1bW5zLCBbcGFuZWxdW2tdW2NvbF0sIGBzdGVwYCBieXRlcyBhcGFydC4gKi9cbiAgcmVhZG9ubHkgYjogeyByb3c6IG51bWJlciB9IHwgeyBwYWNrZWQ6IHRydWU7IHN0ZXA6IG51bWJlciB9O1xuICByZWFkb25seSBjUm93OiBudW1iZXI7XG4gIC8qKiBUb3RhbCByb3dzIGFuZCBjb2x1bW5zOiB0aGVpciByZW1haW5kZXJzIGJ5IHRoZSB0aWxlIG5lZWQgZnVuY3Rpb25zIG9mIHRoZWlyIG93bi4gKi9cbiAgcmVhZG9ubHkgcm93czogbnVtYmVyO1xuICByZWFkb25seSBjb2xzOiBudW1iZXI7XG4gIHJlYWRvbmx5IGFjY3VtdWxhdGU6IGJvb2xlYW47XG4gIHJlYWRvbmx5IGZtYTogYm9vbGVhbjtcbn1cblxuLyoqXG4gKiBFbWl0cyBibG9jayhhLCBiLCBjLCByb3dzLCBjb2xzLCBrLCBhZGQpOiBhbGwgdGlsZXMgb2Ygb25lIGNhY2hlIGJsb2NrLCBjb2x1bW5zIG91dHNpZGUsIHNvIHRoYXQgYVxuICogcGFuZWwgb2YgQiBzdGF5cyBpbiB0aGUgZmlyc3QtbGV2ZWwgY2FjaGUgd2hpbGUgdGhlIHJvd3Mgb2YgQSBzdHJlYW0gcGFzdCBpdC5cbiAqL1xuZXhwb3J0IGNvbnN0IGVtaXRCbG9jayA9IChtOiBNb2R1bGVCdWlsZGVyLCBzcGVjOiBCbG9ja1NwZWMpOiBudW1iZXIgPT4ge1xuICBjb25zdCB7IHRpbGUsIGEsIGIsIGNSb3csIGFjY3VtdWxhdGUgfSA9IHNwZWM7XG4gIGNvbnN0IG1ha2VUaWxlID0gKHJvd3M6IG51bWJlciwgY29sczogbnVtYmVyKSA9PlxuICAgIGVtaXRUaWxlKG0sIHtcbiAgICAgIHJvd3MsXG4gICAgICBjb2xzLFxuICAgICAgYVJvdzogJ3BhY2tlZCcgaW4gYSA/IDEgOiBhLnJvdyxcbiAgICAgIGFDb2w6ICdwYWNrZWQnIGluIGEgPyByb3dzIDogYS5jb2wsXG4gICAgICBiUm93OiAncGFja2VkJyBpbiBiID8gY29scyA6IGIucm93LFxuICAgICAgY1JvdyxcbiAgICAgIGFjY3VtdWxhdGUsXG4gICAgICBmbWE6IHNwZWMuZm1hLFxuICAgIH0pO1xuICBjb25zdCBhU3RlcCA9ICdwYWNrZWQnIGluIGEgPyBhLnN0ZXAgOiA0ICogdGlsZS5yb3dzICogYS5yb3c7XG4gIGNvbnN0IHJvd1RhaWwgPSBzcGVjLnJvd3MgJSB0aWxlLnJvd3M7XG4gIGNvbnN0IGNvbFRhaWwgPSBzcGVjLmNvbHMgJSB0aWxlLmNvbHM7XG4gIGNvbnN0IHNpeEkzMiA9IFsnaTMyJywgJ2kzMicsICdpMzInLCAnaTMyJywgJ2kzMicsICdpMzInXSBhcyBjb25zdDtcblxuICAvLyBzdHJpcChhLCBiLCBjLCByb3dzLCBrLCBhZGQpOiBvbmUgcGFuZWwgb2YgY29sdW1uc1xuICBjb25zdCBlbWl0U3RyaXAgPSAoY29sczogbnVtYmVyKSA9PiB7XG4gICAgY29uc3QgZnVsbCA9IHNwZWMucm93cyA+PSB0aWxlLnJvd3MgPyBtYWtlVGlsZSh0aWxlLnJvd3MsIGNvbHMpIDogLTE7XG4gICAgY29uc3QgdGFpbCA9IHJvd1RhaWwgPyBtYWtlVGlsZShyb3dUYWlsLCBjb2xzKSA6IC0xO1xuICAgIHJldHVybiBtLmZ1bmMoc2l4STMyLCBbXSwgKGYsIFthcCwgYnAsIGNwLCByb3dzLCBrLCBhZGRdKSA9PiB7XG4gICAgICBjb25zdCBjYWxsVGlsZSA9IChpbmRleDogbnVtYmVyKSA9PiB7XG4gICAgICAgIGYuZ2V0KGFwKS5nZXQoYnApLmdldChjcCkuZ2V0KGspO1xuICAgICAgICBpZiAoYWNjdW11bGF0ZSkgZi5nZXQoYWRkKTtcbiAgICAgICAgZi5jYWxsKGluZGV4KTtcbiAgICAgIH07XG4gICAgICBpZiAoZnVsbCA+PSAwKSB7XG4gICAgICAgIGYuYmxvY2soKGV4aXQpID0+IHtcbiAgICAgICAgICBmLmxvb3AoKGFnYWluKSA9PiB7XG4gICAgICAgICAgICBmLmdldChyb3dzKS5pMzJDb25zdCh0aWxlLnJvd3MpLm9wKCdpMzIubHRfcycpLmJySWYoZXhpdCk7XG4gICAgICAgICAgICBjYWxsVGlsZShmdWxsKTtcbiAgICAgICAgICAgIGYuaW5jKGFwLCBhU3RlcClcbiAgICAgICAgICAgICAgLmluYyhjcCwgNCAqIHRpbGUucm93cyAqIGNSb3cpXG4gICAgICAgICAgICAgIC5pbmMocm93cywgLXRpbGUucm93cyk7XG4gICAgICAgICAgICBmLmJyKGFnYWluKTtcbiAgICAgICAgICB9KTtcbiAgICAgICAgfSk7XG4gICAgICB9XG4gICAgICBpZiAodGFpbCA+PSAwKSBmLmdldChyb3dzKS5pZigoKSA9PiBjYWxsVGlsZSh0YWlsKSk7XG4gICAgfSk7XG4gIH07XG4gIGNvbnN0IGZ1bGxTdHJpcCA9IHNwZWMuY29scyA+PSB0aWxlLmNvbHMgPyBlbWl0U3RyaXAodGlsZS5jb2xzKSA6IC0xO1xuICBjb25zdCB0YWlsU3RyaXAgPSBjb2xUYWlsID8gZW1pdFN0cmlwKGNvbFRhaWwpIDogLTE7XG4gIGNvbnN0IGJTdGVwID0gJ3BhY2tlZCcgaW4gYiA/IGIuc3RlcCA6IDQgKiB0aWxlLmNvbHM7XG5cbiAgcmV0dXJuIG0uZnVuYyhbLi4uc2l4STMyLCAnaTMyJ10gYXMgY29uc3QsIFtdLCAoZiwgW2FwLCBicCwgY3AsIHJvd3MsIGNvbHMsIGssIGFkZF0pID0+IHtcbiAgICBjb25zdCBjYWxsU3RyaXAgPSAoaW5kZXg6IG51bWJlcikgPT5cbiAgICAgIGYuZ2V0KGFwKS5nZXQoYnApLmdldChjcCkuZ2V0KHJvd3MpLmdldChrKS5nZXQoYWRkKS5jYWxsKGluZGV4KTtcbiAgICBpZiAoZnVsbFN0cmlwID49IDApIHtcbiAgICAgIGYuYmxvY2soKGV4aXQpID0+IHtcbiAgICAgICAgZi5sb29wKChhZ2FpbikgPT4ge1xuICAgICAgICAgIGYuZ2V0KGNvbHMpLmkzMkNvbnN0KHRpbGUuY29scykub3AoJ2kzMi5sdF9zJykuYnJJZihleGl0KTtcbiAgICAgICAgICBjYWxsU3RyaXAoZnVsbFN0cmlwKTtcbiAgICAgICAgICBmLmluYyhicCwgYlN0ZXApXG4gICAgICAgICAgICAuaW5jKGNwLCA0ICogdGlsZS5jb2xzKVxuICAgICAgICAgICAgLmluYyhjb2xzLCAtdGlsZS5jb2xzKTtcbiAgICAgICAgICBmLmJyKGFnYWluKTtcbiAgICAgICAgfSk7XG4gICAgICB9KTtcbiAgICB9XG4gICAgaWYgKHRhaWxTdHJpcCA+PSAwKSBmLmdldChjb2xzKS5pZigoKSA9PiBjYWxsU3RyaXAodGFpbFN0cmlwKSk7XG4gIH0pO1xufTtcbiIsICIvLyBQYWNraW5nIGZvciBwcm9kdWN0czogcGFuZWxzIG9mIGB3aWR0aGAgbmVpZ2hib3VyaW5nIGNvbHVtbnMsIFtwYW5lbF1ba11bd2lkdGhdLCBzbyB0aGF0IHRoZSB0aWxlXG4vLyByZWFkcyBpdHMgb3BlcmFuZCBhcyBvbmUgc3RyZWFtLiBBbnkgc3RyaWRlcyBnbyBpbjogYSB0cmFuc3Bvc2VkIG9wZXJhbmQgaXMgb25seSBhIHN0cmlkZSBwYWlyLlxuXG5pbXBvcnQgdHlwZSB7IEZ1bmN0aW9uQnVpbGRlciwgTG9jYWwsIE1vZHVsZUJ1aWxkZXIgfSBmcm9tICcuLi93YXNtL2Fzc2VtYmxlci50cyc7XG5pbXBvcnQgeyBsb2FkRmxvYXRzLCBzdG9yZUZsb2F0cyB9IGZyb20gJy4vdGlsZS50cyc7XG5cbi8qKiBTdHJpZGVzIGluIGVsZW1lbnRzOyBgcGFuZWxCeXRlc2AgYmV0d2VlbiBwYW5lbHMgaW4gdGhlIGRlc3RpbmF0aW9uLiAqL1xuZXhwb3J0IGludGVyZmFjZSBQYWNrU3BlYyB7XG4gIHJlYWRvbmx5IHdpZHRoOiBudW1iZXI7XG4gIHJlYWRvbmx5IGtTdHJpZGU6IG51bWJlcjtcbiAgcmVhZG9ubHkgbGFuZVN0cmlkZTogbnVtYmVyO1xuICAvKiogVG90YWwgbGFuZXM7IHRoZSBsYXN0IHBhbmVsIGhhcyBsYW5lcyAlIHdpZHRoIG9mIHRoZW0gYW5kIGlzIHBhY2tlZCB0aGF0IG5hcnJvdy4gKi9cbiAgcmVhZG9ubHkgbGFuZXM6IG51bWJlcjtcbiAgcmVhZG9ubHkgcGFuZWxCeXRlczogbnVtYmVyO1xufVxuXG4vKiogQ29waWVzIGBjb3VudGAgbmVpZ2hib3VyaW5nIGZsb2F0cyBieSB2ZWN0b3JzOiBzdHJhaWdodC1saW5lIGNvZGUsIDE2IGJ5dGVzIGF0IGEgdGltZS4gKi9cbmV4cG9ydCBjb25zdCBjb3B5RmxvYXRzID0gKFxuICBmOiBGdW5jdGlvbkJ1aWxkZXIsXG4gIHRvOiBMb2NhbCxcbiAgZnJvbTogTG9jYWwsXG4gIGNvdW50OiBudW1iZXIsXG4gIHRlbXA6IExvY2FsLFxuKSA9PiB7XG4gIGZvciAobGV0IHYgPSAwOyB2IDwgY291bnQ7IHYgKz0gNCkge1xuICAgIGxvYWRGbG9hdHMoZiwgZnJvbSwgNCAqIHYsIE1hdGgubWluKDQsIGNvdW50IC0gdikpO1xuICAgIGYuc2V0KHRlbXApO1xuICAgIHN0b3JlRmxvYXRzKGYsIHRvLCB0ZW1wLCA0ICogdiwgTWF0aC5taW4oNCwgY291bnQgLSB2KSk7XG4gIH1cbn07XG5cbi8qKiBGb3VyIGsgc3RlcHMgb2YgZm91ciBsYW5lcyBlYWNoOiByZWFkcyBmb3VyIHZlY3RvcnMgYWxvbmcgayBhbmQgc3RvcmVzIHRoZW0gdHJhbnNwb3NlZC4gKi9cbmNvbnN0IHRyYW5zcG9zZTQgPSAoXG4gIGY6IEZ1bmN0aW9uQnVpbGRlcixcbiAgdG86IExvY2FsLFxuICB0b09mZnNldDogbnVtYmVyLFxuICB0b1N0cmlkZTogbnVtYmVyLFxuICBsYW5lczogcmVhZG9ubHkgTG9jYWxbXSxcbiAgdDogcmVhZG9ubHkgTG9jYWxbXSxcbikgPT4ge1xuICBjb25zdCBbYSwgYiwgYywgZF0gPSBsYW5lcyBhcyBbTG9jYWwsIExvY2FsLCBMb2NhbCwgTG9jYWxdO1xuICBjb25zdCBbYWIsIGNkXSA9IHQgYXMgW0xvY2FsLCBMb2NhbF07XG4gIGNvbnN0IGhhbHZlczogW251bWJlcltdLCBudW1iZXIsIG51bWJlcl1bXSA9IFtcbiAgICBbWzAsIDQsIDEsIDVdLCAwLCAxXSxcbiAgICBbWzIsIDYsIDMsIDddLCAyLCAzXSxcbiAgXTtcbiAgZm9yIChjb25zdCBbcGFpcnMsIGxvdywgaGlnaF0gb2YgaGFsdmVzKSB7XG4gICAgZi5nZXQoYSkuZ2V0KGIpLnNodWZmbGUzMihwYWlycykuc2V0KGFiKTsgLy8gYV9rIGJfayBhX2srMSBiX2srMVxuICAgIGYuZ2V0KGMpLmdldChkKS5zaHVmZmxlMzIocGFpcnMpLnNldChjZCk7XG4gICAgZi5nZXQodG8pXG4gICAgICAuZ2V0KGFiKVxuICAgICAgLmdldChjZClcbiAgICAgIC5zaHVmZmxlMzIoWzAsIDEsIDQsIDVdKVxuICAgICAgLm1lbSgndjEyOC5zdG9yZScsIHRvT2Zmc2V0ICsgbG93ICogdG9TdHJpZGUpO1xuICAgIGYuZ2V0KHRvKVxuICAgICAgLmdldChhYilcbiAgICAgIC5nZXQoY2QpXG4gICAgICAuc2h1ZmZsZTMyKFsyLCAzLCA2LCA3XSlcbiAgICAgIC5tZW0oJ3YxMjguc3RvcmUnLCB0b09mZnNldCArIGhpZ2ggKiB0b1N0cmlkZSk7XG4gIH1cbn07XG5cbi8qKiBFbWl0cyBwYW5lbChzcmMsIGRzdCwgayk6IG9uZSBwYW5lbCBvZiBgd2lkdGhgIGxhbmVzLiAqL1xuY29uc3QgZW1pdFBhbmVsID0gKG06IE1vZHVsZUJ1aWxkZXIsIHNwZWM6IFBhY2tTcGVjLCB3aWR0aDogbnVtYmVyKTogbnVtYmVyID0+IHtcbiAgY29uc3QgeyBrU3RyaWRlLCBsYW5lU3RyaWRlIH0gPSBzcGVjO1xuICByZXR1cm4gbS5mdW5jKFsnaTMyJywgJ2kzMicsICdpMzInXSwgW10sIChmLCBbc3JjLCBkc3QsIGtdKSA9PiB7XG4gICAgY29uc3QgdGVtcCA9IGYubG9jYWwoJ3YxMjgnKTtcbiAgICBpZiAoa1N0cmlkZSA9PT0gMSAmJiB3aWR0aCAlIDQgPT09IDApIHtcbiAgICAgIC8vIENvbnRpZ3VvdXMgYWxvbmcgazogNCB4IDQgdHJhbnNwb3NlcywgdGhlbiB0aGUgc2NhbGFyIGxvb3AgYmVsb3cgZm9yIGsgJSA0LlxuICAgICAgY29uc3QgbGFuZXMgPSBBcnJheS5mcm9tKHsgbGVuZ3RoOiA0IH0sICgpID0+IGYubG9jYWwoJ3YxMjgnKSk7XG4gICAgICBjb25zdCBwYWlycyA9IFt0ZW1wLCBmLmxvY2FsKCd2MTI4JyldO1xuICAgICAgY29uc3Qgc291cmNlID0gZi5sb2NhbCgnaTMyJyk7XG4gICAgICBjb25zdCBjb3VudCA9IGYubG9jYWwoJ2kzMicpO1xuICAgICAgZi5nZXQoaykuaTMyQ29uc3QoMikub3AoJ2kzMi5zaHJfdScpLnNldChjb3VudCk7XG4gICAgICBmLmdldChrKS5pMzJDb25zdCgzKS5vcCgnaTMyLmFuZCcpLnNldChrKTtcbiAgICAgIGYucmVwZWF0KGNvdW50LCAoKSA9PiB7XG4gICAgICAgIGYuZ2V0KHNyYykuc2V0KHNvdXJjZSk7XG4gICAgICAgIGZvciAobGV0IGogPSAwOyBqIDwgd2lkdGg7IGogKz0gNCkge1xuICAgICAgICAgIGZvciAoY29uc3QgbGFuZSBvZiBsYW5lcykge1xuICAgICAgICAgICAgZi5nZXQoc291cmNlKS5tZW0oJ3YxMjgubG9hZCcpLnNldChsYW5lKTtcbiAgICAgICAgICAgIGYuaW5jKHNvdXJjZSwgNCAqIGxhbmVTdHJpZGUpO1xuICAgICAgICAgIH1cbiAgICAgICAgICB0cmFuc3Bvc2U0KGYsIGRzdCwgNCAqIGosIDQgKiB3aWR0aCwgbGFuZXMsIHBhaXJzKTtcbiAgICAgICAgfVxuICAgICAgICBmLmluYyhzcmMsIDE2KS5pbmMoZHN0LCAxNiAqIHdpZHRoKTtcbiAgICAgIH0pO1xuICAgIH1cbiAgICBjb25zdCBsYW5lID0gZi5sb2NhbCgnaTMyJyk7XG4gICAgZi5yZXBlYXQoaywgKCkgPT4ge1xuICAgICAgaWYgKGxhbmVTdHJpZGUgPT09IDEpIGNvcHlGbG9hdHMoZiwgZHN0LCBzcmMsIHdpZHRoLCB0ZW1wKTtcbiAgICAgIGVsc2Uge1xuICAgICAgICBmLmdldChzcmMpLnNldChsYW5lKTtcbiAgICAgICAgZm9yIChsZXQgaiA9IDA7IGogPCB3aWR0aDsgaisrKSB7XG4gICAgICAgICAgZi5nZXQoZHN0KVxuICAgICAgICAgICAgLmdldChsYW5lKVxuICAgICAgICAgICAgLm1lbSgnZjMyLmxvYWQnKVxuICAgICAgICAgICAgLm1lbSgnZjMyLnN0b3JlJywgNCAqIGopO1xuICAgICAgICAgIGYuaW5jKGxhbmUsIDQgKiBsYW5lU3RyaWRlKTtcbiAgICAgICAgfVxuICAgICAgfVxuICAgICAgZi5pbmMoc3JjLCA0ICoga1N0cmlkZSkuaW5jKGRzdCwgNCAqIHdpZHRoKTtcbiAgICB9KTtcbiAgfSk7XG59O1xuXG4vKipcbiAqIEVtaXRzIHBhY2soc3JjLCBkc3QsIGssIGxhbmVzLCBmcm9tKSBhbmQgcmV0dXJucyBpdHMgaW5kZXg6IGsgc3RlcHMgb2YgZXZlcnkgcGFuZWwsIHdyaXR0ZW4gZnJvbVxuICogc3RlcCBgZnJvbWAgb24sIHNvIHRoYXQgdGhlIHRhcHMgb2YgYSBjb252b2x1dGlvbiBjYW4gYmUgcGFja2VkIG9uZSBhZnRlciB0aGUgb3RoZXIuXG4gKi9cbmV4cG9ydCBjb25zdCBlbWl0UGFjayA9IChtOiBNb2R1bGVCdWlsZGVyLCBzcGVjOiBQYWNrU3BlYyk6IG51bWJlciA9PiB7XG4gIGNvbnN0IHsgd2lkdGgsIGxhbmVzIH0gPSBzcGVjO1xuICBjb25zdCBmdWxsID0gbGFuZXMgPj0gd2lkdGggPyBlbWl0UGFuZWwobSwgc3BlYywgd2lkdGgpIDogLTE7XG4gIGNvbnN0IHRhaWwgPSBsYW5lcyAlIHdpZHRoID8gZW1pdFBhbmVsKG0sIHNwZWMsIGxhbmVzICUgd2lkdGgpIDogLTE7XG4gIHJldHVybiBtLmZ1bmMoWydpMzInLCAnaTMyJywgJ2kzMicsICdpMzInLCAnaTMyJ10sIFtdLCAoZiwgW3NyYywgZHN0LCBrLCBjb3VudCwgZnJvbV0pID0+IHtcbiAgICBjb25zdCBjYWxsUGFuZWwgPSAoaW5kZXg6IG51bWJlciwgY29sdW1uczogbnVtYmVyKSA9PiB7XG4gICAgICBmLmdldChzcmMpXG4gICAgICAgIC5nZXQoZHN0KVxuICAgICAgICAuZ2V0KGZyb20pXG4gICAgICAgIC5pMzJDb25zdCg0ICogY29sdW1ucylcbiAgICAgICAgLm9wKCdpMzIubXVsJylcbiAgICAgICAgLm9wKCdpMzIuYWRkJyk7XG4gICAgICBmLmdldChrKS5jYWxsKGluZGV4KTtcbiAgICB9O1xuICAgIGlmIChmdWxsID49IDApIHtcbiAgICAgIGYuYmxvY2soKGV4aXQpID0+IHtcbiAgICAgICAgZi5sb29wKChhZ2FpbikgPT4ge1xuICAgICAgICAgIGYuZ2V0KGNvdW50KS5pMzJDb25zdCh3aWR0aCkub3AoJ2kzMi5sdF9zJykuYnJJZihleGl0KTtcbiAgICAgICAgICBjYWxsUGFuZWwoZnVsbCwgd2lkdGgpO1xuICAgICAgICAgIGYuaW5jKHNyYywgNCAqIHdpZHRoICogc3BlYy5sYW5lU3RyaWRlKVxuICAgICAgICAgICAgLmluYyhkc3QsIHNwZWMucGFuZWxCeXRlcylcbiAgICAgICAgICAgIC5pbmMoY291bnQsIC13aWR0aCk7XG4gICAgICAgICAgZi5icihhZ2Fpbik7XG4gICAgICAgIH0pO1xuICAgICAgfSk7XG4gICAgfVxuICAgIGlmICh0YWlsID49IDApIGYuZ2V0KGNvdW50KS5pZigoKSA9PiBjYWxsUGFuZWwodGFpbCwgbGFuZXMgJSB3aWR0aCkpO1xuICB9KTtcbn07XG4iLCAiLy8gVGhlIGxlZnQgb3BlcmFuZCBvZiBhIGNvbnZvbHV0aW9uIHNlZW4gYXMgYSBtYXRyaXggcHJvZHVjdDogZWFjaCBwaXhlbCBvZiB0aGUgcmVzdWx0IG93bnMgb25lIHJvdyxcbi8vIHRoZSBpbnB1dCB2YWx1ZXMgdW5kZXIgdGhlIGtlcm5lbCwgemVyb3Mgd2hlcmUgaXQgaGFuZ3Mgb3ZlciB0aGUgYm9yZGVyLiBSb3dzIGFyZSBjb3BpZWQgZm9yIGFcbi8vIGJsb2NrIG9mIHBpeGVscyBhdCBhIHRpbWUgaW50byBhIHNjcmF0Y2ggdGhhdCBmaXRzIHRoZSBzZWNvbmQtbGV2ZWwgY2FjaGUgKFwiaW1wbGljaXQgR0VNTVwiKS5cblxuaW1wb3J0IHR5cGUgeyBGdW5jdGlvbkJ1aWxkZXIsIExvY2FsLCBNb2R1bGVCdWlsZGVyIH0gZnJvbSAnLi4vd2FzbS9hc3NlbWJsZXIudHMnO1xuaW1wb3J0IHsgY29weUZsb2F0cyB9IGZyb20gJy4vcGFjay50cyc7XG5cbi8qKiBTb3VyY2UgcG9zaXRpb24gb2YgdGFwIHQgYXQgcmVzdWx0IHBvc2l0aW9uIG86IG8gKiBzdHJpZGUgKyBmaXJzdCArIHQgKiBzdGVwLiAqL1xuZXhwb3J0IGludGVyZmFjZSBUYXBzIHtcbiAgcmVhZG9ubHkgc3RyaWRlOiBudW1iZXI7XG4gIHJlYWRvbmx5IGZpcnN0OiBudW1iZXI7XG4gIHJlYWRvbmx5IHN0ZXA6IG51bWJlcjtcbiAgcmVhZG9ubHkgY291bnQ6IG51bWJlcjtcbn1cblxuLyoqIEEgZ3JpZCBvZiByZXN1bHQgcGl4ZWxzIG92ZXIgYmF0Y2hlcyBvZiBzb3VyY2UgaW1hZ2VzOyBzaXplcyBpbiBwaXhlbHMsIHN0cmlkZXMgaW4gZmxvYXRzLiAqL1xuZXhwb3J0IGludGVyZmFjZSBQaXhlbEdyaWQge1xuICByZWFkb25seSBvdXRIZWlnaHQ6IG51bWJlcjtcbiAgcmVhZG9ubHkgb3V0V2lkdGg6IG51bWJlcjtcbiAgcmVhZG9ubHkgaGVpZ2h0OiBudW1iZXI7XG4gIHJlYWRvbmx5IHdpZHRoOiBudW1iZXI7XG4gIC8qKiBGbG9hdHMgYmV0d2VlbiBuZWlnaGJvdXJpbmcgcGl4ZWxzIG9mIHRoZSBzb3VyY2UuICovXG4gIHJlYWRvbmx5IHBpeGVsU3RyaWRlOiBudW1iZXI7XG4gIHJlYWRvbmx5IHk6IFRhcHM7XG4gIHJlYWRvbmx5IHg6IFRhcHM7XG59XG5cbi8qKlxuICogQ2FsbHMgYGJvZHlgIGZvciBgY291bnRgIHBpeGVscyBmcm9tIG51bWJlciBgcGl4ZWxgIG9uLCB3aXRoIHRoZSBhZGRyZXNzIG9mIHRoZSBwaXhlbCdzIGltYWdlIGFuZFxuICogdGhlIHNvdXJjZSBwb3NpdGlvbiBvZiBpdHMgZmlyc3QgdGFwLiBEZXN0cm95cyBgY291bnRgOyBldmVyeXRoaW5nIGFkdmFuY2VzIHdpdGhvdXQgZGl2aXNpb25zLlxuICovXG5leHBvcnQgY29uc3QgZW1pdFBpeGVscyA9IChcbiAgZjogRnVuY3Rpb25CdWlsZGVyLFxuICBncmlkOiBQaXhlbEdyaWQsXG4gIGJhc2U6IExvY2FsLFxuICBwaXhlbDogTG9jYWwsXG4gIGNvdW50OiBMb2NhbCxcbiAgYm9keTogKGltYWdlOiBMb2NhbCwgaXk6IExvY2FsLCBpeDogTG9jYWwpID0+IHZvaWQsXG4pID0+IHtcbiAgY29uc3QgeyBvdXRIZWlnaHQsIG91dFdpZHRoLCB5LCB4IH0gPSBncmlkO1xuICBjb25zdCBpbWFnZUJ5dGVzID0gNCAqIGdyaWQuaGVpZ2h0ICogZ3JpZC53aWR0aCAqIGdyaWQucGl4ZWxTdHJpZGU7XG4gIGNvbnN0IFtveCwgb3ksIGl5LCBpeCwgaW1hZ2VdID0gWzEsIDIsIDMsIDQsIDVdLm1hcCgoKSA9PiBmLmxvY2FsKCdpMzInKSkgYXMgW1xuICAgIExvY2FsLFxuICAgIExvY2FsLFxuICAgIExvY2FsLFxuICAgIExvY2FsLFxuICAgIExvY2FsLFxuICBdO1xuICBmLmdldChwaXhlbCkuaTMyQ29uc3Qob3V0V2lkdGgpLm9wKCdpMzIucmVtX3UnKS5zZXQob3gpO1xuICBmLmdldChwaXhlbCkuaTMyQ29uc3Qob3V0V2lkdGgpLm9wKCdpMzIuZGl2X3UnKS50ZWUob3kpO1xuICBmLmkzMkNvbnN0KG91dEhlaWdodCkub3AoJ2kzMi5kaXZfdScpLmkzMkNvbnN0KGltYWdlQnl0ZXMpLm9wKCdpMzIubXVsJyk7XG4gIGYuZ2V0KGJhc2UpLm9wKCdpMzIuYWRkJykuc2V0KGltYWdlKTtcbiAgZi5nZXQob3kpLmkzMkNvbnN0KG91dEhlaWdodCkub3AoJ2kzMi5yZW1fdScpLnNldChveSk7XG4gIGYuZ2V0KG94KS5pMzJDb25zdCh4LnN0cmlkZSkub3AoJ2kzMi5tdWwnKS5pMzJDb25zdCh4LmZpcnN0KS5vcCgnaTMyLmFkZCcpLnNldChpeCk7XG4gIGYuZ2V0KG95KS5pMzJDb25zdCh5LnN0cmlkZSkub3AoJ2kzMi5tdWwnKS5pMzJDb25zdCh5LmZpcnN0KS5vcCgnaTMyLmFkZCcpLnNldChpeSk7XG4gIGYucmVwZWF0KGNvdW50LCAoKSA9PiB7XG4gICAgYm9keShpbWFnZSwgaXksIGl4KTtcbiAgICBmLmluYyhpeCwgeC5zdHJpZGUpLmluYyhveCwgMSk7XG4gICAgZi5nZXQob3gpXG4gICAgICAuaTMyQ29uc3Qob3V0V2lkdGgpXG4gICAgICAub3AoJ2kzMi5lcScpXG4gICAgICAuaWYoKCkgPT4ge1xuICAgICAgICBmLmkzMkNvbnN0KDApLnNldChveCkuaTMyQ29uc3QoeC5maXJzdCkuc2V0KGl4KTtcbiAgICAgICAgZi5pbmMoaXksIHkuc3RyaWRlKS5pbmMob3ksIDEpO1xuICAgICAgICBmLmdldChveSlcbiAgICAgICAgICAuaTMyQ29uc3Qob3V0SGVpZ2h0KVxuICAgICAgICAgIC5vcCgnaTMyLmVxJylcbiAgICAgICAgICAuaWYoKCkgPT4ge1xuICAgICAgICAgICAgZi5pMzJDb25zdCgwKS5zZXQob3kpLmkzMkNvbnN0KHkuZmlyc3QpLnNldChpeSk7XG4gICAgICAgICAgICBmLmluYyhpbWFnZSwgaW1hZ2VCeXRlcyk7XG4gICAgICAgICAgfSk7XG4gICAgICB9KTtcbiAgfSk7XG59O1xuXG5jb25zdCBTVFJBSUdIVCA9IDY0O1xuXG4vKiogQ29waWVzIGEgY29uc3RhbnQgbnVtYmVyIG9mIGZsb2F0czsgZGVzdHJveXMgYm90aCBwb2ludGVycyB3aGVuIHRoZXJlIGFyZSBtYW55LiAqL1xuZXhwb3J0IGNvbnN0IGVtaXRDb3B5ID0gKGY6IEZ1bmN0aW9uQnVpbGRlciwgdG86IExvY2FsLCBmcm9tOiBMb2NhbCwgY291bnQ6IG51bWJlcikgPT4ge1xuICBjb25zdCB0ZW1wID0gZi5sb2NhbCgndjEyOCcpO1xuICBjb25zdCBsb29wcyA9IGNvdW50ID4gU1RSQUlHSFQgPyBNYXRoLmZsb29yKGNvdW50IC8gMTYpIDogMDtcbiAgaWYgKGxvb3BzKSB7XG4gICAgY29uc3QgbGVmdCA9IGYubG9jYWwoJ2kzMicpO1xuICAgIGYuaTMyQ29uc3QobG9vcHMpLnNldChsZWZ0KTtcbiAgICBmLnJlcGVhdChsZWZ0LCAoKSA9PiB7XG4gICAgICBjb3B5RmxvYXRzKGYsIHRvLCBmcm9tLCAxNiwgdGVtcCk7XG4gICAgICBmLmluYyh0bywgNjQpLmluYyhmcm9tLCA2NCk7XG4gICAgfSk7XG4gICAgZi5mcmVlKGxlZnQpO1xuICB9XG4gIGNvcHlGbG9hdHMoZiwgdG8sIGZyb20sIGNvdW50IC0gMTYgKiBsb29wcywgdGVtcCk7XG4gIGYuZnJlZSh0ZW1wKTtcbn07XG5cbi8qKiBFbWl0cyBnYXRoZXIoc291cmNlLCB0bywgcGl4ZWwsIGNvdW50KTogcm93cyBvZiB5LmNvdW50ICogeC5jb3VudCAqIGNoYW5uZWxzIGZsb2F0cy4gKi9cbmV4cG9ydCBjb25zdCBlbWl0R2F0aGVyID0gKFxuICBtOiBNb2R1bGVCdWlsZGVyLFxuICBncmlkOiBQaXhlbEdyaWQsXG4gIGNoYW5uZWxzOiBudW1iZXIsXG4gIHJvd0Zsb2F0czogbnVtYmVyLFxuKTogbnVtYmVyID0+IHtcbiAgY29uc3QgeyB5LCB4LCB3aWR0aCwgcGl4ZWxTdHJpZGUgfSA9IGdyaWQ7XG4gIGNvbnN0IHJ1biA9IHguY291bnQgKiBjaGFubmVscztcbiAgY29uc3QgaTMyeDMgPSBbJ2kzMicsICdpMzInLCAnaTMyJ10gYXMgY29uc3Q7XG5cbiAgLy8gbGluZShzb3VyY2Ugcm93LCBpeCwgdG8pOiB0aGUgdGFwcyBvZiBvbmUga2VybmVsIHJvd1xuICBjb25zdCBsaW5lID0gbS5mdW5jKGkzMngzLCBbXSwgKGYsIFtyb3csIGl4LCB0b10pID0+IHtcbiAgICBjb25zdCBmcm9tID0gZi5sb2NhbCgnaTMyJyk7XG4gICAgY29uc3QgYWRkcmVzcyA9ICgpID0+IHtcbiAgICAgIGYuZ2V0KHJvdylcbiAgICAgICAgLmdldChpeClcbiAgICAgICAgLmkzMkNvbnN0KDQgKiBwaXhlbFN0cmlkZSlcbiAgICAgICAgLm9wKCdpMzIubXVsJylcbiAgICAgICAgLm9wKCdpMzIuYWRkJylcbiAgICAgICAgLnNldChmcm9tKTtcbiAgICB9O1xuICAgIGlmICh4LmNvdW50ID4gMSAmJiB4LnN0ZXAgPT09IDEgJiYgY2hhbm5lbHMgPT09IHBpeGVsU3RyaWRlICYmIHdpZHRoID49IHguY291bnQpIHtcbiAgICAgIC8vIE5laWdoYm91cmluZyB0YXBzIGFyZSBuZWlnaGJvdXJzIGluIG1lbW9yeTogb25lIGNvcHksIGF3YXkgZnJvbSB0aGUgYm9yZGVyLlxuICAgICAgZi5nZXQoaXgpXG4gICAgICAgIC5pMzJDb25zdCh3aWR0aCAtIHguY291bnQpXG4gICAgICAgIC5vcCgnaTMyLmxlX3UnKVxuICAgICAgICAuaWYoKCkgPT4ge1xuICAgICAgICAgIGFkZHJlc3MoKTtcbiAgICAgICAgICBlbWl0Q29weShmLCB0bywgZnJvbSwgcnVuKTtcbiAgICAgICAgICBmLm9wKCdyZXR1cm4nKTtcbiAgICAgICAgfSk7XG4gICAgfVxuICAgIGNvbnN0IHRhcHMgPSBmLmxvY2FsKCdpMzInKTtcbiAgICBjb25zdCBbc291cmNlLCB0YXJnZXRdID0gW2YubG9jYWwoJ2kzMicpLCBmLmxvY2FsKCdpMzInKV07XG4gICAgZi5pMzJDb25zdCh4LmNvdW50KS5zZXQodGFwcyk7XG4gICAgZi5yZXBlYXQodGFwcywgKCkgPT4ge1xuICAgICAgZi5nZXQodG8pLnNldCh0YXJnZXQpO1xuICAgICAgZi5nZXQoaXgpXG4gICAgICAgIC5pMzJDb25zdCh3aWR0aClcbiAgICAgICAgLm9wKCdpMzIubHRfdScpXG4gICAgICAgIC5pZihcbiAgICAgICAgICAoKSA9PiB7XG4gICAgICAgICAgICBhZGRyZXNzKCk7XG4gICAgICAgICAgICBmLmdldChmcm9tKS5zZXQoc291cmNlKTtcbiAgICAgICAgICAgIGVtaXRDb3B5KGYsIHRhcmdldCwgc291cmNlLCBjaGFubmVscyk7XG4gICAgICAgICAgfSxcbiAgICAgICAgICAoKSA9PlxuICAgICAgICAgICAgZlxuICAgICAgICAgICAgICAuZ2V0KHRvKVxuICAgICAgICAgICAgICAuaTMyQ29uc3QoMClcbiAgICAgICAgICAgICAgLmkzMkNvbnN0KDQgKiBjaGFubmVscylcbiAgICAgICAgICAgICAgLm9wKCdtZW1vcnkuZmlsbCcpLFxuICAgICAgICApO1xuICAgICAgZi5pbmMoaXgsIHguc3RlcCkuaW5jKHRvLCA0ICogY2hhbm5lbHMpO1xuICAgIH0pO1xuICB9KTtcblxuICByZXR1cm4gbS5mdW5jKFsuLi5pMzJ4MywgJ2kzMiddIGFzIGNvbnN0LCBbXSwgKGYsIFtzb3VyY2UsIHRvLCBwaXhlbCwgY291bnRdKSA9PiB7XG4gICAgY29uc3QgW3RhcHMsIHJvdywgdGFyZ2V0XSA9IFtmLmxvY2FsKCdpMzInKSwgZi5sb2NhbCgnaTMyJyksIGYubG9jYWwoJ2kzMicpXTtcbiAgICBlbWl0UGl4ZWxzKGYsIGdyaWQsIHNvdXJjZSwgcGl4ZWwsIGNvdW50LCAoaW1hZ2UsIGl5LCBpeCkgPT4ge1xuICAgICAgZi5nZXQodG8pLnNldCh0YXJnZXQpLmdldChpeSkuc2V0KHJvdykuaTMyQ29uc3QoeS5jb3VudCkuc2V0KHRhcHMpO1xuICAgICAgZi5yZXBlYXQodGFwcywgKCkgPT4ge1xuICAgICAgICBmLmdldChyb3cpXG4gICAgICAgICAgLmkzMkNvbnN0KGdyaWQuaGVpZ2h0KVxuICAgICAgICAgIC5vcCgnaTMyLmx0X3UnKVxuICAgICAgICAgIC5pZihcbiAgICAgICAgICAgICgpID0+IHtcbiAgICAgICAgICAgICAgZi5nZXQocm93KVxuICAgICAgICAgICAgICAgIC5pMzJDb25zdCg0ICogd2lkdGggKiBwaXhlbFN0cmlkZSlcbiAgICAgICAgICAgICAgICAub3AoJ2kzMi5tdWwnKVxuICAgICAgICAgICAgICAgIC5nZXQoaW1hZ2UpXG4gICAgICAgICAgICAgICAgLm9wKCdpMzIuYWRkJyk7XG4gICAgICAgICAgICAgIGYuZ2V0KGl4KS5nZXQodGFyZ2V0KS5jYWxsKGxpbmUpO1xuICAgICAgICAgICAgfSxcbiAgICAgICAgICAgICgpID0+XG4gICAgICAgICAgICAgIGZcbiAgICAgICAgICAgICAgICAuZ2V0KHRhcmdldClcbiAgICAgICAgICAgICAgICAuaTMyQ29uc3QoMClcbiAgICAgICAgICAgICAgICAuaTMyQ29uc3QoNCAqIHJ1bilcbiAgICAgICAgICAgICAgICAub3AoJ21lbW9yeS5maWxsJyksXG4gICAgICAgICAgKTtcbiAgICAgICAgZi5pbmMocm93LCB5LnN0ZXApLmluYyh0YXJnZXQsIDQgKiBydW4pO1xuICAgICAgfSk7XG4gICAgICBmLmluYyh0bywgNCAqIHJvd0Zsb2F0cyk7XG4gICAgfSk7XG4gIH0pO1xufTtcblxuLyoqIEVtaXRzIHNjYXR0ZXIoZnJvbSwgdGFyZ2V0LCBwaXhlbCwgY291bnQpOiBwYWNrZWQgcm93cyBvZiBgY2hhbm5lbHNgIGZsb2F0cyB0byB0aGVpciBwaXhlbHMuICovXG5leHBvcnQgY29uc3QgZW1pdFNjYXR0ZXIgPSAobTogTW9kdWxlQnVpbGRlciwgZ3JpZDogUGl4ZWxHcmlkLCBjaGFubmVsczogbnVtYmVyKTogbnVtYmVyID0+XG4gIG0uZnVuYyhbJ2kzMicsICdpMzInLCAnaTMyJywgJ2kzMiddLCBbXSwgKGYsIFtmcm9tLCB0YXJnZXQsIHBpeGVsLCBjb3VudF0pID0+IHtcbiAgICBjb25zdCBbc291cmNlLCB0b10gPSBbZi5sb2NhbCgnaTMyJyksIGYubG9jYWwoJ2kzMicpXTtcbiAgICBlbWl0UGl4ZWxzKGYsIGdyaWQsIHRhcmdldCwgcGl4ZWwsIGNvdW50LCAoaW1hZ2UsIGl5LCBpeCkgPT4ge1xuICAgICAgZi5nZXQoaXkpLmkzMkNvbnN0KGdyaWQud2lkdGgpLm9wKCdpMzIubXVsJykuZ2V0KGl4KS5vcCgnaTMyLmFkZCcpO1xuICAgICAgZi5pMzJDb25zdCg0ICogZ3JpZC5waXhlbFN0cmlkZSlcbiAgICAgICAgLm9wKCdpMzIubXVsJylcbiAgICAgICAgLmdldChpbWFnZSlcbiAgICAgICAgLm9wKCdpMzIuYWRkJylcbiAgICAgICAgLnNldCh0byk7XG4gICAgICBmLmdldChmcm9tKS5zZXQoc291cmNlKTtcbiAgICAgIGVtaXRDb3B5KGYsIHRvLCBzb3VyY2UsIGNoYW5uZWxzKTtcbiAgICAgIGYuaW5jKGZyb20sIDQgKiBjaGFubmVscyk7XG4gICAgfSk7XG4gIH0pO1xuIiwgIi8vIERlcHRod2lzZSBjb252b2x1dGlvbjogZXZlcnkgY2hhbm5lbCBoYXMgYSBmaWx0ZXIgb2YgaXRzIG93biwgc28gdGhlcmUgaXMgbm8gbWF0cml4IHByb2R1Y3QgaW4gaXQuXG4vLyBBbGwgdGhyZWUgcGFzc2VzIGFyZSBvbmUgbG9vcCBvdmVyIChwaXhlbCwgdGFwKSB3aXRoIHZlY3RvcnMgYWxvbmcgdGhlIGNoYW5uZWxzLFxuLy8gICB5W3BdICs9IHhbcCArIHRdIHdbdF0sICAgZHhbcCArIHRdICs9IGR5W3BdIHdbdF0sICAgZHdbdF0gKz0geFtwICsgdF0gZHlbcF0sXG4vLyBhbmQgZGlmZmVyIG9ubHkgaW4gd2hpY2ggb3BlcmFuZCBpcyB0aGUgc3VtLlxuXG5pbXBvcnQgdHlwZSB7IEZ1bmN0aW9uQnVpbGRlciwgTG9jYWwsIE1vZHVsZUJ1aWxkZXIgfSBmcm9tICcuLi93YXNtL2Fzc2VtYmxlci50cyc7XG5pbXBvcnQgeyBlbWl0UGl4ZWxzLCB0eXBlIFBpeGVsR3JpZCB9IGZyb20gJy4vZ2F0aGVyLnRzJztcbmltcG9ydCB7IGxvYWRGbG9hdHMsIHN0b3JlRmxvYXRzIH0gZnJvbSAnLi90aWxlLnRzJztcblxuLyoqIFdoaWNoIG9wZXJhbmQgaXMgc3VtbWVkIHVwLiAqL1xuZXhwb3J0IHR5cGUgRGVwdGh3aXNlUmVzdWx0ID0gJ3gnIHwgJ3cnIHwgJ3knO1xuXG4vKiogRW1pdHMgY2hhbm5lbHMoeCwgdywgeSkgZm9yIG9uZSBwaXhlbCBhbmQgdGFwOiByZXN1bHQgKz0gdGhlIHByb2R1Y3Qgb2YgdGhlIG90aGVyIHR3by4gKi9cbmNvbnN0IGVtaXRDaGFubmVscyA9IChcbiAgbTogTW9kdWxlQnVpbGRlcixcbiAgY2hhbm5lbHM6IG51bWJlcixcbiAgcmVzdWx0OiBEZXB0aHdpc2VSZXN1bHQsXG4gIGZtYTogYm9vbGVhbixcbik6IG51bWJlciA9PlxuICBtLmZ1bmMoWydpMzInLCAnaTMyJywgJ2kzMiddLCBbXSwgKGYsIFt4LCB3LCB5XSkgPT4ge1xuICAgIGNvbnN0IHN1bSA9IGYubG9jYWwoJ3YxMjgnKTtcbiAgICBjb25zdCBvcmRlciA9IHsgeDogW3csIHksIHhdLCB3OiBbeCwgeSwgd10sIHk6IFt4LCB3LCB5XSB9IGFzIGNvbnN0O1xuICAgIGNvbnN0IFtmaXJzdCwgc2Vjb25kLCB0YXJnZXRdID0gb3JkZXJbcmVzdWx0XTtcbiAgICBjb25zdCB2ZWN0b3IgPSAob2Zmc2V0OiBudW1iZXIsIGNvdW50OiBudW1iZXIpID0+IHtcbiAgICAgIGNvbnN0IGxvYWQgPSAoZnJvbTogTG9jYWwpID0+ICgpID0+IGxvYWRGbG9hdHMoZiwgZnJvbSwgb2Zmc2V0LCBjb3VudCk7XG4gICAgICBmLm1hZGQobG9hZChmaXJzdCksIGxvYWQoc2Vjb25kKSwgbG9hZCh0YXJnZXQpLCBmbWEpLnNldChzdW0pO1xuICAgICAgc3RvcmVGbG9hdHMoZiwgdGFyZ2V0LCBzdW0sIG9mZnNldCwgY291bnQpO1xuICAgIH07XG4gICAgY29uc3QgbG9vcHMgPSBNYXRoLmZsb29yKGNoYW5uZWxzIC8gMTYpO1xuICAgIGlmIChsb29wcyA+IDEpIHtcbiAgICAgIGNvbnN0IGxlZnQgPSBmLmxvY2FsKCdpMzInKTtcbiAgICAgIGYuaTMyQ29uc3QobG9vcHMpLnNldChsZWZ0KTtcbiAgICAgIGYucmVwZWF0KGxlZnQsICgpID0+IHtcbiAgICAgICAgZm9yIChsZXQgdiA9IDA7IHYgPCA0OyB2KyspIHZlY3RvcigxNiAqIHYsIDQpO1xuICAgICAgICBmb3IgKGNvbnN0IHAgb2YgW3gsIHcsIHldKSBmLmluYyhwLCA2NCk7XG4gICAgICB9KTtcbiAgICB9XG4gICAgY29uc3QgcmVzdCA9IGxvb3BzID4gMSA/IGNoYW5uZWxzICUgMTYgOiBjaGFubmVscztcbiAgICBmb3IgKGxldCBjID0gMDsgYyA8IHJlc3Q7IGMgKz0gNCkgdmVjdG9yKDQgKiBjLCBNYXRoLm1pbig0LCByZXN0IC0gYykpO1xuICB9KTtcblxuLyoqIFJ1bnMgdGhlIGJvZHkgYGNvdW50YCB0aW1lcyBpZiBgcG9zaXRpb25gIGlzIGluc2lkZSAwLi5saW1pdC0xIGF0IGVhY2gsIG1vdmluZyBvbiBieSBgc3RlcGAuICovXG5jb25zdCBlYWNoSW5zaWRlID0gKFxuICBmOiBGdW5jdGlvbkJ1aWxkZXIsXG4gIHBvc2l0aW9uOiBMb2NhbCxcbiAgdGFwczogeyBjb3VudDogbnVtYmVyOyBzdGVwOiBudW1iZXIgfSxcbiAgbGltaXQ6IG51bWJlcixcbiAgYm9keTogKCkgPT4gdm9pZCxcbiAgYWx3YXlzOiAoKSA9PiB2b2lkLFxuKSA9PiB7XG4gIGNvbnN0IGxlZnQgPSBmLmxvY2FsKCdpMzInKTtcbiAgZi5pMzJDb25zdCh0YXBzLmNvdW50KS5zZXQobGVmdCk7XG4gIGYucmVwZWF0KGxlZnQsICgpID0+IHtcbiAgICBmLmdldChwb3NpdGlvbilcbiAgICAgIC5pMzJDb25zdChsaW1pdClcbiAgICAgIC5vcCgnaTMyLmx0X3UnKVxuICAgICAgLmlmKCgpID0+IGJvZHkoKSk7XG4gICAgYWx3YXlzKCk7XG4gICAgZi5pbmMocG9zaXRpb24sIHRhcHMuc3RlcCk7XG4gIH0pO1xuICBmLmZyZWUobGVmdCk7XG59O1xuXG4vKipcbiAqIEVtaXRzIGRlcHRod2lzZSh4LCB3LCB5KSBhbmQgcmV0dXJucyBpdHMgaW5kZXguIFRoZSByZXN1bHQgbXVzdCBzdGFydCBhcyB6ZXJvcywgYW5kIHRoZSBvcGVyYW5kc1xuICogaGF2ZSBncmlkLnBpeGVsU3RyaWRlIGNoYW5uZWxzLiBgZ3JpZGAgaXMgdGhhdCBvZiB5J3MgcGl4ZWxzIG92ZXIgeC5cbiAqL1xuZXhwb3J0IGNvbnN0IGVtaXREZXB0aHdpc2UgPSAoXG4gIG06IE1vZHVsZUJ1aWxkZXIsXG4gIGdyaWQ6IFBpeGVsR3JpZCxcbiAgaW1hZ2VzOiBudW1iZXIsXG4gIHJlc3VsdDogRGVwdGh3aXNlUmVzdWx0LFxuICBmbWE6IGJvb2xlYW4sXG4pOiBudW1iZXIgPT4ge1xuICBjb25zdCBjaGFubmVscyA9IGdyaWQucGl4ZWxTdHJpZGU7XG4gIGNvbnN0IGJ5dGVzID0gNCAqIGNoYW5uZWxzO1xuICBjb25zdCBzdGVwID0gZW1pdENoYW5uZWxzKG0sIGNoYW5uZWxzLCByZXN1bHQsIGZtYSk7XG4gIHJldHVybiBtLmZ1bmMoWydpMzInLCAnaTMyJywgJ2kzMiddLCBbXSwgKGYsIFt4LCB3LCB5XSkgPT4ge1xuICAgIGNvbnN0IFtwaXhlbCwgY291bnQsIHJvd10gPSBbZi5sb2NhbCgnaTMyJyksIGYubG9jYWwoJ2kzMicpLCBmLmxvY2FsKCdpMzInKV07XG4gICAgY29uc3QgW2NvbHVtbiwgbGluZSwgdGFwXSA9IFtmLmxvY2FsKCdpMzInKSwgZi5sb2NhbCgnaTMyJyksIGYubG9jYWwoJ2kzMicpXTtcbiAgICBmLmkzMkNvbnN0KGltYWdlcyAqIGdyaWQub3V0SGVpZ2h0ICogZ3JpZC5vdXRXaWR0aCkuc2V0KGNvdW50KTtcbiAgICBlbWl0UGl4ZWxzKGYsIGdyaWQsIHgsIHBpeGVsLCBjb3VudCwgKGltYWdlLCBpeSwgaXgpID0+IHtcbiAgICAgIGYuZ2V0KGl5KS5zZXQocm93KS5nZXQodykuc2V0KGxpbmUpO1xuICAgICAgY29uc3QgdGFwcyA9ICgpID0+IHtcbiAgICAgICAgZi5nZXQoaXgpLnNldChjb2x1bW4pLmdldChsaW5lKS5zZXQodGFwKTtcbiAgICAgICAgY29uc3QgY2hhbm5lbHNBdCA9ICgpID0+IHtcbiAgICAgICAgICBmLmdldChyb3cpLmkzMkNvbnN0KGdyaWQud2lkdGgpLm9wKCdpMzIubXVsJykuZ2V0KGNvbHVtbikub3AoJ2kzMi5hZGQnKTtcbiAgICAgICAgICBmLmkzMkNvbnN0KGJ5dGVzKS5vcCgnaTMyLm11bCcpLmdldChpbWFnZSkub3AoJ2kzMi5hZGQnKTtcbiAgICAgICAgICBmLmdldCh0YXApLmdldCh5KS5jYWxsKHN0ZXApO1xuICAgICAgICB9O1xuICAgICAgICBlYWNoSW5zaWRlKGYsIGNvbHVtbiwgZ3JpZC54LCBncmlkLndpZHRoLCBjaGFubmVsc0F0LCAoKSA9PiBmLmluYyh0YXAsIGJ5dGVzKSk7XG4gICAgICB9O1xuICAgICAgZWFjaEluc2lkZShmLCByb3csIGdyaWQueSwgZ3JpZC5oZWlnaHQsIHRhcHMsICgpID0+IGYuaW5jKGxpbmUsIGdyaWQueC5jb3VudCAqIGJ5dGVzKSk7XG4gICAgICBmLmluYyh5LCBieXRlcyk7XG4gICAgfSk7XG4gIH0pO1xufTtcbiIsICIvLyBQcm9kdWN0cyB3aXRoIHZlcnkgZmV3IHJvd3MgKGVtYmVkZGluZ3Mgb2YgdGltZSBzdGVwcywgc2luZ2xlIHByb21wdHMsIGRvdCBwcm9kdWN0cyk6IGVhY2ggZWxlbWVudFxuLy8gb2YgQiBpcyB1c2VkIG9ubHkgb25lIHRvIHRocmVlIHRpbWVzLCBzbyBub3RoaW5nIGlzIHBhY2tlZCBhbmQgQiBpcyByZWFkIG9uY2UsIGluIGl0cyBvd24gb3JkZXIuXG5cbmltcG9ydCB0eXBlIHsgTW9kdWxlQnVpbGRlciB9IGZyb20gJy4uL3dhc20vYXNzZW1ibGVyLnRzJztcbmltcG9ydCB0eXBlIHsgTWF0bXVsU3BlYyB9IGZyb20gJy4vbWF0bXVsLnRzJztcbmltcG9ydCB7IGVtaXRUaWxlIH0gZnJvbSAnLi90aWxlLnRzJztcblxuLyoqIGByb3dzYDogQiBjb250aWd1b3VzIGFsb25nIG4sIHdpZGUgcmVnaXN0ZXIgdGlsZXMuIGBkb3RzYDogYm90aCBjb250aWd1b3VzIGFsb25nIGsuICovXG5leHBvcnQgdHlwZSBNYXR2ZWNLaW5kID0gJ3Jvd3MnIHwgJ2RvdHMnO1xuXG5jb25zdCBNQVhfUk9XUyA9IDM7XG5cbi8qKiBXaGljaCBvZiB0aGUgdHdvIGFwcGxpZXMsIGlmIGFueS4gKi9cbmV4cG9ydCBjb25zdCBtYXR2ZWNLaW5kID0gKHNwZWM6IE1hdG11bFNwZWMpOiBNYXR2ZWNLaW5kIHwgdW5kZWZpbmVkID0+IHtcbiAgY29uc3QgeyBtLCBuLCBrLCBhLCBiIH0gPSBzcGVjO1xuICBpZiAobSA+IE1BWF9ST1dTIHx8IGEucm93IDwgMCkgcmV0dXJuIHVuZGVmaW5lZDtcbiAgY29uc3QgYWxvbmdOID0gYi5jb2wgPT09IDEgfHwgbiA9PT0gMTtcbiAgaWYgKGFsb25nTiAmJiBuID4gMSkgcmV0dXJuICdyb3dzJztcbiAgaWYgKGIucm93ID09PSAxICYmIGEuY29sID09PSAxICYmIGsgPj0gOCkgcmV0dXJuICdkb3RzJztcbiAgcmV0dXJuIGFsb25nTiA/ICdyb3dzJyA6IHVuZGVmaW5lZDtcbn07XG5cbi8qKiBDW3Jvd3MsIGNvbHNdIHdpdGggYSB0aWxlIGFzIHdpZGUgYXMgdGhlIHJlZ2lzdGVycyBhbGxvdywgb3ZlciBhbGwgb2Ygay4gKi9cbmNvbnN0IGVtaXRSb3dzID0gKG06IE1vZHVsZUJ1aWxkZXIsIHNwZWM6IE1hdG11bFNwZWMsIGZtYTogYm9vbGVhbik6IG51bWJlciA9PiB7XG4gIGNvbnN0IHdpZGUgPSA0ICogTWF0aC5mbG9vcigoZm1hID8gMTIgOiAxMCkgLyBzcGVjLm0pO1xuICBjb25zdCBtYWtlID0gKGNvbHM6IG51bWJlcikgPT5cbiAgICBlbWl0VGlsZShtLCB7XG4gICAgICByb3dzOiBzcGVjLm0sXG4gICAgICBjb2xzLFxuICAgICAgYVJvdzogc3BlYy5hLnJvdyxcbiAgICAgIGFDb2w6IHNwZWMuYS5jb2wsXG4gICAgICBiUm93OiBzcGVjLmIucm93LFxuICAgICAgY1Jvdzogc3BlYy5uLFxuICAgICAgYWNjdW11bGF0ZTogZmFsc2UsXG4gICAgICBmbWEsXG4gICAgfSk7XG4gIGNvbnN0IGZ1bGwgPSBNYXRoLmZsb29yKHNwZWMubiAvIHdpZGUpO1xuICBjb25zdCBmdWxsVGlsZSA9IGZ1bGwgPyBtYWtlKHdpZGUpIDogLTE7XG4gIGNvbnN0IHRhaWxUaWxlID0gc3BlYy5uICUgd2lkZSA/IG1ha2Uoc3BlYy5uICUgd2lkZSkgOiAtMTtcbiAgcmV0dXJuIG0uZnVuYyhbJ2kzMicsICdpMzInLCAnaTMyJywgJ2kzMiddLCBbXSwgKGYsIFthLCBiLCBjXSkgPT4ge1xuICAgIGNvbnN0IGNvdW50ID0gZi5sb2NhbCgnaTMyJyk7XG4gICAgaWYgKGZ1bGwpIHtcbiAgICAgIGYuaTMyQ29uc3QoZnVsbCkuc2V0KGNvdW50KTtcbiAgICAgIGYucmVwZWF0KGNvdW50LCAoKSA9PiB7XG4gICAgICAgIGYuZ2V0KGEpLmdldChiKS5nZXQoYykuaTMyQ29uc3Qoc3BlYy5rKS5jYWxsKGZ1bGxUaWxlKTtcbiAgICAgICAgZi5pbmMoYiwgNCAqIHdpZGUpLmluYyhjLCA0ICogd2lkZSk7XG4gICAgICB9KTtcbiAgICB9XG4gICAgaWYgKHRhaWxUaWxlID49IDApIGYuZ2V0KGEpLmdldChiKS5nZXQoYykuaTMyQ29uc3Qoc3BlYy5rKS5jYWxsKHRhaWxUaWxlKTtcbiAgfSk7XG59O1xuXG4vKiogQ1tpLCBqXSA9IEFbaSwgOl0gLiBCWzosIGpdLCBgY29sc2AgY29sdW1ucyBhdCBvbmNlLCA0IGsgc3RlcHMgcGVyIHZlY3Rvci4gKi9cbmNvbnN0IGVtaXREb3RUaWxlID0gKG06IE1vZHVsZUJ1aWxkZXIsIHNwZWM6IE1hdG11bFNwZWMsIGNvbHM6IG51bWJlciwgZm1hOiBib29sZWFuKTogbnVtYmVyID0+XG4gIG0uZnVuYyhbJ2kzMicsICdpMzInLCAnaTMyJywgJ2kzMiddLCBbXSwgKGYsIFthLCBiLCBjLCBrXSkgPT4ge1xuICAgIGNvbnN0IFt4LCB5XSA9IFtmLmxvY2FsKCd2MTI4JyksIGYubG9jYWwoJ3YxMjgnKV07XG4gICAgY29uc3QgYWNjID0gQXJyYXkuZnJvbSh7IGxlbmd0aDogc3BlYy5tICogY29scyB9LCAoKSA9PiBmLmxvY2FsKCd2MTI4JykpO1xuICAgIGNvbnN0IHRvdGFsID0gZi5sb2NhbCgnZjMyJyk7XG4gICAgY29uc3QgY29sdW1uID0gQXJyYXkuZnJvbSh7IGxlbmd0aDogY29scyB9LCAoKSA9PiBmLmxvY2FsKCdpMzInKSk7XG4gICAgY29sdW1uLmZvckVhY2goKHAsIGopID0+XG4gICAgICBmXG4gICAgICAgIC5nZXQoYilcbiAgICAgICAgLmkzMkNvbnN0KDQgKiBqICogc3BlYy5iLmNvbClcbiAgICAgICAgLm9wKCdpMzIuYWRkJylcbiAgICAgICAgLnNldChwKSxcbiAgICApO1xuICAgIGYubG9vcCgoYWdhaW4pID0+IHtcbiAgICAgIGNvbHVtbi5mb3JFYWNoKChwLCBqKSA9PiB7XG4gICAgICAgIGYuZ2V0KHApLm1lbSgndjEyOC5sb2FkJykuc2V0KHkpO1xuICAgICAgICBmLmluYyhwLCAxNik7XG4gICAgICAgIGZvciAobGV0IGkgPSAwOyBpIDwgc3BlYy5tOyBpKyspIHtcbiAgICAgICAgICBmLmdldChhKVxuICAgICAgICAgICAgLm1lbSgndjEyOC5sb2FkJywgNCAqIGkgKiBzcGVjLmEucm93KVxuICAgICAgICAgICAgLnNldCh4KTtcbiAgICAgICAgICBjb25zdCBzdW0gPSBhY2NbaSAqIGNvbHMgKyBqXSE7XG4gICAgICAgICAgZi5tYWRkKHgsIHksIHN1bSwgZm1hKS5zZXQoc3VtKTtcbiAgICAgICAgfVxuICAgICAgfSk7XG4gICAgICBmLmluYyhhLCAxNik7XG4gICAgICBmLmdldChrKS5pMzJDb25zdCgtNCkub3AoJ2kzMi5hZGQnKS50ZWUoaykuaTMyQ29uc3QoNCkub3AoJ2kzMi5nZV91JykuYnJJZihhZ2Fpbik7XG4gICAgfSk7XG4gICAgZm9yIChsZXQgaSA9IDA7IGkgPCBzcGVjLm07IGkrKykge1xuICAgICAgZm9yIChsZXQgaiA9IDA7IGogPCBjb2xzOyBqKyspIHtcbiAgICAgICAgY29uc3Qgc3VtID0gYWNjW2kgKiBjb2xzICsgal0hO1xuICAgICAgICBmLmdldChzdW0pLmdldChzdW0pLmdldChzdW0pLnNodWZmbGUzMihbMiwgMywgMiwgM10pLm9wKCdmMzJ4NC5hZGQnKS5zZXQoc3VtKTtcbiAgICAgICAgZi5nZXQoc3VtKS5sYW5lKCdmMzJ4NC5leHRyYWN0X2xhbmUnLCAwKS5nZXQoc3VtKS5sYW5lKCdmMzJ4NC5leHRyYWN0X2xhbmUnLCAxKTtcbiAgICAgICAgZi5vcCgnZjMyLmFkZCcpLnNldCh0b3RhbCk7XG4gICAgICAgIGZvciAobGV0IHQgPSAwOyB0IDwgc3BlYy5rICUgNDsgdCsrKSB7XG4gICAgICAgICAgZi5nZXQodG90YWwpXG4gICAgICAgICAgICAuZ2V0KGEpXG4gICAgICAgICAgICAubWVtKCdmMzIubG9hZCcsIDQgKiAoaSAqIHNwZWMuYS5yb3cgKyB0KSk7XG4gICAgICAgICAgZi5nZXQoY29sdW1uW2pdISlcbiAgICAgICAgICAgIC5tZW0oJ2YzMi5sb2FkJywgNCAqIHQpXG4gICAgICAgICAgICAub3AoJ2YzMi5tdWwnKVxuICAgICAgICAgICAgLm9wKCdmMzIuYWRkJylcbiAgICAgICAgICAgIC5zZXQodG90YWwpO1xuICAgICAgICB9XG4gICAgICAgIGYuZ2V0KGMpXG4gICAgICAgICAgLmdldCh0b3RhbClcbiAgICAgICAgICAubWVtKCdmMzIuc3RvcmUnLCA0ICogKGkgKiBzcGVjLm4gKyBqKSk7XG4gICAgICB9XG4gICAgfVxuICB9KTtcblxuY29uc3QgZW1pdERvdHMgPSAobTogTW9kdWxlQnVpbGRlciwgc3BlYzogTWF0bXVsU3BlYywgZm1hOiBib29sZWFuKTogbnVtYmVyID0+IHtcbiAgY29uc3Qgd2lkZSA9IDQ7XG4gIGNvbnN0IGZ1bGwgPSBNYXRoLmZsb29yKHNwZWMubiAvIHdpZGUpO1xuICBjb25zdCBmdWxsVGlsZSA9IGZ1bGwgPyBlbWl0RG90VGlsZShtLCBzcGVjLCB3aWRlLCBmbWEpIDogLTE7XG4gIGNvbnN0IHNpbmdsZSA9IHNwZWMubiAlIHdpZGUgPyBlbWl0RG90VGlsZShtLCBzcGVjLCAxLCBmbWEpIDogLTE7XG4gIHJldHVybiBtLmZ1bmMoWydpMzInLCAnaTMyJywgJ2kzMicsICdpMzInXSwgW10sIChmLCBbYSwgYiwgY10pID0+IHtcbiAgICBjb25zdCBjb3VudCA9IGYubG9jYWwoJ2kzMicpO1xuICAgIGNvbnN0IGVhY2ggPSAodGltZXM6IG51bWJlciwgY29sczogbnVtYmVyLCBpbmRleDogbnVtYmVyKSA9PiB7XG4gICAgICBmLmkzMkNvbnN0KHRpbWVzKS5zZXQoY291bnQpO1xuICAgICAgZi5yZXBlYXQoY291bnQsICgpID0+IHtcbiAgICAgICAgZi5nZXQoYSkuZ2V0KGIpLmdldChjKS5pMzJDb25zdChzcGVjLmspLmNhbGwoaW5kZXgpO1xuICAgICAgICBmLmluYyhiLCA0ICogY29scyAqIHNwZWMuYi5jb2wpLmluYyhjLCA0ICogY29scyk7XG4gICAgICB9KTtcbiAgICB9O1xuICAgIGlmIChmdWxsKSBlYWNoKGZ1bGwsIHdpZGUsIGZ1bGxUaWxlKTtcbiAgICBpZiAoc2luZ2xlID49IDApIGVhY2goc3BlYy5uICUgd2lkZSwgMSwgc2luZ2xlKTtcbiAgfSk7XG59O1xuXG4vKiogRW1pdHMgcHJvZHVjdChhLCBiLCBjLCB1bnVzZWQpIG9mIG9uZSBtYXRyaXggcGFpciB3aXRob3V0IHNjcmF0Y2guICovXG5leHBvcnQgY29uc3QgZW1pdE1hdHZlYyA9IChcbiAgbTogTW9kdWxlQnVpbGRlcixcbiAgc3BlYzogTWF0bXVsU3BlYyxcbiAga2luZDogTWF0dmVjS2luZCxcbiAgZm1hOiBib29sZWFuLFxuKTogbnVtYmVyID0+IChraW5kID09PSAncm93cycgPyBlbWl0Um93cyhtLCBzcGVjLCBmbWEpIDogZW1pdERvdHMobSwgc3BlYywgZm1hKSk7XG4iLCAiLy8gTWF0cml4IHByb2R1Y3QgZ2VuZXJhdG9yOiBDWy4uLiwgbSwgbl0gPSBBWy4uLiwgbSwga10gQlsuLi4sIGssIG5dIGluIGYzMiwgYW55IHN0cmlkZXMsIGJyb2FkY2FzdFxuLy8gYmF0Y2hlcy4gQmxvY2tzIGZvciB0aGUgY2FjaGVzIGFzIEdvdG8gYW5kIHZhbiBkZSBHZWlqbiAoMjAwOCwgXCJBbmF0b215IG9mIGhpZ2gtcGVyZm9ybWFuY2UgbWF0cml4XG4vLyBtdWx0aXBsaWNhdGlvblwiKSBkbzogcGFuZWxzIG9mIEIgcGFja2VkLCBBIHJlYWQgaW4gcGxhY2Ugd2hlcmUgaXRzIHJvd3MgYXJlIGNvbnRpZ3VvdXMuXG5cbmltcG9ydCB7XG4gIHR5cGUgRnVuY3Rpb25CdWlsZGVyLFxuICBoYXNSZWxheGVkU2ltZCxcbiAgdHlwZSBMb2NhbCxcbiAgTW9kdWxlQnVpbGRlcixcbn0gZnJvbSAnLi4vd2FzbS9hc3NlbWJsZXIudHMnO1xuaW1wb3J0IHsgZW1pdE1hdHZlYywgbWF0dmVjS2luZCB9IGZyb20gJy4vbWF0dmVjLnRzJztcbmltcG9ydCB7IGVtaXRQYWNrIH0gZnJvbSAnLi9wYWNrLnRzJztcbmltcG9ydCB7IGVtaXRCbG9jaywgdHlwZSBLZXJuZWwsIHRpbGVTaGFwZSB9IGZyb20gJy4vdGlsZS50cyc7XG5cbi8qKiBTdHJpZGVzIGluIGVsZW1lbnRzLCBwb3NzaWJseSAwIChicm9hZGNhc3QpLCBzd2FwcGVkICh0cmFuc3Bvc2VkKSBvciBuZWdhdGl2ZSAocmV2ZXJzZWQpLiAqL1xuZXhwb3J0IGludGVyZmFjZSBNYXRtdWxTcGVjIHtcbiAgcmVhZG9ubHkgbTogbnVtYmVyO1xuICByZWFkb25seSBuOiBudW1iZXI7XG4gIHJlYWRvbmx5IGs6IG51bWJlcjtcbiAgcmVhZG9ubHkgYTogeyByZWFkb25seSByb3c6IG51bWJlcjsgcmVhZG9ubHkgY29sOiBudW1iZXIgfTtcbiAgcmVhZG9ubHkgYjogeyByZWFkb25seSByb3c6IG51bWJlcjsgcmVhZG9ubHkgY29sOiBudW1iZXIgfTtcbiAgLyoqIE91dGVybW9zdCBmaXJzdDsgYGFgIGFuZCBgYmAgYXJlIHRoZSBiYXRjaCBzdHJpZGVzLiAqL1xuICByZWFkb25seSBiYXRjaDogcmVhZG9ubHkgeyByZWFkb25seSBzaXplOiBudW1iZXI7IHJlYWRvbmx5IGE6IG51bWJlcjsgcmVhZG9ubHkgYjogbnVtYmVyIH1bXTtcbiAgLyoqIEZ1c2VkIG11bHRpcGx5LWFkZDsgYnkgZGVmYXVsdCB3aGVyZSB0aGUgbWFjaGluZSBoYXMgaXQuICovXG4gIHJlYWRvbmx5IGZtYT86IGJvb2xlYW47XG59XG5cbmNvbnN0IEtfQkxPQ0sgPSAyNTY7XG5jb25zdCBOX0JMT0NLID0gMTAyNDtcblxuLyoqXG4gKiBNZXJnZXMgYmF0Y2ggZGltZW5zaW9ucywgZm9sZHMgdGhlbSBpbnRvIG0gd2hlcmUgQiBpcyBzaGFyZWQsIGFuZCB0dXJucyBtIHggMSBpbnRvIDEgeCBtLCBmb3JcbiAqIHdoaWNoIHRoZSBvcGVyYW5kcyBjaGFuZ2UgcGxhY2VzIChgc3dhcHBlZGApLlxuICovXG5leHBvcnQgY29uc3Qgbm9ybWFsaXNlTWF0bXVsID0gKHNwZWM6IE1hdG11bFNwZWMpOiBNYXRtdWxTcGVjICYgeyBzd2FwcGVkOiBib29sZWFuIH0gPT4ge1xuICBjb25zdCBiYXRjaDogeyBzaXplOiBudW1iZXI7IGE6IG51bWJlcjsgYjogbnVtYmVyIH1bXSA9IFtdO1xuICBmb3IgKGNvbnN0IGRpbSBvZiBzcGVjLmJhdGNoKSB7XG4gICAgaWYgKGRpbS5zaXplID09PSAxKSBjb250aW51ZTtcbiAgICBjb25zdCBvdXRlciA9IGJhdGNoLmF0KC0xKTtcbiAgICBpZiAob3V0ZXIgJiYgb3V0ZXIuYSA9PT0gZGltLnNpemUgKiBkaW0uYSAmJiBvdXRlci5iID09PSBkaW0uc2l6ZSAqIGRpbS5iKSB7XG4gICAgICBiYXRjaFtiYXRjaC5sZW5ndGggLSAxXSA9IHsgc2l6ZTogb3V0ZXIuc2l6ZSAqIGRpbS5zaXplLCBhOiBkaW0uYSwgYjogZGltLmIgfTtcbiAgICB9IGVsc2UgYmF0Y2gucHVzaChkaW0pO1xuICB9XG4gIGxldCB7IG0sIG4sIGEsIGIgfSA9IHNwZWM7XG4gIGNvbnN0IGxhc3QgPSBiYXRjaC5hdCgtMSk7XG4gIGlmIChsYXN0ICYmIGxhc3QuYiA9PT0gMCAmJiAobSA9PT0gMSB8fCBsYXN0LmEgPT09IG0gKiBhLnJvdykpIHtcbiAgICBiYXRjaC5wb3AoKTtcbiAgICBhID0geyByb3c6IG0gPT09IDEgPyBsYXN0LmEgOiBhLnJvdywgY29sOiBhLmNvbCB9O1xuICAgIG0gKj0gbGFzdC5zaXplO1xuICB9XG4gIGlmIChuID09PSAxICYmIG0gPiAxKSB7XG4gICAgW2EsIGJdID0gW1xuICAgICAgeyByb3c6IGIuY29sLCBjb2w6IGIucm93IH0sXG4gICAgICB7IHJvdzogYS5jb2wsIGNvbDogYS5yb3cgfSxcbiAgICBdO1xuICAgIFttLCBuXSA9IFtuLCBtXTtcbiAgICBjb25zdCBleGNoYW5nZWQgPSBiYXRjaC5tYXAoKGQpID0+ICh7IHNpemU6IGQuc2l6ZSwgYTogZC5iLCBiOiBkLmEgfSkpO1xuICAgIHJldHVybiB7IC4uLnNwZWMsIG0sIG4sIGEsIGIsIGJhdGNoOiBleGNoYW5nZWQsIHN3YXBwZWQ6IHRydWUgfTtcbiAgfVxuICByZXR1cm4geyAuLi5zcGVjLCBtLCBuLCBhLCBiLCBiYXRjaCwgc3dhcHBlZDogZmFsc2UgfTtcbn07XG5cbi8qKiBFbWl0cyBwcm9kdWN0KGEsIGIsIGMsIHNjcmF0Y2gpIG9mIG9uZSBtYXRyaXggcGFpcjsgcmV0dXJucyBpdHMgaW5kZXggYW5kIHNjcmF0Y2ggYnl0ZXMuICovXG5jb25zdCBlbWl0UHJvZHVjdCA9IChtOiBNb2R1bGVCdWlsZGVyLCBzcGVjOiBNYXRtdWxTcGVjLCBmbWE6IGJvb2xlYW4pID0+IHtcbiAgY29uc3QgeyBhLCBiIH0gPSBzcGVjO1xuICBjb25zdCBraW5kID0gbWF0dmVjS2luZChzcGVjKTtcbiAgaWYgKGtpbmQpIHJldHVybiB7IHByb2R1Y3Q6IGVtaXRNYXR2ZWMobSwgc3BlYywga2luZCwgZm1hKSwgc2NyYXRjaEJ5dGVzOiAwIH07XG5cbiAgY29uc3QgdGlsZSA9IHRpbGVTaGFwZShzcGVjLm4sIGZtYSk7XG4gIGNvbnN0IG1CbG9jayA9IHRpbGUucm93cyAqIE1hdGguZmxvb3IoMTkyIC8gdGlsZS5yb3dzKTtcbiAgY29uc3QgYWNjdW11bGF0ZSA9IHNwZWMuayA+IEtfQkxPQ0s7XG4gIGNvbnN0IGtCbG9jayA9IE1hdGgubWluKEtfQkxPQ0ssIHNwZWMuayk7XG4gIC8vIFJvd3Mgb2YgQSBhcmUgc3RyZWFtcyB3aGVyZSBrIGlzIGNvbnRpZ3VvdXM7IGVsc2UgcGFjaywgdW5sZXNzIEEgaXMgcmVhZCBvbmx5IG9uY2Ugb3IgdHdpY2UuXG4gIGNvbnN0IHBhY2tBID0gYS5yb3cgPCAwIHx8IChhLmNvbCAhPT0gMSAmJiBzcGVjLm4gPiAyICogdGlsZS5jb2xzKTtcbiAgLy8gUGFja2luZyBCIGNvc3RzIG9uZSBwYXNzIG92ZXIgaXQsIHdvcnRoIGl0IGZyb20gYWJvdXQgdGhyZWUgcm93IHRpbGVzLlxuICBjb25zdCBwYWNrQiA9IGIuY29sICE9PSAxIHx8IHNwZWMubSA+IDMgKiB0aWxlLnJvd3M7XG4gIGNvbnN0IGFTdGVwID0gNCAqIHRpbGUucm93cyAqIGtCbG9jaztcbiAgY29uc3QgYlN0ZXAgPSA0ICogdGlsZS5jb2xzICoga0Jsb2NrO1xuICBjb25zdCBiUGFuZWxzID0gTWF0aC5jZWlsKE1hdGgubWluKHNwZWMubiwgTl9CTE9DSykgLyB0aWxlLmNvbHMpO1xuICBjb25zdCBhUGFuZWxzID0gTWF0aC5jZWlsKE1hdGgubWluKHNwZWMubSwgbUJsb2NrKSAvIHRpbGUucm93cyk7XG4gIGNvbnN0IGJCeXRlcyA9IHBhY2tCID8gYlBhbmVscyAqIGJTdGVwIDogMDtcbiAgY29uc3QgYmxvY2sgPSBlbWl0QmxvY2sobSwge1xuICAgIHRpbGUsXG4gICAgYTogcGFja0EgPyB7IHBhY2tlZDogdHJ1ZSwgc3RlcDogYVN0ZXAgfSA6IGEsXG4gICAgYjogcGFja0IgPyB7IHBhY2tlZDogdHJ1ZSwgc3RlcDogYlN0ZXAgfSA6IHsgcm93OiBiLnJvdyB9LFxuICAgIGNSb3c6IHNwZWMubixcbiAgICByb3dzOiBzcGVjLm0sXG4gICAgY29sczogc3BlYy5uLFxuICAgIGFjY3VtdWxhdGUsXG4gICAgZm1hLFxuICB9KTtcbiAgY29uc3QgYVBhY2sgPSBwYWNrQVxuICAgID8gZW1pdFBhY2sobSwge1xuICAgICAgICB3aWR0aDogdGlsZS5yb3dzLFxuICAgICAgICBrU3RyaWRlOiBhLmNvbCxcbiAgICAgICAgbGFuZVN0cmlkZTogYS5yb3csXG4gICAgICAgIGxhbmVzOiBzcGVjLm0sXG4gICAgICAgIHBhbmVsQnl0ZXM6IGFTdGVwLFxuICAgICAgfSlcbiAgICA6IC0xO1xuICBjb25zdCBiUGFjayA9IHBhY2tCXG4gICAgPyBlbWl0UGFjayhtLCB7XG4gICAgICAgIHdpZHRoOiB0aWxlLmNvbHMsXG4gICAgICAgIGtTdHJpZGU6IGIucm93LFxuICAgICAgICBsYW5lU3RyaWRlOiBiLmNvbCxcbiAgICAgICAgbGFuZXM6IHNwZWMubixcbiAgICAgICAgcGFuZWxCeXRlczogYlN0ZXAsXG4gICAgICB9KVxuICAgIDogLTE7XG5cbiAgY29uc3QgcHJvZHVjdCA9IG0uZnVuYyhbJ2kzMicsICdpMzInLCAnaTMyJywgJ2kzMiddLCBbXSwgKGYsIFthcCwgYnAsIGNwLCBzY3JhdGNoXSkgPT4ge1xuICAgIGNvbnN0IFtqLCBwLCBpXSA9IFtmLmxvY2FsKCdpMzInKSwgZi5sb2NhbCgnaTMyJyksIGYubG9jYWwoJ2kzMicpXTtcbiAgICBjb25zdCBbY29scywgZGVwdGgsIHJvd3NdID0gW2YubG9jYWwoJ2kzMicpLCBmLmxvY2FsKCdpMzInKSwgZi5sb2NhbCgnaTMyJyldO1xuICAgIGNvbnN0IFthRnJvbSwgYkZyb20sIGFQYWNrZWRdID0gW2YubG9jYWwoJ2kzMicpLCBmLmxvY2FsKCdpMzInKSwgZi5sb2NhbCgnaTMyJyldO1xuICAgIC8vIHJlbWFpbmluZyA9IG1pbihzaXplLCB0b3RhbCAtIHBvc2l0aW9uKVxuICAgIGNvbnN0IGNsaXAgPSAocG9zaXRpb246IExvY2FsLCBzaXplOiBudW1iZXIsIHRvdGFsOiBudW1iZXIsIHRvOiBMb2NhbCkgPT4ge1xuICAgICAgZi5pMzJDb25zdCh0b3RhbCkuZ2V0KHBvc2l0aW9uKS5vcCgnaTMyLnN1YicpLnRlZSh0byk7XG4gICAgICBmLmkzMkNvbnN0KHNpemUpLmdldCh0bykuaTMyQ29uc3Qoc2l6ZSkub3AoJ2kzMi5sdF91Jykub3AoJ3NlbGVjdCcpLnNldCh0byk7XG4gICAgfTtcbiAgICAvLyBiYXNlICsgNCAqIChyb3cgKiByb3dTdHJpZGUgKyBjb2wgKiBjb2xTdHJpZGUpXG4gICAgY29uc3QgYXQgPSAoYmFzZTogTG9jYWwsIHJvdzogTG9jYWwsIHJvd1N0cmlkZTogbnVtYmVyLCBjb2w6IExvY2FsLCBjb2xTdHJpZGU6IG51bWJlcikgPT4ge1xuICAgICAgZi5nZXQoYmFzZSlcbiAgICAgICAgLmdldChyb3cpXG4gICAgICAgIC5pMzJDb25zdCg0ICogcm93U3RyaWRlKVxuICAgICAgICAub3AoJ2kzMi5tdWwnKVxuICAgICAgICAub3AoJ2kzMi5hZGQnKTtcbiAgICAgIHJldHVybiBmXG4gICAgICAgIC5nZXQoY29sKVxuICAgICAgICAuaTMyQ29uc3QoNCAqIGNvbFN0cmlkZSlcbiAgICAgICAgLm9wKCdpMzIubXVsJylcbiAgICAgICAgLm9wKCdpMzIuYWRkJyk7XG4gICAgfTtcbiAgICBmLmdldChzY3JhdGNoKS5pMzJDb25zdChiQnl0ZXMpLm9wKCdpMzIuYWRkJykuc2V0KGFQYWNrZWQpO1xuICAgIGYuZm9yKGosIDAsIHNwZWMubiwgTl9CTE9DSywgKCkgPT4ge1xuICAgICAgY2xpcChqLCBOX0JMT0NLLCBzcGVjLm4sIGNvbHMpO1xuICAgICAgZi5mb3IocCwgMCwgc3BlYy5rLCBLX0JMT0NLLCAoKSA9PiB7XG4gICAgICAgIGNsaXAocCwgS19CTE9DSywgc3BlYy5rLCBkZXB0aCk7XG4gICAgICAgIGF0KGJwLCBwLCBiLnJvdywgaiwgYi5jb2wpLnNldChiRnJvbSk7XG4gICAgICAgIGlmIChwYWNrQikge1xuICAgICAgICAgIGYuZ2V0KGJGcm9tKS5nZXQoc2NyYXRjaCkuZ2V0KGRlcHRoKS5nZXQoY29scykuaTMyQ29uc3QoMCkuY2FsbChiUGFjayk7XG4gICAgICAgICAgZi5nZXQoc2NyYXRjaCkuc2V0KGJGcm9tKTtcbiAgICAgICAgfVxuICAgICAgICBmLmZvcihpLCAwLCBzcGVjLm0sIG1CbG9jaywgKCkgPT4ge1xuICAgICAgICAgIGNsaXAoaSwgbUJsb2NrLCBzcGVjLm0sIHJvd3MpO1xuICAgICAgICAgIGF0KGFwLCBpLCBhLnJvdywgcCwgYS5jb2wpLnNldChhRnJvbSk7XG4gICAgICAgICAgaWYgKHBhY2tBKSB7XG4gICAgICAgICAgICBmLmdldChhRnJvbSkuZ2V0KGFQYWNrZWQpLmdldChkZXB0aCkuZ2V0KHJvd3MpLmkzMkNvbnN0KDApLmNhbGwoYVBhY2spO1xuICAgICAgICAgICAgZi5nZXQoYVBhY2tlZCkuc2V0KGFGcm9tKTtcbiAgICAgICAgICB9XG4gICAgICAgICAgZi5nZXQoYUZyb20pLmdldChiRnJvbSk7XG4gICAgICAgICAgYXQoY3AsIGksIHNwZWMubiwgaiwgMSk7XG4gICAgICAgICAgZi5nZXQocm93cykuZ2V0KGNvbHMpLmdldChkZXB0aCkuZ2V0KHApLmNhbGwoYmxvY2spO1xuICAgICAgICB9KTtcbiAgICAgIH0pO1xuICAgIH0pO1xuICB9KTtcbiAgcmV0dXJuIHsgcHJvZHVjdCwgc2NyYXRjaEJ5dGVzOiBiQnl0ZXMgKyAocGFja0EgPyBhUGFuZWxzICogYVN0ZXAgOiAwKSB9O1xufTtcblxuLyoqIE5lc3RlZCBsb29wcyBvdmVyIHRoZSBiYXRjaCB0aGF0IGFkdmFuY2UgdGhlIHBvaW50ZXJzIGEgYW5kIGI7IHRoZSBib2R5IHJ1bnMgYXQgZXZlcnkgZWxlbWVudC4gKi9cbmNvbnN0IGVtaXRCYXRjaCA9IChcbiAgZjogRnVuY3Rpb25CdWlsZGVyLFxuICBiYXRjaDogTWF0bXVsU3BlY1snYmF0Y2gnXSxcbiAgW2EsIGJdOiByZWFkb25seSBbTG9jYWwsIExvY2FsXSxcbiAgYm9keTogKCkgPT4gdm9pZCxcbik6IHZvaWQgPT4ge1xuICBjb25zdCBbZGltLCAuLi5yZXN0XSA9IGJhdGNoO1xuICBpZiAoIWRpbSkge1xuICAgIGJvZHkoKTtcbiAgICByZXR1cm47XG4gIH1cbiAgY29uc3QgY291bnQgPSBmLmxvY2FsKCdpMzInKTtcbiAgZi5pMzJDb25zdChkaW0uc2l6ZSkuc2V0KGNvdW50KTtcbiAgZi5yZXBlYXQoY291bnQsICgpID0+IHtcbiAgICBlbWl0QmF0Y2goZiwgcmVzdCwgW2EsIGJdLCBib2R5KTtcbiAgICBmLmluYyhhLCA0ICogZGltLmEpLmluYyhiLCA0ICogZGltLmIpO1xuICB9KTtcbiAgZi5pbmMoYSwgLTQgKiBkaW0uc2l6ZSAqIGRpbS5hKS5pbmMoYiwgLTQgKiBkaW0uc2l6ZSAqIGRpbS5iKTtcbn07XG5cbi8qKiBHZW5lcmF0ZXMgYSBwcm9kdWN0IGtlcm5lbDogcnVuKGEsIGIsIGMsIHNjcmF0Y2gpLCBieXRlIHBvaW50ZXJzOyBDIGlzIHdyaXR0ZW4sIGNvbnRpZ3VvdXMuICovXG5leHBvcnQgY29uc3QgbWF0bXVsS2VybmVsID0gKGdpdmVuOiBNYXRtdWxTcGVjKTogS2VybmVsID0+IHtcbiAgY29uc3Qgc3BlYyA9IG5vcm1hbGlzZU1hdG11bChnaXZlbik7XG4gIGNvbnN0IGZtYSA9IGdpdmVuLmZtYSA/PyBoYXNSZWxheGVkU2ltZCgpO1xuICBjb25zdCBtID0gbmV3IE1vZHVsZUJ1aWxkZXIoKTtcbiAgY29uc3QgbWF0cml4ID0gc3BlYy5tICogc3BlYy5uO1xuICBjb25zdCB0b3RhbCA9IHNwZWMuYmF0Y2gucmVkdWNlKChzaXplLCBkKSA9PiBzaXplICogZC5zaXplLCBtYXRyaXgpO1xuICBjb25zdCBhcmdzID0gJ2EgYiBjIHNjcmF0Y2gnO1xuICBpZiAodG90YWwgPT09IDAgfHwgc3BlYy5rID09PSAwKSB7XG4gICAgbS5mdW5jKFxuICAgICAgWydpMzInLCAnaTMyJywgJ2kzMicsICdpMzInXSxcbiAgICAgIFtdLFxuICAgICAgKGYsIFssICwgY10pID0+XG4gICAgICAgIHZvaWQgZlxuICAgICAgICAgIC5nZXQoYylcbiAgICAgICAgICAuaTMyQ29uc3QoMClcbiAgICAgICAgICAuaTMyQ29uc3QoNCAqIHRvdGFsKVxuICAgICAgICAgIC5vcCgnbWVtb3J5LmZpbGwnKSxcbiAgICAgICdydW4nLFxuICAgICk7XG4gICAgcmV0dXJuIHsgYnl0ZXM6IG0uZmluaXNoKCksIHNjcmF0Y2hCeXRlczogMCwgYXJncyB9O1xuICB9XG4gIGNvbnN0IHsgcHJvZHVjdCwgc2NyYXRjaEJ5dGVzIH0gPSBlbWl0UHJvZHVjdChtLCBzcGVjLCBmbWEpO1xuICBtLmZ1bmMoXG4gICAgWydpMzInLCAnaTMyJywgJ2kzMicsICdpMzInXSxcbiAgICBbXSxcbiAgICAoZiwgW2ZpcnN0LCBzZWNvbmQsIGMsIHNjcmF0Y2hdKSA9PiB7XG4gICAgICBjb25zdCBbYSwgYl0gPSBzcGVjLnN3YXBwZWQgPyBbc2Vjb25kLCBmaXJzdF0gOiBbZmlyc3QsIHNlY29uZF07XG4gICAgICBlbWl0QmF0Y2goZiwgc3BlYy5iYXRjaCwgW2EsIGJdLCAoKSA9PiB7XG4gICAgICAgIGYuZ2V0KGEpLmdldChiKS5nZXQoYykuZ2V0KHNjcmF0Y2gpLmNhbGwocHJvZHVjdCk7XG4gICAgICAgIGYuaW5jKGMsIDQgKiBtYXRyaXgpO1xuICAgICAgfSk7XG4gICAgfSxcbiAgICAncnVuJyxcbiAgKTtcbiAgcmV0dXJuIHsgYnl0ZXM6IG0uZmluaXNoKCksIHNjcmF0Y2hCeXRlcywgYXJncyB9O1xufTtcbiIsICIvLyAyLUQgY29udm9sdXRpb24gZ2VuZXJhdG9yLCBjaGFubmVscyBsYXN0OiBvbmUgdHJpbGluZWFyIGZvcm0geSA9IHN1bSB4IHcgaW4gdGhyZWUgZGlyZWN0aW9ucywgZWFjaFxuLy8gYSBtYXRyaXggcHJvZHVjdCBvdmVyIGdhdGhlcmVkIHBpeGVscyAoc2VlIGdhdGhlci50cykgd2l0aCB0aGUgbWljcm8ta2VybmVsIG9mIHRpbGUudHMuXG4vLyAgIGZvcndhcmQgICAgIHlbcCwgb10gICAgICA9IHN1bV9rIGdhdGhlcih4KVtwLCBrXSB3W2ssIG9dICAgICAgICAgIGsgPSAoa3ksIGt4LCBjaGFubmVsKVxuLy8gICBpbnB1dEdyYWQgICBkeFtwLCBjXSAgICAgPSBzdW1fayBnYXRoZXIoZHkpW3AsIGtdIHcnW2ssIGNdICAgICAgICB3JyBmbGlwcGVkIGFuZCB0cmFuc3Bvc2VkXG4vLyAgIHdlaWdodEdyYWQgIGR3W2ssIG9dICAgICA9IHN1bV9wIGdhdGhlcih4KVtwLCBrXSBkeVtwLCBvXVxuLy8gQSBzdHJpZGVkIGlucHV0R3JhZCBzcGxpdHMgdGhlIHBpeGVscyBvZiBkeCBieSB0aGVpciByZXNpZHVlcyBtb2R1bG8gdGhlIHN0cmlkZTogZWFjaCBjbGFzcyBtZWV0c1xuLy8gb25seSBzb21lIHRhcHMsIGFuZCBpcyBhIGNvbnZvbHV0aW9uIG9mIHN0cmlkZSAxIHdpdGggdGhvc2UuXG5cbmltcG9ydCB7IGhhc1JlbGF4ZWRTaW1kLCB0eXBlIExvY2FsLCBNb2R1bGVCdWlsZGVyIH0gZnJvbSAnLi4vd2FzbS9hc3NlbWJsZXIudHMnO1xuaW1wb3J0IHtcbiAgdHlwZSBDb252UGFzcyxcbiAgdHlwZSBDb252U3BlYyxcbiAgY29udk91dHB1dCxcbiAgZm9yd2FyZEdyaWQsXG4gIGdyb3VwQ2hhbm5lbHMsXG4gIHR5cGUgUmVzaWR1ZUNsYXNzLFxuICByZXNpZHVlQ2xhc3Nlcyxcbn0gZnJvbSAnLi9jb252U2hhcGUudHMnO1xuaW1wb3J0IHsgZW1pdERlcHRod2lzZSB9IGZyb20gJy4vZGVwdGh3aXNlLnRzJztcbmltcG9ydCB7IGVtaXRHYXRoZXIsIGVtaXRTY2F0dGVyLCB0eXBlIFBpeGVsR3JpZCwgdHlwZSBUYXBzIH0gZnJvbSAnLi9nYXRoZXIudHMnO1xuaW1wb3J0IHsgbWF0bXVsS2VybmVsIH0gZnJvbSAnLi9tYXRtdWwudHMnO1xuaW1wb3J0IHsgZW1pdFBhY2sgfSBmcm9tICcuL3BhY2sudHMnO1xuaW1wb3J0IHsgZW1pdEJsb2NrLCB0eXBlIEtlcm5lbCwgdGlsZVNoYXBlIH0gZnJvbSAnLi90aWxlLnRzJztcblxuZXhwb3J0IHsgdHlwZSBDb252UGFzcywgdHlwZSBDb252U3BlYywgY29udk91dHB1dCB9IGZyb20gJy4vY29udlNoYXBlLnRzJztcblxuY29uc3QgR0FUSEVSX0ZMT0FUUyA9IDQ4ICogMTAyNDtcblxuLyoqIFBpeGVscyBwZXIgYmxvY2s6IHdob2xlIHJvdyB0aWxlcywgdGhlIGdhdGhlcmVkIHJvd3Mgd2l0aGluIHRoZSBzZWNvbmQtbGV2ZWwgY2FjaGUuICovXG5jb25zdCBibG9ja1BpeGVscyA9IChyb3dzOiBudW1iZXIsIGs6IG51bWJlciwgcGl4ZWxzOiBudW1iZXIpOiBudW1iZXIgPT4ge1xuICBjb25zdCB0aWxlcyA9IE1hdGgubWluKE1hdGguZmxvb3IoR0FUSEVSX0ZMT0FUUyAvIChrICogcm93cykpLCBNYXRoLmNlaWwocGl4ZWxzIC8gcm93cykpO1xuICByZXR1cm4gcm93cyAqIE1hdGgubWF4KE1hdGguY2VpbCg0OCAvIHJvd3MpLCBNYXRoLm1pbih0aWxlcywgTWF0aC5mbG9vcigzODQgLyByb3dzKSkpO1xufTtcblxuY29uc3Qgcm91bmRVcCA9IChieXRlczogbnVtYmVyKSA9PiAxNiAqIE1hdGguY2VpbChieXRlcyAvIDE2KTtcblxuLyoqIFJvdyBzdHJpZGUgb2YgdGhlIHNjcmF0Y2g6IG9mZiB0aGUgcG93ZXJzIG9mIHR3bywgd2hpY2ggd291bGQgc2hhcmUgY2FjaGUgc2V0cy4gKi9cbmNvbnN0IHJvd0Zsb2F0cyA9IChrOiBudW1iZXIpID0+IChrICUgMTI4ID09PSAwID8gayArIDE2IDogayk7XG5cbi8qKiBBbiBlbWl0dGVkIHByb2R1Y3Qoc291cmNlLCB3ZWlnaHRzLCB0YXJnZXQsIHNjcmF0Y2gpIG9mIG9uZSBncm91cC4gKi9cbmludGVyZmFjZSBQYXJ0IHtcbiAgcmVhZG9ubHkgaW5kZXg6IG51bWJlcjtcbiAgcmVhZG9ubHkgc2NyYXRjaEJ5dGVzOiBudW1iZXI7XG59XG5cbmludGVyZmFjZSBHYXRoZXJlZFByb2R1Y3Qge1xuICByZWFkb25seSBncmlkOiBQaXhlbEdyaWQ7XG4gIC8qKiBDaGFubmVscyBvZiB0aGUgc291cmNlIGFuZCBvZiB0aGUgdGFyZ2V0IGluIHRoaXMgZ3JvdXAsIGFuZCBhbGwgY2hhbm5lbHMgb2YgdGhlIHRhcmdldC4gKi9cbiAgcmVhZG9ubHkgY2hhbm5lbHM6IG51bWJlcjtcbiAgcmVhZG9ubHkgY29sczogbnVtYmVyO1xuICByZWFkb25seSB0YXJnZXRDaGFubmVsczogbnVtYmVyO1xuICByZWFkb25seSBpbWFnZXM6IG51bWJlcjtcbiAgLyoqIFBhY2tzIHRoZSB3ZWlnaHRzIGlmIHRoYXQgcGF5cyBvciBpcyBuZWVkZWQuICovXG4gIHJlYWRvbmx5IHdlaWdodHM6IHsgcm93OiBudW1iZXI7IHRhcHM6IHJlYWRvbmx5IG51bWJlcltdOyB0cmFuc3Bvc2VkOiBib29sZWFuIH07XG4gIC8qKiBXaGVyZSB0aGUgcm93cyBnbywgaWYgbm90IG9uZSBhZnRlciB0aGUgb3RoZXIgaW50byB0aGUgdGFyZ2V0LiAqL1xuICByZWFkb25seSBzY2F0dGVyPzogUGl4ZWxHcmlkO1xufVxuXG4vKiogdGFyZ2V0W3AsIDpdID0gZ2F0aGVyKHNvdXJjZSlbcCwgOl0gd2VpZ2h0cywgZm9yIGFsbCBwaXhlbHM6IGZvcndhcmQsIGFuZCBvbmUgY2xhc3Mgb2YgaW5wdXRHcmFkLiAqL1xuY29uc3QgZW1pdEdhdGhlcmVkID0gKG06IE1vZHVsZUJ1aWxkZXIsIHByb2R1Y3Q6IEdhdGhlcmVkUHJvZHVjdCwgZm1hOiBib29sZWFuKTogUGFydCA9PiB7XG4gIGNvbnN0IHsgZ3JpZCwgY2hhbm5lbHMsIGNvbHMsIHdlaWdodHMsIHNjYXR0ZXIgfSA9IHByb2R1Y3Q7XG4gIGNvbnN0IGsgPSBncmlkLnkuY291bnQgKiBncmlkLnguY291bnQgKiBjaGFubmVscztcbiAgY29uc3QgcGl4ZWxzID0gcHJvZHVjdC5pbWFnZXMgKiBncmlkLm91dEhlaWdodCAqIGdyaWQub3V0V2lkdGg7XG4gIGNvbnN0IHRpbGUgPSB0aWxlU2hhcGUoY29scywgZm1hKTtcbiAgY29uc3QgY291bnQgPSBibG9ja1BpeGVscyh0aWxlLnJvd3MsIGssIHBpeGVscyk7XG4gIGNvbnN0IHN0cmlkZSA9IHJvd0Zsb2F0cyhrKTtcbiAgY29uc3QgcGFjayA9IHdlaWdodHMudHJhbnNwb3NlZCB8fCBwaXhlbHMgPiAzICogdGlsZS5yb3dzO1xuICBjb25zdCBwYW5lbEJ5dGVzID0gNCAqIGsgKiB0aWxlLmNvbHM7XG4gIGNvbnN0IGJCeXRlcyA9IHBhY2sgPyByb3VuZFVwKE1hdGguY2VpbChjb2xzIC8gdGlsZS5jb2xzKSAqIHBhbmVsQnl0ZXMpIDogMDtcbiAgY29uc3QgYUJ5dGVzID0gcm91bmRVcCg0ICogY291bnQgKiBzdHJpZGUpO1xuICBjb25zdCBjUm93ID0gc2NhdHRlciA/IGNvbHMgOiBwcm9kdWN0LnRhcmdldENoYW5uZWxzO1xuICBjb25zdCBnYXRoZXIgPSBlbWl0R2F0aGVyKG0sIGdyaWQsIGNoYW5uZWxzLCBzdHJpZGUpO1xuICBjb25zdCBibG9jayA9IGVtaXRCbG9jayhtLCB7XG4gICAgdGlsZSxcbiAgICBhOiB7IHJvdzogc3RyaWRlLCBjb2w6IDEgfSxcbiAgICBiOiBwYWNrID8geyBwYWNrZWQ6IHRydWUsIHN0ZXA6IHBhbmVsQnl0ZXMgfSA6IHsgcm93OiB3ZWlnaHRzLnJvdyB9LFxuICAgIGNSb3csXG4gICAgcm93czogcGl4ZWxzLFxuICAgIGNvbHMsXG4gICAgYWNjdW11bGF0ZTogZmFsc2UsXG4gICAgZm1hLFxuICB9KTtcbiAgY29uc3QgcGFja2luZyA9IHBhY2tcbiAgICA/IGVtaXRQYWNrKG0sIHtcbiAgICAgICAgd2lkdGg6IHRpbGUuY29scyxcbiAgICAgICAga1N0cmlkZTogd2VpZ2h0cy50cmFuc3Bvc2VkID8gMSA6IHdlaWdodHMucm93LFxuICAgICAgICBsYW5lU3RyaWRlOiB3ZWlnaHRzLnRyYW5zcG9zZWQgPyB3ZWlnaHRzLnJvdyA6IDEsXG4gICAgICAgIGxhbmVzOiBjb2xzLFxuICAgICAgICBwYW5lbEJ5dGVzLFxuICAgICAgfSlcbiAgICA6IC0xO1xuICBjb25zdCBzY2F0dGVyaW5nID0gc2NhdHRlciA/IGVtaXRTY2F0dGVyKG0sIHNjYXR0ZXIsIGNvbHMpIDogLTE7XG5cbiAgY29uc3QgaW5kZXggPSBtLmZ1bmMoWydpMzInLCAnaTMyJywgJ2kzMicsICdpMzInXSwgW10sIChmLCBbc291cmNlLCB3LCB0YXJnZXQsIHNjcmF0Y2hdKSA9PiB7XG4gICAgY29uc3QgW3BpeGVsLCByb3dzLCByb3dzQXQsIHRvXSA9IFsxLCAyLCAzLCA0XS5tYXAoKCkgPT4gZi5sb2NhbCgnaTMyJykpIGFzIFtcbiAgICAgIExvY2FsLFxuICAgICAgTG9jYWwsXG4gICAgICBMb2NhbCxcbiAgICAgIExvY2FsLFxuICAgIF07XG4gICAgaWYgKHBhY2spIHtcbiAgICAgIC8vIFRhcCB0IG9mIHRoZSBnYXRoZXIgaXMgdGFwIGB0YXBzW3RdYCBvZiB0aGUgd2VpZ2h0czsgZWFjaCBpcyBhIG1hdHJpeCBvZiBpdHMgb3duLlxuICAgICAgY29uc3QgdGFwRmxvYXRzID0gd2VpZ2h0cy5yb3cgKiAod2VpZ2h0cy50cmFuc3Bvc2VkID8gY29scyA6IGNoYW5uZWxzKTtcbiAgICAgIHdlaWdodHMudGFwcy5mb3JFYWNoKCh0YXAsIHQpID0+IHtcbiAgICAgICAgZi5nZXQodylcbiAgICAgICAgICAuaTMyQ29uc3QoNCAqIHRhcCAqIHRhcEZsb2F0cylcbiAgICAgICAgICAub3AoJ2kzMi5hZGQnKVxuICAgICAgICAgIC5nZXQoc2NyYXRjaCk7XG4gICAgICAgIGYuaTMyQ29uc3QoY2hhbm5lbHMpXG4gICAgICAgICAgLmkzMkNvbnN0KGNvbHMpXG4gICAgICAgICAgLmkzMkNvbnN0KHQgKiBjaGFubmVscylcbiAgICAgICAgICAuY2FsbChwYWNraW5nKTtcbiAgICAgIH0pO1xuICAgICAgZi5nZXQoc2NyYXRjaCkuc2V0KHcpO1xuICAgIH1cbiAgICBmLmdldChzY3JhdGNoKS5pMzJDb25zdChiQnl0ZXMpLm9wKCdpMzIuYWRkJykuc2V0KHJvd3NBdCk7XG4gICAgaWYgKHNjYXR0ZXIpIGYuZ2V0KHJvd3NBdCkuaTMyQ29uc3QoYUJ5dGVzKS5vcCgnaTMyLmFkZCcpLnNldCh0byk7XG4gICAgZi5mb3IocGl4ZWwsIDAsIHBpeGVscywgY291bnQsICgpID0+IHtcbiAgICAgIGYuaTMyQ29uc3QocGl4ZWxzKS5nZXQocGl4ZWwpLm9wKCdpMzIuc3ViJykudGVlKHJvd3MpLmkzMkNvbnN0KGNvdW50KTtcbiAgICAgIGYuZ2V0KHJvd3MpLmkzMkNvbnN0KGNvdW50KS5vcCgnaTMyLmx0X3UnKS5vcCgnc2VsZWN0Jykuc2V0KHJvd3MpO1xuICAgICAgZi5nZXQoc291cmNlKS5nZXQocm93c0F0KS5nZXQocGl4ZWwpLmdldChyb3dzKS5jYWxsKGdhdGhlcik7XG4gICAgICBmLmdldChyb3dzQXQpLmdldCh3KTtcbiAgICAgIGlmIChzY2F0dGVyKSBmLmdldCh0byk7XG4gICAgICBlbHNlXG4gICAgICAgIGYuZ2V0KHRhcmdldClcbiAgICAgICAgICAuZ2V0KHBpeGVsKVxuICAgICAgICAgIC5pMzJDb25zdCg0ICogY1JvdylcbiAgICAgICAgICAub3AoJ2kzMi5tdWwnKVxuICAgICAgICAgIC5vcCgnaTMyLmFkZCcpO1xuICAgICAgZi5nZXQocm93cykuaTMyQ29uc3QoY29scykuaTMyQ29uc3QoaykuaTMyQ29uc3QoMCkuY2FsbChibG9jayk7XG4gICAgICBpZiAoc2NhdHRlcikgZi5nZXQodG8pLmdldCh0YXJnZXQpLmdldChwaXhlbCkuZ2V0KHJvd3MpLmNhbGwoc2NhdHRlcmluZyk7XG4gICAgfSk7XG4gIH0pO1xuICByZXR1cm4geyBpbmRleCwgc2NyYXRjaEJ5dGVzOiBiQnl0ZXMgKyBhQnl0ZXMgKyAoc2NhdHRlciA/IHJvdW5kVXAoNCAqIGNvdW50ICogY29scykgOiAwKSB9O1xufTtcblxuY29uc3QgZW1pdEZvcndhcmQgPSAobTogTW9kdWxlQnVpbGRlciwgc3BlYzogQ29udlNwZWMsIGZtYTogYm9vbGVhbik6IFBhcnQgPT4ge1xuICBjb25zdCBbY2hhbm5lbHMsIGNvbHNdID0gZ3JvdXBDaGFubmVscyhzcGVjKTtcbiAgY29uc3QgdGFwcyA9IEFycmF5LmZyb20oeyBsZW5ndGg6IHNwZWMua2VybmVsWzBdICogc3BlYy5rZXJuZWxbMV0gfSwgKF8sIHQpID0+IHQpO1xuICByZXR1cm4gZW1pdEdhdGhlcmVkKFxuICAgIG0sXG4gICAge1xuICAgICAgZ3JpZDogZm9yd2FyZEdyaWQoc3BlYyksXG4gICAgICBjaGFubmVscyxcbiAgICAgIGNvbHMsXG4gICAgICB0YXJnZXRDaGFubmVsczogc3BlYy5vdXRDaGFubmVscyxcbiAgICAgIGltYWdlczogc3BlYy5pbnB1dFswXSxcbiAgICAgIHdlaWdodHM6IHsgcm93OiBzcGVjLm91dENoYW5uZWxzLCB0YXBzLCB0cmFuc3Bvc2VkOiBmYWxzZSB9LFxuICAgIH0sXG4gICAgZm1hLFxuICApO1xufTtcblxuLyoqIE9uZSBwYXJ0IHBlciBwYWlyIG9mIHJlc2lkdWVzOyBwYXJ0cyB3aXRob3V0IHRhcHMgbGVhdmUgemVyb3MsIHdoaWNoIGBmaWxsYCBhc2tzIGZvci4gKi9cbmNvbnN0IGVtaXRJbnB1dEdyYWQgPSAobTogTW9kdWxlQnVpbGRlciwgc3BlYzogQ29udlNwZWMsIGZtYTogYm9vbGVhbikgPT4ge1xuICBjb25zdCBbY29scywgY2hhbm5lbHNdID0gZ3JvdXBDaGFubmVscyhzcGVjKTtcbiAgY29uc3QgW2ltYWdlcywgaGVpZ2h0LCB3aWR0aCwgdGFyZ2V0Q2hhbm5lbHNdID0gc3BlYy5pbnB1dDtcbiAgY29uc3QgW29oLCBvd10gPSBjb252T3V0cHV0KHNwZWMpO1xuICBjb25zdCBwYXJ0czogUGFydFtdID0gW107XG4gIGxldCBmaWxsID0gZmFsc2U7XG4gIGZvciAoY29uc3QgeSBvZiByZXNpZHVlQ2xhc3NlcyhzcGVjLCAwKSkge1xuICAgIGZvciAoY29uc3QgeCBvZiByZXNpZHVlQ2xhc3NlcyhzcGVjLCAxKSkge1xuICAgICAgaWYgKHkudGFwcy5jb3VudCAqIHgudGFwcy5jb3VudCA9PT0gMCkge1xuICAgICAgICBmaWxsID0gdHJ1ZTtcbiAgICAgICAgY29udGludWU7XG4gICAgICB9XG4gICAgICBjb25zdCBhdCA9IHsgb3V0SGVpZ2h0OiB5LnNpemUsIG91dFdpZHRoOiB4LnNpemUgfTtcbiAgICAgIGNvbnN0IGdyaWQgPSB7IC4uLmF0LCBoZWlnaHQ6IG9oLCB3aWR0aDogb3csIHBpeGVsU3RyaWRlOiBzcGVjLm91dENoYW5uZWxzIH07XG4gICAgICBjb25zdCBwbGFjZSA9IChjOiBSZXNpZHVlQ2xhc3MsIGF4aXM6IDAgfCAxKTogVGFwcyA9PiAoe1xuICAgICAgICBzdHJpZGU6IHNwZWMuc3RyaWRlW2F4aXNdLFxuICAgICAgICBmaXJzdDogYy5yZXNpZHVlLFxuICAgICAgICBzdGVwOiAxLFxuICAgICAgICBjb3VudDogMSxcbiAgICAgIH0pO1xuICAgICAgY29uc3QgdGFyZ2V0ID0geyAuLi5hdCwgaGVpZ2h0LCB3aWR0aCwgcGl4ZWxTdHJpZGU6IHRhcmdldENoYW5uZWxzIH07XG4gICAgICBjb25zdCB0YXBzID0geS5rZXJuZWwuZmxhdE1hcCgoa3kpID0+IHgua2VybmVsLm1hcCgoa3gpID0+IGt5ICogc3BlYy5rZXJuZWxbMV0gKyBreCkpO1xuICAgICAgY29uc3QgZGVuc2UgPSBzcGVjLnN0cmlkZVswXSA9PT0gMSAmJiBzcGVjLnN0cmlkZVsxXSA9PT0gMTtcbiAgICAgIHBhcnRzLnB1c2goXG4gICAgICAgIGVtaXRHYXRoZXJlZChcbiAgICAgICAgICBtLFxuICAgICAgICAgIHtcbiAgICAgICAgICAgIGdyaWQ6IHsgLi4uZ3JpZCwgeTogeS50YXBzLCB4OiB4LnRhcHMgfSxcbiAgICAgICAgICAgIGNoYW5uZWxzLFxuICAgICAgICAgICAgY29scyxcbiAgICAgICAgICAgIHRhcmdldENoYW5uZWxzLFxuICAgICAgICAgICAgaW1hZ2VzLFxuICAgICAgICAgICAgd2VpZ2h0czogeyByb3c6IHNwZWMub3V0Q2hhbm5lbHMsIHRhcHMsIHRyYW5zcG9zZWQ6IHRydWUgfSxcbiAgICAgICAgICAgIC4uLihkZW5zZSA/IHt9IDogeyBzY2F0dGVyOiB7IC4uLnRhcmdldCwgeTogcGxhY2UoeSwgMCksIHg6IHBsYWNlKHgsIDEpIH0gfSksXG4gICAgICAgICAgfSxcbiAgICAgICAgICBmbWEsXG4gICAgICAgICksXG4gICAgICApO1xuICAgIH1cbiAgfVxuICByZXR1cm4geyBwYXJ0cywgZmlsbCB9O1xufTtcblxuLyoqIGR3ICgrKT0gZ2F0aGVyKHgpXlQgZHkgb3ZlciBibG9ja3Mgb2YgcGl4ZWxzLCBhY2N1bXVsYXRlZCBpbiBwbGFjZS4gKi9cbmNvbnN0IGVtaXRXZWlnaHRHcmFkID0gKG06IE1vZHVsZUJ1aWxkZXIsIHNwZWM6IENvbnZTcGVjLCBmbWE6IGJvb2xlYW4pOiBQYXJ0ID0+IHtcbiAgY29uc3QgW2NoYW5uZWxzLCBjb2xzXSA9IGdyb3VwQ2hhbm5lbHMoc3BlYyk7XG4gIGNvbnN0IGdyaWQgPSBmb3J3YXJkR3JpZChzcGVjKTtcbiAgY29uc3QgayA9IGdyaWQueS5jb3VudCAqIGdyaWQueC5jb3VudCAqIGNoYW5uZWxzO1xuICBjb25zdCBwaXhlbHMgPSBzcGVjLmlucHV0WzBdICogZ3JpZC5vdXRIZWlnaHQgKiBncmlkLm91dFdpZHRoO1xuICBjb25zdCB0aWxlID0gdGlsZVNoYXBlKGNvbHMsIGZtYSk7XG4gIGNvbnN0IGNvdW50ID0gYmxvY2tQaXhlbHModGlsZS5yb3dzLCBrLCBwaXhlbHMpO1xuICBjb25zdCBzdHJpZGUgPSByb3dGbG9hdHMoayk7XG4gIGNvbnN0IHBhY2sgPSBrID4gMyAqIHRpbGUucm93cztcbiAgY29uc3QgcGFuZWxCeXRlcyA9IDQgKiBjb3VudCAqIHRpbGUuY29scztcbiAgY29uc3QgYkJ5dGVzID0gcGFjayA/IHJvdW5kVXAoTWF0aC5jZWlsKGNvbHMgLyB0aWxlLmNvbHMpICogcGFuZWxCeXRlcykgOiAwO1xuICBjb25zdCBnYXRoZXIgPSBlbWl0R2F0aGVyKG0sIGdyaWQsIGNoYW5uZWxzLCBzdHJpZGUpO1xuICBjb25zdCBibG9jayA9IGVtaXRCbG9jayhtLCB7XG4gICAgdGlsZSxcbiAgICBhOiB7IHJvdzogMSwgY29sOiBzdHJpZGUgfSxcbiAgICBiOiBwYWNrID8geyBwYWNrZWQ6IHRydWUsIHN0ZXA6IHBhbmVsQnl0ZXMgfSA6IHsgcm93OiBzcGVjLm91dENoYW5uZWxzIH0sXG4gICAgY1Jvdzogc3BlYy5vdXRDaGFubmVscyxcbiAgICByb3dzOiBrLFxuICAgIGNvbHMsXG4gICAgYWNjdW11bGF0ZTogcGl4ZWxzID4gY291bnQsXG4gICAgZm1hLFxuICB9KTtcbiAgY29uc3QgcGFja2luZyA9IHBhY2tcbiAgICA/IGVtaXRQYWNrKG0sIHtcbiAgICAgICAgd2lkdGg6IHRpbGUuY29scyxcbiAgICAgICAga1N0cmlkZTogc3BlYy5vdXRDaGFubmVscyxcbiAgICAgICAgbGFuZVN0cmlkZTogMSxcbiAgICAgICAgbGFuZXM6IGNvbHMsXG4gICAgICAgIHBhbmVsQnl0ZXMsXG4gICAgICB9KVxuICAgIDogLTE7XG4gIGNvbnN0IGluZGV4ID0gbS5mdW5jKFsnaTMyJywgJ2kzMicsICdpMzInLCAnaTMyJ10sIFtdLCAoZiwgW3gsIGR5LCBkdywgc2NyYXRjaF0pID0+IHtcbiAgICBjb25zdCBbcGl4ZWwsIHJvd3MsIHJvd3NBdCwgZnJvbV0gPSBbMSwgMiwgMywgNF0ubWFwKCgpID0+IGYubG9jYWwoJ2kzMicpKSBhcyBbXG4gICAgICBMb2NhbCxcbiAgICAgIExvY2FsLFxuICAgICAgTG9jYWwsXG4gICAgICBMb2NhbCxcbiAgICBdO1xuICAgIGYuZ2V0KHNjcmF0Y2gpLmkzMkNvbnN0KGJCeXRlcykub3AoJ2kzMi5hZGQnKS5zZXQocm93c0F0KTtcbiAgICBmLmZvcihwaXhlbCwgMCwgcGl4ZWxzLCBjb3VudCwgKCkgPT4ge1xuICAgICAgZi5pMzJDb25zdChwaXhlbHMpLmdldChwaXhlbCkub3AoJ2kzMi5zdWInKS50ZWUocm93cykuaTMyQ29uc3QoY291bnQpO1xuICAgICAgZi5nZXQocm93cykuaTMyQ29uc3QoY291bnQpLm9wKCdpMzIubHRfdScpLm9wKCdzZWxlY3QnKS5zZXQocm93cyk7XG4gICAgICBmLmdldCh4KS5nZXQocm93c0F0KS5nZXQocGl4ZWwpLmdldChyb3dzKS5jYWxsKGdhdGhlcik7XG4gICAgICBmLmdldChkeSlcbiAgICAgICAgLmdldChwaXhlbClcbiAgICAgICAgLmkzMkNvbnN0KDQgKiBzcGVjLm91dENoYW5uZWxzKVxuICAgICAgICAub3AoJ2kzMi5tdWwnKVxuICAgICAgICAub3AoJ2kzMi5hZGQnKVxuICAgICAgICAuc2V0KGZyb20pO1xuICAgICAgaWYgKHBhY2spIHtcbiAgICAgICAgZi5nZXQoZnJvbSkuZ2V0KHNjcmF0Y2gpLmdldChyb3dzKS5pMzJDb25zdChjb2xzKS5pMzJDb25zdCgwKS5jYWxsKHBhY2tpbmcpO1xuICAgICAgICBmLmdldChzY3JhdGNoKS5zZXQoZnJvbSk7XG4gICAgICB9XG4gICAgICBmLmdldChyb3dzQXQpLmdldChmcm9tKS5nZXQoZHcpLmkzMkNvbnN0KGspLmkzMkNvbnN0KGNvbHMpLmdldChyb3dzKS5nZXQocGl4ZWwpLmNhbGwoYmxvY2spO1xuICAgIH0pO1xuICB9KTtcbiAgcmV0dXJuIHsgaW5kZXgsIHNjcmF0Y2hCeXRlczogYkJ5dGVzICsgcm91bmRVcCg0ICogY291bnQgKiBzdHJpZGUpIH07XG59O1xuXG4vKiogT25lIGZpbHRlciBwZXIgY2hhbm5lbDsgdGhlIHJlc3VsdCBpcyBzdW1tZWQgdXAgaW4gcGxhY2UuICovXG5jb25zdCBkZXB0aHdpc2UgPSAoc3BlYzogQ29udlNwZWMsIHBhc3M6IENvbnZQYXNzLCByZXN1bHRTaXplOiBudW1iZXIsIGZtYTogYm9vbGVhbik6IEtlcm5lbCA9PiB7XG4gIGNvbnN0IG0gPSBuZXcgTW9kdWxlQnVpbGRlcigpO1xuICBjb25zdCByZXN1bHQgPSAoeyBmb3J3YXJkOiAneScsIGlucHV0R3JhZDogJ3gnLCB3ZWlnaHRHcmFkOiAndycgfSBhcyBjb25zdClbcGFzc107XG4gIGNvbnN0IHByb2R1Y3QgPSBlbWl0RGVwdGh3aXNlKG0sIGZvcndhcmRHcmlkKHNwZWMpLCBzcGVjLmlucHV0WzBdLCByZXN1bHQsIGZtYSk7XG4gIG0uZnVuYyhcbiAgICBbJ2kzMicsICdpMzInLCAnaTMyJywgJ2kzMiddLFxuICAgIFtdLFxuICAgIChmLCBbYSwgYiwgY10pID0+IHtcbiAgICAgIGYuZ2V0KGMpXG4gICAgICAgIC5pMzJDb25zdCgwKVxuICAgICAgICAuaTMyQ29uc3QoNCAqIHJlc3VsdFNpemUpXG4gICAgICAgIC5vcCgnbWVtb3J5LmZpbGwnKTtcbiAgICAgIGNvbnN0IFt4LCB3LCB5XSA9IHsgZm9yd2FyZDogW2EsIGIsIGNdLCBpbnB1dEdyYWQ6IFtjLCBiLCBhXSwgd2VpZ2h0R3JhZDogW2EsIGMsIGJdIH1bXG4gICAgICAgIHBhc3NcbiAgICAgIF0gYXMgW0xvY2FsLCBMb2NhbCwgTG9jYWxdO1xuICAgICAgZi5nZXQoeCkuZ2V0KHcpLmdldCh5KS5jYWxsKHByb2R1Y3QpO1xuICAgIH0sXG4gICAgJ3J1bicsXG4gICk7XG4gIHJldHVybiB7IGJ5dGVzOiBtLmZpbmlzaCgpLCBzY3JhdGNoQnl0ZXM6IDAsIGFyZ3M6IGAke1BBU1NfQVJHU1twYXNzXX0gc2NyYXRjaGAgfTtcbn07XG5cbi8qKiBBIDEgeCAxIGNvbnZvbHV0aW9uIHdpdGhvdXQgc3RyaWRlIG9yIHBhZGRpbmcgaXMgYSBwcm9kdWN0IG9mIG1hdHJpY2VzLiAqL1xuY29uc3QgcG9pbnR3aXNlID0gKHNwZWM6IENvbnZTcGVjLCBwYXNzOiBDb252UGFzcywgZm1hOiBib29sZWFuKTogS2VybmVsID0+IHtcbiAgY29uc3QgW24sIGgsIHcsIGNdID0gc3BlYy5pbnB1dDtcbiAgY29uc3QgW3BpeGVscywgb10gPSBbbiAqIGggKiB3LCBzcGVjLm91dENoYW5uZWxzXTtcbiAgY29uc3QgW3gsIHldID0gW1xuICAgIHsgcm93OiBjLCBjb2w6IDEgfSxcbiAgICB7IHJvdzogbywgY29sOiAxIH0sXG4gIF07XG4gIGNvbnN0IGNvbW1vbiA9IHsgYmF0Y2g6IFtdLCBmbWEgfTtcbiAgaWYgKHBhc3MgPT09ICdmb3J3YXJkJylcbiAgICByZXR1cm4gbWF0bXVsS2VybmVsKHsgbTogcGl4ZWxzLCBrOiBjLCBuOiBvLCBhOiB4LCBiOiB7IHJvdzogbywgY29sOiAxIH0sIC4uLmNvbW1vbiB9KTtcbiAgaWYgKHBhc3MgPT09ICdpbnB1dEdyYWQnKVxuICAgIHJldHVybiBtYXRtdWxLZXJuZWwoeyBtOiBwaXhlbHMsIGs6IG8sIG46IGMsIGE6IHksIGI6IHsgcm93OiAxLCBjb2w6IG8gfSwgLi4uY29tbW9uIH0pO1xuICByZXR1cm4gbWF0bXVsS2VybmVsKHsgbTogYywgazogcGl4ZWxzLCBuOiBvLCBhOiB7IHJvdzogMSwgY29sOiBjIH0sIGI6IHksIC4uLmNvbW1vbiB9KTtcbn07XG5cbi8qKlxuICogR2VuZXJhdGVzIG9uZSBwYXNzOiBydW4oZmlyc3QsIHNlY29uZCwgcmVzdWx0LCBzY3JhdGNoKSwgYnl0ZSBwb2ludGVycy4gT3BlcmFuZHMgaW4gb3JkZXI6XG4gKiBmb3J3YXJkICh4LCB3KSAtPiB5LCBpbnB1dEdyYWQgKGR5LCB3KSAtPiBkeCwgd2VpZ2h0R3JhZCAoeCwgZHkpIC0+IGR3LiBUaGUgcmVzdWx0IGlzIG92ZXJ3cml0dGVuLlxuICovXG5leHBvcnQgY29uc3QgY29udjJkS2VybmVsID0gKFxuICBzcGVjOiBDb252U3BlYyAmIHsgcmVhZG9ubHkgcGFzczogQ29udlBhc3M7IHJlYWRvbmx5IGZtYT86IGJvb2xlYW4gfSxcbik6IEtlcm5lbCA9PiB7XG4gIGNvbnN0IHsgcGFzcywgaW5wdXQsIGtlcm5lbCwgc3RyaWRlLCBwYWRkaW5nLCBncm91cHMgfSA9IHNwZWM7XG4gIGNvbnN0IGZtYSA9IHNwZWMuZm1hID8/IGhhc1JlbGF4ZWRTaW1kKCk7XG4gIGNvbnN0IG9uZSA9IGtlcm5lbFswXSAqIGtlcm5lbFsxXSAqIHN0cmlkZVswXSAqIHN0cmlkZVsxXSAqIGdyb3VwcyA9PT0gMTtcbiAgaWYgKG9uZSAmJiBwYWRkaW5nLmV2ZXJ5KChwKSA9PiBwID09PSAwKSkgcmV0dXJuIHBvaW50d2lzZShzcGVjLCBwYXNzLCBmbWEpO1xuXG4gIGNvbnN0IFtuLCBoLCB3LCBjXSA9IGlucHV0O1xuICBjb25zdCBbb2gsIG93XSA9IGNvbnZPdXRwdXQoc3BlYyk7XG4gIGNvbnN0IHlTaXplID0gbiAqIG9oICogb3cgKiBzcGVjLm91dENoYW5uZWxzO1xuICBjb25zdCB3U2l6ZSA9IGtlcm5lbFswXSAqIGtlcm5lbFsxXSAqIChjIC8gZ3JvdXBzKSAqIHNwZWMub3V0Q2hhbm5lbHM7XG4gIGNvbnN0IHJlc3VsdFNpemUgPSB7IGZvcndhcmQ6IHlTaXplLCBpbnB1dEdyYWQ6IG4gKiBoICogdyAqIGMsIHdlaWdodEdyYWQ6IHdTaXplIH1bcGFzc107XG4gIGNvbnN0IG0gPSBuZXcgTW9kdWxlQnVpbGRlcigpO1xuICBjb25zdCBlbXB0eSA9IHlTaXplICogd1NpemUgKiBuICogaCAqIHcgKiBjID09PSAwO1xuICBpZiAoIWVtcHR5ICYmIGdyb3VwcyA+IDEgJiYgYyA9PT0gZ3JvdXBzICYmIHNwZWMub3V0Q2hhbm5lbHMgPT09IGdyb3VwcylcbiAgICByZXR1cm4gZGVwdGh3aXNlKHNwZWMsIHBhc3MsIHJlc3VsdFNpemUsIGZtYSk7XG4gIGxldCBwYXJ0czogUGFydFtdID0gW107XG4gIGxldCBmaWxsID0gZW1wdHk7XG4gIGlmICghZW1wdHkpIHtcbiAgICBpZiAocGFzcyA9PT0gJ2ZvcndhcmQnKSBwYXJ0cyA9IFtlbWl0Rm9yd2FyZChtLCBzcGVjLCBmbWEpXTtcbiAgICBlbHNlIGlmIChwYXNzID09PSAnd2VpZ2h0R3JhZCcpIHBhcnRzID0gW2VtaXRXZWlnaHRHcmFkKG0sIHNwZWMsIGZtYSldO1xuICAgIGVsc2UgKHsgcGFydHMsIGZpbGwgfSA9IGVtaXRJbnB1dEdyYWQobSwgc3BlYywgZm1hKSk7XG4gIH1cbiAgLy8gRmxvYXRzIGZyb20gb25lIGdyb3VwIHRvIHRoZSBuZXh0IGluIHRoZSB0aHJlZSBvcGVyYW5kcy5cbiAgY29uc3QgW2djLCBnb10gPSBncm91cENoYW5uZWxzKHNwZWMpO1xuICBjb25zdCBzdGVwcyA9IHsgZm9yd2FyZDogW2djLCBnbywgZ29dLCBpbnB1dEdyYWQ6IFtnbywgZ28sIGdjXSwgd2VpZ2h0R3JhZDogW2djLCBnbywgZ29dIH1bcGFzc107XG4gIG0uZnVuYyhcbiAgICBbJ2kzMicsICdpMzInLCAnaTMyJywgJ2kzMiddLFxuICAgIFtdLFxuICAgIChmLCBbYSwgYiwgcmVzdWx0LCBzY3JhdGNoXSkgPT4ge1xuICAgICAgaWYgKGZpbGwpXG4gICAgICAgIGYuZ2V0KHJlc3VsdClcbiAgICAgICAgICAuaTMyQ29uc3QoMClcbiAgICAgICAgICAuaTMyQ29uc3QoNCAqIHJlc3VsdFNpemUpXG4gICAgICAgICAgLm9wKCdtZW1vcnkuZmlsbCcpO1xuICAgICAgaWYgKHBhcnRzLmxlbmd0aCA9PT0gMCkgcmV0dXJuO1xuICAgICAgY29uc3QgZ3JvdXAgPSBmLmxvY2FsKCdpMzInKTtcbiAgICAgIGYuaTMyQ29uc3QoZ3JvdXBzKS5zZXQoZ3JvdXApO1xuICAgICAgZi5yZXBlYXQoZ3JvdXAsICgpID0+IHtcbiAgICAgICAgZm9yIChjb25zdCB7IGluZGV4IH0gb2YgcGFydHMpIGYuZ2V0KGEpLmdldChiKS5nZXQocmVzdWx0KS5nZXQoc2NyYXRjaCkuY2FsbChpbmRleCk7XG4gICAgICAgIFthLCBiLCByZXN1bHRdLmZvckVhY2goKHAsIGkpID0+IGYuaW5jKHAsIDQgKiBzdGVwc1tpXSEpKTtcbiAgICAgIH0pO1xuICAgIH0sXG4gICAgJ3J1bicsXG4gICk7XG4gIGNvbnN0IHNjcmF0Y2hCeXRlcyA9IHBhcnRzLnJlZHVjZSgobW9zdCwgcCkgPT4gTWF0aC5tYXgobW9zdCwgcC5zY3JhdGNoQnl0ZXMpLCAwKTtcbiAgcmV0dXJuIHsgYnl0ZXM6IG0uZmluaXNoKCksIHNjcmF0Y2hCeXRlcywgYXJnczogYCR7UEFTU19BUkdTW3Bhc3NdfSBzY3JhdGNoYCB9O1xufTtcblxuY29uc3QgUEFTU19BUkdTID0geyBmb3J3YXJkOiAneCB3IHknLCBpbnB1dEdyYWQ6ICdkeSB3IGR4Jywgd2VpZ2h0R3JhZDogJ3ggZHkgZHcnIH0gYXMgY29uc3Q7XG4iLCAiLy8gQ3VtdWxhdGl2ZSBzdW1zIGFsb25nIHRoZSBtaWRkbGUgb2YgW291dGVyLCBsZW5ndGgsIGlubmVyXSwgd2l0aCB2ZWN0b3JzIGFsb25nIGBpbm5lcmAuIGYzMiBzdW1zIHJ1blxuLy8gaW4gZjY0IGFuZCBhcmUgcm91bmRlZCB3aGVuIHN0b3JlZCwgc28gdGhhdCB0aGVpciBlcnJvciBkb2VzIG5vdCBncm93IHdpdGggdGhlIGxlbmd0aC5cblxuaW1wb3J0IHsgdHlwZSBGdW5jdGlvbkJ1aWxkZXIsIHR5cGUgTG9jYWwsIE1vZHVsZUJ1aWxkZXIgfSBmcm9tICcuLi93YXNtL2Fzc2VtYmxlci50cyc7XG5pbXBvcnQgeyB0eXBlIEVsZW1lbnQsIGxhbmVzT2YgfSBmcm9tICcuL2xhbmVzLnRzJztcbmltcG9ydCB0eXBlIHsgS2VybmVsIH0gZnJvbSAnLi90aWxlLnRzJztcblxuLyoqIEEgY3VtdWxhdGl2ZSBzdW0gb3ZlciBgbGVuZ3RoYDsgc3JjIGFuZCByZXN1bHQgYXJlIGNvbnRpZ3VvdXMgW291dGVyLCBsZW5ndGgsIGlubmVyXS4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgU2NhblNwZWMge1xuICByZWFkb25seSBvdXRlcjogbnVtYmVyO1xuICByZWFkb25seSBsZW5ndGg6IG51bWJlcjtcbiAgcmVhZG9ubHkgaW5uZXI6IG51bWJlcjtcbiAgcmVhZG9ubHkgZHR5cGU6IEVsZW1lbnQ7XG4gIC8qKiByZXN1bHRbaV0gc3VtcyB0aGUgZWxlbWVudHMgYmVmb3JlIGksIHdpdGhvdXQgaS4gKi9cbiAgcmVhZG9ubHkgZXhjbHVzaXZlPzogYm9vbGVhbjtcbiAgLyoqIEZyb20gdGhlIGVuZCB0byB0aGUgc3RhcnQuICovXG4gIHJlYWRvbmx5IHJldmVyc2U/OiBib29sZWFuO1xufVxuXG4vKiogSG93IGEgZmV3IG5laWdoYm91cmluZyBjb2x1bW5zIGFyZSBzdW1tZWQ6IGxvY2FscywgYWRkaW5nIGZyb20gbWVtb3J5LCBzdG9yaW5nLiAqL1xuaW50ZXJmYWNlIENvbHVtbiB7XG4gIHJlYWRvbmx5IGVsZW1lbnRzOiBudW1iZXI7XG4gIHJlc2V0KCk6IHZvaWQ7XG4gIGFkZChzcmM6IExvY2FsKTogdm9pZDtcbiAgc3RvcmUoZHN0OiBMb2NhbCk6IHZvaWQ7XG59XG5cbmNvbnN0IHNjYWxhckNvbHVtbiA9IChmOiBGdW5jdGlvbkJ1aWxkZXIsIGR0eXBlOiBFbGVtZW50KTogQ29sdW1uID0+IHtcbiAgY29uc3QgbGFuZXMgPSBsYW5lc09mW2R0eXBlXTtcbiAgY29uc3Qgd2lkZSA9IGR0eXBlID09PSAnZjMyJztcbiAgY29uc3Qgc3VtID0gZi5sb2NhbCh3aWRlID8gJ2Y2NCcgOiBsYW5lcy50eXBlKTtcbiAgcmV0dXJuIHtcbiAgICBlbGVtZW50czogMSxcbiAgICByZXNldDogKCkgPT4ge1xuICAgICAgaWYgKHN1bS50eXBlID09PSAnaTMyJykgZi5pMzJDb25zdCgwKTtcbiAgICAgIGVsc2UgZi5mNjRDb25zdCgwKTtcbiAgICAgIGYuc2V0KHN1bSk7XG4gICAgfSxcbiAgICBhZGQ6IChzcmMpID0+IHtcbiAgICAgIGYuZ2V0KHN1bSkuZ2V0KHNyYykubWVtKGxhbmVzLmxvYWQpO1xuICAgICAgaWYgKHdpZGUpIGYub3AoJ2Y2NC5wcm9tb3RlX2YzMicpO1xuICAgICAgZi5vcCh3aWRlID8gJ2Y2NC5hZGQnIDogbGFuZXMuYWRkKS5zZXQoc3VtKTtcbiAgICB9LFxuICAgIHN0b3JlOiAoZHN0KSA9PiB7XG4gICAgICBmLmdldChkc3QpLmdldChzdW0pO1xuICAgICAgaWYgKHdpZGUpIGYub3AoJ2YzMi5kZW1vdGVfZjY0Jyk7XG4gICAgICBmLm1lbShsYW5lcy5zdG9yZSk7XG4gICAgfSxcbiAgfTtcbn07XG5cbi8qKiBgdmVjdG9yc2AgbmVpZ2hib3VyaW5nIHZlY3RvcnM7IGFuIGYzMiB2ZWN0b3IgaGFzIHR3byBmNjQgc3VtcywgbG93IGFuZCBoaWdoIGhhbGYuICovXG5jb25zdCB2ZWN0b3JDb2x1bW4gPSAoZjogRnVuY3Rpb25CdWlsZGVyLCBkdHlwZTogRWxlbWVudCwgdmVjdG9yczogbnVtYmVyKTogQ29sdW1uID0+IHtcbiAgY29uc3QgbGFuZXMgPSBsYW5lc09mW2R0eXBlXTtcbiAgY29uc3Qgd2lkZSA9IGR0eXBlID09PSAnZjMyJztcbiAgY29uc3Qgc3VtcyA9IEFycmF5LmZyb20oeyBsZW5ndGg6IHdpZGUgPyAyICogdmVjdG9ycyA6IHZlY3RvcnMgfSwgKCkgPT4gZi5sb2NhbCgndjEyOCcpKTtcbiAgcmV0dXJuIHtcbiAgICBlbGVtZW50czogdmVjdG9ycyAqIGxhbmVzLnBlclZlY3RvcixcbiAgICByZXNldDogKCkgPT4ge1xuICAgICAgZm9yIChjb25zdCBzdW0gb2Ygc3VtcykgZi5pMzJ4NENvbnN0KDApLnNldChzdW0pO1xuICAgIH0sXG4gICAgYWRkOiAoc3JjKSA9PiB7XG4gICAgICBzdW1zLmZvckVhY2goKHN1bSwgaSkgPT4ge1xuICAgICAgICBmLmdldChzdW0pLmdldChzcmMpO1xuICAgICAgICBpZiAod2lkZSlcbiAgICAgICAgICBmLm1lbSgndjEyOC5sb2FkNjRfemVybycsIDggKiBpKVxuICAgICAgICAgICAgLm9wKCdmNjR4Mi5wcm9tb3RlX2xvd19mMzJ4NCcpXG4gICAgICAgICAgICAub3AoJ2Y2NHgyLmFkZCcpO1xuICAgICAgICBlbHNlIGYubWVtKCd2MTI4LmxvYWQnLCAxNiAqIGkpLm9wKGxhbmVzLnZlY3RvckFkZCk7XG4gICAgICAgIGYuc2V0KHN1bSk7XG4gICAgICB9KTtcbiAgICB9LFxuICAgIHN0b3JlOiAoZHN0KSA9PiB7XG4gICAgICBzdW1zLmZvckVhY2goKHN1bSwgaSkgPT4ge1xuICAgICAgICBmLmdldChkc3QpLmdldChzdW0pO1xuICAgICAgICBpZiAod2lkZSkgZi5vcCgnZjMyeDQuZGVtb3RlX2Y2NHgyX3plcm8nKS5tZW0oJ3YxMjguc3RvcmU2NF9sYW5lJywgOCAqIGksIDApO1xuICAgICAgICBlbHNlIGYubWVtKCd2MTI4LnN0b3JlJywgMTYgKiBpKTtcbiAgICAgIH0pO1xuICAgIH0sXG4gIH07XG59O1xuXG4vKiogR2VuZXJhdGVzIHJ1bihzcmMsIGRzdCksIGJ5dGUgcG9pbnRlcnM7IHRoZSByZXN1bHQgbXVzdCBub3Qgb3ZlcmxhcCB0aGUgc291cmNlIGlmIGV4Y2x1c2l2ZS4gKi9cbmV4cG9ydCBjb25zdCBzY2FuS2VybmVsID0gKHNwZWM6IFNjYW5TcGVjKTogS2VybmVsID0+IHtcbiAgY29uc3QgeyBvdXRlciwgbGVuZ3RoLCBpbm5lciwgZHR5cGUsIGV4Y2x1c2l2ZSA9IGZhbHNlLCByZXZlcnNlID0gZmFsc2UgfSA9IHNwZWM7XG4gIGNvbnN0IHsgYnl0ZXMsIHBlclZlY3RvciB9ID0gbGFuZXNPZltkdHlwZV07XG4gIGNvbnN0IG0gPSBuZXcgTW9kdWxlQnVpbGRlcigpO1xuICBjb25zdCBzdGVwID0gKHJldmVyc2UgPyAtMSA6IDEpICogaW5uZXIgKiBieXRlcztcbiAgY29uc3Qgc3RhcnQgPSByZXZlcnNlID8gKGxlbmd0aCAtIDEpICogaW5uZXIgKiBieXRlcyA6IDA7XG4gIG0uZnVuYyhcbiAgICBbJ2kzMicsICdpMzInXSxcbiAgICBbXSxcbiAgICAoZiwgW3NyYywgZHN0XSkgPT4ge1xuICAgICAgaWYgKG91dGVyICogbGVuZ3RoICogaW5uZXIgPT09IDApIHJldHVybjtcbiAgICAgIGNvbnN0IFtyb3dzLCB0aW1lcywgY291bnRdID0gW2YubG9jYWwoJ2kzMicpLCBmLmxvY2FsKCdpMzInKSwgZi5sb2NhbCgnaTMyJyldO1xuICAgICAgY29uc3QgW2Zyb20sIHRvXSA9IFtmLmxvY2FsKCdpMzInKSwgZi5sb2NhbCgnaTMyJyldO1xuICAgICAgY29uc3Qgc2NhbiA9IChjb2x1bW46IENvbHVtbiwgY29sdW1uczogbnVtYmVyKSA9PiB7XG4gICAgICAgIGYuaTMyQ29uc3QoY29sdW1ucykuc2V0KHRpbWVzKTtcbiAgICAgICAgZi5yZXBlYXQodGltZXMsICgpID0+IHtcbiAgICAgICAgICBmLmdldChzcmMpLmkzMkNvbnN0KHN0YXJ0KS5vcCgnaTMyLmFkZCcpLnNldChmcm9tKTtcbiAgICAgICAgICBmLmdldChkc3QpLmkzMkNvbnN0KHN0YXJ0KS5vcCgnaTMyLmFkZCcpLnNldCh0byk7XG4gICAgICAgICAgY29sdW1uLnJlc2V0KCk7XG4gICAgICAgICAgZi5pMzJDb25zdChsZW5ndGgpLnNldChjb3VudCk7XG4gICAgICAgICAgZi5yZXBlYXQoY291bnQsICgpID0+IHtcbiAgICAgICAgICAgIGlmIChleGNsdXNpdmUpIGNvbHVtbi5zdG9yZSh0byk7XG4gICAgICAgICAgICBjb2x1bW4uYWRkKGZyb20pO1xuICAgICAgICAgICAgaWYgKCFleGNsdXNpdmUpIGNvbHVtbi5zdG9yZSh0byk7XG4gICAgICAgICAgICBmLmluYyhmcm9tLCBzdGVwKS5pbmModG8sIHN0ZXApO1xuICAgICAgICAgIH0pO1xuICAgICAgICAgIGYuaW5jKHNyYywgY29sdW1uLmVsZW1lbnRzICogYnl0ZXMpLmluYyhkc3QsIGNvbHVtbi5lbGVtZW50cyAqIGJ5dGVzKTtcbiAgICAgICAgfSk7XG4gICAgICB9O1xuICAgICAgZi5pMzJDb25zdChvdXRlcikuc2V0KHJvd3MpO1xuICAgICAgZi5yZXBlYXQocm93cywgKCkgPT4ge1xuICAgICAgICBsZXQgcmVzdCA9IGlubmVyO1xuICAgICAgICBmb3IgKGNvbnN0IHZlY3RvcnMgb2YgWzQsIDFdKSB7XG4gICAgICAgICAgY29uc3QgZWxlbWVudHMgPSB2ZWN0b3JzICogcGVyVmVjdG9yO1xuICAgICAgICAgIGlmIChyZXN0ID49IGVsZW1lbnRzKSBzY2FuKHZlY3RvckNvbHVtbihmLCBkdHlwZSwgdmVjdG9ycyksIE1hdGguZmxvb3IocmVzdCAvIGVsZW1lbnRzKSk7XG4gICAgICAgICAgcmVzdCAlPSBlbGVtZW50cztcbiAgICAgICAgfVxuICAgICAgICBpZiAocmVzdCkgc2NhbihzY2FsYXJDb2x1bW4oZiwgZHR5cGUpLCByZXN0KTtcbiAgICAgICAgZi5pbmMoc3JjLCAobGVuZ3RoIC0gMSkgKiBpbm5lciAqIGJ5dGVzKS5pbmMoZHN0LCAobGVuZ3RoIC0gMSkgKiBpbm5lciAqIGJ5dGVzKTtcbiAgICAgIH0pO1xuICAgIH0sXG4gICAgJ3J1bicsXG4gICk7XG4gIHJldHVybiB7IGJ5dGVzOiBtLmZpbmlzaCgpLCBzY3JhdGNoQnl0ZXM6IDAsIGFyZ3M6ICdzcmMgZHN0JyB9O1xufTtcbiIsICIvLyBvdXRbaW5kZXhbaV0sIDpdICs9IHNyY1tpLCA6XSwgdGhlIGdyYWRpZW50IG9mIGEgZ2F0aGVyLiBTZXF1ZW50aWFsLCBzbyB0aGF0IHJlcGVhdGVkIGluZGljZXMgYWRkIHVwXG4vLyBpbiBvbmUgb3JkZXI6IHRoZSBzYW1lIGJpdHMgZXZlcnkgdGltZS5cblxuaW1wb3J0IHsgTW9kdWxlQnVpbGRlciB9IGZyb20gJy4uL3dhc20vYXNzZW1ibGVyLnRzJztcbmltcG9ydCB7IHR5cGUgRWxlbWVudCwgbGFuZXNPZiB9IGZyb20gJy4vbGFuZXMudHMnO1xuaW1wb3J0IHR5cGUgeyBLZXJuZWwgfSBmcm9tICcuL3RpbGUudHMnO1xuXG4vKiogc3JjIFtjb3VudCwgaW5uZXJdLCBpbmRleCBbY291bnRdIG9mIGkzMiwgb3V0IFtyb3dzLCBpbm5lcl0sIGFsbCBjb250aWd1b3VzLiAqL1xuZXhwb3J0IGludGVyZmFjZSBTY2F0dGVyQWRkU3BlYyB7XG4gIHJlYWRvbmx5IHJvd3M6IG51bWJlcjtcbiAgcmVhZG9ubHkgY291bnQ6IG51bWJlcjtcbiAgcmVhZG9ubHkgaW5uZXI6IG51bWJlcjtcbiAgcmVhZG9ubHkgZHR5cGU6IEVsZW1lbnQ7XG4gIC8qKiBXaGV0aGVyIGBvdXRgIHN0YXJ0cyBhcyBhIGNvcHkgb2YgYW4gb3BlcmFuZCwgb3IgYXMgemVyb3MuICovXG4gIHJlYWRvbmx5IGJhc2U6IGJvb2xlYW47XG59XG5cbi8qKlxuICogR2VuZXJhdGVzIHJ1bihiYXNlLCBpbmRleCwgc3JjLCBvdXQpLCBvciBydW4oaW5kZXgsIHNyYywgb3V0KSB3aXRob3V0IGEgYmFzZS4gSW5kaWNlcyBvdXRzaWRlXG4gKiAwLi5yb3dzLTEgYXJlIHNraXBwZWQuXG4gKi9cbmV4cG9ydCBjb25zdCBzY2F0dGVyQWRkS2VybmVsID0gKHNwZWM6IFNjYXR0ZXJBZGRTcGVjKTogS2VybmVsID0+IHtcbiAgY29uc3QgeyByb3dzLCBjb3VudCwgaW5uZXIgfSA9IHNwZWM7XG4gIGNvbnN0IGxhbmVzID0gbGFuZXNPZltzcGVjLmR0eXBlXTtcbiAgY29uc3Qgcm93Qnl0ZXMgPSBpbm5lciAqIGxhbmVzLmJ5dGVzO1xuICBjb25zdCBtID0gbmV3IE1vZHVsZUJ1aWxkZXIoKTtcbiAgY29uc3QgYWRkID0gbS5mdW5jKFsnaTMyJywgJ2kzMicsICdpMzInXSwgW10sIChmLCBbaW5kZXgsIHNyYywgb3V0XSkgPT4ge1xuICAgIGNvbnN0IFtpLCB0bywgcm93LCBsZWZ0XSA9IFtmLmxvY2FsKCdpMzInKSwgZi5sb2NhbCgnaTMyJyksIGYubG9jYWwoJ2kzMicpLCBmLmxvY2FsKCdpMzInKV07XG4gICAgY29uc3QgYWRkVmVjdG9yID0gKG9mZnNldDogbnVtYmVyKSA9PiB7XG4gICAgICBmLmdldCh0bykuZ2V0KHRvKS5tZW0oJ3YxMjgubG9hZCcsIG9mZnNldCkuZ2V0KHNyYykubWVtKCd2MTI4LmxvYWQnLCBvZmZzZXQpO1xuICAgICAgZi5vcChsYW5lcy52ZWN0b3JBZGQpLm1lbSgndjEyOC5zdG9yZScsIG9mZnNldCk7XG4gICAgfTtcbiAgICBjb25zdCB2ZWN0b3JzID0gTWF0aC5mbG9vcihpbm5lciAvIGxhbmVzLnBlclZlY3Rvcik7XG4gICAgZi5pMzJDb25zdChjb3VudCkuc2V0KGkpO1xuICAgIGYucmVwZWF0KGksICgpID0+IHtcbiAgICAgIGYuZ2V0KGluZGV4KVxuICAgICAgICAubWVtKCdpMzIubG9hZCcpXG4gICAgICAgIC50ZWUocm93KVxuICAgICAgICAuaTMyQ29uc3Qocm93cylcbiAgICAgICAgLm9wKCdpMzIubHRfdScpXG4gICAgICAgIC5pZihcbiAgICAgICAgICAoKSA9PiB7XG4gICAgICAgICAgICBmLmdldChyb3cpLmkzMkNvbnN0KHJvd0J5dGVzKS5vcCgnaTMyLm11bCcpLmdldChvdXQpLm9wKCdpMzIuYWRkJykuc2V0KHRvKTtcbiAgICAgICAgICAgIGlmICh2ZWN0b3JzID49IDQpIHtcbiAgICAgICAgICAgICAgZi5pMzJDb25zdChNYXRoLmZsb29yKHZlY3RvcnMgLyA0KSkuc2V0KGxlZnQpO1xuICAgICAgICAgICAgICBmLnJlcGVhdChsZWZ0LCAoKSA9PiB7XG4gICAgICAgICAgICAgICAgZm9yIChsZXQgdiA9IDA7IHYgPCA0OyB2KyspIGFkZFZlY3RvcigxNiAqIHYpO1xuICAgICAgICAgICAgICAgIGYuaW5jKHRvLCA2NCkuaW5jKHNyYywgNjQpO1xuICAgICAgICAgICAgICB9KTtcbiAgICAgICAgICAgIH1cbiAgICAgICAgICAgIGZvciAobGV0IHYgPSAwOyB2IDwgdmVjdG9ycyAlIDQ7IHYrKykgYWRkVmVjdG9yKDE2ICogdik7XG4gICAgICAgICAgICBjb25zdCBkb25lID0gMTYgKiAodmVjdG9ycyAlIDQpO1xuICAgICAgICAgICAgZm9yIChsZXQgZSA9IDA7IGUgPCBpbm5lciAlIGxhbmVzLnBlclZlY3RvcjsgZSsrKSB7XG4gICAgICAgICAgICAgIGNvbnN0IG9mZnNldCA9IGRvbmUgKyBlICogbGFuZXMuYnl0ZXM7XG4gICAgICAgICAgICAgIGYuZ2V0KHRvKS5nZXQodG8pLm1lbShsYW5lcy5sb2FkLCBvZmZzZXQpLmdldChzcmMpLm1lbShsYW5lcy5sb2FkLCBvZmZzZXQpO1xuICAgICAgICAgICAgICBmLm9wKGxhbmVzLmFkZCkubWVtKGxhbmVzLnN0b3JlLCBvZmZzZXQpO1xuICAgICAgICAgICAgfVxuICAgICAgICAgICAgZi5pbmMoc3JjLCByb3dCeXRlcyAtIDY0ICogTWF0aC5mbG9vcih2ZWN0b3JzIC8gNCkpO1xuICAgICAgICAgIH0sXG4gICAgICAgICAgKCkgPT4gZi5pbmMoc3JjLCByb3dCeXRlcyksXG4gICAgICAgICk7XG4gICAgICBmLmluYyhpbmRleCwgNCk7XG4gICAgfSk7XG4gIH0pO1xuICBpZiAoc3BlYy5iYXNlKSB7XG4gICAgbS5mdW5jKFxuICAgICAgWydpMzInLCAnaTMyJywgJ2kzMicsICdpMzInXSxcbiAgICAgIFtdLFxuICAgICAgKGYsIFtiYXNlLCBpbmRleCwgc3JjLCBvdXRdKSA9PiB7XG4gICAgICAgIGYuZ2V0KG91dClcbiAgICAgICAgICAuZ2V0KGJhc2UpXG4gICAgICAgICAgLmkzMkNvbnN0KHJvd3MgKiByb3dCeXRlcylcbiAgICAgICAgICAub3AoJ21lbW9yeS5jb3B5Jyk7XG4gICAgICAgIGYuZ2V0KGluZGV4KS5nZXQoc3JjKS5nZXQob3V0KS5jYWxsKGFkZCk7XG4gICAgICB9LFxuICAgICAgJ3J1bicsXG4gICAgKTtcbiAgfSBlbHNlIHtcbiAgICBtLmZ1bmMoXG4gICAgICBbJ2kzMicsICdpMzInLCAnaTMyJ10sXG4gICAgICBbXSxcbiAgICAgIChmLCBbaW5kZXgsIHNyYywgb3V0XSkgPT4ge1xuICAgICAgICBmLmdldChvdXQpXG4gICAgICAgICAgLmkzMkNvbnN0KDApXG4gICAgICAgICAgLmkzMkNvbnN0KHJvd3MgKiByb3dCeXRlcylcbiAgICAgICAgICAub3AoJ21lbW9yeS5maWxsJyk7XG4gICAgICAgIGYuZ2V0KGluZGV4KS5nZXQoc3JjKS5nZXQob3V0KS5jYWxsKGFkZCk7XG4gICAgICB9LFxuICAgICAgJ3J1bicsXG4gICAgKTtcbiAgfVxuICBjb25zdCBhcmdzID0gc3BlYy5iYXNlID8gJ2Jhc2UgaW5kZXggc3JjIG91dCcgOiAnaW5kZXggc3JjIG91dCc7XG4gIHJldHVybiB7IGJ5dGVzOiBtLmZpbmlzaCgpLCBzY3JhdGNoQnl0ZXM6IDAsIGFyZ3MgfTtcbn07XG4iLCAiLy8gVGhlIG1hdHJpY2VzIG9mIFdpbm9ncmFkJ3MgbWluaW1hbCBmaWx0ZXJpbmcgRihtIHggbSwgciB4IHIpLCBieSBDb29rIGFuZCBUb29tJ3MgY29uc3RydWN0aW9uOlxuLy8gICBZID0gQV5UIFsoRyBnIEdeVCkgKiAoQl5UIGQgQildIEEsICAgKiBlbGVtZW50d2lzZSxcbi8vIGZvciBhbiBtIHggbSB0aWxlIG9mIG91dHB1dHMsIHIgeCByIHdlaWdodHMgZyBhbmQgYW4gKG0gKyByIC0gMSleMiB0aWxlIG9mIGlucHV0cyBkLiBPbmUgcm93IG9mIEcgYW5kXG4vLyBCXlQgYmVsb25ncyB0byBvbmUgcG9pbnQgcCBvZiBpbnRlcnBvbGF0aW9uLCB0aGUgbGFzdCB0byBpbmZpbml0eS4gVGhlIHBvaW50cyAwLCArLTMvNCwgKy0zLzIgaGF2ZVxuLy8gbGVzcyB0aGFuIGhhbGYgdGhlIHJvdW5kaW5nIGVycm9yIG9mIHRoZSB0ZXh0Ym9vaydzIDAsICstMSwgKy0yLCBhbmQgQiBhbmQgQSBzdGF5IGV4YWN0IGluIGZsb2F0MzIuXG4vLyBTb3VyY2U6IExhdmluIGFuZCBHcmF5LCBcIkZhc3QgQWxnb3JpdGhtcyBmb3IgQ29udm9sdXRpb25hbCBOZXVyYWwgTmV0d29ya3NcIiwgYXJYaXYgMTUwOS4wOTMwOC5cblxuLyoqIFJvd3Mgb2YgYSBtYXRyaXguICovXG5leHBvcnQgdHlwZSBNYXRyaXggPSByZWFkb25seSAocmVhZG9ubHkgbnVtYmVyW10pW107XG5cbi8qKiBUaGUgdGhyZWUgdHJhbnNmb3JtczogaW5wdXRUIChCXlQpIFt0LCB0XSwgd2VpZ2h0cyAoRykgW3QsIHJdLCBvdXRwdXRUIChBXlQpIFttLCB0XSwgdCA9IG0gKyByIC0gMS4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgV2lub2dyYWQge1xuICByZWFkb25seSBpbnB1dFQ6IE1hdHJpeDtcbiAgcmVhZG9ubHkgd2VpZ2h0czogTWF0cml4O1xuICByZWFkb25seSBvdXRwdXRUOiBNYXRyaXg7XG59XG5cbi8qKiBDb2VmZmljaWVudHMsIGxvd2VzdCBwb3dlciBmaXJzdCwgb2YgdGhlIHByb2R1Y3Qgb2YgKHggLSByb290KS4gKi9cbmNvbnN0IHBvbHlub21pYWwgPSAocm9vdHM6IHJlYWRvbmx5IG51bWJlcltdKTogbnVtYmVyW10gPT5cbiAgcm9vdHMucmVkdWNlKFxuICAgIChwLCByb290KSA9PlxuICAgICAgQXJyYXkuZnJvbSh7IGxlbmd0aDogcC5sZW5ndGggKyAxIH0sIChfLCBpKSA9PiAocFtpIC0gMV0gPz8gMCkgLSByb290ICogKHBbaV0gPz8gMCkpLFxuICAgIFsxXSxcbiAgKTtcblxuLyoqIFJvd3MgYW5kIGNvbHVtbnMgZXhjaGFuZ2VkLiAqL1xuZXhwb3J0IGNvbnN0IHRyYW5zcG9zZSA9IChtYXRyaXg6IE1hdHJpeCk6IE1hdHJpeCA9PlxuICBtYXRyaXhbMF0hLm1hcCgoXywgaikgPT4gbWF0cml4Lm1hcCgocm93KSA9PiByb3dbal0hKSk7XG5cbi8qKiBGKG0sIHIpIGZvciBtICsgciAtIDIgZGlmZmVyZW50IGZpbml0ZSBwb2ludHMuICovXG5leHBvcnQgY29uc3QgY29va1Rvb20gPSAobTogbnVtYmVyLCByOiBudW1iZXIsIHBvaW50czogcmVhZG9ubHkgbnVtYmVyW10pOiBXaW5vZ3JhZCA9PiB7XG4gIGNvbnN0IHBvd2VycyA9IChwOiBudW1iZXIsIGNvdW50OiBudW1iZXIpID0+IEFycmF5LmZyb20oeyBsZW5ndGg6IGNvdW50IH0sIChfLCBpKSA9PiBwICoqIGkpO1xuICBjb25zdCBpbmZpbml0eSA9IChjb3VudDogbnVtYmVyKSA9PiBwb3dlcnMoMCwgY291bnQpLnJldmVyc2UoKTtcbiAgY29uc3Qgb3RoZXJzID0gKHA6IG51bWJlcikgPT4gcG9pbnRzLmZpbHRlcigocSkgPT4gcSAhPT0gcCk7XG4gIGNvbnN0IG5vcm0gPSAocDogbnVtYmVyKSA9PiBvdGhlcnMocCkucmVkdWNlKChwcm9kdWN0LCBxKSA9PiBwcm9kdWN0ICogKHAgLSBxKSwgMSk7XG4gIHJldHVybiB7XG4gICAgaW5wdXRUOiBbLi4ucG9pbnRzLm1hcCgocCkgPT4gWy4uLnBvbHlub21pYWwob3RoZXJzKHApKSwgMF0pLCBwb2x5bm9taWFsKHBvaW50cyldLFxuICAgIHdlaWdodHM6IFsuLi5wb2ludHMubWFwKChwKSA9PiBwb3dlcnMocCwgcikubWFwKCh2KSA9PiB2IC8gbm9ybShwKSkpLCBpbmZpbml0eShyKV0sXG4gICAgb3V0cHV0VDogdHJhbnNwb3NlKFsuLi5wb2ludHMubWFwKChwKSA9PiBwb3dlcnMocCwgbSkpLCBpbmZpbml0eShtKV0pLFxuICB9O1xufTtcblxuLyoqIEYoNCB4IDQsIDMgeCAzKTsgK3AgaXMgZm9sbG93ZWQgYnkgLXAsIHdoaWNoIHRoZSB0cmFuc2Zvcm1zIG1ha2UgdXNlIG9mLiAqL1xuZXhwb3J0IGNvbnN0IGY0MzogV2lub2dyYWQgPSBjb29rVG9vbSg0LCAzLCBbMCwgMyAvIDQsIC0zIC8gNCwgMyAvIDIsIC0zIC8gMl0pO1xuIiwgIi8vIFdoaWNoIGNvbnZvbHV0aW9ucyBXaW5vZ3JhZCdzIGFsZ29yaXRobSB0YWtlcywgaG93IHRoZXkgZmFsbCBpbnRvIHRpbGVzLCBhbmQgdGhlIHNjcmF0Y2ggdGhleSBuZWVkLlxuXG5pbXBvcnQgeyB0eXBlIENvbnZQYXNzLCB0eXBlIENvbnZTcGVjLCBjb252T3V0cHV0IH0gZnJvbSAnLi9jb252U2hhcGUudHMnO1xuaW1wb3J0IHR5cGUgeyBUaWxlR3JpZCB9IGZyb20gJy4vd2lub2dyYWRUcmFuc2Zvcm0udHMnO1xuXG4vKiogTWF0cmljZXMgb2YgYSB0cmFuc2Zvcm06IG9uZSBmb3IgZWFjaCBvZiB0aGUgNiB4IDYgcGxhY2VzIGluIGEgdGlsZS4gKi9cbmV4cG9ydCBjb25zdCBQTEFORVMgPSAzNjtcblxuLyoqIEZsb2F0cyBiZXR3ZWVuIHJvd3Mgb2YgdHJhbnNmb3JtZWQgdGlsZXMgYmV5b25kIHRoZSBjaGFubmVsczogb2ZmIHRoZSBwb3dlcnMgb2YgdHdvLiAqL1xuZXhwb3J0IGNvbnN0IFBBRCA9IDE2O1xuXG4vKiogVGhlIHRpbGVzIG9mIG9uZSBwYXNzOiA0IHggNCBwaXhlbHMgb2YgdGhlIHJlc3VsdHMgKG9mIGR5IGluIHdlaWdodEdyYWQpLCA2IHggNiBvZiB0aGUgc291cmNlcy4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgVGlsZVBsYW4ge1xuICByZWFkb25seSB0aWxlczogbnVtYmVyO1xuICAvKiogVGhlIHBpeGVscyB0aGF0IGFyZSByZWFkIGluIHRpbGVzIG9mIDYgeCA2OiB4LCBvciBkeSBpbiBpbnB1dEdyYWQuICovXG4gIHJlYWRvbmx5IHNvdXJjZTogVGlsZUdyaWQ7XG4gIC8qKiBUaGUgcGl4ZWxzIG9mIHRoZSA0IHggNCB0aWxlczogeSwgZHgsIG9yIGR5IGluIHdlaWdodEdyYWQuICovXG4gIHJlYWRvbmx5IHJlc3VsdDogVGlsZUdyaWQ7XG4gIHJlYWRvbmx5IGNoYW5uZWxzOiBudW1iZXI7XG4gIHJlYWRvbmx5IGNvbHM6IG51bWJlcjtcbn1cblxuLyoqIFRoZSB0aWxlcyBvZiBhIHBhc3MuICovXG5leHBvcnQgY29uc3QgcGxhblRpbGVzID0gKHNwZWM6IENvbnZTcGVjLCBwYXNzOiBDb252UGFzcyk6IFRpbGVQbGFuID0+IHtcbiAgY29uc3QgW2ltYWdlcywgaCwgdywgY10gPSBzcGVjLmlucHV0O1xuICBjb25zdCBvdXRwdXQgPSBjb252T3V0cHV0KHNwZWMpO1xuICBjb25zdCBbdG9wLCAsIGxlZnRdID0gc3BlYy5wYWRkaW5nO1xuICAvLyBkeCBpcyB0aGUgY29udm9sdXRpb24gb2YgZHkgd2l0aCBmbGlwcGVkIHdlaWdodHMsIHBhZGRlZCBieSB3aGF0IHkgbGFja3MuXG4gIGNvbnN0IGJhY2sgPSBwYXNzID09PSAnaW5wdXRHcmFkJztcbiAgY29uc3QgW2hlaWdodCwgd2lkdGhdID0gYmFjayA/IG91dHB1dCA6IFtoLCB3XTtcbiAgY29uc3QgW291dEhlaWdodCwgb3V0V2lkdGhdID0gYmFjayA/IFtoLCB3XSA6IG91dHB1dDtcbiAgY29uc3QgW2NoYW5uZWxzLCBjb2xzXSA9IGJhY2sgPyBbc3BlYy5vdXRDaGFubmVscywgY10gOiBbYywgc3BlYy5vdXRDaGFubmVsc107XG4gIGNvbnN0IHRpbGluZyA9IHsgdGlsZXNZOiBNYXRoLmNlaWwob3V0SGVpZ2h0IC8gNCksIHRpbGVzWDogTWF0aC5jZWlsKG91dFdpZHRoIC8gNCkgfTtcbiAgcmV0dXJuIHtcbiAgICB0aWxlczogaW1hZ2VzICogdGlsaW5nLnRpbGVzWSAqIHRpbGluZy50aWxlc1gsXG4gICAgc291cmNlOiB7XG4gICAgICAuLi50aWxpbmcsXG4gICAgICBoZWlnaHQsXG4gICAgICB3aWR0aCxcbiAgICAgIHBpeGVsQnl0ZXM6IDQgKiBjaGFubmVscyxcbiAgICAgIHRvcDogYmFjayA/IDIgLSB0b3AgOiB0b3AsXG4gICAgICBsZWZ0OiBiYWNrID8gMiAtIGxlZnQgOiBsZWZ0LFxuICAgICAgc2l6ZTogNixcbiAgICB9LFxuICAgIHJlc3VsdDoge1xuICAgICAgLi4udGlsaW5nLFxuICAgICAgaGVpZ2h0OiBvdXRIZWlnaHQsXG4gICAgICB3aWR0aDogb3V0V2lkdGgsXG4gICAgICBwaXhlbEJ5dGVzOiA0ICogY29scyxcbiAgICAgIHRvcDogMCxcbiAgICAgIGxlZnQ6IDAsXG4gICAgICBzaXplOiA0LFxuICAgIH0sXG4gICAgY2hhbm5lbHMsXG4gICAgY29scyxcbiAgfTtcbn07XG5cbi8qKiBXaGV0aGVyIHRoZSBrZXJuZWxzIGNhbiBjb21wdXRlIHRoaXMgY29udm9sdXRpb24uICovXG5leHBvcnQgY29uc3Qgc3VwcG9ydHNXaW5vZ3JhZCA9IChzcGVjOiBDb252U3BlYyk6IGJvb2xlYW4gPT4ge1xuICBjb25zdCB7IGtlcm5lbCwgc3RyaWRlLCBkaWxhdGlvbiwgZ3JvdXBzLCBwYWRkaW5nLCBvdXRDaGFubmVscywgaW5wdXQgfSA9IHNwZWM7XG4gIGNvbnN0IFtuLCBoLCB3LCBjXSA9IGlucHV0O1xuICByZXR1cm4gKFxuICAgIGtlcm5lbC5ldmVyeSgodikgPT4gdiA9PT0gMykgJiZcbiAgICBbLi4uc3RyaWRlLCAuLi5kaWxhdGlvbiwgZ3JvdXBzXS5ldmVyeSgodikgPT4gdiA9PT0gMSkgJiZcbiAgICBwYWRkaW5nLmV2ZXJ5KChwKSA9PiBwID49IDAgJiYgcCA8PSAyKSAmJlxuICAgIFtjLCBvdXRDaGFubmVsc10uZXZlcnkoKHYpID0+IHYgPj0gMTYgJiYgdiAlIDggPT09IDApICYmXG4gICAgTWF0aC5taW4oaCwgdykgPj0gNCAmJlxuICAgIG4gPiAwXG4gICk7XG59O1xuXG4vKipcbiAqIFdoZXRoZXIgV2lub2dyYWQncyBhbGdvcml0aG0gYXBwbGllcyBhbmQgaXMgZXhwZWN0ZWQgdG8gYmUgZmFzdGVyIHRoYW4gdGhlIGRpcmVjdCBzdW06IGEgZnVuY3Rpb24gb2ZcbiAqIHRoZSBzaGFwZSBvbmx5LCBzbyB0aGF0IHJlc3VsdHMgcmVwZWF0IGJpdCBmb3IgYml0LiBDb3N0cyBpbiBuYW5vc2Vjb25kcyBhcyBtZWFzdXJlZCBvbiBvbmUgY29yZS5cbiAqL1xuZXhwb3J0IGNvbnN0IHByZWZlcnNXaW5vZ3JhZCA9IChzcGVjOiBDb252U3BlYywgcGFzczogQ29udlBhc3MpOiBib29sZWFuID0+IHtcbiAgaWYgKCFzdXBwb3J0c1dpbm9ncmFkKHNwZWMpKSByZXR1cm4gZmFsc2U7XG4gIGNvbnN0IHsgdGlsZXMsIHJlc3VsdCwgY2hhbm5lbHMsIGNvbHMgfSA9IHBsYW5UaWxlcyhzcGVjLCBwYXNzKTtcbiAgY29uc3QgcGFpcnMgPSBjaGFubmVscyAqIGNvbHM7XG4gIGNvbnN0IHBpeGVscyA9IHNwZWMuaW5wdXRbMF0gKiByZXN1bHQuaGVpZ2h0ICogcmVzdWx0LndpZHRoO1xuICBjb25zdCBkaXJlY3QgPSAoMTggLyA1NikgKiBwaXhlbHMgKiBwYWlycyArIDAuOSAqIHBhaXJzO1xuICBjb25zdCB0cmFuc2Zvcm1zID0gNS4yICogcGFpcnMgKyA1LjUgKiB0aWxlcyAqIGNoYW5uZWxzICsgNC4zICogdGlsZXMgKiBjb2xzO1xuICByZXR1cm4gKDcyIC8gNTYpICogdGlsZXMgKiBwYWlycyArIHRyYW5zZm9ybXMgPCBkaXJlY3Q7XG59O1xuXG4vKiogTGF5cyByZWdpb25zIG9mIHRoZSBzY3JhdGNoIG9uZSBhZnRlciB0aGUgb3RoZXI7IGB0YWtlYCBnaXZlcyB0aGUgYnl0ZSBvZmZzZXQgb2YgdGhlIG5leHQuICovXG5leHBvcnQgY29uc3Qgc2NyYXRjaFJlZ2lvbnMgPSAoKSA9PiB7XG4gIGxldCBlbmQgPSAwO1xuICBjb25zdCB0YWtlID0gKGJ5dGVzOiBudW1iZXIpOiBudW1iZXIgPT4ge1xuICAgIGNvbnN0IGF0ID0gZW5kO1xuICAgIGVuZCArPSA2NCAqIE1hdGguY2VpbChieXRlcyAvIDY0KTtcbiAgICByZXR1cm4gYXQ7XG4gIH07XG4gIHJldHVybiB7IHRha2UsIGJ5dGVzOiAoKSA9PiBlbmQgfTtcbn07XG5cbi8qKiBBIHRpbGUncyBwbGFjZXMgYXMgcGxhbmVzIGluIG1lbW9yeSwgYGJ5dGVzYCBhcGFydDsgYGNvdW50YCBhbG9uZyBhIHJvdy4gKi9cbmV4cG9ydCBjb25zdCBwbGFuZXMgPSAoYnl0ZXM6IG51bWJlciwgY291bnQ6IG51bWJlcikgPT4gKHsgcm93OiBjb3VudCAqIGJ5dGVzLCBjb2x1bW46IGJ5dGVzIH0pO1xuIiwgIi8vIFRoZSB0cmFuc2Zvcm1zIG9mIFdpbm9ncmFkIGNvbnZvbHV0aW9uLCBvdXQgPSBQIGluIFBeVCBmb3Igb25lIHRpbGUgb2YgZXZlcnkgY2hhbm5lbDogb25lIHJvdXRpbmVcbi8vIGZvciBhbGwgZml2ZSBtYXRyaWNlcy4gQ2hhbm5lbHMgcnVuIGFsb25nIHRoZSB2ZWN0b3JzOyB0aGUgdHdvIGZhY3RvcnMgYXJlIHR3byBwYXNzZXMgb2Zcbi8vIG9uZS1kaW1lbnNpb25hbCB0cmFuc2Zvcm1zIHRocm91Z2ggYSBzbWFsbCBzY3JhdGNoIHRoYXQgc3RheXMgaW4gdGhlIGZpcnN0LWxldmVsIGNhY2hlLiBUaWxlcyBvZiBhblxuLy8gaW1hZ2UgYXJlIHJlYWNoZWQgdGhyb3VnaCB0YWJsZXMgb2YgYWRkcmVzc2VzLCB3aGVyZSBwaXhlbHMgYmV5b25kIHRoZSBlZGdlIHBvaW50IGF0IGEgcGFnZSBvZiB6ZXJvc1xuLy8gKG9yLCBmb3IgcmVzdWx0cywgb2Ygd2FzdGUpOiBwYWRkaW5nIGFuZCByYWdnZWQgZWRnZXMgbmVlZCBubyBjb2RlIG9mIHRoZWlyIG93bi5cblxuaW1wb3J0IHR5cGUgeyBGdW5jdGlvbkJ1aWxkZXIsIExvY2FsLCBNb2R1bGVCdWlsZGVyIH0gZnJvbSAnLi4vd2FzbS9hc3NlbWJsZXIudHMnO1xuaW1wb3J0IHR5cGUgeyBNYXRyaXggfSBmcm9tICcuL3dpbm9ncmFkTWF0cmljZXMudHMnO1xuXG4vKiogQ2hhbm5lbHMgcGVyIGNodW5rIG9mIHRoZSBzY3JhdGNoLiAqL1xuY29uc3QgQ0hVTksgPSA2NDtcblxuLyoqIEJ5dGVzIG9mIHRoZSBzY3JhdGNoIHRoYXQgYSB0cmFuc2Zvcm0gbmVlZHMsIGZvciBtYXRyaWNlcyB1cCB0byA2IHggNi4gKi9cbmV4cG9ydCBjb25zdCBUUkFOU0ZPUk1fQllURVMgPSA0ICogMzYgKiBDSFVOSztcblxudHlwZSBUZXJtID0gcmVhZG9ubHkgW2NvZWZmaWNpZW50OiBudW1iZXIsIHZhbHVlOiBMb2NhbF07XG5cbi8qKiBFbWl0cyBsaW5lYXIgY29tYmluYXRpb25zOyB0aGUgY29uc3RhbnRzIGFyZSBzZXQgdXAgb25jZSwgYmVmb3JlIHRoZSBsb29wLiAqL1xuY29uc3QgY29tYmluZXIgPSAoZjogRnVuY3Rpb25CdWlsZGVyLCBmbWE6IGJvb2xlYW4pID0+IHtcbiAgY29uc3QgY29uc3RhbnRzID0gbmV3IE1hcDxudW1iZXIsIExvY2FsPigpO1xuICBjb25zdCBjb25zdGFudCA9ICh2YWx1ZTogbnVtYmVyKTogTG9jYWwgPT4ge1xuICAgIGNvbnN0IGtub3duID0gY29uc3RhbnRzLmdldCh2YWx1ZSk7XG4gICAgaWYgKGtub3duKSByZXR1cm4ga25vd247XG4gICAgY29uc3QgbG9jYWwgPSBmLmxvY2FsKCd2MTI4Jyk7XG4gICAgZi5mMzJ4NENvbnN0KHZhbHVlKS5zZXQobG9jYWwpO1xuICAgIGNvbnN0YW50cy5zZXQodmFsdWUsIGxvY2FsKTtcbiAgICByZXR1cm4gbG9jYWw7XG4gIH07XG4gIC8qKiBQdXNoZXMgdGhlIHN1bSBvZiB0aGUgdGVybXMsIGEgdW5pdCBjb2VmZmljaWVudCBpbm5lcm1vc3QuICovXG4gIGNvbnN0IHB1c2ggPSAoZ2l2ZW46IHJlYWRvbmx5IFRlcm1bXSk6IHZvaWQgPT4ge1xuICAgIGNvbnN0IHRlcm1zID0gZ2l2ZW5cbiAgICAgIC5maWx0ZXIoKFtrXSkgPT4gayAhPT0gMClcbiAgICAgIC5zb3J0KChhLCBiKSA9PiBOdW1iZXIoYlswXSA9PT0gMSkgLSBOdW1iZXIoYVswXSA9PT0gMSkpO1xuICAgIGNvbnN0IHN1bSA9IChjb3VudDogbnVtYmVyKTogdm9pZCA9PiB7XG4gICAgICBjb25zdCBbaywgdmFsdWVdID0gdGVybXNbY291bnQgLSAxXSE7XG4gICAgICBpZiAoY291bnQgPT09IDEpIHtcbiAgICAgICAgZi5nZXQodmFsdWUpO1xuICAgICAgICBpZiAoayAhPT0gMSkgZi5nZXQoY29uc3RhbnQoaykpLm9wKCdmMzJ4NC5tdWwnKTtcbiAgICAgIH0gZWxzZSBpZiAoTWF0aC5hYnMoaykgPT09IDEpIHtcbiAgICAgICAgc3VtKGNvdW50IC0gMSk7XG4gICAgICAgIGYuZ2V0KHZhbHVlKS5vcChrID09PSAxID8gJ2YzMng0LmFkZCcgOiAnZjMyeDQuc3ViJyk7XG4gICAgICB9IGVsc2UgZi5tYWRkKHZhbHVlLCBjb25zdGFudChrKSwgKCkgPT4gc3VtKGNvdW50IC0gMSksIGZtYSk7XG4gICAgfTtcbiAgICBzdW0odGVybXMubGVuZ3RoKTtcbiAgfTtcbiAgcmV0dXJuIHsgY29uc3RhbnQsIHB1c2ggfTtcbn07XG5cbmNvbnN0IG9wcG9zaXRlID0gKGE6IHJlYWRvbmx5IG51bWJlcltdLCBiOiByZWFkb25seSBudW1iZXJbXSkgPT5cbiAgYS5ldmVyeSgodiwgaSkgPT4gTWF0aC5hYnModikgPT09IE1hdGguYWJzKGJbaV0hKSkgJiYgYS5zb21lKCh2LCBpKSA9PiB2ICE9PSBiW2ldKTtcblxuLyoqIEluZGV4IHBhaXJzICgxLCAyKSwgKDMsIDQpLCAuLi4gb2Ygcm93cyB0aGF0IGRpZmZlciBpbiBzaWducyBvbmx5OiB0aGUgcG9pbnRzICtwIGFuZCAtcC4gKi9cbmNvbnN0IHJvd1BhaXJzID0gKG1hdHJpeDogTWF0cml4KTogbnVtYmVyW10gPT4ge1xuICBjb25zdCBmaXJzdHM6IG51bWJlcltdID0gW107XG4gIGZvciAobGV0IGkgPSAxOyBpICsgMSA8IG1hdHJpeC5sZW5ndGg7IGkgKz0gMilcbiAgICBpZiAob3Bwb3NpdGUobWF0cml4W2ldISwgbWF0cml4W2kgKyAxXSEpKSBmaXJzdHMucHVzaChpKTtcbiAgcmV0dXJuIGZpcnN0cztcbn07XG5cbi8qKlxuICogVHdvIHJvd3MgYXMgY29tbW9uICsgZmFjdG9yICogY2hhbmdpbmcgYW5kIGNvbW1vbiAtIGZhY3RvciAqIGNoYW5naW5nLCB3aXRoIHRoZSBmYWN0b3IgdGhhdCBsZWF2ZXNcbiAqIHRoZSBmZXdlc3QgY29uc3RhbnRzOiByZWdpc3RlcnMgYXJlIHdoYXQgdGhlc2UgbG9vcHMgcnVuIG91dCBvZi5cbiAqL1xuY29uc3Qgc3BsaXRQYWlyID0gKHJvdzogcmVhZG9ubHkgbnVtYmVyW10sIG5leHQ6IHJlYWRvbmx5IG51bWJlcltdKSA9PiB7XG4gIGNvbnN0IGNvbW1vbiA9IHJvdy5tYXAoKGssIGopID0+IChrID09PSBuZXh0W2pdID8gayA6IDApKTtcbiAgY29uc3Qgb2RkID0gcm93Lm1hcCgoaywgaikgPT4gKGsgPT09IG5leHRbal0gPyAwIDogaykpO1xuICBjb25zdCBrbm93biA9IG5ldyBTZXQoWzAsIDEsIC0xLCAuLi5jb21tb25dKTtcbiAgY29uc3QgZnJlc2ggPSAoZmFjdG9yOiBudW1iZXIpID0+IG9kZC5maWx0ZXIoKGspID0+ICFrbm93bi5oYXMoayAvIGZhY3RvcikpLmxlbmd0aDtcbiAgY29uc3QgZmFjdG9yID0gb2RkLmZpbHRlcigoaykgPT4gayAhPT0gMCkucmVkdWNlKChhLCBiKSA9PiAoZnJlc2goYikgPCBmcmVzaChhKSA/IGIgOiBhKSk7XG4gIHJldHVybiB7IGNvbW1vbiwgY2hhbmdpbmc6IG9kZC5tYXAoKGspID0+IGsgLyBmYWN0b3IpLCBmYWN0b3IgfTtcbn07XG5cbi8qKiBUaGUgY29uc3RhbnRzIG9mIGVtaXRQcm9kdWN0LCB3aXRob3V0IDAgYW5kIHRoZSBzaWducy4gKi9cbmNvbnN0IGNvbnN0YW50c09mID0gKG1hdHJpeDogTWF0cml4KTogU2V0PG51bWJlcj4gPT4ge1xuICBjb25zdCBwYWlycyA9IHJvd1BhaXJzKG1hdHJpeCk7XG4gIGNvbnN0IGFsbCA9IG1hdHJpeC5mbGF0TWFwKChyb3csIGkpID0+IHtcbiAgICBpZiAocGFpcnMuaW5jbHVkZXMoaSAtIDEpKSByZXR1cm4gW107XG4gICAgaWYgKCFwYWlycy5pbmNsdWRlcyhpKSkgcmV0dXJuIHJvdztcbiAgICBjb25zdCB7IGNvbW1vbiwgY2hhbmdpbmcsIGZhY3RvciB9ID0gc3BsaXRQYWlyKHJvdywgbWF0cml4W2kgKyAxXSEpO1xuICAgIHJldHVybiBbLi4uY29tbW9uLCAuLi5jaGFuZ2luZywgZmFjdG9yXTtcbiAgfSk7XG4gIHJldHVybiBuZXcgU2V0KGFsbC5maWx0ZXIoKGspID0+IGsgIT09IDAgJiYgayAhPT0gMSkpO1xufTtcblxuLyoqIEVtaXRzIGBzdG9yZShpLCBwdXNoKWAgZm9yIGVhY2ggcm93IGkgb2YgbWF0cml4IHggdmFsdWVzOiB2YWx1ZXMgaW4gbG9jYWxzLiAqL1xuY29uc3QgZW1pdFByb2R1Y3QgPSAoXG4gIGY6IEZ1bmN0aW9uQnVpbGRlcixcbiAgbWF0cml4OiBNYXRyaXgsXG4gIHZhbHVlczogcmVhZG9ubHkgTG9jYWxbXSxcbiAgY29tYmluZTogUmV0dXJuVHlwZTx0eXBlb2YgY29tYmluZXI+LFxuICBmbWE6IGJvb2xlYW4sXG4gIHN0b3JlOiAocm93OiBudW1iZXIsIHB1c2g6ICgpID0+IHZvaWQpID0+IHZvaWQsXG4pOiB2b2lkID0+IHtcbiAgY29uc3QgY29sdW1ucyA9IG1hdHJpeFswXSEubWFwKChfLCBqKSA9PiBtYXRyaXgubWFwKChyb3cpID0+IHJvd1tqXSEpKTtcbiAgY29uc3QgYnlDb2x1bW5zID0gcm93UGFpcnMoY29sdW1ucyk7XG4gIGNvbnN0IHRlcm1zID0gKHJvdzogcmVhZG9ubHkgbnVtYmVyW10pOiBUZXJtW10gPT4gcm93Lm1hcCgoaywgaikgPT4gW2ssIHZhbHVlc1tqXSFdIGFzIGNvbnN0KTtcbiAgaWYgKGJ5Q29sdW1ucy5sZW5ndGggPiAwKSB7XG4gICAgLy8gQ29sdW1ucyBvZiArcCBhbmQgLXA6IHJvd3MgdGFrZSB0aGVpciBzdW0gb3IgdGhlaXIgZGlmZmVyZW5jZS5cbiAgICBjb25zdCBbc3VtcywgZGlmZmVyZW5jZXNdID0gW25ldyBNYXA8bnVtYmVyLCBMb2NhbD4oKSwgbmV3IE1hcDxudW1iZXIsIExvY2FsPigpXTtcbiAgICBmb3IgKGNvbnN0IGogb2YgYnlDb2x1bW5zKSB7XG4gICAgICBjb25zdCBbc3VtLCBkaWZmZXJlbmNlXSA9IFtmLmxvY2FsKCd2MTI4JyksIGYubG9jYWwoJ3YxMjgnKV07XG4gICAgICBmLmdldCh2YWx1ZXNbal0hKVxuICAgICAgICAuZ2V0KHZhbHVlc1tqICsgMV0hKVxuICAgICAgICAub3AoJ2YzMng0LmFkZCcpXG4gICAgICAgIC5zZXQoc3VtKTtcbiAgICAgIGYuZ2V0KHZhbHVlc1tqXSEpXG4gICAgICAgIC5nZXQodmFsdWVzW2ogKyAxXSEpXG4gICAgICAgIC5vcCgnZjMyeDQuc3ViJylcbiAgICAgICAgLnNldChkaWZmZXJlbmNlKTtcbiAgICAgIHN1bXMuc2V0KGosIHN1bSk7XG4gICAgICBkaWZmZXJlbmNlcy5zZXQoaiwgZGlmZmVyZW5jZSk7XG4gICAgfVxuICAgIG1hdHJpeC5mb3JFYWNoKChyb3csIGkpID0+IHtcbiAgICAgIGNvbnN0IGxpc3QgPSByb3cuZmxhdE1hcCgoaywgaik6IFRlcm1bXSA9PiB7XG4gICAgICAgIGlmIChieUNvbHVtbnMuaW5jbHVkZXMoaiAtIDEpKSByZXR1cm4gW107XG4gICAgICAgIGNvbnN0IGhhbGYgPSBrID09PSByb3dbaiArIDFdID8gc3Vtcy5nZXQoaikgOiBkaWZmZXJlbmNlcy5nZXQoaik7XG4gICAgICAgIHJldHVybiBbW2ssIGhhbGYgPz8gdmFsdWVzW2pdIV1dO1xuICAgICAgfSk7XG4gICAgICBzdG9yZShpLCAoKSA9PiBjb21iaW5lLnB1c2gobGlzdCkpO1xuICAgIH0pO1xuICAgIGYuZnJlZSguLi5zdW1zLnZhbHVlcygpLCAuLi5kaWZmZXJlbmNlcy52YWx1ZXMoKSk7XG4gICAgcmV0dXJuO1xuICB9XG4gIGNvbnN0IHBhaXJzID0gcm93UGFpcnMobWF0cml4KTtcbiAgbWF0cml4LmZvckVhY2goKHJvdywgaSkgPT4ge1xuICAgIGlmIChwYWlycy5pbmNsdWRlcyhpIC0gMSkpIHJldHVybjtcbiAgICBpZiAoIXBhaXJzLmluY2x1ZGVzKGkpKSB7XG4gICAgICBzdG9yZShpLCAoKSA9PiBjb21iaW5lLnB1c2godGVybXMocm93KSkpO1xuICAgICAgcmV0dXJuO1xuICAgIH1cbiAgICAvLyBSb3dzIG9mICtwIGFuZCAtcDogdGhlIGNvbW1vbiBwYXJ0IHBsdXMgYW5kIG1pbnVzIHAgdGltZXMgdGhlIHBhcnQgdGhhdCBjaGFuZ2VzIGl0cyBzaWduLlxuICAgIGNvbnN0IHsgY29tbW9uLCBjaGFuZ2luZywgZmFjdG9yIH0gPSBzcGxpdFBhaXIocm93LCBtYXRyaXhbaSArIDFdISk7XG4gICAgY29uc3QgW2V2ZW4sIG9kZF0gPSBbZi5sb2NhbCgndjEyOCcpLCBmLmxvY2FsKCd2MTI4JyldO1xuICAgIGNvbWJpbmUucHVzaCh0ZXJtcyhjb21tb24pKTtcbiAgICBmLnNldChldmVuKTtcbiAgICBjb21iaW5lLnB1c2godGVybXMoY2hhbmdpbmcpKTtcbiAgICBmLnNldChvZGQpO1xuICAgIHN0b3JlKGksICgpID0+XG4gICAgICBjb21iaW5lLnB1c2goW1xuICAgICAgICBbMSwgZXZlbl0sXG4gICAgICAgIFtmYWN0b3IsIG9kZF0sXG4gICAgICBdKSxcbiAgICApO1xuICAgIHN0b3JlKGkgKyAxLCAoKSA9PiB7XG4gICAgICBpZiAoZmFjdG9yID09PSAxKSBmLmdldChldmVuKS5nZXQob2RkKS5vcCgnZjMyeDQuc3ViJyk7XG4gICAgICBlbHNlIGlmIChmbWEpIGYuZ2V0KG9kZCkuZ2V0KGNvbWJpbmUuY29uc3RhbnQoZmFjdG9yKSkuZ2V0KGV2ZW4pLm9wKCdmMzJ4NC5yZWxheGVkX25tYWRkJyk7XG4gICAgICBlbHNlIHtcbiAgICAgICAgZi5nZXQoZXZlbikuZ2V0KG9kZCkuZ2V0KGNvbWJpbmUuY29uc3RhbnQoZmFjdG9yKSkub3AoJ2YzMng0Lm11bCcpLm9wKCdmMzJ4NC5zdWInKTtcbiAgICAgIH1cbiAgICB9KTtcbiAgICBmLmZyZWUoZXZlbiwgb2RkKTtcbiAgfSk7XG59O1xuXG4vKiogRWxlbWVudHMgb2YgYSBsaW5lOiBgc3RlcGAgYnl0ZXMgYXBhcnQsIG9yIGJlaGluZCBhIHRhYmxlIG9mIGFkZHJlc3NlcyBgc3RlcGAgYnl0ZXMgYXBhcnQuICovXG5pbnRlcmZhY2UgTGluZSB7XG4gIHJlYWRvbmx5IHRhYmxlOiBib29sZWFuO1xuICByZWFkb25seSBzdGVwOiBudW1iZXI7XG59XG5cbi8qKiBFbWl0cyBwYXNzKGZyb20sIHRvLCBzaGlmdCwgbik6IG4gKiA4IGNoYW5uZWxzIG9mIG9uZSBsaW5lOyB0YWJsZXMgYXJlIHJlYWQgYHNoaWZ0YCBieXRlcyBvbi4gKi9cbmNvbnN0IGVtaXRQYXNzID0gKG06IE1vZHVsZUJ1aWxkZXIsIG1hdHJpeDogTWF0cml4LCBmcm9tOiBMaW5lLCB0bzogTGluZSwgZm1hOiBib29sZWFuKTogbnVtYmVyID0+XG4gIG0uZnVuYyhbJ2kzMicsICdpMzInLCAnaTMyJywgJ2kzMiddLCBbXSwgKGYsIFtzb3VyY2UsIHRhcmdldCwgc2hpZnQsIG5dKSA9PiB7XG4gICAgLy8gT25lIHBvaW50ZXIgcGVyIGVsZW1lbnQgYmVoaW5kIHRhYmxlcywgb25lIGZvciBhbGwgb3RoZXJ3aXNlLlxuICAgIGNvbnN0IHBvaW50ZXJzID0gKGJhc2U6IExvY2FsLCBsaW5lOiBMaW5lLCBjb3VudDogbnVtYmVyKTogTG9jYWxbXSA9PiB7XG4gICAgICBpZiAoIWxpbmUudGFibGUpIHJldHVybiBbYmFzZV07XG4gICAgICByZXR1cm4gQXJyYXkuZnJvbSh7IGxlbmd0aDogY291bnQgfSwgKF8sIGkpID0+IHtcbiAgICAgICAgY29uc3QgcG9pbnRlciA9IGYubG9jYWwoJ2kzMicpO1xuICAgICAgICBmLmdldChiYXNlKVxuICAgICAgICAgIC5tZW0oJ2kzMi5sb2FkJywgaSAqIGxpbmUuc3RlcClcbiAgICAgICAgICAuZ2V0KHNoaWZ0KVxuICAgICAgICAgIC5vcCgnaTMyLmFkZCcpXG4gICAgICAgICAgLnNldChwb2ludGVyKTtcbiAgICAgICAgcmV0dXJuIHBvaW50ZXI7XG4gICAgICB9KTtcbiAgICB9O1xuICAgIGNvbnN0IHNvdXJjZXMgPSBwb2ludGVycyhzb3VyY2UsIGZyb20sIG1hdHJpeFswXSEubGVuZ3RoKTtcbiAgICBjb25zdCB0YXJnZXRzID0gcG9pbnRlcnModGFyZ2V0LCB0bywgbWF0cml4Lmxlbmd0aCk7XG4gICAgY29uc3QgY29tYmluZSA9IGNvbWJpbmVyKGYsIGZtYSk7XG4gICAgZm9yIChjb25zdCBrIG9mIGNvbnN0YW50c09mKG1hdHJpeCkpIGNvbWJpbmUuY29uc3RhbnQoayk7XG4gICAgY29uc3QgdmFsdWVzID0gbWF0cml4WzBdIS5tYXAoKCkgPT4gZi5sb2NhbCgndjEyOCcpKTtcbiAgICBjb25zdCBhZGRyZXNzID0gKGxpc3Q6IHJlYWRvbmx5IExvY2FsW10sIGxpbmU6IExpbmUsIGk6IG51bWJlciwgb2Zmc2V0OiBudW1iZXIpID0+XG4gICAgICBbbGlzdC5sZW5ndGggPiAxID8gbGlzdFtpXSEgOiBsaXN0WzBdISwgKGxpbmUudGFibGUgPyAwIDogaSAqIGxpbmUuc3RlcCkgKyBvZmZzZXRdIGFzIGNvbnN0O1xuICAgIGYuYmxvY2soKG5ldmVyKSA9PiB7XG4gICAgICBmLmxvb3AoKGFnYWluKSA9PiB7XG4gICAgICAgIGZvciAoY29uc3Qgb2Zmc2V0IG9mIFswLCAxNl0pIHtcbiAgICAgICAgICAvLyBuID4gMDsgdGhlIGJyYW5jaCBvbmx5IGVuZHMgdGhlIGJhc2ljIGJsb2NrLCBhcyBpbiB0aWxlLnRzLlxuICAgICAgICAgIGlmIChvZmZzZXQgPiAwKSBmLmdldChuKS5vcCgnaTMyLmVxeicpLmJySWYobmV2ZXIpO1xuICAgICAgICAgIHZhbHVlcy5mb3JFYWNoKCh2YWx1ZSwgaSkgPT4ge1xuICAgICAgICAgICAgY29uc3QgW3BvaW50ZXIsIGF0XSA9IGFkZHJlc3Moc291cmNlcywgZnJvbSwgaSwgb2Zmc2V0KTtcbiAgICAgICAgICAgIGYuZ2V0KHBvaW50ZXIpLm1lbSgndjEyOC5sb2FkJywgYXQpLnNldCh2YWx1ZSk7XG4gICAgICAgICAgfSk7XG4gICAgICAgICAgZW1pdFByb2R1Y3QoZiwgbWF0cml4LCB2YWx1ZXMsIGNvbWJpbmUsIGZtYSwgKGksIHB1c2gpID0+IHtcbiAgICAgICAgICAgIGNvbnN0IFtwb2ludGVyLCBhdF0gPSBhZGRyZXNzKHRhcmdldHMsIHRvLCBpLCBvZmZzZXQpO1xuICAgICAgICAgICAgZi5nZXQocG9pbnRlcik7XG4gICAgICAgICAgICBwdXNoKCk7XG4gICAgICAgICAgICBmLm1lbSgndjEyOC5zdG9yZScsIGF0KTtcbiAgICAgICAgICB9KTtcbiAgICAgICAgfVxuICAgICAgICBmb3IgKGNvbnN0IHBvaW50ZXIgb2YgWy4uLnNvdXJjZXMsIC4uLnRhcmdldHNdKSBmLmluYyhwb2ludGVyLCAzMik7XG4gICAgICAgIGYuZ2V0KG4pLmkzMkNvbnN0KC0xKS5vcCgnaTMyLmFkZCcpLnRlZShuKS5icklmKGFnYWluKTtcbiAgICAgIH0pO1xuICAgIH0pO1xuICB9KTtcblxuLyoqIFdoZXJlIGEgdGlsZSBsaWVzOiBiZWhpbmQgYSB0YWJsZSBvZiBhZGRyZXNzZXMgW3Jvd3MsIGNvbHVtbnNdLCBvciBpbiBwbGFuZXMgKHN0cmlkZXMgaW4gYnl0ZXMpLiAqL1xuZXhwb3J0IHR5cGUgVGlsZUFjY2VzcyA9ICd0YWJsZScgfCB7IHJlYWRvbmx5IHJvdzogbnVtYmVyOyByZWFkb25seSBjb2x1bW46IG51bWJlciB9O1xuXG4vKipcbiAqIEVtaXRzIHRyYW5zZm9ybShmcm9tLCB0bywgYnl0ZXMsIHRlbXApIGFuZCByZXR1cm5zIGl0cyBpbmRleDogb3V0ID0gUCBpbiBQXlQgZm9yIGJ5dGVzIC8gNCBjaGFubmVsc1xuICogKGEgbXVsdGlwbGUgb2YgOCkuIFAgW3Jvd3MsIGNvbHVtbnNdOyBgdGVtcGAgaGFzIFRSQU5TRk9STV9CWVRFUy5cbiAqL1xuZXhwb3J0IGNvbnN0IGVtaXRUcmFuc2Zvcm0gPSAoXG4gIG06IE1vZHVsZUJ1aWxkZXIsXG4gIG1hdHJpeDogTWF0cml4LFxuICBmcm9tOiBUaWxlQWNjZXNzLFxuICB0bzogVGlsZUFjY2VzcyxcbiAgZm1hOiBib29sZWFuLFxuKTogbnVtYmVyID0+IHtcbiAgY29uc3QgW3Jvd3MsIGNvbHVtbnNdID0gW21hdHJpeC5sZW5ndGgsIG1hdHJpeFswXSEubGVuZ3RoXTtcbiAgY29uc3QgW2Zyb21UYWJsZSwgdG9UYWJsZV0gPSBbZnJvbSA9PT0gJ3RhYmxlJywgdG8gPT09ICd0YWJsZSddO1xuICBjb25zdCBmcm9tUm93ID0gZnJvbSA9PT0gJ3RhYmxlJyA/IDQgKiBjb2x1bW5zIDogZnJvbS5yb3c7XG4gIGNvbnN0IGZyb21Db2x1bW4gPSBmcm9tID09PSAndGFibGUnID8gNCA6IGZyb20uY29sdW1uO1xuICBjb25zdCB0b1JvdyA9IHRvID09PSAndGFibGUnID8gNCAqIHJvd3MgOiB0by5yb3c7XG4gIGNvbnN0IHRvQ29sdW1uID0gdG8gPT09ICd0YWJsZScgPyA0IDogdG8uY29sdW1uO1xuICAvLyB0ZW1wIFtyb3dzLCBjb2x1bW5zLCBDSFVOS11cbiAgY29uc3QgbGluZSA9IDQgKiBDSFVOSztcbiAgY29uc3QgdmVydGljYWwgPSBlbWl0UGFzcyhcbiAgICBtLFxuICAgIG1hdHJpeCxcbiAgICB7IHRhYmxlOiBmcm9tVGFibGUsIHN0ZXA6IGZyb21Sb3cgfSxcbiAgICB7IHRhYmxlOiBmYWxzZSwgc3RlcDogY29sdW1ucyAqIGxpbmUgfSxcbiAgICBmbWEsXG4gICk7XG4gIGNvbnN0IGhvcml6b250YWwgPSBlbWl0UGFzcyhcbiAgICBtLFxuICAgIG1hdHJpeCxcbiAgICB7IHRhYmxlOiBmYWxzZSwgc3RlcDogbGluZSB9LFxuICAgIHsgdGFibGU6IHRvVGFibGUsIHN0ZXA6IHRvQ29sdW1uIH0sXG4gICAgZm1hLFxuICApO1xuICByZXR1cm4gbS5mdW5jKFsnaTMyJywgJ2kzMicsICdpMzInLCAnaTMyJ10sIFtdLCAoZiwgW3NvdXJjZSwgdGFyZ2V0LCBieXRlcywgdGVtcF0pID0+IHtcbiAgICBjb25zdCBbc2hpZnQsIG5dID0gW2YubG9jYWwoJ2kzMicpLCBmLmxvY2FsKCdpMzInKV07XG4gICAgZi5mb3Ioc2hpZnQsIDAsIGJ5dGVzLCBsaW5lLCAoKSA9PiB7XG4gICAgICBmLmdldChieXRlcykuZ2V0KHNoaWZ0KS5vcCgnaTMyLnN1YicpLnRlZShuKS5pMzJDb25zdChsaW5lKTtcbiAgICAgIGYuZ2V0KG4pLmkzMkNvbnN0KGxpbmUpLm9wKCdpMzIubHRfdScpLm9wKCdzZWxlY3QnKTtcbiAgICAgIGYuaTMyQ29uc3QoNSkub3AoJ2kzMi5zaHJfdScpLnNldChuKTtcbiAgICAgIGZvciAobGV0IHggPSAwOyB4IDwgY29sdW1uczsgeCsrKSB7XG4gICAgICAgIGYuZ2V0KHNvdXJjZSlcbiAgICAgICAgICAuaTMyQ29uc3QoeCAqIGZyb21Db2x1bW4pXG4gICAgICAgICAgLm9wKCdpMzIuYWRkJyk7XG4gICAgICAgIGYuZ2V0KHRlbXApXG4gICAgICAgICAgLmkzMkNvbnN0KHggKiBsaW5lKVxuICAgICAgICAgIC5vcCgnaTMyLmFkZCcpO1xuICAgICAgICBmLmdldChzaGlmdCkuZ2V0KG4pLmNhbGwodmVydGljYWwpO1xuICAgICAgfVxuICAgICAgZm9yIChsZXQgeSA9IDA7IHkgPCByb3dzOyB5KyspIHtcbiAgICAgICAgZi5nZXQodGVtcClcbiAgICAgICAgICAuaTMyQ29uc3QoeSAqIGNvbHVtbnMgKiBsaW5lKVxuICAgICAgICAgIC5vcCgnaTMyLmFkZCcpO1xuICAgICAgICBmLmdldCh0YXJnZXQpXG4gICAgICAgICAgLmkzMkNvbnN0KHkgKiB0b1JvdylcbiAgICAgICAgICAub3AoJ2kzMi5hZGQnKTtcbiAgICAgICAgZi5nZXQoc2hpZnQpLmdldChuKS5jYWxsKGhvcml6b250YWwpO1xuICAgICAgfVxuICAgICAgaWYgKCFmcm9tVGFibGUpIGYuaW5jKHNvdXJjZSwgbGluZSk7XG4gICAgICBpZiAoIXRvVGFibGUpIGYuaW5jKHRhcmdldCwgbGluZSk7XG4gICAgfSk7XG4gIH0pO1xufTtcblxuLyoqIFRoZSB0aWxlcyBvZiBhIGJhdGNoIG9mIGltYWdlcyBbbiwgaGVpZ2h0LCB3aWR0aCwgcGl4ZWxCeXRlcyAvIDRdLiAqL1xuZXhwb3J0IGludGVyZmFjZSBUaWxlR3JpZCB7XG4gIHJlYWRvbmx5IGhlaWdodDogbnVtYmVyO1xuICByZWFkb25seSB3aWR0aDogbnVtYmVyO1xuICByZWFkb25seSBwaXhlbEJ5dGVzOiBudW1iZXI7XG4gIC8qKiBUaWxlcyBvZiBhbiBpbWFnZTsgdGhlaXIgY29ybmVycyBhcmUgNCBwaXhlbHMgYXBhcnQgYW5kIGJlZ2luIGF0ICgtdG9wLCAtbGVmdCkuICovXG4gIHJlYWRvbmx5IHRpbGVzWTogbnVtYmVyO1xuICByZWFkb25seSB0aWxlc1g6IG51bWJlcjtcbiAgcmVhZG9ubHkgdG9wOiBudW1iZXI7XG4gIHJlYWRvbmx5IGxlZnQ6IG51bWJlcjtcbiAgLyoqIFBpeGVscyBhbG9uZyBhIHNpZGUgb2YgYSB0aWxlLiAqL1xuICByZWFkb25seSBzaXplOiBudW1iZXI7XG59XG5cbi8qKlxuICogRW1pdHMgYWRkcmVzc2VzKGltYWdlcywgdGlsZSwgdGFibGUsIG91dHNpZGUpOiB0aGUgYnl0ZSBhZGRyZXNzZXMgb2YgdGhlIHBpeGVscyBvZiB0aWxlIG51bWJlclxuICogYHRpbGVgLCBbc2l6ZSwgc2l6ZV0sIGFuZCBgb3V0c2lkZWAgZm9yIHRob3NlIGJleW9uZCB0aGUgZWRnZS5cbiAqL1xuZXhwb3J0IGNvbnN0IGVtaXRBZGRyZXNzZXMgPSAobTogTW9kdWxlQnVpbGRlciwgZ3JpZDogVGlsZUdyaWQpOiBudW1iZXIgPT5cbiAgbS5mdW5jKFsnaTMyJywgJ2kzMicsICdpMzInLCAnaTMyJ10sIFtdLCAoZiwgW2F0LCB0aWxlLCB0YWJsZSwgb3V0c2lkZV0pID0+IHtcbiAgICBjb25zdCB7IGhlaWdodCwgd2lkdGgsIHBpeGVsQnl0ZXMsIHRpbGVzWSwgdGlsZXNYLCBzaXplIH0gPSBncmlkO1xuICAgIGNvbnN0IFtpbWFnZSwgeSwgeCwgcm93LCByb3dzXSA9IEFycmF5LmZyb20oeyBsZW5ndGg6IDUgfSwgKCkgPT4gZi5sb2NhbCgnaTMyJykpIGFzIExvY2FsW10gJlxuICAgICAgW0xvY2FsLCBMb2NhbCwgTG9jYWwsIExvY2FsLCBMb2NhbF07XG4gICAgY29uc3QgaW5zaWRlID0gQXJyYXkuZnJvbSh7IGxlbmd0aDogc2l6ZSB9LCAoKSA9PiBmLmxvY2FsKCdpMzInKSk7XG4gICAgZi5nZXQodGlsZSkuaTMyQ29uc3QodGlsZXNYKS5vcCgnaTMyLmRpdl91JykudGVlKHkpO1xuICAgIGYuaTMyQ29uc3QodGlsZXNZKS5vcCgnaTMyLmRpdl91Jykuc2V0KGltYWdlKTtcbiAgICBmLmdldCh0aWxlKS5nZXQoeSkuaTMyQ29uc3QodGlsZXNYKS5vcCgnaTMyLm11bCcpLm9wKCdpMzIuc3ViJyk7XG4gICAgZi5pMzJDb25zdCg0KS5vcCgnaTMyLm11bCcpLmkzMkNvbnN0KGdyaWQubGVmdCkub3AoJ2kzMi5zdWInKS5zZXQoeCk7XG4gICAgZi5nZXQoeSkuZ2V0KGltYWdlKS5pMzJDb25zdCh0aWxlc1kpLm9wKCdpMzIubXVsJykub3AoJ2kzMi5zdWInKTtcbiAgICBmLmkzMkNvbnN0KDQpLm9wKCdpMzIubXVsJykuaTMyQ29uc3QoZ3JpZC50b3ApLm9wKCdpMzIuc3ViJykuc2V0KHkpO1xuICAgIC8vIGF0ICs9ICgoaW1hZ2UgKiBoZWlnaHQgKyB5KSAqIHdpZHRoICsgeCkgKiBwaXhlbEJ5dGVzXG4gICAgZi5nZXQoaW1hZ2UpLmkzMkNvbnN0KGhlaWdodCkub3AoJ2kzMi5tdWwnKS5nZXQoeSkub3AoJ2kzMi5hZGQnKTtcbiAgICBmLmkzMkNvbnN0KHdpZHRoKS5vcCgnaTMyLm11bCcpLmdldCh4KS5vcCgnaTMyLmFkZCcpO1xuICAgIGYuaTMyQ29uc3QocGl4ZWxCeXRlcykub3AoJ2kzMi5tdWwnKS5nZXQoYXQpLm9wKCdpMzIuYWRkJykuc2V0KGF0KTtcbiAgICBpbnNpZGUuZm9yRWFjaCgobG9jYWwsIGopID0+IHtcbiAgICAgIGYuZ2V0KHgpLmkzMkNvbnN0KGopLm9wKCdpMzIuYWRkJykuaTMyQ29uc3Qod2lkdGgpLm9wKCdpMzIubHRfdScpLnNldChsb2NhbCk7XG4gICAgfSk7XG4gICAgZi5pMzJDb25zdChzaXplKS5zZXQocm93cyk7XG4gICAgZi5yZXBlYXQocm93cywgKCkgPT4ge1xuICAgICAgZi5nZXQoeSkuaTMyQ29uc3QoaGVpZ2h0KS5vcCgnaTMyLmx0X3UnKS5zZXQocm93KTtcbiAgICAgIGluc2lkZS5mb3JFYWNoKChsb2NhbCwgaikgPT4ge1xuICAgICAgICBmLmdldCh0YWJsZSk7XG4gICAgICAgIGYuZ2V0KGF0KVxuICAgICAgICAgIC5pMzJDb25zdChqICogcGl4ZWxCeXRlcylcbiAgICAgICAgICAub3AoJ2kzMi5hZGQnKVxuICAgICAgICAgIC5nZXQob3V0c2lkZSk7XG4gICAgICAgIGYuZ2V0KHJvdykuZ2V0KGxvY2FsKS5vcCgnaTMyLmFuZCcpLm9wKCdzZWxlY3QnKTtcbiAgICAgICAgZi5tZW0oJ2kzMi5zdG9yZScsIDQgKiBqKTtcbiAgICAgIH0pO1xuICAgICAgZi5pbmModGFibGUsIDQgKiBzaXplKVxuICAgICAgICAuaW5jKGF0LCB3aWR0aCAqIHBpeGVsQnl0ZXMpXG4gICAgICAgIC5pbmMoeSwgMSk7XG4gICAgfSk7XG4gIH0pO1xuIiwgIi8vIFRoZSBncmFkaWVudCBvZiB0aGUgd2VpZ2h0cyBieSBXaW5vZ3JhZCdzIGFsZ29yaXRobTogd2l0aCB0aGUgdGlsZXMgb2YgeCBhbmQgZHkgdHJhbnNmb3JtZWQsIHRoZVxuLy8gZ3JhZGllbnQgaW4gdGhlIHRyYW5zZm9ybWVkIGRvbWFpbiBpcyAzNiBwcm9kdWN0cyBvdmVyIGFsbCB0aWxlcyxcbi8vICAgVVtpXSA9IFZbaV1eVCBZW2ldLCAgIFYgPSBCXlQgeCBCIFt0aWxlcywgY10sICAgWSA9IEEgZHkgQV5UIFt0aWxlcywgb10sICAgZHcgPSBHXlQgVSBHLFxuLy8gYWNjdW11bGF0ZWQgb3ZlciBibG9ja3Mgb2YgdGlsZXMgd2hvc2UgdHJhbnNmb3JtcyBmaXQgdGhlIHNlY29uZC1sZXZlbCBjYWNoZS4gV2hlcmUgdGhlcmUgYXJlIGZld1xuLy8gdGlsZXMgYW5kIG1hbnkgd2VpZ2h0cyBhbGwgdGlsZXMgYXJlIG9uZSBibG9jaywgYW5kIHNvbWUgY2hhbm5lbHMgb2YgVSBhdCBhIHRpbWUgYXJlIGZpbmlzaGVkIGluc3RlYWQuXG5cbmltcG9ydCB7IHR5cGUgTG9jYWwsIE1vZHVsZUJ1aWxkZXIgfSBmcm9tICcuLi93YXNtL2Fzc2VtYmxlci50cyc7XG5pbXBvcnQgdHlwZSB7IENvbnZTcGVjIH0gZnJvbSAnLi9jb252U2hhcGUudHMnO1xuaW1wb3J0IHsgZW1pdEJsb2NrLCB0eXBlIEtlcm5lbCwgdGlsZVNoYXBlIH0gZnJvbSAnLi90aWxlLnRzJztcbmltcG9ydCB7IGY0MywgdHJhbnNwb3NlIH0gZnJvbSAnLi93aW5vZ3JhZE1hdHJpY2VzLnRzJztcbmltcG9ydCB7IFBBRCwgUExBTkVTLCBwbGFuZXMsIHBsYW5UaWxlcywgc2NyYXRjaFJlZ2lvbnMgfSBmcm9tICcuL3dpbm9ncmFkUGxhbi50cyc7XG5pbXBvcnQgeyBlbWl0QWRkcmVzc2VzLCBlbWl0VHJhbnNmb3JtLCBUUkFOU0ZPUk1fQllURVMgfSBmcm9tICcuL3dpbm9ncmFkVHJhbnNmb3JtLnRzJztcblxuLyoqIEZsb2F0cyBvZiB0aGUgdHJhbnNmb3JtZWQgdGlsZXMgb2YgYSBibG9jaywgYW5kIG9mIHRoZSBjaGFubmVscyBvZiBVIHRoYXQgYXJlIGZpbmlzaGVkIGF0IG9uY2UuICovXG5jb25zdCBCTE9DS19GTE9BVFMgPSAxOTIgKiAxMDI0O1xuY29uc3QgVV9GTE9BVFMgPSAxMjggKiAxMDI0O1xuXG4vKiogZHcgb2YgYSAzIHggMyBjb252b2x1dGlvbjogcnVuKHgsIGR5LCBkdywgc2NyYXRjaCksIGJ5dGUgcG9pbnRlcnM7IGR3IGlzIG92ZXJ3cml0dGVuLiAqL1xuZXhwb3J0IGNvbnN0IHdpbm9ncmFkV2VpZ2h0R3JhZCA9IChzcGVjOiBDb252U3BlYywgZm1hOiBib29sZWFuKTogS2VybmVsID0+IHtcbiAgY29uc3QgeyB0aWxlcywgc291cmNlLCByZXN1bHQsIGNoYW5uZWxzLCBjb2xzIH0gPSBwbGFuVGlsZXMoc3BlYywgJ3dlaWdodEdyYWQnKTtcbiAgY29uc3QgdGlsZSA9IHRpbGVTaGFwZShjb2xzLCBmbWEpO1xuICBjb25zdCBwYWlycyA9IGNoYW5uZWxzICogY29scztcbiAgY29uc3QgYnlDaGFubmVscyA9IHBhaXJzID49IHRpbGVzICogKGNoYW5uZWxzICsgY29scykgJiYgUExBTkVTICogcGFpcnMgPiAyICogVV9GTE9BVFM7XG4gIGNvbnN0IGZpdHRpbmcgPSBNYXRoLmZsb29yKEJMT0NLX0ZMT0FUUyAvIChQTEFORVMgKiAoY2hhbm5lbHMgKyBjb2xzKSkpO1xuICBjb25zdCBibG9ja1RpbGVzID0gTWF0aC5taW4odGlsZXMsIGJ5Q2hhbm5lbHMgPyB0aWxlcyA6IE1hdGgubWF4KDMyLCBNYXRoLm1pbigxMjgsIGZpdHRpbmcpKSk7XG4gIGNvbnN0IHNpbmdsZSA9IGJsb2NrVGlsZXMgPT09IHRpbGVzO1xuICBjb25zdCByb3dUaWxlcyA9IE1hdGgubWF4KDEsIE1hdGguZmxvb3IoVV9GTE9BVFMgLyAoUExBTkVTICogY29scyAqIHRpbGUucm93cykpKTtcbiAgY29uc3QgY2h1bmsgPSBieUNoYW5uZWxzID8gTWF0aC5taW4oY2hhbm5lbHMsIHJvd1RpbGVzICogdGlsZS5yb3dzKSA6IGNoYW5uZWxzO1xuICBjb25zdCBbdlJvdywgeVJvd10gPSBbNCAqIChjaGFubmVscyArIFBBRCksIDQgKiAoY29scyArIFBBRCldO1xuICBjb25zdCBbdlBsYW5lLCB5UGxhbmVdID0gW2Jsb2NrVGlsZXMgKiB2Um93LCBibG9ja1RpbGVzICogeVJvd107XG4gIGNvbnN0IHVQbGFuZSA9IDQgKiAoY2h1bmsgKiBjb2xzICsgUEFEKTtcblxuICBjb25zdCByZWdpb24gPSBzY3JhdGNoUmVnaW9ucygpO1xuICBjb25zdCB6ZXJvcyA9IHJlZ2lvbi50YWtlKDQgKiBNYXRoLm1heChjaGFubmVscywgY29scykpO1xuICBjb25zdCB0YWJsZSA9IHJlZ2lvbi50YWtlKDQgKiBQTEFORVMpO1xuICBjb25zdCB0ZW1wID0gcmVnaW9uLnRha2UoVFJBTlNGT1JNX0JZVEVTKTtcbiAgY29uc3QgdSA9IHJlZ2lvbi50YWtlKFBMQU5FUyAqIHVQbGFuZSk7XG4gIGNvbnN0IHYgPSByZWdpb24udGFrZShQTEFORVMgKiB2UGxhbmUpO1xuICBjb25zdCB5ID0gcmVnaW9uLnRha2UoUExBTkVTICogeVBsYW5lKTtcblxuICBjb25zdCBtID0gbmV3IE1vZHVsZUJ1aWxkZXIoKTtcbiAgY29uc3QgeFRhYmxlID0gZW1pdEFkZHJlc3NlcyhtLCBzb3VyY2UpO1xuICBjb25zdCBkeVRhYmxlID0gZW1pdEFkZHJlc3NlcyhtLCByZXN1bHQpO1xuICBjb25zdCB0cmFuc2Zvcm1YID0gZW1pdFRyYW5zZm9ybShtLCBmNDMuaW5wdXRULCAndGFibGUnLCBwbGFuZXModlBsYW5lLCA2KSwgZm1hKTtcbiAgY29uc3QgdHJhbnNmb3JtRHkgPSBlbWl0VHJhbnNmb3JtKG0sIHRyYW5zcG9zZShmNDMub3V0cHV0VCksICd0YWJsZScsIHBsYW5lcyh5UGxhbmUsIDYpLCBmbWEpO1xuICBjb25zdCB0cmFuc2Zvcm1VID0gZW1pdFRyYW5zZm9ybShcbiAgICBtLFxuICAgIHRyYW5zcG9zZShmNDMud2VpZ2h0cyksXG4gICAgcGxhbmVzKHVQbGFuZSwgNiksXG4gICAgcGxhbmVzKDQgKiBwYWlycywgMyksXG4gICAgZm1hLFxuICApO1xuICBjb25zdCBibG9jayA9IGVtaXRCbG9jayhtLCB7XG4gICAgdGlsZSxcbiAgICBhOiB7IHJvdzogMSwgY29sOiB2Um93IC8gNCB9LFxuICAgIGI6IHsgcm93OiB5Um93IC8gNCB9LFxuICAgIGNSb3c6IGNvbHMsXG4gICAgcm93czogY2hhbm5lbHMsXG4gICAgY29scyxcbiAgICBhY2N1bXVsYXRlOiAhc2luZ2xlLFxuICAgIGZtYSxcbiAgfSk7XG5cbiAgbS5mdW5jKFxuICAgIFsnaTMyJywgJ2kzMicsICdpMzInLCAnaTMyJ10sXG4gICAgW10sXG4gICAgKGYsIFt4LCBkeSwgZHcsIHNjcmF0Y2hdKSA9PiB7XG4gICAgICBjb25zdCBsb2NhbHMgPSBBcnJheS5mcm9tKHsgbGVuZ3RoOiA1IH0sICgpID0+IGYubG9jYWwoJ2kzMicpKTtcbiAgICAgIGNvbnN0IFtmaXJzdCwgcm93cywgaSwgY2hhbm5lbCwgY291bnRdID0gbG9jYWxzIGFzIFtMb2NhbCwgTG9jYWwsIExvY2FsLCBMb2NhbCwgTG9jYWxdO1xuICAgICAgY29uc3QgaW5TY3JhdGNoID0gKG9mZnNldDogbnVtYmVyKSA9PiBmLmdldChzY3JhdGNoKS5pMzJDb25zdChvZmZzZXQpLm9wKCdpMzIuYWRkJyk7XG4gICAgICBjb25zdCBwbHVzID0gKGluZGV4OiBMb2NhbCwgc3RlcDogbnVtYmVyKSA9PlxuICAgICAgICBmLmdldChpbmRleCkuaTMyQ29uc3Qoc3RlcCkub3AoJ2kzMi5tdWwnKS5vcCgnaTMyLmFkZCcpO1xuICAgICAgLy8gVGlsZSBmaXJzdCArIGkgb2YgYW4gb3BlcmFuZCB0byByb3cgaSBvZiBpdHMgcGxhbmVzLlxuICAgICAgY29uc3QgdHJhbnNmb3JtID0gKFxuICAgICAgICBbZnJvbSwgYWRkcmVzc2VzLCByb3V0aW5lXTogcmVhZG9ubHkgW0xvY2FsLCBudW1iZXIsIG51bWJlcl0sXG4gICAgICAgIHRvOiBudW1iZXIsXG4gICAgICAgIHJvdzogbnVtYmVyLFxuICAgICAgICBieXRlczogbnVtYmVyLFxuICAgICAgKSA9PiB7XG4gICAgICAgIGYuZ2V0KGZyb20pLmdldChmaXJzdCkuZ2V0KGkpLm9wKCdpMzIuYWRkJyk7XG4gICAgICAgIGluU2NyYXRjaCh0YWJsZSk7XG4gICAgICAgIGluU2NyYXRjaCh6ZXJvcykuY2FsbChhZGRyZXNzZXMpO1xuICAgICAgICBpblNjcmF0Y2godGFibGUpO1xuICAgICAgICBpblNjcmF0Y2godG8pO1xuICAgICAgICBwbHVzKGksIHJvdykuaTMyQ29uc3QoYnl0ZXMpO1xuICAgICAgICBpblNjcmF0Y2godGVtcCkuY2FsbChyb3V0aW5lKTtcbiAgICAgIH07XG4gICAgICAvLyBzaXplID0gbWluKHN0ZXAsIHRvdGFsIC0gc3RhcnQpXG4gICAgICBjb25zdCBjbGlwID0gKHN0YXJ0OiBMb2NhbCwgc3RlcDogbnVtYmVyLCB0b3RhbDogbnVtYmVyLCBzaXplOiBMb2NhbCkgPT4ge1xuICAgICAgICBmLmkzMkNvbnN0KHRvdGFsKS5nZXQoc3RhcnQpLm9wKCdpMzIuc3ViJykudGVlKHNpemUpLmkzMkNvbnN0KHN0ZXApO1xuICAgICAgICBmLmdldChzaXplKS5pMzJDb25zdChzdGVwKS5vcCgnaTMyLmx0X3UnKS5vcCgnc2VsZWN0Jykuc2V0KHNpemUpO1xuICAgICAgfTtcbiAgICAgIGNvbnN0IGludmVyc2UgPSAoc3RhcnQ6ICgpID0+IHZvaWQsIGJ5dGVzOiAoKSA9PiB2b2lkKSA9PiB7XG4gICAgICAgIGluU2NyYXRjaCh1KTtcbiAgICAgICAgZi5nZXQoZHcpO1xuICAgICAgICBzdGFydCgpO1xuICAgICAgICBieXRlcygpO1xuICAgICAgICBpblNjcmF0Y2godGVtcCkuY2FsbCh0cmFuc2Zvcm1VKTtcbiAgICAgIH07XG4gICAgICBpblNjcmF0Y2goemVyb3MpXG4gICAgICAgIC5pMzJDb25zdCgwKVxuICAgICAgICAuaTMyQ29uc3QoNCAqIE1hdGgubWF4KGNoYW5uZWxzLCBjb2xzKSlcbiAgICAgICAgLm9wKCdtZW1vcnkuZmlsbCcpO1xuICAgICAgZi5mb3IoZmlyc3QsIDAsIHRpbGVzLCBibG9ja1RpbGVzLCAoKSA9PiB7XG4gICAgICAgIGNsaXAoZmlyc3QsIGJsb2NrVGlsZXMsIHRpbGVzLCByb3dzKTtcbiAgICAgICAgZi5mb3IoaSwgMCwgcm93cywgMSwgKCkgPT4ge1xuICAgICAgICAgIHRyYW5zZm9ybShbeCwgeFRhYmxlLCB0cmFuc2Zvcm1YXSwgdiwgdlJvdywgNCAqIGNoYW5uZWxzKTtcbiAgICAgICAgICB0cmFuc2Zvcm0oW2R5LCBkeVRhYmxlLCB0cmFuc2Zvcm1EeV0sIHksIHlSb3csIDQgKiBjb2xzKTtcbiAgICAgICAgfSk7XG4gICAgICAgIGYuZm9yKGNoYW5uZWwsIDAsIGNoYW5uZWxzLCBjaHVuaywgKCkgPT4ge1xuICAgICAgICAgIGNsaXAoY2hhbm5lbCwgY2h1bmssIGNoYW5uZWxzLCBjb3VudCk7XG4gICAgICAgICAgZi5mb3IoaSwgMCwgUExBTkVTLCAxLCAoKSA9PiB7XG4gICAgICAgICAgICBpblNjcmF0Y2godik7XG4gICAgICAgICAgICBwbHVzKGNoYW5uZWwsIDQpO1xuICAgICAgICAgICAgcGx1cyhpLCB2UGxhbmUpO1xuICAgICAgICAgICAgaW5TY3JhdGNoKHkpO1xuICAgICAgICAgICAgcGx1cyhpLCB5UGxhbmUpO1xuICAgICAgICAgICAgaW5TY3JhdGNoKHUpO1xuICAgICAgICAgICAgcGx1cyhpLCB1UGxhbmUpO1xuICAgICAgICAgICAgZi5nZXQoY291bnQpLmkzMkNvbnN0KGNvbHMpLmdldChyb3dzKS5nZXQoZmlyc3QpLmNhbGwoYmxvY2spO1xuICAgICAgICAgIH0pO1xuICAgICAgICAgIGlmIChzaW5nbGUpXG4gICAgICAgICAgICBpbnZlcnNlKFxuICAgICAgICAgICAgICAoKSA9PiBwbHVzKGNoYW5uZWwsIDQgKiBjb2xzKSxcbiAgICAgICAgICAgICAgKCkgPT4ge1xuICAgICAgICAgICAgICAgIGYuZ2V0KGNvdW50KVxuICAgICAgICAgICAgICAgICAgLmkzMkNvbnN0KDQgKiBjb2xzKVxuICAgICAgICAgICAgICAgICAgLm9wKCdpMzIubXVsJyk7XG4gICAgICAgICAgICAgIH0sXG4gICAgICAgICAgICApO1xuICAgICAgICB9KTtcbiAgICAgIH0pO1xuICAgICAgaWYgKCFzaW5nbGUpXG4gICAgICAgIGludmVyc2UoXG4gICAgICAgICAgKCkgPT4ge30sXG4gICAgICAgICAgKCkgPT4ge1xuICAgICAgICAgICAgZi5pMzJDb25zdCg0ICogcGFpcnMpO1xuICAgICAgICAgIH0sXG4gICAgICAgICk7XG4gICAgfSxcbiAgICAncnVuJyxcbiAgKTtcbiAgcmV0dXJuIHsgYnl0ZXM6IG0uZmluaXNoKCksIHNjcmF0Y2hCeXRlczogcmVnaW9uLmJ5dGVzKCksIGFyZ3M6ICd4IGR5IGR3IHNjcmF0Y2gnIH07XG59O1xuIiwgIi8vIDMgeCAzIGNvbnZvbHV0aW9uIGJ5IFdpbm9ncmFkJ3MgRig0IHggNCwgMyB4IDMpOiAzNiBwcm9kdWN0cyBmb3IgMTYgb3V0cHV0cyBpbiBwbGFjZSBvZiAxNDQuIFRpbGVzIG9mXG4vLyA2IHggNiBpbnB1dHMgb3ZlcmxhcCBieSB0d287IHRoZWlyIHRyYW5zZm9ybXMsIGFuZCB0aG9zZSBvZiB0aGUgd2VpZ2h0cywgYXJlIDM2IG1hdHJpY2VzIGVhY2gsIGFuZCB0aGVcbi8vIGNvbnZvbHV0aW9uIGlzIDM2IHByb2R1Y3RzIG9mIG1hdHJpY2VzIHdpdGggdGhlIG1pY3JvLWtlcm5lbCBvZiB0aWxlLnRzOlxuLy8gICBmb3J3YXJkICAgICBNW2ldID0gVltpXSBVW2ldICAgICAgViA9IEJeVCB4IEIgW3RpbGVzLCBjXSwgVSA9IEcgdyBHXlQgW2MsIG9dLCB5ID0gQV5UIE0gQVxuLy8gICBpbnB1dEdyYWQgICB0aGUgc2FtZSBvdmVyIGR5LCB3aXRoIHRoZSB3ZWlnaHRzIGZsaXBwZWQgYW5kIHRyYW5zcG9zZWRcbi8vICAgd2VpZ2h0R3JhZCAgVVtpXSA9IFZbaV1eVCBZW2ldICAgIFkgPSBBIGR5IEFeVCBbdGlsZXMsIG9dLCBkdyA9IEdeVCBVIEcgICAgICAgKHdpbm9ncmFkV2VpZ2h0cy50cylcbi8vIEVycm9ycyBhcmUgYWJvdXQgdHdpY2UgdGhvc2Ugb2YgdGhlIGRpcmVjdCBzdW0sIGFuZCBhIHZhbHVlIHRoYXQgaXMgbm90IGZpbml0ZSBzcG9pbHMgaXRzIHdob2xlIHRpbGUuXG4vLyBTb3VyY2U6IExhdmluIGFuZCBHcmF5LCBcIkZhc3QgQWxnb3JpdGhtcyBmb3IgQ29udm9sdXRpb25hbCBOZXVyYWwgTmV0d29ya3NcIiwgYXJYaXYgMTUwOS4wOTMwOC5cblxuaW1wb3J0IHsgaGFzUmVsYXhlZFNpbWQsIHR5cGUgTG9jYWwsIE1vZHVsZUJ1aWxkZXIgfSBmcm9tICcuLi93YXNtL2Fzc2VtYmxlci50cyc7XG5pbXBvcnQgdHlwZSB7IENvbnZQYXNzLCBDb252U3BlYyB9IGZyb20gJy4vY29udlNoYXBlLnRzJztcbmltcG9ydCB7IGVtaXRQYWNrIH0gZnJvbSAnLi9wYWNrLnRzJztcbmltcG9ydCB7IGVtaXRCbG9jaywgdHlwZSBLZXJuZWwsIHRpbGVTaGFwZSB9IGZyb20gJy4vdGlsZS50cyc7XG5pbXBvcnQgeyBmNDMgfSBmcm9tICcuL3dpbm9ncmFkTWF0cmljZXMudHMnO1xuaW1wb3J0IHtcbiAgUEFELFxuICBQTEFORVMsXG4gIHBsYW5lcyxcbiAgcGxhblRpbGVzLFxuICBzY3JhdGNoUmVnaW9ucyxcbiAgc3VwcG9ydHNXaW5vZ3JhZCxcbn0gZnJvbSAnLi93aW5vZ3JhZFBsYW4udHMnO1xuaW1wb3J0IHsgZW1pdEFkZHJlc3NlcywgZW1pdFRyYW5zZm9ybSwgVFJBTlNGT1JNX0JZVEVTIH0gZnJvbSAnLi93aW5vZ3JhZFRyYW5zZm9ybS50cyc7XG5pbXBvcnQgeyB3aW5vZ3JhZFdlaWdodEdyYWQgfSBmcm9tICcuL3dpbm9ncmFkV2VpZ2h0cy50cyc7XG5cbi8qKlxuICogRW1pdHMgcHJlcGFyZSh3LCBzY3JhdGNoLCB1KTogdHJhbnNmb3JtcyBvbmUgcGFuZWwgb2YgYHdpZHRoYCBjb2x1bW5zIG9mIHRoZSB3ZWlnaHRzIHRvXG4gKiB1IFszNiwgY2hhbm5lbHMsIHdpZHRoXS4gYHBhY2tlZGAgYW5kIGB0ZW1wYCBhcmUgYnl0ZSBvZmZzZXRzIGluIHRoZSBzY3JhdGNoLlxuICovXG5jb25zdCBlbWl0UHJlcGFyZSA9IChcbiAgbTogTW9kdWxlQnVpbGRlcixcbiAgczoge1xuICAgIHJlYWRvbmx5IGNoYW5uZWxzOiBudW1iZXI7XG4gICAgcmVhZG9ubHkgY29sczogbnVtYmVyO1xuICAgIHJlYWRvbmx5IHdpZHRoOiBudW1iZXI7XG4gICAgcmVhZG9ubHkgZmxpcHBlZDogYm9vbGVhbjtcbiAgICByZWFkb25seSBwYWNrZWQ6IG51bWJlcjtcbiAgICByZWFkb25seSB0ZW1wOiBudW1iZXI7XG4gIH0sXG4gIGZtYTogYm9vbGVhbixcbik6IG51bWJlciA9PiB7XG4gIGNvbnN0IHsgY2hhbm5lbHMsIGNvbHMsIHdpZHRoLCBmbGlwcGVkIH0gPSBzO1xuICBjb25zdCBwbGFuZSA9IDQgKiBjaGFubmVscyAqIHdpZHRoO1xuICBjb25zdCB0cmFuc2Zvcm0gPSBlbWl0VHJhbnNmb3JtKG0sIGY0My53ZWlnaHRzLCBwbGFuZXMocGxhbmUsIDMpLCBwbGFuZXMocGxhbmUsIDYpLCBmbWEpO1xuICAvLyB3IFszLCAzLCBjaGFubmVscywgY29sc10sIG9yIFszLCAzLCBjb2xzLCBjaGFubmVsc10gdG8gYmUgZmxpcHBlZCBhbmQgdHJhbnNwb3NlZC5cbiAgY29uc3QgcGFjayA9IGVtaXRQYWNrKG0sIHtcbiAgICB3aWR0aCxcbiAgICBrU3RyaWRlOiBmbGlwcGVkID8gMSA6IGNvbHMsXG4gICAgbGFuZVN0cmlkZTogZmxpcHBlZCA/IGNoYW5uZWxzIDogMSxcbiAgICBsYW5lczogd2lkdGgsXG4gICAgcGFuZWxCeXRlczogcGxhbmUsXG4gIH0pO1xuICByZXR1cm4gbS5mdW5jKFsnaTMyJywgJ2kzMicsICdpMzInXSwgW10sIChmLCBbdywgc2NyYXRjaCwgdV0pID0+IHtcbiAgICBjb25zdCBwYW5lbCA9IGYubG9jYWwoJ2kzMicpO1xuICAgIGYuZ2V0KHNjcmF0Y2gpLmkzMkNvbnN0KHMucGFja2VkKS5vcCgnaTMyLmFkZCcpLnNldChwYW5lbCk7XG4gICAgZm9yIChsZXQgdGFwID0gMDsgdGFwIDwgOTsgdGFwKyspIHtcbiAgICAgIGYuZ2V0KHcpXG4gICAgICAgIC5pMzJDb25zdCg0ICogKGZsaXBwZWQgPyA4IC0gdGFwIDogdGFwKSAqIGNoYW5uZWxzICogY29scylcbiAgICAgICAgLm9wKCdpMzIuYWRkJyk7XG4gICAgICBmLmdldChwYW5lbClcbiAgICAgICAgLmkzMkNvbnN0KHRhcCAqIHBsYW5lKVxuICAgICAgICAub3AoJ2kzMi5hZGQnKTtcbiAgICAgIGYuaTMyQ29uc3QoY2hhbm5lbHMpLmkzMkNvbnN0KHdpZHRoKS5pMzJDb25zdCgwKS5jYWxsKHBhY2spO1xuICAgIH1cbiAgICBmLmdldChwYW5lbCkuZ2V0KHUpLmkzMkNvbnN0KHBsYW5lKTtcbiAgICBmLmdldChzY3JhdGNoKS5pMzJDb25zdChzLnRlbXApLm9wKCdpMzIuYWRkJykuY2FsbCh0cmFuc2Zvcm0pO1xuICB9KTtcbn07XG5cbi8qKiBGb3J3YXJkLCBvciBpbnB1dEdyYWQgb3ZlciBkeTogcnVuKHNvdXJjZSwgd2VpZ2h0cywgdGFyZ2V0LCBzY3JhdGNoKS4gKi9cbmNvbnN0IHByb2R1Y3RLZXJuZWwgPSAoc3BlYzogQ29udlNwZWMsIGZsaXBwZWQ6IGJvb2xlYW4sIGZtYTogYm9vbGVhbik6IEtlcm5lbCA9PiB7XG4gIGNvbnN0IHsgdGlsZXMsIHNvdXJjZSwgcmVzdWx0LCBjaGFubmVscywgY29scyB9ID0gcGxhblRpbGVzKFxuICAgIHNwZWMsXG4gICAgZmxpcHBlZCA/ICdpbnB1dEdyYWQnIDogJ2ZvcndhcmQnLFxuICApO1xuICBjb25zdCB0aWxlID0gdGlsZVNoYXBlKGNvbHMsIGZtYSk7XG4gIGNvbnN0IHdpZHRoID0gdGlsZS5jb2xzO1xuICAvLyBUaWxlcyBvdXRzaWRlOiBibG9ja3Mgb2YgdGlsZXMgbWVldCBhbGwgd2VpZ2h0cywgdHJhbnNmb3JtZWQgb25jZS4gV2VpZ2h0cyBvdXRzaWRlLCB3aGVyZSB0aGV5IGFyZVxuICAvLyBsYXJnZSBiZXNpZGUgZmV3IHRpbGVzOiBhbGwgdGlsZXMgbWVldCBzb21lIGNvbHVtbnMsIHdob3NlIHRyYW5zZm9ybXMgYXJlIHVzZWQgd2hpbGUgaW4gdGhlIGNhY2hlLlxuICBjb25zdCB3ZWlnaHRzT3V0c2lkZSA9IHRpbGVzIDw9IDEyOCAmJiA0ICogUExBTkVTICogY2hhbm5lbHMgKiBjb2xzID4gMSA8PCAyMDtcbiAgY29uc3QgY2h1bmsgPSBNYXRoLm1pbihjb2xzLCB3ZWlnaHRzT3V0c2lkZSA/IDMyIDogNjQpO1xuICBjb25zdCB3YW50ZWQgPSB0aWxlLnJvd3MgKiBNYXRoLmZsb29yKChjaGFubmVscyA+PSAyNTYgPyA5NiA6IDQ4KSAvIHRpbGUucm93cyk7XG4gIGNvbnN0IGJsb2NrVGlsZXMgPSB3ZWlnaHRzT3V0c2lkZSA/IHRpbGVzIDogTWF0aC5taW4od2FudGVkLCB0aWxlcyk7XG4gIGNvbnN0IFt2Um93LCBtUm93XSA9IFs0ICogKGNoYW5uZWxzICsgUEFEKSwgNCAqIChjaHVuayArIFBBRCldO1xuICBjb25zdCBbdlBsYW5lLCBtUGxhbmUsIHVQbGFuZV0gPSBbYmxvY2tUaWxlcyAqIHZSb3csIGJsb2NrVGlsZXMgKiBtUm93LCA0ICogY2hhbm5lbHMgKiB3aWR0aF07XG4gIGNvbnN0IHVQYW5lbCA9IFBMQU5FUyAqIHVQbGFuZTtcblxuICBjb25zdCByZWdpb24gPSBzY3JhdGNoUmVnaW9ucygpO1xuICBjb25zdCB6ZXJvcyA9IHJlZ2lvbi50YWtlKDQgKiBjaGFubmVscyk7XG4gIGNvbnN0IHdhc3RlID0gcmVnaW9uLnRha2UoNCAqIGNvbHMpO1xuICBjb25zdCB0YWJsZSA9IHJlZ2lvbi50YWtlKDQgKiBQTEFORVMpO1xuICBjb25zdCB0ZW1wID0gcmVnaW9uLnRha2UoVFJBTlNGT1JNX0JZVEVTKTtcbiAgY29uc3QgcGFja2VkID0gcmVnaW9uLnRha2UoOSAqIHVQbGFuZSk7XG4gIGNvbnN0IHUgPSByZWdpb24udGFrZSgoKHdlaWdodHNPdXRzaWRlID8gY2h1bmsgOiBjb2xzKSAvIHdpZHRoKSAqIHVQYW5lbCk7XG4gIGNvbnN0IHYgPSByZWdpb24udGFrZShQTEFORVMgKiB2UGxhbmUpO1xuICBjb25zdCBwcm9kdWN0cyA9IHJlZ2lvbi50YWtlKFBMQU5FUyAqIG1QbGFuZSk7XG5cbiAgY29uc3QgbSA9IG5ldyBNb2R1bGVCdWlsZGVyKCk7XG4gIGNvbnN0IHByZXBhcmUgPSBlbWl0UHJlcGFyZShtLCB7IGNoYW5uZWxzLCBjb2xzLCB3aWR0aCwgZmxpcHBlZCwgcGFja2VkLCB0ZW1wIH0sIGZtYSk7XG4gIGNvbnN0IHNvdXJjZVRhYmxlID0gZW1pdEFkZHJlc3NlcyhtLCBzb3VyY2UpO1xuICBjb25zdCByZXN1bHRUYWJsZSA9IGVtaXRBZGRyZXNzZXMobSwgcmVzdWx0KTtcbiAgY29uc3QgdHJhbnNmb3JtU291cmNlID0gZW1pdFRyYW5zZm9ybShtLCBmNDMuaW5wdXRULCAndGFibGUnLCBwbGFuZXModlBsYW5lLCA2KSwgZm1hKTtcbiAgY29uc3QgdHJhbnNmb3JtUmVzdWx0ID0gZW1pdFRyYW5zZm9ybShtLCBmNDMub3V0cHV0VCwgcGxhbmVzKG1QbGFuZSwgNiksICd0YWJsZScsIGZtYSk7XG4gIGNvbnN0IGJsb2NrID0gZW1pdEJsb2NrKG0sIHtcbiAgICB0aWxlLFxuICAgIGE6IHsgcm93OiB2Um93IC8gNCwgY29sOiAxIH0sXG4gICAgYjogeyBwYWNrZWQ6IHRydWUsIHN0ZXA6IHVQYW5lbCB9LFxuICAgIGNSb3c6IG1Sb3cgLyA0LFxuICAgIHJvd3M6IHRpbGVzLFxuICAgIGNvbHMsXG4gICAgYWNjdW11bGF0ZTogZmFsc2UsXG4gICAgZm1hLFxuICB9KTtcblxuICBtLmZ1bmMoXG4gICAgWydpMzInLCAnaTMyJywgJ2kzMicsICdpMzInXSxcbiAgICBbXSxcbiAgICAoZiwgW2Zyb20sIHcsIHRvLCBzY3JhdGNoXSkgPT4ge1xuICAgICAgY29uc3QgbG9jYWxzID0gQXJyYXkuZnJvbSh7IGxlbmd0aDogNyB9LCAoKSA9PiBmLmxvY2FsKCdpMzInKSk7XG4gICAgICBjb25zdCBbZmlyc3QsIHJvd3MsIGNvbCwgY291bnQsIGksIHBhbmVsLCBhdF0gPSBsb2NhbHMgYXMgW1xuICAgICAgICBMb2NhbCxcbiAgICAgICAgTG9jYWwsXG4gICAgICAgIExvY2FsLFxuICAgICAgICBMb2NhbCxcbiAgICAgICAgTG9jYWwsXG4gICAgICAgIExvY2FsLFxuICAgICAgICBMb2NhbCxcbiAgICAgIF07XG4gICAgICBjb25zdCBpblNjcmF0Y2ggPSAob2Zmc2V0OiBudW1iZXIpID0+IGYuZ2V0KHNjcmF0Y2gpLmkzMkNvbnN0KG9mZnNldCkub3AoJ2kzMi5hZGQnKTtcbiAgICAgIGNvbnN0IHBsdXMgPSAoaW5kZXg6IExvY2FsLCBzdGVwOiBudW1iZXIpID0+XG4gICAgICAgIGYuZ2V0KGluZGV4KS5pMzJDb25zdChzdGVwKS5vcCgnaTMyLm11bCcpLm9wKCdpMzIuYWRkJyk7XG4gICAgICAvLyBzaXplID0gbWluKHN0ZXAsIHRvdGFsIC0gc3RhcnQpXG4gICAgICBjb25zdCBjbGlwID0gKHN0YXJ0OiBMb2NhbCwgc3RlcDogbnVtYmVyLCB0b3RhbDogbnVtYmVyLCBzaXplOiBMb2NhbCkgPT4ge1xuICAgICAgICBmLmkzMkNvbnN0KHRvdGFsKS5nZXQoc3RhcnQpLm9wKCdpMzIuc3ViJykudGVlKHNpemUpLmkzMkNvbnN0KHN0ZXApO1xuICAgICAgICBmLmdldChzaXplKS5pMzJDb25zdChzdGVwKS5vcCgnaTMyLmx0X3UnKS5vcCgnc2VsZWN0Jykuc2V0KHNpemUpO1xuICAgICAgfTtcbiAgICAgIC8qKiBUcmFuc2Zvcm1zIHRoZSBjb2x1bW5zIGZyb20gdyBvbjsgYGNvdW50YCBwdXNoZXMgdGhlaXIgbnVtYmVyLiAqL1xuICAgICAgY29uc3QgcHJlcGFyZUNvbHVtbnMgPSAoc3RhcnQ6ICgpID0+IHZvaWQsIGNvdW50OiAoKSA9PiB2b2lkKSA9PiB7XG4gICAgICAgIHN0YXJ0KCk7XG4gICAgICAgIGYuc2V0KGF0KTtcbiAgICAgICAgaW5TY3JhdGNoKHUpLnNldChwYW5lbCk7XG4gICAgICAgIGYuZm9yKGksIDAsIGNvdW50LCB3aWR0aCwgKCkgPT4ge1xuICAgICAgICAgIGYuZ2V0KGF0KS5nZXQoc2NyYXRjaCkuZ2V0KHBhbmVsKS5jYWxsKHByZXBhcmUpO1xuICAgICAgICAgIGYuaW5jKGF0LCBmbGlwcGVkID8gNCAqIHdpZHRoICogY2hhbm5lbHMgOiA0ICogd2lkdGgpLmluYyhwYW5lbCwgdVBhbmVsKTtcbiAgICAgICAgfSk7XG4gICAgICB9O1xuICAgICAgaW5TY3JhdGNoKHplcm9zKVxuICAgICAgICAuaTMyQ29uc3QoMClcbiAgICAgICAgLmkzMkNvbnN0KDQgKiBjaGFubmVscylcbiAgICAgICAgLm9wKCdtZW1vcnkuZmlsbCcpO1xuICAgICAgaWYgKCF3ZWlnaHRzT3V0c2lkZSlcbiAgICAgICAgcHJlcGFyZUNvbHVtbnMoXG4gICAgICAgICAgKCkgPT4gZi5nZXQodyksXG4gICAgICAgICAgKCkgPT4gZi5pMzJDb25zdChjb2xzKSxcbiAgICAgICAgKTtcbiAgICAgIGYuZm9yKGZpcnN0LCAwLCB0aWxlcywgYmxvY2tUaWxlcywgKCkgPT4ge1xuICAgICAgICBjbGlwKGZpcnN0LCBibG9ja1RpbGVzLCB0aWxlcywgcm93cyk7XG4gICAgICAgIGYuZm9yKGksIDAsIHJvd3MsIDEsICgpID0+IHtcbiAgICAgICAgICBmLmdldChmcm9tKS5nZXQoZmlyc3QpLmdldChpKS5vcCgnaTMyLmFkZCcpO1xuICAgICAgICAgIGluU2NyYXRjaCh0YWJsZSk7XG4gICAgICAgICAgaW5TY3JhdGNoKHplcm9zKS5jYWxsKHNvdXJjZVRhYmxlKTtcbiAgICAgICAgICBpblNjcmF0Y2godGFibGUpO1xuICAgICAgICAgIGluU2NyYXRjaCh2KTtcbiAgICAgICAgICBwbHVzKGksIHZSb3cpLmkzMkNvbnN0KDQgKiBjaGFubmVscyk7XG4gICAgICAgICAgaW5TY3JhdGNoKHRlbXApLmNhbGwodHJhbnNmb3JtU291cmNlKTtcbiAgICAgICAgfSk7XG4gICAgICAgIGYuZm9yKGNvbCwgMCwgY29scywgY2h1bmssICgpID0+IHtcbiAgICAgICAgICBjbGlwKGNvbCwgY2h1bmssIGNvbHMsIGNvdW50KTtcbiAgICAgICAgICBpZiAod2VpZ2h0c091dHNpZGUpXG4gICAgICAgICAgICBwcmVwYXJlQ29sdW1ucyhcbiAgICAgICAgICAgICAgKCkgPT4ge1xuICAgICAgICAgICAgICAgIGYuZ2V0KHcpO1xuICAgICAgICAgICAgICAgIHBsdXMoY29sLCBmbGlwcGVkID8gNCAqIGNoYW5uZWxzIDogNCk7XG4gICAgICAgICAgICAgIH0sXG4gICAgICAgICAgICAgICgpID0+IGYuZ2V0KGNvdW50KSxcbiAgICAgICAgICAgICk7XG4gICAgICAgICAgZi5mb3IoaSwgMCwgUExBTkVTLCAxLCAoKSA9PiB7XG4gICAgICAgICAgICBpblNjcmF0Y2godik7XG4gICAgICAgICAgICBwbHVzKGksIHZQbGFuZSk7XG4gICAgICAgICAgICBpblNjcmF0Y2godSk7XG4gICAgICAgICAgICBpZiAoIXdlaWdodHNPdXRzaWRlKSBwbHVzKGNvbCwgdVBhbmVsIC8gd2lkdGgpO1xuICAgICAgICAgICAgcGx1cyhpLCB1UGxhbmUpO1xuICAgICAgICAgICAgaW5TY3JhdGNoKHByb2R1Y3RzKTtcbiAgICAgICAgICAgIHBsdXMoaSwgbVBsYW5lKTtcbiAgICAgICAgICAgIGYuZ2V0KHJvd3MpLmdldChjb3VudCkuaTMyQ29uc3QoY2hhbm5lbHMpLmkzMkNvbnN0KDApLmNhbGwoYmxvY2spO1xuICAgICAgICAgIH0pO1xuICAgICAgICAgIGYuZm9yKGksIDAsIHJvd3MsIDEsICgpID0+IHtcbiAgICAgICAgICAgIGYuZ2V0KHRvKTtcbiAgICAgICAgICAgIHBsdXMoY29sLCA0KS5nZXQoZmlyc3QpLmdldChpKS5vcCgnaTMyLmFkZCcpO1xuICAgICAgICAgICAgaW5TY3JhdGNoKHRhYmxlKTtcbiAgICAgICAgICAgIGluU2NyYXRjaCh3YXN0ZSkuY2FsbChyZXN1bHRUYWJsZSk7XG4gICAgICAgICAgICBpblNjcmF0Y2gocHJvZHVjdHMpO1xuICAgICAgICAgICAgcGx1cyhpLCBtUm93KTtcbiAgICAgICAgICAgIGluU2NyYXRjaCh0YWJsZSk7XG4gICAgICAgICAgICBmLmdldChjb3VudCkuaTMyQ29uc3QoNCkub3AoJ2kzMi5tdWwnKTtcbiAgICAgICAgICAgIGluU2NyYXRjaCh0ZW1wKS5jYWxsKHRyYW5zZm9ybVJlc3VsdCk7XG4gICAgICAgICAgfSk7XG4gICAgICAgIH0pO1xuICAgICAgfSk7XG4gICAgfSxcbiAgICAncnVuJyxcbiAgKTtcbiAgcmV0dXJuIHsgYnl0ZXM6IG0uZmluaXNoKCksIHNjcmF0Y2hCeXRlczogcmVnaW9uLmJ5dGVzKCksIGFyZ3M6ICdzb3VyY2Ugd2VpZ2h0cyB0YXJnZXQgc2NyYXRjaCcgfTtcbn07XG5cbi8qKlxuICogR2VuZXJhdGVzIG9uZSBwYXNzOiBydW4oZmlyc3QsIHNlY29uZCwgcmVzdWx0LCBzY3JhdGNoKSwgYnl0ZSBwb2ludGVycywgb3BlcmFuZHMgYXMgaW4gY29udjJkS2VybmVsLlxuICogQHRocm93cyBFcnJvciBmb3IgYSBjb252b2x1dGlvbiB0aGF0IHN1cHBvcnRzV2lub2dyYWQgcmVmdXNlc1xuICovXG5leHBvcnQgY29uc3Qgd2lub2dyYWRLZXJuZWwgPSAoXG4gIHNwZWM6IENvbnZTcGVjICYgeyByZWFkb25seSBwYXNzOiBDb252UGFzczsgcmVhZG9ubHkgZm1hPzogYm9vbGVhbiB9LFxuKTogS2VybmVsID0+IHtcbiAgaWYgKCFzdXBwb3J0c1dpbm9ncmFkKHNwZWMpKSB0aHJvdyBuZXcgRXJyb3IoJ3dpbm9ncmFkOiBub3QgYSAzIHggMyBjb252b2x1dGlvbiBpdCBjYW4gY29tcHV0ZScpO1xuICBjb25zdCBmbWEgPSBzcGVjLmZtYSA/PyBoYXNSZWxheGVkU2ltZCgpO1xuICBpZiAoc3BlYy5wYXNzID09PSAnd2VpZ2h0R3JhZCcpIHJldHVybiB3aW5vZ3JhZFdlaWdodEdyYWQoc3BlYywgZm1hKTtcbiAgcmV0dXJuIHByb2R1Y3RLZXJuZWwoc3BlYywgc3BlYy5wYXNzID09PSAnaW5wdXRHcmFkJywgZm1hKTtcbn07XG4iLCAiLy8gRnJvbSB0aGUgZW5naW5lJ3Mgc3BlY2lhbCBrZXJuZWxzIHRvIHRoZSBoYW5kLXdyaXR0ZW4gZ2VuZXJhdG9yczogd2hpY2ggZXhpc3QsIGFuZCBob3cgdGhlaXJcbi8vIGRlc2NyaXB0aW9ucyBtYXAgb250byBlYWNoIG90aGVyLlxuaW1wb3J0IHR5cGUgeyBTcGVjaWFsS2VybmVsIH0gZnJvbSAnLi4vLi4vY29tcGlsZXIvcHJvZ3JhbS50cyc7XG5pbXBvcnQgdHlwZSB7IENvbnZTcGVjLCBNYXRtdWxTcGVjIH0gZnJvbSAnLi4vLi4vdGVuc29yL2tlcm5lbHMudHMnO1xuaW1wb3J0IHsgYXJnc29ydEtlcm5lbCB9IGZyb20gJy4va2VybmVscy9hcmdzb3J0LnRzJztcbmltcG9ydCB7IGNvbnYyZEtlcm5lbCB9IGZyb20gJy4va2VybmVscy9jb252MmQudHMnO1xuaW1wb3J0IHR5cGUgeyBFbGVtZW50IH0gZnJvbSAnLi9rZXJuZWxzL2xhbmVzLnRzJztcbmltcG9ydCB7IG1hdG11bEtlcm5lbCB9IGZyb20gJy4va2VybmVscy9tYXRtdWwudHMnO1xuaW1wb3J0IHsgc2Nhbktlcm5lbCB9IGZyb20gJy4va2VybmVscy9zY2FuLnRzJztcbmltcG9ydCB7IHNjYXR0ZXJBZGRLZXJuZWwgfSBmcm9tICcuL2tlcm5lbHMvc2NhdHRlckFkZC50cyc7XG5pbXBvcnQgeyB3aW5vZ3JhZEtlcm5lbCB9IGZyb20gJy4va2VybmVscy93aW5vZ3JhZC50cyc7XG5pbXBvcnQgeyBwcmVmZXJzV2lub2dyYWQgfSBmcm9tICcuL2tlcm5lbHMvd2lub2dyYWRQbGFuLnRzJztcblxuLyoqIEEgZ2VuZXJhdGVkIHNwZWNpYWwga2VybmVsOiBydW4oaW5wdXRzLi4uLCBvdXRwdXQsIHNjcmF0Y2ggaWYgdGhlcmUgaXMgYW55KS4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgU3BlY2lhbE1vZHVsZSB7XG4gIHJlYWRvbmx5IGJ5dGVzOiBVaW50OEFycmF5PEFycmF5QnVmZmVyPjtcbiAgcmVhZG9ubHkgc2NyYXRjaEJ5dGVzOiBudW1iZXI7XG4gIC8qKiBCeXRlcyBhZGRlZCB0byBlYWNoIHBvaW50ZXI6IG9wZXJhbmRzIHRoYXQgc3RhcnQgaW5zaWRlIHRoZWlyIGJ1ZmZlci4gKi9cbiAgcmVhZG9ubHkgb2Zmc2V0czogcmVhZG9ubHkgbnVtYmVyW107XG59XG5cbmNvbnN0IGVsZW1lbnRzID0gbmV3IFNldDxzdHJpbmc+KFsnZjMyJywgJ2Y2NCcsICdpMzInLCAndTMyJ10pO1xuXG4vLyBib29sIGlzIHN0b3JlZCBhcyBpMzJcbmNvbnN0IGVsZW1lbnRPZiA9IChkdHlwZTogc3RyaW5nKTogRWxlbWVudCA9PiAoZHR5cGUgPT09ICdib29sJyA/ICdpMzInIDogKGR0eXBlIGFzIEVsZW1lbnQpKTtcblxuLyoqIFRydWUgaWYgdGhlcmUgaXMgYSBnZW5lcmF0b3IgZm9yIHRoZSBrZXJuZWwncyBraW5kIGFuZCBkdHlwZS4gKi9cbmV4cG9ydCBmdW5jdGlvbiBzdXBwb3J0c1NwZWNpYWwoazogU3BlY2lhbEtlcm5lbCk6IGJvb2xlYW4ge1xuICBjb25zdCBbeCwgLCBzb3VyY2VdID0gay5pbnB1dHM7XG4gIHN3aXRjaCAoay5zcGVjLmtpbmQpIHtcbiAgICBjYXNlICdtYXRtdWwnOlxuICAgIGNhc2UgJ2NvbnYyZCc6XG4gICAgICByZXR1cm4gay5pbnB1dHMuZXZlcnkoKGQpID0+IGQgPT09ICdmMzInKSAmJiBrLm91dHB1dHNbMF0gPT09ICdmMzInO1xuICAgIGNhc2UgJ3NjYW4nOlxuICAgICAgcmV0dXJuIGsuc3BlYy5vcCA9PT0gJ3N1bScgJiYgZWxlbWVudHMuaGFzKHgpICYmIGsub3V0cHV0c1swXSA9PT0geDtcbiAgICBjYXNlICdhcmdzb3J0JzpcbiAgICAgIHJldHVybiBlbGVtZW50cy5oYXMoeCkgfHwgeCA9PT0gJ2Jvb2wnO1xuICAgIGNhc2UgJ3NjYXR0ZXJBZGQnOlxuICAgICAgcmV0dXJuIGVsZW1lbnRzLmhhcyh4KSAmJiBzb3VyY2UgPT09IHg7XG4gIH1cbn1cblxuZnVuY3Rpb24gbWF0bXVsKHNwZWM6IE1hdG11bFNwZWMpOiBTcGVjaWFsTW9kdWxlIHtcbiAgY29uc3QgeyBtLCBuLCBrLCBhLCBiLCBiYXRjaCB9ID0gc3BlYztcbiAgY29uc3QgeyBieXRlcywgc2NyYXRjaEJ5dGVzIH0gPSBtYXRtdWxLZXJuZWwoeyBtLCBuLCBrLCBhLCBiLCBiYXRjaCB9KTtcbiAgcmV0dXJuIHsgYnl0ZXMsIHNjcmF0Y2hCeXRlcywgb2Zmc2V0czogWzQgKiBhLm9mZnNldCwgNCAqIGIub2Zmc2V0XSB9O1xufVxuXG4vLyBXR1JBRF9DT05WPWRpcmVjdCB0dXJucyBXaW5vZ3JhZCdzIGFsZ29yaXRobSBvZmY6IHNtYWxsZXIgZXJyb3JzLCBhbmQgbm90aGluZyBzcHJlYWRzIHdpdGhpbiB0aWxlcy5cbmZ1bmN0aW9uIHdpbm9ncmFkQWxsb3dlZCgpOiBib29sZWFuIHtcbiAgY29uc3QgeyBwcm9jZXNzIH0gPSBnbG9iYWxUaGlzIGFzIHtcbiAgICBwcm9jZXNzPzogeyBlbnY/OiBSZWNvcmQ8c3RyaW5nLCBzdHJpbmcgfCB1bmRlZmluZWQ+IH07XG4gIH07XG4gIHJldHVybiBwcm9jZXNzPy5lbnY/LldHUkFEX0NPTlYgIT09ICdkaXJlY3QnO1xufVxuXG5mdW5jdGlvbiBjb252MmQoczogQ29udlNwZWMpOiBTcGVjaWFsTW9kdWxlIHtcbiAgY29uc3QgeyBwYXNzLCBzdHJpZGUsIHBhZGRpbmcsIGRpbGF0aW9uLCBncm91cHMgfSA9IHM7XG4gIGNvbnN0IHNwZWMgPSB7XG4gICAgcGFzcyxcbiAgICBpbnB1dDogW3Mubiwgcy5oLCBzLncsIHMuY10sXG4gICAga2VybmVsOiBbcy5raCwgcy5rd10sXG4gICAgb3V0Q2hhbm5lbHM6IHMub2MsXG4gICAgc3RyaWRlLFxuICAgIHBhZGRpbmcsXG4gICAgZGlsYXRpb24sXG4gICAgZ3JvdXBzLFxuICB9IGFzIGNvbnN0O1xuICBjb25zdCBmYXN0ID0gd2lub2dyYWRBbGxvd2VkKCkgJiYgcHJlZmVyc1dpbm9ncmFkKHNwZWMsIHBhc3MpO1xuICByZXR1cm4geyAuLi4oZmFzdCA/IHdpbm9ncmFkS2VybmVsKHNwZWMpIDogY29udjJkS2VybmVsKHNwZWMpKSwgb2Zmc2V0czogW10gfTtcbn1cblxuLyoqIEdlbmVyYXRlcyB0aGUgbW9kdWxlIG9mIGEgc3VwcG9ydGVkIHNwZWNpYWwga2VybmVsLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGdlbmVyYXRlU3BlY2lhbChrOiBTcGVjaWFsS2VybmVsKTogU3BlY2lhbE1vZHVsZSB7XG4gIGNvbnN0IHsgc3BlYyB9ID0gaztcbiAgY29uc3QgZHR5cGUgPSBlbGVtZW50T2Yoay5pbnB1dHNbMF0pO1xuICBjb25zdCBvZmZzZXRzOiBudW1iZXJbXSA9IFtdO1xuICBzd2l0Y2ggKHNwZWMua2luZCkge1xuICAgIGNhc2UgJ21hdG11bCc6XG4gICAgICByZXR1cm4gbWF0bXVsKHNwZWMpO1xuICAgIGNhc2UgJ2NvbnYyZCc6XG4gICAgICByZXR1cm4gY29udjJkKHNwZWMpO1xuICAgIGNhc2UgJ3NjYW4nOlxuICAgICAgcmV0dXJuIHsgLi4uc2Nhbktlcm5lbCh7IC4uLnNwZWMsIGR0eXBlIH0pLCBvZmZzZXRzIH07XG4gICAgY2FzZSAnYXJnc29ydCc6XG4gICAgICByZXR1cm4geyAuLi5hcmdzb3J0S2VybmVsKHsgLi4uc3BlYywgZHR5cGUgfSksIG9mZnNldHMgfTtcbiAgICBjYXNlICdzY2F0dGVyQWRkJzpcbiAgICAgIHJldHVybiB7IC4uLnNjYXR0ZXJBZGRLZXJuZWwoeyAuLi5zcGVjLCBkdHlwZSwgYmFzZTogdHJ1ZSB9KSwgb2Zmc2V0cyB9O1xuICB9XG59XG4iLCAiLy8gVGhlIENQVSBhcyBhIGRldmljZTogb25lIFdlYkFzc2VtYmx5IG1lbW9yeSwga2VybmVscyBjb21waWxlZCBvbmNlIHBlciBrZXksIHByb2dyYW1zIGFzIGxpc3RzIG9mXG4vLyBjYWxscyBvZiBXZWJBc3NlbWJseSBmdW5jdGlvbnMgd2l0aCBieXRlIGFkZHJlc3Nlcy4gRXZlcnl0aGluZyBydW5zIGF0IG9uY2Ugb24gdGhlIGNhbGxpbmcgdGhyZWFkLlxuaW1wb3J0IHR5cGUgeyBHcmFwaCB9IGZyb20gJy4uLy4uL2NvbXBpbGVyL2dyYXBoLnRzJztcbmltcG9ydCB7IHBsYW5Qcm9ncmFtIH0gZnJvbSAnLi4vLi4vY29tcGlsZXIvcGxhbi50cyc7XG5pbXBvcnQgdHlwZSB7IEtlcm5lbCwgUHJvZ3JhbSB9IGZyb20gJy4uLy4uL2NvbXBpbGVyL3Byb2dyYW0udHMnO1xuaW1wb3J0IHsgYnl0ZVNpemUsIHR5cGUgRFR5cGUsIHR5cGUgSG9zdEFycmF5IH0gZnJvbSAnLi4vLi4vdGVuc29yL2R0eXBlLnRzJztcbmltcG9ydCB7IERldmljZUVycm9yIH0gZnJvbSAnLi4vLi4vdGVuc29yL2Vycm9ycy50cyc7XG5pbXBvcnQgdHlwZSB7IFN0b3JhZ2UgfSBmcm9tICcuLi8uLi90ZW5zb3IvaG9va3MudHMnO1xuaW1wb3J0IHsgc2l6ZU9mIH0gZnJvbSAnLi4vLi4vdGVuc29yL3NoYXBlLnRzJztcbmltcG9ydCB0eXBlIHsgQXZhbCB9IGZyb20gJy4uLy4uL3RlbnNvci90ZW5zb3IudHMnO1xuaW1wb3J0IHR5cGUgeyBCYWNrZW5kLCBDYXBhYmlsaXRpZXMsIEV4ZWN1dGFibGUgfSBmcm9tICcuLi9iYWNrZW5kLnRzJztcbmltcG9ydCB7IEFMSUdOTUVOVCwgdHlwZSBBbGxvY2F0b3IsIGNyZWF0ZUFsbG9jYXRvciB9IGZyb20gJy4vYWxsb2NhdG9yLnRzJztcbmltcG9ydCB7IGZldGNoLCBzdG9yZSB9IGZyb20gJy4vY29udmVydC50cyc7XG5pbXBvcnQgeyBkZWJ1Z0xldmVsLCBkZXNjcmliZU5lc3QsIHByaW50UHJvZmlsZSB9IGZyb20gJy4vZGVidWcudHMnO1xuaW1wb3J0IHsgZGVzY3JpYmVDcHUsIGRldGVjdENwdSB9IGZyb20gJy4vZGV0ZWN0LnRzJztcbmltcG9ydCB7IGdlbmVyYXRlTmVzdCB9IGZyb20gJy4vbmVzdC9nZW5lcmF0ZS50cyc7XG5pbXBvcnQgeyBnZW5lcmF0ZVNwZWNpYWwsIHN1cHBvcnRzU3BlY2lhbCB9IGZyb20gJy4vc3BlY2lhbC50cyc7XG5pbXBvcnQgeyBoYXNSZWxheGVkU2ltZCwgaW5zdGFudGlhdGUsIHR5cGUgS2VybmVsRnVuY3Rpb24gfSBmcm9tICcuL3dhc20vYXNzZW1ibGVyLnRzJztcblxuaW50ZXJmYWNlIENwdVN0b3JhZ2UgZXh0ZW5kcyBTdG9yYWdlIHtcbiAgYWRkcmVzczogbnVtYmVyO1xufVxuXG4vKiogQSBjb21waWxlZCBrZXJuZWwuICovXG5pbnRlcmZhY2UgTG9hZGVkIHtcbiAgcmVhZG9ubHkgcnVuOiBLZXJuZWxGdW5jdGlvbjtcbiAgcmVhZG9ubHkgc2NyYXRjaEJ5dGVzOiBudW1iZXI7XG4gIHJlYWRvbmx5IG9mZnNldHM6IHJlYWRvbmx5IG51bWJlcltdO1xufVxuXG5jb25zdCBDQUNIRV9TSVpFID0gODE5MjtcblxuY29uc3QgY2FwYWJpbGl0aWVzOiBDYXBhYmlsaXRpZXMgPSB7XG4gIGJ5dGVzOiAoZHR5cGU6IERUeXBlKSA9PiBieXRlU2l6ZVtkdHlwZV0sXG4gIGFsaWdubWVudDogQUxJR05NRU5ULFxuICBtYXhJbnB1dHM6IDI0LFxuICBzdXBwb3J0czogKGtlcm5lbCkgPT4ga2VybmVsLmtpbmQgPT09ICduZXN0JyB8fCBzdXBwb3J0c1NwZWNpYWwoa2VybmVsKSxcbn07XG5cbi8vIGEgY2FsbCBvZiBhIGtlcm5lbCB3aXRoIHRoZSBhZGRyZXNzZXMgb2YgaXRzIHNsb3RzLCB3aXRob3V0IGFsbG9jYXRpb25cbmZ1bmN0aW9uIGJpbmRlcihydW46IEtlcm5lbEZ1bmN0aW9uLCBzbG90czogcmVhZG9ubHkgbnVtYmVyW10sIGF0OiBGbG9hdDY0QXJyYXkpOiAoKSA9PiB2b2lkIHtcbiAgY29uc3QgW2EsIGIsIGMsIGQsIGVdID0gc2xvdHM7XG4gIHN3aXRjaCAoc2xvdHMubGVuZ3RoKSB7XG4gICAgY2FzZSAxOlxuICAgICAgcmV0dXJuICgpID0+IHJ1bihhdFthXSk7XG4gICAgY2FzZSAyOlxuICAgICAgcmV0dXJuICgpID0+IHJ1bihhdFthXSwgYXRbYl0pO1xuICAgIGNhc2UgMzpcbiAgICAgIHJldHVybiAoKSA9PiBydW4oYXRbYV0sIGF0W2JdLCBhdFtjXSk7XG4gICAgY2FzZSA0OlxuICAgICAgcmV0dXJuICgpID0+IHJ1bihhdFthXSwgYXRbYl0sIGF0W2NdLCBhdFtkXSk7XG4gICAgY2FzZSA1OlxuICAgICAgcmV0dXJuICgpID0+IHJ1bihhdFthXSwgYXRbYl0sIGF0W2NdLCBhdFtkXSwgYXRbZV0pO1xuICAgIGRlZmF1bHQ6IHtcbiAgICAgIGNvbnN0IGFyZ3MgPSBuZXcgQXJyYXk8bnVtYmVyPihzbG90cy5sZW5ndGgpLmZpbGwoMCk7XG4gICAgICByZXR1cm4gKCkgPT4ge1xuICAgICAgICBmb3IgKGxldCBpID0gMDsgaSA8IGFyZ3MubGVuZ3RoOyBpKyspIGFyZ3NbaV0gPSBhdFtzbG90c1tpXV07XG4gICAgICAgIHJ1biguLi5hcmdzKTtcbiAgICAgIH07XG4gICAgfVxuICB9XG59XG5cbi8qKiBLZXJuZWxzIGluIFdlYkFzc2VtYmx5IFNJTUQsIHdyaXR0ZW4gYnkgdGhpcyBmb2xkZXIncyBnZW5lcmF0b3JzLiAqL1xuZXhwb3J0IGNsYXNzIENwdUJhY2tlbmQgaW1wbGVtZW50cyBCYWNrZW5kIHtcbiAgcmVhZG9ubHkgbmFtZSA9ICdjcHUnO1xuICByZWFkb25seSBkZXNjcmlwdGlvbjogc3RyaW5nO1xuICByZWFkb25seSBjYXBhYmlsaXRpZXMgPSBjYXBhYmlsaXRpZXM7XG4gIHByaXZhdGUgcmVhZG9ubHkgaGVhcDogQWxsb2NhdG9yID0gY3JlYXRlQWxsb2NhdG9yKCk7XG4gIHByaXZhdGUgcmVhZG9ubHkga2VybmVscyA9IG5ldyBNYXA8c3RyaW5nLCBMb2FkZWQ+KCk7XG4gIHByaXZhdGUgc2NyYXRjaCA9IHsgYWRkcmVzczogMCwgYnl0ZXM6IDAgfTtcbiAgcHJpdmF0ZSByZWFkb25seSBkZWJ1ZyA9IGRlYnVnTGV2ZWwoKTtcblxuICBjb25zdHJ1Y3RvcigpIHtcbiAgICBjb25zdCBmZWF0dXJlcyA9IGRldGVjdENwdSgpO1xuICAgIGlmICghZmVhdHVyZXMuc2ltZCkgdGhyb3cgbmV3IERldmljZUVycm9yKCd0aGlzIFdlYkFzc2VtYmx5IGVuZ2luZSBoYXMgbm8gMTI4LWJpdCBTSU1EJyk7XG4gICAgdGhpcy5kZXNjcmlwdGlvbiA9IGRlc2NyaWJlQ3B1KGZlYXR1cmVzKTtcbiAgfVxuXG4gIGFsbG9jKGF2YWw6IEF2YWwpOiBTdG9yYWdlIHtcbiAgICBjb25zdCBieXRlcyA9IHNpemVPZihhdmFsLnNoYXBlKSAqIGJ5dGVTaXplW2F2YWwuZHR5cGVdO1xuICAgIGNvbnN0IHN0b3JhZ2U6IENwdVN0b3JhZ2UgPSB7IGJ5dGVzLCBhZGRyZXNzOiB0aGlzLmhlYXAudGFrZShieXRlcykgfTtcbiAgICByZXR1cm4gc3RvcmFnZTtcbiAgfVxuXG4gIGZyZWUoc3RvcmFnZTogU3RvcmFnZSk6IHZvaWQge1xuICAgIGNvbnN0IHsgYWRkcmVzcywgYnl0ZXMgfSA9IHRoaXMub3duKHN0b3JhZ2UpO1xuICAgIHRoaXMuaGVhcC5naXZlKGFkZHJlc3MsIGJ5dGVzKTtcbiAgICAoc3RvcmFnZSBhcyBDcHVTdG9yYWdlKS5hZGRyZXNzID0gLTE7XG4gIH1cblxuICBwcml2YXRlIG93bihzdG9yYWdlOiBTdG9yYWdlKTogQ3B1U3RvcmFnZSB7XG4gICAgY29uc3QgcyA9IHN0b3JhZ2UgYXMgQ3B1U3RvcmFnZTtcbiAgICBpZiAocy5hZGRyZXNzIDwgMCkgdGhyb3cgbmV3IERldmljZUVycm9yKCd0aGUgbWVtb3J5IG9mIHRoaXMgdGVuc29yIGhhcyBiZWVuIGZyZWVkJyk7XG4gICAgcmV0dXJuIHM7XG4gIH1cblxuICB1cGxvYWQoc3RvcmFnZTogU3RvcmFnZSwgYXZhbDogQXZhbCwgdmFsdWVzOiBIb3N0QXJyYXkpOiB2b2lkIHtcbiAgICBzdG9yZSh0aGlzLmhlYXAubWVtb3J5LmJ1ZmZlciwgdGhpcy5vd24oc3RvcmFnZSkuYWRkcmVzcywgYXZhbC5kdHlwZSwgdmFsdWVzKTtcbiAgfVxuXG4gIGRvd25sb2FkU3luYyhzdG9yYWdlOiBTdG9yYWdlLCBhdmFsOiBBdmFsKTogSG9zdEFycmF5IHtcbiAgICBjb25zdCBuID0gc2l6ZU9mKGF2YWwuc2hhcGUpO1xuICAgIHJldHVybiBmZXRjaCh0aGlzLmhlYXAubWVtb3J5LmJ1ZmZlciwgdGhpcy5vd24oc3RvcmFnZSkuYWRkcmVzcywgYXZhbC5kdHlwZSwgbik7XG4gIH1cblxuICBhc3luYyBkb3dubG9hZChzdG9yYWdlOiBTdG9yYWdlLCBhdmFsOiBBdmFsKTogUHJvbWlzZTxIb3N0QXJyYXk+IHtcbiAgICByZXR1cm4gdGhpcy5kb3dubG9hZFN5bmMoc3RvcmFnZSwgYXZhbCk7XG4gIH1cblxuICBwcml2YXRlIGxvYWQoa2VybmVsOiBLZXJuZWwpOiBMb2FkZWQge1xuICAgIGNvbnN0IGtleSA9IGAke2tlcm5lbC5raW5kfSAke2tlcm5lbC5rZXl9YDtcbiAgICBjb25zdCBmb3VuZCA9IHRoaXMua2VybmVscy5nZXQoa2V5KTtcbiAgICBpZiAoZm91bmQpIHJldHVybiBmb3VuZDtcbiAgICBjb25zdCB7IG1lbW9yeSB9ID0gdGhpcy5oZWFwO1xuICAgIGxldCBsb2FkZWQ6IExvYWRlZDtcbiAgICBpZiAoa2VybmVsLmtpbmQgPT09ICduZXN0Jykge1xuICAgICAgY29uc3QgeyBieXRlcywgaW1wb3J0cywgc2NoZWR1bGUgfSA9IGdlbmVyYXRlTmVzdChrZXJuZWwsIGhhc1JlbGF4ZWRTaW1kKCkpO1xuICAgICAgaWYgKHRoaXMuZGVidWcgPj0gMykgY29uc29sZS5lcnJvcihkZXNjcmliZU5lc3Qoa2VybmVsLCBzY2hlZHVsZSwgYnl0ZXMubGVuZ3RoKSk7XG4gICAgICBsb2FkZWQgPSB7IHJ1bjogaW5zdGFudGlhdGUoYnl0ZXMsIG1lbW9yeSwgaW1wb3J0cykucnVuLCBzY3JhdGNoQnl0ZXM6IDAsIG9mZnNldHM6IFtdIH07XG4gICAgfSBlbHNlIHtcbiAgICAgIGNvbnN0IHsgYnl0ZXMsIHNjcmF0Y2hCeXRlcywgb2Zmc2V0cyB9ID0gZ2VuZXJhdGVTcGVjaWFsKGtlcm5lbCk7XG4gICAgICBsb2FkZWQgPSB7IHJ1bjogaW5zdGFudGlhdGUoYnl0ZXMsIG1lbW9yeSkucnVuLCBzY3JhdGNoQnl0ZXMsIG9mZnNldHMgfTtcbiAgICB9XG4gICAgaWYgKHRoaXMua2VybmVscy5zaXplID49IENBQ0hFX1NJWkUpIHtcbiAgICAgIHRoaXMua2VybmVscy5kZWxldGUodGhpcy5rZXJuZWxzLmtleXMoKS5uZXh0KCkudmFsdWUgYXMgc3RyaW5nKTtcbiAgICB9XG4gICAgdGhpcy5rZXJuZWxzLnNldChrZXksIGxvYWRlZCk7XG4gICAgcmV0dXJuIGxvYWRlZDtcbiAgfVxuXG4gIGNvbXBpbGUoZ3JhcGg6IEdyYXBoLCBvcHRpb25zOiB7IG5hbWU6IHN0cmluZzsgZG9uYXRlOiBSZWFkb25seVNldDxudW1iZXI+IH0pOiBFeGVjdXRhYmxlIHtcbiAgICByZXR1cm4gdGhpcy5leGVjdXRhYmxlKHBsYW5Qcm9ncmFtKGdyYXBoLCB7IGNhcGFiaWxpdGllcywgLi4ub3B0aW9ucyB9KSk7XG4gIH1cblxuICAvKiogTG9hZHMgYSBwcm9ncmFtIHRoYXQgaXMgYWxyZWFkeSBwbGFubmVkLiAqL1xuICBleGVjdXRhYmxlKHByb2dyYW06IFByb2dyYW0pOiBFeGVjdXRhYmxlIHtcbiAgICAvLyBhZGRyZXNzZXM6IHNsb3RzLCB0aGVuIG9wZXJhbmRzIHRoYXQgc3RhcnQgaW5zaWRlIGEgc2xvdCwgdGhlbiB0aGUgc2NyYXRjaCByZWdpb25cbiAgICBjb25zdCBzaGlmdGVkOiB7IHNsb3Q6IG51bWJlcjsgb2Zmc2V0OiBudW1iZXIgfVtdID0gW107XG4gICAgY29uc3QgeyBzbG90cywgc3RlcHMsIHRlbXBCeXRlcywgbmFtZSB9ID0gcHJvZ3JhbTtcbiAgICBjb25zdCBsb2FkZWQgPSBzdGVwcy5tYXAoKHsga2VybmVsLCBsYWJlbCB9KSA9PiB7XG4gICAgICB0cnkge1xuICAgICAgICByZXR1cm4gdGhpcy5sb2FkKGtlcm5lbCk7XG4gICAgICB9IGNhdGNoIChlKSB7XG4gICAgICAgIHRocm93IG5ldyBEZXZpY2VFcnJvcihgJHtuYW1lfToga2VybmVsICR7bGFiZWx9IGNhbm5vdCBiZSBidWlsdDogJHsoZSBhcyBFcnJvcikubWVzc2FnZX1gKTtcbiAgICAgIH1cbiAgICB9KTtcbiAgICBsZXQgc2NyYXRjaEJ5dGVzID0gMDtcbiAgICBjb25zdCBvcGVyYW5kcyA9IHN0ZXBzLm1hcCgoeyBhcmdzIH0sIGkpID0+IHtcbiAgICAgIGNvbnN0IHsgb2Zmc2V0cywgc2NyYXRjaEJ5dGVzOiBuZWVkIH0gPSBsb2FkZWRbaV07XG4gICAgICBjb25zdCBsaXN0ID0gYXJncy5tYXAoKHNsb3QsIGspID0+IHtcbiAgICAgICAgaWYgKCFvZmZzZXRzW2tdKSByZXR1cm4gc2xvdDtcbiAgICAgICAgc2hpZnRlZC5wdXNoKHsgc2xvdCwgb2Zmc2V0OiBvZmZzZXRzW2tdIH0pO1xuICAgICAgICByZXR1cm4gc2xvdHMubGVuZ3RoICsgc2hpZnRlZC5sZW5ndGggLSAxO1xuICAgICAgfSk7XG4gICAgICBjb25zdCB7IGtlcm5lbCB9ID0gc3RlcHNbaV07XG4gICAgICBzY3JhdGNoQnl0ZXMgPSBNYXRoLm1heChzY3JhdGNoQnl0ZXMsIG5lZWQpO1xuICAgICAgcmV0dXJuIGtlcm5lbC5raW5kID09PSAnc3BlY2lhbCcgPyB7IGxpc3QsIHNjcmF0Y2g6IHRydWUgfSA6IHsgbGlzdCwgc2NyYXRjaDogZmFsc2UgfTtcbiAgICB9KTtcbiAgICBjb25zdCBsYXN0ID0gc2xvdHMubGVuZ3RoICsgc2hpZnRlZC5sZW5ndGg7XG4gICAgY29uc3QgYXQgPSBuZXcgRmxvYXQ2NEFycmF5KGxhc3QgKyAxKTtcbiAgICBjb25zdCBjYWxscyA9IG9wZXJhbmRzLm1hcCgoeyBsaXN0LCBzY3JhdGNoIH0sIGkpID0+XG4gICAgICBiaW5kZXIobG9hZGVkW2ldLnJ1biwgc2NyYXRjaCA/IFsuLi5saXN0LCBsYXN0XSA6IGxpc3QsIGF0KSxcbiAgICApO1xuICAgIGNvbnN0IHJ1biA9IChpbnB1dHM6IHJlYWRvbmx5IFN0b3JhZ2VbXSwgb3V0cHV0czogcmVhZG9ubHkgU3RvcmFnZVtdKTogdm9pZCA9PiB7XG4gICAgICBpZiAoY2FsbHMubGVuZ3RoID09PSAwKSByZXR1cm47XG4gICAgICBjb25zdCBhcmVuYSA9IHRlbXBCeXRlcyA+IDAgPyB0aGlzLmhlYXAudGFrZSh0ZW1wQnl0ZXMpIDogMDtcbiAgICAgIHRyeSB7XG4gICAgICAgIGF0W2xhc3RdID0gdGhpcy5zY3JhdGNoRm9yKHNjcmF0Y2hCeXRlcyk7XG4gICAgICAgIGZvciAobGV0IGkgPSAwOyBpIDwgc2xvdHMubGVuZ3RoOyBpKyspIHtcbiAgICAgICAgICBjb25zdCBzID0gc2xvdHNbaV07XG4gICAgICAgICAgYXRbaV0gPVxuICAgICAgICAgICAgcy5raW5kID09PSAndGVtcCdcbiAgICAgICAgICAgICAgPyBhcmVuYSArIHMub2Zmc2V0XG4gICAgICAgICAgICAgIDogdGhpcy5vd24ocy5raW5kID09PSAnaW5wdXQnID8gaW5wdXRzW3MuaW5kZXhdIDogb3V0cHV0c1tzLmluZGV4XSkuYWRkcmVzcztcbiAgICAgICAgfVxuICAgICAgICBmb3IgKGxldCBpID0gMDsgaSA8IHNoaWZ0ZWQubGVuZ3RoOyBpKyspIHtcbiAgICAgICAgICBhdFtzbG90cy5sZW5ndGggKyBpXSA9IGF0W3NoaWZ0ZWRbaV0uc2xvdF0gKyBzaGlmdGVkW2ldLm9mZnNldDtcbiAgICAgICAgfVxuICAgICAgICB0aGlzLnJ1bkFsbChwcm9ncmFtLCBjYWxscyk7XG4gICAgICB9IGZpbmFsbHkge1xuICAgICAgICBpZiAodGVtcEJ5dGVzID4gMCkgdGhpcy5oZWFwLmdpdmUoYXJlbmEsIHRlbXBCeXRlcyk7XG4gICAgICB9XG4gICAgfTtcbiAgICByZXR1cm4geyBwcm9ncmFtLCBydW4sIGRpc3Bvc2U6ICgpID0+IHt9IH07XG4gIH1cblxuICBwcml2YXRlIHJ1bkFsbChwcm9ncmFtOiBQcm9ncmFtLCBjYWxsczogcmVhZG9ubHkgKCgpID0+IHZvaWQpW10pOiB2b2lkIHtcbiAgICBsZXQgaSA9IDA7XG4gICAgdHJ5IHtcbiAgICAgIGlmICh0aGlzLmRlYnVnID4gMCkge1xuICAgICAgICBjb25zdCB0aW1lcyA9IG5ldyBBcnJheTxudW1iZXI+KGNhbGxzLmxlbmd0aCk7XG4gICAgICAgIGZvciAoOyBpIDwgY2FsbHMubGVuZ3RoOyBpKyspIHtcbiAgICAgICAgICBjb25zdCBzdGFydCA9IHBlcmZvcm1hbmNlLm5vdygpO1xuICAgICAgICAgIGNhbGxzW2ldKCk7XG4gICAgICAgICAgdGltZXNbaV0gPSBwZXJmb3JtYW5jZS5ub3coKSAtIHN0YXJ0O1xuICAgICAgICB9XG4gICAgICAgIHByaW50UHJvZmlsZShwcm9ncmFtLCB0aW1lcyk7XG4gICAgICB9IGVsc2UgZm9yICg7IGkgPCBjYWxscy5sZW5ndGg7IGkrKykgY2FsbHNbaV0oKTtcbiAgICB9IGNhdGNoIChlKSB7XG4gICAgICBjb25zdCB7IGxhYmVsIH0gPSBwcm9ncmFtLnN0ZXBzW2ldO1xuICAgICAgdGhyb3cgbmV3IERldmljZUVycm9yKGAke3Byb2dyYW0ubmFtZX06IGtlcm5lbCAke2xhYmVsfSBmYWlsZWQ6ICR7KGUgYXMgRXJyb3IpLm1lc3NhZ2V9YCk7XG4gICAgfVxuICB9XG5cbiAgcHJpdmF0ZSBzY3JhdGNoRm9yKGJ5dGVzOiBudW1iZXIpOiBudW1iZXIge1xuICAgIGlmIChieXRlcyA+IHRoaXMuc2NyYXRjaC5ieXRlcykge1xuICAgICAgaWYgKHRoaXMuc2NyYXRjaC5ieXRlcyA+IDApIHRoaXMuaGVhcC5naXZlKHRoaXMuc2NyYXRjaC5hZGRyZXNzLCB0aGlzLnNjcmF0Y2guYnl0ZXMpO1xuICAgICAgdGhpcy5zY3JhdGNoID0geyBhZGRyZXNzOiAwLCBieXRlczogMCB9O1xuICAgICAgdGhpcy5zY3JhdGNoID0geyBhZGRyZXNzOiB0aGlzLmhlYXAudGFrZShieXRlcyksIGJ5dGVzIH07XG4gICAgfVxuICAgIHJldHVybiB0aGlzLnNjcmF0Y2guYWRkcmVzcztcbiAgfVxuXG4gIGFzeW5jIHN5bmMoKTogUHJvbWlzZTx2b2lkPiB7fVxuXG4gIG1lbW9yeSgpOiB7IHVzZWQ6IG51bWJlcjsgcG9vbGVkOiBudW1iZXIgfSB7XG4gICAgY29uc3QgeyB1c2VkLCBwb29sZWQgfSA9IHRoaXMuaGVhcC5jb3VudHMoKTtcbiAgICByZXR1cm4geyB1c2VkOiB1c2VkIC0gdGhpcy5zY3JhdGNoLmJ5dGVzLCBwb29sZWQ6IHBvb2xlZCArIHRoaXMuc2NyYXRjaC5ieXRlcyB9O1xuICB9XG5cbiAgZGlzcG9zZSgpOiB2b2lkIHtcbiAgICB0aGlzLmtlcm5lbHMuY2xlYXIoKTtcbiAgfVxufVxuXG4vKiogTWFrZXMgdGhlIENQVSBiYWNrZW5kLiBAdGhyb3dzIERldmljZUVycm9yIHdpdGhvdXQgV2ViQXNzZW1ibHkgU0lNRCAqL1xuZXhwb3J0IGNvbnN0IGNyZWF0ZUNwdUJhY2tlbmQgPSAoKTogQ3B1QmFja2VuZCA9PiBuZXcgQ3B1QmFja2VuZCgpO1xuIl0sCiAgIm1hcHBpbmdzIjogIjs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQUlPLElBQU0sUUFBTixNQUFZO0FBQUEsRUFDakI7QUFBQSxFQUNBLFNBQVM7QUFBQSxFQUVULFlBQVksV0FBVyxLQUFLO0FBQzFCLFNBQUssT0FBTyxJQUFJLFdBQVcsUUFBUTtBQUFBLEVBQ3JDO0FBQUEsRUFFUSxRQUFRLE9BQXFCO0FBQ25DLFFBQUksS0FBSyxTQUFTLFNBQVMsS0FBSyxLQUFLLE9BQVE7QUFDN0MsVUFBTSxRQUFRLElBQUksV0FBVyxLQUFLLElBQUksS0FBSyxLQUFLLFNBQVMsR0FBRyxLQUFLLFNBQVMsS0FBSyxDQUFDO0FBQ2hGLFVBQU0sSUFBSSxLQUFLLEtBQUssU0FBUyxHQUFHLEtBQUssTUFBTSxDQUFDO0FBQzVDLFNBQUssT0FBTztBQUFBLEVBQ2Q7QUFBQSxFQUVBLEtBQUssT0FBcUI7QUFDeEIsUUFBSSxLQUFLLFdBQVcsS0FBSyxLQUFLLE9BQVEsTUFBSyxRQUFRLENBQUM7QUFDcEQsU0FBSyxLQUFLLEtBQUssUUFBUSxJQUFJO0FBQUEsRUFDN0I7QUFBQSxFQUVBLE9BQU8sUUFBMEI7QUFDL0IsU0FBSyxRQUFRLE9BQU8sTUFBTTtBQUMxQixTQUFLLEtBQUssSUFBSSxRQUFRLEtBQUssTUFBTTtBQUNqQyxTQUFLLFVBQVUsT0FBTztBQUFBLEVBQ3hCO0FBQUE7QUFBQSxFQUdBLFNBQVMsT0FBcUI7QUFDNUIsUUFBSSxPQUFPLFVBQVU7QUFDckIsV0FBTyxRQUFRLEtBQU07QUFDbkIsV0FBSyxLQUFNLE9BQU8sTUFBUSxHQUFJO0FBQzlCLGdCQUFVO0FBQUEsSUFDWjtBQUNBLFNBQUssS0FBSyxJQUFJO0FBQUEsRUFDaEI7QUFBQTtBQUFBLEVBR0EsT0FBTyxPQUFxQjtBQUMxQixRQUFJLE9BQU8sUUFBUTtBQUNuQixXQUFPLE9BQU8sT0FBTyxPQUFPLElBQUk7QUFDOUIsV0FBSyxLQUFNLE9BQU8sTUFBUSxHQUFJO0FBQzlCLGVBQVM7QUFBQSxJQUNYO0FBQ0EsU0FBSyxLQUFLLE9BQU8sR0FBSTtBQUFBLEVBQ3ZCO0FBQUEsRUFFQSxTQUFTLE9BQXFCO0FBQzVCLFFBQUksT0FBTyxPQUFPLE9BQU8sSUFBSSxLQUFLO0FBQ2xDLFdBQU8sT0FBTyxDQUFDLE9BQU8sT0FBTyxLQUFLO0FBQ2hDLFdBQUssS0FBSyxPQUFPLE9BQU8sS0FBSyxJQUFJLEdBQUk7QUFDckMsZUFBUztBQUFBLElBQ1g7QUFDQSxTQUFLLEtBQUssT0FBTyxPQUFPLEtBQUssQ0FBQztBQUFBLEVBQ2hDO0FBQUEsRUFFQSxLQUFLLE9BQXFCO0FBQ3hCLFVBQU0sVUFBVSxJQUFJLFlBQVksRUFBRSxPQUFPLEtBQUs7QUFDOUMsU0FBSyxTQUFTLFFBQVEsTUFBTTtBQUM1QixTQUFLLE9BQU8sT0FBTztBQUFBLEVBQ3JCO0FBQUEsRUFFQSxRQUFvQjtBQUNsQixXQUFPLEtBQUssS0FBSyxTQUFTLEdBQUcsS0FBSyxNQUFNO0FBQUEsRUFDMUM7QUFDRjs7O0FDL0RBLElBQU0sU0FBUztBQUFBLEVBQ2IsYUFBYTtBQUFBLEVBQU0sS0FBSztBQUFBLEVBQU0sUUFBUTtBQUFBLEVBQU0sTUFBTTtBQUFBLEVBQU0sUUFBUTtBQUFBLEVBQ2hFLFlBQVk7QUFBQSxFQUFNLFlBQVk7QUFBQSxFQUFNLFlBQVk7QUFBQSxFQUFNLFlBQVk7QUFBQSxFQUNsRSxlQUFlO0FBQUEsRUFBTSxlQUFlO0FBQUEsRUFBTSxnQkFBZ0I7QUFBQSxFQUFNLGdCQUFnQjtBQUFBLEVBQ2hGLGVBQWU7QUFBQSxFQUFNLGVBQWU7QUFBQSxFQUFNLGdCQUFnQjtBQUFBLEVBQU0sZ0JBQWdCO0FBQUEsRUFDaEYsZ0JBQWdCO0FBQUEsRUFBTSxnQkFBZ0I7QUFBQSxFQUN0QyxhQUFhO0FBQUEsRUFBTSxhQUFhO0FBQUEsRUFBTSxhQUFhO0FBQUEsRUFBTSxhQUFhO0FBQUEsRUFDdEUsY0FBYztBQUFBLEVBQU0sZUFBZTtBQUFBLEVBQU0sY0FBYztBQUFBLEVBQU0sZUFBZTtBQUFBLEVBQzVFLGVBQWU7QUFBQSxFQUNmLFdBQVc7QUFBQSxFQUFNLFVBQVU7QUFBQSxFQUFNLFVBQVU7QUFBQSxFQUFNLFlBQVk7QUFBQSxFQUFNLFlBQVk7QUFBQSxFQUMvRSxZQUFZO0FBQUEsRUFBTSxZQUFZO0FBQUEsRUFBTSxZQUFZO0FBQUEsRUFBTSxZQUFZO0FBQUEsRUFBTSxZQUFZO0FBQUEsRUFDcEYsWUFBWTtBQUFBLEVBQ1osV0FBVztBQUFBLEVBQU0sVUFBVTtBQUFBLEVBQU0sVUFBVTtBQUFBLEVBQU0sWUFBWTtBQUFBLEVBQU0sWUFBWTtBQUFBLEVBQy9FLFlBQVk7QUFBQSxFQUFNLFlBQVk7QUFBQSxFQUFNLFlBQVk7QUFBQSxFQUFNLFlBQVk7QUFBQSxFQUFNLFlBQVk7QUFBQSxFQUNwRixZQUFZO0FBQUEsRUFDWixVQUFVO0FBQUEsRUFBTSxVQUFVO0FBQUEsRUFBTSxVQUFVO0FBQUEsRUFBTSxVQUFVO0FBQUEsRUFBTSxVQUFVO0FBQUEsRUFBTSxVQUFVO0FBQUEsRUFDMUYsVUFBVTtBQUFBLEVBQU0sVUFBVTtBQUFBLEVBQU0sVUFBVTtBQUFBLEVBQU0sVUFBVTtBQUFBLEVBQU0sVUFBVTtBQUFBLEVBQU0sVUFBVTtBQUFBLEVBQzFGLFdBQVc7QUFBQSxFQUFNLFdBQVc7QUFBQSxFQUFNLGNBQWM7QUFBQSxFQUFNLFdBQVc7QUFBQSxFQUFNLFdBQVc7QUFBQSxFQUNsRixXQUFXO0FBQUEsRUFBTSxhQUFhO0FBQUEsRUFBTSxhQUFhO0FBQUEsRUFBTSxhQUFhO0FBQUEsRUFBTSxhQUFhO0FBQUEsRUFDdkYsV0FBVztBQUFBLEVBQU0sVUFBVTtBQUFBLEVBQU0sV0FBVztBQUFBLEVBQU0sV0FBVztBQUFBLEVBQU0sYUFBYTtBQUFBLEVBQ2hGLGFBQWE7QUFBQSxFQUFNLFlBQVk7QUFBQSxFQUFNLFlBQVk7QUFBQSxFQUNqRCxXQUFXO0FBQUEsRUFBTSxXQUFXO0FBQUEsRUFBTSxjQUFjO0FBQUEsRUFBTSxXQUFXO0FBQUEsRUFBTSxXQUFXO0FBQUEsRUFDbEYsV0FBVztBQUFBLEVBQU0sYUFBYTtBQUFBLEVBQU0sYUFBYTtBQUFBLEVBQU0sYUFBYTtBQUFBLEVBQU0sYUFBYTtBQUFBLEVBQ3ZGLFdBQVc7QUFBQSxFQUFNLFVBQVU7QUFBQSxFQUFNLFdBQVc7QUFBQSxFQUFNLFdBQVc7QUFBQSxFQUFNLGFBQWE7QUFBQSxFQUNoRixhQUFhO0FBQUEsRUFBTSxZQUFZO0FBQUEsRUFBTSxZQUFZO0FBQUEsRUFDakQsV0FBVztBQUFBLEVBQU0sV0FBVztBQUFBLEVBQU0sWUFBWTtBQUFBLEVBQU0sYUFBYTtBQUFBLEVBQU0sYUFBYTtBQUFBLEVBQ3BGLGVBQWU7QUFBQSxFQUFNLFlBQVk7QUFBQSxFQUFNLFdBQVc7QUFBQSxFQUFNLFdBQVc7QUFBQSxFQUFNLFdBQVc7QUFBQSxFQUNwRixXQUFXO0FBQUEsRUFBTSxXQUFXO0FBQUEsRUFBTSxXQUFXO0FBQUEsRUFBTSxnQkFBZ0I7QUFBQSxFQUNuRSxXQUFXO0FBQUEsRUFBTSxXQUFXO0FBQUEsRUFBTSxZQUFZO0FBQUEsRUFBTSxhQUFhO0FBQUEsRUFBTSxhQUFhO0FBQUEsRUFDcEYsZUFBZTtBQUFBLEVBQU0sWUFBWTtBQUFBLEVBQU0sV0FBVztBQUFBLEVBQU0sV0FBVztBQUFBLEVBQU0sV0FBVztBQUFBLEVBQ3BGLFdBQVc7QUFBQSxFQUFNLFdBQVc7QUFBQSxFQUFNLFdBQVc7QUFBQSxFQUFNLGdCQUFnQjtBQUFBLEVBQ25FLGdCQUFnQjtBQUFBLEVBQU0sbUJBQW1CO0FBQUEsRUFBTSxtQkFBbUI7QUFBQSxFQUNsRSxtQkFBbUI7QUFBQSxFQUFNLG1CQUFtQjtBQUFBLEVBQU0sb0JBQW9CO0FBQUEsRUFDdEUsb0JBQW9CO0FBQUEsRUFBTSxtQkFBbUI7QUFBQSxFQUFNLG1CQUFtQjtBQUFBLEVBQ3RFLG1CQUFtQjtBQUFBLEVBQU0sbUJBQW1CO0FBQUEsRUFBTSxxQkFBcUI7QUFBQSxFQUN2RSxxQkFBcUI7QUFBQSxFQUFNLHFCQUFxQjtBQUFBLEVBQU0scUJBQXFCO0FBQUEsRUFDM0Usa0JBQWtCO0FBQUEsRUFBTSxxQkFBcUI7QUFBQSxFQUFNLHFCQUFxQjtBQUFBLEVBQ3hFLHFCQUFxQjtBQUFBLEVBQU0scUJBQXFCO0FBQUEsRUFBTSxtQkFBbUI7QUFBQSxFQUN6RSx1QkFBdUI7QUFBQSxFQUFNLHVCQUF1QjtBQUFBLEVBQU0sdUJBQXVCO0FBQUEsRUFDakYsdUJBQXVCO0FBQUEsRUFBTSxpQkFBaUI7QUFBQSxFQUFNLGtCQUFrQjtBQUFBLEVBQ3RFLGlCQUFpQjtBQUFBLEVBQU0sa0JBQWtCO0FBQUEsRUFBTSxrQkFBa0I7QUFDbkU7QUFJQSxJQUFNLE9BQU87QUFBQSxFQUNYLHVCQUF1QjtBQUFBLEVBQVUsdUJBQXVCO0FBQUEsRUFDeEQsdUJBQXVCO0FBQUEsRUFBVSx1QkFBdUI7QUFBQSxFQUN4RCx1QkFBdUI7QUFBQSxFQUFVLHVCQUF1QjtBQUFBLEVBQ3hELHVCQUF1QjtBQUFBLEVBQVUsdUJBQXVCO0FBQUEsRUFDeEQsZUFBZTtBQUFBLEVBQVUsZUFBZTtBQUMxQztBQUlBLElBQU0sT0FBTztBQUFBLEVBQ1gsYUFBYTtBQUFBLEVBQUcsa0JBQWtCO0FBQUEsRUFBRyxrQkFBa0I7QUFBQSxFQUFHLG1CQUFtQjtBQUFBLEVBQzdFLG1CQUFtQjtBQUFBLEVBQUcsbUJBQW1CO0FBQUEsRUFBRyxtQkFBbUI7QUFBQSxFQUFHLG9CQUFvQjtBQUFBLEVBQ3RGLHFCQUFxQjtBQUFBLEVBQUcscUJBQXFCO0FBQUEsRUFBRyxxQkFBcUI7QUFBQSxFQUFJLGNBQWM7QUFBQSxFQUN2RixjQUFjO0FBQUEsRUFBSSxpQkFBaUI7QUFBQSxFQUFJLGlCQUFpQjtBQUFBLEVBQ3hELGVBQWU7QUFBQSxFQUFJLGVBQWU7QUFBQSxFQUFJLGVBQWU7QUFBQSxFQUFJLGVBQWU7QUFBQSxFQUN4RSxlQUFlO0FBQUEsRUFBSSxlQUFlO0FBQUEsRUFDbEMsd0JBQXdCO0FBQUEsRUFBSSx3QkFBd0I7QUFBQSxFQUFJLHNCQUFzQjtBQUFBLEVBQzlFLHdCQUF3QjtBQUFBLEVBQUksd0JBQXdCO0FBQUEsRUFBSSxzQkFBc0I7QUFBQSxFQUM5RSxzQkFBc0I7QUFBQSxFQUFJLHNCQUFzQjtBQUFBLEVBQUksc0JBQXNCO0FBQUEsRUFDMUUsc0JBQXNCO0FBQUEsRUFBSSxzQkFBc0I7QUFBQSxFQUFJLHNCQUFzQjtBQUFBLEVBQzFFLHNCQUFzQjtBQUFBLEVBQUksc0JBQXNCO0FBQUEsRUFDaEQsWUFBWTtBQUFBLEVBQUksWUFBWTtBQUFBLEVBQUksY0FBYztBQUFBLEVBQUksY0FBYztBQUFBLEVBQUksY0FBYztBQUFBLEVBQ2xGLGNBQWM7QUFBQSxFQUFJLGNBQWM7QUFBQSxFQUFJLGNBQWM7QUFBQSxFQUFJLGNBQWM7QUFBQSxFQUFJLGNBQWM7QUFBQSxFQUN0RixZQUFZO0FBQUEsRUFBSSxZQUFZO0FBQUEsRUFBSSxjQUFjO0FBQUEsRUFBSSxjQUFjO0FBQUEsRUFBSSxjQUFjO0FBQUEsRUFDbEYsY0FBYztBQUFBLEVBQUksY0FBYztBQUFBLEVBQUksY0FBYztBQUFBLEVBQUksY0FBYztBQUFBLEVBQUksY0FBYztBQUFBLEVBQ3RGLFlBQVk7QUFBQSxFQUFJLFlBQVk7QUFBQSxFQUFJLGNBQWM7QUFBQSxFQUFJLGNBQWM7QUFBQSxFQUFJLGNBQWM7QUFBQSxFQUNsRixjQUFjO0FBQUEsRUFBSSxjQUFjO0FBQUEsRUFBSSxjQUFjO0FBQUEsRUFBSSxjQUFjO0FBQUEsRUFBSSxjQUFjO0FBQUEsRUFDdEYsWUFBWTtBQUFBLEVBQUksWUFBWTtBQUFBLEVBQUksWUFBWTtBQUFBLEVBQUksWUFBWTtBQUFBLEVBQUksWUFBWTtBQUFBLEVBQUksWUFBWTtBQUFBLEVBQzVGLFlBQVk7QUFBQSxFQUFJLFlBQVk7QUFBQSxFQUFJLFlBQVk7QUFBQSxFQUFJLFlBQVk7QUFBQSxFQUFJLFlBQVk7QUFBQSxFQUFJLFlBQVk7QUFBQSxFQUM1RixZQUFZO0FBQUEsRUFBSSxZQUFZO0FBQUEsRUFBSSxlQUFlO0FBQUEsRUFBSSxXQUFXO0FBQUEsRUFBSSxZQUFZO0FBQUEsRUFDOUUsa0JBQWtCO0FBQUEsRUFBSSxpQkFBaUI7QUFBQSxFQUN2QyxtQkFBbUI7QUFBQSxFQUFJLG9CQUFvQjtBQUFBLEVBQUksb0JBQW9CO0FBQUEsRUFBSSxvQkFBb0I7QUFBQSxFQUMzRixvQkFBb0I7QUFBQSxFQUFJLHFCQUFxQjtBQUFBLEVBQUkscUJBQXFCO0FBQUEsRUFDdEUscUJBQXFCO0FBQUEsRUFBSSxvQkFBb0I7QUFBQSxFQUFJLG9CQUFvQjtBQUFBLEVBQ3JFLDJCQUEyQjtBQUFBLEVBQUksMkJBQTJCO0FBQUEsRUFDMUQsYUFBYTtBQUFBLEVBQUksYUFBYTtBQUFBLEVBQUksZ0JBQWdCO0FBQUEsRUFBSSxrQkFBa0I7QUFBQSxFQUN4RSxpQkFBaUI7QUFBQSxFQUFLLHdCQUF3QjtBQUFBLEVBQUssd0JBQXdCO0FBQUEsRUFDM0UsY0FBYztBQUFBLEVBQUssZUFBZTtBQUFBLEVBQUssZUFBZTtBQUFBLEVBQUssaUJBQWlCO0FBQUEsRUFDNUUsYUFBYTtBQUFBLEVBQUssZUFBZTtBQUFBLEVBQUssZUFBZTtBQUFBLEVBQUssYUFBYTtBQUFBLEVBQUssYUFBYTtBQUFBLEVBQ3pGLGNBQWM7QUFBQSxFQUFLLGVBQWU7QUFBQSxFQUFLLGVBQWU7QUFBQSxFQUFLLGVBQWU7QUFBQSxFQUMxRSxlQUFlO0FBQUEsRUFBSyxlQUFlO0FBQUEsRUFBSyxlQUFlO0FBQUEsRUFDdkQsYUFBYTtBQUFBLEVBQUssYUFBYTtBQUFBLEVBQUssa0JBQWtCO0FBQUEsRUFBSyxpQkFBaUI7QUFBQSxFQUM1RSx3QkFBd0I7QUFBQSxFQUFLLHdCQUF3QjtBQUFBLEVBQUssNEJBQTRCO0FBQUEsRUFDdEYsNkJBQTZCO0FBQUEsRUFBSyw0QkFBNEI7QUFBQSxFQUM5RCw2QkFBNkI7QUFBQSxFQUFLLGFBQWE7QUFBQSxFQUFLLGVBQWU7QUFBQSxFQUFLLGVBQWU7QUFBQSxFQUN2RixhQUFhO0FBQUEsRUFBSyxhQUFhO0FBQUEsRUFBSyxpQkFBaUI7QUFBQSxFQUFLLGFBQWE7QUFBQSxFQUN2RSxlQUFlO0FBQUEsRUFBSyxlQUFlO0FBQUEsRUFBSyxlQUFlO0FBQUEsRUFBSyxlQUFlO0FBQUEsRUFDM0UsYUFBYTtBQUFBLEVBQUssYUFBYTtBQUFBLEVBQUssa0JBQWtCO0FBQUEsRUFBSyxpQkFBaUI7QUFBQSxFQUM1RSw0QkFBNEI7QUFBQSxFQUFLLDZCQUE2QjtBQUFBLEVBQzlELDRCQUE0QjtBQUFBLEVBQUssNkJBQTZCO0FBQUEsRUFDOUQsYUFBYTtBQUFBLEVBQUssZUFBZTtBQUFBLEVBQUssZUFBZTtBQUFBLEVBQUssYUFBYTtBQUFBLEVBQUssYUFBYTtBQUFBLEVBQ3pGLGFBQWE7QUFBQSxFQUFLLGVBQWU7QUFBQSxFQUFLLGVBQWU7QUFBQSxFQUFLLGVBQWU7QUFBQSxFQUN6RSxlQUFlO0FBQUEsRUFBSyxxQkFBcUI7QUFBQSxFQUN6QyxhQUFhO0FBQUEsRUFBSyxhQUFhO0FBQUEsRUFBSyxrQkFBa0I7QUFBQSxFQUFLLGlCQUFpQjtBQUFBLEVBQzVFLDRCQUE0QjtBQUFBLEVBQUssNkJBQTZCO0FBQUEsRUFDOUQsNEJBQTRCO0FBQUEsRUFBSyw2QkFBNkI7QUFBQSxFQUM5RCxhQUFhO0FBQUEsRUFBSyxlQUFlO0FBQUEsRUFBSyxlQUFlO0FBQUEsRUFBSyxhQUFhO0FBQUEsRUFBSyxhQUFhO0FBQUEsRUFDekYsYUFBYTtBQUFBLEVBQUssWUFBWTtBQUFBLEVBQUssWUFBWTtBQUFBLEVBQUssY0FBYztBQUFBLEVBQUssY0FBYztBQUFBLEVBQ3JGLGNBQWM7QUFBQSxFQUFLLGNBQWM7QUFBQSxFQUFLLDRCQUE0QjtBQUFBLEVBQ2xFLDZCQUE2QjtBQUFBLEVBQUssNEJBQTRCO0FBQUEsRUFDOUQsNkJBQTZCO0FBQUEsRUFDN0IsYUFBYTtBQUFBLEVBQUssYUFBYTtBQUFBLEVBQUssY0FBYztBQUFBLEVBQUssYUFBYTtBQUFBLEVBQUssYUFBYTtBQUFBLEVBQ3RGLGFBQWE7QUFBQSxFQUFLLGFBQWE7QUFBQSxFQUFLLGFBQWE7QUFBQSxFQUFLLGFBQWE7QUFBQSxFQUFLLGNBQWM7QUFBQSxFQUN0RixjQUFjO0FBQUEsRUFDZCxhQUFhO0FBQUEsRUFBSyxhQUFhO0FBQUEsRUFBSyxjQUFjO0FBQUEsRUFBSyxhQUFhO0FBQUEsRUFBSyxhQUFhO0FBQUEsRUFDdEYsYUFBYTtBQUFBLEVBQUssYUFBYTtBQUFBLEVBQUssYUFBYTtBQUFBLEVBQUssYUFBYTtBQUFBLEVBQUssY0FBYztBQUFBLEVBQ3RGLGNBQWM7QUFBQSxFQUNkLDJCQUEyQjtBQUFBLEVBQUssMkJBQTJCO0FBQUEsRUFBSyx5QkFBeUI7QUFBQSxFQUN6Rix5QkFBeUI7QUFBQSxFQUFLLGdDQUFnQztBQUFBLEVBQzlELGdDQUFnQztBQUFBLEVBQUssNkJBQTZCO0FBQUEsRUFDbEUsNkJBQTZCO0FBQUEsRUFDN0Isc0JBQXNCO0FBQUEsRUFBTyx1QkFBdUI7QUFBQSxFQUFPLHNCQUFzQjtBQUFBLEVBQ2pGLHVCQUF1QjtBQUN6QjtBQUtBLElBQU0sY0FBYztBQUdiLElBQU0sVUFBd0M7QUFBQSxFQUNuRCxHQUFHO0FBQUEsRUFDSCxHQUFHO0FBQUEsRUFDSCxHQUFJLE9BQU87QUFBQSxJQUNULE9BQU8sUUFBUSxJQUFJLEVBQUUsSUFBSSxDQUFDLENBQUMsTUFBTSxJQUFJLE1BQU0sQ0FBQyxNQUFNLGNBQWMsSUFBSSxDQUFDO0FBQUEsRUFDdkU7QUFDRjs7O0FDcEhPLElBQU0sWUFBdUM7QUFBQSxFQUNsRCxLQUFLO0FBQUEsRUFDTCxLQUFLO0FBQUEsRUFDTCxLQUFLO0FBQUEsRUFDTCxLQUFLO0FBQUEsRUFDTCxNQUFNO0FBQ1I7QUFDQSxJQUFNLGNBQWM7QUFFcEIsSUFBTSxVQUFVLElBQUksU0FBUyxJQUFJLFlBQVksQ0FBQyxDQUFDO0FBQy9DLElBQU0sZUFBZSxJQUFJLFdBQVcsUUFBUSxNQUFNO0FBRzNDLElBQU0sa0JBQU4sTUFBc0I7QUFBQSxFQUNWLE9BQU8sSUFBSSxNQUFNO0FBQUEsRUFDakIsU0FBc0IsQ0FBQztBQUFBLEVBQ3ZCLFFBQWlCLENBQUM7QUFBQSxFQUMzQixRQUFRO0FBQUEsRUFDUDtBQUFBLEVBRVQsWUFBWSxRQUE4QjtBQUN4QyxTQUFLLFNBQVMsT0FBTyxJQUFJLENBQUMsTUFBTUEsWUFBVyxFQUFFLE9BQUFBLFFBQU8sS0FBSyxFQUFFO0FBQUEsRUFDN0Q7QUFBQTtBQUFBLEVBR0EsTUFBTSxNQUF3QjtBQUM1QixVQUFNLFFBQVEsS0FBSyxNQUFNLFVBQVUsQ0FBQyxNQUFNLEVBQUUsU0FBUyxJQUFJO0FBQ3pELFVBQU0sU0FBUyxTQUFTLElBQUksS0FBSyxNQUFNLE9BQU8sT0FBTyxDQUFDLEVBQUUsQ0FBQyxJQUFJO0FBQzdELFFBQUksT0FBUSxRQUFPO0FBQ25CLFNBQUssT0FBTyxLQUFLLElBQUk7QUFDckIsV0FBTyxFQUFFLE9BQU8sS0FBSyxPQUFPLFNBQVMsS0FBSyxPQUFPLFNBQVMsR0FBRyxLQUFLO0FBQUEsRUFDcEU7QUFBQTtBQUFBLEVBR0EsUUFBUSxRQUF1QjtBQUM3QixTQUFLLE1BQU0sS0FBSyxHQUFHLE1BQU07QUFDekIsV0FBTztBQUFBLEVBQ1Q7QUFBQSxFQUVBLEdBQUcsTUFBZ0I7QUFDakIsVUFBTSxPQUFPLFFBQVEsSUFBSTtBQUN6QixRQUFJLE9BQU8sS0FBTztBQUNoQixXQUFLLEtBQUssS0FBSyxJQUFJO0FBQUEsSUFDckIsT0FBTztBQUNMLFdBQUssS0FBSyxLQUFLLFNBQVMsRUFBRTtBQUMxQixXQUFLLEtBQUssU0FBUyxPQUFPLEtBQU07QUFFaEMsVUFBSSxTQUFTLGNBQWUsTUFBSyxLQUFLLEtBQUssQ0FBQztBQUM1QyxVQUFJLFNBQVMsaUJBQWlCLFNBQVMsY0FBZSxNQUFLLEtBQUssS0FBSyxDQUFDO0FBQUEsSUFDeEU7QUFDQSxXQUFPO0FBQUEsRUFDVDtBQUFBO0FBQUEsRUFHQSxJQUFJLE1BQVUsU0FBUyxHQUFHLE1BQXFCO0FBQzdDLFNBQUssR0FBRyxJQUFJO0FBQ1osU0FBSyxLQUFLLEtBQUssQ0FBQztBQUNoQixTQUFLLEtBQUssU0FBUyxNQUFNO0FBQ3pCLFFBQUksU0FBUyxPQUFXLE1BQUssS0FBSyxLQUFLLElBQUk7QUFDM0MsV0FBTztBQUFBLEVBQ1Q7QUFBQSxFQUVBLEtBQUssTUFBVSxNQUFvQjtBQUNqQyxTQUFLLEdBQUcsSUFBSTtBQUNaLFNBQUssS0FBSyxLQUFLLElBQUk7QUFDbkIsV0FBTztBQUFBLEVBQ1Q7QUFBQTtBQUFBLEVBR0EsUUFBUUMsUUFBZ0M7QUFDdEMsU0FBSyxHQUFHLGVBQWU7QUFDdkIsZUFBVyxRQUFRQSxPQUFPLE1BQUssS0FBSyxLQUFLLElBQUk7QUFDN0MsV0FBTztBQUFBLEVBQ1Q7QUFBQTtBQUFBLEVBR0EsVUFBVUEsUUFBZ0M7QUFDeEMsV0FBTyxLQUFLLFFBQVFBLE9BQU0sUUFBUSxDQUFDLE1BQU0sQ0FBQyxJQUFJLEdBQUcsSUFBSSxJQUFJLEdBQUcsSUFBSSxJQUFJLEdBQUcsSUFBSSxJQUFJLENBQUMsQ0FBQyxDQUFDO0FBQUEsRUFDcEY7QUFBQSxFQUVBLFNBQVMsT0FBcUI7QUFDNUIsU0FBSyxLQUFLLEtBQUssRUFBSTtBQUNuQixTQUFLLEtBQUssT0FBTyxLQUFLO0FBQ3RCLFdBQU87QUFBQSxFQUNUO0FBQUEsRUFFQSxTQUFTLE9BQThCO0FBQ3JDLFNBQUssS0FBSyxLQUFLLEVBQUk7QUFDbkIsU0FBSyxLQUFLLFNBQVMsT0FBTyxLQUFLLENBQUM7QUFDaEMsV0FBTztBQUFBLEVBQ1Q7QUFBQSxFQUVBLFNBQVMsT0FBcUI7QUFDNUIsU0FBSyxLQUFLLEtBQUssRUFBSTtBQUNuQixZQUFRLFdBQVcsR0FBRyxPQUFPLElBQUk7QUFDakMsU0FBSyxLQUFLLE9BQU8sYUFBYSxTQUFTLEdBQUcsQ0FBQyxDQUFDO0FBQzVDLFdBQU87QUFBQSxFQUNUO0FBQUEsRUFFQSxTQUFTLE9BQXFCO0FBQzVCLFNBQUssS0FBSyxLQUFLLEVBQUk7QUFDbkIsWUFBUSxXQUFXLEdBQUcsT0FBTyxJQUFJO0FBQ2pDLFNBQUssS0FBSyxPQUFPLFlBQVk7QUFDN0IsV0FBTztBQUFBLEVBQ1Q7QUFBQSxFQUVBLFVBQVUsT0FBeUI7QUFDakMsU0FBSyxHQUFHLFlBQVk7QUFDcEIsU0FBSyxLQUFLLE9BQU8sS0FBSztBQUN0QixXQUFPO0FBQUEsRUFDVDtBQUFBO0FBQUEsRUFHQSxXQUFXLE9BQXFCO0FBQzlCLFdBQU8sS0FBSyxVQUFVLElBQUksV0FBVyxJQUFJLGFBQWEsQ0FBQyxFQUFFLEtBQUssS0FBSyxFQUFFLE1BQU0sQ0FBQztBQUFBLEVBQzlFO0FBQUE7QUFBQSxFQUdBLFdBQVcsT0FBcUI7QUFDOUIsV0FBTyxLQUFLLFVBQVUsSUFBSSxXQUFXLElBQUksV0FBVyxDQUFDLEVBQUUsS0FBSyxLQUFLLEVBQUUsTUFBTSxDQUFDO0FBQUEsRUFDNUU7QUFBQTtBQUFBLEVBR0EsV0FBVyxPQUFxQjtBQUM5QixXQUFPLEtBQUssVUFBVSxJQUFJLFdBQVcsSUFBSSxhQUFhLENBQUMsRUFBRSxLQUFLLEtBQUssRUFBRSxNQUFNLENBQUM7QUFBQSxFQUM5RTtBQUFBLEVBRUEsSUFBSSxPQUFvQjtBQUN0QixTQUFLLEtBQUssS0FBSyxFQUFJO0FBQ25CLFNBQUssS0FBSyxTQUFTLE1BQU0sS0FBSztBQUM5QixXQUFPO0FBQUEsRUFDVDtBQUFBLEVBRUEsSUFBSSxPQUFvQjtBQUN0QixTQUFLLEtBQUssS0FBSyxFQUFJO0FBQ25CLFNBQUssS0FBSyxTQUFTLE1BQU0sS0FBSztBQUM5QixXQUFPO0FBQUEsRUFDVDtBQUFBLEVBRUEsSUFBSSxPQUFvQjtBQUN0QixTQUFLLEtBQUssS0FBSyxFQUFJO0FBQ25CLFNBQUssS0FBSyxTQUFTLE1BQU0sS0FBSztBQUM5QixXQUFPO0FBQUEsRUFDVDtBQUFBLEVBRUEsS0FBSyxPQUFzQjtBQUN6QixRQUFJLE9BQU8sVUFBVSxTQUFVLFFBQU8sS0FBSyxTQUFTLEtBQUs7QUFDekQsUUFBSSxPQUFPLFVBQVUsU0FBVSxRQUFPLEtBQUssSUFBSSxLQUFLO0FBQ3BELFVBQU07QUFDTixXQUFPO0FBQUEsRUFDVDtBQUFBO0FBQUEsRUFHQSxJQUFJLE9BQWMsUUFBdUI7QUFDdkMsV0FBTyxLQUFLLElBQUksS0FBSyxFQUFFLEtBQUssTUFBTSxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksS0FBSztBQUFBLEVBQzdEO0FBQUEsRUFFQSxLQUFLLGVBQTZCO0FBQ2hDLFNBQUssS0FBSyxLQUFLLEVBQUk7QUFDbkIsU0FBSyxLQUFLLFNBQVMsYUFBYTtBQUNoQyxXQUFPO0FBQUEsRUFDVDtBQUFBLEVBRVEsS0FBSyxRQUFnQixNQUE4QixRQUEwQjtBQUNuRixTQUFLLEtBQUssS0FBSyxNQUFNO0FBQ3JCLFNBQUssS0FBSyxLQUFLLFNBQVMsVUFBVSxNQUFNLElBQUksV0FBVztBQUN2RCxTQUFLO0FBQ0wsU0FBSyxLQUFLLEtBQWM7QUFDeEIsU0FBSztBQUNMLFNBQUssS0FBSyxLQUFLLEVBQUk7QUFDbkIsV0FBTztBQUFBLEVBQ1Q7QUFBQTtBQUFBLEVBR0EsTUFBTSxNQUE2QixRQUEwQjtBQUMzRCxXQUFPLEtBQUssS0FBSyxHQUFNLE1BQU0sTUFBTTtBQUFBLEVBQ3JDO0FBQUE7QUFBQSxFQUdBLEtBQUssTUFBb0M7QUFDdkMsV0FBTyxLQUFLLEtBQUssR0FBTSxJQUFJO0FBQUEsRUFDN0I7QUFBQTtBQUFBLEVBR0EsR0FBRyxNQUE2QixXQUFtQyxRQUEwQjtBQUMzRixVQUFNLE9BQU8sQ0FBQyxTQUFnQjtBQUM1QixXQUFLLElBQUk7QUFDVCxVQUFJLENBQUMsVUFBVztBQUNoQixXQUFLLEtBQUssS0FBSyxDQUFJO0FBQ25CLGdCQUFVLElBQUk7QUFBQSxJQUNoQjtBQUNBLFdBQU8sS0FBSyxLQUFLLEdBQU0sTUFBTSxNQUFNO0FBQUEsRUFDckM7QUFBQSxFQUVBLEdBQUcsT0FBb0I7QUFDckIsU0FBSyxLQUFLLEtBQUssRUFBSTtBQUNuQixTQUFLLEtBQUssU0FBUyxLQUFLLFFBQVEsS0FBSztBQUNyQyxXQUFPO0FBQUEsRUFDVDtBQUFBLEVBRUEsS0FBSyxPQUFvQjtBQUN2QixTQUFLLEtBQUssS0FBSyxFQUFJO0FBQ25CLFNBQUssS0FBSyxTQUFTLEtBQUssUUFBUSxLQUFLO0FBQ3JDLFdBQU87QUFBQSxFQUNUO0FBQUE7QUFBQSxFQUdBLElBQUksR0FBVSxPQUFnQixPQUFnQixNQUFlLE1BQW1DO0FBQzlGLFNBQUssS0FBSyxLQUFLLEVBQUUsSUFBSSxDQUFDO0FBQ3RCLFdBQU8sS0FBSyxNQUFNLENBQUMsU0FBUztBQUMxQixXQUFLLElBQUksQ0FBQyxFQUFFLEtBQUssS0FBSyxFQUFFLEdBQUcsVUFBVSxFQUFFLEtBQUssSUFBSTtBQUNoRCxXQUFLLEtBQUssQ0FBQyxVQUFVO0FBQ25CLGFBQUssSUFBSTtBQUNULGFBQUssSUFBSSxDQUFDLEVBQUUsS0FBSyxJQUFJLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxDQUFDLEVBQUUsS0FBSyxLQUFLLEVBQUUsR0FBRyxVQUFVLEVBQUUsS0FBSyxLQUFLO0FBQUEsTUFDbkYsQ0FBQztBQUFBLElBQ0gsQ0FBQztBQUFBLEVBQ0g7QUFBQTtBQUFBLEVBR0EsT0FBTyxHQUFVLE1BQXdCO0FBQ3ZDLFdBQU8sS0FBSyxJQUFJLENBQUMsRUFBRSxHQUFHLE1BQU07QUFDMUIsV0FBSyxLQUFLLENBQUMsVUFBVTtBQUNuQixhQUFLO0FBQ0wsYUFBSyxJQUFJLENBQUMsRUFBRSxTQUFTLEVBQUUsRUFBRSxHQUFHLFNBQVMsRUFBRSxJQUFJLENBQUMsRUFBRSxLQUFLLEtBQUs7QUFBQSxNQUMxRCxDQUFDO0FBQUEsSUFDSCxDQUFDO0FBQUEsRUFDSDtBQUFBO0FBQUEsRUFHQSxLQUFLLEdBQVksR0FBWSxHQUFZLFNBQWtCQSxTQUEyQixTQUFTO0FBQzdGLFFBQUksUUFBUyxRQUFPLEtBQUssS0FBSyxDQUFDLEVBQUUsS0FBSyxDQUFDLEVBQUUsS0FBSyxDQUFDLEVBQUUsR0FBRyxHQUFHQSxNQUFLLGVBQWU7QUFDM0UsV0FBTyxLQUFLLEtBQUssQ0FBQyxFQUFFLEtBQUssQ0FBQyxFQUFFLEdBQUcsR0FBR0EsTUFBSyxNQUFNLEVBQUUsS0FBSyxDQUFDLEVBQUUsR0FBRyxHQUFHQSxNQUFLLE1BQU07QUFBQSxFQUMxRTtBQUFBO0FBQUEsRUFHQSxXQUFXLFFBQXFCO0FBQzlCLFVBQU0sT0FBTyxJQUFJLE1BQU0sS0FBSyxLQUFLLFNBQVMsS0FBSyxJQUFJLEtBQUssT0FBTyxNQUFNO0FBQ3JFLFNBQUssU0FBUyxLQUFLLE9BQU8sTUFBTTtBQUNoQyxlQUFXLFFBQVEsS0FBSyxRQUFRO0FBQzlCLFdBQUssS0FBSyxDQUFDO0FBQ1gsV0FBSyxLQUFLLFVBQVUsSUFBSSxDQUFDO0FBQUEsSUFDM0I7QUFDQSxTQUFLLE9BQU8sS0FBSyxLQUFLLE1BQU0sQ0FBQztBQUM3QixTQUFLLEtBQUssRUFBSTtBQUNkLFdBQU8sU0FBUyxLQUFLLE1BQU07QUFDM0IsV0FBTyxPQUFPLEtBQUssTUFBTSxDQUFDO0FBQUEsRUFDNUI7QUFDRjs7O0FDOU5PLElBQU0sZUFBZSxFQUFFLFFBQVEsT0FBTyxTQUFTLE1BQU07QUFHckQsSUFBTSxlQUFlLENBQUMsVUFBVSxPQUNyQyxJQUFJLFlBQVksT0FBTyxFQUFFLFNBQVMsR0FBRyxhQUFhLENBQUM7QUFHOUMsSUFBTSxnQkFBTixNQUFvQjtBQUFBLEVBQ1IsUUFBa0IsQ0FBQztBQUFBLEVBQ25CLFlBQVksSUFBSSxNQUFNLEVBQUU7QUFBQSxFQUN4QixVQUFVLElBQUksTUFBTSxFQUFFO0FBQUEsRUFDdEIsVUFBVSxJQUFJLE1BQU0sRUFBRTtBQUFBLEVBQ3RCLFNBQVMsSUFBSSxNQUFNLElBQUk7QUFBQSxFQUN2QixnQkFBMEIsQ0FBQztBQUFBLEVBQ3BDLGNBQWM7QUFBQSxFQUNkLGNBQWM7QUFBQSxFQUVkLEtBQUssUUFBOEIsU0FBdUM7QUFDaEYsVUFBTSxNQUFNLEdBQUcsTUFBTSxJQUFJLE9BQU87QUFDaEMsVUFBTSxRQUFRLEtBQUssTUFBTSxRQUFRLEdBQUc7QUFDcEMsUUFBSSxTQUFTLEVBQUcsUUFBTztBQUN2QixTQUFLLFVBQVUsS0FBSyxFQUFJO0FBQ3hCLGVBQVcsUUFBUSxDQUFDLFFBQVEsT0FBTyxHQUFHO0FBQ3BDLFdBQUssVUFBVSxTQUFTLEtBQUssTUFBTTtBQUNuQyxpQkFBVyxLQUFLLEtBQU0sTUFBSyxVQUFVLEtBQUssVUFBVSxDQUFDLENBQUM7QUFBQSxJQUN4RDtBQUNBLFdBQU8sS0FBSyxNQUFNLEtBQUssR0FBRyxJQUFJO0FBQUEsRUFDaEM7QUFBQTtBQUFBLEVBR0EsZUFDRSxNQUNBLFFBQ0EsU0FDUTtBQUNSLFFBQUksS0FBSyxjQUFjLFNBQVMsRUFBRyxPQUFNLElBQUksTUFBTSwwQ0FBMEM7QUFDN0YsU0FBSyxRQUFRLEtBQUssS0FBSztBQUN2QixTQUFLLFFBQVEsS0FBSyxJQUFJO0FBQ3RCLFNBQUssUUFBUSxLQUFLLENBQUk7QUFDdEIsU0FBSyxRQUFRLFNBQVMsS0FBSyxLQUFLLFFBQVEsT0FBTyxDQUFDO0FBQ2hELFdBQU8sS0FBSztBQUFBLEVBQ2Q7QUFBQTtBQUFBLEVBR0EsS0FDRSxRQUNBLFNBQ0EsTUFDQSxZQUNRO0FBQ1IsVUFBTUMsU0FBUSxLQUFLLGNBQWMsS0FBSyxjQUFjO0FBQ3BELFNBQUssY0FBYyxLQUFLLEtBQUssS0FBSyxRQUFRLE9BQU8sQ0FBQztBQUNsRCxVQUFNLElBQUksSUFBSSxnQkFBZ0IsTUFBTTtBQUNwQyxTQUFLLEdBQUcsRUFBRSxNQUE0QztBQUN0RCxNQUFFLFdBQVcsS0FBSyxNQUFNO0FBQ3hCLFFBQUksZUFBZSxRQUFXO0FBQzVCLFdBQUssUUFBUSxLQUFLLFVBQVU7QUFDNUIsV0FBSyxRQUFRLEtBQUssQ0FBSTtBQUN0QixXQUFLLFFBQVEsU0FBU0EsTUFBSztBQUMzQixXQUFLO0FBQUEsSUFDUDtBQUNBLFdBQU9BO0FBQUEsRUFDVDtBQUFBO0FBQUEsRUFHQSxTQUFrQztBQUNoQyxVQUFNLE1BQU0sSUFBSSxNQUFNLEtBQUssT0FBTyxTQUFTLEdBQUc7QUFDOUMsUUFBSSxPQUFPLElBQUksV0FBVyxDQUFDLEdBQU0sSUFBTSxLQUFNLEtBQU0sR0FBTSxHQUFNLEdBQU0sQ0FBSSxDQUFDLENBQUM7QUFDM0UsVUFBTSxVQUFVLENBQUMsSUFBWSxPQUFlLFlBQW1CO0FBQzdELFlBQU0sT0FBTyxJQUFJLE1BQU0sQ0FBQztBQUN4QixXQUFLLFNBQVMsS0FBSztBQUNuQixVQUFJLEtBQUssRUFBRTtBQUNYLFVBQUksU0FBUyxLQUFLLFNBQVMsUUFBUSxNQUFNO0FBQ3pDLFVBQUksT0FBTyxLQUFLLE1BQU0sQ0FBQztBQUN2QixVQUFJLE9BQU8sUUFBUSxNQUFNLENBQUM7QUFBQSxJQUM1QjtBQUNBLFVBQU0sVUFBVSxJQUFJLE1BQU0sRUFBRTtBQUM1QixZQUFRLE9BQU8sS0FBSyxRQUFRLE1BQU0sQ0FBQztBQUNuQyxZQUFRLEtBQUssS0FBSztBQUNsQixZQUFRLEtBQUssUUFBUTtBQUNyQixZQUFRLEtBQUssQ0FBSTtBQUNqQixZQUFRLEtBQUssYUFBYSxTQUFTLElBQU8sQ0FBSTtBQUM5QyxZQUFRLFNBQVMsQ0FBQztBQUNsQixZQUFRLFNBQVMsYUFBYSxPQUFPO0FBQ3JDLFVBQU0sWUFBWSxJQUFJLE1BQU0sRUFBRTtBQUM5QixlQUFXLEtBQUssS0FBSyxjQUFlLFdBQVUsU0FBUyxDQUFDO0FBQ3hELFlBQVEsR0FBRyxLQUFLLE1BQU0sUUFBUSxLQUFLLFNBQVM7QUFDNUMsWUFBUSxHQUFHLEtBQUssY0FBYyxHQUFHLE9BQU87QUFDeEMsWUFBUSxHQUFHLEtBQUssY0FBYyxRQUFRLFNBQVM7QUFDL0MsWUFBUSxHQUFHLEtBQUssYUFBYSxLQUFLLE9BQU87QUFDekMsWUFBUSxJQUFJLEtBQUssY0FBYyxRQUFRLEtBQUssTUFBTTtBQUNsRCxXQUFPLElBQUksV0FBVyxJQUFJLE1BQU0sQ0FBQztBQUFBLEVBQ25DO0FBQ0Y7QUFNTyxJQUFNLGNBQWMsQ0FDekIsT0FDQSxRQUNBLFlBQTJELENBQUMsTUFDekI7QUFDbkMsUUFBTSxTQUFTLElBQUksWUFBWSxPQUFPLEtBQUs7QUFDM0MsUUFBTSxXQUFXLElBQUksWUFBWSxTQUFTLFFBQVEsRUFBRSxLQUFLLEVBQUUsUUFBUSxHQUFHLFVBQVUsRUFBRSxDQUFDO0FBQ25GLFNBQU8sU0FBUztBQUNsQjtBQUVBLElBQUk7QUFXRyxJQUFNLGlCQUFpQixNQUFlO0FBQzNDLE1BQUksZ0JBQWdCLE9BQVcsUUFBTztBQUN0QyxRQUFNLE9BQVEsV0FBc0M7QUFDcEQsTUFBSSxPQUFPLFNBQVMsTUFBTSxVQUFVLFFBQVEsTUFBTSxFQUFFLElBQUksSUFBSTtBQUMxRCxVQUFNLEtBQUssTUFBTSxtQkFBbUIsU0FBUztBQUM3QyxRQUFJLHFCQUFxQixrQ0FBa0M7QUFBQSxFQUM3RDtBQUNBLFFBQU0sSUFBSSxJQUFJLGNBQWM7QUFDNUIsSUFBRSxLQUFLLENBQUMsTUFBTSxHQUFHLENBQUMsTUFBTSxHQUFHLENBQUMsR0FBRyxDQUFDLENBQUMsTUFBTTtBQUNyQyxNQUFFLEtBQUssR0FBRyxHQUFHLEdBQUcsSUFBSTtBQUFBLEVBQ3RCLENBQUM7QUFDRCxnQkFBYyxZQUFZLFNBQVMsRUFBRSxPQUFPLENBQUM7QUFDN0MsU0FBTztBQUNUOzs7QUM3S08sSUFBTSxZQUFZO0FBRXpCLElBQU0sT0FBTztBQUNiLElBQU0sUUFBUSxRQUFRO0FBRXRCLElBQU0sUUFBUTtBQUdQLElBQU0sVUFBVSxDQUFDLFVBQ3RCLEtBQUssSUFBSSxXQUFXLEtBQUssS0FBSyxRQUFRLFNBQVMsSUFBSSxTQUFTO0FBRzlELFNBQVMsTUFBTSxNQUFzQjtBQUNuQyxRQUFNLFFBQVEsT0FBTztBQUNyQixRQUFNLFNBQVMsS0FBSyxLQUFLLE1BQU0sS0FBSztBQUNwQyxTQUFPLElBQUksU0FBUyxLQUFLLE1BQU8sSUFBSSxRQUFTLEtBQUssTUFBTSxJQUFJO0FBQzlEO0FBY08sU0FBUyxrQkFBNkI7QUFDM0MsUUFBTSxTQUFTLGFBQWE7QUFDNUIsUUFBTSxTQUFTLG9CQUFJLElBQW9CO0FBQ3ZDLFFBQU0sT0FBTyxvQkFBSSxJQUFvQjtBQUNyQyxRQUFNLE9BQXNCLE1BQU0sS0FBSyxFQUFFLFFBQVEsSUFBSSxHQUFHLEdBQUcsTUFBTSxvQkFBSSxJQUFJLENBQUM7QUFDMUUsTUFBSSxPQUFPO0FBQ1gsTUFBSSxTQUFTO0FBQ2IsTUFBSSxNQUFNO0FBRVYsUUFBTSxTQUFTLENBQUMsWUFBNEI7QUFDMUMsVUFBTSxPQUFPLE9BQU8sSUFBSSxPQUFPO0FBQy9CLFdBQU8sT0FBTyxPQUFPO0FBQ3JCLFNBQUssT0FBTyxVQUFVLElBQUk7QUFDMUIsU0FBSyxNQUFNLElBQUksQ0FBQyxFQUFFLE9BQU8sT0FBTztBQUNoQyxjQUFVO0FBQ1YsV0FBTztBQUFBLEVBQ1Q7QUFDQSxRQUFNLFNBQVMsQ0FBQyxNQUFjLFVBQXdCO0FBQ3BELFFBQUksVUFBVTtBQUNkLFFBQUksT0FBTztBQUNYLFVBQU0sU0FBUyxLQUFLLElBQUksT0FBTztBQUMvQixRQUFJLFdBQVcsUUFBVztBQUN4QixjQUFRLE9BQU8sTUFBTTtBQUNyQixnQkFBVTtBQUFBLElBQ1o7QUFDQSxRQUFJLE9BQU8sSUFBSSxVQUFVLElBQUksRUFBRyxTQUFRLE9BQU8sVUFBVSxJQUFJO0FBQzdELFdBQU8sSUFBSSxTQUFTLElBQUk7QUFDeEIsU0FBSyxJQUFJLFVBQVUsTUFBTSxPQUFPO0FBQ2hDLFNBQUssTUFBTSxJQUFJLENBQUMsRUFBRSxJQUFJLE9BQU87QUFDN0IsY0FBVTtBQUFBLEVBQ1o7QUFDQSxRQUFNLE9BQU8sQ0FBQyxTQUF1QjtBQUNuQyxVQUFNLE9BQU8sT0FBTyxPQUFPO0FBQzNCLFVBQU0sUUFBUSxLQUFLLElBQUksR0FBRyxLQUFLO0FBQy9CLFVBQU0sT0FBTyxRQUFRLE9BQU87QUFDNUIsUUFBSSxPQUFPLEdBQUc7QUFDWixZQUFNLFNBQVMsS0FBSyxJQUFJLE1BQU0sS0FBSyxJQUFJLE9BQU8sR0FBRyxNQUFNLE9BQU8sSUFBSSxHQUFHLElBQUksT0FBTyxJQUFJO0FBQ3BGLFlBQU0sT0FBTyxRQUFRO0FBQ3JCLFlBQU0sUUFBUSxLQUFLLEtBQUssS0FBSyxJQUFJLFFBQVEsS0FBSyxJQUFJLE1BQU0sQ0FBQyxDQUFDLElBQUksSUFBSTtBQUNsRSxVQUFJO0FBQ0YsWUFBSSxPQUFPLEtBQU0sT0FBTSxJQUFJLFdBQVcsT0FBTztBQUM3QyxlQUFPLEtBQUssS0FBSztBQUFBLE1BQ25CLFFBQVE7QUFDTixjQUFNLElBQUk7QUFBQSxVQUNSLCtCQUErQixJQUFJLGdCQUFnQixJQUFJLHNCQUFzQixNQUFNLDhDQUNwQyxJQUFJLDZCQUE2QixLQUFLO0FBQUEsUUFDdkY7QUFBQSxNQUNGO0FBQUEsSUFDRjtBQUNBLFVBQU0sTUFBTSxPQUFPLE9BQU87QUFDMUIsUUFBSSxNQUFNLElBQUssUUFBTyxLQUFLLE1BQU0sR0FBRztBQUNwQyxVQUFNO0FBQUEsRUFDUjtBQUNBLFFBQU0sT0FBTyxDQUFDLFNBQXFDO0FBQ2pELFVBQU0sUUFBUSxNQUFNLElBQUk7QUFFeEIsZUFBVyxXQUFXLEtBQUssS0FBSyxFQUFHLEtBQUssT0FBTyxJQUFJLE9BQU8sS0FBZ0IsS0FBTSxRQUFPO0FBQ3ZGLGFBQVMsSUFBSSxRQUFRLEdBQUcsSUFBSSxLQUFLLFFBQVEsS0FBSztBQUM1QyxpQkFBVyxXQUFXLEtBQUssQ0FBQyxFQUFHLFFBQU87QUFBQSxJQUN4QztBQUNBLFdBQU87QUFBQSxFQUNUO0FBRUEsU0FBTztBQUFBLElBQ0w7QUFBQSxJQUNBLEtBQUssT0FBTztBQUNWLFlBQU0sT0FBTyxRQUFRLEtBQUs7QUFDMUIsVUFBSSxVQUFVLEtBQUssSUFBSTtBQUN2QixVQUFJLFlBQVksUUFBVztBQUN6QixhQUFLLElBQUk7QUFDVCxrQkFBVSxLQUFLLElBQUk7QUFBQSxNQUNyQjtBQUNBLFlBQU0sT0FBTyxPQUFPLE9BQU8sSUFBSTtBQUMvQixVQUFJLE9BQU8sRUFBRyxRQUFPLFVBQVUsTUFBTSxJQUFJO0FBQ3pDLGNBQVE7QUFDUixhQUFPO0FBQUEsSUFDVDtBQUFBLElBQ0EsS0FBSyxTQUFTLE9BQU87QUFDbkIsWUFBTSxPQUFPLFFBQVEsS0FBSztBQUMxQixjQUFRO0FBQ1IsYUFBTyxTQUFTLElBQUk7QUFBQSxJQUN0QjtBQUFBLElBQ0EsUUFBUSxPQUFPLEVBQUUsTUFBTSxPQUFPO0FBQUEsRUFDaEM7QUFDRjs7O0FDckhBLElBQU0sUUFBUSxJQUFJLGFBQWEsQ0FBQztBQUNoQyxJQUFNLE9BQU8sSUFBSSxXQUFXLE1BQU0sTUFBTTtBQUdqQyxTQUFTLE9BQU8sT0FBdUI7QUFDNUMsUUFBTSxDQUFDLElBQUk7QUFDWCxRQUFNLElBQUksS0FBSyxDQUFDO0FBQ2hCLFFBQU0sT0FBUSxNQUFNLEtBQU07QUFDMUIsUUFBTSxJQUFJLElBQUk7QUFDZCxNQUFJLElBQUksV0FBWSxRQUFPLE9BQU87QUFDbEMsTUFBSSxJQUFJLFdBQVksUUFBTyxPQUFPO0FBQ2xDLE1BQUksSUFBSSxXQUFZO0FBRWxCLFNBQUssQ0FBQyxJQUFJO0FBQ1YsVUFBTSxDQUFDLEtBQUs7QUFDWixXQUFPLE9BQVEsS0FBSyxDQUFDLElBQUk7QUFBQSxFQUMzQjtBQUNBLFNBQU8sT0FBUyxLQUFLLGFBQWEsTUFBTyxNQUFNLEtBQU0sT0FBUTtBQUMvRDtBQUdPLFNBQVMsU0FBUyxNQUFzQjtBQUM3QyxPQUFLLENBQUMsS0FBSyxPQUFPLFVBQVc7QUFDN0IsUUFBTSxDQUFDLEtBQUssS0FBSztBQUNqQixPQUFLLE9BQU8sU0FBVSxNQUFRLE1BQUssQ0FBQyxLQUFLO0FBQ3pDLFNBQU8sT0FBTyxRQUFTLENBQUMsTUFBTSxDQUFDLElBQUksTUFBTSxDQUFDO0FBQzVDO0FBR08sU0FBUyxNQUFNLFFBQXFCLElBQVksT0FBYyxRQUF5QjtBQUM1RixRQUFNLElBQUksT0FBTztBQUNqQixVQUFRLE9BQU87QUFBQSxJQUNiLEtBQUs7QUFDSCxVQUFJLGFBQWEsUUFBUSxJQUFJLENBQUMsRUFBRSxJQUFJLE1BQU07QUFDMUM7QUFBQSxJQUNGLEtBQUs7QUFDSCxVQUFJLGFBQWEsUUFBUSxJQUFJLENBQUMsRUFBRSxJQUFJLE1BQU07QUFDMUM7QUFBQSxJQUNGLEtBQUs7QUFDSCxVQUFJLFdBQVcsUUFBUSxJQUFJLENBQUMsRUFBRSxJQUFJLE1BQU07QUFDeEM7QUFBQSxJQUNGLEtBQUs7QUFDSCxVQUFJLFlBQVksUUFBUSxJQUFJLENBQUMsRUFBRSxJQUFJLE1BQU07QUFDekM7QUFBQSxJQUNGLEtBQUssUUFBUTtBQUNYLFlBQU0sS0FBSyxJQUFJLFdBQVcsUUFBUSxJQUFJLENBQUM7QUFDdkMsZUFBUyxJQUFJLEdBQUcsSUFBSSxHQUFHLElBQUssSUFBRyxDQUFDLElBQUksT0FBTyxDQUFDLE1BQU0sSUFBSSxJQUFJO0FBQzFEO0FBQUEsSUFDRjtBQUFBLElBQ0EsS0FBSyxPQUFPO0FBQ1YsWUFBTSxLQUFLLElBQUksWUFBWSxRQUFRLElBQUksQ0FBQztBQUN4QyxlQUFTLElBQUksR0FBRyxJQUFJLEdBQUcsSUFBSyxJQUFHLENBQUMsSUFBSSxPQUFPLE9BQU8sQ0FBQyxDQUFDO0FBQUEsSUFDdEQ7QUFBQSxFQUNGO0FBQ0Y7QUFHTyxTQUFTLE1BQU0sUUFBcUIsSUFBWSxPQUFjLEdBQXNCO0FBQ3pGLFFBQU0sTUFBTSxVQUFVLE9BQU8sQ0FBQztBQUM5QixVQUFRLE9BQU87QUFBQSxJQUNiLEtBQUs7QUFDSCxVQUFJLElBQUksSUFBSSxhQUFhLFFBQVEsSUFBSSxDQUFDLENBQUM7QUFDdkM7QUFBQSxJQUNGLEtBQUs7QUFDSCxVQUFJLElBQUksSUFBSSxhQUFhLFFBQVEsSUFBSSxDQUFDLENBQUM7QUFDdkM7QUFBQSxJQUNGLEtBQUs7QUFDSCxVQUFJLElBQUksSUFBSSxZQUFZLFFBQVEsSUFBSSxDQUFDLENBQUM7QUFDdEM7QUFBQSxJQUNGLEtBQUs7QUFBQSxJQUNMLEtBQUs7QUFDSCxVQUFJLElBQUksSUFBSSxXQUFXLFFBQVEsSUFBSSxDQUFDLENBQUM7QUFDckM7QUFBQSxJQUNGLEtBQUssT0FBTztBQUNWLFlBQU0sT0FBTyxJQUFJLFlBQVksUUFBUSxJQUFJLENBQUM7QUFDMUMsZUFBUyxJQUFJLEdBQUcsSUFBSSxHQUFHLElBQUssS0FBSSxDQUFDLElBQUksU0FBUyxLQUFLLENBQUMsQ0FBQztBQUFBLElBQ3ZEO0FBQUEsRUFDRjtBQUNBLFNBQU87QUFDVDs7O0FDN0VPLFNBQVMsYUFBcUI7QUFDbkMsUUFBTSxFQUFFLFFBQVEsSUFBSTtBQUdwQixTQUFPLE9BQU8sU0FBUyxLQUFLLGVBQWUsQ0FBQyxLQUFLO0FBQ25EO0FBR08sU0FBUyxlQUFlLEdBQW1CO0FBQ2hELFFBQU0sUUFBUSxHQUFHLEVBQUUsT0FBTyxLQUFLLElBQUksQ0FBQyxPQUFPLEVBQUUsUUFBUSxLQUFLLElBQUksQ0FBQztBQUMvRCxNQUFJLEVBQUUsU0FBUyxXQUFXO0FBQ3hCLFVBQU0sRUFBRSxNQUFNLEdBQUcsS0FBSyxJQUFJLEVBQUU7QUFDNUIsV0FBTyxHQUFHLElBQUksSUFBSSxLQUFLLFVBQVUsSUFBSSxDQUFDLElBQUksS0FBSztBQUFBLEVBQ2pEO0FBQ0EsUUFBTSxPQUFPLEVBQUUsV0FBVyxTQUFTLElBQUksVUFBVSxFQUFFLFdBQVcsS0FBSyxJQUFJLENBQUMsTUFBTTtBQUM5RSxTQUFPLFNBQVMsRUFBRSxLQUFLLEtBQUssSUFBSSxDQUFDLElBQUksSUFBSSxJQUFJLEtBQUs7QUFDcEQ7QUFHTyxTQUFTLGFBQWEsR0FBZSxHQUFhLE9BQXVCO0FBQzlFLFFBQU0sUUFBUSxFQUFFLE1BQU0sSUFBSSxDQUFDLE1BQU07QUFDL0IsVUFBTUMsU0FBUSxNQUFNLEVBQUUsU0FBUyxlQUFlLEVBQUUsTUFBTSxNQUFNO0FBQzVELFdBQU8sR0FBRyxFQUFFLElBQUksTUFBTSxFQUFFLElBQUksR0FBR0EsTUFBSztBQUFBLEVBQ3RDLENBQUM7QUFDRCxTQUFPLEdBQUcsZUFBZSxDQUFDLENBQUM7QUFBQSxJQUFPLEVBQUUsSUFBSSxLQUFLLE1BQU0sS0FBSyxJQUFJLEtBQUssVUFBVSxLQUFLLEtBQUs7QUFDdkY7QUFHTyxTQUFTLGFBQWEsU0FBa0IsT0FBZ0M7QUFDN0UsUUFBTSxRQUFRLE1BQU0sT0FBTyxDQUFDLEdBQUcsTUFBTSxJQUFJLEdBQUcsQ0FBQztBQUM3QyxRQUFNLFFBQVEsUUFBUSxNQUFNO0FBQUEsSUFDMUIsQ0FBQyxFQUFFLE9BQU8sT0FBTyxHQUFHLE1BQ2xCLElBQUksTUFBTSxDQUFDLElBQUksS0FBTSxRQUFRLENBQUMsRUFBRSxTQUFTLEVBQUUsQ0FBQyxRQUFRLE1BQU0sT0FBTyxFQUFFLENBQUMsSUFBSSxlQUFlLE1BQU0sQ0FBQztBQUFBLEVBQ2xHO0FBQ0EsVUFBUTtBQUFBLElBQ04sR0FBRyxRQUFRLElBQUksS0FBSyxNQUFNLE1BQU0sYUFBYSxNQUFNLFFBQVEsQ0FBQyxDQUFDLFFBQ3hELFFBQVEsU0FBUztBQUFBLEVBQTBCLE1BQU0sS0FBSyxJQUFJLENBQUM7QUFBQSxFQUNsRTtBQUNGOzs7QUMxQkEsSUFBTSxhQUFhLElBQUksV0FBVztBQUFBLEVBQ2hDO0FBQUEsRUFBRztBQUFBLEVBQUk7QUFBQSxFQUFLO0FBQUEsRUFBSztBQUFBLEVBQUc7QUFBQSxFQUFHO0FBQUEsRUFBRztBQUFBLEVBQUc7QUFBQSxFQUFHO0FBQUEsRUFBRztBQUFBLEVBQUc7QUFBQSxFQUFJO0FBQUEsRUFBRztBQUFBLEVBQUc7QUFBQSxFQUFLO0FBQUEsRUFBRztBQUFBLEVBQUc7QUFBQSxFQUFHO0FBQUEsRUFBRztBQUFBLEVBQUk7QUFBQSxFQUFHO0FBQUEsRUFBRztBQUFBLEVBQUc7QUFBQSxFQUFHO0FBQUEsRUFBSTtBQUFBLEVBQUc7QUFBQSxFQUFLO0FBQUEsRUFDN0Y7QUFDRixDQUFDO0FBT00sU0FBUyxZQUF5QjtBQUN2QyxRQUFNQyxRQUFPLE9BQU8sZ0JBQWdCLFlBQVksWUFBWSxTQUFTLFVBQVU7QUFDL0UsUUFBTSxFQUFFLFdBQVcscUJBQXFCLFFBQVEsSUFBSTtBQUlwRCxRQUFNLE9BQU8sU0FBUyxVQUFVLFNBQVM7QUFDekMsU0FBTztBQUFBLElBQ0wsTUFBQUE7QUFBQSxJQUNBLGFBQWFBLFNBQVEsZUFBZTtBQUFBLElBQ3BDLFlBQVksV0FBVyx1QkFBdUIsZUFBZSxLQUFLO0FBQUEsSUFDbEUsY0FBYyxPQUFPLHNCQUFzQixlQUFlLFFBQVEsd0JBQXdCO0FBQUEsSUFDMUYsYUFBYSxhQUFhLFVBQVU7QUFBQSxFQUN0QztBQUNGO0FBR0EsU0FBUyxpQkFBcUM7QUFDNUMsUUFBTSxFQUFFLFFBQVEsSUFBSTtBQUtwQixTQUFPLFNBQVMsbUJBQW1CLFNBQVMsR0FBRyx1QkFBdUI7QUFDeEU7QUFHTyxJQUFNLGNBQWMsQ0FBQyxNQUMxQixtQkFBbUIsRUFBRSxjQUFjLDZCQUE2QixFQUFFOzs7QUNFN0QsSUFBTSxTQUFTLENBQUMsTUFDckIsRUFBRSxTQUFTLFVBQVUsRUFBRSxTQUFTLFNBQVMsRUFBRSxTQUFTLFNBQVMsRUFBRSxTQUFTO0FBRTFFLElBQU0sV0FBVyxDQUFDLFFBQWdCLFVBQ2hDO0FBQUEsRUFDRSxNQUFNLElBQUksQ0FBQyxHQUFHLE1BQU0sS0FBSyxHQUFHLE1BQU0sR0FBRyxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQUEsRUFDNUM7QUFDRjtBQUdLLFNBQVMsUUFBUSxRQUE4QjtBQUNwRCxRQUFNLFFBQWdCLENBQUM7QUFDdkIsUUFBTSxVQUFVLENBQUMsUUFBZ0IsT0FBMEIsV0FBMEI7QUFDbkYsVUFBTSxRQUFRLENBQUMsTUFBTSxNQUFNO0FBQ3pCLFVBQUksT0FBTyxFQUFHLE9BQU0sS0FBSyxFQUFFLE1BQU0sR0FBRyxNQUFNLEdBQUcsQ0FBQyxJQUFJLE1BQU0sS0FBSyxLQUFLLE1BQU0sUUFBUSxPQUFPLENBQUM7QUFBQSxJQUMxRixDQUFDO0FBQUEsRUFDSDtBQUNBLFVBQVEsS0FBSyxPQUFPLE1BQU0sSUFBSTtBQUM5QixVQUFRLEtBQUssT0FBTyxZQUFZLEtBQUs7QUFDckMsUUFBTSxPQUFPLElBQUksSUFBSSxNQUFNLElBQUksQ0FBQyxNQUFNLENBQUMsRUFBRSxNQUFNLEVBQUUsR0FBRyxDQUFDLENBQUM7QUFDdEQsUUFBTSxhQUFhLE1BQU0sT0FBTyxDQUFDLEdBQUcsTUFBTyxFQUFFLFNBQVMsSUFBSSxFQUFFLE1BQU0sR0FBSSxDQUFDO0FBRXZFLFFBQU0sU0FBUyxDQUFDLEdBQUcsT0FBTyxRQUFRLEdBQUcsT0FBTyxPQUFPO0FBQ25ELFFBQU0sUUFBUSxvQkFBSSxJQUFrQjtBQUNwQyxRQUFNLE9BQU8sQ0FBQyxRQUFnQkMsV0FBdUI7QUFDbkQsVUFBTSxNQUFNLEdBQUcsTUFBTSxJQUFJQSxPQUFNLEVBQUU7QUFDakMsUUFBSSxRQUFRLE1BQU0sSUFBSSxHQUFHO0FBQ3pCLFFBQUksQ0FBQyxPQUFPO0FBQ1YsY0FBUSxFQUFFLE1BQU0sUUFBUSxRQUFRLE9BQUFBLFFBQU8sT0FBTyxTQUFTLElBQUksSUFBSSxTQUFTLE9BQU8sTUFBTSxDQUFDLEVBQUU7QUFDeEYsWUFBTSxJQUFJLEtBQUssS0FBSztBQUFBLElBQ3RCO0FBQ0EsV0FBTztBQUFBLEVBQ1Q7QUFDQSxRQUFNLFNBQVMsQ0FBQyxNQUF5QjtBQUN2QyxRQUFJLEVBQUUsU0FBUyxPQUFRLFFBQU8sS0FBSyxFQUFFLFFBQWtCLEVBQUUsRUFBVztBQUNwRSxXQUFPLEtBQUssSUFBSyxFQUFFLFNBQVMsVUFBVSxFQUFFLEtBQU0sRUFBVyxHQUFhO0FBQUEsRUFDeEU7QUFDQSxRQUFNLFdBQVcsQ0FBQyxNQUE2QjtBQUM3QyxRQUFJLEVBQUUsU0FBUyxRQUFRO0FBQ3JCLGFBQU8sRUFBRSxNQUFNLE1BQU0sSUFBSSxDQUFDLE1BQU0sRUFBRSxJQUFJLEVBQUUsT0FBTyxDQUFDLE1BQU0sRUFBRSxTQUFTLE1BQU07QUFBQSxJQUN6RTtBQUNBLFFBQUksT0FBTyxDQUFDLEVBQUcsUUFBTyxFQUFFLFNBQVMsU0FBUyxDQUFDLEVBQUUsSUFBWSxJQUFJLENBQUMsT0FBTyxDQUFDLENBQUM7QUFDdkUsUUFBSSxFQUFFLFNBQVMsT0FBUSxRQUFPLENBQUMsR0FBRyxFQUFFLE1BQU0sT0FBTyxDQUFDLENBQUM7QUFDbkQsV0FBTyxFQUFFLFNBQVMsVUFBVSxDQUFDLE9BQU8sQ0FBQyxDQUFDLElBQUksRUFBRTtBQUFBLEVBQzlDO0FBQ0EsUUFBTSxRQUFRLG9CQUFJLElBQWtCO0FBQ3BDLFFBQU0sT0FBTyxvQkFBSSxJQUFVO0FBQzNCLFFBQU0sUUFBZ0IsQ0FBQztBQUN2QixRQUFNLFNBQVMsQ0FBQyxHQUFTLGFBQW9DO0FBQzNELFFBQUksT0FBTyxFQUFFLFNBQVMsUUFBUSxhQUFhO0FBQzNDLFFBQUksRUFBRSxTQUFTLE1BQU8sTUFBSyxJQUFJLENBQUM7QUFDaEMsZUFBVyxLQUFLLFVBQVU7QUFDeEIsY0FBUSxNQUFNLElBQUksQ0FBQztBQUNuQixVQUFJLEtBQUssSUFBSSxDQUFDLEVBQUcsTUFBSyxJQUFJLENBQUM7QUFBQSxJQUM3QjtBQUNBLFFBQUksRUFBRSxTQUFTLFFBQVE7QUFDckIsaUJBQVcsRUFBRSxLQUFLLEtBQUssRUFBRSxNQUFNLE9BQU87QUFDcEMsWUFBSSxLQUFLLFNBQVMsT0FBUSxTQUFRLEtBQUssSUFBSSxLQUFLLElBQWMsS0FBSztBQUFBLE1BQ3JFO0FBQUEsSUFDRjtBQUNBLFVBQU0sSUFBSSxHQUFHLElBQUk7QUFDakIsVUFBTSxLQUFLLENBQUM7QUFBQSxFQUNkO0FBQ0EsUUFBTSxRQUFRLENBQUMsU0FBcUI7QUFDbEMsUUFBSSxNQUFNLElBQUksSUFBSSxFQUFHO0FBQ3JCLFVBQU0sUUFBUSxDQUFDLEVBQUUsTUFBTSxNQUFNLFVBQVUsU0FBUyxJQUFJLEdBQUcsTUFBTSxFQUFFLENBQUM7QUFDaEUsV0FBTyxNQUFNLFNBQVMsR0FBRztBQUN2QixZQUFNLE1BQU0sTUFBTSxNQUFNLFNBQVMsQ0FBQztBQUNsQyxVQUFJLElBQUksU0FBUyxJQUFJLFNBQVMsUUFBUTtBQUNwQyxjQUFNLElBQUk7QUFDVixZQUFJLENBQUMsTUFBTSxJQUFJLElBQUksSUFBSSxFQUFHLFFBQU8sSUFBSSxNQUFNLElBQUksUUFBUTtBQUN2RDtBQUFBLE1BQ0Y7QUFDQSxZQUFNLFFBQVEsSUFBSSxTQUFTLElBQUksTUFBTTtBQUNyQyxVQUFJLENBQUMsTUFBTSxJQUFJLEtBQUssRUFBRyxPQUFNLEtBQUssRUFBRSxNQUFNLE9BQU8sVUFBVSxTQUFTLEtBQUssR0FBRyxNQUFNLEVBQUUsQ0FBQztBQUFBLElBQ3ZGO0FBQUEsRUFDRjtBQUVBLFFBQU0sYUFBYSxPQUFPLFdBQVcsSUFBSSxDQUFDLEVBQUUsSUFBSSxLQUFLLE1BQWlCO0FBQ3BFLFFBQUksT0FBTyxTQUFTLE9BQU8sTUFBTyxRQUFPLEVBQUUsSUFBSSxNQUFNLEtBQUssTUFBTSxNQUFNLEVBQUU7QUFDeEUsUUFBSSxPQUFPLFlBQVksT0FBTyxTQUFVLFFBQU8sRUFBRSxJQUFJLEtBQUs7QUFDMUQsV0FBTyxFQUFFLElBQUksTUFBTSxVQUFVLE1BQVUsU0FBUyxLQUFLLE9BQU8sVUFBVSxDQUFDLEVBQUU7QUFBQSxFQUMzRSxDQUFDO0FBQ0QsUUFBTSxVQUFVLE9BQU8sUUFBUSxJQUFJLENBQUMsR0FBRyxNQUFNLEtBQUssR0FBRyxZQUFZLE9BQU8sUUFBUSxDQUFDLENBQUMsQ0FBQyxDQUFDO0FBQ3BGLFFBQU0sU0FBUyxRQUFRLElBQUksQ0FBQyxHQUFHLE1BQU0sS0FBSyxPQUFPLE9BQU8sU0FBUyxHQUFHLFNBQVMsS0FBSyxPQUFPLElBQUksQ0FBQyxDQUFDO0FBQy9GLGFBQVcsS0FBSyxZQUFZO0FBQzFCLFVBQU0sRUFBRSxJQUFJO0FBQ1osUUFBSSxFQUFFLFNBQVUsT0FBTSxFQUFFLFFBQVE7QUFBQSxFQUNsQztBQUNBLGFBQVcsS0FBSyxRQUFTLE9BQU0sQ0FBQztBQUNoQyxhQUFXLEtBQUssT0FBUSxPQUFNLENBQUM7QUFDL0IsU0FBTyxFQUFFLFFBQVEsT0FBTyxPQUFPLE9BQU8sTUFBTSxZQUFZLFNBQVMsUUFBUSxRQUFRLE9BQU87QUFDMUY7OztBQ25ITyxJQUFNLFNBQVMsQ0FBQyxHQUFZLE1BQ2pDLEVBQUUsRUFBRSxXQUFXLFdBQWUsRUFBRSxFQUFFLE1BQU0sSUFBSSxDQUFDLElBQWUsRUFBRSxFQUFFLE9BQU8sU0FBUztBQUczRSxTQUFTLFNBQ2QsR0FDQSxLQUNBLEdBQ0EsTUFDTztBQUNQLE1BQUksSUFBSSxJQUFJLElBQUksQ0FBQztBQUNqQixNQUFJLENBQUMsR0FBRztBQUNOLFFBQUksRUFBRSxFQUFFLE1BQU0sSUFBSTtBQUNsQixRQUFJLElBQUksR0FBRyxDQUFDO0FBQUEsRUFDZDtBQUNBLFNBQU87QUFDVDtBQUdPLFNBQVMsWUFBWSxHQUFZLEdBQVMsR0FBa0I7QUFDakUsTUFBSSxPQUFPLEVBQUUsUUFBUSxJQUFJLENBQUM7QUFDMUIsTUFBSSxDQUFDLE1BQU07QUFDVCxXQUFPLENBQUM7QUFDUixNQUFFLFFBQVEsSUFBSSxHQUFHLElBQUk7QUFBQSxFQUN2QjtBQUNBLE9BQUssQ0FBQyxNQUFNLEVBQUUsRUFBRSxNQUFNLE1BQU07QUFDNUIsU0FBTyxLQUFLLENBQUM7QUFDZjs7O0FDOUNBLFNBQVMsT0FBTyxHQUFlLEdBQVUsY0FBdUM7QUFDOUUsSUFBRSxJQUFJLGFBQWEsQ0FBQyxDQUFDO0FBQ3JCLGFBQVcsS0FBSyxhQUFhLE1BQU0sQ0FBQyxHQUFHO0FBQ3JDLE1BQUUsRUFBRSxJQUFJLENBQUM7QUFDVCxRQUFJLEVBQUUsU0FBUztBQUNiLFFBQUUsSUFBSSxDQUFDO0FBQ1AsUUFBRSxFQUFFLEdBQUcsb0JBQW9CO0FBQUEsSUFDN0IsT0FBTztBQUNMLFFBQUUsRUFBRSxHQUFHLFdBQVc7QUFDbEIsUUFBRSxJQUFJLENBQUM7QUFDUCxRQUFFLEVBQUUsR0FBRyxXQUFXO0FBQUEsSUFDcEI7QUFBQSxFQUNGO0FBQ0Y7QUFHQSxTQUFTLElBQUksR0FBZSxHQUFVLEdBQVcsR0FBZ0I7QUFDL0QsSUFBRSxFQUFFLElBQUksQ0FBQztBQUNULElBQUUsSUFBSSxDQUFDO0FBQ1AsTUFBSSxFQUFFLFFBQVMsR0FBRSxFQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsb0JBQW9CO0FBQUEsTUFDNUMsR0FBRSxFQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsV0FBVztBQUNoRDtBQUVBLElBQU0sU0FBUyxDQUFDLEdBQWUsSUFBUSxHQUFVLE1BQW1CO0FBQ2xFLElBQUUsRUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLEVBQUU7QUFDekI7QUFHQSxJQUFNLFFBQVEsQ0FBQyxHQUFlLEdBQVUsVUFBd0I7QUFDOUQsSUFBRSxFQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsV0FBVztBQUN6QixJQUFFLElBQUksS0FBSztBQUNYLElBQUUsRUFBRSxHQUFHLFVBQVU7QUFDbkI7QUFFQSxJQUFNLE1BQU07QUFBQSxFQUNWO0FBQUEsRUFBZTtBQUFBLEVBQWlCO0FBQUEsRUFBaUI7QUFBQSxFQUFpQjtBQUFBLEVBQ2xFO0FBQ0Y7QUFHQSxTQUFTLFVBQVUsR0FBZSxHQUFVLEtBQWEsTUFBc0M7QUFDN0YsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLFFBQU0sQ0FBQyxHQUFHLEdBQUcsR0FBRyxDQUFDLElBQUksQ0FBQyxFQUFFLE1BQU0sTUFBTSxHQUFHLEVBQUUsTUFBTSxNQUFNLEdBQUcsRUFBRSxNQUFNLE1BQU0sR0FBRyxFQUFFLE1BQU0sTUFBTSxDQUFDO0FBQ3hGLElBQUUsSUFBSSxDQUFDO0FBQ1AsSUFBRSxJQUFJLEdBQUc7QUFDVCxJQUFFLEdBQUcsWUFBWTtBQUNqQixJQUFFLElBQUksSUFBSTtBQUNWLElBQUUsR0FBRyxZQUFZLEVBQUUsSUFBSSxDQUFDO0FBQ3hCLElBQUUsSUFBSSxLQUFLLEtBQUs7QUFDaEIsSUFBRSxHQUFHLFdBQVcsRUFBRSxHQUFHLGVBQWUsRUFBRSxJQUFJLENBQUM7QUFDM0MsTUFBSSxHQUFHLEdBQUcsY0FBYyxDQUFDO0FBQ3pCLElBQUUsSUFBSSxDQUFDO0FBQ1AsTUFBSSxHQUFHLEdBQUcsY0FBYyxDQUFDO0FBQ3pCLElBQUUsSUFBSSxDQUFDO0FBQ1AsU0FBTyxHQUFHLEdBQUcsR0FBRztBQUNoQixJQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksQ0FBQztBQUM1RSxJQUFFLEtBQUssR0FBRyxDQUFDO0FBQ1gsU0FBTyxFQUFFLEdBQUcsRUFBRTtBQUNoQjtBQUdBLElBQU0sU0FBUyxDQUFDLE1BQXdCO0FBQ3RDLElBQUUsSUFBSSxHQUFHO0FBQ1QsSUFBRSxFQUFFLEdBQUcsV0FBVyxFQUFFLFNBQVMsRUFBRSxFQUFFLEdBQUcsV0FBVztBQUNqRDtBQUVBLFNBQVMsSUFBSSxHQUFlLEdBQWdCO0FBQzFDLFFBQU0sRUFBRSxFQUFFLElBQUk7QUFFZCxRQUFNLEVBQUUsR0FBRyxFQUFFLElBQUksVUFBVSxHQUFHLEdBQUcsTUFBTSxFQUFFO0FBQ3pDLFFBQU0sQ0FBQyxHQUFHLElBQUksSUFBSSxDQUFDLEVBQUUsTUFBTSxNQUFNLEdBQUcsRUFBRSxNQUFNLE1BQU0sQ0FBQztBQUNuRCxJQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcseUJBQXlCLEVBQUUsSUFBSSxDQUFDLEVBQUUsU0FBUyxDQUFDLEVBQUUsR0FBRyxhQUFhLEVBQUUsSUFBSSxJQUFJO0FBQ3BGLElBQUUsSUFBSSxDQUFDO0FBQ1AsSUFBRSxJQUFJLENBQUM7QUFDUCxJQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksSUFBSTtBQUMxQixTQUFPLENBQUM7QUFDUixJQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksQ0FBQyxFQUFFLElBQUksSUFBSSxFQUFFLEdBQUcsV0FBVztBQUNqRCxTQUFPLENBQUM7QUFDUixJQUFFLEdBQUcsV0FBVztBQUNoQixJQUFFLEtBQUssR0FBRyxHQUFHLEdBQUcsSUFBSTtBQUN0QjtBQUdBLFNBQVMsTUFBTSxHQUFlLEdBQWdCO0FBQzVDLFFBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxRQUFNLEVBQUUsR0FBRyxFQUFFLElBQUksVUFBVSxHQUFHLEdBQUcsS0FBSyxFQUFFO0FBQ3hDLFFBQU0sSUFBSSxFQUFFLE1BQU0sTUFBTTtBQUN4QixJQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcseUJBQXlCO0FBQ3JDLElBQUUsSUFBSSxHQUFHO0FBQ1QsSUFBRSxHQUFHLFdBQVcsRUFBRSxTQUFTLEVBQUUsRUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUM7QUFDcEQsU0FBTyxHQUFHLGFBQWEsR0FBRyxDQUFDO0FBQzNCLElBQUUsSUFBSSxDQUFDO0FBQ1AsSUFBRSxJQUFJLEdBQUc7QUFDVCxJQUFFLEdBQUcsV0FBVyxFQUFFLEdBQUcsV0FBVztBQUNoQyxJQUFFLElBQUksQ0FBQztBQUNQLElBQUUsR0FBRyxXQUFXLEVBQUUsSUFBSSxDQUFDO0FBRXZCLElBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDO0FBQ2QsUUFBTSxHQUFHLEdBQUcsS0FBSztBQUNqQixJQUFFLEdBQUcsZ0JBQWdCO0FBQ3JCLElBQUUsS0FBSyxHQUFHLEdBQUcsQ0FBQztBQUNoQjtBQUVBLElBQU0sTUFBTTtBQUFBLEVBQ1Y7QUFBQSxFQUFpQjtBQUFBLEVBQWlCO0FBQUEsRUFBZ0I7QUFBQSxFQUFrQjtBQUFBLEVBQ3BFO0FBQUEsRUFBa0I7QUFBQSxFQUFpQjtBQUFBLEVBQWtCO0FBQ3ZEO0FBRUEsU0FBUyxJQUFJLEdBQWUsR0FBZ0I7QUFDMUMsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLFFBQU0sQ0FBQyxHQUFHLEdBQUcsR0FBRyxHQUFHLEdBQUcsSUFBSSxJQUFJLE1BQU0sS0FBSyxFQUFFLFFBQVEsRUFBRSxHQUFHLE1BQU0sRUFBRSxNQUFNLE1BQU0sQ0FBQztBQUU3RSxJQUFFLElBQUksQ0FBQztBQUNQLElBQUUsSUFBSSxhQUFjO0FBQ3BCLElBQUUsR0FBRyxVQUFVLEVBQUUsSUFBSSxJQUFJO0FBQ3pCLElBQUUsSUFBSSxDQUFDO0FBQ1AsSUFBRSxJQUFJLE9BQU87QUFDYixJQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksQ0FBQyxFQUFFLElBQUksSUFBSSxFQUFFLEdBQUcsZ0JBQWdCLEVBQUUsSUFBSSxDQUFDO0FBRTdELElBQUUsSUFBSSxDQUFDO0FBQ1AsSUFBRSxJQUFJLFVBQVU7QUFDaEIsSUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUM7QUFDdkIsSUFBRSxJQUFJLE9BQVE7QUFDZCxJQUFFLEdBQUcsVUFBVTtBQUNmLElBQUUsSUFBSSxVQUFVO0FBQ2hCLElBQUUsR0FBRyxXQUFXO0FBQ2hCLElBQUUsSUFBSSxDQUFDO0FBQ1AsSUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUM7QUFDdkIsSUFBRSxJQUFJLENBQUMsRUFBRSxTQUFTLEVBQUUsRUFBRSxHQUFHLGFBQWEsRUFBRSxJQUFJLElBQUk7QUFDaEQsSUFBRSxJQUFJLEVBQUU7QUFDUixJQUFFLEdBQUcsVUFBVSxFQUFFLEdBQUcsV0FBVyxFQUFFLEdBQUcsdUJBQXVCLEVBQUUsSUFBSSxDQUFDO0FBQ2xFLFNBQU8sR0FBRyxhQUFhLEdBQUcsQ0FBQztBQUMzQixJQUFFLElBQUksQ0FBQztBQUNQLFNBQU8sR0FBRyxHQUFHLEdBQUc7QUFDaEIsSUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUM7QUFDckQsTUFBSSxHQUFHLEdBQUcsZUFBZSxDQUFDO0FBQzFCLElBQUUsSUFBSSxDQUFDO0FBQ1AsTUFBSSxHQUFHLEdBQUcsTUFBTSxDQUFDO0FBQ2pCLElBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxXQUFXLEVBQUUsSUFBSSxDQUFDO0FBQzlCLE1BQUksR0FBRyxHQUFHLGFBQWEsQ0FBQztBQUN4QixJQUFFLElBQUksQ0FBQztBQUVQLElBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDO0FBQ3JCLElBQUUsSUFBSSxPQUFPLGlCQUFpQjtBQUM5QixJQUFFLEdBQUcsVUFBVSxFQUFFLEdBQUcsZ0JBQWdCLEVBQUUsSUFBSSxDQUFDO0FBQzNDLElBQUUsSUFBSSxPQUFPLGlCQUFpQjtBQUM5QixJQUFFLElBQUksT0FBTyxHQUFHO0FBQ2hCLElBQUUsSUFBSSxDQUFDO0FBQ1AsSUFBRSxJQUFJLENBQUM7QUFDUCxJQUFFLEdBQUcsVUFBVSxFQUFFLEdBQUcsZ0JBQWdCO0FBQ3BDLElBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDO0FBQ2QsSUFBRSxJQUFJLENBQUM7QUFDUCxJQUFFLEdBQUcsVUFBVSxFQUFFLElBQUksQ0FBQztBQUN0QixJQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsZ0JBQWdCO0FBQzVCLElBQUUsS0FBSyxHQUFHLEdBQUcsR0FBRyxHQUFHLEdBQUcsSUFBSTtBQUM1QjtBQUdBLFNBQVMsTUFBTSxHQUFlLEdBQWdCO0FBQzVDLFFBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxRQUFNLENBQUMsR0FBRyxDQUFDLElBQUksQ0FBQyxFQUFFLE1BQU0sTUFBTSxHQUFHLEVBQUUsTUFBTSxNQUFNLENBQUM7QUFDaEQsSUFBRSxJQUFJLENBQUM7QUFDUCxJQUFFLElBQUksQ0FBQztBQUNQLElBQUUsR0FBRyxXQUFXLEVBQUUsSUFBSSxDQUFDO0FBQ3ZCLElBQUUsSUFBSSxDQUFDO0FBQ1AsSUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUM7QUFDdkIsSUFBRSxJQUFJLENBQUM7QUFDUCxNQUFJLEdBQUcsQ0FBQztBQUNSLElBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxXQUFXLEVBQUUsR0FBRyxXQUFXLEVBQUUsSUFBSSxDQUFDO0FBQ3JELElBQUUsSUFBSSxDQUFDO0FBQ1AsSUFBRSxHQUFHLFVBQVUsRUFBRSxJQUFJLENBQUM7QUFDdEIsSUFBRSxJQUFJLE9BQU8saUJBQWlCO0FBQzlCLElBQUUsR0FBRyxVQUFVLEVBQUUsR0FBRyxTQUFTLEVBQUUsR0FBRyxnQkFBZ0I7QUFDbEQsSUFBRSxLQUFLLEdBQUcsQ0FBQztBQUNiO0FBRUEsSUFBTSxPQUFPO0FBQUEsRUFDWDtBQUFBLEVBQW1CO0FBQUEsRUFBa0I7QUFBQSxFQUFtQjtBQUFBLEVBQWtCO0FBQzVFO0FBR0EsU0FBUyxLQUFLLEdBQWUsR0FBZ0I7QUFDM0MsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLFFBQU0sQ0FBQyxHQUFHLEdBQUcsQ0FBQyxJQUFJLENBQUMsRUFBRSxNQUFNLE1BQU0sR0FBRyxFQUFFLE1BQU0sTUFBTSxHQUFHLEVBQUUsTUFBTSxNQUFNLENBQUM7QUFDcEUsSUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFdBQVc7QUFDdkIsSUFBRSxJQUFJLEVBQUU7QUFDUixJQUFFLEdBQUcsWUFBWSxFQUFFLElBQUksQ0FBQyxFQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksQ0FBQztBQUN0RCxNQUFJLEdBQUcsQ0FBQztBQUNSLElBQUUsSUFBSSxDQUFDO0FBQ1AsSUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUM7QUFDdkIsSUFBRSxJQUFJLENBQUM7QUFDUCxJQUFFLElBQUksQ0FBQztBQUNQLElBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxXQUFXLEVBQUUsR0FBRyxXQUFXLEVBQUUsSUFBSSxDQUFDO0FBQzlDLFNBQU8sR0FBRyxhQUFhLEdBQUcsQ0FBQztBQUMzQixJQUFFLElBQUksQ0FBQztBQUNQLFNBQU8sR0FBRyxHQUFHLElBQUk7QUFDakIsSUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUM7QUFDNUUsUUFBTSxHQUFHLEdBQUcsS0FBSztBQUNqQixJQUFFLEdBQUcsZ0JBQWdCLEVBQUUsSUFBSSxDQUFDO0FBQzVCLElBQUUsSUFBSSxXQUFXO0FBQ2pCLElBQUUsR0FBRyxVQUFVLEVBQUUsR0FBRyxTQUFTO0FBQzdCLElBQUUsS0FBSyxHQUFHLEdBQUcsQ0FBQztBQUNoQjtBQUdBLElBQU0sWUFBWTtBQUFBLEVBQ2hCO0FBQUEsRUFBc0I7QUFBQSxFQUF1QjtBQUFBLEVBQXNCO0FBQUEsRUFDbkU7QUFBQSxFQUFvQjtBQUFBLEVBQXNCO0FBQzVDO0FBQ0EsSUFBTSxXQUFXO0FBQUEsRUFDZjtBQUFBLEVBQXdCO0FBQUEsRUFBdUI7QUFBQSxFQUFzQjtBQUFBLEVBQ3JFO0FBQUEsRUFBb0I7QUFBQSxFQUFvQjtBQUMxQztBQUVBLFNBQVMsSUFBSSxHQUFlLEdBQWdCO0FBQzFDLFFBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxRQUFNLENBQUMsR0FBRyxDQUFDLElBQUksQ0FBQyxFQUFFLE1BQU0sTUFBTSxHQUFHLEVBQUUsTUFBTSxNQUFNLENBQUM7QUFDaEQsSUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFdBQVc7QUFDdkIsSUFBRSxJQUFJLENBQUM7QUFDUCxJQUFFLEdBQUcsWUFBWSxFQUFFLElBQUksQ0FBQztBQUN4QixTQUFPLEdBQUcsR0FBRyxRQUFRO0FBQ3JCLElBQUUsR0FBRyxXQUFXLEVBQUUsSUFBSSxDQUFDO0FBQ3ZCLElBQUUsSUFBSSxDQUFDO0FBQ1AsTUFBSSxHQUFHLENBQUM7QUFDUixJQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksQ0FBQztBQUN2QixJQUFFLElBQUksV0FBVztBQUNqQixJQUFFLEdBQUcsVUFBVSxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksQ0FBQztBQUNwQyxTQUFPLEdBQUcsYUFBYSxHQUFHLENBQUM7QUFDM0IsSUFBRSxJQUFJLENBQUM7QUFDUCxJQUFFLElBQUksQ0FBQztBQUNQLFNBQU8sR0FBRyxHQUFHLFNBQVM7QUFDdEIsSUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUM7QUFDdkIsUUFBTSxHQUFHLEdBQUcsQ0FBQztBQUNiLElBQUUsR0FBRyxnQkFBZ0I7QUFDckIsSUFBRSxLQUFLLEdBQUcsQ0FBQztBQUNiO0FBRUEsSUFBTSxNQUFNLENBQUMsa0JBQWtCLGlCQUFpQixjQUFnQjtBQUNoRSxJQUFNLE1BQU0sQ0FBQyxzQkFBc0IsdUJBQXVCLG1CQUFvQjtBQUk5RSxTQUFTLFNBQVMsR0FBZSxHQUFVLFVBQXVCO0FBQ2hFLFFBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxRQUFNLENBQUMsR0FBRyxHQUFHLEdBQUcsQ0FBQyxJQUFJLE1BQU0sS0FBSyxFQUFFLFFBQVEsRUFBRSxHQUFHLE1BQU0sRUFBRSxNQUFNLE1BQU0sQ0FBQztBQUNwRSxJQUFFLElBQUksQ0FBQztBQUNQLElBQUUsSUFBSSxJQUFJLEtBQUssRUFBRTtBQUNqQixJQUFFLEdBQUcsV0FBVyxFQUFFLEdBQUcsZUFBZSxFQUFFLElBQUksQ0FBQztBQUMzQyxNQUFJLEdBQUcsR0FBRyxZQUFZLENBQUM7QUFDdkIsSUFBRSxJQUFJLENBQUM7QUFDUCxNQUFJLEdBQUcsR0FBRyx1QkFBdUIsQ0FBQztBQUNsQyxJQUFFLElBQUksQ0FBQztBQUNQLE1BQUksR0FBRyxHQUFHLHVCQUF1QixDQUFDO0FBQ2xDLElBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxXQUFXLEVBQUUsSUFBSSxDQUFDO0FBQ3JDLElBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyx5QkFBeUI7QUFDckMsTUFBSSxVQUFVO0FBQ1osTUFBRSxJQUFJLENBQUM7QUFDUCxNQUFFLEdBQUcsV0FBVztBQUFBLEVBQ2xCO0FBQ0EsSUFBRSxJQUFJLENBQUM7QUFDUCxTQUFPLEdBQUcsR0FBRyxHQUFHO0FBQ2hCLElBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxXQUFXLEVBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxXQUFXLEVBQUUsSUFBSSxDQUFDO0FBQ3JELE1BQUksR0FBRyxHQUFHLE1BQU0sQ0FBQztBQUNqQixJQUFFLElBQUksQ0FBQztBQUNQLElBQUUsR0FBRyxXQUFXO0FBQ2hCLFNBQU8sR0FBRyxHQUFHLEdBQUc7QUFDaEIsSUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFdBQVc7QUFFckUsSUFBRSxJQUFJLENBQUM7QUFDUCxJQUFFLElBQUksQ0FBQztBQUNQLElBQUUsR0FBRyxVQUFVO0FBQ2YsSUFBRSxJQUFJLENBQUM7QUFDUCxJQUFFLEdBQUcsVUFBVSxFQUFFLEdBQUcsZ0JBQWdCO0FBQ3BDLElBQUUsSUFBSSxDQUFDO0FBQ1AsSUFBRSxJQUFJLENBQUM7QUFDUCxJQUFFLEdBQUcsVUFBVSxFQUFFLFNBQVMsRUFBRSxFQUFFLEdBQUcsV0FBVyxFQUFFLEdBQUcsVUFBVTtBQUMzRCxJQUFFLEtBQUssR0FBRyxHQUFHLEdBQUcsQ0FBQztBQUNuQjtBQUdPLElBQU0sYUFBYTtBQUduQixTQUFTLG1CQUFtQixHQUFlLE1BQXNCLEdBQWdCO0FBQ3RGLFVBQVEsTUFBTTtBQUFBLElBQ1osS0FBSztBQUNILFVBQUksR0FBRyxDQUFDO0FBQ1I7QUFBQSxJQUNGLEtBQUs7QUFDSCxZQUFNLEdBQUcsQ0FBQztBQUNWO0FBQUEsSUFDRixLQUFLO0FBQ0gsVUFBSSxHQUFHLENBQUM7QUFDUjtBQUFBLElBQ0YsS0FBSztBQUNILFlBQU0sR0FBRyxDQUFDO0FBQ1Y7QUFBQSxJQUNGLEtBQUs7QUFDSCxXQUFLLEdBQUcsQ0FBQztBQUNUO0FBQUEsSUFDRixLQUFLO0FBQ0gsVUFBSSxHQUFHLENBQUM7QUFDUjtBQUFBLElBQ0YsS0FBSztBQUNILGVBQVMsR0FBRyxHQUFHLENBQUM7QUFDaEI7QUFBQSxJQUNGLEtBQUs7QUFDSCxlQUFTLEdBQUcsR0FBRyxDQUFDO0FBQ2hCO0FBQUEsRUFDSjtBQUNGO0FBRUEsSUFBTSxRQUFRLG9CQUFJLElBQVksQ0FBQyxPQUFPLFNBQVMsT0FBTyxTQUFTLFFBQVEsT0FBTyxPQUFPLEtBQUssQ0FBQztBQUdwRixJQUFNLG1CQUFtQixDQUFDLE9BQy9CLE9BQU8sVUFBYSxNQUFNLElBQUksRUFBRTs7O0FDelUzQixTQUFTQyxLQUFJLEdBQW1CO0FBQ3JDLFFBQU0sSUFBSSxLQUFLLElBQUksQ0FBQztBQUNwQixNQUFJLEVBQUUsSUFBSSxHQUFJLFFBQU8sT0FBTyxNQUFNLENBQUMsSUFBSSxJQUFJLEtBQUssS0FBSyxDQUFDO0FBQ3RELFFBQU0sUUFBUSxLQUFLLElBQUksQ0FBQyxJQUFJLENBQUMsSUFBSSxLQUFLLEtBQUssS0FBSyxFQUFFO0FBQ2xELE1BQUksSUFBSSxHQUFHO0FBRVQsUUFBSSxPQUFPO0FBQ1gsUUFBSSxNQUFNO0FBQ1YsYUFBUyxJQUFJLEdBQUcsTUFBTSxTQUFTLEtBQUssS0FBSztBQUN2QyxhQUFPO0FBQ1AsY0FBUyxJQUFJLElBQUksS0FBTSxJQUFJLElBQUk7QUFBQSxJQUNqQztBQUNBLFdBQU8sS0FBSyxLQUFLLENBQUMsSUFBSSxJQUFJLFFBQVE7QUFBQSxFQUNwQztBQUVBLE1BQUksT0FBTztBQUNYLFdBQVMsSUFBSSxJQUFJLElBQUksR0FBRyxJQUFLLFFBQU8sSUFBSSxJQUFJLElBQUk7QUFDaEQsU0FBTyxLQUFLLEtBQUssQ0FBQyxLQUFLLElBQUksUUFBUTtBQUNyQztBQUdPLElBQU0sU0FBa0U7QUFBQSxFQUM3RSxLQUFLLENBQUMsTUFBYyxLQUFLLElBQUksQ0FBQztBQUFBLEVBQzlCLEtBQUssQ0FBQyxNQUFjLEtBQUssSUFBSSxDQUFDO0FBQUEsRUFDOUIsT0FBTyxDQUFDLE1BQWMsS0FBSyxNQUFNLENBQUM7QUFBQSxFQUNsQyxPQUFPLENBQUMsTUFBYyxLQUFLLE1BQU0sQ0FBQztBQUFBLEVBQ2xDLEtBQUssQ0FBQyxNQUFjLEtBQUssSUFBSSxDQUFDO0FBQUEsRUFDOUIsS0FBSyxDQUFDLE1BQWMsS0FBSyxJQUFJLENBQUM7QUFBQSxFQUM5QixLQUFLLENBQUMsTUFBYyxLQUFLLElBQUksQ0FBQztBQUFBLEVBQzlCLE1BQU0sQ0FBQyxNQUFjLEtBQUssS0FBSyxDQUFDO0FBQUEsRUFDaEMsTUFBTSxDQUFDLE1BQWMsS0FBSyxLQUFLLENBQUM7QUFBQSxFQUNoQyxNQUFNLENBQUMsTUFBYyxLQUFLLEtBQUssQ0FBQztBQUFBLEVBQ2hDLE1BQU0sQ0FBQyxNQUFjLEtBQUssS0FBSyxDQUFDO0FBQUEsRUFDaEMsTUFBTSxDQUFDLE1BQWMsS0FBSyxLQUFLLENBQUM7QUFBQSxFQUNoQyxNQUFNLENBQUMsTUFBYyxLQUFLLEtBQUssQ0FBQztBQUFBLEVBQ2hDLEtBQUFBO0FBQUE7QUFBQSxFQUVBLEtBQUssQ0FBQyxHQUFXLE1BQ2YsTUFBTSxLQUFNLE1BQU0sTUFBTSxLQUFLLElBQUksQ0FBQyxNQUFNLE9BQU8sb0JBQXFCLElBQUksS0FBSztBQUFBLEVBQy9FLE9BQU8sQ0FBQyxHQUFXLE1BQWMsS0FBSyxNQUFNLEdBQUcsQ0FBQztBQUFBLEVBQ2hELEtBQUssQ0FBQyxHQUFXLE1BQWMsSUFBSTtBQUNyQzs7O0FDL0JBLElBQU0sU0FBUyxvQkFBSSxJQUFJLENBQUMsT0FBTyxPQUFPLFFBQVEsU0FBUyxTQUFTLFFBQVEsU0FBUyxPQUFPLENBQUM7QUFDekYsSUFBTSxVQUFVLG9CQUFJLElBQUksQ0FBQyxPQUFPLE9BQU8sT0FBTyxPQUFPLE9BQU8sT0FBTyxNQUFNLE1BQU0sTUFBTSxJQUFJLENBQUM7QUFHMUYsU0FBUyxNQUFNLEdBQVMsUUFBMkI7QUFDakQsUUFBTSxLQUFLLEVBQUU7QUFDYixNQUFJLEVBQUUsU0FBUyxXQUFXLEVBQUUsU0FBUyxTQUFVLFFBQU8sQ0FBQztBQUN2RCxRQUFNLElBQUksRUFBRSxLQUFLLENBQUMsRUFBRTtBQUNwQixNQUFJLE1BQU0sU0FBUyxNQUFNLE9BQU87QUFDOUIsUUFBSSxPQUFPLElBQUksRUFBRSxLQUFLLFFBQVEsSUFBSSxFQUFFLEVBQUcsUUFBTyxDQUFDO0FBQy9DLFFBQUksTUFBTSxNQUFPLFFBQU8sQ0FBQyxFQUFFO0FBQzNCLFFBQUksQ0FBQyxpQkFBaUIsRUFBRSxFQUFHLFFBQU8sQ0FBQyxFQUFFO0FBQ3JDLFVBQU0sT0FBTyxPQUFPLFNBQVMsT0FBTztBQUNwQyxXQUFPLFNBQVUsT0FBTyxDQUFDLEVBQUUsSUFBSSxDQUFDLElBQUssT0FBTyxDQUFDLE9BQU8sRUFBRSxJQUFJLEVBQUUsSUFBSSxDQUFDLE9BQU8sRUFBRSxFQUFFO0FBQUEsRUFDOUU7QUFDQSxNQUFJLE9BQU8sU0FBUyxPQUFPLFFBQVMsUUFBTyxDQUFDLEVBQUU7QUFDOUMsTUFBSSxPQUFPLFNBQVMsT0FBTyxNQUFPLFFBQU8sQ0FBQyxPQUFPLEVBQUUsSUFBSSxNQUFNLFFBQVEsTUFBTSxHQUFHLEVBQUU7QUFDaEYsU0FBTyxDQUFDO0FBQ1Y7QUFHQSxTQUFTLGFBQWEsR0FBa0IsSUFBbUIsTUFBeUI7QUFDbEYsU0FBTyxFQUFFLEtBQUssQ0FBQyxPQUFPLEtBQUssR0FBRyxDQUFDLEtBQUssR0FBRyxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUMsTUFBTTtBQUNwRCxVQUFNLFNBQVMsTUFBWTtBQUN6QixVQUFJLFNBQVMsS0FBSztBQUNoQixVQUFFLElBQUksQ0FBQyxFQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsT0FBTyxFQUFFLElBQUk7QUFDaEM7QUFBQSxNQUNGO0FBQ0EsUUFBRSxJQUFJLENBQUMsRUFBRSxTQUFTLEVBQUUsRUFBRSxHQUFHLFFBQVE7QUFDakMsUUFBRTtBQUFBLFFBQ0EsTUFBTTtBQUNKLGNBQUksT0FBTyxNQUFPLEdBQUUsU0FBUyxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxTQUFTO0FBQUEsY0FDOUMsR0FBRSxTQUFTLENBQUM7QUFBQSxRQUNuQjtBQUFBLFFBQ0EsTUFBTSxLQUFLLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxPQUFPLEVBQUUsSUFBSTtBQUFBLFFBQzNDO0FBQUEsTUFDRjtBQUFBLElBQ0Y7QUFDQSxNQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsUUFBUSxNQUFNLEtBQUssRUFBRSxTQUFTLENBQUMsR0FBRyxLQUFLO0FBQUEsRUFDckQsQ0FBQztBQUNIO0FBRUEsU0FBUyxtQkFBbUIsR0FBa0IsTUFBc0IsU0FBMEI7QUFDNUYsU0FBTyxFQUFFLEtBQUssQ0FBQyxLQUFLLEdBQUcsQ0FBQyxLQUFLLEdBQUcsQ0FBQyxHQUFHLENBQUMsQ0FBQyxNQUFNO0FBQzFDLFVBQU0sSUFBSSxFQUFFLE1BQU0sTUFBTTtBQUN4QixNQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsYUFBYSxFQUFFLElBQUksQ0FBQztBQUNoQyxVQUFNLFlBQVk7QUFBQSxNQUNoQixLQUFLLENBQUMsTUFBYyxLQUFLLEVBQUUsV0FBVyxDQUFDO0FBQUEsTUFDdkMsS0FBSyxDQUFDLE1BQWMsS0FBSyxFQUFFLFdBQVcsQ0FBQztBQUFBLElBQ3pDO0FBQ0EsdUJBQW1CLEVBQUUsR0FBRyxTQUFTLEdBQUcsVUFBVSxHQUFHLE1BQU0sQ0FBQztBQUN4RCxNQUFFLEtBQUssc0JBQXNCLENBQUM7QUFBQSxFQUNoQyxDQUFDO0FBQ0g7QUFHQSxTQUFTLFNBQVMsR0FBa0IsTUFBYyxNQUFjLE9BQXVCO0FBQ3JGLFNBQU8sRUFBRSxLQUFLLENBQUMsS0FBSyxHQUFHLENBQUMsS0FBSyxHQUFHLENBQUMsR0FBRyxDQUFDLENBQUMsTUFBTTtBQUMxQyxNQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsU0FBUyxFQUFFLFNBQVMsS0FBSyxFQUFFLEdBQUcsUUFBUTtBQUNsRCxNQUFFO0FBQUEsTUFDQSxNQUFNLEtBQUssRUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLGlCQUFpQixFQUFFLEtBQUssSUFBSSxFQUFFLEdBQUcsZ0JBQWdCO0FBQUEsTUFDeEUsTUFBTSxLQUFLLEVBQUUsSUFBSSxDQUFDLEVBQUUsS0FBSyxJQUFJO0FBQUEsTUFDN0I7QUFBQSxJQUNGO0FBQUEsRUFDRixDQUFDO0FBQ0g7QUFHTyxTQUFTLGlCQUNkLEdBQ0EsR0FDQSxHQUNBLFNBQ3VEO0FBQ3ZELFFBQU1DLFNBQVEsb0JBQUksSUFBWTtBQUM5QixhQUFXLEtBQUssRUFBRSxPQUFPO0FBQ3ZCLFFBQUksRUFBRSxTQUFTLFVBQVUsT0FBTyxDQUFDLEVBQUc7QUFDcEMsVUFBTSxTQUFTLEVBQUUsV0FBVyxXQUFlLEVBQUUsTUFBTSxJQUFJLENBQUMsSUFBZSxFQUFFLE9BQU8sU0FBUztBQUN6RixlQUFXLFFBQVEsTUFBTSxHQUFHLE1BQU0sRUFBRyxDQUFBQSxPQUFNLElBQUksSUFBSTtBQUFBLEVBQ3JEO0FBQ0EsUUFBTSxRQUFRLG9CQUFJLElBQW9CO0FBQ3RDLFFBQU0sVUFBbUIsQ0FBQztBQUMxQixhQUFXLFFBQVFBLFFBQU87QUFDeEIsUUFBSSxLQUFLLFNBQVMsR0FBRyxFQUFHO0FBQ3hCLFVBQU0sS0FBSyxPQUFPLElBQUk7QUFDdEIsWUFBUSxJQUFJLElBQUk7QUFDaEIsVUFBTSxTQUFTLEdBQUcsV0FBVyxJQUFLLENBQUMsT0FBTyxLQUFLLElBQWUsQ0FBQyxLQUFLO0FBQ3BFLFVBQU0sSUFBSSxNQUFNLEVBQUUsZUFBZSxNQUFNLFFBQVEsQ0FBQyxLQUFLLENBQUMsQ0FBQztBQUFBLEVBQ3pEO0FBQ0EsYUFBVyxRQUFRQSxRQUFPO0FBQ3hCLFVBQU0sQ0FBQyxNQUFNLEVBQUUsSUFBSSxLQUFLLE1BQU0sR0FBRztBQUNqQyxRQUFJLE9BQU8sT0FBVztBQUN0QixRQUFJLFNBQVMsT0FBTztBQUNsQixZQUFNLENBQUMsTUFBTSxJQUFJLElBQUksR0FBRyxNQUFNLEdBQUc7QUFDakMsWUFBTSxJQUFJLE1BQU0sYUFBYSxHQUFHLE1BQU0sSUFBSSxDQUFDO0FBQUEsSUFDN0MsT0FBTztBQUNMLFlBQU0sT0FBTyxtQkFBbUIsR0FBRyxJQUFzQixPQUFPO0FBQ2hFLFlBQU0sT0FBTyxNQUFNLElBQUksRUFBRTtBQUN6QixZQUFNLE9BQU8sT0FBTyxTQUFTLE9BQU87QUFDcEMsWUFBTSxJQUFJLE1BQU0sT0FBTyxTQUFTLEdBQUcsTUFBTSxNQUFnQixJQUFJLElBQUksSUFBSTtBQUFBLElBQ3ZFO0FBQUEsRUFDRjtBQUNBLFFBQU1DLFNBQVEsQ0FBQyxTQUF5QjtBQUN0QyxVQUFNLFFBQVEsTUFBTSxJQUFJLElBQUk7QUFDNUIsUUFBSSxVQUFVLE9BQVcsT0FBTSxJQUFJLE1BQU0sNEJBQTRCLElBQUksbUJBQW1CO0FBQzVGLFdBQU87QUFBQSxFQUNUO0FBQ0EsU0FBTyxFQUFFLE9BQUFBLFFBQU8sUUFBUTtBQUMxQjs7O0FDckhBLElBQU0sUUFBUTtBQUNkLElBQU0sVUFBVSxLQUFLO0FBR3JCLFNBQVMsTUFBTSxHQUFrQjtBQUMvQixRQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsUUFBTSxDQUFDLEdBQUcsQ0FBQyxJQUFJLENBQUMsRUFBRSxNQUFNLE1BQU0sR0FBRyxFQUFFLE1BQU0sTUFBTSxDQUFDO0FBQ2hELElBQUUsSUFBSSxDQUFDO0FBQ1AsSUFBRSxJQUFJLEtBQU07QUFFWixJQUFFLEdBQUcsVUFBVSxFQUFFLElBQUksQ0FBQyxFQUFFLFNBQVMsRUFBRSxFQUFFLEdBQUcsV0FBVztBQUNuRCxJQUFFLElBQUksT0FBTztBQUNiLElBQUUsR0FBRyxXQUFXLEVBQUUsSUFBSSxDQUFDO0FBQ3ZCLElBQUUsSUFBSSxLQUFNO0FBQ1osSUFBRSxHQUFHLFlBQVk7QUFDakIsSUFBRSxJQUFJLFVBQVU7QUFDaEIsSUFBRSxHQUFHLFVBQVUsRUFBRSxHQUFHLFNBQVMsRUFBRSxJQUFJLENBQUM7QUFDcEMsSUFBRSxJQUFJLEtBQU07QUFDWixJQUFFLEdBQUcsVUFBVSxFQUFFLFNBQVMsRUFBRSxFQUFFLEdBQUcsV0FBVyxFQUFFLEdBQUcsU0FBUztBQUMxRCxJQUFFLEtBQUssR0FBRyxDQUFDO0FBQ2I7QUFHQSxTQUFTLE9BQU8sR0FBa0I7QUFDaEMsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLFFBQU0sQ0FBQyxHQUFHLEdBQUcsQ0FBQyxJQUFJLENBQUMsRUFBRSxNQUFNLE1BQU0sR0FBRyxFQUFFLE1BQU0sTUFBTSxHQUFHLEVBQUUsTUFBTSxNQUFNLENBQUM7QUFDcEUsSUFBRSxJQUFJLENBQUM7QUFDUCxJQUFFLElBQUksVUFBVTtBQUNoQixJQUFFLEdBQUcsVUFBVSxFQUFFLElBQUksQ0FBQztBQUV0QixJQUFFLElBQUksQ0FBQztBQUNQLElBQUUsSUFBSSxhQUFhLENBQUM7QUFDcEIsSUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUMsRUFBRSxTQUFTLEVBQUUsRUFBRSxHQUFHLGFBQWE7QUFDdEQsSUFBRSxJQUFJLENBQUM7QUFDUCxJQUFFLEdBQUcsVUFBVSxFQUFFLEdBQUcsV0FBVyxFQUFFLFNBQVMsRUFBRSxFQUFFLEdBQUcsYUFBYSxFQUFFLElBQUksQ0FBQztBQUVyRSxJQUFFLElBQUksQ0FBQztBQUNQLElBQUUsSUFBSSxLQUFLO0FBQ1gsSUFBRSxHQUFHLFdBQVc7QUFDaEIsSUFBRSxJQUFJLEtBQUs7QUFDWCxJQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksQ0FBQyxFQUFFLElBQUksQ0FBQztBQUM5QixJQUFFLElBQUksU0FBVTtBQUNoQixJQUFFLEdBQUcsWUFBWSxFQUFFLEdBQUcsZ0JBQWdCLEVBQUUsSUFBSSxDQUFDO0FBQzdDLElBQUUsSUFBSSxLQUFNO0FBQ1osSUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUM7QUFDZCxJQUFFLElBQUksVUFBVTtBQUNoQixJQUFFLEdBQUcsWUFBWSxFQUFFLEdBQUcsZ0JBQWdCLEVBQUUsSUFBSSxDQUFDO0FBQzdDLElBQUUsSUFBSSxLQUFNO0FBQ1osSUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUM7QUFDZCxJQUFFLElBQUksVUFBVTtBQUNoQixJQUFFLEdBQUcsWUFBWSxFQUFFLEdBQUcsZ0JBQWdCLEVBQUUsSUFBSSxDQUFDLEVBQUUsU0FBUyxFQUFFLEVBQUUsR0FBRyxhQUFhO0FBQzVFLElBQUUsSUFBSSxLQUFNO0FBQ1osSUFBRSxHQUFHLFVBQVUsRUFBRSxHQUFHLFNBQVM7QUFDN0IsSUFBRSxLQUFLLEdBQUcsR0FBRyxDQUFDO0FBQ2hCO0FBR08sU0FBUyxTQUFTLEdBQVksV0FBcUM7QUFDeEUsTUFBSSxjQUFjLFFBQVMsT0FBTSxDQUFDO0FBQUEsTUFDN0IsUUFBTyxDQUFDO0FBQ2Y7OztBQ3BETyxJQUFNLFdBQVcsQ0FBQyxNQUN2QixNQUFNLFNBQVMsTUFBTSxRQUFRLElBQUk7QUFHNUIsU0FBUyxhQUFhLEdBQVksT0FBZSxNQUF3QjtBQUM5RSxNQUFJLFNBQVMsTUFBTyxHQUFFLEVBQUUsU0FBUyxLQUFLO0FBQUEsV0FDN0IsU0FBUyxNQUFPLEdBQUUsRUFBRSxTQUFTLEtBQUs7QUFBQSxNQUN0QyxHQUFFLEVBQUUsU0FBUyxTQUFTLFNBQVMsT0FBTyxVQUFVLENBQUMsSUFBSSxLQUFLO0FBQ2pFO0FBR08sU0FBUyxXQUFXLEdBQVksR0FBZTtBQUNwRCxNQUFJLEVBQUUsU0FBUyxRQUFTLGNBQWEsR0FBRyxFQUFFLE9BQWlCLEVBQUUsSUFBSTtBQUFBLE1BQzVELEdBQUUsRUFBRSxJQUFJLEVBQUUsUUFBUSxJQUFJLENBQUMsQ0FBa0Q7QUFDaEY7QUFHTyxTQUFTLFNBQVMsR0FBWSxNQUFrQjtBQUNyRCxNQUFJLEtBQUssU0FBUyxRQUFRO0FBQ3hCLFVBQU0sVUFBVSxFQUFFLFNBQVMsSUFBSSxLQUFLLElBQWM7QUFDbEQsUUFBSSxRQUFTLEdBQUUsRUFBRSxJQUFJLE9BQU87QUFBQSxRQUN2QixHQUFFLEVBQUUsU0FBUyxDQUFDO0FBQUEsRUFDckIsV0FBVyxLQUFLLFNBQVMsT0FBUSxZQUFXLEdBQUcsS0FBSyxJQUFZO0FBQUEsTUFDM0QsR0FBRSxFQUFFLElBQUksRUFBRSxRQUFRLElBQUksSUFBSSxDQUFrRDtBQUNuRjtBQUdPLElBQU0sT0FBTyxDQUFDLEtBQVksT0FDL0IsSUFBSSxNQUFNLElBQUksS0FBSyxLQUFLLENBQUMsSUFBSSxNQUFNLEVBQUUsSUFBSSxLQUFLO0FBRWhELElBQU0sWUFBWSxDQUFDLE1BQ2pCLE9BQU8sVUFBVSxLQUFLLEtBQUssQ0FBQyxDQUFDLElBQUksS0FBSyxLQUFLLENBQUMsSUFBSTtBQUVsRCxTQUFTQyxjQUFhLEdBQVksTUFBa0I7QUFDbEQsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLFFBQU0sS0FBSyxLQUFLO0FBQ2hCLFFBQU0sTUFBTSxLQUFLO0FBQ2pCLFFBQU0sUUFBUSxVQUFVLEVBQUU7QUFDMUIsSUFBRSxJQUFJLFVBQVUsR0FBRyxFQUFFLEVBQUUsT0FBTyxJQUFJLENBQUMsQ0FBQztBQUNwQyxNQUFJLFVBQVUsUUFBVztBQUN2QixRQUFJLEtBQUssU0FBUyxNQUFPLEdBQUUsU0FBUyxLQUFLLEVBQUUsR0FBRyxXQUFXO0FBQUEsUUFDcEQsR0FBRSxTQUFTLEtBQUssQ0FBQyxFQUFFLEdBQUcsU0FBUztBQUNwQztBQUFBLEVBQ0Y7QUFDQSxRQUFNLElBQUksS0FBSyxLQUFLLEVBQUU7QUFDdEIsTUFBSSxFQUFHLEdBQUUsU0FBUyxDQUFDLEVBQUUsR0FBRyxTQUFTO0FBQ2pDLElBQUUsU0FBUyxFQUFFLEVBQUUsR0FBRyxLQUFLLFNBQVMsUUFBUSxjQUFjLFdBQVc7QUFDakUsTUFBSSxLQUFLLEtBQUssU0FBUyxNQUFPLEdBQUUsU0FBUyxJQUFJLEVBQUUsRUFBRSxHQUFHLFNBQVM7QUFDL0Q7QUFHTyxTQUFTLFVBQVUsR0FBWSxNQUF5QztBQUM3RSxTQUFPLEVBQUUsUUFBUSxJQUFJLElBQUk7QUFDM0I7QUFFQSxJQUFNLFNBQTJDO0FBQUEsRUFDL0MsS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsTUFBTTtBQUFBLEVBQ04sT0FBTztBQUFBLEVBQ1AsTUFBTTtBQUFBLEVBQ04sT0FBTztBQUFBLEVBQ1AsT0FBTztBQUNUO0FBRUEsU0FBUyxVQUFVLEdBQVksR0FBZTtBQUM1QyxRQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsUUFBTSxDQUFDLENBQUMsSUFBSSxFQUFFO0FBQ2QsUUFBTSxLQUFLLEVBQUU7QUFDYixNQUFJLEVBQUUsU0FBUyxTQUFTLEVBQUUsU0FBUyxPQUFPO0FBQ3hDLFFBQUksT0FBTyxTQUFTO0FBQ2xCLG1CQUFhLEdBQUcsR0FBRyxFQUFFLElBQUk7QUFDekIsaUJBQVcsR0FBRyxDQUFDO0FBQ2YsUUFBRSxHQUFHLEdBQUcsRUFBRSxJQUFJLE9BQU8sRUFBRSxHQUFHLEdBQUcsRUFBRSxJQUFJLE1BQU07QUFDekM7QUFBQSxJQUNGO0FBQ0EsZUFBVyxHQUFHLENBQUM7QUFDZixRQUFJLE9BQU8sRUFBRSxFQUFHLEdBQUUsR0FBRyxHQUFHLEVBQUUsSUFBSSxJQUFJLE9BQU8sRUFBRSxDQUFDLEVBQVE7QUFBQSxhQUMzQyxFQUFFLFNBQVMsTUFBTyxHQUFFLEtBQUssRUFBRSxHQUFHLEVBQUUsQ0FBQztBQUFBLGFBQ2pDLGlCQUFpQixFQUFFLEVBQUcsR0FBRSxLQUFLLEVBQUUsR0FBRyxPQUFPLEVBQUUsRUFBRSxDQUFDO0FBQUEsUUFDbEQsR0FBRSxHQUFHLGlCQUFpQixFQUFFLEtBQUssRUFBRSxHQUFHLEVBQUUsQ0FBQyxFQUFFLEdBQUcsZ0JBQWdCO0FBQy9EO0FBQUEsRUFDRjtBQUNBLE1BQUksT0FBTyxPQUFPO0FBQ2hCLE1BQUUsU0FBUyxDQUFDO0FBQ1osZUFBVyxHQUFHLENBQUM7QUFDZixNQUFFLEdBQUcsU0FBUztBQUNkO0FBQUEsRUFDRjtBQUNBLGFBQVcsR0FBRyxDQUFDO0FBQ2YsTUFBSSxPQUFPLE1BQU8sR0FBRSxHQUFHLFNBQVM7QUFBQSxXQUN2QixPQUFPLFNBQVUsR0FBRSxTQUFTLEVBQUUsRUFBRSxHQUFHLFNBQVM7QUFBQSxXQUM1QyxPQUFPLFNBQVMsRUFBRSxTQUFTLE9BQU87QUFDekMsTUFBRSxTQUFTLENBQUM7QUFDWixlQUFXLEdBQUcsQ0FBQztBQUNmLE1BQUUsR0FBRyxTQUFTO0FBQ2QsZUFBVyxHQUFHLENBQUM7QUFDZixNQUFFLFNBQVMsQ0FBQyxFQUFFLEdBQUcsVUFBVSxFQUFFLEdBQUcsUUFBUTtBQUFBLEVBQzFDO0FBRUY7QUFFQSxJQUFNLFFBQTJDO0FBQUEsRUFDL0MsS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsSUFBSTtBQUFBLEVBQ0osS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsSUFBSTtBQUFBLEVBQ0osSUFBSTtBQUFBLEVBQ0osSUFBSTtBQUFBLEVBQ0osSUFBSTtBQUFBLEVBQ0osS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsS0FBSztBQUNQO0FBRUEsU0FBUyxXQUFXLEdBQVksR0FBZTtBQUM3QyxRQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsUUFBTSxLQUFLLEVBQUU7QUFDYixRQUFNLENBQUMsR0FBRyxDQUFDLElBQUksRUFBRTtBQUNqQixRQUFNLE9BQU8sTUFBWTtBQUN2QixlQUFXLEdBQUcsQ0FBQztBQUNmLGVBQVcsR0FBRyxDQUFDO0FBQUEsRUFDakI7QUFDQSxRQUFNLElBQUksRUFBRTtBQUNaLE1BQUksTUFBTSxTQUFTLE1BQU0sT0FBTztBQUM5QixRQUFJLE1BQU0sRUFBRSxHQUFHO0FBQ2IsV0FBSztBQUNMLFFBQUUsR0FBRyxHQUFHLENBQUMsSUFBSSxNQUFNLEVBQUUsQ0FBQyxFQUFRO0FBQzlCO0FBQUEsSUFDRjtBQUNBLGVBQVcsS0FBSyxDQUFDLEdBQUcsQ0FBQyxHQUFHO0FBQ3RCLGlCQUFXLEdBQUcsQ0FBQztBQUNmLFVBQUksTUFBTSxNQUFPLEdBQUUsR0FBRyxpQkFBaUI7QUFBQSxJQUN6QztBQUNBLE1BQUUsS0FBSyxFQUFFLEdBQUcsRUFBRSxDQUFDO0FBQ2YsUUFBSSxNQUFNLE1BQU8sR0FBRSxHQUFHLGdCQUFnQjtBQUN0QztBQUFBLEVBQ0Y7QUFDQSxRQUFNLE9BQU8sTUFBTSxRQUFRLE1BQU07QUFDakMsTUFBSSxPQUFPLFNBQVMsT0FBTyxPQUFPO0FBQ2hDLFNBQUs7QUFDTCxNQUFFLEtBQUssRUFBRSxHQUFHLE9BQU8sRUFBRSxJQUFJLElBQUksRUFBRSxDQUFDO0FBQUEsRUFDbEMsV0FBVyxPQUFPLFNBQVMsT0FBTyxPQUFPO0FBQ3ZDLFNBQUs7QUFDTCxTQUFLO0FBQ0wsTUFBRSxHQUFHLE9BQU8sT0FBTyxRQUFRLE9BQU8sSUFBSSxJQUFJLElBQUksRUFBRSxFQUFFLEdBQUcsUUFBUTtBQUFBLEVBQy9ELFdBQVcsT0FBTyxTQUFTLE9BQU8sU0FBUztBQUN6QyxlQUFXLEtBQUssQ0FBQyxHQUFHLENBQUMsR0FBRztBQUN0QixpQkFBVyxHQUFHLENBQUM7QUFDZixRQUFFLEdBQUcsbUJBQW1CLElBQUksRUFBRTtBQUFBLElBQ2hDO0FBQ0EsTUFBRSxLQUFLLEVBQUUsR0FBRyxFQUFFLENBQUMsRUFBRSxHQUFHLHFCQUFxQixJQUFJLEVBQUU7QUFBQSxFQUNqRCxPQUFPO0FBQ0wsU0FBSztBQUNMLFFBQUksT0FBTyxNQUFPLEdBQUUsR0FBRyxXQUFXLElBQUksRUFBRTtBQUFBLGFBQy9CLE9BQU8sUUFBUSxPQUFPLEtBQU0sR0FBRSxHQUFHLE9BQU8sRUFBRSxJQUFJLElBQUksRUFBRTtBQUFBLGFBQ3BELE1BQU0sVUFBVSxPQUFPLE1BQU8sR0FBRSxHQUFHLFFBQVE7QUFBQSxRQUMvQyxHQUFFLEdBQUcsT0FBTyxNQUFNLEVBQUUsQ0FBQyxFQUFRO0FBQUEsRUFDcEM7QUFDRjtBQUVBLFNBQVMsU0FBUyxHQUFZLEdBQWU7QUFDM0MsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLFFBQU0sQ0FBQyxDQUFDLElBQUksRUFBRTtBQUNkLFFBQU0sT0FBTyxFQUFFO0FBQ2YsUUFBTSxLQUFLLEVBQUU7QUFDYixhQUFXLEdBQUcsQ0FBQztBQUNmLFFBQU1DLFNBQVEsU0FBUyxTQUFTLFNBQVM7QUFDekMsTUFBSSxPQUFPLFFBQVE7QUFDakIsUUFBSUEsUUFBTztBQUNULG1CQUFhLEdBQUcsR0FBRyxJQUFJO0FBQ3ZCLFFBQUUsR0FBRyxHQUFHLElBQUksS0FBSztBQUFBLElBQ25CLE1BQU8sR0FBRSxTQUFTLENBQUMsRUFBRSxHQUFHLFFBQVE7QUFBQSxFQUNsQyxXQUFXLE9BQU8sU0FBUyxPQUFPLE9BQU87QUFDdkMsUUFBSSxDQUFDQSxPQUFPLEdBQUUsR0FBRyxHQUFHLEVBQUUsZ0JBQWdCLFNBQVMsUUFBUSxNQUFNLEdBQUcsRUFBRTtBQUFBLFFBQzdELEdBQUUsR0FBRyxPQUFPLFFBQVEsb0JBQW9CLGdCQUFnQjtBQUFBLEVBQy9ELFdBQVdBLE9BQU8sR0FBRSxHQUFHLGlCQUFpQixJQUFJLElBQUksT0FBTyxRQUFRLE1BQU0sR0FBRyxFQUFFO0FBQzVFO0FBR08sU0FBUyxXQUFXLEdBQVksUUFBc0I7QUFDM0QsUUFBTSxJQUFJLEVBQUUsRUFBRSxPQUFPLE1BQU07QUFDM0IsTUFBSSxNQUFNLE9BQU87QUFDZixNQUFFLEVBQUUsSUFBSSxjQUFjLEVBQUUsR0FBRyxhQUFhO0FBQ3hDLGFBQVMsR0FBRyxPQUFPO0FBQ25CLE1BQUUsRUFBRSxLQUFLLHNCQUFzQixDQUFDO0FBQUEsRUFDbEMsTUFBTyxHQUFFLEVBQUUsSUFBSSxNQUFNLFFBQVEsYUFBYSxNQUFNLFFBQVEsYUFBYSxVQUFVO0FBQ2pGO0FBRUEsU0FBUyxTQUFTLEdBQVksR0FBZTtBQUMzQyxRQUFNLFNBQVMsRUFBRTtBQUNqQixRQUFNLE9BQU8sTUFBWTtBQUN2QixNQUFFLEVBQUUsSUFBSSxVQUFVLEdBQUcsRUFBRSxFQUFFLE9BQU8sQ0FBQyxDQUFDLENBQUM7QUFDbkMsZUFBVyxHQUFHLE1BQU07QUFDcEIsUUFBSSxFQUFFLFNBQVMsT0FBUSxHQUFFLEVBQUUsU0FBUyxDQUFDLEVBQUUsR0FBRyxRQUFRO0FBQUEsRUFDcEQ7QUFDQSxNQUFJLENBQUMsRUFBRSxPQUFPO0FBQ1osU0FBSztBQUNMO0FBQUEsRUFDRjtBQUNBLGFBQVcsR0FBRyxFQUFFLEtBQUs7QUFDckIsSUFBRSxFQUFFLEdBQUcsTUFBTSxNQUFNLFdBQVcsR0FBRyxFQUFFLEtBQUssQ0FBQyxDQUFDLEdBQUcsU0FBUyxFQUFFLElBQUksQ0FBQztBQUMvRDtBQUdPLFNBQVMsV0FBVyxHQUFZLEdBQWU7QUFDcEQsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLE1BQUksRUFBRSxTQUFTLFVBQVUsRUFBRSxTQUFTLFFBQVM7QUFDN0MsTUFBSSxPQUFPLENBQUMsR0FBRztBQUNiLFFBQUksRUFBRSxTQUFTLFVBQVUsRUFBRSxTQUFTLE9BQVE7QUFDNUMsSUFBQUQsY0FBYSxHQUFHLENBQUM7QUFDakIsTUFBRSxJQUFJLFNBQVMsR0FBRyxFQUFFLFNBQVMsR0FBRyxLQUFLLENBQUM7QUFDdEM7QUFBQSxFQUNGO0FBQ0EsTUFBSSxFQUFFLFNBQVMsUUFBUyxHQUFFLElBQUksVUFBVSxHQUFHLEVBQUUsRUFBRSxPQUFPLENBQUMsQ0FBQyxDQUFDO0FBQUEsV0FDaEQsRUFBRSxTQUFTLE9BQVEsVUFBUyxHQUFHLENBQUM7QUFBQSxXQUNoQyxFQUFFLFNBQVMsTUFBTyxHQUFFLElBQUksRUFBRSxTQUFTLEVBQUUsTUFBZ0IsRUFBRSxDQUFDLENBQUM7QUFBQSxXQUN6RCxFQUFFLFNBQVMsUUFBUyxXQUFVLEdBQUcsQ0FBQztBQUFBLFdBQ2xDLEVBQUUsU0FBUyxTQUFVLFlBQVcsR0FBRyxDQUFDO0FBQUEsV0FDcEMsRUFBRSxTQUFTLE9BQVEsVUFBUyxHQUFHLENBQUM7QUFBQSxXQUNoQyxFQUFFLFNBQVMsVUFBVTtBQUM1QixlQUFXLEdBQUcsRUFBRSxLQUFLLENBQUMsQ0FBQztBQUN2QixlQUFXLEdBQUcsRUFBRSxLQUFLLENBQUMsQ0FBQztBQUN2QixlQUFXLEdBQUcsRUFBRSxLQUFLLENBQUMsQ0FBQztBQUN2QixNQUFFLEdBQUcsUUFBUTtBQUFBLEVBQ2YsT0FBTztBQUNMLGVBQVcsR0FBRyxFQUFFLEtBQUssQ0FBQyxDQUFDO0FBQ3ZCLFVBQU0sT0FBTyxTQUFTLEVBQUUsS0FBSyxDQUFDLEVBQUUsSUFBSTtBQUNwQyxVQUFNLEtBQUssU0FBUyxFQUFFLElBQUk7QUFDMUIsUUFBSSxTQUFTLEdBQUksR0FBRSxHQUFHLE9BQU8sUUFBUSx3QkFBd0IscUJBQXFCO0FBQUEsRUFDcEY7QUFDQSxJQUFFLElBQUksU0FBUyxHQUFHLEVBQUUsU0FBUyxHQUFHLFNBQVMsRUFBRSxJQUFJLENBQUMsQ0FBQztBQUNuRDs7O0FDN05BLElBQU0sYUFBYTtBQUVuQixJQUFNLFdBQVcsb0JBQUksSUFBd0I7QUFBQSxFQUMzQztBQUFBLEVBQ0E7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUNGLENBQUM7QUFDRCxJQUFNLE9BQW9EO0FBQUEsRUFDeEQsS0FBSztBQUFBLEVBQ0wsT0FBTztBQUFBLEVBQ1AsS0FBSztBQUFBLEVBQ0wsT0FBTztBQUFBLEVBQ1AsTUFBTTtBQUFBLEVBQ04sS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsTUFBTTtBQUFBLEVBQ04sT0FBTztBQUNUO0FBR08sU0FBUyxXQUFXLEdBQWtCO0FBQzNDLE1BQUksRUFBRSxPQUFPLE9BQVcsUUFBTztBQUMvQixNQUFJLFNBQVMsSUFBSSxFQUFFLEVBQUUsRUFBRyxRQUFPO0FBQy9CLFFBQU1FLFNBQVEsRUFBRSxLQUFLLENBQUMsRUFBRSxTQUFTLFNBQVMsRUFBRSxLQUFLLENBQUMsRUFBRSxTQUFTO0FBQzdELFNBQU8sRUFBRSxPQUFPLFNBQVUsRUFBRSxPQUFPLFNBQVMsQ0FBQ0E7QUFDL0M7QUFHQSxTQUFTLE1BQU0sR0FBUyxHQUFhQyxRQUFpQztBQUNwRSxNQUFJLEVBQUUsU0FBUyxVQUFVLEVBQUUsU0FBUyxXQUFXLEVBQUUsU0FBUyxNQUFPLFFBQU87QUFDeEUsUUFBTSxTQUFTQSxXQUFVLFdBQWUsRUFBRSxNQUFNLElBQUksQ0FBQyxJQUFlQSxPQUFNLFNBQVM7QUFDbkYsTUFBSSxPQUFPLENBQUMsRUFBRyxRQUFPLFNBQVMsSUFBSTtBQUNuQyxNQUFJLEVBQUUsU0FBUyxRQUFRO0FBQ3JCLFVBQU0sSUFBSSxFQUFFLE9BQU8sQ0FBQztBQUNwQixVQUFNLE1BQU0sRUFBRSxPQUFPLEVBQUUsTUFBZ0IsTUFBTSxRQUFRLElBQUk7QUFDekQsUUFBSSxDQUFDLE9BQVEsUUFBTyxJQUFJLE9BQU8sRUFBRSxRQUFRLElBQUk7QUFDN0MsVUFBTSxRQUFRLEVBQUUsU0FBVSxFQUFFLE1BQU0sSUFBSSxFQUFFLEtBQUssSUFBZUEsT0FBTSxNQUFNLElBQUksRUFBRSxRQUFRLElBQUk7QUFDMUYsVUFBTSxTQUFTLFdBQVcsR0FBRyxHQUFHQSxNQUFLO0FBQ3JDLFdBQU8sUUFBUSxPQUFPLFdBQVcsS0FBSyxXQUFXLElBQUksSUFBSSxXQUFXLFNBQVksSUFBSTtBQUFBLEVBQ3RGO0FBQ0EsTUFBSSxFQUFFLE9BQU8sVUFBYSxXQUFXLENBQUMsRUFBRyxRQUFPLFNBQVMsS0FBSztBQUM5RCxRQUFNQyxTQUFRLEVBQUUsTUFBTSxLQUFLLEVBQUUsRUFBRSxNQUFNO0FBQ3JDLFNBQU8sQ0FBQyxVQUFVQSxRQUFPLEtBQUtBLFFBQU8sTUFBTUE7QUFDN0M7QUFHTyxTQUFTLFdBQVcsTUFBWSxHQUFhRCxRQUFpQztBQUNuRixNQUFJLFNBQVM7QUFDYixhQUFXLEVBQUUsYUFBYSxLQUFLLEtBQUssS0FBSyxNQUFNLE9BQU87QUFDcEQsUUFBSSxLQUFLLFNBQVMsUUFBUTtBQUN4QixVQUFJLEtBQUssU0FBU0EsT0FBTSxLQUFNLFdBQVU7QUFBQSxJQUMxQyxXQUFZLEVBQUUsTUFBTSxJQUFJLElBQVksSUFBZUEsT0FBTSxJQUFLLFFBQU87QUFBQSxFQUN2RTtBQUNBLFNBQU87QUFDVDtBQUVBLFNBQVMsUUFBUSxHQUFhLFFBQThEO0FBQzFGLFFBQU0sT0FBTyxFQUFFLE1BQU0sT0FBTyxDQUFDLE1BQU0sTUFBTSxNQUFNO0FBQy9DLFFBQU0sUUFBUSxLQUFLLE9BQU8sQ0FBQyxNQUFNLEVBQUUsTUFBTTtBQUN6QyxRQUFNLFFBQVEsS0FBSyxPQUFPLENBQUMsTUFBTSxDQUFDLEVBQUUsTUFBTTtBQUMxQyxNQUFJLE9BQVEsRUFBQyxPQUFPLFNBQVMsUUFBUSxPQUFPLEtBQUssTUFBTTtBQUN2RCxRQUFNLFFBQVEsQ0FBQyxHQUFHLE9BQU8sR0FBRyxLQUFLO0FBQ2pDLFFBQU0sT0FBTyxDQUFDLFNBQ1YsV0FDQSxDQUFDLE9BQU8sU0FDTixVQUNBLEVBQUUsV0FBVyxTQUFTLElBQ3BCLFVBQ0E7QUFDUixRQUFNLFVBQVUsQ0FBQyxTQUF5QjtBQUN4QyxhQUFTLElBQUksTUFBTSxRQUFRLElBQUksR0FBRyxJQUFLLEtBQUksT0FBTyxNQUFNLElBQUksQ0FBQyxFQUFFLElBQUssUUFBTztBQUMzRSxXQUFPO0FBQUEsRUFDVDtBQUNBLFNBQU8sRUFBRSxNQUFNLFFBQVEsT0FBTyxhQUFhLE1BQU0sUUFBUSxRQUFRO0FBQ25FO0FBRUEsU0FBUyxLQUFLLEdBQWEsUUFBa0M7QUFDM0QsUUFBTSxJQUFJLFFBQVEsR0FBRyxNQUFNO0FBQzNCLFFBQU0sUUFBUSxDQUFDLENBQUM7QUFDaEIsYUFBVyxLQUFLLEVBQUUsT0FBTztBQUN2QixVQUFNLElBQUksTUFBTSxTQUFTLEtBQUssS0FBSyxFQUFFLE9BQU8sQ0FBQyxJQUFJLEVBQUU7QUFDbkQsVUFBTSxLQUFLLE1BQU0sTUFBTSxTQUFTLENBQUMsSUFBSSxDQUFDO0FBQUEsRUFDeEM7QUFDQSxNQUFJLFFBQVE7QUFDWixhQUFXLEtBQUssTUFBTyxVQUFTLElBQUk7QUFDcEMsYUFBVyxLQUFLLEVBQUU7QUFDaEIsYUFBUyxNQUFNLEVBQUUsUUFBUSxFQUFFLE1BQU0sSUFBSSxDQUFDLENBQVcsQ0FBQyxJQUFJLE1BQU0sR0FBRyxHQUFHLE1BQU07QUFDMUUsUUFBTSxTQUFTLE1BQU0sRUFBRSxXQUFXO0FBQ2xDLGFBQVcsS0FBSyxFQUFFLFFBQVE7QUFDeEIsYUFBUyxVQUFVLFFBQVEsVUFBVSxXQUFXLEdBQUcsR0FBRyxNQUFNLE1BQU0sSUFBSSxJQUFJO0FBQUEsRUFDNUU7QUFDQSxNQUFJLEVBQUUsU0FBUyxRQUFTLFVBQVMsU0FBUyxLQUFLLEVBQUUsV0FBVztBQUM1RCxXQUFTLE1BQU0sRUFBRSxNQUFNLE1BQU0sSUFBSSxFQUFFLFdBQVcsVUFBVSxFQUFFLFNBQVMsV0FBVyxJQUFJO0FBQ2xGLFNBQU87QUFDVDtBQUdBLFNBQVMsU0FBUyxHQUFhLEdBQTRDO0FBQ3pFLFFBQU0sRUFBRSxPQUFPLElBQUk7QUFDbkIsTUFBSSxDQUFDLE9BQVEsUUFBTztBQUNwQixRQUFNLFVBQVUsS0FBSyxNQUFNLE9BQU8sT0FBTyxDQUFDO0FBQzFDLE1BQUksU0FBUztBQUNiLGFBQVcsS0FBSyxFQUFFLE9BQU87QUFDdkIsUUFBSyxFQUFFLE1BQU0sSUFBSSxDQUFDLElBQWUsT0FBTyxJQUFLLFdBQVUsTUFBTSxHQUFHLEdBQUcsTUFBTTtBQUFBLEVBQzNFO0FBQ0EsTUFBSSxPQUFPLFVBQVUsS0FBSyxJQUFJLFVBQVUsTUFBTSxJQUFJO0FBQ2xELE1BQUksRUFBRSxTQUFTLFNBQVM7QUFDdEIsV0FBTyxLQUFLLElBQUksR0FBRyxLQUFLLE9BQU8sVUFBVSxJQUFJLElBQUksUUFBUSxFQUFFLFdBQVcsTUFBTSxDQUFDO0FBQUEsRUFDL0U7QUFDQSxNQUFJLEVBQUUsV0FBVyxLQUFLLENBQUMsTUFBTSxFQUFFLFFBQVEsRUFBRyxRQUFPO0FBQ2pELE1BQUksV0FBVyxLQUFNLFFBQU8sS0FBSyxJQUFJLEdBQUcsT0FBTztBQUMvQyxXQUFTLElBQUksTUFBTSxJQUFJLE9BQU8sR0FBRyxJQUFLLEtBQUksVUFBVSxNQUFNLEVBQUcsUUFBTztBQUNwRSxTQUFPO0FBQ1Q7QUFFQSxTQUFTLFFBQ1AsR0FDQSxHQUNBLFFBQ21CO0FBQ25CLFFBQU0sT0FBTyxFQUFFLFdBQVcsS0FBSyxDQUFDLE1BQU0sRUFBRSxPQUFPLFNBQVMsRUFBRSxLQUFLLFNBQVMsS0FBSztBQUM3RSxNQUFJLENBQUMsUUFBUSxFQUFFLFNBQVMsU0FBVSxRQUFPO0FBQ3pDLE1BQUksUUFBUTtBQUNaLFdBQVMsSUFBSSxFQUFFLE1BQU0sU0FBUyxHQUFHLEtBQUssRUFBRSxhQUFhLEtBQUs7QUFDeEQsVUFBTSxJQUFJLEVBQUUsTUFBTSxDQUFDO0FBQ25CLFVBQU0sT0FBTyxNQUFNLEVBQUUsU0FBUyxJQUFJLFNBQVM7QUFDM0MsVUFBTSxJQUFJLEtBQUssS0FBSyxFQUFFLE9BQU8sSUFBSTtBQUNqQyxRQUFJLFFBQVEsSUFBSSxZQUFZO0FBQzFCLGFBQU8sRUFBRSxNQUFNLEdBQUcsT0FBTyxLQUFLLElBQUksR0FBRyxLQUFLLE1BQU0sYUFBYSxLQUFLLENBQUMsSUFBSSxLQUFLO0FBQUEsSUFDOUU7QUFDQSxhQUFTO0FBQUEsRUFDWDtBQUNBLFNBQU87QUFDVDtBQUdPLFNBQVMsU0FBUyxHQUF1QjtBQUM5QyxRQUFNLE9BQU8sRUFBRSxPQUFPLFNBQVMsS0FBSyxLQUFLLEVBQUUsTUFBTSxLQUFLLENBQUMsTUFBTSxVQUFVLEtBQUssRUFBRSxTQUFTLEtBQUs7QUFDNUYsUUFBTSxhQUFhLEVBQUUsTUFBTSxPQUFPLENBQUMsTUFBTSxDQUFDLEVBQUUsTUFBTSxFQUFFLEdBQUcsRUFBRTtBQUN6RCxRQUFNLE1BQU0sRUFBRSxXQUFXLEtBQUssQ0FBQyxNQUFNLEVBQUUsUUFBUTtBQUMvQyxNQUFJO0FBQ0osTUFBSSxDQUFDLE1BQU07QUFDVCxRQUFJLFFBQVEsS0FBSyxHQUFHLE1BQVM7QUFDN0IsZUFBVyxLQUFLLENBQUMsR0FBRyxFQUFFLEtBQUssRUFBRSxRQUFRLEdBQUc7QUFDdEMsVUFBSSxFQUFFLE9BQU8sS0FBTSxPQUFPLENBQUMsRUFBRSxVQUFVLE1BQU0sV0FBYTtBQUMxRCxZQUFNLElBQUksS0FBSyxHQUFHLENBQUM7QUFDbkIsVUFBSSxJQUFJLE9BQU87QUFDYixnQkFBUTtBQUNSLGVBQU87QUFBQSxNQUNUO0FBQUEsSUFDRjtBQUFBLEVBQ0Y7QUFDQSxRQUFNLElBQUksUUFBUSxHQUFHLElBQUk7QUFDekIsUUFBTSxTQUFTLFNBQVMsR0FBRyxDQUFDO0FBQzVCLFNBQU8sRUFBRSxHQUFHLEdBQUcsUUFBUSxPQUFPLFFBQVEsR0FBRyxHQUFHLE1BQU0sRUFBRTtBQUN0RDs7O0FDbExBLElBQU0sUUFBUSxDQUFDLEdBQUcsR0FBRyxHQUFHLENBQUM7QUFHbEIsU0FBUyxXQUFXLEdBQVksR0FBUyxHQUFpQjtBQUMvRCxNQUFJLE9BQU8sR0FBRyxDQUFDLEVBQUcsR0FBRSxFQUFFLElBQUssRUFBRSxRQUFRLElBQUksQ0FBQyxFQUFjLENBQUMsQ0FBQztBQUFBLE1BQ3JELEdBQUUsRUFBRSxJQUFJLEVBQUUsT0FBTyxJQUFJLENBQUMsQ0FBVTtBQUN2QztBQUdPLFNBQVMsU0FBUyxHQUFZLEdBQVMsR0FBVyxNQUFvQjtBQUMzRSxNQUFJLENBQUMsT0FBTyxHQUFHLENBQUMsR0FBRztBQUNqQixlQUFXLEdBQUcsQ0FBQztBQUNmO0FBQUEsRUFDRjtBQUNBLGFBQVcsR0FBRyxHQUFHLENBQUM7QUFDbEIsSUFBRSxFQUFFLEtBQUssRUFBRSxTQUFTLFFBQVEsdUJBQXVCLHNCQUFzQixJQUFJO0FBQy9FO0FBR08sSUFBTSxXQUFXLENBQUMsR0FBWSxTQUNuQyxFQUFFLEVBQUUsU0FBUyxXQUFXLE1BQU0sRUFBRSxHQUFHLEVBQUUsRUFBRSxNQUFNLElBQUk7QUFFbkQsSUFBTSxVQUFVLENBQUMsR0FBWSxXQUEyQixFQUFFLEVBQUUsT0FBTyxNQUFNLE1BQU0sUUFBUSxJQUFJO0FBRzNGLFNBQVMsUUFBUSxHQUFZLFFBQWdCLElBQVcsUUFBZ0IsUUFBc0I7QUFDNUYsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLE1BQUksUUFBUSxHQUFHLE1BQU0sTUFBTSxHQUFHO0FBQzVCLFFBQUksV0FBVyxFQUFHLEdBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxvQkFBb0IsTUFBTTtBQUFBLFNBQ3JEO0FBQ0gsUUFBRSxJQUFJLEVBQUU7QUFDUixVQUFJLFNBQVMsRUFBRyxHQUFFLElBQUksb0JBQW9CLE1BQU07QUFBQSxVQUMzQyxHQUFFLElBQUksZ0JBQWdCLE1BQU0sRUFBRSxHQUFHLGFBQWE7QUFDbkQsVUFBSSxXQUFXLEdBQUc7QUFDaEIsY0FBTSxJQUFJLEVBQUUsTUFBTSxNQUFNO0FBQ3hCLFVBQUUsSUFBSSxDQUFDLEVBQ0osSUFBSSxFQUFFLEVBQ04sSUFBSSxDQUFDLEVBQ0wsSUFBSSxvQkFBb0IsU0FBUyxHQUFHLENBQUM7QUFDeEMsVUFBRSxLQUFLLENBQUM7QUFBQSxNQUNWO0FBQUEsSUFDRjtBQUNBLE1BQUUsR0FBRywwQkFBMEI7QUFDL0IsYUFBUyxHQUFHLE9BQU87QUFDbkI7QUFBQSxFQUNGO0FBQ0EsSUFBRSxJQUFJLEVBQUU7QUFDUixNQUFJLFdBQVcsRUFBRyxHQUFFLElBQUksYUFBYSxNQUFNO0FBQUEsV0FDbEMsV0FBVyxFQUFHLEdBQUUsSUFBSSxvQkFBb0IsTUFBTTtBQUFBLE1BQ2xELEdBQUUsSUFBSSxvQkFBb0IsTUFBTTtBQUNyQyxNQUFJLFdBQVcsR0FBRztBQUNoQixVQUFNLElBQUksRUFBRSxNQUFNLE1BQU07QUFDeEIsTUFBRSxJQUFJLENBQUMsRUFDSixJQUFJLEVBQUUsRUFDTixJQUFJLENBQUMsRUFDTCxJQUFJLG9CQUFvQixTQUFTLEdBQUcsQ0FBQztBQUN4QyxNQUFFLEtBQUssQ0FBQztBQUFBLEVBQ1Y7QUFDRjtBQUdBLFNBQVMsU0FBUyxHQUFZLFFBQWdCLElBQVcsTUFBYyxRQUFzQjtBQUMzRixRQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsTUFBSSxRQUFRLEdBQUcsTUFBTSxNQUFNLEdBQUc7QUFDNUIsTUFBRSxJQUFJLGdCQUFnQixNQUFNLEVBQUUsR0FBRyxhQUFhO0FBQzlDLGFBQVMsR0FBRyxPQUFPO0FBQ25CLFVBQU0sSUFBSSxFQUFFLE1BQU0sTUFBTTtBQUN4QixVQUFNLE9BQU8sTUFBTSxJQUFJLENBQUMsTUFBTyxNQUFNLE9BQU8sSUFBSSxJQUFJLENBQUU7QUFDdEQsTUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLEVBQUUsRUFBRSxJQUFJLENBQUMsRUFBRSxVQUFVLElBQUksRUFBRSxJQUFJLEVBQUU7QUFDOUMsTUFBRSxLQUFLLENBQUM7QUFBQSxFQUNWLE9BQU87QUFDTCxVQUFNLFVBQVUsRUFBRSxNQUFNLEtBQUs7QUFDN0IsTUFBRSxJQUFJLE9BQU8sRUFBRSxJQUFJLE9BQU8sRUFBRSxJQUFJLEVBQUUsRUFBRSxJQUFJLG9CQUFvQixRQUFRLElBQUksRUFBRSxJQUFJLEVBQUU7QUFDaEYsTUFBRSxLQUFLLE9BQU87QUFBQSxFQUNoQjtBQUNGO0FBR0EsU0FBUyxnQkFBZ0IsR0FBWSxNQUFZLEdBQVcsTUFBb0I7QUFDOUUsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLFFBQU0sU0FBUyxTQUFTLEdBQUcsSUFBSTtBQUMvQixNQUFJLFdBQVcsUUFBVztBQUN4QixNQUFFLElBQUssRUFBRSxRQUFRLElBQUksSUFBSSxFQUFjLENBQUMsQ0FBQyxFQUFFLEtBQUssc0JBQXNCLElBQUk7QUFDMUU7QUFBQSxFQUNGO0FBQ0EsSUFBRSxJQUFJLFdBQVcsSUFBSSxVQUFVLEdBQUcsSUFBSSxJQUFLLEVBQUUsT0FBTyxJQUFJLElBQUksQ0FBVztBQUN2RSxRQUFNLFVBQVUsSUFBSSxJQUFJLFFBQVEsU0FBUyxLQUFLO0FBQzlDLE1BQUksT0FBUSxHQUFFLFNBQVMsTUFBTSxFQUFFLEdBQUcsU0FBUztBQUM3QztBQUdBLFNBQVMsVUFBVSxHQUFZLEdBQVMsR0FBVyxRQUFzQjtBQUN2RSxRQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsUUFBTSxPQUFPLEVBQUUsRUFBRSxPQUFPLENBQUM7QUFDekIsUUFBTSxTQUFTLEVBQUU7QUFDakIsUUFBTSxTQUFTLFNBQVMsR0FBRyxJQUFJO0FBQy9CLE1BQUksV0FBVyxHQUFHO0FBQ2hCLE1BQUUsSUFBSSxVQUFVLEdBQUcsSUFBSSxDQUFDO0FBQ3hCLGVBQVcsR0FBRyxNQUFNO0FBQ3BCLE1BQUUsR0FBRyxFQUFFLFNBQVMsUUFBUSxnQkFBZ0IsYUFBYTtBQUNyRDtBQUFBLEVBQ0Y7QUFDQSxNQUFJLFdBQVcsR0FBRztBQUNoQixZQUFRLEdBQUcsUUFBUSxFQUFFLE9BQU8sSUFBSSxJQUFJLEdBQVksSUFBSSxJQUFJLEtBQUssT0FBTyxNQUFNO0FBQzFFO0FBQUEsRUFDRjtBQUNBLE1BQUksV0FBVyxNQUFNLFdBQVcsS0FBSyxLQUFLLFVBQVUsR0FBRztBQUNyRCxvQkFBZ0IsR0FBRyxNQUFNLEdBQUcsQ0FBQztBQUM3QixVQUFNLElBQUksRUFBRSxNQUFNLE1BQU07QUFDeEIsTUFBRSxJQUFJLFdBQVcsRUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUMsRUFBRSxVQUFVLENBQUMsR0FBRyxHQUFHLEdBQUcsQ0FBQyxDQUFDO0FBQzlELE1BQUUsS0FBSyxDQUFDO0FBQ1I7QUFBQSxFQUNGO0FBQ0EsUUFBTSxLQUFLLEVBQUUsTUFBTSxNQUFNO0FBQ3pCLElBQUUsSUFBSSxDQUFDO0FBQ1AsSUFBRSxJQUFJLEVBQUU7QUFDUixhQUFXLFFBQVEsTUFBTSxNQUFNLEdBQUcsTUFBTSxHQUFHO0FBQ3pDLFFBQUksV0FBVyxVQUFhLFNBQVMsR0FBRztBQUN0QyxRQUFFLElBQUksRUFBRSxPQUFPLElBQUksSUFBSSxDQUFVO0FBQ2pDLGVBQVMsR0FBRyxRQUFRLElBQUksT0FBTyxJQUFJLElBQUksUUFBUSxTQUFTLEtBQUssS0FBSztBQUFBLElBQ3BFLE9BQU87QUFDTCxzQkFBZ0IsR0FBRyxNQUFNLEdBQUcsSUFBSTtBQUNoQyxlQUFTLEdBQUcsUUFBUSxJQUFJLE1BQU0sQ0FBQztBQUFBLElBQ2pDO0FBQUEsRUFDRjtBQUNBLElBQUUsSUFBSSxFQUFFO0FBQ1IsSUFBRSxLQUFLLEVBQUU7QUFDWDtBQUdBLFNBQVMsWUFBWSxHQUFZLEdBQVMsT0FBYSxHQUFXLFFBQXNCO0FBQ3RGLFFBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxRQUFNLE9BQU8sRUFBRSxFQUFFLE9BQU8sQ0FBQztBQUN6QixRQUFNLEtBQUssRUFBRSxNQUFNLE1BQU07QUFDekIsYUFBVyxHQUFHLEVBQUUsS0FBSyxDQUFDLEdBQUcsQ0FBQztBQUMxQixNQUFJLEVBQUUsU0FBUyxRQUFRO0FBQ3JCLE1BQUUsSUFBSSxDQUFDO0FBQ1AsTUFBRSxHQUFHLFVBQVU7QUFBQSxFQUNqQjtBQUNBLElBQUUsSUFBSSxFQUFFO0FBQ1IsYUFBVyxRQUFRLE1BQU0sTUFBTSxHQUFHLE1BQU0sR0FBRztBQUN6QyxhQUFTLEdBQUcsT0FBTyxHQUFHLElBQUk7QUFDMUIsTUFBRSxHQUFHLE1BQU07QUFDVCxzQkFBZ0IsR0FBRyxNQUFNLEdBQUcsSUFBSTtBQUNoQyxlQUFTLEdBQUcsRUFBRSxRQUFrQixJQUFJLE1BQU0sQ0FBQztBQUFBLElBQzdDLENBQUM7QUFBQSxFQUNIO0FBQ0EsSUFBRSxJQUFJLEVBQUU7QUFDUixJQUFFLEtBQUssRUFBRTtBQUNYO0FBR08sU0FBUyxlQUFlLEdBQVksR0FBUyxHQUFXLFFBQXNCO0FBQ25GLFFBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxRQUFNLEVBQUUsTUFBTSxJQUFJO0FBQ2xCLE1BQUksQ0FBQyxNQUFPLFdBQVUsR0FBRyxHQUFHLEdBQUcsTUFBTTtBQUFBLFdBQzVCLENBQUMsT0FBTyxHQUFHLEtBQUssR0FBRztBQUMxQixlQUFXLEdBQUcsS0FBSztBQUNuQixNQUFFO0FBQUEsTUFDQSxNQUFNLFVBQVUsR0FBRyxHQUFHLEdBQUcsTUFBTTtBQUFBLE1BQy9CLE1BQU0sV0FBVyxHQUFHLEVBQUUsS0FBSyxDQUFDLEdBQUcsQ0FBQztBQUFBLE1BQ2hDO0FBQUEsSUFDRjtBQUFBLEVBQ0YsV0FBVyxTQUFTLEVBQUcsYUFBWSxHQUFHLEdBQUcsT0FBTyxHQUFHLE1BQU07QUFBQSxPQUNwRDtBQUNILGVBQVcsR0FBRyxPQUFPLENBQUM7QUFDdEIsTUFBRSxHQUFHLGdCQUFnQixFQUFFO0FBQUEsTUFDckIsTUFBTSxVQUFVLEdBQUcsR0FBRyxHQUFHLENBQUM7QUFBQSxNQUMxQixNQUFNLFlBQVksR0FBRyxHQUFHLE9BQU8sR0FBRyxDQUFDO0FBQUEsTUFDbkM7QUFBQSxJQUNGO0FBQUEsRUFDRjtBQUNBLE1BQUksRUFBRSxTQUFTLFFBQVE7QUFDckIsTUFBRSxJQUFJLENBQUM7QUFDUCxNQUFFLEdBQUcsVUFBVTtBQUFBLEVBQ2pCO0FBQ0Y7QUFHTyxTQUFTLGdCQUFnQixHQUFZLEdBQVcsR0FBVyxRQUFzQjtBQUN0RixRQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsUUFBTSxPQUFPLEVBQUUsRUFBRSxPQUFPLENBQUM7QUFDekIsUUFBTSxJQUFJLEVBQUUsRUFBRSxRQUFRLENBQUM7QUFDdkIsUUFBTSxPQUFPLEVBQUUsRUFBRSxPQUFPLEtBQUssTUFBTSxNQUFNO0FBQ3pDLFFBQU0sU0FBUyxTQUFTLEdBQUcsSUFBSTtBQUMvQixRQUFNLEtBQUssRUFBRSxPQUFPLElBQUksSUFBSTtBQUM1QixRQUFNLFFBQVEsRUFBRSxNQUFNLE1BQU07QUFDNUIsYUFBVyxHQUFHLEdBQUcsQ0FBQztBQUNsQixNQUFJLEVBQUUsU0FBUyxRQUFRO0FBQ3JCLE1BQUUsSUFBSSxDQUFDO0FBQ1AsTUFBRSxHQUFHLFVBQVU7QUFBQSxFQUNqQjtBQUNBLE1BQUksS0FBTSxVQUFTLEdBQUcsUUFBUTtBQUM5QixJQUFFLElBQUksS0FBSztBQUNYLFFBQU0sU0FBUyxJQUFJLElBQUksU0FBUyxLQUFLO0FBQ3JDLE1BQUksV0FBVyxLQUFLLFdBQVcsR0FBRztBQUNoQyxRQUFJLE1BQU07QUFDUixRQUFFLElBQUksRUFBRSxFQUNMLElBQUksS0FBSyxFQUNULElBQUksS0FBSyxFQUNULEdBQUcsc0JBQXNCLEVBQ3pCLElBQUkscUJBQXFCLFFBQVEsQ0FBQztBQUFBLElBQ3ZDLE1BQU8sR0FBRSxJQUFJLEVBQUUsRUFBRSxJQUFJLEtBQUssRUFBRSxJQUFJLGNBQWMsTUFBTTtBQUFBLEVBQ3RELE9BQU87QUFDTCxlQUFXLFFBQVEsTUFBTSxNQUFNLEdBQUcsTUFBTSxHQUFHO0FBQ3pDLFlBQU0sV0FBVyxTQUFTLE9BQU8sU0FBUyxLQUFLO0FBQy9DLFFBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxLQUFLO0FBQ25CLFVBQUksS0FBTSxHQUFFLElBQUkscUJBQXFCLFVBQVUsSUFBSSxJQUFJO0FBQUEsVUFDbEQsR0FBRSxJQUFJLHFCQUFxQixVQUFVLElBQUk7QUFBQSxJQUNoRDtBQUFBLEVBQ0Y7QUFDQSxJQUFFLEtBQUssS0FBSztBQUNkO0FBR08sU0FBUyxnQkFBZ0IsR0FBWSxHQUFpQjtBQUMzRCxRQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsUUFBTSxPQUFPLEVBQUUsRUFBRSxPQUFPLENBQUM7QUFDekIsUUFBTSxJQUFJLEVBQUUsRUFBRSxPQUFPLEtBQUssTUFBTTtBQUNoQyxJQUFFLElBQUksVUFBVSxHQUFHLElBQUksQ0FBQztBQUN4QixhQUFXLEdBQUcsRUFBRSxFQUFFLFFBQVEsQ0FBQyxDQUFDO0FBQzVCLE1BQUksTUFBTSxPQUFPO0FBQ2YsTUFBRSxHQUFHLGFBQWE7QUFDbEIsYUFBUyxHQUFHLFFBQVE7QUFDcEIsTUFBRSxJQUFJLHFCQUFxQixHQUFHLENBQUM7QUFBQSxFQUNqQyxNQUFPLEdBQUUsSUFBSSxNQUFNLFFBQVEsY0FBYyxNQUFNLFFBQVEsY0FBYyxXQUFXO0FBQ2xGO0FBTU8sU0FBUyxVQUFVLEdBQVksTUFBa0I7QUFDdEQsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLFFBQU1FLFFBQU8sRUFBRSxFQUFFO0FBQ2pCLE1BQUksQ0FBQ0EsTUFBTTtBQUNYLE1BQUksUUFBUTtBQUNaLGFBQVcsRUFBRSxhQUFhLEtBQUssS0FBSyxLQUFLLE1BQU0sT0FBTztBQUNwRCxRQUFJLEtBQUssU0FBUyxVQUFVLEtBQUssU0FBU0EsTUFBSyxLQUFNLFVBQVM7QUFBQSxFQUNoRTtBQUNBLFFBQU0sUUFBUSxTQUFTLEdBQUcsRUFBRSxRQUFxQyxNQUFNLEtBQUs7QUFDNUUsSUFBRSxJQUFJLFVBQVUsR0FBRyxJQUFJLENBQUM7QUFDeEIsTUFBSSxPQUFPO0FBQ1QsTUFBRSxJQUFJLEVBQUUsU0FBUyxJQUFJQSxNQUFLLElBQUksQ0FBVSxFQUFFLFNBQVMsUUFBUSxLQUFLLEtBQUs7QUFDckUsTUFBRSxHQUFHLFNBQVMsRUFBRSxHQUFHLFNBQVM7QUFBQSxFQUM5QjtBQUNBLElBQUUsSUFBSSxLQUFLO0FBQ2I7QUFHTyxTQUFTLGNBQWMsR0FBWSxNQUFZLEdBQWlCO0FBQ3JFLFFBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxRQUFNQSxRQUFPLEVBQUUsRUFBRTtBQUNqQixNQUFJLENBQUNBLFNBQVMsS0FBSyxVQUFVLEtBQUssU0FBUyxHQUFHLElBQUksTUFBTSxPQUFZO0FBQ3BFLE1BQUksUUFBUTtBQUNaLGFBQVcsRUFBRSxhQUFhLEtBQUssS0FBSyxLQUFLLE1BQU0sT0FBTztBQUNwRCxRQUFJLEtBQUssU0FBUyxVQUFVLEtBQUssU0FBU0EsTUFBSyxLQUFNLFVBQVM7QUFBQSxFQUNoRTtBQUNBLElBQUUsSUFBSSxFQUFFLE9BQU8sSUFBSSxJQUFJLENBQVUsRUFBRSxHQUFHLGFBQWE7QUFDbkQsTUFBSSxPQUFPO0FBQ1QsVUFBTUMsU0FBUSxNQUFNLElBQUksQ0FBQyxPQUFPLElBQUksSUFBSSxLQUFLLFFBQVEsS0FBSyxLQUFLO0FBQy9ELE1BQUUsVUFBVSxJQUFJLFdBQVcsSUFBSSxXQUFXQSxNQUFLLEVBQUUsTUFBTSxDQUFDLEVBQUUsR0FBRyxXQUFXO0FBQUEsRUFDMUU7QUFDQSxhQUFXLEVBQUUsYUFBYSxLQUFLLEtBQUssS0FBSyxNQUFNLE9BQU87QUFDcEQsUUFBSSxLQUFLLFNBQVMsVUFBVSxDQUFDLE9BQU8sR0FBRyxJQUFJLEVBQUc7QUFDOUMsUUFBSSxLQUFLLFNBQVMsT0FBUSxZQUFXLEdBQUcsS0FBSyxNQUFjLENBQUM7QUFBQSxRQUN2RCxHQUFFLElBQUssRUFBRSxRQUFRLElBQUksSUFBSSxFQUFjLENBQUMsQ0FBQztBQUM5QyxVQUFNLElBQUksY0FBYyxLQUFLO0FBQzdCLFFBQUksTUFBTSxHQUFHO0FBQ1gsUUFBRSxJQUFJLENBQUM7QUFDUCxRQUFFLEdBQUcsV0FBVztBQUFBLElBQ2xCO0FBQ0EsTUFBRSxHQUFHLFdBQVc7QUFBQSxFQUNsQjtBQUNBLElBQUUsSUFBSSxZQUFZLEdBQUcsTUFBTSxDQUFDLENBQUM7QUFDL0I7OztBQzlQQSxTQUFTLFNBQVMsSUFBYyxNQUEwQjtBQUN4RCxNQUFJLE9BQU8sU0FBUyxPQUFPLE1BQU8sUUFBTztBQUN6QyxNQUFJLE9BQU8sT0FBUSxRQUFPO0FBQzFCLE1BQUksT0FBTyxNQUFPLFFBQU87QUFDekIsUUFBTSxNQUFNLE9BQU8sU0FBUyxPQUFPO0FBQ25DLE1BQUksU0FBUyxTQUFTLFNBQVMsTUFBTyxRQUFPLE1BQU0sWUFBWTtBQUMvRCxNQUFJLFNBQVMsTUFBTyxRQUFPLE1BQU0sY0FBYztBQUMvQyxTQUFPLE1BQU0sSUFBSSxTQUFTLFNBQVMsSUFBSTtBQUN6QztBQUVBLElBQU0sUUFBUSxDQUFDLE1BQTBCLEVBQUUsYUFBYTtBQUd4RCxJQUFNLGFBQWEsQ0FBQyxNQUNsQixFQUFFLEtBQUssU0FBUyxVQUFVLEVBQUUsT0FBTyxTQUFTLEVBQUUsT0FBTztBQUN2RCxJQUFNLFNBQVMsQ0FBQyxNQUEwQixFQUFFLE9BQU8sU0FBUyxFQUFFLEtBQUssU0FBUztBQUc1RSxTQUFTLEtBQUssR0FBa0I7QUFDOUIsUUFBTSxJQUFJLEVBQUUsS0FBSztBQUNqQixRQUFNLE9BQU8sTUFBTSxRQUFRLE1BQU07QUFDakMsTUFBSSxNQUFNLE9BQU87QUFDZixVQUFNQyxTQUFRLEVBQUUsS0FBSyxPQUFPLE1BQU0sT0FBTyxLQUFLLE9BQU8sS0FBSyxNQUFNO0FBQ2hFLFdBQU8sU0FBU0EsT0FBTSxFQUFFLEVBQXdCLENBQUM7QUFBQSxFQUNuRDtBQUNBLE1BQUksTUFBTSxRQUFRO0FBQ2hCLFdBQU8sRUFBRSxPQUFPLFNBQVMsRUFBRSxPQUFPLFNBQVMsRUFBRSxPQUFPLFFBQVEsWUFBWTtBQUFBLEVBQzFFO0FBQ0EsTUFBSSxFQUFFLE9BQU8sTUFBTyxRQUFPO0FBQzNCLE1BQUksRUFBRSxPQUFPLE9BQVEsUUFBTztBQUM1QixTQUFPLFNBQVMsRUFBRSxPQUFPLFFBQVEsUUFBUSxLQUFLLElBQUksSUFBSTtBQUN4RDtBQUVBLFNBQVMsYUFBYSxHQUFZLEdBQW9CO0FBQ3BELFFBQU0sSUFBSSxTQUFTLEVBQUUsSUFBSSxFQUFFLEtBQUssSUFBSTtBQUNwQyxNQUFJLEVBQUUsS0FBSyxTQUFTLE1BQU8sR0FBRSxJQUFJLENBQUM7QUFBQSxNQUM3QixHQUFFLElBQUksRUFBRSxLQUFLLFNBQVMsU0FBUyxDQUFDLElBQUksQ0FBQztBQUM1QztBQUdBLFNBQVMsV0FBVyxHQUFZLEdBQWMsS0FBWSxNQUF3QjtBQUNoRixRQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsUUFBTSxJQUFJLFNBQVMsRUFBRSxLQUFLLElBQUk7QUFDOUIsUUFBTSxVQUFVLEVBQUUsT0FBTyxTQUFTLEVBQUUsT0FBTztBQUMzQyxNQUFJLE1BQU0sU0FBUyxTQUFTO0FBQzFCLFVBQU0sSUFBSSxFQUFFLE1BQU0sS0FBSztBQUN2QixTQUFLO0FBQ0wsTUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLEdBQUcsRUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLEdBQUc7QUFDdkMsTUFBRSxHQUFHLE9BQU8sRUFBRSxPQUFPLFFBQVEsT0FBTyxJQUFJLElBQUksRUFBRSxLQUFLLFNBQVMsUUFBUSxNQUFNLEdBQUcsRUFBRTtBQUMvRSxNQUFFLEdBQUcsUUFBUSxFQUFFLElBQUksR0FBRztBQUN0QixNQUFFLEtBQUssQ0FBQztBQUNSO0FBQUEsRUFDRjtBQUNBLElBQUUsSUFBSSxHQUFHO0FBQ1QsT0FBSztBQUNMLE1BQUksRUFBRSxPQUFPLE1BQU8sR0FBRSxHQUFHLFFBQVE7QUFBQSxXQUN4QixFQUFFLE9BQU8sTUFBTyxHQUFFLEdBQUcsU0FBUztBQUFBLFdBQzlCLEVBQUUsT0FBTyxNQUFPLEdBQUUsR0FBRyxHQUFHLElBQUksSUFBNkIsTUFBTTtBQUFBLFdBQy9ELEVBQUUsT0FBTyxPQUFRLEdBQUUsR0FBRyxHQUFHLENBQUMsTUFBTTtBQUFBLE1BQ3BDLEdBQUUsR0FBRyxHQUFHLENBQUMsSUFBSSxFQUFFLEVBQUUsRUFBUTtBQUM5QixJQUFFLElBQUksR0FBRztBQUNYO0FBR0EsU0FBUyxXQUNQLEdBQ0EsR0FDQSxJQUNBLEdBQ0EsR0FDQSxNQUNBO0FBQ0EsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLFFBQU0sSUFBSSxTQUFTLEVBQUUsS0FBSyxJQUFJO0FBQzlCLFFBQU0sQ0FBQyxPQUFPQyxNQUFLLElBQUk7QUFDdkIsUUFBTSxPQUFPLEVBQUUsT0FBTyxXQUFXLE9BQU87QUFDeEMsSUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLEtBQUs7QUFDbEIsTUFBSSxNQUFNLE1BQU8sR0FBRSxHQUFHLE9BQU8sSUFBSSxJQUFJLEVBQUUsS0FBSyxTQUFTLFFBQVEsTUFBTSxHQUFHLEVBQUU7QUFBQSxPQUNuRTtBQUNILE1BQUUsR0FBRyxHQUFHLENBQUMsSUFBSSxJQUFJLEVBQUU7QUFDbkIsTUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLEdBQUcsQ0FBQyxLQUFLLEVBQUUsSUFBSSxLQUFLLEVBQUUsSUFBSSxLQUFLLEVBQUUsR0FBRyxHQUFHLENBQUMsS0FBSyxFQUFFLEdBQUcsU0FBUyxFQUFFLEdBQUcsUUFBUTtBQUFBLEVBQzdGO0FBQ0EsTUFBSSxNQUFNO0FBQ1IsTUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLEtBQUssRUFBRSxHQUFHLEdBQUcsQ0FBQyxLQUFLO0FBQ2hDLFFBQUksTUFBTSxPQUFPO0FBQ2YsUUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLEdBQUcsQ0FBQyxLQUFLLEVBQUUsSUFBSSxLQUFLLEVBQUUsSUFBSSxLQUFLLEVBQUUsR0FBRyxHQUFHLENBQUMsS0FBSyxFQUFFLEdBQUcsU0FBUyxFQUFFLEdBQUcsUUFBUTtBQUFBLElBQzdGO0FBQ0EsTUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJQSxNQUFLLEVBQUUsR0FBRyxVQUFVLEVBQUUsR0FBRyxTQUFTLEVBQUUsR0FBRyxRQUFRO0FBQUEsRUFDOUQ7QUFDQSxJQUFFLEdBQUcsTUFBTTtBQUNULE1BQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxLQUFLLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSUEsTUFBSztBQUFBLEVBQ3RDLENBQUM7QUFDSDtBQUVBLFNBQVMsbUJBQW1CLEdBQTBCO0FBQ3BELFFBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxRQUFNLE9BQU8sRUFBRSxFQUFFLFdBQVcsSUFBSSxDQUFDLE1BQU07QUFDckMsVUFBTSxPQUFPLE9BQU8sQ0FBQyxJQUFJLFFBQVEsU0FBUyxFQUFFLEtBQUssSUFBSTtBQUNyRCxXQUFPLEVBQUUsR0FBRyxPQUFPLEVBQUUsTUFBTSxJQUFJLEdBQUcsT0FBTyxFQUFFLE1BQU0sS0FBSyxFQUFFO0FBQUEsRUFDMUQsQ0FBQztBQUNELFNBQU87QUFBQSxJQUNMLE9BQU87QUFDTCxpQkFBVyxFQUFFLEdBQUcsT0FBTyxPQUFBQSxPQUFNLEtBQUssTUFBTTtBQUN0QyxxQkFBYSxHQUFHLFNBQVMsRUFBRSxJQUFJLEVBQUUsS0FBSyxJQUFJLEdBQUcsT0FBTyxDQUFDLElBQUksUUFBUSxFQUFFLEtBQUssSUFBSTtBQUM1RSxVQUFFLElBQUksS0FBSztBQUNYLFlBQUksTUFBTSxDQUFDLEVBQUcsR0FBRSxTQUFTLENBQUMsRUFBRSxJQUFJQSxNQUFLO0FBQUEsTUFDdkM7QUFBQSxJQUNGO0FBQUEsSUFDQSxNQUFNO0FBQ0osaUJBQVcsRUFBRSxHQUFHLE9BQU8sT0FBQUEsT0FBTSxLQUFLLE1BQU07QUFDdEMsWUFBSSxFQUFFLFVBQVU7QUFDZCxnQkFBTSxDQUFDLEdBQUcsQ0FBQyxJQUFJLENBQUMsRUFBRSxNQUFNLFNBQVMsRUFBRSxLQUFLLElBQUksQ0FBQyxHQUFHLEVBQUUsTUFBTSxLQUFLLENBQUM7QUFDOUQscUJBQVcsR0FBRyxFQUFFLElBQUk7QUFDcEIsWUFBRSxJQUFJLENBQUM7QUFDUCxxQkFBVyxHQUFHLEVBQUUsUUFBUTtBQUN4QixZQUFFLElBQUksQ0FBQztBQUNQLHFCQUFXLEdBQUcsR0FBRyxDQUFDLE9BQU9BLE1BQUssR0FBRyxHQUFHLEdBQUcsS0FBSztBQUM1QyxZQUFFLEtBQUssR0FBRyxDQUFDO0FBQUEsUUFDYixPQUFPO0FBQ0wscUJBQVcsR0FBRyxHQUFHLE9BQU8sTUFBTTtBQUM1Qix1QkFBVyxHQUFHLEVBQUUsSUFBSTtBQUNwQixnQkFBSSxPQUFPLENBQUMsRUFBRyxHQUFFLEdBQUcsaUJBQWlCO0FBQUEsVUFDdkMsQ0FBQztBQUFBLFFBQ0g7QUFBQSxNQUNGO0FBQUEsSUFDRjtBQUFBLElBQ0EsUUFBUTtBQUFBLElBQUM7QUFBQSxJQUNULFNBQVM7QUFDUCxXQUFLLFFBQVEsQ0FBQyxFQUFFLEdBQUcsT0FBTyxPQUFBQSxPQUFNLEdBQUcsTUFBTTtBQUN2QyxZQUFJLE1BQU0sQ0FBQyxFQUFHLEdBQUUsU0FBUyxDQUFDLElBQUksQ0FBQ0EsTUFBSztBQUFBLGlCQUMzQixPQUFPLENBQUMsR0FBRztBQUNsQixZQUFFLFNBQVMsQ0FBQyxJQUFJLENBQUMsRUFBRSxNQUFNLEtBQUssQ0FBQztBQUMvQixZQUFFLElBQUksS0FBSyxFQUFFLEdBQUcsZ0JBQWdCLEVBQUUsSUFBSSxFQUFFLFNBQVMsQ0FBQyxFQUFFLENBQUMsQ0FBQztBQUFBLFFBQ3hELE1BQU8sR0FBRSxTQUFTLENBQUMsSUFBSSxDQUFDLEtBQUs7QUFBQSxNQUMvQixDQUFDO0FBQUEsSUFDSDtBQUFBLEVBQ0Y7QUFDRjtBQUdBLFNBQVMsT0FBTyxHQUFZLEtBQWtCLEdBQVcsUUFBc0I7QUFDN0UsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLFFBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxRQUFNLElBQUksRUFBRSxLQUFLO0FBQ2pCLFFBQU0sQ0FBQyxHQUFHLEdBQUcsTUFBTSxJQUFJLENBQUMsRUFBRSxNQUFNLE1BQU0sR0FBRyxFQUFFLE1BQU0sTUFBTSxHQUFHLEVBQUUsTUFBTSxNQUFNLENBQUM7QUFDekUsYUFBVyxHQUFHLEVBQUUsTUFBTSxDQUFDO0FBQ3ZCLElBQUUsSUFBSSxDQUFDO0FBQ1AsYUFBVyxHQUFHLEVBQUUsVUFBNEMsQ0FBQztBQUM3RCxJQUFFLElBQUksQ0FBQztBQUNQLFFBQU0sT0FBTyxFQUFFLE9BQU8sV0FBVyxPQUFPO0FBQ3hDLFFBQU0sSUFBSSxJQUFJLE1BQU0sQ0FBQztBQUNyQixJQUFFLElBQUksQ0FBQyxFQUFFLElBQUksQ0FBQztBQUNkLE1BQUksTUFBTSxPQUFPO0FBQ2YsTUFBRSxHQUFHLFNBQVMsSUFBSSxFQUFFLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxVQUFVLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxVQUFVO0FBQzlFLE1BQUUsR0FBRyxVQUFVLEVBQUUsR0FBRyxTQUFTO0FBQUEsRUFDL0IsV0FBVyxNQUFNLE9BQVEsR0FBRSxHQUFHLEVBQUUsT0FBTyxXQUFXLGVBQWUsWUFBWTtBQUFBLE1BQ3hFLEdBQUUsR0FBRyxTQUFTLElBQUksSUFBSSxNQUFNLFFBQVEsTUFBTSxHQUFHLEVBQUU7QUFDcEQsTUFBSSxTQUFTLEVBQUcsR0FBRSxVQUFVLFNBQVMsTUFBTSxDQUFDLEVBQUUsR0FBRyxVQUFVO0FBQzNELElBQUUsSUFBSSxNQUFNO0FBQ1osSUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLE1BQU0sRUFBRSxHQUFHLGdCQUFnQixFQUFFLElBQUksQ0FBQztBQUN0RCxJQUFFLElBQUksQ0FBQyxFQUFFLElBQUksSUFBSSxNQUFNLENBQUMsQ0FBQyxFQUFFLElBQUksTUFBTSxFQUFFLEdBQUcsZ0JBQWdCLEVBQUUsSUFBSSxJQUFJLE1BQU0sQ0FBQyxDQUFDO0FBQzVFLElBQUUsS0FBSyxHQUFHLEdBQUcsTUFBTTtBQUNyQjtBQUVBLElBQU0sV0FBVyxDQUFDLFdBQ2hCLElBQUksV0FBVyxJQUFJLFdBQVcsQ0FBQyxHQUFHLEdBQUcsR0FBRyxDQUFDLEVBQUUsSUFBSSxDQUFDLE1BQU8sSUFBSSxTQUFTLEtBQUssQ0FBRSxDQUFDLEVBQUUsTUFBTTtBQUd0RixTQUFTLFNBQVMsR0FBWSxLQUF5QjtBQUNyRCxRQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLFFBQU0sSUFBSSxJQUFJLE1BQU0sQ0FBQztBQUNyQixRQUFNLE9BQU8sU0FBUyxFQUFFLEtBQUssSUFBSTtBQUNqQyxRQUFNLFVBQVUsU0FBUyxRQUFRLHVCQUF1QjtBQUN4RCxNQUFJLE1BQU0sQ0FBQyxHQUFHO0FBQ1osVUFBTSxDQUFDLEdBQUcsQ0FBQyxJQUFJLENBQUMsRUFBRSxNQUFNLElBQUksR0FBRyxFQUFFLE1BQU0sS0FBSyxDQUFDO0FBQzdDLFVBQU0sT0FBdUIsQ0FBQyxFQUFFLE1BQU0sSUFBSSxHQUFHLEVBQUUsTUFBTSxLQUFLLENBQUM7QUFDM0QsTUFBRSxJQUFJLENBQUMsRUFBRSxLQUFLLFNBQVMsQ0FBQyxFQUFFLElBQUksS0FBSyxDQUFDLENBQUM7QUFDckMsTUFBRSxJQUFJLElBQUksTUFBTSxDQUFDLENBQUMsRUFBRSxLQUFLLHNCQUFzQixDQUFDLEVBQUUsSUFBSSxLQUFLLENBQUMsQ0FBQztBQUM3RCxlQUFXLFFBQVEsQ0FBQyxHQUFHLEdBQUcsQ0FBQyxHQUFHO0FBQzVCLFFBQUUsSUFBSSxDQUFDLEVBQUUsS0FBSyxTQUFTLElBQUksRUFBRSxJQUFJLENBQUM7QUFDbEMsUUFBRSxJQUFJLElBQUksTUFBTSxDQUFDLENBQUMsRUFBRSxLQUFLLHNCQUFzQixJQUFJLEVBQUUsSUFBSSxDQUFDO0FBQzFELGlCQUFXLEdBQUcsR0FBRyxNQUFNLEdBQUcsR0FBRyxJQUFJO0FBQUEsSUFDbkM7QUFDQSxNQUFFLEtBQUssR0FBRyxHQUFHLEtBQUssQ0FBQyxDQUFDO0FBQ3BCLFdBQU8sS0FBSyxDQUFDO0FBQUEsRUFDZjtBQUNBLFFBQU0sU0FBUyxFQUFFLE1BQU0sSUFBSTtBQUMzQixNQUFJLE9BQU8sQ0FBQyxHQUFHO0FBQ2IsTUFBRSxJQUFJLElBQUksSUFBSSxDQUFDLENBQUMsRUFBRSxJQUFJLElBQUksS0FBSyxDQUFDLENBQUMsRUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLElBQUksSUFBSSxDQUFDLENBQUM7QUFDakUsTUFBRSxJQUFJLElBQUksSUFBSSxDQUFDLENBQUMsRUFBRSxLQUFLLHNCQUFzQixDQUFDO0FBQzlDLE1BQUUsSUFBSSxJQUFJLElBQUksQ0FBQyxDQUFDLEVBQUUsS0FBSyxzQkFBc0IsQ0FBQyxFQUFFLEdBQUcsU0FBUyxFQUFFLEdBQUcsZ0JBQWdCLEVBQUUsSUFBSSxNQUFNO0FBQzdGLFdBQU87QUFBQSxFQUNUO0FBQ0EsYUFBVyxRQUFRO0FBQUEsSUFDakIsQ0FBQyxHQUFHLEdBQUcsR0FBRyxDQUFDO0FBQUEsSUFDWCxDQUFDLEdBQUcsR0FBRyxHQUFHLENBQUM7QUFBQSxFQUNiLEdBQUc7QUFDRCxNQUFFLElBQUksQ0FBQyxFQUFFLElBQUksQ0FBQyxFQUFFLElBQUksQ0FBQyxFQUFFLFVBQVUsSUFBSSxFQUFFLEdBQUcsS0FBSyxDQUFDLENBQUMsRUFBRSxJQUFJLENBQUM7QUFBQSxFQUMxRDtBQUNBLElBQUUsSUFBSSxDQUFDLEVBQUUsS0FBSyxTQUFTLENBQUM7QUFDeEIsTUFBSSxFQUFFLEtBQUssU0FBUyxPQUFRLEdBQUUsU0FBUyxDQUFDLEVBQUUsR0FBRyxTQUFTO0FBQ3RELElBQUUsSUFBSSxNQUFNO0FBQ1osU0FBTztBQUNUO0FBRUEsU0FBUyxtQkFBbUIsR0FBMEI7QUFDcEQsUUFBTSxFQUFFLEdBQUcsRUFBRSxJQUFJO0FBQ2pCLFFBQU0sUUFBUSxFQUFFLFNBQVM7QUFDekIsUUFBTSxPQUFzQixFQUFFLEVBQUUsV0FBVyxJQUFJLENBQUMsT0FBTztBQUFBLElBQ3JEO0FBQUEsSUFDQSxPQUFPLENBQUM7QUFBQSxJQUNSLE9BQU8sQ0FBQztBQUFBLElBQ1IsS0FBSyxDQUFDO0FBQUEsSUFDTixNQUFNLENBQUM7QUFBQSxFQUNULEVBQUU7QUFFRixRQUFNLE9BQU8sQ0FBQyxNQUEwQixPQUFPLENBQUMsTUFBTSxDQUFDLFNBQVMsRUFBRSxVQUFVO0FBQzVFLFFBQU0sT0FBTyxDQUFDLE1BQW1CO0FBQy9CLE1BQUUsSUFBSSxDQUFDO0FBQ1AsTUFBRSxJQUFJLENBQUM7QUFBQSxFQUNUO0FBQ0EsUUFBTSxRQUFRLENBQUMsV0FBeUI7QUFDdEMsZUFBVyxFQUFFLEdBQUcsT0FBTyxLQUFLLEtBQUssS0FBSyxNQUFNO0FBQzFDLFVBQUksQ0FBQyxLQUFLLENBQUMsRUFBRztBQUNkLFVBQUksQ0FBQztBQUNILGlCQUFTLElBQUksR0FBRyxJQUFJLFFBQVE7QUFDMUIsWUFBRSxJQUFJLE1BQU0sQ0FBQyxDQUFDLEVBQUUsSUFBSSxNQUFNLENBQUMsQ0FBQyxFQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksTUFBTSxDQUFDLENBQUM7QUFDOUQsZUFBUyxJQUFJLEdBQUcsS0FBSyxRQUFRLFNBQVMsSUFBSSxLQUFLO0FBQzdDLFVBQUUsSUFBSSxNQUFNLENBQUMsQ0FBQyxFQUFFLEdBQUcseUJBQXlCLEVBQUUsSUFBSSxJQUFJLENBQUMsQ0FBQyxFQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksSUFBSSxDQUFDLENBQUM7QUFDcEYsVUFBRSxJQUFJLE1BQU0sQ0FBQyxDQUFDLEVBQUUsSUFBSSxNQUFNLENBQUMsQ0FBQyxFQUFFLFVBQVUsQ0FBQyxHQUFHLEdBQUcsR0FBRyxDQUFDLENBQUMsRUFBRSxHQUFHLHlCQUF5QjtBQUNsRixVQUFFLElBQUksS0FBSyxDQUFDLENBQUMsRUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLEtBQUssQ0FBQyxDQUFDO0FBQUEsTUFDNUM7QUFDQSxlQUFTLElBQUksR0FBRyxJQUFJLFFBQVEsSUFBSyxNQUFLLE1BQU0sQ0FBQyxDQUFDO0FBQUEsSUFDaEQ7QUFBQSxFQUNGO0FBQ0EsU0FBTztBQUFBLElBQ0wsS0FBSyxRQUFRO0FBQ1gsaUJBQVcsRUFBRSxHQUFHLE9BQU8sT0FBQUEsUUFBTyxLQUFLLEtBQUssS0FBSyxNQUFNO0FBQ2pELGlCQUFTLElBQUksR0FBRyxJQUFJLFFBQVEsS0FBSztBQUMvQixnQkFBTSxDQUFDLE1BQU0sRUFBRSxNQUFNLE1BQU07QUFDM0IsdUJBQWEsR0FBRyxDQUFDO0FBQ2pCLFlBQUUsSUFBSSxNQUFNLENBQUMsQ0FBQztBQUNkLGNBQUksTUFBTSxDQUFDLEtBQUssV0FBVyxDQUFDLEdBQUc7QUFDN0IsWUFBQUEsT0FBTSxDQUFDLE1BQU0sRUFBRSxNQUFNLE1BQU07QUFDM0IsaUJBQUtBLE9BQU0sQ0FBQyxDQUFDO0FBQUEsVUFDZjtBQUNBLGNBQUksS0FBSyxDQUFDLE1BQU0sU0FBUyxNQUFNLElBQUk7QUFDakMsZ0JBQUksQ0FBQyxNQUFNLEVBQUUsTUFBTSxNQUFNO0FBQ3pCLGlCQUFLLENBQUMsTUFBTSxFQUFFLE1BQU0sTUFBTTtBQUMxQixpQkFBSyxJQUFJLENBQUMsQ0FBQztBQUNYLGlCQUFLLEtBQUssQ0FBQyxDQUFDO0FBQUEsVUFDZDtBQUFBLFFBQ0Y7QUFBQSxNQUNGO0FBQUEsSUFDRjtBQUFBLElBQ0EsSUFBSSxHQUFHLFFBQVE7QUFDYixpQkFBVyxPQUFPLE1BQU07QUFDdEIsY0FBTSxFQUFFLEdBQUcsT0FBTyxPQUFBQSxPQUFNLElBQUk7QUFDNUIsWUFBSSxNQUFNLENBQUMsR0FBRztBQUNaLGlCQUFPLEdBQUcsS0FBSyxHQUFHLFFBQVEsSUFBSSxNQUFNO0FBQ3BDO0FBQUEsUUFDRjtBQUNBLGNBQU0sSUFBSSxFQUFFLE1BQU0sTUFBTTtBQUN4QixtQkFBVyxHQUFHLEVBQUUsTUFBTSxDQUFDO0FBQ3ZCLFlBQUksU0FBUyxLQUFLLENBQUMsT0FBTztBQUN4Qix1QkFBYSxHQUFHLENBQUM7QUFDakIsWUFBRSxVQUFVLFNBQVMsTUFBTSxDQUFDLEVBQUUsR0FBRyxnQkFBZ0I7QUFBQSxRQUNuRDtBQUNBLFVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxNQUFNLENBQUMsQ0FBQyxFQUFFLElBQUksQ0FBQztBQUM1QixZQUFJLFdBQVcsQ0FBQyxHQUFHO0FBQ2pCLFlBQUUsR0FBRyxVQUFVLEVBQUUsRUFBbUIsRUFBRSxFQUFFLElBQUksTUFBTSxDQUFDLENBQUM7QUFDcEQsWUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFVBQVUsRUFBRSxJQUFJQSxPQUFNLENBQUMsQ0FBQyxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUlBLE9BQU0sQ0FBQyxDQUFDO0FBQUEsUUFDekUsTUFBTyxHQUFFLEdBQUcsS0FBSyxDQUFDLENBQUMsRUFBRSxJQUFJLE1BQU0sQ0FBQyxDQUFDO0FBQ2pDLFVBQUUsS0FBSyxDQUFDO0FBQUEsTUFDVjtBQUFBLElBQ0Y7QUFBQSxJQUNBO0FBQUEsSUFDQSxPQUFPLFFBQVE7QUFDYixZQUFNLE1BQU07QUFDWixXQUFLLFFBQVEsQ0FBQyxLQUFLLE1BQU07QUFDdkIsY0FBTSxFQUFFLEdBQUcsT0FBTyxPQUFBQSxRQUFPLEtBQUssS0FBSyxJQUFJO0FBQ3ZDLFlBQUksV0FBVyxDQUFDLEdBQUc7QUFFakIsbUJBQVMsSUFBSSxHQUFHLElBQUksUUFBUTtBQUMxQixjQUFFLElBQUksTUFBTSxDQUFDLENBQUMsRUFBRSxJQUFJQSxPQUFNLENBQUMsQ0FBQyxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksTUFBTSxDQUFDLENBQUM7QUFBQSxRQUM1RDtBQUNBLFlBQUksQ0FBQyxPQUFPO0FBQ1YsY0FBSSxDQUFDLE1BQU0sQ0FBQyxLQUFLLENBQUMsS0FBSyxDQUFDLEdBQUc7QUFDekIscUJBQVMsSUFBSSxHQUFHLElBQUksUUFBUTtBQUMxQixnQkFBRSxJQUFJLE1BQU0sQ0FBQyxDQUFDLEVBQUUsSUFBSSxNQUFNLENBQUMsQ0FBQyxFQUFFLEdBQUcsS0FBSyxDQUFDLENBQUMsRUFBRSxJQUFJLE1BQU0sQ0FBQyxDQUFDO0FBQUEsVUFDMUQ7QUFDQSxZQUFFLFNBQVMsQ0FBQyxJQUFJLENBQUMsU0FBUyxHQUFHLEdBQUcsQ0FBQztBQUFBLFFBQ25DLFdBQVcsS0FBSyxDQUFDLEdBQUc7QUFDbEIsbUJBQVMsSUFBSSxHQUFHLElBQUksUUFBUSxLQUFLO0FBQy9CLGNBQUUsSUFBSSxJQUFJLENBQUMsQ0FBQyxFQUFFLEdBQUcseUJBQXlCLEVBQUUsSUFBSSxLQUFLLENBQUMsQ0FBQyxFQUFFLEdBQUcseUJBQXlCO0FBQ3JGLGNBQUUsVUFBVSxDQUFDLEdBQUcsR0FBRyxHQUFHLENBQUMsQ0FBQyxFQUFFLElBQUksTUFBTSxDQUFDLENBQUM7QUFBQSxVQUN4QztBQUNBLFlBQUUsU0FBUyxDQUFDLElBQUk7QUFBQSxRQUNsQixNQUFPLEdBQUUsU0FBUyxDQUFDLElBQUksTUFBTSxDQUFDLElBQUlBLFNBQVE7QUFBQSxNQUM1QyxDQUFDO0FBQUEsSUFDSDtBQUFBLEVBQ0Y7QUFDRjtBQUdPLElBQU0sZUFBZSxDQUFDLE1BQzNCLEVBQUUsRUFBRSxTQUFTLFdBQVcsbUJBQW1CLENBQUMsSUFBSSxtQkFBbUIsQ0FBQzs7O0FDeFV0RSxJQUFNLFFBQVEsQ0FBQyxXQUE2QixDQUFDLEdBQUcsR0FBRyxHQUFHLENBQUMsRUFBRSxNQUFNLEdBQUcsTUFBTTtBQUl4RSxTQUFTQyxjQUFhLEdBQVksTUFBWSxHQUFpQjtBQUM3RCxRQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsUUFBTSxLQUFLLEtBQUs7QUFDaEIsSUFBRSxJQUFLLEVBQUUsUUFBUSxJQUFJLEVBQUUsRUFBRSxPQUFPLElBQUksQ0FBQyxFQUFjLENBQUMsQ0FBQztBQUNyRCxRQUFNLFFBQVEsS0FBSyxLQUFLLEVBQUU7QUFDMUIsTUFBSSxPQUFPLFVBQVUsS0FBSyxHQUFHO0FBQzNCLFFBQUksS0FBSyxTQUFTLE1BQU8sR0FBRSxTQUFTLEtBQUssRUFBRSxHQUFHLGFBQWE7QUFBQSxTQUN0RDtBQUNILFFBQUUsSUFBSSxLQUFLLENBQUM7QUFDWixRQUFFLEdBQUcsVUFBVTtBQUFBLElBQ2pCO0FBQ0E7QUFBQSxFQUNGO0FBQ0EsUUFBTSxJQUFJLEtBQUssS0FBSyxLQUFjLEVBQUU7QUFDcEMsUUFBTSxDQUFDLEdBQUcsR0FBRyxDQUFDLElBQUksQ0FBQyxFQUFFLE1BQU0sTUFBTSxHQUFHLEVBQUUsTUFBTSxNQUFNLEdBQUcsRUFBRSxNQUFNLE1BQU0sQ0FBQztBQUNwRSxNQUFJLEdBQUc7QUFDTCxNQUFFLElBQUksQ0FBQztBQUNQLE1BQUUsR0FBRyxXQUFXO0FBQUEsRUFDbEI7QUFDQSxJQUFFLElBQUksQ0FBQztBQUNQLFFBQU0sT0FBTyxLQUFLLEtBQUssS0FBSyxLQUFLO0FBQ2pDLElBQUUsSUFBSSxRQUFTLE1BQU0sT0FBTyxJQUFJLEtBQUssT0FBTyxFQUFFLElBQUksS0FBTSxXQUFXLElBQUksQ0FBQztBQUN4RSxJQUFFLElBQUksQ0FBQztBQUNQLElBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRywwQkFBMEIsRUFBRSxTQUFTLElBQUksRUFBRSxHQUFHLGFBQWE7QUFDOUUsSUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLDJCQUEyQixFQUFFLFNBQVMsSUFBSSxFQUFFLEdBQUcsYUFBYTtBQUMvRSxJQUFFLFVBQVUsQ0FBQyxHQUFHLEdBQUcsR0FBRyxDQUFDLENBQUMsRUFBRSxJQUFJLENBQUM7QUFDL0IsTUFBSSxLQUFLLFNBQVMsT0FBTztBQUN2QixNQUFFLElBQUksQ0FBQztBQUNQLFFBQUksR0FBRztBQUNMLFFBQUUsSUFBSSxJQUFJLEVBQUU7QUFDWixRQUFFLEdBQUcsV0FBVztBQUFBLElBQ2xCO0FBQUEsRUFDRixPQUFPO0FBQ0wsTUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUM7QUFDZCxNQUFFLElBQUksRUFBRTtBQUNSLE1BQUUsR0FBRyxXQUFXLEVBQUUsR0FBRyxXQUFXO0FBQUEsRUFDbEM7QUFDQSxJQUFFLEtBQUssR0FBRyxHQUFHLENBQUM7QUFDaEI7QUFHQSxTQUFTLFNBQ1AsR0FDQSxHQUNBLEdBQ0EsUUFDQSxPQUNBLFVBQTJDLENBQUMsR0FBRyxTQUFTLFNBQVMsR0FBRyxHQUFHLEdBQUcsSUFBSSxHQUN4RTtBQUNOLFFBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxRQUFNLEtBQUssRUFBRSxNQUFNLE1BQU07QUFDekIsSUFBRSxJQUFJLENBQUM7QUFDUCxJQUFFLElBQUksRUFBRTtBQUNSLGFBQVcsUUFBUSxNQUFNLE1BQU0sR0FBRztBQUNoQyxNQUFFLElBQUksRUFBRTtBQUNSLGVBQVcsS0FBSyxFQUFFLEtBQU0sU0FBUSxHQUFHLElBQUk7QUFDdkMsVUFBTTtBQUNOLE1BQUUsS0FBSyxFQUFFLFNBQVMsUUFBUSx1QkFBdUIsc0JBQXNCLElBQUksRUFBRSxJQUFJLEVBQUU7QUFBQSxFQUNyRjtBQUNBLElBQUUsSUFBSSxFQUFFO0FBQ1IsSUFBRSxLQUFLLEVBQUU7QUFDWDtBQUVBLFNBQVMsU0FBUyxHQUFZLEdBQVMsR0FBVyxRQUFzQjtBQUN0RSxRQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsUUFBTSxPQUFPLEVBQUUsU0FBUyxRQUFRLE1BQU07QUFDdEM7QUFBQSxJQUNFO0FBQUEsSUFDQTtBQUFBLElBQ0E7QUFBQSxJQUNBO0FBQUEsSUFDQSxNQUFNO0FBQ0osUUFBRSxLQUFLLEVBQUUsR0FBRyxFQUFFLEVBQVksQ0FBQztBQUMzQixRQUFFLEdBQUcsRUFBRSxTQUFTLFFBQVEsbUJBQW1CLHFCQUFxQixJQUFJLEVBQUU7QUFBQSxJQUN4RTtBQUFBLElBQ0EsQ0FBQyxHQUFHLFNBQVM7QUFDWCxlQUFTLEdBQUcsR0FBRyxHQUFHLElBQUk7QUFDdEIsUUFBRSxHQUFHLEVBQUUsU0FBUyxRQUFRLG9CQUFvQixtQkFBbUIsSUFBSSxFQUFFO0FBQUEsSUFDdkU7QUFBQSxFQUNGO0FBQ0Y7QUFFQSxJQUFNLFdBQXlDO0FBQUEsRUFDN0MsS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsTUFBTTtBQUFBLEVBQ04sT0FBTztBQUFBLEVBQ1AsTUFBTTtBQUFBLEVBQ04sT0FBTztBQUFBLEVBQ1AsT0FBTztBQUNUO0FBRUEsU0FBU0MsV0FBVSxHQUFZLEdBQVMsR0FBVyxRQUFzQjtBQUN2RSxRQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsUUFBTSxDQUFDLENBQUMsSUFBSSxFQUFFO0FBQ2QsUUFBTSxLQUFLLEVBQUU7QUFDYixNQUFJLEVBQUUsU0FBUyxPQUFPO0FBQ3BCLGVBQVcsR0FBRyxHQUFHLENBQUM7QUFDbEIsUUFBSSxPQUFPLE1BQU8sR0FBRSxHQUFHLFdBQVc7QUFBQSxhQUN6QixPQUFPLFNBQVMsRUFBRSxTQUFTLE1BQU8sR0FBRSxHQUFHLFdBQVc7QUFBQSxhQUNsRCxPQUFPLFNBQVMsT0FBTyxTQUFVLEdBQUUsR0FBRyxVQUFVO0FBQ3pEO0FBQUEsRUFDRjtBQUNBLE1BQUksU0FBUyxFQUFFLEdBQUc7QUFDaEIsZUFBVyxHQUFHLEdBQUcsQ0FBQztBQUNsQixNQUFFLEdBQUcsU0FBUyxFQUFFLENBQUM7QUFBQSxFQUNuQixXQUFXLE9BQU8sU0FBUztBQUN6QixNQUFFLElBQUksQ0FBQztBQUNQLGVBQVcsR0FBRyxHQUFHLENBQUM7QUFDbEIsTUFBRSxHQUFHLFlBQVksRUFBRSxHQUFHLFdBQVc7QUFBQSxFQUNuQyxXQUFXLGlCQUFpQixFQUFFLEdBQUc7QUFDL0IsVUFBTSxJQUFLLEVBQUUsUUFBUSxJQUFJLENBQUMsRUFBYyxDQUFDO0FBQ3pDLFVBQU0sT0FBTyxNQUFZLG1CQUFtQixHQUFHLElBQUksQ0FBQztBQUNwRCxRQUFJLE9BQU8sU0FBUyxPQUFPLE9BQU87QUFDaEMsV0FBSztBQUNMO0FBQUEsSUFDRjtBQUNBLE1BQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxXQUFXO0FBQ3ZCLE1BQUUsSUFBSSxVQUFVO0FBQ2hCLE1BQUUsR0FBRyxVQUFVLEVBQUUsR0FBRyxlQUFlO0FBQ25DLE1BQUUsR0FBRyxNQUFNLFNBQVMsR0FBRyxHQUFHLEdBQUcsTUFBTSxHQUFHLE1BQU0sTUFBTTtBQUFBLEVBQ3BELE1BQU8sVUFBUyxHQUFHLEdBQUcsR0FBRyxNQUFNO0FBQ2pDO0FBRUEsSUFBTSxXQUEwQztBQUFBLEVBQzlDLEtBQUs7QUFBQSxFQUNMLEtBQUs7QUFBQSxFQUNMLEtBQUs7QUFBQSxFQUNMLEtBQUs7QUFBQSxFQUNMLEtBQUs7QUFBQSxFQUNMLEtBQUs7QUFBQSxFQUNMLElBQUk7QUFBQSxFQUNKLElBQUk7QUFBQSxFQUNKLElBQUk7QUFBQSxFQUNKLElBQUk7QUFDTjtBQUVBLElBQU0sYUFBZ0Q7QUFBQSxFQUNwRCxLQUFLO0FBQUEsRUFDTCxLQUFLO0FBQUEsRUFDTCxLQUFLO0FBQUEsRUFDTCxLQUFLO0FBQUEsRUFDTCxJQUFJO0FBQUEsRUFDSixLQUFLO0FBQUEsRUFDTCxJQUFJO0FBQUEsRUFDSixJQUFJO0FBQUEsRUFDSixJQUFJO0FBQUEsRUFDSixJQUFJO0FBQUEsRUFDSixLQUFLO0FBQUEsRUFDTCxLQUFLO0FBQ1A7QUFHQSxJQUFNLFVBQXlDO0FBQUEsRUFDN0MsS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsSUFBSTtBQUFBLEVBQ0osS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsS0FBSztBQUFBLEVBQ0wsSUFBSTtBQUFBLEVBQ0osSUFBSTtBQUFBLEVBQ0osSUFBSTtBQUFBLEVBQ0osSUFBSTtBQUFBLEVBQ0osS0FBSztBQUNQO0FBRUEsSUFBTSxjQUFjLENBQUMsTUFDbkIsRUFBRSxTQUFTLFdBQVcsQ0FBQyxPQUFPLE1BQU0sRUFBRSxLQUFlLEtBQUssQ0FBQyxPQUFPLEdBQUcsRUFBRSxPQUFPLEVBQUU7QUFFbEYsU0FBU0MsWUFBVyxHQUFZLEdBQVMsR0FBVyxRQUFzQjtBQUN4RSxRQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsUUFBTSxDQUFDLEdBQUcsQ0FBQyxJQUFJLEVBQUU7QUFDakIsUUFBTSxLQUFLLEVBQUU7QUFDYixRQUFNLE9BQU8sTUFBWTtBQUN2QixlQUFXLEdBQUcsR0FBRyxDQUFDO0FBQ2xCLGVBQVcsR0FBRyxHQUFHLENBQUM7QUFBQSxFQUNwQjtBQUNBLFFBQU0sSUFBSSxFQUFFO0FBQ1osTUFBSSxNQUFNLE9BQU87QUFDZixTQUFLLE9BQU8sU0FBUyxPQUFPLFdBQVcsWUFBWSxDQUFDLEtBQUssWUFBWSxDQUFDLElBQUk7QUFFeEUsWUFBTSxDQUFDLE9BQU8sTUFBTSxJQUFJLFlBQVksQ0FBQyxJQUFJLENBQUMsR0FBRyxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUM7QUFDdkQsaUJBQVcsR0FBRyxPQUFPLENBQUM7QUFDdEIsaUJBQVcsR0FBRyxRQUFRLENBQUM7QUFDdkIsUUFBRSxHQUFHLE9BQU8sUUFBUSxlQUFlLFlBQVk7QUFBQSxJQUNqRCxXQUFXLFNBQVMsRUFBRSxHQUFHO0FBQ3ZCLFdBQUs7QUFDTCxRQUFFLEdBQUcsU0FBUyxFQUFFLENBQUM7QUFBQSxJQUNuQixXQUFXLE9BQU8sU0FBUyxFQUFFLFNBQVMsV0FBVyxFQUFFLFVBQVUsR0FBRztBQUM5RCxpQkFBVyxHQUFHLEdBQUcsQ0FBQztBQUNsQixpQkFBVyxHQUFHLEdBQUcsQ0FBQztBQUNsQixRQUFFLEdBQUcsV0FBVztBQUFBLElBQ2xCLE1BQU8sVUFBUyxHQUFHLEdBQUcsR0FBRyxNQUFNO0FBQy9CO0FBQUEsRUFDRjtBQUNBLFFBQU0sT0FBTyxNQUFNLFFBQVEsTUFBTTtBQUNqQyxNQUFJLE1BQU0sVUFBVSxRQUFRLEVBQUUsR0FBRztBQUMvQixTQUFLO0FBQ0wsTUFBRSxHQUFHLFFBQVEsRUFBRSxDQUFDO0FBQUEsRUFDbEIsV0FBVyxPQUFPLFNBQVMsT0FBTyxPQUFPO0FBQ3ZDLFVBQU0sT0FBTyxPQUFPLFFBQVEsUUFBUyxPQUFPLElBQUk7QUFDaEQsUUFBSSxPQUFPLEdBQUcsQ0FBQyxFQUFHLFVBQVMsR0FBRyxHQUFHLEdBQUcsUUFBUSxNQUFNLEVBQUUsR0FBRyxPQUFPLElBQUksRUFBRSxDQUFDO0FBQUEsU0FDaEU7QUFDSCxpQkFBVyxHQUFHLEdBQUcsQ0FBQztBQUNsQixpQkFBVyxHQUFHLENBQUM7QUFDZixRQUFFLEdBQUcsU0FBUyxJQUFJLEVBQUU7QUFBQSxJQUN0QjtBQUFBLEVBQ0YsV0FBVyxPQUFPLFNBQVMsT0FBTyxPQUFPO0FBQ3ZDLGFBQVMsR0FBRyxHQUFHLEdBQUcsUUFBUSxNQUFNLEVBQUUsS0FBSyxFQUFFLEdBQUcsT0FBTyxFQUFFLElBQUksSUFBSSxFQUFFLENBQUMsQ0FBQztBQUFBLEVBQ25FLFdBQVcsV0FBVyxFQUFFLEdBQUc7QUFDekIsU0FBSztBQUNMLFVBQU0sT0FBTyxXQUFXLEVBQUU7QUFDMUIsTUFBRSxHQUFJLEtBQUssU0FBUyxHQUFHLElBQUksT0FBTyxPQUFPLElBQVc7QUFBQSxFQUN0RCxNQUFPLFVBQVMsR0FBRyxHQUFHLEdBQUcsTUFBTTtBQUNqQztBQUVBLFNBQVNDLFVBQVMsR0FBWSxHQUFTLEdBQWlCO0FBQ3RELFFBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxRQUFNLENBQUMsQ0FBQyxJQUFJLEVBQUU7QUFDZCxhQUFXLEdBQUcsR0FBRyxDQUFDO0FBQ2xCLE1BQUksRUFBRSxTQUFTLFFBQVE7QUFDckIsTUFBRSxJQUFJLENBQUM7QUFDUCxNQUFFLEdBQUcsRUFBRSxTQUFTLFFBQVEsYUFBYSxVQUFVO0FBQUEsRUFDakQsV0FBVyxFQUFFLFNBQVMsUUFBUTtBQUM1QixRQUFJLEVBQUUsU0FBUyxNQUFPLEdBQUUsSUFBSSxDQUFDO0FBQUEsUUFDeEIsR0FBRSxJQUFJLENBQUM7QUFDWixNQUFFLEdBQUcsVUFBVTtBQUFBLEVBQ2pCLFdBQVcsRUFBRSxTQUFTLE1BQU8sR0FBRSxHQUFHLHVCQUF1QixFQUFFLFNBQVMsUUFBUSxNQUFNLEdBQUcsRUFBRTtBQUFBLFdBQzlFLEVBQUUsU0FBUyxNQUFPLEdBQUUsR0FBRyx5QkFBeUIsRUFBRSxTQUFTLFFBQVEsTUFBTSxHQUFHLEVBQUU7QUFDekY7QUFHTyxTQUFTLFdBQVcsR0FBWSxHQUFTLEdBQVcsUUFBc0I7QUFDL0UsUUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLE1BQUksRUFBRSxTQUFTLFFBQVE7QUFDckIsa0JBQWMsR0FBRyxHQUFHLENBQUM7QUFDckI7QUFBQSxFQUNGO0FBQ0EsTUFBSSxPQUFPLENBQUMsR0FBRztBQUNiLFFBQUksRUFBRSxTQUFTLFVBQVUsRUFBRSxTQUFTLE9BQVE7QUFDNUMsSUFBQUgsY0FBYSxHQUFHLEdBQUcsQ0FBQztBQUNwQixNQUFFLElBQUksWUFBWSxHQUFHLEdBQUcsQ0FBQyxDQUFDO0FBQzFCO0FBQUEsRUFDRjtBQUNBLE1BQUksRUFBRSxTQUFTLFFBQVMsR0FBRSxJQUFLLEVBQUUsUUFBUSxJQUFJLEVBQUUsRUFBRSxPQUFPLENBQUMsQ0FBQyxFQUFjLENBQUMsQ0FBQztBQUFBLFdBQ2pFLEVBQUUsU0FBUyxPQUFRLGdCQUFlLEdBQUcsR0FBRyxHQUFHLE1BQU07QUFBQSxXQUNqRCxFQUFFLFNBQVMsTUFBTyxHQUFFLElBQUksRUFBRSxTQUFTLEVBQUUsTUFBZ0IsRUFBRSxDQUFDLENBQUM7QUFBQSxXQUN6RCxFQUFFLFNBQVMsUUFBUyxDQUFBQyxXQUFVLEdBQUcsR0FBRyxHQUFHLE1BQU07QUFBQSxXQUM3QyxFQUFFLFNBQVMsU0FBVSxDQUFBQyxZQUFXLEdBQUcsR0FBRyxHQUFHLE1BQU07QUFBQSxXQUMvQyxFQUFFLFNBQVMsT0FBUSxDQUFBQyxVQUFTLEdBQUcsR0FBRyxDQUFDO0FBQUEsV0FDbkMsRUFBRSxTQUFTLFVBQVU7QUFDNUIsZUFBVyxHQUFHLEVBQUUsS0FBSyxDQUFDLEdBQUcsQ0FBQztBQUMxQixlQUFXLEdBQUcsRUFBRSxLQUFLLENBQUMsR0FBRyxDQUFDO0FBQzFCLGVBQVcsR0FBRyxFQUFFLEtBQUssQ0FBQyxHQUFHLENBQUM7QUFDMUIsTUFBRSxHQUFHLGdCQUFnQjtBQUFBLEVBQ3ZCLE1BQU8sWUFBVyxHQUFHLEVBQUUsS0FBSyxDQUFDLEdBQUcsQ0FBQztBQUNqQyxJQUFFLElBQUksWUFBWSxHQUFHLEdBQUcsQ0FBQyxDQUFDO0FBQzVCOzs7QUMxUEEsSUFBTSxTQUFTLElBQUksU0FBUyxJQUFJLFlBQVksQ0FBQyxDQUFDO0FBQzlDLElBQU0sVUFBVSxDQUFDLFVBQTBCO0FBQ3pDLFNBQU8sV0FBVyxHQUFHLEtBQUs7QUFDMUIsU0FBTyxPQUFPLFNBQVMsQ0FBQztBQUMxQjtBQUdBLElBQU0sb0JBQW9CLG9CQUFJLElBQStCO0FBQzdELFNBQVMsWUFBWSxNQUFjLFNBQXFDO0FBQ3RFLFFBQU0sTUFBTSxHQUFHLElBQUksSUFBSSxPQUFPO0FBQzlCLE1BQUksUUFBUSxrQkFBa0IsSUFBSSxHQUFHO0FBQ3JDLE1BQUksQ0FBQyxPQUFPO0FBQ1YsVUFBTSxPQUFPLG9CQUFJLElBQVk7QUFDN0IsVUFBTSxJQUFJLElBQUksZ0JBQWdCLENBQUMsQ0FBQztBQUNoQyxVQUFNLE9BQU8sRUFBRSxLQUFLLENBQUMsTUFBYyxLQUFLLElBQUksUUFBUSxDQUFDLENBQUMsR0FBRyxLQUFLLENBQUMsTUFBYyxLQUFLLElBQUksSUFBSSxDQUFDLEVBQUU7QUFDN0YsUUFBSSxpQkFBaUIsSUFBSSxFQUFHLG9CQUFtQixFQUFFLEdBQUcsU0FBUyxHQUFHLEtBQUssR0FBRyxNQUFNLEVBQUUsTUFBTSxNQUFNLENBQUM7QUFDN0YsUUFBSSxTQUFTLFNBQVMsU0FBUyxNQUFPLE1BQUssSUFBSSxVQUFVO0FBQ3pELFlBQVEsQ0FBQyxHQUFHLElBQUk7QUFDaEIsc0JBQWtCLElBQUksS0FBSyxLQUFLO0FBQUEsRUFDbEM7QUFDQSxTQUFPO0FBQ1Q7QUFFQSxTQUFTLGFBQWEsR0FBb0IsR0FBYSxHQUFhLFNBQTZCO0FBQy9GLFFBQU0sU0FBUyxvQkFBSSxJQUFtQjtBQUN0QyxRQUFNLE9BQU8sQ0FBQyxTQUF1QjtBQUNuQyxRQUFJLE9BQU8sSUFBSSxJQUFJLEVBQUc7QUFDdEIsVUFBTSxJQUFJLEVBQUUsTUFBTSxNQUFNO0FBQ3hCLFdBQU8sSUFBSSxNQUFNLENBQUM7QUFDbEIsTUFBRSxXQUFXLElBQUksRUFBRSxJQUFJLENBQUM7QUFBQSxFQUMxQjtBQUNBLE1BQUksRUFBRSxRQUFRO0FBQ1osZUFBVyxLQUFLLEVBQUUsT0FBTztBQUN2QixVQUFJLEVBQUcsRUFBRSxNQUFNLElBQUksQ0FBQyxJQUFlLEVBQUUsT0FBTyxLQUFNO0FBQ2xELFVBQUksRUFBRSxTQUFTLFdBQVcsRUFBRSxTQUFTLE9BQU87QUFDMUMsbUJBQVcsUUFBUSxZQUFZLEVBQUUsSUFBYyxPQUFPLEVBQUcsTUFBSyxJQUFJO0FBQUEsTUFDcEU7QUFBQSxJQUNGO0FBQUEsRUFDRjtBQUNBLFFBQU0sT0FBTyxDQUFDLFNBQXVCO0FBQ25DLFVBQU0sSUFBSSxPQUFPLElBQUksSUFBSTtBQUN6QixRQUFJLEVBQUcsR0FBRSxJQUFJLENBQUM7QUFBQSxRQUNULEdBQUUsV0FBVyxJQUFJO0FBQUEsRUFDeEI7QUFDQSxTQUFPLEVBQUUsS0FBSyxDQUFDLE1BQU0sS0FBSyxRQUFRLENBQUMsQ0FBQyxHQUFHLEtBQUssQ0FBQyxNQUFNLEtBQUssSUFBSSxDQUFDLEVBQUU7QUFDakU7QUFHQSxTQUFTLFNBQVMsR0FBdUI7QUFDdkMsUUFBTSxTQUFTLG9CQUFJLElBQVU7QUFDN0IsTUFBSSxDQUFDLEVBQUUsRUFBRSxPQUFRLFFBQU87QUFDeEIsUUFBTSxPQUFPLENBQUMsTUFBa0I7QUFDOUIsUUFBSSxDQUFDLE9BQU8sR0FBRyxDQUFDLEVBQUcsUUFBTyxJQUFJLENBQUM7QUFBQSxFQUNqQztBQUNBLGFBQVcsS0FBSyxFQUFFLEVBQUUsT0FBTztBQUN6QixRQUFJLEVBQUUsU0FBUyxVQUFVLENBQUMsT0FBTyxDQUFDLEtBQUssT0FBTyxHQUFHLENBQUMsRUFBRyxHQUFFLEtBQUssUUFBUSxJQUFJO0FBQUEsRUFDMUU7QUFDQSxhQUFXLEtBQUssRUFBRSxFQUFFLFlBQVk7QUFDOUIsU0FBSyxFQUFFLElBQUk7QUFDWCxRQUFJLEVBQUUsU0FBVSxNQUFLLEVBQUUsUUFBUTtBQUFBLEVBQ2pDO0FBQ0EsTUFBSSxFQUFFLEVBQUUsT0FBTyxPQUFRLEdBQUUsRUFBRSxRQUFRLFFBQVEsSUFBSTtBQUMvQyxTQUFPO0FBQ1Q7QUFFQSxTQUFTLFVBQVUsR0FBWSxHQUFlO0FBQzVDLFFBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxNQUFJLEVBQUUsU0FBUyxTQUFTO0FBQ3RCLFFBQUksRUFBRSxTQUFTLE1BQU8sR0FBRSxJQUFJLEVBQUUsS0FBZTtBQUFBLFFBQ3hDLEdBQUUsSUFBSSxFQUFFLFNBQVMsU0FBUyxDQUFDLE9BQU8sRUFBRSxVQUFVLENBQUMsSUFBSyxFQUFFLEtBQWdCO0FBQUEsRUFDN0UsT0FBTztBQUNMLFFBQUksRUFBRSxTQUFTLE9BQVEsR0FBRSxTQUFTLENBQUM7QUFDbkMsZUFBVyxHQUFHLENBQUM7QUFDZixRQUFJLEVBQUUsU0FBUyxPQUFRLEdBQUUsR0FBRyxTQUFTO0FBQ3JDLE1BQUUsR0FBRyxFQUFFLFNBQVMsUUFBUSxnQkFBZ0IsYUFBYTtBQUFBLEVBQ3ZEO0FBQ0EsSUFBRSxJQUFJLFNBQVMsR0FBRyxFQUFFLFFBQVEsR0FBRyxNQUFNLENBQUM7QUFDeEM7QUFTQSxJQUFNLGFBQU4sTUFBaUI7QUFBQSxFQUNFO0FBQUEsRUFDQTtBQUFBLEVBQ0EsUUFBUSxvQkFBSSxJQUFzQjtBQUFBLEVBQ2xDO0FBQUEsRUFDQTtBQUFBLEVBRWpCLFlBQVksR0FBWTtBQUN0QixTQUFLLElBQUk7QUFDVCxVQUFNLEVBQUUsR0FBRyxFQUFFLElBQUk7QUFDakIsVUFBTSxTQUFTLEVBQUUsTUFBTSxTQUFTO0FBQ2hDLFNBQUssVUFBVSxNQUFNLEtBQUssRUFBRSxRQUFRLE9BQU8sR0FBRyxNQUFNLENBQUMsQ0FBQztBQUN0RCxTQUFLLFNBQVMsTUFBTSxLQUFLLEVBQUUsUUFBUSxPQUFPLEdBQUcsTUFBTSxDQUFDLENBQUM7QUFDckQsU0FBSyxTQUFTLFNBQVMsQ0FBQztBQUN4QixlQUFXLEtBQUssRUFBRSxPQUFPO0FBQ3ZCLFlBQU0sUUFBUSxFQUFFLFFBQVEsRUFBRSxNQUFNLElBQUksQ0FBQyxDQUFXO0FBQ2hELFVBQUksRUFBRSxTQUFTLE9BQVEsTUFBSyxVQUFVLENBQUM7QUFBQSxlQUM5QixDQUFDLE9BQU8sR0FBRyxDQUFDLEVBQUcsTUFBSyxRQUFRLEtBQUssRUFBRSxLQUFLLENBQUM7QUFDbEQsVUFBSSxPQUFPLEdBQUcsQ0FBQyxFQUFHLE1BQUssT0FBTyxLQUFLLEVBQUUsS0FBSyxDQUFDO0FBQUEsSUFDN0M7QUFBQSxFQUNGO0FBQUEsRUFFUSxVQUFVLE1BQWtCO0FBQ2xDLFVBQU0sRUFBRSxHQUFHLEVBQUUsSUFBSSxLQUFLO0FBQ3RCLFVBQU0sUUFBUSxvQkFBSSxJQUE4QyxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDO0FBQ3pFLGVBQVcsUUFBUSxLQUFLLE1BQU0sT0FBTztBQUNuQyxZQUFNLEVBQUUsS0FBSyxJQUFJO0FBQ2pCLFlBQU0sT0FBTyxFQUFFLE1BQU0sS0FBSyxDQUFDLE1BQU0sRUFBRSxTQUFTLEtBQUssSUFBSTtBQUNyRCxZQUFNLE9BQU8sS0FBSyxTQUFTLFNBQVUsTUFBTSxPQUFPLElBQU0sRUFBRSxNQUFNLElBQUksSUFBSTtBQUN4RSxVQUFJLEVBQUUsVUFBVSxPQUFPLEVBQUUsT0FBTyxJQUFLO0FBQ3JDLFlBQU0sUUFBUSxFQUFFLFFBQVEsSUFBSTtBQUM1QixZQUFNLE9BQU8sTUFBTSxJQUFJLEtBQUs7QUFDNUIsVUFBSSxLQUFNLE1BQUssS0FBSyxJQUFJO0FBQUEsVUFDbkIsT0FBTSxJQUFJLE9BQU8sQ0FBQyxJQUFJLENBQUM7QUFBQSxJQUM5QjtBQUNBLFNBQUssTUFBTSxJQUFJLE1BQU0sRUFBRSxPQUFPLFFBQVEsb0JBQUksSUFBSSxFQUFFLENBQUM7QUFDakQsZUFBVyxTQUFTLE1BQU0sS0FBSyxFQUFHLE1BQUssUUFBUSxLQUFLLEVBQUUsS0FBSyxJQUFJO0FBQUEsRUFDakU7QUFBQTtBQUFBLEVBR1EsU0FBUyxNQUFZLE9BQXFCO0FBQ2hELFVBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxVQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsVUFBTSxFQUFFLE9BQU8sT0FBTyxJQUFJLEtBQUssTUFBTSxJQUFJLElBQUk7QUFDN0MsUUFBSSxLQUFLLE9BQU8sSUFBSSxLQUFLO0FBQ3pCLFFBQUksQ0FBQyxJQUFJO0FBQ1AsV0FBSyxFQUFFLE1BQU0sS0FBSztBQUNsQixhQUFPLElBQUksT0FBTyxFQUFFO0FBQUEsSUFDdEI7QUFDQSxVQUFNLFVBQVUsS0FBSyxTQUFTLElBQUksU0FBWSxFQUFFLFNBQVMsS0FBSyxNQUFNO0FBQ3BFLFVBQU0sUUFBUSxDQUFDLEdBQUcsT0FBTyxLQUFLLENBQUMsRUFBRSxPQUFPLENBQUMsTUFBTSxJQUFJLEtBQUs7QUFDeEQsUUFBSSxRQUFRLEVBQUcsR0FBRSxJQUFJLE9BQU8sSUFBSSxLQUFLLElBQUksR0FBRyxLQUFLLENBQUMsQ0FBVTtBQUFBLFNBQ3ZEO0FBQ0gsWUFBTSxTQUFTLEtBQUssTUFBTSxXQUFXLEtBQUs7QUFDMUMsVUFBSSxRQUFTLEdBQUUsSUFBSSxPQUFPO0FBQzFCLFVBQUksQ0FBQyxXQUFXLE9BQVEsR0FBRSxTQUFTLE1BQU07QUFDekMsVUFBSSxXQUFXLE9BQVEsR0FBRSxHQUFHLFNBQVM7QUFBQSxJQUN2QztBQUNBLGVBQVcsRUFBRSxhQUFhLEtBQUssS0FBSyxNQUFNLElBQUksS0FBSyxHQUE2QjtBQUM5RSxlQUFTLEdBQUcsSUFBSTtBQUNoQixZQUFNLElBQUksY0FBYyxLQUFLO0FBQzdCLFVBQUksTUFBTSxFQUFHLEdBQUUsU0FBUyxDQUFDLEVBQUUsR0FBRyxTQUFTO0FBQ3ZDLFFBQUUsR0FBRyxTQUFTO0FBQUEsSUFDaEI7QUFDQSxNQUFFLElBQUksRUFBRTtBQUNSLE1BQUUsUUFBUSxJQUFJLE1BQU0sRUFBRTtBQUFBLEVBQ3hCO0FBQUE7QUFBQSxFQUdBLE1BQU0sT0FBZSxNQUFlLFFBQWdCLFFBQWdCLE9BQTZCO0FBQy9GLFVBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxVQUFNLE9BQU8sQ0FBQyxNQUFxQixFQUFFLEVBQUUsS0FBSyxJQUFJLENBQUMsTUFBTTtBQUN2RCxlQUFXLEtBQUssS0FBSyxRQUFRLEtBQUssR0FBRztBQUNuQyxVQUFJLENBQUMsS0FBSyxDQUFDLEVBQUc7QUFDZCxVQUFJLEVBQUUsU0FBUyxPQUFRLE1BQUssU0FBUyxHQUFHLEtBQUs7QUFBQSxVQUN4QyxZQUFXLEdBQUcsQ0FBQztBQUNwQixVQUFJLEtBQUssT0FBTyxJQUFJLENBQUMsRUFBRyxXQUFVLEdBQUcsQ0FBUztBQUFBLElBQ2hEO0FBQ0EsZUFBVyxLQUFLLEtBQUssT0FBTyxLQUFLLEVBQUcsS0FBSSxFQUFFLFNBQVMsVUFBVSxLQUFLLENBQUMsRUFBRyxXQUFVLEdBQUcsQ0FBQztBQUNwRixhQUFTLElBQUksR0FBRyxJQUFJLFFBQVEsS0FBSztBQUMvQixpQkFBVyxLQUFLLEtBQUssT0FBTyxLQUFLLEVBQUcsS0FBSSxLQUFLLENBQUMsRUFBRyxZQUFXLEdBQUcsR0FBRyxHQUFHLE1BQU07QUFDM0UsY0FBUSxDQUFDO0FBQUEsSUFDWDtBQUFBLEVBQ0Y7QUFBQTtBQUFBLEVBR1EsS0FBSyxTQUFnQixPQUFlLE9BQWUsTUFBYyxNQUF3QjtBQUMvRixRQUFJLFNBQVMsTUFBTztBQUNwQixRQUFJLFFBQVEsUUFBUSxPQUFPO0FBQ3pCLFdBQUssRUFBRSxFQUFFLFNBQVMsS0FBSyxFQUFFLElBQUksT0FBTztBQUNwQyxXQUFLO0FBQUEsSUFDUCxNQUFPLE1BQUssRUFBRSxFQUFFLElBQUksU0FBUyxPQUFPLE9BQU8sTUFBTSxJQUFJO0FBQUEsRUFDdkQ7QUFBQSxFQUVRLFdBQ04sR0FDQSxNQUNBLFNBQ0E7QUFDQSxVQUFNLEVBQUUsR0FBRyxFQUFFLElBQUksS0FBSztBQUN0QixVQUFNLElBQUksS0FBSyxFQUFFLFNBQVMsSUFBSSxFQUFFLElBQUk7QUFDcEMsVUFBTSxPQUFPLElBQUksRUFBRTtBQUNuQixVQUFNLE9BQU8sRUFBRSxPQUFRLEVBQUUsT0FBTztBQUNoQyxVQUFNLE9BQU8sRUFBRSxPQUFRLEVBQUUsT0FBTztBQUNoQyxRQUFJLFdBQVcsRUFBRSxPQUFPO0FBQ3RCLFlBQU0sRUFBRSxNQUFNLElBQUksRUFBRTtBQUNwQixZQUFNLENBQUMsTUFBTSxFQUFFLElBQUksQ0FBQyxFQUFFLE1BQU0sS0FBSyxHQUFHLEVBQUUsTUFBTSxLQUFLLENBQUM7QUFDbEQsUUFBRSxJQUFJLE1BQU0sR0FBRyxNQUFNLE9BQU8sTUFBTTtBQUNoQyxVQUFFLElBQUksSUFBSSxFQUFFLFNBQVMsS0FBSyxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksRUFBRTtBQUNoRCxVQUFFLElBQUksRUFBRSxFQUFFLFNBQVMsSUFBSSxFQUFFLElBQUksRUFBRSxFQUFFLFNBQVMsSUFBSSxFQUFFLEdBQUcsVUFBVSxFQUFFLEdBQUcsUUFBUSxFQUFFLElBQUksRUFBRTtBQUNsRixVQUFFLElBQUksR0FBRyxNQUFNLElBQUksTUFBTSxNQUFNLEtBQUssRUFBRSxRQUFRLENBQUMsQ0FBQztBQUNoRCxnQkFBUTtBQUFBLE1BQ1YsQ0FBQztBQUFBLElBQ0gsTUFBTyxNQUFLLEtBQUssR0FBRyxHQUFHLE1BQU0sTUFBTSxNQUFNLEtBQUssRUFBRSxRQUFRLENBQUMsQ0FBQztBQUMxRCxTQUFLLEtBQUssR0FBRyxNQUFNLE1BQU0sR0FBRyxNQUFNLEtBQUssR0FBRyxDQUFDLENBQUM7QUFDNUMsUUFBSSxPQUFPLEVBQUUsTUFBTTtBQUNqQixRQUFFLFNBQVMsSUFBSSxFQUFFLElBQUksQ0FBQztBQUN0QixXQUFLLEdBQUcsRUFBRSxPQUFPLElBQUk7QUFBQSxJQUN2QjtBQUFBLEVBQ0Y7QUFBQTtBQUFBLEVBR0EsUUFBYztBQUNaLFVBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxVQUFNLEVBQUUsR0FBRyxFQUFFLElBQUk7QUFDakIsZUFBVyxLQUFLLEtBQUssT0FBUSxLQUFLLEVBQVcsU0FBUyxRQUFTLFdBQVUsR0FBRyxDQUFTO0FBQ3JGLFVBQU0sVUFBVSxDQUFDLFVBQXdCO0FBQ3ZDLFVBQUksVUFBVSxFQUFFLGFBQWE7QUFDM0IsYUFBSyxNQUFNLEdBQUcsQ0FBQztBQUNmO0FBQUEsTUFDRjtBQUNBLFlBQU0sSUFBSSxFQUFFLE1BQU0sS0FBSztBQUN2QixVQUFJLE1BQU0sRUFBRSxRQUFRO0FBQ2xCLGFBQUssV0FBVyxHQUFHLENBQUMsUUFBUSxXQUFXO0FBQ3JDLGdCQUFNQyxTQUFRLENBQUMsTUFDYixFQUFFLFFBQVEsUUFBUSxDQUFDLEdBQUcsTUFBTSxnQkFBZ0IsR0FBRyxHQUFHLEdBQUcsTUFBTSxDQUFDO0FBQzlELGNBQUksRUFBRSxTQUFTLE1BQU8sTUFBSyxNQUFNLFFBQVEsR0FBRyxPQUFPLFFBQVEsUUFBUUEsTUFBSztBQUFBLGVBQ25FO0FBQ0gsaUJBQUssTUFBTSxRQUFRLEdBQUcsT0FBTyxRQUFRLE1BQU07QUFDM0MsaUJBQUssTUFBTSxRQUFRLE1BQU07QUFBQSxVQUMzQjtBQUFBLFFBQ0YsQ0FBQztBQUNEO0FBQUEsTUFDRjtBQUNBLFdBQUssS0FBSyxFQUFFLFNBQVMsSUFBSSxFQUFFLElBQUksR0FBWSxHQUFHLEVBQUUsTUFBTSxHQUFHLE1BQU07QUFDN0QsYUFBSyxNQUFNLFFBQVEsR0FBRyxPQUFPLEdBQUcsQ0FBQztBQUNqQyxnQkFBUSxRQUFRLENBQUM7QUFBQSxNQUNuQixDQUFDO0FBQUEsSUFDSDtBQUNBLFNBQUssTUFBTSxHQUFHLE9BQU8sR0FBRyxDQUFDO0FBQ3pCLFlBQVEsQ0FBQztBQUFBLEVBQ1g7QUFBQTtBQUFBLEVBR1EsTUFBTSxRQUFnQixRQUFzQjtBQUNsRCxVQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsVUFBTSxFQUFFLEdBQUcsRUFBRSxJQUFJO0FBQ2pCLFFBQUksRUFBRSxXQUFXLFNBQVMsRUFBRyxNQUFLLE9BQU8sUUFBUSxNQUFNO0FBQ3ZELFNBQUssTUFBTSxFQUFFLGFBQWEsTUFBTSxRQUFRLE1BQU07QUFDOUMsTUFBRSxRQUFRLFFBQVEsQ0FBQyxHQUFHLE1BQU07QUFDMUIsVUFBSSxFQUFFLFNBQVMsU0FBUztBQUN0QixpQkFBUyxJQUFJLEdBQUcsSUFBSSxRQUFRLElBQUssaUJBQWdCLEdBQUcsR0FBRyxHQUFHLE1BQU07QUFBQSxNQUNsRSxNQUFPLGlCQUFnQixHQUFHLENBQUM7QUFBQSxJQUM3QixDQUFDO0FBQUEsRUFDSDtBQUFBLEVBRVEsT0FBTyxRQUFnQixRQUFzQjtBQUNuRCxVQUFNLEVBQUUsRUFBRSxJQUFJO0FBQ2QsVUFBTSxFQUFFLEVBQUUsSUFBSTtBQUNkLFVBQU0sRUFBRSxFQUFFLElBQUk7QUFDZCxVQUFNLE1BQU0sYUFBYSxDQUFDO0FBQzFCLFVBQU0sUUFBUSxFQUFFLFNBQVMsVUFBVSxFQUFFLFNBQVM7QUFDOUMsUUFBSSxLQUFLLEtBQUs7QUFDZCxVQUFNLFFBQVEsTUFBWSxJQUFJLE1BQU0sS0FBSztBQUN6QyxVQUFNLFFBQVEsQ0FBQyxVQUF3QjtBQUNyQyxZQUFNLElBQUksRUFBRSxNQUFNLEtBQUs7QUFDdkIsWUFBTSxPQUFPLFFBQVEsTUFBTSxFQUFFLE1BQU07QUFDbkMsVUFBSSxNQUFNLEVBQUUsUUFBUTtBQUNsQixjQUFNQyxRQUFPLENBQUMsR0FBV0MsV0FDdkIsS0FBSyxNQUFNLFFBQVEsR0FBRyxPQUFPLEdBQUdBLFFBQU8sQ0FBQyxNQUFNLElBQUksSUFBSSxHQUFHQSxNQUFLLENBQUM7QUFDakUsYUFBSyxXQUFXLEdBQUdELE9BQU0sRUFBRSxPQUFPLFNBQVMsUUFBUSxRQUFRLE1BQVM7QUFDcEU7QUFBQSxNQUNGO0FBQ0EsWUFBTSxPQUFPLE1BQVk7QUFDdkIsYUFBSyxNQUFNLFFBQVEsR0FBRyxPQUFPLFFBQVEsUUFBUSxPQUFPLENBQUMsTUFBTSxJQUFJLElBQUksR0FBRyxNQUFNLElBQUksTUFBUztBQUN6RixZQUFJLENBQUMsS0FBTSxPQUFNLFFBQVEsQ0FBQztBQUFBLE1BQzVCO0FBQ0EsWUFBTSxVQUFVLEVBQUUsU0FBUyxJQUFJLEVBQUUsSUFBSTtBQUNyQyxVQUFJLEVBQUUsT0FBTyxTQUFTLE9BQU87QUFDM0IsYUFBSyxLQUFLLFNBQVMsR0FBRyxFQUFFLE1BQU0sR0FBRyxJQUFJO0FBQ3JDO0FBQUEsTUFDRjtBQUNBLFlBQU0sRUFBRSxNQUFNLElBQUksRUFBRTtBQUNwQixZQUFNLENBQUMsTUFBTSxFQUFFLElBQUksQ0FBQyxFQUFFLE1BQU0sS0FBSyxHQUFHLEVBQUUsTUFBTSxLQUFLLENBQUM7QUFDbEQsUUFBRSxJQUFJLE1BQU0sR0FBRyxFQUFFLE1BQU0sT0FBTyxNQUFNO0FBQ2xDLFVBQUUsSUFBSSxJQUFJLEVBQUUsU0FBUyxLQUFLLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxFQUFFO0FBQ2hELFVBQUUsSUFBSSxFQUFFLEVBQUUsU0FBUyxFQUFFLElBQUksRUFBRSxJQUFJLEVBQUUsRUFBRSxTQUFTLEVBQUUsSUFBSSxFQUFFLEdBQUcsVUFBVSxFQUFFLEdBQUcsUUFBUSxFQUFFLElBQUksRUFBRTtBQUN0RixVQUFFLElBQUksU0FBUyxNQUFNLElBQUksR0FBRyxJQUFJO0FBQ2hDLGNBQU07QUFBQSxNQUNSLENBQUM7QUFBQSxJQUNIO0FBQ0EsUUFBSSxFQUFFLE1BQU0sU0FBUyxFQUFFLFlBQWEsT0FBTSxFQUFFLFdBQVc7QUFBQSxRQUNsRCxVQUFTLElBQUksR0FBRyxJQUFJLFFBQVEsSUFBSyxLQUFJLElBQUksR0FBRyxNQUFNO0FBQ3ZELFFBQUksT0FBTyxLQUFLO0FBQUEsRUFDbEI7QUFDRjtBQUdPLFNBQVMsYUFBYSxRQUFvQixTQUE4QjtBQUM3RSxRQUFNLElBQUksUUFBUSxNQUFNO0FBQ3hCLFFBQU0sSUFBSSxTQUFTLENBQUM7QUFDcEIsUUFBTSxJQUFJLElBQUksY0FBYztBQUM1QixRQUFNLEVBQUUsT0FBQUUsUUFBTyxRQUFRLElBQUksaUJBQWlCLEdBQUcsR0FBRyxHQUFHLE9BQU87QUFDNUQsSUFBRTtBQUFBLElBQ0EsRUFBRSxPQUFPLElBQUksTUFBTSxLQUFjO0FBQUEsSUFDakMsQ0FBQztBQUFBLElBQ0QsQ0FBQyxHQUFHLGFBQWE7QUFDZixZQUFNLFdBQVcsSUFBSSxJQUFJLEVBQUUsTUFBTSxJQUFJLENBQUMsTUFBTSxDQUFDLEVBQUUsTUFBTSxFQUFFLE1BQU0sS0FBSyxDQUFDLENBQUMsQ0FBQztBQUNyRSxZQUFNLElBQWE7QUFBQSxRQUNqQjtBQUFBLFFBQ0E7QUFBQSxRQUNBO0FBQUEsUUFDQTtBQUFBLFFBQ0E7QUFBQSxRQUNBO0FBQUEsUUFDQSxTQUFTLG9CQUFJLElBQUk7QUFBQSxRQUNqQixRQUFRLG9CQUFJLElBQUk7QUFBQSxRQUNoQixTQUFTLG9CQUFJLElBQUk7QUFBQSxRQUNqQixRQUFRLG9CQUFJLElBQUk7QUFBQSxRQUNoQixVQUFVLENBQUM7QUFBQSxRQUNYLElBQUlBO0FBQUEsUUFDSixHQUFHLGFBQWEsR0FBRyxHQUFHLEdBQUcsT0FBTztBQUFBLE1BQ2xDO0FBQ0EsVUFBSSxXQUFXLENBQUMsRUFBRSxNQUFNO0FBQUEsSUFDMUI7QUFBQSxJQUNBO0FBQUEsRUFDRjtBQUNBLFNBQU8sRUFBRSxPQUFPLEVBQUUsT0FBTyxHQUFHLFNBQVMsVUFBVSxFQUFFO0FBQ25EOzs7QUMxVUEsSUFBTSxNQUFhO0FBQUEsRUFDakIsTUFBTTtBQUFBLEVBQ04sT0FBTztBQUFBLEVBQ1AsV0FBVztBQUFBLEVBQ1gsTUFBTTtBQUFBLEVBQ04sT0FBTztBQUFBLEVBQ1AsS0FBSztBQUFBLEVBQ0wsV0FBVztBQUNiO0FBR08sSUFBTSxVQUE0QztBQUFBLEVBQ3ZEO0FBQUEsRUFDQSxLQUFLO0FBQUEsRUFDTCxLQUFLO0FBQUEsSUFDSCxNQUFNO0FBQUEsSUFDTixPQUFPO0FBQUEsSUFDUCxXQUFXO0FBQUEsSUFDWCxNQUFNO0FBQUEsSUFDTixPQUFPO0FBQUEsSUFDUCxLQUFLO0FBQUEsSUFDTCxXQUFXO0FBQUEsRUFDYjtBQUFBLEVBQ0EsS0FBSztBQUFBLElBQ0gsTUFBTTtBQUFBLElBQ04sT0FBTztBQUFBLElBQ1AsV0FBVztBQUFBLElBQ1gsTUFBTTtBQUFBLElBQ04sT0FBTztBQUFBLElBQ1AsS0FBSztBQUFBLElBQ0wsV0FBVztBQUFBLEVBQ2I7QUFDRjs7O0FDbENBLElBQU0sT0FBTztBQUdiLElBQU0sVUFBVSxDQUFDLEdBQW9CLEtBQVksU0FBc0I7QUFDckUsUUFBTSxFQUFFLE1BQU0sSUFBSTtBQUNsQixRQUFNLE9BQU8sS0FBSyxjQUFjO0FBQ2hDLE1BQUksVUFBVSxTQUFTLFVBQVUsT0FBTztBQUN0QyxNQUFFLElBQUksR0FBRyxFQUFFLElBQUksVUFBVTtBQUN6QixNQUFFLFVBQVUsVUFBVSxRQUFRLGFBQWEsTUFBTSxPQUFPLGFBQWEsRUFBRSxFQUFFLEdBQUcsU0FBUztBQUNyRixNQUFFLEdBQUcsa0JBQWtCO0FBQ3ZCO0FBQUEsRUFDRjtBQUVBLFFBQU0sQ0FBQyxPQUFPLElBQUksSUFBSSxDQUFDLEVBQUUsTUFBTSxLQUFLLEdBQUcsRUFBRSxNQUFNLEtBQUssQ0FBQztBQUNyRCxJQUFFLElBQUksR0FBRyxFQUFFLElBQUksVUFBVSxRQUFRLGFBQWEsVUFBVTtBQUN4RCxNQUFJLFVBQVUsTUFBTyxHQUFFLEdBQUcsaUJBQWlCO0FBQzNDLElBQUUsU0FBUyxDQUFDLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxLQUFLLEVBQUUsR0FBRyxxQkFBcUIsRUFBRSxJQUFJLElBQUk7QUFDekUsSUFBRSxJQUFJLElBQUksRUFDUCxTQUFTLEVBQUUsRUFDWCxHQUFHLFdBQVcsRUFDZCxTQUFTLEVBQUUsTUFBTSxJQUFJLEVBQ3JCLEdBQUcsUUFBUSxFQUNYLEdBQUcsU0FBUztBQUNmLE1BQUksS0FBTSxHQUFFLFNBQVMsRUFBRSxFQUFFLEdBQUcsU0FBUztBQUNyQyxJQUFFLElBQUksSUFBSTtBQUNWLElBQUUsSUFBSSxJQUFJLEVBQUUsU0FBUyxFQUFFLEVBQUUsSUFBSSxLQUFLLEVBQUUsSUFBSSxLQUFLLEVBQUUsR0FBRyxRQUFRLEVBQUUsR0FBRyxRQUFRO0FBQ3ZFLElBQUUsS0FBSyxPQUFPLElBQUk7QUFDcEI7QUFHQSxJQUFNLFlBQVksQ0FBQyxNQUNqQixFQUFFLEtBQUssQ0FBQyxPQUFPLE9BQU8sT0FBTyxLQUFLLEdBQUcsQ0FBQyxHQUFHLENBQUMsR0FBRyxDQUFDLEdBQUcsTUFBTSxNQUFNLEVBQUUsTUFBTTtBQUNuRSxRQUFNLENBQUMsR0FBRyxLQUFLLElBQUksQ0FBQyxFQUFFLE1BQU0sS0FBSyxHQUFHLEVBQUUsTUFBTSxLQUFLLENBQUM7QUFDbEQsSUFBRSxJQUFJLElBQUksRUFBRSxJQUFJLENBQUM7QUFDakIsSUFBRSxNQUFNLENBQUMsU0FBUztBQUNoQixNQUFFLElBQUksQ0FBQyxFQUFFLElBQUksSUFBSSxFQUFFLEdBQUcsVUFBVSxFQUFFLEtBQUssSUFBSTtBQUMzQyxNQUFFLEtBQUssQ0FBQyxVQUFVO0FBRWhCLFFBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxVQUFVLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxVQUFVLEVBQUUsR0FBRyxVQUFVLEVBQUUsSUFBSSxLQUFLO0FBQ3hFLFFBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxLQUFLLEVBQUUsR0FBRyxRQUFRLEVBQUUsSUFBSSxXQUFXLEVBQUUsSUFBSSxZQUFZO0FBQ2pGLFFBQUUsSUFBSSxJQUFJLElBQUk7QUFDZCxRQUFFLElBQUksR0FBRyxNQUFNLEVBQUUsSUFBSSxLQUFLLEVBQUUsU0FBUyxDQUFDLEVBQUUsR0FBRyxTQUFTLENBQUM7QUFDckQsUUFBRSxJQUFJLEdBQUcsTUFBTSxFQUFFLFNBQVMsQ0FBQyxFQUFFLElBQUksS0FBSyxFQUFFLEdBQUcsU0FBUyxFQUFFLFNBQVMsQ0FBQyxFQUFFLEdBQUcsU0FBUyxDQUFDO0FBQy9FLFFBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxJQUFJLEVBQUUsR0FBRyxVQUFVLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxJQUFJLEVBQUUsR0FBRyxVQUFVLEVBQUUsR0FBRyxTQUFTLEVBQUUsS0FBSyxLQUFLO0FBQUEsSUFDNUYsQ0FBQztBQUFBLEVBQ0gsQ0FBQztBQUNELElBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxJQUFJLEVBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxTQUFTLEVBQUUsR0FBRyxhQUFhO0FBQ2hFLElBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxJQUFJLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxTQUFTO0FBQ3JELElBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxJQUFJLEVBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxTQUFTLEVBQUUsR0FBRyxhQUFhO0FBQzFELENBQUM7QUFHSSxJQUFNLGdCQUFnQixDQUFDLFNBQThCO0FBQzFELFFBQU0sRUFBRSxNQUFNLEdBQUcsTUFBTSxJQUFJO0FBQzNCLFFBQU0sRUFBRSxNQUFNLElBQUksUUFBUSxLQUFLO0FBQy9CLFFBQU0sSUFBSSxJQUFJLGNBQWM7QUFDNUIsUUFBTSxRQUFRLFVBQVUsQ0FBQztBQUN6QixRQUFNLFFBQVEsSUFBSTtBQUNsQixJQUFFO0FBQUEsSUFDQSxDQUFDLE9BQU8sT0FBTyxLQUFLO0FBQUEsSUFDcEIsQ0FBQztBQUFBLElBQ0QsQ0FBQyxHQUFHLENBQUMsS0FBSyxLQUFLQyxRQUFPLE1BQU07QUFDMUIsVUFBSSxPQUFPLE1BQU0sRUFBRztBQUNwQixZQUFNLENBQUMsS0FBSyxHQUFHLElBQUksS0FBSyxJQUFJLENBQUMsR0FBRyxHQUFHLEdBQUcsQ0FBQyxFQUFFLElBQUksTUFBTSxFQUFFLE1BQU0sS0FBSyxDQUFDO0FBTWpFLFlBQU0sQ0FBQyxNQUFNLElBQUksTUFBTSxHQUFHLElBQUksQ0FBQyxHQUFHLEdBQUcsR0FBRyxDQUFDLEVBQUUsSUFBSSxNQUFNLEVBQUUsTUFBTSxLQUFLLENBQUM7QUFNbkUsUUFBRSxTQUFTLElBQUksRUFBRSxJQUFJLEdBQUc7QUFDeEIsUUFBRSxPQUFPLEtBQUssTUFBTTtBQUNsQixVQUFFLElBQUlBLFFBQU8sRUFBRSxJQUFJLElBQUksRUFBRSxJQUFJLEVBQUUsRUFBRSxTQUFTLEtBQUssRUFBRSxHQUFHLFNBQVMsRUFBRSxJQUFJLEVBQUU7QUFDckUsVUFBRSxJQUFJLEdBQUcsR0FBRyxHQUFHLEdBQUcsTUFBTTtBQUN0QixZQUFFLElBQUksRUFBRTtBQUNSLGtCQUFRLEdBQUcsS0FBSyxJQUFJO0FBQ3BCLFlBQUUsSUFBSSxXQUFXLEVBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxhQUFhLENBQUM7QUFDcEQsWUFBRSxJQUFJLEtBQUssS0FBSyxFQUFFLElBQUksSUFBSSxJQUFJO0FBQUEsUUFDaEMsQ0FBQztBQUNELFVBQUU7QUFBQSxVQUNBO0FBQUEsVUFDQTtBQUFBLFVBQ0E7QUFBQSxVQUNBLE1BQU0sRUFBRSxJQUFJLEtBQUs7QUFBQSxVQUNqQixNQUFNO0FBQ0osY0FBRSxJQUFJLElBQUksRUFBRSxTQUFTLEtBQUssRUFBRSxHQUFHLFNBQVMsRUFBRSxJQUFJLEdBQUc7QUFDakQsY0FBRSxJQUFJLEVBQUUsRUFBRSxJQUFJLEVBQUU7QUFDaEIsa0JBQU0sVUFBVSxDQUFDLFVBQWtCO0FBQ2pDLGdCQUFFLElBQUksQ0FBQyxFQUFFLElBQUksS0FBSyxFQUFFLFNBQVMsS0FBSyxFQUFFLEdBQUcsU0FBUyxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksSUFBSSxFQUFFLElBQUksR0FBRztBQUNqRixnQkFBRSxJQUFJLElBQUksRUFBRSxJQUFJLEdBQUcsRUFBRSxHQUFHLFVBQVUsRUFBRSxHQUFHLFFBQVE7QUFBQSxZQUNqRDtBQUNBLGNBQUU7QUFBQSxjQUNBO0FBQUEsY0FDQSxNQUFNLEVBQUUsSUFBSSxJQUFJO0FBQUEsY0FDaEI7QUFBQSxjQUNBLE1BQU0sRUFBRSxJQUFJLEtBQUssRUFBRSxTQUFTLENBQUMsRUFBRSxHQUFHLFNBQVM7QUFBQSxjQUMzQyxNQUFNO0FBQ0osa0JBQUUsSUFBSSxDQUFDO0FBQ1Asd0JBQVEsQ0FBQztBQUNULHdCQUFRLENBQUM7QUFDVCxrQkFBRSxJQUFJLEVBQUUsRUFBRSxLQUFLLEtBQUs7QUFDcEIsa0JBQUUsSUFBSSxJQUFJLE1BQU0sRUFBRSxJQUFJLEtBQUssRUFBRSxTQUFTLENBQUMsRUFBRSxHQUFHLFNBQVMsQ0FBQztBQUFBLGNBQ3hEO0FBQUEsWUFDRjtBQUNBLGNBQUUsSUFBSSxJQUFJLEVBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxJQUFJLEVBQUUsSUFBSSxFQUFFO0FBQUEsVUFDdEM7QUFBQSxRQUNGO0FBQ0EsVUFBRSxJQUFJLEdBQUcsR0FBRyxHQUFHLEdBQUcsTUFBTTtBQUN0QixZQUFFLElBQUksR0FBRyxFQUFFLElBQUksSUFBSSxFQUFFLElBQUksWUFBWSxDQUFDLEVBQUUsSUFBSSxXQUFXO0FBQ3ZELFlBQUUsSUFBSSxLQUFLLENBQUMsRUFBRSxJQUFJLE1BQU0sSUFBSTtBQUFBLFFBQzlCLENBQUM7QUFBQSxNQUNILENBQUM7QUFBQSxJQUNIO0FBQUEsSUFDQTtBQUFBLEVBQ0Y7QUFDQSxTQUFPLEVBQUUsT0FBTyxFQUFFLE9BQU8sR0FBRyxjQUFjLElBQUksT0FBTyxNQUFNLGtCQUFrQjtBQUMvRTs7O0FDdEhPLElBQU0sYUFBYSxDQUFDLFNBQTZDO0FBQ3RFLFFBQU0sRUFBRSxPQUFPLFFBQVEsUUFBUSxTQUFTLFNBQVMsSUFBSTtBQUNyRCxRQUFNLE9BQU8sQ0FBQyxRQUFnQixRQUFnQixPQUFlQyxVQUFnQjtBQUMzRSxVQUFNLFFBQVEsT0FBT0EsS0FBSSxJQUFJLEtBQUssU0FBU0EsS0FBSSxJQUFJO0FBQ25ELFdBQU8sS0FBSyxJQUFJLEdBQUcsS0FBSyxPQUFPLFNBQVMsU0FBUyxRQUFRLFFBQVEsT0FBT0EsS0FBSSxDQUFDLElBQUksQ0FBQztBQUFBLEVBQ3BGO0FBQ0EsU0FBTyxDQUFDLEtBQUssTUFBTSxDQUFDLEdBQUcsUUFBUSxDQUFDLEdBQUcsUUFBUSxDQUFDLEdBQUcsQ0FBQyxHQUFHLEtBQUssTUFBTSxDQUFDLEdBQUcsUUFBUSxDQUFDLEdBQUcsUUFBUSxDQUFDLEdBQUcsQ0FBQyxDQUFDO0FBQzlGO0FBR0EsSUFBTSxjQUFjLENBQUMsTUFBZ0JBLFdBQXVCO0FBQUEsRUFDMUQsUUFBUSxLQUFLLE9BQU9BLEtBQUk7QUFBQSxFQUN4QixPQUFPLENBQUMsS0FBSyxRQUFRLElBQUlBLEtBQUk7QUFBQSxFQUM3QixNQUFNLEtBQUssU0FBU0EsS0FBSTtBQUFBLEVBQ3hCLE9BQU8sS0FBSyxPQUFPQSxLQUFJO0FBQ3pCO0FBWU8sSUFBTSxpQkFBaUIsQ0FBQyxNQUFnQkEsVUFBZ0M7QUFDN0UsUUFBTSxDQUFDLFFBQVEsUUFBUSxJQUFJLENBQUMsS0FBSyxPQUFPQSxLQUFJLEdBQUcsS0FBSyxTQUFTQSxLQUFJLENBQUM7QUFDbEUsUUFBTSxTQUFTLEtBQUssTUFBTSxJQUFJQSxLQUFJO0FBQ2xDLFFBQU0sVUFBMEIsQ0FBQztBQUNqQyxXQUFTLFVBQVUsR0FBRyxVQUFVLEtBQUssSUFBSSxRQUFRLE1BQU0sR0FBRyxXQUFXO0FBQ25FLFVBQU0sU0FBbUIsQ0FBQztBQUMxQixVQUFNLFVBQW9CLENBQUM7QUFDM0IsYUFBUyxNQUFNLEtBQUssT0FBT0EsS0FBSSxJQUFJLEdBQUcsT0FBTyxHQUFHLE9BQU87QUFFckQsWUFBTSxVQUFVLFVBQVUsS0FBSyxRQUFRLElBQUlBLEtBQUksSUFBSyxNQUFNLFlBQVk7QUFDdEUsVUFBSSxDQUFDLE9BQU8sVUFBVSxNQUFNLEVBQUc7QUFDL0IsYUFBTyxLQUFLLEdBQUc7QUFDZixjQUFRLEtBQUssTUFBTTtBQUFBLElBQ3JCO0FBQ0EsVUFBTSxPQUFPLFFBQVEsU0FBUyxJQUFJLFFBQVEsQ0FBQyxJQUFLLFFBQVEsQ0FBQyxJQUFLO0FBQzlELFVBQU0sT0FBTyxFQUFFLFFBQVEsR0FBRyxPQUFPLFFBQVEsQ0FBQyxLQUFLLEdBQUcsTUFBTSxPQUFPLFFBQVEsT0FBTztBQUM5RSxZQUFRLEtBQUssRUFBRSxTQUFTLE1BQU0sS0FBSyxNQUFNLFNBQVMsV0FBVyxNQUFNLEdBQUcsUUFBUSxLQUFLLENBQUM7QUFBQSxFQUN0RjtBQUNBLFNBQU87QUFDVDtBQUdPLElBQU0sZ0JBQWdCLENBQUMsU0FDNUIsQ0FBQyxLQUFLLE1BQU0sQ0FBQyxJQUFJLEtBQUssUUFBUSxLQUFLLGNBQWMsS0FBSyxNQUFNO0FBR3ZELElBQU0sY0FBYyxDQUFDLFNBQThCO0FBQ3hELFFBQU0sQ0FBQyxXQUFXLFFBQVEsSUFBSSxXQUFXLElBQUk7QUFDN0MsUUFBTSxDQUFDLEVBQUUsUUFBUSxPQUFPLFdBQVcsSUFBSSxLQUFLO0FBQzVDLFFBQU0sQ0FBQyxHQUFHLENBQUMsSUFBSSxDQUFDLFlBQVksTUFBTSxDQUFDLEdBQUcsWUFBWSxNQUFNLENBQUMsQ0FBQztBQUMxRCxTQUFPLEVBQUUsV0FBVyxVQUFVLFFBQVEsT0FBTyxhQUFhLEdBQUcsRUFBRTtBQUNqRTs7O0FDcERPLElBQU0sWUFBWSxDQUFDLE1BQWNDLFNBQTRCO0FBQ2xFLE1BQUksUUFBUSxFQUFHLFFBQU8sRUFBRSxNQUFNQSxPQUFNLEtBQUssSUFBSSxNQUFNLEVBQUU7QUFDckQsU0FBTyxFQUFFLE1BQU1BLE9BQU0sSUFBSSxHQUFHLE1BQU0sRUFBRTtBQUN0QztBQUdPLElBQU0sYUFBYSxDQUFDLEdBQW9CLE1BQWEsUUFBZ0IsVUFBa0I7QUFDNUYsTUFBSSxTQUFTLEVBQUcsR0FBRSxJQUFJLElBQUksRUFBRSxJQUFJLGFBQWEsTUFBTTtBQUFBLFdBQzFDLFVBQVUsRUFBRyxHQUFFLElBQUksSUFBSSxFQUFFLElBQUksb0JBQW9CLE1BQU07QUFBQSxPQUMzRDtBQUNILFFBQUksVUFBVSxFQUFHLEdBQUUsSUFBSSxJQUFJO0FBQzNCLE1BQUUsSUFBSSxJQUFJLEVBQUUsSUFBSSxvQkFBb0IsTUFBTTtBQUMxQyxRQUFJLFVBQVUsRUFBRyxHQUFFLElBQUksb0JBQW9CLFNBQVMsR0FBRyxDQUFDO0FBQUEsRUFDMUQ7QUFDRjtBQUdPLElBQU0sY0FBYyxDQUN6QixHQUNBLElBQ0EsT0FDQSxRQUNBLFVBQ0c7QUFDSCxJQUFFLElBQUksRUFBRSxFQUFFLElBQUksS0FBSztBQUNuQixNQUFJLFNBQVMsRUFBRyxHQUFFLElBQUksY0FBYyxNQUFNO0FBQUEsV0FDakMsVUFBVSxFQUFHLEdBQUUsSUFBSSxxQkFBcUIsUUFBUSxDQUFDO0FBQUEsTUFDckQsR0FBRSxJQUFJLHFCQUFxQixRQUFRLENBQUM7QUFDekMsTUFBSSxVQUFVO0FBQ1osTUFBRSxJQUFJLEVBQUUsRUFDTCxJQUFJLEtBQUssRUFDVCxJQUFJLHFCQUFxQixTQUFTLEdBQUcsQ0FBQztBQUM3QztBQWNPLElBQU0sV0FBVyxDQUFDLEdBQWtCLFNBQTJCO0FBQ3BFLFFBQU0sRUFBRSxNQUFNLE1BQU0sTUFBTSxLQUFLLElBQUk7QUFDbkMsUUFBTSxVQUFVLEtBQUssS0FBSyxPQUFPLENBQUM7QUFDbEMsUUFBTSxRQUFRLENBQUMsTUFBYyxLQUFLLElBQUksR0FBRyxPQUFPLElBQUksQ0FBQztBQUNyRCxRQUFNLFNBQVMsS0FBSyxhQUNmLENBQUMsT0FBTyxPQUFPLE9BQU8sT0FBTyxLQUFLLElBQ2xDLENBQUMsT0FBTyxPQUFPLE9BQU8sS0FBSztBQUNoQyxTQUFPLEVBQUUsS0FBSyxRQUFRLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQyxHQUFHLEdBQUcsR0FBRyxHQUFHLEdBQUcsTUFBTTtBQUNsRCxVQUFNLEtBQUssTUFBTSxLQUFLLEVBQUUsUUFBUSxRQUFRLEdBQUcsTUFBTSxFQUFFLE1BQU0sTUFBTSxDQUFDO0FBQ2hFLFVBQU0sUUFBUSxFQUFFLE1BQU0sTUFBTTtBQUM1QixVQUFNLE1BQU0sTUFBTSxLQUFLLEVBQUUsUUFBUSxPQUFPLFFBQVEsR0FBRyxNQUFNLEVBQUUsTUFBTSxNQUFNLENBQUM7QUFDeEUsVUFBTSxVQUFVLENBQUMsU0FBZ0U7QUFDL0UsVUFBSSxRQUFRLENBQUMsT0FBTyxNQUFNO0FBQ3hCLGNBQU0sSUFBSSxJQUFJO0FBQ2QsYUFBSyxPQUFPLE1BQU8sSUFBSSxLQUFLLFVBQVcsT0FBTyxJQUFJLElBQUksTUFBTSxDQUFDLENBQUM7QUFBQSxNQUNoRSxDQUFDO0FBQUEsSUFDSDtBQUNBLFFBQUksS0FBSztBQUNQLFFBQUUsSUFBSSxHQUFHLEVBQUUsR0FBRyxNQUFNO0FBQ2xCLGdCQUFRLENBQUMsT0FBTyxRQUFRLFVBQVU7QUFDaEMscUJBQVcsR0FBRyxHQUFHLFFBQVEsS0FBSztBQUM5QixZQUFFLElBQUksS0FBSztBQUFBLFFBQ2IsQ0FBQztBQUFBLE1BQ0gsQ0FBQztBQUFBLElBQ0g7QUFDQSxVQUFNLE1BQU0sSUFBSSxTQUFTO0FBQ3pCLE1BQUUsTUFBTSxDQUFDLFVBQVU7QUFDakIsUUFBRSxLQUFLLENBQUMsVUFBVTtBQUNoQixXQUFHLFFBQVEsQ0FBQyxPQUFPLE1BQU07QUFDdkIscUJBQVcsR0FBRyxHQUFHLEtBQUssR0FBRyxNQUFNLENBQUMsQ0FBQztBQUNqQyxZQUFFLElBQUksS0FBSztBQUFBLFFBQ2IsQ0FBQztBQUNELGlCQUFTLElBQUksR0FBRyxJQUFJLE1BQU0sS0FBSztBQUM3QixZQUFFLElBQUksQ0FBQyxFQUNKLElBQUkscUJBQXFCLElBQUksSUFBSSxJQUFJLEVBQ3JDLElBQUksS0FBSztBQUNaLGFBQUcsUUFBUSxDQUFDLE9BQU8sTUFBTTtBQUN2QixrQkFBTSxNQUFNLElBQUksSUFBSSxVQUFVLENBQUM7QUFDL0IsY0FBRSxLQUFLLE9BQU8sT0FBTyxLQUFLLEtBQUssR0FBRyxFQUFFLElBQUksR0FBRztBQUFBLFVBQzdDLENBQUM7QUFFRCxjQUFJLE9BQU8sSUFBSSxNQUFNLEtBQUssSUFBSSxPQUFPLEVBQUcsR0FBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFNBQVMsRUFBRSxLQUFLLEtBQUs7QUFBQSxRQUMzRTtBQUNBLFVBQUUsSUFBSSxHQUFHLElBQUksS0FBSyxJQUFJLEVBQUUsSUFBSSxHQUFHLElBQUksS0FBSyxJQUFJO0FBQzVDLFVBQUUsSUFBSSxDQUFDLEVBQUUsU0FBUyxFQUFFLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxDQUFDLEVBQUUsS0FBSyxLQUFLO0FBQUEsTUFDdkQsQ0FBQztBQUFBLElBQ0gsQ0FBQztBQUNELFlBQVEsQ0FBQyxPQUFPLFFBQVEsVUFBVSxZQUFZLEdBQUcsR0FBRyxPQUFPLFFBQVEsS0FBSyxDQUFDO0FBQUEsRUFDM0UsQ0FBQztBQUNIO0FBcUJPLElBQU0sWUFBWSxDQUFDLEdBQWtCLFNBQTRCO0FBQ3RFLFFBQU0sRUFBRSxNQUFNLEdBQUcsR0FBRyxNQUFNLFdBQVcsSUFBSTtBQUN6QyxRQUFNLFdBQVcsQ0FBQyxNQUFjLFNBQzlCLFNBQVMsR0FBRztBQUFBLElBQ1Y7QUFBQSxJQUNBO0FBQUEsSUFDQSxNQUFNLFlBQVksSUFBSSxJQUFJLEVBQUU7QUFBQSxJQUM1QixNQUFNLFlBQVksSUFBSSxPQUFPLEVBQUU7QUFBQSxJQUMvQixNQUFNLFlBQVksSUFBSSxPQUFPLEVBQUU7QUFBQSxJQUMvQjtBQUFBLElBQ0E7QUFBQSxJQUNBLEtBQUssS0FBSztBQUFBLEVBQ1osQ0FBQztBQUNILFFBQU0sUUFBUSxZQUFZLElBQUksRUFBRSxPQUFPLElBQUksS0FBSyxPQUFPLEVBQUU7QUFDekQsUUFBTSxVQUFVLEtBQUssT0FBTyxLQUFLO0FBQ2pDLFFBQU0sVUFBVSxLQUFLLE9BQU8sS0FBSztBQUNqQyxRQUFNLFNBQVMsQ0FBQyxPQUFPLE9BQU8sT0FBTyxPQUFPLE9BQU8sS0FBSztBQUd4RCxRQUFNLFlBQVksQ0FBQyxTQUFpQjtBQUNsQyxVQUFNLE9BQU8sS0FBSyxRQUFRLEtBQUssT0FBTyxTQUFTLEtBQUssTUFBTSxJQUFJLElBQUk7QUFDbEUsVUFBTSxPQUFPLFVBQVUsU0FBUyxTQUFTLElBQUksSUFBSTtBQUNqRCxXQUFPLEVBQUUsS0FBSyxRQUFRLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQyxJQUFJLElBQUksSUFBSSxNQUFNLEdBQUcsR0FBRyxNQUFNO0FBQzNELFlBQU0sV0FBVyxDQUFDQyxXQUFrQjtBQUNsQyxVQUFFLElBQUksRUFBRSxFQUFFLElBQUksRUFBRSxFQUFFLElBQUksRUFBRSxFQUFFLElBQUksQ0FBQztBQUMvQixZQUFJLFdBQVksR0FBRSxJQUFJLEdBQUc7QUFDekIsVUFBRSxLQUFLQSxNQUFLO0FBQUEsTUFDZDtBQUNBLFVBQUksUUFBUSxHQUFHO0FBQ2IsVUFBRSxNQUFNLENBQUMsU0FBUztBQUNoQixZQUFFLEtBQUssQ0FBQyxVQUFVO0FBQ2hCLGNBQUUsSUFBSSxJQUFJLEVBQUUsU0FBUyxLQUFLLElBQUksRUFBRSxHQUFHLFVBQVUsRUFBRSxLQUFLLElBQUk7QUFDeEQscUJBQVMsSUFBSTtBQUNiLGNBQUUsSUFBSSxJQUFJLEtBQUssRUFDWixJQUFJLElBQUksSUFBSSxLQUFLLE9BQU8sSUFBSSxFQUM1QixJQUFJLE1BQU0sQ0FBQyxLQUFLLElBQUk7QUFDdkIsY0FBRSxHQUFHLEtBQUs7QUFBQSxVQUNaLENBQUM7QUFBQSxRQUNILENBQUM7QUFBQSxNQUNIO0FBQ0EsVUFBSSxRQUFRLEVBQUcsR0FBRSxJQUFJLElBQUksRUFBRSxHQUFHLE1BQU0sU0FBUyxJQUFJLENBQUM7QUFBQSxJQUNwRCxDQUFDO0FBQUEsRUFDSDtBQUNBLFFBQU0sWUFBWSxLQUFLLFFBQVEsS0FBSyxPQUFPLFVBQVUsS0FBSyxJQUFJLElBQUk7QUFDbEUsUUFBTSxZQUFZLFVBQVUsVUFBVSxPQUFPLElBQUk7QUFDakQsUUFBTSxRQUFRLFlBQVksSUFBSSxFQUFFLE9BQU8sSUFBSSxLQUFLO0FBRWhELFNBQU8sRUFBRSxLQUFLLENBQUMsR0FBRyxRQUFRLEtBQUssR0FBWSxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUMsSUFBSSxJQUFJLElBQUksTUFBTSxNQUFNLEdBQUcsR0FBRyxNQUFNO0FBQ3RGLFVBQU0sWUFBWSxDQUFDQSxXQUNqQixFQUFFLElBQUksRUFBRSxFQUFFLElBQUksRUFBRSxFQUFFLElBQUksRUFBRSxFQUFFLElBQUksSUFBSSxFQUFFLElBQUksQ0FBQyxFQUFFLElBQUksR0FBRyxFQUFFLEtBQUtBLE1BQUs7QUFDaEUsUUFBSSxhQUFhLEdBQUc7QUFDbEIsUUFBRSxNQUFNLENBQUMsU0FBUztBQUNoQixVQUFFLEtBQUssQ0FBQyxVQUFVO0FBQ2hCLFlBQUUsSUFBSSxJQUFJLEVBQUUsU0FBUyxLQUFLLElBQUksRUFBRSxHQUFHLFVBQVUsRUFBRSxLQUFLLElBQUk7QUFDeEQsb0JBQVUsU0FBUztBQUNuQixZQUFFLElBQUksSUFBSSxLQUFLLEVBQ1osSUFBSSxJQUFJLElBQUksS0FBSyxJQUFJLEVBQ3JCLElBQUksTUFBTSxDQUFDLEtBQUssSUFBSTtBQUN2QixZQUFFLEdBQUcsS0FBSztBQUFBLFFBQ1osQ0FBQztBQUFBLE1BQ0gsQ0FBQztBQUFBLElBQ0g7QUFDQSxRQUFJLGFBQWEsRUFBRyxHQUFFLElBQUksSUFBSSxFQUFFLEdBQUcsTUFBTSxVQUFVLFNBQVMsQ0FBQztBQUFBLEVBQy9ELENBQUM7QUFDSDs7O0FDNUxPLElBQU0sYUFBYSxDQUN4QixHQUNBLElBQ0EsTUFDQSxPQUNBLFNBQ0c7QUFDSCxXQUFTLElBQUksR0FBRyxJQUFJLE9BQU8sS0FBSyxHQUFHO0FBQ2pDLGVBQVcsR0FBRyxNQUFNLElBQUksR0FBRyxLQUFLLElBQUksR0FBRyxRQUFRLENBQUMsQ0FBQztBQUNqRCxNQUFFLElBQUksSUFBSTtBQUNWLGdCQUFZLEdBQUcsSUFBSSxNQUFNLElBQUksR0FBRyxLQUFLLElBQUksR0FBRyxRQUFRLENBQUMsQ0FBQztBQUFBLEVBQ3hEO0FBQ0Y7QUFHQSxJQUFNLGFBQWEsQ0FDakIsR0FDQSxJQUNBLFVBQ0EsVUFDQUMsUUFDQSxNQUNHO0FBQ0gsUUFBTSxDQUFDLEdBQUcsR0FBRyxHQUFHLENBQUMsSUFBSUE7QUFDckIsUUFBTSxDQUFDLElBQUksRUFBRSxJQUFJO0FBQ2pCLFFBQU0sU0FBdUM7QUFBQSxJQUMzQyxDQUFDLENBQUMsR0FBRyxHQUFHLEdBQUcsQ0FBQyxHQUFHLEdBQUcsQ0FBQztBQUFBLElBQ25CLENBQUMsQ0FBQyxHQUFHLEdBQUcsR0FBRyxDQUFDLEdBQUcsR0FBRyxDQUFDO0FBQUEsRUFDckI7QUFDQSxhQUFXLENBQUMsT0FBTyxLQUFLLElBQUksS0FBSyxRQUFRO0FBQ3ZDLE1BQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsVUFBVSxLQUFLLEVBQUUsSUFBSSxFQUFFO0FBQ3ZDLE1BQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsVUFBVSxLQUFLLEVBQUUsSUFBSSxFQUFFO0FBQ3ZDLE1BQUUsSUFBSSxFQUFFLEVBQ0wsSUFBSSxFQUFFLEVBQ04sSUFBSSxFQUFFLEVBQ04sVUFBVSxDQUFDLEdBQUcsR0FBRyxHQUFHLENBQUMsQ0FBQyxFQUN0QixJQUFJLGNBQWMsV0FBVyxNQUFNLFFBQVE7QUFDOUMsTUFBRSxJQUFJLEVBQUUsRUFDTCxJQUFJLEVBQUUsRUFDTixJQUFJLEVBQUUsRUFDTixVQUFVLENBQUMsR0FBRyxHQUFHLEdBQUcsQ0FBQyxDQUFDLEVBQ3RCLElBQUksY0FBYyxXQUFXLE9BQU8sUUFBUTtBQUFBLEVBQ2pEO0FBQ0Y7QUFHQSxJQUFNLFlBQVksQ0FBQyxHQUFrQixNQUFnQixVQUEwQjtBQUM3RSxRQUFNLEVBQUUsU0FBUyxZQUFBQyxZQUFXLElBQUk7QUFDaEMsU0FBTyxFQUFFLEtBQUssQ0FBQyxPQUFPLE9BQU8sS0FBSyxHQUFHLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQyxLQUFLLEtBQUssQ0FBQyxNQUFNO0FBQzdELFVBQU0sT0FBTyxFQUFFLE1BQU0sTUFBTTtBQUMzQixRQUFJLFlBQVksS0FBSyxRQUFRLE1BQU0sR0FBRztBQUVwQyxZQUFNRCxTQUFRLE1BQU0sS0FBSyxFQUFFLFFBQVEsRUFBRSxHQUFHLE1BQU0sRUFBRSxNQUFNLE1BQU0sQ0FBQztBQUM3RCxZQUFNLFFBQVEsQ0FBQyxNQUFNLEVBQUUsTUFBTSxNQUFNLENBQUM7QUFDcEMsWUFBTSxTQUFTLEVBQUUsTUFBTSxLQUFLO0FBQzVCLFlBQU0sUUFBUSxFQUFFLE1BQU0sS0FBSztBQUMzQixRQUFFLElBQUksQ0FBQyxFQUFFLFNBQVMsQ0FBQyxFQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksS0FBSztBQUM5QyxRQUFFLElBQUksQ0FBQyxFQUFFLFNBQVMsQ0FBQyxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksQ0FBQztBQUN4QyxRQUFFLE9BQU8sT0FBTyxNQUFNO0FBQ3BCLFVBQUUsSUFBSSxHQUFHLEVBQUUsSUFBSSxNQUFNO0FBQ3JCLGlCQUFTLElBQUksR0FBRyxJQUFJLE9BQU8sS0FBSyxHQUFHO0FBQ2pDLHFCQUFXRSxTQUFRRixRQUFPO0FBQ3hCLGNBQUUsSUFBSSxNQUFNLEVBQUUsSUFBSSxXQUFXLEVBQUUsSUFBSUUsS0FBSTtBQUN2QyxjQUFFLElBQUksUUFBUSxJQUFJRCxXQUFVO0FBQUEsVUFDOUI7QUFDQSxxQkFBVyxHQUFHLEtBQUssSUFBSSxHQUFHLElBQUksT0FBT0QsUUFBTyxLQUFLO0FBQUEsUUFDbkQ7QUFDQSxVQUFFLElBQUksS0FBSyxFQUFFLEVBQUUsSUFBSSxLQUFLLEtBQUssS0FBSztBQUFBLE1BQ3BDLENBQUM7QUFBQSxJQUNIO0FBQ0EsVUFBTSxPQUFPLEVBQUUsTUFBTSxLQUFLO0FBQzFCLE1BQUUsT0FBTyxHQUFHLE1BQU07QUFDaEIsVUFBSUMsZ0JBQWUsRUFBRyxZQUFXLEdBQUcsS0FBSyxLQUFLLE9BQU8sSUFBSTtBQUFBLFdBQ3BEO0FBQ0gsVUFBRSxJQUFJLEdBQUcsRUFBRSxJQUFJLElBQUk7QUFDbkIsaUJBQVMsSUFBSSxHQUFHLElBQUksT0FBTyxLQUFLO0FBQzlCLFlBQUUsSUFBSSxHQUFHLEVBQ04sSUFBSSxJQUFJLEVBQ1IsSUFBSSxVQUFVLEVBQ2QsSUFBSSxhQUFhLElBQUksQ0FBQztBQUN6QixZQUFFLElBQUksTUFBTSxJQUFJQSxXQUFVO0FBQUEsUUFDNUI7QUFBQSxNQUNGO0FBQ0EsUUFBRSxJQUFJLEtBQUssSUFBSSxPQUFPLEVBQUUsSUFBSSxLQUFLLElBQUksS0FBSztBQUFBLElBQzVDLENBQUM7QUFBQSxFQUNILENBQUM7QUFDSDtBQU1PLElBQU0sV0FBVyxDQUFDLEdBQWtCLFNBQTJCO0FBQ3BFLFFBQU0sRUFBRSxPQUFPLE9BQUFELE9BQU0sSUFBSTtBQUN6QixRQUFNLE9BQU9BLFVBQVMsUUFBUSxVQUFVLEdBQUcsTUFBTSxLQUFLLElBQUk7QUFDMUQsUUFBTSxPQUFPQSxTQUFRLFFBQVEsVUFBVSxHQUFHLE1BQU1BLFNBQVEsS0FBSyxJQUFJO0FBQ2pFLFNBQU8sRUFBRSxLQUFLLENBQUMsT0FBTyxPQUFPLE9BQU8sT0FBTyxLQUFLLEdBQUcsQ0FBQyxHQUFHLENBQUMsR0FBRyxDQUFDLEtBQUssS0FBSyxHQUFHLE9BQU8sSUFBSSxNQUFNO0FBQ3hGLFVBQU0sWUFBWSxDQUFDRyxRQUFlLFlBQW9CO0FBQ3BELFFBQUUsSUFBSSxHQUFHLEVBQ04sSUFBSSxHQUFHLEVBQ1AsSUFBSSxJQUFJLEVBQ1IsU0FBUyxJQUFJLE9BQU8sRUFDcEIsR0FBRyxTQUFTLEVBQ1osR0FBRyxTQUFTO0FBQ2YsUUFBRSxJQUFJLENBQUMsRUFBRSxLQUFLQSxNQUFLO0FBQUEsSUFDckI7QUFDQSxRQUFJLFFBQVEsR0FBRztBQUNiLFFBQUUsTUFBTSxDQUFDLFNBQVM7QUFDaEIsVUFBRSxLQUFLLENBQUMsVUFBVTtBQUNoQixZQUFFLElBQUksS0FBSyxFQUFFLFNBQVMsS0FBSyxFQUFFLEdBQUcsVUFBVSxFQUFFLEtBQUssSUFBSTtBQUNyRCxvQkFBVSxNQUFNLEtBQUs7QUFDckIsWUFBRSxJQUFJLEtBQUssSUFBSSxRQUFRLEtBQUssVUFBVSxFQUNuQyxJQUFJLEtBQUssS0FBSyxVQUFVLEVBQ3hCLElBQUksT0FBTyxDQUFDLEtBQUs7QUFDcEIsWUFBRSxHQUFHLEtBQUs7QUFBQSxRQUNaLENBQUM7QUFBQSxNQUNILENBQUM7QUFBQSxJQUNIO0FBQ0EsUUFBSSxRQUFRLEVBQUcsR0FBRSxJQUFJLEtBQUssRUFBRSxHQUFHLE1BQU0sVUFBVSxNQUFNSCxTQUFRLEtBQUssQ0FBQztBQUFBLEVBQ3JFLENBQUM7QUFDSDs7O0FDMUdPLElBQU0sYUFBYSxDQUN4QixHQUNBLE1BQ0EsTUFDQSxPQUNBLE9BQ0EsU0FDRztBQUNILFFBQU0sRUFBRSxXQUFXLFVBQVUsR0FBRyxFQUFFLElBQUk7QUFDdEMsUUFBTSxhQUFhLElBQUksS0FBSyxTQUFTLEtBQUssUUFBUSxLQUFLO0FBQ3ZELFFBQU0sQ0FBQyxJQUFJLElBQUksSUFBSSxJQUFJLEtBQUssSUFBSSxDQUFDLEdBQUcsR0FBRyxHQUFHLEdBQUcsQ0FBQyxFQUFFLElBQUksTUFBTSxFQUFFLE1BQU0sS0FBSyxDQUFDO0FBT3hFLElBQUUsSUFBSSxLQUFLLEVBQUUsU0FBUyxRQUFRLEVBQUUsR0FBRyxXQUFXLEVBQUUsSUFBSSxFQUFFO0FBQ3RELElBQUUsSUFBSSxLQUFLLEVBQUUsU0FBUyxRQUFRLEVBQUUsR0FBRyxXQUFXLEVBQUUsSUFBSSxFQUFFO0FBQ3RELElBQUUsU0FBUyxTQUFTLEVBQUUsR0FBRyxXQUFXLEVBQUUsU0FBUyxVQUFVLEVBQUUsR0FBRyxTQUFTO0FBQ3ZFLElBQUUsSUFBSSxJQUFJLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxLQUFLO0FBQ25DLElBQUUsSUFBSSxFQUFFLEVBQUUsU0FBUyxTQUFTLEVBQUUsR0FBRyxXQUFXLEVBQUUsSUFBSSxFQUFFO0FBQ3BELElBQUUsSUFBSSxFQUFFLEVBQUUsU0FBUyxFQUFFLE1BQU0sRUFBRSxHQUFHLFNBQVMsRUFBRSxTQUFTLEVBQUUsS0FBSyxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksRUFBRTtBQUNqRixJQUFFLElBQUksRUFBRSxFQUFFLFNBQVMsRUFBRSxNQUFNLEVBQUUsR0FBRyxTQUFTLEVBQUUsU0FBUyxFQUFFLEtBQUssRUFBRSxHQUFHLFNBQVMsRUFBRSxJQUFJLEVBQUU7QUFDakYsSUFBRSxPQUFPLE9BQU8sTUFBTTtBQUNwQixTQUFLLE9BQU8sSUFBSSxFQUFFO0FBQ2xCLE1BQUUsSUFBSSxJQUFJLEVBQUUsTUFBTSxFQUFFLElBQUksSUFBSSxDQUFDO0FBQzdCLE1BQUUsSUFBSSxFQUFFLEVBQ0wsU0FBUyxRQUFRLEVBQ2pCLEdBQUcsUUFBUSxFQUNYLEdBQUcsTUFBTTtBQUNSLFFBQUUsU0FBUyxDQUFDLEVBQUUsSUFBSSxFQUFFLEVBQUUsU0FBUyxFQUFFLEtBQUssRUFBRSxJQUFJLEVBQUU7QUFDOUMsUUFBRSxJQUFJLElBQUksRUFBRSxNQUFNLEVBQUUsSUFBSSxJQUFJLENBQUM7QUFDN0IsUUFBRSxJQUFJLEVBQUUsRUFDTCxTQUFTLFNBQVMsRUFDbEIsR0FBRyxRQUFRLEVBQ1gsR0FBRyxNQUFNO0FBQ1IsVUFBRSxTQUFTLENBQUMsRUFBRSxJQUFJLEVBQUUsRUFBRSxTQUFTLEVBQUUsS0FBSyxFQUFFLElBQUksRUFBRTtBQUM5QyxVQUFFLElBQUksT0FBTyxVQUFVO0FBQUEsTUFDekIsQ0FBQztBQUFBLElBQ0wsQ0FBQztBQUFBLEVBQ0wsQ0FBQztBQUNIO0FBRUEsSUFBTSxXQUFXO0FBR1YsSUFBTSxXQUFXLENBQUMsR0FBb0IsSUFBVyxNQUFhLFVBQWtCO0FBQ3JGLFFBQU0sT0FBTyxFQUFFLE1BQU0sTUFBTTtBQUMzQixRQUFNLFFBQVEsUUFBUSxXQUFXLEtBQUssTUFBTSxRQUFRLEVBQUUsSUFBSTtBQUMxRCxNQUFJLE9BQU87QUFDVCxVQUFNLE9BQU8sRUFBRSxNQUFNLEtBQUs7QUFDMUIsTUFBRSxTQUFTLEtBQUssRUFBRSxJQUFJLElBQUk7QUFDMUIsTUFBRSxPQUFPLE1BQU0sTUFBTTtBQUNuQixpQkFBVyxHQUFHLElBQUksTUFBTSxJQUFJLElBQUk7QUFDaEMsUUFBRSxJQUFJLElBQUksRUFBRSxFQUFFLElBQUksTUFBTSxFQUFFO0FBQUEsSUFDNUIsQ0FBQztBQUNELE1BQUUsS0FBSyxJQUFJO0FBQUEsRUFDYjtBQUNBLGFBQVcsR0FBRyxJQUFJLE1BQU0sUUFBUSxLQUFLLE9BQU8sSUFBSTtBQUNoRCxJQUFFLEtBQUssSUFBSTtBQUNiO0FBR08sSUFBTSxhQUFhLENBQ3hCLEdBQ0EsTUFDQSxVQUNBSSxlQUNXO0FBQ1gsUUFBTSxFQUFFLEdBQUcsR0FBRyxPQUFPLFlBQVksSUFBSTtBQUNyQyxRQUFNLE1BQU0sRUFBRSxRQUFRO0FBQ3RCLFFBQU0sUUFBUSxDQUFDLE9BQU8sT0FBTyxLQUFLO0FBR2xDLFFBQU0sT0FBTyxFQUFFLEtBQUssT0FBTyxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUMsS0FBSyxJQUFJLEVBQUUsTUFBTTtBQUNuRCxVQUFNLE9BQU8sRUFBRSxNQUFNLEtBQUs7QUFDMUIsVUFBTSxVQUFVLE1BQU07QUFDcEIsUUFBRSxJQUFJLEdBQUcsRUFDTixJQUFJLEVBQUUsRUFDTixTQUFTLElBQUksV0FBVyxFQUN4QixHQUFHLFNBQVMsRUFDWixHQUFHLFNBQVMsRUFDWixJQUFJLElBQUk7QUFBQSxJQUNiO0FBQ0EsUUFBSSxFQUFFLFFBQVEsS0FBSyxFQUFFLFNBQVMsS0FBSyxhQUFhLGVBQWUsU0FBUyxFQUFFLE9BQU87QUFFL0UsUUFBRSxJQUFJLEVBQUUsRUFDTCxTQUFTLFFBQVEsRUFBRSxLQUFLLEVBQ3hCLEdBQUcsVUFBVSxFQUNiLEdBQUcsTUFBTTtBQUNSLGdCQUFRO0FBQ1IsaUJBQVMsR0FBRyxJQUFJLE1BQU0sR0FBRztBQUN6QixVQUFFLEdBQUcsUUFBUTtBQUFBLE1BQ2YsQ0FBQztBQUFBLElBQ0w7QUFDQSxVQUFNLE9BQU8sRUFBRSxNQUFNLEtBQUs7QUFDMUIsVUFBTSxDQUFDLFFBQVEsTUFBTSxJQUFJLENBQUMsRUFBRSxNQUFNLEtBQUssR0FBRyxFQUFFLE1BQU0sS0FBSyxDQUFDO0FBQ3hELE1BQUUsU0FBUyxFQUFFLEtBQUssRUFBRSxJQUFJLElBQUk7QUFDNUIsTUFBRSxPQUFPLE1BQU0sTUFBTTtBQUNuQixRQUFFLElBQUksRUFBRSxFQUFFLElBQUksTUFBTTtBQUNwQixRQUFFLElBQUksRUFBRSxFQUNMLFNBQVMsS0FBSyxFQUNkLEdBQUcsVUFBVSxFQUNiO0FBQUEsUUFDQyxNQUFNO0FBQ0osa0JBQVE7QUFDUixZQUFFLElBQUksSUFBSSxFQUFFLElBQUksTUFBTTtBQUN0QixtQkFBUyxHQUFHLFFBQVEsUUFBUSxRQUFRO0FBQUEsUUFDdEM7QUFBQSxRQUNBLE1BQ0UsRUFDRyxJQUFJLEVBQUUsRUFDTixTQUFTLENBQUMsRUFDVixTQUFTLElBQUksUUFBUSxFQUNyQixHQUFHLGFBQWE7QUFBQSxNQUN2QjtBQUNGLFFBQUUsSUFBSSxJQUFJLEVBQUUsSUFBSSxFQUFFLElBQUksSUFBSSxJQUFJLFFBQVE7QUFBQSxJQUN4QyxDQUFDO0FBQUEsRUFDSCxDQUFDO0FBRUQsU0FBTyxFQUFFLEtBQUssQ0FBQyxHQUFHLE9BQU8sS0FBSyxHQUFZLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQyxRQUFRLElBQUksT0FBTyxLQUFLLE1BQU07QUFDL0UsVUFBTSxDQUFDLE1BQU0sS0FBSyxNQUFNLElBQUksQ0FBQyxFQUFFLE1BQU0sS0FBSyxHQUFHLEVBQUUsTUFBTSxLQUFLLEdBQUcsRUFBRSxNQUFNLEtBQUssQ0FBQztBQUMzRSxlQUFXLEdBQUcsTUFBTSxRQUFRLE9BQU8sT0FBTyxDQUFDLE9BQU8sSUFBSSxPQUFPO0FBQzNELFFBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxNQUFNLEVBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxHQUFHLEVBQUUsU0FBUyxFQUFFLEtBQUssRUFBRSxJQUFJLElBQUk7QUFDakUsUUFBRSxPQUFPLE1BQU0sTUFBTTtBQUNuQixVQUFFLElBQUksR0FBRyxFQUNOLFNBQVMsS0FBSyxNQUFNLEVBQ3BCLEdBQUcsVUFBVSxFQUNiO0FBQUEsVUFDQyxNQUFNO0FBQ0osY0FBRSxJQUFJLEdBQUcsRUFDTixTQUFTLElBQUksUUFBUSxXQUFXLEVBQ2hDLEdBQUcsU0FBUyxFQUNaLElBQUksS0FBSyxFQUNULEdBQUcsU0FBUztBQUNmLGNBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxNQUFNLEVBQUUsS0FBSyxJQUFJO0FBQUEsVUFDakM7QUFBQSxVQUNBLE1BQ0UsRUFDRyxJQUFJLE1BQU0sRUFDVixTQUFTLENBQUMsRUFDVixTQUFTLElBQUksR0FBRyxFQUNoQixHQUFHLGFBQWE7QUFBQSxRQUN2QjtBQUNGLFVBQUUsSUFBSSxLQUFLLEVBQUUsSUFBSSxFQUFFLElBQUksUUFBUSxJQUFJLEdBQUc7QUFBQSxNQUN4QyxDQUFDO0FBQ0QsUUFBRSxJQUFJLElBQUksSUFBSUEsVUFBUztBQUFBLElBQ3pCLENBQUM7QUFBQSxFQUNILENBQUM7QUFDSDtBQUdPLElBQU0sY0FBYyxDQUFDLEdBQWtCLE1BQWlCLGFBQzdELEVBQUUsS0FBSyxDQUFDLE9BQU8sT0FBTyxPQUFPLEtBQUssR0FBRyxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUMsTUFBTSxRQUFRLE9BQU8sS0FBSyxNQUFNO0FBQzVFLFFBQU0sQ0FBQyxRQUFRLEVBQUUsSUFBSSxDQUFDLEVBQUUsTUFBTSxLQUFLLEdBQUcsRUFBRSxNQUFNLEtBQUssQ0FBQztBQUNwRCxhQUFXLEdBQUcsTUFBTSxRQUFRLE9BQU8sT0FBTyxDQUFDLE9BQU8sSUFBSSxPQUFPO0FBQzNELE1BQUUsSUFBSSxFQUFFLEVBQUUsU0FBUyxLQUFLLEtBQUssRUFBRSxHQUFHLFNBQVMsRUFBRSxJQUFJLEVBQUUsRUFBRSxHQUFHLFNBQVM7QUFDakUsTUFBRSxTQUFTLElBQUksS0FBSyxXQUFXLEVBQzVCLEdBQUcsU0FBUyxFQUNaLElBQUksS0FBSyxFQUNULEdBQUcsU0FBUyxFQUNaLElBQUksRUFBRTtBQUNULE1BQUUsSUFBSSxJQUFJLEVBQUUsSUFBSSxNQUFNO0FBQ3RCLGFBQVMsR0FBRyxJQUFJLFFBQVEsUUFBUTtBQUNoQyxNQUFFLElBQUksTUFBTSxJQUFJLFFBQVE7QUFBQSxFQUMxQixDQUFDO0FBQ0gsQ0FBQzs7O0FDekxILElBQU0sZUFBZSxDQUNuQixHQUNBLFVBQ0EsUUFDQUMsU0FFQSxFQUFFLEtBQUssQ0FBQyxPQUFPLE9BQU8sS0FBSyxHQUFHLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQyxHQUFHLEdBQUcsQ0FBQyxNQUFNO0FBQ2xELFFBQU0sTUFBTSxFQUFFLE1BQU0sTUFBTTtBQUMxQixRQUFNLFFBQVEsRUFBRSxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsRUFBRTtBQUN6RCxRQUFNLENBQUMsT0FBTyxRQUFRLE1BQU0sSUFBSSxNQUFNLE1BQU07QUFDNUMsUUFBTSxTQUFTLENBQUMsUUFBZ0IsVUFBa0I7QUFDaEQsVUFBTSxPQUFPLENBQUMsU0FBZ0IsTUFBTSxXQUFXLEdBQUcsTUFBTSxRQUFRLEtBQUs7QUFDckUsTUFBRSxLQUFLLEtBQUssS0FBSyxHQUFHLEtBQUssTUFBTSxHQUFHLEtBQUssTUFBTSxHQUFHQSxJQUFHLEVBQUUsSUFBSSxHQUFHO0FBQzVELGdCQUFZLEdBQUcsUUFBUSxLQUFLLFFBQVEsS0FBSztBQUFBLEVBQzNDO0FBQ0EsUUFBTSxRQUFRLEtBQUssTUFBTSxXQUFXLEVBQUU7QUFDdEMsTUFBSSxRQUFRLEdBQUc7QUFDYixVQUFNLE9BQU8sRUFBRSxNQUFNLEtBQUs7QUFDMUIsTUFBRSxTQUFTLEtBQUssRUFBRSxJQUFJLElBQUk7QUFDMUIsTUFBRSxPQUFPLE1BQU0sTUFBTTtBQUNuQixlQUFTLElBQUksR0FBRyxJQUFJLEdBQUcsSUFBSyxRQUFPLEtBQUssR0FBRyxDQUFDO0FBQzVDLGlCQUFXLEtBQUssQ0FBQyxHQUFHLEdBQUcsQ0FBQyxFQUFHLEdBQUUsSUFBSSxHQUFHLEVBQUU7QUFBQSxJQUN4QyxDQUFDO0FBQUEsRUFDSDtBQUNBLFFBQU0sT0FBTyxRQUFRLElBQUksV0FBVyxLQUFLO0FBQ3pDLFdBQVMsSUFBSSxHQUFHLElBQUksTUFBTSxLQUFLLEVBQUcsUUFBTyxJQUFJLEdBQUcsS0FBSyxJQUFJLEdBQUcsT0FBTyxDQUFDLENBQUM7QUFDdkUsQ0FBQztBQUdILElBQU0sYUFBYSxDQUNqQixHQUNBLFVBQ0EsTUFDQSxPQUNBLE1BQ0EsV0FDRztBQUNILFFBQU0sT0FBTyxFQUFFLE1BQU0sS0FBSztBQUMxQixJQUFFLFNBQVMsS0FBSyxLQUFLLEVBQUUsSUFBSSxJQUFJO0FBQy9CLElBQUUsT0FBTyxNQUFNLE1BQU07QUFDbkIsTUFBRSxJQUFJLFFBQVEsRUFDWCxTQUFTLEtBQUssRUFDZCxHQUFHLFVBQVUsRUFDYixHQUFHLE1BQU0sS0FBSyxDQUFDO0FBQ2xCLFdBQU87QUFDUCxNQUFFLElBQUksVUFBVSxLQUFLLElBQUk7QUFBQSxFQUMzQixDQUFDO0FBQ0QsSUFBRSxLQUFLLElBQUk7QUFDYjtBQU1PLElBQU0sZ0JBQWdCLENBQzNCLEdBQ0EsTUFDQSxRQUNBLFFBQ0FBLFNBQ1c7QUFDWCxRQUFNLFdBQVcsS0FBSztBQUN0QixRQUFNLFFBQVEsSUFBSTtBQUNsQixRQUFNLE9BQU8sYUFBYSxHQUFHLFVBQVUsUUFBUUEsSUFBRztBQUNsRCxTQUFPLEVBQUUsS0FBSyxDQUFDLE9BQU8sT0FBTyxLQUFLLEdBQUcsQ0FBQyxHQUFHLENBQUMsR0FBRyxDQUFDLEdBQUcsR0FBRyxDQUFDLE1BQU07QUFDekQsVUFBTSxDQUFDLE9BQU8sT0FBTyxHQUFHLElBQUksQ0FBQyxFQUFFLE1BQU0sS0FBSyxHQUFHLEVBQUUsTUFBTSxLQUFLLEdBQUcsRUFBRSxNQUFNLEtBQUssQ0FBQztBQUMzRSxVQUFNLENBQUMsUUFBUSxNQUFNLEdBQUcsSUFBSSxDQUFDLEVBQUUsTUFBTSxLQUFLLEdBQUcsRUFBRSxNQUFNLEtBQUssR0FBRyxFQUFFLE1BQU0sS0FBSyxDQUFDO0FBQzNFLE1BQUUsU0FBUyxTQUFTLEtBQUssWUFBWSxLQUFLLFFBQVEsRUFBRSxJQUFJLEtBQUs7QUFDN0QsZUFBVyxHQUFHLE1BQU0sR0FBRyxPQUFPLE9BQU8sQ0FBQyxPQUFPLElBQUksT0FBTztBQUN0RCxRQUFFLElBQUksRUFBRSxFQUFFLElBQUksR0FBRyxFQUFFLElBQUksQ0FBQyxFQUFFLElBQUksSUFBSTtBQUNsQyxZQUFNLE9BQU8sTUFBTTtBQUNqQixVQUFFLElBQUksRUFBRSxFQUFFLElBQUksTUFBTSxFQUFFLElBQUksSUFBSSxFQUFFLElBQUksR0FBRztBQUN2QyxjQUFNLGFBQWEsTUFBTTtBQUN2QixZQUFFLElBQUksR0FBRyxFQUFFLFNBQVMsS0FBSyxLQUFLLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxNQUFNLEVBQUUsR0FBRyxTQUFTO0FBQ3RFLFlBQUUsU0FBUyxLQUFLLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxLQUFLLEVBQUUsR0FBRyxTQUFTO0FBQ3ZELFlBQUUsSUFBSSxHQUFHLEVBQUUsSUFBSSxDQUFDLEVBQUUsS0FBSyxJQUFJO0FBQUEsUUFDN0I7QUFDQSxtQkFBVyxHQUFHLFFBQVEsS0FBSyxHQUFHLEtBQUssT0FBTyxZQUFZLE1BQU0sRUFBRSxJQUFJLEtBQUssS0FBSyxDQUFDO0FBQUEsTUFDL0U7QUFDQSxpQkFBVyxHQUFHLEtBQUssS0FBSyxHQUFHLEtBQUssUUFBUSxNQUFNLE1BQU0sRUFBRSxJQUFJLE1BQU0sS0FBSyxFQUFFLFFBQVEsS0FBSyxDQUFDO0FBQ3JGLFFBQUUsSUFBSSxHQUFHLEtBQUs7QUFBQSxJQUNoQixDQUFDO0FBQUEsRUFDSCxDQUFDO0FBQ0g7OztBQ3RGQSxJQUFNLFdBQVc7QUFHVixJQUFNLGFBQWEsQ0FBQyxTQUE2QztBQUN0RSxRQUFNLEVBQUUsR0FBRyxHQUFHLEdBQUcsR0FBRyxFQUFFLElBQUk7QUFDMUIsTUFBSSxJQUFJLFlBQVksRUFBRSxNQUFNLEVBQUcsUUFBTztBQUN0QyxRQUFNLFNBQVMsRUFBRSxRQUFRLEtBQUssTUFBTTtBQUNwQyxNQUFJLFVBQVUsSUFBSSxFQUFHLFFBQU87QUFDNUIsTUFBSSxFQUFFLFFBQVEsS0FBSyxFQUFFLFFBQVEsS0FBSyxLQUFLLEVBQUcsUUFBTztBQUNqRCxTQUFPLFNBQVMsU0FBUztBQUMzQjtBQUdBLElBQU0sV0FBVyxDQUFDLEdBQWtCLE1BQWtCQyxTQUF5QjtBQUM3RSxRQUFNLE9BQU8sSUFBSSxLQUFLLE9BQU9BLE9BQU0sS0FBSyxNQUFNLEtBQUssQ0FBQztBQUNwRCxRQUFNLE9BQU8sQ0FBQyxTQUNaLFNBQVMsR0FBRztBQUFBLElBQ1YsTUFBTSxLQUFLO0FBQUEsSUFDWDtBQUFBLElBQ0EsTUFBTSxLQUFLLEVBQUU7QUFBQSxJQUNiLE1BQU0sS0FBSyxFQUFFO0FBQUEsSUFDYixNQUFNLEtBQUssRUFBRTtBQUFBLElBQ2IsTUFBTSxLQUFLO0FBQUEsSUFDWCxZQUFZO0FBQUEsSUFDWixLQUFBQTtBQUFBLEVBQ0YsQ0FBQztBQUNILFFBQU0sT0FBTyxLQUFLLE1BQU0sS0FBSyxJQUFJLElBQUk7QUFDckMsUUFBTSxXQUFXLE9BQU8sS0FBSyxJQUFJLElBQUk7QUFDckMsUUFBTSxXQUFXLEtBQUssSUFBSSxPQUFPLEtBQUssS0FBSyxJQUFJLElBQUksSUFBSTtBQUN2RCxTQUFPLEVBQUUsS0FBSyxDQUFDLE9BQU8sT0FBTyxPQUFPLEtBQUssR0FBRyxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsTUFBTTtBQUNoRSxVQUFNLFFBQVEsRUFBRSxNQUFNLEtBQUs7QUFDM0IsUUFBSSxNQUFNO0FBQ1IsUUFBRSxTQUFTLElBQUksRUFBRSxJQUFJLEtBQUs7QUFDMUIsUUFBRSxPQUFPLE9BQU8sTUFBTTtBQUNwQixVQUFFLElBQUksQ0FBQyxFQUFFLElBQUksQ0FBQyxFQUFFLElBQUksQ0FBQyxFQUFFLFNBQVMsS0FBSyxDQUFDLEVBQUUsS0FBSyxRQUFRO0FBQ3JELFVBQUUsSUFBSSxHQUFHLElBQUksSUFBSSxFQUFFLElBQUksR0FBRyxJQUFJLElBQUk7QUFBQSxNQUNwQyxDQUFDO0FBQUEsSUFDSDtBQUNBLFFBQUksWUFBWSxFQUFHLEdBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsU0FBUyxLQUFLLENBQUMsRUFBRSxLQUFLLFFBQVE7QUFBQSxFQUMxRSxDQUFDO0FBQ0g7QUFHQSxJQUFNLGNBQWMsQ0FBQyxHQUFrQixNQUFrQixNQUFjQSxTQUNyRSxFQUFFLEtBQUssQ0FBQyxPQUFPLE9BQU8sT0FBTyxLQUFLLEdBQUcsQ0FBQyxHQUFHLENBQUMsR0FBRyxDQUFDLEdBQUcsR0FBRyxHQUFHLENBQUMsTUFBTTtBQUM1RCxRQUFNLENBQUMsR0FBRyxDQUFDLElBQUksQ0FBQyxFQUFFLE1BQU0sTUFBTSxHQUFHLEVBQUUsTUFBTSxNQUFNLENBQUM7QUFDaEQsUUFBTSxNQUFNLE1BQU0sS0FBSyxFQUFFLFFBQVEsS0FBSyxJQUFJLEtBQUssR0FBRyxNQUFNLEVBQUUsTUFBTSxNQUFNLENBQUM7QUFDdkUsUUFBTSxRQUFRLEVBQUUsTUFBTSxLQUFLO0FBQzNCLFFBQU0sU0FBUyxNQUFNLEtBQUssRUFBRSxRQUFRLEtBQUssR0FBRyxNQUFNLEVBQUUsTUFBTSxLQUFLLENBQUM7QUFDaEUsU0FBTztBQUFBLElBQVEsQ0FBQyxHQUFHLE1BQ2pCLEVBQ0csSUFBSSxDQUFDLEVBQ0wsU0FBUyxJQUFJLElBQUksS0FBSyxFQUFFLEdBQUcsRUFDM0IsR0FBRyxTQUFTLEVBQ1osSUFBSSxDQUFDO0FBQUEsRUFDVjtBQUNBLElBQUUsS0FBSyxDQUFDLFVBQVU7QUFDaEIsV0FBTyxRQUFRLENBQUMsR0FBRyxNQUFNO0FBQ3ZCLFFBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxXQUFXLEVBQUUsSUFBSSxDQUFDO0FBQy9CLFFBQUUsSUFBSSxHQUFHLEVBQUU7QUFDWCxlQUFTLElBQUksR0FBRyxJQUFJLEtBQUssR0FBRyxLQUFLO0FBQy9CLFVBQUUsSUFBSSxDQUFDLEVBQ0osSUFBSSxhQUFhLElBQUksSUFBSSxLQUFLLEVBQUUsR0FBRyxFQUNuQyxJQUFJLENBQUM7QUFDUixjQUFNLE1BQU0sSUFBSSxJQUFJLE9BQU8sQ0FBQztBQUM1QixVQUFFLEtBQUssR0FBRyxHQUFHLEtBQUtBLElBQUcsRUFBRSxJQUFJLEdBQUc7QUFBQSxNQUNoQztBQUFBLElBQ0YsQ0FBQztBQUNELE1BQUUsSUFBSSxHQUFHLEVBQUU7QUFDWCxNQUFFLElBQUksQ0FBQyxFQUFFLFNBQVMsRUFBRSxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksQ0FBQyxFQUFFLFNBQVMsQ0FBQyxFQUFFLEdBQUcsVUFBVSxFQUFFLEtBQUssS0FBSztBQUFBLEVBQ2xGLENBQUM7QUFDRCxXQUFTLElBQUksR0FBRyxJQUFJLEtBQUssR0FBRyxLQUFLO0FBQy9CLGFBQVMsSUFBSSxHQUFHLElBQUksTUFBTSxLQUFLO0FBQzdCLFlBQU0sTUFBTSxJQUFJLElBQUksT0FBTyxDQUFDO0FBQzVCLFFBQUUsSUFBSSxHQUFHLEVBQUUsSUFBSSxHQUFHLEVBQUUsSUFBSSxHQUFHLEVBQUUsVUFBVSxDQUFDLEdBQUcsR0FBRyxHQUFHLENBQUMsQ0FBQyxFQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksR0FBRztBQUM1RSxRQUFFLElBQUksR0FBRyxFQUFFLEtBQUssc0JBQXNCLENBQUMsRUFBRSxJQUFJLEdBQUcsRUFBRSxLQUFLLHNCQUFzQixDQUFDO0FBQzlFLFFBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxLQUFLO0FBQ3pCLGVBQVMsSUFBSSxHQUFHLElBQUksS0FBSyxJQUFJLEdBQUcsS0FBSztBQUNuQyxVQUFFLElBQUksS0FBSyxFQUNSLElBQUksQ0FBQyxFQUNMLElBQUksWUFBWSxLQUFLLElBQUksS0FBSyxFQUFFLE1BQU0sRUFBRTtBQUMzQyxVQUFFLElBQUksT0FBTyxDQUFDLENBQUUsRUFDYixJQUFJLFlBQVksSUFBSSxDQUFDLEVBQ3JCLEdBQUcsU0FBUyxFQUNaLEdBQUcsU0FBUyxFQUNaLElBQUksS0FBSztBQUFBLE1BQ2Q7QUFDQSxRQUFFLElBQUksQ0FBQyxFQUNKLElBQUksS0FBSyxFQUNULElBQUksYUFBYSxLQUFLLElBQUksS0FBSyxJQUFJLEVBQUU7QUFBQSxJQUMxQztBQUFBLEVBQ0Y7QUFDRixDQUFDO0FBRUgsSUFBTSxXQUFXLENBQUMsR0FBa0IsTUFBa0JBLFNBQXlCO0FBQzdFLFFBQU0sT0FBTztBQUNiLFFBQU0sT0FBTyxLQUFLLE1BQU0sS0FBSyxJQUFJLElBQUk7QUFDckMsUUFBTSxXQUFXLE9BQU8sWUFBWSxHQUFHLE1BQU0sTUFBTUEsSUFBRyxJQUFJO0FBQzFELFFBQU0sU0FBUyxLQUFLLElBQUksT0FBTyxZQUFZLEdBQUcsTUFBTSxHQUFHQSxJQUFHLElBQUk7QUFDOUQsU0FBTyxFQUFFLEtBQUssQ0FBQyxPQUFPLE9BQU8sT0FBTyxLQUFLLEdBQUcsQ0FBQyxHQUFHLENBQUMsR0FBRyxDQUFDLEdBQUcsR0FBRyxDQUFDLE1BQU07QUFDaEUsVUFBTSxRQUFRLEVBQUUsTUFBTSxLQUFLO0FBQzNCLFVBQU0sT0FBTyxDQUFDLE9BQWUsTUFBY0MsV0FBa0I7QUFDM0QsUUFBRSxTQUFTLEtBQUssRUFBRSxJQUFJLEtBQUs7QUFDM0IsUUFBRSxPQUFPLE9BQU8sTUFBTTtBQUNwQixVQUFFLElBQUksQ0FBQyxFQUFFLElBQUksQ0FBQyxFQUFFLElBQUksQ0FBQyxFQUFFLFNBQVMsS0FBSyxDQUFDLEVBQUUsS0FBS0EsTUFBSztBQUNsRCxVQUFFLElBQUksR0FBRyxJQUFJLE9BQU8sS0FBSyxFQUFFLEdBQUcsRUFBRSxJQUFJLEdBQUcsSUFBSSxJQUFJO0FBQUEsTUFDakQsQ0FBQztBQUFBLElBQ0g7QUFDQSxRQUFJLEtBQU0sTUFBSyxNQUFNLE1BQU0sUUFBUTtBQUNuQyxRQUFJLFVBQVUsRUFBRyxNQUFLLEtBQUssSUFBSSxNQUFNLEdBQUcsTUFBTTtBQUFBLEVBQ2hELENBQUM7QUFDSDtBQUdPLElBQU0sYUFBYSxDQUN4QixHQUNBLE1BQ0EsTUFDQUQsU0FDWSxTQUFTLFNBQVMsU0FBUyxHQUFHLE1BQU1BLElBQUcsSUFBSSxTQUFTLEdBQUcsTUFBTUEsSUFBRzs7O0FDdEc5RSxJQUFNLFVBQVU7QUFDaEIsSUFBTSxVQUFVO0FBTVQsSUFBTSxrQkFBa0IsQ0FBQyxTQUF3RDtBQUN0RixRQUFNLFFBQWtELENBQUM7QUFDekQsYUFBVyxPQUFPLEtBQUssT0FBTztBQUM1QixRQUFJLElBQUksU0FBUyxFQUFHO0FBQ3BCLFVBQU0sUUFBUSxNQUFNLEdBQUcsRUFBRTtBQUN6QixRQUFJLFNBQVMsTUFBTSxNQUFNLElBQUksT0FBTyxJQUFJLEtBQUssTUFBTSxNQUFNLElBQUksT0FBTyxJQUFJLEdBQUc7QUFDekUsWUFBTSxNQUFNLFNBQVMsQ0FBQyxJQUFJLEVBQUUsTUFBTSxNQUFNLE9BQU8sSUFBSSxNQUFNLEdBQUcsSUFBSSxHQUFHLEdBQUcsSUFBSSxFQUFFO0FBQUEsSUFDOUUsTUFBTyxPQUFNLEtBQUssR0FBRztBQUFBLEVBQ3ZCO0FBQ0EsTUFBSSxFQUFFLEdBQUcsR0FBRyxHQUFHLEVBQUUsSUFBSTtBQUNyQixRQUFNLE9BQU8sTUFBTSxHQUFHLEVBQUU7QUFDeEIsTUFBSSxRQUFRLEtBQUssTUFBTSxNQUFNLE1BQU0sS0FBSyxLQUFLLE1BQU0sSUFBSSxFQUFFLE1BQU07QUFDN0QsVUFBTSxJQUFJO0FBQ1YsUUFBSSxFQUFFLEtBQUssTUFBTSxJQUFJLEtBQUssSUFBSSxFQUFFLEtBQUssS0FBSyxFQUFFLElBQUk7QUFDaEQsU0FBSyxLQUFLO0FBQUEsRUFDWjtBQUNBLE1BQUksTUFBTSxLQUFLLElBQUksR0FBRztBQUNwQixLQUFDLEdBQUcsQ0FBQyxJQUFJO0FBQUEsTUFDUCxFQUFFLEtBQUssRUFBRSxLQUFLLEtBQUssRUFBRSxJQUFJO0FBQUEsTUFDekIsRUFBRSxLQUFLLEVBQUUsS0FBSyxLQUFLLEVBQUUsSUFBSTtBQUFBLElBQzNCO0FBQ0EsS0FBQyxHQUFHLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQztBQUNkLFVBQU0sWUFBWSxNQUFNLElBQUksQ0FBQyxPQUFPLEVBQUUsTUFBTSxFQUFFLE1BQU0sR0FBRyxFQUFFLEdBQUcsR0FBRyxFQUFFLEVBQUUsRUFBRTtBQUNyRSxXQUFPLEVBQUUsR0FBRyxNQUFNLEdBQUcsR0FBRyxHQUFHLEdBQUcsT0FBTyxXQUFXLFNBQVMsS0FBSztBQUFBLEVBQ2hFO0FBQ0EsU0FBTyxFQUFFLEdBQUcsTUFBTSxHQUFHLEdBQUcsR0FBRyxHQUFHLE9BQU8sU0FBUyxNQUFNO0FBQ3REO0FBR0EsSUFBTSxjQUFjLENBQUMsR0FBa0IsTUFBa0JFLFNBQWlCO0FBQ3hFLFFBQU0sRUFBRSxHQUFHLEVBQUUsSUFBSTtBQUNqQixRQUFNLE9BQU8sV0FBVyxJQUFJO0FBQzVCLE1BQUksS0FBTSxRQUFPLEVBQUUsU0FBUyxXQUFXLEdBQUcsTUFBTSxNQUFNQSxJQUFHLEdBQUcsY0FBYyxFQUFFO0FBRTVFLFFBQU0sT0FBTyxVQUFVLEtBQUssR0FBR0EsSUFBRztBQUNsQyxRQUFNLFNBQVMsS0FBSyxPQUFPLEtBQUssTUFBTSxNQUFNLEtBQUssSUFBSTtBQUNyRCxRQUFNLGFBQWEsS0FBSyxJQUFJO0FBQzVCLFFBQU0sU0FBUyxLQUFLLElBQUksU0FBUyxLQUFLLENBQUM7QUFFdkMsUUFBTSxRQUFRLEVBQUUsTUFBTSxLQUFNLEVBQUUsUUFBUSxLQUFLLEtBQUssSUFBSSxJQUFJLEtBQUs7QUFFN0QsUUFBTSxRQUFRLEVBQUUsUUFBUSxLQUFLLEtBQUssSUFBSSxJQUFJLEtBQUs7QUFDL0MsUUFBTSxRQUFRLElBQUksS0FBSyxPQUFPO0FBQzlCLFFBQU0sUUFBUSxJQUFJLEtBQUssT0FBTztBQUM5QixRQUFNLFVBQVUsS0FBSyxLQUFLLEtBQUssSUFBSSxLQUFLLEdBQUcsT0FBTyxJQUFJLEtBQUssSUFBSTtBQUMvRCxRQUFNLFVBQVUsS0FBSyxLQUFLLEtBQUssSUFBSSxLQUFLLEdBQUcsTUFBTSxJQUFJLEtBQUssSUFBSTtBQUM5RCxRQUFNLFNBQVMsUUFBUSxVQUFVLFFBQVE7QUFDekMsUUFBTSxRQUFRLFVBQVUsR0FBRztBQUFBLElBQ3pCO0FBQUEsSUFDQSxHQUFHLFFBQVEsRUFBRSxRQUFRLE1BQU0sTUFBTSxNQUFNLElBQUk7QUFBQSxJQUMzQyxHQUFHLFFBQVEsRUFBRSxRQUFRLE1BQU0sTUFBTSxNQUFNLElBQUksRUFBRSxLQUFLLEVBQUUsSUFBSTtBQUFBLElBQ3hELE1BQU0sS0FBSztBQUFBLElBQ1gsTUFBTSxLQUFLO0FBQUEsSUFDWCxNQUFNLEtBQUs7QUFBQSxJQUNYO0FBQUEsSUFDQSxLQUFBQTtBQUFBLEVBQ0YsQ0FBQztBQUNELFFBQU0sUUFBUSxRQUNWLFNBQVMsR0FBRztBQUFBLElBQ1YsT0FBTyxLQUFLO0FBQUEsSUFDWixTQUFTLEVBQUU7QUFBQSxJQUNYLFlBQVksRUFBRTtBQUFBLElBQ2QsT0FBTyxLQUFLO0FBQUEsSUFDWixZQUFZO0FBQUEsRUFDZCxDQUFDLElBQ0Q7QUFDSixRQUFNLFFBQVEsUUFDVixTQUFTLEdBQUc7QUFBQSxJQUNWLE9BQU8sS0FBSztBQUFBLElBQ1osU0FBUyxFQUFFO0FBQUEsSUFDWCxZQUFZLEVBQUU7QUFBQSxJQUNkLE9BQU8sS0FBSztBQUFBLElBQ1osWUFBWTtBQUFBLEVBQ2QsQ0FBQyxJQUNEO0FBRUosUUFBTSxVQUFVLEVBQUUsS0FBSyxDQUFDLE9BQU8sT0FBTyxPQUFPLEtBQUssR0FBRyxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUMsSUFBSSxJQUFJLElBQUlDLFFBQU8sTUFBTTtBQUNyRixVQUFNLENBQUMsR0FBRyxHQUFHLENBQUMsSUFBSSxDQUFDLEVBQUUsTUFBTSxLQUFLLEdBQUcsRUFBRSxNQUFNLEtBQUssR0FBRyxFQUFFLE1BQU0sS0FBSyxDQUFDO0FBQ2pFLFVBQU0sQ0FBQyxNQUFNLE9BQU8sSUFBSSxJQUFJLENBQUMsRUFBRSxNQUFNLEtBQUssR0FBRyxFQUFFLE1BQU0sS0FBSyxHQUFHLEVBQUUsTUFBTSxLQUFLLENBQUM7QUFDM0UsVUFBTSxDQUFDLE9BQU8sT0FBTyxPQUFPLElBQUksQ0FBQyxFQUFFLE1BQU0sS0FBSyxHQUFHLEVBQUUsTUFBTSxLQUFLLEdBQUcsRUFBRSxNQUFNLEtBQUssQ0FBQztBQUUvRSxVQUFNLE9BQU8sQ0FBQyxVQUFpQixNQUFjLE9BQWUsT0FBYztBQUN4RSxRQUFFLFNBQVMsS0FBSyxFQUFFLElBQUksUUFBUSxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksRUFBRTtBQUNwRCxRQUFFLFNBQVMsSUFBSSxFQUFFLElBQUksRUFBRSxFQUFFLFNBQVMsSUFBSSxFQUFFLEdBQUcsVUFBVSxFQUFFLEdBQUcsUUFBUSxFQUFFLElBQUksRUFBRTtBQUFBLElBQzVFO0FBRUEsVUFBTSxLQUFLLENBQUMsTUFBYSxLQUFZLFdBQW1CLEtBQVksY0FBc0I7QUFDeEYsUUFBRSxJQUFJLElBQUksRUFDUCxJQUFJLEdBQUcsRUFDUCxTQUFTLElBQUksU0FBUyxFQUN0QixHQUFHLFNBQVMsRUFDWixHQUFHLFNBQVM7QUFDZixhQUFPLEVBQ0osSUFBSSxHQUFHLEVBQ1AsU0FBUyxJQUFJLFNBQVMsRUFDdEIsR0FBRyxTQUFTLEVBQ1osR0FBRyxTQUFTO0FBQUEsSUFDakI7QUFDQSxNQUFFLElBQUlBLFFBQU8sRUFBRSxTQUFTLE1BQU0sRUFBRSxHQUFHLFNBQVMsRUFBRSxJQUFJLE9BQU87QUFDekQsTUFBRSxJQUFJLEdBQUcsR0FBRyxLQUFLLEdBQUcsU0FBUyxNQUFNO0FBQ2pDLFdBQUssR0FBRyxTQUFTLEtBQUssR0FBRyxJQUFJO0FBQzdCLFFBQUUsSUFBSSxHQUFHLEdBQUcsS0FBSyxHQUFHLFNBQVMsTUFBTTtBQUNqQyxhQUFLLEdBQUcsU0FBUyxLQUFLLEdBQUcsS0FBSztBQUM5QixXQUFHLElBQUksR0FBRyxFQUFFLEtBQUssR0FBRyxFQUFFLEdBQUcsRUFBRSxJQUFJLEtBQUs7QUFDcEMsWUFBSSxPQUFPO0FBQ1QsWUFBRSxJQUFJLEtBQUssRUFBRSxJQUFJQSxRQUFPLEVBQUUsSUFBSSxLQUFLLEVBQUUsSUFBSSxJQUFJLEVBQUUsU0FBUyxDQUFDLEVBQUUsS0FBSyxLQUFLO0FBQ3JFLFlBQUUsSUFBSUEsUUFBTyxFQUFFLElBQUksS0FBSztBQUFBLFFBQzFCO0FBQ0EsVUFBRSxJQUFJLEdBQUcsR0FBRyxLQUFLLEdBQUcsUUFBUSxNQUFNO0FBQ2hDLGVBQUssR0FBRyxRQUFRLEtBQUssR0FBRyxJQUFJO0FBQzVCLGFBQUcsSUFBSSxHQUFHLEVBQUUsS0FBSyxHQUFHLEVBQUUsR0FBRyxFQUFFLElBQUksS0FBSztBQUNwQyxjQUFJLE9BQU87QUFDVCxjQUFFLElBQUksS0FBSyxFQUFFLElBQUksT0FBTyxFQUFFLElBQUksS0FBSyxFQUFFLElBQUksSUFBSSxFQUFFLFNBQVMsQ0FBQyxFQUFFLEtBQUssS0FBSztBQUNyRSxjQUFFLElBQUksT0FBTyxFQUFFLElBQUksS0FBSztBQUFBLFVBQzFCO0FBQ0EsWUFBRSxJQUFJLEtBQUssRUFBRSxJQUFJLEtBQUs7QUFDdEIsYUFBRyxJQUFJLEdBQUcsS0FBSyxHQUFHLEdBQUcsQ0FBQztBQUN0QixZQUFFLElBQUksSUFBSSxFQUFFLElBQUksSUFBSSxFQUFFLElBQUksS0FBSyxFQUFFLElBQUksQ0FBQyxFQUFFLEtBQUssS0FBSztBQUFBLFFBQ3BELENBQUM7QUFBQSxNQUNILENBQUM7QUFBQSxJQUNILENBQUM7QUFBQSxFQUNILENBQUM7QUFDRCxTQUFPLEVBQUUsU0FBUyxjQUFjLFVBQVUsUUFBUSxVQUFVLFFBQVEsR0FBRztBQUN6RTtBQUdBLElBQU0sWUFBWSxDQUNoQixHQUNBLE9BQ0EsQ0FBQyxHQUFHLENBQUMsR0FDTCxTQUNTO0FBQ1QsUUFBTSxDQUFDLEtBQUssR0FBRyxJQUFJLElBQUk7QUFDdkIsTUFBSSxDQUFDLEtBQUs7QUFDUixTQUFLO0FBQ0w7QUFBQSxFQUNGO0FBQ0EsUUFBTSxRQUFRLEVBQUUsTUFBTSxLQUFLO0FBQzNCLElBQUUsU0FBUyxJQUFJLElBQUksRUFBRSxJQUFJLEtBQUs7QUFDOUIsSUFBRSxPQUFPLE9BQU8sTUFBTTtBQUNwQixjQUFVLEdBQUcsTUFBTSxDQUFDLEdBQUcsQ0FBQyxHQUFHLElBQUk7QUFDL0IsTUFBRSxJQUFJLEdBQUcsSUFBSSxJQUFJLENBQUMsRUFBRSxJQUFJLEdBQUcsSUFBSSxJQUFJLENBQUM7QUFBQSxFQUN0QyxDQUFDO0FBQ0QsSUFBRSxJQUFJLEdBQUcsS0FBSyxJQUFJLE9BQU8sSUFBSSxDQUFDLEVBQUUsSUFBSSxHQUFHLEtBQUssSUFBSSxPQUFPLElBQUksQ0FBQztBQUM5RDtBQUdPLElBQU0sZUFBZSxDQUFDLFVBQThCO0FBQ3pELFFBQU0sT0FBTyxnQkFBZ0IsS0FBSztBQUNsQyxRQUFNRCxPQUFNLE1BQU0sT0FBTyxlQUFlO0FBQ3hDLFFBQU0sSUFBSSxJQUFJLGNBQWM7QUFDNUIsUUFBTSxTQUFTLEtBQUssSUFBSSxLQUFLO0FBQzdCLFFBQU0sUUFBUSxLQUFLLE1BQU0sT0FBTyxDQUFDLE1BQU0sTUFBTSxPQUFPLEVBQUUsTUFBTSxNQUFNO0FBQ2xFLFFBQU0sT0FBTztBQUNiLE1BQUksVUFBVSxLQUFLLEtBQUssTUFBTSxHQUFHO0FBQy9CLE1BQUU7QUFBQSxNQUNBLENBQUMsT0FBTyxPQUFPLE9BQU8sS0FBSztBQUFBLE1BQzNCLENBQUM7QUFBQSxNQUNELENBQUMsR0FBRyxDQUFDLEVBQUUsRUFBRSxDQUFDLE1BQ1IsS0FBSyxFQUNGLElBQUksQ0FBQyxFQUNMLFNBQVMsQ0FBQyxFQUNWLFNBQVMsSUFBSSxLQUFLLEVBQ2xCLEdBQUcsYUFBYTtBQUFBLE1BQ3JCO0FBQUEsSUFDRjtBQUNBLFdBQU8sRUFBRSxPQUFPLEVBQUUsT0FBTyxHQUFHLGNBQWMsR0FBRyxLQUFLO0FBQUEsRUFDcEQ7QUFDQSxRQUFNLEVBQUUsU0FBUyxjQUFBRSxjQUFhLElBQUksWUFBWSxHQUFHLE1BQU1GLElBQUc7QUFDMUQsSUFBRTtBQUFBLElBQ0EsQ0FBQyxPQUFPLE9BQU8sT0FBTyxLQUFLO0FBQUEsSUFDM0IsQ0FBQztBQUFBLElBQ0QsQ0FBQyxHQUFHLENBQUMsT0FBTyxRQUFRLEdBQUdDLFFBQU8sTUFBTTtBQUNsQyxZQUFNLENBQUMsR0FBRyxDQUFDLElBQUksS0FBSyxVQUFVLENBQUMsUUFBUSxLQUFLLElBQUksQ0FBQyxPQUFPLE1BQU07QUFDOUQsZ0JBQVUsR0FBRyxLQUFLLE9BQU8sQ0FBQyxHQUFHLENBQUMsR0FBRyxNQUFNO0FBQ3JDLFVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLEVBQUUsSUFBSUEsUUFBTyxFQUFFLEtBQUssT0FBTztBQUNoRCxVQUFFLElBQUksR0FBRyxJQUFJLE1BQU07QUFBQSxNQUNyQixDQUFDO0FBQUEsSUFDSDtBQUFBLElBQ0E7QUFBQSxFQUNGO0FBQ0EsU0FBTyxFQUFFLE9BQU8sRUFBRSxPQUFPLEdBQUcsY0FBQUMsZUFBYyxLQUFLO0FBQ2pEOzs7QUM5TEEsSUFBTSxnQkFBZ0IsS0FBSztBQUczQixJQUFNLGNBQWMsQ0FBQyxNQUFjLEdBQVcsV0FBMkI7QUFDdkUsUUFBTSxRQUFRLEtBQUssSUFBSSxLQUFLLE1BQU0saUJBQWlCLElBQUksS0FBSyxHQUFHLEtBQUssS0FBSyxTQUFTLElBQUksQ0FBQztBQUN2RixTQUFPLE9BQU8sS0FBSyxJQUFJLEtBQUssS0FBSyxLQUFLLElBQUksR0FBRyxLQUFLLElBQUksT0FBTyxLQUFLLE1BQU0sTUFBTSxJQUFJLENBQUMsQ0FBQztBQUN0RjtBQUVBLElBQU1DLFdBQVUsQ0FBQyxVQUFrQixLQUFLLEtBQUssS0FBSyxRQUFRLEVBQUU7QUFHNUQsSUFBTSxZQUFZLENBQUMsTUFBZSxJQUFJLFFBQVEsSUFBSSxJQUFJLEtBQUs7QUFzQjNELElBQU0sZUFBZSxDQUFDLEdBQWtCLFNBQTBCQyxTQUF1QjtBQUN2RixRQUFNLEVBQUUsTUFBTSxVQUFVLE1BQU0sU0FBUyxRQUFRLElBQUk7QUFDbkQsUUFBTSxJQUFJLEtBQUssRUFBRSxRQUFRLEtBQUssRUFBRSxRQUFRO0FBQ3hDLFFBQU0sU0FBUyxRQUFRLFNBQVMsS0FBSyxZQUFZLEtBQUs7QUFDdEQsUUFBTSxPQUFPLFVBQVUsTUFBTUEsSUFBRztBQUNoQyxRQUFNLFFBQVEsWUFBWSxLQUFLLE1BQU0sR0FBRyxNQUFNO0FBQzlDLFFBQU0sU0FBUyxVQUFVLENBQUM7QUFDMUIsUUFBTSxPQUFPLFFBQVEsY0FBYyxTQUFTLElBQUksS0FBSztBQUNyRCxRQUFNLGFBQWEsSUFBSSxJQUFJLEtBQUs7QUFDaEMsUUFBTSxTQUFTLE9BQU9ELFNBQVEsS0FBSyxLQUFLLE9BQU8sS0FBSyxJQUFJLElBQUksVUFBVSxJQUFJO0FBQzFFLFFBQU0sU0FBU0EsU0FBUSxJQUFJLFFBQVEsTUFBTTtBQUN6QyxRQUFNLE9BQU8sVUFBVSxPQUFPLFFBQVE7QUFDdEMsUUFBTSxTQUFTLFdBQVcsR0FBRyxNQUFNLFVBQVUsTUFBTTtBQUNuRCxRQUFNLFFBQVEsVUFBVSxHQUFHO0FBQUEsSUFDekI7QUFBQSxJQUNBLEdBQUcsRUFBRSxLQUFLLFFBQVEsS0FBSyxFQUFFO0FBQUEsSUFDekIsR0FBRyxPQUFPLEVBQUUsUUFBUSxNQUFNLE1BQU0sV0FBVyxJQUFJLEVBQUUsS0FBSyxRQUFRLElBQUk7QUFBQSxJQUNsRTtBQUFBLElBQ0EsTUFBTTtBQUFBLElBQ047QUFBQSxJQUNBLFlBQVk7QUFBQSxJQUNaLEtBQUFDO0FBQUEsRUFDRixDQUFDO0FBQ0QsUUFBTSxVQUFVLE9BQ1osU0FBUyxHQUFHO0FBQUEsSUFDVixPQUFPLEtBQUs7QUFBQSxJQUNaLFNBQVMsUUFBUSxhQUFhLElBQUksUUFBUTtBQUFBLElBQzFDLFlBQVksUUFBUSxhQUFhLFFBQVEsTUFBTTtBQUFBLElBQy9DLE9BQU87QUFBQSxJQUNQO0FBQUEsRUFDRixDQUFDLElBQ0Q7QUFDSixRQUFNLGFBQWEsVUFBVSxZQUFZLEdBQUcsU0FBUyxJQUFJLElBQUk7QUFFN0QsUUFBTUMsU0FBUSxFQUFFLEtBQUssQ0FBQyxPQUFPLE9BQU8sT0FBTyxLQUFLLEdBQUcsQ0FBQyxHQUFHLENBQUMsR0FBRyxDQUFDLFFBQVEsR0FBRyxRQUFRQyxRQUFPLE1BQU07QUFDMUYsVUFBTSxDQUFDLE9BQU8sTUFBTSxRQUFRLEVBQUUsSUFBSSxDQUFDLEdBQUcsR0FBRyxHQUFHLENBQUMsRUFBRSxJQUFJLE1BQU0sRUFBRSxNQUFNLEtBQUssQ0FBQztBQU12RSxRQUFJLE1BQU07QUFFUixZQUFNLFlBQVksUUFBUSxPQUFPLFFBQVEsYUFBYSxPQUFPO0FBQzdELGNBQVEsS0FBSyxRQUFRLENBQUMsS0FBSyxNQUFNO0FBQy9CLFVBQUUsSUFBSSxDQUFDLEVBQ0osU0FBUyxJQUFJLE1BQU0sU0FBUyxFQUM1QixHQUFHLFNBQVMsRUFDWixJQUFJQSxRQUFPO0FBQ2QsVUFBRSxTQUFTLFFBQVEsRUFDaEIsU0FBUyxJQUFJLEVBQ2IsU0FBUyxJQUFJLFFBQVEsRUFDckIsS0FBSyxPQUFPO0FBQUEsTUFDakIsQ0FBQztBQUNELFFBQUUsSUFBSUEsUUFBTyxFQUFFLElBQUksQ0FBQztBQUFBLElBQ3RCO0FBQ0EsTUFBRSxJQUFJQSxRQUFPLEVBQUUsU0FBUyxNQUFNLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxNQUFNO0FBQ3hELFFBQUksUUFBUyxHQUFFLElBQUksTUFBTSxFQUFFLFNBQVMsTUFBTSxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksRUFBRTtBQUNoRSxNQUFFLElBQUksT0FBTyxHQUFHLFFBQVEsT0FBTyxNQUFNO0FBQ25DLFFBQUUsU0FBUyxNQUFNLEVBQUUsSUFBSSxLQUFLLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxJQUFJLEVBQUUsU0FBUyxLQUFLO0FBQ3BFLFFBQUUsSUFBSSxJQUFJLEVBQUUsU0FBUyxLQUFLLEVBQUUsR0FBRyxVQUFVLEVBQUUsR0FBRyxRQUFRLEVBQUUsSUFBSSxJQUFJO0FBQ2hFLFFBQUUsSUFBSSxNQUFNLEVBQUUsSUFBSSxNQUFNLEVBQUUsSUFBSSxLQUFLLEVBQUUsSUFBSSxJQUFJLEVBQUUsS0FBSyxNQUFNO0FBQzFELFFBQUUsSUFBSSxNQUFNLEVBQUUsSUFBSSxDQUFDO0FBQ25CLFVBQUksUUFBUyxHQUFFLElBQUksRUFBRTtBQUFBO0FBRW5CLFVBQUUsSUFBSSxNQUFNLEVBQ1QsSUFBSSxLQUFLLEVBQ1QsU0FBUyxJQUFJLElBQUksRUFDakIsR0FBRyxTQUFTLEVBQ1osR0FBRyxTQUFTO0FBQ2pCLFFBQUUsSUFBSSxJQUFJLEVBQUUsU0FBUyxJQUFJLEVBQUUsU0FBUyxDQUFDLEVBQUUsU0FBUyxDQUFDLEVBQUUsS0FBSyxLQUFLO0FBQzdELFVBQUksUUFBUyxHQUFFLElBQUksRUFBRSxFQUFFLElBQUksTUFBTSxFQUFFLElBQUksS0FBSyxFQUFFLElBQUksSUFBSSxFQUFFLEtBQUssVUFBVTtBQUFBLElBQ3pFLENBQUM7QUFBQSxFQUNILENBQUM7QUFDRCxTQUFPLEVBQUUsT0FBQUQsUUFBTyxjQUFjLFNBQVMsVUFBVSxVQUFVRixTQUFRLElBQUksUUFBUSxJQUFJLElBQUksR0FBRztBQUM1RjtBQUVBLElBQU0sY0FBYyxDQUFDLEdBQWtCLE1BQWdCQyxTQUF1QjtBQUM1RSxRQUFNLENBQUMsVUFBVSxJQUFJLElBQUksY0FBYyxJQUFJO0FBQzNDLFFBQU0sT0FBTyxNQUFNLEtBQUssRUFBRSxRQUFRLEtBQUssT0FBTyxDQUFDLElBQUksS0FBSyxPQUFPLENBQUMsRUFBRSxHQUFHLENBQUMsR0FBRyxNQUFNLENBQUM7QUFDaEYsU0FBTztBQUFBLElBQ0w7QUFBQSxJQUNBO0FBQUEsTUFDRSxNQUFNLFlBQVksSUFBSTtBQUFBLE1BQ3RCO0FBQUEsTUFDQTtBQUFBLE1BQ0EsZ0JBQWdCLEtBQUs7QUFBQSxNQUNyQixRQUFRLEtBQUssTUFBTSxDQUFDO0FBQUEsTUFDcEIsU0FBUyxFQUFFLEtBQUssS0FBSyxhQUFhLE1BQU0sWUFBWSxNQUFNO0FBQUEsSUFDNUQ7QUFBQSxJQUNBQTtBQUFBLEVBQ0Y7QUFDRjtBQUdBLElBQU0sZ0JBQWdCLENBQUMsR0FBa0IsTUFBZ0JBLFNBQWlCO0FBQ3hFLFFBQU0sQ0FBQyxNQUFNLFFBQVEsSUFBSSxjQUFjLElBQUk7QUFDM0MsUUFBTSxDQUFDLFFBQVEsUUFBUSxPQUFPLGNBQWMsSUFBSSxLQUFLO0FBQ3JELFFBQU0sQ0FBQyxJQUFJLEVBQUUsSUFBSSxXQUFXLElBQUk7QUFDaEMsUUFBTSxRQUFnQixDQUFDO0FBQ3ZCLE1BQUksT0FBTztBQUNYLGFBQVcsS0FBSyxlQUFlLE1BQU0sQ0FBQyxHQUFHO0FBQ3ZDLGVBQVcsS0FBSyxlQUFlLE1BQU0sQ0FBQyxHQUFHO0FBQ3ZDLFVBQUksRUFBRSxLQUFLLFFBQVEsRUFBRSxLQUFLLFVBQVUsR0FBRztBQUNyQyxlQUFPO0FBQ1A7QUFBQSxNQUNGO0FBQ0EsWUFBTSxLQUFLLEVBQUUsV0FBVyxFQUFFLE1BQU0sVUFBVSxFQUFFLEtBQUs7QUFDakQsWUFBTSxPQUFPLEVBQUUsR0FBRyxJQUFJLFFBQVEsSUFBSSxPQUFPLElBQUksYUFBYSxLQUFLLFlBQVk7QUFDM0UsWUFBTSxRQUFRLENBQUMsR0FBaUJHLFdBQXVCO0FBQUEsUUFDckQsUUFBUSxLQUFLLE9BQU9BLEtBQUk7QUFBQSxRQUN4QixPQUFPLEVBQUU7QUFBQSxRQUNULE1BQU07QUFBQSxRQUNOLE9BQU87QUFBQSxNQUNUO0FBQ0EsWUFBTSxTQUFTLEVBQUUsR0FBRyxJQUFJLFFBQVEsT0FBTyxhQUFhLGVBQWU7QUFDbkUsWUFBTSxPQUFPLEVBQUUsT0FBTyxRQUFRLENBQUMsT0FBTyxFQUFFLE9BQU8sSUFBSSxDQUFDLE9BQU8sS0FBSyxLQUFLLE9BQU8sQ0FBQyxJQUFJLEVBQUUsQ0FBQztBQUNwRixZQUFNLFFBQVEsS0FBSyxPQUFPLENBQUMsTUFBTSxLQUFLLEtBQUssT0FBTyxDQUFDLE1BQU07QUFDekQsWUFBTTtBQUFBLFFBQ0o7QUFBQSxVQUNFO0FBQUEsVUFDQTtBQUFBLFlBQ0UsTUFBTSxFQUFFLEdBQUcsTUFBTSxHQUFHLEVBQUUsTUFBTSxHQUFHLEVBQUUsS0FBSztBQUFBLFlBQ3RDO0FBQUEsWUFDQTtBQUFBLFlBQ0E7QUFBQSxZQUNBO0FBQUEsWUFDQSxTQUFTLEVBQUUsS0FBSyxLQUFLLGFBQWEsTUFBTSxZQUFZLEtBQUs7QUFBQSxZQUN6RCxHQUFJLFFBQVEsQ0FBQyxJQUFJLEVBQUUsU0FBUyxFQUFFLEdBQUcsUUFBUSxHQUFHLE1BQU0sR0FBRyxDQUFDLEdBQUcsR0FBRyxNQUFNLEdBQUcsQ0FBQyxFQUFFLEVBQUU7QUFBQSxVQUM1RTtBQUFBLFVBQ0FIO0FBQUEsUUFDRjtBQUFBLE1BQ0Y7QUFBQSxJQUNGO0FBQUEsRUFDRjtBQUNBLFNBQU8sRUFBRSxPQUFPLEtBQUs7QUFDdkI7QUFHQSxJQUFNLGlCQUFpQixDQUFDLEdBQWtCLE1BQWdCQSxTQUF1QjtBQUMvRSxRQUFNLENBQUMsVUFBVSxJQUFJLElBQUksY0FBYyxJQUFJO0FBQzNDLFFBQU0sT0FBTyxZQUFZLElBQUk7QUFDN0IsUUFBTSxJQUFJLEtBQUssRUFBRSxRQUFRLEtBQUssRUFBRSxRQUFRO0FBQ3hDLFFBQU0sU0FBUyxLQUFLLE1BQU0sQ0FBQyxJQUFJLEtBQUssWUFBWSxLQUFLO0FBQ3JELFFBQU0sT0FBTyxVQUFVLE1BQU1BLElBQUc7QUFDaEMsUUFBTSxRQUFRLFlBQVksS0FBSyxNQUFNLEdBQUcsTUFBTTtBQUM5QyxRQUFNLFNBQVMsVUFBVSxDQUFDO0FBQzFCLFFBQU0sT0FBTyxJQUFJLElBQUksS0FBSztBQUMxQixRQUFNLGFBQWEsSUFBSSxRQUFRLEtBQUs7QUFDcEMsUUFBTSxTQUFTLE9BQU9ELFNBQVEsS0FBSyxLQUFLLE9BQU8sS0FBSyxJQUFJLElBQUksVUFBVSxJQUFJO0FBQzFFLFFBQU0sU0FBUyxXQUFXLEdBQUcsTUFBTSxVQUFVLE1BQU07QUFDbkQsUUFBTSxRQUFRLFVBQVUsR0FBRztBQUFBLElBQ3pCO0FBQUEsSUFDQSxHQUFHLEVBQUUsS0FBSyxHQUFHLEtBQUssT0FBTztBQUFBLElBQ3pCLEdBQUcsT0FBTyxFQUFFLFFBQVEsTUFBTSxNQUFNLFdBQVcsSUFBSSxFQUFFLEtBQUssS0FBSyxZQUFZO0FBQUEsSUFDdkUsTUFBTSxLQUFLO0FBQUEsSUFDWCxNQUFNO0FBQUEsSUFDTjtBQUFBLElBQ0EsWUFBWSxTQUFTO0FBQUEsSUFDckIsS0FBQUM7QUFBQSxFQUNGLENBQUM7QUFDRCxRQUFNLFVBQVUsT0FDWixTQUFTLEdBQUc7QUFBQSxJQUNWLE9BQU8sS0FBSztBQUFBLElBQ1osU0FBUyxLQUFLO0FBQUEsSUFDZCxZQUFZO0FBQUEsSUFDWixPQUFPO0FBQUEsSUFDUDtBQUFBLEVBQ0YsQ0FBQyxJQUNEO0FBQ0osUUFBTUMsU0FBUSxFQUFFLEtBQUssQ0FBQyxPQUFPLE9BQU8sT0FBTyxLQUFLLEdBQUcsQ0FBQyxHQUFHLENBQUMsR0FBRyxDQUFDLEdBQUcsSUFBSSxJQUFJQyxRQUFPLE1BQU07QUFDbEYsVUFBTSxDQUFDLE9BQU8sTUFBTSxRQUFRLElBQUksSUFBSSxDQUFDLEdBQUcsR0FBRyxHQUFHLENBQUMsRUFBRSxJQUFJLE1BQU0sRUFBRSxNQUFNLEtBQUssQ0FBQztBQU16RSxNQUFFLElBQUlBLFFBQU8sRUFBRSxTQUFTLE1BQU0sRUFBRSxHQUFHLFNBQVMsRUFBRSxJQUFJLE1BQU07QUFDeEQsTUFBRSxJQUFJLE9BQU8sR0FBRyxRQUFRLE9BQU8sTUFBTTtBQUNuQyxRQUFFLFNBQVMsTUFBTSxFQUFFLElBQUksS0FBSyxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksSUFBSSxFQUFFLFNBQVMsS0FBSztBQUNwRSxRQUFFLElBQUksSUFBSSxFQUFFLFNBQVMsS0FBSyxFQUFFLEdBQUcsVUFBVSxFQUFFLEdBQUcsUUFBUSxFQUFFLElBQUksSUFBSTtBQUNoRSxRQUFFLElBQUksQ0FBQyxFQUFFLElBQUksTUFBTSxFQUFFLElBQUksS0FBSyxFQUFFLElBQUksSUFBSSxFQUFFLEtBQUssTUFBTTtBQUNyRCxRQUFFLElBQUksRUFBRSxFQUNMLElBQUksS0FBSyxFQUNULFNBQVMsSUFBSSxLQUFLLFdBQVcsRUFDN0IsR0FBRyxTQUFTLEVBQ1osR0FBRyxTQUFTLEVBQ1osSUFBSSxJQUFJO0FBQ1gsVUFBSSxNQUFNO0FBQ1IsVUFBRSxJQUFJLElBQUksRUFBRSxJQUFJQSxRQUFPLEVBQUUsSUFBSSxJQUFJLEVBQUUsU0FBUyxJQUFJLEVBQUUsU0FBUyxDQUFDLEVBQUUsS0FBSyxPQUFPO0FBQzFFLFVBQUUsSUFBSUEsUUFBTyxFQUFFLElBQUksSUFBSTtBQUFBLE1BQ3pCO0FBQ0EsUUFBRSxJQUFJLE1BQU0sRUFBRSxJQUFJLElBQUksRUFBRSxJQUFJLEVBQUUsRUFBRSxTQUFTLENBQUMsRUFBRSxTQUFTLElBQUksRUFBRSxJQUFJLElBQUksRUFBRSxJQUFJLEtBQUssRUFBRSxLQUFLLEtBQUs7QUFBQSxJQUM1RixDQUFDO0FBQUEsRUFDSCxDQUFDO0FBQ0QsU0FBTyxFQUFFLE9BQUFELFFBQU8sY0FBYyxTQUFTRixTQUFRLElBQUksUUFBUSxNQUFNLEVBQUU7QUFDckU7QUFHQSxJQUFNLFlBQVksQ0FBQyxNQUFnQixNQUFnQixZQUFvQkMsU0FBeUI7QUFDOUYsUUFBTSxJQUFJLElBQUksY0FBYztBQUM1QixRQUFNLFNBQVUsRUFBRSxTQUFTLEtBQUssV0FBVyxLQUFLLFlBQVksSUFBSSxFQUFZLElBQUk7QUFDaEYsUUFBTSxVQUFVLGNBQWMsR0FBRyxZQUFZLElBQUksR0FBRyxLQUFLLE1BQU0sQ0FBQyxHQUFHLFFBQVFBLElBQUc7QUFDOUUsSUFBRTtBQUFBLElBQ0EsQ0FBQyxPQUFPLE9BQU8sT0FBTyxLQUFLO0FBQUEsSUFDM0IsQ0FBQztBQUFBLElBQ0QsQ0FBQyxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsTUFBTTtBQUNoQixRQUFFLElBQUksQ0FBQyxFQUNKLFNBQVMsQ0FBQyxFQUNWLFNBQVMsSUFBSSxVQUFVLEVBQ3ZCLEdBQUcsYUFBYTtBQUNuQixZQUFNLENBQUMsR0FBRyxHQUFHLENBQUMsSUFBSSxFQUFFLFNBQVMsQ0FBQyxHQUFHLEdBQUcsQ0FBQyxHQUFHLFdBQVcsQ0FBQyxHQUFHLEdBQUcsQ0FBQyxHQUFHLFlBQVksQ0FBQyxHQUFHLEdBQUcsQ0FBQyxFQUFFLEVBQ2xGLElBQ0Y7QUFDQSxRQUFFLElBQUksQ0FBQyxFQUFFLElBQUksQ0FBQyxFQUFFLElBQUksQ0FBQyxFQUFFLEtBQUssT0FBTztBQUFBLElBQ3JDO0FBQUEsSUFDQTtBQUFBLEVBQ0Y7QUFDQSxTQUFPLEVBQUUsT0FBTyxFQUFFLE9BQU8sR0FBRyxjQUFjLEdBQUcsTUFBTSxHQUFHLFVBQVUsSUFBSSxDQUFDLFdBQVc7QUFDbEY7QUFHQSxJQUFNLFlBQVksQ0FBQyxNQUFnQixNQUFnQkEsU0FBeUI7QUFDMUUsUUFBTSxDQUFDLEdBQUcsR0FBRyxHQUFHLENBQUMsSUFBSSxLQUFLO0FBQzFCLFFBQU0sQ0FBQyxRQUFRLENBQUMsSUFBSSxDQUFDLElBQUksSUFBSSxHQUFHLEtBQUssV0FBVztBQUNoRCxRQUFNLENBQUMsR0FBRyxDQUFDLElBQUk7QUFBQSxJQUNiLEVBQUUsS0FBSyxHQUFHLEtBQUssRUFBRTtBQUFBLElBQ2pCLEVBQUUsS0FBSyxHQUFHLEtBQUssRUFBRTtBQUFBLEVBQ25CO0FBQ0EsUUFBTSxTQUFTLEVBQUUsT0FBTyxDQUFDLEdBQUcsS0FBQUEsS0FBSTtBQUNoQyxNQUFJLFNBQVM7QUFDWCxXQUFPLGFBQWEsRUFBRSxHQUFHLFFBQVEsR0FBRyxHQUFHLEdBQUcsR0FBRyxHQUFHLEdBQUcsR0FBRyxFQUFFLEtBQUssR0FBRyxLQUFLLEVBQUUsR0FBRyxHQUFHLE9BQU8sQ0FBQztBQUN2RixNQUFJLFNBQVM7QUFDWCxXQUFPLGFBQWEsRUFBRSxHQUFHLFFBQVEsR0FBRyxHQUFHLEdBQUcsR0FBRyxHQUFHLEdBQUcsR0FBRyxFQUFFLEtBQUssR0FBRyxLQUFLLEVBQUUsR0FBRyxHQUFHLE9BQU8sQ0FBQztBQUN2RixTQUFPLGFBQWEsRUFBRSxHQUFHLEdBQUcsR0FBRyxRQUFRLEdBQUcsR0FBRyxHQUFHLEVBQUUsS0FBSyxHQUFHLEtBQUssRUFBRSxHQUFHLEdBQUcsR0FBRyxHQUFHLE9BQU8sQ0FBQztBQUN2RjtBQU1PLElBQU0sZUFBZSxDQUMxQixTQUNXO0FBQ1gsUUFBTSxFQUFFLE1BQU0sT0FBTyxRQUFRLFFBQVEsU0FBUyxPQUFPLElBQUk7QUFDekQsUUFBTUEsT0FBTSxLQUFLLE9BQU8sZUFBZTtBQUN2QyxRQUFNLE1BQU0sT0FBTyxDQUFDLElBQUksT0FBTyxDQUFDLElBQUksT0FBTyxDQUFDLElBQUksT0FBTyxDQUFDLElBQUksV0FBVztBQUN2RSxNQUFJLE9BQU8sUUFBUSxNQUFNLENBQUMsTUFBTSxNQUFNLENBQUMsRUFBRyxRQUFPLFVBQVUsTUFBTSxNQUFNQSxJQUFHO0FBRTFFLFFBQU0sQ0FBQyxHQUFHLEdBQUcsR0FBRyxDQUFDLElBQUk7QUFDckIsUUFBTSxDQUFDLElBQUksRUFBRSxJQUFJLFdBQVcsSUFBSTtBQUNoQyxRQUFNLFFBQVEsSUFBSSxLQUFLLEtBQUssS0FBSztBQUNqQyxRQUFNLFFBQVEsT0FBTyxDQUFDLElBQUksT0FBTyxDQUFDLEtBQUssSUFBSSxVQUFVLEtBQUs7QUFDMUQsUUFBTSxhQUFhLEVBQUUsU0FBUyxPQUFPLFdBQVcsSUFBSSxJQUFJLElBQUksR0FBRyxZQUFZLE1BQU0sRUFBRSxJQUFJO0FBQ3ZGLFFBQU0sSUFBSSxJQUFJLGNBQWM7QUFDNUIsUUFBTSxRQUFRLFFBQVEsUUFBUSxJQUFJLElBQUksSUFBSSxNQUFNO0FBQ2hELE1BQUksQ0FBQyxTQUFTLFNBQVMsS0FBSyxNQUFNLFVBQVUsS0FBSyxnQkFBZ0I7QUFDL0QsV0FBTyxVQUFVLE1BQU0sTUFBTSxZQUFZQSxJQUFHO0FBQzlDLE1BQUksUUFBZ0IsQ0FBQztBQUNyQixNQUFJLE9BQU87QUFDWCxNQUFJLENBQUMsT0FBTztBQUNWLFFBQUksU0FBUyxVQUFXLFNBQVEsQ0FBQyxZQUFZLEdBQUcsTUFBTUEsSUFBRyxDQUFDO0FBQUEsYUFDakQsU0FBUyxhQUFjLFNBQVEsQ0FBQyxlQUFlLEdBQUcsTUFBTUEsSUFBRyxDQUFDO0FBQUEsUUFDaEUsRUFBQyxFQUFFLE9BQU8sS0FBSyxJQUFJLGNBQWMsR0FBRyxNQUFNQSxJQUFHO0FBQUEsRUFDcEQ7QUFFQSxRQUFNLENBQUMsSUFBSSxFQUFFLElBQUksY0FBYyxJQUFJO0FBQ25DLFFBQU0sUUFBUSxFQUFFLFNBQVMsQ0FBQyxJQUFJLElBQUksRUFBRSxHQUFHLFdBQVcsQ0FBQyxJQUFJLElBQUksRUFBRSxHQUFHLFlBQVksQ0FBQyxJQUFJLElBQUksRUFBRSxFQUFFLEVBQUUsSUFBSTtBQUMvRixJQUFFO0FBQUEsSUFDQSxDQUFDLE9BQU8sT0FBTyxPQUFPLEtBQUs7QUFBQSxJQUMzQixDQUFDO0FBQUEsSUFDRCxDQUFDLEdBQUcsQ0FBQyxHQUFHLEdBQUcsUUFBUUUsUUFBTyxNQUFNO0FBQzlCLFVBQUk7QUFDRixVQUFFLElBQUksTUFBTSxFQUNULFNBQVMsQ0FBQyxFQUNWLFNBQVMsSUFBSSxVQUFVLEVBQ3ZCLEdBQUcsYUFBYTtBQUNyQixVQUFJLE1BQU0sV0FBVyxFQUFHO0FBQ3hCLFlBQU0sUUFBUSxFQUFFLE1BQU0sS0FBSztBQUMzQixRQUFFLFNBQVMsTUFBTSxFQUFFLElBQUksS0FBSztBQUM1QixRQUFFLE9BQU8sT0FBTyxNQUFNO0FBQ3BCLG1CQUFXLEVBQUUsT0FBQUQsT0FBTSxLQUFLLE1BQU8sR0FBRSxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUMsRUFBRSxJQUFJLE1BQU0sRUFBRSxJQUFJQyxRQUFPLEVBQUUsS0FBS0QsTUFBSztBQUNsRixTQUFDLEdBQUcsR0FBRyxNQUFNLEVBQUUsUUFBUSxDQUFDLEdBQUcsTUFBTSxFQUFFLElBQUksR0FBRyxJQUFJLE1BQU0sQ0FBQyxDQUFFLENBQUM7QUFBQSxNQUMxRCxDQUFDO0FBQUEsSUFDSDtBQUFBLElBQ0E7QUFBQSxFQUNGO0FBQ0EsUUFBTUcsZ0JBQWUsTUFBTSxPQUFPLENBQUMsTUFBTSxNQUFNLEtBQUssSUFBSSxNQUFNLEVBQUUsWUFBWSxHQUFHLENBQUM7QUFDaEYsU0FBTyxFQUFFLE9BQU8sRUFBRSxPQUFPLEdBQUcsY0FBQUEsZUFBYyxNQUFNLEdBQUcsVUFBVSxJQUFJLENBQUMsV0FBVztBQUMvRTtBQUVBLElBQU0sWUFBWSxFQUFFLFNBQVMsU0FBUyxXQUFXLFdBQVcsWUFBWSxVQUFVOzs7QUNuVWxGLElBQU0sZUFBZSxDQUFDLEdBQW9CLFVBQTJCO0FBQ25FLFFBQU1DLFNBQVEsUUFBUSxLQUFLO0FBQzNCLFFBQU0sT0FBTyxVQUFVO0FBQ3ZCLFFBQU0sTUFBTSxFQUFFLE1BQU0sT0FBTyxRQUFRQSxPQUFNLElBQUk7QUFDN0MsU0FBTztBQUFBLElBQ0wsVUFBVTtBQUFBLElBQ1YsT0FBTyxNQUFNO0FBQ1gsVUFBSSxJQUFJLFNBQVMsTUFBTyxHQUFFLFNBQVMsQ0FBQztBQUFBLFVBQy9CLEdBQUUsU0FBUyxDQUFDO0FBQ2pCLFFBQUUsSUFBSSxHQUFHO0FBQUEsSUFDWDtBQUFBLElBQ0EsS0FBSyxDQUFDLFFBQVE7QUFDWixRQUFFLElBQUksR0FBRyxFQUFFLElBQUksR0FBRyxFQUFFLElBQUlBLE9BQU0sSUFBSTtBQUNsQyxVQUFJLEtBQU0sR0FBRSxHQUFHLGlCQUFpQjtBQUNoQyxRQUFFLEdBQUcsT0FBTyxZQUFZQSxPQUFNLEdBQUcsRUFBRSxJQUFJLEdBQUc7QUFBQSxJQUM1QztBQUFBLElBQ0EsT0FBTyxDQUFDLFFBQVE7QUFDZCxRQUFFLElBQUksR0FBRyxFQUFFLElBQUksR0FBRztBQUNsQixVQUFJLEtBQU0sR0FBRSxHQUFHLGdCQUFnQjtBQUMvQixRQUFFLElBQUlBLE9BQU0sS0FBSztBQUFBLElBQ25CO0FBQUEsRUFDRjtBQUNGO0FBR0EsSUFBTSxlQUFlLENBQUMsR0FBb0IsT0FBZ0IsWUFBNEI7QUFDcEYsUUFBTUEsU0FBUSxRQUFRLEtBQUs7QUFDM0IsUUFBTSxPQUFPLFVBQVU7QUFDdkIsUUFBTSxPQUFPLE1BQU0sS0FBSyxFQUFFLFFBQVEsT0FBTyxJQUFJLFVBQVUsUUFBUSxHQUFHLE1BQU0sRUFBRSxNQUFNLE1BQU0sQ0FBQztBQUN2RixTQUFPO0FBQUEsSUFDTCxVQUFVLFVBQVVBLE9BQU07QUFBQSxJQUMxQixPQUFPLE1BQU07QUFDWCxpQkFBVyxPQUFPLEtBQU0sR0FBRSxXQUFXLENBQUMsRUFBRSxJQUFJLEdBQUc7QUFBQSxJQUNqRDtBQUFBLElBQ0EsS0FBSyxDQUFDLFFBQVE7QUFDWixXQUFLLFFBQVEsQ0FBQyxLQUFLLE1BQU07QUFDdkIsVUFBRSxJQUFJLEdBQUcsRUFBRSxJQUFJLEdBQUc7QUFDbEIsWUFBSTtBQUNGLFlBQUUsSUFBSSxvQkFBb0IsSUFBSSxDQUFDLEVBQzVCLEdBQUcseUJBQXlCLEVBQzVCLEdBQUcsV0FBVztBQUFBLFlBQ2QsR0FBRSxJQUFJLGFBQWEsS0FBSyxDQUFDLEVBQUUsR0FBR0EsT0FBTSxTQUFTO0FBQ2xELFVBQUUsSUFBSSxHQUFHO0FBQUEsTUFDWCxDQUFDO0FBQUEsSUFDSDtBQUFBLElBQ0EsT0FBTyxDQUFDLFFBQVE7QUFDZCxXQUFLLFFBQVEsQ0FBQyxLQUFLLE1BQU07QUFDdkIsVUFBRSxJQUFJLEdBQUcsRUFBRSxJQUFJLEdBQUc7QUFDbEIsWUFBSSxLQUFNLEdBQUUsR0FBRyx5QkFBeUIsRUFBRSxJQUFJLHFCQUFxQixJQUFJLEdBQUcsQ0FBQztBQUFBLFlBQ3RFLEdBQUUsSUFBSSxjQUFjLEtBQUssQ0FBQztBQUFBLE1BQ2pDLENBQUM7QUFBQSxJQUNIO0FBQUEsRUFDRjtBQUNGO0FBR08sSUFBTSxhQUFhLENBQUMsU0FBMkI7QUFDcEQsUUFBTSxFQUFFLE9BQU8sUUFBUSxPQUFPLE9BQU8sWUFBWSxPQUFPLFVBQVUsTUFBTSxJQUFJO0FBQzVFLFFBQU0sRUFBRSxPQUFPLFVBQVUsSUFBSSxRQUFRLEtBQUs7QUFDMUMsUUFBTSxJQUFJLElBQUksY0FBYztBQUM1QixRQUFNLFFBQVEsVUFBVSxLQUFLLEtBQUssUUFBUTtBQUMxQyxRQUFNLFFBQVEsV0FBVyxTQUFTLEtBQUssUUFBUSxRQUFRO0FBQ3ZELElBQUU7QUFBQSxJQUNBLENBQUMsT0FBTyxLQUFLO0FBQUEsSUFDYixDQUFDO0FBQUEsSUFDRCxDQUFDLEdBQUcsQ0FBQyxLQUFLLEdBQUcsTUFBTTtBQUNqQixVQUFJLFFBQVEsU0FBUyxVQUFVLEVBQUc7QUFDbEMsWUFBTSxDQUFDLE1BQU0sT0FBTyxLQUFLLElBQUksQ0FBQyxFQUFFLE1BQU0sS0FBSyxHQUFHLEVBQUUsTUFBTSxLQUFLLEdBQUcsRUFBRSxNQUFNLEtBQUssQ0FBQztBQUM1RSxZQUFNLENBQUMsTUFBTSxFQUFFLElBQUksQ0FBQyxFQUFFLE1BQU0sS0FBSyxHQUFHLEVBQUUsTUFBTSxLQUFLLENBQUM7QUFDbEQsWUFBTSxPQUFPLENBQUMsUUFBZ0IsWUFBb0I7QUFDaEQsVUFBRSxTQUFTLE9BQU8sRUFBRSxJQUFJLEtBQUs7QUFDN0IsVUFBRSxPQUFPLE9BQU8sTUFBTTtBQUNwQixZQUFFLElBQUksR0FBRyxFQUFFLFNBQVMsS0FBSyxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksSUFBSTtBQUNqRCxZQUFFLElBQUksR0FBRyxFQUFFLFNBQVMsS0FBSyxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksRUFBRTtBQUMvQyxpQkFBTyxNQUFNO0FBQ2IsWUFBRSxTQUFTLE1BQU0sRUFBRSxJQUFJLEtBQUs7QUFDNUIsWUFBRSxPQUFPLE9BQU8sTUFBTTtBQUNwQixnQkFBSSxVQUFXLFFBQU8sTUFBTSxFQUFFO0FBQzlCLG1CQUFPLElBQUksSUFBSTtBQUNmLGdCQUFJLENBQUMsVUFBVyxRQUFPLE1BQU0sRUFBRTtBQUMvQixjQUFFLElBQUksTUFBTSxJQUFJLEVBQUUsSUFBSSxJQUFJLElBQUk7QUFBQSxVQUNoQyxDQUFDO0FBQ0QsWUFBRSxJQUFJLEtBQUssT0FBTyxXQUFXLEtBQUssRUFBRSxJQUFJLEtBQUssT0FBTyxXQUFXLEtBQUs7QUFBQSxRQUN0RSxDQUFDO0FBQUEsTUFDSDtBQUNBLFFBQUUsU0FBUyxLQUFLLEVBQUUsSUFBSSxJQUFJO0FBQzFCLFFBQUUsT0FBTyxNQUFNLE1BQU07QUFDbkIsWUFBSSxPQUFPO0FBQ1gsbUJBQVcsV0FBVyxDQUFDLEdBQUcsQ0FBQyxHQUFHO0FBQzVCLGdCQUFNQyxZQUFXLFVBQVU7QUFDM0IsY0FBSSxRQUFRQSxVQUFVLE1BQUssYUFBYSxHQUFHLE9BQU8sT0FBTyxHQUFHLEtBQUssTUFBTSxPQUFPQSxTQUFRLENBQUM7QUFDdkYsa0JBQVFBO0FBQUEsUUFDVjtBQUNBLFlBQUksS0FBTSxNQUFLLGFBQWEsR0FBRyxLQUFLLEdBQUcsSUFBSTtBQUMzQyxVQUFFLElBQUksTUFBTSxTQUFTLEtBQUssUUFBUSxLQUFLLEVBQUUsSUFBSSxNQUFNLFNBQVMsS0FBSyxRQUFRLEtBQUs7QUFBQSxNQUNoRixDQUFDO0FBQUEsSUFDSDtBQUFBLElBQ0E7QUFBQSxFQUNGO0FBQ0EsU0FBTyxFQUFFLE9BQU8sRUFBRSxPQUFPLEdBQUcsY0FBYyxHQUFHLE1BQU0sVUFBVTtBQUMvRDs7O0FDMUdPLElBQU0sbUJBQW1CLENBQUMsU0FBaUM7QUFDaEUsUUFBTSxFQUFFLE1BQU0sT0FBTyxNQUFNLElBQUk7QUFDL0IsUUFBTUMsU0FBUSxRQUFRLEtBQUssS0FBSztBQUNoQyxRQUFNLFdBQVcsUUFBUUEsT0FBTTtBQUMvQixRQUFNLElBQUksSUFBSSxjQUFjO0FBQzVCLFFBQU0sTUFBTSxFQUFFLEtBQUssQ0FBQyxPQUFPLE9BQU8sS0FBSyxHQUFHLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQ0MsUUFBTyxLQUFLLEdBQUcsTUFBTTtBQUN0RSxVQUFNLENBQUMsR0FBRyxJQUFJLEtBQUssSUFBSSxJQUFJLENBQUMsRUFBRSxNQUFNLEtBQUssR0FBRyxFQUFFLE1BQU0sS0FBSyxHQUFHLEVBQUUsTUFBTSxLQUFLLEdBQUcsRUFBRSxNQUFNLEtBQUssQ0FBQztBQUMxRixVQUFNLFlBQVksQ0FBQyxXQUFtQjtBQUNwQyxRQUFFLElBQUksRUFBRSxFQUFFLElBQUksRUFBRSxFQUFFLElBQUksYUFBYSxNQUFNLEVBQUUsSUFBSSxHQUFHLEVBQUUsSUFBSSxhQUFhLE1BQU07QUFDM0UsUUFBRSxHQUFHRCxPQUFNLFNBQVMsRUFBRSxJQUFJLGNBQWMsTUFBTTtBQUFBLElBQ2hEO0FBQ0EsVUFBTSxVQUFVLEtBQUssTUFBTSxRQUFRQSxPQUFNLFNBQVM7QUFDbEQsTUFBRSxTQUFTLEtBQUssRUFBRSxJQUFJLENBQUM7QUFDdkIsTUFBRSxPQUFPLEdBQUcsTUFBTTtBQUNoQixRQUFFLElBQUlDLE1BQUssRUFDUixJQUFJLFVBQVUsRUFDZCxJQUFJLEdBQUcsRUFDUCxTQUFTLElBQUksRUFDYixHQUFHLFVBQVUsRUFDYjtBQUFBLFFBQ0MsTUFBTTtBQUNKLFlBQUUsSUFBSSxHQUFHLEVBQUUsU0FBUyxRQUFRLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxHQUFHLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxFQUFFO0FBQ3pFLGNBQUksV0FBVyxHQUFHO0FBQ2hCLGNBQUUsU0FBUyxLQUFLLE1BQU0sVUFBVSxDQUFDLENBQUMsRUFBRSxJQUFJLElBQUk7QUFDNUMsY0FBRSxPQUFPLE1BQU0sTUFBTTtBQUNuQix1QkFBUyxJQUFJLEdBQUcsSUFBSSxHQUFHLElBQUssV0FBVSxLQUFLLENBQUM7QUFDNUMsZ0JBQUUsSUFBSSxJQUFJLEVBQUUsRUFBRSxJQUFJLEtBQUssRUFBRTtBQUFBLFlBQzNCLENBQUM7QUFBQSxVQUNIO0FBQ0EsbUJBQVMsSUFBSSxHQUFHLElBQUksVUFBVSxHQUFHLElBQUssV0FBVSxLQUFLLENBQUM7QUFDdEQsZ0JBQU0sT0FBTyxNQUFNLFVBQVU7QUFDN0IsbUJBQVMsSUFBSSxHQUFHLElBQUksUUFBUUQsT0FBTSxXQUFXLEtBQUs7QUFDaEQsa0JBQU0sU0FBUyxPQUFPLElBQUlBLE9BQU07QUFDaEMsY0FBRSxJQUFJLEVBQUUsRUFBRSxJQUFJLEVBQUUsRUFBRSxJQUFJQSxPQUFNLE1BQU0sTUFBTSxFQUFFLElBQUksR0FBRyxFQUFFLElBQUlBLE9BQU0sTUFBTSxNQUFNO0FBQ3pFLGNBQUUsR0FBR0EsT0FBTSxHQUFHLEVBQUUsSUFBSUEsT0FBTSxPQUFPLE1BQU07QUFBQSxVQUN6QztBQUNBLFlBQUUsSUFBSSxLQUFLLFdBQVcsS0FBSyxLQUFLLE1BQU0sVUFBVSxDQUFDLENBQUM7QUFBQSxRQUNwRDtBQUFBLFFBQ0EsTUFBTSxFQUFFLElBQUksS0FBSyxRQUFRO0FBQUEsTUFDM0I7QUFDRixRQUFFLElBQUlDLFFBQU8sQ0FBQztBQUFBLElBQ2hCLENBQUM7QUFBQSxFQUNILENBQUM7QUFDRCxNQUFJLEtBQUssTUFBTTtBQUNiLE1BQUU7QUFBQSxNQUNBLENBQUMsT0FBTyxPQUFPLE9BQU8sS0FBSztBQUFBLE1BQzNCLENBQUM7QUFBQSxNQUNELENBQUMsR0FBRyxDQUFDLE1BQU1BLFFBQU8sS0FBSyxHQUFHLE1BQU07QUFDOUIsVUFBRSxJQUFJLEdBQUcsRUFDTixJQUFJLElBQUksRUFDUixTQUFTLE9BQU8sUUFBUSxFQUN4QixHQUFHLGFBQWE7QUFDbkIsVUFBRSxJQUFJQSxNQUFLLEVBQUUsSUFBSSxHQUFHLEVBQUUsSUFBSSxHQUFHLEVBQUUsS0FBSyxHQUFHO0FBQUEsTUFDekM7QUFBQSxNQUNBO0FBQUEsSUFDRjtBQUFBLEVBQ0YsT0FBTztBQUNMLE1BQUU7QUFBQSxNQUNBLENBQUMsT0FBTyxPQUFPLEtBQUs7QUFBQSxNQUNwQixDQUFDO0FBQUEsTUFDRCxDQUFDLEdBQUcsQ0FBQ0EsUUFBTyxLQUFLLEdBQUcsTUFBTTtBQUN4QixVQUFFLElBQUksR0FBRyxFQUNOLFNBQVMsQ0FBQyxFQUNWLFNBQVMsT0FBTyxRQUFRLEVBQ3hCLEdBQUcsYUFBYTtBQUNuQixVQUFFLElBQUlBLE1BQUssRUFBRSxJQUFJLEdBQUcsRUFBRSxJQUFJLEdBQUcsRUFBRSxLQUFLLEdBQUc7QUFBQSxNQUN6QztBQUFBLE1BQ0E7QUFBQSxJQUNGO0FBQUEsRUFDRjtBQUNBLFFBQU0sT0FBTyxLQUFLLE9BQU8sdUJBQXVCO0FBQ2hELFNBQU8sRUFBRSxPQUFPLEVBQUUsT0FBTyxHQUFHLGNBQWMsR0FBRyxLQUFLO0FBQ3BEOzs7QUMzRUEsSUFBTSxhQUFhLENBQUMsVUFDbEIsTUFBTTtBQUFBLEVBQ0osQ0FBQyxHQUFHLFNBQ0YsTUFBTSxLQUFLLEVBQUUsUUFBUSxFQUFFLFNBQVMsRUFBRSxHQUFHLENBQUMsR0FBRyxPQUFPLEVBQUUsSUFBSSxDQUFDLEtBQUssS0FBSyxRQUFRLEVBQUUsQ0FBQyxLQUFLLEVBQUU7QUFBQSxFQUNyRixDQUFDLENBQUM7QUFDSjtBQUdLLElBQU0sWUFBWSxDQUFDLFdBQ3hCLE9BQU8sQ0FBQyxFQUFHLElBQUksQ0FBQyxHQUFHLE1BQU0sT0FBTyxJQUFJLENBQUMsUUFBUSxJQUFJLENBQUMsQ0FBRSxDQUFDO0FBR2hELElBQU0sV0FBVyxDQUFDLEdBQVcsR0FBVyxXQUF3QztBQUNyRixRQUFNLFNBQVMsQ0FBQyxHQUFXLFVBQWtCLE1BQU0sS0FBSyxFQUFFLFFBQVEsTUFBTSxHQUFHLENBQUMsR0FBRyxNQUFNLEtBQUssQ0FBQztBQUMzRixRQUFNLFdBQVcsQ0FBQyxVQUFrQixPQUFPLEdBQUcsS0FBSyxFQUFFLFFBQVE7QUFDN0QsUUFBTSxTQUFTLENBQUMsTUFBYyxPQUFPLE9BQU8sQ0FBQyxNQUFNLE1BQU0sQ0FBQztBQUMxRCxRQUFNLE9BQU8sQ0FBQyxNQUFjLE9BQU8sQ0FBQyxFQUFFLE9BQU8sQ0FBQyxTQUFTLE1BQU0sV0FBVyxJQUFJLElBQUksQ0FBQztBQUNqRixTQUFPO0FBQUEsSUFDTCxRQUFRLENBQUMsR0FBRyxPQUFPLElBQUksQ0FBQyxNQUFNLENBQUMsR0FBRyxXQUFXLE9BQU8sQ0FBQyxDQUFDLEdBQUcsQ0FBQyxDQUFDLEdBQUcsV0FBVyxNQUFNLENBQUM7QUFBQSxJQUNoRixTQUFTLENBQUMsR0FBRyxPQUFPLElBQUksQ0FBQyxNQUFNLE9BQU8sR0FBRyxDQUFDLEVBQUUsSUFBSSxDQUFDLE1BQU0sSUFBSSxLQUFLLENBQUMsQ0FBQyxDQUFDLEdBQUcsU0FBUyxDQUFDLENBQUM7QUFBQSxJQUNqRixTQUFTLFVBQVUsQ0FBQyxHQUFHLE9BQU8sSUFBSSxDQUFDLE1BQU0sT0FBTyxHQUFHLENBQUMsQ0FBQyxHQUFHLFNBQVMsQ0FBQyxDQUFDLENBQUM7QUFBQSxFQUN0RTtBQUNGO0FBR08sSUFBTSxNQUFnQixTQUFTLEdBQUcsR0FBRyxDQUFDLEdBQUcsSUFBSSxHQUFHLEtBQUssR0FBRyxJQUFJLEdBQUcsS0FBSyxDQUFDLENBQUM7OztBQ3JDdEUsSUFBTSxTQUFTO0FBR2YsSUFBTSxNQUFNO0FBY1osSUFBTSxZQUFZLENBQUMsTUFBZ0IsU0FBNkI7QUFDckUsUUFBTSxDQUFDLFFBQVEsR0FBRyxHQUFHLENBQUMsSUFBSSxLQUFLO0FBQy9CLFFBQU0sU0FBUyxXQUFXLElBQUk7QUFDOUIsUUFBTSxDQUFDLEtBQUssRUFBRSxJQUFJLElBQUksS0FBSztBQUUzQixRQUFNLE9BQU8sU0FBUztBQUN0QixRQUFNLENBQUMsUUFBUSxLQUFLLElBQUksT0FBTyxTQUFTLENBQUMsR0FBRyxDQUFDO0FBQzdDLFFBQU0sQ0FBQyxXQUFXLFFBQVEsSUFBSSxPQUFPLENBQUMsR0FBRyxDQUFDLElBQUk7QUFDOUMsUUFBTSxDQUFDLFVBQVUsSUFBSSxJQUFJLE9BQU8sQ0FBQyxLQUFLLGFBQWEsQ0FBQyxJQUFJLENBQUMsR0FBRyxLQUFLLFdBQVc7QUFDNUUsUUFBTSxTQUFTLEVBQUUsUUFBUSxLQUFLLEtBQUssWUFBWSxDQUFDLEdBQUcsUUFBUSxLQUFLLEtBQUssV0FBVyxDQUFDLEVBQUU7QUFDbkYsU0FBTztBQUFBLElBQ0wsT0FBTyxTQUFTLE9BQU8sU0FBUyxPQUFPO0FBQUEsSUFDdkMsUUFBUTtBQUFBLE1BQ04sR0FBRztBQUFBLE1BQ0g7QUFBQSxNQUNBO0FBQUEsTUFDQSxZQUFZLElBQUk7QUFBQSxNQUNoQixLQUFLLE9BQU8sSUFBSSxNQUFNO0FBQUEsTUFDdEIsTUFBTSxPQUFPLElBQUksT0FBTztBQUFBLE1BQ3hCLE1BQU07QUFBQSxJQUNSO0FBQUEsSUFDQSxRQUFRO0FBQUEsTUFDTixHQUFHO0FBQUEsTUFDSCxRQUFRO0FBQUEsTUFDUixPQUFPO0FBQUEsTUFDUCxZQUFZLElBQUk7QUFBQSxNQUNoQixLQUFLO0FBQUEsTUFDTCxNQUFNO0FBQUEsTUFDTixNQUFNO0FBQUEsSUFDUjtBQUFBLElBQ0E7QUFBQSxJQUNBO0FBQUEsRUFDRjtBQUNGO0FBR08sSUFBTSxtQkFBbUIsQ0FBQyxTQUE0QjtBQUMzRCxRQUFNLEVBQUUsUUFBUSxRQUFRLFVBQVUsUUFBUSxTQUFTLGFBQWEsTUFBTSxJQUFJO0FBQzFFLFFBQU0sQ0FBQyxHQUFHLEdBQUcsR0FBRyxDQUFDLElBQUk7QUFDckIsU0FDRSxPQUFPLE1BQU0sQ0FBQyxNQUFNLE1BQU0sQ0FBQyxLQUMzQixDQUFDLEdBQUcsUUFBUSxHQUFHLFVBQVUsTUFBTSxFQUFFLE1BQU0sQ0FBQyxNQUFNLE1BQU0sQ0FBQyxLQUNyRCxRQUFRLE1BQU0sQ0FBQyxNQUFNLEtBQUssS0FBSyxLQUFLLENBQUMsS0FDckMsQ0FBQyxHQUFHLFdBQVcsRUFBRSxNQUFNLENBQUMsTUFBTSxLQUFLLE1BQU0sSUFBSSxNQUFNLENBQUMsS0FDcEQsS0FBSyxJQUFJLEdBQUcsQ0FBQyxLQUFLLEtBQ2xCLElBQUk7QUFFUjtBQU1PLElBQU0sa0JBQWtCLENBQUMsTUFBZ0IsU0FBNEI7QUFDMUUsTUFBSSxDQUFDLGlCQUFpQixJQUFJLEVBQUcsUUFBTztBQUNwQyxRQUFNLEVBQUUsT0FBTyxRQUFRLFVBQVUsS0FBSyxJQUFJLFVBQVUsTUFBTSxJQUFJO0FBQzlELFFBQU0sUUFBUSxXQUFXO0FBQ3pCLFFBQU0sU0FBUyxLQUFLLE1BQU0sQ0FBQyxJQUFJLE9BQU8sU0FBUyxPQUFPO0FBQ3RELFFBQU0sU0FBVSxLQUFLLEtBQU0sU0FBUyxRQUFRLE1BQU07QUFDbEQsUUFBTSxhQUFhLE1BQU0sUUFBUSxNQUFNLFFBQVEsV0FBVyxNQUFNLFFBQVE7QUFDeEUsU0FBUSxLQUFLLEtBQU0sUUFBUSxRQUFRLGFBQWE7QUFDbEQ7QUFHTyxJQUFNLGlCQUFpQixNQUFNO0FBQ2xDLE1BQUksTUFBTTtBQUNWLFFBQU0sT0FBTyxDQUFDLFVBQTBCO0FBQ3RDLFVBQU0sS0FBSztBQUNYLFdBQU8sS0FBSyxLQUFLLEtBQUssUUFBUSxFQUFFO0FBQ2hDLFdBQU87QUFBQSxFQUNUO0FBQ0EsU0FBTyxFQUFFLE1BQU0sT0FBTyxNQUFNLElBQUk7QUFDbEM7QUFHTyxJQUFNLFNBQVMsQ0FBQyxPQUFlLFdBQW1CLEVBQUUsS0FBSyxRQUFRLE9BQU8sUUFBUSxNQUFNOzs7QUN4RjdGLElBQU0sUUFBUTtBQUdQLElBQU0sa0JBQWtCLElBQUksS0FBSztBQUt4QyxJQUFNLFdBQVcsQ0FBQyxHQUFvQkMsU0FBaUI7QUFDckQsUUFBTSxZQUFZLG9CQUFJLElBQW1CO0FBQ3pDLFFBQU0sV0FBVyxDQUFDLFVBQXlCO0FBQ3pDLFVBQU0sUUFBUSxVQUFVLElBQUksS0FBSztBQUNqQyxRQUFJLE1BQU8sUUFBTztBQUNsQixVQUFNLFFBQVEsRUFBRSxNQUFNLE1BQU07QUFDNUIsTUFBRSxXQUFXLEtBQUssRUFBRSxJQUFJLEtBQUs7QUFDN0IsY0FBVSxJQUFJLE9BQU8sS0FBSztBQUMxQixXQUFPO0FBQUEsRUFDVDtBQUVBLFFBQU0sT0FBTyxDQUFDLFVBQWlDO0FBQzdDLFVBQU0sUUFBUSxNQUNYLE9BQU8sQ0FBQyxDQUFDLENBQUMsTUFBTSxNQUFNLENBQUMsRUFDdkIsS0FBSyxDQUFDLEdBQUcsTUFBTSxPQUFPLEVBQUUsQ0FBQyxNQUFNLENBQUMsSUFBSSxPQUFPLEVBQUUsQ0FBQyxNQUFNLENBQUMsQ0FBQztBQUN6RCxVQUFNLE1BQU0sQ0FBQyxVQUF3QjtBQUNuQyxZQUFNLENBQUMsR0FBRyxLQUFLLElBQUksTUFBTSxRQUFRLENBQUM7QUFDbEMsVUFBSSxVQUFVLEdBQUc7QUFDZixVQUFFLElBQUksS0FBSztBQUNYLFlBQUksTUFBTSxFQUFHLEdBQUUsSUFBSSxTQUFTLENBQUMsQ0FBQyxFQUFFLEdBQUcsV0FBVztBQUFBLE1BQ2hELFdBQVcsS0FBSyxJQUFJLENBQUMsTUFBTSxHQUFHO0FBQzVCLFlBQUksUUFBUSxDQUFDO0FBQ2IsVUFBRSxJQUFJLEtBQUssRUFBRSxHQUFHLE1BQU0sSUFBSSxjQUFjLFdBQVc7QUFBQSxNQUNyRCxNQUFPLEdBQUUsS0FBSyxPQUFPLFNBQVMsQ0FBQyxHQUFHLE1BQU0sSUFBSSxRQUFRLENBQUMsR0FBR0EsSUFBRztBQUFBLElBQzdEO0FBQ0EsUUFBSSxNQUFNLE1BQU07QUFBQSxFQUNsQjtBQUNBLFNBQU8sRUFBRSxVQUFVLEtBQUs7QUFDMUI7QUFFQSxJQUFNLFdBQVcsQ0FBQyxHQUFzQixNQUN0QyxFQUFFLE1BQU0sQ0FBQyxHQUFHLE1BQU0sS0FBSyxJQUFJLENBQUMsTUFBTSxLQUFLLElBQUksRUFBRSxDQUFDLENBQUUsQ0FBQyxLQUFLLEVBQUUsS0FBSyxDQUFDLEdBQUcsTUFBTSxNQUFNLEVBQUUsQ0FBQyxDQUFDO0FBR25GLElBQU0sV0FBVyxDQUFDLFdBQTZCO0FBQzdDLFFBQU0sU0FBbUIsQ0FBQztBQUMxQixXQUFTLElBQUksR0FBRyxJQUFJLElBQUksT0FBTyxRQUFRLEtBQUs7QUFDMUMsUUFBSSxTQUFTLE9BQU8sQ0FBQyxHQUFJLE9BQU8sSUFBSSxDQUFDLENBQUUsRUFBRyxRQUFPLEtBQUssQ0FBQztBQUN6RCxTQUFPO0FBQ1Q7QUFNQSxJQUFNLFlBQVksQ0FBQyxLQUF3QixTQUE0QjtBQUNyRSxRQUFNLFNBQVMsSUFBSSxJQUFJLENBQUMsR0FBRyxNQUFPLE1BQU0sS0FBSyxDQUFDLElBQUksSUFBSSxDQUFFO0FBQ3hELFFBQU0sTUFBTSxJQUFJLElBQUksQ0FBQyxHQUFHLE1BQU8sTUFBTSxLQUFLLENBQUMsSUFBSSxJQUFJLENBQUU7QUFDckQsUUFBTSxRQUFRLG9CQUFJLElBQUksQ0FBQyxHQUFHLEdBQUcsSUFBSSxHQUFHLE1BQU0sQ0FBQztBQUMzQyxRQUFNLFFBQVEsQ0FBQ0MsWUFBbUIsSUFBSSxPQUFPLENBQUMsTUFBTSxDQUFDLE1BQU0sSUFBSSxJQUFJQSxPQUFNLENBQUMsRUFBRTtBQUM1RSxRQUFNLFNBQVMsSUFBSSxPQUFPLENBQUMsTUFBTSxNQUFNLENBQUMsRUFBRSxPQUFPLENBQUMsR0FBRyxNQUFPLE1BQU0sQ0FBQyxJQUFJLE1BQU0sQ0FBQyxJQUFJLElBQUksQ0FBRTtBQUN4RixTQUFPLEVBQUUsUUFBUSxVQUFVLElBQUksSUFBSSxDQUFDLE1BQU0sSUFBSSxNQUFNLEdBQUcsT0FBTztBQUNoRTtBQUdBLElBQU1DLGVBQWMsQ0FBQyxXQUFnQztBQUNuRCxRQUFNLFFBQVEsU0FBUyxNQUFNO0FBQzdCLFFBQU0sTUFBTSxPQUFPLFFBQVEsQ0FBQyxLQUFLLE1BQU07QUFDckMsUUFBSSxNQUFNLFNBQVMsSUFBSSxDQUFDLEVBQUcsUUFBTyxDQUFDO0FBQ25DLFFBQUksQ0FBQyxNQUFNLFNBQVMsQ0FBQyxFQUFHLFFBQU87QUFDL0IsVUFBTSxFQUFFLFFBQVEsVUFBVSxPQUFPLElBQUksVUFBVSxLQUFLLE9BQU8sSUFBSSxDQUFDLENBQUU7QUFDbEUsV0FBTyxDQUFDLEdBQUcsUUFBUSxHQUFHLFVBQVUsTUFBTTtBQUFBLEVBQ3hDLENBQUM7QUFDRCxTQUFPLElBQUksSUFBSSxJQUFJLE9BQU8sQ0FBQyxNQUFNLE1BQU0sS0FBSyxNQUFNLENBQUMsQ0FBQztBQUN0RDtBQUdBLElBQU1DLGVBQWMsQ0FDbEIsR0FDQSxRQUNBLFFBQ0EsU0FDQUgsTUFDQUksV0FDUztBQUNULFFBQU0sVUFBVSxPQUFPLENBQUMsRUFBRyxJQUFJLENBQUMsR0FBRyxNQUFNLE9BQU8sSUFBSSxDQUFDLFFBQVEsSUFBSSxDQUFDLENBQUUsQ0FBQztBQUNyRSxRQUFNLFlBQVksU0FBUyxPQUFPO0FBQ2xDLFFBQU0sUUFBUSxDQUFDLFFBQW1DLElBQUksSUFBSSxDQUFDLEdBQUcsTUFBTSxDQUFDLEdBQUcsT0FBTyxDQUFDLENBQUUsQ0FBVTtBQUM1RixNQUFJLFVBQVUsU0FBUyxHQUFHO0FBRXhCLFVBQU0sQ0FBQyxNQUFNLFdBQVcsSUFBSSxDQUFDLG9CQUFJLElBQW1CLEdBQUcsb0JBQUksSUFBbUIsQ0FBQztBQUMvRSxlQUFXLEtBQUssV0FBVztBQUN6QixZQUFNLENBQUMsS0FBSyxVQUFVLElBQUksQ0FBQyxFQUFFLE1BQU0sTUFBTSxHQUFHLEVBQUUsTUFBTSxNQUFNLENBQUM7QUFDM0QsUUFBRSxJQUFJLE9BQU8sQ0FBQyxDQUFFLEVBQ2IsSUFBSSxPQUFPLElBQUksQ0FBQyxDQUFFLEVBQ2xCLEdBQUcsV0FBVyxFQUNkLElBQUksR0FBRztBQUNWLFFBQUUsSUFBSSxPQUFPLENBQUMsQ0FBRSxFQUNiLElBQUksT0FBTyxJQUFJLENBQUMsQ0FBRSxFQUNsQixHQUFHLFdBQVcsRUFDZCxJQUFJLFVBQVU7QUFDakIsV0FBSyxJQUFJLEdBQUcsR0FBRztBQUNmLGtCQUFZLElBQUksR0FBRyxVQUFVO0FBQUEsSUFDL0I7QUFDQSxXQUFPLFFBQVEsQ0FBQyxLQUFLLE1BQU07QUFDekIsWUFBTSxPQUFPLElBQUksUUFBUSxDQUFDLEdBQUcsTUFBYztBQUN6QyxZQUFJLFVBQVUsU0FBUyxJQUFJLENBQUMsRUFBRyxRQUFPLENBQUM7QUFDdkMsY0FBTSxPQUFPLE1BQU0sSUFBSSxJQUFJLENBQUMsSUFBSSxLQUFLLElBQUksQ0FBQyxJQUFJLFlBQVksSUFBSSxDQUFDO0FBQy9ELGVBQU8sQ0FBQyxDQUFDLEdBQUcsUUFBUSxPQUFPLENBQUMsQ0FBRSxDQUFDO0FBQUEsTUFDakMsQ0FBQztBQUNELE1BQUFBLE9BQU0sR0FBRyxNQUFNLFFBQVEsS0FBSyxJQUFJLENBQUM7QUFBQSxJQUNuQyxDQUFDO0FBQ0QsTUFBRSxLQUFLLEdBQUcsS0FBSyxPQUFPLEdBQUcsR0FBRyxZQUFZLE9BQU8sQ0FBQztBQUNoRDtBQUFBLEVBQ0Y7QUFDQSxRQUFNLFFBQVEsU0FBUyxNQUFNO0FBQzdCLFNBQU8sUUFBUSxDQUFDLEtBQUssTUFBTTtBQUN6QixRQUFJLE1BQU0sU0FBUyxJQUFJLENBQUMsRUFBRztBQUMzQixRQUFJLENBQUMsTUFBTSxTQUFTLENBQUMsR0FBRztBQUN0QixNQUFBQSxPQUFNLEdBQUcsTUFBTSxRQUFRLEtBQUssTUFBTSxHQUFHLENBQUMsQ0FBQztBQUN2QztBQUFBLElBQ0Y7QUFFQSxVQUFNLEVBQUUsUUFBUSxVQUFVLE9BQU8sSUFBSSxVQUFVLEtBQUssT0FBTyxJQUFJLENBQUMsQ0FBRTtBQUNsRSxVQUFNLENBQUMsTUFBTSxHQUFHLElBQUksQ0FBQyxFQUFFLE1BQU0sTUFBTSxHQUFHLEVBQUUsTUFBTSxNQUFNLENBQUM7QUFDckQsWUFBUSxLQUFLLE1BQU0sTUFBTSxDQUFDO0FBQzFCLE1BQUUsSUFBSSxJQUFJO0FBQ1YsWUFBUSxLQUFLLE1BQU0sUUFBUSxDQUFDO0FBQzVCLE1BQUUsSUFBSSxHQUFHO0FBQ1QsSUFBQUE7QUFBQSxNQUFNO0FBQUEsTUFBRyxNQUNQLFFBQVEsS0FBSztBQUFBLFFBQ1gsQ0FBQyxHQUFHLElBQUk7QUFBQSxRQUNSLENBQUMsUUFBUSxHQUFHO0FBQUEsTUFDZCxDQUFDO0FBQUEsSUFDSDtBQUNBLElBQUFBLE9BQU0sSUFBSSxHQUFHLE1BQU07QUFDakIsVUFBSSxXQUFXLEVBQUcsR0FBRSxJQUFJLElBQUksRUFBRSxJQUFJLEdBQUcsRUFBRSxHQUFHLFdBQVc7QUFBQSxlQUM1Q0osS0FBSyxHQUFFLElBQUksR0FBRyxFQUFFLElBQUksUUFBUSxTQUFTLE1BQU0sQ0FBQyxFQUFFLElBQUksSUFBSSxFQUFFLEdBQUcscUJBQXFCO0FBQUEsV0FDcEY7QUFDSCxVQUFFLElBQUksSUFBSSxFQUFFLElBQUksR0FBRyxFQUFFLElBQUksUUFBUSxTQUFTLE1BQU0sQ0FBQyxFQUFFLEdBQUcsV0FBVyxFQUFFLEdBQUcsV0FBVztBQUFBLE1BQ25GO0FBQUEsSUFDRixDQUFDO0FBQ0QsTUFBRSxLQUFLLE1BQU0sR0FBRztBQUFBLEVBQ2xCLENBQUM7QUFDSDtBQVNBLElBQU0sV0FBVyxDQUFDLEdBQWtCLFFBQWdCLE1BQVksSUFBVUEsU0FDeEUsRUFBRSxLQUFLLENBQUMsT0FBTyxPQUFPLE9BQU8sS0FBSyxHQUFHLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQyxRQUFRLFFBQVEsT0FBTyxDQUFDLE1BQU07QUFFMUUsUUFBTSxXQUFXLENBQUMsTUFBYSxNQUFZLFVBQTJCO0FBQ3BFLFFBQUksQ0FBQyxLQUFLLE1BQU8sUUFBTyxDQUFDLElBQUk7QUFDN0IsV0FBTyxNQUFNLEtBQUssRUFBRSxRQUFRLE1BQU0sR0FBRyxDQUFDLEdBQUcsTUFBTTtBQUM3QyxZQUFNLFVBQVUsRUFBRSxNQUFNLEtBQUs7QUFDN0IsUUFBRSxJQUFJLElBQUksRUFDUCxJQUFJLFlBQVksSUFBSSxLQUFLLElBQUksRUFDN0IsSUFBSSxLQUFLLEVBQ1QsR0FBRyxTQUFTLEVBQ1osSUFBSSxPQUFPO0FBQ2QsYUFBTztBQUFBLElBQ1QsQ0FBQztBQUFBLEVBQ0g7QUFDQSxRQUFNLFVBQVUsU0FBUyxRQUFRLE1BQU0sT0FBTyxDQUFDLEVBQUcsTUFBTTtBQUN4RCxRQUFNLFVBQVUsU0FBUyxRQUFRLElBQUksT0FBTyxNQUFNO0FBQ2xELFFBQU0sVUFBVSxTQUFTLEdBQUdBLElBQUc7QUFDL0IsYUFBVyxLQUFLRSxhQUFZLE1BQU0sRUFBRyxTQUFRLFNBQVMsQ0FBQztBQUN2RCxRQUFNLFNBQVMsT0FBTyxDQUFDLEVBQUcsSUFBSSxNQUFNLEVBQUUsTUFBTSxNQUFNLENBQUM7QUFDbkQsUUFBTSxVQUFVLENBQUMsTUFBd0IsTUFBWSxHQUFXLFdBQzlELENBQUMsS0FBSyxTQUFTLElBQUksS0FBSyxDQUFDLElBQUssS0FBSyxDQUFDLElBQUssS0FBSyxRQUFRLElBQUksSUFBSSxLQUFLLFFBQVEsTUFBTTtBQUNuRixJQUFFLE1BQU0sQ0FBQyxVQUFVO0FBQ2pCLE1BQUUsS0FBSyxDQUFDLFVBQVU7QUFDaEIsaUJBQVcsVUFBVSxDQUFDLEdBQUcsRUFBRSxHQUFHO0FBRTVCLFlBQUksU0FBUyxFQUFHLEdBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxTQUFTLEVBQUUsS0FBSyxLQUFLO0FBQ2pELGVBQU8sUUFBUSxDQUFDLE9BQU8sTUFBTTtBQUMzQixnQkFBTSxDQUFDLFNBQVMsRUFBRSxJQUFJLFFBQVEsU0FBUyxNQUFNLEdBQUcsTUFBTTtBQUN0RCxZQUFFLElBQUksT0FBTyxFQUFFLElBQUksYUFBYSxFQUFFLEVBQUUsSUFBSSxLQUFLO0FBQUEsUUFDL0MsQ0FBQztBQUNELFFBQUFDLGFBQVksR0FBRyxRQUFRLFFBQVEsU0FBU0gsTUFBSyxDQUFDLEdBQUcsU0FBUztBQUN4RCxnQkFBTSxDQUFDLFNBQVMsRUFBRSxJQUFJLFFBQVEsU0FBUyxJQUFJLEdBQUcsTUFBTTtBQUNwRCxZQUFFLElBQUksT0FBTztBQUNiLGVBQUs7QUFDTCxZQUFFLElBQUksY0FBYyxFQUFFO0FBQUEsUUFDeEIsQ0FBQztBQUFBLE1BQ0g7QUFDQSxpQkFBVyxXQUFXLENBQUMsR0FBRyxTQUFTLEdBQUcsT0FBTyxFQUFHLEdBQUUsSUFBSSxTQUFTLEVBQUU7QUFDakUsUUFBRSxJQUFJLENBQUMsRUFBRSxTQUFTLEVBQUUsRUFBRSxHQUFHLFNBQVMsRUFBRSxJQUFJLENBQUMsRUFBRSxLQUFLLEtBQUs7QUFBQSxJQUN2RCxDQUFDO0FBQUEsRUFDSCxDQUFDO0FBQ0gsQ0FBQztBQVNJLElBQU0sZ0JBQWdCLENBQzNCLEdBQ0EsUUFDQSxNQUNBLElBQ0FBLFNBQ1c7QUFDWCxRQUFNLENBQUMsTUFBTSxPQUFPLElBQUksQ0FBQyxPQUFPLFFBQVEsT0FBTyxDQUFDLEVBQUcsTUFBTTtBQUN6RCxRQUFNLENBQUMsV0FBVyxPQUFPLElBQUksQ0FBQyxTQUFTLFNBQVMsT0FBTyxPQUFPO0FBQzlELFFBQU0sVUFBVSxTQUFTLFVBQVUsSUFBSSxVQUFVLEtBQUs7QUFDdEQsUUFBTSxhQUFhLFNBQVMsVUFBVSxJQUFJLEtBQUs7QUFDL0MsUUFBTSxRQUFRLE9BQU8sVUFBVSxJQUFJLE9BQU8sR0FBRztBQUM3QyxRQUFNLFdBQVcsT0FBTyxVQUFVLElBQUksR0FBRztBQUV6QyxRQUFNLE9BQU8sSUFBSTtBQUNqQixRQUFNLFdBQVc7QUFBQSxJQUNmO0FBQUEsSUFDQTtBQUFBLElBQ0EsRUFBRSxPQUFPLFdBQVcsTUFBTSxRQUFRO0FBQUEsSUFDbEMsRUFBRSxPQUFPLE9BQU8sTUFBTSxVQUFVLEtBQUs7QUFBQSxJQUNyQ0E7QUFBQSxFQUNGO0FBQ0EsUUFBTSxhQUFhO0FBQUEsSUFDakI7QUFBQSxJQUNBO0FBQUEsSUFDQSxFQUFFLE9BQU8sT0FBTyxNQUFNLEtBQUs7QUFBQSxJQUMzQixFQUFFLE9BQU8sU0FBUyxNQUFNLFNBQVM7QUFBQSxJQUNqQ0E7QUFBQSxFQUNGO0FBQ0EsU0FBTyxFQUFFLEtBQUssQ0FBQyxPQUFPLE9BQU8sT0FBTyxLQUFLLEdBQUcsQ0FBQyxHQUFHLENBQUMsR0FBRyxDQUFDLFFBQVEsUUFBUSxPQUFPLElBQUksTUFBTTtBQUNwRixVQUFNLENBQUMsT0FBTyxDQUFDLElBQUksQ0FBQyxFQUFFLE1BQU0sS0FBSyxHQUFHLEVBQUUsTUFBTSxLQUFLLENBQUM7QUFDbEQsTUFBRSxJQUFJLE9BQU8sR0FBRyxPQUFPLE1BQU0sTUFBTTtBQUNqQyxRQUFFLElBQUksS0FBSyxFQUFFLElBQUksS0FBSyxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksQ0FBQyxFQUFFLFNBQVMsSUFBSTtBQUMxRCxRQUFFLElBQUksQ0FBQyxFQUFFLFNBQVMsSUFBSSxFQUFFLEdBQUcsVUFBVSxFQUFFLEdBQUcsUUFBUTtBQUNsRCxRQUFFLFNBQVMsQ0FBQyxFQUFFLEdBQUcsV0FBVyxFQUFFLElBQUksQ0FBQztBQUNuQyxlQUFTLElBQUksR0FBRyxJQUFJLFNBQVMsS0FBSztBQUNoQyxVQUFFLElBQUksTUFBTSxFQUNULFNBQVMsSUFBSSxVQUFVLEVBQ3ZCLEdBQUcsU0FBUztBQUNmLFVBQUUsSUFBSSxJQUFJLEVBQ1AsU0FBUyxJQUFJLElBQUksRUFDakIsR0FBRyxTQUFTO0FBQ2YsVUFBRSxJQUFJLEtBQUssRUFBRSxJQUFJLENBQUMsRUFBRSxLQUFLLFFBQVE7QUFBQSxNQUNuQztBQUNBLGVBQVMsSUFBSSxHQUFHLElBQUksTUFBTSxLQUFLO0FBQzdCLFVBQUUsSUFBSSxJQUFJLEVBQ1AsU0FBUyxJQUFJLFVBQVUsSUFBSSxFQUMzQixHQUFHLFNBQVM7QUFDZixVQUFFLElBQUksTUFBTSxFQUNULFNBQVMsSUFBSSxLQUFLLEVBQ2xCLEdBQUcsU0FBUztBQUNmLFVBQUUsSUFBSSxLQUFLLEVBQUUsSUFBSSxDQUFDLEVBQUUsS0FBSyxVQUFVO0FBQUEsTUFDckM7QUFDQSxVQUFJLENBQUMsVUFBVyxHQUFFLElBQUksUUFBUSxJQUFJO0FBQ2xDLFVBQUksQ0FBQyxRQUFTLEdBQUUsSUFBSSxRQUFRLElBQUk7QUFBQSxJQUNsQyxDQUFDO0FBQUEsRUFDSCxDQUFDO0FBQ0g7QUFvQk8sSUFBTSxnQkFBZ0IsQ0FBQyxHQUFrQixTQUM5QyxFQUFFLEtBQUssQ0FBQyxPQUFPLE9BQU8sT0FBTyxLQUFLLEdBQUcsQ0FBQyxHQUFHLENBQUMsR0FBRyxDQUFDLElBQUksTUFBTSxPQUFPLE9BQU8sTUFBTTtBQUMxRSxRQUFNLEVBQUUsUUFBUSxPQUFPLFlBQVksUUFBUSxRQUFRLEtBQUssSUFBSTtBQUM1RCxRQUFNLENBQUMsT0FBTyxHQUFHLEdBQUcsS0FBSyxJQUFJLElBQUksTUFBTSxLQUFLLEVBQUUsUUFBUSxFQUFFLEdBQUcsTUFBTSxFQUFFLE1BQU0sS0FBSyxDQUFDO0FBRS9FLFFBQU0sU0FBUyxNQUFNLEtBQUssRUFBRSxRQUFRLEtBQUssR0FBRyxNQUFNLEVBQUUsTUFBTSxLQUFLLENBQUM7QUFDaEUsSUFBRSxJQUFJLElBQUksRUFBRSxTQUFTLE1BQU0sRUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLENBQUM7QUFDbEQsSUFBRSxTQUFTLE1BQU0sRUFBRSxHQUFHLFdBQVcsRUFBRSxJQUFJLEtBQUs7QUFDNUMsSUFBRSxJQUFJLElBQUksRUFBRSxJQUFJLENBQUMsRUFBRSxTQUFTLE1BQU0sRUFBRSxHQUFHLFNBQVMsRUFBRSxHQUFHLFNBQVM7QUFDOUQsSUFBRSxTQUFTLENBQUMsRUFBRSxHQUFHLFNBQVMsRUFBRSxTQUFTLEtBQUssSUFBSSxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksQ0FBQztBQUNuRSxJQUFFLElBQUksQ0FBQyxFQUFFLElBQUksS0FBSyxFQUFFLFNBQVMsTUFBTSxFQUFFLEdBQUcsU0FBUyxFQUFFLEdBQUcsU0FBUztBQUMvRCxJQUFFLFNBQVMsQ0FBQyxFQUFFLEdBQUcsU0FBUyxFQUFFLFNBQVMsS0FBSyxHQUFHLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxDQUFDO0FBRWxFLElBQUUsSUFBSSxLQUFLLEVBQUUsU0FBUyxNQUFNLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxTQUFTO0FBQy9ELElBQUUsU0FBUyxLQUFLLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxDQUFDLEVBQUUsR0FBRyxTQUFTO0FBQ25ELElBQUUsU0FBUyxVQUFVLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxFQUFFLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxFQUFFO0FBQ2pFLFNBQU8sUUFBUSxDQUFDLE9BQU8sTUFBTTtBQUMzQixNQUFFLElBQUksQ0FBQyxFQUFFLFNBQVMsQ0FBQyxFQUFFLEdBQUcsU0FBUyxFQUFFLFNBQVMsS0FBSyxFQUFFLEdBQUcsVUFBVSxFQUFFLElBQUksS0FBSztBQUFBLEVBQzdFLENBQUM7QUFDRCxJQUFFLFNBQVMsSUFBSSxFQUFFLElBQUksSUFBSTtBQUN6QixJQUFFLE9BQU8sTUFBTSxNQUFNO0FBQ25CLE1BQUUsSUFBSSxDQUFDLEVBQUUsU0FBUyxNQUFNLEVBQUUsR0FBRyxVQUFVLEVBQUUsSUFBSSxHQUFHO0FBQ2hELFdBQU8sUUFBUSxDQUFDLE9BQU8sTUFBTTtBQUMzQixRQUFFLElBQUksS0FBSztBQUNYLFFBQUUsSUFBSSxFQUFFLEVBQ0wsU0FBUyxJQUFJLFVBQVUsRUFDdkIsR0FBRyxTQUFTLEVBQ1osSUFBSSxPQUFPO0FBQ2QsUUFBRSxJQUFJLEdBQUcsRUFBRSxJQUFJLEtBQUssRUFBRSxHQUFHLFNBQVMsRUFBRSxHQUFHLFFBQVE7QUFDL0MsUUFBRSxJQUFJLGFBQWEsSUFBSSxDQUFDO0FBQUEsSUFDMUIsQ0FBQztBQUNELE1BQUUsSUFBSSxPQUFPLElBQUksSUFBSSxFQUNsQixJQUFJLElBQUksUUFBUSxVQUFVLEVBQzFCLElBQUksR0FBRyxDQUFDO0FBQUEsRUFDYixDQUFDO0FBQ0gsQ0FBQzs7O0FDdFRILElBQU0sZUFBZSxNQUFNO0FBQzNCLElBQU0sV0FBVyxNQUFNO0FBR2hCLElBQU0scUJBQXFCLENBQUMsTUFBZ0JLLFNBQXlCO0FBQzFFLFFBQU0sRUFBRSxPQUFPLFFBQVEsUUFBUSxVQUFVLEtBQUssSUFBSSxVQUFVLE1BQU0sWUFBWTtBQUM5RSxRQUFNLE9BQU8sVUFBVSxNQUFNQSxJQUFHO0FBQ2hDLFFBQU0sUUFBUSxXQUFXO0FBQ3pCLFFBQU0sYUFBYSxTQUFTLFNBQVMsV0FBVyxTQUFTLFNBQVMsUUFBUSxJQUFJO0FBQzlFLFFBQU0sVUFBVSxLQUFLLE1BQU0sZ0JBQWdCLFVBQVUsV0FBVyxNQUFNO0FBQ3RFLFFBQU0sYUFBYSxLQUFLLElBQUksT0FBTyxhQUFhLFFBQVEsS0FBSyxJQUFJLElBQUksS0FBSyxJQUFJLEtBQUssT0FBTyxDQUFDLENBQUM7QUFDNUYsUUFBTSxTQUFTLGVBQWU7QUFDOUIsUUFBTSxXQUFXLEtBQUssSUFBSSxHQUFHLEtBQUssTUFBTSxZQUFZLFNBQVMsT0FBTyxLQUFLLEtBQUssQ0FBQztBQUMvRSxRQUFNLFFBQVEsYUFBYSxLQUFLLElBQUksVUFBVSxXQUFXLEtBQUssSUFBSSxJQUFJO0FBQ3RFLFFBQU0sQ0FBQyxNQUFNLElBQUksSUFBSSxDQUFDLEtBQUssV0FBVyxNQUFNLEtBQUssT0FBTyxJQUFJO0FBQzVELFFBQU0sQ0FBQyxRQUFRLE1BQU0sSUFBSSxDQUFDLGFBQWEsTUFBTSxhQUFhLElBQUk7QUFDOUQsUUFBTSxTQUFTLEtBQUssUUFBUSxPQUFPO0FBRW5DLFFBQU0sU0FBUyxlQUFlO0FBQzlCLFFBQU0sUUFBUSxPQUFPLEtBQUssSUFBSSxLQUFLLElBQUksVUFBVSxJQUFJLENBQUM7QUFDdEQsUUFBTSxRQUFRLE9BQU8sS0FBSyxJQUFJLE1BQU07QUFDcEMsUUFBTSxPQUFPLE9BQU8sS0FBSyxlQUFlO0FBQ3hDLFFBQU0sSUFBSSxPQUFPLEtBQUssU0FBUyxNQUFNO0FBQ3JDLFFBQU0sSUFBSSxPQUFPLEtBQUssU0FBUyxNQUFNO0FBQ3JDLFFBQU0sSUFBSSxPQUFPLEtBQUssU0FBUyxNQUFNO0FBRXJDLFFBQU0sSUFBSSxJQUFJLGNBQWM7QUFDNUIsUUFBTSxTQUFTLGNBQWMsR0FBRyxNQUFNO0FBQ3RDLFFBQU0sVUFBVSxjQUFjLEdBQUcsTUFBTTtBQUN2QyxRQUFNLGFBQWEsY0FBYyxHQUFHLElBQUksUUFBUSxTQUFTLE9BQU8sUUFBUSxDQUFDLEdBQUdBLElBQUc7QUFDL0UsUUFBTSxjQUFjLGNBQWMsR0FBRyxVQUFVLElBQUksT0FBTyxHQUFHLFNBQVMsT0FBTyxRQUFRLENBQUMsR0FBR0EsSUFBRztBQUM1RixRQUFNLGFBQWE7QUFBQSxJQUNqQjtBQUFBLElBQ0EsVUFBVSxJQUFJLE9BQU87QUFBQSxJQUNyQixPQUFPLFFBQVEsQ0FBQztBQUFBLElBQ2hCLE9BQU8sSUFBSSxPQUFPLENBQUM7QUFBQSxJQUNuQkE7QUFBQSxFQUNGO0FBQ0EsUUFBTSxRQUFRLFVBQVUsR0FBRztBQUFBLElBQ3pCO0FBQUEsSUFDQSxHQUFHLEVBQUUsS0FBSyxHQUFHLEtBQUssT0FBTyxFQUFFO0FBQUEsSUFDM0IsR0FBRyxFQUFFLEtBQUssT0FBTyxFQUFFO0FBQUEsSUFDbkIsTUFBTTtBQUFBLElBQ04sTUFBTTtBQUFBLElBQ047QUFBQSxJQUNBLFlBQVksQ0FBQztBQUFBLElBQ2IsS0FBQUE7QUFBQSxFQUNGLENBQUM7QUFFRCxJQUFFO0FBQUEsSUFDQSxDQUFDLE9BQU8sT0FBTyxPQUFPLEtBQUs7QUFBQSxJQUMzQixDQUFDO0FBQUEsSUFDRCxDQUFDLEdBQUcsQ0FBQyxHQUFHLElBQUksSUFBSUMsUUFBTyxNQUFNO0FBQzNCLFlBQU0sU0FBUyxNQUFNLEtBQUssRUFBRSxRQUFRLEVBQUUsR0FBRyxNQUFNLEVBQUUsTUFBTSxLQUFLLENBQUM7QUFDN0QsWUFBTSxDQUFDLE9BQU8sTUFBTSxHQUFHLFNBQVMsS0FBSyxJQUFJO0FBQ3pDLFlBQU0sWUFBWSxDQUFDLFdBQW1CLEVBQUUsSUFBSUEsUUFBTyxFQUFFLFNBQVMsTUFBTSxFQUFFLEdBQUcsU0FBUztBQUNsRixZQUFNLE9BQU8sQ0FBQ0MsUUFBYyxTQUMxQixFQUFFLElBQUlBLE1BQUssRUFBRSxTQUFTLElBQUksRUFBRSxHQUFHLFNBQVMsRUFBRSxHQUFHLFNBQVM7QUFFeEQsWUFBTSxZQUFZLENBQ2hCLENBQUMsTUFBTSxXQUFXLE9BQU8sR0FDekIsSUFDQSxLQUNBLFVBQ0c7QUFDSCxVQUFFLElBQUksSUFBSSxFQUFFLElBQUksS0FBSyxFQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsU0FBUztBQUMxQyxrQkFBVSxLQUFLO0FBQ2Ysa0JBQVUsS0FBSyxFQUFFLEtBQUssU0FBUztBQUMvQixrQkFBVSxLQUFLO0FBQ2Ysa0JBQVUsRUFBRTtBQUNaLGFBQUssR0FBRyxHQUFHLEVBQUUsU0FBUyxLQUFLO0FBQzNCLGtCQUFVLElBQUksRUFBRSxLQUFLLE9BQU87QUFBQSxNQUM5QjtBQUVBLFlBQU0sT0FBTyxDQUFDLE9BQWMsTUFBYyxPQUFlLFNBQWdCO0FBQ3ZFLFVBQUUsU0FBUyxLQUFLLEVBQUUsSUFBSSxLQUFLLEVBQUUsR0FBRyxTQUFTLEVBQUUsSUFBSSxJQUFJLEVBQUUsU0FBUyxJQUFJO0FBQ2xFLFVBQUUsSUFBSSxJQUFJLEVBQUUsU0FBUyxJQUFJLEVBQUUsR0FBRyxVQUFVLEVBQUUsR0FBRyxRQUFRLEVBQUUsSUFBSSxJQUFJO0FBQUEsTUFDakU7QUFDQSxZQUFNLFVBQVUsQ0FBQyxPQUFtQixVQUFzQjtBQUN4RCxrQkFBVSxDQUFDO0FBQ1gsVUFBRSxJQUFJLEVBQUU7QUFDUixjQUFNO0FBQ04sY0FBTTtBQUNOLGtCQUFVLElBQUksRUFBRSxLQUFLLFVBQVU7QUFBQSxNQUNqQztBQUNBLGdCQUFVLEtBQUssRUFDWixTQUFTLENBQUMsRUFDVixTQUFTLElBQUksS0FBSyxJQUFJLFVBQVUsSUFBSSxDQUFDLEVBQ3JDLEdBQUcsYUFBYTtBQUNuQixRQUFFLElBQUksT0FBTyxHQUFHLE9BQU8sWUFBWSxNQUFNO0FBQ3ZDLGFBQUssT0FBTyxZQUFZLE9BQU8sSUFBSTtBQUNuQyxVQUFFLElBQUksR0FBRyxHQUFHLE1BQU0sR0FBRyxNQUFNO0FBQ3pCLG9CQUFVLENBQUMsR0FBRyxRQUFRLFVBQVUsR0FBRyxHQUFHLE1BQU0sSUFBSSxRQUFRO0FBQ3hELG9CQUFVLENBQUMsSUFBSSxTQUFTLFdBQVcsR0FBRyxHQUFHLE1BQU0sSUFBSSxJQUFJO0FBQUEsUUFDekQsQ0FBQztBQUNELFVBQUUsSUFBSSxTQUFTLEdBQUcsVUFBVSxPQUFPLE1BQU07QUFDdkMsZUFBSyxTQUFTLE9BQU8sVUFBVSxLQUFLO0FBQ3BDLFlBQUUsSUFBSSxHQUFHLEdBQUcsUUFBUSxHQUFHLE1BQU07QUFDM0Isc0JBQVUsQ0FBQztBQUNYLGlCQUFLLFNBQVMsQ0FBQztBQUNmLGlCQUFLLEdBQUcsTUFBTTtBQUNkLHNCQUFVLENBQUM7QUFDWCxpQkFBSyxHQUFHLE1BQU07QUFDZCxzQkFBVSxDQUFDO0FBQ1gsaUJBQUssR0FBRyxNQUFNO0FBQ2QsY0FBRSxJQUFJLEtBQUssRUFBRSxTQUFTLElBQUksRUFBRSxJQUFJLElBQUksRUFBRSxJQUFJLEtBQUssRUFBRSxLQUFLLEtBQUs7QUFBQSxVQUM3RCxDQUFDO0FBQ0QsY0FBSTtBQUNGO0FBQUEsY0FDRSxNQUFNLEtBQUssU0FBUyxJQUFJLElBQUk7QUFBQSxjQUM1QixNQUFNO0FBQ0osa0JBQUUsSUFBSSxLQUFLLEVBQ1IsU0FBUyxJQUFJLElBQUksRUFDakIsR0FBRyxTQUFTO0FBQUEsY0FDakI7QUFBQSxZQUNGO0FBQUEsUUFDSixDQUFDO0FBQUEsTUFDSCxDQUFDO0FBQ0QsVUFBSSxDQUFDO0FBQ0g7QUFBQSxVQUNFLE1BQU07QUFBQSxVQUFDO0FBQUEsVUFDUCxNQUFNO0FBQ0osY0FBRSxTQUFTLElBQUksS0FBSztBQUFBLFVBQ3RCO0FBQUEsUUFDRjtBQUFBLElBQ0o7QUFBQSxJQUNBO0FBQUEsRUFDRjtBQUNBLFNBQU8sRUFBRSxPQUFPLEVBQUUsT0FBTyxHQUFHLGNBQWMsT0FBTyxNQUFNLEdBQUcsTUFBTSxrQkFBa0I7QUFDcEY7OztBQ2xIQSxJQUFNLGNBQWMsQ0FDbEIsR0FDQSxHQVFBQyxTQUNXO0FBQ1gsUUFBTSxFQUFFLFVBQVUsTUFBTSxPQUFPLFFBQVEsSUFBSTtBQUMzQyxRQUFNLFFBQVEsSUFBSSxXQUFXO0FBQzdCLFFBQU0sWUFBWSxjQUFjLEdBQUcsSUFBSSxTQUFTLE9BQU8sT0FBTyxDQUFDLEdBQUcsT0FBTyxPQUFPLENBQUMsR0FBR0EsSUFBRztBQUV2RixRQUFNLE9BQU8sU0FBUyxHQUFHO0FBQUEsSUFDdkI7QUFBQSxJQUNBLFNBQVMsVUFBVSxJQUFJO0FBQUEsSUFDdkIsWUFBWSxVQUFVLFdBQVc7QUFBQSxJQUNqQyxPQUFPO0FBQUEsSUFDUCxZQUFZO0FBQUEsRUFDZCxDQUFDO0FBQ0QsU0FBTyxFQUFFLEtBQUssQ0FBQyxPQUFPLE9BQU8sS0FBSyxHQUFHLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQyxHQUFHQyxVQUFTLENBQUMsTUFBTTtBQUMvRCxVQUFNLFFBQVEsRUFBRSxNQUFNLEtBQUs7QUFDM0IsTUFBRSxJQUFJQSxRQUFPLEVBQUUsU0FBUyxFQUFFLE1BQU0sRUFBRSxHQUFHLFNBQVMsRUFBRSxJQUFJLEtBQUs7QUFDekQsYUFBUyxNQUFNLEdBQUcsTUFBTSxHQUFHLE9BQU87QUFDaEMsUUFBRSxJQUFJLENBQUMsRUFDSixTQUFTLEtBQUssVUFBVSxJQUFJLE1BQU0sT0FBTyxXQUFXLElBQUksRUFDeEQsR0FBRyxTQUFTO0FBQ2YsUUFBRSxJQUFJLEtBQUssRUFDUixTQUFTLE1BQU0sS0FBSyxFQUNwQixHQUFHLFNBQVM7QUFDZixRQUFFLFNBQVMsUUFBUSxFQUFFLFNBQVMsS0FBSyxFQUFFLFNBQVMsQ0FBQyxFQUFFLEtBQUssSUFBSTtBQUFBLElBQzVEO0FBQ0EsTUFBRSxJQUFJLEtBQUssRUFBRSxJQUFJLENBQUMsRUFBRSxTQUFTLEtBQUs7QUFDbEMsTUFBRSxJQUFJQSxRQUFPLEVBQUUsU0FBUyxFQUFFLElBQUksRUFBRSxHQUFHLFNBQVMsRUFBRSxLQUFLLFNBQVM7QUFBQSxFQUM5RCxDQUFDO0FBQ0g7QUFHQSxJQUFNLGdCQUFnQixDQUFDLE1BQWdCLFNBQWtCRCxTQUF5QjtBQUNoRixRQUFNLEVBQUUsT0FBTyxRQUFRLFFBQVEsVUFBVSxLQUFLLElBQUk7QUFBQSxJQUNoRDtBQUFBLElBQ0EsVUFBVSxjQUFjO0FBQUEsRUFDMUI7QUFDQSxRQUFNLE9BQU8sVUFBVSxNQUFNQSxJQUFHO0FBQ2hDLFFBQU0sUUFBUSxLQUFLO0FBR25CLFFBQU0saUJBQWlCLFNBQVMsT0FBTyxJQUFJLFNBQVMsV0FBVyxPQUFPLEtBQUs7QUFDM0UsUUFBTSxRQUFRLEtBQUssSUFBSSxNQUFNLGlCQUFpQixLQUFLLEVBQUU7QUFDckQsUUFBTSxTQUFTLEtBQUssT0FBTyxLQUFLLE9BQU8sWUFBWSxNQUFNLEtBQUssTUFBTSxLQUFLLElBQUk7QUFDN0UsUUFBTSxhQUFhLGlCQUFpQixRQUFRLEtBQUssSUFBSSxRQUFRLEtBQUs7QUFDbEUsUUFBTSxDQUFDLE1BQU0sSUFBSSxJQUFJLENBQUMsS0FBSyxXQUFXLE1BQU0sS0FBSyxRQUFRLElBQUk7QUFDN0QsUUFBTSxDQUFDLFFBQVEsUUFBUSxNQUFNLElBQUksQ0FBQyxhQUFhLE1BQU0sYUFBYSxNQUFNLElBQUksV0FBVyxLQUFLO0FBQzVGLFFBQU0sU0FBUyxTQUFTO0FBRXhCLFFBQU0sU0FBUyxlQUFlO0FBQzlCLFFBQU0sUUFBUSxPQUFPLEtBQUssSUFBSSxRQUFRO0FBQ3RDLFFBQU0sUUFBUSxPQUFPLEtBQUssSUFBSSxJQUFJO0FBQ2xDLFFBQU0sUUFBUSxPQUFPLEtBQUssSUFBSSxNQUFNO0FBQ3BDLFFBQU0sT0FBTyxPQUFPLEtBQUssZUFBZTtBQUN4QyxRQUFNLFNBQVMsT0FBTyxLQUFLLElBQUksTUFBTTtBQUNyQyxRQUFNLElBQUksT0FBTyxNQUFPLGlCQUFpQixRQUFRLFFBQVEsUUFBUyxNQUFNO0FBQ3hFLFFBQU0sSUFBSSxPQUFPLEtBQUssU0FBUyxNQUFNO0FBQ3JDLFFBQU0sV0FBVyxPQUFPLEtBQUssU0FBUyxNQUFNO0FBRTVDLFFBQU0sSUFBSSxJQUFJLGNBQWM7QUFDNUIsUUFBTSxVQUFVLFlBQVksR0FBRyxFQUFFLFVBQVUsTUFBTSxPQUFPLFNBQVMsUUFBUSxLQUFLLEdBQUdBLElBQUc7QUFDcEYsUUFBTSxjQUFjLGNBQWMsR0FBRyxNQUFNO0FBQzNDLFFBQU0sY0FBYyxjQUFjLEdBQUcsTUFBTTtBQUMzQyxRQUFNLGtCQUFrQixjQUFjLEdBQUcsSUFBSSxRQUFRLFNBQVMsT0FBTyxRQUFRLENBQUMsR0FBR0EsSUFBRztBQUNwRixRQUFNLGtCQUFrQixjQUFjLEdBQUcsSUFBSSxTQUFTLE9BQU8sUUFBUSxDQUFDLEdBQUcsU0FBU0EsSUFBRztBQUNyRixRQUFNLFFBQVEsVUFBVSxHQUFHO0FBQUEsSUFDekI7QUFBQSxJQUNBLEdBQUcsRUFBRSxLQUFLLE9BQU8sR0FBRyxLQUFLLEVBQUU7QUFBQSxJQUMzQixHQUFHLEVBQUUsUUFBUSxNQUFNLE1BQU0sT0FBTztBQUFBLElBQ2hDLE1BQU0sT0FBTztBQUFBLElBQ2IsTUFBTTtBQUFBLElBQ047QUFBQSxJQUNBLFlBQVk7QUFBQSxJQUNaLEtBQUFBO0FBQUEsRUFDRixDQUFDO0FBRUQsSUFBRTtBQUFBLElBQ0EsQ0FBQyxPQUFPLE9BQU8sT0FBTyxLQUFLO0FBQUEsSUFDM0IsQ0FBQztBQUFBLElBQ0QsQ0FBQyxHQUFHLENBQUMsTUFBTSxHQUFHLElBQUlDLFFBQU8sTUFBTTtBQUM3QixZQUFNLFNBQVMsTUFBTSxLQUFLLEVBQUUsUUFBUSxFQUFFLEdBQUcsTUFBTSxFQUFFLE1BQU0sS0FBSyxDQUFDO0FBQzdELFlBQU0sQ0FBQyxPQUFPLE1BQU0sS0FBSyxPQUFPLEdBQUcsT0FBTyxFQUFFLElBQUk7QUFTaEQsWUFBTSxZQUFZLENBQUMsV0FBbUIsRUFBRSxJQUFJQSxRQUFPLEVBQUUsU0FBUyxNQUFNLEVBQUUsR0FBRyxTQUFTO0FBQ2xGLFlBQU0sT0FBTyxDQUFDQyxRQUFjLFNBQzFCLEVBQUUsSUFBSUEsTUFBSyxFQUFFLFNBQVMsSUFBSSxFQUFFLEdBQUcsU0FBUyxFQUFFLEdBQUcsU0FBUztBQUV4RCxZQUFNLE9BQU8sQ0FBQyxPQUFjLE1BQWMsT0FBZSxTQUFnQjtBQUN2RSxVQUFFLFNBQVMsS0FBSyxFQUFFLElBQUksS0FBSyxFQUFFLEdBQUcsU0FBUyxFQUFFLElBQUksSUFBSSxFQUFFLFNBQVMsSUFBSTtBQUNsRSxVQUFFLElBQUksSUFBSSxFQUFFLFNBQVMsSUFBSSxFQUFFLEdBQUcsVUFBVSxFQUFFLEdBQUcsUUFBUSxFQUFFLElBQUksSUFBSTtBQUFBLE1BQ2pFO0FBRUEsWUFBTSxpQkFBaUIsQ0FBQyxPQUFtQkMsV0FBc0I7QUFDL0QsY0FBTTtBQUNOLFVBQUUsSUFBSSxFQUFFO0FBQ1Isa0JBQVUsQ0FBQyxFQUFFLElBQUksS0FBSztBQUN0QixVQUFFLElBQUksR0FBRyxHQUFHQSxRQUFPLE9BQU8sTUFBTTtBQUM5QixZQUFFLElBQUksRUFBRSxFQUFFLElBQUlGLFFBQU8sRUFBRSxJQUFJLEtBQUssRUFBRSxLQUFLLE9BQU87QUFDOUMsWUFBRSxJQUFJLElBQUksVUFBVSxJQUFJLFFBQVEsV0FBVyxJQUFJLEtBQUssRUFBRSxJQUFJLE9BQU8sTUFBTTtBQUFBLFFBQ3pFLENBQUM7QUFBQSxNQUNIO0FBQ0EsZ0JBQVUsS0FBSyxFQUNaLFNBQVMsQ0FBQyxFQUNWLFNBQVMsSUFBSSxRQUFRLEVBQ3JCLEdBQUcsYUFBYTtBQUNuQixVQUFJLENBQUM7QUFDSDtBQUFBLFVBQ0UsTUFBTSxFQUFFLElBQUksQ0FBQztBQUFBLFVBQ2IsTUFBTSxFQUFFLFNBQVMsSUFBSTtBQUFBLFFBQ3ZCO0FBQ0YsUUFBRSxJQUFJLE9BQU8sR0FBRyxPQUFPLFlBQVksTUFBTTtBQUN2QyxhQUFLLE9BQU8sWUFBWSxPQUFPLElBQUk7QUFDbkMsVUFBRSxJQUFJLEdBQUcsR0FBRyxNQUFNLEdBQUcsTUFBTTtBQUN6QixZQUFFLElBQUksSUFBSSxFQUFFLElBQUksS0FBSyxFQUFFLElBQUksQ0FBQyxFQUFFLEdBQUcsU0FBUztBQUMxQyxvQkFBVSxLQUFLO0FBQ2Ysb0JBQVUsS0FBSyxFQUFFLEtBQUssV0FBVztBQUNqQyxvQkFBVSxLQUFLO0FBQ2Ysb0JBQVUsQ0FBQztBQUNYLGVBQUssR0FBRyxJQUFJLEVBQUUsU0FBUyxJQUFJLFFBQVE7QUFDbkMsb0JBQVUsSUFBSSxFQUFFLEtBQUssZUFBZTtBQUFBLFFBQ3RDLENBQUM7QUFDRCxVQUFFLElBQUksS0FBSyxHQUFHLE1BQU0sT0FBTyxNQUFNO0FBQy9CLGVBQUssS0FBSyxPQUFPLE1BQU0sS0FBSztBQUM1QixjQUFJO0FBQ0Y7QUFBQSxjQUNFLE1BQU07QUFDSixrQkFBRSxJQUFJLENBQUM7QUFDUCxxQkFBSyxLQUFLLFVBQVUsSUFBSSxXQUFXLENBQUM7QUFBQSxjQUN0QztBQUFBLGNBQ0EsTUFBTSxFQUFFLElBQUksS0FBSztBQUFBLFlBQ25CO0FBQ0YsWUFBRSxJQUFJLEdBQUcsR0FBRyxRQUFRLEdBQUcsTUFBTTtBQUMzQixzQkFBVSxDQUFDO0FBQ1gsaUJBQUssR0FBRyxNQUFNO0FBQ2Qsc0JBQVUsQ0FBQztBQUNYLGdCQUFJLENBQUMsZUFBZ0IsTUFBSyxLQUFLLFNBQVMsS0FBSztBQUM3QyxpQkFBSyxHQUFHLE1BQU07QUFDZCxzQkFBVSxRQUFRO0FBQ2xCLGlCQUFLLEdBQUcsTUFBTTtBQUNkLGNBQUUsSUFBSSxJQUFJLEVBQUUsSUFBSSxLQUFLLEVBQUUsU0FBUyxRQUFRLEVBQUUsU0FBUyxDQUFDLEVBQUUsS0FBSyxLQUFLO0FBQUEsVUFDbEUsQ0FBQztBQUNELFlBQUUsSUFBSSxHQUFHLEdBQUcsTUFBTSxHQUFHLE1BQU07QUFDekIsY0FBRSxJQUFJLEVBQUU7QUFDUixpQkFBSyxLQUFLLENBQUMsRUFBRSxJQUFJLEtBQUssRUFBRSxJQUFJLENBQUMsRUFBRSxHQUFHLFNBQVM7QUFDM0Msc0JBQVUsS0FBSztBQUNmLHNCQUFVLEtBQUssRUFBRSxLQUFLLFdBQVc7QUFDakMsc0JBQVUsUUFBUTtBQUNsQixpQkFBSyxHQUFHLElBQUk7QUFDWixzQkFBVSxLQUFLO0FBQ2YsY0FBRSxJQUFJLEtBQUssRUFBRSxTQUFTLENBQUMsRUFBRSxHQUFHLFNBQVM7QUFDckMsc0JBQVUsSUFBSSxFQUFFLEtBQUssZUFBZTtBQUFBLFVBQ3RDLENBQUM7QUFBQSxRQUNILENBQUM7QUFBQSxNQUNILENBQUM7QUFBQSxJQUNIO0FBQUEsSUFDQTtBQUFBLEVBQ0Y7QUFDQSxTQUFPLEVBQUUsT0FBTyxFQUFFLE9BQU8sR0FBRyxjQUFjLE9BQU8sTUFBTSxHQUFHLE1BQU0sZ0NBQWdDO0FBQ2xHO0FBTU8sSUFBTSxpQkFBaUIsQ0FDNUIsU0FDVztBQUNYLE1BQUksQ0FBQyxpQkFBaUIsSUFBSSxFQUFHLE9BQU0sSUFBSSxNQUFNLGtEQUFrRDtBQUMvRixRQUFNRCxPQUFNLEtBQUssT0FBTyxlQUFlO0FBQ3ZDLE1BQUksS0FBSyxTQUFTLGFBQWMsUUFBTyxtQkFBbUIsTUFBTUEsSUFBRztBQUNuRSxTQUFPLGNBQWMsTUFBTSxLQUFLLFNBQVMsYUFBYUEsSUFBRztBQUMzRDs7O0FDbk1BLElBQU0sV0FBVyxvQkFBSSxJQUFZLENBQUMsT0FBTyxPQUFPLE9BQU8sS0FBSyxDQUFDO0FBRzdELElBQU0sWUFBWSxDQUFDLFVBQTRCLFVBQVUsU0FBUyxRQUFTO0FBR3BFLFNBQVMsZ0JBQWdCLEdBQTJCO0FBQ3pELFFBQU0sQ0FBQyxHQUFHLEVBQUUsTUFBTSxJQUFJLEVBQUU7QUFDeEIsVUFBUSxFQUFFLEtBQUssTUFBTTtBQUFBLElBQ25CLEtBQUs7QUFBQSxJQUNMLEtBQUs7QUFDSCxhQUFPLEVBQUUsT0FBTyxNQUFNLENBQUMsTUFBTSxNQUFNLEtBQUssS0FBSyxFQUFFLFFBQVEsQ0FBQyxNQUFNO0FBQUEsSUFDaEUsS0FBSztBQUNILGFBQU8sRUFBRSxLQUFLLE9BQU8sU0FBUyxTQUFTLElBQUksQ0FBQyxLQUFLLEVBQUUsUUFBUSxDQUFDLE1BQU07QUFBQSxJQUNwRSxLQUFLO0FBQ0gsYUFBTyxTQUFTLElBQUksQ0FBQyxLQUFLLE1BQU07QUFBQSxJQUNsQyxLQUFLO0FBQ0gsYUFBTyxTQUFTLElBQUksQ0FBQyxLQUFLLFdBQVc7QUFBQSxFQUN6QztBQUNGO0FBRUEsU0FBUyxPQUFPLE1BQWlDO0FBQy9DLFFBQU0sRUFBRSxHQUFHLEdBQUcsR0FBRyxHQUFHLEdBQUcsTUFBTSxJQUFJO0FBQ2pDLFFBQU0sRUFBRSxPQUFPLGNBQUFJLGNBQWEsSUFBSSxhQUFhLEVBQUUsR0FBRyxHQUFHLEdBQUcsR0FBRyxHQUFHLE1BQU0sQ0FBQztBQUNyRSxTQUFPLEVBQUUsT0FBTyxjQUFBQSxlQUFjLFNBQVMsQ0FBQyxJQUFJLEVBQUUsUUFBUSxJQUFJLEVBQUUsTUFBTSxFQUFFO0FBQ3RFO0FBR0EsU0FBUyxrQkFBMkI7QUFDbEMsUUFBTSxFQUFFLFFBQVEsSUFBSTtBQUdwQixTQUFPLFNBQVMsS0FBSyxlQUFlO0FBQ3RDO0FBRUEsU0FBUyxPQUFPLEdBQTRCO0FBQzFDLFFBQU0sRUFBRSxNQUFNLFFBQVEsU0FBUyxVQUFVLE9BQU8sSUFBSTtBQUNwRCxRQUFNLE9BQU87QUFBQSxJQUNYO0FBQUEsSUFDQSxPQUFPLENBQUMsRUFBRSxHQUFHLEVBQUUsR0FBRyxFQUFFLEdBQUcsRUFBRSxDQUFDO0FBQUEsSUFDMUIsUUFBUSxDQUFDLEVBQUUsSUFBSSxFQUFFLEVBQUU7QUFBQSxJQUNuQixhQUFhLEVBQUU7QUFBQSxJQUNmO0FBQUEsSUFDQTtBQUFBLElBQ0E7QUFBQSxJQUNBO0FBQUEsRUFDRjtBQUNBLFFBQU0sT0FBTyxnQkFBZ0IsS0FBSyxnQkFBZ0IsTUFBTSxJQUFJO0FBQzVELFNBQU8sRUFBRSxHQUFJLE9BQU8sZUFBZSxJQUFJLElBQUksYUFBYSxJQUFJLEdBQUksU0FBUyxDQUFDLEVBQUU7QUFDOUU7QUFHTyxTQUFTLGdCQUFnQixHQUFpQztBQUMvRCxRQUFNLEVBQUUsS0FBSyxJQUFJO0FBQ2pCLFFBQU0sUUFBUSxVQUFVLEVBQUUsT0FBTyxDQUFDLENBQUM7QUFDbkMsUUFBTSxVQUFvQixDQUFDO0FBQzNCLFVBQVEsS0FBSyxNQUFNO0FBQUEsSUFDakIsS0FBSztBQUNILGFBQU8sT0FBTyxJQUFJO0FBQUEsSUFDcEIsS0FBSztBQUNILGFBQU8sT0FBTyxJQUFJO0FBQUEsSUFDcEIsS0FBSztBQUNILGFBQU8sRUFBRSxHQUFHLFdBQVcsRUFBRSxHQUFHLE1BQU0sTUFBTSxDQUFDLEdBQUcsUUFBUTtBQUFBLElBQ3RELEtBQUs7QUFDSCxhQUFPLEVBQUUsR0FBRyxjQUFjLEVBQUUsR0FBRyxNQUFNLE1BQU0sQ0FBQyxHQUFHLFFBQVE7QUFBQSxJQUN6RCxLQUFLO0FBQ0gsYUFBTyxFQUFFLEdBQUcsaUJBQWlCLEVBQUUsR0FBRyxNQUFNLE9BQU8sTUFBTSxLQUFLLENBQUMsR0FBRyxRQUFRO0FBQUEsRUFDMUU7QUFDRjs7O0FDM0RBLElBQU0sYUFBYTtBQUVuQixJQUFNLGVBQTZCO0FBQUEsRUFDakMsT0FBTyxDQUFDLFVBQWlCLFNBQVMsS0FBSztBQUFBLEVBQ3ZDLFdBQVc7QUFBQSxFQUNYLFdBQVc7QUFBQSxFQUNYLFVBQVUsQ0FBQyxXQUFXLE9BQU8sU0FBUyxVQUFVLGdCQUFnQixNQUFNO0FBQ3hFO0FBR0EsU0FBUyxPQUFPLEtBQXFCLE9BQTBCLElBQThCO0FBQzNGLFFBQU0sQ0FBQyxHQUFHLEdBQUcsR0FBRyxHQUFHLENBQUMsSUFBSTtBQUN4QixVQUFRLE1BQU0sUUFBUTtBQUFBLElBQ3BCLEtBQUs7QUFDSCxhQUFPLE1BQU0sSUFBSSxHQUFHLENBQUMsQ0FBQztBQUFBLElBQ3hCLEtBQUs7QUFDSCxhQUFPLE1BQU0sSUFBSSxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsQ0FBQztBQUFBLElBQy9CLEtBQUs7QUFDSCxhQUFPLE1BQU0sSUFBSSxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsQ0FBQztBQUFBLElBQ3RDLEtBQUs7QUFDSCxhQUFPLE1BQU0sSUFBSSxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsQ0FBQztBQUFBLElBQzdDLEtBQUs7QUFDSCxhQUFPLE1BQU0sSUFBSSxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsR0FBRyxHQUFHLENBQUMsQ0FBQztBQUFBLElBQ3BELFNBQVM7QUFDUCxZQUFNLE9BQU8sSUFBSSxNQUFjLE1BQU0sTUFBTSxFQUFFLEtBQUssQ0FBQztBQUNuRCxhQUFPLE1BQU07QUFDWCxpQkFBUyxJQUFJLEdBQUcsSUFBSSxLQUFLLFFBQVEsSUFBSyxNQUFLLENBQUMsSUFBSSxHQUFHLE1BQU0sQ0FBQyxDQUFDO0FBQzNELFlBQUksR0FBRyxJQUFJO0FBQUEsTUFDYjtBQUFBLElBQ0Y7QUFBQSxFQUNGO0FBQ0Y7QUFHTyxJQUFNLGFBQU4sTUFBb0M7QUFBQSxFQUNoQyxPQUFPO0FBQUEsRUFDUDtBQUFBLEVBQ0EsZUFBZTtBQUFBLEVBQ1AsT0FBa0IsZ0JBQWdCO0FBQUEsRUFDbEMsVUFBVSxvQkFBSSxJQUFvQjtBQUFBLEVBQzNDLFVBQVUsRUFBRSxTQUFTLEdBQUcsT0FBTyxFQUFFO0FBQUEsRUFDeEIsUUFBUSxXQUFXO0FBQUEsRUFFcEMsY0FBYztBQUNaLFVBQU0sV0FBVyxVQUFVO0FBQzNCLFFBQUksQ0FBQyxTQUFTLEtBQU0sT0FBTSxJQUFJLFlBQVksNkNBQTZDO0FBQ3ZGLFNBQUssY0FBYyxZQUFZLFFBQVE7QUFBQSxFQUN6QztBQUFBLEVBRUEsTUFBTSxNQUFxQjtBQUN6QixVQUFNLFFBQVEsT0FBTyxLQUFLLEtBQUssSUFBSSxTQUFTLEtBQUssS0FBSztBQUN0RCxVQUFNLFVBQXNCLEVBQUUsT0FBTyxTQUFTLEtBQUssS0FBSyxLQUFLLEtBQUssRUFBRTtBQUNwRSxXQUFPO0FBQUEsRUFDVDtBQUFBLEVBRUEsS0FBSyxTQUF3QjtBQUMzQixVQUFNLEVBQUUsU0FBUyxNQUFNLElBQUksS0FBSyxJQUFJLE9BQU87QUFDM0MsU0FBSyxLQUFLLEtBQUssU0FBUyxLQUFLO0FBQzdCLElBQUMsUUFBdUIsVUFBVTtBQUFBLEVBQ3BDO0FBQUEsRUFFUSxJQUFJLFNBQThCO0FBQ3hDLFVBQU0sSUFBSTtBQUNWLFFBQUksRUFBRSxVQUFVLEVBQUcsT0FBTSxJQUFJLFlBQVksMENBQTBDO0FBQ25GLFdBQU87QUFBQSxFQUNUO0FBQUEsRUFFQSxPQUFPLFNBQWtCLE1BQVksUUFBeUI7QUFDNUQsVUFBTSxLQUFLLEtBQUssT0FBTyxRQUFRLEtBQUssSUFBSSxPQUFPLEVBQUUsU0FBUyxLQUFLLE9BQU8sTUFBTTtBQUFBLEVBQzlFO0FBQUEsRUFFQSxhQUFhLFNBQWtCLE1BQXVCO0FBQ3BELFVBQU0sSUFBSSxPQUFPLEtBQUssS0FBSztBQUMzQixXQUFPLE1BQU0sS0FBSyxLQUFLLE9BQU8sUUFBUSxLQUFLLElBQUksT0FBTyxFQUFFLFNBQVMsS0FBSyxPQUFPLENBQUM7QUFBQSxFQUNoRjtBQUFBLEVBRUEsTUFBTSxTQUFTLFNBQWtCLE1BQWdDO0FBQy9ELFdBQU8sS0FBSyxhQUFhLFNBQVMsSUFBSTtBQUFBLEVBQ3hDO0FBQUEsRUFFUSxLQUFLLFFBQXdCO0FBQ25DLFVBQU0sTUFBTSxHQUFHLE9BQU8sSUFBSSxJQUFJLE9BQU8sR0FBRztBQUN4QyxVQUFNLFFBQVEsS0FBSyxRQUFRLElBQUksR0FBRztBQUNsQyxRQUFJLE1BQU8sUUFBTztBQUNsQixVQUFNLEVBQUUsT0FBTyxJQUFJLEtBQUs7QUFDeEIsUUFBSTtBQUNKLFFBQUksT0FBTyxTQUFTLFFBQVE7QUFDMUIsWUFBTSxFQUFFLE9BQU8sU0FBUyxVQUFBQyxVQUFTLElBQUksYUFBYSxRQUFRLGVBQWUsQ0FBQztBQUMxRSxVQUFJLEtBQUssU0FBUyxFQUFHLFNBQVEsTUFBTSxhQUFhLFFBQVFBLFdBQVUsTUFBTSxNQUFNLENBQUM7QUFDL0UsZUFBUyxFQUFFLEtBQUssWUFBWSxPQUFPLFFBQVEsT0FBTyxFQUFFLEtBQUssY0FBYyxHQUFHLFNBQVMsQ0FBQyxFQUFFO0FBQUEsSUFDeEYsT0FBTztBQUNMLFlBQU0sRUFBRSxPQUFPLGNBQUFDLGVBQWMsUUFBUSxJQUFJLGdCQUFnQixNQUFNO0FBQy9ELGVBQVMsRUFBRSxLQUFLLFlBQVksT0FBTyxNQUFNLEVBQUUsS0FBSyxjQUFBQSxlQUFjLFFBQVE7QUFBQSxJQUN4RTtBQUNBLFFBQUksS0FBSyxRQUFRLFFBQVEsWUFBWTtBQUNuQyxXQUFLLFFBQVEsT0FBTyxLQUFLLFFBQVEsS0FBSyxFQUFFLEtBQUssRUFBRSxLQUFlO0FBQUEsSUFDaEU7QUFDQSxTQUFLLFFBQVEsSUFBSSxLQUFLLE1BQU07QUFDNUIsV0FBTztBQUFBLEVBQ1Q7QUFBQSxFQUVBLFFBQVEsT0FBYyxTQUFvRTtBQUN4RixXQUFPLEtBQUssV0FBVyxZQUFZLE9BQU8sRUFBRSxjQUFjLEdBQUcsUUFBUSxDQUFDLENBQUM7QUFBQSxFQUN6RTtBQUFBO0FBQUEsRUFHQSxXQUFXLFNBQThCO0FBRXZDLFVBQU0sVUFBOEMsQ0FBQztBQUNyRCxVQUFNLEVBQUUsT0FBTyxPQUFPLFdBQVcsS0FBSyxJQUFJO0FBQzFDLFVBQU0sU0FBUyxNQUFNLElBQUksQ0FBQyxFQUFFLFFBQVEsTUFBTSxNQUFNO0FBQzlDLFVBQUk7QUFDRixlQUFPLEtBQUssS0FBSyxNQUFNO0FBQUEsTUFDekIsU0FBUyxHQUFHO0FBQ1YsY0FBTSxJQUFJLFlBQVksR0FBRyxJQUFJLFlBQVksS0FBSyxxQkFBc0IsRUFBWSxPQUFPLEVBQUU7QUFBQSxNQUMzRjtBQUFBLElBQ0YsQ0FBQztBQUNELFFBQUlBLGdCQUFlO0FBQ25CLFVBQU0sV0FBVyxNQUFNLElBQUksQ0FBQyxFQUFFLEtBQUssR0FBRyxNQUFNO0FBQzFDLFlBQU0sRUFBRSxTQUFTLGNBQWMsS0FBSyxJQUFJLE9BQU8sQ0FBQztBQUNoRCxZQUFNLE9BQU8sS0FBSyxJQUFJLENBQUMsTUFBTSxNQUFNO0FBQ2pDLFlBQUksQ0FBQyxRQUFRLENBQUMsRUFBRyxRQUFPO0FBQ3hCLGdCQUFRLEtBQUssRUFBRSxNQUFNLFFBQVEsUUFBUSxDQUFDLEVBQUUsQ0FBQztBQUN6QyxlQUFPLE1BQU0sU0FBUyxRQUFRLFNBQVM7QUFBQSxNQUN6QyxDQUFDO0FBQ0QsWUFBTSxFQUFFLE9BQU8sSUFBSSxNQUFNLENBQUM7QUFDMUIsTUFBQUEsZ0JBQWUsS0FBSyxJQUFJQSxlQUFjLElBQUk7QUFDMUMsYUFBTyxPQUFPLFNBQVMsWUFBWSxFQUFFLE1BQU0sU0FBUyxLQUFLLElBQUksRUFBRSxNQUFNLFNBQVMsTUFBTTtBQUFBLElBQ3RGLENBQUM7QUFDRCxVQUFNLE9BQU8sTUFBTSxTQUFTLFFBQVE7QUFDcEMsVUFBTSxLQUFLLElBQUksYUFBYSxPQUFPLENBQUM7QUFDcEMsVUFBTUMsU0FBUSxTQUFTO0FBQUEsTUFBSSxDQUFDLEVBQUUsTUFBTSxTQUFBQyxTQUFRLEdBQUcsTUFDN0MsT0FBTyxPQUFPLENBQUMsRUFBRSxLQUFLQSxXQUFVLENBQUMsR0FBRyxNQUFNLElBQUksSUFBSSxNQUFNLEVBQUU7QUFBQSxJQUM1RDtBQUNBLFVBQU0sTUFBTSxDQUFDLFFBQTRCLFlBQXNDO0FBQzdFLFVBQUlELE9BQU0sV0FBVyxFQUFHO0FBQ3hCLFlBQU0sUUFBUSxZQUFZLElBQUksS0FBSyxLQUFLLEtBQUssU0FBUyxJQUFJO0FBQzFELFVBQUk7QUFDRixXQUFHLElBQUksSUFBSSxLQUFLLFdBQVdELGFBQVk7QUFDdkMsaUJBQVMsSUFBSSxHQUFHLElBQUksTUFBTSxRQUFRLEtBQUs7QUFDckMsZ0JBQU0sSUFBSSxNQUFNLENBQUM7QUFDakIsYUFBRyxDQUFDLElBQ0YsRUFBRSxTQUFTLFNBQ1AsUUFBUSxFQUFFLFNBQ1YsS0FBSyxJQUFJLEVBQUUsU0FBUyxVQUFVLE9BQU8sRUFBRSxLQUFLLElBQUksUUFBUSxFQUFFLEtBQUssQ0FBQyxFQUFFO0FBQUEsUUFDMUU7QUFDQSxpQkFBUyxJQUFJLEdBQUcsSUFBSSxRQUFRLFFBQVEsS0FBSztBQUN2QyxhQUFHLE1BQU0sU0FBUyxDQUFDLElBQUksR0FBRyxRQUFRLENBQUMsRUFBRSxJQUFJLElBQUksUUFBUSxDQUFDLEVBQUU7QUFBQSxRQUMxRDtBQUNBLGFBQUssT0FBTyxTQUFTQyxNQUFLO0FBQUEsTUFDNUIsVUFBRTtBQUNBLFlBQUksWUFBWSxFQUFHLE1BQUssS0FBSyxLQUFLLE9BQU8sU0FBUztBQUFBLE1BQ3BEO0FBQUEsSUFDRjtBQUNBLFdBQU8sRUFBRSxTQUFTLEtBQUssU0FBUyxNQUFNO0FBQUEsSUFBQyxFQUFFO0FBQUEsRUFDM0M7QUFBQSxFQUVRLE9BQU8sU0FBa0JBLFFBQXNDO0FBQ3JFLFFBQUksSUFBSTtBQUNSLFFBQUk7QUFDRixVQUFJLEtBQUssUUFBUSxHQUFHO0FBQ2xCLGNBQU0sUUFBUSxJQUFJLE1BQWNBLE9BQU0sTUFBTTtBQUM1QyxlQUFPLElBQUlBLE9BQU0sUUFBUSxLQUFLO0FBQzVCLGdCQUFNLFFBQVEsWUFBWSxJQUFJO0FBQzlCLFVBQUFBLE9BQU0sQ0FBQyxFQUFFO0FBQ1QsZ0JBQU0sQ0FBQyxJQUFJLFlBQVksSUFBSSxJQUFJO0FBQUEsUUFDakM7QUFDQSxxQkFBYSxTQUFTLEtBQUs7QUFBQSxNQUM3QixNQUFPLFFBQU8sSUFBSUEsT0FBTSxRQUFRLElBQUssQ0FBQUEsT0FBTSxDQUFDLEVBQUU7QUFBQSxJQUNoRCxTQUFTLEdBQUc7QUFDVixZQUFNLEVBQUUsTUFBTSxJQUFJLFFBQVEsTUFBTSxDQUFDO0FBQ2pDLFlBQU0sSUFBSSxZQUFZLEdBQUcsUUFBUSxJQUFJLFlBQVksS0FBSyxZQUFhLEVBQVksT0FBTyxFQUFFO0FBQUEsSUFDMUY7QUFBQSxFQUNGO0FBQUEsRUFFUSxXQUFXLE9BQXVCO0FBQ3hDLFFBQUksUUFBUSxLQUFLLFFBQVEsT0FBTztBQUM5QixVQUFJLEtBQUssUUFBUSxRQUFRLEVBQUcsTUFBSyxLQUFLLEtBQUssS0FBSyxRQUFRLFNBQVMsS0FBSyxRQUFRLEtBQUs7QUFDbkYsV0FBSyxVQUFVLEVBQUUsU0FBUyxHQUFHLE9BQU8sRUFBRTtBQUN0QyxXQUFLLFVBQVUsRUFBRSxTQUFTLEtBQUssS0FBSyxLQUFLLEtBQUssR0FBRyxNQUFNO0FBQUEsSUFDekQ7QUFDQSxXQUFPLEtBQUssUUFBUTtBQUFBLEVBQ3RCO0FBQUEsRUFFQSxNQUFNLE9BQXNCO0FBQUEsRUFBQztBQUFBLEVBRTdCLFNBQTJDO0FBQ3pDLFVBQU0sRUFBRSxNQUFNLE9BQU8sSUFBSSxLQUFLLEtBQUssT0FBTztBQUMxQyxXQUFPLEVBQUUsTUFBTSxPQUFPLEtBQUssUUFBUSxPQUFPLFFBQVEsU0FBUyxLQUFLLFFBQVEsTUFBTTtBQUFBLEVBQ2hGO0FBQUEsRUFFQSxVQUFnQjtBQUNkLFNBQUssUUFBUSxNQUFNO0FBQUEsRUFDckI7QUFDRjtBQUdPLElBQU0sbUJBQW1CLE1BQWtCLElBQUksV0FBVzsiLAogICJuYW1lcyI6IFsiaW5kZXgiLCAibGFuZXMiLCAiaW5kZXgiLCAibGFuZXMiLCAic2ltZCIsICJpbmRleCIsICJlcmYiLCAibmFtZXMiLCAiaW5kZXgiLCAiZW1pdERpdmlzaW9uIiwgImZsb2F0IiwgImZsb2F0IiwgImxhbmVzIiwgImNvc3QiLCAiYXhpcyIsICJsYW5lcyIsICJuYW1lcyIsICJpbmRleCIsICJlbWl0RGl2aXNpb24iLCAiZW1pdFVuYXJ5IiwgImVtaXRCaW5hcnkiLCAiZW1pdENhc3QiLCAic3RvcmUiLCAiYm9keSIsICJsYW5lcyIsICJpbmRleCIsICJzY3JhdGNoIiwgImF4aXMiLCAiZm1hIiwgImluZGV4IiwgImxhbmVzIiwgImxhbmVTdHJpZGUiLCAibGFuZSIsICJpbmRleCIsICJyb3dGbG9hdHMiLCAiZm1hIiwgImZtYSIsICJpbmRleCIsICJmbWEiLCAic2NyYXRjaCIsICJzY3JhdGNoQnl0ZXMiLCAicm91bmRVcCIsICJmbWEiLCAiaW5kZXgiLCAic2NyYXRjaCIsICJheGlzIiwgInNjcmF0Y2hCeXRlcyIsICJsYW5lcyIsICJlbGVtZW50cyIsICJsYW5lcyIsICJpbmRleCIsICJmbWEiLCAiZmFjdG9yIiwgImNvbnN0YW50c09mIiwgImVtaXRQcm9kdWN0IiwgInN0b3JlIiwgImZtYSIsICJzY3JhdGNoIiwgImluZGV4IiwgImZtYSIsICJzY3JhdGNoIiwgImluZGV4IiwgImNvdW50IiwgInNjcmF0Y2hCeXRlcyIsICJzY2hlZHVsZSIsICJzY3JhdGNoQnl0ZXMiLCAiY2FsbHMiLCAic2NyYXRjaCJdCn0K
