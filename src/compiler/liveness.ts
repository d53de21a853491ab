// From tasks to slots: numbers every value, finds its last use, lends donated inputs to outputs and
// gives the rest offsets in the arena. A kernel that reads an operand only at the index it writes may
// write over it if nobody needs the operand afterwards.

import type { Aval } from '../tensor/aval.ts';
import type { Graph } from '../tensor/graph.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Capabilities } from './capabilities.ts';
import { copyKernel, fillKernel, patchKernel } from './copy-kernel.ts';
import { type Arena, createArena } from './memory.ts';
import type { Kernel, Program, Slot, Step } from './program.ts';
import type { AssembleTask, CallTask, Operand, Task } from './task.ts';

interface Value {
  readonly bytes: number;
  kind: 'input' | 'output' | 'temp';
  /** Argument or result number. */
  index: number;
  /** Step that writes it first (-1: an input) and last step that uses it. */
  first: number;
  last: number;
  offset: number;
}

/** A stretch of a value. */
interface Ref {
  readonly value: Value;
  readonly offset: number;
  readonly bytes: number;
  /** What the stretch is part of: the value, or one of the values in a call's workspace. */
  readonly owner: object;
}

interface Item {
  readonly kernel: Kernel;
  readonly label: string;
  readonly args: readonly Ref[];
}

/** What laying out needs to know. */
interface LayOutOptions {
  readonly capabilities: Capabilities;
  readonly name: string;
  readonly donate: ReadonlySet<number>;
}

// The values of a program under construction: where each node lies.
interface Values {
  readonly all: readonly Value[];
  make(bytes: number, kind: Value['kind'], index?: number): Value;
  whole(value: Value): Ref;
  /** Where a node lies; a new temporary if it has no place yet. */
  refOf(t: Tensor): Ref;
  place(t: Tensor, ref: Ref): void;
  operand(o: Operand): Ref;
  bytesOf(a: Aval): number;
}

function createValues(graph: Graph, capabilities: Capabilities): Values {
  const bytesOf = (a: Aval): number => sizeOf(a.shape) * (capabilities.bytes(a.dtype) as number);
  const refs = new Map<Tensor, Ref>();
  const all: Value[] = [];
  const make: Values['make'] = (bytes, kind, index = -1) => {
    const v: Value = { bytes, kind, index, first: -1, last: -1, offset: 0 };
    all.push(v);
    return v;
  };
  const whole: Values['whole'] = (v) => ({ value: v, offset: 0, bytes: v.bytes, owner: v });
  graph.inputs.forEach((t, i) => {
    refs.set(t, whole(make(bytesOf(t), 'input', i)));
  });
  const refOf: Values['refOf'] = (t) => {
    let ref = refs.get(t);
    if (!ref) {
      ref = whole(make(bytesOf(t), 'temp'));
      refs.set(t, ref);
    }
    return ref;
  };
  const operand: Values['operand'] = ({ node, part }) => {
    const ref = refOf(node);
    if (!part) return ref;
    const size = capabilities.bytes(node.dtype) as number;
    return { ...ref, offset: ref.offset + part.start * size, bytes: part.size * size };
  };
  const place: Values['place'] = (t, ref) => {
    refs.set(t, ref);
  };
  return { all, make, whole, refOf, place, operand, bytesOf };
}

/** Lays a program out. */
export function layOut(
  tasks: readonly Task[],
  graph: Graph,
  outputs: readonly Tensor[],
  options: LayOutOptions,
): Program {
  const { capabilities } = options;
  const values = createValues(graph, capabilities);
  const { make, whole, refOf, operand, bytesOf } = values;
  placeAssembled(tasks, values, outputs, capabilities);
  const items: Item[] = [];
  for (const task of tasks) {
    if (task.kind === 'kernel') {
      const args = [...task.inputs, ...task.outputs].map(operand);
      items.push({ kernel: task.kernel, label: task.label, args });
    } else if (task.kind === 'call') splice(task, items, values);
    else assemble(task, items, values, capabilities);
  }
  // results: the value itself where it is computed here, a copy where it is an input or a repeat; a
  // donated input that is a result itself lends its memory to the first such result, as it is
  const handedOn = unchanged(outputs, graph, options.donate);
  const results = outputs.map((t, i) => {
    const ref = refOf(t);
    const v = ref.value;
    if (v.kind === 'temp' && ref.bytes === v.bytes) {
      v.kind = 'output';
      v.index = i;
      return v;
    }
    const copy = make(bytesOf(t), 'output', i);
    if (t.size > 0 && !handedOn.has(i)) {
      items.push({ kernel: copyKernel(t), label: 'copy', args: [ref, whole(copy)] });
    }
    return copy;
  });
  items.forEach((item, step) => {
    for (const { value } of item.args) {
      if (value.first < 0 && value.kind !== 'input') value.first = step;
      value.last = step;
    }
  });
  const donations = donate(items, values.all, results, outputs, graph, options.donate, handedOn);
  const arena = createArena(capabilities.alignment);
  allocate(items, arena);
  return finish(items, values.all, graph, outputs, arena.size(), donations, options.name);
}

