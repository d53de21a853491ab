// From tasks to slots: numbers every value, finds its last use, lends donated inputs to outputs and
// gives the rest offsets in the arena. A kernel that reads an operand only at the index it writes may
// write over it if nobody needs the operand afterwards.
import { sizeOf } from '../tensor/shape.ts';
import type { Aval, Tensor } from '../tensor/tensor.ts';
import type { Capabilities } from './capabilities.ts';
import { copyKernel } from './copy-kernel.ts';
import type { Graph } from './graph.ts';
import { type Arena, createArena } from './memory.ts';
import type { Kernel, Program, Slot, Step } from './program.ts';

/** One kernel, or one call whose program is spliced in. */
export type Task =
  | {
      readonly kind: 'kernel';
      readonly kernel: Kernel;
      readonly inputs: readonly Tensor[];
      readonly output: Tensor;
      readonly label: string;
    }
  | {
      readonly kind: 'call';
      readonly program: Program;
      readonly inputs: readonly Tensor[];
      /** Nodes that read its results; their attribute `index` says which. */
      readonly picks: readonly Tensor[];
    };

interface Value {
  readonly bytes: number;
  kind: 'input' | 'output' | 'temp';
  /** Argument or result number. */
  index: number;
  /** Step that writes it (-1: an input) and last step that uses it. */
  first: number;
  last: number;
  offset: number;
}

/** A stretch of a value (calls use parts of their workspace). */
interface Ref {
  readonly value: Value;
  readonly offset: number;
  readonly bytes: number;
}

interface Item {
  readonly kernel: Kernel;
  readonly label: string;
  readonly args: Ref[];
}

/** Lays a program out. */
export function layOut(
  tasks: readonly Task[],
  graph: Graph,
  outputs: readonly Tensor[],
  options: { capabilities: Capabilities; name: string; donate: ReadonlySet<number> },
): Program {
  const { capabilities } = options;
  const bytesOf = (a: Aval): number => sizeOf(a.shape) * (capabilities.bytes(a.dtype) as number);
  const values = new Map<Tensor, Value>();
  const all: Value[] = [];
  const make = (bytes: number, kind: Value['kind'], index = -1): Value => {
    const v: Value = { bytes, kind, index, first: -1, last: -1, offset: 0 };
    all.push(v);
    return v;
  };
  graph.inputs.forEach((t, i) => {
    values.set(t, make(bytesOf(t), 'input', i));
  });
  const lookUp = (t: Tensor): Value => {
    let v = values.get(t);
    if (!v) {
      v = make(bytesOf(t), 'temp');
      values.set(t, v);
    }
    return v;
  };
  const whole = (value: Value): Ref => ({ value, offset: 0, bytes: value.bytes });
  const items: Item[] = [];
  for (const task of tasks) {
    if (task.kind === 'kernel') {
      const args = [...task.inputs, task.output].map((t) => whole(lookUp(t)));
      items.push({ kernel: task.kernel, label: task.label, args });
    } else splice(task, items, lookUp, make);
  }
  // results: the value itself where it is computed here, a copy where it is an input or a repeat
  const results = outputs.map((t, i) => {
    const v = lookUp(t);
    if (v.kind === 'temp') {
      v.kind = 'output';
      v.index = i;
      return v;
    }
    const copy = make(bytesOf(t), 'output', i);
    if (t.size > 0 && !(v.kind === 'input' && options.donate.has(v.index))) {
      items.push({ kernel: copyKernel(t), label: 'copy', args: [whole(v), whole(copy)] });
    }
    return copy;
  });
  items.forEach((item, step) => {
    for (const { value } of item.args) {
      if (value.first < 0 && value.kind !== 'input') value.first = step;
      value.last = step;
    }
  });
  const donations = donate(items, all, results, outputs, graph, options.donate);
  const arena = createArena(capabilities.alignment);
  allocate(items, arena);
  return finish(items, all, graph, outputs, arena.size(), donations, options.name);
}

function splice(
  task: Extract<Task, { kind: 'call' }>,
  items: Item[],
  lookUp: (t: Tensor) => Value,
  make: (bytes: number, kind: Value['kind']) => Value,
): void {
  const { program } = task;
  const workspace = program.tempBytes > 0 ? make(program.tempBytes, 'temp') : undefined;
  const byOutput = new Map<number, Value>();
  for (const p of task.picks) byOutput.set((p.attrs as { index: number }).index, lookUp(p));
  const refs = program.slots.map((slot): Ref => {
    if (slot.kind === 'temp') {
      return { value: workspace as Value, offset: slot.offset, bytes: slot.bytes };
    }
    let value: Value | undefined;
    if (slot.kind === 'input') value = lookUp(task.inputs[slot.index]);
    else {
      value = byOutput.get(slot.index) ?? make(slot.bytes, 'temp');
      byOutput.set(slot.index, value);
    }
    return { value, offset: 0, bytes: slot.bytes };
  });
  for (const step of program.steps) {
    items.push({ kernel: step.kernel, label: step.label, args: step.args.map((a) => refs[a]) });
  }
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
  // results that are donated inputs unchanged come first: they have no step of their own
  outputs.forEach((t, i) => {
    const j = graph.inputs.indexOf(t);
    if (j >= 0 && donated.has(j) && free.get(kindOf(t))?.includes(inputs[j])) claim(i, inputs[j]);
  });
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
  if (item.args.slice(count).every((r) => r.value !== output)) return false;
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
  const ids = new Map(all.map((v, i) => [v, i]));
  const slotOf = (ref: Ref): number => {
    const key = `${ids.get(ref.value)} ${ref.offset} ${ref.bytes}`;
    let n = numbers.get(key);
    if (n === undefined) {
      n = slots.length;
      numbers.set(key, n);
      const { kind, index, offset } = ref.value;
      slots.push(
        kind === 'temp'
          ? { kind, offset: offset + ref.offset, bytes: ref.bytes }
          : { kind, index, bytes: ref.bytes },
      );
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
