import {
  Tensor,
  acc,
  add,
  and,
  attrsKey,
  axis,
  binary,
  bitcast,
  cast,
  constant2 as constant,
  div,
  flatten,
  fromData,
  index,
  load,
  mod,
  resetExpressions,
  scale,
  select,
  unary
} from "./chunk-RS7EB5HQ.js";
import {
  computeType,
  sizeOf,
  topologicalOrder
} from "./chunk-KPJ5WLQH.js";
import {
  DTypeError
} from "./chunk-6LKKJNI5.js";

// src/compiler/common-subexpressions.ts
function withInputs(t, inputs) {
  const copy = Object.create(Tensor.prototype);
  return Object.assign(copy, t, { inputs, op: t.op, storage: void 0, host: void 0 });
}
function mergeEqual(graph) {
  const inputs = new Set(graph.inputs);
  const order = topologicalOrder(graph.outputs, (t) => inputs.has(t));
  const canonical = /* @__PURE__ */ new Map();
  const byKey = /* @__PURE__ */ new Map();
  const kept = [];
  for (const t of order) {
    if (inputs.has(t)) {
      canonical.set(t, t);
      kept.push(t);
      continue;
    }
    const operands = t.inputs.map((x) => canonical.get(x));
    if (t.op.lower.kind === "map" && t.op.lower.identity) {
      canonical.set(t, operands[0]);
      continue;
    }
    const key = `${t.op.name} ${operands.map((x) => x.id)} ${attrsKey(t)} ${t.dtype}`;
    const known = byKey.get(key);
    if (known) {
      canonical.set(t, known);
      continue;
    }
    const node = operands.every((x, i) => x === t.inputs[i]) ? t : withInputs(t, operands);
    byKey.set(key, node);
    canonical.set(t, node);
    kept.push(node);
  }
  return { order: kept, outputs: graph.outputs.map((t) => canonical.get(t)) };
}

// src/compiler/fusion.ts
var maxTokens = 4;
var maxCost = 192;
var maxDepth = 48;
var heavy = /* @__PURE__ */ new Set([
  "exp",
  "log",
  "log2",
  "log1p",
  "expm1",
  "sin",
  "cos",
  "tan",
  "asin",
  "acos",
  "atan",
  "sinh",
  "cosh",
  "tanh",
  "erf",
  "pow",
  "atan2",
  "sigmoid",
  "threefry",
  "randomBits",
  "randomIntegers",
  "erfInv"
]);
var price = (t) => t.op.lower.kind === "map" && t.op.lower.free ? 0 : heavy.has(t.op.name) ? 12 : 1;
function reductionOf(t, special) {
  const lower = t.op.lower;
  if (lower.kind === "reduce") return lower;
  return lower.kind === "kernel" && !special ? lower.fallback : void 0;
}
function behindViews(t, isInput) {
  let x = t;
  while (!isInput(x) && x.op.lower.kind === "map" && x.op.lower.free && x.inputs.length === 1) {
    x = x.inputs[0];
  }
  return x;
}
function decide(order, outputs, isInput, special, capabilities) {
  const decisions = /* @__PURE__ */ new Map();
  for (const node of order) {
    decisions.set(node, {
      node,
      root: false,
      tokens: /* @__PURE__ */ new Map(),
      forced: outputs.has(node),
      special: false,
      cost: 0,
      depth: 0,
      buffers: /* @__PURE__ */ new Set()
    });
  }
  const reduced = /* @__PURE__ */ new Set();
  for (let i = order.length - 1; i >= 0; i--) {
    const d = decisions.get(order[i]);
    chooseRoot(d, isInput, special, reduced);
    if (!isInput(d.node)) passOn(d, decisions, isInput);
  }
  for (const node of order) {
    if (!isInput(node)) limit(decisions.get(node), decisions, capabilities.maxInputs);
  }
  return decisions;
}
function chooseRoot(d, isInput, special, reduced) {
  const t = d.node;
  const kind = t.op.lower.kind;
  if (isInput(t) || kind === "call" || kind === "pick") {
    d.root = true;
    return;
  }
  d.special = kind === "kernel" && special(t);
  if (d.forced || d.special) {
    d.root = true;
    return;
  }
  const tokens = [...d.tokens.values()];
  if (reductionOf(t, d.special)) {
    const [use] = tokens;
    d.root = !(tokens.length === 1 && use.own && use.root.op.lower.kind === "map" && !reduced.has(use.root) && use.root.size === t.size);
    if (!d.root) reduced.add(use.root);
    return;
  }
  const cost = price(t);
  d.root = !(tokens.length === 1 || (cost === 0 ? tokens.length <= 8 : cost < 4 && tokens.length <= maxTokens));
}
function passOn(d, decisions, isInput) {
  const t = d.node;
  const lower = t.op.lower;
  const reduction = reductionOf(t, d.special);
  const map = lower.kind === "map" ? lower : void 0;
  t.inputs.forEach((x, k) => {
    const operand = decisions.get(x);
    if (d.special || lower.kind === "call" || lower.kind === "pick") {
      const base = lower.kind === "kernel" ? behindViews(x, isInput) : x;
      decisions.get(base).forced = true;
      if (base !== x) operand.tokens.set(`view ${t.id} ${k}`, { root: t, own: false });
      return;
    }
    const reuse = map?.reuse || reduction?.reuse;
    if (reuse || map && expands(t, x)) {
      const base = behindViews(x, isInput);
      if (base.op.lower.kind !== "map" || !base.op.lower.free) {
        decisions.get(base).forced = true;
      }
    }
    if (d.root) {
      const own = map?.elementwise === true;
      const token = own ? `${t.id}` : `${t.id}:${reduction ? "r" : k}`;
      operand.tokens.set(token, { root: t, own });
    } else {
      for (const [token, use] of d.tokens) {
        if (map?.elementwise) operand.tokens.set(token, use);
        else
          operand.tokens.set(`${token}/${t.id}:${reduction ? "r" : k}`, {
            root: use.root,
            own: false
          });
      }
    }
  });
}
var expands = (t, x) => t.op.name === "broadcast" && t.size > x.size && price(x) > 0;
function limit(d, decisions, maxInputs) {
  const measure = () => {
    d.cost = price(d.node);
    d.depth = 1;
    d.buffers = /* @__PURE__ */ new Set();
    for (const x of d.node.inputs) {
      const o = decisions.get(x);
      if (o.root) d.buffers.add(x);
      else {
        d.cost += o.cost;
        d.depth = Math.max(d.depth, o.depth + 1);
        for (const b of o.buffers) d.buffers.add(b);
      }
    }
  };
  measure();
  while (d.cost > maxCost || d.depth > maxDepth || d.buffers.size > maxInputs) {
    let largest;
    for (const x of d.node.inputs) {
      const o = decisions.get(x);
      if (!o.root && (!largest || o.cost + o.depth + o.buffers.size > largest.cost + largest.depth + largest.buffers.size)) {
        largest = o;
      }
    }
    if (!largest) break;
    largest.root = true;
    measure();
  }
}

// src/compiler/nest-key.ts
function nestKey(kernel) {
  const numbers = /* @__PURE__ */ new Map();
  const lines = [];
  const formText = (at) => `${at.constant}${at.terms.map(({ coefficient: coefficient2, atom }) => {
    const inner = atom.kind === "axis" ? atom.axis : atom.kind === "data" ? `d${exprNumber(atom.expr)}:${atom.max}` : `${atom.kind}(${formText(atom.arg)},${atom.by})`;
    return { coefficient: coefficient2, inner };
  }).sort((a, b) => a.inner < b.inner ? -1 : 1).map(({ coefficient: coefficient2, inner }) => `+${coefficient2}*${inner}`).join("")}`;
  const exprNumber = (e) => {
    const known = numbers.get(e.id);
    if (known !== void 0) return known;
    const args = e.args.map(exprNumber);
    const at = e.at ? formText(e.at) : "";
    const value = e.value === void 0 ? "" : Object.is(e.value, -0) ? "-0" : `${e.value}`;
    const n = numbers.size;
    numbers.set(e.id, n);
    lines.push(`${e.kind} ${e.op ?? ""} ${e.type} ${value} ${e.buffer ?? ""} ${at} (${args})`);
    return n;
  };
  const bodies = kernel.reductions.map((r) => `${r.op} ${exprNumber(r.body)}`);
  const results = kernel.results.map(exprNumber);
  return [
    `nest [${kernel.axes}] [${kernel.reduceAxes}] ${kernel.inputs} -> ${kernel.outputs}`,
    ...lines,
    `${bodies} | ${results}`
  ].join("\n");
}

// src/compiler/copy-kernel.ts
function copyKernel(aval) {
  resetExpressions();
  const n = sizeOf(aval.shape);
  const kernel = {
    kind: "nest",
    axes: n === 1 ? [] : [n],
    reduceAxes: [],
    reductions: [],
    results: [load(0, axis("i0", n), computeType(aval.dtype))],
    inputs: [aval.dtype],
    outputs: [aval.dtype],
    inputSizes: [n]
  };
  return { ...kernel, inPlace: [true], key: nestKey(kernel) };
}

// src/compiler/memory.ts
function createArena(alignment) {
  let size = 0;
  const holes = [];
  const round = (bytes) => Math.max(1, Math.ceil(bytes / alignment)) * alignment;
  const take = (bytes) => {
    const need = round(bytes);
    let best;
    for (const h of holes) if (h.bytes >= need && (!best || h.bytes < best.bytes)) best = h;
    if (best) {
      const { offset } = best;
      best.offset += need;
      best.bytes -= need;
      if (best.bytes === 0) holes.splice(holes.indexOf(best), 1);
      return offset;
    }
    const last = holes.at(-1);
    const start = last && last.offset + last.bytes === size ? last.offset : size;
    if (start !== size) holes.pop();
    size = start + need;
    return start;
  };
  const give = (offset, bytes) => {
    const freed = round(bytes);
    let low = 0;
    let high = holes.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (holes[middle].offset < offset) low = middle + 1;
      else high = middle;
    }
    const before = holes[low - 1];
    const after = holes[low];
    const joinsBefore = before && before.offset + before.bytes === offset;
    const joinsAfter = after && offset + freed === after.offset;
    if (joinsBefore && joinsAfter) {
      before.bytes += freed + after.bytes;
      holes.splice(low, 1);
    } else if (joinsBefore) before.bytes += freed;
    else if (joinsAfter) {
      after.offset = offset;
      after.bytes += freed;
    } else holes.splice(low, 0, { offset, bytes: freed });
  };
  return { take, give, size: () => size };
}

// src/compiler/liveness.ts
function layOut(tasks, graph, outputs, options) {
  const { capabilities } = options;
  const bytesOf = (a) => sizeOf(a.shape) * capabilities.bytes(a.dtype);
  const values = /* @__PURE__ */ new Map();
  const all = [];
  const make = (bytes, kind, index2 = -1) => {
    const v = { bytes, kind, index: index2, first: -1, last: -1, offset: 0 };
    all.push(v);
    return v;
  };
  graph.inputs.forEach((t, i) => {
    values.set(t, make(bytesOf(t), "input", i));
  });
  const lookUp = (t) => {
    let v = values.get(t);
    if (!v) {
      v = make(bytesOf(t), "temp");
      values.set(t, v);
    }
    return v;
  };
  const whole = (value) => ({ value, offset: 0, bytes: value.bytes });
  const items = [];
  for (const task of tasks) {
    if (task.kind === "kernel") {
      const args = [...task.inputs, task.output].map((t) => whole(lookUp(t)));
      items.push({ kernel: task.kernel, label: task.label, args });
    } else splice(task, items, lookUp, make);
  }
  const results = outputs.map((t, i) => {
    const v = lookUp(t);
    if (v.kind === "temp") {
      v.kind = "output";
      v.index = i;
      return v;
    }
    const copy = make(bytesOf(t), "output", i);
    if (t.size > 0 && !(v.kind === "input" && options.donate.has(v.index))) {
      items.push({ kernel: copyKernel(t), label: "copy", args: [whole(v), whole(copy)] });
    }
    return copy;
  });
  items.forEach((item, step) => {
    for (const { value } of item.args) {
      if (value.first < 0 && value.kind !== "input") value.first = step;
      value.last = step;
    }
  });
  const donations = donate(items, all, results, outputs, graph, options.donate);
  const arena = createArena(capabilities.alignment);
  allocate(items, arena);
  return finish(items, all, graph, outputs, arena.size(), donations, options.name);
}
function splice(task, items, lookUp, make) {
  const { program } = task;
  const workspace = program.tempBytes > 0 ? make(program.tempBytes, "temp") : void 0;
  const byOutput = /* @__PURE__ */ new Map();
  for (const p of task.picks) byOutput.set(p.attrs.index, lookUp(p));
  const refs = program.slots.map((slot) => {
    if (slot.kind === "temp") {
      return { value: workspace, offset: slot.offset, bytes: slot.bytes };
    }
    let value;
    if (slot.kind === "input") value = lookUp(task.inputs[slot.index]);
    else {
      value = byOutput.get(slot.index) ?? make(slot.bytes, "temp");
      byOutput.set(slot.index, value);
    }
    return { value, offset: 0, bytes: slot.bytes };
  });
  for (const step of program.steps) {
    items.push({ kernel: step.kernel, label: step.label, args: step.args.map((a) => refs[a]) });
  }
}
function donate(items, all, results, outputs, graph, donated) {
  const donations = /* @__PURE__ */ new Map();
  if (donated.size === 0) return donations;
  const inputs = all.filter((v) => v.kind === "input");
  const free = /* @__PURE__ */ new Map();
  const kindOf = (t) => `${t.dtype} ${t.size}`;
  for (const j of donated) {
    const key = kindOf(graph.inputs[j]);
    free.set(key, [...free.get(key) ?? [], inputs[j]]);
  }
  const claim = (i, v) => {
    const list = free.get(kindOf(outputs[i]));
    list.splice(list.indexOf(v), 1);
    donations.set(i, v.index);
  };
  outputs.forEach((t, i) => {
    const j = graph.inputs.indexOf(t);
    if (j >= 0 && donated.has(j) && free.get(kindOf(t))?.includes(inputs[j])) claim(i, inputs[j]);
  });
  outputs.forEach((t, i) => {
    if (donations.has(i)) return;
    const out = results[i];
    if (out.first < 0) return;
    const found = free.get(kindOf(t))?.find((v) => v.last < out.first || mayOverwrite(items[out.first], v, out));
    if (found) claim(i, found);
  });
  return donations;
}
function mayOverwrite(item, input, output) {
  if (input.last !== output.first || item.kernel.kind !== "nest") return false;
  const count = item.kernel.inputs.length;
  if (item.args.slice(count).every((r) => r.value !== output)) return false;
  return item.args.slice(0, count).every(
    (r, k) => r.value !== input || item.kernel.kind === "nest" && item.kernel.inPlace[k] && r.bytes === input.bytes
  );
}
function allocate(items, arena) {
  items.forEach((item, step) => {
    const count = item.kernel.inputs.length;
    const dying = /* @__PURE__ */ new Set();
    for (const { value } of item.args) {
      if (value.kind === "temp" && value.last === step) dying.add(value);
    }
    for (const { value } of item.args) {
      if (value.kind !== "temp" || value.first !== step || value.offset < 0) continue;
      const isOutput = item.args.slice(count).some((r) => r.value === value && r.bytes === value.bytes);
      const host = isOutput ? [...dying].find(
        (v) => v.first < step && v.bytes === value.bytes && mayOverwrite(item, v, value)
      ) : void 0;
      if (host) {
        value.offset = host.offset;
        dying.delete(host);
        if (value.last === step) dying.add(value);
      } else value.offset = arena.take(value.bytes);
      value.first = step;
    }
    for (const v of dying) arena.give(v.offset, v.bytes);
  });
}
function finish(items, all, graph, outputs, tempBytes, donations, name) {
  const slots = [];
  const numbers = /* @__PURE__ */ new Map();
  const ids = new Map(all.map((v, i) => [v, i]));
  const slotOf = (ref) => {
    const key = `${ids.get(ref.value)} ${ref.offset} ${ref.bytes}`;
    let n = numbers.get(key);
    if (n === void 0) {
      n = slots.length;
      numbers.set(key, n);
      const { kind, index: index2, offset } = ref.value;
      slots.push(
        kind === "temp" ? { kind, offset: offset + ref.offset, bytes: ref.bytes } : { kind, index: index2, bytes: ref.bytes }
      );
    }
    return n;
  };
  const steps = items.map((item) => ({
    kernel: item.kernel,
    args: item.args.map(slotOf),
    label: item.label
  }));
  const plain = (t) => ({ shape: t.shape, dtype: t.dtype });
  return {
    name,
    inputs: graph.inputs.map(plain),
    outputs: outputs.map(plain),
    slots,
    steps,
    tempBytes,
    donations
  };
}

// src/compiler/visit.ts
function visit(roots, f) {
  const seen = /* @__PURE__ */ new Set();
  const inIndex = (at) => {
    for (const { atom } of at.terms) {
      if (atom.arg) inIndex(atom.arg);
      if (atom.expr) walk(atom.expr);
    }
  };
  const walk = (e) => {
    if (seen.has(e.id)) return;
    seen.add(e.id);
    for (const a of e.args) walk(a);
    if (e.at) inIndex(e.at);
    f(e);
  };
  for (const e of roots) walk(e);
}

// src/compiler/merge-axes.ts
function mergeAxes(shape, reduceShape, exprs) {
  const forms = collectForms(exprs);
  const places = /* @__PURE__ */ new Map();
  const axes = group("i", shape, forms, places);
  const reduceAxes = group("r", reduceShape, forms, places);
  const rebuild = substitute(places);
  return { axes, reduceAxes, exprs: exprs.map(rebuild) };
}
function collectForms(exprs) {
  const forms = /* @__PURE__ */ new Map();
  const take = (at) => {
    if (forms.has(at.id)) return;
    forms.set(at.id, at);
    for (const { atom } of at.terms) if (atom.arg) take(atom.arg);
  };
  visit(exprs, (e) => {
    if (e.at) take(e.at);
  });
  return [...forms.values()];
}
var coefficient = (form, name) => form.terms.find((t) => t.atom.axis === name)?.coefficient ?? 0;
function group(prefix, shape, forms, places) {
  const real = shape.map((n, i) => ({ n, name: `${prefix}${i}` })).filter((a) => a.n !== 1);
  const runs = [];
  real.forEach((axis2, i) => {
    const before = real[i - 1];
    const joins = before !== void 0 && forms.every((f) => coefficient(f, before.name) === axis2.n * coefficient(f, axis2.name));
    if (joins) runs[runs.length - 1].push(axis2);
    else runs.push([axis2]);
  });
  return runs.map((run, k) => {
    const size = run.reduce((p, a) => p * a.n, 1);
    run.forEach((a, j) => {
      places.set(a.name, { name: `${prefix}${k}`, inner: j === run.length - 1, size });
    });
    return size;
  });
}
function substitute(places) {
  const forms = /* @__PURE__ */ new Map();
  const exprs = /* @__PURE__ */ new Map();
  const form = (at) => {
    let f = forms.get(at.id);
    if (!f) {
      const parts = [at.constant];
      for (const { coefficient: c, atom } of at.terms) {
        if (atom.kind === "axis") {
          const place = places.get(atom.axis);
          if (place.inner) parts.push(scale(axis(place.name, place.size), c));
        } else if (atom.kind === "data") {
          parts.push(scale(fromData(expr(atom.expr), atom.max + 1), c));
        } else {
          const arg = form(atom.arg);
          const by = atom.by;
          parts.push(scale(atom.kind === "div" ? div(arg, by) : mod(arg, by), c));
        }
      }
      f = add(...parts);
      forms.set(at.id, f);
    }
    return f;
  };
  const expr = (e) => {
    let out = exprs.get(e.id);
    if (!out) {
      out = rebuildExpr(e, expr, form);
      exprs.set(e.id, out);
    }
    return out;
  };
  return expr;
}
function rebuildExpr(e, expr, form) {
  const args = e.args.map(expr);
  switch (e.kind) {
    case "const":
    case "acc":
      return e;
    case "index":
      return index(form(e.at));
    case "load":
      return load(e.buffer, form(e.at), e.type, args[0], args[1]);
    case "unary":
      return unary(e.op, args[0]);
    case "binary":
      return binary(e.op, args[0], args[1]);
    case "select":
      return select(args[0], args[1], args[2]);
    case "cast":
      return cast(args[0], e.type);
    case "bitcast":
      return bitcast(args[0], e.type);
  }
}

// src/compiler/nest.ts
var callOf = (t) => ({ attrs: t.attrs, inputs: t.inputs, out: t });
var axesOf = (prefix, shape) => shape.map((n, i) => axis(`${prefix}${i}`, n));
function createReader(decisions, reduce = (t) => {
  throw new Error(`${t.op.name} cannot dissolve here`);
}) {
  const buffers = [];
  const names = /* @__PURE__ */ new Set();
  const numbers = /* @__PURE__ */ new Map();
  const memo = /* @__PURE__ */ new Map();
  const number = (t) => {
    let n = numbers.get(t);
    if (n === void 0) {
      n = buffers.length;
      numbers.set(t, n);
      buffers.push(t);
    }
    return n;
  };
  const read = (t, index2, guard) => {
    if (!decisions.get(t).root) return inline(t, index2, guard);
    const type = computeType(t.dtype);
    const at = flatten(index2, t.shape);
    return load(number(t), at, type, guard?.condition, guard?.otherwise);
  };
  const inline = (t, index2, guard) => {
    const known = memo.get(t) ?? /* @__PURE__ */ new Map();
    memo.set(t, known);
    const key = `${index2.map((i) => i.id)}|${guard?.condition.id}|${guard?.otherwise.id}`;
    let e = known.get(key);
    if (!e) {
      e = compute(t, index2, guard);
      known.set(key, e);
    }
    return e;
  };
  const compute = (t, index2, guard) => {
    const lower = t.op.lower;
    if (lower.kind !== "map") return reduce(t, index2);
    if (!lower.free) names.add(t.op.name);
    const value = lower.body(reads(t, guard), index2, callOf(t));
    const handed = lower.free && t.inputs.length > 0;
    return guard && !handed ? select(guard.condition, value, guard.otherwise) : value;
  };
  const reads = (t, guard) => t.inputs.map((x) => (index2, own) => read(x, index2, both(guard, own, t, x)));
  return { buffers, names, read, inline, reads };
}
function both(outer, own, t, x) {
  if (!outer) return own;
  const free = t.op.lower.kind === "map" && t.op.lower.free;
  const otherwise = free ? outer.otherwise : constant(0, computeType(x.dtype));
  if (!own) return { condition: outer.condition, otherwise };
  return {
    condition: and(outer.condition, own.condition),
    otherwise: select(outer.condition, own.otherwise, otherwise)
  };
}
function buildNest(root, decisions) {
  resetExpressions();
  const index2 = axesOf("i", root.shape);
  const reductions = [];
  let reduceShape = [];
  const reader = createReader(decisions, (t, at) => {
    const lower = reductionOf(t, false);
    if (!lower || reductions.length > 0)
      throw new Error(`${t.op.name}: two reductions in one nest`);
    const call = callOf(t);
    reader.names.add(t.op.name);
    reduceShape = lower.extent(call);
    const op = lower.op(call);
    if (reduceShape.includes(0)) return constant(emptyValue(op), computeType(t.dtype));
    const slot = { op, body: constant(0, "f32") };
    reductions.push(slot);
    slot.body = lower.body(reader.reads(t), at, axesOf("r", reduceShape), call);
    return acc(0, computeType(t.dtype));
  });
  const result = reader.inline(root, index2);
  if (reductions.length === 0) reduceShape = [];
  const merged = mergeAxes(root.shape, reduceShape, [...reductions.map((r) => r.body), result]);
  const results = [merged.exprs[merged.exprs.length - 1]];
  const bodies = merged.exprs.slice(0, -1);
  const kernel = {
    kind: "nest",
    axes: merged.axes,
    reduceAxes: merged.reduceAxes,
    reductions: reductions.map((r, i) => ({ op: r.op, body: bodies[i] })),
    results,
    inputs: reader.buffers.map((t) => t.dtype),
    outputs: [root.dtype],
    inputSizes: reader.buffers.map((t) => sizeOf(t.shape))
  };
  const inPlace = reader.buffers.map((_, k) => readsOwnIndexOnly(k, bodies, results, merged.axes));
  return {
    kernel: { ...kernel, inPlace, key: nestKey(kernel) },
    inputs: reader.buffers,
    label: [...reader.names].join("+") || root.op.name
  };
}
function emptyValue(op) {
  switch (op) {
    case "sum":
    case "any":
    case "argmax":
    case "argmin":
      return 0;
    case "prod":
    case "all":
      return 1;
    case "max":
      return Number.NEGATIVE_INFINITY;
    case "min":
      return Number.POSITIVE_INFINITY;
  }
}
function readsOwnIndexOnly(buffer, bodies, results, axes) {
  const own = flatten(axesOf("i", axes), axes);
  let ok = true;
  visit(bodies, (e) => {
    if (e.kind === "load" && e.buffer === buffer) ok = false;
  });
  visit(results, (e) => {
    if (e.kind === "load" && e.buffer === buffer && e.at?.id !== own.id) ok = false;
  });
  return ok;
}

// src/compiler/special.ts
var callOf2 = (t) => ({ attrs: t.attrs, inputs: t.inputs, out: t });
function kernelFor(t, spec, operands) {
  const inputs = operands.map((x) => x.dtype);
  const inputSizes = operands.map((x) => sizeOf(x.shape));
  return {
    kind: "special",
    spec,
    inputs,
    outputs: [t.dtype],
    inputSizes,
    key: `${JSON.stringify(spec)} ${inputs} -> ${t.dtype}`
  };
}
function contiguousKernel(t) {
  const lower = t.op.lower;
  return kernelFor(t, lower.spec(callOf2(t)), t.inputs);
}
function viewOf(x, decisions, isInput) {
  const base = behindViews(x, isInput);
  if (!decisions.get(base).root) return void 0;
  const reader = createReader(decisions);
  const e = reader.read(x, axesOf("i", x.shape));
  if (e.kind !== "load" || e.guard || reader.buffers.length !== 1) return void 0;
  return { base: reader.buffers[0], at: e.at };
}
function linear(at, rank) {
  const strides = new Array(rank).fill(0);
  for (const { coefficient: coefficient2, atom } of at.terms) {
    if (atom.kind !== "axis") return void 0;
    strides[Number(atom.axis.slice(1))] = coefficient2;
  }
  return { strides, offset: at.constant };
}
function buildSpecial(t, decisions, isInput) {
  resetExpressions();
  const lower = t.op.lower;
  let spec = lower.spec(callOf2(t));
  const copies = [];
  const strides = [];
  const inputs = t.inputs.map((x) => {
    if (decisions.get(x).root) {
      strides.push(void 0);
      return x;
    }
    const view = viewOf(x, decisions, isInput);
    const dims = view && spec.kind === "matmul" ? linear(view.at, x.shape.length) : void 0;
    const plain = view && view.at.id === flatten(axesOf("i", x.shape), x.shape).id && sizeOf(view.base.shape) === sizeOf(x.shape);
    if (view && (dims || plain)) {
      strides.push(dims);
      return view.base;
    }
    strides.push(void 0);
    copies.push(x);
    return x;
  });
  if (spec.kind === "matmul") spec = withStrides(spec, strides, t);
  return { kernel: kernelFor(t, spec, inputs), inputs, copies };
}
function withStrides(spec, views, t) {
  const side = (k, own, batchKey) => {
    const view = views[k];
    if (!view) return { matrix: own, batch: spec.batch.map((b2) => b2[batchKey]) };
    const n = view.strides.length;
    const shape = t.inputs[k].shape;
    const matrix = { row: view.strides[n - 2], col: view.strides[n - 1], offset: view.offset };
    const skip = spec.batch.length - (n - 2);
    const batch = spec.batch.map(
      (_, i) => i < skip || shape[i - skip] === 1 ? 0 : view.strides[i - skip]
    );
    return { matrix, batch };
  };
  const a = side(0, spec.a, "a");
  const b = side(1, spec.b, "b");
  return {
    ...spec,
    a: a.matrix,
    b: b.matrix,
    batch: spec.batch.map((dim, i) => ({ size: dim.size, a: a.batch[i], b: b.batch[i] }))
  };
}

// src/compiler/plan.ts
var planProgram = (graph, options) => plan(graph, options, /* @__PURE__ */ new Map());
function plan(graph, options, calls) {
  const { capabilities } = options;
  const { order, outputs } = mergeEqual(graph);
  const inputs = new Set(graph.inputs);
  const isInput = (t) => inputs.has(t);
  for (const t of order) checkDType(t, capabilities, options.name);
  const special = (t) => {
    const lower = t.op.lower;
    if (lower.kind !== "kernel" || t.size === 0) return false;
    const kernel = contiguousKernel(t);
    return capabilities.supports(kernel);
  };
  const wanted = new Set(outputs);
  const decisions = decide(order, wanted, isInput, special, capabilities);
  const tasks = [];
  const copied = /* @__PURE__ */ new Set();
  const picks = picksByCall(order);
  for (const t of order) {
    const d = decisions.get(t);
    if (!d.root || isInput(t) || t.op.lower.kind === "pick") continue;
    if (t.op.lower.kind === "call") {
      const key = attrsKey(t);
      let program = calls.get(key);
      if (!program) {
        const { graph: inner } = t.attrs;
        program = plan(inner, { ...options, name: "call", donate: /* @__PURE__ */ new Set() }, calls);
        calls.set(key, program);
      }
      tasks.push({ kind: "call", program, inputs: t.inputs, picks: picks.get(t) ?? [] });
      continue;
    }
    if (t.size === 0) continue;
    if (d.special) {
      const { kernel, inputs: operands, copies } = buildSpecial(t, decisions, isInput);
      for (const x of copies) {
        if (copied.has(x) || x.size === 0) continue;
        copied.add(x);
        tasks.push(nestTask(x, decisions));
        decisions.get(x).root = true;
      }
      tasks.push({ kind: "kernel", kernel, inputs: operands, output: t, label: t.op.name });
    } else tasks.push(nestTask(t, decisions));
  }
  return layOut(tasks, graph, outputs, options);
}
function picksByCall(order) {
  const picks = /* @__PURE__ */ new Map();
  for (const t of order) {
    if (t.op.lower.kind !== "pick") continue;
    const [call] = t.inputs;
    picks.set(call, [...picks.get(call) ?? [], t]);
  }
  return picks;
}
function nestTask(t, decisions) {
  const { kernel, inputs, label } = buildNest(t, decisions);
  return { kind: "kernel", kernel, inputs, output: t, label };
}
function checkDType(t, capabilities, name) {
  if (capabilities.bytes(t.dtype) === void 0) {
    throw new DTypeError(
      `${name}: ${t.op.name} gives ${t}, but this device has no ${t.dtype}; cast it first`
    );
  }
}

