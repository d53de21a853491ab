// Temporary files of killed processes go; those of living ones, and files of other names, stay.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { removeLeftovers } from '../../src/run/leftovers.ts';
import { temporaryFolder } from '../cli/support.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what is removed, and what is not', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const living = process.pid;
  const put = (name: string, hours = 0): void => {
    writeFileSync(join(folder, name), 'half of it');
    const when = Date.now() / 1000 - hours * 3600;
    utimesSync(join(folder, name), when, when);
  };
  put(`a.safetensors.${gone}.tmp`);
  put(`b.png.${gone}.tmp`, 5);
  put(`old.${living}.tmp`, 2); // its number is another's by now
  put(`new.${living}.tmp`);
  for (const name of ['x.tmp', 'x.12a.tmp', `x.${gone}.tmp.json`, `.${gone}`]) put(name);
  mkdirSync(join(folder, `d.${gone}.tmp`));
  symlinkSync(join(folder, 'x.tmp'), join(folder, `l.${gone}.tmp`));
  const missing = join(folder, 'nothing here');
  expect(await removeLeftovers([folder, missing], 3_600_000)).toEqual({ files: 2, bytes: 20 });
  expect(readdirSync(folder)).toContain(`a.safetensors.${gone}.tmp`); // touched within the hour
  expect(await removeLeftovers([folder, missing])).toEqual({ files: 1, bytes: 10 });
  expect(readdirSync(folder).sort()).toEqual(
    [
      ...[`new.${living}.tmp`, 'x.tmp', 'x.12a.tmp', `x.${gone}.tmp.json`, `.${gone}`],
      ...[`d.${gone}.tmp`, `l.${gone}.tmp`],
    ].sort(),
  );
});
