import {
  formatShape,
  isFloat,
  sizeOf,
  topologicalOrder
} from "./chunk-KPJ5WLQH.js";

// src/tensor/hooks.ts
var missing = () => {
  throw new Error('no runtime is loaded: import from "wgrad", not from its tensor folder alone');
};
var hooks = {
  read: missing,
  readSync: missing,
  dispose: missing,
  notScalar: missing
};

// src/tensor/tensor.ts
var nextId = 1;
var Tensor = class {
  /** Grows with creation: inputs have smaller ids than what is made of them. */
  id = nextId++;
  op;
  attrs;
  shape;
  dtype;
  /** Operands; dropped once the value exists and no transform is at work. */
  inputs;
  /** Name shown in errors and memory reports. */
  label;
  /** Device memory that holds the value, once computed. */
  storage;
  /** Values given by the user, until they are uploaded. */
  host;
  /** A weakly typed constant (a plain number): takes the dtype of what it meets. */
  weak = false;
  constructor(op, inputs, attrs, aval) {
    this.op = op;
    this.inputs = inputs;
    this.attrs = attrs;
    this.shape = aval.shape;
    this.dtype = aval.dtype;
    hooks.created?.(this);
  }
  /** Number of dimensions. */
  get rank() {
    return this.shape.length;
  }
  /** Number of elements. */
  get size() {
    return sizeOf(this.shape);
  }
  /** True for dtypes that have gradients. */
  get isFloat() {
    return isFloat(this.dtype);
  }
  /** The values, row-major, computed if need be (f16 as Float32Array, bool as 0/1 bytes). */
  data() {
    return hooks.read(this);
  }
  /** The values at once; only on devices that can answer without waiting (CPU). @throws DeviceError */
  dataSync() {
    return hooks.readSync(this);
  }
  /** The value of a one-element tensor. @throws ShapeError if it has another size */
  async item() {
    if (this.size !== 1) throw hooks.notScalar(this);
    return (await this.data())[0];
  }
  /** Nested arrays of the values (bool: true/false). */
  async toArray() {
    const data = await this.data();
    let at = 0;
    const build = (axis2) => {
      if (axis2 === this.rank) return this.dtype === "bool" ? data[at++] !== 0 : data[at++];
      return Array.from({ length: this.shape[axis2] }, () => build(axis2 + 1));
    };
    return build(0);
  }
  /** Frees the device memory now; the tensor must not be used again. */
  dispose() {
    hooks.dispose(this);
  }
  [Symbol.dispose]() {
    this.dispose();
  }
  /** `f32[2, 3]`, with the label if there is one. */
  toString() {
    return `${this.label ? `${this.label}: ` : ""}${this.dtype}${formatShape(this.shape)}`;
  }
};

// src/tensor/index-expr.ts
var atoms = /* @__PURE__ */ new Map();
var forms = /* @__PURE__ */ new Map();
var nextId2 = 1;
function resetIndices() {
  atoms = /* @__PURE__ */ new Map();
  forms = /* @__PURE__ */ new Map();
}
function atom(key, make) {
  const found = atoms.get(key);
  if (found) return found;
  const a = { id: nextId2++, ...make() };
  atoms.set(key, a);
  return a;
}
function form(constant3, terms) {
  terms.sort((a, b) => a.atom.id - b.atom.id);
  const key = `${constant3}${terms.map((t) => `,${t.coefficient}*${t.atom.id}`).join("")}`;
  const found = forms.get(key);
  if (found) return found;
  let min2 = constant3;
  let max2 = constant3;
  for (const { coefficient: c, atom: a } of terms) {
    min2 += c > 0 ? c * a.min : c * a.max;
    max2 += c > 0 ? c * a.max : c * a.min;
  }
  const ix = { id: nextId2++, constant: constant3, terms, min: min2, max: max2 };
  forms.set(key, ix);
  return ix;
}
var constant = (n) => form(n, []);
var ofAtom = (a) => a.min === a.max ? constant(a.min) : form(0, [{ coefficient: 1, atom: a }]);
var axis = (name, size) => ofAtom(
  atom(`axis ${name} ${size}`, () => ({
    kind: "axis",
    axis: name,
    min: 0,
    max: Math.max(size - 1, 0)
  }))
);
var fromData = (expr, size) => ofAtom(
  atom(`data ${expr.id} ${size}`, () => ({
    kind: "data",
    expr,
    min: 0,
    max: Math.max(size - 1, 0)
  }))
);
var soleQuotient = (x) => {
  const [t] = x.terms;
  const sole = x.terms.length === 1 && x.constant === 0 && t.coefficient === 1;
  return sole && t.atom.kind === "div" ? t.atom : void 0;
};
function recombine(terms) {
  for (const [m, c] of terms) {
    if (m.kind !== "mod") continue;
    const by = m.by;
    const inner = soleQuotient(m.arg);
    for (const [q, e] of terms) {
      if (q.kind !== "div" || e !== c * by) continue;
      const direct = q.arg === m.arg && q.by === by;
      if (direct || inner && q.arg === inner.arg && q.by === inner.by * by) {
        terms.delete(m);
        terms.delete(q);
        return scale(m.arg, c);
      }
    }
  }
  return void 0;
}
function add(...parts) {
  let k = 0;
  const terms = /* @__PURE__ */ new Map();
  for (const p of parts) {
    if (typeof p === "number") {
      k += p;
      continue;
    }
    k += p.constant;
    for (const t of p.terms) terms.set(t.atom, (terms.get(t.atom) ?? 0) + t.coefficient);
  }
  for (const [a, c] of terms) if (c === 0) terms.delete(a);
  const whole = recombine(terms);
  const rest = form(
    k,
    [...terms].map(([a, c]) => ({ coefficient: c, atom: a }))
  );
  return whole ? add(whole, rest) : rest;
}
var scale = (x, c) => c === 0 ? constant(0) : form(
  x.constant * c,
  x.terms.map((t) => ({ coefficient: t.coefficient * c, atom: t.atom }))
);
var sub = (a, b) => add(a, typeof b === "number" ? -b : scale(b, -1));
var gcd = (a, b) => b === 0 ? Math.abs(a) : gcd(b, a % b);
var mod1 = (a, d) => (a % d + d) % d;
function splitBy(x, d) {
  const q = [];
  const r = [];
  for (const { coefficient: c, atom: a } of x.terms) {
    if (c % d === 0) q.push({ coefficient: c / d, atom: a });
    else r.push({ coefficient: c, atom: a });
  }
  const k = mod1(x.constant, d);
  const low = form(k, [...r]);
  if (low.min < 0 && low.max - low.min < d && form(x.constant, [...r]).min >= 0) {
    const full = form(x.constant, [...r]);
    const shift = Math.floor(full.min / d) * d;
    return {
      quotient: form(shift / d, q),
      rest: form(x.constant - shift, r)
    };
  }
  return { quotient: form((x.constant - k) / d, q), rest: low };
}
function splitLow(rest, d) {
  const candidates = rest.terms.map((t) => gcd(d, t.coefficient)).sort((a, b) => b - a);
  for (const g of candidates) {
    if (g === 1) break;
    const high = rest.terms.filter((t) => t.coefficient % g === 0);
    const constantLow = mod1(rest.constant, g);
    const low = form(
      constantLow,
      rest.terms.filter((t) => t.coefficient % g !== 0)
    );
    if (low.min < 0 || low.max >= g) continue;
    const scaled = high.map((t) => ({ coefficient: t.coefficient / g, atom: t.atom }));
    return { high: form((rest.constant - constantLow) / g, scaled), low, g };
  }
  return void 0;
}
function div(x, d) {
  if (d === 1) return x;
  const { quotient, rest } = splitBy(x, d);
  if (rest.min >= 0 && rest.max < d) return quotient;
  const split = splitLow(rest, d);
  if (split) return add(quotient, div(split.high, d / split.g));
  const only = rest.terms.length === 1 && rest.constant === 0 ? rest.terms[0] : void 0;
  if (only && only.coefficient === 1 && only.atom.kind === "div") {
    return add(quotient, div(only.atom.arg, only.atom.by * d));
  }
  const a = atom(`div ${rest.id} ${d}`, () => ({
    kind: "div",
    arg: rest,
    by: d,
    min: Math.floor(rest.min / d),
    max: Math.floor(rest.max / d)
  }));
  return add(quotient, ofAtom(a));
}
function mod(x, d) {
  if (d === 1) return constant(0);
  const { rest } = splitBy(x, d);
  if (rest.min >= 0 && rest.max < d) return rest;
  const split = splitLow(rest, d);
  if (split) return add(scale(mod(split.high, d / split.g), split.g), split.low);
  const only = rest.terms.length === 1 && rest.constant === 0 ? rest.terms[0] : void 0;
  if (only && only.coefficient === 1 && only.atom.kind === "mod") {
    if (only.atom.by % d === 0) return mod(only.atom.arg, d);
  }
  const a = atom(`mod ${rest.id} ${d}`, () => ({
    kind: "mod",
    arg: rest,
    by: d,
    min: 0,
    max: d - 1
  }));
  return ofAtom(a);
}
function flatten(index2, shape) {
  let stride = 1;
  const parts = [];
  for (let i = shape.length - 1; i >= 0; i--) {
    parts.push(scale(index2[i], stride));
    stride *= shape[i];
  }
  return parts.length === 0 ? constant(0) : add(...parts);
}
function unflatten(flat, shape) {
  const out = new Array(shape.length);
  let stride = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    const q = div(flat, stride);
    out[i] = shape[i] === 1 ? constant(0) : i === 0 ? q : mod(q, shape[i]);
    stride *= Math.max(shape[i], 1);
  }
  return out;
}

// src/tensor/ir.ts
var table = /* @__PURE__ */ new Map();
var nextId3 = 1;
function resetExpressions() {
  table = /* @__PURE__ */ new Map();
  resetIndices();
}
function intern(key, make) {
  const found = table.get(key);
  if (found) return found;
  const e = { id: nextId3++, ...make() };
  table.set(key, e);
  return e;
}
var constant2 = (value, type) => intern(`const ${Object.is(value, -0) ? "-0" : value} ${type}`, () => ({
  kind: "const",
  type,
  args: [],
  value
}));
var index = (at) => at.terms.length === 0 ? constant2(at.constant, "i32") : intern(`index ${at.id}`, () => ({ kind: "index", type: "i32", args: [], at }));
function load(buffer, at, type, guard, otherwise) {
  if (guard && guard.kind === "const")
    return guard.value ? load(buffer, at, type) : otherwise;
  const args = guard && otherwise ? [guard, otherwise] : [];
  return intern(`load ${buffer} ${at.id} ${type} ${args.map((a) => a.id)}`, () => ({
    kind: "load",
    type,
    args,
    buffer,
    at,
    guard
  }));
}
var acc = (n, type) => intern(`acc ${n} ${type}`, () => ({ kind: "acc", type, args: [], buffer: n }));
var unary = (op, a) => intern(`${op} ${a.id}`, () => ({ kind: "unary", op, type: a.type, args: [a] }));
var comparisons = /* @__PURE__ */ new Set(["eq", "ne", "lt", "le"]);
function binary(op, a, b) {
  if (a.type !== b.type) throw new Error(`ir.${op}: types ${a.type} and ${b.type} differ`);
  if (op === "mul" && isConst(b, 1)) return a;
  if (op === "mul" && isConst(a, 1)) return b;
  if (op === "and" && a.type === "bool") {
    if (isConst(a, 1)) return b;
    if (isConst(b, 1)) return a;
  }
  if (a.type === "i32" && a.kind === "const" && b.kind === "const") {
    const x = a.value;
    const y = b.value;
    if (op === "add") return constant2(x + y | 0, "i32");
    if (op === "lt") return constant2(+(x < y), "bool");
    if (op === "le") return constant2(+(x <= y), "bool");
    if (op === "eq") return constant2(+(x === y), "bool");
  }
  const range = comparisons.has(op) ? compareRanges(op, a, b) : void 0;
  if (range !== void 0) return constant2(range, "bool");
  const type = comparisons.has(op) ? "bool" : a.type;
  return intern(`${op} ${a.id} ${b.id}`, () => ({ kind: "binary", op, type, args: [a, b] }));
}
var isConst = (e, v) => e.kind === "const" && e.value === v;
function compareRanges(op, a, b) {
  const x = bounds(a);
  const y = bounds(b);
  if (!x || !y) return void 0;
  if (op === "lt") return x[1] < y[0] ? 1 : x[0] >= y[1] ? 0 : void 0;
  if (op === "le") return x[1] <= y[0] ? 1 : x[0] > y[1] ? 0 : void 0;
  return void 0;
}
function bounds(e) {
  if (e.type !== "i32") return void 0;
  if (e.kind === "const") return [e.value, e.value];
  return e.kind === "index" && e.at ? [e.at.min, e.at.max] : void 0;
}
function select(condition, a, b) {
  if (condition.kind === "const") return condition.value ? a : b;
  if (a === b) return a;
  return intern(`select ${condition.id} ${a.id} ${b.id}`, () => ({
    kind: "select",
    type: a.type,
    args: [condition, a, b]
  }));
}
function cast(a, type) {
  if (a.type === type) return a;
  if (a.kind === "const" && (type === "f64" || type === "f32"))
    return constant2(a.value, type);
  return intern(`cast ${a.id} ${type}`, () => ({ kind: "cast", type, args: [a] }));
}
var bitcast = (a, type) => a.type === type ? a : intern(`bitcast ${a.id} ${type}`, () => ({ kind: "bitcast", type, args: [a] }));
var un = (op) => (a) => unary(op, a);
var bin = (op) => (a, b) => binary(op, a, b);
var neg = un("neg");
var abs = un("abs");
var exp = un("exp");
var log = un("log");
var sqrt = un("sqrt");
var tanh = un("tanh");
var not = un("not");
var add2 = bin("add");
var sub2 = bin("sub");
var mul = bin("mul");
var div2 = bin("div");
var min = bin("min");
var max = bin("max");
var and = bin("and");
var or = bin("or");
var xor = bin("xor");
var eq = bin("eq");
var ne = bin("ne");
var lt = bin("lt");
var le = bin("le");
var shl = bin("shl");
var shr = bin("shr");

// src/compiler/key.ts
var exact = (_, v) => typeof v === "number" && (!Number.isFinite(v) || Object.is(v, -0)) ? `#${Object.is(v, -0) ? "-0" : v}` : v;
var attrKeys = /* @__PURE__ */ new WeakMap();
function attrsKey(t) {
  let key = attrKeys.get(t.attrs);
  if (key === void 0) {
    const { kind } = t.op.lower;
    if (kind === "pick") key = `result ${t.attrs.index}`;
    else if (kind === "call") {
      const { graph } = t.attrs;
      const inputs = new Set(graph.inputs);
      key = graphKey(
        topologicalOrder(graph.outputs, (x) => inputs.has(x)),
        graph
      );
    } else key = JSON.stringify(t.attrs, exact);
    attrKeys.set(t.attrs, key);
  }
  return key;
}
function graphKey(order, graph) {
  const number = /* @__PURE__ */ new Map();
  const inputs = new Map(graph.inputs.map((t, i) => [t, i]));
  const parts = [];
  for (const t of order) {
    const n = number.size;
    number.set(t, n);
    parts.push(
      inputs.has(t) ? `in${inputs.get(t)} ${t.dtype}[${t.shape}]` : `${t.op.name}(${t.inputs.map((x) => number.get(x))})${attrsKey(t)}${t.dtype}[${t.shape}]`
    );
  }
  return `${parts.join(";")}>${graph.outputs.map((t) => number.get(t))}`;
}

