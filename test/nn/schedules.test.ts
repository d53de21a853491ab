// Every schedule at every whole step against its formula in whole numbers and float64, on the device that
// computes in f32. Restarts and drops are the point: a rounded product may miss them by a step.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { type Schedule, schedules } from '../../src/nn/optim/index.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import { use } from '../support/devices.ts';

beforeAll(async () => {
  await use('cpu');
});

const half = (x: number): number => Math.sin((Math.PI / 2) * (1 - x)) ** 2;
const limit = (x: number): number => Math.min(Math.max(x, 0), 1);

async function follows(
  schedule: Schedule,
  want: (t: number) => number,
  count: number,
  what: string,
): Promise<void> {
  const got = await schedule(ops.arange(0, count, 1, 'f32')).data();
  for (let t = 0; t < count; t++) {
    const w = want(t);
    const near = Math.abs(got[t] - w) <= 3e-6 * Math.max(1, Math.abs(w));
    if (!near) expect.fail(`${what} at step ${t}: ${got[t]}, want ${w}`);
  }
}

const whole = (min: number, max: number) => fc.integer({ min, max });

it('follow their formulas at whole steps', async () => {
  await fc.assert(
    fc.asyncProperty(
      whole(0, 40),
      whole(1, 300),
      whole(1, 12),
      fc.constantFrom(1, 2, 3),
      whole(1, 4),
      async (warmup, span, cycles, growth, halves) => {
        const steps = warmup + span;
        const count = steps + 20;
        const rise = (t: number): number => t / Math.max(warmup, 1);
        const warm = (after: (s: number) => number) => (t: number) =>
          t < warmup ? rise(t) : after(t - warmup);
        const text = JSON.stringify({ warmup, span, cycles, growth, halves });
        const named: [string, Schedule, (t: number) => number][] = [
          [
            'warmupCosineRestarts',
            schedules.warmupCosineRestarts(1, warmup, steps, cycles),
            warm((s) => (s >= span ? 0 : half(((s * cycles) % span) / span))),
          ],
          [
            'warmupCosine',
            schedules.warmupCosine(1, warmup, steps, { halves }),
            warm((s) => half(halves * Math.min(s / span, 1))),
          ],
          [
            'warmupLinear',
            schedules.warmupLinear(1, warmup, steps),
            warm((s) => limit(1 - s / span)),
          ],
          [
            'warmupPolynomial',
            schedules.warmupPolynomial(1, warmup, steps, 1.5, 0.25),
            warm((s) => 0.75 * limit(1 - s / span) ** 1.5 + 0.25),
          ],
          ['linear', schedules.linear(1, 3, span), (t) => 1 + 2 * limit(t / span)],
          ['linearWarmup', schedules.linearWarmup(2, span), (t) => 2 * limit(t / span)],
          ['cosine', schedules.cosine(1, span), (t) => half(Math.min(t / span, 1))],
          ['cosine, mirrored', schedules.cosine(1, span, { mirror: true }), (t) => half(t / span)],
          ['polynomial', schedules.polynomial(2, span, 3), (t) => 2 * limit(1 - t / span) ** 3],
          ['delayed', schedules.delayed(2, 0.5, span), (t) => (t < span ? 1 : 2)],
          [
            'cosineRestarts',
            schedules.cosineRestarts(1, cycles, { growth }),
            (t) => {
              let [from, long] = [0, cycles];
              while (t >= from + long) {
                from += long;
                long *= growth;
              }
              return half((t - from) / long);
            },
          ],
          ['stepDecay', schedules.stepDecay(1, cycles, 0.9), (t) => 0.9 ** Math.floor(t / cycles)],
          [
            'multiStepDecay',
            schedules.multiStepDecay(1, [cycles, span], 0.3),
            (t) => 0.3 ** (+(t >= cycles) + +(t >= span)),
          ],
        ];
        for (const [name, schedule, want] of named) {
          await follows(schedule, want, count, `${name} ${text}`);
        }
      },
    ),
    { numRuns: 40, seed: 5 },
  );
}, 120_000);

it('restart where the product of steps and cycles is beyond the whole numbers of f32', async () => {
  const schedule = schedules.warmupCosineRestarts(1, 0, 9_000_000, 9);
  for (const t of [1_000_000, 7_000_000, 8_000_000]) {
    expect((await schedule(ops.tensor(t)).data())[0]).toBe(1);
    expect((await schedule(ops.tensor(t - 1)).data())[0]).toBeLessThan(1e-6);
  }
});
