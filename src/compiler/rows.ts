// Row groups. Softmax and the norms are several nests over the same rows: sums of each row, then work on
// its elements. Nests that follow each other and depend on each other within rows only become one kernel
// that takes a row through all of them while it is in cache, instead of going through all of memory once
// for each nest.
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Capabilities } from './capabilities.ts';
import { rowStrides, splitRows } from './nest-rows.ts';
import type { NestKernel, RowStage, RowsKernel } from './program.ts';
import type { KernelTask, Operand, Task } from './task.ts';
import { visit } from './visit.ts';

/** When a group is worth it; see `Capabilities.rows`. */
export type RowLimits = NonNullable<Capabilities['rows']>;

interface NestTask extends KernelTask {
  readonly kernel: NestKernel;
}

interface Member {
  readonly task: NestTask;
  /** The nest with axis 0 running over rows. */
  readonly stage: NestKernel;
}

const isNest = (t: Task): t is NestTask => t.kind === 'kernel' && t.kernel.kind === 'nest';

/** Joins runs of nests into row groups where the limits say that it pays. */
export function groupRows(
  tasks: readonly Task[],
  limits: RowLimits,
  maxInputs: number,
): readonly Task[] {
  const out: Task[] = [];
  for (let i = 0; i < tasks.length; ) {
    const group = startingAt(tasks, i, limits, maxInputs);
    if (group.length > 1) out.push(join(group));
    else out.push(tasks[i]);
    i += Math.max(group.length, 1);
  }
  return out;
}

function startingAt(
  tasks: readonly Task[],
  first: number,
  limits: RowLimits,
  maxInputs: number,
): Member[] {
  const task = tasks[first];
  if (!isNest(task) || task.kernel.reductions.length === 0) return [];
  const rows = task.kernel.axes[0] ?? 1;
  const perRow = Math.max(...task.inputs.map(sizeOfOperand)) / rows;
  if (rows < limits.minRows || perRow > limits.maxRow || perRow * rows < limits.minSize) return [];
  const group: Member[] = [];
  const made = new Set<Tensor>();
  const known = new Set<string>();
  for (let i = first; i < tasks.length; i++) {
    const next = tasks[i];
    if (!isNest(next)) break;
    const member = memberOf(next, rows, made);
    if (!member) break;
    const shares = next.inputs.some((o) => made.has(o.node) || known.has(keyOf(o)));
    if (group.length > 0 && !shares) break;
    const buffers = new Set(known);
    for (const o of [...next.inputs, ...next.outputs]) buffers.add(keyOf(o));
    // one binding is left for scratch memory, and `maxInputs` leaves one for a result
    if (buffers.size > maxInputs + 1) break;
    for (const b of buffers) known.add(b);
    for (const o of next.outputs) made.add(o.node);
    group.push(member);
  }
  return group;
}

const ids = new WeakMap<Tensor, number>();
let nextId = 0;
function keyOf({ node, part }: Operand): string {
  let id = ids.get(node);
  if (id === undefined) {
    id = nextId++;
    ids.set(node, id);
  }
  return `${id} ${part?.start ?? 0} ${part?.size ?? ''}`;
}

const sizeOfOperand = ({ node, part }: Operand): number => part?.size ?? sizeOf(node.shape);

// The nest by rows, if its accesses move row by row and it reads the group's own results within its row.
function memberOf(task: NestTask, rows: number, made: ReadonlySet<Tensor>): Member | undefined {
  const stage = splitRows(task.kernel, rows);
  const strides = stage && rowStrides(stage);
  if (!stage || !strides) return undefined;
  const own = task.inputs.map((o) => made.has(o.node));
  const isLocal = task.inputs.every(
    ({ node, part }, k) => !own[k] || (!part && strides[k] * rows === sizeOf(node.shape)),
  );
  if (!isLocal) return undefined;
  let within = true;
  visit([...stage.reductions.map((r) => r.body), ...stage.results], (e) => {
    if (e.kind !== 'load' || !own[e.buffer as number] || !e.at) return;
    const row = e.at.terms.find((t) => t.atom.axis === 'i0');
    const reach = row ? row.coefficient * row.atom.max : 0;
    within &&= e.at.min >= 0 && e.at.max - reach < strides[e.buffer as number];
  });
  return within ? { task, stage } : undefined;
}

function join(group: readonly Member[]): KernelTask {
  const made = new Map<Tensor, number>();
  const inputs: Operand[] = [];
  const outputs: Operand[] = [];
  const numbers = new Map<string, number>();
  for (const { task } of group) {
    for (const o of task.outputs) made.set(o.node, outputs.push(o) - 1);
  }
  for (const { task } of group) {
    for (const o of task.inputs) {
      if (made.has(o.node) || numbers.has(keyOf(o))) continue;
      numbers.set(keyOf(o), inputs.push(o) - 1);
    }
  }
  const number = (o: Operand): number => {
    const result = made.get(o.node);
    return result === undefined ? (numbers.get(keyOf(o)) as number) : inputs.length + result;
  };
  const stages = group.map(
    ({ task, stage }): RowStage => ({
      kernel: stage,
      args: [...task.inputs, ...task.outputs].map(number),
      label: task.label,
    }),
  );
  const rows = stages[0].kernel.axes[0];
  const kernel: RowsKernel = {
    kind: 'rows',
    rows,
    stages,
    inputs: inputs.map((o) => o.node.dtype),
    outputs: outputs.map((o) => o.node.dtype),
    inputSizes: inputs.map(sizeOfOperand),
    key: `rows ${rows}\n${stages.map((s) => `${s.args}\n${s.kernel.key}`).join('\n')}`,
  };
  const label = group.map((m) => m.task.label).join(' | ');
  return { kind: 'kernel', kernel, inputs, outputs, label };
}
