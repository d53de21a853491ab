// Folders for the tests of a file, gone when they have run.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** Gives names of new folders (not made yet) below one that is removed after the file's tests. */
export function temporaryFolders(prefix: string): () => string {
  let root = '';
  let count = 0;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), `wgrad-${prefix}-`));
  });
  afterAll(() => rm(root, { recursive: true }));
  return () => join(root, `${count++}`);
}
