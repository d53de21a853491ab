// When to compute what depends on inputs alone. Nodes are planned in order of their creation, and a program
// that begins with f32 versions of all its f16 weights would hold all of them at once. Inputs are there
// all the time, so a kernel that reads nothing else can as well run right before its first reader: the
// value lives for one kernel, and one stretch of memory serves all such values in turn.
import type { Tensor } from '../tensor/tensor.ts';
import type { Task } from './task.ts';

const readsOf = (task: Task): readonly Tensor[] =>
  task.kind === 'kernel' ? task.inputs.map(({ node }) => node) : task.inputs;

/**
 * The tasks in an order in which kernels that read only inputs come right before what first reads a
 * result of theirs. Kernels whose results take fewer bytes than `least` stay where they are, and so do
 * results that nothing reads.
 */
export function delayToReaders(
  tasks: readonly Task[],
  isInput: (t: Tensor) => boolean,
  bytesOf: (t: Tensor) => number,
  least: number,
): Task[] {
  const makers = new Map<Tensor, Task>();
  for (const task of tasks) {
    if (task.kind !== 'kernel' || !task.inputs.every(({ node }) => isInput(node))) continue;
    const bytes = task.outputs.reduce((n, { node }) => n + bytesOf(node), 0);
    if (bytes < least) continue;
    for (const { node } of task.outputs) makers.set(node, task);
  }
  const first = new Map<Task, Task>(); // maker -> first reader
  for (const task of tasks) {
    for (const t of readsOf(task)) {
      const maker = makers.get(t);
      if (maker && !first.has(maker)) first.set(maker, task);
    }
  }
  const waiting = new Map<Task, Task[]>();
  for (const [maker, reader] of first) {
    waiting.set(reader, [...(waiting.get(reader) ?? []), maker]);
  }
  return tasks.flatMap((task) => (first.has(task) ? [] : [...(waiting.get(task) ?? []), task]));
}
