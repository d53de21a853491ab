// Attacks on readers by hand: `npm run fuzz -- [count] [part of a name]`, 100,000 inputs a reader unless told
// otherwise, each reader in a process of its own, so that the peak of memory is its own; of at most 10,000
// inputs all in one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import { attacks, cleanUp } from './attacks.ts';
import { type Attack, attackReader } from './harness.ts';

const [count = '100000', wanted = '', only] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'wgrad-fuzz-'));
await useDevice('cpu', { threads: 1 });
const all = await attacks(folder);
const few = Number(count) <= 10_000;
const run = async (attack: Attack): Promise<void> => {
  const o = await attackReader(attack, Number(count));
  for (const fault of o.faults) console.log(fault);
  console.log(
    [
      attack.name.padEnd(26),
      `${o.inputs} inputs`,
      `${o.taken} taken`,
      `${o.messages} messages`,
      `slowest ${(o.slowest * 1000).toFixed(0)} ms`,
      `${o.seconds.toFixed(0)} s (processor ${o.processor.toFixed(1)} s)`,
      `peak ${(o.peak / 1e6).toFixed(0)} MB`,
      `${o.faults.length} faults`,
    ].join(', '),
  );
  if (o.faults.length > 0 || o.peak > 5e8) process.exitCode = 1;
};
if (few || only === 'only') {
  const chosen = all.filter((a) => (only ? a.name === wanted : a.name.includes(wanted)));
  for (const attack of chosen) await run(attack);
} else {
  for (const { name } of all.filter((a) => a.name.includes(wanted))) {
    const self = fileURLToPath(import.meta.url);
    const args = [...process.execArgv, self, count, name, 'only'];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
await cleanUp(folder);
