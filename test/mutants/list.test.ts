// The list of planted faults fits the sources as they are; `npm run mutants` plants them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { faults, nameOf, occurrences } from './list.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the text of every fault stands exactly once in its file, and its tests exist', () => {
  const wrong = faults.flatMap((fault) => {
    const path = join(root, fault.file);
    const found = existsSync(path)
      ? occurrences(readFileSync(path, 'utf8'), fault.find)
      : 'no file';
    const missing = fault.tests.filter((file) => !existsSync(join(root, file)));
    const said = [
      ...(found === 1 ? [] : [`found: ${found}`]),
      ...(fault.find === fault.replace ? ['changes nothing'] : []),
      ...(fault.tests.length > 0 ? [] : ['no tests']),
      ...missing.map((file) => `no ${file}`),
    ];
    return said.length > 0 ? [`${nameOf(fault)}: ${said.join(', ')}`] : [];
  });
  expect(wrong).toEqual([]);
});

test('there are enough of them, and none twice', () => {
  const names = faults.map(nameOf);
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(new Set(names).size).toBe(names.length);
});
