// What killed processes leave in folders: the temporary files of writes that never came to their end
// (`name.PID.tmp`, see files.ts).
import { alive } from './process-identity.ts';

const temporary = /\.(\d+)\.tmp$/;
const forgotten = 60 * 60 * 1000; // by then a number of a process may be another's

/** What was removed. */
export interface Removed {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Removes them from folders (not from those within) if they have not been written to for `quiet` milliseconds;
 * whoever does not hold a lock on a folder gives some, for processes of other machines. Folders that are not
 * there are passed over.
 */
export async function removeLeftovers(folders: readonly string[], quiet = 0): Promise<Removed> {
  const fs = await import('node:fs/promises');
  let [files, bytes] = [0, 0];
  for (const folder of folders) {
    for (const name of await fs.readdir(folder).catch(() => [])) {
      const pid = Number(temporary.exec(name)?.[1]);
      if (!(pid > 0)) continue;
      const path = `${folder}/${name}`;
      const stat = await fs.lstat(path).catch(() => undefined);
      if (!stat?.isFile()) continue;
      const untouched = Date.now() - stat.mtimeMs;
      if (untouched < quiet || (alive(pid) && untouched < forgotten)) continue;
      await fs.rm(path, { force: true });
      files++;
      bytes += stat.size;
    }
  }
  return { files, bytes };
}
