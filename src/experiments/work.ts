// What experiments do for longer than some seconds: training with an estimate of the time left, results that seeds and
// claims share, and the time that was spent.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCheckpoint, saveCheckpoint } from '../io/checkpoint.ts';
import { packageVersion } from '../run/package-files.ts';
import { clock, type Progress, progress } from '../run/progress.ts';
import { currentDevice } from '../runtime/device.ts';
import { type Algorithm, loop } from '../train/loop.ts';

/** What an experiment is run with: the size of CI or the whole one, and a folder that seeds and claims share. */
export interface Work {
  readonly quick: boolean;
  readonly folder: string;
}

const silentSeconds = 3;

/** A bar, or lines in a log, for what turns out to take longer than some seconds. */
export function watch(label: string, total: number): { done(n: number): void; stop(): void } {
  const began = performance.now();
  let bar: Progress | undefined;
  return {
    done: (n) => {
      const seconds = (performance.now() - began) / 1000;
      if (!bar && seconds < silentSeconds) return;
      bar ??= progress(label, total);
      bar.update(n, `ETA ${clock((seconds / n) * (total - n))}`);
    },
    stop: () => bar?.stop(),
  };
}

/** Trains from the first state to the last, telling states on the way every `every` steps. */
export async function trained<S, B>(
  label: string,
  algorithm: Algorithm<S, null, B>,
  { steps, seed, every = 0 }: { steps: number; seed: number; every?: number },
  on: (state: S, step: number) => Promise<void> = async () => {},
): Promise<S> {
  const bar = watch(label, steps);
  const reportEvery = Math.max(1, Math.min(10, steps, ...(every > 0 ? [every] : [])));
  let state: S | undefined;
  try {
    for await (const report of loop(algorithm, { steps, seed, reportEvery })) {
      bar.done(report.at);
      state = report.state;
      if (every > 0 && report.at % every === 0) await on(state, report.at);
    }
  } finally {
    bar.stop();
  }
  return state as S;
}

/**
 * Seconds of work so far, for differences. On the CPU the processor's own, threads together, so that other programs on
 * the machine, which come and go, take nothing from one side of a comparison.
 */
export function spent(): number {
  if (currentDevice()?.name === 'webgpu') return performance.now() / 1000;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Seconds a step of several trainings, measured in turns: `rounds` times `steps` of each, after a first round in which
 * programs are made. The least of the rounds, since what disturbs only adds.
 */
export async function secondsAStep<S, B>(
  algorithms: readonly Algorithm<S, null, B>[],
  { steps, rounds, seed }: { steps: number; rounds: number; seed: number },
): Promise<number[]> {
  const all = steps * (rounds + 1);
  const runs = algorithms.map((one) => loop(one, { steps: all, seed, reportEvery: steps }));
  const least = algorithms.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, run] of runs.entries()) {
      const before = spent();
      await run.next();
      if (round > 0) least[i] = Math.min(least[i], (spent() - before) / steps);
    }
  }
  for (const run of runs) await run.return(undefined as S);
  return least;
}

/** The tree of tensors that `make` makes, from the folder where it was made before with the same settings. */
export async function kept<T>(
  { folder }: Pick<Work, 'folder'>,
  name: string,
  settings: unknown,
  template: T,
  make: () => Promise<T>,
): Promise<T> {
  const told = JSON.stringify({ name, settings, version: packageVersion() });
  const hash = createHash('sha256').update(told).digest('hex').slice(0, 12);
  const path = join(folder, 'kept', `${name}-${hash}.safetensors`);
  if (!existsSync(path)) {
    await mkdir(join(folder, 'kept'), { recursive: true });
    await saveCheckpoint(path, await make(), { settings });
  }
  return (await loadCheckpoint(path, template)).tree;
}
