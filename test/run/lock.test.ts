// One run, one process: who gets the lock of a folder, who does not and why, and who takes over what the dead
// left - also when several try in the same moment.
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { age, type LockOwner, lockFile, lockRun } from '../../src/run/lock.ts';
import { startOf } from '../../src/run/process-identity.ts';
import { root, temporaryFolder } from '../cli/support.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function newRun(content?: string | Partial<LockOwner>): string {
  const run = join(folder, `run${count++}`);
  mkdirSync(run);
  const own = { pid: process.pid, host: hostname(), since: Date.now() };
  if (typeof content === 'string') writeFileSync(lockFile(run), content);
  else if (content) writeFileSync(lockFile(run), JSON.stringify({ ...own, ...content }));
  return run;
}
const goneProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid;

/** Takes a lock; the lines that were said, or the error. */
async function attempt(run: string): Promise<string> {
  const said: string[] = [];
  try {
    (await lockRun(run, (line) => said.push(line))).release();
    return said.join('\n');
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the lock of a run', () => {
  test('is there while it is held, names its process, and goes', async () => {
    const run = newRun();
    const lock = await lockRun(run, () => {});
    const owner = JSON.parse(readFileSync(lockFile(run), 'utf8'));
    expect(owner).toMatchObject({ pid: process.pid, host: hostname() });
    expect(await attempt(run)).toMatch(
      /process \d+ has been working on this run for 0 s; wait for it .* delete .*run\.lock$/,
    );
    lock.release();
    lock.release();
    expect(readdirSync(run)).toEqual([]);
    expect(await attempt(run)).toBe('');
  });

  test('of a dead process is taken over, with a line', async () => {
    const pid = goneProcess();
    const run = newRun({ pid });
    expect(await attempt(run)).toBe(`${lockFile(run)}: taken over, its process ${pid} is gone`);
    expect(readdirSync(run)).toEqual([]);
  });

  test.runIf(process.platform === 'linux')('of a number that another process has now', async () => {
    expect(await startOf(process.pid)).toMatch(/^\S+ \d+$/);
    const run = newRun({ start: 'another boot 1' });
    expect(await attempt(run)).toMatch(/taken over, its process \d+ is gone, and another has its/);
    const same = newRun({ start: await startOf(process.pid) });
    expect(await attempt(same)).toMatch(/has been working on this run/);
  });

  test('of another machine is left alone, with its age and what to do', async () => {
    const since = Date.now() - 125 * 60_000;
    const run = newRun({ host: 'elsewhere\u001b[2J', pid: goneProcess(), since });
    const message = await attempt(run);
    expect(message).toMatch(/process \d+ on elsewhere\\u001b\[2J has been .* for 2 h 5 min/);
    expect(message).toMatch(/If it is no training any more, delete .*run\.lock$/);
    expect(existsSync(lockFile(run))).toBe(true);
  });

  test('that makes no sense is another process at work, until it is old', async () => {
    for (const content of ['', '{"pid": 0}', '['.repeat(20_000), '{"pid": 1, "host": 3}']) {
      const run = newRun(content);
      expect(await attempt(run)).toMatch(/another process has just taken this run/);
      const old = Date.now() / 1000 - 60;
      utimesSync(lockFile(run), old, old);
      expect(await attempt(run)).toMatch(/taken over, it names no process/);
    }
  });

  test('goes to one of several that want it in the same moment, free or left by the dead', async () => {
    const script = join(root, 'node_modules', '.cache', `wgrad-lock-${process.pid}.mjs`);
    await build({
      stdin: {
        contents: `
          import { lockRun } from './src/run/lock.ts';
          import { existsSync } from 'node:fs';
          const [run, go] = process.argv.slice(2);
          console.log('ready');
          while (!existsSync(go)) await new Promise((r) => setTimeout(r, 1));
          try {
            await lockRun(run, () => {});
            console.log('got it');
            await new Promise((r) => setTimeout(r, 1000));
          } catch (error) { console.log(error.message); }`,
        resolveDir: root,
        loader: 'ts',
      },
      outfile: script,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
    });
    try {
      for (let round = 0; round < 4; round++) {
        const run = newRun(round % 2 ? { pid: goneProcess() } : undefined);
        const go = join(folder, `go-${round}`);
        let ready = 0;
        const ends = Array.from({ length: 5 }, () => {
          const child = spawn(process.execPath, [script, run, go]);
          let out = '';
          child.stdout.on('data', (part) => {
            out += part;
            if (`${part}`.includes('ready') && ++ready === 5) writeFileSync(go, '');
          });
          child.stderr.on('data', (part) => {
            out += part;
          });
          return new Promise<string>((resolve) =>
            child.on('close', () => resolve(out.replace('ready\n', ''))),
          );
        });
        const said = await Promise.all(ends);
        expect(
          said.filter((line) => line.startsWith('got it')),
          said.join(''),
        ).toHaveLength(1);
        for (const line of said) expect(line).toMatch(/^got it|this run/);
        expect(readdirSync(run)).toEqual([]); // gone with its process
      }
    } finally {
      rmSync(script, { force: true });
    }
  }, 60_000);
});

test('ages are for people', () => {
  const minute = 60_000;
  expect([0, 59_999, 12 * minute, 185 * minute, 49 * 60 * minute].map(age)).toEqual([
    '0 s',
    '59 s',
    '12 min',
    '3 h 5 min',
    '2 days',
  ]);
  expect(age(-5)).toBe('0 s');
});
