// Things that people name: tasks, claims.
import { nearest } from '../tensor/nearest.ts';
import { quote } from '../tensor/quote.ts';
import { UsageError } from './usage-error.ts';

/** The one of that name. @throws UsageError with the nearest name; `what` as in 'task to train' */
export function named<T extends { readonly name: string }>(
  all: readonly T[],
  name: string,
  what: string,
): T {
  const found = all.find((one) => one.name === name);
  if (found) return found;
  const names = all.map((one) => one.name);
  const like = nearest(name, names);
  throw new UsageError(
    `there is no ${what} called ${quote(name)}; ` +
      (like ? `did you mean ${like}?` : `there are: ${names.join(', ')}`),
  );
}
