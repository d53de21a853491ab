// The one place where programs are run. While a profile is being taken, every run is measured kernel by
// kernel; otherwise it is queued on the device as it is.
import type { Executable } from '../backends/backend.ts';
import type { Program } from '../compiler/program.ts';
import type { Storage } from '../tensor/storage.ts';

/** One measured run. */
export interface RecordedRun {
  readonly program: Program;
  /** Milliseconds of each step. */
  readonly times: readonly number[];
  /** When it was started, by `performance.now()`. */
  readonly started: number;
}

let recorder: Promise<RecordedRun>[] | undefined;

/** Measures all runs from now on, until the function that this gives is called; it resolves to them. */
export function record(): () => Promise<RecordedRun[]> {
  const runs: Promise<RecordedRun>[] = [];
  const before = recorder;
  recorder = runs;
  return () => {
    recorder = before;
    return Promise.all(runs);
  };
}

/** Runs a program on its inputs. */
export function runProgram(
  executable: Executable,
  inputs: readonly Storage[],
  outputs: readonly Storage[],
): void {
  const { program } = executable;
  if (!recorder || !program || !executable.profile) {
    executable.run(inputs, outputs);
    return;
  }
  const started = performance.now();
  const times = executable.profile(inputs, outputs);
  recorder.push(times.then((measured) => ({ program, times: measured, started })));
}
