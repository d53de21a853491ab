// The watch over the memory of a test run: it sees processes of processes, and ends what runs away.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { watchMemory } from '../scripts/peak-memory.mjs';

// holds this many megabytes until its standard input is closed
const holder = (megabytes: number): string =>
  `const held = Buffer.alloc(${megabytes} * 2 ** 20, 1);
   console.log('ready'); process.stdin.resume().on('end', () => process.exit(held[0] - 1));`;

const nested = (megabytes: number): string =>
  `import { spawn } from 'node:child_process';
   const child = spawn(process.execPath, ['-e', ${JSON.stringify(holder(megabytes))}], { stdio: 'inherit' });
   child.on('close', (code, signal) => console.log('ended', code ?? signal));`;

const linux = process.platform === 'linux';

test.runIf(linux)('the peak of a process that another one started', async () => {
  const watch = watchMemory();
  const child = spawn(process.execPath, ['--input-type=module', '-e', nested(300)]);
  await once(child.stdout, 'data');
  child.stdin.end();
  const found = watch.stop();
  await once(child, 'close');
  expect(found.peak).toBeGreaterThan(300);
  expect(found.peak).toBeLessThan(600);
  expect(found.command).toMatch(/Buffer\.alloc/);
  expect(found.killed).toEqual([]);
});

test.runIf(linux)('a process over the limit is killed and named, others are not', async () => {
  const watch = watchMemory(400);
  const small = spawn(process.execPath, ['-e', holder(100)]);
  const large = spawn(process.execPath, ['-e', holder(600)]);
  const [, signal] = await once(large, 'close');
  expect(signal).toBe('SIGKILL');
  small.stdin.end();
  expect(await once(small, 'close')).toEqual([0, null]);
  expect(watch.stop().killed).toEqual([expect.stringContaining('600 * 2 ** 20')]);
});
