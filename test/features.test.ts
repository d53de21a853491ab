// The generated tables of FEATURES.md say what the code says.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withTables } from '../scripts/features.ts';

test('FEATURES.md is up to date (else run `npx tsx scripts/features.ts`)', async () => {
  const text = readFileSync(new URL('../FEATURES.md', import.meta.url), 'utf8');
  expect(await withTables(text)).toBe(text);
});
