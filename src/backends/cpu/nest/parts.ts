// How threads divide a nest (threads/split.ts).
import type { Split } from '../threads/split.ts';
import type { Schedule } from './schedule.ts';

/** Nanoseconds of a nest, roughly. */
const nestTime = (s: Schedule): number => 0.12 * s.cost;

/** The outermost loop can be divided if it is one over outputs. */
export function splitOf(s: Schedule): Split | undefined {
  const [outermost] = s.order;
  if (s.outputLoops === 0) return undefined;
  const step = outermost === s.vector ? 4 * s.copies : 1;
  return { extent: outermost.size, step, work: nestTime(s), repeated: 0 };
}
