// What is said of donated arguments.
import { WgradError } from '../tensor/errors.ts';

/** The name of a compiled function that has none. */
export const anonymous = 'compiled function';

/** Why a donated argument has no value any more. */
export const donatedTo = (name: string, position: number): string =>
  `it was donated to ${name} as argument ${position}, whose memory results took over ` +
  `(donate: [${position}]); use what the call returned` +
  (name === anonymous ? "; compile(f, { name: '...' }) names the function here" : '');

/** @throws WgradError if an argument is to be donated that is not there */
export function checkPositions(name: string, donated: readonly number[], given: number): void {
  const beyond = donated.find((position) => position >= given);
  if (beyond === undefined) return;
  throw new WgradError(
    `compile(${name}): options.donate names argument ${beyond}, but the function was called with ` +
      `${given} (arguments are counted from 0)`,
  );
}