export {
  hooks,
  Tensor,
  constant,
  axis,
  fromData,
  add,
  scale,
  sub,
  div,
  mod,
  flatten,
  unflatten,
  resetExpressions,
  constant2,
  index,
  load,
  acc,
  unary,
  binary,
  select,
  cast,
  bitcast,
  neg,
  abs,
  exp,
  log,
  sqrt,
  tanh,
  not,
  add2,
  sub2,
  mul,
  div2,
  min,
  max,
  and,
  or,
  xor,
  eq,
  ne,
  lt,
  le,
  shl,
  shr,
  attrsKey,
  graphKey
};
//# sourceMappingURL=data:application/json;base64,ewogICJ2ZXJzaW9uIjogMywKICAic291cmNlcyI6IFsiLi4vLi4vc3JjL3RlbnNvci9ob29rcy50cyIsICIuLi8uLi9zcmMvdGVuc29yL3RlbnNvci50cyIsICIuLi8uLi9zcmMvdGVuc29yL2luZGV4LWV4cHIudHMiLCAiLi4vLi4vc3JjL3RlbnNvci9pci50cyIsICIuLi8uLi9zcmMvY29tcGlsZXIva2V5LnRzIl0sCiAgInNvdXJjZXNDb250ZW50IjogWyIvLyBUaGUgb25lIHBsYWNlIHdoZXJlIHRoZSB0ZW5zb3IgbGF5ZXIgdG91Y2hlcyB0aGUgd29ybGQgYmVsb3c6IHdob2V2ZXIgZXZhbHVhdGVzIGdyYXBocyAoc3JjL3J1bnRpbWUpXG4vLyBmaWxscyB0aGVzZSBpbi4gV2l0aG91dCBhIHJ1bnRpbWUsIGJ1aWxkaW5nIGdyYXBocyB3b3JrcyBhbmQgYXNraW5nIGZvciB2YWx1ZXMgaXMgYW4gZXJyb3IuXG5pbXBvcnQgdHlwZSB7IEhvc3RBcnJheSB9IGZyb20gJy4vZHR5cGUudHMnO1xuaW1wb3J0IHR5cGUgeyBUZW5zb3IgfSBmcm9tICcuL3RlbnNvci50cyc7XG5cbi8qKiBEZXZpY2UgbWVtb3J5LCBhcyBpdHMgb3duZXIgc2VlcyBpdDsgb3BhcXVlIGhlcmUuICovXG5leHBvcnQgaW50ZXJmYWNlIFN0b3JhZ2Uge1xuICByZWFkb25seSBieXRlczogbnVtYmVyO1xufVxuXG4vKiogV2hhdCB0aGUgcnVudGltZSBwcm92aWRlcyB0byB0ZW5zb3JzLiAqL1xuZXhwb3J0IGludGVyZmFjZSBUZW5zb3JIb29rcyB7XG4gIHJlYWQodDogVGVuc29yKTogUHJvbWlzZTxIb3N0QXJyYXk+O1xuICByZWFkU3luYyh0OiBUZW5zb3IpOiBIb3N0QXJyYXk7XG4gIGRpc3Bvc2UodDogVGVuc29yKTogdm9pZDtcbiAgbm90U2NhbGFyKHQ6IFRlbnNvcik6IEVycm9yO1xuICAvKiogQ2FsbGVkIGZvciBldmVyeSBuZXcgdGVuc29yIChzY29wZXMgY291bnQgdGhlbSkuICovXG4gIGNyZWF0ZWQ/OiAodDogVGVuc29yKSA9PiB2b2lkO1xufVxuXG5jb25zdCBtaXNzaW5nID0gKCk6IG5ldmVyID0+IHtcbiAgdGhyb3cgbmV3IEVycm9yKCdubyBydW50aW1lIGlzIGxvYWRlZDogaW1wb3J0IGZyb20gXCJ3Z3JhZFwiLCBub3QgZnJvbSBpdHMgdGVuc29yIGZvbGRlciBhbG9uZScpO1xufTtcblxuLyoqIFNldCBvbmNlIGJ5IHNyYy9ydW50aW1lLiAqL1xuZXhwb3J0IGNvbnN0IGhvb2tzOiBUZW5zb3JIb29rcyA9IHtcbiAgcmVhZDogbWlzc2luZyxcbiAgcmVhZFN5bmM6IG1pc3NpbmcsXG4gIGRpc3Bvc2U6IG1pc3NpbmcsXG4gIG5vdFNjYWxhcjogbWlzc2luZyxcbn07XG4iLCAiLy8gVGhlIHRlbnNvcjogYW4gaW1tdXRhYmxlLCBsYXp5IG5vZGUgb2YgYSBncmFwaC4gSXQga25vd3Mgd2hpY2ggb3BlcmF0aW9uIG1hZGUgaXQgZnJvbSB3aGljaCBvdGhlclxuLy8gdGVuc29yczsgaXQgZ2V0cyBzdG9yYWdlIG9uIGEgZGV2aWNlIG9ubHkgd2hlbiBzb21lYm9keSBhc2tzIGZvciBpdHMgdmFsdWVzLiBUaGUgZ3JhcGggaXMgYWxzbyB0aGVcbi8vIHRhcGU6IGdyYWRpZW50cyB3YWxrIGl0IGJhY2t3YXJkcyBhbmQgYnVpbGQgbW9yZSBvZiBpdC5cblxuaW1wb3J0IHR5cGUgeyBBbnlPcCB9IGZyb20gJy4vZGVmaW5lLnRzJztcbmltcG9ydCB7IHR5cGUgRFR5cGUsIHR5cGUgSG9zdEFycmF5LCBpc0Zsb2F0IH0gZnJvbSAnLi9kdHlwZS50cyc7XG5pbXBvcnQgdHlwZSB7IFN0b3JhZ2UgfSBmcm9tICcuL2hvb2tzLnRzJztcbmltcG9ydCB7IGhvb2tzIH0gZnJvbSAnLi9ob29rcy50cyc7XG5pbXBvcnQgeyBmb3JtYXRTaGFwZSwgdHlwZSBTaGFwZSwgc2l6ZU9mIH0gZnJvbSAnLi9zaGFwZS50cyc7XG5cbi8qKiBTaGFwZSBhbmQgZHR5cGU6IHdoYXQgaXMga25vd24gb2YgYSB0ZW5zb3Igd2l0aG91dCBjb21wdXRpbmcgaXQuICovXG5leHBvcnQgaW50ZXJmYWNlIEF2YWwge1xuICByZWFkb25seSBzaGFwZTogU2hhcGU7XG4gIHJlYWRvbmx5IGR0eXBlOiBEVHlwZTtcbn1cblxuLyoqIE5lc3RlZCBhcnJheXMgb2YgbnVtYmVycyBvciBib29sZWFucy4gKi9cbmV4cG9ydCB0eXBlIE5lc3RlZEFycmF5ID0gbnVtYmVyIHwgYm9vbGVhbiB8IHJlYWRvbmx5IE5lc3RlZEFycmF5W107XG5cbi8qKiBXaGF0IG9wZXJhdGlvbnMgYWNjZXB0OiBhIHRlbnNvciwgYSBudW1iZXIgKHRha2VzIHRoZSBvdGhlciBvcGVyYW5kJ3MgZHR5cGUpIG9yIG5lc3RlZCBhcnJheXMuICovXG5leHBvcnQgdHlwZSBUZW5zb3JMaWtlID0gVGVuc29yIHwgTmVzdGVkQXJyYXk7XG5cbmxldCBuZXh0SWQgPSAxO1xuXG4vKiogQW4gaW1tdXRhYmxlIG4tZGltZW5zaW9uYWwgYXJyYXk6IGEgbGF6eSBub2RlIG9mIHRoZSBncmFwaC4gTWFkZSBieSBvcGVyYXRpb25zLCBuZXZlciBieSBgbmV3YC4gKi9cbmV4cG9ydCBjbGFzcyBUZW5zb3IgaW1wbGVtZW50cyBBdmFsIHtcbiAgLyoqIEdyb3dzIHdpdGggY3JlYXRpb246IGlucHV0cyBoYXZlIHNtYWxsZXIgaWRzIHRoYW4gd2hhdCBpcyBtYWRlIG9mIHRoZW0uICovXG4gIHJlYWRvbmx5IGlkOiBudW1iZXIgPSBuZXh0SWQrKztcbiAgcmVhZG9ubHkgb3A6IEFueU9wO1xuICByZWFkb25seSBhdHRyczogb2JqZWN0O1xuICByZWFkb25seSBzaGFwZTogU2hhcGU7XG4gIHJlYWRvbmx5IGR0eXBlOiBEVHlwZTtcbiAgLyoqIE9wZXJhbmRzOyBkcm9wcGVkIG9uY2UgdGhlIHZhbHVlIGV4aXN0cyBhbmQgbm8gdHJhbnNmb3JtIGlzIGF0IHdvcmsuICovXG4gIGlucHV0czogcmVhZG9ubHkgVGVuc29yW107XG4gIC8qKiBOYW1lIHNob3duIGluIGVycm9ycyBhbmQgbWVtb3J5IHJlcG9ydHMuICovXG4gIGxhYmVsPzogc3RyaW5nO1xuICAvKiogRGV2aWNlIG1lbW9yeSB0aGF0IGhvbGRzIHRoZSB2YWx1ZSwgb25jZSBjb21wdXRlZC4gKi9cbiAgc3RvcmFnZT86IFN0b3JhZ2U7XG4gIC8qKiBWYWx1ZXMgZ2l2ZW4gYnkgdGhlIHVzZXIsIHVudGlsIHRoZXkgYXJlIHVwbG9hZGVkLiAqL1xuICBob3N0PzogSG9zdEFycmF5O1xuICAvKiogQSB3ZWFrbHkgdHlwZWQgY29uc3RhbnQgKGEgcGxhaW4gbnVtYmVyKTogdGFrZXMgdGhlIGR0eXBlIG9mIHdoYXQgaXQgbWVldHMuICovXG4gIHdlYWsgPSBmYWxzZTtcblxuICBjb25zdHJ1Y3RvcihvcDogQW55T3AsIGlucHV0czogcmVhZG9ubHkgVGVuc29yW10sIGF0dHJzOiBvYmplY3QsIGF2YWw6IEF2YWwpIHtcbiAgICB0aGlzLm9wID0gb3A7XG4gICAgdGhpcy5pbnB1dHMgPSBpbnB1dHM7XG4gICAgdGhpcy5hdHRycyA9IGF0dHJzO1xuICAgIHRoaXMuc2hhcGUgPSBhdmFsLnNoYXBlO1xuICAgIHRoaXMuZHR5cGUgPSBhdmFsLmR0eXBlO1xuICAgIGhvb2tzLmNyZWF0ZWQ/Lih0aGlzKTtcbiAgfVxuXG4gIC8qKiBOdW1iZXIgb2YgZGltZW5zaW9ucy4gKi9cbiAgZ2V0IHJhbmsoKTogbnVtYmVyIHtcbiAgICByZXR1cm4gdGhpcy5zaGFwZS5sZW5ndGg7XG4gIH1cblxuICAvKiogTnVtYmVyIG9mIGVsZW1lbnRzLiAqL1xuICBnZXQgc2l6ZSgpOiBudW1iZXIge1xuICAgIHJldHVybiBzaXplT2YodGhpcy5zaGFwZSk7XG4gIH1cblxuICAvKiogVHJ1ZSBmb3IgZHR5cGVzIHRoYXQgaGF2ZSBncmFkaWVudHMuICovXG4gIGdldCBpc0Zsb2F0KCk6IGJvb2xlYW4ge1xuICAgIHJldHVybiBpc0Zsb2F0KHRoaXMuZHR5cGUpO1xuICB9XG5cbiAgLyoqIFRoZSB2YWx1ZXMsIHJvdy1tYWpvciwgY29tcHV0ZWQgaWYgbmVlZCBiZSAoZjE2IGFzIEZsb2F0MzJBcnJheSwgYm9vbCBhcyAwLzEgYnl0ZXMpLiAqL1xuICBkYXRhKCk6IFByb21pc2U8SG9zdEFycmF5PiB7XG4gICAgcmV0dXJuIGhvb2tzLnJlYWQodGhpcyk7XG4gIH1cblxuICAvKiogVGhlIHZhbHVlcyBhdCBvbmNlOyBvbmx5IG9uIGRldmljZXMgdGhhdCBjYW4gYW5zd2VyIHdpdGhvdXQgd2FpdGluZyAoQ1BVKS4gQHRocm93cyBEZXZpY2VFcnJvciAqL1xuICBkYXRhU3luYygpOiBIb3N0QXJyYXkge1xuICAgIHJldHVybiBob29rcy5yZWFkU3luYyh0aGlzKTtcbiAgfVxuXG4gIC8qKiBUaGUgdmFsdWUgb2YgYSBvbmUtZWxlbWVudCB0ZW5zb3IuIEB0aHJvd3MgU2hhcGVFcnJvciBpZiBpdCBoYXMgYW5vdGhlciBzaXplICovXG4gIGFzeW5jIGl0ZW0oKTogUHJvbWlzZTxudW1iZXI+IHtcbiAgICBpZiAodGhpcy5zaXplICE9PSAxKSB0aHJvdyBob29rcy5ub3RTY2FsYXIodGhpcyk7XG4gICAgcmV0dXJuIChhd2FpdCB0aGlzLmRhdGEoKSlbMF07XG4gIH1cblxuICAvKiogTmVzdGVkIGFycmF5cyBvZiB0aGUgdmFsdWVzIChib29sOiB0cnVlL2ZhbHNlKS4gKi9cbiAgYXN5bmMgdG9BcnJheSgpOiBQcm9taXNlPE5lc3RlZEFycmF5PiB7XG4gICAgY29uc3QgZGF0YSA9IGF3YWl0IHRoaXMuZGF0YSgpO1xuICAgIGxldCBhdCA9IDA7XG4gICAgY29uc3QgYnVpbGQgPSAoYXhpczogbnVtYmVyKTogTmVzdGVkQXJyYXkgPT4ge1xuICAgICAgaWYgKGF4aXMgPT09IHRoaXMucmFuaykgcmV0dXJuIHRoaXMuZHR5cGUgPT09ICdib29sJyA/IGRhdGFbYXQrK10gIT09IDAgOiBkYXRhW2F0KytdO1xuICAgICAgcmV0dXJuIEFycmF5LmZyb20oeyBsZW5ndGg6IHRoaXMuc2hhcGVbYXhpc10gfSwgKCkgPT4gYnVpbGQoYXhpcyArIDEpKTtcbiAgICB9O1xuICAgIHJldHVybiBidWlsZCgwKTtcbiAgfVxuXG4gIC8qKiBGcmVlcyB0aGUgZGV2aWNlIG1lbW9yeSBub3c7IHRoZSB0ZW5zb3IgbXVzdCBub3QgYmUgdXNlZCBhZ2Fpbi4gKi9cbiAgZGlzcG9zZSgpOiB2b2lkIHtcbiAgICBob29rcy5kaXNwb3NlKHRoaXMpO1xuICB9XG5cbiAgW1N5bWJvbC5kaXNwb3NlXSgpOiB2b2lkIHtcbiAgICB0aGlzLmRpc3Bvc2UoKTtcbiAgfVxuXG4gIC8qKiBgZjMyWzIsIDNdYCwgd2l0aCB0aGUgbGFiZWwgaWYgdGhlcmUgaXMgb25lLiAqL1xuICB0b1N0cmluZygpOiBzdHJpbmcge1xuICAgIHJldHVybiBgJHt0aGlzLmxhYmVsID8gYCR7dGhpcy5sYWJlbH06IGAgOiAnJ30ke3RoaXMuZHR5cGV9JHtmb3JtYXRTaGFwZSh0aGlzLnNoYXBlKX1gO1xuICB9XG59XG4iLCAiLy8gSW5kZXggYXJpdGhtZXRpYy4gQW4gaW5kZXggaXMgYSBsaW5lYXIgZm9ybSAgY29uc3RhbnQgKyBzdW0gY29lZmZpY2llbnQgKiBhdG9tLCAgd2hvc2UgYXRvbXMgYXJlXG4vLyBsb29wIGF4ZXMsIHF1b3RpZW50cyBhbmQgcmVtYWluZGVycyBvZiBvdGhlciBmb3Jtcywgb3IgdmFsdWVzIHJlYWQgZnJvbSBhIHRlbnNvciAoZ2F0aGVyKS4gUmFuZ2VzXG4vLyBvZiBhdG9tcyBhcmUga25vd24sIHNvIG1vc3QgZGl2aXNpb25zIHRoYXQgcmVzaGFwZXMgYnJpbmcgaW4gY2FuY2VsIGF0IG9uY2U6XG4vLyAoOCBpICsgaikgLyA4ID0gaSB3aGVuIDAgPD0gaiA8IDguIEZvcm1zIGFuZCBhdG9tcyBhcmUgaW50ZXJuZWQ6IGVxdWFsIG9uZXMgYXJlIHRoZSBzYW1lIG9iamVjdC5cbmltcG9ydCB0eXBlIHsgRXhwciB9IGZyb20gJy4vaXIudHMnO1xuXG4vKiogQSBmYWN0b3Igb2YgYW4gaW5kZXg6IGEgbG9vcCBheGlzLCBmbG9vcihhcmcgLyBieSksIGFyZyBtb2QgYnksIG9yIGEgdmFsdWUgZnJvbSBhIHRlbnNvci4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgQXRvbSB7XG4gIHJlYWRvbmx5IGlkOiBudW1iZXI7XG4gIHJlYWRvbmx5IGtpbmQ6ICdheGlzJyB8ICdkaXYnIHwgJ21vZCcgfCAnZGF0YSc7XG4gIHJlYWRvbmx5IG1pbjogbnVtYmVyO1xuICByZWFkb25seSBtYXg6IG51bWJlcjtcbiAgLyoqIExvb3AgYXhpcyBuYW1lLCBlLmcuICdpMCcgKG91dHB1dCkgb3IgJ3IxJyAocmVkdWN0aW9uKS4gKi9cbiAgcmVhZG9ubHkgYXhpcz86IHN0cmluZztcbiAgcmVhZG9ubHkgYXJnPzogSW5kZXg7XG4gIHJlYWRvbmx5IGJ5PzogbnVtYmVyO1xuICAvKiogQW4gaTMyIGV4cHJlc3Npb24sIGZvciAnZGF0YScuICovXG4gIHJlYWRvbmx5IGV4cHI/OiBFeHByO1xufVxuXG4vKiogY29uc3RhbnQgKyBzdW0gb2YgY29lZmZpY2llbnQgKiBhdG9tLCB0ZXJtcyBzb3J0ZWQgYnkgYXRvbSBpZCwgbm8gemVybyBjb2VmZmljaWVudHMuICovXG5leHBvcnQgaW50ZXJmYWNlIEluZGV4IHtcbiAgcmVhZG9ubHkgaWQ6IG51bWJlcjtcbiAgcmVhZG9ubHkgY29uc3RhbnQ6IG51bWJlcjtcbiAgcmVhZG9ubHkgdGVybXM6IHJlYWRvbmx5IHsgcmVhZG9ubHkgY29lZmZpY2llbnQ6IG51bWJlcjsgcmVhZG9ubHkgYXRvbTogQXRvbSB9W107XG4gIHJlYWRvbmx5IG1pbjogbnVtYmVyO1xuICByZWFkb25seSBtYXg6IG51bWJlcjtcbn1cblxubGV0IGF0b21zID0gbmV3IE1hcDxzdHJpbmcsIEF0b20+KCk7XG5sZXQgZm9ybXMgPSBuZXcgTWFwPHN0cmluZywgSW5kZXg+KCk7XG5sZXQgbmV4dElkID0gMTtcblxuLyoqIEZvcmdldCBpbnRlcm5lZCBmb3JtcyAoYmV0d2VlbiBrZXJuZWxzLCBzbyB0aGF0IHRoZSB0YWJsZXMgc3RheSBzbWFsbCkuICovXG5leHBvcnQgZnVuY3Rpb24gcmVzZXRJbmRpY2VzKCk6IHZvaWQge1xuICBhdG9tcyA9IG5ldyBNYXAoKTtcbiAgZm9ybXMgPSBuZXcgTWFwKCk7XG59XG5cbmZ1bmN0aW9uIGF0b20oa2V5OiBzdHJpbmcsIG1ha2U6ICgpID0+IE9taXQ8QXRvbSwgJ2lkJz4pOiBBdG9tIHtcbiAgY29uc3QgZm91bmQgPSBhdG9tcy5nZXQoa2V5KTtcbiAgaWYgKGZvdW5kKSByZXR1cm4gZm91bmQ7XG4gIGNvbnN0IGEgPSB7IGlkOiBuZXh0SWQrKywgLi4ubWFrZSgpIH07XG4gIGF0b21zLnNldChrZXksIGEpO1xuICByZXR1cm4gYTtcbn1cblxuZnVuY3Rpb24gZm9ybShjb25zdGFudDogbnVtYmVyLCB0ZXJtczogeyBjb2VmZmljaWVudDogbnVtYmVyOyBhdG9tOiBBdG9tIH1bXSk6IEluZGV4IHtcbiAgdGVybXMuc29ydCgoYSwgYikgPT4gYS5hdG9tLmlkIC0gYi5hdG9tLmlkKTtcbiAgY29uc3Qga2V5ID0gYCR7Y29uc3RhbnR9JHt0ZXJtcy5tYXAoKHQpID0+IGAsJHt0LmNvZWZmaWNpZW50fSoke3QuYXRvbS5pZH1gKS5qb2luKCcnKX1gO1xuICBjb25zdCBmb3VuZCA9IGZvcm1zLmdldChrZXkpO1xuICBpZiAoZm91bmQpIHJldHVybiBmb3VuZDtcbiAgbGV0IG1pbiA9IGNvbnN0YW50O1xuICBsZXQgbWF4ID0gY29uc3RhbnQ7XG4gIGZvciAoY29uc3QgeyBjb2VmZmljaWVudDogYywgYXRvbTogYSB9IG9mIHRlcm1zKSB7XG4gICAgbWluICs9IGMgPiAwID8gYyAqIGEubWluIDogYyAqIGEubWF4O1xuICAgIG1heCArPSBjID4gMCA/IGMgKiBhLm1heCA6IGMgKiBhLm1pbjtcbiAgfVxuICBjb25zdCBpeCA9IHsgaWQ6IG5leHRJZCsrLCBjb25zdGFudCwgdGVybXMsIG1pbiwgbWF4IH07XG4gIGZvcm1zLnNldChrZXksIGl4KTtcbiAgcmV0dXJuIGl4O1xufVxuXG4vKiogVGhlIGNvbnN0YW50IGluZGV4IGBuYC4gKi9cbmV4cG9ydCBjb25zdCBjb25zdGFudCA9IChuOiBudW1iZXIpOiBJbmRleCA9PiBmb3JtKG4sIFtdKTtcblxuY29uc3Qgb2ZBdG9tID0gKGE6IEF0b20pOiBJbmRleCA9PlxuICBhLm1pbiA9PT0gYS5tYXggPyBjb25zdGFudChhLm1pbikgOiBmb3JtKDAsIFt7IGNvZWZmaWNpZW50OiAxLCBhdG9tOiBhIH1dKTtcblxuLyoqIFRoZSBsb29wIGF4aXMgYG5hbWVgLCBydW5uaW5nIG92ZXIgMC4uc2l6ZS0xLiAqL1xuZXhwb3J0IGNvbnN0IGF4aXMgPSAobmFtZTogc3RyaW5nLCBzaXplOiBudW1iZXIpOiBJbmRleCA9PlxuICBvZkF0b20oXG4gICAgYXRvbShgYXhpcyAke25hbWV9ICR7c2l6ZX1gLCAoKSA9PiAoe1xuICAgICAga2luZDogJ2F4aXMnLFxuICAgICAgYXhpczogbmFtZSxcbiAgICAgIG1pbjogMCxcbiAgICAgIG1heDogTWF0aC5tYXgoc2l6ZSAtIDEsIDApLFxuICAgIH0pKSxcbiAgKTtcblxuLyoqIEFuIGluZGV4IHJlYWQgZnJvbSBhIHRlbnNvcjsgdGhlIGV4cHJlc3Npb24gbXVzdCBsaWUgaW4gMC4uc2l6ZS0xLiAqL1xuZXhwb3J0IGNvbnN0IGZyb21EYXRhID0gKGV4cHI6IEV4cHIsIHNpemU6IG51bWJlcik6IEluZGV4ID0+XG4gIG9mQXRvbShcbiAgICBhdG9tKGBkYXRhICR7ZXhwci5pZH0gJHtzaXplfWAsICgpID0+ICh7XG4gICAgICBraW5kOiAnZGF0YScsXG4gICAgICBleHByLFxuICAgICAgbWluOiAwLFxuICAgICAgbWF4OiBNYXRoLm1heChzaXplIC0gMSwgMCksXG4gICAgfSkpLFxuICApO1xuXG4vLyBUaGUgcXVvdGllbnQgdGhhdCBpcyBhbGwgb2YgYSBmb3JtLlxuY29uc3Qgc29sZVF1b3RpZW50ID0gKHg6IEluZGV4KTogQXRvbSB8IHVuZGVmaW5lZCA9PiB7XG4gIGNvbnN0IFt0XSA9IHgudGVybXM7XG4gIGNvbnN0IHNvbGUgPSB4LnRlcm1zLmxlbmd0aCA9PT0gMSAmJiB4LmNvbnN0YW50ID09PSAwICYmIHQuY29lZmZpY2llbnQgPT09IDE7XG4gIHJldHVybiBzb2xlICYmIHQuYXRvbS5raW5kID09PSAnZGl2JyA/IHQuYXRvbSA6IHVuZGVmaW5lZDtcbn07XG5cbi8vIGMqZCpmbG9vcih4L2QpICsgYyooeCBtb2QgZCkgPSBjKng6IHVuZG9lcyBhIHJlc2hhcGUgdGhhdCB3YXMgaXRzZWxmIHJlc2hhcGVkIGF3YXkuIFdoZXJlIHggaXMgaXRzZWxmXG4vLyBhIHF1b3RpZW50IHkvYSwgZmxvb3IoeC9kKSBzdGFuZHMgYXMgZmxvb3IoeS8oYSpkKSkuXG5mdW5jdGlvbiByZWNvbWJpbmUodGVybXM6IE1hcDxBdG9tLCBudW1iZXI+KTogSW5kZXggfCB1bmRlZmluZWQge1xuICBmb3IgKGNvbnN0IFttLCBjXSBvZiB0ZXJtcykge1xuICAgIGlmIChtLmtpbmQgIT09ICdtb2QnKSBjb250aW51ZTtcbiAgICBjb25zdCBieSA9IG0uYnkgYXMgbnVtYmVyO1xuICAgIGNvbnN0IGlubmVyID0gc29sZVF1b3RpZW50KG0uYXJnIGFzIEluZGV4KTtcbiAgICBmb3IgKGNvbnN0IFtxLCBlXSBvZiB0ZXJtcykge1xuICAgICAgaWYgKHEua2luZCAhPT0gJ2RpdicgfHwgZSAhPT0gYyAqIGJ5KSBjb250aW51ZTtcbiAgICAgIGNvbnN0IGRpcmVjdCA9IHEuYXJnID09PSBtLmFyZyAmJiBxLmJ5ID09PSBieTtcbiAgICAgIGlmIChkaXJlY3QgfHwgKGlubmVyICYmIHEuYXJnID09PSBpbm5lci5hcmcgJiYgcS5ieSA9PT0gKGlubmVyLmJ5IGFzIG51bWJlcikgKiBieSkpIHtcbiAgICAgICAgdGVybXMuZGVsZXRlKG0pO1xuICAgICAgICB0ZXJtcy5kZWxldGUocSk7XG4gICAgICAgIHJldHVybiBzY2FsZShtLmFyZyBhcyBJbmRleCwgYyk7XG4gICAgICB9XG4gICAgfVxuICB9XG4gIHJldHVybiB1bmRlZmluZWQ7XG59XG5cbi8qKiBTdW0gb2YgaW5kaWNlcyBhbmQgbnVtYmVycy4gKi9cbmV4cG9ydCBmdW5jdGlvbiBhZGQoLi4ucGFydHM6IChJbmRleCB8IG51bWJlcilbXSk6IEluZGV4IHtcbiAgbGV0IGsgPSAwO1xuICBjb25zdCB0ZXJtcyA9IG5ldyBNYXA8QXRvbSwgbnVtYmVyPigpO1xuICBmb3IgKGNvbnN0IHAgb2YgcGFydHMpIHtcbiAgICBpZiAodHlwZW9mIHAgPT09ICdudW1iZXInKSB7XG4gICAgICBrICs9IHA7XG4gICAgICBjb250aW51ZTtcbiAgICB9XG4gICAgayArPSBwLmNvbnN0YW50O1xuICAgIGZvciAoY29uc3QgdCBvZiBwLnRlcm1zKSB0ZXJtcy5zZXQodC5hdG9tLCAodGVybXMuZ2V0KHQuYXRvbSkgPz8gMCkgKyB0LmNvZWZmaWNpZW50KTtcbiAgfVxuICBmb3IgKGNvbnN0IFthLCBjXSBvZiB0ZXJtcykgaWYgKGMgPT09IDApIHRlcm1zLmRlbGV0ZShhKTtcbiAgY29uc3Qgd2hvbGUgPSByZWNvbWJpbmUodGVybXMpO1xuICBjb25zdCByZXN0ID0gZm9ybShcbiAgICBrLFxuICAgIFsuLi50ZXJtc10ubWFwKChbYSwgY10pID0+ICh7IGNvZWZmaWNpZW50OiBjLCBhdG9tOiBhIH0pKSxcbiAgKTtcbiAgcmV0dXJuIHdob2xlID8gYWRkKHdob2xlLCByZXN0KSA6IHJlc3Q7XG59XG5cbi8qKiBgeCAqIGNgIGZvciBhIGNvbnN0YW50IGBjYC4gKi9cbmV4cG9ydCBjb25zdCBzY2FsZSA9ICh4OiBJbmRleCwgYzogbnVtYmVyKTogSW5kZXggPT5cbiAgYyA9PT0gMFxuICAgID8gY29uc3RhbnQoMClcbiAgICA6IGZvcm0oXG4gICAgICAgIHguY29uc3RhbnQgKiBjLFxuICAgICAgICB4LnRlcm1zLm1hcCgodCkgPT4gKHsgY29lZmZpY2llbnQ6IHQuY29lZmZpY2llbnQgKiBjLCBhdG9tOiB0LmF0b20gfSkpLFxuICAgICAgKTtcblxuLyoqIGBhIC0gYmAuICovXG5leHBvcnQgY29uc3Qgc3ViID0gKGE6IEluZGV4LCBiOiBJbmRleCB8IG51bWJlcik6IEluZGV4ID0+XG4gIGFkZChhLCB0eXBlb2YgYiA9PT0gJ251bWJlcicgPyAtYiA6IHNjYWxlKGIsIC0xKSk7XG5cbmNvbnN0IGdjZCA9IChhOiBudW1iZXIsIGI6IG51bWJlcik6IG51bWJlciA9PiAoYiA9PT0gMCA/IE1hdGguYWJzKGEpIDogZ2NkKGIsIGEgJSBiKSk7XG5jb25zdCBtb2QxID0gKGE6IG51bWJlciwgZDogbnVtYmVyKTogbnVtYmVyID0+ICgoYSAlIGQpICsgZCkgJSBkO1xuXG4vLyB4ID0gZCAqIHF1b3RpZW50ICsgcmVzdCwgd2l0aCBldmVyeSBjb2VmZmljaWVudCBhbmQgdGhlIGNvbnN0YW50IG9mIGByZXN0YCBpbiAwLi5kLTEuXG5mdW5jdGlvbiBzcGxpdEJ5KHg6IEluZGV4LCBkOiBudW1iZXIpOiB7IHF1b3RpZW50OiBJbmRleDsgcmVzdDogSW5kZXggfSB7XG4gIGNvbnN0IHE6IHsgY29lZmZpY2llbnQ6IG51bWJlcjsgYXRvbTogQXRvbSB9W10gPSBbXTtcbiAgY29uc3QgcjogeyBjb2VmZmljaWVudDogbnVtYmVyOyBhdG9tOiBBdG9tIH1bXSA9IFtdO1xuICBmb3IgKGNvbnN0IHsgY29lZmZpY2llbnQ6IGMsIGF0b206IGEgfSBvZiB4LnRlcm1zKSB7XG4gICAgaWYgKGMgJSBkID09PSAwKSBxLnB1c2goeyBjb2VmZmljaWVudDogYyAvIGQsIGF0b206IGEgfSk7XG4gICAgZWxzZSByLnB1c2goeyBjb2VmZmljaWVudDogYywgYXRvbTogYSB9KTtcbiAgfVxuICBjb25zdCBrID0gbW9kMSh4LmNvbnN0YW50LCBkKTtcbiAgLy8ga2VlcCBhIGNvbnN0YW50IHRoYXQgbWFrZXMgYSBuZWdhdGl2ZSByZW1haW5kZXIgcmFuZ2Ugbm9uLW5lZ2F0aXZlIChyZXZlcnNlZCBheGVzKVxuICBjb25zdCBsb3cgPSBmb3JtKGssIFsuLi5yXSk7XG4gIGlmIChsb3cubWluIDwgMCAmJiBsb3cubWF4IC0gbG93Lm1pbiA8IGQgJiYgZm9ybSh4LmNvbnN0YW50LCBbLi4ucl0pLm1pbiA+PSAwKSB7XG4gICAgY29uc3QgZnVsbCA9IGZvcm0oeC5jb25zdGFudCwgWy4uLnJdKTtcbiAgICBjb25zdCBzaGlmdCA9IE1hdGguZmxvb3IoZnVsbC5taW4gLyBkKSAqIGQ7XG4gICAgcmV0dXJuIHtcbiAgICAgIHF1b3RpZW50OiBmb3JtKHNoaWZ0IC8gZCwgcSksXG4gICAgICByZXN0OiBmb3JtKHguY29uc3RhbnQgLSBzaGlmdCwgciksXG4gICAgfTtcbiAgfVxuICByZXR1cm4geyBxdW90aWVudDogZm9ybSgoeC5jb25zdGFudCAtIGspIC8gZCwgcSksIHJlc3Q6IGxvdyB9O1xufVxuXG4vLyByZXN0ID0gZyAqIGhpZ2ggKyBsb3cgd2l0aCAwIDw9IGxvdyA8IGcgYW5kIGcgYSBkaXZpc29yIG9mIGQsIHNvIHRoYXQgbG93IGRvZXMgbm90IHJlYWNoIHRoZSBxdW90aWVudFxuLy8gYnkgZDogZmxvb3IoKDMyIGkgKyBqKSAvIDY0KSA9IGZsb29yKGkgLyAyKSBmb3IgMCA8PSBqIDwgMzIuIFVuZGVmaW5lZCBpZiB0aGVyZSBpcyBubyBzdWNoIHNwbGl0LlxuZnVuY3Rpb24gc3BsaXRMb3cocmVzdDogSW5kZXgsIGQ6IG51bWJlcik6IHsgaGlnaDogSW5kZXg7IGxvdzogSW5kZXg7IGc6IG51bWJlciB9IHwgdW5kZWZpbmVkIHtcbiAgY29uc3QgY2FuZGlkYXRlcyA9IHJlc3QudGVybXMubWFwKCh0KSA9PiBnY2QoZCwgdC5jb2VmZmljaWVudCkpLnNvcnQoKGEsIGIpID0+IGIgLSBhKTtcbiAgZm9yIChjb25zdCBnIG9mIGNhbmRpZGF0ZXMpIHtcbiAgICBpZiAoZyA9PT0gMSkgYnJlYWs7XG4gICAgY29uc3QgaGlnaCA9IHJlc3QudGVybXMuZmlsdGVyKCh0KSA9PiB0LmNvZWZmaWNpZW50ICUgZyA9PT0gMCk7XG4gICAgY29uc3QgY29uc3RhbnRMb3cgPSBtb2QxKHJlc3QuY29uc3RhbnQsIGcpO1xuICAgIGNvbnN0IGxvdyA9IGZvcm0oXG4gICAgICBjb25zdGFudExvdyxcbiAgICAgIHJlc3QudGVybXMuZmlsdGVyKCh0KSA9PiB0LmNvZWZmaWNpZW50ICUgZyAhPT0gMCksXG4gICAgKTtcbiAgICBpZiAobG93Lm1pbiA8IDAgfHwgbG93Lm1heCA+PSBnKSBjb250aW51ZTtcbiAgICBjb25zdCBzY2FsZWQgPSBoaWdoLm1hcCgodCkgPT4gKHsgY29lZmZpY2llbnQ6IHQuY29lZmZpY2llbnQgLyBnLCBhdG9tOiB0LmF0b20gfSkpO1xuICAgIHJldHVybiB7IGhpZ2g6IGZvcm0oKHJlc3QuY29uc3RhbnQgLSBjb25zdGFudExvdykgLyBnLCBzY2FsZWQpLCBsb3csIGcgfTtcbiAgfVxuICByZXR1cm4gdW5kZWZpbmVkO1xufVxuXG4vKiogZmxvb3IoeCAvIGQpIGZvciBhIHBvc2l0aXZlIGNvbnN0YW50IGBkYC4gKi9cbmV4cG9ydCBmdW5jdGlvbiBkaXYoeDogSW5kZXgsIGQ6IG51bWJlcik6IEluZGV4IHtcbiAgaWYgKGQgPT09IDEpIHJldHVybiB4O1xuICBjb25zdCB7IHF1b3RpZW50LCByZXN0IH0gPSBzcGxpdEJ5KHgsIGQpO1xuICBpZiAocmVzdC5taW4gPj0gMCAmJiByZXN0Lm1heCA8IGQpIHJldHVybiBxdW90aWVudDtcbiAgY29uc3Qgc3BsaXQgPSBzcGxpdExvdyhyZXN0LCBkKTtcbiAgaWYgKHNwbGl0KSByZXR1cm4gYWRkKHF1b3RpZW50LCBkaXYoc3BsaXQuaGlnaCwgZCAvIHNwbGl0LmcpKTtcbiAgY29uc3Qgb25seSA9IHJlc3QudGVybXMubGVuZ3RoID09PSAxICYmIHJlc3QuY29uc3RhbnQgPT09IDAgPyByZXN0LnRlcm1zWzBdIDogdW5kZWZpbmVkO1xuICBpZiAob25seSAmJiBvbmx5LmNvZWZmaWNpZW50ID09PSAxICYmIG9ubHkuYXRvbS5raW5kID09PSAnZGl2Jykge1xuICAgIHJldHVybiBhZGQocXVvdGllbnQsIGRpdihvbmx5LmF0b20uYXJnIGFzIEluZGV4LCAob25seS5hdG9tLmJ5IGFzIG51bWJlcikgKiBkKSk7XG4gIH1cbiAgY29uc3QgYSA9IGF0b20oYGRpdiAke3Jlc3QuaWR9ICR7ZH1gLCAoKSA9PiAoe1xuICAgIGtpbmQ6ICdkaXYnLFxuICAgIGFyZzogcmVzdCxcbiAgICBieTogZCxcbiAgICBtaW46IE1hdGguZmxvb3IocmVzdC5taW4gLyBkKSxcbiAgICBtYXg6IE1hdGguZmxvb3IocmVzdC5tYXggLyBkKSxcbiAgfSkpO1xuICByZXR1cm4gYWRkKHF1b3RpZW50LCBvZkF0b20oYSkpO1xufVxuXG4vKiogeCBtb2QgZCAobmV2ZXIgbmVnYXRpdmUpIGZvciBhIHBvc2l0aXZlIGNvbnN0YW50IGBkYC4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtb2QoeDogSW5kZXgsIGQ6IG51bWJlcik6IEluZGV4IHtcbiAgaWYgKGQgPT09IDEpIHJldHVybiBjb25zdGFudCgwKTtcbiAgY29uc3QgeyByZXN0IH0gPSBzcGxpdEJ5KHgsIGQpO1xuICBpZiAocmVzdC5taW4gPj0gMCAmJiByZXN0Lm1heCA8IGQpIHJldHVybiByZXN0O1xuICBjb25zdCBzcGxpdCA9IHNwbGl0TG93KHJlc3QsIGQpO1xuICBpZiAoc3BsaXQpIHJldHVybiBhZGQoc2NhbGUobW9kKHNwbGl0LmhpZ2gsIGQgLyBzcGxpdC5nKSwgc3BsaXQuZyksIHNwbGl0Lmxvdyk7XG4gIGNvbnN0IG9ubHkgPSByZXN0LnRlcm1zLmxlbmd0aCA9PT0gMSAmJiByZXN0LmNvbnN0YW50ID09PSAwID8gcmVzdC50ZXJtc1swXSA6IHVuZGVmaW5lZDtcbiAgaWYgKG9ubHkgJiYgb25seS5jb2VmZmljaWVudCA9PT0gMSAmJiBvbmx5LmF0b20ua2luZCA9PT0gJ21vZCcpIHtcbiAgICBpZiAoKG9ubHkuYXRvbS5ieSBhcyBudW1iZXIpICUgZCA9PT0gMCkgcmV0dXJuIG1vZChvbmx5LmF0b20uYXJnIGFzIEluZGV4LCBkKTtcbiAgfVxuICBjb25zdCBhID0gYXRvbShgbW9kICR7cmVzdC5pZH0gJHtkfWAsICgpID0+ICh7XG4gICAga2luZDogJ21vZCcsXG4gICAgYXJnOiByZXN0LFxuICAgIGJ5OiBkLFxuICAgIG1pbjogMCxcbiAgICBtYXg6IGQgLSAxLFxuICB9KSk7XG4gIHJldHVybiBvZkF0b20oYSk7XG59XG5cbi8qKiBSb3ctbWFqb3IgZmxhdCBpbmRleCBvZiBhIG11bHRpLWluZGV4LiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGZsYXR0ZW4oaW5kZXg6IHJlYWRvbmx5IEluZGV4W10sIHNoYXBlOiByZWFkb25seSBudW1iZXJbXSk6IEluZGV4IHtcbiAgbGV0IHN0cmlkZSA9IDE7XG4gIGNvbnN0IHBhcnRzOiBJbmRleFtdID0gW107XG4gIGZvciAobGV0IGkgPSBzaGFwZS5sZW5ndGggLSAxOyBpID49IDA7IGktLSkge1xuICAgIHBhcnRzLnB1c2goc2NhbGUoaW5kZXhbaV0sIHN0cmlkZSkpO1xuICAgIHN0cmlkZSAqPSBzaGFwZVtpXTtcbiAgfVxuICByZXR1cm4gcGFydHMubGVuZ3RoID09PSAwID8gY29uc3RhbnQoMCkgOiBhZGQoLi4ucGFydHMpO1xufVxuXG4vKiogTXVsdGktaW5kZXggb2YgYSByb3ctbWFqb3IgZmxhdCBpbmRleC4gKi9cbmV4cG9ydCBmdW5jdGlvbiB1bmZsYXR0ZW4oZmxhdDogSW5kZXgsIHNoYXBlOiByZWFkb25seSBudW1iZXJbXSk6IEluZGV4W10ge1xuICBjb25zdCBvdXQgPSBuZXcgQXJyYXk8SW5kZXg+KHNoYXBlLmxlbmd0aCk7XG4gIGxldCBzdHJpZGUgPSAxO1xuICBmb3IgKGxldCBpID0gc2hhcGUubGVuZ3RoIC0gMTsgaSA+PSAwOyBpLS0pIHtcbiAgICBjb25zdCBxID0gZGl2KGZsYXQsIHN0cmlkZSk7XG4gICAgLy8gdGhlIG91dGVybW9zdCBxdW90aWVudCBpcyBhbHJlYWR5IGluIHJhbmdlXG4gICAgb3V0W2ldID0gc2hhcGVbaV0gPT09IDEgPyBjb25zdGFudCgwKSA6IGkgPT09IDAgPyBxIDogbW9kKHEsIHNoYXBlW2ldKTtcbiAgICBzdHJpZGUgKj0gTWF0aC5tYXgoc2hhcGVbaV0sIDEpO1xuICB9XG4gIHJldHVybiBvdXQ7XG59XG4iLCAiLy8gU2NhbGFyIGV4cHJlc3Npb25zOiB0aGUgdm9jYWJ1bGFyeSBpbiB3aGljaCBhbiBvcGVyYXRpb24gc2F5cyB3aGF0IG9uZSBvdXRwdXQgZWxlbWVudCBpcy4gTG9hZHNcbi8vIG5hbWUgYSBidWZmZXIgYW5kIGFuIGluZGV4IGZvcm07IGV2ZXJ5dGhpbmcgZWxzZSBpcyBhcml0aG1ldGljLiBFeHByZXNzaW9ucyBhcmUgaW50ZXJuZWQsIHNvIGVxdWFsXG4vLyBzdWJleHByZXNzaW9ucyBhcmUgb25lIG9iamVjdCBhbmQgYSBnZW5lcmF0b3IgdGhhdCBlbWl0cyBlYWNoIG9iamVjdCBvbmNlIGdldHMgY29tbW9uXG4vLyBzdWJleHByZXNzaW9ucyBmb3IgZnJlZS4gT25lIGNvZGUgZ2VuZXJhdG9yIHBlciB0YXJnZXQgdHVybnMgdGhlbSBpbnRvIFdBU00sIFdHU0wgb3IgSmF2YVNjcmlwdC5cbmltcG9ydCB0eXBlIHsgU2NhbGFyVHlwZSB9IGZyb20gJy4vZHR5cGUudHMnO1xuaW1wb3J0IHsgdHlwZSBJbmRleCwgcmVzZXRJbmRpY2VzIH0gZnJvbSAnLi9pbmRleC1leHByLnRzJztcblxuLyoqIEZ1bmN0aW9ucyBvZiBvbmUgYXJndW1lbnQuIGByb3VuZGAgaXMgdG8gbmVhcmVzdCBldmVuOyBgbm90YCBpcyBmb3IgYm9vbCwgYGJpdE5vdGAgZm9yIGludGVnZXJzLiAqL1xuZXhwb3J0IHR5cGUgVW5hcnlPcCA9XG4gIHwgJ25lZydcbiAgfCAnYWJzJ1xuICB8ICdleHAnXG4gIHwgJ2xvZydcbiAgfCAnbG9nMXAnXG4gIHwgJ2V4cG0xJ1xuICB8ICdzcXJ0J1xuICB8ICdyc3FydCdcbiAgfCAnc2luJ1xuICB8ICdjb3MnXG4gIHwgJ3RhbidcbiAgfCAnYXNpbidcbiAgfCAnYWNvcydcbiAgfCAnYXRhbidcbiAgfCAnc2luaCdcbiAgfCAnY29zaCdcbiAgfCAndGFuaCdcbiAgfCAnZXJmJ1xuICB8ICdmbG9vcidcbiAgfCAnY2VpbCdcbiAgfCAncm91bmQnXG4gIHwgJ3RydW5jJ1xuICB8ICdub3QnXG4gIHwgJ2JpdE5vdCc7XG5cbi8qKlxuICogRnVuY3Rpb25zIG9mIHR3byBhcmd1bWVudHMgb2YgdGhlIHNhbWUgdHlwZS4gYGRpdmAgb24gaW50ZWdlcnMgdHJ1bmNhdGVzOyBgcmVtYCBoYXMgdGhlIHNpZ24gb2YgdGhlXG4gKiBkaXZpZGVuZCAoYXMgQydzIGZtb2QpOyBgbWluYC9gbWF4YCBwcm9wYWdhdGUgTmFOOyBzaGlmdHMgdGFrZSB1MzIgb3IgaTMyIChsb2dpY2FsIG9uIHUzMik7XG4gKiBjb21wYXJpc29ucyBnaXZlIGJvb2wgYW5kIGFyZSBmYWxzZSBvbiBOYU4gKGBuZWAgdHJ1ZSk7IGBhbmRgL2BvcmAvYHhvcmAgd29yayBvbiBib29sIGFuZCBpbnRlZ2Vycy5cbiAqL1xuZXhwb3J0IHR5cGUgQmluYXJ5T3AgPVxuICB8ICdhZGQnXG4gIHwgJ3N1YidcbiAgfCAnbXVsJ1xuICB8ICdkaXYnXG4gIHwgJ3JlbSdcbiAgfCAncG93J1xuICB8ICdtaW4nXG4gIHwgJ21heCdcbiAgfCAnYXRhbjInXG4gIHwgJ2FuZCdcbiAgfCAnb3InXG4gIHwgJ3hvcidcbiAgfCAnc2hsJ1xuICB8ICdzaHInXG4gIHwgJ2VxJ1xuICB8ICduZSdcbiAgfCAnbHQnXG4gIHwgJ2xlJztcblxuLyoqIEFzc29jaWF0aXZlIG9wZXJhdGlvbnMgb2YgcmVkdWN0aW9ucy4gYGFyZ21heGAvYGFyZ21pbmAgZ2l2ZSB0aGUgZmlyc3QgZmxhdCByZWR1Y3Rpb24gaW5kZXggKGkzMikuICovXG5leHBvcnQgdHlwZSBSZWR1Y2VPcCA9ICdzdW0nIHwgJ3Byb2QnIHwgJ21heCcgfCAnbWluJyB8ICdhcmdtYXgnIHwgJ2FyZ21pbicgfCAnYW55JyB8ICdhbGwnO1xuXG4vKiogT25lIG5vZGUgb2YgYSBzY2FsYXIgZXhwcmVzc2lvbi4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgRXhwciB7XG4gIHJlYWRvbmx5IGlkOiBudW1iZXI7XG4gIHJlYWRvbmx5IGtpbmQ6XG4gICAgfCAnY29uc3QnXG4gICAgfCAnaW5kZXgnXG4gICAgfCAnbG9hZCdcbiAgICB8ICdhY2MnXG4gICAgfCAndW5hcnknXG4gICAgfCAnYmluYXJ5J1xuICAgIHwgJ3NlbGVjdCdcbiAgICB8ICdjYXN0J1xuICAgIHwgJ2JpdGNhc3QnO1xuICByZWFkb25seSB0eXBlOiBTY2FsYXJUeXBlO1xuICByZWFkb25seSBhcmdzOiByZWFkb25seSBFeHByW107XG4gIHJlYWRvbmx5IG9wPzogVW5hcnlPcCB8IEJpbmFyeU9wO1xuICAvKiogRm9yICdjb25zdCcgKE5hTiBhbmQgaW5maW5pdGllcyBhbGxvd2VkOyBib29sOiAwIG9yIDEpLiAqL1xuICByZWFkb25seSB2YWx1ZT86IG51bWJlcjtcbiAgLyoqIEZvciAnbG9hZCc6IG51bWJlciBvZiB0aGUga2VybmVsJ3MgaW5wdXQgYnVmZmVyLiBGb3IgJ2FjYyc6IG51bWJlciBvZiB0aGUgcmVkdWN0aW9uLiAqL1xuICByZWFkb25seSBidWZmZXI/OiBudW1iZXI7XG4gIC8qKiBGb3IgJ2xvYWQnIChmbGF0IGVsZW1lbnQgaW5kZXgsIGFsd2F5cyBpbnNpZGUgdGhlIGJ1ZmZlciB1bmxlc3MgYGd1YXJkYCBpcyBmYWxzZSkgYW5kICdpbmRleCcuICovXG4gIHJlYWRvbmx5IGF0PzogSW5kZXg7XG4gIC8qKiBGb3IgJ2xvYWQnOiB3aGVyZSB0aGlzIGJvb2wgaXMgZmFsc2UgdGhlIHJlc3VsdCBpcyBgYXJnc1sxXWAgYW5kIG1lbW9yeSBpcyBub3QgcmVhZC4gKi9cbiAgcmVhZG9ubHkgZ3VhcmQ/OiBFeHByO1xufVxuXG5sZXQgdGFibGUgPSBuZXcgTWFwPHN0cmluZywgRXhwcj4oKTtcbmxldCBuZXh0SWQgPSAxO1xuXG4vKiogRm9yZ2V0IGludGVybmVkIGV4cHJlc3Npb25zIGFuZCBpbmRpY2VzOyB0aGUgY29tcGlsZXIgY2FsbHMgdGhpcyBiZWZvcmUgZWFjaCBrZXJuZWwuICovXG5leHBvcnQgZnVuY3Rpb24gcmVzZXRFeHByZXNzaW9ucygpOiB2b2lkIHtcbiAgdGFibGUgPSBuZXcgTWFwKCk7XG4gIHJlc2V0SW5kaWNlcygpO1xufVxuXG5mdW5jdGlvbiBpbnRlcm4oa2V5OiBzdHJpbmcsIG1ha2U6ICgpID0+IE9taXQ8RXhwciwgJ2lkJz4pOiBFeHByIHtcbiAgY29uc3QgZm91bmQgPSB0YWJsZS5nZXQoa2V5KTtcbiAgaWYgKGZvdW5kKSByZXR1cm4gZm91bmQ7XG4gIGNvbnN0IGUgPSB7IGlkOiBuZXh0SWQrKywgLi4ubWFrZSgpIH07XG4gIHRhYmxlLnNldChrZXksIGUpO1xuICByZXR1cm4gZTtcbn1cblxuLyoqIEEgY29uc3RhbnQgb2YgYSB0eXBlLiAqL1xuZXhwb3J0IGNvbnN0IGNvbnN0YW50ID0gKHZhbHVlOiBudW1iZXIsIHR5cGU6IFNjYWxhclR5cGUpOiBFeHByID0+XG4gIGludGVybihgY29uc3QgJHtPYmplY3QuaXModmFsdWUsIC0wKSA/ICctMCcgOiB2YWx1ZX0gJHt0eXBlfWAsICgpID0+ICh7XG4gICAga2luZDogJ2NvbnN0JyxcbiAgICB0eXBlLFxuICAgIGFyZ3M6IFtdLFxuICAgIHZhbHVlLFxuICB9KSk7XG5cbi8qKiBBbiBpbmRleCBmb3JtIGFzIGFuIGkzMiB2YWx1ZS4gKi9cbmV4cG9ydCBjb25zdCBpbmRleCA9IChhdDogSW5kZXgpOiBFeHByID0+XG4gIGF0LnRlcm1zLmxlbmd0aCA9PT0gMFxuICAgID8gY29uc3RhbnQoYXQuY29uc3RhbnQsICdpMzInKVxuICAgIDogaW50ZXJuKGBpbmRleCAke2F0LmlkfWAsICgpID0+ICh7IGtpbmQ6ICdpbmRleCcsIHR5cGU6ICdpMzInLCBhcmdzOiBbXSwgYXQgfSkpO1xuXG4vKiogRWxlbWVudCBgYXRgIG9mIGlucHV0IGJ1ZmZlciBgYnVmZmVyYC4gV2l0aCBhIGd1YXJkOiBgb3RoZXJ3aXNlYCB3aGVyZSB0aGUgZ3VhcmQgaXMgZmFsc2UuICovXG5leHBvcnQgZnVuY3Rpb24gbG9hZChcbiAgYnVmZmVyOiBudW1iZXIsXG4gIGF0OiBJbmRleCxcbiAgdHlwZTogU2NhbGFyVHlwZSxcbiAgZ3VhcmQ/OiBFeHByLFxuICBvdGhlcndpc2U/OiBFeHByLFxuKTogRXhwciB7XG4gIGlmIChndWFyZCAmJiBndWFyZC5raW5kID09PSAnY29uc3QnKVxuICAgIHJldHVybiBndWFyZC52YWx1ZSA/IGxvYWQoYnVmZmVyLCBhdCwgdHlwZSkgOiAob3RoZXJ3aXNlIGFzIEV4cHIpO1xuICBjb25zdCBhcmdzID0gZ3VhcmQgJiYgb3RoZXJ3aXNlID8gW2d1YXJkLCBvdGhlcndpc2VdIDogW107XG4gIHJldHVybiBpbnRlcm4oYGxvYWQgJHtidWZmZXJ9ICR7YXQuaWR9ICR7dHlwZX0gJHthcmdzLm1hcCgoYSkgPT4gYS5pZCl9YCwgKCkgPT4gKHtcbiAgICBraW5kOiAnbG9hZCcsXG4gICAgdHlwZSxcbiAgICBhcmdzLFxuICAgIGJ1ZmZlcixcbiAgICBhdCxcbiAgICBndWFyZCxcbiAgfSkpO1xufVxuXG4vKiogVGhlIHZhbHVlIG9mIHJlZHVjdGlvbiBgbmAgb2YgdGhlIGtlcm5lbCwgaW4gaXRzIHJlc3VsdHMuICovXG5leHBvcnQgY29uc3QgYWNjID0gKG46IG51bWJlciwgdHlwZTogU2NhbGFyVHlwZSk6IEV4cHIgPT5cbiAgaW50ZXJuKGBhY2MgJHtufSAke3R5cGV9YCwgKCkgPT4gKHsga2luZDogJ2FjYycsIHR5cGUsIGFyZ3M6IFtdLCBidWZmZXI6IG4gfSkpO1xuXG4vKiogYG9wKGEpYC4gKi9cbmV4cG9ydCBjb25zdCB1bmFyeSA9IChvcDogVW5hcnlPcCwgYTogRXhwcik6IEV4cHIgPT5cbiAgaW50ZXJuKGAke29wfSAke2EuaWR9YCwgKCkgPT4gKHsga2luZDogJ3VuYXJ5Jywgb3AsIHR5cGU6IGEudHlwZSwgYXJnczogW2FdIH0pKTtcblxuY29uc3QgY29tcGFyaXNvbnMgPSBuZXcgU2V0PEJpbmFyeU9wPihbJ2VxJywgJ25lJywgJ2x0JywgJ2xlJ10pO1xuXG4vKiogYG9wKGEsIGIpYDsgYm90aCBoYXZlIHRoZSBzYW1lIHR5cGUgKHNoaWZ0czogYW55IGludGVnZXIgYW1vdW50cyBvZiB0aGUgc2FtZSB0eXBlKS4gKi9cbmV4cG9ydCBmdW5jdGlvbiBiaW5hcnkob3A6IEJpbmFyeU9wLCBhOiBFeHByLCBiOiBFeHByKTogRXhwciB7XG4gIGlmIChhLnR5cGUgIT09IGIudHlwZSkgdGhyb3cgbmV3IEVycm9yKGBpci4ke29wfTogdHlwZXMgJHthLnR5cGV9IGFuZCAke2IudHlwZX0gZGlmZmVyYCk7XG4gIGlmIChvcCA9PT0gJ211bCcgJiYgaXNDb25zdChiLCAxKSkgcmV0dXJuIGE7XG4gIGlmIChvcCA9PT0gJ211bCcgJiYgaXNDb25zdChhLCAxKSkgcmV0dXJuIGI7XG4gIGlmIChvcCA9PT0gJ2FuZCcgJiYgYS50eXBlID09PSAnYm9vbCcpIHtcbiAgICBpZiAoaXNDb25zdChhLCAxKSkgcmV0dXJuIGI7XG4gICAgaWYgKGlzQ29uc3QoYiwgMSkpIHJldHVybiBhO1xuICB9XG4gIGlmIChhLnR5cGUgPT09ICdpMzInICYmIGEua2luZCA9PT0gJ2NvbnN0JyAmJiBiLmtpbmQgPT09ICdjb25zdCcpIHtcbiAgICBjb25zdCB4ID0gYS52YWx1ZSBhcyBudW1iZXI7XG4gICAgY29uc3QgeSA9IGIudmFsdWUgYXMgbnVtYmVyO1xuICAgIGlmIChvcCA9PT0gJ2FkZCcpIHJldHVybiBjb25zdGFudCgoeCArIHkpIHwgMCwgJ2kzMicpO1xuICAgIGlmIChvcCA9PT0gJ2x0JykgcmV0dXJuIGNvbnN0YW50KCsoeCA8IHkpLCAnYm9vbCcpO1xuICAgIGlmIChvcCA9PT0gJ2xlJykgcmV0dXJuIGNvbnN0YW50KCsoeCA8PSB5KSwgJ2Jvb2wnKTtcbiAgICBpZiAob3AgPT09ICdlcScpIHJldHVybiBjb25zdGFudCgrKHggPT09IHkpLCAnYm9vbCcpO1xuICB9XG4gIGNvbnN0IHJhbmdlID0gY29tcGFyaXNvbnMuaGFzKG9wKSA/IGNvbXBhcmVSYW5nZXMob3AsIGEsIGIpIDogdW5kZWZpbmVkO1xuICBpZiAocmFuZ2UgIT09IHVuZGVmaW5lZCkgcmV0dXJuIGNvbnN0YW50KHJhbmdlLCAnYm9vbCcpO1xuICBjb25zdCB0eXBlID0gY29tcGFyaXNvbnMuaGFzKG9wKSA/ICdib29sJyA6IGEudHlwZTtcbiAgcmV0dXJuIGludGVybihgJHtvcH0gJHthLmlkfSAke2IuaWR9YCwgKCkgPT4gKHsga2luZDogJ2JpbmFyeScsIG9wLCB0eXBlLCBhcmdzOiBbYSwgYl0gfSkpO1xufVxuXG5jb25zdCBpc0NvbnN0ID0gKGU6IEV4cHIsIHY6IG51bWJlcik6IGJvb2xlYW4gPT4gZS5raW5kID09PSAnY29uc3QnICYmIGUudmFsdWUgPT09IHY7XG5cbi8vIEJvdW5kcyB0ZXN0cyBvZiBwYWRkaW5nIGFuZCBjb25jYXRlbmF0aW9uIHRoYXQgaG9sZCBmb3IgdGhlIHdob2xlIGxvb3AgdmFuaXNoLlxuZnVuY3Rpb24gY29tcGFyZVJhbmdlcyhvcDogQmluYXJ5T3AsIGE6IEV4cHIsIGI6IEV4cHIpOiBudW1iZXIgfCB1bmRlZmluZWQge1xuICBjb25zdCB4ID0gYm91bmRzKGEpO1xuICBjb25zdCB5ID0gYm91bmRzKGIpO1xuICBpZiAoIXggfHwgIXkpIHJldHVybiB1bmRlZmluZWQ7XG4gIGlmIChvcCA9PT0gJ2x0JykgcmV0dXJuIHhbMV0gPCB5WzBdID8gMSA6IHhbMF0gPj0geVsxXSA/IDAgOiB1bmRlZmluZWQ7XG4gIGlmIChvcCA9PT0gJ2xlJykgcmV0dXJuIHhbMV0gPD0geVswXSA/IDEgOiB4WzBdID4geVsxXSA/IDAgOiB1bmRlZmluZWQ7XG4gIHJldHVybiB1bmRlZmluZWQ7XG59XG5cbmZ1bmN0aW9uIGJvdW5kcyhlOiBFeHByKTogW251bWJlciwgbnVtYmVyXSB8IHVuZGVmaW5lZCB7XG4gIGlmIChlLnR5cGUgIT09ICdpMzInKSByZXR1cm4gdW5kZWZpbmVkO1xuICBpZiAoZS5raW5kID09PSAnY29uc3QnKSByZXR1cm4gW2UudmFsdWUgYXMgbnVtYmVyLCBlLnZhbHVlIGFzIG51bWJlcl07XG4gIHJldHVybiBlLmtpbmQgPT09ICdpbmRleCcgJiYgZS5hdCA/IFtlLmF0Lm1pbiwgZS5hdC5tYXhdIDogdW5kZWZpbmVkO1xufVxuXG4vKiogYGNvbmRpdGlvbiA/IGEgOiBiYCwgd2l0aG91dCBicmFuY2hpbmc6IGJvdGggYXJlIGNvbXB1dGVkLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHNlbGVjdChjb25kaXRpb246IEV4cHIsIGE6IEV4cHIsIGI6IEV4cHIpOiBFeHByIHtcbiAgaWYgKGNvbmRpdGlvbi5raW5kID09PSAnY29uc3QnKSByZXR1cm4gY29uZGl0aW9uLnZhbHVlID8gYSA6IGI7XG4gIGlmIChhID09PSBiKSByZXR1cm4gYTtcbiAgcmV0dXJuIGludGVybihgc2VsZWN0ICR7Y29uZGl0aW9uLmlkfSAke2EuaWR9ICR7Yi5pZH1gLCAoKSA9PiAoe1xuICAgIGtpbmQ6ICdzZWxlY3QnLFxuICAgIHR5cGU6IGEudHlwZSxcbiAgICBhcmdzOiBbY29uZGl0aW9uLCBhLCBiXSxcbiAgfSkpO1xufVxuXG4vKipcbiAqIENvbnZlcnNpb24gb2YgdmFsdWUuIEZsb2F0IHRvIGludGVnZXIgdHJ1bmNhdGVzIGFuZCBzYXR1cmF0ZXMgKE5hTiBnaXZlcyAwKTsgdG8gYm9vbCBpcyBgIT0gMGA7XG4gKiBiZXR3ZWVuIGkzMiBhbmQgdTMyIGtlZXBzIHRoZSBiaXRzLlxuICovXG5leHBvcnQgZnVuY3Rpb24gY2FzdChhOiBFeHByLCB0eXBlOiBTY2FsYXJUeXBlKTogRXhwciB7XG4gIGlmIChhLnR5cGUgPT09IHR5cGUpIHJldHVybiBhO1xuICBpZiAoYS5raW5kID09PSAnY29uc3QnICYmICh0eXBlID09PSAnZjY0JyB8fCB0eXBlID09PSAnZjMyJykpXG4gICAgcmV0dXJuIGNvbnN0YW50KGEudmFsdWUgYXMgbnVtYmVyLCB0eXBlKTtcbiAgcmV0dXJuIGludGVybihgY2FzdCAke2EuaWR9ICR7dHlwZX1gLCAoKSA9PiAoeyBraW5kOiAnY2FzdCcsIHR5cGUsIGFyZ3M6IFthXSB9KSk7XG59XG5cbi8qKiBTYW1lIDMyIGJpdHMsIG90aGVyIHR5cGUgKGYzMiwgaTMyLCB1MzIpLiAqL1xuZXhwb3J0IGNvbnN0IGJpdGNhc3QgPSAoYTogRXhwciwgdHlwZTogU2NhbGFyVHlwZSk6IEV4cHIgPT5cbiAgYS50eXBlID09PSB0eXBlXG4gICAgPyBhXG4gICAgOiBpbnRlcm4oYGJpdGNhc3QgJHthLmlkfSAke3R5cGV9YCwgKCkgPT4gKHsga2luZDogJ2JpdGNhc3QnLCB0eXBlLCBhcmdzOiBbYV0gfSkpO1xuXG5jb25zdCB1biA9XG4gIChvcDogVW5hcnlPcCkgPT5cbiAgKGE6IEV4cHIpOiBFeHByID0+XG4gICAgdW5hcnkob3AsIGEpO1xuY29uc3QgYmluID1cbiAgKG9wOiBCaW5hcnlPcCkgPT5cbiAgKGE6IEV4cHIsIGI6IEV4cHIpOiBFeHByID0+XG4gICAgYmluYXJ5KG9wLCBhLCBiKTtcblxuZXhwb3J0IGNvbnN0IG5lZyA9IHVuKCduZWcnKTtcbmV4cG9ydCBjb25zdCBhYnMgPSB1bignYWJzJyk7XG5leHBvcnQgY29uc3QgZXhwID0gdW4oJ2V4cCcpO1xuZXhwb3J0IGNvbnN0IGxvZyA9IHVuKCdsb2cnKTtcbmV4cG9ydCBjb25zdCBzcXJ0ID0gdW4oJ3NxcnQnKTtcbmV4cG9ydCBjb25zdCB0YW5oID0gdW4oJ3RhbmgnKTtcbmV4cG9ydCBjb25zdCBub3QgPSB1bignbm90Jyk7XG5leHBvcnQgY29uc3QgYWRkID0gYmluKCdhZGQnKTtcbmV4cG9ydCBjb25zdCBzdWIgPSBiaW4oJ3N1YicpO1xuZXhwb3J0IGNvbnN0IG11bCA9IGJpbignbXVsJyk7XG5leHBvcnQgY29uc3QgZGl2ID0gYmluKCdkaXYnKTtcbmV4cG9ydCBjb25zdCBtaW4gPSBiaW4oJ21pbicpO1xuZXhwb3J0IGNvbnN0IG1heCA9IGJpbignbWF4Jyk7XG5leHBvcnQgY29uc3QgYW5kID0gYmluKCdhbmQnKTtcbmV4cG9ydCBjb25zdCBvciA9IGJpbignb3InKTtcbmV4cG9ydCBjb25zdCB4b3IgPSBiaW4oJ3hvcicpO1xuZXhwb3J0IGNvbnN0IGVxID0gYmluKCdlcScpO1xuZXhwb3J0IGNvbnN0IG5lID0gYmluKCduZScpO1xuZXhwb3J0IGNvbnN0IGx0ID0gYmluKCdsdCcpO1xuZXhwb3J0IGNvbnN0IGxlID0gYmluKCdsZScpO1xuZXhwb3J0IGNvbnN0IHNobCA9IGJpbignc2hsJyk7XG5leHBvcnQgY29uc3Qgc2hyID0gYmluKCdzaHInKTtcbiIsICIvLyBTdHJ1Y3R1cmFsIGtleXM6IGVxdWFsIGtleXMgbWVhbiB0aGF0IHR3byBncmFwaHMgY29tcHV0ZSB0aGUgc2FtZSBmdW5jdGlvbiBvZiB0aGVpciBpbnB1dHMsIHNvIGEgcGxhblxuLy8gbWFkZSBmb3Igb25lIHNlcnZlcyB0aGUgb3RoZXIuIEF0dHJpYnV0ZXMgYXJlIHdyaXR0ZW4gb3V0IGV4YWN0bHkgKE5hTiwgaW5maW5pdGllcyBhbmQgLTAgdG9vKS5cbmltcG9ydCB0eXBlIHsgU3ViR3JhcGggfSBmcm9tICcuLi90ZW5zb3IvZGVmaW5lLnRzJztcbmltcG9ydCB0eXBlIHsgVGVuc29yIH0gZnJvbSAnLi4vdGVuc29yL3RlbnNvci50cyc7XG5pbXBvcnQgeyB0eXBlIEdyYXBoLCB0b3BvbG9naWNhbE9yZGVyIH0gZnJvbSAnLi9ncmFwaC50cyc7XG5cbmNvbnN0IGV4YWN0ID0gKF86IHN0cmluZywgdjogdW5rbm93bik6IHVua25vd24gPT5cbiAgdHlwZW9mIHYgPT09ICdudW1iZXInICYmICghTnVtYmVyLmlzRmluaXRlKHYpIHx8IE9iamVjdC5pcyh2LCAtMCkpXG4gICAgPyBgIyR7T2JqZWN0LmlzKHYsIC0wKSA/ICctMCcgOiB2fWBcbiAgICA6IHY7XG5cbmNvbnN0IGF0dHJLZXlzID0gbmV3IFdlYWtNYXA8b2JqZWN0LCBzdHJpbmc+KCk7XG5cbi8qKiBBbiBvcGVyYXRpb24ncyBhdHRyaWJ1dGVzIGFzIHRleHQ7IGEgY2FsbCdzIGlzIHRoZSBrZXkgb2YgdGhlIGdyYXBoIGl0IGNhcnJpZXMuICovXG5leHBvcnQgZnVuY3Rpb24gYXR0cnNLZXkodDogVGVuc29yKTogc3RyaW5nIHtcbiAgbGV0IGtleSA9IGF0dHJLZXlzLmdldCh0LmF0dHJzKTtcbiAgaWYgKGtleSA9PT0gdW5kZWZpbmVkKSB7XG4gICAgY29uc3QgeyBraW5kIH0gPSB0Lm9wLmxvd2VyO1xuICAgIGlmIChraW5kID09PSAncGljaycpIGtleSA9IGByZXN1bHQgJHsodC5hdHRycyBhcyB7IGluZGV4OiBudW1iZXIgfSkuaW5kZXh9YDtcbiAgICBlbHNlIGlmIChraW5kID09PSAnY2FsbCcpIHtcbiAgICAgIGNvbnN0IHsgZ3JhcGggfSA9IHQuYXR0cnMgYXMgeyBncmFwaDogU3ViR3JhcGggfTtcbiAgICAgIGNvbnN0IGlucHV0cyA9IG5ldyBTZXQoZ3JhcGguaW5wdXRzKTtcbiAgICAgIGtleSA9IGdyYXBoS2V5KFxuICAgICAgICB0b3BvbG9naWNhbE9yZGVyKGdyYXBoLm91dHB1dHMsICh4KSA9PiBpbnB1dHMuaGFzKHgpKSxcbiAgICAgICAgZ3JhcGgsXG4gICAgICApO1xuICAgIH0gZWxzZSBrZXkgPSBKU09OLnN0cmluZ2lmeSh0LmF0dHJzLCBleGFjdCk7XG4gICAgYXR0cktleXMuc2V0KHQuYXR0cnMsIGtleSk7XG4gIH1cbiAgcmV0dXJuIGtleTtcbn1cblxuLyoqIFRoZSBrZXkgb2YgYSBncmFwaCB3aG9zZSBub2RlcyBhcmUgYG9yZGVyYCAob3BlcmFuZHMgZmlyc3QpLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGdyYXBoS2V5KG9yZGVyOiByZWFkb25seSBUZW5zb3JbXSwgZ3JhcGg6IEdyYXBoKTogc3RyaW5nIHtcbiAgY29uc3QgbnVtYmVyID0gbmV3IE1hcDxUZW5zb3IsIG51bWJlcj4oKTtcbiAgY29uc3QgaW5wdXRzID0gbmV3IE1hcChncmFwaC5pbnB1dHMubWFwKCh0LCBpKSA9PiBbdCwgaV0pKTtcbiAgY29uc3QgcGFydHM6IHN0cmluZ1tdID0gW107XG4gIGZvciAoY29uc3QgdCBvZiBvcmRlcikge1xuICAgIGNvbnN0IG4gPSBudW1iZXIuc2l6ZTtcbiAgICBudW1iZXIuc2V0KHQsIG4pO1xuICAgIHBhcnRzLnB1c2goXG4gICAgICBpbnB1dHMuaGFzKHQpXG4gICAgICAgID8gYGluJHtpbnB1dHMuZ2V0KHQpfSAke3QuZHR5cGV9WyR7dC5zaGFwZX1dYFxuICAgICAgICA6IGAke3Qub3AubmFtZX0oJHt0LmlucHV0cy5tYXAoKHgpID0+IG51bWJlci5nZXQoeCkpfSkke2F0dHJzS2V5KHQpfSR7dC5kdHlwZX1bJHt0LnNoYXBlfV1gLFxuICAgICk7XG4gIH1cbiAgcmV0dXJuIGAke3BhcnRzLmpvaW4oJzsnKX0+JHtncmFwaC5vdXRwdXRzLm1hcCgodCkgPT4gbnVtYmVyLmdldCh0KSl9YDtcbn1cbiJdLAogICJtYXBwaW5ncyI6ICI7Ozs7Ozs7O0FBb0JBLElBQU0sVUFBVSxNQUFhO0FBQzNCLFFBQU0sSUFBSSxNQUFNLDZFQUE2RTtBQUMvRjtBQUdPLElBQU0sUUFBcUI7QUFBQSxFQUNoQyxNQUFNO0FBQUEsRUFDTixVQUFVO0FBQUEsRUFDVixTQUFTO0FBQUEsRUFDVCxXQUFXO0FBQ2I7OztBQ1JBLElBQUksU0FBUztBQUdOLElBQU0sU0FBTixNQUE2QjtBQUFBO0FBQUEsRUFFekIsS0FBYTtBQUFBLEVBQ2I7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFBQTtBQUFBLEVBRVQ7QUFBQTtBQUFBLEVBRUE7QUFBQTtBQUFBLEVBRUE7QUFBQTtBQUFBLEVBRUE7QUFBQTtBQUFBLEVBRUEsT0FBTztBQUFBLEVBRVAsWUFBWSxJQUFXLFFBQTJCLE9BQWUsTUFBWTtBQUMzRSxTQUFLLEtBQUs7QUFDVixTQUFLLFNBQVM7QUFDZCxTQUFLLFFBQVE7QUFDYixTQUFLLFFBQVEsS0FBSztBQUNsQixTQUFLLFFBQVEsS0FBSztBQUNsQixVQUFNLFVBQVUsSUFBSTtBQUFBLEVBQ3RCO0FBQUE7QUFBQSxFQUdBLElBQUksT0FBZTtBQUNqQixXQUFPLEtBQUssTUFBTTtBQUFBLEVBQ3BCO0FBQUE7QUFBQSxFQUdBLElBQUksT0FBZTtBQUNqQixXQUFPLE9BQU8sS0FBSyxLQUFLO0FBQUEsRUFDMUI7QUFBQTtBQUFBLEVBR0EsSUFBSSxVQUFtQjtBQUNyQixXQUFPLFFBQVEsS0FBSyxLQUFLO0FBQUEsRUFDM0I7QUFBQTtBQUFBLEVBR0EsT0FBMkI7QUFDekIsV0FBTyxNQUFNLEtBQUssSUFBSTtBQUFBLEVBQ3hCO0FBQUE7QUFBQSxFQUdBLFdBQXNCO0FBQ3BCLFdBQU8sTUFBTSxTQUFTLElBQUk7QUFBQSxFQUM1QjtBQUFBO0FBQUEsRUFHQSxNQUFNLE9BQXdCO0FBQzVCLFFBQUksS0FBSyxTQUFTLEVBQUcsT0FBTSxNQUFNLFVBQVUsSUFBSTtBQUMvQyxZQUFRLE1BQU0sS0FBSyxLQUFLLEdBQUcsQ0FBQztBQUFBLEVBQzlCO0FBQUE7QUFBQSxFQUdBLE1BQU0sVUFBZ0M7QUFDcEMsVUFBTSxPQUFPLE1BQU0sS0FBSyxLQUFLO0FBQzdCLFFBQUksS0FBSztBQUNULFVBQU0sUUFBUSxDQUFDQSxVQUE4QjtBQUMzQyxVQUFJQSxVQUFTLEtBQUssS0FBTSxRQUFPLEtBQUssVUFBVSxTQUFTLEtBQUssSUFBSSxNQUFNLElBQUksS0FBSyxJQUFJO0FBQ25GLGFBQU8sTUFBTSxLQUFLLEVBQUUsUUFBUSxLQUFLLE1BQU1BLEtBQUksRUFBRSxHQUFHLE1BQU0sTUFBTUEsUUFBTyxDQUFDLENBQUM7QUFBQSxJQUN2RTtBQUNBLFdBQU8sTUFBTSxDQUFDO0FBQUEsRUFDaEI7QUFBQTtBQUFBLEVBR0EsVUFBZ0I7QUFDZCxVQUFNLFFBQVEsSUFBSTtBQUFBLEVBQ3BCO0FBQUEsRUFFQSxDQUFDLE9BQU8sT0FBTyxJQUFVO0FBQ3ZCLFNBQUssUUFBUTtBQUFBLEVBQ2Y7QUFBQTtBQUFBLEVBR0EsV0FBbUI7QUFDakIsV0FBTyxHQUFHLEtBQUssUUFBUSxHQUFHLEtBQUssS0FBSyxPQUFPLEVBQUUsR0FBRyxLQUFLLEtBQUssR0FBRyxZQUFZLEtBQUssS0FBSyxDQUFDO0FBQUEsRUFDdEY7QUFDRjs7O0FDOUVBLElBQUksUUFBUSxvQkFBSSxJQUFrQjtBQUNsQyxJQUFJLFFBQVEsb0JBQUksSUFBbUI7QUFDbkMsSUFBSUMsVUFBUztBQUdOLFNBQVMsZUFBcUI7QUFDbkMsVUFBUSxvQkFBSSxJQUFJO0FBQ2hCLFVBQVEsb0JBQUksSUFBSTtBQUNsQjtBQUVBLFNBQVMsS0FBSyxLQUFhLE1BQW9DO0FBQzdELFFBQU0sUUFBUSxNQUFNLElBQUksR0FBRztBQUMzQixNQUFJLE1BQU8sUUFBTztBQUNsQixRQUFNLElBQUksRUFBRSxJQUFJQSxXQUFVLEdBQUcsS0FBSyxFQUFFO0FBQ3BDLFFBQU0sSUFBSSxLQUFLLENBQUM7QUFDaEIsU0FBTztBQUNUO0FBRUEsU0FBUyxLQUFLQyxXQUFrQixPQUFxRDtBQUNuRixRQUFNLEtBQUssQ0FBQyxHQUFHLE1BQU0sRUFBRSxLQUFLLEtBQUssRUFBRSxLQUFLLEVBQUU7QUFDMUMsUUFBTSxNQUFNLEdBQUdBLFNBQVEsR0FBRyxNQUFNLElBQUksQ0FBQyxNQUFNLElBQUksRUFBRSxXQUFXLElBQUksRUFBRSxLQUFLLEVBQUUsRUFBRSxFQUFFLEtBQUssRUFBRSxDQUFDO0FBQ3JGLFFBQU0sUUFBUSxNQUFNLElBQUksR0FBRztBQUMzQixNQUFJLE1BQU8sUUFBTztBQUNsQixNQUFJQyxPQUFNRDtBQUNWLE1BQUlFLE9BQU1GO0FBQ1YsYUFBVyxFQUFFLGFBQWEsR0FBRyxNQUFNLEVBQUUsS0FBSyxPQUFPO0FBQy9DLElBQUFDLFFBQU8sSUFBSSxJQUFJLElBQUksRUFBRSxNQUFNLElBQUksRUFBRTtBQUNqQyxJQUFBQyxRQUFPLElBQUksSUFBSSxJQUFJLEVBQUUsTUFBTSxJQUFJLEVBQUU7QUFBQSxFQUNuQztBQUNBLFFBQU0sS0FBSyxFQUFFLElBQUlILFdBQVUsVUFBQUMsV0FBVSxPQUFPLEtBQUFDLE1BQUssS0FBQUMsS0FBSTtBQUNyRCxRQUFNLElBQUksS0FBSyxFQUFFO0FBQ2pCLFNBQU87QUFDVDtBQUdPLElBQU0sV0FBVyxDQUFDLE1BQXFCLEtBQUssR0FBRyxDQUFDLENBQUM7QUFFeEQsSUFBTSxTQUFTLENBQUMsTUFDZCxFQUFFLFFBQVEsRUFBRSxNQUFNLFNBQVMsRUFBRSxHQUFHLElBQUksS0FBSyxHQUFHLENBQUMsRUFBRSxhQUFhLEdBQUcsTUFBTSxFQUFFLENBQUMsQ0FBQztBQUdwRSxJQUFNLE9BQU8sQ0FBQyxNQUFjLFNBQ2pDO0FBQUEsRUFDRSxLQUFLLFFBQVEsSUFBSSxJQUFJLElBQUksSUFBSSxPQUFPO0FBQUEsSUFDbEMsTUFBTTtBQUFBLElBQ04sTUFBTTtBQUFBLElBQ04sS0FBSztBQUFBLElBQ0wsS0FBSyxLQUFLLElBQUksT0FBTyxHQUFHLENBQUM7QUFBQSxFQUMzQixFQUFFO0FBQ0o7QUFHSyxJQUFNLFdBQVcsQ0FBQyxNQUFZLFNBQ25DO0FBQUEsRUFDRSxLQUFLLFFBQVEsS0FBSyxFQUFFLElBQUksSUFBSSxJQUFJLE9BQU87QUFBQSxJQUNyQyxNQUFNO0FBQUEsSUFDTjtBQUFBLElBQ0EsS0FBSztBQUFBLElBQ0wsS0FBSyxLQUFLLElBQUksT0FBTyxHQUFHLENBQUM7QUFBQSxFQUMzQixFQUFFO0FBQ0o7QUFHRixJQUFNLGVBQWUsQ0FBQyxNQUErQjtBQUNuRCxRQUFNLENBQUMsQ0FBQyxJQUFJLEVBQUU7QUFDZCxRQUFNLE9BQU8sRUFBRSxNQUFNLFdBQVcsS0FBSyxFQUFFLGFBQWEsS0FBSyxFQUFFLGdCQUFnQjtBQUMzRSxTQUFPLFFBQVEsRUFBRSxLQUFLLFNBQVMsUUFBUSxFQUFFLE9BQU87QUFDbEQ7QUFJQSxTQUFTLFVBQVUsT0FBNkM7QUFDOUQsYUFBVyxDQUFDLEdBQUcsQ0FBQyxLQUFLLE9BQU87QUFDMUIsUUFBSSxFQUFFLFNBQVMsTUFBTztBQUN0QixVQUFNLEtBQUssRUFBRTtBQUNiLFVBQU0sUUFBUSxhQUFhLEVBQUUsR0FBWTtBQUN6QyxlQUFXLENBQUMsR0FBRyxDQUFDLEtBQUssT0FBTztBQUMxQixVQUFJLEVBQUUsU0FBUyxTQUFTLE1BQU0sSUFBSSxHQUFJO0FBQ3RDLFlBQU0sU0FBUyxFQUFFLFFBQVEsRUFBRSxPQUFPLEVBQUUsT0FBTztBQUMzQyxVQUFJLFVBQVcsU0FBUyxFQUFFLFFBQVEsTUFBTSxPQUFPLEVBQUUsT0FBUSxNQUFNLEtBQWdCLElBQUs7QUFDbEYsY0FBTSxPQUFPLENBQUM7QUFDZCxjQUFNLE9BQU8sQ0FBQztBQUNkLGVBQU8sTUFBTSxFQUFFLEtBQWMsQ0FBQztBQUFBLE1BQ2hDO0FBQUEsSUFDRjtBQUFBLEVBQ0Y7QUFDQSxTQUFPO0FBQ1Q7QUFHTyxTQUFTLE9BQU8sT0FBa0M7QUFDdkQsTUFBSSxJQUFJO0FBQ1IsUUFBTSxRQUFRLG9CQUFJLElBQWtCO0FBQ3BDLGFBQVcsS0FBSyxPQUFPO0FBQ3JCLFFBQUksT0FBTyxNQUFNLFVBQVU7QUFDekIsV0FBSztBQUNMO0FBQUEsSUFDRjtBQUNBLFNBQUssRUFBRTtBQUNQLGVBQVcsS0FBSyxFQUFFLE1BQU8sT0FBTSxJQUFJLEVBQUUsT0FBTyxNQUFNLElBQUksRUFBRSxJQUFJLEtBQUssS0FBSyxFQUFFLFdBQVc7QUFBQSxFQUNyRjtBQUNBLGFBQVcsQ0FBQyxHQUFHLENBQUMsS0FBSyxNQUFPLEtBQUksTUFBTSxFQUFHLE9BQU0sT0FBTyxDQUFDO0FBQ3ZELFFBQU0sUUFBUSxVQUFVLEtBQUs7QUFDN0IsUUFBTSxPQUFPO0FBQUEsSUFDWDtBQUFBLElBQ0EsQ0FBQyxHQUFHLEtBQUssRUFBRSxJQUFJLENBQUMsQ0FBQyxHQUFHLENBQUMsT0FBTyxFQUFFLGFBQWEsR0FBRyxNQUFNLEVBQUUsRUFBRTtBQUFBLEVBQzFEO0FBQ0EsU0FBTyxRQUFRLElBQUksT0FBTyxJQUFJLElBQUk7QUFDcEM7QUFHTyxJQUFNLFFBQVEsQ0FBQyxHQUFVLE1BQzlCLE1BQU0sSUFDRixTQUFTLENBQUMsSUFDVjtBQUFBLEVBQ0UsRUFBRSxXQUFXO0FBQUEsRUFDYixFQUFFLE1BQU0sSUFBSSxDQUFDLE9BQU8sRUFBRSxhQUFhLEVBQUUsY0FBYyxHQUFHLE1BQU0sRUFBRSxLQUFLLEVBQUU7QUFDdkU7QUFHQyxJQUFNLE1BQU0sQ0FBQyxHQUFVLE1BQzVCLElBQUksR0FBRyxPQUFPLE1BQU0sV0FBVyxDQUFDLElBQUksTUFBTSxHQUFHLEVBQUUsQ0FBQztBQUVsRCxJQUFNLE1BQU0sQ0FBQyxHQUFXLE1BQXVCLE1BQU0sSUFBSSxLQUFLLElBQUksQ0FBQyxJQUFJLElBQUksR0FBRyxJQUFJLENBQUM7QUFDbkYsSUFBTSxPQUFPLENBQUMsR0FBVyxPQUF3QixJQUFJLElBQUssS0FBSztBQUcvRCxTQUFTLFFBQVEsR0FBVSxHQUE2QztBQUN0RSxRQUFNLElBQTJDLENBQUM7QUFDbEQsUUFBTSxJQUEyQyxDQUFDO0FBQ2xELGFBQVcsRUFBRSxhQUFhLEdBQUcsTUFBTSxFQUFFLEtBQUssRUFBRSxPQUFPO0FBQ2pELFFBQUksSUFBSSxNQUFNLEVBQUcsR0FBRSxLQUFLLEVBQUUsYUFBYSxJQUFJLEdBQUcsTUFBTSxFQUFFLENBQUM7QUFBQSxRQUNsRCxHQUFFLEtBQUssRUFBRSxhQUFhLEdBQUcsTUFBTSxFQUFFLENBQUM7QUFBQSxFQUN6QztBQUNBLFFBQU0sSUFBSSxLQUFLLEVBQUUsVUFBVSxDQUFDO0FBRTVCLFFBQU0sTUFBTSxLQUFLLEdBQUcsQ0FBQyxHQUFHLENBQUMsQ0FBQztBQUMxQixNQUFJLElBQUksTUFBTSxLQUFLLElBQUksTUFBTSxJQUFJLE1BQU0sS0FBSyxLQUFLLEVBQUUsVUFBVSxDQUFDLEdBQUcsQ0FBQyxDQUFDLEVBQUUsT0FBTyxHQUFHO0FBQzdFLFVBQU0sT0FBTyxLQUFLLEVBQUUsVUFBVSxDQUFDLEdBQUcsQ0FBQyxDQUFDO0FBQ3BDLFVBQU0sUUFBUSxLQUFLLE1BQU0sS0FBSyxNQUFNLENBQUMsSUFBSTtBQUN6QyxXQUFPO0FBQUEsTUFDTCxVQUFVLEtBQUssUUFBUSxHQUFHLENBQUM7QUFBQSxNQUMzQixNQUFNLEtBQUssRUFBRSxXQUFXLE9BQU8sQ0FBQztBQUFBLElBQ2xDO0FBQUEsRUFDRjtBQUNBLFNBQU8sRUFBRSxVQUFVLE1BQU0sRUFBRSxXQUFXLEtBQUssR0FBRyxDQUFDLEdBQUcsTUFBTSxJQUFJO0FBQzlEO0FBSUEsU0FBUyxTQUFTLE1BQWEsR0FBK0Q7QUFDNUYsUUFBTSxhQUFhLEtBQUssTUFBTSxJQUFJLENBQUMsTUFBTSxJQUFJLEdBQUcsRUFBRSxXQUFXLENBQUMsRUFBRSxLQUFLLENBQUMsR0FBRyxNQUFNLElBQUksQ0FBQztBQUNwRixhQUFXLEtBQUssWUFBWTtBQUMxQixRQUFJLE1BQU0sRUFBRztBQUNiLFVBQU0sT0FBTyxLQUFLLE1BQU0sT0FBTyxDQUFDLE1BQU0sRUFBRSxjQUFjLE1BQU0sQ0FBQztBQUM3RCxVQUFNLGNBQWMsS0FBSyxLQUFLLFVBQVUsQ0FBQztBQUN6QyxVQUFNLE1BQU07QUFBQSxNQUNWO0FBQUEsTUFDQSxLQUFLLE1BQU0sT0FBTyxDQUFDLE1BQU0sRUFBRSxjQUFjLE1BQU0sQ0FBQztBQUFBLElBQ2xEO0FBQ0EsUUFBSSxJQUFJLE1BQU0sS0FBSyxJQUFJLE9BQU8sRUFBRztBQUNqQyxVQUFNLFNBQVMsS0FBSyxJQUFJLENBQUMsT0FBTyxFQUFFLGFBQWEsRUFBRSxjQUFjLEdBQUcsTUFBTSxFQUFFLEtBQUssRUFBRTtBQUNqRixXQUFPLEVBQUUsTUFBTSxNQUFNLEtBQUssV0FBVyxlQUFlLEdBQUcsTUFBTSxHQUFHLEtBQUssRUFBRTtBQUFBLEVBQ3pFO0FBQ0EsU0FBTztBQUNUO0FBR08sU0FBUyxJQUFJLEdBQVUsR0FBa0I7QUFDOUMsTUFBSSxNQUFNLEVBQUcsUUFBTztBQUNwQixRQUFNLEVBQUUsVUFBVSxLQUFLLElBQUksUUFBUSxHQUFHLENBQUM7QUFDdkMsTUFBSSxLQUFLLE9BQU8sS0FBSyxLQUFLLE1BQU0sRUFBRyxRQUFPO0FBQzFDLFFBQU0sUUFBUSxTQUFTLE1BQU0sQ0FBQztBQUM5QixNQUFJLE1BQU8sUUFBTyxJQUFJLFVBQVUsSUFBSSxNQUFNLE1BQU0sSUFBSSxNQUFNLENBQUMsQ0FBQztBQUM1RCxRQUFNLE9BQU8sS0FBSyxNQUFNLFdBQVcsS0FBSyxLQUFLLGFBQWEsSUFBSSxLQUFLLE1BQU0sQ0FBQyxJQUFJO0FBQzlFLE1BQUksUUFBUSxLQUFLLGdCQUFnQixLQUFLLEtBQUssS0FBSyxTQUFTLE9BQU87QUFDOUQsV0FBTyxJQUFJLFVBQVUsSUFBSSxLQUFLLEtBQUssS0FBZSxLQUFLLEtBQUssS0FBZ0IsQ0FBQyxDQUFDO0FBQUEsRUFDaEY7QUFDQSxRQUFNLElBQUksS0FBSyxPQUFPLEtBQUssRUFBRSxJQUFJLENBQUMsSUFBSSxPQUFPO0FBQUEsSUFDM0MsTUFBTTtBQUFBLElBQ04sS0FBSztBQUFBLElBQ0wsSUFBSTtBQUFBLElBQ0osS0FBSyxLQUFLLE1BQU0sS0FBSyxNQUFNLENBQUM7QUFBQSxJQUM1QixLQUFLLEtBQUssTUFBTSxLQUFLLE1BQU0sQ0FBQztBQUFBLEVBQzlCLEVBQUU7QUFDRixTQUFPLElBQUksVUFBVSxPQUFPLENBQUMsQ0FBQztBQUNoQztBQUdPLFNBQVMsSUFBSSxHQUFVLEdBQWtCO0FBQzlDLE1BQUksTUFBTSxFQUFHLFFBQU8sU0FBUyxDQUFDO0FBQzlCLFFBQU0sRUFBRSxLQUFLLElBQUksUUFBUSxHQUFHLENBQUM7QUFDN0IsTUFBSSxLQUFLLE9BQU8sS0FBSyxLQUFLLE1BQU0sRUFBRyxRQUFPO0FBQzFDLFFBQU0sUUFBUSxTQUFTLE1BQU0sQ0FBQztBQUM5QixNQUFJLE1BQU8sUUFBTyxJQUFJLE1BQU0sSUFBSSxNQUFNLE1BQU0sSUFBSSxNQUFNLENBQUMsR0FBRyxNQUFNLENBQUMsR0FBRyxNQUFNLEdBQUc7QUFDN0UsUUFBTSxPQUFPLEtBQUssTUFBTSxXQUFXLEtBQUssS0FBSyxhQUFhLElBQUksS0FBSyxNQUFNLENBQUMsSUFBSTtBQUM5RSxNQUFJLFFBQVEsS0FBSyxnQkFBZ0IsS0FBSyxLQUFLLEtBQUssU0FBUyxPQUFPO0FBQzlELFFBQUssS0FBSyxLQUFLLEtBQWdCLE1BQU0sRUFBRyxRQUFPLElBQUksS0FBSyxLQUFLLEtBQWMsQ0FBQztBQUFBLEVBQzlFO0FBQ0EsUUFBTSxJQUFJLEtBQUssT0FBTyxLQUFLLEVBQUUsSUFBSSxDQUFDLElBQUksT0FBTztBQUFBLElBQzNDLE1BQU07QUFBQSxJQUNOLEtBQUs7QUFBQSxJQUNMLElBQUk7QUFBQSxJQUNKLEtBQUs7QUFBQSxJQUNMLEtBQUssSUFBSTtBQUFBLEVBQ1gsRUFBRTtBQUNGLFNBQU8sT0FBTyxDQUFDO0FBQ2pCO0FBR08sU0FBUyxRQUFRQyxRQUF5QixPQUFpQztBQUNoRixNQUFJLFNBQVM7QUFDYixRQUFNLFFBQWlCLENBQUM7QUFDeEIsV0FBUyxJQUFJLE1BQU0sU0FBUyxHQUFHLEtBQUssR0FBRyxLQUFLO0FBQzFDLFVBQU0sS0FBSyxNQUFNQSxPQUFNLENBQUMsR0FBRyxNQUFNLENBQUM7QUFDbEMsY0FBVSxNQUFNLENBQUM7QUFBQSxFQUNuQjtBQUNBLFNBQU8sTUFBTSxXQUFXLElBQUksU0FBUyxDQUFDLElBQUksSUFBSSxHQUFHLEtBQUs7QUFDeEQ7QUFHTyxTQUFTLFVBQVUsTUFBYSxPQUFtQztBQUN4RSxRQUFNLE1BQU0sSUFBSSxNQUFhLE1BQU0sTUFBTTtBQUN6QyxNQUFJLFNBQVM7QUFDYixXQUFTLElBQUksTUFBTSxTQUFTLEdBQUcsS0FBSyxHQUFHLEtBQUs7QUFDMUMsVUFBTSxJQUFJLElBQUksTUFBTSxNQUFNO0FBRTFCLFFBQUksQ0FBQyxJQUFJLE1BQU0sQ0FBQyxNQUFNLElBQUksU0FBUyxDQUFDLElBQUksTUFBTSxJQUFJLElBQUksSUFBSSxHQUFHLE1BQU0sQ0FBQyxDQUFDO0FBQ3JFLGNBQVUsS0FBSyxJQUFJLE1BQU0sQ0FBQyxHQUFHLENBQUM7QUFBQSxFQUNoQztBQUNBLFNBQU87QUFDVDs7O0FDNUtBLElBQUksUUFBUSxvQkFBSSxJQUFrQjtBQUNsQyxJQUFJQyxVQUFTO0FBR04sU0FBUyxtQkFBeUI7QUFDdkMsVUFBUSxvQkFBSSxJQUFJO0FBQ2hCLGVBQWE7QUFDZjtBQUVBLFNBQVMsT0FBTyxLQUFhLE1BQW9DO0FBQy9ELFFBQU0sUUFBUSxNQUFNLElBQUksR0FBRztBQUMzQixNQUFJLE1BQU8sUUFBTztBQUNsQixRQUFNLElBQUksRUFBRSxJQUFJQSxXQUFVLEdBQUcsS0FBSyxFQUFFO0FBQ3BDLFFBQU0sSUFBSSxLQUFLLENBQUM7QUFDaEIsU0FBTztBQUNUO0FBR08sSUFBTUMsWUFBVyxDQUFDLE9BQWUsU0FDdEMsT0FBTyxTQUFTLE9BQU8sR0FBRyxPQUFPLEVBQUUsSUFBSSxPQUFPLEtBQUssSUFBSSxJQUFJLElBQUksT0FBTztBQUFBLEVBQ3BFLE1BQU07QUFBQSxFQUNOO0FBQUEsRUFDQSxNQUFNLENBQUM7QUFBQSxFQUNQO0FBQ0YsRUFBRTtBQUdHLElBQU0sUUFBUSxDQUFDLE9BQ3BCLEdBQUcsTUFBTSxXQUFXLElBQ2hCQSxVQUFTLEdBQUcsVUFBVSxLQUFLLElBQzNCLE9BQU8sU0FBUyxHQUFHLEVBQUUsSUFBSSxPQUFPLEVBQUUsTUFBTSxTQUFTLE1BQU0sT0FBTyxNQUFNLENBQUMsR0FBRyxHQUFHLEVBQUU7QUFHNUUsU0FBUyxLQUNkLFFBQ0EsSUFDQSxNQUNBLE9BQ0EsV0FDTTtBQUNOLE1BQUksU0FBUyxNQUFNLFNBQVM7QUFDMUIsV0FBTyxNQUFNLFFBQVEsS0FBSyxRQUFRLElBQUksSUFBSSxJQUFLO0FBQ2pELFFBQU0sT0FBTyxTQUFTLFlBQVksQ0FBQyxPQUFPLFNBQVMsSUFBSSxDQUFDO0FBQ3hELFNBQU8sT0FBTyxRQUFRLE1BQU0sSUFBSSxHQUFHLEVBQUUsSUFBSSxJQUFJLElBQUksS0FBSyxJQUFJLENBQUMsTUFBTSxFQUFFLEVBQUUsQ0FBQyxJQUFJLE9BQU87QUFBQSxJQUMvRSxNQUFNO0FBQUEsSUFDTjtBQUFBLElBQ0E7QUFBQSxJQUNBO0FBQUEsSUFDQTtBQUFBLElBQ0E7QUFBQSxFQUNGLEVBQUU7QUFDSjtBQUdPLElBQU0sTUFBTSxDQUFDLEdBQVcsU0FDN0IsT0FBTyxPQUFPLENBQUMsSUFBSSxJQUFJLElBQUksT0FBTyxFQUFFLE1BQU0sT0FBTyxNQUFNLE1BQU0sQ0FBQyxHQUFHLFFBQVEsRUFBRSxFQUFFO0FBR3hFLElBQU0sUUFBUSxDQUFDLElBQWEsTUFDakMsT0FBTyxHQUFHLEVBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxPQUFPLEVBQUUsTUFBTSxTQUFTLElBQUksTUFBTSxFQUFFLE1BQU0sTUFBTSxDQUFDLENBQUMsRUFBRSxFQUFFO0FBRWhGLElBQU0sY0FBYyxvQkFBSSxJQUFjLENBQUMsTUFBTSxNQUFNLE1BQU0sSUFBSSxDQUFDO0FBR3ZELFNBQVMsT0FBTyxJQUFjLEdBQVMsR0FBZTtBQUMzRCxNQUFJLEVBQUUsU0FBUyxFQUFFLEtBQU0sT0FBTSxJQUFJLE1BQU0sTUFBTSxFQUFFLFdBQVcsRUFBRSxJQUFJLFFBQVEsRUFBRSxJQUFJLFNBQVM7QUFDdkYsTUFBSSxPQUFPLFNBQVMsUUFBUSxHQUFHLENBQUMsRUFBRyxRQUFPO0FBQzFDLE1BQUksT0FBTyxTQUFTLFFBQVEsR0FBRyxDQUFDLEVBQUcsUUFBTztBQUMxQyxNQUFJLE9BQU8sU0FBUyxFQUFFLFNBQVMsUUFBUTtBQUNyQyxRQUFJLFFBQVEsR0FBRyxDQUFDLEVBQUcsUUFBTztBQUMxQixRQUFJLFFBQVEsR0FBRyxDQUFDLEVBQUcsUUFBTztBQUFBLEVBQzVCO0FBQ0EsTUFBSSxFQUFFLFNBQVMsU0FBUyxFQUFFLFNBQVMsV0FBVyxFQUFFLFNBQVMsU0FBUztBQUNoRSxVQUFNLElBQUksRUFBRTtBQUNaLFVBQU0sSUFBSSxFQUFFO0FBQ1osUUFBSSxPQUFPLE1BQU8sUUFBT0EsVUFBVSxJQUFJLElBQUssR0FBRyxLQUFLO0FBQ3BELFFBQUksT0FBTyxLQUFNLFFBQU9BLFVBQVMsRUFBRSxJQUFJLElBQUksTUFBTTtBQUNqRCxRQUFJLE9BQU8sS0FBTSxRQUFPQSxVQUFTLEVBQUUsS0FBSyxJQUFJLE1BQU07QUFDbEQsUUFBSSxPQUFPLEtBQU0sUUFBT0EsVUFBUyxFQUFFLE1BQU0sSUFBSSxNQUFNO0FBQUEsRUFDckQ7QUFDQSxRQUFNLFFBQVEsWUFBWSxJQUFJLEVBQUUsSUFBSSxjQUFjLElBQUksR0FBRyxDQUFDLElBQUk7QUFDOUQsTUFBSSxVQUFVLE9BQVcsUUFBT0EsVUFBUyxPQUFPLE1BQU07QUFDdEQsUUFBTSxPQUFPLFlBQVksSUFBSSxFQUFFLElBQUksU0FBUyxFQUFFO0FBQzlDLFNBQU8sT0FBTyxHQUFHLEVBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxPQUFPLEVBQUUsTUFBTSxVQUFVLElBQUksTUFBTSxNQUFNLENBQUMsR0FBRyxDQUFDLEVBQUUsRUFBRTtBQUMzRjtBQUVBLElBQU0sVUFBVSxDQUFDLEdBQVMsTUFBdUIsRUFBRSxTQUFTLFdBQVcsRUFBRSxVQUFVO0FBR25GLFNBQVMsY0FBYyxJQUFjLEdBQVMsR0FBNkI7QUFDekUsUUFBTSxJQUFJLE9BQU8sQ0FBQztBQUNsQixRQUFNLElBQUksT0FBTyxDQUFDO0FBQ2xCLE1BQUksQ0FBQyxLQUFLLENBQUMsRUFBRyxRQUFPO0FBQ3JCLE1BQUksT0FBTyxLQUFNLFFBQU8sRUFBRSxDQUFDLElBQUksRUFBRSxDQUFDLElBQUksSUFBSSxFQUFFLENBQUMsS0FBSyxFQUFFLENBQUMsSUFBSSxJQUFJO0FBQzdELE1BQUksT0FBTyxLQUFNLFFBQU8sRUFBRSxDQUFDLEtBQUssRUFBRSxDQUFDLElBQUksSUFBSSxFQUFFLENBQUMsSUFBSSxFQUFFLENBQUMsSUFBSSxJQUFJO0FBQzdELFNBQU87QUFDVDtBQUVBLFNBQVMsT0FBTyxHQUF1QztBQUNyRCxNQUFJLEVBQUUsU0FBUyxNQUFPLFFBQU87QUFDN0IsTUFBSSxFQUFFLFNBQVMsUUFBUyxRQUFPLENBQUMsRUFBRSxPQUFpQixFQUFFLEtBQWU7QUFDcEUsU0FBTyxFQUFFLFNBQVMsV0FBVyxFQUFFLEtBQUssQ0FBQyxFQUFFLEdBQUcsS0FBSyxFQUFFLEdBQUcsR0FBRyxJQUFJO0FBQzdEO0FBR08sU0FBUyxPQUFPLFdBQWlCLEdBQVMsR0FBZTtBQUM5RCxNQUFJLFVBQVUsU0FBUyxRQUFTLFFBQU8sVUFBVSxRQUFRLElBQUk7QUFDN0QsTUFBSSxNQUFNLEVBQUcsUUFBTztBQUNwQixTQUFPLE9BQU8sVUFBVSxVQUFVLEVBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxFQUFFLEVBQUUsSUFBSSxPQUFPO0FBQUEsSUFDN0QsTUFBTTtBQUFBLElBQ04sTUFBTSxFQUFFO0FBQUEsSUFDUixNQUFNLENBQUMsV0FBVyxHQUFHLENBQUM7QUFBQSxFQUN4QixFQUFFO0FBQ0o7QUFNTyxTQUFTLEtBQUssR0FBUyxNQUF3QjtBQUNwRCxNQUFJLEVBQUUsU0FBUyxLQUFNLFFBQU87QUFDNUIsTUFBSSxFQUFFLFNBQVMsWUFBWSxTQUFTLFNBQVMsU0FBUztBQUNwRCxXQUFPQSxVQUFTLEVBQUUsT0FBaUIsSUFBSTtBQUN6QyxTQUFPLE9BQU8sUUFBUSxFQUFFLEVBQUUsSUFBSSxJQUFJLElBQUksT0FBTyxFQUFFLE1BQU0sUUFBUSxNQUFNLE1BQU0sQ0FBQyxDQUFDLEVBQUUsRUFBRTtBQUNqRjtBQUdPLElBQU0sVUFBVSxDQUFDLEdBQVMsU0FDL0IsRUFBRSxTQUFTLE9BQ1AsSUFDQSxPQUFPLFdBQVcsRUFBRSxFQUFFLElBQUksSUFBSSxJQUFJLE9BQU8sRUFBRSxNQUFNLFdBQVcsTUFBTSxNQUFNLENBQUMsQ0FBQyxFQUFFLEVBQUU7QUFFcEYsSUFBTSxLQUNKLENBQUMsT0FDRCxDQUFDLE1BQ0MsTUFBTSxJQUFJLENBQUM7QUFDZixJQUFNLE1BQ0osQ0FBQyxPQUNELENBQUMsR0FBUyxNQUNSLE9BQU8sSUFBSSxHQUFHLENBQUM7QUFFWixJQUFNLE1BQU0sR0FBRyxLQUFLO0FBQ3BCLElBQU0sTUFBTSxHQUFHLEtBQUs7QUFDcEIsSUFBTSxNQUFNLEdBQUcsS0FBSztBQUNwQixJQUFNLE1BQU0sR0FBRyxLQUFLO0FBQ3BCLElBQU0sT0FBTyxHQUFHLE1BQU07QUFDdEIsSUFBTSxPQUFPLEdBQUcsTUFBTTtBQUN0QixJQUFNLE1BQU0sR0FBRyxLQUFLO0FBQ3BCLElBQU1DLE9BQU0sSUFBSSxLQUFLO0FBQ3JCLElBQU1DLE9BQU0sSUFBSSxLQUFLO0FBQ3JCLElBQU0sTUFBTSxJQUFJLEtBQUs7QUFDckIsSUFBTUMsT0FBTSxJQUFJLEtBQUs7QUFDckIsSUFBTSxNQUFNLElBQUksS0FBSztBQUNyQixJQUFNLE1BQU0sSUFBSSxLQUFLO0FBQ3JCLElBQU0sTUFBTSxJQUFJLEtBQUs7QUFDckIsSUFBTSxLQUFLLElBQUksSUFBSTtBQUNuQixJQUFNLE1BQU0sSUFBSSxLQUFLO0FBQ3JCLElBQU0sS0FBSyxJQUFJLElBQUk7QUFDbkIsSUFBTSxLQUFLLElBQUksSUFBSTtBQUNuQixJQUFNLEtBQUssSUFBSSxJQUFJO0FBQ25CLElBQU0sS0FBSyxJQUFJLElBQUk7QUFDbkIsSUFBTSxNQUFNLElBQUksS0FBSztBQUNyQixJQUFNLE1BQU0sSUFBSSxLQUFLOzs7QUNwUDVCLElBQU0sUUFBUSxDQUFDLEdBQVcsTUFDeEIsT0FBTyxNQUFNLGFBQWEsQ0FBQyxPQUFPLFNBQVMsQ0FBQyxLQUFLLE9BQU8sR0FBRyxHQUFHLEVBQUUsS0FDNUQsSUFBSSxPQUFPLEdBQUcsR0FBRyxFQUFFLElBQUksT0FBTyxDQUFDLEtBQy9CO0FBRU4sSUFBTSxXQUFXLG9CQUFJLFFBQXdCO0FBR3RDLFNBQVMsU0FBUyxHQUFtQjtBQUMxQyxNQUFJLE1BQU0sU0FBUyxJQUFJLEVBQUUsS0FBSztBQUM5QixNQUFJLFFBQVEsUUFBVztBQUNyQixVQUFNLEVBQUUsS0FBSyxJQUFJLEVBQUUsR0FBRztBQUN0QixRQUFJLFNBQVMsT0FBUSxPQUFNLFVBQVcsRUFBRSxNQUE0QixLQUFLO0FBQUEsYUFDaEUsU0FBUyxRQUFRO0FBQ3hCLFlBQU0sRUFBRSxNQUFNLElBQUksRUFBRTtBQUNwQixZQUFNLFNBQVMsSUFBSSxJQUFJLE1BQU0sTUFBTTtBQUNuQyxZQUFNO0FBQUEsUUFDSixpQkFBaUIsTUFBTSxTQUFTLENBQUMsTUFBTSxPQUFPLElBQUksQ0FBQyxDQUFDO0FBQUEsUUFDcEQ7QUFBQSxNQUNGO0FBQUEsSUFDRixNQUFPLE9BQU0sS0FBSyxVQUFVLEVBQUUsT0FBTyxLQUFLO0FBQzFDLGFBQVMsSUFBSSxFQUFFLE9BQU8sR0FBRztBQUFBLEVBQzNCO0FBQ0EsU0FBTztBQUNUO0FBR08sU0FBUyxTQUFTLE9BQTBCLE9BQXNCO0FBQ3ZFLFFBQU0sU0FBUyxvQkFBSSxJQUFvQjtBQUN2QyxRQUFNLFNBQVMsSUFBSSxJQUFJLE1BQU0sT0FBTyxJQUFJLENBQUMsR0FBRyxNQUFNLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQztBQUN6RCxRQUFNLFFBQWtCLENBQUM7QUFDekIsYUFBVyxLQUFLLE9BQU87QUFDckIsVUFBTSxJQUFJLE9BQU87QUFDakIsV0FBTyxJQUFJLEdBQUcsQ0FBQztBQUNmLFVBQU07QUFBQSxNQUNKLE9BQU8sSUFBSSxDQUFDLElBQ1IsS0FBSyxPQUFPLElBQUksQ0FBQyxDQUFDLElBQUksRUFBRSxLQUFLLElBQUksRUFBRSxLQUFLLE1BQ3hDLEdBQUcsRUFBRSxHQUFHLElBQUksSUFBSSxFQUFFLE9BQU8sSUFBSSxDQUFDLE1BQU0sT0FBTyxJQUFJLENBQUMsQ0FBQyxDQUFDLElBQUksU0FBUyxDQUFDLENBQUMsR0FBRyxFQUFFLEtBQUssSUFBSSxFQUFFLEtBQUs7QUFBQSxJQUM1RjtBQUFBLEVBQ0Y7QUFDQSxTQUFPLEdBQUcsTUFBTSxLQUFLLEdBQUcsQ0FBQyxJQUFJLE1BQU0sUUFBUSxJQUFJLENBQUMsTUFBTSxPQUFPLElBQUksQ0FBQyxDQUFDLENBQUM7QUFDdEU7IiwKICAibmFtZXMiOiBbImF4aXMiLCAibmV4dElkIiwgImNvbnN0YW50IiwgIm1pbiIsICJtYXgiLCAiaW5kZXgiLCAibmV4dElkIiwgImNvbnN0YW50IiwgImFkZCIsICJzdWIiLCAiZGl2Il0KfQo=
