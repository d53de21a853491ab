// The table of the GPU benchmark.
import type { Timing } from './timing.ts';

interface TorchTiming {
  readonly ms?: number;
  readonly firstMs?: number;
  readonly error?: string;
}

/** A case's times. */
export interface Row {
  readonly id: string;
  readonly flops: number;
  readonly wgrad: Timing | { readonly error: string };
  readonly torch: { eager?: TorchTiming; tf32?: TorchTiming; compiled?: TorchTiming };
}

const digits = (x: number) => (x >= 100 ? x.toFixed(0) : x.toPrecision(3));
const rate = (flops: number, ms: number) => digits(flops / ms / 1e9); // TFLOP/s

/** A line of progress. */
export function describeRow({ id, flops, wgrad }: Row): string {
  if ('error' in wgrad) return `${id}: failed: ${wgrad.error}`;
  return `${id}: ${digits(wgrad.ms)} ms, ${rate(flops, wgrad.ms)} TFLOP/s, first ${digits(wgrad.firstMs)} ms`;
}

/** Markdown: wgrad's time, rate, first call and CPU time, PyTorch's times, and their quotients. */
export function table(rows: readonly Row[]): string {
  const head = ['case', 'ms', 'TFLOP/s', 'first ms', 'CPU ms'];
  const torchHead = ['torch ms', 'TF32 ms', 'compiled ms', 'speed / torch', 'speed / best torch'];
  const cellOf = (t?: TorchTiming) => (t?.ms ? digits(t.ms) : t?.error ? 'failed' : '-');
  const lines = rows.map(({ id, flops, wgrad, torch }) => {
    const own =
      'error' in wgrad
        ? ['failed', '-', '-', '-']
        : [digits(wgrad.ms), rate(flops, wgrad.ms), digits(wgrad.firstMs), digits(wgrad.cpuMs)];
    const all = [torch.eager, torch.tf32, torch.compiled];
    const times = all.flatMap((t) => (t?.ms ? [t.ms] : []));
    const speed = (ms: number | undefined) =>
      'error' in wgrad || ms === undefined ? '-' : (ms / wgrad.ms).toFixed(2);
    const best = times.length ? Math.min(...times) : undefined;
    return [id, ...own, ...all.map(cellOf), speed(torch.eager?.ms), speed(best)];
  });
  const rule = `|---|${'---:|'.repeat(head.length + torchHead.length - 1)}`;
  const [first, ...rest] = [[...head, ...torchHead], ...lines].map((l) => `| ${l.join(' | ')} |`);
  const failures = rows.flatMap(({ id, wgrad, torch }) => [
    ...('error' in wgrad ? [`- ${id}: ${wgrad.error}`] : []),
    ...Object.entries(torch).flatMap(([mode, t]) =>
      t?.error ? [`- ${id}, torch ${mode}: ${t.error}`] : [],
    ),
  ]);
  return [first, rule, ...rest, ...(failures.length ? ['', ...failures] : [])].join('\n');
}
