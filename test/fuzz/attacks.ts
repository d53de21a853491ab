// Every reader of the library with sound inputs to damage, by subject and in a folder of its own.
import { mkdir, readdir, rm } from 'node:fs/promises';
import type { Attack } from './harness.ts';
import { modelAttacks } from './model-attacks.ts';
import { textAttacks } from './text-attacks.ts';
import { weightAttacks } from './weight-attacks.ts';

const subjects = { weights: weightAttacks, models: modelAttacks, texts: textAttacks };

/** What is read. */
export type Subject = keyof typeof subjects;

/** Attacks on the readers of some subjects, default all; `folder` is made, used and left behind. */
export async function attacks(
  folder: string,
  which = Object.keys(subjects) as readonly Subject[],
): Promise<Attack[]> {
  await mkdir(folder, { recursive: true });
  const all: Attack[] = [];
  for (const subject of which) all.push(...(await subjects[subject](folder)));
  return all;
}

/** Removes a folder of attacks. @throws if something was written beside what they use */
export async function cleanUp(folder: string): Promise<void> {
  const names = await readdir(folder);
  await rm(folder, { recursive: true });
  const odd = names.filter((name) => /tmp$/.test(name));
  if (odd.length > 0) throw new Error(`left behind: ${odd}`);
}
