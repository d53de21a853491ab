// One run, one process: a file in the run's folder names the process that works on it. It is made by an
// exclusive create, so of two that start together one is refused. What a dead process left is taken over, by
// one process at a time: whoever makes the second file. (proper-lockfile tells the living from the dead by a
// clock that must tick every few seconds, which a long step would stop, and has no words for people.)
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseJson } from '../io/json.ts';
import { count, object, optional, shaped, text } from '../io/json-shape.ts';
import { printable } from '../tensor/quote.ts';
import { alive, startOf } from './process-identity.ts';
import { UsageError } from './usage-error.ts';

/** The file's content. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** See `startOf`: tells the process from a later one of the same number. */
  readonly start?: string;
  /** When the lock was taken, milliseconds since 1970. */
  readonly since: number;
}

const owner = object<LockOwner>({
  pid: count(1, 2 ** 31),
  host: text(300),
  start: optional(text(300)),
  since: count(0, 2 ** 50),
});

/** A lock that is held. */
export interface RunLock {
  /** Gives it back; once is enough, more is harmless. */
  release(): void;
}

/** Path of the lock of a run's folder. */
export const lockFile = (folder: string): string => join(folder, 'run.lock');

/** Milliseconds for people: 40 s, 12 min, 3 h 5 min, 2 days. */
export function age(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return `${Math.max(0, Math.floor(milliseconds / 1000))} s`;
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${Math.floor(minutes / 1440)} days`;
}

// Undefined for a file that is gone or that makes no sense, as one that is just being written.
function readOwner(path: string): LockOwner | undefined {
  try {
    const content = parseJson(readFileSync(path, 'utf8'), path, 10_000);
    return shaped(content, owner, path);
  } catch {
    return undefined;
  }
}

const settling = 10_000; // milliseconds until a file that makes no sense is taken for a dead one's

/** Why a lock can be taken over; undefined if its process may be alive. */
async function whyDead(path: string): Promise<string | undefined> {
  const found = readOwner(path);
  if (!found) {
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs === undefined || Date.now() - mtimeMs < settling) return undefined;
    return 'it names no process';
  }
  // of other machines nothing is known
  if (found.host !== hostname()) return undefined;
  if (!alive(found.pid)) return `its process ${found.pid} is gone`;
  const now = await startOf(found.pid);
  const another = found.start !== undefined && now !== undefined && now !== found.start;
  return another ? `its process ${found.pid} is gone, and another has its number` : undefined;
}

const create = (path: string, content: string): boolean => {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

function refusal(folder: string, path: string): UsageError {
  const found = readOwner(path);
  if (!found) return new UsageError(`${folder}: another process has just taken this run`);
  const where = found.host === hostname() ? '' : ` on ${printable(found.host, 60)}`;
  return new UsageError(
    `${folder}: process ${found.pid}${where} has been working on this run for ` +
      `${age(Date.now() - found.since)}; wait for it or stop it. If it is no training any more, ` +
      `delete ${path}`,
  );
}

/** Whether a process holds the lock of a run's folder, as far as that can be told. */
export const isLocked = async (folder: string): Promise<boolean> =>
  existsSync(lockFile(folder)) && (await whyDead(lockFile(folder))) === undefined;

// Replaces a lock that is still dead once nobody else can do the same.
async function takeOver(path: string, content: string): Promise<string | undefined> {
  const second = `${path}.takeover`;
  const stat = statSync(second, { throwIfNoEntry: false });
  if (stat && Date.now() - stat.mtimeMs > settling) rmSync(second, { force: true });
  if (!create(second, content)) return undefined;
  try {
    const why = await whyDead(path);
    if (why === undefined) return undefined;
    writeFileSync(path, content);
    return why;
  } finally {
    rmSync(second, { force: true });
  }
}

/**
 * Takes the lock of a run's folder, which exists. @param say is told of a dead process's lock
 * @throws UsageError if another process has it, with its age and how to break it
 */
export async function lockRun(folder: string, say: (line: string) => void): Promise<RunLock> {
  const path = lockFile(folder);
  const own: LockOwner = {
    pid: process.pid,
    host: hostname(),
    start: await startOf(process.pid),
    since: Date.now(),
  };
  const content = `${JSON.stringify(own)}\n`;
  if (!create(path, content)) {
    const why = await takeOver(path, content);
    // somebody who removed the second file of a third might have been as quick
    if (why !== undefined) await sleep(50);
    if (why === undefined || readOwner(path)?.pid !== own.pid) throw refusal(folder, path);
    say(`${path}: taken over, ${why}`);
  }
  const isOwn = (): boolean => {
    const now = existsSync(path) ? readOwner(path) : undefined;
    return now?.pid === own.pid && now.host === own.host && now.since === own.since;
  };
  const release = (): void => {
    process.off('exit', release);
    if (isOwn()) rmSync(path, { force: true });
  };
  process.on('exit', release); // a second Ctrl-C, an error nobody caught
  return { release };
}
