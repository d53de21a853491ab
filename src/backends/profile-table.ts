// What WGRAD_DEBUG=1 prints, the same for every device.
import { describeKernel } from '../compiler/describe.ts';
import type { Program } from '../compiler/program.ts';

/** Prints one run: time (milliseconds), operation names and shape of every kernel. */
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