// Operands of an assembly are computed at their places in it, if they are computed here, serve no other
// assembly, are no results themselves and start at aligned addresses.
function placeAssembled(
  tasks: readonly Task[],
  values: Values,
  outputs: readonly Tensor[],
  capabilities: Capabilities,
): void {
  const computed = new Set<Tensor>();
  for (const task of tasks) {
    if (task.kind === 'kernel') for (const o of task.outputs) computed.add(o.node);
    else if (task.kind === 'call') for (const t of task.picks) computed.add(t);
  }
  for (const t of outputs) computed.delete(t);
  for (const task of tasks) {
    if (task.kind !== 'assemble') continue;
    if (!isAligned(task, capabilities)) continue;
    const { value } = values.refOf(task.node);
    const size = capabilities.bytes(task.node.dtype) as number;
    task.inputs.forEach((x, k) => {
      const offset = task.starts[k] * size;
      if (x.size === 0 || !computed.delete(x)) return;
      values.place(x, { value, offset, bytes: x.size * size, owner: value });
    });
  }
}

const isAligned = ({ node, starts }: AssembleTask, capabilities: Capabilities): boolean => {
  const size = capabilities.bytes(node.dtype) as number;
  return starts.every((start) => (start * size) % capabilities.alignment === 0);
};

// What was not computed in place is copied; gaps are cleared before anything is written. Parts that do
// not start at aligned addresses are no buffers: each is patched in by a pass over the whole.
function assemble(
  task: AssembleTask,
  items: Item[],
  values: Values,
  capabilities: Capabilities,
): void {
  const { node, inputs, starts } = task;
  const aligned = isAligned(task, capabilities);
  const target = values.refOf(node);
  const size = target.bytes / node.size;
  inputs.forEach((x, k) => {
    const ref = values.refOf(x);
    const to = { ...target, offset: starts[k] * size, bytes: x.size * size };
    // the same operand twice lies here already, but in its first place only
    if (x.size === 0 || (ref.value === to.value && ref.offset === to.offset)) return;
    if (aligned) items.push({ kernel: copyKernel(x), label: 'copy', args: [ref, to] });
    else {
      const kernel = patchKernel(node, x, starts[k]);
      items.push({ kernel, label: 'patch', args: [target, ref, target] });
    }
  });
  const first = items.findIndex((item) => item.args.some((r) => r.value === target.value));
  const ranges = aligned ? gaps(task, capabilities.alignment / size) : [[0, node.size]];
  const fills = ranges.map(([from, to]): Item => {
    const kernel = fillKernel({ shape: [to - from], dtype: node.dtype });
    const part = { ...target, offset: from * size, bytes: (to - from) * size };
    return { kernel, label: 'fill', args: [part] };
  });
  items.splice(first < 0 ? items.length : first, 0, ...fills);
}

// Stretches that no operand covers, from aligned starts (into the operand before, which is written
// afterwards). Many of them are cleared as one.
function gaps({ node, inputs, starts }: AssembleTask, grain: number): [number, number][] {
  const found: [number, number][] = [];
  let end = 0;
  for (let k = 0; k <= inputs.length; k++) {
    const next = k < inputs.length ? starts[k] : node.size;
    if (next > end) found.push([end - (end % grain), next]);
    if (k < inputs.length) end = next + inputs[k].size;
  }
  return found.length > 16 ? [[0, node.size]] : found;
}

function splice(task: CallTask, items: Item[], values: Values): void {
  const { program } = task;
  const { make, whole, refOf } = values;
  const workspace = program.tempBytes > 0 ? make(program.tempBytes, 'temp') : undefined;
  const byOutput = new Map<number, Ref>();
  for (const p of task.picks) byOutput.set((p.attrs as { index: number }).index, refOf(p));
  const owners = new Map<number, object>();
  const ownerOf = (value: number): object => {
    const known = owners.get(value) ?? { value };
    owners.set(value, known);
    return known;
  };
  const refs = program.slots.map((slot): Ref => {
    const { offset, bytes } = slot;
    if (slot.kind === 'temp') {
      return { value: workspace as Value, offset, bytes, owner: ownerOf(slot.value) };
    }
    let ref: Ref | undefined;
    if (slot.kind === 'input') ref = refOf(task.inputs[slot.index]);
    else {
      const { index } = slot;
      ref = byOutput.get(index) ?? whole(make(values.bytesOf(program.outputs[index]), 'temp'));
      byOutput.set(index, ref);
    }
    return { ...ref, offset: ref.offset + offset, bytes };
  });
  for (const step of program.steps) {
    items.push({ kernel: step.kernel, label: step.label, args: step.args.map((a) => refs[a]) });
  }
}

