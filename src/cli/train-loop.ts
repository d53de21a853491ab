// What both stages of a run share: reports become metrics and progress, checkpoints and pictures are
// made on the way, and Ctrl-C ends the stage at the next report with a checkpoint. Checkpoints fall on
// reports, so that the lines of a resumed run average the same steps.
import { existsSync } from 'node:fs';
import type { TrainReport, TrainState } from '../diffusion/trainer.ts';
import { loadCheckpoint, saveCheckpoint } from '../io/checkpoint.ts';
import { leaves } from '../tensor/tree.ts';
import { keepPrevious, progressOf } from './checkpoints.ts';
import { clock, type Progress, progress } from './progress.ts';
import { appendMetrics, checkpointFile, type Stage } from './run-folder.ts';

/** Thrown when Ctrl-C has ended a stage; its state is saved. */
export class Interrupted extends Error {
  readonly stage: Stage;
  readonly step: number;
  constructor(stage: Stage, step: number) {
    super(`stopped at step ${step} of the ${stage} stage`);
    this.stage = stage;
    this.step = step;
  }
}

/** A signal once: save and end; twice: end at once. */
export interface StopSignal {
  readonly stopped: boolean;
  /** What the process then ends with: 128 and the signal's number, as shells have it. */
  readonly exitCode: number;
  /** Goes back to the usual meaning of Ctrl-C. */
  release(): void;
}

// Ctrl-C, a polite end, and a terminal that was closed or a connection that broke.
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Listens for SIGINT, SIGTERM and SIGHUP. */
export function stopSignal(): StopSignal {
  let exitCode = 0;
  const onSignal = (name: keyof typeof signals): void => {
    // a closed terminal sends its signal more than once
    if (exitCode !== 0 && name !== 'SIGHUP') process.exit(signals[name]);
    exitCode = signals[name];
    console.error('\nstopping after this report; once more to end at once');
  };
  const names = Object.keys(signals) as (keyof typeof signals)[];
  for (const name of names) process.on(name, onSignal);
  return {
    get stopped() {
      return exitCode !== 0;
    },
    get exitCode() {
      return exitCode;
    },
    release: () => {
      for (const name of names) process.off(name, onSignal);
    },
  };
}

/** One stage of a run. */
export interface StageRun<P> {
  readonly stage: Stage;
  readonly folder: string;
  readonly steps: number;
  readonly batchSize: number;
  readonly reportEvery: number;
  readonly checkpointEvery: number;
  readonly sampleEvery: number;
  readonly stop: StopSignal;
  /** Seconds of the run before this process. */
  readonly secondsBefore: number;
  readonly train: (state: TrainState<P>) => AsyncGenerator<TrainReport<P>, TrainState<P>>;
  /** Pictures of a state; their words go above the bar. */
  readonly sample: (state: TrainState<P>) => Promise<string>;
  /** Called beside every checkpoint. */
  readonly onCheckpoint?: (state: TrainState<P>) => Promise<void>;
}

/** A state and the seconds that it took to get there. */
export interface Saved<P> {
  readonly state: TrainState<P>;
  readonly seconds: number;
}

/** The saved state of a stage of `steps`, or undefined if there is none. @throws FileError */
export async function loadState<P>(
  path: string,
  template: TrainState<P>,
  steps: number,
): Promise<Saved<P> | undefined> {
  if (!existsSync(path)) return undefined;
  const { step: _, ...trees } = template;
  const { tree, metadata } = await loadCheckpoint(path, trees);
  for (const t of leaves(trees)) t.dispose();
  const { step, seconds } = progressOf(metadata, path, steps);
  return { state: { ...tree, step }, seconds };
}

/** Saves a state, all or nothing; the one before is kept. @throws FileError */
export async function saveState<P>(
  folder: string,
  stage: Stage,
  { step, ...trees }: TrainState<P>,
  seconds: number,
): Promise<void> {
  await keepPrevious(folder, stage);
  await saveCheckpoint(checkpointFile(folder, stage), trees, { step, seconds });
}

const roundUp = (n: number, unit: number): number => Math.ceil(n / unit) * unit;

/** Runs a stage from a state to its end. @throws Interrupted after Ctrl-C */
export async function runStage<P>(run: StageRun<P>, start: TrainState<P>): Promise<Saved<P>> {
  const { stage, folder, steps, batchSize, stop } = run;
  const checkpointEvery = roundUp(run.checkpointEvery, run.reportEvery);
  const sampleEvery = roundUp(run.sampleEvery, run.reportEvery);
  const began = performance.now();
  const elapsed = (): number => run.secondsBefore + (performance.now() - began) / 1000;
  const bar: Progress = progress(stage, steps, start.step);
  let rate = 0;
  try {
    const reports = run.train(start);
    for (;;) {
      const { value, done } = await reports.next();
      if (done) return { state: value, seconds: elapsed() };
      const { step, loss, imagesPerSecond, state } = value;
      const seconds = elapsed();
      appendMetrics(folder, { stage, step, loss, imagesPerSecond, seconds });
      rate = rate === 0 ? imagesPerSecond : 0.8 * rate + 0.2 * imagesPerSecond;
      const left = ((steps - step) * batchSize) / rate;
      bar.update(
        step,
        `loss ${loss.toFixed(4)} · ${rate.toFixed(1)} images/s · ETA ${clock(left)}`,
      );
      // everything above may have run without ever letting signals in
      await new Promise(setImmediate);
      const last = step === steps;
      if (last || stop.stopped || step % checkpointEvery === 0) {
        await saveState(folder, stage, state, seconds);
        await run.onCheckpoint?.(state);
      }
      if (stop.stopped && !last) throw new Interrupted(stage, step);
      if (last || step % sampleEvery === 0) bar.say(await run.sample(state));
    }
  } finally {
    bar.stop();
  }
}
