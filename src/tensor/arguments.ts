// Arguments of public functions, checked at the door. A signature names a function's arguments and says
// of what kind each is; calling it with the values costs some nanoseconds, and what does not fit is an
// error that names the function and the argument, shows what was found and says what to write. Unknown
// options are refused, for a misspelt one would silently do nothing. `signatures` holds them all: a test
// calls every public function of the library with arguments of wrong kinds.
import { WgradError } from './errors.ts';
import type { Fault, Kind } from './kind.ts';
import { described } from './speakers.ts';

export * from './kind.ts';
export * from './kinds.ts';

/** Names and kinds of a function's arguments. */
export type Arguments = readonly (readonly [name: string, kind: Kind])[];

/** The signatures of public functions, by name ('random.normal'). */
export const signatures = described as Map<string, Arguments>;

/** The error of a fault. */
export const faultError = (fn: string, name: string, { path, text, error }: Fault): WgradError =>
  new (error ?? WgradError)(`${fn}: ${name}${path} ${text}`);

/**
 * Registers what a function takes; the result, called with the arguments in order, throws what is wrong
 * with them.
 */
export function signature<A extends Arguments>(
  fn: string,
  ...args: A
): (...values: { [K in keyof A]: unknown }) => void {
  signatures.set(fn, args);
  return (...values: readonly unknown[]): void => {
    for (let i = 0; i < args.length; i++) {
      const fault = args[i][1].fault(values[i]);
      if (fault) throw faultError(fn, args[i][0], fault);
    }
  };
}

/** One argument, where there is no signature. @throws WgradError */
export function check(fn: string, name: string, kind: Kind, value: unknown): void {
  const fault = kind.fault(value);
  if (fault) throw faultError(fn, name, fault);
}
