// Everything that `wgrad train` can train.
import { named } from '../named.ts';
import type { Task } from '../task.ts';
import { emojiClip } from './emoji-clip.ts';
import { emojiEdits } from './emoji-edits.ts';
import { emojiTextToImage } from './emoji-text-to-image.ts';

/** The tasks: registered here and nowhere else. */
export const tasks: readonly Task[] = [emojiTextToImage, ...emojiEdits, emojiClip];

/** @throws UsageError with the nearest name */
export const taskNamed = (name: string): Task => named(tasks, name, 'task to train');
