// The most memory that any process below this one held, from /proc (Linux): the kernel keeps each
// process's own peak, so looking a few times a second misses nothing that lives longer than that.
// A process over the limit is killed: a runaway shader compiler once took a machine's 24 GB.

import { readdirSync, readFileSync } from 'node:fs';

/** [pid, parent] of every process; empty where there is no /proc. */
function processes() {
  const found = [];
  let entries = [];
  try {
    entries = readdirSync('/proc');
  } catch {
    return found;
  }
  for (const entry of entries) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = readOrNothing(`/proc/${entry}/stat`);
    // the name, in brackets, may hold anything; then come the state and the parent
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent) found.push([Number(entry), parent]);
  }
  return found;
}

function readOrNothing(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}

/** The processes that this one started, and those that they started. */
function descendants() {
  const known = new Set([process.pid]);
  const all = processes();
  for (let before = 0; before !== known.size; ) {
    before = known.size;
    for (const [pid, parent] of all) if (known.has(parent)) known.add(pid);
  }
  known.delete(process.pid);
  return known;
}

const megabytes = (status, field) =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;

const commandOf = (pid) =>
  readOrNothing(`/proc/${pid}/cmdline`).split('\0').filter(Boolean).join(' ').slice(0, 120);

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended meanwhile
  }
}

/**
 * Watches everything below this process. `stop()` gives the peak in megabytes and the command that
 * held it, and the commands that were killed for more than `limit` megabytes.
 */
export function watchMemory(limit = Infinity) {
  let peak = 0;
  let command = '';
  const killed = [];
  const look = () => {
    for (const pid of descendants()) {
      const status = readOrNothing(`/proc/${pid}/status`);
      const most = megabytes(status, 'VmHWM');
      if (most > peak) {
        peak = most;
        command = commandOf(pid);
      }
      if (megabytes(status, 'VmRSS') > limit) {
        killed.push(commandOf(pid));
        kill(pid);
      }
    }
  };
  const timer = setInterval(look, 200);
  return {
    stop() {
      look();
      clearInterval(timer);
      return { peak, command, killed };
    },
  };
}
