// An independent check of memory plans: replays a program with bytes that remember which value was written
// there last. A kernel must find its operands' bytes as their own value left them; anything else means
// that two live ranges overlap.
import type { Program, Slot } from '../../src/compiler/program.ts';

interface Stretch {
  start: number;
  end: number;
  writer: number;
}

// One memory (the arena, an argument, a result): stretches by their last writer, in no order.
class Memory {
  private stretches: Stretch[] = [];

  write(start: number, end: number, writer: number): void {
    if (start === end) return;
    this.stretches = this.stretches.flatMap((s) => {
      if (s.end <= start || s.start >= end) return [s];
      const before = { ...s, end: start };
      const after = { ...s, start: end };
      return [before, after].filter((p) => p.start < p.end);
    });
    this.stretches.push({ start, end, writer });
  }

  /** Bytes of the range that `writer` wrote last. */
  owned(start: number, end: number, writer: number): number {
    return this.stretches
      .filter((s) => s.writer === writer)
      .reduce((n, s) => n + Math.max(0, Math.min(end, s.end) - Math.max(start, s.start)), 0);
  }
}

/** What is wrong with a plan, one line a fault; empty for a right one. */
export function planFaults(program: Program, alignment: number): string[] {
  const faults: string[] = [];
  const memories = new Map<string, Memory>();
  const place = (slot: Slot): { name: string; start: number; end: number } => {
    if (slot.kind === 'temp') {
      return { name: 'arena', start: slot.offset, end: slot.offset + slot.bytes };
    }
    const lender = slot.kind === 'output' ? program.donations.get(slot.index) : slot.index;
    const name = lender === undefined ? `output ${slot.index}` : `input ${lender}`;
    return { name, start: slot.offset, end: slot.offset + slot.bytes };
  };
  const memory = (name: string): Memory => {
    const m = memories.get(name) ?? new Memory();
    memories.set(name, m);
    return m;
  };
  program.slots.forEach((slot, n) => {
    const { name, start, end } = place(slot);
    if (slot.kind === 'input') memory(name).write(start, end, slot.value);
    if (slot.kind !== 'temp') return;
    if (end > program.tempBytes) faults.push(`slot ${n} ends at ${end} of ${program.tempBytes}`);
    if (start % alignment !== 0) faults.push(`slot ${n} starts at ${start}: not aligned`);
  });
  program.steps.forEach(({ kernel, args, label }, step) => {
    const count = kernel.inputs.length;
    const ins = args.slice(0, count);
    const outs = args.slice(count);
    ins.forEach((n, k) => {
      const { name, start, end } = place(program.slots[n]);
      const own = memory(name).owned(start, end, program.slots[n].value);
      if (own < end - start) {
        faults.push(`step ${step} (${label}): ${end - start - own} bytes of operand ${k} are lost`);
      }
    });
    outs.forEach((n, j) => {
      const out = place(program.slots[n]);
      ins.forEach((m, k) => {
        const input = place(program.slots[m]);
        const apart = input.name !== out.name || input.end <= out.start || out.end <= input.start;
        const same = input.start === out.start && input.end === out.end;
        const allowed = kernel.kind === 'nest' && kernel.inPlace[k] && same;
        if (!apart && !allowed) {
          faults.push(
            `step ${step} (${label}): output ${j} overwrites operand ${k} while it is read`,
          );
        }
      });
      outs.slice(j + 1).forEach((m) => {
        const other = place(program.slots[m]);
        if (other.name === out.name && other.start < out.end && out.start < other.end) {
          faults.push(`step ${step} (${label}): two outputs overlap`);
        }
      });
    });
    for (const n of outs) {
      const { name, start, end } = place(program.slots[n]);
      memory(name).write(start, end, program.slots[n].value);
    }
  });
  program.slots.forEach((slot, n) => {
    if (slot.kind !== 'output') return;
    const { name, start, end } = place(slot);
    const written = program.steps.some((s) => s.args.slice(s.kernel.inputs.length).includes(n));
    if (written && memory(name).owned(start, end, slot.value) < end - start) {
      faults.push(`result ${slot.index} does not survive to the end`);
    }
  });
  // a result that nothing writes must be a donated input as it was
  program.outputs.forEach(({ shape }, i) => {
    const writes = program.steps.some(({ kernel, args }) =>
      args.slice(kernel.inputs.length).some((n) => {
        const slot = program.slots[n];
        return slot.kind === 'output' && slot.index === i;
      }),
    );
    if (writes || shape.includes(0)) return;
    const lender = program.donations.get(i);
    if (lender === undefined) faults.push(`result ${i} is never written`);
    const own = program.slots.filter((s) => s.kind === 'input' && s.index === lender);
    for (const { offset, bytes, value } of own) {
      if (memory(`input ${lender}`).owned(offset, offset + bytes, value) < bytes) {
        faults.push(`result ${i} is input ${lender}, which was overwritten`);
      }
    }
  });
  return faults;
}