// Results that are donated inputs unchanged, by result: each input serves the first of them.
function unchanged(
  outputs: readonly Tensor[],
  graph: Graph,
  donated: ReadonlySet<number>,
): Map<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  outputs.forEach((t, i) => {
    const j = graph.inputs.indexOf(t);
    if (!donated.has(j) || taken.has(j)) return;
    taken.add(j);
    found.set(i, j);
  });
  return found;
}

// Output i may live in donated input j if they are alike, nothing reads j after i is written, and the
// kernel that writes i can write over j if it reads it.
function donate(
  items: readonly Item[],
  all: readonly Value[],
  results: readonly Value[],
  outputs: readonly Tensor[],
  graph: Graph,
  donated: ReadonlySet<number>,
  handedOn: ReadonlyMap<number, number>,
): Map<number, number> {
  const donations = new Map<number, number>();
  if (donated.size === 0) return donations;
  const inputs = all.filter((v) => v.kind === 'input');
  const free = new Map<string, Value[]>();
  const kindOf = (t: Tensor): string => `${t.dtype} ${t.size}`;
  for (const j of donated) {
    const key = kindOf(graph.inputs[j]);
    free.set(key, [...(free.get(key) ?? []), inputs[j]]);
  }
  const claim = (i: number, v: Value): void => {
    const list = free.get(kindOf(outputs[i])) as Value[];
    list.splice(list.indexOf(v), 1);
    donations.set(i, v.index);
  };
  for (const [i, j] of handedOn) claim(i, inputs[j]);
  outputs.forEach((t, i) => {
    if (donations.has(i)) return;
    const out = results[i];
    if (out.first < 0) return;
    const found = free
      .get(kindOf(t))
      ?.find((v) => v.last < out.first || mayOverwrite(items[out.first], v, out));
    if (found) claim(i, found);
  });
  return donations;
}

function mayOverwrite(item: Item, input: Value, output: Value): boolean {
  if (input.last !== output.first || item.kernel.kind !== 'nest') return false;
  const count = item.kernel.inputs.length;
  const whole = (r: Ref): boolean => r.value === output && r.bytes === output.bytes;
  if (!item.args.slice(count).some(whole)) return false;
  return item.args
    .slice(0, count)
    .every(
      (r, k) =>
        r.value !== input ||
        (item.kernel.kind === 'nest' && item.kernel.inPlace[k] && r.bytes === input.bytes),
    );
}

function allocate(items: readonly Item[], arena: Arena): void {
  items.forEach((item, step) => {
    const count = item.kernel.inputs.length;
    const dying = new Set<Value>();
    for (const { value } of item.args) {
      if (value.kind === 'temp' && value.last === step) dying.add(value);
    }
    for (const { value } of item.args) {
      if (value.kind !== 'temp' || value.first !== step || value.offset < 0) continue;
      // a call's workspace is used in parts, so it cannot take over anything
      const isOutput = item.args
        .slice(count)
        .some((r) => r.value === value && r.bytes === value.bytes);
      const host = isOutput
        ? [...dying].find(
            (v) => v.first < step && v.bytes === value.bytes && mayOverwrite(item, v, value),
          )
        : undefined;
      if (host) {
        value.offset = host.offset;
        dying.delete(host); // its stretch now belongs to the output
        if (value.last === step) dying.add(value);
      } else value.offset = arena.take(value.bytes);
      value.first = step;
    }
    for (const v of dying) arena.give(v.offset, v.bytes);
  });
}

function finish(
  items: readonly Item[],
  all: readonly Value[],
  graph: Graph,
  outputs: readonly Tensor[],
  tempBytes: number,
  donations: ReadonlyMap<number, number>,
  name: string,
): Program {
  const slots: Slot[] = [];
  const numbers = new Map<string, number>();
  const ids = new Map<object, number>(all.map((v, i) => [v, i]));
  const idOf = (owner: object): number => {
    const known = ids.get(owner) ?? ids.size;
    ids.set(owner, known);
    return known;
  };
  const slotOf = (ref: Ref): number => {
    const value = idOf(ref.owner);
    const key = `${value} ${ref.offset} ${ref.bytes}`;
    let n = numbers.get(key);
    if (n === undefined) {
      n = slots.length;
      numbers.set(key, n);
      const { kind, index } = ref.value;
      const offset = (kind === 'temp' ? ref.value.offset : 0) + ref.offset;
      const { bytes } = ref;
      const common = { offset, bytes, value };
      slots.push(kind === 'temp' ? { kind, ...common } : { kind, index, ...common });
    }
    return n;
  };
  const steps: Step[] = items.map((item) => ({
    kernel: item.kernel,
    args: item.args.map(slotOf),
    label: item.label,
  }));
  const plain = (t: Aval): Aval => ({ shape: t.shape, dtype: t.dtype });
  return {
    name,
    inputs: graph.inputs.map(plain),
    outputs: outputs.map(plain),
    slots,
    steps,
    tempBytes,
    donations,
  };
}