export {
  planProgram
};
//# sourceMappingURL=data:application/json;base64,ewogICJ2ZXJzaW9uIjogMywKICAic291cmNlcyI6IFsiLi4vLi4vc3JjL2NvbXBpbGVyL2NvbW1vbi1zdWJleHByZXNzaW9ucy50cyIsICIuLi8uLi9zcmMvY29tcGlsZXIvZnVzaW9uLnRzIiwgIi4uLy4uL3NyYy9jb21waWxlci9uZXN0LWtleS50cyIsICIuLi8uLi9zcmMvY29tcGlsZXIvY29weS1rZXJuZWwudHMiLCAiLi4vLi4vc3JjL2NvbXBpbGVyL21lbW9yeS50cyIsICIuLi8uLi9zcmMvY29tcGlsZXIvbGl2ZW5lc3MudHMiLCAiLi4vLi4vc3JjL2NvbXBpbGVyL3Zpc2l0LnRzIiwgIi4uLy4uL3NyYy9jb21waWxlci9tZXJnZS1heGVzLnRzIiwgIi4uLy4uL3NyYy9jb21waWxlci9uZXN0LnRzIiwgIi4uLy4uL3NyYy9jb21waWxlci9zcGVjaWFsLnRzIiwgIi4uLy4uL3NyYy9jb21waWxlci9wbGFuLnRzIl0sCiAgInNvdXJjZXNDb250ZW50IjogWyIvLyBNZXJnaW5nIGVxdWFsIG5vZGVzOiB0aGUgc2FtZSBvcGVyYXRpb24gb24gdGhlIHNhbWUgb3BlcmFuZHMgd2l0aCB0aGUgc2FtZSBhdHRyaWJ1dGVzIGlzIGNvbXB1dGVkXG4vLyBvbmNlLCBhbmQgbm9kZXMgdGhhdCBleGlzdCBmb3IgdGhlIHRhcGUgb25seSAoYWxpYXMsIHN0b3BHcmFkaWVudCkgdmFuaXNoLiBUaGUgaW5zaWRlcyBvZiBjYWxscyBhcmUgZ3JhcGhzIG9mIHRoZWlyIG93biBhbmQgYXJlIG5vdCB0b3VjaGVkLCBzbyBhIHJlY29tcHV0YXRpb24gc3RheXMgb25lLlxuaW1wb3J0IHR5cGUgeyBBbnlPcCB9IGZyb20gJy4uL3RlbnNvci9kZWZpbmUudHMnO1xuaW1wb3J0IHsgVGVuc29yIH0gZnJvbSAnLi4vdGVuc29yL3RlbnNvci50cyc7XG5pbXBvcnQgeyB0eXBlIEdyYXBoLCB0b3BvbG9naWNhbE9yZGVyIH0gZnJvbSAnLi9ncmFwaC50cyc7XG5pbXBvcnQgeyBhdHRyc0tleSB9IGZyb20gJy4va2V5LnRzJztcblxuLyoqIFRoZSBub2RlcyB0byBjb21wdXRlLCBvcGVyYW5kcyBmaXJzdCwgYW5kIHRoZSBvdXRwdXRzIGFtb25nIHRoZW0uICovXG5leHBvcnQgaW50ZXJmYWNlIENhbm9uaWNhbCB7XG4gIHJlYWRvbmx5IG9yZGVyOiBUZW5zb3JbXTtcbiAgcmVhZG9ubHkgb3V0cHV0czogVGVuc29yW107XG59XG5cbi8vIEEgY29weSBvZiBhIG5vZGUgd2l0aCBvdGhlciBvcGVyYW5kczsgbWFkZSB3aXRob3V0IGFubm91bmNpbmcgYSBuZXcgdGVuc29yIHRvIHNjb3Blcy5cbmZ1bmN0aW9uIHdpdGhJbnB1dHModDogVGVuc29yLCBpbnB1dHM6IHJlYWRvbmx5IFRlbnNvcltdKTogVGVuc29yIHtcbiAgY29uc3QgY29weSA9IE9iamVjdC5jcmVhdGUoVGVuc29yLnByb3RvdHlwZSkgYXMgVGVuc29yO1xuICByZXR1cm4gT2JqZWN0LmFzc2lnbihjb3B5LCB0LCB7IGlucHV0cywgb3A6IHQub3AgYXMgQW55T3AsIHN0b3JhZ2U6IHVuZGVmaW5lZCwgaG9zdDogdW5kZWZpbmVkIH0pO1xufVxuXG4vKiogUmVwbGFjZXMgZXF1YWwgbm9kZXMgYnkgdGhlIGZpcnN0IG9mIHRoZW0sIGFuZCBub2RlcyB0aGF0IG9ubHkgc2VydmUgdGhlIHRhcGUgYnkgdGhlaXIgdmFsdWUuICovXG5leHBvcnQgZnVuY3Rpb24gbWVyZ2VFcXVhbChncmFwaDogR3JhcGgpOiBDYW5vbmljYWwge1xuICBjb25zdCBpbnB1dHMgPSBuZXcgU2V0KGdyYXBoLmlucHV0cyk7XG4gIGNvbnN0IG9yZGVyID0gdG9wb2xvZ2ljYWxPcmRlcihncmFwaC5vdXRwdXRzLCAodCkgPT4gaW5wdXRzLmhhcyh0KSk7XG4gIGNvbnN0IGNhbm9uaWNhbCA9IG5ldyBNYXA8VGVuc29yLCBUZW5zb3I+KCk7XG4gIGNvbnN0IGJ5S2V5ID0gbmV3IE1hcDxzdHJpbmcsIFRlbnNvcj4oKTtcbiAgY29uc3Qga2VwdDogVGVuc29yW10gPSBbXTtcbiAgZm9yIChjb25zdCB0IG9mIG9yZGVyKSB7XG4gICAgaWYgKGlucHV0cy5oYXModCkpIHtcbiAgICAgIGNhbm9uaWNhbC5zZXQodCwgdCk7XG4gICAgICBrZXB0LnB1c2godCk7XG4gICAgICBjb250aW51ZTtcbiAgICB9XG4gICAgY29uc3Qgb3BlcmFuZHMgPSB0LmlucHV0cy5tYXAoKHgpID0+IGNhbm9uaWNhbC5nZXQoeCkgYXMgVGVuc29yKTtcbiAgICBpZiAodC5vcC5sb3dlci5raW5kID09PSAnbWFwJyAmJiB0Lm9wLmxvd2VyLmlkZW50aXR5KSB7XG4gICAgICBjYW5vbmljYWwuc2V0KHQsIG9wZXJhbmRzWzBdKTtcbiAgICAgIGNvbnRpbnVlO1xuICAgIH1cbiAgICBjb25zdCBrZXkgPSBgJHt0Lm9wLm5hbWV9ICR7b3BlcmFuZHMubWFwKCh4KSA9PiB4LmlkKX0gJHthdHRyc0tleSh0KX0gJHt0LmR0eXBlfWA7XG4gICAgY29uc3Qga25vd24gPSBieUtleS5nZXQoa2V5KTtcbiAgICBpZiAoa25vd24pIHtcbiAgICAgIGNhbm9uaWNhbC5zZXQodCwga25vd24pO1xuICAgICAgY29udGludWU7XG4gICAgfVxuICAgIGNvbnN0IG5vZGUgPSBvcGVyYW5kcy5ldmVyeSgoeCwgaSkgPT4geCA9PT0gdC5pbnB1dHNbaV0pID8gdCA6IHdpdGhJbnB1dHModCwgb3BlcmFuZHMpO1xuICAgIGJ5S2V5LnNldChrZXksIG5vZGUpO1xuICAgIGNhbm9uaWNhbC5zZXQodCwgbm9kZSk7XG4gICAga2VwdC5wdXNoKG5vZGUpO1xuICB9XG4gIHJldHVybiB7IG9yZGVyOiBrZXB0LCBvdXRwdXRzOiBncmFwaC5vdXRwdXRzLm1hcCgodCkgPT4gY2Fub25pY2FsLmdldCh0KSBhcyBUZW5zb3IpIH07XG59XG4iLCAiLy8gV2hpY2ggbm9kZXMgZ2V0IG1lbW9yeSBhbmQgd2hpY2ggZGlzc29sdmUgaW50byB0aGVpciBjb25zdW1lcnMuIEEgbm9kZSB0aGF0IGRpc3NvbHZlcyBpcyBjb21wdXRlZFxuLy8gaW5zaWRlIGVhY2gga2VybmVsIHRoYXQgcmVhZHMgaXQsIGF0IHdoYXRldmVyIGluZGV4IHRoZSBrZXJuZWwgbmVlZHM6IHZpZXdzIGJlY29tZSBpbmRleCBhcml0aG1ldGljLFxuLy8gZWxlbWVudHdpc2UgY2hhaW5zIGJlY29tZSBvbmUgZXhwcmVzc2lvbiwgYSByZWR1Y3Rpb24gY2FuIGVuZCBpbiB0aGUgZWxlbWVudHdpc2Ugd29yayB0aGF0IGZvbGxvd3MuXG4vL1xuLy8gRmlyc3QgcGFzcywgY29uc3VtZXJzIGZpcnN0OiBldmVyeSB1c2Ugb2YgYSBub2RlIGhhcyBhIHRva2VuIHRoYXQgbmFtZXMgdGhlIGtlcm5lbCBhbmQgdGhlIGluZGV4IGl0XG4vLyBpcyByZWFkIGF0OyBlbGVtZW50d2lzZSBvcGVyYXRpb25zIGhhbmQgdGhlaXIgdG9rZW4gb24sIGV2ZXJ5dGhpbmcgZWxzZSBtYWtlcyBhIG5ldyBvbmUuIE9uZSB0b2tlblxuLy8gbWVhbnMgdGhhdCB0aGUgbm9kZSBpcyByZWFkIG9uY2UgcGVyIGVsZW1lbnQsIHNvIGl0IGRpc3NvbHZlcyBmb3IgZnJlZTsgc2V2ZXJhbCBtZWFuIHJlY29tcHV0YXRpb24sXG4vLyB3aGljaCBvbmx5IHZpZXdzIGFuZCBjaGVhcCBhcml0aG1ldGljIGFyZSB3b3J0aC4gU2Vjb25kIHBhc3MsIG9wZXJhbmRzIGZpcnN0OiBrZXJuZWxzIHRoYXQgZ3JvdyB0b29cbi8vIGxhcmdlIG9yIHJlYWQgdG9vIG1hbnkgYnVmZmVycyBhcmUgY3V0LiBCb3RoIHBhc3NlcyBhcmUgbGluZWFyLlxuXG5pbXBvcnQgdHlwZSB7IEtlcm5lbExvd2VyaW5nLCBSZWR1Y2VMb3dlcmluZyB9IGZyb20gJy4uL3RlbnNvci9kZWZpbmUudHMnO1xuaW1wb3J0IHR5cGUgeyBUZW5zb3IgfSBmcm9tICcuLi90ZW5zb3IvdGVuc29yLnRzJztcbmltcG9ydCB0eXBlIHsgQ2FwYWJpbGl0aWVzIH0gZnJvbSAnLi9jYXBhYmlsaXRpZXMudHMnO1xuXG4vKiogSG93IG9uZSBub2RlIGlzIHJlYWxpc2VkLiAqL1xuZXhwb3J0IGludGVyZmFjZSBEZWNpc2lvbiB7XG4gIHJlYWRvbmx5IG5vZGU6IFRlbnNvcjtcbiAgLyoqIEhhcyBtZW1vcnkgb2YgaXRzIG93bjogYW4gaW5wdXQsIG9yIHRoZSByZXN1bHQgb2YgYSBrZXJuZWwgb3IgY2FsbC4gKi9cbiAgcm9vdDogYm9vbGVhbjtcbiAgLyoqIFVzZXM6IHRva2VuIC0+IHRoZSBrZXJuZWwncyByb290IGFuZCB3aGV0aGVyIGl0cyBpbmRleCBpcyB0aGUgcm9vdCdzIG93bi4gKi9cbiAgcmVhZG9ubHkgdG9rZW5zOiBNYXA8c3RyaW5nLCB7IHJlYWRvbmx5IHJvb3Q6IFRlbnNvcjsgcmVhZG9ubHkgb3duOiBib29sZWFuIH0+O1xuICAvKiogTXVzdCBiZSBjb21wdXRlZCBiZWZvcmVoYW5kLCB3aG9ldmVyIHJlYWRzIGl0LiAqL1xuICBmb3JjZWQ6IGJvb2xlYW47XG4gIC8qKiBTcGVjaWFsIGtlcm5lbCByYXRoZXIgdGhhbiBhbiBleHByZXNzaW9uLiAqL1xuICBzcGVjaWFsOiBib29sZWFuO1xuICAvKiogU2l6ZSBvZiB0aGUgaW5saW5lZCBleHByZXNzaW9uLCBpdHMgZGVwdGgsIHRoZSBidWZmZXJzIGl0IHJlYWRzLiAqL1xuICBjb3N0OiBudW1iZXI7XG4gIGRlcHRoOiBudW1iZXI7XG4gIGJ1ZmZlcnM6IFNldDxUZW5zb3I+O1xufVxuXG5jb25zdCBtYXhUb2tlbnMgPSA0O1xuY29uc3QgbWF4Q29zdCA9IDE5MjtcbmNvbnN0IG1heERlcHRoID0gNDg7XG5cbi8vIFJlbGF0aXZlIHByaWNlIG9mIHJlY29tcHV0aW5nIG9uZSBlbGVtZW50LlxuY29uc3QgaGVhdnkgPSBuZXcgU2V0KFtcbiAgJ2V4cCcsXG4gICdsb2cnLFxuICAnbG9nMicsXG4gICdsb2cxcCcsXG4gICdleHBtMScsXG4gICdzaW4nLFxuICAnY29zJyxcbiAgJ3RhbicsXG4gICdhc2luJyxcbiAgJ2Fjb3MnLFxuICAnYXRhbicsXG4gICdzaW5oJyxcbiAgJ2Nvc2gnLFxuICAndGFuaCcsXG4gICdlcmYnLFxuICAncG93JyxcbiAgJ2F0YW4yJyxcbiAgJ3NpZ21vaWQnLFxuICAndGhyZWVmcnknLFxuICAncmFuZG9tQml0cycsXG4gICdyYW5kb21JbnRlZ2VycycsXG4gICdlcmZJbnYnLFxuXSk7XG5jb25zdCBwcmljZSA9ICh0OiBUZW5zb3IpOiBudW1iZXIgPT5cbiAgdC5vcC5sb3dlci5raW5kID09PSAnbWFwJyAmJiB0Lm9wLmxvd2VyLmZyZWUgPyAwIDogaGVhdnkuaGFzKHQub3AubmFtZSkgPyAxMiA6IDE7XG5cbi8qKiBUaGUgcmVkdWN0aW9uIHRoYXQgY29tcHV0ZXMgYSBub2RlLCBpZiBpdCBpcyBvbmUgaGVyZS4gKi9cbmV4cG9ydCBmdW5jdGlvbiByZWR1Y3Rpb25PZih0OiBUZW5zb3IsIHNwZWNpYWw6IGJvb2xlYW4pOiBSZWR1Y2VMb3dlcmluZzxvYmplY3Q+IHwgdW5kZWZpbmVkIHtcbiAgY29uc3QgbG93ZXIgPSB0Lm9wLmxvd2VyO1xuICBpZiAobG93ZXIua2luZCA9PT0gJ3JlZHVjZScpIHJldHVybiBsb3dlcjtcbiAgcmV0dXJuIGxvd2VyLmtpbmQgPT09ICdrZXJuZWwnICYmICFzcGVjaWFsXG4gICAgPyAobG93ZXIgYXMgS2VybmVsTG93ZXJpbmc8b2JqZWN0PikuZmFsbGJhY2tcbiAgICA6IHVuZGVmaW5lZDtcbn1cblxuLyoqIFRoZSBvcGVyYW5kIGJlbG93IGEgY2hhaW4gb2YgZnJlZSB2aWV3cywgYW5kIHdoZXRoZXIgdGhlcmUgd2FzIG9uZS4gKi9cbmV4cG9ydCBmdW5jdGlvbiBiZWhpbmRWaWV3cyh0OiBUZW5zb3IsIGlzSW5wdXQ6ICh0OiBUZW5zb3IpID0+IGJvb2xlYW4pOiBUZW5zb3Ige1xuICBsZXQgeCA9IHQ7XG4gIHdoaWxlICghaXNJbnB1dCh4KSAmJiB4Lm9wLmxvd2VyLmtpbmQgPT09ICdtYXAnICYmIHgub3AubG93ZXIuZnJlZSAmJiB4LmlucHV0cy5sZW5ndGggPT09IDEpIHtcbiAgICB4ID0geC5pbnB1dHNbMF07XG4gIH1cbiAgcmV0dXJuIHg7XG59XG5cbi8qKlxuICogRGVjaWRlcyBmb3IgZXZlcnkgbm9kZSBvZiBgb3JkZXJgIChvcGVyYW5kcyBmaXJzdCkuIGBzcGVjaWFsKHQpYCB0ZWxscyB3aGV0aGVyIGEgYmFja2VuZCBrZXJuZWxcbiAqIHNlcnZlcyB0aGUgbm9kZTsgYHN0cmlkZWQodClgIHdoZXRoZXIgdGhhdCBrZXJuZWwgc2VlcyB0aHJvdWdoIHZpZXdzIG9mIGl0cyBvcGVyYW5kcy5cbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGRlY2lkZShcbiAgb3JkZXI6IHJlYWRvbmx5IFRlbnNvcltdLFxuICBvdXRwdXRzOiBSZWFkb25seVNldDxUZW5zb3I+LFxuICBpc0lucHV0OiAodDogVGVuc29yKSA9PiBib29sZWFuLFxuICBzcGVjaWFsOiAodDogVGVuc29yKSA9PiBib29sZWFuLFxuICBjYXBhYmlsaXRpZXM6IFBpY2s8Q2FwYWJpbGl0aWVzLCAnbWF4SW5wdXRzJz4sXG4pOiBNYXA8VGVuc29yLCBEZWNpc2lvbj4ge1xuICBjb25zdCBkZWNpc2lvbnMgPSBuZXcgTWFwPFRlbnNvciwgRGVjaXNpb24+KCk7XG4gIGZvciAoY29uc3Qgbm9kZSBvZiBvcmRlcikge1xuICAgIGRlY2lzaW9ucy5zZXQobm9kZSwge1xuICAgICAgbm9kZSxcbiAgICAgIHJvb3Q6IGZhbHNlLFxuICAgICAgdG9rZW5zOiBuZXcgTWFwKCksXG4gICAgICBmb3JjZWQ6IG91dHB1dHMuaGFzKG5vZGUpLFxuICAgICAgc3BlY2lhbDogZmFsc2UsXG4gICAgICBjb3N0OiAwLFxuICAgICAgZGVwdGg6IDAsXG4gICAgICBidWZmZXJzOiBuZXcgU2V0KCksXG4gICAgfSk7XG4gIH1cbiAgY29uc3QgcmVkdWNlZCA9IG5ldyBTZXQ8VGVuc29yPigpOyAvLyBrZXJuZWxzIHRoYXQgaGF2ZSB0aGVpciByZWR1Y3Rpb25cbiAgZm9yIChsZXQgaSA9IG9yZGVyLmxlbmd0aCAtIDE7IGkgPj0gMDsgaS0tKSB7XG4gICAgY29uc3QgZCA9IGRlY2lzaW9ucy5nZXQob3JkZXJbaV0pIGFzIERlY2lzaW9uO1xuICAgIGNob29zZVJvb3QoZCwgaXNJbnB1dCwgc3BlY2lhbCwgcmVkdWNlZCk7XG4gICAgaWYgKCFpc0lucHV0KGQubm9kZSkpIHBhc3NPbihkLCBkZWNpc2lvbnMsIGlzSW5wdXQpO1xuICB9XG4gIGZvciAoY29uc3Qgbm9kZSBvZiBvcmRlcikge1xuICAgIGlmICghaXNJbnB1dChub2RlKSkgbGltaXQoZGVjaXNpb25zLmdldChub2RlKSBhcyBEZWNpc2lvbiwgZGVjaXNpb25zLCBjYXBhYmlsaXRpZXMubWF4SW5wdXRzKTtcbiAgfVxuICByZXR1cm4gZGVjaXNpb25zO1xufVxuXG5mdW5jdGlvbiBjaG9vc2VSb290KFxuICBkOiBEZWNpc2lvbixcbiAgaXNJbnB1dDogKHQ6IFRlbnNvcikgPT4gYm9vbGVhbixcbiAgc3BlY2lhbDogKHQ6IFRlbnNvcikgPT4gYm9vbGVhbixcbiAgcmVkdWNlZDogU2V0PFRlbnNvcj4sXG4pOiB2b2lkIHtcbiAgY29uc3QgdCA9IGQubm9kZTtcbiAgY29uc3Qga2luZCA9IHQub3AubG93ZXIua2luZDtcbiAgaWYgKGlzSW5wdXQodCkgfHwga2luZCA9PT0gJ2NhbGwnIHx8IGtpbmQgPT09ICdwaWNrJykge1xuICAgIGQucm9vdCA9IHRydWU7XG4gICAgcmV0dXJuO1xuICB9XG4gIGQuc3BlY2lhbCA9IGtpbmQgPT09ICdrZXJuZWwnICYmIHNwZWNpYWwodCk7XG4gIGlmIChkLmZvcmNlZCB8fCBkLnNwZWNpYWwpIHtcbiAgICBkLnJvb3QgPSB0cnVlO1xuICAgIHJldHVybjtcbiAgfVxuICBjb25zdCB0b2tlbnMgPSBbLi4uZC50b2tlbnMudmFsdWVzKCldO1xuICBpZiAocmVkdWN0aW9uT2YodCwgZC5zcGVjaWFsKSkge1xuICAgIC8vIGVwaWxvZ3VlOiB0aGUgb25seSByZWFkZXIgY29tcHV0ZXMgb24sIGVsZW1lbnQgYnkgZWxlbWVudCwgb3ZlciB0aGUgc2FtZSBzaGFwZVxuICAgIGNvbnN0IFt1c2VdID0gdG9rZW5zO1xuICAgIGQucm9vdCA9ICEoXG4gICAgICB0b2tlbnMubGVuZ3RoID09PSAxICYmXG4gICAgICB1c2Uub3duICYmXG4gICAgICB1c2Uucm9vdC5vcC5sb3dlci5raW5kID09PSAnbWFwJyAmJlxuICAgICAgIXJlZHVjZWQuaGFzKHVzZS5yb290KSAmJlxuICAgICAgdXNlLnJvb3Quc2l6ZSA9PT0gdC5zaXplXG4gICAgKTtcbiAgICBpZiAoIWQucm9vdCkgcmVkdWNlZC5hZGQodXNlLnJvb3QpO1xuICAgIHJldHVybjtcbiAgfVxuICBjb25zdCBjb3N0ID0gcHJpY2UodCk7XG4gIGQucm9vdCA9ICEoXG4gICAgdG9rZW5zLmxlbmd0aCA9PT0gMSB8fFxuICAgIChjb3N0ID09PSAwID8gdG9rZW5zLmxlbmd0aCA8PSA4IDogY29zdCA8IDQgJiYgdG9rZW5zLmxlbmd0aCA8PSBtYXhUb2tlbnMpXG4gICk7XG59XG5cbi8vIEhhbmRzIHRoZSB1c2VzIG9mIGEgbm9kZSBvbiB0byBpdHMgb3BlcmFuZHMuXG5mdW5jdGlvbiBwYXNzT24oXG4gIGQ6IERlY2lzaW9uLFxuICBkZWNpc2lvbnM6IE1hcDxUZW5zb3IsIERlY2lzaW9uPixcbiAgaXNJbnB1dDogKHQ6IFRlbnNvcikgPT4gYm9vbGVhbixcbik6IHZvaWQge1xuICBjb25zdCB0ID0gZC5ub2RlO1xuICBjb25zdCBsb3dlciA9IHQub3AubG93ZXI7XG4gIGNvbnN0IHJlZHVjdGlvbiA9IHJlZHVjdGlvbk9mKHQsIGQuc3BlY2lhbCk7XG4gIGNvbnN0IG1hcCA9IGxvd2VyLmtpbmQgPT09ICdtYXAnID8gbG93ZXIgOiB1bmRlZmluZWQ7XG4gIHQuaW5wdXRzLmZvckVhY2goKHgsIGspID0+IHtcbiAgICBjb25zdCBvcGVyYW5kID0gZGVjaXNpb25zLmdldCh4KSBhcyBEZWNpc2lvbjtcbiAgICBpZiAoZC5zcGVjaWFsIHx8IGxvd2VyLmtpbmQgPT09ICdjYWxsJyB8fCBsb3dlci5raW5kID09PSAncGljaycpIHtcbiAgICAgIC8vIHZpZXdzIG9mIGFuIG9wZXJhbmQgbWF5IGRpc3NvbHZlIGludG8gc3RyaWRlczsgd2hhdCBzdGFuZHMgYmVoaW5kIHRoZW0gbmVlZHMgbWVtb3J5XG4gICAgICBjb25zdCBiYXNlID0gbG93ZXIua2luZCA9PT0gJ2tlcm5lbCcgPyBiZWhpbmRWaWV3cyh4LCBpc0lucHV0KSA6IHg7XG4gICAgICAoZGVjaXNpb25zLmdldChiYXNlKSBhcyBEZWNpc2lvbikuZm9yY2VkID0gdHJ1ZTtcbiAgICAgIGlmIChiYXNlICE9PSB4KSBvcGVyYW5kLnRva2Vucy5zZXQoYHZpZXcgJHt0LmlkfSAke2t9YCwgeyByb290OiB0LCBvd246IGZhbHNlIH0pO1xuICAgICAgcmV0dXJuO1xuICAgIH1cbiAgICBjb25zdCByZXVzZSA9IG1hcD8ucmV1c2UgfHwgcmVkdWN0aW9uPy5yZXVzZTtcbiAgICBpZiAocmV1c2UgfHwgKG1hcCAmJiBleHBhbmRzKHQsIHgpKSkge1xuICAgICAgY29uc3QgYmFzZSA9IGJlaGluZFZpZXdzKHgsIGlzSW5wdXQpO1xuICAgICAgaWYgKGJhc2Uub3AubG93ZXIua2luZCAhPT0gJ21hcCcgfHwgIWJhc2Uub3AubG93ZXIuZnJlZSkge1xuICAgICAgICAoZGVjaXNpb25zLmdldChiYXNlKSBhcyBEZWNpc2lvbikuZm9yY2VkID0gdHJ1ZTtcbiAgICAgIH1cbiAgICB9XG4gICAgaWYgKGQucm9vdCkge1xuICAgICAgY29uc3Qgb3duID0gbWFwPy5lbGVtZW50d2lzZSA9PT0gdHJ1ZTtcbiAgICAgIGNvbnN0IHRva2VuID0gb3duID8gYCR7dC5pZH1gIDogYCR7dC5pZH06JHtyZWR1Y3Rpb24gPyAncicgOiBrfWA7XG4gICAgICBvcGVyYW5kLnRva2Vucy5zZXQodG9rZW4sIHsgcm9vdDogdCwgb3duIH0pO1xuICAgIH0gZWxzZSB7XG4gICAgICBmb3IgKGNvbnN0IFt0b2tlbiwgdXNlXSBvZiBkLnRva2Vucykge1xuICAgICAgICBpZiAobWFwPy5lbGVtZW50d2lzZSkgb3BlcmFuZC50b2tlbnMuc2V0KHRva2VuLCB1c2UpO1xuICAgICAgICBlbHNlXG4gICAgICAgICAgb3BlcmFuZC50b2tlbnMuc2V0KGAke3Rva2VufS8ke3QuaWR9OiR7cmVkdWN0aW9uID8gJ3InIDoga31gLCB7XG4gICAgICAgICAgICByb290OiB1c2Uucm9vdCxcbiAgICAgICAgICAgIG93bjogZmFsc2UsXG4gICAgICAgICAgfSk7XG4gICAgICB9XG4gICAgfVxuICB9KTtcbn1cblxuLy8gQSBicm9hZGNhc3QgcmVhZHMgaXRzIG9wZXJhbmQgbWFueSB0aW1lczogY29tcHV0ZSBpdCBvbmNlLCB1bmxlc3MgaXQgaXMgYSBwbGFpbiB2aWV3LlxuY29uc3QgZXhwYW5kcyA9ICh0OiBUZW5zb3IsIHg6IFRlbnNvcik6IGJvb2xlYW4gPT5cbiAgdC5vcC5uYW1lID09PSAnYnJvYWRjYXN0JyAmJiB0LnNpemUgPiB4LnNpemUgJiYgcHJpY2UoeCkgPiAwO1xuXG5mdW5jdGlvbiBsaW1pdChkOiBEZWNpc2lvbiwgZGVjaXNpb25zOiBNYXA8VGVuc29yLCBEZWNpc2lvbj4sIG1heElucHV0czogbnVtYmVyKTogdm9pZCB7XG4gIGNvbnN0IG1lYXN1cmUgPSAoKTogdm9pZCA9PiB7XG4gICAgZC5jb3N0ID0gcHJpY2UoZC5ub2RlKTtcbiAgICBkLmRlcHRoID0gMTtcbiAgICBkLmJ1ZmZlcnMgPSBuZXcgU2V0KCk7XG4gICAgZm9yIChjb25zdCB4IG9mIGQubm9kZS5pbnB1dHMpIHtcbiAgICAgIGNvbnN0IG8gPSBkZWNpc2lvbnMuZ2V0KHgpIGFzIERlY2lzaW9uO1xuICAgICAgaWYgKG8ucm9vdCkgZC5idWZmZXJzLmFkZCh4KTtcbiAgICAgIGVsc2Uge1xuICAgICAgICBkLmNvc3QgKz0gby5jb3N0O1xuICAgICAgICBkLmRlcHRoID0gTWF0aC5tYXgoZC5kZXB0aCwgby5kZXB0aCArIDEpO1xuICAgICAgICBmb3IgKGNvbnN0IGIgb2Ygby5idWZmZXJzKSBkLmJ1ZmZlcnMuYWRkKGIpO1xuICAgICAgfVxuICAgIH1cbiAgfTtcbiAgbWVhc3VyZSgpO1xuICB3aGlsZSAoZC5jb3N0ID4gbWF4Q29zdCB8fCBkLmRlcHRoID4gbWF4RGVwdGggfHwgZC5idWZmZXJzLnNpemUgPiBtYXhJbnB1dHMpIHtcbiAgICAvLyBjdXQgd2hlcmUgbW9zdCBpcyB3b246IHRoZSBpbmxpbmVkIG9wZXJhbmQgd2l0aCB0aGUgbGFyZ2VzdCBleHByZXNzaW9uXG4gICAgbGV0IGxhcmdlc3Q6IERlY2lzaW9uIHwgdW5kZWZpbmVkO1xuICAgIGZvciAoY29uc3QgeCBvZiBkLm5vZGUuaW5wdXRzKSB7XG4gICAgICBjb25zdCBvID0gZGVjaXNpb25zLmdldCh4KSBhcyBEZWNpc2lvbjtcbiAgICAgIGlmIChcbiAgICAgICAgIW8ucm9vdCAmJlxuICAgICAgICAoIWxhcmdlc3QgfHxcbiAgICAgICAgICBvLmNvc3QgKyBvLmRlcHRoICsgby5idWZmZXJzLnNpemUgPiBsYXJnZXN0LmNvc3QgKyBsYXJnZXN0LmRlcHRoICsgbGFyZ2VzdC5idWZmZXJzLnNpemUpXG4gICAgICApIHtcbiAgICAgICAgbGFyZ2VzdCA9IG87XG4gICAgICB9XG4gICAgfVxuICAgIGlmICghbGFyZ2VzdCkgYnJlYWs7XG4gICAgbGFyZ2VzdC5yb290ID0gdHJ1ZTtcbiAgICBtZWFzdXJlKCk7XG4gIH1cbn1cbiIsICIvLyBUaGUgdGV4dCB0aGF0IGlkZW50aWZpZXMgYSBuZXN0OiBpdHMgbG9vcHMgYW5kIGl0cyBleHByZXNzaW9ucyB3cml0dGVuIG91dCB3aXRoIG51bWJlcnMgb2YgdGhlaXIgb3duLFxuLy8gc28gdGhhdCBlcXVhbCBjb21wdXRhdGlvbnMgZnJvbSBkaWZmZXJlbnQgcGxhY2VzIG9mIGEgcHJvZ3JhbSBzaGFyZSBvbmUgY29tcGlsZWQga2VybmVsLlxuaW1wb3J0IHR5cGUgeyBJbmRleCB9IGZyb20gJy4uL3RlbnNvci9pbmRleC1leHByLnRzJztcbmltcG9ydCB0eXBlIHsgRXhwciB9IGZyb20gJy4uL3RlbnNvci9pci50cyc7XG5pbXBvcnQgdHlwZSB7IE5lc3RLZXJuZWwgfSBmcm9tICcuL3Byb2dyYW0udHMnO1xuXG4vKiogRXF1YWwga2V5cyBtZWFuIGVxdWFsIGNvZGUuICovXG5leHBvcnQgZnVuY3Rpb24gbmVzdEtleShrZXJuZWw6IE9taXQ8TmVzdEtlcm5lbCwgJ2tleScgfCAnaW5QbGFjZSc+KTogc3RyaW5nIHtcbiAgY29uc3QgbnVtYmVycyA9IG5ldyBNYXA8bnVtYmVyLCBudW1iZXI+KCk7XG4gIGNvbnN0IGxpbmVzOiBzdHJpbmdbXSA9IFtdO1xuICBjb25zdCBmb3JtVGV4dCA9IChhdDogSW5kZXgpOiBzdHJpbmcgPT5cbiAgICBgJHthdC5jb25zdGFudH0ke2F0LnRlcm1zXG4gICAgICAubWFwKCh7IGNvZWZmaWNpZW50LCBhdG9tIH0pID0+IHtcbiAgICAgICAgY29uc3QgaW5uZXIgPVxuICAgICAgICAgIGF0b20ua2luZCA9PT0gJ2F4aXMnXG4gICAgICAgICAgICA/IGF0b20uYXhpc1xuICAgICAgICAgICAgOiBhdG9tLmtpbmQgPT09ICdkYXRhJ1xuICAgICAgICAgICAgICA/IGBkJHtleHByTnVtYmVyKGF0b20uZXhwciBhcyBFeHByKX06JHthdG9tLm1heH1gXG4gICAgICAgICAgICAgIDogYCR7YXRvbS5raW5kfSgke2Zvcm1UZXh0KGF0b20uYXJnIGFzIEluZGV4KX0sJHthdG9tLmJ5fSlgO1xuICAgICAgICByZXR1cm4geyBjb2VmZmljaWVudCwgaW5uZXIgfTtcbiAgICAgIH0pXG4gICAgICAuc29ydCgoYSwgYikgPT4gKChhLmlubmVyIGFzIHN0cmluZykgPCAoYi5pbm5lciBhcyBzdHJpbmcpID8gLTEgOiAxKSlcbiAgICAgIC5tYXAoKHsgY29lZmZpY2llbnQsIGlubmVyIH0pID0+IGArJHtjb2VmZmljaWVudH0qJHtpbm5lcn1gKVxuICAgICAgLmpvaW4oJycpfWA7XG4gIGNvbnN0IGV4cHJOdW1iZXIgPSAoZTogRXhwcik6IG51bWJlciA9PiB7XG4gICAgY29uc3Qga25vd24gPSBudW1iZXJzLmdldChlLmlkKTtcbiAgICBpZiAoa25vd24gIT09IHVuZGVmaW5lZCkgcmV0dXJuIGtub3duO1xuICAgIGNvbnN0IGFyZ3MgPSBlLmFyZ3MubWFwKGV4cHJOdW1iZXIpO1xuICAgIGNvbnN0IGF0ID0gZS5hdCA/IGZvcm1UZXh0KGUuYXQpIDogJyc7XG4gICAgY29uc3QgdmFsdWUgPSBlLnZhbHVlID09PSB1bmRlZmluZWQgPyAnJyA6IE9iamVjdC5pcyhlLnZhbHVlLCAtMCkgPyAnLTAnIDogYCR7ZS52YWx1ZX1gO1xuICAgIGNvbnN0IG4gPSBudW1iZXJzLnNpemU7XG4gICAgbnVtYmVycy5zZXQoZS5pZCwgbik7XG4gICAgbGluZXMucHVzaChgJHtlLmtpbmR9ICR7ZS5vcCA/PyAnJ30gJHtlLnR5cGV9ICR7dmFsdWV9ICR7ZS5idWZmZXIgPz8gJyd9ICR7YXR9ICgke2FyZ3N9KWApO1xuICAgIHJldHVybiBuO1xuICB9O1xuICBjb25zdCBib2RpZXMgPSBrZXJuZWwucmVkdWN0aW9ucy5tYXAoKHIpID0+IGAke3Iub3B9ICR7ZXhwck51bWJlcihyLmJvZHkpfWApO1xuICBjb25zdCByZXN1bHRzID0ga2VybmVsLnJlc3VsdHMubWFwKGV4cHJOdW1iZXIpO1xuICByZXR1cm4gW1xuICAgIGBuZXN0IFske2tlcm5lbC5heGVzfV0gWyR7a2VybmVsLnJlZHVjZUF4ZXN9XSAke2tlcm5lbC5pbnB1dHN9IC0+ICR7a2VybmVsLm91dHB1dHN9YCxcbiAgICAuLi5saW5lcyxcbiAgICBgJHtib2RpZXN9IHwgJHtyZXN1bHRzfWAsXG4gIF0uam9pbignXFxuJyk7XG59XG4iLCAiLy8gVGhlIGtlcm5lbCB0aGF0IGNvcGllcyBhIHZhbHVlOiBmb3IgcmVzdWx0cyB0aGF0IGFyZSBhcmd1bWVudHMsIG9yIHRoZSBzYW1lIHZhbHVlIHR3aWNlLlxuaW1wb3J0IHsgY29tcHV0ZVR5cGUgfSBmcm9tICcuLi90ZW5zb3IvZHR5cGUudHMnO1xuaW1wb3J0ICogYXMgaXggZnJvbSAnLi4vdGVuc29yL2luZGV4LWV4cHIudHMnO1xuaW1wb3J0ICogYXMgaXIgZnJvbSAnLi4vdGVuc29yL2lyLnRzJztcbmltcG9ydCB7IHNpemVPZiB9IGZyb20gJy4uL3RlbnNvci9zaGFwZS50cyc7XG5pbXBvcnQgdHlwZSB7IEF2YWwgfSBmcm9tICcuLi90ZW5zb3IvdGVuc29yLnRzJztcbmltcG9ydCB7IG5lc3RLZXkgfSBmcm9tICcuL25lc3Qta2V5LnRzJztcbmltcG9ydCB0eXBlIHsgTmVzdEtlcm5lbCB9IGZyb20gJy4vcHJvZ3JhbS50cyc7XG5cbi8qKiBDb3BpZXMgYWxsIGVsZW1lbnRzIG9mIGEgdmFsdWUuICovXG5leHBvcnQgZnVuY3Rpb24gY29weUtlcm5lbChhdmFsOiBBdmFsKTogTmVzdEtlcm5lbCB7XG4gIGlyLnJlc2V0RXhwcmVzc2lvbnMoKTtcbiAgY29uc3QgbiA9IHNpemVPZihhdmFsLnNoYXBlKTtcbiAgY29uc3Qga2VybmVsID0ge1xuICAgIGtpbmQ6ICduZXN0JyBhcyBjb25zdCxcbiAgICBheGVzOiBuID09PSAxID8gW10gOiBbbl0sXG4gICAgcmVkdWNlQXhlczogW10sXG4gICAgcmVkdWN0aW9uczogW10sXG4gICAgcmVzdWx0czogW2lyLmxvYWQoMCwgaXguYXhpcygnaTAnLCBuKSwgY29tcHV0ZVR5cGUoYXZhbC5kdHlwZSkpXSxcbiAgICBpbnB1dHM6IFthdmFsLmR0eXBlXSxcbiAgICBvdXRwdXRzOiBbYXZhbC5kdHlwZV0sXG4gICAgaW5wdXRTaXplczogW25dLFxuICB9O1xuICByZXR1cm4geyAuLi5rZXJuZWwsIGluUGxhY2U6IFt0cnVlXSwga2V5OiBuZXN0S2V5KGtlcm5lbCkgfTtcbn1cbiIsICIvLyBUaGUgbWVtb3J5IHBsYW4uIFZhbHVlcyB0aGF0IGxpdmUgaW5zaWRlIGEgcHJvZ3JhbSBzaGFyZSBvbmUgYXJlbmE6IGVhY2ggZ2V0cyBhbiBvZmZzZXQgd2hlbiBpdHMga2VybmVsXG4vLyBydW5zIGFuZCBnaXZlcyBpdCBiYWNrIGFmdGVyIGl0cyBsYXN0IHVzZSwgc28gdGhlIGFyZW5hIGlzIGFib3V0IGFzIGxhcmdlIGFzIHRoZSBsYXJnZXN0IHNldCBvZlxuLy8gdmFsdWVzIHRoYXQgbGl2ZSBhdCBvbmNlLiBPZmZzZXRzIG5ldmVyIGNoYW5nZSwgd2hpY2ggbGV0cyBhIGJhY2tlbmQgYmluZCBtZW1vcnkgb25jZS5cblxuLyoqIEEgZnJlZSBzdHJldGNoIG9mIHRoZSBhcmVuYS4gKi9cbmludGVyZmFjZSBIb2xlIHtcbiAgb2Zmc2V0OiBudW1iZXI7XG4gIGJ5dGVzOiBudW1iZXI7XG59XG5cbi8qKiBTdHJldGNoZXMgb2YgYSBncm93aW5nIGFyZW5hLCBiZXN0IGZpdCwgaG9sZXMgbWVyZ2VkIHdoZW4gdGhleSB0b3VjaC4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgQXJlbmEge1xuICAvKiogT2Zmc2V0IG9mIGEgZnJlZSBzdHJldGNoIG9mIGBieXRlc2AuICovXG4gIHRha2UoYnl0ZXM6IG51bWJlcik6IG51bWJlcjtcbiAgLyoqIEdpdmVzIGEgc3RyZXRjaCBiYWNrLiAqL1xuICBnaXZlKG9mZnNldDogbnVtYmVyLCBieXRlczogbnVtYmVyKTogdm9pZDtcbiAgLyoqIEJ5dGVzIHVzZWQgYXQgdGhlIGhpZ2hlc3QgcG9pbnQuICovXG4gIHNpemUoKTogbnVtYmVyO1xufVxuXG4vKiogQW4gZW1wdHkgYXJlbmEgd2hvc2Ugb2Zmc2V0cyBhcmUgbXVsdGlwbGVzIG9mIGBhbGlnbm1lbnRgLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGNyZWF0ZUFyZW5hKGFsaWdubWVudDogbnVtYmVyKTogQXJlbmEge1xuICBsZXQgc2l6ZSA9IDA7XG4gIGNvbnN0IGhvbGVzOiBIb2xlW10gPSBbXTsgLy8gYnkgb2Zmc2V0XG4gIGNvbnN0IHJvdW5kID0gKGJ5dGVzOiBudW1iZXIpOiBudW1iZXIgPT4gTWF0aC5tYXgoMSwgTWF0aC5jZWlsKGJ5dGVzIC8gYWxpZ25tZW50KSkgKiBhbGlnbm1lbnQ7XG5cbiAgY29uc3QgdGFrZSA9IChieXRlczogbnVtYmVyKTogbnVtYmVyID0+IHtcbiAgICBjb25zdCBuZWVkID0gcm91bmQoYnl0ZXMpO1xuICAgIGxldCBiZXN0OiBIb2xlIHwgdW5kZWZpbmVkO1xuICAgIGZvciAoY29uc3QgaCBvZiBob2xlcykgaWYgKGguYnl0ZXMgPj0gbmVlZCAmJiAoIWJlc3QgfHwgaC5ieXRlcyA8IGJlc3QuYnl0ZXMpKSBiZXN0ID0gaDtcbiAgICBpZiAoYmVzdCkge1xuICAgICAgY29uc3QgeyBvZmZzZXQgfSA9IGJlc3Q7XG4gICAgICBiZXN0Lm9mZnNldCArPSBuZWVkO1xuICAgICAgYmVzdC5ieXRlcyAtPSBuZWVkO1xuICAgICAgaWYgKGJlc3QuYnl0ZXMgPT09IDApIGhvbGVzLnNwbGljZShob2xlcy5pbmRleE9mKGJlc3QpLCAxKTtcbiAgICAgIHJldHVybiBvZmZzZXQ7XG4gICAgfVxuICAgIC8vIGdyb3cgYSBob2xlIGF0IHRoZSBlbmQgcmF0aGVyIHRoYW4gbGVhdmUgaXQgYmVoaW5kXG4gICAgY29uc3QgbGFzdCA9IGhvbGVzLmF0KC0xKTtcbiAgICBjb25zdCBzdGFydCA9IGxhc3QgJiYgbGFzdC5vZmZzZXQgKyBsYXN0LmJ5dGVzID09PSBzaXplID8gbGFzdC5vZmZzZXQgOiBzaXplO1xuICAgIGlmIChzdGFydCAhPT0gc2l6ZSkgaG9sZXMucG9wKCk7XG4gICAgc2l6ZSA9IHN0YXJ0ICsgbmVlZDtcbiAgICByZXR1cm4gc3RhcnQ7XG4gIH07XG5cbiAgY29uc3QgZ2l2ZSA9IChvZmZzZXQ6IG51bWJlciwgYnl0ZXM6IG51bWJlcik6IHZvaWQgPT4ge1xuICAgIGNvbnN0IGZyZWVkID0gcm91bmQoYnl0ZXMpO1xuICAgIGxldCBsb3cgPSAwO1xuICAgIGxldCBoaWdoID0gaG9sZXMubGVuZ3RoO1xuICAgIHdoaWxlIChsb3cgPCBoaWdoKSB7XG4gICAgICBjb25zdCBtaWRkbGUgPSAobG93ICsgaGlnaCkgPj4gMTtcbiAgICAgIGlmIChob2xlc1ttaWRkbGVdLm9mZnNldCA8IG9mZnNldCkgbG93ID0gbWlkZGxlICsgMTtcbiAgICAgIGVsc2UgaGlnaCA9IG1pZGRsZTtcbiAgICB9XG4gICAgY29uc3QgYmVmb3JlID0gaG9sZXNbbG93IC0gMV07XG4gICAgY29uc3QgYWZ0ZXIgPSBob2xlc1tsb3ddO1xuICAgIGNvbnN0IGpvaW5zQmVmb3JlID0gYmVmb3JlICYmIGJlZm9yZS5vZmZzZXQgKyBiZWZvcmUuYnl0ZXMgPT09IG9mZnNldDtcbiAgICBjb25zdCBqb2luc0FmdGVyID0gYWZ0ZXIgJiYgb2Zmc2V0ICsgZnJlZWQgPT09IGFmdGVyLm9mZnNldDtcbiAgICBpZiAoam9pbnNCZWZvcmUgJiYgam9pbnNBZnRlcikge1xuICAgICAgYmVmb3JlLmJ5dGVzICs9IGZyZWVkICsgYWZ0ZXIuYnl0ZXM7XG4gICAgICBob2xlcy5zcGxpY2UobG93LCAxKTtcbiAgICB9IGVsc2UgaWYgKGpvaW5zQmVmb3JlKSBiZWZvcmUuYnl0ZXMgKz0gZnJlZWQ7XG4gICAgZWxzZSBpZiAoam9pbnNBZnRlcikge1xuICAgICAgYWZ0ZXIub2Zmc2V0ID0gb2Zmc2V0O1xuICAgICAgYWZ0ZXIuYnl0ZXMgKz0gZnJlZWQ7XG4gICAgfSBlbHNlIGhvbGVzLnNwbGljZShsb3csIDAsIHsgb2Zmc2V0LCBieXRlczogZnJlZWQgfSk7XG4gIH07XG4gIHJldHVybiB7IHRha2UsIGdpdmUsIHNpemU6ICgpID0+IHNpemUgfTtcbn1cbiIsICIvLyBGcm9tIHRhc2tzIHRvIHNsb3RzOiBudW1iZXJzIGV2ZXJ5IHZhbHVlLCBmaW5kcyBpdHMgbGFzdCB1c2UsIGxlbmRzIGRvbmF0ZWQgaW5wdXRzIHRvIG91dHB1dHMgYW5kXG4vLyBnaXZlcyB0aGUgcmVzdCBvZmZzZXRzIGluIHRoZSBhcmVuYS4gQSBrZXJuZWwgdGhhdCByZWFkcyBhbiBvcGVyYW5kIG9ubHkgYXQgdGhlIGluZGV4IGl0IHdyaXRlcyBtYXlcbi8vIHdyaXRlIG92ZXIgaXQgaWYgbm9ib2R5IG5lZWRzIHRoZSBvcGVyYW5kIGFmdGVyd2FyZHMuXG5pbXBvcnQgeyBzaXplT2YgfSBmcm9tICcuLi90ZW5zb3Ivc2hhcGUudHMnO1xuaW1wb3J0IHR5cGUgeyBBdmFsLCBUZW5zb3IgfSBmcm9tICcuLi90ZW5zb3IvdGVuc29yLnRzJztcbmltcG9ydCB0eXBlIHsgQ2FwYWJpbGl0aWVzIH0gZnJvbSAnLi9jYXBhYmlsaXRpZXMudHMnO1xuaW1wb3J0IHsgY29weUtlcm5lbCB9IGZyb20gJy4vY29weS1rZXJuZWwudHMnO1xuaW1wb3J0IHR5cGUgeyBHcmFwaCB9IGZyb20gJy4vZ3JhcGgudHMnO1xuaW1wb3J0IHsgdHlwZSBBcmVuYSwgY3JlYXRlQXJlbmEgfSBmcm9tICcuL21lbW9yeS50cyc7XG5pbXBvcnQgdHlwZSB7IEtlcm5lbCwgUHJvZ3JhbSwgU2xvdCwgU3RlcCB9IGZyb20gJy4vcHJvZ3JhbS50cyc7XG5cbi8qKiBPbmUga2VybmVsLCBvciBvbmUgY2FsbCB3aG9zZSBwcm9ncmFtIGlzIHNwbGljZWQgaW4uICovXG5leHBvcnQgdHlwZSBUYXNrID1cbiAgfCB7XG4gICAgICByZWFkb25seSBraW5kOiAna2VybmVsJztcbiAgICAgIHJlYWRvbmx5IGtlcm5lbDogS2VybmVsO1xuICAgICAgcmVhZG9ubHkgaW5wdXRzOiByZWFkb25seSBUZW5zb3JbXTtcbiAgICAgIHJlYWRvbmx5IG91dHB1dDogVGVuc29yO1xuICAgICAgcmVhZG9ubHkgbGFiZWw6IHN0cmluZztcbiAgICB9XG4gIHwge1xuICAgICAgcmVhZG9ubHkga2luZDogJ2NhbGwnO1xuICAgICAgcmVhZG9ubHkgcHJvZ3JhbTogUHJvZ3JhbTtcbiAgICAgIHJlYWRvbmx5IGlucHV0czogcmVhZG9ubHkgVGVuc29yW107XG4gICAgICAvKiogTm9kZXMgdGhhdCByZWFkIGl0cyByZXN1bHRzOyB0aGVpciBhdHRyaWJ1dGUgYGluZGV4YCBzYXlzIHdoaWNoLiAqL1xuICAgICAgcmVhZG9ubHkgcGlja3M6IHJlYWRvbmx5IFRlbnNvcltdO1xuICAgIH07XG5cbmludGVyZmFjZSBWYWx1ZSB7XG4gIHJlYWRvbmx5IGJ5dGVzOiBudW1iZXI7XG4gIGtpbmQ6ICdpbnB1dCcgfCAnb3V0cHV0JyB8ICd0ZW1wJztcbiAgLyoqIEFyZ3VtZW50IG9yIHJlc3VsdCBudW1iZXIuICovXG4gIGluZGV4OiBudW1iZXI7XG4gIC8qKiBTdGVwIHRoYXQgd3JpdGVzIGl0ICgtMTogYW4gaW5wdXQpIGFuZCBsYXN0IHN0ZXAgdGhhdCB1c2VzIGl0LiAqL1xuICBmaXJzdDogbnVtYmVyO1xuICBsYXN0OiBudW1iZXI7XG4gIG9mZnNldDogbnVtYmVyO1xufVxuXG4vKiogQSBzdHJldGNoIG9mIGEgdmFsdWUgKGNhbGxzIHVzZSBwYXJ0cyBvZiB0aGVpciB3b3Jrc3BhY2UpLiAqL1xuaW50ZXJmYWNlIFJlZiB7XG4gIHJlYWRvbmx5IHZhbHVlOiBWYWx1ZTtcbiAgcmVhZG9ubHkgb2Zmc2V0OiBudW1iZXI7XG4gIHJlYWRvbmx5IGJ5dGVzOiBudW1iZXI7XG59XG5cbmludGVyZmFjZSBJdGVtIHtcbiAgcmVhZG9ubHkga2VybmVsOiBLZXJuZWw7XG4gIHJlYWRvbmx5IGxhYmVsOiBzdHJpbmc7XG4gIHJlYWRvbmx5IGFyZ3M6IFJlZltdO1xufVxuXG4vKiogTGF5cyBhIHByb2dyYW0gb3V0LiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGxheU91dChcbiAgdGFza3M6IHJlYWRvbmx5IFRhc2tbXSxcbiAgZ3JhcGg6IEdyYXBoLFxuICBvdXRwdXRzOiByZWFkb25seSBUZW5zb3JbXSxcbiAgb3B0aW9uczogeyBjYXBhYmlsaXRpZXM6IENhcGFiaWxpdGllczsgbmFtZTogc3RyaW5nOyBkb25hdGU6IFJlYWRvbmx5U2V0PG51bWJlcj4gfSxcbik6IFByb2dyYW0ge1xuICBjb25zdCB7IGNhcGFiaWxpdGllcyB9ID0gb3B0aW9ucztcbiAgY29uc3QgYnl0ZXNPZiA9IChhOiBBdmFsKTogbnVtYmVyID0+IHNpemVPZihhLnNoYXBlKSAqIChjYXBhYmlsaXRpZXMuYnl0ZXMoYS5kdHlwZSkgYXMgbnVtYmVyKTtcbiAgY29uc3QgdmFsdWVzID0gbmV3IE1hcDxUZW5zb3IsIFZhbHVlPigpO1xuICBjb25zdCBhbGw6IFZhbHVlW10gPSBbXTtcbiAgY29uc3QgbWFrZSA9IChieXRlczogbnVtYmVyLCBraW5kOiBWYWx1ZVsna2luZCddLCBpbmRleCA9IC0xKTogVmFsdWUgPT4ge1xuICAgIGNvbnN0IHY6IFZhbHVlID0geyBieXRlcywga2luZCwgaW5kZXgsIGZpcnN0OiAtMSwgbGFzdDogLTEsIG9mZnNldDogMCB9O1xuICAgIGFsbC5wdXNoKHYpO1xuICAgIHJldHVybiB2O1xuICB9O1xuICBncmFwaC5pbnB1dHMuZm9yRWFjaCgodCwgaSkgPT4ge1xuICAgIHZhbHVlcy5zZXQodCwgbWFrZShieXRlc09mKHQpLCAnaW5wdXQnLCBpKSk7XG4gIH0pO1xuICBjb25zdCBsb29rVXAgPSAodDogVGVuc29yKTogVmFsdWUgPT4ge1xuICAgIGxldCB2ID0gdmFsdWVzLmdldCh0KTtcbiAgICBpZiAoIXYpIHtcbiAgICAgIHYgPSBtYWtlKGJ5dGVzT2YodCksICd0ZW1wJyk7XG4gICAgICB2YWx1ZXMuc2V0KHQsIHYpO1xuICAgIH1cbiAgICByZXR1cm4gdjtcbiAgfTtcbiAgY29uc3Qgd2hvbGUgPSAodmFsdWU6IFZhbHVlKTogUmVmID0+ICh7IHZhbHVlLCBvZmZzZXQ6IDAsIGJ5dGVzOiB2YWx1ZS5ieXRlcyB9KTtcbiAgY29uc3QgaXRlbXM6IEl0ZW1bXSA9IFtdO1xuICBmb3IgKGNvbnN0IHRhc2sgb2YgdGFza3MpIHtcbiAgICBpZiAodGFzay5raW5kID09PSAna2VybmVsJykge1xuICAgICAgY29uc3QgYXJncyA9IFsuLi50YXNrLmlucHV0cywgdGFzay5vdXRwdXRdLm1hcCgodCkgPT4gd2hvbGUobG9va1VwKHQpKSk7XG4gICAgICBpdGVtcy5wdXNoKHsga2VybmVsOiB0YXNrLmtlcm5lbCwgbGFiZWw6IHRhc2subGFiZWwsIGFyZ3MgfSk7XG4gICAgfSBlbHNlIHNwbGljZSh0YXNrLCBpdGVtcywgbG9va1VwLCBtYWtlKTtcbiAgfVxuICAvLyByZXN1bHRzOiB0aGUgdmFsdWUgaXRzZWxmIHdoZXJlIGl0IGlzIGNvbXB1dGVkIGhlcmUsIGEgY29weSB3aGVyZSBpdCBpcyBhbiBpbnB1dCBvciBhIHJlcGVhdFxuICBjb25zdCByZXN1bHRzID0gb3V0cHV0cy5tYXAoKHQsIGkpID0+IHtcbiAgICBjb25zdCB2ID0gbG9va1VwKHQpO1xuICAgIGlmICh2LmtpbmQgPT09ICd0ZW1wJykge1xuICAgICAgdi5raW5kID0gJ291dHB1dCc7XG4gICAgICB2LmluZGV4ID0gaTtcbiAgICAgIHJldHVybiB2O1xuICAgIH1cbiAgICBjb25zdCBjb3B5ID0gbWFrZShieXRlc09mKHQpLCAnb3V0cHV0JywgaSk7XG4gICAgaWYgKHQuc2l6ZSA+IDAgJiYgISh2LmtpbmQgPT09ICdpbnB1dCcgJiYgb3B0aW9ucy5kb25hdGUuaGFzKHYuaW5kZXgpKSkge1xuICAgICAgaXRlbXMucHVzaCh7IGtlcm5lbDogY29weUtlcm5lbCh0KSwgbGFiZWw6ICdjb3B5JywgYXJnczogW3dob2xlKHYpLCB3aG9sZShjb3B5KV0gfSk7XG4gICAgfVxuICAgIHJldHVybiBjb3B5O1xuICB9KTtcbiAgaXRlbXMuZm9yRWFjaCgoaXRlbSwgc3RlcCkgPT4ge1xuICAgIGZvciAoY29uc3QgeyB2YWx1ZSB9IG9mIGl0ZW0uYXJncykge1xuICAgICAgaWYgKHZhbHVlLmZpcnN0IDwgMCAmJiB2YWx1ZS5raW5kICE9PSAnaW5wdXQnKSB2YWx1ZS5maXJzdCA9IHN0ZXA7XG4gICAgICB2YWx1ZS5sYXN0ID0gc3RlcDtcbiAgICB9XG4gIH0pO1xuICBjb25zdCBkb25hdGlvbnMgPSBkb25hdGUoaXRlbXMsIGFsbCwgcmVzdWx0cywgb3V0cHV0cywgZ3JhcGgsIG9wdGlvbnMuZG9uYXRlKTtcbiAgY29uc3QgYXJlbmEgPSBjcmVhdGVBcmVuYShjYXBhYmlsaXRpZXMuYWxpZ25tZW50KTtcbiAgYWxsb2NhdGUoaXRlbXMsIGFyZW5hKTtcbiAgcmV0dXJuIGZpbmlzaChpdGVtcywgYWxsLCBncmFwaCwgb3V0cHV0cywgYXJlbmEuc2l6ZSgpLCBkb25hdGlvbnMsIG9wdGlvbnMubmFtZSk7XG59XG5cbmZ1bmN0aW9uIHNwbGljZShcbiAgdGFzazogRXh0cmFjdDxUYXNrLCB7IGtpbmQ6ICdjYWxsJyB9PixcbiAgaXRlbXM6IEl0ZW1bXSxcbiAgbG9va1VwOiAodDogVGVuc29yKSA9PiBWYWx1ZSxcbiAgbWFrZTogKGJ5dGVzOiBudW1iZXIsIGtpbmQ6IFZhbHVlWydraW5kJ10pID0+IFZhbHVlLFxuKTogdm9pZCB7XG4gIGNvbnN0IHsgcHJvZ3JhbSB9ID0gdGFzaztcbiAgY29uc3Qgd29ya3NwYWNlID0gcHJvZ3JhbS50ZW1wQnl0ZXMgPiAwID8gbWFrZShwcm9ncmFtLnRlbXBCeXRlcywgJ3RlbXAnKSA6IHVuZGVmaW5lZDtcbiAgY29uc3QgYnlPdXRwdXQgPSBuZXcgTWFwPG51bWJlciwgVmFsdWU+KCk7XG4gIGZvciAoY29uc3QgcCBvZiB0YXNrLnBpY2tzKSBieU91dHB1dC5zZXQoKHAuYXR0cnMgYXMgeyBpbmRleDogbnVtYmVyIH0pLmluZGV4LCBsb29rVXAocCkpO1xuICBjb25zdCByZWZzID0gcHJvZ3JhbS5zbG90cy5tYXAoKHNsb3QpOiBSZWYgPT4ge1xuICAgIGlmIChzbG90LmtpbmQgPT09ICd0ZW1wJykge1xuICAgICAgcmV0dXJuIHsgdmFsdWU6IHdvcmtzcGFjZSBhcyBWYWx1ZSwgb2Zmc2V0OiBzbG90Lm9mZnNldCwgYnl0ZXM6IHNsb3QuYnl0ZXMgfTtcbiAgICB9XG4gICAgbGV0IHZhbHVlOiBWYWx1ZSB8IHVuZGVmaW5lZDtcbiAgICBpZiAoc2xvdC5raW5kID09PSAnaW5wdXQnKSB2YWx1ZSA9IGxvb2tVcCh0YXNrLmlucHV0c1tzbG90LmluZGV4XSk7XG4gICAgZWxzZSB7XG4gICAgICB2YWx1ZSA9IGJ5T3V0cHV0LmdldChzbG90LmluZGV4KSA/PyBtYWtlKHNsb3QuYnl0ZXMsICd0ZW1wJyk7XG4gICAgICBieU91dHB1dC5zZXQoc2xvdC5pbmRleCwgdmFsdWUpO1xuICAgIH1cbiAgICByZXR1cm4geyB2YWx1ZSwgb2Zmc2V0OiAwLCBieXRlczogc2xvdC5ieXRlcyB9O1xuICB9KTtcbiAgZm9yIChjb25zdCBzdGVwIG9mIHByb2dyYW0uc3RlcHMpIHtcbiAgICBpdGVtcy5wdXNoKHsga2VybmVsOiBzdGVwLmtlcm5lbCwgbGFiZWw6IHN0ZXAubGFiZWwsIGFyZ3M6IHN0ZXAuYXJncy5tYXAoKGEpID0+IHJlZnNbYV0pIH0pO1xuICB9XG59XG5cbi8vIE91dHB1dCBpIG1heSBsaXZlIGluIGRvbmF0ZWQgaW5wdXQgaiBpZiB0aGV5IGFyZSBhbGlrZSwgbm90aGluZyByZWFkcyBqIGFmdGVyIGkgaXMgd3JpdHRlbiwgYW5kIHRoZVxuLy8ga2VybmVsIHRoYXQgd3JpdGVzIGkgY2FuIHdyaXRlIG92ZXIgaiBpZiBpdCByZWFkcyBpdC5cbmZ1bmN0aW9uIGRvbmF0ZShcbiAgaXRlbXM6IHJlYWRvbmx5IEl0ZW1bXSxcbiAgYWxsOiByZWFkb25seSBWYWx1ZVtdLFxuICByZXN1bHRzOiByZWFkb25seSBWYWx1ZVtdLFxuICBvdXRwdXRzOiByZWFkb25seSBUZW5zb3JbXSxcbiAgZ3JhcGg6IEdyYXBoLFxuICBkb25hdGVkOiBSZWFkb25seVNldDxudW1iZXI+LFxuKTogTWFwPG51bWJlciwgbnVtYmVyPiB7XG4gIGNvbnN0IGRvbmF0aW9ucyA9IG5ldyBNYXA8bnVtYmVyLCBudW1iZXI+KCk7XG4gIGlmIChkb25hdGVkLnNpemUgPT09IDApIHJldHVybiBkb25hdGlvbnM7XG4gIGNvbnN0IGlucHV0cyA9IGFsbC5maWx0ZXIoKHYpID0+IHYua2luZCA9PT0gJ2lucHV0Jyk7XG4gIGNvbnN0IGZyZWUgPSBuZXcgTWFwPHN0cmluZywgVmFsdWVbXT4oKTtcbiAgY29uc3Qga2luZE9mID0gKHQ6IFRlbnNvcik6IHN0cmluZyA9PiBgJHt0LmR0eXBlfSAke3Quc2l6ZX1gO1xuICBmb3IgKGNvbnN0IGogb2YgZG9uYXRlZCkge1xuICAgIGNvbnN0IGtleSA9IGtpbmRPZihncmFwaC5pbnB1dHNbal0pO1xuICAgIGZyZWUuc2V0KGtleSwgWy4uLihmcmVlLmdldChrZXkpID8/IFtdKSwgaW5wdXRzW2pdXSk7XG4gIH1cbiAgY29uc3QgY2xhaW0gPSAoaTogbnVtYmVyLCB2OiBWYWx1ZSk6IHZvaWQgPT4ge1xuICAgIGNvbnN0IGxpc3QgPSBmcmVlLmdldChraW5kT2Yob3V0cHV0c1tpXSkpIGFzIFZhbHVlW107XG4gICAgbGlzdC5zcGxpY2UobGlzdC5pbmRleE9mKHYpLCAxKTtcbiAgICBkb25hdGlvbnMuc2V0KGksIHYuaW5kZXgpO1xuICB9O1xuICAvLyByZXN1bHRzIHRoYXQgYXJlIGRvbmF0ZWQgaW5wdXRzIHVuY2hhbmdlZCBjb21lIGZpcnN0OiB0aGV5IGhhdmUgbm8gc3RlcCBvZiB0aGVpciBvd25cbiAgb3V0cHV0cy5mb3JFYWNoKCh0LCBpKSA9PiB7XG4gICAgY29uc3QgaiA9IGdyYXBoLmlucHV0cy5pbmRleE9mKHQpO1xuICAgIGlmIChqID49IDAgJiYgZG9uYXRlZC5oYXMoaikgJiYgZnJlZS5nZXQoa2luZE9mKHQpKT8uaW5jbHVkZXMoaW5wdXRzW2pdKSkgY2xhaW0oaSwgaW5wdXRzW2pdKTtcbiAgfSk7XG4gIG91dHB1dHMuZm9yRWFjaCgodCwgaSkgPT4ge1xuICAgIGlmIChkb25hdGlvbnMuaGFzKGkpKSByZXR1cm47XG4gICAgY29uc3Qgb3V0ID0gcmVzdWx0c1tpXTtcbiAgICBpZiAob3V0LmZpcnN0IDwgMCkgcmV0dXJuO1xuICAgIGNvbnN0IGZvdW5kID0gZnJlZVxuICAgICAgLmdldChraW5kT2YodCkpXG4gICAgICA/LmZpbmQoKHYpID0+IHYubGFzdCA8IG91dC5maXJzdCB8fCBtYXlPdmVyd3JpdGUoaXRlbXNbb3V0LmZpcnN0XSwgdiwgb3V0KSk7XG4gICAgaWYgKGZvdW5kKSBjbGFpbShpLCBmb3VuZCk7XG4gIH0pO1xuICByZXR1cm4gZG9uYXRpb25zO1xufVxuXG5mdW5jdGlvbiBtYXlPdmVyd3JpdGUoaXRlbTogSXRlbSwgaW5wdXQ6IFZhbHVlLCBvdXRwdXQ6IFZhbHVlKTogYm9vbGVhbiB7XG4gIGlmIChpbnB1dC5sYXN0ICE9PSBvdXRwdXQuZmlyc3QgfHwgaXRlbS5rZXJuZWwua2luZCAhPT0gJ25lc3QnKSByZXR1cm4gZmFsc2U7XG4gIGNvbnN0IGNvdW50ID0gaXRlbS5rZXJuZWwuaW5wdXRzLmxlbmd0aDtcbiAgaWYgKGl0ZW0uYXJncy5zbGljZShjb3VudCkuZXZlcnkoKHIpID0+IHIudmFsdWUgIT09IG91dHB1dCkpIHJldHVybiBmYWxzZTtcbiAgcmV0dXJuIGl0ZW0uYXJnc1xuICAgIC5zbGljZSgwLCBjb3VudClcbiAgICAuZXZlcnkoXG4gICAgICAociwgaykgPT5cbiAgICAgICAgci52YWx1ZSAhPT0gaW5wdXQgfHxcbiAgICAgICAgKGl0ZW0ua2VybmVsLmtpbmQgPT09ICduZXN0JyAmJiBpdGVtLmtlcm5lbC5pblBsYWNlW2tdICYmIHIuYnl0ZXMgPT09IGlucHV0LmJ5dGVzKSxcbiAgICApO1xufVxuXG5mdW5jdGlvbiBhbGxvY2F0ZShpdGVtczogcmVhZG9ubHkgSXRlbVtdLCBhcmVuYTogQXJlbmEpOiB2b2lkIHtcbiAgaXRlbXMuZm9yRWFjaCgoaXRlbSwgc3RlcCkgPT4ge1xuICAgIGNvbnN0IGNvdW50ID0gaXRlbS5rZXJuZWwuaW5wdXRzLmxlbmd0aDtcbiAgICBjb25zdCBkeWluZyA9IG5ldyBTZXQ8VmFsdWU+KCk7XG4gICAgZm9yIChjb25zdCB7IHZhbHVlIH0gb2YgaXRlbS5hcmdzKSB7XG4gICAgICBpZiAodmFsdWUua2luZCA9PT0gJ3RlbXAnICYmIHZhbHVlLmxhc3QgPT09IHN0ZXApIGR5aW5nLmFkZCh2YWx1ZSk7XG4gICAgfVxuICAgIGZvciAoY29uc3QgeyB2YWx1ZSB9IG9mIGl0ZW0uYXJncykge1xuICAgICAgaWYgKHZhbHVlLmtpbmQgIT09ICd0ZW1wJyB8fCB2YWx1ZS5maXJzdCAhPT0gc3RlcCB8fCB2YWx1ZS5vZmZzZXQgPCAwKSBjb250aW51ZTtcbiAgICAgIC8vIGEgY2FsbCdzIHdvcmtzcGFjZSBpcyB1c2VkIGluIHBhcnRzLCBzbyBpdCBjYW5ub3QgdGFrZSBvdmVyIGFueXRoaW5nXG4gICAgICBjb25zdCBpc091dHB1dCA9IGl0ZW0uYXJnc1xuICAgICAgICAuc2xpY2UoY291bnQpXG4gICAgICAgIC5zb21lKChyKSA9PiByLnZhbHVlID09PSB2YWx1ZSAmJiByLmJ5dGVzID09PSB2YWx1ZS5ieXRlcyk7XG4gICAgICBjb25zdCBob3N0ID0gaXNPdXRwdXRcbiAgICAgICAgPyBbLi4uZHlpbmddLmZpbmQoXG4gICAgICAgICAgICAodikgPT4gdi5maXJzdCA8IHN0ZXAgJiYgdi5ieXRlcyA9PT0gdmFsdWUuYnl0ZXMgJiYgbWF5T3ZlcndyaXRlKGl0ZW0sIHYsIHZhbHVlKSxcbiAgICAgICAgICApXG4gICAgICAgIDogdW5kZWZpbmVkO1xuICAgICAgaWYgKGhvc3QpIHtcbiAgICAgICAgdmFsdWUub2Zmc2V0ID0gaG9zdC5vZmZzZXQ7XG4gICAgICAgIGR5aW5nLmRlbGV0ZShob3N0KTsgLy8gaXRzIHN0cmV0Y2ggbm93IGJlbG9uZ3MgdG8gdGhlIG91dHB1dFxuICAgICAgICBpZiAodmFsdWUubGFzdCA9PT0gc3RlcCkgZHlpbmcuYWRkKHZhbHVlKTtcbiAgICAgIH0gZWxzZSB2YWx1ZS5vZmZzZXQgPSBhcmVuYS50YWtlKHZhbHVlLmJ5dGVzKTtcbiAgICAgIHZhbHVlLmZpcnN0ID0gc3RlcDtcbiAgICB9XG4gICAgZm9yIChjb25zdCB2IG9mIGR5aW5nKSBhcmVuYS5naXZlKHYub2Zmc2V0LCB2LmJ5dGVzKTtcbiAgfSk7XG59XG5cbmZ1bmN0aW9uIGZpbmlzaChcbiAgaXRlbXM6IHJlYWRvbmx5IEl0ZW1bXSxcbiAgYWxsOiByZWFkb25seSBWYWx1ZVtdLFxuICBncmFwaDogR3JhcGgsXG4gIG91dHB1dHM6IHJlYWRvbmx5IFRlbnNvcltdLFxuICB0ZW1wQnl0ZXM6IG51bWJlcixcbiAgZG9uYXRpb25zOiBSZWFkb25seU1hcDxudW1iZXIsIG51bWJlcj4sXG4gIG5hbWU6IHN0cmluZyxcbik6IFByb2dyYW0ge1xuICBjb25zdCBzbG90czogU2xvdFtdID0gW107XG4gIGNvbnN0IG51bWJlcnMgPSBuZXcgTWFwPHN0cmluZywgbnVtYmVyPigpO1xuICBjb25zdCBpZHMgPSBuZXcgTWFwKGFsbC5tYXAoKHYsIGkpID0+IFt2LCBpXSkpO1xuICBjb25zdCBzbG90T2YgPSAocmVmOiBSZWYpOiBudW1iZXIgPT4ge1xuICAgIGNvbnN0IGtleSA9IGAke2lkcy5nZXQocmVmLnZhbHVlKX0gJHtyZWYub2Zmc2V0fSAke3JlZi5ieXRlc31gO1xuICAgIGxldCBuID0gbnVtYmVycy5nZXQoa2V5KTtcbiAgICBpZiAobiA9PT0gdW5kZWZpbmVkKSB7XG4gICAgICBuID0gc2xvdHMubGVuZ3RoO1xuICAgICAgbnVtYmVycy5zZXQoa2V5LCBuKTtcbiAgICAgIGNvbnN0IHsga2luZCwgaW5kZXgsIG9mZnNldCB9ID0gcmVmLnZhbHVlO1xuICAgICAgc2xvdHMucHVzaChcbiAgICAgICAga2luZCA9PT0gJ3RlbXAnXG4gICAgICAgICAgPyB7IGtpbmQsIG9mZnNldDogb2Zmc2V0ICsgcmVmLm9mZnNldCwgYnl0ZXM6IHJlZi5ieXRlcyB9XG4gICAgICAgICAgOiB7IGtpbmQsIGluZGV4LCBieXRlczogcmVmLmJ5dGVzIH0sXG4gICAgICApO1xuICAgIH1cbiAgICByZXR1cm4gbjtcbiAgfTtcbiAgY29uc3Qgc3RlcHM6IFN0ZXBbXSA9IGl0ZW1zLm1hcCgoaXRlbSkgPT4gKHtcbiAgICBrZXJuZWw6IGl0ZW0ua2VybmVsLFxuICAgIGFyZ3M6IGl0ZW0uYXJncy5tYXAoc2xvdE9mKSxcbiAgICBsYWJlbDogaXRlbS5sYWJlbCxcbiAgfSkpO1xuICBjb25zdCBwbGFpbiA9ICh0OiBBdmFsKTogQXZhbCA9PiAoeyBzaGFwZTogdC5zaGFwZSwgZHR5cGU6IHQuZHR5cGUgfSk7XG4gIHJldHVybiB7XG4gICAgbmFtZSxcbiAgICBpbnB1dHM6IGdyYXBoLmlucHV0cy5tYXAocGxhaW4pLFxuICAgIG91dHB1dHM6IG91dHB1dHMubWFwKHBsYWluKSxcbiAgICBzbG90cyxcbiAgICBzdGVwcyxcbiAgICB0ZW1wQnl0ZXMsXG4gICAgZG9uYXRpb25zLFxuICB9O1xufVxuIiwgIi8vIFdhbGtpbmcgZXhwcmVzc2lvbiBncmFwaHM6IGVhY2ggZXhwcmVzc2lvbiBvbmNlLCBvcGVyYW5kcyBmaXJzdC5cbmltcG9ydCB0eXBlIHsgSW5kZXggfSBmcm9tICcuLi90ZW5zb3IvaW5kZXgtZXhwci50cyc7XG5pbXBvcnQgdHlwZSB7IEV4cHIgfSBmcm9tICcuLi90ZW5zb3IvaXIudHMnO1xuXG4vKiogQ2FsbHMgYGZgIG9uIGV2ZXJ5IGV4cHJlc3Npb24gYmVsb3cgYHJvb3RzYCwgZWFjaCBvbmNlLCBvcGVyYW5kcyBmaXJzdDsgaW5kaWNlcycgZGF0YSB0b28uICovXG5leHBvcnQgZnVuY3Rpb24gdmlzaXQocm9vdHM6IHJlYWRvbmx5IEV4cHJbXSwgZjogKGU6IEV4cHIpID0+IHZvaWQpOiB2b2lkIHtcbiAgY29uc3Qgc2VlbiA9IG5ldyBTZXQ8bnVtYmVyPigpO1xuICBjb25zdCBpbkluZGV4ID0gKGF0OiBJbmRleCk6IHZvaWQgPT4ge1xuICAgIGZvciAoY29uc3QgeyBhdG9tIH0gb2YgYXQudGVybXMpIHtcbiAgICAgIGlmIChhdG9tLmFyZykgaW5JbmRleChhdG9tLmFyZyk7XG4gICAgICBpZiAoYXRvbS5leHByKSB3YWxrKGF0b20uZXhwcik7XG4gICAgfVxuICB9O1xuICBjb25zdCB3YWxrID0gKGU6IEV4cHIpOiB2b2lkID0+IHtcbiAgICBpZiAoc2Vlbi5oYXMoZS5pZCkpIHJldHVybjtcbiAgICBzZWVuLmFkZChlLmlkKTtcbiAgICBmb3IgKGNvbnN0IGEgb2YgZS5hcmdzKSB3YWxrKGEpO1xuICAgIGlmIChlLmF0KSBpbkluZGV4KGUuYXQpO1xuICAgIGYoZSk7XG4gIH07XG4gIGZvciAoY29uc3QgZSBvZiByb290cykgd2FsayhlKTtcbn1cbiIsICIvLyBMb29wIG1lcmdpbmcuIFR3byBuZWlnaGJvdXJpbmcgYXhlcyBhIChzaXplIG0pIGFuZCBiIChzaXplIG4pIGFyZSBvbmUgYXhpcyBvZiBzaXplIG0qbiBpZiBldmVyeVxuLy8gbGluZWFyIGZvcm0gaW4gdGhlIGtlcm5lbCBnaXZlcyBhIGV4YWN0bHkgbiB0aW1lcyB0aGUgY29lZmZpY2llbnQgb2YgYjsgZm9ybSBieSBmb3JtLCBpbmNsdWRpbmcgdGhlXG4vLyBmb3JtcyBpbnNpZGUgcXVvdGllbnRzIGFuZCByZW1haW5kZXJzLlxuXG5pbXBvcnQgdHlwZSB7IEluZGV4IH0gZnJvbSAnLi4vdGVuc29yL2luZGV4LWV4cHIudHMnO1xuaW1wb3J0ICogYXMgaXggZnJvbSAnLi4vdGVuc29yL2luZGV4LWV4cHIudHMnO1xuaW1wb3J0IHR5cGUgeyBFeHByIH0gZnJvbSAnLi4vdGVuc29yL2lyLnRzJztcbmltcG9ydCAqIGFzIGlyIGZyb20gJy4uL3RlbnNvci9pci50cyc7XG5pbXBvcnQgeyB2aXNpdCB9IGZyb20gJy4vdmlzaXQudHMnO1xuXG4vKiogRXhwcmVzc2lvbnMgb3ZlciBmZXdlciwgbG9uZ2VyIGF4ZXMuICovXG5leHBvcnQgaW50ZXJmYWNlIE1lcmdlZCB7XG4gIHJlYWRvbmx5IGF4ZXM6IHJlYWRvbmx5IG51bWJlcltdO1xuICByZWFkb25seSByZWR1Y2VBeGVzOiByZWFkb25seSBudW1iZXJbXTtcbiAgcmVhZG9ubHkgZXhwcnM6IHJlYWRvbmx5IEV4cHJbXTtcbn1cblxuaW50ZXJmYWNlIFBsYWNlIHtcbiAgcmVhZG9ubHkgbmFtZTogc3RyaW5nO1xuICAvKiogV2hhdCB0aGUgY29lZmZpY2llbnQgaXMgZGl2aWRlZCBieTogcHJvZHVjdCBvZiB0aGUgc2l6ZXMgb2YgdGhlIGF4ZXMgbWVyZ2VkIGluc2lkZSB0aGlzIG9uZS4gKi9cbiAgcmVhZG9ubHkgaW5uZXI6IGJvb2xlYW47XG4gIHJlYWRvbmx5IHNpemU6IG51bWJlcjtcbn1cblxuLyoqIE1lcmdlcyBheGVzIGkwLi4gb2YgYHNoYXBlYCBhbmQgcjAuLiBvZiBgcmVkdWNlU2hhcGVgIGluIGBleHByc2AuIERyb3BzIGF4ZXMgb2Ygc2l6ZSAxLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1lcmdlQXhlcyhcbiAgc2hhcGU6IHJlYWRvbmx5IG51bWJlcltdLFxuICByZWR1Y2VTaGFwZTogcmVhZG9ubHkgbnVtYmVyW10sXG4gIGV4cHJzOiByZWFkb25seSBFeHByW10sXG4pOiBNZXJnZWQge1xuICBjb25zdCBmb3JtcyA9IGNvbGxlY3RGb3JtcyhleHBycyk7XG4gIGNvbnN0IHBsYWNlcyA9IG5ldyBNYXA8c3RyaW5nLCBQbGFjZT4oKTtcbiAgY29uc3QgYXhlcyA9IGdyb3VwKCdpJywgc2hhcGUsIGZvcm1zLCBwbGFjZXMpO1xuICBjb25zdCByZWR1Y2VBeGVzID0gZ3JvdXAoJ3InLCByZWR1Y2VTaGFwZSwgZm9ybXMsIHBsYWNlcyk7XG4gIGNvbnN0IHJlYnVpbGQgPSBzdWJzdGl0dXRlKHBsYWNlcyk7XG4gIHJldHVybiB7IGF4ZXMsIHJlZHVjZUF4ZXMsIGV4cHJzOiBleHBycy5tYXAocmVidWlsZCkgfTtcbn1cblxuZnVuY3Rpb24gY29sbGVjdEZvcm1zKGV4cHJzOiByZWFkb25seSBFeHByW10pOiBJbmRleFtdIHtcbiAgY29uc3QgZm9ybXMgPSBuZXcgTWFwPG51bWJlciwgSW5kZXg+KCk7XG4gIGNvbnN0IHRha2UgPSAoYXQ6IEluZGV4KTogdm9pZCA9PiB7XG4gICAgaWYgKGZvcm1zLmhhcyhhdC5pZCkpIHJldHVybjtcbiAgICBmb3Jtcy5zZXQoYXQuaWQsIGF0KTtcbiAgICBmb3IgKGNvbnN0IHsgYXRvbSB9IG9mIGF0LnRlcm1zKSBpZiAoYXRvbS5hcmcpIHRha2UoYXRvbS5hcmcpO1xuICB9O1xuICB2aXNpdChleHBycywgKGUpID0+IHtcbiAgICBpZiAoZS5hdCkgdGFrZShlLmF0KTtcbiAgfSk7XG4gIHJldHVybiBbLi4uZm9ybXMudmFsdWVzKCldO1xufVxuXG5jb25zdCBjb2VmZmljaWVudCA9IChmb3JtOiBJbmRleCwgbmFtZTogc3RyaW5nKTogbnVtYmVyID0+XG4gIGZvcm0udGVybXMuZmluZCgodCkgPT4gdC5hdG9tLmF4aXMgPT09IG5hbWUpPy5jb2VmZmljaWVudCA/PyAwO1xuXG4vLyBTaXplcyBhZnRlciBtZXJnaW5nOyBmaWxscyBgcGxhY2VzYCB3aXRoIHdoZXJlIGVhY2ggb2xkIGF4aXMgd2VudC4gT3V0cHV0IGF4ZXMgYXJlIGFsd2F5cyBzdG9yZWRcbi8vIHJvdy1tYWpvciwgc28gdGhlIG91dHB1dCdzIG93biBhZGRyZXNzIG5ldmVyIHN0YW5kcyBpbiB0aGUgd2F5LlxuZnVuY3Rpb24gZ3JvdXAoXG4gIHByZWZpeDogc3RyaW5nLFxuICBzaGFwZTogcmVhZG9ubHkgbnVtYmVyW10sXG4gIGZvcm1zOiByZWFkb25seSBJbmRleFtdLFxuICBwbGFjZXM6IE1hcDxzdHJpbmcsIFBsYWNlPixcbik6IG51bWJlcltdIHtcbiAgY29uc3QgcmVhbCA9IHNoYXBlLm1hcCgobiwgaSkgPT4gKHsgbiwgbmFtZTogYCR7cHJlZml4fSR7aX1gIH0pKS5maWx0ZXIoKGEpID0+IGEubiAhPT0gMSk7XG4gIGNvbnN0IHJ1bnM6IHsgbjogbnVtYmVyOyBuYW1lOiBzdHJpbmcgfVtdW10gPSBbXTtcbiAgcmVhbC5mb3JFYWNoKChheGlzLCBpKSA9PiB7XG4gICAgY29uc3QgYmVmb3JlID0gcmVhbFtpIC0gMV07XG4gICAgY29uc3Qgam9pbnMgPVxuICAgICAgYmVmb3JlICE9PSB1bmRlZmluZWQgJiZcbiAgICAgIGZvcm1zLmV2ZXJ5KChmKSA9PiBjb2VmZmljaWVudChmLCBiZWZvcmUubmFtZSkgPT09IGF4aXMubiAqIGNvZWZmaWNpZW50KGYsIGF4aXMubmFtZSkpO1xuICAgIGlmIChqb2lucykgcnVuc1tydW5zLmxlbmd0aCAtIDFdLnB1c2goYXhpcyk7XG4gICAgZWxzZSBydW5zLnB1c2goW2F4aXNdKTtcbiAgfSk7XG4gIHJldHVybiBydW5zLm1hcCgocnVuLCBrKSA9PiB7XG4gICAgY29uc3Qgc2l6ZSA9IHJ1bi5yZWR1Y2UoKHAsIGEpID0+IHAgKiBhLm4sIDEpO1xuICAgIHJ1bi5mb3JFYWNoKChhLCBqKSA9PiB7XG4gICAgICBwbGFjZXMuc2V0KGEubmFtZSwgeyBuYW1lOiBgJHtwcmVmaXh9JHtrfWAsIGlubmVyOiBqID09PSBydW4ubGVuZ3RoIC0gMSwgc2l6ZSB9KTtcbiAgICB9KTtcbiAgICByZXR1cm4gc2l6ZTtcbiAgfSk7XG59XG5cbmZ1bmN0aW9uIHN1YnN0aXR1dGUocGxhY2VzOiBSZWFkb25seU1hcDxzdHJpbmcsIFBsYWNlPik6IChlOiBFeHByKSA9PiBFeHByIHtcbiAgY29uc3QgZm9ybXMgPSBuZXcgTWFwPG51bWJlciwgSW5kZXg+KCk7XG4gIGNvbnN0IGV4cHJzID0gbmV3IE1hcDxudW1iZXIsIEV4cHI+KCk7XG4gIGNvbnN0IGZvcm0gPSAoYXQ6IEluZGV4KTogSW5kZXggPT4ge1xuICAgIGxldCBmID0gZm9ybXMuZ2V0KGF0LmlkKTtcbiAgICBpZiAoIWYpIHtcbiAgICAgIGNvbnN0IHBhcnRzOiAoSW5kZXggfCBudW1iZXIpW10gPSBbYXQuY29uc3RhbnRdO1xuICAgICAgZm9yIChjb25zdCB7IGNvZWZmaWNpZW50OiBjLCBhdG9tIH0gb2YgYXQudGVybXMpIHtcbiAgICAgICAgaWYgKGF0b20ua2luZCA9PT0gJ2F4aXMnKSB7XG4gICAgICAgICAgY29uc3QgcGxhY2UgPSBwbGFjZXMuZ2V0KGF0b20uYXhpcyBhcyBzdHJpbmcpIGFzIFBsYWNlO1xuICAgICAgICAgIC8vIHRoZSBpbm5lcm1vc3QgYXhpcyBvZiBhIHJ1biBjYXJyaWVzIHRoZSBtZXJnZWQgb25lOyB0aGUgb3RoZXJzIGFyZSBwYXJ0IG9mIGl0XG4gICAgICAgICAgaWYgKHBsYWNlLmlubmVyKSBwYXJ0cy5wdXNoKGl4LnNjYWxlKGl4LmF4aXMocGxhY2UubmFtZSwgcGxhY2Uuc2l6ZSksIGMpKTtcbiAgICAgICAgfSBlbHNlIGlmIChhdG9tLmtpbmQgPT09ICdkYXRhJykge1xuICAgICAgICAgIHBhcnRzLnB1c2goaXguc2NhbGUoaXguZnJvbURhdGEoZXhwcihhdG9tLmV4cHIgYXMgRXhwciksIGF0b20ubWF4ICsgMSksIGMpKTtcbiAgICAgICAgfSBlbHNlIHtcbiAgICAgICAgICBjb25zdCBhcmcgPSBmb3JtKGF0b20uYXJnIGFzIEluZGV4KTtcbiAgICAgICAgICBjb25zdCBieSA9IGF0b20uYnkgYXMgbnVtYmVyO1xuICAgICAgICAgIHBhcnRzLnB1c2goaXguc2NhbGUoYXRvbS5raW5kID09PSAnZGl2JyA/IGl4LmRpdihhcmcsIGJ5KSA6IGl4Lm1vZChhcmcsIGJ5KSwgYykpO1xuICAgICAgICB9XG4gICAgICB9XG4gICAgICBmID0gaXguYWRkKC4uLnBhcnRzKTtcbiAgICAgIGZvcm1zLnNldChhdC5pZCwgZik7XG4gICAgfVxuICAgIHJldHVybiBmO1xuICB9O1xuICBjb25zdCBleHByID0gKGU6IEV4cHIpOiBFeHByID0+IHtcbiAgICBsZXQgb3V0ID0gZXhwcnMuZ2V0KGUuaWQpO1xuICAgIGlmICghb3V0KSB7XG4gICAgICBvdXQgPSByZWJ1aWxkRXhwcihlLCBleHByLCBmb3JtKTtcbiAgICAgIGV4cHJzLnNldChlLmlkLCBvdXQpO1xuICAgIH1cbiAgICByZXR1cm4gb3V0O1xuICB9O1xuICByZXR1cm4gZXhwcjtcbn1cblxuZnVuY3Rpb24gcmVidWlsZEV4cHIoZTogRXhwciwgZXhwcjogKGU6IEV4cHIpID0+IEV4cHIsIGZvcm06IChhdDogSW5kZXgpID0+IEluZGV4KTogRXhwciB7XG4gIGNvbnN0IGFyZ3MgPSBlLmFyZ3MubWFwKGV4cHIpO1xuICBzd2l0Y2ggKGUua2luZCkge1xuICAgIGNhc2UgJ2NvbnN0JzpcbiAgICBjYXNlICdhY2MnOlxuICAgICAgcmV0dXJuIGU7XG4gICAgY2FzZSAnaW5kZXgnOlxuICAgICAgcmV0dXJuIGlyLmluZGV4KGZvcm0oZS5hdCBhcyBJbmRleCkpO1xuICAgIGNhc2UgJ2xvYWQnOlxuICAgICAgcmV0dXJuIGlyLmxvYWQoZS5idWZmZXIgYXMgbnVtYmVyLCBmb3JtKGUuYXQgYXMgSW5kZXgpLCBlLnR5cGUsIGFyZ3NbMF0sIGFyZ3NbMV0pO1xuICAgIGNhc2UgJ3VuYXJ5JzpcbiAgICAgIHJldHVybiBpci51bmFyeShlLm9wIGFzIGlyLlVuYXJ5T3AsIGFyZ3NbMF0pO1xuICAgIGNhc2UgJ2JpbmFyeSc6XG4gICAgICByZXR1cm4gaXIuYmluYXJ5KGUub3AgYXMgaXIuQmluYXJ5T3AsIGFyZ3NbMF0sIGFyZ3NbMV0pO1xuICAgIGNhc2UgJ3NlbGVjdCc6XG4gICAgICByZXR1cm4gaXIuc2VsZWN0KGFyZ3NbMF0sIGFyZ3NbMV0sIGFyZ3NbMl0pO1xuICAgIGNhc2UgJ2Nhc3QnOlxuICAgICAgcmV0dXJuIGlyLmNhc3QoYXJnc1swXSwgZS50eXBlKTtcbiAgICBjYXNlICdiaXRjYXN0JzpcbiAgICAgIHJldHVybiBpci5iaXRjYXN0KGFyZ3NbMF0sIGUudHlwZSk7XG4gIH1cbn1cbiIsICIvLyBGcm9tIGEgbm9kZSBhbmQgZXZlcnl0aGluZyB0aGF0IGRpc3NvbHZlcyBpbnRvIGl0IHRvIG9uZSBuZXN0OiBleHByZXNzaW9ucyBhcmUgcHVsbGVkIHRocm91Z2ggdGhlXG4vLyBncmFwaCBhdCBzeW1ib2xpYyBpbmRpY2VzLCB0aGVuIG5laWdoYm91cmluZyBsb29wcyBhcmUgbWVyZ2VkIHdoZXJldmVyIGFsbCBhY2Nlc3NlcyBhbGxvdyBpdCwgc28gdGhhdFxuLy8gZS5nLiBbMTYsIDE2LCAxNiwgNjRdICsgYmlhcyBydW5zIGFzIHR3byBsb29wcyBhbmQgYSBwbGFpbiBzdW0gb2YgYXJyYXlzIGFzIG9uZS5cbmltcG9ydCB0eXBlIHsgQ2FsbCwgR3VhcmQsIE1hcExvd2VyaW5nLCBSZWFkIH0gZnJvbSAnLi4vdGVuc29yL2RlZmluZS50cyc7XG5pbXBvcnQgeyBjb21wdXRlVHlwZSB9IGZyb20gJy4uL3RlbnNvci9kdHlwZS50cyc7XG5pbXBvcnQgdHlwZSB7IEluZGV4IH0gZnJvbSAnLi4vdGVuc29yL2luZGV4LWV4cHIudHMnO1xuaW1wb3J0ICogYXMgaXggZnJvbSAnLi4vdGVuc29yL2luZGV4LWV4cHIudHMnO1xuaW1wb3J0IHR5cGUgeyBFeHByLCBSZWR1Y2VPcCB9IGZyb20gJy4uL3RlbnNvci9pci50cyc7XG5pbXBvcnQgKiBhcyBpciBmcm9tICcuLi90ZW5zb3IvaXIudHMnO1xuaW1wb3J0IHsgc2l6ZU9mIH0gZnJvbSAnLi4vdGVuc29yL3NoYXBlLnRzJztcbmltcG9ydCB0eXBlIHsgVGVuc29yIH0gZnJvbSAnLi4vdGVuc29yL3RlbnNvci50cyc7XG5pbXBvcnQgeyB0eXBlIERlY2lzaW9uLCByZWR1Y3Rpb25PZiB9IGZyb20gJy4vZnVzaW9uLnRzJztcbmltcG9ydCB7IG1lcmdlQXhlcyB9IGZyb20gJy4vbWVyZ2UtYXhlcy50cyc7XG5pbXBvcnQgeyBuZXN0S2V5IH0gZnJvbSAnLi9uZXN0LWtleS50cyc7XG5pbXBvcnQgdHlwZSB7IE5lc3RLZXJuZWwgfSBmcm9tICcuL3Byb2dyYW0udHMnO1xuaW1wb3J0IHsgdmlzaXQgfSBmcm9tICcuL3Zpc2l0LnRzJztcblxuLyoqIEEgbmVzdCBhbmQgdGhlIG5vZGVzIHdob3NlIG1lbW9yeSBpdCByZWFkcywgaW4gdGhlIG9yZGVyIG9mIGl0cyBpbnB1dHMuICovXG5leHBvcnQgaW50ZXJmYWNlIEJ1aWx0TmVzdCB7XG4gIHJlYWRvbmx5IGtlcm5lbDogTmVzdEtlcm5lbDtcbiAgcmVhZG9ubHkgaW5wdXRzOiByZWFkb25seSBUZW5zb3JbXTtcbiAgLyoqIE5hbWVzIG9mIHRoZSBvcGVyYXRpb25zIGluc2lkZSwgZm9yIHByb2ZpbGVzLiAqL1xuICByZWFkb25seSBsYWJlbDogc3RyaW5nO1xufVxuXG5jb25zdCBjYWxsT2YgPSAodDogVGVuc29yKTogQ2FsbDxvYmplY3Q+ID0+ICh7IGF0dHJzOiB0LmF0dHJzLCBpbnB1dHM6IHQuaW5wdXRzLCBvdXQ6IHQgfSk7XG5cbi8qKiBMb29wIGF4ZXMgb3ZlciBhIHNoYXBlLCBlLmcuIGkwLCBpMSwgLi4uICovXG5leHBvcnQgY29uc3QgYXhlc09mID0gKHByZWZpeDogc3RyaW5nLCBzaGFwZTogcmVhZG9ubHkgbnVtYmVyW10pOiBJbmRleFtdID0+XG4gIHNoYXBlLm1hcCgobiwgaSkgPT4gaXguYXhpcyhgJHtwcmVmaXh9JHtpfWAsIG4pKTtcblxuLyoqIFJlYWRzIG5vZGVzIGFzIGV4cHJlc3Npb25zIG92ZXIgbWVtb3J5IHRoYXQgZXhpc3RzLiAqL1xuZXhwb3J0IGludGVyZmFjZSBSZWFkZXIge1xuICAvKiogVGhlIG5vZGVzIHdob3NlIG1lbW9yeSBpcyByZWFkLCBpbiB0aGUgb3JkZXIgb2YgdGhlIGtlcm5lbCdzIGlucHV0cy4gKi9cbiAgcmVhZG9ubHkgYnVmZmVyczogVGVuc29yW107XG4gIC8qKiBOYW1lcyBvZiB0aGUgb3BlcmF0aW9ucyBjb21wdXRlZCBvbiB0aGUgd2F5LiAqL1xuICByZWFkb25seSBuYW1lczogU2V0PHN0cmluZz47XG4gIC8qKiBFbGVtZW50IGBpbmRleGAgb2YgYSBub2RlLiAqL1xuICByZWFkKHQ6IFRlbnNvciwgaW5kZXg6IHJlYWRvbmx5IEluZGV4W10sIGd1YXJkPzogR3VhcmQpOiBFeHByO1xuICAvKiogRWxlbWVudCBgaW5kZXhgIG9mIGEgbm9kZSBjb21wdXRlZCBpbiBwbGFjZSwgZXZlbiBpZiB0aGUgbm9kZSBoYXMgbWVtb3J5LiAqL1xuICBpbmxpbmUodDogVGVuc29yLCBpbmRleDogcmVhZG9ubHkgSW5kZXhbXSwgZ3VhcmQ/OiBHdWFyZCk6IEV4cHI7XG4gIC8qKiBUaGUgb3BlcmFuZHMgb2YgYSBub2RlIGFzIGZ1bmN0aW9ucyBvZiBhbiBpbmRleC4gKi9cbiAgcmVhZHModDogVGVuc29yKTogUmVhZFtdO1xufVxuXG4vKiogQSByZWFkZXI7IGByZWR1Y2VgIGlzIGNhbGxlZCBmb3IgYSByZWR1Y3Rpb24gdGhhdCBkaXNzb2x2ZXMgaW50byB3aGF0IHJlYWRzIGl0LiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGNyZWF0ZVJlYWRlcihcbiAgZGVjaXNpb25zOiBNYXA8VGVuc29yLCBEZWNpc2lvbj4sXG4gIHJlZHVjZTogKHQ6IFRlbnNvciwgaW5kZXg6IHJlYWRvbmx5IEluZGV4W10pID0+IEV4cHIgPSAodCkgPT4ge1xuICAgIHRocm93IG5ldyBFcnJvcihgJHt0Lm9wLm5hbWV9IGNhbm5vdCBkaXNzb2x2ZSBoZXJlYCk7XG4gIH0sXG4pOiBSZWFkZXIge1xuICBjb25zdCBidWZmZXJzOiBUZW5zb3JbXSA9IFtdO1xuICBjb25zdCBuYW1lcyA9IG5ldyBTZXQ8c3RyaW5nPigpO1xuICBjb25zdCBudW1iZXJzID0gbmV3IE1hcDxUZW5zb3IsIG51bWJlcj4oKTtcbiAgY29uc3QgbWVtbyA9IG5ldyBNYXA8VGVuc29yLCBNYXA8c3RyaW5nLCBFeHByPj4oKTtcblxuICBjb25zdCBudW1iZXIgPSAodDogVGVuc29yKTogbnVtYmVyID0+IHtcbiAgICBsZXQgbiA9IG51bWJlcnMuZ2V0KHQpO1xuICAgIGlmIChuID09PSB1bmRlZmluZWQpIHtcbiAgICAgIG4gPSBidWZmZXJzLmxlbmd0aDtcbiAgICAgIG51bWJlcnMuc2V0KHQsIG4pO1xuICAgICAgYnVmZmVycy5wdXNoKHQpO1xuICAgIH1cbiAgICByZXR1cm4gbjtcbiAgfTtcbiAgY29uc3QgcmVhZDogUmVhZGVyWydyZWFkJ10gPSAodCwgaW5kZXgsIGd1YXJkKSA9PiB7XG4gICAgaWYgKCEoZGVjaXNpb25zLmdldCh0KSBhcyBEZWNpc2lvbikucm9vdCkgcmV0dXJuIGlubGluZSh0LCBpbmRleCwgZ3VhcmQpO1xuICAgIGNvbnN0IHR5cGUgPSBjb21wdXRlVHlwZSh0LmR0eXBlKTtcbiAgICBjb25zdCBhdCA9IGl4LmZsYXR0ZW4oaW5kZXgsIHQuc2hhcGUpO1xuICAgIHJldHVybiBpci5sb2FkKG51bWJlcih0KSwgYXQsIHR5cGUsIGd1YXJkPy5jb25kaXRpb24sIGd1YXJkPy5vdGhlcndpc2UpO1xuICB9O1xuICBjb25zdCBpbmxpbmU6IFJlYWRlclsnaW5saW5lJ10gPSAodCwgaW5kZXgsIGd1YXJkKSA9PiB7XG4gICAgY29uc3Qga25vd24gPSBtZW1vLmdldCh0KSA/PyBuZXcgTWFwPHN0cmluZywgRXhwcj4oKTtcbiAgICBtZW1vLnNldCh0LCBrbm93bik7XG4gICAgY29uc3Qga2V5ID0gYCR7aW5kZXgubWFwKChpKSA9PiBpLmlkKX18JHtndWFyZD8uY29uZGl0aW9uLmlkfXwke2d1YXJkPy5vdGhlcndpc2UuaWR9YDtcbiAgICBsZXQgZSA9IGtub3duLmdldChrZXkpO1xuICAgIGlmICghZSkge1xuICAgICAgZSA9IGNvbXB1dGUodCwgaW5kZXgsIGd1YXJkKTtcbiAgICAgIGtub3duLnNldChrZXksIGUpO1xuICAgIH1cbiAgICByZXR1cm4gZTtcbiAgfTtcbiAgY29uc3QgY29tcHV0ZSA9ICh0OiBUZW5zb3IsIGluZGV4OiByZWFkb25seSBJbmRleFtdLCBndWFyZD86IEd1YXJkKTogRXhwciA9PiB7XG4gICAgY29uc3QgbG93ZXIgPSB0Lm9wLmxvd2VyO1xuICAgIGlmIChsb3dlci5raW5kICE9PSAnbWFwJykgcmV0dXJuIHJlZHVjZSh0LCBpbmRleCk7XG4gICAgaWYgKCFsb3dlci5mcmVlKSBuYW1lcy5hZGQodC5vcC5uYW1lKTtcbiAgICBjb25zdCB2YWx1ZSA9IChsb3dlciBhcyBNYXBMb3dlcmluZzxvYmplY3Q+KS5ib2R5KHJlYWRzKHQsIGd1YXJkKSwgaW5kZXgsIGNhbGxPZih0KSk7XG4gICAgLy8gYSB2aWV3IGhhcyBoYW5kZWQgdGhlIGd1YXJkIHRvIGl0cyBvcGVyYW5kOyBhIGNvbnN0YW50IG9yIGEgY291bnQgaGFzIG5vbmVcbiAgICBjb25zdCBoYW5kZWQgPSBsb3dlci5mcmVlICYmIHQuaW5wdXRzLmxlbmd0aCA+IDA7XG4gICAgcmV0dXJuIGd1YXJkICYmICFoYW5kZWQgPyBpci5zZWxlY3QoZ3VhcmQuY29uZGl0aW9uLCB2YWx1ZSwgZ3VhcmQub3RoZXJ3aXNlKSA6IHZhbHVlO1xuICB9O1xuICBjb25zdCByZWFkcyA9ICh0OiBUZW5zb3IsIGd1YXJkPzogR3VhcmQpOiBSZWFkW10gPT5cbiAgICB0LmlucHV0cy5tYXAoKHgpID0+IChpbmRleCwgb3duKSA9PiByZWFkKHgsIGluZGV4LCBib3RoKGd1YXJkLCBvd24sIHQsIHgpKSk7XG4gIHJldHVybiB7IGJ1ZmZlcnMsIG5hbWVzLCByZWFkLCBpbmxpbmUsIHJlYWRzIH07XG59XG5cbi8vIEd1YXJkcyBhZGQgdXAuIEEgdmlldyBoYW5kcyBpdHMgcmVhZGVyJ3MgZ3VhcmQgZG93biBhcyBpdCBpczsgYSBjb21wdXRhdGlvbiBuZWVkcyBvbmx5IHRoYXQgaXRzXG4vLyBvcGVyYW5kcyBhcmUgbm90IHJlYWQsIGFuZCBzZWxlY3RzIHRoZSByZWFkZXIncyB2YWx1ZSBhZnRlcndhcmRzLlxuZnVuY3Rpb24gYm90aChcbiAgb3V0ZXI6IEd1YXJkIHwgdW5kZWZpbmVkLFxuICBvd246IEd1YXJkIHwgdW5kZWZpbmVkLFxuICB0OiBUZW5zb3IsXG4gIHg6IFRlbnNvcixcbik6IEd1YXJkIHwgdW5kZWZpbmVkIHtcbiAgaWYgKCFvdXRlcikgcmV0dXJuIG93bjtcbiAgY29uc3QgZnJlZSA9IHQub3AubG93ZXIua2luZCA9PT0gJ21hcCcgJiYgdC5vcC5sb3dlci5mcmVlO1xuICBjb25zdCBvdGhlcndpc2UgPSBmcmVlID8gb3V0ZXIub3RoZXJ3aXNlIDogaXIuY29uc3RhbnQoMCwgY29tcHV0ZVR5cGUoeC5kdHlwZSkpO1xuICBpZiAoIW93bikgcmV0dXJuIHsgY29uZGl0aW9uOiBvdXRlci5jb25kaXRpb24sIG90aGVyd2lzZSB9O1xuICByZXR1cm4ge1xuICAgIGNvbmRpdGlvbjogaXIuYW5kKG91dGVyLmNvbmRpdGlvbiwgb3duLmNvbmRpdGlvbiksXG4gICAgb3RoZXJ3aXNlOiBpci5zZWxlY3Qob3V0ZXIuY29uZGl0aW9uLCBvd24ub3RoZXJ3aXNlLCBvdGhlcndpc2UpLFxuICB9O1xufVxuXG4vKiogVGhlIG5lc3QgdGhhdCBjb21wdXRlcyBhIHJvb3QgaW50byBtZW1vcnkgb2YgaXRzIG93bi4gKi9cbmV4cG9ydCBmdW5jdGlvbiBidWlsZE5lc3Qocm9vdDogVGVuc29yLCBkZWNpc2lvbnM6IE1hcDxUZW5zb3IsIERlY2lzaW9uPik6IEJ1aWx0TmVzdCB7XG4gIGlyLnJlc2V0RXhwcmVzc2lvbnMoKTtcbiAgY29uc3QgaW5kZXggPSBheGVzT2YoJ2knLCByb290LnNoYXBlKTtcbiAgY29uc3QgcmVkdWN0aW9uczogeyBvcDogUmVkdWNlT3A7IGJvZHk6IEV4cHIgfVtdID0gW107XG4gIGxldCByZWR1Y2VTaGFwZTogcmVhZG9ubHkgbnVtYmVyW10gPSBbXTtcbiAgY29uc3QgcmVhZGVyID0gY3JlYXRlUmVhZGVyKGRlY2lzaW9ucywgKHQsIGF0KSA9PiB7XG4gICAgY29uc3QgbG93ZXIgPSByZWR1Y3Rpb25PZih0LCBmYWxzZSk7XG4gICAgaWYgKCFsb3dlciB8fCByZWR1Y3Rpb25zLmxlbmd0aCA+IDApXG4gICAgICB0aHJvdyBuZXcgRXJyb3IoYCR7dC5vcC5uYW1lfTogdHdvIHJlZHVjdGlvbnMgaW4gb25lIG5lc3RgKTtcbiAgICBjb25zdCBjYWxsID0gY2FsbE9mKHQpO1xuICAgIHJlYWRlci5uYW1lcy5hZGQodC5vcC5uYW1lKTtcbiAgICByZWR1Y2VTaGFwZSA9IGxvd2VyLmV4dGVudChjYWxsKTtcbiAgICBjb25zdCBvcCA9IGxvd2VyLm9wKGNhbGwpO1xuICAgIGlmIChyZWR1Y2VTaGFwZS5pbmNsdWRlcygwKSkgcmV0dXJuIGlyLmNvbnN0YW50KGVtcHR5VmFsdWUob3ApLCBjb21wdXRlVHlwZSh0LmR0eXBlKSk7XG4gICAgLy8gcGxhY2VkIGZpcnN0OiB0aGUgYm9keSBpcyByZWFkIHdoaWxlIHJlc3VsdHMgYXJlIHN0aWxsIGJlaW5nIGJ1aWx0XG4gICAgY29uc3Qgc2xvdCA9IHsgb3AsIGJvZHk6IGlyLmNvbnN0YW50KDAsICdmMzInKSB9O1xuICAgIHJlZHVjdGlvbnMucHVzaChzbG90KTtcbiAgICBzbG90LmJvZHkgPSBsb3dlci5ib2R5KHJlYWRlci5yZWFkcyh0KSwgYXQsIGF4ZXNPZigncicsIHJlZHVjZVNoYXBlKSwgY2FsbCk7XG4gICAgcmV0dXJuIGlyLmFjYygwLCBjb21wdXRlVHlwZSh0LmR0eXBlKSk7XG4gIH0pO1xuICBjb25zdCByZXN1bHQgPSByZWFkZXIuaW5saW5lKHJvb3QsIGluZGV4KTtcbiAgaWYgKHJlZHVjdGlvbnMubGVuZ3RoID09PSAwKSByZWR1Y2VTaGFwZSA9IFtdO1xuICBjb25zdCBtZXJnZWQgPSBtZXJnZUF4ZXMocm9vdC5zaGFwZSwgcmVkdWNlU2hhcGUsIFsuLi5yZWR1Y3Rpb25zLm1hcCgocikgPT4gci5ib2R5KSwgcmVzdWx0XSk7XG4gIGNvbnN0IHJlc3VsdHMgPSBbbWVyZ2VkLmV4cHJzW21lcmdlZC5leHBycy5sZW5ndGggLSAxXV07XG4gIGNvbnN0IGJvZGllcyA9IG1lcmdlZC5leHBycy5zbGljZSgwLCAtMSk7XG4gIGNvbnN0IGtlcm5lbCA9IHtcbiAgICBraW5kOiAnbmVzdCcgYXMgY29uc3QsXG4gICAgYXhlczogbWVyZ2VkLmF4ZXMsXG4gICAgcmVkdWNlQXhlczogbWVyZ2VkLnJlZHVjZUF4ZXMsXG4gICAgcmVkdWN0aW9uczogcmVkdWN0aW9ucy5tYXAoKHIsIGkpID0+ICh7IG9wOiByLm9wLCBib2R5OiBib2RpZXNbaV0gfSkpLFxuICAgIHJlc3VsdHMsXG4gICAgaW5wdXRzOiByZWFkZXIuYnVmZmVycy5tYXAoKHQpID0+IHQuZHR5cGUpLFxuICAgIG91dHB1dHM6IFtyb290LmR0eXBlXSxcbiAgICBpbnB1dFNpemVzOiByZWFkZXIuYnVmZmVycy5tYXAoKHQpID0+IHNpemVPZih0LnNoYXBlKSksXG4gIH07XG4gIGNvbnN0IGluUGxhY2UgPSByZWFkZXIuYnVmZmVycy5tYXAoKF8sIGspID0+IHJlYWRzT3duSW5kZXhPbmx5KGssIGJvZGllcywgcmVzdWx0cywgbWVyZ2VkLmF4ZXMpKTtcbiAgcmV0dXJuIHtcbiAgICBrZXJuZWw6IHsgLi4ua2VybmVsLCBpblBsYWNlLCBrZXk6IG5lc3RLZXkoa2VybmVsKSB9LFxuICAgIGlucHV0czogcmVhZGVyLmJ1ZmZlcnMsXG4gICAgbGFiZWw6IFsuLi5yZWFkZXIubmFtZXNdLmpvaW4oJysnKSB8fCByb290Lm9wLm5hbWUsXG4gIH07XG59XG5cbmZ1bmN0aW9uIGVtcHR5VmFsdWUob3A6IFJlZHVjZU9wKTogbnVtYmVyIHtcbiAgc3dpdGNoIChvcCkge1xuICAgIGNhc2UgJ3N1bSc6XG4gICAgY2FzZSAnYW55JzpcbiAgICBjYXNlICdhcmdtYXgnOlxuICAgIGNhc2UgJ2FyZ21pbic6XG4gICAgICByZXR1cm4gMDtcbiAgICBjYXNlICdwcm9kJzpcbiAgICBjYXNlICdhbGwnOlxuICAgICAgcmV0dXJuIDE7XG4gICAgY2FzZSAnbWF4JzpcbiAgICAgIHJldHVybiBOdW1iZXIuTkVHQVRJVkVfSU5GSU5JVFk7XG4gICAgY2FzZSAnbWluJzpcbiAgICAgIHJldHVybiBOdW1iZXIuUE9TSVRJVkVfSU5GSU5JVFk7XG4gIH1cbn1cblxuZnVuY3Rpb24gcmVhZHNPd25JbmRleE9ubHkoXG4gIGJ1ZmZlcjogbnVtYmVyLFxuICBib2RpZXM6IHJlYWRvbmx5IEV4cHJbXSxcbiAgcmVzdWx0czogcmVhZG9ubHkgRXhwcltdLFxuICBheGVzOiByZWFkb25seSBudW1iZXJbXSxcbik6IGJvb2xlYW4ge1xuICBjb25zdCBvd24gPSBpeC5mbGF0dGVuKGF4ZXNPZignaScsIGF4ZXMpLCBheGVzKTtcbiAgbGV0IG9rID0gdHJ1ZTtcbiAgdmlzaXQoYm9kaWVzLCAoZSkgPT4ge1xuICAgIGlmIChlLmtpbmQgPT09ICdsb2FkJyAmJiBlLmJ1ZmZlciA9PT0gYnVmZmVyKSBvayA9IGZhbHNlO1xuICB9KTtcbiAgdmlzaXQocmVzdWx0cywgKGUpID0+IHtcbiAgICBpZiAoZS5raW5kID09PSAnbG9hZCcgJiYgZS5idWZmZXIgPT09IGJ1ZmZlciAmJiBlLmF0Py5pZCAhPT0gb3duLmlkKSBvayA9IGZhbHNlO1xuICB9KTtcbiAgcmV0dXJuIG9rO1xufVxuIiwgIi8vIFNwZWNpYWwga2VybmVscyBvZiBhIGdyYXBoOiB3aGljaCBub2RlcyBnZXQgb25lLCBhbmQgaG93IHRoZWlyIG9wZXJhbmRzIGFyZSBmb3VuZC4gQSBwcm9kdWN0IHNlZXNcbi8vIHRocm91Z2ggdmlld3M6IHRyYW5zcG9zZXMsIHNsaWNlcyBhbmQgYnJvYWRjYXN0cyBvZiBtZW1vcnkgYmVjb21lIHN0cmlkZXMgb2YgdGhlIHBhY2tpbmcsIG5ldmVyXG4vLyBjb3BpZXMuIFRoZSBvdGhlciBrZXJuZWxzIHRha2UgY29udGlndW91cyBvcGVyYW5kcywgZm9yIHdoaWNoIGEgcmVzaGFwZSBvZiBtZW1vcnkgaXMgYXMgZ29vZC5cbmltcG9ydCB0eXBlIHsgQ2FsbCwgS2VybmVsTG93ZXJpbmcgfSBmcm9tICcuLi90ZW5zb3IvZGVmaW5lLnRzJztcbmltcG9ydCB0eXBlIHsgSW5kZXggfSBmcm9tICcuLi90ZW5zb3IvaW5kZXgtZXhwci50cyc7XG5pbXBvcnQgKiBhcyBpeCBmcm9tICcuLi90ZW5zb3IvaW5kZXgtZXhwci50cyc7XG5pbXBvcnQgKiBhcyBpciBmcm9tICcuLi90ZW5zb3IvaXIudHMnO1xuaW1wb3J0IHR5cGUgeyBLZXJuZWxTcGVjLCBNYXRtdWxTcGVjIH0gZnJvbSAnLi4vdGVuc29yL2tlcm5lbHMudHMnO1xuaW1wb3J0IHsgc2l6ZU9mIH0gZnJvbSAnLi4vdGVuc29yL3NoYXBlLnRzJztcbmltcG9ydCB0eXBlIHsgVGVuc29yIH0gZnJvbSAnLi4vdGVuc29yL3RlbnNvci50cyc7XG5pbXBvcnQgeyBiZWhpbmRWaWV3cywgdHlwZSBEZWNpc2lvbiB9IGZyb20gJy4vZnVzaW9uLnRzJztcbmltcG9ydCB7IGF4ZXNPZiwgY3JlYXRlUmVhZGVyIH0gZnJvbSAnLi9uZXN0LnRzJztcbmltcG9ydCB0eXBlIHsgU3BlY2lhbEtlcm5lbCB9IGZyb20gJy4vcHJvZ3JhbS50cyc7XG5cbmNvbnN0IGNhbGxPZiA9ICh0OiBUZW5zb3IpOiBDYWxsPG9iamVjdD4gPT4gKHsgYXR0cnM6IHQuYXR0cnMsIGlucHV0czogdC5pbnB1dHMsIG91dDogdCB9KTtcblxuZnVuY3Rpb24ga2VybmVsRm9yKHQ6IFRlbnNvciwgc3BlYzogS2VybmVsU3BlYywgb3BlcmFuZHM6IHJlYWRvbmx5IFRlbnNvcltdKTogU3BlY2lhbEtlcm5lbCB7XG4gIGNvbnN0IGlucHV0cyA9IG9wZXJhbmRzLm1hcCgoeCkgPT4geC5kdHlwZSk7XG4gIGNvbnN0IGlucHV0U2l6ZXMgPSBvcGVyYW5kcy5tYXAoKHgpID0+IHNpemVPZih4LnNoYXBlKSk7XG4gIHJldHVybiB7XG4gICAga2luZDogJ3NwZWNpYWwnLFxuICAgIHNwZWMsXG4gICAgaW5wdXRzLFxuICAgIG91dHB1dHM6IFt0LmR0eXBlXSxcbiAgICBpbnB1dFNpemVzLFxuICAgIGtleTogYCR7SlNPTi5zdHJpbmdpZnkoc3BlYyl9ICR7aW5wdXRzfSAtPiAke3QuZHR5cGV9YCxcbiAgfTtcbn1cblxuLyoqIFRoZSBrZXJuZWwgb2YgYSBub2RlIHdpdGggaXRzIG9wZXJhbmRzIHRha2VuIGFzIGNvbnRpZ3VvdXM7IGFza3Mgd2hldGhlciBhIGJhY2tlbmQgaGFzIGl0LiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGNvbnRpZ3VvdXNLZXJuZWwodDogVGVuc29yKTogU3BlY2lhbEtlcm5lbCB7XG4gIGNvbnN0IGxvd2VyID0gdC5vcC5sb3dlciBhcyBLZXJuZWxMb3dlcmluZzxvYmplY3Q+O1xuICByZXR1cm4ga2VybmVsRm9yKHQsIGxvd2VyLnNwZWMoY2FsbE9mKHQpKSwgdC5pbnB1dHMpO1xufVxuXG4vKiogV2hlcmUgYW4gb3BlcmFuZCBzdGFuZHM6IG1lbW9yeSBvZiBgYmFzZWAsIGVsZW1lbnQgKGluZGV4IG92ZXIgaXRzIHNoYXBlKSBhdCBhIGxpbmVhciBmb3JtLiAqL1xuaW50ZXJmYWNlIFZpZXcge1xuICByZWFkb25seSBiYXNlOiBUZW5zb3I7XG4gIHJlYWRvbmx5IGF0OiBJbmRleDtcbn1cblxuLyoqIFNlZXMgYW4gb3BlcmFuZCBhcyBhIHZpZXcgb2YgbWVtb3J5LCBvciBub3QgYXQgYWxsIGlmIGl0IG11c3QgYmUgY29waWVkIGZpcnN0LiAqL1xuZnVuY3Rpb24gdmlld09mKFxuICB4OiBUZW5zb3IsXG4gIGRlY2lzaW9uczogTWFwPFRlbnNvciwgRGVjaXNpb24+LFxuICBpc0lucHV0OiAodDogVGVuc29yKSA9PiBib29sZWFuLFxuKTogVmlldyB8IHVuZGVmaW5lZCB7XG4gIGNvbnN0IGJhc2UgPSBiZWhpbmRWaWV3cyh4LCBpc0lucHV0KTtcbiAgaWYgKCEoZGVjaXNpb25zLmdldChiYXNlKSBhcyBEZWNpc2lvbikucm9vdCkgcmV0dXJuIHVuZGVmaW5lZDtcbiAgY29uc3QgcmVhZGVyID0gY3JlYXRlUmVhZGVyKGRlY2lzaW9ucyk7XG4gIGNvbnN0IGUgPSByZWFkZXIucmVhZCh4LCBheGVzT2YoJ2knLCB4LnNoYXBlKSk7XG4gIGlmIChlLmtpbmQgIT09ICdsb2FkJyB8fCBlLmd1YXJkIHx8IHJlYWRlci5idWZmZXJzLmxlbmd0aCAhPT0gMSkgcmV0dXJuIHVuZGVmaW5lZDtcbiAgcmV0dXJuIHsgYmFzZTogcmVhZGVyLmJ1ZmZlcnNbMF0sIGF0OiBlLmF0IGFzIEluZGV4IH07XG59XG5cbi8vIFN0cmlkZSBvZiBlYWNoIGRpbWVuc2lvbiBpZiB0aGUgZm9ybSBpcyBsaW5lYXIgaW4gdGhlIGF4ZXM7IHVuZGVmaW5lZCBvdGhlcndpc2UuXG5mdW5jdGlvbiBsaW5lYXIoYXQ6IEluZGV4LCByYW5rOiBudW1iZXIpOiB7IHN0cmlkZXM6IG51bWJlcltdOyBvZmZzZXQ6IG51bWJlciB9IHwgdW5kZWZpbmVkIHtcbiAgY29uc3Qgc3RyaWRlcyA9IG5ldyBBcnJheTxudW1iZXI+KHJhbmspLmZpbGwoMCk7XG4gIGZvciAoY29uc3QgeyBjb2VmZmljaWVudCwgYXRvbSB9IG9mIGF0LnRlcm1zKSB7XG4gICAgaWYgKGF0b20ua2luZCAhPT0gJ2F4aXMnKSByZXR1cm4gdW5kZWZpbmVkO1xuICAgIHN0cmlkZXNbTnVtYmVyKChhdG9tLmF4aXMgYXMgc3RyaW5nKS5zbGljZSgxKSldID0gY29lZmZpY2llbnQ7XG4gIH1cbiAgcmV0dXJuIHsgc3RyaWRlcywgb2Zmc2V0OiBhdC5jb25zdGFudCB9O1xufVxuXG4vKiogQSBzcGVjaWFsIGtlcm5lbCB3aXRoIHRoZSBtZW1vcnkgaXQgcmVhZHM7IG9wZXJhbmRzIHRoYXQgYGNvcGllc2AgbmFtZXMgbXVzdCBiZSBjb3BpZWQgZmlyc3QuICovXG5leHBvcnQgaW50ZXJmYWNlIEJ1aWx0U3BlY2lhbCB7XG4gIHJlYWRvbmx5IGtlcm5lbDogU3BlY2lhbEtlcm5lbDtcbiAgcmVhZG9ubHkgaW5wdXRzOiByZWFkb25seSBUZW5zb3JbXTtcbiAgcmVhZG9ubHkgY29waWVzOiByZWFkb25seSBUZW5zb3JbXTtcbn1cblxuLyoqIEJ1aWxkcyB0aGUga2VybmVsIG9mIGEgbm9kZSwgc2VlaW5nIHRocm91Z2ggdmlld3Mgd2hlcmUgaXQgY2FuLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGJ1aWxkU3BlY2lhbChcbiAgdDogVGVuc29yLFxuICBkZWNpc2lvbnM6IE1hcDxUZW5zb3IsIERlY2lzaW9uPixcbiAgaXNJbnB1dDogKHQ6IFRlbnNvcikgPT4gYm9vbGVhbixcbik6IEJ1aWx0U3BlY2lhbCB7XG4gIGlyLnJlc2V0RXhwcmVzc2lvbnMoKTtcbiAgY29uc3QgbG93ZXIgPSB0Lm9wLmxvd2VyIGFzIEtlcm5lbExvd2VyaW5nPG9iamVjdD47XG4gIGxldCBzcGVjID0gbG93ZXIuc3BlYyhjYWxsT2YodCkpO1xuICBjb25zdCBjb3BpZXM6IFRlbnNvcltdID0gW107XG4gIGNvbnN0IHN0cmlkZXM6ICh7IHN0cmlkZXM6IG51bWJlcltdOyBvZmZzZXQ6IG51bWJlciB9IHwgdW5kZWZpbmVkKVtdID0gW107XG4gIGNvbnN0IGlucHV0cyA9IHQuaW5wdXRzLm1hcCgoeCkgPT4ge1xuICAgIGlmICgoZGVjaXNpb25zLmdldCh4KSBhcyBEZWNpc2lvbikucm9vdCkge1xuICAgICAgc3RyaWRlcy5wdXNoKHVuZGVmaW5lZCk7XG4gICAgICByZXR1cm4geDtcbiAgICB9XG4gICAgY29uc3QgdmlldyA9IHZpZXdPZih4LCBkZWNpc2lvbnMsIGlzSW5wdXQpO1xuICAgIGNvbnN0IGRpbXMgPSB2aWV3ICYmIHNwZWMua2luZCA9PT0gJ21hdG11bCcgPyBsaW5lYXIodmlldy5hdCwgeC5zaGFwZS5sZW5ndGgpIDogdW5kZWZpbmVkO1xuICAgIGNvbnN0IHBsYWluID1cbiAgICAgIHZpZXcgJiZcbiAgICAgIHZpZXcuYXQuaWQgPT09IGl4LmZsYXR0ZW4oYXhlc09mKCdpJywgeC5zaGFwZSksIHguc2hhcGUpLmlkICYmXG4gICAgICBzaXplT2Yodmlldy5iYXNlLnNoYXBlKSA9PT0gc2l6ZU9mKHguc2hhcGUpO1xuICAgIGlmICh2aWV3ICYmIChkaW1zIHx8IHBsYWluKSkge1xuICAgICAgc3RyaWRlcy5wdXNoKGRpbXMpO1xuICAgICAgcmV0dXJuIHZpZXcuYmFzZTtcbiAgICB9XG4gICAgc3RyaWRlcy5wdXNoKHVuZGVmaW5lZCk7XG4gICAgY29waWVzLnB1c2goeCk7XG4gICAgcmV0dXJuIHg7XG4gIH0pO1xuICBpZiAoc3BlYy5raW5kID09PSAnbWF0bXVsJykgc3BlYyA9IHdpdGhTdHJpZGVzKHNwZWMsIHN0cmlkZXMsIHQpO1xuICByZXR1cm4geyBrZXJuZWw6IGtlcm5lbEZvcih0LCBzcGVjLCBpbnB1dHMpLCBpbnB1dHMsIGNvcGllcyB9O1xufVxuXG4vLyBQdXRzIHRoZSBzdHJpZGVzIG9mIHZpZXdzIGluIHBsYWNlIG9mIHRoZSBjb250aWd1b3VzIG9uZXMuIE9wZXJhbmRzOiBbLi4uYmF0Y2gsIHJvd3MsIGNvbHVtbnNdLlxuZnVuY3Rpb24gd2l0aFN0cmlkZXMoXG4gIHNwZWM6IE1hdG11bFNwZWMsXG4gIHZpZXdzOiByZWFkb25seSAoeyBzdHJpZGVzOiBudW1iZXJbXTsgb2Zmc2V0OiBudW1iZXIgfSB8IHVuZGVmaW5lZClbXSxcbiAgdDogVGVuc29yLFxuKTogTWF0bXVsU3BlYyB7XG4gIGNvbnN0IHNpZGUgPSAoXG4gICAgazogMCB8IDEsXG4gICAgb3duOiBNYXRtdWxTcGVjWydhJ10sXG4gICAgYmF0Y2hLZXk6ICdhJyB8ICdiJyxcbiAgKTogeyBtYXRyaXg6IE1hdG11bFNwZWNbJ2EnXTsgYmF0Y2g6IG51bWJlcltdIH0gPT4ge1xuICAgIGNvbnN0IHZpZXcgPSB2aWV3c1trXTtcbiAgICBpZiAoIXZpZXcpIHJldHVybiB7IG1hdHJpeDogb3duLCBiYXRjaDogc3BlYy5iYXRjaC5tYXAoKGIpID0+IGJbYmF0Y2hLZXldKSB9O1xuICAgIGNvbnN0IG4gPSB2aWV3LnN0cmlkZXMubGVuZ3RoO1xuICAgIGNvbnN0IHNoYXBlID0gdC5pbnB1dHNba10uc2hhcGU7XG4gICAgY29uc3QgbWF0cml4ID0geyByb3c6IHZpZXcuc3RyaWRlc1tuIC0gMl0sIGNvbDogdmlldy5zdHJpZGVzW24gLSAxXSwgb2Zmc2V0OiB2aWV3Lm9mZnNldCB9O1xuICAgIGNvbnN0IHNraXAgPSBzcGVjLmJhdGNoLmxlbmd0aCAtIChuIC0gMik7XG4gICAgY29uc3QgYmF0Y2ggPSBzcGVjLmJhdGNoLm1hcCgoXywgaSkgPT5cbiAgICAgIGkgPCBza2lwIHx8IHNoYXBlW2kgLSBza2lwXSA9PT0gMSA/IDAgOiB2aWV3LnN0cmlkZXNbaSAtIHNraXBdLFxuICAgICk7XG4gICAgcmV0dXJuIHsgbWF0cml4LCBiYXRjaCB9O1xuICB9O1xuICBjb25zdCBhID0gc2lkZSgwLCBzcGVjLmEsICdhJyk7XG4gIGNvbnN0IGIgPSBzaWRlKDEsIHNwZWMuYiwgJ2InKTtcbiAgcmV0dXJuIHtcbiAgICAuLi5zcGVjLFxuICAgIGE6IGEubWF0cml4LFxuICAgIGI6IGIubWF0cml4LFxuICAgIGJhdGNoOiBzcGVjLmJhdGNoLm1hcCgoZGltLCBpKSA9PiAoeyBzaXplOiBkaW0uc2l6ZSwgYTogYS5iYXRjaFtpXSwgYjogYi5iYXRjaFtpXSB9KSksXG4gIH07XG59XG4iLCAiLy8gRnJvbSBhIGdyYXBoIHRvIGEgcHJvZ3JhbSwgaW4gbGluZWFyIHBhc3Nlczogb3JkZXIsIG1lcmdlIGVxdWFsIG5vZGVzLCBkZWNpZGUgd2hhdCBkaXNzb2x2ZXMsIGJ1aWxkXG4vLyBrZXJuZWxzLCBsYXkgb3V0IG1lbW9yeSBieSBsaXZlbmVzcy4gQ2FsbHMgYXJlIHBsYW5uZWQgb25jZSBhbmQgc3BsaWNlZCBpbiB3aXRoIHRoZWlyIG93biBhcmVuYSBhc1xuLy8gb25lIHRlbXBvcmFyeS5cblxuaW1wb3J0IHR5cGUgeyBTdWJHcmFwaCB9IGZyb20gJy4uL3RlbnNvci9kZWZpbmUudHMnO1xuaW1wb3J0IHsgRFR5cGVFcnJvciB9IGZyb20gJy4uL3RlbnNvci9lcnJvcnMudHMnO1xuaW1wb3J0IHR5cGUgeyBUZW5zb3IgfSBmcm9tICcuLi90ZW5zb3IvdGVuc29yLnRzJztcbmltcG9ydCB0eXBlIHsgQ2FwYWJpbGl0aWVzIH0gZnJvbSAnLi9jYXBhYmlsaXRpZXMudHMnO1xuaW1wb3J0IHsgbWVyZ2VFcXVhbCB9IGZyb20gJy4vY29tbW9uLXN1YmV4cHJlc3Npb25zLnRzJztcbmltcG9ydCB7IHR5cGUgRGVjaXNpb24sIGRlY2lkZSB9IGZyb20gJy4vZnVzaW9uLnRzJztcbmltcG9ydCB0eXBlIHsgR3JhcGggfSBmcm9tICcuL2dyYXBoLnRzJztcbmltcG9ydCB7IGF0dHJzS2V5IH0gZnJvbSAnLi9rZXkudHMnO1xuaW1wb3J0IHsgbGF5T3V0LCB0eXBlIFRhc2sgfSBmcm9tICcuL2xpdmVuZXNzLnRzJztcbmltcG9ydCB7IGJ1aWxkTmVzdCB9IGZyb20gJy4vbmVzdC50cyc7XG5pbXBvcnQgdHlwZSB7IFByb2dyYW0gfSBmcm9tICcuL3Byb2dyYW0udHMnO1xuaW1wb3J0IHsgYnVpbGRTcGVjaWFsLCBjb250aWd1b3VzS2VybmVsIH0gZnJvbSAnLi9zcGVjaWFsLnRzJztcblxuLyoqIFdoYXQgcGxhbm5pbmcgbmVlZHMgdG8ga25vdy4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgUGxhbk9wdGlvbnMge1xuICByZWFkb25seSBjYXBhYmlsaXRpZXM6IENhcGFiaWxpdGllcztcbiAgcmVhZG9ubHkgbmFtZTogc3RyaW5nO1xuICAvKiogSW5wdXRzIHdob3NlIG1lbW9yeSBvdXRwdXRzIG1heSB0YWtlIG92ZXIuICovXG4gIHJlYWRvbmx5IGRvbmF0ZTogUmVhZG9ubHlTZXQ8bnVtYmVyPjtcbn1cblxuLyoqIFBsYW5zIGEgZ3JhcGggZm9yIGEgZGV2aWNlLiBAdGhyb3dzIERUeXBlRXJyb3IgaWYgdGhlIGRldmljZSBsYWNrcyBhIGR0eXBlIHRoYXQgaXMgdXNlZCAqL1xuZXhwb3J0IGNvbnN0IHBsYW5Qcm9ncmFtID0gKGdyYXBoOiBHcmFwaCwgb3B0aW9uczogUGxhbk9wdGlvbnMpOiBQcm9ncmFtID0+XG4gIHBsYW4oZ3JhcGgsIG9wdGlvbnMsIG5ldyBNYXAoKSk7XG5cbi8vIGBjYWxsc2AgaG9sZHMgdGhlIHByb2dyYW1zIG9mIGdyYXBocyB0aGF0IGFyZSBjYWxsZWQsIGJ5IGtleTogZXF1YWwgY2FsbHMgYXJlIHBsYW5uZWQgb25jZS5cbmZ1bmN0aW9uIHBsYW4oZ3JhcGg6IEdyYXBoLCBvcHRpb25zOiBQbGFuT3B0aW9ucywgY2FsbHM6IE1hcDxzdHJpbmcsIFByb2dyYW0+KTogUHJvZ3JhbSB7XG4gIGNvbnN0IHsgY2FwYWJpbGl0aWVzIH0gPSBvcHRpb25zO1xuICBjb25zdCB7IG9yZGVyLCBvdXRwdXRzIH0gPSBtZXJnZUVxdWFsKGdyYXBoKTtcbiAgY29uc3QgaW5wdXRzID0gbmV3IFNldChncmFwaC5pbnB1dHMpO1xuICBjb25zdCBpc0lucHV0ID0gKHQ6IFRlbnNvcik6IGJvb2xlYW4gPT4gaW5wdXRzLmhhcyh0KTtcbiAgZm9yIChjb25zdCB0IG9mIG9yZGVyKSBjaGVja0RUeXBlKHQsIGNhcGFiaWxpdGllcywgb3B0aW9ucy5uYW1lKTtcbiAgY29uc3Qgc3BlY2lhbCA9ICh0OiBUZW5zb3IpOiBib29sZWFuID0+IHtcbiAgICBjb25zdCBsb3dlciA9IHQub3AubG93ZXI7XG4gICAgaWYgKGxvd2VyLmtpbmQgIT09ICdrZXJuZWwnIHx8IHQuc2l6ZSA9PT0gMCkgcmV0dXJuIGZhbHNlO1xuICAgIGNvbnN0IGtlcm5lbCA9IGNvbnRpZ3VvdXNLZXJuZWwodCk7XG4gICAgcmV0dXJuIGNhcGFiaWxpdGllcy5zdXBwb3J0cyhrZXJuZWwpO1xuICB9O1xuICBjb25zdCB3YW50ZWQgPSBuZXcgU2V0KG91dHB1dHMpO1xuICBjb25zdCBkZWNpc2lvbnMgPSBkZWNpZGUob3JkZXIsIHdhbnRlZCwgaXNJbnB1dCwgc3BlY2lhbCwgY2FwYWJpbGl0aWVzKTtcbiAgY29uc3QgdGFza3M6IFRhc2tbXSA9IFtdO1xuICBjb25zdCBjb3BpZWQgPSBuZXcgU2V0PFRlbnNvcj4oKTtcbiAgY29uc3QgcGlja3MgPSBwaWNrc0J5Q2FsbChvcmRlcik7XG4gIGZvciAoY29uc3QgdCBvZiBvcmRlcikge1xuICAgIGNvbnN0IGQgPSBkZWNpc2lvbnMuZ2V0KHQpIGFzIERlY2lzaW9uO1xuICAgIGlmICghZC5yb290IHx8IGlzSW5wdXQodCkgfHwgdC5vcC5sb3dlci5raW5kID09PSAncGljaycpIGNvbnRpbnVlO1xuICAgIGlmICh0Lm9wLmxvd2VyLmtpbmQgPT09ICdjYWxsJykge1xuICAgICAgY29uc3Qga2V5ID0gYXR0cnNLZXkodCk7XG4gICAgICBsZXQgcHJvZ3JhbSA9IGNhbGxzLmdldChrZXkpO1xuICAgICAgaWYgKCFwcm9ncmFtKSB7XG4gICAgICAgIGNvbnN0IHsgZ3JhcGg6IGlubmVyIH0gPSB0LmF0dHJzIGFzIHsgZ3JhcGg6IFN1YkdyYXBoIH07XG4gICAgICAgIHByb2dyYW0gPSBwbGFuKGlubmVyLCB7IC4uLm9wdGlvbnMsIG5hbWU6ICdjYWxsJywgZG9uYXRlOiBuZXcgU2V0KCkgfSwgY2FsbHMpO1xuICAgICAgICBjYWxscy5zZXQoa2V5LCBwcm9ncmFtKTtcbiAgICAgIH1cbiAgICAgIHRhc2tzLnB1c2goeyBraW5kOiAnY2FsbCcsIHByb2dyYW0sIGlucHV0czogdC5pbnB1dHMsIHBpY2tzOiBwaWNrcy5nZXQodCkgPz8gW10gfSk7XG4gICAgICBjb250aW51ZTtcbiAgICB9XG4gICAgaWYgKHQuc2l6ZSA9PT0gMCkgY29udGludWU7XG4gICAgaWYgKGQuc3BlY2lhbCkge1xuICAgICAgY29uc3QgeyBrZXJuZWwsIGlucHV0czogb3BlcmFuZHMsIGNvcGllcyB9ID0gYnVpbGRTcGVjaWFsKHQsIGRlY2lzaW9ucywgaXNJbnB1dCk7XG4gICAgICBmb3IgKGNvbnN0IHggb2YgY29waWVzKSB7XG4gICAgICAgIGlmIChjb3BpZWQuaGFzKHgpIHx8IHguc2l6ZSA9PT0gMCkgY29udGludWU7XG4gICAgICAgIGNvcGllZC5hZGQoeCk7XG4gICAgICAgIHRhc2tzLnB1c2gobmVzdFRhc2soeCwgZGVjaXNpb25zKSk7XG4gICAgICAgIChkZWNpc2lvbnMuZ2V0KHgpIGFzIERlY2lzaW9uKS5yb290ID0gdHJ1ZTtcbiAgICAgIH1cbiAgICAgIHRhc2tzLnB1c2goeyBraW5kOiAna2VybmVsJywga2VybmVsLCBpbnB1dHM6IG9wZXJhbmRzLCBvdXRwdXQ6IHQsIGxhYmVsOiB0Lm9wLm5hbWUgfSk7XG4gICAgfSBlbHNlIHRhc2tzLnB1c2gobmVzdFRhc2sodCwgZGVjaXNpb25zKSk7XG4gIH1cbiAgcmV0dXJuIGxheU91dCh0YXNrcywgZ3JhcGgsIG91dHB1dHMsIG9wdGlvbnMpO1xufVxuXG5mdW5jdGlvbiBwaWNrc0J5Q2FsbChvcmRlcjogcmVhZG9ubHkgVGVuc29yW10pOiBNYXA8VGVuc29yLCBUZW5zb3JbXT4ge1xuICBjb25zdCBwaWNrcyA9IG5ldyBNYXA8VGVuc29yLCBUZW5zb3JbXT4oKTtcbiAgZm9yIChjb25zdCB0IG9mIG9yZGVyKSB7XG4gICAgaWYgKHQub3AubG93ZXIua2luZCAhPT0gJ3BpY2snKSBjb250aW51ZTtcbiAgICBjb25zdCBbY2FsbF0gPSB0LmlucHV0cztcbiAgICBwaWNrcy5zZXQoY2FsbCwgWy4uLihwaWNrcy5nZXQoY2FsbCkgPz8gW10pLCB0XSk7XG4gIH1cbiAgcmV0dXJuIHBpY2tzO1xufVxuXG5mdW5jdGlvbiBuZXN0VGFzayh0OiBUZW5zb3IsIGRlY2lzaW9uczogTWFwPFRlbnNvciwgRGVjaXNpb24+KTogVGFzayB7XG4gIGNvbnN0IHsga2VybmVsLCBpbnB1dHMsIGxhYmVsIH0gPSBidWlsZE5lc3QodCwgZGVjaXNpb25zKTtcbiAgcmV0dXJuIHsga2luZDogJ2tlcm5lbCcsIGtlcm5lbCwgaW5wdXRzLCBvdXRwdXQ6IHQsIGxhYmVsIH07XG59XG5cbmZ1bmN0aW9uIGNoZWNrRFR5cGUodDogVGVuc29yLCBjYXBhYmlsaXRpZXM6IENhcGFiaWxpdGllcywgbmFtZTogc3RyaW5nKTogdm9pZCB7XG4gIGlmIChjYXBhYmlsaXRpZXMuYnl0ZXModC5kdHlwZSkgPT09IHVuZGVmaW5lZCkge1xuICAgIHRocm93IG5ldyBEVHlwZUVycm9yKFxuICAgICAgYCR7bmFtZX06ICR7dC5vcC5uYW1lfSBnaXZlcyAke3R9LCBidXQgdGhpcyBkZXZpY2UgaGFzIG5vICR7dC5kdHlwZX07IGNhc3QgaXQgZmlyc3RgLFxuICAgICk7XG4gIH1cbn1cbiJdLAogICJtYXBwaW5ncyI6ICI7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7O0FBY0EsU0FBUyxXQUFXLEdBQVcsUUFBbUM7QUFDaEUsUUFBTSxPQUFPLE9BQU8sT0FBTyxPQUFPLFNBQVM7QUFDM0MsU0FBTyxPQUFPLE9BQU8sTUFBTSxHQUFHLEVBQUUsUUFBUSxJQUFJLEVBQUUsSUFBYSxTQUFTLFFBQVcsTUFBTSxPQUFVLENBQUM7QUFDbEc7QUFHTyxTQUFTLFdBQVcsT0FBeUI7QUFDbEQsUUFBTSxTQUFTLElBQUksSUFBSSxNQUFNLE1BQU07QUFDbkMsUUFBTSxRQUFRLGlCQUFpQixNQUFNLFNBQVMsQ0FBQyxNQUFNLE9BQU8sSUFBSSxDQUFDLENBQUM7QUFDbEUsUUFBTSxZQUFZLG9CQUFJLElBQW9CO0FBQzFDLFFBQU0sUUFBUSxvQkFBSSxJQUFvQjtBQUN0QyxRQUFNLE9BQWlCLENBQUM7QUFDeEIsYUFBVyxLQUFLLE9BQU87QUFDckIsUUFBSSxPQUFPLElBQUksQ0FBQyxHQUFHO0FBQ2pCLGdCQUFVLElBQUksR0FBRyxDQUFDO0FBQ2xCLFdBQUssS0FBSyxDQUFDO0FBQ1g7QUFBQSxJQUNGO0FBQ0EsVUFBTSxXQUFXLEVBQUUsT0FBTyxJQUFJLENBQUMsTUFBTSxVQUFVLElBQUksQ0FBQyxDQUFXO0FBQy9ELFFBQUksRUFBRSxHQUFHLE1BQU0sU0FBUyxTQUFTLEVBQUUsR0FBRyxNQUFNLFVBQVU7QUFDcEQsZ0JBQVUsSUFBSSxHQUFHLFNBQVMsQ0FBQyxDQUFDO0FBQzVCO0FBQUEsSUFDRjtBQUNBLFVBQU0sTUFBTSxHQUFHLEVBQUUsR0FBRyxJQUFJLElBQUksU0FBUyxJQUFJLENBQUMsTUFBTSxFQUFFLEVBQUUsQ0FBQyxJQUFJLFNBQVMsQ0FBQyxDQUFDLElBQUksRUFBRSxLQUFLO0FBQy9FLFVBQU0sUUFBUSxNQUFNLElBQUksR0FBRztBQUMzQixRQUFJLE9BQU87QUFDVCxnQkFBVSxJQUFJLEdBQUcsS0FBSztBQUN0QjtBQUFBLElBQ0Y7QUFDQSxVQUFNLE9BQU8sU0FBUyxNQUFNLENBQUMsR0FBRyxNQUFNLE1BQU0sRUFBRSxPQUFPLENBQUMsQ0FBQyxJQUFJLElBQUksV0FBVyxHQUFHLFFBQVE7QUFDckYsVUFBTSxJQUFJLEtBQUssSUFBSTtBQUNuQixjQUFVLElBQUksR0FBRyxJQUFJO0FBQ3JCLFNBQUssS0FBSyxJQUFJO0FBQUEsRUFDaEI7QUFDQSxTQUFPLEVBQUUsT0FBTyxNQUFNLFNBQVMsTUFBTSxRQUFRLElBQUksQ0FBQyxNQUFNLFVBQVUsSUFBSSxDQUFDLENBQVcsRUFBRTtBQUN0Rjs7O0FDbEJBLElBQU0sWUFBWTtBQUNsQixJQUFNLFVBQVU7QUFDaEIsSUFBTSxXQUFXO0FBR2pCLElBQU0sUUFBUSxvQkFBSSxJQUFJO0FBQUEsRUFDcEI7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFBQSxFQUNBO0FBQUEsRUFDQTtBQUFBLEVBQ0E7QUFDRixDQUFDO0FBQ0QsSUFBTSxRQUFRLENBQUMsTUFDYixFQUFFLEdBQUcsTUFBTSxTQUFTLFNBQVMsRUFBRSxHQUFHLE1BQU0sT0FBTyxJQUFJLE1BQU0sSUFBSSxFQUFFLEdBQUcsSUFBSSxJQUFJLEtBQUs7QUFHMUUsU0FBUyxZQUFZLEdBQVcsU0FBc0Q7QUFDM0YsUUFBTSxRQUFRLEVBQUUsR0FBRztBQUNuQixNQUFJLE1BQU0sU0FBUyxTQUFVLFFBQU87QUFDcEMsU0FBTyxNQUFNLFNBQVMsWUFBWSxDQUFDLFVBQzlCLE1BQWlDLFdBQ2xDO0FBQ047QUFHTyxTQUFTLFlBQVksR0FBVyxTQUF5QztBQUM5RSxNQUFJLElBQUk7QUFDUixTQUFPLENBQUMsUUFBUSxDQUFDLEtBQUssRUFBRSxHQUFHLE1BQU0sU0FBUyxTQUFTLEVBQUUsR0FBRyxNQUFNLFFBQVEsRUFBRSxPQUFPLFdBQVcsR0FBRztBQUMzRixRQUFJLEVBQUUsT0FBTyxDQUFDO0FBQUEsRUFDaEI7QUFDQSxTQUFPO0FBQ1Q7QUFNTyxTQUFTLE9BQ2QsT0FDQSxTQUNBLFNBQ0EsU0FDQSxjQUN1QjtBQUN2QixRQUFNLFlBQVksb0JBQUksSUFBc0I7QUFDNUMsYUFBVyxRQUFRLE9BQU87QUFDeEIsY0FBVSxJQUFJLE1BQU07QUFBQSxNQUNsQjtBQUFBLE1BQ0EsTUFBTTtBQUFBLE1BQ04sUUFBUSxvQkFBSSxJQUFJO0FBQUEsTUFDaEIsUUFBUSxRQUFRLElBQUksSUFBSTtBQUFBLE1BQ3hCLFNBQVM7QUFBQSxNQUNULE1BQU07QUFBQSxNQUNOLE9BQU87QUFBQSxNQUNQLFNBQVMsb0JBQUksSUFBSTtBQUFBLElBQ25CLENBQUM7QUFBQSxFQUNIO0FBQ0EsUUFBTSxVQUFVLG9CQUFJLElBQVk7QUFDaEMsV0FBUyxJQUFJLE1BQU0sU0FBUyxHQUFHLEtBQUssR0FBRyxLQUFLO0FBQzFDLFVBQU0sSUFBSSxVQUFVLElBQUksTUFBTSxDQUFDLENBQUM7QUFDaEMsZUFBVyxHQUFHLFNBQVMsU0FBUyxPQUFPO0FBQ3ZDLFFBQUksQ0FBQyxRQUFRLEVBQUUsSUFBSSxFQUFHLFFBQU8sR0FBRyxXQUFXLE9BQU87QUFBQSxFQUNwRDtBQUNBLGFBQVcsUUFBUSxPQUFPO0FBQ3hCLFFBQUksQ0FBQyxRQUFRLElBQUksRUFBRyxPQUFNLFVBQVUsSUFBSSxJQUFJLEdBQWUsV0FBVyxhQUFhLFNBQVM7QUFBQSxFQUM5RjtBQUNBLFNBQU87QUFDVDtBQUVBLFNBQVMsV0FDUCxHQUNBLFNBQ0EsU0FDQSxTQUNNO0FBQ04sUUFBTSxJQUFJLEVBQUU7QUFDWixRQUFNLE9BQU8sRUFBRSxHQUFHLE1BQU07QUFDeEIsTUFBSSxRQUFRLENBQUMsS0FBSyxTQUFTLFVBQVUsU0FBUyxRQUFRO0FBQ3BELE1BQUUsT0FBTztBQUNUO0FBQUEsRUFDRjtBQUNBLElBQUUsVUFBVSxTQUFTLFlBQVksUUFBUSxDQUFDO0FBQzFDLE1BQUksRUFBRSxVQUFVLEVBQUUsU0FBUztBQUN6QixNQUFFLE9BQU87QUFDVDtBQUFBLEVBQ0Y7QUFDQSxRQUFNLFNBQVMsQ0FBQyxHQUFHLEVBQUUsT0FBTyxPQUFPLENBQUM7QUFDcEMsTUFBSSxZQUFZLEdBQUcsRUFBRSxPQUFPLEdBQUc7QUFFN0IsVUFBTSxDQUFDLEdBQUcsSUFBSTtBQUNkLE1BQUUsT0FBTyxFQUNQLE9BQU8sV0FBVyxLQUNsQixJQUFJLE9BQ0osSUFBSSxLQUFLLEdBQUcsTUFBTSxTQUFTLFNBQzNCLENBQUMsUUFBUSxJQUFJLElBQUksSUFBSSxLQUNyQixJQUFJLEtBQUssU0FBUyxFQUFFO0FBRXRCLFFBQUksQ0FBQyxFQUFFLEtBQU0sU0FBUSxJQUFJLElBQUksSUFBSTtBQUNqQztBQUFBLEVBQ0Y7QUFDQSxRQUFNLE9BQU8sTUFBTSxDQUFDO0FBQ3BCLElBQUUsT0FBTyxFQUNQLE9BQU8sV0FBVyxNQUNqQixTQUFTLElBQUksT0FBTyxVQUFVLElBQUksT0FBTyxLQUFLLE9BQU8sVUFBVTtBQUVwRTtBQUdBLFNBQVMsT0FDUCxHQUNBLFdBQ0EsU0FDTTtBQUNOLFFBQU0sSUFBSSxFQUFFO0FBQ1osUUFBTSxRQUFRLEVBQUUsR0FBRztBQUNuQixRQUFNLFlBQVksWUFBWSxHQUFHLEVBQUUsT0FBTztBQUMxQyxRQUFNLE1BQU0sTUFBTSxTQUFTLFFBQVEsUUFBUTtBQUMzQyxJQUFFLE9BQU8sUUFBUSxDQUFDLEdBQUcsTUFBTTtBQUN6QixVQUFNLFVBQVUsVUFBVSxJQUFJLENBQUM7QUFDL0IsUUFBSSxFQUFFLFdBQVcsTUFBTSxTQUFTLFVBQVUsTUFBTSxTQUFTLFFBQVE7QUFFL0QsWUFBTSxPQUFPLE1BQU0sU0FBUyxXQUFXLFlBQVksR0FBRyxPQUFPLElBQUk7QUFDakUsTUFBQyxVQUFVLElBQUksSUFBSSxFQUFlLFNBQVM7QUFDM0MsVUFBSSxTQUFTLEVBQUcsU0FBUSxPQUFPLElBQUksUUFBUSxFQUFFLEVBQUUsSUFBSSxDQUFDLElBQUksRUFBRSxNQUFNLEdBQUcsS0FBSyxNQUFNLENBQUM7QUFDL0U7QUFBQSxJQUNGO0FBQ0EsVUFBTSxRQUFRLEtBQUssU0FBUyxXQUFXO0FBQ3ZDLFFBQUksU0FBVSxPQUFPLFFBQVEsR0FBRyxDQUFDLEdBQUk7QUFDbkMsWUFBTSxPQUFPLFlBQVksR0FBRyxPQUFPO0FBQ25DLFVBQUksS0FBSyxHQUFHLE1BQU0sU0FBUyxTQUFTLENBQUMsS0FBSyxHQUFHLE1BQU0sTUFBTTtBQUN2RCxRQUFDLFVBQVUsSUFBSSxJQUFJLEVBQWUsU0FBUztBQUFBLE1BQzdDO0FBQUEsSUFDRjtBQUNBLFFBQUksRUFBRSxNQUFNO0FBQ1YsWUFBTSxNQUFNLEtBQUssZ0JBQWdCO0FBQ2pDLFlBQU0sUUFBUSxNQUFNLEdBQUcsRUFBRSxFQUFFLEtBQUssR0FBRyxFQUFFLEVBQUUsSUFBSSxZQUFZLE1BQU0sQ0FBQztBQUM5RCxjQUFRLE9BQU8sSUFBSSxPQUFPLEVBQUUsTUFBTSxHQUFHLElBQUksQ0FBQztBQUFBLElBQzVDLE9BQU87QUFDTCxpQkFBVyxDQUFDLE9BQU8sR0FBRyxLQUFLLEVBQUUsUUFBUTtBQUNuQyxZQUFJLEtBQUssWUFBYSxTQUFRLE9BQU8sSUFBSSxPQUFPLEdBQUc7QUFBQTtBQUVqRCxrQkFBUSxPQUFPLElBQUksR0FBRyxLQUFLLElBQUksRUFBRSxFQUFFLElBQUksWUFBWSxNQUFNLENBQUMsSUFBSTtBQUFBLFlBQzVELE1BQU0sSUFBSTtBQUFBLFlBQ1YsS0FBSztBQUFBLFVBQ1AsQ0FBQztBQUFBLE1BQ0w7QUFBQSxJQUNGO0FBQUEsRUFDRixDQUFDO0FBQ0g7QUFHQSxJQUFNLFVBQVUsQ0FBQyxHQUFXLE1BQzFCLEVBQUUsR0FBRyxTQUFTLGVBQWUsRUFBRSxPQUFPLEVBQUUsUUFBUSxNQUFNLENBQUMsSUFBSTtBQUU3RCxTQUFTLE1BQU0sR0FBYSxXQUFrQyxXQUF5QjtBQUNyRixRQUFNLFVBQVUsTUFBWTtBQUMxQixNQUFFLE9BQU8sTUFBTSxFQUFFLElBQUk7QUFDckIsTUFBRSxRQUFRO0FBQ1YsTUFBRSxVQUFVLG9CQUFJLElBQUk7QUFDcEIsZUFBVyxLQUFLLEVBQUUsS0FBSyxRQUFRO0FBQzdCLFlBQU0sSUFBSSxVQUFVLElBQUksQ0FBQztBQUN6QixVQUFJLEVBQUUsS0FBTSxHQUFFLFFBQVEsSUFBSSxDQUFDO0FBQUEsV0FDdEI7QUFDSCxVQUFFLFFBQVEsRUFBRTtBQUNaLFVBQUUsUUFBUSxLQUFLLElBQUksRUFBRSxPQUFPLEVBQUUsUUFBUSxDQUFDO0FBQ3ZDLG1CQUFXLEtBQUssRUFBRSxRQUFTLEdBQUUsUUFBUSxJQUFJLENBQUM7QUFBQSxNQUM1QztBQUFBLElBQ0Y7QUFBQSxFQUNGO0FBQ0EsVUFBUTtBQUNSLFNBQU8sRUFBRSxPQUFPLFdBQVcsRUFBRSxRQUFRLFlBQVksRUFBRSxRQUFRLE9BQU8sV0FBVztBQUUzRSxRQUFJO0FBQ0osZUFBVyxLQUFLLEVBQUUsS0FBSyxRQUFRO0FBQzdCLFlBQU0sSUFBSSxVQUFVLElBQUksQ0FBQztBQUN6QixVQUNFLENBQUMsRUFBRSxTQUNGLENBQUMsV0FDQSxFQUFFLE9BQU8sRUFBRSxRQUFRLEVBQUUsUUFBUSxPQUFPLFFBQVEsT0FBTyxRQUFRLFFBQVEsUUFBUSxRQUFRLE9BQ3JGO0FBQ0Esa0JBQVU7QUFBQSxNQUNaO0FBQUEsSUFDRjtBQUNBLFFBQUksQ0FBQyxRQUFTO0FBQ2QsWUFBUSxPQUFPO0FBQ2YsWUFBUTtBQUFBLEVBQ1Y7QUFDRjs7O0FDcE9PLFNBQVMsUUFBUSxRQUFxRDtBQUMzRSxRQUFNLFVBQVUsb0JBQUksSUFBb0I7QUFDeEMsUUFBTSxRQUFrQixDQUFDO0FBQ3pCLFFBQU0sV0FBVyxDQUFDLE9BQ2hCLEdBQUcsR0FBRyxRQUFRLEdBQUcsR0FBRyxNQUNqQixJQUFJLENBQUMsRUFBRSxhQUFBQSxjQUFhLEtBQUssTUFBTTtBQUM5QixVQUFNLFFBQ0osS0FBSyxTQUFTLFNBQ1YsS0FBSyxPQUNMLEtBQUssU0FBUyxTQUNaLElBQUksV0FBVyxLQUFLLElBQVksQ0FBQyxJQUFJLEtBQUssR0FBRyxLQUM3QyxHQUFHLEtBQUssSUFBSSxJQUFJLFNBQVMsS0FBSyxHQUFZLENBQUMsSUFBSSxLQUFLLEVBQUU7QUFDOUQsV0FBTyxFQUFFLGFBQUFBLGNBQWEsTUFBTTtBQUFBLEVBQzlCLENBQUMsRUFDQSxLQUFLLENBQUMsR0FBRyxNQUFRLEVBQUUsUUFBb0IsRUFBRSxRQUFtQixLQUFLLENBQUUsRUFDbkUsSUFBSSxDQUFDLEVBQUUsYUFBQUEsY0FBYSxNQUFNLE1BQU0sSUFBSUEsWUFBVyxJQUFJLEtBQUssRUFBRSxFQUMxRCxLQUFLLEVBQUUsQ0FBQztBQUNiLFFBQU0sYUFBYSxDQUFDLE1BQW9CO0FBQ3RDLFVBQU0sUUFBUSxRQUFRLElBQUksRUFBRSxFQUFFO0FBQzlCLFFBQUksVUFBVSxPQUFXLFFBQU87QUFDaEMsVUFBTSxPQUFPLEVBQUUsS0FBSyxJQUFJLFVBQVU7QUFDbEMsVUFBTSxLQUFLLEVBQUUsS0FBSyxTQUFTLEVBQUUsRUFBRSxJQUFJO0FBQ25DLFVBQU0sUUFBUSxFQUFFLFVBQVUsU0FBWSxLQUFLLE9BQU8sR0FBRyxFQUFFLE9BQU8sRUFBRSxJQUFJLE9BQU8sR0FBRyxFQUFFLEtBQUs7QUFDckYsVUFBTSxJQUFJLFFBQVE7QUFDbEIsWUFBUSxJQUFJLEVBQUUsSUFBSSxDQUFDO0FBQ25CLFVBQU0sS0FBSyxHQUFHLEVBQUUsSUFBSSxJQUFJLEVBQUUsTUFBTSxFQUFFLElBQUksRUFBRSxJQUFJLElBQUksS0FBSyxJQUFJLEVBQUUsVUFBVSxFQUFFLElBQUksRUFBRSxLQUFLLElBQUksR0FBRztBQUN6RixXQUFPO0FBQUEsRUFDVDtBQUNBLFFBQU0sU0FBUyxPQUFPLFdBQVcsSUFBSSxDQUFDLE1BQU0sR0FBRyxFQUFFLEVBQUUsSUFBSSxXQUFXLEVBQUUsSUFBSSxDQUFDLEVBQUU7QUFDM0UsUUFBTSxVQUFVLE9BQU8sUUFBUSxJQUFJLFVBQVU7QUFDN0MsU0FBTztBQUFBLElBQ0wsU0FBUyxPQUFPLElBQUksTUFBTSxPQUFPLFVBQVUsS0FBSyxPQUFPLE1BQU0sT0FBTyxPQUFPLE9BQU87QUFBQSxJQUNsRixHQUFHO0FBQUEsSUFDSCxHQUFHLE1BQU0sTUFBTSxPQUFPO0FBQUEsRUFDeEIsRUFBRSxLQUFLLElBQUk7QUFDYjs7O0FDaENPLFNBQVMsV0FBVyxNQUF3QjtBQUNqRCxFQUFHLGlCQUFpQjtBQUNwQixRQUFNLElBQUksT0FBTyxLQUFLLEtBQUs7QUFDM0IsUUFBTSxTQUFTO0FBQUEsSUFDYixNQUFNO0FBQUEsSUFDTixNQUFNLE1BQU0sSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQUEsSUFDdkIsWUFBWSxDQUFDO0FBQUEsSUFDYixZQUFZLENBQUM7QUFBQSxJQUNiLFNBQVMsQ0FBSSxLQUFLLEdBQU0sS0FBSyxNQUFNLENBQUMsR0FBRyxZQUFZLEtBQUssS0FBSyxDQUFDLENBQUM7QUFBQSxJQUMvRCxRQUFRLENBQUMsS0FBSyxLQUFLO0FBQUEsSUFDbkIsU0FBUyxDQUFDLEtBQUssS0FBSztBQUFBLElBQ3BCLFlBQVksQ0FBQyxDQUFDO0FBQUEsRUFDaEI7QUFDQSxTQUFPLEVBQUUsR0FBRyxRQUFRLFNBQVMsQ0FBQyxJQUFJLEdBQUcsS0FBSyxRQUFRLE1BQU0sRUFBRTtBQUM1RDs7O0FDSE8sU0FBUyxZQUFZLFdBQTBCO0FBQ3BELE1BQUksT0FBTztBQUNYLFFBQU0sUUFBZ0IsQ0FBQztBQUN2QixRQUFNLFFBQVEsQ0FBQyxVQUEwQixLQUFLLElBQUksR0FBRyxLQUFLLEtBQUssUUFBUSxTQUFTLENBQUMsSUFBSTtBQUVyRixRQUFNLE9BQU8sQ0FBQyxVQUEwQjtBQUN0QyxVQUFNLE9BQU8sTUFBTSxLQUFLO0FBQ3hCLFFBQUk7QUFDSixlQUFXLEtBQUssTUFBTyxLQUFJLEVBQUUsU0FBUyxTQUFTLENBQUMsUUFBUSxFQUFFLFFBQVEsS0FBSyxPQUFRLFFBQU87QUFDdEYsUUFBSSxNQUFNO0FBQ1IsWUFBTSxFQUFFLE9BQU8sSUFBSTtBQUNuQixXQUFLLFVBQVU7QUFDZixXQUFLLFNBQVM7QUFDZCxVQUFJLEtBQUssVUFBVSxFQUFHLE9BQU0sT0FBTyxNQUFNLFFBQVEsSUFBSSxHQUFHLENBQUM7QUFDekQsYUFBTztBQUFBLElBQ1Q7QUFFQSxVQUFNLE9BQU8sTUFBTSxHQUFHLEVBQUU7QUFDeEIsVUFBTSxRQUFRLFFBQVEsS0FBSyxTQUFTLEtBQUssVUFBVSxPQUFPLEtBQUssU0FBUztBQUN4RSxRQUFJLFVBQVUsS0FBTSxPQUFNLElBQUk7QUFDOUIsV0FBTyxRQUFRO0FBQ2YsV0FBTztBQUFBLEVBQ1Q7QUFFQSxRQUFNLE9BQU8sQ0FBQyxRQUFnQixVQUF3QjtBQUNwRCxVQUFNLFFBQVEsTUFBTSxLQUFLO0FBQ3pCLFFBQUksTUFBTTtBQUNWLFFBQUksT0FBTyxNQUFNO0FBQ2pCLFdBQU8sTUFBTSxNQUFNO0FBQ2pCLFlBQU0sU0FBVSxNQUFNLFFBQVM7QUFDL0IsVUFBSSxNQUFNLE1BQU0sRUFBRSxTQUFTLE9BQVEsT0FBTSxTQUFTO0FBQUEsVUFDN0MsUUFBTztBQUFBLElBQ2Q7QUFDQSxVQUFNLFNBQVMsTUFBTSxNQUFNLENBQUM7QUFDNUIsVUFBTSxRQUFRLE1BQU0sR0FBRztBQUN2QixVQUFNLGNBQWMsVUFBVSxPQUFPLFNBQVMsT0FBTyxVQUFVO0FBQy9ELFVBQU0sYUFBYSxTQUFTLFNBQVMsVUFBVSxNQUFNO0FBQ3JELFFBQUksZUFBZSxZQUFZO0FBQzdCLGFBQU8sU0FBUyxRQUFRLE1BQU07QUFDOUIsWUFBTSxPQUFPLEtBQUssQ0FBQztBQUFBLElBQ3JCLFdBQVcsWUFBYSxRQUFPLFNBQVM7QUFBQSxhQUMvQixZQUFZO0FBQ25CLFlBQU0sU0FBUztBQUNmLFlBQU0sU0FBUztBQUFBLElBQ2pCLE1BQU8sT0FBTSxPQUFPLEtBQUssR0FBRyxFQUFFLFFBQVEsT0FBTyxNQUFNLENBQUM7QUFBQSxFQUN0RDtBQUNBLFNBQU8sRUFBRSxNQUFNLE1BQU0sTUFBTSxNQUFNLEtBQUs7QUFDeEM7OztBQ2ZPLFNBQVMsT0FDZCxPQUNBLE9BQ0EsU0FDQSxTQUNTO0FBQ1QsUUFBTSxFQUFFLGFBQWEsSUFBSTtBQUN6QixRQUFNLFVBQVUsQ0FBQyxNQUFvQixPQUFPLEVBQUUsS0FBSyxJQUFLLGFBQWEsTUFBTSxFQUFFLEtBQUs7QUFDbEYsUUFBTSxTQUFTLG9CQUFJLElBQW1CO0FBQ3RDLFFBQU0sTUFBZSxDQUFDO0FBQ3RCLFFBQU0sT0FBTyxDQUFDLE9BQWUsTUFBcUJDLFNBQVEsT0FBYztBQUN0RSxVQUFNLElBQVcsRUFBRSxPQUFPLE1BQU0sT0FBQUEsUUFBTyxPQUFPLElBQUksTUFBTSxJQUFJLFFBQVEsRUFBRTtBQUN0RSxRQUFJLEtBQUssQ0FBQztBQUNWLFdBQU87QUFBQSxFQUNUO0FBQ0EsUUFBTSxPQUFPLFFBQVEsQ0FBQyxHQUFHLE1BQU07QUFDN0IsV0FBTyxJQUFJLEdBQUcsS0FBSyxRQUFRLENBQUMsR0FBRyxTQUFTLENBQUMsQ0FBQztBQUFBLEVBQzVDLENBQUM7QUFDRCxRQUFNLFNBQVMsQ0FBQyxNQUFxQjtBQUNuQyxRQUFJLElBQUksT0FBTyxJQUFJLENBQUM7QUFDcEIsUUFBSSxDQUFDLEdBQUc7QUFDTixVQUFJLEtBQUssUUFBUSxDQUFDLEdBQUcsTUFBTTtBQUMzQixhQUFPLElBQUksR0FBRyxDQUFDO0FBQUEsSUFDakI7QUFDQSxXQUFPO0FBQUEsRUFDVDtBQUNBLFFBQU0sUUFBUSxDQUFDLFdBQXVCLEVBQUUsT0FBTyxRQUFRLEdBQUcsT0FBTyxNQUFNLE1BQU07QUFDN0UsUUFBTSxRQUFnQixDQUFDO0FBQ3ZCLGFBQVcsUUFBUSxPQUFPO0FBQ3hCLFFBQUksS0FBSyxTQUFTLFVBQVU7QUFDMUIsWUFBTSxPQUFPLENBQUMsR0FBRyxLQUFLLFFBQVEsS0FBSyxNQUFNLEVBQUUsSUFBSSxDQUFDLE1BQU0sTUFBTSxPQUFPLENBQUMsQ0FBQyxDQUFDO0FBQ3RFLFlBQU0sS0FBSyxFQUFFLFFBQVEsS0FBSyxRQUFRLE9BQU8sS0FBSyxPQUFPLEtBQUssQ0FBQztBQUFBLElBQzdELE1BQU8sUUFBTyxNQUFNLE9BQU8sUUFBUSxJQUFJO0FBQUEsRUFDekM7QUFFQSxRQUFNLFVBQVUsUUFBUSxJQUFJLENBQUMsR0FBRyxNQUFNO0FBQ3BDLFVBQU0sSUFBSSxPQUFPLENBQUM7QUFDbEIsUUFBSSxFQUFFLFNBQVMsUUFBUTtBQUNyQixRQUFFLE9BQU87QUFDVCxRQUFFLFFBQVE7QUFDVixhQUFPO0FBQUEsSUFDVDtBQUNBLFVBQU0sT0FBTyxLQUFLLFFBQVEsQ0FBQyxHQUFHLFVBQVUsQ0FBQztBQUN6QyxRQUFJLEVBQUUsT0FBTyxLQUFLLEVBQUUsRUFBRSxTQUFTLFdBQVcsUUFBUSxPQUFPLElBQUksRUFBRSxLQUFLLElBQUk7QUFDdEUsWUFBTSxLQUFLLEVBQUUsUUFBUSxXQUFXLENBQUMsR0FBRyxPQUFPLFFBQVEsTUFBTSxDQUFDLE1BQU0sQ0FBQyxHQUFHLE1BQU0sSUFBSSxDQUFDLEVBQUUsQ0FBQztBQUFBLElBQ3BGO0FBQ0EsV0FBTztBQUFBLEVBQ1QsQ0FBQztBQUNELFFBQU0sUUFBUSxDQUFDLE1BQU0sU0FBUztBQUM1QixlQUFXLEVBQUUsTUFBTSxLQUFLLEtBQUssTUFBTTtBQUNqQyxVQUFJLE1BQU0sUUFBUSxLQUFLLE1BQU0sU0FBUyxRQUFTLE9BQU0sUUFBUTtBQUM3RCxZQUFNLE9BQU87QUFBQSxJQUNmO0FBQUEsRUFDRixDQUFDO0FBQ0QsUUFBTSxZQUFZLE9BQU8sT0FBTyxLQUFLLFNBQVMsU0FBUyxPQUFPLFFBQVEsTUFBTTtBQUM1RSxRQUFNLFFBQVEsWUFBWSxhQUFhLFNBQVM7QUFDaEQsV0FBUyxPQUFPLEtBQUs7QUFDckIsU0FBTyxPQUFPLE9BQU8sS0FBSyxPQUFPLFNBQVMsTUFBTSxLQUFLLEdBQUcsV0FBVyxRQUFRLElBQUk7QUFDakY7QUFFQSxTQUFTLE9BQ1AsTUFDQSxPQUNBLFFBQ0EsTUFDTTtBQUNOLFFBQU0sRUFBRSxRQUFRLElBQUk7QUFDcEIsUUFBTSxZQUFZLFFBQVEsWUFBWSxJQUFJLEtBQUssUUFBUSxXQUFXLE1BQU0sSUFBSTtBQUM1RSxRQUFNLFdBQVcsb0JBQUksSUFBbUI7QUFDeEMsYUFBVyxLQUFLLEtBQUssTUFBTyxVQUFTLElBQUssRUFBRSxNQUE0QixPQUFPLE9BQU8sQ0FBQyxDQUFDO0FBQ3hGLFFBQU0sT0FBTyxRQUFRLE1BQU0sSUFBSSxDQUFDLFNBQWM7QUFDNUMsUUFBSSxLQUFLLFNBQVMsUUFBUTtBQUN4QixhQUFPLEVBQUUsT0FBTyxXQUFvQixRQUFRLEtBQUssUUFBUSxPQUFPLEtBQUssTUFBTTtBQUFBLElBQzdFO0FBQ0EsUUFBSTtBQUNKLFFBQUksS0FBSyxTQUFTLFFBQVMsU0FBUSxPQUFPLEtBQUssT0FBTyxLQUFLLEtBQUssQ0FBQztBQUFBLFNBQzVEO0FBQ0gsY0FBUSxTQUFTLElBQUksS0FBSyxLQUFLLEtBQUssS0FBSyxLQUFLLE9BQU8sTUFBTTtBQUMzRCxlQUFTLElBQUksS0FBSyxPQUFPLEtBQUs7QUFBQSxJQUNoQztBQUNBLFdBQU8sRUFBRSxPQUFPLFFBQVEsR0FBRyxPQUFPLEtBQUssTUFBTTtBQUFBLEVBQy9DLENBQUM7QUFDRCxhQUFXLFFBQVEsUUFBUSxPQUFPO0FBQ2hDLFVBQU0sS0FBSyxFQUFFLFFBQVEsS0FBSyxRQUFRLE9BQU8sS0FBSyxPQUFPLE1BQU0sS0FBSyxLQUFLLElBQUksQ0FBQyxNQUFNLEtBQUssQ0FBQyxDQUFDLEVBQUUsQ0FBQztBQUFBLEVBQzVGO0FBQ0Y7QUFJQSxTQUFTLE9BQ1AsT0FDQSxLQUNBLFNBQ0EsU0FDQSxPQUNBLFNBQ3FCO0FBQ3JCLFFBQU0sWUFBWSxvQkFBSSxJQUFvQjtBQUMxQyxNQUFJLFFBQVEsU0FBUyxFQUFHLFFBQU87QUFDL0IsUUFBTSxTQUFTLElBQUksT0FBTyxDQUFDLE1BQU0sRUFBRSxTQUFTLE9BQU87QUFDbkQsUUFBTSxPQUFPLG9CQUFJLElBQXFCO0FBQ3RDLFFBQU0sU0FBUyxDQUFDLE1BQXNCLEdBQUcsRUFBRSxLQUFLLElBQUksRUFBRSxJQUFJO0FBQzFELGFBQVcsS0FBSyxTQUFTO0FBQ3ZCLFVBQU0sTUFBTSxPQUFPLE1BQU0sT0FBTyxDQUFDLENBQUM7QUFDbEMsU0FBSyxJQUFJLEtBQUssQ0FBQyxHQUFJLEtBQUssSUFBSSxHQUFHLEtBQUssQ0FBQyxHQUFJLE9BQU8sQ0FBQyxDQUFDLENBQUM7QUFBQSxFQUNyRDtBQUNBLFFBQU0sUUFBUSxDQUFDLEdBQVcsTUFBbUI7QUFDM0MsVUFBTSxPQUFPLEtBQUssSUFBSSxPQUFPLFFBQVEsQ0FBQyxDQUFDLENBQUM7QUFDeEMsU0FBSyxPQUFPLEtBQUssUUFBUSxDQUFDLEdBQUcsQ0FBQztBQUM5QixjQUFVLElBQUksR0FBRyxFQUFFLEtBQUs7QUFBQSxFQUMxQjtBQUVBLFVBQVEsUUFBUSxDQUFDLEdBQUcsTUFBTTtBQUN4QixVQUFNLElBQUksTUFBTSxPQUFPLFFBQVEsQ0FBQztBQUNoQyxRQUFJLEtBQUssS0FBSyxRQUFRLElBQUksQ0FBQyxLQUFLLEtBQUssSUFBSSxPQUFPLENBQUMsQ0FBQyxHQUFHLFNBQVMsT0FBTyxDQUFDLENBQUMsRUFBRyxPQUFNLEdBQUcsT0FBTyxDQUFDLENBQUM7QUFBQSxFQUM5RixDQUFDO0FBQ0QsVUFBUSxRQUFRLENBQUMsR0FBRyxNQUFNO0FBQ3hCLFFBQUksVUFBVSxJQUFJLENBQUMsRUFBRztBQUN0QixVQUFNLE1BQU0sUUFBUSxDQUFDO0FBQ3JCLFFBQUksSUFBSSxRQUFRLEVBQUc7QUFDbkIsVUFBTSxRQUFRLEtBQ1gsSUFBSSxPQUFPLENBQUMsQ0FBQyxHQUNaLEtBQUssQ0FBQyxNQUFNLEVBQUUsT0FBTyxJQUFJLFNBQVMsYUFBYSxNQUFNLElBQUksS0FBSyxHQUFHLEdBQUcsR0FBRyxDQUFDO0FBQzVFLFFBQUksTUFBTyxPQUFNLEdBQUcsS0FBSztBQUFBLEVBQzNCLENBQUM7QUFDRCxTQUFPO0FBQ1Q7QUFFQSxTQUFTLGFBQWEsTUFBWSxPQUFjLFFBQXdCO0FBQ3RFLE1BQUksTUFBTSxTQUFTLE9BQU8sU0FBUyxLQUFLLE9BQU8sU0FBUyxPQUFRLFFBQU87QUFDdkUsUUFBTSxRQUFRLEtBQUssT0FBTyxPQUFPO0FBQ2pDLE1BQUksS0FBSyxLQUFLLE1BQU0sS0FBSyxFQUFFLE1BQU0sQ0FBQyxNQUFNLEVBQUUsVUFBVSxNQUFNLEVBQUcsUUFBTztBQUNwRSxTQUFPLEtBQUssS0FDVCxNQUFNLEdBQUcsS0FBSyxFQUNkO0FBQUEsSUFDQyxDQUFDLEdBQUcsTUFDRixFQUFFLFVBQVUsU0FDWCxLQUFLLE9BQU8sU0FBUyxVQUFVLEtBQUssT0FBTyxRQUFRLENBQUMsS0FBSyxFQUFFLFVBQVUsTUFBTTtBQUFBLEVBQ2hGO0FBQ0o7QUFFQSxTQUFTLFNBQVMsT0FBd0IsT0FBb0I7QUFDNUQsUUFBTSxRQUFRLENBQUMsTUFBTSxTQUFTO0FBQzVCLFVBQU0sUUFBUSxLQUFLLE9BQU8sT0FBTztBQUNqQyxVQUFNLFFBQVEsb0JBQUksSUFBVztBQUM3QixlQUFXLEVBQUUsTUFBTSxLQUFLLEtBQUssTUFBTTtBQUNqQyxVQUFJLE1BQU0sU0FBUyxVQUFVLE1BQU0sU0FBUyxLQUFNLE9BQU0sSUFBSSxLQUFLO0FBQUEsSUFDbkU7QUFDQSxlQUFXLEVBQUUsTUFBTSxLQUFLLEtBQUssTUFBTTtBQUNqQyxVQUFJLE1BQU0sU0FBUyxVQUFVLE1BQU0sVUFBVSxRQUFRLE1BQU0sU0FBUyxFQUFHO0FBRXZFLFlBQU0sV0FBVyxLQUFLLEtBQ25CLE1BQU0sS0FBSyxFQUNYLEtBQUssQ0FBQyxNQUFNLEVBQUUsVUFBVSxTQUFTLEVBQUUsVUFBVSxNQUFNLEtBQUs7QUFDM0QsWUFBTSxPQUFPLFdBQ1QsQ0FBQyxHQUFHLEtBQUssRUFBRTtBQUFBLFFBQ1QsQ0FBQyxNQUFNLEVBQUUsUUFBUSxRQUFRLEVBQUUsVUFBVSxNQUFNLFNBQVMsYUFBYSxNQUFNLEdBQUcsS0FBSztBQUFBLE1BQ2pGLElBQ0E7QUFDSixVQUFJLE1BQU07QUFDUixjQUFNLFNBQVMsS0FBSztBQUNwQixjQUFNLE9BQU8sSUFBSTtBQUNqQixZQUFJLE1BQU0sU0FBUyxLQUFNLE9BQU0sSUFBSSxLQUFLO0FBQUEsTUFDMUMsTUFBTyxPQUFNLFNBQVMsTUFBTSxLQUFLLE1BQU0sS0FBSztBQUM1QyxZQUFNLFFBQVE7QUFBQSxJQUNoQjtBQUNBLGVBQVcsS0FBSyxNQUFPLE9BQU0sS0FBSyxFQUFFLFFBQVEsRUFBRSxLQUFLO0FBQUEsRUFDckQsQ0FBQztBQUNIO0FBRUEsU0FBUyxPQUNQLE9BQ0EsS0FDQSxPQUNBLFNBQ0EsV0FDQSxXQUNBLE1BQ1M7QUFDVCxRQUFNLFFBQWdCLENBQUM7QUFDdkIsUUFBTSxVQUFVLG9CQUFJLElBQW9CO0FBQ3hDLFFBQU0sTUFBTSxJQUFJLElBQUksSUFBSSxJQUFJLENBQUMsR0FBRyxNQUFNLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQztBQUM3QyxRQUFNLFNBQVMsQ0FBQyxRQUFxQjtBQUNuQyxVQUFNLE1BQU0sR0FBRyxJQUFJLElBQUksSUFBSSxLQUFLLENBQUMsSUFBSSxJQUFJLE1BQU0sSUFBSSxJQUFJLEtBQUs7QUFDNUQsUUFBSSxJQUFJLFFBQVEsSUFBSSxHQUFHO0FBQ3ZCLFFBQUksTUFBTSxRQUFXO0FBQ25CLFVBQUksTUFBTTtBQUNWLGNBQVEsSUFBSSxLQUFLLENBQUM7QUFDbEIsWUFBTSxFQUFFLE1BQU0sT0FBQUEsUUFBTyxPQUFPLElBQUksSUFBSTtBQUNwQyxZQUFNO0FBQUEsUUFDSixTQUFTLFNBQ0wsRUFBRSxNQUFNLFFBQVEsU0FBUyxJQUFJLFFBQVEsT0FBTyxJQUFJLE1BQU0sSUFDdEQsRUFBRSxNQUFNLE9BQUFBLFFBQU8sT0FBTyxJQUFJLE1BQU07QUFBQSxNQUN0QztBQUFBLElBQ0Y7QUFDQSxXQUFPO0FBQUEsRUFDVDtBQUNBLFFBQU0sUUFBZ0IsTUFBTSxJQUFJLENBQUMsVUFBVTtBQUFBLElBQ3pDLFFBQVEsS0FBSztBQUFBLElBQ2IsTUFBTSxLQUFLLEtBQUssSUFBSSxNQUFNO0FBQUEsSUFDMUIsT0FBTyxLQUFLO0FBQUEsRUFDZCxFQUFFO0FBQ0YsUUFBTSxRQUFRLENBQUMsT0FBbUIsRUFBRSxPQUFPLEVBQUUsT0FBTyxPQUFPLEVBQUUsTUFBTTtBQUNuRSxTQUFPO0FBQUEsSUFDTDtBQUFBLElBQ0EsUUFBUSxNQUFNLE9BQU8sSUFBSSxLQUFLO0FBQUEsSUFDOUIsU0FBUyxRQUFRLElBQUksS0FBSztBQUFBLElBQzFCO0FBQUEsSUFDQTtBQUFBLElBQ0E7QUFBQSxJQUNBO0FBQUEsRUFDRjtBQUNGOzs7QUNwUU8sU0FBUyxNQUFNLE9BQXdCLEdBQTRCO0FBQ3hFLFFBQU0sT0FBTyxvQkFBSSxJQUFZO0FBQzdCLFFBQU0sVUFBVSxDQUFDLE9BQW9CO0FBQ25DLGVBQVcsRUFBRSxLQUFLLEtBQUssR0FBRyxPQUFPO0FBQy9CLFVBQUksS0FBSyxJQUFLLFNBQVEsS0FBSyxHQUFHO0FBQzlCLFVBQUksS0FBSyxLQUFNLE1BQUssS0FBSyxJQUFJO0FBQUEsSUFDL0I7QUFBQSxFQUNGO0FBQ0EsUUFBTSxPQUFPLENBQUMsTUFBa0I7QUFDOUIsUUFBSSxLQUFLLElBQUksRUFBRSxFQUFFLEVBQUc7QUFDcEIsU0FBSyxJQUFJLEVBQUUsRUFBRTtBQUNiLGVBQVcsS0FBSyxFQUFFLEtBQU0sTUFBSyxDQUFDO0FBQzlCLFFBQUksRUFBRSxHQUFJLFNBQVEsRUFBRSxFQUFFO0FBQ3RCLE1BQUUsQ0FBQztBQUFBLEVBQ0w7QUFDQSxhQUFXLEtBQUssTUFBTyxNQUFLLENBQUM7QUFDL0I7OztBQ0lPLFNBQVMsVUFDZCxPQUNBLGFBQ0EsT0FDUTtBQUNSLFFBQU0sUUFBUSxhQUFhLEtBQUs7QUFDaEMsUUFBTSxTQUFTLG9CQUFJLElBQW1CO0FBQ3RDLFFBQU0sT0FBTyxNQUFNLEtBQUssT0FBTyxPQUFPLE1BQU07QUFDNUMsUUFBTSxhQUFhLE1BQU0sS0FBSyxhQUFhLE9BQU8sTUFBTTtBQUN4RCxRQUFNLFVBQVUsV0FBVyxNQUFNO0FBQ2pDLFNBQU8sRUFBRSxNQUFNLFlBQVksT0FBTyxNQUFNLElBQUksT0FBTyxFQUFFO0FBQ3ZEO0FBRUEsU0FBUyxhQUFhLE9BQWlDO0FBQ3JELFFBQU0sUUFBUSxvQkFBSSxJQUFtQjtBQUNyQyxRQUFNLE9BQU8sQ0FBQyxPQUFvQjtBQUNoQyxRQUFJLE1BQU0sSUFBSSxHQUFHLEVBQUUsRUFBRztBQUN0QixVQUFNLElBQUksR0FBRyxJQUFJLEVBQUU7QUFDbkIsZUFBVyxFQUFFLEtBQUssS0FBSyxHQUFHLE1BQU8sS0FBSSxLQUFLLElBQUssTUFBSyxLQUFLLEdBQUc7QUFBQSxFQUM5RDtBQUNBLFFBQU0sT0FBTyxDQUFDLE1BQU07QUFDbEIsUUFBSSxFQUFFLEdBQUksTUFBSyxFQUFFLEVBQUU7QUFBQSxFQUNyQixDQUFDO0FBQ0QsU0FBTyxDQUFDLEdBQUcsTUFBTSxPQUFPLENBQUM7QUFDM0I7QUFFQSxJQUFNLGNBQWMsQ0FBQyxNQUFhLFNBQ2hDLEtBQUssTUFBTSxLQUFLLENBQUMsTUFBTSxFQUFFLEtBQUssU0FBUyxJQUFJLEdBQUcsZUFBZTtBQUkvRCxTQUFTLE1BQ1AsUUFDQSxPQUNBLE9BQ0EsUUFDVTtBQUNWLFFBQU0sT0FBTyxNQUFNLElBQUksQ0FBQyxHQUFHLE9BQU8sRUFBRSxHQUFHLE1BQU0sR0FBRyxNQUFNLEdBQUcsQ0FBQyxHQUFHLEVBQUUsRUFBRSxPQUFPLENBQUMsTUFBTSxFQUFFLE1BQU0sQ0FBQztBQUN4RixRQUFNLE9BQXdDLENBQUM7QUFDL0MsT0FBSyxRQUFRLENBQUNDLE9BQU0sTUFBTTtBQUN4QixVQUFNLFNBQVMsS0FBSyxJQUFJLENBQUM7QUFDekIsVUFBTSxRQUNKLFdBQVcsVUFDWCxNQUFNLE1BQU0sQ0FBQyxNQUFNLFlBQVksR0FBRyxPQUFPLElBQUksTUFBTUEsTUFBSyxJQUFJLFlBQVksR0FBR0EsTUFBSyxJQUFJLENBQUM7QUFDdkYsUUFBSSxNQUFPLE1BQUssS0FBSyxTQUFTLENBQUMsRUFBRSxLQUFLQSxLQUFJO0FBQUEsUUFDckMsTUFBSyxLQUFLLENBQUNBLEtBQUksQ0FBQztBQUFBLEVBQ3ZCLENBQUM7QUFDRCxTQUFPLEtBQUssSUFBSSxDQUFDLEtBQUssTUFBTTtBQUMxQixVQUFNLE9BQU8sSUFBSSxPQUFPLENBQUMsR0FBRyxNQUFNLElBQUksRUFBRSxHQUFHLENBQUM7QUFDNUMsUUFBSSxRQUFRLENBQUMsR0FBRyxNQUFNO0FBQ3BCLGFBQU8sSUFBSSxFQUFFLE1BQU0sRUFBRSxNQUFNLEdBQUcsTUFBTSxHQUFHLENBQUMsSUFBSSxPQUFPLE1BQU0sSUFBSSxTQUFTLEdBQUcsS0FBSyxDQUFDO0FBQUEsSUFDakYsQ0FBQztBQUNELFdBQU87QUFBQSxFQUNULENBQUM7QUFDSDtBQUVBLFNBQVMsV0FBVyxRQUF1RDtBQUN6RSxRQUFNLFFBQVEsb0JBQUksSUFBbUI7QUFDckMsUUFBTSxRQUFRLG9CQUFJLElBQWtCO0FBQ3BDLFFBQU0sT0FBTyxDQUFDLE9BQXFCO0FBQ2pDLFFBQUksSUFBSSxNQUFNLElBQUksR0FBRyxFQUFFO0FBQ3ZCLFFBQUksQ0FBQyxHQUFHO0FBQ04sWUFBTSxRQUE0QixDQUFDLEdBQUcsUUFBUTtBQUM5QyxpQkFBVyxFQUFFLGFBQWEsR0FBRyxLQUFLLEtBQUssR0FBRyxPQUFPO0FBQy9DLFlBQUksS0FBSyxTQUFTLFFBQVE7QUFDeEIsZ0JBQU0sUUFBUSxPQUFPLElBQUksS0FBSyxJQUFjO0FBRTVDLGNBQUksTUFBTSxNQUFPLE9BQU0sS0FBUSxNQUFTLEtBQUssTUFBTSxNQUFNLE1BQU0sSUFBSSxHQUFHLENBQUMsQ0FBQztBQUFBLFFBQzFFLFdBQVcsS0FBSyxTQUFTLFFBQVE7QUFDL0IsZ0JBQU0sS0FBUSxNQUFTLFNBQVMsS0FBSyxLQUFLLElBQVksR0FBRyxLQUFLLE1BQU0sQ0FBQyxHQUFHLENBQUMsQ0FBQztBQUFBLFFBQzVFLE9BQU87QUFDTCxnQkFBTSxNQUFNLEtBQUssS0FBSyxHQUFZO0FBQ2xDLGdCQUFNLEtBQUssS0FBSztBQUNoQixnQkFBTSxLQUFRLE1BQU0sS0FBSyxTQUFTLFFBQVcsSUFBSSxLQUFLLEVBQUUsSUFBTyxJQUFJLEtBQUssRUFBRSxHQUFHLENBQUMsQ0FBQztBQUFBLFFBQ2pGO0FBQUEsTUFDRjtBQUNBLFVBQU8sSUFBSSxHQUFHLEtBQUs7QUFDbkIsWUFBTSxJQUFJLEdBQUcsSUFBSSxDQUFDO0FBQUEsSUFDcEI7QUFDQSxXQUFPO0FBQUEsRUFDVDtBQUNBLFFBQU0sT0FBTyxDQUFDLE1BQWtCO0FBQzlCLFFBQUksTUFBTSxNQUFNLElBQUksRUFBRSxFQUFFO0FBQ3hCLFFBQUksQ0FBQyxLQUFLO0FBQ1IsWUFBTSxZQUFZLEdBQUcsTUFBTSxJQUFJO0FBQy9CLFlBQU0sSUFBSSxFQUFFLElBQUksR0FBRztBQUFBLElBQ3JCO0FBQ0EsV0FBTztBQUFBLEVBQ1Q7QUFDQSxTQUFPO0FBQ1Q7QUFFQSxTQUFTLFlBQVksR0FBUyxNQUF5QixNQUFrQztBQUN2RixRQUFNLE9BQU8sRUFBRSxLQUFLLElBQUksSUFBSTtBQUM1QixVQUFRLEVBQUUsTUFBTTtBQUFBLElBQ2QsS0FBSztBQUFBLElBQ0wsS0FBSztBQUNILGFBQU87QUFBQSxJQUNULEtBQUs7QUFDSCxhQUFVLE1BQU0sS0FBSyxFQUFFLEVBQVcsQ0FBQztBQUFBLElBQ3JDLEtBQUs7QUFDSCxhQUFVLEtBQUssRUFBRSxRQUFrQixLQUFLLEVBQUUsRUFBVyxHQUFHLEVBQUUsTUFBTSxLQUFLLENBQUMsR0FBRyxLQUFLLENBQUMsQ0FBQztBQUFBLElBQ2xGLEtBQUs7QUFDSCxhQUFVLE1BQU0sRUFBRSxJQUFrQixLQUFLLENBQUMsQ0FBQztBQUFBLElBQzdDLEtBQUs7QUFDSCxhQUFVLE9BQU8sRUFBRSxJQUFtQixLQUFLLENBQUMsR0FBRyxLQUFLLENBQUMsQ0FBQztBQUFBLElBQ3hELEtBQUs7QUFDSCxhQUFVLE9BQU8sS0FBSyxDQUFDLEdBQUcsS0FBSyxDQUFDLEdBQUcsS0FBSyxDQUFDLENBQUM7QUFBQSxJQUM1QyxLQUFLO0FBQ0gsYUFBVSxLQUFLLEtBQUssQ0FBQyxHQUFHLEVBQUUsSUFBSTtBQUFBLElBQ2hDLEtBQUs7QUFDSCxhQUFVLFFBQVEsS0FBSyxDQUFDLEdBQUcsRUFBRSxJQUFJO0FBQUEsRUFDckM7QUFDRjs7O0FDakhBLElBQU0sU0FBUyxDQUFDLE9BQTZCLEVBQUUsT0FBTyxFQUFFLE9BQU8sUUFBUSxFQUFFLFFBQVEsS0FBSyxFQUFFO0FBR2pGLElBQU0sU0FBUyxDQUFDLFFBQWdCLFVBQ3JDLE1BQU0sSUFBSSxDQUFDLEdBQUcsTUFBUyxLQUFLLEdBQUcsTUFBTSxHQUFHLENBQUMsSUFBSSxDQUFDLENBQUM7QUFpQjFDLFNBQVMsYUFDZCxXQUNBLFNBQXVELENBQUMsTUFBTTtBQUM1RCxRQUFNLElBQUksTUFBTSxHQUFHLEVBQUUsR0FBRyxJQUFJLHVCQUF1QjtBQUNyRCxHQUNRO0FBQ1IsUUFBTSxVQUFvQixDQUFDO0FBQzNCLFFBQU0sUUFBUSxvQkFBSSxJQUFZO0FBQzlCLFFBQU0sVUFBVSxvQkFBSSxJQUFvQjtBQUN4QyxRQUFNLE9BQU8sb0JBQUksSUFBK0I7QUFFaEQsUUFBTSxTQUFTLENBQUMsTUFBc0I7QUFDcEMsUUFBSSxJQUFJLFFBQVEsSUFBSSxDQUFDO0FBQ3JCLFFBQUksTUFBTSxRQUFXO0FBQ25CLFVBQUksUUFBUTtBQUNaLGNBQVEsSUFBSSxHQUFHLENBQUM7QUFDaEIsY0FBUSxLQUFLLENBQUM7QUFBQSxJQUNoQjtBQUNBLFdBQU87QUFBQSxFQUNUO0FBQ0EsUUFBTSxPQUF1QixDQUFDLEdBQUdDLFFBQU8sVUFBVTtBQUNoRCxRQUFJLENBQUUsVUFBVSxJQUFJLENBQUMsRUFBZSxLQUFNLFFBQU8sT0FBTyxHQUFHQSxRQUFPLEtBQUs7QUFDdkUsVUFBTSxPQUFPLFlBQVksRUFBRSxLQUFLO0FBQ2hDLFVBQU0sS0FBUSxRQUFRQSxRQUFPLEVBQUUsS0FBSztBQUNwQyxXQUFVLEtBQUssT0FBTyxDQUFDLEdBQUcsSUFBSSxNQUFNLE9BQU8sV0FBVyxPQUFPLFNBQVM7QUFBQSxFQUN4RTtBQUNBLFFBQU0sU0FBMkIsQ0FBQyxHQUFHQSxRQUFPLFVBQVU7QUFDcEQsVUFBTSxRQUFRLEtBQUssSUFBSSxDQUFDLEtBQUssb0JBQUksSUFBa0I7QUFDbkQsU0FBSyxJQUFJLEdBQUcsS0FBSztBQUNqQixVQUFNLE1BQU0sR0FBR0EsT0FBTSxJQUFJLENBQUMsTUFBTSxFQUFFLEVBQUUsQ0FBQyxJQUFJLE9BQU8sVUFBVSxFQUFFLElBQUksT0FBTyxVQUFVLEVBQUU7QUFDbkYsUUFBSSxJQUFJLE1BQU0sSUFBSSxHQUFHO0FBQ3JCLFFBQUksQ0FBQyxHQUFHO0FBQ04sVUFBSSxRQUFRLEdBQUdBLFFBQU8sS0FBSztBQUMzQixZQUFNLElBQUksS0FBSyxDQUFDO0FBQUEsSUFDbEI7QUFDQSxXQUFPO0FBQUEsRUFDVDtBQUNBLFFBQU0sVUFBVSxDQUFDLEdBQVdBLFFBQXlCLFVBQXdCO0FBQzNFLFVBQU0sUUFBUSxFQUFFLEdBQUc7QUFDbkIsUUFBSSxNQUFNLFNBQVMsTUFBTyxRQUFPLE9BQU8sR0FBR0EsTUFBSztBQUNoRCxRQUFJLENBQUMsTUFBTSxLQUFNLE9BQU0sSUFBSSxFQUFFLEdBQUcsSUFBSTtBQUNwQyxVQUFNLFFBQVMsTUFBOEIsS0FBSyxNQUFNLEdBQUcsS0FBSyxHQUFHQSxRQUFPLE9BQU8sQ0FBQyxDQUFDO0FBRW5GLFVBQU0sU0FBUyxNQUFNLFFBQVEsRUFBRSxPQUFPLFNBQVM7QUFDL0MsV0FBTyxTQUFTLENBQUMsU0FBWSxPQUFPLE1BQU0sV0FBVyxPQUFPLE1BQU0sU0FBUyxJQUFJO0FBQUEsRUFDakY7QUFDQSxRQUFNLFFBQVEsQ0FBQyxHQUFXLFVBQ3hCLEVBQUUsT0FBTyxJQUFJLENBQUMsTUFBTSxDQUFDQSxRQUFPLFFBQVEsS0FBSyxHQUFHQSxRQUFPLEtBQUssT0FBTyxLQUFLLEdBQUcsQ0FBQyxDQUFDLENBQUM7QUFDNUUsU0FBTyxFQUFFLFNBQVMsT0FBTyxNQUFNLFFBQVEsTUFBTTtBQUMvQztBQUlBLFNBQVMsS0FDUCxPQUNBLEtBQ0EsR0FDQSxHQUNtQjtBQUNuQixNQUFJLENBQUMsTUFBTyxRQUFPO0FBQ25CLFFBQU0sT0FBTyxFQUFFLEdBQUcsTUFBTSxTQUFTLFNBQVMsRUFBRSxHQUFHLE1BQU07QUFDckQsUUFBTSxZQUFZLE9BQU8sTUFBTSxZQUFlLFNBQVMsR0FBRyxZQUFZLEVBQUUsS0FBSyxDQUFDO0FBQzlFLE1BQUksQ0FBQyxJQUFLLFFBQU8sRUFBRSxXQUFXLE1BQU0sV0FBVyxVQUFVO0FBQ3pELFNBQU87QUFBQSxJQUNMLFdBQWMsSUFBSSxNQUFNLFdBQVcsSUFBSSxTQUFTO0FBQUEsSUFDaEQsV0FBYyxPQUFPLE1BQU0sV0FBVyxJQUFJLFdBQVcsU0FBUztBQUFBLEVBQ2hFO0FBQ0Y7QUFHTyxTQUFTLFVBQVUsTUFBYyxXQUE2QztBQUNuRixFQUFHLGlCQUFpQjtBQUNwQixRQUFNQSxTQUFRLE9BQU8sS0FBSyxLQUFLLEtBQUs7QUFDcEMsUUFBTSxhQUE2QyxDQUFDO0FBQ3BELE1BQUksY0FBaUMsQ0FBQztBQUN0QyxRQUFNLFNBQVMsYUFBYSxXQUFXLENBQUMsR0FBRyxPQUFPO0FBQ2hELFVBQU0sUUFBUSxZQUFZLEdBQUcsS0FBSztBQUNsQyxRQUFJLENBQUMsU0FBUyxXQUFXLFNBQVM7QUFDaEMsWUFBTSxJQUFJLE1BQU0sR0FBRyxFQUFFLEdBQUcsSUFBSSw4QkFBOEI7QUFDNUQsVUFBTSxPQUFPLE9BQU8sQ0FBQztBQUNyQixXQUFPLE1BQU0sSUFBSSxFQUFFLEdBQUcsSUFBSTtBQUMxQixrQkFBYyxNQUFNLE9BQU8sSUFBSTtBQUMvQixVQUFNLEtBQUssTUFBTSxHQUFHLElBQUk7QUFDeEIsUUFBSSxZQUFZLFNBQVMsQ0FBQyxFQUFHLFFBQVUsU0FBUyxXQUFXLEVBQUUsR0FBRyxZQUFZLEVBQUUsS0FBSyxDQUFDO0FBRXBGLFVBQU0sT0FBTyxFQUFFLElBQUksTUFBUyxTQUFTLEdBQUcsS0FBSyxFQUFFO0FBQy9DLGVBQVcsS0FBSyxJQUFJO0FBQ3BCLFNBQUssT0FBTyxNQUFNLEtBQUssT0FBTyxNQUFNLENBQUMsR0FBRyxJQUFJLE9BQU8sS0FBSyxXQUFXLEdBQUcsSUFBSTtBQUMxRSxXQUFVLElBQUksR0FBRyxZQUFZLEVBQUUsS0FBSyxDQUFDO0FBQUEsRUFDdkMsQ0FBQztBQUNELFFBQU0sU0FBUyxPQUFPLE9BQU8sTUFBTUEsTUFBSztBQUN4QyxNQUFJLFdBQVcsV0FBVyxFQUFHLGVBQWMsQ0FBQztBQUM1QyxRQUFNLFNBQVMsVUFBVSxLQUFLLE9BQU8sYUFBYSxDQUFDLEdBQUcsV0FBVyxJQUFJLENBQUMsTUFBTSxFQUFFLElBQUksR0FBRyxNQUFNLENBQUM7QUFDNUYsUUFBTSxVQUFVLENBQUMsT0FBTyxNQUFNLE9BQU8sTUFBTSxTQUFTLENBQUMsQ0FBQztBQUN0RCxRQUFNLFNBQVMsT0FBTyxNQUFNLE1BQU0sR0FBRyxFQUFFO0FBQ3ZDLFFBQU0sU0FBUztBQUFBLElBQ2IsTUFBTTtBQUFBLElBQ04sTUFBTSxPQUFPO0FBQUEsSUFDYixZQUFZLE9BQU87QUFBQSxJQUNuQixZQUFZLFdBQVcsSUFBSSxDQUFDLEdBQUcsT0FBTyxFQUFFLElBQUksRUFBRSxJQUFJLE1BQU0sT0FBTyxDQUFDLEVBQUUsRUFBRTtBQUFBLElBQ3BFO0FBQUEsSUFDQSxRQUFRLE9BQU8sUUFBUSxJQUFJLENBQUMsTUFBTSxFQUFFLEtBQUs7QUFBQSxJQUN6QyxTQUFTLENBQUMsS0FBSyxLQUFLO0FBQUEsSUFDcEIsWUFBWSxPQUFPLFFBQVEsSUFBSSxDQUFDLE1BQU0sT0FBTyxFQUFFLEtBQUssQ0FBQztBQUFBLEVBQ3ZEO0FBQ0EsUUFBTSxVQUFVLE9BQU8sUUFBUSxJQUFJLENBQUMsR0FBRyxNQUFNLGtCQUFrQixHQUFHLFFBQVEsU0FBUyxPQUFPLElBQUksQ0FBQztBQUMvRixTQUFPO0FBQUEsSUFDTCxRQUFRLEVBQUUsR0FBRyxRQUFRLFNBQVMsS0FBSyxRQUFRLE1BQU0sRUFBRTtBQUFBLElBQ25ELFFBQVEsT0FBTztBQUFBLElBQ2YsT0FBTyxDQUFDLEdBQUcsT0FBTyxLQUFLLEVBQUUsS0FBSyxHQUFHLEtBQUssS0FBSyxHQUFHO0FBQUEsRUFDaEQ7QUFDRjtBQUVBLFNBQVMsV0FBVyxJQUFzQjtBQUN4QyxVQUFRLElBQUk7QUFBQSxJQUNWLEtBQUs7QUFBQSxJQUNMLEtBQUs7QUFBQSxJQUNMLEtBQUs7QUFBQSxJQUNMLEtBQUs7QUFDSCxhQUFPO0FBQUEsSUFDVCxLQUFLO0FBQUEsSUFDTCxLQUFLO0FBQ0gsYUFBTztBQUFBLElBQ1QsS0FBSztBQUNILGFBQU8sT0FBTztBQUFBLElBQ2hCLEtBQUs7QUFDSCxhQUFPLE9BQU87QUFBQSxFQUNsQjtBQUNGO0FBRUEsU0FBUyxrQkFDUCxRQUNBLFFBQ0EsU0FDQSxNQUNTO0FBQ1QsUUFBTSxNQUFTLFFBQVEsT0FBTyxLQUFLLElBQUksR0FBRyxJQUFJO0FBQzlDLE1BQUksS0FBSztBQUNULFFBQU0sUUFBUSxDQUFDLE1BQU07QUFDbkIsUUFBSSxFQUFFLFNBQVMsVUFBVSxFQUFFLFdBQVcsT0FBUSxNQUFLO0FBQUEsRUFDckQsQ0FBQztBQUNELFFBQU0sU0FBUyxDQUFDLE1BQU07QUFDcEIsUUFBSSxFQUFFLFNBQVMsVUFBVSxFQUFFLFdBQVcsVUFBVSxFQUFFLElBQUksT0FBTyxJQUFJLEdBQUksTUFBSztBQUFBLEVBQzVFLENBQUM7QUFDRCxTQUFPO0FBQ1Q7OztBQ2pMQSxJQUFNQyxVQUFTLENBQUMsT0FBNkIsRUFBRSxPQUFPLEVBQUUsT0FBTyxRQUFRLEVBQUUsUUFBUSxLQUFLLEVBQUU7QUFFeEYsU0FBUyxVQUFVLEdBQVcsTUFBa0IsVUFBNEM7QUFDMUYsUUFBTSxTQUFTLFNBQVMsSUFBSSxDQUFDLE1BQU0sRUFBRSxLQUFLO0FBQzFDLFFBQU0sYUFBYSxTQUFTLElBQUksQ0FBQyxNQUFNLE9BQU8sRUFBRSxLQUFLLENBQUM7QUFDdEQsU0FBTztBQUFBLElBQ0wsTUFBTTtBQUFBLElBQ047QUFBQSxJQUNBO0FBQUEsSUFDQSxTQUFTLENBQUMsRUFBRSxLQUFLO0FBQUEsSUFDakI7QUFBQSxJQUNBLEtBQUssR0FBRyxLQUFLLFVBQVUsSUFBSSxDQUFDLElBQUksTUFBTSxPQUFPLEVBQUUsS0FBSztBQUFBLEVBQ3REO0FBQ0Y7QUFHTyxTQUFTLGlCQUFpQixHQUEwQjtBQUN6RCxRQUFNLFFBQVEsRUFBRSxHQUFHO0FBQ25CLFNBQU8sVUFBVSxHQUFHLE1BQU0sS0FBS0EsUUFBTyxDQUFDLENBQUMsR0FBRyxFQUFFLE1BQU07QUFDckQ7QUFTQSxTQUFTLE9BQ1AsR0FDQSxXQUNBLFNBQ2tCO0FBQ2xCLFFBQU0sT0FBTyxZQUFZLEdBQUcsT0FBTztBQUNuQyxNQUFJLENBQUUsVUFBVSxJQUFJLElBQUksRUFBZSxLQUFNLFFBQU87QUFDcEQsUUFBTSxTQUFTLGFBQWEsU0FBUztBQUNyQyxRQUFNLElBQUksT0FBTyxLQUFLLEdBQUcsT0FBTyxLQUFLLEVBQUUsS0FBSyxDQUFDO0FBQzdDLE1BQUksRUFBRSxTQUFTLFVBQVUsRUFBRSxTQUFTLE9BQU8sUUFBUSxXQUFXLEVBQUcsUUFBTztBQUN4RSxTQUFPLEVBQUUsTUFBTSxPQUFPLFFBQVEsQ0FBQyxHQUFHLElBQUksRUFBRSxHQUFZO0FBQ3REO0FBR0EsU0FBUyxPQUFPLElBQVcsTUFBaUU7QUFDMUYsUUFBTSxVQUFVLElBQUksTUFBYyxJQUFJLEVBQUUsS0FBSyxDQUFDO0FBQzlDLGFBQVcsRUFBRSxhQUFBQyxjQUFhLEtBQUssS0FBSyxHQUFHLE9BQU87QUFDNUMsUUFBSSxLQUFLLFNBQVMsT0FBUSxRQUFPO0FBQ2pDLFlBQVEsT0FBUSxLQUFLLEtBQWdCLE1BQU0sQ0FBQyxDQUFDLENBQUMsSUFBSUE7QUFBQSxFQUNwRDtBQUNBLFNBQU8sRUFBRSxTQUFTLFFBQVEsR0FBRyxTQUFTO0FBQ3hDO0FBVU8sU0FBUyxhQUNkLEdBQ0EsV0FDQSxTQUNjO0FBQ2QsRUFBRyxpQkFBaUI7QUFDcEIsUUFBTSxRQUFRLEVBQUUsR0FBRztBQUNuQixNQUFJLE9BQU8sTUFBTSxLQUFLRCxRQUFPLENBQUMsQ0FBQztBQUMvQixRQUFNLFNBQW1CLENBQUM7QUFDMUIsUUFBTSxVQUFpRSxDQUFDO0FBQ3hFLFFBQU0sU0FBUyxFQUFFLE9BQU8sSUFBSSxDQUFDLE1BQU07QUFDakMsUUFBSyxVQUFVLElBQUksQ0FBQyxFQUFlLE1BQU07QUFDdkMsY0FBUSxLQUFLLE1BQVM7QUFDdEIsYUFBTztBQUFBLElBQ1Q7QUFDQSxVQUFNLE9BQU8sT0FBTyxHQUFHLFdBQVcsT0FBTztBQUN6QyxVQUFNLE9BQU8sUUFBUSxLQUFLLFNBQVMsV0FBVyxPQUFPLEtBQUssSUFBSSxFQUFFLE1BQU0sTUFBTSxJQUFJO0FBQ2hGLFVBQU0sUUFDSixRQUNBLEtBQUssR0FBRyxPQUFVLFFBQVEsT0FBTyxLQUFLLEVBQUUsS0FBSyxHQUFHLEVBQUUsS0FBSyxFQUFFLE1BQ3pELE9BQU8sS0FBSyxLQUFLLEtBQUssTUFBTSxPQUFPLEVBQUUsS0FBSztBQUM1QyxRQUFJLFNBQVMsUUFBUSxRQUFRO0FBQzNCLGNBQVEsS0FBSyxJQUFJO0FBQ2pCLGFBQU8sS0FBSztBQUFBLElBQ2Q7QUFDQSxZQUFRLEtBQUssTUFBUztBQUN0QixXQUFPLEtBQUssQ0FBQztBQUNiLFdBQU87QUFBQSxFQUNULENBQUM7QUFDRCxNQUFJLEtBQUssU0FBUyxTQUFVLFFBQU8sWUFBWSxNQUFNLFNBQVMsQ0FBQztBQUMvRCxTQUFPLEVBQUUsUUFBUSxVQUFVLEdBQUcsTUFBTSxNQUFNLEdBQUcsUUFBUSxPQUFPO0FBQzlEO0FBR0EsU0FBUyxZQUNQLE1BQ0EsT0FDQSxHQUNZO0FBQ1osUUFBTSxPQUFPLENBQ1gsR0FDQSxLQUNBLGFBQ2lEO0FBQ2pELFVBQU0sT0FBTyxNQUFNLENBQUM7QUFDcEIsUUFBSSxDQUFDLEtBQU0sUUFBTyxFQUFFLFFBQVEsS0FBSyxPQUFPLEtBQUssTUFBTSxJQUFJLENBQUNFLE9BQU1BLEdBQUUsUUFBUSxDQUFDLEVBQUU7QUFDM0UsVUFBTSxJQUFJLEtBQUssUUFBUTtBQUN2QixVQUFNLFFBQVEsRUFBRSxPQUFPLENBQUMsRUFBRTtBQUMxQixVQUFNLFNBQVMsRUFBRSxLQUFLLEtBQUssUUFBUSxJQUFJLENBQUMsR0FBRyxLQUFLLEtBQUssUUFBUSxJQUFJLENBQUMsR0FBRyxRQUFRLEtBQUssT0FBTztBQUN6RixVQUFNLE9BQU8sS0FBSyxNQUFNLFVBQVUsSUFBSTtBQUN0QyxVQUFNLFFBQVEsS0FBSyxNQUFNO0FBQUEsTUFBSSxDQUFDLEdBQUcsTUFDL0IsSUFBSSxRQUFRLE1BQU0sSUFBSSxJQUFJLE1BQU0sSUFBSSxJQUFJLEtBQUssUUFBUSxJQUFJLElBQUk7QUFBQSxJQUMvRDtBQUNBLFdBQU8sRUFBRSxRQUFRLE1BQU07QUFBQSxFQUN6QjtBQUNBLFFBQU0sSUFBSSxLQUFLLEdBQUcsS0FBSyxHQUFHLEdBQUc7QUFDN0IsUUFBTSxJQUFJLEtBQUssR0FBRyxLQUFLLEdBQUcsR0FBRztBQUM3QixTQUFPO0FBQUEsSUFDTCxHQUFHO0FBQUEsSUFDSCxHQUFHLEVBQUU7QUFBQSxJQUNMLEdBQUcsRUFBRTtBQUFBLElBQ0wsT0FBTyxLQUFLLE1BQU0sSUFBSSxDQUFDLEtBQUssT0FBTyxFQUFFLE1BQU0sSUFBSSxNQUFNLEdBQUcsRUFBRSxNQUFNLENBQUMsR0FBRyxHQUFHLEVBQUUsTUFBTSxDQUFDLEVBQUUsRUFBRTtBQUFBLEVBQ3RGO0FBQ0Y7OztBQzlHTyxJQUFNLGNBQWMsQ0FBQyxPQUFjLFlBQ3hDLEtBQUssT0FBTyxTQUFTLG9CQUFJLElBQUksQ0FBQztBQUdoQyxTQUFTLEtBQUssT0FBYyxTQUFzQixPQUFzQztBQUN0RixRQUFNLEVBQUUsYUFBYSxJQUFJO0FBQ3pCLFFBQU0sRUFBRSxPQUFPLFFBQVEsSUFBSSxXQUFXLEtBQUs7QUFDM0MsUUFBTSxTQUFTLElBQUksSUFBSSxNQUFNLE1BQU07QUFDbkMsUUFBTSxVQUFVLENBQUMsTUFBdUIsT0FBTyxJQUFJLENBQUM7QUFDcEQsYUFBVyxLQUFLLE1BQU8sWUFBVyxHQUFHLGNBQWMsUUFBUSxJQUFJO0FBQy9ELFFBQU0sVUFBVSxDQUFDLE1BQXVCO0FBQ3RDLFVBQU0sUUFBUSxFQUFFLEdBQUc7QUFDbkIsUUFBSSxNQUFNLFNBQVMsWUFBWSxFQUFFLFNBQVMsRUFBRyxRQUFPO0FBQ3BELFVBQU0sU0FBUyxpQkFBaUIsQ0FBQztBQUNqQyxXQUFPLGFBQWEsU0FBUyxNQUFNO0FBQUEsRUFDckM7QUFDQSxRQUFNLFNBQVMsSUFBSSxJQUFJLE9BQU87QUFDOUIsUUFBTSxZQUFZLE9BQU8sT0FBTyxRQUFRLFNBQVMsU0FBUyxZQUFZO0FBQ3RFLFFBQU0sUUFBZ0IsQ0FBQztBQUN2QixRQUFNLFNBQVMsb0JBQUksSUFBWTtBQUMvQixRQUFNLFFBQVEsWUFBWSxLQUFLO0FBQy9CLGFBQVcsS0FBSyxPQUFPO0FBQ3JCLFVBQU0sSUFBSSxVQUFVLElBQUksQ0FBQztBQUN6QixRQUFJLENBQUMsRUFBRSxRQUFRLFFBQVEsQ0FBQyxLQUFLLEVBQUUsR0FBRyxNQUFNLFNBQVMsT0FBUTtBQUN6RCxRQUFJLEVBQUUsR0FBRyxNQUFNLFNBQVMsUUFBUTtBQUM5QixZQUFNLE1BQU0sU0FBUyxDQUFDO0FBQ3RCLFVBQUksVUFBVSxNQUFNLElBQUksR0FBRztBQUMzQixVQUFJLENBQUMsU0FBUztBQUNaLGNBQU0sRUFBRSxPQUFPLE1BQU0sSUFBSSxFQUFFO0FBQzNCLGtCQUFVLEtBQUssT0FBTyxFQUFFLEdBQUcsU0FBUyxNQUFNLFFBQVEsUUFBUSxvQkFBSSxJQUFJLEVBQUUsR0FBRyxLQUFLO0FBQzVFLGNBQU0sSUFBSSxLQUFLLE9BQU87QUFBQSxNQUN4QjtBQUNBLFlBQU0sS0FBSyxFQUFFLE1BQU0sUUFBUSxTQUFTLFFBQVEsRUFBRSxRQUFRLE9BQU8sTUFBTSxJQUFJLENBQUMsS0FBSyxDQUFDLEVBQUUsQ0FBQztBQUNqRjtBQUFBLElBQ0Y7QUFDQSxRQUFJLEVBQUUsU0FBUyxFQUFHO0FBQ2xCLFFBQUksRUFBRSxTQUFTO0FBQ2IsWUFBTSxFQUFFLFFBQVEsUUFBUSxVQUFVLE9BQU8sSUFBSSxhQUFhLEdBQUcsV0FBVyxPQUFPO0FBQy9FLGlCQUFXLEtBQUssUUFBUTtBQUN0QixZQUFJLE9BQU8sSUFBSSxDQUFDLEtBQUssRUFBRSxTQUFTLEVBQUc7QUFDbkMsZUFBTyxJQUFJLENBQUM7QUFDWixjQUFNLEtBQUssU0FBUyxHQUFHLFNBQVMsQ0FBQztBQUNqQyxRQUFDLFVBQVUsSUFBSSxDQUFDLEVBQWUsT0FBTztBQUFBLE1BQ3hDO0FBQ0EsWUFBTSxLQUFLLEVBQUUsTUFBTSxVQUFVLFFBQVEsUUFBUSxVQUFVLFFBQVEsR0FBRyxPQUFPLEVBQUUsR0FBRyxLQUFLLENBQUM7QUFBQSxJQUN0RixNQUFPLE9BQU0sS0FBSyxTQUFTLEdBQUcsU0FBUyxDQUFDO0FBQUEsRUFDMUM7QUFDQSxTQUFPLE9BQU8sT0FBTyxPQUFPLFNBQVMsT0FBTztBQUM5QztBQUVBLFNBQVMsWUFBWSxPQUFpRDtBQUNwRSxRQUFNLFFBQVEsb0JBQUksSUFBc0I7QUFDeEMsYUFBVyxLQUFLLE9BQU87QUFDckIsUUFBSSxFQUFFLEdBQUcsTUFBTSxTQUFTLE9BQVE7QUFDaEMsVUFBTSxDQUFDLElBQUksSUFBSSxFQUFFO0FBQ2pCLFVBQU0sSUFBSSxNQUFNLENBQUMsR0FBSSxNQUFNLElBQUksSUFBSSxLQUFLLENBQUMsR0FBSSxDQUFDLENBQUM7QUFBQSxFQUNqRDtBQUNBLFNBQU87QUFDVDtBQUVBLFNBQVMsU0FBUyxHQUFXLFdBQXdDO0FBQ25FLFFBQU0sRUFBRSxRQUFRLFFBQVEsTUFBTSxJQUFJLFVBQVUsR0FBRyxTQUFTO0FBQ3hELFNBQU8sRUFBRSxNQUFNLFVBQVUsUUFBUSxRQUFRLFFBQVEsR0FBRyxNQUFNO0FBQzVEO0FBRUEsU0FBUyxXQUFXLEdBQVcsY0FBNEIsTUFBb0I7QUFDN0UsTUFBSSxhQUFhLE1BQU0sRUFBRSxLQUFLLE1BQU0sUUFBVztBQUM3QyxVQUFNLElBQUk7QUFBQSxNQUNSLEdBQUcsSUFBSSxLQUFLLEVBQUUsR0FBRyxJQUFJLFVBQVUsQ0FBQyw0QkFBNEIsRUFBRSxLQUFLO0FBQUEsSUFDckU7QUFBQSxFQUNGO0FBQ0Y7IiwKICAibmFtZXMiOiBbImNvZWZmaWNpZW50IiwgImluZGV4IiwgImF4aXMiLCAiaW5kZXgiLCAiY2FsbE9mIiwgImNvZWZmaWNpZW50IiwgImIiXQp9Cg==
