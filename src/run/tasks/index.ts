// Everything that `wgrad train` can train.
import { nearest } from '../../tensor/nearest.ts';
import { quote } from '../../tensor/quote.ts';
import type { Task } from '../task.ts';
import { UsageError } from '../usage-error.ts';
import { emojiLdm } from './emoji-ldm.ts';

/** The tasks: registered here and nowhere else. */
export const tasks: readonly Task[] = [emojiLdm];

/** @throws UsageError with the nearest name */
export function taskNamed(name: string): Task {
  const found = tasks.find((task) => task.name === name);
  if (found) return found;
  const names = tasks.map((task) => task.name);
  const like = nearest(name, names);
  throw new UsageError(
    `there is no task ${quote(name)} to train; ` +
      (like ? `did you mean ${like}?` : `there are: ${names.join(', ')}`),
  );
}
