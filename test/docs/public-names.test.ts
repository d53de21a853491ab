// The public face stays small, and no two entry points export one name.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { librarySources } from '../../scripts/bundle.mjs';
import { nameFaults, publicNames } from '../../scripts/public-names.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'wgrad-names-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** A name more is a name that somebody has to read: what leaves makes room. */
const most = 700;

/** Names that two entry points share, and why. */
const shared: Readonly<Record<string, string>> = {
  split:
    'JAX has both: pieces of a tensor, and keys from a key; the latter are used as random.split',
  batchNorm:
    'a layer and the operation that it applies, as torch.nn.BatchNorm2d and functional.batch_norm',
  conv2d: 'likewise',
  convTranspose2d: 'likewise',
  embedding: 'likewise',
  groupNorm: 'likewise',
  layerNorm: 'likewise',
  rmsNorm: 'likewise',
};

describe('the public names', () => {
  const entries = Object.entries(librarySources).map(([name, file]) => [name, join(root, file)]);
  const { names } = publicNames(Object.fromEntries(entries));

  test(`are fewer than ${most}`, () => {
    const counts: Record<string, number> = {};
    for (const { space } of names) counts[space] = (counts[space] ?? 0) + 1;
    expect(names.length, JSON.stringify(counts)).toBeLessThan(most);
  });

  test('mean one thing each, and each thing has one', () => {
    expect(nameFaults(names, Object.keys(shared))).toEqual([]);
  });
});

test('the count reaches every entry and namespace; collisions and things twice are found', () => {
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, `${name}.ts`), text);
    return join(folder, `${name}.ts`);
  };
  write('inner', 'export const add = 1; export type Deep = 1;');
  const index = write(
    'index',
    `export * as nn from './nn.ts'; export const add = 1; export { a, a as b } from './a.ts';
     export class Both {}`,
  );
  const nn = write(
    'nn',
    `export * as inner from './inner.ts'; export const add = 2; export { a } from './a.ts';
     export interface Both { x: 1 }`,
  );
  write('a', 'export const a = 1;');
  const { names } = publicNames({ index, nn });
  const found = names.map(({ space, name, kind }) => `${space}.${name} ${kind}`);
  expect(found.sort()).toEqual([
    'index.Both value',
    'index.a value',
    'index.add value',
    'index.b value',
    'nn.Both type',
    'nn.a value',
    'nn.add value',
    'nn.inner.Deep type',
    'nn.inner.add value',
  ]);
  expect(nameFaults(names, ['add', 'gone'])).toEqual([
    'one name, several meanings: index.Both, nn.Both',
    expect.stringMatching(/^one thing, twice: index\.a, index\.b, nn\.a$/),
    'gone does not collide',
  ]);
});
