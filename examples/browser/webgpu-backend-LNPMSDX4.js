import {
  planProgram
} from "./chunk-3UXWWBJG.js";
import "./chunk-RS7EB5HQ.js";
import {
  computeType,
  formatShape,
  hostArray,
  sizeOf
} from "./chunk-KPJ5WLQH.js";
import {
  requestDevice
} from "./chunk-TOYW2PHL.js";
import {
  DTypeError,
  DeviceError,
  DeviceLostError,
  OutOfMemoryError
} from "./chunk-6LKKJNI5.js";
import "./chunk-AXQFWXYZ.js";

// src/backends/webgpu/buffers.ts
function bucketOf(bytes) {
  if (bytes <= 256) return 256;
  const octave = 2 ** Math.floor(Math.log2(bytes - 1));
  const step = Math.max(octave / 4, 256);
  return Math.ceil(bytes / step) * step;
}
var mib = (bytes) => `${(bytes / 2 ** 20).toFixed(bytes < 2 ** 24 ? 2 : 0)} MiB`;
var nextId = 1;
function bufferPool(device, usage, pressure, maxPooled = 2 ** 30) {
  const free = /* @__PURE__ */ new Map();
  let used = 0;
  let pooled = 0;
  let created = 0;
  function trim() {
    if (pooled === 0) return;
    for (const list of free.values()) for (const s of list) s.buffer.destroy();
    free.clear();
    pooled = 0;
    device.queue.submit([]);
  }
  return {
    take(bytes, what) {
      const most = Math.floor(device.limits.maxBufferSize / 4) * 4;
      const capacity = Math.min(bucketOf(bytes), most);
      if (bytes > most) {
        throw new OutOfMemoryError(
          `${what} needs ${mib(bytes)}, but a buffer of this device holds at most ${mib(device.limits.maxBufferSize)} (maxBufferSize)`
        );
      }
      used += capacity;
      const found = free.get(capacity)?.pop();
      if (found) {
        pooled -= capacity;
        return { ...found, bytes, freed: false };
      }
      created++;
      const buffer = device.createBuffer({
        size: capacity,
        usage,
        label: `wgrad ${capacity} bytes`
      });
      return { id: nextId++, buffer, bytes, capacity, freed: false };
    },
    give(storage) {
      if (storage.freed) return;
      storage.freed = true;
      used -= storage.capacity;
      pooled += storage.capacity;
      const list = free.get(storage.capacity);
      if (list) list.push(storage);
      else free.set(storage.capacity, [storage]);
      if (pooled > maxPooled) pressure();
    },
    trim,
    get used() {
      return used;
    },
    get pooled() {
      return pooled;
    },
    get created() {
      return created;
    }
  };
}
function growingBuffer(pool) {
  let current;
  return {
    atLeast(bytes, what) {
      if (current && current.capacity >= bytes) return current;
      if (current) pool.give(current);
      current = void 0;
      current = pool.take(bytes, what);
      return current;
    },
    get bytes() {
      return current?.capacity ?? 0;
    }
  };
}

// src/backends/webgpu/convert.ts
var word = new Float32Array(1);
var bits = new Uint32Array(word.buffer);
function toF16Bits(x) {
  word[0] = x;
  const u = bits[0];
  const sign = u >>> 16 & 32768;
  const a = u & 2147483647;
  if (a > 2139095040) return sign | 32256;
  if (a >= 1199566848) return sign | 31744;
  if (a < 947912704) {
    const m = Math.abs(word[0]) * 16777216;
    const r = Math.round(m);
    return sign | (r - m === 0.5 && r % 2 === 1 ? r - 1 : r);
  }
  const rounded = a + 4095 + (a >>> 13 & 1);
  return sign | rounded - 939524096 >>> 13;
}
function fromF16Bits(h) {
  const sign = h & 32768 ? -1 : 1;
  const exponent = h >>> 10 & 31;
  const m = h & 1023;
  if (exponent === 31) return m ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * m * 2 ** -24 : sign * (1024 + m) * 2 ** (exponent - 25);
}
function toDevice(values2, dtype, nativeF16) {
  switch (dtype) {
    case "f16": {
      if (!nativeF16) return Float32Array.from(values2, (x) => fromF16Bits(toF16Bits(x)));
      const out = new Uint16Array(values2.length + (values2.length & 1));
      for (let i = 0; i < values2.length; i++) out[i] = toF16Bits(values2[i]);
      return out;
    }
    case "bool":
      return Uint32Array.from(values2, (x) => Number(x !== 0));
    case "i32":
      return unshared(values2 instanceof Int32Array ? values2 : Int32Array.from(values2));
    case "u32":
      return unshared(values2 instanceof Uint32Array ? values2 : Uint32Array.from(values2));
    default:
      return unshared(values2 instanceof Float32Array ? values2 : Float32Array.from(values2));
  }
}
function unshared(a) {
  const shared = typeof SharedArrayBuffer !== "undefined" && a.buffer instanceof SharedArrayBuffer;
  return shared ? a.slice() : a;
}
function fromDevice(data, dtype, n, nativeF16) {
  const out = hostArray(dtype, n);
  switch (dtype) {
    case "f16": {
      if (!nativeF16) break;
      const half = new Uint16Array(data, 0, n);
      for (let i = 0; i < n; i++) out[i] = fromF16Bits(half[i]);
      return out;
    }
    case "bool":
      out.set(new Uint32Array(data, 0, n));
      return out;
    case "i32":
      out.set(new Int32Array(data, 0, n));
      return out;
    case "u32":
      out.set(new Uint32Array(data, 0, n));
      return out;
  }
  out.set(new Float32Array(data, 0, n));
  return out;
}

// src/backends/webgpu/executable.ts
var remembered = 4;
var align = (bytes, to) => Math.ceil(bytes / to) * to;
function loadProgram(program, context) {
  const { device, cache } = context;
  const limit = device.limits.maxStorageBufferBindingSize;
  const mostBuffers = device.limits.maxStorageBuffersPerShaderStage;
  const dispatches = [];
  let scratchBytes = 0;
  program.steps.forEach((step, number) => {
    const { stages, scratchBytes: own } = cache.stages(step.kernel);
    scratchBytes = Math.max(scratchBytes, own);
    const what = `${program.name}: ${step.label}`;
    stages.forEach(({ operands }, stage) => {
      const places = operands.map(({ arg }) => {
        if (arg === "scratch") return { slot: "scratch", bytes: align(own, 4) };
        const slot = program.slots[step.args[arg]];
        return { slot, bytes: align(Math.max(slot.bytes, 4), 4) };
      });
      places.forEach(({ slot, bytes }, i) => {
        if (bytes > limit) throw tooLarge(program, what, operands[i], slot, bytes, limit);
      });
      const distinct = new Set(operands.map((o) => o.arg === "scratch" ? -1 : step.args[o.arg]));
      if (distinct.size > mostBuffers) {
        throw new DeviceError(
          `${what}: uses ${distinct.size} buffers, but this device binds at most ${mostBuffers} (maxStorageBuffersPerShaderStage)`
        );
      }
      dispatches.push({ step: number, stage, operands, places, bound: [] });
    });
  });
  function bufferOf({ slot }, run) {
    if (slot === "scratch") return run.scratch;
    if (slot.kind === "temp") return run.temp;
    return (slot.kind === "input" ? run.inputs : run.outputs)[slot.index];
  }
  function bind(d, buffers) {
    const { pattern, entries } = patternOf(d, buffers);
    const step = program.steps[d.step];
    const pipeline = cache.pipeline(step.kernel, d.stage, pattern, step.label);
    context.countBindGroup();
    const group = device.createBindGroup({
      layout: pipeline.layout,
      entries,
      label: `${program.name}: ${pipeline.label}`
    });
    return { ids: buffers.map((b) => b.id), group, pipeline };
  }
  function boundFor(d, run) {
    const { bound, places } = d;
    search: for (let k = 0; k < bound.length; k++) {
      const { ids } = bound[k];
      for (let i = 0; i < places.length; i++) {
        if (bufferOf(places[i], run).id !== ids[i]) continue search;
      }
      return bound[k];
    }
    const made = bind(
      d,
      places.map((p) => bufferOf(p, run))
    );
    bound.unshift(made);
    if (bound.length > remembered) bound.pop();
    return made;
  }
  const stand = (id) => ({ id, capacity: 0, bytes: 0, freed: false });
  const inputs = program.inputs.map((_, i) => stand(i));
  const outputs = program.outputs.map((_, i) => {
    const donated = program.donations.get(i);
    return donated === void 0 ? stand(inputs.length + i) : inputs[donated];
  });
  const expected = { inputs, outputs, temp: stand(-1), scratch: stand(-2) };
  for (const d of dispatches) {
    const { pattern } = patternOf(
      d,
      d.places.map((p) => bufferOf(p, expected))
    );
    const step = program.steps[d.step];
    cache.pipeline(step.kernel, d.stage, pattern, step.label);
  }
  return {
    program,
    scratchBytes,
    length: dispatches.length,
    prepare(run) {
      const bound = dispatches.map((d) => boundFor(d, run));
      const waiting = bound.filter((b) => !b.pipeline.pipeline).map((b) => b.pipeline.ready);
      return { bound, waiting };
    }
  };
}
function patternOf(d, buffers) {
  const binding = [];
  const keys = /* @__PURE__ */ new Map();
  const windows = [];
  const written = /* @__PURE__ */ new Set();
  d.operands.forEach((operand, i) => {
    const { slot, bytes } = d.places[i];
    const offset = slot !== "scratch" && slot.kind === "temp" ? slot.offset : 0;
    const key = `${buffers[i].id} ${offset}`;
    let b = keys.get(key);
    if (b === void 0) {
      b = windows.length;
      keys.set(key, b);
      windows.push({ buffer: buffers[i], offset, size: bytes });
    } else windows[b].size = Math.max(windows[b].size, bytes);
    binding.push(b);
    if (operand.write) written.add(buffers[i].id);
  });
  return {
    pattern: { binding, write: windows.map((w) => written.has(w.buffer.id)) },
    entries: windows.map(({ buffer, offset, size }, b) => ({
      binding: b,
      resource: { buffer: buffer.buffer, offset, size }
    }))
  };
}
var mib2 = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
function tooLarge(program, what, operand, slot, bytes, limit) {
  let name = "an intermediate value";
  if (slot === "scratch") name = "the scratch memory";
  else if (slot.kind !== "temp") {
    const aval = (slot.kind === "input" ? program.inputs : program.outputs)[slot.index];
    name = `${slot.kind} ${slot.index} ${aval.dtype}${formatShape(aval.shape)}`;
  } else name = `an intermediate ${operand.dtype} value`;
  return new DeviceError(
    `${what}: ${name} takes ${mib2(bytes)}, but this device binds at most ${mib2(limit)} of a buffer (maxStorageBufferBindingSize); use smaller batches or the cpu device`
  );
}

// src/backends/webgpu/wgsl/math.ts
var constants = `
var<private> infinityBits: u32 = 0x7f800000u;
var<private> nanBits: u32 = 0x7fc00000u;
`;
var helpers = {
  // private variables, because the language forbids constant expressions that are not finite
  infinity: `fn infinity() -> f32 { return bitcast<f32>(infinityBits); }`,
  notNumber: `fn notNumber() -> f32 { return bitcast<f32>(nanBits); }`,
  isNaN: `fn isNaN(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u; }`,
  isInf: `fn isInf(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) == 0x7f800000u; }`,
  maxNumber: `fn maxNumber(a: f32, b: f32) -> f32 {
  return select(select(max(a, b), b, isNaN(b)), a, isNaN(a));
}`,
  minNumber: `fn minNumber(a: f32, b: f32) -> f32 {
  return select(select(min(a, b), b, isNaN(b)), a, isNaN(a));
}`,
  // `size` is not negative; joining bits instead is miscompiled by Mesa 25 where calls nest
  withSign: `fn withSign(size: f32, sign: f32) -> f32 {
  return select(size, -size, (bitcast<u32>(sign) >> 31u) == 1u);
}`,
  nonFinite: `fn nonFinite(x: f32) -> bool { return (bitcast<u32>(x) & 0x7f800000u) == 0x7f800000u; }`,
  // 0 x, x - x and x / x, which compilers fold as if x were finite
  timesZero: `fn timesZero(x: f32) -> f32 {
  return select(withSign(0.0, x), notNumber(), nonFinite(x));
}`,
  lessItself: `fn lessItself(x: f32) -> f32 { return select(0.0, notNumber(), nonFinite(x)); }`,
  byItself: `fn byItself(x: f32) -> f32 {
  return select(1.0, notNumber(), nonFinite(x) || x == 0.0);
}`,
  // e^x = 2^k e^r with |r| < 0.35 (Cody and Waite), in two factors so that the ends are reached
  powerOfTwo: `fn powerOfTwo(k: i32) -> f32 { return bitcast<f32>(u32(k + 127) << 23u); }`,
  expf: `fn expf(x: f32) -> f32 {
  let c = clamp(select(x, 0.0, isNaN(x)), -104.0, 89.0);
  let k = round(c * 1.44269504);
  let r = (c - k * 0.693359375) + k * 2.12194440e-4;
  let h = i32(k) / 2;
  let value = exp(r) * powerOfTwo(h) * powerOfTwo(i32(k) - h);
  return select(select(value, infinity(), x > 89.0), x, isNaN(x));
}`,
  // a = 2^e m with m in [sqrt 1/2, sqrt 2): (e, log m), by atanh((m - 1) / (m + 1))
  logParts: `fn logParts(a: f32) -> vec2f {
  let u = bitcast<u32>(a);
  let e = bitcast<i32>(u - 0x3f3504f3u) >> 23u;
  let m = bitcast<f32>(u - (bitcast<u32>(e) << 23u));
  let s = (m - 1.0) / (m + 1.0);
  let z = s * s;
  let p = 1.0 + z * (1.0 / 3.0 + z * (0.2 + z * (1.0 / 7.0 + z * (1.0 / 9.0 + z / 11.0))));
  return vec2f(f32(e), 2.0 * s * p);
}`,
  logf: `fn logf(x: f32) -> f32 {
  if (isNaN(x) || x < 0.0) { return notNumber(); }
  if (x == 0.0) { return -infinity(); }
  if (isInf(x)) { return x; }
  let p = logParts(x);
  return p.x * 0.693359375 + (p.y - p.x * 2.12194440e-4);
}`,
  expm1: `fn expm1(x: f32) -> f32 {
  let p = 1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0 * (1.0 + x / 5.0 * (1.0 + x / 6.0 *
    (1.0 + x / 7.0 * (1.0 + x / 8.0 * (1.0 + x / 9.0)))))));
  return select(expf(x) - 1.0, x * p, abs(x) < 0.5);
}`,
  // log(1 + x) = 2 atanh(x / (2 + x))
  log1p: `fn log1p(x: f32) -> f32 {
  let s = x / (2.0 + x);
  let z = s * s;
  let p = 1.0 + z * (1.0 / 3.0 + z * (1.0 / 5.0 + z * (1.0 / 7.0 + z * (1.0 / 9.0 +
    z * (1.0 / 11.0 + z * (1.0 / 13.0 + z / 15.0))))));
  return select(logf(1.0 + x), 2.0 * s * p, x > -0.4 && x < 0.6);
}`,
  // tanh a = (e^2a - 1) / (e^2a + 1); 1 to the last bit beyond 9.02
  tanhf: `fn tanhf(x: f32) -> f32 {
  let e = expm1(2.0 * min(abs(x), 10.0));
  return select(withSign(e / (e + 2.0), x), x, isNaN(x));
}`,
  sinhf: `fn sinhf(x: f32) -> f32 {
  let z = x * x;
  let small = x * (1.0 + z / 6.0 * (1.0 + z / 20.0 * (1.0 + z / 42.0 * (1.0 + z / 72.0))));
  let h = expf(0.5 * abs(x));
  return select(withSign(0.5 * h * h - 0.5 / (h * h), x), small, abs(x) < 1.0);
}`,
  coshf: `fn coshf(x: f32) -> f32 {
  let h = expf(0.5 * abs(x));
  return 0.5 * h * h + 0.5 / (h * h);
}`,
  erf: `fn erf(x: f32) -> f32 {
  let z = -x * x;
  let a = abs(x);
  let small = x * 1.1283791671 * (1.0 + z * (1.0 / 3.0 + z * (1.0 / 10.0 + z * (1.0 / 42.0 +
    z * (1.0 / 216.0 + z * (1.0 / 1320.0 + z * (1.0 / 9360.0 + z * (1.0 / 75600.0 +
    z * (1.0 / 685440.0 + z / 6894720.0)))))))));
  let t = 1.0 / (1.0 + 0.5 * min(a, 10.0));
  let q = -1.26551223 + t * (1.00002368 + t * (0.37409196 + t * (0.09678418 + t * (-0.18628806 +
    t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))))))));
  let tail = t * expf(max(z, -100.0) + q);
  return select(select(withSign(1.0 - tail, x), small, a < 0.9), x, isNaN(x));
}`,
  // x - k pi/2 in three parts (Cody and Waite); good to |x| of about 8000
  sinCos: `fn sinCos(x: f32, shift: i32) -> f32 {
  let k = round(x * 0.63661977236758134);
  let r = ((x - k * 1.5703125) - k * 4.837512969970703125e-4) - k * 7.549789948768648e-8;
  let z = r * r;
  let s = ((-1.9515295891e-4 * z + 8.3321608736e-3) * z - 1.6666654611e-1) * z * r + r;
  let c = ((2.443315711809948e-5 * z - 1.388731625493765e-3) * z + 4.166664568298827e-2) * z * z
    - 0.5 * z + 1.0;
  let quadrant = (i32(clamp(k, -1e9, 1e9)) + shift) & 3;
  let value = select(s, c, (quadrant & 1) == 1);
  let signed = select(value, -value, quadrant >= 2);
  return select(signed, notNumber(), isNaN(x) || isInf(x));
}`,
  sinf: `fn sinf(x: f32) -> f32 { return sinCos(x, 0); }`,
  cosf: `fn cosf(x: f32) -> f32 { return sinCos(x, 1); }`,
  tanf: `fn tanf(x: f32) -> f32 { return sinCos(x, 0) / sinCos(x, 1); }`,
  atanf: `fn atanf(x: f32) -> f32 {
  let a = abs(x);
  let high = a > 2.414213562373095;
  let mid = a > 0.4142135623730950;
  let base = select(select(0.0, 0.78539816339744830, mid), 1.5707963267948966, high);
  let r = select(select(a, (a - 1.0) / (a + 1.0), mid), -1.0 / a, high);
  let z = r * r;
  let p = (((8.05374449538e-2 * z - 1.38776856032e-1) * z + 1.99777106478e-1) * z
    - 3.33329491539e-1) * z * r + r;
  return select(withSign(base + p, x), x, isNaN(x));
}`,
  atan2f: `fn atan2f(y: f32, x: f32) -> f32 {
  if (isNaN(x) || isNaN(y)) { return notNumber(); }
  let ax = abs(x);
  let ay = abs(y);
  var r = atanf(min(ax, ay) / max(ax, ay));
  if (isInf(x) && isInf(y)) { r = 0.78539816339744830; }
  if (ax == 0.0 && ay == 0.0) { r = 0.0; }
  if (ay > ax) { r = 1.5707963267948966 - r; }
  if ((bitcast<u32>(x) >> 31u) == 1u) { r = 3.1415926535897932 - r; }
  return withSign(r, y);
}`,
  // asin of 0..0.5 and, through the half angle, of the rest
  asinCore: `fn asinCore(x: f32) -> f32 {
  let z = x * x;
  return ((((4.2163199048e-2 * z + 2.4181311049e-2) * z + 4.5470025998e-2) * z
    + 7.4953002686e-2) * z + 1.6666752422e-1) * z * x + x;
}`,
  asinf: `fn asinf(x: f32) -> f32 {
  let a = abs(x);
  let big = 1.5707963267948966 - 2.0 * asinCore(sqrt(max(0.5 * (1.0 - a), 0.0)));
  let value = withSign(select(asinCore(a), big, a > 0.5), x);
  return select(value, notNumber(), isNaN(x) || a > 1.0);
}`,
  acosf: `fn acosf(x: f32) -> f32 {
  let a = abs(x);
  let half = 2.0 * asinCore(sqrt(max(0.5 * (1.0 - a), 0.0)));
  let big = select(half, 3.1415926535897932 - half, x < 0.0);
  let value = select(1.5707963267948966 - asinCore(x), big, a > 0.5);
  return select(value, notNumber(), isNaN(x) || a > 1.0);
}`,
  // C's pow: exact zeros, signs and infinities; NaN for a negative base and a fractional power
  powf: `fn powf(x: f32, y: f32) -> f32 {
  if (y == 0.0 || x == 1.0) { return 1.0; }
  if (isNaN(x) || isNaN(y)) { return notNumber(); }
  let a = abs(x);
  if (isInf(y)) {
    if (a == 1.0) { return 1.0; }
    return select(0.0, infinity(), (a > 1.0) == (y > 0.0));
  }
  let whole = floor(y) == y;
  let half = 0.5 * y;
  let odd = whole && floor(half) != half;
  let sign = select(1.0, x, odd);
  if (a == 0.0 || isInf(x)) {
    return withSign(select(0.0, infinity(), (a == 0.0) == (y < 0.0)), sign);
  }
  if (x < 0.0 && !whole) { return notNumber(); }
  // 2^(y e + y log2 m): y in two parts of 12 bits, so that whole powers leave no rounding behind
  let p = logParts(a);
  let high = bitcast<f32>(bitcast<u32>(y) & 0xfffff000u);
  let l = y * (p.y * 1.44269504);
  let n = clamp(round(high * p.x + l), -300.0, 300.0);
  let f = (high * p.x - n) + ((y - high) * p.x + l);
  let h = i32(n) / 2;
  let value = exp2(clamp(f, -200.0, 200.0)) * powerOfTwo(clamp(h, -126, 127))
    * powerOfTwo(clamp(i32(n) - h, -126, 127));
  return withSign(value, sign);
}`,
  // exact remainder by long division in binary; the sign is the dividend's
  fmod: `fn fmod(x: f32, y: f32) -> f32 {
  let b = abs(y);
  if (isNaN(x) || isNaN(y) || isInf(x) || b == 0.0) { return notNumber(); }
  if (b < 1.1754944e-38) { return withSign(0.0, x); }
  var a = abs(x);
  loop {
    if (a < b) { break; }
    let shift = (bitcast<u32>(a) & 0x7f800000u) - (bitcast<u32>(b) & 0x7f800000u);
    var t = bitcast<f32>(bitcast<u32>(b) + shift);
    if (t > a) { t = 0.5 * t; }
    a = a - t;
  }
  return withSign(a, x);
}`,
  divI32: `fn divI32(a: i32, b: i32) -> i32 {
  if (b == 0) { return 0; }
  if (b == -1) { return bitcast<i32>(0u - bitcast<u32>(a)); }
  return a / b;
}`,
  remI32: `fn remI32(a: i32, b: i32) -> i32 {
  if (b == 0 || b == -1) { return 0; }
  return a % b;
}`,
  divU32: `fn divU32(a: u32, b: u32) -> u32 {
  if (b == 0u) { return 0u; }
  return a / b;
}`,
  remU32: `fn remU32(a: u32, b: u32) -> u32 {
  if (b == 0u) { return 0u; }
  return a % b;
}`,
  toI32: `fn toI32(x: f32) -> i32 {
  if (isNaN(x)) { return 0; }
  if (x >= 2147483648.0) { return 2147483647; }
  if (x < -2147483648.0) { return bitcast<i32>(0x80000000u); }
  return i32(x);
}`,
  toU32: `fn toU32(x: f32) -> u32 {
  if (isNaN(x) || x <= 0.0) { return 0u; }
  if (x >= 4294967296.0) { return 0xffffffffu; }
  return u32(x);
}`,
  // nearest even in 11 significant bits; below 2^-14 in steps of 2^-24
  roundF16: `fn roundF16(x: f32) -> f32 {
  let u = bitcast<u32>(x);
  let a = u & 0x7fffffffu;
  if (a >= 0x7f800000u) { return x; }
  if (a >= 0x477ff000u) { return withSign(infinity(), x); }
  if (a < 0x38800000u) { return withSign(round(abs(x) * 16777216.0) / 16777216.0, x); }
  return bitcast<f32>((u + 0x0fffu + ((u >> 13u) & 1u)) & 0xffffe000u);
}`
};
function helpersFor(text) {
  const wanted = /* @__PURE__ */ new Set();
  const visit = (source) => {
    for (const [, name] of source.matchAll(/\b([A-Za-z]\w*)\(/g)) {
      if (name in helpers && !wanted.has(name)) {
        wanted.add(name);
        visit(helpers[name]);
      }
    }
  };
  visit(text);
  if (wanted.size === 0) return "";
  const sources = [...wanted].reverse().map((name) => helpers[name]);
  const needsBits = sources.some((s) => /infinityBits|nanBits/.test(s));
  return `${needsBits ? constants : ""}${sources.join("\n")}
`;
}

// src/backends/webgpu/wgsl/stage.ts
var maxGroupsPerDimension = 65535;
var gridOf = (groups) => groups <= maxGroupsPerDimension ? [groups, 1] : [maxGroupsPerDimension, Math.ceil(groups / maxGroupsPerDimension)];
var mainHead = (size) => `@compute @workgroup_size(${size})
fn main(@builtin(workgroup_id) wid: vec3u, @builtin(local_invocation_index) lid: u32) {
  let group = wid.y * ${maxGroupsPerDimension}u + wid.x;
`;
var storedType = (d, f16) => {
  if (d === "f64")
    throw new DTypeError("float64 does not exist on WebGPU: use f32, or the cpu device");
  return d === "bool" ? "u32" : d === "f16" ? f16 ? "f16" : "f32" : d;
};
function shaderText(stage, pattern, options) {
  const stored = stage.operands.map((o) => storedType(o.dtype, options.f16));
  const bound = pattern.write.map((_, b) => {
    const types = new Set(stored.filter((_2, i) => pattern.binding[i] === b));
    return types.size === 1 ? [...types][0] : "u32";
  });
  const access = {
    load(i, at) {
      const b = pattern.binding[i];
      const raw = `b${b}[${at}]`;
      const value = bound[b] === stored[i] ? raw : `bitcast<${stored[i]}>(${raw})`;
      if (stage.operands[i].dtype === "bool") return `(${value} != 0u)`;
      return stored[i] === "f16" ? `f32(${value})` : value;
    },
    store(i, at, value) {
      const b = pattern.binding[i];
      const dtype = stage.operands[i].dtype;
      let v = value;
      if (dtype === "bool") v = `select(0u, 1u, ${value})`;
      if (dtype === "f16") v = stored[i] === "f16" ? `f16(roundF16(${v}))` : `roundF16(${v})`;
      return `b${b}[${at}] = ${bound[b] === stored[i] ? v : `bitcast<${bound[b]}>(${v})`};`;
    }
  };
  const body = stage.body(access);
  const bindings = bound.map(
    (type, b) => `@group(0) @binding(${b}) var<storage, ${pattern.write[b] ? "read_write" : "read"}> b${b}: array<${type}>;
`
  );
  const enable = stored.includes("f16") ? "enable f16;\n" : "";
  return `${enable}${bindings.join("")}${helpersFor(body)}${body}`;
}

// src/backends/webgpu/kernels/axes.ts
function splitFlat(flat, sizes, name) {
  const lines = [];
  let rest = flat;
  for (let i = sizes.length - 1; i >= 0; i--) {
    const n = sizes[i];
    if (i === 0) lines.push(`let ${name(0)} = ${rest};`);
    else if (n === 1) lines.push(`let ${name(i)} = 0i;`);
    else {
      lines.push(`let ${name(i)} = i32(u32(${rest}) % ${n}u);`);
      lines.push(`let ${name(i)}q = i32(u32(${rest}) / ${n}u);`);
      rest = `${name(i)}q`;
    }
  }
  return lines;
}
var block = (lines, level = 1) => lines.map((l) => `${"  ".repeat(level)}${l}
`).join("");
var nextPowerOfTwo = (n) => 2 ** Math.ceil(Math.log2(Math.max(n, 1)));
var product = (sizes) => sizes.reduce((a, b) => a * b, 1);

// src/backends/webgpu/kernels/gemm-tiles.ts
function tileSizes(g) {
  const tiles = (size) => Math.ceil(g.m / size) * Math.ceil(g.n / size) * g.batches;
  if (tiles(128) >= 256) return { rows: 128, columns: 128, depth: 8, perThread: 8 };
  if (g.m > 32 && g.n > 32) return { rows: 64, columns: 64, depth: 16, perThread: 4 };
  return { rows: 32, columns: 32, depth: 16, perThread: 4 };
}
function tilesBody(g, cut, tile, access) {
  const { rows, columns: columns2, depth, perThread } = tile;
  const across = columns2 / perThread;
  const down = rows / perThread;
  const size = across * down;
  const quads = perThread / 4;
  const a = side("a", g.a, 0, rows, depth, size, g.m, "tm", access);
  const b = side("b", g.b, 1, columns2, depth, size, g.n, "tn", access);
  const q = Array.from({ length: quads }, (_, i) => i);
  const lanes = ["x", "y", "z", "w"];
  const accumulators = q.flatMap((i) => lanes.flatMap((l) => q.map((j) => ({ i, l, j }))));
  const first = g.outer > 1 ? `k0 * ${g.inner}i` : "j0";
  const last = g.outer > 1 ? `k1 * ${g.inner}i` : "j1";
  const compute = [
    ...q.map((i) => `let p${i} = tileA[k * ${rows / 4} + ty + ${i * down}];`),
    ...q.map((j) => `let q${j} = tileB[k * ${columns2 / 4} + tx + ${j * across}];`),
    ...accumulators.map(
      ({ i, l, j }) => `c${i}${l}${j} = fma(vec4f(p${i}.${l}), q${j}, c${i}${l}${j});`
    )
  ];
  const stores = accumulators.flatMap(
    ({ i, l, j }) => lanes.map((e, column) => {
      const m = `(tm * ${rows}i + (ty + ${i * down}i) * 4i + ${lanes.indexOf(l)}i)`;
      const n = `(tn * ${columns2}i + (tx + ${j * across}i) * 4i + ${column}i)`;
      const store = storeText(g, cut, access, m, n, `c${i}${l}${j}.${e}`);
      return `if (${m} < ${g.m}i && ${n} < ${g.n}i) { ${store} }`;
    })
  );
  return `var<workgroup> tileA: array<vec4f, ${rows * depth / 4}>;
var<workgroup> tileB: array<vec4f, ${columns2 * depth / 4}>;
${mainHead(size)}${block([
    ...tileIndices(Math.ceil(g.n / columns2), Math.ceil(g.m / rows), cut.splits),
    `let tx = i32(lid % ${across}u);`,
    `let ty = i32(lid / ${across}u);`,
    ...g.batch("z"),
    ...splitBounds(g, cut),
    ...a.setup,
    ...b.setup,
    ...accumulators.map(({ i, l, j }) => `var c${i}${l}${j} = vec4f(0f);`)
  ])}  let kEnd = ${last};
  for (var kTile = ${first}; kTile < kEnd; kTile += ${depth}i) {
${block([...a.fill, ...b.fill], 2)}    workgroupBarrier();
    for (var k = 0i; k < ${depth}i; k++) {
${block(compute, 3)}    }
    workgroupBarrier();
  }
${block(stores)}}
`;
  function side(name, operand, number, lines, tileDepth, threads, extent, tileName, from) {
    const setup = [];
    const fill = [];
    const vectors = lines * tileDepth / 4;
    for (let i = 0; i * threads < vectors; i++) {
      const v = `${name}v${i}`;
      const [k, line] = operand.alongK ? [`${v} % ${tileDepth}i`, `${v} / ${tileDepth}i`] : [`${v} / ${lines / 4}i`, `${v} % ${lines / 4}i`];
      setup.push(
        `let ${v} = i32(lid) + ${i * threads}i;`,
        `let ${v}k = ${k};`,
        `let ${v}l = ${line};`
      );
      const loads = [];
      fill.push(
        `if (${v} < ${vectors}i) {`,
        `  let kf = kTile + ${v}k;`,
        "  let inside = kf < kEnd;",
        "  let kx = min(kf, kEnd - 1i);",
        ...g.outer > 1 ? [`  let ko = i32(u32(kx) / ${g.inner}u);`, `  let kj = i32(u32(kx) % ${g.inner}u);`] : ["  let ko = 0i;", "  let kj = kx;"]
      );
      for (let e = 0; e < 4; e++) {
        const p = `${v}e${e}_`;
        const at = `${tileName} * ${lines}i + ${v}l * 4i + ${e}i`;
        setup.push(`let ${p}i = min(${at}, ${extent - 1}i);`, ...operand.line(p, `${p}i`));
        fill.push(...operand.outer(p, "ko").map((l) => `  ${l}`));
        const element = operand.inner(p, "kj");
        const guard = element.guard ? `(inside && ${element.guard})` : "inside";
        loads.push(elementText((x) => from.load(number, x), element.at, guard));
      }
      const array = name === "a" ? "tileA" : "tileB";
      fill.push(`  ${array}[${v}k * ${lines / 4}i + ${v}l] = vec4f(`);
      fill.push(...loads.map((l, e) => `    ${l}${e < 3 ? "," : ");"}`), "}");
    }
    return { setup, fill };
  }
}

// src/backends/webgpu/kernels/gemm.ts
function elementText(load, at, guard) {
  return guard ? `select(0f, ${load(`select(0i, ${at}, ${guard})`)}, ${guard})` : load(at);
}
function splitBounds(g, cut) {
  if (cut.splits === 1) {
    return [`let k0 = 0i; let k1 = ${g.outer}i;`, `let j0 = 0i; let j1 = ${g.inner}i;`];
  }
  const range = (name, extent) => `let ${name}0 = s * ${cut.chunk}i; let ${name}1 = min(${name}0 + ${cut.chunk}i, ${extent}i);`;
  return g.outer > 1 ? [range("k", g.outer), `let j0 = 0i; let j1 = ${g.inner}i;`] : ["let k0 = 0i; let k1 = 1i;", range("j", g.inner)];
}
var tileIndices = (tilesN, tilesM, splits) => [
  `let tn = i32(group % ${tilesN}u);`,
  `let tm = i32(group / ${tilesN}u % ${tilesM}u);`,
  `let s = i32(group / ${tilesN * tilesM}u % ${splits}u);`,
  `let z = i32(group / ${tilesN * tilesM * splits}u);`
];
function storeText(g, cut, access, m, n, v) {
  if (cut.splits === 1) return access.store(2, g.out(m, n), v);
  const at = `((z * ${cut.splits}i + s) * ${g.m}i + ${m}) * ${g.n}i + ${n}`;
  return access.store(2, at, `bitcast<u32>(${v})`);
}
function cutOf(g, rows, columns2, wanted) {
  const tiles = Math.ceil(g.m / rows) * Math.ceil(g.n / columns2) * g.batches;
  const extent = g.outer > 1 ? g.outer : g.inner;
  const terms = g.outer * g.inner;
  const most = Math.min(Math.floor(wanted / tiles), Math.floor(terms / 256), extent, 256);
  if (most < 2) return { rows, columns: columns2, splits: 1, chunk: extent };
  const chunk = Math.ceil(extent / most);
  return { rows, columns: columns2, splits: Math.ceil(extent / chunk), chunk };
}
function gemmStages(g, options) {
  let cut;
  let body;
  if (options.hardware) {
    const tile = tileSizes(g);
    cut = cutOf(g, tile.rows, tile.columns, 512);
    body = (access) => tilesBody(g, cut, tile, access);
  } else {
    const size = Math.min(32, nextPowerOfTwo(Math.ceil(g.n / 4)));
    const small = g.batches * g.m * g.n * g.outer * g.inner < 2 ** 20;
    const perRow = Math.min(small ? 1 : 8, nextPowerOfTwo(g.m));
    const perColumn = Math.min(small ? 1 : 4, nextPowerOfTwo(Math.ceil(g.n / size)));
    cut = cutOf(g, perRow, perColumn * size, 16);
    body = (access) => registerBody(g, cut, size, access);
  }
  const tiles = Math.ceil(g.m / cut.rows) * Math.ceil(g.n / cut.columns);
  const [a, b, c] = g.operands;
  const target = cut.splits === 1 ? c : { arg: "scratch", dtype: "u32", write: true };
  const first = {
    name: cut.splits === 1 ? g.name : `${g.name}, parts`,
    operands: [a, b, target],
    workgroups: tiles * cut.splits * g.batches,
    body
  };
  if (cut.splits === 1) return { scratchBytes: 0, stages: [first] };
  return {
    scratchBytes: g.batches * cut.splits * g.m * g.n * 4,
    stages: [first, sumStage(g, cut)]
  };
}
function registerBody(g, cut, size, access) {
  const { rows } = cut;
  const columns2 = cut.columns / size;
  const r = Array.from({ length: rows }, (_, i) => i);
  const c = Array.from({ length: columns2 }, (_, j) => j);
  const setup = [
    ...tileIndices(Math.ceil(g.n / cut.columns), Math.ceil(g.m / rows), cut.splits),
    ...g.batch("z"),
    ...splitBounds(g, cut),
    ...r.flatMap((i) => [
      `let m${i} = min(tm * ${rows}i + ${i}i, ${g.m - 1}i);`,
      ...g.a.line(`a${i}_`, `m${i}`)
    ]),
    ...c.flatMap((j) => [
      `let n${j} = min(tn * ${cut.columns}i + ${j * size}i + i32(lid), ${g.n - 1}i);`,
      ...g.b.line(`b${j}_`, `n${j}`)
    ]),
    ...r.flatMap((i) => c.map((j) => `var c${i}_${j} = 0f;`))
  ];
  const load = (operand, side, p) => {
    const { at, guard } = side.inner(p, "kj");
    return elementText((x) => access.load(operand, x), at, guard);
  };
  const steps = [
    ...r.map((i) => `let x${i} = ${load(0, g.a, `a${i}_`)};`),
    ...c.map((j) => `let y${j} = ${load(1, g.b, `b${j}_`)};`),
    ...r.flatMap((i) => c.map((j) => `c${i}_${j} = fma(x${i}, y${j}, c${i}_${j});`))
  ];
  const stores = r.flatMap(
    (i) => c.map((j) => {
      const m = `(tm * ${rows}i + ${i}i)`;
      const n = `(tn * ${cut.columns}i + ${j * size}i + i32(lid))`;
      return `if (${m} < ${g.m}i && ${n} < ${g.n}i) { ${storeText(g, cut, access, m, n, `c${i}_${j}`)} }`;
    })
  );
  return `${mainHead(size)}${block(setup)}  for (var ko = k0; ko < k1; ko++) {
${block([...r.flatMap((i) => g.a.outer(`a${i}_`, "ko")), ...c.flatMap((j) => g.b.outer(`b${j}_`, "ko"))], 2)}
    for (var kj = j0; kj < j1; kj++) {
${block(steps, 3)}    }
  }
${block(stores)}}
`;
}
function sumStage(g, cut) {
  const total = g.batches * g.m * g.n;
  return {
    name: `${g.name}, sum of parts`,
    operands: [{ arg: "scratch", dtype: "u32", write: false }, g.operands[2]],
    workgroups: Math.ceil(total / 64),
    body(access) {
      const at = `((z * ${cut.splits}i + s) * ${g.m}i + m) * ${g.n}i + n`;
      return `${mainHead(64)}  let flat = i32(group * 64u + lid);
  if (flat >= ${total}i) { return; }
${block(splitFlat("flat", [g.batches, g.m, g.n], (i) => "zmn"[i]))}${block(g.batch("z"))}
  var sum = 0f;
  for (var s = 0i; s < ${cut.splits}i; s++) { sum += bitcast<f32>(${access.load(0, at)}); }
  ${access.store(1, g.out("m", "n"), "sum")}
}
`;
    }
  };
}

// src/backends/webgpu/kernels/matmul.ts
var pairOperands = (kernel) => [
  { arg: 0, dtype: kernel.inputs[0], write: false },
  { arg: 1, dtype: kernel.inputs[1], write: false },
  { arg: 2, dtype: kernel.outputs[0], write: true }
];
function strided(start, lineStride, kStride) {
  return {
    line: (p, i) => [`let ${p}at = ${start} + ${i} * ${lineStride}i;`],
    outer: () => [],
    inner: (p, k) => ({ at: `${p}at + ${k} * ${kStride}i` }),
    alongK: Math.abs(kStride) === 1
  };
}
function matmulStages(kernel, spec, options) {
  const { m, n, k, a, b, batch } = spec;
  const sizes = batch.map((d) => d.size);
  const offset = (start, side) => [`${start}i`, ...batch.map((d, i) => `z${i} * ${d[side]}i`)].join(" + ");
  return gemmStages(
    {
      name: "matmul",
      batches: product(sizes),
      m,
      n,
      outer: 1,
      inner: k,
      a: strided("za", a.row, a.col),
      b: strided("zb", b.col, b.row),
      batch: (z) => [
        ...splitFlat(z, sizes, (i) => `z${i}`),
        `let za = ${offset(a.offset, "a")};`,
        `let zb = ${offset(b.offset, "b")};`
      ],
      out: (i, j) => `(z * ${m}i + ${i}) * ${n}i + ${j}`,
      operands: pairOperands(kernel)
    },
    options
  );
}

// src/backends/webgpu/kernels/conv.ts
function convStages(kernel, s, options) {
  const cg = s.c / s.groups;
  const og = s.oc / s.groups;
  const shared = {
    name: `conv2d ${s.pass}`,
    batches: s.groups,
    batch: (z) => [`let zc = ${z} * ${cg}i;`, `let zo = ${z} * ${og}i;`],
    operands: pairOperands(kernel)
  };
  if (s.pass === "forward") {
    return gemmStages(
      {
        ...shared,
        m: s.n * s.oh * s.ow,
        n: og,
        outer: s.kh * s.kw,
        inner: cg,
        a: inputWindow(s),
        // w[tap, c, zo + o]
        b: {
          ...columns,
          outer: (p, tap) => [`let ${p}at = ${tap} * ${cg * s.oc}i + zo + ${columnOf(p)};`],
          inner: (p, c) => ({ at: `${p}at + ${c} * ${s.oc}i` }),
          alongK: false
        },
        out: (m, o) => `${m} * ${s.oc}i + zo + ${o}`
      },
      options
    );
  }
  if (s.pass === "inputGrad") {
    return gemmStages(
      {
        ...shared,
        m: s.n * s.h * s.w,
        n: cg,
        outer: s.kh * s.kw,
        inner: og,
        a: outputWindow(s),
        // w[tap, c, zo + o], k = o
        b: {
          ...columns,
          outer: (p, tap) => [`let ${p}at = (${tap} * ${cg}i + ${columnOf(p)}) * ${s.oc}i + zo;`],
          inner: (p, o) => ({ at: `${p}at + ${o}` }),
          alongK: true
        },
        out: (m, c) => `${m} * ${s.c}i + zc + ${c}`
      },
      options
    );
  }
  return gemmStages(
    {
      ...shared,
      m: s.kh * s.kw * cg,
      n: og,
      outer: s.n * s.oh,
      inner: s.ow,
      a: tapWindow(s),
      b: {
        ...columns,
        outer: (p, row) => [`let ${p}at = ${row} * ${s.ow * s.oc}i + zo + ${columnOf(p)};`],
        inner: (p, ox) => ({ at: `${p}at + ${ox} * ${s.oc}i` }),
        alongK: false
      },
      out: (m, o) => `${m} * ${s.oc}i + zo + ${o}`
    },
    options
  );
}
var columnOf = (p) => `${p}n`;
var columns = { line: (p, i) => [`let ${p}n = ${i};`] };
var inside = (v, size) => `u32(${v}) < ${size}u`;
function inputWindow(s) {
  const [sy, sx] = s.stride;
  const [top, , left] = s.padding;
  const [dy, dx] = s.dilation;
  const padded = top > 0 || left > 0 || (s.oh - 1) * sy + (s.kh - 1) * dy - top >= s.h || (s.ow - 1) * sx + (s.kw - 1) * dx - left >= s.w;
  return {
    line: (p, m) => [
      `let ${p}b = ${m} / ${s.oh * s.ow}i;`,
      `let ${p}y = ${m} / ${s.ow}i % ${s.oh}i * ${sy}i - ${top}i;`,
      `let ${p}x = ${m} % ${s.ow}i * ${sx}i - ${left}i;`
    ],
    outer: (p, tap) => [
      `let ${p}iy = ${p}y + ${tap} / ${s.kw}i * ${dy}i;`,
      `let ${p}ix = ${p}x + ${tap} % ${s.kw}i * ${dx}i;`,
      `let ${p}in = ${inside(`${p}iy`, s.h)} && ${inside(`${p}ix`, s.w)};`,
      `let ${p}at = ((${p}b * ${s.h}i + ${p}iy) * ${s.w}i + ${p}ix) * ${s.c}i + zc;`
    ],
    inner: (p, c) => ({ at: `${p}at + ${c}`, ...padded ? { guard: `${p}in` } : {} }),
    alongK: true
  };
}
function outputWindow(s) {
  const [sy, sx] = s.stride;
  const [top, , left] = s.padding;
  const [dy, dx] = s.dilation;
  const whole = (v, stride, size) => stride === 1 ? inside(v, size) : `${v} >= 0i && ${v} % ${stride}i == 0i && ${v} / ${stride}i < ${size}i`;
  return {
    line: (p, m) => [
      `let ${p}b = ${m} / ${s.h * s.w}i;`,
      `let ${p}y = ${m} / ${s.w}i % ${s.h}i + ${top}i;`,
      `let ${p}x = ${m} % ${s.w}i + ${left}i;`
    ],
    outer: (p, tap) => [
      `let ${p}oy = ${p}y - ${tap} / ${s.kw}i * ${dy}i;`,
      `let ${p}ox = ${p}x - ${tap} % ${s.kw}i * ${dx}i;`,
      `let ${p}in = ${whole(`${p}oy`, sy, s.oh)} && ${whole(`${p}ox`, sx, s.ow)};`,
      `let ${p}at = ((${p}b * ${s.oh}i + ${p}oy / ${sy}i) * ${s.ow}i + ${p}ox / ${sx}i) * ${s.oc}i + zo;`
    ],
    inner: (p, o) => ({ at: `${p}at + ${o}`, guard: `${p}in` }),
    alongK: true
  };
}
function tapWindow(s) {
  const cg = s.c / s.groups;
  const [sy, sx] = s.stride;
  const [top, , left] = s.padding;
  const [dy, dx] = s.dilation;
  return {
    line: (p, m) => [
      `let ${p}y = ${m} / ${s.kw * cg}i * ${dy}i - ${top}i;`,
      `let ${p}x = ${m} / ${cg}i % ${s.kw}i * ${dx}i - ${left}i;`,
      `let ${p}c = ${m} % ${cg}i + zc;`
    ],
    outer: (p, row) => [
      `let ${p}iy = ${row} % ${s.oh}i * ${sy}i + ${p}y;`,
      `let ${p}in = ${inside(`${p}iy`, s.h)};`,
      `let ${p}at = (${row} / ${s.oh}i * ${s.h}i + ${p}iy) * ${s.w}i;`
    ],
    inner: (p, ox) => {
      const ix = `(${ox} * ${sx}i + ${p}x)`;
      return {
        at: `(${p}at + ${ix}) * ${s.c}i + ${p}c`,
        guard: `(${p}in && ${inside(ix, s.w)})`
      };
    },
    alongK: false
  };
}

// src/backends/webgpu/wgsl/scalar.ts
function typeName(type) {
  if (type === "f64") {
    throw new DTypeError("float64 does not exist on WebGPU: use f32, or the cpu device");
  }
  return type;
}
function literal(value, type) {
  switch (typeName(type)) {
    case "bool":
      return value ? "true" : "false";
    case "i32": {
      const v = value | 0;
      return v === -2147483648 ? "bitcast<i32>(0x80000000u)" : v < 0 ? `(${v}i)` : `${v}i`;
    }
    case "u32":
      return `${value >>> 0}u`;
    default:
      return floatLiteral(Math.fround(value));
  }
}
function floatLiteral(v) {
  if (Number.isNaN(v)) return "notNumber()";
  if (v === Infinity) return "infinity()";
  if (v === -Infinity) return "(-infinity())";
  if (Object.is(v, -0)) return "bitcast<f32>(0x80000000u)";
  return v < 0 ? `(${v}f)` : `${v}f`;
}
var floatUnary = {
  log1p: "log1p",
  expm1: "expm1",
  rsqrt: "inverseSqrt",
  sin: "sinf",
  cos: "cosf",
  tan: "tanf",
  asin: "asinf",
  acos: "acosf",
  atan: "atanf",
  sinh: "sinhf",
  cosh: "coshf",
  tanh: "tanhf",
  exp: "expf",
  log: "logf",
  sqrt: "sqrt",
  erf: "erf",
  floor: "floor",
  ceil: "ceil",
  round: "round",
  trunc: "trunc",
  abs: "abs"
};
function unaryText(op, type, a) {
  if (op === "not" || op === "bitNot" && type === "bool") {
    return type === "bool" ? `!(${a})` : `~(${a})`;
  }
  if (type === "f32") {
    if (op === "neg") return `-(${a})`;
    const name = floatUnary[op];
    if (name) return `${name}(${a})`;
  }
  if (type === "i32" || type === "u32") {
    if (op === "neg") return type === "i32" ? `-(${a})` : `0u - (${a})`;
    if (op === "abs") return type === "i32" ? `abs(${a})` : a;
    if (op === "bitNot") return `~(${a})`;
    if (op === "floor" || op === "ceil" || op === "round" || op === "trunc") return a;
  }
  throw new DTypeError(`the operation ${op} does not exist for ${type} on WebGPU`);
}
var infix = {
  add: "+",
  sub: "-",
  mul: "*",
  lt: "<",
  le: "<="
};
function binaryText(op, type, a, b) {
  if (op === "eq") return `${a} == ${b}`;
  if (op === "ne") return type === "f32" ? `!(${a} == ${b})` : `${a} != ${b}`;
  if (type === "bool") return boolBinary(op, a, b);
  const sign = infix[op];
  if (sign) return `${a} ${sign} ${b}`;
  if (type === "f32") {
    switch (op) {
      case "div":
        return `${a} / ${b}`;
      case "rem":
        return `fmod(${a}, ${b})`;
      case "pow":
        return `powf(${a}, ${b})`;
      case "min":
        return `minNumber(${a}, ${b})`;
      case "max":
        return `maxNumber(${a}, ${b})`;
      case "atan2":
        return `atan2f(${a}, ${b})`;
    }
  } else {
    const suffix = type === "i32" ? "I32" : "U32";
    switch (op) {
      case "div":
        return `div${suffix}(${a}, ${b})`;
      case "rem":
        return `rem${suffix}(${a}, ${b})`;
      case "min":
        return `min(${a}, ${b})`;
      case "max":
        return `max(${a}, ${b})`;
      case "and":
        return `${a} & ${b}`;
      case "or":
        return `${a} | ${b}`;
      case "xor":
        return `${a} ^ ${b}`;
      case "shl":
        return `${a} << (${type === "i32" ? `bitcast<u32>(${b})` : b} & 31u)`;
      case "shr":
        return `${a} >> (${type === "i32" ? `bitcast<u32>(${b})` : b} & 31u)`;
    }
  }
  throw new DTypeError(`the operation ${op} does not exist for ${type} on WebGPU`);
}
function boolBinary(op, a, b) {
  switch (op) {
    case "and":
    case "mul":
    case "min":
      return `${a} && ${b}`;
    case "or":
    case "add":
    case "max":
      return `${a} || ${b}`;
    case "xor":
    case "sub":
      return `${a} != ${b}`;
    case "lt":
      return `!${a} && ${b}`;
    case "le":
      return `!${a} || ${b}`;
  }
  throw new DTypeError(`the operation ${op} does not exist for bool on WebGPU`);
}
function castText(a, from, to) {
  typeName(from);
  typeName(to);
  if (from === to) return a;
  if (from === "f32") {
    return to === "bool" ? `!(${a} == 0f)` : to === "i32" ? `toI32(${a})` : `toU32(${a})`;
  }
  if (to === "bool") return `${a} != ${literal(0, from)}`;
  return `${to}(${a})`;
}
function identity(op, type) {
  switch (op) {
    case "sum":
      return type === "bool" ? "false" : literal(0, type);
    case "prod":
      return type === "bool" ? "true" : literal(1, type);
    case "any":
      return literal(0, type);
    case "all":
      return literal(1, type);
    case "max":
    case "argmax":
      return literal(type === "f32" ? -Infinity : type === "i32" ? -2147483648 : 0, type);
    case "min":
    case "argmin":
      return literal(type === "f32" ? Infinity : type === "i32" ? 2147483647 : 4294967295, type);
  }
}
function combineText(op, type, a, b) {
  if (op === "any") return binaryText("or", type, a, b);
  if (op === "all") return binaryText("and", type, a, b);
  const binary = op === "sum" ? "add" : op === "prod" ? "mul" : op === "max" ? "max" : "min";
  return binaryText(binary, type, a, b);
}
function beatsText(op, type, a, b) {
  const better = op === "argmax" ? `${b} > ${a}` : `${b} < ${a}`;
  if (type === "bool") return op === "argmax" ? `(${b} && !${a})` : `(!${b} && ${a})`;
  return type === "f32" ? `(${better} || (isNaN(${b}) && !isNaN(${a})))` : `(${better})`;
}
function tiesText(type, a, b) {
  return type === "f32" ? `(${a} == ${b} || (isNaN(${a}) && isNaN(${b})))` : `(${a} == ${b})`;
}

// src/backends/webgpu/wgsl/expression.ts
function expressionWriter(context) {
  const lines = Array.from({ length: context.scopes }, () => []);
  const values2 = /* @__PURE__ */ new Map();
  const scopes = /* @__PURE__ */ new Map();
  const indices = /* @__PURE__ */ new Map();
  const prefix = context.prefix ?? "v";
  let names = 0;
  function declare(scope, text) {
    const name = `${prefix}${names++}`;
    lines[scope].push(`let ${name} = ${text};`);
    return name;
  }
  const dataOf = (ix, found) => {
    for (const { atom } of ix.terms) {
      if (atom.kind === "data") found.push(atom.expr);
      else if (atom.arg) dataOf(atom.arg, found);
    }
  };
  function atomText(a) {
    if (a.kind === "axis") {
      const name = a.axis;
      return { text: context.axisText(name), scope: context.axisScope(name) };
    }
    if (a.kind === "data") {
      const e = a.expr;
      return { text: values2.get(e), scope: scopes.get(e) };
    }
    const x = indexText(a.arg);
    const d = a.by;
    let text;
    if (a.arg.min >= 0) {
      text = a.kind === "div" ? `i32(u32(${x.text}) / ${d}u)` : `i32(u32(${x.text}) % ${d}u)`;
    } else {
      const m = `((${x.text} % ${d}i) + ${d}i) % ${d}i`;
      text = a.kind === "mod" ? m : `(${x.text} - (${m})) / ${d}i`;
    }
    return { text: declare(x.scope, text), scope: x.scope };
  }
  const atoms = /* @__PURE__ */ new Map();
  function atomOf(a) {
    let found = atoms.get(a);
    if (!found) {
      found = atomText(a);
      atoms.set(a, found);
    }
    return found;
  }
  function indexText(ix) {
    const known = indices.get(ix);
    if (known) return known;
    const byScope = /* @__PURE__ */ new Map();
    for (const { coefficient: c, atom } of ix.terms) {
      const a = atomOf(atom);
      const text2 = c === 1 ? a.text : `${a.text} * ${literal(c, "i32")}`;
      byScope.set(a.scope, [...byScope.get(a.scope) ?? [], text2]);
    }
    let scope = 0;
    let text = ix.constant === 0 ? "" : literal(ix.constant, "i32");
    for (const s of [...byScope.keys()].sort((p, q) => p - q)) {
      const parts = byScope.get(s);
      if (text) parts.push(text);
      const sum = parts.join(" + ");
      text = parts.length === 1 && !/[ (]/.test(sum) ? sum : declare(s, sum);
      scope = s;
    }
    const made = { text: text || "0i", scope };
    indices.set(ix, made);
    return made;
  }
  const operandsOf = (e) => {
    const found = [...e.args];
    if (e.guard) found.push(e.guard);
    if (e.at) dataOf(e.at, found);
    return found;
  };
  function emit(e) {
    let scope = 0;
    for (const a of e.args) scope = Math.max(scope, scopes.get(a));
    if (e.guard) scope = Math.max(scope, scopes.get(e.guard));
    let text;
    const arg = (i) => values2.get(e.args[i]);
    switch (e.kind) {
      case "const":
        text = literal(e.value, e.type);
        if (/\(\)/.test(text)) text = declare(0, text);
        break;
      case "index": {
        const at = indexText(e.at);
        text = at.text;
        scope = at.scope;
        break;
      }
      case "acc":
        text = context.acc?.(e.buffer) ?? "";
        break;
      case "load": {
        const at = indexText(e.at);
        scope = Math.max(scope, at.scope);
        if (e.guard) {
          const name = `${prefix}${names++}`;
          lines[scope].push(
            `var ${name}: ${typeName(e.type)} = ${arg(1)};`,
            `if (${values2.get(e.guard)}) { ${name} = ${context.load(e.buffer, at.text)}; }`
          );
          text = name;
        } else text = declare(scope, context.load(e.buffer, at.text));
        break;
      }
      default:
        text = declare(scope, operation(e, arg));
    }
    values2.set(e, text);
    scopes.set(e, scope);
  }
  function operation(e, arg) {
    const [a, b] = e.args;
    const folds = e.args.every((x) => x.kind === "const");
    const first = folds ? declare(0, arg(0)) : arg(0);
    switch (e.kind) {
      case "unary":
        return unaryText(e.op, a.type, first);
      case "binary":
        if (e.type === "f32") {
          if (e.op === "mul" && Object.is(b.value, 0)) return `timesZero(${first})`;
          if (e.op === "mul" && Object.is(a.value, 0)) return `timesZero(${arg(1)})`;
          if (e.op === "sub" && a === b) return `lessItself(${first})`;
          if (e.op === "div" && a === b) return `byItself(${first})`;
        }
        if (b.kind === "const") {
          if (e.op === "pow") return powerText(first, b.value, arg(1));
          const safe = b.value !== 0 && b.value !== -1 && b.type !== "f32";
          if (safe && e.op === "div") return `${first} / ${arg(1)}`;
          if (safe && e.op === "rem") return `${first} % ${arg(1)}`;
        }
        return binaryText(e.op, a.type, first, arg(1));
      case "select":
        return `select(${arg(2)}, ${arg(1)}, ${first})`;
      case "cast":
        return castText(first, a.type, e.type);
      case "bitcast":
        return `bitcast<${typeName(e.type)}>(${first})`;
      default:
        throw new Error(`webgpu: unknown expression kind ${e.kind}`);
    }
  }
  function value(root) {
    const stack = [root];
    while (stack.length > 0) {
      const e = stack[stack.length - 1];
      if (values2.has(e)) {
        stack.pop();
        continue;
      }
      const missing = operandsOf(e).filter((x) => !values2.has(x));
      if (missing.length > 0) stack.push(...missing.reverse());
      else {
        emit(e);
        stack.pop();
      }
    }
    return values2.get(root);
  }
  return { lines, value };
}
function powerText(a, power, text) {
  if (power === 1) return a;
  if (power === 2) return `${a} * ${a}`;
  if (power === 3) return `${a} * ${a} * ${a}`;
  if (power === -1) return `1f / ${a}`;
  return power === 0.5 ? `sqrt(${a})` : `powf(${a}, ${text})`;
}

// src/backends/webgpu/kernels/map.ts
var nestOperands = (kernel) => [
  ...kernel.inputs.map((dtype, arg) => ({ arg, dtype, write: false })),
  ...kernel.outputs.map((dtype, j) => ({ arg: kernel.inputs.length + j, dtype, write: true }))
];
function mapStages(kernel) {
  const total = product(kernel.axes);
  const size = total <= 64 * 64 ? 64 : 256;
  return {
    scratchBytes: 0,
    stages: [
      {
        name: "map",
        operands: nestOperands(kernel),
        workgroups: Math.ceil(total / size),
        body(access) {
          const writer = expressionWriter({
            scopes: 1,
            axisScope: () => 0,
            axisText: (axis) => axis,
            load: (buffer, at) => access.load(buffer, at)
          });
          const values2 = kernel.results.map((e) => writer.value(e));
          const stores = values2.map((v, j) => access.store(kernel.inputs.length + j, "flat", v));
          return `${mainHead(size)}  let flat = i32(group * ${size}u + lid);
  if (flat >= ${total}i) { return; }
${block([...splitFlat("flat", kernel.axes, (i) => `i${i}`), ...writer.lines[0], ...stores])}}
`;
        }
      }
    ]
  };
}

// src/backends/webgpu/kernels/reduce-plan.ts
function contiguity(kernel) {
  const alongReduction = `r${kernel.reduceAxes.length - 1}`;
  const alongOutput = `i${kernel.axes.length - 1}`;
  let score = 0;
  const seen = /* @__PURE__ */ new Set();
  const look = (at) => {
    for (const { coefficient: c, atom } of at.terms) {
      if (Math.abs(c) !== 1 || atom.kind !== "axis") continue;
      if (atom.axis === alongReduction) score++;
      if (atom.axis === alongOutput) score--;
    }
  };
  const stack = kernel.reductions.map((r) => r.body);
  for (let e = stack.pop(); e; e = stack.pop()) {
    if (seen.has(e)) continue;
    seen.add(e);
    if (e.kind === "load" && e.at) look(e.at);
    stack.push(...e.args);
  }
  return score;
}
function planReduction(kernel, hardware) {
  const outputs = product(kernel.axes);
  const extent = product(kernel.reduceAxes);
  const wanted = hardware ? 65536 : 512;
  if (!hardware) {
    const splits2 = Math.min(Math.floor(wanted / outputs), Math.floor(extent / 64), 64);
    return { outputs: 64, lanes: 1, splits: Math.max(splits2, 1), lanesFirst: false };
  }
  const lanesFirst = outputs === 1 || contiguity(kernel) > 0;
  const most = lanesFirst ? 256 : 32;
  let lanes = 1;
  if (extent > 16) {
    const useful = lanesFirst ? Math.min(32, extent / 8) : 1;
    lanes = nextPowerOfTwo(Math.max(useful, Math.min(wanted / outputs, extent / 8)));
    lanes = Math.min(Math.max(lanes, 1), most);
  }
  const threads = outputs * lanes;
  const splits = Math.min(Math.floor(wanted / threads), Math.floor(extent / (lanes * 32)), 1024);
  const size = Math.max(lanes, threads <= 4096 ? 64 : 256);
  return { outputs: size / lanes, lanes, splits: Math.max(splits, 1), lanesFirst };
}

// src/backends/webgpu/kernels/reduce.ts
var shortest = 64;
function partsOf(kernel) {
  let words = 0;
  const parts = kernel.reductions.map(({ op, body }) => {
    const positioned = op === "argmax" || op === "argmin";
    const part = { op, type: body.type, positioned, word: words };
    words += positioned ? 2 : 1;
    return part;
  });
  return { parts, words };
}
var declarations = (parts, name) => parts.flatMap((p, k) => [
  `var ${name}${k}: ${typeName(p.type)} = ${identity(p.op, p.type)};`,
  ...p.positioned ? [`var ${name}${k}at: i32 = -1i;`] : []
]);
function join(p, target, targetAt, value, valueAt) {
  if (!p.positioned) return [`${target} = ${combineText(p.op, p.type, target, value)};`];
  const wins = beatsText(p.op, p.type, target, value);
  const ties = `(${tiesText(p.type, target, value)} && ${valueAt} < ${targetAt})`;
  return [
    `if (${valueAt} >= 0i && (${targetAt} < 0i || ${wins} || ${ties})) {`,
    `  ${target} = ${value};`,
    `  ${targetAt} = ${valueAt};`,
    "}"
  ];
}
function accumulate(parts, name, values2, at) {
  return parts.flatMap((p, k) => join(p, `${name}${k}`, `${name}${k}at`, values2[k], at));
}
function reduceStages(kernel, options) {
  const plan = planReduction(kernel, options.hardware);
  const { parts, words } = partsOf(kernel);
  const outputs = product(kernel.axes);
  if (plan.splits === 1) {
    return { scratchBytes: 0, stages: [firstStage(kernel, plan, parts, words)] };
  }
  return {
    scratchBytes: outputs * plan.splits * words * 4,
    stages: [firstStage(kernel, plan, parts, words), secondStage(kernel, plan, parts, words)]
  };
}
function firstStage(kernel, plan, parts, words) {
  const { outputs, lanes, splits, lanesFirst } = plan;
  const size = outputs * lanes;
  const total = product(kernel.axes);
  const extent = product(kernel.reduceAxes);
  const groups = Math.ceil(total / outputs);
  const all = nestOperands(kernel);
  const split = splits > 1;
  const operands = split ? [
    ...all.filter((o) => !o.write),
    { arg: "scratch", dtype: "u32", write: true }
  ] : all;
  return {
    name: split ? "reduce, first half" : "reduce",
    operands,
    workgroups: groups * splits,
    body(access) {
      const head = [
        ...split ? [`let part = i32(group / ${groups}u);`, `let tile = group % ${groups}u;`] : ["let tile = group;"],
        `let lane = i32(lid ${lanesFirst ? `% ${lanes}u` : `/ ${outputs}u`});`,
        `let flat = i32(tile * ${outputs}u + lid ${lanesFirst ? `/ ${lanes}u` : `% ${outputs}u`});`,
        // threads beyond the end repeat the last output, since they must reach the barriers
        `let o = min(flat, ${total - 1}i);`,
        ...splitFlat("o", kernel.axes, (i) => `i${i}`),
        ...declarations(parts, "acc")
      ];
      const load = (buffer, at) => access.load(buffer, at);
      const loop = lanes === 1 && !split && kernel.reduceAxes.length > 1 ? nestedLoops(kernel, parts, load) : flatLoop(kernel, parts, load, lanes, Math.ceil(extent / splits), split);
      const scratch = kernel.inputs.length;
      const finish = split ? partialStores(parts, words, splits).map(
        ({ at, value }) => access.store(scratch, at, value)
      ) : results(kernel, load, (j, v) => access.store(kernel.inputs.length + j, "o", v));
      const shared = lanes > 1 ? sharedArrays(parts, size) : "";
      return `${shared}${mainHead(size)}${block([...head, ...loop])}${lanes > 1 ? tree(parts, lanes, lanesFirst ? 1 : outputs) : ""}  if (lane == 0i && flat < ${total}i) {
${block(finish, 2)}  }
}
`;
    }
  };
}
function results(kernel, load, store) {
  const writer = expressionWriter({
    scopes: 1,
    prefix: "w",
    axisScope: () => 0,
    axisText: (axis) => axis,
    load,
    acc: (n) => partsOf(kernel).parts[n].positioned ? `acc${n}at` : `acc${n}`
  });
  const values2 = kernel.results.map((e) => writer.value(e));
  return [...writer.lines[0], ...values2.map((v, j) => store(j, v))];
}
var values = (kernel, writer) => kernel.reductions.map((r) => writer.value(r.body));
function flatLoop(kernel, parts, load, lanes, chunk, split) {
  const extent = product(kernel.reduceAxes);
  const writer = expressionWriter({
    scopes: 2,
    axisScope: (axis) => axis[0] === "r" ? 1 : 0,
    axisText: (axis) => axis,
    load
  });
  const v = values(kernel, writer);
  const blockLength = Math.max(shortest, nextPowerOfTwo(Math.sqrt(chunk / lanes)));
  const long = chunk / lanes > 2 * blockLength;
  const target = long ? "sub" : "acc";
  const inner = [
    ...splitFlat("r", kernel.reduceAxes, (i) => `r${i}`),
    ...writer.lines[1],
    ...accumulate(parts, target, v, "r")
  ].map((l) => `  ${l}`);
  const bounds = split ? [`let begin = part * ${chunk}i;`, `let end = min(begin + ${chunk}i, ${extent}i);`] : ["let begin = 0i;", `let end = ${extent}i;`];
  if (!long) {
    const loop = `for (var r = begin + lane; r < end; r += ${lanes}i) {`;
    return [...writer.lines[0], ...bounds, loop, ...inner, "}"];
  }
  const step = lanes * blockLength;
  return [
    ...writer.lines[0],
    ...bounds,
    `for (var q = begin + lane; q < end; q += ${step}i) {`,
    ...declarations(parts, "sub").map((l) => `  ${l}`),
    `  let stop = min(q + ${step}i, end);`,
    `  for (var r = q; r < stop; r += ${lanes}i) {`,
    ...inner.map((l) => `  ${l}`),
    "  }",
    ...parts.flatMap((p, k) => join(p, `acc${k}`, `acc${k}at`, `sub${k}`, `sub${k}at`)).map((l) => `  ${l}`),
    "}"
  ];
}
function nestedLoops(kernel, parts, load) {
  const depth = kernel.reduceAxes.length;
  const writer = expressionWriter({
    scopes: depth + 1,
    axisScope: (axis) => axis[0] === "r" ? 1 + Number(axis.slice(1)) : 0,
    axisText: (axis) => axis,
    load
  });
  const v = values(kernel, writer);
  const weights = kernel.reduceAxes.map((_, i) => product(kernel.reduceAxes.slice(i + 1)));
  const at = weights.map((w, i) => `r${i} * ${w}i`).join(" + ");
  const long = product(kernel.reduceAxes) > shortest;
  const lines = [...writer.lines[0]];
  for (let d = 0; d < depth; d++) {
    const last = d === depth - 1;
    if (last && long) lines.push(...declarations(parts, "sub"));
    lines.push(`for (var r${d} = 0i; r${d} < ${kernel.reduceAxes[d]}i; r${d}++) {`);
    lines.push(...writer.lines[d + 1]);
  }
  lines.push(...accumulate(parts, long ? "sub" : "acc", v, `(${at})`), "}");
  if (long) {
    for (const [k, p] of parts.entries()) {
      lines.push(...join(p, `acc${k}`, `acc${k}at`, `sub${k}`, `sub${k}at`));
    }
  }
  for (let d = 1; d < depth; d++) lines.push("}");
  return lines;
}
var sharedArrays = (parts, size) => parts.map(
  (p, k) => `var<workgroup> shared${k}: array<${typeName(p.type)}, ${size}>;
` + (p.positioned ? `var<workgroup> shared${k}at: array<i32, ${size}>;
` : "")
).join("");
function tree(parts, lanes, stride) {
  const put = parts.flatMap((p, k) => [
    `shared${k}[lid] = acc${k};`,
    ...p.positioned ? [`shared${k}at[lid] = acc${k}at;`] : []
  ]);
  const other = `[lid + u32(step)${stride > 1 ? ` * ${stride}u` : ""}]`;
  const joins = parts.flatMap(
    (p, k) => join(p, `acc${k}`, `acc${k}at`, `shared${k}${other}`, `shared${k}at${other}`)
  );
  return block([
    ...put,
    "workgroupBarrier();",
    `for (var step = ${lanes / 2}i; step > 0i; step = step >> 1u) {`,
    "  if (lane < step) {",
    ...[...joins, ...put].map((l) => `    ${l}`),
    "  }",
    "  workgroupBarrier();",
    "}"
  ]);
}
var asBits = (type, value) => type === "u32" ? value : type === "bool" ? `select(0u, 1u, ${value})` : `bitcast<u32>(${value})`;
var fromBits = (type, bits2) => type === "u32" ? bits2 : type === "bool" ? `(${bits2} != 0u)` : `bitcast<${type}>(${bits2})`;
function partialStores(parts, words, splits) {
  const base = `(o * ${splits}i + part) * ${words}i`;
  return parts.flatMap((p, k) => [
    { at: `${base} + ${p.word}i`, value: asBits(p.type, `acc${k}`) },
    ...p.positioned ? [{ at: `${base} + ${p.word + 1}i`, value: asBits("i32", `acc${k}at`) }] : []
  ]);
}
function secondStage(kernel, plan, parts, words) {
  const size = 64;
  const alone = plan.lanes === 1;
  const total = product(kernel.axes);
  const operands = [
    ...nestOperands(kernel),
    { arg: "scratch", dtype: "u32", write: false }
  ];
  const scratch = operands.length - 1;
  return {
    name: "reduce, second half",
    operands,
    workgroups: alone ? Math.ceil(total / size) : total,
    body(access) {
      const word2 = (p, n) => access.load(scratch, `(o * ${plan.splits}i + s) * ${words}i + ${p.word + n}i`);
      const steps = parts.flatMap(
        (p, k) => join(
          p,
          `acc${k}`,
          `acc${k}at`,
          fromBits(p.type, word2(p, 0)),
          p.positioned ? fromBits("i32", word2(p, 1)) : ""
        )
      );
      const load = (buffer, at) => access.load(buffer, at);
      const shared = alone ? "" : sharedArrays(parts, size);
      return `${shared}${mainHead(size)}${block([
        ...alone ? [
          `let o = i32(group * ${size}u + lid);`,
          `if (o >= ${total}i) { return; }`,
          "let lane = 0i;"
        ] : ["let o = i32(group);", "let lane = i32(lid);"],
        ...splitFlat("o", kernel.axes, (i) => `i${i}`),
        ...declarations(parts, "acc"),
        `for (var s = lane; s < ${plan.splits}i; s += ${alone ? 1 : size}i) {`,
        ...steps.map((l) => `  ${l}`),
        "}"
      ])}${alone ? "" : tree(parts, size, 1)}  if (lane == 0i) {
${block(
        results(kernel, load, (j, v) => access.store(kernel.inputs.length + j, "o", v)),
        2
      )}  }
}
`;
    }
  };
}

// src/backends/webgpu/kernels/scan.ts
function scanStages(kernel, s) {
  const lines = s.outer * s.inner;
  const stretched = s.length > 64 && lines < 1024;
  const type = computeType(kernel.inputs[0]);
  const name = typeName(type);
  const start = identity(s.op, type);
  const join2 = (a, b) => combineText(s.op, type, a, b);
  const step = s.reverse ? `(${s.length - 1}i - t)` : "t";
  const at = `(line / ${s.inner}i * ${s.length}i + ${step}) * ${s.inner}i + line % ${s.inner}i`;
  return {
    scratchBytes: 0,
    stages: [
      {
        name: "scan",
        operands: [
          { arg: 0, dtype: kernel.inputs[0], write: false },
          { arg: 1, dtype: kernel.outputs[0], write: true }
        ],
        workgroups: stretched ? lines : Math.ceil(lines / 64),
        body(access) {
          const walk = [
            "for (var t = t0; t < t1; t++) {",
            `  let at = ${at};`,
            `  let next = ${join2("acc", access.load(0, "at"))};`,
            `  ${access.store(1, "at", s.exclusive ? "acc" : "next")}`,
            "  acc = next;",
            "}"
          ];
          if (!stretched) {
            return `${mainHead(64)}${block([
              "let line = i32(group * 64u + lid);",
              `if (line >= ${lines}i) { return; }`,
              `let t0 = 0i; let t1 = ${s.length}i;`,
              `var acc: ${name} = ${start};`,
              ...walk
            ])}}
`;
          }
          const stretch = Math.ceil(s.length / 256);
          return `var<workgroup> shared0: array<${name}, 256>;
${mainHead(256)}${block([
            "let line = i32(group);",
            `let t0 = min(i32(lid) * ${stretch}i, ${s.length}i);`,
            `let t1 = min(t0 + ${stretch}i, ${s.length}i);`,
            `var acc: ${name} = ${start};`,
            `for (var t = t0; t < t1; t++) { acc = ${join2("acc", access.load(0, at))}; }`,
            "shared0[lid] = acc;",
            "workgroupBarrier();",
            // inclusive scan over stretches (Hillis and Steele), then shifted by one
            "for (var d = 1u; d < 256u; d *= 2u) {",
            `  var other: ${name} = ${start};`,
            "  if (lid >= d) { other = shared0[lid - d]; }",
            "  workgroupBarrier();",
            `  shared0[lid] = ${join2("other", "shared0[lid]")};`,
            "  workgroupBarrier();",
            "}",
            `acc = ${start};`,
            "if (lid > 0u) { acc = shared0[lid - 1u]; }",
            ...walk
          ])}}
`;
        }
      }
    ]
  };
}

// src/backends/webgpu/kernels/sort.ts
var blockSize = 256;
function keyText(dtype, descending, value) {
  const flip = descending ? "~" : "";
  switch (computeType(dtype)) {
    case "f32":
      return `  let x = ${value};
  if (isNaN(x)) { return 0xffffffffu; }
  let u = select(bitcast<u32>(x), 0u, x == 0f);
  let k = select(u | 0x80000000u, ~u, (u >> 31u) == 1u);
  return ${flip}k;`;
    case "i32":
      return `  return ${flip}(bitcast<u32>(${value}) ^ 0x80000000u);`;
    case "bool":
      return `  return ${flip}select(0u, 1u, ${value});`;
    default:
      return `  return ${flip}(${value});`;
  }
}
var keyFunction = (dtype, descending, access) => `fn key(at: i32) -> u32 {
${keyText(dtype, descending, access.load(0, "at"))}
}
`;
function sortStages(keys, out, rows, n, descending, scratchWord) {
  const total = rows * n;
  const runs = [];
  for (let width = blockSize; width < n; width *= 2) runs.push(width);
  const scratch = { arg: "scratch", dtype: "i32", write: true };
  const place = (pass) => {
    const left = runs.length - pass;
    return left === 0 ? { base: 0, out: true } : { base: scratchWord + left % 2 * total, out: false };
  };
  const operands = runs.length > 0 ? [keys, out, scratch] : [keys, out];
  const write = (access, to, at, v) => to.out ? access.store(1, at, v) : access.store(2, `${to.base}i + ${at}`, v);
  const perRow = Math.ceil(n / blockSize);
  const ranking = {
    name: "argsort, blocks",
    operands,
    workgroups: rows * perRow,
    body: (access) => `${keyFunction(keys.dtype, descending, access)}var<workgroup> keys: array<u32, ${blockSize}>;
${mainHead(blockSize)}  let row = i32(group / ${perRow}u) * ${n}i;
  let first = i32(group % ${perRow}u) * ${blockSize}i;
  let length = min(${n}i - first, ${blockSize}i);
  let i = i32(lid);
  if (i < length) { keys[lid] = key(row + first + i); }
  workgroupBarrier();
  if (i < length) {
    let own = keys[lid];
    var rank = 0i;
    for (var j = 0i; j < length; j++) {
      let other = keys[j];
      rank += select(0i, 1i, other < own || (other == own && j < i));
    }
    ${write(access, place(0), "row + first + rank", "first + i")}
  }
}
`
  };
  const merges = runs.map(
    (width, pass) => ({
      name: `argsort, merge ${width}`,
      operands,
      workgroups: Math.ceil(total / 64),
      body: (access) => `${keyFunction(keys.dtype, descending, access)}${mainHead(64)}  let flat = i32(group * 64u + lid);
  if (flat >= ${total}i) { return; }
  let row = flat / ${n}i * ${n}i;
  let p = flat - row;
  let start = p / ${2 * width}i * ${2 * width}i;
  let middle = min(start + ${width}i, ${n}i);
  let end = min(start + ${2 * width}i, ${n}i);
  let left = p < middle;
  let index = ${access.load(2, `${place(pass).base}i + flat`)};
  let own = key(row + index);
  var low = select(start, middle, left);
  let lowest = low;
  var high = select(middle, end, left);
  loop {
    if (low >= high) { break; }
    let mid = (low + high) / 2i;
    let other = key(row + ${access.load(2, `${place(pass).base}i + row + mid`)});
    if (other < own || (other == own && !left)) { low = mid + 1i; } else { high = mid; }
  }
  let rank = p - select(middle, start, left) + (low - lowest) + start;
  ${write(access, place(pass + 1), "row + rank", "index")}
}
`
    })
  );
  return [ranking, ...merges];
}
var sortScratchBytes = (rows, n) => n > blockSize ? rows * n * 8 : 0;
function argsortStages(kernel, s) {
  return {
    scratchBytes: sortScratchBytes(s.rows, s.n),
    stages: sortStages(
      { arg: 0, dtype: kernel.inputs[0], write: false },
      { arg: 1, dtype: kernel.outputs[0], write: true },
      s.rows,
      s.n,
      s.descending,
      0
    )
  };
}

// src/backends/webgpu/kernels/scatter.ts
function scatterStages(kernel, s) {
  const type = typeName(computeType(kernel.outputs[0]));
  const total = s.rows * s.inner;
  const base = { arg: 0, dtype: kernel.inputs[0], write: false };
  const index = { arg: 1, dtype: kernel.inputs[1], write: false };
  const source = { arg: 2, dtype: kernel.inputs[2], write: false };
  const out = { arg: 3, dtype: kernel.outputs[0], write: true };
  const few = s.count <= 32;
  const order = { arg: "scratch", dtype: "i32", write: false };
  const gather = {
    name: "scatter-add",
    operands: few ? [base, index, source, out] : [base, index, source, out, order],
    workgroups: Math.ceil(total / 64),
    body(access) {
      const add = (i) => `sum += ${access.load(2, `${i} * ${s.inner}i + flat % ${s.inner}i`)};`;
      const head = `${mainHead(64)}  let flat = i32(group * 64u + lid);
  if (flat >= ${total}i) { return; }
  let row = flat / ${s.inner}i;
  var sum: ${type} = ${access.load(0, "flat")};
`;
      const loop = few ? `  for (var i = 0i; i < ${s.count}i; i++) {
    if (${access.load(1, "i")} == row) { ${add("i")} }
  }
` : `  var low = 0i;
  var high = ${s.count}i;
  loop {
    if (low >= high) { break; }
    let mid = (low + high) / 2i;
    if (${access.load(1, access.load(4, "mid"))} < row) { low = mid + 1i; } else { high = mid; }
  }
  for (; low < ${s.count}i; low++) {
    let i = ${access.load(4, "low")};
    if (${access.load(1, "i")} != row) { break; }
    ${add("i")}
  }
`;
      return `${head}${loop}  ${access.store(3, "flat", "sum")}
}
`;
    }
  };
  if (few) return { scratchBytes: 0, stages: [gather] };
  const sorted = { arg: "scratch", dtype: "i32", write: true };
  return {
    scratchBytes: s.count * 4 + sortScratchBytes(1, s.count),
    stages: [...sortStages(index, sorted, 1, s.count, false, s.count), gather]
  };
}

// src/backends/webgpu/kernels/generate.ts
function generateStages(kernel, options) {
  if (kernel.kind === "nest") {
    return kernel.reductions.length > 0 ? reduceStages(kernel, options) : mapStages(kernel);
  }
  const spec = kernel.spec;
  switch (spec.kind) {
    case "matmul":
      return matmulStages(kernel, spec, options);
    case "conv2d":
      return convStages(kernel, spec, options);
    case "scan":
      return scanStages(kernel, spec);
    case "argsort":
      return argsortStages(kernel, spec);
    case "scatterAdd":
      return scatterStages(kernel, spec);
  }
}
function supportsKernel(kernel) {
  const types = [...kernel.inputs, ...kernel.outputs];
  if (types.includes("f64")) return false;
  if (kernel.kind === "nest") return true;
  switch (kernel.spec.kind) {
    case "matmul":
      return types.every((t) => t === "f32" || t === "f16") && kernel.spec.m > 1 && kernel.spec.n > 1;
    case "conv2d":
      return types.every((t) => t === "f32" || t === "f16");
    case "argsort":
      return true;
    case "scan":
    case "scatterAdd":
      return types.every((t) => t !== "bool");
  }
}

// src/backends/webgpu/pipelines.ts
function pipelineCache(device, options, log, failed) {
  const generated = /* @__PURE__ */ new Map();
  const pipelines = /* @__PURE__ */ new Map();
  const layouts = /* @__PURE__ */ new Map();
  let created = 0;
  function layoutOf(write) {
    const key = write.map((w) => w ? "w" : "r").join("");
    let found = layouts.get(key);
    if (!found) {
      const group = device.createBindGroupLayout({
        entries: write.map((w, binding) => ({
          binding,
          visibility: GPUShaderStage.COMPUTE,
          buffer: { type: w ? "storage" : "read-only-storage" }
        }))
      });
      found = { group, layout: device.createPipelineLayout({ bindGroupLayouts: [group] }) };
      layouts.set(key, found);
    }
    return found;
  }
  function stages(kernel) {
    const key = `${kernel.kind} ${kernel.key}`;
    let found = generated.get(key);
    if (!found) {
      found = generateStages(kernel, options);
      generated.set(key, found);
    }
    return found;
  }
  function make(stage, pattern, label) {
    created++;
    const code = shaderText(stage, pattern, options);
    log(`// ${label}: ${stage.workgroups} workgroups
${code}`);
    const { group, layout } = layoutOf(pattern.write);
    const compile = async () => device.createComputePipelineAsync({
      label,
      layout,
      compute: { module: device.createShaderModule({ code, label }), entryPoint: "main" }
    });
    const made = {
      grid: gridOf(stage.workgroups),
      layout: group,
      label,
      ready: compile().then(
        (pipeline) => {
          made.pipeline = pipeline;
        },
        (error) => failed(label, error)
      )
    };
    return made;
  }
  return {
    stages,
    pipeline(kernel, stage, pattern, label) {
      const key = `${kernel.kind} ${kernel.key} ${stage} ${pattern.binding} ${pattern.write.map(Number)}`;
      let found = pipelines.get(key);
      if (!found) {
        const one = stages(kernel).stages[stage];
        found = make(one, pattern, `${label} (${one.name})`);
        pipelines.set(key, found);
      }
      return found;
    },
    get created() {
      return created;
    }
  };
}

// src/backends/webgpu/webgpu-backend.ts
var dispatchesPerSubmit = 200;
var alignment = 256;
var debugLevel = () => typeof process === "undefined" ? 0 : Number(process.env?.WGRAD_DEBUG ?? 0);
var WebGPUBackend = class {
  name = "webgpu";
  description;
  capabilities;
  /** The device underneath, for tests and embedders. */
  device;
  #failure;
  #disposed = false;
  #f16;
  #pool;
  #staging;
  #arena;
  #scratch;
  #cache;
  #scopes = /* @__PURE__ */ new Set();
  #waiting = [];
  #blocked;
  #bindGroups = 0;
  #dispatches = 0;
  #submits = 0;
  constructor(handle, options = {}) {
    const { device } = handle;
    this.device = device;
    this.description = `WebGPU: ${handle.description}`;
    this.#f16 = options.f16 ?? device.features.has("shader-f16");
    const storage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    const trim = () => this.#enqueue(() => this.#pool.trim());
    this.#pool = bufferPool(device, storage, trim, handle.software ? 2 ** 30 : 2 ** 32);
    const reading = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
    this.#staging = bufferPool(device, reading, () => this.#staging.trim(), 2 ** 26);
    this.#arena = growingBuffer(this.#pool);
    this.#scratch = growingBuffer(this.#pool);
    const shaders = { f16: this.#f16, hardware: options.hardware ?? !handle.software };
    const log = debugLevel() >= 3 ? (text) => console.error(text) : () => {
    };
    this.#cache = pipelineCache(
      device,
      shaders,
      log,
      (label, error) => this.#fail(new DeviceError(`the kernel ${label} was refused: ${messageOf(error)}`))
    );
    const sizes = {
      f32: 4,
      i32: 4,
      u32: 4,
      bool: 4,
      f16: this.#f16 ? 2 : 4,
      f64: void 0
    };
    this.capabilities = {
      bytes: (dtype) => sizes[dtype],
      alignment,
      // one output and one scratch buffer beside them
      maxInputs: device.limits.maxStorageBuffersPerShaderStage - 2,
      supports: supportsKernel
    };
    device.lost.then((info) => {
      const why = this.#disposed ? "the backend was disposed of" : info.message || info.reason;
      this.#failure = new DeviceLostError(
        `the WebGPU device is gone (${why}); its tensors are lost`
      );
    });
    device.addEventListener("uncapturederror", (event) => {
      event.preventDefault();
      const full = event.error instanceof GPUOutOfMemoryError;
      const kind = full ? OutOfMemoryError : DeviceError;
      this.#fail(new kind(`the WebGPU device reports: ${event.error.message}`));
    });
  }
  /** Set once the device is gone or a program failed; every later use throws it. */
  get failure() {
    return this.#failure;
  }
  #fail(error) {
    this.#failure ??= error;
  }
  #check() {
    if (this.#failure) throw this.#failure;
  }
  // Runs work now, or after what waits for pipelines; work that returns a promise holds the rest back.
  #enqueue(work) {
    this.#waiting.push(work);
    if (!this.#blocked) this.#drain();
  }
  #drain() {
    for (let work = this.#waiting.shift(); work; work = this.#waiting.shift()) {
      const pending = work();
      if (!pending) continue;
      this.#blocked = pending.catch((error) => this.#fail(new DeviceError(messageOf(error)))).then(() => {
        this.#blocked = void 0;
        this.#drain();
      });
      return;
    }
  }
  alloc(aval) {
    this.#check();
    const bytes = sizeOf(aval.shape) * (this.capabilities.bytes(aval.dtype) ?? 4);
    return this.#pool.take(bytes, `${aval.dtype}${formatShape(aval.shape)}`);
  }
  free(storage) {
    this.#pool.give(storage);
  }
  upload(storage, aval, values2) {
    this.#check();
    if (values2.length === 0) return;
    let data = toDevice(values2, aval.dtype, this.#f16);
    if (this.#blocked && data.buffer === values2.buffer) data = data.slice();
    const { buffer } = storage;
    this.#enqueue(() => this.device.queue.writeBuffer(buffer, 0, data));
  }
  async download(storage, aval) {
    this.#check();
    const n = sizeOf(aval.shape);
    if (n === 0) return fromDevice(new ArrayBuffer(0), aval.dtype, 0, this.#f16);
    const size = Math.ceil(n * this.capabilities.bytes(aval.dtype) / 4) * 4;
    const staging = this.#staging.take(size, "a read");
    const mapped = new Promise((resolve, reject) => {
      this.#enqueue(() => {
        const encoder = this.device.createCommandEncoder();
        encoder.copyBufferToBuffer(storage.buffer, 0, staging.buffer, 0, size);
        this.device.queue.submit([encoder.finish()]);
        staging.buffer.mapAsync(GPUMapMode.READ, 0, size).then(resolve, reject);
      });
    });
    try {
      await mapped;
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      this.#check();
      throw new DeviceError(`reading ${aval.dtype}${formatShape(aval.shape)}: ${messageOf(error)}`);
    }
    await Promise.all(this.#scopes);
    const values2 = fromDevice(staging.buffer.getMappedRange(0, size), aval.dtype, n, this.#f16);
    staging.buffer.unmap();
    this.#staging.give(staging);
    this.#check();
    return values2;
  }
  compile(graph, options) {
    return this.load(planProgram(graph, { capabilities: this.capabilities, ...options }));
  }
  /** Loads a planned program. @throws DeviceError if an operand is too large for a binding */
  load(program) {
    this.#check();
    const loaded = this.#scoped(
      program,
      () => loadProgram(program, {
        device: this.device,
        cache: this.#cache,
        countBindGroup: () => {
          this.#bindGroups++;
        }
      })
    );
    return {
      program,
      run: (inputs, outputs) => {
        this.#check();
        this.#enqueue(
          () => this.#run(loaded, inputs, outputs)
        );
      },
      dispose: () => {
      }
    };
  }
  #run(loaded, inputs, outputs) {
    const { program, scratchBytes } = loaded;
    if (this.#failure || loaded.length === 0) return;
    const what = `${program.name}: temporary memory`;
    const temp = program.tempBytes > 0 ? this.#arena.atLeast(program.tempBytes, what) : void 0;
    const scratch = scratchBytes > 0 ? this.#scratch.atLeast(scratchBytes, what) : void 0;
    const prepare = () => loaded.prepare({ inputs, outputs, temp, scratch });
    return this.#scoped(program, () => {
      const { bound, waiting } = prepare();
      if (waiting.length === 0) {
        this.#submit(bound);
        return;
      }
      return Promise.all(waiting).then(() => {
        if (!this.#failure) this.#scoped(program, () => this.#submit(bound));
      });
    });
  }
  #submit(bound) {
    for (let from = 0; from < bound.length; from += dispatchesPerSubmit) {
      const encoder = this.device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      const to = Math.min(from + dispatchesPerSubmit, bound.length);
      let last;
      for (let i = from; i < to; i++) {
        const { group, pipeline } = bound[i];
        const compiled = pipeline.pipeline;
        if (compiled !== last) pass.setPipeline(compiled);
        last = compiled;
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(pipeline.grid[0], pipeline.grid[1]);
      }
      pass.end();
      this.device.queue.submit([encoder.finish()]);
      this.#dispatches += to - from;
      this.#submits++;
    }
  }
  // Device errors of `work` poison the backend and name the program.
  #scoped(program, work) {
    const { device } = this;
    device.pushErrorScope("out-of-memory");
    device.pushErrorScope("validation");
    try {
      return work();
    } finally {
      for (let i = 0; i < 2; i++) {
        const scope = device.popErrorScope().then((error) => {
          if (error) this.#fail(programFailure(program, error));
        }).catch(() => {
        }).finally(() => this.#scopes.delete(scope));
        this.#scopes.add(scope);
      }
    }
  }
  async sync() {
    while (this.#blocked) await this.#blocked;
    this.#check();
    await this.device.queue.onSubmittedWorkDone();
    await Promise.all(this.#scopes);
    this.#check();
  }
  memory() {
    const own = this.#arena.bytes + this.#scratch.bytes;
    return {
      used: this.#pool.used - own,
      pooled: this.#pool.pooled + own + this.#staging.used + this.#staging.pooled
    };
  }
  /** Objects made and work recorded since the start. */
  counters() {
    return {
      bindGroups: this.#bindGroups,
      buffers: this.#pool.created + this.#staging.created,
      pipelines: this.#cache.created,
      dispatches: this.#dispatches,
      submits: this.#submits
    };
  }
  dispose() {
    this.#disposed = true;
    this.device.destroy();
  }
};
var messageOf = (error) => error instanceof Error ? error.message : String(error);
function programFailure(program, error) {
  const labels = [...new Set(program.steps.map((s) => s.label))];
  const kernels = labels.length > 8 ? `${labels.slice(0, 8).join(", ")}, \u2026` : labels.join(", ");
  return new DeviceError(
    `the program ${program.name} failed on the device (kernels: ${kernels}): ${error.message}`
  );
}
async function createWebGPUBackend(options) {
  return new WebGPUBackend(await requestDevice(), options);
}
export {
  WebGPUBackend,
  createWebGPUBackend
};
//# sourceMappingURL=data:application/json;base64,ewogICJ2ZXJzaW9uIjogMywKICAic291cmNlcyI6IFsiLi4vLi4vc3JjL2JhY2tlbmRzL3dlYmdwdS9idWZmZXJzLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy93ZWJncHUvY29udmVydC50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvd2ViZ3B1L2V4ZWN1dGFibGUudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL3dlYmdwdS93Z3NsL21hdGgudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL3dlYmdwdS93Z3NsL3N0YWdlLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy93ZWJncHUva2VybmVscy9heGVzLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy93ZWJncHUva2VybmVscy9nZW1tLXRpbGVzLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy93ZWJncHUva2VybmVscy9nZW1tLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy93ZWJncHUva2VybmVscy9tYXRtdWwudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL3dlYmdwdS9rZXJuZWxzL2NvbnYudHMiLCAiLi4vLi4vc3JjL2JhY2tlbmRzL3dlYmdwdS93Z3NsL3NjYWxhci50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvd2ViZ3B1L3dnc2wvZXhwcmVzc2lvbi50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvd2ViZ3B1L2tlcm5lbHMvbWFwLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy93ZWJncHUva2VybmVscy9yZWR1Y2UtcGxhbi50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvd2ViZ3B1L2tlcm5lbHMvcmVkdWNlLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy93ZWJncHUva2VybmVscy9zY2FuLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy93ZWJncHUva2VybmVscy9zb3J0LnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy93ZWJncHUva2VybmVscy9zY2F0dGVyLnRzIiwgIi4uLy4uL3NyYy9iYWNrZW5kcy93ZWJncHUva2VybmVscy9nZW5lcmF0ZS50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvd2ViZ3B1L3BpcGVsaW5lcy50cyIsICIuLi8uLi9zcmMvYmFja2VuZHMvd2ViZ3B1L3dlYmdwdS1iYWNrZW5kLnRzIl0sCiAgInNvdXJjZXNDb250ZW50IjogWyIvLyBEZXZpY2UgbWVtb3J5LiBCdWZmZXJzIGNvbWUgaW4gYnVja2V0cyBvZiBmb3VyIHNpemVzIGFuIG9jdGF2ZSBhbmQgcmV0dXJuIHRvIGZyZWUgbGlzdHMsIHNvIHRoYXQgYVxuLy8gbG9vcCBmaW5kcyB0aGUgc2FtZSBidWZmZXJzIChhbmQgY2FjaGVkIGJpbmQgZ3JvdXBzKSBhZ2Fpbi4gVGhleSBhcmUgZGVzdHJveWVkIG9ubHkgd2hlbiB0aGUgZGV2aWNlXG4vLyBpcyBhc2tlZCBmb3IgbW9yZSB0aGFuIGl0IG1heSBob2xkOyBEYXduIGdpdmVzIG1lbW9yeSBiYWNrIGF0IHRoZSBuZXh0IHN1Ym1pdCwgaGVuY2UgdGhlIGVtcHR5IG9uZS5cbmltcG9ydCB7IE91dE9mTWVtb3J5RXJyb3IgfSBmcm9tICcuLi8uLi90ZW5zb3IvZXJyb3JzLnRzJztcbmltcG9ydCB0eXBlIHsgU3RvcmFnZSB9IGZyb20gJy4uLy4uL3RlbnNvci9ob29rcy50cyc7XG5cbi8qKiBBIGJ1ZmZlciB3aXRoIGFuIGlkZW50aXR5IHRoYXQgaXMgY2hlYXBlciB0byBjb21wYXJlIGFuZCBoYXNoIHRoYW4gYW4gb2JqZWN0LiAqL1xuZXhwb3J0IGludGVyZmFjZSBHUFVTdG9yYWdlIGV4dGVuZHMgU3RvcmFnZSB7XG4gIHJlYWRvbmx5IGlkOiBudW1iZXI7XG4gIHJlYWRvbmx5IGJ1ZmZlcjogR1BVQnVmZmVyO1xuICAvKiogU2l6ZSBvZiB0aGUgYnVmZmVyOiBgYnl0ZXNgIHJvdW5kZWQgdXAgdG8gYSBidWNrZXQuICovXG4gIHJlYWRvbmx5IGNhcGFjaXR5OiBudW1iZXI7XG4gIGZyZWVkOiBib29sZWFuO1xufVxuXG4vKiogVGhlIGJ1Y2tldCBvZiBhIHNpemU6IDI1NiBieXRlcyBhdCBsZWFzdCwgdGhlbiBmb3VyIHN0ZXBzIGFuIG9jdGF2ZSwgbXVsdGlwbGVzIG9mIDI1Ni4gKi9cbmV4cG9ydCBmdW5jdGlvbiBidWNrZXRPZihieXRlczogbnVtYmVyKTogbnVtYmVyIHtcbiAgaWYgKGJ5dGVzIDw9IDI1NikgcmV0dXJuIDI1NjtcbiAgY29uc3Qgb2N0YXZlID0gMiAqKiBNYXRoLmZsb29yKE1hdGgubG9nMihieXRlcyAtIDEpKTtcbiAgY29uc3Qgc3RlcCA9IE1hdGgubWF4KG9jdGF2ZSAvIDQsIDI1Nik7XG4gIHJldHVybiBNYXRoLmNlaWwoYnl0ZXMgLyBzdGVwKSAqIHN0ZXA7XG59XG5cbmNvbnN0IG1pYiA9IChieXRlczogbnVtYmVyKTogc3RyaW5nID0+IGAkeyhieXRlcyAvIDIgKiogMjApLnRvRml4ZWQoYnl0ZXMgPCAyICoqIDI0ID8gMiA6IDApfSBNaUJgO1xuXG4vKiogQnVmZmVycyBvZiBvbmUgdXNhZ2UuICovXG5leHBvcnQgaW50ZXJmYWNlIEJ1ZmZlclBvb2wge1xuICAvKiogQHRocm93cyBPdXRPZk1lbW9yeUVycm9yIGlmIGl0IGlzIG1vcmUgdGhhbiBvbmUgYnVmZmVyIG9mIHRoZSBkZXZpY2UgaG9sZHMgKi9cbiAgdGFrZShieXRlczogbnVtYmVyLCB3aGF0OiBzdHJpbmcpOiBHUFVTdG9yYWdlO1xuICBnaXZlKHN0b3JhZ2U6IEdQVVN0b3JhZ2UpOiB2b2lkO1xuICAvKiogRGVzdHJveXMgZXZlcnl0aGluZyB0aGF0IGlzIGZyZWUuICovXG4gIHRyaW0oKTogdm9pZDtcbiAgcmVhZG9ubHkgdXNlZDogbnVtYmVyO1xuICByZWFkb25seSBwb29sZWQ6IG51bWJlcjtcbiAgcmVhZG9ubHkgY3JlYXRlZDogbnVtYmVyO1xufVxuXG5sZXQgbmV4dElkID0gMTtcblxuLyoqIEFuIGVtcHR5IHBvb2wuIGBwcmVzc3VyZWAgaXMgY2FsbGVkIHdoZW4gbW9yZSB0aGFuIGBtYXhQb29sZWRgIGJ5dGVzIGFyZSBmcmVlLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGJ1ZmZlclBvb2woXG4gIGRldmljZTogR1BVRGV2aWNlLFxuICB1c2FnZTogbnVtYmVyLFxuICBwcmVzc3VyZTogKCkgPT4gdm9pZCxcbiAgbWF4UG9vbGVkID0gMiAqKiAzMCxcbik6IEJ1ZmZlclBvb2wge1xuICBjb25zdCBmcmVlID0gbmV3IE1hcDxudW1iZXIsIEdQVVN0b3JhZ2VbXT4oKTtcbiAgbGV0IHVzZWQgPSAwO1xuICBsZXQgcG9vbGVkID0gMDtcbiAgbGV0IGNyZWF0ZWQgPSAwO1xuXG4gIGZ1bmN0aW9uIHRyaW0oKTogdm9pZCB7XG4gICAgaWYgKHBvb2xlZCA9PT0gMCkgcmV0dXJuO1xuICAgIGZvciAoY29uc3QgbGlzdCBvZiBmcmVlLnZhbHVlcygpKSBmb3IgKGNvbnN0IHMgb2YgbGlzdCkgcy5idWZmZXIuZGVzdHJveSgpO1xuICAgIGZyZWUuY2xlYXIoKTtcbiAgICBwb29sZWQgPSAwO1xuICAgIGRldmljZS5xdWV1ZS5zdWJtaXQoW10pO1xuICB9XG5cbiAgcmV0dXJuIHtcbiAgICB0YWtlKGJ5dGVzLCB3aGF0KSB7XG4gICAgICBjb25zdCBtb3N0ID0gTWF0aC5mbG9vcihkZXZpY2UubGltaXRzLm1heEJ1ZmZlclNpemUgLyA0KSAqIDQ7XG4gICAgICBjb25zdCBjYXBhY2l0eSA9IE1hdGgubWluKGJ1Y2tldE9mKGJ5dGVzKSwgbW9zdCk7XG4gICAgICBpZiAoYnl0ZXMgPiBtb3N0KSB7XG4gICAgICAgIHRocm93IG5ldyBPdXRPZk1lbW9yeUVycm9yKFxuICAgICAgICAgIGAke3doYXR9IG5lZWRzICR7bWliKGJ5dGVzKX0sIGJ1dCBhIGJ1ZmZlciBvZiB0aGlzIGRldmljZSBob2xkcyBhdCBtb3N0IGAgK1xuICAgICAgICAgICAgYCR7bWliKGRldmljZS5saW1pdHMubWF4QnVmZmVyU2l6ZSl9IChtYXhCdWZmZXJTaXplKWAsXG4gICAgICAgICk7XG4gICAgICB9XG4gICAgICB1c2VkICs9IGNhcGFjaXR5O1xuICAgICAgY29uc3QgZm91bmQgPSBmcmVlLmdldChjYXBhY2l0eSk/LnBvcCgpO1xuICAgICAgaWYgKGZvdW5kKSB7XG4gICAgICAgIHBvb2xlZCAtPSBjYXBhY2l0eTtcbiAgICAgICAgcmV0dXJuIHsgLi4uZm91bmQsIGJ5dGVzLCBmcmVlZDogZmFsc2UgfTtcbiAgICAgIH1cbiAgICAgIGNyZWF0ZWQrKztcbiAgICAgIGNvbnN0IGJ1ZmZlciA9IGRldmljZS5jcmVhdGVCdWZmZXIoe1xuICAgICAgICBzaXplOiBjYXBhY2l0eSxcbiAgICAgICAgdXNhZ2UsXG4gICAgICAgIGxhYmVsOiBgd2dyYWQgJHtjYXBhY2l0eX0gYnl0ZXNgLFxuICAgICAgfSk7XG4gICAgICByZXR1cm4geyBpZDogbmV4dElkKyssIGJ1ZmZlciwgYnl0ZXMsIGNhcGFjaXR5LCBmcmVlZDogZmFsc2UgfTtcbiAgICB9LFxuICAgIGdpdmUoc3RvcmFnZSkge1xuICAgICAgaWYgKHN0b3JhZ2UuZnJlZWQpIHJldHVybjtcbiAgICAgIHN0b3JhZ2UuZnJlZWQgPSB0cnVlO1xuICAgICAgdXNlZCAtPSBzdG9yYWdlLmNhcGFjaXR5O1xuICAgICAgcG9vbGVkICs9IHN0b3JhZ2UuY2FwYWNpdHk7XG4gICAgICBjb25zdCBsaXN0ID0gZnJlZS5nZXQoc3RvcmFnZS5jYXBhY2l0eSk7XG4gICAgICBpZiAobGlzdCkgbGlzdC5wdXNoKHN0b3JhZ2UpO1xuICAgICAgZWxzZSBmcmVlLnNldChzdG9yYWdlLmNhcGFjaXR5LCBbc3RvcmFnZV0pO1xuICAgICAgaWYgKHBvb2xlZCA+IG1heFBvb2xlZCkgcHJlc3N1cmUoKTtcbiAgICB9LFxuICAgIHRyaW0sXG4gICAgZ2V0IHVzZWQoKSB7XG4gICAgICByZXR1cm4gdXNlZDtcbiAgICB9LFxuICAgIGdldCBwb29sZWQoKSB7XG4gICAgICByZXR1cm4gcG9vbGVkO1xuICAgIH0sXG4gICAgZ2V0IGNyZWF0ZWQoKSB7XG4gICAgICByZXR1cm4gY3JlYXRlZDtcbiAgICB9LFxuICB9O1xufVxuXG4vKiogT25lIGJ1ZmZlciB0aGF0IGdyb3dzOiBtZW1vcnkgdGhhdCBpcyBuZWVkZWQgb25seSB3aGlsZSBhIHByb2dyYW0gcnVucy4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgR3Jvd2luZ0J1ZmZlciB7XG4gIC8qKiBUaGUgYnVmZmVyLCByZXBsYWNlZCBieSBhIGxhcmdlciBvbmUgaWYgaXQgaXMgdG9vIHNtYWxsLiAqL1xuICBhdExlYXN0KGJ5dGVzOiBudW1iZXIsIHdoYXQ6IHN0cmluZyk6IEdQVVN0b3JhZ2U7XG4gIHJlYWRvbmx5IGJ5dGVzOiBudW1iZXI7XG59XG5cbi8qKiBBbiBlbXB0eSBncm93aW5nIGJ1ZmZlciBvdmVyIGEgcG9vbC4gKi9cbmV4cG9ydCBmdW5jdGlvbiBncm93aW5nQnVmZmVyKHBvb2w6IEJ1ZmZlclBvb2wpOiBHcm93aW5nQnVmZmVyIHtcbiAgbGV0IGN1cnJlbnQ6IEdQVVN0b3JhZ2UgfCB1bmRlZmluZWQ7XG4gIHJldHVybiB7XG4gICAgYXRMZWFzdChieXRlcywgd2hhdCkge1xuICAgICAgaWYgKGN1cnJlbnQgJiYgY3VycmVudC5jYXBhY2l0eSA+PSBieXRlcykgcmV0dXJuIGN1cnJlbnQ7XG4gICAgICBpZiAoY3VycmVudCkgcG9vbC5naXZlKGN1cnJlbnQpO1xuICAgICAgY3VycmVudCA9IHVuZGVmaW5lZDtcbiAgICAgIGN1cnJlbnQgPSBwb29sLnRha2UoYnl0ZXMsIHdoYXQpO1xuICAgICAgcmV0dXJuIGN1cnJlbnQ7XG4gICAgfSxcbiAgICBnZXQgYnl0ZXMoKSB7XG4gICAgICByZXR1cm4gY3VycmVudD8uY2FwYWNpdHkgPz8gMDtcbiAgICB9LFxuICB9O1xufVxuIiwgIi8vIEhvc3QgdmFsdWVzIHRvIGRldmljZSBieXRlcyBhbmQgYmFjazogYm9vbCBhcyB1MzIsIGYxNiBhcyBiaXQgcGF0dGVybnMgd2hlcmUgdGhlIGRldmljZSBoYXMgbmF0aXZlXG4vLyBmMTYgYW5kIGFzIGYzMiB2YWx1ZXMgcm91bmRlZCB0byBmMTYgd2hlcmUgaXQgaGFzIG5vdC5cbmltcG9ydCB7IHR5cGUgRFR5cGUsIHR5cGUgSG9zdEFycmF5LCBob3N0QXJyYXkgfSBmcm9tICcuLi8uLi90ZW5zb3IvZHR5cGUudHMnO1xuXG5jb25zdCB3b3JkID0gbmV3IEZsb2F0MzJBcnJheSgxKTtcbmNvbnN0IGJpdHMgPSBuZXcgVWludDMyQXJyYXkod29yZC5idWZmZXIpO1xuXG4vKiogVGhlIGJpdCBwYXR0ZXJuIG9mIHRoZSBmMTYgbmVhcmVzdCB0byB4LCB0aWVzIHRvIGV2ZW4uICovXG5leHBvcnQgZnVuY3Rpb24gdG9GMTZCaXRzKHg6IG51bWJlcik6IG51bWJlciB7XG4gIHdvcmRbMF0gPSB4O1xuICBjb25zdCB1ID0gYml0c1swXTtcbiAgY29uc3Qgc2lnbiA9ICh1ID4+PiAxNikgJiAweDgwMDA7XG4gIGNvbnN0IGEgPSB1ICYgMHg3ZmZmZmZmZjtcbiAgaWYgKGEgPiAweDdmODAwMDAwKSByZXR1cm4gc2lnbiB8IDB4N2UwMDtcbiAgaWYgKGEgPj0gMHg0NzdmZjAwMCkgcmV0dXJuIHNpZ24gfCAweDdjMDA7XG4gIGlmIChhIDwgMHgzODgwMDAwMCkge1xuICAgIC8vIHN1Ym5vcm1hbDogbXVsdGlwbGVzIG9mIDJeLTI0XG4gICAgY29uc3QgbSA9IE1hdGguYWJzKHdvcmRbMF0pICogMTY3NzcyMTY7XG4gICAgY29uc3QgciA9IE1hdGgucm91bmQobSk7XG4gICAgcmV0dXJuIHNpZ24gfCAociAtIG0gPT09IDAuNSAmJiByICUgMiA9PT0gMSA/IHIgLSAxIDogcik7XG4gIH1cbiAgY29uc3Qgcm91bmRlZCA9IGEgKyAweDBmZmYgKyAoKGEgPj4+IDEzKSAmIDEpO1xuICByZXR1cm4gc2lnbiB8ICgocm91bmRlZCAtIDB4MzgwMDAwMDApID4+PiAxMyk7XG59XG5cbi8qKiBUaGUgdmFsdWUgb2YgYW4gZjE2IGJpdCBwYXR0ZXJuLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGZyb21GMTZCaXRzKGg6IG51bWJlcik6IG51bWJlciB7XG4gIGNvbnN0IHNpZ24gPSBoICYgMHg4MDAwID8gLTEgOiAxO1xuICBjb25zdCBleHBvbmVudCA9IChoID4+PiAxMCkgJiAzMTtcbiAgY29uc3QgbSA9IGggJiAxMDIzO1xuICBpZiAoZXhwb25lbnQgPT09IDMxKSByZXR1cm4gbSA/IE51bWJlci5OYU4gOiBzaWduICogTnVtYmVyLlBPU0lUSVZFX0lORklOSVRZO1xuICByZXR1cm4gZXhwb25lbnQgPT09IDAgPyBzaWduICogbSAqIDIgKiogLTI0IDogc2lnbiAqICgxMDI0ICsgbSkgKiAyICoqIChleHBvbmVudCAtIDI1KTtcbn1cblxudHlwZSBCeXRlcyA9XG4gIHwgRmxvYXQzMkFycmF5PEFycmF5QnVmZmVyPlxuICB8IEludDMyQXJyYXk8QXJyYXlCdWZmZXI+XG4gIHwgVWludDMyQXJyYXk8QXJyYXlCdWZmZXI+XG4gIHwgVWludDE2QXJyYXk8QXJyYXlCdWZmZXI+O1xuXG4vKiogVmFsdWVzIGFzIHRoZSBkZXZpY2Ugc3RvcmVzIHRoZW0sIGluIHVuc2hhcmVkIG1lbW9yeSwgYSBtdWx0aXBsZSBvZiA0IGJ5dGVzIGxvbmcuICovXG5leHBvcnQgZnVuY3Rpb24gdG9EZXZpY2UodmFsdWVzOiBIb3N0QXJyYXksIGR0eXBlOiBEVHlwZSwgbmF0aXZlRjE2OiBib29sZWFuKTogQnl0ZXMge1xuICBzd2l0Y2ggKGR0eXBlKSB7XG4gICAgY2FzZSAnZjE2Jzoge1xuICAgICAgaWYgKCFuYXRpdmVGMTYpIHJldHVybiBGbG9hdDMyQXJyYXkuZnJvbSh2YWx1ZXMsICh4KSA9PiBmcm9tRjE2Qml0cyh0b0YxNkJpdHMoeCkpKTtcbiAgICAgIGNvbnN0IG91dCA9IG5ldyBVaW50MTZBcnJheSh2YWx1ZXMubGVuZ3RoICsgKHZhbHVlcy5sZW5ndGggJiAxKSk7XG4gICAgICBmb3IgKGxldCBpID0gMDsgaSA8IHZhbHVlcy5sZW5ndGg7IGkrKykgb3V0W2ldID0gdG9GMTZCaXRzKHZhbHVlc1tpXSk7XG4gICAgICByZXR1cm4gb3V0O1xuICAgIH1cbiAgICBjYXNlICdib29sJzpcbiAgICAgIHJldHVybiBVaW50MzJBcnJheS5mcm9tKHZhbHVlcywgKHgpID0+IE51bWJlcih4ICE9PSAwKSk7XG4gICAgY2FzZSAnaTMyJzpcbiAgICAgIHJldHVybiB1bnNoYXJlZCh2YWx1ZXMgaW5zdGFuY2VvZiBJbnQzMkFycmF5ID8gdmFsdWVzIDogSW50MzJBcnJheS5mcm9tKHZhbHVlcykpO1xuICAgIGNhc2UgJ3UzMic6XG4gICAgICByZXR1cm4gdW5zaGFyZWQodmFsdWVzIGluc3RhbmNlb2YgVWludDMyQXJyYXkgPyB2YWx1ZXMgOiBVaW50MzJBcnJheS5mcm9tKHZhbHVlcykpO1xuICAgIGRlZmF1bHQ6XG4gICAgICByZXR1cm4gdW5zaGFyZWQodmFsdWVzIGluc3RhbmNlb2YgRmxvYXQzMkFycmF5ID8gdmFsdWVzIDogRmxvYXQzMkFycmF5LmZyb20odmFsdWVzKSk7XG4gIH1cbn1cblxuLy8gRGF3biBpbiBOb2RlIDIwIGNyYXNoZXMgb24gdmlld3Mgb2Ygc2hhcmVkIG1lbW9yeVxuZnVuY3Rpb24gdW5zaGFyZWQ8VCBleHRlbmRzIEZsb2F0MzJBcnJheSB8IEludDMyQXJyYXkgfCBVaW50MzJBcnJheT4oYTogVCk6IEJ5dGVzIHtcbiAgY29uc3Qgc2hhcmVkID0gdHlwZW9mIFNoYXJlZEFycmF5QnVmZmVyICE9PSAndW5kZWZpbmVkJyAmJiBhLmJ1ZmZlciBpbnN0YW5jZW9mIFNoYXJlZEFycmF5QnVmZmVyO1xuICByZXR1cm4gKHNoYXJlZCA/IGEuc2xpY2UoKSA6IGEpIGFzIEJ5dGVzO1xufVxuXG4vKiogRGV2aWNlIGJ5dGVzIGFzIGhvc3QgdmFsdWVzLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGZyb21EZXZpY2UoXG4gIGRhdGE6IEFycmF5QnVmZmVyLFxuICBkdHlwZTogRFR5cGUsXG4gIG46IG51bWJlcixcbiAgbmF0aXZlRjE2OiBib29sZWFuLFxuKTogSG9zdEFycmF5IHtcbiAgY29uc3Qgb3V0ID0gaG9zdEFycmF5KGR0eXBlLCBuKTtcbiAgc3dpdGNoIChkdHlwZSkge1xuICAgIGNhc2UgJ2YxNic6IHtcbiAgICAgIGlmICghbmF0aXZlRjE2KSBicmVhaztcbiAgICAgIGNvbnN0IGhhbGYgPSBuZXcgVWludDE2QXJyYXkoZGF0YSwgMCwgbik7XG4gICAgICBmb3IgKGxldCBpID0gMDsgaSA8IG47IGkrKykgb3V0W2ldID0gZnJvbUYxNkJpdHMoaGFsZltpXSk7XG4gICAgICByZXR1cm4gb3V0O1xuICAgIH1cbiAgICBjYXNlICdib29sJzpcbiAgICAgIG91dC5zZXQobmV3IFVpbnQzMkFycmF5KGRhdGEsIDAsIG4pKTtcbiAgICAgIHJldHVybiBvdXQ7XG4gICAgY2FzZSAnaTMyJzpcbiAgICAgIG91dC5zZXQobmV3IEludDMyQXJyYXkoZGF0YSwgMCwgbikpO1xuICAgICAgcmV0dXJuIG91dDtcbiAgICBjYXNlICd1MzInOlxuICAgICAgb3V0LnNldChuZXcgVWludDMyQXJyYXkoZGF0YSwgMCwgbikpO1xuICAgICAgcmV0dXJuIG91dDtcbiAgfVxuICBvdXQuc2V0KG5ldyBGbG9hdDMyQXJyYXkoZGF0YSwgMCwgbikpO1xuICByZXR1cm4gb3V0O1xufVxuIiwgIi8vIEEgcHJvZ3JhbSBvbiB0aGUgR1BVOiBwZXIgZGlzcGF0Y2ggYSBwaXBlbGluZSwgYSBiaW5kIGdyb3VwIGFuZCBhIGdyaWQsIHJlY29yZGVkIGludG8gb25lIHBhc3MgZWFjaFxuLy8gcnVuLiBCaW5kIGdyb3VwcyBhcmUgdGhlIGV4cGVuc2l2ZSBwYXJ0LCBzbyBlYWNoIGRpc3BhdGNoIHJlbWVtYmVycyB0aGUgZmV3IGl0IG1hZGUgbGFzdCwgYnkgdGhlXG4vLyBpZGVudGl0aWVzIG9mIHRoZSBidWZmZXJzOyBhIGxvb3AgdGhhdCBmaW5kcyBpdHMgYnVmZmVycyBhZ2FpbiBtYWtlcyBub25lLlxuaW1wb3J0IHR5cGUgeyBQcm9ncmFtLCBTbG90IH0gZnJvbSAnLi4vLi4vY29tcGlsZXIvcHJvZ3JhbS50cyc7XG5pbXBvcnQgeyBEZXZpY2VFcnJvciB9IGZyb20gJy4uLy4uL3RlbnNvci9lcnJvcnMudHMnO1xuaW1wb3J0IHsgZm9ybWF0U2hhcGUgfSBmcm9tICcuLi8uLi90ZW5zb3Ivc2hhcGUudHMnO1xuaW1wb3J0IHR5cGUgeyBHUFVTdG9yYWdlIH0gZnJvbSAnLi9idWZmZXJzLnRzJztcbmltcG9ydCB0eXBlIHsgUGlwZWxpbmUsIFBpcGVsaW5lQ2FjaGUgfSBmcm9tICcuL3BpcGVsaW5lcy50cyc7XG5pbXBvcnQgdHlwZSB7IE9wZXJhbmQsIFBhdHRlcm4gfSBmcm9tICcuL3dnc2wvc3RhZ2UudHMnO1xuXG4vKiogV2hlcmUgYW4gb3BlcmFuZCBsaWVzOiBhIHByb2dyYW0gc2xvdCwgb3IgdGhlIGtlcm5lbCdzIHNjcmF0Y2ggbWVtb3J5LiAqL1xuaW50ZXJmYWNlIFBsYWNlIHtcbiAgcmVhZG9ubHkgc2xvdDogU2xvdCB8ICdzY3JhdGNoJztcbiAgcmVhZG9ubHkgYnl0ZXM6IG51bWJlcjtcbn1cblxuLyoqIEEgZGlzcGF0Y2ggd2l0aCBpdHMgYnVmZmVycy4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgQm91bmQge1xuICByZWFkb25seSBpZHM6IHJlYWRvbmx5IG51bWJlcltdO1xuICByZWFkb25seSBncm91cDogR1BVQmluZEdyb3VwO1xuICByZWFkb25seSBwaXBlbGluZTogUGlwZWxpbmU7XG59XG5cbi8qKiBPbmUgZGlzcGF0Y2ggb2YgYSBwcm9ncmFtLiAqL1xuaW50ZXJmYWNlIERpc3BhdGNoIHtcbiAgcmVhZG9ubHkgc3RlcDogbnVtYmVyO1xuICByZWFkb25seSBzdGFnZTogbnVtYmVyO1xuICByZWFkb25seSBvcGVyYW5kczogcmVhZG9ubHkgT3BlcmFuZFtdO1xuICByZWFkb25seSBwbGFjZXM6IHJlYWRvbmx5IFBsYWNlW107XG4gIHJlYWRvbmx5IGJvdW5kOiBCb3VuZFtdO1xufVxuXG4vKiogQnVmZmVycyBvZiBvbmUgcnVuLiAqL1xuZXhwb3J0IGludGVyZmFjZSBSdW5CdWZmZXJzIHtcbiAgcmVhZG9ubHkgaW5wdXRzOiByZWFkb25seSBHUFVTdG9yYWdlW107XG4gIHJlYWRvbmx5IG91dHB1dHM6IHJlYWRvbmx5IEdQVVN0b3JhZ2VbXTtcbiAgcmVhZG9ubHkgdGVtcD86IEdQVVN0b3JhZ2U7XG4gIHJlYWRvbmx5IHNjcmF0Y2g/OiBHUFVTdG9yYWdlO1xufVxuXG4vKiogQSBsb2FkZWQgcHJvZ3JhbS4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgTG9hZGVkUHJvZ3JhbSB7XG4gIHJlYWRvbmx5IHByb2dyYW06IFByb2dyYW07XG4gIHJlYWRvbmx5IHNjcmF0Y2hCeXRlczogbnVtYmVyO1xuICAvKiogTnVtYmVyIG9mIGRpc3BhdGNoZXMgaW4gYSBydW4uICovXG4gIHJlYWRvbmx5IGxlbmd0aDogbnVtYmVyO1xuICAvKiogUGlwZWxpbmVzIGFuZCBiaW5kIGdyb3VwcyBmb3IgdGhlc2UgYnVmZmVyczsgYHdhaXRpbmdgOiBwaXBlbGluZXMgc3RpbGwgYmVpbmcgY29tcGlsZWQuICovXG4gIHByZXBhcmUoYnVmZmVyczogUnVuQnVmZmVycyk6IHtcbiAgICByZWFkb25seSBib3VuZDogcmVhZG9ubHkgQm91bmRbXTtcbiAgICByZWFkb25seSB3YWl0aW5nOiBQcm9taXNlPHZvaWQ+W107XG4gIH07XG59XG5cbmNvbnN0IHJlbWVtYmVyZWQgPSA0O1xuY29uc3QgYWxpZ24gPSAoYnl0ZXM6IG51bWJlciwgdG86IG51bWJlcik6IG51bWJlciA9PiBNYXRoLmNlaWwoYnl0ZXMgLyB0bykgKiB0bztcblxuLyoqIFdoYXQgbG9hZGluZyBuZWVkcyBvZiB0aGUgZGV2aWNlLiAqL1xuZXhwb3J0IGludGVyZmFjZSBMb2FkQ29udGV4dCB7XG4gIHJlYWRvbmx5IGRldmljZTogR1BVRGV2aWNlO1xuICByZWFkb25seSBjYWNoZTogUGlwZWxpbmVDYWNoZTtcbiAgY291bnRCaW5kR3JvdXAoKTogdm9pZDtcbn1cblxuLyoqXG4gKiBHZW5lcmF0ZXMgdGhlIGtlcm5lbHMgb2YgYSBwcm9ncmFtIGFuZCBzdGFydHMgY29tcGlsaW5nIHRoZW0uXG4gKiBAdGhyb3dzIERldmljZUVycm9yIGlmIGFuIG9wZXJhbmQgaXMgbGFyZ2VyIHRoYW4gYSBiaW5kaW5nIG1heSBiZVxuICovXG5leHBvcnQgZnVuY3Rpb24gbG9hZFByb2dyYW0ocHJvZ3JhbTogUHJvZ3JhbSwgY29udGV4dDogTG9hZENvbnRleHQpOiBMb2FkZWRQcm9ncmFtIHtcbiAgY29uc3QgeyBkZXZpY2UsIGNhY2hlIH0gPSBjb250ZXh0O1xuICBjb25zdCBsaW1pdCA9IGRldmljZS5saW1pdHMubWF4U3RvcmFnZUJ1ZmZlckJpbmRpbmdTaXplO1xuICBjb25zdCBtb3N0QnVmZmVycyA9IGRldmljZS5saW1pdHMubWF4U3RvcmFnZUJ1ZmZlcnNQZXJTaGFkZXJTdGFnZTtcbiAgY29uc3QgZGlzcGF0Y2hlczogRGlzcGF0Y2hbXSA9IFtdO1xuICBsZXQgc2NyYXRjaEJ5dGVzID0gMDtcbiAgcHJvZ3JhbS5zdGVwcy5mb3JFYWNoKChzdGVwLCBudW1iZXIpID0+IHtcbiAgICBjb25zdCB7IHN0YWdlcywgc2NyYXRjaEJ5dGVzOiBvd24gfSA9IGNhY2hlLnN0YWdlcyhzdGVwLmtlcm5lbCk7XG4gICAgc2NyYXRjaEJ5dGVzID0gTWF0aC5tYXgoc2NyYXRjaEJ5dGVzLCBvd24pO1xuICAgIGNvbnN0IHdoYXQgPSBgJHtwcm9ncmFtLm5hbWV9OiAke3N0ZXAubGFiZWx9YDtcbiAgICBzdGFnZXMuZm9yRWFjaCgoeyBvcGVyYW5kcyB9LCBzdGFnZSkgPT4ge1xuICAgICAgY29uc3QgcGxhY2VzID0gb3BlcmFuZHMubWFwKCh7IGFyZyB9KTogUGxhY2UgPT4ge1xuICAgICAgICBpZiAoYXJnID09PSAnc2NyYXRjaCcpIHJldHVybiB7IHNsb3Q6ICdzY3JhdGNoJywgYnl0ZXM6IGFsaWduKG93biwgNCkgfTtcbiAgICAgICAgY29uc3Qgc2xvdCA9IHByb2dyYW0uc2xvdHNbc3RlcC5hcmdzW2FyZ11dO1xuICAgICAgICByZXR1cm4geyBzbG90LCBieXRlczogYWxpZ24oTWF0aC5tYXgoc2xvdC5ieXRlcywgNCksIDQpIH07XG4gICAgICB9KTtcbiAgICAgIHBsYWNlcy5mb3JFYWNoKCh7IHNsb3QsIGJ5dGVzIH0sIGkpID0+IHtcbiAgICAgICAgaWYgKGJ5dGVzID4gbGltaXQpIHRocm93IHRvb0xhcmdlKHByb2dyYW0sIHdoYXQsIG9wZXJhbmRzW2ldLCBzbG90LCBieXRlcywgbGltaXQpO1xuICAgICAgfSk7XG4gICAgICBjb25zdCBkaXN0aW5jdCA9IG5ldyBTZXQob3BlcmFuZHMubWFwKChvKSA9PiAoby5hcmcgPT09ICdzY3JhdGNoJyA/IC0xIDogc3RlcC5hcmdzW28uYXJnXSkpKTtcbiAgICAgIGlmIChkaXN0aW5jdC5zaXplID4gbW9zdEJ1ZmZlcnMpIHtcbiAgICAgICAgdGhyb3cgbmV3IERldmljZUVycm9yKFxuICAgICAgICAgIGAke3doYXR9OiB1c2VzICR7ZGlzdGluY3Quc2l6ZX0gYnVmZmVycywgYnV0IHRoaXMgZGV2aWNlIGJpbmRzIGF0IG1vc3QgJHttb3N0QnVmZmVyc30gYCArXG4gICAgICAgICAgICAnKG1heFN0b3JhZ2VCdWZmZXJzUGVyU2hhZGVyU3RhZ2UpJyxcbiAgICAgICAgKTtcbiAgICAgIH1cbiAgICAgIGRpc3BhdGNoZXMucHVzaCh7IHN0ZXA6IG51bWJlciwgc3RhZ2UsIG9wZXJhbmRzLCBwbGFjZXMsIGJvdW5kOiBbXSB9KTtcbiAgICB9KTtcbiAgfSk7XG5cbiAgZnVuY3Rpb24gYnVmZmVyT2YoeyBzbG90IH06IFBsYWNlLCBydW46IFJ1bkJ1ZmZlcnMpOiBHUFVTdG9yYWdlIHtcbiAgICBpZiAoc2xvdCA9PT0gJ3NjcmF0Y2gnKSByZXR1cm4gcnVuLnNjcmF0Y2ggYXMgR1BVU3RvcmFnZTtcbiAgICBpZiAoc2xvdC5raW5kID09PSAndGVtcCcpIHJldHVybiBydW4udGVtcCBhcyBHUFVTdG9yYWdlO1xuICAgIHJldHVybiAoc2xvdC5raW5kID09PSAnaW5wdXQnID8gcnVuLmlucHV0cyA6IHJ1bi5vdXRwdXRzKVtzbG90LmluZGV4XTtcbiAgfVxuXG4gIGZ1bmN0aW9uIGJpbmQoZDogRGlzcGF0Y2gsIGJ1ZmZlcnM6IHJlYWRvbmx5IEdQVVN0b3JhZ2VbXSk6IEJvdW5kIHtcbiAgICBjb25zdCB7IHBhdHRlcm4sIGVudHJpZXMgfSA9IHBhdHRlcm5PZihkLCBidWZmZXJzKTtcbiAgICBjb25zdCBzdGVwID0gcHJvZ3JhbS5zdGVwc1tkLnN0ZXBdO1xuICAgIGNvbnN0IHBpcGVsaW5lID0gY2FjaGUucGlwZWxpbmUoc3RlcC5rZXJuZWwsIGQuc3RhZ2UsIHBhdHRlcm4sIHN0ZXAubGFiZWwpO1xuICAgIGNvbnRleHQuY291bnRCaW5kR3JvdXAoKTtcbiAgICBjb25zdCBncm91cCA9IGRldmljZS5jcmVhdGVCaW5kR3JvdXAoe1xuICAgICAgbGF5b3V0OiBwaXBlbGluZS5sYXlvdXQsXG4gICAgICBlbnRyaWVzLFxuICAgICAgbGFiZWw6IGAke3Byb2dyYW0ubmFtZX06ICR7cGlwZWxpbmUubGFiZWx9YCxcbiAgICB9KTtcbiAgICByZXR1cm4geyBpZHM6IGJ1ZmZlcnMubWFwKChiKSA9PiBiLmlkKSwgZ3JvdXAsIHBpcGVsaW5lIH07XG4gIH1cblxuICBmdW5jdGlvbiBib3VuZEZvcihkOiBEaXNwYXRjaCwgcnVuOiBSdW5CdWZmZXJzKTogQm91bmQge1xuICAgIGNvbnN0IHsgYm91bmQsIHBsYWNlcyB9ID0gZDtcbiAgICBzZWFyY2g6IGZvciAobGV0IGsgPSAwOyBrIDwgYm91bmQubGVuZ3RoOyBrKyspIHtcbiAgICAgIGNvbnN0IHsgaWRzIH0gPSBib3VuZFtrXTtcbiAgICAgIGZvciAobGV0IGkgPSAwOyBpIDwgcGxhY2VzLmxlbmd0aDsgaSsrKSB7XG4gICAgICAgIGlmIChidWZmZXJPZihwbGFjZXNbaV0sIHJ1bikuaWQgIT09IGlkc1tpXSkgY29udGludWUgc2VhcmNoO1xuICAgICAgfVxuICAgICAgcmV0dXJuIGJvdW5kW2tdO1xuICAgIH1cbiAgICBjb25zdCBtYWRlID0gYmluZChcbiAgICAgIGQsXG4gICAgICBwbGFjZXMubWFwKChwKSA9PiBidWZmZXJPZihwLCBydW4pKSxcbiAgICApO1xuICAgIGJvdW5kLnVuc2hpZnQobWFkZSk7XG4gICAgaWYgKGJvdW5kLmxlbmd0aCA+IHJlbWVtYmVyZWQpIGJvdW5kLnBvcCgpO1xuICAgIHJldHVybiBtYWRlO1xuICB9XG5cbiAgLy8gc3RhcnQgY29tcGlsaW5nIGZvciB0aGUgc2hhcmluZyB0aGF0IGRvbmF0aW9uIGFuZCB0aGUgYXJlbmEgaW1wbHksIGJlZm9yZSBidWZmZXJzIGFyZSBrbm93blxuICBjb25zdCBzdGFuZCA9IChpZDogbnVtYmVyKTogR1BVU3RvcmFnZSA9PlxuICAgICh7IGlkLCBjYXBhY2l0eTogMCwgYnl0ZXM6IDAsIGZyZWVkOiBmYWxzZSB9KSBhcyBHUFVTdG9yYWdlO1xuICBjb25zdCBpbnB1dHMgPSBwcm9ncmFtLmlucHV0cy5tYXAoKF8sIGkpID0+IHN0YW5kKGkpKTtcbiAgY29uc3Qgb3V0cHV0cyA9IHByb2dyYW0ub3V0cHV0cy5tYXAoKF8sIGkpID0+IHtcbiAgICBjb25zdCBkb25hdGVkID0gcHJvZ3JhbS5kb25hdGlvbnMuZ2V0KGkpO1xuICAgIHJldHVybiBkb25hdGVkID09PSB1bmRlZmluZWQgPyBzdGFuZChpbnB1dHMubGVuZ3RoICsgaSkgOiBpbnB1dHNbZG9uYXRlZF07XG4gIH0pO1xuICBjb25zdCBleHBlY3RlZCA9IHsgaW5wdXRzLCBvdXRwdXRzLCB0ZW1wOiBzdGFuZCgtMSksIHNjcmF0Y2g6IHN0YW5kKC0yKSB9O1xuICBmb3IgKGNvbnN0IGQgb2YgZGlzcGF0Y2hlcykge1xuICAgIGNvbnN0IHsgcGF0dGVybiB9ID0gcGF0dGVybk9mKFxuICAgICAgZCxcbiAgICAgIGQucGxhY2VzLm1hcCgocCkgPT4gYnVmZmVyT2YocCwgZXhwZWN0ZWQpKSxcbiAgICApO1xuICAgIGNvbnN0IHN0ZXAgPSBwcm9ncmFtLnN0ZXBzW2Quc3RlcF07XG4gICAgY2FjaGUucGlwZWxpbmUoc3RlcC5rZXJuZWwsIGQuc3RhZ2UsIHBhdHRlcm4sIHN0ZXAubGFiZWwpO1xuICB9XG5cbiAgcmV0dXJuIHtcbiAgICBwcm9ncmFtLFxuICAgIHNjcmF0Y2hCeXRlcyxcbiAgICBsZW5ndGg6IGRpc3BhdGNoZXMubGVuZ3RoLFxuICAgIHByZXBhcmUocnVuKSB7XG4gICAgICBjb25zdCBib3VuZCA9IGRpc3BhdGNoZXMubWFwKChkKSA9PiBib3VuZEZvcihkLCBydW4pKTtcbiAgICAgIGNvbnN0IHdhaXRpbmcgPSBib3VuZC5maWx0ZXIoKGIpID0+ICFiLnBpcGVsaW5lLnBpcGVsaW5lKS5tYXAoKGIpID0+IGIucGlwZWxpbmUucmVhZHkpO1xuICAgICAgcmV0dXJuIHsgYm91bmQsIHdhaXRpbmcgfTtcbiAgICB9LFxuICB9O1xufVxuXG4vLyBPcGVyYW5kcyBhdCB0aGUgc2FtZSBwbGFjZSBzaGFyZSBhIGJpbmRpbmcuIEEgYnVmZmVyIG1heSBub3QgYmUgYm91bmQgYm90aCBmb3IgcmVhZGluZyBhbmQgZm9yXG4vLyB3cml0aW5nIGluIG9uZSBkaXNwYXRjaCwgc28gd2hhdGV2ZXIgbGllcyBpbiBhIHdyaXR0ZW4gYnVmZmVyIGlzIGJvdW5kIGZvciB3cml0aW5nLlxuZnVuY3Rpb24gcGF0dGVybk9mKFxuICBkOiBEaXNwYXRjaCxcbiAgYnVmZmVyczogcmVhZG9ubHkgR1BVU3RvcmFnZVtdLFxuKTogeyBwYXR0ZXJuOiBQYXR0ZXJuOyBlbnRyaWVzOiBHUFVCaW5kR3JvdXBFbnRyeVtdIH0ge1xuICBjb25zdCBiaW5kaW5nOiBudW1iZXJbXSA9IFtdO1xuICBjb25zdCBrZXlzID0gbmV3IE1hcDxzdHJpbmcsIG51bWJlcj4oKTtcbiAgY29uc3Qgd2luZG93czogeyBidWZmZXI6IEdQVVN0b3JhZ2U7IG9mZnNldDogbnVtYmVyOyBzaXplOiBudW1iZXIgfVtdID0gW107XG4gIGNvbnN0IHdyaXR0ZW4gPSBuZXcgU2V0PG51bWJlcj4oKTtcbiAgZC5vcGVyYW5kcy5mb3JFYWNoKChvcGVyYW5kLCBpKSA9PiB7XG4gICAgY29uc3QgeyBzbG90LCBieXRlcyB9ID0gZC5wbGFjZXNbaV07XG4gICAgY29uc3Qgb2Zmc2V0ID0gc2xvdCAhPT0gJ3NjcmF0Y2gnICYmIHNsb3Qua2luZCA9PT0gJ3RlbXAnID8gc2xvdC5vZmZzZXQgOiAwO1xuICAgIGNvbnN0IGtleSA9IGAke2J1ZmZlcnNbaV0uaWR9ICR7b2Zmc2V0fWA7XG4gICAgbGV0IGIgPSBrZXlzLmdldChrZXkpO1xuICAgIGlmIChiID09PSB1bmRlZmluZWQpIHtcbiAgICAgIGIgPSB3aW5kb3dzLmxlbmd0aDtcbiAgICAgIGtleXMuc2V0KGtleSwgYik7XG4gICAgICB3aW5kb3dzLnB1c2goeyBidWZmZXI6IGJ1ZmZlcnNbaV0sIG9mZnNldCwgc2l6ZTogYnl0ZXMgfSk7XG4gICAgfSBlbHNlIHdpbmRvd3NbYl0uc2l6ZSA9IE1hdGgubWF4KHdpbmRvd3NbYl0uc2l6ZSwgYnl0ZXMpO1xuICAgIGJpbmRpbmcucHVzaChiKTtcbiAgICBpZiAob3BlcmFuZC53cml0ZSkgd3JpdHRlbi5hZGQoYnVmZmVyc1tpXS5pZCk7XG4gIH0pO1xuICByZXR1cm4ge1xuICAgIHBhdHRlcm46IHsgYmluZGluZywgd3JpdGU6IHdpbmRvd3MubWFwKCh3KSA9PiB3cml0dGVuLmhhcyh3LmJ1ZmZlci5pZCkpIH0sXG4gICAgZW50cmllczogd2luZG93cy5tYXAoKHsgYnVmZmVyLCBvZmZzZXQsIHNpemUgfSwgYikgPT4gKHtcbiAgICAgIGJpbmRpbmc6IGIsXG4gICAgICByZXNvdXJjZTogeyBidWZmZXI6IGJ1ZmZlci5idWZmZXIsIG9mZnNldCwgc2l6ZSB9LFxuICAgIH0pKSxcbiAgfTtcbn1cblxuY29uc3QgbWliID0gKGJ5dGVzOiBudW1iZXIpOiBzdHJpbmcgPT4gYCR7KGJ5dGVzIC8gMiAqKiAyMCkudG9GaXhlZCgxKX0gTWlCYDtcblxuZnVuY3Rpb24gdG9vTGFyZ2UoXG4gIHByb2dyYW06IFByb2dyYW0sXG4gIHdoYXQ6IHN0cmluZyxcbiAgb3BlcmFuZDogT3BlcmFuZCxcbiAgc2xvdDogU2xvdCB8ICdzY3JhdGNoJyxcbiAgYnl0ZXM6IG51bWJlcixcbiAgbGltaXQ6IG51bWJlcixcbik6IERldmljZUVycm9yIHtcbiAgbGV0IG5hbWUgPSAnYW4gaW50ZXJtZWRpYXRlIHZhbHVlJztcbiAgaWYgKHNsb3QgPT09ICdzY3JhdGNoJykgbmFtZSA9ICd0aGUgc2NyYXRjaCBtZW1vcnknO1xuICBlbHNlIGlmIChzbG90LmtpbmQgIT09ICd0ZW1wJykge1xuICAgIGNvbnN0IGF2YWwgPSAoc2xvdC5raW5kID09PSAnaW5wdXQnID8gcHJvZ3JhbS5pbnB1dHMgOiBwcm9ncmFtLm91dHB1dHMpW3Nsb3QuaW5kZXhdO1xuICAgIG5hbWUgPSBgJHtzbG90LmtpbmR9ICR7c2xvdC5pbmRleH0gJHthdmFsLmR0eXBlfSR7Zm9ybWF0U2hhcGUoYXZhbC5zaGFwZSl9YDtcbiAgfSBlbHNlIG5hbWUgPSBgYW4gaW50ZXJtZWRpYXRlICR7b3BlcmFuZC5kdHlwZX0gdmFsdWVgO1xuICByZXR1cm4gbmV3IERldmljZUVycm9yKFxuICAgIGAke3doYXR9OiAke25hbWV9IHRha2VzICR7bWliKGJ5dGVzKX0sIGJ1dCB0aGlzIGRldmljZSBiaW5kcyBhdCBtb3N0ICR7bWliKGxpbWl0KX0gb2YgYSBidWZmZXIgYCArXG4gICAgICAnKG1heFN0b3JhZ2VCdWZmZXJCaW5kaW5nU2l6ZSk7IHVzZSBzbWFsbGVyIGJhdGNoZXMgb3IgdGhlIGNwdSBkZXZpY2UnLFxuICApO1xufVxuIiwgIi8vIEZ1bmN0aW9ucyB0aGF0IFdHU0wgbGFja3Mgb3Igd2hvc2UgYnVpbHQtaW4gZm9ybXMgYXJlIHRvbyBsb29zZSAoYXRhbiBtYXkgYmUgb2ZmIGJ5IDQwOTYgdWxwLCBzaW4gYnlcbi8vIDJeLTExLCBsb2cxcCBhbmQgZXJmIGRvIG5vdCBleGlzdCkuIEVhY2ggaXMgdGV4dDsgYSBzaGFkZXIgZ2V0cyB0aGUgb25lcyBpdCBuYW1lcyBhbmQgd2hhdGV2ZXIgdGhleVxuLy8gbmFtZS4gTm8gZm9ybXVsYSByZWxpZXMgb24gcm91bmRpbmcgdHJpY2tzIGxpa2UgKDEgKyB4KSAtIDEsIHdoaWNoIHNoYWRlciBjb21waWxlcnMgbWF5IGNhbmNlbC5cbi8vIFBvbHlub21pYWxzOiBNb3NoaWVyJ3MgQ2VwaGVzIChhdGFuLCBhc2luLCBzaW4sIGNvcyk7IGVyZmMgZnJvbSBQcmVzcyBldCBhbC4sIE51bWVyaWNhbCBSZWNpcGVzLFxuLy8gc2VjdGlvbiA2LjI7IHRoZSByZXN0IGFyZSBUYXlsb3IgYW5kIGF0YW5oIHNlcmllcyBjdXQgYmVsb3cgaGFsZiBhbiB1bHAuXG5cbmNvbnN0IGNvbnN0YW50cyA9IGBcbnZhcjxwcml2YXRlPiBpbmZpbml0eUJpdHM6IHUzMiA9IDB4N2Y4MDAwMDB1O1xudmFyPHByaXZhdGU+IG5hbkJpdHM6IHUzMiA9IDB4N2ZjMDAwMDB1O1xuYDtcblxuLyoqIFdHU0wgc291cmNlIG9mIGVhY2ggaGVscGVyIGJ5IG5hbWU7IHNvdXJjZXMgbWF5IG5hbWUgb3RoZXIgaGVscGVycy4gKi9cbmV4cG9ydCBjb25zdCBoZWxwZXJzOiBSZWFkb25seTxSZWNvcmQ8c3RyaW5nLCBzdHJpbmc+PiA9IHtcbiAgLy8gcHJpdmF0ZSB2YXJpYWJsZXMsIGJlY2F1c2UgdGhlIGxhbmd1YWdlIGZvcmJpZHMgY29uc3RhbnQgZXhwcmVzc2lvbnMgdGhhdCBhcmUgbm90IGZpbml0ZVxuICBpbmZpbml0eTogYGZuIGluZmluaXR5KCkgLT4gZjMyIHsgcmV0dXJuIGJpdGNhc3Q8ZjMyPihpbmZpbml0eUJpdHMpOyB9YCxcbiAgbm90TnVtYmVyOiBgZm4gbm90TnVtYmVyKCkgLT4gZjMyIHsgcmV0dXJuIGJpdGNhc3Q8ZjMyPihuYW5CaXRzKTsgfWAsXG4gIGlzTmFOOiBgZm4gaXNOYU4oeDogZjMyKSAtPiBib29sIHsgcmV0dXJuIChiaXRjYXN0PHUzMj4oeCkgJiAweDdmZmZmZmZmdSkgPiAweDdmODAwMDAwdTsgfWAsXG4gIGlzSW5mOiBgZm4gaXNJbmYoeDogZjMyKSAtPiBib29sIHsgcmV0dXJuIChiaXRjYXN0PHUzMj4oeCkgJiAweDdmZmZmZmZmdSkgPT0gMHg3ZjgwMDAwMHU7IH1gLFxuICBtYXhOdW1iZXI6IGBmbiBtYXhOdW1iZXIoYTogZjMyLCBiOiBmMzIpIC0+IGYzMiB7XG4gIHJldHVybiBzZWxlY3Qoc2VsZWN0KG1heChhLCBiKSwgYiwgaXNOYU4oYikpLCBhLCBpc05hTihhKSk7XG59YCxcbiAgbWluTnVtYmVyOiBgZm4gbWluTnVtYmVyKGE6IGYzMiwgYjogZjMyKSAtPiBmMzIge1xuICByZXR1cm4gc2VsZWN0KHNlbGVjdChtaW4oYSwgYiksIGIsIGlzTmFOKGIpKSwgYSwgaXNOYU4oYSkpO1xufWAsXG4gIC8vIGBzaXplYCBpcyBub3QgbmVnYXRpdmU7IGpvaW5pbmcgYml0cyBpbnN0ZWFkIGlzIG1pc2NvbXBpbGVkIGJ5IE1lc2EgMjUgd2hlcmUgY2FsbHMgbmVzdFxuICB3aXRoU2lnbjogYGZuIHdpdGhTaWduKHNpemU6IGYzMiwgc2lnbjogZjMyKSAtPiBmMzIge1xuICByZXR1cm4gc2VsZWN0KHNpemUsIC1zaXplLCAoYml0Y2FzdDx1MzI+KHNpZ24pID4+IDMxdSkgPT0gMXUpO1xufWAsXG5cbiAgbm9uRmluaXRlOiBgZm4gbm9uRmluaXRlKHg6IGYzMikgLT4gYm9vbCB7IHJldHVybiAoYml0Y2FzdDx1MzI+KHgpICYgMHg3ZjgwMDAwMHUpID09IDB4N2Y4MDAwMDB1OyB9YCxcbiAgLy8gMCB4LCB4IC0geCBhbmQgeCAvIHgsIHdoaWNoIGNvbXBpbGVycyBmb2xkIGFzIGlmIHggd2VyZSBmaW5pdGVcbiAgdGltZXNaZXJvOiBgZm4gdGltZXNaZXJvKHg6IGYzMikgLT4gZjMyIHtcbiAgcmV0dXJuIHNlbGVjdCh3aXRoU2lnbigwLjAsIHgpLCBub3ROdW1iZXIoKSwgbm9uRmluaXRlKHgpKTtcbn1gLFxuICBsZXNzSXRzZWxmOiBgZm4gbGVzc0l0c2VsZih4OiBmMzIpIC0+IGYzMiB7IHJldHVybiBzZWxlY3QoMC4wLCBub3ROdW1iZXIoKSwgbm9uRmluaXRlKHgpKTsgfWAsXG4gIGJ5SXRzZWxmOiBgZm4gYnlJdHNlbGYoeDogZjMyKSAtPiBmMzIge1xuICByZXR1cm4gc2VsZWN0KDEuMCwgbm90TnVtYmVyKCksIG5vbkZpbml0ZSh4KSB8fCB4ID09IDAuMCk7XG59YCxcblxuICAvLyBlXnggPSAyXmsgZV5yIHdpdGggfHJ8IDwgMC4zNSAoQ29keSBhbmQgV2FpdGUpLCBpbiB0d28gZmFjdG9ycyBzbyB0aGF0IHRoZSBlbmRzIGFyZSByZWFjaGVkXG4gIHBvd2VyT2ZUd286IGBmbiBwb3dlck9mVHdvKGs6IGkzMikgLT4gZjMyIHsgcmV0dXJuIGJpdGNhc3Q8ZjMyPih1MzIoayArIDEyNykgPDwgMjN1KTsgfWAsXG4gIGV4cGY6IGBmbiBleHBmKHg6IGYzMikgLT4gZjMyIHtcbiAgbGV0IGMgPSBjbGFtcChzZWxlY3QoeCwgMC4wLCBpc05hTih4KSksIC0xMDQuMCwgODkuMCk7XG4gIGxldCBrID0gcm91bmQoYyAqIDEuNDQyNjk1MDQpO1xuICBsZXQgciA9IChjIC0gayAqIDAuNjkzMzU5Mzc1KSArIGsgKiAyLjEyMTk0NDQwZS00O1xuICBsZXQgaCA9IGkzMihrKSAvIDI7XG4gIGxldCB2YWx1ZSA9IGV4cChyKSAqIHBvd2VyT2ZUd28oaCkgKiBwb3dlck9mVHdvKGkzMihrKSAtIGgpO1xuICByZXR1cm4gc2VsZWN0KHNlbGVjdCh2YWx1ZSwgaW5maW5pdHkoKSwgeCA+IDg5LjApLCB4LCBpc05hTih4KSk7XG59YCxcbiAgLy8gYSA9IDJeZSBtIHdpdGggbSBpbiBbc3FydCAxLzIsIHNxcnQgMik6IChlLCBsb2cgbSksIGJ5IGF0YW5oKChtIC0gMSkgLyAobSArIDEpKVxuICBsb2dQYXJ0czogYGZuIGxvZ1BhcnRzKGE6IGYzMikgLT4gdmVjMmYge1xuICBsZXQgdSA9IGJpdGNhc3Q8dTMyPihhKTtcbiAgbGV0IGUgPSBiaXRjYXN0PGkzMj4odSAtIDB4M2YzNTA0ZjN1KSA+PiAyM3U7XG4gIGxldCBtID0gYml0Y2FzdDxmMzI+KHUgLSAoYml0Y2FzdDx1MzI+KGUpIDw8IDIzdSkpO1xuICBsZXQgcyA9IChtIC0gMS4wKSAvIChtICsgMS4wKTtcbiAgbGV0IHogPSBzICogcztcbiAgbGV0IHAgPSAxLjAgKyB6ICogKDEuMCAvIDMuMCArIHogKiAoMC4yICsgeiAqICgxLjAgLyA3LjAgKyB6ICogKDEuMCAvIDkuMCArIHogLyAxMS4wKSkpKTtcbiAgcmV0dXJuIHZlYzJmKGYzMihlKSwgMi4wICogcyAqIHApO1xufWAsXG4gIGxvZ2Y6IGBmbiBsb2dmKHg6IGYzMikgLT4gZjMyIHtcbiAgaWYgKGlzTmFOKHgpIHx8IHggPCAwLjApIHsgcmV0dXJuIG5vdE51bWJlcigpOyB9XG4gIGlmICh4ID09IDAuMCkgeyByZXR1cm4gLWluZmluaXR5KCk7IH1cbiAgaWYgKGlzSW5mKHgpKSB7IHJldHVybiB4OyB9XG4gIGxldCBwID0gbG9nUGFydHMoeCk7XG4gIHJldHVybiBwLnggKiAwLjY5MzM1OTM3NSArIChwLnkgLSBwLnggKiAyLjEyMTk0NDQwZS00KTtcbn1gLFxuICBleHBtMTogYGZuIGV4cG0xKHg6IGYzMikgLT4gZjMyIHtcbiAgbGV0IHAgPSAxLjAgKyB4IC8gMi4wICogKDEuMCArIHggLyAzLjAgKiAoMS4wICsgeCAvIDQuMCAqICgxLjAgKyB4IC8gNS4wICogKDEuMCArIHggLyA2LjAgKlxuICAgICgxLjAgKyB4IC8gNy4wICogKDEuMCArIHggLyA4LjAgKiAoMS4wICsgeCAvIDkuMCkpKSkpKSk7XG4gIHJldHVybiBzZWxlY3QoZXhwZih4KSAtIDEuMCwgeCAqIHAsIGFicyh4KSA8IDAuNSk7XG59YCxcbiAgLy8gbG9nKDEgKyB4KSA9IDIgYXRhbmgoeCAvICgyICsgeCkpXG4gIGxvZzFwOiBgZm4gbG9nMXAoeDogZjMyKSAtPiBmMzIge1xuICBsZXQgcyA9IHggLyAoMi4wICsgeCk7XG4gIGxldCB6ID0gcyAqIHM7XG4gIGxldCBwID0gMS4wICsgeiAqICgxLjAgLyAzLjAgKyB6ICogKDEuMCAvIDUuMCArIHogKiAoMS4wIC8gNy4wICsgeiAqICgxLjAgLyA5LjAgK1xuICAgIHogKiAoMS4wIC8gMTEuMCArIHogKiAoMS4wIC8gMTMuMCArIHogLyAxNS4wKSkpKSkpO1xuICByZXR1cm4gc2VsZWN0KGxvZ2YoMS4wICsgeCksIDIuMCAqIHMgKiBwLCB4ID4gLTAuNCAmJiB4IDwgMC42KTtcbn1gLFxuICAvLyB0YW5oIGEgPSAoZV4yYSAtIDEpIC8gKGVeMmEgKyAxKTsgMSB0byB0aGUgbGFzdCBiaXQgYmV5b25kIDkuMDJcbiAgdGFuaGY6IGBmbiB0YW5oZih4OiBmMzIpIC0+IGYzMiB7XG4gIGxldCBlID0gZXhwbTEoMi4wICogbWluKGFicyh4KSwgMTAuMCkpO1xuICByZXR1cm4gc2VsZWN0KHdpdGhTaWduKGUgLyAoZSArIDIuMCksIHgpLCB4LCBpc05hTih4KSk7XG59YCxcbiAgc2luaGY6IGBmbiBzaW5oZih4OiBmMzIpIC0+IGYzMiB7XG4gIGxldCB6ID0geCAqIHg7XG4gIGxldCBzbWFsbCA9IHggKiAoMS4wICsgeiAvIDYuMCAqICgxLjAgKyB6IC8gMjAuMCAqICgxLjAgKyB6IC8gNDIuMCAqICgxLjAgKyB6IC8gNzIuMCkpKSk7XG4gIGxldCBoID0gZXhwZigwLjUgKiBhYnMoeCkpO1xuICByZXR1cm4gc2VsZWN0KHdpdGhTaWduKDAuNSAqIGggKiBoIC0gMC41IC8gKGggKiBoKSwgeCksIHNtYWxsLCBhYnMoeCkgPCAxLjApO1xufWAsXG4gIGNvc2hmOiBgZm4gY29zaGYoeDogZjMyKSAtPiBmMzIge1xuICBsZXQgaCA9IGV4cGYoMC41ICogYWJzKHgpKTtcbiAgcmV0dXJuIDAuNSAqIGggKiBoICsgMC41IC8gKGggKiBoKTtcbn1gLFxuICBlcmY6IGBmbiBlcmYoeDogZjMyKSAtPiBmMzIge1xuICBsZXQgeiA9IC14ICogeDtcbiAgbGV0IGEgPSBhYnMoeCk7XG4gIGxldCBzbWFsbCA9IHggKiAxLjEyODM3OTE2NzEgKiAoMS4wICsgeiAqICgxLjAgLyAzLjAgKyB6ICogKDEuMCAvIDEwLjAgKyB6ICogKDEuMCAvIDQyLjAgK1xuICAgIHogKiAoMS4wIC8gMjE2LjAgKyB6ICogKDEuMCAvIDEzMjAuMCArIHogKiAoMS4wIC8gOTM2MC4wICsgeiAqICgxLjAgLyA3NTYwMC4wICtcbiAgICB6ICogKDEuMCAvIDY4NTQ0MC4wICsgeiAvIDY4OTQ3MjAuMCkpKSkpKSkpKTtcbiAgbGV0IHQgPSAxLjAgLyAoMS4wICsgMC41ICogbWluKGEsIDEwLjApKTtcbiAgbGV0IHEgPSAtMS4yNjU1MTIyMyArIHQgKiAoMS4wMDAwMjM2OCArIHQgKiAoMC4zNzQwOTE5NiArIHQgKiAoMC4wOTY3ODQxOCArIHQgKiAoLTAuMTg2Mjg4MDYgK1xuICAgIHQgKiAoMC4yNzg4NjgwNyArIHQgKiAoLTEuMTM1MjAzOTggKyB0ICogKDEuNDg4NTE1ODcgKyB0ICogKC0wLjgyMjE1MjIzICsgdCAqIDAuMTcwODcyNzcpKSkpKSkpKTtcbiAgbGV0IHRhaWwgPSB0ICogZXhwZihtYXgoeiwgLTEwMC4wKSArIHEpO1xuICByZXR1cm4gc2VsZWN0KHNlbGVjdCh3aXRoU2lnbigxLjAgLSB0YWlsLCB4KSwgc21hbGwsIGEgPCAwLjkpLCB4LCBpc05hTih4KSk7XG59YCxcblxuICAvLyB4IC0gayBwaS8yIGluIHRocmVlIHBhcnRzIChDb2R5IGFuZCBXYWl0ZSk7IGdvb2QgdG8gfHh8IG9mIGFib3V0IDgwMDBcbiAgc2luQ29zOiBgZm4gc2luQ29zKHg6IGYzMiwgc2hpZnQ6IGkzMikgLT4gZjMyIHtcbiAgbGV0IGsgPSByb3VuZCh4ICogMC42MzY2MTk3NzIzNjc1ODEzNCk7XG4gIGxldCByID0gKCh4IC0gayAqIDEuNTcwMzEyNSkgLSBrICogNC44Mzc1MTI5Njk5NzA3MDMxMjVlLTQpIC0gayAqIDcuNTQ5Nzg5OTQ4NzY4NjQ4ZS04O1xuICBsZXQgeiA9IHIgKiByO1xuICBsZXQgcyA9ICgoLTEuOTUxNTI5NTg5MWUtNCAqIHogKyA4LjMzMjE2MDg3MzZlLTMpICogeiAtIDEuNjY2NjY1NDYxMWUtMSkgKiB6ICogciArIHI7XG4gIGxldCBjID0gKCgyLjQ0MzMxNTcxMTgwOTk0OGUtNSAqIHogLSAxLjM4ODczMTYyNTQ5Mzc2NWUtMykgKiB6ICsgNC4xNjY2NjQ1NjgyOTg4MjdlLTIpICogeiAqIHpcbiAgICAtIDAuNSAqIHogKyAxLjA7XG4gIGxldCBxdWFkcmFudCA9IChpMzIoY2xhbXAoaywgLTFlOSwgMWU5KSkgKyBzaGlmdCkgJiAzO1xuICBsZXQgdmFsdWUgPSBzZWxlY3QocywgYywgKHF1YWRyYW50ICYgMSkgPT0gMSk7XG4gIGxldCBzaWduZWQgPSBzZWxlY3QodmFsdWUsIC12YWx1ZSwgcXVhZHJhbnQgPj0gMik7XG4gIHJldHVybiBzZWxlY3Qoc2lnbmVkLCBub3ROdW1iZXIoKSwgaXNOYU4oeCkgfHwgaXNJbmYoeCkpO1xufWAsXG4gIHNpbmY6IGBmbiBzaW5mKHg6IGYzMikgLT4gZjMyIHsgcmV0dXJuIHNpbkNvcyh4LCAwKTsgfWAsXG4gIGNvc2Y6IGBmbiBjb3NmKHg6IGYzMikgLT4gZjMyIHsgcmV0dXJuIHNpbkNvcyh4LCAxKTsgfWAsXG4gIHRhbmY6IGBmbiB0YW5mKHg6IGYzMikgLT4gZjMyIHsgcmV0dXJuIHNpbkNvcyh4LCAwKSAvIHNpbkNvcyh4LCAxKTsgfWAsXG4gIGF0YW5mOiBgZm4gYXRhbmYoeDogZjMyKSAtPiBmMzIge1xuICBsZXQgYSA9IGFicyh4KTtcbiAgbGV0IGhpZ2ggPSBhID4gMi40MTQyMTM1NjIzNzMwOTU7XG4gIGxldCBtaWQgPSBhID4gMC40MTQyMTM1NjIzNzMwOTUwO1xuICBsZXQgYmFzZSA9IHNlbGVjdChzZWxlY3QoMC4wLCAwLjc4NTM5ODE2MzM5NzQ0ODMwLCBtaWQpLCAxLjU3MDc5NjMyNjc5NDg5NjYsIGhpZ2gpO1xuICBsZXQgciA9IHNlbGVjdChzZWxlY3QoYSwgKGEgLSAxLjApIC8gKGEgKyAxLjApLCBtaWQpLCAtMS4wIC8gYSwgaGlnaCk7XG4gIGxldCB6ID0gciAqIHI7XG4gIGxldCBwID0gKCgoOC4wNTM3NDQ0OTUzOGUtMiAqIHogLSAxLjM4Nzc2ODU2MDMyZS0xKSAqIHogKyAxLjk5Nzc3MTA2NDc4ZS0xKSAqIHpcbiAgICAtIDMuMzMzMjk0OTE1MzllLTEpICogeiAqIHIgKyByO1xuICByZXR1cm4gc2VsZWN0KHdpdGhTaWduKGJhc2UgKyBwLCB4KSwgeCwgaXNOYU4oeCkpO1xufWAsXG4gIGF0YW4yZjogYGZuIGF0YW4yZih5OiBmMzIsIHg6IGYzMikgLT4gZjMyIHtcbiAgaWYgKGlzTmFOKHgpIHx8IGlzTmFOKHkpKSB7IHJldHVybiBub3ROdW1iZXIoKTsgfVxuICBsZXQgYXggPSBhYnMoeCk7XG4gIGxldCBheSA9IGFicyh5KTtcbiAgdmFyIHIgPSBhdGFuZihtaW4oYXgsIGF5KSAvIG1heChheCwgYXkpKTtcbiAgaWYgKGlzSW5mKHgpICYmIGlzSW5mKHkpKSB7IHIgPSAwLjc4NTM5ODE2MzM5NzQ0ODMwOyB9XG4gIGlmIChheCA9PSAwLjAgJiYgYXkgPT0gMC4wKSB7IHIgPSAwLjA7IH1cbiAgaWYgKGF5ID4gYXgpIHsgciA9IDEuNTcwNzk2MzI2Nzk0ODk2NiAtIHI7IH1cbiAgaWYgKChiaXRjYXN0PHUzMj4oeCkgPj4gMzF1KSA9PSAxdSkgeyByID0gMy4xNDE1OTI2NTM1ODk3OTMyIC0gcjsgfVxuICByZXR1cm4gd2l0aFNpZ24ociwgeSk7XG59YCxcbiAgLy8gYXNpbiBvZiAwLi4wLjUgYW5kLCB0aHJvdWdoIHRoZSBoYWxmIGFuZ2xlLCBvZiB0aGUgcmVzdFxuICBhc2luQ29yZTogYGZuIGFzaW5Db3JlKHg6IGYzMikgLT4gZjMyIHtcbiAgbGV0IHogPSB4ICogeDtcbiAgcmV0dXJuICgoKCg0LjIxNjMxOTkwNDhlLTIgKiB6ICsgMi40MTgxMzExMDQ5ZS0yKSAqIHogKyA0LjU0NzAwMjU5OThlLTIpICogelxuICAgICsgNy40OTUzMDAyNjg2ZS0yKSAqIHogKyAxLjY2NjY3NTI0MjJlLTEpICogeiAqIHggKyB4O1xufWAsXG4gIGFzaW5mOiBgZm4gYXNpbmYoeDogZjMyKSAtPiBmMzIge1xuICBsZXQgYSA9IGFicyh4KTtcbiAgbGV0IGJpZyA9IDEuNTcwNzk2MzI2Nzk0ODk2NiAtIDIuMCAqIGFzaW5Db3JlKHNxcnQobWF4KDAuNSAqICgxLjAgLSBhKSwgMC4wKSkpO1xuICBsZXQgdmFsdWUgPSB3aXRoU2lnbihzZWxlY3QoYXNpbkNvcmUoYSksIGJpZywgYSA+IDAuNSksIHgpO1xuICByZXR1cm4gc2VsZWN0KHZhbHVlLCBub3ROdW1iZXIoKSwgaXNOYU4oeCkgfHwgYSA+IDEuMCk7XG59YCxcbiAgYWNvc2Y6IGBmbiBhY29zZih4OiBmMzIpIC0+IGYzMiB7XG4gIGxldCBhID0gYWJzKHgpO1xuICBsZXQgaGFsZiA9IDIuMCAqIGFzaW5Db3JlKHNxcnQobWF4KDAuNSAqICgxLjAgLSBhKSwgMC4wKSkpO1xuICBsZXQgYmlnID0gc2VsZWN0KGhhbGYsIDMuMTQxNTkyNjUzNTg5NzkzMiAtIGhhbGYsIHggPCAwLjApO1xuICBsZXQgdmFsdWUgPSBzZWxlY3QoMS41NzA3OTYzMjY3OTQ4OTY2IC0gYXNpbkNvcmUoeCksIGJpZywgYSA+IDAuNSk7XG4gIHJldHVybiBzZWxlY3QodmFsdWUsIG5vdE51bWJlcigpLCBpc05hTih4KSB8fCBhID4gMS4wKTtcbn1gLFxuXG4gIC8vIEMncyBwb3c6IGV4YWN0IHplcm9zLCBzaWducyBhbmQgaW5maW5pdGllczsgTmFOIGZvciBhIG5lZ2F0aXZlIGJhc2UgYW5kIGEgZnJhY3Rpb25hbCBwb3dlclxuICBwb3dmOiBgZm4gcG93Zih4OiBmMzIsIHk6IGYzMikgLT4gZjMyIHtcbiAgaWYgKHkgPT0gMC4wIHx8IHggPT0gMS4wKSB7IHJldHVybiAxLjA7IH1cbiAgaWYgKGlzTmFOKHgpIHx8IGlzTmFOKHkpKSB7IHJldHVybiBub3ROdW1iZXIoKTsgfVxuICBsZXQgYSA9IGFicyh4KTtcbiAgaWYgKGlzSW5mKHkpKSB7XG4gICAgaWYgKGEgPT0gMS4wKSB7IHJldHVybiAxLjA7IH1cbiAgICByZXR1cm4gc2VsZWN0KDAuMCwgaW5maW5pdHkoKSwgKGEgPiAxLjApID09ICh5ID4gMC4wKSk7XG4gIH1cbiAgbGV0IHdob2xlID0gZmxvb3IoeSkgPT0geTtcbiAgbGV0IGhhbGYgPSAwLjUgKiB5O1xuICBsZXQgb2RkID0gd2hvbGUgJiYgZmxvb3IoaGFsZikgIT0gaGFsZjtcbiAgbGV0IHNpZ24gPSBzZWxlY3QoMS4wLCB4LCBvZGQpO1xuICBpZiAoYSA9PSAwLjAgfHwgaXNJbmYoeCkpIHtcbiAgICByZXR1cm4gd2l0aFNpZ24oc2VsZWN0KDAuMCwgaW5maW5pdHkoKSwgKGEgPT0gMC4wKSA9PSAoeSA8IDAuMCkpLCBzaWduKTtcbiAgfVxuICBpZiAoeCA8IDAuMCAmJiAhd2hvbGUpIHsgcmV0dXJuIG5vdE51bWJlcigpOyB9XG4gIC8vIDJeKHkgZSArIHkgbG9nMiBtKTogeSBpbiB0d28gcGFydHMgb2YgMTIgYml0cywgc28gdGhhdCB3aG9sZSBwb3dlcnMgbGVhdmUgbm8gcm91bmRpbmcgYmVoaW5kXG4gIGxldCBwID0gbG9nUGFydHMoYSk7XG4gIGxldCBoaWdoID0gYml0Y2FzdDxmMzI+KGJpdGNhc3Q8dTMyPih5KSAmIDB4ZmZmZmYwMDB1KTtcbiAgbGV0IGwgPSB5ICogKHAueSAqIDEuNDQyNjk1MDQpO1xuICBsZXQgbiA9IGNsYW1wKHJvdW5kKGhpZ2ggKiBwLnggKyBsKSwgLTMwMC4wLCAzMDAuMCk7XG4gIGxldCBmID0gKGhpZ2ggKiBwLnggLSBuKSArICgoeSAtIGhpZ2gpICogcC54ICsgbCk7XG4gIGxldCBoID0gaTMyKG4pIC8gMjtcbiAgbGV0IHZhbHVlID0gZXhwMihjbGFtcChmLCAtMjAwLjAsIDIwMC4wKSkgKiBwb3dlck9mVHdvKGNsYW1wKGgsIC0xMjYsIDEyNykpXG4gICAgKiBwb3dlck9mVHdvKGNsYW1wKGkzMihuKSAtIGgsIC0xMjYsIDEyNykpO1xuICByZXR1cm4gd2l0aFNpZ24odmFsdWUsIHNpZ24pO1xufWAsXG4gIC8vIGV4YWN0IHJlbWFpbmRlciBieSBsb25nIGRpdmlzaW9uIGluIGJpbmFyeTsgdGhlIHNpZ24gaXMgdGhlIGRpdmlkZW5kJ3NcbiAgZm1vZDogYGZuIGZtb2QoeDogZjMyLCB5OiBmMzIpIC0+IGYzMiB7XG4gIGxldCBiID0gYWJzKHkpO1xuICBpZiAoaXNOYU4oeCkgfHwgaXNOYU4oeSkgfHwgaXNJbmYoeCkgfHwgYiA9PSAwLjApIHsgcmV0dXJuIG5vdE51bWJlcigpOyB9XG4gIGlmIChiIDwgMS4xNzU0OTQ0ZS0zOCkgeyByZXR1cm4gd2l0aFNpZ24oMC4wLCB4KTsgfVxuICB2YXIgYSA9IGFicyh4KTtcbiAgbG9vcCB7XG4gICAgaWYgKGEgPCBiKSB7IGJyZWFrOyB9XG4gICAgbGV0IHNoaWZ0ID0gKGJpdGNhc3Q8dTMyPihhKSAmIDB4N2Y4MDAwMDB1KSAtIChiaXRjYXN0PHUzMj4oYikgJiAweDdmODAwMDAwdSk7XG4gICAgdmFyIHQgPSBiaXRjYXN0PGYzMj4oYml0Y2FzdDx1MzI+KGIpICsgc2hpZnQpO1xuICAgIGlmICh0ID4gYSkgeyB0ID0gMC41ICogdDsgfVxuICAgIGEgPSBhIC0gdDtcbiAgfVxuICByZXR1cm4gd2l0aFNpZ24oYSwgeCk7XG59YCxcbiAgZGl2STMyOiBgZm4gZGl2STMyKGE6IGkzMiwgYjogaTMyKSAtPiBpMzIge1xuICBpZiAoYiA9PSAwKSB7IHJldHVybiAwOyB9XG4gIGlmIChiID09IC0xKSB7IHJldHVybiBiaXRjYXN0PGkzMj4oMHUgLSBiaXRjYXN0PHUzMj4oYSkpOyB9XG4gIHJldHVybiBhIC8gYjtcbn1gLFxuICByZW1JMzI6IGBmbiByZW1JMzIoYTogaTMyLCBiOiBpMzIpIC0+IGkzMiB7XG4gIGlmIChiID09IDAgfHwgYiA9PSAtMSkgeyByZXR1cm4gMDsgfVxuICByZXR1cm4gYSAlIGI7XG59YCxcbiAgZGl2VTMyOiBgZm4gZGl2VTMyKGE6IHUzMiwgYjogdTMyKSAtPiB1MzIge1xuICBpZiAoYiA9PSAwdSkgeyByZXR1cm4gMHU7IH1cbiAgcmV0dXJuIGEgLyBiO1xufWAsXG4gIHJlbVUzMjogYGZuIHJlbVUzMihhOiB1MzIsIGI6IHUzMikgLT4gdTMyIHtcbiAgaWYgKGIgPT0gMHUpIHsgcmV0dXJuIDB1OyB9XG4gIHJldHVybiBhICUgYjtcbn1gLFxuICB0b0kzMjogYGZuIHRvSTMyKHg6IGYzMikgLT4gaTMyIHtcbiAgaWYgKGlzTmFOKHgpKSB7IHJldHVybiAwOyB9XG4gIGlmICh4ID49IDIxNDc0ODM2NDguMCkgeyByZXR1cm4gMjE0NzQ4MzY0NzsgfVxuICBpZiAoeCA8IC0yMTQ3NDgzNjQ4LjApIHsgcmV0dXJuIGJpdGNhc3Q8aTMyPigweDgwMDAwMDAwdSk7IH1cbiAgcmV0dXJuIGkzMih4KTtcbn1gLFxuICB0b1UzMjogYGZuIHRvVTMyKHg6IGYzMikgLT4gdTMyIHtcbiAgaWYgKGlzTmFOKHgpIHx8IHggPD0gMC4wKSB7IHJldHVybiAwdTsgfVxuICBpZiAoeCA+PSA0Mjk0OTY3Mjk2LjApIHsgcmV0dXJuIDB4ZmZmZmZmZmZ1OyB9XG4gIHJldHVybiB1MzIoeCk7XG59YCxcbiAgLy8gbmVhcmVzdCBldmVuIGluIDExIHNpZ25pZmljYW50IGJpdHM7IGJlbG93IDJeLTE0IGluIHN0ZXBzIG9mIDJeLTI0XG4gIHJvdW5kRjE2OiBgZm4gcm91bmRGMTYoeDogZjMyKSAtPiBmMzIge1xuICBsZXQgdSA9IGJpdGNhc3Q8dTMyPih4KTtcbiAgbGV0IGEgPSB1ICYgMHg3ZmZmZmZmZnU7XG4gIGlmIChhID49IDB4N2Y4MDAwMDB1KSB7IHJldHVybiB4OyB9XG4gIGlmIChhID49IDB4NDc3ZmYwMDB1KSB7IHJldHVybiB3aXRoU2lnbihpbmZpbml0eSgpLCB4KTsgfVxuICBpZiAoYSA8IDB4Mzg4MDAwMDB1KSB7IHJldHVybiB3aXRoU2lnbihyb3VuZChhYnMoeCkgKiAxNjc3NzIxNi4wKSAvIDE2Nzc3MjE2LjAsIHgpOyB9XG4gIHJldHVybiBiaXRjYXN0PGYzMj4oKHUgKyAweDBmZmZ1ICsgKCh1ID4+IDEzdSkgJiAxdSkpICYgMHhmZmZmZTAwMHUpO1xufWAsXG59O1xuXG4vKiogU291cmNlcyBvZiB0aGUgaGVscGVycyB0aGF0IGB0ZXh0YCBjYWxscywgY2FsbGVlcyBmaXJzdCwgZWFjaCBvbmNlLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGhlbHBlcnNGb3IodGV4dDogc3RyaW5nKTogc3RyaW5nIHtcbiAgY29uc3Qgd2FudGVkID0gbmV3IFNldDxzdHJpbmc+KCk7XG4gIGNvbnN0IHZpc2l0ID0gKHNvdXJjZTogc3RyaW5nKTogdm9pZCA9PiB7XG4gICAgZm9yIChjb25zdCBbLCBuYW1lXSBvZiBzb3VyY2UubWF0Y2hBbGwoL1xcYihbQS1aYS16XVxcdyopXFwoL2cpKSB7XG4gICAgICBpZiAobmFtZSBpbiBoZWxwZXJzICYmICF3YW50ZWQuaGFzKG5hbWUpKSB7XG4gICAgICAgIHdhbnRlZC5hZGQobmFtZSk7XG4gICAgICAgIHZpc2l0KGhlbHBlcnNbbmFtZV0pO1xuICAgICAgfVxuICAgIH1cbiAgfTtcbiAgdmlzaXQodGV4dCk7XG4gIGlmICh3YW50ZWQuc2l6ZSA9PT0gMCkgcmV0dXJuICcnO1xuICBjb25zdCBzb3VyY2VzID0gWy4uLndhbnRlZF0ucmV2ZXJzZSgpLm1hcCgobmFtZSkgPT4gaGVscGVyc1tuYW1lXSk7XG4gIGNvbnN0IG5lZWRzQml0cyA9IHNvdXJjZXMuc29tZSgocykgPT4gL2luZmluaXR5Qml0c3xuYW5CaXRzLy50ZXN0KHMpKTtcbiAgcmV0dXJuIGAke25lZWRzQml0cyA/IGNvbnN0YW50cyA6ICcnfSR7c291cmNlcy5qb2luKCdcXG4nKX1cXG5gO1xufVxuIiwgIi8vIEEgc3RhZ2UgaXMgb25lIGRpc3BhdGNoOiBvcGVyYW5kcywgYSBudW1iZXIgb2Ygd29ya2dyb3VwcyBhbmQgdGhlIHRleHQgb2YgYSBzaGFkZXIuIFdoaWNoIG9wZXJhbmRzXG4vLyBzaGFyZSBhIGJpbmRpbmcgaXMga25vd24gb25seSB3aGVuIG1lbW9yeSBpcyBrbm93biAoYW4gb3V0cHV0IG1heSBvdmVyd3JpdGUgYW4gaW5wdXQsIHR3byBpbnB1dHNcbi8vIG1heSBiZSBvbmUgdGVuc29yKSwgc28gdGhlIHRleHQgaXMgZmluaXNoZWQgYWdhaW5zdCBhIGBQYXR0ZXJuYDogb3BlcmFuZCAtPiBiaW5kaW5nLiBFbGVtZW50cyBhcmVcbi8vIHJlYWQgYW5kIHdyaXR0ZW4gdGhyb3VnaCBhY2Nlc3NvcnMgdGhhdCBoaWRlIHRoZSBzdG9yZWQgdHlwZSAoYm9vbCBhcyB1MzIsIGYxNiBuYXRpdmUgb3Igcm91bmRlZCkuXG5pbXBvcnQgdHlwZSB7IERUeXBlIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2R0eXBlLnRzJztcbmltcG9ydCB7IERUeXBlRXJyb3IgfSBmcm9tICcuLi8uLi8uLi90ZW5zb3IvZXJyb3JzLnRzJztcbmltcG9ydCB7IGhlbHBlcnNGb3IgfSBmcm9tICcuL21hdGgudHMnO1xuXG4vKiogTW9zdCB3b3JrZ3JvdXBzIGluIG9uZSBkaW1lbnNpb24gb2YgYSBkaXNwYXRjaCwgaW4gZXZlcnkgaW1wbGVtZW50YXRpb24uICovXG5leHBvcnQgY29uc3QgbWF4R3JvdXBzUGVyRGltZW5zaW9uID0gNjU1MzU7XG5cbi8qKiBBIGJ1ZmZlciBhIHN0YWdlIHVzZXM6IGFyZ3VtZW50IGBhcmdgIG9mIHRoZSBrZXJuZWwsIG9yIGl0cyBzY3JhdGNoIG1lbW9yeS4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgT3BlcmFuZCB7XG4gIHJlYWRvbmx5IGFyZzogbnVtYmVyIHwgJ3NjcmF0Y2gnO1xuICByZWFkb25seSBkdHlwZTogRFR5cGU7XG4gIHJlYWRvbmx5IHdyaXRlOiBib29sZWFuO1xufVxuXG4vKiogRWxlbWVudCBhY2Nlc3MgYXMgV0dTTCB0ZXh0OyBgYXRgIGlzIGFuIGkzMiBvciB1MzIgZXhwcmVzc2lvbi4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgQWNjZXNzIHtcbiAgbG9hZChvcGVyYW5kOiBudW1iZXIsIGF0OiBzdHJpbmcpOiBzdHJpbmc7XG4gIHN0b3JlKG9wZXJhbmQ6IG51bWJlciwgYXQ6IHN0cmluZywgdmFsdWU6IHN0cmluZyk6IHN0cmluZztcbn1cblxuLyoqIE9uZSBkaXNwYXRjaC4gYGJvZHlgIGlzIGV2ZXJ5dGhpbmcgYWZ0ZXIgdGhlIGJpbmRpbmdzOyBgd29ya2dyb3VwKClgIGdpdmVzIHRoZSBmb2xkZWQgaW5kZXguICovXG5leHBvcnQgaW50ZXJmYWNlIFN0YWdlIHtcbiAgcmVhZG9ubHkgbmFtZTogc3RyaW5nO1xuICByZWFkb25seSBvcGVyYW5kczogcmVhZG9ubHkgT3BlcmFuZFtdO1xuICByZWFkb25seSB3b3JrZ3JvdXBzOiBudW1iZXI7XG4gIHJlYWRvbmx5IGJvZHk6IChhY2Nlc3M6IEFjY2VzcykgPT4gc3RyaW5nO1xufVxuXG4vKiogQSBrZXJuZWwgYXMgZGlzcGF0Y2hlcyBpbiBvcmRlciwgd2l0aCBgc2NyYXRjaEJ5dGVzYCBvZiBtZW1vcnkgb2YgdGhlaXIgb3duLiAqL1xuZXhwb3J0IGludGVyZmFjZSBTdGFnZXMge1xuICByZWFkb25seSBzdGFnZXM6IHJlYWRvbmx5IFN0YWdlW107XG4gIHJlYWRvbmx5IHNjcmF0Y2hCeXRlczogbnVtYmVyO1xufVxuXG4vKiogV2hhdCBzaGFkZXJzIG1heSB1c2UuICovXG5leHBvcnQgaW50ZXJmYWNlIFNoYWRlck9wdGlvbnMge1xuICAvKiogTmF0aXZlIGBhcnJheTxmMTY+YDsgb3RoZXJ3aXNlIGYxNiBpcyBzdG9yZWQgYXMgZjMyIHZhbHVlcyByb3VuZGVkIHRvIGYxNi4gKi9cbiAgcmVhZG9ubHkgZjE2OiBib29sZWFuO1xuICAvKiogVGlsZXMgaW4gd29ya2dyb3VwIG1lbW9yeSBhbmQgbWFueSB0aHJlYWRzOyBmYWxzZSBmb3IgQ1BVIGFkYXB0ZXJzLiAqL1xuICByZWFkb25seSBoYXJkd2FyZTogYm9vbGVhbjtcbn1cblxuLyoqIEhvdyBvcGVyYW5kcyBzaGFyZSBiaW5kaW5nczogb3BlcmFuZCAtPiBiaW5kaW5nLCBhbmQgcGVyIGJpbmRpbmcgd2hldGhlciBpdCBpcyB3cml0dGVuLiAqL1xuZXhwb3J0IGludGVyZmFjZSBQYXR0ZXJuIHtcbiAgcmVhZG9ubHkgYmluZGluZzogcmVhZG9ubHkgbnVtYmVyW107XG4gIHJlYWRvbmx5IHdyaXRlOiByZWFkb25seSBib29sZWFuW107XG59XG5cbi8qKiBUd28gbnVtYmVycyB4LCB5IDw9IDY1NTM1IHdpdGggeCAqIHkgPj0gZ3JvdXBzLiAqL1xuZXhwb3J0IGNvbnN0IGdyaWRPZiA9IChncm91cHM6IG51bWJlcik6IFtudW1iZXIsIG51bWJlcl0gPT5cbiAgZ3JvdXBzIDw9IG1heEdyb3Vwc1BlckRpbWVuc2lvblxuICAgID8gW2dyb3VwcywgMV1cbiAgICA6IFttYXhHcm91cHNQZXJEaW1lbnNpb24sIE1hdGguY2VpbChncm91cHMgLyBtYXhHcm91cHNQZXJEaW1lbnNpb24pXTtcblxuLyoqIE9wZW5pbmcgb2YgdGhlIGVudHJ5IHBvaW50OiBgZ3JvdXBgICh1MzIsIHVuZm9sZGVkIHdvcmtncm91cCBpbmRleCkgYW5kIGBsaWRgICh1MzIpLiAqL1xuZXhwb3J0IGNvbnN0IG1haW5IZWFkID0gKHNpemU6IG51bWJlcik6IHN0cmluZyA9PlxuICBgQGNvbXB1dGUgQHdvcmtncm91cF9zaXplKCR7c2l6ZX0pXG5mbiBtYWluKEBidWlsdGluKHdvcmtncm91cF9pZCkgd2lkOiB2ZWMzdSwgQGJ1aWx0aW4obG9jYWxfaW52b2NhdGlvbl9pbmRleCkgbGlkOiB1MzIpIHtcbiAgbGV0IGdyb3VwID0gd2lkLnkgKiAke21heEdyb3Vwc1BlckRpbWVuc2lvbn11ICsgd2lkLng7XG5gO1xuXG5jb25zdCBzdG9yZWRUeXBlID0gKGQ6IERUeXBlLCBmMTY6IGJvb2xlYW4pOiBzdHJpbmcgPT4ge1xuICBpZiAoZCA9PT0gJ2Y2NCcpXG4gICAgdGhyb3cgbmV3IERUeXBlRXJyb3IoJ2Zsb2F0NjQgZG9lcyBub3QgZXhpc3Qgb24gV2ViR1BVOiB1c2UgZjMyLCBvciB0aGUgY3B1IGRldmljZScpO1xuICByZXR1cm4gZCA9PT0gJ2Jvb2wnID8gJ3UzMicgOiBkID09PSAnZjE2JyA/IChmMTYgPyAnZjE2JyA6ICdmMzInKSA6IGQ7XG59O1xuXG4vKiogVGhlIHdob2xlIHNoYWRlciBvZiBhIHN0YWdlIGZvciBvbmUgcGF0dGVybi4gKi9cbmV4cG9ydCBmdW5jdGlvbiBzaGFkZXJUZXh0KHN0YWdlOiBTdGFnZSwgcGF0dGVybjogUGF0dGVybiwgb3B0aW9uczogU2hhZGVyT3B0aW9ucyk6IHN0cmluZyB7XG4gIGNvbnN0IHN0b3JlZCA9IHN0YWdlLm9wZXJhbmRzLm1hcCgobykgPT4gc3RvcmVkVHlwZShvLmR0eXBlLCBvcHRpb25zLmYxNikpO1xuICAvLyBvcGVyYW5kcyBvZiBkaWZmZXJlbnQgdHlwZXMgaW4gb25lIGJpbmRpbmcgc2VlIGVhY2ggb3RoZXIncyBiaXRzXG4gIGNvbnN0IGJvdW5kID0gcGF0dGVybi53cml0ZS5tYXAoKF8sIGIpID0+IHtcbiAgICBjb25zdCB0eXBlcyA9IG5ldyBTZXQoc3RvcmVkLmZpbHRlcigoXywgaSkgPT4gcGF0dGVybi5iaW5kaW5nW2ldID09PSBiKSk7XG4gICAgcmV0dXJuIHR5cGVzLnNpemUgPT09IDEgPyBbLi4udHlwZXNdWzBdIDogJ3UzMic7XG4gIH0pO1xuICBjb25zdCBhY2Nlc3M6IEFjY2VzcyA9IHtcbiAgICBsb2FkKGksIGF0KSB7XG4gICAgICBjb25zdCBiID0gcGF0dGVybi5iaW5kaW5nW2ldO1xuICAgICAgY29uc3QgcmF3ID0gYGIke2J9WyR7YXR9XWA7XG4gICAgICBjb25zdCB2YWx1ZSA9IGJvdW5kW2JdID09PSBzdG9yZWRbaV0gPyByYXcgOiBgYml0Y2FzdDwke3N0b3JlZFtpXX0+KCR7cmF3fSlgO1xuICAgICAgaWYgKHN0YWdlLm9wZXJhbmRzW2ldLmR0eXBlID09PSAnYm9vbCcpIHJldHVybiBgKCR7dmFsdWV9ICE9IDB1KWA7XG4gICAgICByZXR1cm4gc3RvcmVkW2ldID09PSAnZjE2JyA/IGBmMzIoJHt2YWx1ZX0pYCA6IHZhbHVlO1xuICAgIH0sXG4gICAgc3RvcmUoaSwgYXQsIHZhbHVlKSB7XG4gICAgICBjb25zdCBiID0gcGF0dGVybi5iaW5kaW5nW2ldO1xuICAgICAgY29uc3QgZHR5cGUgPSBzdGFnZS5vcGVyYW5kc1tpXS5kdHlwZTtcbiAgICAgIGxldCB2ID0gdmFsdWU7XG4gICAgICBpZiAoZHR5cGUgPT09ICdib29sJykgdiA9IGBzZWxlY3QoMHUsIDF1LCAke3ZhbHVlfSlgO1xuICAgICAgaWYgKGR0eXBlID09PSAnZjE2JykgdiA9IHN0b3JlZFtpXSA9PT0gJ2YxNicgPyBgZjE2KHJvdW5kRjE2KCR7dn0pKWAgOiBgcm91bmRGMTYoJHt2fSlgO1xuICAgICAgcmV0dXJuIGBiJHtifVske2F0fV0gPSAke2JvdW5kW2JdID09PSBzdG9yZWRbaV0gPyB2IDogYGJpdGNhc3Q8JHtib3VuZFtiXX0+KCR7dn0pYH07YDtcbiAgICB9LFxuICB9O1xuICBjb25zdCBib2R5ID0gc3RhZ2UuYm9keShhY2Nlc3MpO1xuICBjb25zdCBiaW5kaW5ncyA9IGJvdW5kLm1hcChcbiAgICAodHlwZSwgYikgPT5cbiAgICAgIGBAZ3JvdXAoMCkgQGJpbmRpbmcoJHtifSkgdmFyPHN0b3JhZ2UsICR7cGF0dGVybi53cml0ZVtiXSA/ICdyZWFkX3dyaXRlJyA6ICdyZWFkJ30+IGAgK1xuICAgICAgYGIke2J9OiBhcnJheTwke3R5cGV9PjtcXG5gLFxuICApO1xuICBjb25zdCBlbmFibGUgPSBzdG9yZWQuaW5jbHVkZXMoJ2YxNicpID8gJ2VuYWJsZSBmMTY7XFxuJyA6ICcnO1xuICByZXR1cm4gYCR7ZW5hYmxlfSR7YmluZGluZ3Muam9pbignJyl9JHtoZWxwZXJzRm9yKGJvZHkpfSR7Ym9keX1gO1xufVxuIiwgIi8vIExvb3AgYXhlcyBhcyBXR1NMOiBhIGZsYXQgcG9zaXRpb24gaXMgdGFrZW4gYXBhcnQgaW50byBheGVzIGJ5IGNvbnN0YW50IGRpdmlzaW9ucywgaW5uZXJtb3N0IGZpcnN0LlxuXG4vKiogYGxldCBuYW1lMCA9IC4uLjtgIHN0YXRlbWVudHMgdGhhdCBzcGxpdCBgZmxhdGAgKGFuIGkzMiB0ZXh0LCBpbiByYW5nZSkgb3ZlciBgc2l6ZXNgLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHNwbGl0RmxhdChcbiAgZmxhdDogc3RyaW5nLFxuICBzaXplczogcmVhZG9ubHkgbnVtYmVyW10sXG4gIG5hbWU6IChpOiBudW1iZXIpID0+IHN0cmluZyxcbik6IHN0cmluZ1tdIHtcbiAgY29uc3QgbGluZXM6IHN0cmluZ1tdID0gW107XG4gIGxldCByZXN0ID0gZmxhdDtcbiAgZm9yIChsZXQgaSA9IHNpemVzLmxlbmd0aCAtIDE7IGkgPj0gMDsgaS0tKSB7XG4gICAgY29uc3QgbiA9IHNpemVzW2ldO1xuICAgIGlmIChpID09PSAwKSBsaW5lcy5wdXNoKGBsZXQgJHtuYW1lKDApfSA9ICR7cmVzdH07YCk7XG4gICAgZWxzZSBpZiAobiA9PT0gMSkgbGluZXMucHVzaChgbGV0ICR7bmFtZShpKX0gPSAwaTtgKTtcbiAgICBlbHNlIHtcbiAgICAgIGxpbmVzLnB1c2goYGxldCAke25hbWUoaSl9ID0gaTMyKHUzMigke3Jlc3R9KSAlICR7bn11KTtgKTtcbiAgICAgIGxpbmVzLnB1c2goYGxldCAke25hbWUoaSl9cSA9IGkzMih1MzIoJHtyZXN0fSkgLyAke259dSk7YCk7XG4gICAgICByZXN0ID0gYCR7bmFtZShpKX1xYDtcbiAgICB9XG4gIH1cbiAgcmV0dXJuIGxpbmVzO1xufVxuXG4vKiogTGluZXMgam9pbmVkLCB3aXRoIHR3byBzcGFjZXMgYSBsZXZlbC4gKi9cbmV4cG9ydCBjb25zdCBibG9jayA9IChsaW5lczogcmVhZG9ubHkgc3RyaW5nW10sIGxldmVsID0gMSk6IHN0cmluZyA9PlxuICBsaW5lcy5tYXAoKGwpID0+IGAkeycgICcucmVwZWF0KGxldmVsKX0ke2x9XFxuYCkuam9pbignJyk7XG5cbi8qKiBUaGUgbGVhc3QgcG93ZXIgb2YgdHdvIHRoYXQgaXMgbm90IGxlc3MgdGhhbiBuLiAqL1xuZXhwb3J0IGNvbnN0IG5leHRQb3dlck9mVHdvID0gKG46IG51bWJlcik6IG51bWJlciA9PiAyICoqIE1hdGguY2VpbChNYXRoLmxvZzIoTWF0aC5tYXgobiwgMSkpKTtcblxuLyoqIFByb2R1Y3Qgb2Ygc2l6ZXMuICovXG5leHBvcnQgY29uc3QgcHJvZHVjdCA9IChzaXplczogcmVhZG9ubHkgbnVtYmVyW10pOiBudW1iZXIgPT4gc2l6ZXMucmVkdWNlKChhLCBiKSA9PiBhICogYiwgMSk7XG4iLCAiLy8gUHJvZHVjdHMgb24gR1BVczogYSB3b3JrZ3JvdXAgb2YgMTZ4MTYgKDh4OCBmb3Igc21hbGwgcHJvZHVjdHMpIHRocmVhZHMgbG9hZHMgdGlsZXMgb2YgYSBhbmQgYiBpbnRvXG4vLyB3b3JrZ3JvdXAgbWVtb3J5IGFzIHZlY3RvcnMgb2YgZm91ciByb3dzIChjb2x1bW5zKSBhbmQgZWFjaCB0aHJlYWQgYWNjdW11bGF0ZXMgNHg0IG9yIDh4OCBvdXRwdXRzLlxuLy8gU2l6ZXMgZm9sbG93IHdoYXQgdGZqcywgT05OWCBSdW50aW1lIGFuZCBsbGFtYS5jcHAgcmVwb3J0IGZvciBXZWJHUFU7IHRoZXkgYXJlIG5vdCB0dW5lZCBoZXJlLlxuaW1wb3J0IHR5cGUgeyBBY2Nlc3MgfSBmcm9tICcuLi93Z3NsL3N0YWdlLnRzJztcbmltcG9ydCB7IG1haW5IZWFkIH0gZnJvbSAnLi4vd2dzbC9zdGFnZS50cyc7XG5pbXBvcnQgeyBibG9jayB9IGZyb20gJy4vYXhlcy50cyc7XG5pbXBvcnQge1xuICBlbGVtZW50VGV4dCxcbiAgdHlwZSBHZW1tLFxuICB0eXBlIEdlbW1DdXQsXG4gIHR5cGUgR2VtbU9wZXJhbmQsXG4gIHNwbGl0Qm91bmRzLFxuICBzdG9yZVRleHQsXG4gIHRpbGVJbmRpY2VzLFxufSBmcm9tICcuL2dlbW0udHMnO1xuXG4vKiogT3V0cHV0IHRpbGUgb2YgYSB3b3JrZ3JvdXAsIGRlcHRoIG9mIGEgc3RlcCwgYW5kIG91dHB1dHMgcGVyIHRocmVhZCBpbiBlYWNoIGRpcmVjdGlvbi4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgVGlsZVNpemVzIHtcbiAgcmVhZG9ubHkgcm93czogbnVtYmVyO1xuICByZWFkb25seSBjb2x1bW5zOiBudW1iZXI7XG4gIHJlYWRvbmx5IGRlcHRoOiBudW1iZXI7XG4gIHJlYWRvbmx5IHBlclRocmVhZDogbnVtYmVyO1xufVxuXG4vKiogTGFyZ2UgdGlsZXMgd2hlcmUgdGhleSBzdGlsbCBmaWxsIGEgbGFyZ2UgR1BVLCBzbWFsbCBvbmVzIGZvciBzbWFsbCBwcm9kdWN0cy4gKi9cbmV4cG9ydCBmdW5jdGlvbiB0aWxlU2l6ZXMoZzogR2VtbSk6IFRpbGVTaXplcyB7XG4gIGNvbnN0IHRpbGVzID0gKHNpemU6IG51bWJlcik6IG51bWJlciA9PiBNYXRoLmNlaWwoZy5tIC8gc2l6ZSkgKiBNYXRoLmNlaWwoZy5uIC8gc2l6ZSkgKiBnLmJhdGNoZXM7XG4gIGlmICh0aWxlcygxMjgpID49IDI1NikgcmV0dXJuIHsgcm93czogMTI4LCBjb2x1bW5zOiAxMjgsIGRlcHRoOiA4LCBwZXJUaHJlYWQ6IDggfTtcbiAgaWYgKGcubSA+IDMyICYmIGcubiA+IDMyKSByZXR1cm4geyByb3dzOiA2NCwgY29sdW1uczogNjQsIGRlcHRoOiAxNiwgcGVyVGhyZWFkOiA0IH07XG4gIHJldHVybiB7IHJvd3M6IDMyLCBjb2x1bW5zOiAzMiwgZGVwdGg6IDE2LCBwZXJUaHJlYWQ6IDQgfTtcbn1cblxuLyoqIEJvZHkgb2YgdGhlIHRpbGVkIHByb2R1Y3QuICovXG5leHBvcnQgZnVuY3Rpb24gdGlsZXNCb2R5KGc6IEdlbW0sIGN1dDogR2VtbUN1dCwgdGlsZTogVGlsZVNpemVzLCBhY2Nlc3M6IEFjY2Vzcyk6IHN0cmluZyB7XG4gIGNvbnN0IHsgcm93cywgY29sdW1ucywgZGVwdGgsIHBlclRocmVhZCB9ID0gdGlsZTtcbiAgY29uc3QgYWNyb3NzID0gY29sdW1ucyAvIHBlclRocmVhZDtcbiAgY29uc3QgZG93biA9IHJvd3MgLyBwZXJUaHJlYWQ7XG4gIGNvbnN0IHNpemUgPSBhY3Jvc3MgKiBkb3duO1xuICBjb25zdCBxdWFkcyA9IHBlclRocmVhZCAvIDQ7XG4gIGNvbnN0IGEgPSBzaWRlKCdhJywgZy5hLCAwLCByb3dzLCBkZXB0aCwgc2l6ZSwgZy5tLCAndG0nLCBhY2Nlc3MpO1xuICBjb25zdCBiID0gc2lkZSgnYicsIGcuYiwgMSwgY29sdW1ucywgZGVwdGgsIHNpemUsIGcubiwgJ3RuJywgYWNjZXNzKTtcbiAgY29uc3QgcSA9IEFycmF5LmZyb20oeyBsZW5ndGg6IHF1YWRzIH0sIChfLCBpKSA9PiBpKTtcbiAgY29uc3QgbGFuZXMgPSBbJ3gnLCAneScsICd6JywgJ3cnXTtcbiAgY29uc3QgYWNjdW11bGF0b3JzID0gcS5mbGF0TWFwKChpKSA9PiBsYW5lcy5mbGF0TWFwKChsKSA9PiBxLm1hcCgoaikgPT4gKHsgaSwgbCwgaiB9KSkpKTtcbiAgLy8gayBhcyBvbmUgZmxhdCBpbmRleCwgc28gdGhhdCB0aWxlcyBtYXkgc3RyYWRkbGUgb3V0ZXIgc3RlcHNcbiAgY29uc3QgZmlyc3QgPSBnLm91dGVyID4gMSA/IGBrMCAqICR7Zy5pbm5lcn1pYCA6ICdqMCc7XG4gIGNvbnN0IGxhc3QgPSBnLm91dGVyID4gMSA/IGBrMSAqICR7Zy5pbm5lcn1pYCA6ICdqMSc7XG4gIGNvbnN0IGNvbXB1dGUgPSBbXG4gICAgLi4ucS5tYXAoKGkpID0+IGBsZXQgcCR7aX0gPSB0aWxlQVtrICogJHtyb3dzIC8gNH0gKyB0eSArICR7aSAqIGRvd259XTtgKSxcbiAgICAuLi5xLm1hcCgoaikgPT4gYGxldCBxJHtqfSA9IHRpbGVCW2sgKiAke2NvbHVtbnMgLyA0fSArIHR4ICsgJHtqICogYWNyb3NzfV07YCksXG4gICAgLi4uYWNjdW11bGF0b3JzLm1hcChcbiAgICAgICh7IGksIGwsIGogfSkgPT4gYGMke2l9JHtsfSR7an0gPSBmbWEodmVjNGYocCR7aX0uJHtsfSksIHEke2p9LCBjJHtpfSR7bH0ke2p9KTtgLFxuICAgICksXG4gIF07XG4gIGNvbnN0IHN0b3JlcyA9IGFjY3VtdWxhdG9ycy5mbGF0TWFwKCh7IGksIGwsIGogfSkgPT5cbiAgICBsYW5lcy5tYXAoKGUsIGNvbHVtbikgPT4ge1xuICAgICAgY29uc3QgbSA9IGAodG0gKiAke3Jvd3N9aSArICh0eSArICR7aSAqIGRvd259aSkgKiA0aSArICR7bGFuZXMuaW5kZXhPZihsKX1pKWA7XG4gICAgICBjb25zdCBuID0gYCh0biAqICR7Y29sdW1uc31pICsgKHR4ICsgJHtqICogYWNyb3NzfWkpICogNGkgKyAke2NvbHVtbn1pKWA7XG4gICAgICBjb25zdCBzdG9yZSA9IHN0b3JlVGV4dChnLCBjdXQsIGFjY2VzcywgbSwgbiwgYGMke2l9JHtsfSR7an0uJHtlfWApO1xuICAgICAgcmV0dXJuIGBpZiAoJHttfSA8ICR7Zy5tfWkgJiYgJHtufSA8ICR7Zy5ufWkpIHsgJHtzdG9yZX0gfWA7XG4gICAgfSksXG4gICk7XG4gIHJldHVybiBgdmFyPHdvcmtncm91cD4gdGlsZUE6IGFycmF5PHZlYzRmLCAkeyhyb3dzICogZGVwdGgpIC8gNH0+O1xudmFyPHdvcmtncm91cD4gdGlsZUI6IGFycmF5PHZlYzRmLCAkeyhjb2x1bW5zICogZGVwdGgpIC8gNH0+O1xuJHttYWluSGVhZChzaXplKX0ke2Jsb2NrKFtcbiAgLi4udGlsZUluZGljZXMoTWF0aC5jZWlsKGcubiAvIGNvbHVtbnMpLCBNYXRoLmNlaWwoZy5tIC8gcm93cyksIGN1dC5zcGxpdHMpLFxuICBgbGV0IHR4ID0gaTMyKGxpZCAlICR7YWNyb3NzfXUpO2AsXG4gIGBsZXQgdHkgPSBpMzIobGlkIC8gJHthY3Jvc3N9dSk7YCxcbiAgLi4uZy5iYXRjaCgneicpLFxuICAuLi5zcGxpdEJvdW5kcyhnLCBjdXQpLFxuICAuLi5hLnNldHVwLFxuICAuLi5iLnNldHVwLFxuICAuLi5hY2N1bXVsYXRvcnMubWFwKCh7IGksIGwsIGogfSkgPT4gYHZhciBjJHtpfSR7bH0ke2p9ID0gdmVjNGYoMGYpO2ApLFxuXSl9ICBsZXQga0VuZCA9ICR7bGFzdH07XG4gIGZvciAodmFyIGtUaWxlID0gJHtmaXJzdH07IGtUaWxlIDwga0VuZDsga1RpbGUgKz0gJHtkZXB0aH1pKSB7XG4ke2Jsb2NrKFsuLi5hLmZpbGwsIC4uLmIuZmlsbF0sIDIpfSAgICB3b3JrZ3JvdXBCYXJyaWVyKCk7XG4gICAgZm9yICh2YXIgayA9IDBpOyBrIDwgJHtkZXB0aH1pOyBrKyspIHtcbiR7YmxvY2soY29tcHV0ZSwgMyl9ICAgIH1cbiAgICB3b3JrZ3JvdXBCYXJyaWVyKCk7XG4gIH1cbiR7YmxvY2soc3RvcmVzKX19XG5gO1xuXG4gIC8vIFRocmVhZCB0IGZpbGxzIHZlY3RvcnMgdCwgdCArIHNpemUsIC4uLiBvZiBhIHRpbGU6IGZvdXIgbGluZXMgYXQgb25lIGsgZWFjaC5cbiAgZnVuY3Rpb24gc2lkZShcbiAgICBuYW1lOiBzdHJpbmcsXG4gICAgb3BlcmFuZDogR2VtbU9wZXJhbmQsXG4gICAgbnVtYmVyOiBudW1iZXIsXG4gICAgbGluZXM6IG51bWJlcixcbiAgICB0aWxlRGVwdGg6IG51bWJlcixcbiAgICB0aHJlYWRzOiBudW1iZXIsXG4gICAgZXh0ZW50OiBudW1iZXIsXG4gICAgdGlsZU5hbWU6IHN0cmluZyxcbiAgICBmcm9tOiBBY2Nlc3MsXG4gICk6IHsgc2V0dXA6IHN0cmluZ1tdOyBmaWxsOiBzdHJpbmdbXSB9IHtcbiAgICBjb25zdCBzZXR1cDogc3RyaW5nW10gPSBbXTtcbiAgICBjb25zdCBmaWxsOiBzdHJpbmdbXSA9IFtdO1xuICAgIGNvbnN0IHZlY3RvcnMgPSAobGluZXMgKiB0aWxlRGVwdGgpIC8gNDtcbiAgICBmb3IgKGxldCBpID0gMDsgaSAqIHRocmVhZHMgPCB2ZWN0b3JzOyBpKyspIHtcbiAgICAgIGNvbnN0IHYgPSBgJHtuYW1lfXYke2l9YDtcbiAgICAgIGNvbnN0IFtrLCBsaW5lXSA9IG9wZXJhbmQuYWxvbmdLXG4gICAgICAgID8gW2Ake3Z9ICUgJHt0aWxlRGVwdGh9aWAsIGAke3Z9IC8gJHt0aWxlRGVwdGh9aWBdXG4gICAgICAgIDogW2Ake3Z9IC8gJHtsaW5lcyAvIDR9aWAsIGAke3Z9ICUgJHtsaW5lcyAvIDR9aWBdO1xuICAgICAgc2V0dXAucHVzaChcbiAgICAgICAgYGxldCAke3Z9ID0gaTMyKGxpZCkgKyAke2kgKiB0aHJlYWRzfWk7YCxcbiAgICAgICAgYGxldCAke3Z9ayA9ICR7a307YCxcbiAgICAgICAgYGxldCAke3Z9bCA9ICR7bGluZX07YCxcbiAgICAgICk7XG4gICAgICBjb25zdCBsb2Fkczogc3RyaW5nW10gPSBbXTtcbiAgICAgIGZpbGwucHVzaChcbiAgICAgICAgYGlmICgke3Z9IDwgJHt2ZWN0b3JzfWkpIHtgLFxuICAgICAgICBgICBsZXQga2YgPSBrVGlsZSArICR7dn1rO2AsXG4gICAgICAgICcgIGxldCBpbnNpZGUgPSBrZiA8IGtFbmQ7JyxcbiAgICAgICAgJyAgbGV0IGt4ID0gbWluKGtmLCBrRW5kIC0gMWkpOycsXG4gICAgICAgIC4uLihnLm91dGVyID4gMVxuICAgICAgICAgID8gW2AgIGxldCBrbyA9IGkzMih1MzIoa3gpIC8gJHtnLmlubmVyfXUpO2AsIGAgIGxldCBraiA9IGkzMih1MzIoa3gpICUgJHtnLmlubmVyfXUpO2BdXG4gICAgICAgICAgOiBbJyAgbGV0IGtvID0gMGk7JywgJyAgbGV0IGtqID0ga3g7J10pLFxuICAgICAgKTtcbiAgICAgIGZvciAobGV0IGUgPSAwOyBlIDwgNDsgZSsrKSB7XG4gICAgICAgIGNvbnN0IHAgPSBgJHt2fWUke2V9X2A7XG4gICAgICAgIGNvbnN0IGF0ID0gYCR7dGlsZU5hbWV9ICogJHtsaW5lc31pICsgJHt2fWwgKiA0aSArICR7ZX1pYDtcbiAgICAgICAgc2V0dXAucHVzaChgbGV0ICR7cH1pID0gbWluKCR7YXR9LCAke2V4dGVudCAtIDF9aSk7YCwgLi4ub3BlcmFuZC5saW5lKHAsIGAke3B9aWApKTtcbiAgICAgICAgZmlsbC5wdXNoKC4uLm9wZXJhbmQub3V0ZXIocCwgJ2tvJykubWFwKChsKSA9PiBgICAke2x9YCkpO1xuICAgICAgICBjb25zdCBlbGVtZW50ID0gb3BlcmFuZC5pbm5lcihwLCAna2onKTtcbiAgICAgICAgY29uc3QgZ3VhcmQgPSBlbGVtZW50Lmd1YXJkID8gYChpbnNpZGUgJiYgJHtlbGVtZW50Lmd1YXJkfSlgIDogJ2luc2lkZSc7XG4gICAgICAgIGxvYWRzLnB1c2goZWxlbWVudFRleHQoKHgpID0+IGZyb20ubG9hZChudW1iZXIsIHgpLCBlbGVtZW50LmF0LCBndWFyZCkpO1xuICAgICAgfVxuICAgICAgY29uc3QgYXJyYXkgPSBuYW1lID09PSAnYScgPyAndGlsZUEnIDogJ3RpbGVCJztcbiAgICAgIGZpbGwucHVzaChgICAke2FycmF5fVske3Z9ayAqICR7bGluZXMgLyA0fWkgKyAke3Z9bF0gPSB2ZWM0ZihgKTtcbiAgICAgIGZpbGwucHVzaCguLi5sb2Fkcy5tYXAoKGwsIGUpID0+IGAgICAgJHtsfSR7ZSA8IDMgPyAnLCcgOiAnKTsnfWApLCAnfScpO1xuICAgIH1cbiAgICByZXR1cm4geyBzZXR1cCwgZmlsbCB9O1xuICB9XG59XG4iLCAiLy8gTWF0cml4IHByb2R1Y3RzIHdpdGggcGx1Z2dhYmxlIG9wZXJhbmRzOiBjW3osIG0sIG5dID0gc3VtX2sgYSh6LCBtLCBrKSBiKHosIGssIG4pLCB3aGVyZSBhIGFuZCBiIHNheVxuLy8gaG93IGFuIGVsZW1lbnQgaXMgYWRkcmVzc2VkIChzdHJpZGVzLCBvciB0aGUgZ2F0aGVyZWQgd2luZG93IG9mIGEgY29udm9sdXRpb246IGFuIGltcGxpY2l0IEdFTU0pLlxuLy8gayBydW5zIG92ZXIgYG91dGVyYCBzdGVwcyBvZiBgaW5uZXJgIGVsZW1lbnRzIGVhY2ggKHRoZSB0YXBzIG9mIGEgY29udm9sdXRpb24gYW5kIGl0cyBjaGFubmVscykuXG4vLyBUd28gZm9ybXM6IHRpbGVzIGluIHdvcmtncm91cCBtZW1vcnkgZm9yIEdQVXMgKGdlbW0tdGlsZXMudHMpLCBhbmQgOHg0IHJlZ2lzdGVyIHRpbGVzIHdpdGhvdXRcbi8vIHdvcmtncm91cCBtZW1vcnkgZm9yIENQVSBhZGFwdGVycyAoOHg4IHNwaWxscyB0aGVyZSksIHdoZXJlIGEgd29ya2dyb3VwIHNoYXJlcyBpdHMgcm93cyBzbyB0aGF0XG4vLyB0aGVpciBhZGRyZXNzZXMgYXJlIGNvbXB1dGVkIG9uY2UuIEZldyBvdXRwdXRzIGFuZCBhIGxvbmcgayBhcmUgc3BsaXQgb3ZlciB3b3JrZ3JvdXBzLCB3aG9zZSBwYXJ0cyBhXG4vLyBzZWNvbmQgZGlzcGF0Y2ggYWRkcyB1cC5cbmltcG9ydCB0eXBlIHsgQWNjZXNzLCBPcGVyYW5kLCBTaGFkZXJPcHRpb25zLCBTdGFnZSwgU3RhZ2VzIH0gZnJvbSAnLi4vd2dzbC9zdGFnZS50cyc7XG5pbXBvcnQgeyBtYWluSGVhZCB9IGZyb20gJy4uL3dnc2wvc3RhZ2UudHMnO1xuaW1wb3J0IHsgYmxvY2ssIG5leHRQb3dlck9mVHdvLCBzcGxpdEZsYXQgfSBmcm9tICcuL2F4ZXMudHMnO1xuaW1wb3J0IHsgdGlsZVNpemVzLCB0aWxlc0JvZHkgfSBmcm9tICcuL2dlbW0tdGlsZXMudHMnO1xuXG4vKiogT25lIHNpZGUgb2YgYSBwcm9kdWN0LiBOYW1lcyBvZiBsb2NhbCB2YXJpYWJsZXMgc3RhcnQgd2l0aCB0aGUgZ2l2ZW4gcHJlZml4LiAqL1xuZXhwb3J0IGludGVyZmFjZSBHZW1tT3BlcmFuZCB7XG4gIC8qKiBTdGF0ZW1lbnRzIGZvciByb3cgKGEpIG9yIGNvbHVtbiAoYikgYGlgLCBhbiBpMzIgdGV4dCwgaW4gcmFuZ2UuICovXG4gIGxpbmUocDogc3RyaW5nLCBpOiBzdHJpbmcpOiBzdHJpbmdbXTtcbiAgLyoqIFN0YXRlbWVudHMgZm9yIG91dGVyIHN0ZXAgYGtvYCwgYWZ0ZXIgYGxpbmVgLiAqL1xuICBvdXRlcihwOiBzdHJpbmcsIGtvOiBzdHJpbmcpOiBzdHJpbmdbXTtcbiAgLyoqIEFkZHJlc3Mgb2YgaW5uZXIgZWxlbWVudCBga2lgLCBhbmQgdGhlIGNvbmRpdGlvbiB3aXRob3V0IHdoaWNoIGl0IGNvdW50cyBhcyAwLiAqL1xuICBpbm5lcihwOiBzdHJpbmcsIGtpOiBzdHJpbmcpOiB7IHJlYWRvbmx5IGF0OiBzdHJpbmc7IHJlYWRvbmx5IGd1YXJkPzogc3RyaW5nIH07XG4gIC8qKiBOZWlnaGJvdXJpbmcgayBhcmUgbmVpZ2hib3VycyBpbiBtZW1vcnkuICovXG4gIHJlYWRvbmx5IGFsb25nSzogYm9vbGVhbjtcbn1cblxuLyoqIEEgcHJvZHVjdDsgYGJhdGNoYCBkZWNsYXJlcyB3aGF0ZXZlciB0aGUgb3BlcmFuZHMgYW5kIGBvdXRgIG5lZWQgZm9yIGJhdGNoIGB6YCAoYW4gaTMyIHRleHQpLiAqL1xuZXhwb3J0IGludGVyZmFjZSBHZW1tIHtcbiAgcmVhZG9ubHkgbmFtZTogc3RyaW5nO1xuICByZWFkb25seSBiYXRjaGVzOiBudW1iZXI7XG4gIHJlYWRvbmx5IG06IG51bWJlcjtcbiAgcmVhZG9ubHkgbjogbnVtYmVyO1xuICByZWFkb25seSBvdXRlcjogbnVtYmVyO1xuICByZWFkb25seSBpbm5lcjogbnVtYmVyO1xuICByZWFkb25seSBhOiBHZW1tT3BlcmFuZDtcbiAgcmVhZG9ubHkgYjogR2VtbU9wZXJhbmQ7XG4gIGJhdGNoKHo6IHN0cmluZyk6IHN0cmluZ1tdO1xuICAvKiogRmxhdCBpbmRleCBvZiBvdXRwdXQgKG0sIG4pIGluIGJhdGNoIHouICovXG4gIG91dChtOiBzdHJpbmcsIG46IHN0cmluZyk6IHN0cmluZztcbiAgLyoqIGEsIGIgYW5kIHRoZSBvdXRwdXQgb2YgdGhlIGtlcm5lbC4gKi9cbiAgcmVhZG9ubHkgb3BlcmFuZHM6IHJlYWRvbmx5IFtPcGVyYW5kLCBPcGVyYW5kLCBPcGVyYW5kXTtcbn1cblxuLyoqIEhvdyBhIHByb2R1Y3QgaXMgY3V0LiAqL1xuZXhwb3J0IGludGVyZmFjZSBHZW1tQ3V0IHtcbiAgcmVhZG9ubHkgcm93czogbnVtYmVyO1xuICByZWFkb25seSBjb2x1bW5zOiBudW1iZXI7XG4gIHJlYWRvbmx5IHNwbGl0czogbnVtYmVyO1xuICAvKiogT3V0ZXIgc3RlcHMgKGlubmVyIGVsZW1lbnRzIGlmIHRoZXJlIGlzIG9uZSBvdXRlciBzdGVwKSBvZiBlYWNoIHNwbGl0LiAqL1xuICByZWFkb25seSBjaHVuazogbnVtYmVyO1xufVxuXG4vKiogVGV4dCB0aGF0IGdpdmVzIGFuIG9wZXJhbmQncyBlbGVtZW50IG9yIDAuICovXG5leHBvcnQgZnVuY3Rpb24gZWxlbWVudFRleHQobG9hZDogKGF0OiBzdHJpbmcpID0+IHN0cmluZywgYXQ6IHN0cmluZywgZ3VhcmQ/OiBzdHJpbmcpOiBzdHJpbmcge1xuICByZXR1cm4gZ3VhcmQgPyBgc2VsZWN0KDBmLCAke2xvYWQoYHNlbGVjdCgwaSwgJHthdH0sICR7Z3VhcmR9KWApfSwgJHtndWFyZH0pYCA6IGxvYWQoYXQpO1xufVxuXG4vKiogQm91bmRzIG9mIGsgZm9yIHNwbGl0IGBzYCwgYXMgYGswYC9gazFgIChvdXRlcikgYW5kIGBqMGAvYGoxYCAoaW5uZXIpLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHNwbGl0Qm91bmRzKGc6IEdlbW0sIGN1dDogR2VtbUN1dCk6IHN0cmluZ1tdIHtcbiAgaWYgKGN1dC5zcGxpdHMgPT09IDEpIHtcbiAgICByZXR1cm4gW2BsZXQgazAgPSAwaTsgbGV0IGsxID0gJHtnLm91dGVyfWk7YCwgYGxldCBqMCA9IDBpOyBsZXQgajEgPSAke2cuaW5uZXJ9aTtgXTtcbiAgfVxuICBjb25zdCByYW5nZSA9IChuYW1lOiBzdHJpbmcsIGV4dGVudDogbnVtYmVyKTogc3RyaW5nID0+XG4gICAgYGxldCAke25hbWV9MCA9IHMgKiAke2N1dC5jaHVua31pOyBsZXQgJHtuYW1lfTEgPSBtaW4oJHtuYW1lfTAgKyAke2N1dC5jaHVua31pLCAke2V4dGVudH1pKTtgO1xuICByZXR1cm4gZy5vdXRlciA+IDFcbiAgICA/IFtyYW5nZSgnaycsIGcub3V0ZXIpLCBgbGV0IGowID0gMGk7IGxldCBqMSA9ICR7Zy5pbm5lcn1pO2BdXG4gICAgOiBbJ2xldCBrMCA9IDBpOyBsZXQgazEgPSAxaTsnLCByYW5nZSgnaicsIGcuaW5uZXIpXTtcbn1cblxuLyoqIFN0YXRlbWVudHMgdGhhdCB0YWtlIHRoZSBmb2xkZWQgd29ya2dyb3VwIGluZGV4IGFwYXJ0IGludG8gdGlsZSBjb2x1bW4sIHRpbGUgcm93LCBzcGxpdCwgYmF0Y2guICovXG5leHBvcnQgY29uc3QgdGlsZUluZGljZXMgPSAodGlsZXNOOiBudW1iZXIsIHRpbGVzTTogbnVtYmVyLCBzcGxpdHM6IG51bWJlcik6IHN0cmluZ1tdID0+IFtcbiAgYGxldCB0biA9IGkzMihncm91cCAlICR7dGlsZXNOfXUpO2AsXG4gIGBsZXQgdG0gPSBpMzIoZ3JvdXAgLyAke3RpbGVzTn11ICUgJHt0aWxlc019dSk7YCxcbiAgYGxldCBzID0gaTMyKGdyb3VwIC8gJHt0aWxlc04gKiB0aWxlc019dSAlICR7c3BsaXRzfXUpO2AsXG4gIGBsZXQgeiA9IGkzMihncm91cCAvICR7dGlsZXNOICogdGlsZXNNICogc3BsaXRzfXUpO2AsXG5dO1xuXG4vKiogVGhlIHN0b3JlIG9mIG9uZSByZXN1bHQsIHRvIHRoZSBvdXRwdXQgb3IgdG8gdGhlIHNwbGl0J3MgcGFydCBvZiB0aGUgc2NyYXRjaCBtZW1vcnkuICovXG5leHBvcnQgZnVuY3Rpb24gc3RvcmVUZXh0KFxuICBnOiBHZW1tLFxuICBjdXQ6IEdlbW1DdXQsXG4gIGFjY2VzczogQWNjZXNzLFxuICBtOiBzdHJpbmcsXG4gIG46IHN0cmluZyxcbiAgdjogc3RyaW5nLFxuKTogc3RyaW5nIHtcbiAgaWYgKGN1dC5zcGxpdHMgPT09IDEpIHJldHVybiBhY2Nlc3Muc3RvcmUoMiwgZy5vdXQobSwgbiksIHYpO1xuICBjb25zdCBhdCA9IGAoKHogKiAke2N1dC5zcGxpdHN9aSArIHMpICogJHtnLm19aSArICR7bX0pICogJHtnLm59aSArICR7bn1gO1xuICByZXR1cm4gYWNjZXNzLnN0b3JlKDIsIGF0LCBgYml0Y2FzdDx1MzI+KCR7dn0pYCk7XG59XG5cbmZ1bmN0aW9uIGN1dE9mKGc6IEdlbW0sIHJvd3M6IG51bWJlciwgY29sdW1uczogbnVtYmVyLCB3YW50ZWQ6IG51bWJlcik6IEdlbW1DdXQge1xuICBjb25zdCB0aWxlcyA9IE1hdGguY2VpbChnLm0gLyByb3dzKSAqIE1hdGguY2VpbChnLm4gLyBjb2x1bW5zKSAqIGcuYmF0Y2hlcztcbiAgY29uc3QgZXh0ZW50ID0gZy5vdXRlciA+IDEgPyBnLm91dGVyIDogZy5pbm5lcjtcbiAgY29uc3QgdGVybXMgPSBnLm91dGVyICogZy5pbm5lcjtcbiAgY29uc3QgbW9zdCA9IE1hdGgubWluKE1hdGguZmxvb3Iod2FudGVkIC8gdGlsZXMpLCBNYXRoLmZsb29yKHRlcm1zIC8gMjU2KSwgZXh0ZW50LCAyNTYpO1xuICBpZiAobW9zdCA8IDIpIHJldHVybiB7IHJvd3MsIGNvbHVtbnMsIHNwbGl0czogMSwgY2h1bms6IGV4dGVudCB9O1xuICBjb25zdCBjaHVuayA9IE1hdGguY2VpbChleHRlbnQgLyBtb3N0KTtcbiAgcmV0dXJuIHsgcm93cywgY29sdW1ucywgc3BsaXRzOiBNYXRoLmNlaWwoZXh0ZW50IC8gY2h1bmspLCBjaHVuayB9O1xufVxuXG4vKiogVGhlIGRpc3BhdGNoZXMgb2YgYSBwcm9kdWN0LiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGdlbW1TdGFnZXMoZzogR2VtbSwgb3B0aW9uczogU2hhZGVyT3B0aW9ucyk6IFN0YWdlcyB7XG4gIGxldCBjdXQ6IEdlbW1DdXQ7XG4gIGxldCBib2R5OiAoYWNjZXNzOiBBY2Nlc3MpID0+IHN0cmluZztcbiAgaWYgKG9wdGlvbnMuaGFyZHdhcmUpIHtcbiAgICBjb25zdCB0aWxlID0gdGlsZVNpemVzKGcpO1xuICAgIGN1dCA9IGN1dE9mKGcsIHRpbGUucm93cywgdGlsZS5jb2x1bW5zLCA1MTIpO1xuICAgIGJvZHkgPSAoYWNjZXNzKSA9PiB0aWxlc0JvZHkoZywgY3V0LCB0aWxlLCBhY2Nlc3MpO1xuICB9IGVsc2Uge1xuICAgIGNvbnN0IHNpemUgPSBNYXRoLm1pbigzMiwgbmV4dFBvd2VyT2ZUd28oTWF0aC5jZWlsKGcubiAvIDQpKSk7XG4gICAgLy8gc21hbGwgcHJvZHVjdHMgYXJlIG92ZXIgYmVmb3JlIGEgbGFyZ2UgdGlsZSB3b3VsZCBiZSBjb21waWxlZFxuICAgIGNvbnN0IHNtYWxsID0gZy5iYXRjaGVzICogZy5tICogZy5uICogZy5vdXRlciAqIGcuaW5uZXIgPCAyICoqIDIwO1xuICAgIGNvbnN0IHBlclJvdyA9IE1hdGgubWluKHNtYWxsID8gMSA6IDgsIG5leHRQb3dlck9mVHdvKGcubSkpO1xuICAgIGNvbnN0IHBlckNvbHVtbiA9IE1hdGgubWluKHNtYWxsID8gMSA6IDQsIG5leHRQb3dlck9mVHdvKE1hdGguY2VpbChnLm4gLyBzaXplKSkpO1xuICAgIGN1dCA9IGN1dE9mKGcsIHBlclJvdywgcGVyQ29sdW1uICogc2l6ZSwgMTYpO1xuICAgIGJvZHkgPSAoYWNjZXNzKSA9PiByZWdpc3RlckJvZHkoZywgY3V0LCBzaXplLCBhY2Nlc3MpO1xuICB9XG4gIGNvbnN0IHRpbGVzID0gTWF0aC5jZWlsKGcubSAvIGN1dC5yb3dzKSAqIE1hdGguY2VpbChnLm4gLyBjdXQuY29sdW1ucyk7XG4gIGNvbnN0IFthLCBiLCBjXSA9IGcub3BlcmFuZHM7XG4gIGNvbnN0IHRhcmdldDogT3BlcmFuZCA9IGN1dC5zcGxpdHMgPT09IDEgPyBjIDogeyBhcmc6ICdzY3JhdGNoJywgZHR5cGU6ICd1MzInLCB3cml0ZTogdHJ1ZSB9O1xuICBjb25zdCBmaXJzdDogU3RhZ2UgPSB7XG4gICAgbmFtZTogY3V0LnNwbGl0cyA9PT0gMSA/IGcubmFtZSA6IGAke2cubmFtZX0sIHBhcnRzYCxcbiAgICBvcGVyYW5kczogW2EsIGIsIHRhcmdldF0sXG4gICAgd29ya2dyb3VwczogdGlsZXMgKiBjdXQuc3BsaXRzICogZy5iYXRjaGVzLFxuICAgIGJvZHksXG4gIH07XG4gIGlmIChjdXQuc3BsaXRzID09PSAxKSByZXR1cm4geyBzY3JhdGNoQnl0ZXM6IDAsIHN0YWdlczogW2ZpcnN0XSB9O1xuICByZXR1cm4ge1xuICAgIHNjcmF0Y2hCeXRlczogZy5iYXRjaGVzICogY3V0LnNwbGl0cyAqIGcubSAqIGcubiAqIDQsXG4gICAgc3RhZ2VzOiBbZmlyc3QsIHN1bVN0YWdlKGcsIGN1dCldLFxuICB9O1xufVxuXG5mdW5jdGlvbiByZWdpc3RlckJvZHkoZzogR2VtbSwgY3V0OiBHZW1tQ3V0LCBzaXplOiBudW1iZXIsIGFjY2VzczogQWNjZXNzKTogc3RyaW5nIHtcbiAgY29uc3QgeyByb3dzIH0gPSBjdXQ7XG4gIGNvbnN0IGNvbHVtbnMgPSBjdXQuY29sdW1ucyAvIHNpemU7XG4gIGNvbnN0IHIgPSBBcnJheS5mcm9tKHsgbGVuZ3RoOiByb3dzIH0sIChfLCBpKSA9PiBpKTtcbiAgY29uc3QgYyA9IEFycmF5LmZyb20oeyBsZW5ndGg6IGNvbHVtbnMgfSwgKF8sIGopID0+IGopO1xuICBjb25zdCBzZXR1cCA9IFtcbiAgICAuLi50aWxlSW5kaWNlcyhNYXRoLmNlaWwoZy5uIC8gY3V0LmNvbHVtbnMpLCBNYXRoLmNlaWwoZy5tIC8gcm93cyksIGN1dC5zcGxpdHMpLFxuICAgIC4uLmcuYmF0Y2goJ3onKSxcbiAgICAuLi5zcGxpdEJvdW5kcyhnLCBjdXQpLFxuICAgIC4uLnIuZmxhdE1hcCgoaSkgPT4gW1xuICAgICAgYGxldCBtJHtpfSA9IG1pbih0bSAqICR7cm93c31pICsgJHtpfWksICR7Zy5tIC0gMX1pKTtgLFxuICAgICAgLi4uZy5hLmxpbmUoYGEke2l9X2AsIGBtJHtpfWApLFxuICAgIF0pLFxuICAgIC4uLmMuZmxhdE1hcCgoaikgPT4gW1xuICAgICAgYGxldCBuJHtqfSA9IG1pbih0biAqICR7Y3V0LmNvbHVtbnN9aSArICR7aiAqIHNpemV9aSArIGkzMihsaWQpLCAke2cubiAtIDF9aSk7YCxcbiAgICAgIC4uLmcuYi5saW5lKGBiJHtqfV9gLCBgbiR7an1gKSxcbiAgICBdKSxcbiAgICAuLi5yLmZsYXRNYXAoKGkpID0+IGMubWFwKChqKSA9PiBgdmFyIGMke2l9XyR7an0gPSAwZjtgKSksXG4gIF07XG4gIGNvbnN0IGxvYWQgPSAob3BlcmFuZDogbnVtYmVyLCBzaWRlOiBHZW1tT3BlcmFuZCwgcDogc3RyaW5nKTogc3RyaW5nID0+IHtcbiAgICBjb25zdCB7IGF0LCBndWFyZCB9ID0gc2lkZS5pbm5lcihwLCAna2onKTtcbiAgICByZXR1cm4gZWxlbWVudFRleHQoKHgpID0+IGFjY2Vzcy5sb2FkKG9wZXJhbmQsIHgpLCBhdCwgZ3VhcmQpO1xuICB9O1xuICBjb25zdCBzdGVwcyA9IFtcbiAgICAuLi5yLm1hcCgoaSkgPT4gYGxldCB4JHtpfSA9ICR7bG9hZCgwLCBnLmEsIGBhJHtpfV9gKX07YCksXG4gICAgLi4uYy5tYXAoKGopID0+IGBsZXQgeSR7an0gPSAke2xvYWQoMSwgZy5iLCBgYiR7an1fYCl9O2ApLFxuICAgIC4uLnIuZmxhdE1hcCgoaSkgPT4gYy5tYXAoKGopID0+IGBjJHtpfV8ke2p9ID0gZm1hKHgke2l9LCB5JHtqfSwgYyR7aX1fJHtqfSk7YCkpLFxuICBdO1xuICBjb25zdCBzdG9yZXMgPSByLmZsYXRNYXAoKGkpID0+XG4gICAgYy5tYXAoKGopID0+IHtcbiAgICAgIGNvbnN0IG0gPSBgKHRtICogJHtyb3dzfWkgKyAke2l9aSlgO1xuICAgICAgY29uc3QgbiA9IGAodG4gKiAke2N1dC5jb2x1bW5zfWkgKyAke2ogKiBzaXplfWkgKyBpMzIobGlkKSlgO1xuICAgICAgcmV0dXJuIGBpZiAoJHttfSA8ICR7Zy5tfWkgJiYgJHtufSA8ICR7Zy5ufWkpIHsgJHtzdG9yZVRleHQoZywgY3V0LCBhY2Nlc3MsIG0sIG4sIGBjJHtpfV8ke2p9YCl9IH1gO1xuICAgIH0pLFxuICApO1xuICByZXR1cm4gYCR7bWFpbkhlYWQoc2l6ZSl9JHtibG9jayhzZXR1cCl9ICBmb3IgKHZhciBrbyA9IGswOyBrbyA8IGsxOyBrbysrKSB7XG4ke2Jsb2NrKFsuLi5yLmZsYXRNYXAoKGkpID0+IGcuYS5vdXRlcihgYSR7aX1fYCwgJ2tvJykpLCAuLi5jLmZsYXRNYXAoKGopID0+IGcuYi5vdXRlcihgYiR7an1fYCwgJ2tvJykpXSwgMil9XG4gICAgZm9yICh2YXIga2ogPSBqMDsga2ogPCBqMTsga2orKykge1xuJHtibG9jayhzdGVwcywgMyl9ICAgIH1cbiAgfVxuJHtibG9jayhzdG9yZXMpfX1cbmA7XG59XG5cbi8vIG91dFt6LCBtLCBuXSA9IHN1bSBvZiB0aGUgc3BsaXRzJyBwYXJ0cywgaW4gb3JkZXJcbmZ1bmN0aW9uIHN1bVN0YWdlKGc6IEdlbW0sIGN1dDogR2VtbUN1dCk6IFN0YWdlIHtcbiAgY29uc3QgdG90YWwgPSBnLmJhdGNoZXMgKiBnLm0gKiBnLm47XG4gIHJldHVybiB7XG4gICAgbmFtZTogYCR7Zy5uYW1lfSwgc3VtIG9mIHBhcnRzYCxcbiAgICBvcGVyYW5kczogW3sgYXJnOiAnc2NyYXRjaCcsIGR0eXBlOiAndTMyJywgd3JpdGU6IGZhbHNlIH0sIGcub3BlcmFuZHNbMl1dLFxuICAgIHdvcmtncm91cHM6IE1hdGguY2VpbCh0b3RhbCAvIDY0KSxcbiAgICBib2R5KGFjY2Vzcykge1xuICAgICAgY29uc3QgYXQgPSBgKCh6ICogJHtjdXQuc3BsaXRzfWkgKyBzKSAqICR7Zy5tfWkgKyBtKSAqICR7Zy5ufWkgKyBuYDtcbiAgICAgIHJldHVybiBgJHttYWluSGVhZCg2NCl9ICBsZXQgZmxhdCA9IGkzMihncm91cCAqIDY0dSArIGxpZCk7XG4gIGlmIChmbGF0ID49ICR7dG90YWx9aSkgeyByZXR1cm47IH1cbiR7YmxvY2soc3BsaXRGbGF0KCdmbGF0JywgW2cuYmF0Y2hlcywgZy5tLCBnLm5dLCAoaSkgPT4gJ3ptbidbaV0pKX0ke2Jsb2NrKGcuYmF0Y2goJ3onKSl9XG4gIHZhciBzdW0gPSAwZjtcbiAgZm9yICh2YXIgcyA9IDBpOyBzIDwgJHtjdXQuc3BsaXRzfWk7IHMrKykgeyBzdW0gKz0gYml0Y2FzdDxmMzI+KCR7YWNjZXNzLmxvYWQoMCwgYXQpfSk7IH1cbiAgJHthY2Nlc3Muc3RvcmUoMSwgZy5vdXQoJ20nLCAnbicpLCAnc3VtJyl9XG59XG5gO1xuICAgIH0sXG4gIH07XG59XG4iLCAiLy8gQmF0Y2hlZCBtYXRyaXggcHJvZHVjdHMgd2l0aCBhcmJpdHJhcnkgc3RyaWRlcyAodHJhbnNwb3NlZCBhbmQgYnJvYWRjYXN0IG9wZXJhbmRzIGluY2x1ZGVkKS5cbmltcG9ydCB0eXBlIHsgU3BlY2lhbEtlcm5lbCB9IGZyb20gJy4uLy4uLy4uL2NvbXBpbGVyL3Byb2dyYW0udHMnO1xuaW1wb3J0IHR5cGUgeyBNYXRtdWxTcGVjIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2tlcm5lbHMudHMnO1xuaW1wb3J0IHR5cGUgeyBPcGVyYW5kLCBTaGFkZXJPcHRpb25zLCBTdGFnZXMgfSBmcm9tICcuLi93Z3NsL3N0YWdlLnRzJztcbmltcG9ydCB7IHByb2R1Y3QsIHNwbGl0RmxhdCB9IGZyb20gJy4vYXhlcy50cyc7XG5pbXBvcnQgeyB0eXBlIEdlbW1PcGVyYW5kLCBnZW1tU3RhZ2VzIH0gZnJvbSAnLi9nZW1tLnRzJztcblxuLyoqIE9wZXJhbmRzIG9mIGEgc3BlY2lhbCBrZXJuZWwgd2l0aCB0d28gaW5wdXRzIGFuZCBvbmUgb3V0cHV0LiAqL1xuZXhwb3J0IGNvbnN0IHBhaXJPcGVyYW5kcyA9IChrZXJuZWw6IFNwZWNpYWxLZXJuZWwpOiBbT3BlcmFuZCwgT3BlcmFuZCwgT3BlcmFuZF0gPT4gW1xuICB7IGFyZzogMCwgZHR5cGU6IGtlcm5lbC5pbnB1dHNbMF0sIHdyaXRlOiBmYWxzZSB9LFxuICB7IGFyZzogMSwgZHR5cGU6IGtlcm5lbC5pbnB1dHNbMV0sIHdyaXRlOiBmYWxzZSB9LFxuICB7IGFyZzogMiwgZHR5cGU6IGtlcm5lbC5vdXRwdXRzWzBdLCB3cml0ZTogdHJ1ZSB9LFxuXTtcblxuLy8gZWxlbWVudCAobGluZSwgaykgYXQgc3RhcnQgKyBsaW5lICogbGluZVN0cmlkZSArIGsgKiBrU3RyaWRlXG5mdW5jdGlvbiBzdHJpZGVkKHN0YXJ0OiBzdHJpbmcsIGxpbmVTdHJpZGU6IG51bWJlciwga1N0cmlkZTogbnVtYmVyKTogR2VtbU9wZXJhbmQge1xuICByZXR1cm4ge1xuICAgIGxpbmU6IChwLCBpKSA9PiBbYGxldCAke3B9YXQgPSAke3N0YXJ0fSArICR7aX0gKiAke2xpbmVTdHJpZGV9aTtgXSxcbiAgICBvdXRlcjogKCkgPT4gW10sXG4gICAgaW5uZXI6IChwLCBrKSA9PiAoeyBhdDogYCR7cH1hdCArICR7a30gKiAke2tTdHJpZGV9aWAgfSksXG4gICAgYWxvbmdLOiBNYXRoLmFicyhrU3RyaWRlKSA9PT0gMSxcbiAgfTtcbn1cblxuLyoqIFRoZSBkaXNwYXRjaGVzIG9mIGEgbWF0cml4IHByb2R1Y3QuICovXG5leHBvcnQgZnVuY3Rpb24gbWF0bXVsU3RhZ2VzKFxuICBrZXJuZWw6IFNwZWNpYWxLZXJuZWwsXG4gIHNwZWM6IE1hdG11bFNwZWMsXG4gIG9wdGlvbnM6IFNoYWRlck9wdGlvbnMsXG4pOiBTdGFnZXMge1xuICBjb25zdCB7IG0sIG4sIGssIGEsIGIsIGJhdGNoIH0gPSBzcGVjO1xuICBjb25zdCBzaXplcyA9IGJhdGNoLm1hcCgoZCkgPT4gZC5zaXplKTtcbiAgY29uc3Qgb2Zmc2V0ID0gKHN0YXJ0OiBudW1iZXIsIHNpZGU6ICdhJyB8ICdiJyk6IHN0cmluZyA9PlxuICAgIFtgJHtzdGFydH1pYCwgLi4uYmF0Y2gubWFwKChkLCBpKSA9PiBgeiR7aX0gKiAke2Rbc2lkZV19aWApXS5qb2luKCcgKyAnKTtcbiAgcmV0dXJuIGdlbW1TdGFnZXMoXG4gICAge1xuICAgICAgbmFtZTogJ21hdG11bCcsXG4gICAgICBiYXRjaGVzOiBwcm9kdWN0KHNpemVzKSxcbiAgICAgIG0sXG4gICAgICBuLFxuICAgICAgb3V0ZXI6IDEsXG4gICAgICBpbm5lcjogayxcbiAgICAgIGE6IHN0cmlkZWQoJ3phJywgYS5yb3csIGEuY29sKSxcbiAgICAgIGI6IHN0cmlkZWQoJ3piJywgYi5jb2wsIGIucm93KSxcbiAgICAgIGJhdGNoOiAoeikgPT4gW1xuICAgICAgICAuLi5zcGxpdEZsYXQoeiwgc2l6ZXMsIChpKSA9PiBgeiR7aX1gKSxcbiAgICAgICAgYGxldCB6YSA9ICR7b2Zmc2V0KGEub2Zmc2V0LCAnYScpfTtgLFxuICAgICAgICBgbGV0IHpiID0gJHtvZmZzZXQoYi5vZmZzZXQsICdiJyl9O2AsXG4gICAgICBdLFxuICAgICAgb3V0OiAoaSwgaikgPT4gYCh6ICogJHttfWkgKyAke2l9KSAqICR7bn1pICsgJHtqfWAsXG4gICAgICBvcGVyYW5kczogcGFpck9wZXJhbmRzKGtlcm5lbCksXG4gICAgfSxcbiAgICBvcHRpb25zLFxuICApO1xufVxuIiwgIi8vIFRoZSB0aHJlZSBwYXNzZXMgb2YgYSBjb252b2x1dGlvbiBhcyBpbXBsaWNpdCBtYXRyaXggcHJvZHVjdHMgKGltMmNvbCB3aXRob3V0IHRoZSBjb3B5KSwgb25lIGJhdGNoIGFcbi8vIGdyb3VwLiBXaXRoIG91dHB1dCBwb3NpdGlvbiAoYiwgb3ksIG94KSBhbmQgdGFwIChreSwga3gpLCB0aGUgaW5wdXQgcG9zaXRpb24gaXNcbi8vICAgaXkgPSBveSAqIHN0cmlkZSAtIHRvcCArIGt5ICogZGlsYXRpb24sICAgaXggbGlrZXdpc2UuXG4vLyAgIGZvcndhcmQgICAgICB5WyhiLCBveSwgb3gpLCBvXSA9IHN1bSBvdmVyIChreSwga3gpLCBjIG9mIHhbYiwgaXksIGl4LCBjXSB3W2t5LCBreCwgYywgb11cbi8vICAgaW5wdXRHcmFkICAgIHhbKGIsIGl5LCBpeCksIGNdID0gc3VtIG92ZXIgKGt5LCBreCksIG8gb2YgeVtiLCBveSwgb3gsIG9dIHdba3ksIGt4LCBjLCBvXVxuLy8gICB3ZWlnaHRHcmFkICAgd1soa3ksIGt4LCBjKSwgb10gPSBzdW0gb3ZlciAoYiwgb3kpLCBveCBvZiB4W2IsIGl5LCBpeCwgY10geVtiLCBveSwgb3gsIG9dXG5pbXBvcnQgdHlwZSB7IFNwZWNpYWxLZXJuZWwgfSBmcm9tICcuLi8uLi8uLi9jb21waWxlci9wcm9ncmFtLnRzJztcbmltcG9ydCB0eXBlIHsgQ29udkdlb21ldHJ5LCBDb252U3BlYyB9IGZyb20gJy4uLy4uLy4uL3RlbnNvci9rZXJuZWxzLnRzJztcbmltcG9ydCB0eXBlIHsgU2hhZGVyT3B0aW9ucywgU3RhZ2VzIH0gZnJvbSAnLi4vd2dzbC9zdGFnZS50cyc7XG5pbXBvcnQgeyB0eXBlIEdlbW1PcGVyYW5kLCBnZW1tU3RhZ2VzIH0gZnJvbSAnLi9nZW1tLnRzJztcbmltcG9ydCB7IHBhaXJPcGVyYW5kcyB9IGZyb20gJy4vbWF0bXVsLnRzJztcblxuLyoqIFRoZSBkaXNwYXRjaGVzIG9mIG9uZSBwYXNzIG9mIGEgY29udm9sdXRpb24uICovXG5leHBvcnQgZnVuY3Rpb24gY29udlN0YWdlcyhrZXJuZWw6IFNwZWNpYWxLZXJuZWwsIHM6IENvbnZTcGVjLCBvcHRpb25zOiBTaGFkZXJPcHRpb25zKTogU3RhZ2VzIHtcbiAgY29uc3QgY2cgPSBzLmMgLyBzLmdyb3VwcztcbiAgY29uc3Qgb2cgPSBzLm9jIC8gcy5ncm91cHM7XG4gIGNvbnN0IHNoYXJlZCA9IHtcbiAgICBuYW1lOiBgY29udjJkICR7cy5wYXNzfWAsXG4gICAgYmF0Y2hlczogcy5ncm91cHMsXG4gICAgYmF0Y2g6ICh6OiBzdHJpbmcpOiBzdHJpbmdbXSA9PiBbYGxldCB6YyA9ICR7en0gKiAke2NnfWk7YCwgYGxldCB6byA9ICR7en0gKiAke29nfWk7YF0sXG4gICAgb3BlcmFuZHM6IHBhaXJPcGVyYW5kcyhrZXJuZWwpLFxuICB9O1xuICBpZiAocy5wYXNzID09PSAnZm9yd2FyZCcpIHtcbiAgICByZXR1cm4gZ2VtbVN0YWdlcyhcbiAgICAgIHtcbiAgICAgICAgLi4uc2hhcmVkLFxuICAgICAgICBtOiBzLm4gKiBzLm9oICogcy5vdyxcbiAgICAgICAgbjogb2csXG4gICAgICAgIG91dGVyOiBzLmtoICogcy5rdyxcbiAgICAgICAgaW5uZXI6IGNnLFxuICAgICAgICBhOiBpbnB1dFdpbmRvdyhzKSxcbiAgICAgICAgLy8gd1t0YXAsIGMsIHpvICsgb11cbiAgICAgICAgYjoge1xuICAgICAgICAgIC4uLmNvbHVtbnMsXG4gICAgICAgICAgb3V0ZXI6IChwLCB0YXApID0+IFtgbGV0ICR7cH1hdCA9ICR7dGFwfSAqICR7Y2cgKiBzLm9jfWkgKyB6byArICR7Y29sdW1uT2YocCl9O2BdLFxuICAgICAgICAgIGlubmVyOiAocCwgYykgPT4gKHsgYXQ6IGAke3B9YXQgKyAke2N9ICogJHtzLm9jfWlgIH0pLFxuICAgICAgICAgIGFsb25nSzogZmFsc2UsXG4gICAgICAgIH0sXG4gICAgICAgIG91dDogKG0sIG8pID0+IGAke219ICogJHtzLm9jfWkgKyB6byArICR7b31gLFxuICAgICAgfSxcbiAgICAgIG9wdGlvbnMsXG4gICAgKTtcbiAgfVxuICBpZiAocy5wYXNzID09PSAnaW5wdXRHcmFkJykge1xuICAgIHJldHVybiBnZW1tU3RhZ2VzKFxuICAgICAge1xuICAgICAgICAuLi5zaGFyZWQsXG4gICAgICAgIG06IHMubiAqIHMuaCAqIHMudyxcbiAgICAgICAgbjogY2csXG4gICAgICAgIG91dGVyOiBzLmtoICogcy5rdyxcbiAgICAgICAgaW5uZXI6IG9nLFxuICAgICAgICBhOiBvdXRwdXRXaW5kb3cocyksXG4gICAgICAgIC8vIHdbdGFwLCBjLCB6byArIG9dLCBrID0gb1xuICAgICAgICBiOiB7XG4gICAgICAgICAgLi4uY29sdW1ucyxcbiAgICAgICAgICBvdXRlcjogKHAsIHRhcCkgPT4gW2BsZXQgJHtwfWF0ID0gKCR7dGFwfSAqICR7Y2d9aSArICR7Y29sdW1uT2YocCl9KSAqICR7cy5vY31pICsgem87YF0sXG4gICAgICAgICAgaW5uZXI6IChwLCBvKSA9PiAoeyBhdDogYCR7cH1hdCArICR7b31gIH0pLFxuICAgICAgICAgIGFsb25nSzogdHJ1ZSxcbiAgICAgICAgfSxcbiAgICAgICAgb3V0OiAobSwgYykgPT4gYCR7bX0gKiAke3MuY31pICsgemMgKyAke2N9YCxcbiAgICAgIH0sXG4gICAgICBvcHRpb25zLFxuICAgICk7XG4gIH1cbiAgcmV0dXJuIGdlbW1TdGFnZXMoXG4gICAge1xuICAgICAgLi4uc2hhcmVkLFxuICAgICAgbTogcy5raCAqIHMua3cgKiBjZyxcbiAgICAgIG46IG9nLFxuICAgICAgb3V0ZXI6IHMubiAqIHMub2gsXG4gICAgICBpbm5lcjogcy5vdyxcbiAgICAgIGE6IHRhcFdpbmRvdyhzKSxcbiAgICAgIGI6IHtcbiAgICAgICAgLi4uY29sdW1ucyxcbiAgICAgICAgb3V0ZXI6IChwLCByb3cpID0+IFtgbGV0ICR7cH1hdCA9ICR7cm93fSAqICR7cy5vdyAqIHMub2N9aSArIHpvICsgJHtjb2x1bW5PZihwKX07YF0sXG4gICAgICAgIGlubmVyOiAocCwgb3gpID0+ICh7IGF0OiBgJHtwfWF0ICsgJHtveH0gKiAke3Mub2N9aWAgfSksXG4gICAgICAgIGFsb25nSzogZmFsc2UsXG4gICAgICB9LFxuICAgICAgb3V0OiAobSwgbykgPT4gYCR7bX0gKiAke3Mub2N9aSArIHpvICsgJHtvfWAsXG4gICAgfSxcbiAgICBvcHRpb25zLFxuICApO1xufVxuXG5jb25zdCBjb2x1bW5PZiA9IChwOiBzdHJpbmcpOiBzdHJpbmcgPT4gYCR7cH1uYDtcblxuLy8gY29sdW1ucyBhcmUgdXNlZCBhcyB0aGV5IGFyZVxuY29uc3QgY29sdW1ucyA9IHsgbGluZTogKHA6IHN0cmluZywgaTogc3RyaW5nKTogc3RyaW5nW10gPT4gW2BsZXQgJHtwfW4gPSAke2l9O2BdIH07XG5cbmNvbnN0IGluc2lkZSA9ICh2OiBzdHJpbmcsIHNpemU6IG51bWJlcik6IHN0cmluZyA9PiBgdTMyKCR7dn0pIDwgJHtzaXplfXVgO1xuXG4vLyBSb3dzIChiLCBveSwgb3gpLCBvdXRlciBzdGVwcyB0YXBzLCBpbm5lciBlbGVtZW50cyBpbnB1dCBjaGFubmVscy5cbmZ1bmN0aW9uIGlucHV0V2luZG93KHM6IENvbnZHZW9tZXRyeSk6IEdlbW1PcGVyYW5kIHtcbiAgY29uc3QgW3N5LCBzeF0gPSBzLnN0cmlkZTtcbiAgY29uc3QgW3RvcCwgLCBsZWZ0XSA9IHMucGFkZGluZztcbiAgY29uc3QgW2R5LCBkeF0gPSBzLmRpbGF0aW9uO1xuICBjb25zdCBwYWRkZWQgPVxuICAgIHRvcCA+IDAgfHxcbiAgICBsZWZ0ID4gMCB8fFxuICAgIChzLm9oIC0gMSkgKiBzeSArIChzLmtoIC0gMSkgKiBkeSAtIHRvcCA+PSBzLmggfHxcbiAgICAocy5vdyAtIDEpICogc3ggKyAocy5rdyAtIDEpICogZHggLSBsZWZ0ID49IHMudztcbiAgcmV0dXJuIHtcbiAgICBsaW5lOiAocCwgbSkgPT4gW1xuICAgICAgYGxldCAke3B9YiA9ICR7bX0gLyAke3Mub2ggKiBzLm93fWk7YCxcbiAgICAgIGBsZXQgJHtwfXkgPSAke219IC8gJHtzLm93fWkgJSAke3Mub2h9aSAqICR7c3l9aSAtICR7dG9wfWk7YCxcbiAgICAgIGBsZXQgJHtwfXggPSAke219ICUgJHtzLm93fWkgKiAke3N4fWkgLSAke2xlZnR9aTtgLFxuICAgIF0sXG4gICAgb3V0ZXI6IChwLCB0YXApID0+IFtcbiAgICAgIGBsZXQgJHtwfWl5ID0gJHtwfXkgKyAke3RhcH0gLyAke3Mua3d9aSAqICR7ZHl9aTtgLFxuICAgICAgYGxldCAke3B9aXggPSAke3B9eCArICR7dGFwfSAlICR7cy5rd31pICogJHtkeH1pO2AsXG4gICAgICBgbGV0ICR7cH1pbiA9ICR7aW5zaWRlKGAke3B9aXlgLCBzLmgpfSAmJiAke2luc2lkZShgJHtwfWl4YCwgcy53KX07YCxcbiAgICAgIGBsZXQgJHtwfWF0ID0gKCgke3B9YiAqICR7cy5ofWkgKyAke3B9aXkpICogJHtzLnd9aSArICR7cH1peCkgKiAke3MuY31pICsgemM7YCxcbiAgICBdLFxuICAgIGlubmVyOiAocCwgYykgPT4gKHsgYXQ6IGAke3B9YXQgKyAke2N9YCwgLi4uKHBhZGRlZCA/IHsgZ3VhcmQ6IGAke3B9aW5gIH0gOiB7fSkgfSksXG4gICAgYWxvbmdLOiB0cnVlLFxuICB9O1xufVxuXG4vLyBSb3dzIChiLCBpeSwgaXgpLCBvdXRlciBzdGVwcyB0YXBzLCBpbm5lciBlbGVtZW50cyBvdXRwdXQgY2hhbm5lbHM6IG95ICogc3RyaWRlID0gaXkgKyB0b3AgLSBreSAqIGQuXG5mdW5jdGlvbiBvdXRwdXRXaW5kb3coczogQ29udkdlb21ldHJ5KTogR2VtbU9wZXJhbmQge1xuICBjb25zdCBbc3ksIHN4XSA9IHMuc3RyaWRlO1xuICBjb25zdCBbdG9wLCAsIGxlZnRdID0gcy5wYWRkaW5nO1xuICBjb25zdCBbZHksIGR4XSA9IHMuZGlsYXRpb247XG4gIC8vIGEgbmVnYXRpdmUgbnVtZXJhdG9yIGlzIGV4Y2x1ZGVkIGJlZm9yZSB0aGUgZGl2aXNpb24sIHdoaWNoIHdvdWxkIHJvdW5kIGl0IHRvIDBcbiAgY29uc3Qgd2hvbGUgPSAodjogc3RyaW5nLCBzdHJpZGU6IG51bWJlciwgc2l6ZTogbnVtYmVyKTogc3RyaW5nID0+XG4gICAgc3RyaWRlID09PSAxXG4gICAgICA/IGluc2lkZSh2LCBzaXplKVxuICAgICAgOiBgJHt2fSA+PSAwaSAmJiAke3Z9ICUgJHtzdHJpZGV9aSA9PSAwaSAmJiAke3Z9IC8gJHtzdHJpZGV9aSA8ICR7c2l6ZX1pYDtcbiAgcmV0dXJuIHtcbiAgICBsaW5lOiAocCwgbSkgPT4gW1xuICAgICAgYGxldCAke3B9YiA9ICR7bX0gLyAke3MuaCAqIHMud31pO2AsXG4gICAgICBgbGV0ICR7cH15ID0gJHttfSAvICR7cy53fWkgJSAke3MuaH1pICsgJHt0b3B9aTtgLFxuICAgICAgYGxldCAke3B9eCA9ICR7bX0gJSAke3Mud31pICsgJHtsZWZ0fWk7YCxcbiAgICBdLFxuICAgIG91dGVyOiAocCwgdGFwKSA9PiBbXG4gICAgICBgbGV0ICR7cH1veSA9ICR7cH15IC0gJHt0YXB9IC8gJHtzLmt3fWkgKiAke2R5fWk7YCxcbiAgICAgIGBsZXQgJHtwfW94ID0gJHtwfXggLSAke3RhcH0gJSAke3Mua3d9aSAqICR7ZHh9aTtgLFxuICAgICAgYGxldCAke3B9aW4gPSAke3dob2xlKGAke3B9b3lgLCBzeSwgcy5vaCl9ICYmICR7d2hvbGUoYCR7cH1veGAsIHN4LCBzLm93KX07YCxcbiAgICAgIGBsZXQgJHtwfWF0ID0gKCgke3B9YiAqICR7cy5vaH1pICsgJHtwfW95IC8gJHtzeX1pKSAqICR7cy5vd31pICsgJHtwfW94IC8gJHtzeH1pKWAgK1xuICAgICAgICBgICogJHtzLm9jfWkgKyB6bztgLFxuICAgIF0sXG4gICAgaW5uZXI6IChwLCBvKSA9PiAoeyBhdDogYCR7cH1hdCArICR7b31gLCBndWFyZDogYCR7cH1pbmAgfSksXG4gICAgYWxvbmdLOiB0cnVlLFxuICB9O1xufVxuXG4vLyBSb3dzIChreSwga3gsIGMpLCBvdXRlciBzdGVwcyAoYiwgb3kpLCBpbm5lciBlbGVtZW50cyBveC5cbmZ1bmN0aW9uIHRhcFdpbmRvdyhzOiBDb252R2VvbWV0cnkpOiBHZW1tT3BlcmFuZCB7XG4gIGNvbnN0IGNnID0gcy5jIC8gcy5ncm91cHM7XG4gIGNvbnN0IFtzeSwgc3hdID0gcy5zdHJpZGU7XG4gIGNvbnN0IFt0b3AsICwgbGVmdF0gPSBzLnBhZGRpbmc7XG4gIGNvbnN0IFtkeSwgZHhdID0gcy5kaWxhdGlvbjtcbiAgcmV0dXJuIHtcbiAgICBsaW5lOiAocCwgbSkgPT4gW1xuICAgICAgYGxldCAke3B9eSA9ICR7bX0gLyAke3Mua3cgKiBjZ31pICogJHtkeX1pIC0gJHt0b3B9aTtgLFxuICAgICAgYGxldCAke3B9eCA9ICR7bX0gLyAke2NnfWkgJSAke3Mua3d9aSAqICR7ZHh9aSAtICR7bGVmdH1pO2AsXG4gICAgICBgbGV0ICR7cH1jID0gJHttfSAlICR7Y2d9aSArIHpjO2AsXG4gICAgXSxcbiAgICBvdXRlcjogKHAsIHJvdykgPT4gW1xuICAgICAgYGxldCAke3B9aXkgPSAke3Jvd30gJSAke3Mub2h9aSAqICR7c3l9aSArICR7cH15O2AsXG4gICAgICBgbGV0ICR7cH1pbiA9ICR7aW5zaWRlKGAke3B9aXlgLCBzLmgpfTtgLFxuICAgICAgYGxldCAke3B9YXQgPSAoJHtyb3d9IC8gJHtzLm9ofWkgKiAke3MuaH1pICsgJHtwfWl5KSAqICR7cy53fWk7YCxcbiAgICBdLFxuICAgIGlubmVyOiAocCwgb3gpID0+IHtcbiAgICAgIGNvbnN0IGl4ID0gYCgke294fSAqICR7c3h9aSArICR7cH14KWA7XG4gICAgICByZXR1cm4ge1xuICAgICAgICBhdDogYCgke3B9YXQgKyAke2l4fSkgKiAke3MuY31pICsgJHtwfWNgLFxuICAgICAgICBndWFyZDogYCgke3B9aW4gJiYgJHtpbnNpZGUoaXgsIHMudyl9KWAsXG4gICAgICB9O1xuICAgIH0sXG4gICAgYWxvbmdLOiBmYWxzZSxcbiAgfTtcbn1cbiIsICIvLyBTY2FsYXIgb3BlcmF0aW9ucyBvZiB0aGUga2VybmVsIElSIGFzIFdHU0wgdGV4dC4gTGl0ZXJhbHMgYXJlIHByaW50ZWQgc28gdGhhdCB0aGUgc2hhZGVyIGNvbXBpbGVyXG4vLyBuZWl0aGVyIHJlamVjdHMgdGhlbSAoTmFOLCBpbmZpbml0aWVzLCB0aGUgbGVhc3QgaTMyKSBub3IgZm9sZHMgYW4gZXhwcmVzc2lvbiBpbnRvIGFuIGVycm9yOlxuLy8gb3BlcmF0aW9ucyBvbiBub3RoaW5nIGJ1dCBsaXRlcmFscyBnbyB0aHJvdWdoIGBsZXRgLCB3aGljaCBtYWtlcyB0aGVtIHJ1bi10aW1lIGV4cHJlc3Npb25zLlxuXG5pbXBvcnQgdHlwZSB7IFNjYWxhclR5cGUgfSBmcm9tICcuLi8uLi8uLi90ZW5zb3IvZHR5cGUudHMnO1xuaW1wb3J0IHsgRFR5cGVFcnJvciB9IGZyb20gJy4uLy4uLy4uL3RlbnNvci9lcnJvcnMudHMnO1xuaW1wb3J0IHR5cGUgeyBCaW5hcnlPcCwgUmVkdWNlT3AsIFVuYXJ5T3AgfSBmcm9tICcuLi8uLi8uLi90ZW5zb3IvaXIudHMnO1xuXG4vKiogV0dTTCdzIG5hbWUgb2YgYSBjb21wdXRlIHR5cGUuIEB0aHJvd3MgRFR5cGVFcnJvciBmb3IgZjY0LCB3aGljaCBHUFVzIGxhY2sgKi9cbmV4cG9ydCBmdW5jdGlvbiB0eXBlTmFtZSh0eXBlOiBTY2FsYXJUeXBlKTogc3RyaW5nIHtcbiAgaWYgKHR5cGUgPT09ICdmNjQnKSB7XG4gICAgdGhyb3cgbmV3IERUeXBlRXJyb3IoJ2Zsb2F0NjQgZG9lcyBub3QgZXhpc3Qgb24gV2ViR1BVOiB1c2UgZjMyLCBvciB0aGUgY3B1IGRldmljZScpO1xuICB9XG4gIHJldHVybiB0eXBlO1xufVxuXG4vKiogQSBjb25zdGFudCBvZiBhIGNvbXB1dGUgdHlwZSBhcyBhIFdHU0wgZXhwcmVzc2lvbi4gKi9cbmV4cG9ydCBmdW5jdGlvbiBsaXRlcmFsKHZhbHVlOiBudW1iZXIsIHR5cGU6IFNjYWxhclR5cGUpOiBzdHJpbmcge1xuICBzd2l0Y2ggKHR5cGVOYW1lKHR5cGUpKSB7XG4gICAgY2FzZSAnYm9vbCc6XG4gICAgICByZXR1cm4gdmFsdWUgPyAndHJ1ZScgOiAnZmFsc2UnO1xuICAgIGNhc2UgJ2kzMic6IHtcbiAgICAgIGNvbnN0IHYgPSB2YWx1ZSB8IDA7XG4gICAgICByZXR1cm4gdiA9PT0gLTIxNDc0ODM2NDggPyAnYml0Y2FzdDxpMzI+KDB4ODAwMDAwMDB1KScgOiB2IDwgMCA/IGAoJHt2fWkpYCA6IGAke3Z9aWA7XG4gICAgfVxuICAgIGNhc2UgJ3UzMic6XG4gICAgICByZXR1cm4gYCR7dmFsdWUgPj4+IDB9dWA7XG4gICAgZGVmYXVsdDpcbiAgICAgIHJldHVybiBmbG9hdExpdGVyYWwoTWF0aC5mcm91bmQodmFsdWUpKTtcbiAgfVxufVxuXG5mdW5jdGlvbiBmbG9hdExpdGVyYWwodjogbnVtYmVyKTogc3RyaW5nIHtcbiAgaWYgKE51bWJlci5pc05hTih2KSkgcmV0dXJuICdub3ROdW1iZXIoKSc7XG4gIGlmICh2ID09PSBJbmZpbml0eSkgcmV0dXJuICdpbmZpbml0eSgpJztcbiAgaWYgKHYgPT09IC1JbmZpbml0eSkgcmV0dXJuICcoLWluZmluaXR5KCkpJztcbiAgaWYgKE9iamVjdC5pcyh2LCAtMCkpIHJldHVybiAnYml0Y2FzdDxmMzI+KDB4ODAwMDAwMDB1KSc7XG4gIHJldHVybiB2IDwgMCA/IGAoJHt2fWYpYCA6IGAke3Z9ZmA7XG59XG5cbmNvbnN0IGZsb2F0VW5hcnk6IFBhcnRpYWw8UmVjb3JkPFVuYXJ5T3AsIHN0cmluZz4+ID0ge1xuICBsb2cxcDogJ2xvZzFwJyxcbiAgZXhwbTE6ICdleHBtMScsXG4gIHJzcXJ0OiAnaW52ZXJzZVNxcnQnLFxuICBzaW46ICdzaW5mJyxcbiAgY29zOiAnY29zZicsXG4gIHRhbjogJ3RhbmYnLFxuICBhc2luOiAnYXNpbmYnLFxuICBhY29zOiAnYWNvc2YnLFxuICBhdGFuOiAnYXRhbmYnLFxuICBzaW5oOiAnc2luaGYnLFxuICBjb3NoOiAnY29zaGYnLFxuICB0YW5oOiAndGFuaGYnLFxuICBleHA6ICdleHBmJyxcbiAgbG9nOiAnbG9nZicsXG4gIHNxcnQ6ICdzcXJ0JyxcbiAgZXJmOiAnZXJmJyxcbiAgZmxvb3I6ICdmbG9vcicsXG4gIGNlaWw6ICdjZWlsJyxcbiAgcm91bmQ6ICdyb3VuZCcsXG4gIHRydW5jOiAndHJ1bmMnLFxuICBhYnM6ICdhYnMnLFxufTtcblxuLyoqIGBvcChhKWAgZm9yIGFuIG9wZXJhbmQgb2YgYHR5cGVgLiBAdGhyb3dzIERUeXBlRXJyb3Igd2hlcmUgdGhlIHBhaXIgaGFzIG5vIG1lYW5pbmcgKi9cbmV4cG9ydCBmdW5jdGlvbiB1bmFyeVRleHQob3A6IFVuYXJ5T3AsIHR5cGU6IFNjYWxhclR5cGUsIGE6IHN0cmluZyk6IHN0cmluZyB7XG4gIGlmIChvcCA9PT0gJ25vdCcgfHwgKG9wID09PSAnYml0Tm90JyAmJiB0eXBlID09PSAnYm9vbCcpKSB7XG4gICAgcmV0dXJuIHR5cGUgPT09ICdib29sJyA/IGAhKCR7YX0pYCA6IGB+KCR7YX0pYDtcbiAgfVxuICBpZiAodHlwZSA9PT0gJ2YzMicpIHtcbiAgICBpZiAob3AgPT09ICduZWcnKSByZXR1cm4gYC0oJHthfSlgO1xuICAgIGNvbnN0IG5hbWUgPSBmbG9hdFVuYXJ5W29wXTtcbiAgICBpZiAobmFtZSkgcmV0dXJuIGAke25hbWV9KCR7YX0pYDtcbiAgfVxuICBpZiAodHlwZSA9PT0gJ2kzMicgfHwgdHlwZSA9PT0gJ3UzMicpIHtcbiAgICBpZiAob3AgPT09ICduZWcnKSByZXR1cm4gdHlwZSA9PT0gJ2kzMicgPyBgLSgke2F9KWAgOiBgMHUgLSAoJHthfSlgO1xuICAgIGlmIChvcCA9PT0gJ2FicycpIHJldHVybiB0eXBlID09PSAnaTMyJyA/IGBhYnMoJHthfSlgIDogYTtcbiAgICBpZiAob3AgPT09ICdiaXROb3QnKSByZXR1cm4gYH4oJHthfSlgO1xuICAgIGlmIChvcCA9PT0gJ2Zsb29yJyB8fCBvcCA9PT0gJ2NlaWwnIHx8IG9wID09PSAncm91bmQnIHx8IG9wID09PSAndHJ1bmMnKSByZXR1cm4gYTtcbiAgfVxuICB0aHJvdyBuZXcgRFR5cGVFcnJvcihgdGhlIG9wZXJhdGlvbiAke29wfSBkb2VzIG5vdCBleGlzdCBmb3IgJHt0eXBlfSBvbiBXZWJHUFVgKTtcbn1cblxuY29uc3QgaW5maXg6IFBhcnRpYWw8UmVjb3JkPEJpbmFyeU9wLCBzdHJpbmc+PiA9IHtcbiAgYWRkOiAnKycsXG4gIHN1YjogJy0nLFxuICBtdWw6ICcqJyxcbiAgbHQ6ICc8JyxcbiAgbGU6ICc8PScsXG59O1xuXG4vKiogYG9wKGEsIGIpYCBmb3Igb3BlcmFuZHMgb2YgYHR5cGVgLiBAdGhyb3dzIERUeXBlRXJyb3Igd2hlcmUgdGhlIHBhaXIgaGFzIG5vIG1lYW5pbmcgKi9cbmV4cG9ydCBmdW5jdGlvbiBiaW5hcnlUZXh0KG9wOiBCaW5hcnlPcCwgdHlwZTogU2NhbGFyVHlwZSwgYTogc3RyaW5nLCBiOiBzdHJpbmcpOiBzdHJpbmcge1xuICBpZiAob3AgPT09ICdlcScpIHJldHVybiBgJHthfSA9PSAke2J9YDtcbiAgLy8gdGhlIG5lZ2F0aW9uIG9mIGFuIG9yZGVyZWQgY29tcGFyaXNvbiBob2xkcyBmb3IgTmFOXG4gIGlmIChvcCA9PT0gJ25lJykgcmV0dXJuIHR5cGUgPT09ICdmMzInID8gYCEoJHthfSA9PSAke2J9KWAgOiBgJHthfSAhPSAke2J9YDtcbiAgaWYgKHR5cGUgPT09ICdib29sJykgcmV0dXJuIGJvb2xCaW5hcnkob3AsIGEsIGIpO1xuICBjb25zdCBzaWduID0gaW5maXhbb3BdO1xuICBpZiAoc2lnbikgcmV0dXJuIGAke2F9ICR7c2lnbn0gJHtifWA7XG4gIGlmICh0eXBlID09PSAnZjMyJykge1xuICAgIHN3aXRjaCAob3ApIHtcbiAgICAgIGNhc2UgJ2Rpdic6XG4gICAgICAgIHJldHVybiBgJHthfSAvICR7Yn1gO1xuICAgICAgY2FzZSAncmVtJzpcbiAgICAgICAgcmV0dXJuIGBmbW9kKCR7YX0sICR7Yn0pYDtcbiAgICAgIGNhc2UgJ3Bvdyc6XG4gICAgICAgIHJldHVybiBgcG93Zigke2F9LCAke2J9KWA7XG4gICAgICBjYXNlICdtaW4nOlxuICAgICAgICByZXR1cm4gYG1pbk51bWJlcigke2F9LCAke2J9KWA7XG4gICAgICBjYXNlICdtYXgnOlxuICAgICAgICByZXR1cm4gYG1heE51bWJlcigke2F9LCAke2J9KWA7XG4gICAgICBjYXNlICdhdGFuMic6XG4gICAgICAgIHJldHVybiBgYXRhbjJmKCR7YX0sICR7Yn0pYDtcbiAgICB9XG4gIH0gZWxzZSB7XG4gICAgY29uc3Qgc3VmZml4ID0gdHlwZSA9PT0gJ2kzMicgPyAnSTMyJyA6ICdVMzInO1xuICAgIHN3aXRjaCAob3ApIHtcbiAgICAgIGNhc2UgJ2Rpdic6XG4gICAgICAgIHJldHVybiBgZGl2JHtzdWZmaXh9KCR7YX0sICR7Yn0pYDtcbiAgICAgIGNhc2UgJ3JlbSc6XG4gICAgICAgIHJldHVybiBgcmVtJHtzdWZmaXh9KCR7YX0sICR7Yn0pYDtcbiAgICAgIGNhc2UgJ21pbic6XG4gICAgICAgIHJldHVybiBgbWluKCR7YX0sICR7Yn0pYDtcbiAgICAgIGNhc2UgJ21heCc6XG4gICAgICAgIHJldHVybiBgbWF4KCR7YX0sICR7Yn0pYDtcbiAgICAgIGNhc2UgJ2FuZCc6XG4gICAgICAgIHJldHVybiBgJHthfSAmICR7Yn1gO1xuICAgICAgY2FzZSAnb3InOlxuICAgICAgICByZXR1cm4gYCR7YX0gfCAke2J9YDtcbiAgICAgIGNhc2UgJ3hvcic6XG4gICAgICAgIHJldHVybiBgJHthfSBeICR7Yn1gO1xuICAgICAgY2FzZSAnc2hsJzpcbiAgICAgICAgcmV0dXJuIGAke2F9IDw8ICgke3R5cGUgPT09ICdpMzInID8gYGJpdGNhc3Q8dTMyPigke2J9KWAgOiBifSAmIDMxdSlgO1xuICAgICAgY2FzZSAnc2hyJzpcbiAgICAgICAgcmV0dXJuIGAke2F9ID4+ICgke3R5cGUgPT09ICdpMzInID8gYGJpdGNhc3Q8dTMyPigke2J9KWAgOiBifSAmIDMxdSlgO1xuICAgIH1cbiAgfVxuICB0aHJvdyBuZXcgRFR5cGVFcnJvcihgdGhlIG9wZXJhdGlvbiAke29wfSBkb2VzIG5vdCBleGlzdCBmb3IgJHt0eXBlfSBvbiBXZWJHUFVgKTtcbn1cblxuZnVuY3Rpb24gYm9vbEJpbmFyeShvcDogQmluYXJ5T3AsIGE6IHN0cmluZywgYjogc3RyaW5nKTogc3RyaW5nIHtcbiAgc3dpdGNoIChvcCkge1xuICAgIGNhc2UgJ2FuZCc6XG4gICAgY2FzZSAnbXVsJzpcbiAgICBjYXNlICdtaW4nOlxuICAgICAgcmV0dXJuIGAke2F9ICYmICR7Yn1gO1xuICAgIGNhc2UgJ29yJzpcbiAgICBjYXNlICdhZGQnOlxuICAgIGNhc2UgJ21heCc6XG4gICAgICByZXR1cm4gYCR7YX0gfHwgJHtifWA7XG4gICAgY2FzZSAneG9yJzpcbiAgICBjYXNlICdzdWInOlxuICAgICAgcmV0dXJuIGAke2F9ICE9ICR7Yn1gO1xuICAgIGNhc2UgJ2x0JzpcbiAgICAgIHJldHVybiBgISR7YX0gJiYgJHtifWA7XG4gICAgY2FzZSAnbGUnOlxuICAgICAgcmV0dXJuIGAhJHthfSB8fCAke2J9YDtcbiAgfVxuICB0aHJvdyBuZXcgRFR5cGVFcnJvcihgdGhlIG9wZXJhdGlvbiAke29wfSBkb2VzIG5vdCBleGlzdCBmb3IgYm9vbCBvbiBXZWJHUFVgKTtcbn1cblxuLyoqIENvbnZlcnNpb24gb2YgdmFsdWUgYmV0d2VlbiBjb21wdXRlIHR5cGVzIChzZWUgYGNhc3RgIGluIGlyLnRzIGZvciB0aGUgcnVsZXMpLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGNhc3RUZXh0KGE6IHN0cmluZywgZnJvbTogU2NhbGFyVHlwZSwgdG86IFNjYWxhclR5cGUpOiBzdHJpbmcge1xuICB0eXBlTmFtZShmcm9tKTtcbiAgdHlwZU5hbWUodG8pO1xuICBpZiAoZnJvbSA9PT0gdG8pIHJldHVybiBhO1xuICBpZiAoZnJvbSA9PT0gJ2YzMicpIHtcbiAgICByZXR1cm4gdG8gPT09ICdib29sJyA/IGAhKCR7YX0gPT0gMGYpYCA6IHRvID09PSAnaTMyJyA/IGB0b0kzMigke2F9KWAgOiBgdG9VMzIoJHthfSlgO1xuICB9XG4gIGlmICh0byA9PT0gJ2Jvb2wnKSByZXR1cm4gYCR7YX0gIT0gJHtsaXRlcmFsKDAsIGZyb20pfWA7XG4gIHJldHVybiBgJHt0b30oJHthfSlgO1xufVxuXG4vKiogU3RhcnQgdmFsdWUgb2YgYSByZWR1Y3Rpb24gb3ZlciBhIGJvZHkgb2YgYHR5cGVgLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGlkZW50aXR5KG9wOiBSZWR1Y2VPcCwgdHlwZTogU2NhbGFyVHlwZSk6IHN0cmluZyB7XG4gIHN3aXRjaCAob3ApIHtcbiAgICBjYXNlICdzdW0nOlxuICAgICAgcmV0dXJuIHR5cGUgPT09ICdib29sJyA/ICdmYWxzZScgOiBsaXRlcmFsKDAsIHR5cGUpO1xuICAgIGNhc2UgJ3Byb2QnOlxuICAgICAgcmV0dXJuIHR5cGUgPT09ICdib29sJyA/ICd0cnVlJyA6IGxpdGVyYWwoMSwgdHlwZSk7XG4gICAgY2FzZSAnYW55JzpcbiAgICAgIHJldHVybiBsaXRlcmFsKDAsIHR5cGUpO1xuICAgIGNhc2UgJ2FsbCc6XG4gICAgICByZXR1cm4gbGl0ZXJhbCgxLCB0eXBlKTtcbiAgICBjYXNlICdtYXgnOlxuICAgIGNhc2UgJ2FyZ21heCc6XG4gICAgICByZXR1cm4gbGl0ZXJhbCh0eXBlID09PSAnZjMyJyA/IC1JbmZpbml0eSA6IHR5cGUgPT09ICdpMzInID8gLTIxNDc0ODM2NDggOiAwLCB0eXBlKTtcbiAgICBjYXNlICdtaW4nOlxuICAgIGNhc2UgJ2FyZ21pbic6XG4gICAgICByZXR1cm4gbGl0ZXJhbCh0eXBlID09PSAnZjMyJyA/IEluZmluaXR5IDogdHlwZSA9PT0gJ2kzMicgPyAyMTQ3NDgzNjQ3IDogMHhmZmZmZmZmZiwgdHlwZSk7XG4gIH1cbn1cblxuLyoqIGBhYCBhbmQgYGJgIGpvaW5lZCBieSBhIHJlZHVjdGlvbiB0aGF0IGlzIG5vdCBhcmdtYXggb3IgYXJnbWluLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGNvbWJpbmVUZXh0KG9wOiBSZWR1Y2VPcCwgdHlwZTogU2NhbGFyVHlwZSwgYTogc3RyaW5nLCBiOiBzdHJpbmcpOiBzdHJpbmcge1xuICBpZiAob3AgPT09ICdhbnknKSByZXR1cm4gYmluYXJ5VGV4dCgnb3InLCB0eXBlLCBhLCBiKTtcbiAgaWYgKG9wID09PSAnYWxsJykgcmV0dXJuIGJpbmFyeVRleHQoJ2FuZCcsIHR5cGUsIGEsIGIpO1xuICBjb25zdCBiaW5hcnkgPSBvcCA9PT0gJ3N1bScgPyAnYWRkJyA6IG9wID09PSAncHJvZCcgPyAnbXVsJyA6IG9wID09PSAnbWF4JyA/ICdtYXgnIDogJ21pbic7XG4gIHJldHVybiBiaW5hcnlUZXh0KGJpbmFyeSwgdHlwZSwgYSwgYik7XG59XG5cbi8qKiBUcnVlIHdoZXJlIGNhbmRpZGF0ZSBgYmAgYmVhdHMgYGFgIGluIGFuIGFyZ21heCBvciBhcmdtaW46IGxhcmdlciAoc21hbGxlciksIG9yIE5hTiBmaXJzdC4gKi9cbmV4cG9ydCBmdW5jdGlvbiBiZWF0c1RleHQob3A6IFJlZHVjZU9wLCB0eXBlOiBTY2FsYXJUeXBlLCBhOiBzdHJpbmcsIGI6IHN0cmluZyk6IHN0cmluZyB7XG4gIGNvbnN0IGJldHRlciA9IG9wID09PSAnYXJnbWF4JyA/IGAke2J9ID4gJHthfWAgOiBgJHtifSA8ICR7YX1gO1xuICBpZiAodHlwZSA9PT0gJ2Jvb2wnKSByZXR1cm4gb3AgPT09ICdhcmdtYXgnID8gYCgke2J9ICYmICEke2F9KWAgOiBgKCEke2J9ICYmICR7YX0pYDtcbiAgcmV0dXJuIHR5cGUgPT09ICdmMzInID8gYCgke2JldHRlcn0gfHwgKGlzTmFOKCR7Yn0pICYmICFpc05hTigke2F9KSkpYCA6IGAoJHtiZXR0ZXJ9KWA7XG59XG5cbi8qKiBUcnVlIHdoZXJlIGBhYCBhbmQgYGJgIHJhbmsgdGhlIHNhbWUgaW4gYW4gYXJnbWF4IG9yIGFyZ21pbi4gKi9cbmV4cG9ydCBmdW5jdGlvbiB0aWVzVGV4dCh0eXBlOiBTY2FsYXJUeXBlLCBhOiBzdHJpbmcsIGI6IHN0cmluZyk6IHN0cmluZyB7XG4gIHJldHVybiB0eXBlID09PSAnZjMyJyA/IGAoJHthfSA9PSAke2J9IHx8IChpc05hTigke2F9KSAmJiBpc05hTigke2J9KSkpYCA6IGAoJHthfSA9PSAke2J9KWA7XG59XG4iLCAiLy8gRXhwcmVzc2lvbnMgYXMgV0dTTCBzdGF0ZW1lbnRzLiBFYWNoIGRpc3RpbmN0IHN1YmV4cHJlc3Npb24gYmVjb21lcyBvbmUgYGxldGAsIHBsYWNlZCBpbiB0aGVcbi8vIG91dGVybW9zdCBsb29wIGluIHdoaWNoIGl0IGlzIGRlZmluZWQ6IHdoYXQgZG9lcyBub3QgZGVwZW5kIG9uIGEgcmVkdWN0aW9uIGF4aXMgaXMgY29tcHV0ZWQgb25jZSxcbi8vIG91dHNpZGUuIFdhbGtzIGFyZSBpdGVyYXRpdmUsIHNvIHRoYXQgbG9uZyBjaGFpbnMgZG8gbm90IG92ZXJmbG93IHRoZSBzdGFjay5cbmltcG9ydCB0eXBlIHsgQXRvbSwgSW5kZXggfSBmcm9tICcuLi8uLi8uLi90ZW5zb3IvaW5kZXgtZXhwci50cyc7XG5pbXBvcnQgdHlwZSB7IEJpbmFyeU9wLCBFeHByLCBVbmFyeU9wIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2lyLnRzJztcbmltcG9ydCB7IGJpbmFyeVRleHQsIGNhc3RUZXh0LCBsaXRlcmFsLCB0eXBlTmFtZSwgdW5hcnlUZXh0IH0gZnJvbSAnLi9zY2FsYXIudHMnO1xuXG4vKiogV2hlcmUgdGV4dHMgY29tZSBmcm9tIGFuZCB3aGljaCBsb29wIGFuIGF4aXMgYmVsb25ncyB0byAoMDogb3V0c2lkZSBhbGwgbG9vcHMpLiAqL1xuZXhwb3J0IGludGVyZmFjZSBFeHByZXNzaW9uQ29udGV4dCB7XG4gIHJlYWRvbmx5IHNjb3BlczogbnVtYmVyO1xuICBheGlzU2NvcGUoYXhpczogc3RyaW5nKTogbnVtYmVyO1xuICBheGlzVGV4dChheGlzOiBzdHJpbmcpOiBzdHJpbmc7XG4gIGxvYWQoYnVmZmVyOiBudW1iZXIsIGF0OiBzdHJpbmcpOiBzdHJpbmc7XG4gIGFjYz8ocmVkdWN0aW9uOiBudW1iZXIpOiBzdHJpbmc7XG4gIC8qKiBTdGFydCBvZiB0aGUgbmFtZXMgdGhhdCBhcmUgZGVjbGFyZWQ7IHdyaXRlcnMgaW4gb25lIGZ1bmN0aW9uIG5lZWQgZGlmZmVyZW50IG9uZXMuICovXG4gIHJlYWRvbmx5IHByZWZpeD86IHN0cmluZztcbn1cblxuLyoqIEVtaXRzIGV4cHJlc3Npb25zIGludG8gYGxpbmVzW3Njb3BlXWAuICovXG5leHBvcnQgaW50ZXJmYWNlIEV4cHJlc3Npb25Xcml0ZXIge1xuICByZWFkb25seSBsaW5lczogcmVhZG9ubHkgc3RyaW5nW11bXTtcbiAgLyoqIFRleHQgb2YgdGhlIHZhbHVlIG9mIGBlYDsgc3RhdGVtZW50cyBpdCBuZWVkcyBhcmUgYXBwZW5kZWQgdG8gdGhlIHNjb3BlcycgbGluZXMuICovXG4gIHZhbHVlKGU6IEV4cHIpOiBzdHJpbmc7XG59XG5cbi8qKiBBIHdyaXRlciB3aXRoIGBjb250ZXh0LnNjb3Blc2AgbmVzdGVkIHNjb3Blcy4gKi9cbmV4cG9ydCBmdW5jdGlvbiBleHByZXNzaW9uV3JpdGVyKGNvbnRleHQ6IEV4cHJlc3Npb25Db250ZXh0KTogRXhwcmVzc2lvbldyaXRlciB7XG4gIGNvbnN0IGxpbmVzID0gQXJyYXkuZnJvbSh7IGxlbmd0aDogY29udGV4dC5zY29wZXMgfSwgKCkgPT4gW10gYXMgc3RyaW5nW10pO1xuICBjb25zdCB2YWx1ZXMgPSBuZXcgTWFwPEV4cHIsIHN0cmluZz4oKTtcbiAgY29uc3Qgc2NvcGVzID0gbmV3IE1hcDxFeHByLCBudW1iZXI+KCk7XG4gIGNvbnN0IGluZGljZXMgPSBuZXcgTWFwPEluZGV4LCB7IHRleHQ6IHN0cmluZzsgc2NvcGU6IG51bWJlciB9PigpO1xuICBjb25zdCBwcmVmaXggPSBjb250ZXh0LnByZWZpeCA/PyAndic7XG4gIGxldCBuYW1lcyA9IDA7XG5cbiAgZnVuY3Rpb24gZGVjbGFyZShzY29wZTogbnVtYmVyLCB0ZXh0OiBzdHJpbmcpOiBzdHJpbmcge1xuICAgIGNvbnN0IG5hbWUgPSBgJHtwcmVmaXh9JHtuYW1lcysrfWA7XG4gICAgbGluZXNbc2NvcGVdLnB1c2goYGxldCAke25hbWV9ID0gJHt0ZXh0fTtgKTtcbiAgICByZXR1cm4gbmFtZTtcbiAgfVxuXG4gIGNvbnN0IGRhdGFPZiA9IChpeDogSW5kZXgsIGZvdW5kOiBFeHByW10pOiB2b2lkID0+IHtcbiAgICBmb3IgKGNvbnN0IHsgYXRvbSB9IG9mIGl4LnRlcm1zKSB7XG4gICAgICBpZiAoYXRvbS5raW5kID09PSAnZGF0YScpIGZvdW5kLnB1c2goYXRvbS5leHByIGFzIEV4cHIpO1xuICAgICAgZWxzZSBpZiAoYXRvbS5hcmcpIGRhdGFPZihhdG9tLmFyZywgZm91bmQpO1xuICAgIH1cbiAgfTtcblxuICBmdW5jdGlvbiBhdG9tVGV4dChhOiBBdG9tKTogeyB0ZXh0OiBzdHJpbmc7IHNjb3BlOiBudW1iZXIgfSB7XG4gICAgaWYgKGEua2luZCA9PT0gJ2F4aXMnKSB7XG4gICAgICBjb25zdCBuYW1lID0gYS5heGlzIGFzIHN0cmluZztcbiAgICAgIHJldHVybiB7IHRleHQ6IGNvbnRleHQuYXhpc1RleHQobmFtZSksIHNjb3BlOiBjb250ZXh0LmF4aXNTY29wZShuYW1lKSB9O1xuICAgIH1cbiAgICBpZiAoYS5raW5kID09PSAnZGF0YScpIHtcbiAgICAgIGNvbnN0IGUgPSBhLmV4cHIgYXMgRXhwcjtcbiAgICAgIHJldHVybiB7IHRleHQ6IHZhbHVlcy5nZXQoZSkgYXMgc3RyaW5nLCBzY29wZTogc2NvcGVzLmdldChlKSBhcyBudW1iZXIgfTtcbiAgICB9XG4gICAgY29uc3QgeCA9IGluZGV4VGV4dChhLmFyZyBhcyBJbmRleCk7XG4gICAgY29uc3QgZCA9IGEuYnkgYXMgbnVtYmVyO1xuICAgIGxldCB0ZXh0OiBzdHJpbmc7XG4gICAgaWYgKChhLmFyZyBhcyBJbmRleCkubWluID49IDApIHtcbiAgICAgIHRleHQgPSBhLmtpbmQgPT09ICdkaXYnID8gYGkzMih1MzIoJHt4LnRleHR9KSAvICR7ZH11KWAgOiBgaTMyKHUzMigke3gudGV4dH0pICUgJHtkfXUpYDtcbiAgICB9IGVsc2Uge1xuICAgICAgY29uc3QgbSA9IGAoKCR7eC50ZXh0fSAlICR7ZH1pKSArICR7ZH1pKSAlICR7ZH1pYDtcbiAgICAgIHRleHQgPSBhLmtpbmQgPT09ICdtb2QnID8gbSA6IGAoJHt4LnRleHR9IC0gKCR7bX0pKSAvICR7ZH1pYDtcbiAgICB9XG4gICAgcmV0dXJuIHsgdGV4dDogZGVjbGFyZSh4LnNjb3BlLCB0ZXh0KSwgc2NvcGU6IHguc2NvcGUgfTtcbiAgfVxuXG4gIGNvbnN0IGF0b21zID0gbmV3IE1hcDxBdG9tLCB7IHRleHQ6IHN0cmluZzsgc2NvcGU6IG51bWJlciB9PigpO1xuICBmdW5jdGlvbiBhdG9tT2YoYTogQXRvbSk6IHsgdGV4dDogc3RyaW5nOyBzY29wZTogbnVtYmVyIH0ge1xuICAgIGxldCBmb3VuZCA9IGF0b21zLmdldChhKTtcbiAgICBpZiAoIWZvdW5kKSB7XG4gICAgICBmb3VuZCA9IGF0b21UZXh0KGEpO1xuICAgICAgYXRvbXMuc2V0KGEsIGZvdW5kKTtcbiAgICB9XG4gICAgcmV0dXJuIGZvdW5kO1xuICB9XG5cbiAgLy8gdGVybXMgb2Ygb3V0ZXIgc2NvcGVzIGZpcnN0LCBzbyB0aGF0IHRoZWlyIHN1bSBpcyBjb21wdXRlZCBvdXRzaWRlXG4gIGZ1bmN0aW9uIGluZGV4VGV4dChpeDogSW5kZXgpOiB7IHRleHQ6IHN0cmluZzsgc2NvcGU6IG51bWJlciB9IHtcbiAgICBjb25zdCBrbm93biA9IGluZGljZXMuZ2V0KGl4KTtcbiAgICBpZiAoa25vd24pIHJldHVybiBrbm93bjtcbiAgICBjb25zdCBieVNjb3BlID0gbmV3IE1hcDxudW1iZXIsIHN0cmluZ1tdPigpO1xuICAgIGZvciAoY29uc3QgeyBjb2VmZmljaWVudDogYywgYXRvbSB9IG9mIGl4LnRlcm1zKSB7XG4gICAgICBjb25zdCBhID0gYXRvbU9mKGF0b20pO1xuICAgICAgY29uc3QgdGV4dCA9IGMgPT09IDEgPyBhLnRleHQgOiBgJHthLnRleHR9ICogJHtsaXRlcmFsKGMsICdpMzInKX1gO1xuICAgICAgYnlTY29wZS5zZXQoYS5zY29wZSwgWy4uLihieVNjb3BlLmdldChhLnNjb3BlKSA/PyBbXSksIHRleHRdKTtcbiAgICB9XG4gICAgbGV0IHNjb3BlID0gMDtcbiAgICBsZXQgdGV4dCA9IGl4LmNvbnN0YW50ID09PSAwID8gJycgOiBsaXRlcmFsKGl4LmNvbnN0YW50LCAnaTMyJyk7XG4gICAgZm9yIChjb25zdCBzIG9mIFsuLi5ieVNjb3BlLmtleXMoKV0uc29ydCgocCwgcSkgPT4gcCAtIHEpKSB7XG4gICAgICBjb25zdCBwYXJ0cyA9IGJ5U2NvcGUuZ2V0KHMpIGFzIHN0cmluZ1tdO1xuICAgICAgaWYgKHRleHQpIHBhcnRzLnB1c2godGV4dCk7XG4gICAgICBjb25zdCBzdW0gPSBwYXJ0cy5qb2luKCcgKyAnKTtcbiAgICAgIHRleHQgPSBwYXJ0cy5sZW5ndGggPT09IDEgJiYgIS9bIChdLy50ZXN0KHN1bSkgPyBzdW0gOiBkZWNsYXJlKHMsIHN1bSk7XG4gICAgICBzY29wZSA9IHM7XG4gICAgfVxuICAgIGNvbnN0IG1hZGUgPSB7IHRleHQ6IHRleHQgfHwgJzBpJywgc2NvcGUgfTtcbiAgICBpbmRpY2VzLnNldChpeCwgbWFkZSk7XG4gICAgcmV0dXJuIG1hZGU7XG4gIH1cblxuICBjb25zdCBvcGVyYW5kc09mID0gKGU6IEV4cHIpOiBFeHByW10gPT4ge1xuICAgIGNvbnN0IGZvdW5kID0gWy4uLmUuYXJnc107XG4gICAgaWYgKGUuZ3VhcmQpIGZvdW5kLnB1c2goZS5ndWFyZCk7XG4gICAgaWYgKGUuYXQpIGRhdGFPZihlLmF0LCBmb3VuZCk7XG4gICAgcmV0dXJuIGZvdW5kO1xuICB9O1xuXG4gIGZ1bmN0aW9uIGVtaXQoZTogRXhwcik6IHZvaWQge1xuICAgIGxldCBzY29wZSA9IDA7XG4gICAgZm9yIChjb25zdCBhIG9mIGUuYXJncykgc2NvcGUgPSBNYXRoLm1heChzY29wZSwgc2NvcGVzLmdldChhKSBhcyBudW1iZXIpO1xuICAgIGlmIChlLmd1YXJkKSBzY29wZSA9IE1hdGgubWF4KHNjb3BlLCBzY29wZXMuZ2V0KGUuZ3VhcmQpIGFzIG51bWJlcik7XG4gICAgbGV0IHRleHQ6IHN0cmluZztcbiAgICBjb25zdCBhcmcgPSAoaTogbnVtYmVyKTogc3RyaW5nID0+IHZhbHVlcy5nZXQoZS5hcmdzW2ldKSBhcyBzdHJpbmc7XG4gICAgc3dpdGNoIChlLmtpbmQpIHtcbiAgICAgIGNhc2UgJ2NvbnN0JzpcbiAgICAgICAgdGV4dCA9IGxpdGVyYWwoZS52YWx1ZSBhcyBudW1iZXIsIGUudHlwZSk7XG4gICAgICAgIC8vIHJ1bi10aW1lIGNvbnN0YW50cyBnZXQgYSBuYW1lLCBzbyB0aGF0IG5vdGhpbmcgaXMgZm9sZGVkIGF0IGNvbXBpbGUgdGltZVxuICAgICAgICBpZiAoL1xcKFxcKS8udGVzdCh0ZXh0KSkgdGV4dCA9IGRlY2xhcmUoMCwgdGV4dCk7XG4gICAgICAgIGJyZWFrO1xuICAgICAgY2FzZSAnaW5kZXgnOiB7XG4gICAgICAgIGNvbnN0IGF0ID0gaW5kZXhUZXh0KGUuYXQgYXMgSW5kZXgpO1xuICAgICAgICB0ZXh0ID0gYXQudGV4dDtcbiAgICAgICAgc2NvcGUgPSBhdC5zY29wZTtcbiAgICAgICAgYnJlYWs7XG4gICAgICB9XG4gICAgICBjYXNlICdhY2MnOlxuICAgICAgICB0ZXh0ID0gY29udGV4dC5hY2M/LihlLmJ1ZmZlciBhcyBudW1iZXIpID8/ICcnO1xuICAgICAgICBicmVhaztcbiAgICAgIGNhc2UgJ2xvYWQnOiB7XG4gICAgICAgIGNvbnN0IGF0ID0gaW5kZXhUZXh0KGUuYXQgYXMgSW5kZXgpO1xuICAgICAgICBzY29wZSA9IE1hdGgubWF4KHNjb3BlLCBhdC5zY29wZSk7XG4gICAgICAgIGlmIChlLmd1YXJkKSB7XG4gICAgICAgICAgY29uc3QgbmFtZSA9IGAke3ByZWZpeH0ke25hbWVzKyt9YDtcbiAgICAgICAgICBsaW5lc1tzY29wZV0ucHVzaChcbiAgICAgICAgICAgIGB2YXIgJHtuYW1lfTogJHt0eXBlTmFtZShlLnR5cGUpfSA9ICR7YXJnKDEpfTtgLFxuICAgICAgICAgICAgYGlmICgke3ZhbHVlcy5nZXQoZS5ndWFyZCl9KSB7ICR7bmFtZX0gPSAke2NvbnRleHQubG9hZChlLmJ1ZmZlciBhcyBudW1iZXIsIGF0LnRleHQpfTsgfWAsXG4gICAgICAgICAgKTtcbiAgICAgICAgICB0ZXh0ID0gbmFtZTtcbiAgICAgICAgfSBlbHNlIHRleHQgPSBkZWNsYXJlKHNjb3BlLCBjb250ZXh0LmxvYWQoZS5idWZmZXIgYXMgbnVtYmVyLCBhdC50ZXh0KSk7XG4gICAgICAgIGJyZWFrO1xuICAgICAgfVxuICAgICAgZGVmYXVsdDpcbiAgICAgICAgdGV4dCA9IGRlY2xhcmUoc2NvcGUsIG9wZXJhdGlvbihlLCBhcmcpKTtcbiAgICB9XG4gICAgdmFsdWVzLnNldChlLCB0ZXh0KTtcbiAgICBzY29wZXMuc2V0KGUsIHNjb3BlKTtcbiAgfVxuXG4gIGZ1bmN0aW9uIG9wZXJhdGlvbihlOiBFeHByLCBhcmc6IChpOiBudW1iZXIpID0+IHN0cmluZyk6IHN0cmluZyB7XG4gICAgY29uc3QgW2EsIGJdID0gZS5hcmdzO1xuICAgIGNvbnN0IGZvbGRzID0gZS5hcmdzLmV2ZXJ5KCh4KSA9PiB4LmtpbmQgPT09ICdjb25zdCcpO1xuICAgIGNvbnN0IGZpcnN0ID0gZm9sZHMgPyBkZWNsYXJlKDAsIGFyZygwKSkgOiBhcmcoMCk7XG4gICAgc3dpdGNoIChlLmtpbmQpIHtcbiAgICAgIGNhc2UgJ3VuYXJ5JzpcbiAgICAgICAgcmV0dXJuIHVuYXJ5VGV4dChlLm9wIGFzIFVuYXJ5T3AsIGEudHlwZSwgZmlyc3QpO1xuICAgICAgY2FzZSAnYmluYXJ5JzpcbiAgICAgICAgaWYgKGUudHlwZSA9PT0gJ2YzMicpIHtcbiAgICAgICAgICBpZiAoZS5vcCA9PT0gJ211bCcgJiYgT2JqZWN0LmlzKGIudmFsdWUsIDApKSByZXR1cm4gYHRpbWVzWmVybygke2ZpcnN0fSlgO1xuICAgICAgICAgIGlmIChlLm9wID09PSAnbXVsJyAmJiBPYmplY3QuaXMoYS52YWx1ZSwgMCkpIHJldHVybiBgdGltZXNaZXJvKCR7YXJnKDEpfSlgO1xuICAgICAgICAgIGlmIChlLm9wID09PSAnc3ViJyAmJiBhID09PSBiKSByZXR1cm4gYGxlc3NJdHNlbGYoJHtmaXJzdH0pYDtcbiAgICAgICAgICBpZiAoZS5vcCA9PT0gJ2RpdicgJiYgYSA9PT0gYikgcmV0dXJuIGBieUl0c2VsZigke2ZpcnN0fSlgO1xuICAgICAgICB9XG4gICAgICAgIGlmIChiLmtpbmQgPT09ICdjb25zdCcpIHtcbiAgICAgICAgICBpZiAoZS5vcCA9PT0gJ3BvdycpIHJldHVybiBwb3dlclRleHQoZmlyc3QsIGIudmFsdWUgYXMgbnVtYmVyLCBhcmcoMSkpO1xuICAgICAgICAgIGNvbnN0IHNhZmUgPSBiLnZhbHVlICE9PSAwICYmIGIudmFsdWUgIT09IC0xICYmIGIudHlwZSAhPT0gJ2YzMic7XG4gICAgICAgICAgaWYgKHNhZmUgJiYgZS5vcCA9PT0gJ2RpdicpIHJldHVybiBgJHtmaXJzdH0gLyAke2FyZygxKX1gO1xuICAgICAgICAgIGlmIChzYWZlICYmIGUub3AgPT09ICdyZW0nKSByZXR1cm4gYCR7Zmlyc3R9ICUgJHthcmcoMSl9YDtcbiAgICAgICAgfVxuICAgICAgICByZXR1cm4gYmluYXJ5VGV4dChlLm9wIGFzIEJpbmFyeU9wLCBhLnR5cGUsIGZpcnN0LCBhcmcoMSkpO1xuICAgICAgY2FzZSAnc2VsZWN0JzpcbiAgICAgICAgcmV0dXJuIGBzZWxlY3QoJHthcmcoMil9LCAke2FyZygxKX0sICR7Zmlyc3R9KWA7XG4gICAgICBjYXNlICdjYXN0JzpcbiAgICAgICAgcmV0dXJuIGNhc3RUZXh0KGZpcnN0LCBhLnR5cGUsIGUudHlwZSk7XG4gICAgICBjYXNlICdiaXRjYXN0JzpcbiAgICAgICAgcmV0dXJuIGBiaXRjYXN0PCR7dHlwZU5hbWUoZS50eXBlKX0+KCR7Zmlyc3R9KWA7XG4gICAgICBkZWZhdWx0OlxuICAgICAgICB0aHJvdyBuZXcgRXJyb3IoYHdlYmdwdTogdW5rbm93biBleHByZXNzaW9uIGtpbmQgJHtlLmtpbmR9YCk7XG4gICAgfVxuICB9XG5cbiAgZnVuY3Rpb24gdmFsdWUocm9vdDogRXhwcik6IHN0cmluZyB7XG4gICAgY29uc3Qgc3RhY2sgPSBbcm9vdF07XG4gICAgd2hpbGUgKHN0YWNrLmxlbmd0aCA+IDApIHtcbiAgICAgIGNvbnN0IGUgPSBzdGFja1tzdGFjay5sZW5ndGggLSAxXTtcbiAgICAgIGlmICh2YWx1ZXMuaGFzKGUpKSB7XG4gICAgICAgIHN0YWNrLnBvcCgpO1xuICAgICAgICBjb250aW51ZTtcbiAgICAgIH1cbiAgICAgIGNvbnN0IG1pc3NpbmcgPSBvcGVyYW5kc09mKGUpLmZpbHRlcigoeCkgPT4gIXZhbHVlcy5oYXMoeCkpO1xuICAgICAgaWYgKG1pc3NpbmcubGVuZ3RoID4gMCkgc3RhY2sucHVzaCguLi5taXNzaW5nLnJldmVyc2UoKSk7XG4gICAgICBlbHNlIHtcbiAgICAgICAgZW1pdChlKTtcbiAgICAgICAgc3RhY2sucG9wKCk7XG4gICAgICB9XG4gICAgfVxuICAgIHJldHVybiB2YWx1ZXMuZ2V0KHJvb3QpIGFzIHN0cmluZztcbiAgfVxuICByZXR1cm4geyBsaW5lcywgdmFsdWUgfTtcbn1cblxuLy8gc21hbGwgcG93ZXJzIGFyZSBleGFjdCBwcm9kdWN0c1xuZnVuY3Rpb24gcG93ZXJUZXh0KGE6IHN0cmluZywgcG93ZXI6IG51bWJlciwgdGV4dDogc3RyaW5nKTogc3RyaW5nIHtcbiAgaWYgKHBvd2VyID09PSAxKSByZXR1cm4gYTtcbiAgaWYgKHBvd2VyID09PSAyKSByZXR1cm4gYCR7YX0gKiAke2F9YDtcbiAgaWYgKHBvd2VyID09PSAzKSByZXR1cm4gYCR7YX0gKiAke2F9ICogJHthfWA7XG4gIGlmIChwb3dlciA9PT0gLTEpIHJldHVybiBgMWYgLyAke2F9YDtcbiAgcmV0dXJuIHBvd2VyID09PSAwLjUgPyBgc3FydCgke2F9KWAgOiBgcG93Zigke2F9LCAke3RleHR9KWA7XG59XG4iLCAiLy8gTmVzdHMgd2l0aG91dCByZWR1Y3Rpb25zOiBvbmUgdGhyZWFkIGFuIG91dHB1dCBlbGVtZW50LiBBbGwgdmFsdWVzIGFyZSBjb21wdXRlZCBiZWZvcmUgdGhlIGZpcnN0XG4vLyBzdG9yZSwgc28gYW4gb3V0cHV0IG1heSBvdmVyd3JpdGUgYW4gaW5wdXQgdGhhdCBpcyByZWFkIGF0IHRoZSBzYW1lIHBvc2l0aW9uLlxuaW1wb3J0IHR5cGUgeyBOZXN0S2VybmVsIH0gZnJvbSAnLi4vLi4vLi4vY29tcGlsZXIvcHJvZ3JhbS50cyc7XG5pbXBvcnQgeyBleHByZXNzaW9uV3JpdGVyIH0gZnJvbSAnLi4vd2dzbC9leHByZXNzaW9uLnRzJztcbmltcG9ydCB7IG1haW5IZWFkLCB0eXBlIE9wZXJhbmQsIHR5cGUgU3RhZ2VzIH0gZnJvbSAnLi4vd2dzbC9zdGFnZS50cyc7XG5pbXBvcnQgeyBibG9jaywgcHJvZHVjdCwgc3BsaXRGbGF0IH0gZnJvbSAnLi9heGVzLnRzJztcblxuLyoqIE9wZXJhbmRzIG9mIGEgbmVzdDogaXRzIGlucHV0cywgdGhlbiBpdHMgb3V0cHV0cy4gKi9cbmV4cG9ydCBjb25zdCBuZXN0T3BlcmFuZHMgPSAoa2VybmVsOiBOZXN0S2VybmVsKTogT3BlcmFuZFtdID0+IFtcbiAgLi4ua2VybmVsLmlucHV0cy5tYXAoKGR0eXBlLCBhcmcpID0+ICh7IGFyZywgZHR5cGUsIHdyaXRlOiBmYWxzZSB9KSksXG4gIC4uLmtlcm5lbC5vdXRwdXRzLm1hcCgoZHR5cGUsIGopID0+ICh7IGFyZzoga2VybmVsLmlucHV0cy5sZW5ndGggKyBqLCBkdHlwZSwgd3JpdGU6IHRydWUgfSkpLFxuXTtcblxuLyoqIFRoZSBkaXNwYXRjaCBvZiBhIG5lc3Qgd2l0aG91dCByZWR1Y3Rpb25zLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hcFN0YWdlcyhrZXJuZWw6IE5lc3RLZXJuZWwpOiBTdGFnZXMge1xuICBjb25zdCB0b3RhbCA9IHByb2R1Y3Qoa2VybmVsLmF4ZXMpO1xuICBjb25zdCBzaXplID0gdG90YWwgPD0gNjQgKiA2NCA/IDY0IDogMjU2O1xuICByZXR1cm4ge1xuICAgIHNjcmF0Y2hCeXRlczogMCxcbiAgICBzdGFnZXM6IFtcbiAgICAgIHtcbiAgICAgICAgbmFtZTogJ21hcCcsXG4gICAgICAgIG9wZXJhbmRzOiBuZXN0T3BlcmFuZHMoa2VybmVsKSxcbiAgICAgICAgd29ya2dyb3VwczogTWF0aC5jZWlsKHRvdGFsIC8gc2l6ZSksXG4gICAgICAgIGJvZHkoYWNjZXNzKSB7XG4gICAgICAgICAgY29uc3Qgd3JpdGVyID0gZXhwcmVzc2lvbldyaXRlcih7XG4gICAgICAgICAgICBzY29wZXM6IDEsXG4gICAgICAgICAgICBheGlzU2NvcGU6ICgpID0+IDAsXG4gICAgICAgICAgICBheGlzVGV4dDogKGF4aXMpID0+IGF4aXMsXG4gICAgICAgICAgICBsb2FkOiAoYnVmZmVyLCBhdCkgPT4gYWNjZXNzLmxvYWQoYnVmZmVyLCBhdCksXG4gICAgICAgICAgfSk7XG4gICAgICAgICAgY29uc3QgdmFsdWVzID0ga2VybmVsLnJlc3VsdHMubWFwKChlKSA9PiB3cml0ZXIudmFsdWUoZSkpO1xuICAgICAgICAgIGNvbnN0IHN0b3JlcyA9IHZhbHVlcy5tYXAoKHYsIGopID0+IGFjY2Vzcy5zdG9yZShrZXJuZWwuaW5wdXRzLmxlbmd0aCArIGosICdmbGF0JywgdikpO1xuICAgICAgICAgIHJldHVybiBgJHttYWluSGVhZChzaXplKX0gIGxldCBmbGF0ID0gaTMyKGdyb3VwICogJHtzaXplfXUgKyBsaWQpO1xuICBpZiAoZmxhdCA+PSAke3RvdGFsfWkpIHsgcmV0dXJuOyB9XG4ke2Jsb2NrKFsuLi5zcGxpdEZsYXQoJ2ZsYXQnLCBrZXJuZWwuYXhlcywgKGkpID0+IGBpJHtpfWApLCAuLi53cml0ZXIubGluZXNbMF0sIC4uLnN0b3Jlc10pfX1cbmA7XG4gICAgICAgIH0sXG4gICAgICB9LFxuICAgIF0sXG4gIH07XG59XG4iLCAiLy8gSG93IGEgcmVkdWN0aW9uIGlzIHNwcmVhZCBvdmVyIHRocmVhZHMuIGBsYW5lc2AgdGhyZWFkcyBzaGFyZSBhbiBvdXRwdXQgYW5kIGpvaW4gdGhlaXIgcGFydHMgYnkgYVxuLy8gdHJlZSBpbiB3b3JrZ3JvdXAgbWVtb3J5OyBgb3V0cHV0c2Agb3V0cHV0cyBzaGFyZSBhIHdvcmtncm91cDsgYHNwbGl0c2Agd29ya2dyb3VwcyBzaGFyZSBhbiBvdXRwdXRcbi8vIHdoZW4gdGhlcmUgYXJlIGZldyBvdXRwdXRzIGFuZCBsb25nIHJlZHVjdGlvbnMsIGFuZCBhIHNlY29uZCBkaXNwYXRjaCBqb2lucyB0aGVpciBwYXJ0cy4gTmVpZ2hib3VyaW5nXG4vLyB0aHJlYWRzIHdhbGsgYWxvbmcgdGhlIHJlZHVjdGlvbiB3aGVyZSBsb2FkcyBhcmUgY29udGlndW91cyB0aGVyZSwgZWxzZSBhbG9uZyB0aGUgb3V0cHV0cy5cbi8vIENQVSBhZGFwdGVycyBnZXQgbm8gbGFuZXM6IGJhcnJpZXJzIGNvc3QgdGhlbSBtdWNoIGFuZCBnaXZlIG5vdGhpbmcgKHRoZXkgY29tcGlsZSBpbiBzZWNvbmRzLCB0b28pLlxuaW1wb3J0IHR5cGUgeyBOZXN0S2VybmVsIH0gZnJvbSAnLi4vLi4vLi4vY29tcGlsZXIvcHJvZ3JhbS50cyc7XG5pbXBvcnQgdHlwZSB7IEluZGV4IH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2luZGV4LWV4cHIudHMnO1xuaW1wb3J0IHR5cGUgeyBFeHByIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2lyLnRzJztcbmltcG9ydCB7IG5leHRQb3dlck9mVHdvLCBwcm9kdWN0IH0gZnJvbSAnLi9heGVzLnRzJztcblxuLyoqIFNwcmVhZCBvZiBhIHJlZHVjdGlvbjogc2VlIHRoZSBoZWFkIG9mIHRoZSBmaWxlLiAqL1xuZXhwb3J0IGludGVyZmFjZSBSZWR1Y2VQbGFuIHtcbiAgcmVhZG9ubHkgb3V0cHV0czogbnVtYmVyO1xuICByZWFkb25seSBsYW5lczogbnVtYmVyO1xuICByZWFkb25seSBzcGxpdHM6IG51bWJlcjtcbiAgLyoqIE5laWdoYm91cmluZyB0aHJlYWRzIGFyZSBsYW5lcyBvZiBvbmUgb3V0cHV0ICh0cnVlKSBvciBvdXRwdXRzIChmYWxzZSkuICovXG4gIHJlYWRvbmx5IGxhbmVzRmlyc3Q6IGJvb2xlYW47XG59XG5cbi8vICsxIGZvciBhIGxvYWQgdGhhdCBpcyBjb250aWd1b3VzIGFsb25nIHRoZSBsYXN0IHJlZHVjdGlvbiBheGlzLCAtMSBhbG9uZyB0aGUgbGFzdCBvdXRwdXQgYXhpc1xuZnVuY3Rpb24gY29udGlndWl0eShrZXJuZWw6IE5lc3RLZXJuZWwpOiBudW1iZXIge1xuICBjb25zdCBhbG9uZ1JlZHVjdGlvbiA9IGByJHtrZXJuZWwucmVkdWNlQXhlcy5sZW5ndGggLSAxfWA7XG4gIGNvbnN0IGFsb25nT3V0cHV0ID0gYGkke2tlcm5lbC5heGVzLmxlbmd0aCAtIDF9YDtcbiAgbGV0IHNjb3JlID0gMDtcbiAgY29uc3Qgc2VlbiA9IG5ldyBTZXQ8RXhwcj4oKTtcbiAgY29uc3QgbG9vayA9IChhdDogSW5kZXgpOiB2b2lkID0+IHtcbiAgICBmb3IgKGNvbnN0IHsgY29lZmZpY2llbnQ6IGMsIGF0b20gfSBvZiBhdC50ZXJtcykge1xuICAgICAgaWYgKE1hdGguYWJzKGMpICE9PSAxIHx8IGF0b20ua2luZCAhPT0gJ2F4aXMnKSBjb250aW51ZTtcbiAgICAgIGlmIChhdG9tLmF4aXMgPT09IGFsb25nUmVkdWN0aW9uKSBzY29yZSsrO1xuICAgICAgaWYgKGF0b20uYXhpcyA9PT0gYWxvbmdPdXRwdXQpIHNjb3JlLS07XG4gICAgfVxuICB9O1xuICBjb25zdCBzdGFjayA9IGtlcm5lbC5yZWR1Y3Rpb25zLm1hcCgocikgPT4gci5ib2R5KTtcbiAgZm9yIChsZXQgZSA9IHN0YWNrLnBvcCgpOyBlOyBlID0gc3RhY2sucG9wKCkpIHtcbiAgICBpZiAoc2Vlbi5oYXMoZSkpIGNvbnRpbnVlO1xuICAgIHNlZW4uYWRkKGUpO1xuICAgIGlmIChlLmtpbmQgPT09ICdsb2FkJyAmJiBlLmF0KSBsb29rKGUuYXQpO1xuICAgIHN0YWNrLnB1c2goLi4uZS5hcmdzKTtcbiAgfVxuICByZXR1cm4gc2NvcmU7XG59XG5cbi8qKiBUaGUgc3ByZWFkIGZvciBhIGtlcm5lbDsgYGhhcmR3YXJlYCB3YW50cyA2NSw1MzYgdGhyZWFkcywgYSBDUFUgYWRhcHRlciBhIGZldyBodW5kcmVkLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHBsYW5SZWR1Y3Rpb24oa2VybmVsOiBOZXN0S2VybmVsLCBoYXJkd2FyZTogYm9vbGVhbik6IFJlZHVjZVBsYW4ge1xuICBjb25zdCBvdXRwdXRzID0gcHJvZHVjdChrZXJuZWwuYXhlcyk7XG4gIGNvbnN0IGV4dGVudCA9IHByb2R1Y3Qoa2VybmVsLnJlZHVjZUF4ZXMpO1xuICBjb25zdCB3YW50ZWQgPSBoYXJkd2FyZSA/IDY1NTM2IDogNTEyO1xuICBpZiAoIWhhcmR3YXJlKSB7XG4gICAgY29uc3Qgc3BsaXRzID0gTWF0aC5taW4oTWF0aC5mbG9vcih3YW50ZWQgLyBvdXRwdXRzKSwgTWF0aC5mbG9vcihleHRlbnQgLyA2NCksIDY0KTtcbiAgICByZXR1cm4geyBvdXRwdXRzOiA2NCwgbGFuZXM6IDEsIHNwbGl0czogTWF0aC5tYXgoc3BsaXRzLCAxKSwgbGFuZXNGaXJzdDogZmFsc2UgfTtcbiAgfVxuICBjb25zdCBsYW5lc0ZpcnN0ID0gb3V0cHV0cyA9PT0gMSB8fCBjb250aWd1aXR5KGtlcm5lbCkgPiAwO1xuICBjb25zdCBtb3N0ID0gbGFuZXNGaXJzdCA/IDI1NiA6IDMyO1xuICBsZXQgbGFuZXMgPSAxO1xuICBpZiAoZXh0ZW50ID4gMTYpIHtcbiAgICAvLyBjb250aWd1b3VzIHJvd3Mgd2FudCBhIGNvYWxlc2NlZCByZWFkIGV2ZW4gd2hlbiB0aGVyZSBhcmUgb3V0cHV0cyBlbm91Z2hcbiAgICBjb25zdCB1c2VmdWwgPSBsYW5lc0ZpcnN0ID8gTWF0aC5taW4oMzIsIGV4dGVudCAvIDgpIDogMTtcbiAgICBsYW5lcyA9IG5leHRQb3dlck9mVHdvKE1hdGgubWF4KHVzZWZ1bCwgTWF0aC5taW4od2FudGVkIC8gb3V0cHV0cywgZXh0ZW50IC8gOCkpKTtcbiAgICBsYW5lcyA9IE1hdGgubWluKE1hdGgubWF4KGxhbmVzLCAxKSwgbW9zdCk7XG4gIH1cbiAgY29uc3QgdGhyZWFkcyA9IG91dHB1dHMgKiBsYW5lcztcbiAgY29uc3Qgc3BsaXRzID0gTWF0aC5taW4oTWF0aC5mbG9vcih3YW50ZWQgLyB0aHJlYWRzKSwgTWF0aC5mbG9vcihleHRlbnQgLyAobGFuZXMgKiAzMikpLCAxMDI0KTtcbiAgY29uc3Qgc2l6ZSA9IE1hdGgubWF4KGxhbmVzLCB0aHJlYWRzIDw9IDQwOTYgPyA2NCA6IDI1Nik7XG4gIHJldHVybiB7IG91dHB1dHM6IHNpemUgLyBsYW5lcywgbGFuZXMsIHNwbGl0czogTWF0aC5tYXgoc3BsaXRzLCAxKSwgbGFuZXNGaXJzdCB9O1xufVxuIiwgIi8vIE5lc3RzIHdpdGggcmVkdWN0aW9ucy4gU3VtcyBvZiBuIHRlcm1zIGFyZSBrZXB0IGluIGJsb2NrcyBvZiBhYm91dCBzcXJ0KG4pIHRoYXQgYXJlIGFkZGVkIHRvIGEgdG90YWwsXG4vLyBhbmQgbGFuZXMgYXJlIGpvaW5lZCBieSBhIHRyZWUsIHNvIHRoYXQgZXJyb3JzIGRvIG5vdCBncm93IHdpdGggdGhlIGxlbmd0aDogNCwxOTQsMzA0IHNxdWFyZXMgY29tZVxuLy8gb3V0IHdpdGhpbiAxZS02LiBhcmdtYXggYW5kIGFyZ21pbiBjYXJyeSB2YWx1ZSBhbmQgcG9zaXRpb247IHRoZVxuLy8gZmlyc3QgcG9zaXRpb24gd2lucyBhbmQgTmFOIGNvdW50cyBhcyB0aGUgZXh0cmVtZS5cbmltcG9ydCB0eXBlIHsgTmVzdEtlcm5lbCB9IGZyb20gJy4uLy4uLy4uL2NvbXBpbGVyL3Byb2dyYW0udHMnO1xuaW1wb3J0IHR5cGUgeyBTY2FsYXJUeXBlIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2R0eXBlLnRzJztcbmltcG9ydCB0eXBlIHsgUmVkdWNlT3AgfSBmcm9tICcuLi8uLi8uLi90ZW5zb3IvaXIudHMnO1xuaW1wb3J0IHsgdHlwZSBFeHByZXNzaW9uV3JpdGVyLCBleHByZXNzaW9uV3JpdGVyIH0gZnJvbSAnLi4vd2dzbC9leHByZXNzaW9uLnRzJztcbmltcG9ydCB7IGJlYXRzVGV4dCwgY29tYmluZVRleHQsIGlkZW50aXR5LCB0aWVzVGV4dCwgdHlwZU5hbWUgfSBmcm9tICcuLi93Z3NsL3NjYWxhci50cyc7XG5pbXBvcnQgdHlwZSB7IFNoYWRlck9wdGlvbnMsIFN0YWdlLCBTdGFnZXMgfSBmcm9tICcuLi93Z3NsL3N0YWdlLnRzJztcbmltcG9ydCB7IG1haW5IZWFkIH0gZnJvbSAnLi4vd2dzbC9zdGFnZS50cyc7XG5pbXBvcnQgeyBibG9jaywgbmV4dFBvd2VyT2ZUd28sIHByb2R1Y3QsIHNwbGl0RmxhdCB9IGZyb20gJy4vYXhlcy50cyc7XG5pbXBvcnQgeyBuZXN0T3BlcmFuZHMgfSBmcm9tICcuL21hcC50cyc7XG5pbXBvcnQgeyBwbGFuUmVkdWN0aW9uLCB0eXBlIFJlZHVjZVBsYW4gfSBmcm9tICcuL3JlZHVjZS1wbGFuLnRzJztcblxuY29uc3Qgc2hvcnRlc3QgPSA2NDtcblxuaW50ZXJmYWNlIFBhcnQge1xuICByZWFkb25seSBvcDogUmVkdWNlT3A7XG4gIHJlYWRvbmx5IHR5cGU6IFNjYWxhclR5cGU7XG4gIC8qKiBhcmdtYXgsIGFyZ21pbjogYSBzZWNvbmQgdmFyaWFibGUgaG9sZHMgdGhlIHBvc2l0aW9uLCAtMSB3aGlsZSB0aGVyZSBpcyBub25lLiAqL1xuICByZWFkb25seSBwb3NpdGlvbmVkOiBib29sZWFuO1xuICByZWFkb25seSB3b3JkOiBudW1iZXI7XG59XG5cbmZ1bmN0aW9uIHBhcnRzT2Yoa2VybmVsOiBOZXN0S2VybmVsKTogeyBwYXJ0czogUGFydFtdOyB3b3JkczogbnVtYmVyIH0ge1xuICBsZXQgd29yZHMgPSAwO1xuICBjb25zdCBwYXJ0cyA9IGtlcm5lbC5yZWR1Y3Rpb25zLm1hcCgoeyBvcCwgYm9keSB9KSA9PiB7XG4gICAgY29uc3QgcG9zaXRpb25lZCA9IG9wID09PSAnYXJnbWF4JyB8fCBvcCA9PT0gJ2FyZ21pbic7XG4gICAgY29uc3QgcGFydCA9IHsgb3AsIHR5cGU6IGJvZHkudHlwZSwgcG9zaXRpb25lZCwgd29yZDogd29yZHMgfTtcbiAgICB3b3JkcyArPSBwb3NpdGlvbmVkID8gMiA6IDE7XG4gICAgcmV0dXJuIHBhcnQ7XG4gIH0pO1xuICByZXR1cm4geyBwYXJ0cywgd29yZHMgfTtcbn1cblxuY29uc3QgZGVjbGFyYXRpb25zID0gKHBhcnRzOiByZWFkb25seSBQYXJ0W10sIG5hbWU6IHN0cmluZyk6IHN0cmluZ1tdID0+XG4gIHBhcnRzLmZsYXRNYXAoKHAsIGspID0+IFtcbiAgICBgdmFyICR7bmFtZX0ke2t9OiAke3R5cGVOYW1lKHAudHlwZSl9ID0gJHtpZGVudGl0eShwLm9wLCBwLnR5cGUpfTtgLFxuICAgIC4uLihwLnBvc2l0aW9uZWQgPyBbYHZhciAke25hbWV9JHtrfWF0OiBpMzIgPSAtMWk7YF0gOiBbXSksXG4gIF0pO1xuXG4vKiogYHRhcmdldGAgam9pbmVkIHdpdGggYHZhbHVlYCAoYW5kIGl0cyBwb3NpdGlvbiksIGFzIHN0YXRlbWVudHMuICovXG5mdW5jdGlvbiBqb2luKHA6IFBhcnQsIHRhcmdldDogc3RyaW5nLCB0YXJnZXRBdDogc3RyaW5nLCB2YWx1ZTogc3RyaW5nLCB2YWx1ZUF0OiBzdHJpbmcpOiBzdHJpbmdbXSB7XG4gIGlmICghcC5wb3NpdGlvbmVkKSByZXR1cm4gW2Ake3RhcmdldH0gPSAke2NvbWJpbmVUZXh0KHAub3AsIHAudHlwZSwgdGFyZ2V0LCB2YWx1ZSl9O2BdO1xuICBjb25zdCB3aW5zID0gYmVhdHNUZXh0KHAub3AsIHAudHlwZSwgdGFyZ2V0LCB2YWx1ZSk7XG4gIGNvbnN0IHRpZXMgPSBgKCR7dGllc1RleHQocC50eXBlLCB0YXJnZXQsIHZhbHVlKX0gJiYgJHt2YWx1ZUF0fSA8ICR7dGFyZ2V0QXR9KWA7XG4gIHJldHVybiBbXG4gICAgYGlmICgke3ZhbHVlQXR9ID49IDBpICYmICgke3RhcmdldEF0fSA8IDBpIHx8ICR7d2luc30gfHwgJHt0aWVzfSkpIHtgLFxuICAgIGAgICR7dGFyZ2V0fSA9ICR7dmFsdWV9O2AsXG4gICAgYCAgJHt0YXJnZXRBdH0gPSAke3ZhbHVlQXR9O2AsXG4gICAgJ30nLFxuICBdO1xufVxuXG4vLyBPbmUgc3RlcCBvZiB0aGUgbG9vcCBvdmVyIHRoZSByZWR1Y3Rpb246IHZhbHVlcyBpbnRvIGFjY3VtdWxhdG9ycyBgbmFtZWAuXG5mdW5jdGlvbiBhY2N1bXVsYXRlKHBhcnRzOiByZWFkb25seSBQYXJ0W10sIG5hbWU6IHN0cmluZywgdmFsdWVzOiBzdHJpbmdbXSwgYXQ6IHN0cmluZyk6IHN0cmluZ1tdIHtcbiAgcmV0dXJuIHBhcnRzLmZsYXRNYXAoKHAsIGspID0+IGpvaW4ocCwgYCR7bmFtZX0ke2t9YCwgYCR7bmFtZX0ke2t9YXRgLCB2YWx1ZXNba10sIGF0KSk7XG59XG5cbi8qKiBUaGUgZGlzcGF0Y2hlcyBvZiBhIG5lc3Qgd2l0aCByZWR1Y3Rpb25zLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHJlZHVjZVN0YWdlcyhrZXJuZWw6IE5lc3RLZXJuZWwsIG9wdGlvbnM6IFNoYWRlck9wdGlvbnMpOiBTdGFnZXMge1xuICBjb25zdCBwbGFuID0gcGxhblJlZHVjdGlvbihrZXJuZWwsIG9wdGlvbnMuaGFyZHdhcmUpO1xuICBjb25zdCB7IHBhcnRzLCB3b3JkcyB9ID0gcGFydHNPZihrZXJuZWwpO1xuICBjb25zdCBvdXRwdXRzID0gcHJvZHVjdChrZXJuZWwuYXhlcyk7XG4gIGlmIChwbGFuLnNwbGl0cyA9PT0gMSkge1xuICAgIHJldHVybiB7IHNjcmF0Y2hCeXRlczogMCwgc3RhZ2VzOiBbZmlyc3RTdGFnZShrZXJuZWwsIHBsYW4sIHBhcnRzLCB3b3JkcyldIH07XG4gIH1cbiAgcmV0dXJuIHtcbiAgICBzY3JhdGNoQnl0ZXM6IG91dHB1dHMgKiBwbGFuLnNwbGl0cyAqIHdvcmRzICogNCxcbiAgICBzdGFnZXM6IFtmaXJzdFN0YWdlKGtlcm5lbCwgcGxhbiwgcGFydHMsIHdvcmRzKSwgc2Vjb25kU3RhZ2Uoa2VybmVsLCBwbGFuLCBwYXJ0cywgd29yZHMpXSxcbiAgfTtcbn1cblxuZnVuY3Rpb24gZmlyc3RTdGFnZShrZXJuZWw6IE5lc3RLZXJuZWwsIHBsYW46IFJlZHVjZVBsYW4sIHBhcnRzOiBQYXJ0W10sIHdvcmRzOiBudW1iZXIpOiBTdGFnZSB7XG4gIGNvbnN0IHsgb3V0cHV0cywgbGFuZXMsIHNwbGl0cywgbGFuZXNGaXJzdCB9ID0gcGxhbjtcbiAgY29uc3Qgc2l6ZSA9IG91dHB1dHMgKiBsYW5lcztcbiAgY29uc3QgdG90YWwgPSBwcm9kdWN0KGtlcm5lbC5heGVzKTtcbiAgY29uc3QgZXh0ZW50ID0gcHJvZHVjdChrZXJuZWwucmVkdWNlQXhlcyk7XG4gIGNvbnN0IGdyb3VwcyA9IE1hdGguY2VpbCh0b3RhbCAvIG91dHB1dHMpO1xuICBjb25zdCBhbGwgPSBuZXN0T3BlcmFuZHMoa2VybmVsKTtcbiAgY29uc3Qgc3BsaXQgPSBzcGxpdHMgPiAxO1xuICBjb25zdCBvcGVyYW5kcyA9IHNwbGl0XG4gICAgPyBbXG4gICAgICAgIC4uLmFsbC5maWx0ZXIoKG8pID0+ICFvLndyaXRlKSxcbiAgICAgICAgeyBhcmc6ICdzY3JhdGNoJyBhcyBjb25zdCwgZHR5cGU6ICd1MzInIGFzIGNvbnN0LCB3cml0ZTogdHJ1ZSB9LFxuICAgICAgXVxuICAgIDogYWxsO1xuICByZXR1cm4ge1xuICAgIG5hbWU6IHNwbGl0ID8gJ3JlZHVjZSwgZmlyc3QgaGFsZicgOiAncmVkdWNlJyxcbiAgICBvcGVyYW5kcyxcbiAgICB3b3JrZ3JvdXBzOiBncm91cHMgKiBzcGxpdHMsXG4gICAgYm9keShhY2Nlc3MpIHtcbiAgICAgIGNvbnN0IGhlYWQgPSBbXG4gICAgICAgIC4uLihzcGxpdFxuICAgICAgICAgID8gW2BsZXQgcGFydCA9IGkzMihncm91cCAvICR7Z3JvdXBzfXUpO2AsIGBsZXQgdGlsZSA9IGdyb3VwICUgJHtncm91cHN9dTtgXVxuICAgICAgICAgIDogWydsZXQgdGlsZSA9IGdyb3VwOyddKSxcbiAgICAgICAgYGxldCBsYW5lID0gaTMyKGxpZCAke2xhbmVzRmlyc3QgPyBgJSAke2xhbmVzfXVgIDogYC8gJHtvdXRwdXRzfXVgfSk7YCxcbiAgICAgICAgYGxldCBmbGF0ID0gaTMyKHRpbGUgKiAke291dHB1dHN9dSArIGxpZCAke2xhbmVzRmlyc3QgPyBgLyAke2xhbmVzfXVgIDogYCUgJHtvdXRwdXRzfXVgfSk7YCxcbiAgICAgICAgLy8gdGhyZWFkcyBiZXlvbmQgdGhlIGVuZCByZXBlYXQgdGhlIGxhc3Qgb3V0cHV0LCBzaW5jZSB0aGV5IG11c3QgcmVhY2ggdGhlIGJhcnJpZXJzXG4gICAgICAgIGBsZXQgbyA9IG1pbihmbGF0LCAke3RvdGFsIC0gMX1pKTtgLFxuICAgICAgICAuLi5zcGxpdEZsYXQoJ28nLCBrZXJuZWwuYXhlcywgKGkpID0+IGBpJHtpfWApLFxuICAgICAgICAuLi5kZWNsYXJhdGlvbnMocGFydHMsICdhY2MnKSxcbiAgICAgIF07XG4gICAgICBjb25zdCBsb2FkID0gKGJ1ZmZlcjogbnVtYmVyLCBhdDogc3RyaW5nKTogc3RyaW5nID0+IGFjY2Vzcy5sb2FkKGJ1ZmZlciwgYXQpO1xuICAgICAgY29uc3QgbG9vcCA9XG4gICAgICAgIGxhbmVzID09PSAxICYmICFzcGxpdCAmJiBrZXJuZWwucmVkdWNlQXhlcy5sZW5ndGggPiAxXG4gICAgICAgICAgPyBuZXN0ZWRMb29wcyhrZXJuZWwsIHBhcnRzLCBsb2FkKVxuICAgICAgICAgIDogZmxhdExvb3Aoa2VybmVsLCBwYXJ0cywgbG9hZCwgbGFuZXMsIE1hdGguY2VpbChleHRlbnQgLyBzcGxpdHMpLCBzcGxpdCk7XG4gICAgICBjb25zdCBzY3JhdGNoID0ga2VybmVsLmlucHV0cy5sZW5ndGg7XG4gICAgICBjb25zdCBmaW5pc2ggPSBzcGxpdFxuICAgICAgICA/IHBhcnRpYWxTdG9yZXMocGFydHMsIHdvcmRzLCBzcGxpdHMpLm1hcCgoeyBhdCwgdmFsdWUgfSkgPT5cbiAgICAgICAgICAgIGFjY2Vzcy5zdG9yZShzY3JhdGNoLCBhdCwgdmFsdWUpLFxuICAgICAgICAgIClcbiAgICAgICAgOiByZXN1bHRzKGtlcm5lbCwgbG9hZCwgKGosIHYpID0+IGFjY2Vzcy5zdG9yZShrZXJuZWwuaW5wdXRzLmxlbmd0aCArIGosICdvJywgdikpO1xuICAgICAgY29uc3Qgc2hhcmVkID0gbGFuZXMgPiAxID8gc2hhcmVkQXJyYXlzKHBhcnRzLCBzaXplKSA6ICcnO1xuICAgICAgcmV0dXJuIGAke3NoYXJlZH0ke21haW5IZWFkKHNpemUpfSR7YmxvY2soWy4uLmhlYWQsIC4uLmxvb3BdKX0ke1xuICAgICAgICBsYW5lcyA+IDEgPyB0cmVlKHBhcnRzLCBsYW5lcywgbGFuZXNGaXJzdCA/IDEgOiBvdXRwdXRzKSA6ICcnXG4gICAgICB9ICBpZiAobGFuZSA9PSAwaSAmJiBmbGF0IDwgJHt0b3RhbH1pKSB7XG4ke2Jsb2NrKGZpbmlzaCwgMil9ICB9XG59XG5gO1xuICAgIH0sXG4gIH07XG59XG5cbmZ1bmN0aW9uIHJlc3VsdHMoXG4gIGtlcm5lbDogTmVzdEtlcm5lbCxcbiAgbG9hZDogKGJ1ZmZlcjogbnVtYmVyLCBhdDogc3RyaW5nKSA9PiBzdHJpbmcsXG4gIHN0b3JlOiAob3V0cHV0OiBudW1iZXIsIHZhbHVlOiBzdHJpbmcpID0+IHN0cmluZyxcbik6IHN0cmluZ1tdIHtcbiAgY29uc3Qgd3JpdGVyID0gZXhwcmVzc2lvbldyaXRlcih7XG4gICAgc2NvcGVzOiAxLFxuICAgIHByZWZpeDogJ3cnLFxuICAgIGF4aXNTY29wZTogKCkgPT4gMCxcbiAgICBheGlzVGV4dDogKGF4aXMpID0+IGF4aXMsXG4gICAgbG9hZCxcbiAgICBhY2M6IChuKSA9PiAocGFydHNPZihrZXJuZWwpLnBhcnRzW25dLnBvc2l0aW9uZWQgPyBgYWNjJHtufWF0YCA6IGBhY2Mke259YCksXG4gIH0pO1xuICBjb25zdCB2YWx1ZXMgPSBrZXJuZWwucmVzdWx0cy5tYXAoKGUpID0+IHdyaXRlci52YWx1ZShlKSk7XG4gIHJldHVybiBbLi4ud3JpdGVyLmxpbmVzWzBdLCAuLi52YWx1ZXMubWFwKCh2LCBqKSA9PiBzdG9yZShqLCB2KSldO1xufVxuXG5jb25zdCB2YWx1ZXMgPSAoa2VybmVsOiBOZXN0S2VybmVsLCB3cml0ZXI6IEV4cHJlc3Npb25Xcml0ZXIpOiBzdHJpbmdbXSA9PlxuICBrZXJuZWwucmVkdWN0aW9ucy5tYXAoKHIpID0+IHdyaXRlci52YWx1ZShyLmJvZHkpKTtcblxuLy8gbGFuZXMgdGFrZSBldmVyeSBsYW5lcy10aCB0ZXJtIG9mIFtwYXJ0ICogY2h1bmssIChwYXJ0ICsgMSkgKiBjaHVuaylcbmZ1bmN0aW9uIGZsYXRMb29wKFxuICBrZXJuZWw6IE5lc3RLZXJuZWwsXG4gIHBhcnRzOiBQYXJ0W10sXG4gIGxvYWQ6IChidWZmZXI6IG51bWJlciwgYXQ6IHN0cmluZykgPT4gc3RyaW5nLFxuICBsYW5lczogbnVtYmVyLFxuICBjaHVuazogbnVtYmVyLFxuICBzcGxpdDogYm9vbGVhbixcbik6IHN0cmluZ1tdIHtcbiAgY29uc3QgZXh0ZW50ID0gcHJvZHVjdChrZXJuZWwucmVkdWNlQXhlcyk7XG4gIGNvbnN0IHdyaXRlciA9IGV4cHJlc3Npb25Xcml0ZXIoe1xuICAgIHNjb3BlczogMixcbiAgICBheGlzU2NvcGU6IChheGlzKSA9PiAoYXhpc1swXSA9PT0gJ3InID8gMSA6IDApLFxuICAgIGF4aXNUZXh0OiAoYXhpcykgPT4gYXhpcyxcbiAgICBsb2FkLFxuICB9KTtcbiAgY29uc3QgdiA9IHZhbHVlcyhrZXJuZWwsIHdyaXRlcik7XG4gIGNvbnN0IGJsb2NrTGVuZ3RoID0gTWF0aC5tYXgoc2hvcnRlc3QsIG5leHRQb3dlck9mVHdvKE1hdGguc3FydChjaHVuayAvIGxhbmVzKSkpO1xuICBjb25zdCBsb25nID0gY2h1bmsgLyBsYW5lcyA+IDIgKiBibG9ja0xlbmd0aDtcbiAgY29uc3QgdGFyZ2V0ID0gbG9uZyA/ICdzdWInIDogJ2FjYyc7XG4gIGNvbnN0IGlubmVyID0gW1xuICAgIC4uLnNwbGl0RmxhdCgncicsIGtlcm5lbC5yZWR1Y2VBeGVzLCAoaSkgPT4gYHIke2l9YCksXG4gICAgLi4ud3JpdGVyLmxpbmVzWzFdLFxuICAgIC4uLmFjY3VtdWxhdGUocGFydHMsIHRhcmdldCwgdiwgJ3InKSxcbiAgXS5tYXAoKGwpID0+IGAgICR7bH1gKTtcbiAgY29uc3QgYm91bmRzID0gc3BsaXRcbiAgICA/IFtgbGV0IGJlZ2luID0gcGFydCAqICR7Y2h1bmt9aTtgLCBgbGV0IGVuZCA9IG1pbihiZWdpbiArICR7Y2h1bmt9aSwgJHtleHRlbnR9aSk7YF1cbiAgICA6IFsnbGV0IGJlZ2luID0gMGk7JywgYGxldCBlbmQgPSAke2V4dGVudH1pO2BdO1xuICBpZiAoIWxvbmcpIHtcbiAgICBjb25zdCBsb29wID0gYGZvciAodmFyIHIgPSBiZWdpbiArIGxhbmU7IHIgPCBlbmQ7IHIgKz0gJHtsYW5lc31pKSB7YDtcbiAgICByZXR1cm4gWy4uLndyaXRlci5saW5lc1swXSwgLi4uYm91bmRzLCBsb29wLCAuLi5pbm5lciwgJ30nXTtcbiAgfVxuICBjb25zdCBzdGVwID0gbGFuZXMgKiBibG9ja0xlbmd0aDtcbiAgcmV0dXJuIFtcbiAgICAuLi53cml0ZXIubGluZXNbMF0sXG4gICAgLi4uYm91bmRzLFxuICAgIGBmb3IgKHZhciBxID0gYmVnaW4gKyBsYW5lOyBxIDwgZW5kOyBxICs9ICR7c3RlcH1pKSB7YCxcbiAgICAuLi5kZWNsYXJhdGlvbnMocGFydHMsICdzdWInKS5tYXAoKGwpID0+IGAgICR7bH1gKSxcbiAgICBgICBsZXQgc3RvcCA9IG1pbihxICsgJHtzdGVwfWksIGVuZCk7YCxcbiAgICBgICBmb3IgKHZhciByID0gcTsgciA8IHN0b3A7IHIgKz0gJHtsYW5lc31pKSB7YCxcbiAgICAuLi5pbm5lci5tYXAoKGwpID0+IGAgICR7bH1gKSxcbiAgICAnICB9JyxcbiAgICAuLi5wYXJ0c1xuICAgICAgLmZsYXRNYXAoKHAsIGspID0+IGpvaW4ocCwgYGFjYyR7a31gLCBgYWNjJHtrfWF0YCwgYHN1YiR7a31gLCBgc3ViJHtrfWF0YCkpXG4gICAgICAubWFwKChsKSA9PiBgICAke2x9YCksXG4gICAgJ30nLFxuICBdO1xufVxuXG4vLyBvbmUgdGhyZWFkIHdhbGtzIGFsbCBheGVzOiBubyBkaXZpc2lvbnMsIGFuZCB3aGF0IGFuIG91dGVyIGxvb3AgZml4ZXMgaXMgY29tcHV0ZWQgdGhlcmVcbmZ1bmN0aW9uIG5lc3RlZExvb3BzKFxuICBrZXJuZWw6IE5lc3RLZXJuZWwsXG4gIHBhcnRzOiBQYXJ0W10sXG4gIGxvYWQ6IChidWZmZXI6IG51bWJlciwgYXQ6IHN0cmluZykgPT4gc3RyaW5nLFxuKTogc3RyaW5nW10ge1xuICBjb25zdCBkZXB0aCA9IGtlcm5lbC5yZWR1Y2VBeGVzLmxlbmd0aDtcbiAgY29uc3Qgd3JpdGVyID0gZXhwcmVzc2lvbldyaXRlcih7XG4gICAgc2NvcGVzOiBkZXB0aCArIDEsXG4gICAgYXhpc1Njb3BlOiAoYXhpcykgPT4gKGF4aXNbMF0gPT09ICdyJyA/IDEgKyBOdW1iZXIoYXhpcy5zbGljZSgxKSkgOiAwKSxcbiAgICBheGlzVGV4dDogKGF4aXMpID0+IGF4aXMsXG4gICAgbG9hZCxcbiAgfSk7XG4gIGNvbnN0IHYgPSB2YWx1ZXMoa2VybmVsLCB3cml0ZXIpO1xuICBjb25zdCB3ZWlnaHRzID0ga2VybmVsLnJlZHVjZUF4ZXMubWFwKChfLCBpKSA9PiBwcm9kdWN0KGtlcm5lbC5yZWR1Y2VBeGVzLnNsaWNlKGkgKyAxKSkpO1xuICBjb25zdCBhdCA9IHdlaWdodHMubWFwKCh3LCBpKSA9PiBgciR7aX0gKiAke3d9aWApLmpvaW4oJyArICcpO1xuICBjb25zdCBsb25nID0gcHJvZHVjdChrZXJuZWwucmVkdWNlQXhlcykgPiBzaG9ydGVzdDtcbiAgY29uc3QgbGluZXMgPSBbLi4ud3JpdGVyLmxpbmVzWzBdXTtcbiAgZm9yIChsZXQgZCA9IDA7IGQgPCBkZXB0aDsgZCsrKSB7XG4gICAgY29uc3QgbGFzdCA9IGQgPT09IGRlcHRoIC0gMTtcbiAgICBpZiAobGFzdCAmJiBsb25nKSBsaW5lcy5wdXNoKC4uLmRlY2xhcmF0aW9ucyhwYXJ0cywgJ3N1YicpKTtcbiAgICBsaW5lcy5wdXNoKGBmb3IgKHZhciByJHtkfSA9IDBpOyByJHtkfSA8ICR7a2VybmVsLnJlZHVjZUF4ZXNbZF19aTsgciR7ZH0rKykge2ApO1xuICAgIGxpbmVzLnB1c2goLi4ud3JpdGVyLmxpbmVzW2QgKyAxXSk7XG4gIH1cbiAgbGluZXMucHVzaCguLi5hY2N1bXVsYXRlKHBhcnRzLCBsb25nID8gJ3N1YicgOiAnYWNjJywgdiwgYCgke2F0fSlgKSwgJ30nKTtcbiAgaWYgKGxvbmcpIHtcbiAgICBmb3IgKGNvbnN0IFtrLCBwXSBvZiBwYXJ0cy5lbnRyaWVzKCkpIHtcbiAgICAgIGxpbmVzLnB1c2goLi4uam9pbihwLCBgYWNjJHtrfWAsIGBhY2Mke2t9YXRgLCBgc3ViJHtrfWAsIGBzdWIke2t9YXRgKSk7XG4gICAgfVxuICB9XG4gIGZvciAobGV0IGQgPSAxOyBkIDwgZGVwdGg7IGQrKykgbGluZXMucHVzaCgnfScpO1xuICByZXR1cm4gbGluZXM7XG59XG5cbmNvbnN0IHNoYXJlZEFycmF5cyA9IChwYXJ0czogcmVhZG9ubHkgUGFydFtdLCBzaXplOiBudW1iZXIpOiBzdHJpbmcgPT5cbiAgcGFydHNcbiAgICAubWFwKFxuICAgICAgKHAsIGspID0+XG4gICAgICAgIGB2YXI8d29ya2dyb3VwPiBzaGFyZWQke2t9OiBhcnJheTwke3R5cGVOYW1lKHAudHlwZSl9LCAke3NpemV9PjtcXG5gICtcbiAgICAgICAgKHAucG9zaXRpb25lZCA/IGB2YXI8d29ya2dyb3VwPiBzaGFyZWQke2t9YXQ6IGFycmF5PGkzMiwgJHtzaXplfT47XFxuYCA6ICcnKSxcbiAgICApXG4gICAgLmpvaW4oJycpO1xuXG4vLyBhZnRlciBpdCBsYW5lIDAgaG9sZHMgdGhlIGpvaW5lZCBhY2N1bXVsYXRvcnM7IGBzdHJpZGVgOiB0aHJlYWRzIGJldHdlZW4gbmVpZ2hib3VyaW5nIGxhbmVzXG5mdW5jdGlvbiB0cmVlKHBhcnRzOiByZWFkb25seSBQYXJ0W10sIGxhbmVzOiBudW1iZXIsIHN0cmlkZTogbnVtYmVyKTogc3RyaW5nIHtcbiAgY29uc3QgcHV0ID0gcGFydHMuZmxhdE1hcCgocCwgaykgPT4gW1xuICAgIGBzaGFyZWQke2t9W2xpZF0gPSBhY2Mke2t9O2AsXG4gICAgLi4uKHAucG9zaXRpb25lZCA/IFtgc2hhcmVkJHtrfWF0W2xpZF0gPSBhY2Mke2t9YXQ7YF0gOiBbXSksXG4gIF0pO1xuICBjb25zdCBvdGhlciA9IGBbbGlkICsgdTMyKHN0ZXApJHtzdHJpZGUgPiAxID8gYCAqICR7c3RyaWRlfXVgIDogJyd9XWA7XG4gIGNvbnN0IGpvaW5zID0gcGFydHMuZmxhdE1hcCgocCwgaykgPT5cbiAgICBqb2luKHAsIGBhY2Mke2t9YCwgYGFjYyR7a31hdGAsIGBzaGFyZWQke2t9JHtvdGhlcn1gLCBgc2hhcmVkJHtrfWF0JHtvdGhlcn1gKSxcbiAgKTtcbiAgcmV0dXJuIGJsb2NrKFtcbiAgICAuLi5wdXQsXG4gICAgJ3dvcmtncm91cEJhcnJpZXIoKTsnLFxuICAgIGBmb3IgKHZhciBzdGVwID0gJHtsYW5lcyAvIDJ9aTsgc3RlcCA+IDBpOyBzdGVwID0gc3RlcCA+PiAxdSkge2AsXG4gICAgJyAgaWYgKGxhbmUgPCBzdGVwKSB7JyxcbiAgICAuLi5bLi4uam9pbnMsIC4uLnB1dF0ubWFwKChsKSA9PiBgICAgICR7bH1gKSxcbiAgICAnICB9JyxcbiAgICAnICB3b3JrZ3JvdXBCYXJyaWVyKCk7JyxcbiAgICAnfScsXG4gIF0pO1xufVxuXG5jb25zdCBhc0JpdHMgPSAodHlwZTogU2NhbGFyVHlwZSwgdmFsdWU6IHN0cmluZyk6IHN0cmluZyA9PlxuICB0eXBlID09PSAndTMyJyA/IHZhbHVlIDogdHlwZSA9PT0gJ2Jvb2wnID8gYHNlbGVjdCgwdSwgMXUsICR7dmFsdWV9KWAgOiBgYml0Y2FzdDx1MzI+KCR7dmFsdWV9KWA7XG5cbmNvbnN0IGZyb21CaXRzID0gKHR5cGU6IFNjYWxhclR5cGUsIGJpdHM6IHN0cmluZyk6IHN0cmluZyA9PlxuICB0eXBlID09PSAndTMyJyA/IGJpdHMgOiB0eXBlID09PSAnYm9vbCcgPyBgKCR7Yml0c30gIT0gMHUpYCA6IGBiaXRjYXN0PCR7dHlwZX0+KCR7Yml0c30pYDtcblxuZnVuY3Rpb24gcGFydGlhbFN0b3JlcyhcbiAgcGFydHM6IHJlYWRvbmx5IFBhcnRbXSxcbiAgd29yZHM6IG51bWJlcixcbiAgc3BsaXRzOiBudW1iZXIsXG4pOiB7IGF0OiBzdHJpbmc7IHZhbHVlOiBzdHJpbmcgfVtdIHtcbiAgY29uc3QgYmFzZSA9IGAobyAqICR7c3BsaXRzfWkgKyBwYXJ0KSAqICR7d29yZHN9aWA7XG4gIHJldHVybiBwYXJ0cy5mbGF0TWFwKChwLCBrKSA9PiBbXG4gICAgeyBhdDogYCR7YmFzZX0gKyAke3Aud29yZH1pYCwgdmFsdWU6IGFzQml0cyhwLnR5cGUsIGBhY2Mke2t9YCkgfSxcbiAgICAuLi4ocC5wb3NpdGlvbmVkXG4gICAgICA/IFt7IGF0OiBgJHtiYXNlfSArICR7cC53b3JkICsgMX1pYCwgdmFsdWU6IGFzQml0cygnaTMyJywgYGFjYyR7a31hdGApIH1dXG4gICAgICA6IFtdKSxcbiAgXSk7XG59XG5cbi8vIGpvaW5zIHRoZSBwYXJ0cyBvZiBlYWNoIG91dHB1dDogb25lIHNtYWxsIHdvcmtncm91cCBhbiBvdXRwdXQsIG9yIG9uZSB0aHJlYWQgZm9yIENQVSBhZGFwdGVyc1xuZnVuY3Rpb24gc2Vjb25kU3RhZ2Uoa2VybmVsOiBOZXN0S2VybmVsLCBwbGFuOiBSZWR1Y2VQbGFuLCBwYXJ0czogUGFydFtdLCB3b3JkczogbnVtYmVyKTogU3RhZ2Uge1xuICBjb25zdCBzaXplID0gNjQ7XG4gIGNvbnN0IGFsb25lID0gcGxhbi5sYW5lcyA9PT0gMTtcbiAgY29uc3QgdG90YWwgPSBwcm9kdWN0KGtlcm5lbC5heGVzKTtcbiAgY29uc3Qgb3BlcmFuZHMgPSBbXG4gICAgLi4ubmVzdE9wZXJhbmRzKGtlcm5lbCksXG4gICAgeyBhcmc6ICdzY3JhdGNoJyBhcyBjb25zdCwgZHR5cGU6ICd1MzInIGFzIGNvbnN0LCB3cml0ZTogZmFsc2UgfSxcbiAgXTtcbiAgY29uc3Qgc2NyYXRjaCA9IG9wZXJhbmRzLmxlbmd0aCAtIDE7XG4gIHJldHVybiB7XG4gICAgbmFtZTogJ3JlZHVjZSwgc2Vjb25kIGhhbGYnLFxuICAgIG9wZXJhbmRzLFxuICAgIHdvcmtncm91cHM6IGFsb25lID8gTWF0aC5jZWlsKHRvdGFsIC8gc2l6ZSkgOiB0b3RhbCxcbiAgICBib2R5KGFjY2Vzcykge1xuICAgICAgY29uc3Qgd29yZCA9IChwOiBQYXJ0LCBuOiBudW1iZXIpOiBzdHJpbmcgPT5cbiAgICAgICAgYWNjZXNzLmxvYWQoc2NyYXRjaCwgYChvICogJHtwbGFuLnNwbGl0c31pICsgcykgKiAke3dvcmRzfWkgKyAke3Aud29yZCArIG59aWApO1xuICAgICAgY29uc3Qgc3RlcHMgPSBwYXJ0cy5mbGF0TWFwKChwLCBrKSA9PlxuICAgICAgICBqb2luKFxuICAgICAgICAgIHAsXG4gICAgICAgICAgYGFjYyR7a31gLFxuICAgICAgICAgIGBhY2Mke2t9YXRgLFxuICAgICAgICAgIGZyb21CaXRzKHAudHlwZSwgd29yZChwLCAwKSksXG4gICAgICAgICAgcC5wb3NpdGlvbmVkID8gZnJvbUJpdHMoJ2kzMicsIHdvcmQocCwgMSkpIDogJycsXG4gICAgICAgICksXG4gICAgICApO1xuICAgICAgY29uc3QgbG9hZCA9IChidWZmZXI6IG51bWJlciwgYXQ6IHN0cmluZyk6IHN0cmluZyA9PiBhY2Nlc3MubG9hZChidWZmZXIsIGF0KTtcbiAgICAgIGNvbnN0IHNoYXJlZCA9IGFsb25lID8gJycgOiBzaGFyZWRBcnJheXMocGFydHMsIHNpemUpO1xuICAgICAgcmV0dXJuIGAke3NoYXJlZH0ke21haW5IZWFkKHNpemUpfSR7YmxvY2soW1xuICAgICAgICAuLi4oYWxvbmVcbiAgICAgICAgICA/IFtcbiAgICAgICAgICAgICAgYGxldCBvID0gaTMyKGdyb3VwICogJHtzaXplfXUgKyBsaWQpO2AsXG4gICAgICAgICAgICAgIGBpZiAobyA+PSAke3RvdGFsfWkpIHsgcmV0dXJuOyB9YCxcbiAgICAgICAgICAgICAgJ2xldCBsYW5lID0gMGk7JyxcbiAgICAgICAgICAgIF1cbiAgICAgICAgICA6IFsnbGV0IG8gPSBpMzIoZ3JvdXApOycsICdsZXQgbGFuZSA9IGkzMihsaWQpOyddKSxcbiAgICAgICAgLi4uc3BsaXRGbGF0KCdvJywga2VybmVsLmF4ZXMsIChpKSA9PiBgaSR7aX1gKSxcbiAgICAgICAgLi4uZGVjbGFyYXRpb25zKHBhcnRzLCAnYWNjJyksXG4gICAgICAgIGBmb3IgKHZhciBzID0gbGFuZTsgcyA8ICR7cGxhbi5zcGxpdHN9aTsgcyArPSAke2Fsb25lID8gMSA6IHNpemV9aSkge2AsXG4gICAgICAgIC4uLnN0ZXBzLm1hcCgobCkgPT4gYCAgJHtsfWApLFxuICAgICAgICAnfScsXG4gICAgICBdKX0ke2Fsb25lID8gJycgOiB0cmVlKHBhcnRzLCBzaXplLCAxKX0gIGlmIChsYW5lID09IDBpKSB7XG4ke2Jsb2NrKFxuICByZXN1bHRzKGtlcm5lbCwgbG9hZCwgKGosIHYpID0+IGFjY2Vzcy5zdG9yZShrZXJuZWwuaW5wdXRzLmxlbmd0aCArIGosICdvJywgdikpLFxuICAyLFxuKX0gIH1cbn1cbmA7XG4gICAgfSxcbiAgfTtcbn1cbiIsICIvLyBDdW11bGF0aXZlIHN1bSwgcHJvZHVjdCBhbmQgbWF4aW11bSBhbG9uZyB0aGUgbWlkZGxlIGF4aXMgb2YgW291dGVyLCBsZW5ndGgsIGlubmVyXS4gTWFueSBvciBzaG9ydFxuLy8gbGluZXM6IG9uZSB0aHJlYWQgYSBsaW5lLiBGZXcgbG9uZyBvbmVzOiBvbmUgd29ya2dyb3VwIGEgbGluZSwgd2hvc2UgMjU2IHRocmVhZHMgcmVkdWNlIGEgc3RyZXRjaFxuLy8gZWFjaCwgc2NhbiB0aGUgc3RyZXRjaGVzJyByZXN1bHRzLCBhbmQgd2FsayB0aGVpciBzdHJldGNoIGFnYWluIGZyb20gdGhlcmUuXG5pbXBvcnQgdHlwZSB7IFNwZWNpYWxLZXJuZWwgfSBmcm9tICcuLi8uLi8uLi9jb21waWxlci9wcm9ncmFtLnRzJztcbmltcG9ydCB7IGNvbXB1dGVUeXBlIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2R0eXBlLnRzJztcbmltcG9ydCB0eXBlIHsgU2NhblNwZWMgfSBmcm9tICcuLi8uLi8uLi90ZW5zb3Iva2VybmVscy50cyc7XG5pbXBvcnQgeyBjb21iaW5lVGV4dCwgaWRlbnRpdHksIHR5cGVOYW1lIH0gZnJvbSAnLi4vd2dzbC9zY2FsYXIudHMnO1xuaW1wb3J0IHsgbWFpbkhlYWQsIHR5cGUgU3RhZ2VzIH0gZnJvbSAnLi4vd2dzbC9zdGFnZS50cyc7XG5pbXBvcnQgeyBibG9jayB9IGZyb20gJy4vYXhlcy50cyc7XG5cbi8qKiBUaGUgZGlzcGF0Y2ggb2YgYSBzY2FuLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHNjYW5TdGFnZXMoa2VybmVsOiBTcGVjaWFsS2VybmVsLCBzOiBTY2FuU3BlYyk6IFN0YWdlcyB7XG4gIGNvbnN0IGxpbmVzID0gcy5vdXRlciAqIHMuaW5uZXI7XG4gIGNvbnN0IHN0cmV0Y2hlZCA9IHMubGVuZ3RoID4gNjQgJiYgbGluZXMgPCAxMDI0O1xuICBjb25zdCB0eXBlID0gY29tcHV0ZVR5cGUoa2VybmVsLmlucHV0c1swXSk7XG4gIGNvbnN0IG5hbWUgPSB0eXBlTmFtZSh0eXBlKTtcbiAgY29uc3Qgc3RhcnQgPSBpZGVudGl0eShzLm9wLCB0eXBlKTtcbiAgY29uc3Qgam9pbiA9IChhOiBzdHJpbmcsIGI6IHN0cmluZyk6IHN0cmluZyA9PiBjb21iaW5lVGV4dChzLm9wLCB0eXBlLCBhLCBiKTtcbiAgY29uc3Qgc3RlcCA9IHMucmV2ZXJzZSA/IGAoJHtzLmxlbmd0aCAtIDF9aSAtIHQpYCA6ICd0JztcbiAgY29uc3QgYXQgPSBgKGxpbmUgLyAke3MuaW5uZXJ9aSAqICR7cy5sZW5ndGh9aSArICR7c3RlcH0pICogJHtzLmlubmVyfWkgKyBsaW5lICUgJHtzLmlubmVyfWlgO1xuICByZXR1cm4ge1xuICAgIHNjcmF0Y2hCeXRlczogMCxcbiAgICBzdGFnZXM6IFtcbiAgICAgIHtcbiAgICAgICAgbmFtZTogJ3NjYW4nLFxuICAgICAgICBvcGVyYW5kczogW1xuICAgICAgICAgIHsgYXJnOiAwLCBkdHlwZToga2VybmVsLmlucHV0c1swXSwgd3JpdGU6IGZhbHNlIH0sXG4gICAgICAgICAgeyBhcmc6IDEsIGR0eXBlOiBrZXJuZWwub3V0cHV0c1swXSwgd3JpdGU6IHRydWUgfSxcbiAgICAgICAgXSxcbiAgICAgICAgd29ya2dyb3Vwczogc3RyZXRjaGVkID8gbGluZXMgOiBNYXRoLmNlaWwobGluZXMgLyA2NCksXG4gICAgICAgIGJvZHkoYWNjZXNzKSB7XG4gICAgICAgICAgY29uc3Qgd2FsayA9IFtcbiAgICAgICAgICAgICdmb3IgKHZhciB0ID0gdDA7IHQgPCB0MTsgdCsrKSB7JyxcbiAgICAgICAgICAgIGAgIGxldCBhdCA9ICR7YXR9O2AsXG4gICAgICAgICAgICBgICBsZXQgbmV4dCA9ICR7am9pbignYWNjJywgYWNjZXNzLmxvYWQoMCwgJ2F0JykpfTtgLFxuICAgICAgICAgICAgYCAgJHthY2Nlc3Muc3RvcmUoMSwgJ2F0Jywgcy5leGNsdXNpdmUgPyAnYWNjJyA6ICduZXh0Jyl9YCxcbiAgICAgICAgICAgICcgIGFjYyA9IG5leHQ7JyxcbiAgICAgICAgICAgICd9JyxcbiAgICAgICAgICBdO1xuICAgICAgICAgIGlmICghc3RyZXRjaGVkKSB7XG4gICAgICAgICAgICByZXR1cm4gYCR7bWFpbkhlYWQoNjQpfSR7YmxvY2soW1xuICAgICAgICAgICAgICAnbGV0IGxpbmUgPSBpMzIoZ3JvdXAgKiA2NHUgKyBsaWQpOycsXG4gICAgICAgICAgICAgIGBpZiAobGluZSA+PSAke2xpbmVzfWkpIHsgcmV0dXJuOyB9YCxcbiAgICAgICAgICAgICAgYGxldCB0MCA9IDBpOyBsZXQgdDEgPSAke3MubGVuZ3RofWk7YCxcbiAgICAgICAgICAgICAgYHZhciBhY2M6ICR7bmFtZX0gPSAke3N0YXJ0fTtgLFxuICAgICAgICAgICAgICAuLi53YWxrLFxuICAgICAgICAgICAgXSl9fVxuYDtcbiAgICAgICAgICB9XG4gICAgICAgICAgY29uc3Qgc3RyZXRjaCA9IE1hdGguY2VpbChzLmxlbmd0aCAvIDI1Nik7XG4gICAgICAgICAgcmV0dXJuIGB2YXI8d29ya2dyb3VwPiBzaGFyZWQwOiBhcnJheTwke25hbWV9LCAyNTY+O1xuJHttYWluSGVhZCgyNTYpfSR7YmxvY2soW1xuICAnbGV0IGxpbmUgPSBpMzIoZ3JvdXApOycsXG4gIGBsZXQgdDAgPSBtaW4oaTMyKGxpZCkgKiAke3N0cmV0Y2h9aSwgJHtzLmxlbmd0aH1pKTtgLFxuICBgbGV0IHQxID0gbWluKHQwICsgJHtzdHJldGNofWksICR7cy5sZW5ndGh9aSk7YCxcbiAgYHZhciBhY2M6ICR7bmFtZX0gPSAke3N0YXJ0fTtgLFxuICBgZm9yICh2YXIgdCA9IHQwOyB0IDwgdDE7IHQrKykgeyBhY2MgPSAke2pvaW4oJ2FjYycsIGFjY2Vzcy5sb2FkKDAsIGF0KSl9OyB9YCxcbiAgJ3NoYXJlZDBbbGlkXSA9IGFjYzsnLFxuICAnd29ya2dyb3VwQmFycmllcigpOycsXG4gIC8vIGluY2x1c2l2ZSBzY2FuIG92ZXIgc3RyZXRjaGVzIChIaWxsaXMgYW5kIFN0ZWVsZSksIHRoZW4gc2hpZnRlZCBieSBvbmVcbiAgJ2ZvciAodmFyIGQgPSAxdTsgZCA8IDI1NnU7IGQgKj0gMnUpIHsnLFxuICBgICB2YXIgb3RoZXI6ICR7bmFtZX0gPSAke3N0YXJ0fTtgLFxuICAnICBpZiAobGlkID49IGQpIHsgb3RoZXIgPSBzaGFyZWQwW2xpZCAtIGRdOyB9JyxcbiAgJyAgd29ya2dyb3VwQmFycmllcigpOycsXG4gIGAgIHNoYXJlZDBbbGlkXSA9ICR7am9pbignb3RoZXInLCAnc2hhcmVkMFtsaWRdJyl9O2AsXG4gICcgIHdvcmtncm91cEJhcnJpZXIoKTsnLFxuICAnfScsXG4gIGBhY2MgPSAke3N0YXJ0fTtgLFxuICAnaWYgKGxpZCA+IDB1KSB7IGFjYyA9IHNoYXJlZDBbbGlkIC0gMXVdOyB9JyxcbiAgLi4ud2Fsayxcbl0pfX1cbmA7XG4gICAgICAgIH0sXG4gICAgICB9LFxuICAgIF0sXG4gIH07XG59XG4iLCAiLy8gU3RhYmxlIGFyZ3NvcnQuIEtleXMgYmVjb21lIHUzMiB0aGF0IG9yZGVyIGFzIHRoZSB2YWx1ZXMgZG8gKC0wIGFzIDAsIE5hTiBsYXN0IGVpdGhlciB3YXkpLiBCbG9ja3Mgb2Zcbi8vIDI1NiBhcmUgcmFua2VkIGJ5IGNvdW50aW5nLCB0aGVuIHJ1bnMgYXJlIG1lcmdlZCBwYWlyd2lzZTogZXZlcnkgZWxlbWVudCBmaW5kcyBpdHMgcGxhY2UgaW4gdGhlXG4vLyBzaWJsaW5nIHJ1biBieSBiaW5hcnkgc2VhcmNoLCBzbyB0aGF0IG5vIHRocmVhZCB3YWl0cyBmb3IgYW5vdGhlci5cbmltcG9ydCB0eXBlIHsgU3BlY2lhbEtlcm5lbCB9IGZyb20gJy4uLy4uLy4uL2NvbXBpbGVyL3Byb2dyYW0udHMnO1xuaW1wb3J0IHR5cGUgeyBEVHlwZSB9IGZyb20gJy4uLy4uLy4uL3RlbnNvci9kdHlwZS50cyc7XG5pbXBvcnQgeyBjb21wdXRlVHlwZSB9IGZyb20gJy4uLy4uLy4uL3RlbnNvci9kdHlwZS50cyc7XG5pbXBvcnQgdHlwZSB7IEFyZ3NvcnRTcGVjIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2tlcm5lbHMudHMnO1xuaW1wb3J0IHsgdHlwZSBBY2Nlc3MsIG1haW5IZWFkLCB0eXBlIE9wZXJhbmQsIHR5cGUgU3RhZ2UsIHR5cGUgU3RhZ2VzIH0gZnJvbSAnLi4vd2dzbC9zdGFnZS50cyc7XG5cbmNvbnN0IGJsb2NrU2l6ZSA9IDI1NjtcblxuLy8gTmFOIG1hcHMgdG8gMHhmZmZmZmZmZiwgd2hpY2ggbm8gb3RoZXIgZmxvYXQgdGFrZXMgaW4gZWl0aGVyIGRpcmVjdGlvblxuZnVuY3Rpb24ga2V5VGV4dChkdHlwZTogRFR5cGUsIGRlc2NlbmRpbmc6IGJvb2xlYW4sIHZhbHVlOiBzdHJpbmcpOiBzdHJpbmcge1xuICBjb25zdCBmbGlwID0gZGVzY2VuZGluZyA/ICd+JyA6ICcnO1xuICBzd2l0Y2ggKGNvbXB1dGVUeXBlKGR0eXBlKSkge1xuICAgIGNhc2UgJ2YzMic6XG4gICAgICByZXR1cm4gYCAgbGV0IHggPSAke3ZhbHVlfTtcbiAgaWYgKGlzTmFOKHgpKSB7IHJldHVybiAweGZmZmZmZmZmdTsgfVxuICBsZXQgdSA9IHNlbGVjdChiaXRjYXN0PHUzMj4oeCksIDB1LCB4ID09IDBmKTtcbiAgbGV0IGsgPSBzZWxlY3QodSB8IDB4ODAwMDAwMDB1LCB+dSwgKHUgPj4gMzF1KSA9PSAxdSk7XG4gIHJldHVybiAke2ZsaXB9aztgO1xuICAgIGNhc2UgJ2kzMic6XG4gICAgICByZXR1cm4gYCAgcmV0dXJuICR7ZmxpcH0oYml0Y2FzdDx1MzI+KCR7dmFsdWV9KSBeIDB4ODAwMDAwMDB1KTtgO1xuICAgIGNhc2UgJ2Jvb2wnOlxuICAgICAgcmV0dXJuIGAgIHJldHVybiAke2ZsaXB9c2VsZWN0KDB1LCAxdSwgJHt2YWx1ZX0pO2A7XG4gICAgZGVmYXVsdDpcbiAgICAgIHJldHVybiBgICByZXR1cm4gJHtmbGlwfSgke3ZhbHVlfSk7YDtcbiAgfVxufVxuXG5jb25zdCBrZXlGdW5jdGlvbiA9IChkdHlwZTogRFR5cGUsIGRlc2NlbmRpbmc6IGJvb2xlYW4sIGFjY2VzczogQWNjZXNzKTogc3RyaW5nID0+XG4gIGBmbiBrZXkoYXQ6IGkzMikgLT4gdTMyIHtcXG4ke2tleVRleHQoZHR5cGUsIGRlc2NlbmRpbmcsIGFjY2Vzcy5sb2FkKDAsICdhdCcpKX1cXG59XFxuYDtcblxuLyoqIFN0YWdlcyB0aGF0IHNvcnQgcm93cyBvZiBvcGVyYW5kIGBrZXlzYDsgdGhlIHJlc3VsdCBnb2VzIHRvIGBvdXRgLCBwYXNzZXMgdXNlIHNjcmF0Y2ggbWVtb3J5LiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHNvcnRTdGFnZXMoXG4gIGtleXM6IE9wZXJhbmQsXG4gIG91dDogT3BlcmFuZCxcbiAgcm93czogbnVtYmVyLFxuICBuOiBudW1iZXIsXG4gIGRlc2NlbmRpbmc6IGJvb2xlYW4sXG4gIHNjcmF0Y2hXb3JkOiBudW1iZXIsXG4pOiBTdGFnZVtdIHtcbiAgY29uc3QgdG90YWwgPSByb3dzICogbjtcbiAgY29uc3QgcnVuczogbnVtYmVyW10gPSBbXTtcbiAgZm9yIChsZXQgd2lkdGggPSBibG9ja1NpemU7IHdpZHRoIDwgbjsgd2lkdGggKj0gMikgcnVucy5wdXNoKHdpZHRoKTtcbiAgY29uc3Qgc2NyYXRjaDogT3BlcmFuZCA9IHsgYXJnOiAnc2NyYXRjaCcsIGR0eXBlOiAnaTMyJywgd3JpdGU6IHRydWUgfTtcbiAgLy8gYnVmZmVycyBhbHRlcm5hdGUgc28gdGhhdCB0aGUgbGFzdCBwYXNzIHdyaXRlcyBgb3V0YDogMCBpcyBgb3V0YCwgMSBhbmQgMiBoYWx2ZXMgb2YgdGhlIHNjcmF0Y2hcbiAgY29uc3QgcGxhY2UgPSAocGFzczogbnVtYmVyKTogeyBiYXNlOiBudW1iZXI7IG91dDogYm9vbGVhbiB9ID0+IHtcbiAgICBjb25zdCBsZWZ0ID0gcnVucy5sZW5ndGggLSBwYXNzO1xuICAgIHJldHVybiBsZWZ0ID09PSAwXG4gICAgICA/IHsgYmFzZTogMCwgb3V0OiB0cnVlIH1cbiAgICAgIDogeyBiYXNlOiBzY3JhdGNoV29yZCArIChsZWZ0ICUgMikgKiB0b3RhbCwgb3V0OiBmYWxzZSB9O1xuICB9O1xuICBjb25zdCBvcGVyYW5kczogT3BlcmFuZFtdID0gcnVucy5sZW5ndGggPiAwID8gW2tleXMsIG91dCwgc2NyYXRjaF0gOiBba2V5cywgb3V0XTtcbiAgY29uc3Qgd3JpdGUgPSAoXG4gICAgYWNjZXNzOiBBY2Nlc3MsXG4gICAgdG86IHsgYmFzZTogbnVtYmVyOyBvdXQ6IGJvb2xlYW4gfSxcbiAgICBhdDogc3RyaW5nLFxuICAgIHY6IHN0cmluZyxcbiAgKTogc3RyaW5nID0+ICh0by5vdXQgPyBhY2Nlc3Muc3RvcmUoMSwgYXQsIHYpIDogYWNjZXNzLnN0b3JlKDIsIGAke3RvLmJhc2V9aSArICR7YXR9YCwgdikpO1xuICBjb25zdCBwZXJSb3cgPSBNYXRoLmNlaWwobiAvIGJsb2NrU2l6ZSk7XG4gIGNvbnN0IHJhbmtpbmc6IFN0YWdlID0ge1xuICAgIG5hbWU6ICdhcmdzb3J0LCBibG9ja3MnLFxuICAgIG9wZXJhbmRzLFxuICAgIHdvcmtncm91cHM6IHJvd3MgKiBwZXJSb3csXG4gICAgYm9keTogKFxuICAgICAgYWNjZXNzLFxuICAgICkgPT4gYCR7a2V5RnVuY3Rpb24oa2V5cy5kdHlwZSwgZGVzY2VuZGluZywgYWNjZXNzKX12YXI8d29ya2dyb3VwPiBrZXlzOiBhcnJheTx1MzIsICR7YmxvY2tTaXplfT47XG4ke21haW5IZWFkKGJsb2NrU2l6ZSl9ICBsZXQgcm93ID0gaTMyKGdyb3VwIC8gJHtwZXJSb3d9dSkgKiAke259aTtcbiAgbGV0IGZpcnN0ID0gaTMyKGdyb3VwICUgJHtwZXJSb3d9dSkgKiAke2Jsb2NrU2l6ZX1pO1xuICBsZXQgbGVuZ3RoID0gbWluKCR7bn1pIC0gZmlyc3QsICR7YmxvY2tTaXplfWkpO1xuICBsZXQgaSA9IGkzMihsaWQpO1xuICBpZiAoaSA8IGxlbmd0aCkgeyBrZXlzW2xpZF0gPSBrZXkocm93ICsgZmlyc3QgKyBpKTsgfVxuICB3b3JrZ3JvdXBCYXJyaWVyKCk7XG4gIGlmIChpIDwgbGVuZ3RoKSB7XG4gICAgbGV0IG93biA9IGtleXNbbGlkXTtcbiAgICB2YXIgcmFuayA9IDBpO1xuICAgIGZvciAodmFyIGogPSAwaTsgaiA8IGxlbmd0aDsgaisrKSB7XG4gICAgICBsZXQgb3RoZXIgPSBrZXlzW2pdO1xuICAgICAgcmFuayArPSBzZWxlY3QoMGksIDFpLCBvdGhlciA8IG93biB8fCAob3RoZXIgPT0gb3duICYmIGogPCBpKSk7XG4gICAgfVxuICAgICR7d3JpdGUoYWNjZXNzLCBwbGFjZSgwKSwgJ3JvdyArIGZpcnN0ICsgcmFuaycsICdmaXJzdCArIGknKX1cbiAgfVxufVxuYCxcbiAgfTtcbiAgY29uc3QgbWVyZ2VzID0gcnVucy5tYXAoXG4gICAgKHdpZHRoLCBwYXNzKTogU3RhZ2UgPT4gKHtcbiAgICAgIG5hbWU6IGBhcmdzb3J0LCBtZXJnZSAke3dpZHRofWAsXG4gICAgICBvcGVyYW5kcyxcbiAgICAgIHdvcmtncm91cHM6IE1hdGguY2VpbCh0b3RhbCAvIDY0KSxcbiAgICAgIGJvZHk6IChcbiAgICAgICAgYWNjZXNzLFxuICAgICAgKSA9PiBgJHtrZXlGdW5jdGlvbihrZXlzLmR0eXBlLCBkZXNjZW5kaW5nLCBhY2Nlc3MpfSR7bWFpbkhlYWQoNjQpfSAgbGV0IGZsYXQgPSBpMzIoZ3JvdXAgKiA2NHUgKyBsaWQpO1xuICBpZiAoZmxhdCA+PSAke3RvdGFsfWkpIHsgcmV0dXJuOyB9XG4gIGxldCByb3cgPSBmbGF0IC8gJHtufWkgKiAke259aTtcbiAgbGV0IHAgPSBmbGF0IC0gcm93O1xuICBsZXQgc3RhcnQgPSBwIC8gJHsyICogd2lkdGh9aSAqICR7MiAqIHdpZHRofWk7XG4gIGxldCBtaWRkbGUgPSBtaW4oc3RhcnQgKyAke3dpZHRofWksICR7bn1pKTtcbiAgbGV0IGVuZCA9IG1pbihzdGFydCArICR7MiAqIHdpZHRofWksICR7bn1pKTtcbiAgbGV0IGxlZnQgPSBwIDwgbWlkZGxlO1xuICBsZXQgaW5kZXggPSAke2FjY2Vzcy5sb2FkKDIsIGAke3BsYWNlKHBhc3MpLmJhc2V9aSArIGZsYXRgKX07XG4gIGxldCBvd24gPSBrZXkocm93ICsgaW5kZXgpO1xuICB2YXIgbG93ID0gc2VsZWN0KHN0YXJ0LCBtaWRkbGUsIGxlZnQpO1xuICBsZXQgbG93ZXN0ID0gbG93O1xuICB2YXIgaGlnaCA9IHNlbGVjdChtaWRkbGUsIGVuZCwgbGVmdCk7XG4gIGxvb3Age1xuICAgIGlmIChsb3cgPj0gaGlnaCkgeyBicmVhazsgfVxuICAgIGxldCBtaWQgPSAobG93ICsgaGlnaCkgLyAyaTtcbiAgICBsZXQgb3RoZXIgPSBrZXkocm93ICsgJHthY2Nlc3MubG9hZCgyLCBgJHtwbGFjZShwYXNzKS5iYXNlfWkgKyByb3cgKyBtaWRgKX0pO1xuICAgIGlmIChvdGhlciA8IG93biB8fCAob3RoZXIgPT0gb3duICYmICFsZWZ0KSkgeyBsb3cgPSBtaWQgKyAxaTsgfSBlbHNlIHsgaGlnaCA9IG1pZDsgfVxuICB9XG4gIGxldCByYW5rID0gcCAtIHNlbGVjdChtaWRkbGUsIHN0YXJ0LCBsZWZ0KSArIChsb3cgLSBsb3dlc3QpICsgc3RhcnQ7XG4gICR7d3JpdGUoYWNjZXNzLCBwbGFjZShwYXNzICsgMSksICdyb3cgKyByYW5rJywgJ2luZGV4Jyl9XG59XG5gLFxuICAgIH0pLFxuICApO1xuICByZXR1cm4gW3JhbmtpbmcsIC4uLm1lcmdlc107XG59XG5cbi8qKiBCeXRlcyBvZiBzY3JhdGNoIHRoYXQgYHNvcnRTdGFnZXNgIHVzZXMuICovXG5leHBvcnQgY29uc3Qgc29ydFNjcmF0Y2hCeXRlcyA9IChyb3dzOiBudW1iZXIsIG46IG51bWJlcik6IG51bWJlciA9PlxuICBuID4gYmxvY2tTaXplID8gcm93cyAqIG4gKiA4IDogMDtcblxuLyoqIFRoZSBkaXNwYXRjaGVzIG9mIGFuIGFyZ3NvcnQuICovXG5leHBvcnQgZnVuY3Rpb24gYXJnc29ydFN0YWdlcyhrZXJuZWw6IFNwZWNpYWxLZXJuZWwsIHM6IEFyZ3NvcnRTcGVjKTogU3RhZ2VzIHtcbiAgcmV0dXJuIHtcbiAgICBzY3JhdGNoQnl0ZXM6IHNvcnRTY3JhdGNoQnl0ZXMocy5yb3dzLCBzLm4pLFxuICAgIHN0YWdlczogc29ydFN0YWdlcyhcbiAgICAgIHsgYXJnOiAwLCBkdHlwZToga2VybmVsLmlucHV0c1swXSwgd3JpdGU6IGZhbHNlIH0sXG4gICAgICB7IGFyZzogMSwgZHR5cGU6IGtlcm5lbC5vdXRwdXRzWzBdLCB3cml0ZTogdHJ1ZSB9LFxuICAgICAgcy5yb3dzLFxuICAgICAgcy5uLFxuICAgICAgcy5kZXNjZW5kaW5nLFxuICAgICAgMCxcbiAgICApLFxuICB9O1xufVxuIiwgIi8vIG91dCA9IGJhc2U7IG91dFtpbmRleFtpXV0gKz0gc291cmNlW2ldLCB3aXRob3V0IGF0b21pY3M6IHRoZSBpbmRpY2VzIGFyZSBzb3J0ZWQgKHN0YWJseSksIGFuZCBldmVyeVxuLy8gb3V0cHV0IGVsZW1lbnQgZmluZHMgaXRzIHJ1biBieSBiaW5hcnkgc2VhcmNoIGFuZCBhZGRzIGl0IHVwIGluIG9yZGVyLiBUaGUgc2FtZSBiaXRzIGV2ZXJ5IHRpbWUuXG5pbXBvcnQgdHlwZSB7IFNwZWNpYWxLZXJuZWwgfSBmcm9tICcuLi8uLi8uLi9jb21waWxlci9wcm9ncmFtLnRzJztcbmltcG9ydCB7IGNvbXB1dGVUeXBlIH0gZnJvbSAnLi4vLi4vLi4vdGVuc29yL2R0eXBlLnRzJztcbmltcG9ydCB0eXBlIHsgU2NhdHRlckFkZFNwZWMgfSBmcm9tICcuLi8uLi8uLi90ZW5zb3Iva2VybmVscy50cyc7XG5pbXBvcnQgeyB0eXBlTmFtZSB9IGZyb20gJy4uL3dnc2wvc2NhbGFyLnRzJztcbmltcG9ydCB7IG1haW5IZWFkLCB0eXBlIE9wZXJhbmQsIHR5cGUgU3RhZ2UsIHR5cGUgU3RhZ2VzIH0gZnJvbSAnLi4vd2dzbC9zdGFnZS50cyc7XG5pbXBvcnQgeyBzb3J0U2NyYXRjaEJ5dGVzLCBzb3J0U3RhZ2VzIH0gZnJvbSAnLi9zb3J0LnRzJztcblxuLyoqIFRoZSBkaXNwYXRjaGVzIG9mIGEgc2NhdHRlci1hZGQuICovXG5leHBvcnQgZnVuY3Rpb24gc2NhdHRlclN0YWdlcyhrZXJuZWw6IFNwZWNpYWxLZXJuZWwsIHM6IFNjYXR0ZXJBZGRTcGVjKTogU3RhZ2VzIHtcbiAgY29uc3QgdHlwZSA9IHR5cGVOYW1lKGNvbXB1dGVUeXBlKGtlcm5lbC5vdXRwdXRzWzBdKSk7XG4gIGNvbnN0IHRvdGFsID0gcy5yb3dzICogcy5pbm5lcjtcbiAgY29uc3QgYmFzZTogT3BlcmFuZCA9IHsgYXJnOiAwLCBkdHlwZToga2VybmVsLmlucHV0c1swXSwgd3JpdGU6IGZhbHNlIH07XG4gIGNvbnN0IGluZGV4OiBPcGVyYW5kID0geyBhcmc6IDEsIGR0eXBlOiBrZXJuZWwuaW5wdXRzWzFdLCB3cml0ZTogZmFsc2UgfTtcbiAgY29uc3Qgc291cmNlOiBPcGVyYW5kID0geyBhcmc6IDIsIGR0eXBlOiBrZXJuZWwuaW5wdXRzWzJdLCB3cml0ZTogZmFsc2UgfTtcbiAgY29uc3Qgb3V0OiBPcGVyYW5kID0geyBhcmc6IDMsIGR0eXBlOiBrZXJuZWwub3V0cHV0c1swXSwgd3JpdGU6IHRydWUgfTtcbiAgY29uc3QgZmV3ID0gcy5jb3VudCA8PSAzMjtcbiAgY29uc3Qgb3JkZXI6IE9wZXJhbmQgPSB7IGFyZzogJ3NjcmF0Y2gnLCBkdHlwZTogJ2kzMicsIHdyaXRlOiBmYWxzZSB9O1xuICBjb25zdCBnYXRoZXI6IFN0YWdlID0ge1xuICAgIG5hbWU6ICdzY2F0dGVyLWFkZCcsXG4gICAgb3BlcmFuZHM6IGZldyA/IFtiYXNlLCBpbmRleCwgc291cmNlLCBvdXRdIDogW2Jhc2UsIGluZGV4LCBzb3VyY2UsIG91dCwgb3JkZXJdLFxuICAgIHdvcmtncm91cHM6IE1hdGguY2VpbCh0b3RhbCAvIDY0KSxcbiAgICBib2R5KGFjY2Vzcykge1xuICAgICAgY29uc3QgYWRkID0gKGk6IHN0cmluZyk6IHN0cmluZyA9PlxuICAgICAgICBgc3VtICs9ICR7YWNjZXNzLmxvYWQoMiwgYCR7aX0gKiAke3MuaW5uZXJ9aSArIGZsYXQgJSAke3MuaW5uZXJ9aWApfTtgO1xuICAgICAgY29uc3QgaGVhZCA9IGAke21haW5IZWFkKDY0KX0gIGxldCBmbGF0ID0gaTMyKGdyb3VwICogNjR1ICsgbGlkKTtcbiAgaWYgKGZsYXQgPj0gJHt0b3RhbH1pKSB7IHJldHVybjsgfVxuICBsZXQgcm93ID0gZmxhdCAvICR7cy5pbm5lcn1pO1xuICB2YXIgc3VtOiAke3R5cGV9ID0gJHthY2Nlc3MubG9hZCgwLCAnZmxhdCcpfTtcbmA7XG4gICAgICBjb25zdCBsb29wID0gZmV3XG4gICAgICAgID8gYCAgZm9yICh2YXIgaSA9IDBpOyBpIDwgJHtzLmNvdW50fWk7IGkrKykge1xuICAgIGlmICgke2FjY2Vzcy5sb2FkKDEsICdpJyl9ID09IHJvdykgeyAke2FkZCgnaScpfSB9XG4gIH1cbmBcbiAgICAgICAgOiBgICB2YXIgbG93ID0gMGk7XG4gIHZhciBoaWdoID0gJHtzLmNvdW50fWk7XG4gIGxvb3Age1xuICAgIGlmIChsb3cgPj0gaGlnaCkgeyBicmVhazsgfVxuICAgIGxldCBtaWQgPSAobG93ICsgaGlnaCkgLyAyaTtcbiAgICBpZiAoJHthY2Nlc3MubG9hZCgxLCBhY2Nlc3MubG9hZCg0LCAnbWlkJykpfSA8IHJvdykgeyBsb3cgPSBtaWQgKyAxaTsgfSBlbHNlIHsgaGlnaCA9IG1pZDsgfVxuICB9XG4gIGZvciAoOyBsb3cgPCAke3MuY291bnR9aTsgbG93KyspIHtcbiAgICBsZXQgaSA9ICR7YWNjZXNzLmxvYWQoNCwgJ2xvdycpfTtcbiAgICBpZiAoJHthY2Nlc3MubG9hZCgxLCAnaScpfSAhPSByb3cpIHsgYnJlYWs7IH1cbiAgICAke2FkZCgnaScpfVxuICB9XG5gO1xuICAgICAgcmV0dXJuIGAke2hlYWR9JHtsb29wfSAgJHthY2Nlc3Muc3RvcmUoMywgJ2ZsYXQnLCAnc3VtJyl9XG59XG5gO1xuICAgIH0sXG4gIH07XG4gIGlmIChmZXcpIHJldHVybiB7IHNjcmF0Y2hCeXRlczogMCwgc3RhZ2VzOiBbZ2F0aGVyXSB9O1xuICAvLyB0aGUgb3JkZXIgdGFrZXMgdGhlIGZpcnN0IGBjb3VudGAgd29yZHMgb2YgdGhlIHNjcmF0Y2gsIHRoZSBwYXNzZXMgb2YgdGhlIHNvcnQgdGhlIHJlc3RcbiAgY29uc3Qgc29ydGVkOiBPcGVyYW5kID0geyBhcmc6ICdzY3JhdGNoJywgZHR5cGU6ICdpMzInLCB3cml0ZTogdHJ1ZSB9O1xuICByZXR1cm4ge1xuICAgIHNjcmF0Y2hCeXRlczogcy5jb3VudCAqIDQgKyBzb3J0U2NyYXRjaEJ5dGVzKDEsIHMuY291bnQpLFxuICAgIHN0YWdlczogWy4uLnNvcnRTdGFnZXMoaW5kZXgsIHNvcnRlZCwgMSwgcy5jb3VudCwgZmFsc2UsIHMuY291bnQpLCBnYXRoZXJdLFxuICB9O1xufVxuIiwgIi8vIEZyb20gYSBrZXJuZWwgb2YgYSBwcm9ncmFtIHRvIHRoZSBkaXNwYXRjaGVzIHRoYXQgY29tcHV0ZSBpdC5cbmltcG9ydCB0eXBlIHsgS2VybmVsIH0gZnJvbSAnLi4vLi4vLi4vY29tcGlsZXIvcHJvZ3JhbS50cyc7XG5pbXBvcnQgdHlwZSB7IFNoYWRlck9wdGlvbnMsIFN0YWdlcyB9IGZyb20gJy4uL3dnc2wvc3RhZ2UudHMnO1xuaW1wb3J0IHsgY29udlN0YWdlcyB9IGZyb20gJy4vY29udi50cyc7XG5pbXBvcnQgeyBtYXBTdGFnZXMgfSBmcm9tICcuL21hcC50cyc7XG5pbXBvcnQgeyBtYXRtdWxTdGFnZXMgfSBmcm9tICcuL21hdG11bC50cyc7XG5pbXBvcnQgeyByZWR1Y2VTdGFnZXMgfSBmcm9tICcuL3JlZHVjZS50cyc7XG5pbXBvcnQgeyBzY2FuU3RhZ2VzIH0gZnJvbSAnLi9zY2FuLnRzJztcbmltcG9ydCB7IHNjYXR0ZXJTdGFnZXMgfSBmcm9tICcuL3NjYXR0ZXIudHMnO1xuaW1wb3J0IHsgYXJnc29ydFN0YWdlcyB9IGZyb20gJy4vc29ydC50cyc7XG5cbi8qKiBUaGUgZGlzcGF0Y2hlcyBvZiBhIGtlcm5lbC4gQHRocm93cyBEVHlwZUVycm9yIGZvciB0eXBlcyB0aGF0IFdHU0wgbGFja3MgKi9cbmV4cG9ydCBmdW5jdGlvbiBnZW5lcmF0ZVN0YWdlcyhrZXJuZWw6IEtlcm5lbCwgb3B0aW9uczogU2hhZGVyT3B0aW9ucyk6IFN0YWdlcyB7XG4gIGlmIChrZXJuZWwua2luZCA9PT0gJ25lc3QnKSB7XG4gICAgcmV0dXJuIGtlcm5lbC5yZWR1Y3Rpb25zLmxlbmd0aCA+IDAgPyByZWR1Y2VTdGFnZXMoa2VybmVsLCBvcHRpb25zKSA6IG1hcFN0YWdlcyhrZXJuZWwpO1xuICB9XG4gIGNvbnN0IHNwZWMgPSBrZXJuZWwuc3BlYztcbiAgc3dpdGNoIChzcGVjLmtpbmQpIHtcbiAgICBjYXNlICdtYXRtdWwnOlxuICAgICAgcmV0dXJuIG1hdG11bFN0YWdlcyhrZXJuZWwsIHNwZWMsIG9wdGlvbnMpO1xuICAgIGNhc2UgJ2NvbnYyZCc6XG4gICAgICByZXR1cm4gY29udlN0YWdlcyhrZXJuZWwsIHNwZWMsIG9wdGlvbnMpO1xuICAgIGNhc2UgJ3NjYW4nOlxuICAgICAgcmV0dXJuIHNjYW5TdGFnZXMoa2VybmVsLCBzcGVjKTtcbiAgICBjYXNlICdhcmdzb3J0JzpcbiAgICAgIHJldHVybiBhcmdzb3J0U3RhZ2VzKGtlcm5lbCwgc3BlYyk7XG4gICAgY2FzZSAnc2NhdHRlckFkZCc6XG4gICAgICByZXR1cm4gc2NhdHRlclN0YWdlcyhrZXJuZWwsIHNwZWMpO1xuICB9XG59XG5cbi8qKiBUcnVlIGlmIGBnZW5lcmF0ZVN0YWdlc2AgaGFzIGEga2VybmVsIGZvciB0aGVzZSBvcGVyYW5kIHR5cGVzLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHN1cHBvcnRzS2VybmVsKGtlcm5lbDogS2VybmVsKTogYm9vbGVhbiB7XG4gIGNvbnN0IHR5cGVzID0gWy4uLmtlcm5lbC5pbnB1dHMsIC4uLmtlcm5lbC5vdXRwdXRzXTtcbiAgaWYgKHR5cGVzLmluY2x1ZGVzKCdmNjQnKSkgcmV0dXJuIGZhbHNlO1xuICBpZiAoa2VybmVsLmtpbmQgPT09ICduZXN0JykgcmV0dXJuIHRydWU7XG4gIHN3aXRjaCAoa2VybmVsLnNwZWMua2luZCkge1xuICAgIGNhc2UgJ21hdG11bCc6XG4gICAgICAvLyBwcm9kdWN0cyB3aXRoIHZlY3RvcnMgYXJlIHJlZHVjdGlvbnNcbiAgICAgIHJldHVybiAoXG4gICAgICAgIHR5cGVzLmV2ZXJ5KCh0KSA9PiB0ID09PSAnZjMyJyB8fCB0ID09PSAnZjE2JykgJiYga2VybmVsLnNwZWMubSA+IDEgJiYga2VybmVsLnNwZWMubiA+IDFcbiAgICAgICk7XG4gICAgY2FzZSAnY29udjJkJzpcbiAgICAgIHJldHVybiB0eXBlcy5ldmVyeSgodCkgPT4gdCA9PT0gJ2YzMicgfHwgdCA9PT0gJ2YxNicpO1xuICAgIGNhc2UgJ2FyZ3NvcnQnOlxuICAgICAgcmV0dXJuIHRydWU7XG4gICAgY2FzZSAnc2Nhbic6XG4gICAgY2FzZSAnc2NhdHRlckFkZCc6XG4gICAgICByZXR1cm4gdHlwZXMuZXZlcnkoKHQpID0+IHQgIT09ICdib29sJyk7XG4gIH1cbn1cbiIsICIvLyBTaGFkZXJzIGFuZCBwaXBlbGluZXMsIG1hZGUgb25jZSBmb3IgZWFjaCBrZXJuZWwgYW5kIHBhdHRlcm4gb2Ygc2hhcmVkIGJpbmRpbmdzLiBDb21waWxhdGlvbiBydW5zXG4vLyBiZXNpZGUgdGhlIHByb2dyYW0gKGNyZWF0ZUNvbXB1dGVQaXBlbGluZUFzeW5jKTsgYHJlYWR5YCBzYXlzIHdoZW4gYSBwaXBlbGluZSBjYW4gYmUgdXNlZC5cbmltcG9ydCB0eXBlIHsgS2VybmVsIH0gZnJvbSAnLi4vLi4vY29tcGlsZXIvcHJvZ3JhbS50cyc7XG5pbXBvcnQgeyBnZW5lcmF0ZVN0YWdlcyB9IGZyb20gJy4va2VybmVscy9nZW5lcmF0ZS50cyc7XG5pbXBvcnQge1xuICBncmlkT2YsXG4gIHR5cGUgUGF0dGVybixcbiAgdHlwZSBTaGFkZXJPcHRpb25zLFxuICB0eXBlIFN0YWdlLFxuICB0eXBlIFN0YWdlcyxcbiAgc2hhZGVyVGV4dCxcbn0gZnJvbSAnLi93Z3NsL3N0YWdlLnRzJztcblxuLyoqIEEgcGlwZWxpbmUgdGhhdCBpcyB0aGVyZSBvciB3aWxsIGJlLiAqL1xuZXhwb3J0IGludGVyZmFjZSBQaXBlbGluZSB7XG4gIHJlYWRvbmx5IGdyaWQ6IHJlYWRvbmx5IFtudW1iZXIsIG51bWJlcl07XG4gIHJlYWRvbmx5IGxheW91dDogR1BVQmluZEdyb3VwTGF5b3V0O1xuICByZWFkb25seSBsYWJlbDogc3RyaW5nO1xuICBwaXBlbGluZT86IEdQVUNvbXB1dGVQaXBlbGluZTtcbiAgcmVhZG9ubHkgcmVhZHk6IFByb21pc2U8dm9pZD47XG59XG5cbi8qKiBHZW5lcmF0ZWQga2VybmVscyBhbmQgY29tcGlsZWQgcGlwZWxpbmVzIG9mIG9uZSBkZXZpY2UuICovXG5leHBvcnQgaW50ZXJmYWNlIFBpcGVsaW5lQ2FjaGUge1xuICAvKiogRGlzcGF0Y2hlcyBvZiBhIGtlcm5lbDsgZ2VuZXJhdGVkIG9uY2UgZm9yIGVhY2gga2V5LiAqL1xuICBzdGFnZXMoa2VybmVsOiBLZXJuZWwpOiBTdGFnZXM7XG4gIHBpcGVsaW5lKGtlcm5lbDogS2VybmVsLCBzdGFnZTogbnVtYmVyLCBwYXR0ZXJuOiBQYXR0ZXJuLCBsYWJlbDogc3RyaW5nKTogUGlwZWxpbmU7XG4gIHJlYWRvbmx5IGNyZWF0ZWQ6IG51bWJlcjtcbn1cblxuLyoqIEFuIGVtcHR5IGNhY2hlLiBgZmFpbGVkYCBoZWFycyBvZiBzaGFkZXJzIHRoYXQgdGhlIGRldmljZSByZWZ1c2VzLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHBpcGVsaW5lQ2FjaGUoXG4gIGRldmljZTogR1BVRGV2aWNlLFxuICBvcHRpb25zOiBTaGFkZXJPcHRpb25zLFxuICBsb2c6ICh0ZXh0OiBzdHJpbmcpID0+IHZvaWQsXG4gIGZhaWxlZDogKGxhYmVsOiBzdHJpbmcsIGVycm9yOiB1bmtub3duKSA9PiB2b2lkLFxuKTogUGlwZWxpbmVDYWNoZSB7XG4gIGNvbnN0IGdlbmVyYXRlZCA9IG5ldyBNYXA8c3RyaW5nLCBTdGFnZXM+KCk7XG4gIGNvbnN0IHBpcGVsaW5lcyA9IG5ldyBNYXA8c3RyaW5nLCBQaXBlbGluZT4oKTtcbiAgY29uc3QgbGF5b3V0cyA9IG5ldyBNYXA8c3RyaW5nLCB7IGdyb3VwOiBHUFVCaW5kR3JvdXBMYXlvdXQ7IGxheW91dDogR1BVUGlwZWxpbmVMYXlvdXQgfT4oKTtcbiAgbGV0IGNyZWF0ZWQgPSAwO1xuXG4gIGZ1bmN0aW9uIGxheW91dE9mKHdyaXRlOiByZWFkb25seSBib29sZWFuW10pOiB7XG4gICAgZ3JvdXA6IEdQVUJpbmRHcm91cExheW91dDtcbiAgICBsYXlvdXQ6IEdQVVBpcGVsaW5lTGF5b3V0O1xuICB9IHtcbiAgICBjb25zdCBrZXkgPSB3cml0ZS5tYXAoKHcpID0+ICh3ID8gJ3cnIDogJ3InKSkuam9pbignJyk7XG4gICAgbGV0IGZvdW5kID0gbGF5b3V0cy5nZXQoa2V5KTtcbiAgICBpZiAoIWZvdW5kKSB7XG4gICAgICBjb25zdCBncm91cCA9IGRldmljZS5jcmVhdGVCaW5kR3JvdXBMYXlvdXQoe1xuICAgICAgICBlbnRyaWVzOiB3cml0ZS5tYXAoKHcsIGJpbmRpbmcpID0+ICh7XG4gICAgICAgICAgYmluZGluZyxcbiAgICAgICAgICB2aXNpYmlsaXR5OiBHUFVTaGFkZXJTdGFnZS5DT01QVVRFLFxuICAgICAgICAgIGJ1ZmZlcjogeyB0eXBlOiB3ID8gJ3N0b3JhZ2UnIDogJ3JlYWQtb25seS1zdG9yYWdlJyB9LFxuICAgICAgICB9KSksXG4gICAgICB9KTtcbiAgICAgIGZvdW5kID0geyBncm91cCwgbGF5b3V0OiBkZXZpY2UuY3JlYXRlUGlwZWxpbmVMYXlvdXQoeyBiaW5kR3JvdXBMYXlvdXRzOiBbZ3JvdXBdIH0pIH07XG4gICAgICBsYXlvdXRzLnNldChrZXksIGZvdW5kKTtcbiAgICB9XG4gICAgcmV0dXJuIGZvdW5kO1xuICB9XG5cbiAgZnVuY3Rpb24gc3RhZ2VzKGtlcm5lbDogS2VybmVsKTogU3RhZ2VzIHtcbiAgICBjb25zdCBrZXkgPSBgJHtrZXJuZWwua2luZH0gJHtrZXJuZWwua2V5fWA7XG4gICAgbGV0IGZvdW5kID0gZ2VuZXJhdGVkLmdldChrZXkpO1xuICAgIGlmICghZm91bmQpIHtcbiAgICAgIGZvdW5kID0gZ2VuZXJhdGVTdGFnZXMoa2VybmVsLCBvcHRpb25zKTtcbiAgICAgIGdlbmVyYXRlZC5zZXQoa2V5LCBmb3VuZCk7XG4gICAgfVxuICAgIHJldHVybiBmb3VuZDtcbiAgfVxuXG4gIGZ1bmN0aW9uIG1ha2Uoc3RhZ2U6IFN0YWdlLCBwYXR0ZXJuOiBQYXR0ZXJuLCBsYWJlbDogc3RyaW5nKTogUGlwZWxpbmUge1xuICAgIGNyZWF0ZWQrKztcbiAgICBjb25zdCBjb2RlID0gc2hhZGVyVGV4dChzdGFnZSwgcGF0dGVybiwgb3B0aW9ucyk7XG4gICAgbG9nKGAvLyAke2xhYmVsfTogJHtzdGFnZS53b3JrZ3JvdXBzfSB3b3JrZ3JvdXBzXFxuJHtjb2RlfWApO1xuICAgIGNvbnN0IHsgZ3JvdXAsIGxheW91dCB9ID0gbGF5b3V0T2YocGF0dGVybi53cml0ZSk7XG4gICAgY29uc3QgY29tcGlsZSA9IGFzeW5jICgpOiBQcm9taXNlPEdQVUNvbXB1dGVQaXBlbGluZT4gPT5cbiAgICAgIGRldmljZS5jcmVhdGVDb21wdXRlUGlwZWxpbmVBc3luYyh7XG4gICAgICAgIGxhYmVsLFxuICAgICAgICBsYXlvdXQsXG4gICAgICAgIGNvbXB1dGU6IHsgbW9kdWxlOiBkZXZpY2UuY3JlYXRlU2hhZGVyTW9kdWxlKHsgY29kZSwgbGFiZWwgfSksIGVudHJ5UG9pbnQ6ICdtYWluJyB9LFxuICAgICAgfSk7XG4gICAgY29uc3QgbWFkZTogUGlwZWxpbmUgPSB7XG4gICAgICBncmlkOiBncmlkT2Yoc3RhZ2Uud29ya2dyb3VwcyksXG4gICAgICBsYXlvdXQ6IGdyb3VwLFxuICAgICAgbGFiZWwsXG4gICAgICByZWFkeTogY29tcGlsZSgpLnRoZW4oXG4gICAgICAgIChwaXBlbGluZSkgPT4ge1xuICAgICAgICAgIG1hZGUucGlwZWxpbmUgPSBwaXBlbGluZTtcbiAgICAgICAgfSxcbiAgICAgICAgKGVycm9yOiB1bmtub3duKSA9PiBmYWlsZWQobGFiZWwsIGVycm9yKSxcbiAgICAgICksXG4gICAgfTtcbiAgICByZXR1cm4gbWFkZTtcbiAgfVxuXG4gIHJldHVybiB7XG4gICAgc3RhZ2VzLFxuICAgIHBpcGVsaW5lKGtlcm5lbCwgc3RhZ2UsIHBhdHRlcm4sIGxhYmVsKSB7XG4gICAgICBjb25zdCBrZXkgPSBgJHtrZXJuZWwua2luZH0gJHtrZXJuZWwua2V5fSAke3N0YWdlfSAke3BhdHRlcm4uYmluZGluZ30gJHtwYXR0ZXJuLndyaXRlLm1hcChOdW1iZXIpfWA7XG4gICAgICBsZXQgZm91bmQgPSBwaXBlbGluZXMuZ2V0KGtleSk7XG4gICAgICBpZiAoIWZvdW5kKSB7XG4gICAgICAgIGNvbnN0IG9uZSA9IHN0YWdlcyhrZXJuZWwpLnN0YWdlc1tzdGFnZV07XG4gICAgICAgIGZvdW5kID0gbWFrZShvbmUsIHBhdHRlcm4sIGAke2xhYmVsfSAoJHtvbmUubmFtZX0pYCk7XG4gICAgICAgIHBpcGVsaW5lcy5zZXQoa2V5LCBmb3VuZCk7XG4gICAgICB9XG4gICAgICByZXR1cm4gZm91bmQ7XG4gICAgfSxcbiAgICBnZXQgY3JlYXRlZCgpIHtcbiAgICAgIHJldHVybiBjcmVhdGVkO1xuICAgIH0sXG4gIH07XG59XG4iLCAiLy8gVGhlIFdlYkdQVSBkZXZpY2UuIFdvcmsgaXMgcXVldWVkIGluIG9yZGVyOiBhIHJ1biB3aG9zZSBwaXBlbGluZXMgYXJlIHN0aWxsIGJlaW5nIGNvbXBpbGVkIGhvbGRzIGJhY2tcbi8vIHdoYXQgY29tZXMgYWZ0ZXIgaXQsIHNvIG5vdGhpbmcgaGFzIHRvIGJlIGF3YWl0ZWQgYnV0IHJlYWRzLiBBIHByb2dyYW0gdGhhdCBmYWlscyBvbiB0aGUgZGV2aWNlXG4vLyBwb2lzb25zIHRoZSBiYWNrZW5kLCBiZWNhdXNlIGV2ZXJ5dGhpbmcgY29tcHV0ZWQgYWZ0ZXIgaXQgd291bGQgYmUgc3RhbGU7IHNvIGRvZXMgbG9zaW5nIHRoZSBkZXZpY2UuXG5cbmltcG9ydCB0eXBlIHsgR3JhcGggfSBmcm9tICcuLi8uLi9jb21waWxlci9ncmFwaC50cyc7XG5pbXBvcnQgeyBwbGFuUHJvZ3JhbSB9IGZyb20gJy4uLy4uL2NvbXBpbGVyL3BsYW4udHMnO1xuaW1wb3J0IHR5cGUgeyBQcm9ncmFtIH0gZnJvbSAnLi4vLi4vY29tcGlsZXIvcHJvZ3JhbS50cyc7XG5pbXBvcnQgdHlwZSB7IERUeXBlLCBIb3N0QXJyYXkgfSBmcm9tICcuLi8uLi90ZW5zb3IvZHR5cGUudHMnO1xuaW1wb3J0IHsgRGV2aWNlRXJyb3IsIERldmljZUxvc3RFcnJvciwgT3V0T2ZNZW1vcnlFcnJvciB9IGZyb20gJy4uLy4uL3RlbnNvci9lcnJvcnMudHMnO1xuaW1wb3J0IHR5cGUgeyBTdG9yYWdlIH0gZnJvbSAnLi4vLi4vdGVuc29yL2hvb2tzLnRzJztcbmltcG9ydCB7IGZvcm1hdFNoYXBlLCBzaXplT2YgfSBmcm9tICcuLi8uLi90ZW5zb3Ivc2hhcGUudHMnO1xuaW1wb3J0IHR5cGUgeyBBdmFsIH0gZnJvbSAnLi4vLi4vdGVuc29yL3RlbnNvci50cyc7XG5pbXBvcnQgdHlwZSB7IEJhY2tlbmQsIENhcGFiaWxpdGllcywgRXhlY3V0YWJsZSB9IGZyb20gJy4uL2JhY2tlbmQudHMnO1xuaW1wb3J0IHtcbiAgdHlwZSBCdWZmZXJQb29sLFxuICBidWZmZXJQb29sLFxuICB0eXBlIEdQVVN0b3JhZ2UsXG4gIHR5cGUgR3Jvd2luZ0J1ZmZlcixcbiAgZ3Jvd2luZ0J1ZmZlcixcbn0gZnJvbSAnLi9idWZmZXJzLnRzJztcbmltcG9ydCB7IGZyb21EZXZpY2UsIHRvRGV2aWNlIH0gZnJvbSAnLi9jb252ZXJ0LnRzJztcbmltcG9ydCB7IHR5cGUgR1BVSGFuZGxlLCByZXF1ZXN0RGV2aWNlIH0gZnJvbSAnLi9kZXZpY2UudHMnO1xuaW1wb3J0IHsgdHlwZSBCb3VuZCwgdHlwZSBMb2FkZWRQcm9ncmFtLCBsb2FkUHJvZ3JhbSB9IGZyb20gJy4vZXhlY3V0YWJsZS50cyc7XG5pbXBvcnQgeyBzdXBwb3J0c0tlcm5lbCB9IGZyb20gJy4va2VybmVscy9nZW5lcmF0ZS50cyc7XG5pbXBvcnQgeyB0eXBlIFBpcGVsaW5lQ2FjaGUsIHBpcGVsaW5lQ2FjaGUgfSBmcm9tICcuL3BpcGVsaW5lcy50cyc7XG5cbi8qKiBPYmplY3RzIG1hZGUgc2luY2UgdGhlIHN0YXJ0OyBpbiBhIHN0ZWFkeSBsb29wIG9ubHkgYGRpc3BhdGNoZXNgIGFuZCBgc3VibWl0c2AgZ3Jvdy4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgQ291bnRlcnMge1xuICByZWFkb25seSBiaW5kR3JvdXBzOiBudW1iZXI7XG4gIHJlYWRvbmx5IGJ1ZmZlcnM6IG51bWJlcjtcbiAgcmVhZG9ubHkgcGlwZWxpbmVzOiBudW1iZXI7XG4gIHJlYWRvbmx5IGRpc3BhdGNoZXM6IG51bWJlcjtcbiAgcmVhZG9ubHkgc3VibWl0czogbnVtYmVyO1xufVxuXG4vKiogQ2hvaWNlcyB0aGF0IGZvbGxvdyBmcm9tIHRoZSBhZGFwdGVyIHVubGVzcyB0aGV5IGFyZSBnaXZlbiAodGVzdHMgZ2l2ZSB0aGVtKS4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgV2ViR1BVT3B0aW9ucyB7XG4gIC8qKiBLZXJuZWxzIGZvciBHUFVzICh3b3JrZ3JvdXAgbWVtb3J5LCBtYW55IHRocmVhZHMpIG9yIGZvciBDUFUgYWRhcHRlcnMuICovXG4gIHJlYWRvbmx5IGhhcmR3YXJlPzogYm9vbGVhbjtcbiAgLyoqIE5hdGl2ZSBmMTYgc3RvcmFnZTsgZmFsc2Ugc3RvcmVzIGYxNiBhcyByb3VuZGVkIGYzMi4gKi9cbiAgcmVhZG9ubHkgZjE2PzogYm9vbGVhbjtcbn1cblxuY29uc3QgZGlzcGF0Y2hlc1BlclN1Ym1pdCA9IDIwMDtcbmNvbnN0IGFsaWdubWVudCA9IDI1NjtcblxuY29uc3QgZGVidWdMZXZlbCA9ICgpOiBudW1iZXIgPT5cbiAgdHlwZW9mIHByb2Nlc3MgPT09ICd1bmRlZmluZWQnID8gMCA6IE51bWJlcihwcm9jZXNzLmVudj8uV0dSQURfREVCVUcgPz8gMCk7XG5cbi8qKiBBIGRldmljZSBiZWhpbmQgV2ViR1BVOyBtYWRlIGJ5IGBjcmVhdGVXZWJHUFVCYWNrZW5kYC4gKi9cbmV4cG9ydCBjbGFzcyBXZWJHUFVCYWNrZW5kIGltcGxlbWVudHMgQmFja2VuZCB7XG4gIHJlYWRvbmx5IG5hbWUgPSAnd2ViZ3B1JztcbiAgcmVhZG9ubHkgZGVzY3JpcHRpb246IHN0cmluZztcbiAgcmVhZG9ubHkgY2FwYWJpbGl0aWVzOiBDYXBhYmlsaXRpZXM7XG4gIC8qKiBUaGUgZGV2aWNlIHVuZGVybmVhdGgsIGZvciB0ZXN0cyBhbmQgZW1iZWRkZXJzLiAqL1xuICByZWFkb25seSBkZXZpY2U6IEdQVURldmljZTtcbiAgI2ZhaWx1cmU6IEVycm9yIHwgdW5kZWZpbmVkO1xuICAjZGlzcG9zZWQgPSBmYWxzZTtcbiAgcmVhZG9ubHkgI2YxNjogYm9vbGVhbjtcbiAgcmVhZG9ubHkgI3Bvb2w6IEJ1ZmZlclBvb2w7XG4gIHJlYWRvbmx5ICNzdGFnaW5nOiBCdWZmZXJQb29sO1xuICByZWFkb25seSAjYXJlbmE6IEdyb3dpbmdCdWZmZXI7XG4gIHJlYWRvbmx5ICNzY3JhdGNoOiBHcm93aW5nQnVmZmVyO1xuICByZWFkb25seSAjY2FjaGU6IFBpcGVsaW5lQ2FjaGU7XG4gIHJlYWRvbmx5ICNzY29wZXMgPSBuZXcgU2V0PFByb21pc2U8dm9pZD4+KCk7XG4gIHJlYWRvbmx5ICN3YWl0aW5nOiAoKCkgPT4gdm9pZCB8IFByb21pc2U8dm9pZD4pW10gPSBbXTtcbiAgI2Jsb2NrZWQ6IFByb21pc2U8dm9pZD4gfCB1bmRlZmluZWQ7XG4gICNiaW5kR3JvdXBzID0gMDtcbiAgI2Rpc3BhdGNoZXMgPSAwO1xuICAjc3VibWl0cyA9IDA7XG5cbiAgY29uc3RydWN0b3IoaGFuZGxlOiBHUFVIYW5kbGUsIG9wdGlvbnM6IFdlYkdQVU9wdGlvbnMgPSB7fSkge1xuICAgIGNvbnN0IHsgZGV2aWNlIH0gPSBoYW5kbGU7XG4gICAgdGhpcy5kZXZpY2UgPSBkZXZpY2U7XG4gICAgdGhpcy5kZXNjcmlwdGlvbiA9IGBXZWJHUFU6ICR7aGFuZGxlLmRlc2NyaXB0aW9ufWA7XG4gICAgdGhpcy4jZjE2ID0gb3B0aW9ucy5mMTYgPz8gZGV2aWNlLmZlYXR1cmVzLmhhcygnc2hhZGVyLWYxNicpO1xuICAgIGNvbnN0IHN0b3JhZ2UgPSBHUFVCdWZmZXJVc2FnZS5TVE9SQUdFIHwgR1BVQnVmZmVyVXNhZ2UuQ09QWV9TUkMgfCBHUFVCdWZmZXJVc2FnZS5DT1BZX0RTVDtcbiAgICBjb25zdCB0cmltID0gKCk6IHZvaWQgPT4gdGhpcy4jZW5xdWV1ZSgoKSA9PiB0aGlzLiNwb29sLnRyaW0oKSk7XG4gICAgdGhpcy4jcG9vbCA9IGJ1ZmZlclBvb2woZGV2aWNlLCBzdG9yYWdlLCB0cmltLCBoYW5kbGUuc29mdHdhcmUgPyAyICoqIDMwIDogMiAqKiAzMik7XG4gICAgY29uc3QgcmVhZGluZyA9IEdQVUJ1ZmZlclVzYWdlLk1BUF9SRUFEIHwgR1BVQnVmZmVyVXNhZ2UuQ09QWV9EU1Q7XG4gICAgdGhpcy4jc3RhZ2luZyA9IGJ1ZmZlclBvb2woZGV2aWNlLCByZWFkaW5nLCAoKSA9PiB0aGlzLiNzdGFnaW5nLnRyaW0oKSwgMiAqKiAyNik7XG4gICAgdGhpcy4jYXJlbmEgPSBncm93aW5nQnVmZmVyKHRoaXMuI3Bvb2wpO1xuICAgIHRoaXMuI3NjcmF0Y2ggPSBncm93aW5nQnVmZmVyKHRoaXMuI3Bvb2wpO1xuICAgIGNvbnN0IHNoYWRlcnMgPSB7IGYxNjogdGhpcy4jZjE2LCBoYXJkd2FyZTogb3B0aW9ucy5oYXJkd2FyZSA/PyAhaGFuZGxlLnNvZnR3YXJlIH07XG4gICAgY29uc3QgbG9nID0gZGVidWdMZXZlbCgpID49IDMgPyAodGV4dDogc3RyaW5nKSA9PiBjb25zb2xlLmVycm9yKHRleHQpIDogKCkgPT4ge307XG4gICAgdGhpcy4jY2FjaGUgPSBwaXBlbGluZUNhY2hlKGRldmljZSwgc2hhZGVycywgbG9nLCAobGFiZWwsIGVycm9yKSA9PlxuICAgICAgdGhpcy4jZmFpbChuZXcgRGV2aWNlRXJyb3IoYHRoZSBrZXJuZWwgJHtsYWJlbH0gd2FzIHJlZnVzZWQ6ICR7bWVzc2FnZU9mKGVycm9yKX1gKSksXG4gICAgKTtcbiAgICBjb25zdCBzaXplczogUmVjb3JkPERUeXBlLCBudW1iZXIgfCB1bmRlZmluZWQ+ID0ge1xuICAgICAgZjMyOiA0LFxuICAgICAgaTMyOiA0LFxuICAgICAgdTMyOiA0LFxuICAgICAgYm9vbDogNCxcbiAgICAgIGYxNjogdGhpcy4jZjE2ID8gMiA6IDQsXG4gICAgICBmNjQ6IHVuZGVmaW5lZCxcbiAgICB9O1xuICAgIHRoaXMuY2FwYWJpbGl0aWVzID0ge1xuICAgICAgYnl0ZXM6IChkdHlwZSkgPT4gc2l6ZXNbZHR5cGVdLFxuICAgICAgYWxpZ25tZW50LFxuICAgICAgLy8gb25lIG91dHB1dCBhbmQgb25lIHNjcmF0Y2ggYnVmZmVyIGJlc2lkZSB0aGVtXG4gICAgICBtYXhJbnB1dHM6IGRldmljZS5saW1pdHMubWF4U3RvcmFnZUJ1ZmZlcnNQZXJTaGFkZXJTdGFnZSAtIDIsXG4gICAgICBzdXBwb3J0czogc3VwcG9ydHNLZXJuZWwsXG4gICAgfTtcbiAgICBkZXZpY2UubG9zdC50aGVuKChpbmZvKSA9PiB7XG4gICAgICBjb25zdCB3aHkgPSB0aGlzLiNkaXNwb3NlZCA/ICd0aGUgYmFja2VuZCB3YXMgZGlzcG9zZWQgb2YnIDogaW5mby5tZXNzYWdlIHx8IGluZm8ucmVhc29uO1xuICAgICAgdGhpcy4jZmFpbHVyZSA9IG5ldyBEZXZpY2VMb3N0RXJyb3IoXG4gICAgICAgIGB0aGUgV2ViR1BVIGRldmljZSBpcyBnb25lICgke3doeX0pOyBpdHMgdGVuc29ycyBhcmUgbG9zdGAsXG4gICAgICApO1xuICAgIH0pO1xuICAgIGRldmljZS5hZGRFdmVudExpc3RlbmVyKCd1bmNhcHR1cmVkZXJyb3InLCAoZXZlbnQpID0+IHtcbiAgICAgIGV2ZW50LnByZXZlbnREZWZhdWx0KCk7XG4gICAgICBjb25zdCBmdWxsID0gZXZlbnQuZXJyb3IgaW5zdGFuY2VvZiBHUFVPdXRPZk1lbW9yeUVycm9yO1xuICAgICAgY29uc3Qga2luZCA9IGZ1bGwgPyBPdXRPZk1lbW9yeUVycm9yIDogRGV2aWNlRXJyb3I7XG4gICAgICB0aGlzLiNmYWlsKG5ldyBraW5kKGB0aGUgV2ViR1BVIGRldmljZSByZXBvcnRzOiAke2V2ZW50LmVycm9yLm1lc3NhZ2V9YCkpO1xuICAgIH0pO1xuICB9XG5cbiAgLyoqIFNldCBvbmNlIHRoZSBkZXZpY2UgaXMgZ29uZSBvciBhIHByb2dyYW0gZmFpbGVkOyBldmVyeSBsYXRlciB1c2UgdGhyb3dzIGl0LiAqL1xuICBnZXQgZmFpbHVyZSgpOiBFcnJvciB8IHVuZGVmaW5lZCB7XG4gICAgcmV0dXJuIHRoaXMuI2ZhaWx1cmU7XG4gIH1cblxuICAjZmFpbChlcnJvcjogRXJyb3IpOiB2b2lkIHtcbiAgICB0aGlzLiNmYWlsdXJlID8/PSBlcnJvcjtcbiAgfVxuXG4gICNjaGVjaygpOiB2b2lkIHtcbiAgICBpZiAodGhpcy4jZmFpbHVyZSkgdGhyb3cgdGhpcy4jZmFpbHVyZTtcbiAgfVxuXG4gIC8vIFJ1bnMgd29yayBub3csIG9yIGFmdGVyIHdoYXQgd2FpdHMgZm9yIHBpcGVsaW5lczsgd29yayB0aGF0IHJldHVybnMgYSBwcm9taXNlIGhvbGRzIHRoZSByZXN0IGJhY2suXG4gICNlbnF1ZXVlKHdvcms6ICgpID0+IHZvaWQgfCBQcm9taXNlPHZvaWQ+KTogdm9pZCB7XG4gICAgdGhpcy4jd2FpdGluZy5wdXNoKHdvcmspO1xuICAgIGlmICghdGhpcy4jYmxvY2tlZCkgdGhpcy4jZHJhaW4oKTtcbiAgfVxuXG4gICNkcmFpbigpOiB2b2lkIHtcbiAgICBmb3IgKGxldCB3b3JrID0gdGhpcy4jd2FpdGluZy5zaGlmdCgpOyB3b3JrOyB3b3JrID0gdGhpcy4jd2FpdGluZy5zaGlmdCgpKSB7XG4gICAgICBjb25zdCBwZW5kaW5nID0gd29yaygpO1xuICAgICAgaWYgKCFwZW5kaW5nKSBjb250aW51ZTtcbiAgICAgIHRoaXMuI2Jsb2NrZWQgPSBwZW5kaW5nXG4gICAgICAgIC5jYXRjaCgoZXJyb3I6IHVua25vd24pID0+IHRoaXMuI2ZhaWwobmV3IERldmljZUVycm9yKG1lc3NhZ2VPZihlcnJvcikpKSlcbiAgICAgICAgLnRoZW4oKCkgPT4ge1xuICAgICAgICAgIHRoaXMuI2Jsb2NrZWQgPSB1bmRlZmluZWQ7XG4gICAgICAgICAgdGhpcy4jZHJhaW4oKTtcbiAgICAgICAgfSk7XG4gICAgICByZXR1cm47XG4gICAgfVxuICB9XG5cbiAgYWxsb2MoYXZhbDogQXZhbCk6IFN0b3JhZ2Uge1xuICAgIHRoaXMuI2NoZWNrKCk7XG4gICAgY29uc3QgYnl0ZXMgPSBzaXplT2YoYXZhbC5zaGFwZSkgKiAodGhpcy5jYXBhYmlsaXRpZXMuYnl0ZXMoYXZhbC5kdHlwZSkgPz8gNCk7XG4gICAgcmV0dXJuIHRoaXMuI3Bvb2wudGFrZShieXRlcywgYCR7YXZhbC5kdHlwZX0ke2Zvcm1hdFNoYXBlKGF2YWwuc2hhcGUpfWApO1xuICB9XG5cbiAgZnJlZShzdG9yYWdlOiBTdG9yYWdlKTogdm9pZCB7XG4gICAgdGhpcy4jcG9vbC5naXZlKHN0b3JhZ2UgYXMgR1BVU3RvcmFnZSk7XG4gIH1cblxuICB1cGxvYWQoc3RvcmFnZTogU3RvcmFnZSwgYXZhbDogQXZhbCwgdmFsdWVzOiBIb3N0QXJyYXkpOiB2b2lkIHtcbiAgICB0aGlzLiNjaGVjaygpO1xuICAgIGlmICh2YWx1ZXMubGVuZ3RoID09PSAwKSByZXR1cm47XG4gICAgbGV0IGRhdGEgPSB0b0RldmljZSh2YWx1ZXMsIGF2YWwuZHR5cGUsIHRoaXMuI2YxNik7XG4gICAgLy8gdGhlIGNhbGxlciBtYXkgY2hhbmdlIGl0cyBhcnJheSBiZWZvcmUgYSBoZWxkLWJhY2sgdXBsb2FkIHJ1bnNcbiAgICBpZiAodGhpcy4jYmxvY2tlZCAmJiBkYXRhLmJ1ZmZlciA9PT0gdmFsdWVzLmJ1ZmZlcikgZGF0YSA9IGRhdGEuc2xpY2UoKTtcbiAgICBjb25zdCB7IGJ1ZmZlciB9ID0gc3RvcmFnZSBhcyBHUFVTdG9yYWdlO1xuICAgIHRoaXMuI2VucXVldWUoKCkgPT4gdGhpcy5kZXZpY2UucXVldWUud3JpdGVCdWZmZXIoYnVmZmVyLCAwLCBkYXRhKSk7XG4gIH1cblxuICBhc3luYyBkb3dubG9hZChzdG9yYWdlOiBTdG9yYWdlLCBhdmFsOiBBdmFsKTogUHJvbWlzZTxIb3N0QXJyYXk+IHtcbiAgICB0aGlzLiNjaGVjaygpO1xuICAgIGNvbnN0IG4gPSBzaXplT2YoYXZhbC5zaGFwZSk7XG4gICAgaWYgKG4gPT09IDApIHJldHVybiBmcm9tRGV2aWNlKG5ldyBBcnJheUJ1ZmZlcigwKSwgYXZhbC5kdHlwZSwgMCwgdGhpcy4jZjE2KTtcbiAgICBjb25zdCBzaXplID0gTWF0aC5jZWlsKChuICogKHRoaXMuY2FwYWJpbGl0aWVzLmJ5dGVzKGF2YWwuZHR5cGUpIGFzIG51bWJlcikpIC8gNCkgKiA0O1xuICAgIGNvbnN0IHN0YWdpbmcgPSB0aGlzLiNzdGFnaW5nLnRha2Uoc2l6ZSwgJ2EgcmVhZCcpO1xuICAgIGNvbnN0IG1hcHBlZCA9IG5ldyBQcm9taXNlPHVuZGVmaW5lZD4oKHJlc29sdmUsIHJlamVjdCkgPT4ge1xuICAgICAgdGhpcy4jZW5xdWV1ZSgoKSA9PiB7XG4gICAgICAgIGNvbnN0IGVuY29kZXIgPSB0aGlzLmRldmljZS5jcmVhdGVDb21tYW5kRW5jb2RlcigpO1xuICAgICAgICBlbmNvZGVyLmNvcHlCdWZmZXJUb0J1ZmZlcigoc3RvcmFnZSBhcyBHUFVTdG9yYWdlKS5idWZmZXIsIDAsIHN0YWdpbmcuYnVmZmVyLCAwLCBzaXplKTtcbiAgICAgICAgdGhpcy5kZXZpY2UucXVldWUuc3VibWl0KFtlbmNvZGVyLmZpbmlzaCgpXSk7XG4gICAgICAgIHN0YWdpbmcuYnVmZmVyLm1hcEFzeW5jKEdQVU1hcE1vZGUuUkVBRCwgMCwgc2l6ZSkudGhlbihyZXNvbHZlLCByZWplY3QpO1xuICAgICAgfSk7XG4gICAgfSk7XG4gICAgdHJ5IHtcbiAgICAgIGF3YWl0IG1hcHBlZDtcbiAgICB9IGNhdGNoIChlcnJvcikge1xuICAgICAgLy8gYSBsb3N0IGRldmljZSBzYXlzIHNvIGEgbW9tZW50IGxhdGVyXG4gICAgICBhd2FpdCBuZXcgUHJvbWlzZSgocmVzb2x2ZSkgPT4gc2V0VGltZW91dChyZXNvbHZlLCAwKSk7XG4gICAgICB0aGlzLiNjaGVjaygpO1xuICAgICAgdGhyb3cgbmV3IERldmljZUVycm9yKGByZWFkaW5nICR7YXZhbC5kdHlwZX0ke2Zvcm1hdFNoYXBlKGF2YWwuc2hhcGUpfTogJHttZXNzYWdlT2YoZXJyb3IpfWApO1xuICAgIH1cbiAgICBhd2FpdCBQcm9taXNlLmFsbCh0aGlzLiNzY29wZXMpO1xuICAgIGNvbnN0IHZhbHVlcyA9IGZyb21EZXZpY2Uoc3RhZ2luZy5idWZmZXIuZ2V0TWFwcGVkUmFuZ2UoMCwgc2l6ZSksIGF2YWwuZHR5cGUsIG4sIHRoaXMuI2YxNik7XG4gICAgc3RhZ2luZy5idWZmZXIudW5tYXAoKTtcbiAgICB0aGlzLiNzdGFnaW5nLmdpdmUoc3RhZ2luZyk7XG4gICAgdGhpcy4jY2hlY2soKTtcbiAgICByZXR1cm4gdmFsdWVzO1xuICB9XG5cbiAgY29tcGlsZShncmFwaDogR3JhcGgsIG9wdGlvbnM6IHsgbmFtZTogc3RyaW5nOyBkb25hdGU6IFJlYWRvbmx5U2V0PG51bWJlcj4gfSk6IEV4ZWN1dGFibGUge1xuICAgIHJldHVybiB0aGlzLmxvYWQocGxhblByb2dyYW0oZ3JhcGgsIHsgY2FwYWJpbGl0aWVzOiB0aGlzLmNhcGFiaWxpdGllcywgLi4ub3B0aW9ucyB9KSk7XG4gIH1cblxuICAvKiogTG9hZHMgYSBwbGFubmVkIHByb2dyYW0uIEB0aHJvd3MgRGV2aWNlRXJyb3IgaWYgYW4gb3BlcmFuZCBpcyB0b28gbGFyZ2UgZm9yIGEgYmluZGluZyAqL1xuICBsb2FkKHByb2dyYW06IFByb2dyYW0pOiBFeGVjdXRhYmxlIHtcbiAgICB0aGlzLiNjaGVjaygpO1xuICAgIGNvbnN0IGxvYWRlZCA9IHRoaXMuI3Njb3BlZChwcm9ncmFtLCAoKSA9PlxuICAgICAgbG9hZFByb2dyYW0ocHJvZ3JhbSwge1xuICAgICAgICBkZXZpY2U6IHRoaXMuZGV2aWNlLFxuICAgICAgICBjYWNoZTogdGhpcy4jY2FjaGUsXG4gICAgICAgIGNvdW50QmluZEdyb3VwOiAoKSA9PiB7XG4gICAgICAgICAgdGhpcy4jYmluZEdyb3VwcysrO1xuICAgICAgICB9LFxuICAgICAgfSksXG4gICAgKTtcbiAgICByZXR1cm4ge1xuICAgICAgcHJvZ3JhbSxcbiAgICAgIHJ1bjogKGlucHV0cywgb3V0cHV0cykgPT4ge1xuICAgICAgICB0aGlzLiNjaGVjaygpO1xuICAgICAgICB0aGlzLiNlbnF1ZXVlKCgpID0+XG4gICAgICAgICAgdGhpcy4jcnVuKGxvYWRlZCwgaW5wdXRzIGFzIHJlYWRvbmx5IEdQVVN0b3JhZ2VbXSwgb3V0cHV0cyBhcyByZWFkb25seSBHUFVTdG9yYWdlW10pLFxuICAgICAgICApO1xuICAgICAgfSxcbiAgICAgIGRpc3Bvc2U6ICgpID0+IHt9LFxuICAgIH07XG4gIH1cblxuICAjcnVuKFxuICAgIGxvYWRlZDogTG9hZGVkUHJvZ3JhbSxcbiAgICBpbnB1dHM6IHJlYWRvbmx5IEdQVVN0b3JhZ2VbXSxcbiAgICBvdXRwdXRzOiByZWFkb25seSBHUFVTdG9yYWdlW10sXG4gICk6IHZvaWQgfCBQcm9taXNlPHZvaWQ+IHtcbiAgICBjb25zdCB7IHByb2dyYW0sIHNjcmF0Y2hCeXRlcyB9ID0gbG9hZGVkO1xuICAgIGlmICh0aGlzLiNmYWlsdXJlIHx8IGxvYWRlZC5sZW5ndGggPT09IDApIHJldHVybjtcbiAgICBjb25zdCB3aGF0ID0gYCR7cHJvZ3JhbS5uYW1lfTogdGVtcG9yYXJ5IG1lbW9yeWA7XG4gICAgY29uc3QgdGVtcCA9IHByb2dyYW0udGVtcEJ5dGVzID4gMCA/IHRoaXMuI2FyZW5hLmF0TGVhc3QocHJvZ3JhbS50ZW1wQnl0ZXMsIHdoYXQpIDogdW5kZWZpbmVkO1xuICAgIGNvbnN0IHNjcmF0Y2ggPSBzY3JhdGNoQnl0ZXMgPiAwID8gdGhpcy4jc2NyYXRjaC5hdExlYXN0KHNjcmF0Y2hCeXRlcywgd2hhdCkgOiB1bmRlZmluZWQ7XG4gICAgY29uc3QgcHJlcGFyZSA9ICgpID0+IGxvYWRlZC5wcmVwYXJlKHsgaW5wdXRzLCBvdXRwdXRzLCB0ZW1wLCBzY3JhdGNoIH0pO1xuICAgIHJldHVybiB0aGlzLiNzY29wZWQocHJvZ3JhbSwgKCkgPT4ge1xuICAgICAgY29uc3QgeyBib3VuZCwgd2FpdGluZyB9ID0gcHJlcGFyZSgpO1xuICAgICAgaWYgKHdhaXRpbmcubGVuZ3RoID09PSAwKSB7XG4gICAgICAgIHRoaXMuI3N1Ym1pdChib3VuZCk7XG4gICAgICAgIHJldHVybjtcbiAgICAgIH1cbiAgICAgIHJldHVybiBQcm9taXNlLmFsbCh3YWl0aW5nKS50aGVuKCgpID0+IHtcbiAgICAgICAgaWYgKCF0aGlzLiNmYWlsdXJlKSB0aGlzLiNzY29wZWQocHJvZ3JhbSwgKCkgPT4gdGhpcy4jc3VibWl0KGJvdW5kKSk7XG4gICAgICB9KTtcbiAgICB9KTtcbiAgfVxuXG4gICNzdWJtaXQoYm91bmQ6IHJlYWRvbmx5IEJvdW5kW10pOiB2b2lkIHtcbiAgICBmb3IgKGxldCBmcm9tID0gMDsgZnJvbSA8IGJvdW5kLmxlbmd0aDsgZnJvbSArPSBkaXNwYXRjaGVzUGVyU3VibWl0KSB7XG4gICAgICBjb25zdCBlbmNvZGVyID0gdGhpcy5kZXZpY2UuY3JlYXRlQ29tbWFuZEVuY29kZXIoKTtcbiAgICAgIGNvbnN0IHBhc3MgPSBlbmNvZGVyLmJlZ2luQ29tcHV0ZVBhc3MoKTtcbiAgICAgIGNvbnN0IHRvID0gTWF0aC5taW4oZnJvbSArIGRpc3BhdGNoZXNQZXJTdWJtaXQsIGJvdW5kLmxlbmd0aCk7XG4gICAgICBsZXQgbGFzdDogR1BVQ29tcHV0ZVBpcGVsaW5lIHwgdW5kZWZpbmVkO1xuICAgICAgZm9yIChsZXQgaSA9IGZyb207IGkgPCB0bzsgaSsrKSB7XG4gICAgICAgIGNvbnN0IHsgZ3JvdXAsIHBpcGVsaW5lIH0gPSBib3VuZFtpXTtcbiAgICAgICAgY29uc3QgY29tcGlsZWQgPSBwaXBlbGluZS5waXBlbGluZSBhcyBHUFVDb21wdXRlUGlwZWxpbmU7XG4gICAgICAgIGlmIChjb21waWxlZCAhPT0gbGFzdCkgcGFzcy5zZXRQaXBlbGluZShjb21waWxlZCk7XG4gICAgICAgIGxhc3QgPSBjb21waWxlZDtcbiAgICAgICAgcGFzcy5zZXRCaW5kR3JvdXAoMCwgZ3JvdXApO1xuICAgICAgICBwYXNzLmRpc3BhdGNoV29ya2dyb3VwcyhwaXBlbGluZS5ncmlkWzBdLCBwaXBlbGluZS5ncmlkWzFdKTtcbiAgICAgIH1cbiAgICAgIHBhc3MuZW5kKCk7XG4gICAgICB0aGlzLmRldmljZS5xdWV1ZS5zdWJtaXQoW2VuY29kZXIuZmluaXNoKCldKTtcbiAgICAgIHRoaXMuI2Rpc3BhdGNoZXMgKz0gdG8gLSBmcm9tO1xuICAgICAgdGhpcy4jc3VibWl0cysrO1xuICAgIH1cbiAgfVxuXG4gIC8vIERldmljZSBlcnJvcnMgb2YgYHdvcmtgIHBvaXNvbiB0aGUgYmFja2VuZCBhbmQgbmFtZSB0aGUgcHJvZ3JhbS5cbiAgI3Njb3BlZDxUPihwcm9ncmFtOiBQcm9ncmFtLCB3b3JrOiAoKSA9PiBUKTogVCB7XG4gICAgY29uc3QgeyBkZXZpY2UgfSA9IHRoaXM7XG4gICAgZGV2aWNlLnB1c2hFcnJvclNjb3BlKCdvdXQtb2YtbWVtb3J5Jyk7XG4gICAgZGV2aWNlLnB1c2hFcnJvclNjb3BlKCd2YWxpZGF0aW9uJyk7XG4gICAgdHJ5IHtcbiAgICAgIHJldHVybiB3b3JrKCk7XG4gICAgfSBmaW5hbGx5IHtcbiAgICAgIGZvciAobGV0IGkgPSAwOyBpIDwgMjsgaSsrKSB7XG4gICAgICAgIGNvbnN0IHNjb3BlOiBQcm9taXNlPHZvaWQ+ID0gZGV2aWNlXG4gICAgICAgICAgLnBvcEVycm9yU2NvcGUoKVxuICAgICAgICAgIC50aGVuKChlcnJvcikgPT4ge1xuICAgICAgICAgICAgaWYgKGVycm9yKSB0aGlzLiNmYWlsKHByb2dyYW1GYWlsdXJlKHByb2dyYW0sIGVycm9yKSk7XG4gICAgICAgICAgfSlcbiAgICAgICAgICAuY2F0Y2goKCkgPT4ge30pIC8vIHRoZSBkZXZpY2UgaXMgZ29uZTogYGxvc3RgIHJlcG9ydHMgaXRcbiAgICAgICAgICAuZmluYWxseSgoKSA9PiB0aGlzLiNzY29wZXMuZGVsZXRlKHNjb3BlKSk7XG4gICAgICAgIHRoaXMuI3Njb3Blcy5hZGQoc2NvcGUpO1xuICAgICAgfVxuICAgIH1cbiAgfVxuXG4gIGFzeW5jIHN5bmMoKTogUHJvbWlzZTx2b2lkPiB7XG4gICAgd2hpbGUgKHRoaXMuI2Jsb2NrZWQpIGF3YWl0IHRoaXMuI2Jsb2NrZWQ7XG4gICAgdGhpcy4jY2hlY2soKTtcbiAgICBhd2FpdCB0aGlzLmRldmljZS5xdWV1ZS5vblN1Ym1pdHRlZFdvcmtEb25lKCk7XG4gICAgYXdhaXQgUHJvbWlzZS5hbGwodGhpcy4jc2NvcGVzKTtcbiAgICB0aGlzLiNjaGVjaygpO1xuICB9XG5cbiAgbWVtb3J5KCk6IHsgdXNlZDogbnVtYmVyOyBwb29sZWQ6IG51bWJlciB9IHtcbiAgICBjb25zdCBvd24gPSB0aGlzLiNhcmVuYS5ieXRlcyArIHRoaXMuI3NjcmF0Y2guYnl0ZXM7XG4gICAgcmV0dXJuIHtcbiAgICAgIHVzZWQ6IHRoaXMuI3Bvb2wudXNlZCAtIG93bixcbiAgICAgIHBvb2xlZDogdGhpcy4jcG9vbC5wb29sZWQgKyBvd24gKyB0aGlzLiNzdGFnaW5nLnVzZWQgKyB0aGlzLiNzdGFnaW5nLnBvb2xlZCxcbiAgICB9O1xuICB9XG5cbiAgLyoqIE9iamVjdHMgbWFkZSBhbmQgd29yayByZWNvcmRlZCBzaW5jZSB0aGUgc3RhcnQuICovXG4gIGNvdW50ZXJzKCk6IENvdW50ZXJzIHtcbiAgICByZXR1cm4ge1xuICAgICAgYmluZEdyb3VwczogdGhpcy4jYmluZEdyb3VwcyxcbiAgICAgIGJ1ZmZlcnM6IHRoaXMuI3Bvb2wuY3JlYXRlZCArIHRoaXMuI3N0YWdpbmcuY3JlYXRlZCxcbiAgICAgIHBpcGVsaW5lczogdGhpcy4jY2FjaGUuY3JlYXRlZCxcbiAgICAgIGRpc3BhdGNoZXM6IHRoaXMuI2Rpc3BhdGNoZXMsXG4gICAgICBzdWJtaXRzOiB0aGlzLiNzdWJtaXRzLFxuICAgIH07XG4gIH1cblxuICBkaXNwb3NlKCk6IHZvaWQge1xuICAgIHRoaXMuI2Rpc3Bvc2VkID0gdHJ1ZTtcbiAgICB0aGlzLmRldmljZS5kZXN0cm95KCk7XG4gIH1cbn1cblxuY29uc3QgbWVzc2FnZU9mID0gKGVycm9yOiB1bmtub3duKTogc3RyaW5nID0+XG4gIGVycm9yIGluc3RhbmNlb2YgRXJyb3IgPyBlcnJvci5tZXNzYWdlIDogU3RyaW5nKGVycm9yKTtcblxuZnVuY3Rpb24gcHJvZ3JhbUZhaWx1cmUocHJvZ3JhbTogUHJvZ3JhbSwgZXJyb3I6IEdQVUVycm9yKTogRGV2aWNlRXJyb3Ige1xuICBjb25zdCBsYWJlbHMgPSBbLi4ubmV3IFNldChwcm9ncmFtLnN0ZXBzLm1hcCgocykgPT4gcy5sYWJlbCkpXTtcbiAgY29uc3Qga2VybmVscyA9IGxhYmVscy5sZW5ndGggPiA4ID8gYCR7bGFiZWxzLnNsaWNlKDAsIDgpLmpvaW4oJywgJyl9LCBcdTIwMjZgIDogbGFiZWxzLmpvaW4oJywgJyk7XG4gIHJldHVybiBuZXcgRGV2aWNlRXJyb3IoXG4gICAgYHRoZSBwcm9ncmFtICR7cHJvZ3JhbS5uYW1lfSBmYWlsZWQgb24gdGhlIGRldmljZSAoa2VybmVsczogJHtrZXJuZWxzfSk6ICR7ZXJyb3IubWVzc2FnZX1gLFxuICApO1xufVxuXG4vKiogQSBiYWNrZW5kIG9uIHRoZSBwcmVmZXJyZWQgYWRhcHRlci4gQHRocm93cyBEZXZpY2VFcnJvciBpZiB0aGVyZSBpcyBub25lLCBzYXlpbmcgd2hhdCB0byBpbnN0YWxsICovXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24gY3JlYXRlV2ViR1BVQmFja2VuZChvcHRpb25zPzogV2ViR1BVT3B0aW9ucyk6IFByb21pc2U8V2ViR1BVQmFja2VuZD4ge1xuICByZXR1cm4gbmV3IFdlYkdQVUJhY2tlbmQoYXdhaXQgcmVxdWVzdERldmljZSgpLCBvcHRpb25zKTtcbn1cbiJdLAogICJtYXBwaW5ncyI6ICI7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7QUFnQk8sU0FBUyxTQUFTLE9BQXVCO0FBQzlDLE1BQUksU0FBUyxJQUFLLFFBQU87QUFDekIsUUFBTSxTQUFTLEtBQUssS0FBSyxNQUFNLEtBQUssS0FBSyxRQUFRLENBQUMsQ0FBQztBQUNuRCxRQUFNLE9BQU8sS0FBSyxJQUFJLFNBQVMsR0FBRyxHQUFHO0FBQ3JDLFNBQU8sS0FBSyxLQUFLLFFBQVEsSUFBSSxJQUFJO0FBQ25DO0FBRUEsSUFBTSxNQUFNLENBQUMsVUFBMEIsSUFBSSxRQUFRLEtBQUssSUFBSSxRQUFRLFFBQVEsS0FBSyxLQUFLLElBQUksQ0FBQyxDQUFDO0FBYzVGLElBQUksU0FBUztBQUdOLFNBQVMsV0FDZCxRQUNBLE9BQ0EsVUFDQSxZQUFZLEtBQUssSUFDTDtBQUNaLFFBQU0sT0FBTyxvQkFBSSxJQUEwQjtBQUMzQyxNQUFJLE9BQU87QUFDWCxNQUFJLFNBQVM7QUFDYixNQUFJLFVBQVU7QUFFZCxXQUFTLE9BQWE7QUFDcEIsUUFBSSxXQUFXLEVBQUc7QUFDbEIsZUFBVyxRQUFRLEtBQUssT0FBTyxFQUFHLFlBQVcsS0FBSyxLQUFNLEdBQUUsT0FBTyxRQUFRO0FBQ3pFLFNBQUssTUFBTTtBQUNYLGFBQVM7QUFDVCxXQUFPLE1BQU0sT0FBTyxDQUFDLENBQUM7QUFBQSxFQUN4QjtBQUVBLFNBQU87QUFBQSxJQUNMLEtBQUssT0FBTyxNQUFNO0FBQ2hCLFlBQU0sT0FBTyxLQUFLLE1BQU0sT0FBTyxPQUFPLGdCQUFnQixDQUFDLElBQUk7QUFDM0QsWUFBTSxXQUFXLEtBQUssSUFBSSxTQUFTLEtBQUssR0FBRyxJQUFJO0FBQy9DLFVBQUksUUFBUSxNQUFNO0FBQ2hCLGNBQU0sSUFBSTtBQUFBLFVBQ1IsR0FBRyxJQUFJLFVBQVUsSUFBSSxLQUFLLENBQUMsK0NBQ3RCLElBQUksT0FBTyxPQUFPLGFBQWEsQ0FBQztBQUFBLFFBQ3ZDO0FBQUEsTUFDRjtBQUNBLGNBQVE7QUFDUixZQUFNLFFBQVEsS0FBSyxJQUFJLFFBQVEsR0FBRyxJQUFJO0FBQ3RDLFVBQUksT0FBTztBQUNULGtCQUFVO0FBQ1YsZUFBTyxFQUFFLEdBQUcsT0FBTyxPQUFPLE9BQU8sTUFBTTtBQUFBLE1BQ3pDO0FBQ0E7QUFDQSxZQUFNLFNBQVMsT0FBTyxhQUFhO0FBQUEsUUFDakMsTUFBTTtBQUFBLFFBQ047QUFBQSxRQUNBLE9BQU8sU0FBUyxRQUFRO0FBQUEsTUFDMUIsQ0FBQztBQUNELGFBQU8sRUFBRSxJQUFJLFVBQVUsUUFBUSxPQUFPLFVBQVUsT0FBTyxNQUFNO0FBQUEsSUFDL0Q7QUFBQSxJQUNBLEtBQUssU0FBUztBQUNaLFVBQUksUUFBUSxNQUFPO0FBQ25CLGNBQVEsUUFBUTtBQUNoQixjQUFRLFFBQVE7QUFDaEIsZ0JBQVUsUUFBUTtBQUNsQixZQUFNLE9BQU8sS0FBSyxJQUFJLFFBQVEsUUFBUTtBQUN0QyxVQUFJLEtBQU0sTUFBSyxLQUFLLE9BQU87QUFBQSxVQUN0QixNQUFLLElBQUksUUFBUSxVQUFVLENBQUMsT0FBTyxDQUFDO0FBQ3pDLFVBQUksU0FBUyxVQUFXLFVBQVM7QUFBQSxJQUNuQztBQUFBLElBQ0E7QUFBQSxJQUNBLElBQUksT0FBTztBQUNULGFBQU87QUFBQSxJQUNUO0FBQUEsSUFDQSxJQUFJLFNBQVM7QUFDWCxhQUFPO0FBQUEsSUFDVDtBQUFBLElBQ0EsSUFBSSxVQUFVO0FBQ1osYUFBTztBQUFBLElBQ1Q7QUFBQSxFQUNGO0FBQ0Y7QUFVTyxTQUFTLGNBQWMsTUFBaUM7QUFDN0QsTUFBSTtBQUNKLFNBQU87QUFBQSxJQUNMLFFBQVEsT0FBTyxNQUFNO0FBQ25CLFVBQUksV0FBVyxRQUFRLFlBQVksTUFBTyxRQUFPO0FBQ2pELFVBQUksUUFBUyxNQUFLLEtBQUssT0FBTztBQUM5QixnQkFBVTtBQUNWLGdCQUFVLEtBQUssS0FBSyxPQUFPLElBQUk7QUFDL0IsYUFBTztBQUFBLElBQ1Q7QUFBQSxJQUNBLElBQUksUUFBUTtBQUNWLGFBQU8sU0FBUyxZQUFZO0FBQUEsSUFDOUI7QUFBQSxFQUNGO0FBQ0Y7OztBQzVIQSxJQUFNLE9BQU8sSUFBSSxhQUFhLENBQUM7QUFDL0IsSUFBTSxPQUFPLElBQUksWUFBWSxLQUFLLE1BQU07QUFHakMsU0FBUyxVQUFVLEdBQW1CO0FBQzNDLE9BQUssQ0FBQyxJQUFJO0FBQ1YsUUFBTSxJQUFJLEtBQUssQ0FBQztBQUNoQixRQUFNLE9BQVEsTUFBTSxLQUFNO0FBQzFCLFFBQU0sSUFBSSxJQUFJO0FBQ2QsTUFBSSxJQUFJLFdBQVksUUFBTyxPQUFPO0FBQ2xDLE1BQUksS0FBSyxXQUFZLFFBQU8sT0FBTztBQUNuQyxNQUFJLElBQUksV0FBWTtBQUVsQixVQUFNLElBQUksS0FBSyxJQUFJLEtBQUssQ0FBQyxDQUFDLElBQUk7QUFDOUIsVUFBTSxJQUFJLEtBQUssTUFBTSxDQUFDO0FBQ3RCLFdBQU8sUUFBUSxJQUFJLE1BQU0sT0FBTyxJQUFJLE1BQU0sSUFBSSxJQUFJLElBQUk7QUFBQSxFQUN4RDtBQUNBLFFBQU0sVUFBVSxJQUFJLFFBQVcsTUFBTSxLQUFNO0FBQzNDLFNBQU8sT0FBUyxVQUFVLGNBQWdCO0FBQzVDO0FBR08sU0FBUyxZQUFZLEdBQW1CO0FBQzdDLFFBQU0sT0FBTyxJQUFJLFFBQVMsS0FBSztBQUMvQixRQUFNLFdBQVksTUFBTSxLQUFNO0FBQzlCLFFBQU0sSUFBSSxJQUFJO0FBQ2QsTUFBSSxhQUFhLEdBQUksUUFBTyxJQUFJLE9BQU8sTUFBTSxPQUFPLE9BQU87QUFDM0QsU0FBTyxhQUFhLElBQUksT0FBTyxJQUFJLEtBQUssTUFBTSxRQUFRLE9BQU8sS0FBSyxNQUFNLFdBQVc7QUFDckY7QUFTTyxTQUFTLFNBQVNBLFNBQW1CLE9BQWMsV0FBMkI7QUFDbkYsVUFBUSxPQUFPO0FBQUEsSUFDYixLQUFLLE9BQU87QUFDVixVQUFJLENBQUMsVUFBVyxRQUFPLGFBQWEsS0FBS0EsU0FBUSxDQUFDLE1BQU0sWUFBWSxVQUFVLENBQUMsQ0FBQyxDQUFDO0FBQ2pGLFlBQU0sTUFBTSxJQUFJLFlBQVlBLFFBQU8sVUFBVUEsUUFBTyxTQUFTLEVBQUU7QUFDL0QsZUFBUyxJQUFJLEdBQUcsSUFBSUEsUUFBTyxRQUFRLElBQUssS0FBSSxDQUFDLElBQUksVUFBVUEsUUFBTyxDQUFDLENBQUM7QUFDcEUsYUFBTztBQUFBLElBQ1Q7QUFBQSxJQUNBLEtBQUs7QUFDSCxhQUFPLFlBQVksS0FBS0EsU0FBUSxDQUFDLE1BQU0sT0FBTyxNQUFNLENBQUMsQ0FBQztBQUFBLElBQ3hELEtBQUs7QUFDSCxhQUFPLFNBQVNBLG1CQUFrQixhQUFhQSxVQUFTLFdBQVcsS0FBS0EsT0FBTSxDQUFDO0FBQUEsSUFDakYsS0FBSztBQUNILGFBQU8sU0FBU0EsbUJBQWtCLGNBQWNBLFVBQVMsWUFBWSxLQUFLQSxPQUFNLENBQUM7QUFBQSxJQUNuRjtBQUNFLGFBQU8sU0FBU0EsbUJBQWtCLGVBQWVBLFVBQVMsYUFBYSxLQUFLQSxPQUFNLENBQUM7QUFBQSxFQUN2RjtBQUNGO0FBR0EsU0FBUyxTQUE0RCxHQUFhO0FBQ2hGLFFBQU0sU0FBUyxPQUFPLHNCQUFzQixlQUFlLEVBQUUsa0JBQWtCO0FBQy9FLFNBQVEsU0FBUyxFQUFFLE1BQU0sSUFBSTtBQUMvQjtBQUdPLFNBQVMsV0FDZCxNQUNBLE9BQ0EsR0FDQSxXQUNXO0FBQ1gsUUFBTSxNQUFNLFVBQVUsT0FBTyxDQUFDO0FBQzlCLFVBQVEsT0FBTztBQUFBLElBQ2IsS0FBSyxPQUFPO0FBQ1YsVUFBSSxDQUFDLFVBQVc7QUFDaEIsWUFBTSxPQUFPLElBQUksWUFBWSxNQUFNLEdBQUcsQ0FBQztBQUN2QyxlQUFTLElBQUksR0FBRyxJQUFJLEdBQUcsSUFBSyxLQUFJLENBQUMsSUFBSSxZQUFZLEtBQUssQ0FBQyxDQUFDO0FBQ3hELGFBQU87QUFBQSxJQUNUO0FBQUEsSUFDQSxLQUFLO0FBQ0gsVUFBSSxJQUFJLElBQUksWUFBWSxNQUFNLEdBQUcsQ0FBQyxDQUFDO0FBQ25DLGFBQU87QUFBQSxJQUNULEtBQUs7QUFDSCxVQUFJLElBQUksSUFBSSxXQUFXLE1BQU0sR0FBRyxDQUFDLENBQUM7QUFDbEMsYUFBTztBQUFBLElBQ1QsS0FBSztBQUNILFVBQUksSUFBSSxJQUFJLFlBQVksTUFBTSxHQUFHLENBQUMsQ0FBQztBQUNuQyxhQUFPO0FBQUEsRUFDWDtBQUNBLE1BQUksSUFBSSxJQUFJLGFBQWEsTUFBTSxHQUFHLENBQUMsQ0FBQztBQUNwQyxTQUFPO0FBQ1Q7OztBQ3hDQSxJQUFNLGFBQWE7QUFDbkIsSUFBTSxRQUFRLENBQUMsT0FBZSxPQUF1QixLQUFLLEtBQUssUUFBUSxFQUFFLElBQUk7QUFhdEUsU0FBUyxZQUFZLFNBQWtCLFNBQXFDO0FBQ2pGLFFBQU0sRUFBRSxRQUFRLE1BQU0sSUFBSTtBQUMxQixRQUFNLFFBQVEsT0FBTyxPQUFPO0FBQzVCLFFBQU0sY0FBYyxPQUFPLE9BQU87QUFDbEMsUUFBTSxhQUF5QixDQUFDO0FBQ2hDLE1BQUksZUFBZTtBQUNuQixVQUFRLE1BQU0sUUFBUSxDQUFDLE1BQU0sV0FBVztBQUN0QyxVQUFNLEVBQUUsUUFBUSxjQUFjLElBQUksSUFBSSxNQUFNLE9BQU8sS0FBSyxNQUFNO0FBQzlELG1CQUFlLEtBQUssSUFBSSxjQUFjLEdBQUc7QUFDekMsVUFBTSxPQUFPLEdBQUcsUUFBUSxJQUFJLEtBQUssS0FBSyxLQUFLO0FBQzNDLFdBQU8sUUFBUSxDQUFDLEVBQUUsU0FBUyxHQUFHLFVBQVU7QUFDdEMsWUFBTSxTQUFTLFNBQVMsSUFBSSxDQUFDLEVBQUUsSUFBSSxNQUFhO0FBQzlDLFlBQUksUUFBUSxVQUFXLFFBQU8sRUFBRSxNQUFNLFdBQVcsT0FBTyxNQUFNLEtBQUssQ0FBQyxFQUFFO0FBQ3RFLGNBQU0sT0FBTyxRQUFRLE1BQU0sS0FBSyxLQUFLLEdBQUcsQ0FBQztBQUN6QyxlQUFPLEVBQUUsTUFBTSxPQUFPLE1BQU0sS0FBSyxJQUFJLEtBQUssT0FBTyxDQUFDLEdBQUcsQ0FBQyxFQUFFO0FBQUEsTUFDMUQsQ0FBQztBQUNELGFBQU8sUUFBUSxDQUFDLEVBQUUsTUFBTSxNQUFNLEdBQUcsTUFBTTtBQUNyQyxZQUFJLFFBQVEsTUFBTyxPQUFNLFNBQVMsU0FBUyxNQUFNLFNBQVMsQ0FBQyxHQUFHLE1BQU0sT0FBTyxLQUFLO0FBQUEsTUFDbEYsQ0FBQztBQUNELFlBQU0sV0FBVyxJQUFJLElBQUksU0FBUyxJQUFJLENBQUMsTUFBTyxFQUFFLFFBQVEsWUFBWSxLQUFLLEtBQUssS0FBSyxFQUFFLEdBQUcsQ0FBRSxDQUFDO0FBQzNGLFVBQUksU0FBUyxPQUFPLGFBQWE7QUFDL0IsY0FBTSxJQUFJO0FBQUEsVUFDUixHQUFHLElBQUksVUFBVSxTQUFTLElBQUksMkNBQTJDLFdBQVc7QUFBQSxRQUV0RjtBQUFBLE1BQ0Y7QUFDQSxpQkFBVyxLQUFLLEVBQUUsTUFBTSxRQUFRLE9BQU8sVUFBVSxRQUFRLE9BQU8sQ0FBQyxFQUFFLENBQUM7QUFBQSxJQUN0RSxDQUFDO0FBQUEsRUFDSCxDQUFDO0FBRUQsV0FBUyxTQUFTLEVBQUUsS0FBSyxHQUFVLEtBQTZCO0FBQzlELFFBQUksU0FBUyxVQUFXLFFBQU8sSUFBSTtBQUNuQyxRQUFJLEtBQUssU0FBUyxPQUFRLFFBQU8sSUFBSTtBQUNyQyxZQUFRLEtBQUssU0FBUyxVQUFVLElBQUksU0FBUyxJQUFJLFNBQVMsS0FBSyxLQUFLO0FBQUEsRUFDdEU7QUFFQSxXQUFTLEtBQUssR0FBYSxTQUF1QztBQUNoRSxVQUFNLEVBQUUsU0FBUyxRQUFRLElBQUksVUFBVSxHQUFHLE9BQU87QUFDakQsVUFBTSxPQUFPLFFBQVEsTUFBTSxFQUFFLElBQUk7QUFDakMsVUFBTSxXQUFXLE1BQU0sU0FBUyxLQUFLLFFBQVEsRUFBRSxPQUFPLFNBQVMsS0FBSyxLQUFLO0FBQ3pFLFlBQVEsZUFBZTtBQUN2QixVQUFNLFFBQVEsT0FBTyxnQkFBZ0I7QUFBQSxNQUNuQyxRQUFRLFNBQVM7QUFBQSxNQUNqQjtBQUFBLE1BQ0EsT0FBTyxHQUFHLFFBQVEsSUFBSSxLQUFLLFNBQVMsS0FBSztBQUFBLElBQzNDLENBQUM7QUFDRCxXQUFPLEVBQUUsS0FBSyxRQUFRLElBQUksQ0FBQyxNQUFNLEVBQUUsRUFBRSxHQUFHLE9BQU8sU0FBUztBQUFBLEVBQzFEO0FBRUEsV0FBUyxTQUFTLEdBQWEsS0FBd0I7QUFDckQsVUFBTSxFQUFFLE9BQU8sT0FBTyxJQUFJO0FBQzFCLFdBQVEsVUFBUyxJQUFJLEdBQUcsSUFBSSxNQUFNLFFBQVEsS0FBSztBQUM3QyxZQUFNLEVBQUUsSUFBSSxJQUFJLE1BQU0sQ0FBQztBQUN2QixlQUFTLElBQUksR0FBRyxJQUFJLE9BQU8sUUFBUSxLQUFLO0FBQ3RDLFlBQUksU0FBUyxPQUFPLENBQUMsR0FBRyxHQUFHLEVBQUUsT0FBTyxJQUFJLENBQUMsRUFBRyxVQUFTO0FBQUEsTUFDdkQ7QUFDQSxhQUFPLE1BQU0sQ0FBQztBQUFBLElBQ2hCO0FBQ0EsVUFBTSxPQUFPO0FBQUEsTUFDWDtBQUFBLE1BQ0EsT0FBTyxJQUFJLENBQUMsTUFBTSxTQUFTLEdBQUcsR0FBRyxDQUFDO0FBQUEsSUFDcEM7QUFDQSxVQUFNLFFBQVEsSUFBSTtBQUNsQixRQUFJLE1BQU0sU0FBUyxXQUFZLE9BQU0sSUFBSTtBQUN6QyxXQUFPO0FBQUEsRUFDVDtBQUdBLFFBQU0sUUFBUSxDQUFDLFFBQ1osRUFBRSxJQUFJLFVBQVUsR0FBRyxPQUFPLEdBQUcsT0FBTyxNQUFNO0FBQzdDLFFBQU0sU0FBUyxRQUFRLE9BQU8sSUFBSSxDQUFDLEdBQUcsTUFBTSxNQUFNLENBQUMsQ0FBQztBQUNwRCxRQUFNLFVBQVUsUUFBUSxRQUFRLElBQUksQ0FBQyxHQUFHLE1BQU07QUFDNUMsVUFBTSxVQUFVLFFBQVEsVUFBVSxJQUFJLENBQUM7QUFDdkMsV0FBTyxZQUFZLFNBQVksTUFBTSxPQUFPLFNBQVMsQ0FBQyxJQUFJLE9BQU8sT0FBTztBQUFBLEVBQzFFLENBQUM7QUFDRCxRQUFNLFdBQVcsRUFBRSxRQUFRLFNBQVMsTUFBTSxNQUFNLEVBQUUsR0FBRyxTQUFTLE1BQU0sRUFBRSxFQUFFO0FBQ3hFLGFBQVcsS0FBSyxZQUFZO0FBQzFCLFVBQU0sRUFBRSxRQUFRLElBQUk7QUFBQSxNQUNsQjtBQUFBLE1BQ0EsRUFBRSxPQUFPLElBQUksQ0FBQyxNQUFNLFNBQVMsR0FBRyxRQUFRLENBQUM7QUFBQSxJQUMzQztBQUNBLFVBQU0sT0FBTyxRQUFRLE1BQU0sRUFBRSxJQUFJO0FBQ2pDLFVBQU0sU0FBUyxLQUFLLFFBQVEsRUFBRSxPQUFPLFNBQVMsS0FBSyxLQUFLO0FBQUEsRUFDMUQ7QUFFQSxTQUFPO0FBQUEsSUFDTDtBQUFBLElBQ0E7QUFBQSxJQUNBLFFBQVEsV0FBVztBQUFBLElBQ25CLFFBQVEsS0FBSztBQUNYLFlBQU0sUUFBUSxXQUFXLElBQUksQ0FBQyxNQUFNLFNBQVMsR0FBRyxHQUFHLENBQUM7QUFDcEQsWUFBTSxVQUFVLE1BQU0sT0FBTyxDQUFDLE1BQU0sQ0FBQyxFQUFFLFNBQVMsUUFBUSxFQUFFLElBQUksQ0FBQyxNQUFNLEVBQUUsU0FBUyxLQUFLO0FBQ3JGLGFBQU8sRUFBRSxPQUFPLFFBQVE7QUFBQSxJQUMxQjtBQUFBLEVBQ0Y7QUFDRjtBQUlBLFNBQVMsVUFDUCxHQUNBLFNBQ29EO0FBQ3BELFFBQU0sVUFBb0IsQ0FBQztBQUMzQixRQUFNLE9BQU8sb0JBQUksSUFBb0I7QUFDckMsUUFBTSxVQUFrRSxDQUFDO0FBQ3pFLFFBQU0sVUFBVSxvQkFBSSxJQUFZO0FBQ2hDLElBQUUsU0FBUyxRQUFRLENBQUMsU0FBUyxNQUFNO0FBQ2pDLFVBQU0sRUFBRSxNQUFNLE1BQU0sSUFBSSxFQUFFLE9BQU8sQ0FBQztBQUNsQyxVQUFNLFNBQVMsU0FBUyxhQUFhLEtBQUssU0FBUyxTQUFTLEtBQUssU0FBUztBQUMxRSxVQUFNLE1BQU0sR0FBRyxRQUFRLENBQUMsRUFBRSxFQUFFLElBQUksTUFBTTtBQUN0QyxRQUFJLElBQUksS0FBSyxJQUFJLEdBQUc7QUFDcEIsUUFBSSxNQUFNLFFBQVc7QUFDbkIsVUFBSSxRQUFRO0FBQ1osV0FBSyxJQUFJLEtBQUssQ0FBQztBQUNmLGNBQVEsS0FBSyxFQUFFLFFBQVEsUUFBUSxDQUFDLEdBQUcsUUFBUSxNQUFNLE1BQU0sQ0FBQztBQUFBLElBQzFELE1BQU8sU0FBUSxDQUFDLEVBQUUsT0FBTyxLQUFLLElBQUksUUFBUSxDQUFDLEVBQUUsTUFBTSxLQUFLO0FBQ3hELFlBQVEsS0FBSyxDQUFDO0FBQ2QsUUFBSSxRQUFRLE1BQU8sU0FBUSxJQUFJLFFBQVEsQ0FBQyxFQUFFLEVBQUU7QUFBQSxFQUM5QyxDQUFDO0FBQ0QsU0FBTztBQUFBLElBQ0wsU0FBUyxFQUFFLFNBQVMsT0FBTyxRQUFRLElBQUksQ0FBQyxNQUFNLFFBQVEsSUFBSSxFQUFFLE9BQU8sRUFBRSxDQUFDLEVBQUU7QUFBQSxJQUN4RSxTQUFTLFFBQVEsSUFBSSxDQUFDLEVBQUUsUUFBUSxRQUFRLEtBQUssR0FBRyxPQUFPO0FBQUEsTUFDckQsU0FBUztBQUFBLE1BQ1QsVUFBVSxFQUFFLFFBQVEsT0FBTyxRQUFRLFFBQVEsS0FBSztBQUFBLElBQ2xELEVBQUU7QUFBQSxFQUNKO0FBQ0Y7QUFFQSxJQUFNQyxPQUFNLENBQUMsVUFBMEIsSUFBSSxRQUFRLEtBQUssSUFBSSxRQUFRLENBQUMsQ0FBQztBQUV0RSxTQUFTLFNBQ1AsU0FDQSxNQUNBLFNBQ0EsTUFDQSxPQUNBLE9BQ2E7QUFDYixNQUFJLE9BQU87QUFDWCxNQUFJLFNBQVMsVUFBVyxRQUFPO0FBQUEsV0FDdEIsS0FBSyxTQUFTLFFBQVE7QUFDN0IsVUFBTSxRQUFRLEtBQUssU0FBUyxVQUFVLFFBQVEsU0FBUyxRQUFRLFNBQVMsS0FBSyxLQUFLO0FBQ2xGLFdBQU8sR0FBRyxLQUFLLElBQUksSUFBSSxLQUFLLEtBQUssSUFBSSxLQUFLLEtBQUssR0FBRyxZQUFZLEtBQUssS0FBSyxDQUFDO0FBQUEsRUFDM0UsTUFBTyxRQUFPLG1CQUFtQixRQUFRLEtBQUs7QUFDOUMsU0FBTyxJQUFJO0FBQUEsSUFDVCxHQUFHLElBQUksS0FBSyxJQUFJLFVBQVVBLEtBQUksS0FBSyxDQUFDLG1DQUFtQ0EsS0FBSSxLQUFLLENBQUM7QUFBQSxFQUVuRjtBQUNGOzs7QUNsTkEsSUFBTSxZQUFZO0FBQUE7QUFBQTtBQUFBO0FBTVgsSUFBTSxVQUE0QztBQUFBO0FBQUEsRUFFdkQsVUFBVTtBQUFBLEVBQ1YsV0FBVztBQUFBLEVBQ1gsT0FBTztBQUFBLEVBQ1AsT0FBTztBQUFBLEVBQ1AsV0FBVztBQUFBO0FBQUE7QUFBQSxFQUdYLFdBQVc7QUFBQTtBQUFBO0FBQUE7QUFBQSxFQUlYLFVBQVU7QUFBQTtBQUFBO0FBQUEsRUFJVixXQUFXO0FBQUE7QUFBQSxFQUVYLFdBQVc7QUFBQTtBQUFBO0FBQUEsRUFHWCxZQUFZO0FBQUEsRUFDWixVQUFVO0FBQUE7QUFBQTtBQUFBO0FBQUEsRUFLVixZQUFZO0FBQUEsRUFDWixNQUFNO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBLEVBU04sVUFBVTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQSxFQVNWLE1BQU07QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQSxFQU9OLE9BQU87QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUEsRUFNUCxPQUFPO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQSxFQVFQLE9BQU87QUFBQTtBQUFBO0FBQUE7QUFBQSxFQUlQLE9BQU87QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUEsRUFNUCxPQUFPO0FBQUE7QUFBQTtBQUFBO0FBQUEsRUFJUCxLQUFLO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUEsRUFjTCxRQUFRO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBLEVBWVIsTUFBTTtBQUFBLEVBQ04sTUFBTTtBQUFBLEVBQ04sTUFBTTtBQUFBLEVBQ04sT0FBTztBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUEsRUFXUCxRQUFRO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBLEVBWVIsVUFBVTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUEsRUFLVixPQUFPO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBLEVBTVAsT0FBTztBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUEsRUFTUCxNQUFNO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUEsRUE0Qk4sTUFBTTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUEsRUFjTixRQUFRO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQSxFQUtSLFFBQVE7QUFBQTtBQUFBO0FBQUE7QUFBQSxFQUlSLFFBQVE7QUFBQTtBQUFBO0FBQUE7QUFBQSxFQUlSLFFBQVE7QUFBQTtBQUFBO0FBQUE7QUFBQSxFQUlSLE9BQU87QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUEsRUFNUCxPQUFPO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBLEVBTVAsVUFBVTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBUVo7QUFHTyxTQUFTLFdBQVcsTUFBc0I7QUFDL0MsUUFBTSxTQUFTLG9CQUFJLElBQVk7QUFDL0IsUUFBTSxRQUFRLENBQUMsV0FBeUI7QUFDdEMsZUFBVyxDQUFDLEVBQUUsSUFBSSxLQUFLLE9BQU8sU0FBUyxvQkFBb0IsR0FBRztBQUM1RCxVQUFJLFFBQVEsV0FBVyxDQUFDLE9BQU8sSUFBSSxJQUFJLEdBQUc7QUFDeEMsZUFBTyxJQUFJLElBQUk7QUFDZixjQUFNLFFBQVEsSUFBSSxDQUFDO0FBQUEsTUFDckI7QUFBQSxJQUNGO0FBQUEsRUFDRjtBQUNBLFFBQU0sSUFBSTtBQUNWLE1BQUksT0FBTyxTQUFTLEVBQUcsUUFBTztBQUM5QixRQUFNLFVBQVUsQ0FBQyxHQUFHLE1BQU0sRUFBRSxRQUFRLEVBQUUsSUFBSSxDQUFDLFNBQVMsUUFBUSxJQUFJLENBQUM7QUFDakUsUUFBTSxZQUFZLFFBQVEsS0FBSyxDQUFDLE1BQU0sdUJBQXVCLEtBQUssQ0FBQyxDQUFDO0FBQ3BFLFNBQU8sR0FBRyxZQUFZLFlBQVksRUFBRSxHQUFHLFFBQVEsS0FBSyxJQUFJLENBQUM7QUFBQTtBQUMzRDs7O0FDOVBPLElBQU0sd0JBQXdCO0FBNEM5QixJQUFNLFNBQVMsQ0FBQyxXQUNyQixVQUFVLHdCQUNOLENBQUMsUUFBUSxDQUFDLElBQ1YsQ0FBQyx1QkFBdUIsS0FBSyxLQUFLLFNBQVMscUJBQXFCLENBQUM7QUFHaEUsSUFBTSxXQUFXLENBQUMsU0FDdkIsNEJBQTRCLElBQUk7QUFBQTtBQUFBLHdCQUVWLHFCQUFxQjtBQUFBO0FBRzdDLElBQU0sYUFBYSxDQUFDLEdBQVUsUUFBeUI7QUFDckQsTUFBSSxNQUFNO0FBQ1IsVUFBTSxJQUFJLFdBQVcsOERBQThEO0FBQ3JGLFNBQU8sTUFBTSxTQUFTLFFBQVEsTUFBTSxRQUFTLE1BQU0sUUFBUSxRQUFTO0FBQ3RFO0FBR08sU0FBUyxXQUFXLE9BQWMsU0FBa0IsU0FBZ0M7QUFDekYsUUFBTSxTQUFTLE1BQU0sU0FBUyxJQUFJLENBQUMsTUFBTSxXQUFXLEVBQUUsT0FBTyxRQUFRLEdBQUcsQ0FBQztBQUV6RSxRQUFNLFFBQVEsUUFBUSxNQUFNLElBQUksQ0FBQyxHQUFHLE1BQU07QUFDeEMsVUFBTSxRQUFRLElBQUksSUFBSSxPQUFPLE9BQU8sQ0FBQ0MsSUFBRyxNQUFNLFFBQVEsUUFBUSxDQUFDLE1BQU0sQ0FBQyxDQUFDO0FBQ3ZFLFdBQU8sTUFBTSxTQUFTLElBQUksQ0FBQyxHQUFHLEtBQUssRUFBRSxDQUFDLElBQUk7QUFBQSxFQUM1QyxDQUFDO0FBQ0QsUUFBTSxTQUFpQjtBQUFBLElBQ3JCLEtBQUssR0FBRyxJQUFJO0FBQ1YsWUFBTSxJQUFJLFFBQVEsUUFBUSxDQUFDO0FBQzNCLFlBQU0sTUFBTSxJQUFJLENBQUMsSUFBSSxFQUFFO0FBQ3ZCLFlBQU0sUUFBUSxNQUFNLENBQUMsTUFBTSxPQUFPLENBQUMsSUFBSSxNQUFNLFdBQVcsT0FBTyxDQUFDLENBQUMsS0FBSyxHQUFHO0FBQ3pFLFVBQUksTUFBTSxTQUFTLENBQUMsRUFBRSxVQUFVLE9BQVEsUUFBTyxJQUFJLEtBQUs7QUFDeEQsYUFBTyxPQUFPLENBQUMsTUFBTSxRQUFRLE9BQU8sS0FBSyxNQUFNO0FBQUEsSUFDakQ7QUFBQSxJQUNBLE1BQU0sR0FBRyxJQUFJLE9BQU87QUFDbEIsWUFBTSxJQUFJLFFBQVEsUUFBUSxDQUFDO0FBQzNCLFlBQU0sUUFBUSxNQUFNLFNBQVMsQ0FBQyxFQUFFO0FBQ2hDLFVBQUksSUFBSTtBQUNSLFVBQUksVUFBVSxPQUFRLEtBQUksa0JBQWtCLEtBQUs7QUFDakQsVUFBSSxVQUFVLE1BQU8sS0FBSSxPQUFPLENBQUMsTUFBTSxRQUFRLGdCQUFnQixDQUFDLE9BQU8sWUFBWSxDQUFDO0FBQ3BGLGFBQU8sSUFBSSxDQUFDLElBQUksRUFBRSxPQUFPLE1BQU0sQ0FBQyxNQUFNLE9BQU8sQ0FBQyxJQUFJLElBQUksV0FBVyxNQUFNLENBQUMsQ0FBQyxLQUFLLENBQUMsR0FBRztBQUFBLElBQ3BGO0FBQUEsRUFDRjtBQUNBLFFBQU0sT0FBTyxNQUFNLEtBQUssTUFBTTtBQUM5QixRQUFNLFdBQVcsTUFBTTtBQUFBLElBQ3JCLENBQUMsTUFBTSxNQUNMLHNCQUFzQixDQUFDLGtCQUFrQixRQUFRLE1BQU0sQ0FBQyxJQUFJLGVBQWUsTUFBTSxNQUM3RSxDQUFDLFdBQVcsSUFBSTtBQUFBO0FBQUEsRUFDeEI7QUFDQSxRQUFNLFNBQVMsT0FBTyxTQUFTLEtBQUssSUFBSSxrQkFBa0I7QUFDMUQsU0FBTyxHQUFHLE1BQU0sR0FBRyxTQUFTLEtBQUssRUFBRSxDQUFDLEdBQUcsV0FBVyxJQUFJLENBQUMsR0FBRyxJQUFJO0FBQ2hFOzs7QUNyR08sU0FBUyxVQUNkLE1BQ0EsT0FDQSxNQUNVO0FBQ1YsUUFBTSxRQUFrQixDQUFDO0FBQ3pCLE1BQUksT0FBTztBQUNYLFdBQVMsSUFBSSxNQUFNLFNBQVMsR0FBRyxLQUFLLEdBQUcsS0FBSztBQUMxQyxVQUFNLElBQUksTUFBTSxDQUFDO0FBQ2pCLFFBQUksTUFBTSxFQUFHLE9BQU0sS0FBSyxPQUFPLEtBQUssQ0FBQyxDQUFDLE1BQU0sSUFBSSxHQUFHO0FBQUEsYUFDMUMsTUFBTSxFQUFHLE9BQU0sS0FBSyxPQUFPLEtBQUssQ0FBQyxDQUFDLFFBQVE7QUFBQSxTQUM5QztBQUNILFlBQU0sS0FBSyxPQUFPLEtBQUssQ0FBQyxDQUFDLGNBQWMsSUFBSSxPQUFPLENBQUMsS0FBSztBQUN4RCxZQUFNLEtBQUssT0FBTyxLQUFLLENBQUMsQ0FBQyxlQUFlLElBQUksT0FBTyxDQUFDLEtBQUs7QUFDekQsYUFBTyxHQUFHLEtBQUssQ0FBQyxDQUFDO0FBQUEsSUFDbkI7QUFBQSxFQUNGO0FBQ0EsU0FBTztBQUNUO0FBR08sSUFBTSxRQUFRLENBQUMsT0FBMEIsUUFBUSxNQUN0RCxNQUFNLElBQUksQ0FBQyxNQUFNLEdBQUcsS0FBSyxPQUFPLEtBQUssQ0FBQyxHQUFHLENBQUM7QUFBQSxDQUFJLEVBQUUsS0FBSyxFQUFFO0FBR2xELElBQU0saUJBQWlCLENBQUMsTUFBc0IsS0FBSyxLQUFLLEtBQUssS0FBSyxLQUFLLEtBQUssSUFBSSxHQUFHLENBQUMsQ0FBQyxDQUFDO0FBR3RGLElBQU0sVUFBVSxDQUFDLFVBQXFDLE1BQU0sT0FBTyxDQUFDLEdBQUcsTUFBTSxJQUFJLEdBQUcsQ0FBQzs7O0FDTnJGLFNBQVMsVUFBVSxHQUFvQjtBQUM1QyxRQUFNLFFBQVEsQ0FBQyxTQUF5QixLQUFLLEtBQUssRUFBRSxJQUFJLElBQUksSUFBSSxLQUFLLEtBQUssRUFBRSxJQUFJLElBQUksSUFBSSxFQUFFO0FBQzFGLE1BQUksTUFBTSxHQUFHLEtBQUssSUFBSyxRQUFPLEVBQUUsTUFBTSxLQUFLLFNBQVMsS0FBSyxPQUFPLEdBQUcsV0FBVyxFQUFFO0FBQ2hGLE1BQUksRUFBRSxJQUFJLE1BQU0sRUFBRSxJQUFJLEdBQUksUUFBTyxFQUFFLE1BQU0sSUFBSSxTQUFTLElBQUksT0FBTyxJQUFJLFdBQVcsRUFBRTtBQUNsRixTQUFPLEVBQUUsTUFBTSxJQUFJLFNBQVMsSUFBSSxPQUFPLElBQUksV0FBVyxFQUFFO0FBQzFEO0FBR08sU0FBUyxVQUFVLEdBQVMsS0FBYyxNQUFpQixRQUF3QjtBQUN4RixRQUFNLEVBQUUsTUFBTSxTQUFBQyxVQUFTLE9BQU8sVUFBVSxJQUFJO0FBQzVDLFFBQU0sU0FBU0EsV0FBVTtBQUN6QixRQUFNLE9BQU8sT0FBTztBQUNwQixRQUFNLE9BQU8sU0FBUztBQUN0QixRQUFNLFFBQVEsWUFBWTtBQUMxQixRQUFNLElBQUksS0FBSyxLQUFLLEVBQUUsR0FBRyxHQUFHLE1BQU0sT0FBTyxNQUFNLEVBQUUsR0FBRyxNQUFNLE1BQU07QUFDaEUsUUFBTSxJQUFJLEtBQUssS0FBSyxFQUFFLEdBQUcsR0FBR0EsVUFBUyxPQUFPLE1BQU0sRUFBRSxHQUFHLE1BQU0sTUFBTTtBQUNuRSxRQUFNLElBQUksTUFBTSxLQUFLLEVBQUUsUUFBUSxNQUFNLEdBQUcsQ0FBQyxHQUFHLE1BQU0sQ0FBQztBQUNuRCxRQUFNLFFBQVEsQ0FBQyxLQUFLLEtBQUssS0FBSyxHQUFHO0FBQ2pDLFFBQU0sZUFBZSxFQUFFLFFBQVEsQ0FBQyxNQUFNLE1BQU0sUUFBUSxDQUFDLE1BQU0sRUFBRSxJQUFJLENBQUMsT0FBTyxFQUFFLEdBQUcsR0FBRyxFQUFFLEVBQUUsQ0FBQyxDQUFDO0FBRXZGLFFBQU0sUUFBUSxFQUFFLFFBQVEsSUFBSSxRQUFRLEVBQUUsS0FBSyxNQUFNO0FBQ2pELFFBQU0sT0FBTyxFQUFFLFFBQVEsSUFBSSxRQUFRLEVBQUUsS0FBSyxNQUFNO0FBQ2hELFFBQU0sVUFBVTtBQUFBLElBQ2QsR0FBRyxFQUFFLElBQUksQ0FBQyxNQUFNLFFBQVEsQ0FBQyxnQkFBZ0IsT0FBTyxDQUFDLFdBQVcsSUFBSSxJQUFJLElBQUk7QUFBQSxJQUN4RSxHQUFHLEVBQUUsSUFBSSxDQUFDLE1BQU0sUUFBUSxDQUFDLGdCQUFnQkEsV0FBVSxDQUFDLFdBQVcsSUFBSSxNQUFNLElBQUk7QUFBQSxJQUM3RSxHQUFHLGFBQWE7QUFBQSxNQUNkLENBQUMsRUFBRSxHQUFHLEdBQUcsRUFBRSxNQUFNLElBQUksQ0FBQyxHQUFHLENBQUMsR0FBRyxDQUFDLGlCQUFpQixDQUFDLElBQUksQ0FBQyxPQUFPLENBQUMsTUFBTSxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUM7QUFBQSxJQUM5RTtBQUFBLEVBQ0Y7QUFDQSxRQUFNLFNBQVMsYUFBYTtBQUFBLElBQVEsQ0FBQyxFQUFFLEdBQUcsR0FBRyxFQUFFLE1BQzdDLE1BQU0sSUFBSSxDQUFDLEdBQUcsV0FBVztBQUN2QixZQUFNLElBQUksU0FBUyxJQUFJLGFBQWEsSUFBSSxJQUFJLGFBQWEsTUFBTSxRQUFRLENBQUMsQ0FBQztBQUN6RSxZQUFNLElBQUksU0FBU0EsUUFBTyxhQUFhLElBQUksTUFBTSxhQUFhLE1BQU07QUFDcEUsWUFBTSxRQUFRLFVBQVUsR0FBRyxLQUFLLFFBQVEsR0FBRyxHQUFHLElBQUksQ0FBQyxHQUFHLENBQUMsR0FBRyxDQUFDLElBQUksQ0FBQyxFQUFFO0FBQ2xFLGFBQU8sT0FBTyxDQUFDLE1BQU0sRUFBRSxDQUFDLFFBQVEsQ0FBQyxNQUFNLEVBQUUsQ0FBQyxRQUFRLEtBQUs7QUFBQSxJQUN6RCxDQUFDO0FBQUEsRUFDSDtBQUNBLFNBQU8sc0NBQXVDLE9BQU8sUUFBUyxDQUFDO0FBQUEscUNBQzNCQSxXQUFVLFFBQVMsQ0FBQztBQUFBLEVBQ3hELFNBQVMsSUFBSSxDQUFDLEdBQUcsTUFBTTtBQUFBLElBQ3ZCLEdBQUcsWUFBWSxLQUFLLEtBQUssRUFBRSxJQUFJQSxRQUFPLEdBQUcsS0FBSyxLQUFLLEVBQUUsSUFBSSxJQUFJLEdBQUcsSUFBSSxNQUFNO0FBQUEsSUFDMUUsc0JBQXNCLE1BQU07QUFBQSxJQUM1QixzQkFBc0IsTUFBTTtBQUFBLElBQzVCLEdBQUcsRUFBRSxNQUFNLEdBQUc7QUFBQSxJQUNkLEdBQUcsWUFBWSxHQUFHLEdBQUc7QUFBQSxJQUNyQixHQUFHLEVBQUU7QUFBQSxJQUNMLEdBQUcsRUFBRTtBQUFBLElBQ0wsR0FBRyxhQUFhLElBQUksQ0FBQyxFQUFFLEdBQUcsR0FBRyxFQUFFLE1BQU0sUUFBUSxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUMsZUFBZTtBQUFBLEVBQ3ZFLENBQUMsQ0FBQyxnQkFBZ0IsSUFBSTtBQUFBLHFCQUNELEtBQUssNEJBQTRCLEtBQUs7QUFBQSxFQUN6RCxNQUFNLENBQUMsR0FBRyxFQUFFLE1BQU0sR0FBRyxFQUFFLElBQUksR0FBRyxDQUFDLENBQUM7QUFBQSwyQkFDUCxLQUFLO0FBQUEsRUFDOUIsTUFBTSxTQUFTLENBQUMsQ0FBQztBQUFBO0FBQUE7QUFBQSxFQUdqQixNQUFNLE1BQU0sQ0FBQztBQUFBO0FBSWIsV0FBUyxLQUNQLE1BQ0EsU0FDQSxRQUNBLE9BQ0EsV0FDQSxTQUNBLFFBQ0EsVUFDQSxNQUNxQztBQUNyQyxVQUFNLFFBQWtCLENBQUM7QUFDekIsVUFBTSxPQUFpQixDQUFDO0FBQ3hCLFVBQU0sVUFBVyxRQUFRLFlBQWE7QUFDdEMsYUFBUyxJQUFJLEdBQUcsSUFBSSxVQUFVLFNBQVMsS0FBSztBQUMxQyxZQUFNLElBQUksR0FBRyxJQUFJLElBQUksQ0FBQztBQUN0QixZQUFNLENBQUMsR0FBRyxJQUFJLElBQUksUUFBUSxTQUN0QixDQUFDLEdBQUcsQ0FBQyxNQUFNLFNBQVMsS0FBSyxHQUFHLENBQUMsTUFBTSxTQUFTLEdBQUcsSUFDL0MsQ0FBQyxHQUFHLENBQUMsTUFBTSxRQUFRLENBQUMsS0FBSyxHQUFHLENBQUMsTUFBTSxRQUFRLENBQUMsR0FBRztBQUNuRCxZQUFNO0FBQUEsUUFDSixPQUFPLENBQUMsaUJBQWlCLElBQUksT0FBTztBQUFBLFFBQ3BDLE9BQU8sQ0FBQyxPQUFPLENBQUM7QUFBQSxRQUNoQixPQUFPLENBQUMsT0FBTyxJQUFJO0FBQUEsTUFDckI7QUFDQSxZQUFNLFFBQWtCLENBQUM7QUFDekIsV0FBSztBQUFBLFFBQ0gsT0FBTyxDQUFDLE1BQU0sT0FBTztBQUFBLFFBQ3JCLHNCQUFzQixDQUFDO0FBQUEsUUFDdkI7QUFBQSxRQUNBO0FBQUEsUUFDQSxHQUFJLEVBQUUsUUFBUSxJQUNWLENBQUMsNEJBQTRCLEVBQUUsS0FBSyxPQUFPLDRCQUE0QixFQUFFLEtBQUssS0FBSyxJQUNuRixDQUFDLGtCQUFrQixnQkFBZ0I7QUFBQSxNQUN6QztBQUNBLGVBQVMsSUFBSSxHQUFHLElBQUksR0FBRyxLQUFLO0FBQzFCLGNBQU0sSUFBSSxHQUFHLENBQUMsSUFBSSxDQUFDO0FBQ25CLGNBQU0sS0FBSyxHQUFHLFFBQVEsTUFBTSxLQUFLLE9BQU8sQ0FBQyxZQUFZLENBQUM7QUFDdEQsY0FBTSxLQUFLLE9BQU8sQ0FBQyxXQUFXLEVBQUUsS0FBSyxTQUFTLENBQUMsT0FBTyxHQUFHLFFBQVEsS0FBSyxHQUFHLEdBQUcsQ0FBQyxHQUFHLENBQUM7QUFDakYsYUFBSyxLQUFLLEdBQUcsUUFBUSxNQUFNLEdBQUcsSUFBSSxFQUFFLElBQUksQ0FBQyxNQUFNLEtBQUssQ0FBQyxFQUFFLENBQUM7QUFDeEQsY0FBTSxVQUFVLFFBQVEsTUFBTSxHQUFHLElBQUk7QUFDckMsY0FBTSxRQUFRLFFBQVEsUUFBUSxjQUFjLFFBQVEsS0FBSyxNQUFNO0FBQy9ELGNBQU0sS0FBSyxZQUFZLENBQUMsTUFBTSxLQUFLLEtBQUssUUFBUSxDQUFDLEdBQUcsUUFBUSxJQUFJLEtBQUssQ0FBQztBQUFBLE1BQ3hFO0FBQ0EsWUFBTSxRQUFRLFNBQVMsTUFBTSxVQUFVO0FBQ3ZDLFdBQUssS0FBSyxLQUFLLEtBQUssSUFBSSxDQUFDLE9BQU8sUUFBUSxDQUFDLE9BQU8sQ0FBQyxhQUFhO0FBQzlELFdBQUssS0FBSyxHQUFHLE1BQU0sSUFBSSxDQUFDLEdBQUcsTUFBTSxPQUFPLENBQUMsR0FBRyxJQUFJLElBQUksTUFBTSxJQUFJLEVBQUUsR0FBRyxHQUFHO0FBQUEsSUFDeEU7QUFDQSxXQUFPLEVBQUUsT0FBTyxLQUFLO0FBQUEsRUFDdkI7QUFDRjs7O0FDbEZPLFNBQVMsWUFBWSxNQUE4QixJQUFZLE9BQXdCO0FBQzVGLFNBQU8sUUFBUSxjQUFjLEtBQUssY0FBYyxFQUFFLEtBQUssS0FBSyxHQUFHLENBQUMsS0FBSyxLQUFLLE1BQU0sS0FBSyxFQUFFO0FBQ3pGO0FBR08sU0FBUyxZQUFZLEdBQVMsS0FBd0I7QUFDM0QsTUFBSSxJQUFJLFdBQVcsR0FBRztBQUNwQixXQUFPLENBQUMseUJBQXlCLEVBQUUsS0FBSyxNQUFNLHlCQUF5QixFQUFFLEtBQUssSUFBSTtBQUFBLEVBQ3BGO0FBQ0EsUUFBTSxRQUFRLENBQUMsTUFBYyxXQUMzQixPQUFPLElBQUksV0FBVyxJQUFJLEtBQUssVUFBVSxJQUFJLFdBQVcsSUFBSSxPQUFPLElBQUksS0FBSyxNQUFNLE1BQU07QUFDMUYsU0FBTyxFQUFFLFFBQVEsSUFDYixDQUFDLE1BQU0sS0FBSyxFQUFFLEtBQUssR0FBRyx5QkFBeUIsRUFBRSxLQUFLLElBQUksSUFDMUQsQ0FBQyw2QkFBNkIsTUFBTSxLQUFLLEVBQUUsS0FBSyxDQUFDO0FBQ3ZEO0FBR08sSUFBTSxjQUFjLENBQUMsUUFBZ0IsUUFBZ0IsV0FBNkI7QUFBQSxFQUN2Rix3QkFBd0IsTUFBTTtBQUFBLEVBQzlCLHdCQUF3QixNQUFNLE9BQU8sTUFBTTtBQUFBLEVBQzNDLHVCQUF1QixTQUFTLE1BQU0sT0FBTyxNQUFNO0FBQUEsRUFDbkQsdUJBQXVCLFNBQVMsU0FBUyxNQUFNO0FBQ2pEO0FBR08sU0FBUyxVQUNkLEdBQ0EsS0FDQSxRQUNBLEdBQ0EsR0FDQSxHQUNRO0FBQ1IsTUFBSSxJQUFJLFdBQVcsRUFBRyxRQUFPLE9BQU8sTUFBTSxHQUFHLEVBQUUsSUFBSSxHQUFHLENBQUMsR0FBRyxDQUFDO0FBQzNELFFBQU0sS0FBSyxTQUFTLElBQUksTUFBTSxZQUFZLEVBQUUsQ0FBQyxPQUFPLENBQUMsT0FBTyxFQUFFLENBQUMsT0FBTyxDQUFDO0FBQ3ZFLFNBQU8sT0FBTyxNQUFNLEdBQUcsSUFBSSxnQkFBZ0IsQ0FBQyxHQUFHO0FBQ2pEO0FBRUEsU0FBUyxNQUFNLEdBQVMsTUFBY0MsVUFBaUIsUUFBeUI7QUFDOUUsUUFBTSxRQUFRLEtBQUssS0FBSyxFQUFFLElBQUksSUFBSSxJQUFJLEtBQUssS0FBSyxFQUFFLElBQUlBLFFBQU8sSUFBSSxFQUFFO0FBQ25FLFFBQU0sU0FBUyxFQUFFLFFBQVEsSUFBSSxFQUFFLFFBQVEsRUFBRTtBQUN6QyxRQUFNLFFBQVEsRUFBRSxRQUFRLEVBQUU7QUFDMUIsUUFBTSxPQUFPLEtBQUssSUFBSSxLQUFLLE1BQU0sU0FBUyxLQUFLLEdBQUcsS0FBSyxNQUFNLFFBQVEsR0FBRyxHQUFHLFFBQVEsR0FBRztBQUN0RixNQUFJLE9BQU8sRUFBRyxRQUFPLEVBQUUsTUFBTSxTQUFBQSxVQUFTLFFBQVEsR0FBRyxPQUFPLE9BQU87QUFDL0QsUUFBTSxRQUFRLEtBQUssS0FBSyxTQUFTLElBQUk7QUFDckMsU0FBTyxFQUFFLE1BQU0sU0FBQUEsVUFBUyxRQUFRLEtBQUssS0FBSyxTQUFTLEtBQUssR0FBRyxNQUFNO0FBQ25FO0FBR08sU0FBUyxXQUFXLEdBQVMsU0FBZ0M7QUFDbEUsTUFBSTtBQUNKLE1BQUk7QUFDSixNQUFJLFFBQVEsVUFBVTtBQUNwQixVQUFNLE9BQU8sVUFBVSxDQUFDO0FBQ3hCLFVBQU0sTUFBTSxHQUFHLEtBQUssTUFBTSxLQUFLLFNBQVMsR0FBRztBQUMzQyxXQUFPLENBQUMsV0FBVyxVQUFVLEdBQUcsS0FBSyxNQUFNLE1BQU07QUFBQSxFQUNuRCxPQUFPO0FBQ0wsVUFBTSxPQUFPLEtBQUssSUFBSSxJQUFJLGVBQWUsS0FBSyxLQUFLLEVBQUUsSUFBSSxDQUFDLENBQUMsQ0FBQztBQUU1RCxVQUFNLFFBQVEsRUFBRSxVQUFVLEVBQUUsSUFBSSxFQUFFLElBQUksRUFBRSxRQUFRLEVBQUUsUUFBUSxLQUFLO0FBQy9ELFVBQU0sU0FBUyxLQUFLLElBQUksUUFBUSxJQUFJLEdBQUcsZUFBZSxFQUFFLENBQUMsQ0FBQztBQUMxRCxVQUFNLFlBQVksS0FBSyxJQUFJLFFBQVEsSUFBSSxHQUFHLGVBQWUsS0FBSyxLQUFLLEVBQUUsSUFBSSxJQUFJLENBQUMsQ0FBQztBQUMvRSxVQUFNLE1BQU0sR0FBRyxRQUFRLFlBQVksTUFBTSxFQUFFO0FBQzNDLFdBQU8sQ0FBQyxXQUFXLGFBQWEsR0FBRyxLQUFLLE1BQU0sTUFBTTtBQUFBLEVBQ3REO0FBQ0EsUUFBTSxRQUFRLEtBQUssS0FBSyxFQUFFLElBQUksSUFBSSxJQUFJLElBQUksS0FBSyxLQUFLLEVBQUUsSUFBSSxJQUFJLE9BQU87QUFDckUsUUFBTSxDQUFDLEdBQUcsR0FBRyxDQUFDLElBQUksRUFBRTtBQUNwQixRQUFNLFNBQWtCLElBQUksV0FBVyxJQUFJLElBQUksRUFBRSxLQUFLLFdBQVcsT0FBTyxPQUFPLE9BQU8sS0FBSztBQUMzRixRQUFNLFFBQWU7QUFBQSxJQUNuQixNQUFNLElBQUksV0FBVyxJQUFJLEVBQUUsT0FBTyxHQUFHLEVBQUUsSUFBSTtBQUFBLElBQzNDLFVBQVUsQ0FBQyxHQUFHLEdBQUcsTUFBTTtBQUFBLElBQ3ZCLFlBQVksUUFBUSxJQUFJLFNBQVMsRUFBRTtBQUFBLElBQ25DO0FBQUEsRUFDRjtBQUNBLE1BQUksSUFBSSxXQUFXLEVBQUcsUUFBTyxFQUFFLGNBQWMsR0FBRyxRQUFRLENBQUMsS0FBSyxFQUFFO0FBQ2hFLFNBQU87QUFBQSxJQUNMLGNBQWMsRUFBRSxVQUFVLElBQUksU0FBUyxFQUFFLElBQUksRUFBRSxJQUFJO0FBQUEsSUFDbkQsUUFBUSxDQUFDLE9BQU8sU0FBUyxHQUFHLEdBQUcsQ0FBQztBQUFBLEVBQ2xDO0FBQ0Y7QUFFQSxTQUFTLGFBQWEsR0FBUyxLQUFjLE1BQWMsUUFBd0I7QUFDakYsUUFBTSxFQUFFLEtBQUssSUFBSTtBQUNqQixRQUFNQSxXQUFVLElBQUksVUFBVTtBQUM5QixRQUFNLElBQUksTUFBTSxLQUFLLEVBQUUsUUFBUSxLQUFLLEdBQUcsQ0FBQyxHQUFHLE1BQU0sQ0FBQztBQUNsRCxRQUFNLElBQUksTUFBTSxLQUFLLEVBQUUsUUFBUUEsU0FBUSxHQUFHLENBQUMsR0FBRyxNQUFNLENBQUM7QUFDckQsUUFBTSxRQUFRO0FBQUEsSUFDWixHQUFHLFlBQVksS0FBSyxLQUFLLEVBQUUsSUFBSSxJQUFJLE9BQU8sR0FBRyxLQUFLLEtBQUssRUFBRSxJQUFJLElBQUksR0FBRyxJQUFJLE1BQU07QUFBQSxJQUM5RSxHQUFHLEVBQUUsTUFBTSxHQUFHO0FBQUEsSUFDZCxHQUFHLFlBQVksR0FBRyxHQUFHO0FBQUEsSUFDckIsR0FBRyxFQUFFLFFBQVEsQ0FBQyxNQUFNO0FBQUEsTUFDbEIsUUFBUSxDQUFDLGVBQWUsSUFBSSxPQUFPLENBQUMsTUFBTSxFQUFFLElBQUksQ0FBQztBQUFBLE1BQ2pELEdBQUcsRUFBRSxFQUFFLEtBQUssSUFBSSxDQUFDLEtBQUssSUFBSSxDQUFDLEVBQUU7QUFBQSxJQUMvQixDQUFDO0FBQUEsSUFDRCxHQUFHLEVBQUUsUUFBUSxDQUFDLE1BQU07QUFBQSxNQUNsQixRQUFRLENBQUMsZUFBZSxJQUFJLE9BQU8sT0FBTyxJQUFJLElBQUksaUJBQWlCLEVBQUUsSUFBSSxDQUFDO0FBQUEsTUFDMUUsR0FBRyxFQUFFLEVBQUUsS0FBSyxJQUFJLENBQUMsS0FBSyxJQUFJLENBQUMsRUFBRTtBQUFBLElBQy9CLENBQUM7QUFBQSxJQUNELEdBQUcsRUFBRSxRQUFRLENBQUMsTUFBTSxFQUFFLElBQUksQ0FBQyxNQUFNLFFBQVEsQ0FBQyxJQUFJLENBQUMsUUFBUSxDQUFDO0FBQUEsRUFDMUQ7QUFDQSxRQUFNLE9BQU8sQ0FBQyxTQUFpQixNQUFtQixNQUFzQjtBQUN0RSxVQUFNLEVBQUUsSUFBSSxNQUFNLElBQUksS0FBSyxNQUFNLEdBQUcsSUFBSTtBQUN4QyxXQUFPLFlBQVksQ0FBQyxNQUFNLE9BQU8sS0FBSyxTQUFTLENBQUMsR0FBRyxJQUFJLEtBQUs7QUFBQSxFQUM5RDtBQUNBLFFBQU0sUUFBUTtBQUFBLElBQ1osR0FBRyxFQUFFLElBQUksQ0FBQyxNQUFNLFFBQVEsQ0FBQyxNQUFNLEtBQUssR0FBRyxFQUFFLEdBQUcsSUFBSSxDQUFDLEdBQUcsQ0FBQyxHQUFHO0FBQUEsSUFDeEQsR0FBRyxFQUFFLElBQUksQ0FBQyxNQUFNLFFBQVEsQ0FBQyxNQUFNLEtBQUssR0FBRyxFQUFFLEdBQUcsSUFBSSxDQUFDLEdBQUcsQ0FBQyxHQUFHO0FBQUEsSUFDeEQsR0FBRyxFQUFFLFFBQVEsQ0FBQyxNQUFNLEVBQUUsSUFBSSxDQUFDLE1BQU0sSUFBSSxDQUFDLElBQUksQ0FBQyxXQUFXLENBQUMsTUFBTSxDQUFDLE1BQU0sQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDO0FBQUEsRUFDakY7QUFDQSxRQUFNLFNBQVMsRUFBRTtBQUFBLElBQVEsQ0FBQyxNQUN4QixFQUFFLElBQUksQ0FBQyxNQUFNO0FBQ1gsWUFBTSxJQUFJLFNBQVMsSUFBSSxPQUFPLENBQUM7QUFDL0IsWUFBTSxJQUFJLFNBQVMsSUFBSSxPQUFPLE9BQU8sSUFBSSxJQUFJO0FBQzdDLGFBQU8sT0FBTyxDQUFDLE1BQU0sRUFBRSxDQUFDLFFBQVEsQ0FBQyxNQUFNLEVBQUUsQ0FBQyxRQUFRLFVBQVUsR0FBRyxLQUFLLFFBQVEsR0FBRyxHQUFHLElBQUksQ0FBQyxJQUFJLENBQUMsRUFBRSxDQUFDO0FBQUEsSUFDakcsQ0FBQztBQUFBLEVBQ0g7QUFDQSxTQUFPLEdBQUcsU0FBUyxJQUFJLENBQUMsR0FBRyxNQUFNLEtBQUssQ0FBQztBQUFBLEVBQ3ZDLE1BQU0sQ0FBQyxHQUFHLEVBQUUsUUFBUSxDQUFDLE1BQU0sRUFBRSxFQUFFLE1BQU0sSUFBSSxDQUFDLEtBQUssSUFBSSxDQUFDLEdBQUcsR0FBRyxFQUFFLFFBQVEsQ0FBQyxNQUFNLEVBQUUsRUFBRSxNQUFNLElBQUksQ0FBQyxLQUFLLElBQUksQ0FBQyxDQUFDLEdBQUcsQ0FBQyxDQUFDO0FBQUE7QUFBQSxFQUUxRyxNQUFNLE9BQU8sQ0FBQyxDQUFDO0FBQUE7QUFBQSxFQUVmLE1BQU0sTUFBTSxDQUFDO0FBQUE7QUFFZjtBQUdBLFNBQVMsU0FBUyxHQUFTLEtBQXFCO0FBQzlDLFFBQU0sUUFBUSxFQUFFLFVBQVUsRUFBRSxJQUFJLEVBQUU7QUFDbEMsU0FBTztBQUFBLElBQ0wsTUFBTSxHQUFHLEVBQUUsSUFBSTtBQUFBLElBQ2YsVUFBVSxDQUFDLEVBQUUsS0FBSyxXQUFXLE9BQU8sT0FBTyxPQUFPLE1BQU0sR0FBRyxFQUFFLFNBQVMsQ0FBQyxDQUFDO0FBQUEsSUFDeEUsWUFBWSxLQUFLLEtBQUssUUFBUSxFQUFFO0FBQUEsSUFDaEMsS0FBSyxRQUFRO0FBQ1gsWUFBTSxLQUFLLFNBQVMsSUFBSSxNQUFNLFlBQVksRUFBRSxDQUFDLFlBQVksRUFBRSxDQUFDO0FBQzVELGFBQU8sR0FBRyxTQUFTLEVBQUUsQ0FBQztBQUFBLGdCQUNaLEtBQUs7QUFBQSxFQUNuQixNQUFNLFVBQVUsUUFBUSxDQUFDLEVBQUUsU0FBUyxFQUFFLEdBQUcsRUFBRSxDQUFDLEdBQUcsQ0FBQyxNQUFNLE1BQU0sQ0FBQyxDQUFDLENBQUMsQ0FBQyxHQUFHLE1BQU0sRUFBRSxNQUFNLEdBQUcsQ0FBQyxDQUFDO0FBQUE7QUFBQSx5QkFFL0QsSUFBSSxNQUFNLGlDQUFpQyxPQUFPLEtBQUssR0FBRyxFQUFFLENBQUM7QUFBQSxJQUNsRixPQUFPLE1BQU0sR0FBRyxFQUFFLElBQUksS0FBSyxHQUFHLEdBQUcsS0FBSyxDQUFDO0FBQUE7QUFBQTtBQUFBLElBR3ZDO0FBQUEsRUFDRjtBQUNGOzs7QUMzTE8sSUFBTSxlQUFlLENBQUMsV0FBdUQ7QUFBQSxFQUNsRixFQUFFLEtBQUssR0FBRyxPQUFPLE9BQU8sT0FBTyxDQUFDLEdBQUcsT0FBTyxNQUFNO0FBQUEsRUFDaEQsRUFBRSxLQUFLLEdBQUcsT0FBTyxPQUFPLE9BQU8sQ0FBQyxHQUFHLE9BQU8sTUFBTTtBQUFBLEVBQ2hELEVBQUUsS0FBSyxHQUFHLE9BQU8sT0FBTyxRQUFRLENBQUMsR0FBRyxPQUFPLEtBQUs7QUFDbEQ7QUFHQSxTQUFTLFFBQVEsT0FBZSxZQUFvQixTQUE4QjtBQUNoRixTQUFPO0FBQUEsSUFDTCxNQUFNLENBQUMsR0FBRyxNQUFNLENBQUMsT0FBTyxDQUFDLFFBQVEsS0FBSyxNQUFNLENBQUMsTUFBTSxVQUFVLElBQUk7QUFBQSxJQUNqRSxPQUFPLE1BQU0sQ0FBQztBQUFBLElBQ2QsT0FBTyxDQUFDLEdBQUcsT0FBTyxFQUFFLElBQUksR0FBRyxDQUFDLFFBQVEsQ0FBQyxNQUFNLE9BQU8sSUFBSTtBQUFBLElBQ3RELFFBQVEsS0FBSyxJQUFJLE9BQU8sTUFBTTtBQUFBLEVBQ2hDO0FBQ0Y7QUFHTyxTQUFTLGFBQ2QsUUFDQSxNQUNBLFNBQ1E7QUFDUixRQUFNLEVBQUUsR0FBRyxHQUFHLEdBQUcsR0FBRyxHQUFHLE1BQU0sSUFBSTtBQUNqQyxRQUFNLFFBQVEsTUFBTSxJQUFJLENBQUMsTUFBTSxFQUFFLElBQUk7QUFDckMsUUFBTSxTQUFTLENBQUMsT0FBZSxTQUM3QixDQUFDLEdBQUcsS0FBSyxLQUFLLEdBQUcsTUFBTSxJQUFJLENBQUMsR0FBRyxNQUFNLElBQUksQ0FBQyxNQUFNLEVBQUUsSUFBSSxDQUFDLEdBQUcsQ0FBQyxFQUFFLEtBQUssS0FBSztBQUN6RSxTQUFPO0FBQUEsSUFDTDtBQUFBLE1BQ0UsTUFBTTtBQUFBLE1BQ04sU0FBUyxRQUFRLEtBQUs7QUFBQSxNQUN0QjtBQUFBLE1BQ0E7QUFBQSxNQUNBLE9BQU87QUFBQSxNQUNQLE9BQU87QUFBQSxNQUNQLEdBQUcsUUFBUSxNQUFNLEVBQUUsS0FBSyxFQUFFLEdBQUc7QUFBQSxNQUM3QixHQUFHLFFBQVEsTUFBTSxFQUFFLEtBQUssRUFBRSxHQUFHO0FBQUEsTUFDN0IsT0FBTyxDQUFDLE1BQU07QUFBQSxRQUNaLEdBQUcsVUFBVSxHQUFHLE9BQU8sQ0FBQyxNQUFNLElBQUksQ0FBQyxFQUFFO0FBQUEsUUFDckMsWUFBWSxPQUFPLEVBQUUsUUFBUSxHQUFHLENBQUM7QUFBQSxRQUNqQyxZQUFZLE9BQU8sRUFBRSxRQUFRLEdBQUcsQ0FBQztBQUFBLE1BQ25DO0FBQUEsTUFDQSxLQUFLLENBQUMsR0FBRyxNQUFNLFFBQVEsQ0FBQyxPQUFPLENBQUMsT0FBTyxDQUFDLE9BQU8sQ0FBQztBQUFBLE1BQ2hELFVBQVUsYUFBYSxNQUFNO0FBQUEsSUFDL0I7QUFBQSxJQUNBO0FBQUEsRUFDRjtBQUNGOzs7QUN6Q08sU0FBUyxXQUFXLFFBQXVCLEdBQWEsU0FBZ0M7QUFDN0YsUUFBTSxLQUFLLEVBQUUsSUFBSSxFQUFFO0FBQ25CLFFBQU0sS0FBSyxFQUFFLEtBQUssRUFBRTtBQUNwQixRQUFNLFNBQVM7QUFBQSxJQUNiLE1BQU0sVUFBVSxFQUFFLElBQUk7QUFBQSxJQUN0QixTQUFTLEVBQUU7QUFBQSxJQUNYLE9BQU8sQ0FBQyxNQUF3QixDQUFDLFlBQVksQ0FBQyxNQUFNLEVBQUUsTUFBTSxZQUFZLENBQUMsTUFBTSxFQUFFLElBQUk7QUFBQSxJQUNyRixVQUFVLGFBQWEsTUFBTTtBQUFBLEVBQy9CO0FBQ0EsTUFBSSxFQUFFLFNBQVMsV0FBVztBQUN4QixXQUFPO0FBQUEsTUFDTDtBQUFBLFFBQ0UsR0FBRztBQUFBLFFBQ0gsR0FBRyxFQUFFLElBQUksRUFBRSxLQUFLLEVBQUU7QUFBQSxRQUNsQixHQUFHO0FBQUEsUUFDSCxPQUFPLEVBQUUsS0FBSyxFQUFFO0FBQUEsUUFDaEIsT0FBTztBQUFBLFFBQ1AsR0FBRyxZQUFZLENBQUM7QUFBQTtBQUFBLFFBRWhCLEdBQUc7QUFBQSxVQUNELEdBQUc7QUFBQSxVQUNILE9BQU8sQ0FBQyxHQUFHLFFBQVEsQ0FBQyxPQUFPLENBQUMsUUFBUSxHQUFHLE1BQU0sS0FBSyxFQUFFLEVBQUUsWUFBWSxTQUFTLENBQUMsQ0FBQyxHQUFHO0FBQUEsVUFDaEYsT0FBTyxDQUFDLEdBQUcsT0FBTyxFQUFFLElBQUksR0FBRyxDQUFDLFFBQVEsQ0FBQyxNQUFNLEVBQUUsRUFBRSxJQUFJO0FBQUEsVUFDbkQsUUFBUTtBQUFBLFFBQ1Y7QUFBQSxRQUNBLEtBQUssQ0FBQyxHQUFHLE1BQU0sR0FBRyxDQUFDLE1BQU0sRUFBRSxFQUFFLFlBQVksQ0FBQztBQUFBLE1BQzVDO0FBQUEsTUFDQTtBQUFBLElBQ0Y7QUFBQSxFQUNGO0FBQ0EsTUFBSSxFQUFFLFNBQVMsYUFBYTtBQUMxQixXQUFPO0FBQUEsTUFDTDtBQUFBLFFBQ0UsR0FBRztBQUFBLFFBQ0gsR0FBRyxFQUFFLElBQUksRUFBRSxJQUFJLEVBQUU7QUFBQSxRQUNqQixHQUFHO0FBQUEsUUFDSCxPQUFPLEVBQUUsS0FBSyxFQUFFO0FBQUEsUUFDaEIsT0FBTztBQUFBLFFBQ1AsR0FBRyxhQUFhLENBQUM7QUFBQTtBQUFBLFFBRWpCLEdBQUc7QUFBQSxVQUNELEdBQUc7QUFBQSxVQUNILE9BQU8sQ0FBQyxHQUFHLFFBQVEsQ0FBQyxPQUFPLENBQUMsU0FBUyxHQUFHLE1BQU0sRUFBRSxPQUFPLFNBQVMsQ0FBQyxDQUFDLE9BQU8sRUFBRSxFQUFFLFNBQVM7QUFBQSxVQUN0RixPQUFPLENBQUMsR0FBRyxPQUFPLEVBQUUsSUFBSSxHQUFHLENBQUMsUUFBUSxDQUFDLEdBQUc7QUFBQSxVQUN4QyxRQUFRO0FBQUEsUUFDVjtBQUFBLFFBQ0EsS0FBSyxDQUFDLEdBQUcsTUFBTSxHQUFHLENBQUMsTUFBTSxFQUFFLENBQUMsWUFBWSxDQUFDO0FBQUEsTUFDM0M7QUFBQSxNQUNBO0FBQUEsSUFDRjtBQUFBLEVBQ0Y7QUFDQSxTQUFPO0FBQUEsSUFDTDtBQUFBLE1BQ0UsR0FBRztBQUFBLE1BQ0gsR0FBRyxFQUFFLEtBQUssRUFBRSxLQUFLO0FBQUEsTUFDakIsR0FBRztBQUFBLE1BQ0gsT0FBTyxFQUFFLElBQUksRUFBRTtBQUFBLE1BQ2YsT0FBTyxFQUFFO0FBQUEsTUFDVCxHQUFHLFVBQVUsQ0FBQztBQUFBLE1BQ2QsR0FBRztBQUFBLFFBQ0QsR0FBRztBQUFBLFFBQ0gsT0FBTyxDQUFDLEdBQUcsUUFBUSxDQUFDLE9BQU8sQ0FBQyxRQUFRLEdBQUcsTUFBTSxFQUFFLEtBQUssRUFBRSxFQUFFLFlBQVksU0FBUyxDQUFDLENBQUMsR0FBRztBQUFBLFFBQ2xGLE9BQU8sQ0FBQyxHQUFHLFFBQVEsRUFBRSxJQUFJLEdBQUcsQ0FBQyxRQUFRLEVBQUUsTUFBTSxFQUFFLEVBQUUsSUFBSTtBQUFBLFFBQ3JELFFBQVE7QUFBQSxNQUNWO0FBQUEsTUFDQSxLQUFLLENBQUMsR0FBRyxNQUFNLEdBQUcsQ0FBQyxNQUFNLEVBQUUsRUFBRSxZQUFZLENBQUM7QUFBQSxJQUM1QztBQUFBLElBQ0E7QUFBQSxFQUNGO0FBQ0Y7QUFFQSxJQUFNLFdBQVcsQ0FBQyxNQUFzQixHQUFHLENBQUM7QUFHNUMsSUFBTSxVQUFVLEVBQUUsTUFBTSxDQUFDLEdBQVcsTUFBd0IsQ0FBQyxPQUFPLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRTtBQUVsRixJQUFNLFNBQVMsQ0FBQyxHQUFXLFNBQXlCLE9BQU8sQ0FBQyxPQUFPLElBQUk7QUFHdkUsU0FBUyxZQUFZLEdBQThCO0FBQ2pELFFBQU0sQ0FBQyxJQUFJLEVBQUUsSUFBSSxFQUFFO0FBQ25CLFFBQU0sQ0FBQyxLQUFLLEVBQUUsSUFBSSxJQUFJLEVBQUU7QUFDeEIsUUFBTSxDQUFDLElBQUksRUFBRSxJQUFJLEVBQUU7QUFDbkIsUUFBTSxTQUNKLE1BQU0sS0FDTixPQUFPLE1BQ04sRUFBRSxLQUFLLEtBQUssTUFBTSxFQUFFLEtBQUssS0FBSyxLQUFLLE9BQU8sRUFBRSxNQUM1QyxFQUFFLEtBQUssS0FBSyxNQUFNLEVBQUUsS0FBSyxLQUFLLEtBQUssUUFBUSxFQUFFO0FBQ2hELFNBQU87QUFBQSxJQUNMLE1BQU0sQ0FBQyxHQUFHLE1BQU07QUFBQSxNQUNkLE9BQU8sQ0FBQyxPQUFPLENBQUMsTUFBTSxFQUFFLEtBQUssRUFBRSxFQUFFO0FBQUEsTUFDakMsT0FBTyxDQUFDLE9BQU8sQ0FBQyxNQUFNLEVBQUUsRUFBRSxPQUFPLEVBQUUsRUFBRSxPQUFPLEVBQUUsT0FBTyxHQUFHO0FBQUEsTUFDeEQsT0FBTyxDQUFDLE9BQU8sQ0FBQyxNQUFNLEVBQUUsRUFBRSxPQUFPLEVBQUUsT0FBTyxJQUFJO0FBQUEsSUFDaEQ7QUFBQSxJQUNBLE9BQU8sQ0FBQyxHQUFHLFFBQVE7QUFBQSxNQUNqQixPQUFPLENBQUMsUUFBUSxDQUFDLE9BQU8sR0FBRyxNQUFNLEVBQUUsRUFBRSxPQUFPLEVBQUU7QUFBQSxNQUM5QyxPQUFPLENBQUMsUUFBUSxDQUFDLE9BQU8sR0FBRyxNQUFNLEVBQUUsRUFBRSxPQUFPLEVBQUU7QUFBQSxNQUM5QyxPQUFPLENBQUMsUUFBUSxPQUFPLEdBQUcsQ0FBQyxNQUFNLEVBQUUsQ0FBQyxDQUFDLE9BQU8sT0FBTyxHQUFHLENBQUMsTUFBTSxFQUFFLENBQUMsQ0FBQztBQUFBLE1BQ2pFLE9BQU8sQ0FBQyxVQUFVLENBQUMsT0FBTyxFQUFFLENBQUMsT0FBTyxDQUFDLFNBQVMsRUFBRSxDQUFDLE9BQU8sQ0FBQyxTQUFTLEVBQUUsQ0FBQztBQUFBLElBQ3ZFO0FBQUEsSUFDQSxPQUFPLENBQUMsR0FBRyxPQUFPLEVBQUUsSUFBSSxHQUFHLENBQUMsUUFBUSxDQUFDLElBQUksR0FBSSxTQUFTLEVBQUUsT0FBTyxHQUFHLENBQUMsS0FBSyxJQUFJLENBQUMsRUFBRztBQUFBLElBQ2hGLFFBQVE7QUFBQSxFQUNWO0FBQ0Y7QUFHQSxTQUFTLGFBQWEsR0FBOEI7QUFDbEQsUUFBTSxDQUFDLElBQUksRUFBRSxJQUFJLEVBQUU7QUFDbkIsUUFBTSxDQUFDLEtBQUssRUFBRSxJQUFJLElBQUksRUFBRTtBQUN4QixRQUFNLENBQUMsSUFBSSxFQUFFLElBQUksRUFBRTtBQUVuQixRQUFNLFFBQVEsQ0FBQyxHQUFXLFFBQWdCLFNBQ3hDLFdBQVcsSUFDUCxPQUFPLEdBQUcsSUFBSSxJQUNkLEdBQUcsQ0FBQyxhQUFhLENBQUMsTUFBTSxNQUFNLGNBQWMsQ0FBQyxNQUFNLE1BQU0sT0FBTyxJQUFJO0FBQzFFLFNBQU87QUFBQSxJQUNMLE1BQU0sQ0FBQyxHQUFHLE1BQU07QUFBQSxNQUNkLE9BQU8sQ0FBQyxPQUFPLENBQUMsTUFBTSxFQUFFLElBQUksRUFBRSxDQUFDO0FBQUEsTUFDL0IsT0FBTyxDQUFDLE9BQU8sQ0FBQyxNQUFNLEVBQUUsQ0FBQyxPQUFPLEVBQUUsQ0FBQyxPQUFPLEdBQUc7QUFBQSxNQUM3QyxPQUFPLENBQUMsT0FBTyxDQUFDLE1BQU0sRUFBRSxDQUFDLE9BQU8sSUFBSTtBQUFBLElBQ3RDO0FBQUEsSUFDQSxPQUFPLENBQUMsR0FBRyxRQUFRO0FBQUEsTUFDakIsT0FBTyxDQUFDLFFBQVEsQ0FBQyxPQUFPLEdBQUcsTUFBTSxFQUFFLEVBQUUsT0FBTyxFQUFFO0FBQUEsTUFDOUMsT0FBTyxDQUFDLFFBQVEsQ0FBQyxPQUFPLEdBQUcsTUFBTSxFQUFFLEVBQUUsT0FBTyxFQUFFO0FBQUEsTUFDOUMsT0FBTyxDQUFDLFFBQVEsTUFBTSxHQUFHLENBQUMsTUFBTSxJQUFJLEVBQUUsRUFBRSxDQUFDLE9BQU8sTUFBTSxHQUFHLENBQUMsTUFBTSxJQUFJLEVBQUUsRUFBRSxDQUFDO0FBQUEsTUFDekUsT0FBTyxDQUFDLFVBQVUsQ0FBQyxPQUFPLEVBQUUsRUFBRSxPQUFPLENBQUMsUUFBUSxFQUFFLFFBQVEsRUFBRSxFQUFFLE9BQU8sQ0FBQyxRQUFRLEVBQUUsUUFDdEUsRUFBRSxFQUFFO0FBQUEsSUFDZDtBQUFBLElBQ0EsT0FBTyxDQUFDLEdBQUcsT0FBTyxFQUFFLElBQUksR0FBRyxDQUFDLFFBQVEsQ0FBQyxJQUFJLE9BQU8sR0FBRyxDQUFDLEtBQUs7QUFBQSxJQUN6RCxRQUFRO0FBQUEsRUFDVjtBQUNGO0FBR0EsU0FBUyxVQUFVLEdBQThCO0FBQy9DLFFBQU0sS0FBSyxFQUFFLElBQUksRUFBRTtBQUNuQixRQUFNLENBQUMsSUFBSSxFQUFFLElBQUksRUFBRTtBQUNuQixRQUFNLENBQUMsS0FBSyxFQUFFLElBQUksSUFBSSxFQUFFO0FBQ3hCLFFBQU0sQ0FBQyxJQUFJLEVBQUUsSUFBSSxFQUFFO0FBQ25CLFNBQU87QUFBQSxJQUNMLE1BQU0sQ0FBQyxHQUFHLE1BQU07QUFBQSxNQUNkLE9BQU8sQ0FBQyxPQUFPLENBQUMsTUFBTSxFQUFFLEtBQUssRUFBRSxPQUFPLEVBQUUsT0FBTyxHQUFHO0FBQUEsTUFDbEQsT0FBTyxDQUFDLE9BQU8sQ0FBQyxNQUFNLEVBQUUsT0FBTyxFQUFFLEVBQUUsT0FBTyxFQUFFLE9BQU8sSUFBSTtBQUFBLE1BQ3ZELE9BQU8sQ0FBQyxPQUFPLENBQUMsTUFBTSxFQUFFO0FBQUEsSUFDMUI7QUFBQSxJQUNBLE9BQU8sQ0FBQyxHQUFHLFFBQVE7QUFBQSxNQUNqQixPQUFPLENBQUMsUUFBUSxHQUFHLE1BQU0sRUFBRSxFQUFFLE9BQU8sRUFBRSxPQUFPLENBQUM7QUFBQSxNQUM5QyxPQUFPLENBQUMsUUFBUSxPQUFPLEdBQUcsQ0FBQyxNQUFNLEVBQUUsQ0FBQyxDQUFDO0FBQUEsTUFDckMsT0FBTyxDQUFDLFNBQVMsR0FBRyxNQUFNLEVBQUUsRUFBRSxPQUFPLEVBQUUsQ0FBQyxPQUFPLENBQUMsU0FBUyxFQUFFLENBQUM7QUFBQSxJQUM5RDtBQUFBLElBQ0EsT0FBTyxDQUFDLEdBQUcsT0FBTztBQUNoQixZQUFNLEtBQUssSUFBSSxFQUFFLE1BQU0sRUFBRSxPQUFPLENBQUM7QUFDakMsYUFBTztBQUFBLFFBQ0wsSUFBSSxJQUFJLENBQUMsUUFBUSxFQUFFLE9BQU8sRUFBRSxDQUFDLE9BQU8sQ0FBQztBQUFBLFFBQ3JDLE9BQU8sSUFBSSxDQUFDLFNBQVMsT0FBTyxJQUFJLEVBQUUsQ0FBQyxDQUFDO0FBQUEsTUFDdEM7QUFBQSxJQUNGO0FBQUEsSUFDQSxRQUFRO0FBQUEsRUFDVjtBQUNGOzs7QUNuS08sU0FBUyxTQUFTLE1BQTBCO0FBQ2pELE1BQUksU0FBUyxPQUFPO0FBQ2xCLFVBQU0sSUFBSSxXQUFXLDhEQUE4RDtBQUFBLEVBQ3JGO0FBQ0EsU0FBTztBQUNUO0FBR08sU0FBUyxRQUFRLE9BQWUsTUFBMEI7QUFDL0QsVUFBUSxTQUFTLElBQUksR0FBRztBQUFBLElBQ3RCLEtBQUs7QUFDSCxhQUFPLFFBQVEsU0FBUztBQUFBLElBQzFCLEtBQUssT0FBTztBQUNWLFlBQU0sSUFBSSxRQUFRO0FBQ2xCLGFBQU8sTUFBTSxjQUFjLDhCQUE4QixJQUFJLElBQUksSUFBSSxDQUFDLE9BQU8sR0FBRyxDQUFDO0FBQUEsSUFDbkY7QUFBQSxJQUNBLEtBQUs7QUFDSCxhQUFPLEdBQUcsVUFBVSxDQUFDO0FBQUEsSUFDdkI7QUFDRSxhQUFPLGFBQWEsS0FBSyxPQUFPLEtBQUssQ0FBQztBQUFBLEVBQzFDO0FBQ0Y7QUFFQSxTQUFTLGFBQWEsR0FBbUI7QUFDdkMsTUFBSSxPQUFPLE1BQU0sQ0FBQyxFQUFHLFFBQU87QUFDNUIsTUFBSSxNQUFNLFNBQVUsUUFBTztBQUMzQixNQUFJLE1BQU0sVUFBVyxRQUFPO0FBQzVCLE1BQUksT0FBTyxHQUFHLEdBQUcsRUFBRSxFQUFHLFFBQU87QUFDN0IsU0FBTyxJQUFJLElBQUksSUFBSSxDQUFDLE9BQU8sR0FBRyxDQUFDO0FBQ2pDO0FBRUEsSUFBTSxhQUErQztBQUFBLEVBQ25ELE9BQU87QUFBQSxFQUNQLE9BQU87QUFBQSxFQUNQLE9BQU87QUFBQSxFQUNQLEtBQUs7QUFBQSxFQUNMLEtBQUs7QUFBQSxFQUNMLEtBQUs7QUFBQSxFQUNMLE1BQU07QUFBQSxFQUNOLE1BQU07QUFBQSxFQUNOLE1BQU07QUFBQSxFQUNOLE1BQU07QUFBQSxFQUNOLE1BQU07QUFBQSxFQUNOLE1BQU07QUFBQSxFQUNOLEtBQUs7QUFBQSxFQUNMLEtBQUs7QUFBQSxFQUNMLE1BQU07QUFBQSxFQUNOLEtBQUs7QUFBQSxFQUNMLE9BQU87QUFBQSxFQUNQLE1BQU07QUFBQSxFQUNOLE9BQU87QUFBQSxFQUNQLE9BQU87QUFBQSxFQUNQLEtBQUs7QUFDUDtBQUdPLFNBQVMsVUFBVSxJQUFhLE1BQWtCLEdBQW1CO0FBQzFFLE1BQUksT0FBTyxTQUFVLE9BQU8sWUFBWSxTQUFTLFFBQVM7QUFDeEQsV0FBTyxTQUFTLFNBQVMsS0FBSyxDQUFDLE1BQU0sS0FBSyxDQUFDO0FBQUEsRUFDN0M7QUFDQSxNQUFJLFNBQVMsT0FBTztBQUNsQixRQUFJLE9BQU8sTUFBTyxRQUFPLEtBQUssQ0FBQztBQUMvQixVQUFNLE9BQU8sV0FBVyxFQUFFO0FBQzFCLFFBQUksS0FBTSxRQUFPLEdBQUcsSUFBSSxJQUFJLENBQUM7QUFBQSxFQUMvQjtBQUNBLE1BQUksU0FBUyxTQUFTLFNBQVMsT0FBTztBQUNwQyxRQUFJLE9BQU8sTUFBTyxRQUFPLFNBQVMsUUFBUSxLQUFLLENBQUMsTUFBTSxTQUFTLENBQUM7QUFDaEUsUUFBSSxPQUFPLE1BQU8sUUFBTyxTQUFTLFFBQVEsT0FBTyxDQUFDLE1BQU07QUFDeEQsUUFBSSxPQUFPLFNBQVUsUUFBTyxLQUFLLENBQUM7QUFDbEMsUUFBSSxPQUFPLFdBQVcsT0FBTyxVQUFVLE9BQU8sV0FBVyxPQUFPLFFBQVMsUUFBTztBQUFBLEVBQ2xGO0FBQ0EsUUFBTSxJQUFJLFdBQVcsaUJBQWlCLEVBQUUsdUJBQXVCLElBQUksWUFBWTtBQUNqRjtBQUVBLElBQU0sUUFBMkM7QUFBQSxFQUMvQyxLQUFLO0FBQUEsRUFDTCxLQUFLO0FBQUEsRUFDTCxLQUFLO0FBQUEsRUFDTCxJQUFJO0FBQUEsRUFDSixJQUFJO0FBQ047QUFHTyxTQUFTLFdBQVcsSUFBYyxNQUFrQixHQUFXLEdBQW1CO0FBQ3ZGLE1BQUksT0FBTyxLQUFNLFFBQU8sR0FBRyxDQUFDLE9BQU8sQ0FBQztBQUVwQyxNQUFJLE9BQU8sS0FBTSxRQUFPLFNBQVMsUUFBUSxLQUFLLENBQUMsT0FBTyxDQUFDLE1BQU0sR0FBRyxDQUFDLE9BQU8sQ0FBQztBQUN6RSxNQUFJLFNBQVMsT0FBUSxRQUFPLFdBQVcsSUFBSSxHQUFHLENBQUM7QUFDL0MsUUFBTSxPQUFPLE1BQU0sRUFBRTtBQUNyQixNQUFJLEtBQU0sUUFBTyxHQUFHLENBQUMsSUFBSSxJQUFJLElBQUksQ0FBQztBQUNsQyxNQUFJLFNBQVMsT0FBTztBQUNsQixZQUFRLElBQUk7QUFBQSxNQUNWLEtBQUs7QUFDSCxlQUFPLEdBQUcsQ0FBQyxNQUFNLENBQUM7QUFBQSxNQUNwQixLQUFLO0FBQ0gsZUFBTyxRQUFRLENBQUMsS0FBSyxDQUFDO0FBQUEsTUFDeEIsS0FBSztBQUNILGVBQU8sUUFBUSxDQUFDLEtBQUssQ0FBQztBQUFBLE1BQ3hCLEtBQUs7QUFDSCxlQUFPLGFBQWEsQ0FBQyxLQUFLLENBQUM7QUFBQSxNQUM3QixLQUFLO0FBQ0gsZUFBTyxhQUFhLENBQUMsS0FBSyxDQUFDO0FBQUEsTUFDN0IsS0FBSztBQUNILGVBQU8sVUFBVSxDQUFDLEtBQUssQ0FBQztBQUFBLElBQzVCO0FBQUEsRUFDRixPQUFPO0FBQ0wsVUFBTSxTQUFTLFNBQVMsUUFBUSxRQUFRO0FBQ3hDLFlBQVEsSUFBSTtBQUFBLE1BQ1YsS0FBSztBQUNILGVBQU8sTUFBTSxNQUFNLElBQUksQ0FBQyxLQUFLLENBQUM7QUFBQSxNQUNoQyxLQUFLO0FBQ0gsZUFBTyxNQUFNLE1BQU0sSUFBSSxDQUFDLEtBQUssQ0FBQztBQUFBLE1BQ2hDLEtBQUs7QUFDSCxlQUFPLE9BQU8sQ0FBQyxLQUFLLENBQUM7QUFBQSxNQUN2QixLQUFLO0FBQ0gsZUFBTyxPQUFPLENBQUMsS0FBSyxDQUFDO0FBQUEsTUFDdkIsS0FBSztBQUNILGVBQU8sR0FBRyxDQUFDLE1BQU0sQ0FBQztBQUFBLE1BQ3BCLEtBQUs7QUFDSCxlQUFPLEdBQUcsQ0FBQyxNQUFNLENBQUM7QUFBQSxNQUNwQixLQUFLO0FBQ0gsZUFBTyxHQUFHLENBQUMsTUFBTSxDQUFDO0FBQUEsTUFDcEIsS0FBSztBQUNILGVBQU8sR0FBRyxDQUFDLFFBQVEsU0FBUyxRQUFRLGdCQUFnQixDQUFDLE1BQU0sQ0FBQztBQUFBLE1BQzlELEtBQUs7QUFDSCxlQUFPLEdBQUcsQ0FBQyxRQUFRLFNBQVMsUUFBUSxnQkFBZ0IsQ0FBQyxNQUFNLENBQUM7QUFBQSxJQUNoRTtBQUFBLEVBQ0Y7QUFDQSxRQUFNLElBQUksV0FBVyxpQkFBaUIsRUFBRSx1QkFBdUIsSUFBSSxZQUFZO0FBQ2pGO0FBRUEsU0FBUyxXQUFXLElBQWMsR0FBVyxHQUFtQjtBQUM5RCxVQUFRLElBQUk7QUFBQSxJQUNWLEtBQUs7QUFBQSxJQUNMLEtBQUs7QUFBQSxJQUNMLEtBQUs7QUFDSCxhQUFPLEdBQUcsQ0FBQyxPQUFPLENBQUM7QUFBQSxJQUNyQixLQUFLO0FBQUEsSUFDTCxLQUFLO0FBQUEsSUFDTCxLQUFLO0FBQ0gsYUFBTyxHQUFHLENBQUMsT0FBTyxDQUFDO0FBQUEsSUFDckIsS0FBSztBQUFBLElBQ0wsS0FBSztBQUNILGFBQU8sR0FBRyxDQUFDLE9BQU8sQ0FBQztBQUFBLElBQ3JCLEtBQUs7QUFDSCxhQUFPLElBQUksQ0FBQyxPQUFPLENBQUM7QUFBQSxJQUN0QixLQUFLO0FBQ0gsYUFBTyxJQUFJLENBQUMsT0FBTyxDQUFDO0FBQUEsRUFDeEI7QUFDQSxRQUFNLElBQUksV0FBVyxpQkFBaUIsRUFBRSxvQ0FBb0M7QUFDOUU7QUFHTyxTQUFTLFNBQVMsR0FBVyxNQUFrQixJQUF3QjtBQUM1RSxXQUFTLElBQUk7QUFDYixXQUFTLEVBQUU7QUFDWCxNQUFJLFNBQVMsR0FBSSxRQUFPO0FBQ3hCLE1BQUksU0FBUyxPQUFPO0FBQ2xCLFdBQU8sT0FBTyxTQUFTLEtBQUssQ0FBQyxZQUFZLE9BQU8sUUFBUSxTQUFTLENBQUMsTUFBTSxTQUFTLENBQUM7QUFBQSxFQUNwRjtBQUNBLE1BQUksT0FBTyxPQUFRLFFBQU8sR0FBRyxDQUFDLE9BQU8sUUFBUSxHQUFHLElBQUksQ0FBQztBQUNyRCxTQUFPLEdBQUcsRUFBRSxJQUFJLENBQUM7QUFDbkI7QUFHTyxTQUFTLFNBQVMsSUFBYyxNQUEwQjtBQUMvRCxVQUFRLElBQUk7QUFBQSxJQUNWLEtBQUs7QUFDSCxhQUFPLFNBQVMsU0FBUyxVQUFVLFFBQVEsR0FBRyxJQUFJO0FBQUEsSUFDcEQsS0FBSztBQUNILGFBQU8sU0FBUyxTQUFTLFNBQVMsUUFBUSxHQUFHLElBQUk7QUFBQSxJQUNuRCxLQUFLO0FBQ0gsYUFBTyxRQUFRLEdBQUcsSUFBSTtBQUFBLElBQ3hCLEtBQUs7QUFDSCxhQUFPLFFBQVEsR0FBRyxJQUFJO0FBQUEsSUFDeEIsS0FBSztBQUFBLElBQ0wsS0FBSztBQUNILGFBQU8sUUFBUSxTQUFTLFFBQVEsWUFBWSxTQUFTLFFBQVEsY0FBYyxHQUFHLElBQUk7QUFBQSxJQUNwRixLQUFLO0FBQUEsSUFDTCxLQUFLO0FBQ0gsYUFBTyxRQUFRLFNBQVMsUUFBUSxXQUFXLFNBQVMsUUFBUSxhQUFhLFlBQVksSUFBSTtBQUFBLEVBQzdGO0FBQ0Y7QUFHTyxTQUFTLFlBQVksSUFBYyxNQUFrQixHQUFXLEdBQW1CO0FBQ3hGLE1BQUksT0FBTyxNQUFPLFFBQU8sV0FBVyxNQUFNLE1BQU0sR0FBRyxDQUFDO0FBQ3BELE1BQUksT0FBTyxNQUFPLFFBQU8sV0FBVyxPQUFPLE1BQU0sR0FBRyxDQUFDO0FBQ3JELFFBQU0sU0FBUyxPQUFPLFFBQVEsUUFBUSxPQUFPLFNBQVMsUUFBUSxPQUFPLFFBQVEsUUFBUTtBQUNyRixTQUFPLFdBQVcsUUFBUSxNQUFNLEdBQUcsQ0FBQztBQUN0QztBQUdPLFNBQVMsVUFBVSxJQUFjLE1BQWtCLEdBQVcsR0FBbUI7QUFDdEYsUUFBTSxTQUFTLE9BQU8sV0FBVyxHQUFHLENBQUMsTUFBTSxDQUFDLEtBQUssR0FBRyxDQUFDLE1BQU0sQ0FBQztBQUM1RCxNQUFJLFNBQVMsT0FBUSxRQUFPLE9BQU8sV0FBVyxJQUFJLENBQUMsUUFBUSxDQUFDLE1BQU0sS0FBSyxDQUFDLE9BQU8sQ0FBQztBQUNoRixTQUFPLFNBQVMsUUFBUSxJQUFJLE1BQU0sY0FBYyxDQUFDLGVBQWUsQ0FBQyxRQUFRLElBQUksTUFBTTtBQUNyRjtBQUdPLFNBQVMsU0FBUyxNQUFrQixHQUFXLEdBQW1CO0FBQ3ZFLFNBQU8sU0FBUyxRQUFRLElBQUksQ0FBQyxPQUFPLENBQUMsY0FBYyxDQUFDLGNBQWMsQ0FBQyxRQUFRLElBQUksQ0FBQyxPQUFPLENBQUM7QUFDMUY7OztBQ3pMTyxTQUFTLGlCQUFpQixTQUE4QztBQUM3RSxRQUFNLFFBQVEsTUFBTSxLQUFLLEVBQUUsUUFBUSxRQUFRLE9BQU8sR0FBRyxNQUFNLENBQUMsQ0FBYTtBQUN6RSxRQUFNQyxVQUFTLG9CQUFJLElBQWtCO0FBQ3JDLFFBQU0sU0FBUyxvQkFBSSxJQUFrQjtBQUNyQyxRQUFNLFVBQVUsb0JBQUksSUFBNEM7QUFDaEUsUUFBTSxTQUFTLFFBQVEsVUFBVTtBQUNqQyxNQUFJLFFBQVE7QUFFWixXQUFTLFFBQVEsT0FBZSxNQUFzQjtBQUNwRCxVQUFNLE9BQU8sR0FBRyxNQUFNLEdBQUcsT0FBTztBQUNoQyxVQUFNLEtBQUssRUFBRSxLQUFLLE9BQU8sSUFBSSxNQUFNLElBQUksR0FBRztBQUMxQyxXQUFPO0FBQUEsRUFDVDtBQUVBLFFBQU0sU0FBUyxDQUFDLElBQVcsVUFBd0I7QUFDakQsZUFBVyxFQUFFLEtBQUssS0FBSyxHQUFHLE9BQU87QUFDL0IsVUFBSSxLQUFLLFNBQVMsT0FBUSxPQUFNLEtBQUssS0FBSyxJQUFZO0FBQUEsZUFDN0MsS0FBSyxJQUFLLFFBQU8sS0FBSyxLQUFLLEtBQUs7QUFBQSxJQUMzQztBQUFBLEVBQ0Y7QUFFQSxXQUFTLFNBQVMsR0FBMEM7QUFDMUQsUUFBSSxFQUFFLFNBQVMsUUFBUTtBQUNyQixZQUFNLE9BQU8sRUFBRTtBQUNmLGFBQU8sRUFBRSxNQUFNLFFBQVEsU0FBUyxJQUFJLEdBQUcsT0FBTyxRQUFRLFVBQVUsSUFBSSxFQUFFO0FBQUEsSUFDeEU7QUFDQSxRQUFJLEVBQUUsU0FBUyxRQUFRO0FBQ3JCLFlBQU0sSUFBSSxFQUFFO0FBQ1osYUFBTyxFQUFFLE1BQU1BLFFBQU8sSUFBSSxDQUFDLEdBQWEsT0FBTyxPQUFPLElBQUksQ0FBQyxFQUFZO0FBQUEsSUFDekU7QUFDQSxVQUFNLElBQUksVUFBVSxFQUFFLEdBQVk7QUFDbEMsVUFBTSxJQUFJLEVBQUU7QUFDWixRQUFJO0FBQ0osUUFBSyxFQUFFLElBQWMsT0FBTyxHQUFHO0FBQzdCLGFBQU8sRUFBRSxTQUFTLFFBQVEsV0FBVyxFQUFFLElBQUksT0FBTyxDQUFDLE9BQU8sV0FBVyxFQUFFLElBQUksT0FBTyxDQUFDO0FBQUEsSUFDckYsT0FBTztBQUNMLFlBQU0sSUFBSSxLQUFLLEVBQUUsSUFBSSxNQUFNLENBQUMsUUFBUSxDQUFDLFFBQVEsQ0FBQztBQUM5QyxhQUFPLEVBQUUsU0FBUyxRQUFRLElBQUksSUFBSSxFQUFFLElBQUksT0FBTyxDQUFDLFFBQVEsQ0FBQztBQUFBLElBQzNEO0FBQ0EsV0FBTyxFQUFFLE1BQU0sUUFBUSxFQUFFLE9BQU8sSUFBSSxHQUFHLE9BQU8sRUFBRSxNQUFNO0FBQUEsRUFDeEQ7QUFFQSxRQUFNLFFBQVEsb0JBQUksSUFBMkM7QUFDN0QsV0FBUyxPQUFPLEdBQTBDO0FBQ3hELFFBQUksUUFBUSxNQUFNLElBQUksQ0FBQztBQUN2QixRQUFJLENBQUMsT0FBTztBQUNWLGNBQVEsU0FBUyxDQUFDO0FBQ2xCLFlBQU0sSUFBSSxHQUFHLEtBQUs7QUFBQSxJQUNwQjtBQUNBLFdBQU87QUFBQSxFQUNUO0FBR0EsV0FBUyxVQUFVLElBQTRDO0FBQzdELFVBQU0sUUFBUSxRQUFRLElBQUksRUFBRTtBQUM1QixRQUFJLE1BQU8sUUFBTztBQUNsQixVQUFNLFVBQVUsb0JBQUksSUFBc0I7QUFDMUMsZUFBVyxFQUFFLGFBQWEsR0FBRyxLQUFLLEtBQUssR0FBRyxPQUFPO0FBQy9DLFlBQU0sSUFBSSxPQUFPLElBQUk7QUFDckIsWUFBTUMsUUFBTyxNQUFNLElBQUksRUFBRSxPQUFPLEdBQUcsRUFBRSxJQUFJLE1BQU0sUUFBUSxHQUFHLEtBQUssQ0FBQztBQUNoRSxjQUFRLElBQUksRUFBRSxPQUFPLENBQUMsR0FBSSxRQUFRLElBQUksRUFBRSxLQUFLLEtBQUssQ0FBQyxHQUFJQSxLQUFJLENBQUM7QUFBQSxJQUM5RDtBQUNBLFFBQUksUUFBUTtBQUNaLFFBQUksT0FBTyxHQUFHLGFBQWEsSUFBSSxLQUFLLFFBQVEsR0FBRyxVQUFVLEtBQUs7QUFDOUQsZUFBVyxLQUFLLENBQUMsR0FBRyxRQUFRLEtBQUssQ0FBQyxFQUFFLEtBQUssQ0FBQyxHQUFHLE1BQU0sSUFBSSxDQUFDLEdBQUc7QUFDekQsWUFBTSxRQUFRLFFBQVEsSUFBSSxDQUFDO0FBQzNCLFVBQUksS0FBTSxPQUFNLEtBQUssSUFBSTtBQUN6QixZQUFNLE1BQU0sTUFBTSxLQUFLLEtBQUs7QUFDNUIsYUFBTyxNQUFNLFdBQVcsS0FBSyxDQUFDLE9BQU8sS0FBSyxHQUFHLElBQUksTUFBTSxRQUFRLEdBQUcsR0FBRztBQUNyRSxjQUFRO0FBQUEsSUFDVjtBQUNBLFVBQU0sT0FBTyxFQUFFLE1BQU0sUUFBUSxNQUFNLE1BQU07QUFDekMsWUFBUSxJQUFJLElBQUksSUFBSTtBQUNwQixXQUFPO0FBQUEsRUFDVDtBQUVBLFFBQU0sYUFBYSxDQUFDLE1BQW9CO0FBQ3RDLFVBQU0sUUFBUSxDQUFDLEdBQUcsRUFBRSxJQUFJO0FBQ3hCLFFBQUksRUFBRSxNQUFPLE9BQU0sS0FBSyxFQUFFLEtBQUs7QUFDL0IsUUFBSSxFQUFFLEdBQUksUUFBTyxFQUFFLElBQUksS0FBSztBQUM1QixXQUFPO0FBQUEsRUFDVDtBQUVBLFdBQVMsS0FBSyxHQUFlO0FBQzNCLFFBQUksUUFBUTtBQUNaLGVBQVcsS0FBSyxFQUFFLEtBQU0sU0FBUSxLQUFLLElBQUksT0FBTyxPQUFPLElBQUksQ0FBQyxDQUFXO0FBQ3ZFLFFBQUksRUFBRSxNQUFPLFNBQVEsS0FBSyxJQUFJLE9BQU8sT0FBTyxJQUFJLEVBQUUsS0FBSyxDQUFXO0FBQ2xFLFFBQUk7QUFDSixVQUFNLE1BQU0sQ0FBQyxNQUFzQkQsUUFBTyxJQUFJLEVBQUUsS0FBSyxDQUFDLENBQUM7QUFDdkQsWUFBUSxFQUFFLE1BQU07QUFBQSxNQUNkLEtBQUs7QUFDSCxlQUFPLFFBQVEsRUFBRSxPQUFpQixFQUFFLElBQUk7QUFFeEMsWUFBSSxPQUFPLEtBQUssSUFBSSxFQUFHLFFBQU8sUUFBUSxHQUFHLElBQUk7QUFDN0M7QUFBQSxNQUNGLEtBQUssU0FBUztBQUNaLGNBQU0sS0FBSyxVQUFVLEVBQUUsRUFBVztBQUNsQyxlQUFPLEdBQUc7QUFDVixnQkFBUSxHQUFHO0FBQ1g7QUFBQSxNQUNGO0FBQUEsTUFDQSxLQUFLO0FBQ0gsZUFBTyxRQUFRLE1BQU0sRUFBRSxNQUFnQixLQUFLO0FBQzVDO0FBQUEsTUFDRixLQUFLLFFBQVE7QUFDWCxjQUFNLEtBQUssVUFBVSxFQUFFLEVBQVc7QUFDbEMsZ0JBQVEsS0FBSyxJQUFJLE9BQU8sR0FBRyxLQUFLO0FBQ2hDLFlBQUksRUFBRSxPQUFPO0FBQ1gsZ0JBQU0sT0FBTyxHQUFHLE1BQU0sR0FBRyxPQUFPO0FBQ2hDLGdCQUFNLEtBQUssRUFBRTtBQUFBLFlBQ1gsT0FBTyxJQUFJLEtBQUssU0FBUyxFQUFFLElBQUksQ0FBQyxNQUFNLElBQUksQ0FBQyxDQUFDO0FBQUEsWUFDNUMsT0FBT0EsUUFBTyxJQUFJLEVBQUUsS0FBSyxDQUFDLE9BQU8sSUFBSSxNQUFNLFFBQVEsS0FBSyxFQUFFLFFBQWtCLEdBQUcsSUFBSSxDQUFDO0FBQUEsVUFDdEY7QUFDQSxpQkFBTztBQUFBLFFBQ1QsTUFBTyxRQUFPLFFBQVEsT0FBTyxRQUFRLEtBQUssRUFBRSxRQUFrQixHQUFHLElBQUksQ0FBQztBQUN0RTtBQUFBLE1BQ0Y7QUFBQSxNQUNBO0FBQ0UsZUFBTyxRQUFRLE9BQU8sVUFBVSxHQUFHLEdBQUcsQ0FBQztBQUFBLElBQzNDO0FBQ0EsSUFBQUEsUUFBTyxJQUFJLEdBQUcsSUFBSTtBQUNsQixXQUFPLElBQUksR0FBRyxLQUFLO0FBQUEsRUFDckI7QUFFQSxXQUFTLFVBQVUsR0FBUyxLQUFvQztBQUM5RCxVQUFNLENBQUMsR0FBRyxDQUFDLElBQUksRUFBRTtBQUNqQixVQUFNLFFBQVEsRUFBRSxLQUFLLE1BQU0sQ0FBQyxNQUFNLEVBQUUsU0FBUyxPQUFPO0FBQ3BELFVBQU0sUUFBUSxRQUFRLFFBQVEsR0FBRyxJQUFJLENBQUMsQ0FBQyxJQUFJLElBQUksQ0FBQztBQUNoRCxZQUFRLEVBQUUsTUFBTTtBQUFBLE1BQ2QsS0FBSztBQUNILGVBQU8sVUFBVSxFQUFFLElBQWUsRUFBRSxNQUFNLEtBQUs7QUFBQSxNQUNqRCxLQUFLO0FBQ0gsWUFBSSxFQUFFLFNBQVMsT0FBTztBQUNwQixjQUFJLEVBQUUsT0FBTyxTQUFTLE9BQU8sR0FBRyxFQUFFLE9BQU8sQ0FBQyxFQUFHLFFBQU8sYUFBYSxLQUFLO0FBQ3RFLGNBQUksRUFBRSxPQUFPLFNBQVMsT0FBTyxHQUFHLEVBQUUsT0FBTyxDQUFDLEVBQUcsUUFBTyxhQUFhLElBQUksQ0FBQyxDQUFDO0FBQ3ZFLGNBQUksRUFBRSxPQUFPLFNBQVMsTUFBTSxFQUFHLFFBQU8sY0FBYyxLQUFLO0FBQ3pELGNBQUksRUFBRSxPQUFPLFNBQVMsTUFBTSxFQUFHLFFBQU8sWUFBWSxLQUFLO0FBQUEsUUFDekQ7QUFDQSxZQUFJLEVBQUUsU0FBUyxTQUFTO0FBQ3RCLGNBQUksRUFBRSxPQUFPLE1BQU8sUUFBTyxVQUFVLE9BQU8sRUFBRSxPQUFpQixJQUFJLENBQUMsQ0FBQztBQUNyRSxnQkFBTSxPQUFPLEVBQUUsVUFBVSxLQUFLLEVBQUUsVUFBVSxNQUFNLEVBQUUsU0FBUztBQUMzRCxjQUFJLFFBQVEsRUFBRSxPQUFPLE1BQU8sUUFBTyxHQUFHLEtBQUssTUFBTSxJQUFJLENBQUMsQ0FBQztBQUN2RCxjQUFJLFFBQVEsRUFBRSxPQUFPLE1BQU8sUUFBTyxHQUFHLEtBQUssTUFBTSxJQUFJLENBQUMsQ0FBQztBQUFBLFFBQ3pEO0FBQ0EsZUFBTyxXQUFXLEVBQUUsSUFBZ0IsRUFBRSxNQUFNLE9BQU8sSUFBSSxDQUFDLENBQUM7QUFBQSxNQUMzRCxLQUFLO0FBQ0gsZUFBTyxVQUFVLElBQUksQ0FBQyxDQUFDLEtBQUssSUFBSSxDQUFDLENBQUMsS0FBSyxLQUFLO0FBQUEsTUFDOUMsS0FBSztBQUNILGVBQU8sU0FBUyxPQUFPLEVBQUUsTUFBTSxFQUFFLElBQUk7QUFBQSxNQUN2QyxLQUFLO0FBQ0gsZUFBTyxXQUFXLFNBQVMsRUFBRSxJQUFJLENBQUMsS0FBSyxLQUFLO0FBQUEsTUFDOUM7QUFDRSxjQUFNLElBQUksTUFBTSxtQ0FBbUMsRUFBRSxJQUFJLEVBQUU7QUFBQSxJQUMvRDtBQUFBLEVBQ0Y7QUFFQSxXQUFTLE1BQU0sTUFBb0I7QUFDakMsVUFBTSxRQUFRLENBQUMsSUFBSTtBQUNuQixXQUFPLE1BQU0sU0FBUyxHQUFHO0FBQ3ZCLFlBQU0sSUFBSSxNQUFNLE1BQU0sU0FBUyxDQUFDO0FBQ2hDLFVBQUlBLFFBQU8sSUFBSSxDQUFDLEdBQUc7QUFDakIsY0FBTSxJQUFJO0FBQ1Y7QUFBQSxNQUNGO0FBQ0EsWUFBTSxVQUFVLFdBQVcsQ0FBQyxFQUFFLE9BQU8sQ0FBQyxNQUFNLENBQUNBLFFBQU8sSUFBSSxDQUFDLENBQUM7QUFDMUQsVUFBSSxRQUFRLFNBQVMsRUFBRyxPQUFNLEtBQUssR0FBRyxRQUFRLFFBQVEsQ0FBQztBQUFBLFdBQ2xEO0FBQ0gsYUFBSyxDQUFDO0FBQ04sY0FBTSxJQUFJO0FBQUEsTUFDWjtBQUFBLElBQ0Y7QUFDQSxXQUFPQSxRQUFPLElBQUksSUFBSTtBQUFBLEVBQ3hCO0FBQ0EsU0FBTyxFQUFFLE9BQU8sTUFBTTtBQUN4QjtBQUdBLFNBQVMsVUFBVSxHQUFXLE9BQWUsTUFBc0I7QUFDakUsTUFBSSxVQUFVLEVBQUcsUUFBTztBQUN4QixNQUFJLFVBQVUsRUFBRyxRQUFPLEdBQUcsQ0FBQyxNQUFNLENBQUM7QUFDbkMsTUFBSSxVQUFVLEVBQUcsUUFBTyxHQUFHLENBQUMsTUFBTSxDQUFDLE1BQU0sQ0FBQztBQUMxQyxNQUFJLFVBQVUsR0FBSSxRQUFPLFFBQVEsQ0FBQztBQUNsQyxTQUFPLFVBQVUsTUFBTSxRQUFRLENBQUMsTUFBTSxRQUFRLENBQUMsS0FBSyxJQUFJO0FBQzFEOzs7QUN6TU8sSUFBTSxlQUFlLENBQUMsV0FBa0M7QUFBQSxFQUM3RCxHQUFHLE9BQU8sT0FBTyxJQUFJLENBQUMsT0FBTyxTQUFTLEVBQUUsS0FBSyxPQUFPLE9BQU8sTUFBTSxFQUFFO0FBQUEsRUFDbkUsR0FBRyxPQUFPLFFBQVEsSUFBSSxDQUFDLE9BQU8sT0FBTyxFQUFFLEtBQUssT0FBTyxPQUFPLFNBQVMsR0FBRyxPQUFPLE9BQU8sS0FBSyxFQUFFO0FBQzdGO0FBR08sU0FBUyxVQUFVLFFBQTRCO0FBQ3BELFFBQU0sUUFBUSxRQUFRLE9BQU8sSUFBSTtBQUNqQyxRQUFNLE9BQU8sU0FBUyxLQUFLLEtBQUssS0FBSztBQUNyQyxTQUFPO0FBQUEsSUFDTCxjQUFjO0FBQUEsSUFDZCxRQUFRO0FBQUEsTUFDTjtBQUFBLFFBQ0UsTUFBTTtBQUFBLFFBQ04sVUFBVSxhQUFhLE1BQU07QUFBQSxRQUM3QixZQUFZLEtBQUssS0FBSyxRQUFRLElBQUk7QUFBQSxRQUNsQyxLQUFLLFFBQVE7QUFDWCxnQkFBTSxTQUFTLGlCQUFpQjtBQUFBLFlBQzlCLFFBQVE7QUFBQSxZQUNSLFdBQVcsTUFBTTtBQUFBLFlBQ2pCLFVBQVUsQ0FBQyxTQUFTO0FBQUEsWUFDcEIsTUFBTSxDQUFDLFFBQVEsT0FBTyxPQUFPLEtBQUssUUFBUSxFQUFFO0FBQUEsVUFDOUMsQ0FBQztBQUNELGdCQUFNRSxVQUFTLE9BQU8sUUFBUSxJQUFJLENBQUMsTUFBTSxPQUFPLE1BQU0sQ0FBQyxDQUFDO0FBQ3hELGdCQUFNLFNBQVNBLFFBQU8sSUFBSSxDQUFDLEdBQUcsTUFBTSxPQUFPLE1BQU0sT0FBTyxPQUFPLFNBQVMsR0FBRyxRQUFRLENBQUMsQ0FBQztBQUNyRixpQkFBTyxHQUFHLFNBQVMsSUFBSSxDQUFDLDRCQUE0QixJQUFJO0FBQUEsZ0JBQ2xELEtBQUs7QUFBQSxFQUNuQixNQUFNLENBQUMsR0FBRyxVQUFVLFFBQVEsT0FBTyxNQUFNLENBQUMsTUFBTSxJQUFJLENBQUMsRUFBRSxHQUFHLEdBQUcsT0FBTyxNQUFNLENBQUMsR0FBRyxHQUFHLE1BQU0sQ0FBQyxDQUFDO0FBQUE7QUFBQSxRQUVuRjtBQUFBLE1BQ0Y7QUFBQSxJQUNGO0FBQUEsRUFDRjtBQUNGOzs7QUNyQkEsU0FBUyxXQUFXLFFBQTRCO0FBQzlDLFFBQU0saUJBQWlCLElBQUksT0FBTyxXQUFXLFNBQVMsQ0FBQztBQUN2RCxRQUFNLGNBQWMsSUFBSSxPQUFPLEtBQUssU0FBUyxDQUFDO0FBQzlDLE1BQUksUUFBUTtBQUNaLFFBQU0sT0FBTyxvQkFBSSxJQUFVO0FBQzNCLFFBQU0sT0FBTyxDQUFDLE9BQW9CO0FBQ2hDLGVBQVcsRUFBRSxhQUFhLEdBQUcsS0FBSyxLQUFLLEdBQUcsT0FBTztBQUMvQyxVQUFJLEtBQUssSUFBSSxDQUFDLE1BQU0sS0FBSyxLQUFLLFNBQVMsT0FBUTtBQUMvQyxVQUFJLEtBQUssU0FBUyxlQUFnQjtBQUNsQyxVQUFJLEtBQUssU0FBUyxZQUFhO0FBQUEsSUFDakM7QUFBQSxFQUNGO0FBQ0EsUUFBTSxRQUFRLE9BQU8sV0FBVyxJQUFJLENBQUMsTUFBTSxFQUFFLElBQUk7QUFDakQsV0FBUyxJQUFJLE1BQU0sSUFBSSxHQUFHLEdBQUcsSUFBSSxNQUFNLElBQUksR0FBRztBQUM1QyxRQUFJLEtBQUssSUFBSSxDQUFDLEVBQUc7QUFDakIsU0FBSyxJQUFJLENBQUM7QUFDVixRQUFJLEVBQUUsU0FBUyxVQUFVLEVBQUUsR0FBSSxNQUFLLEVBQUUsRUFBRTtBQUN4QyxVQUFNLEtBQUssR0FBRyxFQUFFLElBQUk7QUFBQSxFQUN0QjtBQUNBLFNBQU87QUFDVDtBQUdPLFNBQVMsY0FBYyxRQUFvQixVQUErQjtBQUMvRSxRQUFNLFVBQVUsUUFBUSxPQUFPLElBQUk7QUFDbkMsUUFBTSxTQUFTLFFBQVEsT0FBTyxVQUFVO0FBQ3hDLFFBQU0sU0FBUyxXQUFXLFFBQVE7QUFDbEMsTUFBSSxDQUFDLFVBQVU7QUFDYixVQUFNQyxVQUFTLEtBQUssSUFBSSxLQUFLLE1BQU0sU0FBUyxPQUFPLEdBQUcsS0FBSyxNQUFNLFNBQVMsRUFBRSxHQUFHLEVBQUU7QUFDakYsV0FBTyxFQUFFLFNBQVMsSUFBSSxPQUFPLEdBQUcsUUFBUSxLQUFLLElBQUlBLFNBQVEsQ0FBQyxHQUFHLFlBQVksTUFBTTtBQUFBLEVBQ2pGO0FBQ0EsUUFBTSxhQUFhLFlBQVksS0FBSyxXQUFXLE1BQU0sSUFBSTtBQUN6RCxRQUFNLE9BQU8sYUFBYSxNQUFNO0FBQ2hDLE1BQUksUUFBUTtBQUNaLE1BQUksU0FBUyxJQUFJO0FBRWYsVUFBTSxTQUFTLGFBQWEsS0FBSyxJQUFJLElBQUksU0FBUyxDQUFDLElBQUk7QUFDdkQsWUFBUSxlQUFlLEtBQUssSUFBSSxRQUFRLEtBQUssSUFBSSxTQUFTLFNBQVMsU0FBUyxDQUFDLENBQUMsQ0FBQztBQUMvRSxZQUFRLEtBQUssSUFBSSxLQUFLLElBQUksT0FBTyxDQUFDLEdBQUcsSUFBSTtBQUFBLEVBQzNDO0FBQ0EsUUFBTSxVQUFVLFVBQVU7QUFDMUIsUUFBTSxTQUFTLEtBQUssSUFBSSxLQUFLLE1BQU0sU0FBUyxPQUFPLEdBQUcsS0FBSyxNQUFNLFVBQVUsUUFBUSxHQUFHLEdBQUcsSUFBSTtBQUM3RixRQUFNLE9BQU8sS0FBSyxJQUFJLE9BQU8sV0FBVyxPQUFPLEtBQUssR0FBRztBQUN2RCxTQUFPLEVBQUUsU0FBUyxPQUFPLE9BQU8sT0FBTyxRQUFRLEtBQUssSUFBSSxRQUFRLENBQUMsR0FBRyxXQUFXO0FBQ2pGOzs7QUNqREEsSUFBTSxXQUFXO0FBVWpCLFNBQVMsUUFBUSxRQUFzRDtBQUNyRSxNQUFJLFFBQVE7QUFDWixRQUFNLFFBQVEsT0FBTyxXQUFXLElBQUksQ0FBQyxFQUFFLElBQUksS0FBSyxNQUFNO0FBQ3BELFVBQU0sYUFBYSxPQUFPLFlBQVksT0FBTztBQUM3QyxVQUFNLE9BQU8sRUFBRSxJQUFJLE1BQU0sS0FBSyxNQUFNLFlBQVksTUFBTSxNQUFNO0FBQzVELGFBQVMsYUFBYSxJQUFJO0FBQzFCLFdBQU87QUFBQSxFQUNULENBQUM7QUFDRCxTQUFPLEVBQUUsT0FBTyxNQUFNO0FBQ3hCO0FBRUEsSUFBTSxlQUFlLENBQUMsT0FBd0IsU0FDNUMsTUFBTSxRQUFRLENBQUMsR0FBRyxNQUFNO0FBQUEsRUFDdEIsT0FBTyxJQUFJLEdBQUcsQ0FBQyxLQUFLLFNBQVMsRUFBRSxJQUFJLENBQUMsTUFBTSxTQUFTLEVBQUUsSUFBSSxFQUFFLElBQUksQ0FBQztBQUFBLEVBQ2hFLEdBQUksRUFBRSxhQUFhLENBQUMsT0FBTyxJQUFJLEdBQUcsQ0FBQyxnQkFBZ0IsSUFBSSxDQUFDO0FBQzFELENBQUM7QUFHSCxTQUFTLEtBQUssR0FBUyxRQUFnQixVQUFrQixPQUFlLFNBQTJCO0FBQ2pHLE1BQUksQ0FBQyxFQUFFLFdBQVksUUFBTyxDQUFDLEdBQUcsTUFBTSxNQUFNLFlBQVksRUFBRSxJQUFJLEVBQUUsTUFBTSxRQUFRLEtBQUssQ0FBQyxHQUFHO0FBQ3JGLFFBQU0sT0FBTyxVQUFVLEVBQUUsSUFBSSxFQUFFLE1BQU0sUUFBUSxLQUFLO0FBQ2xELFFBQU0sT0FBTyxJQUFJLFNBQVMsRUFBRSxNQUFNLFFBQVEsS0FBSyxDQUFDLE9BQU8sT0FBTyxNQUFNLFFBQVE7QUFDNUUsU0FBTztBQUFBLElBQ0wsT0FBTyxPQUFPLGNBQWMsUUFBUSxZQUFZLElBQUksT0FBTyxJQUFJO0FBQUEsSUFDL0QsS0FBSyxNQUFNLE1BQU0sS0FBSztBQUFBLElBQ3RCLEtBQUssUUFBUSxNQUFNLE9BQU87QUFBQSxJQUMxQjtBQUFBLEVBQ0Y7QUFDRjtBQUdBLFNBQVMsV0FBVyxPQUF3QixNQUFjQyxTQUFrQixJQUFzQjtBQUNoRyxTQUFPLE1BQU0sUUFBUSxDQUFDLEdBQUcsTUFBTSxLQUFLLEdBQUcsR0FBRyxJQUFJLEdBQUcsQ0FBQyxJQUFJLEdBQUcsSUFBSSxHQUFHLENBQUMsTUFBTUEsUUFBTyxDQUFDLEdBQUcsRUFBRSxDQUFDO0FBQ3ZGO0FBR08sU0FBUyxhQUFhLFFBQW9CLFNBQWdDO0FBQy9FLFFBQU0sT0FBTyxjQUFjLFFBQVEsUUFBUSxRQUFRO0FBQ25ELFFBQU0sRUFBRSxPQUFPLE1BQU0sSUFBSSxRQUFRLE1BQU07QUFDdkMsUUFBTSxVQUFVLFFBQVEsT0FBTyxJQUFJO0FBQ25DLE1BQUksS0FBSyxXQUFXLEdBQUc7QUFDckIsV0FBTyxFQUFFLGNBQWMsR0FBRyxRQUFRLENBQUMsV0FBVyxRQUFRLE1BQU0sT0FBTyxLQUFLLENBQUMsRUFBRTtBQUFBLEVBQzdFO0FBQ0EsU0FBTztBQUFBLElBQ0wsY0FBYyxVQUFVLEtBQUssU0FBUyxRQUFRO0FBQUEsSUFDOUMsUUFBUSxDQUFDLFdBQVcsUUFBUSxNQUFNLE9BQU8sS0FBSyxHQUFHLFlBQVksUUFBUSxNQUFNLE9BQU8sS0FBSyxDQUFDO0FBQUEsRUFDMUY7QUFDRjtBQUVBLFNBQVMsV0FBVyxRQUFvQixNQUFrQixPQUFlLE9BQXNCO0FBQzdGLFFBQU0sRUFBRSxTQUFTLE9BQU8sUUFBUSxXQUFXLElBQUk7QUFDL0MsUUFBTSxPQUFPLFVBQVU7QUFDdkIsUUFBTSxRQUFRLFFBQVEsT0FBTyxJQUFJO0FBQ2pDLFFBQU0sU0FBUyxRQUFRLE9BQU8sVUFBVTtBQUN4QyxRQUFNLFNBQVMsS0FBSyxLQUFLLFFBQVEsT0FBTztBQUN4QyxRQUFNLE1BQU0sYUFBYSxNQUFNO0FBQy9CLFFBQU0sUUFBUSxTQUFTO0FBQ3ZCLFFBQU0sV0FBVyxRQUNiO0FBQUEsSUFDRSxHQUFHLElBQUksT0FBTyxDQUFDLE1BQU0sQ0FBQyxFQUFFLEtBQUs7QUFBQSxJQUM3QixFQUFFLEtBQUssV0FBb0IsT0FBTyxPQUFnQixPQUFPLEtBQUs7QUFBQSxFQUNoRSxJQUNBO0FBQ0osU0FBTztBQUFBLElBQ0wsTUFBTSxRQUFRLHVCQUF1QjtBQUFBLElBQ3JDO0FBQUEsSUFDQSxZQUFZLFNBQVM7QUFBQSxJQUNyQixLQUFLLFFBQVE7QUFDWCxZQUFNLE9BQU87QUFBQSxRQUNYLEdBQUksUUFDQSxDQUFDLDBCQUEwQixNQUFNLE9BQU8sc0JBQXNCLE1BQU0sSUFBSSxJQUN4RSxDQUFDLG1CQUFtQjtBQUFBLFFBQ3hCLHNCQUFzQixhQUFhLEtBQUssS0FBSyxNQUFNLEtBQUssT0FBTyxHQUFHO0FBQUEsUUFDbEUseUJBQXlCLE9BQU8sV0FBVyxhQUFhLEtBQUssS0FBSyxNQUFNLEtBQUssT0FBTyxHQUFHO0FBQUE7QUFBQSxRQUV2RixxQkFBcUIsUUFBUSxDQUFDO0FBQUEsUUFDOUIsR0FBRyxVQUFVLEtBQUssT0FBTyxNQUFNLENBQUMsTUFBTSxJQUFJLENBQUMsRUFBRTtBQUFBLFFBQzdDLEdBQUcsYUFBYSxPQUFPLEtBQUs7QUFBQSxNQUM5QjtBQUNBLFlBQU0sT0FBTyxDQUFDLFFBQWdCLE9BQXVCLE9BQU8sS0FBSyxRQUFRLEVBQUU7QUFDM0UsWUFBTSxPQUNKLFVBQVUsS0FBSyxDQUFDLFNBQVMsT0FBTyxXQUFXLFNBQVMsSUFDaEQsWUFBWSxRQUFRLE9BQU8sSUFBSSxJQUMvQixTQUFTLFFBQVEsT0FBTyxNQUFNLE9BQU8sS0FBSyxLQUFLLFNBQVMsTUFBTSxHQUFHLEtBQUs7QUFDNUUsWUFBTSxVQUFVLE9BQU8sT0FBTztBQUM5QixZQUFNLFNBQVMsUUFDWCxjQUFjLE9BQU8sT0FBTyxNQUFNLEVBQUU7QUFBQSxRQUFJLENBQUMsRUFBRSxJQUFJLE1BQU0sTUFDbkQsT0FBTyxNQUFNLFNBQVMsSUFBSSxLQUFLO0FBQUEsTUFDakMsSUFDQSxRQUFRLFFBQVEsTUFBTSxDQUFDLEdBQUcsTUFBTSxPQUFPLE1BQU0sT0FBTyxPQUFPLFNBQVMsR0FBRyxLQUFLLENBQUMsQ0FBQztBQUNsRixZQUFNLFNBQVMsUUFBUSxJQUFJLGFBQWEsT0FBTyxJQUFJLElBQUk7QUFDdkQsYUFBTyxHQUFHLE1BQU0sR0FBRyxTQUFTLElBQUksQ0FBQyxHQUFHLE1BQU0sQ0FBQyxHQUFHLE1BQU0sR0FBRyxJQUFJLENBQUMsQ0FBQyxHQUMzRCxRQUFRLElBQUksS0FBSyxPQUFPLE9BQU8sYUFBYSxJQUFJLE9BQU8sSUFBSSxFQUM3RCw4QkFBOEIsS0FBSztBQUFBLEVBQ3ZDLE1BQU0sUUFBUSxDQUFDLENBQUM7QUFBQTtBQUFBO0FBQUEsSUFHZDtBQUFBLEVBQ0Y7QUFDRjtBQUVBLFNBQVMsUUFDUCxRQUNBLE1BQ0EsT0FDVTtBQUNWLFFBQU0sU0FBUyxpQkFBaUI7QUFBQSxJQUM5QixRQUFRO0FBQUEsSUFDUixRQUFRO0FBQUEsSUFDUixXQUFXLE1BQU07QUFBQSxJQUNqQixVQUFVLENBQUMsU0FBUztBQUFBLElBQ3BCO0FBQUEsSUFDQSxLQUFLLENBQUMsTUFBTyxRQUFRLE1BQU0sRUFBRSxNQUFNLENBQUMsRUFBRSxhQUFhLE1BQU0sQ0FBQyxPQUFPLE1BQU0sQ0FBQztBQUFBLEVBQzFFLENBQUM7QUFDRCxRQUFNQSxVQUFTLE9BQU8sUUFBUSxJQUFJLENBQUMsTUFBTSxPQUFPLE1BQU0sQ0FBQyxDQUFDO0FBQ3hELFNBQU8sQ0FBQyxHQUFHLE9BQU8sTUFBTSxDQUFDLEdBQUcsR0FBR0EsUUFBTyxJQUFJLENBQUMsR0FBRyxNQUFNLE1BQU0sR0FBRyxDQUFDLENBQUMsQ0FBQztBQUNsRTtBQUVBLElBQU0sU0FBUyxDQUFDLFFBQW9CLFdBQ2xDLE9BQU8sV0FBVyxJQUFJLENBQUMsTUFBTSxPQUFPLE1BQU0sRUFBRSxJQUFJLENBQUM7QUFHbkQsU0FBUyxTQUNQLFFBQ0EsT0FDQSxNQUNBLE9BQ0EsT0FDQSxPQUNVO0FBQ1YsUUFBTSxTQUFTLFFBQVEsT0FBTyxVQUFVO0FBQ3hDLFFBQU0sU0FBUyxpQkFBaUI7QUFBQSxJQUM5QixRQUFRO0FBQUEsSUFDUixXQUFXLENBQUMsU0FBVSxLQUFLLENBQUMsTUFBTSxNQUFNLElBQUk7QUFBQSxJQUM1QyxVQUFVLENBQUMsU0FBUztBQUFBLElBQ3BCO0FBQUEsRUFDRixDQUFDO0FBQ0QsUUFBTSxJQUFJLE9BQU8sUUFBUSxNQUFNO0FBQy9CLFFBQU0sY0FBYyxLQUFLLElBQUksVUFBVSxlQUFlLEtBQUssS0FBSyxRQUFRLEtBQUssQ0FBQyxDQUFDO0FBQy9FLFFBQU0sT0FBTyxRQUFRLFFBQVEsSUFBSTtBQUNqQyxRQUFNLFNBQVMsT0FBTyxRQUFRO0FBQzlCLFFBQU0sUUFBUTtBQUFBLElBQ1osR0FBRyxVQUFVLEtBQUssT0FBTyxZQUFZLENBQUMsTUFBTSxJQUFJLENBQUMsRUFBRTtBQUFBLElBQ25ELEdBQUcsT0FBTyxNQUFNLENBQUM7QUFBQSxJQUNqQixHQUFHLFdBQVcsT0FBTyxRQUFRLEdBQUcsR0FBRztBQUFBLEVBQ3JDLEVBQUUsSUFBSSxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUU7QUFDckIsUUFBTSxTQUFTLFFBQ1gsQ0FBQyxzQkFBc0IsS0FBSyxNQUFNLHlCQUF5QixLQUFLLE1BQU0sTUFBTSxLQUFLLElBQ2pGLENBQUMsbUJBQW1CLGFBQWEsTUFBTSxJQUFJO0FBQy9DLE1BQUksQ0FBQyxNQUFNO0FBQ1QsVUFBTSxPQUFPLDRDQUE0QyxLQUFLO0FBQzlELFdBQU8sQ0FBQyxHQUFHLE9BQU8sTUFBTSxDQUFDLEdBQUcsR0FBRyxRQUFRLE1BQU0sR0FBRyxPQUFPLEdBQUc7QUFBQSxFQUM1RDtBQUNBLFFBQU0sT0FBTyxRQUFRO0FBQ3JCLFNBQU87QUFBQSxJQUNMLEdBQUcsT0FBTyxNQUFNLENBQUM7QUFBQSxJQUNqQixHQUFHO0FBQUEsSUFDSCw0Q0FBNEMsSUFBSTtBQUFBLElBQ2hELEdBQUcsYUFBYSxPQUFPLEtBQUssRUFBRSxJQUFJLENBQUMsTUFBTSxLQUFLLENBQUMsRUFBRTtBQUFBLElBQ2pELHdCQUF3QixJQUFJO0FBQUEsSUFDNUIsb0NBQW9DLEtBQUs7QUFBQSxJQUN6QyxHQUFHLE1BQU0sSUFBSSxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUU7QUFBQSxJQUM1QjtBQUFBLElBQ0EsR0FBRyxNQUNBLFFBQVEsQ0FBQyxHQUFHLE1BQU0sS0FBSyxHQUFHLE1BQU0sQ0FBQyxJQUFJLE1BQU0sQ0FBQyxNQUFNLE1BQU0sQ0FBQyxJQUFJLE1BQU0sQ0FBQyxJQUFJLENBQUMsRUFDekUsSUFBSSxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUU7QUFBQSxJQUN0QjtBQUFBLEVBQ0Y7QUFDRjtBQUdBLFNBQVMsWUFDUCxRQUNBLE9BQ0EsTUFDVTtBQUNWLFFBQU0sUUFBUSxPQUFPLFdBQVc7QUFDaEMsUUFBTSxTQUFTLGlCQUFpQjtBQUFBLElBQzlCLFFBQVEsUUFBUTtBQUFBLElBQ2hCLFdBQVcsQ0FBQyxTQUFVLEtBQUssQ0FBQyxNQUFNLE1BQU0sSUFBSSxPQUFPLEtBQUssTUFBTSxDQUFDLENBQUMsSUFBSTtBQUFBLElBQ3BFLFVBQVUsQ0FBQyxTQUFTO0FBQUEsSUFDcEI7QUFBQSxFQUNGLENBQUM7QUFDRCxRQUFNLElBQUksT0FBTyxRQUFRLE1BQU07QUFDL0IsUUFBTSxVQUFVLE9BQU8sV0FBVyxJQUFJLENBQUMsR0FBRyxNQUFNLFFBQVEsT0FBTyxXQUFXLE1BQU0sSUFBSSxDQUFDLENBQUMsQ0FBQztBQUN2RixRQUFNLEtBQUssUUFBUSxJQUFJLENBQUMsR0FBRyxNQUFNLElBQUksQ0FBQyxNQUFNLENBQUMsR0FBRyxFQUFFLEtBQUssS0FBSztBQUM1RCxRQUFNLE9BQU8sUUFBUSxPQUFPLFVBQVUsSUFBSTtBQUMxQyxRQUFNLFFBQVEsQ0FBQyxHQUFHLE9BQU8sTUFBTSxDQUFDLENBQUM7QUFDakMsV0FBUyxJQUFJLEdBQUcsSUFBSSxPQUFPLEtBQUs7QUFDOUIsVUFBTSxPQUFPLE1BQU0sUUFBUTtBQUMzQixRQUFJLFFBQVEsS0FBTSxPQUFNLEtBQUssR0FBRyxhQUFhLE9BQU8sS0FBSyxDQUFDO0FBQzFELFVBQU0sS0FBSyxhQUFhLENBQUMsV0FBVyxDQUFDLE1BQU0sT0FBTyxXQUFXLENBQUMsQ0FBQyxPQUFPLENBQUMsT0FBTztBQUM5RSxVQUFNLEtBQUssR0FBRyxPQUFPLE1BQU0sSUFBSSxDQUFDLENBQUM7QUFBQSxFQUNuQztBQUNBLFFBQU0sS0FBSyxHQUFHLFdBQVcsT0FBTyxPQUFPLFFBQVEsT0FBTyxHQUFHLElBQUksRUFBRSxHQUFHLEdBQUcsR0FBRztBQUN4RSxNQUFJLE1BQU07QUFDUixlQUFXLENBQUMsR0FBRyxDQUFDLEtBQUssTUFBTSxRQUFRLEdBQUc7QUFDcEMsWUFBTSxLQUFLLEdBQUcsS0FBSyxHQUFHLE1BQU0sQ0FBQyxJQUFJLE1BQU0sQ0FBQyxNQUFNLE1BQU0sQ0FBQyxJQUFJLE1BQU0sQ0FBQyxJQUFJLENBQUM7QUFBQSxJQUN2RTtBQUFBLEVBQ0Y7QUFDQSxXQUFTLElBQUksR0FBRyxJQUFJLE9BQU8sSUFBSyxPQUFNLEtBQUssR0FBRztBQUM5QyxTQUFPO0FBQ1Q7QUFFQSxJQUFNLGVBQWUsQ0FBQyxPQUF3QixTQUM1QyxNQUNHO0FBQUEsRUFDQyxDQUFDLEdBQUcsTUFDRix3QkFBd0IsQ0FBQyxXQUFXLFNBQVMsRUFBRSxJQUFJLENBQUMsS0FBSyxJQUFJO0FBQUEsS0FDNUQsRUFBRSxhQUFhLHdCQUF3QixDQUFDLGtCQUFrQixJQUFJO0FBQUEsSUFBUztBQUM1RSxFQUNDLEtBQUssRUFBRTtBQUdaLFNBQVMsS0FBSyxPQUF3QixPQUFlLFFBQXdCO0FBQzNFLFFBQU0sTUFBTSxNQUFNLFFBQVEsQ0FBQyxHQUFHLE1BQU07QUFBQSxJQUNsQyxTQUFTLENBQUMsY0FBYyxDQUFDO0FBQUEsSUFDekIsR0FBSSxFQUFFLGFBQWEsQ0FBQyxTQUFTLENBQUMsZ0JBQWdCLENBQUMsS0FBSyxJQUFJLENBQUM7QUFBQSxFQUMzRCxDQUFDO0FBQ0QsUUFBTSxRQUFRLG1CQUFtQixTQUFTLElBQUksTUFBTSxNQUFNLE1BQU0sRUFBRTtBQUNsRSxRQUFNLFFBQVEsTUFBTTtBQUFBLElBQVEsQ0FBQyxHQUFHLE1BQzlCLEtBQUssR0FBRyxNQUFNLENBQUMsSUFBSSxNQUFNLENBQUMsTUFBTSxTQUFTLENBQUMsR0FBRyxLQUFLLElBQUksU0FBUyxDQUFDLEtBQUssS0FBSyxFQUFFO0FBQUEsRUFDOUU7QUFDQSxTQUFPLE1BQU07QUFBQSxJQUNYLEdBQUc7QUFBQSxJQUNIO0FBQUEsSUFDQSxtQkFBbUIsUUFBUSxDQUFDO0FBQUEsSUFDNUI7QUFBQSxJQUNBLEdBQUcsQ0FBQyxHQUFHLE9BQU8sR0FBRyxHQUFHLEVBQUUsSUFBSSxDQUFDLE1BQU0sT0FBTyxDQUFDLEVBQUU7QUFBQSxJQUMzQztBQUFBLElBQ0E7QUFBQSxJQUNBO0FBQUEsRUFDRixDQUFDO0FBQ0g7QUFFQSxJQUFNLFNBQVMsQ0FBQyxNQUFrQixVQUNoQyxTQUFTLFFBQVEsUUFBUSxTQUFTLFNBQVMsa0JBQWtCLEtBQUssTUFBTSxnQkFBZ0IsS0FBSztBQUUvRixJQUFNLFdBQVcsQ0FBQyxNQUFrQkMsVUFDbEMsU0FBUyxRQUFRQSxRQUFPLFNBQVMsU0FBUyxJQUFJQSxLQUFJLFlBQVksV0FBVyxJQUFJLEtBQUtBLEtBQUk7QUFFeEYsU0FBUyxjQUNQLE9BQ0EsT0FDQSxRQUNpQztBQUNqQyxRQUFNLE9BQU8sUUFBUSxNQUFNLGVBQWUsS0FBSztBQUMvQyxTQUFPLE1BQU0sUUFBUSxDQUFDLEdBQUcsTUFBTTtBQUFBLElBQzdCLEVBQUUsSUFBSSxHQUFHLElBQUksTUFBTSxFQUFFLElBQUksS0FBSyxPQUFPLE9BQU8sRUFBRSxNQUFNLE1BQU0sQ0FBQyxFQUFFLEVBQUU7QUFBQSxJQUMvRCxHQUFJLEVBQUUsYUFDRixDQUFDLEVBQUUsSUFBSSxHQUFHLElBQUksTUFBTSxFQUFFLE9BQU8sQ0FBQyxLQUFLLE9BQU8sT0FBTyxPQUFPLE1BQU0sQ0FBQyxJQUFJLEVBQUUsQ0FBQyxJQUN0RSxDQUFDO0FBQUEsRUFDUCxDQUFDO0FBQ0g7QUFHQSxTQUFTLFlBQVksUUFBb0IsTUFBa0IsT0FBZSxPQUFzQjtBQUM5RixRQUFNLE9BQU87QUFDYixRQUFNLFFBQVEsS0FBSyxVQUFVO0FBQzdCLFFBQU0sUUFBUSxRQUFRLE9BQU8sSUFBSTtBQUNqQyxRQUFNLFdBQVc7QUFBQSxJQUNmLEdBQUcsYUFBYSxNQUFNO0FBQUEsSUFDdEIsRUFBRSxLQUFLLFdBQW9CLE9BQU8sT0FBZ0IsT0FBTyxNQUFNO0FBQUEsRUFDakU7QUFDQSxRQUFNLFVBQVUsU0FBUyxTQUFTO0FBQ2xDLFNBQU87QUFBQSxJQUNMLE1BQU07QUFBQSxJQUNOO0FBQUEsSUFDQSxZQUFZLFFBQVEsS0FBSyxLQUFLLFFBQVEsSUFBSSxJQUFJO0FBQUEsSUFDOUMsS0FBSyxRQUFRO0FBQ1gsWUFBTUMsUUFBTyxDQUFDLEdBQVMsTUFDckIsT0FBTyxLQUFLLFNBQVMsUUFBUSxLQUFLLE1BQU0sWUFBWSxLQUFLLE9BQU8sRUFBRSxPQUFPLENBQUMsR0FBRztBQUMvRSxZQUFNLFFBQVEsTUFBTTtBQUFBLFFBQVEsQ0FBQyxHQUFHLE1BQzlCO0FBQUEsVUFDRTtBQUFBLFVBQ0EsTUFBTSxDQUFDO0FBQUEsVUFDUCxNQUFNLENBQUM7QUFBQSxVQUNQLFNBQVMsRUFBRSxNQUFNQSxNQUFLLEdBQUcsQ0FBQyxDQUFDO0FBQUEsVUFDM0IsRUFBRSxhQUFhLFNBQVMsT0FBT0EsTUFBSyxHQUFHLENBQUMsQ0FBQyxJQUFJO0FBQUEsUUFDL0M7QUFBQSxNQUNGO0FBQ0EsWUFBTSxPQUFPLENBQUMsUUFBZ0IsT0FBdUIsT0FBTyxLQUFLLFFBQVEsRUFBRTtBQUMzRSxZQUFNLFNBQVMsUUFBUSxLQUFLLGFBQWEsT0FBTyxJQUFJO0FBQ3BELGFBQU8sR0FBRyxNQUFNLEdBQUcsU0FBUyxJQUFJLENBQUMsR0FBRyxNQUFNO0FBQUEsUUFDeEMsR0FBSSxRQUNBO0FBQUEsVUFDRSx1QkFBdUIsSUFBSTtBQUFBLFVBQzNCLFlBQVksS0FBSztBQUFBLFVBQ2pCO0FBQUEsUUFDRixJQUNBLENBQUMsdUJBQXVCLHNCQUFzQjtBQUFBLFFBQ2xELEdBQUcsVUFBVSxLQUFLLE9BQU8sTUFBTSxDQUFDLE1BQU0sSUFBSSxDQUFDLEVBQUU7QUFBQSxRQUM3QyxHQUFHLGFBQWEsT0FBTyxLQUFLO0FBQUEsUUFDNUIsMEJBQTBCLEtBQUssTUFBTSxXQUFXLFFBQVEsSUFBSSxJQUFJO0FBQUEsUUFDaEUsR0FBRyxNQUFNLElBQUksQ0FBQyxNQUFNLEtBQUssQ0FBQyxFQUFFO0FBQUEsUUFDNUI7QUFBQSxNQUNGLENBQUMsQ0FBQyxHQUFHLFFBQVEsS0FBSyxLQUFLLE9BQU8sTUFBTSxDQUFDLENBQUM7QUFBQSxFQUMxQztBQUFBLFFBQ0EsUUFBUSxRQUFRLE1BQU0sQ0FBQyxHQUFHLE1BQU0sT0FBTyxNQUFNLE9BQU8sT0FBTyxTQUFTLEdBQUcsS0FBSyxDQUFDLENBQUM7QUFBQSxRQUM5RTtBQUFBLE1BQ0YsQ0FBQztBQUFBO0FBQUE7QUFBQSxJQUdHO0FBQUEsRUFDRjtBQUNGOzs7QUMvVE8sU0FBUyxXQUFXLFFBQXVCLEdBQXFCO0FBQ3JFLFFBQU0sUUFBUSxFQUFFLFFBQVEsRUFBRTtBQUMxQixRQUFNLFlBQVksRUFBRSxTQUFTLE1BQU0sUUFBUTtBQUMzQyxRQUFNLE9BQU8sWUFBWSxPQUFPLE9BQU8sQ0FBQyxDQUFDO0FBQ3pDLFFBQU0sT0FBTyxTQUFTLElBQUk7QUFDMUIsUUFBTSxRQUFRLFNBQVMsRUFBRSxJQUFJLElBQUk7QUFDakMsUUFBTUMsUUFBTyxDQUFDLEdBQVcsTUFBc0IsWUFBWSxFQUFFLElBQUksTUFBTSxHQUFHLENBQUM7QUFDM0UsUUFBTSxPQUFPLEVBQUUsVUFBVSxJQUFJLEVBQUUsU0FBUyxDQUFDLFdBQVc7QUFDcEQsUUFBTSxLQUFLLFdBQVcsRUFBRSxLQUFLLE9BQU8sRUFBRSxNQUFNLE9BQU8sSUFBSSxPQUFPLEVBQUUsS0FBSyxjQUFjLEVBQUUsS0FBSztBQUMxRixTQUFPO0FBQUEsSUFDTCxjQUFjO0FBQUEsSUFDZCxRQUFRO0FBQUEsTUFDTjtBQUFBLFFBQ0UsTUFBTTtBQUFBLFFBQ04sVUFBVTtBQUFBLFVBQ1IsRUFBRSxLQUFLLEdBQUcsT0FBTyxPQUFPLE9BQU8sQ0FBQyxHQUFHLE9BQU8sTUFBTTtBQUFBLFVBQ2hELEVBQUUsS0FBSyxHQUFHLE9BQU8sT0FBTyxRQUFRLENBQUMsR0FBRyxPQUFPLEtBQUs7QUFBQSxRQUNsRDtBQUFBLFFBQ0EsWUFBWSxZQUFZLFFBQVEsS0FBSyxLQUFLLFFBQVEsRUFBRTtBQUFBLFFBQ3BELEtBQUssUUFBUTtBQUNYLGdCQUFNLE9BQU87QUFBQSxZQUNYO0FBQUEsWUFDQSxjQUFjLEVBQUU7QUFBQSxZQUNoQixnQkFBZ0JBLE1BQUssT0FBTyxPQUFPLEtBQUssR0FBRyxJQUFJLENBQUMsQ0FBQztBQUFBLFlBQ2pELEtBQUssT0FBTyxNQUFNLEdBQUcsTUFBTSxFQUFFLFlBQVksUUFBUSxNQUFNLENBQUM7QUFBQSxZQUN4RDtBQUFBLFlBQ0E7QUFBQSxVQUNGO0FBQ0EsY0FBSSxDQUFDLFdBQVc7QUFDZCxtQkFBTyxHQUFHLFNBQVMsRUFBRSxDQUFDLEdBQUcsTUFBTTtBQUFBLGNBQzdCO0FBQUEsY0FDQSxlQUFlLEtBQUs7QUFBQSxjQUNwQix5QkFBeUIsRUFBRSxNQUFNO0FBQUEsY0FDakMsWUFBWSxJQUFJLE1BQU0sS0FBSztBQUFBLGNBQzNCLEdBQUc7QUFBQSxZQUNMLENBQUMsQ0FBQztBQUFBO0FBQUEsVUFFSjtBQUNBLGdCQUFNLFVBQVUsS0FBSyxLQUFLLEVBQUUsU0FBUyxHQUFHO0FBQ3hDLGlCQUFPLGlDQUFpQyxJQUFJO0FBQUEsRUFDcEQsU0FBUyxHQUFHLENBQUMsR0FBRyxNQUFNO0FBQUEsWUFDdEI7QUFBQSxZQUNBLDJCQUEyQixPQUFPLE1BQU0sRUFBRSxNQUFNO0FBQUEsWUFDaEQscUJBQXFCLE9BQU8sTUFBTSxFQUFFLE1BQU07QUFBQSxZQUMxQyxZQUFZLElBQUksTUFBTSxLQUFLO0FBQUEsWUFDM0IseUNBQXlDQSxNQUFLLE9BQU8sT0FBTyxLQUFLLEdBQUcsRUFBRSxDQUFDLENBQUM7QUFBQSxZQUN4RTtBQUFBLFlBQ0E7QUFBQTtBQUFBLFlBRUE7QUFBQSxZQUNBLGdCQUFnQixJQUFJLE1BQU0sS0FBSztBQUFBLFlBQy9CO0FBQUEsWUFDQTtBQUFBLFlBQ0Esb0JBQW9CQSxNQUFLLFNBQVMsY0FBYyxDQUFDO0FBQUEsWUFDakQ7QUFBQSxZQUNBO0FBQUEsWUFDQSxTQUFTLEtBQUs7QUFBQSxZQUNkO0FBQUEsWUFDQSxHQUFHO0FBQUEsVUFDTCxDQUFDLENBQUM7QUFBQTtBQUFBLFFBRU07QUFBQSxNQUNGO0FBQUEsSUFDRjtBQUFBLEVBQ0Y7QUFDRjs7O0FDbkVBLElBQU0sWUFBWTtBQUdsQixTQUFTLFFBQVEsT0FBYyxZQUFxQixPQUF1QjtBQUN6RSxRQUFNLE9BQU8sYUFBYSxNQUFNO0FBQ2hDLFVBQVEsWUFBWSxLQUFLLEdBQUc7QUFBQSxJQUMxQixLQUFLO0FBQ0gsYUFBTyxhQUFhLEtBQUs7QUFBQTtBQUFBO0FBQUE7QUFBQSxXQUlwQixJQUFJO0FBQUEsSUFDWCxLQUFLO0FBQ0gsYUFBTyxZQUFZLElBQUksaUJBQWlCLEtBQUs7QUFBQSxJQUMvQyxLQUFLO0FBQ0gsYUFBTyxZQUFZLElBQUksa0JBQWtCLEtBQUs7QUFBQSxJQUNoRDtBQUNFLGFBQU8sWUFBWSxJQUFJLElBQUksS0FBSztBQUFBLEVBQ3BDO0FBQ0Y7QUFFQSxJQUFNLGNBQWMsQ0FBQyxPQUFjLFlBQXFCLFdBQ3REO0FBQUEsRUFBNkIsUUFBUSxPQUFPLFlBQVksT0FBTyxLQUFLLEdBQUcsSUFBSSxDQUFDLENBQUM7QUFBQTtBQUFBO0FBR3hFLFNBQVMsV0FDZCxNQUNBLEtBQ0EsTUFDQSxHQUNBLFlBQ0EsYUFDUztBQUNULFFBQU0sUUFBUSxPQUFPO0FBQ3JCLFFBQU0sT0FBaUIsQ0FBQztBQUN4QixXQUFTLFFBQVEsV0FBVyxRQUFRLEdBQUcsU0FBUyxFQUFHLE1BQUssS0FBSyxLQUFLO0FBQ2xFLFFBQU0sVUFBbUIsRUFBRSxLQUFLLFdBQVcsT0FBTyxPQUFPLE9BQU8sS0FBSztBQUVyRSxRQUFNLFFBQVEsQ0FBQyxTQUFpRDtBQUM5RCxVQUFNLE9BQU8sS0FBSyxTQUFTO0FBQzNCLFdBQU8sU0FBUyxJQUNaLEVBQUUsTUFBTSxHQUFHLEtBQUssS0FBSyxJQUNyQixFQUFFLE1BQU0sY0FBZSxPQUFPLElBQUssT0FBTyxLQUFLLE1BQU07QUFBQSxFQUMzRDtBQUNBLFFBQU0sV0FBc0IsS0FBSyxTQUFTLElBQUksQ0FBQyxNQUFNLEtBQUssT0FBTyxJQUFJLENBQUMsTUFBTSxHQUFHO0FBQy9FLFFBQU0sUUFBUSxDQUNaLFFBQ0EsSUFDQSxJQUNBLE1BQ1ksR0FBRyxNQUFNLE9BQU8sTUFBTSxHQUFHLElBQUksQ0FBQyxJQUFJLE9BQU8sTUFBTSxHQUFHLEdBQUcsR0FBRyxJQUFJLE9BQU8sRUFBRSxJQUFJLENBQUM7QUFDeEYsUUFBTSxTQUFTLEtBQUssS0FBSyxJQUFJLFNBQVM7QUFDdEMsUUFBTSxVQUFpQjtBQUFBLElBQ3JCLE1BQU07QUFBQSxJQUNOO0FBQUEsSUFDQSxZQUFZLE9BQU87QUFBQSxJQUNuQixNQUFNLENBQ0osV0FDRyxHQUFHLFlBQVksS0FBSyxPQUFPLFlBQVksTUFBTSxDQUFDLG1DQUFtQyxTQUFTO0FBQUEsRUFDakcsU0FBUyxTQUFTLENBQUMsMkJBQTJCLE1BQU0sUUFBUSxDQUFDO0FBQUEsNEJBQ25DLE1BQU0sUUFBUSxTQUFTO0FBQUEscUJBQzlCLENBQUMsY0FBYyxTQUFTO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQSxNQVd2QyxNQUFNLFFBQVEsTUFBTSxDQUFDLEdBQUcsc0JBQXNCLFdBQVcsQ0FBQztBQUFBO0FBQUE7QUFBQTtBQUFBLEVBSTlEO0FBQ0EsUUFBTSxTQUFTLEtBQUs7QUFBQSxJQUNsQixDQUFDLE9BQU8sVUFBaUI7QUFBQSxNQUN2QixNQUFNLGtCQUFrQixLQUFLO0FBQUEsTUFDN0I7QUFBQSxNQUNBLFlBQVksS0FBSyxLQUFLLFFBQVEsRUFBRTtBQUFBLE1BQ2hDLE1BQU0sQ0FDSixXQUNHLEdBQUcsWUFBWSxLQUFLLE9BQU8sWUFBWSxNQUFNLENBQUMsR0FBRyxTQUFTLEVBQUUsQ0FBQztBQUFBLGdCQUN4RCxLQUFLO0FBQUEscUJBQ0EsQ0FBQyxPQUFPLENBQUM7QUFBQTtBQUFBLG9CQUVWLElBQUksS0FBSyxPQUFPLElBQUksS0FBSztBQUFBLDZCQUNoQixLQUFLLE1BQU0sQ0FBQztBQUFBLDBCQUNmLElBQUksS0FBSyxNQUFNLENBQUM7QUFBQTtBQUFBLGdCQUUxQixPQUFPLEtBQUssR0FBRyxHQUFHLE1BQU0sSUFBSSxFQUFFLElBQUksVUFBVSxDQUFDO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQSw0QkFRakMsT0FBTyxLQUFLLEdBQUcsR0FBRyxNQUFNLElBQUksRUFBRSxJQUFJLGVBQWUsQ0FBQztBQUFBO0FBQUE7QUFBQTtBQUFBLElBSTFFLE1BQU0sUUFBUSxNQUFNLE9BQU8sQ0FBQyxHQUFHLGNBQWMsT0FBTyxDQUFDO0FBQUE7QUFBQTtBQUFBLElBR3JEO0FBQUEsRUFDRjtBQUNBLFNBQU8sQ0FBQyxTQUFTLEdBQUcsTUFBTTtBQUM1QjtBQUdPLElBQU0sbUJBQW1CLENBQUMsTUFBYyxNQUM3QyxJQUFJLFlBQVksT0FBTyxJQUFJLElBQUk7QUFHMUIsU0FBUyxjQUFjLFFBQXVCLEdBQXdCO0FBQzNFLFNBQU87QUFBQSxJQUNMLGNBQWMsaUJBQWlCLEVBQUUsTUFBTSxFQUFFLENBQUM7QUFBQSxJQUMxQyxRQUFRO0FBQUEsTUFDTixFQUFFLEtBQUssR0FBRyxPQUFPLE9BQU8sT0FBTyxDQUFDLEdBQUcsT0FBTyxNQUFNO0FBQUEsTUFDaEQsRUFBRSxLQUFLLEdBQUcsT0FBTyxPQUFPLFFBQVEsQ0FBQyxHQUFHLE9BQU8sS0FBSztBQUFBLE1BQ2hELEVBQUU7QUFBQSxNQUNGLEVBQUU7QUFBQSxNQUNGLEVBQUU7QUFBQSxNQUNGO0FBQUEsSUFDRjtBQUFBLEVBQ0Y7QUFDRjs7O0FDaElPLFNBQVMsY0FBYyxRQUF1QixHQUEyQjtBQUM5RSxRQUFNLE9BQU8sU0FBUyxZQUFZLE9BQU8sUUFBUSxDQUFDLENBQUMsQ0FBQztBQUNwRCxRQUFNLFFBQVEsRUFBRSxPQUFPLEVBQUU7QUFDekIsUUFBTSxPQUFnQixFQUFFLEtBQUssR0FBRyxPQUFPLE9BQU8sT0FBTyxDQUFDLEdBQUcsT0FBTyxNQUFNO0FBQ3RFLFFBQU0sUUFBaUIsRUFBRSxLQUFLLEdBQUcsT0FBTyxPQUFPLE9BQU8sQ0FBQyxHQUFHLE9BQU8sTUFBTTtBQUN2RSxRQUFNLFNBQWtCLEVBQUUsS0FBSyxHQUFHLE9BQU8sT0FBTyxPQUFPLENBQUMsR0FBRyxPQUFPLE1BQU07QUFDeEUsUUFBTSxNQUFlLEVBQUUsS0FBSyxHQUFHLE9BQU8sT0FBTyxRQUFRLENBQUMsR0FBRyxPQUFPLEtBQUs7QUFDckUsUUFBTSxNQUFNLEVBQUUsU0FBUztBQUN2QixRQUFNLFFBQWlCLEVBQUUsS0FBSyxXQUFXLE9BQU8sT0FBTyxPQUFPLE1BQU07QUFDcEUsUUFBTSxTQUFnQjtBQUFBLElBQ3BCLE1BQU07QUFBQSxJQUNOLFVBQVUsTUFBTSxDQUFDLE1BQU0sT0FBTyxRQUFRLEdBQUcsSUFBSSxDQUFDLE1BQU0sT0FBTyxRQUFRLEtBQUssS0FBSztBQUFBLElBQzdFLFlBQVksS0FBSyxLQUFLLFFBQVEsRUFBRTtBQUFBLElBQ2hDLEtBQUssUUFBUTtBQUNYLFlBQU0sTUFBTSxDQUFDLE1BQ1gsVUFBVSxPQUFPLEtBQUssR0FBRyxHQUFHLENBQUMsTUFBTSxFQUFFLEtBQUssY0FBYyxFQUFFLEtBQUssR0FBRyxDQUFDO0FBQ3JFLFlBQU0sT0FBTyxHQUFHLFNBQVMsRUFBRSxDQUFDO0FBQUEsZ0JBQ2xCLEtBQUs7QUFBQSxxQkFDQSxFQUFFLEtBQUs7QUFBQSxhQUNmLElBQUksTUFBTSxPQUFPLEtBQUssR0FBRyxNQUFNLENBQUM7QUFBQTtBQUV2QyxZQUFNLE9BQU8sTUFDVCwwQkFBMEIsRUFBRSxLQUFLO0FBQUEsVUFDakMsT0FBTyxLQUFLLEdBQUcsR0FBRyxDQUFDLGNBQWMsSUFBSSxHQUFHLENBQUM7QUFBQTtBQUFBLElBR3pDO0FBQUEsZUFDSyxFQUFFLEtBQUs7QUFBQTtBQUFBO0FBQUE7QUFBQSxVQUlaLE9BQU8sS0FBSyxHQUFHLE9BQU8sS0FBSyxHQUFHLEtBQUssQ0FBQyxDQUFDO0FBQUE7QUFBQSxpQkFFOUIsRUFBRSxLQUFLO0FBQUEsY0FDVixPQUFPLEtBQUssR0FBRyxLQUFLLENBQUM7QUFBQSxVQUN6QixPQUFPLEtBQUssR0FBRyxHQUFHLENBQUM7QUFBQSxNQUN2QixJQUFJLEdBQUcsQ0FBQztBQUFBO0FBQUE7QUFHUixhQUFPLEdBQUcsSUFBSSxHQUFHLElBQUksS0FBSyxPQUFPLE1BQU0sR0FBRyxRQUFRLEtBQUssQ0FBQztBQUFBO0FBQUE7QUFBQSxJQUcxRDtBQUFBLEVBQ0Y7QUFDQSxNQUFJLElBQUssUUFBTyxFQUFFLGNBQWMsR0FBRyxRQUFRLENBQUMsTUFBTSxFQUFFO0FBRXBELFFBQU0sU0FBa0IsRUFBRSxLQUFLLFdBQVcsT0FBTyxPQUFPLE9BQU8sS0FBSztBQUNwRSxTQUFPO0FBQUEsSUFDTCxjQUFjLEVBQUUsUUFBUSxJQUFJLGlCQUFpQixHQUFHLEVBQUUsS0FBSztBQUFBLElBQ3ZELFFBQVEsQ0FBQyxHQUFHLFdBQVcsT0FBTyxRQUFRLEdBQUcsRUFBRSxPQUFPLE9BQU8sRUFBRSxLQUFLLEdBQUcsTUFBTTtBQUFBLEVBQzNFO0FBQ0Y7OztBQ2pETyxTQUFTLGVBQWUsUUFBZ0IsU0FBZ0M7QUFDN0UsTUFBSSxPQUFPLFNBQVMsUUFBUTtBQUMxQixXQUFPLE9BQU8sV0FBVyxTQUFTLElBQUksYUFBYSxRQUFRLE9BQU8sSUFBSSxVQUFVLE1BQU07QUFBQSxFQUN4RjtBQUNBLFFBQU0sT0FBTyxPQUFPO0FBQ3BCLFVBQVEsS0FBSyxNQUFNO0FBQUEsSUFDakIsS0FBSztBQUNILGFBQU8sYUFBYSxRQUFRLE1BQU0sT0FBTztBQUFBLElBQzNDLEtBQUs7QUFDSCxhQUFPLFdBQVcsUUFBUSxNQUFNLE9BQU87QUFBQSxJQUN6QyxLQUFLO0FBQ0gsYUFBTyxXQUFXLFFBQVEsSUFBSTtBQUFBLElBQ2hDLEtBQUs7QUFDSCxhQUFPLGNBQWMsUUFBUSxJQUFJO0FBQUEsSUFDbkMsS0FBSztBQUNILGFBQU8sY0FBYyxRQUFRLElBQUk7QUFBQSxFQUNyQztBQUNGO0FBR08sU0FBUyxlQUFlLFFBQXlCO0FBQ3RELFFBQU0sUUFBUSxDQUFDLEdBQUcsT0FBTyxRQUFRLEdBQUcsT0FBTyxPQUFPO0FBQ2xELE1BQUksTUFBTSxTQUFTLEtBQUssRUFBRyxRQUFPO0FBQ2xDLE1BQUksT0FBTyxTQUFTLE9BQVEsUUFBTztBQUNuQyxVQUFRLE9BQU8sS0FBSyxNQUFNO0FBQUEsSUFDeEIsS0FBSztBQUVILGFBQ0UsTUFBTSxNQUFNLENBQUMsTUFBTSxNQUFNLFNBQVMsTUFBTSxLQUFLLEtBQUssT0FBTyxLQUFLLElBQUksS0FBSyxPQUFPLEtBQUssSUFBSTtBQUFBLElBRTNGLEtBQUs7QUFDSCxhQUFPLE1BQU0sTUFBTSxDQUFDLE1BQU0sTUFBTSxTQUFTLE1BQU0sS0FBSztBQUFBLElBQ3RELEtBQUs7QUFDSCxhQUFPO0FBQUEsSUFDVCxLQUFLO0FBQUEsSUFDTCxLQUFLO0FBQ0gsYUFBTyxNQUFNLE1BQU0sQ0FBQyxNQUFNLE1BQU0sTUFBTTtBQUFBLEVBQzFDO0FBQ0Y7OztBQ25CTyxTQUFTLGNBQ2QsUUFDQSxTQUNBLEtBQ0EsUUFDZTtBQUNmLFFBQU0sWUFBWSxvQkFBSSxJQUFvQjtBQUMxQyxRQUFNLFlBQVksb0JBQUksSUFBc0I7QUFDNUMsUUFBTSxVQUFVLG9CQUFJLElBQXNFO0FBQzFGLE1BQUksVUFBVTtBQUVkLFdBQVMsU0FBUyxPQUdoQjtBQUNBLFVBQU0sTUFBTSxNQUFNLElBQUksQ0FBQyxNQUFPLElBQUksTUFBTSxHQUFJLEVBQUUsS0FBSyxFQUFFO0FBQ3JELFFBQUksUUFBUSxRQUFRLElBQUksR0FBRztBQUMzQixRQUFJLENBQUMsT0FBTztBQUNWLFlBQU0sUUFBUSxPQUFPLHNCQUFzQjtBQUFBLFFBQ3pDLFNBQVMsTUFBTSxJQUFJLENBQUMsR0FBRyxhQUFhO0FBQUEsVUFDbEM7QUFBQSxVQUNBLFlBQVksZUFBZTtBQUFBLFVBQzNCLFFBQVEsRUFBRSxNQUFNLElBQUksWUFBWSxvQkFBb0I7QUFBQSxRQUN0RCxFQUFFO0FBQUEsTUFDSixDQUFDO0FBQ0QsY0FBUSxFQUFFLE9BQU8sUUFBUSxPQUFPLHFCQUFxQixFQUFFLGtCQUFrQixDQUFDLEtBQUssRUFBRSxDQUFDLEVBQUU7QUFDcEYsY0FBUSxJQUFJLEtBQUssS0FBSztBQUFBLElBQ3hCO0FBQ0EsV0FBTztBQUFBLEVBQ1Q7QUFFQSxXQUFTLE9BQU8sUUFBd0I7QUFDdEMsVUFBTSxNQUFNLEdBQUcsT0FBTyxJQUFJLElBQUksT0FBTyxHQUFHO0FBQ3hDLFFBQUksUUFBUSxVQUFVLElBQUksR0FBRztBQUM3QixRQUFJLENBQUMsT0FBTztBQUNWLGNBQVEsZUFBZSxRQUFRLE9BQU87QUFDdEMsZ0JBQVUsSUFBSSxLQUFLLEtBQUs7QUFBQSxJQUMxQjtBQUNBLFdBQU87QUFBQSxFQUNUO0FBRUEsV0FBUyxLQUFLLE9BQWMsU0FBa0IsT0FBeUI7QUFDckU7QUFDQSxVQUFNLE9BQU8sV0FBVyxPQUFPLFNBQVMsT0FBTztBQUMvQyxRQUFJLE1BQU0sS0FBSyxLQUFLLE1BQU0sVUFBVTtBQUFBLEVBQWdCLElBQUksRUFBRTtBQUMxRCxVQUFNLEVBQUUsT0FBTyxPQUFPLElBQUksU0FBUyxRQUFRLEtBQUs7QUFDaEQsVUFBTSxVQUFVLFlBQ2QsT0FBTywyQkFBMkI7QUFBQSxNQUNoQztBQUFBLE1BQ0E7QUFBQSxNQUNBLFNBQVMsRUFBRSxRQUFRLE9BQU8sbUJBQW1CLEVBQUUsTUFBTSxNQUFNLENBQUMsR0FBRyxZQUFZLE9BQU87QUFBQSxJQUNwRixDQUFDO0FBQ0gsVUFBTSxPQUFpQjtBQUFBLE1BQ3JCLE1BQU0sT0FBTyxNQUFNLFVBQVU7QUFBQSxNQUM3QixRQUFRO0FBQUEsTUFDUjtBQUFBLE1BQ0EsT0FBTyxRQUFRLEVBQUU7QUFBQSxRQUNmLENBQUMsYUFBYTtBQUNaLGVBQUssV0FBVztBQUFBLFFBQ2xCO0FBQUEsUUFDQSxDQUFDLFVBQW1CLE9BQU8sT0FBTyxLQUFLO0FBQUEsTUFDekM7QUFBQSxJQUNGO0FBQ0EsV0FBTztBQUFBLEVBQ1Q7QUFFQSxTQUFPO0FBQUEsSUFDTDtBQUFBLElBQ0EsU0FBUyxRQUFRLE9BQU8sU0FBUyxPQUFPO0FBQ3RDLFlBQU0sTUFBTSxHQUFHLE9BQU8sSUFBSSxJQUFJLE9BQU8sR0FBRyxJQUFJLEtBQUssSUFBSSxRQUFRLE9BQU8sSUFBSSxRQUFRLE1BQU0sSUFBSSxNQUFNLENBQUM7QUFDakcsVUFBSSxRQUFRLFVBQVUsSUFBSSxHQUFHO0FBQzdCLFVBQUksQ0FBQyxPQUFPO0FBQ1YsY0FBTSxNQUFNLE9BQU8sTUFBTSxFQUFFLE9BQU8sS0FBSztBQUN2QyxnQkFBUSxLQUFLLEtBQUssU0FBUyxHQUFHLEtBQUssS0FBSyxJQUFJLElBQUksR0FBRztBQUNuRCxrQkFBVSxJQUFJLEtBQUssS0FBSztBQUFBLE1BQzFCO0FBQ0EsYUFBTztBQUFBLElBQ1Q7QUFBQSxJQUNBLElBQUksVUFBVTtBQUNaLGFBQU87QUFBQSxJQUNUO0FBQUEsRUFDRjtBQUNGOzs7QUN0RUEsSUFBTSxzQkFBc0I7QUFDNUIsSUFBTSxZQUFZO0FBRWxCLElBQU0sYUFBYSxNQUNqQixPQUFPLFlBQVksY0FBYyxJQUFJLE9BQU8sUUFBUSxLQUFLLGVBQWUsQ0FBQztBQUdwRSxJQUFNLGdCQUFOLE1BQXVDO0FBQUEsRUFDbkMsT0FBTztBQUFBLEVBQ1A7QUFBQSxFQUNBO0FBQUE7QUFBQSxFQUVBO0FBQUEsRUFDVDtBQUFBLEVBQ0EsWUFBWTtBQUFBLEVBQ0g7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0EsVUFBVSxvQkFBSSxJQUFtQjtBQUFBLEVBQ2pDLFdBQTJDLENBQUM7QUFBQSxFQUNyRDtBQUFBLEVBQ0EsY0FBYztBQUFBLEVBQ2QsY0FBYztBQUFBLEVBQ2QsV0FBVztBQUFBLEVBRVgsWUFBWSxRQUFtQixVQUF5QixDQUFDLEdBQUc7QUFDMUQsVUFBTSxFQUFFLE9BQU8sSUFBSTtBQUNuQixTQUFLLFNBQVM7QUFDZCxTQUFLLGNBQWMsV0FBVyxPQUFPLFdBQVc7QUFDaEQsU0FBSyxPQUFPLFFBQVEsT0FBTyxPQUFPLFNBQVMsSUFBSSxZQUFZO0FBQzNELFVBQU0sVUFBVSxlQUFlLFVBQVUsZUFBZSxXQUFXLGVBQWU7QUFDbEYsVUFBTSxPQUFPLE1BQVksS0FBSyxTQUFTLE1BQU0sS0FBSyxNQUFNLEtBQUssQ0FBQztBQUM5RCxTQUFLLFFBQVEsV0FBVyxRQUFRLFNBQVMsTUFBTSxPQUFPLFdBQVcsS0FBSyxLQUFLLEtBQUssRUFBRTtBQUNsRixVQUFNLFVBQVUsZUFBZSxXQUFXLGVBQWU7QUFDekQsU0FBSyxXQUFXLFdBQVcsUUFBUSxTQUFTLE1BQU0sS0FBSyxTQUFTLEtBQUssR0FBRyxLQUFLLEVBQUU7QUFDL0UsU0FBSyxTQUFTLGNBQWMsS0FBSyxLQUFLO0FBQ3RDLFNBQUssV0FBVyxjQUFjLEtBQUssS0FBSztBQUN4QyxVQUFNLFVBQVUsRUFBRSxLQUFLLEtBQUssTUFBTSxVQUFVLFFBQVEsWUFBWSxDQUFDLE9BQU8sU0FBUztBQUNqRixVQUFNLE1BQU0sV0FBVyxLQUFLLElBQUksQ0FBQyxTQUFpQixRQUFRLE1BQU0sSUFBSSxJQUFJLE1BQU07QUFBQSxJQUFDO0FBQy9FLFNBQUssU0FBUztBQUFBLE1BQWM7QUFBQSxNQUFRO0FBQUEsTUFBUztBQUFBLE1BQUssQ0FBQyxPQUFPLFVBQ3hELEtBQUssTUFBTSxJQUFJLFlBQVksY0FBYyxLQUFLLGlCQUFpQixVQUFVLEtBQUssQ0FBQyxFQUFFLENBQUM7QUFBQSxJQUNwRjtBQUNBLFVBQU0sUUFBMkM7QUFBQSxNQUMvQyxLQUFLO0FBQUEsTUFDTCxLQUFLO0FBQUEsTUFDTCxLQUFLO0FBQUEsTUFDTCxNQUFNO0FBQUEsTUFDTixLQUFLLEtBQUssT0FBTyxJQUFJO0FBQUEsTUFDckIsS0FBSztBQUFBLElBQ1A7QUFDQSxTQUFLLGVBQWU7QUFBQSxNQUNsQixPQUFPLENBQUMsVUFBVSxNQUFNLEtBQUs7QUFBQSxNQUM3QjtBQUFBO0FBQUEsTUFFQSxXQUFXLE9BQU8sT0FBTyxrQ0FBa0M7QUFBQSxNQUMzRCxVQUFVO0FBQUEsSUFDWjtBQUNBLFdBQU8sS0FBSyxLQUFLLENBQUMsU0FBUztBQUN6QixZQUFNLE1BQU0sS0FBSyxZQUFZLGdDQUFnQyxLQUFLLFdBQVcsS0FBSztBQUNsRixXQUFLLFdBQVcsSUFBSTtBQUFBLFFBQ2xCLDhCQUE4QixHQUFHO0FBQUEsTUFDbkM7QUFBQSxJQUNGLENBQUM7QUFDRCxXQUFPLGlCQUFpQixtQkFBbUIsQ0FBQyxVQUFVO0FBQ3BELFlBQU0sZUFBZTtBQUNyQixZQUFNLE9BQU8sTUFBTSxpQkFBaUI7QUFDcEMsWUFBTSxPQUFPLE9BQU8sbUJBQW1CO0FBQ3ZDLFdBQUssTUFBTSxJQUFJLEtBQUssOEJBQThCLE1BQU0sTUFBTSxPQUFPLEVBQUUsQ0FBQztBQUFBLElBQzFFLENBQUM7QUFBQSxFQUNIO0FBQUE7QUFBQSxFQUdBLElBQUksVUFBNkI7QUFDL0IsV0FBTyxLQUFLO0FBQUEsRUFDZDtBQUFBLEVBRUEsTUFBTSxPQUFvQjtBQUN4QixTQUFLLGFBQWE7QUFBQSxFQUNwQjtBQUFBLEVBRUEsU0FBZTtBQUNiLFFBQUksS0FBSyxTQUFVLE9BQU0sS0FBSztBQUFBLEVBQ2hDO0FBQUE7QUFBQSxFQUdBLFNBQVMsTUFBd0M7QUFDL0MsU0FBSyxTQUFTLEtBQUssSUFBSTtBQUN2QixRQUFJLENBQUMsS0FBSyxTQUFVLE1BQUssT0FBTztBQUFBLEVBQ2xDO0FBQUEsRUFFQSxTQUFlO0FBQ2IsYUFBUyxPQUFPLEtBQUssU0FBUyxNQUFNLEdBQUcsTUFBTSxPQUFPLEtBQUssU0FBUyxNQUFNLEdBQUc7QUFDekUsWUFBTSxVQUFVLEtBQUs7QUFDckIsVUFBSSxDQUFDLFFBQVM7QUFDZCxXQUFLLFdBQVcsUUFDYixNQUFNLENBQUMsVUFBbUIsS0FBSyxNQUFNLElBQUksWUFBWSxVQUFVLEtBQUssQ0FBQyxDQUFDLENBQUMsRUFDdkUsS0FBSyxNQUFNO0FBQ1YsYUFBSyxXQUFXO0FBQ2hCLGFBQUssT0FBTztBQUFBLE1BQ2QsQ0FBQztBQUNIO0FBQUEsSUFDRjtBQUFBLEVBQ0Y7QUFBQSxFQUVBLE1BQU0sTUFBcUI7QUFDekIsU0FBSyxPQUFPO0FBQ1osVUFBTSxRQUFRLE9BQU8sS0FBSyxLQUFLLEtBQUssS0FBSyxhQUFhLE1BQU0sS0FBSyxLQUFLLEtBQUs7QUFDM0UsV0FBTyxLQUFLLE1BQU0sS0FBSyxPQUFPLEdBQUcsS0FBSyxLQUFLLEdBQUcsWUFBWSxLQUFLLEtBQUssQ0FBQyxFQUFFO0FBQUEsRUFDekU7QUFBQSxFQUVBLEtBQUssU0FBd0I7QUFDM0IsU0FBSyxNQUFNLEtBQUssT0FBcUI7QUFBQSxFQUN2QztBQUFBLEVBRUEsT0FBTyxTQUFrQixNQUFZQyxTQUF5QjtBQUM1RCxTQUFLLE9BQU87QUFDWixRQUFJQSxRQUFPLFdBQVcsRUFBRztBQUN6QixRQUFJLE9BQU8sU0FBU0EsU0FBUSxLQUFLLE9BQU8sS0FBSyxJQUFJO0FBRWpELFFBQUksS0FBSyxZQUFZLEtBQUssV0FBV0EsUUFBTyxPQUFRLFFBQU8sS0FBSyxNQUFNO0FBQ3RFLFVBQU0sRUFBRSxPQUFPLElBQUk7QUFDbkIsU0FBSyxTQUFTLE1BQU0sS0FBSyxPQUFPLE1BQU0sWUFBWSxRQUFRLEdBQUcsSUFBSSxDQUFDO0FBQUEsRUFDcEU7QUFBQSxFQUVBLE1BQU0sU0FBUyxTQUFrQixNQUFnQztBQUMvRCxTQUFLLE9BQU87QUFDWixVQUFNLElBQUksT0FBTyxLQUFLLEtBQUs7QUFDM0IsUUFBSSxNQUFNLEVBQUcsUUFBTyxXQUFXLElBQUksWUFBWSxDQUFDLEdBQUcsS0FBSyxPQUFPLEdBQUcsS0FBSyxJQUFJO0FBQzNFLFVBQU0sT0FBTyxLQUFLLEtBQU0sSUFBSyxLQUFLLGFBQWEsTUFBTSxLQUFLLEtBQUssSUFBZ0IsQ0FBQyxJQUFJO0FBQ3BGLFVBQU0sVUFBVSxLQUFLLFNBQVMsS0FBSyxNQUFNLFFBQVE7QUFDakQsVUFBTSxTQUFTLElBQUksUUFBbUIsQ0FBQyxTQUFTLFdBQVc7QUFDekQsV0FBSyxTQUFTLE1BQU07QUFDbEIsY0FBTSxVQUFVLEtBQUssT0FBTyxxQkFBcUI7QUFDakQsZ0JBQVEsbUJBQW9CLFFBQXVCLFFBQVEsR0FBRyxRQUFRLFFBQVEsR0FBRyxJQUFJO0FBQ3JGLGFBQUssT0FBTyxNQUFNLE9BQU8sQ0FBQyxRQUFRLE9BQU8sQ0FBQyxDQUFDO0FBQzNDLGdCQUFRLE9BQU8sU0FBUyxXQUFXLE1BQU0sR0FBRyxJQUFJLEVBQUUsS0FBSyxTQUFTLE1BQU07QUFBQSxNQUN4RSxDQUFDO0FBQUEsSUFDSCxDQUFDO0FBQ0QsUUFBSTtBQUNGLFlBQU07QUFBQSxJQUNSLFNBQVMsT0FBTztBQUVkLFlBQU0sSUFBSSxRQUFRLENBQUMsWUFBWSxXQUFXLFNBQVMsQ0FBQyxDQUFDO0FBQ3JELFdBQUssT0FBTztBQUNaLFlBQU0sSUFBSSxZQUFZLFdBQVcsS0FBSyxLQUFLLEdBQUcsWUFBWSxLQUFLLEtBQUssQ0FBQyxLQUFLLFVBQVUsS0FBSyxDQUFDLEVBQUU7QUFBQSxJQUM5RjtBQUNBLFVBQU0sUUFBUSxJQUFJLEtBQUssT0FBTztBQUM5QixVQUFNQSxVQUFTLFdBQVcsUUFBUSxPQUFPLGVBQWUsR0FBRyxJQUFJLEdBQUcsS0FBSyxPQUFPLEdBQUcsS0FBSyxJQUFJO0FBQzFGLFlBQVEsT0FBTyxNQUFNO0FBQ3JCLFNBQUssU0FBUyxLQUFLLE9BQU87QUFDMUIsU0FBSyxPQUFPO0FBQ1osV0FBT0E7QUFBQSxFQUNUO0FBQUEsRUFFQSxRQUFRLE9BQWMsU0FBb0U7QUFDeEYsV0FBTyxLQUFLLEtBQUssWUFBWSxPQUFPLEVBQUUsY0FBYyxLQUFLLGNBQWMsR0FBRyxRQUFRLENBQUMsQ0FBQztBQUFBLEVBQ3RGO0FBQUE7QUFBQSxFQUdBLEtBQUssU0FBOEI7QUFDakMsU0FBSyxPQUFPO0FBQ1osVUFBTSxTQUFTLEtBQUs7QUFBQSxNQUFRO0FBQUEsTUFBUyxNQUNuQyxZQUFZLFNBQVM7QUFBQSxRQUNuQixRQUFRLEtBQUs7QUFBQSxRQUNiLE9BQU8sS0FBSztBQUFBLFFBQ1osZ0JBQWdCLE1BQU07QUFDcEIsZUFBSztBQUFBLFFBQ1A7QUFBQSxNQUNGLENBQUM7QUFBQSxJQUNIO0FBQ0EsV0FBTztBQUFBLE1BQ0w7QUFBQSxNQUNBLEtBQUssQ0FBQyxRQUFRLFlBQVk7QUFDeEIsYUFBSyxPQUFPO0FBQ1osYUFBSztBQUFBLFVBQVMsTUFDWixLQUFLLEtBQUssUUFBUSxRQUFpQyxPQUFnQztBQUFBLFFBQ3JGO0FBQUEsTUFDRjtBQUFBLE1BQ0EsU0FBUyxNQUFNO0FBQUEsTUFBQztBQUFBLElBQ2xCO0FBQUEsRUFDRjtBQUFBLEVBRUEsS0FDRSxRQUNBLFFBQ0EsU0FDc0I7QUFDdEIsVUFBTSxFQUFFLFNBQVMsYUFBYSxJQUFJO0FBQ2xDLFFBQUksS0FBSyxZQUFZLE9BQU8sV0FBVyxFQUFHO0FBQzFDLFVBQU0sT0FBTyxHQUFHLFFBQVEsSUFBSTtBQUM1QixVQUFNLE9BQU8sUUFBUSxZQUFZLElBQUksS0FBSyxPQUFPLFFBQVEsUUFBUSxXQUFXLElBQUksSUFBSTtBQUNwRixVQUFNLFVBQVUsZUFBZSxJQUFJLEtBQUssU0FBUyxRQUFRLGNBQWMsSUFBSSxJQUFJO0FBQy9FLFVBQU0sVUFBVSxNQUFNLE9BQU8sUUFBUSxFQUFFLFFBQVEsU0FBUyxNQUFNLFFBQVEsQ0FBQztBQUN2RSxXQUFPLEtBQUssUUFBUSxTQUFTLE1BQU07QUFDakMsWUFBTSxFQUFFLE9BQU8sUUFBUSxJQUFJLFFBQVE7QUFDbkMsVUFBSSxRQUFRLFdBQVcsR0FBRztBQUN4QixhQUFLLFFBQVEsS0FBSztBQUNsQjtBQUFBLE1BQ0Y7QUFDQSxhQUFPLFFBQVEsSUFBSSxPQUFPLEVBQUUsS0FBSyxNQUFNO0FBQ3JDLFlBQUksQ0FBQyxLQUFLLFNBQVUsTUFBSyxRQUFRLFNBQVMsTUFBTSxLQUFLLFFBQVEsS0FBSyxDQUFDO0FBQUEsTUFDckUsQ0FBQztBQUFBLElBQ0gsQ0FBQztBQUFBLEVBQ0g7QUFBQSxFQUVBLFFBQVEsT0FBK0I7QUFDckMsYUFBUyxPQUFPLEdBQUcsT0FBTyxNQUFNLFFBQVEsUUFBUSxxQkFBcUI7QUFDbkUsWUFBTSxVQUFVLEtBQUssT0FBTyxxQkFBcUI7QUFDakQsWUFBTSxPQUFPLFFBQVEsaUJBQWlCO0FBQ3RDLFlBQU0sS0FBSyxLQUFLLElBQUksT0FBTyxxQkFBcUIsTUFBTSxNQUFNO0FBQzVELFVBQUk7QUFDSixlQUFTLElBQUksTUFBTSxJQUFJLElBQUksS0FBSztBQUM5QixjQUFNLEVBQUUsT0FBTyxTQUFTLElBQUksTUFBTSxDQUFDO0FBQ25DLGNBQU0sV0FBVyxTQUFTO0FBQzFCLFlBQUksYUFBYSxLQUFNLE1BQUssWUFBWSxRQUFRO0FBQ2hELGVBQU87QUFDUCxhQUFLLGFBQWEsR0FBRyxLQUFLO0FBQzFCLGFBQUssbUJBQW1CLFNBQVMsS0FBSyxDQUFDLEdBQUcsU0FBUyxLQUFLLENBQUMsQ0FBQztBQUFBLE1BQzVEO0FBQ0EsV0FBSyxJQUFJO0FBQ1QsV0FBSyxPQUFPLE1BQU0sT0FBTyxDQUFDLFFBQVEsT0FBTyxDQUFDLENBQUM7QUFDM0MsV0FBSyxlQUFlLEtBQUs7QUFDekIsV0FBSztBQUFBLElBQ1A7QUFBQSxFQUNGO0FBQUE7QUFBQSxFQUdBLFFBQVcsU0FBa0IsTUFBa0I7QUFDN0MsVUFBTSxFQUFFLE9BQU8sSUFBSTtBQUNuQixXQUFPLGVBQWUsZUFBZTtBQUNyQyxXQUFPLGVBQWUsWUFBWTtBQUNsQyxRQUFJO0FBQ0YsYUFBTyxLQUFLO0FBQUEsSUFDZCxVQUFFO0FBQ0EsZUFBUyxJQUFJLEdBQUcsSUFBSSxHQUFHLEtBQUs7QUFDMUIsY0FBTSxRQUF1QixPQUMxQixjQUFjLEVBQ2QsS0FBSyxDQUFDLFVBQVU7QUFDZixjQUFJLE1BQU8sTUFBSyxNQUFNLGVBQWUsU0FBUyxLQUFLLENBQUM7QUFBQSxRQUN0RCxDQUFDLEVBQ0EsTUFBTSxNQUFNO0FBQUEsUUFBQyxDQUFDLEVBQ2QsUUFBUSxNQUFNLEtBQUssUUFBUSxPQUFPLEtBQUssQ0FBQztBQUMzQyxhQUFLLFFBQVEsSUFBSSxLQUFLO0FBQUEsTUFDeEI7QUFBQSxJQUNGO0FBQUEsRUFDRjtBQUFBLEVBRUEsTUFBTSxPQUFzQjtBQUMxQixXQUFPLEtBQUssU0FBVSxPQUFNLEtBQUs7QUFDakMsU0FBSyxPQUFPO0FBQ1osVUFBTSxLQUFLLE9BQU8sTUFBTSxvQkFBb0I7QUFDNUMsVUFBTSxRQUFRLElBQUksS0FBSyxPQUFPO0FBQzlCLFNBQUssT0FBTztBQUFBLEVBQ2Q7QUFBQSxFQUVBLFNBQTJDO0FBQ3pDLFVBQU0sTUFBTSxLQUFLLE9BQU8sUUFBUSxLQUFLLFNBQVM7QUFDOUMsV0FBTztBQUFBLE1BQ0wsTUFBTSxLQUFLLE1BQU0sT0FBTztBQUFBLE1BQ3hCLFFBQVEsS0FBSyxNQUFNLFNBQVMsTUFBTSxLQUFLLFNBQVMsT0FBTyxLQUFLLFNBQVM7QUFBQSxJQUN2RTtBQUFBLEVBQ0Y7QUFBQTtBQUFBLEVBR0EsV0FBcUI7QUFDbkIsV0FBTztBQUFBLE1BQ0wsWUFBWSxLQUFLO0FBQUEsTUFDakIsU0FBUyxLQUFLLE1BQU0sVUFBVSxLQUFLLFNBQVM7QUFBQSxNQUM1QyxXQUFXLEtBQUssT0FBTztBQUFBLE1BQ3ZCLFlBQVksS0FBSztBQUFBLE1BQ2pCLFNBQVMsS0FBSztBQUFBLElBQ2hCO0FBQUEsRUFDRjtBQUFBLEVBRUEsVUFBZ0I7QUFDZCxTQUFLLFlBQVk7QUFDakIsU0FBSyxPQUFPLFFBQVE7QUFBQSxFQUN0QjtBQUNGO0FBRUEsSUFBTSxZQUFZLENBQUMsVUFDakIsaUJBQWlCLFFBQVEsTUFBTSxVQUFVLE9BQU8sS0FBSztBQUV2RCxTQUFTLGVBQWUsU0FBa0IsT0FBOEI7QUFDdEUsUUFBTSxTQUFTLENBQUMsR0FBRyxJQUFJLElBQUksUUFBUSxNQUFNLElBQUksQ0FBQyxNQUFNLEVBQUUsS0FBSyxDQUFDLENBQUM7QUFDN0QsUUFBTSxVQUFVLE9BQU8sU0FBUyxJQUFJLEdBQUcsT0FBTyxNQUFNLEdBQUcsQ0FBQyxFQUFFLEtBQUssSUFBSSxDQUFDLGFBQVEsT0FBTyxLQUFLLElBQUk7QUFDNUYsU0FBTyxJQUFJO0FBQUEsSUFDVCxlQUFlLFFBQVEsSUFBSSxtQ0FBbUMsT0FBTyxNQUFNLE1BQU0sT0FBTztBQUFBLEVBQzFGO0FBQ0Y7QUFHQSxlQUFzQixvQkFBb0IsU0FBaUQ7QUFDekYsU0FBTyxJQUFJLGNBQWMsTUFBTSxjQUFjLEdBQUcsT0FBTztBQUN6RDsiLAogICJuYW1lcyI6IFsidmFsdWVzIiwgIm1pYiIsICJfIiwgImNvbHVtbnMiLCAiY29sdW1ucyIsICJ2YWx1ZXMiLCAidGV4dCIsICJ2YWx1ZXMiLCAic3BsaXRzIiwgInZhbHVlcyIsICJiaXRzIiwgIndvcmQiLCAiam9pbiIsICJ2YWx1ZXMiXQp9Cg==
