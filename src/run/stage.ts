// One stage of a run: reports become metrics and progress, checkpoints and samples are made on the way, and Ctrl-C
// ends the stage at the next report with a checkpoint. Checkpoints fall on reports, so that the lines of a resumed
// run average the same steps.
import { random } from '../tensor/ops/index.ts';
import { loop } from '../train/loop.ts';
import { loadState, type Saved, saveState } from './checkpoints.ts';
import { appendMetrics, sampleFile } from './folder.ts';
import { clock, type Progress, progress } from './progress.ts';
import type { StopSignal } from './signals.ts';
import type { Stage } from './task.ts';

/** Thrown when Ctrl-C has ended a stage; its state is saved. */
export class Interrupted extends Error {
  constructor(stage: string, step: number) {
    super(`stopped at step ${step} of the ${stage} stage`);
  }
}

/** How stages are run. */
export interface StageOptions {
  readonly folder: string;
  readonly reportEvery: number;
  readonly checkpointEvery: number;
  readonly sampleEvery: number;
  readonly stop: StopSignal;
  /** Seconds of the run before this stage. */
  readonly secondsBefore: number;
}

const roundUp = (n: number, unit: number): number => Math.ceil(n / unit) * unit;

/** A number for people: 0.0123, 12.3, 1.23e-7. */
const short = (x: number): string =>
  x !== 0 && (Math.abs(x) < 1e-3 || Math.abs(x) >= 1e5) ? x.toExponential(2) : x.toFixed(4);

/** The state to go on from: the saved one, or the first. */
async function startOf(stage: Stage, { folder, secondsBefore }: StageOptions) {
  const { name, algorithm, steps, seed } = stage;
  const fresh = async (): Promise<unknown> => algorithm.init(random.key(seed));
  const saved = await loadState(folder, name, steps, algorithm, fresh);
  if (saved) return saved;
  const state = await (stage.start?.() ?? fresh());
  return { state, step: 0, seconds: secondsBefore };
}

/** Runs a stage to its end, from where its checkpoint is. @throws Interrupted after Ctrl-C */
export async function runStage(stage: Stage, options: StageOptions): Promise<Saved<unknown>> {
  const { name, algorithm, steps, seed, frozen, counts } = stage;
  const { folder, reportEvery, stop } = options;
  const checkpointEvery = roundUp(options.checkpointEvery, reportEvery);
  const sampleEvery = roundUp(options.sampleEvery, reportEvery);
  const start = await startOf(stage, options);
  if (start.step >= steps) {
    // another run's: this one is to be whole by itself
    if (steps === 0) await saveState(folder, name, algorithm, start);
    return start;
  }
  const began = performance.now();
  const elapsed = (): number => start.seconds + (performance.now() - began) / 1000;
  const bar: Progress = progress(name, steps, start.step);
  let secondsAStep = 0;
  try {
    const reports = loop(algorithm, {
      steps,
      seed,
      frozen,
      state: start.state,
      at: start.step,
      reportEvery,
    });
    for (;;) {
      const { value, done } = await reports.next();
      if (done) return { state: value, step: steps, seconds: elapsed() };
      const { at: step, metrics, state } = value;
      const seconds = elapsed();
      const rates = Object.entries(counts).map(([what, n]) => [`${what}/s`, n / value.seconds]);
      appendMetrics(folder, {
        stage: name,
        step,
        ...metrics,
        ...Object.fromEntries(rates),
        seconds,
      });
      secondsAStep = secondsAStep === 0 ? value.seconds : 0.8 * secondsAStep + 0.2 * value.seconds;
      const figures = Object.entries(metrics).map(([key, x]) => `${key} ${short(x)}`);
      const speeds = Object.entries(counts).map(
        ([what, n]) => `${(n / secondsAStep).toFixed(1)} ${what}/s`,
      );
      const left = (steps - step) * secondsAStep;
      bar.update(step, `${figures.join(' ')} · ${speeds.join(' ')} · ETA ${clock(left)}`);
      // everything above may have run without ever letting signals in
      await new Promise(setImmediate);
      const last = step === steps;
      if (last || stop.stopped || step % checkpointEvery === 0) {
        await saveState(folder, name, algorithm, { state, step, seconds });
        await stage.save?.(state);
      }
      if (stop.stopped && !last) throw new Interrupted(name, step);
      if (stage.sample && (last || step % sampleEvery === 0)) {
        const file = (n: string): string => sampleFile(folder, name, step, n);
        bar.say(await stage.sample(state, { file }));
      }
    }
  } finally {
    bar.stop();
  }
}
