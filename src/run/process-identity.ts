// Telling a process from a later one that was given the same number.

/** Whether a process of this number runs on this machine. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // it runs, and belongs to somebody else
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process started, as a text that no other process of this number has: on Linux the boot and the ticks
 * since then, elsewhere the time that ps tells. Undefined where nobody tells.
 */
export async function startOf(pid: number): Promise<string | undefined> {
  const { readFile } = await import('node:fs/promises');
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // the name, in parentheses, may hold anything; the start is field 22 of all, 20 of those after it
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${boot.trim()} ${ticks}`;
  } catch {
    // no Linux, or no such process
  }
  if (process.platform === 'win32' || process.platform === 'linux') return undefined;
  const { spawnSync } = await import('node:child_process');
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', `${pid}`], { encoding: 'utf8' });
  return stdout?.trim() || undefined;
}
