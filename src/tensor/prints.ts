// Values to be shown while they are computed. Inside of a trace they are collected, so that whoever traces
// can make them results of its program; everywhere else they are shown at once.
import type { Tensor } from './tensor.ts';

/** A value that somebody wants to see. */
export interface Print {
  readonly label: string;
  readonly value: Tensor;
  /** Takes the finished text. */
  readonly show: (text: string) => void;
}

let collecting: Print[] | undefined;
let show = (_: Print): void => {
  throw new Error('no runtime is loaded: import from "wgrad", not from its tensor folder alone');
};

/** Says how values are shown outside of traces; the runtime knows how to read them. */
export function showPrintsBy(f: (print: Print) => void): void {
  show = f;
}

/** Runs `f` and gives what was printed inside beside its result; nothing is shown. */
export function collectPrints<T>(f: () => T): { result: T; prints: readonly Print[] } {
  const before = collecting;
  const prints: Print[] = [];
  collecting = prints;
  try {
    return { result: f(), prints };
  } finally {
    collecting = before;
  }
}

/** Shows a value, or hands it to the trace at work. */
export function emit(print: Print): void {
  if (collecting) collecting.push(print);
  else show(print);
}
