// WGRAD_DEBUG=1 prints the kernels of each program run with their times, 3 also the loops of each
// generated nest.
import type { Kernel, NestKernel, Program } from '../../compiler/program.ts';
import type { Schedule } from './nest/schedule.ts';

/** The level asked for by the environment variable WGRAD_DEBUG; 0 without one. */
export function debugLevel(): number {
  const { process } = globalThis as {
    process?: { env?: Record<string, string | undefined> };
  };
  return Number(process?.env?.WGRAD_DEBUG ?? 0) || 0;
}

/** Shape of a kernel on one line: `nest [32, 64] over [128] f32, f32 -> f32`. */
export function describeKernel(k: Kernel): string {
  const types = `${k.inputs.join(', ')} -> ${k.outputs.join(', ')}`;
  if (k.kind === 'special') {
    const { kind, ...spec } = k.spec;
    return `${kind} ${JSON.stringify(spec)} ${types}`;
  }
  if (k.kind === 'rows') return `rows ${k.rows} x ${k.stages.length} stages ${types}`;
  const over = k.reduceAxes.length > 0 ? ` over [${k.reduceAxes.join(', ')}]` : '';
  return `nest [${k.axes.join(', ')}]${over} ${types}`;
}

/** The loops of a nest, outermost first; the vector axis is marked with its copies. */
export function describeNest(k: NestKernel, s: Schedule, bytes: number): string {
  const loops = s.order.map((l) => {
    const lanes = l === s.vector ? ` (4 lanes x ${s.copies})` : '';
    return `${l.name} < ${l.size}${lanes}`;
  });
  return `${describeKernel(k)}\n  ${s.mode}: ${loops.join(', ') || 'no loops'}; ${bytes} bytes`;
}

/** Prints one run: time, operation names and shape of every kernel. */
export function printProfile(program: Program, times: readonly number[]): void {
  const total = times.reduce((a, b) => a + b, 0);
  const lines = program.steps.map(
    ({ label, kernel }, i) =>
      `${(times[i] * 1000).toFixed(1).padStart(10)} us  ${label.padEnd(32)} ${describeKernel(kernel)}`,
  );
  console.error(
    `${program.name}: ${times.length} kernels, ${total.toFixed(3)} ms, ` +
      `${program.tempBytes} bytes of temporaries\n${lines.join('\n')}`,
  );
}
