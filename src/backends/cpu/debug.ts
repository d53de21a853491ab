// What WGRAD_DEBUG=3 prints of a generated nest.
import { describeKernel } from '../../compiler/describe.ts';
import type { NestKernel } from '../../compiler/program.ts';
import type { Schedule } from './nest/schedule.ts';

/** The loops of a nest, outermost first; the vector axis is marked with its copies. */
export function describeNest(k: NestKernel, s: Schedule, bytes: number): string {
  const loops = s.order.map((l) => {
    const lanes = l === s.vector ? ` (4 lanes x ${s.copies})` : '';
    return `${l.name} < ${l.size}${lanes}`;
  });
  return `${describeKernel(k)}\n  ${s.mode}: ${loops.join(', ') || 'no loops'}; ${bytes} bytes`;
}
