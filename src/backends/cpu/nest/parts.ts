// The parts of a nest: loops one after the other, and how threads divide them (threads/split.ts).
import type { NestKernel } from '../../../compiler/program.ts';
import type { Split } from '../threads/split.ts';
import { type Analysis, analyse } from './analysis.ts';
import { type Schedule, schedule } from './schedule.ts';
import { type Cuts, type Segment, segmentsOf } from './segments.ts';

/** What is computed and in which loops. */
export interface Part {
  readonly a: Analysis;
  readonly s: Schedule;
}

/**
 * The segments of a kernel, each with its loops, if threads can divide them all in one way; else the kernel
 * whole. `pairs` as in `schedule`.
 */
export function partsOf(kernel: NestKernel, pairs: boolean, cuts: Cuts): Part[] {
  const arranged = ({ kernel, at }: Segment): Part => {
    const a = analyse(kernel, at);
    return { a, s: schedule(a, pairs) };
  };
  const parts = segmentsOf(kernel, cuts).map(arranged);
  const [first] = parts[0].s.order;
  const alike = ({ s }: Part): boolean =>
    s.order[0]?.name === first?.name && s.order[0] !== s.vector;
  return parts.length === 1 || parts.every(alike) ? parts : [arranged({ kernel })];
}

/** Nanoseconds of a nest, roughly. */
const nestTime = (s: Schedule): number => 0.12 * s.cost;

/** The outermost loop, which all parts of a kernel share, can be divided if it is one over outputs. */
export function splitOf(parts: readonly Part[]): Split | undefined {
  const [{ s }] = parts;
  const [outermost] = s.order;
  if (s.outputLoops === 0) return undefined;
  const step = outermost === s.vector ? 4 * s.copies : 1;
  const work = parts.reduce((sum, part) => sum + nestTime(part.s), 0);
  return { extent: outermost.size, step, work, repeated: 0 };
}
